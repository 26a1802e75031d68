"""The relations that a text states by itself, and the command that prints them."""

import csv
import io
import json
import subprocess
import sys
import tracemalloc
from collections import deque
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heshu.__main__ import main
from heshu.check import as_json, check
from heshu.claimsfile import columns
from heshu.finding import Found, find
from heshu.relations import Result

TEXT = """东山区年度小结

2020年，东山区专利申请量由1000件增加到1500件，增长50%。区内共有企业800家，其中国有300家、民营500家。
　　全区聚集20多家服务机构，平均审查4.5个工作日。
"""
WRONG = "登记企业由200家增加到300家，增长80%。\n"


def figures(text):
    return [one for one in check(text) if isinstance(one, Found)]


def relations(text):
    return [one for one in check(text) if isinstance(one, Result)]


def verdicts(text):
    return [(result.code, result.verdict) for result in relations(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("年申请量由1.39万件提高到3.52万件，增长1.54倍。", [("growth", "consistent")]),
        ("从2018年的1.2万人增长至2020年的2.4万人，增长约1倍。", [("growth", "consistent")]),
        ("企业从 100 家增加到 200 家，增长 100%。", [("growth", "consistent")]),
        ("由100件增加到300件，增长3倍。", [("growth", "inconsistent")]),
        ("由100件减少到80件，下降30%。", [("growth", "inconsistent")]),
        ("由100件增加到80件，增长20%。", [("growth", "inconsistent")]),
        ("由1.2亿元增加到3亿元，增幅达150%。", [("growth", "consistent")]),
        ("由200件下降到100件，降幅为80%。", [("growth", "inconsistent")]),
        ("共有企业1000家，其中高新企业250家，占25%。", [("share", "consistent")]),
        (
            "共有企业1000家，其中高新企业250家，占比35%；民营企业600家，占60%。",
            [("share", "inconsistent"), ("share", "consistent")],
        ),
        ("共100家，其中A 60家、B 40家。", [("parts", "consistent")]),
        ("共100家，其中A 60家、B 50家。", [("parts", "not testable")]),
        ("共100家，其中高新30家，其余60家为服务业。", [("parts", "inconsistent")]),
        ("共100家，其中高新60家、上市50家。", [("parts", "not testable")]),
        ("一等奖3项、二等奖5项、三等奖10项，共18项。", [("parts", "consistent")]),
        ("一等奖3项、二等奖5项、三等奖10项，合计19项。", [("parts", "inconsistent")]),
        ("甲、乙分别为3项、5项，合计9项。", [("parts", "inconsistent")]),
        ("常住人口100万人，其中男性60万人、女性60万人。", [("parts", "inconsistent")]),
        ("委员会共25人，由专家15人、企业代表8人组成。", [("parts", "inconsistent")]),
        ("共有企业1000家，包括高新企业250家，占25%。", [("share", "consistent")]),
        ("审查周期由22个月缩短到13个月，缩短40.9%。", [("growth", "consistent")]),
        ("2020年授权120件，2019年授权100件，同比增长30%。", []),
        (
            "授奖50项，其中特等奖10项，一等奖5项、二等奖15项、三等奖20项。",
            [("parts", "consistent")],
        ),
        ("教职工共74人，其中高级教师37人，占总人数的50%。", [("share", "consistent")]),
        ("共100家，其中高新120家，占120%。", [("share", "inconsistent")]),
        ("本科以上120人，其中硕士50人，占总数的25%。", [("share", "not testable")]),
        ("共200人。其中本科共120人，其中硕士50人，占25%。", [("share", "consistent")]),
        ("实现利润100亿元，其中主业120亿元，占120%。", [("share", "not testable")]),
        (
            "职工500人，其中本科200人，占40%，硕士150人，占75%。",
            [("share", "consistent"), ("share", "not testable")],
        ),
        ("2016年至2020年的五年间，增长迅速。", [("duration", "consistent")]),
        ("100家企业营收50亿元，平均每家5000万元。", [("average", "consistent")]),
        ("100家企业营收50亿元，平均每家6000万元。", [("average", "inconsistent")]),
        ("2019年授权量为1000件，2020年授权量为1200件，同比增长20%。", [("growth", "consistent")]),
        ("2019年授权量为1000件。2020年为1300件，比2019年增长20%。", [("growth", "inconsistent")]),
        ("比重由20%提高到30%，提高10%。", [("points", "inconsistent")]),
        # A list that doesn't add up, which may leave something out
        ("共100家，其中高新30家、上市20家。", [("parts", "not testable")]),
        ("公共场馆100个，其中体育馆60个、图书馆50个。", [("parts", "not testable")]),
        (
            "授奖60项，其中特等奖10项，一等奖5项、二等奖15项、三等奖20项。",
            [("parts", "not testable")],
        ),
        ("共100家，其中大型10家、中型20家、小型30家。其余为微型。", [("parts", "not testable")]),
        ("共转移100万人，其中城镇流入30万人、农村流入50万人。", [("parts", "not testable")]),
    ],
)
def test_a_relation_that_the_text_states_is_formed(text, expected):
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "由100件增加到300件，年均增长3%。",
        "由100件增加到300件，同比增长3%。",
        "由100件增加到300件，注册商标增长3%。",
        "由100件增加到300件。增长3%。",
        "由100件增加到300家，增长3%。",
        "地区生产总值由100亿元增加到200亿元，增长60%。",
        "共100家，其中高新60家，其中上市50家。",
        "共100家，其中高新60家、上市50家等。",
        "企业1000家，其中高新250家，占全国的2%。",
        "企业1000家，产值250亿元，占25%。",
        "计划建设100个，已完成30个、在建40个，共70个。",
        "2019年授权1000件，2020年申请1300件，同比增长20%。",
        "2018年授权1000件，2020年授权1300件，同比增长20%。",
        "2020年上半年授权1000件，同比增长20%。",
        # Lists inside lists, parts that the next sentence goes on with, sets told apart by a part
        # of a word, and words that only begin like a sum
        "基金3亿元、贷款5亿元，共撬动资金50亿元。",
        "甲有专利300件、乙有专利200件，共拥有商标400件。",
        # Rates on a comparable basis, of another year, of a goal
        "规上企业营收由100亿元增加到200亿元，增长60%。",
        "2020年社会消费品零售总额100亿元，2021年社会消费品零售总额120亿元，同比增长12%。",
        "2020年实现利润100亿元，2021年实现利润120亿元，同比增长12%。",
        "出口由100亿元增加到200亿元，增长60%（可比价）。",
        "出口由100亿元增加到200亿元，增长60%（以美元计）。",
        "授权由100件增加到200件，按可比口径增长60%。",
        "2020年授权1000件，2021年授权1200件，较2019年增长50%。",
        "由100件增加到200件，增长50%的目标顺利完成。",
        "共1000家，其中高新250家，占75%以上的有三个区。",
    ],
)
def test_a_relation_in_doubt_is_not_formed(text):
    assert verdicts(text) == []


