"""The data package: one descriptor, and the tables that hold to it."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import json
import os
import re
from copy import deepcopy
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # half a second to import, so only when a table is loaded
    import pandas as pd

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "data"
DESCRIPTOR = "datapackage.json"

# Beyond these a table is refused unread: a thousand times the claims fit, an accident doesn't.
ROWS, BYTES, CHARACTERS = 250_000, 64_000_000, 10_000  # the last in a cell
SHOWN = 20  # problems told in full; the rest only as a number
# Control and format characters, and the mark that a wrong decoding leaves
UNPRINTABLE = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]"
)

REMEDIES = {
    "scheme-error": "restore the file",
    "source-error": "save the file as CSV, encoded in UTF-8, with its header line",
    "encoding-error": "save the file in UTF-8",
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
    "primary-key": "give every row a key of its own",
    "foreign-key": "correct the name, or add it to the table that it refers to",
    "resource-error": "mend the descriptor",
    "package-error": "mend the descriptor",
    "schema-error": "mend the descriptor",
    "field-error": "mend the descriptor",
}


class DataError(ValueError):
    """Data that don't fit: each problem with its file, row, column and remedy."""

    def __init__(self, problems: list[str]) -> None:
        more = [f"- and {len(problems) - SHOWN:,} more"] if len(problems) > SHOWN else []
        super().__init__("\n".join(["the data can't be used:", *problems[:SHOWN], *more]))


def problem(file: str, message: str, remedy: str, row: int | None = None, column: str = "") -> str:
    """One line that says where a problem is and how to mend it; rows count the header as 1.

    `file` is a file of data/, or a path from the project's folder.
    """
    place = file if "/" in file else f"data/{file}"
    place += f", row {row}" if row else ""
    place += f", column {column}" if column else ""
    return f"- {place}: {message}. Remedy: {remedy}."


@cache
def descriptor() -> dict[str, Any]:
    """The data package's descriptor.

    Raises DataError where it is missing, no JSON object, or describes no tables of this folder.
    """
    try:
        text = (DATA / DESCRIPTOR).read_text(encoding="utf-8")
        package = json.loads(text, parse_constant=_no_number)
    except (OSError, ValueError, RecursionError) as error:
        raise DataError([problem(DESCRIPTOR, str(error), "restore the descriptor")]) from error
    if not isinstance(package, dict):
        raise DataError([problem(DESCRIPTOR, "isn't a JSON object", "restore the descriptor")])
    if fault := _fault(package.get("resources")):
        raise DataError([problem(DESCRIPTOR, fault, "mend the descriptor")])
    return package


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is no number of JSON")


def _fault(tables: Any) -> str | None:
    """What the rest of the package relies on and a Data Package needn't have."""
    if not isinstance(tables, list) or not all(isinstance(entry, dict) for entry in tables):
        return "its resources aren't a list of tables"
    for entry in tables:
        path, schema = entry.get("path"), entry.get("schema")
        if not isinstance(path, str) or Path(path).name != path:
            return f"the path {path} isn't the plain name of a file in data/"
        if not isinstance(schema, dict) or not {"fields", "primaryKey"} <= schema.keys():
            return f"the schema of {path} isn't given here, with fields and primaryKey"
    return None


def resource(name: str) -> dict[str, Any]:
    """The descriptor of one table. Raises DataError for a table that it doesn't hold."""
    tables = {entry.get("name"): entry for entry in descriptor().get("resources", [])}
    if name not in tables:
        raise DataError([problem(DESCRIPTOR, f"describes no table {name}", "restore its entry")])
    return tables[name]


@cache
def validate() -> None:
    """Hold every table against the descriptor (Data Package 2, Table Schema).

    Files are UTF-8 without a byte-order mark, with a line feed alone at the end of a line.
    Raises DataError with all problems at once; what a table says is looked at only when its
    file can be read, what refers to it only when the tables themselves are sound.

    Data once found sound are not held against it again, in this process or another, until a
    byte of them or of the rules changes: their hash is kept in the build folder.
    """
    known = DATA.parent / "_build" / ".sound"
    state = ""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        state = _state()
        if known.read_text(encoding="utf-8") == state:
            return
    _validate()
    with contextlib.suppress(OSError):  # it is only quicker with it
        known.parent.mkdir(exist_ok=True)
        partial = known.with_name(f"{known.name}-{os.getpid()}.part")
        partial.write_text(state, encoding="utf-8")
        partial.replace(known)


def _state() -> str:
    """A hash of all that the verdict of `validate` depends on."""
    digest = hashlib.sha256(version("frictionless").encode() + Path(__file__).read_bytes())
    for path in sorted(DATA.iterdir()):
        plain = path.is_file() and not path.is_symlink() and path.stat().st_size <= BYTES
        told = path.read_bytes() if plain else b""
        digest.update(f"\0{path.name}\0{plain}\0{len(told)}\0".encode() + told)
    return digest.hexdigest()


