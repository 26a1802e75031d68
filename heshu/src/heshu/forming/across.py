"""Joins of levels that stand apart: two years, multiples, prices and averages, small counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from heshu import equations, relations
from heshu.forming.discovered import beyond_chance
from heshu.forming.window import SERIES, Window, fits, tied
from heshu.messages import facing
from heshu.reading import CURRENCIES, RATIOS
from heshu.relations import CONSISTENT, INCONSISTENT, Result, strictly
from heshu.statements import SAID, Statement, core

REPEATED = 1 << 9
growth = lru_cache(REPEATED)(relations.growth)
average = lru_cache(REPEATED)(relations.average)
multiple = lru_cache(REPEATED)(equations.multiple)
product = lru_cache(REPEATED)(equations.product)
annual = lru_cache(REPEATED)(equations.annual)
possible_share = lru_cache(REPEATED)(equations.possible_share)

# A count and what it is divided into stand so near to each other, counted in figures
NEAR = 10
PEOPLE = ("人", "人次", "名", "位")


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for i, one in enumerate(statements):
        if one.role == "rate" and one.of and one.of.role == "level":
            yield from _on_year(window, one, one.of)
            yield from _annual(window, one, one.of)
        elif one.role == "multiple":
            yield from _multiple(window, statements, i)
        elif one.role == "level" and _worked_out(one):
            yield from _average(window, one)
        elif one.role in ("percent", "share") and i and statements[i - 1].role == "level":
            yield from _small(window, statements[i - 1], one)
        if one.role == "level":
            yield from _earlier(window, one)


def _year(one: Statement) -> int:
    return int(one.time[:4]) if re.fullmatch(r"\d{4}(?:-12-31)?", one.time) else 0


def _on_year(window: Window, rate: Statement, level: Statement) -> Iterator[Result]:
    """Growth against the level of the year before, elsewhere in the text."""
    base_year = _base_year(rate, level)
    if not base_year:
        return
    for base in window.before(level, level.unit):
        if _year(base) == base_year and _same_series(base, level):
            yield from _grew(window, base, level, rate)
            return


def _earlier(window: Window, base: Statement) -> Iterator[Result]:
    """Growth of a level before, on this one: the base comes second."""
    year = _year(base)
    if not year:
        return
    for level in window.before(base, base.unit):
        if _year(level) <= year or not _same_series(base, level):
            continue
        for rate in level.told:
            if rate.role == "rate" and _base_year(rate, level) == year:
                yield from _grew(window, base, level, rate)
                return


def _base_year(rate: Statement, level: Statement) -> int:
    """The year that a rate is measured against, 0 where it isn't told."""
    year = _year(level)
    if not year or rate.worked or any(one.role == "prior" for one in level.told):
        return 0
    if named := re.search(r"\d{4}", rate.base):
        return int(named[0]) if re.fullmatch(r"\d{4}年?(?:全年|[末底])?", rate.base) else 0
    return year - 1 if rate.base in ("上年", "去年", "同比", "上一年度") else 0


def _same_series(one: Statement, other: Statement) -> bool:
    """Whether two levels may be of one series: their names end alike."""
    names = core(one.name), core(other.name)
    if not all(names) or one.time[4:] != other.time[4:]:
        return False
    return names[0] == names[1] or names[0][-4:] == names[1][-4:]


def _grew(window: Window, base: Statement, level: Statement, rate: Statement) -> Iterator[Result]:
    readings = base.found.reading, level.found.reading, rate.found.reading
    result = tied(strictly(growth(*readings, falling=rate.falling)), base, level, rate)
    named_alike = core(base.name) == core(level.name)
    if fits(result) or (named_alike and not window.comparable(level, rate)):
        yield result


def _annual(window: Window, rate: Statement, level: Statement) -> Iterator[Result]:
    """年均增长 from one named year to another."""
    if not re.search("年均|年平均|平均每年|每年平均", rate.lead) or rate.unit != "%":
        return
    bases = [one for one in level.told if one.role == "prior" and one.unit == level.unit]
    if level.number > 1 and not bases:
        bases = [
            one
            for one in window.levels
            if one.number == level.number - 1
            and one.unit == level.unit
            and one.sentence == level.sentence
            and SAID["reached"].search(level.words)
        ]
    years = [int(year) for base in bases for year in re.findall(r"([12]\d{3})年", base.lead)[-1:]]
    ends = [int(year) for year in re.findall(r"([12]\d{3})年", level.lead)[-1:]]
    if len(bases) == len(years) == len(ends) == 1 and 1 < ends[0] - years[0] < 60:
        result = annual(
            bases[0].found.reading, level.found.reading, rate.found.reading, ends[0] - years[0]
        )
        if fits(result) or not window.comparable(bases[0], level, rate):
            yield tied(result, bases[0], level, rate)


