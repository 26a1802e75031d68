"""A text held against a claims file: what no claim covers, what the text doesn't bear out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from reportbook.figures import CLAIM_KINDS, Figure, FigureError, read_as
from reportbook.texts import Found, Sentence, find, sentences

CURRENCIES = {"元", "美元", "港元", "港币", "欧元", "日元", "英镑", "卢布", "卢比", "韩元"}


class ClaimsError(ValueError):
    """A claims file that can't be used."""


@dataclass(frozen=True)
class Claim:
    """A row of a claims file, and the row's number, the header counted as 1."""

    row: int
    id: str
    kind: str
    place: tuple[int, int]
    printed: str
    typed: tuple[str, str, str]


def columns() -> list[str]:
    """The columns of a claims file, in the order of the data package's descriptor."""
    from reportbook import datapackage  # brings pandas, which a check without claims can do without

    return [field["name"] for field in datapackage.resource("claims")["schema"]["fields"]]


def claims(table: str) -> list[Claim]:
    """The rows of a claims file. Raises ClaimsError where its columns or places don't fit."""
    rows = csv.DictReader(io.StringIO(table, newline=""))
    if missing := [name for name in columns() if name not in (rows.fieldnames or [])]:
        raise ClaimsError(f"has no column {', '.join(missing)}")
    result = []
    for row in rows:
        try:
            place = int(row["paragraph"]), int(row["sentence"])
        except (TypeError, ValueError):
            raise ClaimsError(
                f"line {rows.line_num}: paragraph and sentence must be whole numbers"
            ) from None
        typed = (row["value"] or "", row["unit"] or "", row["qualifier"] or "")
        result.append(
            Claim(rows.line_num, row["id"], row["kind"], place, row["printed"] or "", typed)
        )
    return result


def compare(text: str, table: list[Claim]) -> tuple[list[Found], list[str]]:
    """The figures of the text that no claim covers, and what it doesn't bear out, in words.

    A claim is borne out if its sentence holds its phrase, once for every claim that prints
    it, and if its figure reads as its typed value, unit and qualifier. It covers the figures
    that its phrase overlaps there.
    """
    places = {(one.paragraph, one.within): one for one in sentences(text) if one.paragraph}
    taken: dict[tuple[tuple[int, int], str], int] = {}
    covered: dict[int, list[tuple[int, int]]] = {}
    faults = []
    for claim in table:
        sentence = places.get(claim.place)
        span = sentence and _next(text, sentence, claim, taken)
        if span is None:
            where = f"paragraph {claim.place[0]}, sentence {claim.place[1]}"
            faults.append(f"{claim.id}: {where} doesn't print “{claim.printed}”")
        elif claim.kind in CLAIM_KINDS:
            covered.setdefault(sentence.number, []).append(span)
        if fault := _misread(claim):
            faults.append(f"{claim.id}: {fault}")
    uncovered = [
        found
        for found in find(text)
        if not any(
            found.start < end and start < found.end
            for start, end in covered.get(found.sentence, [])
        )
    ]
    return uncovered, faults


def _next(
    text: str,
    sentence: Sentence,
    claim: Claim,
    taken: dict[tuple[tuple[int, int], str], int],
) -> tuple[int, int] | None:
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
        figure = read_as(claim.kind, claim.printed)
    except FigureError as error:
        return str(error)
    meant = (figure.text, figure.unit, figure.qualifier)
    for typed, printed in zip(claim.typed, meant, strict=True):
        if typed != printed:
            return f"“{typed}” contradicts “{claim.printed}”, which reads as “{printed}”"
    return ""


def draft(text: str) -> Iterator[dict[str, str]]:
    """Rows of a claims file to start from: a row for each figure, in the order of the text.

    What only a reader can tell (section, subject, the period that a figure stands for) is
    left empty; the words before the figure stand as its subject.
    """
    places = {one.number: one for one in sentences(text)}
    empty = dict.fromkeys(columns(), "")
    last = 0
    for count, found in enumerate(find(text), start=1):
        sentence, figure = places[found.sentence], found.figure
        words = text[max(last, sentence.start) : found.start]
        last = found.end
        # "This year" and "the first half" say when, but not which year
        dated = figure.kind in ("date", "period") and figure.text[:1].isdigit()
        yield empty | {
            "id": f"figure-{count}",
            "paragraph": str(sentence.paragraph),
            "sentence": str(sentence.within),
            "kind": _kind(figure),
            "subject_zh": _subject(words),
            "printed": found.phrase,
            "value": figure.text,
            "unit": figure.unit,
            "qualifier": figure.qualifier,
            "period": figure.text if dated else "",
            "period_basis": "printed" if dated else "unknown",
        }


def _kind(figure: Figure) -> str:
    """The kind of claim that a figure makes."""
    if figure.kind == "quantity":
        if "平均" in figure.phrase:
            return "average"
        return "amount" if figure.unit in CURRENCIES else "count"
    return "multiple" if figure.kind in ("growth", "multiple_to") else figure.kind


def _subject(words: str) -> str:
    """The last clause of the words, without the signs around it."""
    for sign in "，。；：、,;:“”《》（）()\n":
        words = words.rpartition(sign)[2]
    return words.strip()
