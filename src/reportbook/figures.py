"""Printed figures: from a Chinese phrase to the interval that it stands for.

The rules, each the ordinary reading of Chinese official prose:

- A decimal, or a number with 万 or 亿, was rounded to its last printed place and
  stands for half a unit of that place either way. Both ends are closed, because
  which neighbour a tie went to (half up, or half to even as GB/T 8170-2008 has it)
  is not printed.
- A plain whole number is exact.
- 多 and 余 after a number add something less than a unit of its last non-zero place:
  6700多 lies above 6,700 and below 6,800.
- 约 and 左右 say that a figure was rounded to its last non-zero place.
- 超, 逾, 超过 and 以上 give a floor, 近 and 不足 a ceiling a unit of that place above.
- 一批, 一系列 and the like say "more than one" and no more.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reportbook.intervals import Interval


class FigureError(ValueError):
    """A phrase that can't be read as a printed figure."""


@dataclass(frozen=True)
class Figure:
    """What a phrase prints.

    `value` is the printed number with 万 and 亿 folded in (or an ISO 8601 date or
    interval, or None where the phrase gives no number); `interval` is what it stands
    for, in `unit` (None for dates); `kind` is one of quantity, growth, duration,
    ordinal, version, date, period and vague; `qualifier` one of exact, rounded, over,
    under, about and unquantified.
    """

    phrase: str
    kind: str
    value: Fraction | str | None
    interval: Interval | None
    unit: str
    qualifier: str

    @property
    def text(self) -> str:
        """The value as a plain decimal, a date or an interval; "" where there is none."""
        if isinstance(self.value, Fraction):
            whole = Decimal(self.value.numerator) / Decimal(self.value.denominator)
            return format(whole.normalize(), "f")
        return self.value or ""


HANZI = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}

NUMBER = r"(?:(?:\d[\d,]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+)[百千]?[万亿]*)+"
UNIT = r"(?:个(?=工作日|月|百分点))?(?P<unit>[^\d\s，。、；]{0,6}?)"
QUANTITY = re.compile(
    rf"(?P<growth>增长|下降)?(?P<before>约|近|不足|超过|超|逾|平均)?(?P<number>{NUMBER})"
    rf"(?P<more>多|余)?{UNIT}(?P<after>以上|左右)?"
)
DURATION = re.compile(rf"(?P<run>连续)?(?P<number>{NUMBER})(?P<unit>年|个月)(?P<since>来)?")
ORDINAL = re.compile(rf"第(?P<number>{NUMBER})(?P<unit>[^\d\s]{{1,2}})")
FIRST = re.compile(r"(?:全国)?首(?P<unit>个|批|次|家|届)|(?P<lead>先河)")
VERSION = re.compile(r"(\d+\.\d+)到(\d+\.\d+)版")
PERIOD = re.compile(r"(\d{4})年?[—–~-](\d{4})年")
DATE = re.compile(r"(?:(?P<year>\d{4})|(?P<relative>今))年(?:(?P<month>\d{1,2})月(?P<end>底)?)?")
VAGUE = re.compile(r"一批|一系列|多个?部门|各方面|目前|全国前列")


def read(phrase: str) -> Figure:
    """Read one phrase, the shortest that holds a figure.

    Raises FigureError, naming the phrase, when it can't be read: nothing is guessed.
    """
    for pattern, reader in READERS:
        if match := pattern.fullmatch(phrase):
            return reader(match)
    raise FigureError(
        f"“{phrase}” can't be read as a printed figure; give the shortest phrase that holds "
        "the number, its unit and its qualifier, such as 6700多件"
    )


# How a number may have been rounded to its last place: the part of that place which the
# unrounded number can lie below and above the printed one, and which ends belong.
RULES = {
    "nearest": (Fraction(1, 2), Fraction(1, 2), True, True),
    "truncation": (Fraction(0), Fraction(1), True, False),
    "rounding up": (Fraction(1), Fraction(0), False, True),
}


def reread(interval: Interval, rule: str) -> Interval:
    """What a rounded figure stands for under another of the RULES.

    `interval` is the figure's interval as `read` gives it; one that isn't rounded (exact,
    or open at both ends as after 多) stays as it is.
    """
    if not (interval.low_closed and interval.high_closed):
        return interval
    below, above, low_closed, high_closed = RULES[rule]
    if interval.exact:
        return interval
    place, printed = interval.width, interval.middle
    return Interval(printed - place * below, printed + place * above, low_closed, high_closed)


