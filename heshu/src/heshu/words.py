"""Numbers in words: each formatted by a named function."""

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


def count(value: Number, decimals: int = 0, to: Rounding = nearest) -> str:
    """A plain number with thousands separators and fixed decimals: 13,900."""
    scaled = to(Fraction(value) * 10**decimals)
    sign, digits = "−" if scaled < 0 else "", f"{abs(scaled):0{decimals + 1}d}"
    whole, fraction = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    return f"{sign}{int(whole):,}" + (f".{fraction}" if decimals else "")


def percent(ratio: Number, decimals: int = 0, to: Rounding = nearest) -> str:
    """A ratio as a percentage: 1/4 is 25 %."""
    return f"{count(Fraction(ratio) * 100, decimals, to)}{THIN}%"


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


def numeral(value: Number) -> str:
    """A whole number up to twelve in words, above in digits, as running prose has it."""
    if value != int(value):
        raise ValueError(f"{value} is no whole number")
    return NUMERALS[int(value)] if value < len(NUMERALS) else count(value)


def ordinal(value: Number) -> str:
    """A whole number as an ordinal: 21 is 21st."""
    last = "th"
    if value % 100 not in (11, 12, 13):
        last = {1: "st", 2: "nd", 3: "rd"}.get(int(value % 10), "th")
    return f"{count(value)}{last}"


def listing(names: Iterable[str]) -> str:
    """Names as a list in prose: a, b and c."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
