"""The article's own relations: declared, judged, and refused when they name nothing."""

from fractions import Fraction

import pytest

from heshu.relations import CONSISTENT, INCONSISTENT, NOT_TESTABLE
from reportbook.data import claims, datapackage, ledger
from reportbook.data.datapackage import DataError


@pytest.fixture
def relations(monkeypatch):
    """The table of relations, to be changed before it is judged."""
    table = datapackage.load("relations")
    monkeypatch.setattr(
        ledger.datapackage, "load", lambda name: table if name == "relations" else _load(name)
    )
    datapackage.forget()
    yield table
    datapackage.forget()


_load = datapackage.load


def test_what_the_article_says_of_itself_holds():
    judged = ledger.judged()
    as_printed = judged[judged["reading"] == ""]
    assert set(as_printed["verdict"]) == {CONSISTENT, NOT_TESTABLE}
    assert list(judged.index[judged["verdict"] == INCONSISTENT]) == ["investment-in-district-fund"]
    assert (judged["verdict"].eq(NOT_TESTABLE) == judged["missing"].ne("")).all()


def test_what_others_print_agrees_but_where_it_is_known_to_differ():
    """The break of 2017 in the count of applications, and two counts that two sources give."""
    outside = ledger.judged_outside()
    assert not set(outside.index) & set(ledger.judged().index)
    assert set(outside.index[outside["verdict"] == INCONSISTENT]) == {
        "guangzhou-inventions-growth-2017",
        "china-pledge-projects-2020",
        "first-product-pool",
    }
    assert set(outside["verdict"]) == {CONSISTENT, INCONSISTENT}


def test_the_narrowed_first_year_of_grants_is_that_of_all_whole_patents():
    base = ledger.narrowed().at["grants-growth", "base"]
    survivors = [
        first
        for first in range(6701, 6800)
        if any(
            Fraction(2325, 1000) <= Fraction(last, first) - 1 <= Fraction(2335, 1000)
            for last in range(22550, 22651)
        )
    ]
    assert list(base.integers()) == survivors


@pytest.mark.parametrize(
    "figures, hint",
    [
        ("applications-base nobody applications-growth", "nobody is neither a claim nor"),
        ("applications-base applications-end", "growth relates 3 figures"),
    ],
)
def test_a_relation_of_claims_that_are_not_there_is_refused(relations, figures, hint):
    relations.loc[0, "figures"] = figures
    with pytest.raises(DataError) as caught:
        ledger.judged()
    assert "data/relations.csv, row 2, column figures" in str(caught.value)
    assert hint in str(caught.value) and "Remedy: " in str(caught.value)


def test_a_relation_that_does_not_hold_is_told_apart(relations):
    relations.loc[0, "figures"] = "applications-base applications-end grants-growth"
    judged = ledger.judged()
    assert judged["verdict"].iloc[0] == INCONSISTENT


def test_every_relation_shows_as_text_and_every_claim_has_its_chapter():
    shown = ledger.shown(ledger.judged())
    assert shown.map(lambda cell: isinstance(cell, str) and cell != "").all().all()
    article = claims.load()
    chapters = ledger.chapters(article)
    assert (chapters[article["section"] != "source"].map(len) > 0).all()
    assert {"overview", "finance"} <= set(chapters["pledge-end"])
