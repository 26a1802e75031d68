"""Charts and tables in a page: whole, and what is text stays text."""

from html.parser import HTMLParser

import pytest

from reportbook.site import outputs
from reportbook.tables import Table

MARKUP = "<b onclick='x'>\"&amp;</script>"
WORDS = ("headline", "subtitle", "source", "note")


def spec(**changes):
    """The specification of a small chart, with these in place of its words."""
    words = {name: name for name in (*WORDS, "description")} | changes
    pictures = {"wide": ["<svg>", "</svg>"], "narrow": ["<svg>", "</svg>"]}
    return {
        "usermeta": words | {"table": {"columns": ["a"], "rows": [["b"]]}, "pictures": pictures}
    }


class Parts(HTMLParser):
    """The elements of a fragment, and its text."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.text = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes).get("aria-label")))

    def handle_data(self, data):
        self.text.append(data)


@pytest.mark.parametrize("field", WORDS)
def test_markup_in_each_word_of_a_chart_stays_text(field):
    """Field by field: what one smuggles in could hide what the next one does."""
    plain = Parts(outputs.figure(spec(), "fig-x", "<table></table>"))
    marked = Parts(outputs.figure(spec(**{field: MARKUP}), "fig-x", "<table></table>"))
    assert [tag for tag, _ in marked.elements] == [tag for tag, _ in plain.elements]
    assert "".join(marked.text).count(MARKUP) == "".join(plain.text).count(field) >= 1


@pytest.mark.parametrize("field", ["caption", "note", "column", "cell"])
def test_markup_in_each_part_of_a_table_stays_text(field):
    parts = {name: "x" for name in ("caption", "note", "column", "cell")}

    def html(parts):
        return Table([parts["column"]], [[parts["cell"]]], parts["caption"], parts["note"]).html()

    plain, marked = Parts(html(parts)), Parts(html(parts | {field: MARKUP}))
    assert [tag for tag, _ in marked.elements] == [tag for tag, _ in plain.elements]
    assert "".join(marked.text).count(MARKUP) == 1
    if field == "caption":
        assert ("div", MARKUP) in marked.elements


def test_a_chart_has_one_title_above_it_and_one_menu_below():
    html = outputs.figure(spec(), "fig-x", "<table></table>", "Figure 8", ["code-1", "code-2"])
    above, _, below = html.partition("<svg>")
    assert above.index("Figure 8") < above.index(">headline<") < above.index(">subtitle<")
    assert html.startswith("<figcaption") and above.count("</figcaption>") == 1
    foot, _, menu = below.partition("<details")
    assert "source" in foot and "<a" not in foot
    assert menu.count("<a") == len(outputs.FILES) + 2 and "<table>" in menu
    assert menu.endswith("</table></details></div>")


def test_the_data_of_a_chart_are_written_as_a_reader_sees_them():
    about = spec()["usermeta"]
    about["table"] = {"columns": ["Year", "million"], "rows": [["2016", 1.5], ["2017", None]]}
    table = outputs.data_table(about)
    assert table.rows == [("2016", "1.5"), ("2017", "–")] and table.caption == "Data: headline"
