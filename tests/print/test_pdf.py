"""The PDF edition, read back: what it says, how it is tagged, and that it is always the same."""

import hashlib
import json
import re
import resource
import shutil
from collections import Counter
from datetime import UTC, datetime
from html import unescape
from itertools import pairwise
from math import sqrt
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote

import pikepdf
import pypdf
import pytest
import yaml
from conftest import NOTEBOOKS, STRICT, Project
from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes
from sphinx.errors import ExtensionError

from reportbook.data import claims, datapackage, messages, origins
from reportbook.data.datapackage import ROOT
from reportbook.drawing import MIME
from reportbook.language import marked
from reportbook.print import builder, pages, translator, typst
from reportbook.site import outputs
from reportbook.tables import LONG, Table
from reportbook.tables import MIME as MIME_TABLE

# In points: above and below it a page has running heads and its number, and beyond it the margin
HEAD, FOOT, MARGIN = 60, 46, (20 + 116) * 72 / 25.4
FILE = f"{datapackage.descriptor()['name']}.pdf"
PDF = ["--builder", "custom", "--custom-builder", "pdf"]
# How `make book` tells each edition of the other, and the time
BESIDE = {"PDF_EDITION": "1", "SOURCE_DATE_EPOCH": "1795435242"}

# ISO 32000-1, 14.8.4: what a reader knows without a role map
KINDS = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 "
    "H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry "
    "Code Link Annot Ruby Warichu Figure Formula Form"
)
STANDARD = set(KINDS.split())
PARENTS = {
    "TR": {"THead", "TBody"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
}
SHOWS = {"Tj", "TJ", "f", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do"}


@pytest.fixture(scope="module")
def book(built):
    """The PDF edition of the whole book."""
    project = Project(built.folder)
    project.pdf = project.folder / "_build/pdf" / FILE
    project.reader = pypdf.PdfReader(project.pdf)
    project.places = []
    charts, project.lettering = drawn(project.reader), []
    project.pages = [
        read(page, project.places, charts, project.lettering) for page in project.reader.pages
    ]
    project.text = squeezed("".join(project.pages))
    # Without the tables below the charts, which the website alone has
    project.html = {
        name: re.sub(r'<details class="chart-data">.*?</details>', "", page, flags=re.DOTALL)
        for name, page in built.pages.items()
    }
    return project


@pytest.fixture(scope="module")
def chinese_edition(built):
    """The PDF edition in Chinese."""
    (path,) = (built.folder / "_build/pdf/zh").glob("*.pdf")
    project = Project(built.folder)
    project.reader, project.places = pypdf.PdfReader(path), []
    project.pages = [read(page, project.places, set(), []) for page in project.reader.pages]
    return project


@pytest.fixture
def edition(request):
    """The PDF edition in each language."""
    return request.getfixturevalue({"en": "book", "zh": "chinese_edition"}[request.param])


languages = pytest.mark.parametrize("edition", ["en", "zh"], indirect=True)


def drawn(reader):
    """What of the marked content is charts: by its page and its number there."""
    found = set()

    def walk(element, page, within):
        if isinstance(element, int):
            found.update({(page.idnum, element)} if within else ())
        elif isinstance(element, list):
            for child in element:
                walk(child.get_object(), page, within)
        elif isinstance(element, dict):
            page = element.raw_get("/Pg") if "/Pg" in element else page
            inner = element.get("/K", element.get("/MCID"))
            if inner is not None:
                walk(inner.get_object(), page, within or element.get("/S") == "/Figure")

    walk(reader.trailer["/Root"]["/StructTreeRoot"], None, False)
    assert len(found) > 20
    return found


def read(page, places, charts, lettering):
    """The text of a page; adds where each piece of it stands, and the sizes of charts' lettering.

    A place is the number of the page, the distance from its head and from its left, in points, the
    size of the letters, and the text; what stands above and below the text of a page is left out.
    """
    number, height, piece = page.page_number + 1, float(page.mediabox.height), []
    marked = [None]

    def enter(operator, operands, *_):
        if operator in (b"BDC", b"BMC"):
            about = operands[1] if len(operands) > 1 else {}
            marked.append((page.indirect_reference.idnum, about.get("/MCID")))
        elif operator == b"EMC":
            marked.pop()

    def visit(text, matrix, text_matrix, font, size):
        if text.strip() and font and marked[-1] in charts:
            (a, b, c, d, *_), (e, f, g, h, *_) = matrix, text_matrix
            turned = size * sqrt(abs((a * d - b * c) * (e * h - f * g)))
            lettering.append((number, turned, text.strip()))
        elif text.strip() and font:
            a, b, c, d, x, y = matrix
            across, up = text_matrix[4:]
            left, above = a * across + c * up + x, height - (b * across + d * up + y)
            if HEAD < above < height - FOOT:
                piece.append((number, above, left, abs(d * text_matrix[3] * size), text.strip()))

    text = page.extract_text(visitor_text=visit, visitor_operand_before=enter)
    places.extend(piece)
    return text


def note(size):
    """Whether letters are of the size of notes."""
    return 7 < size < 7.9


@pytest.fixture(scope="module")
def file(book):
    with pikepdf.open(book.pdf) as opened:
        yield opened


@pytest.fixture(scope="module")
def structure(file):
    """Every element of the structure tree with the kind of its parent, in reading order."""
    found = []

    def walk(element, above):
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
            return
        kind = str(element.S)[1:]
        found.append((kind, above, element))
        content = element.get("/K", [])
        for child in content if isinstance(content, pikepdf.Array) else [content]:
            walk(child, kind)

    for root in file.Root.StructTreeRoot.K:
        walk(root, "")
    return found


@pytest.fixture(scope="module")
def contents(file):
    """What is painted on each page, operation by operation."""
    return [
        (
            page,
            [
                (operands, str(operator))
                for operands, operator in pikepdf.parse_content_stream(page)
            ],
        )
        for page in file.pages
    ]


def squeezed(text):
    """Text without what a line break may add or take: white space and hyphens."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


def plain(html):
    return unescape(re.sub(r"<[^>]+>", "", html))


def specifications(book):
    for path in sorted((book.folder / "chapters").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                if MIME in output.get("data", {}):
                    yield output["data"][MIME]


# What it says


def test_every_page_is_a4_and_numbered(book):
    assert len(book.pages) > len(book.html)
    for number, page in enumerate(book.reader.pages, start=1):
        size = [round(float(side)) for side in page.mediabox[2:]]
        assert size == [595, 842], f"page {number} measures {size}"
    unnumbered = [n for n, text in enumerate(book.pages, 1) if str(n) not in text.split()]
    assert unnumbered == [1, 2], "cover and imprint alone carry no number"


def test_the_cover_says_what_of_what_of_when(book):
    package, cover = datapackage.descriptor(), squeezed(book.pages[0])
    article = package["sources"][0]
    title = re.search(r"<h1>(.*?)<", book.html["index"])[1]
    for fact in (title, f"《{article['title']}》", article["date"], package["version"]):
        assert squeezed(fact) in cover
    assert "24November2026" not in cover and "November2026" in cover


def test_a_chinese_title_breaks_on_the_cover_between_its_parts_alone(tmp_path):
    title = "文章：全部数字与名称的说明"
    config = SimpleNamespace(author="A", html_title=title, language="zh_CN")
    first, *_ = texts(tmp_path, builder.cover(config, "L"), language="zh_CN")
    lines = [text for *_, text in first]
    assert {"文章：", "全部数字与名称的说明"} <= {*lines}, lines


def chapters_of(edition):
    """The bookmarks of the contents and of every chapter."""
    return [entry for entry in edition.reader.outline if not isinstance(entry, list)]


def test_every_chapter_has_its_bookmark(book):
    toc = (book.folder / "_toc.yml").read_text(encoding="utf-8")
    chapters = re.findall(r"(?:file|root): chapters/(\w+)", toc)
    titles = [plain(re.search(r"<h1>(.*?)<a class", book.html[name])[1]) for name in chapters]
    titles[0] = builder.SUMMARY
    titles = ["Contents", *titles]
    assert [squeezed(entry.title) for entry in chapters_of(book)] == [*map(squeezed, titles)]


@languages
def test_every_chapter_stands_in_the_contents_with_the_page_that_it_begins_on(edition):
    top = chapters_of(edition)
    start, end = (edition.reader.get_destination_page_number(entry) for entry in top[:2])
    assert end == start + 1, "the contents are on one page"
    contents = squeezed(edition.pages[start])
    for entry in top[1:]:
        page = edition.reader.get_destination_page_number(entry)
        assert squeezed(entry.title) in squeezed(edition.pages[page])
        assert squeezed(f"{entry.title}{page + 1}") in contents, entry.title


def test_every_section_has_its_bookmark(book):
    def titles(outline):
        for entry in outline:
            yield from titles(entry) if isinstance(entry, list) else [squeezed(entry.title)]

    bookmarks = set(titles(book.reader.outline))
    for name, html in book.html.items():
        for heading in re.findall(r"<h[23]>(.*?)<a class", html):
            assert squeezed(plain(heading)) in bookmarks, f"{name}: no bookmark for {heading}"


def test_every_chart_is_there_once_with_its_words(book, structure):
    specs = list(specifications(book))
    for spec in specs:
        about = spec["usermeta"]
        for words in ("headline", "subtitle", "source", "note"):
            assert squeezed(about[words]) in book.text, f"{about['headline']}: no {words}"
        for other in about.get("others", []):
            said = other["reading"]["name"] + other["headline"]
            assert squeezed(re.sub(r"[.]", "", said)) in book.text.replace(".", ""), said
    told = [str(element.Alt) for kind, _, element in structure if kind == "Figure"]
    assert sorted(told[1:]) == sorted(spec["usermeta"]["description"] for spec in specs)
    assert told[0].startswith(f"A square for each of the {len(claims.load())} claims")


def test_charts_are_drawn_not_rastered_and_their_lettering_is_text(book, file):
    for number, page in enumerate(file.pages, start=1):
        assert not page.get_images(), f"page {number} holds a raster image"
    found = 0
    for spec in specifications(book):
        pictures = spec["usermeta"]["pictures"]
        wide = [name for name in pictures if "wide" in name and "as-linear" not in name]
        labels = re.findall(r">([^<]+)</text>", "".join(pictures[wide[0]]))
        found += len(labels)
        for label in labels:
            assert squeezed(unescape(label)) in book.text, f"{label} is missing"
    assert found > 300, "hardly a picture has lettering"


def test_captions_number_figures_and_tables_in_order(book):
    text = squeezed(" ".join(book.pages[3:]))
    numbered = []
    for name, html in book.html.items():
        for number, headline in re.findall(
            r'caption-number">(.*?)</span><span class="caption-text">(.*?)</span></p>', html
        ):
            numbered.append(number)
            assert squeezed(plain(number + headline)) in text, f"{name}: {number}"
    every = range(1, len([*specifications(book)]) + 1)
    assert sorted(numbered) == sorted(f"Figure {number}" for number in every)
    captions = [
        (plain(caption), place)
        for html in book.html.values()
        for place, caption in enumerate(re.findall(r"<caption>(.*?)</caption>", html))
    ]
    numbers = [int(n) for n in re.findall(r"Table(\d+)(?=\D)", text)]
    assert sorted(set(numbers)) == list(range(1, len(captions) + 1))


def test_every_number_of_a_sentence_is_that_of_the_website(book):
    """In its chapter, as often as there, be it on two pages."""
    starts = {}
    for entry in book.reader.outline:
        if not isinstance(entry, list):
            starts[squeezed(entry.title)] = book.reader.get_destination_page_number(entry)
    ends = [*sorted(starts.values())[1:], len(book.pages)]
    following = dict(zip(sorted(starts.values()), ends, strict=True))
    found = 0
    for name, html in book.html.items():
        title = builder.SUMMARY if name == "index" else plain(re.search(r"<h1>(.*?)<a ", html)[1])
        first = starts[squeezed(title)]
        pages = range(first + 1, following[first] + 1)
        text = squeezed(
            "".join(
                text for page, *_, size, text in book.places if page in pages and not note(size)
            )
        )
        numbers = r"<a href=#\.\d+>((?:<span[^>]*>[^<]*</span>|[^<])*)</a>"
        # Without the headlines of figures, of which paper has those of one reading, without the
        # list of what numbers rest on, whose own links lead within it, and without tables, of
        # which paper has some as attachments alone
        apart_from = (
            '<p class="chart-headline">.*?</p>',
            '<details class="chains">.*?</details>',
            "<table.*?</table>",
        )
        for apart in apart_from:
            html = re.sub(apart, "", html, flags=re.DOTALL)
        figures = Counter(squeezed(plain(figure)) for figure in re.findall(numbers, html))
        found += figures.total()
        for figure, times in figures.items():
            assert text.count(figure) >= times, f"{name}: {figure} is missing"
    assert found > 300, "hardly a number was found"


def test_nothing_of_the_machinery_is_printed(book):
    for stray in ("alt.Chart(", "LayerChart", "objectat0x", "DataFrame", "{said", "<span", "</"):
        assert squeezed(stray) not in book.text
    for code in ("import pandas", "charts.finish(", "tables.show("):
        assert squeezed(code) not in book.text
    for code in ("Hover over a chart", "folded away"):
        assert squeezed(code) not in book.text, "that is about the website"


# How it is set


def chapter_ends(book):
    """The last page of the contents and of every chapter."""
    return {*starts(book)[1:], len(book.pages)}


def starts(book):
    """The places, counted from none, of the pages on which the contents and chapters begin."""
    top = [entry for entry in book.reader.outline if not isinstance(entry, list)]
    return [book.reader.get_destination_page_number(entry) for entry in top]


def chapters(book):
    """Of each chapter its first page and the one behind its last, and where its notes begin.

    Pages are counted from none; the place is a page and the points from its head, or the end.
    """
    first = starts(book)[1:]
    begins = []
    for entry in flat(book.reader.outline):
        if entry.title == messages.HEADING:
            page = book.reader.get_destination_page_number(entry)
            begins.append((page, float(book.reader.pages[page].mediabox.height) - entry.top))
    for start, end in pairwise([*first, len(book.pages)]):
        found = [place for place in begins if start <= place[0] < end]
        assert len(found) < 2
        yield start, end, found[0] if found else (end, 0)


def flat(outline):
    for entry in outline:
        yield from flat(entry) if isinstance(entry, list) else [entry]


@languages
def test_every_page_is_filled(edition):
    """Half of it at least, but at a chapter's end, where there is more than a few lines.

    So sixty pages do.
    """
    depth = 842 - 70 - 62
    assert len(edition.pages) <= 60
    ends = chapter_ends(edition)
    for page in range(3, len(edition.pages) + 1):
        low = max(above for number, above, *_ in edition.places if number == page)
        assert low < 842 - 60, f"page {page} is too full"
        least = 0.15 if page in ends else 1 / 2
        assert (low - 70) / depth > least, f"page {page} is nearly empty"


def test_every_heading_stands_above_two_lines(book):
    """Or above a figure, whose own lines count."""
    found = 0
    for page, above, left, size, text in book.places:
        if 13 < size < 15 and left < MARGIN:
            found += 1
            below = {
                round(high)
                for number, high, beside, *_ in book.places
                if number == page and high > above + 8 and beside < MARGIN
            }
            assert len(below) > 1, f"page {page}: {text}"
    assert found > 60


def events(book):
    """Where figures are mentioned and stand and where sections begin, as a reader meets them."""
    found = []
    ends = {page: end for first, last, end in chapters(book) for page in range(first, last)}
    for page, above, left, size, text in book.places:
        if mark := re.match(r"Figure (\d+)(,|$)", text):
            if (page - 1, above) < ends[page - 1]:  # no note of what its numbers rest on
                kind = "mention" if left > MARGIN else "figure"
                found.append((page, above, kind, int(mark[1])))
        elif 13 < size < 15 or 20 < size < 25:
            found.append((page, above, "section", text))
    return sorted(found, key=lambda event: event[:2])


def test_every_figure_follows_its_mention_within_its_section(book):
    mentioned, stood = {}, {}
    for place, (_, _, kind, what) in enumerate(every := events(book)):
        if kind == "mention":
            mentioned[what] = place
        elif kind == "figure":
            stood[what] = place
    assert sorted(stood) == sorted(mentioned) == [*range(1, len([*specifications(book)]) + 1)]
    for figure, place in stood.items():
        between = every[mentioned[figure] : place]
        assert between, f"Figure {figure} stands before it is mentioned"
        sections = [what for _, _, kind, what in between if kind == "section"]
        assert not sections, f"Figure {figure} stands in the section {sections[-1]}"


def test_no_wide_gap_stands_before_a_figure(book):
    for page, above, kind, what in events(book):
        if kind == "figure":
            before = [high for number, high, *_ in book.places if number == page and high < above]
            gap = (above - max(before, default=above)) / 72 * 25.4
            assert gap < 25, f"{gap:.0f} mm before Figure {what} on page {page}"


def test_no_two_notes_stand_on_each_other(book):
    """Neither do their numbers, nor the lines of what they say."""
    ends = {page: end for first, last, end in chapters(book) for page in range(first, last)}
    for number in range(4, len(book.pages) + 1):
        notes = [
            (above, left)
            for page, above, left, size, _ in book.places
            if page == number and left > MARGIN and note(size)
            if (page - 1, above) < ends[page - 1]
        ]
        edge = min((left for _, left in notes), default=0)
        numbers = sorted(above for above, left in notes if left < edge + 1)
        lines = sorted({round(above) for above, _ in notes})
        for before, after in (*pairwise(numbers), *pairwise(lines)):
            assert after - before > 6, f"page {number}, {after:.0f} points below its head"


def test_no_file_is_named_but_as_an_attachment(book):
    text = book.text
    for name, title in translator.attachments().items():
        for between in ("", ":"):
            text = text.replace(squeezed(f"{name}{between}{title}"), "")
    assert not re.findall(r"[\w/]*\.(?:csv|json|ipynb|md)(?!\w)|index\.html", text)


def test_no_ledger_is_printed(structure):
    """Of more rows than a reader goes through: they are attached."""
    for kind, _, body in structure:
        if kind == "TBody":
            remedy = "name the files that hold its rows in its cell's metadata (CONTRIBUTING)"
            assert len(body.K) <= LONG, f"a table of {len(body.K)} rows: {remedy}"


def test_tables_that_go_on_say_so(book, structure):
    """In the book, where few do, and in one of a hundred rows."""

    def pages(element):
        found = {element.Pg.objgen} if "/Pg" in element else set()
        children = element.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                found |= pages(child)
        return found

    broken = sum(len(pages(element)) - 1 for kind, _, element in structure if kind == "Table")
    assert len(re.findall(r"Table\d+,continued", book.text)) == broken


def test_a_long_table_goes_on_with_its_head(tmp_path):
    (code,) = printed(Table(["First", "Second"], 100 * [["a", "b"]], "Long"))
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    design = typst.design("T", "A", "D", moment, "en")
    typst.write("\n".join([design, "#{", f"{code}()", "}"]), tmp_path / "x.pdf", moment)
    first, *others = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "x.pdf").pages]
    assert "continued" not in first and others
    for page in others:
        assert "Table 1, continued" in page and "Second" in page


def test_notes_lead_to_their_source_and_back(book, file):
    """The list of sources names, for each, the very pages whose margins do."""
    pages = {page.objgen: number for number, page in enumerate(file.pages, start=1)}
    start, end = starts(book)[-1] + 1, len(book.pages) + 1
    assert book.pages[start - 1].split()[:2] == ["Appendices", "References"]
    margin, raised, back = Counter(), Counter(), Counter()
    entries = set()
    links = [
        (number, note)
        for number, page in enumerate(file.pages, 1)
        for note in page.get("/Annots", [])
        if "/Dest" in note
    ]
    for number, note in links:
        page, left, top = pages[note.Dest[0].objgen], *map(float, note.Dest[2:4])
        beside = float(note.Rect[0]) > MARGIN
        small = float(note.Rect[2]) - float(note.Rect[0]) < 14
        if end > page >= start > number and (
            beside or small
        ):  # no word that leads to the whole list
            source = (page, left > 300, top)
            entries.add(source)
            (margin if beside else raised)[source, number] += 1
    for number, note in links:
        page = pages[note.Dest[0].objgen]
        if end > number >= start > page:
            left, high = float(note.Rect[0]), float(note.Rect[3])
            above = [
                source
                for source in entries
                if source[:2] == (number, left > 300) and source[2] > high - 3
            ]
            back[min(above, key=lambda source: source[2]), page] += 1
    assert len(raised) > 100 < len(margin) and set(margin) == set(back)
    for source, number in raised:
        near = {(source, page) for page in (number - 1, number, number + 1)}
        assert near & set(margin), f"a number on page {number} without its note"


def test_the_imprint_can_be_cited(book):
    """With all that the citation file has."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    page = squeezed(book.pages[1])
    authors = ", ".join(author["name"] for author in cited["authors"])
    year, version = cited["date-released"].year, cited["version"]
    assert squeezed(f"{authors} ({year}). {cited['title']} (version {version})") in page
    assert squeezed(builder.address()) in page
    assert "Publishedbytheproject" in page and "CreativeCommonsAttribution4.0" in page


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("title: A", ""),
        ("repository-code: https://a.org/code", "https://a.org/code"),
        ("repository-code: https://a.org/code\nurl: https://a.org", "https://a.org"),
        ("url: https://a.org\ndoi: 10.1/a", "https://doi.org/10.1/a"),
    ],
)
def test_the_most_lasting_address_of_the_citation_file_is_printed(
    said, address, tmp_path, monkeypatch
):
    monkeypatch.setattr(datapackage, "ROOT", tmp_path)
    assert builder.address() == "", "there is none"
    (tmp_path / "CITATION.cff").write_text(said, encoding="utf-8")
    assert builder.address() == address


