"""The languages of the book, and where the pages of each stand beside the others'."""

from __future__ import annotations

import os
from typing import NamedTuple


class Edition(NamedTuple):
    """A language as Sphinx and as pages call it, the folder of its pages, its own name."""

    language: str
    tag: str
    folder: str
    name: str


# By their names in LANGUAGES. The first is the book's own, and holds the files that all share.
EDITIONS = {
    "en": Edition("en", "en", "", "English"),
    "zh": Edition("zh_CN", "zh-CN", "zh/", "中文"),
}
OWN = "en"


def asked() -> list[str]:
    """The languages that LANGUAGES in the environment asks for, by name; none where it is empty.

    Raises ValueError for one that the book doesn't have.
    """
    names = os.environ.get("LANGUAGES", "").split()
    if unknown := [name for name in names if name not in EDITIONS]:
        raise ValueError(
            f"LANGUAGES={' '.join(unknown)}: the book has no such language. "
            f"Remedy: one or more of {' '.join(EDITIONS)}."
        )
    return [name for name in EDITIONS if name in names]
