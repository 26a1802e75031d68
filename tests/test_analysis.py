"""The computations behind headlines, held by enumeration and by floats where code uses roots."""

from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heshu.intervals import Interval
from heshu.traced import traced
from reportbook.analysis import (
    by_year,
    constant_growth,
    even_growth,
    growth_from_middle,
    half_of_growth,
    in_million,
    lowest,
    parts,
    possible_years,
    whole,
    years_with_floor,
)
from reportbook.data import claims, context

ENDS = st.tuples(st.integers(1, 400), st.integers(0, 60)).map(
    lambda pair: Interval(pair[0], sum(pair))
)


def half_by_floats(first, last, steps, year, half):
    """Half-years by half-years: the amount of each from the first one on."""
    factor = (last / first) ** (1 / (2 * steps))
    opening = first / (1 + factor)
    return opening * factor ** (2 * year + half - 1)


@given(ENDS, ENDS, st.integers(1, 6), st.integers(0, 3))
def test_constant_growth_is_the_range_of_all_single_paths(first, last, steps, beyond):
    years = constant_growth(first, last, steps, beyond)
    assert len(years) == steps + beyond + 1
    for k, year in enumerate(years):
        singles = [
            float(f) * (float(e) / float(f)) ** (k / steps)
            for f, e in product(first.ends, last.ends)
        ]
        assert float(year.low) == pytest.approx(min(singles))
        assert float(year.high) == pytest.approx(max(singles))


@settings(max_examples=40)
@given(ENDS, ENDS, st.integers(1, 6), st.data())
def test_a_half_year_is_the_range_over_ends_and_what_lies_between(first, last, steps, data):
    year, half = data.draw(st.integers(0, steps + 2)), data.draw(st.sampled_from([1, 2]))
    bounds = half_of_growth(first, last, steps, year, half)
    shares = [Fraction(k, 4) for k in range(5)]
    singles = [
        half_by_floats(
            float(first.low + first.width * a), float(last.low + last.width * b), steps, year, half
        )
        for a, b in product(shares, shares)
    ]
    assert float(bounds.low) == pytest.approx(min(singles))
    assert float(bounds.high) == pytest.approx(max(singles))


@given(st.integers(1, 900), st.integers(1, 900), st.integers(1, 5), st.integers(0, 7))
def test_both_halves_make_the_year(first, last, steps, year):
    ends = Interval.point(first), Interval.point(last)
    halves = [half_of_growth(*ends, steps, year, half) for half in (1, 2)]
    whole_year = constant_growth(*ends, steps, max(0, year - steps))[year]
    assert float(sum(halves, Interval.point(0)).middle) == pytest.approx(float(whole_year.middle))


def test_growth_needs_a_step_and_a_year_has_two_halves():
    ends = Interval.point(1), Interval.point(2)
    with pytest.raises(ValueError, match="one step at least, not 0"):
        constant_growth(*ends, 0)
    with pytest.raises(ValueError, match="no 3"):
        half_of_growth(*ends, 1, 0, 3)


def rising(first, last, total, years):
    """All rising paths of whole amounts whose years between add up to a total."""
    amounts = range(first, last + 1)
    return [path for path in combinations_with_replacement(amounts, years) if sum(path) == total]


@pytest.mark.parametrize(("first", "last", "years"), [(1, 9, 3), (2, 8, 4), (0, 12, 2)])
def test_years_with_a_floor_are_the_hull_of_all_paths(first, last, years):
    """Amounts in small parts, so that extreme paths lie at most one part from those tried."""
    scale = 6 if years == 3 else 2 if years == 2 else 3
    tried = 0
    for total in range(first * years, last * years + 1, 2):
        paths = rising(first * scale, last * scale, total * scale, years)
        for known, least in product(range(1, years + 1), range(first, last + 1, 2)):
            kept = [path for path in paths if path[known - 1] >= least * scale]
            points = [Interval.point(amount) for amount in (first, last, total)]
            call = {"known": known, "least": Interval.point(least)}
            if not kept:
                with pytest.raises(ValueError, match="no rising path"):
                    years_with_floor(*points, years, **call)
                continue
            bounds = years_with_floor(*points, years, **call)
            for year, bound in enumerate(bounds):
                amounts = [Fraction(path[year], scale) for path in kept]
                assert bound.low <= min(amounts) < bound.low + Fraction(1, scale)
                assert bound.high >= max(amounts) > bound.high - Fraction(1, scale)
            tried += 1
    assert tried > 50


