"""The book as a whole: built where it stands, once at a time, whole or not at all."""

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest
from conftest import STRICT

from reportbook import book
from reportbook.data import datapackage
from reportbook.data.datapackage import ROOT
from reportbook.language import curled

SCRIPT = """<script>alert("x")</script><img src=x onerror='alert("x")'>&amp;{{ x }}<!--"""


def make(project, *targets, **options):
    """`make` in a copy, with this environment in place of one of its own."""
    tools = Path(sys.executable).parent
    # The project's own Makefile: a copy could be half written when another `make` reads it
    makefile = f"--file={ROOT / 'Makefile'}"
    return subprocess.Popen(
        ["make", makefile, "--no-print-directory", *targets, f"BIN={tools}", "ENVIRONMENT=true"],
        cwd=project.folder,
        env=os.environ | project.variables | {"MAKEFLAGS": ""} | options,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        # Heard of also where the tests run in the background
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def ended(run):
    said, _ = run.communicate(timeout=180)
    return run.returncode, said


def bytes_of(project, folder="_build/html"):
    return {name: told for name, (told, _) in project.state(folder).items()}


def test_a_copied_checkout_says_what_to_do(project):
    """Its environment still leads to the first one, whose data it would build without a word."""
    environment = {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "heshu/src")])}
    run = project.build(**environment)
    said = run.stdout + run.stderr
    assert run.returncode != 0 and f"belongs to the book in {ROOT}" in said
    assert "Remedy: " in said and not (project.folder / "_build/html/index.html").exists()
    run = project.run(
        "python", "-c", "from reportbook.data import claims; claims.load()", **environment
    )
    assert run.returncode != 0 and str(ROOT) in run.stderr and "Remedy: " in run.stderr


