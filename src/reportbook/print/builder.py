"""The PDF edition: a Sphinx builder that sets the whole book as one tagged PDF for print.

It runs as `jupyter-book build . --builder custom --custom-builder pdf`, reads the pages as the
HTML edition has read them, and sets them by Typst.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config

from reportbook.data import claims, context, datapackage
from reportbook.palette import PALETTE
from reportbook.print import typst
from reportbook.print.pages import placed
from reportbook.print.translator import Block, TypstTranslator, anchor, attachments, role, target
from reportbook.print.typst import array, call, drawing, string, words
from reportbook.tables import Table, shared_widths
from reportbook.translation import numbers
from reportbook.translation.messages import LANGUAGE
from reportbook.translation.words import _, message, say
from reportbook.translation.words import source as words_of_source

# The width of a table, in ems of its lettering
MEASURE = 60.2
# The colours of figures and names on the cover
SQUARES = (PALETTE["printed"][1], "#2f7590")
# The first page of a website carries the book's title, which a printed book has on its cover
SUMMARY = message("Summary")


class PdfBuilder(Builder):
    """Takes every page as Sphinx has resolved it for this builder, and sets all in one file."""

    name = format = "pdf"
    epilog = "The PDF edition is in %(outdir)s."
    default_translator_class = TypstTranslator

    def init(self) -> None:
        self.pages: dict[str, nodes.document] = {}

    def get_outdated_docs(self) -> str:
        return "the whole book"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        return f"#{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        return self.get_target_uri(to, typ)

    def prepare_writing(self, docnames: set[str]) -> None:
        pass

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        self.pages[docname] = doctree

    def finish(self) -> None:
        """Set the pages, in their order, once all are there."""
        first, order = self.pages[self.config.root_doc], [*self.order()]
        next(first.findall(nodes.title))[:] = [nodes.Text(_(SUMMARY))]
        lead = next((p.astext() for p in first.findall(nodes.paragraph) if role(p) == "lead"), "")
        number_tables([self.pages[name] for name, _ in order])
        labels = {
            target(node, name)
            for name, page in self.pages.items()
            for node in page.findall(nodes.reference)
        }
        self.sources, cited = self.short_sources(), {}
        citations = self.env.get_domain("cite").citations
        self.numbers = {source.key: source.formatted_entry.label for source in citations}
        headings = Counter(
            title.astext()
            for page in self.pages.values()
            for title in page.findall(nodes.title)
            if not isinstance(title.parent.parent, nodes.document)  # a chapter's own
        )
        # Those that many chapters have say nothing in the contents
        self.repeated = {heading for heading, times in headings.items() if times > 1}
        package = datapackage.descriptor()
        about = (self.config.html_title, self.config.author, say(package["description"]))
        design = typst.design(*about, issued(), self.config.language)
        contents = call("contents", string(_("Contents")))
        blocks = [cover(self.config, lead), imprint(self.config), contents]
        chapters = []
        for name, part in order:
            opening = Block(call("opening", string(anchor(name)), words(part)))
            translator = self.create_translator(self.pages[name], self, name, labels, cited)
            chapters.append([opening, *translator.code()])
        with ThreadPoolExecutor() as pool:
            for chapter in pool.map(partial(placed, design=design), chapters):
                blocks += chapter
        code = [design, *attached(), "#{", *blocks, "}"]
        typst.write(
            "\n".join(code),
            Path(self.outdir) / datapackage.pdf_name(self.config.language),
            issued(),
        )

    def short_sources(self) -> dict[str, str]:
        """Publisher and year of every source, by its label: what a note in the margin says."""
        known = context.sources()
        return {
            anchor(source.bibliography_key.docname, source.citation_id): words_of_source(
                *known.loc[source.key, ["publisher", "year"]]
            )
            for source in self.env.get_domain("cite").citations
        }

    def order(self) -> Iterator[tuple[str, str]]:
        """Every page and the caption of its part, in the order of the table of contents."""

        def below(name: str, part: str) -> Iterator[tuple[str, str]]:
            yield name, part
            for toctree in self.env.tocs[name].findall(addnodes.toctree):
                for child in toctree["includefiles"]:
                    yield from below(child, toctree.get("caption") or part)

        yield from below(self.config.root_doc, "")


def issued() -> datetime:
    """When this edition was issued: at its commit, or else when the data package was."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.fromisoformat(datapackage.descriptor()["created"])


