"""The faces of the book have every character that occurs in it, and their licences beside them."""

import json
import re
import struct

import pytest

from reportbook.data.datapackage import ROOT
from reportbook.palette import FACES
from reportbook.site.pages import CHINESE_FACES, faces_css

HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
# Two signs of Korean in a quotation, which no page shows
UNSHOWN = set("만억")
COMPANIONS = {"Report Serif": "Report Serif SC", "Report Sans": "Report Sans SC"}
THEME = "src/reportbook/site/theme"
REMEDY = "run `make fonts`"


def text():
    """What the book says: its chapters with their outputs, its data, the words of the theme."""
    folders = {"chapters": "*.*", "data": "*.*", ".": "*.yml", THEME: "*.html"}
    folders["locale"] = "**/*.po"
    files = [path for folder, names in folders.items() for path in (ROOT / folder).glob(names)]
    files = [path for path in files if path.is_file()]
    assert len(files) > 20
    return "".join(path.read_text(encoding="utf-8") for path in files)


def characters(path):
    """The code points that a font has signs for, by its own table of them."""
    font = path.read_bytes()
    number = struct.unpack(">H", font[4:6])[0]
    entries = (struct.unpack(">4sIII", font[12 + 16 * i : 28 + 16 * i]) for i in range(number))
    cmap = next(font[start:] for name, _, start, _ in entries if name == b"cmap")
    found = set()
    for i in range(struct.unpack(">H", cmap[2:4])[0]):
        part = cmap[struct.unpack(">HHI", cmap[4 + 8 * i : 12 + 8 * i])[2] :]
        if part[:2] != b"\0\4":
            continue
        count = struct.unpack(">H", part[6:8])[0] // 2
        ends = struct.unpack(f">{count}H", part[14 : 14 + 2 * count])
        starts = struct.unpack(f">{count}H", part[16 + 2 * count : 16 + 4 * count])
        found |= {code for a, b in zip(starts, ends, strict=True) for code in range(a, b + 1)}
    return {chr(code) for code in found}


def faces():
    """Of every face of the pages its family, its file, and the characters that it is asked for."""
    edition = (FACES / CHINESE_FACES).read_text(encoding="utf-8")
    for rule in re.findall(r"@font-face \{(.*?)\}", faces_css() + edition):
        family, files = re.search('family: "(.*?)"', rule)[1], re.findall(r'url\("(.*?)"\)', rule)
        ranges = re.findall(r"U\+(\w+)(?:-(\w+))?", rule)
        codes = {c for a, b in ranges for c in range(int(a, 16), int(b or a, 16) + 1)}
        yield family, files, {chr(code) for code in codes}


@pytest.mark.parametrize("file", ["ReportSerifSC.otf", "ReportSansSC.otf"])
def test_print_has_every_chinese_character_of_the_book(file):
    missing = set(HAN.findall(text())) - characters(FACES / file)
    assert not missing, f"{file} lacks {''.join(sorted(missing))}: {REMEDY}"


@pytest.mark.parametrize("family", COMPANIONS.values())
def test_pages_have_every_chinese_character_of_the_book_once(family):
    parts = [asked for name, _, asked in faces() if name == family]
    missing = set(HAN.findall(text())) - set().union(*parts)
    assert not missing, f"{family} lacks {''.join(sorted(missing))}: {REMEDY}"
    assert sum(map(len, parts)) == len(set().union(*parts)), "a page would ask for two files"


@pytest.mark.parametrize("family", ["ReportSerif", "ReportSans"])
def test_every_other_character_of_the_book_is_there(family):
    """In print, whose fonts are cut for the same characters as those of the pages."""
    others = {char for char in text() if char.isprintable()} - set(HAN.findall(text())) - UNSHOWN
    for path in FACES.glob(f"{family}-*.ttf"):
        missing = others - characters(path) - characters(FACES / "ReportSans-Regular.ttf")
        assert not missing, f"{path.name} lacks {''.join(sorted(missing))}: {REMEDY}"


def test_every_file_is_named_by_a_rule_and_light():
    named = {file for _, files, _ in faces() for file in files}
    sizes = {path.name: path.stat().st_size / 1e3 for path in FACES.glob("*.woff2")}
    assert named == set(sizes)
    chinese = {name: size for name, size in sizes.items() if "SC" in name}
    assert max(size for name, size in sizes.items() if name not in chinese) <= 40
    for family in COMPANIONS.values():
        compact = family.replace(" ", "")
        assert sum(size for name, size in chinese.items() if name.startswith(compact)) <= 300


def test_the_style_sheet_names_each_family_and_what_stands_in_for_it():
    style = (ROOT / THEME / "report.css").read_text(encoding="utf-8")
    families = {family for family, _, _ in faces()}
    assert families == {
        *COMPANIONS, *COMPANIONS.values(), *(f"{family} until then" for family in COMPANIONS)
    }  # fmt: skip
    assert all(f'"{family}"' in style for family in families)


def test_charts_are_measured_by_every_character_of_their_faces():
    """`make fonts` writes both; the widths themselves are held to the fonts in test_forms."""
    measured = json.loads((FACES / "advances.json").read_text(encoding="utf-8"))
    files = {
        "Report Sans 400": "ReportSans-Regular.ttf",
        "Report Sans 600": "ReportSans-SemiBold.ttf",
        "Report Sans SC 400": "ReportSansSC.otf",
    }
    assert set(measured) == set(files)
    for face, file in files.items():
        signs = [sign for width in measured[face].values() for sign in width]
        assert sorted(signs) == sorted(characters(FACES / file) - {"\uffff"}), face


def test_every_font_has_its_licence_beside_it():
    texts = {path.stem: path.read_text(encoding="utf-8") for path in FACES.glob("OFL-*.txt")}
    stems = {path.stem.partition("-")[0] for path in FACES.glob("*.[otw]*f*")}
    assert {f"OFL-{stem}" for stem in stems} == set(texts)
    for said in texts.values():
        assert "SIL O" in said and "1.1" in said and re.search(r"Copyright|©", said)


def test_no_font_has_a_name_that_is_reserved():
    """The licence of two sources lets nobody call what he changed by their name."""
    for path in [*FACES.glob("*.ttf"), *FACES.glob("*.otf")]:
        assert path.name.startswith("Report")
        font = path.read_bytes()
        number = struct.unpack(">H", font[4:6])[0]
        entries = [struct.unpack(">4sIII", font[12 + 16 * i : 28 + 16 * i]) for i in range(number)]
        start, length = next(entry[2:] for entry in entries if entry[0] == b"name")
        table = font[start : start + length]
        count, strings = struct.unpack(">HH", table[2:6])
        for i in range(count):
            *_, kind, size, at = struct.unpack(">6H", table[6 + 12 * i : 18 + 12 * i])
            if kind in (1, 3, 4, 6, 16, 25):
                said = table[strings + at : strings + at + size].decode("utf-16-be")
                assert "Source" not in said and said.startswith("Report"), (path.name, said)
