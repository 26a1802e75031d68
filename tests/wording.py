"""What the words of the book claim, and what each claim rests on.

A passage is what is said at one place, as it is typed, with placeholders where its numbers stand: a
sentence or a key figure that has a number, a heading, or a text of a chart. A word that claims
something (a row of `words.csv`) rests on an `assert` below the same heading, whose message is the
words that it bears out, to the letter; it may name several, parted by “ … ”. The condition must be
one that such words can rest on: `more` needs a `>` and no `<`, `none` something that is empty,
`ten` a 10. What compares numbers in a sentence must read what these numbers come from.

All of it is read from the stored notebooks; nothing is run.
"""

from __future__ import annotations

import ast
import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

from reportbook import drawing, prose
from reportbook.data import origins

VOCABULARY = Path(__file__).with_name("words.csv")
COUNTED = Path(__file__).with_name("counted.csv")
CHART_TEXTS = ("headline", "subtitle", "description", "note")
# The headings that end every chapter, and claim nothing
PLAIN_HEADINGS = {"The data", "What this does not show", "What follows"}
GAP = " … "
OPERATORS = {
    ast.Gt: ">", ast.GtE: ">", ast.Lt: "<", ast.LtE: "<", ast.Eq: "==", ast.NotEq: "!=",
    ast.In: "in", ast.NotIn: "nothing",
}  # fmt: skip
# What finds that there is none
EMPTY = {"empty", "isna", "isdisjoint"}
NEGATIONS = re.compile(r"\w*n't\b|\bcannot\b")
# Roles, code, quotations and the targets of links claim nothing
MASKED = re.compile(r"\{\w+\}`[^`]*`|`[^`]*`|“[^”]*”|\"[^\"]*\"|\]\([^)]*\)|\{[^{}`]*\}(?!`)")
COMPUTED = re.compile(r"\{(?!\w+\}`)[^{}`]*\}")
# What a form writes, or the axis of a chart
UNITS = re.compile(
    r"\W*(million|billion|thousand|hundred|per ?cent|percentage points|yuan)\b|\s*(%)"
)
SCALES = re.compile(
    r"\b(?:thousand|million|billion|yuan|per cent|percentage points|times|days|months)\b|%",
    re.IGNORECASE,
)
SIGNS = {"per cent": "%"}
RATES = re.compile(r"\ban? (?:month|week|day|quarter|hour)\b", re.IGNORECASE)
# What every chapter begins with: to share it means nothing
COMMON = {
    "article", "outside", "value", "known", "section", "words",
    "charts", "prose", "tables", "claims", "context", "datapackage", "ledger", "pd", "Fraction",
    "Interval", "analysis", "interval", "number", "PER_CENT", "traced", "len", "all", "any", "set",
    "list", "min", "max", "map", "zip", "int", "float", "sum", "str",
}  # fmt: skip


@cache
def vocabulary() -> dict[str, dict[str, str]]:
    """The words that claim, and the fixed phrases that don't (`needs` is empty), by themselves."""
    with VOCABULARY.open(encoding="utf-8", newline="") as handle:
        return {row["word"].lower(): row for row in csv.DictReader(handle)}


@cache
def counted() -> dict[str, set[str]]:
    """The nouns that may follow a number, each with the units that it counts (“-” for rows)."""
    with COUNTED.open(encoding="utf-8", newline="") as handle:
        return {row["noun"]: set(row["units"].split()) for row in csv.DictReader(handle)}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(vocabulary(), key=len, reverse=True)
    return re.compile(
        rf"\b(?:{'|'.join(longest)})(?:\b|(?<=20))|{NEGATIONS.pattern}", re.IGNORECASE
    )


@dataclass
class Guard:
    """An assert: the words that it bears out, what its condition has, and what it reads."""

    says: str
    condition: str
    features: frozenset[str]
    reads: frozenset[str]


@dataclass
class Passage:
    """What is said at one place, as typed, and what the numbers in it read."""

    kind: str
    text: str
    cell: int
    numbers: list[dict] = field(default_factory=list)
    reads: frozenset[str] = frozenset()
    each: dict[str, frozenset[str]] = field(default_factory=dict)
    table: str = ""  # what the chart shows: heads with their units, and cells


@dataclass
class Section:
    """What stands below a heading: passages, asserts, and all of its words."""

    chapter: str
    heading: str
    passages: list[Passage] = field(default_factory=list)
    guards: list[Guard] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


