"""A text as statements about series: what each of its figures is, and what it is said of.

A figure is a level (800家), the change or the rate of one (增加20家, 增长5%), its share of a whole
(占60%), points (3个百分点), a percentage that is none of these (结案率95%), or the level that
another is compared with (比上年的700家). A change, a rate or a share without a name of its own
is said of the level before it in its sentence; 分别 deals several out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from heshu.finding import BREAK, Found
from heshu.intervals import Interval
from heshu.reading import FALLS, MEASURE, RATIOS, RISES, Reading
from heshu.vocabulary import later, patterns, rows

_PATTERNS = patterns("statements", measure=MEASURE)
SAID = {name: later(pattern) for name, pattern in _PATTERNS.items()}

HALF = Fraction(1, 2)
# So far back a figure's words reach, and so many figures one that is dealt out can be from it
REACH = 90
AFTER = 16
# What a share is of that names no whole
ALL = "*"
# Marks the time of a level that is told of a time before: 上年顺差
BEFORE = "<"
# Words that lead to what a duration became, or was before
REACHED = ("reached", "prior", "base after")
# and to the level that another one is compared with
PRIOR = ("prior", "base after", "expected", "compared aside")
# Measure words that count people, as 人 does
PEOPLE = ("名", "位")
DEALT = 8
# Communiqués lead to their figures in few words, which come again: so many are kept
KEPT = 1 << 11

CUT = re.compile(r"[，,；;：:。、！？!?\n（(）)]|　　")
CLAUSE = re.compile(r"[，,；;：:。！？!?\n]|　　")
# 前8个月, 1至8月: the months since the year began
MONTHS = re.compile(
    "前(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})个?月|(?<![0-9])1[至到—－~～-][0-9]{1,2}月"
)
# Begins another thing that is told
PARTED = re.compile("[；;]")
STOP = re.compile(r".*(?:[。！？!?\n]|　　)", re.DOTALL)
ASIDE = re.compile(r"[（(［\[][^（）()\[\]［］]{0,40}[）)］\]]")
JOINED = re.compile(r"(?:、|和|及|以及|与|或)")


class Said(dict[str, "re.Match[str] | None"]):
    """What words before a figure say, by the names of SAID: searched for once it is asked for."""

    def __init__(self, words: str) -> None:
        self.words = words

    def __missing__(self, name: str) -> re.Match[str] | None:
        found = self[name] = SAID[name].search(self.words)
        return found


_said = lru_cache(KEPT)(Said)


@dataclass(slots=True, eq=False)
class Statement:
    """A figure, what it is, and what it is said of.

    `role` is level, prior (which another one is compared with), led (which another one grew
    from), change, rate, share, points, percent or multiple. `lead` are the
    words between the figure before and this one, in its sentence, `words` those of its own
    clause, `name` what they name. `of` is the level that a change, a rate, points or a share is
    said of; `base` what a share is of, or a change is measured against, as the words have it.
    `within` tells that 其中 or 包括 leads to it, `topic` is the whole that its sentence begins
    with (职工中，). `value` and `room` are the middle of what the figure stands for and half its
    width, to look before testing; 0 where it has no bounds. `whole` is the level that a share
    was found to be of, `joined` tells that it has one, printed or not; `year_end` that its
    paragraph is about the end of a year. `dates` are the times that its own words name; `series`
    is the first level of what it goes on with (2019年100家，2020年120家). `meant` is what a level
    to which something grew would be without 到: the change of the level before it (增加到20家 for
    增加20家). `of_plan` tells that a share is what was done of a plan, or of what a level is held
    against. `said` is what the words say. `falling` is the direction of a change, rate or points.
    """

    found: Found
    number: int
    paragraph: int
    role: str
    lead: str
    words: str
    name: str
    falling: bool = False
    base: str = ""
    topic: str = ""
    time: str = ""
    within: bool = False
    listed: bool = False
    worked: str = ""
    joined: bool = False
    whole: Statement | None = None
    year_end: bool = False
    of: Statement | None = None
    told: list[Statement] = field(default_factory=list)
    dates: tuple[str, ...] = ()
    series: Statement | None = None
    meant: Statement | None = None
    of_plan: bool = False
    again: Found | None = None
    # Joins ask for these at every figure that they look at
    unit: str = field(init=False)
    sentence: int = field(init=False)
    value: float = field(init=False)
    room: float = field(init=False)
    said: Said = field(init=False)

    def __post_init__(self) -> None:
        self.unit, self.sentence = self.found.reading.unit, self.found.sentence
        self.said = _said(self.words)
        self.value = self.room = 0.0
        interval = self.found.reading.interval
        if interval is not None and interval.low is not None and interval.high is not None:
            low = interval.low.numerator / interval.low.denominator
            high = interval.high.numerator / interval.high.denominator
            self.value, self.room = (low + high) / 2, (high - low) / 2


class Teller:
    """Turns the figures of a text, sentence by sentence, into statements."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraph = 0
        self.number = 0
        self.end = self.seen = self.dated = 0
        self.time = ""
        # The time before the last date, until a figure has come after it
        self.past: str | None = None
        self.year_end = False
        self.dates: list[str] = []

    def statements(self, found: Iterable[Found]) -> list[Statement]:
        """The statements of the figures of one sentence, or of its next figures."""
        told: list[Statement] = []
        for one in found:
            if BREAK.search(self.text, self.seen, one.start):
                self.paragraph += 1
                self.time, self.year_end = "", False
            self.seen = one.end
            if one.reading.kind in ("date", "period"):
                self._dated(one)
            if one.reading.kind == "duration" and self._is_level(one, told):
                one = one._replace(reading=_measured_time(one.reading))
            if (
                _names_only(one)
                or _bounds_a_noun(self.text, one)
                or SAID["taken together"].match(self.text, one.start)
                or self._is_span(one)
                or ONE_EACH.match(self.text, one.start)
            ):
                continue
            if told and self._again(one, told[-1]):
                told[-1].again = one
                if told[-1].role != "level" or GOES_ON.match(self.text, one.end):
                    # What is told next is told of both
                    closed = self.text[one.end : one.end + 1] in CLOSED
                    self.end = one.end + closed
                    continue
            statement = self._statement(one, told)
            told.append(statement)
            statement.dates, self.dates = tuple(self.dates), []
            self.end = one.end
        _deal_priors(told)
        _deal(told)
        _deal_names(told)
        _date(told)
        _join_series(told)
        return told

    def _again(self, one: Found, last: Statement) -> bool:
        """Whether a figure is the one before it, in another unit: 3214.6千公顷（4821.9万亩）."""
        if (last.unit, one.reading.unit) not in CONVERSIONS or one.sentence != last.sentence:
            return False
        lead = self.text[last.found.end : one.start]
        closed = self.text[one.end : one.end + 1] in CLOSED
        return last.again is None and bool((IN_BRACKETS if closed else IN_OTHER).fullmatch(lead))

    def _of_year_before(self, statement: Statement, told: list[Statement]) -> bool:
        """Whether 2023年这个数字是 names a year before that of what was told last."""
        if not told:
            return False
        measure = statement.said["same measure"]
        if measure and SAID["time before"].search(statement.lead[: -len(statement.words)]):
            return True  # 占37.3%；而三年前，这个比例只有21.3%
        if measure and SAID["time before"].search(statement.words[: measure.start()]):
            return True  # 占45.1%，五年前这个比例只有31.7%
        if not self.dates:
            return False
        last, year = told[-1].time[:4], self.dates[-1][:4]
        earlier = last.isdigit() and year.isdigit() and year < last
        said = SAID["same measure"].search(statement.words)
        # 使用率27.4%，2022年使用率仅为9.6%: of the same name
        again = statement.role == "percent" and statement.name == told[-1].name != ""
        # 占60%，2019年这个比例只有50%: less than it is now
        only = ONLY.search(statement.words if again else said[0] if said else "")
        earlier = earlier or bool(not last and year.isdigit() and only)
        return earlier and (again or said is not None)

    def _only_then(self, statement: Statement, last: Statement) -> bool:
        """Whether a level is that of a year before, without a name of its own: 现有2647家，2022年底
        还只有1139家. After by how much it changed it may have its name again: 药占比24.0%，下降1.9
        个百分点，2022年药占比25.9%.
        """
        words = named(statement.words).rstrip("有是为")
        if last.role in ("rate", "points") and last.of is not None and self.dates:
            level = last.of
            year, since = self.dates[-1][:4], level.time[:4]
            earlier = since > year if since.isdigit() else last.base in OF_YEAR_BEFORE
            name = REASON.sub("", named(statement.name))
            again = unnamed(name) or core(name) == core(level.name)
            again = again and statement.role == level.role
            alone = (statement.unit, statement.sentence) == (level.unit, level.sentence)
            own = not YEAR_ONLY.search(CLAUSE.split(statement.lead)[-1])
            return alone and again and earlier and not own and not statement.listed
        alike = statement.role == last.role == "level" and statement.unit == last.unit
        then = bool(self.dates) and not last.dates and statement.sentence == last.sentence
        return (
            alike
            and then
            and not statement.listed
            and bool(words)
            and not words.strip("还才只仅尚")
        )

    def _begins_with_year(self, statement: Statement) -> bool:
        """Whether a percentage is that of a year with which its sentence begins, after a topic:
        准点率方面，2024年为96.4%.
        """
        dated = statement.unit == "%" and bool(self.dates) and self.number == statement.number
        return dated and bool(TOPIC_YEAR.match(statement.lead))

    def _is_span(self, one: Found) -> bool:
        """Whether a time is but one within which something was done: 在五个工作日内办结."""
        within = self.text[one.start - 1 : one.start] in ("在", "于") if one.start else False
        return within and bool(SPAN_WORD.match(self.text, one.end)) and one.reading.unit in TIMES

    def _is_level(self, one: Found, told: list[Statement]) -> bool:
        """Whether a duration is how long something takes: 平均用时52天, and what it became."""
        words = _before(self.text[max(self.end, one.start - REACH) : one.start]).words
        if SAID["how long"].search(words):
            return True
        alike = [o for o in told if (o.sentence, o.unit) == (one.sentence, one.reading.unit)]
        if not alike:
            return bool(LED_TIME.search(words) and CHANGED_TIME.match(self.text, one.end))
        last = alike[-1]
        led = last.role == "led" and bool(SAID["led to"].fullmatch(words))
        led = led or bool(BY.fullmatch(words))
        return led or any(SAID[said].search(words) for said in REACHED)

    def _dated(self, one: Found) -> None:
        """Take a date as the time of what follows, unless something is compared with it."""
        if SAID["not when"].match(self.text, one.end):
            return
        listed = self.dates and self.text[self.dated : one.start] in ("和", "与")
        if listed or not SAID["compared with a time"].search(
            self.text, max(0, one.start - 6), one.start
        ):
            # 2021年、2022年和2023年: the last of a list is no year to compare with
            self.dated = one.end
            self.past, self.time = self.time, one.reading.text
            self.dates.append(one.reading.text)

    def _statement(self, one: Found, told: list[Statement]) -> Statement:
        if one.reading.unit in PEOPLE:
            one = one._replace(reading=_of_people(one.reading))
        before = _before(self.text[max(self.end, one.start - REACH) : one.start])
        self.number += 1
        if "-" in self.time and (span := MONTHS.search(before.lead)):
            # 8月份2.04万亿元。前8个月8.63万亿元: another time, which is no date
            self.time = f"~{span[0]}"
        role = _role(one.reading.kind, one.reading.unit, one.reading.falling, before.words)
        self.year_end = self.year_end or before.year_end
        first = not told or told[-1].sentence != one.sentence
        statement = Statement(
            one,
            self.number,
            self.paragraph,
            role.role,
            before.lead,
            before.words,
            role.name,
            falling=role.falling,
            base=role.base,
            topic=before.topic or ("" if first else told[-1].topic),
            time=self.time,
            within=before.within,
            listed=before.joins and not first,
            year_end=self.year_end,
        )
        if _rate_beside(statement, told):
            statement.role, statement.falling = "rate", told[-1].falling
        if statement.role == "points" and not statement.lead and told:
            # 低于上年的62.9%2.7个百分点
            below = told[-1].role == "prior" and UNDER.search(told[-1].words)
            statement.falling = statement.falling or bool(below)
        if statement.role == "more" and told and told[-1].role in ("level", "prior"):
            statement.role = "change"
        prior = statement.role == "level" and bool(told) and told[-1].role == "prior"
        if prior and (by := _by(before.words, aside=before.lead != before.words)):
            # 较上年的12.06亿元多出2.67亿元, 较上年同期12.06亿元的增量多增2.67亿元
            statement.role, statement.falling = "change", bool(FEWER.search(by))
        if statement.role == "percent" and _rate_than(statement, told):
            # 比规划目标（950公里）多出10.3%, 比去年的6870家多出三分之一还多
            statement.role, statement.falling = "rate", bool(FEWER.search(statement.words))
        if statement.role == "level" and _new_between(statement, told):
            statement.role = "change"
        if statement.role == "level" and _by_between(statement, told):
            statement.role = "change"
            statement.falling = bool(FEWER.search(statement.words))
        margin = _margin_between(statement, told) if statement.role == "level" else None
        if margin is not None:
            statement.role = "change"
            statement.falling = (
                "差" in statement.words and told[margin].value < told[margin - 1].value
            )
        if statement.role == "percent" and told:
            _share_of_before(statement, told[-1])
            if _in_tenths(statement, told[-1]):
                statement.role = "share"
        _name(statement)
        earlier = statement.time.endswith(BEFORE) or self._of_year_before(statement, told)
        if told and earlier and _before_of(statement, told):
            statement.role, statement.time = "prior", statement.time.removesuffix(BEFORE)
        elif told and (_of_its_base(statement, told) or self._only_then(statement, told[-1])):
            statement.role = "prior"
        if statement.role == "prior" and self.past is not None:
            # 4月为80件 tells what May is compared with: what follows is of May again
            self.time = self.past
        self.past = None
        after = self.text[one.end : one.end + AFTER]
        if after[:1] in ("（", "(") and (said := SAID["worked"].match(after, 1)):
            statement.worked = said[0]
        if statement.role == "prior" and SAID["flow"].match(after):
            _of_flow(statement, told)
        elif statement.role in OWNED and (
            statement.role in ("prior", "multiple") or SAID["final"].match(after)
        ):
            _owner(statement, told)
        if margin is not None and statement.of is None:
            statement.of = told[margin]
            told[margin].told.append(statement)
        if statement.role == "prior" and statement.of and _later(statement, statement.of):
            statement.of.told.remove(statement)
            statement.of, statement.role = None, "level" if statement.unit != "%" else "percent"
        if statement.role == "prior" and not statement.of and self._begins_with_year(statement):
            statement.role = "percent"
        if statement.role in ("level", "percent"):
            statement.meant = _meant(statement, told)
        return statement


