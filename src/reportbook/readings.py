"""The readings of a phrase that the article leaves open, among which a reader can turn.

A chapter names them once. A picture has one for each (`charts.turned`), and so has a sentence
that depends on them (a cell `%%say SWITCH=KEY` for each). Every edition has them all: the website
shows the one that its address asks for, or else the first, which is the book's own; where nothing
can be turned they stand one after another, each by its name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reportbook.language import curled

WORD = re.compile(r"[a-z]+")  # a part of an address, and of the name of a class


@dataclass(frozen=True)
class Readings:
    """One open question and what it can mean: `names` are the readings by their keys.

    `switch` and the keys stand in addresses, as `?years=july`, and are words of small letters.
    Raises ValueError where one isn't, and for fewer than two readings.
    """

    switch: str
    question: str
    names: Mapping[str, str]

    def __post_init__(self) -> None:
        for word in (self.switch, *self.names):
            if not WORD.fullmatch(word):
                raise ValueError(f"“{word}” stands in an address: take a word of small letters")
        if len(self.names) < 2:
            raise ValueError(f"“{self.question}” has one reading: there is nothing to turn")

    def told(self, key: str) -> dict[str, str]:
        """What an output says of the reading that it belongs to. Raises ValueError for another."""
        if key not in self.names:
            raise ValueError(f"{self.switch} has no reading {key}: take {', '.join(self.names)}")
        return {
            "switch": self.switch,
            "question": curled(self.question),
            "key": key,
            "name": curled(self.names[key]),
        }


def classes(reading: Mapping[str, str]) -> list[str]:
    """The classes of what belongs to one reading, by which a page shows or hides it."""
    return [f"of-{reading['switch']}", f"{reading['switch']}-{reading['key']}"]
