"""The computations that headlines of the chapters rest on, apart from how they are said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import pandas as pd

from heshu import words
from heshu.inference import years_between
from heshu.intervals import Interval
from heshu.traced import Traced


def whole(interval: Interval) -> Interval:
    """The whole numbers that an interval holds, from the first to the last: over 400 is 401 up.

    For counts, in any unit; the ends keep what they rest on. Raises ValueError for an unbounded
    interval or one without a whole number.
    """
    low, high = interval.ends
    numbers = interval.integers()
    if not numbers:
        raise ValueError(f"{interval} holds no whole number")
    least, most = Fraction(numbers[0]), Fraction(numbers[-1])
    if isinstance(low, Traced) and isinstance(high, Traced):
        return Interval(low.moved(least), high.moved(most))
    return Interval(least, most)


def lowest(intervals: Iterable[Interval]) -> Interval:
    """The interval with the lowest low end, the first of several, in the unit that they share.

    Its ends rest on what any of the intervals rests on: another may be lowest once a figure is
    another. Raises ValueError for none, and for an interval without finite ends.
    """
    intervals = list(intervals)
    chosen = min(intervals, key=lambda interval: interval.ends[0])
    ends = [end for interval in intervals for end in interval.ends if isinstance(end, Traced)]
    names = frozenset().union(*(end.rests_on for end in ends))
    low, high = (end.also(names) if isinstance(end, Traced) else end for end in chosen.ends)
    return Interval(low, high, chosen.low_closed, chosen.high_closed)


def constant_growth(
    first: Interval, last: Interval, steps: Fraction | int, beyond: int = 0
) -> list[Interval]:
    """A yearly amount that grows by one factor from `first` to `last`, `steps` years later.

    One interval a year, the two ends among them, and `beyond` years more at the same growth; all
    in the unit of the ends. Year k is first^((n-k)/n) last^(k/n), which rises with both ends up to
    year n and falls with `first` after it, so that each interval is the exact range, but for roots
    rounded outwards at the twelfth decimal. Years up to n move together: their sum is exact too.
    They rest on what `steps` rests on as well.

    Raises ValueError for fewer than one step, and for ends that aren't finite or reach below 0.
    """
    if steps < 1:
        raise ValueError(f"growth needs one step at least, not {steps}")
    n = int(steps)
    years = [(first ** (n - k) * last**k).root(steps) for k in range(n + 1)]
    later = range(n + 1, n + beyond + 1)
    return years + [(last**k / first ** (k - n)).root(steps) for k in later]


def half_of_growth(
    first: Interval, last: Interval, steps: Fraction | int, year: int, half: int
) -> Interval:
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


def growth_from_middle(
    first: Interval, last: Interval, steps: Fraction | int, year: int
) -> Interval:
    """What constant growth adds up to from the middle of a year to the end of the year of `last`.

    As `half_of_growth` and `constant_growth` have it, in the unit of the ends. For a year before
    that of `last` all that is added rises with both ends, so that the sum is the exact range.

    Raises ValueError for another year, and as `constant_growth` does.
    """
    if not 0 <= year < steps:
        raise ValueError(f"year {year} doesn't lie from 0 up and before year {steps}")
    later = constant_growth(first, last, steps)[year + 1 :]
    return sum(later, half_of_growth(first, last, steps, year, 2))


def even_growth(
    first: Interval, last: Interval, total: Interval, apart: Sequence[Fraction | int] = (5, 4)
) -> pd.DataFrame:
    """What even growth between two years leaves of a total, whichever five years that covers.

    A row for each reading of the first year: `before` the five, or `among` them; `apart` has how
    many years lie between the two ends then. Intervals in the unit of the amounts, but for `pace`:

    - `sum`: five whole years, the last one that of `last`;
    - `short`: what five whole years, the last one that of `last`, lack of the total;
    - `rest`: what is left for the half-year after `last`, if the total runs from the middle of the
      first of the five (that is, from July 2016 to June 2021 where `last` is of 2020);
    - `pace`: that rest as a multiple of half of `last`;
    - `unslowed`: what that half-year would have with the same growth;
    - `last_but_one`: the year before `last`.

    A rest and its pace fall with `last` and with what was added, so that they are exact ranges
    too. Raises ValueError where nothing may be left, and as `constant_growth` does.
    """
    rows = []
    for steps in apart:
        years = constant_growth(first, last, steps)
        rest = total - growth_from_middle(first, last, steps, int(steps) - 4)
        if rest.ends[0] < 0:
            raise ValueError(f"even growth may add up to more than {total}")
        rows.append(
            {
                "sum": sum(years[-5:]),
                "short": total - sum(years[-5:]),
                "rest": rest,
                "pace": rest / (last / 2),
                "unslowed": half_of_growth(first, last, steps, int(steps) + 1, 1),
                "last_but_one": years[-2],
            }
        )
    return pd.DataFrame(rows, index=["before", "among"])


def _half(first: Interval, last: Interval, steps: Fraction | int, year: int, half: int) -> Interval:
    amount = constant_growth(first, last, steps, max(0, year - int(steps)))[year]
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


def possible_years(
    first: Interval, last: Interval, total: Interval, least: Interval
) -> dict[str, tuple[list[Interval], list[Interval]]]:
    """What each year can have been, for each reading of the five years that a total covers.

    By reading two paths from `first` to `last`: what is possible by these and the total, and what
    is still possible where the year before `last` reached the low end of `least`. No year falls
    below the one before, and all amounts share one unit.

    - `before`: five whole years up to that of `last`; `first` is the year before them;
    - `among`: five whole years, the first of them that of `first`;
    - `july`: from the middle of the year after `first` to that of the year after `last`. What
      falls into the two halves isn't known, so that the whole years between them may have had any
      part of the rest, and a year that lies in it by half can have been as large as the next.

    Each interval is the exact hull, one year at a time. Raises ValueError where no such path
    exists.
    """
    whole_years = Interval((first * 3).low, (total - last).high)
    known = {"known": 3, "least": least}
    found = {
        "before": (
            years_between(first, last, total - last, 4),
            years_with_floor(first, last, total - last, 4, **known | {"known": 4}),
        ),
        "among": (
            years_between(first, last, total - first - last, 3),
            years_with_floor(first, last, total - first - last, 3, **known),
        ),
        "july": (
            years_between(first, last, whole_years, 3),
            years_with_floor(first, last, whole_years, 3, **known),
        ),
    }
    for years in found["july"]:
        years.insert(0, Interval(first.low, years[0].high))
    return {
        reading: tuple([first, *years, last] for years in paths) for reading, paths in found.items()
    }


def by_year(name: str, years: Iterable[int], amounts: Iterable[Interval]) -> pd.DataFrame:
    """Yearly amounts of yuan as rows for a chart: `name`, `year`, `low`, `value`, `high`.

    In million yuan, as floats; `value` is the middle of the interval. Raises ValueError where
    years and amounts are not equally many, or an amount has no finite ends.
    """
    rows = [(name, year, *amount.ends) for year, amount in zip(years, amounts, strict=True)]
    table = pd.DataFrame(rows, columns=["name", "year", "low", "high"])
    table[["low", "high"]] = table[["low", "high"]].astype(float) / 10**6
    table.insert(3, "value", (table["low"] + table["high"]) / 2)
    return table


def in_million(amounts: Mapping[str, Interval], decimals: int = 1) -> pd.DataFrame:
    """Amounts of yuan by name as rows for a chart: `name`, `value` and `text`.

    `value` is the middle of the interval in million yuan, `text` the same in words. Raises
    ValueError for an amount without finite ends.
    """
    return pd.DataFrame(
        {
            "name": list(amounts),
            "value": [float(amount.middle) / 10**6 for amount in amounts.values()],
            "text": [words.million(amount.middle, decimals) for amount in amounts.values()],
        }
    )


def parts(name: str, pieces: Mapping[str, Interval], unit: str, scale: int = 1) -> pd.DataFrame:
    """Pieces and the whole that they make as rows for a chart of one bar.

    `name` of the bar, `part`, `value`, `whole` and `text` of each piece, and `sum` with the unit.
    Values are the middles of the intervals divided by `scale`, 1,000,000 for million yuan.
    """
    values = [piece.middle / scale for piece in pieces.values()]
    return pd.DataFrame({"part": list(pieces), "value": [float(value) for value in values]}).assign(
        name=name,
        whole=float(sum(values)),
        text=[words.count(value) for value in values],
        sum=f"= {words.count(sum(values))} {unit}",
    )
