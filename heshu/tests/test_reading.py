"""Phrases and what they stand for."""

import csv
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heshu.intervals import Interval
from heshu.reading import RULES, ReadingError, decimal, number, read, read_as, reread

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
        ("约300多家", "quantity", "300", Interval(300, 400, False, False), "家", "over"),
        ("超300多家", "quantity", "300", Interval(300, 400, False, False), "家", "over"),
        ("近300家左右", "quantity", "300", Interval(200, 300, False, False), "家", "under"),
        ("2000多年", "duration", "2000", Interval(2000, 3000, False, False), "年", "over"),
        ("2000年以上", "duration", "2000", Interval(2000, None), "年", "over"),
        ("近2000年", "duration", "2000", Interval(1000, 2000, False, True), "年", "under"),
        ("超过0家", "quantity", "0", Interval(0, None, False), "家", "over"),
        ("超过0.5%", "quantity", "0.5", Interval(HALF, None, False), "%", "over"),
        ("约-3%", "quantity", "-3", Interval(-3 - HALF, -3 + HALF), "%", "about"),
        ("2020年12月至2021年1月", "period", "2020-12/2021-01", None, "", "exact"),
        ("十成", "quantity", "100", Interval(95, 105), "%", "rounded"),
        ("约300至500家", "quantity", "300..500", Interval(250, 550), "家", "range"),
        ("约300至550家", "quantity", "300..550", Interval(295, 555), "家", "range"),
        ("50至6万元", "quantity", "50..60000", Interval(50, 65000), "元", "range"),
        ("3至3万元", "quantity", "3..30000", Interval(3, 35000), "元", "range"),
        (
            "的20多万倍",
            "multiple_to",
            "200000",
            Interval(200000, 300000, False, False),
            "倍",
            "over",
        ),
        ("翻三番", "multiple_to", "8", Interval(8 - HALF, 8 + HALF), "倍", "rounded"),
        ("翻了近三番", "multiple_to", "8", Interval(4, 8, False, False), "倍", "under"),
        ("5年来", "duration", "5", Interval(5 - HALF, 5 + HALF), "年", "rounded"),
        ("五年来", "duration", "5", Interval(5 - HALF, 5 + HALF), "年", "rounded"),
        ("连续两年", "duration", "2", Interval.point(2), "年", "exact"),
        ("第二十一次", "ordinal", "21", Interval.point(21), "次", "exact"),
        ("首个", "ordinal", "1", Interval.point(1), "个", "exact"),
        ("先河", "ordinal", "1", Interval.point(1), "次", "exact"),
        ("2016年7月", "date", "2016-07", None, "", "exact"),
        ("2020年", "date", "2020", None, "", "exact"),
        ("今年6月底", "date", "--06-30", None, "", "exact"),
        ("2021年2月底", "date", "2021-02-28", None, "", "exact"),
        ("2月29日", "date", "--02-29", None, "", "exact"),
        ("2021-01-31", "date", "2021-01-31", None, "", "exact"),
        ("2020-02-29", "date", "2020-02-29", None, "", "exact"),
        ("9999-12-01", "date", "9999-12-01", None, "", "exact"),
        ("2020—2035年", "period", "2020/2035", None, "", "exact"),
        ("1至12月", "period", "--01/--12", None, "", "exact"),
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
    for column in ("phrase", "kind", "unit", "qualifier"):
        assert getattr(figure, column) == row[column]
    assert figure.text == row["value"]
    low, high = (Fraction(row[end]) if row[end] else None for end in ("low", "high"))
    if not row["ends"]:
        assert figure.interval is None
    else:
        assert figure.interval == Interval(low, high, row["ends"][0] == "[", row["ends"][1] == "]")


# One place of a number each, so that sums of a few have gaps
SPARSE = [digit * 10**place for place in range(12) for digit in (1, 2)]


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


@given(st.integers(0, 10**12 - 1) | st.builds(sum, st.lists(st.sampled_from(SPARSE), max_size=4)))
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


