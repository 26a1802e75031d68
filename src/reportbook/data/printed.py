"""Rows that print a figure: its phrase read, and held against what is typed beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import pandas as pd

from heshu import words
from heshu.intervals import Interval
from heshu.reading import Reading, ReadingError
from heshu.traced import Traced, traced
from heshu.words import THIN
from reportbook.data import origins
from reportbook.data.datapackage import DataError, problem, records, remembered

# Each form: what it multiplies by, and what it writes behind the number
FORMS = {
    "count": (1, ""),
    "numeral": (1, ""),
    "ordinal": (1, ""),
    "percent": (100, f"{THIN}%"),
    "points": (100, " percentage points"),
    "times": (1, " times"),
    "million": (Fraction(1, 10**6), " million yuan"),
    "billion": (Fraction(1, 10**9), " billion yuan"),
    "growth": (1, ""),
}
# The columns whose words a sentence may say
WORDS = {"printed", "value", "period", "period_start", "period_end"}


class Told(str):
    """Words or a date of a row, which know the row that they rest on."""

    rests_on: frozenset[str]

    def __new__(cls, text: str, rests_on: Iterable[str] = ()) -> Told:
        made = super().__new__(cls, text)
        made.rests_on = frozenset(rests_on)
        return made


def tally(rows: pd.DataFrame, table: str = "", among: pd.DataFrame | None = None) -> Traced:
    """How many rows there are: a number that rests on them.

    `rows` are indexed by the ids of claims or outside figures, or those of another `table`. Where
    what a row's figures say decides whether it counts, as of tests that fail, `among` are all
    that could have counted: the number rests on each of them, since it changes when one does.
    """

    def named(frame: pd.DataFrame) -> list[str]:
        plain = table in ("", *origins.FIGURES)
        return [name if plain else f"{table}:{name}" for name in frame.index]

    number = Traced(len(rows), rests_on=named(rows))
    number.how = number.rests_on or number.how  # of one row too: its number is no figure of it
    return number if among is None else number.chosen(named(among))


def hold(
    table: pd.DataFrame,
    file: str,
    read: Callable[[Any], Reading | None],
    expected: Callable[[Any, Reading | None], dict[str, str]],
    further: Callable[[int, Any], Iterable[str]],
    remedy: str,
) -> pd.DataFrame:
    """The rows with three columns more: `reading`, `interval` and `number`, None for none.

    Numbers, phrases and dates know the row that they rest on, and numbers their unit.

    `read` reads the phrase of a row (ReadingError where it can't; None for a name), `expected`
    says what the typed columns must then hold, `further` what else is wrong with a row, and
    `remedy` how to mend a phrase that can't be read.

    Raises DataError with all problems, where a phrase can't be read or contradicts what is typed.
    """
    readings, problems = [], []
    for row, entry in enumerate(table.itertuples(), start=2):
        try:
            readings.append(reading := read(entry))
            problems += contradictions(file, row, entry, expected(entry, reading))
        except ReadingError as error:
            problems.append(problem(file, str(error), remedy, row, "printed"))
        problems += further(row, entry)
    if problems:
        raise DataError(problems)
    columns: dict[str, list[Any]] = {"reading": readings, "interval": [], "number": []}
    for entry, reading in zip(table.itertuples(), readings, strict=True):
        named = [entry.id], entry.unit.replace("倍", "")  # so many times the base: a ratio
        interval = reading.interval if reading else None
        value = reading.value if reading else None
        exact = isinstance(value, Fraction)
        columns["interval"].append(None if interval is None else traced(interval, *named))
        columns["number"].append(traced(Interval.point(value), *named).low if exact else None)
    for name in WORDS.intersection(table):
        columns[name] = [
            Told(text, [row]) for text, row in zip(table[name], table["id"], strict=True)
        ]
    return table.assign(
        **{name: pd.Series(column, dtype=object) for name, column in columns.items()}
    )


def contradictions(file: str, row: int, entry: Any, expected: dict[str, str]) -> list[str]:
    """A problem for each typed cell that isn't what the printed phrase reads as."""
    return [
        problem(
            file,
            f"“{getattr(entry, column)}” contradicts “{entry.printed}”, which reads as “{text}”",
            "correct whichever of the two was mistyped",
            row,
            column,
        )
        for column, text in expected.items()
        if getattr(entry, column) != text
    ]


def spread(value: Interval, unit: str, form: str) -> str:
    """What a number can be, in the unit of its form, one of FORMS; nothing for a whole number."""
    if form == "growth":  # by so many times the base, so to one more
        value, form = value + 1, "times"
    scale, behind = FORMS[form]
    value = value * (1 if unit == "%" else scale)
    if value.exact and value.low.denominator == 1:
        return ""
    if value.bounded and whole(unit) and not value.exact:
        numbers = value.integers()
        value = Interval(numbers[0], numbers[-1])
    if value.bounded:
        return words.span(value, decimals=2 if value.exact else 0) + behind
    side, end = ("over", value.low) if value.high is None else ("under", value.high)
    return f"{side} {words.span(Interval.point(end))}{behind}"


def whole(unit: str) -> bool:
    """Whether a unit counts what there is no part of."""
    return unit in _whole_units()


@remembered
def _whole_units() -> set[str]:
    return {row["unit"] for row in records("units") if row["whole"] == "yes"}
