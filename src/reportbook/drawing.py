"""Drawings: a Vega-Lite specification as SVG, the same on every machine, and as PNG.

The output of a finished chart is its specification, whose `usermeta` holds all that pages and
print are made from: its words (`headline`, `subtitle`, `description`, `source`, `note`), its
`table` (`columns` and `rows`) and its `pictures`, by their classes, as lines of SVG.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from hashlib import sha256
from html import escape
from types import ModuleType
from typing import Any

from reportbook.palette import FAMILY, FONT, FONTS, INK, MUTED, PAPER

MIME = "application/vnd.vegalite.v6+json"
LINE = 110  # characters above and below a picture that stands alone
SCALE = 1.5  # of a PNG: pixels for each unit of the drawing
MARGIN = 8
SIDES = ("width", "height")
TOLD = re.compile(r' data-tip="[^"]*"')  # what a mark tells when it is touched
# A mark that leads somewhere; before its place Vega writes an address of its own
LEADING = re.compile(
    r'<a xlink:href="(?:https:[^"]*/)?([^"/]*)"[^>]*>(\s*<path data-tip="([^"]*)")'
)
LINK = re.compile(r"</?a\b[^>]*>")
# Attributes that hold lengths. Vega writes them to the last bit, in which processors differ.
LENGTHS = re.compile(r'(?<= )(d|transform|points|[xyr][12]?|c[xy]|width|height)="([^"]*)"')
LONG = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?")
# Where a drawing is broken into lines, so that a change of it can be read
BREAK = re.compile(r"(?<=>)(?=<(?:/?g|path|text|line|rect|clipPath|defs)\b)")
# Layers of text named so stand on a tint, where the halo of names would show as a stain
BARE = re.compile(r'<g class="mark-text role-mark bare_.*?</g>', re.DOTALL)


def svg(spec: dict[str, Any]) -> str:
    """A specification drawn as SVG in the book's font, lengths to a hundredth, in lines.

    The Vega-Lite that the specification names draws it.
    """
    version = re.search(r"/(v\d+\.\d+)[\d.]*\.json$", spec["$schema"])
    if not version:
        raise ValueError(f"no version of Vega-Lite in {spec['$schema']}")
    drawn = vega(spec, version[1])
    drawn = LENGTHS.sub(lambda found: f'{found[1]}="{LONG.sub(_short, found[2])}"', drawn)
    return BREAK.sub("\n", drawn.replace(f' font-family="{FONT}"', ""))


def vega(spec: dict[str, Any], version: str) -> str:
    """A specification as Vega draws it, of a version of Vega-Lite."""
    return _converter().vegalite_to_svg(spec, vl_version=version)


def _short(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".").replace("-0", "0", 1) or "0"


@cache
def _converter() -> ModuleType:
    import vl_convert  # a tenth of a second to import, and not every kernel draws

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


def for_page(spec: dict[str, Any], width: int, name: str, description: str) -> str:
    """A view drawn for a page or paper: its words stand around it as text, its marks tell theirs.

    `name` are its classes, `description` names it for readers who can't see it. Ids are its own
    in the whole book. Vega's roles are taken out, since a picture is one thing to a screen
    reader; what a mark says when touched stays as `data-tip`. The width is that of the picture.
    """
    view = deepcopy(spec) | {"width": width}
    view["config"] = {**view.get("config", {}), "background": "transparent"}
    view.setdefault("autosize", {"type": "fit-x", "contains": "padding"})
    for unit in _units(view):
        mark = unit["mark"] if isinstance(unit["mark"], dict) else {"type": unit["mark"]}
        tips = _tips(unit)
        told = {"description": {"expr": " + '; ' + ".join(map(_told, tips))}} if tips else {}
        unit["mark"] = {**mark, **told, "aria": bool(tips)}
    drawn = svg(view)
    key = sha256(json.dumps([view, name], sort_keys=True).encode()).hexdigest()[:10]
    drawn = re.sub(r'\b(id="|url\(#|href="#)', rf"\g<1>d{key}-", drawn)
    drawn = re.sub(r'aria-label="[^"]*" role="graphics-symbol" aria-\w+="(axis|legend)"', "", drawn)
    drawn = re.sub(r'aria-label="([^"]*)" role="graphics-symbol"', r'data-tip="\1"', drawn)
    drawn = re.sub(r' (?:role="[^"]*"|aria-[a-z]+="[^"]*"|pointer-events="none")', "", drawn)
    drawn = re.sub(r'<path class="(?:fore|back)ground"[^>]*/>\n?', "", drawn)
    drawn = BARE.sub(lambda found: found[0].replace("<text ", '<text style="stroke:none" '), drawn)
    drawn, links = LEADING.subn(_leading, drawn)
    # What holds links is no single thing, and has no role of HTML
    role = "" if links else ' role="img"'
    label = f'class="marks {name}"{role} aria-label="{escape(description)}"'
    return drawn.replace('class="marks"', label, 1)


def _leading(found: re.Match[str]) -> str:
    """A link with a name. One to a row of its own page is left out of the way of the keys: there
    may be hundreds, and the rows stand there anyway."""
    place, mark, told = found.groups()
    keys = ' tabindex="-1"' if place.startswith("#") else ""
    return f'<a href="{place}"{keys} aria-label="{told}">{mark}'


def without_links(drawn: str) -> str:
    """A drawing that stands outside its page, or on paper."""
    return LINK.sub("", drawn)


def _units(view: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The marks of a view, layer by layer."""
    for layer in view.get("layer", []):
        yield from _units(layer)
    if "mark" in view:
        yield view


