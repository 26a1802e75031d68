"""`heshu check FILE…` finds the figures of Chinese texts that contradict each other."""

from __future__ import annotations

import argparse
import csv
import gc
import io
import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from heshu import answers, claimsfile, codes, inputs, messages, output, page
from heshu.answers import Tally
from heshu.claimsfile import Claim
from heshu.inputs import InputError
from heshu.messages import say
from heshu.output import Checked, Form, Output, OutputError, shown, tell
from heshu.tables import TableError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

SOUND, INCONSISTENT_STATUS, UNUSABLE = 0, 1, 2
# From so many files on, all processors are used unless --jobs says otherwise
MANY = 8
# So many more objects than before are there when Python looks for garbage
GARBAGE = 20_000


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status, the highest of its inputs."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Names of files may hold bytes that are no UTF-8
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # What a check makes refers to nothing in circles that lasts: to look for such seldom is enough
    gc.set_threshold(GARBAGE)
    out = Output()
    language = messages.preferred("")
    try:
        try:
            options = _options(arguments, language)
            language = options.lang or language
            if options.command == "explain":
                return codes.explain(out.write, options.codes, language)
            return _Run(options, out, language).status()
        finally:
            out.write("", last=True)
    except OutputError as error:
        tell(f"heshu: {say(language, f'output {error.reason}', **error.words)}")
        return UNUSABLE


def _options(arguments: Sequence[str] | None, language: str) -> argparse.Namespace:
    help = partial(say, language)
    parser = argparse.ArgumentParser("heshu", description=help("help heshu"))
    commands = parser.add_subparsers(required=True, dest="command", metavar="check|explain")
    check = commands.add_parser(
        "check",
        help=help("help check"),
        description=help("help check"),
        epilog=help("help status"),
    )
    check.add_argument("files", nargs="+", metavar="FILE", help=help("help files"))
    check.add_argument("--quiet", "-q", action="store_true", help=help("help quiet"))
    check.add_argument("--figures", action="store_true", help=help("help figures"))
    check.add_argument("--strict", action="store_true", help=help("help strict"))
    check.add_argument(
        "--as", dest="form", choices=sorted({*inputs.FORMS.values()}), default="",
        help=help("help as"),
    )  # fmt: skip
    check.add_argument("--jobs", "-j", type=_number, metavar="N", help=help("help jobs"))
    check.add_argument("--json", action="store_true", help=help("help json"))
    check.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help=help("help format")
    )
    check.add_argument("--html", metavar="FILE", help=help("help html"))
    form = check.add_mutually_exclusive_group()
    form.add_argument("--claims", metavar="CSV", help=help("help claims"))
    form.add_argument("--draft", action="store_true", help=help("help draft"))
    explain = commands.add_parser(
        "explain", help=help("help explain"), description=help("help explain")
    )
    explain.add_argument("codes", nargs="*", metavar="CODE", help=help("help codes"))
    for command in (check, explain):
        command.add_argument("--lang", choices=messages.LANGUAGES, help=help("help lang"))
    options = parser.parse_args(arguments)
    if options.command == "check":
        if options.json:
            options.format = "json"
        if options.draft and options.format != "text":
            parser.error(help("help no draft"))
        if options.claims and options.format == "github":
            parser.error(help("help no claims"))
    return options


def _number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


@dataclass
class Answer:
    """What came of one file: for people, whether it is at fault, and how much there was."""

    told: list[str] = field(default_factory=list)
    printed: str = ""
    page: str = ""
    language: str = ""
    status: int = SOUND
    tally: Tally = field(default_factory=Tally)


@dataclass(frozen=True)
class Task:
    """How files are checked; it travels to the processes that do so."""

    options: argparse.Namespace
    claims: list[Claim] | None
    several: bool
    language: str

    def check(self, name: str, number: int, write: Callable[[str], object] | None = None) -> Answer:
        """Check a file, the `number`th, printing by `write`, or else into the answer."""
        answer, kept = Answer(), io.StringIO()
        try:
            self._check(name, number, write or kept.write, answer)
        except (OutputError, KeyboardInterrupt):
            raise
        except InputError as error:
            answer.told.append(fault(self.language, name, error))
        except MemoryError:
            answer.told.append(f"{shown(name)}: {say(self.language, 'memory')}")
        except Exception:
            lines = traceback.format_exc().rstrip()
            answer.told.append(f"{shown(name)}: {say(self.language, 'ours')}\n{lines}")
        if answer.told:
            answer.status = UNUSABLE
        answer.printed = kept.getvalue()
        return answer

    def _check(
        self, name: str, number: int, write: Callable[[str], object], answer: Answer
    ) -> None:
        options = self.options
        document = inputs.document(name, options.form)
        if options.draft:
            rows = csv.DictWriter(_Writer(write), claimsfile.columns(), lineterminator="\n")
            rows.writerows(claimsfile.draft(document.prose))
            return
        answer.language = language = options.lang or messages.preferred(document.text)
        checked = Checked(name, document, language)
        main = self._form(write, checked)
        forms: list[Form] = [main]
        if options.html:
            forms.append(report := page.Section(checked, number, self.several))
        for one in answers.examine(document):
            answer.tally.note(one)
            for form in forms:
                form.note(one)
        for form in forms:
            form.end(answer.tally)
        if options.html:
            answer.page = report.html
        verdicts = answer.tally.verdicts
        faults = sum(verdicts[verdict] for verdict in output.findings(options.strict))
        claimed = isinstance(main, output.Json | output.Coverage) and main.at_fault
        answer.status = INCONSISTENT_STATUS if faults or claimed else SOUND

    def _form(self, write: Callable[[str], object], checked: Checked) -> Form:
        options = self.options
        if options.format == "json":
            return output.Json(write, checked, checked.name if self.several else None, self.claims)
        if self.claims is not None:
            return output.Coverage(write, checked, self.claims)
        if options.format == "github":
            return output.Annotations(write, checked, options.strict)
        return output.Lines(
            write, checked, options.strict, options.quiet, options.figures, self.several
        )


