"""The frame of a chart in the book: its pictures, its words, its data, and the files of both."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from nbformat import NotebookNode

from reportbook import tables
from reportbook.charts import palette
from reportbook.site.drawings import Drawings

if TYPE_CHECKING:  # a second to import, and no use where every chart is drawn already
    import pandas as pd

LOG_SCALE = ", log scale"  # what a chart's axis title says of its scale
HELPERS = {"order", "label"}  # columns that `charts` adds to lay out, not to tell
# The files of a chart, by how their names end, and what a link to them says
FILES = {
    ".csv": "Data (CSV)",
    ".svg": "Picture (SVG)",
    ".png": "Picture (PNG)",
    ".json": "Specification (JSON)",
}
# What a picture outside the book is set in: the font that it was measured with, or its like
FAMILY = f"{palette.FONT}, Arial, 'Liberation Sans', Helvetica, sans-serif"


class ChartRenderer:
    """Keeps a place in the page for a chart, which `fill` puts there.

    MyST-NB finds it by the entry point `myst_nb.mime_renderers`.
    """

    mime_priority_overrides = (("*", palette.MIME, 1),)

    @staticmethod
    def handle_mime(renderer: Any, data: Any, inline: bool) -> list[nodes.Element] | None:
        if data.mime_type != palette.MIME or inline:
            return None
        spec = data.content if isinstance(data.content, dict) else json.loads(data.content)
        name = data.cell_metadata.get("mystnb", {}).get("figure", {}).get("name", "")
        return [nodes.raw(format="html", classes=["output"], chart={"name": name, "spec": spec})]


def ordered(notebook: NotebookNode) -> list[dict[str, Any]]:
    """The charts that the outputs of a notebook hold, as `drawn` has those of a page.

    Beside it each has its `png` in base64, or "" where none was stored.
    """
    return [
        {
            "name": cell.metadata.get("mystnb", {}).get("figure", {}).get("name", ""),
            "spec": output.data[palette.MIME],
            "png": output.data.get("image/png", ""),
        }
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if palette.MIME in output.get("data", {})
    ]


def fill(document: nodes.document, drawings: Drawings) -> None:
    """Put the drawn charts in their places."""
    for raw in document.findall(nodes.raw):
        if "chart" in raw and not raw.children:
            raw += nodes.Text(drawings.frame(raw["chart"]))


def drawn(document: nodes.document) -> list[dict[str, Any]]:
    """The charts of a page, in its order: each with its `name` and its `spec`."""
    return [raw["chart"] for raw in document.findall(nodes.raw) if "chart" in raw]


def figure(spec: dict[str, Any], name: str = "") -> str:
    """A finished chart's specification as HTML: headline, subtitle, picture, source, note.

    A chart with a name also links to itself and to the files that `write` writes beside
    the page.
    """
    about = spec["usermeta"]
    view = single_view(spec)
    key = hashlib.sha256(json.dumps(spec, sort_keys=True).encode()).hexdigest()[:10]
    views = {"": view}
    toggle = ""
    if plain := linear(view):
        views = {"as-log": view, "as-linear": plain}
        toggle = '<p class="chart-toggle"><label><input type="checkbox"> Linear scale</label></p>'
    plot = "".join(
        picture(drawing, width, f"{kind} {size}".strip(), key, about["description"])
        for kind, drawing in views.items()
        for size, width in (("wide", palette.WIDTH), ("narrow", palette.NARROW))
    )
    note = f'<p class="chart-note">{tables.marked(about["note"])}</p>' if about["note"] else ""
    return (
        '<div class="chart">'
        f'<p class="chart-headline">{tables.marked(about["headline"])}</p>'
        f'<p class="chart-subtitle">{tables.marked(about["subtitle"])}</p>'
        f'<div class="chart-plot">{plot}</div>{toggle}'
        f'<p class="chart-source">{tables.marked(about["source"])}</p>{note}'
        f"{links(name, about['headline'])}{data_table(spec)}</div>"
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


def data_table(spec: dict[str, Any]) -> str:
    """The chart's data as a table that opens in place."""
    table = data(spec)
    shown = table.apply(written).set_index(table.columns[0])
    html = tables.show(shown, caption=f"Data: {spec['usermeta']['headline']}").html()
    return f'<details class="chart-data"><summary>Table of the data</summary>{html}</details>'


