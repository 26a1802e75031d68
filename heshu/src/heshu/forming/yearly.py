"""A growth a year, between two levels and over the years that the text names or counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from heshu import equations, relations
from heshu.forming.series import NUMERALS, time_of
from heshu.forming.window import Window, fits, leads, telling, tied
from heshu.reading import Reading
from heshu.relations import INCONSISTENT, Result
from heshu.statements import BEFORE, CLAUSE, SAID, Statement, core

REPEATED = 1 << 9
annual = lru_cache(REPEATED)(equations.annual)
growth = lru_cache(REPEATED)(relations.growth)

# The levels are looked for so many figures back, and the years so many characters
BACK = 12
SENTENCE = 240
# Growth a year over a year alone, or over more than so many, is none to test
MOST = 100
DASHES = "-—－–~～至到"
SO_FAR = ("来", "以来", "多", "左右")
JOINS = ("、", "和", "及")
# So many years a growth that names none may be over
FEW = 10
# What isn't counted in years
OTHER_TIMES = re.compile("月|季|半年|届|期")
BETWEEN = re.compile(
    r"(?P<start>(?:19|20)\d\d)年?[末底]?[到至—－~～-]+(?P<end>(?:19|20)\d\d)年?[末底]?"
)
COUNTED = re.compile(
    r"(?:过去的?|^|[，。这近\n])(?P<n>[二两三四五六七八九十]|(?<!\d)\d{1,2})年(?=[来间，])"
)
GROWS = re.compile("[，,](?:年均|平均每年|年平均)增[长速幅][（(为]?")
NAMED_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=[年届雪赛财学—－~～-])")
TOLD_YEAR = re.compile(r"(?<![由从自比较与和同（(])" + NAMED_YEAR.pattern)
COMPARED = re.compile(r"[与和同比较]\d{4}年[末底]?(?:相比|比较|比)?，")
TIMES_OF = re.compile(r"[，,](?:是|为|相当于)\d{4}年[末底]?[（(]$")
THAT_YEAR = re.compile("(?:当年|当时|那时|那年)的?$")
STOP = re.compile("[。！？\n]")
# What is said of a level that has no name of its own: 到2024年底已建成425.1万个
ONLY_VERB = re.compile(
    "(?:已经?)?(?:建成|开通|建有|保有|拥有|登记|注册|投运|投产|运营|开业|变成|做到|扩展|发展)了?"
)
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("rate", "percent"))


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for told in statements:
        rate = told.role in ("rate", "percent") and told.unit == "%"
        if rate and SAID["a year"].search(told.lead):
            yield from _annual(window, told)


def _annual(window: Window, told: Statement) -> Iterator[Result]:
    """The two levels that a growth a year leads between, those that words join before others."""
    near = [
        one
        for one in window.since(told.number - BACK)
        if one.paragraph == told.paragraph
        and 0 < told.number - one.number <= BACK
        and one.unit not in ("%", "‰")
    ]
    words = _sentence(window, told)
    counts = _counted(told.lead)
    if between := _between_years(near, told):
        base, end, apart = between
        readings = base.found.reading, end.found.reading, told.found.reading
        result = tied(annual(*readings, apart), base, end, told)
        if fits(result) or not window.comparable(base, end, told, told=True):
            yield result
        return
    # 较2010年减少3.5万人，年均下降0.8%；2000年至2010年年均增长0.31%: over years of its own
    own = bool(BETWEEN.search(CLAUSE.split(told.lead)[-1]))
    for base, end, sure in _pairs(near, told):
        named, counted, firm = _years(base, end, words)
        over = _counted(told.lead, closed=True)
        over = over or (_counted(base.lead, closed=True) if base.role == "led" else [])
        told_once = sure and not named and len(over) == 1 and over[0] <= FEW
        if told_once:
            named = over  # 四年间总规模由A增加到B，年均增长9.1%
        counted = [] if sure and firm else counted
        readings = base.found.reading, end.found.reading, told.found.reading
        results = [annual(*readings, years) for years in (*named, *counted) if 1 < years < MOST]
        results = [tied(result, base, end, told) for result in results]
        if misnamed := _of_other_years(window, (base, end, told)):
            yield misnamed
            return
        for result, years in zip(results, (*named, *counted), strict=False):
            if telling(result) or (sure and fits(result) and years in named):
                yield result
                return
        wrong = bool(named and results) and results[0].verdict == INCONSISTENT
        # 2016—2020年 may count from the end of 2015, and five years on the calendar be four
        around = (named[0] + 1, named[0] - told_once) if wrong and not firm else ()
        excused = any(fits(annual(*readings, years)) for years in around)
        # 三年复合增长率 may be over the last three of more
        others = wrong and counts and counts[-1] not in (named[0], named[0] + 1)
        excused = excused or bool(others and "复合" in told.lead)
        # 从2020年的33亿元增至2030年的37亿元和2060年的130亿元: it may lead to the last
        excused = excused or any(
            one.lead[:1] in JOINS and one.number == end.number + 1 and one.unit == end.unit
            for one in window.since(end.number)
        )
        if own:
            continue
        if sure and wrong and not excused:
            doubtful = window.comparable(base, end, told, told=True)
            if not doubtful or _over_counted(window, told, readings, named[0]):
                yield results[0]
                return
        if sure and not named and not excused and leads(base, end):
            yield from _of_any_years((base, end, told), words)
            return


def _counted(words: str, closed: bool = False) -> list[int]:
    """The numbers of years that words count, which a growth a year may be over; none that are but
    about so many, as in 十七年来, where they are to be `closed`.
    """
    counts = [
        count["n"]
        for count in SAID["so many years"].finditer(words)
        if words[max(0, count.start() - 1)] not in DASHES  # 17-19年
        and not (closed and words.startswith(SO_FAR, count.end()))
    ]
    years = [NUMERALS.get(count) or int(count) for count in counts]
    return [one for one in years if 1 < one < MOST]


def _between_years(
    near: list[Statement], told: Statement
) -> tuple[Statement, Statement, int] | None:
    """The levels of the two years that a growth a year is said to lie between, and how many years
    that are: 2024年至2029年的复合年增长率.
    """
    span = BETWEEN.search(CLAUSE.split(told.lead)[-1])
    if not span:
        return None
    first, last = int(span["start"]), int(span["end"])
    ends = [[one for one in near if _year_of(one) == year] for year in (first, last)]
    if [len(some) for some in ends] != [1, 1] or not 1 < last - first < MOST:
        return None
    base, end = ends[0][0], ends[1][0]
    alike = base.unit == end.unit and base.sentence == end.sentence == told.sentence
    return (base, end, last - first) if alike else None


def _year_of(one: Statement) -> int:
    """The year that a level's own words name, 0 where they name none."""
    years = YEAR.findall(one.words)
    return int(years[-1]) if len(years) == 1 else 0


