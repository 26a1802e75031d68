"""Documents: what text, Markdown, HTML and Word files say, and where they say it.

A reader (`markdown`, `html`, `docx`) makes paragraphs and tables of a file, each character with
its place in the file. `Document` puts them into one text, which the check reads: the paragraphs,
a line each, in their order, and after them the cells of the tables, a line each, which are no
prose. A cell that holds a sentence is prose all the same, and so a paragraph.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

# A cell in which a sentence ends or goes on is prose that was laid out in a table
SENTENCE = re.compile("[。；！？]")
# A heading's own number: 2.2 项目, 1. 总则, 3、结论
NUMBERING = re.compile(
    r"\s*(?:[0-9]{1,2}(?:[.．][0-9]{1,2})+[.．]?(?=\s)|[0-9]{1,2}[.．、](?![0-9]))\s*"
)
SPACES = re.compile(r"[ \t\n\r\f\xa0]+")
LINE_ENDS = re.compile(r"\r\n|\n|\r")
# No table that people read is larger, whatever its cells say that they span
COLUMNS, CELLS = 200, 200_000


class DocumentError(ValueError):
    """A document that can't be read; `reason` is the name of the message that says why."""

    def __init__(self, reason: str, **words: object) -> None:
        super().__init__(reason)
        self.reason, self.words = reason, words


class Place(NamedTuple):
    """Where something stands in a file, counted from 1; 0 where the file has no such thing.

    Files of lines have `line` and `column`, in characters. Word files have none: there
    `paragraph` counts the paragraphs that hold words outside tables and notes, `note` the
    notes, and a cell of a table has `table`, `row` and `cell`.
    """

    line: int = 0
    column: int = 0
    paragraph: int = 0
    note: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0


NOWHERE = Place()


class Line:
    """A paragraph or a cell as it is read: its text, and from where in the file it comes.

    White space is one blank. There is none at the ends nor, where a line of the file ends,
    beside a character that isn't ASCII: Chinese that was wrapped has no blank there.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        # At which character of the line a run begins that stands in the file without a gap
        self.starts, self.sources = array("q"), array("q")
        self._space: tuple[str, int] | None = None

    def add(self, text: str, source: int, verbatim: bool = True) -> None:
        """Add a text that stands at an offset of the file, or that something there stands for."""
        at = 0
        for space in SPACES.finditer(text):
            self._put(text[at : space.start()], source + at * verbatim, verbatim)
            if self._space is None or "\n" in space[0]:
                self._space = space[0], source + space.start() * verbatim
            at = space.end()
        self._put(text[at:], source + at * verbatim, verbatim)

    def _put(self, text: str, source: int, verbatim: bool) -> None:
        if not text:
            return
        if self._space and self.parts:
            space, place = self._space
            if "\n" not in space or (self.parts[-1][-1] + text[0]).isascii():
                self._run(" ", place)
        self._space = None
        for part in (text,) if verbatim else text:
            self._run(part, source)

    def _run(self, text: str, source: int) -> None:
        if not self.starts or source != self.sources[-1] + self.length - self.starts[-1]:
            self.starts.append(self.length)
            self.sources.append(source)
        self.parts.append(text)
        self.length += len(text)

    def __len__(self) -> int:
        return self.length

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def without_number(self) -> Line:
        """The line without the number of a heading."""
        text = self.text
        if not (numbered := NUMBERING.match(text)):
            return self
        line = Line()
        for start, end, source in self.runs():
            first = max(start, numbered.end())
            if first < end:
                line._run(text[first:end], source + first - start)
        return line

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """The runs: where each begins and ends in the line, and where it begins in the file."""
        ends = [*self.starts[1:], self.length] if self.starts else []
        yield from zip(self.starts, ends, self.sources, strict=True)


def joined(lines: list[Line]) -> Line:
    """Lines as one, with a blank between any two."""
    line = Line()
    for one in lines:
        text = one.text
        for start, end, source in one.runs():
            line.add((" " if not start and line.length else "") + text[start:end], source)
    return line


@dataclass
class Paragraph:
    """A line of prose; `place` in a Word file, which has no lines."""

    line: Line
    heading: bool = False
    place: Place = NOWHERE


@dataclass
class Spanning:
    """A cell as a reader finds it: its lines, and the columns and rows that it spans."""

    lines: list[Line] = field(default_factory=lambda: [Line()])
    head: bool = False
    columns: int = 1
    rows: int = 1
    place: Place = NOWHERE


@dataclass
class Rows:
    """The rows of a table as a reader finds them."""

    rows: list[list[Spanning]] = field(default_factory=list)


class Cell(NamedTuple):
    """A cell of a table: its text, the offset of that, and whether it is called a head.

    `again` says that it repeats the cell before or above it, which spans this place too.
    """

    text: str
    start: int
    head: bool
    again: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Table:
    """Cells in rows of one length; `caption` is the paragraph before the table, or ""."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: str


