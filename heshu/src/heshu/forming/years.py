"""Years that words name and the figures contradict.

比2018年提高220元, where the level of 2018 is printed and 220元 lead from that of 2021: the year is
a slip, or the figure. So it is where a level is compared with another one of its own year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from heshu import equations, relations
from heshu.forming.series import NUMERALS
from heshu.forming.window import YEAR, Window, tied
from heshu.reading import RATIOS
from heshu.relations import CONSISTENT, INCONSISTENT, Result
from heshu.statements import SAID, Statement, held_words

REPEATED = 1 << 9
parts = lru_cache(REPEATED)(relations.parts)
growth = lru_cache(REPEATED)(relations.growth)
same = lru_cache(REPEATED)(relations.same)
difference = lru_cache(REPEATED)(equations.difference)

# The levels are looked for so many figures back
BACK = 12
# How likely chance may be over all levels that a change can lead between
CHANCE = Fraction(1, 20)
NAMED = re.compile(r"(?P<year>(?:19|20)\d\d)年?(?:全年|同期|度)?[末底]?")
ROLES = ("level", "prior", "led")
# The year of what a level is compared with, and the date of what a sentence tells
COMPARED_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年?(?P<end>[末底])?的?$")
LAST_YEAR = re.compile("(?:上|去|上一)年的?$")
DATED = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:全年|[末底])?")
NOW = re.compile("[目当眼]前|现在|如今|眼下|[今本]年|截[至止]")
# The year of a sentence's topic is looked for so many characters back
TOPIC = 240
TOLD = re.compile(r"(?<![由从自比较与和同\d])(?P<year>(?:19|20)\d\d)年(?:全年|度)?(?P<end>[末底])?")
TITLE = re.compile(
    r"[^。\n\d]{0,24}(?P<year>20\d\d)年(?:度|全年)?[^。\n\d]{0,16}(?:情况|公报|概况|总结|综述|年报)[^。\n\d]{0,6}\n"
)
OPENING = re.compile("[。！？；\n]")
OPENS = re.compile("(?:[^，。]{0,12}，|截[至止]|[^，。\\d]{0,8})")
BEGUN = re.compile(
    "[^，。]{0,12}(?:的|以来|建成|起[，，]|启动|成立|开[通业馆园]|投[产用运]|实施|揭牌|[至到—－~～-])"
)
# A level of a year that something is compared with, or is a multiple of, or has come back to
YEAR_OF_LEVEL = (
    "(?:[较比与同是为]|恢复[至到]了?|相当于|超过?了?|达到?了?|[高低多少]于|高出)"
    "(?P<time>(?:19|20)\\d\\d年(?:同期|全年|春运|春节(?:假期)?|国庆(?:假期)?|五一(?:假期)?|上半年)?[末底]?)的?"
)
COMPARED_WITH = re.compile(f"{YEAR_OF_LEVEL}$")
COMPARED_AGAIN = re.compile(f"(?:[但而且又也仍还已虽更并]|相比)*{YEAR_OF_LEVEL}(?P<noun>)")
TOLD_AGAIN = re.compile(
    r"(?P<time>(?:19|20)\d\d年(?:全年|同期)?[末底]?)(?P<noun>[^，。；\d]{0,6}?)(?:仅|只|还)?(?:为|是|有|达)"
)
NO_LEVEL = re.compile("预算|计划|目标|任务|预计|预期|预测|指标|初|原")
SENTENCE = 120
# A change stands by the level that it is measured against, and a rate after the change
BESIDE = 2
# and another level of its year so many figures after one
AGAIN = 5


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("level", "prior", "rate", "change"))


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for i, told in enumerate(statements):
        if told.role == "level" and told.unit not in RATIOS and told.said["total"]:
            yield from _all_years(statements, i)
        if told.role in ("level", "prior"):
            yield from _twice(statements, i)
        if told.role == "prior" and told.of is not None:
            yield from _of_its_own_year(window, told, told.of)
        named = NAMED.fullmatch(told.base)
        # 2023年和2024年同比分别上升15.7%、10.0%: the years that these are of
        dealt = told.listed or "分别" in told.lead
        if named and told.role in ("rate", "change") and not told.worked and not dealt:
            yield from _from_another_year(window, statements, told, named["year"])


def _all_years(statements: list[Statement], i: int) -> Iterator[Result]:
    """三年共412件，其中2022年157件、2023年139件、2024年116件: each year, so that they are all."""
    total = statements[i]
    pieces: list[Statement] = []
    for one in statements[i + 1 :]:
        alike = one.role == "level" and one.unit == total.unit and one.sentence == total.sentence
        if not alike or one.number != total.number + 1 + len(pieces) or not one.dates:
            break
        pieces.append(one)
    if any(one.name and one.name not in total.name for one in pieces):
        return
    years = [int(one.dates[-1]) if one.dates[-1].isdigit() else 0 for one in pieces]
    if len(years) < 2 or any(b != a + 1 for a, b in pairwise(years)):
        return
    said = SAID["so many years"].findall(total.lead)
    counted = [NUMERALS.get(number) or int(number) for number in said]
    period = total.time == f"{years[0]}/{years[-1]}"
    if len(years) in counted[-1:] or period:
        readings = [one.found.reading for one in (total, *pieces)]
        result = parts(*readings)
        if result.verdict == INCONSISTENT:
            yield tied(result, total, *pieces)


def year_of(one: Statement) -> str:
    """The year that a level's own words name, "" where they name none."""
    if one.dates:
        return one.dates[-1][:4]
    found = YEAR.findall(one.words)
    return found[-1] if found else ""


