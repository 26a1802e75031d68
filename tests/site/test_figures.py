"""The two languages say the same numbers: block by block, cell by cell, picture by picture."""

import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from html.parser import HTMLParser

import pytest

from reportbook.data import datapackage
from reportbook.language import HELD
from reportbook.translation import numbers

# What holds a text of its own. A chart breaks a text where the language wants it, and a table
# shows as columns what it has room for: a chart is one, and a row with what stands below it.
BLOCKS = {"h1", "h2", "h3", "p", "li", "tr", "dt", "dd", "caption", "figcaption", "svg"}
BLOCKS |= {"label", "summary", "article"}
CARD = "figure-card"  # its number and its words are one sentence
APART = {"td", "th", "text", "b"}  # whose text no other continues
LEFT = {"script", "style", "pre", "code"}
VOID = {"br", "img", "input", "link", "meta", "col", "hr"}
# Numbers of figures and sources; and the list of sources, whose forms say a year once or twice
SILENT = {"caption-number", "headerlink", "cited", "citation"}
SPOKEN = ("aria-label", "title", "alt", "data-tip")

MONTHS = {name: n for n, name in enumerate(numbers.MONTH[3:-1].split("|"), 1)}
SCALES = {"万": 10**4, "亿": 10**8, " million": 10**6, " billion": 10**9, "": 1}
UNITS = {"million": 10**6, "万": 10**4, "亿": 10**8, "": 1}
WHOLE = {"figure", "table"}
NOTE = "table-note"  # which stands behind its table
DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
SCALE = r"(?:[万亿]| million| billion)?"
FIGURE = re.compile(
    rf"up (?P<up>{DIGITS})[ \u202f]%, to"
    rf"|(?P<low>{DIGITS})(?: to | → |至|→)(?P<high>{DIGITS})(?P<both>{SCALE})"
    rf"|(?P<year>(?:19|20)\d\d)[–—](?P<end>\d\d)(?!\d)"
    rf"|(?P<one>{DIGITS})(?P<scale>{SCALE})"
    rf"|(?P<month>{numbers.MONTH})|(?P<people>[每/]万|ten thousand)"
)
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
WORDS = {word: n for n, word in enumerate([*WORDS, "twelve"], 1)}
WORDS |= {"once": 1, "twice": 2, "both": 2, "first": 1, "second": 2, "third": 3}
WORDS |= {"fourth": 4, "fifth": 5, "fifths": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9}
WORDS |= {"tenth": 10, "thirteen": 13, "thirteenth": 13, "fourteenth": 14, "half": 2}
HAN = {sign: n for n, sign in enumerate("零一二三四五六七八九十")}
HAN |= {"两": 2, "首": 1, "年初": 1, "半": 2}
WORD = re.compile(rf"\b({'|'.join(WORDS)})\b|({'|'.join(HAN)})", re.IGNORECASE)


# A Chinese number word, where English has no number: what stands there instead
OTHERWISE = {
    "五年": "years",  # 试点头五年: the pilot's years
    "三级": "province",  # 国家、省、区三级
    "三个": "patents and trademarks together",
    "五成": "half to even",  # 四舍六入五成双
    "第二十一次": "working group",  # in the name of a meeting
}


# A unit of money in which the bare numbers of a picture or a table count
BARE = re.compile(r"(?<!\d )million(?= yuan)|(?<![\d.])[万亿]?(?=元)")
GLOSS = re.compile(r" \(“[^”]*”\)")  # what a Chinese phrase says, for readers of English alone


def figures(text):
    """The values of the figures that a text has in digits, in either language."""
    found = []
    for hit in FIGURE.finditer(GLOSS.sub("", text)):
        part = {name: value.replace(",", "") for name, value in hit.groupdict().items() if value}
        if "up" in part:
            found.append(Fraction(part["up"]) / 100)
        elif "low" in part:
            scale = SCALES[part.get("both", "")]
            found += [Fraction(part["low"]) * scale, Fraction(part["high"]) * scale]
        elif "year" in part:
            found += [Fraction(part["year"]), Fraction(part["year"][:2] + part["end"])]
        elif "one" in part:
            found.append(Fraction(part["one"]) * SCALES[part.get("scale", "")])
        else:
            found.append(Fraction(MONTHS.get(part.get("month"), 10_000)))
    return found


def worded(text):
    """The values of the figures that a text has in words."""
    return [
        Fraction(WORDS[hit[1].lower()] if hit[1] else HAN[hit[2]]) for hit in WORD.finditer(text)
    ]


