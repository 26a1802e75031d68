"""Run the chapters in place and store their outputs: `python -m reportbook.execute [CHAPTER …]`."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from reportbook import claims, datapackage

CHAPTERS = datapackage.ROOT / "chapters"


def run(path: Path) -> None:
    """Execute one notebook top to bottom in a kernel of its own and store what it shows.

    Nothing that changes from run to run is stored (no times, no Python version). Raises
    nbclient's CellExecutionError, which names the cell, and then leaves the file as it was.
    """
    notebook = nbformat.read(path, as_version=4)
    kept = {"language_info": {"name": "python"}, "kernelspec": notebook.metadata.kernelspec}
    NotebookClient(
        notebook,
        timeout=120,
        record_timing=False,
        shutdown_kernel="immediate",
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    # A picture that can't be drawn is an error in the output, though the cell itself succeeds.
    for number, cell in enumerate(notebook.cells, start=1):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                raise RuntimeError(f"cell {number}: {output.ename}: {output.evalue}")
    notebook.metadata = nbformat.from_dict(kept)
    partial = path.with_suffix(".part")
    nbformat.write(notebook, partial)
    partial.replace(path)


def main(paths: list[str]) -> int:
    claims.load()
    chapters = [Path(path) for path in paths] or sorted(CHAPTERS.glob("*.ipynb"))
    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = [(chapter, pool.submit(run, chapter)) for chapter in chapters]
    for chapter, result in runs:
        if error := result.exception():
            failed += 1
            print(f"{chapter.name} failed and was left as it was:\n{error}", file=sys.stderr)
        else:
            print(f"{chapter.name} executed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
