"""Make the stock counterpart of the book, to measure the book against.

`python benchmarks/stock.py FOLDER` copies the project to FOLDER as plain Jupyter Book and Altair
would have it: the same chapters and data, without the book's Sphinx extensions and with Altair's
default renderer; and builds it there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
PARTS = [
    *("_config.yml", "_toc.yml", "requirements.lock", ".github/picture.svg"),
    *("chapters", "data", "locale", "src", "heshu/src"),
]
# Charts as Altair itself shows them
PLAIN = """
import altair as alt
from reportbook.charts.chart import Chart, Turned

alt.renderers.enable("default")
Chart._repr_mimebundle_ = lambda self, **_: alt.Chart.from_dict(self.spec)._repr_mimebundle_()
Turned._repr_mimebundle_ = lambda self, **_: next(iter(self.drawn.values()))._repr_mimebundle_()
"""


def copy(folder: Path) -> Path:
    """Copy the project to a folder that does not exist yet."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
            shutil.copytree(ROOT / part, folder / part, ignore=ignore)
        else:
            (folder / part).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / part, folder / part)
    return folder


def make_stock(folder: Path) -> None:
    """Make a copy of the project stock."""
    with (folder / "src/reportbook/charts/__init__.py").open("a", encoding="utf-8") as file:
        file.write(PLAIN)
    config = yaml.safe_load((folder / "_config.yml").read_text(encoding="utf-8"))
    config["execute"] = {"execute_notebooks": "force", "timeout": 120}
    config["sphinx"] = {"config": {"bibtex_reference_style": "author_year"}}
    (folder / "_config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")


def python_path(folder: Path) -> str:
    """Where Python finds the packages of a copy."""
    return os.pathsep.join(str(folder / part) for part in ("src", "heshu/src"))


def sound(pages: Path) -> None:
    """Raises RuntimeError where a cell of a built book failed: Jupyter Book goes on by itself."""
    for page in sorted(pages.rglob("*.html")):
        if "output traceback" in page.read_text(encoding="utf-8"):
            raise RuntimeError(f"a cell failed: see {page}")


def build(folder: Path) -> Path:
    """Build a stock copy; returns the folder of its pages.

    Raises CalledProcessError, or RuntimeError where a cell failed.
    """
    program = Path(sys.executable).with_name("jupyter-book")
    environment = os.environ | {"PYTHONPATH": python_path(folder)}
    subprocess.run([str(program), "build", str(folder), "--quiet"], env=environment, check=True)
    sound(folder / "_build/html")
    return folder / "_build/html"


if __name__ == "__main__":
    target = Path(sys.argv[1]).resolve()
    make_stock(copy(target))
    print(build(target))
