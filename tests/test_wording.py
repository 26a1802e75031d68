"""Figures in words."""

from fractions import Fraction

import pytest

from reportbook import wording
from reportbook.intervals import Interval


@pytest.mark.parametrize(
    "text, expected",
    [
        (wording.count(13900), "13,900"),
        (wording.count(Fraction(1, 2)), "1"),
        (wording.count(Fraction(3, 2), 0), "2"),
        (wording.count(Fraction(-3, 200), 2), "−0.01"),
        (wording.count(Fraction(1, 20), 2), "0.05"),
        (wording.percent(Fraction(1, 4)), "25\N{NARROW NO-BREAK SPACE}%"),
        (wording.million(148_000_000), "148"),
        (
            wording.growth(Fraction(1666, 100)),
            "up 1,666\N{NARROW NO-BREAK SPACE}%, to 17.66 times",
        ),
        (wording.span(Interval(13850, 13950)), "13,850 to 13,950"),
        (wording.span(Interval(Fraction(9, 2), Fraction(11, 2))), "4.5 to 5.5"),
        (
            wording.span(Interval(Fraction(1535, 1000), Fraction(1545, 1000)), decimals=2),
            "1.535 to 1.545",
        ),
        (wording.span(Interval.point(Fraction(74, 9)), decimals=2), "8.22"),
        (wording.whole(Interval(6700, 6800, False, False)), "6,701 to 6,799"),
        (wording.whole(Interval(Fraction(1, 2), Fraction(3, 2))), "1"),
        (wording.numeral(0), "no"),
        (wording.numeral(12), "twelve"),
        (wording.numeral(13), "13"),
        (wording.ordinal(21), "21st"),
        (wording.ordinal(112), "112th"),
        (wording.span(Interval(Fraction(1, 3), Fraction(1, 3) + Fraction(1, 10**9))), "0"),
        (wording.listing(["a"]), "a"),
        (wording.listing(["a", "b", "c"]), "a, b and c"),
    ],
)
def test_words(text, expected):
    assert text == expected


def test_a_span_never_leaves_out_what_is_possible_nor_adds_much():
    for low, high in [(Fraction(1, 7), Fraction(2, 7)), (19995, 20005), (Fraction(99, 100), 1)]:
        interval = Interval(low, high)
        first, last = (
            Fraction(end.replace(",", "")) for end in wording.span(interval).split(" to ")
        )
        assert first <= low and high <= last
        assert last - first <= interval.width * Fraction(8, 5)


def test_what_can_not_be_written_is_refused():
    with pytest.raises(ValueError, match="finite"):
        wording.span(Interval(300, None))
    with pytest.raises(ValueError, match="no whole number"):
        wording.whole(Interval(Fraction(1, 3), Fraction(2, 3)))
    with pytest.raises(ValueError, match="whole"):
        wording.numeral(Fraction(1, 2))
    with pytest.raises(TypeError, match="share is"):
        wording.publish(share=0.5)
    with pytest.raises(ValueError, match="share is empty"):
        wording.publish(share=" ")
