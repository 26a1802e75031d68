"""Measure what a reader waits for: bytes of each page, and the time until its charts are there.

`python benchmarks/reading.py BOOK STOCK NPM` reads the pages of two built books in Chromium, one
after the other in the same run, with the processor slowed four times and the network at 1.6
Mbit/s and 150 ms. STOCK is made by `stock.py`. Its pages fetch Vega from another host; here they
get it from this machine, over the same slowed line, out of NPM: a folder with the packages vega,
vega-lite and vega-embed as npm unpacks them (`npm install --prefix DIR …`; NPM is
`DIR/node_modules`).
"""

from __future__ import annotations

import gzip
import mimetypes
import re
import shutil
import statistics
import sys
import threading
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

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
            if found and not kind.startswith(PICTURES):
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def read(browser: Browser, address: str, charts: int) -> tuple[int, int, float]:
    """Bytes (packed) and requests of a page before it is touched, and ms until its charts."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
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
    context.close()
    return sum(sizes), len(sizes), painted


def main(book: Path, stock: Path, npm: Path) -> None:
    program = next(filter(None, map(shutil.which, ["chromium", "google-chrome"])))
    pages = {
        path.stem: path.read_text(encoding="utf-8").count('<div class="chart">')
        for path in sorted((book / "chapters").glob("*.html"))
    }
    ratios: list[tuple[float, float]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        sites = []
        for folder in (book, stock):
            server = ThreadingHTTPServer(("127.0.0.1", 0), served(folder, npm))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            sites.append(f"http://127.0.0.1:{server.server_port}")
        print(f"{'page':12} {'charts':>6} {'kB':>14} {'requests':>10} {'s to charts':>14}  ratios")
        for name, charts in pages.items():
            rows = []
            for site in sites:
                runs = [read(browser, f"{site}/chapters/{name}.html", charts) for _ in range(RUNS)]
                rows.append([statistics.median(column) for column in zip(*runs, strict=True)])
            (ours, asked, ours_ms), (theirs, asked_too, theirs_ms) = rows
            ratio = ours / theirs, ours_ms / theirs_ms
            ratios += [ratio] if charts else []
            print(
                f"{name:12} {charts:6} {ours / 1e3:6.0f} {theirs / 1e3:7.0f} {asked:4.0f} "
                f"{asked_too:5.0f} {ours_ms / 1e3:7.2f} {theirs_ms / 1e3:6.2f}  "
                f"{ratio[0]:.3f} {ratio[1]:.2f}"
            )
        browser.close()
    bytes_ratio, time_ratio = (statistics.median(column) for column in zip(*ratios, strict=True))
    print(f"median of pages with charts: bytes {bytes_ratio:.3f}, time {time_ratio:.2f} of stock")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
