"""Turn drafts, as a person writes them, into rows of the three tables: `python draft.py FILE…`.

README.md shows the form. A draft that isn't right is refused with its name and the remedy, and
nothing is written. `--half` says into which half the items go: the last if it is left out.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import sys
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import floor
from pathlib import Path

from gold import (
    HALVES,
    HERE,
    KINDS,
    QUOTED,
    SLIPS,
    SOURCES,
    GoldError,
    Item,
    Relation,
    Slip,
    change,
    holds,
    load,
    moved,
    number,
    place,
    quote,
    spans,
    twin,
)
from verify import problems

# A relation as a draft has it: its kind and its figures, and the formula that they stand for
FORMS = {
    "share": "{2} = {0} / {1}",
    "change": "{2} = {1} / ({0} - {1})",
    "change-": "{2} = {1} / ({0} + {1})",
    "growth": "{2} = {1} / {0} - 1",
    "growth-": "{2} = 1 - {1} / {0}",
    "difference": "{0} = {1} - {2}",
    "points": "{0} = {1} - {2}",
    "product": "{0} = {1} * {2}",
    "average": "{0} = {1} / {2}",
    "rate": "{0} = {1} / {2}",
    "multiple": "{0} = {1} / {2}",
    "same": "{0} = {1}",
    "order": "{0} <= {1}",
    "grim": "grim({0}, {1})",
    "duration": "{0} = {1} - {2}",
}
# Words before a change that lead down from the larger figure
FALLS = "[下降回]降|降低|减少|回落|缩"
PLACEHOLDER = re.compile(r"\{(?:([a-z]\w*)=)?([^{}:]+):(,?\d)\}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("drafts", nargs="+", type=Path)
    parser.add_argument("--half", choices=HALVES, default=HALVES[-1])
    args = parser.parse_args()
    texts, relations, slips = [], [], []
    known = {item.id for item in load()} if (HERE / "texts.csv").exists() else set()
    wrong = []
    for path in args.drafts:
        for block in re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            try:
                item = read(block, args.half)
                if item.id in known:
                    raise GoldError(f"{item.id}: there is such an item")
                wrong += problems(item)
            except (GoldError, KeyError, IndexError, ZeroDivisionError, SyntaxError) as error:
                wrong.append(f"{block.split()[0]}: {error}")
                continue
            known.add(item.id)
            texts.append([item.id, item.half, item.source, item.text, item.note])
            for one in item.relations:
                relations.append([one.text, one.kind, one.formula, "yes" if one.counted else "no"])
            for slip in item.slips:
                row = [slip.text, slip.kind, slip.was, slip.becomes, "; ".join(slip.claims)]
                slips.append(row)
    if wrong:
        sys.exit("\n".join([*wrong, f"{len(wrong)} faults: nothing is written"]))
    append("texts.csv", ["id", "half", "source", "text", "note"], texts)
    append("relations.csv", ["text", "kind", "formula", "counted"], relations)
    append("slips.csv", ["text", "kind", "was", "becomes", "claims"], slips)
    print(f"{len(texts)} texts, {len(relations)} relations, {len(slips)} slips")


def append(name: str, header: list[str], new: list[list[str]]) -> None:
    path = HERE / name
    fresh = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([header, *new] if fresh else new)


def read(block: str, half: str) -> Item:
    """An item from its draft."""
    head, *lines = block.strip().splitlines()
    id, source = head.split()
    if source not in SOURCES:
        raise GoldError(f"{source} is none of {', '.join(SOURCES)}")
    values: dict[str, Fraction] = {}
    printed: dict[str, str] = {}
    text, notes, later = [], [], []
    for line in lines:
        if line.startswith("let "):
            for name, expression in (part.split("=", 1) for part in line[4:].split(";")):
                values[name.strip()] = evaluate(expression, values)
        elif line.startswith("# "):
            notes.append(line[2:])
        elif line.startswith(("> ", "- ", "~ ")):
            later.append(line)
        elif line:
            text.append(PLACEHOLDER.sub(lambda match: fill(match, values, printed), line))
    whole = "\n".join(text)
    later = [re.sub(r"@([a-z]+)", lambda match: printed[match[1]], line) for line in later]
    relations = [
        relation(id, whole, line[2:], counted=line[0] == ">") for line in later if line[0] != "~"
    ]
    slips = [slip(id, whole, line[2:], relations) for line in later if line[0] == "~"]
    return Item(id, half, source, whole, " ".join(notes), tuple(relations), tuple(slips))


def evaluate(expression: str, values: dict[str, Fraction]) -> Fraction:
    """The exact value of an expression in decimals and names. Drafts are one's own: it is run."""
    exact = re.sub(r"(?<![\w.])(\d+(?:\.\d+)?)", r'Fraction("\1")', expression.strip())
    try:
        return Fraction(eval(exact, {"__builtins__": {}}, {"Fraction": Fraction, **values}))
    except NameError as error:
        raise GoldError(str(error)) from error