def test_a_floor_below_what_is_known_anyway_changes_nothing_and_a_year_must_be_there():
    points = [Interval.point(amount) for amount in (1, 9, 15)]
    bounds = years_with_floor(*points, 3, known=3, least=Interval.point(1))
    assert [bound.ends for bound in bounds] == [(1, 5), (3, 7), (5, 9)]
    with pytest.raises(ValueError, match="none is number 4"):
        years_with_floor(*points, 3, known=4, least=Interval.point(1))


def rising_within(first, last, total, reading):
    """All rising paths of whole amounts from the first year to the last, and what each covers."""
    between = {"before": 4, "among": 3, "july": 4}[reading]
    for years in combinations_with_replacement(range(first, last + 1), between):
        covered = {
            "before": sum(years) + last,
            "among": first + sum(years) + last,
            # The halves of the first of them and of the year after the last take what is left
            "july": sum(years[1:]) + last,
        }[reading]
        if covered == total or (reading == "july" and covered <= total):
            yield [first, *years, last]


@pytest.mark.parametrize("reading", ["before", "among", "july"])
@pytest.mark.parametrize(("total", "least"), [(24, 5), (26, 6), (22, 4)])
def test_possible_years_are_the_hull_of_all_paths_of_each_reading(reading, total, least):
    """Amounts in thirds, so that extreme paths lie at most one third from those tried."""
    points = [Interval.point(amount) for amount in (2, 9, total, least)]
    found = possible_years(*points)[reading]
    every = list(rising_within(2 * 3, 9 * 3, total * 3, reading))
    floored = [path for path in every if path[-2] >= least * 3]
    assert len(every) > len(floored) > 5, "both are tested"
    for bounds, paths in zip(found, (every, floored), strict=True):
        assert len(bounds) == len(paths[0])
        for year, bound in enumerate(bounds):
            amounts = [Fraction(path[year], 3) for path in paths]
            assert bound.low <= min(amounts) < bound.low + Fraction(1, 3), year
            assert bound.high >= max(amounts) > bound.high - Fraction(1, 3), year


def test_whole_numbers_of_a_count_keep_their_origin():
    firms = whole(claims.load().at["pledge-firms", "interval"])
    assert firms.ends == (401, 499)
    assert firms.low.rests_on == firms.high.rests_on == {"pledge-firms"}
    assert firms.low.unit == "家"
    early = whole(context.load().at["pledge-firms-three-years", "interval"])
    assert early.high == 99
    with pytest.raises(ValueError, match="holds no whole number"):
        whole(traced(Interval(Fraction(1, 4), Fraction(3, 4)), ["x"]))


@settings(max_examples=40)
@given(ENDS, ENDS, st.integers(1, 5), st.data())
def test_a_sum_from_the_middle_of_a_year_is_the_range_of_single_sums(first, last, steps, data):
    year = data.draw(st.integers(0, steps - 1))
    summed = growth_from_middle(first, last, steps, year)
    singles = [
        sum(
            half_by_floats(float(f), float(e), steps, k, half)
            for k in range(year, steps + 1)
            for half in (1, 2)
            if (k, half) != (year, 1)
        )
        for f, e in product(first.ends, last.ends)
    ]
    assert float(summed.low) == pytest.approx(min(singles))
    assert float(summed.high) == pytest.approx(max(singles))
    with pytest.raises(ValueError, match="doesn't lie"):
        growth_from_middle(first, last, steps, steps)


def test_amounts_by_year_are_floats_in_million_yuan():
    table = by_year("a", [2015, 2016], [Interval(10**6, 3 * 10**6), Interval.point(5 * 10**6)])
    assert table.to_dict("list") == {
        "name": ["a", "a"],
        "year": [2015, 2016],
        "low": [1.0, 5.0],
        "value": [2.0, 5.0],
        "high": [3.0, 5.0],
    }
    with pytest.raises(ValueError, match="shorter"):
        by_year("a", [2015, 2016], [Interval.point(1)])


