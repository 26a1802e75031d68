"""The benchmark: every item is right, and what is published is what it measures."""

import csv
import json
from collections import Counter
from dataclasses import replace

import counting
import draft
import gold
import marking
import measure
import pytest
import readme
import verify

from heshu.relations import CONSISTENT, INCONSISTENT

ITEMS = gold.load()
REPORT = json.loads(measure.RESULTS.read_text(encoding="utf-8"))


def test_every_item_is_right():
    assert [line for item in ITEMS for line in verify.problems(item)] == []
    assert len({item.id for item in ITEMS}) == len(ITEMS)


def test_every_row_belongs_to_an_item():
    known = {item.id for item in ITEMS}
    for name in ("relations.csv", "slips.csv"):
        assert {row["text"] for row in gold.rows(gold.HERE / name)} <= known


def test_the_tables_are_as_the_descriptor_says():
    package = json.loads((gold.HERE / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["path"] for resource in package["resources"]] == list(measure.TABLES)
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        with (gold.HERE / resource["path"]).open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file)
            assert table.fieldnames == [field["name"] for field in fields]
            for row in table:
                for field in fields:
                    allowed = field.get("constraints", {})
                    assert row[field["name"]] or not allowed.get("required"), row
                    assert row[field["name"]] in allowed.get("enum", [row[field["name"]]]), row


@pytest.mark.parametrize(
    ("resource", "field", "known"),
    [
        (0, "source", gold.SOURCES),
        (0, "half", gold.HALVES),
        (1, "kind", gold.KINDS),
        (2, "kind", gold.SLIPS),
        (3, "source", gold.SOURCES),
    ],
)
def test_the_descriptor_names_the_kinds(resource, field, known):
    package = json.loads((gold.HERE / "datapackage.json").read_text(encoding="utf-8"))
    fields = package["resources"][resource]["schema"]["fields"]
    (allowed,) = [one["constraints"]["enum"] for one in fields if one["name"] == field]
    assert allowed == list(known)


ITEM = gold.Item(
    "court-99",
    "first",
    "court",
    "共收案200件，结案150件，结案率75.0%，未结50件。",
    "",
    (
        gold.Relation("court-99", "rate", "[75.0%] = [150件] / [200件]", True),
        gold.Relation("court-99", "difference", "[50件] = [200件] - [150件]", True),
    ),
    (gold.Slip("court-99", "digit", "75.0%", "76.0%", ("[76.0%] = [150件] / [200件]",)),),
)


def test_an_item_that_is_right_has_no_problems():
    assert verify.problems(ITEM) == []


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"text": ITEM.text.replace("150件", "151件")}, "“150件” stands 0 times"),
        ({"text": ITEM.text + "去年200件。"}, "“200件” stands 2 times"),
        ({"text": ITEM.text.replace("未结50", "未结5")}, "“50件” stands 0 times"),
        ({"id": "Court"}, "an item is named by its source and a number"),
        ({"source": "blog"}, "no such source or half: blog"),
        ({"half": "quarter"}, "no such source or half: court, quarter"),
        ({"relations": ITEM.relations * 2}, "twice: [75.0%] = [150件] / [200件]"),
        (
            {"relations": (gold.Relation("court-99", "rate", "[75.0%] = [50件] / [200件]", True),)},
            "doesn't hold: [75.0%] = [50件] / [200件]",
        ),
        ({"slips": (replace(ITEM.slips[0], was="75.2%"),)}, "“75.2%” stands there 0 times"),
        ({"slips": (replace(ITEM.slips[0], kind="typo"),)}, "no such slip: typo"),
        ({"slips": (replace(ITEM.slips[0], claims=()),)}, "nothing that can't be true"),
    ],
)
def test_what_is_wrong_with_an_item_is_named(changed, problem):
    assert any(problem in line for line in verify.problems(replace(ITEM, **changed)))


def test_a_slip_that_rounding_forgives_is_refused():
    slip = replace(ITEM.slips[0], becomes="75.1%", claims=("[75.1%] = [150件] / [200件]",))
    found = verify.problems(replace(ITEM, slips=(slip,)))
    assert found == ["court-99: rounding forgives 75.0% > 75.1%"]


@pytest.mark.parametrize(
    ("phrase", "face", "step"),
    [
        ("1,203.5万元", 12_035_000, 1_000),
        ("1203件", 1203, 0),
        ("3.8个百分点", "0.038", "0.001"),
        ("两千四百亩", 2400, 0),
        ("165.97萬億元", 165_970_000_000_000, 10_000_000_000),
        ("４０％", "0.4", "0.01"),
        ("-1,286.47万元", "-12864700", 100),
        ("2.4倍", "2.4", "0.1"),
        ("42个基点", "0.0042", "0.0001"),
        ("三分之二", gold.Fraction(2, 3), 0),
        ("一半以上", "0.5", 0),
    ],
)
def test_numbers_are_read_without_heshu(phrase, face, step):
    number = gold.number(phrase)
    assert (number.face, number.step) == (gold.Fraction(face), gold.Fraction(step))


