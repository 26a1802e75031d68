"""The Sphinx extension of the book: freshness, language, and what the other modules add."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from docutils import nodes
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError, ExtensionError
from sphinx.transforms.post_transforms import SphinxPostTransform

from reportbook import datapackage, execute, ledger, pages, tables
from reportbook.search import SearchEnglishAndChinese


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


def prepare(app: Sphinx, config: Config) -> None:
    """Refuse damaged data before any chapter runs, and forget results of other inputs.

    MyST-NB's cache knows a notebook by its code alone, so the cache's folder carries a hash
    of everything else; as a configuration value it makes Sphinx read all pages
    again when it changes.
    """
    try:
        ledger.judged()
    except datapackage.DataError as error:
        raise ConfigError(str(error)) from error
    config.reportbook_inputs = execute.inputs()
    build = Path(app.outdir).parent
    config.nb_execution_cache_path = str(build / ".executed" / config.reportbook_inputs)


def execute_ahead(app: Sphinx, env: Any, pages: list[str]) -> None:
    """Run all chapters that have no current result at once, where MyST-NB would run one by one.

    The results go into the cache that it then reads. A chapter whose stored outputs come from
    these very inputs (`execute.inputs`) isn't run: its outputs are the result. A chapter with
    a failing cell is left to MyST-NB, which runs it again and says what went wrong. Raises
    ExtensionError for a chapter that can't be read, hangs or ends its kernel.
    """
    cache = get_cache(app.config.nb_execution_cache_path)
    due = {}
    for page in pages:
        path = Path(env.doc2path(page))
        if path.suffix == ".ipynb":
            try:
                notebook = execute.read(path)
            except execute.ChapterError as error:
                raise ExtensionError(str(error)) from error
            with contextlib.suppress(KeyError):
                cache.match_cache_notebook(notebook)
                continue
            due[path] = notebook
    inputs = app.config.reportbook_inputs
    current = {path: one for path, one in due.items() if execute.is_current(one, inputs)}
    rest = {path: notebook for path, notebook in due.items() if path not in current}
    for path, result in [*current.items(), *execute.all_executed(rest)]:
        if isinstance(result, execute.ChapterError):
            raise ExtensionError(f"chapters/{path.name}: {result}") from result
        if not isinstance(result, Exception):
            bundle = CacheBundleIn(result, str(path))
            cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_config_value("reportbook_inputs", "", "env", [str])
    app.connect("config-inited", prepare)
    app.connect("env-before-read-docs", execute_ahead)
    app.add_post_transform(ChineseText)
    app.add_search_language(SearchEnglishAndChinese)
    pages.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