@dataclass
class Flow:
    """What the names of a chapter were computed from: names and ids of rows."""

    names: dict[str, set[str]] = field(default_factory=dict)
    values: dict[str, ast.expr] = field(default_factory=dict)

    def learn(self, tree: ast.AST) -> None:
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign | ast.AugAssign | ast.For | ast.comprehension):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                value = node.iter if isinstance(node, ast.For | ast.comprehension) else node.value
                for target in targets:
                    for name in ast.walk(target):
                        if isinstance(name, ast.Name):
                            self.names.setdefault(name.id, set()).update(mentioned(value))
                    if isinstance(target, ast.Name):
                        self.values[target.id] = value

    def reads(self, start: set[str]) -> frozenset[str]:
        """All that was needed to compute these names, but for what every chapter begins with."""
        found, waiting = set(), set(start)
        while waiting:
            name = waiting.pop()
            if name in found or name in COMMON:
                continue
            found.add(name)
            waiting |= self.names.get(name, set())
        return frozenset(found)


def mentioned(node: ast.AST) -> set[str]:
    """The names in an expression, and its strings, which may be ids of rows."""
    found = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
    return found | {
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


def features(condition: ast.expr) -> frozenset[str]:
    """What a condition has that words can rest on: operators, calls, numbers, “nothing”."""
    found = set()
    for node in ast.walk(condition):
        if isinstance(node, ast.Compare):
            found |= {OPERATORS[type(sign)] for sign in node.ops if type(sign) in OPERATORS}
            ends = [end.value for end in node.comparators if isinstance(end, ast.Constant)]
            if any(isinstance(sign, ast.Eq) for sign in node.ops) and not all(ends):
                found.add("nothing")
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.Invert):
            found.add("nothing")
        elif isinstance(node, ast.Attribute | ast.Name):
            name = getattr(node, "attr", getattr(node, "id", ""))
            found.add("nothing" if name in EMPTY else name)
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            found.add(str(node.value))
        elif isinstance(node, ast.List | ast.Set | ast.Tuple):
            found.add(str(len(node.elts)))
    return frozenset(found)


def typed(node: ast.expr, values: dict[str, ast.expr]) -> str:
    """A text as it is typed, with {…} where something computed stands."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(typed(part, values) for part in node.values)
    if isinstance(node, ast.FormattedValue) and (
        isinstance(node.value, ast.Name) or chosen(node.value, values)
    ):
        return typed(node.value, values)
    if isinstance(node, ast.FormattedValue):
        return f"{{{re.sub(r'[{}]', '', ast.unparse(node.value))}}}"
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return typed(node.left, values) + typed(node.right, values)
    if isinstance(node, ast.Name) and isinstance(values.get(node.id), ast.Constant | ast.JoinedStr):
        return typed(values[node.id], values)
    if texts := chosen(node, values):  # one of several: all of them are said somewhere
        return " / ".join(typed(text, values) for text in texts)
    return f"{{{re.sub(r'[{}]', '', ast.unparse(node))}}}"


def chosen(node: ast.expr, values: dict[str, ast.expr]) -> list[ast.expr]:
    """The texts among which one is taken by its key; none for anything else."""
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        among = values.get(node.value.id)
        if isinstance(among, ast.Dict) and all(
            isinstance(text, ast.Constant | ast.JoinedStr) for text in among.values
        ):
            return among.values
    return []


def source(cell: dict) -> str:
    return "".join(cell["source"])


def says(cell: dict) -> bool:
    return cell["cell_type"] == "code" and source(cell).startswith(("%%say", "%%cards"))


def sections(notebook: dict, chapter: str) -> list[Section]:
    """The sections of a chapter in their order; the first is what stands below its title."""
    flow = Flow()
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and not says(cell):
            flow.learn(ast.parse(source(cell)))
    here = Section(chapter, "")
    found = [here]
    for number, cell in enumerate(notebook["cells"]):
        text = source(cell)
        if cell["cell_type"] == "markdown":
            for depth, heading in re.findall(r"^(##?) (.+)$", text, re.MULTILINE):
                if depth == "##":
                    here = Section(chapter, heading)
                    found.append(here)
                here.heading = heading
                here.passages.append(Passage("heading", heading, number))
            here.others.append(text)
        elif says(cell):
            here.passages += _said(cell, number, flow)
            here.others.append(text)
        else:
            _coded(cell, number, here, flow)
    return found


def _said(cell: dict, cell_number: int, flow: Flow) -> Iterator[Passage]:
    """The sentences, or key figures, of a cell that have a number."""
    kind, _, template = source(cell).partition("\n")
    told = [output["data"][prose.MIME] for output in cell["outputs"]]
    known = {each["name"]: each for each in told[0]["numbers"]} if told else {}
    cards = kind.startswith("%%cards")
    for text in template.split("\n\n" if cards else "\n"):
        numbers = [known[name] for name in placeholders(text) if name in known]
        if numbers:
            rested = {number["name"]: {*origins.unpacked(number["rests_on"])} for number in numbers}
            each = {
                found[0]: flow.reads({found[1], found[2] or found[1]}) | rested.get(found[0], set())
                for found in prose.PLACEHOLDER.finditer(text)
            }
            reads = frozenset().union(*each.values())
            yield Passage("card" if cards else "sentence", text, cell_number, numbers, reads, each)


def placeholders(text: str) -> list[str]:
    return [found[0] for found in prose.PLACEHOLDER.finditer(text)]


def _coded(cell: dict, number: int, here: Section, flow: Flow) -> None:
    charts = [output.get("data", {}).get(drawing.MIME) for output in cell["outputs"]]
    # What is drawn, without the words around it
    shown = [
        json.dumps([chart["usermeta"]["table"], chart | {"title": "", "usermeta": ""}])
        for chart in charts
        if chart
    ]
    for node in ast.walk(ast.parse(source(cell))):
        if isinstance(node, ast.Assert):
            message = typed(node.msg, flow.values) if node.msg else ""
            reads = flow.reads(mentioned(node.test))
            condition = ast.unparse(node.test)
            here.guards.append(Guard(message, condition, features(node.test), reads))
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("finish", "show"):
            for keyword in node.keywords:
                text = typed(keyword.value, flow.values)
                if keyword.arg in CHART_TEXTS and node.func.attr == "finish":
                    here.passages.append(Passage(keyword.arg, text, number, table="".join(shown)))
                elif keyword.arg in ("caption", "note"):
                    here.others.append(text)


def bare(text: str) -> str:
    """The text with blanks, as many, in place of what makes no claim."""
    return MASKED.sub(lambda found: " " * len(found[0]), text)


def claimed(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text that claim something: where each begins and ends, and its row's name."""
    for found in _pattern().finditer(bare(text)):
        word = found[0].lower()
        word = "not" if NEGATIONS.fullmatch(word) else word
        if vocabulary()[word]["needs"]:
            yield found.start(), found.end(), word


