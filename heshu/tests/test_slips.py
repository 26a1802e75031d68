"""What a slip may have been is looked at before it is tested: the look must spare no pass."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from heshu import relations
from heshu.forming.slips import percentage, quotient
from heshu.reading import Reading, read
from heshu.relations import CONSISTENT


def numbers(*readings: Reading) -> list[tuple[float, float]]:
    """The middle of what each figure stands for, and half its width."""
    ends = [one.stands_for.ends for one in readings]
    return [(float(low + high) / 2, float(high - low) / 2) for low, high in ends]


@given(
    st.integers(0, 10**4),
    st.integers(1, 10**3).map(Decimal) | st.decimals(1, 10**3, places=1),
    st.sampled_from(["1", "1.0"]),
    st.integers(-2, 2),
    st.sampled_from(["", "万"]),
)
@example(7, Decimal("3.0"), "1", 0, "")
@example(3, Decimal(20000), "0.1", -1, "万")
def test_a_glance_spares_no_test_that_passes(
    part: int, whole: Decimal, place: str, off: int, scale: str
) -> None:
    # What is printed follows from the other two, or is off in its last digits
    one, other = read(f"{part}{scale}元"), read(f"{whole}元")
    part *= 10**4 if scale else 1
    mean = (part / whole).quantize(Decimal(place)) + off * Decimal(place)
    share = (100 * part / whole).quantize(Decimal(place)) + off * Decimal(place)
    if mean >= 0 and relations.average(one, other, read(f"{mean}元")).verdict == CONSISTENT:
        assert quotient(numbers(one, other, read(f"{mean}元")))
    if share >= 0 and relations.share(one, other, read(f"{share}%")).verdict == CONSISTENT:
        assert percentage(numbers(one, other, read(f"{share}%")))


def test_a_glance_takes_the_whole_at_its_largest_for_the_least_share() -> None:
    # 100 of 50 to 150 are from 66.7 % on: at 60 nothing but the whole's own room lets them fit
    assert not percentage([(100.0, 0.0), (100.0, 50.0), (60.0, 0.5)])
    assert percentage([(100.0, 0.0), (100.0, 50.0), (67.0, 0.5)])
    assert quotient([(100.0, 0.0), (100.0, 50.0), (0.7, 0.05)])


def test_readings_that_differ_in_a_digit_tried_out_hash_apart() -> None:
    printed = read("1234家")
    tried = {hash(replace(printed, value=Fraction(value))) for value in range(1000, 2000)}
    assert len(tried) == 1000
