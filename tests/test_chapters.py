"""The chapters as a careful editor reads them: anatomy, stored outputs, and no typed figure."""

import ast
import json
import re
from itertools import pairwise
from statistics import median

import pytest
from conftest import NOTEBOOKS, PAGES
from wording import PLAIN_HEADINGS, says, source

from reportbook import drawing, palette, prose, tables
from reportbook.data import claims, datapackage
from reportbook.data.datapackage import ROOT
from reportbook.running import freshness

CODE_LINES, CODE_MEDIAN = 15, 6
APPENDICES = {"audit", "survival", "claims", "context"}
# How much a reader is asked for: words of a chapter, pictures, words of a sentence, sources
WORDS_OF = {"finance": 1100}
MOST_WORDS, MOST_PICTURES, LONGEST, MEDIAN, SOURCES, RANGES = 900, 5, 40, 20, 2, 25
# What would give another output on another day, or ask another host
UNSTEADY = {"now", "today", "utcnow", "sample", "shuffle", "default_rng"}
UNSTEADY |= {"time", "time_ns", "perf_counter", "localtime", "gmtime"}
UNSTEADY_MODULES = {"random", "secrets", "uuid", "socket", "urllib", "http", "requests"}
MODULES = sorted((ROOT / "src").rglob("*.py"))

DIGITS = re.compile(r"\d")
WORDS = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundreds?|thousands?"
    r"|dozens?|twice|doubled?|triple)\b",
    re.IGNORECASE,
)
ALLOWED = [
    r"\b(?:mid-|(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December) )?(?:19|20)\d\d\b",  # dates
    r"\bfive(?: whole)?[- ]years?\b|\bthe five\b",  # the article's period, held by a test below
    r"\bparagraphs? \w+(?: (?:to|and) \w+)?",  # sections of the article
    r"\bData Package \d\b",  # names
    r"^,?\.\d[fr%]$",  # how a number is formatted
]
MARKUP = [
    r"^(?:```|:::).*$",  # fences
    r"\{[\w:]+\}`[^`]*`",  # roles
    r"\{[A-Za-z_]\w*(?:\[[\w-]+\])?(?::[^{}`]*)?\}",  # what a sentence says by a placeholder
    r"`[^`]*`",  # code
    r"“[^”]*”|\"[^\"]*\"",  # words of the article, in translation
    r"\d*[⺀-鿿]+",  # and in Chinese
]


def typed(text, patterns):
    """The figures typed in a text, dates, names and section references aside."""
    for pattern in [*MARKUP, *ALLOWED]:
        text = re.sub(pattern, " ", text, flags=re.MULTILINE | re.IGNORECASE)
    return [
        line.strip() for line in text.splitlines() for pattern in patterns if pattern.search(line)
    ]


def split(text):
    """Headings and prose of a Markdown text."""
    lines = text.splitlines()
    return (
        "\n".join(line for line in lines if line.startswith("#")),
        "\n".join(line for line in lines if not line.startswith("#")),
    )


def code_cells(notebook):
    """The cells of Python: those that say something hold prose."""
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code" and not says(cell)]


def written(notebook):
    """The prose of a notebook: its Markdown, and what its cells say, as they are typed."""
    return "\n\n".join(
        source(cell).partition("\n")[2] if says(cell) else source(cell)
        for cell in notebook["cells"]
        if cell["cell_type"] == "markdown" or says(cell)
    )


def told(page, of_all_readings=True):
    """What a reader of a page reads, its numbers filled in: sentences with their sources.

    Of sentences that depend on a reading those of all of them, or of the one shown at first.
    """
    text = page.read_text(encoding="utf-8")
    if page.suffix == ".ipynb":
        shown = {}  # the first reading of each open phrase
        outputs = [
            "".join(line)
            for cell in json.loads(text)["cells"]
            for line in (
                [source(cell)]
                if cell["cell_type"] == "markdown"
                else [
                    "\n".join(output["data"][prose.MIME]["myst"])
                    for output in cell["outputs"]
                    if prose.MIME in output.get("data", {})
                    for reading in [output["data"][prose.MIME].get("reading")]
                    if of_all_readings
                    or not reading
                    or shown.setdefault(reading["switch"], reading["key"]) == reading["key"]
                ]
            )
        ]
        text = "\n\n".join(outputs)
    text = re.sub(r"^(?:```|:::).*$|^#+ .*$", "", text, flags=re.MULTILINE)
    return [line.strip() for line in text.splitlines() if line.strip()]


