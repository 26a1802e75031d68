"""The PDF edition: a Sphinx builder that sets the whole book as one tagged PDF for print.

It runs as `jupyter-book build . --builder custom --custom-builder pdf` and executes nothing
that the HTML edition has executed already.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from docutils import nodes
from docutils.io import StringOutput
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.config import Config
from sphinx.errors import ExtensionError
from sphinx.util import logging

from reportbook import columns, tables
from reportbook.charts import palette
from reportbook.data import claims, datapackage
from reportbook.site.pages import file_name

logger = logging.getLogger(__name__)

# What the PDF needs of the system, by the names of Debian and Ubuntu
PACKAGES = ("fonts-noto-cjk",)
# In pixels, on a text block of 170 mm: lettering of 12 pixels is then printed at 8 points
CHART_WIDTH = 720
# A chart that is taller draws its rows closer, as far as they allow, to share a page with its text
TALL, CLOSER = 600, 0.85
# The width of a table, in ems of its lettering
MEASURE = 61.7
# Tables of so many rows are never broken
SHORT = 9
# The first page of a website carries the book's title, which a printed book has on its cover
SUMMARY = "Summary"


class Page(NamedTuple):
    """A page of the book as a chapter of the PDF; `lead` is the question or the abstract below
    its title, `source` the file it is made from."""

    name: str
    part: str
    lead: str
    source: str
    body: str


class PdfBuilder(SingleFileHTMLBuilder):
    """Renders every page of the table of contents, in its order, and hands them to Typst.

    Each page is rendered alone, as for the website, so that its numbers are those of the
    HTML edition; only then its ids take the page's name, for there is but one file.
    """

    name = "pdf"
    epilog = "The PDF edition is in %(outdir)s."
    search = False
    add_permalinks = False

    def init(self) -> None:
        super().init()
        if lacking := missing():
            raise ExtensionError(lacking)

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        return "#" + anchor(docname)

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        return self.get_target_uri(to, typ)

    def write(self, *ignored: Any) -> None:
        self.prepare_writing(set(self.env.all_docs))
        html = document(self.config, [self.rendered(name, part) for name, part in self.order()])
        out = Path(self.outdir)
        self.copy_image_files()
        typeset.write(html, out / file_name(), issued=issued(), images=out)

    def finish(self) -> None:
        # MyST-NB copies a style sheet there at the end of every build of format "html"
        (Path(self.outdir) / "_static").mkdir(exist_ok=True)

    def order(self) -> Iterator[tuple[str, str]]:
        """Every page and the caption of its part, in the order of the table of contents."""

        def below(name: str, part: str) -> Iterator[tuple[str, str]]:
            yield name, part
            for toctree in self.env.get_doctree(name).findall(addnodes.toctree):
                for _, child in toctree["entries"]:
                    yield from below(child, toctree.get("caption") or part)

        yield from below(self.config.root_doc, "")

    def rendered(self, name: str, part: str) -> Page:
        """One page as a chapter: without code, its charts drawn for print."""
        tree = self.env.get_doctree(name)
        for toctree in list(tree.findall(addnodes.toctree)):
            toctree.parent.remove(toctree)
        without_code(tree)
        self.env.resolve_references(tree, name, self)
        for_print(tree)
        if name == self.config.root_doc:
            next(tree.findall(nodes.title)).children = [nodes.Text(SUMMARY)]
        self.post_process_images(tree)
        self.secnumbers = self.env.toc_secnumbers.get(name, {})
        self.fignumbers = {
            kind: {anchor(name, label): number for label, number in numbers.items()}
            for kind, numbers in self.env.toc_fignumbers.get(name, {}).items()
        }
        prefix_ids(tree, name)
        self.caption_first(tree)
        tree.settings = self.docsettings
        self.docwriter.write(tree, StringOutput(encoding="utf-8"))
        self.docwriter.assemble_parts()
        top = next(tree.findall(nodes.section))
        lead = next((node.astext() for node in top if "lead" in node.get("classes", ())), "")
        source = Path(self.env.doc2path(name)).relative_to(self.srcdir).as_posix()
        body = self.docwriter.parts["fragment"]
        return Page(name, part, lead, source, body)

    def caption_first(self, tree: nodes.document) -> None:
        """Put number and caption of every figure above it; docutils can only put them below."""
        for figure in list(tree.findall(nodes.figure)):
            caption = next((part for part in figure if isinstance(part, nodes.caption)), None)
            if caption is None:
                continue
            label = self.config.numfig_format["figure"]
            number = ".".join(map(str, self.fignumbers["figure"][figure["ids"][0]]))
            figure.remove(caption)
            figure.parent.replace(
                figure,
                [
                    html_node(
                        f'<figure id="{figure["ids"][0]}"><figcaption><p>'
                        f'<span class="caption-number">{escape(label % number)} </span>'
                    ),
                    nodes.inline("", "", *caption.children),
                    html_node("</p></figcaption>"),
                    *figure.children,
                    html_node("</figure>"),
                ],
            )


def html_node(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")


def missing() -> str:
    """One line that says what to install before a PDF can be made; nothing if all is there."""
    if typeset.chinese_face():
        return ""
    return (
        f"The PDF edition can't be made, there is no Chinese font: apt install {' '.join(PACKAGES)}"
    )


def install() -> str:
    """Install what is missing where that needs no question to anybody; else `missing()`."""
    lacking = missing()
    rights = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if not lacking or not all(map(shutil.which, ["apt-get", *rights[:1]])):
        return lacking
    print(f"The PDF edition needs {' '.join(PACKAGES)}: apt-get installs them.", flush=True)
    for step in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
        if subprocess.run([*rights, "apt-get", "--quiet=2", *step], check=False).returncode:
            return lacking
    return ""


def issued() -> datetime:
    """When this edition was issued: at its commit, or else when the data package was."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.fromisoformat(datapackage.descriptor()["created"])


