"""Characters that say the same, each written in one way; no place in a text moves.

Traditional characters become simplified ones, characters of double width those of ASCII, the
spaces that part digits plain spaces, and the numerals of cheques (伍仟) the ordinary ones. A
character becomes one character always, so that what is found in the plain text stands at the
same place in the printed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from heshu import tables

# ！ to ～ are the ASCII signs in double width, but the Chinese punctuation among them is how
# Chinese is written
PUNCTUATION = "，：；！？（）"
WIDE = {code + 0xFEE0: code for code in range(0x21, 0x7F)}
SIGNS = str.maketrans("∶−﹣﹪○\u00a0\u2009\u202f", ":--%〇   ")

_TABLE = Path(__file__).with_name("vocabulary") / "traditional.csv"
TRADITIONAL = {
    ord(character): row["simplified"]
    for _, row in tables.rows(_TABLE.read_text(encoding="utf-8"), ["simplified", "traditional"])
    for character in row["traditional"]
}
PLAIN = WIDE | SIGNS | TRADITIONAL
for _sign in PUNCTUATION:
    del PLAIN[ord(_sign)]
OTHER = re.compile(f"[{re.escape(''.join(map(chr, PLAIN)))}]+")

# Three digits after it, and one to three before: a comma between thousands
THOUSANDS = re.compile("，(?<=[０-９]，)(?<![０-９]{4}，)(?=[０-９]{3}(?![０-９]))")

# Groups of three digits that only commas part, two of them and more, are one number all the same
# where the digits are narrow: 182，394，079股. So is one group before 万 or 亿, after a number that
# counts nothing by itself: 损失为4，540万. The mark tells at a glance whether there are any
GROUPED = re.compile(
    "(?<![0-9，.])[0-9]{1,3}(?:，[0-9]{3}){2,}(?![0-9，])"
    "|(?<=[\u4e00-\u9fff])(?<![第前后近约])[1-9][0-9]{0,2}，[0-9]{3}(?=[万亿])"
)
GROUPS = re.compile("，[0-9]{3}[，万亿]")

# Most of these are letters of names too (大陆, 队伍), so that they are numerals only together.
# Patterns begin with a set of characters or with one, by which a search jumps
_DIGITS, _TENS, _COMMON = "壹贰叁参肆伍陆柒捌玖", "拾佰仟", "0-9一二两三四五六七八九"
FORMAL = re.compile(
    rf"[{_TENS}{_DIGITS}](?:(?<=[{_DIGITS}{_COMMON}][{_TENS}])|(?=[万亿]{{0,2}}[元圆角]))"
)
NUMERAL = re.compile(
    rf"(?<![大内海登着水退队入落行])(?:[{_DIGITS}{_COMMON}][{_TENS}]"
    rf"[{_DIGITS}{_TENS}零〇一二三四五六七八九万亿]*|[{_DIGITS}](?=[万亿]{{0,2}}[元圆角]))圆?"
)
ORDINARY = str.maketrans(f"{_DIGITS}{_TENS}圆", "一二三三四五六七八九十百千元")


# A text is written anew in stretches of so many characters, so that little is held beside it
STRETCH = 1 << 14


def plain(text: str) -> str:
    """The text with each character written in one way, character by character."""
    if not any(sign.search(text) for sign in (OTHER, FORMAL, GROUPS)):
        return text
    return "".join(map(_plain, _stretches(text)))


def _stretches(text: str) -> Iterator[str]:
    """A text in pieces that end with a line, by which no number is parted."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + STRETCH) + 1 or len(text)
        yield text[start:end]
        start = end


def _plain(text: str) -> str:
    if GROUPS.search(text):
        text = GROUPED.sub(lambda number: number[0].replace("，", ","), text)
    if OTHER.search(text):
        text = THOUSANDS.sub(",", text)
        text = OTHER.sub(lambda run: run[0].translate(PLAIN), text)
    if FORMAL.search(text):
        text = NUMERAL.sub(lambda numeral: numeral[0].translate(ORDINARY), text)
    return text
