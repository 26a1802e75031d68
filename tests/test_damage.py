"""Bad input of every kind: one clear error, no success, and the last good book stays."""

import errno
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from jupyter_client.provisioning import KernelProvisionerFactory

from reportbook import build, charts, tables
from reportbook.data import claims, datapackage
from reportbook.running import execute, kernels

SCRIPT = '</script><!--<script>alert("x")</script><img src=x onerror=alert(1)> & *x*'


def notebook(*cells):
    """A small chapter of these code cells."""
    return nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in cells],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )


NOTEBOOKS = {
    "cut off": ('{"cells": [', "JSON"),
    "empty": ("", "JSON"),
    "no notebook": ("[]", ""),
    "of format 3": ('{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": []}', "3"),
    "of format 5": ('{"nbformat": 5, "nbformat_minor": 0, "metadata": {}, "cells": []}', "5"),
    "without cells": ('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "cells"),
    "with a cell of no kind": (
        nbformat.writes(notebook("1")).replace('"code"', '"cod"'),
        "cod",
    ),
    "without a kernel": (nbformat.writes(nbformat.v4.new_notebook()), "kernelspec"),
    "in Latin-1": (nbformat.writes(notebook("1")).replace("Python 3", "é").encode("latin-1"), ""),
}


@pytest.mark.parametrize("damage", NOTEBOOKS)
def test_a_damaged_notebook_is_refused(damage, tmp_path):
    content, hint = NOTEBOOKS[damage]
    path = tmp_path / "overview.ipynb"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(execute.ChapterError) as caught:
        execute.read(path)
    error = str(caught.value)
    assert error.startswith("chapters/overview.ipynb: ") and hint in error and "Remedy: " in error
    assert len(error) < 400 and "\n" not in error


@pytest.mark.parametrize(
    "cell, hint",
    [("import os\nos._exit(1)", "ended its kernel"), ("while True:\n    pass", "more than 2 sec")],
    ids=["dies", "hangs"],
)
def test_a_chapter_that_dies_or_hangs_is_named_with_its_cell(cell, hint, tmp_path, monkeypatch):
    monkeypatch.setattr(execute, "TIMEOUT", 2)
    factory = KernelProvisionerFactory.instance()
    monkeypatch.setattr(factory, "default_provisioner_name", "warm")
    try:
        with pytest.raises(execute.ChapterError) as caught:
            execute.executed(notebook("1", cell), tmp_path)
    finally:
        kernels.Fork.end()
    assert hint in str(caught.value) and cell in str(caught.value)
    assert "Remedy: " in str(caught.value)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS], ids=os.strerror)
def test_a_chapter_that_can_not_be_written_is_left_as_it_was(code, tmp_path, monkeypatch, capsys):
    path = tmp_path / "overview.ipynb"
    nbformat.write(notebook("1"), path)
    before = path.read_bytes()

    def refuse(_, partial):
        partial.write_text("{")
        raise OSError(code, os.strerror(code), str(partial))

    monkeypatch.setattr(execute.nbformat, "write", refuse)
    monkeypatch.setattr(execute, "all_executed", lambda chapters: chapters.items())
    assert execute.main([str(path)]) == 1
    error = capsys.readouterr().err
    assert error.startswith("overview.ipynb failed and was left as it was:")
    assert os.strerror(code) in error and "Traceback" not in error
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


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
    for name in build.CONFIGURATION:
        shutil.copy(datapackage.ROOT / name, tmp_path)
    (tmp_path / file).unlink()
    if content is not None:
        raw = content if isinstance(content, bytes) else content.encode() + b"\n"
        (tmp_path / file).write_bytes(raw)
    monkeypatch.chdir(tmp_path)
    assert build.main(["."]) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"{file}: ") and hint in error and "Remedy: " in error


@pytest.mark.parametrize("folder", ["/proc/book", "_toc.yml/work"], ids=["no place", "a file"])
def test_a_folder_that_can_not_be_written_is_refused_before_the_build(folder, monkeypatch, capsys):
    monkeypatch.chdir(datapackage.ROOT)
    assert build.main([".", "--path-output", folder]) == 1
    (error,) = capsys.readouterr().err.splitlines()
    assert error.startswith(f"{folder}: ") and "Remedy: " in error


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


def test_markup_in_a_table_stays_text():
    frame = pd.DataFrame({SCRIPT: [SCRIPT]}, index=pd.Index([SCRIPT], name="Name"))
    page = Elements(tables.show(frame, SCRIPT, SCRIPT)._repr_mimebundle_()["text/html"])
    assert not page.scripts and not page.images
    assert page.text.count(SCRIPT) == 5


def test_markup_in_a_chart_stays_text():
    rows = pd.DataFrame({"name": [SCRIPT], "value": [1]})
    drawn = charts.alt.Chart(rows).mark_bar().encode(x="value:Q", y="name:N", tooltip="name")
    about = {"headline": SCRIPT[:60], "subtitle": SCRIPT, "description": SCRIPT, "note": SCRIPT}
    chart = charts.finish(drawn, claims=claims.load().head(1), **about)
    page = Elements(frames.figure(chart.to_dict()))
    assert not page.images and not page.scripts and SCRIPT in page.text


