"""What the numbers of a page rest on, as its list says it."""

import gzip
import json
import re
from collections import Counter, defaultdict
from html import unescape
from html.parser import HTMLParser

import pytest
from conftest import NOTEBOOKS

from reportbook import drawing, prose, tables
from reportbook.data import claims, context, origins
from reportbook.language import marked
from reportbook.site import code, outputs
from reportbook.site.chains import SHOWN
from reportbook.tables import Table

MOST = 0.1  # of a page's bytes


class Entries(HTMLParser):
    """The numbers of a page with the entries that they lead to, and what each entry says."""

    def __init__(self, html):
        super().__init__()
        self.numbers, self.text, self.links = [], {}, {}
        self.elsewhere = {"table": [], "headline": []}  # numbers that no sentence says
        self.entry, self.leads, self.inside = "", "", ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "a" and self.entry:
            self.links[self.entry].append(attributes["href"])
        elif tag == "a" and attributes["href"].startswith("#."):
            self.leads = attributes["href"][1:]
            self.elsewhere.get(self.inside, self.numbers).append([self.leads, ""])
        if tag == "table" or attributes.get("class") == "chart-headline":
            self.inside = "table" if tag == "table" else "headline"
        if tag == "li" and re.fullmatch(r"[.s]\d+", attributes.get("id", "")):
            self.entry = attributes["id"]
            self.text[self.entry], self.links[self.entry] = "", []

    def handle_endtag(self, tag):
        if tag == {"table": "table", "headline": "p"}.get(self.inside):
            self.inside = ""
        if tag == "a":
            self.leads = ""
        if tag == "li":
            self.entry = ""

    def handle_data(self, data):
        if self.leads:
            self.elsewhere.get(self.inside, self.numbers)[-1][1] += data
        if self.entry:
            self.text[self.entry] += data


def said(path):
    """The numbers of a chapter's sentences in their order, as its outputs hold them."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    told = [
        output["data"][prose.MIME] for output in outputs if prose.MIME in output.get("data", {})
    ]
    return [origins.stored(it, origins.unpacked) for one in told for it in one["numbers"]]


def pairs(page, path):
    """Every number of a chapter with the entries that its words lead to on the page.

    The sentences of an open phrase's readings stand elsewhere than in the notebook.
    """
    numbers = said(path)
    assert Counter(text for _, text in page.numbers) == Counter(it["said"] for it in numbers)
    for number in numbers:
        yield number, {entry for entry, text in page.numbers if text == number["said"]}


def lacks(page, entry, number, printed):
    """What an entry doesn't say of a number."""
    rows = [link[1:] for link in page.links[entry] if link[1:] in page.text]
    rows += [link[1:] for row in rows for link in page.links[row] if link[1:] in page.text]
    text = " ".join(page.text[name] for name in (entry, *rows))
    links = [link for name in (entry, *rows) for link in page.links[name]]
    names = number.get("counted", number["rests_on"])
    if number.get("range", "") not in page.text[entry]:
        yield "its range"
    tables = origins.by_table(number["rests_on"])
    if len(number["rests_on"]) > origins.LISTED and not all(
        f"{many} rows of {one}.csv" in text for one, many in tables.items()
    ):
        yield "how many rows"
    if len(names) > origins.LISTED:
        return
    for name in names:
        if name in printed and printed[name] not in text:
            yield f"the phrase of {name}"
        place = f"#{origins.place(name)}"
        if name in printed and not any(link.endswith(place) for link in links):
            yield f"a link to {name}"
    for reading in number.get("readings", []):
        if origins.reading(reading) not in text:
            yield f"the reading {reading}"
    if len(names) > 1 and "rows" not in number.get("how", "rows"):
        signs = re.sub(r"\{([^}]+)\}", lambda row: printed[row[1]], number["how"])
        signs = re.sub(r"\^(?:\((1/.+?)\)(?= |$)|(\d))", r"\1\2", signs)
        if f"= {signs}" not in page.text[entry]:
            yield f"how: {signs}"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_number_leads_to_all_that_it_rests_on(path, built):
    """To the phrase of each row, the row itself, what the number can be, and how it came about."""
    page = Entries(built.pages[path.stem])
    printed = claims.load()["printed"].to_dict() | context.load()["printed"].to_dict()
    for number, entries in pairs(page, path):
        lacking = [[*lacks(page, entry, number, printed)] for entry in entries]
        assert [] in lacking, (number, lacking)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_code_of_a_number_is_where_its_name_is_computed(path, built):
    html = built.pages[path.stem]
    page = Entries(html)
    names = defaultdict(set)  # of each entry, of the numbers that lead to it
    for number, entries in pairs(page, path):
        for entry in entries:
            names[entry].add(re.match(r"\{(\w+)", number["name"])[1])
    for entry, computed in names.items():
        for link in (link for link in page.links[entry] if link.startswith("#code-")):
            cell = html.partition(f'id="{link[1:]}"')[2].partition("</pre>")[0]
            found = [name for name in computed if re.search(rf"\b{name}\b", cell)]
            assert found, (computed, link)


