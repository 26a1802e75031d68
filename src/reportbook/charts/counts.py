"""Forms of things that are counted or listed: boards, figures, squares, fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from types import SimpleNamespace

import altair as alt
import pandas as pd

from reportbook.charts.forms import Form, Rows, form, records, told
from reportbook.charts.rows import GAP
from reportbook.charts.sheet import Sheet, apart
from reportbook.lettering import DETAIL, LARGE, LINE, NAME, measure, widest, wrap
from reportbook.palette import CONTEXT, INK, MUTED, PRINTED

GUTTER = 24  # between columns, px
EMPTY = "empty"  # what fills the key of a cell in which there is nothing


@form
def board(
    rows: Rows,
    *,
    of: str,
    columns: Sequence[str],
    hues: Mapping[str, str] | None = None,
    counts: Mapping[str, str] | None = None,
    none: str = "none",
) -> Form:
    """A column of names under each head, with their number in large figures.

    A row has `name` and `column` (one of `columns`), and may have `detail`, the small line under
    the name, and `link`, where it leads to (`chapter.ipynb#heading`). Empty columns stay, and say
    `none`. `hues` gives columns a colour that isn't ink;
    `counts` writes something else than the number of names.
    """
    items = records(rows, "name column", detail="", link="")
    hues = dict.fromkeys(columns, INK) | dict(hues or {})

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        wide = sheet.wide
        room = (width - GUTTER * (len(columns) - 1)) / len(columns) if wide else width
        heads = {head: _head(sheet, head, room) for head in columns}
        under = max(len(lines) for lines in heads.values())
        x, top, deepest = 0.0, 0.0, 0.0
        for head in columns:
            listed = [item for item in items if item.column == head]
            number = (counts or {}).get(head, str(len(listed)))
            lines = heads[head]
            bottom = _head_drawn(sheet, x, top, room, number, lines, under, hues[head])
            bottom = _listed(sheet, listed, x, bottom, room, hues[head], none, of, head)
            deepest = max(deepest, bottom)
            x, top = (x + room + GUTTER, top) if wide else (x, bottom + 14)
        return sheet.view(deepest)

    return Form(draw, told(rows, column="column", name=of, detail="detail"))


def _head(sheet: Sheet, head: str, room: float) -> list[str]:
    return wrap(head, room - (0 if sheet.wide else 60), NAME, bold=True)


def _head_drawn(
    sheet: Sheet,
    x: float,
    top: float,
    room: float,
    number: str,
    lines: list[str],
    under: int,
    hue: str,
) -> float:
    """The number with its head below it on a wide sheet and beside it on a narrow one."""
    color = MUTED if hue == CONTEXT else hue
    sheet.text(x, top + 18, number, size=LARGE, bold=True, color=color)
    if sheet.wide:
        sheet.lines(x, top + 46, lines, bold=True, color=color)
        bottom = top + 46 + LINE * under - 2
    else:
        left = measure(number, LARGE, bold=True) + 10
        first = top + 22 - LINE * (len(lines) - 1) / 2
        sheet.lines(x + left, first, lines, bold=True, color=color)
        bottom = max(top + 40, first + LINE * len(lines))
    sheet.line([(x, bottom), (x + room, bottom)], hue, 2)
    return bottom + 10


def _listed(
    sheet: Sheet,
    items: list[SimpleNamespace],
    x: float,
    top: float,
    room: float,
    hue: str,
    none: str,
    of: str,
    head: str,
) -> float:
    if not items:
        sheet.text(x, top + LINE / 2, none, color=MUTED)
        return top + LINE + 8
    for item in items:
        tip, first = {of: item.name, "column": head}, top
        sheet.dot(x + 5, top + LINE / 2, hue, size=10, tip=None if item.link else tip)
        lines = wrap(item.name, room - 18)
        sheet.lines(x + 18, top + LINE / 2, lines)
        top += LINE * len(lines)
        small = wrap(item.detail, room - 18, DETAIL)
        sheet.lines(x + 18, top + LINE / 2 - 1, small, 15, size=DETAIL, color=MUTED)
        top += 15 * len(small) + 9
        if item.link:
            sheet.cover(x, first - 3, x + room, top - 6, item.link, tip)
    return top


@form
def figures(rows: Rows, *, of: str, unit: str = "as printed") -> Form:
    """Large figures with what they count and a line under each: for things without a common axis.

    A row has `name` and `figure` (digits as text), and may have `unit` (beside the figure),
    `detail` (grey, below the name), `hue` and `emphasis`.
    """
    cards = records(rows, "name figure", unit="", detail="", hue=INK, emphasis=False)

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        if not sheet.wide:
            return sheet.view(_cards_listed(sheet, cards, of, unit))
        across = min(len(cards), 4 if len(cards) in (4, 7, 8) else 3)
        room = (width - GUTTER * (across - 1)) / across
        top = 0.0
        for start in range(0, len(cards), across):
            row = cards[start : start + across]
            depths = [
                _card(sheet, card, place * (room + GUTTER), top, room, of, unit)
                for place, card in enumerate(row)
            ]
            top = max(depths) + 18
        return sheet.view(top - 14)

    heads = {"name": of, "figure": unit, "unit": "unit", "detail": "detail"}
    return Form(draw, told(rows, **heads))


def _cards_listed(sheet: Sheet, cards: list[SimpleNamespace], of: str, unit: str) -> float:
    """Figures below each other, their names beside them; returns how deep they are."""
    left = max(
        widest((card.figure for card in cards), LARGE + 4, bold=True),
        widest((card.unit for card in cards), DETAIL),
    )
    left = min(left, sheet.width * 0.45)
    top = 0.0
    for card in cards:
        color = PRINTED if card.emphasis and card.hue == INK else card.hue
        units = wrap(card.unit, left, DETAIL)
        large = _fitting(card.figure, LARGE, left)
        sheet.text(0, top + 18, card.figure, size=large, bold=True, color=color)
        sheet.lines(0, top + 42, units, size=DETAIL, color=color)
        room = sheet.width - left - GAP
        names, details = wrap(card.name, room, NAME, bold=True), wrap(card.detail, room, DETAIL)
        sheet.lines(left + GAP, top + 14, names, bold=True)
        y = top + 14 + LINE * len(names)
        sheet.lines(left + GAP, y, details, size=DETAIL, color=MUTED)
        bottom = max(top + 36 + LINE * len(units), y + LINE * len(details))
        tip = {of: card.name, unit: f"{card.figure} {card.unit}".strip()}
        sheet.line([(0, bottom + 2), (sheet.width, bottom + 2)], tip=tip)
        top = bottom + 10
    return top - 8


def _fitting(figure: str, large: float, room: float) -> float:
    """The size of large figures that fit their room."""
    return min(large, large * room / measure(figure, large, bold=True))


def _card(
    sheet: Sheet, card: SimpleNamespace, x: float, top: float, room: float, of: str, unit: str
) -> float:
    large = _fitting(card.figure, LARGE + 8 if card.emphasis else LARGE, room)
    tip = {of: card.name, unit: f"{card.figure} {card.unit}".strip()}
    color = PRINTED if card.emphasis and card.hue == INK else card.hue
    sheet.line([(x, top + 1), (x + room, top + 1)], color, 2, tip=tip)
    width = measure(card.figure, large, bold=True)
    sheet.text(x, top + 28, card.figure, size=large, bold=True, color=color)
    beside = width + 8
    if beside + measure(card.unit, NAME) <= room:
        sheet.text(x + beside, top + 33, card.unit, color=color)
        y = top + 62.0
    else:
        lines = wrap(card.unit, room, NAME)
        sheet.lines(x, top + 58, lines, color=color)
        y = top + 58.0 + LINE * len(lines)
    names = wrap(card.name, room, NAME, bold=True)
    sheet.lines(x, y, names, bold=True)
    y += LINE * len(names)
    details = wrap(card.detail, room, DETAIL)
    sheet.lines(x, y, details, size=DETAIL, color=MUTED)
    return y + LINE * len(details)


@form
def squares(
    rows: Rows,
    *,
    of: str,
    order: Sequence[str],
    series: Mapping[str, str],
    ends: Mapping[str, str] | None = None,
    kind: str = "kind",
    every: str = "",
    among: Mapping[str, Sequence[str]] | None = None,
) -> Form:
    """One square a thing, one row a section; the key carries the counts.

    A row has `name` (told when touched), `row` (one of `order`) and `series`, a key of `series`,
    which gives each its fill in the order they are drawn: a colour, or "outline", "hatch" or
    "pale". It may have `link`, the place on its page that tells more of it (`#row-…`); if all
    have, a reader can choose among the squares. `kind` heads the series. `ends` are the words at
    the rows' ends. Where they aren't given they are the counts of the first series of all, in a
    column that its name heads. `every` is what all things are, as "statements": the key begins
    with their number. `among` says of which things alone the first series is counted, and lists
    their series: others could never be in it.
    """
    things = records(rows, "name row series", link="")
    places = {name: place for place, name in enumerate(series)}
    rest = [thing.series for thing in things if thing.series not in places]
    if rest:
        raise ValueError(f"no fill for the series {rest[0]}")
    things.sort(key=lambda thing: places[thing.series])
    lists = {row: [thing for thing in things if thing.row == row] for row in order}
    first = next(iter(series))
    counted = not ends
    ((whose, counting),) = (among or {"": tuple(series)}).items()
    ends = dict(ends or {}) or {row: _of(first, counting, there) for row, there in lists.items()}

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        counts = {name: sum(thing.series == name for thing in things) for name in series}
        top = 0.0
        if every:
            sheet.text(0, 8, f"{len(things)} {every}, a square each:", bold=True)
            top = 22.0
        top = key(sheet, {f"{n} {name}": series[name] for name, n in counts.items()}, top) + 12
        left = widest(order) + 10 if sheet.wide else 0.0
        room = widest(ends.values(), NAME) + 6 if sheet.wide else 0.0
        longest = max(max(map(len, lists.values())), 1)
        pitch = min(18.0, max(11.6, (width - left - room) / longest))
        if not sheet.wide:
            pitch = 15.0
        line = max(1, int((width - left - room) / pitch + 1e-6))
        if counted:
            heads = wrap(f"{first}, {whose}" if whose else first, width, DETAIL)
            how = {"size": DETAIL, "color": MUTED, "align": "right"}
            sheet.lines(width, top + LINE / 2, heads, **how)
            top += LINE * len(heads) + (8 if sheet.wide else 2)
        for row, there in lists.items():
            end = ends[row], counted or not sheet.wide
            top = _squares(sheet, row, there, series, end, of, kind, left, top, pitch, line)
        return sheet.view(top)

    filters = (of, kind) if all(thing.link for thing in things) else ()
    return Form(draw, told(rows, row=of, name="name", series=kind), filters)


def _of(first: str, counting: Sequence[str], things: list[SimpleNamespace]) -> str:
    """How many things are of the first series, among those that count."""
    among = sum(thing.series in counting for thing in things)
    return f"{sum(thing.series == first for thing in things)} of {among}" if among else "none"


def _squares(
    sheet: Sheet,
    row: str,
    there: list[SimpleNamespace],
    series: Mapping[str, str],
    end: tuple[str, bool],
    of: str,
    kind: str,
    left: float,
    top: float,
    pitch: float,
    line: int,
) -> float:
    """The squares of one row, in as many lines as they need; returns where the next begins.

    `end` are the words at its end, and whether they stand at the sheet's edge.
    """
    side = pitch - (2.5 if pitch > 13 else 1.6)
    words, at_edge = end
    last = len(there) if len(there) <= line else line
    place, align = (sheet.width, "right") if at_edge else (left + last * pitch + 5, "left")
    middle = top + (side if sheet.wide else LINE) / 2
    sheet.text(0, middle, row)
    sheet.text(place, middle, words, color=MUTED, align=align)
    if not sheet.wide:
        top += LINE + 5
    for place, thing in enumerate(there):
        x, y = left + place % line * pitch, top + place // line * pitch
        tip = {"name": thing.name, kind: thing.series}
        if row != of:  # a lone row is called what its things are
            tip = {of: row} | tip
        square(sheet, x, y, side, series[thing.series], None if thing.link else tip)
        if thing.link:
            sheet.cover(x, y, x + side, y + side, thing.link, tip)
    depth = max(1, ceil(len(there) / line)) * pitch
    return top + depth + (14 if sheet.wide else 10)


def square(
    sheet: Sheet, x: float, y: float, side: float, fill: str, tip: dict[str, str] | None = None
) -> None:
    """A square filled with a colour, hatched, outlined, pale or empty."""
    ways = {
        EMPTY: (CONTEXT, {"outline": True}),
        "outline": (MUTED, {"outline": True}),
        "hatch": (INK, {"hatch": True}),
        "pale": (CONTEXT, {"opacity": 0.35}),
    }
    color, how = ways.get(fill, (fill, {}))
    sheet.box(x, y, x + side, y + side, color, tip=tip, **how)


def key(sheet: Sheet, fills: Mapping[str, str], top: float = 0) -> float:
    """The fills and what they stand for, in lines that fit; returns where they end."""
    x, y = 0.0, top + 8.0
    for words, fill in fills.items():
        room = 20 + measure(words, NAME)
        if x and x + room > sheet.width:
            x, y = 0.0, y + 22
        square(sheet, x, y - 6.5, 13, fill)
        sheet.text(x + 20, y, words)
        x += room + 20
    return y + 12


@form
def waffle(share: float, *, of: str, words: str, detail: str = "", hue: str = PRINTED) -> Form:
    """A hundred squares of which a share, in per cent, is filled, with the share beside them.

    `words` say of what it is the share, `detail` where it comes from; `of` heads the table. The
    last square is filled as far as the share reaches.
    """

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        pitch = 18.0 if sheet.wide else 15.0
        side = pitch - 2.5
        for cell in range(100):
            x, y = cell % 10 * pitch, cell // 10 * pitch
            sheet.box(x, y, x + side, y + side, CONTEXT, opacity=0.25)
            if (part := min(1.0, share - cell)) > 0:
                sheet.box(x, y, x + side * part, y + side, hue, tip={of: f"{share:.1f} %"})
        left, large = pitch * 10 + 20, 46 if sheet.wide else 34
        sheet.text(left, large / 2, f"{share:.1f} %", size=large, bold=True, color=hue)
        lines = wrap(words, width - left, NAME, bold=True)
        sheet.lines(left, large + 18, lines, bold=True)
        small = wrap(detail, width - left, DETAIL)
        y = large + 18 + LINE * len(lines)
        sheet.lines(left, y + 4, small, size=DETAIL, color=MUTED)
        return sheet.view(max(pitch * 10, y + LINE * len(small)))

    return Form(draw, pd.DataFrame({of: [words], "%": [share]}))


@form
def field(rows: Rows, *, of: str, unit: str, total: int, words: str) -> Form:
    """A field of dots, one a thing, of which the first parts stand out, each with its label.

    A row is a part: `name` and `value` (how many of the `total`), and maybe `text` (the number in
    words) and `fill` (a colour, or "outline"). The other dots are pale, and `words` say what all
    are, with their number.
    """
    parts = records(rows, "name value", text="", fill=PRINTED)
    for part in parts:
        part.text = part.text or f"{part.value:,}"
    dots = [part for part in parts for _ in range(part.value)]
    everything = SimpleNamespace(name="", text=words, fill="pale", value=total)
    dots += [everything] * (total - len(dots))
    across = 25

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        pitch = 16 if sheet.wide else width / across
        top = 0.0 if sheet.wide else _fieldkey(sheet, [*parts, everything])
        for place, part in enumerate(dots):
            x = (place % across + 0.5) * pitch
            y = top + (place // across + 0.5) * pitch
            _field_dot(sheet, x, y, part, {of: part.name or words})
        bottom = top + ceil(total / across) * pitch
        if sheet.wide:
            bottom = max(bottom, _field_words(sheet, [*parts, everything], across, pitch))
        return sheet.view(bottom)

    shown = told(rows, name=of, value=unit)[[of, unit]]
    whole = pd.DataFrame({of: [words], unit: [total]})
    return Form(draw, pd.concat([shown, whole], ignore_index=True))


def _field_color(part: SimpleNamespace) -> str:
    return {"pale": MUTED, "outline": INK}.get(part.fill, part.fill)


def _fieldkey(sheet: Sheet, parts: list[SimpleNamespace]) -> float:
    """The parts under each other, each behind a dot of its own; returns their depth."""
    top = 0.0
    for part in parts:
        _field_dot(sheet, 6, top + LINE / 2, part, {})
        lines = wrap(f"{part.text} {part.name}".strip(), sheet.width - 18, NAME, bold=True)
        sheet.lines(18, top + LINE / 2, lines, bold=True, color=_field_color(part))
        top += LINE * len(lines) + 4
    return top + 8


def _field_words(sheet: Sheet, parts: list[SimpleNamespace], across: int, pitch: float) -> float:
    """The number and name of each part right of its dots; returns how deep they reach."""
    left, before, wanted = across * pitch + 20, 0, []
    room = sheet.width - left
    for part in parts:
        middle = (
            before + (part.value - before if part.fill == "pale" else part.value) / 2
        ) / across
        wanted.append((int(middle) + 0.5) * pitch)
        before += part.value
    names = [wrap(part.name, room) for part in parts]
    heads = [wrap(part.text, room, 15, bold=True) for part in parts]
    sizes = [18 * len(a) + LINE * len(b) + 10 for a, b in zip(heads, names, strict=True)]
    middles = apart(wanted, sizes, -4, max(sum(sizes), wanted[-1] * 2))
    for part, head, name, middle, size in zip(parts, heads, names, middles, sizes, strict=True):
        y = middle - size / 2 + 14
        sheet.lines(left, y, head, 18, size=15, bold=True, color=_field_color(part))
        sheet.lines(left, y + 18 * len(head), name, color=_field_color(part))
    return max(m + s / 2 for m, s in zip(middles, sizes, strict=True))


def _field_dot(sheet: Sheet, x: float, y: float, part: SimpleNamespace, tip: dict) -> None:
    if part.fill == "pale":
        sheet.dot(x, y, CONTEXT, size=10, opacity=0.45)
    elif part.fill == "outline":
        sheet.dot(x, y, INK, size=10, hollow=True, tip=tip)
    else:
        sheet.dot(x, y, part.fill, size=11, tip=tip)
