"""One text, one reading: what its relations need to be true can't differ from one to another.

Whether figures were rounded, cut off or rounded up, and whether years are the time that has
passed or are counted on the calendar, is one habit of who wrote the text. Each relation that
holds says under which readings it does; where no reading is left for all, two sides are named.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from heshu.messages import Message
from heshu.reading import RULES
from heshu.relations import INCONSISTENT, Result

# The questions that a text answers in one way, with their answers
ROUNDING = tuple(RULES)
QUESTIONS = (ROUNDING, ("time passed", "calendar years"))
# So strong is a relation that tells how figures were rounded
TELLING = Fraction(9, 10)


class OneReading:
    """Intersects the readings that relations need; keeps one relation for each set of them."""

    def __init__(self) -> None:
        self.needs: list[dict[frozenset[str], Result]] = [{} for _ in QUESTIONS]

    def add(self, result: Result) -> None:
        # What nearly any figures would pass tells nothing of how they were rounded
        strong = result.strength is not None and result.strength >= TELLING
        for question, needs in zip(QUESTIONS, self.needs, strict=True):
            tells = result.found and (strong or question is not ROUNDING)
            if tells and result.under and result.under.issubset(question):
                needs.setdefault(result.under, result)

    def results(self) -> Iterator[Result]:
        """The two sides of each question that has no answer for all relations."""
        for needs in self.needs:
            left: frozenset[str] | None = None
            for under in needs:
                if left is not None and not left & under:
                    yield _sides(needs, under)
                    break
                left = under if left is None else left & under


def _sides(needs: dict[frozenset[str], Result], under: frozenset[str]) -> Result:
    """A relation that needs one reading, and the first that excludes it, or that narrows most."""
    one = needs[under]
    other = min((need for need in needs if need != under), key=lambda need: len(need & under))
    sides = tuple(
        (" ".join(side.phrases), sorted(need)[0])
        for side, need in ((needs[other], other), (one, under))
    )
    message = Message(sides[1][0], "", weight="one reading", sides=sides)
    phrases = (*needs[other].phrases, *one.phrases)
    found = (*needs[other].found, *one.found)
    return Result("reading", phrases, None, None, INCONSISTENT, None, message, found)
