"""Figures in running text: where each stands, what it prints, and nothing that isn't one.

Precision comes before recall. A figure needs a unit, a date's or an ordinal's form, or a
place in the sentence that leaves no doubt. What a careful reader passes over is passed over:

- names: anything in short quotation marks or, dates apart, in book-title marks, the slogans
  and terms of NAMES, and numbers that belong to letters (U40, 5G, A380);
- the indefinite 一 (一个新时代, 一条道路) unless something qualifies it, a bare 百 or 千
  (百家争鸣), and 二 before a measure word, which counts with 两 (二期工程, 二次创业);
- Chinese numerals before measure words that make names of them (三门峡, 十九届, 二元结构);
- a unit that is only the beginning of a longer word (300人民币, 90年代, 3名单);
- references (第11条) and times of day (8时32分, 8点30分);
- whole numbers before a word that is no known unit, since 12345热线 can't be told from 5筐.

What has the form of a figure but no certain reading (三七家, 5、6家, 翻了3倍, 2.5筐) is found too,
with the kind unreadable and no interval: it is never passed over in silence.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache
from heapq import merge
from operator import itemgetter
from typing import NamedTuple

from heshu import reading
from heshu.characters import plain
from heshu.intervals import Interval
from heshu.numerals import ARABIC, NUMERALS, ReadingError
from heshu.reading import AFTER, BEFORE, FALLS, MORE, NUMBER, RISES, SPACE, TO, UNIT, UNITS, Reading
from heshu.vocabulary import either, later, not_after, not_before, patterns, rows, words


class Sentence(NamedTuple):
    """A sentence's place: its number in the text and in its paragraph, and its offsets.

    Numbers count from 1. A heading, which ends without punctuation, belongs to no paragraph:
    its `paragraph` is 0.
    """

    number: int
    paragraph: int
    within: int
    start: int
    end: int


class Found(NamedTuple):
    """A figure in a text: the number of its sentence, its offsets, its phrase and its reading."""

    sentence: int
    start: int
    end: int
    phrase: str
    reading: Reading


# A line's end, or the two wide spaces that indent a paragraph where the lines' ends are lost
BREAK = re.compile(r"\n|\r|　　")
STOP = re.compile(r"[。！？!?]+[”’」』）)]*")
INK = re.compile(r"\S")


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, one at a time, ended by 。！？ or by the paragraph's end."""
    number = paragraph = 0
    for start, end in _blocks(text):
        heading = text[end - 1] not in "。！？!?；;：:，,…”’」』）)" and not any(
            text.find(mark, start, end) >= 0 for mark in "。：；"
        )
        paragraph += not heading
        for within, (first, close) in enumerate(_sentences(text, start, end), start=1):
            number += 1
            yield Sentence(number, 0 if heading else paragraph, within, first, close)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs and headings begin and end, without the white space around them."""
    start = 0
    for cut in BREAK.finditer(text):
        if start < cut.start() and (block := _inked(text, start, cut.start())):
            yield block
        start = cut.end()
    if block := _inked(text, start, len(text)):
        yield block


def _inked(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch of a text without the white space around it; None where there is nothing else."""
    first = INK.search(text, start, end)
    if not first:
        return None
    while text[end - 1].isspace():
        end -= 1
    return first.start(), end


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end."""
    for stop in STOP.finditer(text, start, end):
        close = stop.end()
        yield _ink(text, start), close
        start = close
    if start < end:
        yield _ink(text, start), end


def _ink(text: str, start: int) -> int:
    """The first character from a place on that is no white space."""
    while text[start].isspace():
        start += 1
    return start


def _in_text(unit: str) -> str:
    """A unit that isn't the beginning of a longer word."""
    return re.escape(unit) + (r"(?![A-Za-z])" if unit.isascii() else not_before(unit))


MEASURE = "|".join(_in_text(unit) for unit in sorted(UNITS, key=len, reverse=True))
# 5个人 are people, 5个人账户 are not
_GE = rf"(?:个(?=人{not_before('个人')}|(?!人)(?:{reading.WITH_GE})))?"
UNIT_IN_TEXT = rf"{_GE}(?:{MEASURE})(?:人民币)?{reading.DIVIDED}"

