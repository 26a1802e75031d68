"""Relations whose figures stand side by side in one sentence, as patterns say.

A relation is formed only where the wording leaves no doubt which figures it joins, in one
sentence (or, for two years, in two adjacent ones), with no other figure between them and in one
unit:

- A，由 B1、B2 组成: the parts of A. Here only these words claim that the parts are all of A.
- Y1年…为 A，Y2年…为 B，同比增长 X, in either order: the growth of one measure in a year. A series
  that is compared on a comparable basis (COMPARABLE, such as output, investment, profits or
  enterprises above a size) has a rate that need not follow from the amounts beside it.
- Y1—Y2年的 N 年间: the duration between two years.

Other lists (共 A，其中 B1、B2; B1、B2，合计 A) may leave something out, overlap or belong to a
total that is printed elsewhere. They are consistent where they add up, and otherwise not
testable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from heshu import relations
from heshu.finding import Found
from heshu.reading import MEASURE, RATIOS, Reading
from heshu.relations import INCONSISTENT, NOT_TESTABLE, Result, strictly
from heshu.vocabulary import either, later, patterns, words

# The words in which a text states relations
_PATTERNS = patterns("relations", measure=MEASURE)
SAID = {name: later(pattern) for name, pattern in _PATTERNS.items()}
COMPARABLE = later(either(words("comparable")))
UNSUMMED = (*RATIOS, "岁")

# A relation joins at most so many pieces, and reaches so far: this keeps the check linear
PIECES = 20
# What stands in place of a figure that isn't there, and between two that are in different
# sentences or a long way apart: it belongs to no relation
NOTHING = Found(0, 0, 0, "", Reading("", "", None, None, "", ""))
FAR = "。"
NEAR = 8
REACH = 60
SUMMED = re.compile("(?:合计|总计|共计?)[为是达有]?$")
UNTIL_NOW = re.compile("[至迄]今|现在|目前")
# Years that no words part: 2020年秋季 is a part of one
BARE = re.compile(r"\d{4}(?:/\d{4})?")
# Figures of each year
EACH = re.compile("[各历逐每]年|分别|依次")
PART_OF_YEAR = tuple("底末初春夏秋冬上下中")

# Reports repeat themselves: so many relations of a kind are kept. They are kept here, since
# the mutation proof doesn't change a function that has a decorator.
REPEATED = 1 << 9
growth = lru_cache(REPEATED)(relations.growth)
parts = lru_cache(REPEATED)(relations.parts)


def relate(text: str, before: Sequence[Found], found: Sequence[Found]) -> Iterator[Result]:
    """The relations between the figures of a sentence, and those of the one before."""
    start, end = found[0].start, found[-1].end
    # Dates part the figures that a relation joins; what a date says is read from the text.
    numbers = [one for one in found if one.reading.interval is not None]
    if len(numbers) > 2 and (said := set(STATED.findall(text, max(0, start - REACH), end))):
        sentence = _Readings(text, numbers, before)
        forms = [form for form, words in FORMS.items() if not said.isdisjoint(words)]
        for i in range(len(numbers) - 2):
            for form in forms:
                yield from form(sentence, i)
    if SAID["on named year"].search(text, start, end):
        both = _Readings(text, [*before[-NEAR:], *found])
        years = [_year(one) for one in both.found]
        for i in range(len(both.found) - 4):
            if years[i] and abs(years[i + 2] - years[i]) == 1:
                yield from _years(both, i, since=start)
    if "period" in [one.reading.kind for one in found]:
        for i in range(len(found) - 1):
            yield from _durations(_Readings(text, found), i)
    yield from _spans(text, found)


class _Readings:
    """Figures of a text in their order, those before them, and the words around them."""

    def __init__(self, text: str, found: Sequence[Found], before: Sequence[Found] = ()) -> None:
        self.text, self.found, self.earlier = text, found, before
        self._gaps: dict[int, str] = {}

    def __getitem__(self, i: int) -> Found:
        return self.found[i] if i < len(self.found) else NOTHING

    def gap(self, i: int) -> str:
        """The words between figure i and the next, or FAR."""
        if i not in self._gaps:
            one, other = self[i], self[i + 1]
            apart = one is NOTHING or other is NOTHING or other.sentence != one.sentence
            if apart or other.start - one.end > REACH:
                self._gaps[i] = FAR
            else:
                self._gaps[i] = self.text[one.end : other.start].replace(" ", "")
        return self._gaps[i]

    def says(self, name: str, i: int) -> re.Match[str] | None:
        """Whether the words between figure i and the next are all that a pattern says."""
        return SAID[name].fullmatch(self.gap(i))

    def ends(self, i: int) -> bool:
        """Whether figure i belongs to nothing that comes after it."""
        return bool(SAID["final"].match(self.after(i)))

    def before(self, i: int) -> str:
        """The words of the sentence before figure i, back to ； and as far as REACH."""
        start = self.found[i].start
        words = self.text[max(0, start - REACH) : start].replace(" ", "")
        return re.split("[。；;！？\n]|　　", words)[-1]

    def after(self, i: int) -> str:
        end = self.found[i].end
        return self.text[end : end + 20]

    def comparable(self, first: int, last: int) -> bool:
        """Whether words around these figures speak of a rate on a comparable basis."""
        start, end = self.found[first].start, self.found[last].end
        return bool(COMPARABLE.search(self.text, max(0, start - REACH), end + REACH))


def _quantities(*found: Found) -> bool:
    """Whether all are levels and not changes, and have the same unit."""
    return all(one.reading.kind == "quantity" for one in found) and (
        len({one.reading.unit for one in found}) == 1
    )


def _levels(base: Found, end: Found) -> bool:
    """Whether both can grow: levels or durations of one unit, but no rates."""
    if base.reading.unit != end.reading.unit or base.reading.unit in UNSUMMED:
        return False
    return {base.reading.kind, end.reading.kind} in ({"quantity"}, {"duration"})


def _rate(found: Found) -> bool:
    return found.reading.unit in ("%", "倍")


def _in_doubt(result: Result, why: str) -> Result:
    message = replace(result.message, missing=(why,), weight="", off=0, right=())
    if result.code == "parts" and result.computed and result.printed:
        message = replace(message, gap=result.printed - result.computed)
    return result.but(verdict=NOT_TESTABLE, strength=None, message=message)


def _of(result: Result, *found: Found) -> Result:
    """A result with the figures of the text that it joins, in the order of its phrases."""
    return result.of(found)


def _sums(readings: _Readings, i: int) -> bool:
    """Whether pieces of figure i add up at all: rates, averages and ages don't."""
    averaged = SAID["averaged"].search(readings.before(i))
    return readings[i].reading.unit not in UNSUMMED and not averaged


