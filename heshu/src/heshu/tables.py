"""CSV tables: one reader for claims files and for the vocabulary."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence


class TableError(ValueError):
    """A table that can't be used: where, why and how to mend it, in one line."""

    def __init__(self, message: str, remedy: str, row: int, column: str = "") -> None:
        place = f"row {row}" + (f", column {column}" if column else "")
        super().__init__(f"{place}: {message}. Remedy: {remedy}.")


def rows(table: str, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV text, each with its number; the header, which is row 1, has the columns.

    The header may have other columns too. Raises TableError where the text is no such table.
    """
    lines = csv.reader(io.StringIO(table, newline=""), strict=True)
    head: list[str] = []
    number = 0
    try:
        head = next(lines, [])
        number = 1
        if missing := [name for name in columns if name not in head]:
            raise TableError(f"has no column {', '.join(missing)}", "restore it", 1, missing[0])
        for number, cells in enumerate(lines, start=2):
            if len(cells) < len(head):
                remedy = "restore what is cut off"
                raise TableError("the row ends before it", remedy, number, head[len(cells)])
            if len(cells) > len(head):
                remedy = "put a cell that holds a comma in double quotes"
                raise TableError("the row goes on after it", remedy, number, head[-1])
            yield number, dict(zip(head, cells, strict=True))
    except csv.Error as error:
        number += 1  # the error came while the next row was read
        remedy = "close the quotation marks, and restore what is cut off"
        column = _unclosed(table, number)
        raise TableError(f"isn't CSV ({error})", remedy, number, column) from error


def _unclosed(table: str, number: int) -> str:
    """The column in which the last row opens a quotation mark that nothing closes."""
    try:
        lines = list(csv.reader(io.StringIO(table, newline="")))
    except csv.Error:
        return ""
    head, last = lines[0], lines[-1]
    return head[len(last) - 1] if len(lines) == number and len(last) <= len(head) else ""
