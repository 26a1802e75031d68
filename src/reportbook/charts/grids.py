"""The form of two sorts of things that are crossed: which belong together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, cos, floor, radians, sin
from types import SimpleNamespace

import altair as alt
import pandas as pd

from reportbook.charts.counts import EMPTY, key, square
from reportbook.charts.forms import Form, Rows, form, records, told
from reportbook.charts.rows import GAP, stand
from reportbook.charts.sheet import Sheet
from reportbook.lettering import DETAIL, LINE, NAME, longest_word, measure, widest, wrap
from reportbook.palette import CONTEXT, GRID, INK, MUTED, PAPER

# Of slanted heads: the width of a column at least, px, which keeps them a line apart; by how many
# degrees they rise; and how far they then lean and rise, as shares of their length
LEAST, SLANT = 20, 60
LEAN, RISE = cos(radians(SLANT)), sin(radians(SLANT))


@form
def grid(
    cells: Rows,
    *,
    of: str,
    rows: Sequence[str],
    columns: Sequence[str],
    across: str = "column",
    fills: Mapping[str, str] | None = None,
    without: tuple[str, Sequence[str]] | None = None,
) -> Form:
    """Rows crossed with columns: a filled cell where something is, a visible empty one elsewhere.

    A cell has `row`, `column`, and maybe `text` (words in the cell), `fill` (a colour, or "pale",
    which is how it is filled if nothing is said) and `detail` (told when touched). Heads stand
    above, slanted where a word is longer than its column is wide. On a narrow sheet on which
    they would be slanted, each row lists the columns that it belongs to instead. `fills` says
    what each fill stands for, where there are several, and "empty" that of a cell with nothing,
    whose outline is faint where none is named.
    `without` are the words above the names of rows that have no cell, and these, below the others.
    """
    filled = records(cells, "row column", text="", fill="pale", detail="")
    for cell in filled:
        if cell.row not in rows or cell.column not in columns:
            raise ValueError(f"the grid has no cell {cell.row}, {cell.column}")
    label, quiet = without or ("", [])
    names = [SimpleNamespace(name=row, detail="", emphasis=False) for row in rows]
    outline = CONTEXT if EMPTY in (fills or {}).values() else GRID

    def draw(width: int) -> alt.LayerChart:
        sheet = Sheet(width)
        longest = longest_word(columns, DETAIL, bold=True)
        words = longest_word((cell.text for cell in filled), DETAIL)
        needed = max(longest + 4, words + 12)
        share = None
        above = needed > (width - stand(Sheet(width), names).left) / len(columns)
        left = stand(Sheet(width), names, above=above).left
        room = (width - left) / len(columns)
        if slanted := needed > room:
            if not sheet.wide:
                bottom = _grid_listed(sheet, rows, columns, filled, of)
                listed = {words: fill for words, fill in (fills or {}).items() if fill != EMPTY}
                bottom = key(sheet, listed, bottom + 6) if listed else bottom
                return sheet.view(_quiet(sheet, label, quiet, bottom))
            # The names take what the columns leave
            leaning = [measure(head, DETAIL) * LEAN + 4 for head in columns]
            most = max((k + 0.5) * LEAST + lean for k, lean in enumerate(leaning))
            share = 1 - (GAP + max(most, LEAST * len(columns))) / width
            left = stand(Sheet(width), names, most=share).left
            room = min((width - left - lean) / (k + 0.5) for k, lean in enumerate(leaning))
            room = min(room, (width - left) / len(columns))
        left, room = ceil(left), floor(room)  # whole pixels, on which edges are sharp
        deep = max((len(wrap(c.text, room - 8, DETAIL)) for c in filled if not slanted), default=1)
        half = 7 if slanted else 5 + 7 * max(deep, 1)
        top = _heads(sheet, columns, left, room, slanted) + (6 if above else 0)
        step = 2 * half + 4
        places = stand(sheet, names, top=top, step=step, over=half + 2, above=above, most=share)
        for row, y in zip(rows, places.at, strict=True):
            for k, column in enumerate(columns):
                there = [c for c in filled if (c.row, c.column) == (row, column)]
                tip = {of: row, across: column}
                _cell(sheet, there, left + k * room, y, room, half, outline, tip)
        bottom = key(sheet, fills, places.bottom + 12) if fills else places.bottom
        return sheet.view(_quiet(sheet, label, quiet, bottom))

    table = pd.DataFrame(cells)
    if fills:
        meant = {fill: words for words, fill in fills.items()}
        table["outcome"] = [meant.get(cell.fill) for cell in filled]
    if quiet:
        holding = pd.DataFrame({"row": [*quiet], "outcome": label})
        table = pd.concat([table, holding], ignore_index=True)
    heads = {"row": of, "column": across, "text": "text", "detail": "detail", "outcome": "outcome"}
    return Form(draw, told(table, **heads))


def _quiet(sheet: Sheet, label: str, rows: Sequence[str], top: float) -> float:
    """The names of rows without a cell under their label, in two columns where there is room;
    returns how deep.
    """
    if not rows:
        return top
    top += 14
    heads = wrap(label, sheet.width, NAME, bold=True)
    sheet.lines(0, top + LINE / 2, heads, bold=True)
    top += LINE * len(heads) + 4
    columns = 2 if sheet.wide else 1
    room = (sheet.width - GAP * (columns - 1)) / columns
    half = ceil(len(rows) / columns)
    deepest = top
    for k in range(columns):
        y = top
        for row in rows[k * half : (k + 1) * half]:
            lines = wrap(row, room, DETAIL)
            sheet.lines(k * (room + GAP), y + LINE / 2, lines, 15, size=DETAIL, color=MUTED)
            y += LINE + 15 * (len(lines) - 1)
        deepest = max(deepest, y)
    return deepest


def _grid_listed(
    sheet: Sheet,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: list[SimpleNamespace],
    of: str,
) -> float:
    """Each row with the columns that it belongs to, in words; returns how deep they are."""
    top = 0.0
    for row in rows:
        lines = wrap(row, sheet.width, NAME, bold=True)
        sheet.lines(0, top + LINE / 2, lines, bold=True)
        top += LINE * len(lines) + 3
        there = [
            cell for column in columns for cell in cells if (cell.row, cell.column) == (row, column)
        ]
        for cell in there:
            words = f"{cell.column}: {cell.text}" if cell.text else cell.column
            square(sheet, 1, top + 2, 12, cell.fill, {of: row, "what": cell.detail or words})
            lines = wrap(words, sheet.width - 20, DETAIL)
            sheet.lines(20, top + LINE / 2, lines, size=DETAIL, color=MUTED)
            top += LINE * len(lines) + 3
        if not there:
            sheet.text(20, top + LINE / 2, "none", size=DETAIL, color=MUTED)
            top += LINE
        top += 8
    return top - 8


def _heads(sheet: Sheet, columns: Sequence[str], left: float, room: float, slanted: bool) -> float:
    """The heads of a grid's columns; returns how deep they are."""
    if slanted:
        rise = ceil(widest(columns, DETAIL) * RISE) + 14
        for k, head in enumerate(columns):
            sheet.text(left + (k + 0.5) * room, rise - 8, head, size=DETAIL, angle=360 - SLANT)
        return rise
    lines = [wrap(head, room - 4, DETAIL, bold=True) for head in columns]
    deep = max(map(len, lines))
    for k, head in enumerate(lines):
        first = LINE * (deep - len(head)) + LINE / 2
        how = {"size": DETAIL, "bold": True, "align": "center"}
        sheet.lines(left + (k + 0.5) * room, first, head, **how)
    return LINE * deep + 4


def _cell(
    sheet: Sheet,
    there: list[SimpleNamespace],
    x: float,
    y: float,
    room: float,
    half: float,
    outline: str,
    tip: dict,
) -> None:
    """One cell of a grid: outlined where there is nothing, else filled, with its words."""
    edges = x + 2, y - half, x + room - 2, y + half
    if not there:
        sheet.box(*edges, outline, outline=True)
        return
    words = "; ".join(dict.fromkeys(cell.text for cell in there if cell.text))
    details = "; ".join(cell.detail for cell in there if cell.detail) or words
    pale = there[0].fill == "pale"
    fill = INK if pale else there[0].fill
    tip = tip | ({"what": details} if details else {})
    sheet.box(*edges, fill, opacity=0.16 if pale else 1, tip=tip)
    lines = wrap(words, room - 8, DETAIL)
    color = INK if pale else PAPER
    how = {"size": DETAIL, "align": "center", "color": color}
    sheet.lines(x + room / 2, y - 7 * (len(lines) - 1), lines, 14, **how)
