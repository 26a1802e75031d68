"""Relations against enumeration: a true article is never accused, a false one is caught."""

import pickle
import re
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import ceil, floor

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from heshu import relations
from heshu.intervals import Interval
from heshu.reading import Reading, read
from heshu.relations import CONDITIONAL, CONSISTENT, INCONSISTENT, NOT_TESTABLE

HEADLINES = {
    "applications": ("1.39万件", "3.52万件", "增长1.54倍"),
    "grants": ("6700多件", "2.26万件", "增长2.33倍"),
    "pledge": ("1.48亿元", "26.13亿元", "增长16.66倍"),
    "champions": ("9家", "74家", "增长7.22倍"),
}
ROUNDING = {
    "nearest": lambda number: floor(number + Fraction(1, 2)),
    "truncation": floor,
    "rounding up": ceil,
}


def figure(value, place=0, unit="家", width=1):
    """A figure rounded to a place, or exact where the place is 0; `width` places wide."""
    value, half = Fraction(value), Fraction(place) * width / 2
    qualifier = "rounded" if place else "exact"
    interval = Interval(value - half, value + half)
    return Reading(f"{value}{unit}", "quantity", value, interval, unit, qualifier)


def printed(truth, place, unit="家", rule="nearest"):
    """What an article that knows the true number prints of it."""
    return figure(ROUNDING[rule](truth / place) * place, place, unit)


def counted(truth, place, rule="nearest"):
    """The same of a count, which is printed exactly where its last place is the ones."""
    return figure(truth) if place <= 1 else printed(Fraction(truth), Fraction(place), rule=rule)


counts = st.integers(1, 10**6)
places = st.sampled_from([1, 10, 100, 1000])
decimals = st.sampled_from([Fraction(1), Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000)])
rules = st.sampled_from(list(ROUNDING))
multiples = st.sampled_from([("倍", 1), ("%", 100)])


def meets(result):
    return result.computed.intersect(result.printed) is not None


# The article's own pairs


@pytest.mark.parametrize("name", HEADLINES)
def test_the_headline_pairs_are_consistent(name):
    result = relations.growth(*map(read, HEADLINES[name]))
    assert result.verdict == CONSISTENT
    assert result.phrases == HEADLINES[name]
    assert result.strength > Fraction(97, 100)
    at_face_value = name in ("pledge", "champions")
    assert ("not at face value" in result.explanation) != at_face_value


@pytest.mark.parametrize(
    "wrong, verdict, why",
    [
        ("1.39万件 3.52万件 增长1.57倍", INCONSISTENT, "last digit, off by 2"),
        ("1.39万件 3.52万件 增长4.54倍", INCONSISTENT, "beyond the last digit"),
        ("3.52万件 1.39万件 增长1.54倍", INCONSISTENT, "flips the direction"),
        ("6700多件 2.26万件 增长2.40倍", INCONSISTENT, "last digit"),
        ("1.48亿元 26.13亿元 增长17.66倍", CONDITIONAL, "to, not by"),
        ("9家 74家 增长8.22倍", CONDITIONAL, "to, not by"),
        ("9家 74家 增长7.23倍", CONDITIONAL, "rounding up"),
        ("3家 8家 增长1.66倍", CONDITIONAL, "truncation"),
        ("74家 9家 增长0.12倍", INCONSISTENT, "flips the direction"),
        ("9家 74件 增长7.22倍", NOT_TESTABLE, "common unit"),
        ("9家 74家 8家", NOT_TESTABLE, "not in 倍 or %"),
        ("一批 74家 增长7.22倍", NOT_TESTABLE, "“一批” stands for no number"),
        ("0家 74家 增长7.22倍", NOT_TESTABLE, "divisor above 0"),
    ],
)
def test_wrong_pairs_are_caught(wrong, verdict, why):
    result = relations.growth(*map(read, wrong.split()))
    assert result.verdict == verdict
    assert why in result.explanation
    assert (result.strength is None) == (verdict == NOT_TESTABLE)


def test_a_fall_is_told_by_or_to():
    base, end = read("200件"), read("150件")
    fell = figure(25, 1, "%")
    assert relations.growth(base, end, fell, falling=True).verdict == CONSISTENT
    assert relations.growth(base, end, fell).verdict == INCONSISTENT
    to = relations.growth(base, end, figure(75, 1, "%"), falling=True)
    assert to.verdict == CONDITIONAL and "下降" in to.explanation


@pytest.mark.parametrize(
    "end, printed, falling, verdict",
    [
        ("150件", "增长1.5倍", False, CONDITIONAL),
        ("50件", "增长0.5倍", False, INCONSISTENT),
        ("50件", "下降50%", True, CONSISTENT),
        ("20件", "下降20%", True, CONDITIONAL),
        ("120件", "下降120%", True, INCONSISTENT),
    ],
)
def test_growth_to_less_is_no_growth_and_a_fall_to_more_no_fall(end, printed, falling, verdict):
    result = relations.growth(read("100件"), read(end), read(printed), falling=falling)
    assert result.verdict == verdict