def _validate() -> None:
    tables = deepcopy(descriptor())
    if problems := [found for entry in tables["resources"] if (found := _unreadable(entry))]:
        raise DataError(problems)
    for entry in tables.get("resources", []):
        entry.get("schema", {}).pop("foreignKeys", None)
    for package in (tables, descriptor()):
        if problems := _problems(package):
            raise DataError(problems)


def load(name: str) -> pd.DataFrame:
    """One table of the package: whole numbers as integers, all else as text, "" for no value.

    Raises DataError where any table or the descriptor is damaged.
    """
    import pandas as pd

    validate()
    entry = resource(name)
    integers = [field["name"] for field in entry["schema"]["fields"] if field["type"] == "integer"]
    table = pd.read_csv(DATA / entry["path"], dtype=str, keep_default_na=False)
    return table.astype(dict.fromkeys(integers, int))


def rows(name: str) -> int:
    """How many rows one table of sound data has."""
    with (DATA / resource(name)["path"]).open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def _unreadable(entry: dict[str, Any]) -> str | None:
    """The first reason why a table's file can't be read as what it is, if there is one."""
    file = entry["path"]
    path = DATA / file
    if path.is_symlink() or not path.is_file():
        return problem(file, "isn't a file of this folder", "restore the file")
    if path.stat().st_size > BYTES:
        return problem(file, f"is larger than {BYTES:,} bytes", "split the table")
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        return problem(file, f"isn't UTF-8 ({error.reason})", "save the file in UTF-8", row)
    if text.startswith("\ufeff"):
        remedy = "save the file in UTF-8 without one"
        return problem(file, "starts with a byte-order mark", remedy, 1)
    if "\r" in text:
        row = text.count("\n", 0, text.index("\r")) + 1
        remedy = "end every line with a line feed alone, as Unix does"
        return problem(file, "holds a carriage return", remedy, row)
    if text.count("\n") > ROWS:
        return problem(file, f"has more than {ROWS:,} rows", "split the table")
    if bad := UNPRINTABLE.search(text):
        row = text.count("\n", 0, bad.start()) + 1
        return problem(file, f"holds the character U+{ord(bad[0]):04X}", "take it out", row)
    return _unparsable(file, text)


def _unparsable(file: str, text: str) -> str | None:
    lines = csv.reader(text.splitlines(keepends=True), strict=True)
    header, row = [], 0
    try:
        for row, cells in enumerate(lines, start=1):
            if lines.line_num > row:
                remedy = "close its double quote, and write it on one line"
                return problem(file, "a cell goes on over the line's end", remedy, row)
            header = header or cells
            for column, cell in zip(header, cells, strict=False):
                if cell.startswith("="):
                    remedy = "write the value itself; a spreadsheet would run this"
                    return problem(file, f"“{cell}” is a formula", remedy, row, column)
                if len(cell) > CHARACTERS:
                    message = f"the cell holds more than {CHARACTERS:,} characters"
                    return problem(file, message, "shorten it", row, column)
    except csv.Error as error:
        remedy = "close every double quote, and double it inside a cell"
        return problem(file, f"isn't CSV ({error})", remedy, row + 1)
    return None if row > 1 else problem(file, "has no rows below its header", "restore the file")


def _problems(package: dict[str, Any]) -> list[str]:
    # Half a second to import, so only when it is needed
    from frictionless import FrictionlessException, Package

    try:
        read = Package.from_descriptor(package, basepath=str(DATA))
        try:
            report = read.validate()
        finally:
            # A table that refers to another one leaves it open
            for table in read.resources:
                table.close()
    except FrictionlessException as error:
        return [_described(cause, DESCRIPTOR) for cause in error.reasons or [error.error]]
    except re.error as error:
        message = f"“{error.pattern}” is no pattern ({error.msg})"
        return [problem(DESCRIPTOR, message, "mend the descriptor")]
    return [_described(error, DESCRIPTOR) for error in report.errors] + [
        _described(error, Path(task.place).name) for task in report.tasks for error in task.errors
    ]


def _described(error: Any, file: str) -> str:
    columns = getattr(error, "field_names", None) or [
        getattr(error, "field_name", None) or getattr(error, "label", None) or ""
    ]
    if error.type == "primary-key":
        columns = resource(Path(file).stem)["schema"]["primaryKey"]
    if error.type == "foreign-key":
        columns = error.field_names
    return problem(
        file,
        error.message.rstrip("."),
        REMEDIES.get(error.type, "hold to the descriptor"),
        getattr(error, "row_number", None),
        ", ".join(columns),
    )


def allowed(table: str, column: str) -> list[str]:
    """The values that the descriptor allows in a column, in its order.

    Raises DataError where the table or the column lists none.
    """
    for field in resource(table)["schema"]["fields"]:
        if field["name"] == column and "enum" in field.get("constraints", {}):
            return field["constraints"]["enum"]
    raise DataError([problem(DESCRIPTOR, f"lists no values for {table}.{column}", "add an enum")])