def test_the_numbers_of_tables_and_headlines_lead_to_their_rows(built):
    """A table's to the row of data/ that it shows, a headline's to all that its figure shows."""
    page = Entries(built.pages["finance"])
    cells = dict((text, entry) for entry, text in page.elsewhere["table"])
    assert "6,897.5 to 6,898.5" in cells and "401 to 499" in cells
    assert page.text[cells["6,897.5 to 6,898.5"]].startswith("约68.98亿元: ")
    heads = dict((text, entry) for entry, text in page.elsewhere["headline"])
    assert page.text[heads["1,255"]].startswith("1.250 to 1.261 billion yuan"), "as a sentence"
    page = Entries(built.pages["services"])
    heads = dict((text, entry) for entry, text in page.elsewhere["headline"])
    assert page.text[heads["2.5"]].startswith("2.54 times = 33家 ÷ 13家")
    assert any(link.startswith("#code-") for link in page.links[heads["2.5"]])
    assert not any(text.isdigit() and text.startswith("20") for text in heads), "no years"
    cells = dict((text, entry) for entry, text in page.elsewhere["table"])
    told = page.text[cells["2.538"]]
    assert (
        told.startswith("Figure ") and ": computed from 33家, 2697家, 13家, more than 1,600" in told
    )
    overview = Entries(built.pages["overview"])
    growth = dict((text, entry) for entry, text in overview.elsewhere["table"])["16.655 to 16.665"]
    assert "tests 1.48亿元, 26.13亿元, 增长16.66倍" in overview.text[growth]


NUMERAL = re.compile(r"\d[\d,.]*")


def outputs_of(path):
    """What the outputs of a chapter hold, by their kinds."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]


def shown_tables(path):
    """Of each table of a chapter, by its caption, what is stored; of a chart's, by its headline."""
    for data in outputs_of(path):
        if tables.MIME in data:
            yield marked(data[tables.MIME]["caption"]), Table(**data[tables.MIME])
        elif "usermeta" in data.get(drawing.MIME, {}):
            shown = outputs.data_table(data[drawing.MIME]["usermeta"])
            yield marked(shown.caption), shown


def loose(html, path):
    """The numbers in the cells of a page's tables that lead nowhere, with the heads of columns.

    A number in words, as of a code, is none: its column isn't set as one of figures. A table says
    which columns are of places or years, and the row of a figure on the page that shows all of
    them is what other numbers lead to.
    """
    known = dict(shown_tables(path))
    for table in re.findall(r"<table.*?</table>", html, re.DOTALL):
        caption = re.search(r"<caption>(?:<a href=#\.\d+>)?(.*?)(</a>)?</caption>", table)
        stored = known.pop(caption[1])
        if caption[2]:  # leads to what all of its numbers rest on
            assert len(stored.rows) * sum(stored.numeric) > tables.FEW
            continue
        named = {origins.table(name) for name in stored.names}
        if f"chapters/{path.stem}" in {SHOWN.get(one) for one in named}:
            continue
        heads = re.findall(r"<th scope=.col.*?</th>", table)
        places = {marked(head) for head in stored.places}
        for line in re.findall(r"<tr.*?</tr>", table, re.DOTALL):
            cells = re.findall(r"<t[hd].*?</t[hd]>", line, re.DOTALL)
            for head, cell in zip(heads, cells, strict=False):
                head = re.sub(r"^<th.*?>|</th>", "", head)
                number = 'class="num"' in cell and "scope=" not in cell and NUMERAL.search(cell)
                if number and head not in places and "<a href=#" not in cell:
                    yield head, re.sub(r"<.*?>", "", cell)
    assert not known, f"the page lacks {[*known]}"


def test_every_number_of_a_table_leads_to_what_it_rests_on(built):
    """Of a chart's data too, whose numbers lead to the rows that it shows."""
    for path in NOTEBOOKS:
        found = [*loose(built.pages[path.stem], path)]
        assert not found, f"{path.stem}: {found[:5]}"
    survival = Entries(built.pages["survival"])
    falls = survival.elsewhere["table"]
    assert falls and all(survival.text[entry].startswith(f"{said}: ") for entry, said in falls)
    assert all("survival.csv" in survival.text[entry] for entry, _ in falls)
    cooperation = Entries(built.pages["cooperation"])
    phrases = [
        (text, cooperation.text[entry])
        for entry, text in cooperation.elsewhere["table"]
        if not cooperation.text[entry].startswith("Figure ")
    ]
    assert phrases and all(phrase in told for phrase, told in phrases)


