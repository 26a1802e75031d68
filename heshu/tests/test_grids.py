"""Tables: what adds up, which shares and growths follow, and what heads leave open."""

import pytest

from heshu import grids
from heshu.documents import Document, markdown
from heshu.relations import Result


def results(*lines, before=""):
    """The relations of a table: its rows, cells parted by |, after a paragraph."""
    marked = [f"|{line}|" for line in lines]
    marked.insert(1, "|---" * (lines[0].count("|") + 1) + "|")
    source = f"{before}\n\n" + "\n".join(marked)
    (table,) = Document(source, markdown.read(source)).tables
    return [one for one in grids.check(table) if isinstance(one, Result)]


def told(*lines, before=""):
    return [
        (one.code, one.verdict, " ".join(found.phrase for found in one.found))
        for one in results(*lines, before=before)
    ]


def test_a_total_below_or_above_its_rows_is_their_sum():
    below = told("地区|企业（家）", "甲|30", "乙|45", "丙|25", "合计|110")
    above = told("地区|企业（家）", "合计|110", "甲|30", "乙|45", "丙|25")
    assert below == above == [("parts", "inconsistent", "110 30 45 25")]
    assert told("地区|企业（家）", "甲|30", "乙|45", "丙|25", "合 计|100")[0][1] == "consistent"


def test_every_column_that_adds_up_is_tested_and_no_other():
    assert told(
        "地区|企业（家）|产值（亿元）|人均（元）|增长（%）|指数",
        "甲|30|1.25|50|3|101",
        "乙|45|2.31|60|5|102",
        "合计|75|3.65|56|4|103",
    ) == [("parts", "consistent", "75 30 45"), ("parts", "inconsistent", "3.65 1.25 2.31")]


def test_rounding_is_given_its_due():
    rows = "甲|1.24", "乙|2.34", "丙|1.44"
    assert told("地区|产值（亿元）", *rows, "合计|5.03")[0][1] == "consistent"
    assert told("地区|产值（亿元）", *rows, "合计|5.05")[0][1] == "inconsistent"
    # To the nearest ten thousand each may be off by five thousand
    assert told("地区|金额（万元）", "甲|1", "乙|1", "丙|1", "合计|4")[0][1] == "consistent"
    assert told("地区|人数（人）", "甲|1", "乙|1", "丙|1", "合计|4")[0][1] == "inconsistent"


def test_subtotals_add_up_to_the_total():
    rows = ("科目|金额（元）", "甲|10", "乙|20", "小计|30", "丙|5", "丁|6", "小计|11", "合计|41")
    assert [verdict for _, verdict, _ in told(*rows)] == ["consistent"] * 3
    wrong = [row.replace("小计|11", "小计|12") for row in rows]
    assert [verdict for _, verdict, _ in told(*wrong)] == ["consistent", *["inconsistent"] * 2]


@pytest.mark.parametrize(
    "rows",
    [
        ("甲|60", "其中：乙|50", "丙|40", "合计|110"),  # what 其中 reaches to
        ("一、甲|60", "1.乙|20", "2.丙|30", "二、丁|40", "合计|110"),  # levels
        ("甲|60", "乙|", "丙|40", "合计|110"),  # a number that isn't printed
    ],
)
def test_where_rows_may_be_missing_a_sum_that_fails_is_a_gap(rows):
    (result,) = results("项目|人数（人）", *rows)
    assert result.verdict == "not testable" and result.message.gap == grids.relations.Interval(
        10, 10
    )
    (held,) = results("项目|人数（人）", *rows[:-1], "合计|100")
    assert held.verdict == "consistent"


def test_a_dash_is_nothing():
    assert told("项目|人数（人）", "甲|60", "乙|—", "丙|40", "合计|110")[0][1] == "inconsistent"


