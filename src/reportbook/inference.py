"""What related figures say about figures that were not printed."""

from __future__ import annotations

from reportbook.intervals import Interval


def years_between(first: Interval, last: Interval, total: Interval, years: int) -> list[Interval]:
    """What each of the years between can have been, if no year fell below the one before.

    `first` and `last` bound the years between, `total` is the sum of these years alone, and
    `years` their number. A year is largest when all before it stay at `first` and all from
    it on are equal, smallest when all after it reach `last` and all up to it are equal; both
    within the bounds. Each interval is as narrow as rounding allows, one year at a time.

    Raises ValueError when no such path exists, or fewer than one year lies between.
    """
    if years < 1:
        raise ValueError(f"no years lie between, with {years}")
    if (last * years).high < total.low or (first * years).low > total.high:
        raise ValueError(
            f"no rising path of {years} years from {first} to {last} adds up to {total}"
        )
    bounds = []
    for year in range(1, years + 1):
        equal_after = (total.high - first.low * (year - 1)) / (years - year + 1)
        equal_before = (total.low - last.high * (years - year)) / year
        bounds.append(Interval(max(first.low, equal_before), min(last.high, equal_after)))
    return bounds
