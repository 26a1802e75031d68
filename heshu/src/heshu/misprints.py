"""Misprints: what a number can have been before one slip of the hand.

Another digit, two neighbouring digits that have changed places, a decimal point or a unit (万 for
亿) that has moved. A misfit that no such slip explains is seldom one of the writer's: more often
the figures don't belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from heshu.spans import Span

DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
RATIO = re.compile("[:：∶]")
# A place too many or too few, none for 万 or 亿 for 万, none for 亿, and the other way round
MOVED = tuple(
    Span.point(times)
    for times in (
        *(Fraction(1, 10**power) for power in (8, 4, 1)),
        *map(Fraction, (10, 10**4, 10**8)),
    )
)
# 85个百分点 for 85个基点, and the other way round
POINTS = {"百分点": Span.point(Fraction(1, 100)), "基点": Span.point(100)}
# Of so many figures it is kept what they can have been
KEPT = 1 << 8


@lru_cache(KEPT)
def slips(phrase: str) -> tuple[Span, ...]:
    """What a printed figure can have been before a slip of its digits, each as the number by which
    what it is is multiplied, in their order; () for one that isn't printed in digits.

    A ratio of two can have another first or second term.
    """
    first, *second = RATIO.split(phrase)
    times = [*_times(first)]
    for term in second[:1]:
        times += [Span(one.over, one.over, one.low) for one in _times(term) if one.low]
    times += [other for unit, other in POINTS.items() if phrase.endswith(unit)]
    return tuple(sorted(times, key=_value))


def _value(times: Span) -> float:
    return (times.low or 0) / times.over


def _times(term: str) -> Iterator[Span]:
    """By what a number is multiplied to be what it can have been."""
    printed = DIGITS.search(term)
    number = int(re.sub(r"[,.]", "", printed[0])) if printed else 0
    for change in (*swapped(number), *_retyped(number)) if number else ():
        if number + change > 0:
            yield Span(number + change, number + change, number)


def _retyped(number: int) -> Iterator[int]:
    """By how much a whole number is off if one of its digits is another."""
    place, rest = 1, number
    while rest:
        rest, digit = divmod(rest, 10)
        # A digit too many at the front is one before another that isn't 0
        front = not rest and (number - digit * place) * 10 < place
        for other in range(int(front), 10):
            if other != digit:
                yield (other - digit) * place
        place *= 10


def swapped(number: int) -> Iterator[int]:
    """By how much a whole number is off if two neighbouring digits have changed places."""
    digits = [int(digit) for digit in str(number)]
    for i, (one, following) in enumerate(pairwise(digits)):
        if one != following:
            yield 9 * (following - one) * 10 ** (len(digits) - 2 - i)
