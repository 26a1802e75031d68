"""One HTML document as a tagged PDF, by Typst, with the print design of the package.

The words of the document are handed over as strings of Typst's language, so that nothing in
them is ever code.
"""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pikepdf
import typst
from pikepdf import ObjectStreamMode
from sphinx.errors import ExtensionError
from sphinx.util import logging

from reportbook.charts import palette
from reportbook.data import datapackage

logger = logging.getLogger(__name__)

HERE = Path(__file__).parent
DESIGN = HERE / "print" / "report.typ"
# The faces that come with the package: Source Serif 4 and Arimo
FOLDERS = (HERE / "print", HERE / "fonts")
# Faces for simplified Chinese, the best first
CHINESE_FACES = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC")
MIME_TYPES = {".csv": "text/csv", ".json": "application/json"}

VOID = {"meta", "col", "br", "img", "hr"}
# Elements that only hold others
HOLDERS = {"html", "body", "section", "div", "tbody"}
INLINE = {"span", "a", "em", "strong", "code", "br"}


def chinese_face() -> typst.FontInfo | None:
    """The best face for simplified Chinese that the system has."""
    known = {font.family: font for font in typst.Fonts().fonts() if font.path}
    return next((known[family] for family in CHINESE_FACES if family in known), None)


class Element:
    """An element of the document, with its text and its elements in their order."""

    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag, self.attributes = tag, attributes
        self.id = attributes.get("id") or ""
        self.classes = (attributes.get("class") or "").split()
        self.parts: list[Element | str] = []

    def elements(self) -> list[Element]:
        return [part for part in self.parts if isinstance(part, Element)]

    def all(self, tag: str) -> list[Element]:
        """Every element of a kind in this one, in the order of the document."""
        found = [self] if self.tag == tag else []
        return found + [below for part in self.elements() for below in part.all(tag)]

    def named(self, name: str) -> Element | None:
        """The first element of a class in this one."""
        if name in self.classes:
            return self
        return next(filter(None, (part.named(name) for part in self.elements())), None)

    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text() for part in self.parts)


class Tree(HTMLParser):
    """The elements of a document; its drawings stay as they are, as the text of their element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.drawings: list[str] = []
        self.root = Element("", {})
        self.open = [self.root]
        self.feed(re.sub("<svg.*?</svg>", self._kept, html, flags=re.DOTALL))

    def _kept(self, drawing: re.Match[str]) -> str:
        self.drawings.append(drawing[0])
        return f'<svg data-drawing="{len(self.drawings) - 1}"></svg>'

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attributes))
        if tag == "svg":
            element.parts.append(self.drawings[int(element.attributes["data-drawing"] or 0)])
        self.open[-1].parts.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.open[-1].parts.append(data)


def string(text: str) -> str:
    """A text as a string of Typst's language: nothing in it can end the string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def call(function: str, *arguments: str, **named: str) -> str:
    """A call of a function of the design; names have hyphens for underscores."""
    options = [f"{name.replace('_', '-')}: {value}" for name, value in named.items()]
    return f"{function}({', '.join([*arguments, *options])})"


def statements(codes: list[str]) -> str:
    """Code whose values follow each other."""
    return "{" + "; ".join(codes) + "}"


def is_inline(part: Element | str) -> bool:
    return isinstance(part, str) or part.tag in INLINE


def array(values: list[str]) -> str:
    return f"({''.join(f'{value}, ' for value in values)})"