def test_the_cover_has_a_key(book):
    kinds = claims.load()["is_figure"]
    cover = squeezed(book.pages[0])
    assert squeezed(f"each of the {len(kinds)} claims") in cover
    assert squeezed(f"{kinds.sum()} figures {(~kinds).sum()} names") in cover


def test_outside_addresses_are_printed(book):
    for page in book.reader.pages:
        for note in page.get("/Annots", []):
            address = note.get_object().get("/A", {}).get("/URI", "")
            if "://" in address:
                shown = unquote(address.removeprefix("https://doi.org/"))
                assert squeezed(shown) in book.text, f"{address} is linked but not printed"


def test_each_edition_leads_to_the_other(book, file):
    leads = re.findall(r'<a href="([^"]*\.pdf)" type="application/pdf">', book.html["index"])
    assert set(leads) == {f"../{FILE}"}
    assert f'rel="alternate" type="application/pdf" href="../{FILE}"' in book.html["index"]
    notes = [note for page in file.pages for note in page.get("/Annots", [])]
    assert "index.html" in {str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A}


# How it is made


def test_the_data_are_attached_as_they_are(file):
    package = datapackage.descriptor()
    described = {entry["path"]: entry["title"] for entry in package["resources"]}
    described[datapackage.DESCRIPTOR] = package["title"]
    assert set(file.attachments) == set(described)
    for name, attached in file.attachments.items():
        content = attached.get_file()
        assert content.read_bytes() == (datapackage.DATA / name).read_bytes(), name
        assert attached.description == described[name]
        kind = "application/json" if name.endswith(".json") else "text/csv"
        assert content.mime_type == kind


