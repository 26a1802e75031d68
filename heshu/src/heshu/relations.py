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
from math import ceil

from heshu import messages, words
from heshu.finding import Found
from heshu.intervals import Interval
from heshu.messages import Message, facing
from heshu.numerals import decimal, nonzero_place
from heshu.reading import FALLS, RISES, RULES, Reading, ReadingError, reread

CONSISTENT = "consistent"
CONDITIONAL = "consistent only if"
INCONSISTENT = "inconsistent"
NOT_TESTABLE = "not testable"

# The units of ratios: how many of them make one whole.
RATIOS = {"倍": 1, "%": 100}
# The units of durations: how many of them make a year.
DURATIONS = {"年": 1, "个月": 12}
# The kinds whose tested figure was worked out from the others, and so was rounded.
WORKED_OUT = {"growth", "share", "average", "duration", "change", "multiple", "mix", "annual"}


@dataclass(frozen=True)
class Result:
    """What a relation shows.

    `code` is a word of vocabulary/codes.csv. `phrases` are as printed, in the order of the
    arguments; `found` are the figures of a text that they stand for, in the same order (a
    period for both its dates), empty where a relation was asked about phrases without a text.
    `tested` says which of them is held against the others: the place of a finding.

    `computed` is what the other figures allow the tested one to be, `printed` what the tested
    one stands for, both in the tested figure's unit and, where the verdict names a condition,
    under that condition: so they share a number unless the verdict is INCONSISTENT or
    NOT_TESTABLE.

    `strength` tells how much a pass proves, from 0 (anything would have passed) towards 1. Of
    all figures with the same last place and the same qualifier that could plausibly have been
    printed instead, it is the share that would not have passed. Plausible are those from half
    to twice the middle of `computed` under rounding to the nearest; of the larger figure for an
    order, which allows everything below; of the printed value where `computed` has no middle.
    Where a condition had to be granted, what would have passed under any reading tried so far
    counts as passing too. Where no figure of that precision lies in the range, or the middle
    is 0, the test proves nothing, and the strength is 0. It is None where not testable.

    `under` are the readings of a text under which the relation holds: of the RULES of rounding,
    or, for years, time passed and calendar years; empty where it holds under none.

    `message` has the parts of the sentence that says why, in any language.
    """

    code: str
    phrases: tuple[str, ...]
    computed: Interval | None
    printed: Interval | None
    verdict: str
    strength: Fraction | None
    message: Message
    found: tuple[Found, ...] = ()
    tested: int = -1
    under: frozenset[str] = frozenset()

    @property
    def explanation(self) -> str:
        """One sentence in English: the reason, with CONDITIONAL the condition, with NOT_TESTABLE
        what is missing, with INCONSISTENT whether the mismatch flips a direction or a rank,
        which weighs most, or only touches the last digit.
        """
        return messages.english(self.code, self.verdict, self.message)


def growth(base: Reading, end: Reading, printed: Reading, *, falling: bool = False) -> Result:
    """Whether a printed growth, in 倍 or %, follows from the two figures it leads between.

    增长X倍 and 增长X% say by how much: end = base × (1 + X). 下降X% (`falling`) says by how much
    the end lies below: end = base × (1 − X). 增长到X倍 and 翻一番 (kind multiple_to) say to how
    much: end = base × X. That 增长X倍 was meant so too is tried last, as a condition.
    """
    missing = missing_of((base, end, printed), alike=(base, end), units=RATIOS)
    whole, once = RATIOS.get(printed.unit, 1), _once(printed)

    def by(first: Interval, last: Interval) -> Interval | None:
        ratio = ratio_of(last, first)
        return ratio and (1 - ratio if falling else ratio - once) * whole

    def to(first: Interval, last: Interval) -> Interval | None:
        # Growth to less than the base would be no growth, nor a fall to more a fall.
        ratio = ratio_of(last, first)
        told = ratio and ratio.intersect(Interval(None, 1) if falling else Interval(1, None))
        return told and told * whole

    condition = "fall to" if falling else "rise to"
    return held("growth", (base, end, printed), by, missing, other=(condition, to))


