"""What each number of a page rests on: a list at its end, which the numbers lead to.

An entry says what a number can be, how it was computed, under which readings, and from which
printed figures, each with its place in the article or its source, its row and the code. Numbers
that came about alike share an entry, and a printed figure has one of its own. The script notes.js
shows an entry where the number stands; without it the list is read like notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import count
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from reportbook.data import messages, origins
from reportbook.language import CHINESE, marked
from reportbook.running import freshness
from reportbook.site import notes
from reportbook.site.code import Code
from reportbook.translation.words import say

# The pages that show every row of a table, each with its id
SHOWN = {
    "claims": "chapters/claims",
    "context": "chapters/context",
    "relations": "chapters/audit",
}

LISTS = "data/rows"  # the page of the rows of which entries say no more than how many there are
FEW = 4  # of more rows that a figure shows, or without more than a phrase, it is said how many


class Chains:
    """The entries of a page, in the order of the numbers that lead to them."""

    def __init__(self, app: Sphinx, page: str, sources: notes.Notes, code: Code) -> None:
        self.app, self.page, self.sources, self.code = app, page, sources, code
        self.ids = count(1)
        self.entries: dict[str, str] = {}  # what an entry says: its id
        self.told_of: dict[str, str] = {}  # what is told of a sentence's number: the entry
        self.lines: list[str] = []
        self.rows: dict[str, str] = {}  # the name of a row: the id of its entry
        self.own: dict[str, tuple[str, str]] = {}  # of a row that the text says: range and code

    def entry(self, number: dict[str, Any]) -> str:
        """The id of a number's entry: that of a row, for a number as it is printed there."""
        range_, code = number.get("range", ""), self.code.of(number)
        if origins.printed_alone(number):
            row = self.row(number["rests_on"][0])
            before = self.own.setdefault(row, ("", ""))
            if range_ in (before[0], "") or not before[0]:
                self.own[row] = before[0] or range_, before[1] or code
                return row
        told = self.told(number)
        whole = told + linked_code(code)
        entry = self.listed(range_ or number["said"], whole, range_ + whole)
        self.told_of.setdefault(told, entry)
        return entry

    def listed(self, said: str, told: str, alike: str) -> str:
        """The id of an entry; what is `alike` shares one, however it is said."""
        if alike not in self.entries:
            self.entries[alike] = self.new_id()
            self.lines.append(f"<li id={self.entries[alike]}><b>{marked(said)}</b>{told}")
        return self.entries[alike]

    def new_id(self) -> str:
        """An id as no heading has it, by which the style sheet and the script know numbers."""
        return f".{next(self.ids)}"

    def told(self, number: dict[str, Any], most: int = origins.LISTED) -> str:
        """How a number was computed, from which rows, and under which readings."""
        if how := origins.expression(number):
            told = say(messages.EQUALS).format(expression=self.signs(how))
        elif "counted" in number:
            pool = number["counted"]
            names = [name for name in number["rests_on"] if name not in pool]
            rows, others = self.several(pool), self.several(number["rests_on"])
            told = say(messages.CHOSEN).format(rows=rows, pool=others if names else rows)
            told = say(messages.TOLD).format(told=told)
        else:
            form = messages.COUNTED if origins.counted(number) else messages.COMPUTED
            told = say(form).format(rows=self.several(number["rests_on"], most))
            told = say(messages.TOLD).format(told=told)
        further = map(marked, origins.assumed(number, say))
        return say(messages.FURTHER).join([told, *further])

    def signs(self, how: str) -> str:
        """An expression, whose rows lead to their entries."""
        said = {
            "row": self.named,
            "count": lambda words: origins.count(words, say),
            "power": lambda power: f"<sup>{self.signs(power)}</sup>",
            "signs": escape,
        }
        return "".join(said[kind](part) for kind, part in origins.pieces(how))

    def several(self, names: list[str], most: int = origins.LISTED) -> str:
        """Rows by their phrases, or how many there are, and of which tables."""
        if not names:
            return say(messages.NONE)
        if len(names) > (most if any(map(has_entry, names)) else FEW):
            # One address for all lists of a page: it has many, and each address takes its bytes
            many, listed = say(messages.MANY), f"{self.address(LISTS)}#{chapter(self.page)}"
            told = (
                many.format(count=len(rows), table=linked(listed, f"{one}.csv"))
                for one, rows in parts(names).items()
            )
            return say(messages.BETWEEN).join(told)
        told = say(messages.BETWEEN).join(map(self.named, names))
        plain = [] if any(map(has_entry, names)) else [*origins.by_table(names)]
        tables = [linked(self.home(one), f"{one}.csv") for one in plain]
        return say(messages.OF_TABLE).format(rows=told, table=tables[0]) if tables else told

    def named(self, name: str) -> str:
        """A row as part of a sentence: its phrase, which leads to its entry if it has one."""
        if not has_entry(name):
            return marked(say(origins.phrase(name)))
        return linked(f"#{self.row(name)}", say(origins.phrase(name)))

    def of_row(self, name: str) -> tuple[str, str]:
        """The entry of a row, for the numbers of a table; where the row itself is shown, its id."""
        if SHOWN.get(origins.table(name)) == self.page:
            return "", str(origins.place(name))
        return self.row(name), ""

    def of_cell(self, said: str, number: dict[str, Any], code: list[str]) -> str:
        """The entry of a number of a table: that of a row, for what is printed there."""
        if origins.printed_alone(number):
            return self.row(number["rests_on"][0])
        told = self.told(number) + linked_code(code[-1] if code else "")
        said = number.get("range", said)
        return self.listed(said, told, said + told)

    def of_headline(self, number: dict[str, Any], code: list[str]) -> str:
        """The entry of a number of a headline: that of a sentence's that came about alike."""
        told = self.told(number)
        return self.told_of.get(told) or self.of_cell(number["said"], number, code)

    def of_figure(self, number: str, names: list[str], code: list[str]) -> str:
        """The entry of the numbers in the words around a figure: the rows that it shows."""
        told = self.told({"rests_on": names}, FEW)
        told += linked_code(code[-1] if code else "")
        return self.listed(number, told, number)

    def row(self, name: str) -> str:
        if name not in self.rows:
            self.rows[name] = self.new_id()
        return self.rows[name]

    def html(self) -> str:
        """The list; nothing for a page without numbers."""
        if not self.rows and not self.lines:
            return ""
        rows: list[str] = []
        while len(rows) < len(self.rows):  # a row may name others
            name, entry = list(self.rows.items())[len(rows)]
            range_, code = self.own.get(entry, ("", ""))
            own = added(say(messages.RANGE).format(range=escape(range_))) if range_ else ""
            rows.append(f"<li id={entry}>{self.about(name)}{own}{linked_code(code)}")
        return (
            f'<details class="chains"><summary>{say(messages.HEADING)}</summary>\n'
            f"<ul>\n{chr(10).join([*self.lines, *rows])}\n</ul></details>"
        )

    # A row of data/

    def about(self, name: str) -> str:
        """A row's phrase, which leads to the row, what it is, where it stands, how it is read."""
        cells, table = origins.row(name), origins.table(name)
        phrase = linked(self.home(table, name), say(origins.phrase(name)))
        if table == "relations":
            tested = say(messages.BETWEEN).join(map(self.named, cells["figures"].split()))
            return say(messages.TESTS).format(relation=phrase, figures=tested)
        if table == "context":
            what = say(cells["place"]) + added(say(cells["measure"])) + self.coverage(cells)
            place = self.source(cells["source"])
        elif table == "claims" or "claim" in cells:
            cells = origins.row(name := cells.get("claim", name))
            what = say(cells["subject_en"])
            place = say(messages.PLACE).format(**cells)
        else:
            return phrase
        readings = (marked(origins.reading(one, say)) for one in origins.readings(name))
        places = say(messages.FURTHER).join(filter(None, [place, *readings]))
        return say(messages.ABOUT).format(phrase=phrase, what=marked(what), place=places)

    def coverage(self, cells: dict[str, str]) -> str:
        """What an outside figure covers, if that tells it from another figure of the page."""
        alike = (origins.row(name) for name in self.rows if origins.table(name) == "context")
        covers = {
            other["coverage"]
            for other in alike
            if all(other[it] == cells[it] for it in ("place", "measure"))
        }
        return added(say(cells["coverage"])) if len(covers) > 1 else ""

    def source(self, key: str) -> str:
        """Who printed an outside figure and when, leading to the page's note or the list of all."""
        if number := self.sources.numbers.get(key):
            return linked(f"#s{number}", say(messages.SOURCE).format(number=number))
        for name, citation in self.sources.known.items():
            if citation.key == key:
                address = f"{self.address(citation.bibliography_key.docname)}#{name}"
                return linked(address, notes.short(citation.entry))
        return ""

    def home(self, table: str, name: str = "") -> str:
        return home(self.app, self.page, table, name)

    def address(self, page: str) -> str:
        return self.app.builder.get_relative_uri(self.page, page)


