"""Relations: whether figures that an article prints can all be true at once.

A relation takes figures, works out what the others allow the tested one to be, and holds that
against what the tested one stands for. The rules, in the order in which they are tried:

- A figure passes if the two intervals share a number, every rounded figure having been rounded
  to the nearest (GB/T 8170-2008). Statcheck and GRIM test printed statistics in the same way.
- A figure that was worked out from others (a ratio, an average, a duration) was rounded even
  where it is a whole number: 33% is a rounded third, although 33件 are exactly 33.
- Failing that, all rounded figures alike may have been cut off, or rounded up (RULES).
- Failing that, the words may bear another reading: growth "to" instead of "by", or calendar
  years counted, first and last included, instead of the time between.

Ends are treated as real numbers, so that a passed test is never too strict: that a count is
whole could only rule out more.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from heshu import words
from heshu.intervals import Interval
from heshu.numerals import decimal, nonzero_place
from heshu.reading import RULES, Reading, ReadingError, reread

CONSISTENT = "consistent"
CONDITIONAL = "consistent only if"
INCONSISTENT = "inconsistent"
NOT_TESTABLE = "not testable"

# The units of ratios: how many of them make one whole.
RATIOS = {"倍": 1, "%": 100}
# The units of durations: how many of them make a year.
DURATIONS = {"年": 1, "个月": 12}
# The kinds whose tested figure was worked out from the others, and so was rounded.
WORKED_OUT = {"growth", "share", "average", "duration"}

# What is said of the figures that the tested one is held against.
SUBJECTS = {
    "growth": "the ends allow",
    "share": "part and whole allow",
    "parts": "the pieces add up to",
    "average": "total and count allow",
    "order": "the larger figure allows",
    "duration": "the dates allow",
    "same": "the first figure allows",
}
CONDITIONS = {
    "truncation": "every rounded figure was cut off at its last place (truncation)",
    "rounding up": "every rounded figure was rounded up at its last place (rounding up)",
}


@dataclass(frozen=True)
class Result:
    """What a relation shows.

    `phrases` are as printed, in the order of the arguments. `computed` is what the other
    figures allow the tested one to be, `printed` what the tested one stands for, both in the
    tested figure's unit and, where the verdict names a condition, under that condition: so they
    share a number unless the verdict is INCONSISTENT or NOT_TESTABLE.

    `strength` tells how much a pass proves, from 0 (anything would have passed) towards 1. Of
    all figures with the same last place and the same qualifier that could plausibly have been
    printed instead, it is the share that would not have passed. Plausible are those from half
    to twice the middle of `computed` under rounding to the nearest; of the larger figure for an
    order, which allows everything below; of the printed value where `computed` has no middle.
    Where a condition had to be granted, what would have passed under any reading tried so far
    counts as passing too. Where no figure of that precision lies in the range, or the middle
    is 0, the test proves nothing, and the strength is 0. It is None where not testable.

    `explanation` is one sentence: the reason, with CONDITIONAL the condition, with NOT_TESTABLE
    what is missing, with INCONSISTENT whether the mismatch flips a direction or a rank, which
    weighs most, or only touches the last digit.
    """

    kind: str
    phrases: tuple[str, ...]
    computed: Interval | None
    printed: Interval | None
    verdict: str
    strength: Fraction | None
    explanation: str


def growth(base: Reading, end: Reading, printed: Reading, *, falling: bool = False) -> Result:
    """Whether a printed growth, in 倍 or %, follows from the two figures it leads between.

    增长X倍 and 增长X% say by how much: end = base × (1 + X). 下降X% (`falling`) says by how much
    the end lies below: end = base × (1 − X). 增长到X倍 and 翻一番 (kind multiple_to) say to how
    much: end = base × X. That 增长X倍 was meant so too is tried last, as a condition.
    """
    missing = _missing((base, end, printed), alike=(base, end), units=RATIOS)
    whole, once = RATIOS.get(printed.unit, 1), _once(printed)

    def by(first: Interval, last: Interval) -> Interval | None:
        ratio = _ratio(last, first)
        return ratio and (1 - ratio if falling else ratio - once) * whole

    def to(first: Interval, last: Interval) -> Interval | None:
        # Growth to less than the base would be no growth, nor a fall to more a fall.
        ratio = _ratio(last, first)
        told = ratio and ratio.intersect(Interval(None, 1) if falling else Interval(1, None))
        return told and told * whole

    verb = "下降" if falling else "增长"
    condition = f"{verb} is read as a change to, not by, that multiple of the first figure"
    return _test("growth", (base, end, printed), by, missing, other=(condition, to))


def share(part: Reading, whole: Reading, printed: Reading) -> Result:
    """Whether a printed share, in %, follows from the part and the whole.

    A part above its whole is inconsistent whatever its share; `computed` and `printed` are
    then the part's, as `order` has them.
    """
    missing = _missing((part, whole, printed), alike=(part, whole), units=["%"])
    if not missing and _above(part.stands_for, whole.stands_for):
        rank = order(part, whole)
        if rank.verdict == INCONSISTENT:
            return replace(rank, kind="share", phrases=(*rank.phrases, printed.phrase))

    def percentage(numerator: Interval, denominator: Interval) -> Interval | None:
        ratio = _ratio(numerator, denominator)
        return ratio and ratio * RATIOS["%"]

    return _test("share", (part, whole, printed), percentage, missing)


def parts(total: Reading, *pieces: Reading) -> Result:
    """Whether pieces that claim to exhaust a total add up to it."""
    missing = _missing((total, *pieces), alike=(total, *pieces))
    if not pieces:
        missing = missing or "no piece of the total is given"
    return _test("parts", (total, *pieces), lambda *intervals: sum(intervals), missing, place=0)


def average(total: Reading, count: Reading, printed: Reading) -> Result:
    """Whether a printed average, in the unit of the total, is the total over the count."""
    missing = _missing((total, count, printed), alike=(total, printed))
    return _test("average", (total, count, printed), _ratio, missing)


def order(smaller: Reading, larger: Reading) -> Result:
    """Whether the first figure, that of a subset, can be at most the second."""
    missing = _missing((smaller, larger), alike=(smaller, larger))
    bound = larger.interval
    scale = bound.middle if bound and bound.bounded else None
    return _test("order", (smaller, larger), Interval.or_below, missing, place=0, scale=scale)


def duration(start: str, end: str, printed: Reading) -> Result:
    """Whether a printed duration, in 年 or 个月, is the time between two ISO 8601 dates.

    A date without its day or month (2016-07, 2020) may mean any moment of that span, its last
    included, so that 2020 to 2024 are from three to five years. A month counts as the twelfth
    part of a year, a day as its part of the month. Failing the time between, the years are
    counted on the calendar, first and last included.
    """
    elapsed, counted = Interval.point(0), None
    missing = _missing((printed,), units=DURATIONS)
    try:
        begun, ended = _span(start), _span(end)
        elapsed = (ended - begun) * DURATIONS.get(printed.unit, 1)
    except ReadingError as error:
        missing = str(error)
    if printed.unit == "年" and not missing:
        years = Interval.point(int(end[:4]) - int(start[:4]) + 1)
        counted = ("calendar years are counted, first and last included", lambda: years)
    result = _test("duration", (printed,), lambda: elapsed, missing, other=counted)
    return replace(result, phrases=(start, end, printed.phrase))


def same(first: Reading, second: Reading) -> Result:
    """Whether a figure that is printed twice can be one and the same number."""
    missing = _missing((first, second), alike=(first, second))
    return _test("same", (first, second), lambda interval: interval, missing)


def narrowed(base: Reading, end: Reading, printed: Reading) -> tuple[Interval, Interval, Interval]:
    """What base, end and growth can each still be, given the other two: end = base × (1 + X).

    Each interval is the exact hull of the numbers that survive, ends open or closed as they
    are reached, all figures rounded to the nearest. The three figures stand in one equation,
    once each, so a single projection on each is the fixpoint of constraint propagation (the
    HC4 rule of interval constraint solvers). The growth stays in its printed unit.

    Raises ValueError, saying why, where the figures aren't CONSISTENT or can't be tested.
    """
    result = growth(base, end, printed)
    if result.verdict != CONSISTENT:
        raise ValueError(f"{result.verdict}: {result.explanation}")
    whole, once = RATIOS[printed.unit], _once(printed)
    first = _under(base, "nearest").meet(Interval(0, None, False))
    last = _under(end, "nearest").meet(Interval(0, None))
    times = (_under(printed, "nearest") / whole + once).meet(Interval(0, None))
    growths = _quotient(last, first).meet(times)
    # What fell to nothing, by 100 %, can have been anything.
    vanished = 0 in last and 0 in times
    return (
        first if vanished else first.meet(_quotient(last, times)),
        last.meet(first * times),
        (growths - once) * whole,
    )


def _test(
    kind: str,
    readings: Sequence[Reading],
    allowed: Callable[..., Interval | None],
    missing: str,
    place: int = -1,
    other: tuple[str, Callable[..., Interval | None]] | None = None,
    scale: Fraction | None = None,
) -> Result:
    """Try one reading after the other until the computed and the printed interval meet.

    `place` is that of the tested figure. `allowed` turns the intervals of the others into
    that of the tested one, None where it has none; `other` is the condition and the rule of the
    last reading; `scale` takes the place of the middle of the computed interval in the strength.
    """
    phrases = tuple(reading.phrase for reading in readings)
    others = list(readings)
    tested = others.pop(place)
    if missing:
        return _not_testable(kind, phrases, tested, missing)
    attempts = [(CONDITIONS.get(rule), rule, allowed) for rule in RULES]
    if other:
        attempts.append((other[0], "nearest", other[1]))
    tried: list[tuple[Interval, Interval]] = []
    for condition, rule, compute in attempts:
        computed = compute(*(_under(reading, rule) for reading in others))
        if computed is None and not tried:
            missing = "a ratio needs figures from 0 up and a divisor above 0"
            return _not_testable(kind, phrases, tested, missing)
        if computed is None:
            continue
        printed = _under(tested, rule, kind in WORKED_OUT)
        tried.append((computed, printed))
        if computed.intersect(printed) is None:
            continue
        strength = _strength(tested, tried, scale)
        if condition is None:
            verdict = CONSISTENT
            text = _agreement(kind, tested, computed, printed, others, allowed)
        else:
            verdict = CONDITIONAL
            mismatch = _mismatch(kind, tested, *tried[0])
            text = f"rounded to the nearest, {mismatch}; consistent only if {condition}"
        return Result(kind, phrases, computed, printed, verdict, strength, _sentence(text))
    text = f"{_mismatch(kind, tested, *tried[0])}; {_weight(kind, tested, *tried[0])}"
    strength = _strength(tested, tried[:1], scale)
    return Result(kind, phrases, *tried[0], INCONSISTENT, strength, _sentence(text))


def _not_testable(kind: str, phrases: tuple[str, ...], tested: Reading, missing: str) -> Result:
    text = _sentence(f"not testable: {missing}")
    return Result(kind, phrases, None, tested.interval, NOT_TESTABLE, None, text)


def _once(printed: Reading) -> int:
    """How many times the base a multiple leaves out: once if it says by, none if it says to."""
    return 0 if printed.kind == "multiple_to" else 1


def _under(reading: Reading, rule: str, worked_out: bool = False) -> Interval:
    """What a figure stands for under one of the RULES; only a rounded one depends on it."""
    interval = reading.stands_for
    if interval.exact and (worked_out or reading.unit in RATIOS):
        return reread(Interval.around(interval.middle, _place(reading)), rule)
    return reread(interval, rule) if reading.qualifier in ("rounded", "about") else interval


def _place(reading: Reading) -> Fraction:
    """A unit of the last printed place, for a floor (以上) of the last non-zero one."""
    interval = reading.stands_for
    if interval.bounded and not interval.exact:
        return interval.width
    value = _value(reading)
    # What isn't a decimal (超三分之一) counts by ones, as a whole number does
    place = Fraction(1, 10 ** len(decimal(value).partition(".")[2]))
    return place if interval.bounded else nonzero_place(value, place)


def _value(reading: Reading) -> Fraction:
    """The printed number, or, for a figure without a single one, one that stands for it."""
    if isinstance(reading.value, Fraction):
        return reading.value
    interval = reading.stands_for
    if interval.bounded:
        return interval.middle
    return next((end for end in (interval.low, interval.high) if end is not None), Fraction(0))


def _strength(
    tested: Reading, tried: Sequence[tuple[Interval, Interval]], scale: Fraction | None
) -> Fraction:
    """The share of plausible figures that would have failed, as Result.strength defines it.

    Counted, not enumerated: v + offset meets the computed interval exactly if v lies in the
    computed interval minus the offset, which is an interval again.
    """
    value, place = _value(tested), _place(tested)
    if scale is None:
        computed = tried[0][0]
        scale = computed.middle if computed.bounded else value
    least, most = sorted((scale / 2, scale * 2))
    plausible = Interval(least, most) / place
    candidates = plausible.integers()
    if not candidates or not scale:
        return Fraction(0)
    passing = []
    for computed, printed in tried:
        if within := ((computed - (printed - value)) / place).intersect(plausible):
            passing.append(within.integers())
    passed, end = 0, candidates.start
    for numbers in sorted(passing, key=lambda numbers: numbers.start):
        passed += max(0, numbers.stop - max(end, numbers.start))
        end = max(end, numbers.stop)
    return 1 - Fraction(passed, candidates.stop - candidates.start)


def _ratio(a: Interval, b: Interval) -> Interval | None:
    """a / b for quantities, which lie from 0 up; None where nothing of either is left."""
    numerator, divisor = _from_zero(a), _from_zero(b)
    if numerator is None or divisor is None or divisor.high == 0:
        return None
    return _quotient(numerator, divisor)


def _quotient(numerator: Interval, divisor: Interval) -> Interval:
    """What numbers from 0 up give, divided by the numbers above 0 of an interval from 0 up."""
    reciprocal = Interval(
        Fraction(0) if divisor.high is None else 1 / divisor.high,
        1 / divisor.low if divisor.low else None,
        divisor.high_closed,
        divisor.low_closed,
    )
    return numerator * reciprocal


def _from_zero(interval: Interval) -> Interval | None:
    if interval.low is not None and interval.low.numerator >= 0:
        return interval
    return interval.intersect(Interval(Fraction(0), None))


ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def _span(date: str) -> Interval:
    """The years since the year 0 at which a date begins and ends.

    Raises ReadingError where it is no date with a year.
    """
    error = ReadingError(f"“{date}” is no date with a year")
    match = ISO_DATE.fullmatch(date)
    if not match:
        raise error
    year, month, day = (None if part is None else int(part) for part in match.groups())
    begin, length = Fraction(match[1]), Fraction(1)
    if month is not None:
        if not 1 <= month <= 12:
            raise error
        length = Fraction(1, 12)
        begin += (month - 1) * length
        if day is not None:
            # The year 0, which a text can print, has the calendar of the year 400.
            days = calendar.monthrange(year or 400, month)[1]
            if not 1 <= day <= days:
                raise error
            length /= days
            begin += (day - 1) * length
    return Interval(begin, begin + length)


def _missing(
    readings: Sequence[Reading], alike: Sequence[Reading] = (), units: Collection[str] = ()
) -> str:
    """What is missing to relate figures, "" if nothing is.

    Each needs a number, those `alike` a common unit, and the last one of the `units`, if any.
    """
    for reading in readings:
        if reading.interval is None:
            return f"“{reading.phrase}” stands for no number"
    for other in alike:
        if other.unit != alike[0].unit:
            a, b = (reading.unit or "no unit" for reading in (alike[0], other))
            return f"a common unit, since “{alike[0].phrase}” has {a} and “{other.phrase}” has {b}"
    if units and readings[-1].unit not in units:
        return f"“{readings[-1].phrase}” is not in {' or '.join(units)}"
    return ""


def _agreement(
    kind: str,
    tested: Reading,
    computed: Interval,
    printed: Interval,
    others: Sequence[Reading],
    allowed: Callable[..., Interval | None],
) -> str:
    """Why a figure passes, and whether it does so at the printed values of the others."""
    decimals = _decimals(tested)
    text = (
        f"{SUBJECTS[kind]} {_words(computed, decimals, tested.unit)}, which meets "
        f"{_words(printed, decimals, tested.unit)}, what “{tested.phrase}” stands for"
    )
    face = allowed(*(Interval.point(_value(reading)) for reading in others))
    if face is None or face.intersect(printed):
        return text
    return (
        f"{text}, but not at face value: the printed numbers give "
        f"{_words(face, decimals, tested.unit)}, and only what they leave open "
        "closes the gap"
    )


def _mismatch(kind: str, tested: Reading, computed: Interval, printed: Interval) -> str:
    (below, above), decimals = _facing(computed, printed), _decimals(tested)
    # Ends are written rounded outwards, so with decimals enough to be seen apart.
    while below < above and floor(above * 10**decimals) <= ceil(below * 10**decimals):
        decimals += 1
    return (
        f"{SUBJECTS[kind]} {_words(computed, decimals, tested.unit)}, which misses "
        f"{_words(printed, decimals, tested.unit)}, what “{tested.phrase}” stands for"
        + ("" if below < above else ", since the end where they touch is not reached")
    )


def _weight(kind: str, tested: Reading, computed: Interval, printed: Interval) -> str:
    """What a mismatch turns over: a direction, a rank, or the digits of a figure only."""
    if kind in ("growth", "duration") and _apart_at(computed, printed, 0):
        return "this flips the direction"
    if kind == "order":
        return "this flips the rank of the two"
    if kind == "share" and _apart_at(computed, printed, 100):
        return "this flips the rank of the part and the whole"
    if kind == "parts" and _above(computed, printed):
        return "this flips the rank of the pieces and their total, which they exceed"
    below, above = _facing(computed, printed)
    steps = max(1, ceil((above - below) / _place(tested)))
    if steps < 10:
        return f"this touches only the last digit, off by {steps} at least"
    return f"this goes beyond the last digit, which is off by {words.count(steps)} at least"


def _above(a: Interval, b: Interval) -> bool:
    """Whether all of the first interval lies above all of the second, which it doesn't meet."""
    return a.low is not None and b.high is not None and a.low >= b.high


