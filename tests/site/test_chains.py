"""What the numbers of a page rest on, as its list says it."""

import json
import re
from html.parser import HTMLParser

import pytest
from conftest import NOTEBOOKS

from reportbook import prose
from reportbook.data import claims, context
from reportbook.site import chains, code

MOST = 0.1  # of a page's bytes


class Entries(HTMLParser):
    """The numbers of a page with the entries that they lead to, and what each entry says."""

    def __init__(self, html):
        super().__init__()
        self.numbers, self.text, self.links = [], {}, {}
        self.entry, self.leads = "", ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "a" and attributes.get("class") == "number":
            self.leads = attributes["href"][1:]
            self.numbers.append([self.leads, ""])
        elif tag == "a" and self.entry:
            self.links[self.entry].append(attributes["href"])
        if tag == "li" and re.fullmatch("[crs][0-9]+", attributes.get("id", "")):
            self.entry = attributes["id"]
            self.text[self.entry], self.links[self.entry] = "", []

    def handle_endtag(self, tag):
        if tag == "a":
            self.leads = ""
        if tag == "li":
            self.entry = ""

    def handle_data(self, data):
        if self.leads:
            self.numbers[-1][1] += data
        if self.entry:
            self.text[self.entry] += data


def said(path):
    """The numbers of a chapter's sentences in their order, as its outputs hold them."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    told = [
        output["data"][prose.MIME] for output in outputs if prose.MIME in output.get("data", {})
    ]
    return [number for one in told for number in one["numbers"]]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_number_leads_to_all_that_it_rests_on(path, built):
    """To the phrase of each row, the row itself, what the number can be, and how it came about."""
    page = Entries(built.pages[path.stem])
    printed = claims.load()["printed"].to_dict() | context.load()["printed"].to_dict()
    numbers = said(path)
    assert [text for _, text in page.numbers] == [number["said"] for number in numbers]
    for (entry, _), number in zip(page.numbers, numbers, strict=True):
        links = page.links[entry]
        rows = [link[1:] for link in links if link[1:] in page.text]
        rows += [link[1:] for row in rows for link in page.links[row] if link[1:] in page.text]
        text = " ".join(page.text[name] for name in (entry, *rows))
        links = [link for name in (entry, *rows) for link in page.links[name]]
        names = number["rests_on"]
        assert number.get("range", "") in page.text[entry]
        if len(names) > chains.LISTED:
            assert f"{len(names)} rows of" in text or " rows of " in text, number
            continue
        for name in names:
            if name in printed:
                assert printed[name] in text, (number, text)
                assert any(link.endswith(f"#row-{name}") for link in links), name
        if len(names) > 1 and "rows" not in number.get("how", "rows"):
            signs = re.sub(r"\{([^}]+)\}", lambda row: printed[row[1]], number["how"])
            signs = re.sub(r"\^(\((1/\d)\)|(\d))", r"\2\3", signs)
            assert f"= {signs}" in page.text[entry]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_code_of_a_number_is_where_its_name_is_computed(path, built):
    html = built.pages[path.stem]
    page = Entries(html)
    found = set()
    for (entry, _), number in zip(page.numbers, said(path), strict=True):
        name = re.match(r"\{(\w+)", number["name"])[1]
        first = entry not in found  # a printed figure has the code of the first sentence with it
        for link in (link for link in page.links[entry] if first and link.startswith("#code-")):
            cell = html.partition(f'id="{link[1:]}"')[2].partition("</pre>")[0]
            assert re.search(rf'class="n">{name}</span>', cell), (name, link)
            found.add(entry)
    assert found or not page.numbers


def test_numbers_share_entries_and_take_few_bytes(built):
    for name, html in built.pages.items():
        page = Entries(html)
        assert len({entry for entry, _ in page.numbers}) <= len(page.numbers)
        without = re.sub(r'<details class="chains">.*?</details>', "", html, flags=re.DOTALL)
        without = re.sub(r'<a class="number" href="[^"]+">(.*?)</a>', r"\1", without)
        whole, rest = (len(text.encode()) for text in (html, without))
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
    assert "(paragraph 2, sentence 2)" in before
    small.edit("data/claims.csv", "pledge-end,overview,2,2,", "pledge-end,overview,2,7,")
    assert small.build().returncode == 0
    after = (small.folder / "_build/html/chapters/first.html").read_text(encoding="utf-8")
    assert "(paragraph 2, sentence 7)" in after
