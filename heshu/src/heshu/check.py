"""The check of any text: its figures, and the relations between them that the text itself states.

Precision comes before recall, since a mismatch is an accusation. The joins are in `forming`;
here they are run sentence by sentence, and what two of them form counts once.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import groupby, islice

from heshu.characters import plain
from heshu.finding import Found, find
from heshu.forming import (
    accounts,
    across,
    again,
    amounts,
    apart,
    averages,
    changes,
    composed,
    dated,
    discovered,
    formerly,
    grown,
    means,
    multiplied,
    pairs,
    ratios,
    sentence,
    series,
    shares,
    since,
    together,
    yearly,
    years,
)
from heshu.forming.ages import Ages
from heshu.forming.counted import Counted
from heshu.forming.doubt import Doubt
from heshu.forming.listed import Listed
from heshu.forming.reading import OneReading
from heshu.forming.wholes import NEEDED, Wholes
from heshu.forming.window import Window
from heshu.intervals import Interval
from heshu.numerals import decimal
from heshu.reading import Reading
from heshu.relations import NOT_TESTABLE, Result
from heshu.statements import Statement, Teller

# Of a sentence so many figures are looked at together: this keeps the check linear
FIGURES = 64
# So many things that were formed are remembered, each under two keys
SEEN = 4 * FIGURES


def check(text: str) -> Iterator[Found | Result]:
    """Every figure of a text, and every relation that the text itself states between them.

    They come sentence by sentence, the figures before the relations, so that nothing is held
    but the sentence, the one before, and the levels that a Window keeps. Of a sentence with
    more than FIGURES figures each such number of them is looked at by itself. What holds for the
    whole text, that its relations allow one reading, comes last.
    """
    before: list[Found] = []
    words = plain(text)
    teller, window, wholes = Teller(words), Window(words), Wholes()
    joins, counted, ages = _joins(wholes), Counted(words), Ages(words)
    listed = Listed(words)
    formed, doubt, one_reading = Formed(), Doubt(), OneReading()
    for found in _groups(find(text, words)):
        yield from found
        statements = teller.statements(found)
        window.add(statements)
        results = list(dated.form(words, found))
        results += sentence.relate(words, before, found)
        results += counted.form(found, results)
        results += multiplied.form(words, found)
        lists = list(listed.form(found))
        by_lists = {one.found[-1] for one in lists}
        results = [one for one in results if not _counts(one, by_lists)] + lists
        results += ages.form(found)
        roles = {one.role for one in statements}
        for needed, form in joins:
            if not needed.isdisjoint(roles):
                joined = list(form(window, statements))
                if form is discovered.form:
                    doubt.guessed(joined)
                results += joined
        for result in doubt.weigh(list(formed.new(results)), statements, [*before, *found]):
            one_reading.add(result)
            yield result
        before = found
    yield from one_reading.results()


def _counts(result: Result, counts: set[Found]) -> bool:
    return result.code == "duration" and result.found[-1] in counts


Join = Callable[[Window, list[Statement]], Iterator[Result]]


def _joins(wholes: Wholes) -> list[tuple[frozenset[str], Join]]:
    """The joins, in their order, each with the roles of figures of which it needs one."""
    return [
        (changes.NEEDED, changes.form),
        (shares.NEEDED, shares.Shares().form),
        (NEEDED, wholes.form),
        (across.NEEDED, across.form),
        (series.NEEDED, series.form),
        (since.NEEDED, since.form),
        (averages.NEEDED, averages.form),
        (means.NEEDED, means.form),
        (composed.NEEDED, composed.form),
        (formerly.NEEDED, formerly.form),
        (yearly.NEEDED, yearly.form),
        (discovered.NEEDED, discovered.form),
        (pairs.NEEDED, pairs.form),
        (ratios.NEEDED, partial(ratios.form, wholes)),
        (amounts.NEEDED, amounts.form),
        (together.NEEDED, together.Together().form),
        (apart.NEEDED, apart.form),
        (grown.NEEDED, grown.form),
        (again.NEEDED, again.Again().form),
        (accounts.NEEDED, accounts.Accounts().form),
        (years.NEEDED, years.form),
    ]


class Formed:
    """What has been formed: a relation that two joins form counts once."""

    def __init__(self) -> None:
        self.seen: Counter[tuple[object, ...]] = Counter()
        self.last: deque[tuple[object, ...]] = deque()

    def new(self, results: list[Result]) -> Iterator[Result]:
        """The results that weren't formed before, those that tell something first."""
        results.sort(key=lambda result: result.verdict == NOT_TESTABLE)
        for result in results:
            places = tuple(sorted(one.start for one in result.found))
            tested = result.found[result.tested].start
            # A ratio has several terms at one place
            formed: tuple[object, ...] = (result.code, places, result.printed)
            keys = [formed]
            if result.verdict == NOT_TESTABLE:
                # What is in doubt may be found to be wrong later
                formed = (*formed, NOT_TESTABLE)
                keys += [formed, (result.code, tested)]
            if not any(key in self.seen for key in keys):
                self._remember(formed, (result.code, tested))
                yield result

    def _remember(self, *keys: tuple[object, ...]) -> None:
        for key in keys:
            self.last.append(key)
            self.seen[key] += 1
        while len(self.last) > SEEN:
            first = self.last.popleft()
            self.seen[first] -= 1
            if not self.seen[first]:
                del self.seen[first]


def _groups(found: Iterable[Found]) -> Iterator[list[Found]]:
    for _, figures in groupby(found, key=lambda one: one.sentence):
        while group := list(islice(figures, FIGURES)):
            yield group


def as_json(one: Found | Result) -> dict[str, object]:
    """A figure or a relation as JSON has it; see `_ends` for the bounds."""
    if isinstance(one, Found):
        place = {"sentence": one.sentence, "start": one.start, "end": one.end}
        return place | _reading_as_json(one.reading)
    return {
        "code": one.code,
        "places": [[place.start, place.end] for place in one.found],
        "phrases": list(one.phrases),
        **_ends(one.computed, "computed_"),
        **_ends(one.printed, "printed_"),
        "verdict": one.verdict,
        "strength": None if one.strength is None else decimal(one.strength),
        "explanation": one.explanation,
    }


@lru_cache(maxsize=1 << 12)
def _reading_as_json(reading: Reading) -> dict[str, object]:
    """What a figure's JSON says wherever it stands."""
    interval = reading.interval
    return {
        "phrase": reading.phrase,
        **_ends(interval),
        "low_closed": interval is not None and interval.low_closed,
        "high_closed": interval is not None and interval.high_closed,
        "unit": reading.unit,
        "qualifier": reading.qualifier,
        "kind": reading.kind,
    }


def _ends(interval: Interval | None, name: str = "") -> dict[str, str | None]:
    """Both ends as exact decimals or fractions; None where open-ended or without a number."""
    ends = (None, None) if interval is None else (interval.low, interval.high)
    low, high = (None if end is None else decimal(end) for end in ends)
    return {f"{name}low": low, f"{name}high": high}
