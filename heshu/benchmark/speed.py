"""How fast heshu reads and checks: `python speed.py [FILE…]`.

Prints megabytes of UTF-8 a second, of computing time, on the benchmark's texts (dense: each
sentence is full of relations), and on each FILE, such as a report; as it is printed, repeated, and
with every digit drawn anew, so that no number comes twice. Beside it stands, in the same run, a
baseline that does nothing but find numerals with one regular expression (naive.NUMERAL): times of
other machines and other loads differ, how many times slower than that heshu is hardly does.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from gold import load
from naive import NUMERAL

from heshu.check import check
from heshu.finding import find

RUNS = 3
SIZE = 300_000  # bytes at least
DIGITS = "0123456789"


def drawn(text: str, chance: random.Random) -> str:
    """A text with other digits."""
    return "".join(chance.choice(DIGITS) if sign in DIGITS else sign for sign in text)


def texts(text: str) -> dict[str, str]:
    """A text as often as makes it long enough, as it is and with every digit drawn anew."""
    times = -(-SIZE // len(text.encode()))
    chance = random.Random(1)
    return {
        "repeated": f"{text}\n" * times,
        "other digits": "\n".join(drawn(text, chance) for _ in range(times)),
    }


def rate(read: Callable[[str], Iterable[object]], text: str) -> float:
    """Megabytes a second of computing, of the best of some runs."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        for _ in read(text):
            pass
        best = min(best, time.process_time() - start)
    return len(text.encode()) / 1e6 / best


def main(names: list[str]) -> None:
    sources = {"benchmark": "\n\n".join(item.text for item in load())}
    sources |= {Path(name).name: Path(name).read_text(encoding="utf-8") for name in names}
    print(f"{'MB/s':32} {'numerals':>9} {'find':>7} {'check':>7}  numerals / find, / check")
    for source, text in sources.items():
        for kind, long in texts(text).items():
            base, *rates = (rate(read, long) for read in (NUMERAL.finditer, find, check))
            ratios = "  ".join(f"{base / one:5.1f}" for one in rates)
            columns = " ".join(f"{one:7.2f}" for one in rates)
            print(f"{f'{source}, {kind}':32} {base:9.1f} {columns}  {ratios}")


if __name__ == "__main__":
    main(sys.argv[1:])
