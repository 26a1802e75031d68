"""Figures from outside the article, each with the source that prints it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pandas as pd

from heshu.reading import ReadingError
from reportbook.data import assumptions, datapackage
from reportbook.data.datapackage import DataError, problem, remembered
from reportbook.data.outside import read_outside
from reportbook.data.printed import hold
from reportbook.data.publishers import publisher

FILE = "context.csv"
ARTICLE = "article"  # where the wording of a figure is that of the article itself
BIBLIOGRAPHY = datapackage.ROOT / "chapters" / "references.bib"


def load() -> pd.DataFrame:
    """All outside figures, indexed by id, with three columns more, as `claims.load` has them:

    `reading` (the phrase as read), `interval` (what it stands for, in its unit; None for
    dates) and `number` (a Fraction, or None). Beside the rows of data/context.csv,
    `publisher`, `year` and `title` name each source.

    Raises DataError where the data don't fit the descriptor, a phrase can't be read, a
    typed value, unit or qualifier contradicts it, or a source isn't in the bibliography.
    """
    return assumptions.outside(_checked().copy())


def comparable(rows: pd.DataFrame) -> pd.DataFrame:
    """The same rows, if they may share an axis: one measure, coverage, kind, unit and length.

    Raises ValueError naming the column in which figures differ, and both values: series that
    count different things are never joined, stacked or indexed together.
    """
    lengths = [_months(row.period_start, row.period_end) for row in rows.itertuples()]
    for name, values in [
        *((name, rows[name]) for name in ("measure", "coverage", "kind", "unit")),
        ("length of the period in months", lengths),
    ]:
        first, *others = dict.fromkeys(values)
        if others:
            raise ValueError(f"not comparable: {name} is {first} here and {others[0]} there")
    return rows


def _months(start: str, end: str) -> int | None:
    if not start or not end:
        return None
    (first, *month), (last, *final) = (map(int, date.split("-")[:2]) for date in (start, end))
    return (last - first) * 12 + (final or [12])[0] - (month or [1])[0] + 1


@remembered
def _checked() -> pd.DataFrame:
    known = sources()
    pages, origins = defaultdict(set), defaultdict(set)
    for entry in datapackage.records("context"):
        pages[entry["source"]].add(bool(entry["wording"]))
        origins[entry["source"]].add(entry["wording_from"])

    def further(row: int, entry: Any) -> Iterator[str]:
        if entry.source not in known.index:
            message = f"“{entry.source}” isn't in chapters/references.bib"
            yield problem(FILE, message, "correct the key or add it", row, "source")
        yield from _worded(row, entry)
        if not entry.wording and True in pages[entry.source]:
            message = f"other figures of {entry.source} have a wording, or none was found"
            remedy = "write none here too, or leave all of them empty if the page is in Chinese"
            yield problem(FILE, message, remedy, row, "wording")
        if ARTICLE in origins[entry.source] and entry.wording_from not in (ARTICLE, ""):
            message = f"{entry.source} words some of its figures as the article does, and this not"
            yield problem(FILE, message, "name one origin for all", row, "wording_from")

    table = hold(
        datapackage.load("context"),
        FILE,
        lambda entry: read_outside(entry.printed, entry.unit),
        lambda _, reading: {"value": reading.text, "qualifier": reading.qualifier},
        further,
        "correct the phrase or the unit",
    )
    return table.join(known, on="source").set_index("id")


def _worded(row: int, entry: Any) -> Iterator[str]:
    """A problem for a Chinese wording that can't be of the figure, or that isn't told whence."""
    if bool(entry.wording_from) != (entry.wording not in ("", datapackage.NO_WORDING)):
        message = f"“{entry.wording}” and “{entry.wording_from}” don't belong together"
        yield problem(FILE, message, "give a wording and where it was read", row, "wording_from")
    if entry.wording in ("", datapackage.NO_WORDING):
        return
    try:
        said = read_outside(entry.wording, entry.unit)
    except ReadingError as error:
        yield problem(FILE, str(error), "correct the phrase", row, "wording")
        return
    try:
        printed = read_outside(entry.printed, entry.unit)
    except ReadingError:
        return  # which is told of the phrase itself
    if not (
        said.interval.intersect(printed.interval) if said.interval else said.text == printed.text
    ):
        message = f"“{entry.wording}” can't be what “{entry.printed}” says"
        yield problem(FILE, message, "look at both texts", row, "wording")


def sources() -> pd.DataFrame:
    """The bibliography by key: `publisher`, the authors in short, `year` and `title`, "" for none.

    Raises DataError where it can't be read, or an entry has no author.
    """
    from pybtex.exceptions import PybtexError

    file = BIBLIOGRAPHY.relative_to(datapackage.ROOT).as_posix()
    try:
        entries = _entries(BIBLIOGRAPHY.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, PybtexError) as error:
        remedy = "mend the entry, or restore the file"
        raise DataError([problem(file, str(error), remedy)]) from error
    if nameless := [key for key, entry in entries.items() if "author" not in entry.persons]:
        message = f"{', '.join(nameless)} has no author"
        raise DataError([problem(file, message, "name its author or publisher")])
    return pd.DataFrame.from_dict(
        {
            key: {
                "publisher": publisher(entry),
                "year": entry.fields.get("year", ""),
                "title": entry.fields.get("title", "").strip("{}"),
            }
            for key, entry in entries.items()
        },
        orient="index",
    )


@cache  # by its text, so there is nothing to forget
def _entries(bibliography: str) -> Mapping[str, Any]:
    from pybtex.database.input.bibtex import Parser  # only where outside readings are used

    return Parser().parse_string(bibliography).entries
