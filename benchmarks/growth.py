"""Make the book grow, and measure what that costs; `make bench BENCH=growth`.

Of the chapters, the whole HTML build is measured, every chapter executed: each notebook stands
in the book as often as told, under other names, its figures under labels of their own. The page
of the first chapter is weighed (packed, as it is sent), since every page names all pages.

Of the claims, what must be done with each of them is measured: to hold all tables against the
descriptor, to load and read the claims and to judge the relations (`judge`); and to hold a text
that prints every claim against them (`heshu check --claims`). A page that lists all claims
grows with them, as it should, and isn't measured.

The README says where the first limits lie.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import stock
import yaml

from reportbook.data import datapackage

CHAPTERS = 1, 2, 5, 10  # times
CLAIMS = 1, 10, 100, 1000
JUDGE = "from reportbook.data import ledger; ledger.judged()"


def unprove(folder: Path) -> Path:
    """Take out of a copy what proves the stored outputs, so that every chapter is executed."""
    (folder / "chapters/outputs.lock").unlink()
    return folder


def more_chapters(folder: Path, times: int) -> Path:
    """A copy of the project with every notebook so many times."""
    unprove(stock.copy(folder))
    toc = yaml.safe_load((folder / "_toc.yml").read_text(encoding="utf-8"))
    names = sorted(path.stem for path in (folder / "chapters").glob("*.ipynb"))
    for name in names:
        notebook = json.loads((folder / f"chapters/{name}.ipynb").read_text(encoding="utf-8"))
        figures = [cell["metadata"].get("mystnb", {}).get("figure") for cell in notebook["cells"]]
        labels = "|".join(figure["name"] for figure in figures if figure)
        for number in range(2, times + 1):
            text = json.dumps(notebook, ensure_ascii=False)
            if labels:
                text = re.sub(rf"\b({labels})\b", rf"\1-{number}", text)
            _write(folder / f"chapters/{name}-{number}.ipynb", json.loads(text))
    toc["parts"] += [
        {
            "caption": f"Copy {number}",
            "chapters": [{"file": f"chapters/{name}-{number}"} for name in names],
        }
        for number in range(2, times + 1)
    ]
    (folder / "_toc.yml").write_text(yaml.safe_dump(toc, sort_keys=False), encoding="utf-8")
    return folder


def _write(path: Path, notebook: dict[str, Any]) -> None:
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")


def claims() -> list[dict[str, str]]:
    """The rows of data/claims.csv as text."""
    with (datapackage.DATA / "claims.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def more_claims(folder: Path, times: int) -> Path:
    """A copy of the project with every claim so many times, as of an article so much longer.

    Each time has ids and paragraphs of its own, and the sections reach to the last of them.
    """
    stock.copy(folder)
    rows = claims()
    paragraphs = max(int(row["paragraph"]) for row in rows)
    grown = list(repeated(rows, times))
    with (folder / "data/claims.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(grown)
    path = folder / "data/sections.csv"
    with path.open(encoding="utf-8", newline="") as file:
        sections = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, sections[0], lineterminator="\n")
        writer.writeheader()
        for section in sections:
            last = int(section["last_paragraph"]) + (times - 1) * paragraphs
            writer.writerow(section | {"last_paragraph": last})
    (folder / "text.txt").write_text(text(grown), encoding="utf-8")
    return folder


def repeated(rows: list[dict[str, str]], times: int) -> Iterable[dict[str, str]]:
    """Claims so many times, each time under other ids and in further paragraphs."""
    paragraphs = max(int(row["paragraph"]) for row in rows)
    for number in range(times):
        for row in rows:
            paragraph = str(int(row["paragraph"]) + number * paragraphs)
            name = f"{row['id']}-{number + 1}" if number else row["id"]
            yield row | {"id": name, "paragraph": paragraph}


def text(rows: Iterable[dict[str, str]]) -> str:
    """A Chinese text that prints claims in their places: of each its subject and its phrase."""
    places: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        sentence = places[int(row["paragraph"])][int(row["sentence"])]
        sentence.append(row["subject_zh"] + row["printed"])
    return "".join(
        "".join(
            "，".join(sentences.get(number, ["未述"])) + "。"
            for number in range(1, max(sentences) + 1)
        )
        + "\n"
        for _, sentences in sorted(places.items())
    )


def curve(measured: Callable[..., Any], build: Callable[[Path], Any], folder: Path) -> None:
    """Measure and print both curves; `folder` takes the copies.

    `measured` gives the cost of a command in a copy, `build` that of building it. Costs are
    printed beside the first one times the growth, above which they would not be linear.
    """
    first = None
    for times in CHAPTERS:
        grown = more_chapters(folder / f"chapters-{times}", times)
        cost = build(grown)
        first = first or cost
        page = (grown / "_build/work/_build/html/chapters/overview.html").read_bytes()
        weight = f"overview {len(gzip.compress(page)) / 1e3:.0f} kB"
        print(f"chapters {times:4} times, built:   {compared(cost, first, times)}; {weight}")
    for what, command in (
        ("judged", ["python", "-c", JUDGE]),
        ("checked", ["heshu", "check", "text.txt", "--claims", "data/claims.csv"]),
    ):
        first = None
        for times in CLAIMS:
            grown = folder / f"claims-{times}"
            if not grown.exists():
                more_claims(grown, times)
            cost = measured(command, grown)
            first = first or cost
            print(f"claims {times:6,} times, {what + ':':8} {compared(cost, first, times)}")


def compared(cost: Any, first: Any, times: int) -> str:
    return (
        f"{cost.computing:7.1f} s of computing (linear: {first.computing * times:9.1f}), "
        f"{cost.wall:6.1f} s by the clock, {cost.memory:6.0f} MB ({first.memory * times:9.0f})"
    )
