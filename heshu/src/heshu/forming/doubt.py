"""Doubt: what doesn't fit is an error of the text, or of its reading.

A writer errs in few ways: another digit, two digits changed over, a unit or a point that has moved,
growth by told as growth to, a share that is its neighbour's. What none of these explains is more
often a pair of figures that don't belong together, and is called doubtful: shown, and no error. So
is what only a slip in a figure explains that a sum of the text confirms, and what another figure
beside those explains that fits in the place of one of them, which chance hardly does.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from operator import add, attrgetter, sub
from typing import Any

from heshu.finding import Found
from heshu.intervals import Interval
from heshu.relations import CONSISTENT, DURATIONS, INCONSISTENT, Result
from heshu.statements import CLAUSE, PARTED, Statement
from heshu.testing import RATIOS, Stands, stands

# The codes of what words alone tell, whatever the numbers are, and names of years
SURE = frozenset({"annual", "grim", "reading", "same"})
# What no slip explains is more often joined wrongly than wrong
EXPLAINED = frozenset({"average", "change", "difference", "hundred", "ratio"})
# A year that is meant is hardly further from the one that is told
FAR = 10
# A whole number of 万 or 亿 that ends in 0, and may be known to the digit before it
ROUND = 500
# Of fewer than so many what is counted beside them is seldom a part
FEW = 20
# Money without 万 or 亿 is a price or what one person has, and points are marks: parts of none
LARGE = re.compile("[万亿]")
# How a finding weighs that knows what was told by mistake
KNOWN = frozenset({"by", "to", "points", "to less", "by level", "to level", "one year"})
# Those of lists, whose figures have rates of their own between them
LISTS = frozenset({"parts", "hundred"})
RATES = frozenset({"%", "倍", "个百分点"})
# So many relations are remembered, and so many figures
REMEMBERED, NEAR = 64, 48
# A sum of so many figures at least, and so strong, holds each to its last digit
SUMS, FIGURES, CONFIRMED = ("parts", "difference"), 3, Fraction(99, 100)
# A list of which one part is above its total has so many figures at least, and one more
PIECES = 3
# What is less than so small a part of a figure isn't taken together with it
LEAST = 20
# 问卷1146份: who answered, counted by their sheets
SHEETS = "份"
# So likely may chance be over all figures that are tried in the place of one
CHANCE = Fraction(1, 10)
# Readings of a number that can be tested
TESTABLE = frozenset({"quantity", "growth", "multiple_to"})

# What a total is called that is told after its parts
ADDED_UP = re.compile("[合共总]计|总共|一共|加起来|合起来")
# 比2018年增长: a base that has its year
YEAR = re.compile("(?:19|20)[0-9]{2}")

_start = attrgetter("start")


class Doubt:
    """Tells slips of the writer from figures that don't belong together."""

    def __init__(self) -> None:
        self.held: deque[Result] = deque(maxlen=REMEMBERED)
        self.shares: deque[Found] = deque(maxlen=REMEMBERED)
        self.near: deque[Found] = deque(maxlen=NEAR)
        self.fitting: deque[Result] = deque(maxlen=NEAR)
        self.guesses: list[Result] = []
        self.of_years: set[int] = set()
        self.sums: set[int] = set()
        # Where something else is told, and where clauses begin, of the figures that are near
        self.begun: deque[int] = deque(maxlen=NEAR)
        self.clauses: deque[int] = deque(maxlen=NEAR)

    def guessed(self, results: Sequence[Result]) -> None:
        """Keep what no words join, to be weighed with the other results of its sentence."""
        self.guesses = [one for one in results if one.verdict == INCONSISTENT]

    def weigh(
        self, results: Sequence[Result], statements: Sequence[Statement], figures: Sequence[Found]
    ) -> Iterator[Result]:
        """The results of a sentence, the doubtful ones told as such, with what its figures state;
        `figures` are those of this sentence and the one before.
        """
        self.held += [
            one
            for one in results
            if one.verdict == CONSISTENT and one.code in SUMS and len(one.found) >= FIGURES
        ]
        self.fitting += [one for one in results if one.verdict == CONSISTENT]
        told = self.shares[-1].start if self.shares else -1
        self.shares += [one for one in figures if one.reading.unit == "%" and one.start > told]
        self.near += [one.found for one in statements if one.found.reading.kind in TESTABLE]
        self.begun += [one.found.start for one in statements if PARTED.search(one.lead)]
        self.clauses += [one.found.start for one in statements if CLAUSE.search(one.lead)]
        self.sums = {one.found.start for one in statements if ADDED_UP.search(one.words)}
        self.of_years = {one.found.start for one in statements if YEAR.search(one.base)}
        for result in results:
            yield self._weighed(result, figures)
        self.guesses.clear()

    def _weighed(self, result: Result, figures: Sequence[Found]) -> Result:
        if result.verdict != INCONSISTENT or result.code in SURE:
            return result
        if result.code in ("part", "duration"):
            return result.doubted() if _misled(result) else result
        if result.code == "difference" and result.slips and not self._parted(result):
            return result
        if result.message.weight in KNOWN:
            return result
        if _roughly(result):
            return result.doubted(rough=True)
        other = None
        if not any(map(self._told_of_another, result.found)):
            other = _fitting(result, self.near, self.fitting)
        if other and result.found[result.tested].start in self.of_years:
            return result  # of another year than the one that is named
        if other or self._doubts(result, figures):
            return result.doubted(other.phrase if other else "")
        return result

    def _doubts(self, result: Result, figures: Sequence[Found]) -> bool:
        guessed = any(one is result for one in self.guesses)
        if result.slips == frozenset() and self._loose(result, guessed):
            return True
        if not guessed and _one_above(result):
            return False
        listed = result.code in LISTS and not guessed
        if _close(result, figures, listed) and (not guessed or _sure(result)):
            return False
        if self._copied(result.found[result.tested]) or result.slips is None:
            return False
        if max(result.slips, default=0) >= len(result.found):
            return False
        return all(self._confirmed(result.found[place]) for place in result.slips)

    def _loose(self, result: Result, guessed: bool) -> bool:
        """Whether words join figures so loosely that what no slip explains is seldom an error."""
        *levels, told = (one.start for one in result.found)
        if result.code == "points":
            # 比上年的51.2%下降17.3个百分点 leaves no doubt of one of the rates
            bound = any(self._together(level, told) for level in levels)
            bound = bound or any(map(self._copied, result.found))
            return not bound or self._parted(result)
        if result.code == "parts":
            # 三者含净额0.31亿元: told after its parts, and not called their sum
            total, *pieces = *levels, told
            return guessed and min(pieces) < total and total not in self.sums
        if result.code == "growth" and result.message.weight == "direction":
            return not self._together(*levels)
        return result.code in EXPLAINED

    def _together(self, *starts: int) -> bool:
        """Whether figures stand in one clause."""
        first, last = min(starts), max(starts)
        return not any(first < start <= last for start in self.clauses)

    def _parted(self, result: Result) -> bool:
        """Whether figures stand in several clauses."""
        first, *_, last = sorted(one.start for one in result.found)
        sentences = {one.sentence for one in result.found}
        return len(sentences) > 1 or any(first < start <= last for start in self.begun)

    def _confirmed(self, one: Found) -> bool:
        """Whether a sum that holds has a figure."""
        return any(
            any(other.start == one.start for other in held.found)
            and held.strength is not None
            and held.strength >= CONFIRMED
            for held in self.held
        )

    def _told_of_another(self, told: Found) -> bool:
        """Whether a percentage stands at another place too, where it fits."""
        return told.reading.unit == "%" and any(
            one.reading.unit == "%" and one.reading.value == told.reading.value
            for held in self.fitting
            for one in held.found
            if one.start != told.start
        )

    def _copied(self, told: Found) -> bool:
        """Whether a percentage stands at another place too."""
        return told.reading.unit == "%" and any(
            one.start != told.start and one.reading.value == told.reading.value
            for one in self.shares
        )