def test_floors_say_what_can_be_said():
    many = read("超300家")
    assert relations.growth(many, read("超500家"), read("增长9.9倍")).strength == 0
    assert relations.growth(many, read("600家"), read("增长0.5倍")).verdict == CONSISTENT
    assert relations.growth(many, read("600家"), read("增长2.5倍")).verdict == INCONSISTENT
    assert relations.order(many, read("300家")).verdict == INCONSISTENT
    assert relations.order(read("300家"), many).verdict == CONSISTENT
    assert relations.average(read("600件"), many, read("2.1件")).verdict == INCONSISTENT
    assert relations.parts(many, read("100家"), read("200家")).verdict == INCONSISTENT
    assert relations.parts(many, read("100家"), read("200多家")).verdict == CONSISTENT


def test_a_part_above_its_whole_is_inconsistent_whatever_its_share():
    result = relations.share(read("120家"), read("100家"), read("120%"))
    assert (result.code, result.verdict) == ("share", INCONSISTENT)
    assert "flips the rank" in result.explanation


# What a reader is told


def related(kind, phrases):
    """The result of a relation of phrases, parted by spaces; a duration begins with two dates."""
    first, second, *rest = phrases.split()
    if kind == "duration":
        return relations.duration(first, second, *map(read, rest))
    return getattr(relations, kind)(*map(read, (first, second, *rest)))