class Block(NamedTuple):
    """A paragraph, by its offsets in the text, or a table."""

    start: int
    end: int
    heading: bool = False
    table: Table | None = None


class Document:
    """One text, and the place of each of its characters in a file.

    `text` is all of it, `prose` the part before the cells of tables. `source` is the file's
    own text, "" where the file has no lines.
    """

    def __init__(self, source: str, blocks: Iterable[Paragraph | Rows] | None = None) -> None:
        """A document of plain text, or one of blocks of a file."""
        self.source = source
        self._blocks: list[Block] = []
        self._laid = blocks is not None
        # At which character of the text a run begins that stands in the file without a gap
        self._starts, self._sources = array("q"), array("q")
        self._places: list[Place] = []
        self.text = self.prose = source
        if blocks is not None:
            self._lay(blocks)

    def _lay(self, blocks: Iterable[Paragraph | Rows]) -> None:
        lines: list[str] = []
        length = 0

        def put(line: Line, place: Place) -> tuple[int, str]:
            nonlocal length
            for start, source in zip(line.starts, line.sources, strict=True):
                self._starts.append(length + start)
                self._sources.append(source)
                self._places.append(place)
            start, text = length, line.text
            lines.append(text)
            length += len(text) + 1
            return start, text

        laid: list[Block | tuple[Rows, str]] = []
        caption = ""
        for block in blocks:
            if isinstance(block, Paragraph):
                line = block.line.without_number() if block.heading else block.line
                if line.length:
                    start, caption = put(line, block.place)
                    laid.append(Block(start, start + line.length, block.heading))
                continue
            for cell in (cell for row in block.rows for cell in row):
                if any(SENTENCE.search(line.text) for line in cell.lines):
                    for line in filter(len, cell.lines):
                        start, _ = put(line, cell.place)
                        laid.append(Block(start, start + line.length))
                    cell.lines = [Line()]
            laid.append((block, caption))
            caption = ""
        prose = max(0, length - 1)
        for one in laid:
            if isinstance(one, Block):
                self._blocks.append(one)
            elif table := _table(*one, put):
                self._blocks.append(Block(0, 0, table=table))
        self.text = "\n".join(lines)
        self.prose = self.text[:prose]

    @property
    def tables(self) -> list[Table]:
        """The tables, in their order."""
        return [block.table for block in self._blocks if block.table]

    def blocks(self) -> Iterator[Block]:
        """The paragraphs and tables, in the order of the file."""
        if self._laid:
            yield from self._blocks
            return
        ends = [(cut.start(), cut.end()) for cut in LINE_ENDS.finditer(self.text)]
        edges = [(0, 0), *ends, (len(self.text), 0)]
        for (_, start), (end, _) in pairwise(edges):
            yield Block(start, end)

    def place(self, offset: int) -> Place:
        """Where a character of the text stands in the file."""
        if self._laid:
            if not self._starts:
                return NOWHERE
            run = max(0, bisect_right(self._starts, offset) - 1)
            if not self.source:
                return self._places[run]
            offset = self._sources[run] + offset - self._starts[run]
        line = bisect_right(self._lines, offset)
        return Place(line=line, column=offset - self._lines[line - 1] + 1)

    @cached_property
    def _lines(self) -> array[int]:
        """Where the lines of the file begin."""
        return array("q", [0, *(cut.end() for cut in LINE_ENDS.finditer(self.source))])


Put = Callable[[Line, Place], tuple[int, str]]


def _table(table: Rows, caption: str, put: Put) -> Table | None:
    """The grid of a table, whose cells are laid into the text; None where nothing is in it."""
    rows: list[tuple[Cell, ...]] = []
    # By column: how many rows more a cell goes on, and the cell
    above: dict[int, tuple[int, Cell]] = {}
    count = 0
    for raw in table.rows:
        row: list[Cell] = []

        def fall(row: list[Cell] = row) -> None:
            """Repeat what the cells above span."""
            while (spanned := above.get(len(row))) and spanned[0]:
                above[len(row)] = spanned[0] - 1, spanned[1]
                row.append(spanned[1])

        for spanning in raw:
            fall()
            start, text = put(joined(spanning.lines), spanning.place)
            cell = Cell(text, start, spanning.head)
            for _ in range(min(spanning.columns, COLUMNS - len(row))):
                if spanning.rows > 1:
                    above[len(row)] = spanning.rows - 1, cell._replace(again=True)
                row.append(cell)
                cell = cell._replace(again=True)
        fall()
        count += len(row)
        if count > CELLS:
            return None
        rows.append(tuple(row))
    width = max(map(len, rows), default=0)
    if not any(cell.text for row in rows for cell in row):
        return None
    empty = Cell("", 0, False)
    return Table(tuple((*row, *[empty] * (width - len(row))) for row in rows), caption)
