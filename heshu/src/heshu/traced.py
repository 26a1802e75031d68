"""Numbers that know what they rest on, and their unit, through arithmetic.

The ends of an interval may be such numbers: whatever is computed from them then says from which
printed figures it came, and by which operations. What rests on a choice (`min`, `max`,
`Interval.intersect`) rests on what was chosen, so that the origin means "at least these"; `float`,
`floor` and `round` drop it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, Self

from heshu.intervals import Interval

Units = tuple[tuple[str, Fraction], ...]  # each unit with its power: 元 by 家 is 元¹ 家⁻¹
# How a number came about: the name of a figure, a plain number, figures that were counted, or an
# operation on two of these ("of": figures that were counted, and those that they were chosen from);
# None where that is longer than a reader takes in
How = str | Fraction | frozenset[str] | tuple[str, "How", "How"] | None
LONG = 8  # figures and plain numbers in an expression
BINDS = {"+": 1, "−": 1, "×": 2, "÷": 2, "^": 3, "root": 3, "of": 4}


class Traced(Fraction):
    """A fraction with what it rests on (names of figures) and the powers of its units.

    Sums of numbers in unlike units raise ValueError; a plain number takes the unit of the other.
    """

    rests_on: frozenset[str]
    units: Units
    how: How

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
        made.how = made.rests_on or Fraction(made)
        if len(made.rests_on) == 1:
            (made.how,) = made.rests_on
        return made

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        value = Fraction(self.numerator, self.denominator)
        return _made, (value, self.rests_on, self.units, self.how)

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

    def rooted(self, value: Fraction, degree: Fraction | int) -> Traced:
        """`value`, a root of this number, resting on the same, and on what the degree rests on."""
        units = tuple((unit, power / Fraction(degree)) for unit, power in self.units)
        how = _joining("root", self.how, _how(degree))
        return _made(value, self.rests_on | _of(degree)[0], units, how)

    def moved(self, value: Fraction) -> Traced:
        """`value` in this number's place, as what it is rounded to: come about alike."""
        return _made(value, self.rests_on, self.units, self.how)

    def also(self, names: Iterable[str]) -> Traced:
        """This number, resting on these too, by which it came about no otherwise."""
        return _made(self, self.rests_on | frozenset(names), self.units, self.how)

    def chosen(self, among: Iterable[str]) -> Traced:
        """This number of figures, counted among these, on which it rests too.

        One that isn't counted may be, once it is another figure.
        """
        pool = self.rests_on | frozenset(among)
        return _made(self, pool, self.units, ("of", self.rests_on, pool))


def _made(value: Fraction, rests_on: frozenset[str], units: Units, how: How) -> Traced:
    made = Traced(value, rests_on=rests_on, units=units)
    made.how = how
    return made


def _of(number: object) -> tuple[frozenset[str], Units]:
    return (number.rests_on, number.units) if isinstance(number, Traced) else (frozenset(), ())


def _how(number: Any) -> How:
    return number.how if isinstance(number, Traced) else Fraction(number)


def _joining(sign: str, one: How, other: How) -> How:
    """How a number came about by an operation, as short as it can be said."""
    if one is None or other is None or (sign == "−" and one == other):
        return None  # what is subtracted from itself is how wide it is, of which no sign tells
    if (sign == "+" and other == 0) or (sign in ("×", "÷", "^") and other == 1):
        return one
    if (sign == "+" and one == 0) or (sign == "×" and one == 1):
        return other
    if sign == "+" and isinstance(other, Fraction) and other < 0:
        return _joining("−", one, -other)
    for this, that in ((one, other), (other, one)):
        # What is subtracted is added as its negative, what divides multiplied as its inverse
        if sign == "+" and isinstance(that, tuple) and that[0] == "×" and that[2] == -1:
            return _joining("−", this, that[1])
        if sign == "×" and isinstance(that, tuple) and that[0] == "÷" and that[1] == 1:
            return _joining("÷", this, that[2])
    if sign == "×" and isinstance(other, Fraction) and other.numerator == 1:
        return _joining("÷", one, 1 / other)
    if sign == "×" and _power(one)[0] == _power(other)[0]:
        return _joining("^", _power(one)[0], _power(one)[1] + _power(other)[1])
    return None if _length(one) + _length(other) > LONG else (sign, one, other)


