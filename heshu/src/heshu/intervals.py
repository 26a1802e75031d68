"""Exact intervals: what a rounded figure stands for, carried through arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

End = Fraction | int | None


@dataclass(frozen=True, init=False)
class Interval:
    """The numbers between two rational ends.

    An end is a Fraction, or None where the interval is unbounded; each end is
    closed (belongs to the interval) or open. Arithmetic is exact and treats its
    operands as independent, so a figure must stand once in an expression:
    ``end / base - 1``, not ``(end - base) / base``. Intervals that are multiplied must lie
    from 0 up, unless one holds a single number; divisors must lie above 0.

    Raises ValueError when the interval would be empty.
    """

    low: Fraction | None
    high: Fraction | None
    low_closed: bool
    high_closed: bool

    def __init__(self, low: End, high: End, low_closed: bool = True, high_closed: bool = True):
        set_once = object.__setattr__
        set_once(self, "low", None if low is None else _exact(low))
        set_once(self, "high", None if high is None else _exact(high))
        set_once(self, "low_closed", low_closed and low is not None)
        set_once(self, "high_closed", high_closed and high is not None)
        if low is None or high is None or low < high:
            return
        if low > high or not (low_closed and high_closed):
            raise ValueError(f"empty interval: {self}")

    def __hash__(self) -> int:
        # A fraction takes long to hash, and what differs in numerators alone hardly occurs
        low = None if self.low is None else self.low.numerator
        high = None if self.high is None else self.high.numerator
        return hash((low, high, self.low_closed, self.high_closed))

    @classmethod
    def point(cls, value: Fraction | int) -> Interval:
        """The interval that holds one number only."""
        return cls(value, value)

    @classmethod
    def around(cls, value: Fraction, place: Fraction) -> Interval:
        """The numbers that round to a value to the nearest place, both ties among them."""
        return cls(value - place / 2, value + place / 2)

    def __str__(self) -> str:
        low = "-∞" if self.low is None else str(self.low)
        high = "∞" if self.high is None else str(self.high)
        return f"{'(['[self.low_closed]}{low}, {high}{')]'[self.high_closed]}"

    def __contains__(self, value: Fraction | int) -> bool:
        above = self.low is None or value > self.low or (value == self.low and self.low_closed)
        below = self.high is None or value < self.high or (value == self.high and self.high_closed)
        return above and below

    @property
    def bounded(self) -> bool:
        """Whether both ends are finite."""
        return self.low is not None and self.high is not None

    @property
    def exact(self) -> bool:
        """Whether the interval holds one number only."""
        return self.low is not None and self.low == self.high

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """Both ends. Raises ValueError when unbounded."""
        if self.low is None or self.high is None:
            raise ValueError(f"the interval {self} has no finite ends")
        return self.low, self.high

    @property
    def middle(self) -> Fraction:
        """The number halfway between the ends. Raises ValueError when unbounded."""
        low, high = self.ends
        return (low + high) / 2

    @property
    def width(self) -> Fraction:
        """High end minus low end. Raises ValueError when unbounded."""
        low, high = self.ends
        return high - low

    def integers(self) -> range:
        """The whole numbers in the interval. Raises ValueError when unbounded."""
        low, high = self.ends
        first, last = ceil(low), floor(high)
        first += first not in self and first == low
        last -= last not in self and last == high
        return range(first, last + 1)

    def intersect(self, other: Interval) -> Interval | None:
        """The numbers that both intervals hold, or None where there are none."""
        low, low_closed = self.low, self.low_closed
        if low is None or (other.low is not None and other.low > low):
            low, low_closed = other.low, other.low_closed
        elif other.low == low:
            low_closed = low_closed and other.low_closed
        high, high_closed = self.high, self.high_closed
        if high is None or (other.high is not None and other.high < high):
            high, high_closed = other.high, other.high_closed
        elif other.high == high:
            high_closed = high_closed and other.high_closed
        apart = low is not None and high is not None and low >= high
        if apart and (low != high or not (low_closed and high_closed)):
            return None
        return Interval(low, high, low_closed, high_closed)

    def or_above(self) -> Interval:
        """The numbers that lie in the interval or above it."""
        return Interval(self.low, None, self.low_closed)

    def or_below(self) -> Interval:
        """The numbers that lie in the interval or below it."""
        return Interval(None, self.high, high_closed=self.high_closed)

    def meet(self, other: Interval) -> Interval:
        """The numbers that both intervals hold. Raises ValueError where there are none."""
        common = self.intersect(other)
        if common is None:
            raise ValueError(f"{self} and {other} share no number")
        return common

    def __neg__(self) -> Interval:
        return self * -1

    def __add__(self, other: Interval | Fraction | int) -> Interval:
        if not isinstance(other, Interval):
            low = None if self.low is None else self.low + other
            high = None if self.high is None else self.high + other
            return Interval(low, high, self.low_closed, self.high_closed)
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    __radd__ = __add__

    def __sub__(self, other: Interval | Fraction | int) -> Interval:
        return self + -other

    def __rsub__(self, other: Interval | Fraction | int) -> Interval:
        return -self + other

    def __mul__(self, other: Interval | Fraction | int) -> Interval:
        if not isinstance(other, Interval):
            return self._scaled(_exact(other))
        for factor, interval in ((other, self), (self, other)):
            if factor.low is not None and factor.low == factor.high:
                return interval._scaled(factor.low)
        low, other_low = self._factor(), other._factor()
        # Nothing times anything is nothing, even where the other end is open
        zero = (not low and self.low_closed) or (not other_low and other.low_closed)
        return Interval(
            low * other_low,
            None if self.high is None or other.high is None else self.high * other.high,
            zero or (self.low_closed and other.low_closed),
            self.high_closed and other.high_closed,
        )

    __rmul__ = __mul__

    def __truediv__(self, other: Interval | Fraction | int) -> Interval:
        if not isinstance(other, Interval) and other > 0:
            return self._scaled(1 / _exact(other))
        other = _interval(other)
        if other.low is None or other.low <= 0:
            raise ValueError(f"a divisor must lie above 0, not in {other}")
        most = 1 / other.low
        return self * Interval(
            0 * most if other.high is None else 1 / other.high,
            most,
            other.high_closed,
            other.low_closed,
        )

    def __rtruediv__(self, other: Interval | Fraction | int) -> Interval:
        return _interval(other) / self

    def __pow__(self, exponent: int) -> Interval:
        """The powers, by a whole exponent from 0 up, of numbers from 0 up."""
        power = Interval.point(1)
        for _ in range(exponent):
            power = power * self
        return power

    def root(self, degree: Fraction | int) -> Interval:
        """The interval of the degree-th roots of numbers from 0 up, by a whole degree from 1 up.

        Roots are irrational, so the ends are rounded outwards at the twelfth decimal.
        Raises ValueError for an unbounded interval, one that reaches below 0, or another degree.
        """
        if (whole := int(degree)) != degree or whole < 1:
            raise ValueError(f"the degree of a root is a whole number from 1 up, not {degree}")
        low, high = self.ends
        if low < 0:
            raise ValueError(f"roots are taken of numbers from 0 up, not of {self}")
        unit = 10**12
        least = Fraction(_floor_root(floor(low * unit**whole), whole), unit)
        most = Fraction(_floor_root(ceil(high * unit**whole), whole) + 1, unit)
        if hasattr(low, "rooted") and hasattr(high, "rooted"):  # they know what they rest on
            return Interval(low.rooted(least, degree), high.rooted(most, degree))
        return Interval(least, most)

    def _scaled(self, factor: Fraction) -> Interval:
        if not factor:
            return Interval.point(factor)
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor.numerator > 0:
            return Interval(low, high, self.low_closed, self.high_closed)
        return Interval(high, low, self.high_closed, self.low_closed)

    def _factor(self) -> Fraction:
        """The low end of a factor, which must lie from 0 up."""
        if self.low is None or self.low.numerator < 0:
            raise ValueError(f"a product of intervals needs factors from 0 up, not {self}")
        return self.low


def _exact(value: Fraction | int) -> Fraction:
    """A whole number as a fraction; a fraction of any kind as it is."""
    return value if isinstance(value, Fraction) else Fraction(value)


def _interval(value: Interval | Fraction | int) -> Interval:
    return value if isinstance(value, Interval) else Interval.point(value)


def _floor_root(number: int, degree: int) -> int:
    """The largest whole number whose degree-th power does not exceed `number` (Newton)."""
    if number == 0:
        return 0
    root = 1 << -(-number.bit_length() // degree)
    while True:
        nearer = ((degree - 1) * root + number // root ** (degree - 1)) // degree
        if nearer >= root:
            return root
        root = nearer
