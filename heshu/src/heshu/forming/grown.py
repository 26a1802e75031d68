"""By and to: a growth that its words lead to as a level, and that can only be one by so much.

存款余额5286.4亿元，比年初增加到371.8亿元 tells two levels of one thing at a time. A rate to which
an amount is said to grow is none of its levels, and is a slip where it is the rate by which that
amount has grown from another one near to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from heshu import relations
from heshu.equations import change, multiple
from heshu.forming.changes import grown_by, only
from heshu.forming.window import Window, telling, tied
from heshu.intervals import Interval
from heshu.messages import Message
from heshu.reading import RATIOS
from heshu.relations import CONSISTENT, INCONSISTENT, Result
from heshu.statements import Statement

REPEATED = 1 << 9
growth = lru_cache(REPEATED)(relations.growth)
same = lru_cache(REPEATED)(relations.same)

# The level that something grew from stands so near, counted in figures
NEAR = 4
# How likely chance may be over all the pairs of levels that a rate can lead between
CHANCE = Fraction(1, 20)
# What a level was, in per cent
ALL = 100
# A level that is so much of another one isn't what that has become
APART = 0.5


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("level", "percent"))


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for i, one in enumerate(statements):
        by = one.meant
        if by is None or by.of is None or by.worked or by.of.unit in RATIOS:
            continue
        after = statements[i + 1] if i + 1 < len(statements) else None
        if by.role == "change" and after is not None and after.role == "rate":
            readings = by.of.found.reading, one.found.reading, after.found.reading
            if telling(change(*readings, falling=by.falling)):
                continue  # what the change is told with tells more
        if by.role == "change" and one.unit == by.of.unit:
            yield from _to_another_level(statements, i, by)
        elif by.role == "rate" and _of_amount(statements[i - 1]):
            held = list(_to_rate(window, statements, i, by))
            yield from held or _to_less(one, by)


def _of_amount(before: Statement) -> bool:
    """Whether the figure before isn't itself a rate or share, which can rise to a rate."""
    return before.unit not in RATIOS


def _to_another_level(statements: list[Statement], i: int, by: Statement) -> Iterator[Result]:
    """比年初增加到371.8亿元, of what is 5286.4亿元 now."""
    one, level = statements[i], by.of
    # 净增到82万人 is what came in, whatever it was before
    net = one.words.endswith(("净增到", "净增至"))
    if level is None or not (by.base or net) or statements[i - 1].sentence != one.sentence:
        return
    if level.number != one.number - 1 and statements[i - 1].of is not level:
        return
    if one.said["total"] or one.value > APART * level.value:
        return
    result = same(level.found.reading, one.found.reading)
    if result.verdict == INCONSISTENT:
        yield only(result, "by", one, level)


def _to_less(one: Statement, by: Statement) -> Iterator[Result]:
    """收入142亿元，比上年增长到4.3%: what has grown is no such part of what it was."""
    level, told = by.of, one.found.reading
    if level is None or by.falling or one.unit != "%" or one.value + one.room >= ALL:
        return
    if not by.base or told.interval is None:
        return
    message = Message(told.phrase, "%", 0, weight="to less", right=(grown_by(one),))
    phrases = level.found.phrase, told.phrase
    grown = Interval(ALL, None)
    result = Result("growth", phrases, grown, told.interval, INCONSISTENT, None, message)
    yield tied(result, level, one)


def _to_rate(
    window: Window, statements: list[Statement], i: int, by: Statement
) -> Iterator[Result]:
    """同比上升到10.00%（上年7513件）, of 8264件."""
    one = statements[i]
    near = [
        other
        for other in [*window.since(one.number - 2 * NEAR), *statements[i + 1 : i + 1 + NEAR]]
        if other.unit not in RATIOS
        and abs(other.number - one.number) <= 2 * NEAR
        and other.role in ("level", "prior", "led")
        and other.paragraph == one.paragraph
    ]
    near = list(dict.fromkeys(near))
    levels = [level for level in near if level is by.of or 0 < one.number - level.number <= 2]
    pairs = [
        (base, level)
        for level in levels
        for base in near
        if base is not level and base.unit == level.unit and abs(base.number - one.number) <= NEAR
    ]
    for base, level in pairs:
        readings = base.found.reading, level.found.reading, one.found.reading
        result = growth(*readings, falling=by.falling)
        if result.verdict != CONSISTENT or result.strength is None:
            continue
        claim = multiple(level.found.reading, base.found.reading, one.found.reading)
        unlikely = (1 - result.strength) * len(pairs) <= CHANCE
        if unlikely and claim.verdict == INCONSISTENT:
            yield only(claim, "by", one, level, base)
            return
