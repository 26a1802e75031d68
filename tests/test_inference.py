"""The years between, against every path of whole numbers."""

from itertools import product

import pytest

from reportbook.inference import years_between
from reportbook.intervals import Interval


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
