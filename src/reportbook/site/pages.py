"""The pages of the book: what its theme needs of each beyond Sphinx's own, and no page else."""

from __future__ import annotations

import json
import multiprocessing
import posixpath
import re
import shutil
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.highlighting import PygmentsBridge
from sphinx.util.osutil import relative_uri

from reportbook import drawing, palette
from reportbook.data import datapackage, messages
from reportbook.data.datapackage import ROOT
from reportbook.language import curled, marked
from reportbook.palette import FACES
from reportbook.running import freshness
from reportbook.site import chains, code, crate, downloads, notes, outputs, translated
from reportbook.translation import numbers, pictures
from reportbook.translation.editions import EDITIONS
from reportbook.translation.words import _, message

THEME = Path(__file__).parent / "theme"
# No script but the book's own files and those that a page carries, known by their hashes; no other
# host. The style sheet stands in the page, and Sphinx and SVG use inline styles.
POLICY = (
    "default-src 'self'; script-src 'self'{}; style-src 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'"
)
PAGES = ("html", "dirhtml")  # the builders that make the website
DESCRIPTION_LIMIT = 300
CHINESE_FACES = "faces-zh.css"  # rules of the parts that the Chinese edition alone asks for
# A Chinese run as pages in English mark it
MARKED = re.compile(r'<span lang="zh-CN">([^<]*)</span>')
LINKED = (message("Link to this heading"), message("Link to this term"))
CHAPTER = re.compile(r'<a href="([\w-]+)\.ipynb(?=#)')
# What stands for a page without a chart where it is shared: the picture of the README
PICTURE = ROOT / ".github" / "picture.svg"
# Sphinx's way to hand its translations to its script makes a function of a text, ours doesn't
TRANSLATE = "Documentation.addTranslations("
ASSIGN = "((catalog) => Object.assign(Documentation.TRANSLATIONS, catalog.messages))("


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
    return f':root{{{light}}}@media screen{{html[data-theme="dark"]{{{dark}}}{turned}}}'


def faces_css() -> str:
    """The faces of the pages as rules of a style sheet, which stands beside their files."""
    return (FACES / "faces.css").read_text(encoding="utf-8")


@cache
def style_sheet(chinese: bool) -> str:
    """The style sheet of an edition in one line, without its comments; faces by bare file names."""
    parts = [palette_css(), faces_css(), (THEME / "report.css").read_text(encoding="utf-8")]
    if chinese:
        parts.append((FACES / CHINESE_FACES).read_text(encoding="utf-8"))
    bare = re.sub(r"/\*.*?\*/", "", "".join(parts), flags=re.DOTALL)
    return re.sub(r"[ \n]+", " ", bare).strip()


@cache
def script(name: str) -> str:
    """A script that stands in pages, not beside them."""
    return (THEME / name).read_text(encoding="utf-8")


def policy(scripts: list[str]) -> str:
    """What a page may do that carries these scripts."""
    digests = [b64encode(sha256(it.encode()).digest()).decode() for it in scripts]
    return POLICY.format("".join(f" 'sha256-{it}'" for it in digests))


