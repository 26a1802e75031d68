"""What is worked out by the mean population of a year: 人均地区生产总值, 出生率 and 死亡率.

The mean is that of both ends of the year, of which a text prints the second and by how much it is
above the first: 年末常住人口41.26万人，比上年末减少0.38万人. It may stand before or after, and some
paragraphs away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial

from heshu import equations
from heshu.forming.slips import mended, quotient
from heshu.forming.window import Window, beyond_chance, fits, tied
from heshu.reading import CURRENCIES, Reading
from heshu.relations import Result
from heshu.statements import BEFORE, CLAUSE, Statement

PEOPLE = re.compile("(?:常住|总|全[市县区省州旗]|年末)人口$")
# A part of them, or those of a sort
SOME = re.compile("[男女城乡镇村农]|岁|户籍|流动|少数")
YEAR_BEFORE = re.compile("^(?:上年末?|去年末?|上年底|年初)$")
A_HEAD = re.compile("人均(?:地区|国内)?(?:生产总值|GDP)")
OUTPUT = re.compile("(?<!人均)(?:地区|国内)?(?:生产总值|GDP)$")
VITAL = re.compile("^(?:全年|人口)*(出生|死亡)率")
# So many figures apart the number of births or deaths and its rate stand
NEAR = 3
THOUSAND = Fraction(1000)


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("level", "percent", "change"))


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for one in statements:
        if one.role == "change" and (people := _grown(one)):
            for told in [*window.levels]:
                if total := _total(window, told):
                    yield from _over_mean(total, people, one, told)
        elif total := _total(window, one):
            changed = [(level, step) for level in window.levels for step in _steps(level)]
            for level, step in changed[-1:]:
                yield from _over_mean(total, level, step, one)


def _grown(step: Statement) -> Statement | None:
    """The people of a place at the end of a year, where a change leads from the year before."""
    level = step.of
    if level is None or level.role != "level" or level.unit != step.unit != "%":
        return None
    named = PEOPLE.search(level.name) and not SOME.search(level.name)
    prior = _printed_before(level, step)
    words = CLAUSE.split(prior.lead)[-1].lstrip("比较与").removesuffix("的") if prior else ""
    base = words or step.base
    return level if named and YEAR_BEFORE.match(base) and level.unit == "人" else None


def _printed_before(level: Statement, step: Statement) -> Statement | None:
    """The level before, where it is printed: 比上年末的810.93万人增加1.53万人."""
    return next(
        (one for one in level.told if one.role == "prior" and one.number == step.number - 1), None
    )


def _steps(level: Statement) -> list[Statement]:
    return [one for one in level.told if one.role == "change" and _grown(one)]


def _total(window: Window, one: Statement) -> Statement | None:
    """What is divided by the people: the output, or the births or deaths before their rate."""
    if one.time.endswith(BEFORE):
        return None
    if one.role == "level" and one.unit in CURRENCIES and A_HEAD.search(one.words):
        found = [o for o in window.before(one, one.unit) if OUTPUT.search(o.name)]
        return found[0] if found and not found[0].time.endswith(BEFORE) else None
    vital = VITAL.search(one.name) if one.role == "percent" and one.unit == "‰" else None
    if vital:
        near = [o for o in window.before(one, "人") if one.number - o.number <= NEAR]
        return next((o for o in near if vital[1] in o.name), None)
    return None


def _over_mean(
    total: Statement, people: Statement, step: Statement, one: Statement
) -> Iterator[Result]:
    times = THOUSAND if one.unit == "‰" else Fraction(1)
    if prior := _printed_before(people, step):
        ends = (total, people, prior, one)
        both = partial(_of_both_ends, times)
        result = both([figure.found.reading for figure in ends])
        if beyond_chance(result, 2) or mended(ends, both, partial(_glance_at_both, times), 2):
            yield tied(result, *ends)
        return
    figures = (total, people, step, one)
    test = partial(_test, times, step.falling)
    readings = [figure.found.reading for figure in figures]
    result = tied(test(readings), *figures)
    alone = equations.average_per(readings[0], readings[1], readings[3], times)
    glance = partial(_glance, times, step.falling)
    if beyond_chance(result, 2) or (not fits(alone) and mended(figures, test, glance, 2)):
        yield result


def _of_both_ends(times: Fraction, readings: Sequence[Reading]) -> Result:
    total, end, start, one = readings
    mean = end
    if end.interval is not None and start.interval is not None:
        mean = replace(end, interval=(end.interval + start.interval) / 2)
    result = equations.average_per(total, mean, one, times)
    return result.but(phrases=tuple(reading.phrase for reading in readings))


def _glance_at_both(times: Fraction, numbers: Sequence[tuple[float, float]]) -> bool:
    (total, wide), (end, room), (start, spare), told = numbers
    scale = float(times)
    return quotient([(scale * total, scale * wide), ((end + start) / 2, (room + spare) / 2), told])


def _test(times: Fraction, falling: bool, readings: Sequence[Reading]) -> Result:
    total, people, step, one = readings
    return equations.average_of_mean(total, people, step, one, times, falling=falling)


def _glance(times: Fraction, falling: bool, numbers: Sequence[tuple[float, float]]) -> bool:
    (total, wide), (people, room), (step, spare), told = numbers
    mean = people + step / 2 if falling else people - step / 2
    scale = float(times)
    return quotient([(scale * total, scale * wide), (mean, room + spare / 2), told])
