"""Percentages that words hold against each other: 增速快于城镇1.8个百分点, 占比较上年提高2.1%.

The first is told right before by how much it is more, the second has a name in those words or
stands near to it. Where that is printed in per cent, and is the points between the two and no
growth of one over the other, per cent is a slip for points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from heshu import equations, relations
from heshu.forming.changes import as_points
from heshu.forming.window import Window, fits, tied
from heshu.reading import Reading
from heshu.relations import CONSISTENT, INCONSISTENT, Result
from heshu.statements import CLAUSE, PARTED, SAID, Statement, core
from heshu.statements import named as name_of

REPEATED = 1 << 9
points = lru_cache(REPEATED)(equations.points)
growth = lru_cache(REPEATED)(relations.growth)

# The second percentage stands so near to the first, counted in figures
NEAR = 6
# One in a sentence before so many figures back, by its name without what need not be said again
BACK = 16
SAME_NAME = re.compile("各项|全部|全[省市县区州国]|本外币|人民币|余额|总[额量值]|规模|增速|水平")
# How likely chance may be over all percentages that it can be: where the words say that rates are
# held against each other, and where 高于各项贷款增速8.2% may tell what the other rate is
SAID_SO, OPEN = Fraction(1, 5), Fraction(1, 20)
# What 比上年低3.5% is told of, if it is told right after it
HELD = ("percent", "share", "prior")
ROLES = ("rate", "percent", "share", "prior", "led")
# Words before a percentage that is a level or a bound, and no difference
LEVEL = re.compile("不[高低快慢多少]于|[=＝]")
# What is itself by how much something is more or less
THAN = re.compile("[比较][^，]*[高低快慢多少]出?$")
# Words that hold one percentage against another
# Words for a growth, and for a time before it; for what is left to a target
GROWTH = re.compile("[增升降减涨跌][速幅]|增长率")
# 增长4.9%，比一季度加快0.6个百分点: of the rate right before, in so many words
SPEED = re.compile("[加放减][快缓慢]|[提降]速")
PULL = re.compile("拉[低高动升]|拖[累低]|贡献|[抬推]高|影响|带动")
TIME_BEFORE = re.compile(
    "(?:上年|去年|上月|上季度?|上半年|前一年|[一二三]季度|前三季度|前[一二三]个?月"
    r"|\d{1,2}(?:[-—－~～至]\d{1,2})?月份?)(?:同期|全年|[末底])?"
    "(?:的?[增升降减涨跌][速幅])?(?:为|是|达)?"
)
TOWARDS = re.compile("(?:距|距离|离)[^，]*$")
# 增速比各项贷款高5.1%, and not 较6月增速3.0%
DIFFERS = re.compile("(?:[高低快慢多少大小]出?了?|收窄|扩大|回落|加快|放缓|减缓|差距?[了为达]?)$")
# What a rate is to be kept above: 监管底线7.5%
FLOOR = re.compile("[底红]线|下限|最低|监管|警戒|预警")
LEFT = re.compile(
    "的?[^，]{0,8}(?:目标|要求|标准|水平|任务|红线|上限)?[，]?[还尚仍只]?[差有][着了]?"
)
# What a share is of by its words, and words for the time of another one
OF_SHARE = re.compile(
    "(?:^|[，与比较同])(?P<noun>[^，]{2,14}?)(?:所?占?的?(?:比[重例]|占比|份额))(?=$|[比较由从])"
)
THEN = re.compile("^(?:[当彼那]时|当年|上年|去年|(?:19|20)\\d\\d年)(?:为|是|占|仅|只有)")
HOLDS = re.compile("[高低快慢多少比较差]|收窄|扩大|回落|加快|放缓|减缓|提[高升]")


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("points", "rate", "percent"))


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for i, told in enumerate(statements):
        if told.role == "points":
            yield from _of_growths(window, statements, i)
            yield from _to_target(window, statements, i)
            yield from _of_share(window, statements, i)
        if not i or statements[i - 1].unit != "%" or told.number != statements[i - 1].number + 1:
            continue
        if told.role == "points" and told.found.reading.kind == "quantity":
            yield from _named(window, statements, i)
        elif told.unit == "%" and told.role in ("rate", "percent"):
            yield from _in_per_cent(window, statements, i)


def _others(statements: list[Statement], i: int) -> list[Statement]:
    """The percentages that the one before figure i may be held against."""
    told, first = statements[i], statements[i - 1]
    return [
        one
        for one in statements[max(0, i - NEAR) : i + NEAR]
        if one.unit == "%"
        and one.role in ROLES
        and one not in (told, first)
        and one.sentence == told.sentence
    ]


def _between(first: Statement, other: Statement, told: Statement) -> Result:
    """The points between two percentages, whichever is larger; their signs count for rates."""
    readings = [_fallen(one) for one in (first, other)]
    falling = _signed(first) < _signed(other)
    meant = replace(told.found.reading, unit="个百分点")
    return tied(points(readings[1], readings[0], meant, falling=falling), other, first, told)


def _fallen(one: Statement) -> Reading:
    """A percentage below nothing where it is a fall."""
    reading = one.found.reading
    if one.role != "rate" or not one.falling or reading.interval is None:
        return reading
    return replace(reading, interval=-reading.interval)


def _signed(one: Statement) -> float:
    return -one.value if one.role == "rate" and one.falling else one.value


# Per cent for points


def _in_per_cent(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    told, first = statements[i], statements[i - 1]
    if window.text[told.found.end : told.found.end + 1] in ("的", "、") or LEVEL.search(told.lead):
        return  # 高于92%的公司, 不低于80%, 高于浓度的30%、50%: no difference
    if told.lead.endswith("的"):
        return  # 高于平台平均的7.9%: what it is above
    if THAN.search(first.words) or first.said["higher or lower"]:
        return  # 甲组低36%，乙组低16%: each is held against something else
    # 收益率4.18%，成本率2.31%: a rate that nothing is held against is itself one in per cent
    said = HOLDS.search(told.words) and told.said["rates apart"] and DIFFERS.search(told.words)
    beyond = SAID["apart"].search(told.lead) or told.said["higher or lower"]
    held = first.role in HELD or SAID["no other"].fullmatch(told.lead)
    if first.sentence != told.sentence or not (said or (beyond and held)):
        return
    others = _others(statements, i)
    chance = OPEN if told.said["above what"] else SAID_SO
    for other in others:
        result = _between(first, other, told)
        if result.verdict != CONSISTENT or result.strength is None:
            continue
        low, high = sorted((first, other), key=lambda one: one.value)
        grown = [
            growth(a.found.reading, b.found.reading, told.found.reading, falling=a is high)
            for a, b in ((low, high), (high, low))
        ]
        unlikely = (1 - result.strength) * len(others) <= chance
        if unlikely and all(one.verdict == INCONSISTENT for one in grown):
            yield tied(as_points(grown[first is low], told, "个百分点"), other, first, told)
            return


# Points by which a growth is above that of a time before, and what is left to a target


def _before(window: Window, one: Statement) -> bool:
    """Whether a rate is that of a time before, and of nothing else: 上年增长14.2%."""
    final = SAID["final"].match(window.text, one.found.end)
    return bool(TIME_BEFORE.fullmatch(one.words) and final)


def _of_growths(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """增长8.8%，增速同比回落5.4个百分点（上年增长14.2%）, or 增速比上年（14.2%）回落5.4个百分点."""
    told = statements[i]
    here = [one for one in statements[max(0, i - 2) : i + 2] if one.sentence == told.sentence]
    rates = [one for one in here if one.role == "rate" and one.number < told.number]
    if not rates or rates[-1].unit != "%" or rates[-1].worked:
        return
    first = rates[-1]
    after = [one for one in here if one.number > told.number and _before(window, one)]
    between = [one for one in here if first.number < one.number < told.number]
    # 下降1.9%，占全部的39.8%，拉低增速0.8个百分点: what one part does to the growth of the whole
    if PULL.search(told.words) or any(one.role == "share" for one in between):
        return
    others = [one for one in between or after if one.unit == "%" and one.role in ROLES]
    said = GROWTH.search("".join(one.lead for one in (*between, told))) or SPEED.search(told.words)
    if len(others) != 1 or not said or others[0].number != first.number + (1 if between else 2):
        return
    other = others[0]
    base = (told.base or "").removesuffix("同期")
    when = ("上年", "去年") if base in ("同比", "上年", "去年") else (base,)
    if between or (base and any(word in other.words for word in when)):
        # 跌幅较上月的5.2%收窄: of the same direction, where it has no verb of its own
        alike = first if other.role == "rate" else replace(first, falling=False)
        result = _between(alike, other, told)
        yield tied(result, other, first, told)


def _to_target(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """覆盖率35.8%，距38%的目标还差2.2个百分点: what is left to a target, of what was told last."""
    told = statements[i]
    before = [one for one in statements[:i] if one.unit == "%" and one.sentence == told.sentence]
    if len(before) < 2 or told.number != before[-1].number + 1:
        return
    level, target = before[-2:]
    left = LEFT.fullmatch(window.between(target, told))
    if not left or not TOWARDS.search(target.words) or level.role not in ("percent", "share"):
        return
    readings = level.found.reading, target.found.reading, told.found.reading
    # 距监管底线7.5%有3.44个百分点: what is to be kept, and not to be reached
    kept = bool(FLOOR.search(target.words))
    yield tied(points(*readings, falling=kept), level, target, told)


# Points by which the share of what is named in a sentence before has risen


def _of_share(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """老年人占26.26%。老年人的比重上升8.41个百分点，当年为17.85%: between the share that was
    told of what is named and that of another time.
    """
    told = statements[i]
    beside = [one for one in statements[max(0, i - 1) : i + 2] if one is not told]
    for base in beside:
        # 2010年的48.61%相比，城镇人口比重上升: the name stands by the points, or by what it was
        before = base.number < told.number
        said = OF_SHARE.search(told.words) or (before and OF_SHARE.search(base.words))
        then = THEN.search(base.words) or (before and base.role == "prior")
        if not said or not then or base.unit != "%" or base.sentence != told.sentence:
            continue
        name = core(said["noun"])
        shares = [
            share
            for level in window.near(told, BACK, "", ("level",))
            for share in level.told
            if share.role == "share" and share.unit == "%" and _is_noun(name, core(level.name))
            if share.sentence != told.sentence and not share.base
        ]
        if len(name) < 2 or len(shares) != 1:
            continue
        share = shares[0]
        readings = base.found.reading, share.found.reading, told.found.reading
        yield tied(points(*readings, falling=told.falling), base, share, told)


def _is_noun(name: str, noun: str) -> bool:
    """Whether a level has a name, or one of which it is short: 城镇人口, and 居住在城镇的人口."""
    rest = iter(noun)
    return name == noun or (len(noun) > 1 and all(one in rest for one in name))


# Points between two that are named


def _named(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """快于城镇1.8个百分点: the percentage of what is named, in the sentence."""
    told, first = statements[i], statements[i - 1]
    named = told.said["apart from"]
    noun = core(named["noun"]) if named else ""
    if len(noun) < 2 or first.sentence != told.sentence:
        return
    if window.text[told.found.end : told.found.end + 1] in ("、", "和"):
        return  # 甲、乙增长10.1%和10.6%，快于全部6.2和6.7个百分点: each is held against a third
    others = [
        one for one in _others(statements, i) if one.role == first.role and noun in _name(one)
    ]
    if len(others) == 1 and noun not in _name(first):
        result = _between(first, others[0], told)
        # 青年占64%，白天占39%；游客占27%，比白天低18个百分点: of the young, by day
        # and 食品支出占比城镇29%，农村32%，居住占比相反，城镇24%，比农村低8个百分点: of food
        parted = others[0].number < first.number and (
            PARTED.search(first.lead) or len(CLAUSE.findall(first.lead)) > 1
        )
        # 机收率84.4%，综合机械化率高出全省3.4个百分点（全省83.9%）: of what has a name of its own
        own = core(SAME_NAME.sub("", name_of(told.words[: named.start()]))) if named else ""
        name = _name(first)
        another = len(own) > 1 and own not in name and not (name and core(name) in own)
        if not (parted or another) or fits(result):
            yield result
    elif not others:
        others = list(_told_before(window, first, noun))
        results = [_between(first, one, told) for one in others]
        # 较年初增加632亿元，增长6.93%: a rate that doesn't say against what may be another one
        sure = len(others) == 1 and others[0].base == first.base
        sure = sure and bool(first.base or first.role == "percent")
        yield from (one for one in results if sure or one.verdict == CONSISTENT)


def _told_before(window: Window, first: Statement, noun: str) -> Iterator[Statement]:
    """The percentages of what is so named in the sentences of the paragraph before, growths like
    the one that is held against them, or not.
    """
    noun = SAME_NAME.sub("", noun)
    if len(noun) < 2 or SAME_NAME.sub("", _name(first)) == noun:
        return
    for one in window.since(first.number - BACK):
        if one.paragraph != first.paragraph or one.sentence == first.sentence:
            continue
        if SAME_NAME.sub("", one.name) != noun:
            continue
        if first.role == "percent" and one.role == "percent":
            yield one
        elif first.role == "rate" and one.role == "level":
            yield from (rate for rate in one.told if rate.role == "rate" and rate.unit == "%")


def _name(one: Statement) -> str:
    return one.of.name if one.of is not None and not one.name else one.name
