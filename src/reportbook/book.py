"""Build the book as a whole: `python -m reportbook.book [html|pdf]`, both editions unless told.

LANGUAGES in the environment says in which languages, `en zh` unless told; DRAFT lets the Chinese
edition be built while translations are missing. Each edition is built strictly, by
`jupyter-book build`, in a folder of its own, and takes the place of the last one at once, when all
of it is there: there is no moment without a book, and none with half of one. A second build of the
same book waits for the first.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import yaml

from reportbook.data import datapackage
from reportbook.data.datapackage import ROOT
from reportbook.running import freshness

BUILD = ROOT / "_build"
WORK = BUILD / "work"
SETTINGS = ("_config.yml", "_toc.yml")
MADE_OF = (
    *(*SETTINGS, "CITATION.cff", "requirements.lock"),
    *("chapters", "data", "locale", ".github", "src", "heshu/src"),
)
# The languages by the names of their folders, and what Sphinx calls them; the first is the book's
# own, the others stand in folders of theirs beside its pages
LANGUAGES = {"en": "en", "zh": "zh_CN"}
OWN = "en"
MADE = ".made"  # says of what the last editions were made, and that they still stand as they were
STRICT = ["--warningiserror", "--nitpick", "--keep-going"]
# The one warning of jupyter-book itself, whose last version imports a name that click deprecates
ALLOWED = "ignore:'BaseCommand' is deprecated:DeprecationWarning"
RENAME_EXCHANGE, AT_FDCWD = 2, -100


class BuildError(Exception):
    """An edition that could not be built; what went wrong has been printed."""


def main(arguments: list[str]) -> int:
    """Build and publish what is asked for, and print where it stands; returns the exit status."""
    wanted = arguments or ["html", "pdf"]
    try:
        with alone():
            check_settings()
            asked = languages()
            if stands(wanted):
                for name in reversed(wanted):
                    told(BUILD / name)
                return 0
            if len(asked) > 1:  # what one build would run, and the other too
                freshness.Run().end()
            status = made(wanted, asked)
            if not status:
                (BUILD / MADE).write_text(state(wanted), encoding="utf-8")
            return status
    except (BuildError, datapackage.DataError, freshness.ChapterError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        remedy = "make the folder one that you may write to, with room enough"
        print(f"{error.filename or BUILD}: {error.strerror}. Remedy: {remedy}.", file=sys.stderr)
        return 1


def languages() -> list[str]:
    """The languages that are asked for. Raises BuildError for one that the book doesn't have."""
    asked = os.environ.get("LANGUAGES", "").split() or [*LANGUAGES]
    if unknown := [name for name in asked if name not in LANGUAGES]:
        known = " ".join(LANGUAGES)
        raise BuildError(f"LANGUAGES={' '.join(unknown)}: the book has none. Remedy: {known}.")
    return [name for name in LANGUAGES if name in asked]


def made(wanted: list[str], asked: list[str]) -> int:
    """Build what is wanted in all languages, side by side, and publish it when all is there.

    The website stands alone where there is no PDF.
    """
    with ThreadPoolExecutor() as pool:
        runs = {name: pool.submit(editions, wanted, name, asked) for name in asked}
        failed = [error for run in runs.values() if (error := run.result())]
    if "pdf" in wanted and not failed:
        publish("pdf", asked)
    if "html" in wanted:
        publish("html", asked, printed=wanted == ["html", "pdf"])
    for error in failed:
        print(f"{error}\nThe HTML edition stands alone.", file=sys.stderr)
    return 1 if failed else 0


def editions(wanted: list[str], language: str, asked: list[str]) -> BuildError | None:
    """Both editions in a language, each leading to the other, or the one that is wanted.

    Returns the error of a PDF edition that the website has to do without. Raises BuildError for
    any other.
    """
    if len(wanted) == 1:
        edition(wanted[0], language, asked)
        return None
    edition("html", language, asked, PDF_EDITION="1")
    try:
        edition("pdf", language, asked)
    except BuildError as error:
        edition("html", language, asked)
        shutil.rmtree(built("pdf", language), ignore_errors=True)
        return error
    return None


def stands(wanted: list[str]) -> bool:
    """Whether what is asked for was made last, of the very same files, and is still as it was."""
    made = BUILD / MADE
    return made.exists() and made.read_text(encoding="utf-8") == state(wanted)


