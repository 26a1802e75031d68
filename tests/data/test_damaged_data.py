"""Damaged data of every kind: one clear error each, and nothing fetched, run or written."""

import csv
import json
import os
import re

import pytest

from reportbook.data import context, datapackage, ledger
from reportbook.data.datapackage import DataError

UNITS = "units.csv"
UNITS_ROWS = len((datapackage.DATA / UNITS).read_text(encoding="utf-8").splitlines())


def text(file, change):
    """Damage to one file of data/, as a function of its folder."""

    def damage(data):
        before = (data / file).read_text(encoding="utf-8")
        after = change(before)
        assert after != before
        (data / file).write_bytes(after if isinstance(after, bytes) else after.encode())

    return damage


def swap(file, old, new):
    return text(file, lambda before: before.replace(old, new, 1))


def described(change):
    """Damage to the descriptor; `change` gets it, and the entry of the units in it."""

    def damage(data):
        path = data / "datapackage.json"
        package = json.loads(path.read_text(encoding="utf-8"))
        (entry,) = [entry for entry in package["resources"] if entry["name"] == "units"]
        change(package, entry)
        path.write_text(json.dumps(package, ensure_ascii=False), encoding="utf-8")

    return damage


def columns(order):
    """The columns of the units by place."""

    def change(before):
        rows = csv.reader(before.splitlines())
        return "".join(",".join(f'"{row[place]}"' for place in order) + "\n" for row in rows)

    return text(UNITS, change)


def replaced(path, target):
    path.unlink()
    path.symlink_to(target)


