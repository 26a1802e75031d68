"""What the command prints: findings for people, JSON, annotations of GitHub, coverage by claims."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache, partial
from typing import IO, Protocol

from heshu import answers, check, claimsfile, messages
from heshu.answers import Tally
from heshu.claimsfile import Claim
from heshu.documents import Document, Place
from heshu.finding import Found
from heshu.intervals import Interval
from heshu.numerals import decimal
from heshu.reading import Reading
from heshu.relations import CONDITIONAL, CONSISTENT, DOUBTFUL, INCONSISTENT, NOT_TESTABLE, Result

# So many figures that can't be read are named; --figures names all
NAMED = 10

Write = Callable[[str], object]


class OutputError(Exception):
    """Standard output that takes no more; `reason` is the name of the message that says why."""

    def __init__(self, reason: str, **words: object) -> None:
        super().__init__(reason)
        self.reason, self.words = reason, words


class Output:
    """Standard output. Once its reader has gone, the check goes on, and prints to nobody.

    Raises OutputError where it is closed or full.
    """

    def write(self, text: str, last: bool = False) -> None:
        if sys.stdout is None:
            raise OutputError("closed")
        try:
            sys.stdout.write(text)
            if last:
                sys.stdout.flush()
        except BrokenPipeError:
            _silence(sys.stdout)
        except OSError as error:
            _silence(sys.stdout)
            raise OutputError("system", error=error.strerror) from error


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


@dataclass(frozen=True)
class Checked:
    """A document that is checked: its name, as shown, and the language in which that is told."""

    name: str
    document: Document
    language: str

    def say(self, key: str, *parts: object, **named: object) -> str:
        return messages.say(self.language, key, *parts, **named)

    def where(self, place: Place) -> str:
        """A place of the document in words, or as file:line:column."""
        if place.line:
            return f"{shown(self.name)}:{place.line}:{place.column}"
        kind = next((kind for kind in ("table", "note", "paragraph") if getattr(place, kind)), "")
        if not kind:
            return shown(self.name)
        return self.say(f"in {kind}", name=shown(self.name), **place._asdict())

    def sentence(self, result: Result) -> str:
        """What a relation's verdict rests on and, where it fails, what would be right."""
        about = result.code, result.verdict, result.message
        return shown(messages.advice(self.language, *about))


class Form(Protocol):
    """A form of output: it is told what is found, as it is found, and then how much."""

    def note(self, one: Found | Result) -> None: ...
    def end(self, tally: Tally) -> None: ...


def findings(strict: bool) -> tuple[str, ...]:
    """The verdicts of what is told as a finding, and gives the exit status 1."""
    return (INCONSISTENT, DOUBTFUL, CONDITIONAL) if strict else (INCONSISTENT,)


class Lines:
    """Findings for people, the gravest first, then what held, then how much was tested.

    Inconsistent relations are printed as they are found, and all others after them.
    """

    def __init__(
        self,
        write: Write,
        checked: Checked,
        strict: bool = False,
        quiet: bool = False,
        figures: bool = False,
        named: bool = False,
    ) -> None:
        self.write, self.checked, self.quiet, self.figures = write, checked, quiet, figures
        self.name = f"{shown(checked.name)}: " if named else ""
        self.findings = findings(strict)
        self.later: dict[str, list[str]] = {verdict: [] for verdict in answers.VERDICTS}
        self.table: list[str] = []
        self.unreadable: list[str] = []

    def note(self, one: Found | Result) -> None:
        checked = self.checked
        if isinstance(one, Result):
            if one.verdict == INCONSISTENT:
                self.write(finding(checked, one))
            elif one.verdict in self.findings or not self.quiet:
                self.later[one.verdict].append(finding(checked, one))
            return
        if one.reading.kind == "unreadable" and len(self.unreadable) < NAMED:
            where = _short(checked.document.place(one.start), checked)
            quoted = checked.say("quoted", shown(one.phrase))
            why = messages.reason(checked.language, one.reading.why)
            self.unreadable.append(where + checked.say("why unreadable", phrase=quoted, why=why))
        if self.figures:
            where = _short(checked.document.place(one.start), checked).strip() or "–"
            first = _padded(where, FIGURE_WIDTHS[0])
            self.table.append(f"{first}  {_figure_row(one.reading, checked.language)}")

    def end(self, tally: Tally) -> None:
        for verdict in answers.VERDICTS:
            self.write("".join(self.later[verdict]))
        if self.figures:
            names = ("place", "figure", "stands for", "unit", "qualifier", "kind")
            heads = [self.checked.say(f"column {name}") for name in names]
            self.write("\n" + _row(FIGURE_WIDTHS, heads))
            self.write("".join(self.table))
            self.write("\n")
        if not self.quiet:
            if self.unreadable:
                more = tally.unreadable - len(self.unreadable)
                named = self.checked.say("list").join(self.unreadable)
                key = "more unreadable" if more else "unreadable"
                self.write(self.name + self.checked.say(key, names=named, more=more) + "\n")
            for line in summary(tally, self.checked.language):
                self.write(f"{self.name}{line}\n")