# Terms and slogans whose numerals count nothing that the text says
NAMES = (
    r"“[^“”。]{1,12}”|「[^「」。]{1,12}」|‘[^‘’。]{1,12}’|"
    + "|".join(
        (f"[{row['numerals']}]" if row["numerals"] else "") + row["word"] for row in rows("names")
    )
    + r"|第?[一二三四五六七八九十]{1,3}个五年(?:规划|计划)"
    rf"|(?<![0-9{NUMERALS}])(?:[0-9]{{1,2}}|[{NUMERALS}十]{{1,3}})[点时]"
    rf"(?:(?:[0-9]{{1,2}}|[{NUMERALS}十]{{1,3}})分(?!之)|半|整|许)"
)

HAN = r"\u4e00-\u9fff"
ONE_CHARACTER_VERBS = "|".join(not_after(verb) + verb for verb in RISES + FALLS if len(verb) == 1)
LONG_VERBS = "|".join(verb for verb in RISES + FALLS if len(verb) > 1)
RATIO = rf"(?:{'|'.join(reading.RATIOS)}|分之|成)"
# 每 qualifies what a rate is counted on; 每一个 counts nothing
_EACH = {
    word: "(?=[0-9]|[一二三四五六七八九]?[十百千万]{2})"
    for word in words("qualifiers", sense="each")
}
SURE_BEFORE = "|".join(not_after(word) + word + _EACH.get(word, "") for word in BEFORE.split("|"))
LEAD = (
    rf"(?:(?:{LONG_VERBS})了?"
    rf"|(?:{ONE_CHARACTER_VERBS})了?(?=(?:{BEFORE})?{NUMBER}(?:{MORE})?{RATIO}))?"
    rf"(?:{SURE_BEFORE})?(?:平均)?(?:人民币)?"
)
# 较上年的12.06亿元多出2.67亿元 compares
MORE_OF = "[收支产销蓄存充缴投卖用建储运发送接]了?[0-9]"
TAIL = rf"(?:多(?![出0-9]|{MORE_OF}){not_before('多')}|余{not_before('余')})?"
BEYOND = rf"(?:(?:{AFTER}){not_before(*AFTER.split('|'))})?"
TENTHS = f"成{not_before('成')}"
SINCE = f"(?:(?<=[年月周天时])来{not_before('来')})?"


_NUMERAL = f"0-9{NUMERALS}十廿卅百千万亿"
_WORDS = [*RISES, *FALLS, *BEFORE.split("|"), "连续", "平均", "人民币"]
_LEADING = "".join(sorted(set("".join(_WORDS) + "了")))

# What a number or a unit can go on with: a second number, a qualifier, a range, half a unit more
_GOES_ON = rf"{_NUMERAL}—–―~/:：\-至到多余来及以左上下许半钱、和与"

# Looks ahead that spare a form where it can't be: at its first character, at what follows a
# word and a number, and at what follows a unit
IS_NUMBER = f"(?=[{_NUMERAL}半])"
IS_DATE = f"(?=[{_NUMERAL}今本当去前明同次上下第年])"
IS_FRACTION = rf"(?=[{_NUMERAL}{_LEADING}点., ]{{0,40}}+[{_NUMERAL}{_LEADING}点.,分成半])"
IS_RANGE = f"(?=[{re.escape(''.join(sorted({*''.join(UNITS), *'人民币成多余'})))}]{{0,12}}+{TO})"

