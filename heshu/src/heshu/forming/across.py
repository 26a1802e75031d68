"""Joins of levels that stand apart: two years, multiples, prices and averages, small counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from heshu import equations, relations
from heshu.forming.slips import mended
from heshu.forming.slips import quotient as quotient_of
from heshu.forming.window import NOUN, Window, beyond_chance, fits, leads, same_span, telling, tied
from heshu.reading import RATIOS, Reading, ReadingError, read
from heshu.relations import CONSISTENT, INCONSISTENT, Result, strictly
from heshu.statements import CLAUSE, SAID, Statement, core

REPEATED = 1 << 9
growth = lru_cache(REPEATED)(relations.growth)
multiple = lru_cache(REPEATED)(equations.multiple)
# Of fewer than so many nobody tells a share in per cent
FEW = 10
# What can stand before the share of what was counted
SAMPLED = re.compile("随机|抽[查取检样]|回访|访问|走访|评查|测评")
HAVE, PARTED = re.compile("(?:表示|认为|满意|愿意)[^，]*$"), re.compile("[；;。]")
COUNTED = re.compile("(?:其中|其余|另|还|又|则|分别|[有约占仅近])*")
# By how much the two differ that are told before
# What is in so many of a place or of a house, and not that number: 21个国家的跑者中, 12个社区居民中
IN_PLACES = re.compile(
    "(?:国家|地区|省份?|[区县]市|[市区县镇村]|街道|社区|小区|学校|班级?|年级|医院|单位|企业|公司|团队)"
    "[^，中里内]{1,8}[中里]"
)
# What was found out of those that were counted, and who answered, in a sample that was valid
SURVEYED = re.compile(
    "(?:调查|问卷|访[问谈]|走访|调研|监测|抽样|摸底)[^，。]{0,6}(?:显示|表明|发现|结果)[，：:]?$"
)
# 50%通勤人口: what a percentage is of
OTHERS = re.compile("的?[一-鿿]{0,4}?(人口|人员|人群|用户|居民|企业|家庭|新人|乘客|面积)")
OF_NOUN = re.compile("的([一-鿿]{2})")
ASKED = re.compile("其中|[^其]中，|[；;。]")
RESPONDENTS = re.compile("的(?:受访|被访|调查对象|填答|答卷)")
VALID = re.compile("有效(?:问卷|样本|答卷|接听|回复)|受访")
SAMPLE_BACK = 2
PEOPLE = ("人", "名", "位")
TWO_APART = re.compile(
    "[两二]者[^，]{0,4}(?:相差|差距|之差|合计|共)|[前后]者比[前后]者[多少高低贵]"
)
# By how many times something is more than another
MORE = ("高出", "多出", "高", "多", "贵")
TIMES_MORE = re.compile(
    "比(?P<of>[^，比]{1,16}?)(?:增长|增加|提高|多出?|高出?|贵)(?=[\\d一两二三四五六七八九十近约超]|$)"
)
# 由4.6万亩扩大到21.3万亩，是获批时的4.6倍: of what was told to be before
TIMES_OF_THEN = re.compile(
    "(?:是|为|相当于|达到?)(?:[^，是为]{1,4}时|现在|目前|眼下|如今|当前|[^，是为]{1,4}年(?:之|以)?前)的"
)
# What a noun is counted by, at its end, and a short word for what is newly built
COUNT_OF = re.compile("(?:成交)?(?:套数|件数|户数|数量|总[量数额])$")
TIMES_MORE_THAN = re.compile("^(?P<subject>[^，]{2,10})?[比较](?=.)")
# How strong the test of a level must be that its name or its place tells
CLEAR = Fraction(9, 10)
# A level that a multiple is of stands so near to it, counted in figures
NEAR = 10
possible_share = lru_cache(REPEATED)(equations.possible_share)


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("rate", "multiple", "percent", "share", "level"))


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for i, one in enumerate(statements):
        if one.role == "rate" and one.of and one.of.role == "level":
            yield from _on_year(window, one, one.of)
        if one.role == "multiple" or (one.role == "rate" and one.unit == "倍"):
            yield from _multiple(window, statements, i)
        elif one.role in ("percent", "share"):
            yield from _small(window, statements, i) if i else ()
            yield from _of_sample(window, one)
        if one.role == "level":
            yield from _earlier(window, one)


@lru_cache(1 << 8)
def _year_of(time: str) -> int:
    return int(time[:4]) if re.fullmatch(r"\d{4}(?:-12-31)?", time) else 0


def _year(one: Statement) -> int:
    return _year_of(one.time) if one.time else 0


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
    if not all(names) or one.time[4:] != other.time[4:] or not same_span(one, other):
        return False
    return names[0] == names[1] or names[0][-4:] == names[1][-4:]


def _grew(window: Window, base: Statement, level: Statement, rate: Statement) -> Iterator[Result]:
    readings = base.found.reading, level.found.reading, rate.found.reading
    result = tied(strictly(growth(*readings, falling=rate.falling)), base, level, rate)
    named_alike = core(base.name) == core(level.name)
    if fits(result) or (named_alike and not window.comparable(level, rate)):
        yield result


def _multiple(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """是2011年的2.4倍, 是原来的2.5倍, 是去年同期100件的2.5倍."""
    told = statements[i]
    words = _as_times(told)
    level, sure = told.of, True
    by = told.found.reading.kind != "multiple_to"
    if by:
        last = statements[i - 1] if i else None
        level = level or (last if last and last.sentence == told.sentence else None)
    base: Statement | None = None
    if latter := SAID["former of latter"].search(words):
        yield from _of_latter(window, told, latter)
        return
    inside = statements[i - 1] if i > 1 else None
    between = window.between(inside, told) if inside else ""
    beside = inside is not None and between in ("", "）", ")", *(MORE if by else ()))
    # 相当于去年（2.94万人次）的1.3倍: the level may stand in brackets
    before = CLAUSE.split(inside.lead.rstrip("（("))[-1] if inside else ""
    of = (TIMES_MORE_THAN if by else SAID["times of"]).search(before) if beside else None
    if inside and of:
        base = inside
        others = [o for o in statements[: i - 1] if o.unit == base.unit and not _apart(o)]
        level = next(reversed(others), None)
        # 境外观众7.46万人次，是2023年（2.13万人次）的3.5倍: what was told right before
        beside = level is not None and level.number == base.number - 1 and not level.listed
        sure = (len(others) < 2 or beside) and not of["subject"]
        level = level.of if level and level.role in ("prior", "change") else level
    elif by and inside and inside.role == "prior" and between.lstrip("）)") in MORE:
        # 比同期一审案件（1103件）多1.16倍
        base, level = inside, inside.of
    elif level is not None and level.role == "percent" and words:
        yield from _of_named(window, level, told)
        return
    elif level is None or level.role != "level" or not words:
        return
    elif year := SAID["times of year"].search(words):
        if told.dates and not level.time.startswith(told.dates[-1]):
            # 累计2214人；2024年是2020年的1.8倍: the level is that of the year that is named here
            level = _of_year(window, statements, level, told.dates[-1][:4])
            if level is None:
                return
        base = _of_year(window, statements, level, year["year"])
        led = _base_led(window, level)
        sure = base is not None
        base = base or led
    elif TIMES_OF_THEN.search(words) and (led := _base_led(window, level)):
        base = led
    elif SAID["times of before"].search(words):
        priors = [one for one in level.told if one.role == "prior" and one.unit == level.unit]
        base = next(iter(priors), _base_led(window, level))
    elif time := SAID["times of a time"].search(words):
        try:
            base = _of_time(window, level, read(time["time"]).text)
        except ReadingError:
            return  # 是92月的2倍
    elif after := _prior_after(level, told, statements[i + 1 : i + 2]):
        base = after
    else:
        yield from _of_named(window, level, told)
    if base is not None and level is not None and level.unit == base.unit:
        result = _times(level, base, told)
        # 年产鱼286.8吨，每口池子1.34吨，产量是2021年的9.2倍: an average is no multiple of a total
        sure = sure and (base is inside or bool(level.said["per"]) == bool(base.said["per"]))
        if result and (sure or fits(result)):
            yield result


def _as_times(told: Statement) -> str:
    """The words of a multiple, and of by how many times something is more as if they told one:
    比新房增长1.5倍 as 是新房的1.5倍. None where they tell neither.
    """
    words = told.lead + told.found.phrase
    if told.found.reading.kind == "multiple_to":
        return words
    by = TIMES_MORE.search(words)
    return f"{words[: by.start()]}是{by['of']}的" if by else ""


def _times(level: Statement, base: Statement, told: Statement) -> Result | None:
    """Whether one level is the multiple of another; where words tell by how many times it is more,
    so much that it is so, or that it is only where they tell the multiple itself.
    """
    readings = level.found.reading, base.found.reading, told.found.reading
    times = multiple(*readings)
    if told.found.reading.kind == "multiple_to":
        return tied(times, level, base, told)
    grown = strictly(growth(readings[1], readings[0], readings[2], falling=told.falling))
    if fits(grown) or (telling(times, CLEAR) and grown.verdict == INCONSISTENT):
        return tied(grown, base, level, told)
    return None


def _of_time(window: Window, level: Statement, time: str) -> Statement | None:
    """The level of a part of the year, of which another one is a multiple: 是一季度的4.1倍."""
    near = window.near(level, NEAR, level.unit)
    of = [one for one in near if one.dates[-1:] == (time,) and one is not level]
    apart = [one for one in of if one.name and level.name and core(one.name) != core(level.name)]
    return of[0] if len(of) == 1 and not apart else None


def _of_latter(window: Window, told: Statement, said: re.Match[str]) -> Iterator[Result]:
    """A，B，前者是后者的2.5倍: the only two levels of a unit, or the two that 其中 leads to."""
    near = [one for one in window.since(told.number - NEAR) if one.number < told.number]
    between = [one for one in near if TWO_APART.search(one.words)]
    # 两者相差40555元，前者是后者的1.56倍: the two were told in the sentence before
    back = any(one.sentence == told.sentence for one in between)
    before = [
        one
        for one in near
        if one.role in ("level", "led", "prior")
        and one.unit not in RATIOS
        and told.sentence - one.sentence <= back
        and one not in between
    ]
    before = [one for one in before if one.unit == before[-1].unit and said["noun"] in one.words]
    if len(before) < 2:
        return
    if before[-1].said["per"] and before[-2].said["per"]:
        # 判赔总额6392万元，案均376万元，上年案均234万元: two averages, whose total is neither
        before = [one for one in before if one.said["per"]]
    first, second = before[-2:]
    level, base = (second, first) if said["latter"] else (first, second)
    result = _times(level, base, told)
    alone = len(before) == 2 or first.within
    # The two that were told last are the first to be tried
    if result and (alone or telling(result, CLEAR)):
        yield result


def _prior_after(level: Statement, told: Statement, after: list[Statement]) -> Statement | None:
    """The level that a multiple is of, told right after it: 是上年的1.39倍（上年61.92亿元）, or by
    the name that it has there: 是平日的2.7倍（平日约2400辆次）.
    """
    words = told.lead + told.found.phrase
    ago, named = SAID["times of ago"].search(words), SAID["times of a name"].search(words)
    for one in after:
        bracket = one.role == "level" and one.lead in (f"（{one.words}", f"({one.words}")
        called = named and bracket and named["noun"] == one.name
        if one.unit == level.unit and (called or (ago and one.role == "prior" and one.of is level)):
            return one
    return None


def _apart(one: Statement) -> bool:
    """Whether a level only says by how much another one is more or less."""
    return bool(re.search("[多少高低]出?了?$", one.words))


def _of_named(window: Window, level: Statement, told: Statement) -> Iterator[Result]:
    """A multiple of the level near to it that its words name: 二手房A套，是新房的1.5倍; of two that
    they name, 高位数是低位数的3.24倍, it is the first.
    """
    words = _as_times(told)
    named = SAID["times of a name"].search(words)
    if not named:
        return
    near = window.near(told, NEAR, level.unit, (level.role,))
    noun = named["noun"]
    if not any(_says(one.name or one.words, noun) for one in near if one is not level):
        # 新建商品住宅成交4826套, and 新房套数
        noun = COUNT_OF.sub("", noun).replace("新房", "新建") or noun
    subject = CLAUSE.split(words[: named.start()])[-1]
    if len(core(subject)) > 1 and _says(level.name, noun) and not _says(level.name, subject):
        levels = [one for one in near if one is not level and _begins_alike(one.name, subject)]
        bases = [one for one in near if _says(one.name, noun)]
        if len(levels) == len(bases) == 1:
            figures = (levels[0], level, told)
            result = _times(*figures)
            if result and (telling(result, CLEAR) or mended(figures, _multiple_of, quotient_of)):
                yield result
        return
    bases = [one for one in near if one is not level and _says(one.name or one.words, noun)]
    for base in reversed(bases):
        result = _times(level, base, told)
        called = len(bases) == 1 and _calls(base.name or base.words, noun)
        by = result is not None and result.code == "growth"
        if result and (
            beyond_chance(result, len(bases)) or (called and (by or telling(result, CLEAR)))
        ):
            yield result
            return


def _multiple_of(readings: Sequence[Reading]) -> Result:
    return multiple(*readings)


def _begins_alike(name: str, subject: str) -> bool:
    """Whether a subject begins with what a level is called: 县城泊位, of 县城845个."""
    one, other = core(name), core(subject)
    return len(one) > 1 and len(other) > 1 and (other.startswith(one) or one.startswith(other))


def _calls(name: str, noun: str) -> bool:
    """Whether a noun is a level's very name, or its longer or shorter form: 全年日均, of 日均."""
    one, other = core(name), core(noun)
    return len(one) > 1 and len(other) > 1 and (one.endswith(other) or other.endswith(one))


