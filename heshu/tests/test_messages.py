"""What heshu says, in both languages."""

import string

import pytest

from heshu import check, messages
from heshu.relations import NOT_TESTABLE, Result

TABLE = messages._table()


@pytest.mark.parametrize("key", TABLE["en"])
def test_a_message_has_both_languages_and_the_same_parts_in_both(key):
    parts = [
        {name for _, name, _, _ in string.Formatter().parse(TABLE[language][key]) if name}
        for language in messages.LANGUAGES
    ]
    assert all(TABLE[language][key].strip() for language in messages.LANGUAGES)
    # What an exact figure stands for need not be said again
    assert parts[0] - parts[1] <= ({"printed"} if key.endswith("exactly") else set())
    assert parts[1] <= parts[0]


@pytest.mark.parametrize(
    "text, en, zh",
    [
        (
            "企业由200家增加到300家，增长80%。",
            "which misses 79.5 to 80.5 %, what “增长80%” stands for; this goes beyond the last "
            "digit, which is off by 30 at least. Right would be “增长50%”.",
            "前后两数算得50.0%，与“增长80%”（即79.5至80.5%）不符；"
            "末位至少差30，不会是舍入所致。应为“增长50%”。",
        ),
        (
            "甲厂职工共1.25万人，其中男6000人、女5000人。",
            "The pieces add up to 1.1 万人, which misses 1.245 to 1.255 万人, what “1.25万人” "
            "stands for; this goes beyond the last digit, which is off by 15 at least. "
            "Right would be “1.10万人”.",
            "各部分相加得1.1万人，与“1.25万人”（即1.245至1.255万人）不符；"
            "末位至少差15，不会是舍入所致。应为“1.10万人”。",
        ),
    ],
)
def test_a_finding_says_what_is_wrong_and_what_would_be_right(text, en, zh):
    (result,) = [one for one in check.check(text) if isinstance(one, Result)]
    about = result.code, result.verdict, result.message
    assert messages.advice("en", *about).endswith(en)
    assert messages.advice("zh", *about) == zh


def test_what_can_not_be_tested_says_how_large_the_gap_is():
    message = messages.Message("100家", "家", missing=("unclaimed",), gap=messages.Interval(5, 5))
    assert messages.advice("en", "parts", NOT_TESTABLE, message).endswith(" The gap is 5 家.")
    assert messages.advice("zh", "parts", NOT_TESTABLE, message).endswith("。相差5家。")
