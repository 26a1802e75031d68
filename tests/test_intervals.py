"""Interval arithmetic against enumeration."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportbook.intervals import Interval

SAMPLES = [
    Interval(Fraction(1, 2), 3),
    Interval(1, 2, False, False),
    Interval(2, 5, True, False),
    Interval.point(4),
    Interval(Fraction(1, 3), Fraction(7, 3), False, True),
]


PAIRS = list(product(SAMPLES, repeat=2))


def inside(interval, steps=6):
    """Numbers of a bounded interval, its ends among them where they belong."""
    grid = [interval.low + interval.width * Fraction(k, steps) for k in range(steps + 1)]
    return [number for number in grid if number in interval]


@pytest.mark.parametrize("a, b", PAIRS)
def test_arithmetic_holds_every_result_and_its_ends_are_reached_only_where_closed(a, b):
    for operation in (
        lambda x, y: x + y,
        lambda x, y: x - y,
        lambda x, y: x * y,
        lambda x, y: x / y,
    ):
        result = operation(a, b)
        values = [operation(x, y) for x, y in product(inside(a), inside(b))]
        assert all(value in result for value in values)
        assert (result.low in values) == result.low_closed
        assert (result.high in values) == result.high_closed


@pytest.mark.parametrize("a, b", PAIRS)
def test_intersection_holds_what_both_hold(a, b):
    both = a.intersect(b)
    for number in [*inside(a), *inside(b)]:
        assert (both is not None and number in both) == (number in a and number in b)


def test_intersection_of_touching_intervals_needs_both_ends_closed():
    assert Interval(1, 2).intersect(Interval(2, 3)) == Interval.point(2)
    assert Interval(1, 2, True, False).intersect(Interval(2, 3)) is None
    assert Interval(1, None).intersect(Interval(None, 0)) is None
    assert Interval(1, None, False).intersect(Interval(1, None)) == Interval(1, None, False)


def test_integers_respect_open_ends():
    assert list(Interval(6700, 6703, False, False).integers()) == [6701, 6702]
    assert list(Interval(Fraction(1, 2), Fraction(5, 2)).integers()) == [1, 2]


@pytest.mark.parametrize("degree", [1, 2, 4, 5, 9])
@pytest.mark.parametrize("low, high", [(0, 2), (Fraction(17, 7), 10**40), (3, 3)])
def test_roots_enclose_exactly(degree, low, high):
    root = Interval(low, high).root(degree)
    assert root.low**degree <= low and high <= root.high**degree
    assert root.low**degree > low - Fraction(1, 10**6) * (1 + low)


def test_powers_multiply():
    assert Interval(2, 3) ** 3 == Interval(8, 27)
    assert Interval(2, 3) ** 0 == Interval.point(1)


def test_unbounded_ends_are_carried():
    floor = Interval(300, None, False)
    assert floor + 1 == Interval(301, None, False)
    assert Interval.point(6) / floor == Interval(0, Fraction(1, 50), False, False)
    assert (floor * -2).high == -600 and (floor * -2).low is None
    assert floor * 0 == Interval.point(0)
    assert Interval(0, 1) * Interval(1, 2, False) == Interval(0, 2)


@pytest.mark.parametrize(
    "nonsense",
    [
        lambda: Interval(2, 1),
        lambda: Interval(1, 1, True, False),
        lambda: Interval(1, 2) / Interval(0, 1),
        lambda: Interval(-1, 2) * Interval(1, 2),
        lambda: Interval(1, None).middle,
        lambda: Interval(1, None).integers(),
        lambda: Interval(-1, 2).root(2),
    ],
)
def test_what_has_no_meaning_is_refused(nonsense):
    with pytest.raises(ValueError):
        nonsense()


ENDS = st.integers(-6, 6).map(lambda number: Fraction(number, 2))


@st.composite
def bounded(draw, ends=ENDS):
    """Intervals with ends in halves, open or closed."""
    low, high = sorted((draw(ends), draw(ends)))
    if low == high:
        return Interval.point(low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


POSITIVE = bounded(ENDS.map(abs))


def points(interval, steps=8):
    """Numbers that an interval holds, near its open ends too."""
    tiny = interval.width / 10**6
    near = [interval.low, interval.low + tiny, interval.high - tiny, interval.high]
    return [number for number in near + inside(interval, steps) if number in interval]


def assert_hull(result, values, reach):
    """Whether an interval holds the values, its ends reached exactly where they are closed."""
    assert all(value in result for value in values)
    for end, closed in ((result.low, result.low_closed), (result.high, result.high_closed)):
        assert (end in values) == closed
        assert any(abs(value - end) <= reach for value in values)


@given(bounded(), bounded())
def test_sums_and_differences_are_the_hull_of_what_can_be(a, b):
    reach = (a.width + b.width) / 10**6
    pairs = list(product(points(a), points(b)))
    assert_hull(a + b, {x + y for x, y in pairs}, reach)
    assert_hull(a - b, {x - y for x, y in pairs}, reach)


@given(POSITIVE, POSITIVE)
def test_products_and_quotients_are_the_hull_of_what_can_be(a, b):
    pairs = list(product(points(a), points(b)))
    assert_hull(a * b, {x * y for x, y in pairs}, Fraction(1, 1000))
    if b.low > 0:
        assert_hull(a / b, {x / y for x, y in pairs}, Fraction(1, 1000))


@given(bounded(), ENDS)
def test_a_number_scales_and_shifts_as_its_point_does(a, number):
    point = Interval.point(number)
    assert (a + number, a - number, number - a) == (a + point, a - point, point - a)
    assert a * number == a * point
    if number > 0:
        assert a / number == a * Interval.point(1 / number)


@given(bounded(), bounded())
def test_an_intersection_is_what_both_hold(a, b):
    both = a.intersect(b)
    assert both == b.intersect(a)
    for number in [*points(a), *points(b), (max(a.low, b.low) + min(a.high, b.high)) / 2]:
        assert (both is not None and number in both) == (number in a and number in b)


@given(bounded())
def test_integers_are_those_that_it_holds(interval):
    assert list(interval.integers()) == [n for n in range(-4, 5) if n in interval]