class Blocks(HTMLParser):
    """The text of a page's article by blocks, in the order of the page; those of a figure or a
    table know all that stands in it, which may say the unit of their numbers."""

    def __init__(self, html):
        super().__init__()
        self.open, self.found, self.whole = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        known = dict(attributes)
        if tag == "article" or self.open:
            block, left, linked = self.open[-1][1:4] if self.open else (None, False, False)
            kind = f"{tag} {known.get('class') or ''}".strip()
            card = any(CARD in kind for _, _, _, _, kind in self.open)
            begins = CARD in kind or (tag in BLOCKS and not card)
            if tag in WHOLE and not any(outer in WHOLE for outer, *_ in self.open):
                self.whole = []
            if begins and kind != "tr more" and not left:
                inside = NOTE in kind or any(outer in WHOLE for outer, *_ in self.open)
                block = Block(kind, whole=self.whole if inside else [])
                block.whole.append(block)
                self.found.append(block)
            elif kind == "tr more":
                block = next(row for row in reversed(self.found) if row.kind == "tr")
            left = left or tag in LEFT or bool(SILENT & set(kind.split()))
            linked = linked or (tag == "a" and known.get("href", "").startswith("#."))
            if not left:
                said = [known[name] for name in SPOKEN if known.get(name)]
                block.text += "".join(f" | {text} | " for text in said)
            if tag in APART:
                block.text += " | "
            if tag not in VOID:
                self.open.append((tag, block, left, linked, kind))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        while self.open and tag not in VOID and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if self.open and not self.open[-1][2]:
            block, _, linked = self.open[-1][1:4]
            block.text += data
            if linked:
                block.links.append(data)


@dataclass
class Block:
    kind: str
    text: str = ""
    links: list[str] = field(default_factory=list)
    whole: list["Block"] = field(default_factory=list, repr=False)

    def counts(self):
        """What its bare numbers may count of money: millions in English, 万 or 亿 in Chinese."""
        return {UNITS[unit] for block in self.whole for unit in BARE.findall(block.text)}


def told(html):
    return Blocks(html).found


@cache
def named():
    """The names of claims that hold a figure."""
    names = {row["subject_zh"] for row in datapackage.records("claims")}
    return [name for name in sorted(names) if figures(name)]


@cache
def exact():
    """What sources print in English, and in Chinese more exactly."""
    rows = [row for row in datapackage.records("context") if row["wording_from"]]
    pairs = {row["printed"]: row["wording"] for row in rows}
    return {ours: theirs for ours, theirs in pairs.items() if figures(ours) != figures(theirs)}


def differences(english, chinese):
    """The figures that a block of one language has and its twin in the other lacks.

    A count that one says in digits the other may say in a word. A chart draws as many labels of
    its axes as have room, so that there, and in what a row says of itself, a figure may stand once
    more. A claim is named in Chinese by a phrase of the article, which may hold a figure. Where a
    figure or a table counts in million yuan, its twin counts in the 万 or 亿 that it names.
    """
    ours, theirs = (Counter(figures(block.text)) for block in (english, chinese))
    counts = (english.counts(), chinese.counts() | {1} if english.counts() else set())
    for mine, other, block, units in (
        (ours, theirs, chinese, counts),
        (theirs, ours, english, counts[::-1]),
    ):
        left = mine - other - Counter(worded(block.text))
        for name in filter(chinese.text.__contains__, named()):
            left -= Counter(figures(name) * chinese.text.count(name))
        for printed, wording in exact().items():
            if printed in english.text and wording in chinese.text:
                left -= Counter(figures(printed) + figures(wording))
        if block.kind.startswith(("svg", "tr")):
            left = Counter(
                {
                    value: n
                    for value, n in left.items()
                    if value not in other
                    and not any(value * own / its in other for own in units[0] for its in units[1])
                }
            )
        yield left


def value(numeral):
    """The value of a number in Chinese words below a hundred, maybe with what it counts."""
    digits = "".join(re.findall("[一二两三四五六七八九十]", numeral)).replace("两", "二")
    tens, ten, ones = digits.rpartition("十")
    return (HAN[tens or "一"] * 10 if ten else 0) + (HAN[ones] if ones else 0)


def number_words(english, chinese):
    """The numbers in words of a Chinese page that English has in no way: 四项, 十分之一, 第三段.

    One and two are words of many other things in either language.
    """
    for ours, theirs in zip(told(english), told(chinese), strict=True):
        known = {*figures(ours.text), *worded(ours.text)}
        for found in re.findall(HELD, theirs.text):
            here = found in ours.text or OTHERWISE.get(found, found) in ours.text
            if not here and not {n for n in map(value, found.split("分之")) if n > 2} <= known:
                yield f"{found}: {theirs.text[:200]}"


