"""The outputs of cells as parts of a page: charts in their frames, tables in their widths."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.transforms import SphinxTransform

from reportbook import drawing
from reportbook import tables as tables_
from reportbook.data import origins
from reportbook.language import curled, marked
from reportbook.readings import classes
from reportbook.tables import Table, shared_widths, written
from reportbook.translation import outputs as translation
from reportbook.translation.messages import LANGUAGE
from reportbook.translation.words import _, message

if TYPE_CHECKING:  # a second to import, while which chapters may run already
    from myst_nb.core.render import MimeData, NbElementRenderer

# The files of a chart, by how their names end, and what a link to them says
FILES = {".csv": "CSV", ".svg": "SVG", ".png": "PNG", ".json": message("Specification")}
PICTURED = (".svg", ".png")  # those that each reading of a phrase has
# The width of a whole line of a table on a wide screen, in ems of its lettering (report.css), and
# how wide a face that stands in for it may be set beside what tables reckon with
MEASURE, WIDER = 45.5, 0.96
# As `prose.MIME`, which isn't imported for it: pandas would come along, half a second of each build
SENTENCES = "application/vnd.reportbook.prose+json"
NUMBER = "number"
SAID = "said-here"  # what a cell says, until it stands among the paragraphs of its section
TURNED = "readings"  # what stands in one place, of which the page shows one reading at a time


def said(_name: str, _raw: str, text: str, *_: object, **__: object) -> tuple[list, list]:
    """The role of a number in a sentence; what is known of it is its attribute `number`."""
    return [nodes.inline(text, text, classes=[NUMBER])], []


class Sentences(SphinxTransform):
    """Puts what a cell says in the place of the cell: it is prose like any other.

    What neighbouring cells say of the readings of one phrase stands in one place.
    """

    default_priority = 10

    def apply(self, **_: object) -> None:
        for cell in list(self.document.findall(nodes.container)):
            if cell.get("nb_element") == "cell_code":
                said = [node for node in cell.findall(nodes.container) if SAID in node["classes"]]
                if said and (reading := said[0].get("reading")):
                    self.turn(cell, said[0], reading)
                elif said:
                    cell.parent.replace(cell, said[0].children)
        for cards in self.document.findall(nodes.container):
            if "figures" in cards["classes"]:
                # From the first one on the page knows how many there are, so that none moves
                cards["classes"].append(f"of-{len(cards)}")

    def turn(self, cell: nodes.container, said: nodes.container, reading: dict) -> None:
        place = cell.parent.index(cell)
        before = cell.parent[place - 1] if place else None
        one = nodes.container("", *said.children, classes=classes(reading))
        if isinstance(before, nodes.container) and before.get("switch") == reading["switch"]:
            before += one
            cell.parent.remove(cell)
        else:
            turned = nodes.container("", one, classes=[TURNED], switch=reading["switch"])
            cell.parent.replace(cell, turned)


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
        content = data.content
        if chinese(renderer.renderer.document):
            content = translation.output(data.mime_type, content)
        if data.mime_type == SENTENCES:
            said = nodes.container(classes=[SAID], reading=content.get("reading"))
            with renderer.renderer.current_node_context(said):
                text = "\n".join(content["myst"])
                renderer.renderer.nested_render_text(text, data.line or 0)
            for node in said.findall(nodes.TextElement):
                if not isinstance(node, nodes.Inline):
                    node["translatable"] = False  # Sphinx's catalogues don't have it: ours have
            shown = [node for node in said.findall(nodes.inline) if NUMBER in node["classes"]]
            # A build without our extension lacks the role of numbers, and shows none
            numbers = content["numbers"] if shown else []
            own = {"cell": data.cell_index, "reading": content.get("reading")}
            for node, number in zip(shown, numbers, strict=True):
                node["number"] = origins.stored(number, origins.unpacked) | own
            return [said]
        if data.mime_type == tables_.MIME:
            about = {"table": content, "cell": data.cell_index}
            return [nodes.raw(format="html", classes=["output"], **about)]
        if data.mime_type == drawing.MIME and "pictures" in content.get("usermeta", {}):
            name = data.cell_metadata.get("mystnb", {}).get("figure", {}).get("name", "")
            about = {"chart": content, "name": name, "cell": data.cell_index}
            return [nodes.raw(format="html", classes=["output"], **about)]
        return None


def chinese(document: nodes.document) -> bool:
    """Whether a document belongs to the Chinese edition."""
    return document.settings.env.config.language == LANGUAGE


def charts(document: nodes.document) -> list[nodes.raw]:
    """The places of a page's charts, in its order."""
    return [node for node in document.findall(nodes.raw) if "chart" in node]


