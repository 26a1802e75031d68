"""Days, months and years between two dates of a sentence.

2019年3月动工，2024年9月建成，工期66个月; 自7月1日起、8月31日止，为期62天; 期限3年，自2022年5月起
至2025年4月止. The first and the last of them may count or not, and words other than those for
a term may round: what lies further off is accused where words leave no other time to count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from heshu import relations
from heshu.finding import Found
from heshu.reading import Reading
from heshu.relations import CONSISTENT, INCONSISTENT, Result

UNITS = ("天", "个月", "年")
DATE = re.compile(r"(?:(?P<year>\d{4})|-)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
PARTS = re.compile("[至到—－~～–-]+")
# Words right before how long something was, and what may stand between them and the date
LASTED = (
    "(?:历时|前后|为期|总?工期|用时|耗时|历经|总?时长|建设(?:周期|期)|持续|[又再]?(?:推迟|提前|延[期长后]|顺延|展期)"
    "|整整|[会展赛]期)"
)
LONG = re.compile(
    f"(?P<end>[^，。；：\\d]{{0,14}})[，,]?(?:项目|工程|全程|全部|施工|活动|展览|普查|整个|会期|展期|本届|一共)*"
    f"(?:{LASTED}(?:达|为|共|了|计|近)*)+"
)
# 10月21日起至11月11日止，共22天
IN_ALL = re.compile("(?P<end>[^，。；：\\d]{0,6})[，,](?:一?共计?|总共|前后共?)")
TERM = re.compile(
    "(?:期限|有效期|租期|租赁期|任期|合同期|存续期|建设期|工期|[质担]保期|保[证险质修]期间?|服务期|授信期|借款期|封闭期|锁定期"
    "|实施期|执行期|周期|为期|[会展赛]期)限?(?:均|各|共|约定)*[为是：]?$"
)
AFTER_TERM = re.compile("(?:[，,（(：:](?:即|从|自|由)?(?P<start>[^，。；：\\d]{0,8}))")
OF_TERM = re.compile("(?:期限?|期间)[为是：]?[自从]?$")
# Between the two dates, and after the last of them
BETWEEN = re.compile("(?P<start>[^。；\\d（(）)]{0,24})")
TO = re.compile("[到至]$|[—－~～–-]$|直到$")
MOVED = re.compile("(?:推迟|延[期长后]?|顺延|展期|提前|调整|变更)[到至为]$")
LEAVES = re.compile("(?:自|从|由|于|起[始息租]日?为?)$")
BEGINS = re.compile(
    "[，、]?[^，。；\\d]{0,8}?(?:起|开始|启动|[开动]工|[开始]建|奠基|立项|设立|成立|发行|签[订署]|生效|开[幕展赛馆]|进场|立案|受理)"
)
ENDS = re.compile(
    "[，、]?[^，。；\\d]{0,8}?(?:止|结束|完[成工]|竣工|建成|通车|贯通|投[产用运]|落[幕成]|闭幕|收官|到期|届满|期满|终止|交付"
    "|开[馆园业通]|验收|截止|审结|结案)"
)
DUE = re.compile("[^，。；\\d]{0,4}(?:止|到期|届满|期满|终止)")
DUE_BEFORE = re.compile("(?:到期|届满|终止|截止|结束)日?期?为?$")
IN_BRACKETS = re.compile("(?:的[^，。；（(]{0,14})?[间内]?[（(](?:即|从|自)?")
HOLIDAY = re.compile("(?:为期|放假|连?休|[假节]期?|展期|会期)(?:共|为)?$")
CLOSES = re.compile("[，。；、）),;]|之久|$|的")
STOP = re.compile("[。；]")
# Months in which a leap day may lie between dates without a year
YEARS = ("2023", "2024")


class Moment(NamedTuple):
    """A date, or one of the two of a period."""

    found: Found
    phrase: str
    year: str
    month: str
    day: str

    @property
    def depth(self) -> int:
        return 1 + bool(self.month) + bool(self.day)


def form(text: str, found: Sequence[Found]) -> Iterator[Result]:
    moments = [moment for one in found for moment in _moments(one)]
    if len(moments) < 2:
        return
    for one in found:
        reading = one.reading
        whole = isinstance(reading.value, Fraction) and reading.value.denominator == 1
        if reading.kind != "duration" or reading.unit not in UNITS or not whole:
            continue
        if reading.qualifier == "exact":
            joined = _before(text, moments, one) or _after(text, moments, one)
            if joined is not None:
                yield from _result(one, *joined)


def _moments(one: Found) -> Iterator[Moment]:
    if one.reading.kind not in ("date", "period"):
        return
    dates = one.reading.text.split("/")
    phrases = PARTS.split(one.phrase) if len(dates) > 1 else [one.phrase]
    if len(phrases) != len(dates):
        return
    for date, phrase in zip(dates, phrases, strict=True):
        if match := DATE.fullmatch(date):
            yield Moment(one, phrase, *(part or "" for part in match.groups()))


Joined = tuple[Moment, Moment, bool]


def _before(text: str, moments: list[Moment], one: Found) -> Joined | None:
    """The last two dates before how long something was, whether words leave no doubt that it was
    between them.
    """
    before = [moment for moment in moments if moment.found.end <= one.start]
    if len(before) < 2:
        return None
    first, last = before[-2:]
    words = text[last.found.end : one.start]
    long = LONG.fullmatch(words) or IN_ALL.fullmatch(words)
    if not long or not _alike(first, last):
        return None
    period = first.found is last.found
    if not period and not BETWEEN.fullmatch(text, first.found.end, last.found.start):
        return None
    moved = not period and MOVED.search(text[first.found.end : last.found.start])
    in_years = one.reading.unit == "年" and first.depth == last.depth == 1
    if in_years and not moved and not re.search("工期|建设", words):
        return None  # as Counted has it
    sure = period or bool(
        moved or (_leaves(text, first) and (_to(text, last) or ENDS.match(text, last.found.end)))
    )
    # 1月1日至3日、10月1日至7日，共10天: all of several
    others = "" if len(before) == 2 else text[before[-3].found.end : first.found.start]
    alone = bool(LONG.fullmatch(words) or not others or OF_TERM.search(others))
    # 6月1日至8月31日高温持续12天: something else
    own = not long["end"] or ENDS.match(long["end"])
    sure = sure and alone and bool(own and CLOSES.match(text, one.end))
    return first, last, sure


def _after(text: str, moments: list[Moment], one: Found) -> Joined | None:
    """The dates after a term (期限3年，自2022年5月起至2025年4月止), or around it (2018年设立，
    期限10年，2028年到期).
    """
    after = [moment for moment in moments if moment.found.start >= one.end]
    if not after:
        return None
    head = text[max(0, one.start - 12) : one.start]
    between = text[one.end : after[0].found.start]
    term = TERM.search(head)
    for first, last in pairwise(after[:3]):
        period = first.found
        if period is last.found and IN_BRACKETS.fullmatch(text, one.end, period.start):
            # 春节假期8天（1月28日至2月4日）, 为期40天的2024年春运（1月26日至3月5日）
            sure = bool(HOLIDAY.search(head) or term) and text[period.end : period.end + 1] in "）)"
            return first, last, sure
    if not term:
        return None
    due = DUE.match(text, after[0].found.end)
    before = [moment for moment in moments if moment.found.end <= one.start]
    if due and before and between in ("，", ",", "，至", "，到", "，于", "，将于"):
        first = before[-1]
        near = not STOP.search(text, first.found.end, one.start)
        began = _leaves(text, first)
        if near and began and _alike(first, after[0]):
            return first, after[0], len(before) == 1
    if len(after) < 2 or not AFTER_TERM.fullmatch(between) or not _alike(*after[:2]):
        return None
    first, last = after[:2]
    if first.found is last.found:
        return first, last, True
    gap = text[first.found.end : last.found.start]
    if not BETWEEN.fullmatch(gap):
        return None
    done = _to(text, last) or DUE_BEFORE.search(gap) or DUE.match(text, last.found.end)
    return first, last, bool(done and _leaves(text, first))


def _alike(first: Moment, last: Moment) -> bool:
    """Whether two dates are told to the same day, month or year, the first one with its year if
    the last one has it.
    """
    return first.depth == last.depth and bool(first.year or not last.year)


def _leaves(text: str, first: Moment) -> bool:
    start = first.found.start
    led = LEAVES.search(text, max(0, start - 6), start)
    return bool(led or BEGINS.match(text, first.found.end))


def _to(text: str, last: Moment) -> bool:
    start = last.found.start
    return bool(TO.search(text, max(0, start - 2), start))


def _result(one: Found, first: Moment, last: Moment, sure: bool) -> Iterator[Result]:
    reading = one.reading
    if min(first.depth, 3) < ("年", "个月", "天").index(reading.unit) + 1:
        return
    number = int(reading.value) if isinstance(reading.value, Fraction) else 0
    dates = list(_dated(first, last))
    tests = [
        _years(start, end, reading, number)
        if reading.unit == "年"
        else relations.duration(start, end, reading)
        for start, end in dates
    ]
    fitting = [result for result in tests if result.verdict == CONSISTENT]
    wrong = sure and all(result.verdict == INCONSISTENT for result in tests)
    if reading.unit == "个月" and first.depth == 2:
        wrong = wrong and all(abs(_months(*pair) - number) > 1 for pair in dates)
    for result in fitting[:1] or tests[: int(wrong)]:
        result = result.but(phrases=(first.phrase, last.phrase, one.phrase), under=frozenset())
        yield result.of(tuple(dict.fromkeys((first.found, last.found, one))))


def _years(start: str, end: str, reading: Reading, number: int) -> Result:
    """Whether so many years are those between two dates: as many as there are where they are whole
    ones but for a month, and else the years below and above and those on the calendar.
    """
    apart = int(end[:4]) - int(start[:4])
    fitting, nearest = {apart, apart + 1}, apart
    if len(start) > 4:
        months = _months(start, end)
        nearest = (months + 1) // 12
        if months - 12 * nearest in (-1, 0, 1):
            fitting = {nearest}
        else:
            fitting = {months // 12, months // 12 + 1, apart + 1}
    if number in fitting:
        return relations.duration("2000", str(2000 + number), reading)
    # Whole years are so many, and not nearly one more or less
    end = f"{2000 + nearest}-06-{16 if number < nearest else 14}"
    return relations.duration("2000-06-15", end, reading, calendar=False)


def _months(start: str, end: str) -> int:
    (year, month), (last, until) = (map(int, date.split("-")[:2]) for date in (start, end))
    return 12 * (last - year) + until - month


def _dated(first: Moment, last: Moment) -> Iterator[tuple[str, str]]:
    """The dates with their years, as far as those are known, in the order of time."""
    for year in [first.year] if first.year else YEARS:
        own = last.year or year
        if not last.year and (last.month, last.day) < (first.month, first.day):
            own = str(int(year) + 1)  # 12月20日至1月10日
        begun, end = sorted((_date(first, year), _date(last, own)))
        yield begun, end


def _date(moment: Moment, year: str) -> str:
    return "-".join(part for part in (year, moment.month, moment.day) if part)