def _total(readings: _Readings, i: int) -> Iterator[Result]:
    total = readings[i]
    composed = readings.says("composed", i)
    if not (composed or readings.says("first piece", i)) or not _sums(readings, i):
        return
    last = _last_piece(readings, i, SAID["listed" if composed else "piece"])
    if last - i < 2:
        return
    pieces = [piece.reading for piece in readings.found[i + 1 : last + 1]]
    result = _of(parts(total.reading, *pieces), *readings.found[i : last + 1])
    wrong, end = result.verdict == INCONSISTENT, SAID["last"].match(readings.after(last))
    if composed:
        if SAID["compose"].match(readings.after(last)):
            yield result
    elif end and "等" not in end["rest"]:
        yield _in_doubt(result, "unclaimed") if wrong else result


def _last_piece(readings: _Readings, total: int, joint: re.Pattern[str]) -> int:
    """The last figure of a list after a total whose pieces are joined by such words."""
    last = total
    while _quantities(readings[total], readings[last + 1]) and last - total < PIECES:
        last += 1
        # A second 其中 parts the piece before it, not the total; 有近千家 is no piece of 22家
        gap = readings.gap(last)
        if not joint.fullmatch(gap) or "其中" in gap or SAID["averaged"].search(gap):
            break
        if "；" in gap and last - total > 1 and "；" not in readings.gap(total + 1):
            break  # 合同6874件，其中借款2217件、买卖1935件；婚姻2318件
        if SUMMED.search(gap):
            break  # 化解187件，其中23件与省重合，合并计算共259件
        if readings[last + 1].reading.qualifier in ("under", "over") and "；" in readings.gap(last):
            break
    return last


def _added_up(readings: _Readings, i: int) -> Iterator[Result]:
    # The list must begin here: no figure of the unit is joined to it from the left
    joined = i > 0 and _quantities(readings[i - 1], readings[i]) and readings.gap(i - 1)
    if joined and not re.search("[。；;]", joined):
        return
    last = i
    while _quantities(readings[i], readings[last + 1]) and readings.says("listed", last):
        last += 1
    total, sums = readings[last + 1], readings.says("added up", last)
    if last == i or not sums or not _quantities(readings[i], total) or not _sums(readings, i):
        return
    if not readings.ends(last + 1):
        return
    pieces = readings.found[i : last + 1]
    result = _of(parts(total.reading, *(piece.reading for piece in pieces)), total, *pieces)
    if result.verdict != INCONSISTENT:
        yield result
    elif sums["sum"]:
        yield _in_doubt(result, "unclaimed")


