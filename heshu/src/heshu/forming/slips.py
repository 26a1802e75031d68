"""Slips of the hand: a digit, two digits changed over, 万 for 亿.

A list that doesn't add up may leave something out. That its sum is off by just what one such
slip makes of figures of four digits and more is rare by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from heshu.statements import Statement

# Figures of fewer digits are off by one digit too easily
DIGITS = 4
# 万 for 亿, and the other way round
UNITS = (Fraction(10**4), Fraction(1, 10**4))


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
    long = [value / place >= 10 ** (DIGITS - 1) for value, place in zip(exact, places, strict=True)]
    if not long[0]:
        return False
    if len(set(places)) > 1:
        return any(
            _sums([*exact[:i], value * unit, *exact[i + 1 :]])
            for i, value in enumerate(exact)
            for unit in UNITS
        )
    missing = exact[0] - sum(exact[1:])
    for i, (value, place) in enumerate(zip(exact, places, strict=True)):
        right = value - missing if i == 0 else value + missing
        if right > 0 and long[i] and right in _mended(value, place):
            return True
    return False


def _sums(values: Sequence[Fraction]) -> bool:
    return values[0] == sum(values[1:])


def _place(one: Statement) -> Fraction:
    """What a unit of the last printed digit is worth."""
    interval = one.found.reading.stands_for
    return interval.width if interval.bounded and interval.width else Fraction(1)


def _mended(value: Fraction, place: Fraction) -> Iterator[Fraction]:
    """What a figure can have been before a slip, the last digit apart."""
    digits = str(int(value / place))
    for i, old in enumerate(digits[:-1]):
        for new in "0123456789":
            if new != old:
                yield int(digits[:i] + new + digits[i + 1 :]) * place
        following = digits[i + 1]
        if following != old:
            yield int(digits[:i] + following + old + digits[i + 2 :]) * place
