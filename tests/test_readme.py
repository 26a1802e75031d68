"""The README says what the book says, and what make does."""

import re

import nbformat
import pytest
from conftest import NOTEBOOKS

from reportbook import drawing, prose
from reportbook.data.datapackage import ROOT
from reportbook.running import __main__ as running
from reportbook.site import downloads

README = (ROOT / "README.md").read_text(encoding="utf-8")


DATES = {"2019"}  # may be typed
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def prose_of(*paths):
    """What the cells of chapters say: each text as a notebook shows it, and its numbers."""
    for path in paths:
        for cell in nbformat.read(path, as_version=4).cells:
            for output in cell.get("outputs", []):
                if told := output.get("data", {}).get(prose.MIME):
                    yield output.data["text/markdown"], told["numbers"]


def findings():
    """The words below "What it found", without the picture."""
    part = README.partition("## What it found")[2].partition("## ")[0]
    return re.sub(r"!\[.*?\]\(.*?\)", "", part)


def bare(text):
    """Words without marks of Markdown, links and thin spaces."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\s+", " ", re.sub(r"[*\\]|^- ", "", text, flags=re.MULTILINE))


def test_every_figure_of_the_findings_is_one_that_a_chapter_says():
    figures = set(NUMBER.findall(findings())) - DATES
    assert len(figures) >= 4, "the findings say figures, under this heading"
    said = {
        figure
        for _, numbers in prose_of(*NOTEBOOKS)
        for number in numbers
        for figure in NUMBER.findall(number["said"])
    }
    assert figures <= said, f"the chapters no longer say {figures - said}"


def test_every_sentence_of_the_findings_is_one_of_the_first_page():
    first_page = bare("\n".join(text for text, _ in prose_of(ROOT / "chapters/index.ipynb")))
    sentences = [found.strip() for found in re.split(r"[.](?=\s|$)", bare(findings()))]
    gone = [sentence for sentence in filter(None, sentences) if sentence not in first_page]
    assert not gone, f"the first page no longer says {gone}"
    assert sentences[0] in first_page.partition(".")[0], "the first sentence is the page's first"


def test_the_picture_is_the_stored_one():
    (stored,) = [
        spec
        for path in NOTEBOOKS
        for name, spec in downloads.stored_charts(path)
        if name == running.PICTURE
    ]
    picture = running.PICTURE_FILE.read_text(encoding="utf-8")
    assert picture == drawing.alone(stored["usermeta"]) + "\n", "run `make execute`"
    assert running.PICTURE_FILE.relative_to(ROOT).as_posix() in README


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_the_readme_names_commands_and_files_that_exist(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = set(re.findall(r"^(\w+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:`|&& |^)make (\w+)", text, re.MULTILINE))
    assert named <= targets and {"test", "execute", "lab"} <= named
    for link in re.findall(r"\]\(([^):]+)\)", re.sub(r"`[^`\n]*`", "", text)):  # none in code
        assert (ROOT / link).exists(), link
