"""The command: `heshu check FILE…` tests the printed figures of any Chinese text."""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import IO

from heshu import claimsfile, relations
from heshu.check import as_json, check, figure_as_json
from heshu.claimsfile import Claim
from heshu.finding import Found
from heshu.intervals import Interval
from heshu.reading import Reading, decimal
from heshu.relations import Result
from heshu.tables import TableError

SOUND, INCONSISTENT, UNUSABLE = 0, 1, 2
ENDINGS = (".txt", ".md")


class InputError(ValueError):
    """Input that can't be used, in one line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status, the highest of its inputs."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.draft and options.json:
        parser.error("--draft prints CSV, and can't be combined with --json")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        return _check(options)
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing may be flushed at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOUND


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("heshu", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="check")
    command = commands.add_parser(
        "check",
        help="find the figures of Chinese texts and test what they say of each other",
        description="Print every figure of a Chinese text with what it stands for, and every "
        "relation between figures that the text states, with its verdict.",
        epilog="Exit status: 0 nothing inconsistent, 1 something is (with --claims: or "
        "is uncovered or not borne out), 2 unusable input.",
    )
    command.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a text in UTF-8, - for standard input, or a folder with .txt and .md files",
    )
    command.add_argument(
        "--json", action="store_true", help="print JSON, one line a file if there are several"
    )
    output = command.add_mutually_exclusive_group()
    output.add_argument(
        "--claims",
        metavar="CSV",
        help="report which figures no claim covers, which claims the text doesn't bear out, and "
        "which relations are inconsistent",
    )
    output.add_argument(
        "--draft", action="store_true", help="print rows of a claims file to start from"
    )
    return parser


def _check(options: argparse.Namespace) -> int:
    status, claims = SOUND, None
    try:
        if options.claims:
            claims = _claims(options.claims)
    except InputError as error:
        _complain(error)
        return UNUSABLE
    names: list[str] = []
    for name in options.files:
        try:
            names += _files(name)
        except InputError as error:
            _complain(error)
            status = UNUSABLE
    several = len(options.files) > 1 or names != options.files
    if options.draft and names:
        csv.writer(sys.stdout, lineterminator="\n").writerow(claimsfile.columns())
    for done, name in enumerate(names, start=1):
        if several:
            _progress(done, len(names), name)
        try:
            text = _text(name)
        except InputError as error:
            _complain(error)
            status = UNUSABLE
        else:
            status = max(status, _report(text, name, several, claims, options))
    return status


def _report(
    text: str, name: str, several: bool, claims: list[Claim] | None, options: argparse.Namespace
) -> int:
    """Print what is asked for of one text; returns its exit status."""
    if options.draft:
        rows = csv.DictWriter(sys.stdout, claimsfile.columns(), lineterminator="\n")
        rows.writerows(claimsfile.draft(text))
        return SOUND
    if options.json:
        return INCONSISTENT if _print_json(text, name if several else "", claims) else SOUND
    if several:
        print(f"{name}:")
    found = _print_tables(text) if claims is None else _print_coverage(text, claims)
    return INCONSISTENT if found else SOUND


def _print_tables(text: str) -> bool:
    """Every figure as it is found, then every relation; whether one is inconsistent."""
    inconsistent = False
    figures = unreadable = 0
    with _spool() as later:
        _row(FIGURE_WIDTHS, ("Sentence", "Figure", "Stands for", "Unit", "Qualifier", "Kind"))
        for one in check(text):
            if isinstance(one, Found):
                figures += 1
                unreadable += one.reading.kind == "unreadable"
                sys.stdout.write(
                    f"{one.sentence:<{FIGURE_WIDTHS[0]}}  {_figure_row(one.reading)}\n"
                )
            else:
                inconsistent |= one.verdict == relations.INCONSISTENT
                _row(RELATION_WIDTHS, _relation_cells(one), later)
        print(f"{figures} figures, {unreadable} of them unreadable\n")
        _row(RELATION_WIDTHS, ("Relation", "Verdict", "Strength", "Figures", "Why"))
        _copy(later, "none\n")
    return inconsistent


def _print_coverage(text: str, claims: list[Claim]) -> bool:
    """What no claim covers, what isn't borne out and what is inconsistent; whether any is."""
    spans, unborne = claimsfile.hold(text, claims)
    uncovered = 0
    slips = []
    for one in check(text):
        if isinstance(one, Found):
            if not claimsfile.covers(spans, one):
                uncovered += 1
                print(f"sentence {one.sentence}: no claim covers “{one.phrase}”")
        elif one.verdict == relations.INCONSISTENT:
            slips.append(f"{' '.join(one.phrases)}: inconsistent. {one.explanation}")
    for fault in unborne:
        print(f"{fault.id}: {fault.problem}")
    print(*slips, sep="\n", end="\n" if slips else "")
    print(
        f"{uncovered} figures uncovered, {len(unborne)} claims not borne out, "
        f"{len(slips)} relations inconsistent"
    )
    return bool(uncovered or unborne or slips)


