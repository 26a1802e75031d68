"""Years that words count, held against those that the text names.

与2018年末相比，五年间增长45.6%, of the end of 2023; 学校创建于1956年，2022年是建校66周年;
五年来，由2018年的…增加到2023年的…. Years may be counted as they pass or on the calendar: both
hold, and what neither gives is accused only where words leave no other years to count between.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from heshu import equations, relations
from heshu.finding import BREAK, Found
from heshu.forming.sentence import PART_OF_YEAR, SAID, as_they_pass
from heshu.forming.window import telling
from heshu.intervals import Interval
from heshu.reading import Reading
from heshu.relations import Result
from heshu.statements import PARTED

# A length of time and the two years that it lies between stand in so few clauses
FEW = 4
# So many years that were named before a sentence are looked back on, and so many characters
BACK = 8
# and so many levels
RECENT = 12
NEAR = 40
STOP = re.compile("[。！？；;\n]")
CLAUSES = re.compile("[，。；]")
PASSED = re.compile("[又再]过了?$")
# Words between so many years and the first and the last of them: 后五年（2020—2024年）
IN_BRACKETS = re.compile("(?:间|来|里|内|期)?[（(](?:即|从|自)?")
# So many characters before a year say what it is told of, but for those that lead to it
OWN, TIME_LEADS = 4, re.compile("[到至在于]$|直到|截至")
TILL_IN_BRACKETS = re.compile("(?:间|来|里)?[（(](?:截至|至|到)")
# and around both: 2022年11月至2025年11月的3年间; 干了7年，从2017年3月到2024年3月
OF_SPAN = re.compile("(?:的|，?(?:历时|前后|整整|为期|共计?)+)")
AS_SPAN = re.compile("，[从自]?")
# 前五年, 过去五年, 今后五年 and 近五年 are all of the years in brackets after them
THESE = tuple("前后去来近")
CELEBRATED = re.compile("[^，。；\\d]{0,14}[（(]?")
ENDS = re.compile("[，。；,;)）]|之久|的?时间|后|$")
BEGINS = re.compile("年?(?:[^，。；]{0,6}(?:启动|[开动]工)|起)")
SPAN_ENDS = re.compile("[，。；）)]|$")
# Words for the time that passed between two dates and no others
PASSED_BETWEEN = re.compile(
    "(?:时隔|[前先]后(?:历时)?|历时|间隔|相隔|相距|整整|总?工期|走过了?|跨越了?|横跨|(?:[守干办做走开拖打跑教种演唱卖住等])了|(?<![使采引启只仅])用了?)(?:整整|近)?$"
)
APART = re.compile("[间相]隔$")
GONE_BY = re.compile("年?过去[，了]|个?年头")
BEFORE_NOW = re.compile("[之以]?前[，,]")
# 自2007年启动以来的18年间
SINCE_THEN = re.compile(r"年?[^，。；\d]{0,24}以来的?")
TILL = re.compile("(?:截[至止]|[至到])$")


# 2001年发生袭击，从此打了20年; 曾于2015年利息迟付
UNTIL_TODAY = re.compile("从此|至今|迄今|到现在|以后|此后")
ONCE = re.compile("曾[于在经]?$")
# What opens a passage: 过去五年, 过去的四年, 回望过去五年
OPENING = re.compile("过去的?这?$")


class Year(NamedTuple):
    """A year that a text names; `loose` tells of a part of it, which may be its end, and `month` of
    which, 0 where no month is named.
    """

    found: Found
    year: int
    loose: bool
    month: int = 0


class Counted:
    """Looks for what counts years in each sentence, and keeps the years that were named."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: Sequence[Found] = ()
        # Whether words count the years at hand as they pass, and not on the calendar
        self.passing = False
        # What opens a text or a passage, and whose years are told later: 过去五年，…
        self.heads: list[tuple[Found, Reading]] = []
        self.recent: deque[Found] = deque(maxlen=RECENT)
        self.earlier: deque[Year] = deque(maxlen=BACK)

    def form(self, found: Sequence[Found], known: Sequence[Result]) -> Iterator[Result]:
        """Of the figures of a sentence, but for those that are `known` to count years."""
        self.found = found
        named = [year for one in found for year in self._years(one)]
        done = {one.start for result in known if result.code == "duration" for one in result.found}
        for one in found:
            reading = _count(one)
            if reading is not None and one.start not in done:
                yield from self._counted(one, reading, named)
        yield from self._of_heads(named)
        self.earlier.extend(named)
        self.recent.extend(one for one in found if one.reading.kind == "quantity")

    def _years(self, one: Found) -> Iterator[Year]:
        """The year of a date, or the first and the last of a period."""
        if one.reading.kind not in ("date", "period"):
            return
        if ONCE.search(self.text, max(0, one.start - 2), one.start):
            return  # 自2009年成立以来13年间未发生逾期，曾于2015年利息迟付: when something else was
        after = self.text[one.end : one.end + 1]
        for part in one.reading.text.split("/"):
            if part[:4].isdigit():
                loose = len(part) > 4 or after in PART_OF_YEAR or after == "届"
                month = 12 if after in ("底", "末") else int(part[5:7] or 0)
                yield Year(one, int(part[:4]), loose, month)

    def _counted(self, one: Found, reading: Reading, named: list[Year]) -> Iterator[Result]:
        self.passing = as_they_pass(self.text, one)
        if one.reading.unit == "周年":
            joined = self._anniversary(one, reading, named)
        elif one.reading.unit in ("年", "个") and one.reading.kind == "ordinal":
            joined = self._nth(one, named)
        elif one.reading.unit != "年":
            joined = self._each_year(one, reading, named)
        elif SAID["not of all years"].search(self.text, max(0, one.start - 6), one.start):
            beside = self.text[max(0, one.start - 1) : one.start]
            joined = self._of_span(one, named) if beside in THESE else None
        else:
            joined = (
                self._years_later(one, reading, named)
                or self._of_span(one, named)
                or self._till(one, reading, named)
                or self._passed(one, reading, named)
                or self._grown(one, reading, named)
                or self._since(one, reading, named)
                or self._headed(one, reading, named)
            )
        joined = joined or self._within_period(one, reading, named)
        if joined:
            yield self._result(one, reading, *joined)
        elif one.reading.unit == "年" and self._opens(one):
            self.heads.append((one, reading))
            del self.heads[:-FEW]

    def _result(self, one: Found, reading: Reading, first: Year, last: Year) -> Result:
        years = str(first.year), str(last.year)
        result = relations.duration(*years, reading)
        if not self._fits(reading, first, last):
            # Whole years are so many apart, and not nearly one more or less
            whole = self.passing or _whole(first, last)
            begun, end = f"{years[0]}-06", f"{years[1]}-07"
            if whole:
                day = 14 if _number(reading) > last.year - first.year else 16
                begun, end = f"{years[0]}-06-15", f"{years[1]}-06-{day}"
            result = relations.duration(begun, end, reading, calendar=not whole)
        phrases = (*years, one.phrase)
        # One text may count one stretch of time as it passes and another one on the calendar
        result = result.but(phrases=phrases, under=frozenset())
        return result.of(tuple(dict.fromkeys((first.found, last.found, one))))

    # The ways to count

    def _years_later(
        self, one: Found, reading: Reading, named: list[Year]
    ) -> tuple[Year, Year] | None:
        """1908年开店。48年后的1956年: from the year that was named last to one right after it."""
        after = [year for year in named if year.found.start >= one.end]
        if not after:
            return None
        # 48年后的1956年; 又过了5年，2003年
        between = self.text[one.end : after[0].found.start]
        passed = between == "，" and PASSED.search(self.text, max(0, one.start - 3), one.start)
        if not passed and not SAID["years later"].fullmatch(between):
            return None
        last = after[0]
        before = [
            year
            for year in (*self.earlier, *named)
            if year.found.start < one.start and self._with(year, one) and year.year < last.year
        ]
        fitting = [year for year in before if last.year - year.year == _number(reading)]
        if fitting:
            return fitting[-1], last
        near = before[-1:]
        if not near or one.sentence - near[0].found.sentence > 1:
            return None
        # 毕业，先后任职，10年后的2015年: years that stand further off may be since something else
        between = self.text[near[0].found.end : one.start].lstrip("年，")
        if len(CLAUSES.findall(between)) > (2 if passed else 1) or _number(reading) % 10 == 0:
            return None
        # 2013年12月, 12年后的2025年初
        close = abs(last.year - near[0].year - _number(reading)) == 1
        return None if close else (near[0], last)

    def _of_span(self, one: Found, named: list[Year]) -> tuple[Year, Year] | None:
        """后五年（2020—2024年）, 2022年11月至2025年11月的3年间: the years of a period by them."""
        for first, last in pairwise(named):
            period = first.found
            if period is not last.found or first.year >= last.year:
                continue
            if period.start >= one.end:
                between = self.text[one.end : period.start]
                passed = PASSED_BETWEEN.search(self.text, max(0, one.start - 6), one.start)
                told = passed and AS_SPAN.fullmatch(between)
                if IN_BRACKETS.fullmatch(between) or (
                    told and SPAN_ENDS.match(self.text, period.end)
                ):
                    return first, last
            elif OF_SPAN.fullmatch(self.text, period.end, one.start) and first.month:
                return first, last
        return None

    def _till(self, one: Found, reading: Reading, named: list[Year]) -> tuple[Year, Year] | None:
        """自2016年开馆，已走过9个年头（至2025年）, and 截至2024年末…自2007年启动以来的18年间."""
        ends = [year for year in named if year.found.start > one.end]
        if ends and TILL_IN_BRACKETS.fullmatch(self.text, one.end, ends[0].found.start):
            last = ends[0]
        else:
            since = [year for year in named if year.found.end < one.start]
            if not since or not SINCE_THEN.fullmatch(self.text, since[-1].found.end, one.start):
                return None
            told = [*self.earlier, *since[:-1]]
            told = [year for year in told if TILL.search(self.text[: year.found.start][-2:])]
            if not told or max(year.year for year in (*self.earlier, *named)) > told[-1].year:
                return None
            return (since[-1], told[-1]) if since[-1].year < told[-1].year else None
        before = [year for year in named if year.found.start < one.start and year.year < last.year]
        if not before:
            return None
        first = before[-1]
        if len({year.year for year in before}) > 1:
            # 创办于1978年，2003年升格，至今已46年（截至2024年）
            first, *between = before
            others = any(self._fits(reading, year, last) or self._began(year) for year in between)
            return (first, last) if self._began(first) and not others else None
        sure = (
            self._began_or_since(first) or self._fits(reading, first, last) or self._told_at(first)
        )
        return (first, last) if sure else None

    def _passed(self, one: Found, reading: Reading, named: list[Year]) -> tuple[Year, Year] | None:
        """1972年建队，2024年撤队，前后守了52年; 时隔13年，2011年走失的…2024年认亲: the years
        between the only two of a sentence, or of it and the one before.
        """
        text = self.text
        words = PASSED_BETWEEN.search(text, max(0, one.start - 8), one.start)
        before = BEFORE_NOW.match(text, one.end)
        if not words and not before and not GONE_BY.match(text, one.end):
            return None
        years = named
        if words and APART.search(words[0]):
            years = [*self.earlier, *named]
        elif len({year.year for year in named}) < 2:
            years = [y for y in self.earlier if one.sentence - y.found.sentence == 1] + named
            years = [year for year in years if self._with(year, one)]
        if len({year.year for year in years}) != 2:
            return None
        first, last = min(years, key=_year), max(years, key=_year)
        if before and (one.start > first.found.start or not self._until(last)):
            return None
        if self._fits(reading, first, last):
            return first, last
        # Since something else, or till today
        if UNTIL_TODAY.search(text, last.found.end, one.start):
            return None  # 1991年解体，2001年发生袭击，从此打了20年
        if words and "时隔" in words[0] and last.found.end < one.start:
            return None  # 2019年弃用，2020年删除了大量代码，而时隔3年: till now
        around = text[min(years[0].found.start, one.start) : max(years[-1].found.end, one.end)]
        far = abs(last.year - first.year - _number(reading)) > 1 or bool(first.month and last.month)
        told = first.found.start < last.found.start and len(CLAUSES.findall(around)) <= FEW
        # 自2015年成立，到2023年历时两年建成新厂区: since it was begun
        told = told and bool(not words or ENDS.match(text, one.end))
        # 2015年…时隔11年再获冠军，并获得2016年…资格: since what isn't told
        inside = first.found.start < one.start < last.found.start
        # 1902年…。1922年起填海，历时九年: since the latter
        told = told and not BEGINS.match(text, last.found.end)
        told = told and not (inside and words and words[0].startswith("时隔"))
        # 签发于1919年，出票的钱庄1934年歇业，前后开了41年: the latter is another thing's
        _, *later = CLAUSES.split(text[first.found.end : last.found.start])
        own = later[-1] if later else ""
        another = len(own) >= OWN and not TIME_LEADS.search(own)
        told = told and not (another and words and not words[0].startswith("时隔"))
        return (first, last) if far and told and not SAID["now"].search(around) else None

    def _grown(self, one: Found, reading: Reading, named: list[Year]) -> tuple[Year, Year] | None:
        """比2018年末增加1967个，五年间年均增长7.8%: since the year that is compared."""
        grown = SAID["growth of years"].match(self.text, one.end)
        if not grown:
            return None
        before = [year for year in named if year.found.start < one.start]
        base = next((year for year in reversed(before) if self._is_base(year)), None)
        two = {year.year for year in before}
        if (
            base
            and not self._sure_base(base)
            and PARTED.search(self.text, base.found.end, one.start)
        ):
            base = None  # 2017年面积只有12.6万亩；到2024年，面积扩大到19.8万亩，7年净增7.2万亩
        if base is None or (len(two) == 2 and base.year == max(two)):
            # 2020年底为812万千瓦，2025年底达2509万千瓦，五年增长2.1倍
            return self._grown_since(one, reading, before, named)
        if PARTED.search(self.text, base.found.end, one.start):
            return None
        ends = [year for year in before if year.year > base.year]
        if SAID["now"].search(self.text, (ends or [base])[-1].found.end, one.start):
            return None
        if not ends:
            ends = self._since_told(base, one)
        fitting = [end for end in ends or self.earlier if end.year - base.year == _number(reading)]
        if fitting:
            return base, fitting[-1]
        if not ends:
            return None
        last = max(ends, key=lambda year: year.year)
        others = [*before, *ends]
        number, apart = _number(reading), last.year - base.year
        if number % 10 == 0 and "来" in self.text[one.end - 1 : one.end + 1]:
            return None  # 由1999年的28%升至2023年的61%，十年来提高6.7个百分点
        if grown["yearly"] or (number % 10 == 0 and apart == number + 1):
            # 三年复合增长率 may be of the last three years, and 十年间 of a decade or so
            return None
        if apart < 2 or any(
            self._fits(reading, a, b) for a in others for b in others if a.year < b.year
        ):
            return None
        return (base, last) if self._sure_base(base) or self._leads_from(base, one) else None

    def _grown_since(
        self, one: Found, reading: Reading, before: list[Year], named: list[Year]
    ) -> tuple[Year, Year] | None:
        """参保人数四年净增46.7万人，2020年末为251.6万人: the base is told after the years."""
        if len({year.year for year in before}) == 2 and before[0].year < before[-1].year:
            # 2020年882.6亿元，2024年1286.4亿元，四年年均增长9.9%
            first, last = before[0], before[-1]
            if last.year - first.year == _number(reading):
                return first, last
            others = len(before) != 2 or len(named) != 2 or self._fits(reading, first, last)
            return (first, last) if not others and self._led(first, last, one) else None
        base = next((year for year in named if year.found.start > one.start), None)
        if base is None or len(named) - len(before) > 1 or not self._told_at(base):
            return None
        between = self.text[one.end : base.found.start]
        if PARTED.search(between) or not SAID["told after growth"].search(between):
            return None
        ends = [year for year in before if year.year > base.year] or self._since_told(base, one)
        if not ends:
            return None
        last = max(ends, key=lambda year: year.year)
        if last.year - base.year == _number(reading):
            return base, last
        apart = last.year - base.year > 1 and not self._fits(reading, base, last)
        return (base, last) if apart else None

    def _led(self, first: Year, last: Year, one: Found) -> bool:
        """Whether what is told after so many years leads between the levels of two years."""
        start, between, end = first.found.end, last.found.start, one.start
        numbers = [other for other in self.found if other.reading.interval is not None]
        ends = [other.reading for other in numbers if between < other.start < end]
        bases = [other.reading for other in numbers if start <= other.start < between]
        bases = [base for base in bases if ends and base.unit == ends[0].unit]
        told = next((other.reading for other in numbers if other.start > end), None)
        if len(bases) != 1 or len(ends) != 1 or told is None:
            return False
        return telling(_grown_by(bases[0], ends[0], told))

    def _told_at(self, year: Year) -> bool:
        """Whether the level of a year is told after it."""
        return bool(SAID["level of year"].match(self.text, year.found.end))

    def _is_base(self, year: Year) -> bool:
        """Whether a year is one that something is compared with, or whose level is told."""
        found = year.found
        if found.reading.kind == "period":
            return False
        led = SAID["led by year"].search(self.text, max(0, found.start - 3), found.start)
        named = SAID["level told of year"].match(self.text, found.end)
        return bool(led or named) or self._sure_base(year)

    def _sure_base(self, year: Year) -> bool:
        """Whether a year is no other than the one that something grew from."""
        start = year.found.start
        led = SAID["led by year"].search(self.text, max(0, start - 3), start)
        return bool(led) or self._told_at(year) or self._is_multiplied(year.found)

    def _leads_from(self, base: Year, one: Found) -> bool:
        """Whether what is told after so many years leads from the level of a year to one before:
        2024年末债务398亿元。2021年末债务余额为302亿元，三年间增长31.8%.
        """
        numbers = [other for other in self.found if other.reading.kind == "quantity"]
        own = [o.reading for o in numbers if base.found.end <= o.start < one.start]
        told = next((o for o in self.found if o.reading.interval and o.start > one.start), None)
        if len(own) != 1 or told is None:
            return False
        before = [*self.recent, *(o for o in numbers if o.start < base.found.start)]
        levels = [o.reading for o in before if o.reading.unit == own[0].unit]
        yearly = "年均" in self.text[one.end : told.start]
        years = int(one.reading.value) if isinstance(one.reading.value, Fraction) else 0
        return any(
            telling(_grown_by(own[0], level, told.reading, years * yearly)) for level in levels
        )

    def _is_multiplied(self, found: Found) -> bool:
        """是2017年底2094件的3.9倍, 为2022年末（0.88万架）的3.0倍."""
        led = self.text[found.start - 1 : found.start] in ("是", "为")
        return led and bool(SAID["times of it"].match(self.text, found.end))

    def _since_told(self, base: Year, one: Found) -> list[Year]:
        """The latest year that was named before the sentence, as far as nothing tells of another
        one.
        """
        later = [year for year in self.earlier if year.year > base.year]
        if not later:
            return []
        last = max(year.year for year in later)
        told = [year for year in later if year.year == last][-1]
        around = self.text[max(0, told.found.start - 6) : one.start]
        if SAID["now"].search(around) or SAID["planned"].search(around):
            return []
        return [told]

    def _since(self, one: Found, reading: Reading, named: list[Year]) -> tuple[Year, Year] | None:
        """自2005年加入以来，18年间入库21730人份，到2023年捐献124例: two years of a sentence, or
        the first and the last where what is told between is no beginning.
        """
        # 始建于1936年，到2023年已建院87年；1994年评为三甲医院: up to what is told right before
        before = [year for year in named if year.found.start < one.start]
        if len(before) > 1 and self._until(before[-1]):
            named = before
        if len({year.year for year in named}) < 2:
            return None
        first, last = named[0], named[-1]
        if first.year >= last.year or first.found is last.found:
            return None
        between = [year for year in named if year.year not in (first.year, last.year)]
        if between and not self._goes_on(one, reading, between, last):
            return None
        text = self.text
        done = self._until(last) or SAID["done"].match(text, last.found.end)
        if not done or not self._began_or_since(first):
            return None
        fits = self._fits(reading, first, last)
        if fits or "连续" in text[max(0, one.start - 8) : one.start + 2]:
            # What has gone on without a break may have begun later
            return (first, last) if fits else None
        if one.start < first.found.start:
            return None  # 错失的十年间，占比从2004年的66.1%降至2022年的60.8%
        # 2008年成立，到2023年上市已5年: between the two something else was
        later = one.start > last.found.start
        gone = (
            SAID["gone till"].fullmatch(text, last.found.end, one.start)
            if later
            else SAID["gone by"].search(text, max(0, one.start - 8), one.start)
        )
        if gone and SAID["years end"].match(text, one.end):
            return first, last
        within = one.phrase.endswith("来") or SAID["years within"].match(text, one.end)
        return (first, last) if within and not later else None

    def _goes_on(self, one: Found, reading: Reading, between: list[Year], last: Year) -> bool:
        """Whether years till the last one that is named aren't counted from one between:
        创办于1958年，2001年升格为本科院校，至2025年已有67年办学历史.
        """
        return (
            one.start > last.found.start
            and one.sentence == last.found.sentence
            and not any(self._fits(reading, year, last) for year in between)
            and not any(self._began(year) for year in between)
        )

    def _until(self, year: Year) -> bool:
        start = year.found.start
        return bool(SAID["until year"].search(self.text, max(0, start - 3), start))

    def _headed(self, one: Found, reading: Reading, named: list[Year]) -> tuple[Year, Year] | None:
        """五年来，…由2018年的…增加到2023年的…, and 三年来 after a heading （2022—2024）: the years
        between which all the rest is told can't be more than those of the head.
        """
        head = STOP.split(self.text[max(0, one.start - NEAR) : one.start])[-1]
        heads = one.phrase.endswith("来") or SAID["years of head"].match(self.text, one.end)
        if head.strip("—“ 　这") or not heads:
            return None
        after = [year for year in named if year.found.start > one.start]
        years = after or [year for year in self.earlier if year.found.sentence == one.sentence - 1]
        if not years:
            years = list(self._bracketed(one))
        if len(years) > 1 and years[0].found is years[1].found:
            # 2020年至2024年依次为…，去年比2020年增长…
            inside = all(years[0].year <= year.year <= years[1].year for year in years)
            years = years[:2] if inside else years
        distinct = sorted({year.year for year in years})
        if len(distinct) < 2 or len(named) != len(after):
            return None
        first = next(year for year in years if year.year == distinct[0])
        last = next(year for year in years if year.year == distinct[-1])
        if len(distinct) > 2:
            # 三年来…2022年157人、2023年139人、2024年116人
            each = len(distinct) == _number(reading) == last.year - first.year + 1
            return (first, last) if each else None
        if first is not years[0]:
            return None
        start, end = first.found.start, last.found.end
        if first.found is not last.found:
            led = SAID["since year"].search(self.text, max(0, start - 3), start)
            if not led or not self._until(last):
                return None
        elif SAID["led by year"].search(self.text, max(0, start - 3), start):
            return None
        if self._fits(reading, first, last):
            return first, last
        planned = SAID["planned"].search(self.text, max(0, start - NEAR), end + NEAR)
        too_long = last.year - first.year > _number(reading)
        return (first, last) if too_long and not planned else None

    def _opens(self, one: Found) -> bool:
        """Whether so many years are those of all that comes: 过去五年，…, and 通报五年来…情况."""
        before = self.text[max(0, one.start - 4) : one.start]
        return one.phrase.endswith("来") or bool(OPENING.search(before))

    def _of_heads(self, named: list[Year]) -> Iterator[Result]:
        """过去五年，是奋力赶超的五年。产值由2020年的A增加到2025年的B: the sentence after an opening
        tells its years, unless it is of more that have passed or are planned.
        """
        if not self.found or not self.heads or not named:
            return
        sentence = self.found[0].sentence
        heads = [head for head in self.heads if sentence - head[0].sentence in (1, 2)]
        span = self._told_span(named) if heads else None
        for one, reading in heads if span else ():
            first, last = span or named[:2]
            self.passing = False
            # 五年来，他一直在写。1998年至2007年，他在广州打工: no levels lead to the last year
            led = first.found is not last.found
            led = led and all(year.year <= last.year for year in (*self.earlier, *named))
            led = led and sentence - one.sentence == 1
            planned = SAID["planned"].search(self.text, one.end, last.found.end + NEAR)
            apart = last.year - first.year
            # 由2015年的A增加到2025年的B: of a decade, as much is told, too
            too_long = apart > _number(reading) + 1 and apart % 5 != 0
            if self._fits(reading, first, last) or (led and too_long and not planned):
                yield self._result(one, reading, first, last)
        self.heads = [] if span else heads

    def _told_span(self, named: list[Year]) -> tuple[Year, Year] | None:
        """The first two years of a sentence, if it opens with what is told of all between them."""
        first, last = named[0], named[1] if len(named) > 1 else named[0]
        start = first.found.start
        if first.year >= last.year:
            return None
        if first.found is last.found:
            return (first, last) if self.text[start - 1 : start] in tuple("\n。， ") else None
        led = self.text[start - 1 : start] in ("由", "从")
        return (first, last) if led and self._until(last) else None

    def _within_period(
        self, one: Found, reading: Reading, named: list[Year]
    ) -> tuple[Year, Year] | None:
        """《审判白皮书（2022—2024年）》…三年来: as many years as the only period that was named."""
        before = self.text[max(0, one.start - 6) : one.start]
        if one.reading.unit != "年" or one.reading.kind != "duration":
            return None
        all_years = one.phrase.endswith("来") or SAID["years within"].match(self.text, one.end)
        if not all_years or SAID["not of all years"].search(before):
            return None
        told = [*self.earlier, *(year for year in named if year.found.start < one.start)]
        spans = [(a, b) for a, b in pairwise(told) if a.found is b.found and a.year < b.year]
        if len({(a.year, b.year) for a, b in spans}) != 1:
            return None
        return spans[-1] if self._fits(reading, *spans[-1]) else None

    def _bracketed(self, one: Found) -> Iterator[Year]:
        """The years of a title before a figure that stand in brackets: （2022—2024）."""
        before = self.text[max(0, one.start - NEAR) : one.start]
        if span := SAID["years in brackets"].search(before):
            yield Year(one, int(span["first"]), False)
            yield Year(one, int(span["last"]), False)

    def _anniversary(
        self, one: Found, reading: Reading, named: list[Year]
    ) -> tuple[Year, Year] | None:
        """创建于1956年，…，2022年是建校66周年; 成立50周年（1958年—2008年）."""
        after = [year for year in named if year.found.start - one.end in (1, 2)]
        if len(after) == 2 and self.text[one.end] in "（(":
            return after[0], after[1]
        before = [year for year in named if year.found.start < one.start]
        end = before[-1] if before else None
        if end is None or not SAID["anniversary"].fullmatch(self.text, end.found.end, one.start):
            # 1989年建校，35周年校庆选在今年（2024年）
            if not after and len(named) - len(before) == 1:
                after = named[-1:]
            if not after or not CELEBRATED.fullmatch(self.text, one.end, after[0].found.start):
                return None
            end = after[0]
            before.append(end)
        others = [year for year in (*self.earlier, *before[:-1]) if self._with(year, one)]
        begun = [year for year in others if self._began(year)]
        if not begun or any(self._fits(reading, year, end) for year in others):
            fitting = [year for year in begun if end.year - year.year == _number(reading)]
            return (fitting[0], end) if fitting else None
        return begun[0], end

    def _with(self, year: Year, one: Found) -> bool:
        """Whether a year stands in the paragraph of a figure."""
        return not BREAK.search(self.text, year.found.end, one.start)

    def _began(self, year: Year) -> bool:
        found = year.found
        led = SAID["born in"].search(self.text, max(0, found.start - 8), found.start)
        return bool(led or SAID["begun"].match(self.text, found.end))

    def _each_year(
        self, one: Found, reading: Reading, named: list[Year]
    ) -> tuple[Year, Year] | None:
        """始于2004年，一年一届，到2024年恰好21届: something that is every year."""
        before = [year for year in named if year.found.start < one.start]
        if len({year.year for year in before}) != 2:
            return None
        first, last = before[0], before[-1]
        between = self.text[first.found.end : one.start]
        if first.year >= last.year or STOP.search(between):
            return None
        if not SAID["every year"].search(between) or not self._began_or_since(first):
            return None
        if not SAID["so many of them"].fullmatch(self.text, last.found.end, one.start):
            return None
        apart, stopped = last.year - first.year, first.year < 2020 <= last.year
        if stopped and "从未" not in between and apart - 3 < _number(reading) <= apart:
            return None  # 2020 to 2022 had few fairs and festivals
        return first, last

    def _nth(self, one: Found, named: list[Year]) -> tuple[Year, Year] | None:
        """自2020年启动以来，2024年已进入第五个年头."""
        before = [year for year in named if year.found.start < one.start]
        if one.reading.unit == "个" and not self.text.startswith("年头", one.end):
            return None
        if len({year.year for year in before}) != 2 or before[0].year >= before[-1].year:
            return None
        enters = SAID["enters"].fullmatch(self.text, before[-1].found.end, one.start)
        return (before[0], before[-1]) if enters and self._began_or_since(before[0]) else None

    def _fits(self, reading: Reading, first: Year, last: Year) -> bool:
        """Whether years lie between two, as they pass or on the calendar."""
        apart = last.year - first.year
        if _whole(first, last):
            return _number(reading) == apart
        # 2013年12月, 12年后的2025年初: not so where the last month is no earlier than the first one
        full = last.month >= (first.month or 12)
        spare = (first.loose or last.loose) and not full
        # 2019年1月至2023年底满5年: from the first month to the last
        through = first.month == 1 and last.month == 12
        return apart - spare <= _number(reading) <= apart + (through or not self.passing)

    def _began_or_since(self, year: Year) -> bool:
        start = year.found.start
        return self._began(year) or bool(
            SAID["since year"].search(self.text, max(0, start - 3), start)
        )


