"""A level, by how much it changed, and at what rate; and the level that it is compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from heshu import equations, relations
from heshu.forming.slips import mended, sum_apart
from heshu.forming.window import (
    OUTPUT,
    YEAR,
    Window,
    against,
    fits,
    in_doubt,
    leads,
    near_time,
    telling,
    tied,
)
from heshu.reading import Reading
from heshu.relations import (
    CONDITIONAL,
    CONSISTENT,
    INCONSISTENT,
    NOT_TESTABLE,
    TO_VERB,
    VERBS,
    Result,
    strictly,
)
from heshu.statements import (
    BEFORE,
    CLAUSE,
    DOWN,
    NEW,
    PARTED,
    SAID,
    Statement,
    core,
    named,
    unnamed,
)

REPEATED = 1 << 9
change = lru_cache(REPEATED)(equations.change)
difference = lru_cache(REPEATED)(equations.difference)
points = lru_cache(REPEATED)(equations.points)
growth = lru_cache(REPEATED)(relations.growth)
part = lru_cache(REPEATED)(relations.share)
order = lru_cache(REPEATED)(relations.order)
multiple = lru_cache(REPEATED)(equations.multiple)
same = lru_cache(REPEATED)(relations.same)

# How strong a test of points must be where they fit only without 到
CLEAR = Fraction(9, 10)
# and one of a growth that fits only without 到, of two levels that words join or don't
LED, ALONE, BESIDE = Fraction(4, 5), Fraction(19, 20), Fraction(1, 2)

# 较预算数5万元增加45万元, but not 比例, 占比, 比较 and 较大
THAN = re.compile("^[与同跟]?(?:比|较)|相[比较]|(?<![比相])较(?![大小高低多少好快慢长短强重])")
COMPARED_FIRST = ("相比，", "比较，", "对比，", "相比较，")
TO_LEVEL = re.compile("[为到至达]")
A_HEAD = re.compile("[人户亩件]均")
# What may stand between two levels that it leads between, and how many of them
STEPS, SIDES = ("change", "rate", "points"), 2
# So many figures back a level stands that is named again
CALLED = 8
# What a figure may be that stands in a list of years before the one that it grew to
OF_YEARS = ("level", "percent", "share", "prior", "led")

OF_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
# The year before, as a change or a rate is measured against it
FLOWS = re.compile("注销|吊销|退|关闭|停业|流[出入失]|新[登设增开签注招]|离|转[出入]")
# What a stock was at first, and no flow of the time before
STOCK = re.compile("[年期月季]初(?:共|还|仍|约)?[有为]")
REVISED = re.compile("核[减增定]|修[正订]|更正|订正|[上下]修")
WITHIN = re.compile("(?:前?[一二三四五六七八九十\\d]+个?月|[上下]半年|季度|当月|本月)[^末底]?$")
# What a price is at in the day, of which no growth is told
OPENED = re.compile("开盘|盘[中初]")
PLAN_OF = re.compile("的(?:[全年]{0,2}计划|目标|任务|预算|指标)")
LAST_YEAR: tuple[str, ...] = ("上年", "去年", "同比", "上一年度")
LAST_YEAR += ("上年同期", "去年同期", "上年末", "去年末")

# A change over so many years
OVER_YEARS = re.compile("[一二两三四五六七八九十0-9]+年(?:间|来|里|内)")


# By so many points constant prices and other bases change a rate at most
OTHER_BASIS = 5
# More slips may make sense where 由 joins the figures
JOINED = Fraction(1, 3)


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("level", "percent", "share", "led", "prior"))


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for i, one in enumerate(statements):
        if one.said["past"] and one.role in ("level", "percent", "share"):
            yield from _past(window, statements, i)
        if one.role == "level":
            yield from _of_level(window, statements, i)
            yield from _meant_by(statements, i)
        elif one.role in ("percent", "share"):
            yield from _to_percentage(statements, i)
            yield from _of_percentage(statements, i)
            yield from _meant_by(statements, i)
        elif one.role == "led":
            yield from _of_led(window, statements, i)
        elif one.role == "prior" and one.of is not None:
            # 比年初增加20亿元，较上年同期25亿元的增量少增5亿元
            after = statements[i + 1] if i + 1 < len(statements) else None
            flow = after and after.role == "change" and SAID["flow"].match(after.words)
            if after and flow and after.unit == one.of.unit == one.unit:
                yield from _differs(one.of, one, after)
        elif one.role == "prior" and one.of is None:
            level = _called_before(window, one)
            if level is not None:
                yield from _of_called(window, statements, i, level)
            elif one.unit not in ("%", "‰"):
                yield from _of_prior(window, statements, i)


def _of_level(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    level = statements[i]
    if PLAN_OF.match(window.after_words(level)):
        return  # 按全年3000列的计划；与去年同期的1352列相比，增加134列
    own = base = _base(statements, i)
    steps = _steps(level) or _led_to(statements, i)
    years = _by_years(statements, i) if steps else []
    for step, rate in steps:
        told_here = [one for one in (step, rate) if one]
        if level.number < told_here[0].number and window.opened(level, told_here[0]) < 0:
            continue  # 2148家（新开168家、关闭55家），较去年增加172家，增长8.7%
        if REVISED.search(level.words) and any(one.base for one in told_here):
            continue  # 由4.92万亩核减为4.86万亩，仍比去年多0.24万亩
        base = _of_year(years, told_here) if years else own and _nearest(level, own, told_here)
        whose = _compared(statements, level, base, step, rate) if base else level
        if whose is None:
            continue
        told_so = step and (
            not step.worked or (step.worked == "累计" and base and base.role == "led")
        )
        net = step and base and (not NEW.fullmatch(step.words) or _net_of_new(whose, base, step))
        if step and base and told_so and net and step.unit == level.unit:
            if STOCK.search(base.words) and FLOWS.search(level.words):
                continue  # 新注册59人，年初有223人，一年里少了9人: of what there was
            other = whose is level and _of_another_thing(window, level, base)
            yield from (each for each in _differs(whose, base, step) if fits(each) or not other)
        # 由2021年的A降到2024年的B，累计下降X%
        so_led = base and base.role == "led" and rate and rate.worked in ("", "累计")
        if rate and base and OPENED.search(base.words):
            continue  # 开盘37.65港元，升至41.6港元，上涨10.05%: since the close of the day before
        if rate and base and (not rate.worked or so_led) and (base.role != "led" or not rate.base):
            for result in _grew(window, base, whose, rate):
                if fits(result) or not _other_rate(statements, base, whose, rate):
                    yield result
        elif rate and step and not base and step.unit == level.unit:
            yield from _changed(window, _total_of(statements, i, step, rate) or level, step, rate)
    base = own
    for one in level.told:
        if base and one.role == "multiple" and _grown_to(level, base, one):
            yield from _grew(window, base, level, one)


def _grown_to(level: Statement, base: Statement, told: Statement) -> bool:
    """Whether a multiple is what a level grew to: 增至原来的3倍; but not 周期由5天缩短到2天，幅宽
    提高到原来的1.5倍.
    """
    words = told.words + told.found.phrase
    verb = TO_VERB.search(words)
    if verb is None:
        return False
    name = named(words[: verb.start()])
    return unnamed(name) or core(name) in level.name + base.words


def _to_percentage(statements: list[Statement], i: int) -> Iterator[Result]:
    """由412天减少到263天，降到原来的63.8%: so much of what it was."""
    told = statements[i]
    if told.unit != "%" or not told.said["to of before"]:
        return
    for j in range(i - 1, max(-1, i - 1 - SIDES), -1):
        level = statements[j]
        if level.role in STEPS and level.sentence == told.sentence:
            continue
        base = _base(statements, j) if level.role == "level" else None
        if base is not None and level.sentence == told.sentence:
            readings = level.found.reading, base.found.reading, told.found.reading
            test = part if level.value <= base.value else multiple
            yield tied(test(*readings), level, base, told)
        return


def _past(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """由 A 增加 R 至 B, 并进一步增加 S 至 C, 增加 R 至 B（上年：A）: what leads from a level to
    the next stands between them.
    """
    level, first = statements[i], i
    while first and i - first < SIDES and statements[first - 1].role in STEPS:
        first -= 1
    steps = statements[first:i]
    if not steps or any(one.sentence != level.sentence or one.worked for one in steps):
        return
    base = next((one for one in level.told if one.role == "prior"), None)
    before = statements[first - 1] if first else None
    if base is None and before is not None and before.sentence == level.sentence:
        further = before.said["past"] and SAID["further"].search(steps[0].lead)
        if before.role in ("led", "prior") or (further and before.role == level.role):
            base = before
    if base is None or base.unit != level.unit or not against(base, *steps):
        return
    if base is before and not all(unnamed(one.words) for one in steps):
        return
    for step in steps:
        if step.role == "points" and level.unit in ("%", "‰"):
            yield from _apart(base, level, step, sure=True)
        elif step.role == "rate" and level.unit == "%":
            yield from _by_rate(base, level, step)
        elif step.role == "rate":
            yield from _grew(window, base, level, step)
        elif step.role == "change" and step.unit == level.unit:
            yield from _differs(level, base, step)


def _total_of(
    statements: list[Statement], i: int, step: Statement, rate: Statement
) -> Statement | None:
    """The level before its average, of which a change can be told: 23.7万人次，日均4.74万人次，比
    去年同期多3.1万人次，增长15.0%.
    """
    level, total = statements[i], statements[i - 1] if i else None
    if total is None or not level.said["per"] or total.said["per"]:
        return None
    if total.role != "level" or total.unit != step.unit or total.sentence != level.sentence:
        return None
    readings = [one.found.reading for one in (total, step, rate)]
    return total if fits(change(*readings, falling=step.falling)) else None


def _one_of_years(one: Statement, level: Statement) -> bool:
    """Whether a level is that of one year, and another of several together: 五年累计86.3亿元，2023
    年为20.4亿元，同比增长7.2%.
    """
    together = "累计" in level.words and "累计" not in one.words
    return together and bool(OF_YEAR.match(one.words))


def _base(statements: list[Statement], i: int) -> Statement | None:
    """The level that this one is compared with, or has grown from, in its sentence."""
    level = statements[i]
    for one in level.told:
        if one.role == "prior" and one.unit == level.unit and not _one_of_years(one, level):
            return one
    if i and (_compared_first(statements[i - 1], level) or _now(statements[i - 1], level)):
        return statements[i - 1]
    first = i
    while first and statements[first].listed:
        first -= 1
    after = next(
        (j for j in range(i + 1, len(statements)) if not statements[j].listed), len(statements)
    )
    # 由 A、B 提高到 C、D: the levels of two lists pair off
    size = after - first
    before = statements[i - size] if i >= size else None
    if before is None or before.sentence != level.sentence or before.unit != level.unit:
        return None
    between = statements[i - size + 1 : first]
    paired = first >= size and not statements[first - size].listed
    if not paired or any(not one.listed for one in statements[first - size + 1 : first]):
        return None
    alike = all(one.unit == level.unit for one in between)
    return before if alike and leads(statements[first - size], statements[first]) else None


def _now(base: Statement, level: Statement) -> bool:
    """Whether a level is what another one has become: 年初每头640元，眼下352元."""
    alike = base.unit == level.unit and base.sentence == level.sentence
    then = base.role == "level" and (base.time.endswith(BEFORE) or SAID["once"].search(base.lead))
    return bool(alike and then and SAID["today"].fullmatch(level.words))


def _compared_first(base: Statement, level: Statement) -> bool:
    """Whether a level is told after the one it is compared with: 与上年的34.8%相比，占比37.2%."""
    alike = base.unit == level.unit and base.sentence == level.sentence
    first = base.role == "prior" and base.of is None and level.lead.startswith(COMPARED_FIRST)
    return alike and first


def _by_years(statements: list[Statement], i: int) -> list[Statement]:
    """The levels of several years that lead to this one: 由2021年的A、2022年的B增至C; else none."""
    level = statements[i]
    years: list[Statement] = []
    for one in reversed(statements[:i]):
        alike = one.unit == level.unit and one.sentence == level.sentence
        if not alike or one.role not in OF_YEARS or one.told or not YEAR.search(one.words):
            break
        years.append(one)
        if one.role == "led":
            break
    led = any(leads(one, level) for one in years[-1:])
    return years if len(years) > 1 and led else []


def _of_year(years: list[Statement], told: list[Statement]) -> Statement | None:
    """The one of several levels whose year a change or its rate names: 2021年, or 上年."""
    named = {year[0] for one in told if (year := YEAR.search(one.base))}
    # The time of all that, before the years of the list: 2023年，由2021年的A、2022年的B增至C
    time = years[-1].time[:4] if years[-1].role == "led" else ""
    if any(one.base in LAST_YEAR for one in told) and time.isdigit():
        named.add(str(int(time) - 1))
    found = [one for one in years if {year[0] for year in YEAR.finditer(one.words)} == named]
    return found[0] if len(found) == 1 else None


def _nearest(level: Statement, base: Statement, told: list[Statement]) -> Statement | None:
    """The level that a change or a rate is measured against, where several are: 较上年的 A
    下降 X%，较2020年的 B 下降 Y%. None where its words name another one.
    """
    if base.role == "prior":
        first = min(one.number for one in told)
        priors = [one for one in level.told if one.role == "prior" and one.unit == level.unit]
        before = next((one for one in reversed(priors) if one.number < first), base)
        base = _dated(priors, told) or before
        # 同比增长34.5%，比去年全年的189905辆还多23551辆
        full = "全年" in base.words and "全年" not in level.words
        of_part = full and all(one.base in ("", *LAST_YEAR) for one in told)
        if base.number > first and (of_part or not any(one.base for one in told)):
            # 偏多15%，比去年的750毫米偏少8%: another one is told right after it
            after = (one for one in level.told if one.number == base.number + 1)
            if any(one.role in STEPS and one not in told for one in after):
                return None
    return base if against(base, *told) else None


def _dated(priors: list[Statement], told: list[Statement]) -> Statement | None:
    """The one of several levels of years that a change names: 2024年1月为A，2019年1月为B，同比…，较
    2019年同期….
    """
    dated = {year[0]: one for one in priors if (year := OF_YEAR.search(one.words))}
    if len(dated) < 2 or len(dated) < len(priors):
        return None
    years = {year[0] for one in told if (year := OF_YEAR.search(one.base))}
    if not years and any(one.base in LAST_YEAR for one in told):
        years = {max(dated)}
    return dated.get(years.pop()) if len(years) == 1 else None


def _compared(
    statements: list[Statement],
    level: Statement,
    base: Statement,
    step: Statement | None,
    rate: Statement | None,
) -> Statement | None:
    """The level that is compared with another: the last one, or, after a list (312家，其中甲28家、
    乙97家，较上年的184家), the one that fits. None where it may be any.
    """
    if base.role != "prior" or base not in level.told:
        return level
    if level.name and core(base.name) == core(level.name):
        return level  # 不起诉846人，上年不起诉684人

    def right(one: Statement) -> bool:
        a, b = one.found.reading, base.found.reading
        if step and step.unit == level.unit:
            return fits(difference(*((b, a) if step.falling else (a, b)), step.found.reading))
        return rate is not None and telling(growth(b, a, rate.found.reading, falling=rate.falling))

    if right(level):
        return level
    before = [
        one
        for one in statements
        if one.role == "level"
        and one.unit == level.unit
        and one.sentence == level.sentence
        and one.number < level.number
    ]
    fitting = next((one for one in reversed(before) if right(one)), None)
    listed = bool(before) and level.lead.startswith("、")
    return fitting or (None if listed else level)


def _steps(level: Statement) -> list[tuple[Statement | None, Statement | None]]:
    """The changes of a level, each with the rate that is measured against the same."""
    steps: list[tuple[Statement | None, Statement | None]] = []
    # What is dealt out is told after what is said of the last level alone
    for one in sorted(level.told, key=lambda told: told.number):
        last = steps[-1] if steps else (None, None)
        if one.role == "change":
            if last[1] and not last[0] and _alike(last[1], one):
                steps[-1] = (one, last[1])
            else:
                steps.append((one, None))
        elif one.role == "rate":
            if last[0] and not last[1] and _alike(last[0], one):
                steps[-1] = (last[0], one)
            else:
                steps.append((None, one))
    return steps


def _alike(first: Statement, second: Statement) -> bool:
    """Whether a change and a rate after it, or the other way round, are measured alike."""
    if first.worked or second.worked or second.number - first.number > 1:
        return False
    if second.base and first.base != second.base:
        years = LAST_YEAR
        if first.year_end or first.time.endswith("-12-31"):
            years = (*LAST_YEAR, "年初")
        return first.base in years and second.base in years
    return first.falling == second.falling


def _led_to(statements: list[Statement], i: int) -> list[tuple[Statement | None, Statement | None]]:
    """A change and its rate that lead to the level after them: 增加20家，增长2.5%，达到820家."""
    if i < 2 or not statements[i].said["come"]:
        return []
    step, rate = statements[i - 2 : i]
    if step.role == "rate":
        step, rate = rate, step
    if step.role != "change" or rate.role != "rate" or step.of is not None:
        return []
    alike = step.sentence == rate.sentence == statements[i].sentence
    first, second = sorted((step, rate), key=lambda one: one.number)
    return [(step, rate)] if alike and not second.name and _alike(first, second) else []


def _changed(
    window: Window, level: Statement, step: Statement, rate: Statement
) -> Iterator[Result]:
    result = change(
        level.found.reading, step.found.reading, rate.found.reading, falling=step.falling
    )
    result = tied(result, level, step, rate)
    if result.verdict == INCONSISTENT and window.comparable(level, step, rate, told=True):
        return
    first = min(step, rate, key=lambda one: one.number)
    if result.verdict == INCONSISTENT and "分别" in first.lead:
        return  # 发放救助金286万元，救助134人，分别增长22.7%和增加29人: one of each
    if result.verdict == INCONSISTENT and "净" in step.words and FLOWS.search(level.words):
        return  # 新登记8316户，注销5127户，净增3189户，增长7.0%: the net of two flows
    if result.verdict == INCONSISTENT and rate.number < step.number and WITHIN.search(step.words):
        return  # 同比增长7.4%，前五个月增加642.7亿元: each over a time of its own
    later = max(step, rate, key=lambda one: one.number)
    if result.verdict == INCONSISTENT and OVER_YEARS.search(CLAUSE.split(later.lead)[-1]):
        return  # 比2021年末增长25.6%，四年间净增12645件: over other years
    if result.verdict == INCONSISTENT and (average := _average_of(window, level)):
        # 接待24万人次，日均4.7万人次，增加0.6万人次: what is told after both is of either
        readings = average.found.reading, step.found.reading, rate.found.reading
        result = tied(change(*readings, falling=step.falling), average, step, rate)
        if fits(result):
            yield result
        return
    if _is_base(level) and not level.said["than"]:
        return  # 比调整前的3204元增加64元，增幅为2.0%: the rate is that of what it was
    if result.verdict == INCONSISTENT and (_is_base(level) or _an_average(level, rate)):
        return
    if result.verdict == INCONSISTENT and level.time.endswith(BEFORE):
        return  # 上年100家，同比增加20家，增长20%: the level may be what the change began from
    above = order(step.found.reading, level.found.reading)
    if result.verdict != NOT_TESTABLE:
        yield result
    elif _is_base(level):
        return
    elif not step.falling and above.verdict == INCONSISTENT and not _net(level, step):
        yield tied(replace(above, code="change"), step, level)


def _is_base(level: Statement) -> bool:
    """Whether a change leads on from a level: 该项较“十三五”末的93亿元增加43亿元."""
    than = THAN.search(level.words)
    return than is not None and not TO_LEVEL.search(level.words, than.end())


def _an_average(level: Statement, rate: Statement) -> bool:
    """Whether a rate is that of an average, and a level none: 绿地222公顷，人均绿地增长1.1%."""
    return bool(A_HEAD.search(rate.lead)) and not A_HEAD.search(level.words)


def _average_of(window: Window, total: Statement) -> Statement | None:
    """The average a day, month or year right after its total."""
    after = [one for one in window.since(total.number + 1) if one.number == total.number + 1]
    return next((one for one in after if one.said["each day"]), None)


def _net(level: Statement, step: Statement) -> bool:
    """Whether a level can have risen by more than it is, from below nothing."""
    return bool(SAID["net"].search(level.words + step.words))


def _net_of_new(level: Statement, base: Statement, step: Statement) -> bool:
    """Whether what is new is what a level rose by, or a slip apart: some may have come or gone
    besides.
    """
    result = difference(*(one.found.reading for one in (level, base, step)))
    return fits(result) or sum_apart(level, (base, step))


def _other_rate(
    statements: list[Statement], base: Statement, level: Statement, rate: Statement
) -> bool:
    """Whether another rate of the sentence is that of two levels.

    较前一年增长12%，达到112亿元，前一年为100亿元，增长8%.
    """
    readings = base.found.reading, level.found.reading
    return any(
        fits(growth(*readings, one.found.reading, falling=one.falling))
        for one in statements
        if one.role == "rate" and one.unit == "%" and one.sentence == level.sentence
        if one is not rate
    )


def _of_other_sign(base: Statement, level: Statement) -> bool:
    """Whether one of two levels is a loss and the other one isn't called so: 亏损174万元，上年同期
    为1257万元. What 由 leads from has the name of both.
    """
    return base.role != "led" and ("亏" in base.words) != ("亏" in level.words)


def _differs(level: Statement, base: Statement, step: Statement) -> Iterator[Result]:
    pair = (base, level) if step.falling else (level, base)
    result = difference(*(one.found.reading for one in pair), step.found.reading)
    if result.verdict != INCONSISTENT or not _of_other_sign(base, level):
        yield tied(result, *pair, step)


def _grew(window: Window, base: Statement, level: Statement, rate: Statement) -> Iterator[Result]:
    result = strictly(
        growth(base.found.reading, level.found.reading, rate.found.reading, falling=rate.falling)
    )
    result = tied(result, base, level, rate)
    if result.verdict == INCONSISTENT and base.value == level.value:
        return  # 106宗，同比增长51%, where 106宗 was told before
    if result.verdict == INCONSISTENT and _of_other_sign(base, level):
        return
    if result.verdict in (INCONSISTENT, CONDITIONAL) and (
        window.comparable(base, level, rate, told=base.role == "prior")
        # 生产总值突破2万亿元，达到20534亿元，较1955年的12亿元增长203倍
        or (not level.name and OUTPUT.search(window.before_words(level)))
    ):
        if base.role == "led" and _far_off(base, level, rate):
            yield result
        return
    yield result


def _far_off(base: Statement, level: Statement, rate: Statement) -> bool:
    """Whether a slip parts a rate from two levels that 由 leads between, by more than another basis
    than theirs makes of it: 由9.63亿元增加到14.28亿元，增长88.3%, for 48.3%.
    """
    if rate.unit != "%" or not base.value:
        return False
    grown = 100 * abs(level.value / base.value - 1)
    if abs(grown - rate.value) < OTHER_BASIS:
        return False

    def test(readings: Sequence[Reading]) -> Result:
        return growth(*readings, falling=rate.falling)

    def glance(numbers: Sequence[tuple[float, float]]) -> bool:
        (before, _), (after, _), (told, room) = numbers
        return before > 0 and abs(100 * abs(after / before - 1) - told) <= 1 + 2 * room

    return mended((base, level, rate), test, glance, JOINED, far=False)


def _meant_by(statements: list[Statement], i: int) -> Iterator[Result]:
    """比上年的60家增加到20家, of a level of 80: what fits only as a growth by, not to, it."""
    one = statements[i]
    by = one.meant
    if by is None or by.of is None or by.worked:
        return
    level, told = by.of, by.found.reading
    at = statements.index(level)
    base, step = _base(statements, at), statements[i - 1]
    after = statements[i + 1] if i + 1 < len(statements) else None
    # What the figure would be held against if it were the change or the rate, and what it claims
    tests: list[tuple[Result, Result, tuple[Statement, ...]]] = []
    if by.role == "change" and one.unit == level.unit:
        claim = same(level.found.reading, told)
        if base and against(base, by):
            pair = (base, level) if by.falling else (level, base)
            tests.append((difference(*(o.found.reading for o in pair), told), claim, pair))
        if after and after.role == "rate" and after.of is one and after.falling == by.falling:
            result = change(level.found.reading, told, after.found.reading, falling=by.falling)
            tests.append((result, claim, (level, after)))
        if step.role == "rate" and step.of is level and step.falling == by.falling:
            # 72705件，同比下降6.7%，减少到5188件
            result = change(level.found.reading, told, step.found.reading, falling=by.falling)
            tests.append((result, claim, (level, step)))
    elif by.role == "rate":
        if base and against(base, by):
            readings = base.found.reading, level.found.reading
            result = growth(*readings, told, falling=by.falling)
            tests.append((result, multiple(*readings[::-1], told), (level, base)))
        if step.role == "change" and step.of is level and step.unit == level.unit:
            readings = level.found.reading, step.found.reading
            result = change(*readings, told, falling=by.falling)
            before = _before(*readings, falling=step.falling)
            tests.append((result, multiple(level.found.reading, before, told), (level, step)))
    # What words lead from one level to the next needs no more than to fit
    least = LED if base and base.role in ("led", "prior") else ALONE
    # 减少0.48万亩，下降到0.8%: the change right before tells that it is no level
    if by.role == "rate" and step.role == "change" and step.of is level:
        least = BESIDE
    for result, claim, others in tests:
        if telling(result, least) and claim.verdict == INCONSISTENT:
            yield only(claim, "by", one, *others)
            return


def _before(level: Reading, step: Reading, *, falling: bool) -> Reading:
    """The level before a change."""
    if level.interval is None or step.interval is None or not isinstance(level.value, Fraction):
        return level
    value, interval = step.value, step.interval
    assert isinstance(value, Fraction)
    if falling:
        return replace(level, value=level.value + value, interval=level.interval + interval)
    return replace(level, value=level.value - value, interval=level.interval - interval)


def grown_by(one: Statement) -> str:
    """A change or a rate as it is printed without 到: 增加20家."""
    said = one.said["grown to"]
    return f"{said['verb']}{one.found.phrase}" if said else one.found.phrase


def only(claim: Result, how: str, one: Statement, *others: Statement, code: str = "") -> Result:
    """What a figure claims, where only `by` or `to` it would be right."""
    phrase = one.found.phrase
    if how == "by":
        right = grown_by(one)
    else:
        verb = VERBS.match(phrase)
        right = f"{verb[0]}到{phrase[verb.end() :]}" if verb else phrase
    weight = "by" if claim.code == "multiple" else f"{how} level"
    message = replace(claim.message, weight=weight, right=(right,))
    code = code or ("difference" if claim.code == "same" else claim.code)
    phrases = tuple(each.found.phrase for each in (*others, one))
    return tied(replace(claim, code=code, phrases=phrases, message=message), *others, one)


def _of_led(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """由 A 增加 B，增长 X% (or 增加 C): where B fits only as the level that was grown to."""
    base, following = statements[i], statements[i + 1 : i + 3]
    if len(following) < 2 or following[0].role not in ("change", "rate"):
        return
    step, told = following
    if step.unit != base.unit or told.worked or told.sentence != base.sentence:
        return
    if not unnamed(told.words) or step.falling != told.falling:
        return
    readings = base.found.reading, step.found.reading, told.found.reading
    pair = readings[:2] if told.falling else readings[1::-1]
    if told.role == "rate" and base.unit not in ("%", "‰"):
        if fits(part(readings[1], readings[0], readings[2])):
            return
        meant = growth(*readings, falling=told.falling)
        claim = part(readings[1], readings[0], readings[2])
        fitting = fits(meant)
    elif told.role == "points":
        meant = points(*readings, falling=told.falling)
        claim = same(readings[2], replace(readings[1], unit=told.unit))
        fitting = telling(meant, CLEAR)
    elif told.role == "change" and told.unit == base.unit:
        meant = difference(*pair, readings[2])
        claim = same(readings[2], readings[1])
        # 缩短6.9天，缩短0.5天: two changes of one level can't both be
        fitting = meant.verdict == CONSISTENT if not told.base else telling(meant)
    else:
        return
    if fitting and claim.verdict == INCONSISTENT and VERBS.match(step.found.phrase):
        result = only(claim, "to", step, base, told, code=meant.code)
        if meant.code == "growth":
            # The growth is what is held against the share that the change is of the base
            phrases = tuple(one.found.phrase for one in (step, base, told))
            result = tied(result.but(phrases=phrases), step, base, told)
        yield result


def _of_prior(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """A level that isn't told from the one it is compared with: 与上年的A相比，增加C，增长R."""
    base = statements[i]
    following = statements[i + 1 : i + 3]
    if len(following) < 2 or {one.role for one in following} != {"change", "rate"}:
        return
    step, rate = sorted(following, key=lambda one: one.role)
    if any(one.name or one.sentence != base.sentence for one in following) or rate.worked:
        return
    if step.unit != base.unit or step.falling != rate.falling:
        return
    result = part(step.found.reading, base.found.reading, rate.found.reading)
    if fits(result):
        yield tied(result, step, base, rate)


