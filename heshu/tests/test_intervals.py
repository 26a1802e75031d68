"""Interval arithmetic against enumeration."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heshu.intervals import Interval

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


def test_an_end_that_is_missing_is_open():
    assert Interval(None, None) == Interval(None, None, False, False)
    assert all(number in Interval(None, None) for number in (-(10**9), 0, 10**9))


def test_ends_are_fractions_whatever_they_were_given_as():
    whole = Interval(1, 2)
    assert [type(end) for end in (whole.low, whole.high)] == [Fraction, Fraction]


@pytest.mark.parametrize(
    "interval, text",
    [
        (Interval(Fraction(1, 2), 3), "[1/2, 3]"),
        (Interval(1, 2, False, False), "(1, 2)"),
        (Interval(None, 2, True, False), "(-∞, 2)"),
        (Interval(-2, None), "[-2, ∞)"),
    ],
)
def test_an_interval_is_written_with_its_brackets(interval, text):
    assert str(interval) == text


@pytest.mark.parametrize(
    "nonsense, message",
    [
        (lambda: Interval(2, 1), "empty interval: [2, 1]"),
        (lambda: Interval(1, 1, True, False), "empty interval: [1, 1)"),
        (lambda: Interval(1, 1, False, True), "empty interval: (1, 1]"),
        (
            lambda: Interval(1, 2) / Interval(0, 1),
            "a divisor must lie above 0, not in [0, 1]",
        ),
        (
            lambda: Interval(1, 2) / Interval(None, 1),
            "a divisor must lie above 0, not in (-∞, 1]",
        ),
        (lambda: Interval(1, 2) / 0, "a divisor must lie above 0, not in [0, 0]"),
        (
            lambda: Interval(-1, 2) * Interval(1, 2),
            "a product of intervals needs factors from 0 up, not [-1, 2]",
        ),
        (
            lambda: Interval(1, 2) * Interval(None, 2),
            "a product of intervals needs factors from 0 up, not (-∞, 2]",
        ),
        (lambda: Interval(1, None).middle, "the interval [1, ∞) has no finite ends"),
        (lambda: Interval(None, 1).width, "the interval (-∞, 1] has no finite ends"),
        (lambda: Interval(1, None).integers(), "the interval [1, ∞) has no finite ends"),
        (lambda: Interval(-1, 2).root(2), "roots are taken of numbers from 0 up, not of [-1, 2]"),
    ],
)
def test_what_has_no_meaning_is_refused(nonsense, message):
    with pytest.raises(ValueError) as caught:
        nonsense()
    assert str(caught.value) == message


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
    if a.low > 0:
        assert number / a == point / a


@given(bounded(), bounded())
def test_an_intersection_is_what_both_hold(a, b):
    both = a.intersect(b)
    assert both == b.intersect(a)
    for number in [*points(a), *points(b), (max(a.low, b.low) + min(a.high, b.high)) / 2]:
        assert (both is not None and number in both) == (number in a and number in b)


@given(bounded())
def test_integers_are_those_that_it_holds(interval):
    assert list(interval.integers()) == [n for n in range(-4, 5) if n in interval]


FAR = 10**6


@st.composite
def unbounded(draw, ends=ENDS):
    """Intervals of which either end may be missing."""
    interval = draw(bounded(ends))
    low = draw(st.sampled_from([interval.low, None]))
    high = draw(st.sampled_from([interval.high, None]))
    return Interval(low, high, interval.low_closed, interval.high_closed)


def cut(interval):
    """The interval, with ends far out in place of missing ones."""
    low = -FAR if interval.low is None else interval.low
    high = FAR if interval.high is None else interval.high
    return Interval(low, high, interval.low_closed, interval.high_closed)


def uncut(interval):
    """Those ends taken away again, wherever arithmetic has moved them."""
    if interval is None:
        return None
    low, high = (None if abs(end) > FAR / 100 else end for end in (interval.low, interval.high))
    return Interval(low, high, interval.low_closed, interval.high_closed)


@given(unbounded(), unbounded(), ENDS)
def test_a_missing_end_counts_as_one_far_out(a, b, number):
    far_a, far_b = cut(a), cut(b)
    assert a + b == uncut(far_a + far_b)
    assert a - b == uncut(far_a - far_b)
    assert a + number == uncut(far_a + number)
    assert number - a == uncut(number - far_a)
    assert a * number == uncut(far_a * number)
    assert -a == uncut(-far_a)
    assert a.intersect(b) == uncut(far_a.intersect(far_b))
    assert (number in a) == (number in far_a)
    assert a.bounded == (a == far_a)


FROM_ZERO = unbounded(ENDS.map(abs)).filter(lambda interval: interval.low is not None)


@given(FROM_ZERO, FROM_ZERO)
def test_a_missing_end_of_a_factor_counts_as_one_far_out(a, b):
    assert a * b == uncut(cut(a) * cut(b))


@given(unbounded(), st.integers(0, 4))
def test_powers_are_repeated_products(interval, exponent):
    positive = interval.intersect(Interval(0, None))
    if positive is not None and exponent:
        assert positive**exponent == positive ** (exponent - 1) * positive


@given(st.integers(0, 10**9), st.integers(1, 6))
def test_a_root_is_found_to_the_twelfth_decimal(number, degree):
    """Enclosed, and by no more than the decimals that it is rounded to."""
    root = Interval.point(number).root(degree)
    assert root.low**degree <= number < root.high**degree
    assert root.width == Fraction(1, 10**12)


def test_one_number_is_told_from_more():
    assert Interval(2, 2).exact and not Interval(2, 3).exact
    assert not Interval(None, None).exact and not Interval(None, 2).exact
    assert Interval(1, 4).width == 3 and Interval(1, 4).middle == Fraction(5, 2)


def test_intervals_that_share_no_number_do_not_meet():
    assert Interval(1, 3).meet(Interval(2, 4)) == Interval(2, 3)
    with pytest.raises(ValueError) as caught:
        Interval(1, 2).meet(Interval(2, 3, False))
    assert str(caught.value) == "[1, 2] and (2, 3] share no number"
