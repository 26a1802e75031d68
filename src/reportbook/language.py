"""What is Chinese in a text, and how pages mark it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

HAN = "\u2e80-\u9fff\uf900-\ufaff"  # the characters, as a range of a regular expression
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


def curled(text: str) -> str:
    """Text with typographic quotes and apostrophes, as pages set them in prose."""
    text = re.sub(r"(^|[\s(\[])\"", "\\1\N{LEFT DOUBLE QUOTATION MARK}", text)
    text = text.replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
    text = re.sub(r"(^|[\s(\[])'", "\\1\N{LEFT SINGLE QUOTATION MARK}", text)
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