def _called_before(window: Window, base: Statement) -> Statement | None:
    """The level of a sentence before that the words before a comparison name: 接待观众186.4万人次。
    观众数较2023年的171.5万人次增长8.7%.
    """
    compared = base.said["prior"]
    name = core(named(base.words[: compared.start()])) if compared else ""
    if len(name) < 2:
        return None
    found = [
        one
        for one in window.near(base, CALLED, base.unit, ("level", "percent"))
        if core(one.name).endswith(name) and not one.time.endswith(BEFORE)
    ]
    return found[-1] if found else None


def _of_called(
    window: Window, statements: list[Statement], i: int, level: Statement
) -> Iterator[Result]:
    """What is told of a level of a sentence before, against each of the levels that follow."""
    base = statements[i]
    for one in statements[i + 1 :]:
        if one.sentence != base.sentence:
            return
        if one.role == "prior" and one.unit == level.unit and not _compares_another(one):
            base = one  # 较2023年的171.5万人次增长8.7%，较2019年的158.3万人次增长17.8%
            continue
        told = one.role in STEPS and unnamed(one.words) and not one.worked
        if not told or not against(base, one):
            return
        results: list[Result] = []
        if one.role == "points":
            results += _apart(base, level, one, sure=True)
        elif one.role == "change" and one.unit == level.unit:
            results += _differs(level, base, one)
        elif one.role == "rate" and level.unit != "%":
            results += _grew(window, base, level, one)
        elif one.role == "rate":
            results += _by_rate(base, level, one)
        # A slip leaves the figures near to what they say
        called = core(level.name) == core(named(statements[i].words[: _start(statements[i])]))
        figures = (base, level, one)
        yield from (each for each in results if fits(each) or (called and near_time(*figures)))