class Setter:
    """Writes the elements of a document as code of Typst, which calls the design's functions."""

    def __init__(self, root: Element) -> None:
        links = [link.attributes.get("href") or "" for link in root.all("a")]
        numbers = [span.attributes.get("data-to") or "" for span in root.all("span")]
        self.indented = True
        # What nothing leads to needs no label
        self.wanted = {to.removeprefix("#") for to in [*links, *numbers] if to.startswith("#")}

    def column(self, block: str) -> str:
        """A block of prose, in its column."""
        return call("prose", block) if self.indented else block

    def anchor(self, element: Element) -> list[str]:
        return [call("anchor", string(element.id))] if element.id in self.wanted else []

    def inline(self, parts: list[Element | str], *, whole: bool = True) -> str:
        """Running text, with white space as HTML has it; at the ends of a whole line, none."""
        written = []
        for place, part in enumerate(parts):
            if isinstance(part, Element):
                written.append(self.word(part))
                continue
            text = re.sub("[ \t\n]+", " ", part)
            if whole and place == 0:
                text = text.lstrip(" ")
            if whole and place == len(parts) - 1:
                text = text.rstrip(" ")
            written.append(string(text))
        return statements(written or ["[]"])

    def word(self, element: Element) -> str:
        """An element within a line."""
        tag, attributes = element.tag, element.attributes
        if "label" in element.classes:
            return "[]"  # The short name of a source, by which nothing in print refers to it
        if tag == "br":
            return "linebreak()"
        content = self.inline(element.parts, whole=False)
        if attributes.get("lang"):
            content = call("zh", content)
        if to := attributes.get("data-to"):
            content = call("page-of", string(to.removeprefix("#")))
        elif tag == "a":
            to = attributes.get("href") or ""
            target = f"label({string(to[1:])})" if to.startswith("#") else string(to)
            content = call("link", target, content)
        elif tag in ("em", "strong"):
            content = call({"em": "emph", "strong": "strong"}[tag], content)
        elif tag == "code":
            content = call("code", content)
        elif "caption-number" in element.classes:
            content = call("caption-number", content)
        elif tag != "span":
            raise ExtensionError(f"the PDF edition can't set <{tag}> within a line")
        return statements([*self.anchor(element), content])

    def blocks(self, element: Element) -> list[str]:
        """What an element holds, block by block; text that stands in no block makes one."""
        found: list[str] = []
        parts = element.parts
        for in_line, run in groupby(parts, is_inline):
            if in_line:
                line = list(run)
                if any(not isinstance(one, str) or one.strip() for one in line):
                    found.append(call("par", self.inline(line)))
                continue
            for part in run:
                found += self.block(part, parts[parts.index(part) + 1 :])
        return found

    def block(self, element: Element, following: list[Element | str]) -> list[str]:
        """A block as code, a statement for each; none for what is part of another."""
        tag, classes = element.tag, set(element.classes)
        for name, setting in (
            ("cover", self.cover),
            ("chapter", self.chapter),
            ("figures", self.cards),
            ("admonition", self.takeaway),
            ("report-table", self.table),
        ):
            if name in classes and tag in ("section", "div"):
                return setting(element, following)
        if tag == "nav":
            return [call("contents", self.inline(element.all("h1")[0].parts))]
        if "imprint" in classes:
            self.indented = False
            page = call("imprint", statements(self.blocks(element)))
            self.indented = True
            return [page]
        if "citation" in classes:
            return [
                *self.anchor(element),
                *(call("reference", self.body(p)) for p in element.all("p")),
            ]
        if tag in HOLDERS:
            held = element.elements()
            if tag == "section" and held and held[0].tag in ("h1", "h2", "h3"):
                # A link to a section leads to its heading
                return [self.heading(held[0], element), *self.blocks(rest(element, held[0]))]
            return [*self.anchor(element), *self.blocks(element)]
        if tag in ("h1", "h2", "h3"):
            return [self.heading(element, element)]
        if tag == "p":
            kind = next((name for name in ("lead", "original") if name in classes), None)
            if "table-note" in classes:
                return []  # Set with its table
            line = self.inline(element.parts)
            return [call(kind, line) if kind else self.column(call("par", line))]
        if tag in ("ul", "ol"):
            kind = {"ul": "list", "ol": "enum"}[tag]
            items = [self.body(item) for item in element.all("li")]
            return [self.column(call(kind, *items))]
        if tag == "dl":
            return [self.glossary(element)]
        if tag == "figure":
            return [*self.anchor(element), self.figure(element)]
        if tag == "head":
            return []
        raise ExtensionError(f"the PDF edition can't set <{tag} class={' '.join(classes)}>")

    def body(self, element: Element) -> str:
        """The content of an element that holds a line or blocks."""
        held = element.elements()
        if len(held) == 1 and held[0].tag == "p":
            return self.inline(held[0].parts)
        if any(part.tag not in INLINE for part in held):
            return statements(self.blocks(element))
        return self.inline(element.parts)

    def heading(self, heading: Element, named: Element) -> str:
        name = string(named.id) if named.id in self.wanted else "none"
        return call("titled", heading.tag[1:], name, self.inline(heading.parts))

    def cover(self, element: Element, _: object) -> list[str]:
        words = {
            name: self.inline(element.named(f"cover-{name}").parts)
            for name in ("author", "title", "lead", "original")
        }
        facts = [
            array([self.inline(p.parts) for p in fact.all("p")])
            for fact in element.named("cover-facts").elements()
        ]
        return [call("cover", **words, mosaic=drawing(element.all("svg")[0]), facts=array(facts))]

    def chapter(self, element: Element, _: object) -> list[str]:
        about = element.elements()[0]
        part, source = (self.inline(word.parts) for word in about.elements())
        opening = call("opening", string(element.id), part, source)
        return [opening, *self.blocks(rest(element, about))]

    def cards(self, element: Element, _: object) -> list[str]:
        pairs = [
            array([self.inline(p.parts) for p in card.all("p")]) for card in element.elements()
        ]
        return [call("cards", *pairs)]

    def takeaway(self, element: Element, _: object) -> list[str]:
        title, *rest_ = element.all("p")
        blocks = [call("par", self.inline(p.parts)) for p in rest_]
        return [call("takeaway", self.inline(title.parts), statements(blocks))]

    def glossary(self, element: Element) -> str:
        items, term = [], "none"
        for part in element.elements():
            if part.tag == "dt":
                term = statements([*self.anchor(part), self.inline(part.parts)])
            else:
                items.append(call("terms.item", term, self.body(part)))
        return call("glossary", *items)

    def table(self, element: Element, following: list[Element | str]) -> list[str]:
        (table,) = element.all("table")
        (caption,) = table.all("caption")
        rows = [
            [cell for cell in row.elements() if cell.tag in ("th", "td")] for row in table.all("tr")
        ]
        head, *body = [[self.inline(cell.parts) for cell in row] for row in rows]
        widths = re.findall(r"([\d.]+%)", " ".join(c.attributes["style"] for c in table.all("col")))
        notes = (part for part in following if isinstance(part, Element))
        note = next((n for n in notes if "table-note" in n.classes), None)
        return [
            call(
                "report-table",
                self.inline(caption.parts),
                array(widths),
                array(["right" if "num" in cell.classes else "left" for cell in rows[0]]),
                array(head),
                array([cell for row in body for cell in row]),
                self.inline(note.parts) if note else "none",
                str("short" in table.classes).lower(),
            )
        ]

    def figure(self, element: Element) -> str:
        """A chart with its words, or whatever else a numbered figure holds."""
        caption, *held = element.elements()
        words = {"caption": self.inline(caption.all("p")[0].parts)}
        for name in ("headline", "subtitle", "source", "note"):
            part = element.named(f"chart-{name}")
            words[name] = self.inline(part.parts) if part else "none"
        if element.named("chart"):
            words["plot"] = drawing(element.all("svg")[0])
        else:
            words["plot"] = (
                "{" + "; ".join(code for part in held for code in self.block(part, [])) + "}"
            )
        return call("chart", **words)


