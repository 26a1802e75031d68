"""Markdown: paragraphs, items, headings and pipe tables, without what marks them up.

CommonMark with the tables of GitHub, as far as it matters to what a text says: front matter,
code, addresses, comments and numbers of headings and items are left alone. A table in HTML is
read as such; other tags within a paragraph are passed over.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator

from heshu.documents import LINE_ENDS, Line, Paragraph, Rows, Spanning, html

FRONT = re.compile(r"---[ \t]*(?:\r?\n|\r)")
FRONT_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
RULE = re.compile(r" {0,3}(?:=+|(?:[-*_][ \t]*){3,}|-+)[ \t]*$")
ITEM = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
QUOTE = re.compile(r" {0,3}>[ \t]?")
DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]]{1,300}\]:[ \t]*\S")
NOTE = re.compile(r" {0,3}\[\^[^\]]{1,300}\]:[ \t]*")
CODE = re.compile(r"(?: {4}|\t)")
DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
PIPE = re.compile(r"(?<!\\)\|")
# Elements of HTML that are read as such, or not at all
RAW = re.compile(r"[ \t]*<(?P<name>table|script|style|pre)(?=[\s>])", re.IGNORECASE)
FOLDED = re.compile(r"</(?:table|script|style|pre)>", re.IGNORECASE)
COMMENT = re.compile(r" {0,3}<!--")
# What is marked up within a line; the label of a link is read again
INLINE = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
    |(?P<code>(?<!`)(?P<ticks>`{1,3})(?!`)[^`]{1,1000}(?P=ticks)(?!`))
    |(?P<image>!\[[^\[\]]{0,300}\](?:\([^()]{0,1000}\)|\[[^\[\]]{0,300}\]))
    |\[(?P<label>[^\[\]]{1,300})\](?:\([^()]{0,1000}\)|\[[^\[\]]{0,300}\])
    |(?P<note>\[\^[^\[\]]{1,300}\])
    |(?P<comment><!--(?:[^-]|-(?!->)){0,300}-->)
    |(?P<address><[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]{0,1000}>|(?:https?|ftp)://[!-;=?-~]+)
    |(?P<tag></?[A-Za-z][^<>]{0,1000}>)
    |(?P<break>[ ]{2,}$|\\$)
    |(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    |(?P<emphasis>\*+|~~|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9_]))""",
    re.VERBOSE | re.DOTALL,
)
BR = re.compile(r"<br(?=[\s/>])", re.IGNORECASE)
BREAK = "\n"
# Stands where something is that says nothing, so that its neighbours aren't joined
OBJECT = "\ufffc"


def read(source: str) -> Iterator[Paragraph | Rows]:
    """The paragraphs and tables of a Markdown text, in their order."""
    lines = _lines(source)
    open_lines: list[tuple[int, int]] = []  # of the paragraph that goes on
    fence, after_blank, in_item = "", True, False
    folded = FOLDED.sub(lambda tag: tag[0].lower(), source)
    i = 0

    def close(heading: bool = False) -> list[Paragraph]:
        """The paragraphs that the open lines make; none is open then."""
        made = list(_paragraphs(source, open_lines, heading))
        open_lines.clear()
        return made

    while i < len(lines):
        start, end = lines[i]
        i += 1
        if fence:
            closing = source[start:end].strip()
            if closing.startswith(fence) and not closing.strip(fence[0]):
                fence = ""
            continue
        while quote := QUOTE.match(source, start, end):
            start = quote.end()
        text = source[start:end]
        if not text.strip():
            yield from close()
            after_blank = True
        elif opened := FENCE.match(text):
            yield from close()
            fence, after_blank = opened[1], True
        elif after_blank and not in_item and CODE.match(text):
            pass  # code, and so is what follows it at once
        elif (raw := RAW.match(text)) or COMMENT.match(text):
            yield from close()
            ends = f"</{raw['name'].lower()}>" if raw else "-->"
            last = folded.find(ends, start)
            last = len(source) if last < 0 else last + len(ends)
            if raw and raw["name"].lower() != "pre":
                yield from html.read(source, start, last)
            while i < len(lines) and lines[i][0] < last:
                i += 1
            if last < lines[i - 1][1]:
                # What follows on the same line
                i -= 1
                lines[i] = last, lines[i][1]
        elif i < len(lines) and _heads(source, (start, end), lines[i]):
            yield from close()
            rows = [(start, end)]
            i += 1
            while i < len(lines) and "|" in source[slice(*lines[i])]:
                rows.append(lines[i])
                i += 1
            yield Rows([_row(source, *row, head=not n) for n, row in enumerate(rows)])
        elif RULE.match(text):
            # Below a paragraph it makes a heading of it
            yield from close(heading=True)
            after_blank = True
        elif heading := HEADING.match(text):
            yield from close()
            open_lines.append((start + heading.end(), end))
            yield from close(heading=True)
            after_blank = True
        elif not DEFINITION.match(text):
            if begun := NOTE.match(text) or ITEM.match(text):
                yield from close()
                start += begun.end()
                in_item = True
            elif not text[0].isspace():
                in_item = False
            open_lines.append((start, end))
            after_blank = False
    yield from close()


