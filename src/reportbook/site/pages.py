"""The pages of the book: their heads, what they load, the data they offer, and nothing else.

The theme's templates are replaced by those of `templates/`, which load no inline script, no
icon font and no framework; its stylesheet by `static/report.css`.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.osutil import relative_uri

from reportbook import columns
from reportbook.charts import palette
from reportbook.data import datapackage
from reportbook.running import execute
from reportbook.site.drawings import Drawings

HERE = Path(__file__).parent
TEMPLATES, STATIC = HERE / "templates", HERE / "static"

# No script but the book's own files, no other host. Sphinx and SVG use inline styles.
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'"
)
STYLES = ["report.css", "pygments.css"]
SEARCH_SCRIPTS = ["documentation_options.js", "doctools.js", "sphinx_highlight.js"]
DESCRIPTION_LIMIT = 300
# The least width of a table on a wide screen, in ems of its lettering: the 40rem of report.css
MEASURE = 45.7
# The widest sans serif that a reader's system may put in place of Arial, beside Arimo
WIDER = 1.25
# The outputs of a cell that can be printed, the best first; charts come before all of them
PRINTED = ("text/html", "image/svg+xml", "image/png", "image/jpeg", "text/plain")


def prepare(app: Sphinx, config: Config) -> None:
    """Make the stylesheet, and put the book's templates before the theme's."""
    generated = Path(app.outdir).parent / ".generated"
    generated.mkdir(parents=True, exist_ok=True)
    own = (STATIC / "report.css").read_text(encoding="utf-8")
    (generated / "report.css").write_text(palette_css() + own, encoding="utf-8")
    config.html_favicon = str(STATIC / "icon.svg")
    config.html_static_path += [str(STATIC), str(generated)]
    config.templates_path.insert(0, str(TEMPLATES))
    # MyST-NB knows no order of preference for a builder of this name. It stands here and not in
    # `pdf`, since pages that one edition has read serve the other only under the same settings.
    config.nb_mime_priority_overrides = [
        *config.nb_mime_priority_overrides,
        *(("pdf", kind, rank) for rank, kind in enumerate(PRINTED, start=10)),
    ]
    # Set by `make book`, which makes both; a website alone must not lead to nothing
    config.reportbook_pdf = file_name() if os.environ.get("PDF_EDITION") else ""
    config.html_use_index = False  # the glossary is the index


def palette_css() -> str:
    """The palette as custom properties, and its dark side for charts already drawn."""
    light = "".join(f"--rb-{name}:{pair[0]};" for name, pair in palette.PALETTE.items())
    dark = "".join(f"--rb-{name}:{pair[1]};" for name, pair in palette.PALETTE.items())
    turned = "".join(
        f'html[data-theme="dark"] .chart svg [{side}="{pair[0]}"]{{{side}:{pair[1]}}}'
        for pair in palette.PALETTE.values()
        for side in ("fill", "stroke")
    )
    # Paper is always light
    return f':root{{{light}}}@media screen{{html[data-theme="dark"]{{{dark}}}{turned}}}\n'


def head(
    drawings: Drawings, app: Sphinx, page: str, template: str, context: dict, doctree: Any
) -> None:
    """What the templates need beyond Sphinx's own, and only the files that the page uses."""
    if app.builder.name != "html":
        return
    drawn = frames.drawn(doctree) if doctree else []
    body = context.get("body", "")
    styles = [*STYLES, *(["sphinx-design.min.css"] if 'class="sd-' in body else [])]
    scripts = ["page.js", *(["charts.js"] if drawn else [])]
    scripts += SEARCH_SCRIPTS if page == "search" else []
    # In place: Sphinx goes on with these very lists
    for files, wanted in (("css_files", styles), ("script_files", scripts)):
        context[files][:] = [
            file
            for file in context[files]
            if posixpath.basename(str(getattr(file, "filename", ""))) in wanted
        ]
    # Roles that the standards have withdrawn, which docutils still writes; and a box that
    # scrolls must be in reach of the keys
    body = re.sub(r' role="(?:list|doc-[a-z]+)"', "", body)
    body = body.replace("<pre>", '<pre tabindex="0">')
    context["body"] = columns.with_widths(body, MEASURE, WIDER)
    context["policy"] = POLICY
    context["description"] = summary(doctree) if doctree else ""
    context["preview"] = preview(app, page, drawn)
    context["metatags"] = re.sub(r'<meta name="viewport"[^>]*>', "", context.get("metatags", ""))
    address = app.config.html_baseurl or relative_uri(app.builder.get_target_uri(page), "")
    package = dataset(datapackage.descriptor(), address)
    # "</script" or "<!--" would change where the script element ends
    context["dataset"] = json.dumps(package, ensure_ascii=False).replace("<", "\\u003c")
    for chart in drawn:
        if chart["name"]:
            drawings.copy_files(chart, Path(app.outdir, page).parent)


def file_name() -> str:
    """The PDF's name in every folder where it is put."""
    return f"{datapackage.descriptor()['name']}.pdf"


def linked(app: Sphinx, page: str, template: str, context: dict, doctree: Any) -> None:
    """Lead from the website to the PDF: below the first page's title, and beside every page."""
    if not app.config.reportbook_pdf:
        return
    address = context["pathto"](app.config.reportbook_pdf, 1)
    link = f'<p class="edition"><a href="{address}" type="application/pdf">PDF edition</a></p>'
    head = f'<link rel="alternate" type="application/pdf" href="{address}">\n'
    context["metatags"] = context.get("metatags", "") + head
    context["pdf_edition"] = address
    if page == app.config.root_doc:
        context["body"] = context["body"].replace("</h1>", f"</h1>{link}", 1)


