"""So many years, held against a list that has a figure for each of them.

三年来，2022年至2024年受理6491件，2022年1846件、2023年2133件、2024年2512件: a period of four years
would have a fourth figure. Years that are counted as they pass or on the calendar (2021年至2024年的
三年间) are told apart by the list alone: what began in 2021 isn't left out of it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from heshu import relations
from heshu.finding import Found
from heshu.reading import RATIOS
from heshu.relations import Result

# So few years are no list, and so many sentences before it tell its years
FEW, NEAR, KEPT = 3, 3, 8
BARE = re.compile(r"(?P<first>\d{4})(?:/(?P<last>\d{4}))?")
JOINED = re.compile("年?[到至]|[—－~～–-]+")
# Between a year and its figure, and between that and the next year
OF_YEAR = re.compile(r"年?(?:度|全年)?[^，。；、\d（()）]{0,10}")
NEXT = re.compile(r"[^，。；、\d]{0,6}[、，；,;和及与]{1,2}[^，。；、\d]{0,4}")
# Words for one figure of each year, without names for them
EACH = re.compile(
    "(?:[各历逐]年(?:度|分别|依次)?|依次)[^，。；、\\d]{0,6}$|[各历逐]年[^，。；、\\d]{0,10}(?:分别|依次)为?$"
)
NAMES = re.compile("[、和及与]")
LISTED = re.compile(r"[^，。；、\d]{0,4}[、，,和及与]")
# Growth since a year has no figure for it
GROWN = re.compile("增|减|[提上]升|下降|比|较|[底末初]")
SAME = re.compile("[其当]中")
LEFT_OUT = re.compile("[后前首头末每第余]$|[过未]去?来?$")


class Span(NamedTuple):
    """The years of a period: the figure or both of them, and the first and the last."""

    found: tuple[Found, ...]
    first: int
    last: int


class Listed:
    """Looks for lists by years, and keeps the periods and the numbers of years before them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: deque[Span] = deque(maxlen=KEPT)
        self.counts: deque[Found] = deque(maxlen=KEPT)

    def form(self, found: Sequence[Found]) -> Iterator[Result]:
        for i, one in enumerate(found):
            if one.reading.kind == "duration" and one.reading.unit == "年":
                self.counts.append(one)
            elif bare := _bare(one):
                self._keep(found[i - 1] if i else None, one, *bare)
        if not self.counts:
            return
        for years, listed in self._dated(found):
            yield from self._of_years(years, listed)
        if self.spans:
            for listed in self._each(found):
                yield from self._of_span(listed)

    def _keep(self, before: Found | None, one: Found, first: int, last: int) -> None:
        """Keep a period: 2021年至2024年, or 从2021年到2024年."""
        if first < last:
            self.spans.append(Span((one,), first, last))
        elif before is not None and JOINED.fullmatch(self.text, before.end, one.start):
            other = _bare(before)
            if other and other[0] == other[1] < last:
                self.spans.append(Span((before, one), other[0], last))

    def _dated(self, found: Sequence[Found]) -> Iterator[tuple[list[int], list[Found]]]:
        """Lists of levels each of which stands after its year: 2022年1846件、2023年2133件."""
        years: list[int] = []
        listed: list[Found] = []
        end = 0
        for one, level in pairwise(found):
            bare = _bare(one)
            if not bare or bare[0] != bare[1] or not _level(level):
                continue
            if not OF_YEAR.fullmatch(self.text, one.end, level.start):
                continue
            next_to = listed and NEXT.fullmatch(self.text, end, one.start)
            alike = listed and listed[-1].reading.unit == level.reading.unit
            if not (next_to and alike and bare[0] > years[-1]):
                yield years, listed
                years, listed = [], []
            years, listed, end = [*years, bare[0]], [*listed, level], level.end
        yield years, listed

    def _each(self, found: Sequence[Found]) -> Iterator[list[Found]]:
        """Lists of levels that words say are of the years one by one: 各年依次为A、B和C."""
        i = 0
        while i < len(found):
            j = i + 1
            while (
                j < len(found)
                and _level(found[i])
                and found[j].reading.unit == found[i].reading.unit
                and LISTED.fullmatch(self.text, found[j - 1].end, found[j].start)
            ):
                j += 1
            if j - i >= FEW:
                yield list(found[i:j])
            i = j

    def _of_years(self, years: list[int], listed: list[Found]) -> Iterator[Result]:
        """A list whose years are as many as are counted, but for a period that begins a year before
        or ends one after, or for a year that is left out of it.
        """
        count = self._count(len(years), listed) if len(years) >= FEW else None
        if count is None:
            return
        span = self._span(listed[0], count)
        if years[-1] - years[0] >= len(years):
            # 三年来共7418件，其中2021年A、2023年B、2024年C
            near = listed[0].sentence == count.sentence
            led = SAME.search(self.text[count.end : listed[0].start]) if near else None
            if led:
                dates = (listed[0], listed[-1])
                yield self._wrong(dates, years[0], years[-1], count)
            return
        if span is None or len(years) == span.last - span.first + 1:
            return
        one_end = (span.first == years[0]) != (span.last == years[-1])
        words = self.text[span.found[-1].end : listed[0].start]
        if one_end and span.first <= years[0] and not GROWN.search(words):
            yield self._wrong((*span.found, listed[0], listed[-1]), span.first, span.last, count)

    def _of_span(self, listed: list[Found]) -> Iterator[Result]:
        """2022年至2024年新收案件依次为A、B和C, of three years."""
        words = self.text[max(0, listed[0].start - 40) : listed[0].start]
        said = EACH.search(words)
        count = self._count(len(listed), listed)
        span = self._span(listed[0], count) if count else None
        if not said or span is None or count is None or span.last - span.first + 1 == len(listed):
            return
        if span.found[0].sentence != listed[0].sentence:
            return
        words = self.text[span.found[-1].end : listed[0].start]
        clause = re.split("[，。；：]", words[: -len(said[0])])[-1]
        if not GROWN.search(words) and not NAMES.search(clause):
            yield self._wrong((*span.found, listed[0], listed[-1]), span.first, span.last, count)

    def _count(self, number: int, listed: list[Found]) -> Found | None:
        """The last number of years that was told before a list, if it is just as many."""
        before = [one for one in self.counts if one.end <= listed[0].start]
        before = [one for one in before if listed[0].sentence - one.sentence <= NEAR]
        told = [one for one in before if one.reading.value == Fraction(number)]
        return told[-1] if told and not self._left_out(told[-1]) else None

    def _left_out(self, one: Found) -> bool:
        return bool(LEFT_OUT.search(self.text, max(0, one.start - 2), one.start))

    def _span(self, one: Found, count: Found) -> Span | None:
        """The period that was told last before a figure, if so many years are its own."""
        before = [span for span in self.spans if span.found[-1].end <= one.start]
        if not before or one.sentence - before[-1].found[0].sentence > NEAR:
            return None
        span = before[-1]
        period = span.found[0]
        # 2020年至2023年建成3座。近三年受理7件: of others
        lately = "近" in self.text[max(0, count.start - 1) : count.start + 1]
        if count.start > period.start:
            return None if lately and count.sentence != period.sentence else span
        return span if one.sentence == period.sentence else None

    def _wrong(self, found: tuple[Found, ...], first: int, last: int, count: Found) -> Result:
        apart = last - first + 1
        number = int(count.reading.value) if isinstance(count.reading.value, Fraction) else 0
        # Whole years are so many, and not nearly one more or less
        end = f"{2000 + apart}-06-{16 if number < apart else 14}"
        result = relations.duration("2000-06-15", end, count.reading, calendar=False)
        result = result.but(phrases=(str(first), str(last), count.phrase), under=frozenset())
        return result.of((*found, count))


def _bare(one: Found) -> tuple[int, int] | None:
    """The first and the last year of a figure that tells no more than these."""
    if one.reading.kind not in ("date", "period"):
        return None
    match = BARE.fullmatch(one.reading.text)
    return (int(match["first"]), int(match["last"] or match["first"])) if match else None


def _level(one: Found) -> bool:
    return one.reading.kind == "quantity" and one.reading.unit not in RATIOS
