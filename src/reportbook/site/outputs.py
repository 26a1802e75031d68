"""The outputs of cells as parts of a page: charts in their frames, tables in their widths."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from reportbook import drawing, prose
from reportbook import tables as tables_
from reportbook.language import marked
from reportbook.tables import Table, shared_widths, written

if TYPE_CHECKING:  # a second to import, while which chapters may run already
    from myst_nb.core.render import MimeData, NbElementRenderer

# The files of a chart, by how their names end, and what a link to them says
FILES = {
    ".csv": "Data (CSV)",
    ".svg": "Picture (SVG)",
    ".png": "Picture (PNG)",
    ".json": "Specification (JSON)",
}
# The width of a whole line of a table on a wide screen, in ems of its lettering (report.css), and
# how wide that is set beside Arimo, with room to spare: the face of the pages takes 0.91 of it
MEASURE, WIDER = 43.7, 0.96


SAID = "said-here"  # what a cell says, until it stands among the paragraphs of its section


def said(_name: str, _raw: str, text: str, *_: object, **__: object) -> tuple[list, list]:
    """The role of a number in a sentence."""
    return [nodes.inline(text, text, classes=["number"])], []


class Sentences(SphinxTransform):
    """Puts what a cell says in the place of the cell: it is prose like any other."""

    default_priority = 10

    def apply(self, **_: object) -> None:
        for cell in list(self.document.findall(nodes.container)):
            if cell.get("nb_element") == "cell_code":
                said = [node for node in cell.findall(nodes.container) if SAID in node["classes"]]
                if said:
                    cell.parent.replace(cell, said[0].children)


class OutputRenderer:
    """Keeps a place in the document for a chart or a table, and reads what a cell says.

    MyST-NB finds it by the entry point `myst_nb.mime_renderers`. The node of a chart has the
    attribute `chart`, its specification, and `name`, that of its figure; the node of a table has
    the attribute `table`, what `tables.Table` takes. Each edition then sets them as it needs.
    """

    mime_priority_overrides = tuple(
        ("*", kind, 1) for kind in (drawing.MIME, tables_.MIME, prose.MIME)
    )

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        if inline or not isinstance(data.content, dict):
            return None
        if data.mime_type == prose.MIME:
            said = nodes.container(classes=[SAID])
            with renderer.renderer.current_node_context(said):
                text = "\n".join(data.content["myst"])
                renderer.renderer.nested_render_text(text, data.line or 0)
            return [said]
        if data.mime_type == tables_.MIME:
            return [nodes.raw(format="html", classes=["output"], table=data.content)]
        if data.mime_type == drawing.MIME and "pictures" in data.content.get("usermeta", {}):
            name = data.cell_metadata.get("mystnb", {}).get("figure", {}).get("name", "")
            return [nodes.raw(format="html", classes=["output"], chart=data.content, name=name)]
        return None


def charts(document: nodes.document) -> list[nodes.raw]:
    """The places of a page's charts, in its order."""
    return [node for node in document.findall(nodes.raw) if "chart" in node]


def fill(document: nodes.document) -> None:
    """Set the charts and tables of a page, tables of one kind in the same widths."""
    places = [node for node in document.findall(nodes.raw) if "chart" in node or "table" in node]
    found = [
        data_table(node["chart"]["usermeta"]) if "chart" in node else Table(**node["table"])
        for node in places
    ]
    for node, table, widths in zip(
        places, found, shared_widths(found, MEASURE, WIDER), strict=True
    ):
        html = table.html(widths)
        node += nodes.Text(figure(node["chart"], node["name"], html) if "chart" in node else html)


def data_table(about: dict[str, Any]) -> Table:
    """What a chart shows, as a reader sees it; `about` is the `usermeta` of its specification."""
    shown = about["table"]
    columns = [written(column) for column in zip(*shown["rows"], strict=True)]
    return Table(shown["columns"], [*zip(*columns, strict=True)], f"Data: {about['headline']}")


def figure(spec: dict[str, Any], name: str, table: str) -> str:
    """A chart in its frame: headline, subtitle, pictures, source, note, files and data.

    Its pictures are those of all widths and scales; the style sheet shows one of them. `table` is
    the table of its data.
    """
    about = spec["usermeta"]
    plot = "".join("\n".join(lines) for lines in about["pictures"].values())
    toggle = ""
    if any("as-linear" in kind for kind in about["pictures"]):
        toggle = '<p class="chart-toggle"><label><input type="checkbox"> Linear scale</label></p>'
    note = f'<p class="chart-note">{marked(about["note"])}</p>' if about["note"] else ""
    return (
        '<div class="chart">'
        f'<p class="chart-headline">{marked(about["headline"])}</p>'
        f'<p class="chart-subtitle">{marked(about["subtitle"])}</p>'
        f'<div class="chart-plot">{plot}</div>{toggle}'
        f'<p class="chart-source">{marked(about["source"])}</p>{note}'
        f"{links(name, about['headline'])}"
        f'<details class="chart-data"><summary>Table of the data</summary>{table}</details></div>'
    )


def links(name: str, headline: str) -> str:
    """The quiet line below a chart: its data, picture and specification, and itself."""
    if not name:
        return ""
    items = [
        f'<li><a href="{escape(name)}{end}" download>{what}<span class="unseen">: '
        f"{escape(headline)}</span></a></li>"
        for end, what in FILES.items()
    ]
    items.append(
        f'<li><a href="#{escape(name)}">Link<span class="unseen"> to this chart: '
        f"{escape(headline)}</span></a></li>"
    )
    return f'<ul class="chart-links">{"".join(items)}</ul>'