@pytest.mark.parametrize(
    ("formula", "holds"),
    [
        ("[33.3%] = [1件] / [3件]", (True, True, True)),
        ("[33.4%] = [1件] / [3件]", (False, True, False)),
        ("[33.5%] = [1件] / [3件]", (False, False, False)),
        # Parts that were rounded one by one miss their sum at face value alone
        ("[6.2万] = [2.1万] + [4.0万]", (True, True, False)),
        ("[3件] <= [1件]", (False, False, False)),
        ("grim([19.3%], [28名])", (False, False, False)),
        ("grim([17.9%], [28名])", (True, True, True)),
        # A figure that stands there twice is the same number both times
        ("[44.0%] = [1.0亿] / ([1.0亿] + [1.1亿])", (False, True, False)),
    ],
)
def test_a_formula_holds_under_rounding(formula, holds):
    text = " ".join(dict.fromkeys(match[1] for match in gold.QUOTED.finditer(formula)))
    assert tuple(gold.holds(text, formula, rule) for rule in ("near", "loose", "face")) == holds


def test_intervals_are_the_published_ones():
    # Newcombe 1998, table I, method 3; Garwood's for 0 and 3 events
    assert [round(end, 4) for end in counting.wilson(81, 263)] == [0.2553, 0.3662]
    assert [round(end, 4) for end in counting.wilson(0, 20)] == [0.0, 0.1611]
    assert [round(end, 3) for end in counting.poisson(0)] == [0.0, 3.689]
    assert [round(end, 3) for end in counting.poisson(3)] == [0.619, 8.767]
    # Beyond what exp(-count) can hold; by Wilson and Hilferty's approximation
    low, high = counting.poisson(880)
    assert round(low, 1) == round(880 * (1 - 1 / 7920 - 1.959964 / 3 / 880**0.5) ** 3, 1)
    assert round(high, 1) == round(881 * (1 - 1 / 7929 + 1.959964 / 3 / 881**0.5) ** 3, 1)


def test_what_several_halves_make_together_is_counted_anew():
    halves = [REPORT["heshu"][half] for half in ("first", "second")]
    together = counting.pooled(halves)
    for part in ("recall", "precision", "slips"):
        for kind, row in together[part].items():
            rows = [half[part][kind] for half in halves if kind in half[part]]
            hits, of = (sum(row[name] for row in rows) for name in ("hits", "of"))
            assert row == counting.share(hits, of), (part, kind)
    assert together["accusations"]["characters"] == 21_304 + 33_435
    assert together["accusations"]["high"] < min(h["accusations"]["high"] for h in halves)


DRAFT = """court-98 court
let x=50
共收案{n=200:0}件，结案{c=n-x:0}件，结案率由{o=72.4:1}%提高到{r=c/n*100:1}%，提高{p=2.6:1}个百分点。
# a note
> rate @r% @c件 @n件
> points @p个百分点 @r% @o%
- order @c件 @n件
~ digit @r%
~ transposed @c件
~ points @p个百分点
~ above @c件 @n件
~ share @r% > 25.0%
~ year 收案@n件 > 收案300件 :: rate @r% @c件 300件
"""


def test_a_draft_becomes_an_item():
    item = draft.read(DRAFT, "second")
    assert item.text == "共收案200件，结案150件，结案率由72.4%提高到75.0%，提高2.6个百分点。"
    assert (item.id, item.half, item.source, item.note) == ("court-98", "second", "court", "a note")
    assert [(one.kind, one.formula, one.counted) for one in item.relations] == [
        ("rate", "[75.0%] = [150件] / [200件]", True),
        ("points", "[2.6个百分点] = [75.0%] - [72.4%]", True),
        ("order", "[150件] <= [200件]", False),
    ]
    assert verify.problems(item) == []
    by_kind = {slip.kind: slip for slip in item.slips}
    assert list(by_kind) == ["digit", "transposed", "points", "above", "share", "year"]
    assert by_kind["points"].claims == ("[2.6%] = [75.0%] / [72.4%] - 1",)
    assert by_kind["share"].claims[0] == "[25.0%] = [150件] / [200件]"
    assert (by_kind["transposed"].was, by_kind["transposed"].becomes) in [
        ("150件", "510件"),
        ("150件", "105件"),
    ]
    # What chance decides is the same each time
    assert draft.read(DRAFT, "second") == item


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (DRAFT.replace("> rate", "> rates"), "rates is none of"),
        (DRAFT.replace("~ digit @r%", "~ digit @r% > 75.1%"), "rounding forgives 75.0% > 75.1%"),
        (DRAFT.replace("@n件\n>", "199件\n>", 1), "“199件” stands 0 times"),
        (DRAFT.replace("court-98 court", "court-98 blog"), "blog is none of"),
        (DRAFT.replace("n-x", "n-y"), "name 'y' is not defined"),
    ],
)
def test_a_draft_that_is_wrong_is_refused(wrong, why):
    with pytest.raises(gold.GoldError, match=why):
        draft.read(wrong, "second")


