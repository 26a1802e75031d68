"""The check of any text: the relations between its figures that the text itself states.

Precision comes before recall, since a mismatch is an accusation. A relation is formed only
where the wording leaves no doubt which figures it joins, in one sentence (or, for two years,
in two adjacent ones), with no other figure between them and in one unit:

- 由/从 A … 到/至 B，增长/下降 X, or 翻一番: the growth from A to B. 年均, 同比 and 实际 before X
  speak of something else, and so does a percentage of output or income, which is worked out in
  constant prices.
- A，其中 … B，占 X%: the share of B in A, and of every further B，占 X% after it.
- 共 A，其中 … B1、… B2: the parts of A, where they claim to be all of them: with 其余 or 组成,
  as a known pair or set (国有 and 民营), or because they are added up (… B1、… B2，共 A). Other
  parts may leave something out or overlap. Where they add up to the total they are reported,
  where they exceed it they are reported as not testable.
- Y1年…为 A，Y2年…为 B，同比增长 X: the growth from one year to the next of the same measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportbook import relations
from reportbook.figures import FALLS, RISES, Figure, decimal
from reportbook.intervals import Interval
from reportbook.relations import INCONSISTENT, NOT_TESTABLE, Result
from reportbook.texts import Found, find

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
# Percentages of these are worked out in constant prices, whatever the amounts printed beside
REAL = re.compile("生产总值|GDP|增加值|可支配收入|纯收入|实际|可比")
PART = re.compile(rf"{WITHIN}{{0,15}}[，,（(：:]?其中[：:，,]?{WITHIN}{{0,25}}")
OF = re.compile(
    rf"{WITHIN}{{0,12}}[，,（(]?占(?:比|总数的?|总量的?|总额的?|全部的?|其中的?)?(?:达到?|约?为|约)?"
)
NEXT = re.compile(rf"{WITHIN}{{0,12}}[）)]?[，,；;、]{WITHIN}{{1,25}}")
SUM = re.compile(r"(?:(?<![公中])共(?![享同建产])|合计|总计)[^，。；：、,;:（）()0-9]{0,12}$")
FIRST_PIECE = re.compile(
    rf"(?P<label>{WITHIN}{{0,15}}[，,（(：:](?:其中|包括|分别为|即)?[：:，,]?{WITHIN}{{0,25}})"
)
PIECE = re.compile(rf"{WITHIN}{{0,15}}(?:[、，,；;]|和|及|以及){WITHIN}{{0,25}}")
LISTED = re.compile(r"[^，。；：,;:（）()]{0,15}(?:、|和|及|以及)[^，。；：,;:（）()]{0,25}")
LAST = re.compile(rf"(?P<rest>{WITHIN}{{0,15}})(?:[。；;）)！？\n]|\Z|　)")
ADDED_UP = re.compile(
    r"[^，。；：、,;:（）()]{0,15}[，,](?:合计|共计|总计|共)[^，。；：、0-9]{0,8}"
)
UNSUMMED = ("%", "‰", "倍", "个百分点", "岁")
AVERAGED = re.compile("均|每")
REST = re.compile("其余|余下|剩余|其他|其它")
# Sets whose members exclude each other and leave nothing out
PARTITIONS = [
    set(members.split())
    for members in (
        "国有 民营",
        "国有 民营 外资",
        "国企 民企",
        "内资 外资",
        "男 女",
        "境内 境外",
        "国内 国外",
        "省内 省外",
        "市内 市外",
        "区内 区外",
        "城镇 农村",
        "城镇 乡村",
        "公办 民办",
        "线上 线下",
        "新建 续建",
        "进口 出口",
        "发明 实用新型 外观设计",
        "第一产业 第二产业 第三产业",
        "一等奖 二等奖 三等奖",
        "大型 中型 小型",
        "大型 中型 小型 微型",
        "甲 乙",
        "甲 乙 丙",
        "A B",
        "A B C",
        "A B C D",
    )
]
ON_YEAR = re.compile(r"[，,](?:同比|比上年|较上年|比上年同期|较上年同期)")
ON_NAMED_YEAR = re.compile("[，,](?:比|较|相比)")
FILLER = re.compile("^(?:全年|全市|全区|全省|我市|全国)|(?:为|达到?|是|共|有|完成|实现|约)+$")


@dataclass(frozen=True)
class Checked:
    """What a text prints and what can be tested of it."""

    figures: list[Found]
    relations: list[Result]

    @property
    def inconsistent(self) -> bool:
        return any(result.verdict == INCONSISTENT for result in self.relations)


def check(text: str) -> Checked:
    """All figures of a text, and every relation that the text itself states between them."""
    found = list(find(text))
    return Checked(found, list(relate(text, found)))


def relate(text: str, found: Sequence[Found]) -> Iterator[Result]:
    """The relations that a text states between its figures, in its order."""
    # Dates part the figures that a relation joins; what a date says is read from the text.
    numbers = [one for one in found if one.figure.interval is not None]
    for i in range(len(numbers)):
        rest = _Rest(text, numbers, i)
        for form in (_growth, _shares, _total, _added_up):
            yield from form(rest)
    for i in range(len(found)):
        yield from _years(_Rest(text, found, i))


class _Rest:
    """The figures of a text from one on, and the words between them."""

    def __init__(self, text: str, found: Sequence[Found], first: int) -> None:
        self.text, self.found, self.first = text, found, first

    def __getitem__(self, i: int) -> Found | None:
        return self.found[self.first + i] if self.first + i < len(self.found) else None

    def before(self) -> str:
        """The words before the first figure, as far as a relation can reach."""
        start = self.found[self.first].start
        return self.text[max(0, start - 40) : start].replace(" ", "")

    def gap(self, i: int) -> str | None:
        """The words between figure i and the next, None across sentences or a long way."""
        one, other = self[i], self[i + 1]
        if one is None or other is None or other.sentence != one.sentence:
            return None
        between = self.text[one.end : other.start]
        return between.replace(" ", "") if len(between) <= 60 else None

    def clause(self) -> str:
        """The words of the sentence's part before the first figure, back to ； or 。"""
        return re.split("[。；;！？\n]", self.before())[-1]

    def after(self, i: int) -> str:
        end = self[i].end
        return self.text[end : end + 20]


