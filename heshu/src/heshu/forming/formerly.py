"""What was before, where growths tell it: a share, an average, or a part's share of a growth.

民营企业进出口1204.7亿元，增长11.2%，占62.3%，比重提升2.9个百分点: what a part and its whole have
grown by tells what its share was. So it does of an average that is told of the year before
(平均单价7.58元，上年为7.96元), and of how much of the growth of a whole a part makes
(出口264.8亿元，增长34.1%，拉动外贸增长7.2个百分点).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import pairwise, permutations
from typing import NamedTuple

from heshu.forming.slips import mended
from heshu.forming.window import CHANCE, Window, tied
from heshu.reading import CURRENCIES, RATIOS, Reading
from heshu.relations import CONSISTENT, Result, held, missing_of, ratio_of
from heshu.spans import Span
from heshu.statements import BEFORE, SAID, Statement, core

# The part and the whole are among so many levels before, so many paragraphs back
LEVELS, PARAGRAPHS = 16, 3
# What a part does to the growth of a whole, and what it does where it makes that less
PULLS = re.compile("(?:拉[动高]|带动|推[动高]|贡献|影响)(?P<noun>[^，]*)$")
DRAGS = re.compile("(?:拉低|下拉|拖累)(?P<noun>[^，]*)$")
OF_GROWTH = re.compile("(?:的?增[长速幅]|上[涨升])$")
# Bases that are the year before
YEAR_BEFORE = re.compile(
    "^(?:[与同跟]?[比较])?(?:上|去|前一)年?(?:年?同期|年[末底]?)?的?[为是]?$|^同比$|^$"
)
# More slips may make sense where so many figures are joined by words, or by what they make
JOINED = Fraction(1, 3)
# How a level can have been told to grow, the surest first
GROWTHS = ("prior", "led", "change", "rate")

NEEDED = frozenset(("points", "prior", "led"))


class Grown(NamedTuple):
    """A level, and what tells its level before: this itself, a change or a rate."""

    level: Statement
    by: Statement


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for one in statements:
        if one.role == "points":
            pulls = PULLS.search(one.words) or DRAGS.search(one.words)
            grown = one.found.reading.kind == "growth"
            if pulls:
                yield from _pulled(window, one, core(OF_GROWTH.sub("", pulls["noun"])))
            elif grown and one.of is not None and one.of.unit == "%":
                yield from _of_ratio(window, one.of, one)
        elif one.role == "prior" and one.of is not None and one.of.unit == one.unit:
            yield from _of_ratio(window, one.of, one)
    for one, after in pairwise(statements):
        # 占比由上年同期的26.2%上升至32.5%
        if one.role == "led" and one.unit == "%" and after.role == "share":
            yield from _of_ratio(window, after, one)


def _levels(window: Window, one: Statement) -> list[Grown]:
    """The levels before a figure of which words tell how much they have grown."""
    grown: list[Grown] = []
    for level in reversed(window.levels):
        if one.number - level.number > 4 * LEVELS or len(grown) == LEVELS:
            break
        if level.number >= one.number or one.paragraph - level.paragraph > PARAGRAPHS:
            continue
        plain = level.role == "level" and level.unit not in RATIOS and level.value > level.room
        if not plain or level.time.endswith(BEFORE):
            continue
        by = _growth_of(level)
        if by is not None:
            grown.append(Grown(level, by))
    return grown


def _growth_of(level: Statement) -> Statement | None:
    """What tells most of what a level was: its own level before, a change, or a rate."""
    for role in GROWTHS:
        for one in level.told:
            alike = one.unit == ("%" if role == "rate" else level.unit)
            if one.role == role and alike and not one.worked and one.value + one.room:
                return one
    return None


# What a part does to the growth of its whole


def _pulled(window: Window, told: Statement, noun: str) -> Iterator[Result]:
    """餐饮收入11.76亿元，增长14.1%，拉动零售总额增长1.9个百分点."""
    grown = _levels(window, told)
    if not grown or grown[0].level.sentence != told.sentence:
        return
    part, *wholes = grown
    beside = [one for one in window.since(part.level.number + 1) if one.number < told.number]
    if any(one.role == "level" and one.number > part.by.number for one in beside):
        return
    wholes = [
        one
        for one in wholes
        if one.level.unit == part.level.unit and one.level.value > part.level.value
    ]
    called = [one for one in wholes if len(noun) > 1 and noun in one.level.name]
    drags = bool(DRAGS.search(told.words))
    for i, whole in enumerate(called or wholes):
        test = partial(_growth_made, _how(part), _how(whole), drags)
        figures = (*part, *whole, told)
        result = test([one.found.reading for one in figures])
        chance = 1 - (result.strength or 0)
        if result.verdict == CONSISTENT and (chance * (i + 1) <= CHANCE or len(called) == 1):
            yield tied(result, *figures)
            return
        glance = partial(_glance_at_growth, _how(part), _how(whole), drags)
        if (
            len(called) == 1
            and _sure(window, told, part, whole)
            and mended(figures, test, glance, JOINED)
        ):
            yield tied(result, *figures)


How = tuple[str, bool]


def _how(one: Grown) -> How:
    return one.by.role, one.by.falling


def _was(how: How, level: Span, by: Span) -> Span | None:
    """What a level was."""
    role, falling = how
    if role == "rate":
        times = (1 - by / 100 if falling else by / 100 + 1).intersect(Span(0, None))
        return times and ratio_of(level, times)
    if role == "change":
        return level + by if falling else level - by
    return by


def _was_about(how: How, level: float, by: float) -> float:
    role, falling = how
    if role == "rate":
        return level / max(1e-9, 1 - by / 100 if falling else 1 + by / 100)
    if role == "change":
        return level + by if falling else level - by
    return by


def _times(how: How, level: Span, by: Span) -> Span | None:
    """How many times what it was a level is; a rate tells it without the level."""
    if how[0] == "rate":
        return (1 - by / 100 if how[1] else by / 100 + 1).intersect(Span(0, None))
    was = _was(how, level, by)
    return was and ratio_of(level, was)


def _growth_made(part: How, whole: How, drags: bool, readings: Sequence[Reading]) -> Result:
    def points(level: Span, by: Span, total: Span, by_all: Span) -> Span | None:
        before = _was(whole, total, by_all)
        times = _times(part, level, by)
        less = times and ratio_of(Span.point(1), times)
        # What has fallen drags, and doesn't pull
        change = less and (less - 1 if drags else 1 - less).intersect(Span(0, None))
        over = before and change and ratio_of(level, before)
        return over and change and change * over * 100

    return _held("points", readings, points)


def _glance_at_growth(
    part: How, whole: How, drags: bool, numbers: Sequence[tuple[float, float]]
) -> bool:
    level, by, total, by_all, told = (value for value, _ in numbers)
    before = _was_about(whole, total, by_all)
    made = (level - _was_about(part, level, by)) * (-100 if drags else 100)
    return before > 0 and _near(made / before, told, numbers[-1][1])


def _held(code: str, readings: Sequence[Reading], allowed: Callable[..., Span | None]) -> Result:
    """A result that tells nothing of how the text rounds: what was before isn't printed."""
    result = held(code, readings, allowed, missing_of(readings))
    return result.but(under=frozenset())


