"""The outputs of cells as parts of a page: charts in their frames, tables in their widths."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from reportbook import drawing
from reportbook import tables as tables_
from reportbook.language import curled, marked
from reportbook.tables import Table, shared_widths, written

if TYPE_CHECKING:  # a second to import, while which chapters may run already
    from myst_nb.core.render import MimeData, NbElementRenderer

# The files of a chart, by how their names end, and what a link to them says
FILES = {".csv": "CSV", ".svg": "SVG", ".png": "PNG", ".json": "Specification"}
# The width of a whole line of a table on a wide screen, in ems of its lettering (report.css), and
# how wide that is set beside Arimo, with room to spare: the face of the pages takes 0.91 of it
MEASURE, WIDER = 45.5, 0.96
# As `prose.MIME`, which isn't imported for it: pandas would come along, half a second of each build
SENTENCES = "application/vnd.reportbook.prose+json"
NUMBER = "number"
SAID = "said-here"  # what a cell says, until it stands among the paragraphs of its section


def said(_name: str, _raw: str, text: str, *_: object, **__: object) -> tuple[list, list]:
    """The role of a number in a sentence; what is known of it is its attribute `number`."""
    return [nodes.inline(text, text, classes=[NUMBER])], []


class Sentences(SphinxTransform):
    """Puts what a cell says in the place of the cell: it is prose like any other."""

    default_priority = 10

    def apply(self, **_: object) -> None:
        for cell in list(self.document.findall(nodes.container)):
            if cell.get("nb_element") == "cell_code":
                said = [node for node in cell.findall(nodes.container) if SAID in node["classes"]]
                if said:
                    cell.parent.replace(cell, said[0].children)
        for cards in self.document.findall(nodes.container):
            if "figures" in cards["classes"]:
                # From the first one on the page knows how many there are, so that none moves
                cards["classes"].append(f"of-{len(cards)}")


class OutputRenderer:
    """Keeps a place in the document for a chart or a table, and reads what a cell says.

    MyST-NB finds it by the entry point `myst_nb.mime_renderers`. The node of a chart has the
    attribute `chart`, its specification, and `name`, that of its figure; the node of a table has
    the attribute `table`, what `tables.Table` takes. Each edition then sets them as it needs.
    """

    mime_priority_overrides = tuple(
        ("*", kind, 1) for kind in (drawing.MIME, tables_.MIME, SENTENCES)
    )

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        if inline or not isinstance(data.content, dict):
            return None
        if data.mime_type == SENTENCES:
            said = nodes.container(classes=[SAID])
            with renderer.renderer.current_node_context(said):
                text = "\n".join(data.content["myst"])
                renderer.renderer.nested_render_text(text, data.line or 0)
            shown = [node for node in said.findall(nodes.inline) if NUMBER in node["classes"]]
            for node, number in zip(shown, data.content["numbers"], strict=True):
                node["number"] = {**number, "cell": data.cell_index}
            return [said]
        if data.mime_type == tables_.MIME:
            return [nodes.raw(format="html", classes=["output"], table=data.content)]
        if data.mime_type == drawing.MIME and "pictures" in data.content.get("usermeta", {}):
            name = data.cell_metadata.get("mystnb", {}).get("figure", {}).get("name", "")
            about = {"chart": data.content, "name": name, "cell": data.cell_index}
            return [nodes.raw(format="html", classes=["output"], **about)]
        return None


def charts(document: nodes.document) -> list[nodes.raw]:
    """The places of a page's charts, in its order."""
    return [node for node in document.findall(nodes.raw) if "chart" in node]


def fill(
    document: nodes.document,
    label: Callable[[nodes.figure], str],
    code: Callable[[int], list[str]],
) -> None:
    """Set the charts and tables of a page, tables of one kind in the same widths.

    `label` gives the number of a figure, as "Figure 8", and `code` the ids of the code that a cell
    is fed by. The caption that gave it the number is
    left out: the headline says the same, and one title is enough.
    """
    places = [node for node in document.findall(nodes.raw) if "chart" in node or "table" in node]
    found = [
        data_table(node["chart"]["usermeta"]) if "chart" in node else Table(**node["table"])
        for node in places
    ]
    for node, table, widths in zip(
        places, found, shared_widths(found, MEASURE, WIDER, below=True), strict=True
    ):
        html = table.html(widths)
        if "chart" in node:
            numbered = node.parent if isinstance(node.parent, nodes.figure) else None
            number = label(numbered) if numbered else ""
            html = figure(node["chart"], node["name"], html, number, code(node["cell"]))
            if numbered:
                numbered[:] = [node]
                numbered["classes"].append("of-chart")
                node["classes"] = []  # or it is put in a box, in which no caption may stand
            else:
                html = f'<figure class="of-chart">{html}</figure>'
        node += nodes.Text(html)


def data_table(about: dict[str, Any]) -> Table:
    """What a chart shows, as a reader sees it; `about` is the `usermeta` of its specification."""
    shown = about["table"]
    columns = [[*map(curled, written(column))] for column in zip(*shown["rows"], strict=True)]
    heads = [*map(curled, shown["columns"])]
    return Table(heads, [*zip(*columns, strict=True)], f"Data: {about['headline']}")


def figure(
    spec: dict[str, Any], name: str, table: str, number: str = "", code: Sequence[str] = ()
) -> str:
    """What a figure holds: number, headline, subtitle; pictures; source, note, menu of its data.

    Its pictures are those of all widths and scales; the style sheet shows one of them. `table` is
    the table of its data. What stands above the picture is the figure's name to a screen reader.
    """
    about = spec["usermeta"]
    plot = "".join("\n".join(lines) for lines in about["pictures"].values())
    toggle = ""
    if any("as-linear" in kind for kind in about["pictures"]):
        toggle = '<p class="chart-toggle"><label><input type="checkbox"> Linear scale</label></p>'
    note = f'<p class="chart-note">{marked(about["note"])}</p>' if about["note"] else ""
    counted = f'<span class="caption-number">{escape(number)}</span>' if number else ""
    of_what = f'<span class="unseen">: {marked(about["headline"])}</span>'
    return (
        f'<figcaption class="chart-head"><p class="chart-headline">{counted}'
        f'<span class="caption-text">{marked(about["headline"])}</span></p>'
        f'<p class="chart-subtitle">{marked(about["subtitle"])}</p></figcaption>'
        '<div class="chart">'
        f'<div class="chart-plot">{plot}</div>{toggle}'
        f'<p class="chart-source">{marked(about["source"])}</p>{note}'
        f'<details class="chart-data"><summary>Data{of_what}</summary>'
        f"{links(name, about['headline'], code)}{table}</details></div>"
    )


def links(name: str, headline: str, code: Sequence[str] = ()) -> str:
    """The files of a chart, its data, picture and specification; its own address; its code."""
    if not name:
        return ""
    items = [
        f'<li><a href="{escape(name)}{end}" download>{what}<span class="unseen">: '
        f"{escape(headline)}</span></a></li>"
        for end, what in FILES.items()
    ]
    items.append(
        f'<li><a href="#{escape(name)}">Link to this figure<span class="unseen">: '
        f"{escape(headline)}</span></a></li>"
    )
    if code:
        items.append(
            f'<li><a href="#{code[0]}" data-cells="{" ".join(code)}">Code<span class="unseen">: '
            f"{escape(headline)}</span></a></li>"
        )
    return f'<ul class="chart-links">{"".join(items)}</ul>'
