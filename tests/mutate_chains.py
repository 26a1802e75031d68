"""Mutation proof of the chains: what a number says that it rests on, against what changes it.

`make mutate` runs it. Each figure of the article and from outside goes up by a unit of its last
printed place, and is doubled, in value and phrase together, one in turn. Of the rows that a number
names, those that no such mutant changed it by are taken out, with what refers to them; and those
that this doesn't change it by either get another word in each of their coded cells, a date if they
have none, and a figure in place of a name. The cells that sentences need then run in all chapters,
and every number is compared with what it was, by its exact range and its words. Once every figure
has changed, only the numbers are computed that a row hasn't changed yet, and a row is left alone
once it has changed them all.

A chain is *complete* if it names every figure whose change changed the number, and *tight* if each
row that it names changed it for some mutant. A relation stands for the figures that it relates, and
it changed a number if a mutant that turned its verdict did. A sentence that a mutant makes untrue
says no number: what refused it says nothing of its chain, and where all mutants of a row are
refused, it is listed with that reason. Readings are tried likewise: the chapters run under each
assumption, and a number that is another then has to name the open question.

What is found is printed at once. Exits with 1 where less than COMPLETE or TIGHT of the chains are
so, where a number that depends on a reading doesn't name it, where a mutant can't be run, or where
an explanation covers nothing.
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
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any

from mutate import (
    FREE_TEXT,
    NUMBER,
    Mutant,
    changes,
    forked,
    notebooks,
    once,
    raised,
    read_again,
    rows,
    write,
)

from reportbook import prose
from reportbook.data import assumptions, claims, context, datapackage, ledger, origins
from reportbook.site.code import bound, used

COMPLETE, TIGHT = 0.99, 0.9
REAL = datapackage.DATA
FIGURES = ("claims", "context")
SENTENCES = {"%%say": prose.say, "%%cards": prose.cards}  # cells that say numbers
Place = tuple[str, str, int]  # of a number: its chapter, its cell, its place in it
Numbers = dict[Place, dict]
Sentence = tuple[str, str]  # a cell that says numbers: its chapter, its id
Change = Mutant | tuple[str, str]  # a mutant, or a table and a row of it that is taken out
# A row, its changes, and the numbers of which it is enough that one of them changes each; None: all
Job = tuple[str, list[Change], frozenset[Place] | None]
# Of each change the numbers and relations that it turned, and the numbers that it left to be said
Found = list[tuple[set[Place], set[str], set[Place]]]
Pairs = set[tuple[Place, str]]  # a number and a row that it names
SAID = 20  # rows between two words about how far it is
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
    "least": (
        lambda number, _: re.match(r"\{(weakest|gap):", number["name"]),
        "the least of several rests on all of them, and another one is the least in every mutant",
    ),
    "listed": (
        lambda number, _: re.match(r"\{(dated|before|found_all|returning)[:}]", number["name"]),
        "the chapter lists these rows by name: what could be found of them is no cell of theirs",
    ),
}
STOPS = "no mutant tells: the chapter names the row, or what the others print contradicts it"
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
            if table == "claims":
                yield from ((row, Mutant(table, number, it, cells)) for it in told_more(cells))


def told_more(cells: dict[str, str]) -> Iterator[dict[str, str]]:
    """Cells of a claim as they were had the article dated it, or given a figure for a name."""
    if not cells["period"]:
        yield {"period": "2020", "period_basis": "printed"}
    if not cells["value"]:
        figure = read_again("claims", cells | {"kind": "count"}, "13家")
        yield figure | {"kind": "count", "period_basis": cells["period_basis"] or "unknown"}


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


def measured(job: Job, before: Numbers, judged: dict[str, str]) -> Found:
    """What each change of a row turned, until it has turned all that are wanted."""
    _, changes, wanted = job
    found, left = [], wanted
    with tempfile.TemporaryDirectory() as folder:
        for number, change in enumerate(changes):
            data = Path(folder) / str(number)
            shutil.copytree(REAL, data)
            datapackage.DATA = REAL
            if isinstance(change, Mutant):
                write(data, change)
            else:
                take_out(data, *change)
            datapackage.DATA = data
            datapackage.forget()
            of = None if left is None else frozenset((chapter, cell) for chapter, cell, _ in left)
            relations = verdicts() if of is None else {}
            after = numbers(of)
            moved = {place for place in before if not same(before[place], after.get(place))}
            turned = {row for row in relations if judged.get(row) != relations[row]}
            found.append((moved, turned, {*after}))
            if left is not None and not (left := left - moved):
                break
    return found


def take_out(data: Path, table: str, row: str) -> None:
    """Take a row out of a table, and out of the others what refers to it."""
    tables = {entry["name"]: rows(entry["name"]) for entry in datapackage.descriptor()["resources"]}
    gone = [(table, cells) for cells in tables[table] if cells[key(table)] == row]
    for at, left_out in gone:
        tables[at] = [cells for cells in tables[at] if cells is not left_out]
        of = left_out[key(at)]
        if any(cells[key(at)] == of for cells in tables[at]):
            continue  # what refers to it is there still
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
                (other, cells)
                for cells in tables[other]
                if any(of in cells[field].split() or of == cells[field] for field in fields)
                and not any(cells is one for _, one in gone)
            ]
    for at in {at for at, _ in gone}:
        heads = rows(at)[0]
        lines = [",".join(heads)]
        lines += [
            ",".join('"' + cell.replace('"', '""') + '"' for cell in cells.values())
            for cells in tables[at]
        ]
        (data / f"{at}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def numbers(of: frozenset[Sentence] | None = None) -> Numbers:
    """Every number that these sentences say (None: all), but for those that are refused."""
    found = {}
    for chapter in notebooks():
        names: dict[str, Any] = {}
        for cell, code in needed(chapter, of):
            first, _, template = cell.source.partition("\n")
            kind, *options = first.split() or [""]
            try:
                if kind in SENTENCES:
                    said = SENTENCES[kind](template, names, *options).numbers
                    found |= {(chapter, cell.id, at): number for at, number in enumerate(said)}
                else:
                    exec(code, names)
            except Exception:  # the mutant made it untrue, or took a name away
                continue
    return found


@cache
def needed(chapter: str, of: frozenset[Sentence] | None) -> list[tuple[Any, Any]]:
    """The cells of a chapter that these sentences need, the sentences among them, with their code.

    None: all sentences.
    """
    kept: list[tuple[Any, Any]] = []
    wanted: set[str] = set()
    for cell in reversed(coded(chapter)):
        says = cell.source.startswith(tuple(SENTENCES))
        if says and of is not None and (chapter, cell.id) not in of:
            continue
        if says:
            wanted |= {
                *re.findall(r"\{(\w+)", cell.source),
                *re.findall(r"^%%say (\w+)=", cell.source),
            }
        setup = "prose.magics()" in cell.source
        if says or (setup and kept) or bound(cell.source) & wanted:
            wanted |= used(cell.source)
            kept.append((cell, None if says else compile(cell.source, cell.id, "exec")))
    return kept[::-1]


def coded(chapter: str) -> list[Any]:
    return [cell for cell in notebooks()[chapter].cells if cell.cell_type == "code"]


def origin(number: dict, relations: dict[str, list[str]]) -> set[str]:
    """The rows that a number names, and the figures that its relations relate."""
    names = set(number["rests_on"])
    return names | {figure for row in names for figure in relations.get(row, [])}


def same(one: dict | None, other: dict | None) -> bool:
    parts = ("said", "low", "high")
    return one is None or other is None or all(one.get(it) == other.get(it) for it in parts)


def main() -> int:
    sys.stdout.reconfigure(line_buffering=True)  # a run that is cut off has told what it found
    prepare()
    before, judged = numbers(), verdicts()
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
    run = partial(measured, before=before, judged=judged)
    reasons: Counter[str] = Counter()
    faults: list[str] = []
    found = [unread(before, reasons)]
    missing, changed, changes = defaultdict(set), set(), 0
    said: Pairs = set()
    figures = [(row, mutants, None) for row, mutants in by_row(other_figures())]
    for row, turned, place in moved("figures", figures, run, faults, said):
        changed |= {(place, one) for one in (row, *turned)}
        changes += 1
        if row not in origin(before[place], relations) and row not in missing[place]:
            missing[place].add(row)
            tell("unnamed", before, place, row)
    # Only those rows are tried further that a number names and that haven't changed it yet
    pairs = {(place, row) for place, number in before.items() for row in number["rests_on"]}

    def left(row: str) -> frozenset[Place]:
        return frozenset(place for place, one in pairs - changed if one == row)

    idle = sorted({row for _, row in pairs - changed})
    out = [(row, [(origins.table(row), row.partition(":")[2] or row)], left(row)) for row in idle]
    changed |= {(place, row) for row, _, place in moved("rows out", out, run, faults, said)}
    idle = {row for _, row in pairs - changed}
    coded_ = [(row, mutants, left(row)) for row, mutants in by_row(recoded(idle))]
    changed |= {(place, row) for row, _, place in moved("coded cells", coded_, run, faults, said)}
    found.append(verdict(before, missing, changed, changes, said, reasons))
    print(f"{reasons['stops']:6,} explained: {STOPS}")
    for reason in EXPLAINED:
        print(f"{reasons[reason]:6,} explained: {EXPLAINED[reason][1]}")
    for reason in (unused := EXPLAINED.keys() - reasons):
        print(f"nothing needs this explanation any more: {reason}", file=sys.stderr)
    for fault in faults:
        print(f"not run: {fault}", file=sys.stderr)
    return max(*found, int(bool(unused)), int(bool(faults)))


def prepare() -> None:
    """Do once what comes out the same in every mutant."""
    prose.magics = lambda: None  # there is no kernel
    prose._plain = lambda _: ""  # how a notebook shows a sentence is no number of it
    # A phrase reads the same in every mutant that leaves it alone, and the tables are those that
    # the suite has checked, under one descriptor
    for module, function in ((claims, "read_as"), (context, "read_outside"), (ledger, "read")):
        setattr(module, function, cache(getattr(module, function)))
    ledger._judge = once(
        ledger._judge, lambda relation, related: (relation[1:], *related.itertuples(name=None))
    )
    package = datapackage.descriptor()
    datapackage.descriptor = lambda: package
    datapackage.validate = lambda: None
    os.chdir(datapackage.ROOT / "chapters")


def by_row(mutants: Iterator[tuple[str, Mutant]]) -> Iterator[tuple[str, list[Mutant]]]:
    """The mutants of each row together; those of one row come one after another."""
    for row, group in groupby(mutants, key=lambda pair: pair[0]):
        yield row, [mutant for _, mutant in group]


def tell(what: str, before: Numbers, place: Place, row: str, reason: str = "") -> None:
    number = before[place]
    told = f"chapters/{place[0]}, {place[1]}: {number['name']} “{number['said']}”"
    print(f"{what}: {told}: {row}" + (f" ({reason})" if reason else ""))


def explained(number: dict, row: str, reasons: Counter[str]) -> str:
    """The reason why a row or an assumption needn't be as it should, which is counted; or ""."""
    reason = next((key for key, (held, _) in EXPLAINED.items() if held(number, row)), "")
    if reason:
        reasons[reason] += 1
    return reason


