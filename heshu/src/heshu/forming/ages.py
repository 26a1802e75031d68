"""Ages, held against the year in which someone was born.

生于1947年，今年78岁, of 2025; 1923年生，1948年牺牲，年仅25岁. A birthday that hasn't come
yet takes a year off, and 虚岁 adds one: what lies further off is accused where the words leave
nobody else whose age it could be.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from heshu import relations
from heshu.finding import BREAK, Found
from heshu.forming.sentence import SAID
from heshu.intervals import Interval
from heshu.relations import Result

# So many births and years that were named before are looked back on, and so many characters
BACK = 8
NEAR = 40
# An age stands so few characters after the birth
REACH = 240
# The year in which someone was born: 生于1947年, 1923年生，
BORN_IN = re.compile("(?:生[于在]|诞生)$")
BORN = re.compile(
    "年?[初底末]?(?:春|夏|秋|冬|[^，。；\\d]{0,8}(?<!医)(?<!学))出?生(?:[，。；、,;（）()的]|人|(?<=出生)[于在])"
)
# Words right before an age now: 今年已78岁
NOW = re.compile(
    "(?:今年|现年|如今|现在)(?:也|就|已经?|刚刚?好?|正好|恰好|才|有|是|满|整|虚岁|周岁)*$"
)
# and before one at the time that was told last: 1948年牺牲，年仅25岁; 那年她11岁
THEN = re.compile(
    "(?P<that>(?:[那当同这]年|[那当]?时候?，?)[他她]?|(?:年仅|[时享终]年))"
    "(?:也|就|已经?|刚刚?好?|正好|恰好|才|只?有|是|仅|还?不?[满到]|虚岁|周岁)*$"
)
# 1951年春，刚满20岁; 到2024年正好73岁
JUST_THEN = re.compile(
    "年?[初底末春夏秋冬]?(?P<comma>[，,])?(?:他|她)?(?:正好|恰好|刚好|刚刚?满?|年满|已满|年仅|才|只有|已|满)"
)
BY = ("到", "至")
DIED = re.compile(
    "年?(?:\\d+月)?(?:\\d+日)?[^，。；\\d]{0,8}(?:牺牲|[去逝辞离]世|病逝|殉职|就义|遇[难害]|阵亡|病故)"
    "[^，。；\\d]{0,6}，"
)
# Others, whose age it may be
OTHERS = re.compile(
    "[儿女孙]子|女儿|孙女|[父母]亲|爸|妈|妻|丈夫|老伴|爱人|[兄弟姐妹哥姊]|徒|同学|战友|学生|孩子|对手|搭档"
    "|收|招|带|遇|救|识|养|嫁|娶|生[下了]|把|给|送|采访"
)
# What someone did or came by: 1993年他…时, 2017年被选进县少体校
OWN = re.compile("年?(?:\\d+月)?(?:\\d+日)?(?:[他她]|[被入考参退调]|加入|毕业|当选|首)")
CLAUSES = re.compile("[，。；,;]|——")
# A birthday that hasn't come, and 虚岁
LESS, MORE = 1, 1


class Year(NamedTuple):
    found: Found
    year: int


class Ages:
    """Looks for ages in each sentence, and keeps the years and the births that were told."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.births: deque[Year] = deque(maxlen=BACK)
        self.years: deque[Year] = deque(maxlen=BACK)
        self.latest: Year | None = None

    def form(self, found: Sequence[Found]) -> Iterator[Result]:
        for one in found:
            reading = one.reading
            if reading.kind == "date" and reading.text[:4].isdigit():
                self._keep(Year(one, int(reading.text[:4])))
            elif reading.unit == "岁" and reading.kind == "quantity" and self.births:
                value = reading.value
                exact = reading.qualifier == "exact"
                if exact and isinstance(value, Fraction) and value.denominator == 1:
                    yield from self._age(one, int(value))

    def _keep(self, year: Year) -> None:
        start, end = year.found.start, year.found.end
        born = BORN_IN.search(self.text, max(0, start - 4), start) or BORN.match(self.text, end)
        (self.births if born else self.years).append(year)
        planned = SAID["planned"].search(self.text, max(0, start - NEAR), end + NEAR)
        if not planned and (self.latest is None or year.year > self.latest.year):
            self.latest = year

    def _age(self, one: Found, age: int) -> Iterator[Result]:
        near = [birth for birth in self.births if one.start - birth.found.end <= REACH]
        births = [b for b in near if not BREAK.search(self.text, b.found.end, one.start)]
        if not births:
            return
        born = births[-1]
        words = self.text[max(0, one.start - 24) : one.start]
        if NOW.search(words):
            last, sure = self.latest, self._is_now(born, one)
            # The text may have been written later than in the latest year that it names
            sure = sure and last is not None and age < last.year - born.year
        elif THEN.search(words):
            near = [year for year in self.years if one.start - year.found.end <= REACH]
            told = [year for year in near if year.found.sentence == one.sentence]
            last = told[-1] if told else None
            sure = last is not None and len(births) == 1 and self._is_then(born, last, one)
        elif last := self._just_then(one):
            sure = len(births) == 1 and self._is_by_then(born, last, one)
        else:
            return
        if last is None or last.year <= born.year:
            return
        fits = last.year - born.year - LESS <= age <= last.year - born.year + MORE
        if fits or sure:
            yield self._result(one, age, born, last)

    def _is_now(self, born: Year, one: Found) -> bool:
        """Whether an age now stands in the clause after the birth: 生于1947年，今年78岁."""
        between = self.text[born.found.end : one.start]
        clauses = CLAUSES.split(between)
        return (
            born.found.sentence == one.sentence
            and len(clauses) == 2
            and bool(NOW.fullmatch(clauses[-1]))
            and not OTHERS.search(between)
        )

    def _is_then(self, born: Year, last: Year, one: Found) -> bool:
        """Whether an age is of the time told right before it, and of who was born: 1923年生，1948年
        牺牲，年仅25岁, and 2006年出生，2017年进少体校，那年她11岁.
        """
        since, between = (self.text[year.found.end : one.start] for year in (born, last))
        if last.found.start < born.found.start or OTHERS.search(since):
            return False
        if one.sentence - born.found.sentence > 0 or len(CLAUSES.findall(since)) > 4:
            return False
        that = THEN.search(between)
        if that is None:
            return False
        died = DIED.match(between)
        if died and died.end() == that.start():
            return True
        clauses = CLAUSES.split(between[: that.start()])
        return len(clauses) <= 2 and bool(OWN.match(clauses[0]))

    def _just_then(self, one: Found) -> Year | None:
        """The year right before an age: 1951年春，刚满20岁."""
        last = self.years[-1] if self.years else None
        if last is None or not JUST_THEN.fullmatch(self.text, last.found.end, one.start):
            return None
        return last

    def _is_by_then(self, born: Year, last: Year, one: Found) -> bool:
        """Whether an age by a year is of who was born: 他1951年出生，到2024年正好73岁."""
        start = last.found.start
        between = self.text[born.found.end : start]
        return (
            born.found.sentence == one.sentence
            and born.found.end < start
            and self.text[start - 1 : start] in BY
            and len(CLAUSES.findall(between)) == 1
            and not OTHERS.search(between)
        )

    def _result(self, one: Found, age: int, born: Year, last: Year) -> Result:
        reading = replace(one.reading, kind="duration", unit="年", interval=Interval.point(age))
        years = str(born.year), str(last.year)
        result = relations.duration(*years, reading)
        apart = last.year - born.year
        if not apart - LESS <= age <= apart + MORE:
            # Years of age are so many, and not nearly one more or less
            result = relations.duration(f"{years[0]}-06", f"{years[1]}-07", reading)
        result = result.but(phrases=(*years, one.phrase), under=frozenset())
        return result.of(tuple(dict.fromkeys((born.found, last.found, one))))
