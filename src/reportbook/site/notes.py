"""Sources as numbered notes: in the margin where there is room, and listed at a page's end.

The number leads to the list, which the script notes.js shows in place, and the list leads back to
every place; so does the list of all sources, in the chapter that holds it.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from reportbook.data.publishers import publisher
from reportbook.language import marked
from reportbook.site import sources, translated
from reportbook.translation.words import _, source

CITED = "bibtex-citation"  # what sphinxcontrib-bibtex calls a group of citations
ADDRESS = re.compile(r"(?: URL:)? (https?://\S+)\.(?= |$)")


class Notes:
    """The sources that a page cites, in the order of their numbers."""

    def __init__(self, app: Sphinx, page: str, document: nodes.document) -> None:
        self.app, self.page = app, page
        domain = app.env.get_domain("cite")
        self.known = {citation.citation_id: citation for citation in domain.citations}
        self.holds = any(citation.bibliography_key.docname == page for citation in domain.citations)
        self.numbers: dict[str, str] = {}  # of each source here, by its key
        self.places: dict[str, list[str]] = {}
        self.texts: dict[str, str] = {}
        for group in document.findall(nodes.inline):
            if CITED in group["classes"] and not self.holds:
                group["html"] = self.cited(group)

    def cited(self, group: nodes.inline) -> str:
        """A group of citations: their numbers, and in short who they are, for the margin."""
        (place,) = group["ids"]
        numbers, margin = [], []
        for link in group.findall(nodes.reference):
            citation = self.known[link["refuri"].partition("#")[2]]
            number = link.astext()
            self.numbers[citation.key] = number
            self.places.setdefault(citation.key, []).append(place)
            self.texts[citation.key] = self.text(link, number, citation.entry)
            numbers.append(f'<a href="#s{number}">{number}</a>')
            margin.append(f'<small class="aside">{number} {marked(short(citation.entry))}</small>')
        return (
            f'<span class="cited" id="{place}"><sup>{",".join(numbers)}</sup>'
            f"{''.join(margin)}</span>"
        )

    def text(self, link: nodes.reference, number: str, entry: Any) -> str:
        """A source as the list of all has it, leading there and to the source itself."""
        text = link["reftitle"]
        address = ADDRESS.search(text)
        told = ADDRESS.sub("", text)
        if translated.chinese(self.app.config):
            words = "".join(
                f'<span lang="en">{escape(part)}</span>' if other else escape(part)
                for part, other in sources.apart(told[:-1], entry)
            )
        else:
            words = marked(told[:-1])
        if address:
            words = f'<a href="{escape(address[1])}">{words}</a>'
        return f'<a href="{escape(link["refuri"])}">{number}</a> {words}{told[-1]}'

    def html(self) -> str:
        """The list; nothing for a page that cites none, or that holds the list of all."""
        cited = _("Cited {places}")
        items = [
            f'<li id="s{self.numbers[key]}">{self.texts[key]} '
            f'<span class="back">{cited.format(places=back(self.places[key]))}</span></li>'
            for key in sorted(self.numbers, key=lambda key: int(self.numbers[key]))
        ]
        listed = "\n".join(items)
        return (
            f'<details class="notes"><summary>{_("Sources")}</summary>\n'
            f"<ul>\n{listed}\n</ul></details>"
            if items
            else ""
        )


def short(entry: Any) -> str:
    """Who published a source, and when."""
    return source(publisher(entry), entry.fields.get("year", ""))


def back(places: list[str], page: str = "") -> str:
    """Links to the places of a page that cite a source."""
    return ", ".join(
        f'<a href="{escape(page)}#{place}">{number}</a>' for number, place in enumerate(places, 1)
    )


def lead_back(app: Sphinx, document: nodes.document, page: str) -> None:
    """Let each entry of the list of all sources lead to every place that cites it."""
    domain = app.env.get_domain("cite")
    for entry in document.findall(nodes.citation):
        entry["backrefs"] = [*dict.fromkeys(entry["backrefs"])]  # a translation adds its own
        keys = {
            citation.key for citation in domain.citations if citation.citation_id in entry["ids"]
        }
        told = []
        for name in sorted(app.env.found_docs - {page}):
            places = [
                cited.citation_ref_id
                for cited in domain.citation_refs
                if cited.docname == name and keys.intersection(key.key for key in cited.targets)
            ]
            if places:
                title = app.env.titles[name].astext().partition(_(":"))[0]
                links = back(places, app.builder.get_relative_uri(page, name))
                told.append(f"{marked(title)} {links}")
        if told:
            cited = _("Cited in {chapters}").format(chapters=_("; ").join(told))
            html = f'<p class="back">{cited}</p>'
            entry += nodes.raw("", html, format="html")


def cited_anew(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The pages with lists of all sources, where a place that cites one came, went or moved."""
    domain = env.get_domain("cite")
    before = getattr(env, "reportbook_cited", None)
    env.reportbook_cited = sorted(map(repr, domain.citation_refs))
    holding = {citation.bibliography_key.docname for citation in domain.citations}
    return [] if before == env.reportbook_cited else sorted(holding)
