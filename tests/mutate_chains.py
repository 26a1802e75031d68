"""Mutation proof of the chains: what a number says that it rests on, against what changes it.

`make mutate` runs it. Each figure of the article and from outside goes up by a unit of its last
printed place, in value and phrase together, one in turn; and each row that a number names is taken
out, with what refers to it. The cells that sentences need then run in all chapters, and every
number is compared with what it was, by its exact range and its words.

A chain is *complete* if it names every figure whose change changed the number, and *tight* if each
row that it names changed it for some mutant. A relation stands for the figures that it relates. A
sentence that a mutant makes untrue says no number: what refused it says nothing of its chain.
Exits with 1 where less than COMPLETE or TIGHT of the chains are so, or where an explanation covers
nothing.
"""

from __future__ import annotations

import gc
import os
import re
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mutate import Mutant, forked, notebooks, raised, read_again, rows, write

from reportbook import prose
from reportbook.data import claims, context, datapackage, ledger, origins
from reportbook.site.code import bound, used

COMPLETE, TIGHT = 0.99, 0.9
FIGURES = ("claims", "context")
SENTENCES = {"%%say": prose.say, "%%cards": prose.cards}  # cells that say numbers
Place = tuple[str, str, int]  # of a number: its chapter, its cell, its place in it
Numbers = dict[Place, dict]
# What is not complete or not tight, and can't or needn't be: the reason, by the number and the row
EXPLAINED: dict[str, tuple[Callable[[dict, str], bool], str]] = {}


def key(table: str) -> str:
    return datapackage.resource(table)["schema"]["primaryKey"][0]


def name(table: str, row: dict[str, str]) -> str:
    """A row as chains name it."""
    return row[key(table)] if table in FIGURES else f"{table}:{row[key(table)]}"


def up() -> Iterator[tuple[str, Mutant]]:
    """Each figure with each of its numbers in turn a unit higher, in value and phrase."""
    for table in FIGURES:
        for number, row in enumerate(rows(table), start=2):
            for phrase in raised(row["printed"])[:2]:
                change = read_again(table, row, phrase)
                if "value" in change:
                    yield name(table, row), Mutant(table, number, change, row)


def measured(job: tuple[str, Mutant | tuple[str, str]]) -> Numbers:
    """The numbers of all chapters under a mutant, or with a row taken out."""
    _, change = job
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(datapackage.DATA, data)
        if isinstance(change, Mutant):
            write(data, change)
        else:
            take_out(data, *change)
        datapackage.DATA = data
        datapackage.forget()
        return numbers()


