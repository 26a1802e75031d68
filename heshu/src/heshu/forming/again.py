"""One quantity that is printed twice: in another unit beside it (3214.6千公顷（4821.9万亩）), in
another sentence, or where words go back to it (上述178件).

A long number is hardly printed twice by chance, so that it is one quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, islice

from heshu import relations
from heshu.forming.window import Window, tied
from heshu.intervals import Interval
from heshu.reading import RATIOS, Reading
from heshu.relations import CONSISTENT, Result
from heshu.statements import CONVERSIONS, Statement

REPEATED = 1 << 9
same = lru_cache(REPEATED)(relations.same)

# A number of so many digits is hardly met twice by chance, and so many are remembered
DIGITS, KEPT = 4, 128
# What words go back to is among so many levels before, and has so many digits, or with a slip
BACK, COUNTED, SLIPPED = 12, 2, 3
NUMBER = re.compile(r"\d[\d,，]*(?:\.\d+)?")
GOES_BACK = re.compile("(?:^|[，；：对在将把])(?:上述|前述|这|该)(?:共|总共)?$")

# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("level", "prior", "led", "change"))


class Again:
    """Remembers the long numbers of a text, by what they are in which unit."""

    def __init__(self) -> None:
        self.met: dict[tuple[str, float], Statement] = {}

    def form(self, window: Window, statements: list[Statement]) -> Iterator[Result]:
        for one in statements:
            if one.again is not None:
                times = CONVERSIONS[one.unit, one.again.reading.unit]
                result = same(_rounded(one.found.reading), _rounded(one.again.reading), times)
                yield result.of((one.found, one.again))
            if one.role != "level" or one.unit in RATIOS:
                continue
            if GOES_BACK.search(one.words):
                yield from _gone_back_to(window, one)
            elif len(_digits(one)) >= DIGITS:
                yield from self._long(one)

    def _long(self, one: Statement) -> Iterator[Result]:
        key = one.unit, one.value
        before = self.met.setdefault(key, one)
        if before.sentence != one.sentence:
            result = _same(before, one)
            if result.verdict == CONSISTENT:
                yield result
        if len(self.met) > KEPT:
            del self.met[next(iter(self.met))]


def _rounded(reading: Reading) -> Reading:
    """A whole number of another unit, which is rounded as any other: 197.56公顷（2963亩）."""
    if not reading.stands_for.exact:
        return reading
    whole = Interval.around(reading.stands_for.ends[0], Fraction(1))
    return replace(reading, interval=whole, qualifier="rounded")


def _gone_back_to(window: Window, one: Statement) -> Iterator[Result]:
    """上述178件: a level before that is the same, or, where none is, the one that a slip parts."""
    number = _digits(one)
    if len(number) < COUNTED:
        return  # 这两类, 这9家: of some of them
    before = list(islice(window.before(one, one.unit), BACK))
    alike = [other for other in before if other.value == one.value]
    if alike:
        yield _same(alike[0], one)
        return
    if any(abs(total - one.value) < 0.5 for total in accumulate(o.value for o in before)):
        return  # 甲96件、乙72件，上述168件
    slips = {_digits(other): other for other in before if _one_slip(number, _digits(other))}
    if len(number) >= SLIPPED and len(slips) == 1:
        yield _same(next(iter(slips.values())), one)


def _same(before: Statement, one: Statement) -> Result:
    return tied(same(before.found.reading, one.found.reading), before, one)


def _digits(one: Statement) -> str:
    """The digits of a number, without noughts at its ends."""
    said = NUMBER.search(one.found.phrase)
    return re.sub(r"[,，.]", "", said[0]).strip("0") if said else ""


def _one_slip(number: str, other: str) -> bool:
    """Whether one digit is another, or two side by side have changed places."""
    if len(number) != len(other):
        return False
    off = [i for i, (a, b) in enumerate(zip(number, other, strict=True)) if a != b]
    if len(off) == 2 and off[1] == off[0] + 1:
        first, second = off
        return (number[first], number[second]) == (other[second], other[first])
    return len(off) == 1
