"""Differences that the names of three amounts tell, wherever in a report they stand.

缴存总额986.41亿元，缴存余额341.26亿元。…提取总额645.15亿元: what was paid in, and not taken out, is
left. So it is with what came in and went out (收支相抵), and with shares held before some are sold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import product

from heshu import equations
from heshu.forming.slips import mended, sum_apart
from heshu.forming.window import Window, beyond_chance, telling, tied
from heshu.reading import Reading
from heshu.relations import INCONSISTENT, Result
from heshu.statements import BEFORE, Statement

REPEATED = 1 << 9
difference = lru_cache(REPEATED)(equations.difference)

# The three stand in so many paragraphs, and so many of a kind are remembered
PARAGRAPHS, KEPT = 4, 4
# How strong a test must be that names lead to
CLEAR = Fraction(9, 10)
# What is larger, what is taken from it, and what is left, each by the words before it
ACCOUNTS = {
    "all paid in": re.compile("(?:缴存|归集)总额[为达是]*$"),
    "all taken out": re.compile("提取总额[为达是]*$"),
    "balance": re.compile("(?:缴存|归集)余额[为达是]*$"),
    "paid in": re.compile("(?:缴存|归集)额[为达是]*$"),
    "taken out": re.compile("提取额?(?:住房公积金)?[为达是共]*$"),
    "lent": re.compile("(?:发放|放款)[^，。；]*$"),
    "paid back": re.compile("(?:回收|收回)[^，。；]*$"),
    "came in": re.compile("收入(?:总计|合计|共计)[为达是]*$|总收入[为达是]*$|总共$|筹得$"),
    "went out": re.compile("支出(?:总计|合计|共计)[为达是]*$|总支出[为达是]*$|^支出[为达是]*$"),
    "left": re.compile("结余|结转|盈余|余下|剩余|结存"),
    "held before": re.compile("持有[^，。；]{0,12}$"),
    "sold": re.compile("减持[^，。；]{0,12}$|^合计$"),
    "held after": re.compile(
        "后[^，。；]{0,10}(?:持有|持股)[^，。；]{0,12}$|^(?:仍|尚)持有[^，。；]{0,12}$"
    ),
}
THREE = (
    ("all paid in", "all taken out", "balance"),
    ("came in", "went out", "left"),
    ("held before", "sold", "held after"),
)
# What there was at first, came in, went out and was left, in the sections of a report: 上季结存,
# 本季收入, 本季支出, 本季末结存. The two stocks have one name, or the second one none
OF_TIME = "(?:本|全|当|报告)[年季月期]度?内?"
STOCK = "(?:[^，。；]{0,4}(?P<of>净资产|结[余存转]|余额|净值)[总金]?额?)?[为有是共计]*$"
BALANCE = {
    "opened": re.compile(f"(?:上[一个]?[年季月期周]度?末?|[年季月期]初){STOCK}"),
    "income": re.compile(f"(?:总收入|收入[总合共]计|收入总额|{OF_TIME}收入)[为是达共计]*$"),
    "outlay": re.compile(f"(?:总支出|支出[总合共]计|支出总额|{OF_TIME}支出)[为是达共计]*$"),
    "closed": re.compile(f"(?<!上)[年季月期]末{STOCK}"),
}
# By how much what is left has grown is what came in without what went out
GROWN = (
    ("paid in", "taken out", re.compile("(?:缴存|归集)余额")),
    ("lent", "paid back", re.compile("贷款余额")),
    ("came in", "went out", re.compile("净资产")),
)
# Loans may be written off, too
UNSURE = ("lent",)
BALANCED = re.compile("收支(?:相抵|两抵|轧差)|相抵")
SHARES = "股"

# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("level", "prior", "change"))


class Accounts:
    """Remembers what came in and went out, by its name."""

    def __init__(self) -> None:
        self.met: dict[str, list[Statement]] = {}

    def form(self, window: Window, statements: list[Statement]) -> Iterator[Result]:
        for one in statements:
            yield from self._balance(one)
            if one.time.endswith(BEFORE) or one.said["per"]:
                continue
            if one.role == "change" and one.of is not None:
                for larger, smaller, name in GROWN:
                    if name.search(one.of.name):
                        self._keep(f"grown {larger}", one)
                        yield from self._grown(window, larger, smaller, one)
            if one.role != "level":
                continue
            for kind, words in ACCOUNTS.items():
                if words.search(one.words) and _is_of(kind, one):
                    self._keep(kind, one)
                    yield from self._three(window, kind, one)

    def _balance(self, one: Statement) -> Iterator[Result]:
        """年初净资产1264万元；…总收入918万元…；总支出670万元…；年末净资产1512万元."""
        if one.role not in ("level", "prior") or one.said["per"] or one.within:
            return
        earlier = one.time.endswith(BEFORE) or one.role == "prior"
        for kind, words in BALANCE.items():
            if earlier == (kind == "opened") and (said := words.search(one.words)):
                self._keep(kind, one)
                if kind == "closed":
                    yield from self._closed(one, said["of"])

    def _closed(self, one: Statement, stock: str | None) -> Iterator[Result]:
        """What is left in the end, and the only four that it can be told with."""
        lists = [self._near(kind, one) for kind in ("opened", "income", "outlay")]
        opened = [other for other in lists[0] if _of_stock(other) in (None, stock) or not stock]
        lists[0] = opened
        for tried, figures in enumerate(product(*lists, [one]), 1):
            result = _balanced([other.found.reading for other in figures])
            alone = all(len(each) == 1 for each in lists)
            if beyond_chance(result, tried) or (alone and mended(figures, _balanced, _even)):
                yield tied(result, *figures)
                return

    def _keep(self, kind: str, one: Statement) -> None:
        kept = self.met.setdefault(kind, [])
        kept.append(one)
        del kept[:-KEPT]

    def _near(self, kind: str, one: Statement) -> list[Statement]:
        return [
            other
            for other in reversed(self.met.get(kind, ()))
            if other.unit == one.unit and one.paragraph - other.paragraph <= PARAGRAPHS
        ]

    def _three(self, window: Window, kind: str, one: Statement) -> Iterator[Result]:
        """A difference of which this is the last figure told."""
        for kinds in THREE:
            if kind in kinds:
                lists = [[one] if each == kind else self._near(each, one) for each in kinds]
                yield from _first(lists, sure=True)
        for larger, smaller, _ in GROWN:
            if kind in (larger, smaller):
                for rest in self._near(f"grown {larger}", one):
                    yield from self._grown(window, larger, smaller, rest)

    def _grown(
        self, window: Window, larger: str, smaller: str, rest: Statement
    ) -> Iterator[Result]:
        lists = [self._near(each, rest) for each in (larger, smaller)]
        if rest.falling:
            lists.reverse()
        yield from _first([*lists, [rest]], sure=larger not in UNSURE)


def _of_stock(one: Statement) -> str | None:
    said = BALANCE["opened"].search(one.words)
    return said["of"] if said else None


def _balanced(readings: Sequence[Reading]) -> Result:
    opened, income, outlay, closed = readings
    return equations.balance(opened, (income,), (outlay,), closed)


def _even(numbers: Sequence[tuple[float, float]]) -> bool:
    opened, income, outlay, closed = (value for value, _ in numbers)
    room = sum(room for _, room in numbers)
    return abs(opened + income - outlay - closed) <= room * 1.01 + 1e-9


def _is_of(kind: str, one: Statement) -> bool:
    """Whether words beside the name of an amount let it be of a kind."""
    if kind in ("held before", "sold", "held after"):
        return one.unit == SHARES and (kind != "held before" or "后" not in one.words)
    if kind == "left":
        return bool(BALANCED.search(one.lead)) or one.name.endswith("结余")
    return not one.within


def _first(lists: list[list[Statement]], sure: bool) -> Iterator[Result]:
    """The first three that fit and that hardly chance makes, or the only ones, a slip apart."""
    larger, smaller, left = lists
    results = [
        (tied(difference(*(one.found.reading for one in (a, b, c))), a, b, c), (a, b, c))
        for a in larger
        for b in smaller
        for c in left
        if len({id(a), id(b), id(c)}) == 3
    ]
    for result, _ in results:
        if beyond_chance(result, len(results)) or (len(results) == 1 and telling(result, CLEAR)):
            yield result
            return
    if len(results) == 1 and sure:
        result, (a, b, c) = results[0]
        if result.verdict == INCONSISTENT and sum_apart(a, (b, c), whole=True):
            yield result
