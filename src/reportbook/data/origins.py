"""The rows that numbers rest on, by the names that they have there: what each prints, and where.

The rows of `claims` and `context` have the names of their `id`, those of other tables that of the
table before it, as in `relations:grants-growth`. In stored outputs most rows of a long table
have one name (`packed`). A reading that a number was computed under is named as a question of
data/ambiguities.csv, which says how the book takes it, or as a row of data/assumptions.csv where
both readings are computed. It needs no more than the standard library, since pages are made from
what chapters have stored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from heshu import traced
from heshu.traced import Traced
from reportbook.data import datapackage, messages

FIGURES = ("claims", "context")
LISTED = 8  # of more rows it is said how many there are
ALL = ":*"  # behind the name of a table: all its rows
# What a row is
TITLES = ("says", "result", "name", "name_short", "name_en", "title_en", "finding")
# In an expression: a row or how many were counted, and a power or a root
NAMED = re.compile(r"\{([^{}]+)\}")
POWER = re.compile(r"\^(?:\((1/[^()]*(?:\([^()]*\))?)\)|(\d+))")
PIECE = re.compile(r"(\{[^{}]+\}|\^(?:\(1/[^()]*(?:\([^()]*\))?\)|\d+))")
COUNT = re.compile(r"(\d+)(?: of (\d+))? rows")
# The numbers of a headline, but for dates and fractions, which English says in words; in Chinese
# they stand among words without a space
BEFORE, YEAR = r"(?<![A-Za-z\d.,&#/])", r"(?:19|20)\d\d(?!\d|[.,]\d)"
DIGITS = rf"(?!{YEAR})\d+(?:[.,]\d+)*(?![\d/月日])(?:\s?%)?"
ASSUMED = "assumed:"  # begins the name of an assumption among those that a number rests on
HUANGPU = "Huangpu"
Say = Callable[[str], str]  # a message or a cell in the language of an edition


def table(name: str) -> str:
    """The table of a row."""
    if ":" in name:
        return name.partition(":")[0]
    return FIGURES[name not in rows(FIGURES[0])]


def row(name: str) -> dict[str, str]:
    """The cells of a row. Raises KeyError where there is none of this name."""
    return rows(table(name))[name.partition(":")[2] or name]


def place(name: str) -> int:
    """The place of a row in its table, counted from 1: short, but another once rows are added."""
    return [*rows(table(name))].index(name.partition(":")[2] or name) + 1


def packed(names: Iterable[str]) -> list[str]:
    """The names for outputs: most rows of a long table are `claims:*`, and `-name` what it lacks.

    A few are left as they are.
    """
    names = [*names]
    if len(names) <= LISTED:
        return names
    found = []
    for one, count in by_table(names).items():
        lacking = {*(whole := every(one))}.difference(names)
        if len(whole) > LISTED and len(lacking) < count / 2:
            found += [one + ALL, *(f"-{name}" for name in sorted(lacking))]
        else:
            found += [name for name in names if table(name) == one]
    return found


def unpacked(names: Iterable[str]) -> list[str]:
    """The names of rows from those that `packed` gave."""
    found: dict[str, None] = {}
    for name in names:
        if name.startswith("-"):
            del found[name[1:]]
        else:
            found |= dict.fromkeys(every(name.removesuffix(ALL)) if name.endswith(ALL) else [name])
    return [*found]


def stored(number: dict[str, Any], form: Callable[[Iterable[str]], list[str]]) -> dict[str, Any]:
    """What is known of a number, with the rows that it names `packed` or `unpacked`."""
    return {key: form(it) if key in ("rests_on", "counted") else it for key, it in number.items()}


def every(table: str) -> list[str]:
    """The names of all rows of a table."""
    return [*rows(table)] if table in FIGURES else [f"{table}:{row}" for row in rows(table)]


def phrase(name: str) -> str:
    """What the article or a source prints there; of a row without a phrase, what it says."""
    cells = row(name)
    if "claim" in cells:
        return phrase(cells["claim"])
    title = next((cells[column] for column in TITLES if column in cells), name)
    return cells.get("printed") or title


def figures(name: str) -> list[str]:
    """The figures that a row stands for: those of a relation, a claim that was coded, itself."""
    if ":" not in name:
        return [name]
    cells = row(name)
    return cells["figures"].split() if "figures" in cells else [cells.get("claim", name)]


def readings(name: str) -> list[str]:
    """The open questions on which it depends what a figure stands for."""
    place = rows("context").get(name, {}).get("place")
    return [
        question
        for question, cells in rows("ambiguities").items()
        if name in cells["figures"].split() or (question == "huangpu" and place == HUANGPU)
    ]


def reading(name: str, say: Say = str) -> str:
    """A reading in words: how an open question is taken, or what is assumed."""
    if name in rows("ambiguities"):
        return say(rows("ambiguities")[name]["taken"])
    said = say(rows("assumptions")[name]["name"])
    return said[0].lower() + said[1:]


def question(name: str) -> str:
    """The open question that a reading answers, in words."""
    name = rows("assumptions")[name]["ambiguity"] if name in rows("assumptions") else name
    return rows("ambiguities")[name]["name"]


def read(names: Iterable[str]) -> list[str]:
    """The readings of what a number rests on: of its figures, and those that were assumed."""
    names = [*names]
    own = [name.removeprefix(ASSUMED) for name in names if name.startswith(ASSUMED)]
    of_rows = {
        question
        for name in names
        if not name.startswith(ASSUMED)
        for figure in figures(name)
        for question in readings(figure)
    }
    return [*own, *(question for question in rows("ambiguities") if question in of_rows)]


def known(ends: Sequence[Traced]) -> dict[str, Any]:
    """What is known of a number by its ends, or of a count: its rows, how it came about, readings.

    `rests_on` are its rows; where rows were chosen among others, `counted` those that were.
    """
    names = sorted(frozenset().union(*(end.rests_on for end in ends)))
    chosen = {end.how[1] for end in ends if _chosen(end.how)}
    # Both ends come about alike, unless one was chosen among others, or there is none
    ways = {traced.expression(end.how) for end in ends if end or _chosen(end.how)} or {""}
    found: dict[str, Any] = {"rests_on": [it for it in names if not it.startswith(ASSUMED)]}
    if how := ways.pop() if len(ways) == 1 else "":
        found["how"] = how
    if chosen:
        found["counted"] = sorted(chosen.pop())
    # How many rows there are depends on no reading of what they print
    elif counted(found):
        return found
    return found | ({"readings": questions} if (questions := read(names)) else {})


def _chosen(how: traced.How) -> bool:
    """Whether a number counts rows that were chosen among others."""
    return isinstance(how, tuple) and how[0] == "of"


def printed_alone(number: dict[str, Any]) -> bool:
    """Whether a number is a figure as its one row has it, with nothing computed or assumed."""
    names = number["rests_on"]
    alone = len(names) == 1 and number.get("how", "") in ("", f"{{{names[0]}}}")
    return alone and not assumed(number)


def stated(number: dict[str, Any], say: Say = str) -> list[str]:
    """The reading that a number's sentence begins with, if it holds for one alone."""
    if not (own := number.get("reading")):
        return []
    return [say(messages.READING).format(question=own["question"], reading=own["name"])]