def _power(how: How) -> tuple[How, Fraction]:
    """What is raised to a power, and that power: of anything else, itself and 1."""
    if isinstance(how, tuple) and how[0] == "^" and isinstance(how[2], Fraction):
        return how[1], how[2]
    return how, Fraction(1)


def _length(how: How) -> int:
    return _length(how[1]) + _length(how[2]) if isinstance(how, tuple) else 1


def expression(how: How) -> str:
    """How a number came about in signs, `{pledge-end} ÷ {pledge-base} − 1`; "" if that is too long.

    Braces hold the name of a figure, or how many were counted: `{12 rows}`, `{3 of 12 rows}`.
    """
    if how is None:
        return ""
    if isinstance(how, str):
        return f"{{{how}}}"
    if isinstance(how, frozenset):
        return f"{{{len(how)} rows}}"
    if isinstance(how, Fraction):
        places = next((n for n in range(5) if how * 10**n % 1 == 0), None)
        return str(how) if places is None else f"{float(how):,.{places}f}".replace("-", "−")
    sign, one, other = how
    if isinstance(one, frozenset) and isinstance(other, frozenset) and sign == "of":
        return f"{{{len(one)} of {len(other)} rows}}"
    left = expression(one)
    if _binds(one) < BINDS[sign] or (sign in ("^", "root") and _binds(one) < 4):
        left = f"({left})"
    right = expression(other)
    if _binds(other) < BINDS[sign] + (sign in ("−", "÷", "root")):
        right = f"({right})"
    if sign == "root":
        return f"{left}^(1/{right})"
    return f"{left}^{right}" if sign == "^" else f"{left} {sign} {right}"


def _binds(how: How) -> int:
    """How strongly the parts of an expression hold together."""
    if isinstance(how, tuple):
        return BINDS[how[0]]
    return 4 if not isinstance(how, Fraction) or how >= 0 else 0


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

HOW_OF: dict[str, Callable[[Traced, Any], How]] = {
    "__add__": lambda a, b: _joining("+", a.how, _how(b)),
    "__radd__": lambda a, b: _joining("+", _how(b), a.how),
    "__sub__": lambda a, b: _joining("−", a.how, _how(b)),
    "__rsub__": lambda a, b: _joining("−", _how(b), a.how),
    "__mul__": lambda a, b: _joining("×", a.how, _how(b)),
    "__rmul__": lambda a, b: _joining("×", _how(b), a.how),
    "__truediv__": lambda a, b: _joining("÷", a.how, _how(b)),
    "__rtruediv__": lambda a, b: _joining("÷", _how(b), a.how),
    "__pow__": lambda a, b: _joining("^", a.how, _how(b)),
    "__neg__": lambda a, _: _joining("×", a.how, Fraction(-1)),
    "__abs__": lambda a, _: a.how,
}


def _keeping(name: str) -> Callable[..., Any]:
    plain = getattr(Fraction, name)

    def operate(self: Traced, *others: Any) -> Any:
        value = plain(self, *others)
        if not isinstance(value, Fraction):  # a float, or NotImplemented
            return value
        other = others[0] if others else None
        units = UNITS_OF[name](self, other)
        return _made(value, self.rests_on | _of(other)[0], units, HOW_OF[name](self, other))

    return operate


for _name in UNITS_OF:
    setattr(Traced, _name, _keeping(_name))


# What turns a figure in per cent into a ratio; both are written alike
PER_CENT = _made(Fraction(1, 100), frozenset(), (("%", Fraction(-1)),), Fraction(1))


def traced(interval: Interval, rests_on: Iterable[str], unit: str = "") -> Interval:
    """The interval with ends that rest on the named figures, in a unit ("" for none).

    Of several figures no sign says how it came about: none of them was counted.
    """
    units: Units = ((unit, Fraction(1)),) if unit else ()
    low, high = (
        None if end is None else Traced(end, rests_on=rests_on, units=units)
        for end in (interval.low, interval.high)
    )
    for end in (low, high):
        if end is not None and len(end.rests_on) > 1:
            end.how = None
    return Interval(low, high, interval.low_closed, interval.high_closed)
