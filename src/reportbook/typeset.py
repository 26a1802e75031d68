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

from reportbook import datapackage

logger = logging.getLogger(__name__)

PRINT = Path(__file__).parent / "print"
FONTS = Path(__file__).parent / "fonts"
# A made-up address, so that no path of the machine gets into the file
BASE = "book:///"


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
    try:
        # One font configuration for both, else WeasyPrint ignores every @font-face in silence
        style = weasyprint.CSS(
            string=(PRINT / "print.css").read_text(encoding="utf-8"),
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
    """The descriptor and the tables of the data package, in its order."""
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
        for name, title in described.items()
    ]


def finish(document: weasyprint.Document, pdf: pydyf.PDF) -> None:
    """Add to the structure what WeasyPrint leaves out of it."""
    for element in pdf.objects:
        if not isinstance(element, dict):
            continue
        if element.get("S") == "/TH":
            group = parent(pdf, parent(pdf, element))
            element["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"
        if "URI" in element.get("A", ()):
            # An address without a host is that of a file beside the PDF
            address = element["A"]["URI"]
            address.string = address.string.removeprefix(BASE)


def parent(pdf: pydyf.PDF, element: pydyf.Dictionary) -> pydyf.Dictionary:
    return pdf.objects[int(element["P"].split()[0])]
