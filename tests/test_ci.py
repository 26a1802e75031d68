"""What CI runs stops at the first step that fails, and may do no more than it needs."""

import os
import subprocess

import pytest
import yaml

from reportbook.data.datapackage import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
STEPS = ["apt-get update", "apt-get install", "make test-environment", "pip download"]
STEPS += [".ci/nine/build", ".ci/offline make book", ".ci/offline make test", ".ci/reproduce"]


@pytest.fixture
def stage(tmp_path):
    """Runs `.ci/run` with stand-ins that note their calls, of which one may fail."""

    def run(failing=""):
        (tmp_path / ".ci/nine").mkdir(parents=True)
        (tmp_path / ".venv/bin").mkdir(parents=True)
        (tmp_path / "bin").mkdir()
        (tmp_path / ".ci/run").write_bytes((ROOT / ".ci/run").read_bytes())
        (tmp_path / "_build/html").mkdir(parents=True)
        for name in ("index.html", "book.pdf"):
            (tmp_path / "_build/html" / name).write_text("x")
        fault = f'case "$name $*" in *"{failing or "no step"}"*) exit 1;; esac'
        note = f'echo "$name $*" >> {tmp_path}/calls\n{fault}'
        for path in (
            *("bin/apt-get", "bin/make", "bin/sudo", "bin/tar", ".venv/bin/python"),
            *(".ci/nine/build", ".ci/offline", ".ci/reproduce"),
        ):
            name = path if path.startswith(".ci") else path.rpartition("/")[2]
            text = f"#!/bin/bash\nname={name}\n{note}\n"
            if path == "bin/sudo":
                text = '#!/bin/bash\n"$@"\n'
            (tmp_path / path).write_text(text)
            (tmp_path / path).chmod(0o755)
        for tool in ("bash", "dirname", "id", "mkdir", "test", "cat"):
            (tmp_path / "bin" / tool).symlink_to(f"/usr/bin/{tool}")
        run = subprocess.run(
            ["/bin/bash", str(tmp_path / ".ci/run")],
            env={"PATH": str(tmp_path / "bin"), "HOME": os.environ.get("HOME", "/")},
            capture_output=True,
            text=True,
            check=False,
        )
        return run.returncode, (tmp_path / "calls").read_text()

    return run


def test_all_steps_are_taken(stage):
    status, calls = stage()
    assert status == 0
    places = [calls.find(step) for step in STEPS]
    assert -1 not in places and places == sorted(places), calls


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_fails_is_the_last(stage, step):
    status, calls = stage(step)
    assert status != 0
    assert step in calls.splitlines()[-1], f"it went on after {step}:\n{calls}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_only_read_but_for_the_job_that_publishes(path):
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        wanted = {"pages": "write", "id-token": "write"} if name == "publish" else None
        assert job.get("permissions") == wanted, name
        assert job["timeout-minutes"] <= 90
        for step in job["steps"]:
            if "actions/checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False