def _roughly(result: Result) -> bool:
    """Whether what doesn't fit does where whole 万 and 亿 that end in 0 are known to the digit
    before it: 780万人次 in 181 days are 43184 a day, from 7.8 million.
    """
    instead = {}
    for place, one in enumerate(result.found):
        if not LARGE.search(one.phrase) or "." in one.phrase:
            continue
        told = stands(one.reading)
        number = told.value / told.place
        if one.reading.qualifier == "rounded" and number >= ROUND and number % 10 == 0:
            interval = Interval.around(told.value, 10 * told.place)
            instead[place] = stands(replace(one.reading, interval=interval))
    return bool(instead) and result.passes(instead) is not None


def _misled(result: Result) -> bool:
    """Whether a part above its whole is a price, or no slip leads from a year to the one meant."""
    if result.code == "part":
        one = result.found[0]
        prices = one.reading.unit in ("元", "分") and not LARGE.search(one.phrase)
        # 主会场3项，各单位10项; 坠入3米深的洪水，追出1500米
        whole = result.found[1].reading.stands_for.high
        few = whole is not None and whole < FEW
        return prices or few or one.reading.unit in ("", "米")
    computed, printed = result.message.computed, result.message.printed
    if result.slips or computed is None or printed is None:
        return False
    years = DURATIONS.get(result.message.unit, 1)
    return min(map(abs, (computed - printed).ends)) > FAR * years


