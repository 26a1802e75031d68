"""Running chapters: outputs as a kernel gives them, and clear words where a chapter fails."""

import errno
import os

import nbformat
import pytest
from nbclient import NotebookClient

from reportbook.running import __main__ as running
from reportbook.running import shell
from reportbook.running.freshness import ChapterError


def notebook(*cells):
    """A small chapter of these code cells."""
    return nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in cells],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )


@pytest.fixture
def chapter(tmp_path):
    """Write a chapter of these cells; returns its path."""

    def write(*cells, name="overview"):
        path = tmp_path / f"{name}.ipynb"
        nbformat.write(notebook(*cells), path)
        return path

    return write


def run(*paths):
    """What is said of each chapter that runs, by its name."""
    return {path.stem: said for path, said in running.executed({p: shell.read(p) for p in paths})}


TELLING = """
import sys
from IPython.display import HTML, display
print("a", end=""); print("b")
print("c", file=sys.stderr)
display(HTML("<b>d</b>"), metadata={"e": 1})
print("f")
"""


def test_outputs_are_those_of_a_kernel(chapter):
    cells = [TELLING, "1 + 1", "'quiet';", "x = 3", "%%capture\nprint(1)", "None", "{'a': [x, _]}"]
    path = chapter(*cells)
    assert run(path) == {"overview": ""}
    wanted = notebook(*cells)
    NotebookClient(wanted, record_timing=False).execute()
    found = nbformat.read(path, as_version=4)
    for mine, kernels in zip(found.cells, wanted.cells, strict=True):
        assert mine.outputs == kernels.outputs, mine.source
        assert mine.execution_count == kernels.execution_count


def test_a_chapter_leaves_nothing_to_the_next(chapter, monkeypatch):
    monkeypatch.setattr(running.os, "cpu_count", lambda: 1)
    paths = [chapter("x = 1", name="a"), chapter("assert 'x' not in dir()", name="b")]
    assert run(*paths) == {"a": "", "b": ""}


@pytest.mark.parametrize(
    "cell, hint",
    [
        ("import os\nos._exit(1)", "ended its process"),
        ("while True:\n    pass", "more than 2 sec"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", "more than 2 sec"),
        (
            "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
            "more than",
        ),
        ("raise SystemExit", "SystemExit"),
        ("input()", "input"),
        ("assert 1 == 2, 'Twice as many'", "Twice as many"),
        ("x = (", "SyntaxError"),
        ("class A:\n    def _repr_html_(self): return 1 / 0\nA()", "ZeroDivisionError"),
    ],
)
def test_a_chapter_that_fails_is_named_with_its_cell_and_left_as_it_was(
    cell, hint, chapter, monkeypatch
):
    # A busy machine may take its time over those that come to an end
    monkeypatch.setattr(running, "TIMEOUT", 2 if "more than" in hint else 60)
    path, good = chapter("1", cell), chapter("2", name="services")
    before = path.read_bytes()
    said = run(path, good)
    assert hint in said["overview"] and cell in said["overview"]
    assert path.read_bytes() == before
    assert said["services"] == "" and b'"execution_count": 1' in good.read_bytes()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS], ids=os.strerror)
def test_a_chapter_that_can_not_be_written_is_left_as_it_was(code, chapter, monkeypatch):
    path = chapter("1")
    before = path.read_bytes()

    def refuse(partial, text, **_):
        partial.write_bytes(b"{")
        raise OSError(code, os.strerror(code), str(partial))

    monkeypatch.setattr(running.Path, "write_text", refuse)
    assert os.strerror(code) in run(path)["overview"]
    assert path.read_bytes() == before and list(path.parent.iterdir()) == [path]


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
    with pytest.raises(ChapterError) as caught:
        running._read(path)
    error = str(caught.value)
    assert error.startswith("chapters/overview.ipynb: ") and hint in error and "Remedy: " in error
    assert len(error) < 400 and "\n" not in error
