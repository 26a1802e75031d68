"""What is Chinese in a text, and how pages mark it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from html import escape

from heshu.vocabulary import either, words

HAN = "\u2e80-\u9fff\uf900-\ufaff"  # the characters, as a range of a regular expression
SCALES = "万亿余多百千"  # what may stand between a number and its measure word
# A number in Chinese words with what it counts, as 四项, 第三段 or 五分之二: no line may part them.
# The words that count are those of the checker, and the parts of texts and plans.
NUMERALS = "一二两三四五六七八九十"
PARTS = ("段", "章", "节", "句", "行", "步", "级", "方面", "成")
MEASURES = either((*words("units"), *PARTS))
HELD = (
    rf"[{NUMERALS}百]+分之[{NUMERALS}]+|第?[{NUMERALS}][{NUMERALS}零百千]*[{SCALES}]?(?:{MEASURES})"
)
# The same in digits, as 第5章, 1.39万件 or 2.5倍: what follows a number is no mark
COUNTED = "[\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff]"
WHOLE = rf"{HELD}|第?\d[\d.,]*[{SCALES}]*{COUNTED}"
CHINESE = re.compile(r"[⺀-鿿豈-﫿＀-￯]+(?:[「-】·—“”]*[⺀-鿿豈-﫿＀-￯]+)*")


def marked(text: object) -> str:
    """Text as HTML: escaped, with Chinese marked by its language."""
    return CHINESE.sub(lambda run: f'<span lang="zh-CN">{run[0]}</span>', escape(str(text)))


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """A text in its parts, and whether each is Chinese."""
    end = 0
    for run in CHINESE.finditer(text):
        if run.start() > end:
            yield text[end : run.start()], False
        yield run[0], True
        end = run.end()
    if end < len(text):
        yield text[end:], False


@cache
def curled(text: str) -> str:
    """Text with typographic quotes and apostrophes, as pages set them in prose."""
    text = re.sub(r"(^|[\s(\[])\"", "\\1\N{LEFT DOUBLE QUOTATION MARK}", text)
    text = text.replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
    text = re.sub(r"(^|[\s(\[])'", "\\1\N{LEFT SINGLE QUOTATION MARK}", text)
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


class Shown(str):
    """A text in the language in which it is shown, which isn't put into it again."""


_speaks: ContextVar[Callable[[str], str]] = ContextVar("speaks", default=str)
# A number as the language writes it below a unit that another text says
_counts: ContextVar[Callable[[str, str], str]] = ContextVar(
    "counts", default=lambda text, unit: text
)


def shown(text: str) -> Shown:
    """A text of a picture in the language in which it is drawn: English, unless `speaking`."""
    return text if isinstance(text, Shown) else Shown(_speaks.get()(text))


def amount(text: str, unit: str) -> str:
    """A number whose unit stands elsewhere, as in the name of an axis, in the language in which it
    is drawn: 148 below “million yuan” is 1.48 below 亿元. Any other text stays as it is."""
    return _counts.get()(text, unit)


@contextmanager
def speaking(
    translate: Callable[[str], str], count: Callable[[str, str], str] | None = None
) -> Iterator[None]:
    """Draw in another language: every text of a picture is what `translate` makes of it, and every
    number below a unit what `count` does."""
    tokens = _speaks.set(translate), _counts.set(count or _counts.get())
    try:
        yield
    finally:
        _speaks.reset(tokens[0])
        _counts.reset(tokens[1])
