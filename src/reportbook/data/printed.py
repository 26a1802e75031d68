"""Rows that print a figure: its phrase read, and held against what is typed beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import pandas as pd

from heshu.reading import Reading, ReadingError
from reportbook.data.datapackage import DataError, problem


def hold(
    table: pd.DataFrame,
    file: str,
    read: Callable[[Any], Reading | None],
    expected: Callable[[Any, Reading | None], dict[str, str]],
    further: Callable[[int, Any], Iterable[str]],
    remedy: str,
) -> pd.DataFrame:
    """The rows with three columns more: `reading`, `interval` and `number`, None for none.

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
    values = [reading.value if reading else None for reading in readings]
    columns = {
        "reading": readings,
        "interval": [reading.interval if reading else None for reading in readings],
        "number": [value if isinstance(value, Fraction) else None for value in values],
    }
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
