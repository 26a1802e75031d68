"""The built book in a browser: silent, at rest, reachable by all, at every width.

Debian's Chromium reads the pages, from a server on loopback and from disk. Where there is none
these tests are skipped, with a word; REQUIRE_BROWSER=1 makes that a failure.
"""

import contextlib
import functools
import http.server
import io
import itertools
import os
import re
import shutil
import subprocess
import threading
import time
from html import unescape
from pathlib import Path
from xml.sax.saxutils import escape

import axe_playwright_python
import pypdf
import pytest
from conftest import PAGES
from playwright.sync_api import sync_playwright

from reportbook.data import datapackage
from reportbook.language import curled
from reportbook.palette import FACES

NAMES = [f"chapters/{path.stem}" for path in PAGES] + ["data/index", "data/rows", "search"]
CHAPTER = "chapters/finance"  # has bars, intervals and tables
SCALES = "chapters/overview"  # has a chart whose scale the reader may change
# Pages of each layout: cards, charts, wide tables, terms, sources, files, a form
LAYOUTS = ("index", "finance", "claims", "glossary", "references", "data/index", "search")
ON_A_PHONE = [name for name in NAMES if name.removeprefix("chapters/") in LAYOUTS]
# The rules of axe that look at colours; all others look at what both modes share
COLOURS = ["color-contrast", "link-in-text-block"]
# These two ask what LOOKS marks, of all elements and of all links
COLOURS_OF_LOOKS = [
    {"id": "color-contrast", "selector": "[data-look]"},
    {"id": "link-in-text-block", "selector": "a[href][data-look]"},
]
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
WIDTHS = (360, 390, 560, 600, 680, 768, 960, 1024, 1040, 1200, 1280, 1440, 1920)

# From before the first paint: how far anything moved that was already there
WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const moved = entry.sources.map(({ node, previousRect, currentRect }) => [
      node?.outerHTML?.slice(0, 90) ?? node?.textContent.slice(0, 90),
      ...[previousRect, currentRect].map(({ x, y, width, height }) => [x, y, width, height]),
    ]);
    if (!entry.hadRecentInput) window.shifts.push([entry.value, entry.startTime, ...moved]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


def without(what, remedy):
    """Skip a test that lacks a program, or fail it where the programs are required."""
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail(f"{what} is required here: {remedy}")
    pytest.skip(f"{what} was not found, so this was not tested: {remedy}")


@pytest.fixture(scope="session")
def fonts(tmp_path_factory):
    """Settings by which a program finds Chinese fonts by their names, as a reader's machine has.

    A bare Linux has none. The empty boxes that it shows until the book's own face has come are
    narrower than characters, and so the words after them would move, on such a machine alone.
    """
    folder = tmp_path_factory.mktemp("fonts")
    settings = folder / "fonts.conf"
    named = ""
    for face, name in (("Sans", "Noto Sans CJK SC"), ("Serif", "Noto Serif CJK SC")):
        shutil.copy(FACES / f"Report{face}SC.otf", folder)
        named += (
            f'<match target="scan"><test name="family"><string>Report {face} SC</string></test>'
            f'<edit name="family" mode="assign"><string>{name}</string></edit></match>'
        )
    settings.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{escape(str(folder))}</dir><cachedir>{escape(str(folder / 'cache'))}</cachedir>"
        f"{named}</fontconfig>",
        encoding="utf-8",
    )
    return os.environ | {"FONTCONFIG_FILE": str(settings)}


