"""The hook of pre-commit and the action of GitHub, as they stand at the repository's root."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOOK, ACTION = ROOT / ".pre-commit-hooks.yaml", ROOT / "action.yml"
WRONG = "企业由200家增加到300家，增长80%。\n"

pytestmark = pytest.mark.skipif(not HOOK.exists(), reason="heshu stands alone, without its root")


def run(command, folder, **environment):
    return subprocess.run(
        command,
        cwd=folder,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_hook_runs_from_anywhere_without_being_installed(tmp_path):
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    entry, *options = re.search(r"entry: (.*)", HOOK.read_text("utf-8"))[1].split()
    done = run([ROOT / entry, *options, "a.md"], tmp_path)
    assert (done.returncode, done.stderr) == (1, "") and "应为“增长50%”" in done.stdout
    pattern = re.search(r"files: (.*)", HOOK.read_text("utf-8"))[1]
    for name, fits in (("a.md", 1), ("a.docx", 1), ("b/a.htm", 1), ("a.pdf", 0), ("mdx", 0)):
        assert bool(re.search(pattern, name)) == bool(fits)


@pytest.mark.parametrize("link", [True, False])
def test_without_python_3_11_it_says_so(link, tmp_path):
    """A python3 that is older, and none at all."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname"):
        (tools / name).symlink_to(f"/bin/{name}" if name == "sh" else "/usr/bin/dirname")
    if link:
        (tools / "python3").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        (tools / "python3").chmod(0o755)
    done = run([ROOT / "heshu" / "run", "check", "a.txt"], tmp_path, PATH=str(tools))
    assert done.returncode == 2 and "needs Python 3.11" in done.stderr


@pytest.mark.parametrize(
    "files, strict, status",
    [("a b.txt\n\n", "false", 1), ("c.txt", "false", 0), ("c.txt", "true", 1), (".", "", 1)],
)
def test_the_action_annotates_the_files_that_it_is_given(files, strict, status, tmp_path):
    (tmp_path / "a b.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "c.txt").write_text("企业由300家增加到467家，增长55%。\n", encoding="utf-8")
    action = ACTION.read_text(encoding="utf-8")
    script = re.sub(r"^ {8}", "", re.search(r"run: \|\n((?: {8}.*\n)+)", action)[1], flags=re.M)
    given = {"GITHUB_ACTION_PATH": str(ROOT), "FILES": files, "STRICT": strict, "SPOKEN": "en"}
    # As GitHub runs it
    done = run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], tmp_path, **given
    )
    assert (done.returncode, done.stderr) == (status, "")
    assert ("::error file=" in done.stdout) == bool(status)
    assert ("::warning file=c.txt" in done.stdout) == (strict != "true" and "a b" not in files)


def test_no_input_is_put_into_the_script_of_the_action():
    action = ACTION.read_text(encoding="utf-8")
    assert "${{" not in action[action.index("run: |") :]