def bare(sentence):
    """A sentence without its sources, links as their words."""
    sentence = re.sub(r"\{cite\}`[^`]*`", "", sentence)
    sentence = re.sub(r"\{\w+\}`([^`<]*)(?: <[^`]*)?`", r"\1", sentence)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", sentence)


def figure_of(cell):
    return cell["metadata"].get("mystnb", {}).get("figure")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_no_figure_is_typed_in_prose_captions_and_cards(page):
    text = page.read_text(encoding="utf-8")
    captions = []
    if page.suffix == ".ipynb":
        cells = json.loads(text)["cells"]
        text = written(json.loads(text))
        captions = [figure_of(cell)["caption"] for cell in cells if figure_of(cell)]
    headings, sentences = split(text)
    found = typed(headings, [DIGITS]) + typed("\n".join([sentences, *captions]), [DIGITS, WORDS])
    assert not found, f"say these figures by placeholders in {page.name}: {found}"


def test_markdown_cells_read_well_where_no_book_is(notebook):
    """Viewers of notebooks show roles raw: a cell that needs one says it."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            roles = re.findall(r"\{\w+\}`[^`]*`|^:::.*$", source(cell), re.MULTILINE)
            assert not roles, f"{notebook['name']}: say this by a %%say cell: {roles}"
        if says(cell):
            assert cell["metadata"].get("tags") == ["remove-input"], f"tag it: {source(cell)}"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_page_keeps_within_what_a_reader_has_time_for(page):
    lines = told(page)
    words = [len(bare(line).split()) for line in lines]
    if page.suffix == ".ipynb" and page.stem not in APPENDICES:
        most = WORDS_OF.get(page.stem, MOST_WORDS)
        read = sum(len(bare(line).split()) for line in told(page, of_all_readings=False))
        assert read <= most, f"{page.stem} has {read} words, {most} at most"
        assert median(words) < MEDIAN, f"{page.stem}: the median sentence has {median(words)} words"
    for line, length in zip(lines, words, strict=True):
        listed = line.startswith(("- ", "* ", "1. ")) or page.stem in ("glossary", "references")
        assert listed or length <= LONGEST, f"{page.stem}: {length} words: {line}"
        keys = [key for group in re.findall(r"\{cite\}`([^`]*)`", line) for key in group.split(",")]
        assert len(keys) <= SOURCES, f"{page.stem}: {len(keys)} sources: {line}"


def test_ranges_stand_in_prose_only_where_their_width_is_the_finding():
    found = [
        f"{page.stem}: {line}"
        for page in PAGES
        for line in told(page)
        if re.search(r"\d(?:\s?%)? to [\d−]", re.sub(r"\d{4} to \d{4}\b", "", bare(line)))
    ]
    assert len(found) <= RANGES, "\n".join(found)


def test_no_figure_is_typed_in_a_chart_or_a_table(notebook):
    found = []
    for cell in code_cells(notebook):
        for call in ast.walk(ast.parse(source(cell))):
            if not isinstance(call, ast.Call) or getattr(call.func, "attr", "") not in (
                "finish",
                "show",
            ):
                continue
            for keyword in call.keywords:
                patterns = [DIGITS] if keyword.arg == "headline" else [DIGITS, WORDS]
                if keyword.arg in ("headline", "subtitle", "description", "note", "caption"):
                    for part in ast.walk(keyword.value):
                        if isinstance(part, ast.Constant) and isinstance(part.value, str):
                            found += typed(part.value, patterns)
    assert not found, f"compute these figures in {notebook['name']}: {found}"


def test_five_years_is_what_the_article_calls_its_period():
    article = claims.load()
    assert article.at["lead-five-years", "number"] == 5


def test_every_code_cell_was_run_in_order_and_shows_no_error(notebook):
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    counts = [cell["execution_count"] for cell in cells]
    assert counts == list(range(1, len(counts) + 1)), "run `make execute`"
    for cell in cells:
        assert not [output for output in cell["outputs"] if output["output_type"] == "error"]


def test_figures_tables_and_sentences_have_stored_outputs(notebook):
    for cell in notebook["cells"]:
        kinds = {kind for output in cell.get("outputs", []) for kind in output.get("data", {})}
        if figure_of(cell):
            assert {drawing.MIME, "image/svg+xml", "text/plain"} == kinds
        if says(cell):
            assert {prose.MIME, "text/markdown", "text/plain"} == kinds
        elif "tables.show(" in source(cell) and cell["cell_type"] == "code":
            assert {tables.MIME, "text/html", "text/plain"} <= kinds


def test_figures_are_captioned_and_named(notebook):
    names = []
    for cell in code_cells(notebook):
        draws = "charts.finish(" in source(cell)
        assert draws == bool(figure_of(cell)), (
            "charts.finish, and nothing else, has in its cell's metadata "
            f'"mystnb": {{"figure": {{"caption": …, "name": …}}}}:\n{source(cell)}'
        )
        if draws:
            assert {"caption", "name"} <= figure_of(cell).keys(), f"add both:\n{source(cell)}"
            names.append(figure_of(cell)["name"])
    assert len(set(names)) == len(names)
    assert len(names) <= MOST_PICTURES, f"{len(names)} pictures, {MOST_PICTURES} at most"


def axes(picture):
    """The lines of a picture's grid, where they lie."""
    (grid,) = re.findall(
        r'<g class="[^"]* grid_\d+_marks">(.*?)</g>', "\n".join(picture), re.DOTALL
    )
    return grid