def finding(checked: Checked, result: Result) -> str:
    """A relation in one line, and why it has its verdict in another unless it holds."""
    where = checked.where(answers.place(checked.document, result))
    verdict = checked.say(f"verdict {result.verdict}")
    quoted = checked.say("quoted", shown(answers.quote(checked.document, result)))
    line = f"{where}: {result.code} {verdict} {quoted}\n"
    return line if result.verdict == CONSISTENT else f"{line}    {checked.sentence(result)}\n"


def summary(tally: Tally, language: str) -> list[str]:
    """How much there was to test, and what came of it, in a few lines."""
    say = partial(messages.say, language)
    counts = [say(f"count {verdict}", n=tally.verdicts[verdict]) for verdict in answers.VERDICTS]
    lines = [
        say("counts", counts=say("list").join(counts)),
        say("coverage", rates=tally.rates, tested=tally.tested)
        + say("figures", figures=tally.figures, unreadable=tally.unreadable),
    ]
    if not tally.verdicts.total() - tally.verdicts[NOT_TESTABLE]:
        lines.append(say("nothing tested"))
    return lines


class Annotations:
    """Workflow commands of GitHub, which show findings at their lines in a pull request."""

    def __init__(self, write: Write, checked: Checked, strict: bool) -> None:
        self.write, self.checked, self.strict = write, checked, strict

    def note(self, one: Found | Result) -> None:
        if not isinstance(one, Result) or one.verdict not in findings(strict=True):
            return
        checked = self.checked
        level = "error" if one.verdict == INCONSISTENT or self.strict else "warning"
        place = answers.place(checked.document, one)
        fields = {"file": checked.name, "title": f"heshu {one.code}"}
        quoted = checked.say("quoted", answers.quote(checked.document, one))
        text = f"{quoted}\n{checked.sentence(one)}"
        if place.line:
            last = checked.document.place(max(found.end - 1 for found in one.found))
            fields |= {"line": str(place.line), "col": str(place.column)}
            if last.line == place.line:
                fields["endColumn"] = str(max(last.column, place.column) + 1)
        else:
            text = f"{checked.where(place)}\n{text}"
        told = ",".join(
            f"{name}={_escaped(value).replace(':', '%3A').replace(',', '%2C')}"
            for name, value in fields.items()
        )
        self.write(f"::{level} {told}::{_escaped(text)}\n")

    def end(self, tally: Tally) -> None:
        pass


