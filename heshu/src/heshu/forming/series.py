"""Levels of one series at named times, and what is told of them by their times.

2019年为A，2020年为B，2021年为C，…，2021年比2019年增长X%: the words name the two times, and so
the two levels, wherever in the paragraph they stand. A time is a year and what part of it:
(2020, "") the whole year, (2020, "12-31") its end, (0, "05") May of a year that isn't named,
(-1, "05") that of the year before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from heshu import equations, relations
from heshu.forming.window import Window, fits, same_span, tied
from heshu.reading import RATIOS
from heshu.relations import INCONSISTENT, Result, strictly
from heshu.statements import BEFORE, CLAUSE, SAID, Statement, core, named, unnamed

REPEATED = 1 << 9
growth = lru_cache(REPEATED)(relations.growth)
difference = lru_cache(REPEATED)(equations.difference)
points = lru_cache(REPEATED)(equations.points)
multiple = lru_cache(REPEATED)(equations.multiple)

NUMERALS = {word: number for number, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
Time = tuple[int, str]

# The roles of a figure that is a series at a time
LEVELS = ("level", "prior", "percent", "share", "led")
# A level is looked for so many figures back
BACK = 24
# A level that has no part of a year is told of all of it, or of its end
WHOLE_YEAR = ("", "12-31")
LAST_YEAR = ("上年", "去年", "上年同期", "去年同期", "同比", "上一年度", "上年度", "上一年")
YEAR_START = ("年初", "上年末", "去年末", "上年底", "去年底")
BEFORE_THAT = re.compile(r"环比|上个?月|上个?季度?|上月末")
AGAINST = re.compile("[比较与同环]")
NAMED = re.compile(r"(?P<year>\d{4})年?(?:全年|同期)?(?P<end>[末底])?")
YEAR = re.compile(r"\d{4}年")
NET = re.compile("(?:净|增|减|共|[增减]加|少|多)+")
PERIOD = re.compile(r"(?P<year>\d{4})?-{0,2}(?P<first>\d\d)/(?:\d{4}-|--)(?P<last>\d\d)")


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("rate", "points", "change", "multiple"))


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for told in statements:
        # 提高到3.5个百分点 tells no change
        changes = told.role in NEEDED and not told.worked and not told.said["grown to"]
        if changes:
            yield from _by_time(window, told)
        if changes and told.of is not None and not told.said["a year"]:
            yield from _over_years(window, statements, told)


def time_of(one: Statement) -> Time | None:
    """When a level is, as far as its words say."""
    return _time(one.time)


@lru_cache(1 << 10)
def _time(text: str) -> Time | None:
    before = text.endswith(BEFORE)
    text = text.removesuffix(BEFORE)
    if period := PERIOD.fullmatch(text):
        time = int(period["year"] or 0), f"{period['first']}/{period['last']}"
    elif re.fullmatch(r"\d{4}(?:-\d\d){0,2}", text):
        time = int(text[:4]), text[5:]
    elif re.fullmatch(r"--\d\d(?:-\d\d)?", text):
        time = 0, text[2:]
    elif text:
        return None
    else:
        time = 0, ""
    return (time[0] - 1, time[1]) if before else time


def time_before(level: Time, base: str) -> Time | None:
    """The time that a change is measured against by its words; None where they name none."""
    year, part = level
    if base in LAST_YEAR:
        return year - 1, part
    if base in YEAR_START:
        return year - 1, "12-31"
    if BEFORE_THAT.fullmatch(base):
        return _step_back(year, part)
    if named := NAMED.fullmatch(base):
        return int(named["year"]), "12-31" if named["end"] else part
    return None


def _step_back(year: int, part: str) -> Time | None:
    """The month or the quarter before."""
    months = [int(month) for month in part.split("/") if month.isdigit()]
    if not months or len(months) != len(part.split("/")):
        return None
    size = months[-1] - months[0] + 1
    if size not in (1, 3):
        return None
    before = [month - size for month in months]
    if before[0] < 1:
        year, before = year - 1, [month + 12 for month in before]
    return year, "/".join(f"{month:02}" for month in before)


def _same(one: Time | None, other: Time | None) -> bool:
    if one is None or other is None or one[0] != other[0]:
        return False
    return one[1] == other[1] or (one[1] in WHOLE_YEAR and other[1] in WHOLE_YEAR)


def _one_series(one: Statement, other: Statement) -> bool:
    """Whether two levels are told of one thing."""
    heads = [level.series or level for level in (one, other)]
    if heads[0] is heads[1]:
        return True
    names = [core(head.name) for head in heads]
    return bool(names[0]) and names[0] == names[1]


def _by_time(window: Window, told: Statement) -> Iterator[Result]:
    """A change, a rate, points or a multiple between two levels that their times tell."""
    near = [
        one
        for one in window.since(told.number - BACK)
        if one.paragraph == told.paragraph and one.role in LEVELS and one is not told
    ]
    words = told.base
    if told.role == "multiple":
        match = SAID["times of year"].search(told.lead + told.found.phrase)
        words = match["year"] if match else ""
    if not words:
        return
    for level in _levels(near, told):
        time = time_of(level)
        start = time and time_before(time, words)
        if not time or not start or _same(time, start):
            continue
        bases = [
            one
            for one in near
            if one.unit == level.unit and _same(time_of(one), start) and _one_series(one, level)
        ]
        if len(bases) == 1:
            yield from _between(window, bases[0], level, told)
        if bases:
            return


def _over_years(window: Window, statements: list[Statement], told: Statement) -> Iterator[Result]:
    """2020年底装机812万千瓦，2025年底达2509万千瓦，五年增长2.1倍: between the levels of the two
    years that are so far apart, which stand right before it.
    """
    level = told.of
    count = SAID["so many years"].search(told.words)
    plain = NET.fullmatch(told.words)
    counts = count or (plain and told.role == "change")
    if level is None or level.name or not counts or told.number != level.number + 1:
        return
    i = statements.index(told)
    base = statements[i - 2] if i > 1 else None
    if base is None or (base.role, base.unit, base.sentence) != (
        level.role,
        level.unit,
        told.sentence,
    ):
        return
    first, last = time_of(base), time_of(level)
    # 2023年末为1124万人，2024年末为1206万人，净增82万人
    years = NUMERALS.get(count["n"]) or int(count["n"]) if count else 1
    if not first or not last or not first[0] > 0 or last[0] - first[0] != years:
        return
    if first[1] in WHOLE_YEAR and last[1] in WHOLE_YEAR and base.number == level.number - 1:
        yield from _between(window, base, level, told)


def _levels(near: list[Statement], told: Statement) -> Iterator[Statement]:
    """The levels that something may be told of, the likeliest first: at the time that it names,
    or the one that it belongs to.
    """
    percentages = told.role == "points"
    if told.dates:
        when = _time(told.dates[-1])
        subject = _subject(told)
        for one in reversed(near):
            alike = (one.unit in RATIOS) == percentages and one.number < told.number
            if alike and _same(time_of(one), when) and _of(one, subject):
                yield one
    elif told.of is not None and (told.of.unit in RATIOS) == percentages:
        yield told.of
    elif told.of is None and YEAR.search(told.base) and unnamed(told.words):
        # 2024年比2020年增长71.0%，与2023年相比则增长13.4%: of the same level
        when = _time(told.time)
        yield from (
            one
            for one in reversed(near)
            if one.series and one.unit not in RATIOS and when and _same(time_of(one), when)
        )


def _subject(told: Statement) -> str:
    """What a change is said of in a clause before it, without the time; "" where it goes on."""
    clauses = (clause.replace("、", "") for clause in CLAUSE.split(told.lead))
    first = next((clause for clause in clauses if clause and not unnamed(clause)), "")
    return named(AGAINST.split(first)[0])


def _of(level: Statement, subject: str) -> bool:
    """Whether a level is of a subject: what was told of 支出 isn't told of 就业支出."""
    name = core((level.series or level).name)
    return not subject or (bool(name) and (subject in name or subject.startswith(name)))


def _between(
    window: Window, base: Statement, level: Statement, told: Statement
) -> Iterator[Result]:
    readings = base.found.reading, level.found.reading, told.found.reading
    if told.role == "points":
        result = tied(points(*readings, falling=told.falling), base, level, told)
    elif told.role == "multiple":
        result = tied(multiple(readings[1], readings[0], readings[2]), level, base, told)
    elif told.role == "change":
        if told.unit != level.unit:
            return
        pair = (base, level) if told.falling else (level, base)
        result = difference(*(one.found.reading for one in pair), told.found.reading)
        result = tied(result, *pair, told)
    else:
        result = tied(strictly(growth(*readings, falling=told.falling)), base, level, told)
    wrong = result.verdict == INCONSISTENT and same_span(base, level)
    # 2023年A、2024年B，2023年和2024年分别上升15.7%、10.0%: one of each year
    wrong = wrong and "分别" not in told.lead
    if fits(result) or (wrong and not window.comparable(base, level, told)):
        yield result
