"""Messages of the book and their translations, in gettext's catalogues.

A message is an English text with its numbers taken out, as `{0}`, `{1}`, so that another figure
needs no other translation; the translation places them, and may ask for another way to write one
(`{0:numeral}`). A sentence that a cell says is its template, paragraph by paragraph, whose
placeholders have names. Catalogues are the files of `locale/zh_CN/LC_MESSAGES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportbook.data import datapackage
from reportbook.language import Shown, curled
from reportbook.templates import PLACEHOLDER
from reportbook.translation import numbers

if TYPE_CHECKING:
    from babel.messages import Catalog

LANGUAGE = "zh_CN"
CATALOGUES = datapackage.ROOT / "locale" / LANGUAGE / "LC_MESSAGES"
SAID, OUTPUTS, DATA = "said", "outputs", "data"
PLACE = re.compile(r"\{(\d+)(?::(\w+))?\}")
LETTERS = re.compile(r"[A-Za-z]{2}")
# Columns and files, whose names both languages share
NAME = re.compile(r"[a-z]+(?:_[a-z]+)+|[\w./-]+\.(?:csv|json|ipynb|txt)|https?://\S+")
TIMES = re.compile(r"(?<=\d)×$")  # 2.5×, a multiple; not the sign of a product
MARKS = {", ": "、", "; ": "；", ": ": "："}  # of what is listed without words
ROW = re.compile(r"[a-z\d]+(?:-[a-z\d]+)+")
COMMAND = "make messages"


class TranslationError(Exception):
    """A message without a sound translation; says where it stands and what to do."""


@dataclass
class Messages:
    """The translations of one catalogue, what was asked for, and which of it isn't there."""

    domain: str
    texts: dict[str, str]
    asked: dict[str, str] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)

    def __contains__(self, message: str) -> bool:
        """Whether a message has a sound translation; what is asked for and has none is noted."""
        self.asked[message] = self.texts.get(message, message)
        if message in self.texts:
            return True
        self.missing[message] = None
        return False

    def __getitem__(self, message: str) -> str:
        """The translation of a message, or itself where there is none."""
        return self.texts[message] if message in self else message


@cache
def catalogue(domain: str) -> Messages:
    """The sound translations of a domain: neither empty nor fuzzy."""
    path = CATALOGUES / f"{domain}.po"
    found = read(path) if path.exists() else ()
    texts = {str(m.id): str(m.string) for m in found if m.id and m.string and not m.fuzzy}
    return Messages(domain, texts)


def read(path: Path) -> Catalog:
    """A catalogue as babel reads it. Raises TranslationError for a damaged one."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        with path.open("rb") as file:
            return read_po(file, locale=LANGUAGE, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise TranslationError(f"{path}: {error}. Remedy: mend the file.") from error


def taken_out(text: str) -> tuple[str, list[str]]:
    """A text as a message, and its numbers: `2 in 2018` is `{0} in {1}` with 2 and 2018."""
    found: list[str] = []

    def take(number: re.Match[str]) -> str:
        found.append(number[0])
        return f"{{{len(found) - 1}}}"

    return numbers.SHOWN.sub(take, text), found


def put_in(translation: str, shown: list[str]) -> str:
    """A translated message with its numbers, as Chinese writes them. Raises ValueError for a place
    that has no number."""

    def put(place: re.Match[str]) -> str:
        if int(place[1]) >= len(shown):
            raise ValueError(f"{place[0]}: the message has {len(shown)} numbers")
        return numbers.in_chinese(shown[int(place[1])], place[2] or "")

    return PLACE.sub(put, translation)


def words(text: str) -> str:
    """The message of a text; "" for one without English words: a number, a sign, a Chinese phrase,
    the name of a row or a file."""
    message = taken_out(text)[0]
    if not LETTERS.search(PLACE.sub("", message)) or NAME.fullmatch(text) or text in _names():
        return ""
    return message


def spoken(part: str) -> bool:
    """Whether a paragraph of a template has words beside its placeholders."""
    return bool(LETTERS.search(PLACEHOLDER.sub("", part)))


def home(text: str) -> str:
    """The catalogue that a text belongs to: that of the data, if it is a cell there."""
    return DATA if curled(text) in _cells() else OUTPUTS


def translated(text: str) -> str:
    """A text of a chart or a table in Chinese; a missing translation leaves the English one.

    Numbers that stand alone, as in a column of a table, are written in full, multiples as 2.5倍.
    """
    text = curled(text)
    shown = taken_out(text)[1]
    if message := words(text):
        known = catalogue(home(text))
        return put_in(known[message], shown) if message in known else text
    if NAME.fullmatch(text) or text in _names():
        return text
    alone = numbers.SHOWN.sub(lambda found: numbers.alone(found[0]), text)
    for mark, chinese in MARKS.items():
        alone = alone.replace(mark, chinese)
    return TIMES.sub("倍", alone)


def said(text: str) -> dict[str, str]:
    """The numbers of a text of a chart, each with what it is in the translation."""
    text = curled(text)
    message, shown = words(text), taken_out(text)[1]
    places = {
        int(place[1]): place[2] or "" for place in PLACE.finditer(catalogue(home(text))[message])
    }
    return {
        number: numbers.in_chinese(number, places.get(at, "")) for at, number in enumerate(shown)
    }


def amount(text: str, unit: str) -> str:
    """A number in Chinese, below the Chinese of its unit, which another text says; where the unit
    is no money, or the text has words of its own, the text as it is.

    The scale of the unit is that of its translation: 1.48 for the 148 of “million yuan”, if that
    is 亿元.
    """
    if numbers.MILLION not in unit or not re.match(r"[−+\d]", text) or words(text):
        return text
    return Shown(numbers.below(text, translated(unit)))


def missing() -> Iterator[str]:
    """Sentences about the messages that were asked for and have no sound translation."""
    for domain in (SAID, OUTPUTS, DATA):
        for message in catalogue(domain).missing:
            yield (
                f"locale/{LANGUAGE}/LC_MESSAGES/{domain}.po: no translation of “{message}”. "
                f"Remedy: `{COMMAND}`, then translate it there."
            )


@datapackage.remembered
def _cells() -> set[str]:
    """Every cell of the data, and the words of the descriptor that readers see, with typographic
    quotes as tables have them."""
    package = datapackage.descriptor()
    resources = package["resources"]
    told = [package["sources"][0]["date"]]
    told += [part[name] for part in (package, *resources) for name in ("title", "description")]
    rows = (row for entry in resources for row in datapackage.records(entry["name"]))
    return {curled(text) for text in (*told, *(cell for row in rows for cell in row.values()))}


@datapackage.remembered
def _names() -> set[str]:
    """The names of rows of data/, which both languages share."""
    resources = [entry["name"] for entry in datapackage.descriptor()["resources"]]
    names = {next(iter(row.values())) for name in resources for row in datapackage.records(name)}
    measures = {row["measure"] for row in datapackage.records("context")}
    return {name for name in names - measures if ROW.fullmatch(name)}