def compared(english, chinese):
    """What a page says of numbers in one language alone, a line for each block."""
    pairs = zip(told(english), told(chinese), strict=True)
    found = []
    for number, (ours, theirs) in enumerate(pairs, 1):
        assert ours.kind == theirs.kind, f"block {number} is {ours.kind} and {theirs.kind}"
        lost, gained = (sorted(map(float, left.elements())) for left in differences(ours, theirs))
        if lost or gained:
            texts = (" ".join(block.text.split())[:300] for block in (ours, theirs))
            found.append(f"{number}, {ours.kind}: {lost} in English alone, {gained} in Chinese")
            found += texts
    return found


@pytest.fixture(scope="session")
def twins(built, chinese):
    """The chapters' pages and that of the data in both languages."""
    names = [f"chapters/{name}.html" for name in built.pages] + ["data/index.html"]
    return {
        name: [(folder / name).read_text(encoding="utf-8") for folder in (built.html, chinese)]
        for name in names
    }


def test_both_languages_say_the_same_numbers(twins):
    """Paragraph by paragraph, row by row, card by card; a chart with its marks and axes."""
    found = {name: compared(*pages) for name, pages in twins.items()}
    lines = [line for name, lines in found.items() if lines for line in (f"{name}:", *lines)]
    assert not lines, "\n".join(lines)
    figures_ = [figures(block.text) for english, _ in twins.values() for block in told(english)]
    assert sum(map(len, figures_)) > 5_000


def test_a_number_that_chinese_says_in_words_is_in_english_too(twins):
    found = {name: [*number_words(*pages)] for name, pages in twins.items()}
    assert not any(found.values()), found
    words_ = re.findall(HELD, " ".join(chinese for _, chinese in twins.values()))
    assert len(words_) > 300


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("chapters/services.html", "不到十分之一", "不到五分之一"),  # a heading
        ("chapters/overview.html", "四项全部成立", "五项全部成立"),
        ("chapters/outlook.html", "第十四段", "第十三段"),
    ],
)
def test_another_number_in_words_is_noticed(name, old, new, twins):
    english, chinese = twins[name]
    plain = re.sub('<span class="kept">([^<]*)</span>', r"\1", chinese)
    assert old in plain
    assert [*number_words(english, plain.replace(old, new))]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("chapters/finance.html", "400余</a>", "500余</a>"),  # a paragraph
        ("chapters/finance.html", "26.13亿元", "26.31亿元"),
        ("chapters/context.html", "</span>13950<", "</span>13960<"),  # a row
        ("chapters/finance.html", "2019：14.72", "2019：14.73"),  # a mark
        ("chapters/index.html", "17.7倍", "17.8倍"),  # a card
        ("chapters/finance.html", ">25</text>", ">250</text>"),  # an axis in 亿元
        ("chapters/finance.html", "万元/家：1380至1730", "万元/家：138至173"),  # a mark in 万元
        ("chapters/finance.html", ">5.56833<", ">55.6833<"),  # the data of a chart
        ("chapters/overview.html", ">1.475亿至<", ">147.5亿至<"),
        ("chapters/claims.html", ">26.135亿<", ">26.135万<"),
    ],
)
def test_another_number_is_noticed_in_either_language(name, old, new, twins):
    english, chinese = twins[name]
    assert old in chinese
    assert compared(english, chinese.replace(old, new, 1))
    assert compared(chinese.replace(old, new, 1), english)


def checked(*files):
    """What heshu says of files, and its exit status: 1 for a contradiction."""
    command = [sys.executable, "-m", "heshu", "check", "--quiet", *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.stdout + run.stderr, run.returncode


def test_the_checker_finds_no_contradiction_in_the_chinese_edition(chinese, tmp_path):
    """Nor one in a chapter alone; a contradiction that is put into one is found there."""
    pages = sorted((chinese / "chapters").glob("*.html"))
    said, status = checked(*pages)
    assert pages and status == 0, said
    page = tmp_path / "finance.html"
    text = (chinese / "chapters/finance.html").read_text(encoding="utf-8")
    wrong = "<p>质押融资由1.48亿元增加到26.13亿元，增长17.66倍。</p></article>"
    page.write_text(text.replace("</article>", wrong, 1), encoding="utf-8")
    said, status = checked(page)
    assert status == 1 and "17.66" in said


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("148 → 2,613 million yuan", "1.48→26.13亿元"),
        ("over 6,700 to 22,600", "由6700余增至2.26万"),
        ("13 to 18 million yuan", "1300至1800万元"),
        ("up 1,666\u202f%, to 17.66 times", "增长16.66倍，为原来的17.66倍"),
        ("in June 2021, from 2016-08-01", "2021年6月，自2016年8月1日"),
        ("6.9 billion yuan in 2016–19", "69亿元，2016—2019年"),
    ],
)
def test_a_number_is_read_from_either_language(english, chinese):
    assert sorted(figures(english)) == sorted(figures(chinese)) != []
