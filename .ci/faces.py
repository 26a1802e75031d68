"""Cut the faces of the book out of their sources, for the characters that occur in it.

`make fonts` runs it: .ci/faces.py SOURCES, a folder with the wheels that .ci/faces.txt names,
unpacked. It writes src/reportbook/faces anew, the same bytes from the same book; no build needs it.
Charts are measured by what it writes to advances.json, since no library at their side reads fonts.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from io import BytesIO
from itertools import combinations
from pathlib import Path
from urllib.parse import unquote

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parents[1]
FACES = ROOT / "src/reportbook/faces"

# The Source faces may be changed under another name only (SIL OFL, clause 3), and so have one here
SERIF, SANS, SONG, HEI = "Report Serif", "Report Sans", "Report Serif SC", "Report Sans SC"
SOURCES = {
    SERIF: "fontpkg_source_serif_4/files/SourceSerif4[opsz,wght].ttf",
    f"{SERIF} Italic": "fontpkg_source_serif_4/files/SourceSerif4-Italic[opsz,wght].ttf",
    SANS: "fontpkg_source_sans_3/files/SourceSans3[wght].ttf",
    f"{SANS} Italic": "fontpkg_source_sans_3/files/SourceSans3-Italic[wght].ttf",
    SONG: "pylopdf_fonts_zh_cn/NotoSerifSC-Regular.otf",
    HEI: "pylopdf_fonts_zh_cn/NotoSansSC-Regular.otf",
}
# The licence of each, and the folder in which its source has it
LICENCES = {
    SERIF: ("OFL-ReportSerif.txt", "fontpkg_source_serif_4"),
    SANS: ("OFL-ReportSans.txt", "fontpkg_source_sans_3"),
    SONG: ("OFL-ReportSerifSC.txt", "pylopdf_fonts_zh_cn-*/licenses"),
    HEI: ("OFL-ReportSansSC.txt", "pylopdf_fonts_zh_cn-*/licenses"),
}
# For the pages: file, family, style, range of weights, source, place on its axes. The serif is
# that for titles (opsz 20), which is cut finer than the one for small text.
PAGES = [
    ("ReportSerif", SERIF, "normal", "400 700", SERIF, {"opsz": 20, "wght": (400, 700)}),
    ("ReportSans", SANS, "normal", "400 700", SANS, {"wght": (400, 700)}),
    ("ReportSans-Italic", SANS, "italic", "400", f"{SANS} Italic", {"wght": 400}),
]
# For print, which takes no variable font: file, family, style, weight, source, place on its axes
PRINT = [
    ("ReportSerif-Regular", SERIF, "Regular", 400, SERIF, {"opsz": 11, "wght": 400}),
    ("ReportSerif-Italic", SERIF, "Italic", 400, f"{SERIF} Italic", {"opsz": 11, "wght": 400}),
    ("ReportSerif-SemiBold", SERIF, "SemiBold", 600, SERIF, {"opsz": 16, "wght": 600}),
    ("ReportSerif-SemiBoldItalic", SERIF, "SemiBold Italic", 600, f"{SERIF} Italic",
     {"opsz": 16, "wght": 600}),
    ("ReportSans-Regular", SANS, "Regular", 400, SANS, {"wght": 400}),
    ("ReportSans-Italic", SANS, "Italic", 400, f"{SANS} Italic", {"wght": 400}),
    ("ReportSans-SemiBold", SANS, "SemiBold", 600, SANS, {"wght": 600}),
]  # fmt: skip
CHINESE = {SONG: "ReportSerifSC", HEI: "ReportSansSC"}
# The same faces whole, by the full and the PostScript names that a machine may have them under:
# the large part is asked for only where it hasn't. To look for a name costs a page more than to
# ask for a small part. Adobe's name for both designs is Source Han.
WHOLE = {
    SONG: ("Noto Serif CJK SC", "NotoSerifCJKsc-Regular", "Noto Serif SC", "NotoSerifSC-Regular",
           "Source Han Serif SC", "SourceHanSerifSC-Regular"),
    HEI: ("Noto Sans CJK SC", "NotoSansCJKsc-Regular", "Noto Sans SC", "NotoSansSC-Regular",
          "Source Han Sans SC", "SourceHanSansSC-Regular"),
}  # fmt: skip
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "lnum", "tnum", "case", "calt", "liga"]
# Half widths, by which a browser sets marks that follow each other closer
HALF_WIDTHS = ["halt"]

# Latin letters, figures and signs that any text may have, beside those that the book has already
BASIC = {chr(code) for code in range(0x20, 0x7F)}
LATIN = (
    BASIC
    | {chr(code) for code in range(0xA0, 0x100)}
    | set("–—‘’“”„‚•…‹›†‡′″€−×≤≥≈≠←↑→↓\u2009\u202f")
)
SOURCES_LISTED, BIBLIOGRAPHY = "chapters/references.md", "chapters/references.bib"
UNLISTED = re.compile(r"^ *reporter *=.*", re.MULTILINE)  # a field that the list has in no page
TRANSLATED = "locale"  # what the Chinese edition says
HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
# Between Chinese characters these are as wide as one
WIDE = set("·—‘’“”…")
# And these marks any Chinese text may have
MARKS = set("，。、；：？！（）《》「」【】％")
# What an English page calls the Chinese edition
LINK = set("中文")
# What a part costs a page, in bytes: the file itself with its request, each of its characters, and
# its rule, which every page has
FILE, CHARACTER, RULE = 900, 120, 100
# The units of an em in which the pages' Chinese faces are drawn, in place of a thousand: a quarter
# less to fetch, and no line of the sans moves by more than a thirtieth of a pixel in a text of 16
# pixels. The thin strokes of the serif would be seen to fade in headings, so that it has more
UNITS = {HEI: 250, SONG: 500}

# What stands in for a face until it has come: names of the system, and the advances of the space
# and the small letters by thousandths, of Times and of Arial, which the others of their names share
LETTERS = " abcdefghijklmnopqrstuvwxyz"
TIMES = {
    400: dict(zip(LETTERS, (
        250, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500,
        333, 389, 278, 500, 500, 722, 500, 500, 444), strict=True)),
    700: dict(zip(LETTERS, (
        250, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556,
        444, 389, 333, 556, 500, 722, 500, 500, 444), strict=True)),
}  # fmt: skip
ARIAL = {
    400: dict(zip(LETTERS, (
        278, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556,
        333, 500, 278, 556, 500, 722, 500, 500, 500), strict=True)),
    700: dict(zip(LETTERS, (
        278, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611,
        389, 556, 333, 611, 556, 778, 556, 556, 500), strict=True)),
}  # fmt: skip
STAND_INS = {
    (SERIF, 400): ("Times New Roman", "Liberation Serif"),
    (SERIF, 700): ("Times New Roman Bold", "Liberation Serif Bold"),
    (SANS, 400): ("Arial", "Liberation Sans"),
    (SANS, 700): ("Arial Bold", "Liberation Sans Bold"),
}


def texts() -> dict[str, str]:
    """The text of the book by file: chapters, data, and the words of the code and the theme."""
    folders = {"chapters": ("ipynb", "md", "bib"), "data": ("csv", "json")}
    folders |= {"src/reportbook": ("py", "html", "js"), ".": ("yml", "cff"), TRANSLATED: ("po",)}
    paths = [
        path
        for folder, ends in folders.items()
        for end in ends
        for path in (ROOT / folder).glob(f"*.{end}" if folder == "." else f"**/*.{end}")
    ]
    # A notebook may write a character as \uXXXX, and an address as %XX
    return {
        path.relative_to(ROOT).as_posix(): re.sub(
            r"\\u([0-9a-f]{4})|((?:%[0-9A-F]{2})+)",
            lambda code: chr(int(code[1], 16)) if code[1] else unquote(code[2]),
            path.read_text(encoding="utf-8"),
        )
        for path in sorted(paths)
    }


def shown(text: dict[str, str], family: str) -> dict[str, set[str]]:
    """The Chinese characters that each English page shows in a family, by the page's file.

    The serif is that of the sentences, whose first is the article's heading; the sans that of
    tables, too. What stands in the code, in specifications and behind a fold isn't counted; the
    list of sources has its titles from the bibliography.
    """
    kinds = ["text/markdown"] if family == SONG else ["text/markdown", "text/html"]
    pages = {}
    for file, words in text.items():
        if not file.startswith("chapters/") or not file.endswith((".ipynb", ".md")):
            continue
        parts = [words]
        if file.endswith(".ipynb"):
            cells = json.loads((ROOT / file).read_text(encoding="utf-8"))["cells"]
            parts = [cell["source"] for cell in cells if cell["cell_type"] == "markdown"]
            outputs = [output for cell in cells for output in cell.get("outputs", [])]
            parts += [output.get("data", {}).get(kind, "") for output in outputs for kind in kinds]
        elif family == HEI and file == SOURCES_LISTED:
            parts.append(UNLISTED.sub("", text[BIBLIOGRAPHY]))
        pages[file] = {char for part in parts for char in HAN.findall("".join(part))}
    return pages


def slices(text: dict[str, str], family: str) -> list[set[str]]:
    """The Chinese characters, in the parts in which pages ask a family for them.

    Characters that the same pages show belong together; such parts are joined as long as that
    makes less for all pages to fetch. Then those that no page shows, of the data and the code;
    last those that the Chinese edition alone has.
    """
    pages = shown(text, family)
    for found in pages.values():
        # Every page leads to the Chinese edition; and any Chinese text may have the marks
        found |= {*MARKS, *WIDE, *(LINK if family == HEI else "")}
    asking: dict[frozenset[str], set[str]] = {}
    for char in sorted(set().union(*pages.values())):
        asking.setdefault(frozenset(page for page in pages if char in pages[page]), set()).add(char)
    parts = joined(asking, len(pages))
    # What code has of it is patterns
    seen = {
        file: set(HAN.findall(words)) for file, words in text.items() if not file.endswith(".py")
    }
    chinese = {char for file in [*seen] if file.startswith(TRANSLATED) for char in seen.pop(file)}
    parts.append(set().union(*seen.values()).difference(*parts))
    return [*parts, chinese.difference(*parts)]


def joined(asking: dict[frozenset[str], set[str]], pages: int) -> list[set[str]]:
    """Parts, by the pages that ask for them, joined until no two cost less as one."""

    def cost(asked: frozenset[str], part: set[str]) -> int:
        return len(asked) * (FILE + CHARACTER * len(part)) + pages * RULE

    while True:
        saved = {
            (one, other): cost(one, asking[one])
            + cost(other, asking[other])
            - cost(one | other, asking[one] | asking[other])
            for one, other in combinations(asking, 2)
        }
        best = max(saved, key=saved.__getitem__, default=None)
        if best is None or saved[best] <= 0:
            break
        both = asking.pop(best[0]) | asking.pop(best[1])
        asking.setdefault(best[0] | best[1], set()).update(both)
    return [asking[pages] for pages in sorted(asking, key=lambda it: (-len(it), sorted(it)))]


def cut(path: Path, characters: set[str], place: dict, features: list[str]) -> TTFont:
    """A font reduced to characters, and to a place on its axes."""
    font = TTFont(path, recalcTimestamp=False)
    options = Options(
        layout_features=features, hinting=False, name_IDs=[0, 5, 7, 8, 9, 11, 13, 14],
        notdef_outline=True, drop_tables=[*Options().drop_tables, "DSIG", "STAT", "BASE", "VORG"],
    )  # fmt: skip
    if place:
        options.drop_tables.remove("STAT")
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)
    if place:
        between = BytesIO()
        font.save(between)
        font = instancer.instantiateVariableFont(
            TTFont(between, recalcTimestamp=False), place, updateFontNames=False
        )
    return font


def name(font: TTFont, family: str, style: str, weight: int) -> None:
    """Call a font by its family and style in this book, wherever it says its name."""
    table = font["name"]
    for number in (1, 2, 3, 4, 6, 16, 17, 25):
        table.removeNames(nameID=number)
    compact = f"{family}-{style}".replace(" ", "")
    stated = {1: family, 2: style, 3: compact, 4: f"{family} {style}", 6: compact}
    for number, value in stated.items():
        table.setName(value, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    italic = "Italic" in style
    font["OS/2"].fsSelection = 1 if italic else 64
    font["head"].macStyle = 2 if italic else 0
    if "CFF " in font:
        outlines = font["CFF "].cff
        outlines.fontNames[0] = compact
        top = outlines.topDictIndex[0]
        top.FullName, top.FamilyName = f"{family} {style}", family


def lighten(font: TTFont, units: int) -> None:
    """Leave of a part for the pages what a browser sets text with, since a page fetches many.

    Its licence is that of the family, whose text stands beside it; it says whose it is and where
    the licence is found. Nothing on the pages runs downwards. Only what has marks has half widths.
    """
    scale_upem(font, units)
    for number in (5, 7, 8, 9, 11, 13):
        font["name"].removeNames(nameID=number)
    positions = font["GPOS"].table.LookupList
    empty = [] if positions and positions.Lookup else ["GPOS"]
    for table in ("GSUB", "vhea", "vmtx", *empty):
        del font[table]


def save(font: TTFont, file: str) -> None:
    font.flavor = "woff2" if file.endswith(".woff2") else None
    font.save(FACES / file)
    print(f"{(FACES / file).stat().st_size / 1e3:7.1f} kB  {file}")


def ranges(characters: set[str]) -> str:
    """Characters as the value of unicode-range."""
    runs: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def rule(
    file: str, family: str, style: str, weight: str, more: str = "", whole: tuple[str, ...] = ()
) -> str:
    """The rule of a face, for the characters `more`; `whole` are names that a machine has it by."""
    # Text would move, if only by a pixel, where its face came late: a page to which it comes too
    # late keeps the one that stands in, and the next page has ours. Chinese is as wide in either.
    display = "optional" if family in (SERIF, SANS) else "swap"
    here = "".join(f'local("{known}"), ' for known in whole)
    more = f" unicode-range: {more};" if more else ""
    return (
        f'@font-face {{ font-family: "{family}"; src: {here}url("{file}") format("woff2"); '
        f"font-style: {style}; font-weight: {weight}; font-display: {display};{more} }}"
    )


def width(advances: dict[str, float], text: str) -> float:
    """How wide a font sets a text, in thousandths a letter."""
    count = Counter(char for char in text.lower() if char in advances)
    return sum(advances[char] * times for char, times in count.items()) / count.total()


def advances(font: TTFont) -> dict[str, float]:
    """The advance widths of a font's characters, in thousandths."""
    units, widths = font["head"].unitsPerEm, font["hmtx"]
    return {
        chr(code): widths[glyph][0] * 1000 / units
        for code, glyph in sorted(font.getBestCmap().items())
    }