def without_thebe(app: Sphinx, document: nodes.document, page: str) -> None:
    """Take out the inline scripts for running code elsewhere, which the theme's company adds."""
    for raw in list(document.findall(nodes.raw)):
        if "thebe" in raw.astext() or raw.astext().lstrip().startswith("<script>kernelName"):
            raw.parent.remove(raw)


def mark_code_alone(app: Sphinx, document: nodes.document, page: str) -> None:
    """Name the cells without output, so that no style has to wait for what comes after them."""
    for cell in document.findall(nodes.container):
        parts = [part.get("nb_element") for part in cell if isinstance(part, nodes.Element)]
        if cell.get("nb_element") == "cell_code" and "cell_code_output" not in parts:
            cell["classes"].append("code-alone")


def summary(document: nodes.document) -> str:
    """What a page is about: the question below its title, or its first sentences."""
    paragraphs = [node for node in document.findall(nodes.paragraph) if node.astext()]
    asked = [node for node in paragraphs if isinstance(node[0], nodes.emphasis)]
    for node in [*asked, *paragraphs][:1]:
        text = " ".join(node.astext().split())
        return text if len(text) <= DESCRIPTION_LIMIT else text[:DESCRIPTION_LIMIT] + "…"
    return ""


def preview(app: Sphinx, page: str, drawn: list[dict[str, Any]]) -> tuple[str, str] | None:
    """The address and the text of the picture that stands for a page where it is shared.

    It is the page's first chart, or else that of the README.
    """
    named = [chart for chart in drawn if chart["name"]]
    if named:
        chart, place = named[0], page
    else:
        labels = app.env.get_domain("std").labels
        place = labels.get(execute.README_FIGURE, ("",))[0]
        found = frames.drawn(app.env.get_doctree(place)) if place else []
        matching = [chart for chart in found if chart["name"] == execute.README_FIGURE]
        if not matching:
            return None
        chart = matching[0]
    about = chart["spec"]["usermeta"]
    file = f"{posixpath.dirname(place)}/{chart['name']}.png".lstrip("/")
    base = app.config.html_baseurl
    address = base + file if base else relative_uri(app.builder.get_target_uri(page), file)
    return address, f"{about['headline']}. {about['description']}"


def dataset(package: dict[str, Any], address: str) -> dict[str, Any]:
    """The data package as a schema.org Dataset; `address` leads to the root of the book."""
    licence = package["licenses"][0]
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": package["title"],
        "description": package["description"],
        "version": package["version"],
        "dateCreated": package["created"][:10],
        "license": licence["path"],
        "isAccessibleForFree": True,
        "isBasedOn": [
            {"@type": "Article", "headline": source["title"], "inLanguage": "zh-CN"}
            for source in package["sources"]
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": table["title"],
                "description": table["description"],
                "encodingFormat": table["mediatype"],
                "contentUrl": f"{address}data/{table['path']}",
            }
            for table in package["resources"]
        ],
    }


def further_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The page of the data, and the one at the root that leads to the first chapter."""
    if app.builder.name != "html":
        return
    package = datapackage.descriptor()
    rows = {entry["name"]: datapackage.rows(entry["name"]) for entry in package["resources"]}
    yield "data/index", {"title": "The data", "package": package, "rows": rows}, "data.html"
    if app.config.root_doc != "index":
        yield "index", {"title": ""}, "redirect.html"


def tidy(app: Sphinx, exception: Exception | None) -> None:
    """Add the data to the built book, and take out every file that no page asks for."""
    if exception or app.builder.name != "html":
        return
    root = Path(app.outdir)
    (root / "data").mkdir(exist_ok=True)
    tables = [entry["path"] for entry in datapackage.descriptor()["resources"]]
    for file in [datapackage.DESCRIPTOR, *tables]:
        shutil.copyfile(datapackage.DATA / file, root / "data" / file)
    named = {
        posixpath.normpath(posixpath.join(page.parent.relative_to(root).as_posix(), link))
        for page in root.rglob("*.html")
        for link in re.findall(r'(?:src|href)="([^"?#:]+)', page.read_text(encoding="utf-8"))
    }
    charts_of_old = [
        path for end in ("csv", "json", "svg", "png") for path in root.rglob(f"*.{end}")
    ]
    for path in [*(root / "_static").rglob("*"), *charts_of_old]:
        if path.is_file() and path.relative_to(root).as_posix() not in named:
            path.unlink()
    for folder in sorted((root / "_static").rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def visit_code(translator: Any, node: HideCodeCellNode) -> None:
    translator.body.append(f'<details class="code"><summary>{node["prompt_show"]}</summary>\n')


def depart_code(translator: Any, node: HideCodeCellNode) -> None:
    translator.body.append("</details>\n")


def place_charts(drawings: Drawings, app: Sphinx, document: nodes.document, page: str) -> None:
    """Put the drawn charts into a page of the website."""
    if app.builder.name == "html":
        frames.fill(document, drawings)


def setup(app: Sphinx, drawings: Drawings) -> None:
    app.add_config_value("reportbook_pdf", "", "html", [str])
    app.connect("config-inited", prepare)
    app.connect("doctree-resolved", without_thebe, priority=900)
    app.connect("doctree-resolved", mark_code_alone)
    app.connect("doctree-resolved", partial(place_charts, drawings), priority=950)
    app.connect("html-page-context", partial(head, drawings), priority=900)
    app.connect("html-page-context", linked)
    app.connect("html-collect-pages", further_pages)
    app.connect("build-finished", tidy, priority=900)
    # MyST-NB's own has paragraphs inside the summary, which is no valid HTML
    app.add_node(HideCodeCellNode, override=True, html=(visit_code, depart_code))
    app.add_css_file("report.css")
    app.add_js_file("page.js", priority=100)
    app.add_js_file("charts.js", loading_method="defer")
