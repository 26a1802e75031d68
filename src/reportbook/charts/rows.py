"""Forms of one row a thing: its name on the row, its value at its mark.

On a wide sheet names stand left of the marks; on a narrow one they stand above where they would
take too much of it. Every form takes rows as a table or as a list of records, with the columns
that its description names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import altair as alt
import pandas as pd

from reportbook.charts.forms import Form, Rows, form, records, told
from reportbook.charts.sheet import BAR, DOT, Sheet, apart, axis_words
from reportbook.language import amount
from reportbook.lettering import DETAIL, LINE, NAME, measure, widest, wrap
from reportbook.palette import CONTEXT, INK, MUTED, PAPER, PRINTED

GAP = 14  # between the names and the marks, px


@dataclass(frozen=True)
class Places:
    """Where the marks of rows go: right of `left`, at the middles `at`, above `bottom`."""

    left: float
    at: list[float]
    bottom: float
    stacked: bool

    def upright(self, sheet: Sheet, x: float, top: float, half: float = 12, **how: Any) -> None:
        """A line through all rows, but not through names that stand above their marks."""
        runs = [(y - half, y + half) for y in self.at] if self.stacked else [(top, self.bottom)]
        for start, end in runs:
            sheet.line([(x, start), (x, end)], **how)


def stand(
    sheet: Sheet,
    rows: Sequence[SimpleNamespace],
    *,
    top: float = 0,
    step: float = 30,
    over: float = 11,
    above: bool = False,
    most: float | None = None,
) -> Places:
    """Write names, details and the heads of groups; tell where the marks of the rows go.

    `step` is the least distance of two rows; where names stand above their marks `over` is the
    room between, which a row may have of its own, and `above` asks for that on every narrow sheet.
    Longer names than `most`, a share of a wide sheet, are broken into lines.
    """
    name = max(measure(row.name, NAME, row.emphasis) for row in rows)
    detail = widest((row.detail for row in rows), DETAIL)
    whole = name + detail + (GAP if detail else 0)
    above = above and not sheet.wide
    if not above and whole <= sheet.width * ((most or 0.5) if sheet.wide else 0.4):
        return _stand(sheet, rows, _on_row, whole, top, step, over)
    if not above and (sheet.wide or max(name, detail) <= sheet.width * 0.36):
        room = min(max(name, detail), sheet.width * (most or 0.4))
        return _stand(sheet, rows, _in_lines, room, top, step, over)
    return _stand(sheet, rows, _above, 0, top, step, over)


def _stand(
    sheet: Sheet,
    rows: Sequence[SimpleNamespace],
    write: Callable[..., tuple[float, float]],
    room: float,
    top: float,
    step: float,
    over: float,
) -> Places:
    at, group = [], ""
    for row in rows:
        if (head := getattr(row, "group", "")) != group:
            top += 14 if at else 0
            lines = wrap(head, sheet.width, NAME, bold=True)
            sheet.lines(0, top + LINE / 2, lines, bold=True)
            top, group = top + LINE * len(lines) + 4, head
        middle, depth = write(sheet, row, room, top, step, getattr(row, "over", over))
        at.append(middle)
        top += depth
    return Places(room + GAP if room else 0, at, top, room == 0)


def _on_row(
    sheet: Sheet, row: SimpleNamespace, room: float, top: float, step: float, _: float
) -> tuple[float, float]:
    sheet.text(0, top + step / 2, row.name, bold=row.emphasis)
    sheet.text(room, top + step / 2, row.detail, size=DETAIL, color=MUTED, align="right")
    return top + step / 2, step


def _in_lines(
    sheet: Sheet, row: SimpleNamespace, room: float, top: float, step: float, _: float
) -> tuple[float, float]:
    names = wrap(row.name, room, NAME, row.emphasis)
    details = wrap(row.detail, room, DETAIL)
    # Rows that are closer have less between them
    depth = max(step, LINE * (len(names) + len(details)) + min(8, step - LINE))
    first = top + depth / 2 - LINE * (len(names) + len(details) - 1) / 2
    sheet.lines(0, first, names, bold=row.emphasis)
    sheet.lines(0, first + LINE * len(names), details, size=DETAIL, color=MUTED)
    return top + depth / 2, depth


def _above(
    sheet: Sheet, row: SimpleNamespace, _: float, top: float, step: float, over: float
) -> tuple[float, float]:
    names = wrap(row.name, sheet.width, NAME, row.emphasis)
    beside = measure(names[-1], NAME, row.emphasis) + 8
    sheet.lines(0, top + LINE / 2, names, bold=row.emphasis)
    head = LINE * len(names)
    if beside + measure(row.detail, DETAIL) <= sheet.width:
        sheet.text(beside, top + head - LINE / 2, row.detail, size=DETAIL, color=MUTED)
    else:
        details = wrap(row.detail, sheet.width, DETAIL)
        sheet.lines(0, top + head + LINE / 2, details, size=DETAIL, color=MUTED)
        head += LINE * len(details)
    return top + head + over, head + over + step / 2 + 4


@dataclass(frozen=True)
class Scale:
    """From values to pixels, straight."""

    low: float
    high: float
    left: float
    right: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low or 1)
        return self.left + share * (self.right - self.left)


@form
def bars(
    rows: Rows,
    *,
    of: str,
    unit: str,
    text: str = "{:,.0f}",
    order: bool = True,
) -> Form:
    """Bars from zero with the value at their end, longest first unless `order` is False.

    A row has `name` and `value` (none: its `text` stands without a bar), and may have `detail`
    (small and grey), `text` (the value in words), `emphasis` (True for the row that the headline
    speaks of), `hue`, `low` and `high` (drawn as a whisker where it is wide enough to be seen).
    `of` heads the names in the table, `unit` the values; `text` formats the values that have no
    words.
    """
    options = {"detail": "", "text": "", "emphasis": False, "hue": "", "low": None, "high": None}
    bars = records(rows, "name value", **options)
    if silent := [row.name for row in bars if row.value is None and not row.text]:
        raise ValueError(f"{silent[0]} has no value: say so in its text")
    if below := [row.name for row in bars if (row.value or 0) < 0]:
        raise ValueError(f"bars run from zero to the right; {below[0]} lies below: use beside")
    if order:
        bars.sort(key=lambda row: -(row.value or 0))
    for row in bars:
        row.text = amount(row.text or text.format(row.value), unit)
        row.hue = row.hue or (PRINTED if row.emphasis else CONTEXT)
    most = max(row.high or row.value or 0 for row in bars)

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        places = stand(sheet, bars, top=22)
        sheet.text(places.left, 8, unit, size=DETAIL, color=MUTED)
        room = widest((row.text for row in bars), NAME, bold=True) + 8
        x = Scale(0, most, places.left, width - room)
        for row, y in zip(bars, places.at, strict=True):
            _bar(sheet, row, x, y, {of: row.name, unit: row.text})
        places.upright(sheet, x(0), 22, color=CONTEXT)
        return sheet.view(places.bottom + 2)

    heads = {"name": of, "detail": "detail", "value": unit, "low": f"low, {unit}"}
    return Form(draw, told(rows, **heads, high=f"high, {unit}"))


def _bar(sheet: Sheet, row: SimpleNamespace, x: Scale, y: float, tip: dict) -> None:
    """A bar with its value at the end; without a value, its words alone."""
    if row.value is None:
        return sheet.text(x(0) + 6, y, row.text, color=INK, halo=True)
    end = max(x(row.value), x(0) + 2)
    whisker = row.low is not None and x(row.high) - x(row.low) >= 10
    solid = x(row.low) if whisker else end
    sheet.box(x(0), y - BAR / 2, solid, y + BAR / 2, row.hue, opacity=_strength(row.hue), tip=tip)
    if whisker:
        end = x(row.high)
        sheet.box(solid, y - BAR / 2, end, y + BAR / 2, row.hue, opacity=0.35, tip=tip)
    color = INK if row.hue == CONTEXT else row.hue
    sheet.text(end + 6, y, row.text, bold=row.emphasis, color=color, halo=True)


def _strength(hue: str) -> float:
    """Marks of context step back behind those of a colour."""
    return 0.6 if hue == CONTEXT else 1


@form
def beside(
    rows: Rows,
    *,
    of: str,
    unit: str,
    text: str = "{:,.0f}",
    base: float = 0,
    base_words: str = "",
    ends: tuple[str, str] | None = None,
) -> Form:
    """A dot a row, its value beside it; rows in groups, compared from `base`.

    A row has `name` and `value`, and may have `other` (a second value, which makes it a
    dumbbell), `detail`, `group` (rows of a group follow each other), `hue`, `emphasis`, and
    `text` and `other_text` (the values in words). `base` is where nothing stands out, drawn as a
    line and named by `base_words`; `ends` are the words for `value` and `other` of the first
    dumbbell, "if 5 years" and "if 4 years".
    """
    options = {"other": None, "detail": "", "group": "", "hue": CONTEXT, "emphasis": False}
    dots = records(rows, "name value", **options, text="", other_text="")
    for row in dots:
        row.ends = [(row.value, amount(row.text or text.format(row.value), unit))]
        if row.other is not None:
            other = amount(row.other_text or text.format(row.other), unit)
            row.ends.append((row.other, other))
        row.ends.sort()
    values = [value for row in dots for value, _ in row.ends] + [base]
    first = next((row for row in dots if len(row.ends) > 1), None) if ends else None
    if first:
        first.over = 28  # for the words above its ends

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        top = (24 if base_words else 0) + (18 if first is dots[0] and not first.group else 0)
        places = stand(sheet, dots, top=top)
        room = widest((words for row in dots for _, words in row.ends), NAME, bold=True) + 14
        side = room if min(values) < base else 0
        x = Scale(min(values), max(values), places.left + side + 6, width - room)
        start = x(base)
        for row, y in zip(dots, places.at, strict=True):
            sheet.line([(places.left, y), (width - room, y)])
            _dots(sheet, row, x, y, start if base else None, {of: row.name, unit: ""})
            if row is first:
                _end_words(sheet, [x(value) for value, _ in row.ends], y - 17, ends, row)
        places.upright(sheet, start, max(top - 2, 0), color=CONTEXT, width=1.5)
        if base_words:
            axis_words(sheet, start, 8, base_words)
        return sheet.view(places.bottom + 2)

    heads = {"group": "group", "name": of, "detail": "detail", "value": unit}
    if ends:
        heads |= {"value": f"{unit}, {ends[0]}", "other": f"{unit}, {ends[1]}"}
    return Form(draw, told(rows, **heads))


def _dots(
    sheet: Sheet, row: SimpleNamespace, x: Scale, y: float, stem: float | None, tip: dict
) -> None:
    """A row's one or two dots, with each value on the side where it lies."""
    color = INK if row.hue == CONTEXT else row.hue
    low, high = row.ends[0], row.ends[-1]
    unit = list(tip)[1]
    tip = tip | {unit: " to ".join(dict.fromkeys([low[1], high[1]]))}
    if low != high:
        sheet.line([(x(low[0]), y), (x(high[0]), y)], row.hue, 5)
    elif stem is not None:
        sheet.line([(stem, y), (x(low[0]), y)], row.hue, 5)
    how = {"bold": row.emphasis or row.hue != CONTEXT, "color": color, "halo": True}
    for value, _ in row.ends:
        sheet.dot(x(value), y, row.hue, tip=tip)
    if low != high and x(low[0]) - 12 - measure(low[1], NAME, bold=True) < x.left:
        sheet.text(x(high[0]) + 10, y, f"{low[1]} to {high[1]}", **how)
        return
    for value, words in row.ends:
        left = (value, words) == low and (low != high or (stem is not None and x(value) < stem))
        place, align = (-10, "right") if left else (10, "left")
        sheet.text(x(value) + place, y, words, align=align, **how)


