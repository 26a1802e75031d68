"""Which chapters' stored outputs are those of the inputs that are there now.

One small file, `chapters/outputs.lock`, says of every chapter what its outputs were computed from:
a hash of its inputs and a hash of the outputs themselves. A chapter is stale where either differs,
so that outputs which were stripped, edited or merged are no more trusted than old ones. The file
has a line a chapter; where branches are merged it may have two, and then the chapter is stale.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from reportbook.data.datapackage import ROOT

CHAPTERS = ROOT / "chapters"
LOCK = CHAPTERS / "outputs.lock"
HEAD = "# Chapter, hash of its inputs, hash of its outputs. `make execute` writes this file.\n"
REMEDY = "run `make execute`, look at what changed, and commit it"

# What every chapter's outputs depend on, beside its own code: files, and folders as a whole
INPUTS = (
    "data",
    "chapters/references.bib",
    "requirements.lock",
    "heshu/src/heshu",
    *(f"src/reportbook/{part}" for part in ("data", "charts")),
    # What of the faces charts are measured and drawn with
    *(f"src/reportbook/faces/{file}" for file in ("advances.json", "ReportSansSC.otf")),
    *(f"src/reportbook/faces/ReportSans-{style}.ttf" for style in ("Regular", "SemiBold")),
    *(
        f"src/reportbook/{part}.py"
        for part in (
            *("analysis", "drawing", "language", "lettering", "palette", "prose", "readings"),
            *("tables", "templates"),
        )
    ),
    "src/reportbook/running/shell.py",
)


class ChapterError(ValueError):
    """A chapter whose file can't be used, or whose run ended in no result, with the remedy."""


def chapters() -> list[Path]:
    """The notebooks of the book."""
    return sorted(CHAPTERS.glob("*.ipynb"))


def in_order() -> list[Path]:
    """The notebooks of the book in the order of its contents."""
    contents = (ROOT / "_toc.yml").read_text(encoding="utf-8")
    paths = [ROOT / f"{name}.ipynb" for name in re.findall(r"chapters/\w+", contents)]
    return [path for path in paths if path.exists()]


def stale() -> list[Path]:
    """The chapters whose stored outputs are not those of their inputs.

    Raises ChapterError for a notebook that can't be read.
    """
    recorded = _recorded()
    return [path for path in chapters() if recorded.get(path.stem) != {state(path)}]


def state(path: Path) -> str:
    """The hashes of a chapter's inputs and of its outputs as they are now, as the file has them.

    Raises ChapterError where the notebook can't be read.
    """
    own = code_cells(path)
    code = [_source(cell) for cell in own]
    if any("ledger.chapters(" in source for source in code):
        # It prints which chapters use a claim
        code += [_source(cell) for other in chapters() for cell in code_cells(other)]
    inputs = sha256(_shared_inputs().encode())
    inputs.update("\0".join(code).encode())
    outputs = [[cell.get("execution_count"), cell.get("outputs")] for cell in own]
    shown = sha256(json.dumps(outputs, sort_keys=True).encode())
    return f"{inputs.hexdigest()[:16]} {shown.hexdigest()[:16]}"


def code_cells(path: Path) -> list[dict[str, Any]]:
    """The code cells of a chapter. Raises ChapterError where its file is no notebook."""
    return [cell for cell in cells(path) if cell["cell_type"] == "code"]


def cells(path: Path) -> list[dict[str, Any]]:
    """All cells of a chapter. Raises ChapterError where its file is no notebook."""
    try:
        written = path.stat()
        found = _read(path, written.st_mtime_ns, written.st_size)["cells"]
        return [cell for cell in found if cell["cell_type"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ChapterError(
            f"chapters/{path.name} can't be read ({type(error).__name__}: {error}). "
            "Remedy: restore the file, or save it anew in JupyterLab."
        ) from error


@cache
def _read(path: Path, _written: int, _size: int) -> dict[str, Any]:
    """A notebook as it is written, which a build asks for again and again."""
    return json.loads(path.read_text(encoding="utf-8"))


def _source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


@cache
def _shared_inputs() -> str:
    """A hash of all INPUTS by name and content, the same in every checkout."""
    digest = sha256()
    for path in (path for name in INPUTS for path in sources(ROOT / name)):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def sources(place: Path) -> list[Path]:
    """A file, or the files below a folder but for what tools leave there: hidden, or compiled."""
    if place.is_file():
        return [place]
    return [
        path
        for path in sorted(place.rglob("*"))
        if path.is_file()
        and path.suffix not in (".pyc", ".part")
        and not any(part.startswith(".") for part in path.relative_to(place).parts)
    ]


def _recorded() -> dict[str, set[str]]:
    """What the file says of each chapter; two things, where branches were merged."""
    recorded: dict[str, set[str]] = {}
    if LOCK.exists():
        for line in LOCK.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                name, _, hashes = line.partition(" ")
                recorded.setdefault(name, set()).add(hashes)
    return recorded


def record(states: dict[str, str]) -> None:
    """Write down what chapters' outputs were computed from; what it says of others stays."""
    known = {name: next(iter(said)) for name, said in _recorded().items() if len(said) == 1}
    names = {path.stem for path in chapters()}
    lines = [f"{name} {told}\n" for name, told in sorted((known | states).items()) if name in names]
    partial = LOCK.with_suffix(".part")
    partial.write_text(HEAD + "".join(lines), encoding="utf-8")
    partial.replace(LOCK)


class Run:
    """A run of what is stale, as `make execute` does it, begun at once; nothing where all is fresh.

    Whoever begins one ends it: by `end`, which waits for it, or by `stop`.
    """

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None
        self.fault = ""
        try:
            due = stale()
        except ChapterError as error:
            self.fault = str(error)
            return
        names = ", ".join(path.name for path in due)
        if due and os.environ.get("CI", "").lower() in ("true", "1"):
            self.fault = f"stored outputs aren't those of their inputs: {names}. {REMEDY}."
        elif due:
            print(f"running the chapters that are stale: {names}", flush=True)
            command = [sys.executable, "-m", "reportbook.running"]
            self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    def end(self) -> None:
        """Wait until all outputs are those of their inputs.

        Raises ChapterError, with what the run said, where a chapter fails; and in CI, where
        nothing may be published that isn't committed, for any stale chapter.
        """
        if self.process:
            _, said = self.process.communicate()
            if self.process.returncode:
                self.fault = said.strip() or f"the run ended with {self.process.returncode}"
        if self.fault:
            raise ChapterError(self.fault)

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.communicate()
