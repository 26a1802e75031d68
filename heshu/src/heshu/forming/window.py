"""What joins look back on: the last statements of a text, and how a result is tied to them."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from heshu.forming import slips
from heshu.intervals import Interval
from heshu.reading import RATIOS
from heshu.relations import CONDITIONAL, CONSISTENT, NOT_TESTABLE, Result
from heshu.statements import BEFORE, CUT, LED, SAID, Statement, core, named
from heshu.vocabulary import either, later, words

NOUN = re.compile("[\u4e00-\u9fff]{1,12}")
YEAR = re.compile(r"(?:19|20)\d\d(?=[年届]|$)")
PART_OF_YEAR = re.compile("半年|季[度报]")
WITHIN_YEAR = re.compile(
    "(?:半年|[一两二三四五六七八九十\\d]个?(?:月|季度))[间来里内]?(?:共|累计|净|又|已)?$"
)
# What came to a level in a time
ADDED = re.compile(
    "新[增建设添开购投招辟批]|净[增加]|增[加设补配派]|扩[招建增]|补充|追加|投[放入用]"
)
# Verbs by which a level has become less
FALLEN = re.compile("[下回]?[降减跌落缩]")
# What is usual over many years isn't what was last year
USUAL = re.compile("[常往历]年|多年")
# Words by which a clause is of this time and no longer of the one before
NOW = re.compile("[今本]|目前|现在|截[至止]")
# So many levels a join looks back on: memory and work are bounded by it
LEVELS = 96
# A share is copied from so many percentages near to it at most, and has a decimal
PERCENTAGES, DECIMAL = 16, 0.051
# How likely chance may be, over all that was tried
CHANCE = Fraction(1, 50)
LOOKED_AT = ("level", "percent", "prior", "led")
# What is compared on a comparable basis: words for the basis, for output, and for other series
NOMINAL = re.compile("按现价|按当年价|名义|[（(]现价[）)]|现价(?:年均)?增")
IN_BRACKETS = re.compile("[（(](?:按?(?:名义|现价|当年价)[^）)]{0,6})[）)]")
BASIS = later(either(words("comparable", sort="basis")))
OUTPUT = later(either(words("comparable", sort="output")))
SERIES = later(
    "|".join(either(words("comparable", sort=sort)) for sort in ("output", "income", "series"))
)


class Window:
    """The last levels of a text, and the words around them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.levels: deque[Statement] = deque()
        self.of_unit: defaultdict[str, deque[Statement]] = defaultdict(deque)
        self.percentages: deque[Statement] = deque(maxlen=PERCENTAGES)

    def add(self, statements: list[Statement]) -> None:
        for one in statements:
            if one.unit == "%" and one.role in ("share", "percent"):
                self.percentages.append(one)
            if one.role in LOOKED_AT:
                self.levels.append(one)
                self.of_unit[one.unit].append(one)
        while len(self.levels) > LEVELS:
            # A level and what is told of it refer to each other: parted, they are freed at once
            first = self.levels.popleft()
            first.told.clear()
            self.of_unit[first.unit].popleft()
            if not self.of_unit[first.unit]:
                del self.of_unit[first.unit]

    def before(self, statement: Statement, unit: str) -> Iterator[Statement]:
        """The levels of a unit before a statement, the nearest first."""
        for one in reversed(self.of_unit.get(unit, ())):
            if one.number < statement.number and one.role == "level":
                yield one

    def near(
        self, one: Statement, count: int, unit: str = "", roles: tuple[str, ...] = ("level",)
    ) -> list[Statement]:
        """The levels of a unit, or of any that isn't a ratio's, in the paragraph of a figure and
        at most so many figures before it, in their order.
        """
        near: list[Statement] = []
        for other in reversed(self.levels):
            if one.number - other.number > count or other.paragraph != one.paragraph:
                break
            alike = other.unit == unit if unit else other.unit not in RATIOS
            if other.number < one.number and alike and other.role in roles:
                near.append(other)
        near.reverse()
        return near

    def since(self, number: int) -> list[Statement]:
        """The levels from the figure of a number on, in their order."""
        near = []
        for one in reversed(self.levels):
            if one.number < number:
                break
            near.append(one)
        near.reverse()
        return near

    def comparable(self, *statements: Statement, told: bool = False) -> bool:
        """Whether words around figures speak of a comparable basis, or their names of a series
        that is compared on one: of any, or, where the base is `told` beside, of output only.
        """
        start = min(one.found.start for one in statements)
        end = max(one.found.end for one in statements)
        nominal = NOMINAL.search(self.text, start, end) or IN_BRACKETS.match(self.text, end)
        # 名义增长8.2%，按可比价格计算增长6.1%
        if nominal and not BASIS.search(self.text, nominal.end(), end):
            return False
        if BASIS.search(self.text, max(0, start - 30), end + 30):
            return True
        names = "".join(one.words for one in statements)
        return bool((OUTPUT if told else SERIES).search(names))

    def worked_out(self, *statements: Statement) -> bool:
        """Whether brackets after figures tell how they were worked out: （按日均余额计算）."""
        return any(SAID["so worked out"].match(self.text, one.found.end) for one in statements)

    def copied(self, one: Statement) -> bool:
        """Whether a share or rate is printed for another thing, too: of so many near to it hardly
        two are alike by chance that have a decimal.
        """
        if not 0 < one.room <= DECIMAL:
            return False
        alike = [
            other
            for other in self.percentages
            if other is not one and other.found.reading.interval == one.found.reading.interval
        ]
        return any(_is_copy(one, other) for other in alike) and not any(
            _is_again(one, other) for other in alike
        )

    def others(self, one: Statement, other: Statement) -> bool:
        """Whether nouns after two figures tell other things: 9个考场 and 31个考室."""
        nouns = [NOUN.match(self.text, statement.found.end) for statement in (one, other)]
        return all(nouns) and len({noun[0][-1] for noun in nouns if noun}) > 1

    def before_words(self, one: Statement) -> str:
        """The words before a figure, as far as its sentence and a bound go."""
        start = max(0, one.found.start - 60)
        return re.split("[。！？\n]", self.text[start : one.found.start])[-1]

    def after_words(self, one: Statement) -> str:
        """The words after a figure, as far as its clause and a bound go."""
        return CUT.split(self.text[one.found.end : one.found.end + 16])[0]

    def between(self, one: Statement, other: Statement) -> str:
        """The words between two figures."""
        return self.text[one.found.end : other.found.start]

    def opened(self, one: Statement, other: Statement) -> int:
        """How many brackets open between two figures and don't close there; below 0 where more
        close.
        """
        between = self.between(one, other)
        return sum(map(between.count, "（(")) - sum(map(between.count, "）)"))


