"""Printed figures: from a Chinese phrase to the interval that it stands for.

The rules, each the ordinary reading of Chinese official prose:

- A decimal, or a number with 万 or 亿, was rounded to its last printed place and
  stands for half a unit of that place either way. Both ends are closed, because
  which neighbour a tie went to (half up, or half to even as GB/T 8170-2008 has it)
  is not printed. In Chinese numerals the last printed place is that of the last digit:
  三百万 is rounded to the million, 300万 to ten thousand.
- A percentage, a multiple or a fraction is a quotient, so it was rounded likewise, even
  where it is whole; 三分之一 to the nearest third, 七成 to the nearest tenth.
- Any other plain whole number is exact.
- 多 and 余 after a number add something less than a unit of its last non-zero place:
  6700多 lies above 6,700 and below 6,800. After the unit (3年多) they add less than one.
- 约, 大概, 左右, 上下, 来 (十来家) and the like say that a figure was rounded to its last
  non-zero place, in a range to the finer of the two.
- 超, 逾, 超过, 至少 and 以上 give a floor; 近, 不足 and 不到 a ceiling and a floor a unit of
  that place below; 至多 and 以内 a ceiling only. 近3年 can also mean the last three years,
  so that for durations the ceiling of 近 belongs to the interval.
- 增长X倍 and 增长X% say by how much (kind growth; 下降X% too, see Reading.falling); 增长到X倍,
  是…的X倍, 翻一番 and 翻倍 say to how much (kind multiple_to). More or less than so many
  番 is less than one 番 more or less: 翻了一番多 lies between twice and four times.
- 三四家 and 三五家 are a range, as 3至5家 is; each end stands for what it would alone.
- 一批, 一系列, 数百家 and the like say "more than one" and no more.
- What the phrase leaves open is not filled in: 6月底 is a date without a year.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from fractions import Fraction

from heshu.intervals import Interval
from heshu.numerals import ARABIC, HANZI, NARROW, NUMERALS, TENS, no_number, nonzero_place
from heshu.numerals import MYRIADS as MYRIADS
from heshu.numerals import ReadingError as ReadingError
from heshu.numerals import decimal as decimal
from heshu.numerals import number as number
from heshu.vocabulary import either, patterns, rows, words


@dataclass(frozen=True)
class Reading:
    """What a phrase prints.

    `value` is the printed number with 万 and 亿 folded in, fractions and 成 in per cent (or
    an ISO 8601 date or interval, or two numbers as low..high, or None where the phrase gives
    no number); `interval` is what it stands for, in `unit` (None for dates); `kind` is one of
    quantity, growth, multiple_to, duration, ordinal, version, date, period and vague, or
    unreadable for a phrase of a text that has a figure's form but no certain reading;
    `qualifier` one of exact, rounded, over, under, about, range, unquantified and, where
    unreadable, "".
    """

    phrase: str
    kind: str
    value: Fraction | str | None
    interval: Interval | None
    unit: str
    qualifier: str

    def __hash__(self) -> int:
        return hash(self.phrase)  # the rest follows from it, and takes long to hash

    @property
    def text(self) -> str:
        """The value as a plain decimal, a date or an interval; "" where there is none."""
        return decimal(self.value) if isinstance(self.value, Fraction) else self.value or ""

    @property
    def stands_for(self) -> Interval:
        """The interval that the number stands for. Raises ReadingError where there is none."""
        if self.interval is None:
            raise ReadingError(f"“{self.phrase}” stands for no number")
        return self.interval

    @property
    def falling(self) -> bool:
        """Whether a growth is printed as a fall (下降5%), its value being the size of the fall."""
        return self.kind == "growth" and self.phrase.startswith(FALLS)


# Some set a space between Arabic digits and Chinese characters: 约 300 家
SPACE = re.compile(
    r"[ \u00a0](?:(?<=[0-9０-９].)(?=[^\x00-\x7f%])|(?<=[^\x00-\x7f].)(?=[0-9０-９]))"
)

# The measure words and units that a figure may have. A unit that isn't here can't be told
# from the noun that follows it, so a phrase with it is refused.
UNITS = words("units")
CURRENCIES = words("units", sort="currency")
DURATIONS = words("units", sort="duration")
RATIOS = words("units", sort="ratio")

# 千 before these is part of the unit: 300千瓦. The bound keeps every search linear.
_THOUSANDS = "".join(sorted({unit[1] for unit in UNITS if unit[0] == "千"}))
CHARACTER = rf"(?:[{NUMERALS}十万亿]|百(?!分点)|千(?![{_THOUSANDS}])|点(?=[{NUMERALS}]))"
NUMBER = rf"(?>(?:{ARABIC}|{CHARACTER}){{1,24}}+)"
MORE = r"[多余来](?:[万亿]{1,2}+)?"
MEASURE = either(UNITS)
# Before these 个 is part of the number's grammar, and not of the unit
GE = f"(?:个(?={either(words('units', ge='yes'))}))?"
UNIT = rf"{GE}(?:{MEASURE}|％|百分点)(?:人民币)?"
RISES = words("verbs", direction="rise")
FALLS = words("verbs", direction="fall")
VERB = f"(?:{'|'.join(RISES + FALLS)})了?"
TO = r"(?:[—–―~～－-]{1,2}|至|到)"

MEANING = {row["word"]: row["sense"] for row in rows("qualifiers")}
AFTER = either(words("qualifiers", place="after"))
BEFORE = either(words("qualifiers", place="before"))
LEAD = rf"(?P<verb>{VERB})?(?P<before>{BEFORE})?(?:平均)?(?:人民币)?"

YEAR = rf"(?:[12][0-9０-９]{{3}}|[一二][{NUMERALS}]{{3}})年"
# What ISO 8601 can't name: a year told from the text's own date
THIS = r"[今本当去前明同次]年"
MONTH = r"(?:1[0-2]|0?[1-9]|１[０-２]|[１-９]|十[一二]?|[一二三四五六七八九])月"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
ORDINALS = either(words("ordinals"))

# The forms of phrases, in the order in which they are tried
PATTERNS = patterns(
    "readings", lead=LEAD, number=NUMBER, more=MORE, unit=UNIT, verb=VERB, before=BEFORE,
    after=AFTER, to=TO, year=YEAR, this=THIS, month=MONTH, day=DAY, ordinals=ORDINALS,
)  # fmt: skip


# Which sorts of figure a claim of each kind may print; claims of other kinds are names.
CLAIM_KINDS = {
    **dict.fromkeys(("count", "amount", "average"), ("quantity",)),
    "multiple": ("growth", "multiple_to"),
    **{kind: (kind,) for kind in ("duration", "date", "period", "ordinal", "version", "vague")},
}


def read_as(kind: str, phrase: str) -> Reading:
    """Read the phrase of a claim of that kind.

    Raises ReadingError when it can't be read, or reads as another sort of figure.
    """
    reading = read(phrase)
    if reading.kind not in CLAIM_KINDS[kind]:
        raise ReadingError(f"“{phrase}” reads as {reading.kind}, not as {kind}")
    return reading


def read(phrase: str) -> Reading:
    """Read one phrase, the shortest that holds a figure.

    Raises ReadingError, naming the phrase, when it can't be read: nothing is guessed.
    """
    printed = SPACE.sub("", phrase)
    for needed, pattern, reader in READERS:
        if needed.isdisjoint(printed):
            continue
        if match := pattern.fullmatch(printed):
            reading = reader(match)
            return reading if printed == phrase else replace(reading, phrase=phrase)
    raise ReadingError(
        f"“{phrase}” can't be read as a printed figure; give the shortest phrase that holds "
        "the number, its unit and its qualifier, such as 6700多件 (UNITS lists the units)"
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
    if rule == "nearest" or not (interval.low_closed and interval.high_closed):
        return interval
    below, above, low_closed, high_closed = RULES[rule]
    if interval.exact:
        return interval
    place, printed = interval.width, interval.middle
    return Interval(printed - place * below, printed + place * above, low_closed, high_closed)


def _bounds(
    match: re.Match[str], value: Fraction, place: Fraction, rounded: bool, duration: bool = False
) -> tuple[Interval, str]:
    """The interval of a number with the qualifiers of its match, and the qualifier's name.

    `place` is that of the last printed digit, to which the number was rounded; qualifiers
    count in units of the last digit that is no zero.
    """
    groups = match.groupdict()
    senses = {MEANING[word] for word in (groups.get("before"), groups.get("after")) if word}
    more, tail = groups.get("more"), groups.get("tail")
    if more and more[0] == "来":
        senses, more = senses | {"about"}, None
    if more or tail:
        # 约300多家 says no more than 300多家
        senses = senses - {"about", "above"} | {"more"}
    if senses == {"near", "about"}:
        senses = {"near"}
    if len(senses) > 1 or (more and tail):
        raise ReadingError(f"the qualifiers of “{match[0]}” contradict each other")
    if value < 0 and senses - {"about"}:
        raise ReadingError(f"“{match[0]}” qualifies a negative number")
    unit = nonzero_place(value, place)
    match senses.pop() if senses else "rounded" if rounded else "exact":
        case "more":
            return Interval(value, value + (place if tail else unit), False, False), "over"
        case "above":
            return Interval(value, None, False), "over"
        case "least":
            return Interval(value, None), "over"
        case "near" | "short" as sense:
            return Interval(value - unit, value, False, duration and sense == "near"), "under"
        case "below":
            return Interval(None, value, high_closed=False), "under"
        case "most":
            return Interval(None, value), "under"
        case "about":
            return Interval.around(value, unit), "about"
        case "rounded":
            return Interval.around(value, place), "rounded"
        case _:
            return Interval.point(value), "exact"


def _unit(printed: str | None) -> str:
    """The unit without 个 and the like: 万元人民币 is counted in 元."""
    unit = (printed or "").removesuffix("人民币").replace("％", "%").removeprefix("个")
    whole = {"月": "个月", "百分点": "个百分点"}
    return whole.get(unit, unit) or ("个" if printed == "个" else "")


def _kind(match: re.Match[str], unit: str) -> str:
    return "growth" if match["verb"] else "duration" if unit in DURATIONS else "quantity"


def _quantity(match: re.Match[str]) -> Reading:
    more = (match["more"] or "")[1:]
    value, place, rounded = number(_one(match) + more)
    if match["sign"]:
        value = -value
    unit = _unit(match["unit"])
    kind = _kind(match, unit)
    bare_year = unit == "年" and not (match["before"] or match["more"] or match["after"])
    if (match["run"] or match["since"]) and kind != "duration":
        raise ReadingError(f"“{match[0]}” has no duration")
    if match["tail"] and not unit:
        raise ReadingError(f"“{match[0]}” has no unit between its qualifiers")
    if bare_year and re.fullmatch("[12][0-9]{3}", match["number"]):
        raise ReadingError(f"“{match[0]}” may be a year")
    rounded = rounded or unit in RATIOS
    interval, qualifier = _bounds(match, value, place, rounded, kind == "duration")
    if match["since"] and qualifier == "exact":
        # 5年来 is the time that has passed, to the nearest year
        interval, qualifier = Interval.around(value, place), "rounded"
    return Reading(match[0], kind, value, interval, unit, qualifier)


def _one(match: re.Match[str]) -> str:
    """The numerals, with the 一 that 近万家, 万余家 and 突破万亿元 leave out."""
    qualified = match["before"] or match["more"] or match["after"]
    return ("一" if match["number"][0] in MYRIADS and qualified else "") + match["number"]


def _fraction(match: re.Match[str]) -> Reading:
    if match["half"]:
        value, place = Fraction(50), Fraction(50)
    elif match["tenths"]:
        tenths, tenth, _ = number(match["tenths"])
        value, place = tenths * 10, tenth * 10
        if match["fifth"]:
            value, place = value + 5, Fraction(5)
        if tenths > 10:
            raise ReadingError(f"“{match[0]}” are more than ten tenths")
    else:
        below, _, _ = number(match["below"])
        above, part, _ = number(match["above"])
        if not below:
            raise ReadingError(f"“{match[0]}” divides by nothing")
        value, place = above * 100 / below, part * 100 / below
    # The last place of a fraction is its part; it has no zeros to be rounded to.
    interval, qualifier = _bounds(match, value, place, rounded=True)
    kind = "growth" if match["verb"] else "quantity"
    return Reading(match[0], kind, value, interval, "%", qualifier)


def _halves(match: re.Match[str]) -> Reading:
    if match["part"]:
        value, unit = Fraction(1, 2), match["part"]
    else:
        whole, place, _ = number(match["number"])
        if place != 1:
            raise no_number(match["number"])
        value, unit = whole + Fraction(1, 2), match["unit"] or match["month"]
    if match["verb"] or match["before"]:
        raise ReadingError(f"“{match[0]}” can't be read as a printed figure")
    interval = Interval.around(value, Fraction(1, 2))
    return Reading(match[0], "duration", value, interval, _unit(unit), "rounded")


def _range(match: re.Match[str]) -> Reading:
    """3至5家: from the lowest of the first number to the highest of the second.

    3至5万件 leaves 万 out once, if the first number is the smaller one as it stands.
    """
    own, printed = _unit(match["own"]), _unit(match["unit"])
    scale = match["second"][len(match["second"].rstrip("万亿")) :]
    if own not in ("", printed):
        raise ReadingError(f"“{match[0]}” can't be read as one range")
    first = match["first"]
    shared = scale and not own and MYRIADS.keys().isdisjoint(first)
    if shared and number(first + scale)[0] < number(match["second"])[0]:
        first += scale
    return _between(match, first, match["second"])


def _pair(match: re.Match[str]) -> Reading:
    """三四家 are three or four, 三五家 three to five; other digits side by side are no range."""
    first, second = HANZI[match["first"]], HANZI[match["second"]]
    if second != first + 1 and (first, second) != (3, 5):
        raise no_number(match[0])
    tens, scale = match["tens"] or "", match["scale"]
    if tens and scale[:1] in TENS:
        raise no_number(match[0])
    return _between(match, *(tens + match[end] + scale for end in ("first", "second")))


def _between(match: re.Match[str], first: str, second: str) -> Reading:
    """The range from one number to another, in the unit and with the qualifiers of a match."""
    if match["before"] and MEANING[match["before"]] != "about":
        raise ReadingError(f"“{match[0]}” can't be read as one range")
    tenths = match["unit"] == "成"
    unit = "%" if tenths else _unit(match["unit"])
    numbers = [number(first), number(second)]
    finer = min(nonzero_place(value, place) for value, place, _ in numbers)
    intervals = []
    for (value, place, rounded), more in zip(numbers, ("more", "rest"), strict=True):
        if match.groupdict().get(more):
            above = value + nonzero_place(value, place)
            intervals.append(Interval(value, above, False, False))
        elif match["before"] or match["after"]:
            intervals.append(Interval.around(value, finer))
        elif rounded or unit in RATIOS:
            intervals.append(Interval.around(value, place))
        else:
            intervals.append(Interval.point(value))
    (low, _, _), (high, _, _) = numbers
    bottom, top = intervals
    if low >= high:
        raise ReadingError(f"“{match[0]}” ends before it begins")
    interval = Interval(bottom.low, top.high, bottom.low_closed, top.high_closed)
    if tenths:
        low, high, interval = low * 10, high * 10, interval * 10
    ends = f"{decimal(low)}..{decimal(high)}"
    return Reading(match[0], _kind(match, unit), ends, interval, unit, "range")


def _multiple_to(match: re.Match[str]) -> Reading:
    value, place, _ = number(match["number"] + (match["more"] or "")[1:])
    interval, qualifier = _bounds(match, value, place, rounded=True)
    return Reading(match[0], "multiple_to", value, interval, "倍", qualifier)


def _doublings(match: re.Match[str]) -> Reading:
    """翻一番 is to twice, 翻两番 to four times the base; a qualifier counts in 番, not in 倍."""
    times = int(number(match["number"] or "一")[0])
    value = Fraction(2**times)
    counted, qualifier = _bounds(match, Fraction(times), Fraction(1), rounded=True)
    if qualifier in ("over", "under"):
        # The number of doublings has whole ends, or none
        low, high = (None if end is None else 2 ** int(end) for end in (counted.low, counted.high))
        interval = Interval(low, high, counted.low_closed, counted.high_closed)
    else:
        interval = Interval.around(value, Fraction(1))
    return Reading(match[0], "multiple_to", value, interval, "倍", qualifier)


def _ordinal(match: re.Match[str]) -> Reading:
    value, place, _ = number(match["number"])
    if place != 1 or not value:
        raise ReadingError(f"“{match[0]}” is no place in an order")
    return Reading(match[0], "ordinal", value, Interval.point(value), match["unit"] or "", "exact")


def _first(match: re.Match[str]) -> Reading:
    return Reading(
        match[0], "ordinal", Fraction(1), Interval.point(1), match["unit"] or "次", "exact"
    )


def _version(match: re.Match[str]) -> Reading:
    value = f"{match[1]}/{match[2]}" if match[2] else match[1]
    return Reading(match[0], "version", value, None, "版", "exact")


def _year(text: str | None) -> str:
    """A year as ISO 8601 has it.

    It has no "this year": the leading hyphen of its old truncated form stands for it.
    """
    digits = (text or "今").translate(NARROW).removesuffix("年")
    if digits[0] in "一二":
        digits = "".join(str(HANZI[c]) for c in digits)
    return digits if digits.isdigit() else "-"


def _ones(text: str) -> int:
    value, _, _ = number(re.sub("[年月日号份]", "", text))
    return int(value)


def _last_day(year: str, month: int) -> int:
    """How many days a month has; in a year that isn't printed February may have 29."""
    return calendar.monthrange(int(year) if year.isdigit() else 2000, month)[1]


