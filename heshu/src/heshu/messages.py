"""What heshu says: its sentences, in English and Chinese, and those that results make.

Every sentence, and every part of one, is a row of messages.csv: its key, and the two languages,
in which {names} stand for what differs from case to case.
"""

from __future__ import annotations

import locale
import os
import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil, floor
from pathlib import Path

from heshu import tables, words
from heshu.intervals import Interval
from heshu.vocabulary import rows

LANGUAGES = ("en", "zh")
# A text is Chinese if in its beginning a Chinese character comes on two Latin letters at least
SAMPLE = 20_000
HAN, LATIN = re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z]")


@cache
def _table() -> dict[str, dict[str, str]]:
    """The messages of each language by their keys."""
    text = Path(__file__).with_name("messages.csv").read_text(encoding="utf-8")
    said = [row for _, row in tables.rows(text, ["key", *LANGUAGES])]
    return {language: {row["key"]: row[language] for row in said} for language in LANGUAGES}


def say(language: str, key: str, *parts: object, **named: object) -> str:
    """A message in a language. Raises KeyError where there is none of that key."""
    return _table()[language][key].format(*parts, **named)


def name(language: str, group: str, word: str) -> str:
    """What a word of heshu's own, such as a kind of figures, is called in a language."""
    return _table()[language].get(f"{group} {word}", word)


def reason(language: str, why: str) -> str:
    """Why a figure can't be read, by Reading.why."""
    return next(row[language] for row in rows("reasons") if row["word"] == why)


def preferred(text: str) -> str:
    """The language to speak: Chinese where the locale or the text is Chinese, else English."""
    asked = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next(filter(None, asked), "") or locale.getlocale()[0] or ""
    if chosen.lower().startswith(("zh", "chinese")):
        return "zh"
    start = text[:SAMPLE]
    return "zh" if len(HAN.findall(start)) * 2 > len(LATIN.findall(start)) else "en"


# The scales in which figures are printed, and what stands before one
SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
SCALE = re.compile(r"[0-9](万亿|亿|万)")


@dataclass(frozen=True)
class Message:
    """The parts of the sentence that says why a result has its verdict.

    `tested` is the phrase of the figure that is held against the others, `unit` its unit and
    `decimals` how many decimals an interval of it is worth writing with. `computed` is what
    the others allow and `printed` what it stands for, rounded to the nearest; they miss each
    other unless the verdict is consistent.

    What follows is said by rows of messages.csv. With *consistent*, `face` is what the printed
    numbers as they stand give, where only what they leave open closes the gap. With *consistent
    only if*, `condition` has its row. With *inconsistent*, `weight` has one, unless it is
    "digits"; `off` is by how many units of the last printed place the two miss each other at
    least, `right` the phrases that would be right, `fits` that of the whole that a share fits, or,
    with *doubtful*, of another figure with which all would fit; its `weight` is "chance" where a
    slip would explain the misfit, or rougher figures would. With
    *not testable*, `missing` is a reason that has its row, followed by what it names, and `gap` the
    total minus its pieces, where pieces don't add up to it. `sides` are the two sides of a text
    without one reading: the phrases of each, and the condition that it needs.
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
    sides: tuple[tuple[str, str], ...] = ()
    fits: str = ""

    @property
    def scale(self) -> str:
        """The 万 or 亿 in which the tested figure is printed, "" where it isn't."""
        printed = SCALE.search(self.tested)
        return printed[1] if printed else ""


def english(code: str, verdict: str, message: Message) -> str:
    """One sentence: the reason, the condition, what is missing, or how much it weighs."""
    return explanation("en", code, verdict, message)


def explanation(language: str, code: str, verdict: str, message: Message) -> str:
    """One sentence: the reason, the condition, what is missing, or how much it weighs."""
    # A part above its whole is told as what it is, whatever its share, and a level told twice
    said = {"rank": "order", "by level": "same", "to level": "same", "one year": "same"}
    code = said.get(message.weight, code)
    text = _Sentence(language, code, message).text(verdict)
    return say(language, "sentence", text[0].upper() + text[1:])


def advice(language: str, code: str, verdict: str, message: Message) -> str:
    """The explanation, and what would be right or how large the gap is, where that is known."""
    sentence = explanation(language, code, verdict, message)
    if message.right:
        quoted = (say(language, "quoted", phrase) for phrase in message.right)
        right = say(language, "or").join(quoted)
        return say(language, "fails and right is", sentence=sentence, right=right)
    if message.gap:
        gap = _words(language, message.gap, message.decimals, message.unit, message.scale)
        return say(language, "leaves a gap", sentence=sentence, gap=gap)
    return sentence