def test_readings_are_drawn_on_the_same_axes_and_say_which_they_are(notebook):
    """What is compared by turning from one picture to the next."""
    turned = {}
    for cell in code_cells(notebook):
        for output in cell["outputs"]:
            about = output.get("data", {}).get(drawing.MIME, {}).get("usermeta", {})
            if "reading" not in about:
                continue
            states = [about, *about["others"]]
            turned[about["reading"]["switch"]] = [state["reading"]["key"] for state in states]
            for words in ("headline", "description"):
                assert len({state[words] for state in states}) == len(states), "each its own"
            for name, picture in about["pictures"].items():
                for other in about["others"]:
                    assert axes(other["pictures"][name]) == axes(picture), name
                    assert other["pictures"][name] != picture, f"{name}: nothing turns"
    said = {}
    for cell in notebook["cells"]:
        if says(cell) and (wanted := source(cell).split("\n")[0].partition(" ")[2]):
            switch, _, key = wanted.partition("=")
            said.setdefault(switch, []).append(key)
    assert said == turned, "each reading of a picture has its sentences, in the same order"


def test_a_colour_says_whose_a_figure_is(notebook):
    """The article's or computed from it, or from elsewhere: as the line of sources has it."""
    for cell in code_cells(notebook):
        for output in cell["outputs"]:
            about = output.get("data", {}).get(drawing.MIME, {}).get("usermeta")
            if not about:
                continue
            drawn = "\n".join(line for lines in about["pictures"].values() for line in lines)
            named = re.split(r": |; ", about["source"].rstrip("."))[1:]
            own = [name for name in named if name.startswith("the article")]
            for hue, whose in (
                (palette.PRINTED, own),
                (palette.COMPUTED, own),
                (palette.OUTSIDE, [name for name in named if name not in own]),
            ):
                assert hue not in drawn or whose, f"{about['headline']}: {hue}, {about['source']}"


def test_chapters_have_their_anatomy(notebook):
    """Finding and first picture first, the data last; computing before saying."""
    cells = notebook["cells"]
    assert re.fullmatch(r"# [^\n]+\n?", source(cells[0])), "the first cell is # Title, alone"
    assert len(re.findall(r"^# ", written(notebook), re.MULTILINE)) == 1, "one # Title"
    imports = code_cells(notebook)[0]
    assert cells[1] is imports and imports["metadata"].get("tags") == ["remove-cell"], (
        "tag the first code cell, the second of all, remove-cell"
    )
    assert source(imports).startswith("# Needs the project's packages: pip install"), (
        "begin the first code cell with the comment that says what to install"
    )
    for cell in code_cells(notebook)[1:]:
        assert "hide-input" in cell["metadata"].get("tags", []), f"tag hide-input:\n{source(cell)}"
    if notebook["name"] in APPENDICES:
        return
    lead = next(source(cell) for cell in cells if says(cell))
    assert re.search(r"^\*[^*\n]+\.\*$", lead, re.MULTILINE), "the lead has the finding: *…*"
    kinds = [
        "cards"
        if source(cell).startswith("%%cards")
        else "picture"
        if figure_of(cell)
        else "table"
        if "tables.show(" in source(cell)
        else source(cell).strip()
        for cell in cells
    ]
    assert "picture" in kinds and "cards" in kinds, "a chapter has cards and a picture"
    first = kinds.index("picture")
    assert kinds.index("cards") < first, "cards stand before the first picture"
    assert "table" not in kinds[:first], "the first picture stands before any table"
    assert len([kind for kind in kinds[:first] if kind.startswith("## ")]) <= 1, (
        "the first picture belongs to the first finding"
    )
    if notebook["name"] == "index":
        return
    sections = re.findall(r"^## (.+)$", written(notebook), re.MULTILINE)
    ending = [name for name in sections if name in PLAIN_HEADINGS]
    assert sections[-1] == "The data" and "What this does not show" in ending, sections
    assert re.fullmatch(r"Next: \[[^\]]+\]\(\w+\.ipynb\)\.?[^\n]*", kinds[-1]), kinds[-1]


