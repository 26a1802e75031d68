"""The data package: one descriptor, and the tables that hold to it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:  # a third of a second to import, so only when a table is loaded
    import pandas as pd

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "data"
DESCRIPTOR = "datapackage.json"
RULES = Path(__file__).with_name("descriptor.schema.json")

# Beyond these a file is refused unread: a thousand times the claims fit, an accident doesn't.
ROWS, BYTES, CHARACTERS = 250_000, 64_000_000, 10_000  # the last in a cell
SHOWN, MESSAGE = 20, 500  # problems told in full, the rest only as a number; characters of one
# Control and format characters, and the mark that a wrong decoding leaves
UNPRINTABLE = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]"
)
# What a spreadsheet would run, blanks and quotes before it or not. A sign may begin a number or
# a date without a year (-5, --06-30): neither letters nor brackets follow, so it can call nothing.
FORMULA = re.compile(r"[\s\"'“”‘’]*([=＝@＠]|[-+－＋](?![-+.,/:%\d\s]*$))")

# Of a figure that was read in another language, and for which no Chinese text was found
NO_WORDING = "none"

REMEDIES = {
    "source-error": "restore the header line",
    "missing-label": "restore the column, or take it out of the descriptor",
    "extra-label": "take the column out, or describe it in the descriptor",
    "incorrect-label": "spell and order the columns as the descriptor does",
    "blank-label": "name the column as the descriptor does",
    "duplicate-label": "keep one of the two columns",
    "missing-cell": "give the row as many cells as there are columns",
    "extra-cell": "put a cell that holds a comma in double quotes",
    "blank-row": "take the empty line out",
    "type-error": "write a value of the column's type",
    "constraint-error": "write a value that the descriptor allows, or widen the constraint there",
    "unique-error": "write each value once",
    "primary-key": "give every row a key of its own",
}

Function = TypeVar("Function", bound=Callable)
_remembered: list[Any] = []


class DataError(ValueError):
    """Data that don't fit: each of its `problems` with file, row, column and remedy."""

    def __init__(self, problems: list[str]) -> None:
        more = [f"- and {len(problems) - SHOWN:,} more"] if len(problems) > SHOWN else []
        super().__init__("\n".join(["the data can't be used:", *problems[:SHOWN], *more]))
        self.problems = problems


def problem(file: str, message: str, remedy: str, row: int | None = None, column: str = "") -> str:
    """One line that says where a problem is and how to mend it; rows count the header as 1.

    `file` is a file of data/, or a path from the project's folder.
    """
    place = file if "/" in file else f"data/{file}"
    place += f", row {row}" if row else ""
    place += f", column {column}" if column else ""
    message = UNPRINTABLE.sub(lambda match: f"U+{ord(match[0]):04X}", " ".join(message.split()))
    short = message if len(message) <= MESSAGE else f"{message[:MESSAGE]}…"
    return f"- {place}: {short}. Remedy: {remedy}."


def remembered(function: Function) -> Function:
    """A function without arguments, or of a file's name, whose result is kept until `forget`."""
    kept = cache(function)
    _remembered.append(kept)
    return kept


def forget() -> None:
    """Forget all that was read, so that the data are read anew: from DATA, which may be another."""
    for kept in _remembered:
        kept.cache_clear()


@remembered
def descriptor() -> dict[str, Any]:
    """The data package's descriptor.

    Raises DataError where it is missing or holds what descriptor.schema.json doesn't allow,
    and where the current folder is in another copy of the book, which has data of its own.
    """
    if fault := _astray():
        raise DataError([fault])
    text = _text(DESCRIPTOR)
    try:
        package = json.loads(text)
        faults = _faults(package)
    except (ValueError, RecursionError) as error:
        raise DataError([problem(DESCRIPTOR, str(error), "restore the descriptor")]) from error
    if faults:
        raise DataError([problem(DESCRIPTOR, *fault) for fault in faults])
    return package


def _astray() -> str | None:
    """Why the data that this package would read aren't those that are meant, if so."""
    if not (ROOT / "_config.yml").is_file() and not DATA.is_dir():
        return problem(
            DESCRIPTOR,
            "isn't there, since the package reportbook was installed without the book",
            "clone the book's repository and install from the clone, with `make book` or "
            "`pip install -r requirements.txt`",
        )
    try:
        here = Path.cwd()
    except FileNotFoundError:
        return None
    for folder in (here, *here.parents):
        if (folder / "data" / DESCRIPTOR).is_file() and (folder / "_config.yml").is_file():
            return None if folder.resolve() == ROOT else problem(
                f"{folder}/data",
                f"isn't read, since this environment belongs to the book in {ROOT}",
                f"make one for {folder}: `make book` there (after `make clean`, if .venv was "
                "copied), or `pip install -r requirements.txt` in a new environment",
            )  # fmt: skip
    return None