# The patterns of `reading` without the names of their groups, to stand beside others
_READ = {name: re.sub(r"\(\?P<\w+>", "(?:", text) for name, text in reading.PATTERNS.items()}
ISO = "[0-9]{4}(?:(?:-[0-9]{1,2}){2}|(?:/[0-9]{1,2}){2}|(?:[.][0-9]{1,2}){2})"
PATTERNS = patterns(
    "forms", lead=LEAD, number=NUMBER, more=MORE, unit=UNIT_IN_TEXT, before=BEFORE, to=TO, han=HAN,
    arabic=ARABIC, tail=TAIL, beyond=BEYOND, tenths=TENTHS, since=SINCE, sure=SURE_BEFORE,
    verbs=LONG_VERBS, ordinals=reading.ORDINALS, numerals=NUMERALS, names=NAMES,
    number_next=IS_NUMBER, date_next=IS_DATE, fraction_next=IS_FRACTION, range_next=IS_RANGE,
    years=_READ["years"], months=_READ["months"], quarters=_READ["quarters"], dates=_READ["date"],
    iso=ISO, day_to_day=_READ["days"], versions=_READ["version"],
    currency=either(reading.CURRENCIES), with_ge=reading.WITH_GE,
)  # fmt: skip
WHEN = later(f"{PATTERNS['a period']}|{PATTERNS['a date']}")
# Most figures have one of two forms, and nothing about them that another form could want: these
# are tried before all others, which would find the same
PLAIN = re.compile(
    rf"(?P<lead>(?:连续)?{LEAD}){PATTERNS['alone']}(?P<whole>[0-9]{{1,9}}+)(?:[.](?P<part>[0-9]{{1,9}}+))?+"
    rf"(?P<scale>[万亿]{{0,2}}+)(?![年季版{_GOES_ON}])(?P<unit>(?>{UNIT_IN_TEXT}))(?![{_GOES_ON}])"
    rf"|{PATTERNS['alone']}[12][0-9]{{3}}年(?:{reading.MONTH}(?![份底末]))?"
    rf"(?![{_GOES_ON}前第底末代级轻历的])"
)
# The number that all but a few forms begin with. The character after it tells which of them it
# can be: those whose `next` in the table has it or is empty
HEAD = re.compile(rf"(?:连续)?{LEAD}[-负]?{NUMBER}")
_NAMES_GO_ON = {row["word"][0 if row["numerals"] else 1] for row in rows("names")} - {"["}
_SETS = {
    "{unit}": "".join(sorted({unit[0] for unit in UNITS})),
    "{names}": "".join(sorted(_NAMES_GO_ON)) + "个届点时百",
    "{to}": "—–―~-至到",
}
_NEXT = {row["word"]: row["next"] for row in rows("forms") if row["form"]}
for _name, _characters in _SETS.items():
    _NEXT = {form: after.replace(_name, _characters) for form, after in _NEXT.items()}
# Forms that need what closes a number, a bracket or a Chinese character after it, if it is printed
# in ASCII
_CLOSED = {form for form, after in _NEXT.items() if not after}
CLOSED = later(f"[{HAN}（(]|{PATTERNS['close']}")
# What quotation marks hold, what a word before a number can lead to that isn't one (增长到3倍,
# 超过半数), and what begins without any number
_QUOTED, _LED = ("name", "title"), ("halves", "fraction", "to")
_HEADLESS = ("name", "reference", "period", "date", *_LED, "ordinal", "first", "vague")
_BEGINNINGS: dict[str, tuple[str, ...]] = dict.fromkeys(_LEADING, _LED)
_BEGINNINGS |= dict.fromkeys("“「‘《", _QUOTED)
_BEGINNINGS |= dict.fromkeys("上下前年首全今本当去明同次第几数", _HEADLESS)
_SIGNS = frozenset("".join(after for after in _NEXT.values() if after != "no"))


def _scan(text: str, first: int, end: int) -> re.Match[str] | None:
    """The first form, in the order of the table, that stands at a place."""
    for form in _forms(text, first, end):
        if match := form.match(text, first, end):
            return match
    return None


def _forms(text: str, first: int, end: int) -> tuple[re.Pattern[str], ...]:
    """The forms that can stand at a place, by the number there and what follows it."""
    if head := HEAD.match(text, first, end):
        after = head.end()
        closed = not head[0].isascii() or CLOSED.match(text, after, end) is not None
        return _going_on(text[after] if after < end and text[after] in _SIGNS else "", closed)
    return _patterns(_BEGINNINGS.get(text[first], _HEADLESS))