def faults(section: Section) -> Iterator[str]:
    """What the words of a section claim without ground, and what asserts say in vain."""
    for guard in section.guards:
        yield from _idle(guard, section)
    for passage in section.passages:
        place = f"{section.chapter}, {passage.kind}: “{passage.text}”"
        yield from (f"{place}: {fault}" for fault in misfits(passage.text, passage.numbers))
        yield from (f"{place}: {fault}" for fault in unshown(passage, section))
        for rate in RATES.finditer(bare(passage.text)):
            if not any(_covers(guard, passage, *rate.span()) for guard in section.guards):
                yield f"{place}: nothing is counted by “{rate[0]}”: the data are of years"
        yield from (
            f"{place}: “{one}” and “{other}” could be exchanged: let an assert that reads one of "
            "them quote it with the words beside it"
            for one, other in alike(passage, section)
        )
        for start, end, word in claimed(passage.text):
            if passage.text in PLAIN_HEADINGS:
                continue
            bearing = [guard for guard in section.guards if _covers(guard, passage, start, end)]
            if not bearing:
                yield f"{place}: “{word}” rests on no assert of this section"
            elif not any(_fits(guard, word) for guard in bearing):
                row = vocabulary()[word]
                lacks = f" and no {row['lacks']}" if row["lacks"] else ""
                yield f"{place}: “{word}” needs {row['needs']}{lacks}: {bearing[0].condition}"
            elif (
                compares(word)
                and passage.numbers
                and not any(guard.reads & passage.reads for guard in bearing)
            ):
                yield f"{place}: “{word}” rests on none of the sentence's numbers"


def misfits(text: str, numbers: list[dict]) -> Iterator[str]:
    """What stands beside a number and can't: a noun of another unit, a scale, a rate, an order."""
    known = {number["name"]: number for number in numbers}
    places = [found for found in prose.PLACEHOLDER.finditer(text) if found[0] in known]
    for found in places:
        number, after = known[found[0]], _shown(text[found.end() :])
        if noun := _NOUN().match(after):
            sort = _sort(number)
            units = counted()[noun[1].lower()]
            if sort != "count" or (number["unit"] or "-") not in units:
                unit = number.get("unit") or sort
                yield f"“{found[0]}” counts no {noun[1]}: it is a number in {unit}"
        if typed_unit := UNITS.match(after):
            yield f"“{found[0]}”: the form writes “{typed_unit[1]}”"
    for one, other in pairwise(places):
        between = text[one.end() : other.start()]
        first, second = known[one[0]], known[other[0]]
        if _sort(first) != _sort(second) or "low" not in first or "low" not in second:
            continue
        parts = re.fullmatch(r"\s(?:new )?of (?:the |its |\w+ \w+'s )?", between)
        of = re.search(r"\b[Oo]f $", text[: one.start()]) and not re.match(r"[.;,:]", between)
        part, whole = (first, second) if parts else (second, first)
        if (parts or of) and _end(part, "low", 0) > _end(whole, "high", None):
            yield f"“{one[0]}” and “{other[0]}”: a part is greater than its whole"
        risen = between == " to " and text[: one.start()].endswith("rose from ")
        if risen and _end(first, "low", 0) > _end(second, "high", None):
            yield f"“{one[0]}” and “{other[0]}”: what rose began higher"


