"""Parts that exhaust a whole by their meaning, differences, and rates that two levels make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache, partial
from itertools import pairwise

from heshu import equations, relations
from heshu.finding import Found
from heshu.forming.slips import mended, nearly, one_slip, percentage, slip
from heshu.forming.window import (
    Window,
    beyond_chance,
    fits,
    in_doubt,
    near_time,
    one_time,
    rate_name,
    same_time,
    telling,
    tied,
)
from heshu.reading import RATIOS, Reading
from heshu.relations import CONDITIONAL, CONSISTENT, INCONSISTENT, Result
from heshu.statements import PLACE, SAID, WHOLE, Statement, core, named
from heshu.vocabulary import later, rows

REPEATED = 1 << 9
parts = lru_cache(REPEATED)(relations.parts)
share = lru_cache(REPEATED)(relations.share)
growth = lru_cache(REPEATED)(relations.growth)
multiple = lru_cache(REPEATED)(equations.multiple)
order = lru_cache(REPEATED)(relations.order)
difference = lru_cache(REPEATED)(equations.difference)
balance = lru_cache(REPEATED)(equations.balance)
rest_of_whole = lru_cache(REPEATED)(equations.rest_of_whole)
share_of_parts = lru_cache(REPEATED)(equations.share_of_parts)
share_of_sum = lru_cache(REPEATED)(equations.share_of_sum)
share_in_sum = lru_cache(REPEATED)(equations.share_in_sum)
hundred = lru_cache(REPEATED)(equations.hundred)
mix = lru_cache(REPEATED)(equations.mix)

# What came in within a time, besides which there may have been more
NEWLY = re.compile("新收|新受理|新增|收案")
# and what came in all, before words for what there was besides
CAME_IN = re.compile("新收|受理|新增|收案|立案")
# What was there before: with what came in it is all that there was to deal with
OPENING = later(
    "旧存|上[年期][^，]{0,2}(?:结转|未结|结余)|结转(?!下|至|到|明)|期初|[年月季]初(?:未结|结[存余]|库存|存栏)"
)
DENIED = re.compile("[不未非]")
# What was closed of it is a part of it: 旧存案件审结50件
CLOSED = re.compile("审执?结|办结|执结")
# What is left in the end, what came in, and what went out
CLOSING = re.compile(
    "[期年月季]末[^，]{0,6}(?:结[存余]|结转|余额|总额|库存|存[栏量]|未结|还剩|剩余|在[册职校岗籍])|^，?[期年]末$"
)
CAME = re.compile(
    "收入|接收|收到|收款|新[收增设备注]|购[入进]|采购|入库|申购|捐[赠款]|筹集|归集|缴存"
    "|追加|收益|利息|注入|[流迁转调]入|出生|入[职会]|招聘"
)
WENT = re.compile(
    "支出|拨付|发放|审结|办结|支付|使用|出库|赎回|提取|关停|减少|领用"
    "|偿还|还本|注销|吊销|报酬|费用$|[流迁转调]出|死亡|离职|退[出会休]|报废|处置"
)
# What a time began with, of a stock that ends with the same: 年初在册1487家
BEGAN_WITH = re.compile("^，?(?:[年期月季]初|上年末)|[年期]初(?:为|是|有)?$")
# So many figures from a stock to what it has become at most
FLOWS = 8
# and from what came in newly to what there was before: 受理件数 may be parted by kind between
NEW = 12
RECEIVED = re.compile("受理|接收|移送|收案|新收")
# The partition whose members are what went out, and what is left
CASES = "closed and open cases"
# What a rate's name says besides, and that tells of no other part
GENERAL = re.compile("综合|总体|整体|平均|初次")
# So many parts have a rate together at most
SEVERAL = 4
# So many paragraphs back a whole stands that a rate's name tells
PARAGRAPHS = 2
# The members of a whole stand so near to each other, counted in figures, and it to them
NEAR = 16


Pair = tuple[Statement, Statement]


@dataclass(frozen=True)
class Partition:
    """Nouns that exhaust a whole: exports and imports are all of trade."""

    name: str
    members: tuple[re.Pattern[str], ...]
    whole: re.Pattern[str] | None
    nominal: bool
    # Averages of the members add up to that of the whole: they are of the same people
    each: bool
    # What is decided may be less than what came in: some is pending
    decided: bool

    def member(self, name: str) -> int:
        """Which member a name has, -1 where none or the whole itself."""
        if self.whole is not None and self.whole.search(name) and not self._only_member(name):
            return -1
        found = [i for i, member in enumerate(self.members) if member.search(name)]
        return found[0] if len(found) == 1 else -1

    def _only_member(self, name: str) -> bool:
        """Whether the name is that of a member although it holds the whole's noun: 城镇人口."""
        return any(member.search(name) for member in self.members)

    def rest(self, name: str, member: int) -> str:
        """What a name says besides the member: 民营企业 of 民营企业出口."""
        return _bare(self.members[member].sub("", name))


def _any(names: str) -> re.Pattern[str]:
    """A pattern of any of the names of a cell, the likeliest first."""
    return later("|".join(f"(?P<n{i}>{name})" for i, name in enumerate(names.split(";"))))


