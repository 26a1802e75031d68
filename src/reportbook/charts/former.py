"""The forms that chapters still use: each goes when its last chapter is redrawn in the new ones."""

from __future__ import annotations

import altair as alt
import pandas as pd

from heshu.intervals import Interval
from reportbook.charts.forms import Form
from reportbook.palette import COMPUTED, GRID, INK, MUTED, OUTSIDE, PRINTED


def _same(view: alt.LayerChart, table: pd.DataFrame) -> Form:
    """A form that is drawn alike at every width."""
    return Form(lambda _: view, table)


def ends(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """The table with the ends of a column of intervals as floats, `low` and `high`.

    Other columns of intervals are left out: a chart's data must be plain numbers and text.
    """
    intervals = table[column]
    return table.drop(columns=[name for name in table if _holds_intervals(table[name])]).assign(
        low=[float(interval.low) for interval in intervals],
        high=[float(interval.high) for interval in intervals],
    )


def _holds_intervals(column: pd.Series) -> bool:
    return any(isinstance(cell, Interval) for cell in column)


# Whose figure it is, everywhere in the same colours
ORIGIN = {
    "the article": PRINTED,
    "computed from the article": COMPUTED,
    "from elsewhere": OUTSIDE,
}


def bands(
    table: pd.DataFrame,
    *,
    row: str,
    x: alt.X,
    step: int = 46,
    behind: alt.Chart | None = None,
) -> Form:
    """One row a thing: its name and value as text above it, its interval as a bar.

    `table` has the columns `row` (the name), `text` (the value in words), `low` and `high`,
    and, where they are wanted, `face` (the value of the printed digits, drawn as a tick) and
    `series` (names of ORIGIN, or two others, which take its first colours). `x` encodes `low`
    and titles the axis with its unit; `behind` are marks drawn below the bars. An exact figure is
    a bar of no length, seen by its outline.
    """
    table = table.assign(label=table[row] + " · " + table["text"])
    y = alt.Y(row, sort=None, axis=None)
    base = alt.Chart(table).encode(y=y, tooltip=[row, alt.Tooltip("text", title="value")])
    hue = {"color": alt.value(PRINTED), "stroke": alt.value(PRINTED)}
    if "series" in table:
        names = list(dict.fromkeys(table["series"]))
        known = {name: hue for name, hue in ORIGIN.items() if name in names}
        fill = color(known or dict(zip(names, ORIGIN.values(), strict=False)))
        hue = {"color": fill, "stroke": alt.Stroke(**fill.to_dict(context={"data": table}))}
    bar = base.mark_bar(height=10, fillOpacity=0.45, strokeWidth=2, yOffset=8)
    layers = [bar.encode(x=x, x2="high", **hue)]
    if "face" in table:
        tick = base.mark_tick(thickness=3, height=20, yOffset=8, opacity=1, color=INK)
        layers.append(tick.encode(x=alt.X("face", type="quantitative")))
    names = (
        alt.Chart(table.drop_duplicates(row))
        .mark_text(align="left", baseline="bottom", yOffset=-4, fontSize=12.5)
        .encode(y=y, x=alt.value(0), text="label")
    )
    drawn = alt.layer(*([] if behind is None else [behind]), *layers, names)
    return _same(drawn.properties(height=step * table[row].nunique()), _told(table, row, x))


def _told(table: pd.DataFrame, row: str, x: alt.X) -> pd.DataFrame:
    """The rows of `bands` as a table: name, value in words, and ends in the axis's unit."""
    unit = x.to_dict(context={"data": table}).get("title", "").removesuffix(", log scale")
    heads = {"text": "value", "low": f"low, {unit}", "high": f"high, {unit}"}
    heads["face"] = f"at the printed values, {unit}"
    known = [name for name in [row, "series", *heads] if name in table]
    return table[known].rename(columns=heads)


def parts(table: pd.DataFrame, *, row: str, value: str, series: dict[str, str]) -> Form:
    """One bar a row, stacked of its parts in the order of `series`, with the name above it.

    `table` has a row a part with the columns `row`, `value` (a count or an amount) and
    `series` (a key of `series`, which gives the colours).
    """
    order = {name: place for place, name in enumerate(series)}
    told = table[[row, "series", value]]
    table = told.assign(order=told["series"].map(order))
    y = alt.Y(row, sort=None, axis=None)
    bars = alt.Chart(table).mark_bar(height=14, yOffset=9)
    names = alt.Chart(table.drop_duplicates(row)).mark_text(
        align="left", baseline="bottom", yOffset=-3, fontSize=12.5
    )
    drawn = alt.layer(
        bars.encode(
            x=alt.X(value, type="quantitative", title=value, axis=alt.Axis(tickCount=5)),
            y=y,
            color=color(series),
            order="order",
            tooltip=[row, "series", value],
        ),
        names.encode(y=y, x=alt.value(0), text=row),
    )
    return _same(drawn.properties(height=42 * table[row].nunique()), told)


def dots(table: pd.DataFrame, *, row: str, rows: list[str], series: dict[str, str]) -> Form:
    """One line a group: its name, one dot a thing coloured by its series, and their number.

    `table` has a row a thing with the columns `row` (one of `rows`, in their order), `series`
    (a key of `series`, which gives the colours) and `name` (shown when touched). A group
    without things stays visible as "none".
    """
    order = {name: place for place, name in enumerate(series)}
    things = table[list(dict.fromkeys([row, "name", "series"]))]
    things = things.assign(order=things["series"].map(order)).sort_values("order", kind="stable")
    things["position"] = things.groupby(row).cumcount()
    totals = pd.DataFrame({row: rows}).assign(
        total=lambda groups: [int((table[row] == group).sum()) for group in groups[row]],
        count=lambda groups: [str(n) if n else "none" for n in groups["total"]],
    )
    y = alt.Y(row, sort=rows, axis=None, scale=alt.Scale(domain=rows))
    # In pixels from the left, so that the names keep their room at every width
    longest = max(len(name) for name in rows) * 6.6 + 14
    place = alt.Scale(domain=[0, 1], range=[longest, longest + 17])
    names = alt.Chart(totals).mark_text(align="left", fontSize=12.5)
    counts = alt.Chart(totals).mark_text(align="left", color=MUTED)
    drawn = alt.layer(
        alt.Chart(things)
        .mark_circle(size=120, opacity=1)
        .encode(
            x=alt.X("position:Q", axis=None, scale=place),
            y=y,
            color=color(series),
            tooltip=["name", "series"],
        ),
        names.encode(y=y, x=alt.value(0), text=row),
        counts.encode(y=y, x=alt.X("total:Q", axis=None, scale=place), text="count"),
    )
    told = totals[[row, "total"]].merge(things[[row, "name", "series"]], how="left", on=row)
    return _same(drawn.properties(height=27 * len(rows)), told)


def matrix(
    table: pd.DataFrame, *, row: str, column: str, columns: list[str], series: dict[str, str]
) -> Form:
    """One row a thing with its name above it, and a dot in each column that it belongs to.

    `table` has a row a dot with the columns `row`, `column` (one of `columns`, of which empty
    ones stay visible), `series` (a key of `series`, which gives the colours) and `label`,
    the text above the row.
    """
    table = table[[row, column, "series", "label"]]
    rows = list(dict.fromkeys(table[row]))
    y = alt.Y(row, sort=rows, axis=None)
    head = alt.Axis(orient="top", title=None, labelAngle=0, domain=False, ticks=False)
    x = alt.X(column, sort=columns, axis=head, scale=alt.Scale(domain=columns))
    names = alt.Chart(table.drop_duplicates(row)).mark_text(
        align="left", baseline="bottom", yOffset=-2, fontSize=12.5
    )
    lines = alt.Chart(pd.DataFrame({row: rows})).mark_rule(color=GRID, yOffset=9)
    drawn = alt.layer(
        lines.encode(y=y),
        alt.Chart(table)
        .mark_circle(size=150, opacity=1, yOffset=9)
        .encode(x=x, y=y, color=color(series), tooltip=["label", column, "series"]),
        names.encode(y=y, x=alt.value(0), text="label"),
    )
    return _same(drawn.properties(height=42 * len(rows)), table[[row, column, "series"]])


def color(series: dict[str, str]) -> alt.Color:
    """The channel that gives each series of the column `series` its colour, in order."""
    return alt.Color(
        "series",
        sort=None,
        scale=alt.Scale(domain=list(series), range=list(series.values())),
        # In one column where one line would not fit a phone
        legend=alt.Legend(columns=1 if sum(map(len, series)) > 40 else 0),
    )
