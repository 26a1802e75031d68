"""The Sphinx extension of the book: what is built from what, in which language, and when anew."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from docutils import nodes
from pybtex.plugin import register_plugin
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

from reportbook.data import datapackage
from reportbook.language import CHINESE
from reportbook.running import freshness
from reportbook.site import outputs, pages, sources, translated
from reportbook.site.search import SearchEnglishAndChinese
from reportbook.translation.messages import TranslationError

PACKAGE = Path(__file__).parents[1]
BUILDERS = (*pages.PAGES, "linkcheck", "pdf", "gettext")
# Nearly all objects of a build live until its end: to look for others as often as Python does takes
# a twelfth of a build after one edit
COLLECTED = (100_000, 50, 50)
WRITING = ".writing"  # stands in a book while its pages are written
# Values that Jupyter Book sets for extensions that this book does without
UNUSED = ("comments_config", "use_jupyterbook_latex", "use_multitoc_numbering")
# The outputs of a cell that can be printed, the best first; charts and tables come before them
PRINTED = ("text/html", "image/svg+xml", "image/png", "image/jpeg", "text/plain")
# The plugins by which citations and references are written. pybtex would search everything that
# is installed at each citation.
BIBTEX = {
    ("pybtex.backends", "docutils"),
    ("pybtex.backends", "plaintext"),
    ("pybtex.style.labels", "number"),
    ("pybtex.style.names", "last"),
    ("pybtex.style.names", "plain"),
    ("pybtex.style.sorting", "author_year_title"),
}
# How the list of sources is written; the book's settings name the English one
STYLES = {"english": sources.English, translated.SOURCES: sources.GBT7714}


class ChineseText(SphinxPostTransform):
    """Marks what is in the other language of a page with it, for fonts and screen readers.

    In a page in English that is every Chinese run.
    """

    default_priority = 900

    def run(self, **kwargs: Any) -> None:
        if translated.chinese(self.config):
            return self.mark_sources()
        for text in list(self.document.findall(nodes.Text)):
            parent = text.parent
            if isinstance(parent, nodes.literal | nodes.literal_block | nodes.raw | nodes.comment):
                continue
            pieces, end = [], 0
            for run in CHINESE.finditer(text):
                pieces.append(nodes.Text(text[end : run.start()]))
                # docutils writes a class "language-…" as the attribute lang
                pieces.append(nodes.inline(run[0], run[0], classes=["language-zh-CN"]))
                end = run.end()
            if pieces:
                parent.replace(
                    text, [piece for piece in [*pieces, nodes.Text(text[end:])] if piece]
                )

    def mark_sources(self) -> None:
        """In a Chinese edition: what the list of sources says in another language."""
        known = {c.citation_id: c.entry for c in self.env.get_domain("cite").citations}
        for source in self.document.findall(nodes.citation):
            (entry,) = (known[name] for name in source["ids"] if name in known)
            for text in list(source.findall(nodes.Text)):
                if not isinstance(text.parent, nodes.paragraph):
                    continue
                pieces = [
                    nodes.inline(part, part, classes=["language-en"]) if other else nodes.Text(part)
                    for part, other in sources.apart(text, entry)
                ]
                text.parent.replace(text, pieces)


@contextmanager
def refusing() -> Iterator[None]:
    """End the build by an error of the input with what is wrong and its remedy, and nothing else.

    By SystemExit, since of every other exception Jupyter Book shows a traceback, and so does
    Sphinx 9, which asks to report it too. An error of our own still shows its own.
    """
    try:
        yield
    except (freshness.ChapterError, datapackage.DataError, TranslationError) as error:
        raise SystemExit(str(error)) from error


def prepare(app: Sphinx, config: Config) -> None:
    """Set what the book needs. Ends the build in an environment of another checkout."""
    if Path(app.srcdir).resolve() != datapackage.ROOT:
        raise SystemExit(
            f"This environment belongs to the book in {datapackage.ROOT}. Remedy: make one here, "
            "by `make book` or by `pip install -r requirements.txt` in an environment of its own."
        )
    with refusing():
        name = datapackage.pdf_name(config.language)
        config.reportbook_pdf = name if os.environ.get("PDF_EDITION") else ""
        config.reportbook_draft = bool(os.environ.get("DRAFT"))
        translated.prepare(app, config)
    config.reportbook_code = code()
    config.reportbook_data = digest(sorted(datapackage.DATA.glob("*.csv")))
    config.html_use_index = False  # the glossary is the index
    # MyST-NB knows no order of preference for a builder of this name. It stands here and not with
    # the builder, since pages that one edition has read serve the other only under the same
    # settings.
    config.nb_mime_priority_overrides = [
        *config.nb_mime_priority_overrides,
        *(("pdf", kind, rank) for rank, kind in enumerate(PRINTED, start=10)),
    ]


def code() -> str:
    """A hash of what pages are made by: a change of it makes all of them anew."""
    return digest([*freshness.sources(PACKAGE), datapackage.DATA / datapackage.DESCRIPTOR])


def digest(files: list[Path]) -> str:
    found = sha256()
    for path in files:
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def begin(app: Sphinx) -> None:
    """See that the chapters' outputs are those of their inputs, and that no build is half a book.

    Ends the build for a builder that would leave out every chart, and where a chapter fails.
    Writes all pages where the last build was cut short.
    """
    if app.builder.name not in BUILDERS:
        app.reportbook_run.stop()
        raise SystemExit(
            f"The builder {app.builder.name} isn't offered: it would leave out every chart. "
            "Remedy: `--builder html`, `dirhtml` or `linkcheck`, or `make pdf` for one file."
        )
    with refusing():
        app.reportbook_run.end()
    out = Path(app.outdir)
    if app.builder.name in pages.PAGES:
        if (out / WRITING).exists() or not (out / "searchindex.js").exists():
            clear(out)
        (out / WRITING).touch()


def forgotten(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Forget all that is read anew before any of it is read, as Sphinx does where it reads in
    parallel.

    Otherwise a label or a figure that moved to an earlier chapter would stand in both for a while,
    and be refused as a duplicate.
    """
    for name in docnames:
        app.emit("env-purge-doc", env, name)
        env.clear_doc(name)