@pytest.fixture(scope="session")
def chromium(fonts):
    names = ["chromium", "chromium-browser", "google-chrome"]
    program = next(filter(None, map(shutil.which, names)), None)
    if not program:
        without("Chromium", "apt install chromium")
    with sync_playwright() as playwright:
        # Without a sandbox, since in a container root runs it on pages of our own
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"], env=fonts
        )
        yield browser
        browser.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the book, and says nothing."""

    def log_message(self, *arguments):
        pass


class Slow(Quiet):
    """Sends a page in pieces, as a busy line does, each of whole lines; asked for, of one.

    In fifty at most: more would show no more, and a long page would take seconds. The faces of
    Chinese text, which stands in that of the system until then, come late.
    """

    def do_GET(self):
        if "SC-" in self.path:
            time.sleep(0.3)
        super().do_GET()

    def end_headers(self):
        """Nothing is there already from another page."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def copyfile(self, source, target):
        if ".html" not in self.path:
            return super().copyfile(source, target)
        whole = Path(source.name).stat().st_size
        size = 1 if self.path.endswith("?by=line") else max(6000, whole // 50)
        while lines := source.readlines(size):
            target.write(b"".join(lines))
            target.flush()
            time.sleep(0.02)


@contextlib.contextmanager
def served(folder, handler):
    """The address of a folder on a server of its own."""
    handler = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def site(chromium, built):
    with served(built.html, Quiet) as address:
        yield address


@pytest.fixture(scope="session")
def slow_site(chromium, built):
    with served(built.html, Slow) as address:
        yield address


class Pages:
    """Blank pages to be read in, lent to one test after another.

    A new one takes three times as long as to load a chapter. Those with other `options` of a
    browser's context (as to have no scripts) are others.
    """

    def __init__(self, chromium):
        self.chromium, self.contexts, self.idle = chromium, {}, {}

    def take(self, **options):
        kind = tuple(options.items())
        if kind not in self.contexts:
            self.contexts[kind] = self.chromium.new_context(**options)
            self.contexts[kind].add_init_script(WATCH_SHIFTS)
        idle = self.idle.setdefault(kind, [])
        page = idle.pop() if idle else self.contexts[kind].new_page()
        return page, lambda: idle.append(page)

    def blank(self, page):
        """Leave a page as a new one is: nothing kept, touched or set."""
        if page.url.startswith(("http:", "file:")):
            page.evaluate("localStorage.clear()")
        page.goto("about:blank")
        page.mouse.move(0, 0)
        page.emulate_media(media="null")
        page.context.set_offline(False)


@pytest.fixture(scope="session")
def pages(chromium):
    return Pages(chromium)


@pytest.fixture
def reader(pages):
    """Opens pages; in the end nothing may have been said, refused or asked of another host."""
    lent, said = [], []

    def read(
        address,
        until="load",
        viewport=(1280, 900),
        color_scheme="light",
        offline=False,
        **options,
    ):
        page, back = pages.take(**options)
        root = "file://" if address.startswith("file:") else "/".join(address.split("/")[:3])
        listeners = {
            "console": lambda message: said.append(message.text),
            "pageerror": lambda error: said.append(str(error)),
            # What was still on its way when a page was left has not failed
            "requestfailed": lambda request: (
                request.failure == "net::ERR_ABORTED" or said.append(f"failed: {request.url}")
            ),
            "request": lambda request: (
                request.url.startswith((root, "data:"))
                or said.append(f"another host: {request.url}")
            ),
        }
        lent.append((page, back, listeners))
        page.set_viewport_size(dict(zip(("width", "height"), viewport, strict=True)))
        page.emulate_media(color_scheme=color_scheme)
        page.context.set_offline(offline)
        for event, listener in listeners.items():
            page.on(event, listener)
        page.goto(address, wait_until=until)
        return page

    yield read
    for page, back, listeners in lent:
        pages.blank(page)
        for event, listener in listeners.items():
            page.remove_listener(event, listener)
        back()
    assert not said, "\n".join(said)


@pytest.mark.parametrize("address", [f"{name}.html" for name in NAMES] + ["search.html?by=line"])
def test_nothing_moves_while_a_page_arrives(address, slow_site, reader):
    # High windows, in which more is seen to move; all at once, since a slow page takes its time
    def open_at(width):
        return reader(f"{slow_site}/{address}", until="commit", viewport=(width, 3000))

    def moved(page):
        page.wait_for_load_state("load")
        page.wait_for_timeout(100)
        return page.evaluate("window.shifts")

    for width, page in {width: open_at(width) for width in (390, 1000, 1280)}.items():
        # A busy machine may find its own Chinese face too late, once in some twenty times; what
        # the page itself moves, it moves again
        assert moved(page) == [] or moved(open_at(width)) == [], f"at {width} pixels"


def test_a_page_opened_from_disk_is_set_in_its_own_faces(built, reader):
    """Where no face can be fetched ahead, and one that came late was never used."""
    page = reader((built.html / "chapters/index.html").as_uri())
    page.evaluate("document.fonts.ready")
    devtools = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        devtools.send(f"{domain}.enable")
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    for part, face in (("h1", "Report Serif"), (".foot", "Report Sans")):
        node = devtools.send("DOM.querySelector", {"nodeId": root, "selector": part})
        used = devtools.send("CSS.getPlatformFontsForNode", node)["fonts"]
        assert face in {font["familyName"] for font in used}, used


# Cells with words wider than they are
SPILT = """Array.from(document.querySelectorAll("th, td"))
  .filter((cell) => cell.offsetParent && cell.scrollWidth > cell.clientWidth + 1)
  .map((cell) => cell.textContent)"""


@pytest.mark.parametrize("name", NAMES)
def test_a_page_fits_every_width(name, site, reader):
    page = reader(f"{site}/{name}.html")
    assert page.locator("html").get_attribute("class") == "js", "the policy stops our own script"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, f"{over} pixels too wide at {width}"
        spilt = page.evaluate(SPILT)
        assert not spilt, f"at {width} pixels these run into the next column: {spilt[:5]}"
        cut = page.evaluate("""Array.from(document.querySelectorAll(".table-box"))
          .filter((box) => box.offsetParent && box.scrollWidth > box.clientWidth + 1)
          .filter((box) => innerWidth <= 680 || box.scrollWidth > box.clientWidth * 1.05
            || box.tabIndex < 0 || getComputedStyle(box).backgroundImage === "none")
          .map((box) => box.ariaLabel)""")
        assert not cut, f"at {width} pixels these are cut: {cut}"
    # A face that comes too late is never used, and those of the machine may be wider
    page.evaluate("document.documentElement.style.setProperty('--sans', 'sans-serif')")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        spilt = page.evaluate(SPILT)
        assert not spilt, f"without our face at {width} pixels: {spilt[:5]}"


# Marks one element of each look, and all within it: the same letters in the same colours, on the
# same grounds one behind the other. Asked of all, the rules of colours take axe six times as long,
# and find the same.
LOOKS = """() => {
  const grounds = new Map([[null, ""]]), looks = new Map();
  const ground = (it) => {
    if (!grounds.has(it)) {
      const style = getComputedStyle(it);
      const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter,
        style.mixBlendMode, style.clip, style.position === "fixed"].join();
      const plain = own === "rgba(0, 0, 0, 0),none,1,none,normal,auto,false";
      grounds.set(it, ground(it.parentElement) + (plain ? "" : `${own};`));
    }
    return grounds.get(it);
  };
  for (const it of document.querySelectorAll("body *")) {
    if (![...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const style = getComputedStyle(it), around = getComputedStyle(it.parentElement);
    const look = [it.localName, style.color, style.fontSize, style.fontWeight, style.textShadow,
      style.textDecorationLine, around.color, it.checkVisibility(), ground(it)].join("|");
    if (!looks.has(look)) looks.set(look, it);
  }
  for (const it of document.querySelectorAll("[data-look]")) delete it.dataset.look;
  for (const it of looks.values()) {
    for (const one of [it, ...it.querySelectorAll("*")]) one.dataset.look = "";
  }
}"""


def violations(page, colours=False):
    """What axe finds on a page as it stands, by all its rules, or by those that look at colours."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
        page.evaluate("(rules) => axe.configure({ rules })", COLOURS_OF_LOOKS)
    page.evaluate(LOOKS)
    # Nothing is asked of it that isn't shown below, nor to read the style sheets again. One run,
    # since before each it finds out what lies on what, which takes most of its time.
    options = {"resultTypes": ["violations"], "selectors": False, "preload": False}
    options |= {"runOnly": COLOURS} if colours else {}
    found = page.evaluate("(options) => axe.run(options)", options)["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:150]}" for rule in found]


# The first rows of a table stand for all of them, and the first cells for all code
MORE = "tbody tr:nth-child(n + 6), tbody:nth-of-type(n + 6)"
SHORTEN = f"""
for (const it of document.querySelectorAll("{MORE}")) it.remove();
for (const it of [...document.querySelectorAll("details.code")].slice(12)) it.remove();
"""
OPEN = """for (const it of document.querySelectorAll("details")) it.open = true;"""


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_accessible_in_light_and_dark(name, site, reader):
    """With all that can be opened opened, and its code shown.

    Dark mode changes colours alone, so that the rules for them are all that it can break.
    """
    page = reader(f"{site}/{name}.html", color_scheme="light")
    page.get_by_role("button", name="Code").click()
    page.evaluate(SHORTEN + OPEN)
    assert page.locator("html").get_attribute("data-theme") == "light"
    assert not violations(page)
    page.emulate_media(color_scheme="dark")
    page.locator("html[data-theme=dark]").wait_for()
    assert not violations(page, colours=True)


@pytest.mark.parametrize("name", ON_A_PHONE)
def test_a_page_is_accessible_on_a_phone(name, site, reader):
    """As it first opens. A page of each layout, since that is what a width changes."""
    page = reader(f"{site}/{name}.html", viewport=(390, 900))
    page.evaluate(SHORTEN)
    assert not violations(page)


@pytest.mark.parametrize("name", NAMES)
def test_the_book_works_from_disk_with_the_network_off(name, built, reader):
    page = reader((built.html / f"{name}.html").as_uri(), offline=True)
    assert page.locator("html").get_attribute("class") == "js"
    for chart in page.locator(".chart-plot", has=page.locator("[data-tip]")).all():
        assert chart.get_attribute("tabindex") == "0"


def test_the_first_page_leads_in(site, reader):
    page = reader(f"{site}/index.html")
    page.wait_for_url(f"{site}/chapters/*.html")
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("name", [CHAPTER, "search", "data/index"])
@pytest.mark.parametrize("width", [1280, 390])
def test_keys_alone_reach_everything(name, width, site, reader):
    page = reader(f"{site}/{name}.html", viewport=(width, 900))
    # When it is first painted, a page takes the focus to where it wants it
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.evaluate("document.activeElement.blur()")
    wanted = page.evaluate("""() => {
      const all = document.querySelectorAll(
        "a[href]:not([tabindex='-1']), button, input, select, summary, [tabindex='0']");
      // Of several buttons for one choice the keys reach the chosen one, and arrows the others
      const seen = [...all].filter((it) => it.checkVisibility({ visibilityProperty: true })
        && (it.type !== "radio" || it.checked));
      seen.forEach((it, at) => { it.dataset.at = at; });
      return seen.length;
    }""")
    page.evaluate("""() => {
      window.reached = [];
      addEventListener("focusin", ({ target }) => window.reached.push(target.dataset.at));
    }""")
    for _ in range(wanted + 2):
        page.keyboard.press("Tab")
    reached = set(page.evaluate("window.reached"))
    missed = {str(at) for at in range(wanted)} - reached
    assert not missed, [
        page.locator(f"[data-at='{at}']").evaluate("(it) => it.outerHTML") for at in missed
    ]


def test_the_chapters_open_on_a_phone_and_close_by_escape(site, reader):
    page = reader(f"{site}/{CHAPTER}.html", viewport=(390, 800))
    links = page.get_by_role("navigation", name="Chapters")
    assert not links.is_visible()
    button = page.get_by_role("button", name="Chapters")
    button.click()
    assert links.is_visible() and button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert not links.is_visible()


def test_the_colour_mode_is_chosen_and_kept(site, reader):
    page = reader(f"{site}/{CHAPTER}.html")
    page.get_by_role("button", name="Dark mode", exact=True).click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert not page.get_by_role("button", name="Dark mode").count(), "it says what it brings"
    page.get_by_role("button", name="Light mode", exact=True).click()
    assert page.locator("html").get_attribute("data-theme") == "light"


def test_code_is_shown_by_one_switch_for_all_pages(site, reader):
    """Hidden at first, in all its cells; then open in all of them, here and on the next page."""
    page = reader(f"{site}/{CHAPTER}.html")
    switch = page.get_by_role("button", name="Code")
    code = page.locator("main pre")
    assert code.count() > 10
    assert switch.get_attribute("aria-pressed") == "false"
    assert not page.locator("main pre:visible, details.code:visible").count()
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    assert page.locator("main pre:visible").count() == code.count()
    page.locator(".prev-next a[rel=next]").click()
    page.wait_for_url(lambda address: CHAPTER not in address)
    code = page.locator("main pre")
    assert code.count() and page.locator("main pre:visible").count() == code.count()
    assert page.get_by_role("button", name="Code").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="Code").click()
    page.reload()
    assert not page.locator("main pre:visible, details.code:visible").count()


@pytest.mark.parametrize("shown", [False, True])
def test_nothing_moves_where_code_is_shown_or_hidden_from_a_visit_before(shown, slow_site, reader):
    """The choice is known before the first paint, and each cell stands so as it arrives."""
    page = reader(f"{slow_site}/search.html", viewport=(1280, 3000))
    page.evaluate(f"localStorage.setItem('code', '{'shown' if shown else 'hidden'}')")
    page.goto(f"{slow_site}/{CHAPTER}.html")
    page.wait_for_timeout(100)
    assert bool(page.locator("main pre:visible").count()) == shown
    assert page.evaluate("window.shifts") == []


def test_all_code_can_be_read_without_a_script(site, reader):
    page = reader(f"{site}/{CHAPTER}.html", java_script_enabled=False)
    assert not page.get_by_role("button", name="Code").is_visible(), "it would do nothing"
    folds = page.locator("details.code")
    for fold in folds.all():
        assert fold.locator("summary").is_visible()
        fold.locator("summary").click()
    code = page.locator("main pre")
    assert folds.count() and page.locator("main pre:visible").count() == code.count()


def test_a_number_opens_what_it_rests_on_beside_it(site, reader):
    """By mouse, touch and key; the keys then go on in it, and Escape leads back."""
    page = reader(f"{site}/{CHAPTER}.html", has_touch=True)
    panel = page.get_by_role("dialog", name="What the numbers rest on")
    number = page.locator("p > a[href^='#.']", has_text="at most 17.3")
    assert number.get_attribute("aria-haspopup") == "dialog" and not panel.is_visible()
    number.click()
    assert panel.inner_text().startswith("13 to 18 million yuan = 约68.98亿元 ÷ 400多家")
    assert "(paragraph 8, sentence 1; “over” ends at the next digit)" in panel.inner_text()
    one = number.evaluate("(it) => it.getClientRects()[0].toJSON()")
    other = panel.bounding_box()
    gap = max(other["y"] - one["bottom"], one["y"] - other["y"] - other["height"])
    assert 0 < gap < 20 and abs(other["x"] - one["x"]) < 300
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.evaluate("document.activeElement.textContent").startswith("at most 17.3")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.chain') !== null")
    assert not violations(page)
    page.emulate_media(color_scheme="dark")
    page.locator("html[data-theme=dark]").wait_for()
    assert not violations(page, colours=True)
    page.locator("p > a[href^='#.']", has_text="17.7 times").first.tap()
    assert panel.inner_text().startswith("17.655 to 17.665 times = 增长16.66倍 + 1")
    panel.get_by_role("link", name="Code").first.click()
    assert not panel.is_visible() and page.locator("main pre:visible").count() == 1
    assert "growth = " in page.locator("main pre:visible").inner_text()
    page.set_viewport_size({"width": 390, "height": 800})
    number.click()
    box = panel.bounding_box()
    assert box["x"] == 0 and box["y"] + box["height"] == pytest.approx(800, abs=1)


def test_a_source_opens_beside_its_number_and_stands_in_the_margin_where_there_is_room(
    site, reader
):
    page = reader(f"{site}/{CHAPTER}.html")
    panel = page.get_by_role("dialog", name="Sources")
    place = page.locator("p > .cited").nth(1)
    note = place.locator(".aside").first
    assert not note.is_visible()
    place.locator("a").first.click()
    assert panel.inner_text().startswith(place.locator("a").first.inner_text())
    assert "China Daily. " in panel.inner_text() and "Cited" not in panel.inner_text()
    page.keyboard.press("Escape")
    for width in (1440, 1680, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        boxes = page.evaluate("""() => [...document.querySelectorAll(".aside")]
          .filter((note) => note.checkVisibility())
          .map((note) => [note, note.parentElement.parentElement, document.querySelector(
            ".contents nav")].map((it) => it.getBoundingClientRect().toJSON()))""")
        assert len(boxes) > 20 and note.is_visible()
        for one, line, contents in boxes:
            assert line["right"] < one["left"] and one["right"] < contents["left"]
        for (one, _, _), (other, _, _) in itertools.pairwise(boxes):
            assert one["bottom"] <= other["top"], "each below the one before"
        covered = page.evaluate("""() => {
          const seen = (kind) => [...document.querySelectorAll(kind)]
            .filter((it) => it.checkVisibility())
            .map((it) => [it.getBoundingClientRect(), it.textContent]);
          const wide = seen("figure, .report-table");
          return seen(".aside").filter(([a]) => wide.some(([b]) => a.left < b.right
            && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).map(([, text]) => text);
        }""")
        assert not covered, f"at {width} pixels these lie on a figure: {covered}"


def test_a_figure_shows_its_own_code_and_no_other(site, reader):
    page = reader(f"{site}/{CHAPTER}.html")
    figure = page.locator("#fig-per-firm")
    figure.locator("summary").click()
    figure.get_by_role("link", name="Code").click()
    shown = page.locator("main pre:visible")
    assert shown.count() == 3 and "charts.finish" in shown.last.inner_text()
    assert "average, loans" in shown.first.inner_text()
    page.get_by_role("button", name="Code").click()
    page.get_by_role("button", name="Code").click()
    assert shown.count() == 3, "the switch leaves what was asked for"


def test_without_a_script_a_number_leads_to_the_list_of_what_they_rest_on(site, reader):
    page = reader(f"{site}/{CHAPTER}.html", java_script_enabled=False)
    entry = page.locator(".chains li", has_text="13 to 18 million yuan")
    assert not entry.is_visible()
    page.locator("p > a[href^='#.']", has_text="at most 17.3").click()
    assert entry.is_visible()
    entry.get_by_role("link", name="Code").click()
    assert page.locator("main pre:visible").count() == 1


def tip(plot):
    return plot.locator(".chart-tip.shown").text_content()


def test_a_mark_says_what_it_stands_for_by_mouse_touch_and_keys(site, reader):
    page = reader(f"{site}/{CHAPTER}.html", has_touch=True)
    plot = page.locator(".chart-plot").first
    plot.scroll_into_view_if_needed()
    marks = [mark for mark in plot.locator("[data-tip]").all() if mark.is_visible()]
    said = [mark.get_attribute("data-tip").replace("; ", "\n") for mark in marks]
    assert len(set(said)) > 3 and all(": " in text for text in said)
    middle = marks[1].bounding_box()
    x, y = middle["x"] + middle["width"] / 2, middle["y"] + middle["height"] / 2
    page.mouse.move(x, y)
    by_mouse = tip(plot)
    assert by_mouse in said
    page.mouse.move(5, 5)
    assert not plot.locator(".chart-tip.shown").count()
    page.touchscreen.tap(x, y)
    assert tip(plot) == by_mouse
    page.evaluate("document.activeElement.blur()")
    plot.locator("xpath=preceding::a[@href][1]").focus()
    page.keyboard.press("Tab")
    while not plot.evaluate("(it) => it === document.activeElement"):
        page.keyboard.press("Tab")
    assert tip(plot) == said[0], "the first mark tells when the chart is reached by keys"
    page.keyboard.press("ArrowRight")
    assert tip(plot) == said[1]
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert tip(plot) == said[-1]
    page.keyboard.press("Escape")
    assert not plot.locator(".chart-tip.shown").count()
    assert page.evaluate("window.shifts") == []


def test_a_log_scale_can_be_turned_linear_without_a_jump(site, reader):
    page = reader(f"{site}/{SCALES}.html")
    chart = page.locator(".chart", has=page.locator(".chart-toggle")).first
    before = chart.evaluate("(it) => [it.offsetWidth, it.offsetHeight]")
    assert "as-log" in chart.locator("svg:visible").get_attribute("class")
    chart.get_by_label("Linear scale").check()
    assert "as-linear" in chart.locator("svg:visible").get_attribute("class")
    assert chart.evaluate("(it) => [it.offsetWidth, it.offsetHeight]") == before
    assert page.evaluate("window.shifts") == []


CHOICE = "chapters/claims"  # has a picture whose squares can be chosen among


@pytest.mark.parametrize("width", [1280, 390])
def test_a_square_tells_its_phrase_and_leads_to_its_row(width, site, reader):
    page = reader(f"{site}/{CHOICE}.html", viewport=(width, 900), has_touch=True)
    told, squares = page.locator(".told-in-full"), page.locator(".chart svg:visible a")
    assert squares.count() > 100
    for at, act in ((3, "click"), (40, "tap")):
        link = squares.nth(at)
        getattr(link, act)()
        row = page.locator(link.get_attribute("href"))
        printed = row.locator("td").nth(1).text_content()
        assert told.locator(".phrase").text_content() == printed
        kind = link.get_attribute("aria-label").split(": ")[-1]
        assert kind in told.text_content() and row.locator("th").text_content() in told.inner_text()
    plot = page.locator(".chart-plot").first
    plot.focus()
    before = told.text_content()
    page.keyboard.press("ArrowRight")
    assert told.text_content() != before
    page.keyboard.press("Enter")
    assert told.evaluate("(it) => it === document.activeElement")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash.startsWith('#row-')")
    assert page.locator(":target").is_visible()
    assert page.evaluate("window.shifts") == []


def test_squares_are_filtered_by_section_and_by_how_they_are_tested(site, reader):
    page = reader(f"{site}/{CHOICE}.html")
    squares = page.locator(".chart svg:visible a")
    names = squares.evaluate_all("(all) => all.map((it) => it.ariaLabel)")
    page.get_by_role("combobox", name="Section").select_option("Finance")
    page.get_by_role("combobox", name="How tested").select_option("in a weaker test")
    left = [name for name in names if "section: Finance;" in name and "in a weaker" in name]
    shown = page.locator(".chart svg:visible a:not(.out)")
    assert 0 < shown.count() == len(left) < len(names)
    assert shown.evaluate_all("(all) => all.map((it) => it.ariaLabel)") == left
    assert page.locator(".choose output").text_content() == f"{len(left)} of {len(names)}"
    plot = page.locator(".chart-plot").first
    plot.focus()
    for _ in range(len(left) + 1):
        page.keyboard.press("ArrowRight")
        assert plot.locator(".chart-tip.shown").count()
        assert page.locator("a:not(.out) .told").count() == 1, "keys pass by what isn't chosen"
    page.get_by_role("combobox", name="Section").select_option("")
    page.get_by_role("combobox", name="How tested").select_option("")
    assert not page.locator("a.out").count()


def test_squares_lead_to_their_rows_without_a_script(site, reader):
    page = reader(f"{site}/{CHOICE}.html", java_script_enabled=False)
    assert not page.locator(".choose, .told-in-full").first.is_visible(), "it would do nothing"
    link = page.locator(".chart svg:visible a").nth(5)
    row = link.get_attribute("href")
    link.click()
    assert page.url.endswith(row) and page.locator(row).is_visible()


def test_each_conclusion_of_the_first_page_leads_to_its_evidence(site, built, reader):
    """All by where they lead, and the last of them by keys."""
    page = reader(f"{site}/chapters/index.html")
    results = page.locator(".chart svg:visible a")
    links = results.evaluate_all("(all) => all.map((it) => [it.ariaLabel, it.href.baseVal])")
    weighed = datapackage.load("conclusions")
    assert len(links) == len(weighed)
    for name, heading in zip(weighed["name"], weighed["heading"], strict=True):
        (link,) = [to for label, to in links if f"result: {curled(name)};" in curled(label)]
        chapter, _, place = link.partition(".html#")
        landed = re.search(
            rf'<section id="{re.escape(place)}">.*?<h2>(.*?)<a class="headerlink"',
            built.pages[chapter.rpartition("/")[2] or "index"],
            re.DOTALL,
        )
        assert curled(unescape(landed[1])).startswith(curled(heading)), link
    results.last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{links[-1][1]}")
    assert page.locator(":target > h2").is_visible()


# The readings of an open phrase: a page, its switch, and the keys in their order
TURNED = [
    ("chapters/finance", "years", ["before", "among", "july"]),
    ("chapters/overview", "growth", ["by", "to"]),
]


def shown_of(page, switch):
    """The keys of the readings that are shown: of the pictures, and of the sentences."""
    parts = page.locator(f".of-{switch}:not(li)").all()
    seen = [part.get_attribute("class") for part in parts if part.is_visible()]
    return [re.search(rf"{switch}-(\w+)", name)[1] for name in seen]


@pytest.mark.parametrize(("name", "switch", "keys"), TURNED)
@pytest.mark.parametrize("width", [1280, 390])
def test_a_reading_is_turned_by_keys_and_nothing_moves(name, switch, keys, width, site, reader):
    page = reader(f"{site}/{name}.html", viewport=(width, 900))
    buttons = page.get_by_role("radiogroup").get_by_role("radio")
    assert buttons.count() == len(keys) and buttons.first.is_checked()
    places = """() => Array.from(document.querySelectorAll("main h2, main figure"),
      (it) => it.getBoundingClientRect().top + scrollY)"""
    before, seen = page.evaluate(places), []
    buttons.first.focus()
    for key in [*keys[1:], keys[0]]:
        page.keyboard.press("ArrowDown")
        assert shown_of(page, switch) == [key, key], "a picture and its sentences"
        assert page.url.endswith(f"{name}.html?{switch}={key}")
        seen.append(page.locator(f".chart .{switch}-{key} .chart-headline").text_content())
        assert page.get_by_role("status").first.text_content() == seen[-1]
        assert page.evaluate(places) == before
    assert len(set(seen)) == len(keys)
    assert page.evaluate("window.shifts") == []


@pytest.mark.parametrize(("name", "switch", "keys"), TURNED)
def test_an_address_keeps_the_reading(name, switch, keys, slow_site, reader):
    """From the first paint, on the way to a figure, and after the page is loaded anew."""
    last = keys[-1]
    figure = "fig-path" if switch == "years" else "fig-rises"
    page = reader(f"{slow_site}/{name}.html?{switch}={last}#{figure}")
    for _ in range(2):
        assert shown_of(page, switch) == [last, last]
        assert page.locator(f"input[value={last}]").is_checked()
        page.wait_for_timeout(100)
        assert page.evaluate("window.shifts") == []
        page.reload()
    page.goto(f"{slow_site}/{name}.html?{switch}=nonsense")
    assert shown_of(page, switch) == [keys[0]] * 2


@pytest.mark.parametrize(("name", "switch", "keys"), TURNED)
def test_a_reading_is_turned_from_disk(name, switch, keys, built, reader):
    address = (built.html / f"{name}.html").as_uri()
    page = reader(address, offline=True)
    page.locator(f"input[value={keys[-1]}]").check()
    assert page.url == f"{address}?{switch}={keys[-1]}"
    assert shown_of(page, switch) == [keys[-1]] * 2


@pytest.mark.parametrize(("name", "switch", "keys"), TURNED)
def test_all_readings_are_there_without_a_script_and_on_paper(name, switch, keys, site, reader):
    """One after another, each below its name, and no button that does nothing."""
    bare = reader(f"{site}/{name}.html", java_script_enabled=False)
    printed = reader(f"{site}/{name}.html?{switch}={keys[-1]}")
    printed.emulate_media(media="print")
    for page in (bare, printed):
        assert shown_of(page, switch) == keys * 2
        names = page.locator(".chart .reading-name").all()
        assert len(names) == len(keys) and all(name.is_visible() for name in names)
        assert not page.locator(".switch input:visible").count()
        tops = [page.locator(f".chart .{switch}-{key} svg:visible").bounding_box() for key in keys]
        ends = [0, *(box["y"] + box["height"] for box in tops)]
        assert all(box["y"] >= end for box, end in zip(tops, ends[:-1], strict=True))


def test_no_script_is_needed_to_read(site, reader):
    page = reader(f"{site}/{CHAPTER}.html", java_script_enabled=False)
    charts = page.locator(".chart").count()
    assert charts and page.locator(".chart-plot svg:visible").count() >= charts
    assert page.get_by_role("navigation", name="Chapters").is_visible()
    page.locator(".chart-data summary").first.click()
    assert page.locator(".chart-data table").first.is_visible()


LONG_TABLE = ".long:not(details *)"


def rows(table):
    """The heads of the rows that are shown, in their order."""
    heads = table.locator("tbody th").all()
    return [head.text_content() for head in heads if head.is_visible()]


def test_a_long_table_is_filtered_and_sorted_by_keys(site, reader):
    page = reader(f"{site}/chapters/audit.html")
    part = page.locator(LONG_TABLE).first
    table, printed = part.locator("table"), rows(part.locator("table"))
    part.get_by_label("Filter").fill("not testable")
    left = rows(table)
    assert 0 < len(left) < len(printed) and set(left) < set(printed)
    assert part.locator("output").text_content() == f"{len(left)} of {len(printed)} rows"
    part.get_by_label("Filter").fill("")
    head = table.get_by_role("columnheader", name="Strength")
    head.get_by_role("button").focus()
    orders = []
    for turn in ("ascending", "descending", None):
        page.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == turn
        cells = table.locator("tbody tr:not(.more) td.num:last-child").all_text_contents()
        orders.append([float(cell.split()[0].strip("%")) for cell in cells if cell != "–"])
    assert orders[0] == sorted(orders[0]) == orders[1][::-1] != orders[2]
    assert rows(table) == printed, "the third turn brings the order of the book back"
    assert page.evaluate("window.shifts") == []


def test_a_row_keeps_its_second_line_when_sorted(site, reader):
    page = reader(f"{site}/chapters/claims.html")
    table = page.locator(f"{LONG_TABLE} table", has=page.locator(".more")).first
    pairs = """(it) => Array.from(it.tBodies, (part) => part.textContent).sort()"""
    before, order = table.evaluate(pairs), rows(table)
    table.locator("thead button").first.click()
    assert rows(table) != order and sorted(rows(table)) == sorted(order)
    assert table.evaluate(pairs) == before


def test_the_head_of_a_long_table_stays_in_sight(site, reader):
    page = reader(f"{site}/chapters/audit.html")
    table = page.locator(f"{LONG_TABLE} table").first
    table.locator("tbody tr").last.scroll_into_view_if_needed()
    top = table.locator("thead th").first.bounding_box()["y"]
    assert -1 <= top <= 2


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_first_page_says_all_that_matters_above_the_fold(width, height, site, reader):
    page = reader(f"{site}/chapters/index.html", viewport=(width, height))
    for part in ("h1", "article em", ".strip", ".byline", ".byline time", ".start"):
        box = page.locator(part).first.bounding_box()
        assert box and box["y"] + box["height"] <= height, part
    rests = page.get_by_text("no outside check of them was found").bounding_box()
    assert rests["y"] < height, "what it rests on"
    weighed = datapackage.load("conclusions")["verdict"]
    assert page.locator(".strip i").count() == len(weighed), "the picture of the thesis, small"
    counts = [int(text) for text in page.locator(".strip b").all_text_contents()]
    assert sorted(counts) == sorted(weighed.value_counts())
    for figure in page.locator(".figure-card p:first-child").all():
        assert figure.bounding_box()["height"] < 40, "a figure in one line"
    page.get_by_role("link", name="Start reading").click()
    page.wait_for_url(f"{site}/chapters/overview.html")


def test_print_from_the_browser_is_clean(site, reader):
    """Nothing that is there to be touched; a table's head on each of its pages; light."""
    page = reader(f"{site}/chapters/claims.html", color_scheme="dark")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = [sheet.extract_text() for sheet in printed.pages]
    for word in ("Skip to the text", "On this page", "Dark mode", "Filter", "Search", "Previous"):
        assert not any(word in text for text in texts), word
    first = next(place for place, text in enumerate(texts) if "Stands for" in text)
    last = next(place for place, text in enumerate(texts) if "Every name of the article" in text)
    assert last > first + 2
    for place in range(first, last):
        assert "Stands for" in texts[place], f"page {place + 1} has no head"
    page.emulate_media(media="print")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)", "paper is light"


@pytest.mark.parametrize(("name", "place"), [("claims", "the-columns"), ("audit", "fig-margins")])
def test_a_deep_link_lands_at_once(name, place, built, site, reader):
    place = place if place in built.pages[name] else "the-data-dictionary"
    page = reader(f"{site}/chapters/{name}.html#{place}")
    top = page.evaluate("scrollY")
    page.wait_for_timeout(400)
    assert page.evaluate("scrollY") == top > 500, "still on its way"
    assert -1 <= page.locator(f"#{place}").bounding_box()["y"] <= 200


def test_the_chapters_weigh_more_than_the_contents_of_a_page(site, reader):
    page = reader(f"{site}/{CHAPTER}.html")
    look = "(it) => [parseFloat(getComputedStyle(it).fontSize), getComputedStyle(it).color]"
    chapter = page.locator(".bd-links a:not([aria-current])").first.evaluate(look)
    part = page.locator(".contents nav ul ul a:not([aria-current])").last.evaluate(look)
    assert chapter[0] > part[0] and chapter[1] != part[1]


def test_the_other_language_opens_at_the_same_place_and_state(both, reader):
    with served(both, Quiet) as site:
        address, place = "chapters/first.html", "?years=july#a-finding"
        page = reader(f"{site}/{address}{place}")
        page.locator("[data-mode]").click()
        for folder in ("zh/", ""):
            page.locator(".language").click()
            page.wait_for_url(f"{site}/{folder}{address}{place}")
            assert page.locator("html").get_attribute("data-theme") == "dark"
            assert page.locator("#a-finding").evaluate("(it) => it.matches(':target')")
        page.locator(".language").click(modifiers=["ControlOrMeta"])  # in another tab
        href = page.locator(".language").get_attribute("href")
        assert href.endswith(f"zh/{address}{place}"), "a tab of its own opens there too"


def test_the_other_language_opens_where_one_reads_and_not_where_one_came_in(site, reader):
    page = reader(f"{site}/{CHAPTER}.html")
    sections = page.locator(".contents li li a")
    first, last = (sections.nth(at).get_attribute("href") for at in (0, 3))
    page.goto(f"{site}/{CHAPTER}.html{first}")
    page.locator(f"[id='{last[1:]}']").evaluate("(it) => it.scrollIntoView()")
    page.locator(f".contents [href='{last}'][aria-current]").wait_for(state="attached")
    page.locator(".language").click()
    page.wait_for_url(f"{site}/zh/{CHAPTER}.html{last}")


def test_chinese_marks_that_follow_each_other_are_set_closer(site, reader):
    """As Chinese is set; the faces of the pages have the half widths that this takes."""
    page = reader(f"{site}/zh/{CHAPTER}.html")
    page.evaluate("document.fonts.ready")
    wide = """(words) => {
      const it = document.querySelector("article p").appendChild(document.createElement("span"));
      it.textContent = words;
      return it.getBoundingClientRect().width / parseFloat(getComputedStyle(it).fontSize);
    }"""
    assert [page.evaluate(wide, words) for words in ("”，", "）；", "字字")] == [1.5, 1.5, 2]


@pytest.mark.parametrize("words", ["质押", "专利", "增加"])
def test_the_search_in_chinese_shows_the_words_around_a_hit(words, site, reader):
    page = reader(f"{site}/zh/search.html?q={words}")
    page.locator("#search-results .context").first.wait_for()
    page.wait_for_load_state("networkidle")
    around = page.locator("#search-results .context").all_text_contents()
    assert len(around) == page.locator("#search-results li a").count() > 2
    assert any(words in text and len(text) > 4 * len(words) for text in around)


@pytest.mark.parametrize("name, words", [("zh/", "增加"), ("zh/", "质押"), ("", "pledges")])
def test_around_a_hit_stands_what_a_reader_sees_and_no_code(name, words, site, reader):
    page = reader(f"{site}/{name}search.html?q={words}")
    page.locator("#search-results .context").first.wait_for()
    page.wait_for_load_state("networkidle")
    around = page.locator("#search-results .context").all_text_contents()
    assert around and not [text for text in around if re.search(r"\w\.\w+\(|\bassert\b|\\n", text)]
    assert any(words in text for text in around)


@pytest.mark.parametrize("words", ["质押", "登记", "知识产权质押融资", "securitisation", "pledges"])
@pytest.mark.parametrize("from_disk", [False, True])
def test_the_search_finds(words, from_disk, built, site, reader):
    root = built.html.as_uri() if from_disk else site
    page = reader(f"{root}/search.html?q={words}")
    page.get_by_text(re.compile("finished, found")).wait_for()
    page.wait_for_load_state("networkidle")  # the summaries
    links = page.locator("#search-results li a")
    found = {link.get_attribute("href").partition("#")[0] for link in links.all()}
    holding = {
        f"chapters/{name}.html"
        for name, html in built.pages.items()
        # but for what its numbers rest on, which other pages tell
        if words in re.sub(r"<[^>]+>", "", html.partition("<article")[2].partition("</article>")[0])
    }
    assert found, f"nothing was found for {words}"
    assert holding <= found, f"not found: {holding - found}"
    if not from_disk:  # from where no page may read another one
        around = page.locator("#search-results .context").all_text_contents()
        assert len(around) == links.count()
        assert any(words in text and len(text) > 2 * len(words) for text in around)
    links.first.click()
    page.wait_for_url(re.compile(r"/chapters/\w+\.html"))
    page.locator("h1").first.wait_for()


def test_the_search_finds_no_more_than_there_is(site, reader):
    page = reader(f"{site}/search.html?q=龙虾火锅")
    page.get_by_text(re.compile("did not match")).wait_for()
    assert not page.locator("#search-results li").count()


def test_every_page_is_valid_html(built):
    """By the Nu Html Checker, whose jar VNU_JAR names."""
    jar = os.environ.get("VNU_JAR")
    if not jar or not shutil.which("java"):
        without("the Nu Html Checker", "install Java and set VNU_JAR to the path of vnu.jar")
    pages = [str(path) for path in built.html.rglob("*.html")]
    # It reads the style sheet too, and knows the properties of ten years ago
    options = ["--errors-only", "--format", "gnu", "--filterpattern", "CSS: .*"]
    command = ["java", "-jar", jar, *options, *pages]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[:4000]
