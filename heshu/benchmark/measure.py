"""How well heshu does on the benchmark, beside baselines that need no model: `python measure.py`.

Prints precision and recall by kind with their intervals, and writes results.json. With
`--readme` it also writes the numbers into the marked place of heshu's README.md and
README.zh.md. cn2an and jionlp are measured where they are installed (requirements.txt, in an
environment of its own); elsewhere their numbers of the same tables are kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator

import naive
import readme
from counting import Table, accusations, share, shares
from gold import HALVES, HERE, KINDS, SLIPS, Item, holds, load, traps, twin
from marking import Answer, Answers, Checker, Marks, joined, mark, ours, states

from heshu.relations import CONSISTENT, DOUBTFUL, INCONSISTENT

RESULTS = HERE / "results.json"
TABLES = ("texts.csv", "relations.csv", "slips.csv", "traps.csv")


def measure(items: list[Item], checker: Checker) -> tuple[dict[str, object], list[str]]:
    """A checker's table on these items, and a line for each thing that isn't right."""
    total = Marks()
    for item in items:
        marks = mark(item, checker)
        for name in ("formed", "missed", "right", "wrong", "found", "passed"):
            getattr(total, name).update(getattr(marks, name))
        for name in ("accused", "doubted", "hinted", "beside"):
            setattr(total, name, getattr(total, name) + getattr(marks, name))
        total.remarks += marks.remarks
    codes = sorted(total.right | total.wrong)
    characters = sum(len(item.text) for item in items)
    return {
        "recall": shares(total.formed, total.missed, KINDS),
        "precision": shares(total.right, total.wrong, codes),
        "slips": shares(total.found, total.passed, SLIPS),
        "accusations": accusations(total.accused, characters),
        "doubts": accusations(total.doubted, characters),
        "hints": share(total.hinted, total.found.total() + total.passed.total()),
        "accusations beside a slip": total.beside,
    }, total.remarks


def trapped(texts: list[str], checker: Checker) -> dict[str, object]:
    """What a checker accuses, and doubts, in right texts that are written to mislead."""
    verdicts = [one.verdict for text in texts for one in checker(text).tested]
    characters = sum(map(len, texts))
    return {
        "texts": len(texts),
        "accusations": accusations(verdicts.count(INCONSISTENT), characters),
        "doubts": accusations(verdicts.count(DOUBTFUL), characters),
    }


# Baselines


def at_face(item: Item) -> Checker:
    """heshu's joins, with no interval: the printed numbers must give the printed one.

    What it joins is held by the formula that the benchmark has for it, if there is one.
    """

    def checker(text: str) -> Answers:
        answers = ours(text)
        formulas = (
            [one.formula for one in item.relations]
            if text == item.text
            else [
                claim
                for slip in item.slips
                if twin(item.text, slip) == text
                for claim in slip.claims
            ]
        )
        known = {formula: joined(text, formula, answers.figures) for formula in formulas}
        tested = []
        for one in answers.tested:
            if stated := states(one, answers, known):
                fits = all(holds(text, formula, "face") for formula in stated)
                verdict = CONSISTENT if fits else INCONSISTENT
                tested.append(Answer(one.code, one.places, verdict))
        return Answers(answers.figures, tuple(tested), answers.times)

    return checker


def face_value(items: list[Item]) -> dict[str, object]:
    """The table of heshu's joins at face value."""
    by_id = {item.text: item for item in items}
    by_id |= {twin(item.text, slip): item for item in items for slip in item.slips}
    return measure(items, lambda text: at_face(by_id[text])(text))[0]


def others(items: list[Item]) -> Iterator[tuple[str, dict[str, object] | None]]:
    """The tables of naive ratios on other readers' numbers; None where a reader is missing."""
    for name in naive.READERS:
        checker = naive.checker(name)
        yield name, measure(items, checker)[0] if checker else None


# What is printed and written


def halves(items: list[Item]) -> dict[str, list[Item]]:
    sets = {half: [item for item in items if item.half == half] for half in HALVES}
    return {half: these for half, these in sets.items() if these}


def fingerprint(items: list[Item]) -> str:
    """Of a half: numbers that were measured on other items aren't kept."""
    return hashlib.sha256(repr(items).encode()).hexdigest()[:16]


def lines(name: str, table: Table) -> Iterator[str]:
    accused = table["accusations"]
    yield (
        f"{name}: {accused['count']} false accusations in {accused['characters']:,} characters, "
        + (
            f"{accused['per 10,000']} per 10,000 [{accused['low']}, {accused['high']}]; "
            f"{table['accusations beside a slip']} beside a planted slip; "
            f"{table['doubts']['count']} doubtful on right texts, {table['hints']['hits']} slips"
        )
    )
    titles = {"recall": "relations formed", "precision": "formed rightly", "slips": "slips found"}
    for part, title in titles.items():
        for kind, row in table[part].items():
            rate = 100 * row["hits"] / row["of"] if row["of"] else 0
            interval = f"[{100 * row['low']:.0f}, {100 * row['high']:.0f}]"
            label = title if kind == "all" else f"  {kind}"
            yield f"  {label:<20}{row['hits']:>5} of {row['of']:<5}{rate:>6.1f} %  {interval}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--readme", action="store_true", help="write the READMEs' numbers too")
    parser.add_argument("--remarks", action="store_true", help="print what is missed and wrong")
    parser.add_argument("--item", help="look at one item alone, and write nothing")
    args = parser.parse_args()
    items = load()
    if args.item:
        these = [item for item in items if item.id == args.item]
        print("\n".join([*(one.text for one in these), *measure(these, ours)[1]]))
        return
    before = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    report: Table = {"items": {}, "heshu": {}, "face value": {}}
    for half, these in halves(items).items():
        report["items"][half] = fingerprint(these)
        same = before.get("items", {}).get(half) == report["items"][half]
        report["heshu"][half], remarks = measure(these, ours)
        report["face value"][half] = face_value(these)
        print("\n".join(lines(f"heshu, {half} half", report["heshu"][half])))
        print(
            "\n".join(
                lines(f"heshu's joins at face value, {half} half", report["face value"][half])
            )
        )
        if args.remarks:
            print("\n".join(remarks))
        for name, table in others(these):
            if table is None and same:
                table = before.get(name, {}).get(half)
            if table is None:
                print(f"{name}: not installed (pip install -r requirements.txt), not measured")
                continue
            report.setdefault(name, {})[half] = table
            print("\n".join(lines(f"{name} and naive ratios, {half} half", table)))
    report["traps"] = trapped(traps(), ours)
    count = report["traps"]["accusations"]["count"]
    print(f"heshu, {report['traps']['texts']} right texts written to mislead: {count} accused")
    RESULTS.write_text(json.dumps(report, indent=1, sort_keys=False) + "\n", encoding="utf-8")
    if args.readme:
        try:
            readme.write(report)
        except ValueError as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main()
