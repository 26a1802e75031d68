"""The pictures of a chart, drawn by the Vega-Lite that its specification names."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from reportbook.charts import palette

SCALE = 1.5  # of a PNG: pixels for each unit of the drawing


def svg(spec: dict[str, Any]) -> str:
    """A specification drawn as SVG, in the book's font."""
    import vl_convert  # a tenth of a second to import, and most kernels draw nothing

    _know_font()
    version = re.search(r"/(v\d+\.\d+)[\d.]*\.json$", spec["$schema"])
    return vl_convert.vegalite_to_svg(spec, vl_version=version[1])


def alone(spec: dict[str, Any]) -> str:
    """The SVG of a finished chart, headline and source included, to stand outside the book."""
    # Names stand clear of the grid lines behind them
    halo = rf'\1 paint-order="stroke" stroke="{palette.PAPER}" stroke-width="4"'
    return re.sub(r'(<text [^>]*aria-roledescription="text mark")', halo, svg(spec))


def png(alone: str) -> bytes:
    """What `alone` gave, as PNG."""
    import vl_convert

    return vl_convert.svg_to_png(alone, scale=SCALE)


@cache
def _know_font() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(palette.FONTS))
