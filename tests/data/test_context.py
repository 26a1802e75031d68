"""Figures from outside: read, sourced, cited where they are used, and never mixed."""

import json
import re
from fractions import Fraction
from functools import cache

import pytest
from conftest import NOTEBOOKS

from heshu.intervals import Interval
from heshu.reading import ReadingError
from reportbook import drawing, prose
from reportbook.data import context, ledger, origins
from reportbook.data.datapackage import DataError


@pytest.mark.parametrize(
    "printed, unit, low, high, qualifier",
    [
        ("1.72 billion yuan", "元", 1_715_000_000, 1_725_000_000, "rounded"),
        ("2 billion yuan", "元", 1_500_000_000, 2_500_000_000, "rounded"),
        ("300 million yuan", "元", 250_000_000, 350_000_000, "rounded"),
        ("20 million yuan", "元", 19_500_000, 20_500_000, "rounded"),
        ("13,900", "件", 13_850, 13_950, "rounded"),
        ("12,093", "笔", 12_093, 12_093, "exact"),
        ("20", "家", 20, 20, "exact"),
        ("nine", "家", 9, 9, "exact"),
        ("11 percent", "%", Fraction(21, 2), Fraction(23, 2), "rounded"),
        ("2 times", "倍", Fraction(3, 2), Fraction(5, 2), "rounded"),
        ("103+37", "件", 140, 140, "exact"),
        ("59單", "单", 59, 59, "exact"),
        ("1074億元", "元", 107_350_000_000, 107_450_000_000, "rounded"),
    ],
)
def test_a_phrase_in_either_language_is_the_interval_of_its_rounding(
    printed, unit, low, high, qualifier
):
    figure = context.read_outside(printed, unit)
    assert figure.interval == Interval(Fraction(low), Fraction(high))
    assert (figure.unit, figure.qualifier) == (unit, qualifier)


def test_floors_and_ceilings_stay_open():
    assert context.read_outside("over 170,000", "件").interval == Interval(170_000, None, False)
    nearly = context.read_outside("nearly 500", "家").interval
    assert nearly == Interval(400, 500, False, False)


@pytest.mark.parametrize(
    "printed, unit", [("many", "家"), ("5亿元", "家"), ("1.7.2 billion", "元")]
)
def test_what_can_not_be_read_or_has_another_unit_is_refused(printed, unit):
    with pytest.raises(ReadingError):
        context.read_outside(printed, unit)


def test_every_source_is_in_the_bibliography_and_every_outside_entry_has_a_figure():
    bibliography = context.BIBLIOGRAPHY.read_text(encoding="utf-8")
    outside = re.findall(r"@\w+\{(\w+),", bibliography.split("% Figures from outside")[1])
    assert set(outside) == set(context.load()["source"])


def outputs(path, kind):
    """What the cells of a chapter put out of a kind, each with its cell."""
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            if kind in output.get("data", {}):
                yield output["data"][kind]


@cache
def cited(path):
    text = "\n".join(line for said in outputs(path, prose.MIME) for line in said["myst"])
    return {
        key.strip()
        for group in re.findall(r"\{cite[:\w]*\}`([^`]+)`", text)
        for key in group.split(",")
    }


@cache
def drawn(path):
    """What the source lines of a chapter's pictures name: publishers with their years."""
    lines = [spec["usermeta"]["source"] for spec in outputs(path, drawing.MIME)]
    return "; ".join(line.partition(": ")[2] for line in lines)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_number_that_a_sentence_says_has_its_source_at_hand(path):
    """Cited in its chapter, named below a picture there, or in a chapter that its cell names."""
    outside = context.load()
    missing = []
    for said in outputs(path, prose.MIME):
        text = "\n".join(said["myst"])
        linked = re.findall(r"\]\((\w+)\.ipynb\)|\{doc\}`[^`<]*<?(\w+)>?`", text)
        near = [path, *(path.with_name(f"{a or b}.ipynb") for a, b in linked)]
        near = [chapter for chapter in near if chapter.exists()]
        for number in said["numbers"]:
            for name in {*origins.unpacked(number["rests_on"])} & {*outside.index}:
                row = outside.loc[name]
                shown = any(
                    row["source"] in cited(chapter)
                    or (row["publisher"] in drawn(chapter) and row["year"] in drawn(chapter))
                    for chapter in near
                )
                if not shown and path.stem != "context":  # its tables name all sources
                    missing.append(f"{number['said']} rests on {name}: cite {row['source']}")
    assert not missing, f"{path.name}: {sorted(set(missing))}"


