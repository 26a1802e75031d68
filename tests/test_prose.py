"""What a sentence may say of a number, and what its output holds."""

from fractions import Fraction

import pandas as pd
import pytest

from heshu.intervals import Interval
from heshu.traced import traced
from heshu.words import THIN
from reportbook import prose
from reportbook.data import claims, context
from reportbook.readings import Readings

YUAN = traced(Interval(6_897_500_000, 6_898_500_000), ["pledge-total"], "元")
SHARE = traced(Interval(Fraction(4035, 10000), Fraction(4045, 10000)), ["a", "b"])
FLOOR = traced(Interval(300, None, False), ["agencies"], "家")
FIRMS = traced(Interval(400, 500, False, False), ["pledge-firms"], "家")
EXACT = traced(Interval.point(3), ["tiscs"], "家")


def said(how, value):
    return prose.say(f"{{x:{how}}}" if how else "{x}", {"x": value}).plain


@pytest.mark.parametrize(
    ("how", "value", "text"),
    [
        ("", YUAN, "6,898 million yuan"),
        ("about billion.1", YUAN, "about 6.9 billion yuan"),
        ("At least million", YUAN, "At least 6,897 million yuan"),
        ("at most million", YUAN, "at most 6,899 million yuan"),
        ("percent", SHARE, f"40{THIN}%"),
        ("at least percent.1", SHARE, f"at least 40.3{THIN}%"),
        ("range percent", SHARE * 100 / 100, f"40.35 to 40.45{THIN}%"),
        ("points", SHARE, "40 percentage points"),
        ("times.2", SHARE, "0.40 times"),
        ("over", FLOOR, "over 300"),
        ("at least", FIRMS, "at least 401"),
        ("range", FIRMS, "401 to 499"),
        ("under", traced(Interval(3, 8, high_closed=False), ["a"]), "under 8"),
        ("numeral", EXACT, "three"),
        ("Numeral", EXACT, "Three"),
        ("ordinal", EXACT, "3rd"),
        ("growth", traced(Interval.point(Fraction(1666, 100)), ["pledge-growth"]), None),
        ("percent", traced(Interval.point(39), ["x"], "%"), f"39{THIN}%"),
        ("million.1", YUAN / FIRMS.high, "13.8 million yuan"),
    ],
)
def test_the_form_writes_direction_and_unit_and_rounds_to_match(how, value, text):
    assert said(how, value) == (text or f"up 1,666{THIN}%, to 17.66 times")


def test_a_figure_is_said_as_its_row_says_it():
    value, known = claims.load()["interval"], context.load()["interval"]
    assert said("printed", value["agencies"]) == "over 300"
    assert said("printed", value["pledge-total"]) == "about 6,898 million yuan"
    assert said("printed", known["registered-2019"]) == "over 1,600"
    template = "{value[agencies]:printed} agencies"
    assert prose.say(template, {"value": value}).plain == "over 300 agencies"


def test_dates_phrases_and_names_are_words_that_know_their_row():
    outside = context.load()
    opened = outside.at["guangdong-centre-opened", "value"]
    assert [said(form, opened) for form in ("year", "month")] == ["2019", "April 2019"]
    made = prose.say("{x} {name}", {"x": outside.at["registered-2019", "printed"], "name": "A*"})
    assert made.numbers[0]["rests_on"] == ["registered-2019"]
    assert made.myst.endswith(r"A\*")


def test_an_output_holds_sentence_template_and_what_each_number_is():
    made = prose.say("It was {x:at least percent}.", {"x": SHARE})._repr_mimebundle_()
    assert made["text/markdown"] == f"It was at least 40{THIN}%."
    assert made[prose.MIME] == {
        "template": ["It was {x:at least percent}."],
        "myst": [f"It was {{said}}`at least 40{THIN}%`."],
        "numbers": [
            {
                "name": "{x:at least percent}",
                "said": f"at least 40{THIN}%",
                "form": "percent",
                "direction": "at least",
                "low": "807/2000",
                "high": "809/2000",
                "unit": "",
                "rests_on": ["a", "b"],
                "range": f"40.35 to 40.45{THIN}%",
            }
        ],
    }


