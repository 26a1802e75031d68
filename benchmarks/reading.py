"""Measure what a reader waits for: bytes of each page, and the time until its charts are there.

`make bench BENCH=reading` builds both books and measures them;
`python benchmarks/reading.py BOOK STOCK NPM` reads the pages of two built books in Chromium, in
turn in the same run, with the processor slowed four times and the network at 1.6 Mbit/s and 150 ms:
each page as the first of a visit, and each as a further one, after all that stand before it in the
contents, with what the browser kept of them. STOCK is made by `stock.py`. Its pages fetch Vega from
another host; here they get it from this machine, over the same slowed line, out of NPM: a folder
with the packages vega, vega-lite and vega-embed as npm unpacks them, which `packages` fetches.

The ratios are to stock's page as the first of a visit, and for a further page to stock's as a
further one too: it keeps Vega as we keep our faces.
"""

from __future__ import annotations

import gzip
import mimetypes
import re
import shutil
import statistics
import subprocess
import sys
import threading
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
RUNS = 3
SLOWER = 4  # times
LINE = {
    "offline": False,
    "latency": 150,  # ms
    "downloadThroughput": 1.6e6 / 8,  # bytes/s
    "uploadThroughput": 0.75e6 / 8,
}
ELSEWHERE = re.compile(r"https://cdn\.jsdelivr\.net/npm/(vega|vega-lite|vega-embed)@[^\"?]*\?noext")
CHARTS = ".vega-embed :is(svg.marks, canvas.marks), .chart-plot svg.marks"
PICTURES = "image/", "font/woff"  # packed already

# The most that we may take of stock: bytes of a first and of a further page, time to the charts
TARGETS = 0.15, 0.04, 0.17

# The time of the first frame that has as many charts as the page will ever show
WATCH = f"""(charts) => {{
  const look = () => {{
    const seen = [...document.querySelectorAll("{CHARTS}")]
      .filter((it) => it.getClientRects().length).length;
    if (seen >= charts && performance.getEntriesByName("first-contentful-paint").length)
      window.painted = performance.now();
    else requestAnimationFrame(look);
  }};
  requestAnimationFrame(look);
}}"""


def served(book: Path, npm: Path) -> type[BaseHTTPRequestHandler]:
    """A handler that serves a built book, packed, and Vega's packages below /npm/."""

    @cache
    def packed(path: str) -> tuple[str, bytes] | None:
        name = re.fullmatch(r"/npm/([a-z-]+)\.js", path)
        build = npm / name[1] / "build" / f"{name[1]}.min.js" if name else None
        file = build or book / path.lstrip("/")
        if not file.is_file():
            return None
        body = file.read_bytes()
        if file.suffix == ".html":
            body = ELSEWHERE.sub(r"/npm/\1.js", body.decode()).encode()
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return kind, body if kind.startswith(PICTURES) else gzip.compress(body)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            found = packed(urlsplit(self.path).path)
            self.send_response(200 if found else 404)
            kind, body = found or ("text/plain", b"")
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            if found and not kind.startswith(PICTURES):
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def packages(folder: Path, stock: Path) -> Path:
    """Fetch Vega's packages, as new as the pages of a stock book ask for; returns where they are.

    Raises CalledProcessError where npm can't, and FileNotFoundError where there is no npm.
    """
    asked = {
        found[0].removeprefix("https://cdn.jsdelivr.net/npm/").removesuffix("?noext")
        for page in (stock / "chapters").glob("*.html")
        for found in ELSEWHERE.finditer(page.read_text(encoding="utf-8"))
    }
    command = ["npm", "install", "--silent", "--ignore-scripts", "--prefix", str(folder)]
    subprocess.run([*command, *sorted(asked)], check=True)
    return folder / "node_modules"