def head(app: Sphinx, page: str, template: str, context: dict, doctree: Any) -> None:
    """What the templates need beyond Sphinx's own; and a chart's files, beside its page."""
    if app.builder.name not in PAGES:
        return
    charts = outputs.charts(doctree) if doctree else []
    beside = Path(app.builder.get_outfilename(page)).parent
    for node in charts:
        if node["name"]:
            downloads.write_chart(node["chart"], beside / node["name"])
    # Roles that the standards have withdrawn, which docutils still writes; and a box that
    # scrolls must be in reach of the keys
    body = re.sub(r' role="(?:list|doc-[a-z]+)"', "", context.get("body", ""))
    # Links of pictures are those of notebooks, which know no pages
    body = CHAPTER.sub(lambda found: f'<a href="{chapter(app, page, found[1])}', body)
    context["body"] = body.replace("<pre>", '<pre tabindex="0">')
    context["has_charts"] = bool(charts)
    context["has_choice"] = 'class="choose' in body
    context["notes"] = doctree["notes"] if doctree else ""
    if translated.chinese(app.config):
        for part in ("body", "notes"):
            context[part] = MARKED.sub(r"\1", context[part])
        for english in LINKED:  # which Sphinx's own catalogue lacks
            title = f'title="{english}"'
            context["body"] = context["body"].replace(title, f'title="{_(english)}"')
    context["readings"] = outputs.readings(doctree) if doctree else ""
    context["has_long_tables"] = 'class="table-filter' in body
    context["policy"] = policy
    context["_"] = _
    context["kept"] = translated.kept if translated.chinese(app.config) else str
    context["files"] = app.config.reportbook_files
    static = context["pathto"](f"{app.config.reportbook_files}_static/", 1)
    context["static"] = static
    sheet = style_sheet(translated.chinese(app.config))
    context["style_sheet"] = sheet.replace('url("', f'url("{static}')
    names = ["early.js", *(["readings.js"] if context["readings"] else [])]
    context["early"] = [script(name) for name in names]
    context["editions"] = editions(app, page, context["pathto"])
    told = translated.text(app.config)
    # What the script choose.js knows of a table's heads and cells
    untold = "|".join(["–", told("yes"), told("no")])
    context["known"] = {"name": told("name"), "printed": told("Printed"), "untold": untold}
    context["description"] = summary(doctree) if doctree else ""
    context["preview"] = preview(app, page, charts)
    address = whole(app.config) or context["pathto"](app.config.reportbook_files, 1)
    # "</script" or "<!--" would change where the script element ends
    package = dataset(translated.package(app.config), address)
    context["dataset"] = json.dumps(package, ensure_ascii=False).replace("<", "\\u003c")
    if app.config.reportbook_pdf:
        context["pdf_edition"] = context["pathto"](app.config.reportbook_pdf, 1)


def chapter(app: Sphinx, page: str, name: str) -> str:
    """The address of a chapter beside a page."""
    return app.builder.get_relative_uri(page, posixpath.join(posixpath.dirname(page), name))


def editions(app: Sphinx, page: str, pathto: Callable) -> list[dict[str, Any]]:
    """A page in every language in which the book is built; nothing if that is one alone."""
    names = app.config.reportbook_languages
    here, base = EDITIONS[translated.name(app.config)], whole(app.config)
    target, up = app.builder.get_target_uri(page), "../" * here.folder.count("/")
    found = []
    for one in [EDITIONS[name] for name in names] if len(names) > 1 else []:
        address = (
            posixpath.basename(target) if one is here else pathto(f"{up}{one.folder}{target}", 1)
        )
        if base:
            address = f"{base}{one.folder}{target}"
        told = {"language": one.tag, "name": one.name, "current": one is here}
        found.append({**told, "address": address})
    return found


def whole(config: Config) -> str:
    """The address of the whole book, in all languages; "" where it isn't known."""
    folder = EDITIONS[translated.name(config)].folder
    return config.html_baseurl.removesuffix(folder)


def draw_ahead(app: Sphinx) -> None:
    """Have the pictures for download made by a process beside the build, which takes as long;
    unless all that the last build made are there, and would be made the same."""
    app.drawer = None
    if app.builder.name not in PAGES or _drawn(app):
        return
    record(app).unlink(missing_ok=True)  # until all are there
    app.drawer = multiprocessing.get_context("fork").Process(target=_draw, args=[app])
    app.drawer.start()


def record(app: Sphinx) -> Path:
    """The file that says what the pictures of a built edition were made of."""
    return Path(app.doctreedir) / f"pictures-{app.builder.name}"


