"""Where the figures of the PDF edition stand: after their mention, within their section, no gaps.

A figure is never broken, so that one that no longer fits on a page would leave the rest of it
empty. Text of its section goes there instead, and the figure follows at the first place between
two blocks where it fits. Only Typst knows what fits; it is asked once for every figure of the
chapter that has most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Any, NamedTuple

from reportbook.print.translator import Block
from reportbook.print.typst import SMALLEST, array, call, measured, statements, string

# How large a figure may be drawn: its lettering is then of 9.5 to 7.2 points
SIZES = (1.0, 0.92, 0.84, SMALLEST)
# What a place costs: the square of the gap on its page, so that one wide gap is worse than some
# small ones, a hundredth of it a square point; a figure a hundredth smaller; a block further from
# its mention
SMALLER, FURTHER = 4, 1
# A chapter that costs no more, as for one gap of 100 points, is well set
WELL = 100
# A chapter's last page with so much left, in points, is little more than a third full, or holds a
# few lines; and what each costs, and what the chapter does whose lines are set closer
LEFT = {450: 200, 560: 500}
CLOSER = 150
# What notes cost that are set denser
DENSE = 50
# In points: a gap before a table that is too wide, and the least height of its part overleaf
GAP, PART = 130, 60
# In points: how high a page's text is, and a line of notes, as numbers of pages may break one more
DEPTH, SLACK = 708.7, 11
# And what notes take more than in a trial, which doesn't know on what other pages a number stands
MORE = 22


class Place(NamedTuple):
    """Where a figure stands: after which block of its section, and how large."""

    after: int = 0
    size: float = 1.0


Places = dict[str, Place]  # by the figure's name
Broken = Set[tuple[int, int]]  # the tables that go on overleaf: the section and the place in it


def placed(blocks: list[Block], design: str) -> list[str]:
    """The code of a chapter, its figures in their places; `design` is the code that it needs.

    Where a wide gap is left, or its last page holds little, all its figures are tried smaller, and
    its lines closer. The notes that end it take what room its last page has left.
    """
    sections = [*sections_of([block for block in blocks if block.kind != "notes"])]
    notes = [block.code for block in blocks if block.kind == "notes"]
    figures = [figure for section in sections for figure in section.figures]
    heights = _heights(figures, design) if figures else {}
    tried = []
    for closer in (False, True):
        for largest, size in enumerate(SIZES if figures else SIZES[:1]):
            least = CLOSER * closer + 100 * (1 - size) * SMALLER * len(figures)
            if tried and least >= min(one[0] for one in tried):
                break
            places, cost = _tried(sections, SIZES[largest:], heights, design, closer)
            broken = _broken(sections, places, design, closer)
            room = _left(_codes(sections, places, closer, broken), design)
            end, ended = min(_ends(notes, room, design)) if notes else (_short(room), [])
            cost += CLOSER * closer + end
            tried.append((cost, closer, largest, [*places.items()], ended, broken))
            if not largest and cost <= WELL:
                break
        if min(one[0] for one in tried) <= WELL:
            break
    _, closer, _, places, ended, broken = min(tried, key=lambda one: one[:5])
    codes = [code for section in sections for code in section.code(dict(places), broken)]
    return [*_set(codes, closer), *ended]


def _broken(sections: list[Section], places: Places, design: str, closer: bool) -> Broken:
    """The tables that would leave a wide gap if they were whole, and of which both parts are more
    than a few lines."""
    broken: set[tuple[int, int]] = set()
    kept: set[tuple[int, int]] = set()
    while True:
        codes = _codes(sections, places, closer, broken)
        above = _at(measured(design, codes, "above"))
        if not any(above[table] > GAP for table in above.keys() - broken - kept):
            return broken
        below = _at(measured(design, codes, "room"))
        gaps = (
            table for table in above.keys() - broken - kept if GAP < above[table] < below[table]
        )
        if (first := min(gaps, default=None)) is None:
            return broken
        after = measured(design, _codes(sections, places, closer, broken | {first}), "room")
        (broken if _at(after)[first] < DEPTH - PART else kept).add(first)


def _at(marks: list[dict[str, Any]]) -> dict[tuple[int, int], float]:
    """What is left of the page at each mark, by its section and the place in it."""
    return {(mark["section"], mark["after"]): mark["left"] for mark in marks}


def _left(codes: list[str], design: str) -> float:
    """How much of the last page such blocks leave, in points."""
    (last,) = measured(design, [*codes, call("clear", "above-chains"), call("ends")], "end")
    return last


def _ends(notes: list[str], room: float, design: str) -> Iterator[tuple[float, list[str]]]:
    """What notes cost whose chapter's last page has so much room left, in points, and their code.

    Where their own last page would hold little, they are tried denser.
    """
    for dense in ("false", "true"):
        tried, ended = (
            [f"{code}(room: {room - slack:.1f}pt, dense: {dense})" for code in notes]
            for slack in (SLACK + MORE, SLACK)
        )
        cost = _short(_left([call("v", f"{DEPTH - room:.1f}pt"), *tried], design))
        yield cost + DENSE * (dense == "true"), ended
        if not cost:
            return


def _short(left: float) -> float:
    """What it costs that so much of a chapter's last page is left, in points."""
    return sum(price for least, price in LEFT.items() if left > least)


