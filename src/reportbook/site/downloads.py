"""The files that the website offers beside its pages: the data, and each chart's own."""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from reportbook import drawing
from reportbook.data import datapackage
from reportbook.running import freshness


def write_chart(spec: dict[str, Any], path: Path) -> None:
    """Write a chart's data and specification; `path` is theirs without an ending."""
    about = spec["usermeta"]
    path.parent.mkdir(parents=True, exist_ok=True)
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows(
        [about["table"]["columns"], *about["table"]["rows"]]
    )
    words = {
        name: text for name, text in about.items() if name not in ("pictures", "table", "others")
    }
    text = json.dumps({**spec, "usermeta": words}, ensure_ascii=False, indent=1)
    path.with_suffix(".csv").write_text(table.getvalue(), encoding="utf-8")
    path.with_suffix(".json").write_text(text + "\n", encoding="utf-8")


def stored_charts(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The charts that a chapter stores as named figures: the name and the specification."""
    for cell in freshness.code_cells(path):
        name = cell["metadata"].get("mystnb", {}).get("figure", {}).get("name")
        for output in cell["outputs"] if name else []:
            if spec := output.get("data", {}).get(drawing.MIME):
                yield name, spec


def stored_pictures(
    path: Path, shown: Callable[[str, dict[str, Any]], dict[str, Any]] = lambda _kind, spec: spec
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The pictures of a chapter's named figures as an edition shows them: the name of the file,
    and what `drawing.alone` takes. A picture of another reading than the first has the reading in
    its name."""
    for name, stored in stored_charts(path):
        spec = shown(drawing.MIME, stored)
        yield name, spec["usermeta"]
        for other in spec["usermeta"].get("others", []):
            yield f"{name}-{other['reading']['key']}", other


def picture(svg: str, path: Path) -> None:
    """Write a picture as SVG and as PNG, unless both are there already."""
    vector, raster = path.with_suffix(".svg"), path.with_suffix(".png")
    if raster.exists() and vector.exists() and vector.read_text(encoding="utf-8") == svg:
        return
    raster.parent.mkdir(parents=True, exist_ok=True)
    raster.write_bytes(drawing.png(svg))
    vector.write_text(svg, encoding="utf-8")


def write_data(root: Path) -> None:
    """Copy the descriptor and its tables to the book."""
    (root / "data").mkdir(exist_ok=True)
    names = [entry["path"] for entry in datapackage.descriptor()["resources"]]
    for name in [datapackage.DESCRIPTOR, *names]:
        shutil.copyfile(datapackage.DATA / name, root / "data" / name)


def remove_unnamed(root: Path) -> None:
    """Take out of the book every file of a theme or of a former chart that no page asks for."""
    named = {
        posixpath.normpath(posixpath.join(page.parent.relative_to(root).as_posix(), link))
        for page in root.rglob("*.html")
        for link in re.findall(
            r'(?:src|href|content)="([^"?#:]+)', page.read_text(encoding="utf-8")
        )
    }
    offered = [path for end in ("csv", "json", "svg", "png") for path in root.rglob(f"*.{end}")]
    for path in [*(root / "_static").rglob("*"), *offered]:
        if path.is_file() and path.relative_to(root).as_posix() not in named:
            path.unlink()
    for folder in sorted((root / "_static").rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
