"""Percentages with the amount that each is, or with the whole that they are of, right after them:
净额的45%（约4.78亿港元）, 承担70%的责任，即40051.55元, 覆盖率59.50%（国土面积2163.8万公顷）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise
from math import prod

from heshu import relations
from heshu.forming.window import CHANCE, Window, beyond_chance, fits, near_time, tied
from heshu.relations import INCONSISTENT, Result
from heshu.statements import BEFORE, SAID, Statement, core, named

share = lru_cache(1 << 9)(relations.share)

# The whole is looked for among so many levels before, so many paragraphs back
WHOLES, PARAGRAPHS = 12, 3
# So many parts before a percentage are held against a whole that follows it
PARTS = 3
# What a share of damages is led to by
LIABLE = re.compile("承担|负担|赔偿|负")

# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("percent", "share"))

Pair = tuple[Statement, Statement]


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    pairs: list[Pair] = []
    for one, after in pairwise(statements):
        if one.role not in NEEDED or one.unit != "%" or after.role != "level":
            continue
        if SAID["its amount"].fullmatch(after.lead):
            pairs.append((one, after))
        elif after.lead.startswith(("（", "(")) and not after.said["per"]:
            yield from _of_whole_after(window, one, after)
    for i, one in enumerate(statements):
        if one.unit == "%" and SAID["of the average"].search(one.words):
            yield from _median(window, one, statements[:i])
    units = dict.fromkeys(amount.unit for _, amount in pairs)
    for unit in units:
        yield from _of_one_whole(window, [pair for pair in pairs if pair[1].unit == unit])


def _median(window: Window, one: Statement, before: list[Statement]) -> Iterator[Result]:
    """人均收入34740元。…收入中位数29836元，是平均数的85.9%: of the average that it fits."""
    medians = [other for other in before if other.role == "level" and "中位数" in other.name]
    if not medians:
        return
    part = medians[-1]
    wholes = [
        other
        for other in window.before(part, part.unit)
        if other.said["per"] and part.paragraph - other.paragraph <= PARAGRAPHS
    ]
    for whole in wholes:
        result = _share(part, whole, one)
        if beyond_chance(result, len(wholes)):
            yield result
            return


def _of_one_whole(window: Window, pairs: list[Pair]) -> Iterator[Result]:
    """Amounts of one whole, which all of them fit, or all but one that a slip explains."""
    first = pairs[0]
    amounts = [amount for _, amount in pairs]
    wholes = [
        one
        for one in islice(window.before(first[1], first[1].unit), WHOLES)
        if first[1].paragraph - one.paragraph <= PARAGRAPHS and one not in amounts
    ]
    for i, whole in enumerate(wholes):
        results = [_share(amount, whole, one) for one, amount in pairs]
        wrong = [j for j, result in enumerate(results) if not fits(result)]
        if not wrong and (_hardly_chance(results, i + 1) or _called(whole, first[0])):
            yield from results
            return
        if len(wrong) != 1 or results[wrong[0]].verdict != INCONSISTENT:
            continue
        one, amount = pairs[wrong[0]]
        others = [result for result in results if fits(result)]
        # 15%（1.59亿元）, 其中10%（0.16亿元） is of the fifteen
        several = len(others) > 1 and _hardly_chance(others, i + 1) and not one.within
        sure = several or (len(pairs) == 1 and _called(whole, one))
        if sure and near_time(amount, whole):
            yield from results
            return


def _hardly_chance(results: list[Result], tried: int) -> bool:
    """Whether all of some results hardly hold by chance."""
    if not all(result.strength for result in results):
        return False
    return prod(1 - (result.strength or 0) for result in results) * tried <= CHANCE


def _called(whole: Statement, one: Statement) -> bool:
    """Whether a percentage names its whole (净额的45%), or is of the sum right before it."""
    name = core(named(one.words.removesuffix("的")))
    if len(name) > 1 and core(whole.name) == name:
        return True
    liable = LIABLE.search(one.words) and one.number == whole.number + 1
    return bool(liable and whole.said["summed"])


def _of_whole_after(window: Window, one: Statement, whole: Statement) -> Iterator[Result]:
    """A rate, and in brackets after it the whole that it is of."""
    parts = window.near(one, PARTS + 1, whole.unit)[-PARTS:]
    for part in reversed(parts):
        result = _share(part, whole, one)
        if BEFORE not in whole.time and beyond_chance(result, len(parts)):
            yield result
            return


def _share(part: Statement, whole: Statement, one: Statement) -> Result:
    readings = part.found.reading, whole.found.reading, one.found.reading
    return tied(share(*readings), part, whole, one)
