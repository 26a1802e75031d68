"""Tables as a statistical office prints them: with scoped heads, in columns of measured widths."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from html import escape
from itertools import zip_longest
from math import ceil
from typing import TYPE_CHECKING, Any

from heshu.traced import Traced
from reportbook.data import origins
from reportbook.language import CHINESE, HAN, curled, marked

if TYPE_CHECKING:  # half a second to import, and pages are made from what is stored
    import pandas as pd

MIME = "application/vnd.reportbook.table+json"
NUMERIC = re.compile(r"[−+]?[\d,.]+[万亿]?((?: to |至)[\d,.]+[万亿]?)?(?:元|\s?%)?")
RANGE = re.compile(r"(?<=\d) to ")
# A column with a longer cell stands as a second line below its rows, if two others are left
REASON = 90
# In a table wider than a line so does a column of words with a cell longer than this
WORDY = 20
# A table with more rows can be filtered and sorted; one with more columns, or wider in ems of its
# lettering than a phone, is a list of cards on one; a caption leads for more numbers of a chart
LONG, FEW, PHONE = 20, 3, 22.0
# In ems of a table's lettering: a Latin character, the space between columns, a run of Chinese
# that is kept together where there is room
LATIN, GUTTER, CHINESE_WORD = 0.58, 0.98, 6.0


class Table:
    """A table of text cells with a caption; its output holds it as JSON, as HTML and as words.

    `names` are those of its rows in data/, by which a page can be led to each; `places` are columns
    whose numbers are no figures, as those of paragraphs. `amounts` are the row and the column of
    each amount in million yuan whose unit no column tells. `numbers` are the cells that know what
    they rest on: their `row` and `column`, counted from 0, `rests_on`, `how`, `counted`.
    """

    def __init__(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        caption: str,
        note: str = "",
        names: Sequence[str] = (),
        places: Sequence[str] = (),
        numbers: Sequence[dict[str, Any]] = (),
        amounts: Sequence[Sequence[int]] = (),
    ) -> None:
        self.columns, self.rows, self.caption, self.note = columns, rows, caption, note
        self.names, self.places, self.amounts = names, places, amounts
        self.numbers = [origins.stored(number, origins.unpacked) for number in numbers]
        self.numeric = [_numeric(cells) for cells in zip(*rows, strict=True)] or [False] * len(
            columns
        )

    def as_json(self) -> dict[str, Any]:
        """What the constructor takes, by its names."""
        told = {name: getattr(self, name) for name in ("columns", "rows", "caption", "note")}
        numbers = [origins.stored(number, origins.packed) for number in self.numbers]
        further = {"names": self.names, "places": self.places, "numbers": numbers}
        further["amounts"] = self.amounts
        return told | {name: list(some) for name, some in further.items() if some}

    def led(self) -> list[dict[str, Any]]:
        """Its numbers that lead to what they rest on, a cell's own or a row's, each with its text
        and its place."""
        own = {(number["row"], number["column"]): number for number in self.numbers}
        found = []
        for at, row in enumerate(self.rows):
            for column, text in enumerate(row):
                cell = {"said": text, "row": at, "column": column}
                if number := own.get((at, column)):
                    found.append(cell | number)
                elif self.names and self.says(text, column):
                    found.append(cell | {"rests_on": [self.names[at]]})
        return found

    def says(self, text: str, column: int) -> bool:
        """Whether a cell is a number of its row: no head of it, no place, and not empty."""
        told = column > 0 and self.numeric[column] and self.columns[column] not in self.places
        return told and bool(re.search(r"\d", text))

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        words = f"Table: {self.caption}"
        return {MIME: self.as_json(), "text/html": self.plain(), "text/plain": words}

    def plain(self) -> str:
        """The table for viewers of notebooks, a row a line."""
        head = "".join(f"<th>{escape(column)}</th>" for column in self.columns)
        rows = [
            "<tr>" + "".join(map(_plain_cell, ["th", *["td"] * (len(row) - 1)], row)) + "</tr>"
            for row in self.rows
        ]
        note = f"\n<p>{escape(self.note)}</p>" if self.note else ""
        return (
            f"<table><caption>{escape(self.caption)}</caption>\n<thead><tr>{head}</tr></thead>\n"
            f"<tbody>\n{chr(10).join(rows)}\n</tbody></table>{note}"
        )

    def html(
        self,
        widths: Sequence[Width | None] | None = None,
        leads: Callable[[str], tuple[str, str]] | None = None,
        traces: Callable[[dict[str, Any]], str] | None = None,
        lead: str = "",
    ) -> str:
        """The table as a fragment of a page, a row a line; `widths` as `shared_widths` gives.

        `leads` gives for the name of a row the id to which its numbers lead, and the short one
        by which other pages lead to the row, and `traces` the id to which one of `numbers` leads;
        to `lead` all numbers lead of rows without a name, or the caption of a table of
        more than a few numbers.
        A column without a width stands below the rows. Without widths, as in a notebook, the table
        is as plain as it can be.
        """
        below = [width is None for width in widths] if widths else _below([self])
        kept = [place for place, line in enumerate(below) if not line]
        columns = [width for width in widths or [] if width]
        least = sum(least for _, least in columns)
        # Beside two other columns a reason would be a tower on a phone
        tall = len(kept) == FEW and any(
            _lengths(row[at]) > REASON for row in self.rows for at in kept
        )
        cards = bool(columns) and (len(self.columns) > FEW or least > PHONE or tall)
        head = "".join(
            f'<th scope="col"{_kind(self.numeric[place])}>{marked(self.columns[place])}</th>'
            for place in kept
        )
        # A page has no room for hundreds of links to one entry
        many = len(self.rows) * sum(self.numeric) > FEW
        lead, whole = ("", lead) if many else (lead, "")
        traced: list[dict[int, str]] = [{} for _ in self.rows]
        for number in self.numbers if traces else ():
            traced[number["row"]][number["column"]] = traces(number)
        records = [
            self._record(
                row, kept, below, cards, name, own, *(leads(name) if leads and name else (lead, ""))
            )
            for row, own, name in zip_longest(self.rows, traced, self.names, fillvalue="")
        ]
        # A row and its second line are a part of the table of their own: its head is that of both
        between = "\n</tbody><tbody>\n" if any(below) else "\n"
        note = f'\n<p class="table-note">{marked(self.note)}</p>' if self.note else ""
        caption = marked(self.caption)
        if whole:
            caption = f"<a href=#{whole}>{caption}</a>"
        sizes, group, kinds, fits, field = "", "", "", "", ""
        if columns:
            sizes, group = _columns(columns)
            kinds = " cards" * cards + " wide" * (len(self.columns) > FEW + 1)
            fits = f" fits-{4 * ceil(least / 4)}"  # the style sheet knows each
            if len(self.rows) > LONG:
                kinds, field = f"{kinds} long", FILTER
        return (
            f'<div class="report-table{kinds}">{field}'
            f'<div class="table-box{fits}" role="region" tabindex="0" '
            f'aria-label="{escape(self.caption)}">'
            f"<table{sizes}><caption>{caption}</caption>{group}\n"
            f"<thead><tr>{head}</tr></thead>\n"
            f"<tbody>\n{between.join(records)}\n</tbody></table></div></div>{note}"
        )

    def _record(
        self,
        row: Sequence[str],
        kept: list[int],
        below: list[bool],
        cards: bool,
        name: str,
        own: dict[int, str],
        lead: str,
        short: str,
    ) -> str:
        """A row, and its second line, if it has one; in a list of cards each cell is headed."""
        scope = "rowgroup" if any(below) else "row"
        line = "".join(
            f'<th scope="{scope}"{_own(short)}{_kind(self.numeric[place])}>'
            f"{marked(row[place])}</th>"
            if place == 0
            else f"<td{_kind(self.numeric[place])}{self._headed(place, cards)}>"
            f"{self._led(row[place], place, lead, own)}</td>"
            for place in kept
        )
        more = " ".join(
            f"<div><b>{marked(self.columns[place])}</b> {marked(row[place])}</div>"
            for place, line in enumerate(below)
            if line and row[place] not in ("", "–")
        )
        second = f'\n<tr class="more"><td colspan="{len(kept)}">{more}</td></tr>' if more else ""
        return f"<tr{_own(name and row_id(name))}>{line}</tr>{second}"

    def _led(self, cell: str, place: int, lead: str, own: dict[int, str]) -> str:
        """A cell; one that knows what it rests on leads there, or one in a column of numbers."""
        if place in own:
            return f"<a href=#{own[place]}>{marked(cell)}</a>"
        if not lead or not self.says(cell, place):
            return marked(cell)
        return f"<a href=#{lead}>{marked(cell)}</a>"

    def _headed(self, place: int, cards: bool) -> str:
        return f' data-head="{escape(self.columns[place])}"' if cards else ""


def _plain_cell(kind: str, cell: str) -> str:
    language = " lang=zh-CN" if CHINESE.search(cell) else ""
    return f"<{kind}{language}>{escape(cell, quote=False)}</{kind}>"


def row_id(name: str) -> str:
    """The id on a page of a row of data/."""
    return f"row-{name}".replace(":", "-")


def show(
    frame: pd.DataFrame,
    caption: str,
    note: str = "",
    names: Sequence[str] | None = None,
    places: Sequence[str] = (),
    amounts: Mapping[str, Sequence[str]] | None = None,
) -> Table:
    """A table of text cells, its index as the row headers, with a caption and a note.

    `names` are those of the rows in data/, for other pages to lead to them, and for the numbers of
    a row to lead to what they rest on, but in the columns of `places`, as of paragraphs. Without
    names, each cell that knows what it rests on, a number or a phrase of a row, leads there.
    `amounts` are, by the header of a row, the columns that hold its million yuan where no column
    tells the unit: another language counts them otherwise.

    Columns whose cells are all figures are set flush right; Chinese text is marked as such;
    everything is escaped. Raises ValueError without a caption or a named index.
    """
    if not caption:
        raise ValueError("a table needs a caption that says what it shows")
    if frame.index.name is None:
        raise ValueError("name the index: it heads the column of row headers")
    frame = frame.reset_index()
    cells = [*frame.itertuples(index=False, name=None)]
    rows = [[curled(str(cell)) for cell in row] for row in cells]
    numbers = [
        {"row": at, "column": place} | _known(cell)
        for at, row in enumerate(cells)
        for place, cell in enumerate(row)
        if names is None and place and getattr(cell, "rests_on", ())
    ]
    heads = [curled(str(column)) for column in frame]
    named = [] if names is None else [*names]
    money = [
        [at, place]
        for at, row in enumerate(rows)
        for place, head in enumerate(heads)
        if head in (amounts or {}).get(row[0], ())
    ]
    return Table(heads, rows, curled(caption), curled(note), named, [*places], numbers, money)


def _known(cell: Any) -> dict[str, Any]:
    """What is known of a number of a cell; of a phrase the row that has it."""
    known = origins.known([cell]) if isinstance(cell, Traced) else {}
    return known or {"rests_on": sorted(cell.rests_on)}


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


# Stands above a long table on the website; without a script there is nothing that it could do
FILTER = (
    '<form class="table-filter js-only"><label>Filter <input type="search" autocomplete="off">'
    "</label><output></output></form>"
)

Width = tuple[float, float]  # of a column: its share of a whole line, and its least width in ems


def shared_widths(
    tables: Sequence[Table], measure: float, wider: float = 1.0, below: bool = False
) -> list[list[Width | None]]:
    """The widths of every table's columns, so that it is set before all its rows are there.

    A browser that has to find them itself moves what it has painted while rows arrive, and Typst
    would share the page among columns of unlike needs. `measure` is the width of a whole line in
    ems of the tables' lettering, which is `wider` by that factor where a reader's own face is not
    known. Tables with the same heads take the same widths, so that the eye finds a column again.
    A column gets room for its longest word and shares what is left by its longest cell. With
    `below`, one of long reasons has no width: it stands as a second line below its rows.
    """
    alike: dict[tuple[str, ...], list[Table]] = {}
    for table in tables:
        alike.setdefault(tuple(table.columns), []).append(table)
    found = {heads: _widths(group, measure, wider, below) for heads, group in alike.items()}
    return [found[tuple(table.columns)] for table in tables]


def _below(tables: Sequence[Table]) -> list[bool]:
    """Of each column, whether it stands below the rows in all these tables with the same heads."""
    places = range(len(tables[0].columns))
    found = [place > 0 and _longest(tables, place) > REASON for place in places]
    return found if found.count(False) >= 2 else [False for _ in places]


def _lengths(text: str) -> float:
    """How long a text is in Latin characters, of which a Chinese one takes almost two."""
    wide = len(re.findall(f"[{HAN}\uff00-\uffef]", text))
    return len(text) + wide * (1 / LATIN - 1)


def _longest(tables: Sequence[Table], place: int) -> int:
    return max((len(row[place]) for table in tables for row in table.rows), default=0)


def _widths(
    tables: Sequence[Table], measure: float, wider: float, below: bool
) -> list[Width | None]:
    heads = tables[0].columns
    lines = _below(tables) if below else [False for _ in heads]
    kept = [place for place, line in enumerate(lines) if not line]
    # What can go below the rows in a table that is still too wide, the longest first
    words = [
        place
        for place in kept[1:]
        if not any(table.numeric[place] for table in tables) and _longest(tables, place) > WORDY
    ]
    words.sort(key=lambda place: _longest(tables, place))
    whole = True
    while sum(least := [_least(tables, place, wider, whole) for place in kept]) > measure:
        if whole:
            whole = False  # ranges then break at their "to"
        elif below and words and len(kept) > FEW:
            kept.remove(words.pop())
        else:
            break
    most = [
        max(_set_width(cell, wider) for cell, _ in _cells(tables, place)) + GUTTER for place in kept
    ]
    spare = max(measure - sum(least), 0)
    wanted = [max(full - word, 0.01) ** 0.8 for full, word in zip(most, least, strict=True)]
    widths = [word + spare * want / sum(wanted) for word, want in zip(least, wanted, strict=True)]
    shares = [(100 * width / sum(widths), word) for width, word in zip(widths, least, strict=True)]
    found = dict(zip(kept, shares, strict=True))
    return [found.get(place) for place in range(len(heads))]


def _cells(tables: Sequence[Table], place: int) -> list[tuple[str, bool]]:
    """The head and the cells of a column, and whether each is of a column of numbers."""
    return [
        (row[place], table.numeric[place])
        for table in tables
        for row in [table.columns, *table.rows]
    ]


def _least(tables: Sequence[Table], place: int, wider: float, whole: bool) -> float:
    """The least width of a column with the space beside it; `whole` ranges are never broken."""
    last = place == len(tables[0].columns) - 1
    cells = _cells(tables, place)
    words = max(_longest_word(cell, wider, whole and numeric) for cell, numeric in cells)
    return words + (0.0 if last else GUTTER)


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
    return f' style="--whole:{whole:.1f}em"', f"<colgroup>{columns}</colgroup>"


def _numeric(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip() not in ("", "–")]
    return bool(filled) and all(NUMERIC.fullmatch(cell) for cell in filled)


def _own(name: str) -> str:
    return f' id="{name}"' if name else ""


def _kind(right: bool) -> str:
    return ' class="num"' if right else ""