def _of_another_thing(window: Window, level: Statement, base: Statement) -> bool:
    """Whether a comparison has a noun that its level hasn't: 共102枚奖牌，金牌比上届的36枚多5枚."""
    noun = core(named(base.words[: _start(base)]))
    said = level.words + level.found.phrase + window.after_words(level)[: len(noun)]
    parts = (noun[i : i + 2] for i in range(len(noun) - 1))
    return base.role == "prior" and len(noun) > 1 and not any(part in said for part in parts)


def _start(base: Statement) -> int:
    """Where the words of a comparison begin."""
    compared = base.said["prior"]
    return compared.start() if compared else 0


def _compares_another(base: Statement) -> bool:
    """Whether a level that another one is compared with has the name of something else."""
    return not unnamed(named(base.words[: _start(base)]))


def _of_percentage(statements: list[Statement], i: int) -> Iterator[Result]:
    """由 A% 提高到 B%，提高 C 个百分点, in any order of A and B."""
    end = statements[i]
    own = base = _base_of_percentage(statements, i)
    years = _by_years(statements, i)
    for one in end.told:
        base = _of_year(years, [one]) if years else own
        if base and base.role == "prior":
            base = _nearest(end, base, [one])
        if base is None or (base.role != "led" and not against(base, one)):
            continue
        if one.base and _has_points(end, base, one):
            continue  # 较行业平均（1.75%）低0.56个百分点，较2020年下降0.31个百分点
        if one.role == "points" and one.worked in ("", "累计"):
            yield from _apart(base, end, one, sure=not _of_another(base, end, one))
        elif one.role == "rate" and one.unit == "%" and one.worked in ("", "累计"):
            yield from _by_rate(base, end, one)
    after = statements[i + 1] if i + 1 < len(statements) else None
    if base is None:
        return
    told = end.role == "share" and base in end.told and after not in end.told
    if told and after and after.role == "rate" and after.unit == "%" and unnamed(after.words):
        yield from _by_rate(base, end, after, own=False)


