"""The document of a page as code of Typst that calls the functions of the design, report.typ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from string import ascii_lowercase
from typing import Any, NamedTuple
from urllib.parse import unquote

from docutils import nodes
from sphinx.builders import Builder
from sphinx.errors import ExtensionError
from sphinx.locale import admonitionlabels
from sphinx.util.docutils import SphinxTranslator

from reportbook.data import datapackage, messages, origins
from reportbook.drawing import without_links
from reportbook.language import CHINESE, COUNTED, MEASURES, NUMERALS, SCALES
from reportbook.print.typst import array, call, drawing, pieces, scale, statements, string, words
from reportbook.tables import Table
from reportbook.translation.words import _, say

# A column whose kinds of cells can be named and counted in so many letters is summed up by them
SUM = 60
# Of more rows a note on paper says how many there are; of rows that were counted, also where their
# phrases have more letters, since their table has them
FEW, LINES = 5, 120


class Block(NamedTuple):
    """A block of a page, as code; `kind` is what decides on which page it may stand.

    "title" begins a section. "prose", "figure", "table" and "notes" are calls that lack an
    argument, which `pages.placed` gives: the figures that are mentioned there, how large one is
    drawn, whether a table goes on overleaf, and what room the page has left for the notes that end
    a chapter.
    A figure has its `number`, the `name` of its label, which is code as well, and the `scale` at
    which it is drawn already.
    """

    code: str
    kind: str = ""
    number: str = ""
    name: str = ""
    scale: float = 1.0


def anchor(page: str, name: str = "") -> str:
    """The label in the whole book of an id of one page; without one, of the page itself."""
    label = page.replace("/", "-")
    return f"{label}--{name}" if name else label


def beside(node: nodes.Node, step: int) -> nodes.Node | None:
    """What stands before a node in the same line (-1), or behind it (1)."""
    line = node.parent.children
    at = next(at for at, child in enumerate(line) if child is node) + step
    return line[at] if 0 <= at < len(line) else None


def measure(node: nodes.Node | None) -> str:
    """What a number counts in that leads to its note, as 项 behind 四 and 年 behind 2020: no line
    may part them, and they are two texts."""
    if not isinstance(node, nodes.inline) or "number" not in node:
        return ""
    behind = beside(node, 1)
    last = node.astext()[-1:]
    unit = MEASURES if last in tuple(NUMERALS) else f"[{SCALES}]*{COUNTED}"
    if not last.isdigit() and last not in tuple(NUMERALS + SCALES):
        return ""
    found = re.match(unit, behind) if isinstance(behind, nodes.Text) else None
    return found[0] if found else ""


def target(node: nodes.Element, page: str) -> str:
    """The label that a reference on a page leads to; none if it leads out of the book."""
    if name := node.get("refid"):
        return anchor(page, name)
    # The builder's own addresses: "#page", and "#page#id"
    address = node.get("refuri", "")
    return anchor(*address[1:].split("#")) if address.startswith("#") else ""


def role(node: nodes.paragraph) -> str:
    """What a paragraph right below its page's title is: "lead", its question or abstract, or
    "original", the heading that the article has; of any other nothing."""
    if not isinstance(node.parent.parent, nodes.document):
        return ""
    if [type(part) for part in node] == [nodes.emphasis]:
        return "lead"
    # In Chinese any paragraph could be: the article's heading stands right above the lead
    after = node.next_node(nodes.paragraph, descend=False, siblings=True, ascend=False)
    below = after is not None and [type(part) for part in after] == [nodes.emphasis]
    return "original" if below and CHINESE.fullmatch(node.astext().replace(" ", "")) else ""


def bold(node: nodes.paragraph) -> bool:
    """Whether a paragraph is bold words alone, which head what follows."""
    return [type(part) for part in node if part.astext().strip()] == [nodes.strong]


class TypstTranslator(SphinxTranslator):
    """Writes a page as code; `labels` are those that anything in the book leads to.

    A node is handled by the method of its class, or else of a class that this one is made from.
    What holds others opens a list of code and closes it again as one value; what is added while
    none is open is a block of the page itself. `cited` gathers, by the label of each source, the
    labels of the blocks that cite it.
    """

    def __init__(
        self,
        tree: nodes.document,
        builder: Builder,
        page: str,
        labels: set[str],
        cited: dict[str, list[str]],
    ) -> None:
        super().__init__(tree, builder)
        self.page, self.labels, self.cited, self.level = page, labels, cited, 0
        self.blocks: list[Block] = []
        self.lists: list[list[str]] = []
        self.columns: Sequence[str] = ()  # of the last table that was summed up
        self.notes: dict[str, str] = {}  # the sources that the block cites: label and number
        # What numbers rest on: said and told, and the labels of the places that say it
        self.chains: dict[tuple[str, str], list[str]] = {}
        self.readings: dict[str, str] = {}  # those that numbers are read by: the letter of each

    def code(self) -> list[Block]:
        """The blocks of the page, once it has been walked; what its numbers rest on ends them."""
        self.document.walkabout(self)
        if self.chains:
            self.blocks.append(Block(self.rests(), "notes"))
        return self.blocks

    def rests(self) -> str:
        """What the numbers of the page rest on: its heading, how they are read, and for each the
        label of its note, those of its places, what is said and told."""
        before, _, after = say(messages.READINGS).strip().partition("{readings}")
        read = []
        for reading, letter in self.readings.items():
            read += [string(say(messages.FURTHER))] if read else []
            read += [call("strong", string(letter)), words(f" {reading}")]
        read = statements([words(before), *read, words(after)])
        items = [
            array([string(self.chain_label(at)), array(map(string, places)), said, told])
            for at, ((said, told), places) in enumerate(self.chains.items())
        ]
        about = [words(say(messages.PRINTED)), *([read] if self.readings else [])]
        return call("chains.with", string(say(messages.HEADING)), array(about), *items)

    def add(self, code: str, kind: str = "") -> None:
        if self.lists:
            self.lists[-1].append(code)
        else:
            self.blocks.append(Block(code, kind))

    def add_block(self, code: str) -> None:
        """Add prose; that of the page itself has notes of its sources in the margin."""
        if self.lists:
            self.add(code)
            return
        notes = []
        for source, number in self.notes.items():
            here = f"{source}--{len(self.cited.setdefault(source, []))}"
            self.cited[source].append(here)
            short = words(self.builder.sources[source])
            notes.append(array([string(number), short, string(source), string(here)]))
        self.notes = {}
        self.add(call("prose.with", code, notes=array(notes)), "prose")

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
        if isinstance(node, nodes.Element):
            # The first of a section is that of its heading; figures and sources keep their own
            for name in self.anchors(node)[isinstance(node, nodes.section) :]:
                if not isinstance(node, nodes.figure | nodes.citation):
                    self.add(call("anchor", string(name)))
        super().dispatch_visit(node)

    def unknown_visit(self, node: nodes.Node) -> None:
        self.refuse(node, type(node).__name__.replace("_", " "))

    def refuse(self, node: nodes.Node, kind: str) -> None:
        """Raise ExtensionError that names what can't be set, and its place."""
        placed: nodes.Node | None = node
        while placed is not None and placed.line is None:
            placed = placed.parent
        file = self.builder.env.doc2path(self.page, False)
        place = f"{file}:{placed.line}" if placed is not None else file
        said = " ".join(node.astext().split())[:60]
        raise ExtensionError(f"{place}: the PDF edition can't set {kind}: {said}".rstrip(": "))

    def through(self, node: nodes.Node) -> None:
        """Nothing of its own: what it holds is set as if it stood alone."""

    def skip(self, node: nodes.Node) -> None:
        raise nodes.SkipNode

    visit_document = visit_glossary = visit_term = through
    depart_document = depart_glossary = depart_term = through
    depart_compound = depart_container = depart_Text = through
    visit_Invisible = visit_meta = skip  # what nobody sees

    # Within a line

    def visit_Text(self, node: nodes.Text) -> None:
        self.lists[-1] += pieces(re.sub("[ \t\n]+", " ", node[len(measure(beside(node, -1))) :]))

    visit_emphasis = visit_strong = visit_literal = visit_superscript = open

    def visit_reference(self, node: nodes.reference) -> None:
        if node.astext() == node.get("refuri"):  # an address, whose Chinese is to be read
            node[:] = [nodes.Text(unquote(node.astext()))]
        self.open(node)

    def visit_inline(self, node: nodes.inline) -> None:
        if "number" in node:
            self.open(node)

    def depart_inline(self, node: nodes.inline) -> None:
        """A number leads to the chapter's notes, and they lead back to it."""
        if "number" not in node:
            return
        number = node["number"]
        noted = self.noted(words(number["said"]), self.told(number), self.close())
        unit = measure(node)
        self.add(call("box", statements([noted, *pieces(unit)])) if unit else noted)

    def told(self, number: dict[str, Any], beside: bool = False) -> str:
        """What a number rests on, how, and under which readings, as one value.

        Of many rows that were counted it isn't said how many where the number stands `beside`.
        """
        rows = beside and counted(number)
        told = rows or rests(number, self.builder.numbers)
        return statements([told, words(self.read_as(number))])

    def noted(self, said: str, told: str, text: str) -> str:
        """A text that leads to the note of what it says, and back. What is alike shares a note."""
        places = self.chains.setdefault((said, told), [])
        label = self.chain_label([*self.chains].index((said, told)))
        places.append(f"{label}-{len(places)}")
        return statements([call("anchor", string(places[-1])), call("to", string(label), text)])

    def headline(self, about: dict[str, Any], whole: str) -> str:
        """The headline of a chart, or of a reading of it, whose numbers lead to their notes.

        One that doesn't know itself leads to the note with the label `whole`, on the figure's rows.
        """
        stored = (origins.stored(number, origins.unpacked) for number in about.get("numbers", []))
        own = {number["said"]: number | {"reading": about.get("reading")} for number in stored}
        text, end, codes = about["headline"], 0, []
        for found in origins.numbers_of(own).finditer(text):
            codes += pieces(text[end : found.start()])
            end, said = found.end(), words(found[0])
            if number := own.get(found[0]):
                codes.append(self.noted(said, self.told(number), said))
            else:
                codes.append(call("to", string(whole), said) if whole else said)
        return statements([*codes, *pieces(text[end:])])

    def of_table(self, shown: Table, label: str) -> tuple[str, dict[tuple[int, int], str]]:
        """The label of a table as code, and by their places its cells that lead to its note.

        The note has what each row rests on, and, where cells of a row differ, each of these.
        """
        cells: dict[int, dict[str, list[int]]] = {}
        for number in shown.led():
            told = cells.setdefault(number["row"], {}).setdefault(
                self.told(number, beside=True), []
            )
            told.append(number["column"])
        if not cells:
            return string(label), {}
        heads: dict[str, list[str]] = {}  # of what is told: whose it is
        files = attachments()
        for row, chains in cells.items():
            for told, columns in chains.items():
                named = [shown.columns[column] for column in columns] if len(chains) > 1 else []
                whose = shown.rows[row][0]
                head = say(messages.BETWEEN).join([files.get(whose, whose), *named])
                heads.setdefault(told, []).append(head)
        codes = [words(say(messages.TOLD).format(told=""))]
        for told, named in heads.items():
            codes += [words(say(messages.FURTHER))] if len(codes) > 1 else []
            codes += [call("row-head", words(say(messages.BETWEEN).join(named))), told]
        if len(heads) == 1:  # what all of them rest on
            codes = [*heads]
        noted = self.noted(string(label), statements(codes), string(label))
        to = string(self.chain_label(len(self.chains) - 1))
        return noted, {
            (row, column): call("to", to, words(shown.rows[row][column]))
            for row, chains in cells.items()
            for columns in chains.values()
            for column in columns
        }

    def read_as(self, number: dict[str, Any]) -> str:
        """The readings of a number by their letters, which the head of the notes explains."""
        named = (origins.reading(name, say) for name in number.get("readings", []))
        told = [*origins.stated(number, say), *named]
        for reading in told:
            self.readings.setdefault(reading, ascii_lowercase[len(self.readings)])
        letters = say(messages.BETWEEN).join(self.readings[reading] for reading in told)
        read = say(messages.READ_AS).format(readings=letters)
        return say(messages.FURTHER) + read if told else ""

    def chain_label(self, at: int) -> str:
        return anchor(self.page, f"chain-{at}")

    def depart_emphasis(self, node: nodes.emphasis) -> None:
        self.add(call("emph", self.close()))

    def depart_strong(self, node: nodes.strong) -> None:
        self.add(call("strong", self.close()))

    def depart_superscript(self, node: nodes.superscript) -> None:
        self.add(call("super", self.close()))

    def depart_literal(self, node: nodes.literal) -> None:
        """A literal, but for the data: on paper, they have titles and no files."""
        said = self.close()
        title = titles().get(node.astext().removeprefix("data/"))
        self.add(call("code", said) if title is None else title)

    def depart_reference(self, node: nodes.reference) -> None:
        """A link; on paper, with the page it leads to, or the address that it doesn't say."""
        text, address, to = self.close(), node.get("refuri", ""), target(node, self.page)
        if to or address:
            text = call("to", string(to), text) if to else call("link", string(address), text)
        self.add(text)
        if isinstance(node.parent, nodes.superscript):
            self.notes[to] = node.astext()
            return  # a number that leads to its source, which the references list by it
        if to and to == anchor(address[1:]):
            self.add(call("page-of", string(to)))
        elif "://" in address and node.astext().split(":", 1)[-1].strip("/") not in unquote(
            address
        ):
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
        label = next(map(string, self.anchors(node.parent)), "none")
        repeated = self.level > 1 and node.astext() in self.builder.repeated
        listed = "false" if repeated else "true"
        self.add(call("titled", str(self.level), label, listed, self.close()), "title")

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        if node.astext().startswith(_("Next: ")):  # on paper it is the next page
            raise nodes.SkipNode
        self.open(node)

    def depart_paragraph(self, node: nodes.paragraph) -> None:
        line = self.close()
        if kind := role(node):
            self.add(call(kind, line))
        elif not self.lists and bold(node):
            self.add(call("rubric", line))
        elif isinstance(node.parent, nodes.list_item | nodes.definition) and len(node.parent) == 1:
            self.add(line)
        else:
            self.add_block(call("par", line))

    def visit_bullet_list(self, node: nodes.Element) -> None:
        kind = "list" if isinstance(node, nodes.bullet_list) else "enum"
        self.add_block(call(kind, *map(self.inside, node)))
        raise nodes.SkipNode

    visit_enumerated_list = visit_bullet_list

    def visit_definition_list(self, node: nodes.definition_list) -> None:
        pairs = [(self.inside(item[:-1]), self.inside(item[-1])) for item in node]
        self.add(call("glossary", *(call("terms.item", *pair) for pair in pairs)))
        raise nodes.SkipNode

    def visit_Admonition(self, node: nodes.Element) -> None:
        own = isinstance(node[0], nodes.title)
        title = self.inside(node[0]) if own else string(f"{admonitionlabels[type(node).__name__]}")
        self.add(call("takeaway", title, self.inside(node[int(own) :])))
        raise nodes.SkipNode

    def visit_citation(self, node: nodes.citation) -> None:
        """The list of sources, each with the places that cite it, at the first of them."""
        first = node.parent.first_child_matching_class(nodes.citation)
        if node is node.parent[first]:
            self.add(call("references", *map(self.source, node.parent.findall(nodes.citation))))
        raise nodes.SkipNode

    def source(self, node: nodes.citation) -> str:
        name = anchor(self.page, node["ids"][0])
        places = array(map(string, self.cited.get(name, [])))
        text = self.inside(chain.from_iterable(node[1:]))
        return array([string(node[0].astext()), string(name), text, places])

    # Cells, cards, charts, tables

    def visit_compound(self, node: nodes.compound) -> None:
        if "toctree-wrapper" in node["classes"]:  # the pages follow anyway
            raise nodes.SkipNode

    def visit_container(self, node: nodes.container) -> None:
        """A cell without its code, key figures side by side, or nothing of its own."""
        if node.get("nb_element") == "cell_code_source":
            raise nodes.SkipNode
        if "figures" in node["classes"]:
            self.add(call("cards", *map(self.card, node)))
            raise nodes.SkipNode

    def card(self, node: nodes.Element) -> str:
        """A key figure and what it means."""
        return array([self.inside(node[0]), self.inside(chain.from_iterable(node[1:]))])

    def visit_figure(self, node: nodes.figure) -> None:
        caption = next((part for part in node if isinstance(part, nodes.caption)), None)
        if caption is None:
            self.refuse(node, "a figure without a caption")
        numbers = self.builder.env.toc_fignumbers[self.page]["figure"][node["ids"][0]]
        label = self.config.numfig_format["figure"] % ".".join(map(str, numbers))
        parts = {"number": string(label), "name": string(anchor(self.page, node["ids"][0]))}
        if charts := [part for part in node.findall(nodes.raw) if "chart" in part]:
            about, whole = charts[0]["chart"]["usermeta"], ""
            if reading := about.get("reading"):
                parts["question"] = words(reading["question"])
            if drawn := origins.unpacked(about.get("rests_on", [])):
                told = self.told({"rests_on": drawn})
                parts["number"] = self.noted(string(label), told, string(label))
                whole = self.chain_label([*self.chains].index((string(label), told)))
            # Its headline is its title, and one is enough
            parts |= self.chart(charts[0]["chart"], whole)
        else:
            parts["headline"] = self.inside(caption)
            parts["plot"] = self.inside(part for part in node if part is not caption)
        drawn = scale("\n".join(picture(charts[0]["chart"]))) if charts else 1.0
        code = call("chart.with", **parts)
        self.blocks.append(Block(code, "figure", label, parts["name"], drawn))
        raise nodes.SkipNode

    def visit_raw(self, node: nodes.raw) -> None:
        if "chart" in node:
            self.add(call("chart", **self.chart(node["chart"])))
        elif "table" in node:
            shown = Table(**node["table"])
            if attached := cell_of(node).get("attached"):
                if unknown := set(attached) - set(attachments()):
                    self.refuse(node, f"a table of {min(unknown)}, which is no file of data/")
                label = string(_("Table {number}").format(number=node["number"]))
                self.add(ledger(shown, label, attached, self.columns == shown.columns))
                self.columns = shown.columns
            else:
                label = _("Table {number}").format(number=node["number"])
                code = table(shown, label, node["shares"], *self.of_table(shown, label))
                self.add(code, "table")
        else:
            self.refuse(node, f"raw {node['format']}")
        raise nodes.SkipNode

    def chart(self, spec: dict[str, Any], whole: str = "") -> dict[str, str]:
        """The words of a chart and its first wide picture, by the names that the design has.

        Of an open phrase the first reading is drawn, and what the others come to is said below it.
        Numbers of headlines lead to their own notes, or to that with the label `whole`.
        """
        about = spec["usermeta"]
        parts = {
            "plot": drawing(without_links("\n".join(picture(spec))), about["description"]),
            "headline": self.headline(about, whole),
        }
        said = ("subtitle", "source", "note")
        parts |= {name: words(about[name]) for name in said if about[name]}
        if others := about.get("others"):
            parts["readings"] = array(
                array([words(state["reading"]["name"]), self.headline(state, whole)])
                for state in [about, *others]
            )
        return parts


