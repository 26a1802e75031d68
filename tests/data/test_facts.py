"""A fact that file formats force into several files is the same in all of them."""

import tomllib

import nbformat
import yaml
from pybtex.database import parse_file

from reportbook.data import context, datapackage
from reportbook.data.datapackage import ROOT


def text(file):
    return (ROOT / file).read_text(encoding="utf-8")


BOOK = yaml.safe_load(text("_config.yml"))
CONTENTS = yaml.safe_load(text("_toc.yml"))
CITATION = yaml.safe_load(text("CITATION.cff"))
PACKAGE = datapackage.descriptor()
PROJECT = tomllib.loads(text("pyproject.toml"))["project"]


def test_the_book_has_one_title_and_one_author():
    heading = f"# {BOOK['title']}\n"
    assert CITATION["title"] == BOOK["title"]
    first = nbformat.read(ROOT / "chapters/index.ipynb", as_version=4).cells[0].source
    assert text("README.md").startswith(heading) and f"{first}\n" == heading
    assert [author["name"] for author in CITATION["authors"]] == [BOOK["author"]]


def test_the_book_has_one_version_and_one_date():
    assert CITATION["version"] == PACKAGE["version"]
    assert PROJECT["version"] == "0", "data/datapackage.json is the one place of the version"
    assert CITATION["date-released"].isoformat() == PACKAGE["created"][:10]


def test_code_and_data_have_one_licence_each():
    data = [licence["name"] for licence in PACKAGE["licenses"]]
    assert CITATION["license"] == [PROJECT["license"], *data]
    assert text("LICENSE").startswith(f"{PROJECT['license']} License\n")
    assert all(licence["path"].rstrip("/") in text("README.md") for licence in PACKAGE["licenses"])


def test_the_article_has_one_title():
    (source,) = PACKAGE["sources"]
    sections = datapackage.load("sections").set_index("section")
    entry = parse_file(str(context.BIBLIOGRAPHY), bib_format="bibtex").entries["article2021"]
    assert sections.at["overview", "heading_zh"] == source["title"]
    assert source["title"] in entry.fields["title"] and source["title"] in text("README.md")


def test_chapters_stand_in_the_order_of_the_article_under_its_headings():
    sections = datapackage.load("sections").set_index("section")["heading_zh"]
    chapters = [
        entry["file"].removeprefix("chapters/") for entry in CONTENTS["parts"][0]["chapters"]
    ]
    # The source line has no chapter, and the conclusions no section
    assert [*sections.index[sections.index != "source"], "conclusions"] == chapters
    for name in chapters:
        cells = nbformat.read(ROOT / f"chapters/{name}.ipynb", as_version=4).cells
        lead = next(cell.source for cell in cells if cell.source.startswith("%%say"))
        if sections.get(name):
            assert "{heading_zh}" in lead, f"{name}: say `claims.heading`, don't type it"
