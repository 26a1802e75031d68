"""The charts of the book, drawn by processes of their own while the build goes on, and kept.

Drawing takes about as long as all else that a build does. A chart is kept in a folder that is
named by its content and by the code that draws it, so that it is drawn once, and one that has
not changed is never drawn again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

PAGE = "frame.html"  # beside the files that are offered
ORDER = ".json"


class Drawings:
    """The kept charts of a build; a chart is a dictionary with its `name` and its `spec`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.drawers: list[subprocess.Popen[str]] = []
        self.ordered: dict[Path, subprocess.Popen[str]] = {}

    def order(self, charts: Iterable[dict[str, Any]]) -> None:
        """Have charts drawn that aren't kept yet, in their order, after those ordered before."""
        for chart in charts:
            place = self._place(chart)
            if place.exists() or place in self.ordered:
                continue
            self.folder.mkdir(parents=True, exist_ok=True)
            # In the order of a stored notebook, on which that of a table's columns rests
            place.with_suffix(ORDER).write_text(json.dumps(chart, sort_keys=True), encoding="utf-8")
            drawer = self.ordered[place] = self._next_drawer()
            with contextlib.suppress(BrokenPipeError):  # then it is drawn when it is wanted
                print(place, file=drawer.stdin, flush=True)

    def frame(self, chart: dict[str, Any]) -> str:
        """The chart in its frame, as `frames.figure` has it."""
        return (self._drawn(chart) / PAGE).read_text(encoding="utf-8")

    def copy_files(self, chart: dict[str, Any], folder: Path) -> None:
        """Write a chart's files, as `frames.write` does, into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for path in self._drawn(chart).iterdir():
            if path.name != PAGE:
                shutil.copyfile(path, folder / path.name)

    def stop(self) -> None:
        """Let go of the processes, whether or not they have drawn everything."""
        for drawer in self.drawers:
            drawer.kill()
            drawer.wait()
            drawer.stdout.close()
            with contextlib.suppress(BrokenPipeError):
                drawer.stdin.close()
        self.drawers, self.ordered = [], {}

    def _next_drawer(self) -> subprocess.Popen[str]:
        """The processes in turn: as many as there are processors, and charts to draw."""
        if len(self.drawers) < (os.cpu_count() or 1):
            self.drawers.append(
                subprocess.Popen(
                    [sys.executable, "-m", __name__],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                    encoding="utf-8",
                    start_new_session=True,  # whoever interrupts the build means the build
                )
            )
            return self.drawers[-1]
        return self.drawers[len(self.ordered) % len(self.drawers)]

    def _drawn(self, chart: dict[str, Any]) -> Path:
        place = self._place(chart)
        drawer = self.ordered.get(place)
        while not place.exists() and drawer and drawer.stdout.readline():
            pass  # each line stands for one more that is drawn
        if not place.exists():
            draw(chart, place)
        return place

    def _place(self, chart: dict[str, Any]) -> Path:
        told = json.dumps([_code(), chart["name"], chart["spec"]], sort_keys=True)
        return self.folder / hashlib.sha256(told.encode()).hexdigest()[:24]


@cache
def _code() -> str:
    """A hash of all that draws: the package, its fonts and the library."""
    here = Path(__file__).parent
    digest = hashlib.sha256(version("vl-convert-python").encode())
    for path in sorted([*here.glob("*.py"), *(here / "fonts").iterdir()]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def draw(chart: dict[str, Any], place: Path) -> None:
    """Draw a chart into a folder, which is there only when all of it is."""

    place.parent.mkdir(parents=True, exist_ok=True)
    partial = Path(mkdtemp(suffix=".part", dir=place.parent))
    (partial / PAGE).write_text(frames.figure(chart["spec"], chart["name"]), encoding="utf-8")
    if chart["name"]:
        frames.write(chart, partial)
    partial.rename(place)


def main() -> None:
    """Draw the charts whose places standard input names, a line each, and tell each one done."""
    try:
        for line in sys.stdin:
            place = Path(line.rstrip("\n"))
            order = place.with_suffix(ORDER)
            draw(json.loads(order.read_text(encoding="utf-8")), place)
            order.unlink()
            print("drawn", flush=True)
    except BrokenPipeError:
        os._exit(0)  # the build has ended before


if __name__ == "__main__":
    main()
