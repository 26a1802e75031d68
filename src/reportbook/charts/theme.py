"""The look of every chart, and how Altair shows one that isn't finished."""

from __future__ import annotations

from typing import Any

import altair as alt

from reportbook import drawing
from reportbook.palette import CONTEXT, FONT, GRID, INK, MUTED, PAPER, PRINTED, WIDTH

PLAIN = (
    "A plain chart, not yet one of the book: charts.finish(chart, …) adds its headline, "
    "subtitle, description, source and table."
)


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
        }
    }


def show_plain(spec: dict[str, Any], **_: Any) -> dict[str, Any]:
    """The output of a chart that `finish` has not seen: drawn as it is, with what it lacks."""
    picture = drawing.framed(drawing.svg(spec), "", "", PLAIN)
    return {"image/svg+xml": picture, "text/plain": PLAIN}


alt.renderers.register("reportbook", show_plain)
alt.renderers.enable("reportbook")
# Each layer holds its own data: a name for each would take as much room as what it names
alt.data_transformers.consolidate_datasets = False