@pytest.mark.parametrize(
    "kind, phrases, told",
    [
        (
            "growth",
            "9家 74家 增长7.22倍",
            "The ends allow 7.222 倍, which meets 7.215 to 7.225 倍, what “增长7.22倍” stands for.",
        ),
        (
            "growth",
            "1.39万件 3.52万件 增长1.54倍",
            "The ends allow 1.519 to 1.546 倍, which meets 1.535 to 1.545 倍, what “增长1.54倍” "
            "stands for, but not at face value: the printed numbers give 1.532 倍, and only what "
            "they leave open closes the gap.",
        ),
        (
            "growth",
            "9家 74家 增长7.23倍",
            "Rounded to the nearest, the ends allow 7.222 倍, which misses 7.225 to 7.235 倍, what "
            "“增长7.23倍” stands for; consistent only if every rounded figure was rounded up at "
            "its last place (rounding up).",
        ),
        (
            "growth",
            "3家 8家 增长1.66倍",
            "Rounded to the nearest, the ends allow 1.667 倍, which misses 1.655 to 1.665 倍, what "
            "“增长1.66倍” stands for; consistent only if every rounded figure was cut off at its "
            "last place (truncation).",
        ),
        (
            "growth",
            "9家 74家 增长8.22倍",
            "Rounded to the nearest, the ends allow 7.222 倍, which misses 8.215 to 8.225 倍, what "
            "“增长8.22倍” stands for; consistent only if 增长 is read as a change to, not by, that "
            "multiple of the first figure.",
        ),
        (
            "growth",
            "74家 9家 增长0.12倍",
            "The ends allow −0.878 倍, which misses 0.115 to 0.125 倍, what “增长0.12倍” stands "
            "for; this flips the direction.",
        ),
        (
            "growth",
            "1.39万件 3.52万件 增长4.54倍",
            "The ends allow 1.519 to 1.546 倍, which misses 4.535 to 4.545 倍, what “增长4.54倍” "
            "stands for; this goes beyond the last digit, which is off by 299 at least.",
        ),
        (
            "growth",
            "超300家 至少500家 增长9倍",
            "The ends allow more than −1.0 倍, which meets 8.5 to 9.5 倍, what “增长9倍” stands "
            "for, but not at face value: the printed numbers give 0.7 倍, and only what they leave "
            "open closes the gap.",
        ),
        (
            "growth",
            "100家 100家 增长5%",
            "The ends allow 0.0 %, which misses 4.5 to 5.5 %, what “增长5%” stands for; this "
            "touches only the last digit, off by 5 at least.",
        ),
        (
            "growth",
            "100件 200件 增长不超过1.5倍",
            "The ends allow 1.00 倍, which meets at most 1.50 倍, what “增长不超过1.5倍” stands "
            "for.",
        ),
        ("growth", "9家 74家 8家", "Not testable: “8家” is not in 倍 or %."),
        (
            "growth",
            "0家 74家 增长7.22倍",
            "Not testable: a ratio needs figures from 0 up and a divisor above 0.",
        ),
        (
            "share",
            "9家 74家 14%",
            "Part and whole allow 12.2 %, which misses 13.5 to 14.5 %, what “14%” stands for; this "
            "touches only the last digit, off by 2 at least.",
        ),
        (
            "share",
            "120家 100家 120%",
            "The larger figure allows at most 100 家, which misses 120 家, what “120家” stands "
            "for; this flips the rank of the two.",
        ),
        (
            "share",
            "4家 3家 75%",
            "The larger figure allows at most 3 家, which misses 4 家, what “4家” stands for; this "
            "flips the rank of the two.",
        ),
        (
            "share",
            "9家 74家 112%",
            "Part and whole allow 12.2 %, which misses 111.5 to 112.5 %, what “112%” stands for; "
            "this flips the rank of the part and the whole.",
        ),
        (
            "share",
            "9家 74家 101%",
            "Part and whole allow 12.2 %, which misses 100.5 to 101.5 %, what “101%” stands for; "
            "this flips the rank of the part and the whole.",
        ),
        (
            "share",
            "30家 100家 超三分之一",
            "Part and whole allow 30.0 %, which misses more than 33.3 %, what “超三分之一” stands "
            "for; this touches only the last digit, off by 4 at least.",
        ),
        (
            "share",
            "29家 2000家 1.415%至1.505%",
            "Part and whole allow 1.450 %, which meets 1.4145 to 1.5055 %, what "
            "“1.415%至1.505%” stands for.",
        ),
        (
            "share",
            "9家 74家 增长2.33倍",
            "Not testable: “增长2.33倍” is not in %.",
        ),
        (
            "parts",
            "74家 70家 5家",
            "The pieces add up to 75 家, which misses 74 家, what “74家” stands for; this flips "
            "the rank of the pieces and their total, which they exceed.",
        ),
        (
            "parts",
            "74家 70家 3家",
            "The pieces add up to 73 家, which misses 74 家, what “74家” stands for; this touches "
            "only the last digit, off by 1 at least.",
        ),
        (
            "average",
            "74家 9个 8.2家",
            "Total and count allow 8.22 家, which meets 8.15 to 8.25 家, what “8.2家” stands for.",
        ),
        (
            "average",
            "891家 9个 101家",
            "Total and count allow 99 家, which misses 100.5 to 101.5 家, what “101家” stands for; "
            "this touches only the last digit, off by 2 at least.",
        ),
        (
            "order",
            "6800件 6700多件",
            "The larger figure allows less than 6,800 件, which misses 6,800 件, what “6800件” "
            "stands for, since the end where they touch is not reached; this flips the rank of the "
            "two.",
        ),
        (
            "order",
            "9家 超300家",
            "The larger figure allows any number of 家, which meets 9 家, what “9家” stands for.",
        ),
        (
            "same",
            "9家 19家",
            "The first figure allows 9 家, which misses 19 家, what “19家” stands for; this goes "
            "beyond the last digit, which is off by 10 at least.",
        ),
        (
            "same",
            "9 10",
            "The first figure allows 9, which misses 10, what “10” stands for; this touches only "
            "the last digit, off by 1 at least.",
        ),
        (
            "same",
            "9家 18家",
            "The first figure allows 9 家, which misses 18 家, what “18家” stands for; this "
            "touches only the last digit, off by 9 at least.",
        ),
        (
            "same",
            "至少300家 300家",
            "The first figure allows at least 300 家, which meets 300 家, what “300家” stands for.",
        ),
        (
            "duration",
            "2016-07 2021-06-30 5年来",
            "The dates allow 4.9 to 5.0 年, which meets 4.5 to 5.5 年, what “5年来” stands for.",
        ),
        (
            "duration",
            "2016-07 2020-03 5年来",
            "Rounded to the nearest, the dates allow 3.58 to 3.75 年, which misses 4.5 to 5.5 年, "
            "what “5年来” stands for; consistent only if calendar years are counted, first and "
            "last included.",
        ),
        ("duration", "今年 2016 5年来", "Not testable: “今年” is no date with a year."),
        ("duration", "2016-07 2018-06 24家", "Not testable: “24家” is not in 年 or 个月 or 天."),
    ],
)
def test_the_explanation_says_why(kind, phrases, told):
    assert related(kind, phrases).explanation == told


@given(counts, counts, places, decimals)
@example(1692, 200, 1, Fraction(1))  # 8.46 would touch 8.5 at one decimal
def test_a_miss_is_written_so_that_a_reader_sees_it(a, b, place, last):
    result = relations.average(counted(a, place), figure(b), printed(Fraction(a, b) + 1, last))
    told = re.search(r"allow (.*?) 家, which misses (.*?) 家, what", result.explanation)
    assume(told and "not reached" not in result.explanation)
    computed, missed = (
        [Fraction(end.replace(",", "")) for end in span.split(" to ")] for span in told.groups()
    )
    assert max(computed) < min(missed) or max(missed) < min(computed)


PHRASES = {
    "growth": "9家 74家 增长7.22倍",
    "share": "9家 74家 12%",
    "parts": "74家 70家 4家",
    "average": "74家 9个 8.2家",
    "order": "9家 74家",
    "same": "74家 74家",
    "duration": "2016 2021 5年",
}


