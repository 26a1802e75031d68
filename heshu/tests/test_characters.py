"""Characters that are written in more than one way."""

import sys
import tracemalloc

import pytest
from held_out import HELD_OUT
from hypothesis import example, given
from hypothesis import strategies as st

from heshu import characters
from heshu.characters import PLAIN, TRADITIONAL, plain
from heshu.check import check
from heshu.finding import find

# The first of the traditional characters that a simplified one stands for
BACK = {ord(simplified): chr(code) for code, simplified in reversed(TRADITIONAL.items())}
DOUBLE = {code: code + 0xFEE0 for code in map(ord, "0123456789%.-")}


@given(st.text(st.characters() | st.sampled_from([*map(chr, PLAIN), *"伍陆仟元，０１２"])))
def test_no_place_moves_and_a_plain_text_stays(text):
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)


def test_no_character_of_simplified_texts_is_taken_for_a_traditional_one():
    def simplified(character):
        try:
            return bool(character.encode("gb2312"))
        except UnicodeEncodeError:
            return False

    # The few that the standard has for names
    assert {chr(code) for code in TRADITIONAL if simplified(chr(code))} == {*"後於徵夥"}
    assert all(simplified(one) for one in TRADITIONAL.values())


@pytest.mark.parametrize("sentence, expected", HELD_OUT, ids=lambda value: str(value)[:30])
@pytest.mark.parametrize("twin", [BACK, DOUBLE, BACK | DOUBLE], ids=["traditional", "wide", "both"])
def test_a_sentence_in_other_characters_says_the_same(sentence, expected, twin):
    other = sentence.translate(twin)
    spans = [(one.start, one.end, one.reading.text) for one in find(sentence)]
    assert [(one.start, one.end, one.reading.text) for one in find(other)] == spans
    assert [one.phrase for one in find(other)] == [other[start:end] for start, end, _ in spans]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("伍仟圆整、陆万元、叁佰贰拾元", "五千元整、六万元、三百二十元"),
        ("大陆万亿市场，队伍拾级而上，伍佰", "大陆万亿市场，队伍拾级而上，五百"),
        ("１，２３４件，１９９７，３００件", "1,234件，1997，300件"),
        ("182，394，079股，第12，345章，共101，1024", "182,394,079股，第12，345章，共101，1024"),
        ("损失4，540万，其中2，760万元", "损失4,540万，其中2,760万元"),
        (
            "共20人，540万元；第4，540万元；1984，540万；为4，540人",
            "共20人，540万元；第4，540万元；1984，540万；为4，540人",
        ),
        ("二○二一年　∶", "二〇二一年　:"),
        ("顯著、著作，乾坤", "显著、著作，乾坤"),
    ],
)
def test_what_is_written_in_one_way(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "企業由200家增加到300家，增長80%。",
        "企业由２００家增加到３００家，增长８０％。",
    ],
)
def test_relations_are_tested_in_any_characters(text):
    (*_, result) = check(text)
    assert result.verdict == "inconsistent"


@example("企業１，２３４元\n伍仟元")
@given(st.lists(st.text(st.characters() | st.sampled_from("企業０１２，伍仟元"))).map("\n".join))
def test_a_text_is_written_anew_in_stretches_as_in_one(text):
    """No number is parted where a stretch ends, however short they are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(characters, "STRETCH", 1)
        parted = plain(text)
    assert parted == plain(text)


def test_a_text_is_written_anew_with_little_beside_it():
    text = "企業由２００家增加到３００家。\n" * 20_000
    plain(text[:100])
    tracemalloc.start()
    assert len(plain(text)) == len(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2.2 * sys.getsizeof(text)