def state(wanted: list[str]) -> str:
    """A hash of all that editions are made of, and of what of them stands."""
    told = [*wanted, *languages(), os.environ.get("DRAFT", ""), issued()]
    digest = sha256(" ".join(told).encode())
    for path in (path for place in MADE_OF for path in freshness.sources(ROOT / place)):
        digest.update(f"\0{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    for name in wanted:
        for path in sorted((BUILD / name).rglob("*")):
            written = path.stat()
            digest.update(f"\0{path}\0{written.st_mtime_ns}\0{written.st_size}".encode())
    return digest.hexdigest()


@contextmanager
def alone() -> Iterator[None]:
    """Hold up a second build of the same book until the first has ended."""
    BUILD.mkdir(parents=True, exist_ok=True)
    with (BUILD / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another build of this book is running: waiting for it.", file=sys.stderr)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def check_settings() -> None:
    """Raise BuildError where a file of settings is damaged, which Jupyter Book tells at length."""
    for file in SETTINGS:
        try:
            if not isinstance(yaml.safe_load((ROOT / file).read_text(encoding="utf-8")), dict):
                raise ValueError("holds no settings")
        except (OSError, ValueError, yaml.YAMLError) as error:
            raise BuildError(f"{file}: {error}. Remedy: mend the file, or restore it.") from error


def edition(builder: str, language: str, asked: list[str], **variables: str) -> None:
    """Build one edition in its working folder. Raises BuildError where that fails.

    What is said of a second one that is built meanwhile comes when it has ended.
    """
    program = str(Path(sys.executable).with_name("jupyter-book"))
    which = ["--builder", "custom", "--custom-builder", "pdf"] if builder == "pdf" else []
    place = built(builder, language).parents[1]
    command = [program, "build", ".", "--path-output", str(place), *STRICT, *which]
    if language != OWN:
        command += ["--config", str(settings(place, language))]
    variables = {"SOURCE_DATE_EPOCH": issued(), "LANGUAGES": " ".join(asked), **variables}
    if given := os.environ.get("PYTHONWARNINGS"):
        variables["PYTHONWARNINGS"] = f"{given},{ALLOWED}"
    said = subprocess.PIPE if language != asked[0] else None
    run = subprocess.run(
        command, cwd=ROOT, env=os.environ | variables, stdout=said, stderr=said, text=True
    )
    if said:
        sys.stdout.write(run.stdout)
        sys.stderr.write(run.stderr)
    if run.returncode:
        raise BuildError(
            f"The edition {builder} ({language}) was not built: see the error above. What stood "
            f"in _build/{builder} still stands."
        )


def built(builder: str, language: str) -> Path:
    """Where an edition is built."""
    return (WORK if language == OWN else WORK / language) / "_build" / builder


def settings(place: Path, language: str) -> Path:
    """The settings of the book for another language than its own, as a file."""
    told = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    told.setdefault("sphinx", {}).setdefault("config", {})["language"] = LANGUAGES[language]
    path = place / "_config.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def issued() -> str:
    """When this edition was issued, in seconds: at its commit, or when its data package was."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    if (ROOT / ".git").exists():
        command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.stdout.strip():
            return run.stdout.strip()
    created = datetime.fromisoformat(datapackage.descriptor()["created"])
    return str(int(created.timestamp()))


def publish(name: str, asked: list[str], printed: bool = False) -> None:
    """Put built editions in the place of the last ones, with the printed ones beside the pages;
    print the paths."""
    place, new = BUILD / name, BUILD / f"{name}.next"
    shutil.rmtree(new, ignore_errors=True)
    # Sphinx's note to itself stays behind: a hash of settings, this folder's name among them
    leave = [".buildinfo*", *(["_static"] if name == "pdf" else [])]
    for language in asked:
        to = new if language == OWN else new / language
        shutil.copytree(built(name, language), to, ignore=shutil.ignore_patterns(*leave))
        for file in sorted(built("pdf", language).glob("*.pdf")) if printed else []:
            shutil.copy(file, to)
    if place.exists():
        exchange(new, place)
        shutil.rmtree(new)
    else:
        new.rename(place)
    told(place)


def told(place: Path) -> None:
    for folder in [place, *(place / language for language in LANGUAGES)]:
        for path in [*folder.glob("index.html"), *folder.glob("*.pdf")]:
            print(path)


def exchange(one: Path, other: Path) -> None:
    """Let two folders take each other's place in one step, as Linux can; else in two."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    paths = (os.fsencode(one), os.fsencode(other))
    if rename and rename(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE) == 0:
        return
    aside = other.with_suffix(".last")
    shutil.rmtree(aside, ignore_errors=True)
    other.rename(aside)
    one.rename(other)
    aside.rename(one)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
