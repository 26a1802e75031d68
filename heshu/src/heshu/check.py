"""The check of any text: the relations between its figures that the text itself states.

Precision comes before recall, since a mismatch is an accusation. A relation is formed only
where the wording leaves no doubt which figures it joins, in one sentence (or, for two years,
in two adjacent ones), with no other figure between them and in one unit:

- 由/从 A … 到/至 B，增长/下降 X, or 翻一番: the growth from A to B. 年均, 同比 and 实际 before X
  speak of something else. So may a series that is compared on a comparable basis (COMPARABLE,
  such as output, investment, profits or enterprises above a size), whose rate need not follow
  from the amounts printed beside it.
- A，其中/包括 … B，占 X%: the share of B in A, and of every further B，占 X% after it.
- A，其中 B，其余 C; A，由 B1、B2 组成; A，其中男 B1、女 B2; 分别为 B1、B2，合计 A: the parts of
  A. Only these words claim that the parts are all of A.
- Y1年…为 A，Y2年…为 B，同比增长 X, in either order: the growth of one measure in a year.
- Y1—Y2年的 N 年间: the duration between two years.
- N 家…T 元，平均每家 X 元: the average, if no other figure has the unit of N or of T.

Other lists (共 A，其中 B1、B2; B1、B2，合计 A) may leave something out, overlap or belong to a
total that is printed elsewhere. They are reported where they add up, and otherwise at most as
not testable; so are an average that fits nothing, and a share that fits another figure as its
whole, or whose whole isn't called a total (共, 总, 全市). A part above its whole is no slip where
it can be a net amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import groupby, islice

from heshu import relations
from heshu.finding import Found, find
from heshu.intervals import Interval
from heshu.reading import CURRENCIES, FALLS, MEASURE, RISES, Reading, decimal
from heshu.relations import INCONSISTENT, NOT_TESTABLE, Result
from heshu.vocabulary import either, words

WITHIN = r"[^，。；：、,;:（）()]"
DATED = (
    r"(?:(?:\d{4}|[今去上当明本前]|二[〇零]\d\d)年?(?:\d{1,2}月)?[底末初]?的?"
    r"|原来的?|原定的?|最初的?)?"
)
VERBS = "|".join(RISES + FALLS)
BASE = re.compile(rf"[由从]{DATED}$")
END = re.compile(
    rf"(?:大幅|快速|稳步|逐步|迅速)?(?:{VERBS}|发展|跃升|跃|攀升|壮大|缩)[到至]了?{DATED}"
)
BY = re.compile(r"[，,（(](?:累计|共计?|总共)?")
BY_RATE = re.compile(
    r"[，,（(](?:累计)?(?:(?P<up>增幅|涨幅|升幅|增长率|增长幅度|上调幅度)|(?P<down>降幅|跌幅|"
    r"下降幅度|下调幅度))(?:达到?|为|约)?"
)
# A rate that another word follows (20%的目标, 75%以上的有) or a bracket explains (可比价) may be
# of something else
FINAL = re.compile(r"\s*(?:[，。；、,;!?！？）)\n]|\Z)")
# Their rates are worked out in constant prices, for the same enterprises, or on a basis that
# was revised since, whatever the amounts printed beside
COMPARABLE = re.compile(either(words("comparable")))
PART = re.compile(rf"{WITHIN}{{0,15}}[，,（(：:]?(?:其中|包括)[：:，,]?(?P<label>{WITHIN}{{0,25}})")
OF = re.compile(
    rf"{WITHIN}{{0,12}}[，,（(]?占(?:比|总(?:数|量|额|人数|户数)的?|全部的?|其中的?)?(?:达到?|约?为|约)?"
)
NEXT = re.compile(rf"{WITHIN}{{0,12}}[）)]?[，,；;、]{WITHIN}{{1,25}}")
# Words that make a figure the whole of which shares are told
TOTAL = re.compile(
    "(?<![公中])共(?![同享建产])|总[数量额人户投面计]|合计|累计|全[国省市县区州盟旗镇乡村校院所厂行系社]"
)
# Of these a part can exceed its whole, other parts being negative
NET = re.compile("净|增|减|差|利润|余额|盈|亏")
FIRST_PIECE = re.compile(
    rf"{WITHIN}{{0,15}}[，,（(：:](?:其中|包括|分别[为是有]|即)[：:，,]?{WITHIN}{{0,25}}"
)
PIECE = re.compile(rf"{WITHIN}{{0,15}}(?:[、，,；;]|和|及|以及){WITHIN}{{0,25}}")
LISTED = re.compile(r"[^，。；：,;:（）()]{0,15}(?:、|和|及|以及)[^，。；：,;:（）()]{0,25}")
LAST = re.compile(rf"(?P<rest>{WITHIN}{{0,15}})(?:[。；;）)！？\n]|\Z|　)")
SUM = re.compile(r"(?:(?<![公中])共(?![享同建产])|合计|总计)[^，。；：、,;:（）()0-9]{0,12}$")
REST = re.compile(rf"{WITHIN}{{0,15}}[、，,；;](?:其余|余下|剩余)的?")
COMPOSED = re.compile(rf"{WITHIN}{{0,10}}[，,]?由{WITHIN}{{1,15}}")
COMPOSE = re.compile(r"[^，。；：、,;:（）()和及与等]{0,10}(?:组成|构成)[，。；！？\n]")
PEOPLE = "(?:性|生|职工|员工|教师|学生)?(?:为|有)?"
SEXES = [
    (
        re.compile(rf"[，,（(]?其中[：:，,]?{first}{PEOPLE}"),
        re.compile(rf"[、，,；;]{second}{PEOPLE}"),
    )
    for first, second in ("男女", "女男")
]
RESPECTIVELY = re.compile("分别(?:为|是|有|达到?)?$")
SEPARATOR = re.compile("、|和|及|以及|与")
ADDED_UP = re.compile(rf"{WITHIN}{{0,15}}[，,](?:(?P<sum>合计|共计|总计)|共)(?:为|是|有|达到?|约)?")
UNSUMMED = ("%", "‰", "倍", "个百分点", "岁")
AVERAGED = re.compile("均|每")
EACH = re.compile(rf".*平均每(?P<unit>{MEASURE})(?:为|达到?|约)?", re.DOTALL)
ON_YEAR = re.compile(r"[，,](?:同比|比上年|较上年|比上年同期|较上年同期)")
ON_NAMED_YEAR = re.compile("[，,](?:比|较|相比)")
FILLER = re.compile("^全年|(?:为|达到?|是|共|有|完成|实现|约)+$")
SPAN = re.compile("的这?")
# 2011—2020年的5年期国债 is another matter
SPAN_END = re.compile("间|时间|里|当?中")

# A relation joins at most so many figures, and reaches so far: this keeps the check linear
FIGURES = 64
PIECES = 20
NEAR = 8
REACH = 60

# Words without which a sentence states no growth between two years
YEARLY = re.compile("上年|比|较")

# Reports repeat themselves: so many relations of a kind are kept. They are kept here, since
# `make mutate` doesn't change a function that has a decorator.
REPEATED = 1 << 9
growth, share, parts, average, order = (
    lru_cache(maxsize=REPEATED)(rule)
    for rule in (
        relations.growth,
        relations.share,
        relations.parts,
        relations.average,
        relations.order,
    )
)

UNCLAIMED = "the words don't say that the parts are all of it and none overlaps"


def check(text: str) -> Iterator[Found | Result]:
    """Every figure of a text, and every relation that the text itself states between them.

    They come sentence by sentence, the figures before the relations, so that nothing is held
    but the sentence and the one before. Of a sentence with more than FIGURES figures each
    such number of them is looked at by itself.
    """
    before: list[Found] = []
    for found in _groups(find(text)):
        yield from found
        yield from relate(text, before, found)
        before = found


def _groups(found: Iterable[Found]) -> Iterator[list[Found]]:
    for _, sentence in groupby(found, key=lambda one: one.sentence):
        while group := list(islice(sentence, FIGURES)):
            yield group


def relate(text: str, before: Sequence[Found], found: Sequence[Found]) -> Iterator[Result]:
    """The relations between the figures of a sentence, and those of the one before."""
    start, end = found[0].start, found[-1].end
    # Dates part the figures that a relation joins; what a date says is read from the text.
    numbers = [one for one in found if one.reading.interval is not None]
    if len(numbers) > 2 and (said := set(STATED.findall(text, max(0, start - REACH), end))):
        sentence = _Figures(text, numbers, before)
        forms = [form for form, words in FORMS.items() if not said.isdisjoint(words)]
        for i in range(len(numbers) - 2):
            for form in forms:
                yield from form(sentence, i)
    if YEARLY.search(text, start, end):
        both = _Figures(text, [*before[-NEAR:], *found])
        for i in range(len(both.found) - 4):
            yield from _years(both, i, since=start)
    if "period" in [one.reading.kind for one in found]:
        for i in range(len(found) - 1):
            yield from _durations(_Figures(text, found), i)


class _Figures:
    """Figures of a text in their order, those before them, and the words around them."""

    def __init__(self, text: str, found: Sequence[Found], before: Sequence[Found] = ()) -> None:
        self.text, self.found, self.earlier = text, found, before
        self._gaps: dict[int, str | None] = {}

    def __getitem__(self, i: int) -> Found | None:
        return self.found[i] if i < len(self.found) else None

    def gap(self, i: int) -> str | None:
        """The words between figure i and the next, None across sentences or a long way."""
        if i not in self._gaps:
            self._gaps[i] = self._gap(i)
        return self._gaps[i]

    def _gap(self, i: int) -> str | None:
        one, other = self[i], self[i + 1]
        if one is None or other is None or other.sentence != one.sentence:
            return None
        if other.start - one.end > REACH:
            return None
        return self.text[one.end : other.start].replace(" ", "")

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

    def alike(self, i: int) -> list[Found]:
        """The quantities of figure i's unit before it, in its sentence and the one before."""
        near = [*self.earlier[-NEAR:], *self.found[max(0, i - NEAR) : i]]
        return [one for one in near if _quantities(one, self.found[i])]


