"""Printed figures: from a Chinese phrase to the interval that it stands for.

The rules, each the ordinary reading of Chinese official prose:

- A decimal, or a number with 万 or 亿, was rounded to its last printed place and
  stands for half a unit of that place either way. Both ends are closed, because
  which neighbour a tie went to (half up, or half to even as GB/T 8170-2008 has it)
  is not printed. In Chinese numerals the last printed place is that of the last digit:
  三百万 is rounded to the million, 300万 to ten thousand.
- A percentage, a multiple or a fraction is a quotient, so it was rounded likewise, even
  where it is whole: 七成 to the nearest tenth, a fraction to the nearest of those that are
  said as easily (三分之二 lies between the middles to 3/5 and 3/4), and 一倍, which is how a
  doubling is said, to the nearest half.
- Any other plain whole number is exact.
- 多 and 余 after a number add something less than a unit of its last non-zero place:
  6700多 lies above 6,700 and below 6,800. After the unit (3年多) they add less than one.
- 约, 大概, 来 (十来家) and the like say that a figure was rounded to its last non-zero place,
  in a range to the finer of the two. So do 左右 and 上下; where no zero shows the rounding
  (42%左右), they leave a whole unit of the last place either way.
- 超, 逾, 超过, 至少 and 以上 give a floor; 近, 不足 and 不到 a ceiling and a floor a unit of
  that place below; 至多 and 以内 a ceiling only. 近3年 can also mean the last three years,
  so that for durations the ceiling of 近 belongs to the interval.
- 增长X倍 and 增长X% say by how much (kind growth; 下降X% too, see Reading.falling); 增长到X倍,
  是…的X倍, 翻一番 and 翻倍 say to how much (kind multiple_to). More or less than so many
  番 is less than one 番 more or less: 翻了一番多 lies between twice and four times.
- 三四家 and 三五家 are a range, as 3至5家 is; each end stands for what it would alone. So are
  14岁以上不满16岁 and 三年以上十年以下, whose ends are bounds.
- 每10万人 is what a rate is counted on, and so are the 1 of 0.47:1 and 1角 of money: exact.
- 6.8:42.7:50.5 are parts of a whole (kind ratio, see Reading.terms), each rounded; of two
  terms the value is the first by the second.
- 一批, 一系列, 数百家 and the like say "more than one" and no more.
- What the phrase leaves open is not filled in: 6月底 is a date without a year.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from heshu.characters import plain
from heshu.intervals import Interval
from heshu.numerals import ARABIC, HANZI, NUMERALS, TENS, no_number, nonzero_place
from heshu.numerals import MYRIADS as MYRIADS
from heshu.numerals import ReadingError as ReadingError
from heshu.numerals import decimal as decimal
from heshu.numerals import number as number
from heshu.vocabulary import either, later, patterns, rows, words


@dataclass(frozen=True)
class Reading:
    """What a phrase prints.

    `value` is the printed number with 万 and 亿 folded in, fractions and 成 in per cent (or
    an ISO 8601 date or interval, or two numbers as low..high, or three and more as a:b:c, or
    None where the phrase gives no number); `interval` is what it stands for, in `unit` (None
    for dates and for more than two terms); `kind` is one of quantity, growth, multiple_to,
    ratio, duration, ordinal, version, date, period and vague, or unreadable for a phrase of a
    text that has a figure's form but no certain reading; `qualifier` one of exact, rounded,
    over, under, about, range, unquantified and, where unreadable, "". `why` says why it is
    unreadable, by a word of the table `reasons` of the vocabulary.
    """

    phrase: str
    kind: str
    value: Fraction | str | None
    interval: Interval | None
    unit: str
    qualifier: str
    why: str = ""

    def __hash__(self) -> int:
        # The rest follows from these, and takes long to hash; a slip that is tried out differs
        # from the printed figure in its value alone
        value = self.value
        return hash((self.phrase, value.numerator if isinstance(value, Fraction) else value))

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
        return self.kind == "growth" and plain(self.phrase).startswith(FALLS)

    @property
    def terms(self) -> tuple[Interval, ...]:
        """What each term of a ratio stands for: of 6.8:42.7:50.5 three; () of another kind."""
        return _terms(SPACE.sub("", plain(self.phrase))) if self.kind == "ratio" else ()


# Some set a space between Arabic digits and what follows or precedes them: 约 300 家, 1.4 %
SPACE = re.compile(r" (?:(?<=[0-9] )(?=[^\x00-\x7f]|[%A-Za-z])|(?<=[^\x00-\x7f] )(?=[0-9]))")

# The measure words and units that a figure may have, and those that only divide (元/月). A unit
# that isn't here can't be told from the noun that follows it, so a phrase with it is refused.
UNITS = tuple(row["word"] for row in rows("units") if row["sort"] != "per")
CURRENCIES = words("units", sort="currency")
DURATIONS = words("units", sort="duration")
RATIOS = words("units", sort="ratio")
DIVISORS = tuple(row["word"] for row in rows("units") if row["sort"] != "ratio")
SAME = {row["word"]: row["same"] for row in rows("units") if row["same"]}


def _numeral(character: str) -> str:
    """A numeral that isn't the beginning of a unit: 300千瓦, 3百分点."""
    return f"{character}(?!{either(tuple(u[1:] for u in UNITS if u[0] == character))})"


