"""Slips of the hand: a digit, two digits changed over, 万 for 亿.

A list that doesn't add up may leave something out, and a rate be of another whole. That the
figures are off by just what one such slip makes is rare by chance, where they have digits enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from itertools import pairwise

from heshu.intervals import Interval
from heshu.reading import Reading
from heshu.relations import CONSISTENT, INCONSISTENT, Result
from heshu.statements import Statement

# Figures of fewer digits are off by one digit too easily
DIGITS = 4
# By so much a last digit is off that rounding doesn't explain
FAR = 3
# How likely chance may be where no words call a list all of its total
LISTED = Fraction(1, 10)
# and where what is missing may be what the list leaves out
PARTIAL = Fraction(1, 100)
# 万 for 亿, and the other way round
UNITS = (("万", Fraction(10**4)), ("亿", Fraction(1, 10**4)))
# 万 where there should be none
TOO_MUCH = (("万", Fraction(1, 10**4)),)


def slip(total: Statement, pieces: Sequence[Statement]) -> bool:
    """Whether a total is the sum of pieces once a slip in one of these figures is mended.

    A last digit that is off may be what the list leaves out, and is no slip.
    """
    figures = [total, *pieces]
    values = [one.found.reading.value for one in figures]
    if any(not isinstance(value, Fraction) or value <= 0 for value in values):
        return False
    exact = [value for value in values if isinstance(value, Fraction)]
    places = [_place(one) for one in figures]
    if len(set(places)) == 1:
        places = [_known_to(exact, places[0])] * len(places)
    long = [value / place >= 10 ** (DIGITS - 1) for value, place in zip(exact, places, strict=True)]
    if not long[0]:
        return False
    if len(set(places)) > 1:
        return any(
            _sums([*exact[:i], value * unit, *exact[i + 1 :]])
            for i, value in enumerate(exact)
            for _, unit in UNITS
        )
    missing = exact[0] - sum(exact[1:])
    for i, (value, place) in enumerate(zip(exact, places, strict=True)):
        right = value - missing if i == 0 else value + missing
        if right > 0 and long[i] and right in _mended(value, place):
            return True
    return False


def sum_apart(total: Statement, pieces: Sequence[Statement], among: int = 1) -> bool:
    """Whether a slip in one figure, and hardly chance, parts a total from the sum of pieces that
    no words call all of it.

    What a list leaves out can be any number below its total, so that the slips that there can be,
    over what the total can be in units of its last place, are how likely chance is. `among` tells
    how many lists were tried. What is less than a hundred of these units may be a rest that
    isn't told.
    """
    figures = [total, *pieces]
    exact = [one.found.reading.value for one in figures]
    values = [value for value in exact if isinstance(value, Fraction) and value > 0]
    if len(values) < len(exact):
        return False
    places = [_place(one) for one in figures]
    least = min(places)
    missing = values[0] - sum(values[1:])
    size = values[0] / _known_to(values, least)
    for word, other in UNITS:
        for i, value in enumerate(values):
            if word not in figures[i].found.phrase or places[i] * other != places[i - 1]:
                continue
            alike = len({*places[:i], *places[i + 1 :]}) == 1
            if alike and _nearly([*values[:i], value * other, *values[i + 1 :]], places[i - 1]):
                return len(figures) * among <= LISTED * size
    if len(set(places)) > 1 or -10 * least < missing < 100 * least:
        return False
    tried = 0
    found = False
    for i, (value, place) in enumerate(zip(values, places, strict=True)):
        right = value - missing if i == 0 else value + missing
        mended = set(_mended(value, place))
        tried += len(mended)
        found = found or (right > 0 and right in mended)
    return found and tried * among <= (PARTIAL if missing > 0 else LISTED) * size


def _known_to(values: Sequence[Fraction], place: Fraction) -> Fraction:
    """To what figures are known: round numbers to fewer digits, 16000, 12000 and 8000 to the
    thousand.
    """
    while all((value / place / 10).denominator == 1 for value in values):
        place *= 10
    return place


def _nearly(values: Sequence[Fraction], place: Fraction) -> bool:
    """Whether the first value is the sum of the others, all rounded at one place."""
    return abs(values[0] - sum(values[1:])) <= len(values) * place / 2


def _sums(values: Sequence[Fraction]) -> bool:
    return values[0] == sum(values[1:])


def _place(one: Statement) -> Fraction:
    """What a unit of the last printed digit is worth."""
    interval = one.found.reading.stands_for
    return interval.width if interval.bounded and not interval.exact else Fraction(1)


def _mended(value: Fraction, place: Fraction) -> Iterator[Fraction]:
    """What a figure can have been before a slip of its digits."""
    yield from _retyped(value, place)
    yield from _swapped(value, place)


def _retyped(value: Fraction, place: Fraction, far: bool = False) -> Iterator[Fraction]:
    """What a figure can have been that has another digit: of any but the last, which may be off by
    FAR at least if at all.
    """
    digits = str(int(value / place))
    for last in range(10) if far else ():
        if abs(last - int(digits[-1])) >= FAR:
            yield int(f"{digits[:-1]}{last}") * place
    for i, old in enumerate(digits[:-1]):
        for new in "0123456789":
            if new != old:
                yield int(digits[:i] + new + digits[i + 1 :]) * place


def _swapped(value: Fraction, place: Fraction, far: bool = False) -> Iterator[Fraction]:
    """What a figure can have been of which two digits have changed places."""
    digits = str(int(value / place))
    for i, (old, following) in enumerate(pairwise(digits)):
        if following != old:
            yield int(digits[:i] + following + old + digits[i + 2 :]) * place


Test = Callable[[Sequence[Reading]], Result]
# Whether numbers can pass a test: each as the middle of what a figure stands for and half its width
Glance = Callable[[Sequence[tuple[float, float]]], bool]
# How likely chance may be where words join the figures: a tenth of those that they join wrongly
CHANCE = Fraction(1, 10)


def quotient(numbers: Sequence[tuple[float, float]]) -> bool:
    """Whether the first of three numbers over the second can be the third."""
    (part, spare), (whole, wide), (told, room) = numbers
    if whole <= wide or not (part or spare) or not (told or room):
        return True
    # A quotient was rounded even where it is printed as a whole number
    room = room or 0.5
    least, most = (part - spare) / (whole + wide), (part + spare) / (whole - wide)
    return told - room <= most * 1.000001 and least * 0.999999 <= told + room


def percentage(numbers: Sequence[tuple[float, float]]) -> bool:
    """Whether the first of three numbers can be the third in per cent of the second."""
    (part, spare), *others = numbers
    return quotient([(100 * part, 100 * spare), *others])


def mended(
    figures: Sequence[Statement], test: Test, glance: Glance, among: int = 1, far: bool = True
) -> bool:
    """Whether figures that words join and that fail a test pass it once a slip in one is mended,
    and so that chance is unlikely over all the slips that there can be: of a unit and of two
    digits that have changed places first, of which there are few, and of one digit then.

    `among` tells how many joins the words leave open. `far` tells that the last one may be a slip
    in its last digit, too, where words leave no doubt of what it is worked out from. `glance`
    spares the test of what can't pass it.
    """
    readings = [one.found.reading for one in figures]
    if test(readings).verdict != INCONSISTENT:
        return False
    numbers = [(one.value, one.room) for one in figures]
    last = len(figures) - 1
    # The fewest first, and those of what was worked out, so that chance has had the least turns
    units = [(i, other) for i, one in enumerate(figures) for other in _units(one)]
    plain = [(i, other) for i, one in enumerate(figures) for other in _units(one, TOO_MUCH)]
    swaps = [(i, o) for i, one in enumerate(figures) for o in _digits(one, _swapped)]
    told = [(last, other) for other in _digits(figures[last], _retyped, far)]
    others = sorted(range(last), key=lambda i: len(figures[i].found.phrase))
    retyped = [[(i, other) for other in _digits(figures[i], _retyped)] for i in others]
    steps = [units, plain, swaps, told, *retyped]
    tried = 0
    for step in steps:
        tried += among * len(step)
        for i, (number, meant) in step:
            if not glance([*numbers[:i], number, *numbers[i + 1 :]]):
                continue
            result = test([*readings[:i], meant(), *readings[i + 1 :]])
            unlikely = result.strength is not None and (1 - result.strength) * tried <= CHANCE
            if result.verdict == CONSISTENT and unlikely:
                return True
    return False


# What a figure was before a slip, to look at, and how its reading is made
Before = tuple[tuple[float, float], Callable[[], Reading]]


def _units(one: Statement, words: Sequence[tuple[str, Fraction]] = UNITS) -> Iterator[Before]:
    """A figure with 亿 for 万, and the other way round."""
    reading = one.found.reading
    value, interval = reading.value, reading.interval
    if not isinstance(value, Fraction) or interval is None:
        return
    for word, unit in words:
        if word in one.found.phrase:
            times = float(unit)
            meant = partial(_replaced, reading, value * unit, interval * unit)
            yield (one.value * times, one.room * times), meant


Slips = Callable[[Fraction, Fraction, bool], Iterator[Fraction]]


def _digits(one: Statement, slips: Slips, far: bool = False) -> Iterator[Before]:
    """A figure before a slip of its digits; with `far` of the last one, too, where the slip is
    wider than rounding.
    """
    reading = one.found.reading
    value, interval = reading.value, reading.interval
    if not isinstance(value, Fraction) or interval is None or not interval.bounded or value <= 0:
        return
    near = float(value)
    place = _place(one)
    for other in slips(value, place, far):
        if other > 0:
            moved = one.value + (other.numerator / other.denominator - near)
            yield (moved, one.room), partial(_moved, reading, value, interval, other)


def _moved(reading: Reading, value: Fraction, interval: Interval, other: Fraction) -> Reading:
    return _replaced(reading, other, interval + (other - value))


def _replaced(reading: Reading, value: Fraction, interval: Interval) -> Reading:
    return replace(reading, value=value, interval=interval)
