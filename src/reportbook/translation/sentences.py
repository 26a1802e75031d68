"""What a cell says, in Chinese: its translated template with the numbers that its output holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reportbook.templates import CARDS, PLACEHOLDER, escaped, framed, named, parted, raised
from reportbook.translation import numbers
from reportbook.translation.messages import SAID, catalogue, spoken, translated

LISTED = re.compile(r"^(?:[-*>|:]|\d+\. )", re.MULTILINE)  # lines that are no running text


def in_chinese(content: Mapping[str, Any]) -> dict[str, Any]:
    """The output of a cell that says something, with its MyST and its numbers in Chinese.

    `content` is what `prose.Prose` stores. Numbers keep what they rest on, and stand in the order
    in which the Chinese says them. Raises ValueError, naming the placeholder, where a translation
    has one that the English lacks.
    """
    known: dict[str, dict[str, Any]] = {}
    for number in content["numbers"]:
        placeholder = PLACEHOLDER.fullmatch(number["name"])
        known[number["name"]] = known[named(placeholder)] = number
    names = content.get("names", {})
    said: list[dict[str, Any]] = []

    def fill(found: re.Match[str]) -> str:
        if named(found) in names:
            return escaped(translated(names[named(found)]))
        number = known.get(found[0]) or known.get(named(found))
        if number is None:
            raise ValueError(f"{found[0]}: the English sentence has no such number")
        text = written(number, found[3] or "")
        about = {**number, "said": text}
        if range_ := number.get("range"):
            about["range"] = numbers.in_chinese(range_)
        said.append(about)
        return f"{{said}}`{text}`"

    known_as = catalogue(SAID)
    blocks = [
        PLACEHOLDER.sub(fill, known_as[message] if spoken(message) else message)
        for message in parted("\n".join(content["template"]))
    ]
    told = {**content, "numbers": said}
    if content["myst"][0] == CARDS:
        myst = framed(blocks)
    else:
        # A line's end is no space between Chinese words
        myst = "\n\n".join(
            block if LISTED.search(block) else block.replace("\n", "") for block in blocks
        )
    if reading := content.get("reading"):
        asked = {name: translated(reading[name]) for name in ("question", "name")}
        told["reading"] = {**reading, **asked}
        myst = f"**{escaped(asked['name'])}**：{myst}"
    return {**told, "myst": raised(myst).split("\n")}


def written(number: Mapping[str, Any], form: str) -> str:
    """A number of a sentence in Chinese, in its own form unless the translation asks for another.

    A printed phrase is Chinese already.
    """
    if number["form"] == "words":
        return str(number["said"])
    asked = form if form in numbers.FORMS and form != number["form"] else ""
    if number["form"] == "year" and not asked:
        asked = "year"
    return numbers.in_chinese(number["said"], asked)