def test_the_file_is_sound(book, file):
    assert not file.check_pdf_syntax()
    for font in fonts(file):
        described = font.DescendantFonts[0].FontDescriptor
        assert {"/FontFile2", "/FontFile3"} & set(described.keys()), (
            f"{font.BaseFont} isn't embedded"
        )
        assert "/ToUnicode" in font
        assert not re.search("DejaVu|Liberation|Tofu", str(font.BaseFont)), "a face not chosen"
    assert "�" not in book.text and "□" not in book.text


def fonts(file):
    found = [o for o in file.objects if isinstance(o, pikepdf.Dictionary)]
    return [o for o in found if o.get("/Type") == "/Font" and o.get("/Subtype") == "/Type0"]


def test_the_lettering_of_charts_is_legible(book):
    assert len({page for page, *_ in book.lettering}) > 15
    small = [told for told in book.lettering if told[1] < 7]
    assert not small, f"below seven points: {small[:5]}"


def test_only_faces_that_come_with_the_package(file):
    families = {re.split("[+-]", str(font.BaseFont))[1] for font in fonts(file)}
    chinese = {"ReportSerifSC", "ReportSansSC"}
    assert families == {"ReportSerif", "ReportSans"} | chinese


# PDF/UA-1 (ISO 14289-1), rule by rule


