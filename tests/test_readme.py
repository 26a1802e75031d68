"""The README says what the book says, and what make does."""

import re

import nbformat
from conftest import NOTEBOOKS

from reportbook.data.datapackage import ROOT
from reportbook.running import execute

README = (ROOT / "README.md").read_text(encoding="utf-8")


YEARS = {"2016", "2021"}  # dates may be typed


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
    texts = " ".join(glued())
    figures = [figure for figure in re.findall(r"\d[\d,.]*\d", prose) if figure not in YEARS]
    missing = [figure for figure in figures if figure not in texts]
    assert not missing, f"the chapters no longer print {missing}"


def test_the_picture_is_the_stored_one():
    pictures = [
        execute.stored_picture(nbformat.read(path, as_version=4), execute.README_FIGURE)
        for path in NOTEBOOKS
    ]
    assert execute.README_PICTURE.read_bytes() in pictures, "run `make execute`"


def test_the_readme_names_commands_and_files_that_exist():
    targets = set(re.findall(r"^(\w+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:`|&& |^)make (\w+)", README, re.MULTILINE))
    assert named <= targets and {"book", "test", "execute", "lab"} <= named
    for link in re.findall(r"\]\(([^):]+)\)", README):
        assert (ROOT / link).exists(), link
