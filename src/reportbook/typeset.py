"""One HTML document as a tagged PDF, by WeasyPrint, with the print style sheet of the package."""

from __future__ import annotations

import logging as std_logging
from pathlib import Path

import weasyprint
from sphinx.util import logging
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

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


def write(html: str, target: Path, *, images: Path) -> None:
    """Set the document and write it; `images` is the folder that its images are relative to."""
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
            pdf_variant="pdf/ua-1",
            pdf_identifier=b"x" * 16,
        )
    finally:
        own.removeHandler(handler)
