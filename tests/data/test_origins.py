"""The names of rows that numbers rest on, and how outputs store them."""

import pytest

from reportbook.data import origins


@pytest.mark.parametrize("table", ["claims", "context", "relations", "survival"])
def test_most_rows_of_a_table_are_stored_in_one_name(table):
    """So that outputs stay small, and a row that joins the table changes no line of them."""
    every = origins.every(table)
    assert origins.packed(every) == [f"{table}:*"]
    assert origins.packed(every[3:]) == [f"{table}:*", *sorted(f"-{row}" for row in every[:3])]
    half = every[: len(every) // 2]
    assert origins.packed(half) == half, "what it lacks is no shorter"
    mixed = ["goals:title", *every[1:], "conclusions:wealth"]
    for names in (every, every[3:], half, every[:2], mixed):
        assert {*origins.unpacked(origins.packed(names))} == {*names}
        assert len(origins.unpacked(origins.packed(names))) == len(names)
    few = every[: origins.LISTED]
    assert origins.packed(few[::-1]) == few[::-1], "a few keep their order: each is said by name"


def test_what_is_known_of_a_number_is_stored_in_full():
    rows = origins.every("survival")
    number = {"said": "35", "how": "{35 rows}", "rests_on": rows, "counted": rows[1:]}
    stored = origins.stored(number, origins.packed)
    assert stored["counted"] == ["survival:*", f"-{rows[0]}"] and stored["said"] == "35"
    assert origins.stored(stored, origins.unpacked) == number