def _date(match: re.Match[str]) -> Reading:
    if not match["month"]:
        if match["only"] and not match["year_printed"] and not match["yearend"]:
            raise ReadingError(f"“{match[0]}” names no year by its number")
        value = _year(match["only"]) + ("" if match["only"] and not match["yearend"] else "-12-31")
        return Reading(match[0], "date", value, None, "", "exact")
    year, month = _year(match["year"]), _ones(match["month"])
    value = f"{year}-{month:02}"
    if match["monthend"]:
        if month == 2 and not year.isdigit():
            raise ReadingError(f"“{match[0]}” is the 28th or the 29th")
        value += f"-{_last_day(year, month)}"
    if match["day"]:
        day = _ones(match["day"])
        if day > _last_day(year, month):
            raise ReadingError(f"“{match[0]}” names no day of the month")
        value += f"-{day:02}"
    return Reading(match[0], "date", value, None, "", "exact")


def _iso(match: re.Match[str]) -> Reading:
    year, month, day = (int(part) for part in match.groups())
    if not (year and 1 <= month <= 12 and 1 <= day <= _last_day(match[1], month)):
        raise ReadingError(f"“{match[0]}” names no day of a year")
    return Reading(match[0], "date", match[0], None, "", "exact")


def _years(match: re.Match[str]) -> Reading:
    return _period(match, _year(match["from"]), _year(match["to"]))


