"""Spans against intervals: every operation on whole numbers gives what exact fractions give."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heshu.intervals import Interval
from heshu.spans import Span

numbers = st.builds(Fraction, st.integers(-60, 60), st.sampled_from([1, 2, 3, 10, 1000]))


@st.composite
def intervals(draw, least=None):
    """Intervals of all sorts: bounded or not, open or closed, from a number up where asked."""
    ends = [draw(st.none() | numbers) for _ in range(2)]
    if least is not None:
        ends = [None if end is None else least + abs(end) for end in ends]
        ends[0] = Fraction(least) if ends[0] is None else ends[0]
    low, high = ends
    if low is not None and high is not None and low > high:
        low, high = high, low
    if low is not None and low == high:
        return Interval.point(low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@given(intervals())
def test_a_span_is_the_interval_that_it_is_made_of(interval):
    span = Span.of(interval)
    assert span.interval == interval
    assert span.bounded == interval.bounded
    assert span.closed == (interval.low_closed and interval.high_closed)
    assert span.or_below().interval == interval.or_below()


@given(intervals(), intervals())
def test_spans_meet_where_intervals_do(one, other):
    common = one.intersect(other)
    span = Span.of(one).intersect(Span.of(other))
    assert Span.of(one).meets(Span.of(other)) == (common is not None)
    assert (span and span.interval) == common


@given(intervals(), intervals(), st.integers(-50, 50))
def test_sums_and_differences(one, other, step):
    a, b = Span.of(one), Span.of(other)
    assert (a + b).interval == one + other
    assert (a - b).interval == one - other
    assert (-a).interval == -one
    assert (a + step).interval == (step + a).interval == one + step
    assert (step - a).interval == step - one
    assert (a * step).interval == one * step


@given(intervals(), st.integers(1, 100))
def test_a_whole_divisor(one, divisor):
    assert (Span.of(one) / divisor).interval == one / divisor


@given(intervals(least=0), intervals(least=0))
def test_products(one, other):
    assert (Span.of(one) * Span.of(other)).interval == one * other


@given(intervals(), numbers.filter(bool))
def test_a_product_with_a_single_number(one, factor):
    single = Span.point(factor)
    assert (Span.of(one) * single).interval == (single * Span.of(one)).interval == one * factor


@pytest.mark.parametrize("wrong", [Interval(-1, 2), Interval(None, 2)])
def test_factors_lie_from_0_up(wrong):
    with pytest.raises(ValueError, match="from 0 up"):
        Span.of(wrong) * Span(1, 2)


@given(intervals(least=0), intervals(least=Fraction(1, 1000)))
def test_quotients(one, divisor):
    assert Span.of(one).quotient(Span.of(divisor)).interval == one / divisor


def test_quotients_by_what_reaches_0():
    assert Span(2, 6).quotient(Span(0, 4, 2, low_closed=False)).interval == Interval(1, None)
    assert Span(2, 6).quotient(Span(0, None)).interval == Interval(0, None, False)


@given(intervals(), st.integers(-30, 30), st.integers(0, 40))
def test_whole_numbers(interval, first, count):
    among = range(first, first + count)
    inside = [number for number in among if number in interval]
    assert [*Span.of(interval).integers(among)] == inside
