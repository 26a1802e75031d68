"""Numbers that know what they rest on, and their unit."""

import copy
import pickle
import re
from fractions import Fraction
from operator import add, mul, sub, truediv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heshu.intervals import Interval
from heshu.traced import PER_CENT, Traced, expression, traced

YUAN, FIRMS = (("元", Fraction(1)),), (("家", Fraction(1)),)
numbers = st.fractions(min_value=1, max_value=1000)


@given(numbers, numbers, st.sampled_from([add, sub, mul, truediv]))
def test_what_is_computed_has_the_same_value_and_rests_on_both(one, other, operation):
    both = operation(Traced(one, rests_on=["a"]), Traced(other, rests_on=["b"]))
    assert both == operation(one, other) and both.rests_on == {"a", "b"}
    for mixed in (
        operation(Traced(one, rests_on=["a"]), other),
        operation(one, Traced(other, rests_on=["a"])),
    ):
        assert mixed == operation(one, other) and mixed.rests_on == {"a"}


def test_units_are_multiplied_divided_and_never_mixed_up():
    money, firms = Traced(600, rests_on=["m"], units=YUAN), Traced(3, rests_on=["f"], units=FIRMS)
    assert (money / firms).unit == "元/家" and (money / firms * firms).unit == "元"
    assert (2 / firms).unit == "/家" and (money / money).unit == "" and (-money).unit == "元"
    assert (money**2 / money).unit == "元" and (money - 1).unit == "元"
    with pytest.raises(ValueError, match="600 元 and 3 家 can't be added"):
        money + firms
    ratio = Traced(40, rests_on=["s"], units=(("%", Fraction(1)),)) * PER_CENT
    assert ratio == Fraction(2, 5) and ratio.unit == "" and ratio.rests_on == {"s"}


def test_intervals_carry_origin_and_unit_through_all_that_they_can_do():
    base, end = (
        traced(Interval(low, low + 1), [name], "元") for low, name in ((10, "base"), (30, "end"))
    )
    share = traced(Interval(1, None, False), ["firms"], "家")
    for computed, unit, origin in [
        (end / base, "", {"base", "end"}),
        (end / base - 1, "", {"base", "end"}),
        ((end / base).root(4), "", {"base", "end"}),
        ((base**2 * end**3).root(5), "元", {"base", "end"}),
        (base / share, "元/家", {"base", "firms"}),
        (sum([base, end]), "元", {"base", "end"}),
        (base.or_above(), "元", {"base"}),
        (Interval.point(base.low), "元", {"base"}),
    ]:
        ends = [side for side in (computed.low, computed.high) if side is not None]
        assert {side.unit for side in ends} == {unit}, computed
        assert frozenset().union(*(side.rests_on for side in ends)) == origin


def test_what_is_also_named_chosen_from_or_a_degree_is_an_origin():
    assert COUNTED == 2 and COUNTED.rests_on == {"x", "y", "z"}
    assert (COUNTED + 1).rests_on == {"x", "y", "z"} and Traced(0).chosen(["x"]).rests_on == {"x"}
    assert (YEARS.also(["reading"]) - 1).rests_on == {"years", "reading"}
    grown = (END / BASE).root(YEARS)
    assert grown.low.rests_on == grown.high.rests_on == {"base", "end", "years"}
    assert grown.low.unit == "" and grown.ends == (END / BASE).root(5).ends
    for degree in (Fraction(5, 2), 0, -1):
        with pytest.raises(ValueError, match=f"whole number from 1 up, not {degree}"):
            END.root(degree)


def test_copies_keep_what_is_known_and_comparisons_with_floats_work():
    number = Traced(1, 3, rests_on=["a"], units=YUAN)
    for twin in (copy.copy(number), copy.deepcopy(number), pickle.loads(pickle.dumps(number))):
        assert twin == number and twin.rests_on == {"a"} and twin.unit == "元"
    assert number < 0.5 and number == Fraction(1, 3) and hash(number) == hash(Fraction(1, 3))
    assert float(number) == pytest.approx(1 / 3) and number + 0.5 == pytest.approx(5 / 6)


