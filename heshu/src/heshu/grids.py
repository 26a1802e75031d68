"""Tables: rows and columns that add up, shares of a column, and growth between columns.

What stands in a table says less than a sentence, so that heads must leave no choice:

- A row called 合计 or 总计 is the sum of the rows of which it is the first or the last, one
  called 小计 that of the rows since the 小计 before. Rows marked 其中 belong to the row above.
- A column called so is the sum of the columns beside it with the same unit.
- A column of 占比 tells the shares of the column before it, or of the only one, in its total.
- A column of 增长 (%) leads between the only two years, or this year and last, of its table.

Averages, prices, indices and rates don't add up. What is called comparable in prose
(vocabulary/comparable.csv) is no growth to test here either. Where most of what heads seem to
say fails, they meant something else, and where rows have levels, are marked 其中 or are empty,
parts may be missing: then nothing is called inconsistent.

A unit stands in the cell, in the head of the column (发行总额（亿元）), of the row, or before
the table (单位：万元).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby

from heshu import relations
from heshu.documents import Cell, Table
from heshu.finding import Found
from heshu.reading import Reading, ReadingError, read
from heshu.relations import INCONSISTENT, NOT_TESTABLE, Result
from heshu.vocabulary import either, rows, words

NUMBER = re.compile(r"[-−－+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,10})?")
YEAR = re.compile(r"((?:19|20)[0-9]{2})年?(?:度|末|底)?")
IN_BRACKETS = re.compile(r"\(([^()]{1,12})\)")
UNIT_SAID = re.compile(r"单位:?\s*([^\s,。;:()]{1,8})")
# What says that there is nothing
NOTHING = {"-", "--", "—", "——", "–", "/"}
# The levels of rows whose labels are numbered: 一、 (一) 1.
LEVEL = re.compile(
    r"([一二三四五六七八九十]+、)|(\([一二三四五六七八九十]+\))|([0-9]{1,2}[.、](?![0-9]))|(\([0-9]+\))"
)
# A sum of more figures proves little, and takes long
PIECES = 200


@cache
def _sense(sense: str) -> re.Pattern[str]:
    """The heads of a sense."""
    return re.compile("|".join(row["word"] for row in rows("heads") if row["sense"] == sense))


@cache
def _comparable() -> re.Pattern[str]:
    return re.compile(either(words("comparable")))


def plain(text: str) -> str:
    """The words of a head, without blanks, its signs those of ASCII."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=1 << 12)
def _read(text: str, unit: str) -> Reading | None:
    """What a cell prints, None where it prints no figure."""
    bare = NUMBER.fullmatch(text)
    try:
        reading = read(f"{text}{unit}" if bare else text)
    except ReadingError:
        return None
    if reading.interval is None or reading.kind not in ("quantity", "growth", "multiple_to"):
        return None
    return reading


def check(table: Table) -> Iterator[Found | Result]:
    """The figures of a table, a row at a time, and then the relations between them."""
    grid = _Grid(table)
    for row in grid.figures:
        yield from (figure for figure in row if figure)
    if grid.columns:
        for claims in (*grid.sums_of_rows(), *grid.sums_of_columns(), grid.shares(), grid.growth()):
            yield from _judged(claims)


def _judged(claims: Sequence[Result]) -> Iterator[Result]:
    """Results of one claim in many rows, of which only a few fail if heads are rightly read."""
    failed = sum(result.verdict == INCONSISTENT for result in claims)
    held = sum(result.verdict not in (INCONSISTENT, NOT_TESTABLE) for result in claims)
    for result in claims:
        doubtful = result.verdict == INCONSISTENT and len(claims) > 1 and failed > held
        yield _in_doubt(result) if doubtful else result


def _in_doubt(result: Result) -> Result:
    gap = None
    if result.code == "parts" and result.printed and result.computed:
        gap = result.printed - result.computed
    message = replace(result.message, missing=("heads",), gap=gap, right=())
    return result.but(verdict=NOT_TESTABLE, strength=None, message=message)


@dataclass(frozen=True)
class _Column:
    """A column of figures: its place, its head, and the head above that, if there are two."""

    place: int
    head: str
    group: str
    unit: str

    def called(self, sense: str) -> bool:
        return bool(_sense(sense).fullmatch(IN_BRACKETS.sub("", self.head)))

    @property
    def rate(self) -> bool:
        return self.unit in ("%", "‰") or self.called("growth") or self.called("share")

    @property
    def level(self) -> bool:
        """Whether it holds amounts or counts, which add up."""
        return not self.rate and not self.called("apart")


