"""The data package: one descriptor, and the tables that hold to it."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
DESCRIPTOR = "datapackage.json"

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
        super().__init__("\n".join(["the data can't be used:", *problems]))


def problem(file: str, message: str, remedy: str, row: int | None = None, column: str = "") -> str:
    """One line that says where a problem is and how to mend it; rows count the header as 1."""
    place = f"data/{file}"
    place += f", row {row}" if row else ""
    place += f", column {column}" if column else ""
    return f"- {place}: {message}. Remedy: {remedy}."


@cache
def descriptor() -> dict[str, Any]:
    """The data package's descriptor. Raises DataError where it is missing or no JSON object."""
    try:
        package = json.loads((DATA / DESCRIPTOR).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError([problem(DESCRIPTOR, str(error), "restore the descriptor")]) from error
    if not isinstance(package, dict):
        raise DataError([problem(DESCRIPTOR, "isn't a JSON object", "restore the descriptor")])
    return package


def resource(name: str) -> dict[str, Any]:
    """The descriptor of one table. Raises DataError for a table that it doesn't hold."""
    tables = {entry.get("name"): entry for entry in descriptor().get("resources", [])}
    if name not in tables:
        raise DataError([problem(DESCRIPTOR, f"describes no table {name}", "restore its entry")])
    return tables[name]


@cache
def validate() -> None:
    """Hold every table against the descriptor (Data Package 2, Table Schema).

    Raises DataError with all problems at once; what refers to a damaged table is looked
    at only when the tables themselves are sound.
    """
    tables = deepcopy(descriptor())
    for entry in tables.get("resources", []):
        entry.get("schema", {}).pop("foreignKeys", None)
    for package in (tables, descriptor()):
        if problems := _problems(package):
            raise DataError(problems)


def load(name: str) -> pd.DataFrame:
    """One table of the package: whole numbers as integers, all else as text, "" for no value.

    Raises DataError where any table or the descriptor is damaged.
    """
    validate()
    entry = resource(name)
    integers = [field["name"] for field in entry["schema"]["fields"] if field["type"] == "integer"]
    table = pd.read_csv(DATA / entry["path"], dtype=str, keep_default_na=False)
    return table.astype(dict.fromkeys(integers, int))


def _problems(package: dict[str, Any]) -> list[str]:
    # Half a second to import, so only when it is needed
    from frictionless import FrictionlessException, Package

    try:
        report = Package.from_descriptor(package, basepath=str(DATA)).validate()
    except FrictionlessException as error:
        return [_described(cause, DESCRIPTOR) for cause in error.reasons or [error.error]]
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