def test_an_environment_that_was_copied_or_linked_is_made_anew(tmp_path):
    """`.ci/environment` asks where it stands; here it finds no Python to make another with."""
    for name in (".ci", "heshu"):
        (tmp_path / name).mkdir()
    for name in (".ci/environment", "requirements.lock", "requirements-test.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("pyproject.toml", "heshu/pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    command = [".ci/environment", ".venv", "requirements.lock", "false"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 1 and "Python 3.11 or newer is needed" in run.stderr, "not ready"
    assert (ROOT / ".venv/bin/python").exists(), "the other checkout's is left alone"


def test_both_packages_say_which_python_they_need_before_anything_else():
    first = (ROOT / "requirements.txt").read_text().splitlines()
    assert [line for line in first if not line.startswith("#")] == ["-e ./heshu", "-e ."]
    for file in ("pyproject.toml", "heshu/pyproject.toml"):
        assert 'requires-python = ">=3.11"' in (ROOT / file).read_text()


def test_the_path_may_hold_spaces_and_chinese_and_warnings_be_errors(unbuilt, tmp_path):
    place = tmp_path / "mein 'Büch' 书"
    unbuilt.folder.rename(place)
    unbuilt.folder = place
    for folder in (".pytest_cache", "heshu/.pytest_cache"):  # no page, though a tool left it
        (place / folder).mkdir()
        (place / folder / "README.md").write_text("# A page of no book")
    status, said = ended(make(unbuilt, "html", PYTHONWARNINGS="error"))
    assert status == 0 and said.rstrip().endswith(f"{place}/_build/html/index.html"), said
    assert (place / "_build/html/chapters/first.html").exists()


def test_without_git_the_date_is_the_data_packages(monkeypatch, tmp_path):
    monkeypatch.setattr(book, "ROOT", tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    created = pd.Timestamp(datapackage.descriptor()["created"])
    assert int(book.issued()) == created.timestamp() > 1.7e9


def test_of_two_builds_at_once_one_waits(small):
    runs = [make(small, "html"), make(small, "html")]
    statuses, said = zip(*map(ended, runs), strict=True)
    assert statuses == (0, 0), said
    assert sum("waiting for it" in one for one in said) == 1
    # The second finds that nothing has changed since, and builds nothing
    assert sum("Running Jupyter-Book" in one for one in said) == 1
    (small.folder / "_build/html/chapters/first.html").unlink()
    status, said = ended(make(small, "html"))
    assert status == 0 and "Running Jupyter-Book" in said, "the book is no longer what it was"
    assert (small.folder / "_build/html/chapters/first.html").exists()


def test_a_build_killed_while_it_writes_pages_leaves_the_next_one_right(small):
    whole = bytes_of(small)
    page = small.folder / "_build/html/chapters/first.html"
    small.edit("chapters/first.ipynb", "# First: a", "# First: the")
    small.edit("chapters/second.ipynb", "# Second: ", "# Second; ")
    before = page.stat().st_mtime_ns
    run = subprocess.Popen(
        [str(Path(sys.executable).with_name("jupyter-book")), "build", "."],
        cwd=small.folder,
        env=os.environ | small.variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    second = page.with_name("second.html")
    before_kill = second.stat().st_mtime_ns
    until = time.monotonic() + 60
    while second.stat().st_mtime_ns == before_kill and run.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.002)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    small.edit("chapters/first.ipynb", "# First: the", "# First: a")
    small.edit("chapters/second.ipynb", "# Second; ", "# Second: ")
    run = small.build(*STRICT)
    assert run.returncode == 0, run.stdout + run.stderr
    assert bytes_of(small) == whole, f"written before the kill: {before != page.stat().st_mtime_ns}"


def test_a_lost_search_index_is_made_whole_again(small):
    whole = bytes_of(small)
    (small.folder / "_build/html/searchindex.js").unlink()
    small.edit("chapters/first.ipynb", "# First: a", "# First: the")
    assert small.build(*STRICT).returncode == 0
    small.edit("chapters/first.ipynb", "# First: the", "# First: a")
    assert small.build(*STRICT).returncode == 0
    assert bytes_of(small) == whole


def test_a_chapter_that_was_taken_out_leaves_no_page(small):
    whole = bytes_of(small)
    toc = small.folder / "_toc.yml"
    contents = toc.read_text(encoding="utf-8")
    (small.folder / "chapters/extra.md").write_text("# An extraordinary page")
    toc.write_text(contents + "- file: chapters/extra\n")
    assert small.build(*STRICT).returncode == 0
    assert (small.folder / "_build/html/chapters/extra.html").exists()
    (small.folder / "chapters/extra.md").unlink()
    toc.write_text(contents)
    assert small.build(*STRICT).returncode == 0
    assert bytes_of(small) == whole


@pytest.mark.parametrize("language", book.LANGUAGES)
def test_a_label_may_move_to_an_earlier_chapter(language, small, monkeypatch):
    """Sphinx reads chapters one after another: the new place before the old one is read anew."""
    monkeypatch.setattr(book, "ROOT", small.folder)
    place = small.folder.with_name(language)
    config = str(book.settings(place, language))
    command = [*STRICT, "--path-output", str(place), "--config", config]
    run = small.build(*command, DRAFT="1")
    assert run.returncode == 0, run.stderr
    small.edit("chapters/first.ipynb", '"fig-first"', '"fig-second"')
    small.edit("chapters/second.ipynb", '"fig-second"', '"fig-other"')
    run = small.build(*command, DRAFT="1")
    assert run.returncode == 0, run.stderr
    pages = (place / "_build/html/chapters").glob("*.html")
    assert [page.stem for page in pages if 'id="fig-second"' in page.read_text()] == ["first"]


def test_what_pages_are_made_by_reaches_them_when_it_changes(small):
    site = "src/reportbook/site"
    for file, old, new in (
        ("theme/report.css", "body { margin: 0;", "body { margin: 0; --new: NEW;"),
        ("theme/early.js", "/* What is known", "/* NEW What is known"),
        ("theme/static/page.js", "/* The page's", "/* NEW The page's"),
        ("theme/layout.html", '<footer class="foot">', '<footer class="foot" data-new="NEW">'),
        ("outputs.py", '".svg": "SVG"', '".svg": "NEW SVG"'),
    ):
        small.edit(f"{site}/{file}", old, new)
    assert small.build().returncode == 0
    html = small.folder / "_build/html"
    assert "NEW" in (html / "_static/page.js").read_text(encoding="utf-8")
    for name in ("first", "second"):
        page = (html / f"chapters/{name}.html").read_text(encoding="utf-8")
        for new in ('data-new="NEW"', "NEW SVG", "--new: NEW", "/* NEW What is known"):
            assert new in page, (name, new)


def test_there_is_no_moment_without_a_book(tmp_path):
    one, other = tmp_path / "html", tmp_path / "html.next"
    for folder in (one, other):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name)
    missing, stop = [], threading.Event()

    def watch():
        while not stop.is_set():
            missing.append(not (one / "index.html").exists())

    watcher = threading.Thread(target=watch)
    watcher.start()
    exchanges, until = 0, time.monotonic() + 60
    # On a busy machine the watcher comes to look seldom
    while exchanges < 500 or (len(missing) <= 100 and time.monotonic() < until):
        book.exchange(other, one)
        book.exchange(other, one)
        exchanges += 2
    stop.set()
    watcher.join()
    assert (one / "index.html").read_text() == "html", "an even number of times"
    assert len(missing) > 100 and not any(missing)


def test_a_book_is_replaced_as_a_whole_and_only_by_one_that_was_built(small):
    (small.folder / "_build/html/of-old.html").write_text("gone")
    small.edit("chapters/first.ipynb", "What first finds", "What {term}`no such` finds")
    good = small.state("_build/html")
    status, said = ended(make(small, "html"))
    assert status != 0 and "no such" in said and "still stands" in said
    assert small.state("_build/html") == good
    small.edit("chapters/first.ipynb", "What {term}`no such` finds", "What first finds")
    assert ended(make(small, "html"))[0] == 0
    assert not (small.folder / "_build/html/of-old.html").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda n: n.name)
def test_an_interrupted_build_leaves_the_last_good_book(small, number):
    good = small.folder / "_build/html/index.html"
    marker = small.folder / "_build/work/_build/html/.writing"
    status = 0
    for _ in range(5):  # on a busy machine it may be done before it hears of it
        good.write_text("the last good book")
        marker.unlink(missing_ok=True)
        run = make(small, "html")
        until = time.monotonic() + 60
        while not marker.exists() and run.poll() is None and time.monotonic() < until:
            time.sleep(0.005)
        assert marker.exists(), "the pages weren't reached"
        os.killpg(run.pid, number)
        status, _ = ended(run)
        if status:
            break
    assert status != 0 and good.read_text() == "the last good book"


def test_a_full_disk_leaves_the_last_good_book(small):
    """No file may grow beyond a limit, as on a disk with as much left."""
    good = small.state("_build/html")
    small.edit("chapters/first.ipynb", "# First: a", "# First: the")
    limit = (60_000, 60_000)
    run = subprocess.run(
        [sys.executable, "-m", "reportbook.book", "html"],
        cwd=small.folder,
        env=os.environ | small.variables,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit),
    )
    assert run.returncode == 1 and "File too large" in run.stdout + run.stderr
    assert small.state("_build/html") == good


