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

from reportbook.data import origins
from reportbook.language import CHINESE, marked
from reportbook.site import notes
from reportbook.site.code import Code
from reportbook.tables import row_id

# The pages that show every row of a table, each with its id
SHOWN = {
    "claims": "chapters/claims",
    "context": "chapters/context",
    "relations": "chapters/audit",
}


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
        range_, code = number.get("range", ""), self.code.of(number)
        if origins.printed_alone(number):
            row = self.row(number["rests_on"][0])
            before = self.own.setdefault(row, ("", ""))
            if range_ in (before[0], "") or not before[0]:
                self.own[row] = before[0] or range_, before[1] or code
                return row
        return self.listed(number, self.told(number) + further("which is", range_, code))

    def listed(self, number: dict[str, Any], told: str) -> str:
        if told not in self.entries:
            self.entries[told] = f"c{len(self.entries) + 1}"
            said = f"<b>{marked(number['said'])}</b>"
            self.lines.append(f'<li id="{self.entries[told]}">{said}{told}</li>')
        return self.entries[told]

    def told(self, number: dict[str, Any]) -> str:
        """How a number was computed: an expression, or the rows that it was computed from."""
        if how := origins.expression(number):
            signs = origins.POWER.sub(r"<sup>\1\2</sup>", escape(how))
            return " = " + origins.NAMED.sub(lambda row: self.named(row[1]), signs)
        names = number["rests_on"]
        if len(names) <= origins.LISTED:
            of = ", ".join(map(self.named, names))
        else:
            of = ", ".join(
                f"{count} rows of {linked(self.home(table), f'{table}.csv')}"
                for table, count in origins.by_table(names).items()
            )
        return f": {'counted' if origins.counted(number) else 'computed from'} {of}"

    def named(self, name: str) -> str:
        """A row as part of a sentence: its phrase, which leads to its entry."""
        if re.fullmatch(r"\d+ rows", name):
            return name
        return linked(f"#{self.row(name)}", origins.phrase(name))

    def of_row(self, name: str) -> str:
        """The entry of a row, for the numbers of a table; none where the row itself is shown."""
        shown = name and SHOWN.get(origins.table(name)) == self.page
        return "" if shown else self.row(name)

    def of_figure(self, number: str, names: list[str], code: list[str]) -> str:
        """The entry of the numbers in the words around a figure: the rows that it shows."""
        about = {"said": number, "rests_on": names}
        return self.listed(about, self.told(about) + further("", "", code[-1] if code else ""))

    def row(self, name: str) -> str:
        return self.rows.setdefault(name, f"r{len(self.rows) + 1}")

    def html(self) -> str:
        """The list; nothing for a page without numbers."""
        if not self.rows and not self.lines:
            return ""
        rows: list[str] = []
        while len(rows) < len(self.rows):  # a row may name others
            name, entry = list(self.rows.items())[len(rows)]
            own = further("stands for", *self.own.get(entry, ("", "")))
            rows.append(f'<li id="{entry}">{self.about(name)}{own}</li>')
        return (
            '<details class="chains"><summary>What the numbers rest on</summary>\n'
            f"<ul>\n{chr(10).join([*self.lines, *rows])}\n</ul></details>"
        )

    # A row of data/

    def about(self, name: str) -> str:
        """A row's phrase, which leads to the row, what it is, and where it stands."""
        cells, table = origins.row(name), origins.table(name)
        phrase = linked(self.home(table, name), origins.phrase(name))
        if table == "context":
            what = f"{cells['place']}, {cells['measure']}, {cells['coverage']}"
            source = self.source(cells["source"])
            return f"{phrase}: {marked(what)}" + (f" ({source})" if source else "")
        if table == "relations":
            return f"{phrase}: tests {', '.join(map(self.named, cells['figures'].split()))}"
        if table == "claims" or "claim" in cells:
            cells = origins.row(cells.get("claim", name))
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