class _Sentence:
    """The parts of a sentence about a message."""

    def __init__(self, language: str, code: str, message: Message) -> None:
        self.language, self.code, self.message = language, code, message

    def text(self, verdict: str) -> str:
        message = self.message
        if message.missing:
            return self._say("testable not", missing=self._missing(*message.missing))
        if verdict == "consistent":
            return self._agreement()
        if message.sides:
            (one, need), (other, needed) = message.sides
            return self._say(
                "no one reading",
                one=one,
                need=self._say(f"condition {need}"),
                other=other,
                needed=self._say(f"condition {needed}"),
            )
        if message.weight == "grim":
            # The nearest shares that are possible lie on both sides
            return self._held("fits no number", message.decimals)
        if message.weight == "to less":
            return self._say("grew to less", tested=message.tested)
        misses = self._mismatch()
        if verdict == "doubtful":
            if message.fits:
                return self._say("fits with another", misses=misses, other=message.fits)
            chance = message.weight == "chance"
            return self._say("fits by chance" if chance else "fits by no slip", misses=misses)
        if message.condition:
            condition = self._say(f"condition {message.condition}")
            return self._say("holds only if", misses=misses, condition=condition)
        return self._say("fails", misses=misses, weight=self._weight())

    def _say(self, key: str, *parts: object, **named: object) -> str:
        return say(self.language, key, *parts, **named)

    def _words(self, interval: Interval | None, decimals: int) -> str:
        scale = self.message.scale
        return _words(self.language, interval, decimals, self.message.unit, scale)

    def _missing(self, reason: str, *named: str) -> str:
        if reason == "units":
            one, unit, other, another = named
            units = (
                self._say("has unit", unit=name) if name else self._say("has no unit")
                for name in (unit, another)
            )
            named = (one, next(units), other, next(units))
        elif reason == "not in":
            named = (named[0], self._say("or").join(named[1:]))
        return self._say(f"missing {reason}", *named)

    def _agreement(self) -> str:
        """Why a figure passes, and whether it does so at the printed values of the others."""
        message = self.message
        agrees = self._held("agrees", message.decimals)
        if message.face is None:
            return agrees
        face = self._words(message.face, message.decimals)
        return self._say("agrees not at face value", agrees=agrees, face=face)

    def _mismatch(self) -> str:
        message = self.message
        assert message.computed is not None and message.printed is not None
        scale = SCALES.get(message.scale, 1)
        below, above = (end / scale for end in facing(message.computed, message.printed))
        decimals = message.decimals
        # Ends are written rounded outwards, so with decimals enough to be seen apart.
        while below < above and floor(above * 10**decimals) <= ceil(below * 10**decimals):
            decimals += 1
        misses = self._held("misses", decimals)
        return misses if below < above else self._say("misses by an end", misses=misses)

    def _held(self, key: str, decimals: int) -> str:
        """What the others allow, held against what the tested figure stands for."""
        exact = self.message.printed is not None and self.message.printed.exact
        return self._say(
            f"{key} exactly" if exact else key,
            subject=self._say(f"subject {self.code}"),
            computed=self._words(self.message.computed, decimals),
            printed=self._words(self.message.printed, decimals),
            tested=self.message.tested,
        )

    def _weight(self) -> str:
        weight, off = self.message.weight, self.message.off
        if weight == "digits" and off < 10:
            weight = "last digit"
        return self._say(f"weight {weight}", off=words.count(off), whole=self.message.fits)


def facing(a: Interval, b: Interval) -> tuple[Fraction, Fraction]:
    """The ends between which two intervals that don't meet lie apart, the lower one first.

    Raises ValueError where they meet.
    """
    for upper, lower in ((a, b), (b, a)):
        if upper.low is not None and lower.high is not None and upper.low >= lower.high:
            return lower.high, upper.low
    raise ValueError(f"{a} and {b} don't lie apart")


def _words(
    language: str, interval: Interval | None, decimals: int, unit: str, scale: str = ""
) -> str:
    """An interval in words; with a scale (万) in so many of the unit."""
    if scale and interval is not None:
        interval, unit = interval / SCALES[scale], f"{scale}{unit}"
        # An end that is printed alone isn't rounded away
        ends = [end for end in (interval.low, interval.high) if end is not None]
        if len(ends) == 1:
            fits = (n for n in range(decimals, decimals + 12) if not 10**n % ends[0].denominator)
            decimals = next(fits, decimals + 4)
    low, high = (None, None) if interval is None else (interval.low, interval.high)
    if interval is not None and low is not None and high is not None:
        text = words.span(interval, decimals=decimals)
        if len(both := text.split(" to ")) == 2:
            text = say(language, "span", *both)
    elif interval is not None and low is not None:
        bound = "at least" if interval.low_closed else "more than"
        text = say(language, bound, words.count(low, decimals))
    elif interval is not None and high is not None:
        bound = "at most" if interval.high_closed else "less than"
        text = say(language, bound, words.count(high, decimals))
    else:
        text = say(language, "any number")
    return say(language, "with unit", text, unit) if unit else text