def written(column: pd.Series) -> list[str]:
    """A column as a reader sees it: its numbers with as many decimals as one needs, or three."""
    import pandas as pd

    if not pd.api.types.is_numeric_dtype(column):
        return ["–" if pd.isna(cell) or cell == "" else str(cell) for cell in column]
    numbers = column.dropna()
    years = numbers.between(1900, 2100).all()  # no amounts
    decimals = next(n for n in range(4) if n == 3 or (numbers == numbers.round(n)).all())
    form = f"{'' if years else ','}.{decimals}f"
    return ["–" if pd.isna(cell) else f"{cell:{form}}".replace("-", "−") for cell in column]


def units(view: dict[str, Any], dataset: str = "") -> Iterator[tuple[dict[str, Any], str]]:
    """The marks of a specification, each with the name of the dataset that it draws."""
    dataset = view.get("data", {}).get("name", dataset)
    for inner in [*view.get("layer", []), *view.get("concat", [])]:
        yield from units(inner, dataset)
    if "mark" in view:
        yield view, dataset


def tooltip(unit: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields that a mark tells when touched."""
    channel = unit["encoding"].get("tooltip", [])
    return [tip for tip in (channel if isinstance(channel, list) else [channel]) if "field" in tip]


def data(spec: dict[str, Any]) -> pd.DataFrame:
    """What a chart draws, as one table: names first, then values, without what only lays out.

    The rows are those of the marks that tell something when touched. What other marks draw
    joins them by the columns that they share (a group without a member is a row of its own),
    or, if it is one row, stands in every row.
    """
    import pandas as pd

    marks = list(units(spec))
    told = [name for unit, name in marks if tooltip(unit)]
    base = told[0] if told else max(spec["datasets"], key=lambda name: len(spec["datasets"][name]))
    table = pd.DataFrame(spec["datasets"][base])
    for name, rows in spec["datasets"].items():
        if name != base:
            table = joined(table, pd.DataFrame(rows))
    fields = Fields(marks, base)
    order = [*fields.names, *fields.told, *fields.placed, *table]
    kept = [name for name in dict.fromkeys(order) if name in table and name not in fields.layout]
    table = table[kept].loc[:, ~table[kept].T.duplicated()]
    return table.rename(columns=fields.heads)


class Fields:
    """What the marks of a chart do with the columns of its data."""

    def __init__(self, marks: list[tuple[dict[str, Any], str]], base: str) -> None:
        self.names: list[str] = []  # the rows' names
        self.told: list[str] = []  # what a mark says when touched
        self.placed: list[str] = []  # what a mark stands at, on an axis
        self.heads: dict[str, str] = {}
        hidden, texts = [], []
        for unit, dataset in marks:
            channels = unit["encoding"]
            for tip in tooltip(unit):
                self.told.append(tip["field"])
                if "title" in tip:
                    self.heads[tip["field"]] = tip["title"]
            if dataset == base and "field" in channels.get("text", {}):
                texts.append(channels["text"]["field"])
            hidden += [channels["order"]["field"]] if "order" in channels else []
            for axis in ("x", "y"):
                ends = [channels.get(end, {}) for end in (axis, f"{axis}2")]
                named = [end["field"] for end in ends if "field" in end]
                main = ends[0]
                if main.get("type") == "nominal":
                    self.names += named
                elif main.get("axis", "shown") is None:
                    hidden += named
                else:
                    self.placed += named
                    title = (main.get("title") or "").replace(LOG_SCALE, "")
                    if title and dataset == base:
                        for field in named:
                            head = f"{field}, {title}" if len(named) > 1 else title
                            self.heads.setdefault(field, head)
        self.layout = {*hidden, *texts, *HELPERS} - {*self.told}
        self.layout -= {field for field in texts if field in self.names}


def joined(table: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """The table with the columns and the missing rows of another one."""
    import pandas as pd

    shared = [name for name in other if name in table]
    if not shared:
        return table.assign(**other.iloc[0]) if len(other) == 1 else table
    keys = list(other[shared].itertuples(index=False, name=None))
    present = set(table[shared].itertuples(index=False, name=None))
    missing = other[[key not in present for key in keys]]
    table = table.merge(other.drop_duplicates(shared), how="left", on=shared)
    if missing.empty:
        return table
    place = {key: number for number, key in enumerate(keys)}
    table = pd.concat([table, missing], ignore_index=True)
    places = [place[key] for key in table[shared].itertuples(index=False, name=None)]
    return table.iloc[pd.Series(places).sort_values(kind="stable").index].reset_index(drop=True)


def single_view(spec: dict[str, Any]) -> dict[str, Any]:
    """The one view that `charts.finish` titled: the page sets the titles as text instead.

    Each mark that has a tooltip carries its text as its description; the others carry none.
    """
    ((view,),) = [outer["concat"] for outer in spec["concat"]]
    kept = {name: spec[name] for name in ("$schema", "config", "datasets", "data") if name in spec}
    view = {name: value for name, value in view.items() if name not in ("title", "name")}
    config = {**kept["config"], "background": "transparent"}
    view = deepcopy({**kept, **view, "config": config})
    for unit, _ in units(view):
        mark = unit["mark"] if isinstance(unit["mark"], dict) else {"type": unit["mark"]}
        tips = tooltip(unit)
        told = {"description": {"expr": " + '; ' + ".join(map(_told, tips))}} if tips else {}
        unit["mark"] = {**mark, **told, "aria": bool(tips)}
    return {**view, "autosize": {"type": "fit-x", "contains": "padding"}}


def _told(tip: dict[str, Any]) -> str:
    """A Vega expression for one line of a tooltip."""
    field = f"datum[{json.dumps(tip['field'], ensure_ascii=False)}]"
    if tip.get("type") == "quantitative":
        field = f"format({field}, {json.dumps(tip.get('format', ',.4~r'))})"
    head = json.dumps(tip.get("title", tip["field"]) + ": ", ensure_ascii=False)
    return f"{head} + {field}"


def linear(view: dict[str, Any]) -> dict[str, Any] | None:
    """The same view on a linear scale from zero, if it is drawn on a logarithmic one."""
    view, changed = deepcopy(view), False
    for unit, _ in units(view):
        for axis in ("x", "y"):
            channel = unit["encoding"].get(axis, {})
            if channel.get("scale", {}).get("type") == "log":
                changed = True
                channel["scale"] = {"zero": True}
                channel.get("axis", {}).pop("values", None)
            if "title" in channel:
                channel["title"] = (channel["title"] or "").replace(LOG_SCALE, "") or None
    return view if changed else None


def picture(view: dict[str, Any], width: int, name: str, key: str, description: str) -> str:
    """One static SVG, named for readers who can't see it, with ids of its own.

    `name` are its classes. Vega's roles are taken out, since the picture is one thing to a
    screen reader; what a mark tells stays as `data-tip`, which charts.js shows.
    """
    svg = pictures.svg({**view, "width": width})
    prefix = f"{name.replace(' ', '-')}-{key}-"
    svg = re.sub(r'\b(id="|url\(#|href="#)', rf"\g<1>{prefix}", svg)
    svg = re.sub(r'aria-label="[^"]*" role="graphics-symbol" aria-\w+="(axis|legend)"', "", svg)
    svg = re.sub(r'aria-label="([^"]*)" role="graphics-symbol"', r'data-tip="\1"', svg)
    svg = re.sub(r' (?:role="[^"]*"|aria-[a-z]+="[^"]*"|pointer-events="none")', "", svg)
    svg = re.sub(r'<path class="(?:fore|back)ground"[^>]*/>', "", svg)
    svg = svg.replace(f' font-family="{palette.FONT}"', "")  # report.css names the family
    return re.sub(
        r'^<svg [^>]*?class="marks"',
        lambda head: head[0].replace(
            'class="marks"',
            f'class="marks {name}" role="img" aria-label="{escape(description)}"',
        ),
        svg,
        count=1,
    )


def write(chart: dict[str, Any], folder: Path) -> None:
    """Write a chart's data, pictures and specification, named by it, into a folder.

    The PNG is that of the chapter's stored outputs, if the chart comes from there.
    """
    spec, path = chart["spec"], folder / chart["name"]
    folder.mkdir(parents=True, exist_ok=True)
    data(spec).to_csv(path.with_suffix(".csv"), index=False, lineterminator="\n")
    text = json.dumps(spec, ensure_ascii=False, indent=1)
    path.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    svg = pictures.alone(spec)
    stored = chart.get("png")
    path.with_suffix(".png").write_bytes(base64.b64decode(stored) if stored else pictures.png(svg))
    svg = svg.replace(f'font-family="{palette.FONT}"', f'font-family="{FAMILY}"')
    path.with_suffix(".svg").write_text(svg, encoding="utf-8")
