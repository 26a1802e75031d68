"""Spans: the intervals that relations are tested with, on whole numbers.

A printed figure is a decimal, and so are the ends of what it stands for: whole numbers over a
common power of ten. Sums, products and quotients of such ends are whole numbers over one
denominator too, and stay exact without a fraction being cut down at every step. An Interval, which
people see, is made of a span at the end of a test.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from heshu.intervals import Interval


class Span:
    """The numbers between two ends, `low / over` and `high / over`; None where unbounded.

    As with an Interval, each end is closed or open, each operand counts as independent, factors
    lie from 0 up unless one is a single number, and divisors lie above 0. Nothing checks that a
    span isn't empty: what makes one says so.
    """

    __slots__ = ("high", "high_closed", "low", "low_closed", "over")

    def __init__(
        self,
        low: int | None,
        high: int | None,
        over: int = 1,
        low_closed: bool = True,
        high_closed: bool = True,
    ) -> None:
        self.low, self.high, self.over = low, high, over
        self.low_closed = low_closed and low is not None
        self.high_closed = high_closed and high is not None

    @classmethod
    def of(cls, interval: Interval) -> Span:
        """The span of an interval."""
        low, high = interval.low, interval.high
        over = lcm(1 if low is None else low.denominator, 1 if high is None else high.denominator)
        return cls(
            None if low is None else low.numerator * (over // low.denominator),
            None if high is None else high.numerator * (over // high.denominator),
            over,
            interval.low_closed,
            interval.high_closed,
        )

    @classmethod
    def point(cls, value: Fraction | int) -> Span:
        """The span that holds one number only."""
        return cls(value.numerator, value.numerator, value.denominator)

    @property
    def interval(self) -> Interval:
        """The same as an interval. Raises ValueError where there is no number in it."""
        low = None if self.low is None else Fraction(self.low, self.over)
        high = None if self.high is None else Fraction(self.high, self.over)
        return Interval(low, high, self.low_closed, self.high_closed)

    @property
    def bounded(self) -> bool:
        """Whether both ends are finite."""
        return self.low is not None and self.high is not None

    @property
    def closed(self) -> bool:
        """Whether both ends belong to it."""
        return self.low_closed and self.high_closed

    def integers(self, among: range) -> range:
        """Those of consecutive whole numbers that lie in the span."""
        first, stop = among.start, among.stop
        if self.low is not None:
            low = -(-self.low // self.over)
            open_at = not self.low_closed and low * self.over == self.low
            first = max(first, low + open_at)
        if self.high is not None:
            high = self.high // self.over
            open_at = not self.high_closed and high * self.over == self.high
            stop = min(stop, high - open_at + 1)
        return range(first, stop)

    def meets(self, other: Span) -> bool:
        """Whether the two spans share a number."""
        for upper, lower in ((self, other), (other, self)):
            if upper.low is not None and lower.high is not None:
                low, high = upper.low * lower.over, lower.high * upper.over
                if low > high or (low == high and not (upper.low_closed and lower.high_closed)):
                    return False
        return True

    def intersect(self, other: Span) -> Span | None:
        """The numbers that both spans hold, or None where there are none."""
        if not self.meets(other):
            return None
        over = self.over * other.over
        low, low_closed = _scaled(self.low, other.over), self.low_closed
        other_low = _scaled(other.low, self.over)
        if low is None or (other_low is not None and other_low > low):
            low, low_closed = other_low, other.low_closed
        elif other_low == low:
            low_closed = low_closed and other.low_closed
        high, high_closed = _scaled(self.high, other.over), self.high_closed
        other_high = _scaled(other.high, self.over)
        if high is None or (other_high is not None and other_high < high):
            high, high_closed = other_high, other.high_closed
        elif other_high == high:
            high_closed = high_closed and other.high_closed
        return Span(low, high, over, low_closed, high_closed)

    def or_below(self) -> Span:
        """The numbers that lie in the span or below it."""
        return Span(None, self.high, self.over, False, self.high_closed)

    def __neg__(self) -> Span:
        return self * -1

    def __add__(self, other: Span | int) -> Span:
        if not isinstance(other, Span):
            step = other * self.over
            low = None if self.low is None else self.low + step
            high = None if self.high is None else self.high + step
            return Span(low, high, self.over, self.low_closed, self.high_closed)
        over, mine, its = self.over * other.over, other.over, self.over
        if mine == its:
            over, mine, its = mine, 1, 1
        return Span(
            None if self.low is None or other.low is None else self.low * mine + other.low * its,
            None
            if self.high is None or other.high is None
            else self.high * mine + other.high * its,
            over,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    __radd__ = __add__

    def __sub__(self, other: Span | int) -> Span:
        return self + -other

    def __rsub__(self, other: int) -> Span:
        return -self + other

    def __mul__(self, other: Span | int) -> Span:
        if not isinstance(other, Span):
            return self._times(other, 1)
        for factor, span in ((other, self), (self, other)):
            if factor.low is not None and factor.low == factor.high:
                return span._times(factor.low, factor.over)
        low, other_low = self._factor(), other._factor()
        # Nothing times anything is nothing, even where the other end is open
        zero = (not low and self.low_closed) or (not other_low and other.low_closed)
        return Span(
            low * other_low,
            None if self.high is None or other.high is None else self.high * other.high,
            self.over * other.over,
            zero or (self.low_closed and other.low_closed),
            self.high_closed and other.high_closed,
        )

    def __truediv__(self, divisor: int) -> Span:
        return Span(self.low, self.high, self.over * divisor, self.low_closed, self.high_closed)

    def quotient(self, divisor: Span) -> Span:
        """What the numbers of a span from 0 up are, divided by those above 0 of another one."""
        low, high, over = divisor.low, divisor.high, divisor.over
        # The reciprocal, its ends over the product of those that there are
        most = over * (high or 1) if low else None
        least = over * (low or 1) if high is not None else 0
        inverse = (least, most, (low or 1) * (high or 1))
        return self * Span(*inverse, divisor.high_closed, divisor.low_closed)

    def _times(self, factor: int, over: int) -> Span:
        if not factor:
            return Span(0, 0)
        low, high = _scaled(self.low, factor), _scaled(self.high, factor)
        if factor > 0:
            return Span(low, high, self.over * over, self.low_closed, self.high_closed)
        return Span(high, low, self.over * over, self.high_closed, self.low_closed)

    def _factor(self) -> int:
        """The low end of a factor, which must lie from 0 up."""
        if self.low is None or self.low < 0:
            raise ValueError(f"a product of spans needs factors from 0 up, not {self.interval}")
        return self.low


def _scaled(end: int | None, factor: int) -> int | None:
    return None if end is None else end * factor
