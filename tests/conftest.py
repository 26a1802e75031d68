"""What the tests share: the chapters, and copies of the project to damage."""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import builds
import pytest
import small as small_book
from hypothesis import Phase, settings

from reportbook import book
from reportbook.data import datapackage
from reportbook.data.datapackage import ROOT

# Drawn anew on every run, the examples would make a red build that nobody can repeat.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")
# A mutant is caught by any counterexample; to look for a simpler one takes the most time.
settings.register_profile(
    "mutants", settings.get_profile("repeatable"), phases=[Phase.explicit, Phase.generate]
)

NOTEBOOKS = sorted((ROOT / "chapters").glob("*.ipynb"))
PAGES = [*NOTEBOOKS, *sorted((ROOT / "chapters").glob("*.md"))]
STRICT = ["--warningiserror", "--nitpick", "--keep-going"]
# As `make book` makes it, of a copy too, which has no commit
EDITIONS = {"LANGUAGES": "en zh", "DRAFT": "1", "SOURCE_DATE_EPOCH": book.issued()}
# What a test may change of the small book
RESTORED = ("src", "data", "chapters", "_build/html", "_build/.doctrees")
PARTS = [
    "_config.yml",
    "_toc.yml",
    "CITATION.cff",
    "requirements.txt",
    "requirements.lock",
    "chapters",
    "data",
    "locale",
    "src",
    "heshu/src",
]


def pytest_collection_modifyitems(items):
    """What takes long comes first, so that no worker is left with it at the end.

    Who wants the whole book comes after those that build one of their own, while it is built. The
    first file builds the English one and the second the Chinese one, so that no worker waits.
    """
    first = ["test_pdf.py", "test_editions.py", "test_browser.py"]
    own, whole = {"project", "unbuilt", "small", "both"}, {"built", "chinese"}

    def place(item):
        file = item.path.name
        fixtures = set(getattr(item, "fixturenames", ()))
        builds = 1 if whole & fixtures else 0 if own & fixtures else 2
        quick = builds == 2 and item.path.suffix != ".ipynb"
        return first.index(file) if file in first else len(first), builds, quick

    items.sort(key=place)


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    """Each chapter's notebook, as its JSON."""
    return json.loads(request.param.read_text(encoding="utf-8")) | {"name": request.param.stem}


def kept(misfits):
    """What frictionless finds of a table, kept by all that it is given.

    Of all tables, which it takes a fifth of a second to look at, a test damages one or two.
    """
    found = {}

    def again(entry):
        given = json.dumps([entry, datapackage._table(entry["name"])])
        if given not in found:
            found[given] = misfits(entry)
        return list(found[given])

    return again


MISFITS = kept(datapackage._misfits)


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A copy of data/ that the package reads instead, and nothing remembered of the real one."""
    shutil.copytree(datapackage.DATA, tmp_path / "data")
    monkeypatch.setattr(datapackage, "DATA", tmp_path / "data")
    monkeypatch.setattr(datapackage, "_misfits", MISFITS)
    datapackage.forget()
    yield tmp_path / "data"
    datapackage.forget()


@pytest.fixture(scope="session")
def small_ran(tmp_path_factory):
    """The folder of the small book with its outputs stored: run once for all workers."""
    folder = shared(tmp_path_factory, "small")
    with alone(folder):
        if not folder.exists():
            project = copied(folder.with_name(f"{folder.name}-part"), chapters=False)
            small_book.write(project.folder)
            run = project.run("python", "-m", "reportbook.running")
            assert run.returncode == 0, run.stderr
            project.folder.rename(folder)
    return folder


@pytest.fixture
def unbuilt(small_ran, tmp_path):
    """A copy of the small book, its chapters run and nothing built."""
    shutil.copytree(small_ran, tmp_path / "project")
    return Project(tmp_path / "project")


@pytest.fixture(scope="session")
def small_built(small_ran, tmp_path_factory):
    """A copy of the small book for each worker, built once, and what it then consists of."""
    folder = tmp_path_factory.mktemp("book") / "small"
    shutil.copytree(small_ran, folder)
    project = Project(folder)
    run = project.build(*STRICT)
    assert run.returncode == 0, run.stdout + run.stderr
    project.pristine = folder.with_name("pristine")  # inside, its files would be a setting
    for part in RESTORED:
        shutil.copytree(folder / part, project.pristine / part)
    return project


@pytest.fixture
def small(small_built):
    """The small book, built; what a test changes of it is undone, to the moment."""
    yield small_built
    for part in RESTORED:
        shutil.rmtree(small_built.folder / part)
        shutil.copytree(small_built.pristine / part, small_built.folder / part)


@pytest.fixture
def project(tmp_path):
    """A copy of the project, and how to run Python on it: its own package, its own data."""
    return copied(tmp_path / "project")


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The whole book, in both languages and with its PDFs, which no test may change.

    It is that of `make book` where that was made of these very files, else one that is built of a
    copy of them: once for all workers, whatever translation is missing. `html` is its folder, and
    `pages` are its English chapters as text.
    """
    stands = book.languages() == [*book.LANGUAGES] and book.stands(["html", "pdf"])
    project = Project(ROOT if stands else shared(tmp_path_factory, "whole"))
    with alone(shared(tmp_path_factory, "whole")):
        if not project.folder.exists():
            part = copied(project.folder.with_name(f"{project.folder.name}-part"))
            run = part.run("python", "-m", "reportbook.book", **EDITIONS)
            assert run.returncode == 0, run.stdout + run.stderr
            part.folder.rename(project.folder)
    project.html = project.folder / "_build/html"
    project.pages = {
        path.stem: path.read_text(encoding="utf-8")
        for path in (project.html / "chapters").glob("*.html")
    }
    return project