def cell_of(node: nodes.Node) -> dict[str, Any]:
    """What the metadata of the cell that an output is of say to this book."""
    while node is not None and "cell_metadata" not in getattr(node, "attributes", {}):
        node = node.parent
    return node["cell_metadata"].get("reportbook", {}) if node else {}


def attachments() -> dict[str, str]:
    """The titles of the data package's files, the descriptor first."""
    package = datapackage.descriptor()
    tables = {entry["path"]: say(entry["title"]) for entry in package["resources"]}
    return {datapackage.DESCRIPTOR: say(package["title"])} | tables


def titles() -> dict[str, str]:
    """What running text on paper says for the folder of the data, and for each of its files."""
    names = {name: call("emph", string(title)) for name, title in attachments().items()}
    return names | {
        "": string(_("the data")),
        datapackage.DESCRIPTOR: string(_("their descriptor")),
    }


def rests(number: dict[str, Any], sources: dict[str, str]) -> str:
    """What a number rests on and how, as one value; `sources` are the numbers of the sources."""
    if origins.printed_alone(number):
        alone = printed(number["rests_on"][0], sources)
        told = [words(say(messages.TOLD).format(told=alone))]
    else:
        told = computed(number, sources)
    if range_ := number.get("range"):
        told.append(words(say(messages.FURTHER) + range_))
    return statements(told)


