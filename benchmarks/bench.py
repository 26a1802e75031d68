"""Measure the book beside a stock build of the same chapters: `make bench`.

`python benchmarks/bench.py [RUNS | growth | reading]` prints medians of RUNS runs (3 unless told)
and their ratios to *stock*: the same chapters and data with Altair's default renderer, built by a
plain `jupyter-book build` that executes every notebook (`stock.py`). Stock has one language; ours
is built in English, and in the rows that say so in both. In each run ours and stock take turns, so
that what else the machine does falls on both. Both work on copies below _build/bench, and neither
uses anything that an earlier step of the other has made.

The costs are those of all processes that a command starts: seconds by the clock, seconds of
computing, and the largest sum of what they held in memory at once, in MB, shared pages counted
once (PSS). Linux only. The exit status is 1 where a changed datum doesn't reach the page.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

import growth
import reading
import stock
from pypdf import PdfReader

from reportbook.data import datapackage

FOLDER = datapackage.ROOT / "_build" / "bench"
RUNS = 3
# A datum that chapters print and no assert depends on, before and after its change; and how
# the page of its chapter tells it
DATUM = "26.13亿元,2613000000", "26.14亿元,2614000000"
TOLD = "2,612.5 to 2,613.5", "2,613.5 to 2,614.5"
EDITED = "overview"
CATALOGUE = f"locale/zh_CN/LC_MESSAGES/chapters/{EDITED}.po"
CHECKED = 1, 10  # MB of text
COPIES = "unproven", "clone", "stock", "bilingual"
PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Cost:
    wall: float  # s
    computing: float  # s, of all processes together
    memory: float  # MB, the most at once


def measured(command: list[str], folder: Path, **variables: str) -> Cost:
    """The cost of a command run in a copy of the project, by the copy's own package.

    Raises RuntimeError with what the command printed where it fails; that a check finds
    something in a text is no failure.
    """
    # What a command leaves running is then ours to wait for, and so to count
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    program = str(Path(sys.executable).with_name(command[0]))
    path = {"PYTHONPATH": stock.python_path(folder), "NO_COLOR": "1", "CI": ""}
    environment = os.environ | path | variables
    output = folder.with_name(f"{folder.name}.log")
    before, start, memory = _computing(), time.perf_counter(), 0.0
    with output.open("w") as log:
        process = subprocess.Popen(
            [program, *command[1:]], cwd=folder, env=environment, stdout=log, stderr=log
        )
        while process.poll() is None:
            memory = max(memory, sum(map(_held, _family(process.pid))))
            time.sleep(0.1)
    wall = time.perf_counter() - start
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    if process.returncode > (command[0] == "heshu"):
        raise RuntimeError(f"{' '.join(command)}:\n{output.read_text()[-3000:]}")
    return Cost(wall, _computing() - before, memory)


def _computing() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _family(pid: int) -> Iterator[int]:
    """A process and all below it, as far as they still run."""
    yield pid
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = file.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _held(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has ended
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1e3


def ours(folder: Path, *more: str, languages: str = "en") -> Cost:
    """The cost of our strict build of a copy, as `make` does it: of the website unless told."""
    command = ["python", "-m", "reportbook.book", *(more or ["html"])]
    return measured(command, folder, LANGUAGES=languages)


def both(folder: Path) -> Cost:
    """The cost of our strict build of a copy in both languages."""
    return ours(folder, languages="en zh")


def theirs(folder: Path) -> Cost:
    """The cost of a stock build of a stock copy."""
    cost = measured(["jupyter-book", "build", "."], folder)
    stock.sound(folder / "_build/html")
    return cost


def page(folder: Path) -> str:
    """The built page of the edited chapter."""
    built = folder / ("_build/work/_build" if (folder / "_build/work").exists() else "_build")
    return (built / f"html/chapters/{EDITED}.html").read_text(encoding="utf-8")


def edit_sentence(folder: Path, sentence: str) -> None:
    """Add a sentence to the last text of a chapter."""
    path = folder / "chapters" / f"{EDITED}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    texts = [cell for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    texts[-1]["source"] = ["".join(texts[-1]["source"]) + f"\n\n{sentence}"]
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")


def translate_sentence(folder: Path, sentence: str, translation: str) -> None:
    """Add the translation of a sentence, without which the Chinese edition isn't built."""
    with (folder / CATALOGUE).open("a", encoding="utf-8") as catalogue:
        catalogue.write(f'\nmsgid "{sentence}"\nmsgstr "{translation}"\n')


def change_datum(folder: Path, old: str, new: str) -> None:
    path = folder / "data/claims.csv"
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise ValueError(f"data/claims.csv no longer holds {old} once; choose another datum")
    path.write_text(text.replace(old, new), encoding="utf-8")


def text_of(size: float) -> str:
    """So many MB of Chinese text: every claim in its place, again and again."""
    article = growth.text(growth.claims())
    return article * round(size * 1e6 / len(article.encode()))


class Table:
    """What was measured, by step, and the medians."""

    def __init__(self) -> None:
        self.costs: dict[str, list[Cost]] = defaultdict(list)

    def add(self, step: str, cost: Cost) -> None:
        self.costs[step].append(cost)
        print(f"  {step:44} {cost.wall:7.2f} s", file=sys.stderr)

    def median(self, step: str) -> Cost:
        columns = zip(*map(astuple, self.costs[step]), strict=True)
        return Cost(*map(statistics.median, columns))

    def compare(self, step: str, baseline: str, target: float) -> None:
        """One row: ours, stock, their ratio by the clock and by computing, and the target."""
        one, other = self.median(step), self.median(baseline)
        wall, computing = one.wall / other.wall, one.computing / other.computing
        met = "met" if wall <= target else "MISSED"
        print(
            f"{step:38} {one.wall:7.2f} {other.wall:7.2f} {wall:6.2f}  {target:4.2f} {met:6} "
            f"{one.computing:7.2f} {other.computing:7.2f} {computing:6.2f} "
            f"{one.memory:6.0f} {other.memory:6.0f}"
        )