SAID = str.maketrans({"−": "-", "×": "*", "÷": "/", "^": "**", ",": "", "{": "known['", "}": "']"})
KNOWN = {name: Fraction(value, 7) for name, value in (("a", 12), ("b", 45), ("c", 107))}
leaves = st.sampled_from(
    [Traced(value, rests_on=[name]) for name, value in KNOWN.items()]
) | st.sampled_from([0, 1, 2, 5, -3, Fraction(1, 4), Fraction(7, 3), Fraction(-2, 3)])


def joined(parts):
    both = st.tuples(parts, parts)
    return (
        both.flatmap(lambda two: st.sampled_from([add(*two), sub(*two), mul(*two)]))
        | both.map(lambda two: two[0] / two[1] if two[1] else two[0])
        | st.tuples(parts, st.integers(1, 3)).map(lambda two: two[0] ** two[1])
        | parts.map(lambda part: -part)
    )


@given(st.recursive(leaves, joined, max_leaves=10))
def test_an_expression_says_how_the_number_came_about(number):
    if isinstance(number, Traced) and (said := expression(number.how)):
        code = re.sub(r"(?<![\w'])\d[\d.]*", r"Fraction('\g<0>')", said.translate(SAID))
        assert eval(code, {"known": KNOWN, "Fraction": Fraction}) == number, said


BASE, END = (traced(Interval(n, n + 1), [name], "元") for n, name in ((10, "base"), (30, "end")))
RATE = traced(Interval(3, 4), ["rate"], "%")
YEARS = Traced(5, rests_on=["years"], units=(("年", Fraction(1)),))
COUNTED = Traced(2, rests_on=["x", "y"]).chosen(["x", "y", "z"])


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (BASE, "{base}"),
        (END / BASE - 1, "{end} ÷ {base} − 1"),
        (1 - END / BASE, "1 − {end} ÷ {base}"),
        (END - BASE, "{end} − {base}"),
        (-BASE + END, "{end} − {base}"),
        (END - (BASE - END), "{end} − ({base} − {end})"),
        ((END + BASE) / 2, "({end} + {base}) ÷ 2"),
        (END / (BASE / 5), "{end} ÷ ({base} ÷ 5)"),
        (END / BASE * 5 / 2, "{end} ÷ {base} × 5 ÷ 2"),
        (END * Fraction(2, 7), "{end} × 2/7"),
        (BASE * 1000, "{base} × 1,000"),
        (BASE * -2, "{base} × (−2)"),
        (sum([BASE, END]), "{base} + {end}"),
        ((BASE**2 * END**3).root(5), "({base}^2 × {end}^3)^(1/5)"),
        ((END / BASE).root(4), "({end} ÷ {base})^(1/4)"),
        (BASE.root(2), "{base}^(1/2)"),
        ((END / BASE).root(YEARS), "({end} ÷ {base})^(1/{years})"),
        ((END / BASE).root(YEARS - 1), "({end} ÷ {base})^(1/({years} − 1))"),
        (Interval.point(COUNTED), "{2 of 3 rows}"),
        (BASE / COUNTED, "{base} ÷ {2 of 3 rows}"),
        (Interval.point(Traced(0).chosen(["x", "y"])), "{0 of 2 rows}"),
        (Interval.point(YEARS.also(["reading"])), "{years}"),
        (BASE * (RATE * PER_CENT), "{base} × {rate}"),
        (sum([BASE] * 8), "{base} + {base} + {base} + {base} + {base} + {base} + {base} + {base}"),
        (sum([BASE] * 9), ""),
        (Interval.point(BASE.width), ""),
        (sum([BASE] * 9) + END, ""),
        (Interval.point(Traced(5, rests_on=["x", "y"])) / END, "{2 rows} ÷ {end}"),
        (Interval.point(BASE.low.moved(Fraction(11))), "{base}"),
        (traced(Interval(2, 3), ["x", "y"]), ""),
    ],
)
def test_an_expression_is_as_short_as_it_can_be(number, said):
    assert expression(number.low.how) == said
    assert expression(abs(number.low).how) == said
    assert expression(pickle.loads(pickle.dumps(number.low)).how) == said
