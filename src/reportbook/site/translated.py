"""The Chinese edition of what Sphinx reads: Markdown by its catalogues, held to be whole.

Sphinx translates paragraphs, headings and terms. What is ours beside it: the short headings of the
contents and the captions of the table of contents are translated like them, and a message without
a sound translation is a warning, which fails a strict build.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.locale import get_translator, init
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.nodes import extract_messages

from reportbook.data import datapackage
from reportbook.language import COUNTED, HAN, MEASURES, NUMERALS, SCALES, WHOLE
from reportbook.running import freshness
from reportbook.translation import editions, extract, markdown, messages, outputs
from reportbook.translation.messages import CATALOGUES, LANGUAGE, read
from reportbook.translation.words import DOMAIN, _

logger = logging.getLogger(__name__)
SOURCES = "gbt7714"  # the style of the list of sources
SETTINGS = ("_config.yml", "chapters/references.bib")  # what they say is translated too

# A number with what counts in it, as 第5章, 1.39万件, 2.5倍 or 四项, which no line may part; itself
# it may lead to what it rests on
KEPT = (
    rf"<a href=#[^>]*>[^<]{{0,9}}\d[{SCALES}]?</a>[{SCALES}]?{COUNTED}"
    rf"|<a href=#[^>]*>[^<]{{0,9}}[{NUMERALS}]</a>(?:{MEASURES})"
    rf"|{WHOLE}"
    # What no line is broken in, or has no room for elements
    r"|<(?P<left>svg|pre|code|script|style|label|option|output)\b.*?</(?P=left)>|<[^>]*>"
)


def chinese(config: Config) -> bool:
    """Whether an edition is the Chinese one."""
    return bool(config.language == LANGUAGE)


def name(config: Config) -> str:
    """The name of an edition's language."""
    known = {edition.language: name for name, edition in editions.EDITIONS.items()}
    return known.get(config.language, editions.OWN)


def text(config: Config) -> Callable[[str], str]:
    """How an edition says a text of a chart, a table or the data."""
    return messages.translated if chinese(config) else str


def output(config: Config) -> Callable[[str, dict[str, Any]], dict[str, Any]]:
    """How an edition shows an output of a kind."""
    return outputs.output if chinese(config) else lambda _kind, content: content


# Titles of the Chinese edition break at their punctuation; translators say where else they may
PHRASES = CATALOGUES.parent / "phrases.txt"


@cache
def phrases() -> dict[str, str]:
    """The long phrases of titles, with the limits of their parts as a page has them; none where a
    book has no such file."""
    lines = PHRASES.read_text(encoding="utf-8").splitlines() if PHRASES.exists() else []
    return {
        line.replace("/", ""): line.replace("/", "<wbr>")
        for line in lines
        if line and not line.startswith("#")
    }


@cache
def _held() -> re.Pattern[str]:
    known = "|".join(sorted(map(re.escape, phrases()), key=len, reverse=True))
    return re.compile(f"(?P<phrase>{known or '(?!)'})|{KEPT}", re.DOTALL)


def kept(html: str) -> str:
    """A page in Chinese, each number held in one line with what counts in it, and long phrases of
    titles with the limits of their parts."""

    def hold(found: re.Match) -> str:
        if phrase := found["phrase"]:
            return "<wbr>".join(map(whole, phrases()[phrase].split("<wbr>")))
        alone = found[0][-1] == ">"  # an element
        return found[0] if alone else f'<span class="kept">{found[0]}</span>'

    def whole(part: str) -> str:
        """A part of a phrase, which a line could still break at its quotes."""
        told = _held().sub(hold, part)
        return told if re.fullmatch(f"[{HAN}]*", part) else f'<span class="kept">{told}</span>'

    return _held().sub(hold, html)


def package(config: Config) -> dict[str, Any]:
    """The descriptor of the data in the language of the edition, as far as readers see it."""
    told, found = text(config), datapackage.descriptor()
    tables = [
        {**table, **{part: told(table[part]) for part in ("title", "description")}}
        for table in found["resources"]
    ]
    words = {part: told(found[part]) for part in ("title", "description")}
    return {**found, **words, "resources": tables}


class Short(addnodes.translatable, nodes.Invisible, nodes.Element):
    """The short form of a section's heading, until the contents of the page have it."""

    def preserve_original_messages(self) -> None:
        self["english"] = self["short"]

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        self["short"] = translated_message

    def extract_original_messages(self) -> list[str]:
        return [self["english"]]


class Shorts(SphinxTransform):
    """Finds the short forms of headings, which stand in the metadata of their cells, as `short`."""

    default_priority = 5  # before Sphinx looks for what it can translate

    def apply(self, **_: object) -> None:
        path = Path(self.env.doc2path(self.env.docname))
        if path.suffix != ".ipynb":
            return
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        shorts = {
            line.lstrip("# ").rstrip(): cell["metadata"]["short"]
            for cell in cells
            if "short" in cell["metadata"]
            for line in "".join(cell["source"]).splitlines()
            if line.startswith("##")
        }
        for title in list(self.document.findall(nodes.title)):
            if short := shorts.get(title.rawsource):
                node = Short("", short=short)
                node.source, node.line = title.source, title.line
                title.parent.append(node)


class Whole(SphinxTransform):
    """Translates the captions of the table of contents, and warns of what has no translation."""

    default_priority = 110  # when Sphinx has translated, and the table of contents is there

    def apply(self, **_: object) -> None:
        if not chinese(self.config):
            return
        texts = get_translator(self.env.docname)
        for tree in self.document.findall(addnodes.toctree):
            if tree["caption"]:
                tree["caption"] = texts.gettext(tree["rawcaption"])
        if self.config.reportbook_draft:
            return
        today = {
            message: markdown.place(node.source, node.line)
            for node, message in extract_messages(self.document)
            if message  # a table of contents may have no caption
        }
        for problem in extract.compared(self.env.docname, today):
            logger.warning("%s", problem, type="translation")