def readings(document: nodes.document) -> str:
    """The switches of a page and the readings of each, the first one first: "years=a,b growth=c,d".

    Raises ExtensionError where sentences depend on a reading that no figure of the page turns.
    """
    found: dict[str, list[str]] = {}
    for node in charts(document):
        about = node["chart"]["usermeta"]
        if "reading" in about:
            states = [about, *about["others"]]
            found[about["reading"]["switch"]] = [state["reading"]["key"] for state in states]
    for node in document.findall(nodes.container):
        if "switch" in node and node["switch"] not in found:
            raise ExtensionError(
                f"{document['source']}: sentences depend on {node['switch']}, and no figure of "
                "the page turns it. Remedy: charts.turned, or say them without a reading."
            )
    return " ".join(f"{name}={','.join(keys)}" for name, keys in found.items())


class Rests(Protocol):
    """Knows the ids of the entries that numbers lead to; "" for none."""

    def of_row(self, name: str) -> tuple[str, str]:
        """For the numbers of a row of a table, and the id of a row that its page shows to all."""

    def of_cell(self, said: str, number: dict[str, Any], code: list[str]) -> str:
        """For a number of a table that knows what it rests on, shown by this code."""

    def of_headline(self, number: dict[str, Any], code: list[str]) -> str:
        """For a number of a headline, whose chart is drawn by this code."""

    def of_figure(self, number: str, names: list[str], code: list[str]) -> str:
        """For those of the words around a figure, which is drawn from these rows by this code."""


def fill(
    document: nodes.document,
    label: Callable[[nodes.figure], str],
    code: Callable[[int], list[str]],
    rests: Rests,
) -> None:
    """Set the charts and tables of a page, tables of one kind in the same widths.

    `label` gives the number of a figure, as "Figure 8", and `code` the ids of the code that a cell
    is fed by; `rests` knows the entries that numbers lead to. The caption that gave it the number
    is left out: the headline says the same, and one title is enough.
    """
    places = [node for node in document.findall(nodes.raw) if "chart" in node or "table" in node]
    found = [
        data_table(node["chart"]["usermeta"]) if "chart" in node else Table(**node["table"])
        for node in places
    ]
    for node, table, widths in zip(
        places, found, shared_widths(found, MEASURE, WIDER, below=True), strict=True
    ):
        cells, lead = code(node["cell"]), ""

        def traces(number: dict[str, Any], table: Table = table, cells: list[str] = cells) -> str:
            return rests.of_cell(table.rows[number["row"]][number["column"]], number, cells)

        if "chart" in node:
            numbered = node.parent if isinstance(node.parent, nodes.figure) else None
            number = label(numbered) if numbered else ""
            drawn = origins.unpacked(node["chart"]["usermeta"].get("rests_on", []))
            lead = rests.of_figure(number, drawn, cells) if drawn and number else ""
        html = table.html(widths, rests.of_row, traces, lead)
        html = html.replace(">Filter ", f">{_('Filter')} ")
        if "chart" in node:

            def own(number: dict[str, Any], cells: list[str] = cells) -> str:
                number = origins.stored(number, origins.unpacked)
                return rests.of_headline(number, cells)

            html = figure(node["chart"], node["name"], html, number, cells, Leads(lead, own))
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
    years = [
        head
        for head, column in zip(heads, columns, strict=True)
        if all(re.fullmatch(origins.YEAR, cell) for cell in column)
    ]
    caption = _("Data: {headline}").format(**about)
    return Table(heads, [*zip(*columns, strict=True)], caption, places=years)


def figure(
    spec: dict[str, Any],
    name: str,
    table: str,
    number: str = "",
    code: Sequence[str] = (),
    leads: Leads | None = None,
) -> str:
    """What a figure holds: number, headline, subtitle; pictures; source, note, menu of its data.

    Its pictures are those of all widths and scales; the style sheet shows one of them. `table` is
    the table of its data. What stands above the picture is the figure's name to a screen reader;
    its numbers lead to entries.
    """
    about = spec["usermeta"]
    toggle = ""
    if any("as-linear" in kind for kind in about["pictures"]):
        toggle = (
            '<p class="chart-toggle"><label><input type="checkbox"> '
            f"{_('Linear scale')}</label></p>"
        )
    counted = f'<span class="caption-number">{escape(number)}</span>' if number else ""
    of_what = f'<span class="unseen">{_(": ")}{marked(about["headline"])}</span>'
    if reading := about.get("reading"):
        question = f'<span class="caption-text">{marked(reading["question"])}</span>'
        head = f'<p class="chart-question">{counted}{question}</p>'
        states = [about, *about["others"]]
        turned = "".join(
            f'<div class="{" ".join(classes(state["reading"]))}">'
            f'<p class="reading-name">{marked(state["reading"]["name"])}</p>'
            f'<div class="chart-head">{words(state, leads=leads)}</div>'
            f"{picture(state)}{foot(state)}</div>"
            for state in states
        )
        drawn = f'{switch(states)}<div class="{TURNED}">{turned}</div>{toggle}'
    else:
        chosen, told = explorer(about) if "filters" in about else ("", "")
        head = words(about, counted, leads)
        drawn = f"{chosen}{picture(about)}{told}{toggle}{foot(about)}"
    return (
        f'<figcaption class="chart-head">{head}</figcaption>'
        f'<div class="chart">{drawn}'
        f'<details class="chart-data"><summary>{_("Data")}{of_what}</summary>'
        f"{links(name, about, code)}{table}</details></div>"
    )