# 2023年因汛期停运仅有89.7%
REASON = re.compile("^(?:因|受|由于)[^，]*")
TOPIC_YEAR = re.compile(r"^[^，。；]{2,10}(?:方面|上看|来看)，(?:19|20)\d\d年")
YEAR_ONLY = re.compile(r"^[（(]?(?:而|但)?(?:19|20)\d\d年")
# How many of one unit another has
CONVERSIONS = {(row["word"], row["of"]): Fraction(row["times"]) for row in rows("conversions")}
# 在五个工作日内
# 从26天压到了17天
LED_TIME = re.compile(r"[由从](?:\d{4}年|[上去前]年|原来|最初|原先)?的?$")
CHANGED_TIME = re.compile(
    r"[^，。；、到至为]{0,3}[压缩减降延增升提放拉砍][短小少低长加高]?[到至为成]?了?(?:[^，。；、]{0,6}的)?"
    r"(?=[\d一二三四五六七八九十两半])"
)
TIMES = ("个工作日", "工作日", "天", "日", "个自然日", "小时", "个小时", "分钟", "个月", "周")
SPAN_WORD = re.compile("[之以]?内")
CLOSED = ("）", ")")
# 平均一件1.59万元, 折合一亩地1.12万元: what follows is for each
ONE_EACH = re.compile(
    rf"(?:平均|算下来|折合|摊到)一(?:{MEASURE})地?(?:合|约|[要收卖])?(?=\d)"
    rf"|一(?:{MEASURE})地?(?:合|摊|平均)(?=\d)"
)
IN_BRACKETS = re.compile("[（(](?:[约折]?合|即|约)?(?:计)?约?")
GOES_ON = re.compile("[）)]?[，,]?(?:同比|环比|比|较|与|增|减|上升|下降|提高|扩大|占)")
IN_OTHER = re.compile("[，,]?(?:[约折]合(?:成|为)?|合)约?")