def _fitting(result: Result, near: Iterable[Found], fitting: Iterable[Result]) -> Found | None:
    """The figure with which others fit that don't without it, in the place of one of them of its
    unit or added to the one beside it, and so that chance is unlikely over all that stand as near.

    What fits elsewhere in a like relation belongs there.
    """
    own = {one.start for one in result.found}
    taken = {
        one.start
        for held in fitting
        if held.code == result.code and own.isdisjoint(one.start for one in held.found)
        for one in held.found
    }
    others = [one for one in near if one.start not in own | taken]
    others.sort(key=lambda one: min(abs(one.start - start) for start in own))
    tries = list(_moved(result, others))
    tries += [
        (other, {place: with_it})
        for place, one in enumerate(result.found)
        for other, with_it in _beside(one, others)
    ]
    for other in others:
        alike = [
            place
            for place, one in enumerate(result.found)
            # 4852件 of 12384件次
            if one.reading.unit in ("", other.reading.unit.removesuffix("次"), other.reading.unit)
            # 问卷1200户，有效1146份: who answered is counted by the sheets
            or (result.code == "share" and place == 1 and other.reading.unit == SHEETS)
        ]
        tries += [(other, {place: stands(other.reading)}) for place in alike]
        if result.code == "parts" and alike:
            # What is taken for the total may be a part of a larger one
            tries.append((other, {0: _joined(sub, other, result.found[0])}))
    for tried, (other, instead) in enumerate(tries, 1):
        strength = result.passes(instead)
        if strength is not None and (1 - strength) * tried <= CHANCE:
            return other
    return None


def _moved(result: Result, others: Sequence[Found]) -> Iterator[tuple[Found, dict[int, Stands]]]:
    """The figures told right before, or right after, each of the levels that a multiple is of: 男性
    461人，检出率36.10%，女性126人，检出率11.59%，前者为后者的3.1倍.
    """
    places = list(range(len(result.found)))
    del places[result.tested]
    levels = [result.found[place] for place in places]
    if result.found[result.tested].reading.unit != "倍" or len(levels) < 2:
        return
    for before in (True, False):
        beside = [
            max((one for one in others if one.start < level.start), key=_start, default=None)
            if before
            else min((one for one in others if one.start > level.start), key=_start, default=None)
            for level in levels
        ]
        told = [one for one in beside if one is not None]
        units = {one.reading.unit for one in told}
        if len({one.start for one in told}) == len(levels) and len(units) == 1:
            figures = zip(places, told, strict=True)
            yield told[0], {place: stands(one.reading) for place, one in figures}


def _beside(one: Found, others: Sequence[Found]) -> Iterator[tuple[Found, Stands]]:
    """The next amounts of the unit of one, before it and after it, and what each is with it."""
    if one.reading.kind not in TESTABLE or one.reading.unit in RATIOS:
        return
    alike = [other for other in others if other.reading.unit == one.reading.unit]
    before = max((other for other in alike if other.start < one.start), key=_start, default=None)
    after = min((other for other in alike if other.start > one.start), key=_start, default=None)
    for other in (before, after):
        if other is not None and LEAST * _value(other) >= _value(one):
            yield other, _joined(add, one, other)


def _value(one: Found) -> Fraction:
    return stands(one.reading).value


def _joined(join: Callable[[Any, Any], Any], one: Found, other: Found) -> Stands:
    first, second = stands(one.reading), stands(other.reading)
    spans = tuple(map(join, first.spans, second.spans))
    return Stands(spans, join(first.value, second.value), min(first.place, second.place))


def _one_above(result: Result) -> bool:
    """Whether of a list of several parts just one is above the total, which leaves room for it
    beside all others: 公路3905万人次，铁路8698万人次，水路241万人次 of 7836万人次.
    """
    if result.code != "parts" or len(result.found) <= PIECES:
        return False
    total, *pieces = (one.reading.stands_for for one in result.found)
    above = [one for one in pieces if total.high is not None and (one.low or 0) > total.high]
    others = sum((one.low or Fraction(0) for one in pieces if one not in above), Fraction(0))
    return len(above) == 1 and total.high is not None and others < total.high


def _sure(result: Result) -> bool:
    """Whether a part alone is above its total, which it can't be whatever the list leaves out, or
    a total is told after all its parts.
    """
    if result.code != "parts":
        return False
    total, *pieces = result.found
    least, *others = (one.reading.stands_for.low or 0 for one in result.found)
    return max(others) > least or all(one.start < total.start for one in pieces)


def _close(result: Result, figures: Sequence[Found], listed: bool) -> bool:
    """Whether no other figure stands between those that a result joins, dates apart, and rates of
    what is `listed`.
    """
    own = sorted(one.start for one in result.found)
    between = (one for one in figures if own[0] < one.start < own[-1])
    return own[0] >= figures[0].start and all(
        one.start in own or one.reading.kind == "date" or (listed and one.reading.unit in RATES)
        for one in between
    )
