"""More relations between printed figures, each an equation that `relations.held` tests.

Every figure stands once in its equation, so that the interval of the tested one is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from heshu.intervals import Interval
from heshu.messages import Message
from heshu.numerals import decimal
from heshu.reading import Reading
from heshu.relations import ratio_of
from heshu.results import CONSISTENT, INCONSISTENT, Result
from heshu.spans import Span
from heshu.testing import RATIOS, held, missing_of, turned

POSITIVE = Span(0, None, low_closed=False)
# A share of so few tells nothing: of 1,000 every tenth of a per cent is a share
GRIM = 10**4


def change(level: Reading, difference: Reading, printed: Reading, *, falling: bool) -> Result:
    """Whether a rate, in % or 倍, follows from a level and the change that led to it.

    The base is the level less the change (`falling`: and the change): 800 after 增加20 is 2.56 %
    above 780.
    """
    missing = missing_of((level, difference, printed), alike=(level, difference), units=RATIOS)
    whole = RATIOS.get(printed.unit, 1)

    def rate(end: Span, step: Span) -> Span | None:
        times = ratio_of(end, step)
        base = times and (times + (1 if falling else -1)).intersect(POSITIVE)
        over = base and ratio_of(Span.point(1), base)
        return over and over * whole

    confused = (turned(rate, whole), turned(rate, -whole))
    return held("change", (level, difference, printed), rate, missing, confused=confused)


def difference(larger: Reading, smaller: Reading, printed: Reading) -> Result:
    """Whether a printed difference is that of two figures, the larger one first."""
    missing = missing_of((larger, smaller, printed), alike=(larger, smaller, printed))
    return held("difference", (larger, smaller, printed), Span.__sub__, missing)


def balance(
    opening: Reading, inflows: Sequence[Reading], outflows: Sequence[Reading], printed: Reading
) -> Result:
    """Whether what is left is what was there and what came in, less what went out."""
    figures = (opening, *inflows, *outflows, printed)

    def left(before: Span, *flows: Span) -> Span:
        for flow in flows[: len(inflows)]:
            before = before + flow
        for flow in flows[len(inflows) :]:
            before = before - flow
        return before

    return held("difference", figures, left, missing_of(figures, alike=figures))


# How many points of a unit make one per cent
POINTS = {"个百分点": 1, "%": 1, "个千分点": 10, "个基点": 100}


def points(base: Reading, end: Reading, printed: Reading, *, falling: bool) -> Result:
    """Whether percentage points (or 千分点, 基点) are the difference of two percentages.

    The points may be printed as a percentage: whoever asks holds them to be points.
    """
    missing = missing_of((base, end, printed), alike=(base, end), units=POINTS)
    scale = POINTS.get(printed.unit, 1)
    if printed.unit == "个千分点" and base.unit == "‰":
        scale = 1

    def rise(first: Span, last: Span) -> Span:
        return (first - last if falling else last - first) * scale

    def grown(first: Span, last: Span) -> Span | None:
        ratio = ratio_of(last, first)
        return ratio and (1 - ratio if falling else ratio - 1) * RATIOS["%"]

    return held("points", (base, end, printed), rise, missing, confused=[grown])


def multiple(level: Reading, base: Reading, printed: Reading) -> Result:
    """Whether one figure is the printed multiple (倍, or a percentage) of another."""
    missing = missing_of((level, base, printed), alike=(level, base), units=RATIOS)
    whole = RATIOS.get(printed.unit, 1)

    def times(one: Span, other: Span) -> Span | None:
        ratio = ratio_of(one, other)
        return ratio and ratio * whole

    confused = (turned(times, whole), turned(times, -whole), turned(times, whole, -1))
    return held("multiple", (level, base, printed), times, missing, confused=confused)


def product(one: Reading, other: Reading, printed: Reading) -> Result:
    """Whether a figure is the product of two: a price and a number of shares."""
    missing = missing_of((one, other, printed))

    def times(a: Span, b: Span) -> Span | None:
        factors = a.intersect(Span(0, None)), b.intersect(Span(0, None))
        return factors[0] and factors[1] and factors[0] * factors[1]

    return held("product", (one, other, printed), times, missing)


def products(printed: Reading, *pairs: tuple[Reading, Reading]) -> Result:
    """Whether an amount is the sum of products: prices with their numbers."""
    factors = [one for pair in pairs for one in pair]
    missing = missing_of((*factors, printed))

    def summed(*spans: Span) -> Span | None:
        total = Span.point(0)
        for one, other in zip(spans[::2], spans[1::2], strict=True):
            a, b = one.intersect(POSITIVE), other.intersect(POSITIVE)
            if a is None or b is None:
                return None
            total = total + a * b
        return total

    return held("product", (*factors, printed), summed, missing)


def average_per(total: Reading, count: Reading, printed: Reading, times: Fraction) -> Result:
    """Whether an average is so many times a total over a count: a thousand, of 吨 in 公斤."""
    missing = missing_of((total, count, printed))

    def each(whole: Span, number: Span) -> Span | None:
        ratio = ratio_of(whole, number)
        return ratio and ratio * times.numerator / times.denominator

    return held("average", (total, count, printed), each, missing)


def average_of_mean(
    total: Reading,
    level: Reading,
    step: Reading,
    printed: Reading,
    times: Fraction,
    *,
    falling: bool,
) -> Result:
    """Whether an average is a total over the mean of a level and of that before a change."""
    missing = missing_of((total, level, step, printed), alike=(level, step))

    def each(whole: Span, end: Span, change: Span) -> Span | None:
        mean = end + change / 2 if falling else end - change / 2
        ratio = ratio_of(whole, mean)
        return ratio and ratio * times.numerator / times.denominator

    return held("average", (total, level, step, printed), each, missing)


def hundred(*shares: Reading, whole: int = 100) -> Result:
    """Whether shares that exhaust a whole add up to a hundred (or to what else it is)."""
    missing = missing_of(shares, alike=shares)

    def rest(*others: Span) -> Span:
        return whole - sum(others, Span(0, 0))

    return held("hundred", shares, rest, missing)


def share_of_sum(whole: Reading, printed: Reading, *pieces: Reading) -> Result:
    """Whether a share, in %, is that of several pieces together."""
    missing = missing_of((whole, *pieces, printed), alike=(whole, *pieces), units=["%"])

    def percentage(total: Span, *parts: Span) -> Span | None:
        ratio = ratio_of(sum(parts, Span(0, 0)), total)
        return ratio and ratio * 100

    return held("share", (whole, *pieces, printed), percentage, missing)


def share_in_sum(part: Reading, printed: Reading, *wholes: Reading) -> Result:
    """Whether a share, in %, is that of a part in several figures together."""
    missing = missing_of((part, *wholes, printed), alike=(part, *wholes), units=["%"])

    def percentage(piece: Span, *whole: Span) -> Span | None:
        ratio = ratio_of(piece, sum(whole, Span(0, 0)))
        return ratio and ratio * 100

    return held("share", (part, *wholes, printed), percentage, missing)


def share_of_parts(part: Reading, printed: Reading, *others: Reading) -> Result:
    """Whether a share, in %, is that of a part in all the parts, whose sum isn't printed."""
    missing = missing_of((part, *others, printed), alike=(part, *others), units=["%"])

    def percentage(piece: Span, *rest: Span) -> Span | None:
        besides = ratio_of(sum(rest, Span(0, 0)), piece)
        ratio = besides and ratio_of(Span.point(1), besides + 1)
        return ratio and ratio * 100

    return held("share", (part, *others, printed), percentage, missing)