def test_each_conclusion_names_the_heading_below_which_its_evidence_stands():
    weighed = datapackage.load("conclusions")
    for row in weighed.itertuples():
        path = ROOT / f"chapters/{row.chapters.split()[0]}.ipynb"
        headings = re.findall(r"^## (.+)$", written(json.loads(path.read_text())), re.MULTILINE)
        assert row.heading in headings, f"{row.conclusion}: no “{row.heading}” in {path.name}"


def test_each_chapter_leads_to_the_next():
    contents = (ROOT / "_toc.yml").read_text(encoding="utf-8").partition("Appendices")[0]
    names = re.findall(r"file: chapters/(\w+)", contents)
    for name, following in pairwise(names):
        chapter = json.loads((ROOT / f"chapters/{name}.ipynb").read_text(encoding="utf-8"))
        (led,) = re.findall(r"^Next: \[[^\]]*\]\((\w+)\.ipynb\)", written(chapter), re.MULTILINE)
        assert led == following, f"{name} leads to {led}, and _toc.yml to {following}"


def guards(notebook):
    """The asserts of a chapter by the heading that they stand below."""
    heading, found = None, {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            for name in re.findall(r"^## (.+)$", source(cell), re.MULTILINE):
                heading = name
                found[heading] = []
        elif heading and not says(cell):
            tree = ast.walk(ast.parse(source(cell)))
            found[heading] += [node for node in tree if isinstance(node, ast.Assert)]
    return found


def test_every_heading_is_guarded_by_an_assert(notebook):
    """By one that looks at something computed: a constant holds whatever the data say."""
    if notebook["name"] in APPENDICES:
        return
    computed = {
        heading: [
            guard
            for guard in asserts
            if any(isinstance(node, ast.Name) for node in ast.walk(guard.test))
        ]
        for heading, asserts in guards(notebook).items()
    }
    bare = [name for name, asserts in computed.items() if not asserts]
    bare = [name for name in bare if name not in PLAIN_HEADINGS]
    assert not bare, f"these headings would stay if they were no longer true: {bare}"


def test_cells_keep_the_house_style(notebook):
    if notebook["name"] not in APPENDICES:
        lengths = [len(source(cell).splitlines()) for cell in code_cells(notebook)[1:]]
        assert median(lengths) <= CODE_MEDIAN, f"the median cell has {median(lengths)} lines"
    for cell in code_cells(notebook):
        lines = source(cell).splitlines()
        assert len(lines) <= CODE_LINES, f"{len(lines)} lines: split\n{source(cell)}"
        for habit in ("sys.path", "import *", "../data", "%run", "configure_", "def "):
            assert habit not in source(cell), f"{habit} in\n{source(cell)}"
        values = (getattr(node, "value", "") for node in ast.walk(ast.parse(source(cell))))
        colours = [text for text in values if re.fullmatch("#[0-9a-fA-F]{3,8}", str(text))]
        assert not colours, f"name these colours in the palette: {colours}"


def test_markdown_has_one_sentence_a_line(notebook):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown" or says(cell):
            for line in source(cell).splitlines():
                text = re.sub(r"\{[\w:]+\}`[^`]*`|\*\*[^*]+\*\*|“[^”]*”", "x", line)
                assert not re.search(r"[a-z]{2,}[.?!] [A-Z]", text), f"break the line: {line}"


@pytest.mark.parametrize("path", [*NOTEBOOKS, *MODULES], ids=lambda path: path.name)
def test_neither_clock_nor_chance_nor_network_comes_into_the_book(path):
    """So every output is the same on every day; what bears a date bears that of its commit."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        text = "\n".join(source(cell) for cell in code_cells(json.loads(text)))
    for node in ast.walk(ast.parse(text)):
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        reaching = {
            module for module in modules if module != "urllib.parse"
        }  # which only reads text
        found = {module.partition(".")[0] for module in reaching} & UNSTEADY_MODULES
        if isinstance(node, ast.Attribute):
            found |= {node.attr} & UNSTEADY
        assert not found, f"line {node.lineno} of {path.name} uses {found}: compute it from data/"


def test_notebooks_stay_light():
    """A changed figure is then a diff that can be read, and a clone is quick."""
    sizes = {path.name: path.stat().st_size for path in freshness.chapters()}
    assert max(sizes.values()) < 600_000, sizes
    assert sum(sizes.values()) < 3_000_000, f"{sum(sizes.values()):,} bytes in {sizes}"
