"""The words that heshu knows: a table a file, a row a word, with the example that taught it.

README.md beside the tables says what their columns mean.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, cast

from heshu import tables


@cache
def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table of the vocabulary. Raises TableError where it is damaged."""
    text = Path(__file__).with_name(f"{table}.csv").read_text(encoding="utf-8")
    return [row for _, row in tables.rows(text, ["word", "example", "gives"])]


def words(table: str, **cells: str) -> tuple[str, ...]:
    """The words of a table whose rows have these cells, in their order."""
    having = cells.items()
    return tuple(row["word"] for row in rows(table) if having <= row.items())


def patterns(table: str, **known: str) -> dict[str, str]:
    """The patterns of a table, by their names.

    A pattern refers to one above it, or to a known one, by its name in braces.
    """
    for row in rows(table):
        text = row["pattern"]
        for name, part in known.items():
            text = text.replace(f"{{{name}}}", part)
        known[row["word"]] = text
    return {row["word"]: known[row["word"]] for row in rows(table)}


class _Compiled:
    """What stands for a compiled pattern, and has all of it that is used."""


class _Later(_Compiled):
    """What stands for a pattern until it is asked for anything."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._pattern)
        self.__dict__.update((each, getattr(compiled, each)) for each in USED)
        # A class without this method is asked in half the time
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(compiled, name)


# What is asked of patterns
USED = (
    "search", "match", "fullmatch", "finditer", "findall", "split", "sub", "pattern", "groupindex",
)  # fmt: skip


def later(pattern: str) -> re.Pattern[str]:
    """A pattern that is compiled once it is used: that takes long, and a text needs few of all."""
    return cast("re.Pattern[str]", _Later(pattern))


def either(words: tuple[str, ...]) -> str:
    """A pattern of any of the words, of which a longer one comes before what it begins with."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def not_before(*parts: str) -> str:
    """A pattern that holds where no word goes on that begins with one of the parts."""
    ends = [
        row["word"].removeprefix(part) + (f"(?!{row['unless']})" if row["unless"] else "")
        for part in parts
        for row in _longer().get(part, [])
        if row["word"].startswith(part)
    ]
    return f"(?!{'|'.join(ends)})" if ends else ""


def not_after(part: str) -> str:
    """A pattern that holds where no word has begun that ends with the part."""
    begins = [
        (f"(?<!{row['unless']})" if row["unless"] else "") + row["word"].removesuffix(part)
        for row in _longer().get(part, [])
        if not row["word"].startswith(part)
    ]
    return f"(?<!{'|'.join(begins)})" if begins else ""


@cache
def _longer() -> dict[str, list[dict[str, str]]]:
    parts: dict[str, list[dict[str, str]]] = {}
    for row in rows("longer"):
        parts.setdefault(row["part"], []).append(row)
    return parts