def _end_words(
    sheet: Sheet, at: list[float], y: float, ends: tuple[str, str], row: SimpleNamespace
) -> None:
    """The words above the two ends of a dumbbell, turned outwards so that they never meet."""
    low, high = ends if row.value <= row.other else ends[::-1]
    right = min(at[1] - 6, sheet.width - measure(high, DETAIL))
    left = min(at[0] + 6, right - 10)
    sheet.text(left, y, low, size=DETAIL, color=row.hue, align="right", halo=True)
    sheet.text(right, y, high, size=DETAIL, color=row.hue, halo=True)


@form
def shares(
    rows: Rows, *, of: str, unit: str = "%", text: str = "{:.0f} %", all_of: str = ""
) -> Form:
    """Bars of the whole, 100 % wide, of which a part is filled, or which are made of parts.

    A row has `name` and `value`, and may have `whole` (100 if not given), `detail`, `emphasis`,
    `hue` and `text`. Rows of one name are the parts of one bar, side by side; then `part` says
    what each is, and `sum` of the first is written at the bar's end ("734 of 735"). What the
    parts leave of the whole stays pale; `all_of` are words for the end of the whole.
    """
    options = {"whole": 100, "detail": "", "emphasis": False, "hue": PRINTED, "text": ""}
    parts = records(rows, "name value", **options, part="", sum="")
    whole: dict[str, list[SimpleNamespace]] = {}
    for row in parts:
        group = whole.setdefault(row.name, [])
        group.append(row)
        row.text = amount(row.text or text.format(row.value), group[0].sum)
    heads = [group[0] for group in whole.values()]
    depth = 24

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        named = any(row.part for row in parts)
        step = depth + (26 if named else 12)
        top = 18 if all_of else 0
        places = stand(sheet, heads, top=top, step=step, over=24 if named else 15, above=named)
        room = widest((row.sum for row in heads), NAME, bold=True)
        right = width - (room + 10 if room else 0)
        sheet.text(right, 8, all_of, size=DETAIL, color=MUTED, align="right")
        for group, y in zip(whole.values(), places.at, strict=True):
            y += 8 if named else 0
            _part_words(sheet, group, Scale(0, group[0].whole, places.left, right), y - depth / 2)
            x = Scale(0, group[0].whole, places.left, right)
            sheet.box(x(0), y - depth / 2, right, y + depth / 2, CONTEXT, opacity=0.18)
            start = 0.0
            for place, row in enumerate(group):
                _part(sheet, row, x, start, y, depth, {of: row.part or row.name, unit: row.text})
                start += row.value
                if place:
                    edge = x(start - row.value)
                    sheet.box(edge - 1, y - depth / 2, edge + 1, y + depth / 2, PAPER)
            sheet.text(right + 10, y, group[0].sum, bold=True)
        return sheet.view(places.bottom)

    names = {"name": of, "part": "part", "detail": "detail", "value": unit, "whole": "of"}
    units = tuple(whole[row.name][0].sum for row in parts)
    return Form(draw, told(rows, **names), units=units)