PARTITIONS = [
    Partition(
        row["word"],
        tuple(later(member) for member in row["members"].split(";")),
        _any(row["whole"]) if row["whole"] else None,
        row["sort"] == "nominal",
        row["sort"] == "each",
        row["sort"] == "decided",
    )
    for row in rows("partitions")
]
ANY_MEMBER = later("|".join(row["members"].replace(";", "|") for row in rows("partitions")))
DIFFERENCES = [
    (row["word"], later(row["larger"]), later(row["smaller"])) for row in rows("differences")
]
RATES = [
    (row["word"], later(row["part"]), _any(row["whole"]), row["sort"]) for row in rows("rates")
]
ANY_RATE = later("|".join(word for word, *_ in RATES))
# Loans to some
# 硕士生6913人、博士生814人，另有非全日制研究生2108人: what is told besides is no whole of them
BESIDES = re.compile("另|此外|除此")
OF_PART = re.compile("其中[^新增开注退减，]{2,}[新增开注]")
OTHERS = re.compile("[，、；]?(?:其余|其他|其它|剩余|余下)[^，。；0-9]{0,12}[，。；\n]")
NARROWER = re.compile(
    "(?:小微|涉农|普惠|个人|住户|企业|单位|公司|绿色|制造业|科技|民营|消费|住房|按揭|房地产|[长短]期)"
    "(?=[^，]*贷款)"
)
# A further share right after those of a partition
MORE = re.compile(r"[，、；和及][^，。；、\d]{0,16}[\d.]+[%％]")
# 收入18.73亿元，为预算的102.9%: what was done of a plan is no part
PLANNED = re.compile("预算|计划|目标|任务|预期")
# 立案1876件，年均375件，其中: the average over time is of the whole itself
YEARLY = re.compile("[年月日天]均")
IN_MONTH = re.compile("[当本单]月|[当本]季")
ANY_DIFFERENCE = later("|".join(word for word, _, _ in DIFFERENCES))


@lru_cache(1 << 10)
def _bare(words: str) -> str:
    return WHOLE.sub("", PLACE.sub("", words)).strip("的、，（）")


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("level", "share", "percent", "change"))


@dataclass
class Wholes:
    """Forms what follows from the meaning of names; remembers the members that it has met."""

    met: dict[tuple[int, str, str], dict[int, Statement]] = field(default_factory=dict)
    # The last levels that were all of a whole, by how many they are, and their whole if printed
    complete: dict[int, tuple[list[Statement], Found | None]] = field(default_factory=dict)

    def form(self, window: Window, statements: list[Statement]) -> Iterator[Result]:
        for one in statements:
            name = one.name or one.words
            belongs = _memberships(name) if name and one.role in ("level", "share") else None
            if belongs is None and one.role == "share" and one.of:
                belongs = _memberships(one.of.name)
            if belongs:
                yield from self._member(window, one, belongs)
            if one.role == "percent" and (rate := ANY_RATE.search(rate_name(window, one) or name)):
                yield from _rate(window, one, rate[0])
            if one.role == "level" and CLOSING.search(one.words):
                yield from _balance(window, one)
            said = one.words + one.found.phrase if one.role == "change" else name
            if one.role in ("level", "percent", "change") and (
                match := ANY_DIFFERENCE.search(said)
            ):
                yield from _difference(window, one, match[0], statements)

    def _member(
        self, window: Window, one: Statement, belongs: list[tuple[int, int]]
    ) -> Iterator[Result]:
        for number, member in belongs:
            partition = PARTITIONS[number]
            key = (number, one.role, one.unit)
            met = self.met.setdefault(key, {})
            stale = any(one.number - other.number > NEAR for other in met.values())
            if member in met or stale or any(o.paragraph != one.paragraph for o in met.values()):
                met.clear()
            met[member] = one
            if len(met) == len(partition.members):
                members = [met[i] for i in sorted(met)]
                self.met[key] = {}
                if _alike(partition, members):
                    if one.role == "share":
                        yield from _hundred(partition, members, window.text)
                    elif one.unit not in RATIOS:
                        formed = list(_parts(window, partition, members))
                        whole = formed[0].found[0] if formed and fits(formed[0]) else None
                        self.complete[len(members)] = (members, whole)
                        yield from formed


@lru_cache(1 << 10)
def _memberships(name: str) -> list[tuple[int, int]] | None:
    """The partitions that a name has a member of, by their numbers, and which member; None where
    it holds no word of any.
    """
    if not ANY_MEMBER.search(name):
        return None
    members = [(number, one.member(name)) for number, one in enumerate(PARTITIONS)]
    return [(number, member) for number, member in members if member >= 0]


def beside_in_partition(one: Statement, other: Statement) -> bool:
    """Whether two levels are members of one partition, so that neither is the other's whole."""
    mine, its = (dict(_memberships(each.name) or ()) for each in (one, other))
    return any(mine[number] != its[number] for number in mine.keys() & its.keys())


def _alike(partition: Partition, members: list[Statement]) -> bool:
    """Whether the members are those of one whole: their names say the same besides."""
    rests = []
    for i, one in enumerate(members):
        name = one.name or one.words or (one.of.name if one.of else "")
        rests.append(partition.rest(name, i))
    if len({bool(IN_MONTH.search(one.words)) for one in members}) > 1:
        return False  # 前8个月进口947亿元…当月出口265亿元
    first = min(range(len(members)), key=lambda i: members[i].number)
    other = {rest for rest in rests if rest != rests[first]}
    return same_time(*members) and (not other or other == {""})


