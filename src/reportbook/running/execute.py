"""Run the chapters in place and store their outputs: `python -m reportbook.execute [CHAPTER …]`."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from copy import deepcopy
from pathlib import Path

import nbformat
from jupyter_client.provisioning import KernelProvisionerFactory
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from reportbook.charts.palette import PICTURES
from reportbook.data import datapackage
from reportbook.data.datapackage import DataError
from reportbook.running.kernels import Fork

CHAPTERS = datapackage.ROOT / "chapters"
# The README shows the stored picture of this figure
README_PICTURE = datapackage.ROOT / ".github" / "picture.png"
README_FIGURE = "fig-constant"
TIMEOUT = 120  # seconds; a cell takes a few at most


# In a notebook's metadata, what its stored outputs were computed from
MARK = "reportbook_inputs"


class ChapterError(ValueError):
    """A chapter whose file can't be used, or whose run ended in no result, with the remedy."""


def read(path: Path) -> NotebookNode:
    """The notebook of a chapter.

    Raises ChapterError where the file is missing, damaged, of another format than 4, or
    names no kernel.
    """
    try:
        notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
        if notebook.nbformat != 4:
            raise ValueError(f"nbformat {notebook.nbformat} instead of 4")
        nbformat.validate(notebook)
        if "kernelspec" not in notebook.metadata:
            raise ValueError("no kernelspec in its metadata")
    except (OSError, ValueError, AttributeError, KeyError, nbformat.ValidationError) as error:
        message = str(error).splitlines()[0]
        remedy = "restore the file, or save it anew in JupyterLab"
        raise ChapterError(f"chapters/{path.name}: {message[:200]}. Remedy: {remedy}.") from error
    return notebook


def executed(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """The notebook with the outputs of a run from top to bottom, in a kernel of its own.

    `folder` is where the kernel runs. Raises nbclient's CellExecutionError, which shows the
    cell, ChapterError where the kernel died or one cell took more than TIMEOUT seconds, or
    RuntimeError where a picture of a cell that succeeded can't be drawn.
    """
    notebook = deepcopy(notebook)
    client = NotebookClient(
        notebook,
        timeout=TIMEOUT,
        record_timing=False,
        shutdown_kernel="immediate",
        resources={"metadata": {"path": str(folder)}},
    )
    try:
        client.execute()
    except (DeadKernelError, CellTimeoutError) as error:
        cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
        fault, remedy = f"took more than {TIMEOUT} seconds", "look for what it waits for"
        if isinstance(error, DeadKernelError):
            fault, remedy = "ended its kernel", "look for what ends it, or takes all memory"
        cell = cells[client.code_cells_executed - 1]
        raise ChapterError(f"this cell {fault}:\n{cell}\nRemedy: {remedy}.") from error
    for number, cell in enumerate(notebook.cells, start=1):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                raise RuntimeError(f"cell {number}: {output.ename}: {output.evalue}")
    return notebook


def all_executed(
    chapters: dict[Path, NotebookNode],
) -> Iterator[tuple[Path, NotebookNode | Exception]]:
    """Every chapter executed, or its error: one more at a time than there are processors.

    The largest files begin, since they take longest. A kernel that starts or ends mostly waits.
    """
    if not chapters:
        return
    KernelProvisionerFactory.instance().default_provisioner_name = "warm"
    try:
        with ThreadPoolExecutor((os.cpu_count() or 1) + 1) as pool:
            runs = {
                pool.submit(executed, chapters[path], path.parent): path
                for path in sorted(chapters, key=lambda path: -path.stat().st_size)
            }
            for run in as_completed(runs):
                yield runs[run], run.exception() or run.result()
    finally:
        Fork.end()


def inputs() -> str:
    """A hash of all that the chapters' outputs depend on, the same in every checkout.

    By name and content it covers the data, the bibliography, the pinned requirements, the
    code of all chapters (the audit lists which of them use a claim), and the modules of the
    package that they import, directly or through others.
    """
    root = datapackage.ROOT
    codes = {path: _code(path) for path in sorted((root / "chapters").glob("*.ipynb"))}
    files = [
        *sorted(path for path in datapackage.DATA.iterdir() if path.is_file()),
        root / "chapters" / "references.bib",
        root / "requirements.txt",
        *_imported("\n".join(codes.values()), root / "src" / "reportbook"),
    ]
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for path, code in codes.items():
        digest.update(f"{path.name}\0{code}\0".encode())
    return digest.hexdigest()[:16]


def _code(path: Path) -> str:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def _imported(code: str, package: Path) -> list[Path]:
    """The modules of the package that code imports, and those that these import."""
    imports = re.compile(rf"^\s*from {package.name}\b(.*? import (?:\([^)]*\)|.*))", re.MULTILINE)
    found: set[Path] = {package / "__init__.py"}
    texts = [code]
    while texts:
        names = set(re.findall(r"\w+", " ".join(imports.findall(texts.pop()))))
        new = {package / f"{name}.py" for name in names} - found
        new = {path for path in new if path.is_file()}
        found |= new
        texts += [path.read_text(encoding="utf-8") for path in new]
    return sorted(found)


def are_proven(inputs: str) -> bool:
    """Whether a chapter was executed from these inputs, whose data were found sound before."""
    mark = f'"{MARK}": "{inputs}"'
    return any(mark in path.read_text(encoding="utf-8") for path in CHAPTERS.glob("*.ipynb"))


def is_current(notebook: NotebookNode, inputs: str) -> bool:
    """Whether a notebook's stored outputs, all there, were computed from these inputs."""
    run = all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code")
    return run and notebook.metadata.get(MARK) == inputs


def store(path: Path, notebook: NotebookNode, inputs: str) -> None:
    """Write a chapter at once, with the hash of its inputs, without what changes by machine."""
    notebook.metadata = nbformat.from_dict(
        {
            MARK: inputs,
            "kernelspec": notebook.metadata.kernelspec,
            "language_info": {"name": "python"},
        }
    )
    partial = path.with_suffix(".part")
    try:
        nbformat.write(notebook, partial)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def stored_picture(notebook: NotebookNode, name: str) -> bytes | None:
    """The PNG that a notebook stores for the figure of that name, if it has the figure."""
    for cell in notebook.cells:
        if cell.metadata.get("mystnb", {}).get("figure", {}).get("name") == name:
            return base64.b64decode(cell.outputs[0].data["image/png"])
    return None


def main(paths: list[str]) -> int:
    from reportbook.data import ledger  # a second to import, and a build can do without

    os.environ[PICTURES] = "on"

    try:
        ledger.judged()
        files = [Path(path) for path in paths] or sorted(CHAPTERS.glob("*.ipynb"))
        chapters = {path: read(path) for path in files}
        current = inputs()
    except (DataError, ChapterError) as error:
        print(error, file=sys.stderr)
        return 1
    failed = 0
    for path, result in all_executed(chapters):
        if not isinstance(result, Exception):
            try:
                store(path, result, current)
                if picture := stored_picture(result, README_FIGURE):
                    README_PICTURE.write_bytes(picture)
            except OSError as error:
                result = error
        if isinstance(result, Exception):
            failed += 1
            print(f"{path.name} failed and was left as it was:\n{result}", file=sys.stderr)
        else:
            print(f"{path.name} executed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
