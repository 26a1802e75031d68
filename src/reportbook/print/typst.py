"""Typst for the PDF edition: the pieces of its language, and its compiler.

Words are handed over as strings of the language, so that nothing in them is ever code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import typst
from sphinx.errors import ExtensionError
from sphinx.util import logging

from reportbook.drawing import dressed
from reportbook.language import WHOLE, parts
from reportbook.palette import COMPANION, FACES, FONT, PALETTE
from reportbook.translation.words import _, message

logger = logging.getLogger(__name__)

HERE = Path(__file__).parent
DESIGN = HERE / "report.typ"
# The code names no file; and no faces but these, so that the same are taken everywhere
PLACE = {"root": HERE, "font_paths": [FACES], "ignore_system_fonts": True}
# In millimetres: the text block, and how high a drawing may be, to share a page with its words
WIDTH, HEIGHT = 170, 165
# Of its size at full width; the lettering of charts, 9.5 points there, is 7.2 then
SMALLEST = 0.76
SIDES = ("width", "height")
# How Typst calls the languages of the book, by their names in Sphinx
LANGUAGES = {"en": ("en", "gb"), "zh_CN": ("zh", "cn")}
# The words of the design
SAID = {
    "page-of": message(" (page {page})"),
    "at-page": message(", page {page}"),
    "page": message(" Page\u00a0{pages}."),
    "pages": message(" Pages\u00a0{pages}."),
    "between": message(", "),
    "also": message("; also on {pages}"),
    "end": message("."),
    "colon": message(": "),
    "drawn": message("Drawn:"),
    "not-drawn": message("Not drawn:"),
    "reading": message(" {name}. {headline}."),
    "continued": message("{table}, continued"),
    "issued": message("PDF edition, {version}, issued on {issued}"),
    "published": message("Published by the project, {year}."),
    "cited": message("To be cited as"),
    "citation": message("{author} ({year}). {title} ({version}). Published by the project."),
    "figures": message("For its figures cite"),
    "article": message("the article: {article}."),
    "two": message("Two editions"),
    "editions": message(
        "are made in one build from the same notebooks. The {html}, which stands beside this file "
        "where the book is published, has the same chapters, with their code, and charts that "
        "answer to a touch."
    ),
    "html": message("HTML edition"),
    "attached": message("Attached"),
    "attachments": message(
        "to this PDF are the data of the report. A reader of PDF lists them as attachments:"
    ),
    "licence": message("Licence."),
    "licences": message(
        "Text and data: {licence}, {address}. Code: MIT. Type: Source Serif 4, Source Sans 3, "
        "Noto Serif SC and Noto Sans SC, cut for this book; all under the SIL Open Font License."
    ),
}


def string(text: str) -> str:
    """A text as a string of the language: nothing in it can end the string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def pieces(text: str) -> list[str]:
    """A text as strings, of which the Chinese ones are marked as such and set in their face."""
    return [call("zh", string(run)) if chinese else string(run) for run, chinese in parts(text)]


def words(text: str) -> str:
    """A text as one value."""
    return statements(pieces(text))


def call(function: str, *arguments: str, **named: str) -> str:
    """A call of a function; names have hyphens for underscores."""
    options = [f"{name.replace('_', '-')}: {value}" for name, value in named.items()]
    return f"{function}({', '.join([*arguments, *options])})"


def statements(codes: Iterable[str]) -> str:
    """Code whose values follow each other, as one value."""
    return "{" + ("; ".join(codes) or "[]") + "}"


def array(values: Iterable[str]) -> str:
    return f"({''.join(f'{value}, ' for value in values)})"


def drawing(svg: str, instead: str) -> str:
    """A drawing as wide as the text, or as high as it may be and its lettering allows; `instead`
    is read in its place."""
    width, height = _sides(svg)
    svg = dressed(svg, FONT, COMPANION)
    printed = WIDTH * scale(svg)
    sides = (f"{side:.2f}mm" for side in (printed, printed * height / width))
    return call("drawing", f"bytes({string(svg)})", string(instead), *sides)