def pictured(app: Sphinx) -> dict[str, Any]:
    """The pictures for download of an edition: what they are made of, and their files."""
    files = [] if app.config.reportbook_files else ["_static/picture.png"]
    for path in freshness.chapters():
        docname = path.relative_to(app.srcdir).with_suffix("").as_posix()
        beside = posixpath.dirname(app.builder.get_target_uri(docname) + "x")
        for name, _about in downloads.stored_pictures(path):
            files += [f"{beside}/{name}{end}" for end in outputs.PICTURED]
    made_of = [translated.state(app.config), PICTURE.read_text(encoding="utf-8")]
    return {"folder": str(app.outdir), "made of": made_of, "files": files}


def _drawn(app: Sphinx) -> bool:
    wanted, path = pictured(app), record(app)
    # As text, since a build may have been cut short while it was written
    if not path.exists() or path.read_text(encoding="utf-8") != json.dumps(wanted):
        return False
    return all((Path(app.outdir) / file).exists() for file in wanted["files"])


def _draw(app: Sphinx) -> None:
    # From the last chapter on, as pages are read from the first: in another language each draws
    # what the other hasn't drawn yet
    chapters = [*reversed(freshness.chapters())]
    for path in chapters:
        docname = path.relative_to(app.srcdir).with_suffix("").as_posix()
        beside = Path(app.builder.get_outfilename(docname)).parent
        for name, about in downloads.stored_pictures(path, translated.output(app.config)):
            downloads.picture(drawing.alone(about), beside / name)
    if translated.chinese(app.config):
        pictures.prune(
            spec["usermeta"] for path in chapters for _name, spec in downloads.stored_charts(path)
        )
    if not app.config.reportbook_files:
        picture = Path(app.outdir) / "_static" / "picture"
        downloads.picture(PICTURE.read_text(encoding="utf-8"), picture)


def shorten(app: Sphinx, document: nodes.document) -> None:
    """Give the contents of a page the short forms of its headings.

    A heading that says a finding takes four lines beside the page.
    """
    if app.builder.name == "gettext":
        return
    shorts = translated.shorts(document)
    for entry in app.env.tocs[app.env.docname].findall(nodes.reference):
        if short := shorts.get(entry["anchorname"]):
            entry[:] = [nodes.Text(short)]


def mark_code_alone(app: Sphinx, document: nodes.document, page: str) -> None:
    """Name the cells without output, so that no style has to wait for what comes after them."""
    for cell in document.findall(nodes.container):
        parts = [part.get("nb_element") for part in cell if isinstance(part, nodes.Element)]
        if cell.get("nb_element") == "cell_code" and "cell_code_output" not in parts:
            cell["classes"].append("code-alone")


def fill(app: Sphinx, document: nodes.document, page: str) -> None:
    """Set the charts and tables of a page of the website; the PDF edition sets its own."""
    if app.builder.name not in PAGES:
        return

    def label(figure: nodes.figure) -> str:
        numbers = app.env.toc_fignumbers[page]["figure"][figure["ids"][0]]
        return app.config.numfig_format["figure"] % ".".join(map(str, numbers))

    cells = code.Code(app, page, document)
    sources = notes.Notes(app, page, document)
    notes.lead_back(app, document, page)
    found = chains.Chains(app, page, sources, cells)
    for node in document.findall(nodes.inline):
        if outputs.NUMBER in node:
            node["entry"] = found.entry(node["number"])
    outputs.fill(document, label, cells.feeding, found)
    end(document, sources, found)


def end(document: nodes.document, sources: notes.Notes, found: chains.Chains) -> None:
    """Put what numbers and sources lead to at a page's end, and a word about it near its head."""
    document["notes"] = sources.html() + found.html()
    if found.html():
        cards = [box for box in document.findall(nodes.container) if "figures" in box["classes"]]
        below = [*cards, *filter(asks, document.findall(nodes.paragraph))][0]
        hint = nodes.raw("", f'<p class="hint">{_(messages.HINT)}</p>', format="html")
        below.parent.insert(below.parent.index(below) + 1, hint)


