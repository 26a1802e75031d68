"""The inputs of the command: which files a name stands for, and the documents they hold."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from heshu.documents import Document, DocumentError

FORMS = {
    ".txt": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".docx": "docx",
}  # fmt: skip
# A text is read whole, and takes several times its size in memory while it is checked
LIMIT = 32 * 2**20

# What other files begin with, and what can be done with them
SIGNATURES = {
    b"%PDF-": "pdf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "old office",
    b"{\\rtf": "rtf",
    b"\x89PNG\r\n\x1a\n": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"II*\0": "image",
    b"MM\0*": "image",
    b"BM": "image",
    b"RIFF": "image",
    b"\x1f\x8b": "archive",
    b"7z\xbc\xaf": "archive",
    b"Rar!": "archive",
}
ARCHIVE = b"PK\x03\x04"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class InputError(ValueError):
    """Input that can't be used; `reason` is the name of the message that says why."""

    def __init__(self, reason: str, **words: object) -> None:
        super().__init__(reason)
        self.reason, self.words = reason, words


def files(name: str, tell: Callable[[str, InputError], None]) -> list[str]:
    """The documents that a name stands for: itself, or what a folder holds at any depth.

    Pipes, devices and the like in a folder are passed over, and so are temporary files of
    Word (~$…). What can't be listed is told with its name, and the rest is listed all the
    same. Raises InputError where a folder holds no document.
    """
    if name == "-" or not os.path.isdir(name):
        return [name]
    unlisted: list[OSError] = []
    found = sorted(
        path
        for folder, _, entries in os.walk(name, onerror=unlisted.append)
        for path in (str(Path(folder, entry)) for entry in entries if not entry.startswith("~$"))
        if Path(path).suffix.lower() in FORMS
        # A link that leads nowhere stays, so that it is told
        if os.path.isfile(path) or not os.path.exists(path)
    )
    for error in unlisted:
        tell(str(error.filename), InputError("system", error=error.strerror))
    if not found and not unlisted:
        raise InputError("empty folder", endings=" ".join(FORMS))
    return found


def document(name: str, form: str = "") -> Document:
    """The document in a file, or in standard input (-).

    `form` is one of the values of FORMS; without it the ending of the name tells, or else what
    it begins with. Raises InputError where it can't be used.
    """
    content = _content(name)
    form = (
        "docx"
        if content.startswith(ARCHIVE)
        else form or FORMS.get(Path(name).suffix.lower(), "") or _form(content)
    )
    try:
        # Of the readers only the one that is needed is imported
        if form == "docx":
            from heshu.documents import docx

            _refuse_others(content)
            made = Document("", docx.read(content))
        elif form in ("markdown", "html"):
            source = _decoded(content)
            made = Document(source, import_module(f"heshu.documents.{form}").read(source))
        else:
            made = Document(_decoded(content))
    except DocumentError as error:
        raise InputError(error.reason, **error.words) from error
    if not made.text.strip():
        raise InputError("empty")
    return made


def text(name: str) -> str:
    """The text of a file. Raises InputError where it can't be used."""
    return _decoded(_content(name))


def _form(content: bytes) -> str:
    """The form of a document whose name doesn't tell."""
    begin = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" if begin.startswith((b"<!doctype html", b"<html")) else "text"


def _refuse_others(content: bytes) -> None:
    """Raise InputError, with what to do, where a file is no document that heshu reads."""
    for signature, kind in SIGNATURES.items():
        # Letters may begin a text, too
        if content.startswith(signature) and (not signature.isalnum() or b"\0" in content[:4096]):
            raise InputError(f"is {kind}")
    if not content.strip():
        raise InputError("empty")


def _decoded(content: bytes) -> str:
    """A text in UTF-8. Raises InputError where it is anything else."""
    _refuse_others(content)
    try:
        decoded = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if content.startswith(UTF_16):
            raise InputError("encoding", name="UTF-16") from error
        if _is_gb18030(content):
            raise InputError("encoding", name="GB18030") from error
        raise InputError("not utf-8", byte=error.start) from error
    if "\0" in decoded:
        raise InputError("nul")
    if not decoded.strip():
        raise InputError("empty")
    return decoded


def _is_gb18030(content: bytes) -> bool:
    """Whether bytes look like Chinese in the older encoding: mostly common characters."""
    try:
        start = content[: 1 << 16].decode(
            "gb18030", "strict" if len(content) <= 1 << 16 else "ignore"
        )
    except UnicodeDecodeError:
        return False
    wide = [sign for sign in start if not sign.isascii()]
    common = sum(
        "\u4e00" <= sign <= "\u9fff" or sign in "，。、；：“”（）《》！？　％" for sign in wide
    )
    return common * 10 > len(wide) * 9 > 0


def _content(name: str) -> bytes:
    """The bytes of standard input or of a regular file. Raises InputError."""
    try:
        if name == "-":
            if sys.stdin is None:
                raise InputError("no standard input")
            content = sys.stdin.buffer.read(LIMIT + 1)
        else:
            content = _file(name)
    except OSError as error:
        raise InputError("system", error=error.strerror) from error
    if len(content) > LIMIT:
        raise InputError("large", limit=LIMIT // 2**20)
    return content


def _file(name: str) -> bytes:
    if "\0" in name:
        raise InputError("nul in name")
    # Without waiting for anyone to write into it, if it is a pipe
    at_once = getattr(os, "O_NONBLOCK", 0)
    with open(name, "rb", opener=lambda path, flags: os.open(path, flags | at_once)) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise InputError("not regular")
        return file.read(LIMIT + 1)
