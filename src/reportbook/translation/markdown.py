"""The messages of Markdown: headings, paragraphs, captions, terms, as Sphinx finds them.

Sphinx's own builder `gettext` writes them, a template a document. A place in a notebook is the id
of its cell, which stays when others come before it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportbook.data.datapackage import ROOT
from reportbook.translation.messages import TranslationError, read

if TYPE_CHECKING:
    from babel.messages import Catalog

WORK = ROOT / "_build" / "messages"
FOUND = WORK / "_build" / "gettext"
CELL = 10_000  # MyST-NB numbers the lines of a cell from this times its place, counted from 1


def extracted() -> dict[str, Catalog]:
    """Today's messages by document, without translations. Raises TranslationError where the book
    can't be read."""
    from babel.messages import Catalog

    shutil.rmtree(FOUND, ignore_errors=True)  # or a chapter that was taken out stays
    program = str(Path(sys.executable).with_name("jupyter-book"))
    which = ["--builder", "custom", "--custom-builder", "gettext", "-W", "--keep-going", "-q"]
    command = [program, "build", ".", "--path-output", str(WORK), *which]
    if subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode:
        raise TranslationError("The book can't be read: see the error above, and mend it first.")
    found = {}
    for path in sorted(FOUND.rglob("*.pot")):
        document = Catalog()
        for message in read(path):
            if message.id:
                places = [
                    place(str((FOUND / name).resolve()), at) for name, at in message.locations
                ]
                locations = [(name, None) for name in dict.fromkeys(places)]
                document.add(message.id, locations=locations)
        found[path.relative_to(FOUND).with_suffix("").as_posix()] = document
    return found


def place(source: str | Path, line: int | None) -> str:
    """Where a message stands, for people: a chapter and its cell, or a file and its line."""
    file = Path(source).relative_to(ROOT).as_posix()
    if file.endswith(".ipynb") and line and line >= CELL:
        return f"{file}:{_cells(file)[line // CELL - 1]}"
    return file  # a caption of the table of contents has no cell


@cache
def _cells(file: str) -> list[str]:
    cells = json.loads((ROOT / file).read_text(encoding="utf-8"))["cells"]
    return [cell["id"] for cell in cells]