@pytest.mark.parametrize(
    "kind, place",
    [
        (kind, place)
        for kind, phrases in PHRASES.items()
        for place in range(2 if kind == "duration" else 0, len(phrases.split()))
    ],
)
def test_a_phrase_without_a_number_is_named_wherever_it_stands(kind, place):
    phrases = PHRASES[kind].split()
    phrases[place] = "一批"
    told = related(kind, " ".join(phrases)).explanation
    assert told == "Not testable: “一批” stands for no number."


@pytest.mark.parametrize(
    "kind, phrases, a, b",
    [
        ("growth", "9家 74件 增长7.22倍", "“9家” has 家", "“74件” has 件"),
        ("share", "9家 74件 12%", "“9家” has 家", "“74件” has 件"),
        ("parts", "74家 70家 4件", "“74家” has 家", "“4件” has 件"),
        ("average", "74家 9个 8.2件", "“74家” has 家", "“8.2件” has 件"),
        ("order", "9家 74件", "“9家” has 家", "“74件” has 件"),
        ("same", "9家 9", "“9家” has 家", "“9” has no unit"),
    ],
)
def test_figures_without_a_common_unit_are_named(kind, phrases, a, b):
    told = related(kind, phrases).explanation
    assert told == f"Not testable: a common unit, since {a} and {b}."


def test_a_total_without_pieces_is_not_testable():
    told = relations.parts(read("74家")).explanation
    assert told == "Not testable: no piece of the total is given."


def test_a_fall_that_is_told_to_says_so():
    result = relations.growth(read("200件"), read("150件"), read("下降75%"), falling=True)
    assert result.explanation == (
        "Rounded to the nearest, the ends allow 25.0 %, which misses 74.5 to 75.5 %, what "
        "“下降75%” stands for; consistent only if 下降 is read as a change to, not by, that "
        "multiple of the first figure."
    )


@pytest.mark.parametrize(
    "kind, phrases, verdict",
    [
        ("growth", "9家 74家 增长7.22倍", CONSISTENT),
        ("growth", "50件 100件 翻一番", CONSISTENT),
        ("growth", "9家 74家 一批", NOT_TESTABLE),
        ("growth", "0家 74家 增长7.22倍", NOT_TESTABLE),
        ("share", "9家 74家 12%", CONSISTENT),
        ("share", "4家 3家 75%", INCONSISTENT),
        ("share", "9家 74家 一批", NOT_TESTABLE),
        ("parts", "74家 70家 4家", CONSISTENT),
        ("parts", "74家 一批", NOT_TESTABLE),
        ("average", "74家 9个 8.2家", CONSISTENT),
        ("average", "74家 9个 一批", NOT_TESTABLE),
        ("order", "9家 74家", CONSISTENT),
        ("order", "9家 一批", NOT_TESTABLE),
        ("same", "9家 10家", INCONSISTENT),
        ("same", "9家 一批", NOT_TESTABLE),
        ("duration", "2016 2021 5年", CONSISTENT),
        ("duration", "2016 2021 一批", NOT_TESTABLE),
    ],
)
def test_a_result_says_what_it_is_of(kind, phrases, verdict):
    result = related(kind, phrases)
    assert (result.code, result.phrases) == (kind, tuple(phrases.split()))
    assert result.verdict == verdict


@pytest.mark.parametrize(
    "kind, phrases, tested",
    [
        ("growth", "9家 74件 增长7.22倍", 2),
        ("share", "9家 74件 12%", 2),
        ("parts", "74家 9件", 0),
        ("average", "74家 9个 8.2件", 2),
        ("order", "9家 74件", 0),
        ("same", "9家 74件", 1),
        ("duration", "今年 2021 5年", 2),
    ],
)
def test_what_is_not_testable_still_says_what_it_stands_for(kind, phrases, tested):
    assert related(kind, phrases).printed == read(phrases.split()[tested]).interval


# What is true passes


@given(counts, counts, places, places, decimals, multiples, rules)
def test_true_growth_is_never_accused(a, b, place_a, place_b, place, multiple, rule):
    assume(a < b)
    unit, whole = multiple
    growth = printed((Fraction(b, a) - 1) * whole, place, unit, rule)
    ends = counted(a, place_a, rule), counted(b, place_b, rule)
    result = relations.growth(*ends, growth)
    assert result.verdict in (CONSISTENT, CONDITIONAL) and meets(result)
    assert rule != "nearest" or result.verdict == CONSISTENT
    falling = printed((1 - Fraction(a, b)) * whole, place, unit, rule)
    fall = relations.growth(*ends[::-1], falling, falling=True)
    assert fall.verdict in (CONSISTENT, CONDITIONAL) and meets(fall)
    assert rule != "nearest" or fall.verdict == CONSISTENT


