"""What the command prints: tables, coverage by claims, JSON, and lines for people."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import IO

from heshu import check, claimsfile, relations
from heshu.claimsfile import Claim
from heshu.finding import Found
from heshu.intervals import Interval
from heshu.numerals import decimal
from heshu.reading import Reading
from heshu.relations import Result


class OutputError(Exception):
    """Standard output that takes no more, in one line."""


class Output:
    """Standard output. Once its reader has gone, the check goes on, and prints to nobody.

    Raises OutputError where it is closed or full.
    """

    def write(self, text: str, last: bool = False) -> None:
        if sys.stdout is None:
            raise OutputError("standard output is closed")
        try:
            sys.stdout.write(text)
            if last:
                sys.stdout.flush()
        except BrokenPipeError:
            _silence(sys.stdout)
        except OSError as error:
            _silence(sys.stdout)
            raise OutputError(f"standard output: {error.strerror}") from error


def tell(line: str) -> None:
    """Print a line for people, if there is still where to."""
    if sys.stderr is not None:
        try:
            print(line, file=sys.stderr, flush=True)
        except OSError:
            _silence(sys.stderr)


def _silence(stream: IO[str]) -> None:
    """Send what a stream still holds, and all that follows, to nobody."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def shown(name: str) -> str:
    """A text so that a terminal shows it and obeys nothing in it."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in name
    )


# Figures are printed as they are found, so that no column can wait for its widest cell
FIGURE_WIDTHS = (8, 22, 32, 10, 12, 0)
RELATION_WIDTHS = (8, 18, 8, 40, 0)


def tables(out: Output, text: str) -> bool:
    """Print every figure as it is found, then every relation.

    Returns whether a relation is inconsistent.
    """
    inconsistent = False
    figures = unreadable = 0
    rows: list[str] = []
    out.write(
        _row(FIGURE_WIDTHS, ("Sentence", "Figure", "Stands for", "Unit", "Qualifier", "Kind"))
    )
    for one in check.check(text):
        if isinstance(one, Found):
            figures += 1
            unreadable += one.reading.kind == "unreadable"
            out.write(f"{one.sentence:<{FIGURE_WIDTHS[0]}}  {_figure_row(one.reading)}")
        else:
            inconsistent |= one.verdict == relations.INCONSISTENT
            # Cut off, since 99.9 % is no certainty
            strength = "–" if one.strength is None else f"{int(one.strength * 100)} %"
            cells = (one.code, one.verdict, strength, " ".join(one.phrases), one.explanation)
            rows.append(_row(RELATION_WIDTHS, cells))
    out.write(f"{figures} figures, {unreadable} of them unreadable\n\n")
    out.write(_row(RELATION_WIDTHS, ("Relation", "Verdict", "Strength", "Figures", "Why")))
    out.write("".join(rows) or "none\n")
    return inconsistent


def coverage(out: Output, text: str, claims: list[Claim]) -> bool:
    """Print what no claim covers, what isn't borne out and what is inconsistent.

    Returns whether there is any.
    """
    spans, unborne = claimsfile.hold(text, claims)
    uncovered = 0
    slips = []
    for one in check.check(text):
        if isinstance(one, Found):
            if not claimsfile.covers(spans, one):
                uncovered += 1
                out.write(f"sentence {one.sentence}: no claim covers “{one.phrase}”\n")
        elif one.verdict == relations.INCONSISTENT:
            slips.append(f"{' '.join(one.phrases)}: inconsistent. {one.explanation}\n")
    for fault in unborne:
        out.write(f"{shown(fault.id)}: {shown(fault.problem)}\n")
    out.write("".join(slips))
    out.write(
        f"{uncovered} figures uncovered, {len(unborne)} claims not borne out, "
        f"{len(slips)} relations inconsistent\n"
    )
    return bool(uncovered or unborne or slips)


def as_json(out: Output, text: str, name: str | None, claims: list[Claim] | None) -> bool:
    """Print one object in one line; returns whether anything in it is at fault.

    It has the keys `file` if there is a name, `figures`, `relations` and, with claims,
    `uncovered` (figures) and `unborne` (row, id and problem).
    """
    spans, unborne = claimsfile.hold(text, claims or [])
    figures, related, uncovered = [], [], []
    inconsistent = False
    for one in check.check(text):
        item = check.as_json(one)
        if isinstance(one, Result):
            related.append(item)
            inconsistent |= one.verdict == relations.INCONSISTENT
        else:
            figures.append(item)
            if claims is not None and not claimsfile.covers(spans, one):
                uncovered.append(item)
    content: dict[str, object] = {} if name is None else {"file": name}
    content |= {"figures": figures, "relations": related}
    if claims is not None:
        content |= {"uncovered": uncovered, "unborne": [asdict(fault) for fault in unborne]}
    out.write(json.dumps(content, ensure_ascii=False, check_circular=False) + "\n")
    return inconsistent or bool(uncovered or unborne)


def _interval(interval: Interval) -> str:
    low = "-∞" if interval.low is None else decimal(interval.low)
    high = "∞" if interval.high is None else decimal(interval.high)
    if interval.exact:
        return low
    return f"{'(['[interval.low_closed]}{low}, {high}{')]'[interval.high_closed]}"


@lru_cache(maxsize=1 << 12)
def _figure_row(reading: Reading) -> str:
    """The columns after the first, which are the same wherever the figure stands."""
    stands_for = _interval(reading.interval) if reading.interval else reading.text or "–"
    cells = (reading.phrase, stands_for, reading.unit, reading.qualifier, reading.kind)
    return _row(FIGURE_WIDTHS[1:], cells)


def _row(widths: Sequence[int], cells: Sequence[str]) -> str:
    """Cells in columns, Chinese characters counted as two; a longer one shifts the rest."""
    padded = [
        cell + " " * (width - _width(cell)) if width else cell
        for cell, width in zip(cells, widths, strict=True)
    ]
    return "  ".join(padded).rstrip() + "\n"


def _width(cell: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in cell)