TENTHS = re.compile("[成半]|分之")


def _in_tenths(statement: Statement, last: Statement) -> bool:
    """Whether tenths stand by themselves right after a part of a whole: 其中甲类149件，超过六成."""
    part = last.role == "level" and last.within and last.unit not in RATIOS
    alone = statement.lead == "，" and statement.sentence == last.sentence
    return part and alone and bool(TENTHS.search(statement.found.phrase))


def _by(words: str, aside: bool = False) -> str:
    """The words by which a level after the one it is compared with is the change from that: 多出,
    今年少收; "" where they say another thing.
    """
    words = SAID["flow"].sub("", words)
    if BY.fullmatch(words) or (not aside and BY_VERB.fullmatch(words)):
        return words
    said = SAID["more"].search(words) or SAID["less"].search(words)
    before = words[: said.start()] if said else ""
    # 上年100家，今年一季度多5家: of a part of the year
    return said[0] if said and unnamed(before) and not re.search("[季月半]", before) else ""


def _rate_beside(statement: Statement, told: list[Statement]) -> bool:
    """Whether a percentage is the rate of the change before it: 比上年增加728万元（8.0%）, and
    增加728万元或8.0%.
    """
    last = told[-1] if told else None
    if last is None or last.role != "change" or last.sentence != statement.sentence:
        return False
    measured = bool(last.base) or (last.of is not None and bool(last.of.told[:-1]))
    measured = measured or (len(told) > 1 and told[-2].role == "led" and not last.lead)
    alone = statement.role == "percent" and bool(BESIDE.fullmatch(statement.lead))
    return alone and measured and statement.unit == "%" and statement.value > 0


def _rate_than(statement: Statement, told: list[Statement]) -> bool:
    """Whether a percentage is by how much a level is more or less than the one right before it."""
    last = told[-1] if told else None
    if last is None or last.role != "prior" or last.sentence != statement.sentence:
        return False
    alike = statement.unit == "%" and last.unit not in RATIOS and "的" not in statement.lead
    beside = statement.lead.lstrip("）)") == statement.words
    return alike and beside and bool(BY.fullmatch(statement.words))


# （8.0%）, 或8.0%, 即多出45.5%
BESIDE = re.compile("，?(?:[（(或]|(?:即|也就是|也即|相当于|折合)?(?:[多少高低贵]|便宜)出?了?)")
ONLY = re.compile("[只仅还才尚](?:[有是为占])?$")
NEW = re.compile("^(?:共|累计|合计)?(?:新增[加设]?|增设)$")


def _new_between(statement: Statement, told: list[Statement]) -> bool:
    """Whether what is new is the change from one level to the next: 由76项扩至112项，新增36项."""
    base, level = told[-2:] if len(told) > 1 else (None, None)
    if base is None or level is None or not NEW.fullmatch(statement.words):
        return False
    alike = base.unit == level.unit == statement.unit and level.sentence == statement.sentence
    return alike and base.role == "led" and base.sentence == level.sentence


def _by_between(statement: Statement, told: list[Statement]) -> bool:
    """Whether 便宜0.7元 or 每斤贵了0.8元 is by how much a price changed that is told right before,
    from what it was.
    """
    words = IN_TIME.sub("", statement.words)
    if not (BY.fullmatch(words) or EACH_BY.fullmatch(words)) or len(told) < 2:
        return False
    base, level = told[-2:]
    alike = base.unit == level.unit == statement.unit and base.sentence == statement.sentence
    return alike and (level.role == "prior" or base.role == "led")