def _is_copy(one: Statement, other: Statement) -> bool:
    """Whether a percentage is told of another thing than a share is: of a part, or as a rate."""
    if one.of is not None and other.of is not None:
        return True
    return (one.name, one.base) != (other.name, other.base) and bool(
        other.of or SAID["ratio name"].search(other.name)
    )


def _is_again(one: Statement, other: Statement) -> bool:
    """Whether two percentages are of one part, told once more."""
    return one.of is not None and other.of is not None and one.of.value == other.of.value


def tied(result: Result, *statements: Statement) -> Result:
    """A result with the figures that it joins, in the order of its phrases."""
    return result.of(tuple([one.found for one in statements]))


def fits(result: Result) -> bool:
    return result.verdict in (CONSISTENT, CONDITIONAL)


def quotient(one: Statement, other: Statement, told: Statement) -> bool:
    """Whether the quotient of two figures can be what a third one tells, at a glance."""
    return slips.quotient([(each.value, each.room) for each in (one, other, told)])


def telling(result: Result, least: Fraction = Fraction(19, 20)) -> bool:
    """Whether a pass is hardly chance: figures alike that fail outnumber those that pass."""
    return result.verdict == CONSISTENT and result.strength is not None and result.strength >= least


def beyond_chance(result: Result, tried: int) -> bool:
    """Whether a test passes that few figures would have passed, over all that were tried."""
    if result.verdict != CONSISTENT or result.strength is None:
        return False
    return (1 - result.strength) * max(1, tried) <= CHANCE