def anchor(docname: str, name: str = "") -> str:
    """The id in the whole book of an id of one page; without one, of the page itself."""
    page = docname.replace("/", "-")
    return f"{page}--{name}" if name else page


def prefix_ids(tree: nodes.document, docname: str) -> None:
    """Give every id of a page, and every link to one, the page's name."""
    for node in tree.findall(nodes.Element):
        node["ids"] = [anchor(docname, name) for name in node["ids"]]
        node["backrefs"] = [anchor(docname, name) for name in node["backrefs"]]
        if "refid" in node:
            node["refid"] = anchor(docname, node["refid"])
        if node.get("refuri", "").startswith("#"):
            page, _, name = node["refuri"][1:].partition("#")
            node["refuri"] = f"#{page}--{name}" if name else f"#{page}"


def without_code(tree: nodes.document) -> None:
    """Leave of every code cell its output."""
    for cell in list(tree.findall(nodes.container)):
        if cell.get("nb_element") == "cell_code":
            outputs = [part for part in cell if part.get("nb_element") == "cell_code_output"]
            cell.parent.replace(cell, [node for output in outputs for node in output])


def for_print(tree: nodes.document) -> None:
    """Draw the charts, leave out the way on, and name what a style sheet can't tell apart."""
    for node in list(tree.findall(nodes.raw)):
        if "chart" in node:
            node.replace_self(html_node(chart(node["chart"]["spec"])))
    for node in list(tree.findall(nodes.paragraph)):
        if node.astext().startswith("Next: "):  # on paper it is the next page
            node.parent.remove(node)
    for node in tree.findall(nodes.math_block):
        logger.warning("the PDF edition can't set formulas yet", location=node)
    for link in list(tree.findall(nodes.reference)):
        address = link.get("refuri", "")
        beside = link.parent.index(link) + 1
        if "://" in address and link.astext().split(":", 1)[-1].strip("/") not in address:
            link.parent.insert(beside, nodes.Text(f" ({address})"))
        elif address.startswith("#") and "#" not in address[1:]:
            link.parent.insert(beside, html_node(f'<span class="page" data-to="{address}"></span>'))
    top = next(tree.findall(nodes.section))
    if top[0].astext().count(" ") > 1 and isinstance(top[0][-1], nodes.Text):
        # No word alone on a title's last line
        top[0][-1] = nodes.Text("\u00a0".join(top[0][-1].rsplit(" ", 1)))
    for node in top:
        if isinstance(node, nodes.paragraph):
            if tables.CHINESE.fullmatch(node.astext().replace(" ", "")):
                node["classes"].append("original")
            elif [type(part) for part in node] == [nodes.emphasis]:
                node["classes"].append("lead")


def chart(spec: dict[str, Any]) -> str:
    """A finished chart's specification as HTML for print, drawn once, at the page's width."""
    about = spec["usermeta"]
    view = {**frames.single_view(spec), "width": CHART_WIDTH}
    if isinstance(height := view.get("height"), int | float) and height > TALL:
        view["height"] = max(TALL, CLOSER * height)
    svg = pictures.svg(view)
    # typeset takes the alternative text of the figure from the title
    head, drawing = svg.split(">", 1)
    note = f'<p class="chart-note">{tables.marked(about["note"])}</p>' if about["note"] else ""
    return (
        '<div class="chart">'
        f'<p class="chart-headline">{tables.marked(about["headline"])}</p>'
        f'<p class="chart-subtitle">{tables.marked(about["subtitle"])}</p>'
        f'<div class="chart-plot">{head}><title>{escape(about["description"])}</title>{drawing}'
        f'</div><p class="chart-source">{tables.marked(about["source"])}</p>{note}</div>'
    )


