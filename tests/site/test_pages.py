"""The built book: strict, fresh, and whole without a network or a script."""

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser

from conftest import STRICT

from reportbook import drawing, palette
from reportbook.data import datapackage
from reportbook.site import outputs
from reportbook.site.pages import THEME

VOID = {"meta", "link", "img", "input", "br", "hr", "source", "wbr"}


class Page(HTMLParser):
    """What a page asks for, its ids, and its text with and without a mark of language."""

    def __init__(self, html):
        super().__init__()
        self.requests, self.ids, self.open, self.unmarked, self.empty = [], [], [], "", 0
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in ("script", "img", "iframe", "source"):
            self.requests.append(attributes.get("src") or "")
        if tag == "link" and attributes.get("rel") != "canonical":
            self.requests.append(attributes.get("href") or "")
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag not in VOID:
            self.open.append((tag, attributes.get("lang"), attributes.get("class") or ""))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tags = {tag for tag, _, _ in self.open}
        prose = "main" in tags and not tags & {"script", "style", "pre", "code", "title"}
        if prose and not any((lang or "").startswith("zh") for _, lang, _ in self.open):
            self.unmarked += data


def test_every_chapter_has_its_page_and_the_first_page_leads_in(built):
    sources = {path.stem for path in (built.folder / "chapters").glob("*.[im][pd]*")}
    assert set(built.pages) == sources
    assert "chapters/index.html" in (built.folder / "_build/html/index.html").read_text()


# What a page may do, in words of its own, but for the scripts that it carries. The style sheet
# stands in the page, and Sphinx and SVG use inline styles.
ALLOWED = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'unsafe-inline'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}


@cache
def read(html):
    """A page as read: several tests ask for the same one."""
    return Page(html)


def every_page(built):
    """Every page in both languages with its address, those that no chapter makes among them.

    But for the first ones, which only lead on.
    """
    for path in sorted(built.html.rglob("*.html")):
        if path.parent.name in ("chapters", "data") or path.name != "index.html":
            yield path.relative_to(built.html).as_posix(), path.read_text(encoding="utf-8")


def test_no_page_asks_another_host_or_runs_what_its_policy_does_not_name(built):
    """A page carries the scripts that its first paint needs; the policy has the hash of each."""
    early, readings = [(THEME / name).read_text() for name in ("early.js", "readings.js")]
    for name, html in every_page(built):
        foreign = [url for url in read(html).requests if re.match(r"(https?:)?//", url)]
        assert not foreign, f"{name} asks for {foreign}"
        (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
        rules = [rule.strip().partition(" ") for rule in policy.split(";")]
        inline = r"<script(?![^>]* src=)(?![^>]*ld\+json)[^>]*>(.*?)</script>"
        carried = re.findall(inline, html, re.DOTALL)
        hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in carried]
        known = " ".join(["'self'", *(f"'sha256-{digest}'" for digest in hashes)])
        told = {directive: sources for directive, _, sources in rules}
        assert told == ALLOWED | {"script-src": known}, name
        turned = [readings] if "data-readings=" in html else []
        assert carried == [early, *turned], name
        assert '<meta name="referrer" content="no-referrer">' in html, name
        assert not re.search(r"<[^>]+ on[a-z]+=", html), f"{name} carries a handler"


def test_the_first_paint_waits_for_nothing_but_the_page(built):
    for name, html in built.pages.items():
        assert 'rel="stylesheet"' not in html and "@import" not in html, name
        scripts = re.findall(r"<script [^>]*src=[^>]*>", html)
        assert scripts and all(" defer" in script for script in scripts), name


def test_code_has_marks_where_it_has_colours_and_nowhere_else(built):
    """A mark for each word and sign would make code as large as all else of a page."""
    sheet = (THEME / "report.css").read_text(encoding="utf-8")
    rules = re.findall(r"^\.highlight ([^{]+)", sheet, re.MULTILINE)
    coloured = {name for rule in rules for name in re.findall(r"\.(\w+)", rule)}
    marks = {
        mark
        for html in built.pages.values()
        for cell in re.findall(r'<div class="highlight-\w+.*?</pre>', html, re.DOTALL)
        for mark in re.findall(r'<span class="(\w+)">', cell)
    }
    assert marks == coloured


def test_nothing_is_shipped_that_no_page_asks_for(built):
    weight = {path.name: path.stat().st_size for path in (built.html / "_static").rglob("*.[jc]s*")}
    assert sum(weight.values()) < 150_000, f"what is new in _static? {weight}"
    assert not [name for name in weight if name.endswith(".map") or "awesome" in name]


