"""Percentages that words take together: A占31.8%，B占19.7%，两者合计51.5%; and changes that are
parts of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from heshu import relations
from heshu.forming.window import Window, beyond_chance, fits, near_time, tied
from heshu.relations import INCONSISTENT, Result
from heshu.statements import BEFORE, SAID, Statement, core, named

parts = lru_cache(1 << 9)(relations.parts)
share = lru_cache(1 << 9)(relations.share)

# So many percentages are taken together at most, and so many sentences back the first one stands
SUMMED, SENTENCES = 6, 1
AND = re.compile("[、和与及加]|以及|加上")
# Words of a bound or a growth, which is no share
GROWN = re.compile("增[长加速幅]|上升|下降|提高|[高低]于|拉动|率$")
# What a change is called as a part of another one, and so many of them are remembered
GROWTH = re.compile("(?:新增|净增|增加?)[量额]?$|^新增")
CHANGES = 8
NUMBERS = "零一二三四五六七八九"

# The roles of figures one of which a sentence must have for this to form anything
PERCENTAGES = ("percent", "share")
NEEDED = frozenset((*PERCENTAGES, "change"))


class Together:
    """Forms sums of percentages, and remembers those of the sentence before."""

    def __init__(self) -> None:
        self.last: list[Statement] = []
        self.changes: list[Statement] = []

    def form(self, window: Window, statements: list[Statement]) -> Iterator[Result]:
        for i, one in enumerate(statements):
            if one.role not in PERCENTAGES or one.unit != "%":
                continue
            if said := SAID["taken up"].search(one.words):
                before = _shares(one, [*self.last, *statements[:i]])
                yield from _together(one, before, said)
        self.last = [one for one in statements if one.role in PERCENTAGES]
        changes = [one for one in statements if one.role == "change" and not one.falling]
        before = [*self.changes, *changes]
        yield from _sum_of_changes(before, changes)
        for one in statements:
            if one.role == "share" and one.unit == "%" and GROWTH.search(one.base):
                yield from _of_growth(one, before)
        self.changes = before[-CHANGES:]


def _sum_of_changes(before: list[Statement], changes: list[Statement]) -> Iterator[Result]:
    """贷款增加422亿元。分期限看，短期贷款增加119亿元，中长期增加287亿元，票据增加16亿元: a list of
    changes in a sentence, and their total before it.
    """
    if not 1 < len(changes) <= SUMMED or len({one.unit for one in changes}) > 1:
        return
    first = changes[0]
    totals = [
        one
        for one in before
        if one.unit == first.unit
        and one.sentence < first.sentence
        and one.paragraph == first.paragraph
    ]
    for total in totals:
        result = parts(total.found.reading, *(one.found.reading for one in changes))
        if beyond_chance(result, len(totals)):
            yield tied(result, total, *changes)
            return


def _of_growth(one: Statement, before: list[Statement]) -> Iterator[Result]:
    """中长期贷款增量占全部贷款增量的68.1%: by the name of the part, among the changes before."""
    name = core(named(GROWTH.sub("", one.name)))
    told = [other for other in before if one.paragraph == other.paragraph]
    pieces = [other for other in told if len(name) > 1 and name in other.name]
    for piece in pieces:
        for whole in told:
            readings = piece.found.reading, whole.found.reading, one.found.reading
            if whole.unit == piece.unit and whole is not piece:
                result = share(*readings)
                if beyond_chance(result, len(told)):
                    yield tied(result, piece, whole, one)
                    return


def _shares(one: Statement, before: list[Statement]) -> list[Statement]:
    """The percentages that can be taken together, in their order."""
    return [
        other
        for other in before
        if other.role in PERCENTAGES
        and other.unit == "%"
        and one.paragraph == other.paragraph
        and one.sentence - other.sentence <= SENTENCES
        and BEFORE not in other.time
        and not other.said["same measure"]
    ]


def _together(one: Statement, before: list[Statement], said: re.Match[str]) -> Iterator[Result]:
    named = _named(said["names"], before)
    count = NUMBERS.find((said["n"] or "").replace("两", "二")) if said["n"] else 0
    if count < 0:
        count = int(said["n"])
    sizes = [count] if count > 1 else range(2, SUMMED + 1)
    runs = [named] if named else [before[-n:] for n in sizes if n <= len(before)]
    for run in runs:
        result = parts(one.found.reading, *(piece.found.reading for piece in run))
        if beyond_chance(result, len(runs)) or (count and fits(result)) or (named and fits(result)):
            yield tied(result, one, *run)
            return
    # 三人占80%，…，段某方二人共占20%: of others than those told last
    others = bool(said["names"]) and not named
    if len(runs) == 1 and not others and (named or _all(one, before, count)):
        run = runs[0]
        result = parts(one.found.reading, *(piece.found.reading for piece in run))
        bases = {core(piece.base) for piece in (one, *run) if piece.base}
        # 持股A、B，两者合计占董事会席位的C: of another whole
        alike = len(bases) < 2 and near_time(one, *run)
        alike = alike and (not one.base or any(piece.base for piece in run))
        rates = any(GROWN.search(piece.name) for piece in (one, *run))
        if result.verdict == INCONSISTENT and alike and not rates:
            yield tied(result, one, *run)


def _all(one: Statement, before: list[Statement], count: int) -> bool:
    """Whether a sentence has just so many percentages before their sum as this says."""
    return sum(other.sentence == one.sentence for other in before) == count > 1


def _named(names: str, before: list[Statement]) -> list[Statement]:
    """The percentages that a sum names: 调解和撤诉合计51.5%; none where one of them isn't told."""
    nouns = [core(noun) for noun in AND.split(names)]
    if len(nouns) < 2 or any(len(noun) < 2 for noun in nouns):
        return []
    run = []
    for noun in nouns:
        own = [one for one in before if noun in (one.name or (one.of.name if one.of else ""))]
        if len(own) != 1:
            return []
        run += own
    return run if len({id(one) for one in run}) == len(run) else []