def test_every_source_is_in_the_references():
    assert ":all:" in (context.BIBLIOGRAPHY.parent / "references.md").read_text("utf-8")


def test_low_confidence_is_kept_only_for_a_contradiction():
    outside = context.load()
    low = set(outside.index[outside["quality"] == "low"])
    judged = ledger.judged_outside()
    differing = judged[(judged["kind"] == "same") & (judged["verdict"] == "inconsistent")]
    assert low <= set(differing["claims"].explode())


def test_series_that_count_different_things_are_not_comparable():
    outside = context.load()
    years = ["china-pledge-2016", "china-pledge-2017", "china-pledge-2018"]
    assert list(context.comparable(outside.loc[years]).index) == years
    with pytest.raises(
        ValueError, match="coverage is patents alone here and patents and trademarks"
    ):
        context.comparable(outside.loc[[*years, "china-pledge-both-2018"]])
    with pytest.raises(ValueError, match="length of the period in months is 12 here and 11"):
        context.comparable(outside.loc[[*years, "pledge-2019-november"]])
    with pytest.raises(ValueError, match="three types, received here and three types there"):
        context.comparable(outside.loc[["china-applications-2016", "china-applications-2017"]])


@pytest.mark.parametrize(
    "old, new, place",
    [
        ("1.48亿元,article,148000000", "1.48亿元,article,149000000", "row 6, column value"),
        (",chinadaily2021,", ",chinadaily2012,", "row 2, column source"),
        ("9家,article,9,家,exact", "9家,article,9,家,rounded", "row 8, column qualifier"),
        ("nine,9家,article,9", "a lot,9家,article,9", "row 8, column printed"),
    ],
)
def test_a_wrong_cell_is_refused_with_its_place(data, old, new, place):
    path = data / context.FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        context.load()
    assert f"data/context.csv, {place}" in str(caught.value)
    assert "Remedy: " in str(caught.value)


def test_a_period_has_a_start_and_an_end_but_for_totals_whose_start_is_not_printed():
    outside = context.load()
    started, ended = outside["period_start"] != "", outside["period_end"] != ""
    assert not (started & ~ended).any()
    assert set(outside.index[ended & ~started]) == {
        "china-products-2019",
        "district-product-firms-2022",
        "district-products-amount-2022",
        "guangzhou-products",
        "guangzhou-products-amount",
        "pudong-card-amount",
        "pudong-card-firms",
        "workstation-visits-2018",
    }


def test_punitive_damages_are_all_dated_by_the_day_on_which_they_were_in_force():
    laws = context.load().query("measure == 'punitive damages'")
    assert len(laws) == 6 and laws["value"].str.fullmatch(r"\d{4}-\d{2}-\d{2}").all()
    assert laws["note"].str.startswith("In force").all()


def test_the_district_is_named_as_the_source_prints_it():
    """One page may print both names; a figure has the one in its own sentence."""
    places = context.load().groupby("source")["place"].agg(set)
    assert places["chinadaily2021"] == {"Huangpu"}
    assert places["gdd2020"] == {"Huangpu"}
    assert "Development District" in places["chinadaily2020"]


def test_titles_keep_their_capitals_and_copies_are_named():
    """A style sets what stands outside of braces in small letters."""
    entries = context._entries(context.BIBLIOGRAPHY.read_text(encoding="utf-8")).items()
    for key, entry in entries:
        outside_braces = re.sub(r"\{.*?\}", "", entry.fields["title"])
        assert not re.search("[A-Za-z]", outside_braces), f"{key}: brace {outside_braces}"
        assert "repost" not in entry.fields.get("note", ""), f"{key}: say “Read in a copy at …”"
        year = entry.fields.get("year", "2020")  # labels end in a year's digits, or in none
        assert re.fullmatch(r"\d{4}", year), f"{key}: give the year, or leave it out"