@cache
def _going_on(sign: str, closed: bool) -> tuple[re.Pattern[str], ...]:
    """The forms that can have a character after their number."""
    some = {form for form, after in _NEXT.items() if after != "no" and sign and sign in after}
    some |= _CLOSED if closed else set()
    return _patterns(tuple(form for form in _NEXT if form in some))


@cache
def _patterns(forms: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(form) for form in forms)


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """The pattern of a form, which is compiled once it is met."""
    return later(f"(?P<{form}>{PATTERNS[form]})")


# Most characters can't begin any of them, which a look at the next ones tells: a word that
# leads to a number is followed by a number, after few characters, and a Chinese numeral by
# another or by what a number has after it. It begins with a set, by which a search jumps
_AFTER_NUMERAL = re.escape("".join(sorted({unit[0] for unit in UNITS})))
_AFTER_NUMERAL += rf"{_GOES_ON}几数系成点时月日号角毛.,"
_BEGINS = rf"{_NUMERAL}“「‘《半翻"
NEXT = re.compile(
    rf"[{_BEGINS}{_LEADING}\-负第几数上下前年首全今本当去明同次]"
    rf"(?<![{_NUMERAL}][{_NUMERAL}])(?:(?<=[0-9“「‘《半翻首])|(?<=[{_NUMERAL}])(?=[{_AFTER_NUMERAL}])"
    rf"|(?<=[{_LEADING}])(?=[{_LEADING}]{{0,14}}+[-负{_NUMERAL}半])"
    rf"|(?<=[-负第几数上前])(?=[{_NUMERAL}])|(?<=[今本当去前明同次])(?=年)"
    r"|(?<=[上下])(?=半年)|(?<=年)(?=底)|(?<=全)(?=国首))"
)

# Phrases of the right form that count nothing all the same
ORDINARY = f"(?!批$|季度$|{'|'.join(reading.RATIOS)})(?:{UNIT})"
UNCOUNTED = later(
    rf"(?:{reading.VERB})?(?:(?:[一二]|一一){ORDINARY}|(?:零|[百千万亿]+)(?:{UNIT}))|{reading.THIS}"
    rf"|[{NUMERALS}十百千、]+(?:{either(words('naming', numerals='all'))})"
    rf"|(?:[一二三四五六七八九]|一?十)(?:{either(words('naming', numerals='single'))})"
    rf"|[一二三四五六七八九](?:{either(words('naming', numerals='digit'))})"
)


@lru_cache(maxsize=1 << 12)
def _read(phrase: str) -> Reading | None:
    """What a phrase of the right form prints, None where it counts nothing."""
    if UNCOUNTED.fullmatch(phrase):
        return None
    try:
        return reading.read(phrase)
    except ReadingError as error:
        return _unreadable(phrase, error.why)


# What multiplies the number before it; anything else (万万) is read, or refused, as a whole
SIZES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}


@lru_cache(maxsize=1 << 12)
def _plain(phrase: str, lead: str, whole: str, part: str, scale: str, unit: str) -> Reading | None:
    """What a phrase of the commonest form prints: the same as _read, in a tenth of the time."""
    counted = _counted(lead, unit)
    size = SIZES.get(scale)
    if not counted or not size:
        return _read(phrase)
    kind, unit, ratio = counted
    number = int(whole + part) * size
    places = 10 ** len(part)
    if not (ratio or part or scale):
        value = Fraction(number)
        return Reading(phrase, kind, value, Interval(value, value), unit, "exact")
    if number == places == 1:
        return _read(phrase)
    low, high = 2 * number - size, 2 * number + size
    interval = Interval(Fraction(low, 2 * places), Fraction(high, 2 * places))
    return Reading(phrase, kind, Fraction(number, places), interval, unit, "rounded")


@lru_cache(maxsize=1 << 10)
def _counted(lead: str, printed: str) -> tuple[str, str, bool] | None:
    """The kind and unit of a number with these words before and after it, and if it's a ratio.

    None where the words before it say more than that it rose or fell.
    """
    if lead.removesuffix("了") not in (*RISES, *FALLS, ""):
        return None
    one = reading.read(f"{lead}7{printed}")
    return one.kind, one.unit, one.unit in reading.RATIOS