def _of_any_years(figures: tuple[Statement, Statement, Statement], words: str) -> Iterator[Result]:
    """由1571家增加到3846家，年均增长19.6%, over years that no words tell: whole ones, if any.

    What fits none is no slip: 51年来, or from an October to a December.
    """
    base, end, told = figures
    if OTHER_TIMES.search(words) or told.falling != (end.value < base.value):
        return
    readings = base.found.reading, end.found.reading, told.found.reading
    results = (tied(annual(*readings, years), *figures) for years in range(2, FEW + 1))
    yield from islice(filter(telling, results), 1)


def _of_other_years(
    window: Window, figures: tuple[Statement, Statement, Statement]
) -> Result | None:
    """A growth that leads over as many years as are counted, which lie not between those named:
    较2018年12月的1802万人增长37.2%，四年年均增长8.2%, of December 2024.
    """
    base, end, told = figures
    first = _base_year(window, base)
    if not first or base.time.endswith(BEFORE) or end.role == "led":
        return None
    time = time_of(end)
    last = time[0] if time else 0
    # 较2023年12月减少: what something else is compared with isn't the year of the end
    before = (NAMED_YEAR if last else TOLD_YEAR).findall(
        window.text, max(0, told.found.start - SENTENCE), told.found.start
    )
    latest = max(last, first, *map(int, before))
    # The latest year that is named must be that of the end; 2016年至2020年 may be five on the
    # calendar, 2020—2021雪季 is one
    span = BETWEEN.search(base.words)
    if last not in (0, latest) or (span and int(span["end"]) - int(span["start"]) > 1):
        return None
    named = latest - first
    words = window.text[max(base.found.end, end.found.end) : told.found.start]
    if base.role == "led":
        words = _sentence(window, told)
    counts = [] if STOP.search(words) else list(SAID["so many years"].finditer(words))
    if not counts or named < 1:
        return None
    years = NUMERALS.get(counts[-1]["n"]) or int(counts[-1]["n"])
    if not 1 < years < MOST or years == named:
        return None
    if str(first + years) in YEAR.findall(_sentence(window, told)):
        return None  # 2021年至2024年由A增至B，三年增长84.6%: a later year told before is another's
    readings = base.found.reading, end.found.reading, told.found.reading
    wrong = tied(annual(*readings, named), *figures)
    right = telling(annual(*readings, years))
    return wrong if right and wrong.verdict == INCONSISTENT else None


def _base_year(window: Window, base: Statement) -> int:
    """The year of the level that something grew from, 0 where no words tell it."""
    years = YEAR.findall(base.words or base.lead)[-1:]
    years = years or [date[:4] for date in base.dates[-1:] if date[0] != "-"]
    if years or base.role != "led":
        return int(years[0]) if years else 0
    # 与2019年相比，四年间由A增加到B; 自2021年获批以来，从当年的A做到2024年的B
    sentence = window.text[max(0, base.found.start - SENTENCE) : base.found.start]
    words = STOP.split(sentence)[-1]
    years = YEAR.findall(words)
    compared = COMPARED.search(words) or THAT_YEAR.search(base.words)
    return int(years[0]) if compared and len(years) == 1 else 0