def counted(number: dict[str, Any]) -> str:
    """Of which table many rows were counted, and among how many, as one value; "" of others."""
    names = number.get("counted", number["rests_on"])
    titles = by_title(number["rests_on"])
    if len(titles) > 1 or not ("counted" in number or origins.counted(number)):
        return ""
    ((title, pool),) = titles.items()
    if max(len(names), pool) <= FEW:
        return ""
    form = messages.AMONG if "counted" in number else messages.ROWS_OF
    told = say(messages.COUNTED).format(rows=say(form).format(table=title, pool=pool))
    return words(say(messages.TOLD).format(told=told))


def computed(number: dict[str, Any], sources: dict[str, str]) -> list[str]:
    if how := origins.expression(number):
        return [string(" = "), signs(how, sources)]
    names = number["rests_on"]
    if "counted" in number:
        ways = [by_title(number["counted"]), by_title(names)]
        if len(ways[1]) == 1 and len(names) > FEW and len(number["counted"]) > FEW:
            ((title, pool),) = ways[1].items()
            many = say(messages.MANY_OF).format(count=ways[0][title], pool=pool, table=title)
            told = say(messages.COUNTED).format(rows=many)
            return [words(say(messages.TOLD).format(told=told))]
        rows = several(number["counted"], sources, tests=False)
        told = say(messages.CHOSEN).format(rows=rows, pool=several(names, sources, few=0))
    else:
        only = origins.counted(number)
        form = messages.COUNTED if only else messages.COMPUTED
        told = say(form).format(rows=several(names, sources, tests=not only))
    return [words(say(messages.TOLD).format(told=told))]