@given(counts, counts, places, places, decimals, rules)
def test_true_shares_and_averages_are_never_accused(a, b, place_a, place_b, place, rule):
    first, second = counted(a, place_a, rule), counted(b, place_b, rule)
    part, whole = sorted([(a, place_a), (b, place_b)])
    share = relations.share(
        counted(*part, rule),
        counted(*whole, rule),
        printed(Fraction(part[0], whole[0]) * 100, place, "%", rule),
    )
    average = relations.average(first, second, printed(Fraction(a, b), place, rule=rule))
    for result in (share, average):
        # A count that was rounded down to nothing by truncation is no divisor.
        assert result.verdict != INCONSISTENT
        assert result.verdict == NOT_TESTABLE or meets(result)
        assert rule != "nearest" or result.verdict == CONSISTENT


@given(st.lists(st.tuples(counts, places), min_size=1, max_size=5), places, rules)
def test_true_parts_are_never_accused(pieces, place, rule):
    total = counted(sum(number for number, _ in pieces), place, rule)
    result = relations.parts(total, *(counted(*piece, rule) for piece in pieces))
    assert result.verdict in (CONSISTENT, CONDITIONAL) and meets(result)
    assert rule != "nearest" or result.verdict == CONSISTENT


@given(counts, counts, places, places, rules)
def test_true_orders_and_repetitions_are_never_accused(a, b, place_a, place_b, rule):
    small, large = sorted((a, b))
    order = relations.order(counted(small, place_a, rule), counted(large, place_b, rule))
    same = relations.same(counted(a, place_a, rule), counted(a, place_b, rule))
    for result in (order, same):
        assert result.verdict in (CONSISTENT, CONDITIONAL)
        assert rule != "nearest" or result.verdict == CONSISTENT


def test_whole_ratios_are_rounded_and_whole_counts_are_not():
    third = figure(33, unit="%")
    assert relations.share(figure(1), figure(3), third).verdict == CONSISTENT
    assert relations.average(figure(100), figure(3), figure(33)).verdict == CONSISTENT
    assert relations.growth(figure(9), figure(29), read("增长2倍")).verdict == CONSISTENT
    shares = [figure(share, unit="%") for share in (33, 33, 33)]
    assert relations.parts(figure(100, unit="%"), *shares).verdict == CONSISTENT
    assert relations.parts(figure(100), *map(figure, (33, 33, 33))).verdict == INCONSISTENT


# What is false is caught, and said by how much


@given(counts, counts, st.integers(-(10**4), 10**6))
def test_growth_passes_exactly_where_the_interval_holds_it(a, b, hundredths):
    told = figure(Fraction(hundredths, 100), Fraction(1, 100), "倍")
    result = relations.growth(figure(a), figure(b), told)
    assert (result.verdict == CONSISTENT) == (Fraction(b, a) - 1 in told.interval)


def test_flips_of_a_rank_are_named():
    assert "flips the rank" in relations.order(read("75家"), read("74家")).explanation
    assert "exceed" in relations.parts(read("74家"), read("70家"), read("5家")).explanation
    short = relations.parts(read("74家"), read("70家"), read("3家"))
    assert "last digit, off by 1" in short.explanation
    more = relations.share(read("4家"), read("3家"), figure(75, 1, "%"))
    assert more.verdict == INCONSISTENT and "flips the rank" in more.explanation


def test_touching_open_ends_are_no_agreement():
    order = relations.order(read("6800件"), read("6700多件"))
    same = relations.same(read("6700多件"), read("6800件"))
    parts = relations.parts(read("6700多件"), read("6800件"))
    for result, why in ((order, "the rank"), (same, "off by 1"), (parts, "they exceed")):
        assert result.verdict == INCONSISTENT
        assert "not reached" in result.explanation and why in result.explanation


def test_a_rounded_nothing_can_be_nothing():
    result = relations.share(figure(0, 1), read("6700多家"), figure(0, unit="%"))
    assert result.computed == Interval(0, Fraction(100, 2 * 6700), True, False)


def test_a_reading_that_gives_no_ratio_leaves_the_next_to_be_tried():
    """Rounded up, the base would be nothing at most."""
    fell = relations.growth(figure(0, 1), figure(Fraction(1, 5)), figure(85, 1, "%"), falling=True)
    assert fell.verdict == CONDITIONAL and "to, not by" in fell.explanation


def test_no_rounding_rule_moves_a_range():
    spread = replace(figure(4, 2), qualifier="range")
    assert relations.same(spread, figure(Fraction(11, 2))).verdict == INCONSISTENT
    assert relations.same(figure(4, 2), figure(Fraction(11, 2))).verdict == CONDITIONAL


def test_relations_without_a_common_unit_or_a_number_are_not_testable():
    for result in (
        relations.share(read("9家"), read("74件"), figure(12, 1, "%")),
        relations.share(read("9家"), read("74家"), read("增长2.33倍")),
        relations.parts(read("74家")),
        relations.parts(read("74家"), read("9件")),
        relations.average(read("74家"), read("9件"), read("8.2件")),
        relations.average(read("74家"), read("0件"), read("8.2家")),
        relations.order(read("9家"), read("74件")),
        relations.same(read("9家"), read("一批")),
    ):
        assert result.verdict == NOT_TESTABLE
        assert result.computed is None and result.strength is None
        assert result.explanation.startswith("Not testable: ")