def test_document_says_that_it_is_tagged_and_in_what_language(file):
    root = file.Root
    assert root.MarkInfo.Marked and root.MarkInfo.get("/Suspects", False) is False
    assert str(root.Lang) == "en-GB"
    assert root.ViewerPreferences.DisplayDocTitle
    with file.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"] == str(file.docinfo.Title) != ""


def test_every_kind_of_element_is_a_standard_one_or_mapped_to_one(file, structure):
    roles = file.Root.StructTreeRoot.get("/RoleMap", {})
    for kind in {kind for kind, _, _ in structure}:
        assert kind in STANDARD or str(roles.get(f"/{kind}", ""))[1:] in STANDARD, kind


def test_elements_stand_where_they_may(structure):
    for kind, above, _ in structure:
        assert above in PARENTS.get(kind, {above}), f"{kind} in {above}"


def test_headings_skip_no_level(structure):
    levels = [int(kind[1]) for kind, _, _ in structure if re.fullmatch("H[1-6]", kind)]
    assert levels[0] == 1
    for before, after in pairwise(levels):
        assert after <= before + 1


def test_every_figure_has_its_words(structure):
    for kind, _, element in structure:
        if kind == "Figure":
            assert str(element.get("/Alt", "")).strip()


def test_every_table_cell_has_its_heads_by_their_scope(structure):
    """One at the head of its column, one at the head of its row."""
    cells = [(kind, element) for kind, _, element in structure if kind in ("TH", "TD")]
    assert len(cells) > 300
    for kind, cell in cells:
        (about,) = [part for part in cell.get("/A", []) if part.O == "/Table"]
        if kind == "TH":
            assert str(about.Scope) in ("/Column", "/Row")
        assert not list(about.get("/Headers", [])), "a list of heads would hide the others"
    for kind, above, row in structure:
        if kind == "TR":
            heads = [str(cell.S) == "/TH" for cell in row.K]
            assert heads == [True] + [above == "THead"] * (len(heads) - 1)


