"""One quantity that is printed twice: in another unit (3214.6千公顷（4821.9万亩）)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from heshu import relations
from heshu.forming.window import Window
from heshu.relations import Result
from heshu.statements import CONVERSIONS, Statement

REPEATED = 1 << 9
same = lru_cache(REPEATED)(relations.same)

# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("level", "prior", "led", "change"))


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for one in statements:
        if one.again is not None:
            times = CONVERSIONS[one.unit, one.again.reading.unit]
            result = same(one.found.reading, one.again.reading, times)
            yield result.of((one.found, one.again))
