"""What is told of a level after the one of a time before, which stands between them.

在册3048台，去年年底是2136台，一年不到多了912台，增长42.7%: the words of a figure tell only what it
was then, or by its name of what. What follows it right away is told of the level that this has
become, which stands in its sentence or in those before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from heshu import equations, relations
from heshu.forming.slips import mended, sum_apart
from heshu.forming.window import Window, against, beyond_chance, fits, telling, tied
from heshu.reading import RATIOS, Reading
from heshu.relations import INCONSISTENT, Result, strictly
from heshu.statements import BEFORE, BY, CUT, FEWER, IN_TIME, SAID, Statement, core, named

REPEATED = 1 << 9
difference = lru_cache(REPEATED)(equations.difference)
points = lru_cache(REPEATED)(equations.points)
growth = lru_cache(REPEATED)(relations.growth)

# So many figures back the level stands that something has become, and so many are told of it
BACK, TOLD = 8, 2
# How strong a test must be of the only level that can be meant
CLEAR = Fraction(9, 10)
# What names a time, or goes back to what was told, and no thing: 去年国庆7天是, 2022年这一数字是
LAST = (
    "[上前]一?(?:个?(?:雪季|赛季|季度|学期|演出季|越冬季|航季|交易日|周|月)|[届轮次期年]|[学财]年)"
)
A_TIME = re.compile(
    f"(?:而|但|可|则|在|到|[“”]|(?:19|20)\\d\\d年|\\d{{1,2}}月份?|[去前上今当]年|{LAST}|年前|[年月季]?[初末底]"
    "|同[期月日]|国庆|中秋|春节|五一|端午|清明|元旦|暑[假期]|寒假|假期|黄金周|双节|春运|[首当][日天月季]|[春夏秋冬][季天]"
    "|[\\d一二三四五六七八九十两]+[天日周]|[上下]半年|前?[一二三四]季度|每[月天日年]|那时|当时|此前|这[一个]|该"
    "|(?:设立|成立|建成|开业|开馆|改制|启用|获批)[当之]?[年初]?|报告|发生|数字?|指标|数据|决算|全年|时候?|才|只|仅|还|有|为|是|约|了)+"
)
# A year, a month or a time before with which the words of a level begin
BEGINS = re.compile(
    f"(?:而|但|可|在|到)*(?:(?:19|20)\\d\\d年|\\d{{1,2}}月份?|[一二三四]季度|{LAST})"
)
YEAR = re.compile("(?:19|20)\\d\\d")
SHARE = re.compile("所?占?(?:比[重例]|份额|占比)$")
# What is said of the size of a thing: 次数增长, 客流增长
BY_THEN = ("同比", "环比")
SIZE = re.compile("(?:总量|总数|数量|次数|人次|客流量?|规模|热度|人数|价格|水平)*")
# 一年不到多了, 今年反而少了: what may stand before 多了
PLAIN = re.compile(f"^(?:{IN_TIME.pattern}|不到|[今本]年|反而|又|就)+")
PART_OF_YEAR = re.compile("[今本]年[^，]*[季月半]")
STRESS = re.compile("(?:整整|足足|将近|[约近])*$")

# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("level", "percent", "share", "prior"))


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for i, base in enumerate(statements[:-1]):
        if base.role in NEEDED and not base.listed:
            yield from _since(window, statements, i)


def _since(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    base = statements[i]
    told = list(_told_next(statements, i))
    if not told or not _names_before(base):
        return
    name = _noun(base)
    roles = ("percent", "share") if base.unit in RATIOS else ("level",)
    near = [
        one
        for one in _near(window, statements, base, roles)
        if one.value != base.value  # 106宗 may be told again
        and _becomes(one, base, name)
        and all(_since_then(base, step) for step in told)
    ]
    near = [one for one in near if name and core(one.name) == name] or near
    near.reverse()
    tests = [[(step, _test(base, one, step)) for step in told] for one in near]
    for tried, results in enumerate(tests, 1):
        if any(beyond_chance(result, tried) for _, result in results) or (
            (len(near) == 1 or name) and any(telling(result, CLEAR) for _, result in results)
        ):
            yield from _told_of(window, base, near[tried - 1], results)
            return
    # 9月3.55元，8月3.51元，去年9月还有3.94元，同比低了9.9%: another one may be meant
    meant = any(fits(result) for results in tests[1:] for _, result in results)
    if near and not meant and (name or _beside(base, near[0])):
        for step, result in tests[0]:
            if fits(result) or _wrong(window, base, near[0], step, result):
                yield result


def _told_of(
    window: Window, base: Statement, level: Statement, results: list[tuple[Statement, Result]]
) -> Iterator[Result]:
    """What fits a level, and what is told with it."""
    for step, result in results:
        if fits(result) or _wrong(window, base, level, step, result):
            yield result


def _wrong(
    window: Window, base: Statement, level: Statement, step: Statement, result: Result
) -> bool:
    """Whether a slip parts a level from what it was: any where the words leave no doubt, one that
    hardly chance makes where they do.
    """
    if result.verdict != INCONSISTENT or window.comparable(base, level, step, told=True):
        return False
    name = _noun(base)
    # 上年总收入为2318.60万元，增长18.49% may be by how much that had grown
    by_now = SAID["by now"].search(step.lead) or step.lead.strip("，")[:2] in BY_THEN
    if name and not by_now:
        return False
    # 增长12%，达到112亿元，前一年为100亿元，增长8%: that had been told before
    first = base.role == "prior" and base.number == level.number + 1 and not level.said["come"]
    before = first or base.time.endswith(BEFORE) or bool(SAID["same measure"].search(base.words))
    sure = before and _beside(base, level) and level.sentence == base.sentence
    called = before and len(name) > 1 and core(level.name) == name
    return bool((sure and result.slips) or called) or _slipped(base, level, step)


def _near(
    window: Window, statements: list[Statement], base: Statement, roles: tuple[str, ...]
) -> list[Statement]:
    """The levels before one of a time before, in its paragraph."""
    near = [
        one
        for one in window.near(base, BACK, base.unit, ("level", "percent"))
        if one.role in roles and one.sentence != base.sentence
    ]
    here = [
        one
        for one in statements
        if one.sentence == base.sentence
        and 0 < base.number - one.number <= BACK
        and one.unit == base.unit
        and one.role in roles
    ]
    return [*near, *here]


def _told_next(statements: list[Statement], i: int) -> Iterator[Statement]:
    """The change, the rate or the points right after a level, as far as they go on."""
    base = statements[i]
    for one in statements[i + 1 : i + 1 + TOLD]:
        apart = one.number - base.number
        step = _as_step(one, base)
        if one.sentence != base.sentence or step is None or apart > TOLD or step.worked:
            return
        yield step


def _as_step(one: Statement, base: Statement) -> Statement | None:
    """By how much something has changed since: 涨了13.1%, 多了912台, 多出整整四分之一."""
    if one.said["grown to"] or one.listed:
        return None
    if PART_OF_YEAR.search(one.lead):
        return None  # 去年同期16亿元，今年一季度多2亿元
    words = STRESS.sub("", PLAIN.sub("", CUT.split(one.lead)[-1]))
    plain = BY.fullmatch(words)
    if one.role in ("change", "rate", "points"):
        alike = one.unit == base.unit if one.role == "change" else True
        alike = alike and (one.role == "points") == (base.unit in RATIOS)
        owned = one.of is base or plain or _of_size(one, base)
        return one if alike and owned else None
    falling = bool(FEWER.search(words))
    if one.role == "level" and one.unit == base.unit and base.unit not in RATIOS and plain:
        return replace(one, role="change", falling=falling)
    if one.role == "percent" and one.unit == "%" and base.unit not in RATIOS and plain:
        return replace(one, role="rate", falling=falling)
    return None


def _of_size(one: Statement, base: Statement) -> bool:
    """Whether the words before a change name no more than the size of what was told, or it."""
    clauses = CUT.split(one.lead.lstrip("，；"))
    if len(clauses) > 1:
        return False
    name = named(SAID["by now"].sub("", "，" + clauses[0]).lstrip("，"))
    name = core(named(re.sub("[同环]比$|反而$|[一二两三四五\\d]+年[来间]*$", "", name)))
    return bool(SIZE.fullmatch(name)) or (len(name) > 1 and name in base.name)


def _names_before(base: Statement) -> bool:
    """Whether words begin with a time, so that a level may be that of a time before."""
    words = base.words.removeprefix("——")
    if base.time.endswith(BEFORE) or SAID["begins before"].match(words):
        return True
    return bool(BEGINS.match(words) or base.dates)


def _noun(base: Statement) -> str:
    """What a level of a time before is of, "" where its words name but the time."""
    words = SAID["earlier"].sub("", SAID["begins before"].sub("", base.words))
    return core(SHARE.sub("", named(A_TIME.sub("", named(A_TIME.sub("", words))))))


def _becomes(one: Statement, base: Statement, name: str) -> bool:
    """Whether a level may be what one of a time before has become."""
    dated = YEAR.search(base.words)
    if one.found.reading.qualifier in ("above", "over", "under"):
        return False  # 累计突破千例
    if one.time.endswith(BEFORE) and not (dated and one.time == BEFORE):
        return False
    years = YEAR.match(one.time), YEAR.match(base.time)
    if years[0] and years[1] and years[0][0] < years[1][0]:
        return False
    if dated and years[0] and dated[0] >= years[0][0]:
        return False
    own = core(SHARE.sub("", one.name) or (one.of.name if one.of else ""))
    return not name or (len(own) > 1 and (own.endswith(name) or name.endswith(own)))


def _since_then(base: Statement, step: Statement) -> bool:
    """Whether a change is one since the time of a level, and not that which led to it: 去年完成218
    例，比前年多37例.
    """
    own = step.base in ("", "compared", *BY_THEN) or step.base in base.words
    return own and against(base, step)


def _beside(base: Statement, level: Statement) -> bool:
    """Whether a level stands right before the one of a time before, but for what is told of it."""
    apart = base.number - level.number
    return base.sentence - level.sentence <= 1 and apart <= 1 + len(
        [one for one in level.told if level.number < one.number < base.number]
    )


def _test(base: Statement, level: Statement, step: Statement) -> Result:
    if step.role == "change":
        pair = (base, level) if step.falling else (level, base)
        return tied(difference(*(one.found.reading for one in (*pair, step))), *pair, step)
    readings = base.found.reading, level.found.reading, step.found.reading
    if step.role == "points":
        return tied(points(*readings, falling=step.falling), base, level, step)
    return tied(strictly(growth(*readings, falling=step.falling)), base, level, step)


def _slipped(base: Statement, level: Statement, step: Statement) -> bool:
    """Whether a slip, and hardly chance, parts a level from what it was and by how much it grew."""
    if step.role == "change":
        larger, smaller = (base, level) if step.falling else (level, base)
        return sum_apart(larger, (smaller, step), whole=True)
    sign = -1 if step.falling else 1

    def test(readings: Sequence[Reading]) -> Result:
        if step.role == "points":
            return points(*readings, falling=step.falling)
        return growth(*readings, falling=step.falling)

    def glance(numbers: Sequence[tuple[float, float]]) -> bool:
        (before, _), (after, _), (told, room) = numbers
        whole = 100 if step.unit == "%" else 1
        if step.role == "points":
            return abs(sign * (after - before) - told) <= 1 + 2 * room
        return before > 0 and abs(whole * sign * (after / before - 1) - told) <= 1 + 2 * room

    return mended((base, level, step), test, glance)
