"""What the numbers rest on, for download: the table, and the crate that holds it."""

import csv
import json
from itertools import groupby

import pytest
from conftest import NOTEBOOKS

from reportbook.data import datapackage
from reportbook.site import crate

# The terms of https://w3id.org/ro/crate/1.1/context that the crate uses, by the types that have
# them (https://www.researchobject.org/ro-crate/specification/1.1/): each of schema.org but
# conformsTo
TERMS = {
    "Dataset": {
        *("name", "description", "datePublished", "license", "version", "author", "publisher"),
        *("hasPart", "mentions"),
    },
    "File": {"name", "description", "encodingFormat"},
    "SoftwareSourceCode": {"name", "encodingFormat"},
    "CreativeWork": {"name", "about", "conformsTo", "identifier"},
    "CreateAction": {"name", "instrument", "object", "result"},
    "Organization": {"name"},
}
# What the specification wants of the root, and of every other entity that it describes
ROOT = {"name", "description", "datePublished", "license"}


@pytest.fixture(scope="module")
def lines(built):
    with (built.html / "data" / crate.FILE).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def graph(built):
    text = (built.html / crate.METADATA).read_text(encoding="utf-8")
    package = json.loads(text)
    assert package["@context"] == "https://w3id.org/ro/crate/1.1/context"
    ids = [entity["@id"] for entity in package["@graph"]]
    assert len(ids) == len(set(ids)), "each entity once"
    return {entity["@id"]: entity for entity in package["@graph"]}


def types(entity):
    kind = entity["@type"]
    return kind if isinstance(kind, list) else [kind]


def test_the_table_has_every_number_of_every_chapter_and_every_row(lines):
    found = {}
    for line in lines:
        name = line["row"] if line["table"] in ("claims", "context") else ""
        key = line["chapter"], line["cell"], int(line["number"])
        found.setdefault(key, set()).add(name or f"{line['table']}:{line['row']}")
    stored = {
        (path.stem, cell, place): set(number["rests_on"])
        for path in NOTEBOOKS
        for cell, place, number in crate.numbers(path)
        if number["rests_on"]
    }
    assert found == stored and len(found) > 700
    kinds = {cell for _, cell, _ in found}
    assert {"survival-18", "finance-39", "survival-09"} <= kinds, "of tables and headlines too"
    for line in lines:
        known = {row[next(iter(row))] for row in datapackage.records(line["table"])}
        assert line["row"] in known, line


def test_the_table_says_of_a_number_what_the_chapter_knows(lines):
    (number,) = [
        list(group)
        for _, group in groupby(lines, lambda line: [line[it] for it in list(line)[:3]])
        if (first := next(group)) and first["said"].startswith("at most 17.3")
        for group in [[first, *group]]
    ]
    assert [line["row"] for line in number] == ["pledge-firms", "pledge-total"]
    assert {line["table"] for line in number} == {"claims"}
    (one, *_) = number
    assert one["how"] == "{pledge-total} ÷ {pledge-firms}" and one["unit"] == "元/家"
    assert one["direction"] == "at most" and float(one["high"].split("/")[0]) > 1e7


def test_the_crate_is_as_the_specification_wants_it(graph):
    about = graph[crate.METADATA]
    assert about["@type"] == "CreativeWork" and about["about"] == {"@id": "./"}
    assert about["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    assert types(graph["./"]) == ["Dataset"] and graph["./"].keys() >= ROOT
    for name, entity in graph.items():
        allowed = set().union(*(TERMS[kind] for kind in types(entity)))
        assert entity.keys() - {"@id", "@type"} <= allowed, name
        assert name == crate.METADATA or entity["name"]
        for term, value in entity.items():
            for one in value if isinstance(value, list) and term != "@type" else [value]:
                if isinstance(one, dict):
                    known = one["@id"] in graph or term == "conformsTo"
                    assert one.keys() == {"@id"} and known, (name, term, one)
    files = {name for name, entity in graph.items() if "File" in types(entity)}
    assert {part["@id"] for part in graph["./"]["hasPart"]} == files


def test_every_file_of_the_crate_is_in_the_book(graph, built):
    files = [name for name, entity in graph.items() if "File" in types(entity)]
    assert all((built.html / name).is_file() for name in files)
    offered = {path.relative_to(built.html).as_posix() for path in built.html.glob("data/*.*")}
    assert offered - {"data/index.html", "data/rows.html"} <= set(files)


def test_every_chapter_is_made_from_the_tables_that_its_numbers_rest_on(graph, lines):
    actions = {name: entity for name, entity in graph.items() if name.startswith("#run-")}
    assert len(actions) == len(NOTEBOOKS)
    for path in NOTEBOOKS:
        action = actions[f"#run-{path.stem}"]
        tables = {f"data/{line['table']}.csv" for line in lines if line["chapter"] == path.stem}
        given = action["object"] if isinstance(action["object"], list) else [action["object"]]
        assert {entity["@id"] for entity in given} == tables
        assert action["instrument"]["@id"].endswith(f"{path.stem}.ipynb")
        assert action["result"]["@id"].endswith(f"{path.stem}.html")