def rest_of_whole(part: Reading, whole: Reading, printed: Reading) -> Result:
    """Whether a share, in %, is what is left of a whole without a part (毛利率)."""
    missing = missing_of((part, whole, printed), alike=(part, whole), units=["%"])

    def percentage(piece: Span, total: Span) -> Span | None:
        ratio = ratio_of(piece, total)
        return ratio and (1 - ratio) * 100

    return held("share", (part, whole, printed), percentage, missing)


def same_whole(part: Reading, share: Reading, other: Reading, printed: Reading) -> Result:
    """Whether a share, in %, is of the whole that another part has its share of."""
    missing = missing_of((part, share, other, printed), alike=(part, other), units=["%"])

    def percentage(piece: Span, told: Span, second: Span) -> Span | None:
        times = ratio_of(second, piece)
        share = told.intersect(POSITIVE)
        return times and share and times * share

    return held("share", (part, share, other, printed), percentage, missing)


def mix(total: Reading, rate: Reading, parts: Sequence[tuple[Reading, Reading]]) -> Result:
    """Whether the growth of a total, in %, is the mix of the growths of its parts."""
    pieces = [one for pair in parts for one in pair]
    missing = missing_of((total, *pieces, rate))

    def growth(end: Span, *ends: Span) -> Span | None:
        base = Span(0, 0)
        for level, grown, (_, told) in zip(ends[::2], ends[1::2], parts, strict=True):
            times = _times(grown, told.falling).intersect(POSITIVE)
            before = times and ratio_of(level, times)
            if before is None:
                return None
            base = base + before
        ratio = ratio_of(end, base)
        return ratio and (ratio - 1) * (-100 if rate.falling else 100)

    return held("mix", (total, *pieces, rate), growth, missing)