# The bound keeps every search linear
CHARACTER = rf"(?:[{NUMERALS}十廿卅万亿]|{_numeral('百')}|{_numeral('千')}|点(?=[{NUMERALS}]))"
NUMBER = rf"(?>(?:{ARABIC}|{CHARACTER}){{1,24}}+)"
MORE = r"[多余来](?:[万亿]{1,2}+)?"
MEASURE = either(UNITS)
# Before these 个 is part of the number's grammar, and not of the unit
WITH_GE = either(words("units", ge="yes"))
GE = f"(?:个(?={WITH_GE}))?"
# What a unit is divided by: 元/平方米, 例/10万人, 元/平方米·月
PER = rf"(?:10{{0,3}}(?=[万亿]))?[十百千万亿]{{0,2}}(?:{either(DIVISORS)})"
DIVIDED = f"(?:/每?{PER}(?:[·•]{PER})?)?"
UNIT = rf"{GE}(?:{MEASURE})(?:人民币)?{DIVIDED}"
RISES = words("verbs", direction="rise")
FALLS = words("verbs", direction="fall")
VERB = f"(?:{'|'.join(RISES + FALLS)})了?"
TO = r"(?:[—–―~-]{1,2}|至|到)"

MEANING = {row["word"]: row["sense"] for row in rows("qualifiers")}
AFTER = either(words("qualifiers", place="after"))
BEFORE = either(words("qualifiers", place="before"))
LEAD = rf"(?P<verb>{VERB})?(?P<before>{BEFORE})?(?:平均)?(?:人民币)?"

YEAR = rf"(?:[12][0-9]{{3}}|[一二][{NUMERALS}]{{3}})年"
# What ISO 8601 can't name: a year told from the text's own date
THIS = r"[今本当去前明同次]年"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
ORDINALS = either(words("ordinals"))