def test_a_plain_chart_is_shown_in_a_page_too(unbuilt):
    path = unbuilt.folder / "chapters/first.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    (cell,) = [c for c in notebook["cells"] if "charts.finish(" in "".join(c["source"])]
    plain = 'alt.Chart(shown[["paragraph"]]).mark_bar().encode(x="paragraph")'
    cell["source"] = [f"import altair as alt\n{plain}"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    run = unbuilt.build(*STRICT)
    assert run.returncode == 0, run.stdout + run.stderr
    page = (unbuilt.folder / "_build/html/chapters/first.html").read_text(encoding="utf-8")
    (picture,) = re.findall(r'<img [^>]*src="\.\./([^"]+\.svg)"', page)
    assert "charts.finish" in (unbuilt.folder / "_build/html" / picture).read_text(encoding="utf-8")


CONFIGURATION = {
    "broken settings": ("_config.yml", "execute: [", "line 2"),
    "no settings": ("_config.yml", "", "no settings"),
    "broken contents": ("_toc.yml", "root: {", "line 2"),
    "contents in Latin-1": ("_toc.yml", b"root: \xe9", "utf-8"),
    "missing contents": ("_toc.yml", None, "No such file"),
}


@pytest.mark.parametrize("damage", CONFIGURATION)
def test_damaged_configuration_is_refused_before_the_build(damage, tmp_path, monkeypatch, capsys):
    file, content, hint = CONFIGURATION[damage]
    monkeypatch.setattr(book, "ROOT", tmp_path)
    monkeypatch.setattr(book, "BUILD", tmp_path / "_build")
    for name in ("_config.yml", "_toc.yml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / file).unlink()
    if content is not None:
        raw = content if isinstance(content, bytes) else content.encode() + b"\n"
        (tmp_path / file).write_bytes(raw)
    assert book.main(["html"]) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"{file}: ") and hint in error and "Remedy: " in error


def test_a_folder_that_can_not_be_written_is_refused_before_the_build(monkeypatch, capsys):
    monkeypatch.setattr(book, "BUILD", Path("/proc/book"))
    assert book.main(["html"]) == 1
    (error,) = capsys.readouterr().err.splitlines()
    assert error.startswith("/proc/book: ") and "Remedy: " in error


@pytest.mark.parametrize("user", ["root", "other"])
def test_the_lab_takes_options_and_lets_root_in(user, project, tmp_path):
    """Every container's user is root."""
    for name, text in {
        ".venv-lab/bin/jupyter": '#!/bin/sh\necho "$@"\n',
        "bin/id": f"#!/bin/sh\necho {0 if user == 'root' else 1000}\n",
    }.items():
        path = project.folder / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
        path.chmod(0o755)
    options = {"LAB": "--no-browser --port=9", "PATH": f"{project.folder}/bin:{os.environ['PATH']}"}
    status, said = ended(make(project, "lab", **options))
    last = said.splitlines()[-1]
    assert status == 0 and last.startswith("lab chapters") and "--no-browser --port=9" in last
    assert ("--allow-root" in last) == (user == "root")


class Elements(HTMLParser):
    """The elements of a page that a text could have smuggled in, and its text."""

    def __init__(self, html):
        super().__init__()
        self.scripts, self.images, self.text, self.inside = [], [], "", ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.inside = tag
        self.images += [dict(attributes)] if tag == "img" else []
        handlers = [text for name, text in attributes if name.startswith("on") and "alert" in text]
        assert not handlers, f"{tag} runs a script: {handlers}"

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside == "script":
            self.scripts.append(data)
        else:
            self.text += data


# The columns that may hold any words
FREE_TEXT = {
    "claims": ["subject_en", "note"],
    "relations": ["says", "reading"],
    "sections": ["title_en"],
    "units": ["name_en", "meaning_en"],
}


def test_markup_in_the_data_never_becomes_markup_in_a_page(unbuilt):
    """In every free text of data/: in sentences, tables, charts, heads, in the descriptor."""
    for name, columns in FREE_TEXT.items():
        path = unbuilt.folder / f"data/{name}.csv"
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        table.loc[:, columns] = SCRIPT
        table.to_csv(path, lineterminator="\n", index=False)
    path = unbuilt.folder / "data/datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    for entry in (package, *package["resources"]):
        entry |= {"title": SCRIPT, "description": SCRIPT}
    path.write_text(json.dumps(package), encoding="utf-8")
    run = unbuilt.build()
    assert run.returncode == 0, run.stdout + run.stderr
    # In prose, charts and tables quotes are curled, and sentences have another dash
    in_prose = curled(SCRIPT.partition("&")[0])
    for file, text, times in (
        ("chapters/first.html", in_prose, 5),
        ("chapters/first.html", curled(SCRIPT), 1),
        ("data/index.html", SCRIPT, 10),
    ):
        html = (unbuilt.folder / "_build/html" / file).read_text(encoding="utf-8")
        page = Elements(html)
        assert page.text.count(text) >= times, "the text itself is to be read"
        assert not [image for image in page.images if image.get("src") == "x"]
        assert not [script for script in page.scripts if 'alert("x")' in script], file
        inside = Elements(html.partition("<main")[2].partition("</main>")[0])
        assert not inside.scripts, file
