"""What is found in a document, and how much of it there was to test.

`examine` gives the figures and relations of a document, those of its prose before those of its
tables; `Tally` counts them as they come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from heshu import check, grids
from heshu.documents import Document, Place
from heshu.finding import Found
from heshu.relations import CONDITIONAL, CONSISTENT, DOUBTFUL, INCONSISTENT, NOT_TESTABLE, Result

VERDICTS = (INCONSISTENT, DOUBTFUL, CONDITIONAL, NOT_TESTABLE, CONSISTENT)
# The units and kinds of rates and shares: what relations lead to
RATES = {"%", "‰", "倍", "百分点", "千分点", "成"}
GROWTH = {"growth", "multiple_to"}
# A finding quotes its passage, where it isn't longer
QUOTED = 60


def examine(document: Document) -> Iterator[Found | Result]:
    """Every figure and relation of a document; offsets are those of its text."""
    yield from check.check(document.prose)
    for table in document.tables:
        yield from grids.check(table)


def is_rate(found: Found) -> bool:
    """Whether a figure is a rate or a share, and so says something of others."""
    return found.reading.unit in RATES or found.reading.kind in GROWTH


@dataclass
class Tally:
    """How much there was: figures, unreadable ones, rates and shares, and relations by verdict.

    A rate counts as tested if a relation with a verdict other than *not testable* joins it.
    """

    figures: int = 0
    unreadable: int = 0
    rates: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    joined: set[int] = field(default_factory=set)
    earlier: int = 0  # tested rates of the documents before

    def note(self, one: Found | Result) -> None:
        if isinstance(one, Found):
            self.figures += 1
            self.unreadable += one.reading.kind == "unreadable"
            self.rates += is_rate(one)
            return
        self.verdicts[one.verdict] += 1
        if one.verdict != NOT_TESTABLE:
            self.joined.update(found.start for found in one.found if is_rate(found))

    @property
    def tested(self) -> int:
        """How many rates and shares were tested."""
        return self.earlier + len(self.joined)

    def add(self, other: Tally) -> None:
        """Add what was counted in another document."""
        self.figures += other.figures
        self.unreadable += other.unreadable
        self.rates += other.rates
        self.verdicts += other.verdicts
        self.earlier += other.tested


def place(document: Document, result: Result) -> Place:
    """Where a relation stands: at the figure that is held against the others."""
    return document.place(result.found[result.tested].start) if result.found else Place()


def quote(document: Document, result: Result) -> str:
    """The words of a relation: its passage, or only its figures where that is long."""
    found = sorted(result.found)
    if not found:
        return "…".join(result.phrases)
    start, end = found[0].start, max(one.end for one in found)
    passage = document.text[start:end]
    if len(passage) <= QUOTED and not any(sign in passage for sign in "\n\r"):
        return passage
    return "…".join(dict.fromkeys(document.text[one.start : one.end] for one in found))