def in_doubt(result: Result, why: str, gap: bool = False) -> Result:
    """A mismatch that the words leave a way out of."""
    message = replace(result.message, missing=(why,), weight="", off=0, right=(), condition="")
    if gap and result.computed and result.printed:
        message = replace(message, gap=result.printed - result.computed)
    return result.but(verdict=NOT_TESTABLE, strength=None, message=message)


def leads(base: Statement | None, level: Statement) -> bool:
    """Whether words lead from one level to the next: 由A增加到B, and of what stands after 由 and 从
    any verb (由A下调到B).
    """
    if base is None or base.unit != level.unit or base.sentence != level.sentence:
        return False
    said = level.said["reached"]
    if base.role in ("change", "rate"):
        return False
    own = named(level.words[: said.start()]) if said else ""
    if base.within and own and not _same_thing(own, base.name):
        return False  # 其中有息负债965亿元，流动负债增加到607亿元
    if base.role == "percent" and own and base.name and not _same_thing(own, base.name):
        return False  # 执行完毕率41.6%，终本案件占比下降到37.5%
    below = base.role == "level" and base.value < level.value
    if below and said and FALLEN.match(said[0]) and not _same_thing(own, base.name):
        return False  # 计提6.37亿元，转回0.42亿元，存货价值降到58.2亿元
    if base.role == "level" and own and ADDED.search(base.words) and not ADDED.search(own):
        return False  # 新增床位320张，全县床位增至2945张: what came in is no level before
    return bool(said or (base.role == "led" and SAID["led to"].fullmatch(level.lead)))


def _same_thing(own: str, name: str) -> bool:
    """Whether two names are of one thing: one has the other's noun."""
    nouns = core(own), core(name)
    return not all(nouns) or nouns[0] in nouns[1] or nouns[1] in nouns[0]


def rate_name(window: Window, one: Statement) -> str:
    """The name of a percentage: 城镇化率由56.91%升至57.75% has it before the one that it was."""
    if one.name:
        return one.name
    before = next((o for o in window.since(one.number - 1) if o.number == one.number - 1), None)
    led = before is not None and before.role == "led" and leads(before, one)
    return named(LED.split(before.words)[0]) if before is not None and led else ""


MONTH = re.compile("(\\d{1,2})月份?")
ENDED = re.compile("[月季]度?[末底]$")


def _years_before(base: Statement, year: int) -> int:
    """How many years a year lies before that of the level that is compared with it, 0 where that
    has none.
    """
    dates = [date[:4] for date in (base.of.dates if base.of is not None else ())]
    return int(dates[-1]) - year if dates and dates[-1].isdigit() else 0


def against(base: Statement, *told: Statement) -> bool:
    """Whether changes or rates may be measured against a level: 同比 isn't against 年初 or 4月, and
    what is told of 2020 isn't against the level of 2021.
    """
    year = YEAR.search(base.words)
    nearer = base.said["nearer"] and not _of_same_month(base)
    opening = base.said["opening"] and not base.year_end
    # 比五年前提高10个百分点，当时为70%: not what it was last year
    then = base.words.startswith("当时")
    # 较上年末增长10%，较2020年末增长60%，2020年末为1250户: of the one that names its year
    owned = base.of.told if base.of is not None and year else ()
    claimed = any(year and year[0] in one.base for one in owned)
    for one in told:
        if claimed and year and one.base and year[0] not in one.base:
            return False
        if base.said["expected"] and (one.base or not _right_after(base, one)):
            return False  # 超过预期的80亿元，较上季度增长24%
        if then and (SAID["year before"].match(one.base) or SAID["nearer"].search(one.base)):
            return False
        # 比5月末下跌0.42元，比上年同期高9.7%（上年同期12.63元）
        if "同期" in base.words and ENDED.search(one.base) and not ENDED.search(base.words):
            return False
        # 6月为4.9%，比5月低0.1个百分点: not that of June
        months = MONTH.search(base.words), MONTH.fullmatch(one.base)
        if months[0] and months[1] and months[0][1] != months[1][1]:
            return False
        named = YEAR.search(one.base)
        if year and named and year[0] != named[0]:
            return False
        if year and SAID["year before"].match(one.base) and _years_before(base, int(year[0])) > 1:
            return False  # 2023年8426对，较上年增加914对，2013年为14870对
        if one.base and bool(USUAL.search(base.words)) != bool(USUAL.search(one.base)):
            return False
        if base.role == "prior" and not one.base and _right_after(base, one):
            continue  # 比4月的80件增加20件，增长25%
        if nearer and not one.base and WITHIN_YEAR.search(one.words):
            continue  # 半年提高1.4个百分点（2024年12月为80.9%）
        if bool(nearer) != bool(SAID["nearer"].search(one.base)) and (nearer or one.base):
            return False
        if opening and SAID["year before"].match(one.base):
            return False
    return True