def strictly(result: Result) -> Result:
    """A growth without excuse: what fits only as "to" is inconsistent, with what would be right.

    For 倍 that is the growth by and the level grown to, for % the growth by.
    """
    if result.message.condition not in ("rise to", "fall to"):
        return _by_not_to(result)
    message, phrase = result.message, result.phrases[-1]
    assert message.computed is not None and message.printed is not None
    right = list(message.right)
    if message.unit == "倍" and (verb := VERBS.match(phrase)):
        right.append(f"{verb[0]}到{phrase[verb.end() :]}")
    message = replace(message, condition="", weight="to", right=tuple(right))
    return replace(
        result,
        computed=message.computed,
        printed=message.printed,
        verdict=INCONSISTENT,
        message=message,
    )


def _by_not_to(result: Result) -> Result:
    """A mismatch of 增长到X倍 that fits as 增长X倍 says so."""
    message = result.message
    verb = TO_VERB.match(result.phrases[-1])
    if result.verdict != INCONSISTENT or not verb or not message.computed or not message.printed:
        return result
    if (message.computed - 1).intersect(message.printed) is None:
        return result
    right = (result.phrases[-1].replace(verb[0], verb[0][:-1], 1), *message.right)
    return replace(result, message=replace(message, weight="by", right=right))


def share(part: Reading, whole: Reading, printed: Reading) -> Result:
    """Whether a printed share, in %, follows from the part and the whole.

    A part above its whole is inconsistent whatever its share; `computed` and `printed` are
    then the part's, as `order` has them.
    """
    missing = missing_of((part, whole, printed), alike=(part, whole), units=["%"])
    if not missing and _above(part.stands_for, whole.stands_for):
        rank = order(part, whole)
        if rank.verdict == INCONSISTENT:
            phrases = (*rank.phrases, printed.phrase)
            return replace(rank, code="share", phrases=phrases)

    def percentage(numerator: Interval, denominator: Interval) -> Interval | None:
        ratio = ratio_of(numerator, denominator)
        return ratio and ratio * RATIOS["%"]

    return held("share", (part, whole, printed), percentage, missing)


def parts(total: Reading, *pieces: Reading) -> Result:
    """Whether pieces that claim to exhaust a total add up to it."""
    missing = missing_of((total, *pieces), alike=(total, *pieces))
    if not pieces:
        missing = missing or ("no piece",)
    return held("parts", (total, *pieces), lambda *intervals: sum(intervals), missing, place=0)


def average(total: Reading, count: Reading, printed: Reading) -> Result:
    """Whether a printed average, in the unit of the total, is the total over the count."""
    missing = missing_of((total, count, printed), alike=(total, printed))
    return held("average", (total, count, printed), ratio_of, missing)


def order(smaller: Reading, larger: Reading) -> Result:
    """Whether the first figure, that of a subset, can be at most the second."""
    missing = missing_of((smaller, larger), alike=(smaller, larger))
    bound = larger.interval
    scale = bound.middle if bound and bound.bounded else None
    return held("order", (smaller, larger), Interval.or_below, missing, place=0, scale=scale)


def duration(start: str, end: str, printed: Reading) -> Result:
    """Whether a printed duration, in 年 or 个月, is the time between two ISO 8601 dates.

    A date without its day or month (2016-07, 2020) may mean any moment of that span, its last
    included, so that 2020 to 2024 are from three to five years. A month counts as the twelfth
    part of a year, a day as its part of the month. Failing the time between, the years are
    counted on the calendar, first and last included.
    """
    elapsed, counted = Interval.point(0), None
    missing = missing_of((printed,), units=DURATIONS)
    try:
        begun, ended = _span(start), _span(end)
        elapsed = (ended - begun) * DURATIONS.get(printed.unit, 1)
    except _NoDateError as error:
        missing = ("no date", str(error))
    if printed.unit == "年" and not missing:
        years = Interval.point(int(end[:4]) - int(start[:4]) + 1)
        counted = ("calendar years", lambda: years)
    result = held("duration", (printed,), lambda: elapsed, missing, other=counted)
    return replace(result, phrases=(start, end, printed.phrase))


