"""Tables: heads, widths, and text that stays text."""

import pandas as pd
import pytest

from heshu.traced import Traced
from reportbook import tables
from reportbook.data.printed import Told
from reportbook.tables import Table, shared_widths, written


def test_tables_escape_mark_chinese_and_head_their_rows():
    frame = pd.DataFrame({"Phrase": ["6700多件", "<b>&"], "Share": ["1.5", "–"]})
    html = tables.show(frame.set_index("Phrase"), caption="A & B", note="注").html()
    assert '<th scope="row">6700<span lang="zh-CN">多件</span></th>' in html
    assert '<th scope="row">&lt;b&gt;&amp;</th>' in html
    assert '<td class="num">1.5</td>' in html
    assert "<caption>A &amp; B</caption>" in html


def test_a_table_without_caption_or_row_headers_is_refused():
    frame = pd.DataFrame({"a": ["1"]})
    with pytest.raises(ValueError, match="caption"):
        tables.show(frame.rename_axis("Row"), caption="")
    with pytest.raises(ValueError, match="index"):
        tables.show(frame, caption="A")


def test_a_table_is_stored_as_what_it_is_a_row_a_line():
    """Changes of two rows then merge, and a diff shows the row that changed."""
    frame = pd.DataFrame({"Phrase": ["a", "b"], "n": ["1", "2"]}).set_index("Phrase")
    shown = tables.show(frame, caption="A", note="B")._repr_mimebundle_()
    assert Table(**shown[tables.MIME]).plain() == shown["text/html"]
    assert [line.count("<tr>") for line in shown["text/html"].split("\n")].count(1) == 3
    assert shown["text/plain"] == "Table: A"


def test_numbers_are_written_with_as_many_decimals_as_one_of_them_needs():
    for cells, texts in [
        ([1, 2000], ["1", "2,000"]),
        ([0.5, -2.25, None], ["0.50", "−2.25", "–"]),
        ([1 / 3, 20], ["0.333", "20.000"]),
        ([2016.5, 2021], ["2016.5", "2021.0"]),
        (["x", None], ["x", "–"]),
    ]:
        assert written(cells) == texts


def least(table, measure=2.0, wider=1.0):
    """The least widths of a table's columns, in ems."""
    ((*widths,),) = shared_widths([table], measure, wider)
    return [width for _, width in widths]


ONE = Table(["Long name", "n"], [["a", "b"]], "A")


def test_tables_with_the_same_heads_have_the_same_columns():
    longer = Table(["Long name", "n"], [["a very long name", "b"]], "B")
    first, second, other = shared_widths([ONE, longer, Table(["x"], [["y"]], "C")], 50)
    assert first == second and len(other) == 1
    (wide, _), (narrow, _) = first
    assert wide > narrow and wide + narrow == pytest.approx(100)
    assert 'style="--whole:' in ONE.html(first) and "<colgroup>" in ONE.html(first)


def test_a_column_has_room_for_its_longest_word():
    words = [len("name") * tables.LATIN + tables.GUTTER, tables.LATIN]
    assert least(ONE) == pytest.approx(words)
    wider = [3 * len("name") * tables.LATIN + tables.GUTTER, 3 * tables.LATIN]
    assert least(ONE, wider=3.0) == pytest.approx(wider)
    chinese = Table(["n"], [["知识产权运用和保护综合改革试验"]], "A")
    assert least(chinese) == [tables.CHINESE_WORD], "Chinese breaks anywhere"


def test_a_number_is_never_broken_and_a_range_only_where_room_is_short():
    ranged = Table(["n"], [["13,850 to 13,950"]], "A")
    assert least(ranged, 20) == pytest.approx([len("13,850 to 13,950") * tables.LATIN])
    assert least(ranged) == pytest.approx([len("13,850 to") * tables.LATIN])
    # Beside words it isn't set as a number, and its column need not be as wide
    mixed = Table(["n"], [["13,850 to 13,950"], ["many"]], "A")
    assert least(mixed, 20) == pytest.approx([len("13,850 to") * tables.LATIN])