def _faults(package: Any) -> list[tuple[str, str]]:
    """What of a descriptor isn't allowed, each with its remedy."""
    from jsonschema import Draft202012Validator

    rules = json.loads(RULES.read_text(encoding="utf-8"))
    faults = []
    for error in Draft202012Validator(rules).iter_errors(package):
        place = error.json_path.removeprefix("$").removeprefix(".")
        message, remedy = error.message, error.schema["description"]
        if error.validator in ("const", "enum", "pattern"):
            message = f"{error.instance!r} isn't allowed"
        elif error.validator == "additionalProperties":
            remedy = f"take it out: only what {RULES.name} names is read"
        faults.append((f"{place}: {message}" if place else message, remedy))
    names = [] if faults else [entry["name"] for entry in package["resources"]]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        message = f"the names of its tables aren't unique: {', '.join(twice)}"
        faults.append((message, "describe each table once"))
    return faults


def resource(name: str) -> dict[str, Any]:
    """The descriptor of one table. Raises DataError for a table that it doesn't hold."""
    tables = {entry["name"]: entry for entry in descriptor()["resources"]}
    if name not in tables:
        raise DataError([problem(DESCRIPTOR, f"describes no table {name}", "mend the descriptor")])
    return tables[name]


def allowed(table: str, column: str) -> list[str]:
    """The values that the descriptor allows in a column, in its order.

    Raises DataError where the table or the column lists none.
    """
    for field in resource(table)["schema"]["fields"]:
        if field["name"] == column and "enum" in field.get("constraints", {}):
            return field["constraints"]["enum"]
    raise DataError([problem(DESCRIPTOR, f"lists no values for {table}.{column}", "add an enum")])


def pdf_name(language: str = "en") -> str:
    """The PDF edition's name in every folder where it is put: `NAME.pdf`, `NAME-zh.pdf`."""
    end = "" if language == "en" else f"-{language.partition('_')[0]}"
    return f"{descriptor()['name']}{end}.pdf"


@remembered
def validate() -> None:
    """Hold every table against the descriptor (Data Package 2, Table Schema).

    Files are UTF-8 without a byte-order mark, with a line feed alone at the end of a line.
    Raises DataError with all problems at once; what a table says is looked at only when all
    files can be read, what refers to another table only when all tables are sound.
    """
    for look in (_unreadable, _misfits, _strangers):
        tables = descriptor()["resources"]
        if problems := [found for entry in tables for found in look(entry)]:
            raise DataError(problems)


def load(name: str) -> pd.DataFrame:
    """One table of the package: whole numbers as integers, all else as text, "" for no value.

    Raises DataError where any table or the descriptor is damaged.
    """
    import pandas as pd

    validate()
    fields = resource(name)["schema"]["fields"]
    header, *rows_ = _table(name)
    integers = [field["name"] for field in fields if field["type"] == "integer"]
    table = pd.DataFrame(rows_, columns=header, dtype="str")
    return table.astype(dict.fromkeys(integers, int))


def rows(name: str) -> int:
    """How many rows one table has below its header."""
    return len(_table(name)) - 1


def records(name: str) -> list[dict[str, str]]:
    """The rows of one table as they stand in its file, by their columns."""
    head, *table = _table(name)
    return [dict(zip(head, row, strict=True)) for row in table]


def _text(file: str) -> str:
    """The text of a file of data/. Raises DataError with the first reason why it can't be read."""

    def refuse(message: str, remedy: str, before: bytes | str | None = None) -> DataError:
        line = b"\n" if isinstance(before, bytes) else "\n"
        row = None if before is None else before.count(line) + 1
        return DataError([problem(file, message, remedy, row)])

    path = DATA / file
    if path.is_symlink() or not path.is_file():
        raise refuse("isn't a file of this folder", "restore the file")
    if path.stat().st_size > BYTES:
        raise refuse(f"is larger than {BYTES:,} bytes", "split the table")
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        reason, before = f"isn't UTF-8 ({error.reason})", raw[: error.start]
        raise refuse(reason, "save the file in UTF-8", before) from error
    if text.startswith("\ufeff"):
        raise refuse("starts with a byte-order mark", "save the file in UTF-8 without one", "")
    before, carriage, _ = text.partition("\r")
    if carriage:
        remedy = "end every line with a line feed alone, as Unix does"
        raise refuse("holds a carriage return", remedy, before)
    if text.count("\n") > ROWS:
        raise refuse(f"has more than {ROWS:,} rows", "split the table")
    if bad := UNPRINTABLE.search(text):
        message = f"holds the character U+{ord(bad[0]):04X}"
        raise refuse(message, "take it out", text[: bad.start()])
    return text


