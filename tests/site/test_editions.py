"""The two languages of the book: each page with its twin, and no word left in the wrong one."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reportbook.data import datapackage
from reportbook.site import translated
from reportbook.site.pages import THEME
from reportbook.translation import extract, messages

# Names that stay as they are in Chinese: formats, licences, programs, bodies and persons
NAMES = set((Path(__file__).parent / "names.txt").read_text(encoding="utf-8").split())
LEFT = {"script", "style", "code", "pre"}
# Code, English in quotes, and a value of the data before its Chinese
QUOTED = re.compile(r"`[^`]*`|“[ -~]*”|[A-Za-z ]+(?=（)|https?://\S+|[\w-]+(?:\.[\w-]+)+")
SHOWN_BY_TOUCH = "bibtex-citation"  # a source, which the list has with its languages marked
VOID = {"br", "img", "input", "link", "meta", "col", "hr"}
SPOKEN = ("aria-label", "title", "alt", "placeholder", "data-tip", "data-head")
SPOKEN += ("data-values", "data-count", "data-row")


class Page(HTMLParser):
    """What a page says to its readers, by parts, but for code, other languages and rows' names."""

    def __init__(self, html):
        super().__init__()
        self.open, self.parts, self.twins, self.switches = [], [], {}, []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        known = dict(attributes)
        if tag == "link" and "hreflang" in known:
            self.twins[known["hreflang"]] = known["href"]
        if "language" in (known.get("class") or "").split():
            self.switches.append(known["href"])
        other = known.get("lang", "zh-CN") != "zh-CN" or known.get("class") == SHOWN_BY_TOUCH
        if tag not in VOID:
            self.open.append((tag, tag in LEFT or other or any(left for _, left in self.open)))
        if not any(left for _, left in self.open) and not other:
            self.parts += [known[name] for name in SPOKEN if known.get(name)]
        if tag == "meta" and known.get("name", known.get("property", "")).endswith("description"):
            self.parts.append(known["content"])

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not any(left for _, left in self.open):
            self.parts.append(" ".join(data.split()))


def pages(folder):
    found = {
        path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.html")
        if path.relative_to(folder).parts[0] != "zh"
        and path.relative_to(folder) != Path("index.html")
    }
    assert found
    return found


def test_each_page_has_its_twin_and_both_lead_to_each_other(both):
    english, chinese = pages(both), pages(both / "zh")
    assert english.keys() == chinese.keys()
    for name, page in english.items():
        here = (both / name).parent
        assert (here / page.twins["zh-CN"]).resolve() == (both / "zh" / name).resolve()
        assert page.switches == [page.twins["zh-CN"]]
        there = (both / "zh" / name).parent
        assert (there / chinese[name].twins["en"]).resolve() == (both / name).resolve()
        assert chinese[name].switches == [chinese[name].twins["en"]]
        for folder, twins in ((here, page.twins), (there, chinese[name].twins)):
            assert {(folder / address).exists() for address in twins.values()} == {True}
    ids = {}
    for folder in (both, both / "zh"):
        text = (folder / "chapters/first.html").read_text(encoding="utf-8")
        ids[folder] = re.findall(r'<section id="([^"]+)"', text)
    assert ids[both] == ids[both / "zh"] != [], "an address leads to the same place in both"


def test_an_address_turns_the_same_readings_in_both(built, chinese):
    """A switch of the page copies what stands behind the question mark."""
    turned = re.compile(r'data-readings="([^"]*)"|<input type="radio" name="(\w+)" value="(\w+)"')
    found = {name: turned.findall(html) for name, html in built.pages.items()}
    for name, readings in found.items():
        page = chinese / f"chapters/{name}.html"
        assert turned.findall(page.read_text(encoding="utf-8")) == readings, name
    assert sum(map(bool, found.values())) >= 2


def test_the_other_language_shares_the_files(both):
    """A reader who changes the language fetches no face, script, table or notebook anew."""
    files = [path for path in (both / "zh").rglob("*.*") if path.is_file()]
    assert not [path.name for path in files if path.suffix in (".woff2", ".css", ".ipynb")]
    assert not (both / "zh/data/claims.csv").exists()
    for page in (both / "zh").rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        found = re.findall(r'(?:href=|src=|url\()"([^"#?:]+)["#?]', html)
        lost = [address for address in found if not (page.parent / address).exists()]
        assert found and not lost, f"{page.name} leads to {lost}"


def test_one_language_alone_leads_to_no_other(small):
    html = (small.folder / "_build/html/chapters/first.html").read_text(encoding="utf-8")
    assert "hreflang" not in html and 'class="language"' not in html


def test_a_language_that_the_book_does_not_have_is_refused(small):
    run = small.run("python", "-m", "reportbook.book", "html", LANGUAGES="en fr")
    assert run.returncode == 1 and "LANGUAGES=fr" in run.stderr and "Remedy: " in run.stderr