def test_every_page_says_what_it_is(built):
    package = datapackage.descriptor()
    for name, html in every_page(built):
        head = html.partition("</head>")[0]
        assert re.search(r"<title>[^<]+</title>", head), name
        (dataset,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
        parts = json.loads(dataset)["distribution"]
        titles = [resource["title"] for resource in package["resources"]]
        assert [part["name"] for part in parts] == titles or name.startswith("zh/")
        assert len(parts) == len(titles), name
        for part in parts:
            assert (built.html / name).parent.joinpath(part["contentUrl"]).is_file(), name
        picture = re.search(r'property="og:image" content="([^"]+)"', head)
        assert picture and (built.html / name).parent.joinpath(picture[1]).is_file(), name
        if name.startswith("chapters/"):
            assert re.search(r'<meta name="description" content="[^"]{20,}">', head), name


def test_headings_have_readable_anchors(built):
    for name, html in built.pages.items():
        for anchor in re.findall(r'<section id="([^"]*)"', html):
            assert not re.fullmatch(r"id\d+", anchor), f"begin the heading in English: {name}"


def test_the_contents_of_a_page_are_short(built):
    """A heading that says a finding has a short form, in the metadata of its cell."""
    for name, html in built.pages.items():
        (contents,) = re.findall(r'<nav aria-label="Contents">(.*?)</nav>', html, re.DOTALL) or [""]
        entries = re.findall(r'href="#[^"]+">(.*?)</a>', contents)
        assert len(entries) == len(set(entries)), name
        for entry in entries:
            said = re.sub(r"<[^>]+>", "", entry)
            assert len(said) <= 30, f"{name}: give “{said}” a short form"
        assert html.count("<h2") == len(entries) or not entries, name


def test_the_data_can_be_downloaded_as_they_are(built):
    files = [datapackage.DESCRIPTOR] + [t["path"] for t in datapackage.descriptor()["resources"]]
    page = (built.html / "data/index.html").read_text(encoding="utf-8")
    for file in files:
        offered = (built.html / "data" / file).read_bytes()
        assert offered == (built.folder / "data" / file).read_bytes()
        assert f'href="{file}"' in page


def test_every_chart_links_to_its_files_and_to_itself(built):
    drawn = {}
    for path in (built.folder / "chapters").glob("*.ipynb"):
        html = built.pages[path.stem]
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            name = cell["metadata"].get("mystnb", {}).get("figure", {}).get("name")
            if not name:
                continue
            assert f'href="#{name}">Link' in html and f'id="{name}"' in html
            for end in outputs.FILES:
                assert f'href="{name}{end}" download' in html
                assert (built.html / "chapters" / f"{name}{end}").stat().st_size > 40
            spec = json.loads((built.html / f"chapters/{name}.json").read_text(encoding="utf-8"))
            stored = cell["outputs"][0]["data"]
            for other in stored[drawing.MIME]["usermeta"].get("others", []):
                file = built.html / f"chapters/{name}-{other['reading']['key']}"
                assert file.with_suffix(".svg").read_text() == drawing.alone(other)
                assert file.with_suffix(".png").stat().st_size > 40
            assert spec["layer"] == stored[drawing.MIME]["layer"]
            svg = (built.html / f"chapters/{name}.svg").read_text(encoding="utf-8")
            assert svg == "".join(stored["image/svg+xml"])
            drawn.setdefault(path.stem, (name, svg))
    # The first of one chapter, since it takes as long to draw here once more
    name, svg = drawn["overview"]
    assert (built.html / f"chapters/{name}.png").read_bytes() == drawing.png(svg)


def test_every_link_to_a_place_of_a_page_leads_to_one(built):
    """Those of pictures among them, which Sphinx doesn't know."""
    led = 0
    for name, html in built.pages.items():
        for page, place in re.findall(r'<a [^>]*href="([\w.-]*\.html)?#([^"]+)"', html):
            target = built.pages[page.removesuffix(".html")] if page else html
            assert f'id="{place}"' in target, f"{name} leads to {page}#{place}"
            led += 1
        assert ".ipynb#" not in re.sub(r"<pre.*?</pre>", "", html, flags=re.DOTALL), name
    assert led > 300


def test_every_chart_is_there_without_a_script(built):
    for path in (built.folder / "chapters").glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        drawn = ["charts.finish(" in "".join(cell["source"]) for cell in cells]
        html = built.pages[path.stem]
        assert html.count('<div class="chart">') == sum(drawn)
        for size in ("wide", "narrow"):
            found = re.findall(rf'<svg [^>]*class="marks (?:as-log )?{size}"', html)
            assert len(found) == sum(drawn)
        assert html.count("charts.js") == bool(sum(drawn))
        assert "alt.Chart(" not in re.sub(r"<pre>.*?</pre>", "", html, flags=re.DOTALL)


def test_every_figure_has_its_number_above_and_no_second_title(built):
    for name, html in built.pages.items():
        figures = re.findall(r"<figure[ >].*?</figure>", html, re.DOTALL)
        for figure in figures:
            head, _, picture = figure.partition("<svg ")
            assert re.search(r'class="caption-number">Figure \d+</span>', head), name
            assert "figcaption" not in picture, f"{name}: a second title"
        assert len(figures) == html.count('<div class="chart">')


def test_every_number_of_a_sentence_arrives(built):
    for name, html in built.pages.items():
        assert not re.search(r'class="number">\s*</', html), f"an empty figure in {name}"
        assert "{said" not in html


def test_chinese_is_marked_as_chinese(built):
    for name, html in built.pages.items():
        left = re.findall(r"[一-鿿]+", read(html).unmarked)
        assert not left, f"{name}: {left[:5]}"


def test_ids_are_unique(built):
    for name, html in built.pages.items():
        ids = read(html).ids
        assert len(ids) == len(set(ids)), f"{name}: {sorted({i for i in ids if ids.count(i) > 1})}"


def test_charts_take_their_dark_colours_from_the_palette(built):
    for name, html in built.pages.items():
        css = html.partition("<style>")[2].partition("</style>")[0]
        assert all(light in css and dark in css for light, dark in palette.PALETTE.values()), name


def test_a_second_build_executes_and_writes_nothing_anew(small):
    before = small.state("_build/html"), small.state("chapters")
    run = small.build(*STRICT, CI="true")
    assert run.returncode == 0, run.stdout + run.stderr
    after = small.state("_build/html"), small.state("chapters")
    # Sphinx writes its own pages and what lists all pages each time
    assert after[0].keys() == before[0].keys()
    pages = [name for name in before[0] if name.startswith("_build/html/chapters/")]
    assert len(pages) > 3
    for name in pages:
        assert after[0][name] == before[0][name], name
    assert after[1] == before[1]
