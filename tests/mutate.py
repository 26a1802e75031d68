"""Mutation proof of the data: change one cell of data/ at a time, and list what nobody notices.

`make mutate` runs it; `python tests/mutate.py claims.csv …` runs the mutants of some files only.

Every number goes up by a unit of its last printed place, in the value and in the phrase, alone
and together; places go up and down by one; periods are shifted, emptied and filled; figures of
relations are swapped; every other cell of a fixed vocabulary becomes its neighbour. Free text
(FREE_TEXT) and names that only serve as keys are left alone.

Each mutant is held, until one objects, against the checks that the data pass on loading, the
tests of the data, and the chapters, compared with their stored outputs by nbval's own comparison.
The cheapest comes first: the chapter that prints the row. It runs in a fork of one process that
has imported and read everything, with pictures left undrawn: what they show stands in the
specification and the table beside them. What no cell of the changed table decides is done once for
all mutants: `prepare` names it. Exits with 1 where a mutant survives that EXPLAINED doesn't
cover, or where an explanation covers none; with 2 where the suite objects to the real data.
"""

from __future__ import annotations

import csv
import gc
import multiprocessing
import multiprocessing.connection
import os
import re
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import frictionless  # noqa: F401  (as below)
import nbformat
import pybtex.database  # noqa: F401
from altair.utils import schemapi
from data import test_context, test_data, test_ledger
from nbval.plugin import IPyNbCell, nocolors

# For the chapters, so that a fork need not import them again
from heshu import words
from heshu.reading import CLAIM_KINDS, ReadingError, read_as
from reportbook import charts, drawing, prose, tables  # noqa: F401
from reportbook.data import claims, context, datapackage, ledger
from reportbook.running import shell

CHAPTERS = datapackage.ROOT / "chapters"
SECONDS = 120  # for one mutant; a sound one takes a few
WORKERS = os.cpu_count() or 1

FREE_TEXT = {
    *("subject_en", "subject_zh", "note", "says", "title_en", "heading_zh", "name", "name_en"),
    *(
        "taken",
        "meaning_en",
        "name_zh",
        "name_short",
        "evidence",
        "result",
        "partner_en",
        "partner_zh",
    ),
}
# The chapters that print the rows of a table, to be run before the others. Not of survival.csv,
# which is computed: a test computes it anew and compares all of it.
PRINTED_IN = {
    "claims": ["claims"],
    "sections": ["claims"],
    "units": ["claims"],
    "context": ["context"],
    "relations": ["audit"],
    "ambiguities": ["audit"],
    "dependencies": ["audit"],
    "assumptions": ["survival"],
    "conclusions": ["conclusions", "index"],
    "protection": ["protection"],
    "ip_kinds": ["protection"],
    "cooperation": ["cooperation"],
    "goals": ["outlook"],
}


@cache
def figures_of(source: str) -> int:
    """How many outside figures a source has."""
    return sum(row["source"] == source for row in rows("context"))


# Which survivors can't matter, and why
EXPLAINED: dict[str, tuple[Callable[[Mutant], bool], str]] = {
    "order of equals": (
        lambda mutant: mutant.table in ("relations", "ambiguities") and symmetric(mutant),
        "what is the same, the names that are counted, the parts of a total and the figures that "
        "a question is asked of have no order",
    ),
    "kind of what isn't tested": (
        lambda mutant: (
            mutant.table == "relations"
            and bool(mutant.before["missing"])
            and set(mutant.cells) == {"kind"}
        ),
        "a relation with something missing is not tested, and no chapter prints its kind",
    ),
    "where a wording was read": (
        lambda mutant: set(mutant.cells) == {"wording_from"} and bool(mutant.cells["wording_from"]),
        "no other datum says at which address a Chinese wording was read",
    ),
    "wording of a lone figure": (
        lambda mutant: (
            set(mutant.cells) == {"wording"}
            and mutant.before["wording"] == datapackage.NO_WORDING
            and figures_of(mutant.before["source"]) == 1
        ),
        "whether a page with one figure is in Chinese stands nowhere else",
    ),
}

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
CHINESE = "零一二三四五六七八九"


