"""Percentages that words take together: A占31.8%，B占19.7%，两者合计51.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from heshu import relations
from heshu.forming.window import Window, beyond_chance, fits, near_time, tied
from heshu.relations import INCONSISTENT, Result
from heshu.statements import BEFORE, SAID, Statement, core

parts = lru_cache(1 << 9)(relations.parts)

# So many percentages are taken together at most, and so many sentences back the first one stands
SUMMED, SENTENCES = 6, 1
AND = re.compile("[、和与及加]|以及|加上")
# Words of a bound or a growth, which is no share
GROWN = re.compile("增[长加速幅]|上升|下降|提高|[高低]于|拉动|率$")
NUMBERS = "零一二三四五六七八九"

# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("percent", "share"))


class Together:
    """Forms sums of percentages, and remembers those of the sentence before."""

    def __init__(self) -> None:
        self.last: list[Statement] = []

    def form(self, window: Window, statements: list[Statement]) -> Iterator[Result]:
        for i, one in enumerate(statements):
            if one.role not in NEEDED or one.unit != "%":
                continue
            if said := SAID["taken up"].search(one.words):
                before = _shares(one, [*self.last, *statements[:i]])
                yield from _together(one, before, said)
        self.last = [one for one in statements if one.role in NEEDED]


def _shares(one: Statement, before: list[Statement]) -> list[Statement]:
    """The percentages that can be taken together, in their order."""
    return [
        other
        for other in before
        if other.role in NEEDED
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
    if len(runs) == 1 and (named or _all(one, before, count)):
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
