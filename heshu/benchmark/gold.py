"""The benchmark's tables, and the arithmetic by which they are held: none of it is heshu's.

A formula relates figures that the text prints, each quoted in brackets: `[27.4%] = [862件] /
[3146件]`. A quotation that the text has more than once tells which one: `[5件#2]`. The two
sides may use + - * / ** and brackets, and the relation holds where the two can be equal, or
with `<=` where the left one can be at most the right one. `grim([19.3%], [28名])` holds where
some whole number of 28 is 19.3 %.
"""

from __future__ import annotations

import ast
import csv
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import product
from math import ceil, floor
from pathlib import Path

HERE = Path(__file__).parent
# The later ones were added to the two halves when rules had been changed after the second
HALVES = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
    *("ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
    *("fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    "nineteenth",
)
# What these show has changed no rule
UNSEEN = ("tenth", "nineteenth")
KINDS = {
    "share": "a part, its whole and its share",
    "change": "a level, the change that led to it, and the rate of this change",
    "growth": "base, end and the rate between them",
    "parts": "a total and all its parts",
    "difference": "two amounts and what lies between them",
    "points": "two rates and the percentage points between them",
    "hundred": "shares of one whole that are all of it",
    "product": "a price, a quantity and the amount",
    "average": "a total, a count and the average",
    "rate": "a rate that has a name (结案率, 毛利率) and the two levels that it is of",
    "multiple": "two levels and how many times one is the other",
    "same": "one quantity, printed twice",
    "mix": "the growth of a total and those of its parts, with their levels",
    "annual": "base, end and the yearly rate over some years",
    "duration": "two years and the time between them",
    "order": "a part that can't exceed its whole, where nothing more can be tested",
    "grim": "a rate of a small count, which only some rates can be",
    "other": "what has no name of its own, such as the product of two rates",
}
SLIPS = {
    "digit": "one digit is another",
    "transposed": "two neighbouring digits have changed places",
    "unit": "another unit or power of ten",
    "by/to": "growth by a figure for growth to it, or the other way round",
    "points": "per cent for percentage points, or the other way round",
    "year": "another year",
    "above": "a part above its whole",
    "share": "another share, such as that of a neighbouring part",
}
SOURCES = {
    "statistics": "communiqués of statistics offices, censuses included",
    "court": "reports of courts",
    "procuratorate": "reports of procuratorates",
    "customs": "news and tables of customs",
    "education": "communiqués of education and profiles of schools",
    "bank": "reports of central and commercial banks, and of public finance",
    "company": "annual and interim reports and notices of companies",
    "newspaper": "news",
    "hospital": "reports of hospitals and health commissions",
    "tourism": "news of tourism and culture",
    "housing": "reports of housing and land",
    "ip": "news of intellectual property offices",
    "government": "work reports of cities and counties",
    "internet": "reports of the internet and of telecommunications",
    "charity": "reports of charities and funds",
    "transport": "reports of transport, post and energy",
    "agriculture": "reports of agriculture, forests and water",
    "labour": "reports of work, pensions and social security",
}


Span = tuple[int, int]


class GoldError(ValueError):
    """What is wrong with a row, in one line that names it."""


@dataclass(frozen=True)
class Relation:
    text: str
    kind: str
    formula: str
    counted: bool


@dataclass(frozen=True)
class Slip:
    text: str
    kind: str
    was: str
    becomes: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    id: str
    half: str
    source: str
    text: str
    note: str
    relations: tuple[Relation, ...]
    slips: tuple[Slip, ...]


def load(folder: Path = HERE) -> list[Item]:
    """Every item, in the order of texts.csv."""
    relations = [
        Relation(row["text"], row["kind"], row["formula"], row["counted"] == "yes")
        for row in rows(folder / "relations.csv")
    ]
    slips = [
        Slip(row["text"], row["kind"], row["was"], row["becomes"], tuple(row["claims"].split("; ")))
        for row in rows(folder / "slips.csv")
    ]
    return [
        Item(
            row["id"],
            row["half"],
            row["source"],
            row["text"],
            row["note"],
            tuple(one for one in relations if one.text == row["id"]),
            tuple(one for one in slips if one.text == row["id"]),
        )
        for row in rows(folder / "texts.csv")
    ]


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def traps() -> list[str]:
    """The right texts that are written to mislead."""
    return [row["text"] for row in rows(HERE / "traps.csv")]


def twin(text: str, slip: Slip) -> str:
    """The text with the slip planted in it."""
    if text.count(slip.was) != 1:
        raise GoldError(f"{slip.text}: “{slip.was}” stands there {text.count(slip.was)} times")
    return text.replace(slip.was, slip.becomes)


def change(text: str, changed: str) -> tuple[int, int, int]:
    """Where a text differs from its twin: from, to, and by how much all after it has moved."""
    start = _alike(text, changed)
    kept = min(len(text), len(changed)) - start
    return start, len(text) - min(kept, _alike(text[::-1], changed[::-1])), len(changed) - len(text)


def _alike(one: str, other: str) -> int:
    """How many signs two texts share at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def moved(span: Span, start: int, end: int, shift: int) -> Span:
    """Where a figure of a text stands in its twin."""
    left, right = span
    left += shift if left >= end else 0
    return left, right + (shift if right >= end and right > start else 0)


# The figures of a formula and where they stand

QUOTED = re.compile(r"\[([^\[\]#]+)(?:#(\d+))?\]")
# A number goes on before a place, or after it
BEFORE, AFTER = re.compile(r"\d[.,]?\Z"), re.compile(r"[.,]?\d")


def spans(text: str, formula: str) -> list[Span]:
    """Where the figures of a formula stand, in its order, each once."""
    found = [place(text, match[1], int(match[2] or 0)) for match in QUOTED.finditer(formula)]
    return list(dict.fromkeys(found))


def place(text: str, phrase: str, number: int = 0) -> Span:
    """Where a phrase stands; the number tells which one, where there are several."""
    places = occurrences(text, phrase)
    if len(places) == 1 and number in (0, 1):
        return places[0]
    if not number or number > len(places):
        raise GoldError(f"“{phrase}” stands {len(places)} times in “{text[:20]}…”")
    return places[number - 1]


def occurrences(text: str, phrase: str) -> list[Span]:
    """Where a phrase stands and isn't the end or the beginning of a longer number."""
    places = []
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        within = (phrase[0].isdigit() and BEFORE.search(text[max(start - 2, 0) : start])) or (
            phrase[-1].isdigit() and AFTER.match(text, end)
        )
        if not within:
            places.append((start, end))
        start = text.find(phrase, start + 1 if within else end)
    return places


def quote(text: str, span: Span) -> str:
    """A figure as formulas quote it."""
    phrase = text[slice(*span)]
    places = occurrences(text, phrase)
    return f"[{phrase}]" if len(places) == 1 else f"[{phrase}#{places.index(span) + 1}]"


# What a figure stands for

SIMPLIFIED = str.maketrans("億萬個點兩餘約過縣", "亿万个点两余约过县")
SCALES = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6}
SCALES |= {"千万": 10**7, "亿": 10**8, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}
UNITS = [
    ("个百分点", 100),
    ("百分点", 100),
    ("个基点", 10**4),
    ("个千分点", 1000),
    ("千分点", 1000),
]
UNITS += [("%", 100), ("‰", 1000), ("成", 10)]
CHINESE = {sign: i for i, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
NUMBER = re.compile(r"(?P<sign>[-−]?)(?P<digits>\d+(?:\.\d+)?|[〇零一二两三四五六七八九十百千]+)")
SCALE = re.compile("|".join(sorted((scale for scale in SCALES if scale), key=len, reverse=True)))
ABOUT, ABOVE, BELOW = (
    ("约", "左右", "大约"),
    ("超", "逾", "突破", "多", "余", "以上"),
    ("近", "不到", "不足"),
)
NAMED: dict[str, Fraction | int] = {
    "翻一番": 1,
    "翻了一番": 1,
    "翻两番": 3,
    "翻了两番": 3,
    "减半": Fraction(1, 2),
}


@dataclass(frozen=True)
class Number:
    """A printed number: its face value, and half or all of a unit of its last place around it.

    A whole number without a power of ten (1203件) is a count, which is exact.
    """

    face: Fraction
    near: tuple[Fraction, Fraction]
    loose: tuple[Fraction, Fraction]
    step: Fraction
    counted: bool = False


@cache
def number(phrase: str) -> Number:
    """What a phrase such as 1,203.5万元 or 超三成 stands for, in ones."""
    plain = unicodedata.normalize("NFKC", phrase).translate(SIMPLIFIED)
    plain = plain.replace(",", "").replace(" ", "")
    for name, value in NAMED.items():
        if name in plain:
            return _exact(Fraction(value))
    if fraction := re.search(r"([一二三四五六七八九十])分之([一二三四五六七八九十])", plain):
        return _fraction(Fraction(chinese(fraction[2]), chinese(fraction[1])), plain)
    if "一半" in plain or "半数" in plain:
        return _fraction(Fraction(1, 2), plain)
    match = NUMBER.search(plain)
    if not match:
        raise GoldError(f"“{phrase}” has no number")
    digits, rest = match["digits"], plain[match.end() :]
    rest = rest.removeprefix("多").removeprefix("余")
    scaled = SCALE.match(rest)
    scale = Fraction(SCALES[scaled[0] if scaled else ""])
    unit = rest[scaled.end() :] if scaled else rest
    ratio = next((size for name, size in UNITS if unit.startswith(name)), 0)
    scale = scale / (ratio or 1)
    value = Fraction(digits) if digits[0].isdigit() else Fraction(chinese(digits))
    if match["sign"]:
        value = -value
    decimals = len(digits.partition(".")[2])
    counted = not (decimals or scaled or ratio) and not unit.startswith("倍")
    step = Fraction(0) if counted else scale / 10**decimals
    face = value * scale
    rough = step or scale
    while face and (face / (rough * 10)).denominator == 1:
        rough *= 10
    if any(word in plain for word in ABOUT):
        return Number(face, (face - rough, face + rough), (face - rough, face + rough), step)
    if any(word in plain for word in ABOVE):
        return Number(face, (face, face + rough), (face, face + rough), step)
    if any(word in plain for word in BELOW):
        return Number(face, (face - rough, face), (face - rough, face), step)
    near, loose = ((face - room, face + room) for room in (step / 2, step))
    return Number(face, near, loose, step, counted)


def _fraction(value: Fraction, phrase: str) -> Number:
    """Two thirds and the like: a twentieth to either side, all above, or a tenth below."""
    low = high = value
    if any(word in phrase for word in ABOVE):
        high = Fraction(1)
    elif any(word in phrase for word in BELOW):
        low = value * 9 / 10
    elif any(word in phrase for word in ABOUT):
        low, high = value * 19 / 20, value * 21 / 20
    return Number(value, (low, high), (low, high), Fraction(0))


def _exact(value: Fraction) -> Number:
    return Number(value, (value, value), (value, value), Fraction(0))


def chinese(numeral: str) -> int:
    """三百五十 as 350; below ten thousand."""
    if all(sign in CHINESE for sign in numeral):
        return int("".join(str(CHINESE[sign]) for sign in numeral))
    total, digit = 0, 0
    for sign in numeral:
        if sign in CHINESE:
            digit = CHINESE[sign]
        else:
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[sign]
            digit = 0
    return total + digit


# Whether a formula holds

Bounds = tuple[Fraction, Fraction]


def holds(text: str, formula: str, rule: str = "near") -> bool:
    """Whether a relation can be true.

    `near`: all is rounded to the nearest; `loose`: each figure may be rounded up or down;
    `face`: the left side, as it is printed, is what the printed numbers give, rounded.
    """
    figures: dict[str, Number] = {}

    def name(match: re.Match[str]) -> str:
        start, end = place(text, match[1], int(match[2] or 0))
        figures[f"f{start}"] = number(text[start:end])
        return f"f{start}"

    named = QUOTED.sub(name, formula)
    if match := re.fullmatch(r"grim\((\w+), (\w+)\)", named):
        return _grim(figures[match[1]], figures[match[2]], rule)
    sides = re.split(r" (<=|=) ", named)
    if len(sides) != 3:
        raise GoldError(f"no relation: {formula}")
    left, sign, right = sides
    if left in figures and " / " in right:
        figures[left] = worked_out(figures[left])
    if rule == "face":
        points = {name: (figure.face, figure.face) for name, figure in figures.items()}
        steps = [figures[name].step for name in re.findall(r"f\d+", left)]
        printed, computed = hull(left, points)[0], hull(right, points)[0]
        if sign == "<=":
            return printed <= computed
        return printed == (_rounded(computed, steps[0]) if steps and steps[0] else computed)
    bounds = {name: getattr(figure, rule) for name, figure in figures.items()}
    (least, most), (low, high) = hull(left, bounds), hull(right, bounds)
    return least <= high and (sign == "<=" or low <= most)


def worked_out(figure: Number) -> Number:
    """A quotient in whole numbers (平均每人1203元), which is rounded and no count."""
    if not figure.counted:
        return figure
    half, one = Fraction(1, 2), Fraction(1)
    near, loose = ((figure.face - room, figure.face + room) for room in (half, one))
    return Number(figure.face, near, loose, one)


def _rounded(value: Fraction, step: Fraction) -> Fraction:
    return floor(value / step + Fraction(1, 2)) * step


def _grim(rate: Number, count: Number, rule: str) -> bool:
    low, high = (end * count.face for end in (rate.loose if rule == "loose" else rate.near))
    return ceil(low) <= floor(high)


def hull(expression: str, bounds: dict[str, Bounds]) -> Bounds:
    """The least and the greatest value of an expression that is monotone in each figure."""
    tree = ast.parse(expression, mode="eval").body
    names = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    again = sorted({name for name in names if names.count(name) > 1})
    # A figure that stands there twice is the same number both times
    corners = product(*(bounds[name] for name in again))
    found = [
        _interval(tree, bounds | {name: (end, end) for name, end in zip(again, ends, strict=True)})
        for ends in corners
    ]
    return min(low for low, _ in found), max(high for _, high in found)


def _interval(node: ast.expr, bounds: dict[str, Bounds]) -> Bounds:
    if isinstance(node, ast.Name):
        return bounds[node.id]
    if isinstance(node, ast.Constant):
        value = Fraction(str(node.value))
        return value, value
    if isinstance(node, ast.UnaryOp):
        low, high = _interval(node.operand, bounds)
        return -high, -low
    if not isinstance(node, ast.BinOp):
        raise GoldError(f"no arithmetic: {ast.unparse(node)}")
    a, b = _interval(node.left, bounds), _interval(node.right, bounds)
    if isinstance(node.op, ast.Div) and b[0] <= 0 <= b[1]:
        raise GoldError(f"a divisor can be 0: {ast.unparse(node)}")
    operations: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
        ast.Add: lambda x, y: x + y,
        ast.Sub: lambda x, y: x - y,
        ast.Mult: lambda x, y: x * y,
        ast.Div: lambda x, y: x / y,
        ast.Pow: lambda x, y: Fraction(x ** int(y)),
    }
    compute = operations[type(node.op)]
    values = [compute(x, y) for x, y in product(a, b)]
    return min(values), max(values)