class Leads(NamedTuple):
    """Where the numbers of a headline lead to: each to its own entry, others to their figure's."""

    figure: str
    own: Callable[[dict[str, Any]], str]


def words(about: dict[str, Any], before: str = "", leads: Leads | None = None) -> str:
    """What stands above a picture: its headline with numbers that lead to entries, its subtitle."""
    text, end, parts = about["headline"], 0, []
    if leads:
        own = {
            number["said"]: leads.own(number | {"reading": about.get("reading")})
            for number in about.get("numbers", [])
        }
        for found in origins.numbers_of(own).finditer(text):
            entry, said = own.get(found[0], leads.figure), marked(found[0])
            link = f"<a href=#{entry}>{said}</a>" if entry else said
            parts += [marked(text[end : found.start()]), link]
            end = found.end()
    return (
        f'<p class="chart-headline">{before}'
        f'<span class="caption-text">{"".join(parts)}{marked(text[end:])}</span></p>'
        f'<p class="chart-subtitle">{marked(about["subtitle"])}</p>'
    )


def picture(about: dict[str, Any]) -> str:
    drawn = "".join("\n".join(lines) for lines in about["pictures"].values())
    return f'<div class="chart-plot">{drawn}</div>'


def foot(about: dict[str, Any]) -> str:
    """What stands below a picture: its source and its note."""
    note = f'<p class="chart-note">{marked(about["note"])}</p>' if about["note"] else ""
    return f'<p class="chart-source">{marked(about["source"])}</p>{note}'


def explorer(about: dict[str, Any]) -> tuple[str, str]:
    """Fields that choose among the marks of a picture, and the place where one is told in full.

    A script works them, and takes what it tells from the rows of the page; without it the marks
    are links to these.
    """
    shown = about["table"]
    fields = ""
    for name in about["filters"]:
        place = shown["columns"].index(name)
        values = dict.fromkeys(row[place] for row in shown["rows"])
        options = "".join(f"<option>{escape(value)}</option>" for value in values)
        fields += (
            f'<label>{escape(name.capitalize())} <select name="{escape(name)}" autocomplete="off">'
            f'<option value="">{_("all")}</option>{options}</select></label>'
        )
    return (
        f'<form class="choose js-only">{fields}<output>{_("Touch a square to read it.")}</output>'
        "</form>",
        '<div class="told-in-full js-only" tabindex="-1" role="group" '
        f'aria-label="{_("What is chosen")}"></div>',
    )


def switch(states: list[dict[str, Any]]) -> str:
    """The buttons by which a reader turns from one reading to another; a script works them."""
    readings = [state["reading"] for state in states]
    name, question = escape(readings[0]["switch"]), escape(readings[0]["question"])
    buttons = "".join(
        f'<label><input type="radio" name="{name}" value="{escape(reading["key"])}"'
        f"{'' if place else ' checked'}> {marked(reading['name'])}</label>"
        for place, reading in enumerate(readings)
    )
    # The address says which is turned on, and no browser remembers another
    return (
        '<form autocomplete="off">'
        f'<div class="switch js-only" role="radiogroup" aria-label="{question}">{buttons}'
        '<p class="unseen" role="status"></p></div></form>'
    )


def links(name: str, about: dict[str, Any], code: Sequence[str] = ()) -> str:
    """The files of a chart, its data, pictures and specification; its own address; its code."""
    if not name:
        return ""
    of_what = f'<span class="unseen">{_(": ")}{escape(about["headline"])}</span>'
    items = [
        f'<li><a href="{escape(name)}{end}" download>{_(what)}{of_what}</a></li>'
        for end, what in FILES.items()
    ]
    items += [
        f'<li><a href="{escape(name)}-{escape(key)}{end}" download>{_(FILES[end])}'
        f"{_(': ')}{marked(other['reading']['name'])}</a></li>"
        for other in about.get("others", [])
        for key in [other["reading"]["key"]]
        for end in PICTURED
    ]
    items.append(f'<li><a href="#{escape(name)}">{_("Link to this figure")}{of_what}</a></li>')
    if code:
        items.append(
            f'<li><a href="#{code[0]}" data-cells="{" ".join(code)}">{_("Code")}{of_what}</a></li>'
        )
    return f'<ul class="chart-links">{"".join(items)}</ul>'
