"""The years between, against every path of whole numbers."""

from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heshu.inference import years_between
from heshu.intervals import Interval


@pytest.mark.parametrize(
    "first, last, total, years", [(2, 9, 12, 3), (2, 9, 20, 4), (1, 5, 5, 1), (3, 7, 9, 3)]
)
def test_bounds_are_those_of_all_rising_paths(first, last, total, years):
    paths = [
        path
        for path in product(range(first, last + 1), repeat=years)
        if list(path) == sorted(path) and sum(path) == total
    ]
    bounds = years_between(
        Interval.point(first), Interval.point(last), Interval.point(total), years
    )
    for year, bound in enumerate(bounds):
        reached = {path[year] for path in paths}
        assert all(value in bound for value in reached)
        # Whole paths reach the whole numbers inside the bounds of all paths
        assert set(bound.integers()) == reached


def test_rounding_widens_every_bound():
    exact = years_between(Interval.point(2), Interval.point(9), Interval.point(20), 4)
    rounded = years_between(Interval(1, 3), Interval(8, 10), Interval(19, 21), 4)
    assert all(r.low <= e.low and e.high <= r.high for r, e in zip(rounded, exact, strict=True))


@pytest.mark.parametrize("total, years", [(100, 3), (1, 3), (5, 0)])
def test_impossible_paths_are_refused(total, years):
    with pytest.raises(ValueError, match="no"):
        years_between(Interval.point(2), Interval.point(9), Interval.point(total), years)


HALVES = st.integers(0, 4).map(lambda number: Fraction(number, 2))
STEP = Fraction(1, 12)
GRID = [STEP * k for k in range(25)]


@st.composite
def intervals(draw, ends=HALVES):
    """Intervals with ends in halves, open or closed."""
    low, high = sorted((draw(ends), draw(ends)))
    if low == high:
        return Interval.point(low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@settings(max_examples=60)
@given(intervals(), intervals(), intervals(st.integers(0, 6)), st.integers(1, 3))
def test_bounds_are_the_exact_hull_open_and_closed_ends_told_apart(first, last, total, years):
    """Every path on a grid fine enough to hold the extreme ones, whose ends are twelfths."""
    paths = [
        path
        for path in combinations_with_replacement(GRID, years)
        if _from(first, path[0]) and _up_to(last, path[-1]) and sum(path) in total
    ]
    try:
        bounds = years_between(first, last, total, years)
    except ValueError:
        assert not paths
        return
    for year, bound in enumerate(bounds):
        reached = {path[year] for path in paths}
        assert all(value in bound for value in reached)
        for end, closed in ((bound.low, bound.low_closed), (bound.high, bound.high_closed)):
            # An end that belongs is reached; one that doesn't is approached
            assert not closed or end not in GRID or end in reached
            inner = bound.middle if bound.width < STEP else end
            if not closed and inner in GRID and len(reached) > 1:
                assert any(abs(value - end) <= 3 * STEP for value in reached)


def _from(interval, value):
    return value > interval.low or (value == interval.low and interval.low_closed)


def _up_to(interval, value):
    return value < interval.high or (value == interval.high and interval.high_closed)


def test_what_bounds_nothing_leaves_an_end_open():
    nothing = Interval(0, None)
    first, last = years_between(Interval.point(2), nothing, Interval.point(10), 2)
    assert (first, last) == (Interval(2, 5), Interval(5, 8))
    first, last = years_between(Interval.point(2), nothing, Interval(10, None, False), 2)
    assert (first, last) == (Interval(2, None), Interval(5, None, False))


@pytest.mark.parametrize(
    "first, last, total",
    [
        (Interval.point(2), Interval(1, 2, True, False), Interval.point(2)),
        (Interval(2, 3, False), Interval(5, 6), Interval.point(4)),
        (Interval(1, 2), Interval(3, 4, True, False), Interval(8, 9)),
    ],
)
def test_paths_that_only_an_open_end_rules_out_are_refused(first, last, total):
    with pytest.raises(ValueError, match="no rising path"):
        years_between(first, last, total, 2)
