"""Numbers in the prose of a chapter: published by name, taken up where the sentence stands."""

from __future__ import annotations


def publish(**figures: str) -> None:
    """Glue figures, so that the prose of the chapter can take them up by their names.

    Raises TypeError for a figure that isn't text yet: MyST-NB shows nothing for a number
    that it can't format, and says nothing either. Raises ValueError for an empty one.
    """
    from myst_nb import glue

    for name, text in figures.items():
        if not isinstance(text, str):
            raise TypeError(f"{name} is {text!r}: format it with a function of heshu.words first")
        if not text.strip():
            raise ValueError(f"{name} is empty")
        glue(name, text, display=False)