def by_width(advances: dict[str, float]) -> dict[str, str]:
    """Advance widths as they are stored: the characters of each."""
    widths = sorted(set(advances.values()))
    return {
        f"{width:g}": "".join(char for char in advances if advances[char] == width)
        for width in widths
    }


def stand_in(key: tuple[str, int], path: Path, text: str) -> str:
    """A face of the system made as wide and high as ours, so that nothing moves as ours comes."""
    family, weight = key
    place = {"opsz": 20, "wght": weight} if family == SERIF else {"wght": weight}
    ours = advances(cut(path, set(LETTERS), place, []))
    theirs = (TIMES if family == SERIF else ARIAL)[weight]
    ratio = width(ours, text) / width(theirs, text)
    font = TTFont(path)
    sides = {
        "ascent": font["hhea"].ascent, "descent": -font["hhea"].descent,
        "line-gap": font["hhea"].lineGap,
    }  # fmt: skip
    measures = "".join(
        f" {side}-override: {value / font['head'].unitsPerEm / ratio:.1%};"
        for side, value in sides.items()
    )
    local = ", ".join(f'local("{known}")' for known in STAND_INS[key])
    return (
        f'@font-face {{ font-family: "{family} until then"; src: {local}; '
        f"font-weight: {weight}; size-adjust: {ratio:.1%};{measures} }}"
    )