def signs(how: str, sources: dict[str, str]) -> str:
    """An expression, whose rows are told by what they print."""
    said = {
        "row": lambda name: words(printed(name, sources)),
        "count": lambda many: words(origins.count(many, say)),
        "power": lambda power: call("super", signs(power, sources)),
        "signs": words,
    }
    return statements(said[kind](part) for kind, part in origins.pieces(how))


def several(names: list[str], sources: dict[str, str], few: int = FEW, tests: bool = True) -> str:
    """Rows by what they print, or, if these are many words, how many there are, of which tables.

    A relation says what it `tests`, too, if what it comes to was computed and not counted alone.
    """
    if not names:
        return say(messages.NONE)
    told = [printed(name, sources, tests) for name in names]
    if len(names) > few or (not tests and len(say(messages.BETWEEN).join(told)) > LINES):
        many = say(messages.MANY)
        told = [many.format(count=count, table=one) for one, count in by_title(names).items()]
    return say(messages.BETWEEN).join(told)


def by_title(names: list[str]) -> dict[str, int]:
    """How many of these rows are of which table, by its title."""
    counts = origins.by_table(names).items()
    return {f"“{say(datapackage.resource(table)['title'])}”": count for table, count in counts}


def printed(name: str, sources: dict[str, str], tests: bool = True) -> str:
    """A row's phrase, and in brackets its paragraph and sentence, its source, or its figures."""
    cells, table = origins.row(name), origins.table(name)
    if table == "context":
        place = sources.get(cells["source"], "")
    elif table == "relations" and tests:
        tested = several(cells["figures"].split(), sources)
        return say(messages.TESTS).format(relation=say(origins.phrase(name)), figures=tested)
    else:
        cells = origins.row(cells["claim"]) if "claim" in cells else cells
        place = say(messages.SHORT_PLACE).format(**cells) if "sentence" in cells else ""
    phrase = say(origins.phrase(name))
    return _("{phrase} ({place})").format(phrase=phrase, place=place) if place else phrase


