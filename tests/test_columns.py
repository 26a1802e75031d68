"""The widths of a table's columns."""

import re

import pytest

from reportbook import columns

ONE = "<table><caption>A</caption><thead><tr><th>Long name</th><th>n</th></tr></thead></table>"


def widths(table):
    return [float(width) for width in re.findall(r"--share:([\d.]+)%", table)]


def test_tables_with_the_same_heads_have_the_same_columns():
    longer = ONE.replace("</table>", "<tr><td>a very long name</td><td>1</td></tr></table>")
    body = columns.with_widths(f"{ONE}<p></p>{longer}", 50)
    first, second = re.findall("<colgroup>.*?</colgroup>", body)
    assert first == second
    wide, narrow = widths(first)
    assert wide > narrow and wide + narrow == pytest.approx(100, abs=0.2)
    assert "<caption>A</caption><colgroup>" in body and "<p></p>" in body


def test_a_table_is_as_wide_as_its_longest_words():
    (least,) = re.findall(r'style="min-width:([\d.]+)em"', columns.with_widths(ONE, 2))
    words = columns.set_width("name") + columns.set_width("n")
    assert float(least) == pytest.approx(words + columns.GUTTER, abs=0.1)
    (wider,) = re.findall(r'style="min-width:([\d.]+)em"', columns.with_widths(ONE, 2, 3.0))
    assert float(wider) == pytest.approx(3 * words + columns.GUTTER, abs=0.1)


def test_a_column_has_room_for_its_longest_word():
    assert columns.longest_word("a bcd ef") == pytest.approx(columns.set_width("bcd"))
    assert columns.longest_word("9 to 10") == pytest.approx(
        columns.set_width("9\N{NO-BREAK SPACE}to")
    )
    assert columns.longest_word("知识产权运用和保护综合改革试验") == columns.CHINESE_WORD
    assert columns.longest_word("") == 0


def test_a_figure_is_never_broken():
    """The style sheet lets none wrap, so a narrower column would let it run into the next."""
    cell = "<tr><th>a</th><td{}>13,850 to 13,950</td></tr></table>"
    loose, whole = (
        float(re.search(r"min-width:([\d.]+)em", columns.with_widths(table, 2))[1])
        for table in (ONE.replace("</table>", cell.format(kind)) for kind in ("", ' class="num"'))
    )
    assert whole - loose == pytest.approx(columns.set_width(" 13,950"), abs=0.1)
