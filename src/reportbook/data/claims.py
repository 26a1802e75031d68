"""The claims of the article: each printed figure with the interval that it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from heshu import words
from heshu.reading import CLAIM_KINDS, Reading, read_as
from heshu.traced import Traced
from reportbook.data import assumptions, datapackage
from reportbook.data.datapackage import problem, remembered
from reportbook.data.printed import hold

FILE = "claims.csv"


def load() -> pd.DataFrame:
    """All claims in the order of the article, indexed by id, with four columns more:

    `reading` is the phrase as read (a Reading, or None for names), `interval` the Interval that
    it stands for in its unit (None for names, dates and vague quantities), `number` the
    printed number as a Fraction (or None), and `is_figure` whether the claim is a figure
    rather than a name.

    Raises DataError where the data don't fit the descriptor, a phrase can't be read, or
    a typed value, unit, qualifier, period or paragraph contradicts the phrase or the table.
    """
    return assumptions.claims(_checked().copy())


@remembered
def _checked() -> pd.DataFrame:
    claims = datapackage.load("claims")
    sections = datapackage.load("sections").itertuples()
    spans = {row.section: (row.first_paragraph, row.last_paragraph) for row in sections}

    def further(row: int, claim: Any) -> Iterator[str]:
        first, last = spans[claim.section]
        if not first <= claim.paragraph <= last:
            message = f"{claim.paragraph} lies outside the section {claim.section}"
            remedy = "correct the paragraph or the section"
            yield problem(FILE, message, remedy, row, "paragraph")
        if fault := _basis_fault(claim):
            message = f"“{claim.period_basis}” doesn't fit the period “{claim.period}”"
            yield problem(FILE, message, fault, row, "period_basis")

    remedy = "correct the phrase or the kind"
    table = hold(claims, FILE, _reading, _expected, further, remedy)
    return table.assign(is_figure=claims["kind"].isin(list(CLAIM_KINDS))).set_index("id")


def _reading(claim: Any) -> Reading | None:
    return read_as(claim.kind, claim.printed) if claim.kind in CLAIM_KINDS else None


def _expected(claim: Any, reading: Reading | None) -> dict[str, str]:
    """What the typed columns must hold beside this phrase."""
    if reading is None:
        qualifier = "open list" if claim.qualifier == "open list" else ""
        return {"value": "", "unit": "", "qualifier": qualifier}
    expected = {"value": reading.text, "unit": reading.unit, "qualifier": reading.qualifier}
    if claim.kind in ("amount", "count"):
        expected["kind"] = "amount" if reading.unit == "元" else "count"
    if claim.kind in ("date", "period") and claim.period_basis == "printed":
        expected["period"] = reading.text
    return expected


def _basis_fault(claim: Any) -> str | None:
    """The remedy where the basis of a period doesn't fit the period, else None."""
    without = "unknown" if claim.kind in CLAIM_KINDS else ""
    fitting = ("printed", "implied") if claim.period else (without,)
    if claim.period_basis in fitting:
        return None
    other = "no basis" if not without and not claim.period else "“unknown” and no period"
    return f"say whether the period is printed or implied, or write {other}"


def apart(claims: pd.DataFrame) -> tuple[Traced, Traced]:
    """How many years may lie between the ends of the headline pairs: five, or four of them.

    The article names the five years without saying whether the first year is one of them.
    """
    return assumptions.apart(claims.at["headline-five-years", "number"])


def heading(section: str) -> str:
    """The article's own heading of a section, in Chinese; "" where it has none."""
    return datapackage.load("sections").set_index("section").at[section, "heading_zh"]


def stands_for(claims: pd.DataFrame) -> pd.DataFrame:
    """What each figure stands for, as the text columns "Stands for" and "Unit".

    Takes rows of `load` or of `context.load`.
    Amounts are in million yuan; dates, periods and versions stand as they are typed, names
    as "–".
    """
    units = datapackage.load("units").set_index("unit")
    names, whole = units["name_en"], units["whole"].eq("yes").to_dict()
    names["元"] = f"million {names['元']}"
    return pd.DataFrame(
        {
            "Stands for": [_words(claim, whole) for claim in claims.itertuples()],
            "Unit": claims["unit"].map(names).fillna(""),
        }
    )


def _words(claim, whole: dict[str, bool]) -> str:
    if claim.interval is None:
        return claim.value or "–"
    if claim.interval.high is None:
        low = words.million if claim.unit == "元" else words.count
        return f"over {low(claim.interval.low)}"
    if claim.unit == "元":
        return words.span(claim.interval, words.million)
    return words.whole(claim.interval) if whole[claim.unit] else words.span(claim.interval)