def _part_words(sheet: Sheet, group: list[SimpleNamespace], x: Scale, y: float) -> None:
    """What each part of a bar is, above it, without running into its neighbour."""
    rooms = [measure(row.part, DETAIL) + 8 for row in group]
    starts = [sum(row.value for row in group[:place]) for place in range(len(group))]
    wanted = [x(start) + room / 2 for start, room in zip(starts, rooms, strict=True)]
    for row, room, middle in zip(
        group, rooms, apart(wanted, rooms, x.left, sheet.width + 8), strict=True
    ):
        sheet.text(middle - room / 2 + 1, y - 9, row.part, size=DETAIL, color=MUTED)


def _part(
    sheet: Sheet,
    row: SimpleNamespace,
    x: Scale,
    start: float,
    y: float,
    depth: float,
    tip: dict[str, str],
) -> None:
    """One part of a bar with its value in it, or beside it where it is too short."""
    left, right = x(start), x(start + row.value)
    sheet.box(left, y - depth / 2, right, y + depth / 2, row.hue, tip=tip)
    room = measure(row.text, NAME, bold=True)
    if room + 14 <= right - left:
        sheet.text(right - 7, y, row.text, bold=True, color=PAPER, align="right")
    else:
        color = INK if row.hue == CONTEXT else row.hue
        sheet.text(right + 7, y, row.text, bold=True, color=color)


