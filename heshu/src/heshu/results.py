"""Results: what a relation shows of the figures that it joins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

from heshu import messages
from heshu.finding import Found
from heshu.intervals import Interval
from heshu.messages import Message
from heshu.reading import Reading

CONSISTENT = "consistent"
CONDITIONAL = "consistent only if"
INCONSISTENT = "inconsistent"
DOUBTFUL = "doubtful"
NOT_TESTABLE = "not testable"

# The fields of a result that may be worked out later
LATER = frozenset({"computed", "printed", "strength", "message", "slips", "under"})

Passes = Callable[[Sequence[Reading], Mapping[int, Any]], Fraction | None]


@dataclass(frozen=True)
class Result:
    """What a relation shows.

    `code` is a word of vocabulary/codes.csv. `phrases` are as printed, in the order of the
    arguments; `found` are the figures of a text that they stand for, in the same order (a
    period for both its dates), empty where a relation was asked about phrases without a text.
    `tested` says which of them is held against the others: the place of a finding.

    `computed` is what the other figures allow the tested one to be, `printed` what the tested
    one stands for, both in the tested figure's unit and, where the verdict names a condition,
    under that condition: so they share a number unless the verdict is INCONSISTENT, DOUBTFUL
    or NOT_TESTABLE.

    `strength` tells how much a pass proves, from 0 (anything would have passed) towards 1. Of
    all figures with the same last place and the same qualifier that could plausibly have been
    printed instead, it is the share that would not have passed. Plausible are those from half
    to twice the middle of `computed` under rounding to the nearest; of the larger figure for an
    order, which allows everything below; of the printed value where `computed` has no middle.
    Where a condition had to be granted, what would have passed under any reading tried so far
    counts as passing too. Where no figure of that precision lies in the range, or the middle
    is 0, the test proves nothing, and the strength is 0. It is None where not testable.

    `under` are the readings of a text under which the relation holds: of the RULES of rounding,
    or, for years, time passed and calendar years; empty where it holds under none.

    `slips` are the places of the figures in which one slip of the hand (another digit, two
    digits changed over, another unit) or a usual confusion would explain a misfit; None where
    figures alone don't make the result.

    `message` has the parts of the sentence that says why, in any language.

    Most relations that are tried are never told: what takes long to work out (LATER) may be left
    until somebody asks for it.
    """

    code: str
    phrases: tuple[str, ...]
    computed: Interval | None
    printed: Interval | None
    verdict: str
    strength: Fraction | None
    message: Message
    found: tuple[Found, ...] = ()
    tested: int = -1
    under: frozenset[str] = field(default_factory=frozenset)
    slips: frozenset[int] | None = field(default_factory=lambda: None)

    @classmethod
    def later(
        cls, work: Callable[[str], Any], passes: Passes | None = None, **known: Any
    ) -> Result:
        """A result of which the fields that aren't known are worked out once they are asked for.

        `passes` tells how strong a test is that figures pass with others at some places.
        """
        made = object.__new__(cls)
        made.__dict__.update(known, _work=work, _passes=passes)
        return made

    def but(self, like: Result | None = None, **changed: Any) -> Result:
        """The same, with other fields; what takes long is still left until it is asked for. With
        another figure it is tested as it is itself, or `like` another result.
        """
        known = {name: value for name, value in self.__dict__.items() if name[0] != "_"}
        passes = (like or self).__dict__.get("_passes")
        return Result.later(partial(getattr, self), passes, **known | changed)

    def doubted(self, fits: str = "", rough: bool = False) -> Result:
        """The same, doubtful, where other figures may be meant, such as one that `fits`, or where
        they may be `rough`.
        """
        weight = "chance" if rough or self.slips else ""
        message = replace(self.message, weight=weight, off=0, right=(), fits=fits)
        return self.but(verdict=DOUBTFUL, message=message)

    def of(self, found: tuple[Found, ...]) -> Result:
        """The same, with the figures that it joins."""
        return self.but(found=found)

    def passes(self, instead: Mapping[int, Any]) -> Fraction | None:
        """The strength of the test if the figures pass it with others at some places, told as
        testing.stands has them; None where they don't.
        """
        passes = self.__dict__.get("_passes")
        return passes and passes([one.reading for one in self.found], instead)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name not in LATER or "_work" not in self.__dict__:
                raise AttributeError(name)
            value = self.__dict__[name] = self._work(name)
            return value

    def __getstate__(self) -> dict[str, Any]:
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @property
    def explanation(self) -> str:
        """One sentence in English: the reason, with CONDITIONAL the condition, with NOT_TESTABLE
        what is missing, with INCONSISTENT whether the mismatch flips a direction or a rank,
        which weighs most, or only touches the last digit.
        """
        return messages.english(self.code, self.verdict, self.message)