def run(table: Table, number: int) -> bool:
    """One run of all steps, each side in turn; whether a changed datum reached the page."""
    unproven, clone, plain, bilingual = map(FOLDER.joinpath, COPIES)
    for folder in (unproven, clone, plain, bilingual):  # what a run has changed, the next has not
        shutil.rmtree(folder, ignore_errors=True)
        stock.copy(folder)
    stock.make_stock(plain)
    growth.unprove(unproven)
    table.add("cold, every chapter executed", ours(unproven))
    table.add("stock: cold", theirs(plain))
    shutil.rmtree(unproven / "_build")
    growth.unprove(unproven)
    table.add("both languages, every chapter executed", both(unproven))
    table.add("cold, from a fresh clone", ours(clone))
    table.add("both languages, from a fresh clone", both(bilingual))
    table.add("nothing changed", ours(clone))
    table.add("stock: nothing changed", theirs(plain))
    sentence = f"This sentence came in run {number}."
    for folder, build, step in (
        (clone, ours, "one sentence edited"),
        (bilingual, both, "both languages, one sentence"),
        (plain, theirs, "stock: one sentence edited"),
    ):
        edit_sentence(folder, sentence)
        if folder == bilingual:
            translate_sentence(folder, sentence, f"这句话来自第{number}次运行。")
        table.add(step, build(folder))
        if sentence not in page(folder):
            raise RuntimeError(f"{step}: the page doesn't have it")
    right = {}
    for folder, build, step in (
        (clone, ours, "one datum changed"),
        (plain, theirs, "stock: one datum changed"),
    ):
        change_datum(folder, *DATUM)
        table.add(step, build(folder))
        right[step] = TOLD[1] in page(folder) and TOLD[0] not in page(folder)
        change_datum(folder, *reversed(DATUM))
    if number == 1:
        for step, is_right in right.items():
            print(f"{step}: the page has the {'new' if is_right else 'OLD'} number")
    options = ["--nbval", "-q", "-p", "no:cacheprovider", "chapters"]
    parallel = ["--numprocesses", "auto", "--dist", "loadscope"]
    warm = {"JUPYTER_DEFAULT_PROVISIONER_NAME": "warm"}  # as `make test` does
    nbval = measured(["pytest", *options, *parallel], unproven, **warm)
    table.add("strict nbval", nbval)
    table.add("stock: strict nbval, one by one", measured(["pytest", *options], unproven))
    pdf = ours(unproven, "pdf")
    table.add("the PDF edition, after the HTML edition", pdf)
    for size in CHECKED:
        text = FOLDER / f"text-{size}.txt"
        text.write_text(text_of(size), encoding="utf-8")
        table.add(f"check of {size} MB", measured(["heshu", "check", str(text)], FOLDER))
    return right["one datum changed"]


def main(runs: int = RUNS) -> int:
    shutil.rmtree(FOLDER, ignore_errors=True)
    table = Table()
    right = all([run(table, number) for number in range(1, runs + 1)])
    print(
        f"\nMedians of {runs} runs; s by the clock and s of computing, ours and stock's; MB at most"
    )
    print(f"{'':38} {'ours':>7} {'stock':>7} {'ratio':>6}  {'target':11} computing{'':14} memory")
    for step, baseline, target in (
        ("cold, every chapter executed", "stock: cold", 0.40),
        ("cold, from a fresh clone", "stock: cold", 0.18),
        ("nothing changed", "stock: nothing changed", 0.75),
        ("one sentence edited", "stock: one sentence edited", 0.40),
        ("one datum changed", "stock: cold", 0.38),
        ("both languages, every chapter executed", "stock: cold", 0.60),
        ("both languages, from a fresh clone", "stock: cold", 0.35),
        ("both languages, one sentence", "stock: one sentence edited", 0.40),
        ("strict nbval", "stock: strict nbval, one by one", 0.40),
    ):
        table.compare(step, baseline, target)
    pdf = table.median("the PDF edition, after the HTML edition")
    (file,) = (FOLDER / "unproven/_build/work/_build/pdf").glob("*.pdf")
    pages = len(PdfReader(file).pages)
    print(f"\nPDF edition after the HTML edition: {pages} pages, {told(pdf)}")
    for size in CHECKED:
        cost = table.median(f"check of {size} MB")
        print(f"check of {size} MB: {size / cost.computing:.2f} MB/s (target 5), {told(cost)}")
    return 0 if right else 1


def told(cost: Cost) -> str:
    return f"{cost.wall:.2f} s ({cost.computing:.2f} s of computing), {cost.memory:.0f} MB"


if __name__ == "__main__":
    if sys.argv[1:] == ["growth"]:
        shutil.rmtree(FOLDER, ignore_errors=True)
        growth.curve(measured, ours, FOLDER)
        sys.exit()
    if sys.argv[1:] == ["reading"]:
        shutil.rmtree(FOLDER, ignore_errors=True)
        plain = stock.copy(FOLDER / "stock")
        stock.make_stock(plain)
        theirs_pages = stock.build(plain)
        ours(stock.copy(FOLDER / "clone"))
        npm = reading.packages(FOLDER / "npm", theirs_pages)
        sys.exit(reading.main(FOLDER / "clone/_build/html", theirs_pages, npm))
    sys.exit(main(*map(int, sys.argv[1:])))