def fill(match: re.Match[str], values: dict[str, Fraction], printed: dict[str, str]) -> str:
    """What a placeholder prints; its name keeps the exact value and what was printed."""
    name, expression, form = match.groups()
    value = evaluate(expression, values)
    decimals = int(form[-1])
    text = decimal(value, decimals)
    if form[0] == ",":
        whole, point, rest = text.partition(".")
        text = f"{int(whole):,}{point}{rest}"
    name = name or (expression if expression in values else "")
    if name:
        values[name], printed[name] = value, text
    return text


def decimal(value: Fraction, decimals: int) -> str:
    """Rounded half up, as printed numbers are."""
    digits = str(floor(abs(value) * 10**decimals + Fraction(1, 2))).zfill(decimals + 1)
    text = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    return f"-{text}" if value < 0 else text


def cite(text: str, phrase: str) -> str:
    """A figure of a draft, such as 5件#2, as formulas quote it."""
    phrase, _, nth = phrase.replace("␣", " ").partition("#")
    return quote(text, place(text, phrase, int(nth or 0)))


def relation(id: str, text: str, line: str, counted: bool = True) -> Relation:
    """A relation from its line: its kind and its figures, or its kind and its formula."""
    kind, _, rest = line.partition(" ")
    if ":" in kind:  # kind: a formula as it is
        return Relation(id, known(kind.rstrip(":")), rest, counted)
    name = known(kind.rstrip("-"))
    *first, years = rest.split()
    if kind == "annual":
        rate, base, end = (cite(text, phrase) for phrase in first)
        return Relation(id, kind, f"(1 + {rate}) ** {years} = {end} / {base}", counted)
    figures = [cite(text, phrase) for phrase in rest.split()]
    if kind == "parts":
        formula = f"{figures[0]} = {' + '.join(figures[1:])}"
    elif kind == "hundred":
        formula = f"1 = {' + '.join(figures)}"
    elif kind == "mix":
        ended = [f"{a} / (1 + {b})" for a, b in zip(figures[::2], figures[1::2], strict=True)]
        formula = f"{ended[0]} = {' + '.join(ended[1:])}"
    else:
        formula = FORMS[kind].format(*figures)
    return Relation(id, name, formula, counted)


def known(kind: str) -> str:
    if kind not in KINDS:
        raise GoldError(f"{kind} is none of {', '.join(KINDS)}")
    return kind


def slip(id: str, text: str, line: str, relations: list[Relation]) -> Slip:
    """A slip from its line: its kind, what it changes, and, if it isn't plain, what it claims."""
    line, _, claims = line.partition(" :: ")
    kind, _, rest = line.partition(" ")
    if kind not in SLIPS:
        raise GoldError(f"{kind} is none of {', '.join(SLIPS)}")
    was, arrow, becomes = rest.partition(" > ")
    was = was.replace("␣", " ")
    if arrow:
        made = Slip(id, kind, was, becomes, ())
        return claimed(text, made, relations, claims)
    # Left to chance, which the item's name decides
    chance = random.Random(f"{id} {line}")
    phrase, *other = was.split()
    start, end = place(text, *split(phrase))
    for new in changes(kind, text[start:end], other, text, chance):
        left, right = start, end
        # As many words around it as make it unique
        while text.count(text[left:right]) > 1:
            left, right = max(0, left - 1), right if left else right + 1
        changed = text[left:start] + new + text[end:right]
        try:
            made = Slip(id, kind, text[left:right], changed, ())
            return claimed(text, made, relations, claims)
        except GoldError:
            continue
    raise GoldError(f"no change of {phrase} contradicts a relation beyond rounding: {line}")


