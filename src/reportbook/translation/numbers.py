"""Numbers as the English edition shows them, written as Chinese does it.

Both editions show the same number: it is read from the English text to its last decimal, and
written by the same functions (`heshu.words`) in the other language. Nothing is rounded again.
"""

from __future__ import annotations

import re
from datetime import datetime
from fractions import Fraction

from heshu import words
from heshu.words import CHINESE

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATE = rf"(?:\d{{1,2}} )?{MONTH} \d{{4}}"
YEARS_SHOWN = r"(?:19|20)\d\d–\d\d"  # 2016–20
ISO = r"\d{4}-\d\d(?:-\d\d)?"
DIGITS = r"[−+]?\d+(?:,\d{3})*(?:\.\d+)?"
SIGN = r"[ \u202f]?%"
SCALE = r" (?:million|billion)(?: yuan)?"
# One number, or two with one unit; not the pair of “rose from 2 to 17”
NUMBER = (
    rf"(?:{DIGITS} → {DIGITS}{SCALE}"
    rf"|(?:(?<!from ){DIGITS} to {DIGITS}|{DIGITS})(?:{SIGN}|{SCALE}|st|nd|rd|th)?)"
)
NUMERAL = rf"(?:{'|'.join(words.NUMERALS[1:])})"
# A number, a date or a number word in an English text; no part of a name or of a longer number
SHOWN = re.compile(
    rf"(?<![\w.-])(?:{DATE}(?!\w)|{YEARS_SHOWN}(?!\d)|{ISO}(?: to {ISO})?(?![\w-])"
    rf"|{NUMBER}(?![\w-]|\.\d|,\d)|(?i:{NUMERAL})(?![\w-]| thousand))"
)
GROWTH = re.compile(rf"up ({DIGITS}{SIGN}), to ({DIGITS}) times")
BEHIND = re.compile(rf"({SCALE}|{SIGN}| percentage points?| times|st|nd|rd|th)?$")
YUAN = {" million yuan": (10**6, "元"), " billion yuan": (10**9, "元")}
SCALES = {**YUAN, " million": (10**6, ""), " billion": (10**9, "")}
UNITS = {" percentage point": "个百分点", " percentage points": "个百分点", " times": "倍"}
DIRECTIONS = {
    "at least": "至少{}",
    "at most": "至多{}",
    "over": "超过{}",
    "under": "不到{}",
    "about": "约{}",
    "nearly": "近{}",
}
ROUND = re.compile(r"\d+0+|[\d.]+[万亿]")  # after which 余 can stand
YEARS = range(1900, 2101)
ORDINALS = ("st", "nd", "rd", "th")
FORMS = ("", "count", "numeral", "ordinal", "year", "plain", "scale", "yuan")
# English heads and axes count money in this; Chinese has no word for it, and counts in 万 and 亿
MILLION = "million yuan"
MONEY = re.compile("([万亿]?)元")
YUANS = {"亿": 10**8, "万": 10**4}


def in_chinese(shown: str, form: str = "") -> str:
    """A number that the English edition shows, with its direction and unit, in Chinese.

    `form` asks for another way to write it: `numeral` 四, `count` 4, `ordinal` 第四, `year` 2018年,
    `scale` 万 for the 10,000 of “per 10,000”, `plain` digits as they are, and `yuan` 12.55亿元 for
    the 1,255 of a text whose million yuan stand elsewhere. Raises ValueError for another text or
    form.

    >>> in_chinese("over 6,700"), in_chinese("about 6.9 billion yuan"), in_chinese("June 2021")
    ('6700余', '约69亿元', '2021年6月')
    """
    if form not in FORMS:
        raise ValueError(f"no form {form} of a number in Chinese: take one of {', '.join(FORMS)}")
    if form == "scale":
        return in_chinese(shown).removeprefix("1")
    if form == "yuan":
        return in_chinese(f"{shown} {MILLION}")
    text = shown[:1].lower() + shown[1:]
    for direction, pattern in DIRECTIONS.items():
        if text.startswith(f"{direction} "):
            number = in_chinese(text[len(direction) + 1 :], form)
            if direction == "over" and ROUND.fullmatch(number):
                return f"{number}余"
            return pattern.format(number)
    if found := GROWTH.fullmatch(text):
        by, to = value(found[1].rstrip("%\u202f ")) / 100, found[2].replace(",", "")
        decimals = len(to.partition(".")[2])
        return f"增长{words.count(by, decimals, language=CHINESE)}倍，为原来的{to}倍"
    if re.fullmatch(DATE, shown):
        return date(shown)
    if re.fullmatch(YEARS_SHOWN, text):
        first, last = text.split("–")
        return f"{first}—{first[:2]}{last}年"  # the one dash for years, by GB/T 15834
    if re.fullmatch(rf"{ISO}(?: to {ISO})?", text):
        return "至".join(map(date, text.split(" to ")))
    if text in words.NUMERALS:
        number = words.NUMERALS.index(text)
        return _whole(number, form or "numeral")
    behind = BEHIND.search(text)[0]
    between = "→" if "→" in text else "至"
    ends = re.split(" to | → ", text[: len(text) - len(behind)])
    if not all(re.fullmatch(DIGITS, end) for end in ends):
        raise ValueError(f"“{shown}” is no number that can be written in Chinese")
    if behind in SCALES:
        scale, unit = SCALES[behind]
        return between.join(_scaled(end, scale) for end in ends) + unit
    if behind in ORDINALS and form != "plain":  # 21st as in 21世纪
        return words.ordinal(value(ends[0]), CHINESE)
    unit = "" if behind.isalpha() else UNITS.get(behind, behind.strip(" \u202f"))
    written = [_counted(end, form, bool(unit)) for end in ends]
    # 9亿至16亿元, 15%至30%: by GB/T 15835 both ends have what makes them other numbers
    return ("%至" if unit == "%" else "至").join(written) + unit