# Each form of a relation, with the words of which a sentence needs one to state it
FORMS = {
    _total: ("由", "其中", "包括", "分别", "即"),
    _added_up: ("合计", "共计", "总计", "，共", ",共"),
}
STATED = re.compile("|".join(word for words in FORMS.values() for word in words))


def _year(found: Found) -> int:
    """The year that a figure is, 0 where it is none."""
    text = found.reading.text
    return int(text) if found.reading.kind == "date" and text.isdigit() else 0


def _years(readings: _Readings, i: int, since: int) -> Iterator[Result]:
    """Growth between two years in a row, its rate standing at the offset `since` or after it."""
    years = _year(readings[i]), _year(readings[i + 2])
    if not _one_measure(readings, i):
        return
    last = _rate_after(readings, i + 3, min(years))
    printed = readings[last]
    if not _rate(printed) or printed.reading.kind != "growth" or printed.start < since:
        return
    if readings.ends(last) and not readings.comparable(i, i + 4):
        levels = [readings[i + 1], readings[i + 3]]
        base, end = levels if years[0] < years[1] else reversed(levels)
        rate = printed.reading
        result = strictly(growth(base.reading, end.reading, rate, falling=rate.falling))
        yield _of(result, base, end, printed)


def _one_measure(readings: _Readings, i: int) -> bool:
    """Whether Y1年…为 A，Y2年…为 B tell one measure twice, side by side."""
    one, second, other = (readings[i + j] for j in (1, 2, 3))
    between = readings.text[one.end : second.start]
    if len(between) > 4 or not re.fullmatch(r"[，,；;。]\s*", between):
        return False
    if not _levels(one, other) or second.sentence - one.sentence > 1:
        return False
    labels = [SAID["filler"].sub("", SAID["filler"].sub("", readings.gap(j))) for j in (i, i + 2)]
    return labels[1] in ("", labels[0]) and not re.search("[，。；：]", "".join(labels))


def _rate_after(readings: _Readings, i: int, year: int) -> int:
    """The place of a rate that follows figure i, on the year before, by its number.

    Beyond the last figure where none follows.
    """
    named = readings.says("on named year", i) and _year(readings[i + 1]) == year
    return i + 2 if named and readings.gap(i + 1) == "" else len(readings.found)


def _durations(readings: _Readings, i: int) -> Iterator[Result]:
    period, printed = readings[i].reading, readings[i + 1].reading
    if (period.kind, printed.kind, printed.unit) != ("period", "duration", "年"):
        return
    start, _, end = period.text.partition("/")
    if not (start.isdigit() and end.isdigit()):
        return
    if readings.says("span", i) and SAID["span end"].match(readings.after(i + 1)):
        result = _between(readings.text, [readings[i]], (start, end), printed)
        yield _of(result, readings[i], readings[i + 1])


# 过渡期（2021—2025年）已过三年: some of the years of a period
SOME_OF_IT = re.compile("(?:已经?|才|刚|仅)过了?$|[还尚]有$|[还尚]剩$|剩下的?$")
# 学制六年, 时隔24年, 实际编纂30年: what lasts, and what is left of it, says how long by itself
OF_ITS_OWN = re.compile(
    "(?:实际[^，。；]{0,4}|[时相间]隔|学制[为是]?|(?<!展)[期限龄]|[只仅]用|其[余他它]|[扣去]除|去掉|刨去|停[^，。；]{0,2}|原定|计划|规定|为期|是)$"
)
# 缴费年限由15年每年提高六个月，2039年达到20年: how long something is to be
REACHED = re.compile("(?:[达增升]|延长|提高)[到至]|不[少低]于")