def _unreadable(phrase: str, why: str) -> Reading:
    return Reading(phrase, "unreadable", None, None, "", "", why)


def find(text: str, words: str | None = None) -> Iterator[Found]:
    """Every figure of a text, in its order, the longest phrase at each place.

    `words` is the plain text, where that is at hand.

    One pass of one pattern, sentence by sentence, so that time is linear in the text and the
    memory beside it that of one sentence at most, and of a second text where it isn't plain.
    """
    printed, text = text, plain(text) if words is None else words
    space, number = -1, 0
    for begin, close in _blocks(text):
        if not NEXT.search(text, begin, close):
            number += sum(1 for _ in _sentences(text, begin, close))
            continue
        for start, end in _sentences(text, begin, close):
            number += 1
            if space < start:
                # The next such space anywhere: most texts have none, and are looked through once
                gap = SPACED.search(text, start)
                space = gap.start() if gap else len(text)
            figures = (
                _figures(text, start, end) if space >= end else _spaced(text[start:end], start)
            )
            for first, last, read in figures:
                phrase = printed[first:last]
                if read.phrase != phrase:
                    read = replace(read, phrase=phrase)
                yield Found(number, first, last, phrase, read)


Figures = Iterator[tuple[int, int, Reading]]

# Spaces beside digits; a heading's number before one, at the beginning of a sentence or straight
# after a unit; and a number with a space inside that parts no thousands
SPACED = re.compile(" (?:(?=[0-9])|(?<=[0-9] ))")
HEADING = later(
    rf"(?:^|(?<=[{re.escape(''.join(sorted({unit[-1] for unit in UNITS})))}]))"
    rf"[0-9]{{1,2}}(?:[.][0-9]{{1,2}})+(?= +[{HAN}])(?! +[十百千万亿]*(?:{UNIT_IN_TEXT}))"
)
TORN = later(
    rf"{LEAD}(?<=[{HAN}])(?![0-9]{{1,3}}(?: [0-9]{{3}})+(?![0-9]))"
    r"(?!(?:[0-9]+ )?[12][0-9]{3}[ 年])"
    rf"[0-9][0-9.,]{{0,24}}(?: [0-9][0-9.,]{{0,24}}){{1,4}} ?[百千]?[万亿]{{0,2}}{UNIT_IN_TEXT}"
)


# What the two can't do without, and a search finds at once
HEADED, TEARS = re.compile("[.][0-9]{1,2} "), re.compile("[0-9.,] [0-9]")


def _spaced(sentence: str, offset: int) -> Figures:
    """The figures of a sentence with spaces beside digits."""
    torn: list[tuple[int, int, Reading]] = []
    if HEADED.search(sentence):
        sentence = HEADING.sub(lambda number: "#" * len(number[0]), sentence)
    if TEARS.search(sentence):
        torn = [(*one.span(), _unreadable(one[0], "space")) for one in TORN.finditer(sentence)]
        sentence = TORN.sub(lambda number: "#" * len(number[0]), sentence)
    for first, last, read in merge(torn, _squeezed(sentence), key=itemgetter(0)):
        yield offset + first, offset + last, read


def _squeezed(sentence: str) -> Figures:
    """The figures of a sentence without the spaces beside digits, at their places in it."""
    gaps = [space.start() - before for before, space in enumerate(SPACE.finditer(sentence))]
    squeezed = SPACE.sub("", sentence) if gaps else sentence
    for first, last, read in _figures(squeezed, 0, len(squeezed)):
        yield first + bisect(gaps, first), last + bisect(gaps, last - 1), read