def when(one: Statement) -> str:
    """The time that a level's own words name, "" where they name none."""
    found = COMPARED_YEAR.search(one.words)
    # 2024年比2023年（52.1亿元）: of the year that another one is compared with
    compared = found is not None and one.words[: found.start()].endswith(("比", "较", "与", "同"))
    if one.dates and not compared:
        return one.dates[-1]
    if not found:
        return ""
    return found["year"] + ("-12-31" if found["end"] else "")


def _of_its_own_year(window: Window, base: Statement, level: Statement) -> Iterator[Result]:
    """2025年客运量2137万人次，较2025年的1859万人次增长15.0%: a time has one level."""
    time = when(base)
    if not time or base.unit != level.unit or base.unit in RATIOS:
        return
    if NO_LEVEL.search(base.words) or not _leads_to(base, level):
        return
    twice = level if time in (_time_of(window, level), _topic(window, level)) else None
    twice = twice or next(
        (
            other
            for other in level.told
            if other.role == "prior"
            and other.number < base.number
            and time in (when(other), _year_before(other, window, level))
            and _leads_to(other, level)
        ),
        None,
    )
    if twice is not None:
        yield from _one_level(twice, base)


def _one_level(first: Statement, second: Statement) -> Iterator[Result]:
    """Two levels of one thing at one time, which are no two numbers."""
    claim = same(first.found.reading, second.found.reading)
    if claim.verdict == INCONSISTENT:
        message = replace(claim.message, weight="one year")
        yield tied(replace(claim, code="difference", message=message), first, second)


def _twice(statements: list[Statement], i: int) -> Iterator[Result]:
    """较2022年的98.14亿元增长14.5%，2022年为109.52亿元, and 较2021年的A减少X，但仍比2021年的B多Y: a
    level is told of one year twice, with no other level between.
    """
    first = statements[i]
    compared = COMPARED_WITH.search(held_words(first))
    if not compared or first.unit in RATIOS or NO_LEVEL.search(first.words):
        return
    for one in statements[i + 1 : i + 1 + AGAIN]:
        if one.sentence != first.sentence:
            return
        if one.unit != first.unit or one.role in ("change", "rate", "share", "points", "multiple"):
            continue
        words = held_words(one)
        again = COMPARED_AGAIN.fullmatch(words) or TOLD_AGAIN.fullmatch(words)
        noun = (again["noun"] or "").rstrip("的") if again else ""
        owners = [other.name for other in (first, *([first.of] if first.of else []))]
        if again and not noun and again["time"][:4] != compared["time"][:4]:
            continue  # 比2023年的A少，但比2022年的B多，也超过了2021年的C
        told = again and _one_time(again["time"], compared["time"]) and not one.listed
        if told and (not noun or any(noun in name for name in owners)):
            yield from _one_level(first, one)
        return


def _one_time(one: str, other: str) -> bool:
    """Whether two times are one: 2019年春运 and 2019年同期, but not 2019年 and 2019年同期."""
    alike = one[:4] == other[:4] and "年" not in (one[-1], other[-1])
    return one == other or (alike and "同期" in (one[5:], other[5:]))