def _margin_between(statement: Statement, told: list[Statement]) -> int | None:
    """Which level before ends a change that is told as a thing of its own: 由60元调整为45元，降幅
    25%，退还差价15元, and 从34所开到47所，新开的13所里有8所.
    """
    if not MARGIN.search(statement.words):
        return None
    i = len(told) - (2 if told and told[-1].role == "rate" else 1)
    if i < 1:
        return None
    base, level = told[i - 1 : i + 1]
    alike = base.unit == level.unit == statement.unit and base.sentence == statement.sentence
    return i if alike and base.role == "led" else None


MARGIN = re.compile("(?:差价|价差)(?:共计?|合计|为|是|即|达)?$|^新[开建设办添增]的$")


def _of_flow(prior: Statement, told: list[Statement]) -> None:
    """Say of which change, or which new amount, one of a time before is told.

    比年初增加20亿元，较上年同期15亿元的增量多5亿元.
    """
    owner = next(
        (
            one
            for one in reversed(told)
            if one.unit == prior.unit
            and one.sentence == prior.sentence
            and (one.role == "change" or (one.role == "level" and "增" in one.name))
        ),
        None,
    )
    if owner is not None:
        prior.of = owner
        owner.told.append(prior)


def _before_of(statement: Statement, told: list[Statement]) -> bool:
    """Whether a level told of an earlier time is that of the last one of its unit, by its name:
    流拍率21.7%；去年同期流拍率为34.6%.
    """
    alike = [
        one
        for one in told
        if one.unit == statement.unit
        and one.role in ("level", "percent", "share")
        and one.sentence == statement.sentence
    ]
    if not alike:
        return False
    name = core(named(SAID["earlier"].sub("", statement.name)))
    same = SAID["same measure"].search(statement.words)
    return bool(same) or (bool(name) and any(name == core(one.name) for one in alike))


def _of_its_base(statement: Statement, told: list[Statement]) -> bool:
    """Whether a level is that of the time against which the change before it is measured, of the
    same thing: 占46.4%，比上届上升3.6个百分点，上届女生占42.8%.
    """
    last = told[-1]
    level = last.of
    if level is None or last.role not in ("change", "rate", "points"):
        return False
    alike = statement.role in ("level", "percent", "share") and statement.unit == level.unit
    if not alike or statement.sentence != last.sentence or statement.listed:
        return False
    if statement.role == "level" and last.role == "change":
        return False  # 二季度104亿元，比一季度多39亿元，一季度65亿元: both are parts of the half
    words = statement.lead.lstrip("，；（(而但")
    then = SAID["begins before"].match(words) if last.base in OF_YEAR_BEFORE else None
    if CUT.search(words) or not (then or (last.base and words.startswith(last.base))):
        return False
    share = SAID["share"].search(words) or SAID["shared"].search(words)
    begin = then.end() if then else len(last.base)
    own = words[begin : share.start() if share and share[0] else None]
    own = SAID["same measure"].sub("", own)
    if then and (part := PART_OF_YEAR.search(own)):
        # 1—8月720亿元，增长4%；去年8月为95亿元
        same = part[0] in level.lead
        if not same or (level.time and level.time != statement.time.removesuffix(BEFORE)):
            return False
    own = named(own)
    first = next(one for one in told if one.sentence == last.sentence)
    if own and first.lead.startswith(own):
        return True  # 春运40天，铁路发送241.8万人次，增长10.8%，上年春运为218.3万人次
    return unnamed(own) or _short_for(core(own), core(level.name))


PART_OF_YEAR = re.compile(r"\d{1,2}月|季度|半年|(?<!春)节|假期")
OF_YEAR_BEFORE = ("", "同比", "上年", "去年", "上年同期", "去年同期", "compared")


def _short_for(name: str, whole: str) -> bool:
    """Whether a name is another one, or short for it: 不良率, of 不良贷款率."""
    rest = iter(whole)
    short = len(name) > 1 and name[-1:] == whole[-1:] and all(one in rest for one in name)
    return name == whole or short


def _meant(statement: Statement, told: list[Statement]) -> Statement | None:
    """The change of a level before it that a level may be that something grew to: 增加到20家."""
    said = statement.said["grown to"]
    if said is None or not told or told[-1].role == "led":
        return None
    end = len(statement.words) - said.start()
    by = replace(
        statement,
        role="rate" if statement.unit == "%" else "change",
        lead=statement.lead[:-end],
        words=statement.words[: said.start()],
        falling=said["verb"] in DOWN,
        told=[],
    )
    _owner(by, told)
    if by.of is None:
        return None
    by.of.told.remove(by)
    return by


LED = re.compile("[由从自]")
COMPARISON = re.compile("[同环]比$")
MORE_OR_LESS = "(?:偏?[多少高低涨跌升降贵][出增减]?|[多少][等跑走]|增多|便宜)了?"
BY = re.compile(f"(?:[同环]比|[仍还也只仅])?{MORE_OR_LESS}")
# 每斤贵了, 一张票便宜了
EACH_BY = re.compile(f"(?:平均)?(?:每|一|单)[\u4e00-\u9fff]{{1,4}}?{MORE_OR_LESS}")
EACH = re.compile("(?:平均)?(?:每|(?<![统唯之前上])[一单](?![年月季周天]))[\u4e00-\u9fff]{1,4}$")
# 一年降了, 两周里涨了
IN_TIME = re.compile("[一两二三四五六七八九十半\\d]+(?:年|个?月|个?季度|周|个?星期|天)[间来里内]?")
# 少损失, 缩量, 调增: what is said right after the level that something is compared with
BY_VERB = re.compile(
    "(?:同比|又|还)?(?:[多少][\u4e00-\u9fff]{1,3}|[\u4e00-\u9fff]?[增减缩扩放涨跌][\u4e00-\u9fff]?)"
    "(?<![到至为达的])"
)
UNDER = re.compile("[低少慢]于")
FEWER = re.compile("[少低跌降减缩]|便宜")
# 少到, 增产到: what can stand before 到 besides the verbs of a change
MORE = ("多", "增产", "增收", "增支", "调增")
LESS = ("少", "减产", "减收", "减支", "压", "精简", "核减", "调减")
GROWN_TO = later(rf"(?P<verb>{'|'.join((*RISES, *FALLS, *MORE, *LESS))})[到至]了?$")
SAID["grown to"] = GROWN_TO
DOWN = (*FALLS, *LESS)


@lru_cache(KEPT)
def _of_people(reading: Reading) -> Reading:
    return replace(reading, unit="人")


@lru_cache(KEPT)
def _measured_time(reading: Reading) -> Reading:
    """A duration as a level: how long something takes is a mean, and rounded in whole days too."""
    interval = reading.interval
    if interval is not None and interval.exact:
        interval = Interval(interval.ends[0] - HALF, interval.ends[0] + HALF)
    return replace(reading, kind="quantity", interval=interval, qualifier="rounded")