def same(first: Reading, second: Reading) -> Result:
    """Whether a figure that is printed twice can be one and the same number."""
    missing = missing_of((first, second), alike=(first, second))
    return held("same", (first, second), lambda interval: interval, missing)


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


def held(
    code: str,
    readings: Sequence[Reading],
    allowed: Callable[..., Interval | None],
    missing: tuple[str, ...],
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
        return _not_testable(code, phrases, tested, place, missing)
    attempts = [(rule, rule, allowed) for rule in RULES]
    if other:
        attempts.append((other[0], "nearest", other[1]))
    tried: list[tuple[Interval, Interval]] = []
    for condition, rule, compute in attempts:
        computed = compute(*(_under(reading, rule) for reading in others))
        if computed is None and not tried:
            return _not_testable(code, phrases, tested, place, ("no ratio",))
        if computed is None:
            continue
        printed = _under(tested, rule, code in WORKED_OUT)
        tried.append((computed, printed))
        if computed.intersect(printed) is None:
            continue
        strength = _strength(tested, tried, scale)
        message = _message(tested, *tried[0])
        if condition != rule:
            message = replace(message, right=_right(tested, _at_face(others, allowed)))
        if rule == condition == "nearest":
            verdict = CONSISTENT
            message = replace(message, face=_face(printed, others, allowed))
        else:
            verdict, message = CONDITIONAL, replace(message, condition=condition)
        result = Result(code, phrases, computed, printed, verdict, strength, message, tested=place)
        return replace(result, under=_holding(result, readings, allowed, other))
    message = _mismatch(code, tested, *tried[0])
    message = replace(message, right=_right(tested, _at_face(others, allowed)))
    strength = _strength(tested, tried[:1], scale)
    return Result(code, phrases, *tried[0], INCONSISTENT, strength, message, tested=place)


def _holding(
    result: Result,
    readings: Sequence[Reading],
    allowed: Callable[..., Interval | None],
    other: tuple[str, Callable[..., Interval | None]] | None,
) -> frozenset[str]:
    """The readings of a text under which a relation holds."""
    others = list(readings)
    tested = others.pop(result.tested)
    holding = set()
    for rule in RULES:
        computed = allowed(*(_under(reading, rule) for reading in others))
        printed = _under(tested, rule, result.code in WORKED_OUT)
        if computed is not None and computed.intersect(printed):
            holding.add(rule)
    if result.code != "duration":
        return frozenset(holding)
    passed = {"time passed"} if holding else set()
    counted = other[1]() if other else None
    return frozenset(
        passed | ({"calendar years"} if counted and counted.intersect(printed) else set())
    )


def _not_testable(
    code: str, phrases: tuple[str, ...], tested: Reading, place: int, missing: tuple[str, ...]
) -> Result:
    message = Message(tested.phrase, tested.unit, missing=missing)
    return Result(code, phrases, None, tested.interval, NOT_TESTABLE, None, message, tested=place)


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


def ratio_of(a: Interval, b: Interval) -> Interval | None:
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


# The number in a phrase, and the verb before it
VERBS = re.compile("|".join(sorted(RISES + FALLS, key=len, reverse=True)))
TO_VERB = re.compile(rf"(?:{VERBS.pattern})[到至]")
DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class _NoDateError(ReadingError):
    """What should be a date, and is none with a year."""


def _span(date: str) -> Interval:
    """The years since the year 0 at which a date begins and ends.

    Raises _NoDateError where it is no date with a year.
    """
    match = ISO_DATE.fullmatch(date)
    if not match:
        raise _NoDateError(date)
    year, month, day = (int(part) if part else None for part in match.groups())
    begin, length = Fraction(match[1]), Fraction(1)
    if month is not None:
        if not 1 <= month <= 12:
            raise _NoDateError(date)
        length = Fraction(1, 12)
        begin += (month - 1) * length
        if day is not None:
            # The year 0, which a text can print, has the calendar of the year 400.
            days = calendar.monthrange(year or 400, month)[1]
            if not 1 <= day <= days:
                raise _NoDateError(date)
            length /= days
            begin += (day - 1) * length
    return Interval(begin, begin + length)


def missing_of(
    readings: Sequence[Reading], alike: Sequence[Reading] = (), units: Collection[str] = ()
) -> tuple[str, ...]:
    """What is missing to relate figures, as Message.missing has it; () if nothing is.

    Each needs a number, those `alike` a common unit, and the last one of the `units`, if any.
    """
    for reading in readings:
        if reading.interval is None:
            return ("no number", reading.phrase)
    for other in alike:
        if other.unit != alike[0].unit:
            return ("units", alike[0].phrase, alike[0].unit, other.phrase, other.unit)
    if units and readings[-1].unit not in units:
        return ("not in", readings[-1].phrase, *units)
    return ()


def _message(tested: Reading, computed: Interval, printed: Interval) -> Message:
    return Message(tested.phrase, tested.unit, _decimals(tested), computed, printed)


def _face(
    printed: Interval, others: Sequence[Reading], allowed: Callable[..., Interval | None]
) -> Interval | None:
    """What the printed values give where they miss; None where they agree as they stand."""
    face = _at_face(others, allowed)
    return None if face is None or face.intersect(printed) else face


def _at_face(others: Sequence[Reading], allowed: Callable[..., Interval | None]) -> Interval | None:
    """What the printed values give, as they stand."""
    return allowed(*(Interval.point(_value(reading)) for reading in others))


def _mismatch(code: str, tested: Reading, computed: Interval, printed: Interval) -> Message:
    """What a mismatch turns over: a direction, a rank, or the digits of a figure only."""
    below, above = facing(computed, printed)
    return replace(
        _message(tested, computed, printed),
        weight=_weight(code, computed, printed),
        off=max(1, ceil((above - below) / _place(tested))),
    )


def _weight(code: str, computed: Interval, printed: Interval) -> str:
    if code in ("growth", "duration") and _apart_at(computed, printed, 0):
        return "direction"
    if code == "order":
        return "rank"
    if code == "share" and _apart_at(computed, printed, 100):
        return "part"
    if code == "parts" and _above(computed, printed):
        return "pieces"
    return "digits"


def _right(tested: Reading, face: Interval | None) -> tuple[str, ...]:
    """The tested phrase with the number that the others give as they are printed.

    () where they give none, where its own isn't printed in digits, or where it would be negative.
    """
    printed = DIGITS.search(tested.phrase)
    if not printed or face is None or not face.bounded or not isinstance(tested.value, Fraction):
        return ()
    digits = printed[0].replace(",", "")
    number = Fraction(digits)
    if not number or not tested.value:
        return ()
    decimals = len(digits.partition(".")[2])
    right = words.count(face.middle * number / tested.value, decimals).replace("−", "-")
    if right.startswith("-") or not any(digit in right for digit in "123456789"):
        return ()
    right = right if "," in printed[0] else right.replace(",", "")
    return (tested.phrase.replace(printed[0], right, 1),)


def _above(a: Interval, b: Interval) -> bool:
    """Whether all of the first interval lies above all of the second, which it doesn't meet."""
    return a.low is not None and b.high is not None and a.low >= b.high


def _apart_at(a: Interval, b: Interval, point: int) -> bool:
    """Whether the two intervals lie on opposite sides of a point that neither holds."""
    at = Interval.point(point)
    if point in a or point in b:
        return False
    return (_above(a, at) and _above(at, b)) or (_above(b, at) and _above(at, a))


def _decimals(reading: Reading) -> int:
    """One decimal more than a figure prints."""
    decimals, place = 0, _place(reading)
    while place * 10**decimals < 1:
        decimals += 1
    return decimals + 1 if reading.unit in RATIOS or decimals else decimals