def unshown(passage: Passage, section: Section) -> Iterator[str]:
    """The units and scales in the words of a chart that neither it nor an assert has."""
    for found in SCALES.finditer(bare(passage.text)) if passage.table else ():
        word = SIGNS.get(found[0].lower(), found[0].lower())
        borne = any(_covers(guard, passage, *found.span()) for guard in section.guards)
        if word not in passage.table and not borne:
            yield f"the chart shows nothing in “{found[0]}”"


def _shown(text: str) -> str:
    """A text without its marks: {term}`a <b>` is a."""
    text = re.sub(r"\{\w+\}`([^`<]*?)(?: <[^`]*)?`", r"\1", text)
    return text.replace("*", "").replace("\n", " ")


def followed(text: str) -> str:
    """The counted noun that a number stands before, with `text` behind it; "" for none."""
    found = _NOUN().match(_shown(text))
    return found[1] if found else ""


LINKS = "of|on|in|at|by|for|to|from|and|or|an?|the|with|as"


@cache
def _NOUN() -> re.Pattern[str]:
    nouns = "|".join(sorted(counted(), key=len, reverse=True))
    return re.compile(rf" (?:(?!(?:{LINKS})\b)[\w-]+ |\"[^\"]*\" )?({nouns})\b", re.IGNORECASE)


def _sort(number: dict) -> str:
    form = number["form"]
    if form in ("million", "billion", "percent", "points", "times", "growth"):
        return form
    return "count" if "low" in number else "date" if form in prose.DATES else "words"


def _end(number: dict, end: str, without: int | None) -> Fraction:
    value = number[end] if number[end] is not None else without
    return Fraction(10**15) if value is None else Fraction(value)


def exchanged(text: str, one: re.Match[str], other: re.Match[str]) -> str:
    """The text with two of its placeholders exchanged, of which `one` stands before the other."""
    between = text[one.end() : other.start()]
    return text[: one.start()] + other[0] + between + one[0] + text[other.end() :]


def alike(passage: Passage, section: Section) -> Iterator[tuple[str, str]]:
    """The pairs of numbers of a passage that could be exchanged, and no rule would notice."""
    found = [match for match in COMPUTED.finditer(passage.text)]
    for one, other in combinations(found, 2):
        if one[0] == other[0] or _either(passage.text, one, other):
            continue
        text = exchanged(passage.text, one, other)
        reads = passage.each.get(one[0], frozenset()) | passage.each.get(other[0], frozenset())
        quoted = any(
            phrase in passage.text and phrase not in text
            for guard in section.guards
            if not reads or reads & guard.reads
            for phrase in guard.says.split(GAP)
        )
        if not quoted and not list(misfits(text, passage.numbers)):
            yield one[0], other[0]


def _either(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two numbers are joined by “or” alone: in either order they say the same."""
    return text[one.end() : other.start()] in (" or ", " a year or ")


def compares(word: str) -> bool:
    """Whether a word claims which of two numbers is the greater."""
    return set(vocabulary()[word]["needs"].split()) <= {">", "<"}


def _covers(guard: Guard, passage: Passage, start: int, end: int) -> bool:
    return any(
        found.start() <= start and end <= found.end()
        for phrase in guard.says.split(GAP)
        for found in re.finditer(re.escape(phrase), passage.text)
    )


def _fits(guard: Guard, word: str) -> bool:
    row = vocabulary()[word]
    needs, lacks = set(row["needs"].split()), set(row["lacks"].split())
    return bool(needs & guard.features) and not lacks & guard.features


def _idle(guard: Guard, section: Section) -> Iterator[str]:
    said = [passage.text for passage in section.passages] + section.others
    for phrase in guard.says.split(GAP):
        if not phrase or not any(phrase in text for text in said):
            yield f"{section.chapter}: below “{section.heading}” nothing says “{phrase}”"
        elif phrase not in said and not list(claimed(phrase)) and not COMPUTED.search(phrase):
            yield f"{section.chapter}: “{phrase}” claims nothing, so its assert bears out nothing"
