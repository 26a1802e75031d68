"""Drawings: a Vega-Lite specification as SVG, the same on every machine, and as PNG.

The output of a finished chart is its specification, whose `usermeta` holds all that pages and
print are made from: its words (`headline`, `subtitle`, `description`, `source`, `note`), its
`table` (`columns` and `rows`) and its `pictures`, by their classes, as lines of SVG.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from hashlib import sha256
from html import escape, unescape
from types import ModuleType
from typing import Any

from reportbook.language import marked, parts, shown
from reportbook.lettering import measure, wrap
from reportbook.palette import (
    CHINESE_FAMILY,
    FACES,
    FAMILY,
    FONT,
    INK,
    MUTED,
    PAPER,
    SEMIBOLD,
    WIDTH,
)

MIME = "application/vnd.vegalite.v6+json"
SCALE = 1.5  # of a PNG: pixels for each unit of the drawing
MARGIN = 8
TITLE, SUBTITLE, FOOT = 18, 13, 12  # sizes of what stands above and below a picture alone, px
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
# A dot as Vega writes it, as two arcs around its place; and what a tag needn't say
DOT = re.compile(
    r'<path\b([^>]*?) transform="translate\(([-\d.]+),([-\d.]+)\)" '
    r'd="M([\d.]+),0A\4,\4,0,1,1,-\4,0A\4,\4,0,1,1,\4,0"([^>]*)>'
)
# Where a line of text stands, unless it is turned
STANDS = re.compile(r'(<text\b[^>]*?) transform="translate\(([-\d.]+),([-\d.]+)\)"')
MARK = re.compile(r"<(?:path|circle|line|rect|text)\b[^>]*>")
LINE_WIDTH = re.compile(r' stroke-width="[\d.]+"')
# A line of text, and what is Chinese in it
TEXT = re.compile(r"<text\b([^>]*)>(.*?)</text>")
CHINESE_RUN = '<tspan lang="zh-CN">'
TAG = re.compile(r"<[^>]*>")
SIZE, LEFT = re.compile(r'font-size="([\d.]+)'), re.compile(r'(?<= )x="(-?[\d.]+)"')
ANCHOR = re.compile(r' text-anchor="(\w+)"')
GLYPHS = 'lengthAdjust="spacingAndGlyphs"'
HELD = re.compile(rf' textLength="[\d.]+" {GLYPHS}')
# Where a drawing is broken into lines, so that a change of it can be read
BREAK = re.compile(r"(?<=>)(?=<(?:/?g|path|circle|text|line|rect|clipPath|defs)\b)")
# Layers of text named so stand on a tint, where the halo of names would show as a stain
BARE = re.compile(r'<g class="mark-text role-mark bare_.*?</g>', re.DOTALL)


def svg(spec: dict[str, Any]) -> str:
    """A specification drawn as SVG in the book's sans, lengths to a hundredth, in lines.

    The Vega-Lite that the specification names draws it. The family is left to where it stands, and
    its Chinese is marked, since that has a family of its own.
    """
    version = re.search(r"/(v\d+\.\d+)[\d.]*\.json$", spec["$schema"])
    if not version:
        raise ValueError(f"no version of Vega-Lite in {spec['$schema']}")
    drawn = vega(spec, version[1])
    drawn = LENGTHS.sub(lambda found: f'{found[1]}="{LONG.sub(_short, found[2])}"', drawn)
    drawn = DOT.sub(r'<circle\1 cx="\2" cy="\3" r="\4"\5>', drawn)
    drawn = STANDS.sub(r'\1 x="\2" y="\3"', drawn)
    drawn = MARK.sub(lambda tag: _brief(tag[0]), drawn)
    drawn = TEXT.sub(lambda line: f"<text{line[1]}>{_marked(line[2])}</text>", drawn)
    return BREAK.sub("\n", drawn.replace(f' font-family="{FONT}"', ""))


def _brief(tag: str) -> str:
    """A tag without what goes without saying; notebooks hold thousands."""
    for unsaid in (' opacity="1"', ' font-weight="normal"', ' text-anchor="start"'):
        tag = tag.replace(unsaid, "")
    return tag if " stroke=" in tag else LINE_WIDTH.sub("", tag)


def _marked(words: str) -> str:
    """The words of a line, escaped as they are, with Chinese marked by its language."""
    spans = marked(unescape(words))
    return spans.replace('<span lang="zh-CN">', CHINESE_RUN).replace("</span>", "</tspan>")


def dressed(drawn: str, family: str, chinese: str, held: bool = False) -> str:
    """A drawing that names its families itself, where no style sheet does.

    Where a line has letters and Chinese, each part is placed by itself, or what draws for paper
    would set all of it in one face. A line that is `held` is as wide as it was measured, whatever
    face a viewer has in the place of the book's.
    """

    def line(found: re.Match[str]) -> str:
        about, words = found[1], unescape(TAG.sub("", found[2]))
        size = float(SIZE.search(about)[1])
        bold = f'font-weight="{SEMIBOLD}"' in about
        runs, whole = [*parts(words)], measure(words, size, bold)
        side, anchor = LEFT.search(about), ANCHOR.search(about)
        x = float(side[1]) if side else 0.0
        if len(runs) > 1:
            x -= {"middle": whole / 2, "end": whole}.get(anchor[1] if anchor else "", 0)
            about = ANCHOR.sub("", about)
        spans = []
        for run, is_chinese in runs:
            room = measure(run, size, bold)
            start = x + room - measure(run.lstrip(), size, bold)
            how = f' font-family="{chinese}"' if is_chinese else ""
            how += f' x="{start:.2f}"' if len(runs) > 1 else ""
            how += f' textLength="{x + room - start:.1f}" {GLYPHS}' if held and run.strip() else ""
            spans.append(f"<tspan{how}>{escape(run.lstrip())}</tspan>" if how else escape(run))
            x += room
        return f"<text{about}>{''.join(spans)}</text>"

    return TEXT.sub(line, drawn).replace("<svg ", f'<svg font-family="{family}" ', 1)


def vega(spec: dict[str, Any], version: str) -> str:
    """A specification as Vega draws it, of a version of Vega-Lite."""
    return _converter().vegalite_to_svg(spec, vl_version=version)


def _short(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".").replace("-0", "0", 1) or "0"


@cache
def _converter() -> ModuleType:
    import vl_convert  # a tenth of a second to import, and not every kernel draws

    vl_convert.register_font_directory(str(FACES))
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
        between = f" + '{shown('; ')}' + "
        told = {"description": {"expr": between.join(map(_told, tips))}} if tips else {}
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
    head = json.dumps(tip.get("title", tip["field"]) + shown(": "), ensure_ascii=False)
    return f"{head} + {field}"


def alone(about: dict[str, Any]) -> str:
    """The first wide picture of a chart with its words, to stand outside the book: in a notebook,
    a download, a preview. `about` is the `usermeta` of its specification."""
    pictures = about["pictures"]
    wide = pictures["wide"] if "wide" in pictures else pictures["as-log wide"]
    return framed(
        "\n".join(wide), about["headline"], about["subtitle"], about["source"], about["note"]
    )


def framed(drawn: str, headline: str, subtitle: str, *foot: str) -> str:
    """A drawing on paper, below its headline and subtitle and above its foot."""
    width, height = (float(drawn.split(f' {side}="', 1)[1].split('"')[0]) for side in SIDES)
    room = max(width, WIDTH)
    lines = [(line, TITLE, INK, True) for line in wrap(headline, room, TITLE, bold=True)]
    lines += [(line, SUBTITLE, MUTED, False) for line in wrap(subtitle, room, SUBTITLE)]
    top = MARGIN
    written = []
    for text, size, colour, bold in lines:
        top += size + 4
        written.append(_line(text, top, size, colour, bold))
    top += 12 if lines else 0
    bottom = top + height + 4
    for text in (line for part in foot for line in wrap(part, room, FOOT)):
        bottom += FOOT + 4
        written.append(_line(text, bottom, FOOT, MUTED))
    drawn = without_links(TOLD.sub("", drawn))  # where it stands alone nobody touches a mark
    placed = drawn.replace("<svg ", f'<svg x="{MARGIN}" y="{top:g}" ', 1)
    whole, depth = (room if written else width) + 2 * MARGIN, bottom + MARGIN
    # Names stand clear of the grid lines behind them
    halo = f".role-mark text{{paint-order:stroke;stroke:{PAPER};stroke-width:4px}}"
    alone = "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole:g}" height="{depth:g}" '
            f'viewBox="0 0 {whole:g} {depth:g}">',
            f"<style>{halo}</style>",
            f'<rect width="{whole:g}" height="{depth:g}" fill="{PAPER}"/>',
            *written,
            placed,
            "</svg>",
        ]
    )
    return dressed(alone, FAMILY, CHINESE_FAMILY, held=True)


def _line(text: str, y: float, size: int, colour: str, bold: bool = False) -> str:
    weight = f' font-weight="{SEMIBOLD}"' if bold else ""
    return (
        f'<text x="{MARGIN}" y="{y:g}" font-size="{size}"{weight} fill="{colour}">'
        f"{_marked(escape(text))}</text>"
    )


def png(alone: str) -> bytes:
    """What `alone` gave, as PNG: drawn in the book's own faces, so that nothing need be held."""
    return _converter().svg_to_png(HELD.sub("", alone), scale=SCALE)
