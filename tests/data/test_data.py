"""The data hold together, and damaged data are refused with file, row, column and remedy."""

import json
import re

import pandas as pd
import pytest
from conftest import NOTEBOOKS

from heshu.reading import read
from reportbook.data import claims, datapackage
from reportbook.data.datapackage import DataError


def test_there_are_well_over_a_hundred_claims_of_every_section():
    article = claims.load()
    assert len(article) > 150
    assert set(article["section"]) == set(datapackage.load("sections")["section"])


def test_claims_stand_in_the_order_of_the_article():
    article = claims.load()
    places = list(zip(article["paragraph"], article["sentence"], strict=True))
    assert places == sorted(places)


def test_sections_span_the_paragraphs_of_their_claims():
    article = claims.load()
    for section in datapackage.load("sections").itertuples():
        paragraphs = article.loc[article["section"] == section.section, "paragraph"]
        spanned = range(section.first_paragraph, section.last_paragraph + 1)
        assert sorted(set(paragraphs)) == list(spanned), f"correct the span of {section.section}"


def test_the_source_line_is_one_sentence():
    """No chapter prints the place of its claims, as no chapter reports on it."""
    article = claims.load()
    assert (article.loc[article["section"] == "source", "sentence"] == 1).all()


def test_a_dated_name_has_the_period_of_a_figure_in_its_sentence():
    """No chapter prints the periods of names, so the sentence's figures vouch for them."""
    article = claims.load()
    place = article[["paragraph", "sentence", "period", "period_basis"]].apply(tuple, axis=1)
    names = article[~article["is_figure"] & (article["period"] != "")]
    alone = set(place[names.index]) - set(place[article["is_figure"]])
    assert not alone, f"correct these periods, or add the figure that prints them: {alone}"


def test_an_open_list_is_open_for_all_its_names():
    """A list is of one sentence, kind and, where that is coded, role."""
    article = claims.load()
    roles = datapackage.load("protection").set_index("claim")["role"]
    names = article[~article["is_figure"]]
    names = names.assign(role=names.index.map(roles).fillna(""))
    listed = names.groupby(["paragraph", "sentence", "kind", "role"])["qualifier"]
    for place, qualifiers in listed:
        assert qualifiers.nunique() == 1, f"one list, open or not: {place}"
        assert len(qualifiers) > 1 or qualifiers.iloc[0] == "", f"no list: {place}"


def test_every_table_is_described_and_every_described_table_is_there():
    files = {path.name for path in datapackage.DATA.glob("*.csv")}
    assert files == {entry["path"] for entry in datapackage.descriptor()["resources"]}


def test_every_section_unit_and_kind_of_ip_is_used():
    article = claims.load()
    units = set(article["unit"]) | set(datapackage.load("context")["unit"])
    assert set(datapackage.load("units")["unit"]) == units - {""}


def test_codings_cover_what_they_claim_to_cover():
    """Every body and mechanism of the section on protection, every goal of the outlook."""
    article = claims.load()
    protection = article[article["section"] == "protection"]
    coded = set(datapackage.load("protection")["claim"])
    # WIPO gave a firm an honour and protects nothing here
    outside = {"wipo"}
    named = protection[protection["kind"].isin(["body", "mechanism"])].index
    assert coded == set(named) - outside
    outlook = article[article["section"] == "outlook"]
    assert set(datapackage.load("goals")["claim"]) == set(outlook[outlook["kind"] == "goal"].index)
    cooperation = article[article["section"] == "cooperation"]
    events = cooperation[cooperation["kind"] == "event"].index
    ties = datapackage.load("cooperation").set_index("claim")
    assert set(ties.index[ties["form"] == "event"]) == set(events)


def test_every_ambiguity_bears_on_a_result_and_every_conclusion_on_chapters():
    depending = datapackage.load("dependencies")
    assert set(depending["ambiguity"]) == set(datapackage.load("ambiguities")["ambiguity"])
    assert (depending.groupby("result")["chapter"].nunique() == 1).all()
    chapters = datapackage.load("conclusions")["chapters"].str.split().explode()
    # The source line is a section, but no chapter reports on it
    named = {*chapters, *depending["chapter"], *datapackage.load("relations")["section"]}
    assert named <= {path.stem for path in NOTEBOOKS}


def test_the_chinese_subject_of_a_name_holds_the_name():
    article = claims.load()
    names = article[~article["is_figure"]]
    astray = [row.Index for row in names.itertuples() if row.printed not in row.subject_zh]
    assert not astray, f"correct the subject_zh of {astray}"


