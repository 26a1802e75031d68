"""Figures that words take together: sums of shares and of parts, and shares that wait for a whole.

Each pair is a text in which nothing may be accused, and one in which just one relation must be.
"""

import pytest

from heshu.check import check
from heshu.relations import Result


def told(text):
    return [(one.code, one.verdict, *one.phrases) for one in check(text) if isinstance(one, Result)]


FORMED = [
    # Sums of percentages: counted, named, of a sentence before, and given away by their digits
    (
        "以判决结案的占42.6%，调解的占31.8%，撤诉的占19.7%。调解和撤诉合计51.5%。",
        ("parts", "consistent", "51.5%", "31.8%", "19.7%"),
    ),
    (
        "对东盟、欧盟、美国进出口分别占17.6%、13.9%和10.2%，三者合计占41.7%。",
        ("parts", "consistent", "41.7%", "17.6%", "13.9%", "10.2%"),
    ),
    (
        "50—59岁和60岁及以上网民分别占18.9%和14.9%，50岁及以上网民合计占33.8%。",
        ("parts", "consistent", "33.8%", "18.9%", "14.9%"),
    ),
]


@pytest.mark.parametrize("text, expected", FORMED)
def test_figures_are_taken_together(text, expected):
    assert expected in told(text)


PAIRS = [
    (
        "以判决结案的占42.6%，调解的占31.8%，撤诉的占19.7%。调解和撤诉合计51.5%。",
        "以判决结案的占42.6%，调解的占31.8%，撤诉的占19.7%。调解和撤诉合计55.1%。",
        "parts",
    ),
    (
        "21.4%的受访者“非常支持”，43.7%“比较支持”，两项合计65.1%。",
        "21.4%的受访者“非常支持”，43.7%“比较支持”，两项合计56.1%。",
        "parts",
    ),
    # One of three that are told isn't meant, which two isn't said; two rates have no sum
    (
        "甲级占30.5%，乙级占20.1%，丙级占12.2%，两者合计占52.6%。",
        "甲级占30.5%，乙级占20.1%，两者合计占52.6%。",
        "parts",
    ),
    (
        "甲厂合格率95.3%，乙厂合格率96.1%，两厂合计为95.8%。",
        "甲厂持股25.3%，乙厂持股16.1%，两厂合计持股42.4%。",
        "parts",
    ),
    # Of another whole
    (
        "甲方持股25.3%，乙方持股16.1%，两者合计占董事会席位的60.0%。",
        "甲方持股25.3%，乙方持股16.1%，两者合计持股60.0%。",
        "parts",
    ),
]


@pytest.mark.parametrize("right, wrong, code", PAIRS)
def test_what_is_taken_together_is_accused_where_words_leave_no_choice(right, wrong, code):
    assert [one for one in told(right) if one[1] == "inconsistent"] == []
    assert [one[0] for one in told(wrong) if one[1] == "inconsistent"] == [code]
