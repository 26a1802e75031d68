"""Tables as a statistical office prints them: with scoped heads, in columns of measured widths."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from reportbook.language import CHINESE, curled, marked

if TYPE_CHECKING:  # half a second to import, and pages are made from what is stored
    import pandas as pd

MIME = "application/vnd.reportbook.table+json"
NUMERIC = re.compile(r"[−+]?[\d,.]+( to [\d,.]+)?\s?%?")
RANGE = re.compile(r"(?<=\d) to ")
# In ems of a table's lettering: a Latin character, the space between columns, a run of Chinese
# that is kept together where there is room
LATIN, GUTTER, CHINESE_WORD = 0.58, 0.98, 6.0


class Table:
    """A table of text cells with a caption; its output holds it as JSON, as HTML and as words."""

    def __init__(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], caption: str, note: str = ""
    ) -> None:
        self.columns, self.rows, self.caption, self.note = columns, rows, caption, note
        self.numeric = [_numeric(cells) for cells in zip(*rows, strict=True)] or [False] * len(
            columns
        )

    def as_json(self) -> dict[str, Any]:
        """What the constructor takes, by its names."""
        names = ("columns", "rows", "caption", "note")
        return {name: getattr(self, name) for name in names}

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        words = f"Table: {self.caption}"
        return {MIME: self.as_json(), "text/html": self.html(), "text/plain": words}

    def html(self, widths: Sequence[Width] | None = None) -> str:
        """The table as a fragment of a page, a row a line; `widths` as `shared_widths` gives."""
        head = "".join(
            f'<th scope="col"{" class=num" if right else ""}>{marked(column)}</th>'
            for column, right in zip(self.columns, self.numeric, strict=True)
        )
        body = "\n".join(
            "<tr>" + "".join(map(_cell, row, self.numeric, range(len(row)))) + "</tr>"
            for row in self.rows
        )
        note = f'\n<p class="table-note">{marked(self.note)}</p>' if self.note else ""
        label = escape(self.caption)
        wide = " wide" if len(self.columns) > 4 else ""
        least, group = _columns(widths) if widths else ("", "")
        return (
            f'<div class="report-table{wide}" role="region" tabindex="0" aria-label="{label}">'
            f"<table{least}><caption>{marked(self.caption)}</caption>{group}\n"
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>{note}"
        )


def show(frame: pd.DataFrame, caption: str, note: str = "") -> Table:
    """A table of text cells, its index as the row headers, with a caption and a note.

    Columns whose cells are all figures are set flush right; Chinese text is marked as such;
    everything is escaped. Raises ValueError without a caption or a named index.
    """
    if not caption:
        raise ValueError("a table needs a caption that says what it shows")
    if frame.index.name is None:
        raise ValueError("name the index: it heads the column of row headers")
    frame = frame.reset_index()
    rows = [[curled(str(cell)) for cell in row] for row in frame.itertuples(index=False, name=None)]
    heads = [curled(str(column)) for column in frame]
    return Table(heads, rows, curled(caption), curled(note))


def written(column: Sequence[Any]) -> list[str]:
    """Values as a reader sees them: numbers with as many decimals as one needs, or three."""
    numbers = [cell for cell in column if isinstance(cell, int | float)]
    if not numbers or any(isinstance(cell, str) and cell for cell in column):
        return ["–" if cell in (None, "") else str(cell) for cell in column]
    years = all(1900 <= number <= 2100 for number in numbers)  # no amounts
    decimals = next(n for n in range(4) if n == 3 or all(x == round(x, n) for x in numbers))
    form = f"{'' if years else ','}.{decimals}f"
    return [
        f"{cell:{form}}".replace("-", "−") if isinstance(cell, int | float) else "–"
        for cell in column
    ]


Width = tuple[float, float]  # of a column: its share of a whole line, and its least width in ems


def shared_widths(tables: Sequence[Table], measure: float, wider: float = 1.0) -> list[list[Width]]:
    """The widths of every table's columns, so that it is set before all its rows are there.

    A browser that has to find them itself moves what it has painted while rows arrive, and Typst
    would share the page among columns of unlike needs. `measure` is the width of a whole line in
    ems of the tables' lettering, which is `wider` by that factor where a reader's own face is not
    known. Tables with the same heads take the same widths, so that the eye finds a column again.
    A column gets room for its longest word and shares what is left by its longest cell.
    """
    alike: dict[tuple[str, ...], list[Table]] = {}
    for table in tables:
        alike.setdefault(tuple(table.columns), []).append(table)
    found = {heads: _widths(group, measure, wider) for heads, group in alike.items()}
    return [found[tuple(table.columns)] for table in tables]


def _widths(tables: list[Table], measure: float, wider: float) -> list[Width]:
    # Each cell of a column, and whether it is of those that are never broken
    heads = tables[0].columns
    columns = [
        [(row[place], table.numeric[place]) for table in tables for row in [heads, *table.rows]]
        for place in range(len(heads))
    ]
    gutters = [GUTTER] * (len(columns) - 1) + [0.0]
    least = [
        max(_longest_word(cell, wider, whole) for cell, whole in column) + gutter
        for column, gutter in zip(columns, gutters, strict=True)
    ]
    most = [
        max(_set_width(cell, wider) for cell, _ in column) + gutter
        for column, gutter in zip(columns, gutters, strict=True)
    ]
    spare = max(measure - sum(least), 0)
    wanted = [max(full - word, 0.01) ** 0.8 for full, word in zip(most, least, strict=True)]
    widths = [word + spare * want / sum(wanted) for word, want in zip(least, wanted, strict=True)]
    return [(100 * width / sum(widths), word) for width, word in zip(widths, least, strict=True)]


@cache
def _set_width(text: str, wider: float = 1.0) -> float:
    """How wide a text is set, in ems: Chinese is as wide as high, a digit the same in any face."""
    latin = LATIN * (min(wider, 1.14) if text[:1].isdigit() else wider)
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WF" else latin for sign in text)


@cache
def _longest_word(text: str, wider: float = 1.0, whole: bool = False) -> float:
    """The width of the longest word, or of a number and its "to"; Chinese breaks anywhere."""
    words = RANGE.sub("\N{NO-BREAK SPACE}to ", text).split(" ")
    if whole and NUMERIC.fullmatch(text):
        words = [text]
    return max(
        min(_set_width(word, wider), CHINESE_WORD)
        if CHINESE.search(word)
        else _set_width(word, wider)
        for word in words
    )


def _columns(widths: Sequence[Width]) -> tuple[str, str]:
    """The style of a table and its `colgroup`.

    The style sheet takes the shares on a whole line, and the least widths on a shorter one.
    """
    columns = "".join(
        f'<col style="--share:{share:.1f}%;--least:{least:.1f}em">' for share, least in widths
    )
    whole = sum(least for _, least in widths)
    return f' style="min-width:{whole:.1f}em"', f"<colgroup>{columns}</colgroup>"


def _numeric(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip() not in ("", "–")]
    return bool(filled) and all(NUMERIC.fullmatch(cell) for cell in filled)


def _cell(value: str, right: bool, position: int) -> str:
    kind = ' class="num"' if right else ""
    if position == 0:
        return f'<th scope="row"{kind}>{marked(value)}</th>'
    return f"<td{kind}>{marked(value)}</td>"
