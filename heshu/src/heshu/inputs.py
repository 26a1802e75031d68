"""The inputs of the command: which files a name stands for, and their texts."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from heshu.output import shown

ENDINGS = (".txt", ".md")
# A text is read whole, and takes several times its size in memory while it is checked
LIMIT = 32 * 2**20


class InputError(ValueError):
    """Input that can't be used: what is to be said after its name."""


def files(name: str, tell: Callable[[str], None]) -> list[str]:
    """The texts that a name stands for: itself, or what a folder holds at any depth.

    Pipes, devices and the like in a folder are passed over. What can't be listed is told, and
    the rest is listed all the same. Raises InputError where a folder holds no text.
    """
    if name == "-" or not os.path.isdir(name):
        return [name]
    unlisted: list[OSError] = []
    found = sorted(
        path
        for folder, _, entries in os.walk(name, onerror=unlisted.append)
        for path in (str(Path(folder, entry)) for entry in entries)
        if path.endswith(ENDINGS) and Path(path).suffix
        # A link that leads nowhere stays, so that it is told
        if os.path.isfile(path) or not os.path.exists(path)
    )
    for error in unlisted:
        tell(f"{shown(str(error.filename))}: {error.strerror}")
    if not found and not unlisted:
        raise InputError(f": the folder holds no {' or '.join(ENDINGS)} file")
    return found


def text(name: str) -> str:
    """The text of a file, or of standard input. Raises InputError where it can't be used."""
    try:
        content = _content(name)
    except OSError as error:
        raise InputError(f": {error.strerror}") from error
    if len(content) > LIMIT:
        raise InputError(f": is larger than {LIMIT // 2**20} MiB; split it")
    try:
        decoded = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f": isn't UTF-8 (byte {error.start})") from error
    if "\0" in decoded:
        raise InputError(": holds NUL bytes, so it isn't a text")
    if not decoded.strip():
        raise InputError(": is empty")
    return decoded


def _content(name: str) -> bytes:
    """The bytes of standard input or of a regular file, or one more than LIMIT."""
    if name == "-":
        if sys.stdin is None:
            raise InputError(": standard input is closed")
        return sys.stdin.buffer.read(LIMIT + 1)
    if "\0" in name:
        raise InputError(": no name of a file holds NUL bytes")
    # Without waiting for anyone to write into it, if it is a pipe
    at_once = getattr(os, "O_NONBLOCK", 0)
    with open(name, "rb", opener=lambda path, flags: os.open(path, flags | at_once)) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise InputError(": isn't a regular file; send what it gives to standard input (-)")
        return file.read(LIMIT + 1)
