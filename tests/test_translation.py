"""The second language: numbers, messages, sentences and their catalogues."""

from __future__ import annotations

import json
import re

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from conftest import Project
from sphinx import locale

from reportbook import drawing
from reportbook.data import origins
from reportbook.data.datapackage import ROOT
from reportbook.translation import extract, messages, numbers, outputs, sentences, words

NUMBERS = {
    "6,700": "6700",
    "over 6,700": "6700余",
    "Over 17": "超过17",
    "13,900": "1.39万",
    "12,093": "12093",
    "6,762 to 6,799": "6762至6799",
    "about 6.9 billion yuan": "约69亿元",
    "5.64 billion yuan": "56.4亿元",
    "2.0 billion yuan": "20亿元",
    "600 million yuan": "6亿元",
    "17.3 million yuan": "1730万元",
    "13 to 18 million yuan": "1300万至1800万元",
    "90 to 110 million yuan": "9000万至1.1亿元",
    "14\u202f%": "14%",
    "29.45 to 29.55\u202f%": "29.45%至29.55%",
    "at least 5 percentage points": "至少5个百分点",
    "17.7 times": "17.7倍",
    "up 1,666\u202f%, to 17.66 times": "增长16.66倍，为原来的17.66倍",
    "two": "两",
    "Eleven": "11",
    "21st": "第21",
    "148 → 2,613 million yuan": "1.48亿→26.13亿元",
    "nearly 100": "近100",
    "June 2021": "2021年6月",
    "12 November 2018": "2018年11月12日",
    "2016-08 to 2017-07": "2016年8月至2017年7月",
    "2018": "2018",
    "2016–20": "2016—2020年",
    "4.7": "4.7",
}


@pytest.mark.parametrize("shown", NUMBERS)
def test_a_number_is_written_as_chinese_does_it(shown):
    assert numbers.in_chinese(shown) == NUMBERS[shown]


def test_a_multiple_that_stands_alone_has_its_word_and_a_product_its_sign():
    assert [messages.translated(text) for text in ("2.5×", "3 × 4")] == ["2.5倍", "3 × 4"]
    assert messages.translated("1.39万件, 2.61 billion yuan") == "1.39万件、26.1亿元"


def test_a_translation_may_ask_for_another_way_to_write_a_number():
    asked = {("four", "count"): "4", ("4", "numeral"): "四", ("4", "ordinal"): "第四"}
    asked |= {
        ("10,000", "scale"): "万",
        ("2018", "year"): "2018年",
        ("13,900", "plain"): "13900",
        ("21st", "plain"): "21",
        ("1,255", "yuan"): "12.55亿元",
    }
    assert {key: numbers.in_chinese(*key) for key in asked} == asked
    with pytest.raises(ValueError, match="no form"):
        numbers.in_chinese("4", "percent")


BELOW = {
    ("147.5 to 148.5", "亿元"): "1.475至1.485",
    ("2,613", "最少可能，亿元"): "26.13",
    ("1,500", "亿元"): "15",
    ("0", "亿元"): "0",
    ("556.833", "亿元"): "5.56833",
    ("30.0", "万元/家"): "3000",
    ("−0.5", "万元"): "−50",
    ("147.5 to 148.5", "元"): "1.475亿至1.485亿",
    ("29.995 to 30.005", "元"): "2999.5万至3000.5万",
    ("over 13.5", "元"): "超过1350万",
}


@pytest.mark.parametrize("shown", BELOW)
def test_a_number_below_million_yuan_counts_in_what_the_chinese_head_says(shown):
    assert numbers.below(*shown) == BELOW[shown]


@pytest.mark.parametrize("shown", [("148", "家"), ("over 148", "亿元"), ("–", "元")])
def test_what_is_no_number_or_no_money_is_refused_below_a_head(shown):
    with pytest.raises(ValueError, match=r"no (number|unit)"):
        numbers.below(*shown)


def test_a_chart_counts_money_in_the_unit_that_its_translation_says(monkeypatch):
    units = {"million yuan": "亿元", "million yuan a firm": "万元/家"}
    known = messages.Messages(messages.OUTPUTS, units)
    monkeypatch.setattr(messages, "catalogue", lambda domain: known)
    assert messages.amount("148", "million yuan") == "1.48"
    assert messages.amount("13.8 to 17.3", "million yuan a firm") == "1380至1730"
    assert messages.amount("148", "firms") == "148"
    assert messages.amount("148 until May", "million yuan") == "148 until May"
    table = {"columns": ["year", "million yuan"], "rows": [[2015, 148.0], [2016, None]]}
    assert outputs.shown(table, ())["rows"] == [[2015, "1.48"], [2016, None]]
    rows = {"columns": ["value"], "rows": [[301.0], [11.0]]}
    assert outputs.shown(rows, ["= 735 million yuan", "= 35 firms"])["rows"] == [
        ["3.01亿元"],
        [11.0],
    ]