@pytest.mark.parametrize(
    "number, text",
    [
        (Fraction(0), "0"),
        (Fraction(-74), "-74"),
        (Fraction(-1, 2), "-0.5"),
        (Fraction(139, 100), "1.39"),
        (Fraction(1, 10**30), f"0.{'0' * 29}1"),
        (Fraction(10**30 + 1, 10**29), f"10.{'0' * 28}1"),
        (Fraction(-1, 3), "-1/3"),
        (Fraction(5, 6), "5/6"),
    ],
)
def test_a_number_is_written_as_a_decimal_where_it_ends(number, text):
    assert decimal(number) == text


@given(st.text())
def test_reading_any_text_raises_nothing_but_its_own_error(text):
    with suppress(ReadingError):
        read(text)


FRAGMENTS = [
    *"0123456789０.,%％—-零〇一二两三十百千万亿点第年月日号底半成倍番个家件元多余约近超来的到至 ",
    "增长", "下降", "分之", "以上", "左右", "百分点", "不足", "季度", "连续", "平均", "²", "٣", "①",
]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=9).map("".join))
def test_reading_any_jumble_of_figures_raises_nothing_but_its_own_error(text):
    try:
        figure = read(text)
    except ReadingError:
        return
    assert figure.phrase == text


@pytest.mark.parametrize(
    "spaced, phrase", [("约 300 家", "约300家"), ("增长\u00a016.66 倍", "增长16.66倍")]
)
def test_spaces_beside_digits_change_nothing_but_the_phrase(spaced, phrase):
    assert read(spaced) == replace(read(phrase), phrase=spaced)


@pytest.mark.parametrize(
    "text, value, place, rounded",
    [
        ("〇", 0, 1, False),
        ("一九四九", 1949, 1, False),
        ("三〇五", 305, 1, False),
        ("二十", 20, 1, False),
        ("二〇万", 200000, 10000, True),
        ("1.5百", 150, 10, True),
        ("三百万", 3000000, 1000000, True),
        ("一万二", 12000, 1000, True),
        ("一万零二", 10002, 1, False),
        ("一亿零五", 100000005, 1, False),
        ("一亿〇五万", 100050000, 10000, True),
        ("一亿零五百万", 105000000, 1000000, True),
        ("一百二", 120, 1, False),
        ("一百零二", 102, 1, False),
        ("三点一四", Fraction(314, 100), Fraction(1, 100), True),
    ],
)
def test_a_number_has_the_place_of_its_last_digit(text, value, place, rounded):
    assert number(text) == (value, place, rounded)


def test_a_number_beyond_all_sense_is_refused_before_it_is_converted():
    longest = "1" + ",000" * 37 + "万"
    assert len(longest) == 150 and number(longest)[0] == 10**115
    with pytest.raises(ReadingError) as caught:
        number(longest + "亿")
    assert str(caught.value) == "“1,000,000,000,000,00…” is too long for a number"


UNREADABLE = (
    "can't be read as a printed figure; give the shortest phrase that holds the number, its unit "
    "and its qualifier, such as 6700多件 (UNITS lists the units)"
)


@pytest.mark.parametrize(
    "phrase",
    [
        "", "许多", "第三方", "12,34元", "1..2", "3多以上家", "13.9.1万件", "2020年13月",
        "几百家吗", "大约几百家", "∞家", "来3家", "超约300家", "-约3%", "13月至14月", "0月至1月",
        "翻七番", "3  家", "300家 ",
    ],
)  # fmt: skip
def test_what_has_no_form_of_a_figure_is_refused_with_a_remedy(phrase):
    with pytest.raises(ReadingError) as caught:
        read(phrase)
    assert str(caught.value) == f"“{phrase}” {UNREADABLE}"


@pytest.mark.parametrize(
    "phrase",
    [
        "十百千", "两两", "三七家", "三三家", "十二三十家", "二十三四千家", "十三四百万家", "3万5",
        "百百",
        "万万亿亿", "3亿5亿", "一千万亿万", "三四五", "三百千", "百千", "千百", "二十十",
        "三点五十", "1.5亿5", "3万12000", "3万10000", "零零千", "〇五", "一万零", "一万零零五",
    ],
)  # fmt: skip
def test_numerals_that_say_no_number_or_two_are_refused(phrase):
    with pytest.raises(ReadingError) as caught:
        read(phrase)
    assert str(caught.value) == f"“{phrase}” is no number that can be read in one way only"


