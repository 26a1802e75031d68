"""Figures from outside the article, read in Chinese or in English."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from heshu import words
from heshu.intervals import Interval
from heshu.reading import Reading, ReadingError, read

# Copies set in traditional characters
SIMPLIFIED = str.maketrans("億萬單", "亿万单")
WORDS = {"over": "over", "more than": "over", "nearly": "under", "about": "about", None: ""}
SCALES = {None: 1, "million": 10**6, "billion": 10**9}
UNITS = {"yuan": "元", "percent": "%", "times": "倍", "days": "天", "months": "个月", "": ""}
ENGLISH = re.compile(
    rf"(?:(?P<word>{'|'.join(filter(None, WORDS))}) )?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(words.NUMERALS[1:])})"
    rf"(?: (?P<scale>{'|'.join(filter(None, SCALES))}))?"
    rf"(?: (?P<unit>{'|'.join(filter(None, UNITS))}))?"
)


def read_outside(printed: str, unit: str) -> Reading:
    """An outside figure in Chinese or English as the interval that it stands for.

    Chinese phrases are read by the rules of `heshu.reading.read`. In English a decimal was rounded
    to its last place; so may a whole number of three digits or more have been to its last
    place that isn't zero (13,900); other whole numbers are exact, save percentages and
    multiples. "Over" gives a floor, "nearly" a ceiling, "about" a rounding to the last place
    that isn't zero. Numbers joined by + are added up. `unit` holds where the phrase has none.

    Raises ReadingError for any other phrase, and where its unit isn't the given one.
    """
    if "+" in printed:
        parts = [read_outside(part, unit) for part in printed.split("+")]
        total = sum((part.interval for part in parts[1:]), parts[0].interval)
        value = sum((part.value for part in parts), Fraction(0))
        return Reading(printed, "quantity", value, total, unit, "exact")
    match = ENGLISH.fullmatch(printed)
    reading = _english(match) if match else read(printed.translate(SIMPLIFIED))
    if reading.unit and reading.unit != unit:
        raise ReadingError(f"“{printed}” has the unit {reading.unit}, not {unit or 'none'}")
    return Reading(printed, reading.kind, reading.value, reading.interval, unit, reading.qualifier)


def _english(match: re.Match) -> Reading:
    digits = match["number"].replace(",", "")
    if digits in words.NUMERALS:
        digits = str(words.NUMERALS.index(digits))
    scale, sense = SCALES[match["scale"]], WORDS[match["word"]]
    value = Fraction(digits) * scale
    decimals = -Decimal(digits).as_tuple().exponent
    zeros = len(digits) - len(digits.rstrip("0")) if not decimals and len(digits) > 2 else 0
    place = Fraction(10) ** (zeros - decimals) * scale
    if sense == "over":
        interval = Interval(value, None, False)
    elif sense == "under":
        interval = Interval(value - place, value, False, False)
    elif sense == "about" or place != 1 or match["unit"] in ("percent", "times"):
        interval, sense = Interval(value - place / 2, value + place / 2), sense or "rounded"
    else:
        interval, sense = Interval.point(value), "exact"
    unit = UNITS[match["unit"] or ""]
    return Reading(match[0], "quantity", value, interval, unit, sense)
