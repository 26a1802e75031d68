"""Computed prose: a sentence is the output of the cell that says it, with its numbers in it.

A cell that begins with `%%say` is Markdown (MyST) with placeholders, `{name}` or `{table[row]}`,
each of which may say how: `{share:at least percent.1}`. The form writes the direction and the
unit, rounds to match, and refuses what the number is not; a number that doesn't know what it rests
on (`heshu.traced`) is refused too. Notebook viewers show the sentence as plain Markdown, the book
takes its MyST, and whoever traces or translates it takes the template and the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Any

from heshu import words
from heshu.intervals import Interval
from heshu.traced import Traced
from reportbook.data import claims, context, datapackage, origins
from reportbook.data.printed import FORMS, Told, spread, tally, whole
from reportbook.readings import Readings
from reportbook.templates import CITED, PLACEHOLDER, escaped, framed, named, parted, raised

__all__ = ["magics", "say", "tally"]

MIME = "application/vnd.reportbook.prose+json"
DIRECTIONS = ("at least", "at most", "over", "under", "about", "range", "printed")
HOW = re.compile(rf"(?:({'|'.join(DIRECTIONS)})(?: |$))?(?:(\w+)(?:\.(\d))?)?", re.IGNORECASE)
DATES = {"year": "%Y", "month": "%B %Y", "day": "%-d %B %Y"}
# How far from "about" a number may lie, as a share of it
ABOUT = Fraction(1, 10)
QUALIFIED = {"over": "over", "about": "about", "nearly": "nearly", "under": "nearly"}
LINKED = re.compile(r"\{(\w+)\}`(?:([^`<]+) <)?([^`>]+)>?`")


class Prose:
    """Sentences with their numbers, what each number is, and the reading that they hold for."""

    def __init__(
        self,
        template: str,
        myst: str,
        plain: str,
        numbers: list[dict],
        names: Mapping[str, str],
        reading: Mapping[str, str] | None = None,
    ) -> None:
        self.template, self.myst, self.plain, self.numbers = template, myst, plain, numbers
        self.names, self.reading = names, reading

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        told = {"template": self.template, "myst": self.myst}
        return {
            MIME: {name: text.split("\n") for name, text in told.items()}
            | {"numbers": [origins.stored(number, origins.packed) for number in self.numbers]}
            | ({"names": self.names} if self.names else {})
            | ({"reading": self.reading} if self.reading else {}),
            "text/markdown": self.plain,
            "text/plain": self.plain,
        }


def say(template: str, values: Mapping[str, Any], reading: str = "") -> Prose:
    """The template with its values filled in.

    `reading`, as `years=july`, is the one that the sentences hold for, of a `Readings` among the
    values; they then begin with its name. Raises ValueError, naming the placeholder, where a value
    is missing, has no origin, has another unit than its form, or lacks the bound that its form
    claims; for a reading that there isn't; and for a heading, which belongs into a Markdown cell.
    """
    template = template.strip()
    if re.search(r"^#", template, re.MULTILINE):
        raise ValueError("a heading belongs into a Markdown cell, since it makes a section")
    numbers: list[dict] = []
    names: dict[str, str] = {}

    def fill(found: re.Match[str]) -> str:
        try:
            text, known = _said(_value(found, values), found[3] or "")
        except (ValueError, KeyError) as error:
            raise ValueError(f"{found[0]}: {error}") from None
        if not known:
            names[named(found)] = text
            return escaped(text)
        numbers.append({"name": found[0], "said": text} | known)
        return f"{{said}}`{text}`"

    filled = PLACEHOLDER.sub(fill, template)
    told = _reading(reading, values) if reading else None
    if told:
        filled = f"**{escaped(told['name'])}.** {filled}"
    return Prose(template, raised(filled), _plain(filled), numbers, names, told)


def cards(template: str, values: Mapping[str, Any]) -> Prose:
    """Key figures: blocks parted by an empty line, each a figure and, below, what it is."""
    said = say(template, values)
    blocks = parted(said.myst)
    listed = "\n".join("- **{}** {}".format(*block.split("\n", 1)) for block in blocks)
    return Prose(said.template, framed(blocks), _plain(listed), said.numbers, said.names)


def magics() -> None:
    """Let cells of this kernel begin with `%%say` and `%%cards`."""
    from IPython import get_ipython

    shell = get_ipython()
    for function in (say, cards):
        shell.register_magic_function(
            lambda line, cell, made=function: made(cell, shell.user_ns, *line.split()),
            "cell",
            function.__name__,
        )


def _reading(wanted: str, values: Mapping[str, Any]) -> dict[str, str]:
    switch, _, key = wanted.partition("=")
    if not isinstance(values.get(switch), Readings):
        raise ValueError(f"{wanted}: no readings have the name {switch}: name them in a cell above")
    return values[switch].told(key)


def _value(found: re.Match[str], values: Mapping[str, Any]) -> Any:
    if found[1] not in values:
        raise ValueError("nothing has this name: compute it in a cell above")
    value = values[found[1]]
    return value[found[2]] if found[2] else value


def _said(value: Any, how: str) -> tuple[str, dict[str, Any]]:
    """What a value says, and what is known of it ({} for plain words)."""
    match = HOW.fullmatch(how)
    if not match:
        raise ValueError(f"“{how}” is no form: say [{'|'.join(DIRECTIONS)}] [form][.decimals]")
    word, form, decimals = match[1] or "", match[2] or "", int(match[3] or 0)
    if isinstance(value, str):
        return _words(value, form)
    if isinstance(value, Fraction):
        value = Interval.point(value)
    if not isinstance(value, Interval):
        raise ValueError(f"{value!r} has no origin: compute it from claims or outside figures")
    ends = [end for end in (value.low, value.high) if end is not None]
    if not all(isinstance(end, Traced) and end.rests_on for end in ends):
        raise ValueError(f"{value} has no origin: compute it from claims or outside figures")
    known, unit = origins.known(ends), ends[0].unit
    direction = word.lower()
    form = form or ("million" if unit == "元" else "count")
    if direction == "printed":
        number, direction = _as_printed(known["rests_on"])
        text = _worded(_written(number, unit, "", form.lower(), decimals), direction)
    else:
        text = _written(value, unit, direction, form.lower(), decimals)
    if (word or form)[0].isupper():
        text = text[0].upper() + text[1:]
    range_ = spread(value, unit, form.lower())
    return text, {
        "form": form.lower(),
        "direction": direction,
        "low": None if value.low is None else str(Fraction(value.low)),
        "high": None if value.high is None else str(Fraction(value.high)),
        "unit": unit,
        **({"range": range_} if range_ else {}),
        **known,
    }


def _words(text: str, form: str) -> tuple[str, dict[str, Any]]:
    """A date, a phrase or a name."""
    if not isinstance(text, Told):
        if re.search(r"\d", text):
            raise ValueError(f"“{text}” holds a figure without origin: hand over the number")
        return text, {}
    said = text
    if form:
        import pandas as pd  # half a second, and few sentences say a date

        if form not in DATES:
            raise ValueError(f"a date is said as {', '.join(DATES)}, not as {form}")
        said = pd.Timestamp(text).strftime(DATES[form])
    known = {"form": form or "words", "rests_on": sorted(text.rests_on)}
    readings = origins.read(known["rests_on"]) if form else []
    return said, known | ({"readings": readings} if readings else {})


def _as_printed(origin: list[str]) -> tuple[Interval, str]:
    """The figure of a row and the word that qualifies it there."""
    tables = claims.load(), context.load()
    rows = [table.loc[origin[0]] for table in tables if origin[0] in table.index]
    if len(origin) != 1 or not rows or rows[0]["number"] is None:
        raise ValueError(f"only a single printed figure can be said as printed, not {origin}")
    return Interval.point(rows[0]["number"]), QUALIFIED.get(rows[0]["qualifier"], "")


def _written(value: Interval, unit: str, direction: str, form: str, decimals: int) -> str:
    if form not in FORMS:
        raise ValueError(f"no form {form}: take one of {', '.join(FORMS)}")
    _fits(unit, form)
    scale, behind = FORMS[form]
    if unit == "%":
        scale = 1
    if form == "growth":
        return words.growth(value.middle)
    value = value * scale
    if form == "count" and whole(unit) and value.bounded and not value.exact:
        value = Interval(value.integers()[0], value.integers()[-1])
    if form in ("numeral", "ordinal"):
        if not value.exact:
            raise ValueError(f"{value} is no single number")
        return _worded(getattr(words, form)(value.low), direction)
    return _rounded(value, direction, decimals) + behind


def _rounded(value: Interval, direction: str, decimals: int) -> str:
    """The number that a direction claims, rounded so that the claim holds."""
    bound = {"at least": value.low, "over": value.low, "at most": value.high, "under": value.high}
    step = Fraction(1, 10**decimals)
    if direction in bound:
        end = bound[direction]
        if end is None:
            raise ValueError(f"{value} has no such bound")
        to = floor if direction in ("at least", "over") else ceil
        closed = value.low_closed if to is floor else value.high_closed
        shown = to(end / step) * step
        if direction in ("over", "under") and closed and shown == end:
            raise ValueError(f"{value} reaches its bound: say at least or at most")
        return _worded(words.count(shown, decimals), direction)
    low, high = value.ends
    if direction == "range":
        return words.span(value, words.count, decimals)
    shown = words.nearest(value.middle / step) * step
    room = abs(shown) * ABOUT if direction == "about" else step
    if max(high - shown, shown - low) > room:
        raise ValueError(f"{value} is too wide to be said as {words.count(shown, decimals)}")
    return _worded(words.count(shown, decimals), direction)


def _worded(number: str, direction: str) -> str:
    return f"{direction} {number}".strip()


def _fits(unit: str, form: str) -> None:
    """Refuse a form that says another unit than the number has."""
    money, ratio = unit.split("/")[0] == "元", unit in ("", "%")
    wrong = {
        "million": not money,
        "billion": not money,
        "percent": not ratio,
        "points": not ratio,
        "times": unit != "",
        "growth": unit != "",
    }
    if wrong.get(form, money or unit == "%"):
        raise ValueError(f"a number in {unit or 'no unit'} can't be said as {form}")


def _plain(myst: str) -> str:
    """Markdown for viewers that know no roles: sources in brackets, links to the chapters."""
    known = context.sources() if CITED.search(myst) else None

    def cited(found: re.Match[str]) -> str:
        rows = [known.loc[key.strip()] for key in found[1].split(",")]
        names = "; ".join(f"{row.publisher} {row.year}".strip() for row in rows)
        return f" ({names}){found[2]}"

    def linked(found: re.Match[str]) -> str:
        role, text, target = found.groups()
        if role == "doc":
            page = datapackage.ROOT / "chapters" / f"{target}.md"
            return f"[{text or target}]({target}.{'md' if page.exists() else 'ipynb'})"
        return "the figure" if role == "numref" else text or target

    return LINKED.sub(linked, CITED.sub(cited, myst))