class _Grid:
    """A table as figures under heads."""

    def __init__(self, table: Table) -> None:
        self.caption = plain(table.caption)
        texts = [[plain(cell.text) for cell in row] for row in table.rows]
        first = _first(table, texts)
        self.heads, body = texts[:first], texts[first:]
        self.cells = table.rows[first:]
        said = UNIT_SAID.search(self.caption + " " + " ".join(map("".join, self.heads)))
        self.unit = said[1] if said else ""
        width = len(texts[0])
        labels = [self._is_label(place, [row[place] for row in body]) for place in range(width)]
        self.labels = [
            "".join(
                row[place] for place in range(width) if labels[place] and not row[place].isdigit()
            )
            for row in body
        ]
        self.columns = [self._column(place) for place in range(width) if not labels[place]]
        self.figures = [
            [self._figure(row, text, column) for column in self.columns]
            for row, text in enumerate(body)
        ]

    def _is_label(self, place: int, column: list[str]) -> bool:
        """Whether a column tells what its rows are, or numbers them."""
        head = "".join(row[place] for row in self.heads)
        if _sense("label").fullmatch(head):
            return True
        told = [text for text in column if text and text not in NOTHING]
        numbers = [text for text in told if NUMBER.match(text)]
        if all(YEAR.fullmatch(text) for text in told):
            return True
        return (place == 0 and not self.heads) or len(numbers) * 2 <= len(told)

    def _column(self, place: int) -> _Column:
        heads = [head for head, _ in groupby(row[place] for row in self.heads)]
        named = next((head for head in reversed(heads) if head), "")
        group = "".join(heads[:-1]) if len(heads) > 1 else ""
        units = [unit for head in reversed(heads) for unit in IN_BRACKETS.findall(head)]
        unit = next(filter(_is_unit, units), "")
        if not unit and "%" in named:
            unit = "%"
        return _Column(place, named, group, unit)

    def _figure(self, row: int, texts: list[str], column: _Column) -> Found | None:
        cell, text = self.cells[row][column.place], texts[column.place]
        if cell.again or not text:
            return None
        units = (column.unit, *filter(_is_unit, IN_BRACKETS.findall(self.labels[row])))
        rate = column.called("share") or column.called("growth") or column.called("apart")
        unit = next(filter(None, units), "" if rate else self.unit)
        reading = _read(text, unit)
        return Found(0, cell.start, cell.end, cell.text, reading) if reading else None

    def _called(self, row: int, sense: str) -> bool:
        label = IN_BRACKETS.sub("", self.labels[row])
        return bool(_sense(sense).fullmatch(label))

    # Rows that add up

    def sums_of_rows(self) -> Iterator[list[Result]]:
        """What rows called 小计, and the one called 合计, say of each column that adds up."""
        totals = [row for row in range(len(self.labels)) if self._called(row, "total")]
        if len(totals) > 1:
            return
        subtotals = [row for row in range(len(self.labels)) if self._called(row, "subtotal")]
        total = totals[0] if totals else -1
        start = 1 if total == 0 else 0
        end = len(self.labels) if total <= 0 else total
        for row in subtotals:
            # The rows since the 小计 before; only where each follows what it sums
            if start < row < end:
                yield self._sums(row, range(start, row))
            start = row + 1
        if totals and subtotals and start == end:
            yield self._sums(total, subtotals)
        elif totals and total in (0, len(self.labels) - 1):
            pieces = [row for row in range(0 if total else 1, end) if row not in subtotals]
            yield self._sums(total, pieces)

    def _sums(self, total: int, pieces: Sequence[int]) -> list[Result]:
        """A total against its pieces, in each column that adds up."""
        levels = {row: self._level(row) for row in pieces}
        numbered = {level for level in levels.values() if level}
        top = min(numbered, default=0)
        nested = [row for row in pieces if self._called(row, "within")]
        counted = [row for row in pieces if row not in nested and (not top or levels[row] == top)]
        doubtful = bool(nested) or len(numbered) > 1
        results = []
        for place, column in enumerate(self.columns):
            figure = self.figures[total][place]
            if not column.level or not figure or len(counted) > PIECES:
                continue
            found = [self.figures[row][place] for row in counted]
            empty = any(
                one is None and plain(self.cells[row][column.place].text) not in NOTHING
                for row, one in zip(counted, found, strict=True)
            )
            summed = [one for one in found if one]
            if len(summed) < 2 or any(_unit(one) != _unit(figure) for one in summed):
                continue
            result = _parts(figure, summed)
            unsure = result.verdict == INCONSISTENT and (doubtful or empty)
            results.append(_in_doubt(result) if unsure else result)
        return results

    def _level(self, row: int) -> int:
        """The level that a row's number gives it, from 1; 0 where it has none."""
        match = LEVEL.match(self.labels[row])
        return match.lastindex or 0 if match else 0

    # Columns that add up

    def sums_of_columns(self) -> Iterator[list[Result]]:
        """What a column called 合计 says of those beside it, in each row."""
        for place, column in enumerate(self.columns):
            if not column.called("total"):
                continue
            beside = [
                other
                for other, one in enumerate(self.columns)
                if other != place and one.level and one.group == column.group
            ]
            if beside in (list(range(place)), list(range(place + 1, len(self.columns)))):
                yield [
                    _parts(figure, pieces)
                    for row in self.figures
                    if (figure := row[place])
                    and len(pieces := [one for other in beside if (one := row[other])]) > 1
                    and all(_unit(one) == _unit(figure) for one in pieces)
                ]

    # Shares and growth

    def _total(self) -> int:
        """The row that is the whole of all others, -1 where none is."""
        totals = [row for row in range(len(self.labels)) if self._called(row, "total")]
        return totals[0] if len(totals) == 1 else -1

    def shares(self) -> list[Result]:
        """The shares that a column tells of the one before it, or of the only one."""
        results: list[Result] = []
        total = self._total()
        levels = [place for place, column in enumerate(self.columns) if column.level]
        for place, column in enumerate(self.columns):
            of = place - 1 if place - 1 in levels else levels[0] if len(levels) == 1 else -1
            if total < 0 or of < 0 or not column.called("share"):
                continue
            whole = self.figures[total][of]
            for number, row in enumerate(self.figures):
                part, printed = row[of], row[place]
                if number != total and whole and part and printed and printed.reading.unit == "%":
                    result = relations.share(part.reading, whole.reading, printed.reading)
                    results.append(result.but(found=(part, whole, printed)))
        return [result for result in results if result.verdict != NOT_TESTABLE]

    def growth(self) -> list[Result]:
        """The growth that a column tells between the only two years of its table or group."""
        results = []
        for place, column in enumerate(self.columns):
            ends = self._years(column)
            if not ends or not column.called("growth") or column.unit not in ("%", ""):
                continue
            for number, row in enumerate(self.figures):
                base, end, printed = row[ends[0]], row[ends[1]], row[place]
                words = self.caption + self.labels[number] + column.group
                if not (base and end and printed) or _comparable().search(words):
                    continue
                if _unit(base) != _unit(end) or base.reading.unit in ("%", "‰", "岁"):
                    continue
                if printed.reading.unit == "%":
                    result = relations.growth(base.reading, end.reading, printed.reading)
                    results.append(result.but(found=(base, end, printed)))
        return [result for result in results if result.verdict != NOT_TESTABLE]

    def _years(self, column: _Column) -> tuple[int, int] | None:
        """The columns of last year and of this, where there are no others."""
        levels = [
            (place, IN_BRACKETS.sub("", one.head))
            for place, one in enumerate(self.columns)
            if not one.rate and one.group in ("", column.group)
        ]
        years = {int(year[1]): place for place, head in levels if (year := YEAR.fullmatch(head))}
        if len(levels) != 2:
            return None
        if len(years) == 2:
            base, end = sorted(years)
            return (years[base], years[end]) if end - base == 1 else None
        now = [place for place, head in levels if _sense("now").fullmatch(head)]
        before = [place for place, head in levels if _sense("before").fullmatch(head)]
        return (before[0], now[0]) if len(now) == len(before) == 1 else None


def _first(table: Table, texts: list[list[str]]) -> int:
    """The first row that isn't a head: one with a number, or after the rows called heads."""
    for number, (row, cells) in enumerate(zip(texts, table.rows, strict=True)):
        told = [(text, cell) for text, cell in zip(row, cells, strict=True) if text]
        if told and all(cell.head for _, cell in told):
            continue
        if any(NUMBER.match(text) and not YEAR.fullmatch(text) for text, _ in told):
            return number
        if number and not any(cell.head for _, cell in told[1:]) and _called_heads(table.rows[0]):
            return number
    return len(texts)


def _called_heads(row: Sequence[Cell]) -> bool:
    return all(cell.head for cell in row if cell.text)


def _is_unit(text: str) -> bool:
    """Whether a text can be the unit of a number."""
    try:
        reading = read(f"1{text}")
    except ReadingError:
        return False
    return reading.kind == "quantity" and bool(reading.unit or text in ("万", "亿"))


def _unit(found: Found) -> str:
    return found.reading.unit


def _parts(total: Found, pieces: Sequence[Found]) -> Result:
    result = relations.parts(total.reading, *(piece.reading for piece in pieces))
    return result.but(found=(total, *pieces))
