"""The look of every chart: palette, theme, renderer, the finish, and the shared forms.

Importing this module makes the theme and the renderer Altair's own.
"""

from __future__ import annotations

import base64
import json
import os
import re
import textwrap
from typing import Any

import altair as alt
import pandas as pd
from heshu.intervals import Interval
from heshu.words import listing

from reportbook.charts.palette import (  # noqa: F401  (the chapters' names for them)
    COMPUTED,
    CONTEXT,
    FONT,
    GRID,
    INK,
    MIME,
    MUTED,
    OUTSIDE,
    PALETTE,
    PAPER,
    PICTURES,
    PRINTED,
    WIDTH,
)

HEADLINE_LIMIT = 70


@alt.theme.register("reportbook", enable=True)
def theme() -> alt.theme.ThemeConfig:
    """Quiet axes, direct labels, one family."""
    label = {"labelColor": MUTED, "labelFontSize": 12, "titleColor": MUTED, "titleFontSize": 12}
    return {
        "config": {
            "font": FONT,
            "background": PAPER,
            "view": {"stroke": None, "continuousWidth": WIDTH, "discreteWidth": WIDTH},
            "axis": {
                **label,
                "titleFontWeight": "normal",
                "gridColor": GRID,
                "domainColor": CONTEXT,
                "tickColor": CONTEXT,
                "labelLimit": 240,
            },
            "axisQuantitative": {"tickCount": 6},
            "axisY": {"domain": False, "ticks": False},
            "legend": {
                **label,
                "orient": "top",
                "title": None,
                "labelLimit": 330,
                "symbolType": "circle",
                "symbolOpacity": 1,
            },
            "text": {"color": INK, "fontSize": 12},
            "bar": {"color": PRINTED},
            "point": {"color": PRINTED, "filled": True, "size": 70, "opacity": 1},
            "rule": {"color": CONTEXT},
            "title": {
                "anchor": "start",
                "color": INK,
                "fontSize": 16,
                "subtitleColor": MUTED,
                "subtitleFontSize": 12,
                "subtitlePadding": 5,
                "offset": 12,
            },
        }
    }


def _render(spec: dict[str, Any], **_: Any) -> dict[str, Any]:
    _drawable(json.dumps(spec.get("datasets", {}), ensure_ascii=False))
    about = spec["usermeta"]
    shown = {MIME: spec, "text/plain": f"{about['headline']}. {about['description']}"}
    if os.environ.get(PICTURES) != "off":
        picture = pictures.png(pictures.alone(spec))
        shown["image/png"] = base64.b64encode(picture).decode()
    return shown


alt.renderers.register("reportbook", _render)
alt.renderers.enable("reportbook")


def finish(
    chart: alt.Chart | alt.LayerChart,
    *,
    headline: str,
    subtitle: str,
    description: str,
    claims: pd.DataFrame | None = None,
    outside: pd.DataFrame | None = None,
    note: str = "",
) -> alt.ConcatChart:
    """Give a chart what every chart of the book has; a chapter shows nothing else.

    `headline` states the finding in a sentence of 70 characters at most, `subtitle` the
    measure, unit, place and period, `description` what a sighted reader takes from the
    picture; `claims` and `outside` are the rows drawn of the article and of
    `context.load`, from which the source line follows.

    Raises ValueError where one is missing or the headline too long, and TypeError for a
    chart of several views: one picture must fit a page and a phone.
    """
    if not isinstance(chart, alt.Chart | alt.LayerChart):
        raise TypeError(f"draw one view, not a {type(chart).__name__}")
    for name, text in {
        "headline": headline,
        "subtitle": subtitle,
        "description": description,
    }.items():
        if not text.strip():
            raise ValueError(f"every chart needs a {name}")
    for text in (headline, subtitle, note):
        _drawable(text)
    if len(headline) > HEADLINE_LIMIT:
        raise ValueError(
            f"the headline has {len(headline)} characters, {HEADLINE_LIMIT} at most: {headline}"
        )
    source = sources(claims, outside)
    about = {
        "headline": headline,
        "subtitle": subtitle,
        "description": description,
        "source": source,
        "note": note,
    }
    head = alt.Title(headline, subtitle=subtitle)
    foot = alt.Title(
        [*textwrap.wrap(source, 110), *textwrap.wrap(note, 110)],
        orient="bottom",
        color=MUTED,
        fontSize=11,
        fontWeight="normal",
    )
    # Twice inside another, so that the headline stands above a legend and the source below all
    return alt.concat(
        alt.concat(chart.properties(description=description), title=head).resolve_scale(
            color="independent", stroke="independent"
        ),
        title=foot,
        usermeta=about,
        description=description,
    )