def picture(spec: dict[str, Any]) -> list[str]:
    """The lines of a chart's first wide picture."""
    pictures = spec["usermeta"]["pictures"]
    wide = [name for name in pictures if "wide" in name]
    # Where a reader of the website may turn to a linear scale, print has the one shown at first
    return pictures[min(wide, key=lambda name: "as-linear" in name)]


def ledger(shown: Table, label: str, attached: list[str], alike: bool) -> str:
    """What stands for a table whose rows are attached: how many, of what, and in which files.

    Its columns are left out where those of the one before are `alike`.
    """
    files = attachments()
    named = (_("{name}: {title}").format(name=name, title=files[name]) for name in attached)
    count = _("{count}, attached as {files}").format(
        count=f"{len(shown.rows):,}", files=say(messages.FURTHER).join(named)
    )
    facts = [(_("Rows"), count)]
    if not alike:
        facts.append((_("Columns"), say(messages.BETWEEN).join(shown.columns)))
    for head, cells in zip(shown.columns, zip(*shown.rows, strict=True), strict=True):
        kinds = Counter(cell for cell in cells if cell not in ("", "–")).most_common()
        counted = (_("{phrase} ({place})").format(phrase=kind, place=n) for kind, n in kinds)
        said = say(messages.FURTHER).join(counted)
        if 0 < len(said) <= SUM:
            facts.append((head, said))
    return call(
        "ledger",
        caption(shown, label),
        array(array([words(fact), words(said)]) for fact, said in facts),
        words(shown.note) if shown.note else "none",
    )


def caption(shown: Table, label: str) -> str:
    """What stands above a table: its label, which is code, and what it shows."""
    numbered = call("caption-number", statements([label, string(" ")]))
    return statements([numbered, words(shown.caption)])


def table(
    shown: Table, label: str, shares: list[float], leading: str, led: dict[tuple[int, int], str]
) -> str:
    """A table in columns of the given shares, in percent, as a call that lacks if it is `whole`.

    `leading` is its label as code, and `led` the code of cells that lead to its note.
    """
    return call(
        "report-table.with",
        string(label),
        caption(shown, leading),
        array(f"{share:.1f}%" for share in shares),
        array("right" if numeric else "left" for numeric in shown.numeric),
        array(map(words, shown.columns)),
        array(
            led.get((at, place)) or words(cell)
            for at, row in enumerate(shown.rows)
            for place, cell in enumerate(row)
        ),
        words(shown.note) if shown.note else "none",
    )
