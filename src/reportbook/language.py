"""What is Chinese in a text, and how pages mark it."""

from __future__ import annotations

import re
from html import escape

HAN = "\u2e80-\u9fff\uf900-\ufaff"  # the characters, as a range of a regular expression
CHINESE = re.compile(r"[⺀-鿿豈-﫿＀-￯]+(?:[「-】·—“”]*[⺀-鿿豈-﫿＀-￯]+)*")


def marked(text: object) -> str:
    """Text as HTML: escaped, with Chinese marked by its language."""
    return CHINESE.sub(lambda run: f'<span lang="zh-CN">{run[0]}</span>', escape(str(text)))


def curled(text: str) -> str:
    """Text with typographic quotes and apostrophes, as pages set them in prose."""
    text = re.sub(r"(^|[\s(\[])\"", "\\1\N{LEFT DOUBLE QUOTATION MARK}", text)
    text = text.replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
    text = re.sub(r"(^|[\s(\[])'", "\\1\N{LEFT SINGLE QUOTATION MARK}", text)
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
