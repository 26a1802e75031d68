"""The PDF edition: a Sphinx builder that sets the whole book as one tagged PDF for print.

It runs as `jupyter-book build . --builder custom --custom-builder pdf` and executes nothing
that the HTML edition has executed already.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import vl_convert
from docutils import nodes
from docutils.io import StringOutput
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.config import Config
from sphinx.util import logging

from reportbook import book, charts, datapackage, tables, typeset

logger = logging.getLogger(__name__)

# The outputs of a cell that can be printed, the best first; charts come before all of them
PRINTED = ("text/html", "image/svg+xml", "image/png", "image/jpeg", "text/plain")
# Pixels of the page's text block: charts are drawn as wide as they are printed
CHART_WIDTH = 642


class Page(NamedTuple):
    """A page of the book as a chapter of the PDF."""

    name: str
    part: str
    title: str
    sections: list[tuple[str, str]]
    body: str


class PdfBuilder(SingleFileHTMLBuilder):
    """Renders every page of the table of contents, in its order, and hands them to WeasyPrint.

    Each page is rendered alone, as for the website, so that its numbers are those of the
    HTML edition; only then its ids take the page's name, for there is but one file.
    """

    name = "pdf"
    epilog = "The PDF edition is in %(outdir)s."
    search = False
    add_permalinks = False

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        return "#" + anchor(docname)

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        return self.get_target_uri(to, typ)

    def write(self, *ignored: Any) -> None:
        self.prepare_writing(set(self.env.all_docs))
        pages = [self.rendered(name, part) for name, part in self.order()]
        html = document(self.config, pages)
        out = Path(self.outdir)
        out.mkdir(parents=True, exist_ok=True)
        (out / "book.html").write_text(html, encoding="utf-8")
        self.copy_image_files()
        typeset.write(html, out / "book.pdf", images=out)

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
        tree = self.env.get_doctree(name)
        for toctree in list(tree.findall(addnodes.toctree)):
            toctree.parent.remove(toctree)
        without_code(tree)
        self.env.resolve_references(tree, name, self)
        for node in list(tree.findall(nodes.raw)):
            if "spec" in node:
                node.replace_self(nodes.raw("", chart(node["spec"]), format="html"))
        self.post_process_images(tree)
        self.fignumbers = prefixed_numbers(name, self.env.toc_fignumbers.get(name, {}))
        prefix_ids(tree, name)
        tree.settings = self.docsettings
        self.docwriter.write(tree, StringOutput(encoding="utf-8"))
        self.docwriter.assemble_parts()
        top = next(tree.findall(nodes.section))
        sections = [
            (section["ids"][0], section[0].astext())
            for section in top.children
            if isinstance(section, nodes.section)
        ]
        return Page(name, part, top[0].astext(), sections, self.docwriter.parts["fragment"])


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


def prefixed_numbers(docname: str, numbers: dict[str, dict]) -> dict[str, dict]:
    """The numbers of a page's figures by the ids that they have in the whole book."""
    return {
        kind: {anchor(docname, name): number for name, number in of_kind.items()}
        for kind, of_kind in numbers.items()
    }


def without_code(tree: nodes.document) -> None:
    """Leave of every code cell its output."""
    for cell in list(tree.findall(nodes.container)):
        if cell.get("nb_element") == "cell_code":
            outputs = [part for part in cell if part.get("nb_element") == "cell_code_output"]
            cell.parent.replace(cell, [node for output in outputs for node in output])


def chart(spec: dict[str, Any]) -> str:
    """A finished chart's specification as HTML for print, drawn once, at the page's width."""
    about = spec["usermeta"]
    view = {**book.single_view(spec), "width": CHART_WIDTH}
    svg = vl_convert.vegalite_to_svg(view, vl_version=charts.VEGALITE)
    # WeasyPrint takes the alternative text of the figure from the title
    head, body = svg.split(">", 1)
    note = f'<p class="chart-note">{tables.marked(about["note"])}</p>' if about["note"] else ""
    return (
        '<div class="chart">'
        f'<p class="chart-headline">{tables.marked(about["headline"])}</p>'
        f'<p class="chart-subtitle">{tables.marked(about["subtitle"])}</p>'
        f'{head}><title>{escape(about["description"])}</title>{body}'
        f'<p class="chart-source">{tables.marked(about["source"])}</p>{note}</div>'
    )


def document(config: Config, pages: list[Page]) -> str:
    """The whole book as one page of HTML: cover, contents, chapters."""
    package = datapackage.descriptor()
    issued = edition_date()
    article = package["sources"][0]
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(config.project)}</title>"
        f'<meta name="author" content="{escape(config.author)}">'
        f'<meta name="description" content="{escape(package["description"])}">'
        f'<meta name="dcterms.created" content="{issued:%Y-%m-%dT%H:%M:%SZ}">'
        f'<meta name="dcterms.modified" content="{issued:%Y-%m-%dT%H:%M:%SZ}">'
        "</head><body>"
        f'<section class="cover"><p class="cover-title">{escape(config.project)}</p>'
        f'<p class="cover-chinese">{tables.marked(article["title"])}</p></section>'
        f"{contents(pages)}"
        + "".join(
            f'<section class="chapter" id="{anchor(page.name)}">{page.body}</section>'
            for page in pages
        )
        + "</body></html>"
    )


def contents(pages: list[Page]) -> str:
    """The table of contents; the stylesheet adds the page numbers."""
    rows, part = [], ""
    for page in pages:
        if page.part != part:
            part = page.part
            rows.append(f'<p class="contents-part">{escape(part)}</p>')
        rows.append(
            f'<p class="contents-chapter"><a href="#{anchor(page.name)}">{escape(page.title)}</a></p>'
        )
        rows += [
            f'<p class="contents-section"><a href="#{name}">{escape(title)}</a></p>'
            for name, title in page.sections
        ]
    return f'<nav class="contents"><h1>Contents</h1>{"".join(rows)}</nav>'


def edition_date() -> datetime:
    """When the edition was issued: the commit's time, or else the date of the data package."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.fromisoformat(datapackage.descriptor()["created"])


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_builder(PdfBuilder)
    app.connect("config-inited", priorities)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def priorities(app: Sphinx, config: Config) -> None:
    """MyST-NB knows no order of preference among outputs for a builder of this name."""
    config.nb_mime_priority_overrides = [
        *config.nb_mime_priority_overrides,
        *((PdfBuilder.name, kind, rank) for rank, kind in enumerate(PRINTED, start=10)),
    ]