def _base_of_percentage(statements: list[Statement], i: int) -> Statement | None:
    end = statements[i]
    for one in end.told:
        if one.role == "prior" and one.unit == end.unit:
            return one
    for one in statements:
        earlier = one.role == "percent" and one.time == end.time + BEFORE and one.unit == end.unit
        if earlier and SAID["earlier"].sub("", one.name) == end.name:
            return one
    before = statements[i - 1] if i else None
    if before is None or before.unit != end.unit or before.sentence != end.sentence:
        return None
    years = before.time[:4], end.time[:4]
    later = all(map(str.isdigit, years)) and years[0] < years[1]
    again = later and end.said["same measure"] and before.role in ("percent", "share")
    if _compared_first(before, end) or again:
        return before  # 2020年占19.2%；2025年这一比重升到23.5%
    # 普惠率91.6%；大班额占比降到0.4%，比上年少1.1个百分点: ； begins another thing
    parted = before.role == "percent" and PARTED.search(end.lead)
    if before.role in ("led", "percent") and leads(before, end) and not parted:
        return before
    if end.role == "share":
        return None
    # 2011年和2012年分别为 A% 和 B%，增加 C 个百分点
    two_times = end.listed and "分别" in before.lead and SAID["two times"].search(before.lead)
    alone = i < 2 or not statements[i - 1].listed
    return before if two_times and alone and before.role == "percent" else None