def _quantities(*found: Found | None) -> bool:
    """Whether all are there, are levels and not changes, and have the same unit."""
    return all(one is not None and one.figure.kind == "quantity" for one in found) and (
        len({one.figure.unit for one in found}) == 1
    )


def _fits(pattern: re.Pattern, gap: str | None) -> re.Match | None:
    return pattern.fullmatch(gap) if gap is not None else None


def _rate(found: Found | None) -> bool:
    return found is not None and found.figure.unit in ("%", "倍")


def _growth(rest: _Rest) -> Iterator[Result]:
    base, end, printed = rest[0], rest[1], rest[2]
    if not (_quantities(base, end) and _rate(printed) and base.figure.unit not in ("%", "倍")):
        return
    if not (BASE.search(rest.before()) and _fits(END, rest.gap(0))):
        return
    if printed.figure.unit == "%" and REAL.search(rest.clause()):
        return
    falling = printed.figure.falling
    if printed.figure.kind in ("growth", "multiple_to") and _fits(BY, rest.gap(1)):
        pass
    elif printed.figure.kind == "quantity" and (rate := _fits(BY_RATE, rest.gap(1))):
        falling = bool(rate["down"])
    else:
        return
    yield relations.growth(base.figure, end.figure, printed.figure, falling=falling)


def _percentage(found: Found | None) -> bool:
    return found is not None and found.figure.kind == "quantity" and found.figure.unit == "%"


def _shares(rest: _Rest) -> Iterator[Result]:
    whole = rest[0]
    if whole.figure.unit in ("%", "倍", "个百分点") or not _fits(PART, rest.gap(0)):
        return
    i = 1
    while (
        _quantities(whole, rest[i])
        and _percentage(rest[i + 1])
        and _fits(OF, rest.gap(i))
        and (i == 1 or (_fits(NEXT, rest.gap(i - 1)) and "其中" not in rest.gap(i - 1)))
    ):
        yield relations.share(rest[i].figure, whole.figure, rest[i + 1].figure)
        i += 2


def _sums(rest: _Rest, total: Found) -> bool:
    """Whether pieces of such a figure add up at all: rates, averages and ages don't."""
    return total.figure.unit not in UNSUMMED and not AVERAGED.search(rest.clause())


def _total(rest: _Rest) -> Iterator[Result]:
    total = rest[0]
    if not _sums(rest, total) or not _fits(FIRST_PIECE, rest.gap(0)):
        return
    labels: list[str] = [rest.gap(0)]
    pieces: list[Figure] = []
    i = 1
    while _quantities(total, rest[i]):
        pieces.append(rest[i].figure)
        # A second 其中 parts the piece before it, not the total
        if not _fits(PIECE, rest.gap(i)) or "其中" in rest.gap(i):
            break
        labels.append(rest.gap(i))
        i += 1
    end = LAST.match(rest.after(len(pieces))) if pieces else None
    if len(pieces) < 2 or len(labels) != len(pieces) or not end or "等" in end["rest"]:
        return
    words = "".join(labels) + end["rest"]
    all_of_them = re.search("组成|构成", words) or REST.search(labels[-1])
    if not (all_of_them or _partition(labels, end) or SUM.search(rest.before())):
        return
    result = relations.parts(total.figure, *pieces)
    if all_of_them or _partition(labels, end) or result.verdict != INCONSISTENT:
        yield result
    elif _above(result):
        yield _overlapping(result)


