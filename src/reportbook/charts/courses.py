"""Forms of change: a slope from a first to a last value, columns by year, the possible paths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import hypot, log
from types import SimpleNamespace
from typing import Any

import altair as alt
import pandas as pd

from reportbook.charts.forms import Form, Rows, form, records, told
from reportbook.charts.rows import Scale
from reportbook.charts.sheet import Sheet, apart, round_steps
from reportbook.charts.taken import Taken
from reportbook.language import amount
from reportbook.lettering import DETAIL, LINE, NAME, longest_word, measure, widest, wrap
from reportbook.palette import COMPUTED, CONTEXT, INK, MUTED, OUTSIDE, PRINTED

RING = 20  # the diameter of a ring round a dot that fits, px
WIDTH, DASH = 2.5, (6, 4)  # of a path that was tried, px
Place = tuple[float, float]
LOG_STEPS = [step * 10**power for power in range(-3, 7) for step in (1, 2, 5)]


@form
def slope(
    rows: Rows,
    *,
    of: str,
    unit: str,
    text: str = "{:,.1f}×",
    ends: tuple[str, str] = ("first year", "last year"),
    log_scale: bool = True,
    rings: str = "",
) -> Form:
    """A line a row from its first to its last value, with value, name and pair at its end.

    A row has `name` and `value`, and may have `first` (1 if not given), `pair` (both values in
    words), `hue`, `emphasis` and `text`; and `ring`, a value computed otherwise, where the line
    ends if it fits. `rings` says what these are. `ends` are the words below the two ends.
    """
    options = {"first": 1.0, "pair": "", "hue": "", "emphasis": False, "text": "", "ring": None}
    lines = records(rows, "name value", **options)
    for row in lines:
        row.text = row.text or text.format(row.value)
        row.hue = row.hue or (PRINTED if row.emphasis else CONTEXT)
    values = [value for row in lines for value in (row.first, row.value, row.ring or row.value)]
    low, high = min(values), max(values)
    steps = _log_steps(low, high) if log_scale else round_steps(0, high, 5)

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        labels = [re.sub(r"\.0+(?!\d)", "", text.format(step)) for step in steps]
        left = widest(labels, DETAIL) + 12
        right = min(_slope_room(sheet, lines), width * 0.6)
        top, bottom = (42, 358) if rings else (14, 330)
        turn = log if log_scale else float
        scale = Scale(turn(steps[0]), turn(steps[-1]), bottom, top)
        for step, label in zip(steps, labels, strict=True):
            y = scale(turn(step))
            sheet.line([(left, y), (right, y)])
            sheet.text(left - 10, y, label, size=DETAIL, color=MUTED, align="right")
        for row in lines:
            start, end = (left, scale(turn(row.first))), (right, scale(turn(row.value)))
            tip = {of: row.name, unit: row.text}
            sheet.line([start, end], row.hue, 4 if row.emphasis else 2.5, tip=tip)
            sheet.dot(*end, row.hue, tip=tip)
            if row.ring is not None:
                _ring(sheet, start, end, (right, scale(turn(row.ring))))
        if rings:
            sheet.dot(RING / 2, 12, COMPUTED, size=RING, hollow=True)
            sheet.text(RING + 8, 12, rings, size=DETAIL, color=COMPUTED)
        fits = widest(ends, DETAIL) * 2 + 12 < right - left
        for x, words in ((left, ends[0]), (right, ends[1])):
            lines_below = [words] if fits else wrap(words, longest_word([words], DETAIL), DETAIL)
            x = max(x, widest(lines_below, DETAIL) / 2)
            how = {"size": DETAIL, "color": MUTED, "align": "center"}
            sheet.lines(x, bottom + 18, lines_below, **how)
            below = max(bottom + 28, bottom + 12 + LINE * len(lines_below))
        room = (top - 14, bottom + 20)
        _slope_words(sheet, lines, right, [scale(turn(row.value)) for row in lines], room)
        return sheet.view(below)

    heads = {"name": of, "pair": "from and to", "first": f"first, {unit}", "value": unit}
    return Form(draw, told(rows, **heads, ring=rings))


def _ring(sheet: Sheet, start: Place, end: Place, own: Place) -> None:
    """A ring where a line should end, and a dashed one to it where it ends elsewhere."""
    if abs(own[1] - end[1]) > 2:
        share = 1 - RING / 2 / hypot(own[0] - start[0], own[1] - start[1])
        edge = [a + (b - a) * share for a, b in zip(start, own, strict=True)]
        sheet.line([start, (edge[0], edge[1])], COMPUTED, 1.5, dash=(4, 3))
    sheet.dot(*own, COMPUTED, size=RING, hollow=True)


def _slope_room(sheet: Sheet, rows: list[SimpleNamespace]) -> float:
    """How far the lines may reach, so that the words at their ends have room."""
    large = 19 if sheet.wide else 15
    values = widest((row.text for row in rows), large, bold=True)
    words = max(
        widest((row.name for row in rows), NAME, bold=True),
        widest((row.pair for row in rows), DETAIL),
    )
    return sheet.width - max(160, min(values + words + 32, sheet.width * 0.68))


def _log_steps(low: float, high: float) -> list[float]:
    inside = [step for step in LOG_STEPS if low <= step <= high]
    below = max(step for step in LOG_STEPS if step <= low)
    return sorted({below, *inside, min(step for step in LOG_STEPS if step >= high)})


def _slope_words(
    sheet: Sheet, rows: list[SimpleNamespace], x: float, at: list[float], between: Place
) -> None:
    """At each line's end its value in large figures, its name and its pair, pushed apart."""
    large = 19 if sheet.wide else 15
    column = x + 16 + widest((row.text for row in rows), large, bold=True) + 12
    room = sheet.width - column
    names = [wrap(row.name, room, NAME, bold=True) for row in rows]
    pairs = [wrap(row.pair, room, DETAIL) for row in rows]
    sizes = [LINE * (len(a) + len(b)) + 10 for a, b in zip(names, pairs, strict=True)]
    for row, name, pair, end, size, middle in zip(
        rows, names, pairs, at, sizes, apart(at, sizes, *between), strict=True
    ):
        first = middle - size / 2 + 5 + LINE / 2
        if abs(middle - end) > 10:
            sheet.line([(x + 7, end), (x + 14, middle)], CONTEXT)
        color = INK if row.hue == CONTEXT else row.hue
        sheet.text(x + 16, middle, row.text, size=large, bold=True, color=color)
        sheet.lines(column, first, name, bold=True)
        sheet.lines(column, first + LINE * len(name), pair, size=DETAIL, color=MUTED)


