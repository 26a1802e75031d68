"""The search knows English words and Chinese ones of any length."""

import pytest

from reportbook.site.search import SearchEnglishAndChinese


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("质押", ["质押"]),
        ("知识产权", ["知识", "识产", "产权"]),
        ("6700多件 of them", ["6700", "多件", "of", "them"]),
        ("用 IP2 的", ["用", "IP2", "的"]),
        ("登记，质押", ["登记", "质押"]),
    ],
)
def test_chinese_is_split_into_overlapping_pairs(text, pieces):
    assert SearchEnglishAndChinese({}).split(text) == pieces