def test_chinese_in_a_chart_is_refused():
    rows = pd.DataFrame({"name": ["专利"], "value": [1]})
    drawn = charts.alt.Chart(rows).mark_bar().encode(x="value:Q", y="name:N")
    about = {"headline": "x", "subtitle": "x", "description": "x"}
    with pytest.raises(ValueError, match="say 专利 in English"):
        charts.finish(drawn, claims=claims.load().head(1), **about)._repr_mimebundle_()


# The columns that may hold any words, of the tables that this chapter reads
FREE_TEXT = {
    "claims": ["subject_en", "note"],
    "relations": ["says", "reading"],
    "sections": ["title_en"],
    "units": ["name_en", "meaning_en"],
}
CONTENTS = "format: jb-book\nroot: chapters/services\n"


class TestBuild:
    """What only a whole build shows; of one chapter, as each takes seconds."""

    def test_markup_in_the_data_never_becomes_markup_in_a_page(self, project):
        """In every free text of data/: glued, in tables, in charts, in heads, in the descriptor."""
        (project.folder / "_toc.yml").write_text(CONTENTS)
        for name, columns in FREE_TEXT.items():
            path = project.folder / f"data/{name}.csv"
            table = pd.read_csv(path, dtype=str, keep_default_na=False)
            table.loc[:, columns] = SCRIPT
            table.to_csv(path, lineterminator="\n", index=False)
        path = project.folder / "data/datapackage.json"
        package = json.loads(path.read_text(encoding="utf-8"))
        for entry in (package, *package["resources"]):
            entry |= {"title": SCRIPT, "description": SCRIPT}
        path.write_text(json.dumps(package), encoding="utf-8")
        run = project.build()
        assert run.returncode == 0, run.stdout + run.stderr
        for file, times in {"chapters/services.html": 20, "data/index.html": 10}.items():
            html = (project.folder / "_build/html" / file).read_text(encoding="utf-8")
            page = Elements(html)
            assert page.text.count(SCRIPT) >= times, "the text itself is to be read"
            assert not [image for image in page.images if image.get("src") == "x"]
            assert not [script for script in page.scripts if 'alert("x")' in script], file
            inside = Elements(html.partition("<main")[2].partition("</main>")[0])
            assert not inside.scripts, file

    def test_chapters_that_fail_are_named_and_leave_the_last_good_book(self, making):
        """One raises and one ends its kernel: both are told, each with its cell."""
        chapters = making.project.folder / "chapters"
        (making.project.folder / "_toc.yml").write_text(
            CONTENTS + "chapters:\n- file: chapters/other\n"
        )
        nbformat.write(notebook("import os\nos._exit(1)"), chapters / "services.ipynb")
        nbformat.write(notebook("article = 1", "assert article == 2"), chapters / "other.ipynb")
        status, error = making.ended(making.started())
        assert status != 0 and "chapters/services.ipynb: this cell ended its kernel" in error
        assert "os._exit(1)" in error
        assert "chapters/other.ipynb: " in error and "assert article == 2" in error

    def test_a_full_disk_leaves_the_last_good_book(self, making):
        """No file may grow beyond a limit, as on a disk with as much left."""
        limit = (100_000, 100_000)
        run = making.started(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))
        status, error = making.ended(run)
        assert status != 0 and "File too large" in error and "Traceback" not in error

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda n: n.name)
    def test_an_interrupted_build_leaves_the_last_good_book(self, making, number):
        run = making.started()
        marker = making.project.folder / "_build/work/_build/.charts"
        until = time.monotonic() + 60
        while not marker.exists() and run.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        assert marker.exists(), "the chapters weren't reached"
        os.killpg(run.pid, number)
        status, error = making.ended(run)
        assert status != 0 and "Traceback" not in error


class Making:
    """`make book` on a copy of the project, in which an earlier book stands."""

    def __init__(self, project):
        self.project = project
        folder = project.folder
        shutil.copy(datapackage.ROOT / "Makefile", folder)
        (folder / "_toc.yml").write_text(CONTENTS)
        self.good = folder / "_build/html/index.html"
        self.good.parent.mkdir(parents=True)
        self.good.write_text("the last good book")

    def started(self, **options):
        tools = f"BIN={Path(sys.executable).parent}"
        return subprocess.Popen(
            ["make", "book", tools, "--assume-old=.venv/ready"],
            cwd=self.project.folder,
            env=os.environ | {"PYTHONPATH": str(self.project.folder / "src"), "NO_COLOR": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            **options,
        )

    def ended(self, run):
        """Its status and all it said, once the last good book was seen to stand."""
        said, _ = run.communicate(timeout=120)
        assert self.good.read_text() == "the last good book"
        return run.returncode, said


@pytest.fixture
def making(project):
    return Making(project)
