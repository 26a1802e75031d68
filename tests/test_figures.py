"""Phrases and what they stand for."""

from fractions import Fraction

import pytest

from reportbook.figures import RULES, FigureError, read, reread
from reportbook.intervals import Interval

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    "phrase, kind, text, interval, unit, qualifier",
    [
        ("1.39万件", "quantity", "13900", Interval(13850, 13950), "件", "rounded"),
        ("1.30万件", "quantity", "13000", Interval(12950, 13050), "件", "rounded"),
        ("6700多件", "quantity", "6700", Interval(6700, 6800, False, False), "件", "over"),
        ("20余家", "quantity", "20", Interval(20, 30, False, False), "家", "over"),
        ("316家", "quantity", "316", Interval.point(316), "家", "exact"),
        ("2,697家", "quantity", "2697", Interval.point(2697), "家", "exact"),
        ("3亿5000万元", "quantity", "350000000", Interval(349995000, 350005000), "元", "rounded"),
        ("6亿元", "quantity", "600000000", Interval(55 * 10**7, 65 * 10**7), "元", "rounded"),
        ("约68.98亿元", "quantity", "6898000000", Interval(6897500000, 6898500000), "元", "about"),
        ("约300家", "quantity", "300", Interval(250, 350), "家", "about"),
        ("300家左右", "quantity", "300", Interval(250, 350), "家", "about"),
        ("超过2000家", "quantity", "2000", Interval(2000, None, False), "家", "over"),
        ("2000家以上", "quantity", "2000", Interval(2000, None), "家", "over"),
        ("近70家", "quantity", "70", Interval(60, 70, False, False), "家", "under"),
        ("二十一家", "quantity", "21", Interval.point(21), "家", "exact"),
        ("两家", "quantity", "2", Interval.point(2), "家", "exact"),
        ("三百零五家", "quantity", "305", Interval.point(305), "家", "exact"),
        ("十二万件", "quantity", "120000", Interval(115000, 125000), "件", "rounded"),
        (
            "平均4.7个工作日",
            "quantity",
            "4.7",
            Interval(Fraction(465, 100), Fraction(475, 100)),
            "工作日",
            "rounded",
        ),
        (
            "增长16.66倍",
            "growth",
            "16.66",
            Interval(Fraction(16655, 1000), Fraction(16665, 1000)),
            "倍",
            "rounded",
        ),
        ("5年来", "duration", "5", Interval(5 - HALF, 5 + HALF), "年", "rounded"),
        ("五年来", "duration", "5", Interval(5 - HALF, 5 + HALF), "年", "rounded"),
        ("连续两年", "duration", "2", Interval.point(2), "年", "exact"),
        ("第二十一次", "ordinal", "21", Interval.point(21), "次", "exact"),
        ("首个", "ordinal", "1", Interval.point(1), "个", "exact"),
        ("先河", "ordinal", "1", Interval.point(1), "次", "exact"),
        ("2016年7月", "date", "2016-07", None, "", "exact"),
        ("2020年", "date", "2020", None, "", "exact"),
        ("今年6月底", "date", "--06-30", None, "", "exact"),
        ("2020—2035年", "period", "2020/2035", None, "", "exact"),
        ("1.0到2.0版", "version", "1.0/2.0", None, "版", "exact"),
        ("一系列", "vague", "", None, "", "unquantified"),
    ],
)
def test_phrases_read_as_they_are_meant(phrase, kind, text, interval, unit, qualifier):
    figure = read(phrase)
    assert (figure.kind, figure.text, figure.unit, figure.qualifier) == (
        kind,
        text,
        unit,
        qualifier,
    )
    assert figure.interval == interval


@pytest.mark.parametrize(
    "phrase", ["", "许多", "万件", "13.9.1万件", "2035—2020年", "2020年13月", "大约几百家", "∞家"]
)
def test_what_can_not_be_read_is_refused_by_name(phrase):
    with pytest.raises(FigureError, match="“"):
        read(phrase)


def test_every_rounding_rule_gives_back_the_printed_number():
    """Round each candidate by the rule itself: the printed figure must come out, and only then."""
    printed = Fraction(139, 100)
    interval = Interval(printed - Fraction(5, 1000), printed + Fraction(5, 1000))
    by_rule = {
        "truncation": lambda n: n // 10,
        "rounding up": lambda n: -(-n // 10),
    }
    for rule, rounded in by_rule.items():
        for thousandths in range(1370, 1411):
            expected = rounded(thousandths) == 139
            assert (Fraction(thousandths, 1000) in reread(interval, rule)) == expected
    assert reread(interval, "nearest") == interval


@pytest.mark.parametrize("rule", RULES)
def test_rules_leave_what_was_not_rounded(rule):
    for phrase in ("6700多件", "74家"):
        assert reread(read(phrase).interval, rule) == read(phrase).interval