def _apart_at(a: Interval, b: Interval, point: int) -> bool:
    """Whether the two intervals lie on opposite sides of a point that neither holds."""
    at = Interval.point(point)
    if point in a or point in b:
        return False
    return (_above(a, at) and _above(at, b)) or (_above(b, at) and _above(at, a))


def _facing(a: Interval, b: Interval) -> tuple[Fraction, Fraction]:
    """The ends between which two intervals that don't meet lie apart, the lower one first."""
    for upper, lower in ((a, b), (b, a)):
        if upper.low is not None and lower.high is not None and upper.low >= lower.high:
            return lower.high, upper.low
    raise ValueError(f"{a} and {b} don't lie apart")


def _decimals(reading: Reading) -> int:
    """One decimal more than a figure prints."""
    decimals, place = 0, _place(reading)
    while place * 10**decimals < 1:
        decimals += 1
    return decimals + 1 if reading.unit in RATIOS or decimals else decimals


def _words(interval: Interval, decimals: int, unit: str) -> str:
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        text = words.span(interval, decimals=decimals)
    elif low is not None:
        text = f"{'at least' if interval.low_closed else 'more than'} {words.count(low, decimals)}"
    elif high is not None:
        text = f"{'at most' if interval.high_closed else 'less than'} {words.count(high, decimals)}"
    else:
        text = "any number of"
    return f"{text} {unit}".rstrip()


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."
