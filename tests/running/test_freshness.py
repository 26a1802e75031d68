"""Which outputs are stale: never a stale number, and never a chapter run in vain."""

import json
import shutil
import subprocess

import pytest

from reportbook.running import freshness

DATUM = "26.13亿元,2613000000", "26.14亿元,2614000000"
TOLD = "2,612.5 to 2,613.5", "2,613.5 to 2,614.5"


@pytest.fixture
def elsewhere(project, monkeypatch):
    """The freshness of a copy of the project, asked in this process."""
    monkeypatch.setattr(freshness, "ROOT", project.folder)
    monkeypatch.setattr(freshness, "CHAPTERS", project.folder / "chapters")
    monkeypatch.setattr(freshness, "LOCK", project.folder / "chapters/outputs.lock")
    freshness._shared_inputs.cache_clear()
    yield project
    freshness._shared_inputs.cache_clear()


def stale(project):
    freshness._shared_inputs.cache_clear()
    return {path.stem for path in freshness.stale()}


def test_the_committed_outputs_come_from_the_committed_inputs():
    """Else the first build of a clone runs chapters: `make execute` stores them anew."""
    assert not freshness.stale(), freshness.REMEDY


@pytest.mark.parametrize(
    "file",
    [
        "data/units.csv",
        "chapters/references.bib",
        "requirements.lock",
        "src/reportbook/tables.py",
        "src/reportbook/charts/forms.py",
        "heshu/src/heshu/words.py",
    ],
)
def test_what_outputs_depend_on_makes_all_of_them_stale(elsewhere, file):
    assert not stale(elsewhere)
    with (elsewhere.folder / file).open("a") as handle:
        handle.write("\n")
    assert stale(elsewhere) == {path.stem for path in freshness.chapters()}


@pytest.mark.parametrize("file", ["src/reportbook/site/pages.py", "src/reportbook/book.py"])
def test_what_only_the_build_uses_leaves_them_fresh(elsewhere, file):
    with (elsewhere.folder / file).open("a") as handle:
        handle.write("\n")
    elsewhere.edit("chapters/overview.ipynb", "# Overview: what", "# Overview: What")
    assert not stale(elsewhere)


def test_what_tools_leave_in_a_folder_is_no_input(elsewhere):
    for file in (".mypy_cache/x.db", "__pycache__/x.pyc", "vocabulary/.units.csv.swp"):
        path = elsewhere.folder / "heshu/src/heshu" / file
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert not stale(elsewhere)


def test_a_changed_chapter_is_stale_alone_but_for_those_that_list_them(elsewhere):
    """They print where each claim or outside figure is used."""
    listing = {
        path.stem
        for path in freshness.chapters()
        if any("ledger.chapters(" in "".join(cell["source"]) for cell in freshness.code_cells(path))
    }
    assert listing >= {"claims", "context"} and "services" not in listing
    elsewhere.edit("chapters/services.ipynb", "local / registered", "local /  registered")
    assert stale(elsewhere) == {"services", *listing}


@pytest.mark.parametrize("how", ["stripped", "edited", "merged", "unknown"])
def test_outputs_are_not_trusted_for_their_inputs_alone(elsewhere, how):
    path = elsewhere.folder / "chapters/claims.ipynb"
    if how == "stripped":
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            cell.update({"outputs": []} if cell["cell_type"] == "code" else {})
        path.write_text(json.dumps(notebook), encoding="utf-8")
    elif how == "edited":
        elsewhere.edit("chapters/claims.ipynb", f"{TOLD[0]}</td>", f"{TOLD[1]}</td>")
    else:
        lines = freshness.LOCK.read_text().splitlines(keepends=True)
        (line,) = [line for line in lines if line.startswith("claims ")]
        other = [line, line.replace(" ", " 0", 1)] if how == "merged" else []
        text = "".join(kept for kept in lines if kept != line) + "".join(other)
        freshness.LOCK.write_text(text)
    assert stale(elsewhere) == {"claims"}