def introduce(app: Sphinx, document: nodes.document, page: str) -> None:
    """Say below the first page's thesis who wrote the book and when, and where it begins; and draw
    its picture small, since it stands further below.

    The PDF edition says so on its cover.
    """
    if app.builder.name not in PAGES or page != app.config.root_doc:
        return
    issued = datetime.fromisoformat(datapackage.descriptor()["created"])
    first = app.builder.get_relative_uri(page, app.env.toctree_includes[page][0])
    thesis = next(filter(asks, document.findall(nodes.paragraph)))
    said = (
        f'{strip(document)}<p class="byline">{escape(app.config.author)} · '
        f'<time datetime="{issued:%Y-%m-%d}">'
        f"{day(app.config, issued)}</time></p>\n"
        f'<p><a class="start" href="{escape(first)}">{_("Start reading")}</a></p>'
    )
    place = thesis.parent.index(thesis) + 1
    thesis.parent.insert(place, nodes.raw("", said, format="html"))


def day(config: Config, date: datetime) -> str:
    """A day in the language of the edition."""
    english = f"{date.day} {date:%B %Y}"
    return numbers.date(english) if translated.chinese(config) else english


def strip(document: nodes.document) -> str:
    """The first picture of a page in one line, if it is a board: a square for each of its names."""
    for node in outputs.charts(document)[:1]:
        table = node["chart"]["usermeta"]["table"]
        first = translated.text(document.settings.env.config)("column")
        heads = Counter(row[0] for row in table["rows"] if table["columns"][0] == first)
        parts = "".join(
            f'<li><span aria-hidden="true">{"<i></i>" * many}</span> '
            f'<a href="#{escape(node["name"])}"><b>{many}</b> {marked(curled(head))}</a></li>'
            for head, many in heads.items()
        )
        return f'<ul class="strip">{parts}</ul>\n' if parts else ""
    return ""


def asks(paragraph: nodes.paragraph) -> bool:
    """Whether a paragraph is a page's question or thesis, all in italics."""
    return [type(part) for part in paragraph] == [nodes.emphasis]


def summary(document: nodes.document) -> str:
    """What a page is about: the question below its title, or its first sentences."""
    paragraphs = [node for node in document.findall(nodes.paragraph) if node.astext()]
    asked = [*filter(asks, paragraphs)]
    for node in [*asked, *paragraphs][:1]:
        text = " ".join(node.astext().split())
        return text if len(text) <= DESCRIPTION_LIMIT else text[:DESCRIPTION_LIMIT] + "…"
    return ""


def preview(app: Sphinx, page: str, charts: list[nodes.raw]) -> tuple[str, str] | None:
    """The address and the text of the picture that stands for a page where it is shared.

    It is the page's first chart, or else that of the README.
    """
    file, text = "_static/picture.png", app.config.html_title
    base = app.config.html_baseurl
    if named := [node for node in charts if node["name"]]:
        about = named[0]["chart"]["usermeta"]
        beside = posixpath.dirname(app.builder.get_target_uri(page) + "x")
        file = posixpath.join(beside, f"{named[0]['name']}.png")
        text = _("{headline}. {description}").format(**about)
    elif base:
        base = whole(app.config)
    else:
        file = app.config.reportbook_files + file
    return base + file if base else relative_uri(app.builder.get_target_uri(page), file), text


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
    package = translated.package(app.config)
    rows = {entry["name"]: datapackage.rows(entry["name"]) for entry in package["resources"]}
    told = {"title": _("The data"), "package": package, "rows": rows}
    told["columns"] = {name: _(meaning) for name, meaning in crate.COLUMNS.items()}
    told["folder"] = f"../{app.config.reportbook_files}data/" if app.config.reportbook_files else ""
    yield "data/index", told, "data.html"
    listed = {"title": _("The rows behind the numbers"), "chapters": app.env.reportbook_lists[1]}
    yield chains.LISTS, listed, "rows.html"
    if app.config.root_doc != "index":
        yield "index", {"title": ""}, "redirect.html"


