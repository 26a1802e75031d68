"""Finding figures in running text."""

import tracemalloc
from collections import deque

import pytest
from held_out import HELD_OUT
from hypothesis import given
from hypothesis import strategies as st

from heshu import finding, vocabulary
from heshu.check import check
from heshu.finding import find, sentences
from heshu.reading import read

REASONS = vocabulary.words("reasons")


def phrases(text):
    return [found.phrase for found in find(text)]


@pytest.mark.parametrize("sentence, expected", HELD_OUT, ids=lambda value: str(value)[:30])
def test_a_sentence_holds_what_a_careful_reader_finds(sentence, expected):
    assert phrases(sentence) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“十百千”工程", "U40", "一带一路", "两会", "第三方", "统一", "一些", "万一", "三农",
        "双一流", "十四五", "一个", "一条", "百家", "千家万户", "亿航", "三亚", "一流", "一定",
        "《三年行动计划》", "300人民群众", "A4纸", "2.4GHz", "v1.2.3", "192.168.0.1", "8时32分",
        "第11条", "COVID-19例行", "90年代", "三门峡", "四川", "九成立", "半导体",
    ],
)  # fmt: skip
def test_names_hold_no_figures(text):
    assert phrases(text) == []
    assert phrases(f"他们说{text}很重要。") == []


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "约 300 多家企业，增长 12.5%，2018 年 8 月",
            ["约 300 多家", "增长 12.5%", "2018 年 8 月"],
        ),
        ("《总体规划（2020—2035年）》", ["2020—2035年"]),
        ("由1200增加到3400，", ["1200", "3400"]),
        ("企业1.2万、个体户3万。", ["1.2万", "3万"]),
        ("从3家到5家，3到5家。", ["3家", "5家", "3到5家"]),
        ("一家企业、一年多、近一年。", ["一年多", "近一年"]),
        ("规模是去年的3倍，增长3倍。", ["的3倍", "增长3倍"]),
    ],
)
def test_the_longest_phrase_is_found(text, expected):
    assert phrases(text) == expected


def read_in(text):
    """What is found: phrase=value unit, parted by commas."""
    return ", ".join(
        f"{one.phrase}={one.reading.text} {one.reading.unit}".strip() for one in find(text)
    )


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "分别进口3385.3万、957.2万、150万吨。",
            "3385.3万=33853000 吨, 957.2万=9572000 吨, 150万吨=1500000 吨",
        ),
        ("为3.5、4.2和5.1亿元。", "3.5=350000000 元, 4.2=420000000 元, 5.1亿元=510000000 元"),
        ("分别为8500、1.2万元。", "8500=, 1.2万元=12000 元"),
        ("分别为35、42、51件。", "35=35 件, 42=42 件, 51件=51 件"),
        ("2019、2020年为3件、5件。", "2019=2019, 2020年=2020, 3件=3 件, 5件=5 件"),
        ("回落2.16和1.66个百分点。", "回落2.16=2.16 个百分点, 1.66个百分点=1.66 个百分点"),
    ],
)
def test_the_numbers_of_a_list_share_the_unit_of_the_last(text, expected):
    assert read_in(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("男100人/女50人，均价5万元/套。", "100人=100 人, 50人=50 人, 5万元/套=50000 元/套"),
        ("三次产业结构为6.8∶42.7∶50.5。", "6.8∶42.7∶50.5=6.8:42.7:50.5"),
        ("8:30开会，19:30:15散会，以3:1获胜，比分2:0。", ""),
        ("按3:2的比例出资，男女之比为1.05：1。", "3:2=1.5, 1.05：1=1.05"),
        ("图1：2011-2015年，表2：2016年。", "2011-2015年=2011/2015, 2016年=2016"),
        ("2.2 项目投资35万元2.3 项目选址。", "35万元=350000 元"),
        ("2.2 亿元投资，详见2.3节。", "2.2 亿元=220000000 元"),
        ("合计 100 120 30%", "30%=30 %"),
        ("用户5.13亿增长，学生数22379.6。", "5.13亿=513000000, 22379.6=22379.6"),
        ("第3、5项，第三、四条，四处奔波，十八届五次全会。", ""),
        ("净利润-2.3亿元，甲-2家，甲队-5人。", "-2.3亿元=-230000000 元"),
        ("占1/3，约2/3的企业，6/30发布，24/7服务。", "1/3=100/3 %, 约2/3=200/3 %"),
        ("两元店，三元桥，二元结构，五十元。", "两元=2 元, 五十元=50 元"),
        ("抽取300个人，设300个人账户。", "300个人=300 人"),
        ("每一个人，每千人8张，每10万人8例。", "8张=8 张, 每10万人=100000 人, 8例=8 例"),
        ("人民币伍仟元整，大陆万亿元市场，伍佰演唱会。", "人民币伍仟元=5000 元"),
    ],
)
def test_what_is_easily_taken_for_something_else(text, expected):
    assert read_in(text) == expected


@pytest.mark.parametrize("text", ["比例为2： 5。", "结构为6.8 ∶ 42.7∶50.5。", "比例为２：５。"])
def test_the_terms_of_a_ratio_are_read_however_it_is_written(text):
    for found in find(text):
        assert len(found.reading.terms) == len(found.phrase.replace("∶", "：").split("："))
    list(check(text))


@pytest.mark.parametrize("row", vocabulary.rows("reasons"), ids=lambda row: row["word"])
def test_what_can_not_be_read_says_why(row):
    assert row["word"] in [found.reading.why for found in find(row["example"])]


def test_every_sentence_has_its_place():
    text = "标题在此\n第一段有3家。还有“5家。”又有7家\n\n　　第二段：9家！\n"
    places = [(one.number, one.paragraph, one.within) for one in sentences(text)]
    assert places == [(1, 0, 1), (2, 1, 1), (3, 1, 2), (4, 1, 3), (5, 2, 1)]
    assert [found.sentence for found in find(text)] == [2, 3, 4, 5]