@form
def timeline(
    rows: Rows,
    *,
    of: str,
    band: tuple[str, str, str] | None = None,
    span: tuple[int, int] | None = None,
) -> Form:
    """Dates on a line of years, each name beside its mark, on the side where there is room.

    A row has `name` and `date` ("2014-08-31", "2014-08", "2014", "2016/2021"), and may have
    `detail`, `hue`, `emphasis` and `open` (True for what has a beginning and no end). A dot is a
    day or month, a bar what only a year or a period is known of. `band` is a period with its
    title, `span` the first and last year of the axis.
    """
    marks = records(rows, "name date", detail="", hue=MUTED, emphasis=False, open=False)
    for row in marks:
        row.low, row.high = _moments(str(row.date))
    shade = None if band is None else (*_moments(f"{band[0]}/{band[1]}"), band[2])
    moments = [moment for row in marks for moment in (row.low, row.high)]
    moments += list(shade[:2]) if shade else []
    first, last = span or (int(min(moments)), int(-(-max(moments) // 1)))

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        x = Scale(first, last, 16, width - 18)
        top = 30.0 if shade else 8.0
        for row in marks:
            top += _beginning(sheet, row, x, top, of)
        for year in range(first, last + 1):
            if (year - first) % max(1, round((last - first) / (10 if sheet.wide else 5))) == 0:
                sheet.line([(x(year), 0), (x(year), top)])
                sheet.text(x(year), top + 12, str(year), size=DETAIL, color=MUTED, align="center")
        if shade:
            sheet.box(x(shade[0]), 0, x(shade[1]), top, CONTEXT, opacity=0.18, ground=True)
            room = measure(shade[2], DETAIL, bold=True)
            left = min(x(shade[0]) + 8, width - room)
            sheet.text(left, 14, shade[2], size=DETAIL, bold=True, color=MUTED)
        return sheet.view(top + 22)

    return Form(draw, told(rows, name=of, date="date", detail="detail"))


def _moments(date: str) -> tuple[float, float]:
    """When a printed date or period begins and ends, in years."""
    begin, _, end = date.partition("/")
    periods = pd.Period(begin).start_time, pd.Period(end or begin).end_time
    low, high = (day.year + (day.day_of_year - 1) / 365.25 for day in periods)
    return low, high


def _beginning(sheet: Sheet, row: SimpleNamespace, x: Scale, top: float, of: str) -> float:
    """One row of a timeline; returns how deep it is."""
    left, right = x(row.low), x(row.high)
    if row.open:
        right = x(x.high)
    elif right - left < DOT:
        left = right = (left + right) / 2
    spare = {"right": sheet.width - right - DOT, "left": left - DOT}
    name = measure(row.name, NAME, row.emphasis)
    room = name + (measure(row.detail, DETAIL) + 8 if row.detail else 0)
    side = "right" if spare["right"] >= room else "left"
    y, depth = top + 14, 28.0
    if spare[side] >= room:
        start = right + DOT if side == "right" else left - DOT - room
        sheet.text(start, y, row.name, bold=row.emphasis)
        sheet.text(start + name + 8, y, row.detail, size=DETAIL, color=MUTED)
    else:  # above the mark, beginning there or as far left as it must
        lines = wrap(row.name, sheet.width, NAME, row.emphasis)
        small = wrap(row.detail, sheet.width, DETAIL)
        widths = widest(lines, NAME, row.emphasis), widest(small, DETAIL)
        start = max(0.0, min(left, sheet.width - max(widths)))
        sheet.lines(start, top + LINE / 2, lines, bold=row.emphasis)
        y = top + LINE * len(lines)
        sheet.lines(start, y + LINE / 2, small, size=DETAIL, color=MUTED)
        y += LINE * len(small) + 9
        depth = y - top + 17
    tip = {of: row.name, "date": str(row.date)}
    if left == right:
        sheet.dot(left, y, row.hue, tip=tip)
        return depth
    end = right - 8 if row.open else right
    sheet.box(left, y - 5, end, y + 5, row.hue, radius=0 if row.open else 5, tip=tip)
    if row.open:
        sheet.dot(end + 3, y, row.hue, size=16, shape="triangle-right")
    return depth
