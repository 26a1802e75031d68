"""HTML: what a browser would show, in paragraphs and tables.

The tokens are those of the HTML standard, in one pass: the standard library's own parser takes
time in the square of what isn't closed, and a check of a page must end. What stands in a tag,
comment or script that nothing closes isn't shown by a browser, nor read here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from heshu.documents import Line, Paragraph, Rows, Spanning

TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*+)
    (?P<attributes>(?:[\s/]++|=?[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+|=)*+)>""",
    re.VERBOSE,
)
ATTRIBUTE = re.compile(r"""([^\s/>=]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))""")
REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
# What isn't shown
UNSHOWN = {"script", "style", "template", "noscript", "iframe", "title", "textarea", "svg", "math"}
# What stands within a sentence; all other elements end it
INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
HEADINGS = {f"h{level}" for level in range(1, 7)}


def read(source: str, start: int = 0, end: int | None = None) -> Iterator[Paragraph | Rows]:
    """The paragraphs and tables of a page, or of a part of a file, in their order."""
    return _Page(source, start, len(source) if end is None else end).blocks()


class _Page:
    """A page while it is read: the tables that are open, the outermost first, and their cells."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source, self.start, self.end = source, start, end
        self.line, self.heading = Line(), False
        self.open: list[tuple[Rows, list[Paragraph | Rows]]] = []

    def blocks(self) -> Iterator[Paragraph | Rows]:
        source, at = self.source, self.start
        while at < self.end:
            sign = source.find("<", at, self.end)
            if sign < 0:
                sign = self.end
            self._text(at, sign)
            at = sign
            if at == self.end:
                break
            if source.startswith("<!--", at):
                at = _after(source, "-->", at + 4, self.end)
            elif source.startswith(("<!", "<?"), at):
                at = _after(source, ">", at + 2, self.end)
            elif tag := TAG.match(source, at, self.end):
                at = tag.end()
                name = tag["name"].lower()
                if name in UNSHOWN and not tag["end"] and not tag["attributes"].endswith("/"):
                    close = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE)
                    closed = close.search(source, at, self.end)
                    at = closed.start() if closed else self.end
                elif name not in INLINE and ":" not in name:  # Word writes <o:p> and <st1:…>
                    yield from self._element(name, not tag["end"], tag["attributes"])
            elif re.match("</?[A-Za-z]", source[at : at + 3]):
                break
            else:
                self._text(at, at + 1)
                at += 1
        yield from self._paragraph()
        while self.open:
            yield from self._close()

    def _text(self, start: int, end: int) -> None:
        """Add what is shown, references replaced by what they stand for."""
        line = self._cell.lines[-1] if self._cell else self.line
        at = start
        for reference in REFERENCE.finditer(self.source, start, end):
            line.add(self.source[at : reference.start()], at)
            line.add(html.unescape(reference[0]), reference.start(), verbatim=False)
            at = reference.end()
        line.add(self.source[at:end], at)

    @property
    def _cell(self) -> Spanning | None:
        """The cell that is open, if one is."""
        if not self.open or not self.open[-1][0].rows or not self.open[-1][0].rows[-1]:
            return None
        return self.open[-1][0].rows[-1][-1]

    def _element(self, name: str, begins: bool, attributes: str) -> Iterator[Paragraph | Rows]:
        if name == "table" and begins:
            yield from self._paragraph()
            self.open.append((Rows(), []))
        elif name == "table" and self.open:
            yield from self._close()
        elif name == "tr" and self.open:
            if begins:
                self.open[-1][0].rows.append([])
        elif name in ("td", "th") and self.open:
            if begins:
                if not self.open[-1][0].rows:
                    self.open[-1][0].rows.append([])
                spans = _spans(attributes)
                cell = Spanning(head=name == "th", columns=spans[0], rows=spans[1])
                self.open[-1][0].rows[-1].append(cell)
        elif self._cell:
            self._cell.lines.append(Line())
        else:
            yield from self._paragraph()
            self.heading = begins and name in HEADINGS

    def _paragraph(self) -> Iterator[Paragraph]:
        if self.line.length:
            yield Paragraph(self.line, self.heading)
        self.line, self.heading = Line(), False

    def _close(self) -> Iterator[Paragraph | Rows]:
        table, within = self.open.pop()
        found: list[Paragraph | Rows] = [table, *within]
        if self.open:
            # A table in a cell of another, which is laid out by it, follows it
            self.open[-1][1].extend(found)
        else:
            yield from found


def _after(source: str, sign: str, start: int, end: int) -> int:
    at = source.find(sign, start, end)
    return end if at < 0 else at + len(sign)


def _spans(attributes: str) -> tuple[int, int]:
    """How many columns and rows a cell spans."""
    given = {name.lower(): "".join(value) for name, *value in ATTRIBUTE.findall(attributes)}
    numbers = (given.get(name, "") for name in ("colspan", "rowspan"))
    columns, rows = (
        min(int(n), 1000) if n.isascii() and n.isdigit() and len(n) < 5 else 1 for n in numbers
    )
    return max(1, columns), max(1, rows)
