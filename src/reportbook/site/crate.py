"""What the numbers of the book rest on, for download: a table, and the crate that holds it.

The table has a line for each number and row. The crate (RO-Crate 1.1) says of every file of the
book what it is, and of every chapter from which tables its notebook made which page.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from reportbook import drawing
from reportbook import tables as tables_
from reportbook.data import datapackage, messages, origins
from reportbook.running import freshness
from reportbook.site.outputs import SENTENCES
from reportbook.translation.words import message

FILE = "chains.csv"
METADATA = "ro-crate-metadata.json"
SPECIFICATION = "https://w3id.org/ro/crate/1.1"
# The columns of the table, and what each means
COLUMNS = {
    "chapter": message("The chapter that says or shows the number."),
    "cell": message("The cell of its notebook."),
    "number": message("The place of the number in the cell, counted from 1."),
    "said": message("The number, date or phrase as the sentence, headline or table has it."),
    "direction": message(
        "The word that qualifies it: at least, at most, over, under, about, or none."
    ),
    "low": message(
        "The least that it can be, as a fraction in its unit; empty where there is no such end."
    ),
    "high": message("The most that it can be, likewise."),
    "unit": message("Its unit, as the article writes it; empty for a ratio, a date or a phrase."),
    "how": message("How it was computed, in signs; names in braces are rows."),
    "table": message("The table of a row that it rests on."),
    "row": message("That row, by the first column of the table's key."),
    "counted": message(
        "Whether the row is one of those counted, where others could have been; else empty."
    ),
    "printed": message(
        "What the row prints; of a relation what it says, and what its figures print."
    ),
    "reads": message(
        "Under which readings the number was computed: open questions, and their answers."
    ),
}


def numbers(path: Path) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """The numbers of a chapter: the id of the cell, the place in it, and what is known of each."""
    for cell in freshness.code_cells(path):
        told = [number for output in cell["outputs"] for number in _of(output.get("data", {}))]
        for place, number in enumerate(told, start=1):
            yield cell["id"], place, origins.stored(number, origins.unpacked)


def _of(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The numbers of an output: of a sentence, a headline, or a table's cells."""
    for one in (data.get(kind, {}) for kind in (SENTENCES, tables_.MIME)):
        if "columns" in one:
            yield from tables_.Table(**one).led()
        else:
            reading = one.get("reading")
            yield from (number | {"reading": reading} for number in one.get("numbers", []))
    about = data.get(drawing.MIME, {}).get("usermeta", {})
    for state in (about, *about.get("others", [])):
        reading = state.get("reading")
        yield from (number | {"reading": reading} for number in state.get("numbers", []))


def lines() -> Iterator[dict[str, Any]]:
    """The lines of the table, in the order of the chapters' files, cells, numbers and rows."""
    for path in freshness.chapters():
        for cell, place, number in numbers(path):
            about = {name: number.get(name) or "" for name in COLUMNS} | {
                "chapter": path.stem,
                "cell": cell,
                "number": place,
                "reads": "; ".join(origins.taken(number)),
            }
            counted = number.get("counted", number["rests_on"])
            for name in number["rests_on"]:
                yield about | {
                    "table": origins.table(name),
                    "row": name.partition(":")[2] or name,
                    "counted": ("yes" if name in counted else "no") if "counted" in number else "",
                    "printed": printed(name),
                }


def printed(name: str) -> str:
    """What a row prints; of a relation what it says, and what its figures print."""
    if origins.table(name) != "relations":
        return origins.phrase(name)
    figures = messages.BETWEEN.join(map(origins.phrase, origins.figures(name)))
    return messages.TESTS.format(relation=origins.phrase(name), figures=figures)


def write(app: Sphinx, root: Path) -> None:
    """Write the table and the crate of a built book."""
    with (root / "data" / FILE).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(known := [*lines()])
    text = json.dumps(metadata(app, root, known), ensure_ascii=False, indent=1)
    (root / METADATA).write_text(text + "\n", encoding="utf-8")


def metadata(app: Sphinx, root: Path, known: list[dict[str, Any]]) -> dict[str, Any]:
    """The crate's metadata, as JSON-LD; `known` are the lines of the table."""
    package = datapackage.descriptor()
    licence = package["licenses"][0]
    files, actions = [*tables(package)], []
    rests: dict[str, set[str]] = {}
    for line in known:
        rests.setdefault(line["chapter"], set()).add(f"data/{line['table']}.csv")
    for path in freshness.chapters():
        name = path.relative_to(app.srcdir).with_suffix("").as_posix()
        page = app.builder.get_target_uri(name)
        notebook = f"_sources/{name}.ipynb"
        if not (root / notebook).exists() or name not in app.env.titles:
            continue
        title = app.env.titles[name].astext()
        kind = ["File", "SoftwareSourceCode"]
        files += [
            file(notebook, f"Notebook: {title}", "application/x-ipynb+json", kind),
            file(page, title, "text/html"),
        ]
        actions.append(
            {
                "@id": f"#run-{path.stem}",
                "@type": "CreateAction",
                "name": f"Run of the chapter “{title}”",
                "instrument": {"@id": notebook},
                "object": several(sorted(rests.get(path.stem, ()))),
                "result": {"@id": page},
            }
        )
    whole = {
        "@id": "./",
        "@type": "Dataset",
        "name": package["title"],
        "description": package["description"],
        "version": package["version"],
        "datePublished": package["created"][:10],
        "license": {"@id": licence["path"]},
        "author": {"@id": "#authors"},
        "publisher": {"@id": "#authors"},
        "hasPart": several([entry["@id"] for entry in files]),
        "mentions": several([action["@id"] for action in actions]),
    }
    about = {
        "@id": METADATA,
        "@type": "CreativeWork",
        "conformsTo": {"@id": SPECIFICATION},
        "about": {"@id": "./"},
    }
    others = [
        {
            "@id": licence["path"],
            "@type": "CreativeWork",
            "name": licence["title"],
            "identifier": licence["path"],
        },
        {"@id": "#authors", "@type": "Organization", "name": app.config.author},
    ]
    graph = [about, whole, *files, *actions, *others]
    return {"@context": f"{SPECIFICATION}/context", "@graph": graph}


def tables(package: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The tables of the data package, its descriptor, and the table of chains, as files."""
    name = f"data/{datapackage.DESCRIPTOR}"
    yield file(name, "Descriptor of the tables (Data Package)", "application/json")
    for table in package["resources"]:
        yield file(f"data/{table['path']}", table["title"], table["mediatype"]) | {
            "description": table["description"]
        }
    meanings = " ".join(f"{name}: {meaning}" for name, meaning in COLUMNS.items())
    yield file(f"data/{FILE}", "What each number of the book rests on", "text/csv") | {
        "description": f"A line for each number and row. {meanings}"
    }


def several(ids: list[str]) -> list[dict[str, str]] | dict[str, str]:
    """What a property names: one alone stands without a list."""
    found = [{"@id": name} for name in ids]
    return found[0] if len(found) == 1 else found


def file(path: str, name: str, kind: str, types: list[str] | str = "File") -> dict[str, Any]:
    return {"@id": path, "@type": types, "name": name, "encodingFormat": kind}
