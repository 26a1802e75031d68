"""`heshu check FILE…` tests the printed figures of any Chinese text."""

from __future__ import annotations

import argparse
import csv
import io
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from heshu import claimsfile, inputs, output
from heshu.claimsfile import Claim
from heshu.inputs import InputError
from heshu.output import Output, OutputError, shown, tell
from heshu.tables import TableError

SOUND, INCONSISTENT, UNUSABLE = 0, 1, 2


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status, the highest of its inputs."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Names of files may hold bytes that are no UTF-8
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    out = Output()
    try:
        try:
            return _check(_options(arguments), out)
        finally:
            out.write("", last=True)
    except OutputError as error:
        tell(f"heshu: {error}")
        return UNUSABLE


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
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
        "--json", action="store_true", help="print JSON, one object and one line for each file"
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument(
        "--claims",
        metavar="CSV",
        help="report which figures no claim covers, which claims the text doesn't bear out, and "
        "which relations are inconsistent",
    )
    form.add_argument(
        "--draft", action="store_true", help="print rows of a claims file to start from"
    )
    options = parser.parse_args(arguments)
    if options.draft and options.json:
        parser.error("--draft prints CSV, and can't be combined with --json")
    return options


class Troubles:
    """What is wrong with the inputs: told a line each, while the others go on."""

    status = SOUND

    def tell(self, message: str) -> None:
        tell(f"heshu: {message}")
        self.status = UNUSABLE

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """Tell what is raised because of an input; an error of heshu's own with its traceback."""
        try:
            yield
        except OutputError:
            raise
        except InputError as error:
            self.tell(f"{shown(name)}{error}")
        except MemoryError:
            self.tell(f"{shown(name)}: takes more memory than there is")
        except Exception:
            self.tell(
                f"{shown(name)}: an error of heshu itself:\n{traceback.format_exc().rstrip()}"
            )


def _check(options: argparse.Namespace, out: Output) -> int:
    troubles = Troubles()
    claims: list[Claim] | None = None
    if options.claims:
        with troubles.of(options.claims):
            claims = _claims(options.claims)
        if claims is None:
            return troubles.status
    names: list[str] = []
    for name in options.files:
        with troubles.of(name):
            names += inputs.files(name, troubles.tell)
    several = len(options.files) > 1 or names != options.files
    if options.draft and names:
        csv.writer(out, lineterminator="\n").writerow(claimsfile.columns())
    found = False
    for done, name in enumerate(names, start=1):
        if several:
            tell(f"[{done}/{len(names)}] {shown(name)}")
        with troubles.of(name):
            text = inputs.text(name)
            if options.draft:
                rows = csv.DictWriter(out, claimsfile.columns(), lineterminator="\n")
                rows.writerows(claimsfile.draft(text))
            elif options.json:
                found |= output.as_json(out, text, name if several else None, claims)
            else:
                out.write(f"{shown(name)}:\n" if several else "")
                if claims is None:
                    found |= output.tables(out, text)
                else:
                    found |= output.coverage(out, text, claims)
    return max(troubles.status, INCONSISTENT if found else SOUND)


def _claims(name: str) -> list[Claim]:
    try:
        return claimsfile.claims(inputs.text(name))
    except TableError as error:
        raise InputError(f", {error}") from error