def test_chinese_is_marked_as_chinese(contents, structure):
    """Every piece in a Chinese face carries its language, or inherits it from its elements."""

    def language(element):
        above = element.get("/P", {})
        return str(element.Lang) if "/Lang" in element else above and language(above)

    by_element = set()
    for _, _, element in structure:
        if language(element) == "zh-CN":
            content = element.get("/K", [])
            for part in content if isinstance(content, pikepdf.Array) else [content]:
                if isinstance(part, int):
                    by_element.add((element.Pg.objgen, part))
                elif "/MCID" in part:
                    by_element.add((part.get("/Pg", element.get("/Pg")).objgen, int(part.MCID)))
    pieces = 0
    for number, (page, operations) in enumerate(contents, start=1):
        faces = {
            name
            for name, font in page.Resources.get("/Font", {}).items()
            if "SC-" in str(font.BaseFont)
        }
        about, chosen = [], ""
        for operands, operator in operations:
            if operator in ("BDC", "BMC"):
                last = operands[-1]
                about.append(last if isinstance(last, pikepdf.Dictionary) else {})
            elif operator == "EMC":
                about.pop()
            elif operator == "Tf":
                chosen = str(operands[0])
            elif operator in ("Tj", "TJ") and chosen in faces:
                pieces += 1
                piece = (page.objgen, int(about[-1].get("/MCID", -1)))
                own = str(about[-1].get("/Lang", ""))
                assert own == "zh-CN" or piece in by_element, f"page {number}"
    assert pieces > 200


def test_all_content_is_tagged_or_an_artifact(contents):
    """ISO 14289-1, 7.1: nothing is painted outside a marked sequence."""
    for number, (_, operations) in enumerate(contents, start=1):
        depth = 0
        for _, name in operations:
            depth += (name in ("BMC", "BDC")) - (name == "EMC")
            assert depth or name not in SHOWS, f"page {number}: {name} outside marked content"


def test_every_link_is_in_the_structure_and_has_words(file, structure):
    """ISO 14289-1, 7.18: in a Link element, with a description, in the order of the structure."""
    held = {
        child.Obj.objgen
        for kind, _, element in structure
        if kind == "Link"
        for child in element.K
        if isinstance(child, pikepdf.Dictionary) and child.get("/Type") == "/OBJR"
    }
    for number, page in enumerate(file.pages, start=1):
        for note in page.get("/Annots", []):
            assert note.objgen in held, f"page {number}: a link outside the structure"
            assert str(note.Contents).strip() and "/StructParent" in note
            assert str(page.Tabs) == "/S"


def test_every_link_within_the_book_arrives(file):
    pages = {page.objgen for page in file.pages}
    within = [note for page in file.pages for note in page.get("/Annots", []) if "/Dest" in note]
    assert len(within) > 200, "hardly a link was found"
    for note in within:
        assert note.Dest[0].objgen in pages


def test_a_note_says_how_its_number_came_about(book):
    """From which phrases, and under which readings: letters, which the notes' head explains."""
    told = "= 约68.98亿元 (¶8.1) ÷ 400多家 (¶8.1); 13 to 18 million yuan; read "
    note = re.escape(squeezed(f"at most 17.3 million yuan {told}")) + r"([a-z](?:,[a-z])*)\."
    (found,) = re.finditer(note, book.text)
    head = book.text[: found.start()].rpartition(squeezed(messages.READINGS.partition("{")[0]))[2]
    readings = {one[0]: one[1:] for one in head.partition(".")[0].split(";")}
    (number,) = [one for path in NOTEBOOKS for one in numbers_of(path) if "17.3" in one["said"]]
    expected = [squeezed(origins.reading(name)) for name in number["readings"]]
    assert [readings[letter] for letter in found[1].split(",")] == expected != []
    assert squeezed("27 % = (2.26万件 (¶2.1) ÷ 6700多件 (¶2.1))1/五年来 (¶2.1) − 1") in book.text


def test_every_number_that_leads_on_the_website_leads_on_paper_and_back(book, file, structure):
    """Sentences, cards, headlines and tables: each to a note at its own chapter's end.

    So do the numbers of the figures and tables themselves. Tables that are attached have none.
    """
    place = {page.objgen: at for at, page in enumerate(file.pages)}
    on = {link.objgen: at for at, page in enumerate(file.pages) for link in page.get("/Annots", [])}
    links = []
    for kind, _, element in structure:
        if kind == "Link":
            # A number that is broken between two lines is one element with two links
            parts = (part for part in element.K if isinstance(part, pikepdf.Dictionary))
            link = next(part.Obj for part in parts if "/Obj" in part)
            if "/Dest" in link:
                to = (place[link.Dest[0].objgen], 842 - float(link.Dest[3]))
                links.append(((on[link.objgen], 842 - float(link.Rect[3])), to))
    toc = (book.folder / "_toc.yml").read_text(encoding="utf-8")
    names = re.findall(r"(?:file|root): chapters/(\w+)", toc)
    total = 0
    for name, (first, last, end) in zip(names, chapters(book), strict=True):
        within = [link for link in links if (first, 0) <= link[0] < (last, 0)]
        leading = [at for at, to in within if at < end <= to < (last, 0)]
        back = {to[0] for at, to in within if (first, 0) <= to < end <= at}
        led = leads(book, name)
        assert len(leading) == led, f"{name}: a number leads nowhere, or none should"
        assert {page for page, _ in leading} == back
        total += led
        if led:
            *_, (page, above) = sorted(it[:2] for it in book.places if (it[0] - 1, it[1]) < end)
            assert page - 1 == end[0] or above > 842 - 62 - 150, f"{name}: room above its notes"
    assert total > 500


def leads(book, name):
    """How many numbers of a chapter lead on paper, by what leads on the website."""
    found = 0
    html = re.sub('<details class="chains">.*?</details>', "", book.html[name], flags=re.DOTALL)
    path = book.folder / f"chapters/{name}.ipynb"
    if not path.exists():
        return html.count("<a href=#.")
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        attached = "attached" in cell["metadata"].get("reportbook", {})
        for output in cell.get("outputs", []):
            if table := output.get("data", {}).get(MIME_TABLE):
                shown = Table(**table)
                if attached:  # its rows aren't printed
                    caption = re.escape(f"<caption>{marked(shown.caption)}")
                    html = re.sub(f"{caption}.*?</table>", "", html, flags=re.DOTALL)
                found += not attached and bool(shown.led())
            about = output.get("data", {}).get(MIME, {}).get("usermeta", {})
            found += bool(about.get("rests_on"))
            if (
                "others" in about
            ):  # on paper the headline of the reading that is drawn is said twice
                own = [number["said"] for number in about.get("numbers", [])]
                found += len(origins.numbers_of(own).findall(about["headline"]))
    return found + len(re.findall(r"<a href=#\.\d+>", html))


