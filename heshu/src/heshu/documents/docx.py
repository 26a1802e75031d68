"""Word files (.docx): paragraphs, tables and notes, as a reader sees them who accepts all changes.

A .docx is a ZIP archive of XML. Neither is trusted: a part may have PART bytes at most, however
small it is packed, and one that declares a document type, and so entities, is refused.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from heshu.documents import DocumentError, Line, Paragraph, Place, Rows, Spanning

PART = 64 * 2**20
CHUNK = 1 << 16
# What shows nothing: what was moved away, and what older programs show in place of a drawing
UNSHOWN = {"moveFrom", "Fallback"}
SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}
# What archives of other programs hold
OTHERS = {"xl/workbook.xml": "sheet", "ppt/presentation.xml": "slides", "content.xml": "odt"}
# What reading a damaged archive, or the XML in it, raises
BROKEN = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError, ValueError, KeyError,
    RuntimeError, OverflowError, struct.error,
)  # fmt: skip
WORDS = "wordprocessingml"
Attributes = dict[str, str]


def read(content: bytes) -> list[Paragraph | Rows]:
    """The paragraphs and tables of a Word file. Raises DocumentError where it can't be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            for name, kind in OTHERS.items():
                if name in names:
                    raise DocumentError(f"is {kind}")
            mains = _related(archive, "", ("officeDocument",))
            if len(mains) != 1 or not mains[0].startswith("word/"):
                raise DocumentError("is archive" if names else "broken-docx")
            blocks = _Part(notes=False).read(archive, mains[0])
            for name in _related(archive, mains[0], ("footnotes", "endnotes")):
                blocks += _Part(notes=True).read(archive, name)
            return blocks
    except DocumentError:
        raise
    except BROKEN as error:
        raise DocumentError("broken-docx") from error


def _parse(archive: zipfile.ZipFile, name: str, parser: expat.XMLParserType) -> None:
    """Parse a part, as much at a time as is at hand."""
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    # More than an archive says of a part isn't read of it
    if archive.getinfo(name).file_size > PART:
        raise DocumentError("large-docx", limit=PART // 2**20)
    with archive.open(name) as part:
        while chunk := part.read(CHUNK):
            parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _refuse(*declared: object) -> None:
    raise DocumentError("entities")


def _related(archive: zipfile.ZipFile, name: str, kinds: tuple[str, ...]) -> list[str]:
    """The parts of these kinds that a part, or with "" the whole archive, says it has."""
    folder, last = posixpath.split(name)
    relations = posixpath.join(folder, "_rels", f"{last}.rels")
    found = []

    def begin(element: str, attributes: Attributes) -> None:
        kind = attributes.get("Type", "").rpartition("/")[2]
        if kind in kinds and attributes.get("TargetMode") != "External":
            target = posixpath.join("/", folder, attributes.get("Target", ""))
            found.append(posixpath.normpath(target).lstrip("/"))

    if relations in archive.namelist():
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = begin
        _parse(archive, relations, parser)
    return found


class _Part:
    """A part while it is read. Elements and attributes are told by their local names."""

    def __init__(self, notes: bool) -> None:
        self.notes = notes
        self.blocks: list[Paragraph | Rows] = []
        self.paragraphs = self.tables = self.note = self.read_so_far = 0
        # Paragraphs and tables that are open, the outermost first: boxes and tables nest
        self.lines: list[Paragraph] = []
        self.open: list[Rows] = []
        self.unshown = 0
        self.in_text = False

    def read(self, archive: zipfile.ZipFile, name: str) -> list[Paragraph | Rows]:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        _parse(archive, name, parser)
        return self.blocks

    def _begin(self, element: str, attributes: Attributes) -> None:
        space, _, name = element.rpartition(" ")
        if self.unshown or name in UNSHOWN:
            self.unshown += 1
        elif WORDS in space:
            self.in_text = name == "t"
            if begin := BEGIN.get(name):
                begin(self, {key.rpartition(" ")[2]: value for key, value in attributes.items()})
            elif name in SIGNS:
                self._say(SIGNS[name])

    def _end(self, element: str) -> None:
        space, _, name = element.rpartition(" ")
        self.in_text = False
        if self.unshown:
            self.unshown -= 1
        elif WORDS in space and name == "p" and self.lines:
            self._flush(self.lines.pop())
        elif WORDS in space and name == "tbl" and self.open:
            self.blocks.append(self.open.pop())

    def _text(self, text: str) -> None:
        if self.in_text and not self.unshown:
            self._say(text)

    def _say(self, text: str) -> None:
        if self.lines:
            self.lines[-1].line.add(text, self.read_so_far)
            self.read_so_far += len(text)

    def _flush(self, paragraph: Paragraph) -> None:
        """Keep what a paragraph, or a line of it, says."""
        if not paragraph.line.length:
            return
        if self.open and (cell := _cell(self.open[-1])):
            cell.lines.append(paragraph.line)
            return
        if self.notes:
            paragraph.place = Place(note=self.note)
        else:
            self.paragraphs += 1
            paragraph.place = Place(paragraph=self.paragraphs)
        self.blocks.append(paragraph)

    def _paragraph(self, attributes: Attributes) -> None:
        self.lines.append(Paragraph(Line()))

    def _style(self, attributes: Attributes) -> None:
        style = attributes.get("val", "")
        # Word numbers the headings' styles where it speaks Chinese
        heading = style.lower().startswith(("heading", "title")) or style in "123456789"
        if self.lines and style and heading:
            self.lines[-1].heading = True

    def _line(self, attributes: Attributes) -> None:
        if self.lines:
            heading = self.lines[-1].heading
            self._flush(self.lines[-1])
            self.lines[-1] = Paragraph(Line(), heading)

    def _table(self, attributes: Attributes) -> None:
        self.open.append(Rows())
        self.tables += 1

    def _row(self, attributes: Attributes) -> None:
        if self.open:
            self.open[-1].rows.append([])

    def _cell(self, attributes: Attributes) -> None:
        if self.open and self.open[-1].rows:
            rows = self.open[-1].rows
            place = Place(table=self.tables, row=len(rows), cell=len(rows[-1]) + 1)
            rows[-1].append(Spanning(place=place))

    def _columns(self, attributes: Attributes) -> None:
        cell, columns = _cell(self.open[-1]) if self.open else None, attributes.get("val", "")
        if cell and columns.isascii() and columns.isdigit() and len(columns) < 4:
            cell.columns = max(1, int(columns))

    def _head(self, attributes: Attributes) -> None:
        for cell in self.open[-1].rows[-1] if self.open and self.open[-1].rows else []:
            cell.head = True

    def _note(self, attributes: Attributes) -> None:
        if "separator" in attributes.get("type", "").lower():
            self.unshown += 1  # of this element itself
        else:
            self.note += 1


def _cell(table: Rows) -> Spanning | None:
    """The cell that is open, if one is."""
    return table.rows[-1][-1] if table.rows and table.rows[-1] else None


BEGIN: dict[str, Callable[[_Part, Attributes], None]] = {
    "p": _Part._paragraph,
    "pStyle": _Part._style,
    "br": _Part._line,
    "cr": _Part._line,
    "tbl": _Part._table,
    "tr": _Part._row,
    "tc": _Part._cell,
    "gridSpan": _Part._columns,
    "tblHeader": _Part._head,
    "footnote": _Part._note,
    "endnote": _Part._note,
}