def prepare(app: Sphinx, config: Config) -> None:
    """Load the catalogues of a Chinese edition, and set what its pages say for Sphinx."""
    config.gettext_compact = False  # a catalogue a document
    try:
        config.reportbook_languages = languages = editions.asked()
    except ValueError as error:
        raise messages.TranslationError(str(error)) from error
    if not chinese(config):
        return
    here = editions.EDITIONS[name(config)]
    config.reportbook_files = "../" if editions.OWN in languages else ""
    if config.html_baseurl:
        config.html_baseurl += here.folder
    place = Path(app.doctreedir).parent / "locale"
    compiled(place)
    config.locale_dirs = [str(place)]
    init(config.locale_dirs, LANGUAGE, DOMAIN)
    # What pages take as they are written
    written = [CATALOGUES / f"{domain}.po" for domain in (DOMAIN, messages.DATA)] + [PHRASES]
    said = sha256(b"".join(path.read_bytes() for path in written if path.exists()))
    config.reportbook_words = said.hexdigest()
    config.html_title, config.author = _(config.html_title), _(config.author)
    config.numfig_format = {**config.numfig_format, "figure": _("Figure %s")}
    config.nb_code_prompt_show = _("Code")
    config.bibtex_default_style = SOURCES
    config.html_search_language = "en"  # which ours is called


def compiled(place: Path) -> None:
    """Keep a copy of the catalogues with what Sphinx and gettext read of them, where it changed.

    An old one that is left would still translate, and one written anew has its pages read anew.
    """
    from babel.messages.mofile import write_mo

    there = place / LANGUAGE / "LC_MESSAGES"
    names = {path.relative_to(CATALOGUES) for path in CATALOGUES.rglob("*.po")}
    for path in there.rglob("*.po"):
        if path.relative_to(there) not in names:
            path.unlink()
            path.with_suffix(".mo").unlink(missing_ok=True)
    for name in names:
        source, copy = CATALOGUES / name, there / name
        if copy.exists() and copy.read_bytes() == source.read_bytes():
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.unlink(missing_ok=True)  # until all is there
        with copy.with_suffix(".part").open("wb") as file:
            write_mo(file, read(source))  # without what is fuzzy
        shutil.copyfile(source, copy)
        copy.with_suffix(".part").replace(copy.with_suffix(".mo"))


def state(config: Config) -> str:
    """A hash of the stored outputs, the data and the code, and of what translates them."""
    paths = [freshness.LOCK, *(datapackage.ROOT / name for name in SETTINGS)]
    if chinese(config):
        paths += [CATALOGUES / f"{domain}.po" for domain in (*extract.DOMAINS, DOMAIN)]
    found = sha256((config.reportbook_code + config.reportbook_data).encode())
    for path in paths:
        found.update(f"\0{path.name}\0".encode() + (path.read_bytes() if path.exists() else b""))
    return found.hexdigest()


def held(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of what is untranslated in the outputs of chapters, the data and the words of pages.

    When pages have been read, since by then their pictures are drawn, and what they say is known;
    and not where all that it depends on is as it was when it was found whole.
    """
    if not chinese(app.config) or app.config.reportbook_draft:
        return
    made_of = state(app.config)
    if getattr(env, "reportbook_whole", "") == made_of:
        return
    problems = [*extract.problems()]
    for problem in problems:
        logger.warning("%s", problem, type="translation")
    env.reportbook_whole = "" if problems else made_of


def begun(app: Sphinx, docname: str, _source: list[str]) -> None:
    """From here on what is asked for belongs to this document."""
    for domain in extract.DOMAINS if chinese(app.config) else ():
        messages.catalogue(domain).asked.clear()


def noted(app: Sphinx, document: nodes.document) -> None:
    """Keep what a document took from the catalogues of outputs and data."""
    if not chinese(app.config):
        return
    if not hasattr(app.env, "reportbook_asked"):
        app.env.reportbook_asked = {}
    app.env.reportbook_asked[app.env.docname] = {
        domain: dict(messages.catalogue(domain).asked) for domain in extract.DOMAINS
    }


def outdated(app: Sphinx, env: BuildEnvironment, *_: object) -> list[str]:
    """The documents that would take another translation now than when they were read.

    Sphinx itself knows the catalogues of Markdown alone.
    """
    if not chinese(app.config):
        return []
    return [
        docname
        for docname, asked in getattr(env, "reportbook_asked", {}).items()
        if docname in env.found_docs
        and any(
            messages.catalogue(domain).texts.get(message, message) != translation
            for domain, told in asked.items()
            for message, translation in told.items()
        )
    ]


def setup(app: Sphinx) -> None:
    app.connect("source-read", begun)
    app.connect("doctree-read", noted)
    app.connect("env-get-outdated", outdated)
    app.add_config_value("reportbook_draft", False, "env", [bool])
    app.add_config_value("reportbook_languages", [], "html", [list])
    app.add_config_value("reportbook_words", "", "html", [str])
    # Where the files stand that all languages share, beside this edition's own; "" for here
    app.add_config_value("reportbook_files", "", "html", [str])
    app.add_transform(Shorts)
    app.add_transform(Whole)
    app.connect("env-updated", held)


def shorts(document: nodes.document) -> dict[str, str]:
    """The short headings of a page by their places in its contents; they are taken out of it."""
    found = {}
    for node in list(document.findall(Short)):
        found[f"#{node.parent['ids'][0]}"] = node["short"]
        node.parent.remove(node)
    return found
