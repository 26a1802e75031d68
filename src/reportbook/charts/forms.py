"""What a chart form is: a way to draw one view at a width, and the table of what it shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import wraps
from types import SimpleNamespace
from typing import Any

import altair as alt
import pandas as pd

from reportbook.palette import COMPUTED, OUTSIDE, PRINTED

Rows = pd.DataFrame | Iterable[Mapping[str, Any]]
WHOSE = {PRINTED: "the article", COMPUTED: "computed from the article", OUTSIDE: "from elsewhere"}


@dataclass(frozen=True)
class Form:
    """`draw` gives the view for a width in pixels; `table` has columns named with their units.

    `filters` are the columns by which a reader can choose among its marks, which then lead to rows
    of the same page. `units` are texts that tell the unit of each row, where it isn't that of a
    column. `recipe` is what it was made of, as JSON: the form's name, its arguments
    and options, from which another edition draws it in its own language.
    """

    draw: Callable[[int], alt.LayerChart | alt.Chart]
    table: pd.DataFrame
    filters: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    recipe: str = ""


FORMS: dict[str, Callable[..., Form]] = {}


def form(function: Callable[..., Form]) -> Callable[..., Form]:
    """A form of charts, each of which remembers what it was made of."""

    @wraps(function)
    def made(*arguments: Any, **options: Any) -> Form:
        given = [[*told] if isinstance(told, Iterator) else told for told in arguments]
        told = {name: _as_json(value) for name, value in options.items()}
        recipe = [function.__name__, [*map(_as_json, given)], told]
        # One string, since notebooks sort the names of a mapping, whose order says something
        written = json.dumps(recipe, ensure_ascii=False, separators=(",", ":"))
        return replace(function(*given, **options), recipe=written)

    FORMS[function.__name__] = made
    return made


def again(recipe: str) -> Form:
    """The chart of a recipe, as its form made it."""
    name, arguments, options = json.loads(recipe)
    return FORMS[name](*arguments, **options)


def _as_json(told: Any) -> Any:
    """Rows and options as JSON has them. Raises TypeError for what it hasn't."""
    if isinstance(told, pd.DataFrame):
        told = told.astype(object).where(told.notna(), None).to_dict("records")
    if isinstance(told, Mapping):
        return {str(name): _as_json(value) for name, value in told.items()}
    if isinstance(told, list | tuple):
        return [*map(_as_json, told)]
    if hasattr(told, "item"):
        told = told.item()
    if told is None or isinstance(told, str | bool | int | float):
        return str(told) if isinstance(told, str) else told
    raise TypeError(f"{told!r} can't be drawn again: hand a form text and plain numbers")


def records(rows: Rows, needed: str, **optional: Any) -> list[SimpleNamespace]:
    """The rows as records with every column of a form, those not given at their defaults.

    `needed` are the names of the columns that must be there, `optional` the others. Raises
    ValueError for a column that is missing, or one that the form doesn't know.
    """
    frame = pd.DataFrame(rows)
    known = [*needed.split(), *optional]
    if missing := [name for name in needed.split() if name not in frame]:
        raise ValueError(f"the rows lack {', '.join(missing)}; a row has {', '.join(known)}")
    if strange := [name for name in frame if name not in known]:
        raise ValueError(f"no use for {', '.join(map(str, strange))}; a row has {', '.join(known)}")
    cells = frame.astype(object).where(frame.notna(), None).to_dict("records")
    given = [{name: cell for name, cell in row.items() if cell is not None} for row in cells]
    blank = dict.fromkeys(needed.split())
    return [SimpleNamespace(**{**blank, **optional, **row}) for row in given]


def told(rows: Rows, **heads: str) -> pd.DataFrame:
    """The rows as a table for readers: the columns named, under their heads, in that order.

    A column of hues becomes one that says whose each figure is, where hues say so of all.
    """
    frame = pd.DataFrame(rows)
    if "hue" in frame and "hue" not in heads:
        whose = [WHOSE.get(hue) for hue in frame["hue"]]
        if None not in whose:
            heads["hue"] = "whose"
            frame = frame.assign(hue=whose)
    shown = [name for name in heads if name in frame]
    return frame[shown].rename(columns=heads)
