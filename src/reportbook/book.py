"""Build the book as a whole: `python -m reportbook.book [html|pdf]`, both editions unless told.

Each edition is built strictly, by `jupyter-book build`, in a folder of its own, and takes the place
of the last one at once, when all of it is there: there is no moment without a book, and none with
half of one. A second build of the same book waits for the first.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
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
    *("chapters", "data", ".github", "src", "heshu/src"),
)
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
            if unchanged(wanted):
                return 0
            status = both() if wanted == ["html", "pdf"] else one(*wanted)
            if not status:
                (BUILD / MADE).write_text(state(wanted), encoding="utf-8")
            return status
    except (BuildError, datapackage.DataError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        remedy = "make the folder one that you may write to, with room enough"
        print(f"{error.filename or BUILD}: {error.strerror}. Remedy: {remedy}.", file=sys.stderr)
        return 1


def both() -> int:
    """Both editions, each leading to the other; the website alone where there is no PDF."""
    edition("html", PDF_EDITION="1")
    try:
        edition("pdf")
    except BuildError as error:
        edition("html")
        publish("html", [])
        print(f"{error}\nThe HTML edition stands alone.", file=sys.stderr)
        return 1
    printed = sorted((WORK / "_build" / "pdf").glob("*.pdf"))
    publish("pdf", [])
    publish("html", printed)
    return 0


def one(builder: str) -> int:
    """One edition alone; a website alone leads to no PDF."""
    edition(builder)
    publish(builder, [])
    return 0


def unchanged(wanted: list[str]) -> bool:
    """Whether what is asked for was made last, of the very same files; then prints the paths."""
    made = BUILD / MADE
    if not made.exists() or made.read_text(encoding="utf-8") != state(wanted):
        return False
    for name in reversed(wanted):
        told(BUILD / name)
    return True


def state(wanted: list[str]) -> str:
    """A hash of all that editions are made of, and of what of them stands."""
    digest = sha256(" ".join([*wanted, issued()]).encode())
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


def edition(builder: str, **variables: str) -> None:
    """Build one edition in its working folder. Raises BuildError where that fails."""
    program = str(Path(sys.executable).with_name("jupyter-book"))
    which = ["--builder", "custom", "--custom-builder", "pdf"] if builder == "pdf" else []
    command = [program, "build", ".", "--path-output", str(WORK), *STRICT, *which]
    variables = {"SOURCE_DATE_EPOCH": issued(), **variables}
    if asked := os.environ.get("PYTHONWARNINGS"):
        variables["PYTHONWARNINGS"] = f"{asked},{ALLOWED}"
    run = subprocess.run(command, cwd=ROOT, env=os.environ | variables, check=False)
    if run.returncode:
        raise BuildError(
            f"The edition {builder} was not built: see the error above. What stood in "
            f"_build/{builder} still stands."
        )


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


def publish(name: str, files: list[Path]) -> None:
    """Put a built edition, and files beside it, in the place of the last one; print the paths."""
    built, place, new = WORK / "_build" / name, BUILD / name, BUILD / f"{name}.next"
    shutil.rmtree(new, ignore_errors=True)
    # Sphinx's note to itself stays behind: a hash of settings, this folder's name among them
    leave = shutil.ignore_patterns(".buildinfo*", "_static") if name == "pdf" else None
    shutil.copytree(built, new, ignore=leave or shutil.ignore_patterns(".buildinfo*"))
    for file in files:
        shutil.copy(file, new)
    if place.exists():
        exchange(new, place)
        shutil.rmtree(new)
    else:
        new.rename(place)
    told(place)


def told(place: Path) -> None:
    for path in [*place.glob("index.html"), *place.glob("*.pdf")]:
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