def _hundred(partition: Partition, shares: list[Statement], text: str) -> Iterator[Result]:
    """Shares of the whole that the members are all of: men and women of whomever."""
    shares = sorted(shares, key=lambda one: one.number)
    bases = {one.base for one in shares if one.base}
    if len(bases) > 1 or any(one.unit != "%" for one in shares):
        return
    if partition.whole and not any(partition.whole.search(base) for base in bases):
        return
    result = hundred(*(one.found.reading for one in shares))
    if result.verdict == INCONSISTENT:
        lead = shares[0].lead
        said = next(filter(None, (member.search(lead) for member in partition.members)), None)
        if said and lead[: said.start()].rstrip("，").endswith("的"):
            return  # 觉得分工公平的，男性占74.9%，女性占53.6%: of the men, and of the women
        more = sum(one.value for one in shares) < 100 and MORE.match(text, shares[-1].found.end)
        if more or shares[-1].sentence - shares[0].sentence > 1:
            return  # 男性占54%、女性占36%，其他占10%
        for one in shares:
            several = sum(bool(member.search(one.lead)) for member in partition.members) > 1
            if several and "分别" not in one.lead:
                return  # 三四线城市占23.6%，县城和城镇、农村占5.2%: a member of each
    yield tied(result, *shares)


def _parts(window: Window, partition: Partition, members: list[Statement]) -> Iterator[Result]:
    members = sorted(members, key=lambda one: one.number)
    first = members[0]
    if first.said["per"] and not partition.each:
        return
    readings = [one.found.reading for one in members]
    rest = partition.rest(first.name or first.words, _which(partition, first))
    wholes = [one for one in window.before(first, first.unit) if first.number - one.number <= NEAR]
    wholes = [one for one in wholes if one.paragraph == first.paragraph]
    stock = _stock([*reversed(wholes)])
    wholes = [one for one in wholes if one_time(window, first, one)]
    wholes = [one for one in wholes if same_time(one, first)]
    if first.within and wholes and wholes[0].said["per"] and not YEARLY.search(wholes[0].words):
        return  # 总花费308亿元，人均花费1084元，其中城镇居民1138元: parts of an average
    wholes = [one for one in wholes if not one.name.startswith("非")]
    wholes = [one for one in wholes if partition.each or not one.said["per"]]
    after = [
        one
        for one in window.since(members[-1].number + 1)
        if one.number > members[-1].number
        and one.sentence == first.sentence
        and one.unit == first.unit
        and not BESIDES.match(one.lead.lstrip("，；、"))
        and not one.name.startswith("非")  # 硕士生A、博士生B；非全日制研究生C
    ]
    # The whole of what 其中 leads to has been told
    told = wholes if first.within else [*wholes, *after]
    named = [one for one in told if _is_whole(partition, one, rest, first)]
    if stock and partition.name == CASES and all(one in stock for one in named):
        yield from _left(window, stock, members)
        return
    if partition.whole is not None and any(
        first.number < one.number < members[-1].number
        and one.unit == first.unit
        and not one.within
        and _is_whole(partition, one, rest, first)
        for one in window.since(first.number + 1)
    ):
        return  # 子公司资产7亿元、负债5亿元；公司总资产68亿元、净资产31亿元
    results = [(one, parts(one.found.reading, *readings)) for one in named]
    if OTHERS.match(window.text, members[-1].found.end):
        # 本科生20137人、硕士生6892人，其余为预科生: a rest that isn't counted
        results = [(one, result) for one, result in results if fits(result)]
    for verdict in (CONSISTENT, CONDITIONAL):
        for one, result in results:
            if result.verdict == verdict:
                yield tied(result, one, *members)
                if not window.comparable(one, *members):
                    yield from mixed(one, members, partition.nominal)
                return
    for one in wholes:
        if telling(result := parts(one.found.reading, *readings)):
            yield tied(result, one, *members)
            return
    between = [
        one
        for one in window.since(first.number + 1)
        if one.number < members[-1].number
        and one.role == "level"
        and one.unit == first.unit
        and not one.within
        and one not in members
        and members[-1].sentence == first.sentence
        and one.found.reading.stands_for.bounded
    ]
    beside = [one for one in after if one.role == "level" and not one.within]
    beside = [one for one in beside if one.found.reading.stands_for.bounded]
    for others in (between, [*between, *beside[:1]]):
        if all(partition.member(one.name or one.words) >= 0 for one in others):
            continue
        # 夏粮A，早稻B，秋粮C: what stands in the list, or goes on with it, may be another part
        pieces = sorted([*members, *others], key=lambda one: one.number)
        for one in named:
            result = parts(one.found.reading, *(piece.found.reading for piece in pieces))
            if one not in others and fits(result):
                yield tied(result, one, *pieces)
                return
    if len(results) > 1 and partition.whole:
        likely = _first_named(partition.whole, named)
        results = [(one, result) for one, result in results if one in likely]
    if len(results) == 1 and (one := results[0][0]).sentence >= first.sentence - 1:
        result = tied(results[0][1], one, *members)
        opened = not first.within or wholes[:1] in ([one], [])
        of_same = not rest or rest in (one.name or one.words)
        slipped = near_time(one, *members) and (
            slip(one, members) or (of_same and _beside(one, first) and one_slip(one, members))
        )
        largest = max(members, key=lambda member: member.value)
        above = largest.value > one.value and not first.within  # 其中 says that it is a part
        shares = [told for told in one.told if told.role == "share" and not told.of_plan]
        shares = [told for told in shares if not PLANNED.search(told.words)]
        if not first.within and shares:
            opened = False  # 手机网民A，占网民的99%。城镇B，农村C: of what A is a part of
        if above and largest.value > 10 * one.value:
            opened = False  # 死亡人口3.46万人。男性人口248万人，女性人口239万人
        of_it = bool(partition.whole and first.topic and partition.whole.search(first.topic))
        if above and not of_it and _further(window.since(one.number - 1), one, first):
            opened = False
        pending = one.value - sum(member.value for member in members)
        if partition.decided and pending > 0 and RECEIVED.search(one.words):
            opened = False  # 受理审查逮捕214人，批捕79人，不捕131人
        if any(fits(parts(one.found.reading, *readings, more.found.reading)) for more in after):
            return  # 录取314人，其中本省男生163人、女生141人，外省10人
        if opened and not between and (slipped or _sure(partition, one, members, rest)):
            yield result
        else:
            yield in_doubt(result, "unclaimed", gap=True)


