"""The messages of the book: found in what the chapters store and in `data/`, held in catalogues.

What Markdown cells hold is extracted by Sphinx, and the words of the site by babel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reportbook import drawing
from reportbook.data import datapackage
from reportbook.language import curled
from reportbook.running import freshness
from reportbook.tables import MIME as TABLE
from reportbook.templates import PLACEHOLDER, named, parted
from reportbook.translation import markdown, messages, numbers, pictures, words
from reportbook.translation.messages import (
    CATALOGUES,
    COMMAND,
    DATA,
    LANGUAGE,
    OUTPUTS,
    PLACE,
    SAID,
)
from reportbook.translation.outputs import SENTENCES, cells

if TYPE_CHECKING:
    from babel.messages import Catalog


DOMAINS = (SAID, OUTPUTS, DATA)
# The words that chains say of a row, beside what tables show
TOLD = {
    "claims": ("subject_en",),
    "context": ("place", "measure", "coverage", "printed"),
    "relations": ("says", "reading", "missing"),
    "ambiguities": ("name", "taken"),
    "assumptions": ("name",),
    "conclusions": ("name",),
    "dependencies": ("result",),
    "ip_kinds": ("name_en",),
    "sections": ("title_en",),
}
YUAN = re.compile("(?<!百)[万亿]元|(?<![万亿])元")
LINK = re.compile(r"\]\(([^()\s]+)\)")
ROLE = re.compile(r"\{(\w+)\}`[^`]*?([\w,-]+)>?`")


class Text(NamedTuple):
    """A text that a reader sees: its catalogue, what it says, and where it stands."""

    domain: str
    text: str
    place: str
    sample: str = ""


def texts() -> Iterator[Text]:
    """Every text of the outputs of chapters and of the data that the book shows."""
    for path in freshness.chapters():
        for cell in freshness.code_cells(path):
            place = f"chapters/{path.name}:{cell['id']}"
            for output in cell["outputs"]:
                yield from _shown(output.get("data", {}), place)
    package = datapackage.descriptor()
    article = package["sources"][0]
    for text in (package["title"], package["description"], article["date"]):
        yield Text(DATA, text, "data/datapackage.json")
    for table in package["resources"]:
        fields = [field.get("description", "") for field in table["schema"]["fields"]]
        for text in (table["title"], table["description"], *fields):
            yield Text(DATA, text, "data/datapackage.json")
        columns = TOLD.get(table["name"], ())
        for number, row in enumerate(datapackage.records(table["name"]) if columns else (), 2):
            for column in columns:
                yield Text(DATA, row[column], f"data/{table['path']}:{number}")


def _shown(data: dict[str, Any], place: str) -> Iterator[Text]:
    if said := data.get(SENTENCES):
        known = {number["name"]: number["said"] for number in said["numbers"]}
        names = said.get("names", {})
        for part in filter(messages.spoken, parted("\n".join(said["template"]))):
            sample = PLACEHOLDER.sub(
                lambda found: known.get(found[0]) or names.get(named(found), found[0]), part
            )
            yield Text(SAID, part, place, sample if sample != part else "")
        yield from (Text(messages.home(text), text, place) for text in names.values())
    if table := data.get(TABLE):
        told = [cell for row in cells(table) for cell, spoken in row if spoken]
        for text in (table["caption"], table.get("note", ""), *table["columns"], *told):
            yield Text(messages.home(text), text, place)
    if "usermeta" in data.get(drawing.MIME, {}):
        about = data[drawing.MIME]["usermeta"]
        drawn = [text for state in pictures.states(about) for text in pictures.texts(state)]
        told = [*drawn, *strings(about)]
        yield from (Text(messages.home(text), text, place) for text in told)


# What `usermeta` of a chart holds that no reader sees as text, or only by its drawing
SILENT = ("pictures", "recipes", "rests_on", "numbers", "filters", "key", "switch")


def strings(told: Any) -> Iterator[str]:
    """Every string of a structure as JSON has it, but for what no reader sees."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for name, value in told.items():
            if name not in SILENT:
                yield from strings(value)
    elif isinstance(told, list):
        for value in told:
            yield from strings(value)


