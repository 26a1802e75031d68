"""Jupyter Book's other builders: they give the whole book, or nothing and a line that says why."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
import small as small_book
from conftest import STRICT

from reportbook.site import outputs


class Links(HTMLParser):
    """What a page leads to or shows, and the places in it that can be led to."""

    def __init__(self, html):
        super().__init__()
        self.links, self.ids = [], set()
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.links += [attributes[name] for name in ("href", "src", "action") if name in attributes]
        if attributes.get("property") == "og:image":
            self.links.append(attributes["content"])
        self.ids.add(attributes.get("id"))

    def handle_data(self, data):
        self.links += re.findall(r'url\("([^"]+)"\) format', data)  # faces, of the style sheet


def broken(root):
    """The links and pictures of a book on a disk that lead to no file, or to no place in it."""
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in root.rglob("*.html")}
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            place = unquote(parts.fragment)
            if (
                not link
                or not target.is_file()
                or (place and target in pages and place not in pages[target].ids)
            ):
                yield path.relative_to(root).as_posix(), link


def test_every_link_of_the_website_leads_somewhere(built):
    # `make book` puts the PDF edition there
    assert not [(page, link) for page, link in broken(built.html) if not link.endswith(".pdf")]


def test_pictures_for_download_are_made_once_and_again_where_one_is_gone(small):
    folder = small.folder / "_build/html/chapters"
    gone, *others = sorted(folder.glob("*.png"))
    made, times = gone.read_bytes(), [path.stat().st_mtime_ns for path in others]
    gone.unlink()
    assert small.build(*STRICT, CI="true").returncode == 0
    assert gone.read_bytes() == made
    assert [path.stat().st_mtime_ns for path in others] == times
    record = small.folder / "_build/.doctrees/pictures-html"
    before = record.stat().st_mtime_ns
    assert small.build(*STRICT, CI="true").returncode == 0
    assert record.stat().st_mtime_ns == before
    record.write_text("{", encoding="utf-8")  # a build that was cut short
    assert small.build(*STRICT, CI="true").returncode == 0
    assert record.stat().st_size > 1


def test_dirhtml_has_every_page_with_its_charts_and_links(small):
    """As the website has them, whose whole book is read above."""
    run = small.build(*STRICT, "--builder", "dirhtml", CI="true")
    assert run.returncode == 0, run.stdout + run.stderr
    website, folders = small.folder / "_build/html", small.folder / "_build/dirhtml"
    assert not list(broken(folders))
    drawn = re.compile(r'<svg [^>]*class="marks[^>]*>.*?</svg>', re.DOTALL)
    for page in sorted((website / "chapters").glob("*.html")):
        html = page.read_text(encoding="utf-8")
        path = folders / "chapters" / page.stem / "index.html"
        charts = drawn.findall(html)
        assert len(charts) == 2 * (page.stem in small_book.CLAIMS)
        assert charts == drawn.findall(path.read_text(encoding="utf-8"))
        files = re.findall(r'href="([^"/]+)" download', html)
        assert len(files) == len(outputs.FILES) * bool(charts)
        for file in files:
            there = (website / "chapters" / file).read_bytes()
            assert (path.parent / file).read_bytes() == there


def test_linkcheck_looks_at_outside_links(unbuilt):
    """Without a network none can be followed: it is told to ignore them all, and names each."""
    (unbuilt.folder / "_toc.yml").write_text("format: jb-book\nroot: chapters/references\n")
    unbuilt.edit("_config.yml", "    nitpicky", '    linkcheck_ignore: [".*"]\n    nitpicky')
    run = unbuilt.build("--builder", "linkcheck")
    assert run.returncode == 0 and "Traceback" not in run.stderr, run.stdout + run.stderr
    (report,) = (unbuilt.folder / "_build").rglob("output.json")
    links = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    outside = [link for link in links if re.match("https?://", link["uri"])]
    assert outside and {link["status"] for link in outside} == {"ignored"}
    assert {link["filename"] for link in outside} == {"chapters/references.md"}


@pytest.mark.parametrize("builder", ["singlehtml", "latex", "epub", "text"])
def test_a_builder_that_would_leave_charts_out_is_refused_in_one_line(builder, unbuilt):
    """Before a chapter is read, or run, though all are stale here."""
    (unbuilt.folder / "chapters/outputs.lock").unlink()
    named = (
        [builder] if builder in ("singlehtml", "latex") else ["custom", "--custom-builder", builder]
    )
    run = unbuilt.build("--builder", *named)
    assert run.returncode == 1 and "reading sources" not in run.stdout
    said = [line for line in run.stderr.splitlines() if "WARNING" not in line]
    assert len(said) == 1, run.stderr
    assert said[0].startswith(f"The builder {builder} isn't offered") and "Remedy: " in said[0]
    assert not list(unbuilt.folder.glob(f"_build/{builder}/*"))


def test_a_stale_chapter_is_refused_in_one_line_where_none_may_be_run(unbuilt):
    (unbuilt.folder / "chapters/outputs.lock").unlink()
    run = unbuilt.build(CI="true")
    assert run.returncode == 1 and run.stderr.count("\n") == 1
    assert run.stderr.startswith("stored outputs aren't those of their inputs: first.ipynb")