def test_even_growth_of_the_pledges_by_floats():
    """The chapter on finance, 148 to 2,613 of 6,898 million yuan, reckoned on paper."""
    ends = Interval.point(148), Interval.point(2613)
    for steps, sum_of_five, rest in ((5, 5643, 1368), (4, 4961, 1998)):
        years = constant_growth(*ends, steps)
        assert round(float(sum(years[-5:], Interval.point(0)).middle)) == sum_of_five
        to_2020 = growth_from_middle(*ends, steps, steps - 4)
        assert round(float(6898 - to_2020.middle)) == rest


@settings(max_examples=25)
@given(ENDS, ENDS, st.integers(2400, 9000))
def test_what_even_growth_leaves_is_the_range_over_single_ends(first, last, total):
    left = even_growth(first, last, Interval.point(total))
    for name, steps in (("before", 5), ("among", 4)):
        singles = {column: [] for column in left}
        for f, e in product(map(float, first.ends), map(float, last.ends)):
            halves = [half_by_floats(f, e, steps, k, h) for k in range(steps + 2) for h in (1, 2)]
            whole_years = [a + b for a, b in zip(halves[::2], halves[1::2], strict=True)]
            rest = total - sum(halves[2 * (steps - 4) + 1 : 2 * steps + 2])
            singles["short"].append(total - sum(whole_years[steps - 4 : steps + 1]))
            singles["rest"].append(rest)
            singles["pace"].append(rest / (e / 2))
            singles["unslowed"].append(halves[2 * steps + 2])
            singles["last_but_one"].append(whole_years[steps - 1])
        for column in ("short", "rest", "pace", "unslowed", "last_but_one"):
            bounds = left.at[name, column]
            assert float(bounds.low) == pytest.approx(min(singles[column]))
            assert float(bounds.high) == pytest.approx(max(singles[column]))


def test_a_total_that_even_growth_may_exceed_is_refused():
    ends = Interval.point(100), Interval.point(200)
    with pytest.raises(ValueError, match="more than"):
        even_growth(*ends, Interval.point(300))


def test_even_growth_of_the_pledges_is_not_excluded_from_july_2016_to_june_2021():
    """The correction that the chapter on finance carries."""
    article = claims.load()["interval"]
    left = even_growth(*article[["pledge-base", "pledge-end", "pledge-total"]])
    shown = {
        name: [round(float(left.at[row, name].middle) / scale) for row in ("before", "among")]
        for name, scale in (("short", 10**6), ("rest", 10**6), ("pace", 0.01))
    }
    assert shown == {"short": [1255, 1937], "rest": [1368, 1998], "pace": [105, 153]}


BOTH = {"one": (2, 3), "other": (1, 5)}


def test_the_lowest_interval_rests_on_all_that_it_was_chosen_from():
    one, other = (traced(Interval(*ends), [name]) for name, ends in BOTH.items())
    for chosen in (lowest([one, other]), lowest([other, one])):
        assert chosen == other
        assert [end.rests_on for end in chosen.ends] == [frozenset(BOTH)] * 2
        assert [end.how for end in chosen.ends] == ["other"] * 2
    assert lowest([Interval(2, 3, False)]) == Interval(2, 3, False)
    with pytest.raises(ValueError, match="no finite ends"):
        lowest([one, Interval(0, None)])
    with pytest.raises(ValueError):
        lowest([])


def test_rows_for_charts_hold_middles_and_their_words():
    amounts = {"a": Interval(10**6, 2 * 10**6), "b": Interval.point(30 * 10**6)}
    assert in_million(amounts).to_dict("list") == {
        "name": ["a", "b"],
        "value": [1.5, 30.0],
        "text": ["1.5", "30.0"],
    }
    rows = parts("Money", amounts, "million", 10**6)
    assert rows["value"].tolist() == [1.5, 30.0]
    assert rows["text"].tolist() == ["2", "30"]
    assert set(rows["whole"]) == {31.5}
    assert set(rows["sum"]) == {"= 32 million"}
    assert set(rows["name"]) == {"Money"}
    assert rows["part"].tolist() == ["a", "b"]
