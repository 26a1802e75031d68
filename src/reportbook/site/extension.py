"""The Sphinx extension of the book: freshness, language, and what the other modules add."""

from __future__ import annotations

import contextlib
import json
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import nbformat
from docutils import nodes
from nbformat import NotebookNode
from pybtex.plugin import register_plugin
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError, ExtensionError
from sphinx.transforms.post_transforms import SphinxPostTransform

from reportbook import tables
from reportbook.data import datapackage
from reportbook.running import execute
from reportbook.running.kernels import Fork
from reportbook.site import pages
from reportbook.site.drawings import Drawings
from reportbook.site.search import SearchEnglishAndChinese

# The plugins by which citations and references are written. pybtex would search everything that
# is installed at each citation.
BIBTEX = {
    ("pybtex.backends", "docutils"),
    ("pybtex.backends", "plaintext"),
    ("pybtex.style.formatting", "alpha"),
    ("pybtex.style.labels", "alpha"),
    ("pybtex.style.names", "last"),
    ("pybtex.style.names", "plain"),
    ("pybtex.style.sorting", "author_year_title"),
}


class ChineseText(SphinxPostTransform):
    """Marks every Chinese run of the text with its language, for fonts and screen readers."""

    default_priority = 900

    def run(self, **kwargs: Any) -> None:
        for text in list(self.document.findall(nodes.Text)):
            parent = text.parent
            if isinstance(parent, nodes.literal | nodes.literal_block | nodes.raw | nodes.comment):
                continue
            pieces, end = [], 0
            for run in tables.CHINESE.finditer(text):
                pieces.append(nodes.Text(text[end : run.start()]))
                # docutils writes a class "language-…" as the attribute lang
                pieces.append(nodes.inline(run[0], run[0], classes=["language-zh-CN"]))
                end = run.end()
            if pieces:
                parent.replace(
                    text, [piece for piece in [*pieces, nodes.Text(text[end:])] if piece]
                )


class Chapters:
    """The outputs of the chapters: stored in them, kept from an earlier build, or made anew."""

    def __init__(self, build: Path, drawings: Drawings) -> None:
        self.kept = build / ".executed"
        self.drawings = drawings
        self.results: dict[str, NotebookNode] = {}  # by page, where they aren't the stored ones

    def prepare(self, app: Sphinx, config: Config) -> None:
        """Refuse damaged data before any chapter runs, and forget results of other inputs.

        As a configuration value, the hash of the inputs makes Sphinx read all pages again when
        it changes; results are kept in a folder of that name. Data from which chapters were
        executed once have been found sound then.
        """
        inputs = ""
        with contextlib.suppress(OSError):  # a missing file is told below, with its remedy
            inputs = execute.inputs()
        if not inputs or not ((self.kept / inputs).is_dir() or execute.are_proven(inputs)):
            Fork.begin()  # the chapters will want it, and it gets ready meanwhile
            from reportbook.data import ledger  # a second to import

            try:
                ledger.judged()
            except datapackage.DataError as error:
                Fork.end()
                raise ConfigError(str(error)) from error
            inputs = inputs or execute.inputs()
        config.reportbook_inputs = inputs
        self.kept /= inputs

    def execute_ahead(self, app: Sphinx, env: Any, pages: list[str]) -> None:
        """Have the outputs of all chapters that are about to be read, and have their charts drawn.

        A chapter whose stored outputs come from these very inputs (`execute.inputs`) isn't
        run, nor is one whose outputs were kept; all others run at once. Raises ExtensionError
        for a chapter that can't be read, or with all that fail, hang or end their kernels.
        """
        due, faults = {}, []
        for page in pages:
            path = Path(env.doc2path(page))
            if path.suffix != ".ipynb":
                continue
            try:
                notebook = execute.read(path)
            except execute.ChapterError as error:
                raise ExtensionError(str(error)) from error
            kept = self.kept / f"{path.stem}.json"
            if execute.is_current(notebook, app.config.reportbook_inputs):
                self.draw(app, notebook)
            elif kept.exists():
                self.take(app, page, notebook, json.loads(kept.read_text(encoding="utf-8")))
            else:
                due[path] = page, notebook
        for path, result in execute.all_executed({path: one for path, (_, one) in due.items()}):
            if isinstance(result, Exception):
                faults.append(f"chapters/{path.name}: {result}")
                continue
            outputs = [cell.outputs for cell in result.cells if cell.cell_type == "code"]
            self.kept.mkdir(parents=True, exist_ok=True)
            partial = self.kept / f"{path.stem}.part"
            partial.write_text(json.dumps(outputs), encoding="utf-8")
            partial.replace(partial.with_suffix(".json"))
            self.take(app, *due[path], outputs)
        if faults:
            raise ExtensionError("\n".join(faults))

    def take(
        self, app: Sphinx, page: str, notebook: NotebookNode, outputs: list[list[Any]]
    ) -> None:
        """Give a chapter the outputs of its code cells, in their order."""
        cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
        for cell, results in zip(cells, outputs, strict=True):
            cell.outputs = nbformat.from_dict(results)
        self.results[page] = notebook
        self.draw(app, notebook)

    def draw(self, app: Sphinx, notebook: NotebookNode) -> None:
        """Have a chapter's charts drawn for the website; the PDF edition draws its own."""
        if app.builder.name == "html":
            self.drawings.order(frames.ordered(notebook))

    def read(self, app: Sphinx, page: str, content: list[str]) -> None:
        """Hand MyST-NB a chapter with its outputs."""
        if page in self.results:
            content[0] = nbformat.writes(self.results.pop(page))

    def end(self, app: Sphinx, exception: Exception | None) -> None:
        self.drawings.stop()
        Fork.end()


def setup(app: Sphinx) -> dict[str, Any]:
    build = Path(app.outdir).parent
    chapters = Chapters(build, Drawings(build / ".charts"))
    app.add_config_value("reportbook_inputs", "", "env", [str])
    app.connect("config-inited", chapters.prepare)
    app.connect("env-before-read-docs", chapters.execute_ahead)
    app.connect("source-read", chapters.read)
    app.connect("build-finished", chapters.end)
    app.add_post_transform(ChineseText)
    app.add_search_language(SearchEnglishAndChinese)
    pages.setup(app, chapters.drawings)
    for package in ("pybtex", "pybtex-docutils"):
        for plugin in distribution(package).entry_points:
            if (plugin.group, plugin.name) in BIBTEX:
                register_plugin(plugin.group, plugin.name, plugin.load(), force=True)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