def _tips(unit: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields that a mark tells when touched."""
    channel = unit.get("encoding", {}).get("tooltip", [])
    return [tip for tip in (channel if isinstance(channel, list) else [channel]) if "field" in tip]


def _told(tip: dict[str, Any]) -> str:
    """A Vega expression for one line of what a mark tells."""
    field = f"datum[{json.dumps(tip['field'], ensure_ascii=False)}]"
    if tip.get("type") == "quantitative":
        field = f"format({field}, {json.dumps(tip.get('format', ',.4~r'))})"
    head = json.dumps(tip.get("title", tip["field"]) + ": ", ensure_ascii=False)
    return f"{head} + {field}"


def alone(about: dict[str, Any]) -> str:
    """The first wide picture of a chart with its words, to stand outside the book: in a notebook,
    a download, a preview. `about` is the `usermeta` of its specification."""
    pictures = about["pictures"]
    wide = pictures["wide"] if "wide" in pictures else pictures["as-log wide"]
    foot = [*textwrap.wrap(about["source"], LINE), *textwrap.wrap(about["note"], LINE)]
    subtitle = textwrap.wrap(about["subtitle"], LINE)
    return framed("\n".join(wide), about["headline"], subtitle, foot)


def framed(drawn: str, headline: str, subtitle: Sequence[str], foot: Sequence[str]) -> str:
    """A drawing on paper, below its headline and subtitle and above the lines of its foot."""
    width, height = (float(drawn.split(f' {side}="', 1)[1].split('"')[0]) for side in SIDES)
    lines = [(headline, 16, INK, "bold")] if headline else []
    lines += [(line, 12, MUTED, "normal") for line in subtitle]
    top = MARGIN
    written = []
    for text, size, colour, weight in lines:
        top += size + 4
        written.append(_line(text, top, size, colour, weight))
    top += 12 if lines else 0
    bottom = top + height + 4
    for text in foot:
        bottom += 15
        written.append(_line(text, bottom, 11, MUTED, "normal"))
    drawn = without_links(TOLD.sub("", drawn))  # where it stands alone nobody touches a mark
    placed = drawn.replace("<svg ", f'<svg x="{MARGIN}" y="{top:g}" ', 1)
    whole, depth = width + 2 * MARGIN, bottom + MARGIN
    # Names stand clear of the grid lines behind them
    halo = f".role-mark text{{paint-order:stroke;stroke:{PAPER};stroke-width:4px}}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole:g}" height="{depth:g}" '
            f'viewBox="0 0 {whole:g} {depth:g}" font-family="{FAMILY}">',
            f"<style>{halo}</style>",
            f'<rect width="{whole:g}" height="{depth:g}" fill="{PAPER}"/>',
            *written,
            placed,
            "</svg>",
        ]
    )


def _line(text: str, y: float, size: int, colour: str, weight: str) -> str:
    return (
        f'<text x="{MARGIN}" y="{y:g}" font-size="{size}" font-weight="{weight}" '
        f'fill="{colour}">{escape(text)}</text>'
    )


def png(alone: str) -> bytes:
    """What `alone` gave, as PNG."""
    return _converter().svg_to_png(alone, scale=SCALE)