def _tried(
    sections: list[Section],
    sizes: Sequence[float],
    heights: dict[str, list[float]],
    design: str,
    closer: bool,
) -> tuple[Places, float]:
    """Places for the figures of a chapter, none larger than the first of these sizes, and what
    they cost."""
    places: Places = {}
    cost = 0.0
    for section in sections:
        for figure in section.figures:
            # A chapter begins on a new page, and what follows moves nothing before it
            so_far = _codes(sections[: section.number + 1], places, closer)
            rooms = {
                mark["after"]: mark["left"]
                for mark in measured(design, so_far, "room")
                if mark["section"] == section.number
            }
            before = [places[one.name].after for one in section.figures if one.name in places]
            earliest = max([section.earliest(figure), *before])
            high = dict(zip(SIZES, heights[figure.name], strict=True))
            place, costs = best_place(rooms, earliest, high, figure.scale, sizes)
            places[figure.name] = place
            cost += costs
    return places, cost


def _codes(
    sections: list[Section], places: Places, closer: bool, broken: Broken = frozenset()
) -> list[str]:
    codes = [code for section in sections for code in section.code(places, broken, marked=True)]
    return _set(codes, closer)


def _set(codes: list[str], closer: bool) -> list[str]:
    return [call("closer", statements(codes))] if closer else codes


def _heights(figures: list[Block], design: str) -> dict[str, list[float]]:
    """How high each figure is at each size, in points, with the space above it."""
    codes = [
        call("height", figure.name, array(f"{figure.code}(size: {size})" for size in SIZES))
        for figure in figures
    ]
    return {string(mark["name"]): mark["heights"] for mark in measured(design, codes, "height")}


def best_place(
    rooms: dict[int, float],
    earliest: int,
    heights: dict[float, float],
    scale: float = 1.0,
    sizes: Sequence[float] = SIZES,
) -> tuple[Place, float]:
    """The place that costs least: in a gap on the page, in size, in distance from the mention.

    `rooms` is what is left of the page after each block, `heights` what each size takes, in points;
    of the sizes only some may be tried, and none at which a drawing that is set at `scale` already
    would have letters smaller than those of the last.
    """
    legible = [size for size in heights if size in sizes and size * scale >= SIZES[-1]]

    def cost(place: Place) -> float:
        gap = rooms[place.after] if heights[place.size] > rooms[place.after] else 0
        smaller = 100 * (max(heights) - place.size)
        return gap**2 / 100 + smaller * SMALLER + (place.after - earliest) * FURTHER

    later = [after for after in sorted(rooms) if after >= earliest]
    places = (Place(after, size) for after in later for size in legible or [max(heights)])
    best = min(places, key=cost)
    return best, cost(best)


class Section:
    """A heading and what follows up to the next one, its figures apart from all else."""

    def __init__(self, number: int, blocks: list[Block]) -> None:
        kinds = {block.kind for block in blocks}
        if "figure" in kinds and "prose" not in kinds:
            # The heading alone says what its figures show: they are mentioned beside it
            blocks = [blocks[0], Block("prose.with([], notes: ())", "prose"), *blocks[1:]]
        self.number, self.blocks = number, blocks
        self.figures = [block for block in blocks if block.kind == "figure"]
        self.others = [block for block in blocks if block.kind != "figure"]
        prose = [place for place, block in enumerate(self.others) if block.kind == "prose"]
        # What mentions the figures, in the margin
        self.first = prose[0] if prose else 0

    def earliest(self, figure: Block) -> int:
        """After which block a figure may stand: its mention, and what isn't prose before it."""
        before = self.blocks[: self.blocks.index(figure)]
        passed = [block for block in before if block.kind != "figure"]
        fixed = [place for place, block in enumerate(passed) if block.kind != "prose"]
        return max([self.first, *fixed])

    def code(
        self, places: Places, broken: Broken = frozenset(), marked: bool = False
    ) -> Iterator[str]:
        """Its code, with the figures that have places, and some of its tables broken.

        If marked, what is left of the page after each block can be measured.
        """
        for place, (code, kind, *_) in enumerate(self.others):
            if kind == "prose":
                told = self.figures if place == self.first else []
                names = [array([string(each.number), each.name]) for each in told]
                code = f"{code}(figures: {array(names)})"
            elif kind == "table":
                whole = "false" if (self.number, place) in broken else "true"
                code = f"{code}(whole: {whole})"
                if marked:
                    yield call("above", str(self.number), str(place))
            yield code
            for figure in self.figures:
                if figure.name in places and places[figure.name].after == place:
                    yield f"{figure.code}(size: {places[figure.name].size})"
            if marked:
                yield call("room", str(self.number), str(place))


def sections_of(blocks: list[Block]) -> Iterator[Section]:
    starts = [place for place, block in enumerate(blocks) if block.kind == "title" and place]
    for number, (start, end) in enumerate(zip([0, *starts], [*starts, len(blocks)], strict=True)):
        yield Section(number, blocks[start:end])
