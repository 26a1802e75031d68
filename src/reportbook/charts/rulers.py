"""Forms of rounding: what a printed figure stands for, and what of it the others leave.

Only for charts whose subject is rounding: everywhere else a figure is drawn as one value.
"""

from __future__ import annotations

from types import SimpleNamespace

import altair as alt

from reportbook.charts.forms import Form, Rows, form, records, told
from reportbook.charts.rows import Scale, stand
from reportbook.charts.sheet import Sheet, apart
from reportbook.language import amount
from reportbook.lettering import DETAIL, NAME, measure, widest
from reportbook.palette import COMPUTED, CONTEXT, INK, MUTED, PRINTED


@form
def rulers(
    rows: Rows, *, of: str, unit: str, text: str = "{:,}", face: str = "at face value"
) -> Form:
    """Each row its own little axis: what a printed figure stands for, and what others allow.

    For tests of rounding only. A row has `name`, `low` and `high` (the printed interval), `least`
    and `most` (the computed one), and may have `face` (the value of the printed digits), `fails`
    (words, where the two don't meet), `detail`, and `text` (a format of its numbers). Above the
    line stands what is printed, below what is computed; where they overlap the band is solid.
    `face` are the words beside the value of the printed digits.
    """
    rules = records(
        rows, "name low high least most", face=None, fails="", detail="", text=text, emphasis=False
    )
    for row in rules:
        row.emphasis = row.emphasis or bool(row.fails)
        row.unfit = row.high < row.least or row.most < row.low

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        both = any(row.unfit and row.face is not None for row in rules)
        places = stand(sheet, rules, step=112 if both else 78, over=32, top=20)
        _ruler_key(sheet, places.left)
        for row, y in zip(rules, places.at, strict=True):
            _ruler(sheet, row, places.left, y, face, {of: row.name})
        return sheet.view(places.bottom)

    heads = {"name": of, "low": f"printed, low, {unit}", "high": f"printed, high, {unit}"}
    heads |= {"least": f"computed, low, {unit}", "most": f"computed, high, {unit}"}
    heads |= {"face": f"at the printed digits, {unit}", "fails": "verdict"}
    return Form(draw, told(rows, **heads), units=tuple(row.detail for row in rules))


def _ruler_key(sheet: Sheet, left: float) -> None:
    keys = (("printed", PRINTED), ("computed from the others", COMPUTED))
    room = sum(20 + measure(words, DETAIL) for words, _ in keys) + 18
    left = max(0.0, min(left, sheet.width - room))
    for words, hue in keys:
        sheet.box(left, 2, left + 14, 12, hue, opacity=0.3)
        sheet.text(left + 20, 7, words, size=DETAIL, color=hue)
        left += 20 + measure(words, DETAIL) + 18


def _ruler(sheet: Sheet, row: SimpleNamespace, left: float, y: float, face: str, tip: dict) -> None:
    """Two bands one above the other, solid where they overlap, with the numbers at their ends."""
    ends = (row.low, row.high, row.least, row.most)
    numbers = [amount(row.text.format(n), row.detail) for n in ends]
    side = widest(numbers, DETAIL) + 10
    low, high = min(row.low, row.least), max(row.high, row.most)
    x = Scale(low, high, left + side, sheet.width - side)
    bands = ((row.low, row.high, y - 12, y, PRINTED), (row.least, row.most, y, y + 12, COMPUTED))
    for place, (start, end, top, bottom, hue) in enumerate(bands):
        begin, stop = _at_least(x(start), x(end), 10)
        words = numbers[2 * place : 2 * place + 2]
        told = tip | {("printed", "computed")[place]: " to ".join(words)}
        sheet.box(begin, top, stop, bottom, hue, opacity=0.3, tip=told)
        if place:
            if words[0] != words[1]:
                sheet.text(begin - 5, y + 6, words[0], size=DETAIL, color=hue, align="right")
            sheet.text(stop + 5, y + 6, words[1], size=DETAIL, color=hue)
        else:
            _over_ends(sheet, (begin, stop), y - 20, words, hue)
    if row.unfit:
        words = row.fails or "they don’t meet"
        left = min(x.left, sheet.width - measure(words, NAME, bold=True))
        sheet.text(left, y + (25 if row.face is None else 41), words, bold=True)
    else:
        begin, stop = _at_least(x(max(row.low, row.least)), x(min(row.high, row.most)), 4)
        sheet.box(begin, y - 12, stop, y, PRINTED)
        sheet.box(begin, y, stop, y + 12, COMPUTED)
    if row.face is not None:
        sheet.dot(x(row.face), y + 6, INK, size=10)
        words = f"{amount(row.text.format(row.face), row.detail)} {face}".strip()
        room = measure(words, DETAIL, bold=True)
        left = max(left, min(x(row.face) - room / 2, sheet.width - room))
        sheet.text(left, y + 24, words, size=DETAIL, bold=True)


