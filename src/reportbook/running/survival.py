"""Which findings survive what the article leaves open: `python -m reportbook.running.survival`.

A finding is a `##` heading of a chapter, and it rests on the asserts whose messages quote it. The
chapters are run under each assumption of data/assumptions.csv, one statement after the other,
without what they only show. Where all asserts of a heading hold, the finding *holds*. An assert
compares ends of intervals so that it is certain; where one fails for certain, even with the ends
exchanged, the finding *no longer* holds. Where it fails, and might still be true, or can't be
tried, since a figure is missing or the chapter can't compute with it, that is *open*.

The result is kept in data/survival.csv, since it takes longer than a cell should; a test runs it
again and compares.
"""

from __future__ import annotations

import ast
import copy
import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from reportbook.data import assumptions, datapackage
from reportbook.running import freshness

FILE = datapackage.ROOT / "data" / "survival.csv"
COLUMNS = ["finding", "chapter", "assumption", "outcome"]
HOLDS, FAILS, OPEN = "holds", "no longer", "open"
# Headings that find nothing, and pages that gather or list what chapters find
PLAIN = {"The data", "What this does not show", "What follows"}
LEFT_OUT = {"index", "claims", "context", "survival"}
GAP = " … "  # between the words that one message quotes


def findings(path: Path) -> list[str]:
    """The headings of a chapter that state what it finds."""
    cells = freshness.cells(path)
    told = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    return [head for head in re.findall(r"^## (.+)$", told, re.MULTILINE) if head not in PLAIN]


def statements(path: Path) -> Iterator[ast.stmt]:
    """What a chapter computes and asserts, in its order; not what it says, draws and lists."""
    for cell in freshness.code_cells(path):
        text = "".join(cell["source"])
        if not text.startswith("%%"):
            for node in ast.parse(text).body:
                if not isinstance(node, ast.Expr) and not _draws(node):
                    yield node


def _draws(node: ast.stmt) -> bool:
    """Whether a statement draws a chart, which takes most of a chapter's time."""
    return any(isinstance(part, ast.Attribute) and part.attr == "finish" for part in ast.walk(node))


def outcomes(path: Path) -> dict[str, str]:
    """Each finding of a chapter with what becomes of it under the assumption of this run."""
    space: dict[str, Any] = {}
    tried: dict[str, set[str]] = {head: set() for head in findings(path)}
    for node in statements(path):
        if isinstance(node, ast.Assert):
            for head in _quoted(node).intersection(tried):
                tried[head].add(_tried(node, space))
        else:
            _run(node, space)
    return {head: _outcome(found) for head, found in tried.items()}


def _quoted(guard: ast.Assert) -> set[str]:
    message = guard.msg.value if isinstance(guard.msg, ast.Constant) else ""
    return set(str(message).split(GAP))


class _Exchanged(ast.NodeTransformer):
    """A condition with the low ends of its intervals for the high ones: whether it may be true."""

    ENDS: ClassVar = {"low": "high", "high": "low"}

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        node.attr = self.ENDS.get(node.attr, node.attr)
        return node


def _tried(guard: ast.Assert, space: dict[str, Any]) -> str:
    possible = _Exchanged().visit(copy.deepcopy(guard.test))
    try:
        return HOLDS if _true(guard.test, space) else OPEN if _true(possible, space) else FAILS
    except Exception:  # whatever an assumption takes from under a chapter
        return OPEN


def _true(condition: ast.expr, space: dict[str, Any]) -> bool:
    return bool(eval(compile(ast.Expression(condition), "<assert>", "eval"), space))


def _run(node: ast.stmt, space: dict[str, Any]) -> None:
    """Run a statement; where it fails, what it should have named is named no more."""
    try:
        exec(compile(ast.Module([node], []), "<chapter>", "exec"), space)
    except datapackage.DataError:
        raise
    except Exception:
        for name in ast.walk(node):
            if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store):
                space.pop(name.id, None)


def _outcome(tried: set[str]) -> str:
    return FAILS if FAILS in tried else OPEN if OPEN in tried or not tried else HOLDS


def rows() -> list[dict[str, str]]:
    """Every finding under every assumption, in the order of chapters and of assumptions.

    Raises RuntimeError where a finding doesn't hold though nothing is assumed.
    """
    paths = [path for path in freshness.in_order() if path.stem not in LEFT_OUT]
    for path in paths:
        if broken := [head for head, found in outcomes(path).items() if found != HOLDS]:
            raise RuntimeError(f"{path.name}: not even true as it stands: {broken}")
    found: dict[tuple[str, str], dict[str, str]] = {}
    names = list(datapackage.load("assumptions")["assumption"])
    for name in names:
        with assumptions.assuming(name):
            for path in paths:
                for head, outcome in outcomes(path).items():
                    found.setdefault((head, path.stem), {})[name] = outcome
    return [
        dict(zip(COLUMNS, (*finding, name, told[name]), strict=True))
        for finding, told in found.items()
        for name in names
    ]


def main() -> int:
    """Write data/survival.csv."""
    table = rows()
    with FILE.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    print(f"data/survival.csv: {len(table)} outcomes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
