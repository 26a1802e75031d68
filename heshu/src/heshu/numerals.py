"""Numerals: the value of Arabic and Chinese numerals, and the place to which they are printed."""

from __future__ import annotations

import re
from fractions import Fraction


class ReadingError(ValueError):
    """A phrase that can't be read as a printed figure.

    `why` is the reason, a word of the table `reasons` of the vocabulary.
    """

    def __init__(self, message: str, why: str = "form") -> None:
        super().__init__(message)
        self.why = why


HANZI = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
NUMERALS = "零〇一二两三四五六七八九"
# Tens that have a character of their own
SHORT = str.maketrans({"廿": "二十", "卅": "三十"})
# Some part thousands by a space, as ISO 80000-1 has it: 1 234万元
ARABIC = (
    r"(?>[0-9]{1,3}(?:(?:,[0-9]{3})++|(?: [0-9]{3})++(?![0-9]))|[0-9]{1,24}+)(?:[.][0-9]{1,24}+)?"
)
# More than any text means; Python itself converts no more than 4,300 digits
LONGEST = 150

DIGIT = "[一二两三四五六七八九]"
SECTION = re.compile(
    rf"零?(?:(?P<千>{DIGIT}?)千)?(?:零?(?P<百>{DIGIT}?)百)?(?:零?(?P<十>{DIGIT}?)十)?"
    rf"(?P<gap>[零〇])?(?P<一>{DIGIT})?(?:点(?P<decimals>[{NUMERALS}]+))?"
)
SCALED = re.compile(rf"({ARABIC})([十百千]?)")
RUN = re.compile("[零〇]|[零〇一二三四五六七八九]{2,}")


def decimal(number: Fraction) -> str:
    """A number written exactly: as a plain decimal where that ends, else as a fraction."""
    if number.denominator == 1:
        return str(number.numerator)
    digits, rest = 0, number.denominator
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest //= prime
            power += 1
        digits = max(digits, power)
    if rest != 1:
        return str(number)
    whole = f"{abs(number.numerator) * 10**digits // number.denominator:0{digits + 1}d}"
    sign, split = "-" if number < 0 else "", len(whole) - digits
    return sign + whole[:split] + (f".{whole[split:]}" if digits else "")


def number(text: str) -> tuple[Fraction, Fraction, bool]:
    """The value of Arabic or Chinese numerals, the place of the last printed digit,
    and whether they were rounded (a decimal point, 万 or 亿).

    十 百 千 descend within each group of 万 and 亿, and so do the groups. A lone last digit
    counts the place below, as it is spoken (一万二 is 12,000, 一百二 is 120), and a run of
    digits is read as written where it holds a zero or is a year's (二〇, 一九四九): 三四家 are
    three or four. Raises ReadingError for anything else, and for
    more characters than LONGEST.
    """
    if len(text) > LONGEST:
        raise ReadingError(f"“{text[:20]}…” is too long for a number", "number")
    value, place = _groups(text.translate(SHORT), "亿万", text)
    if MYRIADS.keys().isdisjoint(text) and "." not in text:
        # Without 万 and 亿 a number is printed down to its ones: 二十 is not rounded to the ten
        place = min(place, Fraction(1))
    return value, place, place != 1


def nonzero_place(value: Fraction, place: Fraction) -> Fraction:
    """The place of the last digit that is no zero, of a value printed to a place."""
    while value and value % (place * 10) == 0:
        place *= 10
    return place


def no_number(text: str) -> ReadingError:
    """The error of numerals that say no number, or two."""
    return ReadingError(f"“{text}” is no number that can be read in one way only", "number")


def _groups(text: str, marks: str, whole: str) -> tuple[Fraction, Fraction]:
    """Value and place of what stands between the MYRIADS; `whole` is for the message."""
    if not marks:
        return _section(text, whole)
    left, mark, right = text.partition(marks[0])
    if not mark:
        return _groups(text, marks[1:], whole)
    size = MYRIADS[mark]
    high, place = _groups(left, marks[1:], whole)
    if not right:
        return high * size, place * size
    # The 零 that says a place is skipped: 一万零二 is 10,002
    low, low_place = _groups(right[1:] if right[0] in "零〇" else right, marks[1:], whole)
    if re.fullmatch(DIGIT, right):
        low, low_place = low * size / 10, low_place * size / 10
    # 3万5 may be 35,000 or 30,005, and after 1.5亿 nothing can follow
    if low >= size or place.denominator > 1 or right in "0123456789":
        raise no_number(whole)
    return high * size + low, low_place


def _section(text: str, whole: str) -> tuple[Fraction, Fraction]:
    if match := SCALED.fullmatch(text):
        scale = TENS.get(match[2], 1)
        whole, _, part = match[1].partition(".")
        digits, over = whole.replace(",", "").replace(" ", "") + part, 10 ** len(part)
        return Fraction(int(digits) * scale, over), Fraction(scale, over)
    if RUN.fullmatch(text):
        if len(text) < 4 and not re.search("[零〇]", text[1:] or text):
            raise no_number(whole)
        return Fraction(_digits(text)), Fraction(1)
    match = SECTION.fullmatch(text)
    if not match or not text or (match["百"] == "" and match["千"] is not None):
        raise no_number(whole)
    value, place = Fraction(0), Fraction(1)
    for name, size in (("千", 1000), ("百", 100), ("十", 10)):
        if match[name] is not None:
            value, place = value + size * HANZI.get(match[name], 1), Fraction(size)
    if match["一"]:
        lone = place >= 100 and not match["gap"]
        place = place / 10 if lone else Fraction(1)
        value += HANZI[match["一"]] * place
    if match["decimals"]:
        place = Fraction(1, 10 ** len(match["decimals"]))
        value += place * _digits(match["decimals"])
    return value, place


def _digits(text: str) -> int:
    """The number that a run of Chinese digits writes."""
    return int("".join(str(HANZI[c]) for c in text))
