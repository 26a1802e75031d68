"""What each number of a page rests on: a list at its end, which the numbers lead to.

An entry says what a number can be, how it was computed, and from which printed figures, each with
its place in the article or its source, its row and the code. Numbers that came about alike share
an entry, and a printed figure has one of its own. The script notes.js shows an entry where the
number stands; without it the list is read like notes.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from sphinx.application import Sphinx

from reportbook.data import datapackage
from reportbook.language import CHINESE, marked
from reportbook.site import notes
from reportbook.site.code import Code
from reportbook.tables import row_id

LISTED = 8  # of more rows an entry says how many there are
NAMED = re.compile(r"\{([^{}]+)\}")
POWER = re.compile(r"\^(\(1/\d+\)|\d+)")
# The pages that show every row of a table, each with its id
SHOWN = {"claims": "chapters/claims", "context": "chapters/context"}
TITLES = ("says", "result", "name", "name_short", "name_en")  # columns that say what a row is


class Chains:
    """The entries of a page, in the order of the numbers that lead to them."""

    def __init__(self, app: Sphinx, page: str, sources: notes.Notes, code: Code) -> None:
        self.app, self.page, self.sources, self.code = app, page, sources, code
        self.entries: dict[str, str] = {}  # what an entry says: its id
        self.lines: list[str] = []
        self.rows: dict[str, str] = {}  # the name of a row: the id of its entry
        self.own: dict[str, tuple[str, str]] = {}  # of a row that the text says: range and code

    def entry(self, number: dict[str, Any]) -> str:
        """The id of a number's entry: that of a row, for a number as it is printed there."""
        names, how = number["rests_on"], number.get("how", "")
        range_, code = number.get("range", ""), self.code.of(number)
        if len(names) == 1 and how in ("", f"{{{names[0]}}}"):
            row = self.row(names[0])
            before = self.own.setdefault(row, ("", ""))
            if range_ in (before[0], "") or not before[0]:
                self.own[row] = before[0] or range_, before[1] or code
                return row
        told = self.told(number) + further("which is", range_, code)
        if told not in self.entries:
            self.entries[told] = f"c{len(self.entries) + 1}"
            said = f"<b>{marked(number['said'])}</b>"
            self.lines.append(f'<li id="{self.entries[told]}">{said}{told}</li>')
        return self.entries[told]

    def told(self, number: dict[str, Any]) -> str:
        """How a number was computed: an expression, or the rows that it was computed from."""
        names = number["rests_on"]
        counted = len(names) > LISTED or number.get("how") == f"{{{len(names)} rows}}"
        if (how := number.get("how")) and not counted:
            signs = POWER.sub(lambda power: f"<sup>{power[1].strip('()')}</sup>", escape(how))
            return " = " + NAMED.sub(lambda row: self.named(row[1]), signs)
        of = ", ".join(map(self.named, names)) if len(names) <= LISTED else self.many(names)
        return f": {'counted' if counted else 'computed from'} {of}"

    def many(self, names: list[str]) -> str:
        """So many rows, by their tables."""
        tables = [name.partition(":")[0] if ":" in name else self.table(name) for name in names]
        counts = {table: tables.count(table) for table in tables}
        return ", ".join(
            f"{count} rows of {linked(self.home(table), f'{table}.csv')}"
            for table, count in counts.items()
        )

    def named(self, name: str) -> str:
        """A row as part of a sentence: its phrase, which leads to its entry."""
        if re.fullmatch(r"\d+ rows", name):
            return name
        return linked(f"#{self.row(name)}", self.phrase(name))

    def row(self, name: str) -> str:
        return self.rows.setdefault(name, f"r{len(self.rows) + 1}")

    def html(self) -> str:
        """The list; nothing for a page without numbers."""
        if not self.rows and not self.lines:
            return ""
        rows = [
            f'<li id="{entry}">{self.about(name)}'
            f"{further('stands for', *self.own.get(entry, ('', '')))}</li>"
            for name, entry in self.rows.items()
        ]
        return (
            '<details class="chains"><summary>What the numbers rest on</summary>\n'
            f"<ul>\n{chr(10).join([*self.lines, *rows])}\n</ul></details>"
        )

    # A row of data/

    def table(self, name: str) -> str:
        if ":" in name:
            return name.partition(":")[0]
        return "claims" if name in rows("claims") else "context"

    def cells(self, name: str) -> dict[str, str]:
        return rows(self.table(name))[name.partition(":")[2] or name]

    def phrase(self, name: str) -> str:
        """What the row prints, or what it is."""
        cells = self.cells(name)
        if "claim" in cells:
            return self.phrase(cells["claim"])
        title = next((cells[column] for column in TITLES if column in cells), name)
        return cells.get("printed") or title

    def about(self, name: str) -> str:
        """A row's phrase, which leads to the row, what it is, and where it stands."""
        cells, table = self.cells(name), self.table(name)
        cells = rows("claims")[cells["claim"]] if "claim" in cells else cells
        phrase = linked(self.home(table, name), self.phrase(name))
        if table == "context":
            what = f"{cells['place']}, {cells['measure']}, {cells['coverage']}"
            source = self.source(cells["source"])
            return f"{phrase}: {marked(what)}" + (f" ({source})" if source else "")
        if "subject_en" in cells:
            place = f"paragraph {cells['paragraph']}, sentence {cells['sentence']}"
            return f"{phrase}: {marked(cells['subject_en'])} ({place})"
        return phrase

    def source(self, key: str) -> str:
        """Who printed an outside figure and when, leading to the page's note or the list of all."""
        if number := self.sources.numbers.get(key):
            return linked(f"#s{number}", f"source {number}")
        for name, citation in self.sources.known.items():
            if citation.key == key:
                address = f"{self.address(citation.bibliography_key.docname)}#{name}"
                return linked(address, notes.short(citation.entry))
        return ""

    def home(self, table: str, name: str = "") -> str:
        """The address of a row where its table is shown whole, or of the table."""
        if name and SHOWN.get(table) in self.app.env.found_docs:
            return f"{self.address(SHOWN[table])}#{row_id(name)}"
        return f"{self.address('data/index')}#{table.replace('_', '-')}"

    def address(self, page: str) -> str:
        return self.app.builder.get_relative_uri(self.page, page)


def further(means: str, range_: str, code: str) -> str:
    """What a number can be, and its code."""
    told = f", {means} {escape(range_)}" if range_ else ""
    return told + (f' <a href="#{code}">Code</a>' if code else "")


def linked(address: str, words: str) -> str:
    """Words that lead to an address, marked as a whole where they are Chinese."""
    language = ' lang="zh-CN"' if CHINESE.search(words) else ""
    return f'<a href="{escape(address)}"{language}>{escape(words, quote=False)}</a>'


@datapackage.remembered
def rows(table: str) -> dict[str, dict[str, str]]:
    """The rows of a table by their names: what stands in the first column of its key."""
    (key, *_) = datapackage.resource(table)["schema"]["primaryKey"]
    return {row[key]: row for row in datapackage.records(table)}