def _stock(levels: list[Statement]) -> tuple[Statement, Statement] | None:
    """What was there before and what came in, told together: 旧存100件，新收800件; none where
    both together are printed, which is the whole then.
    """
    for first, second in pairwise(levels):
        old, new = (second, first) if OPENING.search(second.words) else (first, second)
        apart = second.number - first.number
        near = first.sentence == second.sentence and apart <= 1 + len(first.told)
        said = OPENING.search(old.words) and NEWLY.search(new.words)
        if (
            near
            and said
            and not CLOSED.search(old.words)
            and old.unit == new.unit
            and not OPENING.search(new.words)
        ):
            pair = old.found.reading, new.found.reading
            printed = any(fits(parts(one.found.reading, *pair)) for one in levels)
            return None if printed else (old, new)
    return None


def _balance(window: Window, left: Statement) -> Iterator[Result]:
    """期初结存A，本期收入B，支出C，期末结存D: what was there, came in and went out, in a row; and
    of several of these, a slip apart, where their words tell which is which.
    """
    run = [
        one
        for one in window.near(left, FLOWS, left.unit, ("level", "prior", "change"))
        if left.sentence - one.sentence <= 1
    ]
    run = [one for i, one in enumerate(run) if not _inside(window, run[: i + 1])]
    old = [one for one in run if _is_opening(one)]
    for one in window.since(left.number + 1):
        # 归集保费…，年末余额966.8亿元，年初为811.4亿元
        if one.number == left.number + 1 and one.unit == left.unit and _is_opening(one):
            old += [one] if one.sentence == left.sentence else []
    if len(old) != 1 or old[0].said["per"] or left.said["per"]:
        return
    # 新收11472件、旧存863件 may be told in this order too, or 受理84423件 in the sentence before
    first = old[0].number
    newly = [o for o in window.before(old[0], left.unit) if left.paragraph - o.paragraph < 2]
    newly = [o for o in newly[:NEW] if CAME_IN.search(o.words) and not OPENING.search(o.words)][:1]
    flows = [*newly, *(one for one in run if one.number > first)]
    if old[0].number > left.number:
        flows = [one for one in run if one.sentence == left.sentence]
    went = [one for one in flows if WENT.search(one.words)]
    came = [one for one in flows if one not in went]
    came = [one for one in came if one in newly or CAME.search(one.words)]
    if not came or not went or len(came) + len(went) < len(flows):
        return
    figures = (old[0], *came, *went, left)

    def test(readings: Sequence[Reading]) -> Result:
        opening, *moved, printed = readings
        return balance(opening, tuple(moved[: len(came)]), tuple(moved[len(came) :]), printed)

    def glance(numbers: Sequence[tuple[float, float]]) -> bool:
        signs = [1, *[1] * len(came), *[-1] * len(went), -1]
        apart = sum(sign * value for sign, (value, _) in zip(signs, numbers, strict=True))
        return abs(apart) <= sum(room for _, room in numbers) * 1.01 + 1e-9

    result = tied(test([one.found.reading for one in figures]), *figures)
    row = len(flows) == 2 and min(one.number for one in figures) == left.number - 3
    row = row and all(one.sentence == left.sentence for one in figures)
    if row or fits(result) or mended(figures, test, glance):
        yield result


def _is_opening(one: Statement) -> bool:
    return bool(OPENING.search(one.words) or BEGAN_WITH.search(one.words))


def _inside(window: Window, run: list[Statement]) -> bool:
    """Whether the last of some levels is a part of one: 其中定向捐赠…，非定向捐赠…."""
    within = [one for one in run if one.within]
    return bool(within) and not re.search("[；。]|[本当]年", window.between(within[-1], run[-1]))


def _further(levels: list[Statement], whole: Statement, part: Statement) -> bool:
    """Whether another amount stands beside what looks like the whole, so that a part above it may
    be of both.
    """
    return any(
        one is not whole
        and one.unit == whole.unit
        and not one.said["per"]
        and one.sentence == whole.sentence
        and whole.number - 1 <= one.number < part.number
        for one in levels
    )


def _left(
    window: Window, stock: tuple[Statement, Statement], members: list[Statement]
) -> Iterator[Result]:
    """未结: what was there and what came in, less what was closed; wrong only where nothing else
    that may have gone (移送30件) stands between.
    """
    closed, left = members
    if not re.search("未", left.words):
        closed, left = left, closed
    figures = (*stock, closed, left)
    opening, inflow, outflow, printed = (one.found.reading for one in figures)
    result = tied(balance(opening, (inflow,), (outflow,), printed), *figures)
    first, last = min(one.number for one in figures), max(one.number for one in figures)
    others = [one for one in window.since(first) if one.number < last and one.unit == left.unit]
    alone = not set(others) - set(figures) and len({one.sentence for one in figures}) == 1
    if fits(result) or alone:
        yield result