@pytest.mark.parametrize(
    "phrase, reason",
    [
        ("2.5年半", "“2.5” is no number that can be read in one way only"),
        ("千百家", "“千百” is no number that can be read in one way only"),
        ("万件", "“万” is no number that can be read in one way only"),
        ("约300家以上", "the qualifiers of “约300家以上” contradict each other"),
        ("至少5家以下", "the qualifiers of “至少5家以下” contradict each other"),
        ("3余元多", "the qualifiers of “3余元多” contradict each other"),
        ("近-3%", "“近-3%” qualifies a negative number"),
        ("-3%以上", "“-3%以上” qualifies a negative number"),
        ("连续3家", "“连续3家” has no duration"),
        ("3家来", "“3家来” has no duration"),
        ("3万多余", "“3万多余” has no unit between its qualifiers"),
        ("2000年来", "“2000年来” may be a year"),
        ("1000年来", "“1000年来” may be a year"),
        ("十一成", "“十一成” are more than ten tenths"),
        ("零分之一", "“零分之一” divides by nothing"),
        ("超过半年", "“超过半年” can't be read as a printed figure"),
        ("增长半年", "“增长半年” can't be read as a printed figure"),
        ("三家至五人", "“三家至五人” can't be read as one range"),
        ("超3至5家", "“超3至5家” can't be read as one range"),
        ("5至3家", "“5至3家” ends before it begins"),
        ("3至3家", "“3至3家” ends before it begins"),
        ("第零届", "“第零届” is no place in an order"),
        ("第1.5届", "“第1.5届” is no place in an order"),
        ("今年", "“今年” names no year by its number"),
        ("2月底", "“2月底” is the 28th or the 29th"),
        ("去年2月末", "“去年2月末” is the 28th or the 29th"),
        ("2020年2月30日", "“2020年2月30日” names no day of the month"),
        ("2021年2月29日", "“2021年2月29日” names no day of the month"),
        ("2月30日", "“2月30日” names no day of the month"),
        ("6月31日", "“6月31日” names no day of the month"),
        ("2021-02-29", "“2021-02-29” names no day of a year"),
        ("2021-13-01", "“2021-13-01” names no day of a year"),
        ("2021-00-01", "“2021-00-01” names no day of a year"),
        ("2021-01-00", "“2021-01-00” names no day of a year"),
        ("2021-12-32", "“2021-12-32” names no day of a year"),
        ("0000-01-01", "“0000-01-01” names no day of a year"),
        ("2035—2020年", "“2035—2020年” ends before it begins"),
        ("2020—2020年", "“2020—2020年” ends before it begins"),
        ("5月至3月", "“5月至3月” ends before it begins"),
        ("0至5月", "“0至5月” names no month of the year"),
        ("13至5月", "“13至5月” names no month of the year"),
        ("5月至2021年3月", "“5月至2021年3月” begins in no year"),
    ],
)
def test_what_has_no_certain_reading_is_refused_with_the_reason(phrase, reason):
    with pytest.raises(ReadingError) as caught:
        read(phrase)
    assert str(caught.value) == reason


def test_a_claim_prints_a_figure_of_its_own_sort():
    assert read_as("count", "74家") == read("74家")
    assert read_as("multiple", "翻一番") == read("翻一番")
    with pytest.raises(ReadingError) as caught:
        read_as("duration", "74家")
    assert str(caught.value) == "“74家” reads as quantity, not as duration"
    with pytest.raises(ReadingError) as caught:
        read_as("count", "许多")
    assert str(caught.value) == f"“许多” {UNREADABLE}"


@pytest.mark.parametrize(
    "phrase, falling",
    [("下降5%", True), ("减少三分之一", True), ("增长5%", False), ("降到0.5倍", False)],
)
def test_a_fall_is_told_from_a_rise(phrase, falling):
    assert read(phrase).falling is falling


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
    for phrase in ("6700多件", "74家", "近3年"):
        assert reread(read(phrase).interval, rule) == read(phrase).interval