def _near(one: float, told: float, room: float) -> bool:
    return abs(one - told) <= 0.1 * abs(told) + 3 * room


# A share or an average before


def _of_ratio(window: Window, now: Statement, told: Statement) -> Iterator[Result]:
    """What a share or an average was, or by how many points it has changed."""
    shared = now.unit == "%"
    if not shared and not (now.said["per"] or now.said["price"]):
        return
    part = now.of if shared and now.of is not None and now.of.role == "level" else None
    grown = [one for one in _levels(window, told) if one.level is not now]
    whole = 100 if shared else 1
    pairs = [
        (a, b)
        for a, b in permutations(grown, 2)
        if (part is None or a.level is part) and _makes(a.level, b.level, now, whole)
    ]
    falling = told.falling if told.role == "points" else None
    # 研发费用率5.88% may be that of a finer figure than two that make it, too
    sure = len(pairs) == 1 and (part is not None or not shared) and _sure(window, told, *pairs[0])
    for a, b in pairs:
        figures = (*a, *b, now, told)
        test = partial(_ratio_was, _how(a), _how(b), whole, falling)
        result = test([one.found.reading for one in figures])
        chance = 1 - (result.strength or 0)
        # That both make the ratio as it is now is hardly chance
        fitting = result.verdict == CONSISTENT
        fitting = fitting and (chance * len(pairs) <= CHANCE or len(pairs) == 1)
        glance = partial(_glance_at_ratio, _how(a), _how(b), whole, falling)
        if fitting or (sure and mended(figures, test, glance, JOINED)):
            yield tied(result, *figures)
            return


def _makes(a: Statement, b: Statement, now: Statement, whole: int) -> bool:
    """Whether two levels make a ratio, at a glance."""
    if whole == 100:
        if a.unit != b.unit:
            return False
    elif a.unit != now.unit.partition("/")[0] or b.unit == a.unit or b.unit in CURRENCIES:
        return False
    low, high = max(b.value - b.room, 1e-9), b.value + b.room
    least, most = whole * (a.value - a.room) / high, whole * (a.value + a.room) / low
    return least <= now.value + now.room and now.value - now.room <= most


def _ratio_was(
    a: How, b: How, whole: int, falling: bool | None, readings: Sequence[Reading]
) -> Result:
    """Of points, `falling` or not, or of the ratio as it was (None)."""

    def was(part: Span, by: Span, total: Span, by_all: Span, now: Span) -> Span | None:
        ratio = ratio_of(part, total)
        present = ratio and (ratio * whole).intersect(now)
        parts, wholes = _times(a, part, by), _times(b, total, by_all)
        less = parts and wholes and ratio_of(wholes, parts)
        if present is None or less is None:
            return None
        if falling is None:
            return present * less
        change = (less - 1 if falling else 1 - less).intersect(Span(0, None))
        return change and present * change

    code = "average" if whole == 1 else "share" if falling is None else "points"
    return _held(code, readings, was)


def _glance_at_ratio(
    a: How, b: How, whole: int, falling: bool | None, numbers: Sequence[tuple[float, float]]
) -> bool:
    part, by, total, by_all, now, told = (value for value, _ in numbers)
    before = _was_about(a, part, by), _was_about(b, total, by_all)
    if min(before) <= 0 or total <= 0:
        return False
    was = whole * before[0] / before[1]
    if falling is None:
        return _near(was, told, numbers[-1][1])
    return _near(was - now if falling else now - was, told, numbers[-1][1] + numbers[-2][1])


def _sure(window: Window, told: Statement, *grown: Grown) -> bool:
    """Whether nothing says that growths are on another basis, or since another time."""
    since = [_since(one.by) for one in grown]
    if len({*since, _since(told)}) > 1:
        return False
    return not any(
        window.comparable(one.level, one.by) or SAID["real"].search(one.by.words) for one in grown
    )


def _since(told: Statement) -> str:
    """Since when something is told to have grown: "" for the year before."""
    base = told.words if told.role in ("prior", "led") else told.base
    if told.role == "led" and SAID["earlier"].search(base):
        return ""
    return "" if YEAR_BEFORE.match(base) else base.removeprefix("比").removesuffix("的")
