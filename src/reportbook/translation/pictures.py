"""The pictures of charts in Chinese, drawn once and kept with all that they say.

To draw them takes half of a build. One stays as it is while its recipe, the code, and the
translations of its texts do: what is kept holds these texts as they were translated, and is drawn
anew where one would be translated otherwise now.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from reportbook.data.datapackage import ROOT
from reportbook.language import speaking
from reportbook.palette import NARROW, WIDTH
from reportbook.running import freshness
from reportbook.translation import messages

STORE = ROOT / "_build" / "drawn"
# What draws, beside the recipes
DRAWN_BY = ("src/reportbook", "heshu/src/heshu", "requirements.lock")
WORDS = ("headline", "subtitle", "description", "source", "note")


class Drawn(NamedTuple):
    """A chart in Chinese: its pictures in lines of SVG by their classes, its specification, and the
    texts that tell the unit of each row of its table."""

    pictures: dict[str, list[str]]
    spec: dict[str, Any]
    units: list[str]


def drawn(about: Mapping[str, Any], words: Mapping[str, str]) -> Drawn:
    """A stored chart, or another reading of one, in Chinese: kept, or drawn from its recipes.

    `about` is the `usermeta` of its specification, `words` what is written around it in Chinese.
    Raises ValueError for a chart that no form made.
    """
    around = [words[name] for name in WORDS]
    place = _place(about)
    known = _kept(place)
    if known and known["words"] == around and _as_translated(known):
        return Drawn(*(known[part] for part in Drawn._fields))
    from reportbook import charts  # a second to import, which builds without a drawing are spared

    said: dict[str, str] = {}
    counted: dict[tuple[str, str], str] = {}

    def say(text: str) -> str:
        said[text] = messages.translated(text)
        return said[text]

    def count(text: str, unit: str) -> str:
        counted[text, unit] = messages.amount(text, unit)
        return counted[text, unit]

    with speaking(say, count):
        chart = charts.redrawn(about, words)
        found = Drawn(
            dict(sorted(chart.pictures(_reading(about)).items())),  # as a stored output has them
            chart.spec,
            [*charts.again(about["recipes"][0]).units],
        )
    amounts = [[*asked, told] for asked, told in counted.items()]
    _keep(place, found._asdict() | {"words": around, "said": said, "counted": amounts})
    return found


def texts(about: Mapping[str, Any]) -> list[str]:
    """The English texts of a chart's pictures, at both widths, as they are drawn."""
    if known := _kept(_place(about)):
        return [*known["said"]]
    from reportbook import charts

    said: dict[str, None] = {}

    def note(text: str) -> str:
        said[text] = None
        return text

    with speaking(note):
        for recipe in about["recipes"]:
            for width in (WIDTH, NARROW):
                charts.again(recipe).draw(width)
    return [*said]


def prune(charts: Iterable[Mapping[str, Any]]) -> None:
    """Keep the pictures of these charts alone, in all their readings."""
    places = {_place(one) for about in charts for one in states(about)}
    for path in STORE.glob("*.json"):
        if path not in places:
            path.unlink(missing_ok=True)


def states(about: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What is said of a chart, and of its other readings."""
    return [about, *about.get("others", ())]


def _reading(about: Mapping[str, Any]) -> str:
    """The class that the pictures of a reading have; "" for those of the first."""
    if "others" in about or "reading" not in about:
        return ""
    return "{switch}-{key}".format(**about["reading"])


def _place(about: Mapping[str, Any]) -> Path:
    made_of = json.dumps([_drawn_by(), about["recipes"], _reading(about)])
    return STORE / f"{sha256(made_of.encode()).hexdigest()[:20]}.json"


@cache
def _drawn_by() -> str:
    found = sha256()
    for path in (path for place in DRAWN_BY for path in freshness.sources(ROOT / place)):
        found.update(f"\0{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return found.hexdigest()


def _kept(place: Path) -> dict[str, Any] | None:
    try:
        return json.loads(place.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):  # not there, or damaged
        return None


def _as_translated(known: Mapping[str, Any]) -> bool:
    """Whether all that a picture says would be said so now. Each text is asked for, since a page
    is read anew where the translation of one that it asked for changes."""
    said = [messages.translated(text) == told for text, told in known["said"].items()]
    counted = [messages.amount(text, unit) == told for text, unit, told in known["counted"]]
    return all(said) and all(counted)


def _keep(place: Path, found: Mapping[str, Any]) -> None:
    partial = place.with_suffix(f".{os.getpid()}")  # pages and downloads are made side by side
    with suppress(PermissionError):  # in a checkout that can't be written all is drawn each time
        place.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        partial.replace(place)