def _which(partition: Partition, one: Statement) -> int:
    return partition.member(one.name or one.words)


def _has(name: str, rest: str) -> bool:
    """Whether a name has the noun of the members; a verb that all have (接待) is none."""
    return bool(named(rest)) and rest in name


def _is_whole(partition: Partition, one: Statement, rest: str, first: Statement) -> bool:
    """Whether a level is named as the whole of the members."""
    name = one.name or one.words
    if partition.member(name) >= 0 or OPENING.search(one.words) or SAID["left"].search(name):
        return False
    if partition.whole is not None:
        return bool(partition.whole.search(name))
    return first.within or bool(one.said["total"]) or _has(name, rest) or _beside(one, first)


def _beside(one: Statement, first: Statement) -> bool:
    """Whether the first member of a whole follows a level in its sentence, with nothing between
    but what is told of it: 毕业生2860人，男生1973人，女生887人.
    """
    if one.sentence != first.sentence or one.listed or first.lead.startswith("、"):
        return False
    return 0 < first.number - one.number <= 1 + len(one.told)


def _sure(partition: Partition, one: Statement, members: list[Statement], rest: str) -> bool:
    """Whether words leave no doubt that the members are all of this whole."""
    name = one.name or one.words
    near = one.sentence >= members[0].sentence - 1 and one.paragraph == members[-1].paragraph
    if partition.whole is not None:
        said = not rest or rest in name or members[0].within
    else:
        led = members[0].within or members[0].lead.startswith(("（", "("))
        said = (led and not rest) or (len(rest) > 1 and rest in name)
    noun, topic = core(name), core(members[0].topic)
    if noun and noun in topic[1:]:
        return False  # 养老保险412万人。在职工养老保险中，在职178万人、退休58万人
    return near and said and all(member.sentence - one.sentence <= 2 for member in members)


def mixed(whole: Statement, members: list[Statement], nominal: bool) -> Iterator[Result]:
    """The growth of a whole among the growths of its parts."""
    rates = [_rate_of(one) for one in (whole, *members)]
    if any(rate is None for rate in rates):
        return
    told = [rate for rate in rates if rate is not None]
    if len({rate.base for rate in told if rate.base}) > 1 or any(rate.worked for rate in told):
        return
    pairs = tuple(
        (one.found.reading, rate.found.reading) for one, rate in zip(members, told[1:], strict=True)
    )
    result = mix(whole.found.reading, told[0].found.reading, pairs)
    joined = [one for pair in zip(members, told[1:], strict=True) for one in pair]
    result = tied(result, whole, *joined, told[0])
    if fits(result):
        yield result
    elif nominal:
        yield result if _outside(told) else in_doubt(result, "revised")


def _outside(rates: list[Statement]) -> bool:
    """Whether the growth of a whole lies outside all of its parts', whatever their weights."""
    signed = [
        -one.found.reading.stands_for if one.falling else one.found.reading.stands_for
        for one in rates
    ]
    if not all(interval.bounded for interval in signed):
        return False
    (low, high), parts_ = signed[0].ends, [interval.ends for interval in signed[1:]]
    return high < min(end for end, _ in parts_) or low > max(end for _, end in parts_)


def _rate_of(level: Statement) -> Statement | None:
    """The one rate that is told of a level, besides a growth a year."""
    rates = [one for one in level.told if one.role == "rate" and one.unit == "%"]
    plain = [one for one in rates if not SAID["a year"].search(one.lead)] or rates
    return plain[0] if len(plain) == 1 else None


def _first_named(
    noun: re.Pattern[str],
    levels: list[Statement],
    called: Callable[[Statement], str] = lambda one: one.name or one.words,
) -> list[Statement]:
    """The levels that the first of a whole's names fits that fits any."""
    for name in noun.groupindex:
        named = [
            one for one in levels if (said := noun.search(called(one))) and said.lastgroup == name
        ]
        if named:
            return named
    return []


CARRIED = re.compile("上年?[年期]?(?:结转|结余)|滚存")


