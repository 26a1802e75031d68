"""The command: `reportbook check FILE…` tests the printed figures of any Chinese text."""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportbook import coverage
from reportbook.check import as_json, check
from reportbook.coverage import Claim, ClaimsError
from reportbook.figures import decimal
from reportbook.intervals import Interval

SOUND, INCONSISTENT, UNUSABLE = 0, 1, 2
ENDINGS = (".txt", ".md")


class InputError(ValueError):
    """Input that can't be used, in one line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status, the highest of its inputs."""
    options = _parser().parse_args(arguments)
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
    parser = argparse.ArgumentParser("reportbook", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="check")
    command = commands.add_parser(
        "check",
        help="find the figures of Chinese texts and test what they say of each other",
        description="Print every figure of a Chinese text with what it stands for, and every "
        "relation between figures that the text states, with its verdict.",
        epilog="Exit status: 0 nothing inconsistent, 1 something is (with --claims: something "
        "is uncovered or not borne out), 2 unusable input.",
    )
    command.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a text in UTF-8, - for standard input, or a folder with .txt and .md files",
    )
    output = command.add_mutually_exclusive_group()
    output.add_argument(
        "--json", action="store_true", help="print JSON, one line a file if there are several"
    )
    output.add_argument(
        "--claims",
        metavar="CSV",
        help="report which figures no claim covers, and which claims the text doesn't bear out",
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
        csv.writer(sys.stdout, lineterminator="\n").writerow(coverage.columns())
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
        rows = csv.DictWriter(sys.stdout, coverage.columns(), lineterminator="\n")
        rows.writerows(coverage.draft(text))
        return SOUND
    if several and not options.json:
        print(f"{name}:")
    if claims is not None:
        uncovered, faults = coverage.compare(text, claims)
        for found in uncovered:
            print(f"sentence {found.sentence}: no claim covers “{found.phrase}”")
        print(*faults, sep="\n", end="\n" if faults else "")
        print(f"{len(uncovered)} figures uncovered, {len(faults)} claims not borne out")
        return INCONSISTENT if uncovered or faults else SOUND
    checked = check(text)
    if options.json:
        content = ({"file": name} if several else {}) | as_json(checked)
        print(json.dumps(content, ensure_ascii=False, indent=None if several else 2))
    else:
        _print_table(
            ("Sentence", "Figure", "Stands for", "Unit", "Qualifier", "Kind"),
            [
                (
                    str(found.sentence),
                    found.phrase,
                    _interval(found.figure.interval) or found.figure.text or "–",
                    found.figure.unit,
                    found.figure.qualifier,
                    found.figure.kind,
                )
                for found in checked.figures
            ],
        )
        print()
        _print_table(
            ("Relation", "Figures", "Verdict", "Strength", "Why"),
            [
                (
                    result.kind,
                    " ".join(result.phrases),
                    result.verdict,
                    "–" if result.strength is None else f"{_percent(result.strength)} %",
                    result.explanation,
                )
                for result in checked.relations
            ],
        )
    return INCONSISTENT if checked.inconsistent else SOUND


def _files(name: str) -> list[str]:
    """The texts that a name stands for: itself, or what a folder holds at any depth."""
    if name == "-" or not Path(name).is_dir():
        return [name]
    files = sorted(
        str(path) for path in Path(name).rglob("*") if path.suffix in ENDINGS and path.is_file()
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
        return coverage.claims(_text(name))
    except (ClaimsError, csv.Error) as error:
        raise InputError(f"{name}: {error}") from error


def _complain(error: InputError) -> None:
    print(f"reportbook: {error}", file=sys.stderr)


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


def _print_table(head: Sequence[str], rows: list[tuple[str, ...]]) -> None:
    """Columns as wide as their cells, Chinese characters counted as two."""
    widths = [max(_width(cell) for cell in column) for column in zip(head, *rows, strict=True)]
    for row in _lines(head, rows):
        cells = [
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ]
        print("  ".join(cells).rstrip())


def _lines(head: Sequence[str], rows: list[tuple[str, ...]]) -> Iterator[Sequence[str]]:
    yield head
    yield from rows or [("none",) + ("",) * (len(head) - 1)]


def _width(cell: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in cell)


if __name__ == "__main__":
    sys.exit(main())