def _over_counted(
    window: Window, told: Statement, readings: tuple[Reading, Reading, Reading], named: int
) -> bool:
    """Whether a growth leads over just the years that were counted before (过去五年，是不平凡的
    五年), so that it is that of the levels, on whatever basis.
    """
    words = window.text[max(0, told.found.start - SENTENCE) : told.found.start]
    counts = {NUMERALS.get(said["n"]) or int(said["n"]) for said in COUNTED.finditer(words)}
    return any(telling(annual(*readings, years)) for years in counts if named != years > 1)


def _sentence(window: Window, told: Statement) -> str:
    """The words of the sentence before a figure, as far as a bound goes."""
    start = max(0, told.found.start - SENTENCE)
    return re.split("[。！？\n]", window.text[start : told.found.start])[-1]


def _pairs(near: list[Statement], told: Statement) -> Iterator[tuple[Statement, Statement, bool]]:
    """Pairs of a base and an end, and whether the words join them."""
    ends = [one for one in reversed(near) if one.role == "level"]
    for end in ends:
        for one in end.told:
            # No growth a year is measured against the year before
            if one.role == "prior" and one.unit == end.unit and not one.said["year before"]:
                yield one, end, end is told.of and not end.time.endswith(BEFORE)
        before = next((one for one in near if one.number == end.number - 1), None)
        if before and leads(before, end):
            # 由A增加到B，年均增长（现价）7.1% has no verb right before it
            next_to = told.of is None and told.number == end.number + 1
            yield before, end, end is told.of or bool(next_to and GROWS.fullmatch(told.lead))
        of = end.words or CLAUSE.split(end.lead.rstrip("（("))[-1]
        times = SAID["times of"].search(of) or (before and TIMES_OF.search(end.lead))
        if before and _two_years(near, before, end, told):
            yield before, end, True
        elif before and before.unit == end.unit and times:
            # A，是2017年底B的3.9倍，为2022年末（B）的3.0倍，年均增长X%
            yield end, before, False
    for end in ends:
        head = end.series or end
        when = time_of(end)
        for base in near:
            then = time_of(base)
            alike = base is not end and base.unit == end.unit and (base.series or base) is head
            if alike and when and then and then[0] < when[0]:
                yield base, end, False


def _two_years(near: list[Statement], base: Statement, end: Statement, told: Statement) -> bool:
    """Whether a level of a year and one of a later year, without a name of its own, stand side by
    side before a growth a year, and no other: 2020年为364亿元，2024年达到1500亿元，年均增长42.5%.
    """
    here = [one for one in near if one.unit == end.unit and one.sentence == told.sentence]
    alike = here == [base, end]
    dated = len(base.dates) == len(end.dates) == 1 and base.role == end.role == "level"
    later = dated and base.dates[0][:4] < end.dates[0][:4]
    own = end.name and core(end.name) != core(base.name) and not end.said["same measure"]
    own = own and not ONLY_VERB.fullmatch(end.name)
    return alike and later and told.of is end and not own and not base.within


def _of_levels(words: str) -> bool:
    """Whether the only two years of a sentence are those of levels, and not of a period."""
    spans = list(SAID["from year to year"].finditer(words))
    between = words[spans[0].end("start") : spans[0].start("end")] if len(spans) == 1 else ""
    return bool(re.search("\\d", between)) and len(YEAR.findall(words)) == 2


def _years(base: Statement, end: Statement, words: str) -> tuple[list[int], list[int], bool]:
    """Over how many years a growth leads: as the words name its two years, and as they count them,
    or name two others; and whether each of the levels has its year.
    """
    first, last = (YEAR.findall(one.words or one.lead) for one in (base, end))
    times = time_of(base), time_of(end)
    named: list[int] = []
    span = None
    if first and (last or (times[1] and times[1][0])):
        named.append(int(last[-1] if last else times[1][0] if times[1] else 0) - int(first[-1]))
    elif times[0] and times[1] and times[0][0] and times[1][0] > times[0][0]:
        named.append(times[1][0] - times[0][0])
    elif span := SAID["from year to year"].search(words):
        named.append(int(span["end"]) - int(span["start"]))
    counted = _counted(words)[::-1]
    years = sorted({int(year) for year in YEAR.findall(words)})
    if len(years) > 1:
        counted.append(years[-1] - years[0])
    # 产值由2019年的A增加到2024年的B，收入由C增加到D: of the same years
    alike = bool(span) and _of_levels(words) and {*counted} <= {*named, *(n + 1 for n in named)}
    firm = bool(named) and (not span or alike)
    return [one for one in named if 1 < one < MOST], counted[:3], firm