def test_a_table_counts_each_amount_in_its_own_scale():
    ledger = {"caption": "", "columns": ["Figure", "Stands for", "Unit"]}
    ledger["rows"] = [["a", "147.5 to 148.5", "million yuan"], ["b", "4 to 5", "times"]]
    assert outputs.table(ledger)["rows"][0][1:] == ["1.475亿至1.485亿", "元"]
    alone = {"caption": "", "columns": ["a", "b"], "rows": [["8", "20.0"]], "amounts": [[0, 1]]}
    assert outputs.table(alone)["rows"] == [["8", "2000万元"]]


def test_a_figure_read_in_translation_has_its_chinese_wording_or_a_mark():
    table = {"caption": "", "columns": ["Figure", "Printed"]}
    printed = {
        "press-pledge-base": "148 million yuan",
        "press-pledge-end": "2.61 billion yuan",
        "pledge-2019-november": "1.72 billion yuan",
        "policy-payments-2023": "8610万元",
    }
    table |= {"names": [*printed], "rows": [[name, text] for name, text in printed.items()]}
    shown = [row[1] for row in outputs.table(table)["rows"]]
    more_exact = "26.1亿元（中文作“26.13亿元”）"
    assert shown == ["1.48亿元", more_exact, "17.2亿元（据外文转述）", "8610万元"]


def test_million_yuan_is_translated_by_a_unit_that_chinese_has():
    for wrong in ("质押融资，百万元", "质押融资"):
        assert [*extract.unsound("Loans, million yuan", wrong, "here")], wrong
    assert not [*extract.unsound("Loans, million yuan", "质押融资，亿元", "here")]


