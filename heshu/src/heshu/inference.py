"""What related figures say about figures that were not printed."""

from __future__ import annotations

from heshu.intervals import Interval


def years_between(first: Interval, last: Interval, total: Interval, years: int) -> list[Interval]:
    """What each of the years between can have been, if no year fell below the one before.

    `first` and `last` bound the years between, `total` is the sum of these years alone, and
    `years` their number. A year is largest when all before it stay at `first` and all from
    it on are equal, smallest when all after it reach `last` and all up to it are equal; both
    within the bounds. Each interval is the exact hull, one year at a time: its ends belong
    where all that they are made of do, and are missing where a bound is.

    Raises ValueError when no such path exists, or fewer than one year lies between.
    """
    if years < 1:
        raise ValueError(f"no years lie between, with {years}")
    bounds = []
    for year in range(1, years + 1):
        equal_after = (total - first * (year - 1)) / (years - year + 1)
        equal_before = (total - last * (years - year)) / year
        possible = first.or_above().intersect(last.or_below())
        for half in (equal_after.or_below(), equal_before.or_above()):
            possible = possible and possible.intersect(half)
        if possible is None:
            raise ValueError(
                f"no rising path of {years} years from {first} to {last} adds up to {total}"
            )
        bounds.append(possible)
    return bounds