# Durations


@pytest.mark.parametrize(
    "start, end, phrase, verdict",
    [
        ("2016-07", "2021-06-30", "5年来", CONSISTENT),
        ("2016-07-13", "2021-06-30", "5年", CONSISTENT),
        ("2020", "2024", "5年", CONSISTENT),
        ("2016-01", "2021-09", "5年", CONDITIONAL),
        ("2016-07", "2020-03", "5年来", CONDITIONAL),
        ("2016-07", "2017-12", "5年来", INCONSISTENT),
        ("2021", "2016", "5年来", INCONSISTENT),
        ("2016-07", "2018-06", "24个月", CONSISTENT),
        ("-06", "2021", "5年来", NOT_TESTABLE),
        ("2021-02-29", "2021", "5年来", NOT_TESTABLE),
        ("2021-13", "2021", "5年来", NOT_TESTABLE),
        ("今年", "2021", "5年来", NOT_TESTABLE),
        ("2016-07", "2021-06-30", "5家", NOT_TESTABLE),
    ],
)
def test_durations_against_dates(start, end, phrase, verdict):
    result = relations.duration(start, end, read(phrase))
    assert result.verdict == verdict
    assert result.phrases == (start, end, phrase)
    assert ("flips the direction" in result.explanation) == (start == "2021" and end == "2016")


@pytest.mark.parametrize(
    "start, end, phrase, low, high",
    [
        ("2020", "2024", "5年", 3, 5),
        ("2020-03", "2020-04", "5年", 0, Fraction(2, 12)),
        ("2020-12", "2021-01", "5年", 0, Fraction(2, 12)),
        ("2020", "2020-12", "5个月", -1, 12),
        ("2021-01-31", "2021-02-01", "5年", 0, Fraction(1, 12 * 31) + Fraction(1, 12 * 28)),
        ("2020-02-29", "2020-02-29", "5个月", Fraction(-1, 29), Fraction(1, 29)),
        ("0000-02-29", "0000-03", "5个月", 0, 1 + Fraction(1, 29)),
    ],
)
def test_the_time_between_dates_is_as_wide_as_they_leave_it(start, end, phrase, low, high):
    assert relations.duration(start, end, read(phrase)).computed == Interval(low, high)


