"""A copy of the book reads its own data, or says what to do; on every system in the same bytes."""

import os
import shutil
import subprocess
from pathlib import Path

import builds
import pytest

import heshu
from reportbook.data.datapackage import ROOT

CODE = "from reportbook.data import claims, datapackage as d; print(d.ROOT, len(claims.load()))"
HESHU = Path(heshu.__file__).parents[1]


def loaded(folder, packages, code=CODE):
    """Load the data in a folder, with the packages of another; returns the finished process."""
    variables = {"PYTHONPATH": os.pathsep.join(map(str, [packages, HESHU]))}
    return builds.run(folder, ["python", "-c", code], variables)


def told(run):
    """The one problem that loading ended with."""
    assert run.returncode == 1 and not run.stdout
    head, line = run.stderr.splitlines()[-2:]
    assert head.endswith("DataError: the data can't be used:") and "Remedy: " in line
    return line


@pytest.mark.parametrize("inside", [".", "chapters"])
def test_the_environment_of_one_copy_does_not_serve_another(project, inside):
    line = told(loaded(project.folder / inside, ROOT / "src"))
    assert line.startswith(f"- {project.folder}/data: ") and str(ROOT) in line
    assert "`make book`" in line and "`pip install -r requirements.txt`" in line


def test_a_copy_with_an_environment_of_its_own_reads_its_own_data(project):
    project.edit("data/units.csv", ",yuan,", ",renminbi,")
    code = f"{CODE}; print(d.load('units')['name_en'].isin(['renminbi']).sum())"
    moved = project.folder.rename(project.folder.with_name("moved, 'renamed'"))
    linked = moved.with_name("linked")
    linked.symlink_to(moved)
    for folder in (moved, moved / "chapters", linked, moved.parent):
        run = loaded(folder, moved / "src", code)
        assert run.returncode == 0 and run.stdout.startswith(str(moved)), run.stderr
        assert run.stdout.endswith("\n1\n")
    assert loaded(moved, linked / "src", code).returncode == 0


def test_another_project_may_have_a_data_package(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/datapackage.json").write_text("{}")
    assert loaded(tmp_path, ROOT / "src").returncode == 0


def test_a_package_without_the_book_says_what_is_missing(tmp_path):
    """As from a wheel, which holds the code alone."""
    packages = tmp_path / "lib/python3/site-packages"
    shutil.copytree(ROOT / "src/reportbook", packages / "reportbook")
    line = told(loaded(tmp_path, packages))
    assert line.startswith("- data/datapackage.json: isn't there") and "without the book" in line
    assert "clone" in line and "`make book`" in line and "restore" not in line


def test_every_system_checks_out_the_same_bytes(project):
    """With Git as it is set up for Windows."""
    shutil.copy(ROOT / ".gitattributes", project.folder)

    def git(*arguments):
        identity = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        run = subprocess.run(["git", *identity, *arguments], capture_output=True, text=True)
        assert run.returncode == 0, run.stderr

    git("-C", str(project.folder), "init", "--quiet")
    git("-C", str(project.folder), "add", "--all")
    git("-C", str(project.folder), "commit", "--quiet", "--message", "All")
    clone = project.folder.with_name("clone")
    git("clone", "--quiet", "-c", "core.autocrlf=true", str(project.folder), str(clone))
    tables = sorted((clone / "data").glob("*.csv"))
    assert tables
    for path in [*tables, clone / "chapters/outputs.lock", *(clone / "chapters").glob("*.ipynb")]:
        original = project.folder / path.relative_to(clone)
        assert b"\r" not in path.read_bytes() and path.read_bytes() == original.read_bytes()
    run = loaded(clone, clone / "src")
    assert run.returncode == 0, run.stderr