def taken(number: dict[str, Any]) -> list[str]:
    """All readings of a number, each as the question and the answer."""
    return stated(number) + [
        messages.READING.format(question=question(name), reading=reading(name))
        for name in number.get("readings", [])
    ]


def assumed(number: dict[str, Any], say: Say = str) -> list[str]:
    """The readings of a number in words that its rows don't say."""
    names = number.get("readings", [])
    if len(number["rests_on"]) <= LISTED:
        names = [name for name in names if name in rows("assumptions")]
    return stated(number, say) + [reading(name, say) for name in names]


def expression(number: dict[str, Any]) -> str:
    """How a number was computed, if that is more than counting rows and can be said in signs."""
    how = number.get("how", "")
    return "" if len(number["rests_on"]) > LISTED or counted(number) else how


def pieces(how: str) -> list[tuple[str, str]]:
    """An expression in pieces: each a "row", a "count", a "power" (an expression), or "signs"."""
    found = []
    for part in PIECE.split(how):
        if power := POWER.fullmatch(part):
            found.append(("power", power[1] or power[2]))
        elif named := NAMED.fullmatch(part):
            found.append(("count" if COUNT.fullmatch(named[1]) else "row", named[1]))
        elif part:
            found.append(("signs", part))
    return found


def count(words: str, say: Say = str) -> str:
    """How many rows were counted, in words: from "12 rows" or "3 of 12 rows"."""
    few, pool = COUNT.fullmatch(words).groups()
    form = messages.CHOSEN_ROWS if pool else messages.ROW if few == "1" else messages.ROWS
    return say(form).format(count=few, pool=pool)


def counted(number: dict[str, Any]) -> bool:
    """Whether a number is how many rows there are."""
    named = NAMED.fullmatch(number.get("how", ""))
    return bool(named and COUNT.fullmatch(named[1]))


def numbers_of(own: Iterable[str]) -> re.Pattern[str]:
    """What finds the numbers of a headline: its own, which know what they rest on, and others."""
    texts = "|".join([*map(re.escape, sorted(own, key=len, reverse=True)), DIGITS])
    return re.compile(f"{BEFORE}(?:{texts})")


def by_table(names: list[str]) -> dict[str, int]:
    """How many of these rows are of which table."""
    tables = [table(name) for name in names]
    return {one: tables.count(one) for one in tables}


@datapackage.remembered
def rows(table: str) -> dict[str, dict[str, str]]:
    """The rows of a table by the first column of its key."""
    (key, *_) = datapackage.resource(table)["schema"]["primaryKey"]
    return {cells[key]: cells for cells in datapackage.records(table)}