# How a sample was taken, and how sure one can be of what it tells
SAMPLED = re.compile(
    " ?(?:的?(?:全国)?(?:常住)?人口(?:变动)?(?:情况)?抽|抽[样查]|的?[置可]信|的?显著性|CI)"
)
# 2023届 is who finished school in a year
CLASS = re.compile(r"(?:19|20)\d\d届")


def _names_only(one: Found) -> bool:
    """Whether a figure is but a part of the words for another: 前10个月, 65岁以上的人口."""
    reading = one.reading
    if reading.kind == "ratio":
        return False
    if reading.interval is None or reading.kind in ("ordinal", "version", "duration"):
        return True
    if reading.unit == "届" and CLASS.fullmatch(one.phrase):
        return True
    return reading.unit == "岁" and reading.kind == "quantity"


def _bounds_a_noun(text: str, one: Found) -> bool:
    """Whether a figure only says what is counted, or how: 亿元以上项目, 1%人口抽样调查, 95%CI."""
    if one.reading.unit in ("%", "‰") and SAMPLED.match(text, one.end):
        return True
    return one.phrase.endswith(("以上", "以下", "以内")) and bool(SAID["noun"].match(text, one.end))


class Before(NamedTuple):
    """The words before a figure, and what they say of it; `joins` tells of a mark of a list."""

    lead: str
    words: str
    topic: str
    within: bool
    joins: bool
    year_end: bool


@lru_cache(KEPT)
def _before(text: str) -> Before:
    """What the text between two figures says of the second one, from the last sentence's end on."""
    stop = STOP.match(text)
    lead = text[stop.end() :] if stop else text
    lead = ASIDE.sub("", lead.replace(" ", "").replace("\u00a0", ""))
    words = CUT.split(lead)[-1]
    words = JOINED.sub("", words) if JOINED.fullmatch(words) else words
    if not words and lead.endswith(("（", "(")):
        outside = CUT.split(lead[:-1])[-1]
        if SAID["prior"].search(outside):
            words = outside  # 与去年同期（38.4亿元）相比
        elif SAID["compared aside"].fullmatch(f"{outside}（"):
            words = f"{outside}（"  # 比8月（89.5%）高3.7个百分点
    if (
        not words
        and lead.endswith(("：", ":"))
        and SAID["base after"].search(CUT.split(lead[:-1])[-1])
    ):
        words = CUT.split(lead[:-1])[-1]  # （上年同期：38.4亿元）
    if not words and (said := DATED_ASIDE.search(lead)):
        words = f"{said[1]}为"  # （2018年2月：38.4亿元）
    topic = SAID["topic"].search(lead)
    return Before(
        lead,
        words,
        topic["topic"] if topic else "",
        bool(SAID["within"].search(PARTED.split(lead)[-1])) and not _told_already(lead, words),
        not words and lead.startswith(("、", "和", "及", "与", "以")),
        bool(SAID["year end"].search(lead)),
    )


DATED_ASIDE = re.compile(r"[（(]((?:19|20)\d\d年(?:\d{1,2}月份?|同期)?)[：:]$")
NUMBERED = re.compile(
    "其中[^，,；;]*有?[一二两三四五六七八九十几][部人个名家件位][^，,；;]*[，,；;]"
)
ALREADY = re.compile(
    "其中[，,]?[^，,；;]*?(?:是|为|有|[一二两三四五六七八九十几][部人个名家件位])[^，,；;]*[，,；;]"
)


def _told_already(lead: str, words: str) -> bool:
    """Whether a clause of its own stands between 其中 and a figure that has a name of its own:
    死亡两人，其中一个是小孩，重伤九人.
    """
    return bool(ALREADY.search(lead)) and (not unnamed(words) or bool(NUMBERED.search(lead)))


class Role(NamedTuple):
    """What a figure is, as Statement has it."""

    role: str
    falling: bool
    base: str = ""
    name: str = ""


@lru_cache(KEPT)
def _role(kind: str, unit: str, falling: bool, words: str) -> Role:
    """What a figure is by its own kind and unit, and by the words of its clause."""
    if kind == "ratio":
        return Role("ratio", falling)
    if unit in ("个百分点", "个千分点", "个基点"):
        fallen = any(SAID[said].search(words) for said in ("less", "lower"))
        return Role("points", falling or fallen or _rate(words) == "down")
    if kind == "multiple_to":
        return Role("multiple", falling)
    if kind == "growth":
        if unit in ("%", "倍"):
            return Role("rate", falling)
        if SAID["more flow"].search(words):
            # 多增: of an increase, unless it is told right after the level of a flow
            return Role("more", words[-1] == "少")
        return Role("change", falling)
    if unit in ("%", "‰"):
        return _percentage(falling, words)
    if unit == "倍":
        return Role("multiple", falling)
    if more := SAID["more"].search(words) or SAID["less"].search(words):
        told = SAID["compared"].search(words) or SAID["than"].match(words) or "同比" in words
        alone = IN_TIME.sub("", words) == more[0] and more[0][0] in "增减涨跌升降"
        if more[0].startswith("净") or told or alone:
            return Role("change", bool(SAID["less"].search(words)))
    elif any(SAID[said].search(words) for said in PRIOR):
        return Role("prior", falling)
    elif SAID["led"].search(words):
        return Role("led", falling)
    return Role("level", falling)


def _percentage(falling: bool, words: str) -> Role:
    share = SAID["share"].search(words)
    if SAID["led"].search(words):
        # 占比由 A% 提高到 B%
        if share := SAID["share led"].search(words):
            return Role("led", falling, share["base"] or ALL, words[: share.start()])
        return Role("led", falling)
    aside = any(SAID[said].search(words) for said in ("base after", "compared aside"))
    if aside or _compares(words):
        return Role("prior", falling)
    if share and "率" not in share["base"][-1:]:
        before = words[: share.start()]
        if not share["base"] and (within := SAID["in whole"].search(before)):
            # 在营业收入中占60%
            return Role("share", falling, within["base"], before[: within.start()])
        return Role("share", falling, share["base"], before)
    if SAID["shared"].search(words):
        return Role("share", falling)
    if within := SAID["share in"].search(words):
        return Role("share", falling, within["base"], within["name"])
    if (rate := _rate(words)) and "下降率" not in words[-6:]:
        return Role("rate", rate == "down")
    return Role("prior" if SAID["prior"].search(words) else "percent", falling)


def _compares(words: str) -> bool:
    """Whether words lead to the share that another one is compared with: 占比较上年末的60.8%."""
    compared = SAID["prior"].search(words)
    return compared is not None and "占" not in compared[0] and not _rate(words)


