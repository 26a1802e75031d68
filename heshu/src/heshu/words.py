"""Numbers in words: each formatted by a named function, in English or in Chinese.

Chinese follows GB/T 15835: no separators of thousands, 万 and 亿 where they make a number shorter,
no space before a sign.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from fractions import Fraction
from math import ceil, floor

from heshu.intervals import Interval

THIN = "\N{NARROW NO-BREAK SPACE}"
Number = Fraction | int
Rounding = Callable[[Fraction], int]
Form = Callable[..., str]  # count, percent or million, with decimals and a rounding


def nearest(value: Number) -> int:
    """The nearest whole number, half up, as the article's own figures are read."""
    return floor(Fraction(value) + Fraction(1, 2))


ENGLISH, CHINESE = "en", "zh"


def count(value: Number, decimals: int = 0, to: Rounding = nearest, language: str = ENGLISH) -> str:
    """A plain number with fixed decimals: 13,900; in Chinese 13900."""
    scaled = to(Fraction(value) * 10**decimals)
    sign, digits = "−" if scaled < 0 else "", f"{abs(scaled):0{decimals + 1}d}"
    whole, fraction = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    grouped = whole if language == CHINESE else f"{int(whole):,}"
    return sign + grouped + (f".{fraction}" if decimals else "")


# By what Chinese shortens a number, and how many digits that takes away
SHORTER = (("亿", 8), ("万", 4))


def shortened(value: int, step: int = 1) -> str:
    """A whole number as Chinese shortens it, by 万 or 亿: 13,900 is 1.39万.

    `step` is the power of ten to which it is known, and sets the decimals: 2,000,000,000 to
    100,000,000 is 20亿. A number known exactly has the decimals that it needs, and stays as it is
    where these are more than two.
    """
    for sign, power in SHORTER:
        if abs(value) >= 10**power:
            shown = Fraction(value, 10**power)
            if step > 1:
                decimals = next(n for n in range(power + 1) if step * 10**n >= 10**power)
                return count(shown, decimals, language=CHINESE) + sign
            for decimals in range(3):
                if 10**decimals % shown.denominator == 0:
                    return count(shown, decimals, language=CHINESE) + sign
    return count(value, language=CHINESE)


def percent(
    ratio: Number, decimals: int = 0, to: Rounding = nearest, language: str = ENGLISH
) -> str:
    """A ratio as a percentage: 1/4 is 25 %, in Chinese 25%."""
    space = "" if language == CHINESE else THIN
    return f"{count(Fraction(ratio) * 100, decimals, to, language)}{space}%"


def million(yuan: Number, decimals: int = 0, to: Rounding = nearest) -> str:
    """An amount of yuan in millions, without the unit: 148,000,000 is 148."""
    return count(Fraction(yuan) / 10**6, decimals, to)


def growth(multiple: Number, decimals: int = 2) -> str:
    """A growth multiple so that it can't be misread: 16.66 is up 1,666 %, to 17.66 times.

    Chinese 增长X倍 says by how many times the base a figure grew, so the end is X + 1 times
    the base; "X-fold" in English says the end.
    """
    return f"up {percent(multiple)}, to {count(multiple + 1, decimals)} times"


# What a form multiplies by before it writes
SCALES: dict[Form, Number] = {count: 1, percent: 100, million: Fraction(1, 10**6)}


def span(interval: Interval, form: Form = count, decimals: int = 0) -> str:
    """An interval, rounded outwards so that nothing possible is left out: 13,850 to 13,950.

    Ends of few decimals, as printed figures have them, are written exactly; others with as
    many decimals, and `decimals` at least, as keep the written interval within 1.6 times the
    true one. An exact figure, and one known to a millionth of the last decimal, is written
    once, to the nearest decimal. Raises ValueError for an unbounded interval.
    """
    if interval.low is None or interval.high is None:
        raise ValueError(f"{interval} has no finite ends to write")
    low, high = interval.low * SCALES[form], interval.high * SCALES[form]
    if (high - low) * 10 ** (decimals + 6) <= 1:
        return form(interval.middle, decimals)
    exact = (
        n
        for n in range(decimals, decimals + 4)
        if 10**n % low.denominator == 0 and 10**n % high.denominator == 0
    )
    tight = (
        n
        for n in itertools.count(decimals)
        if ceil(high * 10**n) - floor(low * 10**n) <= (high - low) * 10**n * Fraction(8, 5)
    )
    places = next(itertools.chain(exact, tight))
    return f"{form(interval.low, places, floor)} to {form(interval.high, places, ceil)}"


def whole(interval: Interval) -> str:
    """The whole numbers that an interval holds, first to last: 6,762 to 6,799.

    Raises ValueError for an unbounded interval or one without a whole number.
    """
    numbers = interval.integers()
    if not numbers:
        raise ValueError(f"{interval} holds no whole number")
    return span(Interval(numbers[0], numbers[-1]))


NUMERALS = ["no", "one", "two", "three", "four", "five", "six"]
NUMERALS += ["seven", "eight", "nine", "ten", "eleven", "twelve"]


CHINESE_NUMERALS = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]


def numeral(value: Number, language: str = ENGLISH) -> str:
    """A whole number up to twelve in words, above in digits, as running prose has it.

    In Chinese up to ten, as it stands before a measure word: 两.
    """
    if value != int(value):
        raise ValueError(f"{value} is no whole number")
    known = CHINESE_NUMERALS if language == CHINESE else NUMERALS
    return known[int(value)] if 0 <= value < len(known) else count(value, language=language)


def ordinal(value: Number, language: str = ENGLISH) -> str:
    """A whole number as an ordinal: 21 is 21st, in Chinese 第21."""
    if language == CHINESE:
        return f"第{'二' if value == 2 else numeral(value, CHINESE)}"
    last = "th"
    if value % 100 not in (11, 12, 13):
        last = {1: "st", 2: "nd", 3: "rd"}.get(int(value % 10), "th")
    return f"{count(value)}{last}"


def listing(names: Iterable[str]) -> str:
    """Names as a list in prose: a, b and c."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