def lines(table, measure=100.0):
    """Of a table's columns those that stand below its rows."""
    (widths,) = shared_widths([table], measure, below=True)
    return [head for head, width in zip(table.columns, widths, strict=True) if width is None]


REASONED = Table(["Test", "Result", "Why"], [["a", "b", "word " * 30], ["c", "d", "–"]], "A")


def test_long_reasons_stand_below_their_row():
    assert lines(REASONED) == ["Why"]
    (widths,) = shared_widths([REASONED], 100, below=True)
    html = REASONED.html(widths)
    assert html.count("<td colspan") == 1, "no empty line below the other row"
    assert '<tr class="more"><td colspan="2"><div><b>Why</b> word word' in html
    assert html.count("<tbody>") == html.count('scope="rowgroup"') == 2
    assert '<th scope="col">Why' not in html
    # In tables with the same heads alike, so that a reader finds it again
    short = Table(REASONED.columns, [["a", "b", "c"]], "B")
    assert [found[2] for found in shared_widths([short, REASONED], 100, below=True)] == [None, None]
    assert lines(Table(["Term", "Meaning"], [["a", "word " * 30]], "A")) == [], "two are a table"


def test_a_table_wider_than_a_line_sets_its_wordiest_columns_below():
    row = ["a", "12", "b", "several words, here", "more words than in any other"]
    table = Table(["Name", "Number", "Unit", "Kind", "Chapters"], [row], "A")
    assert lines(table) == [] and lines(table, 20) == ["Chapters"]


def test_a_phone_gets_a_card_a_row_with_each_cell_headed():
    wide = Table(["a", "b", "c", "d & e"], [["1", "2", "3", "4"]], "A")
    html = wide.html(*shared_widths([wide], 100, below=True))
    assert 'class="report-table cards"' in html
    assert '<td class="num" data-head="d &amp; e">4</td>' in html and "<th data-head" not in html
    (widths,) = shared_widths([REASONED], 100, below=True)
    assert "cards" not in REASONED.html(widths), "two narrow columns stay a table"
    assert "data-head" not in wide.html(), "a notebook has no use for them"


def test_a_chinese_reason_beside_two_columns_is_a_card_on_a_phone():
    """It is as long as an English one of twice the characters, which stands below its row."""
    for length, kinds in ((40, 'class="report-table"'), (60, 'class="report-table cards"')):
        shown = Table(["A", "B", "C"], [["a", "b", "长" * length]], "A caption")
        (widths,) = shared_widths([shown], 60, below=True)
        assert kinds in shown.html(widths)


def test_only_long_tables_can_be_filtered():
    for rows in (tables.LONG, tables.LONG + 1):
        table = Table(["a", "b"], [["x", "1"]] * rows, "A")
        assert (tables.FILTER in table.html(*shared_widths([table], 100))) == (rows > tables.LONG)
        assert "<form" not in table.html()


def test_quotes_and_apostrophes_are_set_as_in_prose():
    frame = pd.DataFrame({"The city's": ['\'x\' is "y" ("z")']}, index=pd.Index(["a"], name="b"))
    table = tables.show(frame, caption="The district's", note="It's")
    assert (table.columns[1], table.caption, table.note) == ("The city’s", "The district’s", "It’s")
    assert table.rows[0][1] == "‘x’ is “y” (“z”)"


def test_a_cell_that_knows_what_it_rests_on_leads_there():
    """A number that was counted, and a phrase of a row; not in a table whose rows have names."""
    frame = pd.DataFrame(
        {
            "Rows": [Traced(2, rests_on=["a", "b"])],
            "Printed": [Told("13年", ["c"])],
            "Plain": ["7"],
        },
        index=pd.Index(["one"], name="Name"),
    )
    shown = tables.show(frame, caption="A")
    assert [number["rests_on"] for number in shown.numbers] == [["a", "b"], ["c"]]
    html = shown.html(traces=lambda number: f".{number['column']}")
    assert "<a href=#.1>2</a>" in html and "<a href=#.2>" in html and "<a href=#.3>" not in html
    assert not tables.show(frame, caption="A", names=["a"]).numbers
