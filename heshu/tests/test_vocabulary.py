"""Every word of the vocabulary, by the example that taught it."""

import pytest

from heshu import check, finding, grids, reading, vocabulary
from heshu.documents import Document, markdown

# The columns of each table between `word` and `example`
TABLES = {
    "units": ["sort", "ge", "same"],
    "reasons": ["en", "zh"],
    "longer": ["part", "unless"],
    "naming": ["numerals"],
    "names": ["numerals"],
    "qualifiers": ["sense", "place", "interval"],
    "verbs": ["direction"],
    "ordinals": [],
    "comparable": ["sort"],
    "readings": ["needs", "pattern"],
    "forms": ["form", "next", "pattern", "meaning"],
    "relations": ["pattern", "meaning"],
    "heads": ["sense"],
    "codes": ["meaning", "meaning_zh", "holds"],
    "statements": ["pattern", "meaning"],
    "synonyms": ["name"],
    "partitions": ["members", "whole", "sort"],
    "differences": ["larger", "smaller"],
    "rates": ["part", "whole", "sort"],
    "conversions": ["of", "times"],
}
# Those whose examples give verdicts on relations
RELATED = ("comparable", "relations", "codes", "statements", "synonyms", "partitions")
RELATED += ("differences", "rates", "conversions")
ALLOWED = {
    "sort": {"measure", "currency", "duration", "ratio", "per"},
    "ge": {"", "yes"},
    "sense": {"above", "least", "near", "short", "below", "most", "about", "around", "each"},
    "place": {"before", "after"},
    "direction": {"rise", "fall"},
}


def given(table, row):
    """What is found in a row's example: phrases, or the verdicts on its relations."""
    if table in RELATED:
        results = [one for one in check.check(row["example"]) if not isinstance(one, tuple)]
        return "; ".join(result.verdict for result in results)
    if table == "heads":
        lines = row["example"].split(";")
        marked = [f"|{line}|" for line in lines]
        marked.insert(1, "|---" * (lines[0].count("|") + 1) + "|")
        (grid,) = Document("x", markdown.read("\n".join(marked))).tables
        results = [one for one in grids.check(grid) if not isinstance(one, tuple)]
        return " ".join(result.verdict for result in results)
    if table == "readings":
        read = reading.read(row["example"])
        return f"{read.kind} {read.text}".strip()
    found = list(finding.find(row["example"]))
    if table == "units":
        # One that only divides is looked for behind the sign; it may have another name there
        printed = [one.reading.unit for one in found]
        if row["sort"] == "per":
            printed = [unit.partition("/")[2] for unit in printed]
        if printed != [row["same"] or row["word"]]:
            return f"no {row['word']}"
    if table == "reasons":
        found = [one for one in found if one.reading.why in vocabulary.words("reasons")]
    return " ".join(one.phrase for one in found)


@pytest.mark.parametrize(
    "table, row",
    [
        pytest.param(table, row, id=f"{table}-{row['word']}")
        for table in TABLES
        for row in vocabulary.rows(table)
    ],
)
def test_an_example_gives_what_it_taught(table, row):
    assert given(table, row) == row["gives"]


@pytest.mark.parametrize("row", vocabulary.rows("codes"), ids=lambda row: row["word"])
def test_a_code_has_an_example_that_fails_and_one_that_holds(row):
    def verdicts(text):
        results = [one for one in check.check(text) if not isinstance(one, tuple)]
        return [result.verdict for result in results if result.code == row["word"]]

    assert verdicts(row["example"]) == ["inconsistent"]
    # What all relations of a text share, or a whole and a part, is told where it fails only
    assert verdicts(row["holds"]) == ([] if row["word"] in ("reading", "part") else ["consistent"])
