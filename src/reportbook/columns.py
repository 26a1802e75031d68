"""The widths of a table's columns, so that both editions set it before all its rows are there.

A browser that has to find the widths itself moves what it has painted while rows arrive, and
Typst would share the page among columns of unlike needs.
"""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from reportbook import tables

FACE = Path(__file__).parent / "fonts" / "Arimo-Bold.ttf"
# The space between columns, in ems of the table's lettering
GUTTER = 0.98
# So much Chinese is kept together where there is room, in ems
CHINESE_WORD = 6.0
# Figures differ less from face to face than words do
FIGURES = 1.14
RANGE = re.compile(r"(?<=\d) to ")


class Cells(HTMLParser):
    """The text of a table's cells, row by row; figures, which are never broken, in one word."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = self.figure = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")
            self.inside, self.figure = True, ("class", "num") in attributes

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("th", "td")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data.replace(" ", "\N{NO-BREAK SPACE}") if self.figure else data


def with_widths(body: str, measure: float, wider: float = 1.0) -> str:
    """HTML with a `colgroup` in each of its tables, and the least width that its words need.

    `measure` is the width of a whole line, in ems of the tables' lettering, which is `wider`
    than Arimo by that factor where a reader's own face is not known. Tables with the
    same heads take the same widths, so that the eye finds a column again. A column gets room
    for its longest word and shares what is left by its longest cell.
    """
    parts = re.split(r"(<table>.*?</table>)", body, flags=re.DOTALL)
    found = {place: Cells(parts[place]).rows for place in range(1, len(parts), 2)}
    alike: dict[tuple[str, ...], list[list[str]]] = {}
    for rows in found.values():
        alike.setdefault(tuple(rows[0]), []).extend(rows)
    for place, rows in found.items():
        columns = [*zip(*alike[tuple(rows[0])], strict=True)]
        gutters = [GUTTER] * (len(columns) - 1) + [0.0]
        least, most = (
            [
                max(measured(cell) * breadth(cell, wider) for cell in column) + gutter
                for column, gutter in zip(columns, gutters, strict=True)
            ]
            for measured in (longest_word, set_width)
        )
        spare = max(measure - sum(least), 0)
        wanted = [max(full - word, 0.01) ** 0.8 for full, word in zip(most, least, strict=True)]
        widths = [
            word + spare * want / sum(wanted) for word, want in zip(least, wanted, strict=True)
        ]
        # The style sheet takes the shares on a whole line, and the least widths on a shorter one
        group = "".join(
            f'<col style="--share:{100 * width / sum(widths):.1f}%;--least:{word:.1f}em">'
            for width, word in zip(widths, least, strict=True)
        )
        parts[place] = re.sub(
            "<table>(<caption>.*?</caption>)",
            rf'<table style="min-width:{sum(least):.1f}em">\1<colgroup>{group}</colgroup>',
            parts[place],
            count=1,
        )
    return "".join(parts)


def breadth(text: str, wider: float) -> float:
    """How much wider than Arimo a cell may be set; figures at most by FIGURES."""
    return min(wider, FIGURES) if text[:1].isdigit() else wider


@cache
def advances() -> dict[int, float]:
    """How far each character of a table's bold face goes, in ems."""
    # A tenth of a second to import, so only where a page is written
    from fontTools.ttLib import TTFont

    face = TTFont(FACE)
    widths, em = face["hmtx"], face["head"].unitsPerEm
    return {char: widths[glyph][0] / em for char, glyph in face.getBestCmap().items()}


def set_width(text: str) -> float:
    """How wide a text is set, in ems; what the face lacks is Chinese and as wide as high."""
    return sum(advances().get(ord(char), 1.0) for char in text)


@cache
def longest_word(text: str) -> float:
    """The width of the longest word, or of a figure and its "to".

    Chinese can be broken anywhere, but short of need.
    """
    return max(
        (
            min(set_width(word), CHINESE_WORD) if tables.CHINESE.search(word) else set_width(word)
            for word in RANGE.sub("\N{NO-BREAK SPACE}to ", text).split(" ")
        ),
        default=0.0,
    )
