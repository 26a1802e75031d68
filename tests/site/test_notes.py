"""Sources as numbered notes, and the code of figures: each leads there and back."""

import re
from html import unescape

from reportbook.data import context
from reportbook.language import curled


def cited(html):
    """The places of a page that cite: each with the numbers of its sources."""
    places = re.findall(r'<span class="cited" id="(\w+)"><sup>(.*?)</sup>', html)
    return {place: re.findall(r'<a href="#s(\d+)">\1</a>', links) for place, links in places}


def listed(html):
    """The sources in the list at a page's end: each with the places that it leads back to."""
    items = re.findall(r'<li id="s(\d+)">(.*?)</li>', html)
    return {number: re.findall(r'<a href="#(id\d+)">', text) for number, text in items}


def test_every_source_is_listed_once_and_leads_back_to_every_place(built):
    found = 0
    for html in built.pages.values():
        places, sources = cited(html), listed(html)
        back = {(number, place) for number, all_ in sources.items() for place in all_}
        assert back == {(number, place) for place, numbers in places.items() for number in numbers}
        found += len(back)
    assert found > 100


def test_a_note_says_in_the_margin_who_and_when_and_in_the_list_all(built):
    html = built.pages["finance"]
    known = context.sources().loc["chinadaily2019"]
    number = re.search(r'<small class="aside">(\d+) China Daily 2019</small>', html)[1]
    (note,) = re.findall(rf'<li id="s{number}">(.*?)</li>', html)
    assert curled(known.title) in note and 'href="https://subsites.chinadaily.com.cn/' in note
    entry = re.search(r'href="references\.html#(\w+)"', note)[1]
    assert f'id="{entry}"' in built.pages["references"]


def test_the_list_of_all_sources_leads_back_to_every_place(built):
    references = built.pages["references"]
    for name in ("finance", "overview", "audit"):
        html = built.pages[name]
        for place, numbers in cited(html).items():
            for number in numbers:
                entry = re.search(rf'<li id="s{number}"><a href="references\.html#(\w+)"', html)[1]
                text = references.partition(f'id="{entry}"')[2].partition("</div>")[0]
                assert f'href="{name}.html#{place}"' in text, (name, number)


# A source by GB/T 7714-2015: who, title [kind], then newspaper and day, place or day, and address
GBT7714 = re.compile(
    r"(?:[^.]+(?:\.(?! )[^.]+)*\. )?[^[]+\[(?:[NZ]|EB)(?:/OL)?\]\. "
    r"(?:[^.]+, )?(?:\(?\[?\d{4}(?:-\d\d){0,2}\]?\)?\. )?(?:https?://\S+\. ?)?(?:[^。]+。)*"
    r"|.+\[J\]\. [\w ]+, \d{4}, \d+\(\d+\): [\d-]+\. DOI: \S+\."
    r"|.+\[S\]\. 北京: 中国标准出版社, 2008\."
)


def sources(html):
    """The list of all sources: of each its number and its text, with what is in English."""
    found = re.findall(
        r'<div class="citation".*?class="fn-bracket">\[</span>(?:<a[^>]*>)?(\d+)<.*?<p>(.*?)</p>',
        html,
        re.DOTALL,
    )
    return {number: unescape(text) for number, text in found}


def plain(text):
    return " ".join(re.sub("<[^>]+>", "", text).split())


def test_the_chinese_list_has_the_form_of_the_national_standard(chinese):
    html = (chinese / "chapters/references.html").read_text(encoding="utf-8")
    listed = {number: plain(text) for number, text in sources(html).items()}
    assert len(listed) == len(context.sources())
    wrong = [text for text in listed.values() if not GBT7714.fullmatch(text)]
    assert not wrong, "\n".join(wrong)
    assert not [text for text in listed.values() if re.search("。 |[一-鿿] [一-鿿]{0,3}。", text)]


def test_a_source_has_the_same_number_in_both_editions_and_the_same_address(built, chinese):
    html = (chinese / "chapters/references.html").read_text(encoding="utf-8")
    address = re.compile(r'href="(http[^"]+)"')
    english, other = (
        {number: address.findall(text) for number, text in sources(page).items()}
        for page in (built.pages["references"], html)
    )
    assert english == other and sum(map(len, english.values())) > 100


def test_a_page_in_chinese_is_listed_by_its_own_title(chinese):
    """Each title that the bibliography has in Chinese stands in the list, and in the notes."""
    html = (chinese / "chapters/references.html").read_text(encoding="utf-8")
    told = [plain(text) for text in sources(html).values()]
    titles = [title.replace("\\%", "%") for title in context.sources()["title"]]
    titles = [
        title for title in titles if re.search("[一-鿿]", title) and not re.search(r"[\[,]", title)
    ]
    assert len(titles) > 40
    assert not [title for title in titles if not any(title in text for text in told)]
    page = (chinese / "chapters/finance.html").read_text(encoding="utf-8")
    assert re.search(r'<small class="aside">\d+ 《中国日报》，2019</small>', page)


def test_a_moved_place_reaches_the_list_of_all_sources(small):
    page = small.folder / "_build/html/chapters/references.html"
    assert page.read_text(encoding="utf-8").count('href="second.html#id') == 1
    path, old = small.folder / "chapters/second.ipynb", "{cite}`article2021`."
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, f"{old} Again {old}"), encoding="utf-8")
    assert small.build().returncode == 0
    assert page.read_text(encoding="utf-8").count('href="second.html#id') == 2


def test_every_figure_leads_to_its_own_code(built):
    """The cell that draws it, the last of those that it leads to."""
    found = 0
    for name, html in built.pages.items():
        for figure in re.findall(r'<figure.*?id="fig-[\w-]+".*?</figure>', html, re.DOTALL):
            (first, cells) = re.search(r'href="#(code-\d+)" data-cells="([^"]+)"', figure).groups()
            cells = cells.split(" ")
            assert cells[0] == first
            code = [html.partition(f'id="{cell}"')[2].partition("</pre>")[0] for cell in cells]
            assert "finish(" in code[-1] and "finish(" not in "".join(code[:-1]), name
            found += 1
    assert found > 20