def read(page: Page, address: str, charts: int) -> tuple[int, int, float]:
    """Bytes (packed) and requests of a page before it is touched, and ms until its charts."""
    session = page.context.new_cdp_session(page)
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda it: sizes.append(it["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(f"({WATCH})({charts})")
    page.goto(address, wait_until="load", timeout=120_000)
    while not (painted := page.evaluate("window.painted ?? 0")):
        page.wait_for_timeout(100)
    page.wait_for_timeout(500)
    page.close()
    return sum(sizes), sum(size > 0 for size in sizes), painted


def visit(browser: Browser, site: str, charts: dict[str, int]) -> list[tuple[int, int, float]]:
    """What `read` tells of some pages of a site, read one after the other."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    told = [read(context.new_page(), f"{site}/{name}.html", charts[name]) for name in charts]
    context.close()
    return told


def contents(book: Path) -> dict[str, int]:
    """The pages of our book in the order of its contents, each with the number of its charts."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    parts = toc.get("parts", [toc])
    names = [toc["root"], *(chapter["file"] for part in parts for chapter in part["chapters"])]
    return {
        name: (book / f"{name}.html").read_text(encoding="utf-8").count('<div class="chart">')
        for name in names
    }


def main(book: Path, stock: Path, npm: Path) -> int:
    """Print a row a page, and the medians; returns 1 where one is above its target."""
    program = next(filter(None, map(shutil.which, ["chromium", "google-chrome"])))
    charts = contents(book)
    first: dict[tuple[int, str], tuple[float, ...]] = {}
    further: dict[tuple[int, str], tuple[float, ...]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        sites = []
        for folder in (book, stock):
            server = ThreadingHTTPServer(("127.0.0.1", 0), served(folder, npm))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            sites.append(f"http://127.0.0.1:{server.server_port}")
        for name in charts:
            # In turn, so that what else the machine does falls on both
            runs: list[list[tuple[int, int, float]]] = [[], []]
            for _ in range(RUNS):
                for side, site in enumerate(sites):
                    runs[side] += visit(browser, site, {name: charts[name]})
            for side, told in enumerate(runs):
                first[side, name] = tuple(map(statistics.median, zip(*told, strict=True)))
        for side, site in enumerate(sites):
            for name, seen in zip(charts, visit(browser, site, charts), strict=True):
                further[side, name] = seen
        browser.close()
    print(f"{'':22} {'charts':>6} {'first kB':>14} {'requests':>9} {'further kB':>12}", end="")
    print(f" {'s to charts':>14}  ratios: first, further (to stock's further), time")
    ratios: dict[str, list[float]] = {"first": [], "further": [], "time": []}
    for place, name in enumerate(charts):
        (ours, asked, ms), (theirs, asked_too, their_ms) = first[0, name], first[1, name]
        again, their_again = further[0, name][0], further[1, name][0]
        ratios["first"].append(ours / theirs)
        ratios["further"] += [again / theirs] if place else []
        ratios["time"] += [ms / their_ms] if charts[name] else []
        print(
            f"{name:22} {charts[name]:6} {ours / 1e3:6.0f} {theirs / 1e3:7.0f} {asked:4.0f} "
            f"{asked_too:4.0f} {again / 1e3:6.0f} {their_again / 1e3:5.0f} {ms / 1e3:7.2f} "
            f"{their_ms / 1e3:6.2f}  {ours / theirs:.3f} {again / theirs:.3f} "
            f"({again / their_again:.3f}) {ms / their_ms:.2f}"
        )
    reached = max(ratios["first"]), *(statistics.median(ratios[it]) for it in ("further", "time"))
    for what, value, target in zip(
        ("bytes of a first page, at most", "bytes of a further page, median",
         "time to all charts, median"), reached, TARGETS, strict=True,
    ):  # fmt: skip
        print(f"{what:34} {value:.3f} of stock  {target} {'met' if value <= target else 'MISSED'}")
    return int(any(value > target for value, target in zip(reached, TARGETS, strict=True)))


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
