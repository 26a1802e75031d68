"""The test of a relation: what some figures allow another one to be, held against what it says.

The rules, in the order in which they are tried:

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

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from heshu import misprints, words
from heshu.intervals import Interval
from heshu.messages import Message, facing
from heshu.numerals import decimal, nonzero_place
from heshu.reading import RULES, Reading
from heshu.results import CONDITIONAL, CONSISTENT, INCONSISTENT, NOT_TESTABLE, Result
from heshu.spans import Span

# The units of ratios: how many of them make one whole.
RATIOS = {"倍": 1, "%": 100}
# The kinds whose tested figure was worked out from the others, and so was rounded.
WORKED_OUT = {"growth", "share", "average", "duration", "change", "multiple", "mix", "annual"}

# What the others allow the tested figure to be, given what each of them stands for
Allowed = Callable[..., Span | None]
# What the others allow, and what the tested figure stands for
Tried = tuple[Span, Span]


class Stands(NamedTuple):
    """What a figure stands for, as it is printed, under each of the RULES.

    `value` is the printed number, or, for a figure without a single one, one that stands for
    it; `place` a unit of the last printed place, for a floor (以上) of the last non-zero one.
    """

    spans: tuple[Span, ...]
    value: Fraction
    place: Fraction


def held(
    code: str,
    readings: Sequence[Reading],
    allowed: Allowed,
    missing: tuple[str, ...],
    place: int = -1,
    other: tuple[str, Allowed] | None = None,
    scale: Fraction | None = None,
    confused: Sequence[Allowed] = (),
) -> Result:
    """Try one reading after the other until what is computed and what is printed meet.

    `place` is that of the tested figure. `allowed` turns the spans of the others into that of
    the tested one, None where it has none; `other` is the condition and the rule of the last
    reading; `scale` takes the place of the middle of what is computed in the strength; `confused`
    are what the tested one is often told by mistake.
    """
    phrases = tuple(reading.phrase for reading in readings)
    if missing:
        return _not_testable(code, phrases, readings[place], place, missing)
    trial = _Trial(code, readings, allowed, place, other, scale, confused)
    verdict = trial.verdict()
    if verdict == NOT_TESTABLE:
        return _not_testable(code, phrases, readings[place], place, ("no ratio",))
    known = {"code": code, "phrases": phrases, "verdict": verdict, "found": (), "tested": place}
    return Result.later(trial.work, trial.passes, **known)


class _Trial:
    """The test of one figure against others: its verdict at once, and the rest when asked for."""

    def __init__(
        self,
        code: str,
        readings: Sequence[Reading],
        allowed: Allowed,
        place: int,
        other: tuple[str, Allowed] | None,
        scale: Fraction | None,
        confused: Sequence[Allowed],
    ) -> None:
        self.code, self.allowed, self.other, self.scale = code, allowed, other, scale
        self.confused = confused
        self.readings, self.tested, self.place = readings, readings[place], place % len(readings)
        self.others = [stands(reading) for reading in readings]
        self.one = self.others.pop(place)
        self.spans = worked_out(self.tested) if code in WORKED_OUT else self.one.spans
        # What was tried until one reading fitted: what the others allow, and what is printed
        self.tried: list[Tried] = []
        self.condition = ""

    def verdict(self) -> str:
        """Try one reading after the other."""
        for i, rule in enumerate(RULES):
            computed = self._computed(i)
            if computed is None:
                if not i:
                    return NOT_TESTABLE
                continue
            self.tried.append((computed, self.spans[i]))
            if computed.meets(self.spans[i]):
                self.condition = rule
                return CONDITIONAL if i else CONSISTENT
        if self.other:
            computed = self.other[1](*[each.spans[0] for each in self.others])
            if computed is not None and computed.meets(self.spans[0]):
                self.tried.append((computed, self.spans[0]))
                self.condition = self.other[0]
                return CONDITIONAL
        # What fits under no reading is held against the first
        del self.tried[1:]
        return INCONSISTENT

    def _computed(self, rule: int) -> Span | None:
        """What the others allow under one of the RULES."""
        # An exact figure stands for the same under every rule, and where all do, so does the rest
        if rule and all(each.spans[rule] is each.spans[0] for each in self.others):
            return self.tried[0][0]
        return self.allowed(*[each.spans[rule] for each in self.others])

    def passes(self, readings: Sequence[Reading], instead: Mapping[int, Stands]) -> Fraction | None:
        """How strong the test is if the figures pass it with others at some places; None where
        they fail it, or where one there was tested as something else than it is printed as.
        """
        tested = [one.phrase for one in self.readings] == [one.phrase for one in readings]
        if not tested or any(
            self.readings[place].interval != readings[place].interval for place in instead
        ):
            return None
        figures = [*self.others]
        figures.insert(self.place, self.one)
        for place, other in instead.items():
            figures[place] = other
        one = figures.pop(self.place)
        computed = self.allowed(*[each.spans[0] for each in figures])
        if computed is None or not computed.meets(one.spans[0]):
            return None
        return _strength(one, [(computed, one.spans[0])], self.scale)

    def work(self, field: str) -> object:
        """A field of the result, as Result has them."""
        match field:
            case "computed":
                return self.tried[-1][0].interval
            case "printed":
                return self.tried[-1][1].interval
            case "strength":
                return _strength(self.one, self.tried, self.scale)
            case "under":
                return frozenset(self._under())
            case "slips":
                return frozenset(self._slips())
            case _:
                face = self.allowed(*[Span.point(each.value) for each in self.others])
                about = self.tested, self.one.place, self.tried[0], self.condition, face
                return _message(self.code, *about)

    def _slips(self) -> Iterator[int]:
        """The places of the figures in which one slip, or a usual confusion, explains a misfit."""
        computed, printed = self.tried[0]
        spans = [other.spans[0] for other in self.others]
        confused = (allowed(*spans) for allowed in self.confused)
        if _slipped(self.tested, printed, lambda before: before, computed) or any(
            meant is not None and meant.meets(printed) for meant in confused
        ):
            yield self.place
        readings = [*self.readings[: self.place], *self.readings[self.place + 1 :]]
        for i, reading in enumerate(readings):

            def instead(before: Span, i: int = i) -> Span | None:
                return self.allowed(*spans[:i], before, *spans[i + 1 :])

            if _slipped(reading, spans[i], instead, printed):
                yield i + (i >= self.place)

    def _under(self) -> Iterator[str]:
        for i, rule in enumerate(RULES):
            computed = self._computed(i)
            if computed is not None and computed.meets(self.spans[i]):
                yield rule


def _slipped(
    reading: Reading, span: Span, allowed: Callable[[Span], Span | None], printed: Span
) -> bool:
    """Whether anything that a figure can have stood for before a slip allows what is printed."""
    slips = misprints.slips(reading.phrase)
    low, high = span.low, span.high
    if low is None or high is None:
        changed = _meets_any(slips, lambda times: allowed(span * times), printed)
    else:
        middle = Span(low + high, low + high, 2 * span.over)
        # What rounding leaves open stays as wide
        around = span + -middle
        changed = _meets_any(slips, lambda times: allowed(middle * times + around), printed)
    return changed or _meets_any(misprints.MOVED, lambda times: allowed(span * times), printed)


def _meets_any(
    among: Sequence[Span], allowed: Callable[[Span], Span | None], printed: Span
) -> bool:
    """Whether any of some numbers, in their order, allows what is printed.

    What a relation allows rises or falls with each of its figures, so that halving finds it; one
    that has no value somewhere is tried throughout.
    """
    if not among:
        return False
    low, high = 0, len(among) - 1
    ends = [_side(allowed(among[at]), printed) for at in (low, high)]
    if None in ends:
        return any(_side(allowed(one), printed) == 0 for one in among)
    while 0 not in ends and ends[0] != ends[1] and high - low > 1:
        middle = (low + high) // 2
        side = _side(allowed(among[middle]), printed)
        if side is None:
            return any(_side(allowed(one), printed) == 0 for one in among)
        if side in (0, ends[0]):
            low, ends[0] = middle, side
        else:
            high = middle
    return 0 in ends


def _side(computed: Span | None, printed: Span) -> int | None:
    """Whether what is computed lies below what is printed (-1), above it (1) or meets it (0)."""
    if computed is None:
        return None
    if computed.meets(printed):
        return 0
    high, low = computed.high, printed.low
    below = high is not None and low is not None and high * printed.over <= low * computed.over
    return -1 if below else 1


def _message(
    code: str, tested: Reading, place: Fraction, first: Tried, condition: str, face: Span | None
) -> Message:
    """Why a test has come out as it has, `face` being what the printed numbers as such give."""
    computed, printed = (span.interval for span in first)
    decimals = _decimals(tested, place)
    said = (tested.phrase, tested.unit, decimals, computed, printed)
    if condition == "nearest":
        misses = face is not None and not face.meets(first[1])
        return Message(*said, face=face.interval if face is not None and misses else None)
    right = () if condition in RULES else _right(tested, face)
    if condition:
        return Message(*said, condition=condition, right=right)
    weight, off = _weight(code, computed, printed), _off(computed, printed, place)
    return Message(*said, weight=weight, off=off, right=right)


def turned(allowed: Allowed, whole: int, sign: int = 1) -> Allowed:
    """What is allowed, and a whole more; with sign -1 what is left of the whole."""

    def meant(*spans: Span) -> Span | None:
        computed = allowed(*spans)
        return computed and computed * sign + whole

    return meant


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


def _not_testable(
    code: str, phrases: tuple[str, ...], tested: Reading, place: int, missing: tuple[str, ...]
) -> Result:
    message = Message(tested.phrase, tested.unit, missing=missing)
    return Result(code, phrases, None, tested.interval, NOT_TESTABLE, None, message, tested=place)


# Of so many figures it is kept what they stand for: relations that are tried share them
KEPT = 1 << 10


@lru_cache(KEPT)
def stands(reading: Reading) -> Stands:
    """What a figure stands for. Raises ReadingError for one without a number."""
    span, place = Span.of(reading.stands_for), _place(reading)
    if span.low is not None and span.low == span.high:
        spans = worked_out(reading) if reading.unit in RATIOS else (span,) * len(RULES)
    elif reading.qualifier in ("rounded", "about"):
        spans = _reread(span)
    else:
        spans = (span,) * len(RULES)
    return Stands(spans, _value(reading), place)


@lru_cache(KEPT)
def worked_out(reading: Reading) -> tuple[Span, ...]:
    """What a figure that was worked out stands for under each of the RULES: it was rounded."""
    span = Span.of(reading.stands_for)
    if span.low is None or span.low != span.high:
        return stands(reading).spans
    place = _place(reading)
    value, half, over = 2 * span.low * place.denominator, place.numerator * span.over, span.over
    return _reread(Span(value - half, value + half, 2 * over * place.denominator))


# How many halves of its last place a rounded figure reaches below and above what is printed
HALVES = [
    (int(2 * below), int(2 * above), low_closed, high_closed)
    for below, above, low_closed, high_closed in RULES.values()
]


def _reread(span: Span) -> tuple[Span, ...]:
    """What a rounded figure stands for under each of the RULES, as reading.reread has it."""
    low, high = span.low, span.high
    if low is None or high is None or not span.closed:
        return (span,) * len(RULES)
    middle, half, over = low + high, high - low, 2 * span.over
    return tuple(
        Span(middle - below * half, middle + above * half, over, low_closed, high_closed)
        for below, above, low_closed, high_closed in HALVES
    )


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


def _strength(tested: Stands, tried: Sequence[Tried], scale: Fraction | None) -> Fraction:
    """The share of plausible figures that would have failed, as Result.strength defines it.

    Counted, not enumerated: v + offset meets what is computed exactly if v lies in that less
    the offset, which is a span again. All is counted in units of the last printed place.
    """
    place, value = tested.place, tested.value
    if scale is None:
        computed = tried[0][0]
        scale = value
        if computed.low is not None and computed.high is not None:
            scale = Fraction(computed.low + computed.high, 2 * computed.over)
    middle, over = scale.numerator * place.denominator, scale.denominator * place.numerator
    least, most = sorted((middle, 4 * middle))
    candidates = range(-(-least // (2 * over)), most // (2 * over) + 1)
    if not candidates or not scale:
        return Fraction(0)
    passing = []
    over = place.numerator * value.denominator
    for computed, printed in tried:
        offset = printed * value.denominator - value.numerator
        within = (computed * value.denominator - offset) * place.denominator / over
        numbers = within.integers(candidates)
        if numbers:
            passing.append(numbers)
    passed, end = 0, candidates.start
    for numbers in sorted(passing, key=lambda numbers: numbers.start):
        passed += max(0, numbers.stop - max(end, numbers.start))
        end = max(end, numbers.stop)
    return 1 - Fraction(passed, candidates.stop - candidates.start)


def _off(computed: Interval, printed: Interval, place: Fraction) -> int:
    """By how many units of the last printed place two intervals miss each other at least."""
    below, above = facing(computed, printed)
    return max(1, ceil((above - below) / place))


def _weight(code: str, computed: Interval, printed: Interval) -> str:
    """What a mismatch turns over: a direction, a rank, or the digits of a figure only."""
    if code in ("growth", "duration") and _apart_at(computed, printed, 0):
        return "direction"
    if code == "order":
        return "rank"
    if code == "share" and _apart_at(computed, printed, 100):
        return "part"
    if code == "parts" and above(computed, printed):
        return "pieces"
    return "digits"


def _right(tested: Reading, face: Span | None) -> tuple[str, ...]:
    """The tested phrase with the number that the others give as they are printed.

    () where they give none, where its own isn't printed in digits, or where it would be negative.
    """
    printed = misprints.DIGITS.search(tested.phrase)
    if not printed or face is None or not face.bounded or not isinstance(tested.value, Fraction):
        return ()
    digits = printed[0].replace(",", "")
    number = Fraction(digits)
    if not number or not tested.value:
        return ()
    decimals = len(digits.partition(".")[2])
    meant = face.interval.middle * number / tested.value
    right = words.count(meant, decimals).replace("−", "-")
    if right.startswith("-") or not any(digit in right for digit in "123456789"):
        return ()
    right = right if "," in printed[0] else right.replace(",", "")
    return (tested.phrase.replace(printed[0], right, 1),)


def above(a: Interval, b: Interval) -> bool:
    """Whether all of the first interval lies above all of the second, which it doesn't meet."""
    return a.low is not None and b.high is not None and a.low >= b.high


def _apart_at(a: Interval, b: Interval, point: int) -> bool:
    """Whether the two intervals lie on opposite sides of a point that neither holds."""
    at = Interval.point(point)
    if point in a or point in b:
        return False
    return (above(a, at) and above(at, b)) or (above(b, at) and above(at, a))


def _decimals(reading: Reading, place: Fraction) -> int:
    """One decimal more than a figure prints."""
    decimals = 0
    while place.numerator * 10**decimals < place.denominator:
        decimals += 1
    return decimals + 1 if reading.unit in RATIOS or decimals else decimals