@form
def columns(rows: Rows, *, of: str, unit: str, text: str = "{:,.0f}", depth: int = 220) -> Form:
    """Columns from zero, their values above them, the one that matters in its colour.

    A row has `name` (a year) and `value`, and may have `text`, `hue`, `emphasis`. `unit` stands
    above the columns; `depth` is the height of the longest one in pixels.
    """
    marks = records(rows, "name value", text="", hue="", emphasis=False)
    for row in marks:
        row.text = amount(row.text or text.format(row.value), unit)
        row.hue = row.hue or (PRINTED if row.emphasis else CONTEXT)
    values = [row.value for row in marks]

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        slot = width / len(marks)
        half = min(slot * 0.72, 84) / 2
        y = Scale(min(0, *values), max(values), depth + 44, 44)
        sheet.text(0, 8, unit, size=DETAIL, color=MUTED)
        for place, row in enumerate(marks):
            middle, top = (place + 0.5) * slot, y(row.value)
            tip, fade = {of: row.name, unit: row.text}, 0.6 if row.hue == CONTEXT else 1
            sheet.box(middle - half, top, middle + half, y(0), row.hue, opacity=fade, tip=tip)
            color = INK if row.hue == CONTEXT else row.hue
            how = {"align": "center", "bold": row.emphasis}
            sheet.text(middle, top - 10, row.text, color=color, **how)
            sheet.text(middle, depth + 58, str(row.name), size=DETAIL, **how)
        sheet.line([(0, y(0)), (width, y(0))], CONTEXT)
        return sheet.view(depth + 68)

    return Form(draw, told(rows, name=of, value=unit))


