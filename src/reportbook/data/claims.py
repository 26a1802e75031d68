"""The claims of the article: each printed figure with the interval that it stands for."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import pandas as pd
from heshu.reading import CLAIM_KINDS, Reading, ReadingError, read_as

from heshu import words
from reportbook.data import datapackage
from reportbook.data.datapackage import DataError, problem

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
    return _checked().copy()


@cache
def _checked() -> pd.DataFrame:
    claims = datapackage.load("claims")
    readings, problems = [], []
    spans = datapackage.load("sections").set_index("section")
    for row, claim in enumerate(claims.itertuples(), start=2):
        reading = None
        try:
            reading = _reading(claim)
        except ReadingError as error:
            problems.append(_at(row, "printed", str(error), "correct the phrase or the kind"))
        else:
            problems += _contradictions(row, claim, reading)
        section = spans.loc[claim.section]
        if not section.first_paragraph <= claim.paragraph <= section.last_paragraph:
            problems.append(
                _at(
                    row,
                    "paragraph",
                    f"{claim.paragraph} lies outside the section {claim.section}",
                    "correct the paragraph or the section",
                )
            )
        readings.append(reading)
    if problems:
        raise DataError(problems)
    values = [reading.value if reading else None for reading in readings]
    return claims.assign(
        reading=pd.Series(readings, dtype=object),
        interval=pd.Series([reading and reading.interval for reading in readings], dtype=object),
        number=pd.Series(
            [value if isinstance(value, Fraction) else None for value in values], dtype=object
        ),
        is_figure=claims["kind"].isin(list(CLAIM_KINDS)),
    ).set_index("id")


def _reading(claim) -> Reading | None:
    return read_as(claim.kind, claim.printed) if claim.kind in CLAIM_KINDS else None


def _contradictions(row: int, claim, reading: Reading | None) -> list[str]:
    """What the typed columns say against the phrase."""
    if reading is None:
        expected = {"value": "", "unit": ""}
        if claim.qualifier != "open list":
            expected["qualifier"] = ""
    else:
        expected = {"value": reading.text, "unit": reading.unit, "qualifier": reading.qualifier}
        if (claim.kind == "amount") != (reading.unit == "元") and claim.kind in ("amount", "count"):
            expected["kind"] = "amount" if reading.unit == "元" else "count"
        if claim.kind in ("date", "period") and claim.period_basis == "printed":
            expected["period"] = reading.text
    dated = claim.period_basis in ("printed", "implied")
    wanted = "no basis" if reading is None and not claim.period else "“unknown” and no period"
    basis = [
        _at(
            row,
            "period_basis",
            f"“{claim.period_basis}” doesn't fit the period “{claim.period}”",
            f"say whether the period is printed or implied, or write {wanted}",
        )
    ]
    fits = dated if claim.period else claim.period_basis == ("unknown" if reading else "")
    return ([] if fits else basis) + [
        _at(
            row,
            column,
            f"“{getattr(claim, column)}” contradicts “{claim.printed}”, which reads as “{wanted}”",
            "correct whichever of the two was mistyped",
        )
        for column, wanted in expected.items()
        if getattr(claim, column) != wanted
    ]


def _at(row: int, column: str, message: str, remedy: str) -> str:
    return problem(FILE, message, remedy, row, column)


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