def _multiple(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """是2011年的2.4倍, 是原来的2.5倍."""
    told = statements[i]
    level = told.of
    if level is None or level.role != "level" or told.found.reading.kind != "multiple_to":
        return
    base = None
    if year := SAID["times of year"].search(told.lead + told.found.phrase):
        for one in window.before(level, level.unit):
            near = one.paragraph == level.paragraph and level.sentence - one.sentence <= 1
            if near and year["year"] in (one.time[:4], one.words[:4]):
                base = one
                break
    elif SAID["times of before"].search(told.lead + told.found.phrase):
        priors = [one for one in level.told if one.role == "prior" and one.unit == level.unit]
        earlier = [
            one
            for one in window.levels
            if one.number == level.number - 1
            and one.unit == level.unit
            and one.sentence == level.sentence
            and SAID["reached"].search(level.words)
        ]
        base = next(iter([*priors, *earlier]), None)
    if base is not None:
        result = multiple(level.found.reading, base.found.reading, told.found.reading)
        yield tied(result, level, base, told)


def _average(window: Window, one: Statement) -> Iterator[Result]:
    """人均, 每股 and the like: a total over a count, or a price times a number."""
    unit, _, each = one.unit.partition("/")
    near = [
        other
        for other in window.levels
        if 0 < abs(one.number - other.number) <= NEAR
        and other.paragraph == one.paragraph
        and other.role == "level"
        and not _worked_out(other)
    ]
    totals = [other for other in near if other.unit == unit]
    counted = (each,) if each else _counted(one)
    counts = [
        other
        for other in near
        if (other.unit in counted if counted else other.unit != unit) and other.unit not in RATIOS
    ]
    if SAID["price"].search(one.lead) and len(totals) == len(counts) == 1:
        (total,), (count,) = totals, counts
        if SAID["raised"].search(total.lead):
            readings = one.found.reading, count.found.reading, total.found.reading
            yield tied(product(*readings), one, count, total)
            return
    tried = len(totals) * len(counts)
    for total in totals:
        for count in counts:
            readings = total.found.reading, count.found.reading, one.found.reading
            result = average(*(replace(reading, unit="") for reading in readings))
            if beyond_chance(result, tried):
                yield _with_unit(tied(result, total, count, one), one)
                return
    if tried == 1 and counted and _sure_average(one, totals[0], counts[0]):
        readings = totals[0].found.reading, counts[0].found.reading, one.found.reading
        result = average(*(replace(reading, unit="") for reading in readings))
        if result.verdict == INCONSISTENT and _far(result):
            yield _with_unit(tied(result, totals[0], counts[0], one), one)


def _worked_out(one: Statement) -> bool:
    return "/" in one.unit or bool(SAID["per"].search(one.words))


def _with_unit(result: Result, one: Statement) -> Result:
    return replace(result, message=replace(result.message, unit=one.unit))


def _sure_average(one: Statement, total: Statement, count: Statement) -> bool:
    """Whether an average can be of nothing else: of income a head it can, of a price it can't."""
    if _series(one) or _series(total):
        return False
    near = one.sentence == total.sentence == count.sentence and total.time == count.time
    return near and bool(SAID["sure average"].search(one.words))


def _series(one: Statement) -> bool:
    return bool(SERIES.search(one.name))


def _far(result: Result) -> bool:
    """Whether a mismatch is more than a matter of how totals were rounded before."""
    if not (result.computed and result.printed and result.computed.bounded):
        return False
    below, above = facing(result.computed, result.printed)
    return (above - below) * 200 > result.computed.middle


def _counted(one: Statement) -> tuple[str, ...]:
    """The units of what an average is told for each of; () where any may be."""
    if each := SAID["each"].search(one.words):
        return PEOPLE if each["unit"] in PEOPLE else (each["unit"],)
    if "人均" in one.words:
        return PEOPLE
    if match := SAID["each one"].search(one.words):
        return (match["unit"],)
    if one.unit in CURRENCIES and ("均价" in one.words or "价格" in one.words):
        return ("平方米", "股", "吨", "套")
    return ()


def _small(window: Window, count: Statement, told: Statement) -> Iterator[Result]:
    """28名受访者中，19.3%…: a share that no whole number of so few has."""
    words = window.between(count, told)
    if not SAID["among"].fullmatch(words) or count.unit in RATIOS or told.unit != "%":
        return
    result = possible_share(count.found.reading, told.found.reading)
    if result is not None and result.verdict in (CONSISTENT, INCONSISTENT):
        yield tied(result, count, told)
