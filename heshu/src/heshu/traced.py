"""Numbers that know what they rest on, and their unit, through arithmetic.

The ends of an interval may be such numbers: whatever is computed from them then says from which
printed figures it came. What rests on a choice (`min`, `max`, `Interval.intersect`) rests on what
was chosen, so that the origin means "at least these"; `float`, `floor` and `round` drop it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, Self

from heshu.intervals import Interval

Units = tuple[tuple[str, Fraction], ...]  # each unit with its power: 元 by 家 is 元¹ 家⁻¹


class Traced(Fraction):
    """A fraction with what it rests on (names of figures) and the powers of its units.

    Sums of numbers in unlike units raise ValueError; a plain number takes the unit of the other.
    """

    rests_on: frozenset[str]
    units: Units

    def __new__(
        cls,
        numerator: Fraction | int = 0,
        denominator: int | None = None,
        *,
        rests_on: Iterable[str] = (),
        units: Units = (),
    ) -> Self:
        made = super().__new__(cls, numerator, denominator)
        made.rests_on, made.units = frozenset(rests_on), units
        return made

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return _made, (Fraction(self.numerator, self.denominator), self.rests_on, self.units)

    def __copy__(self) -> Traced:
        return self

    def __deepcopy__(self, memo: object) -> Traced:
        return self

    @property
    def unit(self) -> str:
        """The unit in words: 元, 元/家, or "" for a ratio."""
        over = "·".join(unit for unit, power in self.units if power > 0)
        under = "·".join(unit for unit, power in self.units if power < 0)
        return f"{over}/{under}" if under else over

    def rooted(self, value: Fraction, degree: int) -> Traced:
        """`value`, a root of this number, resting on the same."""
        return _made(value, self.rests_on, tuple((u, p / degree) for u, p in self.units))


def _made(value: Fraction, rests_on: frozenset[str], units: Units) -> Traced:
    return Traced(value, rests_on=rests_on, units=units)


def _of(number: object) -> tuple[frozenset[str], Units]:
    return (number.rests_on, number.units) if isinstance(number, Traced) else (frozenset(), ())


def _joined(one: Units, other: Units, sign: int) -> Units:
    powers = Counter(dict(one))
    for unit, power in other:
        powers[unit] += sign * power  # type: ignore[assignment]
    return tuple(sorted((unit, Fraction(power)) for unit, power in powers.items() if power))


def _sum(self: Traced, other: object) -> Units:
    units = _of(other)[1]
    if isinstance(other, Traced) and units != self.units:
        raise ValueError(f"{self} {self.unit} and {other} {other.unit} can't be added")
    return self.units


UNITS_OF: dict[str, Callable[[Traced, Any], Units]] = {
    **dict.fromkeys(("__add__", "__radd__", "__sub__", "__rsub__"), _sum),
    **dict.fromkeys(("__mul__", "__rmul__"), lambda a, b: _joined(a.units, _of(b)[1], 1)),
    "__truediv__": lambda a, b: _joined(a.units, _of(b)[1], -1),
    "__rtruediv__": lambda a, b: _joined(_of(b)[1], a.units, -1),
    "__pow__": lambda a, b: tuple((unit, power * b) for unit, power in a.units),
    **dict.fromkeys(("__neg__", "__abs__"), lambda a, _: a.units),
}


def _keeping(name: str) -> Callable[..., Any]:
    plain = getattr(Fraction, name)

    def operate(self: Traced, *others: Any) -> Any:
        value = plain(self, *others)
        if not isinstance(value, Fraction):  # a float, or NotImplemented
            return value
        other = others[0] if others else None
        return _made(value, self.rests_on | _of(other)[0], UNITS_OF[name](self, other))

    return operate


for _name in UNITS_OF:
    setattr(Traced, _name, _keeping(_name))


# What turns a figure in per cent into a ratio
PER_CENT = Traced(1, 100, units=(("%", Fraction(-1)),))


def traced(interval: Interval, rests_on: Iterable[str], unit: str = "") -> Interval:
    """The interval with ends that rest on the named figures, in a unit ("" for none)."""
    units: Units = ((unit, Fraction(1)),) if unit else ()
    low, high = (
        None if end is None else Traced(end, rests_on=rests_on, units=units)
        for end in (interval.low, interval.high)
    )
    return Interval(low, high, interval.low_closed, interval.high_closed)