# What the subjects of figures speak of: a word of the article and its English, the one exactly
# where the other is
SUBJECTS = {
    "批准": "Approval",
    "5年来": "Time (since|over which) (?!the headline|Kingfa)",
    "3年来": "Time over which Kingfa",
    "五年来": "Time over which the headline",
    "规划期": "Years that the master plan covers",
    "印发": "Issue of the master plan",
    "经验做法": "Practices that others can copy",
    "年专利申请量": "Patent applications a year|patent applications a year",
    "年专利授权量": "[Pp]atent grants a year",
    "增长$": "^Growth of",
    "累计": "^IP pledge financing, five years",
    "质押融资": "pledge financing|to pledge",
    "风险补偿资金池": "[Rr]isk-compensation pool",
    "示范企业和优势企业": "demonstration and advantage enterprises",
    "强省建设试点": "provincial pilot cases",
    "批次": "^Batch of",
    "举措": "Measures",
    "国家、省、市": "National, provincial and city",
    "各方面": "Aspects",
    "部门": "Departments",
    "多个部门": "Departments of Kingfa",
    "新一代信息技术": "new-generation IT product",
    "落地|发行$": "^Issue of (?!the master)",
    "全国首个": "Rank of",
    "长视科技": "Changshi",
    "服务链": "service chain",
    "纯专利权": "pure-patent",
    "先河": "^First capital-market",
    "分行业": "by sector",
    "版本": "^Versions",
    "证券化产品$": "securitisation products issued",
    "证券化融资": "by securitisation",
    "证券化融资企业|被投资企业|融资的企业|责任险的企业": "^(Invested f|F)irms",
    "运营发展基金": "operation and development fund",
    "重点产业": "key industries",
    "基金投资": "^Investments of",
    "上市": "went public",
    "责任险": "liability insurance",
    "目前": "^Date of the counts",
    "服务机构": "^IP service agencies",
    "品牌机构": "brand agencies",
    "境外优质机构": "outside the mainland",
    "技术与创新支持中心": "technology and innovation support centres",
    "工作站": "an IP service workstation|^Batch of workstations",
    "重点企业": "^Key enterprises",
    "预审周期": "^Average time",
    "截至": "^Date of the registration",
    "备案": "registered",
    "创新主体": "^Entities",
    "论坛": "Forum",
    "新加坡知识产权周": "IP Week of Singapore",
    "会议序号": "^Number of",
    "交流分享会": "exchange sessions",
}


def test_the_chinese_subject_of_a_figure_says_what_the_english_says():
    """No chapter prints most of them. Where one is another's, a word of either is amiss."""
    article = claims.load()
    figures = article[article["is_figure"]]

    def spoken_of(text, words):
        return frozenset(place for place, word in enumerate(words) if re.search(word, text))

    chinese = figures["subject_zh"].map(lambda text: spoken_of(text, SUBJECTS))
    english = figures["subject_en"].map(lambda text: spoken_of(text, SUBJECTS.values()))
    words = list(SUBJECTS)
    amiss = {
        name: [words[place] for place in chinese[name] ^ english[name]]
        for name in figures.index[chinese != english]
    }
    assert not amiss, f"correct a subject, or what its words mean in SUBJECTS: {amiss}"
    assert chinese.map(len).all(), "add a word for each new subject"
    unlike = figures["subject_zh"].groupby(chinese).unique()
    assert unlike.map(len).eq(1).all(), f"tell these apart: {list(unlike[unlike.map(len) > 1])}"


def test_intervals_come_from_the_phrase():
    article = claims.load()
    for claim in article[article["interval"].notna()].itertuples():
        assert claim.interval == read(claim.printed).interval
        assert claim.number in (claim.interval.low, claim.interval.high) or (
            claim.number in claim.interval
        )


def replaced(old, new):
    return lambda text: text.replace(old, new, 1)


