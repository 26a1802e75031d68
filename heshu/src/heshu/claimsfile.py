"""A text held against a claims file: what no claim covers, what the text doesn't bear out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from heshu import tables
from heshu.finding import Found, Sentence, find, sentences
from heshu.reading import CLAIM_KINDS, CURRENCIES, Reading, ReadingError, read_as
from heshu.tables import TableError


@dataclass(frozen=True)
class Claim:
    """A row of a claims file, and the row's number, the header counted as 1."""

    row: int
    id: str
    kind: str
    place: tuple[int, int]
    printed: str
    typed: tuple[str, str, str]


@dataclass(frozen=True)
class Unborne:
    """A claim that the text doesn't bear out, and why."""

    row: int
    id: str
    problem: str


@cache
def schema() -> dict[str, Any]:
    """The Table Schema of a claims file, which comes with the package."""
    text = Path(__file__).with_name("claims.schema.json").read_text(encoding="utf-8")
    return cast(dict[str, Any], json.loads(text))


def columns() -> list[str]:
    """The columns of a claims file, in their order."""
    return [field["name"] for field in schema()["fields"]]


def claims(table: str) -> list[Claim]:
    """The rows of a claims file. Raises TableError where the table can't be used."""
    (kinds,) = (f["constraints"]["enum"] for f in schema()["fields"] if f["name"] == "kind")
    return [_claim(row, number, kinds) for number, row in tables.rows(table, columns())]


def _claim(row: dict[str, str], number: int, kinds: list[str]) -> Claim:
    for column in ("paragraph", "sentence"):
        if not (row[column].isascii() and row[column].isdigit() and len(row[column]) < 10):
            raise TableError(f"“{row[column]}” is no whole number", "count from 1", number, column)
    if row["kind"] not in kinds:
        remedy = f"write one of {', '.join(kinds)}"
        raise TableError(f"“{row['kind']}” is no kind of claim", remedy, number, "kind")
    place = int(row["paragraph"]), int(row["sentence"])
    typed = row["value"], row["unit"], row["qualifier"]
    return Claim(number, row["id"], row["kind"], place, row["printed"], typed)


Spans = dict[int, list[tuple[int, int]]]
Taken = dict[tuple[tuple[int, int], str], int]


def hold(text: str, table: list[Claim]) -> tuple[Spans, list[Unborne]]:
    """What the claims cover, by the number of the sentence, and what the text doesn't bear out.

    A claim is borne out if its sentence holds its phrase, once for every claim that prints
    it, and if its figure reads as its typed value, unit and qualifier. It covers the figures
    that its phrase overlaps there.
    """
    named = {claim.place for claim in table}
    places = {
        place: one
        for one in sentences(text)
        if one.paragraph and (place := (one.paragraph, one.within)) in named
    }
    taken: Taken = {}
    covered: Spans = {}
    unborne = []
    for claim in table:
        sentence = places.get(claim.place)
        span = _next(text, sentence, claim, taken) if sentence else None
        if sentence is None or span is None:
            where = f"paragraph {claim.place[0]}, sentence {claim.place[1]}"
            unborne.append(Unborne(claim.row, claim.id, f"{where} doesn't print “{claim.printed}”"))
        elif claim.kind in CLAIM_KINDS:
            covered.setdefault(sentence.number, []).append(span)
        if fault := _misread(claim):
            unborne.append(Unborne(claim.row, claim.id, fault))
    return covered, unborne


def covers(spans: Spans, found: Found) -> bool:
    """Whether a claim covers a figure, even a part of it."""
    held = spans.get(found.sentence, [])
    return any(found.start < end and start < found.end for start, end in held)


def _next(text: str, sentence: Sentence, claim: Claim, taken: Taken) -> tuple[int, int] | None:
    """Where a claim's phrase stands; a figure printed twice needs a claim for each time."""
    after = taken.get((claim.place, claim.printed), sentence.start)
    start = text.find(claim.printed, after, sentence.end)
    if start < 0 or not claim.printed:
        return None
    end = start + len(claim.printed)
    if claim.kind in CLAIM_KINDS:
        taken[claim.place, claim.printed] = end
    return start, end


def _misread(claim: Claim) -> str:
    """How a claim's typed columns contradict its phrase; "" where they don't."""
    if claim.kind not in CLAIM_KINDS:
        return ""
    try:
        reading = read_as(claim.kind, claim.printed)
    except ReadingError as error:
        return str(error)
    meant = (reading.text, reading.unit, reading.qualifier)
    for typed, printed in zip(claim.typed, meant, strict=True):
        if typed != printed:
            return f"“{typed}” contradicts “{claim.printed}”, which reads as “{printed}”"
    return ""


def draft(text: str) -> Iterator[dict[str, str]]:
    """Rows of a claims file to start from: a row for each figure, in the order of the text.

    What only a reader can tell (section, subject, the period that a figure stands for, the
    kind of a figure that can't be read) is left empty; the words before the figure stand as
    its subject.
    """
    every = sentences(text)
    sentence = Sentence(0, 0, 0, 0, 0)
    empty = dict.fromkeys(columns(), "")
    last = 0
    for count, found in enumerate(find(text), start=1):
        while sentence.number < found.sentence:
            sentence = next(every)
        reading = found.reading
        words = text[max(last, sentence.start) : found.start]
        last = found.end
        # "This year" and "the first half" say when, but not which year
        dated = reading.kind in ("date", "period") and reading.text[:1].isdigit()
        yield empty | {
            "id": f"figure-{count}",
            "paragraph": str(sentence.paragraph),
            "sentence": str(sentence.within),
            "kind": _kind(reading),
            "subject_zh": _subject(words),
            "printed": found.phrase,
            "value": reading.text,
            "unit": reading.unit,
            "qualifier": reading.qualifier,
            "period": reading.text if dated else "",
            "period_basis": "printed" if dated else "unknown",
            "note": "can't be read: split or rewrite it" if reading.kind == "unreadable" else "",
        }


def _kind(reading: Reading) -> str:
    """The kind of claim that a figure makes."""
    if reading.kind == "quantity":
        if "平均" in reading.phrase:
            return "average"
        return "amount" if reading.unit in CURRENCIES else "count"
    if reading.kind == "unreadable":
        return ""
    return "multiple" if reading.kind in ("growth", "multiple_to") else reading.kind


def _subject(words: str) -> str:
    """The last clause of the words, without the signs around it."""
    for sign in "，。；：、,;:“”《》（）()\n":
        words = words.rpartition(sign)[2]
    return words.strip()
