"""Figures from outside the article, each with the source that prints it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import pandas as pd

from heshu import words
from heshu.intervals import Interval
from heshu.reading import Reading, ReadingError, read
from reportbook.data import assumptions, datapackage
from reportbook.data.datapackage import DataError, problem, remembered
from reportbook.data.printed import hold
from reportbook.data.publishers import publisher

FILE = "context.csv"
ARTICLE = "article"  # where the wording of a figure is that of the article itself
BIBLIOGRAPHY = datapackage.ROOT / "chapters" / "references.bib"

# Copies set in traditional characters
SIMPLIFIED = str.maketrans("億萬單", "亿万单")
WORDS = {"over": "over", "more than": "over", "nearly": "under", "about": "about", None: ""}
SCALES = {None: 1, "million": 10**6, "billion": 10**9}
UNITS = {"yuan": "元", "percent": "%", "times": "倍", "days": "天", "months": "个月", "": ""}
ENGLISH = re.compile(
    rf"(?:(?P<word>{'|'.join(filter(None, WORDS))}) )?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(words.NUMERALS[1:])})"
    rf"(?: (?P<scale>{'|'.join(filter(None, SCALES))}))?"
    rf"(?: (?P<unit>{'|'.join(filter(None, UNITS))}))?"
)


def load() -> pd.DataFrame:
    """All outside figures, indexed by id, with three columns more, as `claims.load` has them:

    `reading` (the phrase as read), `interval` (what it stands for, in its unit; None for
    dates) and `number` (a Fraction, or None). Beside the rows of data/context.csv,
    `publisher`, `year` and `title` name each source.

    Raises DataError where the data don't fit the descriptor, a phrase can't be read, a
    typed value, unit or qualifier contradicts it, or a source isn't in the bibliography.
    """
    return assumptions.outside(_checked().copy())


def read_outside(printed: str, unit: str) -> Reading:
    """An outside figure in Chinese or English as the interval that it stands for.

    Chinese phrases are read by the rules of `heshu.reading.read`. In English a decimal was rounded
    to its last place; so may a whole number of three digits or more have been to its last
    place that isn't zero (13,900); other whole numbers are exact, save percentages and
    multiples. "Over" gives a floor, "nearly" a ceiling, "about" a rounding to the last place
    that isn't zero. Numbers joined by + are added up. `unit` holds where the phrase has none.

    Raises ReadingError for any other phrase, and where its unit isn't the given one.
    """
    if "+" in printed:
        parts = [read_outside(part, unit) for part in printed.split("+")]
        total = sum((part.interval for part in parts[1:]), parts[0].interval)
        value = sum((part.value for part in parts), Fraction(0))
        return Reading(printed, "quantity", value, total, unit, "exact")
    match = ENGLISH.fullmatch(printed)
    reading = _english(match) if match else read(printed.translate(SIMPLIFIED))
    if reading.unit and reading.unit != unit:
        raise ReadingError(f"“{printed}” has the unit {reading.unit}, not {unit or 'none'}")
    return Reading(printed, reading.kind, reading.value, reading.interval, unit, reading.qualifier)


def _english(match: re.Match) -> Reading:
    digits = match["number"].replace(",", "")
    if digits in words.NUMERALS:
        digits = str(words.NUMERALS.index(digits))
    scale, sense = SCALES[match["scale"]], WORDS[match["word"]]
    value = Fraction(digits) * scale
    decimals = -Decimal(digits).as_tuple().exponent
    zeros = len(digits) - len(digits.rstrip("0")) if not decimals and len(digits) > 2 else 0
    place = Fraction(10) ** (zeros - decimals) * scale
    if sense == "over":
        interval = Interval(value, None, False)
    elif sense == "under":
        interval = Interval(value - place, value, False, False)
    elif sense == "about" or place != 1 or match["unit"] in ("percent", "times"):
        interval, sense = Interval(value - place / 2, value + place / 2), sense or "rounded"
    else:
        interval, sense = Interval.point(value), "exact"
    unit = UNITS[match["unit"] or ""]
    return Reading(match[0], "quantity", value, interval, unit, sense)


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