def grown_price(
    amount: Reading, number: Reading, printed: Reading, fallen: Sequence[bool]
) -> Result:
    """Whether the growth of a price, in %, follows from those of an amount and of a number."""
    missing = missing_of((amount, number, printed), units=["%"])

    def growth(value: Span, count: Span) -> Span | None:
        times = _times(count, fallen[1]).intersect(POSITIVE)
        ratio = times and ratio_of(_times(value, fallen[0]), times)
        return ratio and (ratio - 1) * (-100 if fallen[2] else 100)

    return held("product", (amount, number, printed), growth, missing)


def _times(growth: Span, falling: bool) -> Span:
    return 1 - growth / 100 if falling else growth / 100 + 1


def annual(base: Reading, end: Reading, printed: Reading, years: int) -> Result:
    """Whether a growth a year, in %, leads from one level to another in so many years."""
    missing = missing_of((base, end, printed), alike=(base, end), units=["%"])

    def rate(first: Span, last: Span) -> Span | None:
        ratio = ratio_of(last, first)
        if ratio is None or not ratio.bounded:
            return None
        return (Span.of(ratio.interval.root(years)) - 1) * (-100 if printed.falling else 100)

    return held("annual", (base, end, printed), rate, missing)


def possible_share(count: Reading, printed: Reading) -> Result | None:
    """Whether a share, in %, can be that of whole numbers out of a count (the GRIM test).

    None where the count is no exact whole number, or so large that every share is possible.
    """
    number = count.stands_for
    place = printed.stands_for
    if not number.exact or number.ends[0].denominator != 1 or not place.bounded:
        return None
    n, width = int(number.ends[0]), place.width
    if not 0 < n < min(GRIM, 100 / width if width else 0):
        return None
    low, high = (end * n / 100 for end in place.ends)
    nearest = sorted({floor(low), ceil(high)})
    shares = [Fraction(100 * k, n) for k in range(ceil(low), floor(high) + 1)]
    message = Message(printed.phrase, printed.unit, computed=number, printed=place)
    phrases = (count.phrase, printed.phrase)
    if shares:
        strength = max(Fraction(0), 1 - width * n / 100)
        fits = Interval.point(shares[0])
        message = replace(message, decimals=_decimals(width), computed=fits)
        return Result("grim", phrases, fits, place, CONSISTENT, strength, message)
    decimals = _decimals(width)
    right = tuple(
        f"{round(float(Fraction(100 * k, n)), decimals):.{decimals}f}%（{k}/{n}）" for k in nearest
    )
    between = Interval(Fraction(100 * nearest[0], n), Fraction(100 * nearest[-1], n))
    message = replace(message, decimals=decimals + 1, computed=between, weight="grim", right=right)
    return Result("grim", phrases, between, place, INCONSISTENT, 1 - width * n / 100, message)


def _decimals(width: Fraction) -> int:
    """How many decimals a place has."""
    return len(decimal(width).partition(".")[2])