WORDS = [
    *"由从占共家件年同比，。、；0123456789.%倍 人元近万", "增加到", "增长", "其中", "其余", "组成",
    "分别为", "合计", "男性", "女性", "平均每", "2020年", "2019—2020年", "的5年间", "三四", "不足",
]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=40).map("".join)))
def test_checking_any_text_raises_nothing(text):
    for one in check(text):
        json.dumps(as_json(one))


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_what_is_printed_from_true_numbers_is_never_called_inconsistent(base, end):
    tenths = round(Fraction(end - base, base) * 1000)
    verb, to = ("增长", "增加到") if tenths >= 0 else ("下降", "减少到")
    text = f"企业由{base}家{to}{end}家，{verb}{abs(tenths) // 10}.{abs(tenths) % 10}%。"
    assert verdicts(text) == [("growth", "consistent")]


@pytest.fixture
def file(tmp_path):
    def write(text, name="text.txt"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


def test_the_table_shows_figures_and_relations(file, capsys):
    assert main(["check", file(TEXT), "--figures", "--lang", "en"]) == 0
    output = capsys.readouterr().out
    assert "1000件" in output and "[4.45, 4.55]" in output and "(20, 30)" in output
    assert output.count(" consistent “") == 2


def test_json_has_the_documented_form(file, capsys):
    assert main(["check", "--json", file(TEXT)]) == 0
    content = json.loads(capsys.readouterr().out)
    assert list(content) == ["language", "summary", "figures", "relations"]
    assert list(content["figures"][0]) == [
        "sentence", "start", "end", "phrase", "low", "high", "low_closed", "high_closed",
        "unit", "qualifier", "kind", "line", "column",
    ]  # fmt: skip
    for figure in content["figures"]:
        assert TEXT[figure["start"] : figure["end"]] == figure["phrase"]
    assert list(content["relations"][0]) == [
        "code", "phrases", "computed_low", "computed_high", "printed_low", "printed_high",
        "verdict", "strength", "explanation", "line", "column", "message", "figures",
    ]  # fmt: skip
    assert (content["relations"][0]["printed_low"], content["relations"][0]["verdict"]) == (
        "49.5",
        "consistent",
    )


def test_open_ends_are_null(file, capsys):
    main(["check", "--json", file("共有2000家以上。\n")])
    (figure,) = json.loads(capsys.readouterr().out)["figures"]
    assert (figure["low"], figure["high"], figure["high_closed"]) == ("2000", None, False)


def test_the_status_tells_what_was_found(file):
    assert main(["check", file(WRONG)]) == 1
    assert main(["check", file(TEXT), file(WRONG, "wrong.txt")]) == 1


@pytest.mark.parametrize(
    "content, message",
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\xff\xfe1", "isn't UTF-8"),
        (b"3\x00", "NUL"),
    ],
)
def test_unusable_input_takes_one_line(file, capsys, content, message):
    assert main(["check", file(content)]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and captured.err.count("\n") == 1 and message in captured.err


def test_a_missing_file_and_an_empty_folder_take_one_line_each(tmp_path, capsys):
    assert main(["check", str(tmp_path / "none.txt"), str(tmp_path)]) == 2
    assert len([line for line in capsys.readouterr().err.splitlines() if "[" not in line]) == 2


def test_one_bad_file_does_not_stop_the_rest(file, tmp_path, capsys):
    file(b"\xff", "a.txt")
    file(TEXT, "b.txt")
    assert main(["check", "--json", str(tmp_path)]) == 2
    captured = capsys.readouterr()
    assert json.loads(captured.out)["file"].endswith("b.txt")
    assert captured.err.count("\n") == 1


def test_standard_input_is_read_through_the_installed_module():
    run = subprocess.run(
        [sys.executable, "-m", "heshu", "check", "-", "--json"],
        input=TEXT.encode(),
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0
    assert len(json.loads(run.stdout)["relations"]) == 2


ENGLISH = ("--lang", "en")


def drafted(text, file, capsys):
    assert main(["check", "--draft", file(text)]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def as_csv(rows):
    output = io.StringIO()
    writer = csv.DictWriter(output, columns())
    writer.writeheader()
    writer.writerows(rows)
    return output.getvalue()


def test_a_draft_has_the_columns_of_the_claims_and_covers_its_text(file, capsys):
    rows = drafted(TEXT, file, capsys)
    assert list(rows[0]) == list(columns())
    assert rows[1]["printed"] == "1000件" and rows[1]["paragraph"] == "1"
    assert main(["check", file(TEXT), "--claims", file(as_csv(rows), "claims.csv"), *ENGLISH]) == 0
    assert "0 figures uncovered, 0 claims not borne out" in capsys.readouterr().out


def test_what_no_claim_covers_and_what_the_text_does_not_bear_out_is_named(file, capsys):
    rows = drafted(TEXT, file, capsys)
    del rows[2]
    rows[0]["printed"], rows[3]["value"] = "2021年", "1"
    claims = file(as_csv(rows), "claims.csv")
    assert main(["check", file(TEXT), "--claims", claims, *ENGLISH]) == 1
    output = capsys.readouterr().out
    assert "no claim covers “1500件”" in output
    assert "doesn't print “2021年”" in output
    assert "“1” contradicts" in output


def test_a_figure_printed_twice_needs_two_claims(file, capsys):
    text = "甲有3家，乙有3家。\n"
    rows = drafted(text, file, capsys)
    assert len(rows) == 2
    assert main(["check", file(text), "--claims", file(as_csv(rows[:1]), "one.csv")]) == 1


def test_a_figure_that_can_not_be_read_is_shown_and_drafted_without_a_kind(file, capsys):
    text = "新增5、6家企业。\n"
    assert main(["check", file(text), *ENGLISH]) == 0
    assert "1 figures, 1 of them unreadable" in capsys.readouterr().out
    (row,) = drafted(text, file, capsys)
    assert (row["printed"], row["kind"], row["value"]) == ("5、6家", "", "")
    assert "can't be read" in row["note"]


def test_claims_report_what_is_inconsistent_too(file, capsys):
    claims = file(as_csv(drafted(WRONG, file, capsys)), "claims.csv")
    assert main(["check", file(WRONG), "--claims", claims, *ENGLISH]) == 1
    output = capsys.readouterr().out
    assert "growth inconsistent “200家增加到300家，增长80%”" in output
    assert "0 claims not borne out, 1 relations inconsistent" in output


def test_a_claims_file_without_claims_covers_nothing(file, capsys):
    claims = file(as_csv([]), "claims.csv")
    assert main(["check", file(WRONG), "--claims", claims, *ENGLISH]) == 1
    assert "3 figures uncovered, 0 claims not borne out" in capsys.readouterr().out


def test_claims_work_with_json(file, capsys):
    rows = drafted(TEXT, file, capsys)
    rows[0]["value"] = "2021"
    claims = file(as_csv(rows[:-1]), "claims.csv")
    assert main(["check", file(TEXT), "--claims", claims, "--json"]) == 1
    content = json.loads(capsys.readouterr().out)
    assert list(content)[2:] == ["figures", "relations", "uncovered", "unborne"]
    assert content["uncovered"] == content["figures"][-1:]
    (unborne,) = content["unborne"]
    assert (unborne["row"], unborne["id"]) == (2, "figure-1") and "2021" in unborne["problem"]


@pytest.mark.parametrize(
    "spoil, place",
    [
        (lambda table: table.replace("section,", "part,", 1), "row 1, column section"),
        (lambda table: table.replace(",count,", ",counts,", 1), "row 3, column kind"),
        (lambda table: table.replace(",1,1,", ",one,1,", 1), "row 2, column paragraph"),
        (lambda table: table.replace("figure-3", '"figure-3', 1), "row 4, column id"),
        (lambda table: table[: table.index("figure-3") + 12], "row 4, column kind"),
        (lambda table: table.replace("figure-3", "figure,3", 1), "row 4, column note"),
        (lambda table: "", "row 1, column id"),
    ],
)
def test_a_damaged_claims_file_is_unusable_and_says_where(spoil, place, file, capsys):
    name = file(spoil(as_csv(drafted(TEXT, file, capsys))) or ",", "claims.csv")
    assert main(["check", file(TEXT), "--claims", name]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and captured.err.count("\n") == 1
    assert f"{name}, {place}: " in captured.err and "Remedy: " in captured.err


@pytest.mark.parametrize(
    "piece",
    [
        "3家，", "3家、", "共9家，其中3家、6家、", "由3家增加到6家，增长100%，", "占3%，", "3家和",
        "2020年3家，2021年4家，同比增长33%；", "2016—2020年的五年间", "其中3家，占3%，其余3家",
        "3家企业共9元，平均每家3元，", "分别为3家、6家，合计9家，", "5、6家，", "\n3家",
        "生于1947年，今年78岁，", "2016年成立，已走过9年，", "3元（3天×1元/天）、",
        "5元（每天2元，3天）", "缴存总额9亿元，提取总额3亿元，缴存余额6亿元。",
        "今年4家，而去年3家，数量增长33%。",
    ],
)  # fmt: skip
def test_the_work_of_a_check_is_linear_in_the_text(piece, calls):
    once, twice = (calls(lambda n=n: deque(check(piece * n), 0)) for n in (150, 300))
    assert twice < 2.2 * once + 100


@pytest.mark.parametrize(
    "piece", ["由3家增加到6家，增长100%；", "过去五年，我们努力。", "生于1947年。"]
)
def test_memory_of_a_check_does_not_grow_with_the_text(piece):
    def peak(times):
        text = piece * times
        tracemalloc.start()
        deque(check(text), maxlen=0)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(100)
    assert peak(600) < peak(200) + 50_000


def test_what_is_kept_of_relations_does_not_grow_with_the_text(blocks):
    """No relation comes twice here, so that whatever is kept of each shows."""

    def varied(first, last):
        return "".join(f"由{n}家增加到{2 * n}家，增长100%；\n" for n in range(first, last))

    blocks(find, varied(1000, 3200))  # fills what may be kept of figures,
    blocks(check, varied(4000, 4600))  # and of relations
    assert blocks(check, varied(5000, 5600)) < 3000


@pytest.mark.parametrize(
    "sentence",
    [
        "识字率为81.95%，其中男性为83.51%，女性为80.47%。",
        "平均年龄36岁，其中男性38岁，女性34岁。",
        "人均收入共3.2万元，其中城镇4.5万元，农村1.8万元。",
        "每户人口3人，其中城镇2人，农村4人。",
        "城镇人均收入4.5万元、农村人均收入1.8万元，共3.2万元，为平均数。",
    ],
)
def test_rates_and_averages_are_not_added_up(sentence):
    assert all(verdict != "inconsistent" for _, verdict in verdicts(sentence))


@pytest.mark.parametrize(
    "text, phrases",
    [
        ("奖金为2000万元及以上。", ["2000万元及以上"]),
        ("约合20533美元。", ["约合20533美元"]),
        ("从2021年至2022年3月，共办理。", ["2021年", "2022年3月"]),
        ("覆盖十几亿人。", ["十几亿人"]),
        ("一季度完成投资5亿元。", ["一季度", "5亿元"]),
        ("利率下降25个基点。", ["下降25个基点"]),
    ],
)
def test_forms_that_public_texts_taught(text, phrases):
    assert [found.phrase for found in figures(text)] == phrases


def test_what_is_counted_is_no_total_of_itself():
    text = "系统有三个测量设备，每个设备使用8个电压。盒里有25个骰子，每个骰子的6个面都有字。"
    assert not [one for one in check(text) if isinstance(one, Result)]