def test_a_count_of_none_leads_to_all_that_could_have_counted(built):
    """As in a card of nought dates, and in a table of findings that none refutes."""
    for name, table in (("protection", "claims"), ("survival", "survival")):
        page = Entries(built.pages[name])
        told = {page.text[entry] for entry, said in page.numbers if said == "0"}
        told |= {page.text[entry] for entry, said in page.elsewhere["table"] if said == "0"}
        assert len(told) == 1, told
        assert re.match(rf"0: counted none, chosen from \d+ rows of {table}\.csv", *told)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_number_around_a_figure_leads_to_what_it_rests_on(path, built):
    """A headline's each to its own; in caption, subtitle and note there is none but a year."""
    number = re.compile(rf"{origins.BEFORE}(?:{origins.DIGITS})")
    page = Entries(built.pages[path.stem])
    leading = {text for _, text in page.elsewhere["headline"]}
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    for caption in (cell["metadata"].get("mystnb", {}).get("figure", {}) for cell in cells):
        assert not number.search(caption.get("caption", ""))
    for data in outputs_of(path):
        about = data.get(drawing.MIME, {}).get("usermeta", {"headline": "", "note": ""})
        for state in [about, *about.get("others", [])]:
            own = {one["said"]: one["rests_on"] for one in state.get("numbers", [])}
            assert {*number.findall(state["headline"])} <= {*own} <= leading, state["headline"]
            assert all(own.values())
            assert not number.search(state["note"] + state.get("subtitle", ""))


def test_many_rows_that_a_number_rests_on_are_listed_and_lead_to_theirs(built):
    """As many rows of that table as the entry says, each with its place there."""
    page = (built.html / "data/rows.html").read_text(encoding="utf-8")
    lists = {}
    for chapter, part in re.findall(r'<section id="([^"]+)">(.*?)</section>', page, re.DOTALL):
        for title, rows in re.findall(r"<h3>(.*?)</h3>\s*<ol[^>]*>(.*?)</ol>", part, re.DOTALL):
            many, table = re.fullmatch(r"(\d+) rows of <a [^>]+>(\w+)\.csv</a>", title).groups()
            lists[chapter, many, table] = rows
    told = {
        (chapter, *told)
        for chapter, html in built.pages.items()
        for told in re.findall(r"(\d+) rows of <a href=\S+?/rows\.html#(\w+)>(\w+)\.csv", html)
    }
    assert len({chapter for chapter, *_ in told}) > 5
    for chapter, many, leads, table in told:
        assert leads == chapter
        found = re.findall(
            r"<li value=(\d+)>(.*)", lists[chapter, many, table].replace("<li", "\n<li")
        )
        assert len({place for place, _ in found}) == len(found) == int(many), (chapter, table)
        names = origins.every(table)
        for place, row in found:
            shown = unescape(re.sub("<[^>]+>", "", row))
            assert shown == origins.phrase(names[int(place) - 1]), (chapter, table, place)
            if table in SHOWN:
                assert row.startswith(f"<a href=../{SHOWN[table]}.html#{place}"), row


def test_numbers_share_entries_and_take_few_bytes(built):
    for name, html in built.pages.items():
        page = Entries(html)
        assert len({entry for entry, _ in page.numbers}) <= len(page.numbers)
        without = re.sub(r'<details class="chains">.*?</details>', "", html, flags=re.DOTALL)
        without = re.sub(r"<a href=#\.\d+>(.*?)</a>", r"\1", without)
        for size in (len, lambda text: len(gzip.compress(text, 9))):
            whole, rest = (size(text.encode()) for text in (html, without))
            assert whole - rest <= MOST * whole, f"{name}: {1 - rest / whole:.1%}"


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("a, b = 1, 2\nc: int = 3", {"a", "b", "c"}),
        ('rows.loc[2, "hue"] = x\nrows["y"].z += 1', {"rows"}),
        ("for a in b: c = a", {"a", "c"}),
        ("found = [a for a in b]", {"found"}),
        ("%%say\n{x}", set()),
    ],
)
def test_the_names_that_a_cell_computes_or_changes(source, names):
    assert code.bound(source) == names


def test_a_changed_row_reaches_the_pages_that_rest_on_it(small):
    """Though no chapter prints what was changed of it."""
    before = (small.folder / "_build/html/chapters/first.html").read_text(encoding="utf-8")
    assert "(paragraph 2, sentence 2; " in before
    small.edit("data/claims.csv", "pledge-end,overview,2,2,", "pledge-end,overview,2,7,")
    assert small.build().returncode == 0
    after = (small.folder / "_build/html/chapters/first.html").read_text(encoding="utf-8")
    assert "(paragraph 2, sentence 7; " in after
