"""Templates of sentences: what a placeholder is, and how what is filled in becomes MyST."""

from __future__ import annotations

import re
from collections.abc import Iterable

PLACEHOLDER = re.compile(r"\{([A-Za-z_]\w*)(?:\[([\w-]+)\])?(?::([^{}`]*))?\}(?!`)")
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|$&])")
CITED = re.compile(r" ?\{cite\}`([^`]+)`([.,;:。，；：]?)")
CARDS = "::::{container} figures"


def escaped(text: str) -> str:
    """Words as Markdown that says nothing else."""
    return SPECIAL.sub(r"\\\1", text)


def named(placeholder: re.Match[str]) -> str:
    """What a placeholder names, without its form: `value[firms]` for `{value[firms]:over}`."""
    return placeholder[1] + (f"[{placeholder[2]}]" if placeholder[2] else "")


def raised(text: str) -> str:
    """Text whose sources stand behind the stop, as raised numbers do."""
    return CITED.sub(r"\2{cite}`\1`", text)


def parted(text: str) -> list[str]:
    """The paragraphs of a template, or the blocks of its cards."""
    return [part for part in re.split(r"\n\s*\n", text.strip()) if part]


def framed(blocks: Iterable[str]) -> str:
    """Cards as MyST: of each block the first line is its figure, what follows is the label."""
    cards = "\n".join(
        f":::{{container}} figure-card\n{figure}\n\n{label}\n:::"
        for figure, label in (block.split("\n", 1) for block in blocks)
    )
    return f"{CARDS}\n{cards}\n::::"