def document(config: Config, pages: list[Page]) -> str:
    """The whole book as one page of HTML: cover, imprint, contents, chapters."""
    package = datapackage.descriptor()
    moment = issued().strftime("%Y-%m-%dT%H:%M:%SZ")
    body = "".join(chapter(page) for page in pages)
    body = numbered(columns.with_widths(body, MEASURE))
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(config.html_title)}</title>"
        f'<meta name="author" content="{escape(config.author)}">'
        f'<meta name="description" content="{escape(package["description"])}">'
        f'<meta name="dcterms.created" content="{moment}">'
        f'<meta name="dcterms.modified" content="{moment}"></head><body>'
        f"{cover(config, pages[0].lead)}{imprint(config)}"
        f'<nav class="contents"><h1>Contents</h1></nav>{body}</body></html>'
    )


def numbered(body: str) -> str:
    """Number the tables through the book, as the figures are, and tell the short ones."""
    numbers = count(1)

    def opened(table: re.Match[str]) -> str:
        kind = ' class="short"' if table[0].count("<tr>") <= SHORT + 1 else ""
        caption = f'<caption><span class="caption-number">Table {next(numbers)} </span>'
        return f"<table{kind}" + table[1] + caption + table[2]

    whole = re.compile("<table([^>]*>)<caption>(.*?</table>)", re.DOTALL)
    return whole.sub(opened, body)


def chapter(page: Page) -> str:
    return (
        f'<section class="chapter" id="{anchor(page.name)}"><p class="part">'
        f"<strong>{escape(page.part)}</strong><span>Made from {escape(page.source)}</span></p>"
        f"{page.body}</section>"
    )


def cover(config: Config, lead: str) -> str:
    """The first page: what the report is, of what, of when, by whom."""
    package = datapackage.descriptor()
    article = package["sources"][0]
    facts = {
        "Data": f"{article['date']}, {article['author']}",
        "Version": f"{package['version']}, {day(issued())}",
        "Licence": package["licenses"][0]["title"],
    }
    rows = "".join(
        f"<div><p>{name}</p><p>{tables.marked(fact)}</p></div>" for name, fact in facts.items()
    )
    return (
        f'<section class="cover" title="{escape(config.html_title)}">'
        f'<p class="cover-author">{escape(config.author)}</p>'
        f'<p class="cover-title">{escape(config.html_title)}</p>'
        f'<p class="cover-lead">{tables.marked(lead)}</p>'
        f'<p class="cover-original">{tables.marked("《" + article["title"] + "》")}</p>'
        f'{mosaic()}<div class="cover-facts">{rows}</div></section>'
    )


def mosaic() -> str:
    """The article as a picture: a square for every claim, in its order."""
    columns, step, side = 29, 24, 20
    light, dark = palette.PALETTE["printed"][1], "#2f7590"
    kinds = claims.load()["is_figure"]
    squares = "".join(
        f'<rect x="{place % columns * step}" y="{place // columns * step}" width="{side}" '
        f'height="{side}" fill="{light if figure else dark}"/>'
        for place, figure in enumerate(kinds)
    )
    width, depth = (lines * step - step + side for lines in (columns, -(-len(kinds) // columns)))
    return (
        f'<svg class="mosaic" xmlns="http://www.w3.org/2000/svg" '
        f'width="{width}" height="{depth}" viewBox="0 0 {width} {depth}">'
        f"<title>A square for each of the {len(kinds)} claims of the article, in its order: "
        f"light for the {kinds.sum()} figures, dark for the names.</title>{squares}</svg>"
    )


def imprint(config: Config) -> str:
    """The page behind the cover: how to cite, what may be done, what is attached."""
    package = datapackage.descriptor()
    article, licence = package["sources"][0], package["licenses"][0]
    version = f"Version {package['version']}, {day(issued())}"
    files = "".join(
        f"<li><code>{escape(resource['path'])}</code> {escape(resource['title'])}</li>"
        for resource in package["resources"]
    )
    return (
        '<section class="imprint">'
        f"<p><strong>{escape(config.html_title)}</strong><br>{escape(config.author)}<br>{version}"
        "</p><p><strong>Cite</strong> the report by its title and version, and the article for "
        f"its figures: {tables.marked('《' + article['title'] + '》')}, {article['date']}, "
        f"{tables.marked(article['author'])}.</p>"
        '<p><strong>Two editions.</strong> The <a href="index.html">HTML edition</a>, '
        "index.html beside this file where the book is published, has the same chapters with "
        "the code and charts that answer to a touch. Both are made in one build from the same "
        "notebooks; each chapter begins with the address of its own in the repository.</p>"
        "<p><strong>Attached</strong> to this PDF are the data of the report, described by "
        f"<code>{datapackage.DESCRIPTOR}</code>:</p><ul>{files}</ul>"
        f"<p><strong>Licence.</strong> Text and data: {escape(licence['title'])}, "
        f"{escape(licence['path'])}. Code: MIT. Type: Source Serif 4, Arimo and Noto Sans CJK, "
        "all under the SIL Open Font License.</p></section>"
    )


def day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_builder(PdfBuilder)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


if __name__ == "__main__":
    sys.exit(install() or None)
