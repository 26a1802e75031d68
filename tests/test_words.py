"""Words keep faith with numbers: what a sentence, a heading or a chart claims rests on an assert.

`make words` runs this file alone: it reads the stored notebooks and runs none.
"""

import json

import pytest
import wording
from conftest import NOTEBOOKS

from reportbook import drawing, prose


def test_every_word_that_claims_rests_on_an_assert_that_can_bear_it(notebook):
    found = [
        fault
        for section in wording.sections(notebook, notebook["name"])
        for fault in wording.faults(section)
    ]
    assert not found, "\n".join(found)


def test_every_heading_is_the_message_of_an_assert_to_the_letter(notebook):
    """Of those that a chapter finds; what an appendix lists may have a name instead."""
    for section in wording.sections(notebook, notebook["name"])[1:]:
        if section.heading in wording.PLAIN_HEADINGS or notebook["name"] in ("claims", "context"):
            continue
        said = {phrase for guard in section.guards for phrase in guard.says.split(wording.GAP)}
        assert section.heading in said, f"no assert bears out “{section.heading}”"


def test_the_vocabulary_explains_itself():
    words = wording.vocabulary()
    for word, row in words.items():
        assert word in row["example"].lower() or not row["needs"], f"{word}: {row['example']}"
        opposite = words.get(row["opposite"])
        if opposite and opposite["needs"]:
            unlike = {*row["needs"].split()} - {*opposite["needs"].split()}
            assert unlike or row["lacks"], f"{word} rests on the same as {row['opposite']}"


HEADING = "More loans than grants"
CELLS = [
    ("markdown", "# Title"),
    ("markdown", f"## {HEADING}"),
    ("code", 'loans, grants = value["loans"], value["grants"]\ncap = value["cap"]'),
    ("code", "%%say\nLoans were {loans:million}, more than grants with {grants:million}."),
    ("code", 'charts.finish(form, headline="Loans rose", subtitle="Million yuan", note="A bar")'),
    (
        "code",
        "assert loans.low > grants.high, (\n"
        '    "More loans than grants … more than … Loans rose … grants with {grants:million}"\n)',
    ),
]
NUMBER = {"form": "million", "unit": "元", "low": "1", "high": "2"}
NUMBERS = [
    NUMBER | {"name": f"{{{name}:million}}", "rests_on": [name]} for name in ("loans", "grants")
]
CHART = {"usermeta": {"table": {"columns": ["loan", "million yuan"], "rows": [["a", 1]]}}}


def notebook_of(cells):
    """A notebook of these cells, with what its sentences say and its chart shows stored."""
    said = [{"data": {prose.MIME: {"numbers": NUMBERS}}}]
    drawn = [{"data": {drawing.MIME: CHART}}]
    return {
        "cells": [
            {
                "cell_type": kind,
                "source": [text],
                "outputs": said if "%%say" in text else drawn if "finish(" in text else [],
            }
            for kind, text in cells
        ]
    }


def faults(old="", new=""):
    cells = [(kind, text.replace(old, new) if old else text) for kind, text in CELLS]
    found = wording.sections(notebook_of(cells), "small")
    return [fault for section in found for fault in wording.faults(section)]


def test_what_rests_on_its_assert_passes():
    assert not faults()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (", more than", ", fewer than", "“fewer” rests on no assert"),
        ("were {loans", "were not {loans", "“not” rests on no assert"),
        ('headline="Loans rose"', 'headline="Loans fell"', "“fell” rests on no assert"),
        ("## More", "## Fewer", "“fewer” rests on no assert"),
        ("… Loans rose", "… Loans grew", "nothing says “Loans grew”"),
        ("loans.low >", "loans.high <", "“more” needs > and no <"),
        ("… more than …", "… more than … Loans were …", "“Loans were” claims nothing"),
        ("assert loans.low > grants.high", "assert cap.low > 5", "none of the sentence's numbers"),
        # Two numbers exchanged, a unit, a scale
        (
            " … grants with {grants:million}",
            "",
            "“{loans:million}” and “{grants:million}” could be",
        ),
        (
            "{loans:million}, more than grants with {grants",
            "{grants:million}, more than grants with {loans",
            "nothing says “grants with {grants:million}”",
        ),
        ("were {loans:million}", "were {loans:million} firms", "counts no firms"),
        ("were {loans:million}", "were {loans:million} billion", "the form writes “billion”"),
        ("{grants:million}.", "{grants:million} a month.", "nothing is counted by “a month”"),
        ('"Million yuan"', '"Billion yuan"', "the chart shows nothing in “Billion”"),
        # The same word turned in the sentence and in the message
        ("more than", "fewer than", "“fewer” needs < and no >"),
        ("Loans rose", "Loans fell", "“fell” needs < and no >"),
    ],
)
def test_a_word_without_ground_is_named(old, new, fault):
    assert any(fault in found for found in faults(old, new)), faults(old, new)


def test_every_text_is_read_that_a_chart_takes_from_a_dictionary():
    """One for each reading of an open phrase."""
    drawn = 'texts = {"one": "Loans rose", "other": "Loans fell"}\n'
    drawn += 'charts.finish(form, headline=texts[key], subtitle="Money", description="A bar")'
    found = faults(CELLS[4][1], drawn)
    assert len(found) == 1 and "“fell” rests on no assert" in found[0]


def test_the_chapters_claim_something():
    """Else a fault in reading them would let everything pass."""
    sections = [
        section
        for path in NOTEBOOKS
        for section in wording.sections(json.loads(path.read_text(encoding="utf-8")), path.stem)
    ]
    passages = [passage for section in sections for passage in section.passages]
    assert len(passages) > 300
    assert sum(len(list(wording.claimed(passage.text))) for passage in passages) > 200
