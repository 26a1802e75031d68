"""The words that heshu knows: a table a file, a row a word, with the example that taught it.

Every table begins with the column `word`, and ends with `example`, a short text, and `gives`,
what is found in it, parted by spaces. The columns between say what the word does:

- units.csv: `sort` is measure, currency, duration or ratio; `ge` is yes where 个 may stand
  between number and unit (3个小时).
- longer.csv: longer words that begin or end with a `part` which heshu knows (年级 is no 年, 节约
  no 约), but for what comes next or before in `unless`. Word and `unless` may hold classes of
  characters in brackets.
- naming.csv: units that make a name of `numerals`, all or single (三门峡 are not three 门).
- names.csv: names and slogans that count nothing, after one of the `numerals` if there are any.
- qualifiers.csv: the `sense` of a word `place`d before or after a number; the column `interval`
  is what the figure of the example stands for.
- verbs.csv: the `direction` of a change, rise or fall.
- ordinals.csv: what stands after 第 and a number.
- comparable.csv: words for what is compared on a comparable basis, so that its rate need not
  follow from the printed amounts; `gives` are the verdicts on the relations of the example.

`tests/test_vocabulary.py` holds every example; `tests/forget.py` forgets each word in turn, and
says whose example doesn't notice.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from heshu import tables


@cache
def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table of the vocabulary. Raises TableError where it is damaged."""
    text = files(__name__).joinpath(f"{table}.csv").read_text(encoding="utf-8")
    return [row for _, row in tables.rows(text, ["word", "example", "gives"])]


def words(table: str, **cells: str) -> tuple[str, ...]:
    """The words of a table whose rows have these cells, in their order."""
    having = cells.items()
    return tuple(row["word"] for row in rows(table) if having <= row.items())


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
