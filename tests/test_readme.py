"""The README says what the book says, and what make does."""

import re

import nbformat
import pytest
from conftest import NOTEBOOKS

from reportbook import drawing
from reportbook.data.datapackage import ROOT
from reportbook.running import __main__ as running
from reportbook.site import downloads

README = (ROOT / "README.md").read_text(encoding="utf-8")


YEARS = {"2016", "2021", "6700"}  # dates, and the article's own phrase, may be typed
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def glued():
    """Every figure that the chapters publish."""
    for path in NOTEBOOKS:
        for cell in nbformat.read(path, as_version=4).cells:
            for output in cell.get("outputs", []):
                for text in output.get("data", {}).values():
                    if output.metadata.get("scrapbook"):
                        yield str(text)


def test_every_figure_of_the_findings_is_one_of_the_chapters():
    findings = README.partition("## What it found")[2].partition("## ")[0]
    prose = re.sub(r"\]\(.*?\)", "", findings)
    figures = {figure for figure in NUMBER.findall(prose) if figure not in YEARS}
    assert len(figures) >= 4, "the findings print figures, under this heading"
    printed = {figure for text in glued() for figure in NUMBER.findall(text)}
    assert figures <= printed, f"the chapters no longer print {figures - printed}"


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
    for link in re.findall(r"\]\(([^):]+)\)", text):
        assert (ROOT / link).exists(), link