def test_an_untranslated_paragraph_fails_the_build_with_its_place_and_what_to_do(small):
    run = small.run("python", "-m", "reportbook.book", "html", LANGUAGES="zh")
    said = run.stdout + run.stderr
    assert run.returncode == 1 and "still stands" in said
    cell = json.loads((small.folder / "chapters/first.ipynb").read_text(encoding="utf-8"))["cells"][
        0
    ]
    place = rf"chapters/first\.ipynb:{cell['id']}: “[^”]+” isn't translated"
    assert re.search(place, said) and "Remedy: `make messages`" in said


@pytest.fixture
def bilingual(small):
    """The small book with catalogues: a translation is its message after a Chinese sign, with the
    unit that money is counted in."""
    assert small.run("python", "-m", "reportbook.translation").returncode == 0
    for path in (small.folder / "locale").rglob("*.po"):
        catalogue = messages.read(path)
        for message in catalogue:
            if message.id:
                told = str(message.id).replace("million yuan", "亿元")
                message.string = re.sub(r"^(\**)", r"\1文", told)
        extract.write(path, catalogue)
    return small


def test_a_changed_sentence_fails_the_chinese_build_with_its_place_and_what_to_do(bilingual):
    run = bilingual.run("python", "-m", "reportbook.book", "html", LANGUAGES="en zh")
    assert run.returncode == 0, run.stdout + run.stderr
    path = bilingual.folder / "chapters/first.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("The article says", "The article tells us"), encoding="utf-8")
    run = bilingual.run("python", "-m", "reportbook.book", "html", LANGUAGES="en zh")
    said = run.stdout + run.stderr
    assert run.returncode == 1 and "still stands" in said
    assert re.search(r"chapters/first\.ipynb:first-4: “The article tells us [^”]+” isn't", said)
    assert "“The article says" in said and "is said no more" in said
    assert "Remedy: `make messages`" in said
    page = bilingual.folder / "_build/html/zh/chapters/first.html"
    assert "文The article says" in page.read_text(encoding="utf-8")


def test_a_changed_figure_is_right_in_both_editions_and_needs_no_translation(bilingual):
    claims = bilingual.folder / "data/claims.csv"
    text = claims.read_text(encoding="utf-8")
    changed = text.replace("26.13亿元", "26.31亿元").replace("2613000000", "2631000000")
    assert changed != text
    claims.write_text(changed, encoding="utf-8")
    run = bilingual.run("python", "-m", "reportbook.book", "html", LANGUAGES="en zh")
    assert run.returncode == 0, run.stdout + run.stderr
    for folder in ("", "zh"):  # both print the article's own words
        page = bilingual.folder / "_build/html" / folder / "chapters/first.html"
        html = page.read_text(encoding="utf-8")
        assert "26.13亿元" not in html and html.count("26.31亿元") >= 2, f"“{folder}”"


def test_a_translation_that_is_old_or_left_over_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(extract, "CATALOGUES", tmp_path / "locale")
    monkeypatch.setattr(extract.datapackage, "ROOT", tmp_path)
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale/page.po").write_text(
        '#, fuzzy\nmsgid "changed"\nmsgstr "甲"\n\nmsgid "gone"\nmsgstr "乙"\n\n'
        'msgid "sound"\nmsgstr "丙"\n\nmsgid "a [link](there.ipynb)"\nmsgstr "丁"\n'
    )
    today = dict.fromkeys(
        ("changed", "sound", "new", "a [link](there.ipynb)"), "chapters/page:cell"
    )
    found = [*extract.compared("page", today)]
    assert [re.search("“(.+?)”", problem)[1] for problem in found] == [
        "changed", "new", "a [link](there.ipynb)", "gone",
    ]  # fmt: skip
    assert all("Remedy: " in problem for problem in found)


def test_scripts_and_templates_have_no_words_of_their_own():
    """Scripts take them from the page, templates from the catalogue."""
    for path in THEME.rglob("*.js"):
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        texts = re.findall(r'"[^"\n]*"|`[^`]*`', code)
        said = [text for text in texts if re.search(r"[A-Z][a-z]+ [a-z]+ [a-z]+", text)]
        assert not said, f"{path.name}: {said}"
    for path in THEME.glob("*.html"):
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text("utf-8"), flags=re.DOTALL
        )
        parts = [part for part in Page(text).parts if not messages.NAME.fullmatch(part)]
        said = [part for part in parts if re.search("[A-Za-z]{2}", part)]
        assert not said, f"{path.name}: {said}"


def test_a_long_table_can_be_filtered_in_chinese_too(chinese):
    page = (chinese / "chapters/claims.html").read_text(encoding="utf-8")
    assert 'class="table-filter' in page and "筛选" in page and "tables.js" in page


