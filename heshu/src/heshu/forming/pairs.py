"""What two levels near to a figure make of it: a difference, or a rate.

The words name neither of the two, or not for sure, so that a pair is looked for that fits and
that hardly another would: the strength of the test outweighs how many were tried. What fits
none is no relation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache, partial

from heshu import equations, relations
from heshu.forming.changes import as_points
from heshu.forming.slips import mended, nearly, percentage, sum_apart, surprising
from heshu.forming.window import (
    Window,
    beyond_chance,
    by_it,
    fits,
    near_time,
    one_time,
    rate_name,
    telling,
    tied,
)
from heshu.reading import RATIOS, Reading, read
from heshu.relations import INCONSISTENT, Result, strictly
from heshu.statements import BEFORE, BY, CLAUSE, CUT, FEWER, PARTED, SAID, Statement, core, unnamed

REPEATED = 1 << 9
change = lru_cache(REPEATED)(equations.change)
difference = lru_cache(REPEATED)(equations.difference)
points = lru_cache(REPEATED)(equations.points)
share = lru_cache(REPEATED)(relations.share)
growth = lru_cache(REPEATED)(relations.growth)
multiple = lru_cache(REPEATED)(equations.multiple)
share_of_sum = lru_cache(REPEATED)(equations.share_of_sum)
share_of_parts = lru_cache(REPEATED)(equations.share_of_parts)
order = lru_cache(REPEATED)(relations.order)
rest_of_whole = lru_cache(REPEATED)(equations.rest_of_whole)

# The two are looked for among so many levels before the figure
LOOKED_AT = 14
# A level that a change before it is measured against comes so soon after it, counted in figures
SOON = 4

# What is so many times another is no level of the same
FAR = 10
# So many parts have a rate together at most
SEVERAL = 4
# A rate's whole stands at most so many paragraphs before its part
PARAGRAPHS = 3
# So many characters before 率 tell of what it is a rate
# of a rate that has a decimal
LIKELY, HALF = Fraction(1, 3), 0.5
STEM, TWO = 4, 2
# By so much less likely chance must be where the part before a rate hasn't its name
UNCALLED = 6
# Rates that say nothing of what they are of but that it is a part
OF_KIND = re.compile("渗透率|占有率|市占率|份额|占比")
# 满意户391户，满意度93.1%: the name of a rate that has no other stem
SATISFIED = re.compile("满意度$")
# What a rate of use says of some of all
IN_USE = re.compile("(?:使用|利用|占用|运转|开工|出租|入住|上座)$")
RATED = re.compile(r"率[为是达约]*[\d.]+%")
# Rates of an area or of all people, which need not be told
COVER = re.compile(
    "覆盖率|普及率|自给率|失业率|贫困率|出生率|死亡率|[发患]病率|犯罪率|离婚率|感染率"
)
# What a level is held against by words before it, and 多 or 少 after it
THAN = re.compile("^(?:但|而|仍)?(?:比|较)(?!多[^年]|[重例率大小高低少])[^，]{1,20}$")
BOTH = re.compile("[两二]者")
# What a part leaves of its whole, after its rate, and words that leave no doubt of it
REST = re.compile("^[，；][^，；]{0,4}(?:其余|余下|剩[下余]|[还尚仍]有|[还尚仍]在|未[^，]{1,4}的)")
SURELY = re.compile("^[，；](?:其余|余下|剩[下余]|还剩)")
# Returns, turnovers and rates of interest are no shares of what their names begin with
NO_SHARE = re.compile("(?:收益|回报|报酬|周转|换手|折现|贴现|成本|(?<![净毛])利|[税汇费息]|负债)率")
# How strong a test of the only two that can be meant must be
CLEAR = Fraction(9, 10)
# and that of the only level, where nothing says that the rate is its own
ALONE = Fraction(19, 20)

Pair = tuple[Statement, Statement]

# A rate that tells by how much one level is above another
GROWN = re.compile("[溢折]价率|[升贬增]值率|加价率|降价率|打折率")


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(
    ("level", "prior", "led", "change", "rate", "share", "points", "multiple", "percent", "more")
)


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for i, one in enumerate(statements):
        held = i > 1 and one.unit in ("%", "个百分点") and statements[i - 1].unit == "%"
        if held and (beyond := _Beyond.of(window, _three(statements, i), statements[i - 2])):
            yield from beyond.form(window, statements)
            continue
        if i and _is_than(one, statements[i - 1]):
            yield from _than(window, statements, i)
        elif one.role == "percent" and one.unit == "%":
            yield from _rate(window, one)
        elif i > 1 and one.role == "level" and SAID["more flow"].search(one.words):
            yield from _more_of_flow(statements, i)
        elif one.role == "change" and one.unit and not one.worked:
            yield from _difference(window, one, _sides(window, one))
        elif one.role == "level" and one.said["left"]:
            near = window.near(one, LOOKED_AT, one.unit)
            yield from _left(window, one, near)
        elif one.role == "points" and one.found.reading.kind == "quantity":
            yield from _points(window, statements, one)
        elif one.role == "rate" and one.unit == "%" and not one.worked:
            yield from _by_step(window, statements, one)
        if one.role in ("level", "prior"):
            yield from _told_before(window, one)
        if i > 1 and one.role == "level" and REST.match(one.lead):
            yield from _rest_of_rate(window, statements, i)


def first_fit(
    pairs: Sequence[Pair], test: Callable[[Statement, Statement], Result | None]
) -> Iterator[Result]:
    """The first result of pairs, the likeliest first, that is hardly chance over those before."""
    for i, pair in enumerate(pairs):
        result = test(*pair)
        if result is not None and beyond_chance(result, i + 1):
            yield result
            return


# Differences


def _difference(window: Window, told: Statement, pairs: Sequence[Pair]) -> Iterator[Result]:
    """A change, or what is left, that two levels near to it differ by."""
    pairs = [(a, b) for a, b in pairs if a is not b and a.value > b.value]
    pairs.sort(key=lambda pair: sum(abs(told.number - one.number) for one in pair))

    yield from first_fit(pairs, partial(_apart, told=told))


def _left(window: Window, told: Statement, near: Sequence[Statement]) -> Iterator[Result]:
    """What is left of one level without another. Of the only two right before it in its sentence
    none else need be meant.
    """
    last = _last_two(told, near)
    result = _apart(*last, told) if last else None
    if result and telling(result, CLEAR):
        yield result
        return
    formed = list(_difference(window, told, [(a, b) for a in near for b in near]))
    yield from formed
    if last and not formed and SAID["left over"].search(told.words):
        here = [one for one in near if told.sentence - one.sentence <= 1]
        if BOTH.search(told.words) and len(here) == len(last) and near_time(*last):
            yield _difference_of(*last, told)
        else:
            yield from _slipped_apart(*last, told)


def _slipped_apart(larger: Statement, smaller: Statement, told: Statement) -> Iterator[Result]:
    """What two levels differ by once a slip in one of the three is mended."""
    if near_time(larger, smaller, told) and sum_apart(larger, (smaller, told)):
        result = _difference_of(larger, smaller, told)
        if result.verdict == INCONSISTENT:
            yield result


OF_REVENUE, REVENUE = re.compile("(?:费用|利)率"), re.compile("收入|营收|销售|成交")
OF_THEM = re.compile("[^，；]{0,6}中(?![心央等小])")


def _rest_of_rate(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """立案312起，结案268起，结案率85.9%，余下44起: what a part leaves of its whole."""
    part, rate, rest = statements[i - 2 : i + 1]
    if (part.role, rate.role, part.unit) != ("level", "percent", rest.unit):
        return
    if "；" in rest.lead or OF_THEM.match(rest.lead.lstrip("，；")):
        return  # 完结率98.4%，其余无法监督；任务中有57件发现问题
    if rest.sentence != part.sentence or rate.unit != "%":
        return
    for whole in window.before(part, part.unit):
        if whole.paragraph != part.paragraph or part.number - whole.number > LOOKED_AT:
            return
        if telling(share(part.found.reading, whole.found.reading, rate.found.reading), CLEAR):
            result = _difference_of(whole, part, rest)
            if fits(result) or SURELY.match(rest.lead) or sum_apart(whole, (part, rest), 1, True):
                yield result
            return


def _is_than(told: Statement, base: Statement) -> bool:
    """Whether a figure is by how much something is more or less than the one right before it."""
    if base.role not in ("level", "percent") or not THAN.match(base.words):
        return False
    if CUT.search(told.lead) or told.worked:
        return False
    by = bool(BY.fullmatch(told.words))
    if told.unit == base.unit and base.role == "level":
        return by or (told.role == "change" and not told.words)
    if told.role == "points":
        return base.unit == "%" and (by or unnamed(told.words))
    of_rate = told.unit == "%" and base.role == "level" and base.unit not in RATIOS
    rate = told.role == "rate" and (unnamed(told.words) or told.of is base)
    return of_rate and (by or rate)


def _than(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """用时12.6天，比一审的58.3天少45.7天, 较发行价31.20元下跌17.4%: by how much a level is more or
    less than another that isn't the same of a time before.
    """
    told, base = statements[i], statements[i - 1]
    near = [
        one
        for one in statements[max(0, i - 1 - SOON) : i - 1]
        if one.unit == base.unit
        and one.sentence == told.sentence
        and one.role in ("level", "percent", "share")
    ]
    if not near:
        return
    level = near[-1]
    falling = told.falling or bool(FEWER.search(told.words))
    readings = base.found.reading, level.found.reading, told.found.reading
    if told.unit == base.unit:
        pair = (base, level) if falling else (level, base)
        result = _apart(*pair, told)
        if result and telling(result, CLEAR):
            yield result
        elif not result:
            yield from _slipped_apart(*pair, told)
        rate = statements[i + 1] if i + 1 < len(statements) else None
        if rate and rate.role == "rate" and rate.of is told.of is base:
            # 比调整前的3204元增加64元，增幅为2.0%
            readings = (*readings[:2], rate.found.reading)
            grown = tied(strictly(growth(*readings, falling=rate.falling)), base, level, rate)
            if fits(grown):
                yield grown
        return

    def tested(one: Statement) -> Result:
        figures = base.found.reading, one.found.reading, told.found.reading
        if told.role == "points":
            return tied(points(*figures, falling=falling), base, one, told)
        return tied(strictly(growth(*figures, falling=falling)), base, one, told)

    result = tested(level)
    listed = level.listed or level.lead.startswith("、")
    if listed:
        # 2670辆，分别为1200辆、850辆和620辆，比原先的4100辆减了34.9%: what was told before a list
        result = next(filter(fits, map(tested, reversed(near))), result)
    # A、B，较C下降: either may be meant; 市值318亿元 is no price of 90元
    alone = base.number - level.number == 1 + len(level.told) and not listed
    alike = max(level.value, base.value) < FAR * min(level.value, base.value)
    doubt = level.within or not alike or window.comparable(level, base, told)
    if fits(result) or (alone and not doubt):
        yield result


def _more_of_flow(statements: list[Statement], i: int) -> Iterator[Result]:
    """存款增加29.4亿元，去年同期增加26.3亿元，同比多增3.1亿元: two changes, and how much more the
    first one is.
    """
    first, base, told = statements[i - 2 : i + 1]
    alike = (first.role, first.unit, first.falling) == (base.role, base.unit, base.falling)
    if first.role != "change" or not alike or base.unit != told.unit or first.falling:
        return
    if not SAID["earlier"].search(base.words) or SAID["earlier"].search(first.words):
        return
    if first.sentence != told.sentence or told.number != first.number + 2:
        return
    pair = (base, first) if told.words.rstrip("增加").endswith("少") else (first, base)
    yield tied(difference(*(one.found.reading for one in (*pair, told))), *pair, told)


def _last_two(told: Statement, near: Sequence[Statement]) -> Pair | None:
    """The last two levels before a figure, the larger first, where its sentence has both, or the
    one before what 两者 are.
    """
    last = near[-2:]
    back = 1 if BOTH.search(told.words) else 0
    if len(last) < 2 or any(told.sentence - one.sentence > back for one in last):
        return None
    a, b = sorted(last, key=lambda one: -one.value)
    return a, b


def _apart(larger: Statement, smaller: Statement, told: Statement) -> Result | None:
    """The difference of two levels, if it can be that at a glance."""
    apart = larger.value - smaller.value
    if abs(apart - told.value) > 1.001 * (larger.room + smaller.room + told.room) + 1e-9:
        return None
    return _difference_of(larger, smaller, told)


def _difference_of(larger: Statement, smaller: Statement, told: Statement) -> Result:
    figures = larger, smaller, told
    return tied(difference(*(one.found.reading for one in figures)), *figures)


def _sides(window: Window, told: Statement) -> list[Pair]:
    """The pairs that a change can lead between: one is its own level, where it has one, or that
    of a time before, where this was told last (上年100头，增加20头).
    """
    near = window.near(told, LOOKED_AT, told.unit, ("level", "prior", "led"))
    owner = told.of
    if owner is None:
        return [(a, b) for a in near for b in near]
    first = told.falling != owner.time.endswith(BEFORE)
    return [(b, owner) if first else (owner, b) for b in near]


def _told_before(window: Window, base: Statement) -> Iterator[Result]:
    """A change told before the level that it is measured against."""
    if base.role == "level" and base.name and not _earlier(base):
        return  # 受理183件，增加37件；办结146件: what has another name is no level before
    for level in window.near(base, SOON, base.unit):
        for told in level.told:
            if told.role == "change" and told.unit == base.unit and told.number < base.number:
                pair = (base, level) if told.falling else (level, base)
                yield from _difference(window, told, [pair])


def _earlier(base: Statement) -> bool:
    """Whether a level is told of a time before."""
    return base.time.endswith(BEFORE) or bool(base.dates)


def _has_base(window: Window, level: Statement, step: Statement) -> bool:
    """Whether the level before a change is printed: the rate is held against that."""
    near = window.near(step, LOOKED_AT, step.unit, ("level", "prior", "led"))
    apart = 1.001 * (level.room + step.room)
    return any(
        abs(abs(level.value - other.value) - step.value) <= apart + other.room + 1e-9
        for other in near
        if other is not level
    )


def _steps_for(rate: Statement, one: Statement) -> bool:
    """Whether a figure may be the change that a rate is of, where no level has both: one before
    the rate, or right after it (增长7.5%，比上年同月多1.53万标箱).
    """
    after = rate.number - one.number
    if one.sentence != rate.sentence or not (0 < after <= SOON or after == -1):
        return False
    if one.role == "level":
        return bool(one.said["new"]) and not one.said["grown to"]
    own = one.of is not None and one.of.unit == one.unit and one.base == rate.base
    return one.role == "change" and not own


def _by_step(window: Window, statements: list[Statement], rate: Statement) -> Iterator[Result]:
    """The rate of a change that has its level further on, or that is dealt out with others.

    事故612起、死亡87人，与去年相比，事故减少74起，下降10.8%；死亡减少11人，下降11.2%.
    """
    steps = [one for one in statements if _steps_for(rate, one)]
    owner = rate.of if rate.of is not None and rate.of.role == "level" else None
    # 新增94万人，增长1.6%: what is new grew by no rate of its own
    owner = None if owner in steps else owner
    trials = [
        (level, step)
        for step in reversed(steps)
        if step.falling == rate.falling or step.role == "level"
        for level in ([owner] if owner else window.near(step, LOOKED_AT, step.unit))
        if level.unit == step.unit and not _has_base(window, level, step)
    ]

    def test(level: Statement, step: Statement) -> Result:
        readings = level.found.reading, step.found.reading, rate.found.reading
        return tied(change(*readings, falling=rate.falling), level, step, rate)

    if len(trials) == 1:
        result = test(*trials[0])
        if telling(result, CLEAR if owner else ALONE):
            yield result
        return
    yield from first_fit(trials, test)


# Each of two is held against what it was itself
EACH_THAN = re.compile("[前后]者(?:[同环]比|[比较][^，。；]{0,6}(?:上|去年|同期|年))")


def _points(window: Window, statements: list[Statement], told: Statement) -> Iterator[Result]:
    """The points that two percentages near to them are apart: A高于B, AB相差."""
    if not SAID["apart"].search(told.lead):
        return
    if EACH_THAN.search(window.before_words(told)):
        return  # 采纳率为98.7%和99.3%，前者比上年低0.4个百分点，后者高1.1个百分点
    near = window.near(told, LOOKED_AT, "%", ("percent", "prior"))
    # 比全市增幅高13.3个百分点（全市为18.2%）: one may stand right after its points
    here = [
        one
        for one in statements
        if one.unit == "%" and (one.number < told.number or one.number == told.number + 1)
    ]
    near = list(dict.fromkeys([*near, *here[-LOOKED_AT:]]))
    pairs = [(a, b) for a in near for b in near if a.value > b.value and not a.falling]

    def test(larger: Statement, smaller: Statement) -> Result:
        readings = smaller.found.reading, larger.found.reading, told.found.reading
        return tied(points(*readings, falling=False), smaller, larger, told)

    if len(pairs) == 1:
        # Of only two percentages none else can be meant
        result = test(*pairs[0])
        both = [one for one in here if one.number < told.number]
        sure = SAID["latter"].fullmatch(told.lead) and {*pairs[0]} == {*both} and len(both) == 2
        if sure or telling(result, CLEAR):
            yield result
        return
    yield from first_fit(pairs[::-1], test)


def _three(statements: list[Statement], i: int) -> list[Statement]:
    """A figure with the two before it, without the points by which the first changed."""
    first = statements[i - 2]
    if i > 2 and first.role == "points" and first.of is statements[i - 3]:
        first = statements[i - 3]
    return [first, *statements[i - 1 : i + 1]]


@dataclass(frozen=True)
class _Beyond:
    """不良率1.2%，低于2.0%的行业水平0.8个百分点: three in a row, and words for which is more."""

    end: Statement
    base: Statement
    told: Statement
    falling: bool

    @classmethod
    def of(cls, window: Window, three: list[Statement], last: Statement) -> _Beyond | None:
        """`last` is the figure right before the second."""
        end, base, told = three
        if end.unit != "%" or base.unit != "%" or told.unit not in ("%", "个百分点"):
            return None
        if end.sentence != told.sentence or end.falling or base.falling:
            return None
        if end.listed or window.text[told.found.end : told.found.end + 1] in ("、", "和"):
            return None  # 7.9%、8.0%，高于全省5.0%的水平2.9和3.0个百分点
        if told.unit == "%" and not SAID["beyond what"].fullmatch(told.lead):
            return None  # 高于90%的企业有5%
        said = SAID["beyond"].fullmatch(window.between(last, told))
        falling = said is not None and bool(said["under"] or said["less"])
        return cls(end, base, told, falling) if said else None

    def form(self, window: Window, statements: list[Statement]) -> Iterator[Result]:
        end, base, told = self.end, self.base, self.told
        # 高于10.5% is no bound here: by how much follows
        against = base.found.reading
        if SAID["beyond bound"].match(base.found.phrase):
            against = read(SAID["beyond bound"].sub("", base.found.phrase))
        readings = against, end.found.reading, told.found.reading
        if told.unit == "%":
            meant = replace(told.found.reading, unit="个百分点")
            grown = growth(*readings, falling=self.falling)
            apart = points(*readings[:2], meant, falling=self.falling)
            if telling(apart, CLEAR) and grown.verdict == INCONSISTENT:
                yield tied(as_points(grown, told, "个百分点"), base, end, told)
            return
        result = tied(points(*readings, falling=self.falling), base, end, told)
        before = [one for one in statements if one.sentence == told.sentence and one.unit == "%"]
        alone = [one for one in before if one.number < base.number] == [end]
        if fits(result) or alone:
            yield result


# Rates


def _rate(window: Window, one: Statement) -> Iterator[Result]:
    """A percentage with the name of a rate that two levels near to it make."""
    name = rate_name(window, one)
    if not SAID["ratio name"].search(name) or GROWN.search(name):
        return
    near = [level for level in window.near(one, LOOKED_AT) if not _averaged(level)]
    pairs = [(a, b) for a in near for b in near if a is not b and _countable(a, b)]
    pairs.sort(key=lambda pair: sum(one.number - level.number for level in pair))
    called = [pair for pair in pairs if _alike(pair[0].name, name)]
    for some, tests in (called, (_of_whole, _of_both, _left_of)), (pairs, (_of_whole, _left_of)):
        for test in tests:
            if formed := list(first_fit(some, partial(test, told=one))):
                yield from formed
                return
    if formed := list(_of_far(window, one)):
        yield from formed
        return
    for slipped in _slipped(window, near, one):
        yield slipped if surprising(slipped) else slipped.doubted()


def _of_far(window: Window, told: Statement) -> Iterator[Result]:
    """用户5712万人，使用率97.3%: the part right before a rate, and a whole some paragraphs back."""
    here = [one for one in window.since(told.number - SOON) if one.number < told.number]
    levels = [one for one in here if one.role == "level" and one.sentence == told.sentence]
    if not levels or told.number - levels[-1].number > 1 + len(levels[-1].told):
        return
    part = levels[-1]
    wholes = [
        one
        for one in window.before(part, part.unit)
        if 0 < told.paragraph - one.paragraph <= PARAGRAPHS and one.value > part.value
    ]
    yield from first_fit(
        [(part, whole) for whole in wholes if not _averaged(whole)][:LOOKED_AT],
        partial(_of_whole, told=told),
    )


def _slipped(window: Window, near: Sequence[Statement], told: Statement) -> Iterator[Result]:
    """完赛10742人，完赛率93.4%: a rate of levels of its sentence, the part of which has its name
    or stands right before it, that holds once a slip is mended, or whose part is above the whole
    right before it, and that its part explains with no other level.
    """
    if NO_SHARE.search(told.name):
        return
    stem = SAID["ratio name"].sub("", SATISFIED.sub("满意率", told.name))[-STEM:]
    # 去年受理申请4260户，审核通过3917户，通过率91.9%: what follows is of last year, too
    here = [one for one in near if one.sentence == told.sentence and one_time(window, told, one)]
    levels = [one for one in window.since(told.number - 1) if one.role == "level"]
    if explicit := [one for one in levels if by_it(window, one, told)]:
        yield from _of_named_whole(window, here, explicit[0], told)
        return
    parts = [one for one in here if _alike(stem, one.words + window.after_words(one))]
    if used := IN_USE.search(stem):
        # 编制床位2600张，开放2748张，床位使用率96.4%: no beds of these are said to be used
        parts = [one for one in parts if used[0] in one.words + window.after_words(one)]
        if not parts:
            return
    # 37家一次合格，合格率88.1%: what stands between is said of the part
    between = [said for said in CLAUSE.split(told.lead)[:-1] if said]
    if not all(_alike(stem, said) for said in between):
        return
    last = [one for one in here if told.number - one.number == 1 + len(one.told)]
    # 调解撤诉4197件，调撤率68.5%; 电影票房1.268亿元，国产片票房1.241亿元，市场份额97.9%
    of_kind = bool(OF_KIND.search(told.name)) and any(_of_a_kind(one, here) for one in last)
    called = (
        bool(parts)
        or of_kind
        or any(_stands_for(stem, one.words) or _shares(stem, one.name) for one in last)
    )
    parts = parts or last
    if not parts or (between and not called):
        return
    part = parts[-1]
    if "总量" in part.words:
        return  # 下架8款，检测总量3460款，抽检比例一成: a whole itself
    if "同期" in part.words:
        return  # 提出抗诉46件，法院同期审结29件，改变率69.0%: it needn't be of those
    of_it = equations.possible_share(part.found.reading, told.found.reading)
    if not called and of_it is not None and telling(of_it, CLEAR):
        return  # 抗诉46件，审结29件，改变率69.0%: of some of the 29
    # 河东法庭审结1207件，结案率84.5%；河西法庭审结601件，结案率89.8%: each has its own whole
    verb = {*stem} & {*part.words}
    wholes = [
        one
        for one in here
        if _countable(part, one)
        and not _other_things(window, part, one)
        and not (verb & {*one.words} and PARTED.search(window.between(one, part)))
        and (
            one.number < part.number
            or [one.number, told.number] == [part.number + 1, part.number + 2]
        )
    ]
    if OF_REVENUE.search(told.name):
        # 应收账款4.52亿元；研发费用3960万元，费用率8.2%
        wholes = [one for one in wholes if REVENUE.search(one.words)]
    alike = [one for one in near if _countable(part, one) and _alike(stem, one.words)]
    after = [one for one in window.since(told.number) if one.sentence == told.sentence]
    after = [one for one in after if one.role == "level" and one.number > told.number]
    others = [*near, *after]
    first = [*alike, *after, part]
    if any(_explains(one, o, told) for one in first for o in others if one is not o):
        return
    for whole in wholes if 1 < len(parts) <= SEVERAL else ():
        # 完全缓解11例，部分缓解26例，客观缓解率53.6%: of both
        readings = [one.found.reading for one in parts if one is not whole]
        result = share_of_sum(whole.found.reading, told.found.reading, *readings)
        if telling(result):
            yield tied(result, whole, *(one for one in parts if one is not whole), told)
            return
    if any(_of_several(here, whole, told) for whole in wholes):
        return
    among = 1 if called else UNCALLED
    for i, whole in enumerate(reversed(wholes)):
        result = _share_of(part, whole, told)
        tried = among * (i + 1)
        if mended((part, whole, told), lambda readings: share(*readings), percentage, tried):
            yield result
            return
        if called and result.verdict == INCONSISTENT and window.copied(told):
            yield result
            return
        both = (part, told, whole)
        if told.name.startswith("不") and mended(both, _both, _glance_at_both, i + 1):
            yield tied(_both([one.found.reading for one in both]), part, whole, told)
            return
    before = next((one for one in reversed(wholes) if one.number < part.number), None)
    if before is None or told.number - part.number > 1 or told.value >= 100 or not called:
        return  # 完成养护264公里，列养率100%: of all that there are
    if window.text.startswith("的", before.found.end):
        return  # 新改建118公里，为计划105公里的112%: what another one is held against
    if window.text.startswith(("）", ")"), before.found.end):
        return  # 民事起诉41件（含附带诉讼29件），全年起诉68件，起诉率5.3%
    if fits(_both([one.found.reading for one in (part, told, before)])):
        return  # 批准逮捕9400余人，不捕2万余人，不捕率67.9%: of both together
    if part.said["summed"]:
        return  # A、B，合计C，C率: the one before is a part of it
    if before.within and any(one.value >= part.value for one in wholes):
        return  # 78家景区，其中4A级23家；实行预约的31家，预约率84%: of all of them
    if before.within and any(one.role == "share" for one in before.told):
        return  # 其中重刑58人，占6.42%，缓刑317人: the one before is a part of what this one is
    if any(before.number < one.number < part.number for one in near):
        return
    if SAID["told after"].match(before.lead):
        return  # 仅占15.1%，即40人；56人是再犯，再犯率24.6%: the one before is a part itself
    if _beside(window, before, part, told):
        return
    above = order(part.found.reading, before.found.reading).verdict == INCONSISTENT
    carried = SAID["carried over"].search(part.words + told.words)
    result = _share_of(part, before, told)
    # 网约车用户5.28亿人，外卖用户6.86亿人，渗透率48.7%: of a kind, both may stand side by side
    if above and not of_kind and (not carried or before.said["given out"]):
        yield result
    elif _alone(part, before, wholes, stem) and told.room < HALF:
        # More slips may make sense where the words leave so little doubt
        test = (part, before, told), lambda readings: share(*readings), percentage
        if (not carried and mended(*test, LIKELY)) or nearly(result, told):
            yield result


def _stands_for(stem: str, words: str) -> bool:
    """Whether the two characters of a rate are short for two words, in their order: 调撤, 完赛."""
    rest = iter(words)
    return len(stem) == TWO and all(character in rest for character in stem)


def _shares(stem: str, name: str) -> bool:
    """Whether the noun of the part right before a rate has a character of what the rate is called
    by: 承保161.7万辆，投保率; 节约35.5万元，节支率.
    """
    return len(stem) == TWO and any(character in core(name)[-STEM:] for character in stem)


def _of_a_kind(part: Statement, here: Sequence[Statement]) -> bool:
    """Whether a level before has the noun of a part: 电影票房 and 国产片票房."""
    noun = part.name[-TWO:]
    return len(noun) == TWO and any(
        one.name.endswith(noun) and _countable(part, one)
        for one in here
        if one.number < part.number
    )


def _alone(part: Statement, before: Statement, wholes: Sequence[Statement], stem: str) -> bool:
    """Whether a part has all of a rate's name, and no other level can be its whole than the one
    right before it: 提出建议163件，采纳148件，采纳率80.8%.
    """
    beside = part.number - before.number == 1 + len(before.told)
    return beside and stem in part.words and len(wholes) == 1 and len(stem) >= TWO


def _beside(window: Window, before: Statement, part: Statement, told: Statement) -> bool:
    """Whether what has a rate stands beside the level before it, and is no part of it: 45家企业和
    160家配套商; 出生38人，出生率5%；死亡44人，死亡率6%; or only names the rate: 3分球命中率44%.
    """
    between = window.between(before, part)
    if "利润" in before.words and "利润" in part.words:
        return True
    if part.listed or re.search("[和及、][^，；]*$", between):
        return True
    if SAID["among"].match(window.after_words(part) + "，") or not CUT.search(told.lead):
        return True
    apart = "；" in between and RATED.search(between)
    return bool(apart or COVER.search(told.name))


def _of_several(here: Sequence[Statement], whole: Statement, told: Statement) -> bool:
    """Whether a rate is that of several parts together: 录取300人、补录180人，录取率96%."""
    parts = [one for one in here if whole.number < one.number < told.number]
    parts = [one for one in parts if _countable(one, whole)][-SEVERAL:]
    readings = [one.found.reading for one in parts]
    # 完全缓解11例，部分缓解26例，稳定22例，缓解率53.6%: those together need not be the last
    return any(
        fits(share_of_sum(whole.found.reading, told.found.reading, *readings[i:j]))
        for i in range(len(readings) - 1)
        for j in range(i + 2, len(readings) + 1)
    )


def _of_named_whole(
    window: Window, here: Sequence[Statement], whole: Statement, told: Statement
) -> Iterator[Result]:
    """按常住人口1542万人计算，普及率77%: of the one level before, or that a slip is apart."""
    parts = [one for one in here if one is not whole and _countable(one, whole)]
    # 15个主场，以3.2万个座位计: these are other things
    parts = [one for one in parts if not _other_things(window, one, whole)]
    # （逾期286万元） after a rate may be the part
    if whole.number > told.number and parts and parts[-1].value >= whole.value:
        return  # 不起诉83人，不起诉率57.6%（同期起诉61人）: what stands after is no whole of it
    parts = [one for one in parts if whole.number < told.number or one.value < whole.value]
    results = [_share_of(one, whole, told) for one in parts]
    if any(fits(result) for result in results):
        return
    if len(parts) == 1:
        yield from results
        return
    for one, result in zip(parts, results, strict=True):
        if mended((one, whole, told), lambda r: share(*r), percentage, len(parts)):
            yield result
            return


def _share_of(part: Statement, whole: Statement, told: Statement) -> Result:
    readings = part.found.reading, whole.found.reading, told.found.reading
    return tied(share(*readings), part, whole, told)


def _explains(part: Statement, other: Statement, told: Statement) -> bool:
    """Whether a part has a rate of another level, or of itself and the other together."""
    if not _countable(part, other):
        return False
    readings = part.found.reading, other.found.reading, told.found.reading
    if _glance(part, other, told) and fits(share(*readings)):
        return True
    both = part.value + other.value
    near = both > 0 and _near(100 * part.value / both, told)
    return near and fits(share_of_parts(readings[0], readings[2], readings[1]))


def _both(readings: Sequence[Reading]) -> Result:
    """The share that a part has of itself and the other: of part, share, other."""
    return share_of_parts(*readings)


def _glance_at_both(numbers: Sequence[tuple[float, float]]) -> bool:
    (part, spare), told, (other, wide) = numbers
    return percentage([(part, spare), (part + other, spare + wide), told])


def _glance(part: Statement, whole: Statement, told: Statement) -> bool:
    """Whether a share can be right under some rule of rounding, at a glance."""
    # A figure that was cut off reaches as far again as one that was rounded
    reach = 2 * told.room or 1.0
    numbers = (part.value, 2 * part.room), (whole.value, 2 * whole.room), (told.value, reach)
    return percentage(numbers)


def _averaged(one: Statement) -> bool:
    return bool(one.said["per"])


def _countable(part: Statement, whole: Statement) -> bool:
    """Whether one can be a part of the other: both are counted alike."""
    return part.unit == whole.unit


def _other_things(window: Window, one: Statement, other: Statement) -> bool:
    """Whether what two figures count has other names: 15个主场 and 3.2万个座位. After another
    measure word the noun may be left out: 42家诊所, 37家一次合格.
    """
    return one.unit == "个" and window.others(one, other)


def _alike(name: str, other: str) -> bool:
    """Whether two names have two characters in a row in common."""
    return any(name[i : i + 2] in other for i in range(len(name) - 1))


def _of_whole(part: Statement, whole: Statement, told: Statement) -> Result | None:
    """结案率: the part of the whole."""
    if not whole.value or not _near(100 * part.value / whole.value, told):
        return None
    # 拨备覆盖率 and the like may be more than all
    test = multiple if part.value > whole.value else share
    result = test(part.found.reading, whole.found.reading, told.found.reading)
    return tied(result, part, whole, told)


def _left_of(part: Statement, whole: Statement, told: Statement) -> Result | None:
    """毛利率: what is left of the whole without the part."""
    if not whole.value or not _near(100 - 100 * part.value / whole.value, told):
        return None
    result = rest_of_whole(part.found.reading, whole.found.reading, told.found.reading)
    return tied(result, part, whole, told)


def _of_both(part: Statement, other: Statement, told: Statement) -> Result | None:
    """不捕率: the part of it and the other together."""
    both = part.value + other.value
    if not both or not _near(100 * part.value / both, told):
        return None
    result = share_of_parts(part.found.reading, told.found.reading, other.found.reading)
    return tied(result, part, other, told)


def _near(value: float, told: Statement) -> bool:
    return abs(value - told.value) <= 5 * told.room + told.value / 50