def home(app: Sphinx, page: str, table: str, name: str = "") -> str:
    """The address of a row where its table is shown whole, or of the table, seen from a page."""
    if name and SHOWN.get(table) in app.env.found_docs:
        place, shown = f"{origins.place(name)}", SHOWN[table]
    else:
        place, shown = table.replace("_", "-"), "data/index"
    return f"{app.builder.get_relative_uri(page, shown)}#{place}"


def lists(path: Path) -> list[list[str]]:
    """The rows of one table that a chapter's entries may tell the number of, list by list."""
    found = []
    for cell in freshness.code_cells(path):
        for names in named_together([output.get("data", {}) for output in cell["outputs"]]):
            found += parts(names).values() if len(names) > FEW else []
    return [rows for place, rows in enumerate(found) if rows not in found[:place]]


def chapter(page: str) -> str:
    """The id of a chapter's lists on their page."""
    return page.rpartition("/")[2]


def listed(app: Sphinx) -> Iterator[dict[str, Any]]:
    """For the page of the lists: of each chapter its `id`, `title`, and `lists` as `list_told`."""
    for path in freshness.chapters():
        page = path.relative_to(app.srcdir).with_suffix("").as_posix()
        if page in app.env.titles and (found := lists(path)):
            told = [list_told(app, names) for names in found]
            yield {"id": chapter(page), "title": app.env.titles[page].astext(), "lists": told}