def codes():
    """The words of the data that both languages share: names of columns, and the values allowed."""
    fields = [f for r in datapackage.descriptor()["resources"] for f in r["schema"]["fields"]]
    values = [value for field in fields for value in field.get("constraints", {}).get("enum", [])]
    values += [field["name"] for field in fields]
    return {word for value in values for word in str(value).split()}


YEARS = re.compile(r"(?:19|20)\d\d[–~～](?:19|20)?\d\d")


def test_years_are_joined_by_the_one_dash_of_the_national_standard(chinese):
    """2016—2020年, by GB/T 15834."""
    parts = {part for page in pages(chinese).values() for part in page.parts}
    assert not [part for part in parts if YEARS.search(part)]
    assert sum(bool(re.search(r"20\d\d—20\d\d年", part)) for part in parts) > 3


def test_no_english_word_is_left_on_a_chinese_page(chinese):
    known = NAMES | messages._names() | codes()
    left = [
        f"{name}: “{part}”"
        for name, page in pages(chinese).items()
        for part in page.parts
        for words in [re.findall(r"[A-Za-z][A-Za-z\d._-]*[a-z]", QUOTED.sub("", part))]
        if any(word not in known and not messages.NAME.fullmatch(word) for word in words)
        and part not in known
    ]
    assert not left, "\n".join([f"{len(left)} texts in English, such as", *dict.fromkeys(left)])


@pytest.mark.parametrize(
    ("html", "held"),
    [
        ("<p>增长2.5倍。</p>", ["2.5倍"]),
        ("<p>从2015年起，有1.39万件</p>", ["2015年", "1.39万件"]),
        ("<p>第5章，至少<a href=#.7>17.7</a>倍</p>", ["第5章", "<a href=#.7>17.7</a>倍"]),
        ("<p>四项都相符，占五分之二</p>", ["四项", "五分之二"]),
        (
            "<p>共<a href=#.7>两</a>家，第三段和十二个月</p>",
            ["<a href=#.7>两</a>家", "第三段", "十二个月"],
        ),
        ("<p>增长27%或35%，见表3，一致且统一。</p>", []),
        ('<svg><text>2.5倍</text></svg><p title="2.5倍">二</p>', []),
    ],
)
def test_a_number_and_what_counts_in_it_stand_in_one_line(html, held):
    told = translated.kept(html)
    assert re.findall('<span class="kept">(.*?)</span>', told) == held
    assert re.sub('<span class="kept">(.*?)</span>', r"\1", told) == html, "nothing else changes"


def test_a_part_of_a_phrase_is_not_broken_at_its_quotes():
    told = translated.kept("<h2>增长倍数读作“增加了”而非“增至”，四项全部成立</h2>")
    assert '<span class="kept">读作“增加了”</span><wbr><span class="kept">而非“增至”</span>' in told


def titles(page):
    """The titles of a page with the longest phrase that a phone has room for, by their size."""
    article, _, behind = page.partition("</article>")
    for room, pattern in ((9, "h1"), (12, "h[23]"), (13, 'p class="chart-headline"')):
        for title in re.findall(rf"<{pattern}[^>]*>(.*?)(?:<a class=\"headerlink|</p>)", article):
            yield room, title
    for title in re.findall(r"<a rel=\"(?:prev|next)\"[^>]*><span>[^<]*</span>(.*?)</a>", behind):
        yield 8, title


def test_a_long_phrase_of_a_title_has_limits_at_which_a_phone_breaks_it(chinese):
    """And none is listed that no title has."""
    long, found = [], set()
    for path in (chinese / "chapters").glob("*.html"):
        for room, title in titles(path.read_text(encoding="utf-8")):
            text = re.sub("<(?!wbr)[^>]*>", "", title)
            found |= {phrase for phrase, parts in translated.phrases().items() if parts in text}
            parts = re.split("<wbr>|[^\u4e00-\u9fff]", text)
            long += [f"{path.name}: {part}" for part in parts if len(part) > room]
    assert not long, f"mark their limits in {translated.PHRASES}: {long}"
    assert found == set(translated.phrases())


LOOSE = re.compile(r"(?:\d|[一二两三四五六七八九十])(?:</a>)?[万亿]?(?:[倍年月日项家件元条]|分之)")


def test_no_line_of_a_chinese_page_ends_with_a_number(chinese):
    """Wherever a line may break, so that only pictures, code and lists to choose from have any."""
    bare = re.compile(r"<(svg|pre|code|script|style|label|option|output)\b.*?</\1>", re.DOTALL)
    for path in chinese.rglob("*.html"):
        body = path.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
        text = re.sub('<span class="kept">.*?</span>', "", bare.sub("", body))
        text = text.replace("<li", "\n<li")  # each has lines of its own
        loose = LOOSE.search(re.sub("<[^/][^>]*>", "", text))
        assert not loose, f"{path.name}: {text[loose.start() - 30 : loose.end() + 10]}"