def test_a_column_that_is_called_a_total_is_the_sum_of_the_others():
    rows = "年份|合计（人）|男（人）|女（人）", "2018|10|4|6", "2019|20|9|11", "2020|31|10|20"
    assert told(*rows) == [
        ("parts", "consistent", "10 4 6"),
        ("parts", "consistent", "20 9 11"),
        ("parts", "inconsistent", "31 10 20"),
    ]


def test_groups_of_columns_that_overlap_are_no_slip():
    """城镇 and 乡村 are all of it, and so are 男 and 女; one row of four adds up by chance."""
    rows = "地区|合计（人）|男（人）|女（人）|城镇（人）", "甲|10|4|6|5", "乙|20|9|11|8"
    assert {verdict for _, verdict, _ in told(*rows)} == {"not testable"}


SHARES = "类型|企业（家）|占比（%）", "国有|20|20.0", "民营|70|{}", "外资|10|10.0", "合计|100|100"


@pytest.mark.parametrize("share, verdict", [("70.0", "consistent"), ("60.0", "inconsistent")])
def test_shares_are_those_of_the_column_before(share, verdict):
    found = told(*(row.format(share) for row in SHARES))
    assert ("share", verdict, f"70 100 {share}") in found and len(found) == 4


def test_shares_that_are_mostly_of_something_else_are_not_tested():
    rows = ("类型|企业（家）|占全省比重（%）", "国有|20|5", "民营|70|6", "合计|90|11")
    assert {verdict for code, verdict, _ in told(*rows) if code == "share"} == {"not testable"}


def test_growth_leads_between_two_years():
    rows = "指标|2019年|2020年|增长（%）", "专利（件）|100|120|20.0", "商标（件）|200|300|{}"
    right = told(*(row.format("50") for row in rows))
    assert right == [
        ("growth", "consistent", "100 120 20.0"),
        ("growth", "consistent", "200 300 50"),
    ]
    assert told(*(row.format("60") for row in rows))[1][1] == "inconsistent"
    assert told(*(row.format("-50") for row in rows))[1][1] == "inconsistent"
    fell = told("指标|本期|上年同期|同比增减（%）", "专利（件）|90|100|-10")
    assert fell == [("growth", "consistent", "100 90 -10")]


@pytest.mark.parametrize(
    "head, row",
    [
        ("指标|2018年|2020年|增长（%）", "专利（件）|100|120|60"),  # not the year before
        ("指标|2018年|2019年|2020年|增长（%）", "专利（件）|90|100|120|60"),  # which two?
        ("指标|2019年|2020年|增长（%）", "工业总产值（亿元）|100|120|60"),  # comparable
        ("指标|2019年|2020年|增长（%）", "参保率（%）|100|120|60"),  # points or per cent?
        ("指标|目标|实际|增长（%）", "专利（件）|100|120|60"),  # no years
    ],
)
def test_where_heads_leave_a_choice_growth_is_not_tested(head, row):
    assert told(head, row) == []


def test_a_unit_stands_in_the_head_of_the_column_or_row_or_before_the_table():
    for rows, before in (
        (("发行|总额（亿元）", "甲|10.00"), ""),
        (("发行|总额", "甲（亿元）|10.00"), ""),
        (("发行|总额", "甲|10.00"), "表1 发行情况（单位：亿元）"),
        (("发行|总额", "甲|10.00亿元"), ""),
    ):
        source = "\n".join([before, "", f"|{rows[0]}|", "|--|--|", f"|{rows[1]}|"])
        (table,) = Document(source, markdown.read(source)).tables
        (figure,) = grids.check(table)
        reading = figure.reading
        assert (reading.unit, reading.interval.middle) == ("元", 10**9)
        assert source[source.index("10.00") :].startswith(figure.phrase)


def test_numbers_of_rows_and_years_are_no_figures():
    rows = "序号|年份|人数（人）", "1|2019|60", "2|2020|40", "|合计|110"
    assert told(*rows) == [("parts", "inconsistent", "110 60 40")]