def _quantities(*found: Found | None) -> bool:
    """Whether all are there, are levels and not changes, and have the same unit."""
    return all(one is not None and one.reading.kind == "quantity" for one in found) and (
        len({one.reading.unit for one in found}) == 1
    )


def _levels(base: Found | None, end: Found | None) -> bool:
    """Whether both are there and can grow: levels or durations of one unit, but no rates."""
    if base is None or end is None or base.reading.unit != end.reading.unit:
        return False
    kinds = {base.reading.kind, end.reading.kind}
    return kinds in ({"quantity"}, {"duration"}) and base.reading.unit not in UNSUMMED


def _fits(pattern: re.Pattern, gap: str | None) -> re.Match | None:
    return pattern.fullmatch(gap) if gap is not None else None


def _rate(found: Found | None) -> bool:
    return found is not None and found.reading.unit in ("%", "倍")


def _in_doubt(result: Result, why: str) -> Result:
    explanation = f"Not testable: {why}."
    return replace(result, verdict=NOT_TESTABLE, strength=None, explanation=explanation)


def _growth(figures: _Figures, i: int) -> Iterator[Result]:
    base, end, printed = figures[i], figures[i + 1], figures[i + 2]
    if not (_levels(base, end) and _rate(printed) and _fits(END, figures.gap(i))):
        return
    if not BASE.search(figures.before(i)) or not FINAL.match(figures.after(i + 2)):
        return
    if figures.comparable(i, i + 2):
        return
    falling = printed.reading.falling
    if printed.reading.kind in ("growth", "multiple_to") and _fits(BY, figures.gap(i + 1)):
        pass
    elif printed.reading.kind == "quantity" and (rate := _fits(BY_RATE, figures.gap(i + 1))):
        falling = bool(rate["down"])
    else:
        return
    yield growth(base.reading, end.reading, printed.reading, falling=falling)