def split(phrase: str) -> tuple[str, int]:
    phrase, _, nth = phrase.partition("#")
    return phrase, int(nth or 0)


def changes(
    kind: str, phrase: str, other: list[str], text: str, chance: random.Random
) -> Iterator[str]:
    """What a figure may become, in an order left to chance."""
    signs = list(phrase)
    digits = [i for i, sign in enumerate(signs) if sign.isdigit()]
    if kind == "digit":
        made = [(i, str(digit)) for i in digits for digit in range(10) if str(digit) != signs[i]]
        chance.shuffle(made)
        for i, digit in made:
            if not (digit == "0" and i == digits[0]):
                yield phrase[:i] + digit + phrase[i + 1 :]
    elif kind == "transposed":
        pairs = [(i, j) for i, j in pairwise(digits) if signs[i] != signs[j]]
        chance.shuffle(pairs)
        for i, j in pairs:
            if not (i == digits[0] and signs[j] == "0"):
                yield phrase[:i] + signs[j] + phrase[i + 1 : j] + signs[i] + phrase[j + 1 :]
    elif kind == "unit":
        for old, new in (("万亿", "亿"), ("亿", "万"), ("万", "亿")):
            if old in phrase:
                yield phrase.replace(old, new)
                return
    elif kind == "points":
        yield (
            phrase.replace("个百分点", "%")
            if "百分点" in phrase
            else phrase.replace("%", "个百分点")
        )
    elif kind == "above":
        whole = number(text[slice(*place(text, *split(other[0])))]).face
        printed = re.search(r"\d[\d,]*(?:\.\d+)?", phrase)
        if not printed:
            raise GoldError(f"say what {phrase} becomes: it has no digits")
        old = printed[0]
        scale = number(phrase).face / Fraction(old.replace(",", ""))
        decimals = len(old.partition(".")[2])
        for _ in range(5):
            value = whole / scale * Fraction(103 + chance.randrange(30), 100)
            new = decimal(value, decimals)
            yield phrase.replace(old, f"{int(new):,}" if "," in old else new)
    else:
        raise GoldError(f"say what {phrase} becomes by {kind}")


def claimed(text: str, slip: Slip, relations: list[Relation], claims: str) -> Slip:
    """The slip with what the twin claims and what can't be true."""
    changed = twin(text, slip)
    if claims:
        made = [relation(slip.text, changed, part).formula for part in claims.split(" && ")]
    else:
        start = text.index(slip.was)
        falling = bool(re.search(FALLS, text[max(0, start - 3) : start + len(slip.was)]))
        made = [
            turned(slip.kind, carried(text, changed, one.formula), falling)
            for one in relations
            if any(a < start + len(slip.was) and start < b for a, b in spans(text, one.formula))
        ]
    wrong = [formula for formula in made if not holds(changed, formula, "loose")]
    if not wrong:
        raise GoldError(f"rounding forgives {slip.was} > {slip.becomes}")
    return Slip(slip.text, slip.kind, slip.was, slip.becomes, tuple(wrong))


def carried(text: str, changed: str, formula: str) -> str:
    """A formula of a text in the figures of its twin."""

    def cited(match: re.Match[str]) -> str:
        span = place(text, match[1], int(match[2] or 0))
        return quote(changed, moved(span, *change(text, changed)))

    return QUOTED.sub(cited, formula)


def turned(kind: str, formula: str, falling: bool) -> str:
    """What a formula becomes where by is said for to, or per cent for points."""
    left, equals, right = formula.partition(" = ")
    if not equals:
        return formula
    if kind == "by/to" and right.count("[") == 2 and left.count("[") == 1 and "**" not in left:
        if right.endswith(" - 1"):
            return formula.removesuffix(" - 1")
        if right.startswith("1 - "):
            return f"{left} = {right.removeprefix('1 - ')}"
        return f"{formula} - 1"
    if kind == "points" and re.fullmatch(r"\[[^]]+\] - \[[^]]+\]", right):
        high, low = right.split(" - ")
        return f"{left} = 1 - {low} / {high}" if falling else f"{left} = {high} / {low} - 1"
    return formula


if __name__ == "__main__":
    main()
