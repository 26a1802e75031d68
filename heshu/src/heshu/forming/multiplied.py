"""Products that a text writes out: 住院伙食补助费3700元（37天×100元/天）, 37天×100元/天=3700元 and
误工费28050元（按每天187元计算，共150天）.

The factors are read as they are set, and not as rounded numbers. Days and years are among them,
which are no levels, so that these are joined from the figures, and not from what is told of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from heshu.equations import product
from heshu.finding import Found
from heshu.intervals import Interval
from heshu.relations import Result

# A product has so many factors at most
FACTORS = 6
# A sentence without any of these multiplies nothing
MARKS = re.compile("[×＊*xX]|[（(](?:[按以])?每|[（(][^（）()]{2,12}[，、,]按?每")
# What stands between two factors, after the last and before the first
TIMES = re.compile(r"(?:/?[一-鿿]{1,3})?[×＊*xX](?:每[一-鿿])?")
OPENS = re.compile("[（(](?:即|计算方[法式][:：为]|按)?")
CLOSES = re.compile("(?:/?[一-鿿]{1,3})?[）)]")
EQUALS = re.compile("(?:/?[一-鿿]{1,3})?[=＝]")
# 按每天187元计算，共150天 and 150天，每天187元
EACH = re.compile("[（(](?:[按以])?每人?(?P<unit>[天日月年周个])")
SO_MANY = re.compile("(?:的?标准)?(?:计算?)?[，、,]?(?:共计?|计算?)?")
THEN_EACH = re.compile("[，、,](?:按)?每人?[天日月年周](?:按)?")
# Before the first factor of 37天×100元/天=3700元: no other operation
FREE = re.compile("[^+＋×＊*/÷)）\\-－−]?$")


def form(text: str, found: Sequence[Found]) -> Iterator[Result]:
    if not MARKS.search(text, found[0].start, found[-1].end + 1):
        return
    i = 0
    while i < len(found):
        factors = _chain(text, found, i)
        if len(factors) > 1:
            yield from _written(text, found, i, factors)
        elif len(found) > i + 2:
            yield from _each(text, *found[i : i + 3])
        i += max(1, len(factors) - 1)


def _chain(text: str, found: Sequence[Found], i: int) -> Sequence[Found]:
    """The figures from one on that signs of multiplication join."""
    last = i
    while last + 1 < len(found) and TIMES.fullmatch(text, found[last].end, found[last + 1].start):
        last += 1
    return found[i : last + 1]


def _written(
    text: str, found: Sequence[Found], i: int, factors: Sequence[Found]
) -> Iterator[Result]:
    last = i + len(factors) - 1
    if i and OPENS.fullmatch(text, found[i - 1].end, factors[0].start):
        if CLOSES.match(text, factors[-1].end):
            yield from _product(factors, found[i - 1])
        return
    start = factors[0].start
    free = FREE.fullmatch(text, max(0, start - 1), start)
    if (
        free
        and last + 1 < len(found)
        and EQUALS.fullmatch(text, factors[-1].end, found[last + 1].start)
    ):
        yield from _product(factors, found[last + 1])


def _each(text: str, amount: Found, one: Found, other: Found) -> Iterator[Result]:
    """28050元（按每天187元计算，共150天）, 28050元（150天，每天187元）."""
    if not CLOSES.match(text, other.end):
        return
    priced = EACH.fullmatch(text, amount.end, one.start)
    if priced:
        beside = SO_MANY.fullmatch(text, one.end, other.start)
    else:
        opened = OPENS.fullmatch(text, amount.end, one.start)
        beside = opened and THEN_EACH.fullmatch(text, one.end, other.start)
    if beside:
        yield from _product((one, other), amount)


def _product(factors: Sequence[Found], amount: Found) -> Iterator[Result]:
    """The product of factors one of which alone is in the unit of the amount: 40个（2米×5米） tells
    how long and how wide each is.
    """
    units = [one.reading.unit.partition("/")[0] for one in factors]
    if len(factors) > FACTORS or units.count(amount.reading.unit) != 1 or not amount.reading.unit:
        return
    if amount.reading.unit == "%" or amount.reading.interval is None:
        return
    values = []
    for one, unit in zip(factors, units, strict=True):
        value = one.reading.value
        if not isinstance(value, Fraction) or one.reading.qualifier not in ("rounded", "exact"):
            return
        if one.reading.kind not in ("quantity", "duration"):
            return
        values.append(value / 100 if unit == "%" else value)
    rest = Fraction(1)
    for value in values[1:]:
        rest *= value
    # A percentage that is a factor was set, and not rounded
    first, second = (
        replace(one.reading, unit="", interval=Interval.point(value), qualifier="exact")
        for one, value in zip(factors[:2], (values[0], rest), strict=True)
    )
    result = product(first, second, amount.reading)
    phrases = tuple(one.phrase for one in (*factors, amount))
    yield result.but(phrases=phrases).of((*factors, amount))
