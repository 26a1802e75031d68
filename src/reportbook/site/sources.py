"""The list of sources: in English as pybtex has it, in Chinese by GB/T 7714-2015.

The numbers are the same in both editions, so both are in the order of the English names. The
Chinese title of a source is the translation of its title: for a page in Chinese its own, and what
is published in another language keeps its own too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from pybtex.database import Entry
from pybtex.richtext import HRef, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting.plain import Style
from sphinx.application import Sphinx

from reportbook.data.publishers import phrases, plain, surname
from reportbook.language import CHINESE
from reportbook.translation.words import _

# The kind of a source where the bibliography gives none: journal, standard, page, other
KINDS = {"article": "J", "book": "S"}
PAGE, OTHER, PAPER = "EB", "Z", "N"
NAMED = 3  # so many authors are named, before “et al.”


def remarks(entry: Any) -> Iterator[str]:
    """What is to be known of a source, beside its date, in sentences without a stop."""
    if "note" in entry.fields:
        yield _(plain(entry, "note"))
    if "described" in entry.fields:
        yield _("The title describes the page")
    if "copy" in entry.fields:
        places = entry.fields["copy"].split(" and ")
        yield _("Read in a copy at {place}").format(place=_(" and ").join(places))


class Once(Style):
    """A style that writes each source once, though every build asks for all of them, and twice:
    for the list, and for what a reference tells when touched."""

    before: ClassVar[dict[tuple, Any]] = {}
    written: ClassVar[dict[tuple, Any]] = {}

    def format_entry(self, label: str, entry: Any, bib_data: Any = None) -> Any:
        told = entry.type, entry.key, *entry.fields.items(), str(entry.persons)
        key = type(self).__name__, label, *told
        if key not in self.written:
            known = self.before.get(key)
            self.written[key] = known or self.write(label, entry, bib_data)
        return self.written[key]


class English(Once):
    """As pybtex has it; the date and what is to be known follow as sentences."""

    def write(self, label: str, entry: Any, bib_data: Any) -> Any:
        told = [*filter(None, [entry.fields.get("date")]), *remarks(entry)]
        fields = {**entry.fields, "note": ". ".join(told)}
        if not told:
            del fields["note"]
        noted = Entry(entry.type, fields=fields, persons=entry.persons)
        noted.key = entry.key
        return Style.format_entry(self, label, noted, bib_data)


class GBT7714(Once):
    """GB/T 7714-2015, numeric; what the standard has no place for follows as sentences.

    The day on which a page was read isn't known, and left out.
    """

    def write(self, label: str, entry: Any, bib_data: Any) -> Any:
        return FormattedEntry(entry.key, Text(*_parts(entry)), label)


def _parts(entry: Any) -> Iterator[Any]:
    known = entry.fields
    address = known.get("url")
    kind = known.get("type") or KINDS.get(entry.type, PAGE if address else OTHER)
    who, date = ", ".join(_authors(entry)), known.get("date", known.get("year", ""))
    if date.startswith("c."):
        date = f"[{date.removeprefix('c.')}]"  # an estimate, by the standard
    paper = ""
    if kind == PAPER or "reporter" in known:
        paper, who = who, known.get("reporter", "")
    named = f"{_(plain(entry, 'title'))}[{kind}{'/OL' if address else ''}]"
    yield "".join(f"{part}. " for part in (who, named) if part)
    if entry.type == "article":
        yield f"{known['journal']}, {known['year']}, {known['volume']}({known['number']}): "
        yield f"{known['pages'].replace('--', '-')}. DOI: "
        yield HRef(f"https://doi.org/{known['doi']}", known["doi"])
        yield "."
    elif entry.type == "book":
        yield f"{_(known['address'])}: {_(known['publisher'])}, {known['year']}."
    elif paper:
        yield f"{paper}, {date}. "
    elif date:
        yield f"({date}). " if known.get("date") == date else f"{date}. "
    if address:
        yield HRef(address, address)
        yield "."
    told = "".join(f"{remark}。" for remark in remarks(entry))
    if told:
        yield f" {told}" if address else told


def _authors(entry: Any) -> Iterator[str]:
    """The authors as the standard writes them: WESTERN N, 中文名, a paper without its brackets."""
    people = entry.persons["author"]
    for person in people[:NAMED]:
        if person.first_names:
            last = " ".join([*person.prelast_names, surname(person)]).upper()
            yield " ".join([last, *(n[0] for n in person.first_names + person.middle_names)])
        else:
            yield _(surname(person)).strip("《》")
    if len(people) > NAMED:
        yield "et al"


def begin(app: Sphinx) -> None:
    """Take what the last build has written, if the code and the words are the same."""
    made_by = app.config.reportbook_code, app.config.reportbook_words
    kept_by, written = getattr(app.env, "reportbook_sources", ((), {}))
    Once.before, Once.written = (written if kept_by == made_by else {}), {}
    app.env.reportbook_sources = made_by, Once.written


def foreign(entry: Any) -> list[str]:
    """What the Chinese list says of a source in another language: its title, names and journal."""
    told = {_(text) for text in phrases(entry)} | {
        *_authors(entry),
        entry.fields.get("journal", ""),
    }
    return sorted((text for text in told if text and not CHINESE.search(text)), key=len)[::-1]


def apart(text: str, entry: Any) -> list[tuple[str, bool]]:
    """A text of the Chinese list in its parts, and whether each is in another language."""
    found = "|".join(map(re.escape, foreign(entry)))
    told = re.split(f"({found})", text) if found else [text]
    return [(part, number % 2 == 1) for number, part in enumerate(told) if part]