def _months(match: re.Match[str]) -> Reading:
    first = _year(match["year"])
    months = [_ones(match[end]) for end in ("from", "to")]
    if not 1 <= months[0] <= 12:
        raise ReadingError(f"“{match[0]}” names no month of the year")
    if match["later"] and not match["year"]:
        raise ReadingError(f"“{match[0]}” begins in no year")
    last = _year(match["later"]) if match["later"] else first
    return _period(match, f"{first}-{months[0]:02}", f"{last}-{months[1]:02}")


def _quarters(match: re.Match[str]) -> Reading:
    year = _year(match["year"])
    if match["half"]:
        first, last = {"上": (1, 6), "下": (7, 12)}[match["half"]]
    elif match["until"]:
        first, last = 1, 3 * _ones(match["until"])
    else:
        last = 3 * _ones(match["quarter"])
        first = last - 2
    return _period(match, f"{year}-{first:02}", f"{year}-{last:02}")


def _period(match: re.Match[str], first: str, last: str) -> Reading:
    if first >= last:
        raise ReadingError(f"“{match[0]}” ends before it begins")
    return Reading(match[0], "period", f"{first}/{last}", None, "", "exact")


def _vague(match: re.Match[str]) -> Reading:
    return Reading(match[0], "vague", None, None, "", "unquantified")


READS = {
    "vague": _vague, "years": _years, "months": _months, "quarters": _quarters, "date": _date,
    "iso": _iso, "version": _version, "halves": _halves, "pair": _pair, "fraction": _fraction,
    "doublings": _doublings, "multiple_to": _multiple_to, "range": _range, "ordinal": _ordinal,
    "first": _first, "quantity": _quantity,
}  # fmt: skip
# Each with characters of which its pattern needs one
READERS = [
    (frozenset(row["needs"]), re.compile(PATTERNS[row["word"]]), READS[row["word"]])
    for row in rows("readings")
]