def _difference(
    window: Window, one: Statement, word: str, statements: list[Statement]
) -> Iterator[Result]:
    larger, smaller = next((a, b) for name, a, b in DIFFERENCES if re.fullmatch(name, word))
    near = [
        other
        for other in window.since(one.number - NEAR)
        if one.unit == other.unit
        and 0 < one.number - other.number <= NEAR
        and other.paragraph == one.paragraph
        and other.role == ("level" if one.role == "change" else one.role)
        and one_time(window, one, other)
        and not ANY_DIFFERENCE.search(other.name)
    ]
    if one.role == "change":
        # 净增18家，其中新开31家、关闭13家
        after = [o for o in statements if o.number - one.number in (1, 2) and o.role == "level"]
        alike = [o for o in after if o.unit == one.unit and o.sentence == one.sentence]
        if alike and OF_PART.search(alike[0].words):
            return  # 净增104家，其中华东新增61家、退出23家
        near = alike if len(alike) > 1 and (alike[0].within or not near) else near
    big = [other for other in near if _says(larger, other)]
    small = [other for other in near if _says(smaller, other) and other not in big]
    results = [
        tied(difference(a.found.reading, b.found.reading, one.found.reading), a, b, one)
        for a in reversed(big)
        for b in reversed(small)
        if a is not b
    ]
    good = [result for result in results if fits(result)]
    if good:
        yield good[0]
    elif re.search("[年期月]末|[年期月]初|滚存|累计|[近去]\\d+[日天个周月年]", one.words):
        return  # a balance holds that of the time before too; 过去3日净流入 is of more days
    elif len(results) == 1 and max(one.sentence - other.sentence for other in (*big, *small)) <= 1:
        a, b = big[0], small[0]
        if any(
            o.unit == one.unit and ANY_DIFFERENCE.search(o.name)
            for o in window.since(max(a.number, b.number))
            if o.number < one.number
        ):
            return  # 出口A，进口B，顺差C；服务收入D，支出E，逆差F: these have theirs
        if any(o.said["summed"] and a.number < o.number < b.number for o in near):
            return  # 收入14.86亿元，补助10.02亿元，两项共计24.88亿元；支出B，结余C
        if one.role == "change" and any(
            o.number > min(a.number, b.number) for o in near if o not in (a, b)
        ):
            return  # 新增31家、注销13家、迁出2家，净增16家
        if one.within and not (a.within or b.within):
            return  # 收入A，支出B，收益C，其中委托收益D: a part of what is left
        if word == "净额" and "扣除" not in window.between(a, one):
            return
        first = min(a.number, b.number)
        if any(_is_opening(o) or CARRIED.search(o.words) for o in near if o.number == first - 1):
            return  # 上年结转91万元，收入57万元，支出22万元，结余126万元
        rests = _bare(larger.sub("", a.name)), _bare(smaller.sub("", b.name))
        own = _bare(ANY_DIFFERENCE.sub("", one.name)) if one.role != "change" else ""
        rest = rests[0] or rests[1]
        if own and rest and own not in rest and rest not in own:
            return  # 经营活动流入A，流出B；投资活动净流出C: these are of another thing
        if word == "净额" or rests[0] in ("", rests[1]) or not rests[1]:
            yield results[0]


def _says(noun: re.Pattern[str], one: Statement) -> bool:
    return bool(re.search(f"(?<!进)(?:{noun.pattern})(?!口)", one.name or one.words))


def _rate(window: Window, one: Statement, word: str) -> Iterator[Result]:
    """结案率 and the like, of the levels of which their names speak."""
    part_noun, whole_noun, sort = next(
        (a, b, c) for name, a, b, c in RATES if re.fullmatch(name, word)
    )
    near = [
        other
        for other in window.since(one.number - NEAR)
        if 0 < abs(one.number - other.number) <= NEAR
        and (other.number < one.number or other.sentence == one.sentence)
        and other.paragraph == one.paragraph
        and other.role == "level"
        and other.unit not in RATIOS
    ]
    stock = _stock(near)
    around = near
    near = [o for o in near if one_time(window, one, o) and not OPENING.search(o.words)]
    pieces = [other for other in near if part_noun.search(_noun(window, other))]
    name = rate_name(window, one) or one.name
    if not DENIED.search(name[: name.find(word)][-1:]):
        # 检验2460批次，检出不合格57批次，合格率97.7%: of what those leave
        denied = [one for one in pieces if _is_denied(part_noun, _noun(window, one))]
        pieces = [one for one in pieces if one not in denied]
        if denied and not pieces and sort in ("", "sure"):
            pieces, sort = denied, "rest" if sort else "saved"
    wholes = [other for other in near if other not in pieces]
    # 审结案件中，调解3920件，调解率63.9%；其他方式结案135件: of the list, and no whole
    most = max((a.value for a in pieces), default=0.0)
    wholes = [b for b in wholes if b.number < one.number or b.value > most or sort in OTHER]
    wholes = _first_named(whole_noun, wholes, partial(_noun, window))
    if sort == "sum":
        yield from _of_sum(one, pieces, wholes)
        return
    pairs = [(a, b) for a in reversed(pieces) for b in reversed(wholes) if a.unit == b.unit]
    if sort == "both":
        # 审结1352人，批捕887人、不捕465人: both together may be printed
        all_of = [(a, c) for a, b in pairs for c in near if abs(c.value - a.value - b.value) < 0.5]
        pairs = all_of or pairs
        sort = "" if all_of else sort
    results = [_rated(a, b, one, sort) for a, b in pairs]
    good = [result for result in results if fits(result)]
    if good:
        yield good[0]
        return
    together = [a for a in pieces if a.unit == pieces[0].unit and a.sentence == one.sentence]
    if 1 < len(together) <= SEVERAL and not sort.startswith("both"):
        # 一批录取300人、二批录取180人，录取率96%
        readings = [a.found.reading for a in together]
        for b in (b for b in wholes if b.unit == together[0].unit):
            result = share_of_sum(b.found.reading, one.found.reading, *readings)
            if fits(result):
                yield tied(result, b, *together, one)
                return
    sure = sort in SURE
    # The whole may be a wider one (新收 and 旧存 together are all that is 办理), or one that stands
    # nearer to the part: 受理预审3742件，裁决立案276件，结案261件
    wider = max((b.value for _, b in pairs), default=0.0)
    nearest = max((b.number for _, b in pairs), default=0)
    others = [
        b
        for b in near
        if pairs and (b.value > wider or nearest < b.number < max(a.number for a, _ in pairs))
    ]
    for a, b in ((a, b) for a in pieces for b in others if a is not b and a.unit == b.unit):
        result = tied(share(a.found.reading, b.found.reading, one.found.reading), a, b, one)
        if fits(result):
            if telling(result):
                yield result
            return
    if stock and all(b in stock for b in wholes):
        yield from _of_stock(window, stock, pieces, one, word, sure)
        return
    if pairs and (wider_one := _wider(window, one, pieces, whole_noun, sort)):
        yield wider_one
        return
    told_before = [
        (a, b)
        for a, b in pairs
        if (b.number < a.number and a.sentence - b.sentence <= 1)
        or a.sentence == b.sentence == one.sentence
    ]
    told_before = [pair for pair in told_before if one.sentence - pair[1].sentence <= 1]
    if all(_is_narrower(b, one, a) for a, b in pairs) and pieces:
        formed = list(_of_paragraph_before(window, one, pieces, whole_noun, word, sort))
        yield from formed
        if formed:
            return
    if len(pairs) == 1 and (told_before or _is_slip(one, pairs[0], sort, SEVERAL)):
        yield _of_one(window, one, pairs[0], around, word, sort)
    elif pairs:
        yield from _slipped(window, one, told_before, word, sort)


