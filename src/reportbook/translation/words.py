"""The words of pages and print themselves, by gettext, in the language of the edition.

Sphinx knows the language of a build, and `_` asks for the translation that it has loaded. In an
English edition, and without a build, a message is its own translation.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from reportbook.data import messages as chains
from reportbook.data.datapackage import ROOT
from reportbook.data.publishers import phrases
from reportbook.translation import messages

if TYPE_CHECKING:
    from babel.messages import Catalog

DOMAIN = "reportbook"
PACKAGE = ROOT / "src" / "reportbook"
KEYWORDS = ("_", "message")
# The settings of the book that readers see
SETTINGS = ("title", "author")
SOURCES = "chapters/references.bib"
# What pages and print say of what numbers rest on
CHAINS = [text for name, text in vars(chains).items() if name.isupper()]


def _(message: str) -> str:
    """A word of the book in the language of the edition."""
    from sphinx.locale import get_translator  # not before it is needed: chapters have no Sphinx

    # Below the empty message gettext has the head of the catalogue, with the date of the build
    return get_translator(DOMAIN).gettext(message) if message else ""


def say(text: str) -> str:
    """A word of chains, or a text of the data, in the language of the edition."""
    from sphinx.locale import get_translator

    if text in CHAINS:
        return _(text)
    language = get_translator(DOMAIN).info().get("language")
    return messages.translated(text) if language == messages.LANGUAGE else text


def source(publisher: str, year: str) -> str:
    """Who published a source and when, in short, in the language of the edition."""
    told = {"publisher": _(publisher), "year": year}
    return _("{publisher} {year}").format(**told) if year else told["publisher"]


def message(text: str) -> str:
    """A word that stands in a table of the code, and is translated where it is shown."""
    return text


def extracted() -> dict[str, Catalog]:
    """Today's messages in code, templates and settings, without translations.

    Places are files without lines, which would change with every edit above them.
    """
    from babel.messages import Catalog
    from pybtex.database import parse_file

    found = Catalog()
    settings = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    for name in SETTINGS:
        found.add(settings[name], locations=[("_config.yml", None)])
    for entry in parse_file(ROOT / SOURCES).entries.values():
        for text in phrases(entry):
            found.add(text, locations=[(SOURCES, None)])
    for text in CHAINS:
        found.add(text, locations=[("src/reportbook/data/messages.py", None)])
    for path in sorted(PACKAGE.rglob("*.*")):
        if path.suffix in (".py", ".html"):
            place = path.relative_to(ROOT).as_posix()
            for text in _in_code(path) if path.suffix == ".py" else _in_template(path):
                found.add(text, locations=[(place, None)])
    return {DOMAIN: found}


def _in_code(path: Path) -> Iterator[str]:
    """The messages of a module, those within f-strings too, which babel doesn't see."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KEYWORDS:
            for given in node.args:
                if isinstance(given, ast.Constant):
                    yield given.value


def _in_template(path: Path) -> Iterator[str]:
    from babel.messages.extract import extract

    with path.open("rb") as file:
        for found in extract("jinja2", file, keywords=dict.fromkeys(KEYWORDS)):
            yield found[1]
