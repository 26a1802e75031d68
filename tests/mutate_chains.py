"""Mutation proof of the chains: what a number says that it rests on, against what changes it.

`make mutate` runs it. Each figure of the article and from outside goes up by a unit of its last
printed place, and is doubled, in value and phrase together, one in turn. Of the rows that a number
names, those that no such mutant changed it by are taken out, with what refers to them; and those
that this doesn't change it by either get another word in each of their coded cells. The cells that
sentences need then run in all chapters, and every number is compared with what it was, by its exact
range and its words.

A chain is *complete* if it names every figure whose change changed the number, and *tight* if each
row that it names changed it for some mutant. A relation stands for the figures that it relates, and
it changed a number if a mutant that turned its verdict did. A sentence that a mutant makes untrue
says no number: what refused it says nothing of its chain. Readings are tried likewise: the chapters
run under each assumption, and a number that is another then has to name the open question.

Exits with 1 where less than COMPLETE or TIGHT of the chains are so, where a number that depends on
a reading doesn't name it, or where an explanation covers nothing.
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
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from mutate import (
    FREE_TEXT,
    NUMBER,
    Mutant,
    changes,
    forked,
    notebooks,
    raised,
    read_again,
    rows,
    write,
)

from reportbook import prose
from reportbook.data import assumptions, claims, context, datapackage, ledger, origins
from reportbook.site.code import bound, used

COMPLETE, TIGHT = 0.99, 0.9
FIGURES = ("claims", "context")
SENTENCES = {"%%say": prose.say, "%%cards": prose.cards}  # cells that say numbers
Place = tuple[str, str, int]  # of a number: its chapter, its cell, its place in it
Numbers = dict[Place, dict]
Found = tuple[Numbers, set[str]]  # the numbers of a mutant, and the relations that it turned
# What is not complete or not tight, and can't or needn't be: the reason, by the number and the row
EXPLAINED: dict[str, tuple[Callable[[dict, str], bool], str]] = {
    "in-file": (
        lambda number, row: number["name"] in COUNTS_OF_FILE and row == "other-place",
        "how many rows a file has depends on no reading; a run under one counts those it may use",
    ),
    "sources": (
        lambda number, row: number["name"] == "{sources}" and row in rows_of("context"),
        "a source counts as long as one figure of it is left",
    ),
}
COUNTS_OF_FILE = {"{every_one}", "{sources}", "{read_again}", "{high}", "{medium}"}
# Questions with one answer: the first year lies before the five where the ends are five apart, and
# all that is over a figure ends at the next digit
SAME = {"first-year": "years-apart", "over-agencies": "over-firms"}


def rows_of(table: str) -> set[str]:
    """The names of a table's rows, as chains have them."""
    return {name(table, row) for row in rows(table)}


def key(table: str) -> str:
    return datapackage.resource(table)["schema"]["primaryKey"][0]


def name(table: str, row: dict[str, str]) -> str:
    """A row as chains name it."""
    return row[key(table)] if table in FIGURES else f"{table}:{row[key(table)]}"


def other_figures() -> Iterator[tuple[str, Mutant]]:
    """Each figure with each of its numbers in turn a unit higher, and doubled."""
    for table in FIGURES:
        for number, row in enumerate(rows(table), start=2):
            for phrase in (*raised(row["printed"])[:2], *doubled(row["printed"])[:2]):
                change = read_again(table, row, phrase)
                if "value" in change:
                    yield name(table, row), Mutant(table, number, change, row)


def doubled(phrase: str) -> list[str]:
    """The phrase with each of its numbers in turn doubled, as precise as it is printed."""
    found = []
    for match in NUMBER.finditer(phrase):
        decimals = len(match[0].partition(".")[2])
        comma = "," * ("," in match[0])
        twice = f"{2 * Decimal(match[0].replace(',', '')):{comma}.{decimals}f}"
        found.append(phrase[: match.start()] + twice + phrase[match.end() :])
    return found


def recoded(names: set[str]) -> Iterator[tuple[str, Mutant]]:
    """Each of these rows with each of its coded cells in turn another word that it may hold."""
    for table in {origins.table(one) for one in names}:
        schema, known = datapackage.resource(table)["schema"], rows(table)
        for number, cells in enumerate(known, start=2):
            if (row := name(table, cells)) not in names:
                continue
            for entry in schema["fields"]:
                column = entry["name"]
                if column in FREE_TEXT or column in schema["primaryKey"]:
                    continue
                for change in changes(table, entry, cells, [other[column] for other in known]):
                    if any(cells[one] != text for one, text in change.items()):
                        yield row, Mutant(table, number, change, cells)


