"""Hold every item to its arithmetic: `python verify.py` prints what is wrong, or the counts.

Each relation must hold with every figure rounded to the nearest, and each planted slip must
break what its twin claims even where every figure may be rounded up or down.
"""

from __future__ import annotations

import re
import sys
from collections import Counter

from gold import HALVES, KINDS, SLIPS, SOURCES, GoldError, Item, holds, load, spans, twin


def problems(item: Item) -> list[str]:
    """What is wrong with an item, a line each."""
    found = []
    if not re.fullmatch(r"[a-z]+-\d{2,4}", item.id):
        found.append(f"{item.id}: an item is named by its source and a number, such as court-07")
    if item.source not in SOURCES or item.half not in HALVES:
        found.append(f"{item.id}: no such source or half: {item.source}, {item.half}")
    for one in item.relations:
        try:
            if one.kind not in KINDS:
                found.append(f"{item.id}: no such kind: {one.kind}")
            elif len(spans(item.text, one.formula)) < (1 if one.kind == "hundred" else 2):
                found.append(f"{item.id}: one figure alone: {one.formula}")
            elif not holds(item.text, one.formula):
                found.append(f"{item.id}: doesn't hold: {one.formula}")
        except (GoldError, SyntaxError) as error:
            found.append(f"{item.id}: {one.formula}: {error}")
    for slip in item.slips:
        try:
            if slip.kind not in SLIPS:
                found.append(f"{item.id}: no such slip: {slip.kind}")
            changed = twin(item.text, slip)
            if not slip.claims:
                found.append(f"{item.id}: {slip.was} > {slip.becomes}: nothing that can't be true")
            for formula in slip.claims:
                if holds(changed, formula, "loose"):
                    found.append(f"{item.id}: rounding forgives {slip.was} > {slip.becomes}")
        except (GoldError, SyntaxError) as error:
            found.append(f"{item.id}: {slip.was} > {slip.becomes}: {error}")
    formulas = Counter((one.kind, one.formula) for one in item.relations)
    found += [f"{item.id}: twice: {one[1]}" for one, times in formulas.items() if times > 1]
    return found


def main() -> None:
    items = load()
    wrong = [line for item in items for line in problems(item)]
    names = Counter(item.id for item in items)
    wrong += [f"{name}: {times} items" for name, times in names.items() if times > 1]
    if wrong:
        sys.exit("\n".join(wrong))
    for half in HALVES:
        these = [item for item in items if item.half == half]
        if not these:
            continue
        relations = [one for item in these for one in item.relations if one.counted]
        slips = [one for item in these for one in item.slips]
        signs = sum(len(item.text) for item in these)
        print(f"{half}: {len(these)} items, {signs} characters, {len(relations)} relations")
        for name, ones in (("relations", relations), ("slips", slips), ("sources", None)):
            count = (
                Counter(item.source for item in these)
                if ones is None
                else Counter(one.kind for one in ones)
            )
            print(f"  {name}: " + ", ".join(f"{kind} {n}" for kind, n in count.most_common()))


if __name__ == "__main__":
    main()