def number(text: str) -> tuple[Fraction, Fraction, bool]:
    """The value of Arabic or Chinese numerals, the place of the last printed digit,
    and whether they were rounded (a decimal point, 万 or 亿)."""
    value, place, rounded = Fraction(0), Fraction(1), False
    for digits, multipliers in re.findall(r"(\d[\d,]*(?:\.\d+)?|[^\d万亿]+)([百千]?[万亿]*)", text):
        scale = Fraction(1)
        for character in multipliers:
            scale *= (TENS | MYRIADS)[character]
        plain = digits.replace(",", "")
        part = Fraction(plain) if plain[0].isdigit() else _hanzi(plain)
        decimals = len(plain.partition(".")[2])
        value += part * scale
        place = scale / 10**decimals
        rounded |= bool(decimals) or scale >= 10**4
    return value, place, rounded


def _hanzi(numerals: str) -> Fraction:
    total = pending = 0
    for character in numerals:
        if character in TENS:
            total += (pending or 1) * TENS[character]
            pending = 0
        else:
            pending = pending * 10 + HANZI[character]
    return Fraction(total + pending)


def _nonzero_place(value: Fraction, place: Fraction) -> Fraction:
    while value and value % (place * 10) == 0:
        place *= 10
    return place


def _quantity(match: re.Match) -> Figure:
    value, place, rounded = number(match["number"])
    last = _nonzero_place(value, place)
    before, after = match["before"], match["after"]
    if match["more"]:
        interval, qualifier = Interval(value, value + last, False, False), "over"
    elif before in ("超过", "超", "逾"):
        interval, qualifier = Interval(value, None, False), "over"
    elif after == "以上":
        interval, qualifier = Interval(value, None), "over"
    elif before in ("近", "不足"):
        interval, qualifier = Interval(value - last, value, False, False), "under"
    elif before == "约" or after == "左右":
        interval, qualifier = Interval(value - last / 2, value + last / 2), "about"
    elif rounded:
        interval, qualifier = Interval(value - place / 2, value + place / 2), "rounded"
    else:
        interval, qualifier = Interval.point(value), "exact"
    kind = "growth" if match["growth"] else "quantity"
    return Figure(match[0], kind, value, interval, match["unit"], qualifier)


def _duration(match: re.Match) -> Figure:
    value, _, _ = number(match["number"])
    if match["since"]:  # 5年来 is the time that has passed, to the nearest year
        half = Fraction(1, 2)
        interval, qualifier = Interval(value - half, value + half), "rounded"
    else:
        interval, qualifier = Interval.point(value), "exact"
    return Figure(match[0], "duration", value, interval, match["unit"], qualifier)


def _ordinal(match: re.Match) -> Figure:
    value, _, _ = number(match["number"])
    return Figure(match[0], "ordinal", value, Interval.point(value), match["unit"], "exact")


def _first(match: re.Match) -> Figure:
    return Figure(
        match[0], "ordinal", Fraction(1), Interval.point(1), match["unit"] or "次", "exact"
    )


def _version(match: re.Match) -> Figure:
    return Figure(match[0], "version", f"{match[1]}/{match[2]}", None, "版", "exact")


def _period(match: re.Match) -> Figure:
    if match[1] > match[2]:
        raise FigureError(f"“{match[0]}” ends before it begins")
    return Figure(match[0], "period", f"{match[1]}/{match[2]}", None, "", "exact")


def _date(match: re.Match) -> Figure:
    month = int(match["month"] or 1)
    if not 1 <= month <= 12:
        raise FigureError(f"“{match[0]}” names no month of the year")
    # ISO 8601 has no "this year": the leading hyphen of its old truncated form stands for it.
    value = match["year"] or "-"
    if match["month"]:
        value += f"-{month:02}"
    if match["end"]:
        value += f"-{calendar.monthrange(int(match['year'] or 2001), month)[1]}"
    return Figure(match[0], "date", value, None, "", "exact")


def _vague(match: re.Match) -> Figure:
    return Figure(match[0], "vague", None, None, "", "unquantified")


READERS = [
    (VAGUE, _vague),
    (PERIOD, _period),
    (DATE, _date),
    (VERSION, _version),
    (DURATION, _duration),
    (ORDINAL, _ordinal),
    (FIRST, _first),
    (QUANTITY, _quantity),
]