def verdicts() -> dict[str, str]:
    """The verdict of every relation, by its name as chains have it; "" where they can't be told."""
    try:
        judged = [ledger.judged(), ledger.judged_outside()]
    except datapackage.DataError:
        return {}
    return {f"relations:{row}": it for table in judged for row, it in table["verdict"].items()}


def assumed(assumption: str) -> Numbers:
    """The numbers of all chapters under an assumption."""
    with assumptions.assuming(assumption):
        return numbers()


def measured(job: tuple[str, Mutant | tuple[str, str]]) -> Found:
    """The numbers of all chapters under a mutant, or with a row taken out; what it turned."""
    before = verdicts()
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
        after = verdicts()
        return numbers(), {row for row in after if before.get(row) != after[row]}


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
    for row, turned, place in moved([*other_figures()], before):
        changed |= {(place, one) for one in (row, *turned)}
        changes += 1
        if row not in origin(before[place], relations):
            missing[place].add(row)
    # Only those rows are tried further that a number names and that haven't changed it yet
    pairs = {(place, row) for place, number in before.items() for row in number["rests_on"]}
    idle = sorted({row for _, row in pairs - changed})
    out = [(row, (origins.table(row), row.partition(":")[2] or row)) for row in idle]
    changed |= {(place, row) for row, _, place in moved(out, before)}
    coded = [*recoded({row for _, row in pairs - changed})]
    changed |= {(place, row) for row, _, place in moved(coded, before)}
    reasons: Counter[str] = Counter()
    found = [unread(before, reasons), verdict(before, missing, changed, changes, reasons)]
    for reason in EXPLAINED:
        print(f"{reasons[reason]:6,} explained: {EXPLAINED[reason][1]}")
    for reason in (unused := EXPLAINED.keys() - reasons):
        print(f"nothing needs this explanation any more: {reason}", file=sys.stderr)
    return max(*found, int(bool(unused)))


def explained(number: dict, row: str, reasons: Counter[str]) -> str:
    """The reason why a row or an assumption needn't be as it should, which is counted; or ""."""
    reason = next((key for key, (held, _) in EXPLAINED.items() if held(number, row)), "")
    if reason:
        reasons[reason] += 1
    return reason


def moved(jobs: list[tuple[str, Any]], before: Numbers) -> Iterator[tuple[str, set[str], Place]]:
    """Each mutated row with the relations that it turned and each number that is another then."""
    for (row, _), found in forked(jobs, measured):
        if isinstance(found, str):
            print(f"not run: {row}: {found}", file=sys.stderr)
            continue
        after, turned = found
        for place, number in before.items():
            if not same(number, after.get(place)):
                yield row, turned, place


def unread(before: Numbers, reasons: Counter[str]) -> int:
    """Print each number that is another under an assumption whose question it doesn't name."""
    asked = {
        row["assumption"]: SAME.get(row["ambiguity"], row["ambiguity"])
        for row in rows("assumptions")
    }
    lacks = tried = 0
    for assumption, after in forked([*asked], assumed):
        for place, number in before.items():
            if same(number, after.get(place)):
                continue
            tried += 1
            told = {
                asked.get(reading, SAME.get(reading, reading))
                for reading in number.get("readings", [])
            }
            if asked[assumption] not in told and not explained(number, assumption, reasons):
                lacks += 1
                print(f"unread: chapters/{place[0]}, {place[1]}: {number['name']}: {assumption}")
    print(f"readings: {tried - lacks:,} of {tried:,} changes under assumptions are of those named")
    return int(lacks > 0)


def verdict(
    before: Numbers,
    missing: dict[Place, set[str]],
    changed: set[tuple[Place, str]],
    changes: int,
    reasons: Counter[str],
) -> int:
    """Print what is complete and what is tight, and what isn't; 1 where that is too little."""
    lacks = [(place, row) for place, all_ in missing.items() for row in sorted(all_)]
    pairs = [(place, row) for place, number in before.items() for row in number["rests_on"]]
    idle = [pair for pair in pairs if pair not in changed]
    for what, found in (("unnamed", lacks), ("without effect", idle)):
        for place, row in found:
            number = before[place]
            reason = explained(number, row, reasons)
            told = f"chapters/{place[0]}, {place[1]}: {number['name']} “{number['said']}”"
            print(f"{what}: {told}: {row}" + (f" ({reason})" if reason else ""))
    complete = 1 - len(lacks) / max(changes, 1)
    tight = 1 - len(idle) / max(len(pairs), 1)
    print(f"complete: {complete:.2%} of {changes:,} changes of numbers are of figures they name")
    print(f"tight: {tight:.2%} of {len(pairs):,} rows that numbers name change them")
    return int(complete < COMPLETE or tight < TIGHT)


if __name__ == "__main__":
    sys.exit(main())
