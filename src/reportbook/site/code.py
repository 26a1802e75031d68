"""The cells of a page by what they compute: where the code of a number or a figure stands."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from pygments.formatters import HtmlFormatter
from pygments.token import Comment, Keyword, Number, Operator, String, Text
from sphinx.application import Sphinx

# What the style sheet has a colour for
COLOURED = (Keyword, Operator.Word, String, Number, Comment)


class Colours(HtmlFormatter):
    """Code whose words have marks where the style sheet has a colour for them, and only there.

    A mark for every word and sign would make code as large as all else of a page.
    """

    def format_unencoded(self, tokensource: Any, outfile: Any) -> None:
        plain = (
            (next((kind for kind in COLOURED if token in kind), Text), text)
            for token, text in tokensource
        )
        super().format_unencoded(plain, outfile)


class Code:
    """The cells of a page by what they compute."""

    def __init__(self, app: Sphinx, page: str, document: nodes.document) -> None:
        path = Path(app.env.doc2path(page))
        self.cells: list[dict[str, Any]] = []
        if path.suffix == ".ipynb":
            self.cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        self.shown = {
            cell["cell_index"]: cell[0][0]
            for cell in document.findall(nodes.container)
            if cell.get("nb_element") == "cell_code" and folded(cell)
        }
        sources = ["".join(cell["source"]) for cell in self.cells]
        self.bound = [bound(source) for source in sources]
        self.used = [used(source) for source in sources]
        self.headings = [
            at
            for at, cell in enumerate(self.cells)
            if cell["cell_type"] == "markdown" and sources[at].startswith("#")
        ]

    def of(self, number: dict[str, Any]) -> str:
        """The id of the code that computed a number; "" where the page doesn't show it."""
        name = re.match(r"\{(\w+)", number["name"])[1]
        before = [at for at in range(number["cell"]) if name in self.bound[at]]
        if not before or before[-1] not in self.shown:
            return ""
        return self.named(before[-1])

    def feeding(self, at: int) -> list[str]:
        """The ids of the cell of a figure, and of those below its heading that feed it."""
        start = max((heading for heading in self.headings if heading < at), default=-1)
        found, wanted = [at], self.used[at]
        for before in range(at - 1, start, -1):
            if before in self.shown and self.bound[before] & wanted:
                found.append(before)
                wanted = wanted | self.used[before]
        return [self.named(cell) for cell in sorted(found) if cell in self.shown]

    def named(self, at: int) -> str:
        source = self.shown[at]
        if not source["ids"]:
            source["ids"] = [f"code-{at}"]
        return source["ids"][0]


def folded(cell: nodes.container) -> bool:
    """Whether a cell shows its code, in a fold."""
    return bool(cell.children) and type(cell[0]).__name__ == "HideCodeCellNode"


def bound(source: str) -> set[str]:
    """The names that a cell computes or changes."""
    tree = parsed(source)
    inner = {
        id(name)
        for node in ast.walk(tree)
        if isinstance(node, ast.comprehension)
        for name in ast.walk(node.target)
    }
    return {name for node in ast.walk(tree) if id(node) not in inner for name in _stored(node)}


def used(source: str) -> set[str]:
    """The names that a cell takes."""
    names = (node for node in ast.walk(parsed(source)) if isinstance(node, ast.Name))
    return {name.id for name in names if isinstance(name.ctx, ast.Load)}


def parsed(source: str) -> ast.Module:
    try:
        return ast.parse(source)
    except SyntaxError:  # a sentence
        return ast.Module([], [])


def _stored(node: ast.AST) -> Iterator[str]:
    if not isinstance(getattr(node, "ctx", None), ast.Store):
        return
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    if isinstance(node, ast.Name):
        yield node.id
