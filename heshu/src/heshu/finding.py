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
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from heshu import reading
from heshu.numerals import ARABIC, GAPS, NUMERALS, ReadingError
from heshu.reading import AFTER, BEFORE, FALLS, MORE, NUMBER, RISES, SPACE, TO, UNIT, UNITS, Reading
from heshu.vocabulary import either, not_after, not_before, patterns, rows, words


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
        within = 0
        while start < end:
            stop = STOP.search(text, start, end)
            close = stop.end() if stop else end
            if first := INK.search(text, start, close):
                number, within = number + 1, within + 1
                yield Sentence(number, 0 if heading else paragraph, within, first.start(), close)
            start = close


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs and headings begin and end, without the white space around them."""
    start, length = 0, len(text)
    while start < length:
        cut = BREAK.search(text, start)
        end = cut.start() if cut else length
        if first := INK.search(text, start, end):
            last = end
            while text[last - 1].isspace():
                last -= 1
            yield first.start(), last
        start = cut.end() if cut else length


_MEASURE = "|".join(
    re.escape(unit) + not_before(unit) for unit in sorted(UNITS, key=len, reverse=True)
)
UNIT_IN_TEXT = rf"{reading.GE}(?:{_MEASURE}|％|百分点)(?:人民币)?"

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
RATIO = rf"(?:{'|'.join(reading.RATIOS)}|％|百分点|分之|成)"
SURE_BEFORE = "|".join(not_after(word) + word for word in BEFORE.split("|"))
LEAD = (
    rf"(?:(?:{LONG_VERBS})了?"
    rf"|(?:{ONE_CHARACTER_VERBS})了?(?=(?:{BEFORE})?{NUMBER}(?:{MORE})?{RATIO}))?"
    rf"(?:{SURE_BEFORE})?(?:平均)?(?:人民币)?"
)
TAIL = rf"(?:多{not_before('多')}|余{not_before('余')})?"
BEYOND = rf"(?:(?:{AFTER}){not_before(*AFTER.split('|'))})?"
TENTHS = f"成{not_before('成')}"
SINCE = f"(?:(?<=[年月周天时])来{not_before('来')})?"


_NUMERAL = f"0-9０-９{NUMERALS}十百千万亿"
_WORDS = [*RISES, *FALLS, *BEFORE.split("|"), "连续", "平均", "人民币"]
_LEADING = "".join(sorted(set("".join(_WORDS) + "了")))

# What a number or a unit can go on with: a second number, a qualifier, a range, half a unit more
_GOES_ON = rf"{_NUMERAL}—–―~～－\-至到多余来及以左上下许半钱"

# Looks ahead that spare a form where it can't be: at its first character, at what follows a
# word and a number, and at what follows a unit
IS_NUMBER = f"(?=[{_NUMERAL}半])"
IS_DATE = f"(?=[{_NUMERAL}今本当去前明同次上下第年])"
IS_FRACTION = rf"(?=[{_NUMERAL}{_LEADING}点.．,{GAPS}]{{0,40}}+[{_NUMERAL}{_LEADING}点.．,分成半])"
IS_RANGE = f"(?=[{''.join(sorted({*''.join(UNITS), *'人民币％百分点成多余'}))}]{{0,12}}+{TO})"

# The patterns of `reading` without the names of their groups, to stand beside others
_READ = {name: re.sub(r"\(\?P<\w+>", "(?:", text) for name, text in reading.PATTERNS.items()}
PATTERNS = patterns(
    "forms", lead=LEAD, number=NUMBER, more=MORE, unit=UNIT_IN_TEXT, before=BEFORE, to=TO, han=HAN,
    arabic=ARABIC, tail=TAIL, beyond=BEYOND, tenths=TENTHS, since=SINCE, sure=SURE_BEFORE,
    verbs=LONG_VERBS, ordinals=reading.ORDINALS, numerals=NUMERALS, names=NAMES,
    number_next=IS_NUMBER, date_next=IS_DATE, fraction_next=IS_FRACTION, range_next=IS_RANGE,
    years=_READ["years"], months=_READ["months"], quarters=_READ["quarters"], dates=_READ["date"],
    iso=_READ["iso"], versions=_READ["version"],
)  # fmt: skip
WHEN = re.compile(f"{PATTERNS['a period']}|{PATTERNS['a date']}")
# Most figures have one of two forms, and nothing about them that another form could want: these
# are tried before all others, which would find the same
PLAIN = (
    rf"(?:连续)?{LEAD}{PATTERNS['alone']}[0-9]{{1,9}}+(?:[.][0-9]{{1,9}}+)?+[万亿]{{0,2}}+"
    rf"(?![年季版{_GOES_ON}])(?>{UNIT_IN_TEXT})(?![{_GOES_ON}])"
    rf"|{PATTERNS['alone']}[12][0-9]{{3}}年(?:{reading.MONTH}(?![份底末]))?"
    rf"(?![{_GOES_ON}前第底末代级轻历的])"
)
# In the order in which they are tried at each place, the longer before the shorter
FORMS = {"plain": PLAIN, **{name: PATTERNS[name] for name in words("forms", form="yes")}}
# Most characters can't begin any of them, which a look at the next ones tells: a word that
# leads to a number is followed by a number, after few characters
FIRST = (
    rf"(?=[{_NUMERAL}{_LEADING}“「‘《半翻\-−－负第几数上下前年首全今本当去明同次])(?="
    rf"[{_NUMERAL}“「‘《半翻]"
    rf"|(?>{'|'.join(_WORDS)})[{_LEADING}]{{0,14}}+[-−－负{_NUMERAL}半]"
    rf"|[-−－负第几数上前][{_NUMERAL}]|{reading.THIS}|[上下]半年|年底|首|全国首|一系列)"
)
SCAN = re.compile(FIRST + "(?:" + "|".join(f"(?P<{k}>{form})" for k, form in FORMS.items()) + ")")

# Phrases of the right form that count nothing all the same
ORDINARY = f"(?!批$|季度$|{'|'.join(reading.RATIOS)})(?:{UNIT})"
UNCOUNTED = re.compile(
    rf"(?:{reading.VERB})?(?:[一二]{ORDINARY}|一一{ORDINARY}|零(?:{UNIT})|[百千万亿]+(?:{UNIT}))|{reading.THIS}"
    rf"|[{NUMERALS}十百千、]+(?:{either(words('naming', numerals='all'))})"
    rf"|(?:[一二三四五六七八九]|一?十)(?:{either(words('naming', numerals='single'))})"
)


@lru_cache(maxsize=1 << 12)
def _read(phrase: str) -> Reading | None:
    """What a phrase of the right form prints, None where it counts nothing."""
    if UNCOUNTED.fullmatch(phrase):
        return None
    try:
        return reading.read(phrase)
    except ReadingError:
        return _unreadable(phrase)


def _unreadable(phrase: str) -> Reading:
    return Reading(phrase, "unreadable", None, None, "", "")


def find(text: str) -> Iterator[Found]:
    """Every figure of a text, in its order, the longest phrase at each place.

    One pass of one pattern, sentence by sentence, so that time is linear in the text and the
    memory beside it that of one sentence at most.
    """
    space = -1
    for sentence in sentences(text):
        start, end = sentence.start, sentence.end
        if space < start:
            # The next such space anywhere: most texts have none, and are looked through once
            gap = SPACE.search(text, start)
            space = gap.start() if gap else len(text)
        if space >= end:
            yield from _found(sentence.number, text, start, end)
            continue
        # Without the spaces between digits and characters, then put back in place
        squeezed = SPACE.sub("", text[start:end])
        gaps = [
            space.start() - start - before
            for before, space in enumerate(SPACE.finditer(text, start, end))
        ]
        for one in _found(sentence.number, squeezed, 0, len(squeezed)):
            first = start + one.start + bisect(gaps, one.start)
            last = start + one.end + bisect(gaps, one.end - 1)
            phrase = text[first:last]
            yield Found(one.sentence, first, last, phrase, replace(one.reading, phrase=phrase))


def _found(sentence: int, text: str, start: int, end: int) -> Iterator[Found]:
    """The figures of a sentence, which is all of the text or stands at these offsets of it."""
    for match in SCAN.finditer(text, start, end):
        form = match.lastgroup
        if form == "title":
            for date in WHEN.finditer(text, *match.span()):
                if dated := _read(date[0]):
                    yield Found(sentence, *date.span(), date[0], dated)
        elif form != "name":
            first, last = match.span()
            phrase = match[0]
            if "倍" in phrase and first > start and text[first - 1] == "的":
                # 的3倍 says to, not by, how much
                first, phrase = first - 1, f"的{phrase}"
            if printed := _unreadable(phrase) if form == "unknown" else _read(phrase):
                yield Found(sentence, first, last, phrase, printed)