@form
def path(
    ribbons: Rows,
    *,
    unit: str,
    lines: Rows = (),
    points: Rows = (),
    span: tuple[int, int] | None = None,
    covers: tuple[float, float, str] | None = None,
    hue: str = COMPUTED,
    depth: int = 330,
) -> Form:
    """What is possible in each year as ribbons, a path that was tried, and what is known.

    `ribbons` has a row for each year of each ribbon, the outer one first: `name`, `year`, `low`,
    `high`; the inner is drawn darker. `lines`, dashed, have a row a year: `name`, `year`,
    `value`, and maybe `hue`, and `words` in the one row at whose point they are written. `points`
    have `year`, `value` and `text`, and maybe `name` (what each is, for the table), `hue` (from
    elsewhere: a diamond), `words` (what its diamond stands for, in the key) and `drop` (a value of
    the same year to which a line leads).
    `short` of a line is what is written on a narrow sheet. The first line of words is bold.

    `span` are the first and last year of the axis, where it isn't that of the ribbons. `covers`
    marks below the axis from when to when something runs, and says what; the year 2016 is all of
    2015.5 to 2016.5.
    """
    bands = _by_name(records(ribbons, "name year low high"))
    options = {"hue": INK, "words": "", "short": ""}
    tried = _by_name(records(lines, "name year value", **options) if len(lines) else [])
    known = _points(points)
    for point in known:
        point.text = amount(point.text, unit)
    drawn = [row.year for rows in bands.values() for row in rows]
    ends = span or (min(drawn), max(drawn))
    years = range(ends[0], ends[1] + 1)
    top_value = max(row.high for rows in bands.values() for row in rows)
    steps = round_steps(0, top_value, 6)
    steps = {step: amount(f"{step:,.0f}", unit) for step in steps if step <= top_value}

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        left = widest(steps.values(), DETAIL) + 14
        last = [point.text for point in known if point.year == years[-1]]
        right = width - max(widest(last, NAME, bold=True) + 16, 16)
        top = _path_key(sheet, list(bands), hue, tried, known) + 34
        sheet.text(0, top - 20, unit, size=DETAIL, color=MUTED)
        # An axis of its own has room for the first value beside its point, wherever that stands
        room = measure(known[0].text, NAME, bold=True) + 14 if span and known else 6
        x = Scale(years[0], years[-1], left + room, right)
        y = Scale(0, top_value, top + depth, top)
        for step, words in steps.items():
            sheet.line([(left, y(step)), (right, y(step))])
            sheet.text(left - 8, y(step), words, size=DETAIL, color=MUTED, align="right")
        for year in years:
            how = {"size": DETAIL, "color": MUTED, "align": "center"}
            sheet.text(x(year), top + depth + 16, str(year), **how)
        taken = Taken(sheet, (left, top - 12, width, top + depth - 2))
        for place, rows in enumerate(bands.values()):
            edge = [(x(row.year), y(row.low), y(row.high)) for row in rows]
            sheet.ribbon(edge, hue, (0.16, 0.38, 0.55)[place])
            taken.fill(edge, 3 + 2 * place)
        _tried(sheet, tried, x, y, taken, unit)
        _known(sheet, known, x, y, taken)
        for rows in tried.values():
            for row in (row for row in rows if row.words):
                words = row.words if sheet.wide else amount(row.short, unit) or row.words
                taken.write(x(row.year), y(row.value), words, row.hue)
        if covers:
            _covered(sheet, covers, x, top + depth + 34)
        return sheet.view(top + depth + (66 if covers else 26))

    return Form(draw, _path_table(ribbons, lines, points, unit))


def _covered(sheet: Sheet, covers: tuple[float, float, str], x: Scale, y: float) -> None:
    """A bracket below the axis, and below it what it stands for."""
    start, end, words = covers
    left, right = x(start), x(end)
    sheet.line([(left, y - 5), (left, y), (right, y), (right, y - 5)], PRINTED, 2.5)
    room = measure(words, DETAIL, bold=True)
    left = max(0.0, min((left + right - room) / 2, sheet.width - room))
    sheet.text(left, y + 16, words, size=DETAIL, bold=True, color=PRINTED)