def _share_of_before(statement: Statement, last: Statement) -> None:
    """占外贸总值100亿元的60%, and 占比由50%提高到60%: what is said of a share before it."""
    held = SAID["share of"].search(words := held_words(last))
    if held and held_by(last, statement):
        # 完成全年22万人目标任务的120%: the plan may be named after its figure
        planned = SAID["plan"].search(words + statement.lead)
        measured = planned or SAID["held against"].search(words)
        statement.role, statement.of_plan = "share", bool(measured)
        statement.base = "" if measured else held["base"]
    elif (
        last.role == "led"
        and last.base
        and (statement.said["reached"] or SAID["led to"].fullmatch(statement.lead))
    ):
        statement.role = "share"
        statement.base = "" if last.base == ALL else last.base
        statement.name = last.name


def _before_rate(words: str) -> str:
    """Words without the name of a rate at their end."""
    starts = [match.start() for match in SAID["rate"].finditer(words)]
    return words[: starts[-1]] if starts and _rate(words) else words


def _rate(words: str) -> str:
    """Whether words end in the name of a rate: up, down or ""."""
    last = None
    for match in SAID["rate"].finditer(words):
        last = match
    if last is None or not SAID["rate end"].fullmatch(words, last.end()):
        return ""
    return "down" if last["down"] else "up"


START = later(rf"^(?:{_PATTERNS['start']}|{_PATTERNS['when']}|[年月日末底初间]|(?<=[年月日期])内)+")
ENDING = later(rf"(?:{_PATTERNS['ending']})+了?$")
PLACE = later(_PATTERNS["place"])
WHOLE = later(_PATTERNS["whole"])


@lru_cache(KEPT)
def named(words: str) -> str:
    """What words before a number name, without times and verbs around it."""
    return ENDING.sub("", START.sub("", words))


@lru_cache(KEPT)
def core(words: str) -> str:
    """The noun of a whole, without the words that only say that it is one, or where."""
    return WHOLE.sub("", PLACE.sub("", words)) or WHOLE.sub("", words)


def _name(statement: Statement) -> None:
    if statement.role != "share" and not (statement.role == "led" and statement.base):
        statement.name = named(statement.words)
    if statement.role in ("level", "percent") and statement.said["earlier"]:
        statement.time += BEFORE


COMPARED = _PATTERNS["compared"].replace("?P<to>", "?:")
ADVERBS = later(rf"(?:{COMPARED}|{_PATTERNS['adverb']})*")


def unnamed(clause: str) -> bool:
    """Whether a clause before a change or rate names nothing that it could be of."""
    return bool(ADVERBS.fullmatch(clause))


class Measured(NamedTuple):
    """What the words before a change, a rate or points say of it: against what it is measured,
    what else was done to it, and whether they name nothing that it could be of.
    """

    base: str
    worked: str
    nameless: bool


@lru_cache(KEPT)
def _measured(lead: str, words: str, counted: bool) -> Measured:
    """`counted` tells that the number has no verb of its own: 比上年多20件."""
    compared = SAID["compared"].search(lead)
    same = None if compared else SAME.search(lead)
    base = (compared["to"] or "compared") if compared else same[0] if same else ""
    worked = SAID["worked"].search(lead)
    if counted:
        words = _before_rate(words)
        words = GROWN_TO.sub("", SAID["more"].sub("", SAID["less"].sub("", words)))
        words = EACH.sub("", SAID["better"].sub("", words))
        words = NEW.sub("", SAID["lower"].sub("", SAID["higher"].sub("", words)))
        words = "" if BY.fullmatch(words) or EACH_BY.fullmatch(words) else words
    words = SAID["more flow"].sub("", words)
    nameless = _nameless(lead) and unnamed(words)
    return Measured(base, worked[0] if worked else "", nameless)


@lru_cache(KEPT)
def _nameless(lead: str) -> bool:
    """Whether no clause but the last before a figure names anything that it could be of.

    Words that follow the figure before right away tell of that one: 36名未成年人，占40%.
    """
    clauses = CLAUSE.split(lead)
    first = 1 if not clauses[0].startswith(("的", "，", "（", "、", "和", "及", "与")) else 0
    return all(clause == "" or unnamed(clause) for clause in clauses[first:-1])


INCLUDED = re.compile("[（(](?:其中|不?包?含|包括)[^）)]*$")
SAME = re.compile("同比|环比")
# What is said of a level
OWNED = ("change", "rate", "share", "points", "multiple", "prior")


def _owner(statement: Statement, told: list[Statement]) -> None:
    """Say which level a change, a rate, a share or points are of, and against what."""
    if statement.role in ("change", "rate", "points"):
        counted = statement.found.reading.kind == "quantity"
        base, worked, nameless = _measured(statement.lead, statement.words, counted)
        statement.base = base or statement.base
        statement.worked = worked or statement.worked
    elif statement.role == "share":
        nameless = _nameless(statement.lead) and bool(SAID["alone"].search(statement.name))
        if nameless:
            statement.name = ""
    else:
        nameless = statement.role == "prior" or _nameless(statement.lead)
    if not told or told[-1].sentence != statement.sentence:
        return
    last = told[-1]
    if statement.role == "change" and last.role == "prior" and statement.lead == statement.words:
        nameless = nameless or bool(BY_VERB.fullmatch(statement.words))
    if not nameless and (level := _counted_by(statement, told)):
        statement.of = level
        level.told.append(statement)
        return
    if not nameless and not _called_so(statement, told) and not _of_people_who(statement, last):
        return
    if last.role == "led":
        if statement.role != "share" or len(told) < 2:
            return
        last = told[-2]
    aside = last.role == "level" and len(told) > 1 and statement.lead.startswith(("）", ")"))
    if aside and INCLUDED.search(last.lead) and told[-2].role == "level":
        # 水电23051万千瓦（含抽水蓄能1836万千瓦），占21.83%: the bracket is told by the way
        last = told[-2]
    elif aside and last.said["plan"] and last.lead.startswith(("（", "(")):
        last = told[-2]  # 完成18.73亿元，为预算的102.9%（年初预算18.20亿元），增长6.1%
    if statement.role == "change" and (level := _only_of_unit(statement, last, told)):
        last = level
    whose = last.role in ("level", "percent")
    if last.role == "share":
        led = len(told) > 1 and told[-2].role == "led"
        whose = statement.role == "points" or (led and statement.role == "rate")
    owner = last if whose else last.of
    if statement.role == "share" and held_by(last, statement):
        # 收入142亿元，完成预算139亿元的102%，增长4%: both are said of the revenue
        done = next((one for one in reversed(told[:-1]) if one.role == "level"), last)
        owner = done if (done.unit, done.sentence) == (last.unit, last.sentence) else last
    if statement.role == "prior":
        owner = next(
            (
                one
                for one in reversed(told)
                if one.role in ("level", "percent", "share")
                and one.unit == statement.unit
                and one.sentence == statement.sentence
                and not _held_against(one, told)
            ),
            None,
        )
    if statement.role == "prior" and (named_so := _same_called(statement, told)):
        owner = named_so
    if statement.role == "prior" and owner is not None and _names_another(statement, owner):
        owner = _named_by(statement, told)
        if owner is None:
            return
    if owner is not None and statement.role == "prior" and statement.said["compared aside"]:
        # 以2.43亿元转让，价格7.8元/股，较最新股价（6.49元）溢价20.18%
        owner = owner if told[-1] is owner or told[-1].of is owner else None
    if owner is not None:
        if statement.role in ("rate", "change", "prior"):
            owner = _total_of(owner, told, statement) or owner
        statement.of = owner
        owner.told.append(statement)