FIGURES = frozenset(gold.spans(ITEM.text, "[200件] [150件] [75.0%] [50件]"))


def answers(*tested):
    """A checker that says this of the right text, and nothing of its twin."""

    def checker(text):
        found = [
            marking.Answer("x", frozenset(gold.spans(text, formula)), verdict)
            for formula, verdict in tested
            if text == ITEM.text
        ]
        return marking.Answers(FIGURES, tuple(found))

    return checker


@pytest.mark.parametrize(
    ("tested", "formed", "right", "wrong", "accused"),
    [
        ([], 0, 0, 0, 0),
        ([("[75.0%] [150件] [200件]", CONSISTENT)], 1, 1, 0, 0),
        # All figures at once are both relations
        ([("[75.0%] [150件] [200件] [50件]", CONSISTENT)], 2, 1, 0, 0),
        # A part and its whole are right, and no relation that counts
        ([("[150件] [200件]", CONSISTENT)], 0, 1, 0, 0),
        # These don't belong together
        ([("[75.0%] [50件] [200件]", CONSISTENT)], 0, 0, 1, 0),
        ([("[75.0%] [150件] [200件]", INCONSISTENT)], 1, 0, 1, 1),
        ([("[75.0%] [150件] [200件]", "consistent only if")], 1, 0, 1, 0),
    ],
)
def test_answers_are_marked(tested, formed, right, wrong, accused):
    marks = marking.mark(ITEM, answers(*tested))
    assert marks.formed.total() == formed
    assert marks.missed.total() == 2 - formed
    assert (marks.right.total(), marks.wrong.total(), marks.accused) == (right, wrong, accused)


def test_a_slip_is_found_where_it_is_and_not_by_accusing_everything():
    def accuses(formula, also_clean):
        def checker(text):
            joins = formula.replace("75.0%", "76.0%") if text != ITEM.text else formula
            if text == ITEM.text and not also_clean:
                return marking.Answers(FIGURES, ())
            places = frozenset(gold.spans(text, joins))
            return marking.Answers(FIGURES, (marking.Answer("x", places, INCONSISTENT),))

        return marking.mark(ITEM, checker)

    assert accuses("[75.0%] [150件] [200件]", False).found == Counter(digit=1)
    assert accuses("[75.0%] [150件] [200件]", True).passed == Counter(digit=1)
    elsewhere = accuses("[50件]", False)
    assert (elsewhere.passed, elsewhere.beside) == (Counter(digit=1), 1)


AGAIN = "what is published isn't what comes out: run python benchmark/measure.py --readme"


def test_each_half_is_published():
    halves = measure.halves(ITEMS).items()
    assert REPORT["items"] == {half: measure.fingerprint(these) for half, these in halves}, AGAIN


def test_right_texts_that_are_written_to_mislead_are_not_accused():
    told = {text: marking.ours(text) for text in gold.traps()}
    accused = [
        text for text, one in told.items() if INCONSISTENT in [each.verdict for each in one.tested]
    ]
    assert accused == []
    assert REPORT["traps"] == measure.trapped(list(told), told.__getitem__), AGAIN


# A test a half, so that all processors share them
@pytest.mark.parametrize("half", gold.HALVES)
def test_the_results_are_those_of_these_tables_and_rules(half):
    these = [item for item in ITEMS if item.half == half]
    assert REPORT["heshu"][half] == measure.measure(these, marking.ours)[0], AGAIN


@pytest.mark.parametrize(
    "language", [name for name, path in readme.READMES.items() if path.exists()]
)
def test_the_readme_says_what_came_out(language):
    text = readme.READMES[language].read_text(encoding="utf-8")
    assert text == readme.placed(text, REPORT, language), AGAIN


def test_every_kind_has_a_chinese_name():
    assert list(readme.KINDS_ZH) == list(gold.KINDS)
    assert list(readme.SLIPS_ZH) == list(gold.SLIPS)
    chinese = readme.block(REPORT, "zh")
    assert "| 百分点 |" in chinese and "| 百分点与百分之 |" in chinese


def test_a_readme_without_a_place_for_the_numbers_is_refused():
    with pytest.raises(ValueError, match=r"README\.md has no place"):
        readme.placed("# heshu", {}, "en")