@pytest.mark.parametrize(
    ("template", "value", "fault"),
    [
        ("{y}", SHARE, "{y}: nothing has this name"),
        ("{x}", 5, "{x}: 5 has no origin"),
        ("{x}", Fraction(1, 2), "has no origin"),
        ("{x}", Interval(1, 2), "has no origin"),
        ("{x}", "12 firms", "“12 firms” holds a figure without origin"),
        ("{x:percent}", FIRMS, "a number in 家 can't be said as percent"),
        ("{x:count}", YUAN, "a number in 元 can't be said as count"),
        ("{x:million}", FIRMS, "a number in 家 can't be said as million"),
        ("{x:times}", EXACT, "a number in 家 can't be said as times"),
        ("{x:at most}", FLOOR, "has no such bound"),
        ("{x}", FLOOR, "has no finite ends"),
        ("{x:over}", traced(Interval(3, 8), ["a"]), "reaches its bound: say at least"),
        ("{x:under}", traced(Interval(3, 8), ["a"]), "reaches its bound: say at least or at most"),
        ("{x:percent}", traced(Interval(0, 1), ["a"]), "is too wide to be said as 50"),
        ("{x:about}", traced(Interval(80, 120), ["a"]), "is too wide to be said as 100"),
        ("{x:numeral}", traced(Interval(3, 4), ["a"]), "is no single number"),
        ("{x:fold}", EXACT, "no form fold: take one of count"),
        ("{x:most likely}", EXACT, "“most likely” is no form"),
        ("{x:printed percent}", SHARE, "only a single printed figure"),
        ("## {x}", EXACT, "a heading belongs into a Markdown cell"),
    ],
)
def test_what_a_number_is_not_is_refused_by_its_place(template, value, fault):
    with pytest.raises(ValueError, match=r".*".join(map(_plain, fault.split("…")))):
        prose.say(template, {"x": value})


def _plain(text):
    return "".join(f"\\{sign}" if sign in "{}[]()|*+?.^$" else sign for sign in text)


def test_roles_are_words_where_no_book_is():
    made = prose.say(
        "Seen {cite}`huangpu2019`. A {term}`centre <TISC>` of {doc}`the audit <audit>`.", {}
    )
    assert made.plain == (
        "Seen (Huangpu District Government 2019). A centre of [the audit](audit.ipynb)."
    )
    assert made.myst.startswith("Seen.{cite}`huangpu2019` A {term}"), "behind the stop"


YEARS = Readings("years", "Which?", {"before": "2016 to 2020", "july": "July 2016 on"})


def test_sentences_of_a_reading_begin_with_its_name_and_know_it():
    made = prose.say("It was {x:percent}.", {"x": SHARE, "years": YEARS}, "years=july")
    assert made.plain == f"**July 2016 on.** It was 40{THIN}%."
    assert made.myst.startswith("**July 2016 on.** It was {said}`")
    assert made.template == "It was {x:percent}."
    told = made._repr_mimebundle_()[prose.MIME]
    assert told["reading"] == YEARS.told("july")
    assert "reading" not in prose.say("It was.", {})._repr_mimebundle_()[prose.MIME]


@pytest.mark.parametrize(
    ("values", "wanted", "fault"),
    [
        ({}, "years=july", "no readings have the name years"),
        ({"years": range(5)}, "years=july", "no readings have the name years"),
        ({"years": YEARS}, "years=june", "years has no reading june: take before, july"),
    ],
)
def test_a_reading_that_there_is_not_is_refused(values, wanted, fault):
    with pytest.raises(ValueError, match=fault):
        prose.say("It was.", values, wanted)


@pytest.mark.parametrize(
    ("switch", "names", "fault"),
    [
        ("Years", {"a": "A", "b": "B"}, "“Years” stands in an address"),
        ("years", {"a": "A", "b-c": "B"}, "“b-c” stands in an address"),
        ("years", {"a": "A"}, "has one reading"),
    ],
)
def test_readings_have_names_that_an_address_can_hold(switch, names, fault):
    with pytest.raises(ValueError, match=fault):
        Readings(switch, "Which?", names)


def test_key_figures_are_a_list_outside_the_book():
    made = prose.cards("{x:over}\n**agencies** here\n\n{y}\n**centres**", {"x": FLOOR, "y": EXACT})
    assert made.plain == "- **over 300** **agencies** here\n- **3** **centres**"
    assert made.myst.count("figure-card") == 2 and len(made.numbers) == 2


def test_a_count_of_rows_rests_on_them():
    rows = pd.DataFrame({"a": [1, 2]}, index=["x", "y"])
    assert prose.tally(rows) == 2 and prose.tally(rows).rests_on == {"x", "y"}
    assert prose.tally(rows, "goals").rests_on == {"goals:x", "goals:y"}
    assert prose.tally(rows, "claims").rests_on == {"x", "y"}, "as all chains name claims"


def test_a_count_of_none_says_that_none_was_chosen():
    """And from which rows: it is no number computed from all of them."""
    rows = pd.DataFrame({"a": [1, 2]}, index=["x", "y"])
    (none,) = prose.say("{n}", {"n": prose.tally(rows[rows["a"] > 2], among=rows)}).numbers
    assert (none["said"], none["how"], none["counted"]) == ("0", "{0 of 2 rows}", [])
    assert none["rests_on"] == ["x", "y"]