def _is_denied(noun: re.Pattern[str], name: str) -> bool:
    """Whether a name says that something isn't what a noun says: 不合格."""
    said = noun.search(name)
    return said is not None and bool(DENIED.search(name[: said.start()][-1:]))


def _wider(
    window: Window, one: Statement, pieces: list[Statement], noun: re.Pattern[str], sort: str
) -> Result | None:
    """普惠小微贷款418亿元。不良贷款32亿元，不良贷款率1.51%: of all loans, far before."""
    part = pieces[-1]
    far = [o for o in window.before(part, part.unit) if o.paragraph < one.paragraph]
    results = [_rated(part, o, one, sort) for o in far if noun.search(o.name or o.words)]
    return next((result for result in results if telling(result)), None)


def _of_paragraph_before(
    window: Window,
    one: Statement,
    pieces: list[Statement],
    noun: re.Pattern[str],
    word: str,
    sort: str,
) -> Iterator[Result]:
    """不良贷款30.94亿元，不良贷款率1.14%: of the whole that a paragraph before names."""
    part = pieces[-1]
    before = [
        other
        for other in window.before(part, part.unit)
        if 0 < one.paragraph - other.paragraph <= PARAGRAPHS
    ]
    wholes = _first_named(noun, before)
    for i, whole in enumerate(wholes):
        result = _rated(part, whole, one, sort)
        if beyond_chance(result, i + 1):
            yield result
            return
    alone = len(pieces) == len(wholes) == 1 and not part.said["carried over"]
    if alone and not _of_more(window, one, (part, wholes[0]), word):
        test, glance = OTHER.get(sort, (_share, percentage))
        if mended((part, wholes[0], one), test, glance, PARAGRAPHS):
            yield _rated(part, wholes[0], one, sort)


def _of_sum(one: Statement, pieces: list[Statement], wholes: list[Statement]) -> Iterator[Result]:
    """改判612件、发回重审138件，改发率8.3%: the share of several parts together, of one whole."""
    pieces = [a for a in pieces if a.sentence == one.sentence and a.unit == pieces[-1].unit]
    if not 1 < len(pieces) <= SEVERAL:
        return
    for whole in (b for b in reversed(wholes) if b.unit == pieces[0].unit):
        figures = (whole, *pieces, one)
        result = _share_of_sum([figure.found.reading for figure in figures])
        if fits(result) or mended(figures, _share_of_sum, _near_sum, len(wholes)):
            yield tied(result, whole, one, *pieces)
            return


def _share_of_sum(readings: Sequence[Reading]) -> Result:
    whole, *pieces, told = readings
    return share_of_sum(whole, told, *pieces)


def _near_sum(numbers: Sequence[tuple[float, float]]) -> bool:
    whole, *pieces, told = numbers
    together = sum(value for value, _ in pieces), sum(room for _, room in pieces)
    return percentage([together, whole, told])


def _of_one(
    window: Window, one: Statement, pair: Pair, around: list[Statement], word: str, sort: str
) -> Result:
    """A rate that fits nothing and has one part and whole alone: wrong where that is sure."""
    a, b = pair
    result = _rated(a, b, one, sort)
    both = share_of_parts(a.found.reading, one.found.reading, b.found.reading)
    if telling(both):
        return tied(both, a, b, one)  # 城镇人口412万人，乡村187万人，城镇化率68.8%
    more = _of_more(window, one, pair, word)
    # 新收100件，办结120件: with those of the year before there were more
    before = NEWLY.search(b.words) and a.said["carried over"]
    above = order(a.found.reading, b.found.reading).verdict == INCONSISTENT
    above = above and sort not in OTHER and bool(before or _further(around, b, a))
    opened = any(OPENING.search(other.words) for other in around)
    # 审结120件（含上年结转）
    besides = (opened and NEWLY.search(b.words)) or OPENING.search(window.between(a, one))
    doubt = more or above or besides or window.worked_out(*pair, one)
    # 平均入住率70%，周末入住180间: what comes after a rate may be of something else
    doubt = doubt or (a.number > one.number and window.between(one, a)[:1] not in ("（", "("))
    doubt = doubt or _is_narrower(b, one, a)
    certain = sort in SURE or _is_slip(one, pair, sort) or window.copied(one)
    certain = certain or (a.sentence == b.sentence == one.sentence and nearly(result, one))
    # 消费支出25318元，其中食品28103元，恩格尔系数31.0%
    beside = a.number == b.number + 1 and not a.said["carried over"] and sort not in OTHER
    certain = certain or (
        (a.within or beside) and order(a.found.reading, b.found.reading).verdict == INCONSISTENT
    )
    return result if certain and not doubt else in_doubt(result, "another whole")