PIECES = [
    *"０1234.,%—-零〇一二两三十百千万亿年月日第半成倍番个家件元多余约近来的到至 \n。，“”《》",
    *"：:/∶、和廿萬億佰伍㎡角分每不满人", "增长", "下降", "分之", "以上", "以下", "其中", "百分点",
    "　　", "季度", "\u00a0", "企业", "美元", "人民币", "2019年", "10月1日", "1/3", "元/㎡", "1 2",
]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_whatever_is_found_stands_in_the_text_in_order_and_reads(text):
    end = 0
    for found in find(text):
        assert end <= found.start < found.end
        end = found.end
        assert text[found.start : found.end] == found.phrase
        if found.reading.kind == "unreadable":
            assert found.reading.why in REASONS
        elif (
            found.phrase[-1] not in "0123456789０１２３４万亿"
        ):  # as those of lists, without a unit
            assert read(found.phrase) == found.reading


@pytest.mark.parametrize(
    "text, expected",
    [
        ("共有三四家企业、二三十家门店", ["三四家", "二三十家"]),
        ("近万家商户，万余件作品，突破万亿元", ["近万家", "万余件", "突破万亿元"]),
        ("增长1.5至2倍，增长三到五成", ["增长1.5至2倍", "增长三到五成"]),
        ("收入翻倍，翻了近两番，翻了一番多", ["翻倍", "翻了近两番", "翻了一番多"]),
        ("300多到500家，近九成半，十来家", ["300多到500家", "近九成半", "十来家"]),
        ("负3%，-3.5个百分点，负增长3%", ["负3%", "-3.5个百分点", "负增长3%"]),
        ("罚金2000余元, 三年以上十年以下", ["2000余元", "三年以上十年以下"]),
        ("收入1 234万元，15个自然日", ["1 234万元", "15个自然日"]),
        ("8点30分开会，八点三十分散会，零件少许", []),
    ],
)
def test_rare_forms_are_read_whole(text, expected):
    assert phrases(text) == expected
    assert all(found.reading.kind != "unreadable" for found in find(text))


@pytest.mark.parametrize(
    "text, phrase",
    [
        ("新增5、6家企业", "5、6家"),
        ("新增三、四家企业", "三、四家"),
        ("收入翻了3倍", "翻了3倍"),
        ("罚款3万元欧元", "3万元欧元"),
        ("均价5万元/房间，", "5万元/房间"),
        ("增长1 2.5%", "增长1 2.5%"),
        ("8000多万农业转移人口", "8000多万"),
        ("每亩2.5筐", "2.5"),
        ("走访近300农户", "近300"),
        ("百分之三四十", "百分之三四十"),
        ("于2020年2月30日", "2020年2月30日"),
    ],
)
def test_what_can_not_be_read_is_found_as_unreadable(text, phrase):
    (found,) = find(text)
    assert (found.phrase, found.reading.kind, found.reading.interval) == (
        phrase,
        "unreadable",
        None,
    )


HOSTILE = ["1", "一", "十百", "1,", "3-", "“", "《", " ", "约近", "1.", "增长", "3 万", "第一"]
HOSTILE += [
    "1、",
    "1:",
    "1/",
    "3元/",
    "3年以上",
    "1月1日-",
    "第1、",
    "3元3角",
    "增3 4.",
    "壹",
    "１，",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_work_of_finding_is_linear_in_the_text(piece, calls):
    once, twice = (calls(lambda n=n: deque(find(piece * n), 0)) for n in (1000, 2000))
    assert twice < 2.2 * once + 100


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_pattern_looks_far_ahead(piece):
    """Calls don't count what a pattern does by itself: each match sees a bounded stretch only.

    What is found in a text is found in a cut of it too, but for what the cut parts.
    """
    text = piece * 300
    whole = [found.end for found in find(text)]
    cut = [found.end for found in find(text[: len(text) // 2])]
    margin = len(text) // 2 - 130
    assert [end for end in whole if end < margin] == [end for end in cut if end < margin]


def test_looking_at_what_follows_a_number_leaves_no_form_out(monkeypatch):
    """Only some forms are tried at a place: all of them, tried there, find the same."""
    tables = ("units", "longer", "qualifiers", "ordinals", "names", "naming", "forms", "verbs")
    texts = [row["example"] for table in tables for row in vocabulary.rows(table)]
    texts += [sentence for sentence, _ in HELD_OUT]
    some = [list(find(text)) for text in texts]
    every = finding._patterns(tuple(finding._NEXT))
    monkeypatch.setattr(finding, "_forms", lambda *place: every)
    assert [list(find(text)) for text in texts] == some


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_the_commonest_form_is_read_as_any_other(text):
    for match in finding.PLAIN.finditer(text):
        lead, whole, part, scale, unit = match.groups()
        if whole:
            one = finding._plain(match[0], lead, whole, part or "", scale, unit)
            assert one == finding._read(match[0])


def test_memory_does_not_grow_with_the_text():
    def peak(times):
        text = "全年新增企业1.2万家，增长3.5%。\n" * times
        tracemalloc.start()
        for _ in find(text):
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(5000) < peak(50) + 20_000


def test_what_is_kept_of_figures_does_not_grow_with_the_text(blocks):
    """No figure comes twice here, so that whatever is kept of each shows."""

    def varied(first, last):
        return "".join(f"全年新增企业{n}家，增长{n}.5%。\n" for n in range(first, last))

    blocks(find, varied(10_000, 12_200))  # fills what may be kept
    assert blocks(find, varied(13_000, 15_200)) < 20_000
