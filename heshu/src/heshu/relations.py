"""Relations: whether figures that an article prints can all be true at once.

A relation takes figures, works out what the others allow the tested one to be, and holds that
against what the tested one stands for: `testing` says how.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import replace
from fractions import Fraction

from heshu.intervals import Interval
from heshu.reading import FALLS, RISES, Reading, ReadingError
from heshu.results import CONDITIONAL, CONSISTENT, DOUBTFUL, INCONSISTENT, NOT_TESTABLE, Result
from heshu.spans import Span
from heshu.testing import RATIOS, above, held, missing_of, stands, turned, worked_out

__all__ = [
    "CONDITIONAL",
    "CONSISTENT",
    "DOUBTFUL",
    "INCONSISTENT",
    "NOT_TESTABLE",
    "Result",
    "average",
    "duration",
    "growth",
    "held",
    "missing_of",
    "narrowed",
    "order",
    "parts",
    "ratio_of",
    "same",
    "share",
    "strictly",
]

# The units of durations: how many of them make a year.
DURATIONS = {"年": 1, "个月": 12, "天": 0}
VERBS = re.compile("|".join(sorted(RISES + FALLS, key=len, reverse=True)))
TO_VERB = re.compile(rf"(?:{VERBS.pattern})[到至]")


def growth(base: Reading, end: Reading, printed: Reading, *, falling: bool = False) -> Result:
    """Whether a printed growth, in 倍 or %, follows from the two figures it leads between.

    增长X倍 and 增长X% say by how much: end = base × (1 + X). 下降X% (`falling`) says by how much
    the end lies below: end = base × (1 − X). 增长到X倍 and 翻一番 (kind multiple_to) say to how
    much: end = base × X. That 增长X倍 was meant so too is tried last, as a condition.
    """
    missing = missing_of((base, end, printed), alike=(base, end), units=RATIOS)
    whole, once = RATIOS.get(printed.unit, 1), _once(printed)

    def by(first: Span, last: Span) -> Span | None:
        ratio = ratio_of(last, first)
        return ratio and (1 - ratio if falling else ratio - once) * whole

    def to(first: Span, last: Span) -> Span | None:
        # Growth to less than the base would be no growth, nor a fall to more a fall.
        ratio = ratio_of(last, first)
        told = ratio and ratio.intersect(Span(None, 1) if falling else Span(1, None))
        return told and told * whole

    condition = "fall to" if falling else "rise to"
    confused = (turned(by, whole), turned(by, -whole))
    figures = (base, end, printed)
    return held("growth", figures, by, missing, other=(condition, to), confused=confused)


def strictly(result: Result) -> Result:
    """A growth without excuse: what fits only as "to" is inconsistent, with what would be right.

    For 倍 that is the growth by and the level grown to, for % the growth by.
    """
    if result.verdict != CONDITIONAL or result.message.condition not in ("rise to", "fall to"):
        return _by_not_to(result)
    message, phrase = result.message, result.phrases[-1]
    assert message.computed is not None and message.printed is not None
    right = list(message.right)
    if message.unit == "倍" and (verb := VERBS.match(phrase)):
        right.append(f"{verb[0]}到{phrase[verb.end() :]}")
    message = replace(message, condition="", weight="to", right=tuple(right))
    return replace(
        result,
        computed=message.computed,
        printed=message.printed,
        verdict=INCONSISTENT,
        message=message,
    )


def _by_not_to(result: Result) -> Result:
    """A mismatch of 增长到X倍 that fits as 增长X倍 says so."""
    verb = TO_VERB.match(result.phrases[-1])
    if result.verdict != INCONSISTENT or not verb:
        return result
    message = result.message
    if not message.computed or not message.printed:
        return result
    if (message.computed - 1).intersect(message.printed) is None:
        return result
    right = (result.phrases[-1].replace(verb[0], verb[0][:-1], 1), *message.right)
    return result.but(message=replace(message, weight="by", right=right))


def share(part: Reading, whole: Reading, printed: Reading) -> Result:
    """Whether a printed share, in %, follows from the part and the whole.

    A part above its whole is inconsistent whatever its share; `computed` and `printed` are
    then the part's, as `order` has them.
    """
    missing = missing_of((part, whole, printed), alike=(part, whole), units=["%"])

    def percentage(numerator: Span, denominator: Span) -> Span | None:
        ratio = ratio_of(numerator, denominator)
        return ratio and ratio * RATIOS["%"]

    rest = turned(percentage, RATIOS["%"], -1)
    result = held("share", (part, whole, printed), percentage, missing, confused=[rest])
    if not missing and above(part.stands_for, whole.stands_for):
        rank = order(part, whole)
        if rank.verdict == INCONSISTENT:
            return rank.but(like=result, code="share", phrases=result.phrases)
    return result


def parts(total: Reading, *pieces: Reading) -> Result:
    """Whether pieces that claim to exhaust a total add up to it."""
    missing = missing_of((total, *pieces), alike=(total, *pieces))
    if not pieces:
        missing = missing or ("no piece",)
    return held("parts", (total, *pieces), lambda *spans: sum(spans, Span(0, 0)), missing, place=0)


def average(total: Reading, count: Reading, printed: Reading) -> Result:
    """Whether a printed average, in the unit of the total, is the total over the count."""
    missing = missing_of((total, count, printed), alike=(total, printed))
    return held("average", (total, count, printed), ratio_of, missing)


def order(smaller: Reading, larger: Reading) -> Result:
    """Whether the first figure, that of a subset, can be at most the second."""
    missing = missing_of((smaller, larger), alike=(smaller, larger))
    bound = larger.interval
    scale = bound.middle if bound and bound.bounded else None
    return held("order", (smaller, larger), Span.or_below, missing, place=0, scale=scale)


def duration(start: str, end: str, printed: Reading, *, calendar: bool = True) -> Result:
    """Whether a printed duration, in 年, 个月 or 天, is the time between two ISO 8601 dates.

    A date without its day or month (2016-07, 2020) may mean any moment of that span, its last
    included, so that 2020 to 2024 are from three to five years. A month counts as the twelfth
    part of a year, a day as its part of the month. Failing the time between, the years are
    counted on the `calendar`, first and last included, unless this is False. Days may be counted
    with the first of them or without it.
    """
    elapsed, years = Interval.point(0), None
    missing = missing_of((printed,), units=DURATIONS)
    try:
        begun, ended = _span(start), _span(end)
        elapsed = (ended - begun) * DURATIONS.get(printed.unit, 1)
        if printed.unit == "天":
            days = _day(end) - _day(start)
            elapsed = Interval(days, days + 1)
    except _NoDateError as error:
        missing = ("no date", str(error))
    if printed.unit == "年" and calendar and not missing:
        years = Span.point(int(end[:4]) - int(start[:4]) + 1)
    counted = ("calendar years", lambda: years) if years else None
    result = held("duration", (printed,), lambda: Span.of(elapsed), missing, other=counted)
    under = {"time passed"} if result.under else set()
    if years and result.verdict != INCONSISTENT and years.meets(worked_out(printed)[0]):
        under.add("calendar years")
    return result.but(phrases=(start, end, printed.phrase), under=frozenset(under))


def same(first: Reading, second: Reading, times: Fraction = Fraction(1)) -> Result:
    """Whether a figure that is printed twice can be one and the same number, the second time in
    a unit of which the first one's has so many.
    """
    alike = (first, second) if times == 1 else ()
    missing = missing_of((first, second), alike=alike)
    return held("same", (first, second), lambda span: span * times, missing)


def narrowed(base: Reading, end: Reading, printed: Reading) -> tuple[Interval, Interval, Interval]:
    """What base, end and growth can each still be, given the other two: end = base × (1 + X).

    Each interval is the exact hull of the numbers that survive, ends open or closed as they
    are reached, all figures rounded to the nearest. The three figures stand in one equation,
    once each, so a single projection on each is the fixpoint of constraint propagation (the
    HC4 rule of interval constraint solvers). The growth stays in its printed unit.

    Raises ValueError, saying why, where the figures aren't CONSISTENT or can't be tested.
    """
    result = growth(base, end, printed)
    if result.verdict != CONSISTENT:
        raise ValueError(f"{result.verdict}: {result.explanation}")
    whole, once = RATIOS[printed.unit], _once(printed)
    first, last, told = (stands(one).spans[0].interval for one in (base, end, printed))
    first, last = first.meet(Interval(0, None, False)), last.meet(Interval(0, None))
    times = (told / whole + once).meet(Interval(0, None))
    growths = _quotient(last, first).meet(times)
    # What fell to nothing, by 100 %, can have been anything.
    vanished = 0 in last and 0 in times
    return (
        first if vanished else first.meet(_quotient(last, times)),
        last.meet(first * times),
        (growths - once) * whole,
    )


def _once(printed: Reading) -> int:
    """How many times the base a multiple leaves out: once if it says by, none if it says to."""
    return 0 if printed.kind == "multiple_to" else 1


def _quotient(numerator: Interval, divisor: Interval) -> Interval:
    return Span.of(numerator).quotient(Span.of(divisor)).interval


def ratio_of(a: Span, b: Span) -> Span | None:
    """a / b for quantities, which lie from 0 up; None where nothing of either is left."""
    numerator, divisor = _from_zero(a), _from_zero(b)
    if numerator is None or divisor is None or divisor.high == 0:
        return None
    return numerator.quotient(divisor)


def _from_zero(span: Span) -> Span | None:
    if span.low is not None and span.low >= 0:
        return span
    return span.intersect(Span(0, None))


ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class _NoDateError(ReadingError):
    """What should be a date, and is none with a year."""


def _day(date: str) -> int:
    """The number of a day, counted since some first one.

    Raises _NoDateError where the date has no day.
    """
    if len(date) < len("2020-01-01"):
        raise _NoDateError(date)
    year, month, day = map(int, date.split("-"))
    # As for _span
    return datetime.date(year or 400, month, day).toordinal()


def _span(date: str) -> Interval:
    """The years since the year 0 at which a date begins and ends.

    Raises _NoDateError where it is no date with a year.
    """
    match = ISO_DATE.fullmatch(date)
    if not match:
        raise _NoDateError(date)
    year, month, day = (int(part) if part else None for part in match.groups())
    begin, length = Fraction(match[1]), Fraction(1)
    if month is not None:
        if not 1 <= month <= 12:
            raise _NoDateError(date)
        length = Fraction(1, 12)
        begin += (month - 1) * length
        if day is not None:
            # The year 0, which a text can print, has the calendar of the year 400.
            days = calendar.monthrange(year or 400, month)[1]
            if not 1 <= day <= days:
                raise _NoDateError(date)
            length /= days
            begin += (day - 1) * length
    return Interval(begin, begin + length)
