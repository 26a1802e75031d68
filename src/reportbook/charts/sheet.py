"""A sheet to draw on in pixels, and the measures that keep what is drawn inside and apart.

Forms place names and values to the pixel, since their room depends on the width of words. The
sheet turns what was placed into the layers of one Altair view whose scales are its pixels.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Any

import altair as alt

from reportbook.language import Shown, curled, shown
from reportbook.lettering import DETAIL, LINE, NAME, measure
from reportbook.palette import GRID, INK, MUTED, PAPER, SEMIBOLD, WIDTH

DOT, BAR = 12, 14  # a dot's diameter and a bar's height, px
Tip = dict[str, Any]


def apart(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Middles as near to those wanted as they can be without overlap, within low and high."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    runs: list[list[int]] = []
    tops: list[float] = []

    def top(run: list[int]) -> float:
        """Where a run of touching things begins, so that they lie near to where they want."""
        offset, pulls = 0.0, []
        for i in run:
            pulls.append(wanted[i] - offset - sizes[i] / 2)
            offset += sizes[i]
        return max(low, min(sum(pulls) / len(pulls), high - offset))

    for i in order:
        runs.append([i])
        tops.append(top([i]))
        while len(runs) > 1 and tops[-2] + sum(sizes[j] for j in runs[-2]) > tops[-1]:
            runs[-2:] = [runs[-2] + runs[-1]]
            tops[-2:] = [top(runs[-1])]
    middles = [0.0] * len(wanted)
    for start, run in zip(tops, runs, strict=True):
        for i in run:
            middles[i] = start + sizes[i] / 2
            start += sizes[i]
    return middles


def round_steps(low: float, high: float, most: int = 6) -> list[float]:
    """Round numbers from below low to above high, at most so many and two more."""
    rough = (high - low or 1) / most
    power = 10 ** floor(log10(rough))
    step = next(power * m for m in (1, 2, 2.5, 5, 10) if power * m >= rough * 0.999)
    return [round(step * k, 10) for k in range(floor(low / step), ceil(high / step) + 1)]


class Sheet:
    """What is drawn, in pixels from the top left. Text is placed by the middle of its height."""

    # From the lowest layer to the highest
    KINDS = ("ground", "ribbon", "grid", "box", "line", "dot", "text", "cover")

    def __init__(self, width: int) -> None:
        self.width = width
        self.wide = width >= (WIDTH * 10) // 11
        self._layers: dict[tuple, list[dict[str, Any]]] = {}

    def _add(self, kind: str, style: dict[str, Any], tip: Tip | None, *marks: dict) -> None:
        heads = tuple(str(shown(head)) for head in tip or ())
        told = {f"tip{i}": str(_told(text)) for i, text in enumerate((tip or {}).values())}
        leads = "href" in marks[0]
        key = (self.KINDS.index(kind), tuple(sorted(style.items())), heads, leads)
        layer = self._layers.setdefault(key, [])
        for mark in marks:
            places = {k: _short(v) if isinstance(v, float) else v for k, v in mark.items()}
            layer.append(places | told)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = NAME,
        bold: bool = False,
        color: str = INK,
        align: str = "left",
        angle: float = 0,
        halo: bool = False,
    ) -> None:
        """A line of text, none if there are no words; a halo keeps it clear of lines behind.

        Raises ValueError for a character that the charts' faces don't have.
        """
        if not words:
            return
        words = Shown(curled(shown(words)))
        measure(words)
        style = {"fontSize": size, "fontWeight": SEMIBOLD if bold else "normal", "align": align}
        style |= {"angle": angle, "halo": halo}
        placed = {"x": float(x), "y": float(y), "t": str(words), "color": color}
        self._add("text", style, None, placed)

    def lines(
        self, x: float, y: float, lines: Sequence[str], step: float = LINE, **how: Any
    ) -> None:
        """Lines of text below each other, the first one's middle at y."""
        for i, line in enumerate(lines):
            self.text(x, y + i * step, line, **how)

    def dot(
        self,
        x: float,
        y: float,
        color: str,
        *,
        size: float = DOT,
        shape: str = "circle",
        hollow: bool = False,
        opacity: float = 1,
        tip: Tip | None = None,
    ) -> None:
        style = {"size": (size - 2 * hollow) ** 2, "shape": shape, "filled": not hollow}
        style |= {"opacity": opacity} | ({"strokeWidth": 2} if hollow else {})
        self._add("dot", style, tip, {"x": float(x), "y": float(y), "color": color})

    def box(
        self,
        x: float,
        y: float,
        x2: float,
        y2: float,
        color: str,
        *,
        opacity: float = 1,
        outline: bool = False,
        hatch: bool = False,
        radius: float = 0,
        ground: bool = False,
        tip: Tip | None = None,
    ) -> None:
        """A rectangle, filled or only outlined; hatched by lines of its colour; behind all else
        where it is the ground that they stand on."""
        inset = 1.0 if outline or hatch else 0.0
        mark = {"x": x + inset, "y": y + inset, "x2": x2 - inset, "y2": y2 - inset, "color": color}
        style: dict[str, Any] = {"opacity": opacity, "cornerRadius": radius}
        if outline or hatch:
            style |= {"filled": False, "strokeWidth": 1.5}
        kind = "ground" if ground else "box"
        self._add(kind, style, tip, {k: v if k == "color" else float(v) for k, v in mark.items()})
        if hatch:
            self._hatch(x, y, x2, y2, color)

    def cover(self, x: float, y: float, x2: float, y2: float, link: str, tip: Tip) -> None:
        """A place that leads somewhere, over all that is drawn there, and isn't seen itself.

        `link` is `#row-…` of the same page, or `chapter.ipynb#heading`.
        """
        placed = {"x": float(x), "y": float(y), "x2": float(x2), "y2": float(y2), "color": PAPER}
        self._add("cover", {"opacity": 0}, tip, placed | {"href": link})

    def _hatch(self, x: float, y: float, x2: float, y2: float, color: str, step: int = 5) -> None:
        depth = y2 - y
        for k in range(1, ceil((x2 - x + depth) / step)):
            foot = x + k * step  # where the line, rising to the right, would meet the bottom
            left, right = max(x, foot - depth), min(x2, foot)
            if right > left:
                ends = [(left, y + (foot - left)), (right, y + (foot - right))]
                self.line(ends, color, 1, opacity=0.7)

    def line(
        self,
        points: Sequence[tuple[float, float]],
        color: str = GRID,
        width: float = 1,
        *,
        dash: tuple[int, ...] = (),
        opacity: float = 1,
        tip: Tip | None = None,
    ) -> None:
        """A line through points; a grid's lies behind the marks."""
        kind = "grid" if color == GRID else "line"
        style = {"strokeWidth": width, "strokeDash": dash, "opacity": opacity}
        if len(points) == 2:
            (x, y), (x2, y2) = points
            mark = {"x": float(x), "y": float(y), "x2": float(x2), "y2": float(y2), "color": color}
            self._add(kind, style | {"rule": True}, tip, mark)
            return
        path = sum(map(len, self._layers.values()))
        self._add(
            kind,
            style,
            tip,
            *({"x": float(x), "y": float(y), "path": path, "color": color} for x, y in points),
        )

    def ribbon(
        self, points: Sequence[tuple[float, float, float]], color: str, opacity: float
    ) -> None:
        """What lies between a lower and an upper line: x, y and y2 of each point."""
        path = sum(map(len, self._layers.values()))
        marks = (
            {"x": float(x), "y": float(a), "y2": float(b), "path": path, "color": color}
            for x, a, b in points
        )
        self._add("ribbon", {"opacity": opacity}, None, *marks)

    def view(self, height: float) -> alt.LayerChart:
        """All that was drawn, as one view of layers whose height is that of the sheet."""
        height = ceil(height)
        marks = sorted(self._layers.items(), key=lambda item: item[0][0])
        with alt.utils.schemapi.debug_mode(False):  # parts are checked with the finished chart
            layers = [self._layer(at, key, drawn, height) for at, (key, drawn) in enumerate(marks)]
            # Vega must not measure again what was measured here
            fixed = alt.AutoSizeParams(type="none")
            return alt.layer(*layers).properties(
                width=self.width, height=height, padding=0, autosize=fixed
            )

    def _layer(self, number: int, key: tuple, marks: list[dict], height: int) -> alt.Chart:
        kind, style, heads = self.KINDS[key[0]], dict(key[1]), key[2]
        places = {
            axis: channel(
                f"{axis}:Q",
                axis=None,
                scale=alt.Scale(domain=[0, end], range=[0, end], nice=False, zero=False),
            )
            for axis, channel, end in (("x", alt.X, self.width), ("y", alt.Y, height))
        }
        # As channels: of a name alone Altair finds the class by hashing the schemas of all classes
        ends = (("x2", alt.X2), ("y2", alt.Y2))
        places |= {end: channel(f"{end}:Q") for end, channel in ends if end in marks[0]}
        places["color"] = alt.Color("color:N", scale=None, legend=None)
        if kind == "text":
            places["text"] = alt.Text("t:N")
        if key[3]:
            places["href"] = alt.Href("href:N")
        if "path" in marks[0]:
            places["detail"] = alt.Detail("path:N")
        if "path" in marks[0] and kind != "ribbon":  # whose points Vega takes from left to right
            marks = [mark | {"order": i} for i, mark in enumerate(marks)]
            places["order"] = alt.Order("order:Q")
        if heads:
            places["tooltip"] = [
                alt.Tooltip(f"tip{i}:N", title=head) for i, head in enumerate(heads)
            ]
        bare = kind == "text" and not style.pop("halo")
        if style.get("strokeDash") == ():
            del style["strokeDash"]
        rule = style.pop("rule", False)
        types = {"ribbon": "area", "ground": "rect", "box": "rect", "dot": "point", "text": "text"}
        types["cover"] = "rect"
        mark = {"type": types.get(kind, "rule" if rule else "line"), **style}
        chart = alt.Chart(_in_lines(marks), mark=mark).encode(**places)
        return chart.properties(name=f"{'bare' if bare else kind}_{number}")


def _told(text: object) -> Shown:
    return shown(text if isinstance(text, str) else str(text))


def _short(length: float) -> float:
    """A length to a hundredth, without the decimals of a whole number."""
    return int(length) if length.is_integer() else round(length, 2)


def _in_lines(marks: list[dict[str, Any]]) -> alt.InlineData:
    """Marks as CSV, a line each: as JSON they would take a line for each of their numbers."""
    names = list(marks[0])
    table = io.StringIO()
    writer = csv.DictWriter(table, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(marks)
    numbers = [n for n in names if all(isinstance(mark[n], int | float) for mark in marks)]
    kinds = dict.fromkeys(numbers, "number")  # all else stays text, though it may look like one
    return alt.InlineData(table.getvalue(), alt.CsvDataFormat(parse=kinds, type="csv"))


def axis_words(sheet: Sheet, x: float, y: float, words: str, align: str = "center") -> None:
    """A quiet label of an axis or a line, moved so that it stays on the sheet."""
    room = measure(words, DETAIL)
    left = {"left": x, "center": x - room / 2, "right": x - room}[align]
    left = max(0.0, min(left, sheet.width - room))
    sheet.text(left, y, words, size=DETAIL, color=MUTED, halo=True)
