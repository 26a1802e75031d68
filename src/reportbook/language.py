"""What is Chinese in a text, and how pages mark it."""

from __future__ import annotations

import re
from html import escape

HAN = "\u2e80-\u9fff\uf900-\ufaff"  # the characters, as a range of a regular expression
CHINESE = re.compile(r"[⺀-鿿豈-﫿＀-￯]+(?:[「-】·—“”]*[⺀-鿿豈-﫿＀-￯]+)*")


def marked(text: object) -> str:
    """Text as HTML: escaped, with Chinese marked by its language."""
    return CHINESE.sub(lambda run: f'<span lang="zh-CN">{run[0]}</span>', escape(str(text)))