def _leads_to(base: Statement, level: Statement) -> bool:
    """Whether the change or the rate beside a level of another time leads from it."""
    return any(
        told.role in ("rate", "change")
        and abs(told.number - base.number) <= BESIDE
        and told.unit in ("%", base.unit)
        and _led(base, level, told).verdict == CONSISTENT
        for told in level.told
    )


def _time_of(window: Window, level: Statement) -> str:
    """The time of a level: that of its own words, or one that its sentence begins with."""
    before = window.text[max(0, level.found.start - SENTENCE) : level.found.start]
    words = re.split("[。！？\n]", before)[-1]
    dated = list(DATED.finditer(words))
    if not dated or NOW.search(words, dated[-1].end()):
        return ""
    after = words[dated[-1].end() :]
    if level.dates:
        return "" if "的" in after else level.dates[-1]
    return level.time if after.startswith("，") else ""


def _topic(window: Window, level: Statement) -> str:
    """The year that a sentence of the paragraph opens with, if all since then is told of it, or
    that the title of a report names.
    """
    before = window.text[max(0, level.found.start - TOPIC) : level.found.start]
    words = before.rsplit("\n", 1)[-1]
    dated = list(TOLD.finditer(words))
    if not dated:
        title = TITLE.match(window.text)
        return title["year"] if title and not NOW.search(words) else ""
    last = dated[-1]
    opening = OPENING.split(words[: last.start()])[-1]
    after = words[last.end() :]
    if not OPENS.fullmatch(opening) or BEGUN.match(after) or NOW.search(after):
        return ""
    return last["year"] + ("-12-31" if last["end"] else "")


def _year_before(one: Statement, window: Window, level: Statement) -> str:
    """The year that 比上年的 names, by the level's own."""
    year = _time_of(window, level)
    last = year.isdigit() and LAST_YEAR.search(one.words)
    return str(int(year) - 1) if last else "-"


def _from_another_year(
    window: Window, statements: list[Statement], told: Statement, year: str
) -> Iterator[Result]:
    """A change that fails for the level of the year it names, and leads from another year's."""
    near = [
        one
        for one in dict.fromkeys([*window.since(told.number - BACK), *statements])
        if one.role in ROLES
        and one.paragraph == told.paragraph
        and one.unit not in RATIOS
        and (told.role == "rate" or one.unit == told.unit)
        and (one.number < told.number or one.sentence == told.sentence)
    ]
    dated = [(one, year_of(one)) for one in near]
    bases = [one for one, its in dated if its == year and "/" not in one.time]
    if len(bases) != 1:
        return
    others = [one for one, its in dated if its.isdigit() and its != year]
    others = [one for one in others if one.unit == bases[0].unit]
    levels = [one for one in near if one.number < told.number and one.unit == bases[0].unit]
    if told.of in levels:
        levels = [one for one in levels if one is told.of]
    for level in reversed(levels):
        if level is bases[0]:
            if year_of(level) == year:
                yield from _since_itself(level, told, others)
            continue
        if _led(bases[0], level, told).verdict != INCONSISTENT:
            continue
        for other in others:
            if other is level or not _earlier(other, level):
                continue
            tried = max(1, len(levels) * sum(_earlier(one, level) for one in others))
            if _likely(_led(other, level, told), tried):
                yield _led(bases[0], level, told)
                return


def _since_itself(level: Statement, told: Statement, others: list[Statement]) -> Iterator[Result]:
    """2025年底1864家，较2025年底增加742家，2023年底为1122家: what is compared with its own year."""
    earlier = [other for other in others if _earlier(other, level)]
    if any(_likely(_led(other, level, told), len(earlier)) for other in earlier):
        result = _led(level, level, told)
        if result.verdict == INCONSISTENT:
            yield result.but(phrases=result.phrases[1:]).of((level.found, told.found))


def _earlier(base: Statement, level: Statement) -> bool:
    own = year_of(level)
    return not own.isdigit() or year_of(base) < own


def _likely(result: Result, tried: int) -> bool:
    """Whether a pass is hardly chance."""
    strong = result.strength is not None and (1 - result.strength) * tried <= CHANCE
    return result.verdict == CONSISTENT and strong


def _led(base: Statement, level: Statement, told: Statement) -> Result:
    readings = base.found.reading, level.found.reading, told.found.reading
    if told.role == "rate":
        return tied(growth(*readings, falling=told.falling), base, level, told)
    pair = (base, level) if told.falling else (level, base)
    return tied(difference(*(one.found.reading for one in pair), readings[2]), *pair, told)
