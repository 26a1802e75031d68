"""The Sphinx extension of the book: charts, freshness, language, and a lean page."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from html import escape
from pathlib import Path
from typing import Any

import vl_convert
from docutils import nodes
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError, ExtensionError
from sphinx.transforms.post_transforms import SphinxPostTransform

from reportbook import charts, datapackage, execute, ledger, tables

STATIC = Path(__file__).parent / "static"


class ChartRenderer:
    """Draws a chart's specification as SVG in the page, at two widths, with its own script.

    MyST-NB finds it by the entry point `myst_nb.mime_renderers`.
    """

    mime_priority_overrides = (("*", charts.MIME, 1),)

    @staticmethod
    def handle_mime(renderer: Any, data: Any, inline: bool) -> list[nodes.Element] | None:
        if data.mime_type != charts.MIME or inline:
            return None
        spec = data.content if isinstance(data.content, dict) else json.loads(data.content)
        return [nodes.raw(text=figure(spec), format="html", classes=["output"])]


def figure(spec: dict[str, Any]) -> str:
    """A finished chart's specification as HTML: headline, subtitle, picture, source, note."""
    about = spec["usermeta"]
    view = single_view(spec)
    key = hashlib.sha256(json.dumps(spec, sort_keys=True).encode()).hexdigest()[:10]
    pictures = "".join(
        picture(view, width, name, key, about["description"])
        for name, width in (("wide", charts.WIDTH), ("narrow", charts.NARROW))
    )
    # "</script" or "<!--" would change where the element that carries the specification ends.
    carried = json.dumps(view, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    note = f'<p class="chart-note">{tables.marked(about["note"])}</p>' if about["note"] else ""
    return (
        '<div class="chart">'
        f'<p class="chart-headline">{tables.marked(about["headline"])}</p>'
        f'<p class="chart-subtitle">{tables.marked(about["subtitle"])}</p>'
        f'<div class="chart-plot">{pictures}</div>'
        f'<p class="chart-source">{tables.marked(about["source"])}</p>{note}'
        f'<script type="application/json">{carried}</script></div>'
    )


def single_view(spec: dict[str, Any]) -> dict[str, Any]:
    """The one view that `charts.finish` titled: the page sets the titles as text instead."""
    ((view,),) = [outer["concat"] for outer in spec["concat"]]
    kept = {name: spec[name] for name in ("$schema", "config", "datasets", "data") if name in spec}
    view = {name: value for name, value in view.items() if name not in ("title", "name")}
    config = {**kept["config"], "background": "transparent"}
    return {**kept, **view, "config": config, "autosize": {"type": "fit-x", "contains": "padding"}}


def picture(view: dict[str, Any], width: int, name: str, key: str, description: str) -> str:
    """One static SVG, named for readers who can't see it, with ids of its own."""
    svg = vl_convert.vegalite_to_svg({**view, "width": width}, vl_version=charts.VEGALITE)
    svg = re.sub(r'\b(id="|url\(#|href="#)', rf"\g<1>{name}-{key}-", svg)
    return re.sub(
        r'^<svg [^>]*?width="[\d.]+" height="[\d.]+"',
        lambda head: f'{head[0]} role="img" aria-label="{escape(description)}"'.replace(
            'class="marks"', f'class="marks {name}"'
        ),
        svg,
        count=1,
    )


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


def fingerprint() -> str:
    """A hash of all that a chapter's outputs depend on beside its own code.

    It covers the data, the package and the pinned requirements by name and content, so that
    it is the same in every checkout of the same files.
    """
    root = datapackage.ROOT
    files = [
        *sorted(path for path in datapackage.DATA.iterdir() if path.is_file()),
        *sorted((root / "src" / "reportbook").glob("*.py")),
        root / "requirements.txt",
    ]
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def prepare(app: Sphinx, config: Config) -> None:
    """Refuse damaged data before any chapter runs, and forget results of other inputs.

    MyST-NB's cache knows a notebook by its code alone, so the cache's folder carries the
    fingerprint of everything else; as a configuration value it makes Sphinx read all pages
    again when it changes.
    """
    try:
        ledger.judged()
    except datapackage.DataError as error:
        raise ConfigError(str(error)) from error
    config.reportbook_inputs = fingerprint()
    build = Path(app.outdir).parent
    config.nb_execution_cache_path = str(build / ".executed" / config.reportbook_inputs)
    generated = build / ".generated"
    generated.mkdir(parents=True, exist_ok=True)
    (generated / "palette.css").write_text(palette_css(), encoding="utf-8")
    bundle = generated / f"vega-{charts.VEGALITE}-{vl_convert.__version__}.js"
    if not bundle.exists():
        script = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;", charts.VEGALITE)
        # In a function of its own: its top-level names would clash with Sphinx's.
        partial = bundle.with_suffix(".part")
        partial.write_text(f"(function(){{{script}\n}})();\n", encoding="utf-8")
        partial.rename(bundle)
    (generated / "vega.js").write_bytes(bundle.read_bytes())
    config.html_favicon = str(STATIC / "icon.svg")
    config.html_static_path += [str(STATIC), str(generated)]


def execute_ahead(app: Sphinx, env: Any, pages: list[str]) -> None:
    """Run all chapters that have no current result at once, where MyST-NB would run one by one.

    The results go into the cache that it then reads. A chapter with a failing cell is left to
    MyST-NB, which runs it again and says what went wrong. Raises ExtensionError for a chapter
    that can't be read, hangs or ends its kernel.
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
    for path, result in execute.all_executed(due):
        if isinstance(result, execute.ChapterError):
            raise ExtensionError(f"chapters/{path.name}: {result}") from result
        if not isinstance(result, Exception):
            bundle = CacheBundleIn(result, str(path))
            cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)


def palette_css() -> str:
    """The palette as custom properties, and its dark side for charts already drawn."""
    light = "".join(f"--rb-{name}:{pair[0]};" for name, pair in charts.PALETTE.items())
    dark = "".join(f"--rb-{name}:{pair[1]};" for name, pair in charts.PALETTE.items())
    turned = "".join(
        f'html[data-theme="dark"] .chart svg [{side}="{pair[0]}"]{{{side}:{pair[1]}}}'
        for pair in charts.PALETTE.values()
        for side in ("fill", "stroke")
    )
    return f':root{{{light}}}html[data-theme="dark"]{{{dark}}}{turned}\n'


def lean_page(app: Sphinx, page: str, template: str, context: dict, doctree: Any) -> None:
    """Take out what names another host, and load the charts' script only where charts are."""
    # In place: Sphinx goes on with this very list
    context["script_files"][:] = [
        script
        for script in context["script_files"]
        if "thebe" not in (getattr(script, "filename", "") or str(script)).lower()
    ]
    if 'class="chart-plot"' in context.get("body", ""):
        app.add_js_file("charts.js", loading_method="defer")


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_config_value("reportbook_inputs", "", "env", [str])
    app.connect("config-inited", prepare)
    app.connect("env-before-read-docs", execute_ahead)
    app.connect("html-page-context", lean_page, priority=900)
    app.add_post_transform(ChineseText)
    app.add_css_file("palette.css")
    app.add_css_file("report.css")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
