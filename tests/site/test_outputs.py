"""Charts and tables in a page: whole, and what is text stays text."""

from html.parser import HTMLParser

import pytest
from docutils import nodes
from docutils.utils import new_document
from sphinx.errors import ExtensionError

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


def test_a_picture_to_choose_from_has_a_field_for_each_filter():
    about = spec()
    about["usermeta"] |= {"filters": ["how tested"]}
    rows = [["x", MARKUP], ["y", "b"], ["z", "b"]]
    about["usermeta"]["table"] = {"columns": ["name", "how tested"], "rows": rows}
    html = outputs.figure(about, "fig-x", "")
    assert html.index("<select") < html.index("<svg>") < html.index("told-in-full")
    assert html.count("<option") == 3 and '<select name="how tested"' in html
    assert MARKUP not in html and "".join(Parts(html).text).count(MARKUP) == 1


def turned(**changes):
    """A chart of two readings, the second with these in place of its words."""
    both = [{"switch": "which", "question": "Which?", "key": k, "name": f"{k}!"} for k in "ab"]
    other = {**spec()["usermeta"], "headline": "second", **changes, "reading": both[1]}
    return {"usermeta": spec()["usermeta"] | {"reading": both[0], "others": [other]}}


def test_a_chart_of_two_readings_has_one_number_one_switch_and_both_whole():
    html = outputs.figure(turned(), "fig-x", "<table></table>", "Figure 8")
    head, _, rest = html.partition("</figcaption>")
    assert "Figure 8" in head and "Which?" in head and "headline" not in head.split(">")
    assert rest.count('type="radio"') == 2 and rest.count(" checked") == 1
    assert rest.index(" checked") < rest.index('value="b"'), "the book's own reading"
    first, second = rest.split('<div class="of-which which-b">')
    assert '<div class="of-which which-a">' in first
    for part, headline in ((first, ">headline<"), (second, ">second<")):
        order = [part.index(word) for word in ("reading-name", headline, "<svg>", "chart-source")]
        assert order == sorted(order)
    assert rest.count("<details") == rest.count("<table>") == 1
    for file in ("fig-x.csv", "fig-x.png", "fig-x-b.png", "fig-x-b.svg"):
        assert f'href="{file}" download' in rest
    assert "fig-x-b.csv" not in rest and "fig-x-a" not in rest


@pytest.mark.parametrize("field", WORDS)
def test_markup_in_the_words_of_another_reading_stays_text(field):
    plain = Parts(outputs.figure(turned(), "fig-x", ""))
    marked = Parts(outputs.figure(turned(**{field: MARKUP}), "fig-x", ""))
    assert [tag for tag, _ in marked.elements] == [tag for tag, _ in plain.elements]
    assert "".join(marked.text).count(MARKUP) >= 1


def cell(*said, reading=None):
    """A cell as MyST-NB leaves it, which says something, maybe for one reading."""
    held = nodes.container("", *said, classes=[outputs.SAID], reading=reading)
    return nodes.container("", held, nb_element="cell_code")


def test_neighbouring_sentences_of_one_phrase_stand_in_one_place():
    tree = new_document("x")
    readings = [{"switch": "which", "key": key} for key in "ab"]
    tree += [
        cell(nodes.paragraph("", name), reading=it) for name, it in zip("AB", readings, strict=True)
    ]
    tree += cell(nodes.paragraph("", "C"))
    tree += cell(nodes.paragraph("", "D"), reading={"switch": "other", "key": "a"})
    outputs.Sentences(tree).apply()
    first, between, last = tree
    assert [part["classes"] for part in first] == [
        ["of-which", "which-a"],
        ["of-which", "which-b"],
    ]
    assert [part.astext() for part in first] == ["A", "B"] and between.astext() == "C"
    assert last["switch"] == "other"
    tree += nodes.raw(format="html", chart=turned(), name="fig-x")
    with pytest.raises(ExtensionError, match="depend on other, and no figure of the page turns it"):
        outputs.readings(tree)
    tree.remove(last)
    assert outputs.readings(tree) == "which=a,b"


def test_the_data_of_a_chart_are_written_as_a_reader_sees_them():
    about = spec()["usermeta"]
    about["table"] = {"columns": ["Year", "million"], "rows": [["2016", 1.5], ["2017", None]]}
    table = outputs.data_table(about)
    assert table.rows == [("2016", "1.5"), ("2017", "–")] and table.caption == "Data: headline"
