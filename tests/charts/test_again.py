"""A chart drawn again from what its output holds, as another edition needs it."""

from __future__ import annotations

import re

import pytest

from reportbook import charts, drawing, language
from reportbook.language import Shown
from reportbook.palette import NARROW, WIDTH
from reportbook.running import freshness
from reportbook.translation import outputs


def stored():
    for path in freshness.chapters():
        for cell in freshness.code_cells(path):
            for output in cell["outputs"]:
                spec = output.get("data", {}).get(drawing.MIME, {})
                if "recipes" in (about := spec.get("usermeta", {})):
                    yield f"{path.stem}:{cell['id']}", about
                    for other in about.get("others", []):
                        yield f"{path.stem}:{cell['id']}:{other['reading']['key']}", other


STORED = dict(stored())
# One chart of each form, and those of several readings or scales
FIRST = {about["recipes"][0].partition(",")[0]: name for name, about in reversed(STORED.items())}
SEVERAL = [
    name for name, about in STORED.items() if "reading" in about or len(about["recipes"]) > 1
]


@pytest.mark.parametrize("name", sorted({*FIRST.values(), *SEVERAL}))
def test_a_stored_chart_is_drawn_again_to_the_byte(name):
    about = STORED[name]
    key = about.get("reading", {})
    other = f"{key['switch']}-{key['key']}" if ":" in name.partition(":")[2] else ""
    assert charts.redrawn(about, about).pictures(other) == about["pictures"]


def test_no_chart_of_the_book_is_without_a_recipe():
    assert len(STORED) >= 29
    for name, about in STORED.items():
        assert about["recipes"], name


SHARE = {"name": "a", "part": "b", "value": 301.0, "whole": 735.0, "sum": "million yuan"}
EDGES = {"low": 147.0, "high": 149.0, "least": 147.5, "most": 148.5}
OF_MONEY = {
    "bars": ([{"name": "a", "value": 148.0}, {"name": "b", "value": 2.0, "text": "1 to 3"}],),
    "columns": ([{"name": "a", "value": 148.0}],),
    "beside": ([{"name": "a", "value": 148.0, "other": 301.0}],),
    "path": ([{"name": "a", "year": 2000 + n, "low": n, "high": 900.0} for n in (15, 16)],),
    "shares": ([SHARE, {**SHARE, "part": "c", "value": 434.0}],),
    "rulers": ([{"name": "a", "detail": "million yuan", "face": 148.2, **EDGES}],),
    "cuts": ([{"name": "Loans, million yuan", **EDGES}],),
}
KNOWN = {
    "lines": [{"name": "d", "year": 2000 + n, "value": 40.0 * n} for n in (15, 15.5, 16)],
    "points": [{"year": 2015, "value": 148.0, "text": "148"}],
}


@pytest.mark.parametrize("width", [WIDTH, NARROW])
@pytest.mark.parametrize("name", OF_MONEY)
def test_a_form_leaves_no_number_of_money_out_of_its_unit(name, width):
    """Each number that it draws and tells can be counted in another, but years."""
    drawn, options = [], KNOWN if name == "path" else {"of": "what"}
    unit = {"unit": "million yuan" if name not in ("rulers", "cuts", "shares") else "value"}

    def note(text):
        drawn.append(text)
        return text

    def count(text, unit):
        return Shown(f"{text} counted") if "million" in unit else text

    with language.speaking(note, count):
        charts.forms.FORMS[name](*OF_MONEY[name], **options, **unit).draw(width)
    bare = {text for text in drawn if re.match(r"[\d.]", text) and "counted" not in text}
    assert bare <= {"2015", "2015.5", "2016"}


def test_a_chart_of_money_says_the_same_amounts_in_its_chinese_table():
    found = 0
    for about in STORED.values():
        if "others" in about or "reading" in about:
            continue
        chinese = outputs.shown(about["table"], charts.again(about["recipes"][0]).units)
        for place, head in enumerate(about["table"]["columns"]):
            if "million yuan" in head:
                scale = {"万": 10**4, "亿": 10**8}[
                    re.search("[万亿]", chinese["columns"][place])[0]
                ]
                for ours, theirs in zip(about["table"]["rows"], chinese["rows"], strict=True):
                    if ours[place] is not None:
                        found += 1
                        assert float(theirs[place]) * scale == pytest.approx(
                            ours[place] * 10**6, rel=1e-4
                        )
    assert found >= 10


def test_what_is_no_json_is_refused():
    with pytest.raises(TypeError, match="can't be drawn again"):
        charts.bars([{"name": "a", "value": 1 + 2j}], of="what", unit="things")
