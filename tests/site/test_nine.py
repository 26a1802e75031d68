"""Plain Sphinx 9 builds the same book as Jupyter Book, which holds Sphinx at 7.

`.ci/nine/build` makes the environment for it. Where there is none these tests are skipped, with a
word; REQUIRE_NINE=1 makes that a failure.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from itertools import zip_longest

import pytest
from conftest import EDITIONS, alone, copied, shared

from reportbook import prose
from reportbook.data.datapackage import ROOT
from reportbook.site import outputs
from reportbook.site.search import SearchEnglishAndChinese

NINE = ROOT / ".ci/nine"
VENV = ROOT / "_build/nine/venv"
# What Sphinx ships is another in each version: its scripts, the index for them, whose words another
# stemmer has shortened. All else must be the same to the byte.
SPHINX = {
    *("_static/doctools.js", "_static/searchtools.js", "_static/sphinx_highlight.js"),
    *("_static/language_data.js", "searchindex.js"),
}
WORDS = ["质押", "知识产权", "海外", "中新广州知识城", "pledges", "growth", "mediation"]
# How an environment prepares what a reader types, as its own Sphinx does
STEMS = """
import json, sys, sphinx
from reportbook.site.search import SearchEnglishAndChinese
search = SearchEnglishAndChinese({})
words = {word: [search.stem(part) for part in search.split(word)] for word in sys.argv[1:]}
print(json.dumps([sphinx.version_info[0], words]))
"""


class Lane:
    """A copy of the project that Sphinx 9 has built."""

    def __init__(self, folder):
        self.folder = folder
        self.html = folder.with_name(f"{folder.name}-html")

    def run(self, *command):
        paths = os.pathsep.join(str(self.folder / part) for part in ("src", "heshu/src"))
        own = {"PYTHONPATH": paths, "NINE_VENV": str(VENV), "NO_COLOR": "1"}
        return subprocess.run(
            command,
            cwd=self.folder,
            env=os.environ | EDITIONS | {"PDF_EDITION": "1"} | own,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture(scope="session")
def environment():
    """The environment with Sphinx 9."""
    if not (VENV / "ready").exists():
        remedy = "`.ci/nine/build` makes it"
        if os.environ.get("REQUIRE_NINE"):
            pytest.fail(f"the environment with Sphinx 9 is required here: {remedy}")
        pytest.skip(f"there is no environment with Sphinx 9, so this was not tested: {remedy}")


@pytest.fixture(scope="session")
def nine(environment, tmp_path_factory):
    """The whole book as Sphinx 9 builds it, from a copy of the project: once for all workers."""
    lane = Lane(shared(tmp_path_factory, "nine"))
    with alone(lane.folder):
        if not lane.html.exists():
            copied(lane.folder)
            shutil.copytree(NINE, lane.folder / ".ci/nine")
            run = lane.run(str(lane.folder / ".ci/nine/build"))
            assert run.returncode == 0, run.stdout + run.stderr
            (lane.folder / "_build/nine/html").rename(lane.html)
    return lane


def files(root):
    """What a website in English consists of, without what `make book` adds and leaves out."""
    found = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    return {name for name in found if not re.match(r"zh/|.*\.pdf$|\.buildinfo", name)}


def first_difference(one, other):
    """The first line in which two files differ, of each what stands around the difference."""
    for lines in zip_longest(one.splitlines(), other.splitlines(), fillvalue=b""):
        if lines[0] != lines[1]:
            at = next((i for i, (a, b) in enumerate(zip(*lines, strict=False)) if a != b), 0)
            return [line[max(at - 40, 0) : at + 60].decode(errors="replace") for line in lines]
    return ["ends of lines"]


def test_every_page_and_every_file_of_a_chart_has_the_same_bytes(nine, built):
    """Text, contents lists, links, and the data and pictures of charts with them."""
    assert files(nine.html) == files(built.html)
    different = {}
    for name in sorted(files(built.html) - SPHINX):
        one, other = (built.html / name).read_bytes(), (nine.html / name).read_bytes()
        if one != other:
            different[name] = first_difference(one, other)
    assert not different, "by Jupyter Book, and by Sphinx 9: " + json.dumps(
        different, ensure_ascii=False, indent=1
    )


def found(html, stems):
    """The pages that hold all of these stems, as the search of a book looks them up."""
    text = (html / "searchindex.js").read_text(encoding="utf-8")
    index = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))
    pages = []
    for stem in stems:
        places = [index[part].get(stem, []) for part in ("terms", "titleterms")]
        pages.append({page for at in places for page in (at if isinstance(at, list) else [at])})
    return {index["docnames"][page] for page in set.intersection(*pages)}


@pytest.fixture(scope="module")
def stems(nine):
    """For each word what the search of Sphinx 7 and that of Sphinx 9 look up."""
    run = nine.run(str(VENV / "bin/python"), "-c", STEMS, *WORDS)
    assert run.returncode == 0, run.stderr
    version, by_nine = json.loads(run.stdout)
    assert version == 9
    search = SearchEnglishAndChinese({})
    search.init({})  # as Sphinx 7 calls it
    by_seven = {word: [search.stem(part) for part in search.split(word)] for word in WORDS}
    return {word: (by_seven[word], by_nine[word]) for word in WORDS}


@pytest.mark.parametrize("word", WORDS)
def test_the_search_finds_the_same_pages(word, nine, built, stems):
    pages = found(built.html, stems[word][0])
    assert pages and pages == found(nine.html, stems[word][1])


def test_the_website_is_built_without_what_chapters_compute_by():
    """Sphinx 9's environment lacks it; and it would take half a second of each build."""
    code = "import sys; sys.modules |= dict.fromkeys(['pandas', 'altair', 'frictionless']); "
    command = [sys.executable, "-c", f"{code}import reportbook.site.extension"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert outputs.SENTENCES == prose.MIME


def test_both_environments_have_the_same_versions_but_of_sphinx():
    def pins(text):
        return dict(re.findall(r"^\W*([\w-]+)==([\w.]+)", text, re.MULTILINE))

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [project["project"]["dependencies"], *project["dependency-groups"].values()]
    main = pins("\n".join(line for group in groups for line in group))
    own = pins((NINE / "requirements.txt").read_text(encoding="utf-8"))
    lock = (NINE / "requirements.lock").read_text(encoding="utf-8")
    other = {name for name in own if main.get(name) != own[name]}
    assert other == {"sphinx", "docutils", "myst-parser"}
    assert own.items() <= pins(lock).items(), "`make lock`"
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=\S)", lock.strip()))
    assert "jupyter-book" not in pins(lock)