@dataclass(frozen=True)
class Mutant:
    """One change of one row: the file, the row (the header is 1), and the cells that change."""

    table: str
    row: int
    cells: dict[str, str]
    before: dict[str, str] = field(compare=False)

    def __str__(self) -> str:
        changes = ", ".join(
            f"{column} “{self.before[column]}” → “{text}”" for column, text in self.cells.items()
        )
        return f"data/{self.table}.csv, row {self.row}: {changes}"


def symmetric(mutant: Mutant) -> bool:
    """Whether a relation has the same figures as before, but for the order of equal ones."""
    if set(mutant.cells) != {"figures"}:
        return False
    before, after = mutant.before["figures"].split(), mutant.cells["figures"].split()
    if mutant.table == "ambiguities":  # a list of figures that are read alike
        return sorted(before) == sorted(after)
    total = mutant.before["kind"] in ("names", "parts") and before[0] == after[0]
    return sorted(before) == sorted(after) and (total or mutant.before["kind"] == "same")


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table as they stand in its file."""
    with (datapackage.DATA / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def mutants(table: str) -> Iterator[Mutant]:
    """Every mutant of a table, row by row."""
    schema = datapackage.resource(table)["schema"]
    keys = {name for key in schema.get("foreignKeys", []) for name in key["fields"]}
    known = rows(table)
    for row, cells in enumerate(known, start=2):
        tried: list[dict[str, str]] = [{}]
        for entry in schema["fields"]:
            name = entry["name"]
            if name in FREE_TEXT or (name in schema["primaryKey"] and name not in keys):
                continue
            for change in changes(table, entry, cells, [other[name] for other in known]):
                changed = {column: text for column, text in change.items() if cells[column] != text}
                if changed not in tried:
                    tried.append(changed)
                    yield Mutant(table, row, changed, cells)


def changes(
    table: str, entry: dict, cells: dict[str, str], column: list[str]
) -> Iterator[dict[str, str]]:
    """What to write in place of one cell, and of those that must follow it."""
    name, text = entry["name"], cells[entry["name"]]
    required = entry.get("constraints", {}).get("required", False)
    if entry["type"] == "integer":
        yield {name: str(int(text) + 1)}
        yield {name: str(int(text) - 1)}
    elif name == "printed":
        for phrase in raised(text) or [text[:-1] + text[-1] * 2]:
            yield {name: phrase}
            yield read_again(table, cells, phrase)
    elif name == "value":
        # As much as the phrase's last place is worth
        for phrase in raised(cells["printed"]):
            yield {name: read_again(table, cells, phrase).get("value", "")}
        yield from ({name: shifted} for shifted in raised(text))
    elif name.startswith("period") and name != "period_basis":
        yield from ({name: shifted} for shifted in raised(text))
        yield {name: "" if text else "2020"}
    elif name == "figures":
        first = text.split()
        for place in range(len(first) - 1):
            swapped = first.copy()
            swapped[place : place + 2] = reversed(swapped[place : place + 2])
            yield {name: " ".join(swapped)}
    else:
        values = entry.get("constraints", {}).get("enum") or sorted(set(column) - {""})
        place = values.index(text) + 1 if text in values else 0
        yield {name: values[place % len(values)]}
        if text and not required:
            yield {name: ""}


def raised(text: str) -> list[str]:
    """The text with each of its numbers in turn a unit of its last place higher.

    Months of December, the last days of months and 九 go down instead.
    """
    found = []
    for match in NUMBER.finditer(text):
        digits = match[0]
        place = len(digits.rpartition(".")[2]) if "." in digits else 0
        whole = int(re.sub(r"[.,]", "", digits))
        down = digits in ("12", "30", "31") and re.search(r"[-月年]", text)
        other = f"{whole + (-1 if down else 1):0{len(re.sub(r'[.,]', '', digits))}d}"
        if place:
            other = f"{other[:-place]}.{other[-place:]}"
        elif "," in digits:
            other = f"{int(other):,}"
        found.append(text[: match.start()] + other + text[match.end() :])
    numerals = [*CHINESE[1:], CHINESE[8]]
    for place, character in enumerate(text.replace("两", "二")):
        if character in CHINESE[1:]:
            other = numerals[CHINESE.index(character)]
            found.append(text[:place] + other + text[place + 1 :])
    for place, word in enumerate(words.NUMERALS[1:-1], start=1):
        if re.search(rf"\b{word}\b", text):
            found.append(re.sub(rf"\b{word}\b", words.NUMERALS[place + 1], text))
    return found


def read_again(table: str, cells: dict[str, str], phrase: str) -> dict[str, str]:
    """A row's cells as they would stand had the phrase been printed."""
    change = {"printed": phrase}
    try:
        if table == "context":
            figure = context.read_outside(phrase, cells["unit"])
        elif cells["kind"] in CLAIM_KINDS:
            figure = read_as(cells["kind"], phrase)
        else:
            return change
    except ReadingError:
        return change
    change |= {"value": figure.text, "unit": figure.unit, "qualifier": figure.qualifier}
    if cells.get("period_basis") == "printed" and cells["kind"] in ("date", "period"):
        change["period"] = figure.text
    return change


