"""Figures in words."""

from fractions import Fraction
from math import ceil, floor

import pytest

from heshu import words
from heshu.intervals import Interval

THIN = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    "form, value, expected",
    [
        (words.nearest, Fraction(-1, 2), 0),
        (words.count, 13900, "13,900"),
        (words.count, Fraction(1, 2), "1"),
        (words.count, Fraction(3, 2), "2"),
        (words.count, Fraction(-1, 2), "0"),
        (words.count, Fraction(-1501, 1000), "−2"),
        (words.percent, Fraction(1, 4), f"25{THIN}%"),
        (words.million, 148_000_000, "148"),
        (words.million, 500_000, "1"),
        (words.growth, Fraction(1666, 100), f"up 1,666{THIN}%, to 17.66 times"),
        (words.growth, Fraction(13, 8), f"up 163{THIN}%, to 2.63 times"),
        (words.whole, Interval(6700, 6800, False, False), "6,701 to 6,799"),
        (words.whole, Interval(Fraction(1, 2), Fraction(3, 2)), "1"),
        (words.whole, Interval(Fraction(1, 2), 2), "1 to 2"),
        (words.numeral, 0, "no"),
        (words.numeral, 12, "twelve"),
        (words.numeral, 13, "13"),
        (words.numeral, 1300, "1,300"),
        (words.ordinal, 1, "1st"),
        (words.ordinal, 2, "2nd"),
        (words.ordinal, 3, "3rd"),
        (words.ordinal, 4, "4th"),
        (words.ordinal, 10, "10th"),
        (words.ordinal, 11, "11th"),
        (words.ordinal, 21, "21st"),
        (words.ordinal, 112, "112th"),
        (words.ordinal, 1013, "1,013th"),
        (words.listing, ["a"], "a"),
        (words.listing, ["a", "b"], "a and b"),
        (words.listing, ["a", "b", "c"], "a, b and c"),
    ],
)
def test_words(form, value, expected):
    assert form(value) == expected


@pytest.mark.parametrize(
    "form, value, decimals, expected",
    [
        (words.count, Fraction(-3, 200), 2, "−0.01"),
        (words.count, Fraction(1, 20), 2, "0.05"),
        (words.count, 1234, 3, "1,234.000"),
        (words.percent, Fraction(1, 3), 1, f"33.3{THIN}%"),
        (words.million, 148_250_000, 2, "148.25"),
        (words.growth, Fraction(13, 8), 3, f"up 163{THIN}%, to 2.625 times"),
    ],
)
def test_decimals_are_fixed(form, value, decimals, expected):
    assert form(value, decimals) == expected


@pytest.mark.parametrize(
    "form, value, expected",
    [
        (words.count, Fraction(3, 4), "0 1"),
        (words.percent, Fraction(2, 3), f"66{THIN}% 67{THIN}%"),
        (words.million, 1_999_999, "1 2"),
    ],
)
def test_a_number_is_rounded_as_asked(form, value, expected):
    assert f"{form(value, to=floor)} {form(value, to=ceil)}" == expected


@pytest.mark.parametrize(
    "low, high, form, decimals, expected",
    [
        # Few decimals are written as they stand
        (13850, 13950, words.count, 0, "13,850 to 13,950"),
        (Fraction(9, 2), Fraction(11, 2), words.count, 0, "4.5 to 5.5"),
        (Fraction(1535, 1000), Fraction(1545, 1000), words.count, 2, "1.535 to 1.545"),
        (1, 2, words.count, 1, "1.0 to 2.0"),
        (0, Fraction(1, 1000), words.count, 0, "0.000 to 0.001"),
        (0, Fraction(1001, 1000), words.count, 0, "0.000 to 1.001"),
        (Fraction(999, 1000), 2, words.count, 0, "0.999 to 2.000"),
        (Fraction(1, 8), Fraction(3, 8), words.percent, 0, f"12.5{THIN}% to 37.5{THIN}%"),
        (1_500_000, 2_000_000, words.million, 0, "1.5 to 2.0"),
        # Others outwards, with no more decimals than keep them close
        (Fraction(-2, 3), Fraction(1, 3), words.count, 0, "−0.7 to 0.4"),
        (Fraction(1, 3), Fraction(31, 3), words.count, 0, "0 to 11"),
        (0, 8 + Fraction(1, 10001), words.count, 0, "0 to 9"),
        (Fraction(1, 3), Fraction(31, 3), words.count, 1, "0.3 to 10.4"),
        (Fraction(1, 10**4), 1, words.count, 0, "0 to 1"),
        (Fraction(10001, 80000), Fraction(3, 8), words.percent, 0, f"12{THIN}% to 38{THIN}%"),
        # 2 is 1.6 times 5/4
        (Fraction(1, 3), Fraction(1, 3) + Fraction(5, 4), words.count, 0, "0 to 2"),
        (Fraction(1, 3), Fraction(1, 3) + Fraction(6, 5), words.count, 0, "0.3 to 1.6"),
        (Fraction(1, 30), Fraction(1, 30) + Fraction(3, 25), words.count, 0, "0.03 to 0.16"),
        # One number, and what a reader can't tell from one
        (Fraction(74, 9), Fraction(74, 9), words.count, 2, "8.22"),
        (Fraction(1, 3), Fraction(1, 3) + Fraction(1, 10**6), words.count, 0, "0"),
        (Fraction(1, 3), Fraction(1, 3) + Fraction(1, 10**8), words.count, 2, "0.33"),
        (
            Fraction(1, 3),
            Fraction(1, 3) + Fraction(2, 10**8),
            words.count,
            2,
            "0.33333333 to 0.33333336",
        ),
        (
            Fraction(1, 3),
            Fraction(1, 3) + Fraction(2, 10**6),
            words.count,
            0,
            "0.333333 to 0.333336",
        ),
    ],
)
def test_spans(low, high, form, decimals, expected):
    assert words.span(Interval(low, high), form, decimals) == expected


def test_a_span_never_leaves_out_what_is_possible_nor_adds_much():
    for low, high in [(Fraction(1, 7), Fraction(2, 7)), (19995, 20005), (Fraction(99, 100), 1)]:
        interval = Interval(low, high)
        first, last = (Fraction(end.replace(",", "")) for end in words.span(interval).split(" to "))
        assert first <= low and high <= last
        assert last - first <= interval.width * Fraction(8, 5)


@pytest.mark.parametrize(
    "form, value, message",
    [
        (words.span, Interval(300, None), "[300, ∞) has no finite ends to write"),
        (
            words.whole,
            Interval(Fraction(1, 3), Fraction(2, 3)),
            "[1/3, 2/3] holds no whole number",
        ),
        (words.whole, Interval(None, 3), "the interval (-∞, 3] has no finite ends"),
        (words.numeral, Fraction(1, 2), "1/2 is no whole number"),
    ],
)
def test_what_can_not_be_written_is_refused(form, value, message):
    with pytest.raises(ValueError) as caught:
        form(value)
    assert str(caught.value) == message