def numbers_of(path):
    """The numbers that a chapter says."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            yield from output.get("data", {}).get(outputs.SENTENCES, {}).get("numbers", [])


# That it is always the same, and never missing in silence


def doctrees(project):
    """The pages as Sphinx has read them."""
    return {
        name: state
        for name, state in project.state("_build/.doctrees").items()
        if name.endswith(".doctree")
    }


@pytest.fixture(scope="module")
def small_pdf(small_ran, tmp_path_factory):
    """The small book in HTML, and then as PDF: what that left of the chapters and of the pages."""
    project = Project(tmp_path_factory.mktemp("printed") / "project")
    shutil.copytree(small_ran, project.folder)
    run = project.build(*STRICT, **BESIDE)
    assert run.returncode == 0, run.stdout + run.stderr
    project.before = project.state("chapters"), doctrees(project)
    # Where a chapter were stale, this variable would make an error of it
    run = project.build(*STRICT, *PDF, **BESIDE, CI="true")
    assert run.returncode == 0, run.stdout + run.stderr
    project.after = project.state("chapters"), doctrees(project)
    return project


def test_nothing_is_executed_or_read_again_for_it(small_pdf):
    """Notebooks, the record of their outputs, and the pages as read: untouched, to the moment."""
    (chapters, pages), (chapters_after, pages_after) = small_pdf.before, small_pdf.after
    assert "chapters/outputs.lock" in chapters and chapters_after == chapters
    assert len(pages) >= 3 and pages_after == pages
    left = [path.name for path in (small_pdf.folder / "_build/pdf").iterdir()]
    assert left == [FILE], "nothing is left behind"


def test_two_folders_give_the_same_bytes(small_pdf, small_ran, tmp_path):
    """In both editions, in another folder, by another order of sets, elsewhere in the world.

    Sphinx's note to itself aside, which `make book` leaves out. Of the whole book, runs of the
    chapters included, `make reproduce` proves it.
    """
    other = Project(tmp_path / "another place")
    shutil.copytree(small_ran, other.folder)
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"}
    for which in ([], PDF):
        arguments = ["build", ".", *STRICT, *which]
        run = other.run("jupyter-book", *arguments, **BESIDE, **elsewhere)
        assert run.returncode == 0, run.stdout + run.stderr
    found = []
    for project in (small_pdf, other):
        built = project.folder / "_build"
        files = [*(built / "html").rglob("*.*"), built / "pdf" / FILE]
        found.append(
            {
                path.relative_to(built).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in files
                if path.is_file() and path.name != ".buildinfo"
            }
        )
        assert str(project.folder).encode() not in files[-1].read_bytes()
    one, another = found
    differ = sorted(name for name in one.keys() | another if one.get(name) != another.get(name))
    assert not differ, f"look for a clock, a chance, a path or an unordered set in {differ}"


def test_no_module_installs_anything():
    """That is what a script is for, which says so."""
    for path in (ROOT / "src").rglob("*.py"):
        assert "apt-get" not in path.read_text(encoding="utf-8"), path


# The parts


def translated(*blocks, labels=(), numbers=None, cited=None):
    """Nodes below the title of a page, as code."""
    tree = new_document("x")
    tree += nodes.section("", nodes.title("", "A title"), *blocks, ids=["a-title"])
    env = SimpleNamespace(
        doc2path=lambda page, base: f"chapters/{page}.md", toc_fignumbers={"x": numbers or {}}
    )
    config = SimpleNamespace(numfig_format={"figure": "Fig. %s"})
    book = SimpleNamespace(
        config=config, env=env, repeated={"Often"}, sources={"r--s": "A publisher 2019"}, numbers={}
    )
    cited = {} if cited is None else cited
    blocks = translator.TypstTranslator(tree, book, "x", set(labels), cited).code()
    return [block.code for block in blocks]


def paragraph(*parts):
    held = [nodes.Text(part) if isinstance(part, str) else part for part in parts]
    return nodes.paragraph("", "", *held)


def picture(tall=800, **about):
    """A chart as its cell leaves it in a page."""
    words = {"headline": "H", "subtitle": "S", "description": "D", "source": "Q", "note": ""}
    pictures = {
        f"as-{scale} {size}": [f'<svg width="660" height="{height}">', f"{scale} {size}</svg>"]
        for scale, height in (("linear", 100), ("log", tall))
        for size in ("narrow", "wide")
    }
    spec = {"usermeta": words | {"pictures": pictures} | about}
    return nodes.raw(format="html", chart=spec, name="n")


def test_a_charts_words_are_never_code_and_its_chinese_is_marked():
    *_, code = translated(picture(headline='"); panic("', note="6700多"))
    assert r'headline: {"\"); panic(\""}' in code
    assert 'note: {"6700"; zh("多")}' in code


def test_the_wide_picture_is_printed_whole_in_the_books_font():
    *_, code = translated(picture())
    assert "log wide" in code and "linear" not in code and "narrow" not in code
    assert r"<svg font-family=\"Report Sans\" width" in code
    assert f"{typst.HEIGHT * 0.825:.2f}mm, {typst.HEIGHT:.2f}mm" in code, "a tall one"


def test_a_very_tall_picture_is_higher_so_that_its_lettering_stays_legible():
    *_, code = translated(picture(tall=1000))
    width = typst.WIDTH * typst.SMALLEST
    assert f"{width:.2f}mm, {width / 0.66:.2f}mm" in code


def test_on_paper_the_first_reading_is_drawn_and_the_others_are_listed():
    told = {"question": "Which?", "switch": "which"}
    other = {"headline": "Other", "reading": told | {"name": "The other"}}
    drawn = picture(reading=told | {"name": "The one"}, others=[other])
    figure = nodes.figure("", drawn, nodes.caption("", "C"), ids=["fig"])
    *_, code = translated(figure, numbers={"figure": {"fig": (7,)}})
    assert 'number: "Fig. 7"' in code and 'question: {"Which?"}' in code
    assert 'readings: (({"The one"}, {"H"}, ), ({"The other"}, {"Other"}, ), )' in code


def test_a_number_that_leads_to_its_note_stands_in_one_line_with_what_it_counts_in():
    def line(said, behind):
        number = {"said": said, "rests_on": [], "readings": []}
        return "".join(translated(paragraph("共", nodes.inline("", said, number=number), behind)))

    code = line("四", "项发现，共四项")
    assert re.search(r'box\({.*zh\("四"\).*zh\("项"\)}\); zh\("发现，共四项"\)', code)
    code = line("26.13亿", "元贷款")
    assert re.search(r'box\({.*zh\("亿"\).*zh\("元"\)}\); zh\("贷款"\)', code)
    assert "box" not in line("四", "，项") and "box" not in line("5.2", "，件")


def test_a_figure_has_its_number_and_one_title():
    caption = nodes.caption("", "What it shows")
    figure = nodes.figure("", picture(), caption, ids=["fig"])
    _, code = translated(figure, labels=["x--fig"], numbers={"figure": {"fig": (7,)}})
    assert code.startswith('chart.with(number: "Fig. 7", name: "x--fig", plot: ')
    assert 'headline: {"H"}' in code
    assert "What it shows" not in code, "the headline is the title"
    with pytest.raises(ExtensionError, match="a figure without a caption"):
        translated(nodes.figure("", picture()))


def printed(*tables, **metadata):
    """Tables of a page as code, each in a cell with such metadata."""
    found = [nodes.raw(format="html", table=table.as_json()) for table in tables]
    pages = []
    for node in found:
        pages.append(new_document("x"))
        pages[-1] += node
    builder.number_tables(pages)
    cells = [nodes.container("", node, cell_metadata=metadata) for node in found]
    return [translated(cell)[-1] for cell in cells]


def test_tables_are_numbered():
    tables = [Table(["a", "n"], rows * [["多", "1"]], "A") for rows in (2, 30)]
    one, another = printed(*tables)
    numbered = '{caption-number({"Table 1"; " "}); {"A"}}'
    assert one.startswith(f'report-table.with("Table 1", {numbered}, (')
    assert '(left, right, ), ({"a"}, {"n"}, ), ({zh("多")}, {"1"}, ' in one
    assert another.startswith('report-table.with("Table 2", ')


def test_attached_rows_are_summed_up():
    rows = [[f"row {number}", "odd" if number % 2 else "even", "–"] for number in range(31)]
    table = Table(["Row", "Kind", "Nothing"], rows, "Many")
    (code,) = printed(table, reportbook={"attached": ["claims.csv"]})
    assert code.startswith('ledger({caption-number({"Table 1"; " "}); {"Many"}}, ')
    for fact, said in (
        ("Rows", "31, attached as claims.csv: Claims of the article"),
        ("Columns", "Row, Kind, Nothing"),
        ("Kind", "even (16); odd (15)"),
    ):
        assert f'({{"{fact}"}}, {{"{said}"}}, )' in code
    assert "row 1" not in code
    with pytest.raises(ExtensionError, match="a table of claims, which is no file of data/"):
        printed(table, reportbook={"attached": ["claims"]})


def test_data_have_titles_and_no_files():
    def said(text):
        return translated(paragraph(nodes.literal("", text)))[-1]

    assert 'emph("Claims of the article")' in said("data/claims.csv")
    assert '"the data"' in said("data/") and '"their descriptor"' in said("datapackage.json")
    assert 'code({"print()"})' in said("print()")


def test_references_say_their_page_or_their_address():
    def link(text, to):
        return translated(paragraph(nodes.reference("", text, refuri=to)))[-1]

    address = "https://example.org/a"
    assert '; page-of("chapters-y")})' in link("a page", "#chapters/y")
    assert 'to("chapters-y--z", ' in link("a section", "#chapters/y#z")
    assert "page-of" not in link("a section", "#chapters/y#z")
    assert f'; " ({address})"}})' in link("words", address)
    assert link("example.org/a", address).count(address) == 1
    chinese = "https://example.org/%E5%A4%9A"
    assert f'link("{chinese}", {{"https://example.org/"; zh("多")}})' in link(chinese, chinese)
    assert link(chinese, chinese).count("example") == 2


def test_a_block_of_the_page_has_a_margin_and_nothing_within_it_does():
    item = nodes.list_item("", paragraph("a"), paragraph("b"))
    listed = translated(nodes.bullet_list("", item))[-1]
    assert listed == 'prose.with(list({par({"a"}); par({"b"})}), notes: ())'
    alone = nodes.list_item("", paragraph("a"))
    assert (
        translated(nodes.enumerated_list("", alone))[-1] == 'prose.with(enum({{"a"}}), notes: ())'
    )


def test_sources_are_notes_in_the_margin_and_lead_back():
    """Each once a block, by its number; the list of sources knows every block that cites it."""

    def citing(*texts):
        links = [nodes.reference("", text, refuri="#r#s") for text in texts]
        return paragraph("A", nodes.superscript("", "", *links))

    cited = {}
    *_, one, another = translated(citing("5", "5"), citing("5"), labels=["r--s"], cited=cited)
    assert one.endswith('notes: (("5", {"A publisher 2019"}, "r--s", "r--s--0", ), ))')
    assert '"r--s--1"' in another and cited == {"r--s": ["r--s--0", "r--s--1"]}
    source = nodes.citation("", nodes.label("", "5"), paragraph("Who"), ids=["s"])
    cited = {"x--s": ["x--s--0"]}
    assert translated(source, labels=["x--s"], cited=cited)[-1] == (
        'references(("5", "x--s", {"Who"}, ("x--s--0", ), ))'
    )


def test_headings_that_many_chapters_have_are_not_in_the_contents():
    once, often = (nodes.section("", nodes.title("", name)) for name in ("Once", "Often"))
    assert translated(once)[-1] == 'titled(2, none, true, {"Once"})'
    assert translated(often)[-1] == 'titled(2, none, false, {"Often"})'


@pytest.mark.parametrize(
    ("rooms", "place"),
    [
        ({2: 300, 3: 200}, (2, 1)),  # where it fits, nearest to its mention
        ({2: 100, 3: 650}, (3, 1)),  # overleaf, between two paragraphs
        ({2: 235, 3: 150}, (2, 0.92)),  # smaller, in place of a gap
        ({2: 40, 3: 20}, (3, 1)),  # a small gap, in place of a smaller figure
        ({1: 300, 2: 100}, (2, 1)),  # not before its mention
    ],
)
def test_a_figure_goes_where_it_costs_least(rooms, place):
    assert pages.best_place(rooms, 2, {1: 250, 0.92: 230, 0.84: 210})[0] == place


def test_no_figure_gets_so_small_that_its_letters_are_hard_to_read():
    heights = {1: 500, 0.92: 460, 0.84: 420}

    def size(room, **options):
        return pages.best_place({2: room}, 2, heights, **options)[0].size

    assert size(430) == 0.84
    assert size(470, scale=0.85) == 0.92
    assert size(430, scale=0.85) == 1, "the letters of 0.84 would be too small"
    assert size(430, scale=0.8) == size(430, scale=0.8, sizes=[0.84]) == 1
    assert size(600, sizes=[0.84]) == 0.84, "no other may be tried"


def test_a_figure_follows_prose_of_its_section_and_what_else_is_before_it():
    def section(*kinds):
        blocks = [translator.Block(kind, kind) for kind in kinds]
        *_, last = pages.sections_of([translator.Block("", "title"), *blocks])
        (figure,) = last.figures
        return last.earliest(figure)

    assert section("prose", "title", "figure", "prose", "prose") == 1
    assert section("title", "prose", "figure", "prose") == 1
    assert section("title", "prose", "prose", "cards", "figure") == 3
    assert section("title", "figure") == 1, "after a mention beside the heading"


def texts(tmp_path, *blocks, language="en"):
    """The pages of a document of some blocks, each as its pieces of text with their places."""
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    design = typst.design("T", "A", "D", moment, language)
    typst.write("\n".join([design, "#{", *blocks, "}"]), tmp_path / "x.pdf", moment)
    found = []
    for page in pypdf.PdfReader(tmp_path / "x.pdf").pages:
        found.append([])
        read(page, found[-1], set(), [])
    return found


def paragraph_of(lines):
    """Prose of so many lines, as a call that lacks an argument."""
    return f'prose.with(par("{"many words " * 7 * lines}"))'


@pytest.mark.parametrize("level", [2, 3, 0], ids=["section", "below it", "bold words"])
def test_a_heading_goes_overleaf_with_its_text_where_two_lines_do_not_fit(tmp_path, level):
    """At whatever height of the page it would stand, above a text or a list of single lines."""
    following = {
        "text": f"{paragraph_of(9)}()",
        "list": 'prose(list("One", "Two", "Three"))',
    }
    overleaf = Counter()
    for kind, block in following.items():
        for high in range(560, 650, 6):
            if level:
                heading = typst.call("titled", str(level), "none", "true", '"Heading"')
            else:
                heading = typst.call("rubric", 'strong("Heading")')
            above = [f'titled({before}, none, true, "Above")' for before in range(1, max(level, 2))]
            first, *_ = texts(tmp_path, *above, f"block(height: {high}pt)", heading, block)
            at = [above for _, above, _, _, text in first if text == "Heading"]
            below = {round(above) for _, above, *_ in first if at and above > at[0] + 5}
            assert len(below) != 1 and bool(at) == bool(below), f"{kind} after {high} points"
            overleaf[kind] += not at
    assert all(0 < overleaf[kind] < 15 for kind in following)


def test_a_chapter_is_set_closer_where_its_last_lines_would_stand_alone(tmp_path):
    """And left as it is where they don't."""
    design = typst.design("T", "A", "D", datetime(2026, 11, 23, tzinfo=UTC), "en")

    def set_(paragraphs):
        blocks = [translator.Block(paragraph_of(1), "prose")] * paragraphs
        return pages.placed([translator.Block("[]", "title"), *blocks], design)

    def length(code):
        return len(texts(tmp_path, *code))

    plain = [f"{paragraph_of(1)}()"]
    one_more = next(many for many in range(10, 40) if length(plain * many) == 2)
    assert length(set_(one_more)) == 1 and "closer(" in "".join(set_(one_more))
    assert "closer(" not in "".join(set_(one_more - 1) + set_(one_more + 9))