def _has_points(end: Statement, base: Statement, told: Statement) -> bool:
    """Whether other points lead from a base to a percentage, so that these are of another base."""
    others = (one for one in end.told if one.role == "points" and one.number < told.number)
    return any(
        base.number < one.number and result.verdict == CONSISTENT
        for one in others
        for result in _apart(base, end, one, sure=True)
    )


def _of_another(base: Statement, end: Statement, told: Statement) -> bool:
    """Whether points before a base may be of another: 比上年提高1个百分点，比2020年的40%."""
    year = YEAR.search(base.words)
    last = end.time[:4]
    if year and told.base in LAST_YEAR and last.isdigit() and int(last) - 1 == int(year[0]):
        return False
    if not told.base or told.number > base.number:
        return False
    # 较二季度末回落0.7个百分点，高于上年同期的90.2%
    last_year = SAID["earlier"].search(base.words) and told.base not in LAST_YEAR
    other = last_year and told.base not in base.words and not SAID["earlier"].search(told.base)
    return bool(other or (year and not YEAR.search(told.base)))


def _apart(base: Statement, end: Statement, told: Statement, sure: bool) -> Iterator[Result]:
    readings = (base.found.reading, end.found.reading, told.found.reading)
    said = told.said["grown to"]
    falling = told.falling or bool(said and said["verb"] in DOWN)
    if told.said["better"]:
        falling = end.value < base.value  # 改善 may be more or less
    result = points(*readings, falling=falling)
    if said:
        # 提高到2.5个百分点 tells how high it is, where it is 94.1%
        claim = same(end.found.reading, replace(readings[2], unit=end.unit))
        if telling(result, CLEAR) and claim.verdict == INCONSISTENT:
            yield only(claim, "by", told, base, end, code="points")
    elif sure or fits(result):
        yield tied(result, base, end, told)


def _by_rate(
    base: Statement, end: Statement, told: Statement, own: bool = True
) -> Iterator[Result]:
    """A rate of a percentage: its growth, or points that are printed as a percentage.

    One that isn't the percentage's own may be that of a level before it.
    """
    readings = (base.found.reading, end.found.reading, told.found.reading)
    result = growth(*readings, falling=told.falling)
    if fits(result):
        yield tied(strictly(result), base, end, told)
        return
    # 跌幅近一成 is no slip for points
    in_per_cent = told.found.phrase.endswith(("%", "％"))
    for unit in ("个百分点", "个基点") if in_per_cent else ():
        meant = replace(told.found.reading, unit=unit)
        if fits(equations.points(*readings[:2], meant, falling=told.falling)):
            yield tied(as_points(result, told, unit), base, end, told)
            return
    if own:
        yield tied(in_doubt(result, "points or rate"), base, end, told)


def as_points(result: Result, told: Statement, unit: str) -> Result:
    right = told.found.phrase.replace("%", unit).replace("％", unit)
    message = replace(result.message, weight="points", right=(right,))
    return result.but(code="points", verdict=INCONSISTENT, message=message)