def _percentage(found: Found | None) -> bool:
    return found is not None and found.reading.kind == "quantity" and found.reading.unit == "%"


def _shares(figures: _Figures, i: int) -> Iterator[Result]:
    whole, first = figures[i], i + 1
    if whole.reading.unit in UNSUMMED or not _fits(PART, figures.gap(i)):
        return
    j = first
    while (
        _quantities(whole, figures[j])
        and _percentage(figures[j + 1])
        and _fits(OF, figures.gap(j))
        and FINAL.match(figures.after(j + 1))
        and (j == first or (_fits(NEXT, figures.gap(j - 1)) and "其中" not in figures.gap(j - 1)))
    ):
        part, printed = figures[j].reading, figures[j + 1].reading
        result = share(part, whole.reading, printed)
        if result.verdict == INCONSISTENT:
            if _exceeds(part, whole.reading):
                if j > first or _net(figures, i, j):
                    result = _in_doubt(result, "the parts may be net amounts, or of another whole")
            elif (
                j > first
                or not TOTAL.search(figures.before(i))
                or any(
                    other is not whole and other.reading.interval.intersect(wholes)
                    for wholes in (_wholes(part, printed),)
                    for other in figures.alike(j)
                )
            ):
                result = _in_doubt(result, "the share may be that of another whole")
        yield result
        j += 2