def titled_anew(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """All pages, where one has another title than before: each of them lists the titles of all."""
    before = getattr(env, "reportbook_titles", {})
    env.reportbook_titles = {name: title.astext() for name, title in env.titles.items()}
    if before.keys() - env.reportbook_titles.keys() and app.builder.name in pages.PAGES:
        clear(Path(app.outdir))
    return [] if before == env.reportbook_titles else sorted(env.titles)


def clear(out: Path) -> None:
    """Take out all pages: Sphinx then makes all of them anew, and an index of all."""
    for page in [*out.rglob("*.html"), *out.glob("searchindex.js")]:
        page.unlink()
    shutil.rmtree(out / "_sources", ignore_errors=True)


def end(app: Sphinx, exception: Exception | None) -> None:
    if not exception:
        if app.builder.name in pages.PAGES:
            faces = pages.FACES.glob("*.woff2")
            for face in [] if app.config.reportbook_files else faces:
                shutil.copy(face, Path(app.outdir) / "_static")
        (Path(app.outdir) / WRITING).unlink(missing_ok=True)


def setup(app: Sphinx) -> dict[str, Any]:
    gc.set_threshold(*COLLECTED)
    # Chapters run while the other extensions are imported, which takes a second
    app.reportbook_run = freshness.Run()
    app.add_config_value("reportbook_code", "", "env", [str])
    app.add_config_value("reportbook_data", "", "html", [str])  # rows that numbers rest on
    app.add_config_value("reportbook_pdf", "", "html", [str])
    for name in UNUSED:
        if name not in app.config:
            app.add_config_value(name, None, "")
    app.connect("config-inited", prepare)
    app.connect("builder-inited", sources.begin)
    app.connect("builder-inited", begin, priority=100)  # before others have done their work
    app.connect("env-before-read-docs", forgotten, priority=990)  # others may add to the list
    app.connect("env-updated", titled_anew)
    app.connect("build-finished", end, priority=990)
    app.add_role("said", outputs.said)
    app.add_transform(outputs.Sentences)
    translated.setup(app)
    app.add_post_transform(ChineseText)
    app.add_search_language(SearchEnglishAndChinese)
    pages.setup(app)
    for package in ("pybtex", "pybtex-docutils"):
        for plugin in distribution(package).entry_points:
            if (plugin.group, plugin.name) in BIBTEX:
                register_plugin(plugin.group, plugin.name, plugin.load(), force=True)
    for name, style in STYLES.items():
        register_plugin("pybtex.style.formatting", name, style, force=True)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