def _over_ends(
    sheet: Sheet, ends: tuple[float, float], y: float, words: list[str], hue: str
) -> None:
    """Two numbers above the ends of a band, kept apart where it is short."""
    rooms = [measure(word, DETAIL) + 10 for word in words]
    for word, middle in zip(words, apart(ends, rooms, 0, sheet.width), strict=True):
        sheet.text(middle, y, word, size=DETAIL, color=hue, align="center")


def _at_least(left: float, right: float, width: float) -> tuple[float, float]:
    """An extent widened about its middle so that it can be seen."""
    spare = max(0.0, width - (right - left)) / 2
    return left - spare, right + spare


@form
def cuts(rows: Rows, *, of: str, unit: str, text: str = "{:,.0f}") -> Form:
    """Number lines of which a part is cut away: what is left is solid and says its ends.

    A row has `name`, `low` and `high` (all that the print allows), `least` and `most` (what is
    left of it), and may have `detail` and `text` (a format of its numbers).
    """
    lines = records(rows, "name low high least most", detail="", text=text, emphasis=False)

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        places = stand(sheet, lines, step=64, over=34)
        for row, y in zip(lines, places.at, strict=True):
            _cut(sheet, row, places.left, y, {of: row.name})
        return sheet.view(places.bottom)

    heads = {"name": of, "detail": "detail"}
    heads |= {"low": f"as printed, low, {unit}", "high": f"as printed, high, {unit}"}
    heads |= {"least": f"left, low, {unit}", "most": f"left, high, {unit}"}
    return Form(draw, told(rows, **heads), units=tuple(row.name for row in lines))


def _cut(sheet: Sheet, row: SimpleNamespace, left: float, y: float, tip: dict) -> None:
    ends = (row.low, row.high, row.least, row.most)
    low, high, least, most = (amount(row.text.format(n), row.name) for n in ends)
    side = max(measure(low, DETAIL), measure(high, DETAIL)) / 2 + 1
    x = Scale(row.low, row.high, left + side, sheet.width - side)
    for start, end in ((row.low, row.least), (row.most, row.high)):
        if x(end) - x(start) > 3:
            sheet.box(x(start), y - 7, x(end), y + 7, CONTEXT, hatch=True)
    begin, stop = _at_least(x(row.least), x(row.most), 10)
    kept = f"{least} to {most}"
    sheet.box(begin, y - 9, stop, y + 9, COMPUTED, tip=tip | {"left": kept})
    room = measure(kept, NAME, bold=True)
    middle = min(max((begin + stop) / 2, left + room / 2), sheet.width - room / 2)
    sheet.text(middle, y - 20, kept, bold=True, color=COMPUTED, align="center")
    for value, words in ((row.low, low), (row.high, high)):
        sheet.text(x(value), y + 20, words, size=DETAIL, color=MUTED, align="center")