DAMAGE = {
    "misspelt column": (
        "claims.csv",
        replaced("unit,", "unti,"),
        'column unit: Label "unti"',
        "columns",
    ),
    "value against phrase": (
        "claims.csv",
        replaced("1.39万件,13900", "1.39万件,13901"),
        "row {applications-base}, column value",
        "“13900”",
    ),
    "phrase against value": (
        "claims.csv",
        replaced("1.39万件,13900", "1.93万件,13900"),
        "row {applications-base}, column value",
        "“19300”",
    ),
    "unit against phrase": (
        "claims.csv",
        replaced("13900,件", "13900,家"),
        "row {applications-base}, column unit",
        "“件”",
    ),
    "qualifier against phrase": (
        "claims.csv",
        replaced("6700多件,6700,件,over", "6700多件,6700,件,exact"),
        "row {grants-base}, column qualifier",
        "“over”",
    ),
    "period against phrase": (
        "claims.csv",
        replaced("2020-08,printed", "2020-09,printed"),
        "column period",
        "“2020-08”",
    ),
    "unreadable phrase": (
        "claims.csv",
        replaced("1.39万件", "不少件"),
        "row {applications-base}",
        "“不少件”",
    ),
    "wrong kind": (
        "claims.csv",
        replaced('count,"Patent', 'duration,"Patent'),
        "row {applications-base}",
        "duration",
    ),
    "unknown unit": (
        "claims.csv",
        replaced("1.39万件,13900,件", "1.39万颗,13900,颗"),
        "row {applications-base}, column unit",
        "add it to the table",
    ),
    "unknown kind": (
        "claims.csv",
        replaced('count,"Patent', 'sum,"Patent'),
        "row {applications-base}",
        "descriptor",
    ),
    "duplicate id": (
        "claims.csv",
        replaced("applications-end", "applications-base"),
        "row {applications-end}, column id",
        "key of its own",
    ),
    "paragraph outside its section": (
        "claims.csv",
        replaced("applications-base,overview,2", "applications-base,overview,9"),
        "row {applications-base}, column paragraph",
        "section",
    ),
    "a word for a number": (
        "claims.csv",
        replaced("applications-base,overview,2", "applications-base,overview,two"),
        "row {applications-base}, column paragraph",
        "type",
    ),
    "cell too many": ("units.csv", replaced("件,patents", "件,x,patents"), "row 2", "quotes"),
    "empty file": ("claims.csv", lambda text: "", "claims.csv", "header"),
    "unknown claim in a coding": (
        "goals.csv",
        replaced("goal-highland", "goal-lowland"),
        "goals.csv, row 2, column claim",
        "add it to the table",
    ),
    "broken descriptor": ("datapackage.json", replaced("{", "["), "datapackage.json", "restore"),
    "descriptor of a wrong type": (
        "datapackage.json",
        replaced('"type": "integer"', '"type": "intger"'),
        "datapackage.json",
        "mend",
    ),
    "descriptor without a table": (
        "datapackage.json",
        lambda text: json.dumps(
            json.loads(text)
            | {"resources": [r for r in json.loads(text)["resources"] if r["name"] != "units"]}
        ),
        "units",
        "mend",
    ),
}


def refused():
    """The one error that loading ends with."""
    with pytest.raises(DataError) as caught:
        claims.load()
    return str(caught.value)


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_data_are_refused(data, damage):
    file, change, place, hint = DAMAGE[damage]
    path = data / file
    text = path.read_text(encoding="utf-8")
    ids = pd.read_csv(data / "claims.csv")["id"]
    rows = {name: row for row, name in enumerate(ids, start=2)}
    path.write_text(change(text), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    error = refused()
    assert place.format_map(rows) in error and hint in error and "Remedy: " in error
    assert error.count("\n- ") <= 2, "the cause is told, not its consequences"


def test_data_are_read_once_until_they_are_forgotten(data):
    path = data / "units.csv"
    before = claims.load()
    path.write_text(path.read_text(encoding="utf-8").replace("yes", "maybe"), encoding="utf-8")
    assert claims.load().equals(before)
    datapackage.forget()
    assert "column whole" in refused()


def test_loading_writes_nothing(project):
    """Not even beside the data, where a build might find what an earlier run left."""
    before = {path: path.stat().st_mtime_ns for path in sorted(project.folder.rglob("*"))}
    code = "import sys; sys.dont_write_bytecode = True\n"
    code += "from reportbook.data import ledger; ledger.judged()"
    run = project.run("python", "-c", code)
    assert run.returncode == 0, run.stderr
    after = {path: path.stat().st_mtime_ns for path in sorted(project.folder.rglob("*"))}
    assert after == before


def test_no_chapter_runs_on_damaged_data(project):
    project.edit("data/claims.csv", "1.39万件,13900", "1.39万件,13901")
    before = (project.folder / "chapters/overview.ipynb").read_bytes()
    run = project.run("python", "-m", "reportbook.running", "--all")
    assert run.returncode == 1 and "executed" not in run.stdout
    assert (
        ", column value: “13901” contradicts “1.39万件”" in run.stderr
        and "Traceback" not in run.stderr
    )
    assert (project.folder / "chapters/overview.ipynb").read_bytes() == before
