"""Doubt: what doesn't fit is an error of the text, or of its reading.

A writer errs in few ways: another digit, two digits changed over, a unit or a point that has moved,
growth by told as growth to, a share that is its neighbour's. What none of these explains is more
often a pair of figures that don't belong together, and is called doubtful: shown, and no error. So
is what only a slip in a figure explains that a sum of the text confirms.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from heshu.finding import Found
from heshu.relations import CONSISTENT, DOUBTFUL, INCONSISTENT, Result

# The codes of what words alone tell, whatever the numbers are, and names of years
SURE = frozenset({"annual", "difference", "duration", "grim", "part", "reading", "same"})
# How a finding weighs that knows what was told by mistake
KNOWN = frozenset({"by", "to", "points", "to less", "by level", "to level", "one year"})
# Those of lists, which are doubtful only where no words say that they are all of a total, and
# where nothing needs to stand between
LISTS = frozenset({"parts", "hundred"})
# So many relations are remembered
REMEMBERED = 64
# A sum of so many figures at least, and so strong, holds each to its last digit
SUMS, FIGURES, CONFIRMED = ("parts", "difference"), 3, Fraction(99, 100)


class Doubt:
    """Tells slips of the writer from figures that don't belong together."""

    def __init__(self) -> None:
        self.held: deque[Result] = deque(maxlen=REMEMBERED)
        self.shares: deque[Found] = deque(maxlen=REMEMBERED)
        self.guesses: list[Result] = []

    def guessed(self, results: Sequence[Result]) -> None:
        """Keep what no words join, to be weighed with the other results of its sentence."""
        self.guesses = [one for one in results if one.verdict == INCONSISTENT]

    def weigh(self, results: Sequence[Result], figures: Sequence[Found]) -> Iterator[Result]:
        """The results of a sentence, the doubtful ones told as such; `figures` are those of this
        sentence and the one before.
        """
        self.held += [
            one
            for one in results
            if one.verdict == CONSISTENT and one.code in SUMS and len(one.found) >= FIGURES
        ]
        told = self.shares[-1].start if self.shares else -1
        self.shares += [one for one in figures if one.reading.unit == "%" and one.start > told]
        for result in results:
            yield _doubtful(result) if self._doubts(result, figures) else result
        self.guesses.clear()

    def _doubts(self, result: Result, figures: Sequence[Found]) -> bool:
        if result.verdict != INCONSISTENT or result.code in SURE:
            return False
        if result.message.weight in KNOWN:
            return False
        if result.code in LISTS and not any(one is result for one in self.guesses):
            return False
        if (result.code not in LISTS or _sure(result)) and _close(result, figures):
            return False
        if self._copied(result.found[result.tested]) or result.slips is None:
            return False
        return all(self._confirmed(result.found[place]) for place in result.slips)

    def _confirmed(self, one: Found) -> bool:
        """Whether a sum that holds has a figure."""
        return any(
            any(other.start == one.start for other in held.found)
            and held.strength is not None
            and held.strength >= CONFIRMED
            for held in self.held
        )

    def _copied(self, told: Found) -> bool:
        """Whether a percentage stands at another place too."""
        return told.reading.unit == "%" and any(
            one.start != told.start and one.reading.value == told.reading.value
            for one in self.shares
        )


def _doubtful(result: Result) -> Result:
    message = replace(result.message, weight="", off=0, right=())
    return result.but(verdict=DOUBTFUL, message=message)


def _sure(result: Result) -> bool:
    """Whether a part alone is above its total, which it can't be whatever the list leaves out, or
    a total is told after all its parts.
    """
    if result.code != "parts":
        return False
    total, *pieces = result.found
    least, *others = (one.reading.stands_for.low or 0 for one in result.found)
    return max(others) > least or all(one.start < total.start for one in pieces)


def _close(result: Result, figures: Sequence[Found]) -> bool:
    """Whether no other figure stands between those that a result joins, dates apart."""
    own = sorted(one.start for one in result.found)
    between = (one for one in figures if own[0] < one.start < own[-1])
    return own[0] >= figures[0].start and all(
        one.start in own or one.reading.kind == "date" for one in between
    )
