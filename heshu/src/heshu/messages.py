"""What a result says: its parts, and the sentence that they make in English."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from heshu import words
from heshu.intervals import Interval


@dataclass(frozen=True)
class Message:
    """The parts of the sentence that says why a result has its verdict.

    `tested` is the phrase of the figure that is held against the others, `unit` its unit and
    `decimals` how many decimals an interval of it is worth writing with. `computed` is what
    the others allow and `printed` what it stands for, rounded to the nearest; they miss each
    other unless the verdict is consistent.

    With *consistent*, `face` is what the printed numbers as they stand give, where only what
    they leave open closes the gap. With *consistent only if*, `condition` is one of CONDITIONS.
    With *inconsistent*, `weight` is one of WEIGHTS and `off` by how many units of the last
    printed place the two miss each other at least, `right` the phrases that would be right.
    With *not testable*, `missing` is one of the reasons of MISSING, followed by what it names,
    and `gap` the total minus its pieces, where pieces don't add up to it.
    """

    tested: str
    unit: str
    decimals: int = 0
    computed: Interval | None = None
    printed: Interval | None = None
    face: Interval | None = None
    condition: str = ""
    weight: str = ""
    off: int = 0
    right: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    gap: Interval | None = None


# What is said of the figures that the tested one is held against
SUBJECTS = {
    "growth": "the ends allow",
    "share": "part and whole allow",
    "parts": "the pieces add up to",
    "average": "total and count allow",
    "order": "the larger figure allows",
    "duration": "the dates allow",
    "same": "the first figure allows",
}
CONDITIONS = {
    "truncation": "every rounded figure was cut off at its last place (truncation)",
    "rounding up": "every rounded figure was rounded up at its last place (rounding up)",
    "rise to": "增长 is read as a change to, not by, that multiple of the first figure",
    "fall to": "下降 is read as a change to, not by, that multiple of the first figure",
    "calendar years": "calendar years are counted, first and last included",
}
WEIGHTS = {
    "direction": "this flips the direction",
    "rank": "this flips the rank of the two",
    "part": "this flips the rank of the part and the whole",
    "pieces": "this flips the rank of the pieces and their total, which they exceed",
}
# Why a relation can't be tested; {0}, {1} are what the reason names
MISSING = {
    "no number": "“{0}” stands for no number",
    "no ratio": "a ratio needs figures from 0 up and a divisor above 0",
    "no piece": "no piece of the total is given",
    "no date": "“{0}” is no date with a year",
    "not printed": "{0}",
    "net": "the parts may be net amounts, or of another whole",
    "another whole": "the share may be that of another whole",
    "another total": "the parts may be those of another total",
    "exceed": "the parts exceed the total, but the words don't say that the parts are all of it "
    "and none overlaps",
    "unclaimed": "the words don't say that the parts are all of it and none overlaps",
    "another average": "the average may be that of another total or count",
}


def english(code: str, verdict: str, message: Message) -> str:
    """One sentence: the reason, the condition, what is missing, or how much it weighs."""
    # A part above its whole is told as what it is, whatever its share
    text = _english("order" if message.weight == "rank" else code, verdict, message)
    return text[0].upper() + text[1:] + "."


def _english(code: str, verdict: str, message: Message) -> str:
    if message.missing:
        return f"not testable: {_missing(*message.missing)}"
    if verdict == "consistent":
        return _agreement(code, message)
    if message.condition:
        condition = CONDITIONS[message.condition]
        return f"rounded to the nearest, {_mismatch(code, message)}; consistent only if {condition}"
    return f"{_mismatch(code, message)}; {_weight(message)}"


def _missing(reason: str, *named: str) -> str:
    if reason == "units":
        one, unit, other, another = named
        return (
            f"a common unit, since “{one}” has {unit or 'no unit'} "
            f"and “{other}” has {another or 'no unit'}"
        )
    if reason == "not in":
        return f"“{named[0]}” is not in {' or '.join(named[1:])}"
    return MISSING[reason].format(*named)


def _agreement(code: str, message: Message) -> str:
    """Why a figure passes, and whether it does so at the printed values of the others."""
    decimals, unit = message.decimals, message.unit
    text = (
        f"{SUBJECTS[code]} {_words(message.computed, decimals, unit)}, which meets "
        f"{_words(message.printed, decimals, unit)}, what “{message.tested}” stands for"
    )
    if message.face is None:
        return text
    return (
        f"{text}, but not at face value: the printed numbers give "
        f"{_words(message.face, decimals, unit)}, and only what they leave open "
        "closes the gap"
    )


def _mismatch(code: str, message: Message) -> str:
    assert message.computed is not None and message.printed is not None
    (below, above), decimals = facing(message.computed, message.printed), message.decimals
    # Ends are written rounded outwards, so with decimals enough to be seen apart.
    while below < above and floor(above * 10**decimals) <= ceil(below * 10**decimals):
        decimals += 1
    return (
        f"{SUBJECTS[code]} {_words(message.computed, decimals, message.unit)}, which misses "
        f"{_words(message.printed, decimals, message.unit)}, what “{message.tested}” stands for"
        + ("" if below < above else ", since the end where they touch is not reached")
    )


def _weight(message: Message) -> str:
    if message.weight != "digits":
        return WEIGHTS[message.weight]
    if message.off < 10:
        return f"this touches only the last digit, off by {message.off} at least"
    off = words.count(message.off)
    return f"this goes beyond the last digit, which is off by {off} at least"


def facing(a: Interval, b: Interval) -> tuple[Fraction, Fraction]:
    """The ends between which two intervals that don't meet lie apart, the lower one first.

    Raises ValueError where they meet.
    """
    for upper, lower in ((a, b), (b, a)):
        if upper.low is not None and lower.high is not None and upper.low >= lower.high:
            return lower.high, upper.low
    raise ValueError(f"{a} and {b} don't lie apart")


def _words(interval: Interval | None, decimals: int, unit: str) -> str:
    low, high = (None, None) if interval is None else (interval.low, interval.high)
    if interval is not None and low is not None and high is not None:
        text = words.span(interval, decimals=decimals)
    elif interval is not None and low is not None:
        text = f"{'at least' if interval.low_closed else 'more than'} {words.count(low, decimals)}"
    elif interval is not None and high is not None:
        text = f"{'at most' if interval.high_closed else 'less than'} {words.count(high, decimals)}"
    else:
        text = "any number of"
    return f"{text} {unit}".rstrip()