def _is_narrower(whole: Statement, one: Statement, part: Statement) -> bool:
    """Whether a whole is told as a part of one that a rate may be of: 小微贷款418亿元，占各项贷款的
    19.9%。不良贷款率1.51%.
    """
    shared = any(told.role == "share" and not told.of_plan for told in whole.told)
    kind = NARROWER.search(whole.name)
    return (shared or kind is not None) and not (kind and kind[0] in part.name + one.name)


def _of_more(window: Window, one: Statement, pair: Pair, word: str) -> bool:
    """Whether a rate's name says more than its part and whole do: 机电产品合格率."""
    name = rate_name(window, one) or one.name
    told = _bare(GENERAL.sub("", name.replace(word, "")))
    if told and not any(told in _noun(window, other) for other in pair):
        return True
    # 带息负债 is but a part of the 负债 that 资产负债率 is of
    noun = next(a for name, a, _, _ in RATES if re.fullmatch(name, word))
    narrower = _bare(noun.sub("", pair[0].name)) if noun.pattern.endswith("$") else ""
    return bool(narrower) and narrower not in name + _noun(window, pair[1])


def _noun(window: Window, one: Statement) -> str:
    """What a level is called: before it, or else after it (126名高中生)."""
    return one.name or window.after_words(one)


def _is_slip(one: Statement, pair: Pair, sort: str, among: int = 1) -> bool:
    """Whether a rate is a slip apart from that of a part and its whole in its sentence."""
    test, glance = OTHER.get(sort, (_share, percentage))
    return pair[0].sentence == one.sentence and mended((*pair, one), test, glance, among)


def _slipped(
    window: Window, one: Statement, pairs: list[Pair], word: str, sort: str
) -> Iterator[Result]:
    """A rate that can be of several wholes, and is a slip apart from one of them alone."""
    pairs = [pair for pair in pairs if not _is_narrower(pair[1], one, pair[0])]
    # 86批次中不合格6批次: the first is a whole itself
    pairs = [pair for pair in pairs if not window.after_words(pair[0]).startswith("中")]
    slips = [pair for pair in pairs if _is_slip(one, pair, sort, len(pairs))]
    if len(slips) == 1 and not _of_more(window, one, slips[0], word):
        yield _rated(*slips[0], one, sort)


def _rated(part: Statement, whole: Statement, one: Statement, sort: str) -> Result:
    test, _ = OTHER.get(sort, (_share, percentage))
    return tied(test([figure.found.reading for figure in (part, whole, one)]), part, whole, one)


def _share(readings: Sequence[Reading]) -> Result:
    """The share of a part, or a cover of more than all: 拨备覆盖率268.4%."""
    told = readings[2].value
    more = isinstance(told, Fraction) and told > 100
    return (multiple if more else share)(*readings)


def _rest(readings: Sequence[Reading]) -> Result:
    """What is left of a whole: 毛利率, of cost and revenue."""
    return rest_of_whole(*readings)


def _near_rest(numbers: Sequence[tuple[float, float]]) -> bool:
    part, whole, (told, room) = numbers
    return percentage([part, whole, (100 - told, room)])


def _of_both(readings: Sequence[Reading]) -> Result:
    """The share that a part has of itself and the other together: 不捕率."""
    part, other, told = readings
    return share_of_parts(part, told, other)


def _near_both(numbers: Sequence[tuple[float, float]]) -> bool:
    (part, spare), (other, wide), told = numbers
    return percentage([(part, spare), (part + other, spare + wide), told])


def _grown(readings: Sequence[Reading]) -> Result:
    """溢价率: by how much a price is above the one that it began from."""
    end, base, told = readings
    return growth(base, end, told)


def _near_grown(numbers: Sequence[tuple[float, float]]) -> bool:
    end, base, (told, room) = numbers
    return percentage([end, base, (100 + told, room)])


# What a rate may be but the share of a part, and the sorts that can be of nothing else
OTHER = {
    "rest": (_rest, _near_rest),
    "saved": (_rest, _near_rest),
    "both": (_of_both, _near_both),
    "growth": (_grown, _near_grown),
}
SURE = ("sure", "rest")


def _of_stock(
    window: Window,
    stock: Pair,
    pieces: list[Statement],
    one: Statement,
    word: str,
    sure: bool,
) -> Iterator[Result]:
    """A rate of what was there and what came in together, or of what came in alone: both are used.

    Only where neither fits is it wrong.
    """
    pieces = [a for a in pieces if a.unit == stock[0].unit and a not in stock]
    for a in reversed(pieces):
        readings = a.found.reading, one.found.reading
        both = share_in_sum(*readings, *(each.found.reading for each in stock))
        alone = share(a.found.reading, stock[1].found.reading, one.found.reading)
        results = tied(both, a, *stock, one), tied(alone, a, stock[1], one)
        good = next((result for result in results if fits(result)), None)
        if good:
            yield good
            return
    together = len(pieces) == 1 and pieces[0].sentence == one.sentence == stock[0].sentence
    # 法定审限内结案率 is of some of the cases
    if together and sure and not _of_more(window, one, (pieces[0], stock[1]), word):
        yield results[0]