def _wholes(part: Reading, printed: Reading) -> Interval:
    """All that a part can be the printed share of, wherever between its neighbours each lies."""
    share, piece = (_loose(figure.interval) for figure in (printed, part))
    if not share.low or piece.low is None:
        return Interval(0, None)
    return piece / (share / 100)


def _loose(interval: Interval) -> Interval:
    """An interval wide enough for every rule of rounding, from 0 up."""
    if not interval.bounded:
        return Interval(0, None)
    low = interval.low - interval.width
    return Interval(max(low, Fraction(0)), interval.high + interval.width)


def _exceeds(part: Reading, whole: Reading) -> bool:
    return order(part, whole).verdict == INCONSISTENT


def _net(figures: _Figures, whole: int, part: int) -> bool:
    """Whether a part can exceed its whole: an amount of money, or what is left of a change."""
    words = figures.before(whole) + figures.text[figures[whole].end : figures[part].start]
    return figures[whole].reading.unit in CURRENCIES or bool(NET.search(words))


def _sums(figures: _Figures, i: int) -> bool:
    """Whether pieces of figure i add up at all: rates, averages and ages don't."""
    return figures[i].reading.unit not in UNSUMMED and not AVERAGED.search(figures.before(i))


def _total(figures: _Figures, i: int) -> Iterator[Result]:
    total, gap = figures[i], figures.gap(i)
    composed = _fits(COMPOSED, gap)
    if not (composed or _fits(FIRST_PIECE, gap)) or not _sums(figures, i):
        return
    last = i
    while _quantities(total, figures[last + 1]) and last - i < PIECES:
        last += 1
        # A second 其中 parts the piece before it, not the total
        between = figures.gap(last)
        if not _fits(LISTED if composed else PIECE, between) or "其中" in between:
            break
    pieces = figures.found[i + 1 : last + 1]
    if len(pieces) < 2:
        return
    end = LAST.match(figures.after(last))
    result = parts(total.reading, *(piece.reading for piece in pieces))
    if composed:
        if COMPOSE.match(figures.after(last)):
            yield result
    elif _all_of_it(figures, i, last):
        if result.verdict == INCONSISTENT and any(
            parts(other.reading, *(piece.reading for piece in pieces)).verdict != INCONSISTENT
            for other in figures.alike(i)
        ):
            result = _in_doubt(result, "the parts may be those of another total")
        yield result
    elif end and "等" not in end["rest"]:
        if result.verdict != INCONSISTENT:
            yield result
        elif _above(result) and SUM.search(figures.before(i)):
            yield _in_doubt(result, f"the parts exceed the total, but {UNCLAIMED}")


def _all_of_it(figures: _Figures, total: int, last: int) -> bool:
    """Whether two pieces of a total are said to be all of it: one and the rest, men and women."""
    if last - total != 2 or _quantities(figures[last], figures[last + 1]):
        return False
    first, second = figures.gap(total), figures.gap(total + 1)
    if _fits(REST, second):
        return "其中" in first
    people = figures[total].reading.unit in ("人", "名", "位")
    return people and any(_fits(one, first) and _fits(other, second) for one, other in SEXES)


def _above(result: Result) -> bool:
    low, high = result.computed.low, result.printed.high
    return low is not None and high is not None and low >= high


def _added_up(figures: _Figures, i: int) -> Iterator[Result]:
    # The list must begin here: no figure of the unit is joined to it from the left
    joined = i > 0 and _quantities(figures[i - 1], figures[i]) and figures.gap(i - 1)
    if joined and not re.search("[。；;]", joined):
        return
    last = i
    while _quantities(figures[i], figures[last + 1]) and _fits(LISTED, figures.gap(last)):
        last += 1
    total, sums = figures[last + 1], _fits(ADDED_UP, figures.gap(last))
    if last == i or not sums or not _quantities(figures[i], total) or not _sums(figures, i):
        return
    if not FINAL.match(figures.after(last + 1)):
        return
    pieces = figures.found[i : last + 1]
    result = parts(total.reading, *(piece.reading for piece in pieces))
    claimed = (
        sums["sum"]
        and RESPECTIVELY.search(figures.before(i))
        and all(_fits(SEPARATOR, figures.gap(j)) for j in range(i, last))
    )
    if claimed or result.verdict != INCONSISTENT:
        yield result
    elif sums["sum"]:
        yield _in_doubt(result, UNCLAIMED)