def extracted() -> dict[str, Catalog]:
    """The catalogues of today's messages, without translations, in the order of the book."""
    from babel.messages import Catalog

    found = {domain: Catalog(locale=LANGUAGE) for domain in DOMAINS}
    for domain, text, place, sample in texts():
        message = text if domain == SAID else messages.words(text := curled(text))
        if not message:
            continue
        file, _, line = place.partition(":")
        comments = [sample.replace("\n", " ")] if sample else []
        if domain != SAID and message != text:
            comments = [text]
        known = found[domain].get(message)
        if known is None:
            found[domain].add(message, locations=[(f"{file}:{line}" if line else file, None)])
            known = found[domain].get(message)
            known.auto_comments = comments
        elif (place, None) not in known.locations:
            known.locations.append((place, None))
    return found


def update() -> list[Path]:
    """Merge today's messages into the catalogues, and write those that changed."""
    changed = []
    read = markdown.extracted()  # which runs the chapters that are stale
    today = extracted() | words.extracted() | read
    for domain, template in today.items():
        path = CATALOGUES / f"{domain}.po"
        merged = merge(path, template)
        if write(path, merged):
            changed.append(path)
    for path in CATALOGUES.rglob("*.po"):
        if path.relative_to(CATALOGUES).with_suffix("").as_posix() not in today:
            path.unlink()  # of a chapter that was taken out
            changed.append(path)
    return changed


def merge(path: Path, template: Catalog) -> Catalog:
    """A catalogue with today's messages: what is gone goes, what changed is marked as fuzzy."""
    from babel.messages import Catalog

    catalogue = messages.read(path) if path.exists() else Catalog(locale=LANGUAGE)
    catalogue.update(template, no_fuzzy_matching=False, update_header_comment=False)
    catalogue.obsolete.clear()
    return catalogue


def write(path: Path, catalogue: Catalog) -> bool:
    """Write a catalogue in the same way on every machine; returns whether the file changed."""
    from io import BytesIO

    from babel.messages.pofile import write_po

    catalogue.header_comment = "# Chinese edition of the report book."
    file = BytesIO()
    write_po(file, catalogue, width=0, omit_header=True, include_previous=True)
    header = f'msgid ""\nmsgstr ""\n"Language: {LANGUAGE}\\n"\n'
    header += '"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    written = header.encode() + file.getvalue()
    if path.exists() and path.read_bytes() == written:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written)
    return True


def problems() -> Iterator[str]:
    """What is wrong with the catalogues of outputs, data and words of the site: each message with
    its place and the remedy. Those of Markdown are looked at as pages are read."""
    for domain, template in (extracted() | words.extracted()).items():
        today = {message.id: message.locations[0][0] for message in template if message.id}
        yield from compared(domain, today)


def compared(domain: str, today: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with a catalogue, given today's messages and where each stands."""
    path = CATALOGUES / f"{domain}.po"
    name = path.relative_to(datapackage.ROOT)
    catalogue = messages.read(path) if path.exists() else ()
    known = {message.id: message for message in catalogue if message.id}
    for text, place in today.items():
        if text not in known or not known[text].string:
            yield f"{place}: “{text}” isn't translated. Remedy: `{COMMAND}`, then {name}."
        elif known[text].fuzzy:
            yield (
                f"{place}: “{text}” has changed. Remedy: look at its translation in {name}, "
                "and take out the mark “fuzzy”."
            )
        else:
            yield from unsound(text, str(known[text].string), f"{name}: “{text}”")
    for text in [text for text in known if text not in today]:
        yield f"{name}: “{text}” is said no more. Remedy: `{COMMAND}`."


def unsound(message: str, translation: str, place: str) -> Iterator[str]:
    """What a translation lacks or has too much: numbers, names and roles are those of the
    message."""
    for what, found in (
        ("numbers", lambda text: sorted(number for number, _ in PLACE.findall(text))),
        ("values", lambda text: sorted(named(hit) for hit in PLACEHOLDER.finditer(text))),
        ("sources and links", lambda text: sorted([*role_ends(text), *LINK.findall(text)])),
    ):
        if found(message) != found(translation):
            yield (
                f"{place}: the translation has other {what}: {found(translation)}, and not "
                f"{found(message)}. Remedy: say the same in both, each as often."
            )

    if numbers.MILLION in message and not YUAN.search(translation):
        yield f"{place}: the translation names no 万元, 亿元 or 元. Remedy: name one of them."


def role_ends(text: str) -> Iterable[str]:
    return (f"{role} {target}" for role, target in ROLE.findall(text))