def _drawable(text: str) -> None:
    if chinese := re.search(r"[⺀-\U0010ffff]+", text):
        raise ValueError(f"the chart font has Latin letters only; say {chinese[0]} in English")


def sources(claims: pd.DataFrame | None, outside: pd.DataFrame | None) -> str:
    """The source line: the article's paragraphs, and who printed the outside figures, and when.

    Raises ValueError where neither is given, or no row of either.
    """
    named = []
    if claims is not None:
        named.append(f"the article, {paragraphs(claims)} (data: Guangzhou Development District)")
    if outside is not None:
        years = outside.groupby("publisher")["year"].agg(lambda group: sorted(set(group)))
        named += [f"{publisher} {', '.join(told)}".strip() for publisher, told in years.items()]
    if not named:
        raise ValueError("no source given: every chart and table names its source")
    return f"Source{'s' if len(named) > 1 else ''}: {'; '.join(named)}."


def paragraphs(claims: pd.DataFrame) -> str:
    """Where claims stand in the article: paragraph 2; paragraphs 2, 5 to 8 and 13."""
    numbers = sorted(set(claims["paragraph"]))
    if not numbers:
        raise ValueError("no claims given: every chart and table names its source")
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    # A run of two is written as two
    names = [
        name
        for run in runs
        for name in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(n) for n in run])
    ]
    return f"paragraph{'s' if len(numbers) > 1 else ''} {listing(names)}"


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


def bands(table: pd.DataFrame, *, row: str, x: alt.X, step: int = 46) -> alt.LayerChart:
    """One row a thing: its name and value as text above it, its interval as a bar.

    `table` has the columns `row` (the name), `text` (the value in words), `low` and `high`,
    and, where they are wanted, `face` (the value of the printed digits, drawn as a tick) and
    `series` (names of ORIGIN, or two others, which take its first colours). `x` encodes `low`
    and titles the axis with its unit. An exact figure is a bar of no length, seen by its outline.
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
    return alt.layer(*layers, names).properties(height=step * table[row].nunique())


def parts(table: pd.DataFrame, *, row: str, value: str, series: dict[str, str]) -> alt.LayerChart:
    """One bar a row, stacked of its parts in the order of `series`, with the name above it.

    `table` has a row a part with the columns `row`, `value` (a count or an amount) and
    `series` (a key of `series`, which gives the colours).
    """
    order = {name: place for place, name in enumerate(series)}
    table = table[[row, value, "series"]].assign(order=table["series"].map(order))
    y = alt.Y(row, sort=None, axis=None)
    bars = alt.Chart(table).mark_bar(height=14, yOffset=9)
    names = alt.Chart(table.drop_duplicates(row)).mark_text(
        align="left", baseline="bottom", yOffset=-3, fontSize=12.5
    )
    return alt.layer(
        bars.encode(
            x=alt.X(value, type="quantitative", title=value, axis=alt.Axis(tickCount=5)),
            y=y,
            color=color(series),
            order="order",
            tooltip=[row, "series", value],
        ),
        names.encode(y=y, x=alt.value(0), text=row),
    ).properties(height=42 * table[row].nunique())


def dots(
    table: pd.DataFrame, *, row: str, rows: list[str], series: dict[str, str]
) -> alt.LayerChart:
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
    return alt.layer(
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
    ).properties(height=27 * len(rows))


def matrix(
    table: pd.DataFrame, *, row: str, column: str, columns: list[str], series: dict[str, str]
) -> alt.LayerChart:
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
    return alt.layer(
        lines.encode(y=y),
        alt.Chart(table)
        .mark_circle(size=150, opacity=1, yOffset=9)
        .encode(x=x, y=y, color=color(series), tooltip=["label", column, "series"]),
        names.encode(y=y, x=alt.value(0), text="label"),
    ).properties(height=42 * len(rows))


def color(series: dict[str, str]) -> alt.Color:
    """The channel that gives each series of the column `series` its colour, in order."""
    return alt.Color(
        "series",
        sort=None,
        scale=alt.Scale(domain=list(series), range=list(series.values())),
        # In one column where one line would not fit a phone
        legend=alt.Legend(columns=1 if sum(map(len, series)) > 40 else 0),
    )