def alone(shown: str) -> str:
    """A number that is a text of its own, as in a column of a table.

    >>> alone("2,697"), alone("2018"), alone("21st")
    ('2697', '2018', '第21')
    """
    return in_chinese(shown, "" if shown.endswith(ORDINALS) else "plain")


def below(shown: str, unit: str) -> str:
    """A number that stands bare below “million yuan”, as it stands below a Chinese unit of money,
    which says by its words how much it counts in.

    Below 元 alone each number has its own 万 or 亿. Raises ValueError for a text or a unit that is
    neither.

    >>> below("147.5 to 148.5", "亿元"), below("30.0", "万元/家"), below("2,613", "元")
    ('1.475至1.485', '3000', '26.13亿')
    """
    if not (money := MONEY.search(unit)):
        raise ValueError(f"“{unit}” is no unit of money")
    if not money[1]:
        return in_chinese(f"{shown} {MILLION}").removesuffix("元")
    ends = shown.split(" to ")
    return "至".join(_counted_in(end, YUANS[money[1]]) for end in ends)


def _counted_in(digits: str, scale: int) -> str:
    """Millions in another scale of ten thousands, with the decimals that they need."""
    if not re.fullmatch(DIGITS, digits):
        raise ValueError(f"“{digits}” is no number that can be written in Chinese")
    number = value(digits) * 10**6 / scale
    decimals = next(n for n in range(len(digits) + 3) if 10**n % number.denominator == 0)
    return words.count(number, decimals, language=CHINESE)


def value(digits: str) -> Fraction:
    return Fraction(digits.replace(",", "").replace("−", "-"))


def date(shown: str) -> str:
    """A month or a day: 12 November 2018 is 2018年11月12日, 2016-08 is 2016年8月."""
    for form in ("%d %B %Y", "%Y-%m-%d", "%B %Y", "%Y-%m"):
        try:
            read = datetime.strptime(shown, form)
        except ValueError:
            continue
        return f"{read.year}年{read.month}月" + (f"{read.day}日" if "%d" in form else "")
    raise ValueError(f"“{shown}” is no date")


def _counted(digits: str, form: str, unit: bool) -> str:
    """Digits, in 万 where that is shorter; a year, and what has decimals or a sign, as it is."""
    number = value(digits)
    plain = digits.replace(",", "")
    if number.denominator != 1 or unit or not plain.isdigit():
        return plain
    if "," not in digits and int(number) in YEARS:
        return f"{plain}年" if form == "year" else plain
    return plain if form == "plain" else _whole(int(number), form or "count")


def _whole(number: int, form: str) -> str:
    if form == "numeral":
        return words.numeral(number, CHINESE)
    if form == "ordinal":
        return words.ordinal(number, CHINESE)
    return words.shortened(number)


def _scaled(digits: str, scale: int) -> str:
    """An amount in 万 or 亿, with all decimals that are shown; a whole number's zeros are none."""
    decimals = len(digits.partition(".")[2])
    return words.shortened(int(value(digits) * scale), scale // 10**decimals if decimals else 1)