def rest(element: Element, first: Element) -> Element:
    """An element without its first part."""
    copy = Element(element.tag, element.attributes)
    copy.parts = [part for part in element.parts if part is not first]
    return copy


def drawing(svg: Element) -> str:
    """A drawing as an image, its title as the text that stands for it."""
    text = svg.text()
    title = Tree(re.search("<title>(.*?)</title>", text, re.DOTALL)[1]).root.text()
    return call("drawing", f"bytes({string(text)})", string(title))


def source(html: str, issued: datetime, chinese: str) -> str:
    """The document as code of Typst: the palette, the design, the words."""
    root = Tree(html).root
    about = {
        meta.attributes.get("name"): meta.attributes["content"]
        for meta in root.all("meta")
        if "content" in meta.attributes
    }
    (title,) = root.all("title")
    colours = [
        f"{string(name)}: rgb({string(light)})" for name, (light, _) in palette.PALETTE.items()
    ]
    date = call(
        "datetime", **{part: str(getattr(issued, part)) for part in ("year", "month", "day")}
    )
    lines = [
        f"#let palette = ({', '.join(colours)})",
        f"#let chinese = {string(chinese)}",
        DESIGN.read_text(encoding="utf-8"),
        "#"
        + call(
            "set document",
            title=string(title.text()),
            author=string(about["author"] or ""),
            description=string(about["description"] or ""),
            date=date,
        ),
        f"#show: report.with({string(title.text())})",
        *(
            "#"
            + call(
                "pdf.attach",
                string(name),
                f"bytes({string(text)})",
                relationship='"data"',
                mime_type=string(MIME_TYPES[Path(name).suffix]),
                description=string(described),
            )
            for name, described, text in attachments()
        ),
        "#{",
        *Setter(root).blocks(root),
        "}",
    ]
    return "\n".join(lines)


