"""Ratios a:b:c: their terms add up to a hundred, and are the shares of levels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from heshu import equations, relations
from heshu.characters import plain
from heshu.forming.wholes import Wholes
from heshu.forming.window import (
    Window,
    beyond_chance,
    fits,
    near_time,
    quotient,
    same_time,
    telling,
    tied,
)
from heshu.numerals import number
from heshu.reading import Reading
from heshu.relations import Result
from heshu.spans import Span
from heshu.statements import ASIDE, CLAUSE, SAID, Statement, core, named

# A ratio of two is looked for among so many levels before it, and its structure so far back
LOOKED_AT = 8
PARAGRAPHS = 2
# The ratio of the sexes, but not that of those who were born, or are of an age
SEXES = re.compile(
    "(?:全[国省市县区州旗]|常住|总|人口|的)*性别比(?:[由从].*[降升变][为至成到]|为|是)?"
)
# What one character of a ratio's name tells: 生师比
CALLED = {
    "乡": re.compile("[乡农]"),
    "生": re.compile("学生|在校生|学员|幼儿"),
    "师": re.compile("教师"),
    "普": re.compile("普通高中|普高"),
    "职": re.compile("中职|中等职业|职业高中|职高"),
}
# Ratios that may be of other things than are named alike
OF_MORE = "普床"
# 床护比 is of beds and of nurses
BEDS = frozenset(("张", "人"))
# Ratios that have a name, of two levels that have others
NAMED = {
    re.compile("抚养比|赡养比"): (re.compile("在职|缴费"), re.compile("退休|待遇")),
    re.compile("求人倍率|求人比"): (re.compile("招聘|岗位|需求"), re.compile("求职")),
    re.compile("报录比"): (re.compile("报考|报名"), re.compile("录取")),
}
# Of these a ratio has no terms: 求人倍率为1.26
TIMES = re.compile("求人倍率(?:约?为|是|达)?$")
# Who works for how many pensioners: of all insured but these
DEPENDENTS = re.compile("抚养比|赡养比|负担比|(?:职工|人员|人数)与[离退]")
WORKING = re.compile("在职|缴费|在岗")
RETIRED, INSURED = re.compile("离?退休"), re.compile("职工|参保|企业")
BOTH = re.compile("[两二]者(?:之比|的?比[例值])")
EACH_TIME = re.compile("[（(]?(?:每|/)个?(?P<time>[年月周日天季])")
ANOTHER = re.compile("出生|婴|岁")
# Of which school pupils and teachers are
SCHOOL = re.compile(
    "幼儿园?|学前|小学|初中|高中|中学|中职|职业|职校|技工|特殊教育|普高|高校|高等|本科|大学|研究生|义务教育"
)


# 农村居民 has no noun of its own
SHORT = 4
NO_TERMS = re.compile("比[例值率]?(?:为|达|是|由[^，]{0,14})?(?:缩小|扩大)?[为到至]?$")

# The roles of figures one of which a sentence must have for this to form anything
# 结构由初步核算的12.5∶40.3∶47.2调整为: what it was before
WAS = re.compile("[由从][^，；]{0,12}$")
NEEDED = frozenset(("ratio", "level", "prior"))


def form(wholes: Wholes, window: Window, statements: list[Statement]) -> Iterator[Result]:
    for one in statements:
        if one.role in ("level", "prior") and not one.unit:
            yield from _of_sexes(window, one)
            if NO_TERMS.search(one.words) or TIMES.search(one.words):
                # 城乡居民收入比由2.31缩小为2.07: a ratio to one that isn't printed
                yield from _of_two(window, one)
        if one.role != "ratio":
            continue
        terms = one.found.reading.terms
        if len(terms) > 2 or _composed(one):
            yield from _structure(wholes, one)
        else:
            yield from _of_two(window, one)


def _terms(one: Statement) -> list[Reading]:
    """The terms of a ratio as percentages, each with its own phrase."""
    phrases = re.split("[:：]", plain(one.found.phrase).replace(" ", ""))
    return [
        Reading(phrase, "quantity", number(phrase)[0], term, "%", "rounded")
        for phrase, term in zip(phrases, one.found.reading.terms, strict=True)
    ]


def _composed(one: Statement) -> bool:
    """Whether the two terms of a ratio are shares: 52.4:47.6."""
    terms = _terms(one)
    total = sum(term.value for term in terms if isinstance(term.value, Fraction))
    return all("." in term.phrase for term in terms) and 95 <= total <= 105


def _structure(wholes: Wholes, one: Statement) -> Iterator[Result]:
    terms = _terms(one)
    result = equations.hundred(*terms)
    structure = SAID["structure"].search(CLAUSE.split(one.lead)[-1])
    fine = any("." in term.phrase for term in terms)
    if fits(result) or ((structure or len(terms) == 2) and fine):
        yield tied(result, *([one] * len(terms)))
    if one.said["led"] or one.said["earlier"] or WAS.search(one.words):
        return  # 由上年的8.9:41.8:49.3调整为…: the levels that were told aren't of that time
    members, whole = wholes.complete.get(len(terms), ([], None))
    if not members or not fits(result) or one.paragraph - members[0].paragraph > PARAGRAPHS:
        return
    named = structure and all("产业" in member.words for member in members)
    results = []
    for term, member in zip(terms, members, strict=True):
        if whole is not None:
            shared = relations.share(member.found.reading, whole.reading, term)
            results.append(shared.but(found=(member.found, whole, one.found)))
            continue
        others = [other for other in members if other is not member]
        shared = equations.share_of_parts(
            member.found.reading, term, *(other.found.reading for other in others)
        )
        results.append(tied(shared, member, *others, one))
    if named or all(fits(shared) for shared in results):
        yield from results


def _of_two(window: Window, one: Statement) -> Iterator[Result]:
    """外聘教师与专任教师之比为0.47:1, or a ratio of two levels near to it."""
    printed = one.found.reading
    if printed.interval is None:
        return
    near = window.near(one, LOOKED_AT)
    times = {level.number: _at_a_time(window, level) for level in near}
    if len(set(times.values()) - {""}) > 1:
        return  # 城市每月860元，农村7920元（每年），城乡比1.3∶1
    if match := one.said["ratio of"]:
        first = [other for other in near if core(other.name).endswith(core(match["first"]))]
        second = [other for other in near if core(other.name).endswith(core(match["second"]))]
        if not first and not second:
            # 出口货值A，进口货值B，出口与进口之比
            first = _begins(near, match["first"])
            second = _begins(near, match["second"])
        if len(first) == len(second) == 1 and first[0].unit == second[0].unit:
            yield _ratio(first[0], second[0], one)
            return
        named_one = (first, second) if len(first) + len(second) == 1 else ((), ())
    else:
        named_one = ((), ())
    if DEPENDENTS.search(one.words) and (told := list(_dependents(near, one))):
        yield from told
        return
    for name, (one_of, other_of) in NAMED.items():
        first = [other for other in near if one_of.search(other.name)]
        second = [other for other in near if other_of.search(other.name) and other not in first]
        if not name.search(one.words) or not first or not second:
            continue
        a, b = first[-1], second[-1]
        counts = a.unit == b.unit or TIMES.search(one.words)
        if counts and a.sentence == b.sentence == one.sentence and same_time(a, b):
            result = _ratio(a, b, one)
            # 抚养比由上年末的2.61∶1降为2.54∶1: the first is of another time
            # 电工求人倍率2.31: of a trade
            another = TIMES.search(one.words) and not _beside(a, b, one)
            if fits(result) or not (one.said["led"] or one.said["earlier"] or another):
                yield result
        return
    last = near[-2:]
    if BOTH.search(one.words) and len(last) == 2 and last[1].number == one.number - 1:
        # 行政571件、民事112件，二者之比约为5.1∶1
        a, b = last
        beside = a.number == b.number - 1 and a.sentence == one.sentence and not a.told
        more = [o for o in near if o.unit == a.unit and o.sentence == a.sentence][:-2]
        if beside and a.unit == b.unit and near_time(a, b):
            result = _ratio(a, b, one)
            if fits(result) or not more or a.within:
                yield result
            return
    if short := SAID["short ratio"].search(one.words):
        first, second = (_called(near, short[said], short["noun"]) for said in ("first", "second"))
        if not first or not second:
            # 专任教师5216人，生师比14.7∶1，在校生76850人
            near += [
                other
                for other in window.since(one.number + 1)
                if other.number == one.number + 1 and other.sentence == one.sentence
            ]
            first, second = (
                _called(near, short[said], short["noun"]) for said in ("first", "second")
            )
        if short["second"] == "师":
            first = _of_school(near, first, second)
        if len(first) == len(second) == 1 and first[0] is second[0]:
            # 城乡居民人均可支配收入分别为29716元和16842元
            dealt = short["noun"] in first[0].name
            second = [o for o in near if o.number == first[0].number + 1 and o.listed and dealt]
        if len(first) == len(second) == 1 and first[0].unit == second[0].unit:
            result = _ratio(first[0], second[0], one)
            # 普职比 is of pupils, not of schools
            # 学生男女比例 is of others than 男教师 and 女教师, 由上年的 of another time
            others = named(one.words[: short.start()]) or SAID["earlier"].search(one.words)
            doubt = (
                others
                or short["first"] in OF_MORE
                or SAID["led"].search(one.words)
                or not same_time(first[0], second[0], one)
            )
            if fits(result) or not (doubt or _other_noun(second[0], short["noun"])):
                yield result
            return
        # Of several schools it is that of the pupils and teachers told last
        both = [(a, b) for a in reversed(first) for b in reversed(second) if _alike(a, b)]
        for i, (a, b) in enumerate(both):
            if quotient(a, b, one) and beyond_chance(result := _ratio(a, b, one), i + 1):
                yield result
                return
    # 合计16741户，注销5163户，新设与注销之比3.24∶1: of the one that is named
    a_named, b_named = named_one
    pairs = [
        (a, b) for a in a_named or near for b in b_named or near if a is not b and a.unit == b.unit
    ]
    for a, b in pairs:
        if not quotient(a, b, one):
            continue
        if beyond_chance(result := _ratio(a, b, one), len(pairs) // 2):
            yield result
            return


def _beside(a: Statement, b: Statement, one: Statement) -> bool:
    """Whether a ratio that has no name but its own follows right after its two levels."""
    right_after = {one.number - a.number, one.number - b.number} == {1, 2}
    return right_after and not named(TIMES.sub("", one.words))


def _alike(one: Statement, other: Statement) -> bool:
    """Whether two levels are counted alike, or are beds and those who tend them."""
    return one.unit == other.unit or {one.unit, other.unit} == BEDS


def _dependents(near: list[Statement], one: Statement) -> Iterator[Result]:
    """职工养老保险213.5万人，离退休人员61.4万人，抚养比2.48∶1: of all but those who are retired."""
    if any(WORKING.search(other.name) for other in near):
        return
    retired = [other for other in near if RETIRED.search(other.name)][-1:]
    insured = [
        other
        for other in near
        if retired
        and other.unit == retired[0].unit
        and other.value > retired[0].value
        and INSURED.search(other.name)
    ]
    for i, whole in enumerate(reversed(insured)):
        working = whole.value - retired[0].value
        if any(abs(other.value - working) <= other.room + whole.room for other in near):
            return
        figures = (whole, retired[0], one)
        result = _besides([each.found.reading for each in figures])
        if beyond_chance(result, i + 1) or (len(insured) == 1 and telling(result)):
            yield tied(result, *figures)
            return


def _besides(readings: Sequence[Reading]) -> Result:
    def ratio(whole: Span, rest: Span) -> Span | None:
        times = relations.ratio_of(whole, rest)
        return times and times - 1

    return relations.held("ratio", readings, ratio, relations.missing_of(readings))


def _at_a_time(window: Window, one: Statement) -> str:
    """The time that a level is for: 每月860元, 7920元（每年）."""
    after = EACH_TIME.match(window.text, one.found.end)
    said = EACH_TIME.search(one.words) or after
    return said["time"] if said else ""


def _begins(near: list[Statement], noun: str) -> list[Statement]:
    """The levels whose names begin with a noun."""
    return [one for one in near if len(core(noun)) > 1 and core(one.name).startswith(core(noun))]


def _other_noun(level: Statement, noun: str) -> bool:
    """Whether the second level of a ratio has another noun: 农村居民人均消费支出, of 城乡收入比."""
    return bool(noun) and noun not in level.name and len(core(level.name)) > SHORT


def _of_sexes(window: Window, one: Statement) -> Iterator[Result]:
    """总人口性别比105.80: so many men to a hundred women."""
    clause = ASIDE.sub("", window.before_words(one))
    if not SEXES.fullmatch(CLAUSE.split(clause)[-1]):
        return
    near = window.near(one, LOOKED_AT, "人")
    # 男婴4387名、女婴4039名，性别比108.6: those who were told right before may be of an age
    beside = [o.number for o in near[-2:]] == [one.number - 2, one.number - 1]
    if not beside or near[-2].sentence != one.sentence:
        near = [other for other in near if not ANOTHER.search(other.name)]
    men, women = (_called(near, sex, "") for sex in ("男", "女"))
    if len(men) == len(women) == 1 and men[0].sentence == women[0].sentence:
        in_per_cent = replace(one.found.reading, unit="%")
        readings = men[0].found.reading, women[0].found.reading, in_per_cent
        yield tied(equations.multiple(*readings), men[0], women[0], one)


def _called(near: list[Statement], word: str, noun: str) -> list[Statement]:
    """The levels that one character of a ratio's name tells, and its noun where several do: 城乡
    收入比, of 城镇居民人均可支配收入.
    """
    said = CALLED.get(word, re.compile(word))
    found = [one for one in near if said.search(one.name) and not SAID["plan"].search(one.name)]
    return [one for one in found if noun in one.name] if len(found) > 1 and noun else found


def _of_school(
    near: list[Statement], pupils: list[Statement], teachers: list[Statement]
) -> list[Statement]:
    """The pupils of the only teachers that are named, where these are of one school: 小学教师 teach
    none of all who are in 义务教育. 小学, of which 教师 follow, may stand for its pupils.
    """
    school = SCHOOL.search(teachers[0].name) if len(teachers) == 1 else None
    others = [one for one in pupils if SCHOOL.search(one.name)]
    if (
        school is None
        or not pupils
        or others != pupils
        or any(school[0] in one.name for one in pupils)
    ):
        return pupils
    return [one for one in near if school[0] in one.name and one not in teachers]


def _ratio(one: Statement, other: Statement, told: Statement) -> Result:
    missing = relations.missing_of([one.found.reading, other.found.reading, told.found.reading])
    readings = one.found.reading, other.found.reading, told.found.reading
    return tied(relations.held("ratio", readings, relations.ratio_of, missing), one, other, told)