def _above(result: Result) -> bool:
    low, high = result.computed.low, result.printed.high
    return low is not None and high is not None and low >= high


def _overlapping(result: Result) -> Result:
    why = "Not testable: the parts exceed the total, but the text doesn't say that none overlap."
    return replace(result, verdict=NOT_TESTABLE, strength=None, explanation=why)


def _partition(labels: Sequence[str], end: re.Match) -> bool:
    """Whether the pieces are named by a whole set, each by one member (before or after it)."""
    after = [*labels[1:], end["rest"]]
    for names in (labels, after):
        for members in PARTITIONS:
            named = [{member for member in members if member in name} for name in names]
            told_apart = len(names) == len(members) and all(len(one) == 1 for one in named)
            if told_apart and set().union(*named) == members:
                return True
    return False


def _added_up(rest: _Rest) -> Iterator[Result]:
    # The list must begin here: no figure of the unit is joined to it from the left
    if rest.first and _Rest(rest.text, rest.found, rest.first - 1).gap(0) is not None:
        previous = _Rest(rest.text, rest.found, rest.first - 1)
        if _quantities(previous[0], previous[1]):
            return
    pieces = [rest[0]]
    while _quantities(*pieces, rest[len(pieces)]) and _fits(LISTED, rest.gap(len(pieces) - 1)):
        pieces.append(rest[len(pieces)])
    total = rest[len(pieces)]
    joined = _fits(ADDED_UP, rest.gap(len(pieces) - 1))
    if len(pieces) > 1 and _quantities(*pieces, total) and joined and _sums(rest, total):
        yield relations.parts(total.figure, *(piece.figure for piece in pieces))


def _year(found: Found | None) -> int | None:
    if found is None or found.figure.kind != "date" or not str(found.figure.value).isdigit():
        return None
    return int(found.figure.value)


def _years(rest: _Rest) -> Iterator[Result]:
    first, base, second, end = rest[0], rest[1], rest[2], rest[3]
    if not (_year(first) and _year(second) == _year(first) + 1 and _quantities(base, end)):
        return
    labels = [rest.gap(0), rest.gap(2)]
    between = rest.text[base.end : second.start]
    if None in labels or second.sentence - base.sentence > 1 or len(between) > 4:
        return
    if not re.fullmatch(r"[，,；;。]\s*", between) or REAL.search("".join(labels)):
        return
    measures = [FILLER.sub("", FILLER.sub("", label)) for label in labels]
    if any(re.search("[，。；：]", one) for one in measures) or measures[1] not in (
        "",
        measures[0],
    ):
        return
    printed = rest[4]
    named = _fits(ON_NAMED_YEAR, rest.gap(3))
    if named and _year(printed) == _year(first):
        printed = rest[5] if rest.gap(4) == "" else None
    elif not _fits(ON_YEAR, rest.gap(3)):
        return
    if _rate(printed) and printed.figure.kind == "growth":
        falling = printed.figure.falling
        yield relations.growth(base.figure, end.figure, printed.figure, falling=falling)


def as_json(checked: Checked) -> dict[str, list[dict[str, object]]]:
    """Figures and relations as JSON has them; see `_ends` for the bounds."""
    return {
        "figures": [
            {
                "sentence": found.sentence,
                "start": found.start,
                "end": found.end,
                "phrase": found.phrase,
                **_ends(found.figure.interval),
                **_closed(found.figure.interval),
                "unit": found.figure.unit,
                "qualifier": found.figure.qualifier,
                "kind": found.figure.kind,
            }
            for found in checked.figures
        ],
        "relations": [
            {
                "kind": result.kind,
                "phrases": list(result.phrases),
                **_ends(result.computed, "computed_"),
                **_ends(result.printed, "printed_"),
                "verdict": result.verdict,
                "strength": None if result.strength is None else decimal(result.strength),
                "explanation": result.explanation,
            }
            for result in checked.relations
        ],
    }


def _ends(interval: Interval | None, name: str = "") -> dict[str, str | None]:
    """Both ends as exact decimals or fractions; None where open-ended or without a number."""
    ends = (None, None) if interval is None else (interval.low, interval.high)
    low, high = (None if end is None else decimal(end) for end in ends)
    return {f"{name}low": low, f"{name}high": high}


def _closed(interval: Interval | None) -> dict[str, bool]:
    return {
        "low_closed": interval is not None and interval.low_closed,
        "high_closed": interval is not None and interval.high_closed,
    }
