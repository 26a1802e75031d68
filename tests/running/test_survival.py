"""What survives what the article leaves open, computed anew and held against what is stored."""

import csv

import pytest

from heshu.relations import CONSISTENT
from reportbook.data import assumptions, claims, context, datapackage, ledger
from reportbook.running import survival


def test_the_stored_outcomes_are_those_of_the_chapters_as_they_are():
    with survival.FILE.open(encoding="utf-8", newline="") as handle:
        stored = list(csv.DictReader(handle))
    assert stored == survival.rows(), "run `make survival`, look at what changed, and commit it"


def test_every_assumption_has_a_rule_and_every_rule_an_assumption():
    assert set(datapackage.load("assumptions")["assumption"]) == assumptions.NAMES
    with pytest.raises(KeyError, match="for which there is no rule"), assumptions.assuming("other"):
        pass


@pytest.mark.parametrize(
    ("name", "claim", "interval"),
    [
        ("truncation", "applications-base", "[13900, 14000)"),
        ("rounding-up", "applications-base", "(13800, 13900]"),
        ("grown-to", "grants-growth", "[53/40, 267/200]"),
        ("loose-about", "pledge-total", "[6208200000, 7587800000]"),
        ("open-over", "grants-base", "(6700, ∞)"),
        ("round-sums", "changshi-amount", "[25000000, 35000000]"),
        ("round-sums", "pledge-end", "[2612500000, 2613500000]"),
    ],
)
def test_a_figure_reads_as_is_assumed_and_keeps_its_row(name, claim, interval):
    with assumptions.assuming(name):
        row = claims.load().loc[claim]
    assert str(row["interval"]) == str(row["reading"].interval) == interval
    assert row["interval"].low.rests_on == {claim}
    assert row["interval"].low.unit == claims.load().at[claim, "interval"].low.unit


def test_years_places_and_funds_are_as_is_assumed():
    article = claims.load()
    for name, years in (("five-apart", [5, 5]), ("four-apart", [4, 4]), ("grown-to", [5, 4])):
        with assumptions.assuming(name):
            assert list(claims.apart(article)) == years
    with assumptions.assuming("late-2020"):
        assert claims.load().at["registration-date", "period"] == "2020-06-30"
    with assumptions.assuming("other-place"):
        assert "Huangpu" not in set(context.load()["place"])
        assert "press-grants-base" not in ledger.judged_outside().index
    with assumptions.assuming("district-fund"):
        fund = ledger.judged().loc["investment-in-district-fund"]
        assert fund["reading"] == "" and fund["verdict"] != CONSISTENT


def test_nothing_is_assumed_afterwards():
    before = claims.load()["interval"].map(str)
    with assumptions.assuming("truncation"):
        assert (claims.load()["interval"].map(str) != before).any()
        ledger.judged()
    assert (claims.load()["interval"].map(str) == before).all()
    assert ledger.judged().loc["grants-growth", "verdict"] == CONSISTENT


CHAPTER = """{"cells": [
 {"cell_type": "markdown", "source": ["## Grants rose\\n", "## Pledges rose\\n", "## The data"]},
 {"cell_type": "code", "source": ["from reportbook.data import claims\\n",
  "value = claims.load()['interval']\\n", "print(missing)\\n", "gone = value['nothing']\\n",
  "base, end = value[['grants-base', 'grants-end']]"]},
 {"cell_type": "code", "source": ["%%say\\n", "nothing"]},
 {"cell_type": "code", "source": ["ASSERT"]}]}"""


@pytest.mark.parametrize(
    ("condition", "outcome"),
    [
        ("base.high < end.low", "holds"),
        ("base.low > end.high", "no longer"),
        ("end.low > base.high * 3.35", "open"),  # of 22,550 to 22,650, and 6,700 to 6,800
        ("gone.low > 0", "open"),
    ],
)
def test_a_finding_holds_falls_or_cannot_be_told(tmp_path, condition, outcome):
    path = tmp_path / "chapter.ipynb"
    path.write_text(CHAPTER.replace("ASSERT", f"assert {condition}, 'more … Grants rose'"))
    assert survival.outcomes(path) == {"Grants rose": outcome, "Pledges rose": "open"}