@pytest.fixture(scope="session")
def chinese(built):
    """The pages of the whole book in Chinese."""
    return built.html / "zh"


@pytest.fixture(scope="session")
def both(small_ran, tmp_path_factory):
    """The pages of the small book in both languages, in Chinese as a draft: for all workers."""
    folder = shared(tmp_path_factory, "both")
    with alone(folder):
        if not folder.exists():
            part = folder.with_name(f"{folder.name}-part")
            shutil.copytree(small_ran, part)
            which = {"LANGUAGES": "en zh", "DRAFT": "1"}
            run = Project(part).run("python", "-m", "reportbook.book", "html", **which)
            assert run.returncode == 0, run.stdout + run.stderr
            part.rename(folder)
    return folder / "_build/html"


def shared(tmp_path_factory, name):
    """A place that is the same for all workers of this run, and another in each run."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"{name}-{run}"


@contextmanager
def alone(folder):
    """Holds up the other workers that want this folder."""
    with open(f"{folder}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def copied(folder, chapters=True):
    """A copy of the project; without chapters, for a small book to be written into it."""
    for part in PARTS:
        source = ROOT / part
        if part == "locale" and not chapters:
            continue  # a small book has other messages
        if part == "chapters" and not chapters:
            (folder / part).mkdir(parents=True)
            for name in ("references.md", "references.bib"):
                shutil.copy(source / name, folder / part)
            continue
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            leave = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
            shutil.copytree(source, folder / part, ignore=leave)
        else:
            shutil.copy(source, folder / part)
    (folder / ".github").mkdir()
    shutil.copy(ROOT / ".github/picture.svg", folder / ".github")
    return Project(folder)


class Project:
    """A copy of the project in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def variables(self):
        """What makes a program use the copy's own packages."""
        path = os.pathsep.join(str(self.folder / part) for part in ("src", "heshu/src"))
        return {"PYTHONPATH": path, "NO_COLOR": "1", "CI": "", "LANGUAGES": "en"}

    def run(self, program, *arguments, **variables):
        """Run a program of this environment on the copy; returns the finished process."""
        if program == "python":
            return builds.run(self.folder, [program, *arguments], self.variables | variables)
        return subprocess.run(
            [str(Path(sys.executable).with_name(program)), *arguments],
            cwd=self.folder,
            env=os.environ | self.variables | variables,
            capture_output=True,
            text=True,
            check=False,
        )

    def build(self, *arguments, **variables):
        """Build the copy by `jupyter-book build .`; returns the finished process."""
        command = ["jupyter-book", "build", ".", *arguments]
        return builds.run(self.folder, command, self.variables | variables)

    def state(self, folder):
        """Every file below a folder with its content's hash and the moment of its writing."""
        return {
            path.relative_to(self.folder).as_posix(): (
                hashlib.sha256(path.read_bytes()).hexdigest(),
                path.stat().st_mtime_ns,
            )
            for path in sorted((self.folder / folder).rglob("*"))
            if path.is_file()
        }

    def edit(self, file, old, new):
        """Replace the one occurrence of a text in a file."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        found = f"{file} holds {old!r} {text.count(old)} times"
        assert text.count(old) == 1, f"{found}: if it was changed, change this test too"
        path.write_text(text.replace(old, new), encoding="utf-8")
