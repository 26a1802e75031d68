"""One HTML document as a tagged PDF, by WeasyPrint, with the print style sheet of the package.

Importing it raises OSError where the libraries of Pango are missing.
"""

from __future__ import annotations

import hashlib
import logging as std_logging
import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pydyf
import weasyprint
from sphinx.util import logging
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from reportbook import charts, datapackage

logger = logging.getLogger(__name__)

PRINT = Path(__file__).parent / "print"
FONTS = Path(__file__).parent / "fonts"
# A made-up address, so that no path of the machine gets into the file
BASE = "book:///"
# The families of print.css that come with the package
SHIPPED = ("Report Serif", "Report Serif more", "Arimo")


class Shipped(URLFetcher):
    """Reads what comes with the package or the book, and nothing else: no network, no disk."""

    def __init__(self, folders: list[Path]) -> None:
        super().__init__()
        self.folders = folders

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        name = url.removeprefix(BASE)
        for folder in self.folders:
            path = (folder / name).resolve()
            if path.is_relative_to(folder.resolve()) and path.is_file():
                return URLFetcherResponse(url, path.read_bytes())
        raise ValueError(f"{url} is no file of the book")


class Forwarded(std_logging.Handler):
    """Passes WeasyPrint's warnings to Sphinx, where they fail a strict build."""

    def emit(self, record: std_logging.LogRecord) -> None:
        logger.warning("in the PDF edition: %s", record.getMessage())


def has_chinese_font() -> bool:
    """Whether fontconfig, which comes with Pango, knows a font for simplified Chinese."""
    listed = subprocess.run(
        ["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False
    )
    return bool(listed.stdout.strip())


def write(html: str, target: Path, *, issued: datetime, images: Path) -> None:
    """Set the document and write it with the data attached.

    `images` is the folder that the document's images are relative to.
    """
    fonts = FontConfiguration()
    fetcher = Shipped([PRINT, FONTS, images])
    own = std_logging.getLogger("weasyprint")
    handler = Forwarded(std_logging.WARNING)
    own.addHandler(handler)
    palette = "".join(f"--{name}:{light};" for name, (light, _) in charts.PALETTE.items())
    palette = f":root{{{palette}}}"
    try:
        # One font configuration for both, else WeasyPrint ignores every @font-face in silence
        style = weasyprint.CSS(
            string=palette + (PRINT / "print.css").read_text(encoding="utf-8"),
            base_url=BASE,
            url_fetcher=fetcher,
            font_config=fonts,
        )
        weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetcher).write_pdf(
            target,
            stylesheets=[style],
            font_config=fonts,
            finisher=finish,
            attachments=attachments(issued),
            pdf_variant="pdf/ua-1",
            pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
        )
    finally:
        own.removeHandler(handler)


def attachments(issued: datetime) -> list[weasyprint.Attachment]:
    """The descriptor and the tables of the data package."""
    package = datapackage.descriptor()
    described = {datapackage.DESCRIPTOR: package["title"]} | {
        resource["path"]: resource["title"] for resource in package["resources"]
    }
    return [
        weasyprint.Attachment(
            file_obj=BytesIO((datapackage.DATA / name).read_bytes()),
            name=name,
            description=title,
            created=issued,
            modified=issued,
        )
        # Sorted, as a name tree must be
        for name, title in sorted(described.items())
    ]


def finish(document: weasyprint.Document, pdf: pydyf.PDF) -> None:
    """Add to the structure what PDF/UA and readers want and WeasyPrint leaves out of it.

    Scopes of table heads, the language of Chinese text, and relative addresses for files
    beside the PDF.
    """
    chinese = chinese_content(document, pdf)
    for element in pdf.objects:
        if not isinstance(element, dict):
            continue
        kind, content = element.get("S"), element.get("K")
        if kind == "/TH":
            group = parent(pdf, parent(pdf, element))
            element["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"
        if content and (element.get("Pg"), content[0]) in chinese:
            element["Lang"] = pydyf.String("zh-CN")
        if "URI" in element.get("A", ()):
            address = element["A"]["URI"]
            address.string = address.string.removeprefix(BASE)


def chinese_content(document: weasyprint.Document, pdf: pydyf.PDF) -> set[tuple[bytes, int]]:
    """The page and number of every piece of content that is set in a Chinese face.

    Chinese is marked as such in the document, so that each run of it is a piece of its own;
    and a face that doesn't come with the package is a Chinese one.
    """
    faces = {
        b"/" + face.hash.encode() for face in document.fonts.values() if face.family not in SHIPPED
    }
    found = set()
    for reference in pdf.page_references:
        page = referred(pdf, reference)
        piece, face = None, b""
        for operation in referred(pdf, page["Contents"]).stream:
            if isinstance(operation, dict):
                piece = operation.get("MCID")
            elif not isinstance(operation, bytes):
                continue
            elif operation.endswith(b" Tf"):
                face = operation.split()[0]
            elif face in faces and operation.endswith((b" Tj", b" TJ")):
                found.add((reference, piece))
    return found


def parent(pdf: pydyf.PDF, element: pydyf.Dictionary) -> pydyf.Dictionary:
    return referred(pdf, element["P"])


def referred(pdf: pydyf.PDF, reference: bytes) -> pydyf.Object:
    return pdf.objects[int(reference.split()[0])]
