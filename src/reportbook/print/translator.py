"""The document of a page as code of Typst that calls the functions of the design, report.typ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Any

from docutils import nodes
from sphinx.builders import Builder
from sphinx.errors import ExtensionError
from sphinx.locale import admonitionlabels
from sphinx.util.docutils import SphinxTranslator

from reportbook.language import CHINESE
from reportbook.print.typst import array, call, drawing, statements, string, words
from reportbook.tables import Table

# Tables of so many rows are never broken
SHORT = 9


def anchor(page: str, name: str = "") -> str:
    """The label in the whole book of an id of one page; without one, of the page itself."""
    label = page.replace("/", "-")
    return f"{label}--{name}" if name else label


def target(node: nodes.Element, page: str) -> str:
    """The label that a reference on a page leads to; none if it leads out of the book."""
    if name := node.get("refid"):
        return anchor(page, name)
    # The builder's own addresses: "#page", and "#page#id"
    address = node.get("refuri", "")
    return anchor(*address[1:].split("#")) if address.startswith("#") else ""


def is_lead(node: nodes.Node) -> bool:
    """Whether a paragraph is the question or the abstract of its page."""
    return on_top(node) and [type(part) for part in node] == [nodes.emphasis]


def is_original(node: nodes.Node) -> bool:
    """Whether a paragraph is the heading that the article has in Chinese."""
    return on_top(node) and bool(CHINESE.fullmatch(node.astext().replace(" ", "")))


def on_top(node: nodes.Node) -> bool:
    """Whether a node is a paragraph below the title of its page, and below no other."""
    return isinstance(node, nodes.paragraph) and isinstance(node.parent.parent, nodes.document)


class TypstTranslator(SphinxTranslator):
    """Writes a page as code; `labels` are those that anything in the book leads to.

    A node is handled by the method of its class, or else of a class that this one is made from.
    What holds others opens a list of code and closes it again as one value; a block with no list
    open but the first is one of the page itself, and stands in its column.
    """

    def __init__(self, tree: nodes.document, builder: Builder, page: str, labels: set[str]) -> None:
        super().__init__(tree, builder)
        self.page, self.labels, self.level = page, labels, 0
        self.lists: list[list[str]] = [[]]

    def code(self) -> list[str]:
        """The blocks of the page, once it has been walked."""
        self.document.walkabout(self)
        return self.lists[0]

    def add(self, code: str) -> None:
        self.lists[-1].append(code)

    def add_block(self, code: str) -> None:
        self.add(call("prose", code) if len(self.lists) == 1 else code)

    def open(self, node: nodes.Node) -> None:
        self.lists.append([])

    def close(self) -> str:
        return statements(self.lists.pop())

    def inside(self, parts: Iterable[nodes.Node]) -> str:
        """What some nodes hold, as one value."""
        self.lists.append([])
        for part in parts:
            part.walkabout(self)
        return self.close()

    def anchors(self, node: nodes.Element) -> list[str]:
        """The labels of a node that something leads to."""
        names = [anchor(self.page, name) for name in node["ids"]]
        return [name for name in names if name in self.labels]

    def dispatch_visit(self, node: nodes.Node) -> None:
        # A link to a section leads to its heading
        if isinstance(node, nodes.Element) and not isinstance(node, nodes.section):
            for name in self.anchors(node):
                self.add(call("anchor", string(name)))
        super().dispatch_visit(node)

    def unknown_visit(self, node: nodes.Node) -> None:
        self.refuse(node, type(node).__name__)

    def refuse(self, node: nodes.Node, kind: str) -> None:
        above: nodes.Node | None = node
        while above is not None and not above.line:
            above = above.parent
        file = self.builder.env.doc2path(self.page, False)
        place = f"{file}:{above.line}" if above is not None else file
        words = " ".join(node.astext().split())[:60]
        raise ExtensionError(f"{place}: the PDF edition can't set {kind}: {words}".rstrip(": "))

    def visit_through(self, node: nodes.Node) -> None:
        """Nothing of its own: what it holds is set as if it stood alone."""

    for kind in ("document", "compound", "inline", "glossary", "term", "legend", "line_block"):
        vars()[f"visit_{kind}"] = vars()[f"depart_{kind}"] = visit_through
    depart_container = depart_Text = visit_through

    def skip(self, node: nodes.Node) -> None:
        raise nodes.SkipNode

    # What nobody sees, and the short name of a source, by which nothing in print refers to it
    visit_Invisible = visit_label = visit_toctree = skip

    # Within a line

    def visit_Text(self, node: nodes.Text) -> None:
        self.add(words(re.sub("[ \t\n]+", " ", node)))

    visit_emphasis = visit_strong = visit_literal = visit_reference = open

    def depart_emphasis(self, node: nodes.emphasis) -> None:
        self.add(call("emph", self.close()))

    def depart_strong(self, node: nodes.strong) -> None:
        self.add(call("strong", self.close()))

    def depart_literal(self, node: nodes.literal) -> None:
        self.add(call("code", self.close()))

    def depart_reference(self, node: nodes.reference) -> None:
        """A link; on paper, with the page it leads to, or the address that it doesn't say."""
        text, address, to = self.close(), node.get("refuri", ""), target(node, self.page)
        self.add(call("link", f"label({string(to)})" if to else string(address), text))
        if to and to == anchor(address[1:]):
            self.add(call("page-of", string(to)))
        elif "://" in address and node.astext().split(":", 1)[-1].strip("/") not in address:
            self.add(string(f" ({address})"))

    # Blocks of prose

    def visit_section(self, node: nodes.section) -> None:
        self.level += 1

    def depart_section(self, node: nodes.section) -> None:
        self.level -= 1

    def visit_title(self, node: nodes.title) -> None:
        if self.level == 1 and isinstance(node[-1], nodes.Text) and node.astext().count(" ") > 1:
            # No word alone on a title's last line
            node[-1] = nodes.Text("\N{NO-BREAK SPACE}".join(node[-1].rsplit(" ", 1)))
        self.open(node)

    def depart_title(self, node: nodes.title) -> None:
        name, *others = self.anchors(node.parent) or [""]
        for other in others:
            self.lists[-1].append(call("anchor", string(other)))
        label = string(name) if name else "none"
        self.add(call("titled", str(self.level), label, self.close()))

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        if node.astext().startswith("Next: "):  # on paper it is the next page
            raise nodes.SkipNode
        self.open(node)

    def depart_paragraph(self, node: nodes.paragraph) -> None:
        line = self.close()
        if is_lead(node) or is_original(node):
            self.add(call("lead" if is_lead(node) else "original", line))
        elif isinstance(node.parent, nodes.list_item | nodes.definition) and len(node.parent) == 1:
            self.add(line)
        else:
            self.add_block(call("par", line))

    def visit_bullet_list(self, node: nodes.Element) -> None:
        kind = "list" if isinstance(node, nodes.bullet_list) else "enum"
        self.add_block(call(kind, *(self.inside(item.children) for item in node)))
        raise nodes.SkipNode

    visit_enumerated_list = visit_bullet_list

    def visit_definition_list(self, node: nodes.definition_list) -> None:
        pairs = [
            (self.inside(item[:-1]), self.inside(item[-1].children)) for item in node.children
        ]
        self.add(call("glossary", *(call("terms.item", *pair) for pair in pairs)))
        raise nodes.SkipNode

    def visit_Admonition(self, node: nodes.Element) -> None:
        kind = type(node).__name__
        title = words(admonitionlabels[kind]) if kind in admonitionlabels else ""
        if not title:
            title = self.inside(node[0].children)
        held = node.children if kind in admonitionlabels else node.children[1:]
        if self.lists[-1] and self.lists[-1][-1].startswith("prose("):
            # No takeaway alone on a page
            self.lists[-1][-1] = call("kept", self.lists[-1][-1])
        self.add(call("takeaway", title, self.inside(held)))
        raise nodes.SkipNode

    def visit_citation(self, node: nodes.citation) -> None:
        for part in node[1:]:
            self.add(call("reference", self.inside(part.children)))
        raise nodes.SkipNode

    # Cells, cards, charts, tables

    def visit_container(self, node: nodes.container) -> None:
        """A cell without its code, key figures side by side, or nothing of its own."""
        if node.get("nb_element") == "cell_code_source":
            raise nodes.SkipNode
        if "figures" in node["classes"]:
            self.add(call("cards", *map(self.card, node)))
            raise nodes.SkipNode

    def card(self, node: nodes.Element) -> str:
        """A key figure and what it means."""
        meaning = chain.from_iterable(part.children for part in node[1:])
        return array([self.inside(node[0].children), self.inside(meaning)])

    def visit_figure(self, node: nodes.figure) -> None:
        numbers = self.builder.env.toc_fignumbers[self.page]["figure"][node["ids"][0]]
        label = self.config.numfig_format["figure"] % ".".join(map(str, numbers))
        caption = next(part for part in node if isinstance(part, nodes.caption))
        number = call("caption-number", string(f"{label} "))
        parts = {"caption": statements([number, self.inside(caption.children)])}
        if charts := [part for part in node.findall(nodes.raw) if "chart" in part]:
            parts |= chart(charts[0]["chart"])
        else:
            parts["plot"] = self.inside(part for part in node if part is not caption)
        self.add(call("chart", **parts))
        raise nodes.SkipNode

    def visit_raw(self, node: nodes.raw) -> None:
        if "chart" in node:
            self.add(call("chart", **chart(node["chart"])))
        elif "table" in node:
            self.add(table(Table(**node["table"]), node["number"], node["shares"]))
        else:
            self.refuse(node, f"raw {node['format']}")
        raise nodes.SkipNode


def chart(spec: dict[str, Any]) -> dict[str, str]:
    """The words of a chart and its first wide picture, by the names that the design has."""
    about = spec["usermeta"]
    wide = [name for name in about["pictures"] if "wide" in name]
    # Where a reader of the website may turn to a linear scale, print has the one shown at first
    picture = about["pictures"][min(wide, key=lambda name: "as-linear" in name)]
    said = ("headline", "subtitle", "source", "note")
    return {
        "plot": drawing("\n".join(picture), about["description"]),
        **{name: words(about[name]) for name in said if about[name]},
    }


def table(table: Table, number: int, shares: list[float]) -> str:
    """A table in columns of the given shares, in percent."""
    caption = [call("caption-number", string(f"Table {number} ")), words(table.caption)]
    return call(
        "report-table",
        statements(caption),
        array(f"{share:.1f}%" for share in shares),
        array("right" if numeric else "left" for numeric in table.numeric),
        array(map(words, table.columns)),
        array(words(cell) for row in table.rows for cell in row),
        words(table.note) if table.note else "none",
        "true" if len(table.rows) <= SHORT else "false",
    )
