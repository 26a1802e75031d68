"""Percentages with the amount that each is, or with the whole that they are of, right after them:
净额的45%（约4.78亿港元）, 承担70%的责任，即40051.55元, 覆盖率59.50%（国土面积2163.8万公顷）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import islice, pairwise
from math import prod

from heshu import equations, relations
from heshu.forming.slips import mended, quotient
from heshu.forming.window import CHANCE, Window, beyond_chance, fits, near_time, tied
from heshu.intervals import Interval
from heshu.reading import Reading
from heshu.relations import INCONSISTENT, Result
from heshu.statements import BEFORE, PARTED, SAID, Statement, core, named

share = lru_cache(1 << 9)(relations.share)

# The whole is looked for among so many levels before, so many paragraphs back
WHOLES, PARAGRAPHS = 12, 3
# So many parts before a percentage are held against a whole that follows it
PARTS = 3
# What a share of damages is led to by
LIABLE = re.compile("承担|负担|赔偿|负")

# A rate by which an amount is reckoned of a level (按70%的比例负担; 拥有60%权益，须支付),
# words that lead to what it makes (，即; ，据此推算), and words for what may be of another level
AT_RATE = re.compile("(?:按照?|依照?|以)[^，]{0,8}$")
SHARED = re.compile("的?[^，]{0,4}(?:比例|责任|份额)[^，]{0,6}(?:承担|负担|赔偿|赔付|分担|支付)")
OWNED = re.compile("(?:拥有?|持有?|占)[^，]{0,4}$")
OWES = re.compile("的?(?:权益|股权|份额)，[^，]{0,6}(?:支付|承担|出资|缴)")
SO_MUCH = re.compile("^，(?:即|据此|(?:经|由此)?[推测折估核]算)")
AT_OTHER = re.compile(
    "其中|增|减|降|上[年升涨]|同[比期]|去年|其余|[高低多少]于|超过|剩余|扣除|占|差"
)

# By so many units of its last place an amount must miss
FAR = 5

# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("percent", "share"))

Pair = tuple[Statement, Statement]


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    pairs: list[Pair] = []
    for whole, one, part in zip(statements, statements[1:], statements[2:], strict=False):
        if one.role in NEEDED and one.unit == "%":
            yield from _at_rate(whole, one, part)
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


def _at_rate(whole: Statement, one: Statement, part: Statement) -> Iterator[Result]:
    """超出部分84429.52元，由被告按70%的比例负担59100.66元: what a rate makes of a level."""
    roles = (whole.role, part.role) == ("level", "level")
    beside = whole.number + 2 == one.number + 1 == part.number and part.sentence == whole.sentence
    if not roles or not beside or whole.unit != part.unit or part.value >= whole.value:
        return
    if one.role != "percent" or PARTED.search(one.lead) or part.said["per"]:
        return
    shared = AT_RATE.search(one.words) and SHARED.match(part.lead)
    owed = OWNED.search(one.words) and OWES.match(part.lead)
    reckoned = SO_MUCH.match(part.lead) and not AT_OTHER.search(one.lead + part.lead)
    if not (shared or owed or reckoned):
        return
    figures = (part, whole, one)
    test = _of_set_rate if shared else _of_readings
    result = test([figure.found.reading for figure in figures])
    # 8000元，按七成的比例负担5600元: what is reckoned by it may be cut off
    sure = result.code == "product" and result.message.off >= FAR
    if fits(result) or sure or mended(figures, test, _glance):
        order = (one, whole, part) if result.code == "product" else figures
        yield tied(result, *order)


def _of_readings(readings: Sequence[Reading]) -> Result:
    return share(*readings)


def _of_set_rate(readings: Sequence[Reading]) -> Result:
    """Of a rate that was set: 按70%的比例 is no rounded one."""
    part, whole, rate = readings
    if rate.qualifier == "rounded" and isinstance(rate.value, Fraction):
        set_to = Interval.point(rate.value / 100)
        times = replace(rate, unit="", interval=set_to, qualifier="exact")
        return equations.product(times, whole, part)
    return share(part, whole, rate)


def _glance(numbers: Sequence[tuple[float, float]]) -> bool:
    (part, room), *others = numbers
    return quotient([(100 * part, 100 * room), *others])


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