def _figures(text: str, start: int, end: int) -> Figures:
    """The figures of a sentence, which is all of the text or stands at these offsets of it."""
    done = start
    for candidate in NEXT.finditer(text, start, end):
        first = candidate.start()
        if first < done:
            continue
        if match := PLAIN.match(text, first, end):
            last = done = match.end()
            phrase = match[0]
            lead, whole, part, scale, unit = match.groups()
            read = _plain(phrase, lead, whole, part or "", scale, unit) if whole else _read(phrase)
        elif match := _scan(text, first, end):
            last = done = match.end()
            form = match.lastgroup or ""
            if form in SPECIAL:
                yield from SPECIAL[form](match)
                continue
            phrase = match[0]
            read = _read(phrase)
        else:
            continue
        if read and read.unit == "倍" and first > start and text[first - 1] == "的":
            # 的3倍 says to, not by, how much
            first, phrase = first - 1, f"的{phrase}"
            read = _read(phrase)
        if not read:
            continue
        if text.startswith("/", last) and (divisor := DIVISOR.match(text, last)):
            last = done = divisor.end()
            read = _unreadable(text[first:last], "unit")
        elif read.unit in reading.CURRENCIES and (second := SECOND.match(text, last)):
            last = done = second.end()
            read = _unreadable(text[first:last], "currency")
        yield first, last, read


SECOND = later(either(reading.CURRENCIES))
# What a unit is divided by and heshu doesn't know
DIVISOR = later(rf"/每?[{HAN}A-Za-z]{{1,6}}(?![0-9{HAN}A-Za-z])")


def _none(match: re.Match[str]) -> Figures:
    return iter(())


def _dates(title: re.Match[str]) -> Figures:
    for date in WHEN.finditer(title.string, *title.span()):
        if read := _read(date[0]):
            yield *date.span(), read


def _unknown(match: re.Match[str]) -> Figures:
    yield *match.span(), _unreadable(match[0], "unit")


TOLD = later(PATTERNS["ratio told"])


def _terms(match: re.Match[str]) -> Figures:
    """A ratio, unless it may be a time or a score: two whole numbers without a word for it."""
    first, last = match.span()
    said = TOLD.search(match.string, max(0, first - 16), first)
    told = said and "比分" not in said[0] and "比赛" not in said[0]
    sure = "." in match[0] or len(re.findall("[:：]", match[0])) > 1
    if told or (sure and not CLOCK.fullmatch(match[0])) or RATED.match(match.string, last):
        read = _read(match[0])
        if read:
            yield first, last, read


RATED = re.compile("的?比(?:例|率)")
CLOCK = re.compile("[0-2]?[0-9](?::[0-5][0-9]){1,2}")


def _listed(match: re.Match[str]) -> Figures:
    """A number of a list, in the unit of the last."""
    scale = SCALE.search(match["list"])
    yield _shared(*match.span(), match[0], scale[0] if scale else "", match["shared"])


SCALE = re.compile("[百千]?[万亿]{1,2}$")


def _shared(first: int, last: int, phrase: str, scale: str, unit: str) -> tuple[int, int, Reading]:
    """A number in the unit of the last of its list, and in its 万 or 亿 if it has none itself.

    Of 8500、1.2万元 nobody knows whether it does: four digits and more stand for themselves.
    """
    if SCALE.search(phrase):
        scale = ""
    if scale and re.search("[0-9]{4}|[0-9],", phrase):
        return first, last, _unreadable(phrase, "unit")
    read = _read(phrase + scale + unit) or _unreadable(phrase, "unit")
    return first, last, replace(read, phrase=phrase)


def _either(match: re.Match[str]) -> Figures:
    """5、6家 may be five or six; other numbers are a list in one unit."""
    first, phrase = match.start(), match[0]
    numbers = re.findall("[0-9]+", phrase)
    consecutive = len(numbers) == 2 and int(numbers[0]) + 1 == int(numbers[1]) < 100
    if len(numbers) < 2 or consecutive:
        if read := _read(phrase):
            yield *match.span(), replace(read, why="either")
        return
    unit = phrase[phrase.rindex(numbers[-1]) + len(numbers[-1]) :]
    for number in numbers[:-1]:
        yield _shared(first, first + len(number), number, "", unit)
        first += len(number) + 1
    if read := _read(numbers[-1] + unit):
        yield first, match.end(), read


SPECIAL: dict[str, Callable[[re.Match[str]], Figures]] = {
    "name": _none, "reference": _none, "title": _dates, "unknown": _unknown,
    "ratio": _terms, "listed": _listed, "either": _either,
}  # fmt: skip
