"""Tables: heads, widths, and text that stays text."""

import pandas as pd
import pytest

from reportbook import tables
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
    assert Table(**shown[tables.MIME]).html() == shown["text/html"]
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
    assert 'style="min-width:' in ONE.html(first) and "<colgroup>" in ONE.html(first)


def test_a_column_has_room_for_its_longest_word():
    words = [len("name") * tables.LATIN + tables.GUTTER, tables.LATIN]
    assert least(ONE) == pytest.approx(words)
    wider = [3 * len("name") * tables.LATIN + tables.GUTTER, 3 * tables.LATIN]
    assert least(ONE, wider=3.0) == pytest.approx(wider)
    chinese = Table(["n"], [["知识产权运用和保护综合改革试验"]], "A")
    assert least(chinese) == [tables.CHINESE_WORD], "Chinese breaks anywhere"


def test_a_number_is_never_broken():
    """The style sheet lets none wrap, so a narrower column would let it run into the next."""
    ranged = Table(["n"], [["13,850 to 13,950"]], "A")
    assert least(ranged) == pytest.approx([len("13,850 to 13,950") * tables.LATIN])
    # Beside words it isn't set as a number, and its column need not be as wide
    mixed = Table(["n"], [["13,850 to 13,950"], ["many"]], "A")
    assert least(mixed) == pytest.approx([len("13,850 to") * tables.LATIN])


def test_quotes_and_apostrophes_are_set_as_in_prose():
    frame = pd.DataFrame({"The city's": ['\'x\' is "y" ("z")']}, index=pd.Index(["a"], name="b"))
    table = tables.show(frame, caption="The district's", note="It's")
    assert (table.columns[1], table.caption, table.note) == ("The city’s", "The district’s", "It’s")
    assert table.rows[0][1] == "‘x’ is “y” (“z”)"