# What is done to the data; where the error says it is; what it says of it
DATA = {
    "UTF-16": (text(UNITS, lambda t: t.encode("utf-16")), "units.csv, row 1", "isn't UTF-8"),
    "GBK": (text(UNITS, lambda t: t.encode("gbk")), "units.csv, row 2", "isn't UTF-8"),
    "a byte of Latin-1": (
        text(UNITS, lambda t: t.encode().replace(b"Growth", b"Gr\xf6wth", 1)),
        "units.csv, row 5",
        "isn't UTF-8",
    ),
    "byte-order mark": (text(UNITS, lambda t: "\ufeff" + t), "units.csv, row 1", "without one"),
    "CRLF": (text(UNITS, lambda t: t.replace("\n", "\r\n")), "units.csv, row 1", "line feed"),
    "CR": (text(UNITS, lambda t: t.replace("\n", "\r")), "units.csv, row 1", "line feed"),
    "NUL": (swap(UNITS, "yuan", "yu\0an"), "units.csv, row 4", "U+0000"),
    "bell": (swap(UNITS, "yuan", "yu\aan"), "units.csv, row 4", "U+0007"),
    "escape sequence": (swap(UNITS, "yuan", "\x1b[31m"), "units.csv, row 4", "U+001B"),
    "turned direction": (swap(UNITS, "yuan", "\u202eyuan"), "units.csv, row 4", "U+202E"),
    "lost character": (swap(UNITS, "yuan", "\ufffd"), "units.csv, row 4", "U+FFFD"),
    "formula": (swap(UNITS, "yuan", "=1+1"), "units.csv, row 4, column name_en", "formula"),
    "formula for a value": (
        swap("claims.csv", "1.39万件,13900", "1.39万件,=1+1"),
        "claims.csv, row 21, column value",
        "formula",
    ),
    "NaN": (
        swap("claims.csv", "1.39万件,13900", "1.39万件,NaN"),
        "claims.csv, row 21, column value",
        "descriptor allows",
    ),
    "infinity": (
        swap("context.csv", "1.39万件,article,13900", "1.39万件,article,inf"),
        "context.csv, row 2, column value",
        "descriptor allows",
    ),
    "open quote": (swap(UNITS, "yuan", '"yuan'), "units.csv, row 4", "double quote"),
    "huge cell": (
        swap(UNITS, "Growth as", "Growth " * 30_000),
        "units.csv, row 5",
        "10,000 characters",
    ),
    "a million rows": (
        text(UNITS, lambda t: t + "x,x,x,no\n" * 1_000_000),
        "units.csv",
        "250,000 rows",
    ),
    "a hundred megabytes": (
        lambda data: os.truncate(data / UNITS, 100_000_000),
        "units.csv",
        "64,000,000 bytes",
    ),
    "no rows": (text(UNITS, lambda t: t.split("\n")[0] + "\n"), "units.csv", "no rows"),
    "duplicated column": (columns([0, 1, 2, 3, 3]), "units.csv", "column"),
    "missing column": (columns([0, 1, 2]), "units.csv, column whole", "restore the column"),
    "reordered columns": (columns([0, 2, 1, 3]), "units.csv, column", "as the descriptor does"),
    "duplicated row": (
        text(UNITS, lambda t: t + t.split("\n")[1] + "\n"),
        f"units.csv, row {UNITS_ROWS + 1}, column unit",
        "key of its own",
    ),
    "missing row": (
        text("claims.csv", lambda t: re.sub(r"\ngoal-highland,.*", "", t)),
        "goals.csv, row 2, column claim",
        "add it to the table",
    ),
    "blank row": (
        text(UNITS, lambda t: t + "\n"),
        f"units.csv, row {UNITS_ROWS + 1}",
        "empty line",
    ),
    "missing file": (lambda data: (data / UNITS).unlink(), "units.csv", "restore the file"),
    "folder for a file": (
        lambda data: ((data / UNITS).unlink(), (data / UNITS).mkdir()),
        "units.csv",
        "isn't a file",
    ),
    "symlink out of the folder": (
        lambda data: replaced(data / UNITS, "/etc/passwd"),
        "units.csv",
        "isn't a file of this folder",
    ),
    "a name that is a claim's too": (
        swap("context.csv", "press-agencies,", "agencies,"),
        "context.csv, column id",
        "another name",
    ),
    "a wording of another figure": (
        swap("context.csv", "1.39万件,article", "1.93万件,article"),
        "context.csv, row 2, column wording",
        "look at both texts",
    ),
    "a wording with another unit": (
        swap("context.csv", "1.39万件,article", "1.39亿元,article"),
        "context.csv, row 2, column wording",
        "correct the phrase",
    ),
    "a wording from nowhere": (
        swap("context.csv", "1.39万件,article", "1.39万件,"),
        "context.csv, row 2, column wording_from",
        "give a wording and where it was read",
    ),
    "a page in Chinese for one of its figures": (
        swap("context.csv", "505 million yuan,none", "505 million yuan,"),
        "context.csv, row 17, column wording",
        "if the page is in Chinese",
    ),
    "a page with the article's words, and others": (
        swap("context.csv", "1.39万件,article", "1.39万件,https://example.org/"),
        "context.csv, row 2, column wording_from",
        "name one origin for all",
    ),
    "unknown source": (
        swap("context.csv", "chinadaily2021", "nobody2021"),
        "context.csv, row 2, column source",
        "references.bib",
    ),
    "unknown figure in a relation": (
        swap("relations.csv", "applications-base ", "nobody "),
        "relations.csv, row 2, column figures",
        "name rows of claims.csv",
    ),
    "period without a basis": (
        swap("claims.csv", ",2016-07,printed", ",2016-07,unknown"),
        "claims.csv, row 7, column period_basis",
        "printed or implied",
    ),
    "money that is a count": (
        swap(
            "claims.csv",
            '1,count,"Patent applications a year, first',
            '1,amount,"Patent applications a year, first',
        ),
        "claims.csv, row 21, column kind",
        "“count”",
    ),
    "path to another folder": (
        described(lambda _, units: units.update(path="../data/units.csv")),
        "datapackage.json",
        "plain name",
    ),
    "absolute path": (
        described(lambda _, units: units.update(path="/etc/passwd")),
        "datapackage.json",
        "plain name",
    ),
    "address for a path": (
        described(lambda _, units: units.update(path="https://localhost/units.csv")),
        "datapackage.json",
        "plain name",
    ),
    "several paths": (
        described(lambda _, units: units.update(path=["units.csv"])),
        "datapackage.json",
        "plain name",
    ),
    "no path": (described(lambda _, units: units.pop("path")), "datapackage.json", "plain name"),
    "schema elsewhere": (
        described(lambda _, units: units.update(schema="https://localhost/schema.json")),
        "datapackage.json",
        "schema: 'https://localhost/schema.json' is not of type 'object'",
    ),
    "no key": (
        described(lambda _, units: units["schema"].pop("primaryKey")),
        "datapackage.json",
        "primaryKey",
    ),
    "no tables": (
        described(lambda package, _: package.pop("resources")),
        "datapackage.json",
        "list of tables",
    ),
    "a table twice": (
        described(lambda package, units: package["resources"].append(units)),
        "datapackage.json",
        "unique",
    ),
    "a pattern that is none": (
        described(lambda _, units: units["schema"]["fields"][0]["constraints"].update(pattern="(")),
        "datapackage.json",
        "pattern: '(' isn't allowed",
    ),
    "NaN in the descriptor": (
        described(lambda package, _: package.update(version=float("nan"))),
        "datapackage.json",
        "version: nan is not of type 'string'",
    ),
    "a descriptor without an end": (
        lambda data: (data / "datapackage.json").write_text("[" * 100_000),
        "datapackage.json",
        "restore",
    ),
    "a descriptor with a mark": (
        text("datapackage.json", lambda t: "\ufeff" + t),
        "datapackage.json",
        "byte-order mark",
    ),
}