def _total_of(average: Statement, told: list[Statement], statement: Statement) -> Statement | None:
    """The total right before the average a day, month or year of it, and what is said next is of
    both: 接待23.7万人次，日均4.74万人次，比上年多3.1万人次.
    """
    each = SAID["each day"]
    if not each.search(average.words) or each.search(statement.words):
        return None
    before = next((one for one in told if one.number == average.number - 1), average)
    alike = (before.role, before.unit) == ("level", average.unit)
    near = before.sentence == average.sentence
    return before if alike and near and before.value > average.value else None


def _same_called(prior: Statement, told: list[Statement]) -> Statement | None:
    """The level that one of a time before has the name of, or of which was told right before by
    how much it changed: 销售64.3万头（其中仔猪8.9万头），环比增长7.5%，4月为59.8万头.
    """
    alike = [
        one
        for one in told
        if one.role in ("level", "percent", "share")
        and (one.unit, one.sentence) == (prior.unit, prior.sentence)
    ]
    name = core(named(SAID["earlier"].sub("", prior.name)))
    called = [one for one in alike if name and core(one.name) == name]
    last = told[-1]
    of = last.of if last.role in ("change", "rate", "points") else None
    return called[-1] if called else of if of in alike and unnamed(name) else None


def _of_people_who(statement: Statement, last: Statement) -> bool:
    """Whether points are told after what the percentage before them is of: 18.6%的受访者称受骗，
    同比下降2.7个百分点.
    """
    clauses = CLAUSE.split(statement.lead)
    of = last.role == "percent" and clauses[0].startswith("的") and len(clauses) > 1
    measured = statement.role == "points" and bool(statement.base)
    return of and measured and all(map(unnamed, clauses[1:-1])) and unnamed(statement.words)


def _only_of_unit(statement: Statement, last: Statement, told: list[Statement]) -> Statement | None:
    """The only level of a change's unit where the figure right before it has another one: 总产
    31.57万吨，亩产461.4公斤，比上年增产0.63万吨.
    """
    if last.role not in ("level", "percent") or last.unit == statement.unit:
        return None
    alike = [
        one
        for one in told
        if one.role == "level"
        and (one.unit, one.sentence) == (statement.unit, statement.sentence)
        and last.number - one.number <= SIDES
    ]
    return alike[0] if len(alike) == 1 else None


# So many figures may stand between a level and its change
SIDES = 2
UNIT_NAMED = re.compile("(?P<unit>[^，]{1,3})数量?")


def _counted_by(statement: Statement, told: list[Statement]) -> Statement | None:
    """The only level that has the name of a change, or the unit by which a rate is named: 货物1327
    批次、商品286.4万件，批次数增长21.3%.
    """
    if statement.role not in ("rate", "change"):
        return None
    levels = [one for one in told if one.role == "level" and one.sentence == statement.sentence]
    compared = SAID["compared"].search(statement.words)
    if statement.role == "change" and compared:
        # 能源成本3284.6万元，占13.4%，能源成本较上年减少371.8万元
        name = core(named(statement.words[: compared.start()]))
        alike = [o for o in levels if o.unit == statement.unit and name == core(o.name) != ""]
    else:
        of = UNIT_NAMED.fullmatch(named(COMPARISON.sub("", statement.words)))
        alike = [one for one in levels if of and one.unit.endswith(of["unit"])]
    return alike[0] if len(alike) == 1 else None


SHARE_NAME = re.compile("(?:所占)?(?:比重|占比|比例|份额)$")


def _called_so(statement: Statement, told: list[Statement]) -> bool:
    """Whether a change or a rate names the level that was told last: 库存由80台升至120台，库存量
    增长50%.
    """
    last = told[-1]
    if statement.role == "points" and last.role == "prior" and last.of is not None:
        # 覆盖率56.3%，与上年的53.9%相比，覆盖率提高2.4个百分点
        name = core(named(COMPARISON.sub("", statement.words)))
        return len(name) > 1 and core(last.of.name).endswith(name)
    if statement.role == "points" and last.role == "share" and last.of is not None:
        # 老年人87.9万人，占14.4%；与上年相比，老年人口比重上升1.7个百分点
        name = named(COMPARISON.sub("", statement.words))
        whose = core(SHARE_NAME.sub("", name))
        own = core(last.of.name)
        alike = whose.startswith(own) or own.startswith(whose)
        return min(len(whose), len(own)) > 1 and whose != name and alike
    if statement.role not in ("change", "rate") or last.role != "level":
        return False
    led = told[-2] if len(told) > 1 and told[-2].role == "led" and not last.name else None
    own = named(LED.split(led.words)[0]) if led else last.name
    name = core(named(COMPARISON.sub("", statement.words)))
    return len(name) > 1 and name == core(own) and not statement.lead.startswith(("；", ";"))


def held_by(whole: Statement, share: Statement) -> bool:
    """Whether a whole stands between 占 or 完成 and the share of it that something is."""
    held = SAID["share of"].search(held_words(whole))
    return held is not None and bool(SAID["share after"].fullmatch(share.lead))


def held_words(whole: Statement) -> str:
    """The words that lead to a whole, which may stand in brackets: 占总数（612所）的89.5%."""
    if whole.lead.endswith(("（", "(")):
        return CUT.split(whole.lead[:-1])[-1]
    return whole.words


def _later(prior: Statement, owner: Statement) -> bool:
    """Whether what looks like the level before is a later one: 2018年为A，2020年为B."""
    years = [one.time[:4] for one in (owner, prior)]
    return all(map(str.isdigit, years)) and owner.time < prior.time.removesuffix(BEFORE)


def _held_against(one: Statement, told: list[Statement]) -> bool:
    """Whether a level only says what another one is measured by: 恢复至21.4亿元的86.9%."""
    following = next((other for other in told if other.number == one.number + 1), None)
    return following is not None and following.lead == "的" and following.unit in ("%", "‰", "倍")


# What the words before a comparison may say of a share, without a name of its own
SHARE = re.compile("[环同]$|所?占?(?:比[例重]|份额|占比)?$")


def _names_another(prior: Statement, owner: Statement) -> bool:
    """Whether the words before a comparison name something else: 487枚，其中金牌较上届的129枚."""
    compared = prior.said["prior"]
    name = named(SHARE.sub("", prior.words[: compared.start()])) if compared else ""
    if not name or unnamed(name) or name == "后者":
        return False
    return core(name) not in owner.words and core(owner.name) not in name


