"""The rows that numbers rest on, by the names that they have there: what each prints, and where.

The rows of `claims` and `context` have the names of their `id`, those of other tables that of the
table before it, as in `relations:grants-growth`. It needs no more than the standard library, since
pages are made from what chapters have stored.
"""

from __future__ import annotations

import re
from typing import Any

from reportbook.data import datapackage

FIGURES = ("claims", "context")
LISTED = 8  # of more rows it is said how many there are
TITLES = ("says", "result", "name", "name_short", "name_en")  # columns that say what a row is
NAMED = re.compile(r"\{([^{}]+)\}")  # in an expression, a row or how many were counted
POWER = re.compile(r"\^(?:\((1/\d+)\)|(\d+))")


def table(name: str) -> str:
    """The table of a row."""
    if ":" in name:
        return name.partition(":")[0]
    return FIGURES[name not in rows(FIGURES[0])]


def row(name: str) -> dict[str, str]:
    """The cells of a row. Raises KeyError where there is none of this name."""
    return rows(table(name))[name.partition(":")[2] or name]


def phrase(name: str) -> str:
    """What the article or a source prints there; of a row without a phrase, what it says."""
    cells = row(name)
    if "claim" in cells:
        return phrase(cells["claim"])
    title = next((cells[column] for column in TITLES if column in cells), name)
    return cells.get("printed") or title


def printed_alone(number: dict[str, Any]) -> bool:
    """Whether a number is a figure as its one row has it, with nothing computed."""
    names = number["rests_on"]
    return len(names) == 1 and number.get("how", "") in ("", f"{{{names[0]}}}")


def expression(number: dict[str, Any]) -> str:
    """How a number was computed, if that is more than counting rows and can be said in signs."""
    how, names = number.get("how", ""), number["rests_on"]
    return "" if len(names) > LISTED or how == f"{{{len(names)} rows}}" else how


def counted(number: dict[str, Any]) -> bool:
    """Whether a number is how many rows there are."""
    return number.get("how", "") == f"{{{len(number['rests_on'])} rows}}"


def by_table(names: list[str]) -> dict[str, int]:
    """How many of these rows are of which table."""
    tables = [table(name) for name in names]
    return {one: tables.count(one) for one in tables}


@datapackage.remembered
def rows(table: str) -> dict[str, dict[str, str]]:
    """The rows of a table by the first column of its key."""
    (key, *_) = datapackage.resource(table)["schema"]["primaryKey"]
    return {cells[key]: cells for cells in datapackage.records(table)}
