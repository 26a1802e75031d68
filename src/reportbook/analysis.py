"""The computations that headlines of the chapters rest on, apart from how they are said."""

from __future__ import annotations

from fractions import Fraction

from heshu.inference import years_between
from heshu.intervals import Interval


def whole(interval: Interval) -> Interval:
    """The whole numbers that an interval holds, from the first to the last: over 400 is 401 up.

    For counts, in any unit; the ends keep what they rest on. Raises ValueError for an unbounded
    interval or one without a whole number.
    """
    low, high = interval.ends
    numbers = interval.integers()
    if not numbers:
        raise ValueError(f"{interval} holds no whole number")
    return Interval(
        low + (numbers[0] - Fraction(low)),
        high + (numbers[-1] - Fraction(high)),
    )


def constant_growth(first: Interval, last: Interval, steps: int, beyond: int = 0) -> list[Interval]:
    """A yearly amount that grows by one factor from `first` to `last`, `steps` years later.

    One interval a year, the two ends among them, and `beyond` years more at the same growth; all
    in the unit of the ends. Year k is first^((n-k)/n) last^(k/n), which rises with both ends up to
    year n and falls with `first` after it, so that each interval is the exact range, but for roots
    rounded outwards at the twelfth decimal. Years up to n move together: their sum is exact too.

    Raises ValueError for fewer than one step, and for ends that aren't finite or reach below 0.
    """
    if steps < 1:
        raise ValueError(f"growth needs one step at least, not {steps}")
    years = [(first ** (steps - k) * last**k).root(steps) for k in range(steps + 1)]
    later = range(steps + 1, steps + beyond + 1)
    return years + [(last**k / first ** (k - steps)).root(steps) for k in later]


def half_of_growth(first: Interval, last: Interval, steps: int, year: int, half: int) -> Interval:
    """What constant growth puts into the first or second half (1, 2) of a year.

    `year` counts from 0, the year of `first`; `steps` is the year of `last`. From half-year to
    half-year the amount grows by the 2n-th root of last / first, so that both halves add up to the
    year of `constant_growth`. Its logarithm's slope by an end has one sign whatever the ends are
    (by `first`, (n-k)/n less or more at most 1/2n; by `last`, k/n likewise), so that the range is
    reached where both ends are at their bounds.

    Raises ValueError for a half that is neither, and as `constant_growth` does.
    """
    if half not in (1, 2):
        raise ValueError(f"a year has a first and a second half, no {half}")
    with_first = year <= steps - (half == 2)  # whether the half rises with `first`
    with_last = year > 0 or half == 2
    firsts = first.ends if with_first else first.ends[::-1]
    lasts = last.ends if with_last else last.ends[::-1]
    least, most = (
        _half(Interval.point(one), Interval.point(other), steps, year, half)
        for one, other in zip(firsts, lasts, strict=True)
    )
    return Interval(least.low, most.high)


def _half(first: Interval, last: Interval, steps: int, year: int, half: int) -> Interval:
    amount = constant_growth(first, last, steps, max(0, year - steps))[year]
    factor = (last / first).root(2 * steps)  # from one half to the next
    return amount / ((factor if half == 1 else 1 / factor) + 1)


def years_with_floor(
    first: Interval, last: Interval, total: Interval, years: int, *, known: int, least: Interval
) -> list[Interval]:
    """What each of the years between can have been, if one of them is known to reach a floor.

    As `heshu.inference.years_between`, where year `known` (from 1) had at least the low end of
    `least`. All amounts share one unit. No year falls below the one before, so those from `known`
    on reach the floor as well, and leave that much less to the others. A year before it is largest
    when all before that stay at `first` and those from `known` on are at the floor, one from it on
    when all between are at the floor. Each interval is the exact hull, one year at a time.

    Raises ValueError where no such path exists, or no year between has that number.
    """
    if not 1 <= known <= years:
        raise ValueError(f"of {years} years between none is number {known}")
    bounds = []
    for year, alone in enumerate(years_between(first, last, total, years), 1):
        if year < known:
            rest = total - first * (year - 1) - least * (years - known + 1)
            possible = alone.intersect((rest / (known - year)).or_below())
        else:
            rest = total - first * (known - 1) - least * (year - known)
            possible = alone.intersect((rest / (years - year + 1)).or_below())
            possible = possible and possible.intersect(least.or_above())
        if possible is None:
            raise ValueError(
                f"no rising path of {years} years from {first} to {last} adds up to {total} "
                f"and reaches {least} in year {known}"
            )
        bounds.append(possible)
    return bounds
