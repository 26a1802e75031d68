"""What a chapter stores of its sentences, tables and charts, in Chinese."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportbook import drawing
from reportbook import tables as tables_
from reportbook.data import datapackage
from reportbook.data.outside import read_outside
from reportbook.translation import messages, numbers, pictures, sentences
from reportbook.translation.messages import amount, translated

SENTENCES = "application/vnd.reportbook.prose+json"  # as `prose.MIME`, which brings pandas along
NAMES = "Column"  # what heads the names of columns in the dictionary of the data
PRINTED = "Printed"  # the phrases of sources
RELATED = "（据外文转述）"  # of a figure that was read in translation alone
UNIT = "Unit"  # and what the units of the column before it


def output(kind: str, content: dict[str, Any]) -> dict[str, Any]:
    """An output of the book's own kinds in Chinese; every other as it is."""
    if kind == SENTENCES:
        return sentences.in_chinese(content)
    if kind == tables_.MIME:
        return table(content)
    if kind == drawing.MIME and "pictures" in content.get("usermeta", {}):
        return chart(content)
    return content


def cells(content: dict[str, Any]) -> Iterator[list[tuple[str, bool]]]:
    """The rows of a table, each cell with whether it is a text to translate.

    The names of columns of `data/` are those of the files, in both languages.
    """
    spoken = [head != NAMES for head in content["columns"]]
    yield from ([*zip(row, spoken, strict=True)] for row in content["rows"])


def table(content: dict[str, Any]) -> dict[str, Any]:
    """A table as `tables.Table` takes it, with every text of it translated."""
    told = {**content, "caption": translated(content["caption"])}
    if note := content.get("note"):
        told["note"] = translated(note)
    told["columns"] = [*map(translated, content["columns"])]
    told["rows"] = [
        [translated(cell) if spoken else cell for cell, spoken in row]
        for row in cells(content | {"rows": _counted(content)})
    ]
    if PRINTED in content["columns"]:
        place, known = content["columns"].index(PRINTED), _wordings()
        for row, name in zip(told["rows"], content.get("names", ()), strict=False):
            row[place] = known.get(name, "{}").format(row[place])
    return told


@datapackage.remembered
def _wordings() -> dict[str, str]:
    """The phrases of outside figures in Chinese, by their ids, with {} for the printed one.

    A figure that was read in translation has the original wording, beside what was read where
    that is less exact.
    """
    return {row["id"]: _wording(row) for row in datapackage.records("context")}


def _wording(row: Mapping[str, str]) -> str:
    original = row["wording"]
    if original in ("", datapackage.NO_WORDING):
        return f"{{}}{RELATED if original else ''}"
    printed, said = (read_outside(row[name], row["unit"]) for name in ("printed", "wording"))
    same = printed.interval == said.interval
    return original if same else f"{{}}（中文作“{original}”）"


def _counted(content: dict[str, Any]) -> list[list[str]]:
    """The rows of a table, with each amount of money in its own 万 or 亿."""
    rows = [[*row] for row in content["rows"]]
    for at, place in content.get("amounts", ()):
        rows[at][place] = f"{rows[at][place]} {numbers.MILLION}"
    if UNIT in content["columns"]:
        place = content["columns"].index(UNIT)
        for row in rows:
            if row[place] == numbers.MILLION:
                row[place] = "元"
                row[place - 1] = numbers.below(row[place - 1], row[place])
    return rows


def chart(spec: dict[str, Any]) -> dict[str, Any]:
    """A chart's specification with the words around it and its table translated, and its pictures
    in Chinese."""
    stored = spec["usermeta"]
    about, own = drawn(stored)
    units = [] if "others" in stored else own.units  # those of a table of all readings are columns'
    about["table"] = shown(about["table"], units)
    if "filters" in about:
        about["filters"] = [*map(translated, about["filters"])]
    if "others" in about:
        about["others"] = [drawn(other)[0] for other in about["others"]]
    title = {**spec["title"], "text": about["headline"], "subtitle": about["subtitle"]}
    return {**own.spec, "title": title, "usermeta": about}


def drawn(about: dict[str, Any]) -> tuple[dict[str, Any], pictures.Drawn]:
    """What is said of a chart in Chinese, or of another reading of it, with its pictures; and what
    was drawn. It needs no recipe, from which it would be drawn in English again."""
    told = words(about)
    found = pictures.drawn(about, told)
    told["pictures"] = found.pictures
    del told["recipes"]
    return told, found


def shown(told: dict[str, Any], units: Sequence[str]) -> dict[str, Any]:
    """The table of a chart; amounts of money are those of their column's unit, or their row's."""
    heads = told["columns"]
    rows = [[*row] for row in told["rows"]]
    for place, head in enumerate(heads):
        written = tables_.written([row[place] for row in rows])
        for row, text, unit in zip(rows, written, units or [""] * len(rows), strict=True):
            if isinstance(row[place], str):
                row[place] = translated(row[place])
            elif row[place] is not None and numbers.MILLION in head:
                row[place] = str(amount(text, head))
            elif row[place] is not None and numbers.MILLION in unit:
                own = translated(unit)
                money = "" if own in row else numbers.MONEY.search(own)[0]
                row[place] = f"{amount(text, unit)}{money}"
    return {"columns": [*map(translated, heads)], "rows": rows}


def number_of_headline(number: dict[str, Any], said: Mapping[str, str]) -> dict[str, Any]:
    """A number that a headline leads to, as the Chinese headline has it; `said` has what it is
    there by what it is in English, maybe with its unit."""
    own = number["said"]
    told = number | {"said": next(said[text] for text in said if text.startswith(own))}
    return told | {"range": numbers.in_chinese(number["range"])} if "range" in number else told


def words(about: dict[str, Any]) -> dict[str, Any]:
    """What is written around a picture, and the reading that it is drawn for."""
    told = {**about}
    for name in ("headline", "subtitle", "description", "source", "note"):
        told[name] = translated(about[name])
    if known := about.get("numbers"):
        said = messages.said(about["headline"])
        told["numbers"] = [number_of_headline(number, said) for number in known]
    if reading := about.get("reading"):
        named = {name: translated(reading[name]) for name in ("question", "name")}
        told["reading"] = {**reading, **named}
    return told
