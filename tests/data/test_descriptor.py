"""What the descriptor may hold: nothing in it fetches, writes elsewhere, runs or stalls."""

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from threading import Thread
from urllib.request import urlopen

import pytest
from frictionless import Package
from jsonschema import Draft202012Validator

from reportbook.data import datapackage, ledger
from reportbook.data.datapackage import DataError

RULES = json.loads(datapackage.RULES.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def listener():
    """The address of a server, and the requests that it got."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            requests.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        do_HEAD = do_GET

        def log_message(self, *_):
            pass

    requests = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", requests
        server.shutdown()


def refused(data, change):
    """The lines of the error that a changed descriptor gives."""
    path = data / datapackage.DESCRIPTOR
    package = json.loads(path.read_text(encoding="utf-8"))
    change(package, package["resources"][0])
    path.write_text(json.dumps(package), encoding="utf-8")
    datapackage.forget()
    with pytest.raises(DataError) as caught:
        ledger.judged()
    _, *lines = str(caught.value).splitlines()
    assert all(line.startswith("- data/datapackage.json: ") for line in lines), lines
    assert all("Remedy: " in line for line in lines) and len(lines) <= 3, lines
    return lines


# Where an address could stand, at the top, in a table, in its schema, in a column
PLACES = {
    "package": (
        lambda package, _: package,
        *("profile", "$schema", "$ref", "schema", "dialect", "resources", "licenses", "sources"),
        *("contributors", "image", "homepage", "path", "basepath"),
    ),
    "table": (
        lambda _, table: table,
        *("profile", "$schema", "$ref", "schema", "dialect", "path", "data", "extrapaths"),
        *("package", "licenses", "sources", "innerpath", "scheme", "compression", "control"),
    ),
    "schema": (
        lambda _, table: table["schema"],
        *("profile", "$schema", "$ref", "fields", "foreignKeys", "primaryKey", "missingValues"),
    ),
    "column": (
        lambda _, table: table["schema"]["fields"][0],
        *("profile", "$schema", "$ref", "type", "constraints", "rdfType", "format", "categories"),
    ),
}
CASES = [(place, key) for place, (_, *keys) in PLACES.items() for key in keys]


@pytest.mark.parametrize("place, key", CASES, ids=[f"{place}-{key}" for place, key in CASES])
def test_nothing_is_fetched(data, listener, place, key):
    address, requests = listener
    for value in (f"{address}/x.json", [f"{address}/x.csv"], {"$ref": f"{address}/x.json"}):
        refused(data, lambda *entries, value=value: PLACES[place][0](*entries).update({key: value}))
    assert not requests


def test_nothing_is_fetched_for_a_table_or_a_key_elsewhere(data, listener):
    address, requests = listener
    reference = {"resource": f"{address}/x.json", "fields": ["id"]}
    key = {"fields": ["id"], "reference": reference}
    refused(data, lambda _, table: table["schema"].update(foreignKeys=[key]))
    refused(data, lambda package, _: package.update(resources=[f"{address}/x.json"]))
    assert not requests


def test_the_listener_would_notice(listener):
    address, requests = listener
    urlopen(f"{address}/control").close()
    assert requests == ["/control"]
    requests.clear()


NAMES = ["../../evil", "a/b", "..", "Evil", "a b", "evil\n", "", "évil", "a\\b", None, ["a"]]


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_no_name_leads_out_of_its_folder(data, name):
    refused(data, lambda package, _: package.update(name=name))


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_no_name_of_a_table_leads_out_of_its_folder(data, name):
    refused(data, lambda _, table: table.update(name=name))


@pytest.mark.parametrize("key", ["licenses", "sources"])
@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(3)", "http://example.org/", "data:text/html,x", "//example.org"),
        *('https://x"onclick=', "https://x y", "https://x\n", " https://x", "HTTPS://x", "", 3),
    ],
    ids=repr,
)
def test_an_address_is_https(data, key, address):
    refused(data, lambda package, _: package[key][0].update(path=address))


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "(a|a)*b", "(.*)*x", ".*.*.*.*.*x", "(a?){50}a{50}", "(", "", 3], ids=repr
)
def test_a_pattern_that_could_take_for_ever_is_refused(data, pattern):
    fields = {"constraints": {"pattern": pattern}}
    (line,) = refused(data, lambda _, table: table["schema"]["fields"][-1].update(fields))
    assert "fields[13].constraints.pattern: " in line and "descriptor.schema.json" in line


@pytest.mark.parametrize("part", ["1", "a", "-", "1-", "-a", "a-1", "1.", "11-", "1..", "2020-01/"])
def test_the_patterns_that_are_allowed_take_no_time(part):
    """Beside the longest cell that is read, which they don't match."""
    patterns = RULES["$defs"]["field"]["properties"]["constraints"]["properties"]["pattern"]["enum"]
    text = part * (datapackage.CHARACTERS // len(part))
    before = time.process_time()
    for pattern in patterns:
        assert not datapackage.re.fullmatch(pattern, f"{text}!")
    assert time.process_time() - before < 0.2


def test_a_whole_number_is_always_there(data):
    """An empty cell would be no number."""
    fields = {"constraints": {"required": False}}
    refused(data, lambda _, table: table["schema"]["fields"][2].update(fields))


def test_a_title_is_one_line_of_text(data):
    for title in ("a\nb", "a\n", "\x1b[31m", "a\u202eb", "a\x00", ""):
        refused(data, lambda package, _, title=title: package.update(title=title))


def test_the_descriptor_is_a_data_package():
    """By the whole of what frictionless knows of one, of which loading uses the schemas alone."""
    package = Package.from_descriptor(datapackage.descriptor(), basepath=str(datapackage.DATA))
    report = package.validate()
    for resource in package.resources:
        resource.close()  # one that refers to another is left open
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])


def test_what_the_descriptor_may_hold_is_itself_a_schema():
    Draft202012Validator.check_schema(RULES)


def test_heshu_reads_the_same_table_of_claims():
    """It brings a schema of its own, so that it can be used without the book."""
    text = files("heshu").joinpath("claims.schema.json").read_text(encoding="utf-8")
    theirs, ours = json.loads(text), datapackage.resource("claims")["schema"]

    def columns(schema):
        return [
            (field["name"], field["type"], field.get("constraints", {}).get("enum"))
            for field in schema["fields"]
        ]

    assert columns(theirs) == columns(ours)