def list_rows(app: Sphinx, env: BuildEnvironment) -> None:
    """Make the lists of rows, or keep those of the last build, if all is as it was."""
    if app.builder.name not in PAGES:
        return
    titles = [title.astext() for title in env.titles.values()]
    made_of = translated.state(app.config), app.builder.name, titles
    if getattr(env, "reportbook_lists", ((),))[0] == made_of:
        return
    chapters = [*chains.listed(app)]
    if translated.chinese(app.config):
        for told in (told for chapter in chapters for told in chapter["lists"]):
            told["rows"] = MARKED.sub(r"\1", told["rows"])
    env.reportbook_lists = made_of, chapters


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Add the data to the built book, and take out every file that no page asks for."""
    if app.builder.name not in PAGES:
        return
    if app.drawer and exception:
        app.drawer.terminate()
    if exception:
        return
    if app.drawer:
        app.drawer.join()
        if app.drawer.exitcode:
            raise ExtensionError("the pictures for download could not be made, see above")
        record(app).write_text(json.dumps(pictured(app)), encoding="utf-8")
    root = Path(app.outdir)
    words = root / "_static" / "translations.js"
    if words.exists():  # for the search, by a function that the policy of pages forbids
        text = words.read_text(encoding="utf-8")
        words.write_text(text.replace(TRANSLATE, ASSIGN), encoding="utf-8")
    if app.config.reportbook_files:
        shutil.rmtree(root / "_sources", ignore_errors=True)  # those of the other language
    else:
        downloads.write_data(root)
        crate.write(app, root)
    downloads.remove_unnamed(root)


def fold_code(app: Sphinx, config: Config) -> None:
    """Fold code in our own way: MyST-NB has paragraphs inside the summary, which is no HTML."""
    from myst_nb.sphinx_ import HideCodeCellNode  # a second to import; by now it is there

    app.add_node(HideCodeCellNode, override=True, html=(visit_code, depart_code))
    app.add_node(nodes.inline, override=True, html=(visit_inline, depart_inline))


def visit_code(translator: Any, node: nodes.Element) -> None:
    translator.body.append(f'<details class="code"><summary>{node["prompt_show"]}</summary>\n')


def visit_inline(translator: Any, node: nodes.inline) -> None:
    """A number leads to its entry; a link of its own, since Sphinx would name three classes."""
    if "html" in node:  # a source
        translator.body.append(node["html"])
        raise nodes.SkipNode
    if "entry" in node:
        translator.body.append(f"<a href=#{node['entry']}>")
    else:
        type(translator).visit_inline(translator, node)


def depart_inline(translator: Any, node: nodes.inline) -> None:
    if "entry" in node:
        translator.body.append("</a>")
    else:
        type(translator).depart_inline(translator, node)


def depart_code(translator: Any, node: nodes.Element) -> None:
    translator.body.append("</details>\n")


def setup(app: Sphinx) -> None:
    app.add_html_theme("reportbook", str(THEME))
    PygmentsBridge.html_formatter = code.Colours  # Sphinx's own way to have another
    app.connect("builder-inited", draw_ahead, priority=900)
    app.connect("doctree-read", shorten, priority=900)  # once the contents are there
    app.connect("doctree-resolved", mark_code_alone)
    app.connect("doctree-resolved", introduce)
    app.connect("doctree-resolved", fill, priority=950)
    app.connect("html-page-context", head, priority=900)
    app.connect("env-updated", notes.cited_anew)
    app.connect("env-updated", list_rows)
    app.connect("html-collect-pages", further_pages)
    app.connect("build-finished", finish, priority=900)
    app.connect("config-inited", fold_code)