def moved(
    what: str, jobs: list[Job], run: Callable[[Job], Found], faults: list[str], said: Pairs
) -> Iterator[tuple[str, set[str], Place]]:
    """Each changed row with the relations that it turned and each number that is another then.

    What couldn't be run joins the faults, and the numbers that a changed row left `said`.
    """
    changes = 0
    for done, ((row, *_), found) in enumerate(forked(jobs, run), start=1):
        if isinstance(found, str):
            faults.append(f"{what}, {row}: {found}")
            continue
        for places, turned, left in found:
            changes += 1
            said |= {(place, row) for place in left}
            for place in places:
                yield row, turned, place
        if done % SAID == 0 or done == len(jobs):
            print(f"{what}: {done:,} of {len(jobs):,} rows, {changes:,} changes of them tried")


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
    changed: Pairs,
    changes: int,
    said: Pairs,
    reasons: Counter[str],
) -> int:
    """Print what is complete and what is tight, and what isn't; 1 where that is too little."""
    lacks = [(place, row) for place, all_ in missing.items() for row in sorted(all_)]
    pairs = [(place, row) for place, number in before.items() for row in number["rests_on"]]
    idle = [pair for pair in pairs if pair not in changed]
    for place, row in idle:
        reason = explained(before[place], row, reasons)
        if not reason and (place, row) not in said:
            reason = "stops"
            reasons[reason] += 1
        tell("without effect", before, place, row, reason)
    complete = 1 - len(lacks) / max(changes, 1)
    tight = 1 - len(idle) / max(len(pairs), 1)
    print(f"complete: {complete:.2%} of {changes:,} changes of numbers are of figures they name")
    print(f"tight: {tight:.2%} of {len(pairs):,} rows that numbers name change them")
    return int(complete < COMPLETE or tight < TIGHT)


if __name__ == "__main__":
    sys.exit(main())
