"""`jupyter-book build` with one error in place of a traceback: `python -m reportbook.build …`."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from pathlib import Path

import click
import yaml

CONFIGURATION = ("_config.yml", "_toc.yml")


def main(arguments: list[str]) -> int:
    """Build the book in the working folder with the arguments of `jupyter-book build`.

    Returns 0 where it was built, else 1, with the reason on standard error; 130 where it was
    interrupted.
    """
    for file in CONFIGURATION:
        try:
            text = Path(file).read_text(encoding="utf-8")
            if not isinstance(yaml.safe_load(text), dict):
                raise ValueError("holds no settings")
        except (OSError, ValueError, yaml.YAMLError) as error:
            print(f"{file}: {error}. Remedy: mend the file, or restore it.", file=sys.stderr)
            return 1
    place = "--path-output"
    output = Path(arguments[arguments.index(place) + 1] if place in arguments else ".")
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=output):
            pass
    except OSError as error:
        remedy = "build in a folder that you may write to"
        print(f"{output}: {error.strerror}. Remedy: {remedy}.", file=sys.stderr)
        return 1
    # A second to import, and no use before configuration and folder are sound
    from jupyter_book.cli.main import main as jupyter_book

    try:
        return jupyter_book(["build", *arguments], standalone_mode=False) or 0
    except click.Abort:
        print("interrupted", file=sys.stderr)
        return 130
    except Exception as error:
        # Sphinx has told its own errors by now
        if not error.__cause__:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    # Little of what a build makes can be collected before its end
    gc.set_threshold(200_000)
    status = main(sys.argv[1:])
    sys.stdout.flush()
    # All is written. To take the interpreter apart takes longer than to start a build, and a
    # chapter that was running when the build was interrupted would hold it up.
    os._exit(status)