def _print_json(text: str, name: str, claims: list[Claim] | None) -> bool:
    """One object, its figures written as they are found; whether anything is at fault.

    With claims it has the keys `uncovered` (figures) and `unborne` (row, id and problem) too.
    """
    spans, unborne = claimsfile.hold(text, claims or [])
    # With several files every object has a line of its own
    between = ", " if name else ",\n"
    fault = bool(unborne)
    with _spool() as related, _spool() as bare:
        print("{" + (f'"file": {_dumps(name)}, ' if name else "") + '"figures": [', end="")
        comma = no_comma = also_no_comma = ""
        for one in check(text):
            if isinstance(one, Found):
                item = _found_json(one)
                sys.stdout.write(comma + item)
                comma = between
                if claims is not None and not claimsfile.covers(spans, one):
                    fault = True
                    bare.write(no_comma + item)
                    no_comma = between
            else:
                fault |= one.verdict == relations.INCONSISTENT
                related.write(also_no_comma + _dumps(as_json(one)))
                also_no_comma = between
        print("]" + between + '"relations": [', end="")
        _copy(related)
        if claims is not None:
            print("]" + between + '"uncovered": [', end="")
            _copy(bare)
            print("]" + between + '"unborne": [', end="")
            print(between.join(_dumps(asdict(one)) for one in unborne), end="")
        print("]}")
    return fault


# One for all, since json.dumps would make one for each figure
_dumps = json.JSONEncoder(ensure_ascii=False).encode


def _found_json(found: Found) -> str:
    place = f'"sentence": {found.sentence}, "start": {found.start}, "end": {found.end}'
    return f"{{{place}, {_figure_json(found.reading)}"


@lru_cache(maxsize=1 << 12)
def _figure_json(figure: Reading) -> str:
    return _dumps(figure_as_json(figure))[1:]


def _spool() -> IO[str]:
    """A place for what is printed after the rest: a file, once it is large."""
    return tempfile.SpooledTemporaryFile(1 << 20, "w+", encoding="utf-8", newline="")


def _copy(spool: IO[str], empty: str = "") -> None:
    sys.stdout.write("" if spool.tell() else empty)
    spool.seek(0)
    shutil.copyfileobj(spool, sys.stdout)


def _files(name: str) -> list[str]:
    """The texts that a name stands for: itself, or what a folder holds at any depth."""
    if name == "-" or not Path(name).is_dir():
        return [name]
    files = sorted(
        str(path) for path in Path(name).rglob("*") if path.suffix in ENDINGS and not path.is_dir()
    )
    if not files:
        raise InputError(f"{name}: the folder holds no {' or '.join(ENDINGS)} file")
    return files


def _text(name: str) -> str:
    """The text of a file. Raises InputError where it isn't one that can be used."""
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}") from error
    except ValueError as error:
        raise InputError(f"{name!r}: {error}") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: isn't UTF-8 (byte {error.start})") from error
    if "\0" in text:
        raise InputError(f"{name}: holds NUL bytes, so it isn't a text")
    if not text.strip():
        raise InputError(f"{name}: is empty")
    return text


def _claims(name: str) -> list[Claim]:
    try:
        return claimsfile.claims(_text(name))
    except TableError as error:
        raise InputError(f"{name}, {error}") from error


def _complain(error: InputError) -> None:
    print(f"heshu: {error}", file=sys.stderr)


def _progress(done: int, total: int, name: str) -> None:
    """A bar in place on a terminal, elsewhere a line for each file."""
    filled = 20 * done // total
    bar = f"[{'#' * filled}{'.' * (20 - filled)}] {done}/{total}"
    if sys.stderr.isatty():
        print(f"\r{bar}", end="\n" if done == total else "", file=sys.stderr, flush=True)
    else:
        print(f"{bar} {name}", file=sys.stderr)


def _interval(interval: Interval | None) -> str:
    if interval is None:
        return ""
    if interval.exact:
        return decimal(interval.low)
    low = "-∞" if interval.low is None else decimal(interval.low)
    high = "∞" if interval.high is None else decimal(interval.high)
    return f"{'(['[interval.low_closed]}{low}, {high}{')]'[interval.high_closed]}"


def _percent(share) -> int:
    return int(share * 100)  # cut off: 99.9 % is no certainty


# Figures are printed as they are found, so that no column can wait for its widest cell
FIGURE_WIDTHS = (8, 22, 32, 10, 12, 0)
RELATION_WIDTHS = (8, 18, 8, 40, 0)


@lru_cache(maxsize=1 << 12)
def _figure_row(figure: Reading) -> str:
    """The columns after the first, which are the same wherever the figure stands."""
    stands_for = _interval(figure.interval) or figure.text or "–"
    cells = (figure.phrase, stands_for, figure.unit, figure.qualifier, figure.kind)
    return _aligned(FIGURE_WIDTHS[1:], cells)


def _relation_cells(result: Result) -> tuple[str, ...]:
    strength = "–" if result.strength is None else f"{_percent(result.strength)} %"
    return result.kind, result.verdict, strength, " ".join(result.phrases), result.explanation


def _row(widths: Sequence[int], cells: Sequence[str], file: IO[str] | None = None) -> None:
    (file or sys.stdout).write(_aligned(widths, cells) + "\n")


def _aligned(widths: Sequence[int], cells: Sequence[str]) -> str:
    """Cells in columns, Chinese characters counted as two; a longer one shifts the rest."""
    padded = [
        cell + " " * (width - _width(cell)) if width else cell
        for cell, width in zip(cells, widths, strict=True)
    ]
    return "  ".join(padded).rstrip()


def _width(cell: str) -> int:
    return len(cell) if cell.isascii() else sum(map(_columns, cell))


@lru_cache(maxsize=1 << 12)
def _columns(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


if __name__ == "__main__":
    sys.exit(main())