@remembered
def _table(name: str) -> list[list[str]]:
    """The cells of a table by row, its header first. Raises DataError where it isn't safe CSV."""
    file = resource(name)["path"]
    lines = csv.reader(_text(file).splitlines(keepends=True), strict=True)
    table: list[list[str]] = []
    try:
        for row, cells in enumerate(lines, start=1):
            if lines.line_num > row:
                remedy = "close its double quote, and write it on one line"
                raise DataError([problem(file, "a cell goes on over the line's end", remedy, row)])
            table.append(cells)
            for column, cell in zip(table[0], cells, strict=False):
                if len(cell) > CHARACTERS:
                    message = f"holds more than {CHARACTERS:,} characters"
                    raise DataError([problem(file, message, "shorten it", row, column)])
                if FORMULA.match(cell):
                    remedy = "write the value itself; a spreadsheet would run this"
                    raise DataError([problem(file, f"“{cell}” is a formula", remedy, row, column)])
    except csv.Error as error:
        remedy = "close every double quote, and double it inside a cell"
        message = f"isn't CSV ({error})"
        raise DataError([problem(file, message, remedy, len(table) + 1)]) from error
    if len(table) < 2:
        raise DataError([problem(file, "has no rows below its header", "restore the file")])
    return table


def _unreadable(entry: dict[str, Any]) -> list[str]:
    """Why a table's file can't be read as what it is."""
    try:
        _table(entry["name"])
    except DataError as error:
        return error.problems
    return []


def _misfits(entry: dict[str, Any]) -> list[str]:
    """What of a table frictionless finds against its schema: columns, types, constraints, keys.

    It gets the cells and the schema alone, so that it has nothing to detect and nothing to fetch.
    """
    # A fifth of a second to import, so only when it is needed
    from frictionless import Dialect, FrictionlessException, Resource, Schema

    schema = {name: rule for name, rule in entry["schema"].items() if name != "foreignKeys"}
    try:
        with Resource(
            name=entry["name"],
            data=_table(entry["name"]),
            dialect=Dialect(header_rows=[1]),
            schema=Schema.from_descriptor(schema),
        ) as table:
            faults = [error for row in table.row_stream for error in row.errors]
            faults[:0] = table.header.errors
    except FrictionlessException as error:
        return [
            problem(DESCRIPTOR, f"{entry['name']}: {cause.message}", "mend the descriptor")
            for cause in error.reasons or [error.error]
        ]
    columns = {"primary-key": ", ".join(schema["primaryKey"])}
    return [
        problem(
            entry["path"],
            fault.message.rstrip("."),
            REMEDIES.get(fault.type, "hold to the descriptor"),
            getattr(fault, "row_number", None),
            columns.get(fault.type)
            or getattr(fault, "field_name", "")
            or getattr(fault, "label", ""),
        )
        for fault in faults
    ]


def _strangers(entry: dict[str, Any]) -> Iterator[str]:
    """The cells that refer to another table and aren't there."""
    for key in entry["schema"].get("foreignKeys", []):
        columns, target = key["fields"], key["reference"]
        known = set(_columns(target["resource"], target["fields"]))
        for row, cells in enumerate(_columns(entry["name"], columns), start=2):
            if any(cells) and cells not in known:
                message = f"“{', '.join(cells)}” isn't in the table {target['resource']}"
                remedy = "correct the name, or add it to the table that it refers to"
                yield problem(entry["path"], message, remedy, row, ", ".join(columns))


def _columns(name: str, columns: list[str]) -> Iterator[tuple[str, ...]]:
    header, *below = _table(name)
    if strange := [column for column in columns if column not in header]:
        message = f"a foreign key names {name}.{strange[0]}, which isn't there"
        raise DataError([problem(DESCRIPTOR, message, "mend the foreign key")])
    places = [header.index(column) for column in columns]
    return (tuple(cells[place] for place in places) for cells in below)