def scale(svg: str) -> float:
    """How wide a drawing is set, as a share of the text's width."""
    width, height = _sides(svg)
    return min(1, max(HEIGHT * width / height / WIDTH, SMALLEST))


def _sides(svg: str) -> list[float]:
    return [float(re.search(rf' {side}="([\d.]+)"', svg)[1]) for side in SIDES]


def design(title: str, author: str, description: str, issued: datetime, language: str) -> str:
    """What stands before the words: the palette, the language, the functions, the title."""
    colours = [f"{string(name)}: rgb({string(light)})" for name, (light, _) in PALETTE.items()]
    date = {part: str(getattr(issued, part)) for part in ("year", "month", "day")}
    about = {"title": string(title), "author": string(author), "description": string(description)}
    lang, region = LANGUAGES[language]
    said = ", ".join(f"{name}: {string(_(text))}" for name, text in SAID.items())
    return "\n".join(
        [
            f'#let language = (lang: "{lang}", region: "{region}")',
            f"#let said = ({said})",
            f"#let held = regex({string(WHOLE)})",
            f"#let palette = ({', '.join(colours)})",
            DESIGN.read_text(encoding="utf-8"),
            "#" + call("set document", **about, date=call("datetime", **date)),
            f"#show: report.with({string(title)})",
        ]
    )


def measured(before: str, blocks: Iterable[str], kind: str) -> list[Any]:
    """What the marks of a kind among some blocks tell, set by themselves for a trial."""
    marks = _trial("\n".join([before, "#{", *blocks, "}"]))
    return [mark["value"] for mark in marks if mark.get("label") == f"<{kind}>"]


@lru_cache(maxsize=64)
def _trial(code: str) -> list[dict[str, Any]]:
    """All marks of a trial: a third of what is asked of them was asked of the same code before."""
    with said():
        found = typst.query(code.encode(), "metadata", sys_inputs={"trial": "yes"}, **PLACE)
        # A query keeps all that it has set for the next, without end; what none of the last ones
        # needed goes when something is compiled
        typst.compile(b"", ignore_system_fonts=True)
    return json.loads(found)


@contextmanager
def said() -> Iterator[None]:
    """Raises ExtensionError, with the remedy, for what Typst can't set, as a sign of no face."""
    try:
        yield
    except typst.TypstError as error:
        remedy = " Remedy: `make fonts`." if "font" in str(error.diagnostic) else ""
        raise ExtensionError(f"in the PDF edition: {error.diagnostic}{remedy}") from error


def write(code: str, target: Path, issued: datetime) -> None:
    """Set a document and write it. Raises ExtensionError where it can't be set."""
    with said():
        document, warnings = typst.compile_with_warnings(
            code.encode(), pdf_standards=["ua-1"], timestamp=int(issued.timestamp()), **PLACE
        )
    for warning in warnings:
        logger.warning("in the PDF edition: %s", warning.message)
    with pikepdf.open(BytesIO(document)) as pdf:
        name_row_heads(pdf)
        # By its content alone, not by the moment of writing
        generate = pikepdf.ObjectStreamMode.generate
        pdf.save(target, deterministic_id=True, object_stream_mode=generate)


def name_row_heads(pdf: pikepdf.Pdf) -> None:
    """Make the first cell of every table's row a head of it, which Typst can't do yet.

    Each cell then has its heads by their scope (ISO 32000-1, 14.8.4.3.4), as Typst would list
    those of the columns alone.
    """
    for element in pdf.objects:
        if not isinstance(element, pikepdf.Dictionary) or element.get("/S") != "/TBody":
            continue
        for row in element.K:
            for place, cell in enumerate(row.K):
                about = next(part for part in cell.A if part.O == "/Table")
                del about["/Headers"]
                if place == 0:
                    cell.S = pikepdf.Name.TH
                    about.Scope = pikepdf.Name.Row
