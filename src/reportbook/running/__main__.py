"""Run chapters and store their outputs in them: `python -m reportbook.running [--all] [CHAPTER …]`.

Runs the chapters that are stale, all with `--all`, or those named. They run at once, as many as
there are processors, in processes that share what all chapters import and read. A chapter that
fails is left as it was, and the others go on.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

import nbformat
from nbformat import NotebookNode

# What chapters import, and what the processes below share
from reportbook import charts, drawing, prose, tables  # noqa: F401
from reportbook.data import ledger
from reportbook.data.datapackage import ROOT, DataError
from reportbook.running import freshness, shell
from reportbook.running.freshness import ChapterError

TIMEOUT = 120.0  # seconds; a cell takes a few at most
# The README shows this figure
PICTURE, PICTURE_FILE = "fig-board", ROOT / ".github" / "picture.svg"

fork = multiprocessing.get_context("fork")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns 0 where every chapter that was to run did."""
    parser = argparse.ArgumentParser("python -m reportbook.running", description=__doc__)
    parser.add_argument("--all", action="store_true", help="run current chapters too")
    parser.add_argument("chapters", nargs="*", type=Path, metavar="CHAPTER")
    options = parser.parse_args(arguments)
    try:
        paths = options.chapters or (freshness.chapters() if options.all else freshness.stale())
        due = {path.resolve(): _read(path) for path in paths}
        ledger.judged()
    except (DataError, ChapterError) as error:
        print(error, file=sys.stderr)
        return 1
    failed = 0
    for path, fault in executed(due):
        if fault:
            failed += 1
            print(f"chapters/{path.name} was left as it was: {fault}", file=sys.stderr, flush=True)
        else:
            freshness.record({path.stem: freshness.state(path)})
            print(f"{path.name} executed", flush=True)
    if not due:
        print("The stored outputs of every chapter are those of its inputs.")
    return 1 if failed else 0


def _read(path: Path) -> NotebookNode:
    try:
        return shell.read(path)
    except (OSError, ValueError, AttributeError, KeyError, nbformat.ValidationError) as error:
        message = str(error).splitlines()[0][:200]
        remedy = "restore the file, or save it anew in JupyterLab"
        raise ChapterError(f"chapters/{path.name}: {message}. Remedy: {remedy}.") from error


@dataclass
class Worker:
    """A process that runs one chapter after the other, and what it is at."""

    process: BaseProcess
    pipe: Connection
    path: Path | None = None
    cell: str = ""
    since: float = field(default_factory=time.monotonic)


def executed(due: dict[Path, NotebookNode]) -> Iterator[tuple[Path, str]]:
    """Every chapter as it is done, with what went wrong, or "".

    The largest files begin, since they take longest. A process that hangs or dies is replaced.
    """
    waiting = sorted(due, key=lambda path: path.stat().st_size)
    workers: list[Worker] = []
    gc.freeze()  # what is shared is not looked through, and so not copied
    try:
        while waiting or any(worker.path for worker in workers):
            while waiting and len(workers) < (os.cpu_count() or 1):
                workers.append(_started(due))
            for worker in workers:
                if waiting and not worker.path:
                    worker.path, worker.cell, worker.since = waiting.pop(), "", time.monotonic()
                    worker.pipe.send(worker.path)
            busy = {worker.pipe: worker for worker in workers if worker.path}
            ends = min(worker.since for worker in busy.values()) + TIMEOUT
            ready = wait(list(busy), timeout=max(0.0, ends - time.monotonic()))
            long_ago = time.monotonic() - TIMEOUT
            late = [] if ready else [pipe for pipe in busy if busy[pipe].since <= long_ago]
            for pipe in [*ready, *late]:
                worker = busy[pipe]
                fault = _heard(worker, pipe in late)
                if fault is None:
                    continue
                yield worker.path, fault
                worker.path = None
                if not worker.process.is_alive():
                    workers.remove(worker)
    finally:
        for worker in workers:
            worker.process.kill()
            worker.process.join()


def _started(due: dict[Path, NotebookNode]) -> Worker:
    ours, theirs = fork.Pipe()
    process = fork.Process(target=_work, args=(theirs, due), daemon=True)
    process.start()
    theirs.close()
    return Worker(process, ours)


def _heard(worker: Worker, late: bool) -> str | None:
    """What a process says of its chapter: a fault, "" where it is done, None where it goes on."""
    if late:
        fault, remedy = f"took more than {TIMEOUT:.0f} seconds", "look for what it waits for"
    else:
        try:
            said, text = worker.pipe.recv()
        except (EOFError, ConnectionResetError):
            fault, remedy = "ended its process", "look for what ends it, or takes all memory"
        else:
            if said == "done":
                return text
            worker.cell, worker.since = text, time.monotonic()
            return None
    worker.process.kill()
    worker.process.join()
    return f"this cell {fault}:\n{worker.cell}\nRemedy: {remedy}."


def _work(pipe: Connection, due: dict[Path, NotebookNode]) -> None:
    """Run each chapter that the pipe names, and say when it is done, or why it isn't."""
    sys.stdout.flush()
    for path in iter(pipe.recv, None):
        fault = ""
        try:
            shell.run(path, due[path], lambda source: pipe.send(("cell", source)))
            store(path, due[path])
        except (shell.CellError, OSError) as error:
            fault = str(error)
        pipe.send(("done", fault))


def store(path: Path, notebook: NotebookNode) -> None:
    """Write a chapter at once, without what changes by machine; not at all if it is the same."""
    kept = {"kernelspec": notebook.metadata.kernelspec, "language_info": {"name": "python"}}
    notebook.metadata = nbformat.from_dict(kept)
    _replace(path, nbformat.writes(notebook) + "\n")
    for cell in notebook.cells:
        if cell.metadata.get("mystnb", {}).get("figure", {}).get("name") == PICTURE:
            _replace(PICTURE_FILE, cell.outputs[0].data["image/svg+xml"] + "\n")


def _replace(path: Path, text: str) -> None:
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    partial = path.with_suffix(".part")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