# The forms of phrases, in the order in which they are tried
PATTERNS = patterns(
    "readings", lead=LEAD, number=NUMBER, more=MORE, unit=UNIT, verb=VERB, before=BEFORE,
    after=AFTER, to=TO, year=YEAR, this=THIS, month=MONTH, day=DAY, ordinals=ORDINALS,
    arabic=ARABIC, with_ge=WITH_GE,
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
    printed = SPACE.sub("", plain(phrase))
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
    low = printed - place * below if below else printed
    high = printed + place * above if above else printed
    return Interval(low, high, low_closed, high_closed)


def _bounds(
    match: re.Match[str], value: Fraction, place: Fraction, rounded: bool, duration: bool = False
) -> tuple[Interval, str]:
    """The interval of a number with the qualifiers of its match, and the qualifier's name.

    `place` is that of the last printed digit, to which the number was rounded; qualifiers
    count in units of the last digit that is no zero.
    """
    groups = match.groupdict()
    senses = {MEANING[word] for word in (groups.get("before"), groups.get("after")) if word}
    more, tail = groups.get("more"), groups.get("tail") or groups.get("some")
    if more and more[0] == "来":
        senses, more = senses | {"about"}, None
    if more or tail:
        # 约300多家 says no more than 300多家
        senses = senses - {"about", "around", "above"} | {"more"}
    if len(senses) == 2 and senses & {"about", "around"}:
        # 近300家左右 says no more than 近300家
        senses = senses - {"about"} if "around" in senses else senses
        senses = {"near"} if senses <= {"near", "about", "around"} and "near" in senses else senses
    if len(senses) > 1 or (more and tail):
        raise ReadingError(f"the qualifiers of “{match[0]}” contradict each other", "qualifiers")
    if value < 0 and senses - {"about", "around"}:
        raise ReadingError(f"“{match[0]}” qualifies a negative number", "qualifiers")
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
        case "around":
            return _around(value, place), "about"
        case "each":
            return Interval.point(value), "exact"
        case "rounded":
            return Interval.around(value, place), "rounded"
        case _:
            return Interval.point(value), "exact"


def _around(value: Fraction, place: Fraction) -> Interval:
    """What a number with 左右 stands for, which was printed to a place."""
    unit = nonzero_place(value, place)
    return Interval.around(value, unit * 2 if unit == place else unit)


DIVISOR = later(rf"每?(?P<scale>1?0*[十百千万亿]{{0,2}}?)(?P<unit>{either(DIVISORS)})")


def _unit(printed: str | None) -> str:
    """The unit by its one name, without 个 and the like: 万元人民币 is counted in 元."""
    unit, slash, divisors = (printed or "").partition("/")
    if unit != "人民币":
        unit = unit.removesuffix("人民币")
    if unit not in UNITS:
        unit = unit.removeprefix("个")
    unit = "个月" if unit == "月" else SAME.get(unit, unit)
    if not slash:
        return unit
    parts = (DIVISOR.fullmatch(divisor) for divisor in re.split("[·•]", divisors))
    return (
        unit
        + "/"
        + "·".join(part["scale"] + SAME.get(part["unit"], part["unit"]) for part in parts if part)
    )


def _kind(match: re.Match[str], unit: str) -> str:
    return "growth" if match["verb"] else "duration" if unit in DURATIONS else "quantity"


def _quantity(match: re.Match[str]) -> Reading:
    more = (match["more"] or "")[1:]
    value, place, rounded = number(_one(match) + more)
    if match["sign"]:
        value = -value
    unit = _unit(match["unit"] or match["part"])
    kind = _kind(match, unit)
    bare_year = unit == "年" and not (match["before"] or match["more"] or match["after"])
    if (match["run"] or match["since"]) and kind != "duration":
        raise ReadingError(f"“{match[0]}” has no duration", "qualifiers")
    if match["tail"] and not unit:
        raise ReadingError(f"“{match[0]}” has no unit between its qualifiers", "qualifiers")
    if bare_year and re.fullmatch("[12][0-9]{3}", match["number"]):
        raise ReadingError(f"“{match[0]}” may be a year", "date")
    rounded = rounded or unit in RATIOS
    if unit == "倍" and value == 1 == place:
        place = Fraction(1, 2)
    interval, qualifier = _bounds(match, value, place, rounded, kind == "duration")
    if match["since"] and qualifier == "exact":
        # 5年来 is the time that has passed, to the nearest year
        interval, qualifier = Interval.around(value, place), "rounded"
    return Reading(match[0], kind, value, interval, unit, qualifier)


def _one(match: re.Match[str]) -> str:
    """The numerals, with the 一 that 近万家, 万余家 and 突破万亿元 leave out."""
    qualified = match["before"] or match["more"] or match["after"]
    return _ten_thousand(match["number"]) if qualified else match["number"]


def _ten_thousand(numerals: str) -> str:
    """Numerals with the 一 that 万分之一 and 万余件 leave out."""
    return ("一" if numerals[0] in MYRIADS else "") + numerals


def _fraction(match: re.Match[str]) -> Reading:
    if match["tenths"]:
        tenths, tenth, _ = number(match["tenths"])
        value, place = tenths * 10, tenth * 10
        near = None
        if match["fifth"]:
            value, place = value + 5, Fraction(5)
        if tenths > 10:
            raise ReadingError(f"“{match[0]}” are more than ten tenths", "number")
    else:
        above, part, below = Fraction(1), Fraction(1), Fraction(2)
        if not match["half"]:
            below, _, _ = number(_ten_thousand(match["below"] or match["under"]))
            above, part, _ = number(match["above"] or match["over"])
        if not below:
            raise ReadingError(f"“{match[0]}” divides by nothing", "number")
        value, place = above * 100 / below, part * 100 / below
        near = _neighbours(above, below)
    # The last place of a fraction is its part; it has no zeros to be rounded to.
    interval, qualifier = _bounds(match, value, place, rounded=True)
    if near and qualifier == "about":
        interval = Interval(*near)
    elif near and qualifier == "rounded":
        interval = Interval((near[0] + value) / 2, (near[1] + value) / 2)
    kind = "growth" if match["verb"] else "quantity"
    return Reading(match[0], kind, value, interval, "%", qualifier)


# Fractions that are said as easily as any other have at most this denominator
EASY = 5


def _neighbours(above: Fraction, below: Fraction) -> tuple[Fraction, Fraction] | None:
    """The fractions that one could have said instead, in per cent; None of tenths and the like.

    Whoever says 三分之二 had 3/5 and 3/4 to choose from, of denominators up to EASY, or up to
    the fraction's own. Tenths, hundredths and so on are rounded as decimals are.
    """
    n = below.numerator
    if above.denominator > 1 or below.denominator > 1 or n > 99 or n in (10, 100):
        return None
    value = above / below
    others = range(1, max(n, EASY) + 1)
    lower = max(Fraction(ceil(value * d) - 1, d) for d in others)
    higher = min(Fraction(floor(value * d) + 1, d) for d in others)
    return lower * 100, higher * 100


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
        raise ReadingError(f"“{match[0]}” can't be read as one range", "range")
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
        raise ReadingError(f"“{match[0]}” can't be read as one range", "range")
    tenths = match["unit"] == "成"
    unit = "%" if tenths else _unit(match["unit"])
    numbers = [number(first), number(second)]
    finer = min(nonzero_place(value, place) for value, place, _ in numbers)
    intervals = []
    for (value, place, rounded), more in zip(numbers, ("more", "rest"), strict=True):
        if match.groupdict().get(more):
            above = value + nonzero_place(value, place)
            intervals.append(Interval(value, above, False, False))
        elif match["after"]:
            intervals.append(Interval.around(value, finer * 2 if finer == place else finer))
        elif match["before"]:
            intervals.append(Interval.around(value, finer))
        elif rounded or unit in RATIOS:
            intervals.append(Interval.around(value, place))
        else:
            intervals.append(Interval.point(value))
    (low, _, _), (high, _, _) = numbers
    bottom, top = intervals
    if low >= high:
        raise ReadingError(f"“{match[0]}” ends before it begins", "range")
    interval = Interval(bottom.low, top.high, bottom.low_closed, top.high_closed)
    if tenths:
        low, high, interval = low * 10, high * 10, interval * 10
    ends = f"{decimal(low)}..{decimal(high)}"
    return Reading(match[0], _kind(match, unit), ends, interval, unit, "range")


def _bounded(match: re.Match[str]) -> Reading:
    """14岁以上不满16岁: from one bound to another, both as they are printed."""
    own, unit = _unit(match["own"]), _unit(match["unit"])
    low, high = number(match["low"])[0], number(match["high"])[0]
    if own not in ("", unit) or not (match["open"] or match["closed"] or match["under"]):
        raise ReadingError(f"“{match[0]}” can't be read as one range", "range")
    if low >= high:
        raise ReadingError(f"“{match[0]}” ends before it begins", "range")
    interval = Interval(low, high, True, not match["open"])
    kind = "duration" if unit in DURATIONS else "quantity"
    return Reading(match[0], kind, f"{decimal(low)}..{decimal(high)}", interval, unit, "range")


def _money(match: re.Match[str]) -> Reading:
    """123元1角1分, 3分钱: an amount in 元, exact to its smallest coin."""
    parts = [
        number(match[name])[0] * size
        for name, size in (("yuan", 1), ("jiao", Fraction(1, 10)), ("fen", Fraction(1, 100)))
        if match[name]
    ]
    if len(parts) < 2 and not (match["coins"] or match["jiao"]):
        raise ReadingError(f"“{match[0]}” is no amount of money", "unit")
    if any(part >= whole for whole, part in pairwise(parts)):
        raise ReadingError(f"“{match[0]}” is no amount of money", "number")
    value = sum(parts, Fraction(0))
    return Reading(match[0], "quantity", value, Interval.point(value), "元", "exact")


def _terms(phrase: str) -> tuple[Interval, ...]:
    """The terms of a ratio: each is rounded to its last place, but 1 is what it is counted in."""
    terms = []
    for term in re.split("[:：]", phrase):
        value, place, _ = number(term)
        terms.append(Interval.point(value) if term == "1" else Interval.around(value, place))
    return tuple(terms)


def _ratio(match: re.Match[str]) -> Reading:
    terms = _terms(match[0])
    if any(term.ends[0] <= 0 for term in terms):
        raise ReadingError(f"“{match[0]}” divides by nothing", "number")
    if len(terms) > 2:
        return Reading(match[0], "ratio", match[0].replace("：", ":"), None, "", "rounded")
    first, second = terms
    value = first.middle / second.middle
    return Reading(match[0], "ratio", value, first / second, "", "rounded")


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
        # Twice is how a doubling is said, as 一倍 is
        interval = Interval.around(value, Fraction(1, 2 if times == 1 else 1))
    return Reading(match[0], "multiple_to", value, interval, "倍", qualifier)


def _ordinal(match: re.Match[str]) -> Reading:
    value, place, _ = number(match["number"])
    if place != 1 or not value:
        raise ReadingError(f"“{match[0]}” is no place in an order", "number")
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
    digits = (text or "今").removesuffix("年")
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
            raise ReadingError(f"“{match[0]}” names no year by its number", "date")
        value = _year(match["only"]) + ("" if match["only"] and not match["yearend"] else "-12-31")
        return Reading(match[0], "date", value, None, "", "exact")
    year, month = _year(match["year"]), _ones(match["month"])
    value = f"{year}-{month:02}"
    if match["monthend"]:
        if month == 2 and not year.isdigit():
            raise ReadingError(f"“{match[0]}” is the 28th or the 29th", "date")
        value += f"-{_last_day(year, month)}"
    if match["day"]:
        day = _ones(match["day"])
        if day > _last_day(year, month):
            raise ReadingError(f"“{match[0]}” names no day of the month", "date")
        value += f"-{day:02}"
    return Reading(match[0], "date", value, None, "", "exact")


def _iso(match: re.Match[str]) -> Reading:
    year, _, month, day = (int(part) if part.isdigit() else 0 for part in match.groups())
    if not (year and 1 <= month <= 12 and 1 <= day <= _last_day(match[1], month)):
        raise ReadingError(f"“{match[0]}” names no day of a year", "date")
    return Reading(match[0], "date", f"{match[1]}-{month:02}-{day:02}", None, "", "exact")


def _days(match: re.Match[str]) -> Reading:
    """10月1日-7日, from day to day; what the end leaves out is that of the beginning."""
    first = _year(match["year"]), _ones(match["month"]), _ones(match["from"])
    if match["later"] and not match["year"]:
        raise ReadingError(f"“{match[0]}” begins in no year", "date")
    last = (
        _year(match["later"]) if match["later"] else first[0],
        _ones(match["until"]) if match["until"] else first[1],
        _ones(match["to"]),
    )
    for year, month, day in (first, last):
        if not 1 <= day <= _last_day(year, month):
            raise ReadingError(f"“{match[0]}” names no day of the month", "date")
    return _period(match, *(f"{year}-{month:02}-{day:02}" for year, month, day in (first, last)))


def _years(match: re.Match[str]) -> Reading:
    return _period(match, _year(match["from"]), _year(match["to"]))


def _months(match: re.Match[str]) -> Reading:
    first = _year(match["year"])
    months = [_ones(match[end]) for end in ("from", "to")]
    if not 1 <= months[0] <= 12:
        raise ReadingError(f"“{match[0]}” names no month of the year", "date")
    if match["later"] and not match["year"]:
        raise ReadingError(f"“{match[0]}” begins in no year", "date")
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
        raise ReadingError(f"“{match[0]}” ends before it begins", "date")
    return Reading(match[0], "period", f"{first}/{last}", None, "", "exact")


def _vague(match: re.Match[str]) -> Reading:
    return Reading(match[0], "vague", None, None, "", "unquantified")


READS = {
    "vague": _vague, "years": _years, "months": _months, "quarters": _quarters, "days": _days,
    "date": _date, "iso": _iso, "version": _version, "halves": _halves, "pair": _pair,
    "fraction": _fraction, "doublings": _doublings, "multiple_to": _multiple_to,
    "bounded": _bounded, "range": _range, "ratio": _ratio, "ordinal": _ordinal,
    "first": _first, "quantity": _quantity, "money": _money,
}  # fmt: skip
# Each with characters of which its pattern needs one
READERS = [
    (frozenset(row["needs"]), later(PATTERNS[row["word"]]), READS[row["word"]])
    for row in rows("readings")
]