def _count(one: Found) -> Reading | None:
    """A whole number of years, or of what there is one of each year."""
    reading = one.reading
    value, since = reading.value, one.phrase.endswith("来")
    exact = reading.qualifier == "exact" or (since and reading.qualifier == "rounded")
    if not isinstance(value, Fraction) or value.denominator != 1 or value < 2 or not exact:
        return None
    years = reading.unit in ("年", "周年") and reading.kind in ("duration", "ordinal")
    each_year = reading.unit in ("届", "次") and reading.kind in ("quantity", "ordinal")
    if not years and not each_year and (reading.kind, reading.unit) != ("ordinal", "个"):
        return None
    point = Interval.point(value)
    return replace(reading, kind="duration", unit="年", interval=point, qualifier="exact")


def _grown_by(base: Reading, level: Reading, told: Reading, years: int = 0) -> Result:
    """Whether a change or a rate, each year of so many if any, leads from one level to another."""
    if years > 1:
        return equations.annual(base, level, told, years)
    if told.unit == "个百分点":
        return equations.points(base, level, told, falling=told.falling)
    if told.unit == base.unit:
        pair = (base, level) if told.falling else (level, base)
        return equations.difference(*pair, told)
    return relations.growth(base, level, told, falling=told.falling)


def _whole(first: Year, last: Year) -> bool:
    """Whether two months are whole years apart: from 2017年3月 to 2024年3月."""
    months = all("月" in year.found.phrase for year in (first, last))
    return months and first.month == last.month > 0


def _year(year: Year) -> int:
    return year.year


def _number(reading: Reading) -> int:
    return int(reading.stands_for.ends[0])