def _of_same_month(base: Statement) -> bool:
    """Whether a level is that of another year's month: 12月100辆, （2023年12月为80辆）."""
    if base.of is None or not re.fullmatch(r"\d{4}-\d\d", base.time):
        return False
    level = base.of.time
    if not level:
        return "年" in base.words  # 旅客128万人次，2024年1月为117万人次，同比增长9.4%
    return level[-3:] == base.time[-3:] and level != base.time


def _right_after(base: Statement, told: Statement) -> bool:
    """Whether a change, or the rate after it, follows the level that it is compared with."""
    return told.sentence == base.sentence and 0 < told.number - base.number <= 2


def by_it(window: Window, count: Statement, one: Statement) -> bool:
    """Whether words say that an average or a rate is by the count beside it: 按常住人口412.6万人
    计算, or （常住人口412.6万人） after it.
    """
    if count.sentence != one.sentence:
        return False
    if count.number == one.number - 1:
        said = count.lead.lstrip("，；").startswith(("按", "以"))
        return said and bool(SAID["by it"].search(window.after_words(count)))
    return count.number == one.number + 1 and window.between(one, count)[:1] in ("（", "(")


def same_time(*statements: Statement) -> bool:
    """Whether nothing says that statements are of different times."""
    earlier = {one.time.endswith(BEFORE) for one in statements}
    return len(earlier) == 1 and len({one.time for one in statements if one.time}) < 2


def one_time(window: Window, part: Statement, whole: Statement) -> bool:
    """Whether a part is of the time of its whole: 去年接待100人，其中儿童20人 are both of last
    year.
    """
    # 截至10月31日累计回购386万股，其中10月回购103万股
    ends = bool(part.time) and whole.time.startswith(part.time) and BEFORE not in whole.time
    # and 2月 of 截至2025年2月28日
    ends = ends or (part.time.startswith("--") and whole.time[4:].startswith(part.time[1:]))
    if same_time(part, whole) or ends:
        return True
    apart = part.sentence - whole.sentence
    follows = whole.number < part.number and (apart == 0 or (apart == 1 and part.within))
    if not follows or whole.time != part.time + BEFORE or whole.said["opening"]:
        return False
    return not NOW.search(window.between(whole, part))


def near_time(*statements: Statement) -> bool:
    """Whether the times of statements lie in each other: a day in a year."""
    times = sorted((one.time for one in statements if one.time), key=len)
    return all(time.startswith(times[0]) and BEFORE not in time for time in times)


def same_span(*statements: Statement) -> bool:
    """Whether words tell of parts of a year for all or for none: 2018年, and 2019年半年报."""
    return len({bool(PART_OF_YEAR.search(one.lead)) for one in statements}) == 1


def loose(interval: Interval) -> Interval:
    """An interval wide enough for every rule of rounding, from 0 up."""
    if not interval.bounded:
        return Interval(0, None)
    low, high = (max(end, Fraction(0)) for end in interval.ends)
    return Interval(max(low - interval.width, Fraction(0)), high + interval.width)
