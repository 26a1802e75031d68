"""Who published a source, in short."""

from __future__ import annotations

from typing import Any

from heshu import words


def publisher(entry: Any) -> str:
    """The authors or the publisher of an entry of the bibliography, as pybtex reads it."""
    names = [" ".join(person.last_names).strip("{}") for person in entry.persons["author"]]
    return words.listing(names) if len(names) < 3 else f"{names[0]} and others"
