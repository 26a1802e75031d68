"""Where words find room: what a plot holds already, and the nearest free place to a mark."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from reportbook.charts.sheet import Sheet
from reportbook.lettering import DETAIL, LINE, NAME, widest, wrap

ASIDE = (12, 20, 40, 70, 100, 150)  # how far beside their mark words may stand, px
REACH = 220  # and how far above or below
# How much it is in the way of words, for each spot that they would cover
OF_LINES, OF_WORDS = 40.0, 40.0
FAR = 0.6  # and for each pixel from their mark
OUTSIDE = 1000.0
LEANING = 9  # px that a single line may lean over the axis, for the label of a first year


class Taken:
    """Spots of a plot that words should keep off, and the frame that they must not leave."""

    def __init__(self, sheet: Sheet, frame: tuple[float, float, float, float]) -> None:
        self.sheet, self.frame = sheet, frame  # left, top, right, bottom
        self._spots: list[tuple[float, float, float]] = []  # x, y, weight

    def follow(self, course: list[tuple[float, float]]) -> None:
        """A line is in the way all along; a mark is a line of no length."""
        for (x, y), (x2, y2) in pairwise(course):
            count = max(1, int(max(abs(x2 - x), abs(y2 - y)) // 6))
            self._spots += [
                (x + (x2 - x) * k / count, y + (y2 - y) * k / count, OF_LINES)
                for k in range(count + 1)
            ]

    def fill(self, edge: list[tuple[float, float, float]], weight: float) -> None:
        """A ribbon, given by x and its lower and upper y, is in the way by its weight."""
        for (x, a, b), (x2, a2, b2) in pairwise(edge):
            for share in (k * 9 / (x2 - x) for k in range(int((x2 - x) // 9))):
                low, high = a + (a2 - a) * share, b + (b2 - b) * share
                place = x + (x2 - x) * share
                self._spots += [(place, high + 9 * j, weight) for j in range(int(low - high) // 9)]

    def write(self, x: float, y: float, words: str, color: str) -> None:
        """Write near a mark, the first line bold, where the least lies behind the words."""
        head, _, rest = words.partition("\n")
        if self.sheet.wide:
            width = self.sheet.width * 0.75
            heads, lines = wrap(head, width, NAME, bold=True), wrap(rest, width, DETAIL)
        else:
            width = self.sheet.width * 0.42
            heads = wrap(head, width, NAME, bold=True)
            lines = wrap(rest.replace("\n", " "), width, DETAIL)
        room = max(widest(heads, NAME, bold=True), widest(lines, DETAIL))
        depth = LINE * (len(heads) + len(lines))
        spots = np.array(self._spots)
        left, top = min(
            _around(x, y, room, depth), key=lambda at: self._cost(spots, *at, room, depth, x, y)
        )
        left = max(0.0, min(left, self.sheet.width - room))
        first = top + LINE / 2
        self.sheet.lines(left, first, heads, bold=True, color=color)
        self.sheet.lines(left, first + LINE * len(heads), lines, size=DETAIL, color=color)
        self._spots += [
            (left + dx, top + dy, OF_WORDS)
            for dx in range(0, int(room) + 8, 8)
            for dy in range(2, int(depth), 6)
        ]

    def _cost(
        self,
        spots: np.ndarray,
        left: float,
        top: float,
        room: float,
        depth: float,
        x: float,
        y: float,
    ) -> float:
        low_x, low_y, high_x, high_y = self.frame
        right, bottom = left + room, top + depth
        over = max(0, low_x - left)
        leaning = over if over <= LEANING and depth <= LINE else 0
        out = max(0, right - high_x, low_y - top, bottom - high_y, over - leaning)
        across, down, weight = spots.T
        within = (left - 3 < across) & (across < right + 3) & (top - 2 < down) & (down < bottom + 2)
        gap = max(left - x, 0, x - right) + max(top - y, 0, y - bottom)
        return (OUTSIDE + 50 * out if out else 0) + leaning + weight[within].sum() + FAR * gap


def _around(x: float, y: float, room: float, depth: float) -> Iterator[tuple[float, float]]:
    """Places for words near a mark, by their top left: right of it, above, below, left of it."""
    steps = range(-REACH, REACH + 1, 10)
    for aside in ASIDE:
        yield from ((x + aside, y + step - depth / 2) for step in steps)
    clear = [step for step in steps if abs(step) >= depth / 2 + 10]
    yield from ((x - room / 2, y + step - depth / 2) for step in clear)
    for aside in ASIDE:
        yield from ((x - aside - room, y + step - depth / 2) for step in steps)