def day(moment: datetime, config: Config) -> str:
    english = f"{moment.day} {moment:%B %Y}"
    return numbers.date(english) if config.language == LANGUAGE else english


def number_tables(pages: list[nodes.document]) -> None:
    """Number the tables through the book, as the figures are, and share out their columns."""
    found = [node for page in pages for node in page.findall(nodes.raw) if "table" in node]
    widths = shared_widths([Table(**node["table"]) for node in found], MEASURE)
    for number, (node, columns) in enumerate(zip(found, widths, strict=True), start=1):
        node["number"], node["shares"] = number, [share for share, _ in columns]


def attached() -> Iterator[str]:
    """The descriptor and the tables of the data package, as files in the PDF."""
    package = datapackage.descriptor()
    files = [(datapackage.DESCRIPTOR, "application/json", say(package["title"]))]
    files += [
        (entry["path"], entry["mediatype"], say(entry["title"])) for entry in package["resources"]
    ]
    for name, kind, title in sorted(files):
        text = (datapackage.DATA / name).read_bytes().decode()
        yield "#" + call("attached", *map(string, (name, text, kind, title)))


def cover(config: Config, lead: str) -> str:
    """The first page: what the report is, of what, of when, by whom."""
    package = datapackage.descriptor()
    article = package["sources"][0]
    version = {"version": package["version"], "day": day(issued(), config)}
    facts = {
        _("Data"): _("{date}, {author}").format(**article | {"date": say(article["date"])}),
        _("Version"): _("{version}, {day}").format(**version),
        _("Licence"): package["licenses"][0]["title"],
    }
    squares = _("A square for each of the {count} claims, in their order")
    return call(
        "cover",
        author=words(config.author),
        title=array(words(part) for part in re.split("(?<=：)", config.html_title)),
        lead=words(lead),
        original=words(f"《{article['title']}》"),
        mosaic=mosaic(),
        claims=words(squares.format(count=len(claims.load()))),
        key=key(),
        facts=array(array([words(name), words(fact)]) for name, fact in facts.items()),
    )


def mosaic() -> str:
    """The article as a picture: a square for every claim, in its order."""
    columns, step, side = 29, 24, 20
    light, dark = SQUARES
    kinds = claims.load()["is_figure"]
    squares = "".join(
        f'<rect x="{place % columns * step}" y="{place // columns * step}" width="{side}" '
        f'height="{side}" fill="{light if figure else dark}"/>'
        for place, figure in enumerate(kinds)
    )
    width, depth = (lines * step - step + side for lines in (columns, -(-len(kinds) // columns)))
    return drawing(
        f'<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="{width}" height="{depth}" viewBox="0 0 {width} {depth}">{squares}</svg>',
        _(
            "A square for each of the {count} claims of the article, in its order: "
            "light for the {figures} figures, dark for the names."
        ).format(count=len(kinds), figures=kinds.sum()),
    )


def key() -> str:
    """What the squares of the picture mean: the colour of each kind, and how many there are."""
    kinds = claims.load()["is_figure"]
    said = [
        _("{count} figures").format(count=kinds.sum()),
        _("{count} names").format(count=(~kinds).sum()),
    ]
    colours = (f"rgb({string(colour)})" for colour in SQUARES)
    return array(array([colour, words(text)]) for colour, text in zip(colours, said, strict=True))


def address() -> str:
    """Where the report stands for good, if the citation file says so."""
    file = datapackage.ROOT / "CITATION.cff"
    cited = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {}
    if doi := cited.get("doi"):
        return f"https://doi.org/{doi}"
    return cited.get("url") or cited.get("repository-code") or ""


def imprint(config: Config) -> str:
    """The page behind the cover: how to cite, what may be done, what is attached."""
    package = datapackage.descriptor()
    article, licence = package["sources"][0], package["licenses"][0]
    return call(
        "imprint",
        title=words(config.html_title),
        author=words(config.author),
        year=words(package["created"][:4]),
        version=words(_("version {version}").format(version=package["version"])),
        issued=words(day(issued(), config)),
        address=string(address()),
        article=words(
            _("《{title}》, {date}, {author}").format(**article | {"date": say(article["date"])})
        ),
        files=array(array([string(name), words(title)]) for name, title in attachments().items()),
        licence=array([words(licence["title"]), string(licence["path"])]),
    )


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_builder(PdfBuilder)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