def test_a_cell_of_a_few_chinese_characters_is_not_broken(tmp_path):
    heads = ["合作事项", "所在", "组织", "形式", "角色", "属于谁", "数字"]
    long = "知识产权运用和保护综合改革试验区的合作项目"
    cells = ["粤港澳大湾区", "香港贸易发展局"[:6], "地位", "共同举办", "未说明", "第二十一次"]
    (code,) = printed(Table(heads, [[long, *cells]], "Narrow"))
    (page,) = texts(tmp_path, f"{code}()", language="zh_CN")
    lines = [text for *_, text in page]
    for cell in [*heads, *cells]:
        assert cell in lines, f"{cell} is broken: {lines}"


def test_bold_words_alone_head_what_follows():
    """In the text; an item of a list, or a text that begins with such, is none."""
    bold = nodes.strong("", "Ask")
    assert translated(paragraph(bold))[-1] == 'rubric({strong({"Ask"})})'
    item = nodes.list_item("", paragraph(bold.deepcopy()))
    for other in (paragraph(bold.deepcopy(), " first"), nodes.bullet_list("", item)):
        assert "rubric" not in translated(other)[-1]


def test_what_the_website_alone_needs_is_left_out():
    code = nodes.container("", nodes.literal_block("", "code"), nb_element="cell_code_source")
    pages = nodes.compound("", paragraph("pages"), classes=["toctree-wrapper"])
    left = [code, pages, paragraph("Next: more"), nodes.comment("", "c"), addnodes.index()]
    (title,) = translated(*left)
    assert title == 'titled(1, none, true, {"A title"})'