def _averages(figures: _Figures, i: int) -> Iterator[Result]:
    printed = figures[i + 2]
    each = _fits(EACH, figures.gap(i + 1))
    if not each or not FINAL.match(figures.after(i + 2)):
        return
    earlier = [one for one in figures.found[: i + 2] if one.reading.kind == "quantity"]
    counts = [one for one in earlier if one.reading.unit == each["unit"]]
    totals = [one for one in earlier if one.reading.unit == printed.reading.unit]
    if len(counts) != 1 or len(totals) != 1 or not _quantities(printed, totals[0]):
        return
    result = average(totals[0].reading, counts[0].reading, printed.reading)
    if result.verdict == INCONSISTENT:
        result = _in_doubt(result, "the average may be that of another total or count")
    yield result


# Each form of a relation, with the words of which a sentence needs one to state it
FORMS = {
    _growth: ("由", "从"),
    _shares: ("其中", "包括"),
    _total: ("由", "其中", "包括", "分别", "即"),
    _added_up: ("合计", "共计", "总计", "，共", ",共"),
    _averages: ("平均每",),
}
STATED = re.compile("|".join(word for words in FORMS.values() for word in words))


def _year(found: Found | None) -> int | None:
    if found is None or found.reading.kind != "date" or not str(found.reading.value).isdigit():
        return None
    return int(found.reading.value)


def _years(figures: _Figures, i: int, since: int) -> Iterator[Result]:
    """Growth between two years, its rate standing at the offset `since` or after it."""
    first, one, second, other, printed = (figures[i + j] for j in range(5))
    years = _year(first), _year(second)
    if None in years or abs(years[1] - years[0]) != 1 or not _levels(one, other):
        return
    labels = [figures.gap(i), figures.gap(i + 2)]
    between = figures.text[one.end : second.start]
    if None in labels or second.sentence - one.sentence > 1 or len(between) > 4:
        return
    if not re.fullmatch(r"[，,；;。]\s*", between) or figures.comparable(i, i + 4):
        return
    measures = [FILLER.sub("", FILLER.sub("", label)) for label in labels]
    if any(re.search("[，。；：]", label) for label in measures):
        return
    if measures[1] not in ("", measures[0]):
        return
    last = i + 4
    if _fits(ON_NAMED_YEAR, figures.gap(i + 3)):
        if _year(printed) != min(years) or figures.gap(i + 4) != "":
            return
        last = i + 5
    elif not _fits(ON_YEAR, figures.gap(i + 3)):
        return
    printed = figures[last]
    if not _rate(printed) or printed.reading.kind != "growth" or printed.start < since:
        return
    if FINAL.match(figures.after(last)):
        base, end = (one, other) if years[0] < years[1] else (other, one)
        falling = printed.reading.falling
        yield growth(base.reading, end.reading, printed.reading, falling=falling)


def _durations(figures: _Figures, i: int) -> Iterator[Result]:
    period, printed = figures[i], figures[i + 1]
    if period.reading.kind != "period" or printed.reading.kind != "duration":
        return
    start, end = period.reading.value.split("/")
    if not (start.isdigit() and end.isdigit() and printed.reading.unit == "年"):
        return
    if _fits(SPAN, figures.gap(i)) and SPAN_END.match(figures.after(i + 1)):
        yield relations.duration(start, end, printed.reading)


def as_json(one: Found | Result) -> dict[str, object]:
    """A figure or a relation as JSON has it; see `_ends` for the bounds."""
    if isinstance(one, Found):
        place = {"sentence": one.sentence, "start": one.start, "end": one.end}
        return place | figure_as_json(one.reading)
    return {
        "kind": one.kind,
        "phrases": list(one.phrases),
        **_ends(one.computed, "computed_"),
        **_ends(one.printed, "printed_"),
        "verdict": one.verdict,
        "strength": None if one.strength is None else decimal(one.strength),
        "explanation": one.explanation,
    }


def figure_as_json(figure: Reading) -> dict[str, object]:
    """What a figure's JSON says wherever it stands."""
    interval = figure.interval
    return {
        "phrase": figure.phrase,
        **_ends(interval),
        "low_closed": interval is not None and interval.low_closed,
        "high_closed": interval is not None and interval.high_closed,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "kind": figure.kind,
    }


def _ends(interval: Interval | None, name: str = "") -> dict[str, str | None]:
    """Both ends as exact decimals or fractions; None where open-ended or without a number."""
    ends = (None, None) if interval is None else (interval.low, interval.high)
    low, high = (None if end is None else decimal(end) for end in ends)
    return {f"{name}low": low, f"{name}high": high}
