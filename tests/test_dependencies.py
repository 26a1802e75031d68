"""Every dependency is used, pinned, locked with its hashes, and free to use."""

import re
import tomllib

import pytest
from licences import LOCKS, licences

from reportbook.data.datapackage import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"] | {"book": PROJECT["project"]["dependencies"]}
# What is locked whole, in which file
HELD = {
    "requirements.lock": ["book", "install"],
    "requirements-test.lock": ["book", "install", "test"],
    "requirements-lab.lock": ["lab", "install"],
    "requirements-install.lock": ["install"],
    "requirements-fonts.lock": ["fonts"],
}
# What is run and not imported, and where
RUN = {
    "pytest-xdist": ("Makefile", "--numprocesses"),
    "ruff": ("Makefile", "ruff check"),
    "mypy": ("Makefile", "/mypy"),
    "import-linter": ("Makefile", "/lint-imports"),
    "deptry": ("Makefile", "/deptry"),
    "mutmut": ("Makefile", "mutate_code.py"),
    "dask": ("heshu/README.md", "import dask.bag"),
    "distributed": ("heshu/README.md", "from dask.distributed import"),
    "uv": (".ci/environment", "bin/uv"),
    "flit-core": ("pyproject.toml", "flit_core"),
    "jupyterlab": ("Makefile", "jupyter lab chapters"),
}
# Licences under which all that we do with a dependency is allowed
FREE = re.compile(
    r"Apache|BSD|MIT|ISC|MPL|Mozilla|PSF|Python Software Foundation|Public Domain|Artistic"
)


def pinned(group):
    """The distributions that a group pins, with their versions; our own have none."""
    stated = [entry.partition("==") for entry in GROUPS[group] if entry != "heshu"]
    assert all(version for _, _, version in stated), f"pin all of {group}"
    return {name: version for name, _, version in stated}


def test_what_the_tests_require_is_imported_or_run():
    for name, (file, use) in RUN.items():
        assert use in (ROOT / file).read_text(encoding="utf-8"), f"{name} isn't run in {file}"
    tests = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "heshu/tests").rglob("*.py")]
    code = "".join(path.read_text(encoding="utf-8") for path in tests)
    modules = {"pyyaml": "yaml", "axe-playwright-python": "axe_playwright_python"}
    required = {*pinned("test"), *pinned("lab"), *pinned("install")} - set(RUN)
    unused = [
        name
        for name in required
        if not re.search(rf"^ *(import|from) {modules.get(name, name)}\b", code, re.MULTILINE)
    ]
    assert not unused, f"take these out: {unused}"


def test_every_lock_is_known_here():
    files = {path.name for path in ROOT.glob("requirements*.lock")}
    assert files == set(HELD) and set(LOCKS) <= files


@pytest.mark.parametrize("lock", [*HELD, ".ci/vnu.txt", ".ci/faces.txt"])
def test_every_dependency_is_locked_with_its_hashes(lock):
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip())
    assert entries and all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("lock", HELD)
def test_the_lock_holds_what_is_pinned(lock):
    locked = f"\n{(ROOT / lock).read_text()}"
    stale = [
        name
        for group in HELD[lock]
        for name, version in pinned(group).items()
        if f"\n{name}=={version} " not in locked
    ]
    assert not stale, f"`make lock` for {stale}"


def test_nothing_is_installed_without_its_hash():
    """By Makefile and .ci: of pip and uv all but the two packages themselves."""
    scripts = [ROOT / "Makefile", *(path for path in (ROOT / ".ci").iterdir() if path.is_file())]
    installs = []
    for file in scripts:
        text = re.sub(r"\\\n", " ", file.read_text(encoding="utf-8"))
        # `uv` stands for what it is set to
        alias = re.search(r"^uv=\((.*)\)$", text, re.MULTILINE)
        text = text.replace(alias[0], "").replace('"${uv[@]}"', alias[1]) if alias else text
        found = re.findall(r"^.*\bpip (?:install|download) .*$", text, re.MULTILINE)
        installs += [(file.name, line.strip()) for line in found]
    assert len(installs) >= 4, "nothing is looked at"
    for name, line in installs:
        own = line.endswith("--no-deps --no-build-isolation -e ./heshu -e .")
        assert own or "--require-hashes" in line, f"{name}: {line}"


def test_every_action_of_a_workflow_is_pinned_by_its_commit():
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        used = re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))
        loose = [action for action in used if not re.fullmatch(r"\S+@[0-9a-f]{40}", action)]
        assert used and not loose, f"{path.name}: write the commit for the tag of {loose}"


def test_every_licence_is_known_and_free():
    unknown = {name: stated for name, (_, stated) in licences().items() if not FREE.search(stated)}
    assert not unknown, f"read these licences before they are used: {unknown}"