def test_in_ci_a_stale_chapter_is_an_error_with_its_remedy(elsewhere, monkeypatch):
    monkeypatch.setenv("CI", "true")
    freshness.Run().end()
    elsewhere.edit("data/claims.csv", *DATUM)
    freshness._shared_inputs.cache_clear()
    with pytest.raises(freshness.ChapterError, match="run `make execute`"):
        freshness.Run().end()


def test_a_changed_figure_reaches_the_page_and_only_the_notebooks_that_print_it(unbuilt):
    """Plain Jupyter Book begins, and runs what is stale by itself."""
    before = unbuilt.state("chapters")
    unbuilt.edit("data/claims.csv", *DATUM)
    run = unbuilt.build()
    assert run.returncode == 0, run.stdout + run.stderr
    page = (unbuilt.folder / "_build/html/chapters/first.html").read_text(encoding="utf-8")
    assert TOLD[1] in page and TOLD[0] not in page
    assert ".pdf" not in page, "a website alone leads to no PDF"
    after = unbuilt.state("chapters")
    changed = {name for name in before if before[name][0] != after[name][0]}
    assert changed == {"chapters/first.ipynb", "chapters/outputs.lock"}
    again = unbuilt.build(CI="true")
    assert again.returncode == 0, again.stdout + again.stderr
    assert unbuilt.state("chapters") == after, "nothing is run or written again"


def test_branches_that_changed_different_figures_merge(unbuilt):
    shutil.copy(freshness.ROOT / ".gitattributes", unbuilt.folder)

    def git(*arguments):
        identity = ["-c", "user.name=a", "-c", "user.email=a@b"]
        command = ["git", *identity, *arguments]
        return subprocess.run(
            command, cwd=unbuilt.folder, capture_output=True, text=True, check=True
        )

    def commit(message):
        git("add", "chapters", "data", ".gitattributes")
        git("commit", "--message", message)

    def run_and_commit(message):
        run = unbuilt.run("python", "-m", "reportbook.running")
        assert run.returncode == 0, run.stderr
        commit(message)

    git("init", "--quiet", "--initial-branch", "main")
    commit("first, whose chapters have run")
    git("switch", "--quiet", "--create", "other")
    unbuilt.edit("data/claims.csv", "400多家,400", "500多家,500")
    run_and_commit("firms")
    git("switch", "--quiet", "main")
    unbuilt.edit("data/claims.csv", *DATUM)
    run_and_commit("pledges")
    git("merge", "--quiet", "--message", "merged", "other")
    run_and_commit("outputs of both")
    merged = {name: told for name, (told, _) in unbuilt.state("chapters").items()}
    run = unbuilt.run("python", "-m", "reportbook.running", "--all")
    again = {name: told for name, (told, _) in unbuilt.state("chapters").items()}
    assert run.returncode == 0 and again == merged, "as from a run of both"


def test_damaged_data_stop_the_build_before_any_chapter(unbuilt):
    before = unbuilt.state("chapters")
    unbuilt.edit("data/claims.csv", "1.39万件,13900", "1.39万件,13901")
    for run in (unbuilt.build(), unbuilt.run("python", "-m", "reportbook.book", "html")):
        assert run.returncode != 0
        assert "column value: “13901” contradicts “1.39万件”" in run.stdout + run.stderr
    assert "Traceback" not in run.stderr and len(run.stderr.splitlines()) == 3
    assert unbuilt.state("chapters") == before
    assert not (unbuilt.folder / "_build/html/index.html").exists()


def test_strict_nbval_catches_one_changed_figure_in_the_chapters_that_use_it(unbuilt):
    """Run apart by pytest-xdist, cells of one chapter stay together."""
    shutil.copy(freshness.ROOT / "conftest.py", unbuilt.folder)
    unbuilt.edit("data/claims.csv", *DATUM)
    chapters = [f"chapters/{name}.ipynb" for name in ("first", "second")]
    options = ["--nbval", "-p", "no:cacheprovider", "-q", "-n", "2"]
    run = unbuilt.run("pytest", *options, *chapters)
    failed = {
        line.split()[1].partition("::")[0]
        for line in run.stdout.splitlines()
        if line.startswith("FAILED")
    }
    assert run.returncode == 1 and failed == {"chapters/first.ipynb"}, run.stdout