def fault(language: str, name: str, error: InputError) -> str:
    """What is wrong with an input, in one line."""
    reason = say(language, f"input {error.reason}", **error.words)
    return say(language, "input", name=shown(name), reason=shown(reason))


class _Writer:
    """What csv writes to."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self.write = write


class _Run:
    """A run of `heshu check` over its files."""

    def __init__(self, options: argparse.Namespace, out: Output, language: str) -> None:
        self.options, self.out, self.language = options, out, language
        self.highest = SOUND

    def tell(self, line: str) -> None:
        tell(f"heshu: {line}")
        self.highest = UNUSABLE

    def status(self) -> int:
        options = self.options
        claims = self._claims() if options.claims else None
        if self.highest:
            return self.highest
        names = self._names()
        several = len(options.files) > 1 or names != options.files
        task = Task(options, claims, several, self.language)
        if options.draft and names:
            csv.writer(_Writer(self.out.write), lineterminator="\n").writerow(claimsfile.columns())
        total, pages, spoken = Tally(), [], self.language
        for answer in self._answers(task, names):
            self.out.write(answer.printed)
            for line in answer.told:
                self.tell(line)
            self.highest = max(self.highest, answer.status)
            total.add(answer.tally)
            spoken = answer.language or spoken
            if answer.page:
                pages.append(answer.page)
        plain = options.format == "text" and not (options.quiet or options.draft or options.claims)
        if several and plain and len(names) > 1:
            for line in output.summary(total, spoken):
                self.out.write(f"{say(spoken, 'total', files=len(names))}{line}\n")
        if options.html:
            self._report(pages, total, spoken)
        return self.highest

    def _claims(self) -> list[Claim]:
        try:
            return claimsfile.claims(inputs.text(self.options.claims))
        except InputError as error:
            self.tell(fault(self.language, self.options.claims, error))
        except TableError as error:
            self.tell(f"{shown(self.options.claims)}, {error}")
        return []

    def _names(self) -> list[str]:
        def unlisted(name: str, error: InputError) -> None:
            self.tell(fault(self.language, name, error))

        names: list[str] = []
        for name in self.options.files:
            try:
                names += inputs.files(name, unlisted)
            except InputError as error:
                unlisted(name, error)
        return names

    def _report(self, pages: list[str], total: Tally, spoken: str) -> None:
        try:
            with open(self.options.html, "w", encoding="utf-8", errors="backslashreplace") as file:
                file.writelines(page.whole(pages, total, spoken))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.tell(fault(self.language, self.options.html, InputError("system", error=reason)))

    def _answers(self, task: Task, names: list[str]) -> Iterator[Answer]:
        """What comes of each file, in their order."""
        jobs = self.options.jobs or (_processors() if len(names) >= MANY else 1)
        if jobs > 1 and len(names) > 1:
            yield from in_processes(task, names, min(jobs, len(names)))
            return
        for number, name in enumerate(names, start=1):
            yield task.check(name, number, self.out.write)


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_processes(task: Task, names: Sequence[str], jobs: int) -> Iterator[Answer]:
    """What comes of each file, in their order, checked by so many processes.

    Where one of them is ended from outside, as by a system without memory, the files that it
    and the others had are tried again, each in a process of its own.
    """
    # Imported here: to check a file or two takes not much longer than this
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children

    waiting: deque[tuple[tuple[str, int], Future[Answer]]] = deque()
    left = zip(names, range(1, len(names) + 1), strict=True)
    with ProcessPoolExecutor(jobs, initializer=_begin) as pool:
        try:
            while True:
                # No more than a few answers wait for those before them
                for file in left:
                    waiting.append((file, _begun(pool, task, file)))
                    if len(waiting) >= 4 * jobs:
                        break
                if not waiting:
                    return
                answer = waiting[0][1].result()
                waiting.popleft()
                yield answer
        except BrokenProcessPool:
            pass
        except KeyboardInterrupt:
            for process in active_children():
                process.terminate()
            raise
    for file in [*(file for file, _ in waiting), *left]:
        with ProcessPoolExecutor(1, initializer=_begin) as pool:
            try:
                yield pool.submit(task.check, *file).result()
            except BrokenProcessPool:
                line = f"{shown(file[0])}: {say(task.language, 'ended')}"
                yield Answer(told=[line], status=UNUSABLE)


def _begun(pool: ProcessPoolExecutor, task: Task, file: tuple[str, int]) -> Future[Answer]:
    """The check of a file, in a process of the pool; of standard input, which only this has."""
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    future: Future[Answer] = Future()
    try:
        if file[0] != "-":
            return pool.submit(task.check, *file)
        future.set_result(task.check(*file))
    except BrokenProcessPool as error:
        # It broke since the last answer, and this file is one of those that are tried again
        future.set_exception(error)
    return future


def _begin() -> None:
    """Let Ctrl-C end a process that checks at once, without a word of its own."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