def _says(name: str, noun: str) -> bool:
    """Whether a noun names a level: both end alike, or one has all of the other."""
    one, other = core(name), core(noun)
    if not one or not other:
        return False
    return one[-2:] == other[-2:] or other in one or one in other


def _base_led(window: Window, level: Statement) -> Statement | None:
    """The level that this one grew from, right before it."""
    for one in window.since(level.number - 1):
        if one.number == level.number - 1 and leads(one, level):
            return one
    return None


def _of_year(
    window: Window, statements: list[Statement], level: Statement, year: str
) -> Statement | None:
    """The level of a year, before or after the one that is its multiple."""
    for one in [*window.before(level, level.unit), *statements]:
        near = one.paragraph == level.paragraph and abs(level.sentence - one.sentence) <= 1
        if not near or one is level or one.unit != level.unit:
            continue
        if one.role == "level" and "/" in one.time:
            continue
        if one.role in ("level", "prior", "led") and year in (one.time[:4], one.words[:4]):
            return one
    return None


def _small(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """28名受访者中，19.3%…，42.9%…: shares that no whole number of so few has."""
    told, first = statements[i], i
    while first and statements[first].role in ("percent", "share") and not statements[first].of:
        first -= 1
    count = statements[first]
    if first == i or count.role != "level" or count.sentence != told.sentence:
        return
    words = window.between(count, statements[first + 1])
    among = SAID["among"].match(words)
    if count.unit in RATIOS or told.unit != "%":
        return
    if not among and SURVEYED.search(words) and _of_these(window, count, told):
        # 对36家外贸企业的调查显示，55.6%的企业…: a share of these, and of no others
        result = possible_share(count.found.reading, told.found.reading)
        if result is not None and count.value >= FEW:
            yield tied(result, count, told)
        return
    if not among:
        yield from _sampled(window, count, told, i - first)
        return
    if count.unit not in PEOPLE and ("的" in among[0] or IN_PLACES.search(among[0])):
        return
    rate = SAID["ratio name"].search(told.name)
    if first + 1 < i and rate:
        return
    result = possible_share(count.found.reading, told.found.reading)
    # 210个交易日中，回报率15.54%: a rate need not be one of what was counted
    # Of 4个选项 no share in per cent is told
    few = count.value < FEW
    sure = not rate and not few and all(_counted(one) for one in statements[first + 1 : i + 1])
    sure = sure and not _of_others(window, count, told)
    if result is not None and (result.verdict == CONSISTENT or sure):
        yield tied(result, count, told)


def _of_others(window: Window, count: Statement, told: Statement) -> bool:
    """Whether a percentage is of something else than what was counted, by its noun (45个城市中，50%
    通勤人口), or stands in brackets of its own: 35只个股中，山西焦煤(8.37, -0.01, -0.12%).
    """
    noun, of = NOUN.match(window.text, count.found.end), OTHERS.match(window.text, told.found.end)
    other = of is not None and noun is not None and not set(of[1]) & set(noun[0])
    inside = window.opened(count, told) > 0
    return inside or other or told.found.phrase.startswith(("-", "−"))


def _sampled(window: Window, count: Statement, told: Statement, after: int) -> Iterator[Result]:
    """抽取36份文书，充分率94.4%; 随机访问家长34名，表示满意占91.2%: the first share of a sample."""
    words = window.before_words(count) + window.between(count, told)
    if after > 1 or count.value < FEW or not SAMPLED.search(words) or PARTED.search(words):
        return
    result = possible_share(count.found.reading, told.found.reading)
    if result is None:
        return
    sure = told.role == "share" and not told.base and bool(HAVE.search(told.words))
    if telling(result, CLEAR) or (sure and result.verdict == INCONSISTENT):
        yield tied(result, count, told)


def _of_these(window: Window, count: Statement, told: Statement) -> bool:
    """Whether a percentage is of what was counted, by its noun: 36家外贸企业, 55.6%的企业."""
    noun = NOUN.match(window.text, count.found.end)
    of = OF_NOUN.match(window.text, told.found.end)
    if noun is None or of is None:
        return False
    return of[1] in noun[0] and not ASKED.search(window.between(count, told))


def _of_sample(window: Window, told: Statement) -> Iterator[Result]:
    """有效问卷286份。…59.8%的受访者提到“等候时间长”: a share of a sample that was told before.

    Where no number of them makes it, it may be one of those who were asked another question first.
    """
    if told.unit != "%" or not RESPONDENTS.match(window.text, told.found.end):
        return
    for count in reversed(window.levels):
        if told.paragraph - count.paragraph > SAMPLE_BACK:
            return
        words = count.words + window.after_words(count)
        if count.role == "level" and count.number < told.number and VALID.search(words):
            result = possible_share(count.found.reading, told.found.reading)
            if result is not None and result.verdict == CONSISTENT:
                yield tied(result, count, told)
            return


def _counted(one: Statement) -> bool:
    """Whether a percentage can only be that of what was counted: 19.3%表示, 男性占60%; what has a
    name of its own (平均加薪17.6%, 浓度为80%的溶液) or is of another whole need not be.
    """
    return not one.base if one.role == "share" else bool(COUNTED.fullmatch(one.words))