def _lines(source: str) -> list[tuple[int, int]]:
    """Where the lines begin and end, without their ends and the front matter."""
    start = 0
    if (front := FRONT.match(source)) and (close := FRONT_END.search(source, front.end())):
        start = close.end()
    lines = []
    for cut in LINE_ENDS.finditer(source, start):
        lines.append((start, cut.start()))
        start = cut.end()
    return [*lines, (start, len(source))]


def _paragraphs(
    source: str, lines: list[tuple[int, int]], heading: bool = False
) -> Iterator[Paragraph]:
    """The paragraph of some lines; a new one where a line is ended by force."""
    line = Line()
    for start, end in lines:
        line.add("\n", start)
        for text, at in _inline(source, start, end):
            if text == BREAK:
                yield Paragraph(line, heading)
                line = Line()
            else:
                line.add(text, at, verbatim=source.startswith(text, at))
    yield Paragraph(line, heading)


def _inline(source: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """What a line says, each part with its place; BREAK where a new line begins by force."""
    at = start
    for match in INLINE.finditer(source, start, end):
        yield source[at : match.start()], at
        at = match.end()
        form = match.lastgroup
        if form == "label":
            yield from _inline(source, *match.span("label"))
        elif form == "escaped":
            yield match["escaped"], match.start() + 1
        elif form == "entity":
            yield entities.unescape(match[0]), match.start()
        elif form == "emphasis":
            # A sign of multiplication stands between blanks or digits
            sides = source[max(start, match.start() - 1) : match.start()], source[at : at + 1]
            if "".join(sides).isspace() or all(side.isdigit() for side in sides):
                yield match[0], match.start()
        elif form == "break" or (form == "tag" and BR.match(match[0])):
            yield BREAK, match.start()
        elif form != "tag" and form != "comment":
            yield OBJECT, match.start()
    yield source[at:end], at


def _heads(source: str, head: tuple[int, int], below: tuple[int, int]) -> bool:
    """Whether two lines begin a table."""
    if "|" not in source[slice(*head)] or not DELIMITER.match(source, *below):
        return False
    return len(_cells(source, *head)) == len(_cells(source, *below))


def _cells(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the cells of a row begin and end."""
    text = source[start:end]
    first = start + len(text) - len(text.lstrip())
    last = start + len(text.rstrip())
    if source.startswith("|", first):
        first += 1
    cuts = [cut.start() for cut in PIPE.finditer(source, first, last)]
    if cuts and cuts[-1] == last - 1:
        last = cuts.pop()
    return list(zip([first, *(cut + 1 for cut in cuts)], [*cuts, last], strict=True))


def _row(source: str, start: int, end: int, head: bool) -> list[Spanning]:
    row = []
    for cell in _cells(source, start, end):
        lines = [paragraph.line for paragraph in _paragraphs(source, [cell])]
        row.append(Spanning(lines, head))
    return row
