"""Phrases and what they stand for."""

import csv
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportbook.figures import RULES, FigureError, decimal, number, read, reread
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


def table():
    with (Path(__file__).parent / "phrases.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", table(), ids=lambda row: row["phrase"])
def test_every_phrase_of_the_table_reads_as_it_says(row):
    figure = read(row["phrase"])
    for column in ("kind", "unit", "qualifier"):
        assert getattr(figure, column) == row[column]
    assert figure.text == row["value"]
    low, high = (Fraction(row[end]) if row[end] else None for end in ("low", "high"))
    if not row["ends"]:
        assert figure.interval is None
    else:
        assert figure.interval == Interval(low, high, row["ends"][0] == "[", row["ends"][1] == "]")


def in_chinese(value):
    """A whole number below 10**12 in Chinese numerals, as it is written in full."""
    if value == 0:
        return "零"
    for size, mark in ((10**8, "亿"), (10**4, "万")):
        if value >= size:
            high, low = divmod(value, size)
            gap = "零" if low and low < size // 10 else ""
            return in_chinese(high) + mark + gap + (in_chinese(low) if low else "")
    text, pending = "", False
    for size, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            text += ("零" if pending and text else "") + "零一二三四五六七八九"[digit] + mark
            pending = False
        else:
            pending = True
    return text


@given(st.integers(0, 10**12 - 1))
def test_a_number_comes_back_from_its_chinese_numerals(value):
    assert number(in_chinese(value))[0] == value
    assert read(in_chinese(value) + "家").value == value


@given(st.integers(0, 10**9), st.integers(0, 4), st.sampled_from(["", "万", "亿", "万亿"]))
def test_a_number_comes_back_from_its_arabic_digits_and_its_interval_rounds_to_it(
    digits, decimals, scale
):
    size = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    mantissa = decimal(Fraction(digits, 10**decimals))
    figure = read(f"{mantissa}{scale}元")
    place = Fraction(size, 10 ** len(mantissa.partition(".")[2]))
    assert figure.value == Fraction(mantissa) * size
    if place == 1:
        assert figure.interval == Interval.point(figure.value)
    else:
        assert (figure.interval.middle, figure.interval.width) == (figure.value, place)


@given(st.fractions(max_denominator=10**6))
def test_decimals_are_exact(value):
    assert Fraction(decimal(value)) == value


@given(st.text())
def test_reading_any_text_raises_nothing_but_its_own_error(text):
    with suppress(FigureError):
        read(text)


FRAGMENTS = [
    *"0123456789０.,%％—-零〇一二两三十百千万亿点第年月日号底半成倍番个家件元多余约近超来的到至 ",
    "增长", "下降", "分之", "以上", "左右", "百分点", "不足", "季度", "连续", "平均", "²", "٣", "①",
]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=9).map("".join))
def test_reading_any_jumble_of_figures_raises_nothing_but_its_own_error(text):
    try:
        figure = read(text)
    except FigureError:
        return
    assert figure.phrase == text


@pytest.mark.parametrize(
    "phrase",
    [
        "十百千", "两两", "三七家", "3万5", "约300家以上", "至少5家以下", "近-3%", "5至3家",
        "三家至五人", "第三方", "十二成", "零分之一", "今年", "2020年2月30日", "2021-02-29",
        "2021-13-01", "5月至3月", "2.5年半", "超过半年", "12,34元", "1..2", "百百", "万万亿亿",
        "3亿5亿", "一千万亿万", "连续3家", "3多以上家", "2000年来",
    ],
)  # fmt: skip
def test_what_has_no_reading_or_two_is_refused(phrase):
    with pytest.raises(FigureError, match="“"):
        read(phrase)


@pytest.mark.parametrize(
    "phrase, falling", [("下降5%", True), ("减少三分之一", True), ("增长5%", False)]
)
def test_a_fall_is_told_from_a_rise(phrase, falling):
    assert read(phrase).falling is falling


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