@pytest.mark.parametrize("text", ["several", "1.39万件", "up a lot", "12-13"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match="no number"):
        numbers.in_chinese(text)


@pytest.mark.parametrize(
    ("text", "message", "shown"),
    [
        ("2 in 2018, 17 at last", "{0} in {1}, {2} at last", ["2", "2018", "17"]),
        ("rose from 2 to 17", "rose from {0} to {1}", ["2", "17"]),
        ("5 to 10\u202f% of loans", "{0} of loans", ["5 to 10\u202f%"]),
        ("about 6.9 billion yuan", "about {0}", ["6.9 billion yuan"]),
        ("one dot each", "{0} dot each", ["one"]),
        ("since June 2021", "since {0}", ["June 2021"]),
        ("27, 10.5万件", "{0}, 10.5万件", ["27"]),
        ("patents, 2016–20", "patents, {0}", ["2016–20"]),
        ("U40 and the 1990s", "U40 and the 1990s", []),
        ("twelve-month rates", "twelve-month rates", []),
        ("per ten thousand", "per ten thousand", []),
    ],
)
def test_numbers_are_taken_out_of_a_message(text, message, shown):
    assert messages.taken_out(text) == (message, shown)


def test_a_message_is_filled_with_its_numbers_in_any_order():
    assert messages.put_in("{1}年为{0:numeral}家", ["2", "2018"]) == "2018年为两家"
    with pytest.raises(ValueError, match=r"\{2\}"):
        messages.put_in("{2}", ["2"])


def test_a_missing_translation_is_noted_and_names_its_remedy(monkeypatch):
    known = messages.Messages(messages.OUTPUTS, {"in {0}": "{0}年"})
    monkeypatch.setattr(messages, "catalogue", lambda domain: known)
    assert messages.translated("in 2018") == "2018年"
    assert messages.translated("by 2018") == "by 2018"
    assert [*known.missing] == ["by {0}"]


def test_no_words_are_no_words_in_chinese_either(tmp_path):
    """Below the empty message gettext has the head of a catalogue, which no page may show."""
    (tmp_path / "zh_CN/LC_MESSAGES").mkdir(parents=True)
    with (tmp_path / f"zh_CN/LC_MESSAGES/{words.DOMAIN}.mo").open("wb") as file:
        write_mo(file, Catalog(locale="zh_CN"))
    locale.init([str(tmp_path)], "zh_CN", words.DOMAIN)
    try:
        assert locale.get_translator(words.DOMAIN).gettext("")
        assert words._("") == ""
    finally:
        locale.translators.clear()


def said(template, numbers, **more):
    myst = more.pop("myst", [""])
    return {"template": template.split("\n"), "numbers": numbers, "myst": myst} | more


def number(name, shown, form="count"):
    return {"name": name, "said": shown, "form": form, "rests_on": ["firms"]}


@pytest.fixture
def speaks(monkeypatch):
    def speak(**texts):
        known = messages.Messages(messages.SAID, dict(texts.values()))
        monkeypatch.setattr(sentences, "catalogue", lambda domain: known)

    return speak


def test_a_sentence_is_said_by_its_translated_template(speaks):
    speaks(
        one=("{a:over} of {b} firms {cite}`k`.\nSo {n}.", "{b}家企业中有{a}家。\n即{n}{cite}`k`。")
    )
    told = [number("{a:over}", "over 400"), number("{b}", "two", "numeral")]
    found = sentences.in_chinese(
        said("{a:over} of {b} firms {cite}`k`.\nSo {n}.", told, names={"n": "金发科技"})
    )
    # Numbers keep what they rest on, in the order of the Chinese; a line's end is no space
    assert found["myst"] == ["{said}`两`家企业中有{said}`400余`家。即金发科技。{cite}`k`"]
    assert [n["said"] for n in found["numbers"]] == ["两", "400余"]
    assert found["numbers"][0]["rests_on"] == ["firms"]


def test_a_translation_can_say_no_number_that_the_english_lacks(speaks):
    speaks(one=("Some {a} firms.", "{c}家企业。"))
    with pytest.raises(ValueError, match=r"\{c\}"):
        sentences.in_chinese(said("Some {a} firms.", [number("{a}", "4")]))


def test_cards_stay_cards(speaks):
    speaks(one=("{a}\nfirms of **note**", "{a}家\n**知名**企业"))
    content = said("{a}\nfirms of **note**", [number("{a}", "4")], myst=["::::{container} figures"])
    assert "figure-card\n{said}`4`家\n\n**知名**企业\n:::" in "\n".join(
        sentences.in_chinese(content)["myst"]
    )


def test_a_translation_has_the_numbers_values_and_sources_of_its_message():
    sound = extract.unsound("{a:over} {cite}`k` {0}", "{0}{a}{cite}`k`", "here")
    assert [*sound] == []
    for wrong in (
        "{0}{cite}`k`",
        "{a}{cite}`k`",
        "{0}{a}{cite}`l`",
        "{0}{a}",
        "{0}{0}{a}{cite}`k`",
    ):
        assert [*extract.unsound("{a:over} {cite}`k` {0}", wrong, "here")], wrong


def test_names_of_columns_are_those_of_the_files():
    table = {"caption": "", "columns": ["File", "Column"], "rows": [["units.csv", "unit"]]}
    assert [*outputs.cells(table)] == [[("units.csv", True), ("unit", False)]]


MONTHS = numbers.MONTH[3:-1].split("|")
TYPED = re.compile(r"\d+(?:[.,]\d+)*")


def typed(text):
    """The digits of a text that are typed there; an English month is one, as a Chinese one is.

    What English says in brackets of a Chinese phrase is for readers of English alone.
    """
    text = re.sub(r"\(\"[^\"]*\"\)", "", text)
    for number, month in enumerate(MONTHS, 1):
        text = text.replace(month, f" {number} ")
    text = re.sub(r"\{[^}]*\}(`[^`]*`)?", "", text)  # placeholders, roles with their targets
    return sorted(digits.replace(",", "") for digits in TYPED.findall(text))


def test_a_translation_types_the_digits_of_its_message_and_no_others():
    found = []
    for path in messages.CATALOGUES.rglob("*.po"):
        if path.stem not in (messages.OUTPUTS, messages.DATA):  # whose numbers are taken out
            for message in messages.read(path):
                if message.id and typed(str(message.id)) != typed(str(message.string)):
                    found.append(f"{path.stem}: {message.id} | {message.string}")
    assert not found, "\n".join(found)


def test_every_message_is_translated_and_none_is_stale():
    run = Project(ROOT).run("python", "-m", "reportbook.translation", "--check")
    assert run.returncode == 0, run.stdout[:4000] + run.stderr


def leads(about):
    """How often each of a headline's own numbers stands in it, and how many other numbers do."""
    own = [number["said"] for number in about.get("numbers", ())]
    found = origins.numbers_of(own).findall(about["headline"])
    return [found.count(said) for said in own], sum(text not in own for text in found)


def test_the_numbers_of_a_headline_lead_to_the_same_in_both_languages():
    """To what each rests on, and none that the other language doesn't lead anywhere."""
    seen = 0
    for path in sorted((ROOT / "chapters").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                about = output.get("data", {}).get(drawing.MIME, {}).get("usermeta", {})
                for english in [about, *about.get("others", ())] if "pictures" in about else []:
                    chinese = outputs.words(english)
                    assert leads(english) == leads(chinese), chinese["headline"]
                    seen += sum(leads(english)[0])
    assert seen > 10