def caught(mutant: Mutant | None) -> str | None:
    """What objects to a mutant (None: the real data): a check, a test or a chapter; or None."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(datapackage.DATA, data)
        if mutant:
            write(data, mutant)
        datapackage.DATA = data
        datapackage.forget()
        return objection(mutant)


def write(data: Path, mutant: Mutant) -> None:
    table = rows(mutant.table)
    table[mutant.row - 2] |= mutant.cells
    with (data / f"{mutant.table}.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, table[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def objection(mutant: Mutant | None) -> str | None:
    # The checks on loading, the dearest foremost, come after the chapter that prints the row:
    # what any of them finds in a mutant, the suite finds.
    validate, datapackage.validate = datapackage.validate, lambda: None
    every = list(notebooks())
    printing = PRINTED_IN[mutant.table] if mutant else every
    for name in printing:
        if differs(name):
            return f"chapter {name}"
    datapackage.validate = validate
    checks = {"loading": loading, "the tests of the data": data_tests}
    for name, check in checks.items():
        try:
            check()
        except Exception as error:
            return name if mutant else f"{name}: {error}"
    others = [name for name in every if name not in printing]
    # The row's own first
    for name in sorted(others, key=lambda name: name not in mutant.before.values()):
        if differs(name):
            return f"chapter {name}"
    return None


def loading() -> None:
    """What every command does before it uses the data."""
    claims.load()
    context.load()
    ledger.judged()


def data_tests() -> None:
    """The tests that need nothing but the data."""
    for module in (test_data, test_context, test_ledger):
        for name, function in list(vars(module).items()):
            if name.startswith("test_") and not function.__code__.co_argcount:
                function()


@cache
def notebooks() -> dict[str, nbformat.NotebookNode]:
    """The chapters with their stored outputs, by name."""
    paths = sorted(CHAPTERS.glob("*.ipynb"))
    return {path.stem: nbformat.read(path, as_version=4) for path in paths}


def differs(chapter: str) -> bool:
    """Whether strict nbval would fail one of a chapter's cells."""
    running = shell.shell()
    for cell in notebooks()[chapter].cells:
        if cell.cell_type != "code":
            continue
        try:
            found = running.run(cell.source)
        except shell.CellError:
            return True
        if not same(found, cell.outputs):
            return True
    return False


def same(found: list[nbformat.NotebookNode], stored: list[nbformat.NotebookNode]) -> bool:
    """nbval's comparison of outputs but for pictures, with what it needs of a test of its own."""
    test = SimpleNamespace(
        colors=nocolors, sanitize=lambda text: text, format_output_compare=lambda *_: None
    )
    skipped = ("metadata", "output_type", "name", "execution_count", "image/svg+xml")
    return IPyNbCell.compare_outputs(test, undrawn(found), undrawn(stored), skipped)


def undrawn(outputs: list[nbformat.NotebookNode]) -> list[nbformat.NotebookNode]:
    """Outputs without what was drawn from their specifications."""
    left = deepcopy(outputs)
    for output in left:
        about = output.get("data", {}).get(drawing.MIME, {}).get("usermeta", {})
        for reading in (about, *about.get("others", [])):
            reading.pop("pictures", None)
    return left


