"""A chart drawn again from what its output holds, as another edition needs it."""

from __future__ import annotations

import pytest

from reportbook import charts, drawing
from reportbook.running import freshness


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
    assert charts.redrawn(about, about, other) == about["pictures"]


def test_no_chart_of_the_book_is_without_a_recipe():
    assert len(STORED) >= 29
    for name, about in STORED.items():
        assert about["recipes"], name


def test_what_is_no_json_is_refused():
    with pytest.raises(TypeError, match="can't be drawn again"):
        charts.bars([{"name": "a", "value": 1 + 2j}], of="what", unit="things")
