"""What the bibliography says of a source: who published it, and what is to be known of the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from heshu import words


def publisher(entry: Any) -> str:
    """The authors or the publisher of an entry of the bibliography, as pybtex reads it."""
    names = [surname(person) for person in entry.persons["author"]]
    return words.listing(names) if len(names) < 3 else f"{names[0]} and others"


def surname(person: Any) -> str:
    """The last names of a person; of a body, or of somebody from China, the whole name."""
    return " ".join(person.last_names).strip("{}")


def plain(entry: Any, field: str) -> str:
    """A field of an entry without the marks of BibTeX."""
    from pybtex.richtext import Text  # not where chapters run

    return str(Text.from_latex(entry.fields[field]))


def phrases(entry: Any) -> Iterator[str]:
    """What a list of sources says of one in words, which its translation says in Chinese."""
    yield publisher(entry)
    yield from (surname(person) for person in entry.persons["author"] if not person.first_names)
    fields = ("title", "note", "publisher", "address")
    yield from (plain(entry, name) for name in fields if name in entry.fields)