def forked(jobs: list[Any], work: Callable[[Any], Any] = caught) -> Iterator[tuple[Any, Any]]:
    """Each job with what comes of it, for a mutant what objects to it; as many at once as workers.

    Each has a process of its own, forked from this one.
    """
    fork = multiprocessing.get_context("fork")
    running: dict[multiprocessing.connection.Connection, tuple] = {}
    waiting = iter(jobs)
    while True:
        while len(running) < WORKERS and (job := next(waiting, running)) is not running:
            receiver, sender = fork.Pipe(duplex=False)
            process = fork.Process(target=report, args=(work, job, sender))
            process.start()
            sender.close()
            running[receiver] = (job, process)
        if not running:
            return
        for receiver in multiprocessing.connection.wait(list(running)):
            job, process = running.pop(receiver)
            try:
                yield job, receiver.recv()
            except EOFError:
                yield job, "the end of the process"
            process.join()


def report(
    work: Callable[[Any], Any], job: Any, sender: multiprocessing.connection.Connection
) -> None:
    gc.disable()  # it ends before it could fill the memory
    signal.alarm(SECONDS)
    with open(os.devnull, "w") as nowhere, redirect_stderr(nowhere):
        sender.send(work(job))


def once(function: Callable, key: Callable) -> Callable:
    """A function that is called once for all that it is called with of the same key."""
    known: dict[Any, Any] = {}

    def called(*given: Any) -> Any:
        of = key(*given)
        if of not in known:
            known[of] = function(*given)
        return known[of]

    return called


def prepare() -> None:
    """Do once what comes out the same in every mutant, and leave out what can catch none.

    Pictures follow from their specifications, and whether Vega-Lite allows these is a question of
    the chapter's code; of a cell that fails it is enough that it does.
    """
    drawing.for_page = drawing.alone = lambda *_: ""
    schemapi.disable_debug_mode()
    schemapi.SchemaBase.validate = classmethod(lambda *_, **__: None)
    shell.Shell.showtraceback = lambda running, *_, **__: setattr(running, "fault", "it failed")
    shell.Shell._format_exception_for_storage = lambda *_, **__: {}
    # A phrase reads the same in every mutant that leaves it alone; all have the same chapters
    for module, name in ((claims, "read_as"), (context, "read_outside"), (ledger, "read")):
        setattr(module, name, cache(getattr(module, name)))
    ledger._judge = once(
        ledger._judge, lambda relation, related: (relation[1:], *related.itertuples(name=None))
    )
    ledger.chapters = once(
        ledger.chapters, lambda rows: (*rows.index, *rows.get("section", default=[]))
    )
    # All have the same descriptor, which holds of every table but the changed one what it did
    package = datapackage.descriptor()
    datapackage.descriptor = lambda: package
    datapackage._misfits = once(
        datapackage._misfits,
        lambda entry: (entry["name"], *map(tuple, datapackage._table(entry["name"]))),
    )
    datapackage.validate()
    loading()
    for table in (claims, context):
        ledger.chapters(table.load())
    notebooks()
    shell.shell()
    datapackage.forget()
    gc.freeze()  # else each fork, whose shell collects when it is reset, goes through all of it


def main(files: list[str]) -> int:
    tables_ = [Path(file).stem for file in files] or list(PRINTED_IN)
    jobs = [mutant for table in tables_ for mutant in mutants(table)]
    prepare()
    ((_, fault),) = forked([None])
    if fault:
        print(f"the suite objects to the real data: {fault}", file=sys.stderr)
        return 2
    catchers, survivors, explained = Counter(), [], Counter()
    for mutant, catcher in forked(jobs):
        reason = next((key for key, (covers, _) in EXPLAINED.items() if covers(mutant)), None)
        if catcher:
            catchers[catcher] += 1
        elif reason:
            explained[reason] += 1
        else:
            survivors.append(mutant)
            print(f"survives: {mutant}", flush=True)
    for catcher, count in catchers.most_common():
        print(f"{count:6,} caught by {catcher}")
    for name, count in explained.items():
        print(f"{count:6,} explained: {EXPLAINED[name][1]}")
    idle = [name for name in EXPLAINED if not files and name not in explained]
    for name in idle:
        print(f"no mutant needs this explanation any more: {name}", file=sys.stderr)
    print(f"{len(jobs):,} mutants, {len(survivors):,} survive unexplained")
    return 1 if survivors or idle else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
