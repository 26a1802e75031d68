"""The package as a user gets it: its wheel, alone in a fresh environment."""

import csv
import io
import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
TEXT = "登记企业由200家增加到300家，增长80%。\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Runs the installed command in a folder of its own; returns the finished process."""
    folder = tmp_path_factory.mktemp("installed")
    # Its build backend alone, which needs no network
    build = [sys.executable, "-m", "flit_core.wheel", "--outdir", folder, PROJECT]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", symlinks=True)
    (packages,) = (folder / "env").glob("lib/python*/site-packages")
    with zipfile.ZipFile(wheel) as content:
        content.extractall(packages)
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "text.txt").write_text(TEXT, encoding="utf-8")

    def run(*arguments):
        return subprocess.run(
            [folder / "env" / "bin" / "python", "-I", *arguments],
            cwd=folder / "elsewhere",
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    run.packages, run.elsewhere = packages, folder / "elsewhere"
    return run


def test_the_wheel_holds_types_words_and_licence(installed):
    files = {str(path.relative_to(installed.packages)) for path in installed.packages.rglob("*")}
    source = PROJECT / "src"
    for path in source.rglob("*"):
        if path.suffix in (".py", ".csv", ".json", ".md", ".css", ".typed"):
            assert str(path.relative_to(source)) in files
    assert "heshu/py.typed" in files and any(name.endswith("licenses/LICENSE") for name in files)


def test_the_command_is_installed_and_needs_nothing_else(installed):
    about = (
        "from importlib.metadata import distribution as d; p = d('heshu'); "
        "print(p.requires, [e.load().__module__ for e in p.entry_points if e.name == 'heshu'])"
    )
    assert installed("-c", about).stdout == "None ['heshu.__main__']\n"


def test_every_form_of_the_check_runs_from_another_folder(installed):
    plain = installed("-m", "heshu", "check", "text.txt")
    assert (plain.returncode, plain.stderr) == (1, "") and "矛盾" in plain.stdout
    as_json = installed("-m", "heshu", "check", "text.txt", "--json")
    assert as_json.returncode == 1
    assert json.loads(as_json.stdout)["relations"][0]["verdict"] == "inconsistent"
    draft = installed("-m", "heshu", "check", "text.txt", "--draft")
    assert (draft.returncode, draft.stderr) == (0, "")
    assert len(list(csv.DictReader(io.StringIO(draft.stdout)))) == 3
    (installed.elsewhere / "claims.csv").write_text(draft.stdout, encoding="utf-8")
    claims = installed("-m", "heshu", "check", "text.txt", "--claims", "claims.csv", "--lang", "en")
    assert (claims.returncode, claims.stderr) == (1, "")
    assert "0 figures uncovered, 0 claims not borne out, 1 relations inconsistent" in claims.stdout