@given(st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_the_time_between_dates_however_they_are_cut_is_never_accused(a, b, cut_a, cut_b):
    start, end = sorted((a, b))
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    for months_told, unit in ((12, "年"), (1, "个月")):
        told = figure(floor(Fraction(months, months_told) + Fraction(1, 2)), unit=unit)
        result = relations.duration(str(start)[:cut_a], str(end)[:cut_b], told)
        assert result.verdict in (CONSISTENT, CONDITIONAL)


# Whatever is printed


@st.composite
def anything(draw):
    """A figure of any shape that the API allows, sensible or not."""
    ends = st.none() | st.fractions(-10, 10, max_denominator=10)
    low, high, shut = draw(ends), draw(ends), draw(st.tuples(*[st.booleans()] * 2))
    if low is not None and high is not None:
        low, high = sorted((low, high))
        shut = (True, True) if low == high else shut
    interval = draw(st.none() | st.just(Interval(low, high, *shut)))
    value = draw(st.none() | st.just("2020/2021") | st.fractions(-10, 10, max_denominator=10))
    unit = draw(st.sampled_from(["家", "倍", "%", "年", "个月"]))
    qualifier = draw(st.sampled_from(["exact", "rounded", "over", "under", "about"]))
    return Reading("某", "quantity", value, interval, unit, qualifier)


@settings(max_examples=60)
@given(anything(), anything(), anything(), st.text(max_size=10) | st.dates().map(str))
def test_no_figure_breaks_a_relation(a, b, c, date):
    a, b = replace(a, unit="家"), replace(b, unit="家")
    for result in (
        relations.growth(a, b, c),
        relations.growth(a, b, c, falling=True),
        relations.share(a, b, c),
        relations.parts(a, b),
        relations.average(a, b, replace(c, unit="家")),
        relations.order(a, b),
        relations.same(a, b),
        relations.duration(date, "2020-07", c),
    ):
        assert result.explanation[0].isupper() and result.explanation.endswith(".")
        if result.verdict == NOT_TESTABLE:
            assert result.strength is None and result.computed is None
        else:
            assert 0 <= result.strength <= 1
            assert meets(result) == (result.verdict != INCONSISTENT)


# Strength


@given(st.integers(1, 300), st.integers(1, 300), places, st.sampled_from([1, 5, 20]), st.booleans())
def test_strength_is_the_share_of_plausible_figures_that_fail(a, b, place, steps, growing):
    base, end, step = figure(a), counted(b, place), Fraction(1, steps)
    test = relations.growth if growing else relations.average
    result = test(base, end, figure(1, step, "倍" if growing else "家"))
    assume(result.verdict != CONDITIONAL and result.computed.bounded)
    middle = result.computed.middle
    low, high = sorted((middle / 2, middle * 2))
    others = [step * k for k in range(ceil(low / step), floor(high / step) + 1)]
    assume(middle and len(others) < 60)
    failed = sum(
        test(base, end, figure(other, step, "倍" if growing else "家")).verdict != CONSISTENT
        for other in others
    )
    assert result.strength == (Fraction(failed, len(others)) if others else 0)


@pytest.mark.parametrize(
    "end, told, tried", [(26, "1.88", 2), (22, "1.45", 3), (22, "2.44", 4), (26, "2.89", 4)]
)
def test_a_condition_costs_strength(end, told, tried):
    """What would pass under any reading tried so far no longer counts as failing."""
    step = Fraction(1, 100)

    def test(value):
        result = relations.growth(figure(9), figure(end), figure(value, step, "倍"))
        if result.verdict != CONDITIONAL:
            return result, 1 if result.verdict == CONSISTENT else 5
        conditions = ["truncation", "rounding up", "to, not by"]
        return result, 2 + [c in result.explanation for c in conditions].index(True)

    result, reading = test(told)
    middle = Fraction(end, 9) - 1
    ks = range(ceil(middle / 2 / step), floor(middle * 2 / step) + 1)
    others = [test(k * step)[1] for k in ks]
    assert result.verdict == CONDITIONAL and reading == tried
    assert result.strength == Fraction(sum(other > tried for other in others), len(others))


def test_strength_counts_without_enumerating():
    fine = Fraction(1, 10**40)
    result = relations.growth(figure(9), figure(74), figure(7, fine, "倍"))
    assert 1 - Fraction(1, 10**39) < result.strength < 1
    assert relations.order(read("9家"), read("74家")).strength == Fraction(74, 112)
    assert relations.order(read("120家"), read("74家")).strength == Fraction(74, 112)
    assert relations.same(read("100家"), read("100家")).strength == Fraction(150, 151)
    # No growth leaves no plausible range, and proves nothing.
    assert relations.growth(figure(9), figure(9), figure(0, fine, "倍")).strength == 0


@pytest.mark.parametrize(
    "smaller, larger, strength",
    [
        ("超300家", "500家", Fraction(6, 8)),  # of 300 to 1,000, by hundreds
        ("超320家", "500家", Fraction(51, 76)),  # of 250 to 1,000, by tens
        ("超1.5%", "2.0%", Fraction(20, 31)),  # of 1.0 to 4.0, by tenths
    ],
)
def test_a_floor_is_as_fine_as_its_last_digit_that_is_no_zero(smaller, larger, strength):
    assert relations.order(read(smaller), read(larger)).strength == strength


def test_an_approximate_figure_may_have_been_cut_off():
    assert relations.same(read("约300家"), read("399家")).verdict == CONDITIONAL


# Widening and narrowing


@given(
    *[st.tuples(st.integers(0, 60), st.sampled_from([1, 2, 5]))] * 3,
    st.tuples(*[st.integers(1, 4)] * 3),
)
def test_widening_an_input_never_turns_agreement_into_contradiction(a, b, c, widths):
    narrow = [figure(*numbers) for numbers in (a, b, c)]
    wide = [figure(*n, width=w) for n, w in zip((a, b, c), widths, strict=True)]
    percent = [replace(last, unit="%") for last in (narrow[2], wide[2])]
    for test, before, after in (
        (relations.growth, [*narrow[:2], percent[0]], [*wide[:2], percent[1]]),
        (relations.share, [*narrow[:2], percent[0]], [*wide[:2], percent[1]]),
        (relations.average, narrow, wide),
        (relations.parts, narrow, wide),
        (relations.order, narrow[:2], wide[:2]),
        (relations.same, narrow[:2], wide[:2]),
    ):
        if test(*before).verdict == CONSISTENT:
            assert test(*after).verdict == CONSISTENT


def grid(interval, steps=8):
    low, high = max(interval.low, Fraction(0)), interval.high
    numbers = [low + (high - low) * Fraction(k, steps) for k in range(steps + 1)]
    return [number for number in numbers if number in interval]


def hulls(base, end, growth):
    """Base, end and multiple of the base, before narrowing, from 0 up."""
    quantity = Interval(0, None)
    times = growth.interval / (100 if growth.unit == "%" else 1) + 1
    return base.interval.intersect(quantity), end.interval.intersect(quantity), times


@given(
    st.tuples(st.integers(1, 40), st.sampled_from([0, 1, 3])),
    st.tuples(st.integers(0, 90), st.sampled_from([0, 1, 3])),
    st.sampled_from([1, Fraction(1, 10)]),
    multiples,
    st.booleans(),
)
def test_narrowed_is_the_exact_hull_of_what_survives(base, end, place, multiple, many):
    (unit, whole), (a, _), (b, _) = multiple, base, end
    base, end = figure(*base), figure(*end)
    if many:
        base = replace(base, interval=Interval(a, a + 1, False, False), qualifier="over")
    growth = printed((Fraction(b, a) - 1) * whole, place, unit)
    if relations.growth(base, end, growth).verdict != CONSISTENT:
        with pytest.raises(ValueError, match="consistent"):
            relations.narrowed(base, end, growth)
        return
    first, last, told = relations.narrowed(base, end, growth)
    before = hulls(base, end, growth)
    times = told / whole + 1

    # Enclosure: no combination on a grid survives outside.
    for x, y in product(grid(before[0]), grid(before[1])):
        if x and y / x in before[2]:
            assert x in first and y in last and y / x in times
    for x, z in product(grid(before[0]), grid(before[2])):
        if x and x * z in before[1]:
            assert x in first and x * z in last and z in times

    # Tightness: an end survives, with some partners, exactly where it is closed, and what
    # lies just inside an open one survives too.
    def survives_first(x):
        return x > 0 and x in before[0] and (before[2] * x).intersect(before[1]) is not None

    def survives_last(y):
        return y in before[1] and any(
            bound.intersect(before[2]) is not None
            for bound in [_quotient(y, before[0])]
            if bound is not None
        )

    def survives_times(z):
        positive = before[0].intersect(Interval(0, None, False))
        return z >= 0 and z in before[2] and (positive * z).intersect(before[1]) is not None

    for narrow, survives in (
        (first, survives_first),
        (last, survives_last),
        (times, survives_times),
    ):
        assert survives(narrow.low) == narrow.low_closed
        assert survives(narrow.high) == narrow.high_closed
        for share in (Fraction(1, 10**9), 1 - Fraction(1, 10**9)):
            assert survives(narrow.low + narrow.width * share)

    # A fixpoint: what is narrowed already narrows no further.
    again = [
        replace(figure, interval=interval, qualifier="narrowed")
        for figure, interval in zip((base, end, growth), (first, last, told), strict=True)
    ]
    if not told.exact:
        assert relations.narrowed(*again) == (first, last, told)


def _quotient(number, positive):
    """number / x for the x above 0 of an interval."""
    positive = positive.intersect(Interval(0, None, False))
    if positive is None:
        return None
    if number == 0:
        return Interval.point(0)
    high = number / positive.low if positive.low else None
    return Interval(number / positive.high, high, positive.high_closed, positive.low_closed)


def test_narrowed_headlines():
    first, last, growth = relations.narrowed(*map(read, HEADLINES["grants"]))
    assert (first.low, first.high) == (Fraction(22550 * 1000, 3335), 6800)
    assert first.integers()[0] == 6762
    assert last == read("2.26万件").interval
    assert growth == read("增长2.33倍").interval
    with pytest.raises(ValueError, match="inconsistent: The ends allow"):
        relations.narrowed(*map(read, ("9家", "74家", "增长7.30倍")))
    with pytest.raises(ValueError, match="not testable: Not testable: a common unit"):
        relations.narrowed(*map(read, ("9家", "74件", "增长7.22倍")))


def test_an_end_that_can_be_nothing_still_narrows_a_base_that_did_not_fall_to_nothing():
    first, _, _ = relations.narrowed(figure(10, 10), figure(1, 4), figure(-70, 2, "%"))
    assert first == Interval(5, Fraction(300, 29))


def test_growth_to_a_multiple_is_held_against_the_ratio():
    doubled = relations.growth(read("50件"), read("100件"), read("翻一番"))
    assert doubled.verdict == relations.CONSISTENT
    missed = relations.growth(read("50件"), read("200件"), read("翻一番"))
    assert missed.verdict == relations.INCONSISTENT
    base, end, _ = relations.narrowed(read("1.0万件"), read("3.00万件"), read("增长到3.1倍"))
    assert base == Interval(Fraction(29950 * 20, 63), Fraction(30050 * 20, 61))
    assert end == read("3.00万件").interval


def test_what_a_result_leaves_until_it_is_asked_goes_with_it():
    """The words of a result are made once asked for, and a copy or another process has them too."""
    said = [read(phrase) for phrase in ("200家", "300家", "增长60%")]
    results = [relations.growth(*said), relations.growth(*said).of(())]
    assert all("message" not in result.__dict__ for result in results)
    twin = pickle.loads(pickle.dumps(results[1]))
    assert twin == results[0] == results[1]
    assert "message" in twin.__dict__ and twin.message.right == ("增长50%",)
    with pytest.raises(AttributeError, match="nothing"):
        _ = twin.nothing