def _escaped(text: str) -> str:
    """A text as workflow commands have it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


class Json:
    """One object in one line, with the keys that README.md names."""

    def __init__(
        self, write: Write, checked: Checked, name: str | None, claims: list[Claim] | None
    ) -> None:
        self.write, self.checked, self.name, self.claims = write, checked, name, claims
        self.spans, self.unborne = claimsfile.hold(checked.document.prose, claims or [])
        self.kept: dict[str, list[str]] = {"figures": [], "relations": [], "uncovered": []}

    def note(self, one: Found | Result) -> None:
        document = self.checked.document
        item = check.as_json(one)
        if isinstance(one, Result):
            del item["places"]
            item |= _place_as_json(answers.place(document, one))
            item["message"] = self.checked.sentence(one)
            item["figures"] = [
                {"start": found.start, "end": found.end}
                | _place_as_json(document.place(found.start))
                for found in one.found
            ]
            self.kept["relations"].append(_dumps(item))
            return
        item |= _place_as_json(document.place(one.start))
        self.kept["figures"].append(_dumps(item))
        if self.claims is not None and not claimsfile.covers(self.spans, one):
            self.kept["uncovered"].append(self.kept["figures"][-1])

    def end(self, tally: Tally) -> None:
        head: dict[str, object] = {} if self.name is None else {"file": self.name}
        head["language"] = self.checked.language
        head["summary"] = {
            "figures": tally.figures,
            "unreadable": tally.unreadable,
            "rates": tally.rates,
            "tested": tally.tested,
            **{verdict: tally.verdicts[verdict] for verdict in answers.VERDICTS},
        }
        self.write(_dumps(head)[:-1])
        for key in ("figures", "relations") if self.claims is None else self.kept:
            self.write(f', "{key}": [')
            for count, item in enumerate(self.kept[key]):
                self.write(f", {item}" if count else item)
            self.write("]")
        if self.claims is not None:
            unborne = [asdict(fault) for fault in self.unborne]
            self.write(f', "unborne": {_dumps(unborne)}')
        self.write("}\n")

    @property
    def at_fault(self) -> bool:
        """Whether a figure is uncovered, or a claim isn't borne out."""
        return bool(self.kept["uncovered"] or self.unborne)


def _dumps(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, check_circular=False)


def _place_as_json(place: Place) -> dict[str, object]:
    return {name: number for name, number in place._asdict().items() if number}


class Coverage:
    """What no claim covers, what isn't borne out and what is inconsistent."""

    def __init__(self, write: Write, checked: Checked, claims: list[Claim]) -> None:
        self.write, self.checked = write, checked
        self.spans, self.unborne = claimsfile.hold(checked.document.prose, claims)
        self.uncovered = 0
        self.slips: list[str] = []

    def note(self, one: Found | Result) -> None:
        checked = self.checked
        if isinstance(one, Found):
            if not claimsfile.covers(self.spans, one):
                self.uncovered += 1
                where = checked.where(checked.document.place(one.start))
                told = checked.say("uncovered", sentence=one.sentence, phrase=shown(one.phrase))
                self.write(f"{where}: {told}\n")
        elif one.verdict == INCONSISTENT:
            self.slips.append(finding(checked, one))

    def end(self, tally: Tally) -> None:
        for fault in self.unborne:
            self.write(f"{shown(fault.id)}: {shown(fault.problem)}\n")
        self.write("".join(self.slips))
        counts = self.uncovered, len(self.unborne), tally.verdicts[INCONSISTENT]
        self.write(self.checked.say("claims", *counts) + "\n")

    @property
    def at_fault(self) -> bool:
        return bool(self.uncovered or self.unborne)


def _short(place: Place, checked: Checked) -> str:
    """A place without the name of the file."""
    if place.line:
        return f"{place.line}:{place.column} "
    named = checked.where(place).removeprefix(shown(checked.name))
    return f"{named.strip(': ')} " if named else ""


# Figures are printed as they are found, so that no column can wait for its widest cell
FIGURE_WIDTHS = (8, 22, 32, 10, 12, 0)


def _interval(interval: Interval) -> str:
    low = "-∞" if interval.low is None else decimal(interval.low)
    high = "∞" if interval.high is None else decimal(interval.high)
    if interval.exact:
        return low
    return f"{'(['[interval.low_closed]}{low}, {high}{')]'[interval.high_closed]}"


@lru_cache(maxsize=1 << 12)
def _figure_row(reading: Reading, language: str) -> str:
    """The columns after the first, which are the same wherever the figure stands."""
    stands_for = _interval(reading.interval) if reading.interval else reading.text or "–"
    qualifier = messages.name(language, "qualifier", reading.qualifier)
    kind = messages.name(language, "kind", reading.kind)
    return _row(
        FIGURE_WIDTHS[1:], (shown(reading.phrase), stands_for, reading.unit, qualifier, kind)
    )


def _row(widths: Sequence[int], cells: Iterable[str]) -> str:
    """Cells in columns, Chinese characters counted as two; a longer one shifts the rest."""
    padded = (_padded(cell, width) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip() + "\n"


def _padded(cell: str, width: int) -> str:
    wide = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in cell)
    return cell + " " * (width - wide)
