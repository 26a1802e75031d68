"""Slips of the hand: a digit, two digits changed over, 万 for 亿.

A list that doesn't add up may leave something out, and a rate be of another whole. That the
figures are off by just what one such slip makes is rare by chance, where they have digits enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

from heshu import misprints
from heshu.reading import Reading
from heshu.relations import CONSISTENT, INCONSISTENT, Result
from heshu.statements import Statement
from heshu.testing import stands

# Figures of fewer digits are off by one digit too easily
DIGITS = 4
# By so much a last digit is off that rounding doesn't explain
FAR = 3
# So near in units of its last place is a rate that was meant, in tenths or less
CLOSE, TENTH = 4, 0.1001
# How likely chance may be where no words call a list all of its total
LISTED = Fraction(1, 10)
# where pieces are more than what they may be of
EXCESS = Fraction(1, 25)
# and where what is missing may be what the list leaves out
PARTIAL = Fraction(1, 200)
# and where no words join figures at all
LUCK = 0.2
# So far apart are the last places of what one unit parts
APART = 1000
SUMS = frozenset({"parts", "difference"})
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
    exact = [value for value in values if isinstance(value, Fraction) and value.numerator > 0]
    if len(exact) < len(values):
        return False
    places = [place_of(one.found.reading) for one in figures]
    if len(set(places)) == 1:
        places = [_known_to(exact, places[0])] * len(places)
    numbers = [_in_units(value, place) for value, place in zip(exact, places, strict=True)]
    long = [number >= 10 ** (DIGITS - 1) for number in numbers]
    if not long[0]:
        return False
    if len(set(places)) > 1:
        return any(
            _sums([*exact[:i], value * unit, *exact[i + 1 :]])
            for i, value in enumerate(exact)
            for _, unit in UNITS
        )
    missing = numbers[0] - sum(numbers[1:])
    return _one_slip(missing) and any(
        long[i] and right > 0 and right in _mended(int(number))
        for i, number, right in _righted(numbers, missing)
    )


def one_slip(total: Statement, pieces: Sequence[Statement]) -> bool:
    """Whether any one digit, or two that have changed places, part a total from the sum of pieces
    that words leave no doubt are all of it, whatever chance may do.
    """
    figures = [total, *pieces]
    values = [one.found.reading.value for one in figures]
    places = {place_of(one.found.reading) for one in figures}
    exact = [value for value in values if isinstance(value, Fraction) and value.numerator > 0]
    if len(exact) < len(values) or len(places) > 1:
        return False
    place = places.pop()
    numbers = [_in_units(value, place) for value in exact]
    missing = numbers[0] - sum(numbers[1:])
    return any(
        isinstance(number, int) and isinstance(right, int) and _one_off(str(number), str(right))
        for _, number, right in _righted(numbers, missing)
    )


def _one_off(number: str, other: str) -> bool:
    """Whether numbers differ in one digit, or in the order of two neighbours."""
    if len(number) != len(other):
        return False
    apart = [i for i, (one, two) in enumerate(zip(number, other, strict=True)) if one != two]
    if len(apart) == 2:
        i, j = apart
        return j == i + 1 and (number[i], number[j]) == (other[j], other[i])
    return len(apart) == 1


def sum_apart(
    total: Statement, pieces: Sequence[Statement], among: int = 1, whole: bool = False
) -> bool:
    """Whether a slip in one figure, and hardly chance, parts a total from the sum of pieces that
    no words call all of it, or that `whole` words do.

    What a list leaves out can be any number below its total, so that the slips that there can be,
    over what the total can be in units of its last place, are how likely chance is. `among` tells
    how many lists were tried. What is less than a hundred of these units may be a rest that
    isn't told.
    """
    figures = [total, *pieces]
    exact = [one.found.reading.value for one in figures]
    values = [value for value in exact if isinstance(value, Fraction) and value.numerator > 0]
    if len(values) < len(exact):
        return False
    places = [place_of(one.found.reading) for one in figures]
    finest = min(places)
    if max(places) > 10 * finest:
        return _unit_apart(figures, values, places, among)
    # 1864.3万元 beside 412.75万元 has lost a zero
    places = [finest] * len(places)
    place = _known_to(values, finest)
    numbers = [_in_units(value, place) for value in values]
    missing = numbers[0] - sum(numbers[1:])
    rest = 9 if whole else 100 * places[0] / place
    if -9 < missing < max(9, rest) or not _one_slip(missing):
        return False
    # Several slips are off by the same: each misfit counts once
    misfits = set()
    found = False
    for _, number, right in _righted(numbers, missing):
        mended = set(_mended(int(number)))
        misfits |= {abs(before - number) for before in mended}
        found = found or (right > 0 and right in mended)
    chance = LISTED if whole else PARTIAL if missing > 0 else EXCESS
    return found and len(misfits) * among <= chance * numbers[0]


def _unit_apart(
    figures: Sequence[Statement], values: list[Fraction], places: list[Fraction], among: int
) -> bool:
    """Whether 万 for 亿 parts a total from the sum, as sum_apart has it."""
    for word, other in UNITS:
        for i, value in enumerate(values):
            if word not in figures[i].found.phrase or places[i] * other != places[i - 1]:
                continue
            alike = len({*places[:i], *places[i + 1 :]}) == 1
            if alike and _nearly([*values[:i], value * other, *values[i + 1 :]], places[i - 1]):
                size = values[0] / _known_to(values, min(places))
                return len(figures) * among <= LISTED * size
    return False


def _known_to(values: Sequence[Fraction], place: Fraction) -> Fraction:
    """To what figures are known: round numbers to fewer digits, 16000, 12000 and 8000 to the
    thousand.
    """
    while all((value / place / 10).denominator == 1 for value in values):
        place *= 10
    return place


def _in_units(value: Fraction, place: Fraction) -> Fraction | int:
    """A number in units of its last place: whole, unless it was a fraction."""
    number = value / place
    return number.numerator if number.denominator == 1 else number


def _one_slip(missing: Fraction | int) -> bool:
    """Whether one slip of a digit can be off by so much, in units of the last place: another digit
    by one digit and zeros, two that have changed places by nine times that.
    """
    if not isinstance(missing, int):
        return True
    while missing and missing % 10 == 0:
        missing //= 10
    return abs(missing) < 10 or (missing % 9 == 0 and abs(missing) <= 81)


def _righted(
    numbers: Sequence[Fraction | int], missing: Fraction | int
) -> Iterator[tuple[int, Fraction | int, Fraction | int]]:
    """Each of a total and its pieces, and what it would have to be that they add up."""
    for i, number in enumerate(numbers):
        yield i, number, number - missing if i == 0 else number + missing


def _nearly(values: Sequence[Fraction], place: Fraction) -> bool:
    """Whether the first value is the sum of the others, all rounded at one place."""
    return abs(values[0] - sum(values[1:])) <= len(values) * place / 2


def _sums(values: Sequence[Fraction]) -> bool:
    return values[0] == sum(values[1:])


def place_of(reading: Reading) -> Fraction:
    """What a unit of the last printed digit is worth."""
    interval = reading.stands_for
    return interval.width if interval.bounded and not interval.exact else ONE


ONE = Fraction(1)


def _mended(number: int) -> Iterator[Fraction | int]:
    """What a figure can have been before a slip of its digits, in units of its last place."""
    yield from _retyped(number)
    yield from _swapped(number)


def _retyped(number: int, far: bool = False) -> Iterator[int]:
    """What a figure can have been that has another digit: of any but the last, which may be off by
    FAR at least if at all.
    """
    digits = str(number)
    own = number % 10
    for last in range(10) if far else ():
        if abs(last - own) >= FAR:
            yield number - own + last
    place = first = 10 ** (len(digits) - 1)
    for old in map(int, digits[:-1]):
        rest = number - old * place
        # A digit too many at the front is one before another that isn't 0
        front = place == first and 10 * rest < place
        for new in range(int(front), 10):
            if new != old:
                yield rest + new * place
        place //= 10


def _swapped(number: int, far: bool = False) -> Iterator[int]:
    """What a figure can have been of which two digits have changed places."""
    return (number + change for change in misprints.swapped(number))


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
    figures: Sequence[Statement],
    test: Test,
    glance: Glance,
    among: int | Fraction = 1,
    far: bool = True,
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
    tried = Fraction(0)
    for step in _steps(figures, far):
        tried += among * sum(len(befores) for _, befores, _ in step)
        for i, befores, mend in step:
            meant = numbers[:]
            for number, other in befores:
                meant[i] = number
                if not glance(meant):
                    continue
                result = test([*readings[:i], mend(readings[i], other), *readings[i + 1 :]])
                if result.verdict != CONSISTENT or result.strength is None:
                    continue
                if (1 - result.strength) * tried <= CHANCE:
                    return True
    return False


def nearly(result: Result, told: Statement) -> bool:
    """Whether a rate in tenths or less is wrong by so few units of its last place that hardly
    another one is meant: 96.6% for 96.7%.
    """
    computed = result.message.computed
    if result.verdict != INCONSISTENT or computed is None or not computed.bounded:
        return False
    low, high = map(float, computed.ends)
    unit = 2 * told.room
    near = abs((low + high) / 2 - told.value) < CLOSE * unit
    return near and 0 < unit <= TENTH and high - low <= unit


def surprising(result: Result) -> bool:
    """Whether chance hardly leaves figures that have nothing to do with each other one slip apart.

    How likely it is are all slips that there can be in them, times the part of its size to which
    the figure is known that is known least: of a sum, to which its total is.
    """
    figures = [one.reading for one in result.found]
    many = sum(len(misprints.slips(one.phrase)) for one in figures)
    values = [float(stands(one).value) for one in figures]
    if result.code in SUMS:
        places = [place_of(one) for one in figures]
        if max(places) >= APART * min(places):
            return True  # 万 for 亿 is plain to see
        known = float(max(places)) / max(values)
    else:
        rounded = [
            float(one.stands_for.width) / value
            for one, value in zip(figures, values, strict=True)
            if one.stands_for.bounded and value > 0
        ]
        known = max(rounded, default=1.0)
    return many * known <= LUCK


# What a figure can have been before a slip: to look at, and by what its reading is made
Befores = list[tuple[tuple[float, float], Fraction | int]]
Mend = Callable[[Reading, Any], Reading]


def _steps(figures: Sequence[Statement], far: bool) -> Iterator[list[tuple[int, Befores, Mend]]]:
    """The slips of a kind in each of some figures, the fewest first, and those of what was worked
    out, so that chance has had the least turns.
    """
    last = len(figures) - 1
    for units in (UNITS, TOO_MUCH):
        yield [(i, _units(one, units), _scaled) for i, one in enumerate(figures)]
    yield [(i, _digits(one, _swapped), _moved) for i, one in enumerate(figures)]
    yield [(last, _digits(figures[last], _retyped, far), _moved)]
    for i in sorted(range(last), key=lambda i: len(figures[i].found.phrase)):
        yield [(i, _digits(figures[i], _retyped), _moved)]


def _units(one: Statement, words: Sequence[tuple[str, Fraction]]) -> Befores:
    """A figure with 亿 for 万, and the other way round."""
    reading = one.found.reading
    if not isinstance(reading.value, Fraction) or reading.interval is None:
        return []
    return [
        ((one.value * float(unit), one.room * float(unit)), unit)
        for word, unit in words
        if word in one.found.phrase
    ]


Slips = Callable[[int, bool], Iterator[int]]


# A figure is held against several others
@lru_cache(1 << 6)
def _digits(one: Statement, slips: Slips, far: bool = False) -> Befores:
    """A figure before a slip of its digits; with `far` of the last one, too, where the slip is
    wider than rounding.
    """
    reading = one.found.reading
    value, interval = reading.value, reading.interval
    if not isinstance(value, Fraction) or interval is None or not interval.bounded:
        return []
    if value.numerator <= 0:
        return []
    middle, room, printed, place = one.value, one.room, float(value), place_of(reading)
    size, over = place.numerator, place.denominator
    return [
        ((middle + (number * size / over - printed), room), number)
        for number in slips(int(value / place), far)
        if number > 0
    ]


def _scaled(reading: Reading, unit: Fraction) -> Reading:
    assert isinstance(reading.value, Fraction)
    return replace(reading, value=reading.value * unit, interval=reading.stands_for * unit)


def _moved(reading: Reading, number: int) -> Reading:
    assert isinstance(reading.value, Fraction)
    value = number * place_of(reading)
    return replace(reading, value=value, interval=reading.stands_for + (value - reading.value))