def main(folder: Path) -> None:
    sources = {key: folder / value for key, value in SOURCES.items()}
    text = texts()
    words = "".join(said for file, said in text.items() if not file.startswith(TRANSLATED))
    parts = {family: slices(text, family) for family in CHINESE}
    chinese = set().union(*parts[HEI])
    latin = LATIN | {char for char in set(words) - chinese if char.isprintable()}
    FACES.mkdir(exist_ok=True)
    for path in FACES.glob("*.*"):
        if path.suffix != ".py":
            path.unlink()
    css = [
        "/* Written by `make fonts`: the faces of the pages, and what stands in until they come */",
        *(
            stand_in(key, sources[key[0]], "".join(re.findall("[A-Za-z ]", words)))
            for key in STAND_INS
        ),
    ]
    edition: list[str] = []  # what the Chinese edition has beside
    measured: dict[tuple[str, int], dict[str, float]] = {}
    # Accented letters and rare signs are asked for by a page that has one
    rare = latin - BASIC - set(words)
    for file, family, style, weight, source, place in PAGES:
        for end, part in (("", latin - rare), ("-rare", rare)):
            font = cut(sources[source], part, place, FEATURES)
            name(font, family, "Italic" if style == "italic" else "Regular", 400)
            save(font, f"{file}{end}.woff2")
            asked = ranges(rare) if part is rare else ""
            css.append(rule(f"{file}{end}.woff2", family, style, weight, asked))
    for family, file in CHINESE.items():
        *every, beside = parts[family]
        for number, part in [*enumerate(every, start=1), ("zh", beside)]:
            font = cut(sources[family], part, {}, HALF_WIDTHS)
            lighten(font, UNITS[family])
            name(font, family, "Regular", 400)
            save(font, f"{file}-{number}.woff2")
            whole = WHOLE[family] if part is beside else ()
            told = rule(f"{file}-{number}.woff2", family, "normal", "400", ranges(part), whole)
            (edition if part is beside else css).append(told)
        font = cut(sources[family], chinese, {}, [])
        name(font, family, "Regular", 400)
        save(font, f"{file}.otf")
        if family == HEI:
            measured[family, 400] = advances(font)
    for file, family, style, weight, source, place in PRINT:
        font = cut(sources[source], latin, place, FEATURES)
        name(font, family, style, weight)
        save(font, f"{file}.ttf")
        if family == SANS and "Italic" not in style:
            measured[family, weight] = advances(font)
    (FACES / "faces.css").write_text("\n".join(css) + "\n", encoding="utf-8")
    (FACES / "faces-zh.css").write_text("\n".join(edition) + "\n", encoding="utf-8")
    # The upright sans is that of the charts
    stored = {
        f"{family} {weight}": by_width(widths) for (family, weight), widths in measured.items()
    }
    (FACES / "advances.json").write_text(
        json.dumps(stored, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    for family, (file, place) in LICENCES.items():
        licence = next(folder.glob(f"{place}/LICENSE")).read_text(encoding="utf-8")
        whose = TTFont(sources[family])["name"].getDebugName(0)
        what = f"{family} is {sources[family].stem}, cut for the characters of a book and renamed."
        (FACES / file).write_text(f"{whose}\n\n{what}\n\n{licence}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