def list_told(app: Sphinx, names: list[str]) -> dict[str, str]:
    """The `title` of a list, and its `rows` as items of HTML, each with its place in the table."""
    (table,) = origins.by_table(names)
    rows = ""
    for name in sorted(names, key=origins.place):
        said = say(origins.phrase(name))
        shown = linked(home(app, LISTS, table, name), said) if table in SHOWN else marked(said)
        rows += f"<li value={origins.place(name)}>{shown}"
    file = linked(home(app, LISTS, table), f"{table}.csv")
    return {"title": say(messages.MANY).format(count=len(names), table=file), "rows": rows}


def named_together(stored: Any) -> Iterator[list[str]]:
    """All rows that stored outputs name together: what numbers and figures rest on."""
    if isinstance(stored, dict):
        for key, value in stored.items():
            if key in ("rests_on", "counted"):
                yield origins.unpacked(value)
            else:
                yield from named_together(value)
    elif isinstance(stored, list):
        for value in stored:
            yield from named_together(value)


def parts(names: list[str]) -> dict[str, list[str]]:
    """Rows by their table."""
    return {
        one: [name for name in names if origins.table(name) == one]
        for one in origins.by_table(names)
    }


def has_entry(name: str) -> bool:
    """Whether more can be said of a row than its phrase, which its number says already."""
    return origins.table(name) in SHOWN or "claim" in origins.row(name)


def added(words: str) -> str:
    return say(messages.ADDED).format(added=words)


def linked_code(code: str) -> str:
    return f" <a href=#{code}>{say(messages.CODE)}</a>" if code else ""


def linked(address: str, words: str) -> str:
    """Words that lead to an address, marked as a whole where they are Chinese.

    A page has many of them, so that neither quotes nor the ends of items are written.
    """
    language = " lang=zh-CN" if CHINESE.search(words) else ""
    return f"<a href={escape(address)}{language}>{escape(words, quote=False)}</a>"
