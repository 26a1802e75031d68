"""The report in HTML: the text with its figures marked, and each finding in its place.

One file that asks for nothing else: it has no script, and its policy lets it load nothing.
"""

from __future__ import annotations

import base64
import hashlib
import html
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from heshu import answers
from heshu.answers import Tally
from heshu.documents import Block, Table
from heshu.finding import Found
from heshu.messages import say
from heshu.output import Checked, summary
from heshu.relations import CONDITIONAL, CONSISTENT, DOUBTFUL, INCONSISTENT, NOT_TESTABLE, Result

# The class of what has a verdict, the gravest first
CLASSES = {
    INCONSISTENT: "inconsistent",
    DOUBTFUL: "doubtful",
    CONDITIONAL: "conditional",
    NOT_TESTABLE: "open",
    CONSISTENT: "held",
}
LANGUAGES = {"en": "en", "zh": "zh-CN"}
# What no page may hold
CONTROLS = dict.fromkeys(
    [*range(9), 11, *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF], "\ufffd"
)


def escape(text: str) -> str:
    """A text as it stands in a page."""
    return html.escape(text.translate(CONTROLS))


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def whole(sections: list[str], tally: Tally, language: str) -> Iterator[str]:
    """The page of some sections, part by part."""
    digest = hashlib.sha256(_style().encode()).digest()
    policy = f"default-src 'none'; style-src 'sha256-{base64.b64encode(digest).decode()}'"
    title = escape(say(language, "page title"))
    yield (
        f'<!DOCTYPE html>\n<html lang="{LANGUAGES[language]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{_style()}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n"
    )
    yield from _counts(tally, language)
    marks = [
        f'<mark class="{name}">{escape(say(language, f"verdict {verdict}"))}</mark>'
        if verdict != CONSISTENT
        else f'<span class="figure held">{escape(say(language, f"verdict {verdict}"))}</span>'
        for verdict, name in CLASSES.items()
    ]
    marks.append(f'<span class="figure">{escape(say(language, "page untested"))}</span>')
    marks.append(f'<span class="unreadable">{escape(say(language, "kind unreadable"))}</span>')
    yield f'<p class="legend">{" ".join(marks)}</p>\n'
    yield from sections
    yield "</main>\n</body>\n</html>\n"


def _counts(tally: Tally, language: str) -> Iterator[str]:
    for line in summary(tally, language):
        yield f'<p class="counts">{escape(line)}</p>\n'


