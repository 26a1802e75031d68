"""Random texts: no error of heshu itself, no wrong status, in any form of input and output."""

import json
import random
import sys

import pytest

from heshu import answers, documents, inputs, relations, vocabulary
from heshu.__main__ import main
from heshu.documents import Document, html, markdown

# What texts are made of: figures and words that lead to every relation, marks of Markdown and
# HTML, and any character at all
# fmt: off
WORDS = [
    "由", "从", "增加到", "下降到", "增长", "下降", "比上年", "其中", "合计", "共", "占", "分别",
    "是", "的", "倍", "%", "‰", "个百分点", "万", "亿", "元", "家", "人", "件", "年", "月",
    "2019年", "2020年", "，", "。", "；", "、", "：", "（", "）", "“", "”", "\n", "\n\n", "|",
    "-", "#", "**", "`", "[", "](", ")", "<", ">", "<b>", "</b>", "<td>", "<tr>", "<table>",
    "</table>", "<!--", "-->", "&", "&nbsp;", "|--|--|", "合计", "总计", "小计", "增长（%）",
    "占比（%）", "三分之一", "一半", "翻番", "多", "余", "左右", "以上", "近", "超", "约", "0",
    "1", "5", "9", "00", ".", ",", "-",
]
# fmt: on


EXAMPLES = [
    row[column]
    for table in ("codes", "relations", "statements", "partitions", "rates", "units", "verbs")
    for row in vocabulary.rows(table)
    for column in ("example", "holds")
    if column in row
]


def text(draw):
    """A text made of anything, or of sentences that state relations, changed anywhere."""
    if draw.random() < 0.5:
        said = "".join(draw.choice(EXAMPLES) for _ in range(draw.randrange(1, 5)))
        for _ in range(draw.randrange(6)):
            at = draw.randrange(len(said))
            drawn = draw.choice([*WORDS, "", str(draw.randrange(1000)), said[at : at + 9]])
            said = said[:at] + drawn + said[at + draw.randrange(4) :]
        return said or "。"

    def part():
        kind = draw.random()
        if kind < 0.6:
            return draw.choice(WORDS)
        if kind < 0.8:
            return str(draw.randrange(10 ** draw.randrange(1, 9)))
        if kind < 0.9:
            return chr(draw.choice([draw.randrange(0x4E00, 0x9FFF), draw.randrange(1, 0x250)]))
        point = draw.randrange(1, sys.maxunicode + 1)
        return chr(point) if not 0xD800 <= point < 0xE000 else "\ufffd"

    return "".join(part() for _ in range(draw.randrange(1, 120)))


@pytest.mark.parametrize("seed", range(60))
def test_random_texts_are_no_crash_and_have_the_right_status(seed, tmp_path, capsys):
    draw = random.Random(seed)
    said = text(draw)
    form = draw.choice(["txt", "md", "html"])
    path = tmp_path / f"a.{form}"
    path.write_bytes(said.encode())
    report = str(tmp_path / "report.html")
    status = main(["check", str(path), "--json", "--html", report])
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    if status == 2:
        assert captured.err.count("\n") == 1 and ": is empty" in captured.err
        return
    content = json.loads(captured.out)
    wrong = [one for one in content["relations"] if one["verdict"] == relations.INCONSISTENT]
    assert status == bool(wrong)
    lines = said.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for figure in content["figures"]:
        assert 1 <= figure["column"] <= len(lines[figure["line"] - 1])
    for arguments in (["--figures", "--strict"], ["--format", "github"], ["--draft"]):
        assert main(["check", str(path), *arguments]) in (0, 1)
        assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        "共有企业100家，其中民企60家，占-60%。开展磋商5轮惠及860户。",
        "专利由201。0年余100件增加到2020年的200件，年均增长17%。",
        "预算100万万元，增加到90万元，执行率95%。",
        "城镇与乡村之比为： 6。三次产业之比为5： 8。",
        "甲组收货0.24万吨，占比82.31%；乙组收货0.01万吨，占比0%，丙组发货0.0391万吨，占比13.32%。",
        "专利由过去99999年的100件增加到200件，99999年年均增长17%。",
        "2016年末100家，2020年末200家，0年间年均增长17%。",
        "一季度盈利0.38亿元，二季度1.56亿元，是3287年92月的5.1倍。",
        "会期五八天，共接待观众3000人次，日均接待观众600人次。",
    ],
)
def test_texts_that_once_were_a_crash(text):
    assert list(answers.examine(Document(text)))


@pytest.mark.parametrize("seed", range(40))
def test_random_bytes_are_read_or_refused(seed, tmp_path):
    draw = random.Random(seed)
    begin = draw.choice([b"", b"PK\x03\x04", b"%PDF", b"<html>", b"\xff\xfe", b"\xef\xbb\xbf"])
    path = tmp_path / f"a.{draw.choice(['txt', 'md', 'docx', 'html', 'x'])}"
    path.write_bytes(begin + draw.randbytes(draw.randrange(300)))
    try:
        list(answers.examine(inputs.document(str(path))))
    except inputs.InputError as error:
        assert error.reason


@pytest.mark.parametrize("reader", [markdown, html])
@pytest.mark.parametrize("seed", range(30))
def test_places_of_random_documents_lie_in_the_file(reader, seed):
    source = text(random.Random(seed))
    document = Document(source, reader.read(source))
    lines = documents.LINE_ENDS.split(source)
    for offset, sign in enumerate(document.text):
        place = document.place(offset)
        line = lines[place.line - 1]
        if sign in line and sign not in " \n\ufffc":
            assert place.column <= len(line)
