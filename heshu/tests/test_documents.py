"""Markdown, HTML and Word files: what they say, and where."""

import io
import zipfile

import pytest

from heshu import answers, inputs
from heshu.documents import Document, DocumentError, docx, html, markdown
from heshu.documents.docx import PART
from heshu.inputs import InputError
from heshu.relations import INCONSISTENT, Result

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read(source, reader=markdown):
    return Document(source, reader.read(source))


def lines(document):
    return document.prose.splitlines()


def cells(document):
    return [[cell.text for cell in row] for table in document.tables for row in table.rows]


def word(body, notes="", main="word/document.xml", prefix="", extra=()):
    """A .docx whose document has this body, and whose footnotes these."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels",
            f'<R><Relationship Type="{RELATIONS}/officeDocument" Target="{main}"/></R>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<R><Relationship Type="{RELATIONS}/footnotes" Target="footnotes.xml"/></R>',
        )
        archive.writestr(main, f"{prefix}<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/footnotes.xml", f"<w:footnotes {W}>{notes}</w:footnotes>")
        for name, text in extra:
            archive.writestr(name, text)
    return content.getvalue()


def paragraph(*runs):
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def table(*rows):
    made = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def of_word(content):
    return Document("", docx.read(content))


# Markdown


@pytest.mark.parametrize(
    "source, said",
    [
        ("增长**25倍**，_其中_`x` 3家", ["增长25倍，其中\ufffc 3家"]),
        ("见[公报](http://a.b/2019年)和![图](3家.png)", ["见公报和\ufffc"]),
        ("第一行\n第二行\n\n新段", ["第一行第二行", "新段"]),
        ("one\ntwo", ["one two"]),
        ("第一行  \n第二行\\\n第三行<br>第四行", ["第一行", "第二行", "第三行", "第四行"]),
        ("- 甲\n- [x] 乙\n1. 丙\n   丁", ["甲", "乙", "丙丁"]),
        ("> 引文\n> > 再引", ["引文再引"]),
        ("## 2.2 项目\n## 3. 总则\n## 2.5亿元\n## 3 项", ["项目", "总则", "2.5亿元", "3 项"]),
        ("标题\n===\n正文", ["标题", "正文"]),
        ("---\ntitle: 300家\n---\n正文", ["正文"]),
        ("```\n300家\n```\n正文\n~~~ x\n300家", ["正文"]),
        ("前\n\n    300家\n\n后", ["前", "后"]),
        ("1. 甲\n\n    乙", ["甲", "乙"]),
        ("<!-- 300家\n --> 后\n<script>\n300家\n</script>\n尾", ["后", "尾"]),
        ("3*4，\\*5\\*，a&lt;b&nbsp;c", ["3*4，*5*，a<b c"]),
        ("注[^1]。\n\n[^1]: 脚注\n[a]: http://x.y/300家", ["注\ufffc。", "脚注"]),
        ("<u>3家</u>和<https://x.y/300家>", ["3家和\ufffc"]),
    ],
)
def test_markdown_says_what_its_reader_sees(source, said):
    assert lines(read(source)) == said


def test_a_table_in_markdown_is_no_prose():
    source = "前\n\n| 指标 | **产值** |\n|:--|--:|\n| 甲\\|乙 | 12 |\n| 丙 |\n后"
    document = read(source)
    assert cells(document) == [["指标", "产值"], ["甲|乙", "12"], ["丙", ""]]
    assert lines(document) == ["前", "后"]
    (found,) = document.tables
    assert found.caption == "前" and document.place(found.rows[1][1].start)[:2] == (5, 10)


def test_what_only_looks_like_a_table_is_prose():
    assert lines(read("甲|乙\n丙|丁")) == ["甲|乙丙|丁"]
    assert lines(read("甲|乙\n---|---|---\n")) == ["甲|乙---|---|---"]


def test_a_table_of_html_in_markdown_is_one():
    document = read("前\n<table><tr><td>1</td></tr></table>后\n\n尾")
    assert cells(document) == [["1"]] and lines(document) == ["前", "后", "尾"]


# HTML


@pytest.mark.parametrize(
    "source, said",
    [
        ("<p>增长<b>25倍</b>，<span>好</span>。<p>二", ["增长25倍，好。", "二"]),
        ("一<br>二<div>三</div>四<!-- 五 -->六", ["一", "二", "三", "四六"]),
        ("<title>x</title><style>p{}</style><script>'<p>'</script>一", ["一"]),
        ("<h2>2.1 项目</h2><p>一\n  二</p>", ["项目", "一二"]),
        ("增长&#50;5&nbsp;%，a&lt;b，a < b <3&unknown;", ["增长25 %，a<b，a < b <3&unknown;"]),
        ("一<p class=a\"b title='>'>二", ["一", "二"]),
        ("<o:p>一</o:p>二", ["一二"]),
        ("一<script>二", ["一"]),
        ("一<!-- 二", ["一"]),
        ("一<p 二", ["一"]),
    ],
)
def test_html_says_what_a_browser_shows(source, said):
    assert lines(read(source, html)) == said


def test_tables_of_html_have_their_spans():
    source = (
        "<table><caption>表</caption><tr><th rowspan=2>指标<th colspan=2>产值</tr>"
        "<tr><th>2019年<th>2020年</tr><tr><td>甲<td>1<td>2</table>"
    )
    document = read(source, html)
    assert cells(document) == [
        ["指标", "产值", "产值"],
        ["指标", "2019年", "2020年"],
        ["甲", "1", "2"],
    ]
    assert [cell.again for cell in document.tables[0].rows[1]] == [True, False, False]


def test_a_page_that_is_laid_out_in_tables_is_prose():
    source = (
        "<table><tr><td><p>由3家</p><p>增加到5家。</p><table><tr><td>1<td>2</table></td>"
        "</tr></table>"
    )
    document = read(source, html)
    assert lines(document) == ["由3家", "增加到5家。"] and cells(document) == [["1", "2"]]


@pytest.mark.parametrize("span", ["999999999", "1000", "-1", "x", "٣"])
def test_spans_beyond_reason_make_no_large_table(span):
    source = f"<table><tr><td colspan={span} rowspan={span}>1<td>2</table>" * 2
    assert all(len(row) <= 200 for table in read(source, html).tables for row in table.rows)


UNCLOSED = ["<!--", "<", "<a ", "<a<", "<!x", "<?", "<a b='", "</", "<a b=", "<a/", "<a b=\"'"]
OPENED = ["<p>", "<table>", "<tr>", "<td>", "<table><td>", "</table>", "<script>"]
MARKED = ["&", "&#", "[", "![", "[a](", "`a", "**", "_a", "[^", "> ", "|", "- ", "#"]


@pytest.mark.parametrize("unit", [*UNCLOSED, *OPENED, *MARKED])
@pytest.mark.parametrize("reader", [html, markdown])
def test_time_is_linear_in_what_nothing_closes(unit, reader, calls):
    counts = [calls(lambda n=n: read(unit * n + "1家", reader)) for n in (200, 800)]
    assert counts[1] < 6 * counts[0] + 1000


# Positions


@pytest.mark.parametrize(
    "reader, source",
    [
        (markdown, "# 题\r\n\r\n- 由**200家**增\r\n  加到&nbsp;300家，增长\\80%。"),
        (html, "<h1>题</h1>\n<p>由<b>200家</b>增\n  加到&nbsp;300家，增长<i>8</i>0%。"),
    ],
)
def test_places_are_those_of_the_file(reader, source):
    document = read(source, reader)
    rows = source.replace("\r\n", "\n").split("\n")
    for offset, sign in enumerate(document.text):
        place = document.place(offset)
        if sign not in " \n":
            assert rows[place.line - 1][place.column - 1] == sign
    assert len(document.text) > 20


def test_places_of_plain_text_know_all_ends_of_lines():
    document = Document("a\r\nb\rc\n\nd")
    assert [document.place(document.text.index(sign))[:2] for sign in "abcd"] == [
        (1, 1),
        (2, 1),
        (3, 1),
        (5, 1),
    ]
    assert [document.text[b.start : b.end] for b in document.blocks()] == ["a", "b", "c", "", "d"]


# Word


def test_word_says_what_its_reader_sees():
    body = (
        paragraph("增长", "25", "倍。")
        + "<w:p/>"
        + "<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r></w:p>"
        + "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        + '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>2.1 题</w:t></w:r></w:p>'
    )
    notes = (
        f'<w:footnote w:type="separator">{paragraph("分")}</w:footnote>'
        f"<w:footnote>{paragraph('脚注。')}</w:footnote>"
    )
    document = of_word(word(body, notes))
    assert lines(document) == ["增长25倍。", "一", "二 三", "新", "题", "脚注。"]
    where = [document.place(document.text.index(sign)) for sign in ("增", "新", "脚")]
    assert [(place.paragraph, place.note) for place in where] == [(1, 0), (4, 0), (0, 1)]


def test_tables_of_word_have_their_places():
    body = paragraph("单位：万元") + table(
        (paragraph("类"), paragraph("数（家）")),
        (paragraph("甲"), paragraph("60")),
        (paragraph("合计"), paragraph("70")),
        (paragraph("乙") + table((paragraph("内"),)), paragraph("说明。")),
    )
    document = of_word(word(body))
    assert cells(document)[0] == ["内"] and lines(document) == ["单位：万元", "说明。"]
    place = document.place(document.text.index("70"))
    assert (place.table, place.row, place.cell) == (1, 3, 2)


def test_a_finding_in_word_has_its_paragraph(tmp_path):
    body = paragraph("题") + paragraph("企业由200", "家增加到300家，增长80%。")
    (tmp_path / "a.docx").write_bytes(word(body))
    document = inputs.document(str(tmp_path / "a.docx"))
    (slip,) = [one for one in answers.examine(document) if isinstance(one, Result)]
    assert slip.verdict == INCONSISTENT and answers.place(document, slip).paragraph == 2


def test_the_main_part_may_have_another_name():
    document = of_word(word(paragraph("文"), main="word/document2.xml"))
    assert lines(document) == ["文"]


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"PK\x03\x04 no archive", "broken-docx"),
        (word(paragraph("文"))[:-30], "broken-docx"),
        (word("<w:p>"), "broken-docx"),
        (word("", prefix="<!DOCTYPE x [<!ENTITY a 'b'>]>"), "entities"),
        (word("", extra=[("xl/workbook.xml", "")]), "is sheet"),
        (word("", extra=[("ppt/presentation.xml", "")]), "is slides"),
        (word("", extra=[("content.xml", "")]), "is odt"),
        (word("", main="../evil.xml"), "is archive"),
    ],
)
def test_what_is_no_sound_word_file_is_refused(content, reason):
    with pytest.raises(DocumentError) as raised:
        docx.read(content)
    assert raised.value.reason == reason


def test_a_file_that_unpacks_beyond_reason_is_refused():
    bomb = word(" " * PART)
    assert len(bomb) < PART // 100
    # The same, where the archive says that it is small
    size = next(
        i.file_size for i in zipfile.ZipFile(io.BytesIO(bomb)).infolist() if i.file_size > PART
    )
    liar = bomb.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    for content, reason in ((bomb, "large-docx"), (liar, "broken-docx")):
        with pytest.raises(DocumentError) as raised:
            docx.read(content)
        assert raised.value.reason == reason


def test_damage_anywhere_in_a_word_file_is_told():
    content = word(table((paragraph("甲" * 50), paragraph("12"))) + paragraph("文。"))
    for place in range(0, len(content), 7):
        damaged = content[:place] + bytes([content[place] ^ 0x41]) + content[place + 1 :]
        try:
            of_word(damaged)
        except DocumentError as error:
            assert error.reason in ("broken-docx", "is archive", "entities", "large-docx")


# Other files


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"%PDF-1.7\n", "is pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "is old office"),
        (b"{\\rtf1 x}", "is rtf"),
        (b"\x89PNG\r\n\x1a\n\0", "is image"),
        (b"BM\0\0", "is image"),
        (b"Rar!\x1a\x07", "is archive"),
        ("企业由200家增加到300家。".encode("gbk"), "encoding"),
        ("企业由200家增加到300家。".encode("utf-16"), "encoding"),
        (b"\xff\xf0\x80 abc", "not utf-8"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \n", "empty"),
        ("企\0业".encode(), "nul"),
    ],
)
@pytest.mark.parametrize("ending", ["txt", "docx", "md", "xyz", "html"])
def test_what_is_no_document_is_refused_with_what_to_do(content, reason, ending, tmp_path):
    if ending == "docx" and not reason.startswith("is "):
        reason = "empty" if not content.strip() else "broken-docx"
    (tmp_path / f"a.{ending}").write_bytes(content)
    with pytest.raises(InputError) as raised:
        inputs.document(str(tmp_path / f"a.{ending}"))
    assert raised.value.reason == reason


@pytest.mark.parametrize(
    "name, content, said",
    [
        ("a.md", "**由**3家", "由3家"),
        ("A.HTM", "<p>由<b>3</b>家", "由3家"),
        ("a", "<!DOCTYPE html><p>由<b>3</b>家", "由3家"),
        ("a.txt", "<p>由3家", "<p>由3家"),
        ("BMW.txt", "BMW由3家", "BMW由3家"),
    ],
)
def test_the_name_tells_what_a_file_is_or_else_its_beginning(name, content, said, tmp_path):
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert inputs.document(str(tmp_path / name)).text == said
    assert inputs.document(str(tmp_path / name), "text").text == content