def attachments() -> list[tuple[str, str, str]]:
    """Name, description and text of the descriptor and the tables of the data package."""
    package = datapackage.descriptor()
    described = {datapackage.DESCRIPTOR: package["title"]} | {
        resource["path"]: resource["title"] for resource in package["resources"]
    }
    return [
        (name, title, (datapackage.DATA / name).read_bytes().decode())
        for name, title in sorted(described.items())
    ]


def write(html: str, target: Path, *, issued: datetime, images: Path) -> None:
    """Set the document and write it with the data attached.

    `images` is the folder that the document's images are relative to; Typst reads no other.
    Raises ExtensionError where Typst can't set it, as for a sign that no face has.
    """
    face = chinese_face()
    code = source(html, issued, face.family)
    (images / "report.typ").write_text(code, encoding="utf-8")
    try:
        document, warnings = typst.compile_with_warnings(
            images / "report.typ",
            root=images,
            # None but these, so that the same faces are taken everywhere
            font_paths=[*FOLDERS, Path(face.path).parent],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=int(issued.timestamp()),
        )
    except typst.TypstError as error:
        raise ExtensionError(f"in the PDF edition: {error.diagnostic}") from error
    finally:
        (images / "report.typ").unlink()
    for warning in warnings:
        logger.warning("in the PDF edition: %s", warning.message)
    with pikepdf.open(BytesIO(document)) as pdf:
        name_row_heads(pdf)
        # By its content alone, not by the moment of writing
        pdf.save(target, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)


def name_row_heads(pdf: pikepdf.Pdf) -> None:
    """Make the first cell of every table's row a head of it, which Typst can't do yet.

    Each cell then has its heads by their scope (ISO 32000-1, 14.8.4.3.4), as Typst would list
    those of the columns alone.
    """
    for element in pdf.objects:
        if not isinstance(element, pikepdf.Dictionary) or element.get("/S") != "/TBody":
            continue
        for row in element.K:
            for place, cell in enumerate(row.K):
                about = next(part for part in cell.A if part.O == "/Table")
                del about["/Headers"]
                if place == 0:
                    cell.S = pikepdf.Name.TH
                    about.Scope = pikepdf.Name.Row