def _by_name(rows: Iterable[SimpleNamespace]) -> dict[str, list[SimpleNamespace]]:
    named: dict[str, list[SimpleNamespace]] = {}
    for row in rows:
        named.setdefault(row.name, []).append(row)
    return named


def _path_key(
    sheet: Sheet,
    ribbons: list[str],
    hue: str,
    tried: dict[str, list],
    known: list[SimpleNamespace],
) -> float:
    """A swatch and the name of each ribbon, of each path that was tried and of what is known and
    has words, in lines that fit; returns their depth.
    """
    x, y = 0.0, 8.0
    marks = {point.words: point for point in known if point.words}
    for place, name in enumerate([*ribbons, *tried, *marks]):
        swatch = 28 if name in tried else 14
        words = wrap(name, sheet.width - swatch - 6, DETAIL)
        room = swatch + 6 + widest(words, DETAIL)
        if x and x + room > sheet.width:
            x, y = 0.0, y + 20
        if name in ribbons:
            for under in range(place + 1):  # an inner ribbon lies on the outer ones
                sheet.box(x, y - 7, x + swatch, y + 7, hue, opacity=(0.16, 0.38, 0.55)[under])
        elif name in marks:
            _mark(sheet, (x + swatch / 2, y), marks[name])
        else:
            sheet.line([(x, y), (x + swatch, y)], tried[name][0].hue, WIDTH, dash=DASH)
        sheet.lines(x + swatch + 6, y, words, size=DETAIL)
        x, y = x + room + 22, y + LINE * (len(words) - 1)
    return y + 8


def _tried(sheet: Sheet, tried: dict, x: Scale, y: Scale, taken: Taken, unit: str) -> None:
    for name, rows in tried.items():
        course = [(x(row.year), y(row.value)) for row in rows]
        sheet.line(course, rows[0].hue, WIDTH, dash=DASH)
        taken.follow(course)
        for row, at in zip(rows[1:-1], course[1:-1], strict=True):
            tip = {"path": name, str(row.year): amount(f"{row.value:,.0f}", unit)}
            sheet.dot(*at, row.hue, size=10, tip=tip)


def _known(sheet: Sheet, known: list[SimpleNamespace], x: Scale, y: Scale, taken: Taken) -> None:
    for point in known:
        at = x(point.year), y(point.value)
        if point.drop is not None:
            sheet.line([at, (at[0], y(point.drop))], point.hue, 2)
            taken.follow([at, (at[0], y(point.drop))])
        _mark(sheet, at, point)
        taken.follow([at, at])
    for point in known:
        taken.write(x(point.year), y(point.value), point.text, point.hue)


def _mark(sheet: Sheet, at: Place, point: SimpleNamespace) -> None:
    """The dot of what is known, a diamond where it comes from elsewhere."""
    outside, tip = point.hue == OUTSIDE, {"year": point.year, "known": point.text}
    shape = "diamond" if outside else "circle"
    sheet.dot(*at, point.hue, size=16 if outside else 13, shape=shape, tip=tip)


def _points(rows: Rows) -> list[SimpleNamespace]:
    options = {"name": "", "hue": INK, "words": "", "drop": None}
    return records(rows, "year value text", **options) if len(rows) else []


def _path_table(ribbons: Rows, lines: Rows, points: Rows, unit: str) -> pd.DataFrame:
    """Ribbons, paths and points under each other, in one table."""
    parts = [pd.DataFrame(ribbons)]
    parts += [pd.DataFrame(rows) for rows in (lines, points) if len(rows)]
    if len(points):
        names = [point.words or point.name or point.text for point in _points(points)]
        parts[-1] = parts[-1].drop(columns="text").assign(name=names)
    heads: Mapping[str, Any] = {"name": "what", "year": "year", "value": unit}
    heads = {**heads, "low": f"least possible, {unit}", "high": f"most possible, {unit}"}
    return told(pd.concat(parts).drop(columns="hue", errors="ignore"), **heads)