def _named_by(prior: Statement, told: list[Statement]) -> Statement | None:
    """The one level of the sentence that the words before a comparison name: 水产品出口较上年的."""
    found = [
        one
        for one in told
        if one.role == "level"
        and (one.unit, one.sentence) == (prior.unit, prior.sentence)
        and not _names_another(prior, one)
        and len(core(one.name)) > 1
    ]
    return found[0] if len(found) == 1 else None


def _deal(told: list[Statement]) -> None:
    """Deal out the shares and rates that 分别 says of several levels, in their order."""
    i = 0
    while i < len(told):
        first = told[i]
        j = i + 1
        if first.role in ("share", "rate", "points"):
            while j < len(told) and told[j].listed and told[j].unit == first.unit:
                # 分别下降7.3%、上升5.7%: the second has a verb of its own
                told[j].falling = told[j].falling or (
                    first.falling and told[j].found.reading.kind != "growth"
                )
                told[j].role = first.role
                told[j].base, told[j].worked = first.base, first.worked
                j += 1
        elif first.role == "change" and "分别" in first.lead:
            while j < len(told) and told[j].listed and told[j].role == "level":
                told[j].role, told[j].falling = first.role, first.falling
                told[j].base, j = first.base, j + 1
            i = j
            continue
        dealt = told[i:j]
        if 1 < len(dealt) <= DEALT:
            levels = [
                one for one in told[:i] if one.role == "level" and not _held_against(one, told)
            ][-len(dealt) :]
            for one in dealt:
                if one.of is not None and one in one.of.told:
                    one.of.told.remove(one)
                one.of = None
            nameless = first.role != "share" or not (first.name or _kinds(first, levels, j - i))
            if len(levels) == len(dealt) and nameless and first.sentence == levels[0].sentence:
                for level, one in zip(levels, dealt, strict=True):
                    one.of = level
                    level.told.append(one)
        i = j


def _kinds(first: Statement, levels: list[Statement], count: int) -> bool:
    """Whether shares are dealt out to so many things that are listed, and aren't the levels: 完工
    60辆，拖移40辆；尚未清理的20辆，卡在查封、抵押和失联三方面，占比依次为.
    """
    for clause in CLAUSE.split(first.lead)[:-1]:
        names = [named(name) for name in NAMES.split(clause)]
        if len(names) == count and all(names):
            words = "".join(one.words for one in levels)
            return not any(name[-2:] in words for name in names[:-1])
    return False


def _deal_priors(told: list[Statement]) -> None:
    """Deal out the levels that several are compared with: 较上年的A、B分别增长C和D."""
    for i, first in enumerate(told):
        if first.role != "prior":
            continue
        j = i + 1
        while (
            j < len(told)
            and told[j].listed
            and (told[j].role, told[j].unit)
            == (
                "level",
                first.unit,
            )
        ):
            j += 1
        dealt = told[i:j]
        if not 1 < len(dealt) <= DEALT:
            continue
        levels = [one for one in told[:i] if (one.role, one.unit) == ("level", first.unit)]
        levels = [
            one for one in levels if one.sentence == first.sentence and not one.said["summed"]
        ][-len(dealt) :]
        for k, one in enumerate(dealt):
            if one.of is not None:
                one.of.told.remove(one)
            one.role = "prior"
            one.of = levels[k] if len(levels) == len(dealt) else None
            if one.of is not None:
                one.of.told.append(one)


NAMES = re.compile("、|和|与|及|以及")


def _deal_names(told: list[Statement]) -> None:
    """Deal out the names of several levels that 分别 leads to: 内贸、外贸分别为A和B."""
    for i, first in enumerate(told):
        if first.role != "level" or not DEALS.search(first.words):
            continue
        j = i + 1
        while j < len(told) and told[j].listed and told[j].unit == first.unit:
            j += 1
        names = [named(name) for name in NAMES.split(_last_clause(first.lead))]
        if 1 < j - i == len(names) and all(names):
            for one, name in zip(told[i:j], names, strict=True):
                one.name = name


DEALS = re.compile("(?:分别|依次)[为是有达完成实现]*$")


@lru_cache(KEPT)
def _last_clause(lead: str) -> str:
    """The last clause of words before a figure, without 分别 at its end."""
    return DEALS.sub("", CLAUSE.split(lead)[-1])


def _date(told: list[Statement]) -> None:
    """Deal out the times that a list of levels or rates is told of: 7月、8月和9月分别为A、B和C."""
    i = 0
    while i < len(told):
        j = i + 1
        while j < len(told) and told[j].listed and told[j].unit == told[i].unit:
            j += 1
        dates = told[i].dates
        if j - i > 1 and (said := EACH_YEAR.search(told[i].words)):
            # 五年共募集24644.7万元，各年分别为A、B、C、D和E, of a period that was told before, and
            # 分别为A、B和C, of one of just so many years
            period = dates[-1] if dates else told[i].time
            if (said["each"] and not dates) or len(_years_within(period)) == j - i:
                dates = (period,)
        if j - i > 1 and len(dates) == 1:
            dates = _years_within(dates[0])
        if 1 < len(dates) == j - i:
            for one, time in zip(told[i:j], dates, strict=True):
                one.time, one.dates = time, (time,)
        i = j


EACH_YEAR = re.compile("(?P<each>[各历逐每分]年度?(?:分别|依次)?|依次)|分别")


def _years_within(period: str) -> tuple[str, ...]:
    """The years, or the months without a year, from the beginning of a period to its end."""
    span = re.fullmatch(r"(?P<kind>|--)(\d{4}|(?<=--)\d\d)/(?P=kind)(\d{4}|(?<=--)\d\d)", period)
    if not span:
        return ()
    first, last = int(span[2]), int(span[3])
    digits = len(span[2])
    return tuple(f"{span['kind']}{one:0{digits}}" for one in range(first, last + 1)[:DEALT])


def _join_series(told: list[Statement]) -> None:
    """Say of each level whose words are but a time which level before it goes on with."""
    for i, one in enumerate(told):
        if one.role not in ("level", "prior", "percent", "share") or not (one.listed or one.dates):
            continue
        if one.name and not one.listed and not one.said["same measure"]:
            continue
        before = next((other for other in reversed(told[:i]) if other.unit == one.unit), None)
        if before is not None and before.role in ("level", "prior", "percent", "share"):
            one.series = before.series or before


def tell(text: str, groups: Iterable[list[Found]]) -> Iterator[list[Statement]]:
    """The statements of each group of figures."""
    teller = Teller(text)
    for group in groups:
        yield teller.statements(group)


__all__ = ["FALLS", "RATIOS", "RISES", "SAID", "Statement", "Teller", "core", "named", "tell"]