def test_trials_give_back_their_memory():
    """A book has some hundred; each of these would keep more than a megabyte."""

    def resident():
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize() / 2**20

    sizes = []
    for number in range(60):
        typst.measured("", [f"[{number} #lorem(3000) #metadata({number})<end>]"], "end")
        sizes.append(resident())
    assert sizes[-1] - sizes[19] < 20


def test_words_are_never_code(tmp_path):
    """No text of the book can end its string, call a function or read a file."""
    words = '"); read("/etc/passwd") #panic("x") \\" $x$ *b* @a <b>'
    blocks = translated(paragraph(words, nodes.literal("", words)))
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    *_, prose = blocks
    code = "\n".join([typst.design("T", "A", words, moment, "en"), "#{", f"{prose}()", "}"])
    typst.write(code, tmp_path / "x.pdf", moment)
    pages = pypdf.PdfReader(tmp_path / "x.pdf").pages
    text = squeezed("".join(page.extract_text() for page in pages))
    assert text.count(squeezed(words)) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"], "nothing is left behind"


@pytest.mark.parametrize(
    ("node", "kind"),
    [
        (nodes.math_block("", "x^2"), "math block: x^2"),
        (nodes.image(uri="a.png"), "image"),
        (nodes.raw("", "<video>", format="html"), "raw html: <video>"),
        (nodes.literal_block("", "output"), "literal block: output"),
        (nodes.table("", nodes.tgroup()), "table"),
    ],
)
def test_what_cannot_be_set_is_named_with_its_place(node, kind):
    node.line = 7
    with pytest.raises(ExtensionError) as caught:
        translated(nodes.container("", node))
    assert str(caught.value) == f"chapters/x.md:7: the PDF edition can't set {kind}"
