"""The lettering of charts: sizes of text, how wide it is set, and where its lines may break.

The widths are those of the faces that come with the package, as `make fonts` has measured them, so
that a chart is laid out alike on every machine. What is Chinese is set in the Chinese companion.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from reportbook.language import CHINESE, HAN, HELD, SCALES, Shown, parts, shown
from reportbook.palette import COMPANION, FACES, FONT, SEMIBOLD

NAME, DETAIL, LARGE = 14, 13, 32  # sizes of text, px
LINE = 17  # from line to line of text, px
MEASURED = FACES / "advances.json"

# Marks that never end a line, and those that never begin one
OPENING, CLOSING = "（《「『【〈〔“‘(", "，。、；：？！）》」』】〉〕”’)…—·%％"
WIDE = f"{HAN}\uff00-\uffef"
# Where a line may break, beside at a space: before and after a Chinese character, unless a mark
# holds to it, or it is the unit of a number, as in 第5章 and 1.39万件
BREAK = re.compile(
    rf"(?<![\s{OPENING}])(?![\s{CLOSING}])(?<!\d[{SCALES}])(?!(?<=第)\d)"
    rf"(?:(?<=[{WIDE}])|(?<![\d.])(?=[{WIDE}]))"
)
WHOLE = re.compile(HELD)  # but for a number in words, with what it counts
WORD = 4  # Chinese characters that a word has at most


def measure(text: str, size: float = NAME, bold: bool = False) -> float:
    """The width of a line of text in pixels, as the charts' faces set it without kerning.

    Raises ValueError for a character that they don't have.
    """
    return _width(shown(text), bold) * size / 1000


@cache
def _width(text: str, bold: bool) -> float:
    """The width of a line of text in thousandths of its size."""
    width = 0.0
    for part, chinese in parts(text):
        advances = _advances(bold, chinese)
        if missing := [sign for sign in part if sign not in advances]:
            raise ValueError(
                f"{COMPANION if chinese else FONT} has no {missing[0]!r}, in “{text}”. Remedy: "
                "`make fonts`, which cuts the faces anew for the characters of the book; a sign "
                "that their sources lack is written otherwise."
            )
        width += sum(advances[sign] for sign in part)
    return width


@cache
def _advances(bold: bool, chinese: bool) -> dict[str, float]:
    """The advance widths of a face's characters, in thousandths."""
    stored = json.loads(MEASURED.read_text(encoding="utf-8"))
    # The Chinese characters of all weights are as wide as high
    face = f"{COMPANION} 400" if chinese else f"{FONT} {SEMIBOLD if bold else 400}"
    return {sign: float(width) for width, signs in stored[face].items() for sign in signs}


def widest(texts: Iterable[str], size: float = NAME, bold: bool = False) -> float:
    return max((measure(text, size, bold) for text in texts), default=0.0)


def pieces(text: str) -> list[str]:
    """A line of text in the pieces that are never broken, each with the space before it."""
    return [piece for word in re.findall(r"\s*\S+", text) for piece in _pieces(word) if piece]


def _pieces(word: str) -> list[str]:
    whole = {at for held in WHOLE.finditer(word) for at in range(held.start() + 1, held.end())}
    ends = [at.start() for at in BREAK.finditer(word) if at.start() not in whole]
    return [word[start:end] for start, end in pairwise([0, *ends, len(word)])]


def longest_word(texts: Iterable[str], size: float = NAME, bold: bool = False) -> float:
    """The least room for some texts: that of their longest word, or of some Chinese characters."""
    words = [word for text in texts for word in shown(text).split()]
    short = [Shown(word[:WORD] if CHINESE.search(word) else word) for word in words]
    return widest(short, size, bold)


def wrap(text: str, width: float, size: float = NAME, bold: bool = False) -> list[str]:
    """The text in lines of at most a width; a piece that is longer stands alone.

    What a line break parts is a text of its own.
    """
    lines: list[str] = []
    for part in filter(None, [text] if isinstance(text, Shown) else text.split("\n")):
        lines.append(Shown())
        for piece in pieces(shown(part)):
            longer = Shown(f"{lines[-1]}{piece}".lstrip())
            if lines[-1] and measure(longer, size, bold) > width:
                lines.append(Shown(piece.lstrip()))
            else:
                lines[-1] = longer
    return lines