@pytest.mark.parametrize("damage", DATA)
def test_damaged_data_give_one_clear_error(data, damage):
    change, place, hint = DATA[damage]
    change(data)
    with pytest.raises(DataError) as caught:
        ledger.judged()
    first, *others = str(caught.value).splitlines()[1:]
    assert place in first and hint in str(caught.value), str(caught.value)
    assert "Remedy: " in first and len(others) <= 1, "the cause is told, not its consequences"


def test_a_flood_of_errors_is_cut_short(data):
    text("claims.csv", lambda t: re.sub(r",(\d+),(\d+),", r",x\1,\2,", t))(data)
    with pytest.raises(DataError, match=r"\n- and \d+ more$") as caught:
        ledger.judged()
    assert len(str(caught.value).splitlines()) == datapackage.SHOWN + 2


BIBLIOGRAPHY = {
    "cut off": (lambda raw: raw[: len(raw) // 2], "line"),
    "GBK": (lambda raw: raw.decode().encode("gbk", "replace"), "utf-8"),
    "an entry twice": (lambda raw: raw + b"\n@misc{a, author={A}}\n@misc{a, author={A}}\n", "a"),
    "an entry without an author": (lambda raw: raw + b"\n@misc{a, title={A}}\n", "a has no author"),
    "missing": (None, "No such file"),
}


@pytest.mark.parametrize("damage", BIBLIOGRAPHY)
def test_a_damaged_bibliography_is_refused(damage, tmp_path, monkeypatch):
    change, hint = BIBLIOGRAPHY[damage]
    path = tmp_path / "references.bib"
    if change:
        path.write_bytes(change(context.BIBLIOGRAPHY.read_bytes()))
    monkeypatch.setattr(context, "BIBLIOGRAPHY", path)
    monkeypatch.setattr(datapackage, "ROOT", tmp_path.parent)
    with pytest.raises(DataError) as caught:
        context.sources()
    error = str(caught.value)
    assert f"{tmp_path.name}/references.bib" in error and hint in error and "Remedy: " in error


FORMULAS = [
    *("=1+1", " =1+1", "+cmd|' /C calc'!A0", "-cmd|' /C calc'!A0", "-2+cmd|' /C calc'!A0"),
    *("@SUM(1)", '"=1+1', "'=1+1", "“=1+1", " '@A1", "--A1", "+(1)", "-(2)", "＝1+1", "＠SUM(1)"),
    "\u00a0=1+1",
]


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_is_a_formula_in_a_spreadsheet(data, cell):
    quoted = '"' + cell.replace('"', '""') + '"'
    swap(UNITS, ",yuan,", f",{quoted},")(data)
    with pytest.raises(DataError, match=r"\n- data/units.csv, row 4, column name_en: .* a formula"):
        ledger.judged()


@pytest.mark.parametrize(
    "cell", ["-5", "+3", "-5.2", "+3 %", "--06-30", "-1,234", "–", "a=b", "1-2"]
)
def test_a_number_with_a_sign_is_none(data, cell):
    swap(UNITS, ",yuan,", f',"{cell}",')(data)
    assert cell in set(datapackage.load("units")["name_en"])