def take_out(data: Path, table: str, row: str) -> None:
    """Take a row out of a table, and out of the others what refers to it."""
    tables = {entry["name"]: rows(entry["name"]) for entry in datapackage.descriptor()["resources"]}
    gone = [(table, row)]
    for at, of in gone:
        tables[at] = [cells for cells in tables[at] if cells[key(at)] != of]
        for entry in datapackage.descriptor()["resources"]:
            other = entry["name"]
            fields = [
                "".join(link["fields"])
                for link in entry["schema"].get("foreignKeys", [])
                if link["reference"].get("resource", "") == at
            ]
            if at in FIGURES and other == "relations":
                fields.append("figures")
            gone += [
                (other, cells[key(other)])
                for cells in tables[other]
                if any(of in cells[field].split() or of == cells[field] for field in fields)
                and (other, cells[key(other)]) not in gone
            ]
    for at in {at for at, _ in gone}:
        heads = rows(at)[0]
        lines = [",".join(heads)]
        lines += [
            ",".join('"' + cell.replace('"', '""') + '"' for cell in cells.values())
            for cells in tables[at]
        ]
        (data / f"{at}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def numbers() -> Numbers:
    """Every number that the chapters say, but for sentences that are refused."""
    found = {}
    for chapter, cells in needed().items():
        names: dict[str, Any] = {}
        for cell in cells:
            first, _, template = cell.source.partition("\n")
            kind, *options = first.split() or [""]
            try:
                if kind in SENTENCES:
                    said = SENTENCES[kind](template, names, *options).numbers
                    found |= {(chapter, cell.id, at): number for at, number in enumerate(said)}
                else:
                    exec(compile(cell.source, cell.id, "exec"), names)
            except Exception:  # the mutant made it untrue, or took a name away
                continue
    return found


_needed: dict[str, list] = {}


def needed() -> dict[str, list]:
    """Of each chapter the cells that its sentences need."""
    if not _needed:
        for chapter, notebook in notebooks().items():
            kept, wanted = [], set()
            for cell in reversed([cell for cell in notebook.cells if cell.cell_type == "code"]):
                says = cell.source.startswith(tuple(SENTENCES))
                if says:
                    wanted |= {
                        *re.findall(r"\{(\w+)", cell.source),
                        *re.findall(r"^%%say (\w+)=", cell.source),
                    }
                setup = "prose.magics()" in cell.source
                if says or setup or bound(cell.source) & wanted:
                    wanted |= used(cell.source)
                    kept.insert(0, cell)
            _needed[chapter] = kept
    return _needed


def origin(number: dict, relations: dict[str, list[str]]) -> set[str]:
    """The rows that a number names, and the figures that its relations relate."""
    names = set(number["rests_on"])
    return names | {figure for row in names for figure in relations.get(row, [])}


def same(one: dict | None, other: dict | None) -> bool:
    parts = ("said", "low", "high")
    return one is None or other is None or all(one.get(it) == other.get(it) for it in parts)


def main() -> int:
    prose.magics = lambda: None  # there is no kernel
    # A phrase reads the same in every mutant that leaves it alone, and the tables are those that
    # the suite has checked
    for module, function in ((claims, "read_as"), (context, "read_outside"), (ledger, "read")):
        setattr(module, function, cache(getattr(module, function)))
    datapackage.validate = lambda: None
    os.chdir(datapackage.ROOT / "chapters")
    before = numbers()
    stored = sum(
        len(output["data"][prose.MIME]["numbers"])
        for notebook in notebooks().values()
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if prose.MIME in output.get("data", {})
    )
    if len(before) != stored:
        print(f"{stored} numbers are stored, and {len(before)} computed", file=sys.stderr)
        return 2
    relations = {name("relations", row): row["figures"].split() for row in rows("relations")}
    datapackage.forget()
    gc.freeze()
    missing, changed, changes = defaultdict(set), set(), 0
    for row, place in moved([*up()], before):
        changed.add((place, row))
        changes += 1
        if row not in origin(before[place], relations):
            missing[place].add(row)
    # Only those rows are taken out that a number names and that haven't changed it yet
    pairs = {(place, row) for place, number in before.items() for row in number["rests_on"]}
    idle = sorted({row for _, row in pairs - changed})
    out = [(row, (origins.table(row), row.rpartition(":")[2])) for row in idle]
    changed |= {(place, row) for row, place in moved(out, before)}
    return verdict(before, missing, changed, changes)


def moved(jobs: list[tuple[str, Any]], before: Numbers) -> Iterator[tuple[str, Place]]:
    """Each mutated row with each number that is another under the mutant."""
    for (row, _), after in forked(jobs, measured):
        if isinstance(after, str):
            print(f"not run: {row}: {after}", file=sys.stderr)
            continue
        for place, number in before.items():
            if not same(number, after.get(place)):
                yield row, place


def verdict(
    before: Numbers, missing: dict[Place, set[str]], changed: set[tuple[Place, str]], changes: int
) -> int:
    """Print what is complete and what is tight, and what isn't; 1 where that is too little."""
    lacks = [(place, row) for place, all_ in missing.items() for row in sorted(all_)]
    pairs = [(place, row) for place, number in before.items() for row in number["rests_on"]]
    idle = [pair for pair in pairs if pair not in changed]
    used_ = Counter()
    for what, found in (("unnamed", lacks), ("without effect", idle)):
        for place, row in found:
            covers = (key for key, (held, _) in EXPLAINED.items() if held(before[place], row))
            reason = next(covers, "")
            used_[reason] += 1
            number = before[place]
            told = f"chapters/{place[0]}, {place[1]}: {number['name']} “{number['said']}”"
            print(f"{what}: {told}: {row}" + (f" ({reason})" if reason else ""))
    complete = 1 - len(lacks) / max(changes, 1)
    tight = 1 - len(idle) / max(len(pairs), 1)
    for reason in EXPLAINED:
        print(f"{used_[reason]:6,} explained: {EXPLAINED[reason][1]}")
    print(f"complete: {complete:.2%} of {changes:,} changes of numbers are of figures they name")
    print(f"tight: {tight:.2%} of {len(pairs):,} rows that numbers name change them")
    unused = [reason for reason in EXPLAINED if not used_[reason]]
    for reason in unused:
        print(f"nothing needs this explanation any more: {reason}", file=sys.stderr)
    return 1 if complete < COMPLETE or tight < TIGHT or unused else 0


if __name__ == "__main__":
    sys.exit(main())