def _spans(text: str, found: Sequence[Found]) -> Iterator[Result]:
    """The years between the only two that a sentence names before it counts them.

    自2016年启动，到2023年已连续实施八年; 2020年至2025年，…，五年间增长88.1%.
    """
    years: list[Found] = []
    periods: list[Found] = []
    counted: list[Found] = []
    for one in found:
        if one.reading.kind == "period" and re.fullmatch(r"\d{4}/\d{4}", one.reading.text):
            periods.append(one)
        elif one.reading.kind == "date" and one.reading.text[:4].isdigit():
            years.append(one)
        elif one.reading.kind == "duration" and one.reading.unit == "年":
            if one.phrase.startswith("每"):
                continue
            words = text[max(0, one.start - 6) : one.start], text[one.end : one.end + 8]
            if UNTIL_NOW.search(text, years[-1].end if years else one.start, one.start):
                continue  # 自1950年提出至今70年: the time ends today
            if REACHED.search(words[0]) or (periods and SOME_OF_IT.search(words[0])):
                continue
            last = max((other.end for other in periods or years), default=0)
            again = any(last <= other.start for other in counted)
            again = again and not SAID["growth of years"].match(text, one.end)
            if again or OF_ITS_OWN.search(words[0]):
                continue  # 从1983年到1996年，用了13年；乙只用八年
            counted.append(one)
            if SAID["not of all years"].search(words[0]) or not SAID["of all years"].match(
                words[1]
            ):
                continue
            # 2015年至2020年任职，但在2021年因受贿被判刑16年: a clause of another time
            ends = periods[-1].reading.text.split("/") if periods else []
            after = [year for year in years if ends and year.start > periods[-1].end]
            if any(not ends[0] <= year.reading.text[:4] <= ends[1] for year in after):
                continue
            yield from _span(text, periods or years, one)


def as_they_pass(text: str, one: Found) -> bool:
    """Whether words count years as they pass, so that the first and the last aren't two of them:
    已走过17年, 建院72周年, and not 17个年头.
    """
    if one.reading.unit == "周年":
        return True
    passed = SAID["passed"].search(text, max(0, one.start - 8), one.start)
    return bool(passed) and one.phrase.endswith("年") and not text.startswith("头", one.end)


def _between(text: str, years: Sequence[Found], named: tuple[str, str], printed: Reading) -> Result:
    """Whether years that are counted lie between two that are named."""
    result = relations.duration(*named, printed)
    count, apart = printed.interval, int(named[1]) - int(named[0])
    bare = all(BARE.fullmatch(one.reading.text) for one in years) and not any(
        text[one.end : one.end + 1] in PART_OF_YEAR for one in years
    )
    whole = count is not None and count.exact and count.ends[0].denominator == 1
    if bare and whole and count is not None and count.ends[0] not in (apart, apart + 1):
        # Whole years are so many apart, and not nearly one more or less
        result = relations.duration(f"{named[0]}-06", f"{named[1]}-07", printed)
        result = result.but(phrases=(*named, printed.phrase))
    return result


def _year_ends(text: str, years: Sequence[Found], printed: Found) -> bool:
    """Whether so many years lie between the ends of two, and have no figure of each: 从2019年末到
    2024年末，五年间.
    """
    ends = all(one.reading.text.endswith("-12-31") for one in years)
    return ends and not EACH.search(text, printed.end, printed.end + REACH)


def _span(text: str, years: Sequence[Found], printed: Found) -> Iterator[Result]:
    named = sorted({year for one in years for year in re.findall(r"\d{4}", one.reading.text)})
    count = printed.reading.interval
    if len(named) != 2 or count is None or not count.exact:
        return
    apart = int(named[1]) - int(named[0])
    if count.ends[0] == apart + 1 and as_they_pass(text, printed):
        return
    two_digits = any(int(year) % 100 == count.ends[0] for year in named)
    if two_digits and count.ends[0] not in (apart, apart + 1):
        return  # 2018—2019年…，19年: a year of two digits
    led = [
        bool(SAID["led by year"].search(text, max(0, one.start - 3), one.start)) for one in years
    ]
    grown = SAID["growth of years"].match(text, printed.end)
    if len(years) > 1 and not led[0] and not (grown and any(led)):
        return
    sure = len(years) == 1 or led[0]
    if count.ends[0] == apart + 1 and grown and (grown["yearly"] or not sure):
        return  # 2020年至2022年，三年复合增长率: over the two years between
    result = _between(text, years, (named[0], named[1]), printed.reading)
    if count.ends[0] == apart + 1 and led[0] and _year_ends(text, years, printed):
        begun, end = f"{int(named[0]) + 1}-01-01", f"{named[1]}-12-31"
        result = relations.duration(begun, end, printed.reading, calendar=False)
        yield _of(result.but(phrases=(*named, printed.phrase)), years[0], years[-1], printed)
        return
    # 2021年比2020年增长8%，两年平均增长5%: the two need not be those that are named
    # 自2021年起禁捕，为期十年；而甲湖早在2018年初即已先行，到年底满七年: the first isn't its
    sure = sure and years[0].reading.text.startswith(named[0])
    if count.ends[0] in (apart, apart + 1) or (sure and result.verdict == INCONSISTENT):
        yield _of(result, *dict.fromkeys((years[0], years[-1])), printed)
