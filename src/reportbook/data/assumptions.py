"""What the article leaves open, assumed one way: how printed figures read under an assumption.

An assumption is a row of data/assumptions.csv. While one is assumed, `claims.load`, `context.load`
and `ledger.judged` give the figures as they read under it, so that a chapter which is run then
computes, and asserts, under it. Nothing is assumed unless a run asks for it, and the book's own
outputs never are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Any

import pandas as pd

from heshu.intervals import Interval
from heshu.numerals import nonzero_place
from heshu.reading import Reading, reread
from heshu.traced import Traced, traced
from reportbook.data.origins import ASSUMED, HUANGPU
from reportbook.data.printed import Told

# A run in one process assumes one thing at a time
_assumed: ContextVar[str] = ContextVar("assumed", default="")
LOOSE = Fraction(1, 10)  # of the figure: the most that the book itself calls “about”
DISTRICT_FUND, CITY_FUND = "investment-in-district-fund", "investment-in-city-fund"
# What a date of mid-2021 becomes where the article is of late 2020
EARLIER = {"2016-07/2021-06": "2016-07/2020-12", "2021-06-30": "2020-06-30", "2021": "2020"}


def assumed() -> str:
    """The assumption of this run; "" for none."""
    return _assumed.get()


@contextmanager
def assuming(name: str) -> Iterator[None]:
    """Read the data under an assumption. Raises KeyError for one that has no rule here."""
    if name not in NAMES:
        raise KeyError(f"data/assumptions.csv names {name}, for which there is no rule: write it")
    token = _assumed.set(name)
    try:
        yield
    finally:
        _assumed.reset(token)


def claims(table: pd.DataFrame) -> pd.DataFrame:
    """The claims as they read under the assumption of this run."""
    rule = READS.get(assumed())
    if rule is not None:
        readings = [reading and rule(reading) for reading in table["reading"]]
        pairs = list(zip(readings, table["reading"], table["interval"], strict=True))
        table = table.assign(
            reading=pd.Series(readings, table.index, dtype=object),
            interval=pd.Series([_kept(*pair) for pair in pairs], table.index, dtype=object),
        )
    if assumed() == "late-2020":
        table = table.assign(period=pd.Series(map(_earlier, table["period"]), table.index))
    return table


def outside(table: pd.DataFrame) -> pd.DataFrame:
    """The outside figures that may be set beside the claims under the assumption of this run."""
    return table[table["place"] != HUANGPU] if assumed() == "other-place" else table


def relations(table: pd.DataFrame, figures: pd.Index) -> pd.DataFrame:
    """The declared relations of figures that are there; what is assumed is given."""
    if assumed() == "other-place":
        kept = [set(names.split()) <= set(figures) for names in table["figures"]]
        return table[kept].reset_index(drop=True)
    given = {"district-fund": (DISTRICT_FUND, CITY_FUND), "city-fund": (CITY_FUND, DISTRICT_FUND)}
    if assumed() not in given:
        return table
    true, untrue = given[assumed()]
    table = table[table["relation"] != untrue].reset_index(drop=True)
    return table.assign(reading=table["reading"].mask(table["relation"] == true, ""))


def apart(years: Traced) -> tuple[Traced, Traced]:
    """How many years may lie between the ends of a pair: as many as are named, or one less.

    Each rests on the assumption by which it is so. Under one about them both are the same.
    """
    names = "five-apart", "four-apart"
    readings = [
        count.also([ASSUMED + name]) for count, name in zip((years, years - 1), names, strict=True)
    ]
    if assumed() in names:
        readings = [readings[names.index(assumed())]] * 2
    return readings[0], readings[1]


def _kept(new: Reading | None, old: Reading | None, interval: Interval | None) -> Interval | None:
    """The interval of a changed reading, which knows its row and unit as it did before."""
    if new is None or old is None or interval is None or new.interval == old.interval:
        return interval
    end = interval.low if interval.low is not None else interval.high
    return traced(new.interval, end.rests_on, end.unit)


def _rounded_by(rule: str, reading: Reading) -> Reading:
    return _with(reading, lambda interval: reread(interval, rule))


def _to(reading: Reading) -> Reading:
    """Growth to X times the first is growth by X - 1."""
    grown = reading.kind == "growth" and reading.unit == "倍"
    return _with(reading, lambda interval: interval - 1) if grown else reading


def _loosely(reading: Reading) -> Reading:
    if reading.qualifier != "about":
        return reading
    return _with(reading, lambda at: Interval(at.middle * (1 - LOOSE), at.middle * (1 + LOOSE)))


def _open(reading: Reading) -> Reading:
    if reading.qualifier != "over":
        return reading
    return _with(reading, lambda at: Interval(at.low, None, at.low_closed))


def _round_sum(reading: Reading) -> Reading:
    if reading.unit != "元" or reading.qualifier != "rounded":
        return reading
    value = reading.value
    place = nonzero_place(value, reading.stands_for.width)
    return _with(reading, lambda _: Interval.around(value, place))


def _with(reading: Reading, change: Callable[[Interval], Interval]) -> Reading:
    if reading.interval is None:
        return reading
    return replace(reading, interval=change(reading.interval))


def _earlier(period: Any) -> Told:
    return Told(EARLIER.get(period, period), getattr(period, "rests_on", ()))


# How a reading changes under an assumption
READS: dict[str, Callable[[Reading], Reading]] = {
    "truncation": partial(_rounded_by, "truncation"),
    "rounding-up": partial(_rounded_by, "rounding up"),
    "grown-to": _to,
    "loose-about": _loosely,
    "open-over": _open,
    "round-sums": _round_sum,
}
NAMES = {
    *READS,
    *("five-apart", "four-apart", "late-2020", "other-place", "district-fund", "city-fund"),
}
