"""Baselines: the numbers as cn2an and jionlp read them, and the ratio that lies nearest.

Neither library knows relations. A naive checker around them looks, within a sentence, at each
rate in per cent and at the last two amounts of one unit before it: after 占 the rate must be
the second as a share of the first, after a verb of growth the growth from the first to the
second, at the decimals that it prints. It knows no intervals and no bases, and where the ratio
doesn't fit it accuses, since it can't tell a slip from figures that don't belong together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import floor

from gold import Span
from marking import Answer, Answers, Checker

from heshu.relations import CONSISTENT, INCONSISTENT

Reader = Callable[[str], Fraction]
NUMERAL = re.compile(
    r"(?P<number>(?:\d[\d,]*(?:\.\d+)?|[一二三四五六七八九十百千两]+)[万亿]{0,2})(?P<unit>[%％\w])"
)
GROWTH = re.compile(r"(增长|增加|上升|提高|上涨|增幅|涨幅)|(下降|减少|下跌|降幅|跌幅)")


def with_cn2an() -> Reader:
    import cn2an

    return lambda numeral: Fraction(str(cn2an.cn2an(numeral, "smart")))


def with_jionlp() -> Reader:
    import jionlp

    return lambda numeral: Fraction(str(jionlp.parse_money(numeral + "元")["num"]))


READERS: dict[str, Callable[[], Reader]] = {"cn2an": with_cn2an, "jionlp": with_jionlp}


def checker(name: str) -> Checker | None:
    """A checker around a reader, None where the library isn't installed."""
    try:
        read = READERS[name]()
    except ModuleNotFoundError:
        return None

    def numbers(text: str) -> Iterator[tuple[Span, Fraction, str, str]]:
        for match in NUMERAL.finditer(text):
            try:
                value = read(match["number"].replace(",", ""))
            except (ValueError, TypeError, KeyError, AttributeError, IndexError):
                continue
            yield match.span("number"), value, match["unit"].replace("％", "%"), match["number"]

    def check(text: str) -> Answers:
        found = list(numbers(text))
        tested = []
        for i, (span, rate, unit, printed) in enumerate(found):
            start = max(text.rfind(mark, 0, span[0]) for mark in "。；\n") + 1
            before = [one for one in found[:i] if one[0][0] >= start and one[2] != "%"]
            if unit != "%" or len(before) < 2:
                continue
            (first, base, base_unit, _), (last, end, end_unit, _) = before[-2:]
            if base_unit != end_unit or not base:
                continue
            words = text[last[1] : span[0]]
            if "占" in words:
                computed, code = end / base, "share"
            elif verb := GROWTH.search(words):
                computed, code = (end / base - 1 if verb[1] else 1 - end / base), "growth"
            else:
                continue
            place = 10 ** len(printed.partition(".")[2])
            fits = floor(computed * 100 * place + Fraction(1, 2)) == rate * place
            verdict = CONSISTENT if fits else INCONSISTENT
            tested.append(Answer(code, frozenset((first, last, span)), verdict))
        return Answers(frozenset(one[0] for one in found), tuple(tested))

    return check