class Section:
    """The part of the page that shows one document."""

    def __init__(self, checked: Checked, number: int, several: bool) -> None:
        self.checked, self.number, self.several = checked, number, several
        self.figures: list[Found] = []
        self.results: list[Result] = []
        self.html = ""

    def note(self, one: Found | Result) -> None:
        (self.results if isinstance(one, Result) else self.figures).append(one)  # type: ignore[arg-type]

    def end(self, tally: Tally) -> None:
        self.html = "".join(self._parts(tally))

    def _parts(self, tally: Tally) -> Iterator[str]:
        checked = self.checked
        order = list(CLASSES)
        self.results.sort(key=lambda one: order.index(one.verdict))
        self.figures.sort(key=lambda one: one.start)
        noted = [one for one in self.results if one.verdict != CONSISTENT]
        self.notes = list(enumerate(noted, start=1))
        # By the offset of a figure: the gravest verdict on it, and its notes
        self.verdicts: dict[int, str] = {}
        for result in reversed(self.results):
            for found in result.found:
                self.verdicts[found.start] = result.verdict
        self.numbers: dict[int, list[int]] = {}
        for number, result in self.notes:
            self.numbers.setdefault(self._start(result), []).append(number)
        name = self._id("file")
        yield f'<section aria-labelledby="{name}">\n<h2 id="{name}">{escape(checked.name)}</h2>\n'
        if self.several:
            yield from _counts(tally, checked.language)
        if noted:
            yield f'<h3>{escape(checked.say("page findings"))}</h3>\n<ol class="findings">\n'
            for number, result in self.notes:
                yield (
                    f'<li class="{CLASSES[result.verdict]}" id="{self._id("li", number)}">'
                    f"{self._told(result, self._id('note', number))}</li>\n"
                )
            yield "</ol>\n"
        if held := self.results[len(noted) :]:
            title = f"{checked.say(f'verdict {CONSISTENT}')} ({len(held)})"
            yield f"<details>\n<summary>{escape(title)}</summary>\n<ul>\n"
            for result in held:
                yield f'<li class="held">{self._told(result)}</li>\n'
            yield "</ul>\n</details>\n"
        yield f'<h3>{escape(checked.say("page text"))}</h3>\n<div class="text" lang="zh-CN">\n'
        for block in checked.document.blocks():
            yield from self._block(block)
        yield "</div>\n</section>\n"

    def _id(self, kind: str, number: int = 0) -> str:
        return f"{kind}-{self.number}" + (f"-{number}" if number else "")

    def _start(self, result: Result) -> int:
        """The offset at which a relation's note stands."""
        return result.found[result.tested].start if result.found else 0

    def _told(self, result: Result, link: str = "") -> str:
        checked = self.checked
        place = escape(checked.where(answers.place(checked.document, result)))
        if link:
            place = f'<a href="#{link}">{place}</a>'
        return (
            f'<span class="place">{place}</span> <code>{escape(result.code)}</code> '
            f'<span class="verdict">{escape(checked.say(f"verdict {result.verdict}"))}</span> '
            f'<q lang="zh-CN">{escape(answers.quote(checked.document, result))}</q>'
            f'<span class="why">{escape(checked.sentence(result))}</span>'
        )

    def _block(self, block: Block) -> Iterator[str]:
        if block.table:
            spans = self._table(block.table)
            label = escape(block.table.caption or self.checked.say("page table"))
            yield f'<div class="wide" role="region" aria-label="{label}" tabindex="0">\n'
            yield from spans
            yield "</div>\n"
            starts = [cell.start for row in block.table.rows for cell in row if cell.text]
            yield from self._notes(min(starts), max(starts) + 1)
        elif block.start < block.end:
            name = ' class="heading"' if block.heading else ""
            yield f"<p{name}>{self._marked(block.start, block.end)}</p>\n"
            yield from self._notes(block.start, block.end)

    def _notes(self, start: int, end: int) -> Iterator[str]:
        """The findings whose place lies between two offsets."""
        for number, result in self.notes:
            if start <= self._start(result) < end:
                checked = self.checked
                yield (
                    f'<p class="note {CLASSES[result.verdict]}" id="{self._id("note", number)}" '
                    f'lang="{LANGUAGES[checked.language]}">{number}. '
                    f"<code>{escape(result.code)}</code> "
                    f'<span class="verdict">{escape(checked.say(f"verdict {result.verdict}"))}'
                    f"</span> {escape(checked.sentence(result))}</p>\n"
                )

    def _marked(self, start: int, end: int) -> str:
        """A passage of the text, its figures marked."""
        text, parts, at = self.checked.document.text, [], start
        first = bisect_right(self.figures, start - 1, key=lambda one: one.start)
        for found in self.figures[first:]:
            if found.start >= end:
                break
            if found.start < at:
                continue
            parts.append(escape(text[at : found.start]))
            parts.append(self._figure(found, escape(text[found.start : found.end])))
            at = found.end
        return "".join(parts) + escape(text[at:end])

    def _figure(self, found: Found, text: str) -> str:
        verdict = self.verdicts.get(found.start)
        links = ""
        for number in self.numbers.get(found.start, ()):
            label = escape(self.checked.say("page note", number=number))
            target = self._id("note", number)
            links += f'<sup><a href="#{target}" aria-label="{label}">{number}</a></sup>'
        if verdict is None:
            name = "unreadable" if found.reading.kind == "unreadable" else "figure"
            return f'<span class="{name}">{text}</span>{links}'
        if verdict == CONSISTENT:
            return f'<span class="figure held">{text}</span>'
        return f'<mark class="{CLASSES[verdict]}">{text}</mark>{links}'

    def _table(self, table: Table) -> Iterator[str]:
        yield "<table>\n"
        for row in table.rows:
            yield "<tr>"
            for cell in row:
                tag = "th" if cell.head else "td"
                yield f"<{tag}>{self._marked(cell.start, cell.end)}</{tag}>"
            yield "</tr>\n"
        yield "</table>\n"
