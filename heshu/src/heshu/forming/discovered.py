"""Relations that the figures themselves give away: a run of levels that adds up to another one,
shares of a whole that isn't printed, a rate that two levels near to it make.

Words that name no whole leave many levels to choose from. A join here is formed where one of
them fits and hardly another could: the strength of the test outweighs how many were tried. What
fits nothing is no relation, except where words claim that a list is all of its total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache, partial
from itertools import combinations, islice, pairwise

from heshu import equations, relations
from heshu.forming import slips
from heshu.forming.sentence import SUMMED
from heshu.forming.slips import slip
from heshu.forming.wholes import mixed
from heshu.forming.window import (
    Window,
    against,
    beyond_chance,
    fits,
    in_doubt,
    near_time,
    telling,
    tied,
)
from heshu.reading import RATIOS
from heshu.relations import CONSISTENT, INCONSISTENT, NOT_TESTABLE, Result
from heshu.statements import BEFORE, CLAUSE, CUT, PARTED, SAID, Statement, core, named, unnamed

REPEATED = 1 << 9
parts = lru_cache(REPEATED)(relations.parts)
growth = lru_cache(REPEATED)(relations.growth)
hundred = lru_cache(REPEATED)(equations.hundred)
same_whole = lru_cache(REPEATED)(equations.same_whole)
share_of_parts = lru_cache(REPEATED)(equations.share_of_parts)

# A sum has so many pieces at most, and it or a base is looked for among so many levels before,
# as far as so many figures reach
PIECES = 6
# By how much a level is above another is no part of one: 分别比原标准高1.8元和1.4元
BY_HOW_MUCH = re.compile("(?:分别|各|均|都)[比较][^，]*[高低多少]出?$")
# What is added to the level before, and words for what both make
ADDED = re.compile("^(?:再)?(?:加上|连同)")
SUM = re.compile("共|合计|总[计额数量]")
DIGITS = "零一二三四五六七八九"
# So far after a list words tell of what it makes together
TOGETHER = 16
# A part so many times above its total has another unit
UNIT = 1000
# So many totals a list may be of that its words don't name
HEADS = 3
# A list's total stands at most so many paragraphs before it
PARAGRAPHS = 3
# What a list of parts doesn't go on after
ENDS = re.compile("[；;]|另有|另外|此外")
# What is left of a whole, its other parts being told
REST = re.compile("而?(?:其余|余下|剩下)")
# Words by which a figure is a rest, and no noun: 执行异议等其他案件, but 高于其他两种
RESTS = re.compile("(?:^|[等及和与或、为])(?:其余|其[他它](?!人(?![员数口均]))|余下|剩余)")
# 2846人，三档分别为1102人、971人、573人，另有200人: a list that goes on
MORE_TOLD = re.compile("[，；、](?:另有|另外|此外|还有|[其剩]余|余下)")
# and so it does after a rest: 其余6辆已转手卖出，另有1辆被藏匿
MORE_THAN_REST = re.compile(f"[^，。；]{{0,24}}{MORE_TOLD.pattern}")
# A part without a number: 6个城市上涨，赣州持平，其余63个下跌
UNTOLD = re.compile("[，；][^，；。0-9]{1,6}(?:持平|不变|除外)(?=[，；])")
# A list that says that it isn't all: 25万元等，共计192万元
AND_SO_ON = re.compile("等(?:[^，。；0-9]{0,6})[，,]")
# What each of several has: 各1个, 一人10元, 各捐赠500万元
EACH_OF_THEM = re.compile("(?:各|每[^，。；]{0,3})[有为设是]?$")
OF_ONE_EACH = re.compile("(?:[一每][个名位]?[人户家辆台件次车]|各[^，。；]{0,6})$")
# Of fewer than so many any list is a slip away
FEW = 20
# Parts that are much more than a total aren't all of it, whatever 分别为 says
TOO_MUCH = 1.3
# Figures of another time: 前两届（首届9家，第二届5家）; 去年，有3379名
FORMER = re.compile("[首上前往]届|第[一二三四五六七八九十]届")
OTHER_YEARS = ("去年", "上年", "今年", "前年")
# 为港币3.36亿元: money is no name
CURRENCY_NAMES = ("人民币", "港币", "美元", "欧元", "日元")
# What leaves open whether there is more than the two parts told: 其中8宗本地，另有3宗
OPEN_REST = re.compile("另有|另外|其[他它]")
# What parts two figures of a list
MARKED = re.compile("[，、；：,;和及与加]|以及")
# What is told beside a list, and a list's figure that stands in brackets, is none of its parts
IN_BRACKETS = re.compile("[（(][^）)]*$")
# The ends of bands that leave nothing out, and how far back the words for one reach
UNDER = re.compile("以[下内]|不[足满]|未满|低于|少于|小于")
OVER = re.compile("以[上外]|超过|高于|大于")
LABEL = 24
SENTENCE = re.compile("[。！？\n]")
DATED = re.compile(r"^(?:截[至止])?(?:19|20)\d\d年[^，\d]{0,6}，")
FIRST = re.compile("[首一][次套孩胎]")
ORDINALS = {"首": 1, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
# Words of a bound, which is no share
BOUND = re.compile("[均未超]|不[到足及超高低少多]|[高低多少]于")
# A noun and a mark of a list between two figures
JOINS = re.compile("[^，；：,;:（(]*[和及与、][^，；：,;:（(]{0,8}")
# Words for a figure that is told once more
AGAIN = re.compile("该|[上前]述")
# A sum of principals is no sum of their interests
PRINCIPAL = re.compile("为(?:基数|本金)")
# What a list leaves out, before its sum
AND_OTHERS = re.compile("[及和、与]其[他它]|以及其[他它]")
FOLLOWS = re.compile("如下[：:]")
# Words that lead from a total to a list of its parts
LISTS = re.compile("^[，：:]?[（(]?(?:其中|包括|包含|分为|含|由)[：:]?")
# What joins the parts of a list that one word leads to
AND = re.compile("[、和及与]")
# Words by which a total is parted in all of its parts: 按消费类型分, 从收入来源看, 构成上
PARTED_BY = re.compile(
    "^(?:(?:[按从就论]|分(?!别))(?:[^，。；：、0-9]{0,8}?)(?:城乡|地[域点]?|季[度节]?|年[度份]?|月份?|性别|年龄|学[历段科]|层次"
    "|产业|来源|期限|方式|[类品病瘤险]?种|类[型别]|主体|性质|构成|结构|面积|户型|价[位格]|单位|级别?|等级|用途|渠道|形态"
    "|车型|航线|方向|权利人|对象|程度|部门|场所|原因|时段|去向|岗位|职业|客源|区域|赛道|阶段|环节|领域|部位)(?:[划区]?分|统计|上?[来去]?[看说]|上)?[，：:]?"
    "|[^，。；：、0-9]{0,6}(?:构成|结构|来源|类型|渠道|形式|组成|分布)[上中为]?[，：:])"
)
# How strong a test of a list that words call all of its total must be
CLAIMED = Fraction(9, 10)
# What exports are more than imports is no part of trade
PROFIT = re.compile("毛利|利润|盈利|亏损")
BALANCE = re.compile("[顺逆]差")
# Shares that make no more are of one whole, in per cent
FULL = 101
ALL = 100
TENTHS = 0.051
# Shares of which some can be of one and the same
BOTH = re.compile("多选|多项|不止一|重[叠复合]|兼|可选|交叉")
AMONG = re.compile("[^其]中(?!等|小|学|国|型|级|医|专|央)")
# So small a gap, of the total, is a slip and no part that isn't told
CLOSE = 0.01
# What can stand before 合计 and names nothing but the list: 三区合计, 上述物品共计
OF_LIST = re.compile(
    "(?:等[^，]*|(?:以上|上述|前述|加上|这|此)[^，]*"
    "|[前后]?[二两三四五六七八九十2-9]大?[^，]{1,4}|累计|[即则共])?"
)
# A figure of so many units of its last place is hardly the sum of two others by chance
LONG, HALF = 10**5, 0.5
# What doesn't add up: depths of rain, levels of water, and what lies apart from a bound
UNADDED = ("毫米", "℃", "岁", "摄氏度", "级")
LEVEL = re.compile("水位|海拔|高程|气温|温度|雨量|降[水雨]")
APART = re.compile("[高低大小]于|[距超][^，]{0,6}$|相差|警戒")
RANGE = re.compile("[～~—－至]|[0-9]-[0-9]")
# What is left of what was earned beside its costs is gain
EARNED = re.compile("收[益入]|销售额|营收|收款")
COST = re.compile("成本|费用|支出|开支")
GAIN = re.compile("利润|[毛净盈]利|[结盈剩]余|差额|收益")
CUT_BY = re.compile("[删核缩调]减|减列|增列|追加|调增")
# What a total became, and a list of totals by kind
BECAME = re.compile("[^，。；]{0,4}(?:改[列为]|调整|修正|更正|变更)")
KINDS = re.compile("类|领域|科目|学科|维度|板块|模块|方面|系列|主题|章")
OF_THESE = re.compile("(?:以上|上述|前述|这|此|前|后|则|即)?")
# What leads to all of a total right after it
EXHAUST = re.compile(
    "^(?:[，：:](?:[^，。；]{0,24}(?:分别|依次)[为是有]?|即|计(?!划)|[^，。；]{0,4}(?:分布|分散)在|分为|由))"
)
# What a sentence tells parts of, and a level that only a share is of
OF_TOPIC = re.compile(
    "^(?:在)?(?P<noun>[^，。；：、]{2,14}?)(?:之中|当中|[中里])(?:的|，|：|(?=[\u4e00-\u9fff]))"
)
OF_SHARE = re.compile("占[^，]{1,12}$")
BULLET = re.compile(
    r"[ 　]*(?:[—–-]{1,2}|[·•●○■◆▪*]|[（(]?(?:\d+|[一二三四五六七八九十]+)[）)、.．])"
)
IN_MONEY = re.compile("折合|折算|价值|人民币")
# 53，677.86元: what a wide comma parts is one number
THOUSANDS = re.compile("[0-9]，$")
UNREAD = re.compile("[0-9][万亿]")
EACH = re.compile("分别|各|每")
LOOKED_AT = 8
REACH = 24


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("level", "change", "rate", "percent", "share"))


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for i, one in enumerate(statements):
        if one.role == "level" and one.said["per"] and i > 1:
            yield from _far(window, one, averaged=True)
        elif one.role == "level" and one.unit not in RATIOS and not _by_how_much(one):
            after = statements[i + 1] if i + 1 < len(statements) else None
            goes_on = after is not None and after.role == "level" and after.unit == one.unit
            near = [other for other in window.near(one, REACH, one.unit) if not _averaged(other)]
            near = [other for other in near if not _by_how_much(other)]
            goes_on = bool(goes_on and after and not _parted_from(after, one))
            formed = list(_sums(window, near[-LOOKED_AT:], one, goes_on))
            yield from formed
            if all(result.verdict == NOT_TESTABLE for result in formed):
                ways = WAYS if any(map(_averaged, statements[:i])) else WAYS[:-1]
                found = next((some for way in ways if (some := list(way(window, one)))), [])
                yield from found
                formed += found
            if near and not formed and REST.match(CUT.split(one.lead)[-1]):
                formed = list(_with_rest(window, near, one, statements[:i]))
                yield from formed
            if near and not formed and not any(_goes_with(o, one) for o in statements[i + 1 :]):
                alone = not any(_beside(o, one) for o in statements[i + 1 :])
                yield from _slipped_sum(window, near, one, alone)
            if one.time.endswith(BEFORE):
                yield from _growth_from(window, one)
        elif one.role == "change" and one.within:
            yield from _sum_of_changes(window, statements, i)
        elif one.role == "rate" and one.unit in ("%", "倍") and not one.worked:
            yield from _growth(window, one)
        if one.role == "share" and one.unit == "%":
            yield from _bands(window, statements, i)
        rest = one.role in ("percent", "share") and one.said["rest"]
        if rest or (one.role in ("percent", "share") and _ends_run(statements, i)):
            yield from _rest_of_hundred(window, statements, i, bool(rest))
        if one.role == "share" and (i + 1 == len(statements) or _parts_from(statements, i)):
            yield from _whole_not_printed(_run(statements, i))
            yield from _one_whole(statements[: i + 1])


def _sum_of_changes(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """贷款增加59亿元，其中短期贷款增加18亿元、中长期贷款增加41亿元: changes are parts of one."""
    total, pieces = statements[i - 1], [statements[i]]
    for one in statements[i + 1 :]:
        if one.role != "change" or _parted(one) or one.number != pieces[-1].number + 1:
            break
        pieces.append(one)
    alike = all(
        (one.role, one.unit, one.falling, one.sentence)
        == ("change", total.unit, total.falling, total.sentence)
        for one in (total, *pieces)
    )
    if not i or not alike or not 1 < len(pieces) <= PIECES:
        return
    result = parts(total.found.reading, *(one.found.reading for one in pieces))
    wrong = result.verdict == INCONSISTENT and _ends_list(window, pieces[-1])
    if beyond_chance(result, 1) or (wrong and slips.sum_apart(total, pieces)):
        yield tied(result, total, *pieces)


def _ends_run(statements: list[Statement], i: int) -> bool:
    """Whether a run of percentages ends with one: with its sentence, or before ；."""
    return i + 1 == len(statements) or statements[i + 1].lead.startswith(("；", ";"))


def _by_how_much(one: Statement) -> bool:
    return bool(BY_HOW_MUCH.match(one.words))


def _averaged(one: Statement) -> bool:
    return bool(one.said["per"])


def _parted(one: Statement) -> bool:
    """Whether a level doesn't go on with the list before it."""
    return one.within or one.lead.startswith(("；", ";"))


def _parted_from(one: Statement, last: Statement) -> bool:
    """Whether a level doesn't go on with the list that another one is the last of: one in which ；
    parts the members goes on after it.
    """
    return _parted(one) and (one.within or not _parted(last))


def _sums(
    window: Window, near: list[Statement], last: Statement, goes_on: bool
) -> Iterator[Result]:
    """The list that ends with a level and adds up to one before it, or that it is the sum of."""
    least = 2 * len(near)
    likely = ((least, *one) for one in _candidates(near, last))
    apart = ((least + i, *one) for i, one in enumerate(_candidates_apart(near, last)))
    for tried, total, pieces in (*likely, *apart):
        if len({one.topic for one in pieces}) > 1 and len({one.sentence for one in pieces}) > 1:
            continue  # 非税收入A。税收收入中，增值税B: a list of its own begins
        if not _adds_up(total, pieces) or _miscounted(total, pieces):
            continue
        called = _called(total, pieces)
        pieces = _without_parts(near, pieces)
        result = parts(total.found.reading, *(one.found.reading for one in pieces))
        if beyond_chance(result, tried) or (called and telling(result, CLAIMED)):
            yield tied(result, total, *pieces)
            # Growth of output leaves prices out, so that the amounts don't weigh it
            if not SAID["real"].search("".join(one.words for one in (total, *pieces))):
                yield from mixed(total, list(pieces), nominal=False)
            return
    if added := list(_added(window, near, last)):
        yield from added
        return
    if not goes_on and (far := list(_far(window, last))):
        yield from far
        return
    if len(near) > 1:
        yield from _claimed(window, near[-PIECES - 1 :], last, goes_on)


def _without_parts(near: list[Statement], pieces: Sequence[Statement]) -> Sequence[Statement]:
    """A list with a level in the place of its own parts: 甲100人，其中乙60人，丙40人，丁20人."""
    for i, one in enumerate(pieces):
        whole = next((o for o in reversed(near) if o.number < one.number), None)
        if not one.within or whole is None or whole in pieces:
            continue
        for j in range(i + 2, len(pieces)):
            if _adds_up(whole, pieces[i:j]):
                return [*pieces[:i], whole, *pieces[j:]]
    return pieces


def _miscounted(total: Statement, pieces: Sequence[Statement]) -> bool:
    """Whether a sum says that it is of fewer than these: 两项合计, of A，其中B、C，and D."""
    said = SAID["so many summed"].search(total.lead) if pieces[-1].number < total.number else None
    return said is not None and DIGITS.find(said["n"].replace("两", "二")) < len(pieces)


def _added(window: Window, near: list[Statement], last: Statement) -> Iterator[Result]:
    """得款56700元，加上募捐的23400元，共筹得80100元: what 加上 adds to the level before it, and a
    sum that misses both by a slip, or that words call one of the only two.
    """
    told = [one for one in near if one.sentence == last.sentence]
    if len(told) < 2 or not ADDED.search(told[-1].words) or last.said["rest"]:
        return
    if _left_unread([*told[-1:], last]) or PARTED.search(last.lead):
        return  # 甲公司A，加上西北B；乙公司合计C
    run = [*told[-2:], last]
    if any(two.number - one.number > 1 + len(one.told) for one, two in pairwise(run)):
        return
    if any(_averaged(one) for one in run):
        return
    result = parts(last.found.reading, *(one.found.reading for one in told[-2:]))
    sure = len(told) == 2 and SUM.search(last.words)
    if result.verdict == INCONSISTENT and (sure or slips.sum_apart(last, told[-2:])):
        yield tied(result, last, *told[-2:])


def _with_rest(
    window: Window, near: list[Statement], rest: Statement, statements: list[Statement]
) -> Iterator[Result]:
    """846人中，愿意留任的631人，打算离开的94人，其余121人: the rest is what a list leaves.

    The whole is that of which the parts have their shares, or which 中 or 共 calls one. A share
    that no level of the list has is a part without a number.
    """
    told = [one for one in near if one.sentence == rest.sentence]
    shared = next((whole for one in reversed(told) if (whole := _whole(one))), None)
    total = shared or next((one for one in told if _is_all(window, one, told)), None)
    if total is None or rest.paragraph != total.paragraph:
        return
    first = [one for one in told if one.number > total.number]
    pieces = [*first[:1], *(one for one in first[1:] if not one.within), rest]
    if not 1 < len(pieces) <= PIECES:
        return
    result = parts(total.found.reading, *(one.found.reading for one in pieces))
    if result.verdict == CONSISTENT:
        yield tied(result, total, *pieces)
        return
    between = window.near(rest, rest.number - total.number, rest.unit)
    if any(_averaged(one) for one in between if one.number > total.number):
        return  # 合计37亿元，每年服务26亿元，其余63亿元: the rest may be of what is told a year
    shares = [
        one
        for one in statements
        if one.role in ("share", "percent")
        and one.unit == "%"
        and not SAID["ratio name"].search(one.name)
    ]
    alone = any(
        one.number > total.number and one.sentence == rest.sentence and one.of not in pieces
        for one in shares
    )
    wrong = result.verdict == INCONSISTENT and not alone and near_time(total, *pieces)
    if MORE_THAN_REST.match(window.text, rest.found.end):
        return
    if UNTOLD.search(window.text, pieces[0].found.end, rest.found.start):
        return
    if rest.value == total.value:
        return  # 累计转运98包，除2包散落外，其余98包完好
    if _leaves_out(total, pieces) or EACH.match(window.after_words(rest)):
        return  # 其余40万股分别捐给三家基金会
    if _told_again(total, pieces) or any(one.said["total"] for one in first):
        return  # 一行共4人，前台共有4位服务员，其余3位: of another one
    if wrong and not _holds_sum([*near, rest]):
        yield tied(result, total, *pieces)


def _told_again(total: Statement, pieces: Sequence[Statement]) -> bool:
    """Whether a figure of a list is one that was told before: 67500元，该67500元."""
    run = sorted([total, *pieces], key=lambda one: one.number)
    return any(
        AGAIN.search(one.words) and any(one.value == other.value for other in run[:i])
        for i, one in enumerate(run)
    )


def _is_all(window: Window, one: Statement, told: list[Statement]) -> bool:
    """Whether words call a level all of what follows: 100人中, 共100家."""
    among = SAID["among"].match(window.after_words(one) + "，")
    return bool(among or (one is told[0] and one.said["total"]))


def _goes_with(other: Statement, one: Statement) -> bool:
    """Whether a level goes on with the list that another one may end."""
    alike = other.role == "level" and other.unit == one.unit and other.sentence == one.sentence
    return alike and not other.within and not _averaged(other) and not ENDS.search(other.lead)


def _beside(other: Statement, one: Statement) -> bool:
    """Whether a level of the unit of another one follows it in its sentence."""
    return other.role == "level" and other.unit == one.unit and not other.within


# What is none of what it names
DENIED = re.compile("[不未非]")


def _slipped_sum(
    window: Window, near: list[Statement], last: Statement, alone: bool
) -> Iterator[Result]:
    """All levels of a list, the total before them, and a slip that parts it from their sum, or a
    part above it. `alone` tells that no level of its unit follows in the sentence.

    A list begins with its sentence, after ； or where 其中 leads to it, and ends likewise.
    """
    told = [*(one for one in near if one.sentence == last.sentence), last]
    starts = [i for i, one in enumerate(told) if i and _begins(one)]
    # 按病种，甲31起，乙14起，其余10起: the first is one of them
    lists = [] if _parted_by(told[0]) else [(told[0], told[1:])]
    if starts:
        lists = [(told[starts[-1] - 1], told[starts[-1] :]), *lists]
    before = [one for one in near if one.sentence < last.sentence][-2:]
    parted = alone and _parted_by(told[0])
    if parted:
        before = _heads(window, told[0])
    meant = _of_topic(window, told[0])
    if meant is not None:
        before = [meant]
    lists = [*lists, *((total, told) for total in before)]
    if starts and starts[-1] > 1 and OF_SHARE.search(told[starts[-1] - 1].words):
        # 持股A，占总股本B的6.50%，其中C、D: the parts are of what has the share
        lists.insert(0, (told[starts[-1] - 2], told[starts[-1] :]))
    lists = [(total, pieces) for total, pieces in lists if _may_sum(total, pieces)]
    for total, pieces in lists:
        if _told_again(total, pieces) or _leaves_out(total, pieces):
            continue
        if "合计" in window.text[last.found.end : last.found.end + TOGETHER]:
            continue  # 三类合计占九成 says that there are more
        if any(DENIED.match(one.name) and total.name in one.name for one in pieces):
            continue  # 起诉263人，…，不起诉118人: none of those
        if _holds_sum([total, *pieces]) or (not alone and any(map(_after_stop, pieces[1:]))):
            continue
        marks = {bool(PARTED.search(one.lead)) for one in pieces[1:]}
        if pieces[0].within and len(marks) > 1:
            continue  # 合同6874件，其中借款2217件、买卖1935件、租赁604件；婚姻2318件
        if total.value < FEW or not near_time(total, *pieces):
            continue  # 8人可能在甲医院感染，1人在乙医院，其余5人: of more than the first
        if UNTOLD.search(window.text, pieces[0].found.end, last.found.start):
            continue
        if total.sentence < pieces[0].sentence and pieces[0].lead.startswith(OTHER_YEARS):
            continue
        if any(FORMER.search(one.words) for one in pieces):
            continue  # 16家，超过前两届（首届9家，第二届5家）
        if any(EACH_OF_THEM.search(one.lead) for one in pieces):
            continue  # 19个（在册17个，另有交通、旅游法庭各1个）
        if MORE_TOLD.match(window.text, last.found.end):
            continue  # 2846人，三档分别为1102人、971人、573人，另有200人工作不满一年
        if _rest_told(window, total, pieces) or _one_of_another(window, pieces):
            continue
        ended = _ends_list(window, last)
        whole = parted and pieces[0] is told[0] and ended
        whole = whole or (ended and (total is meant or (pieces[0].within and len(pieces) > 2)))
        # 总资产2.2万亿元，存贷款分别为1.9万亿元、1.1万亿元: too much to be all of it
        together = sum(one.value for one in pieces)
        named = "分别" in pieces[0].lead and together > TOO_MUCH * total.value
        listed = not named and _exhausts(window, total, pieces)
        slipped = slips.sum_apart(total, pieces, len(lists), whole)
        above = ended and (parted or not _parted_by(pieces[0]))
        slipped = slipped or (listed and slips.one_slip(total, pieces))
        if not slipped and not (above and _one_above(window, total, pieces)):
            continue
        result = parts(total.found.reading, *(one.found.reading for one in pieces))
        if result.verdict == INCONSISTENT:
            result = tied(result, total, *pieces)
            sure = listed or (slips.surprising(result) and not _partly_shares(pieces))
            yield result if sure else result.doubted()
            return


def _partly_shares(pieces: Sequence[Statement]) -> bool:
    """Whether some of a list have their shares beside them, and others before the last don't: 博士
    1063人，占71.7%；正高级261人、副高级518人. These are seldom parts of one whole.
    """
    having = [any(told.role == "share" for told in one.told) for one in pieces[:-1]]
    return any(having) and not all(having)


def _one_of_another(window: Window, pieces: Sequence[Statement]) -> bool:
    """Whether a share makes a piece one of the piece before: 核实1862万元，已退回1673万元，占核实
    金额的89.8%.
    """
    return any(
        before.number < told.number <= one.number + 1
        and fits(relations.share(one.found.reading, before.found.reading, told.found.reading))
        for before, one in pairwise(pieces)
        for told in window.percentages
    )


def _exhausts(window: Window, total: Statement, pieces: Sequence[Statement]) -> bool:
    """Whether words say that a list right after a total is all of it: 96家，一级、二级、三级分别为
    24家、38家、34家; 94所（公办58所、民办36所）; 113所，公办71所，其余42所.
    """
    first, last = pieces[0], pieces[-1]
    if first.number - total.number > 1 + len(total.told) or total.sentence != first.sentence:
        return False
    if any(two.number - one.number > 1 + len(one.told) for one, two in pairwise(pieces)):
        return False
    if last.said["rest"] and not OPEN_REST.search(last.words):
        return not any(one.within for one in pieces[1:])
    if not all(MARKED.search(one.lead) for one in pieces[1:]):
        return False
    bracket = _in_brackets(window, first) and not _in_brackets(window, total)
    if bracket:
        return window.text.startswith(("）", ")"), last.found.end)
    return bool(EXHAUST.search(first.lead)) and _ends_list(window, last)


def _rest_told(window: Window, total: Statement, pieces: Sequence[Statement]) -> bool:
    """Whether what a list leaves of its total is told near it: 由2000万元增加至5000万元，其中甲认缴
    1000万元、乙认缴2000万元.
    """
    rest = total.value - sum(one.value for one in pieces)
    near = window.since(total.number - LOOKED_AT)
    return rest > 0 and any(
        one.unit == total.unit and one not in pieces and abs(one.value - rest) <= one.room
        for one in near
    )


def _after_stop(one: Statement) -> bool:
    return one.lead.startswith(("；", ";"))


def _begins(one: Statement) -> bool:
    """Whether a list begins with a level."""
    return bool(one.within or ENDS.search(one.lead) or LISTS.search(one.lead))


def _parted_by(first: Statement) -> bool:
    """Whether words before the first of a list say by what all of a total is parted."""
    return bool(PARTED_BY.search(first.lead.lstrip("，；;")))


def _of_topic(window: Window, first: Statement) -> Statement | None:
    """The level before a sentence that its first words name as what it is of: 审结6139件。…审结案件
    中，调解3920件.
    """
    said = OF_TOPIC.match(first.lead)
    if said is None:
        return None
    heads: list[tuple[int, Statement]] = []
    for one in islice(window.before(first, first.unit), LOOKED_AT):
        if first.paragraph - one.paragraph > PARAGRAPHS - 1:
            break
        if one.sentence < first.sentence and not _averaged(one):
            heads.append((_in_common(said["noun"], one.words), one))
    most = max((common for common, _ in heads), default=0)
    return next((one for common, one in heads if common == most), None) if most > 1 else None


def _in_common(noun: str, words: str) -> int:
    """How many signs in a row two names have in common."""
    return max(
        (
            j - i
            for i in range(len(noun))
            for j in range(i + 2, len(noun) + 1)
            if noun[i:j] in words
        ),
        default=0,
    )


def _heads(window: Window, first: Statement) -> list[Statement]:
    """What may be parted in a list: the last levels of its unit in the sentences before it."""
    heads: list[Statement] = []
    for one in window.before(first, first.unit):
        if first.paragraph - one.paragraph > 1 or len(heads) == HEADS:
            break
        if one.sentence < first.sentence and not _averaged(one) and not one.listed:
            heads.append(one)
    return heads


def _one_above(window: Window, total: Statement, pieces: Sequence[Statement]) -> bool:
    """Whether a part of a list is above its total, and the others aren't: 其中初中20人、高中80人 of
    60, or, where words say by what it is parted, a part above all levels before it.
    """
    if not _called_parts(pieces):
        return False
    above = [one for one in pieces if one.value - one.room > total.value + total.room]
    others = sum(one.value for one in pieces if one not in above)
    beside = all(two.number - one.number <= 1 + len(one.told) for one, two in pairwise(pieces))
    if len(above) != 1 or not beside or not 0 < others < total.value or total.listed:
        return False
    if EACH.search(pieces[0].lead):
        return False
    before = list(islice(window.before(pieces[0], total.unit), REACH))
    beside_it = [one for one in before if one.sentence == total.sentence]
    if not _parted_by(pieces[0]):
        next_to = pieces[0].number - total.number <= 1 + len(total.told)
        # What 其中 leads to right after its total is tested by itself, if nothing before is larger
        larger = any(one.value >= above[0].value for one in before if one.sentence < total.sentence)
        apart = pieces[0].number > total.number + 1
        if pieces[0].within and not larger and not apart:
            return False
        return next_to and all(one.value < above[0].value for one in beside_it)
    # 甲售178亿元；乙售130亿元。分类型看: what is parted may be both together
    alone = all(one is total or one.within for one in beside_it)
    return alone and all(one.value < above[0].value for one in before)


def _may_sum(total: Statement, pieces: Sequence[Statement]) -> bool:
    """Whether nothing tells that levels can't be the parts of a total."""
    if not 1 < len(pieces) <= PIECES or any(one.within for one in pieces[1:]):
        return False
    if pieces[0].number == total.number + 1 and (
        pieces[0].listed or JOINS.fullmatch(pieces[0].lead)
    ):
        return False  # A、B和C, 979户家庭和98户标兵: the first is of the list itself
    if any(_averaged(one) or one.said["reached"] for one in pieces):
        return False
    if any(BALANCE.search(one.words) for one in pieces):
        return False
    profits = [bool(PROFIT.search(one.words)) for one in pieces]
    if any(profits) and not all(profits):
        return False  # 用工收入15.83亿元，猎头收入1.47亿元；综合毛利1.74亿元
    if any(SUMMED.search(one.lead) or BOTH.search(one.lead) for one in pieces[1:]):
        return False  # 化解187件，其中23件与省重合，合并计算共259件; 两者重叠的136起
    shares = [told for one in (total, *pieces) for told in one.told if told.role == "share"]
    if len(shares) == len(pieces) + 1 and sum(one.value for one in shares) < FULL:
        return False  # 信用卡1547件，占49%；贷款812件，占26%…: each has its share of one whole
    largest = max(one.value for one in pieces)
    if total.value <= largest < UNIT * total.value and not _called_parts(pieces):
        return False
    return near_time(total, *pieces) or all(_within_time(one.time, total.time) for one in pieces)


def _called_parts(pieces: Sequence[Statement]) -> bool:
    """Whether words call all of a list parts."""
    first, *others = pieces
    led = LISTS.search(first.lead) and all(AND.match(one.lead) for one in others)
    return bool(led) or _parted_by(first)


def _within_time(time: str, period: str) -> bool:
    """Whether a year lies in a period of years: each of 2020 to 2024."""
    first, _, last = period.partition("/")
    return bool(last) and first <= time[: len(first)] <= last and BEFORE not in time


def _leaves_out(total: Statement, pieces: Sequence[Statement]) -> bool:
    """Whether figures don't add up by what they are: depths, what lies below a bound, the costs of
    what was earned, cuts of what was planned, and what each of several got.
    """
    if total.unit in UNADDED or LEVEL.search(total.words):
        return True
    if any(APART.search(one.words) or RANGE.search(one.found.phrase) for one in pieces):
        return True
    costs = any(COST.search(one.words) for one in pieces)
    if costs and EARNED.search(total.words) and not any(GAIN.search(o.words) for o in pieces):
        return True
    return any(CUT_BY.search(one.words) for one in pieces) and not CUT_BY.search(total.words)


def _left_unread(figures: Sequence[Statement]) -> bool:
    """Whether a number that couldn't be read stands before one of these: 74亿加上40亿."""
    return any(UNREAD.search(one.lead) for one in figures)


def _holds_sum(run: Sequence[Statement]) -> bool:
    """Whether some of these levels, in a row, are another one's parts."""
    return any(
        _adds_up(total, run[i:j])
        for total in run
        for i in range(len(run))
        for j in range(i + 2, len(run) + 1)
        if total not in run[i:j]
    )


def _far(window: Window, last: Statement, averaged: bool = False) -> Iterator[Result]:
    """A list in a sentence, and a total that stands some paragraphs before it. Of averages there
    are three parts or more: 人均收入A。从构成看，人均工资性收入B、….
    """
    pieces: list[Statement] = []
    totals: list[Statement] = []
    for one in [last, *window.before(last, last.unit)]:
        if one.sentence == last.sentence:
            pieces.insert(0, one)
        elif len(totals) == LOOKED_AT or last.paragraph - one.paragraph > PARAGRAPHS:
            break
        else:
            totals.append(one)
    if not 1 + averaged < len(pieces) <= PIECES:
        return
    # 人均工资性收入A，经营净收入B，…: what the first of a list is, all are
    if any(_averaged(one) != averaged for one in (pieces[:1] if averaged else pieces)):
        return
    for total in totals:
        if _adds_up(total, pieces) and (not averaged or _averaged(total)):
            result = parts(total.found.reading, *(one.found.reading for one in pieces))
            if beyond_chance(result, len(totals)):
                yield tied(result, total, *pieces)
                return


def _picked(window: Window, last: Statement) -> Iterator[Result]:
    """A sum that leaves out some of the list before it: 水电A，核电B，风电C，水风合计D."""
    if not _is_sum(last) or _averaged(last):
        return
    told = [one for one in window.before(last, last.unit) if one.sentence == last.sentence]
    told = [one for one in told[:PIECES] if not _averaged(one)][::-1]
    lists = [list(some) for n in (2, 3) for some in combinations(told, n)]
    for pieces in lists:
        if _adds_up(last, pieces):
            result = parts(last.found.reading, *(one.found.reading for one in pieces))
            if beyond_chance(result, len(lists)):
                yield tied(result, last, *pieces)
                return


def _long(window: Window, last: Statement) -> Iterator[Result]:
    """A number of many digits that is the sum of two told before: 质押前A股，质押后B股."""
    if last.value < LONG * max(last.room, HALF) or _averaged(last):
        return
    before = [
        one
        for one in islice(window.before(last, last.unit), REACH)
        if last.paragraph - one.paragraph <= PARAGRAPHS and 0 < one.value < last.value
    ]
    if any(one.value == last.value for one in window.before(last, last.unit)):
        return  # told once more
    tried = len(before) * len(before)
    for two in combinations(before, 2):
        if _adds_up(last, two):
            result = parts(last.found.reading, *(one.found.reading for one in two))
            if beyond_chance(result, tried):
                yield tied(result, last, *two)
                return


def _over_lines(window: Window, last: Statement) -> Iterator[Result]:
    """A list of which each part has a line of its own, and its total before or after it."""
    before = list(islice(window.before(last, last.unit), LOOKED_AT))
    if not before or before[0].paragraph != last.paragraph - 1:
        return
    lines = [last]
    for i, one in enumerate(before):
        alone = i + 1 == len(before) or before[i + 1].paragraph < one.paragraph
        if one.paragraph != lines[0].paragraph - 1 or not alone or _averaged(one):
            break
        lines.insert(0, one)
    lists = [(last, lines[i:-1]) for i in range(len(lines) - 2)]
    for i in range(len(lines) - 1):
        lists += [(one, lines[i:]) for one in before if one.number < lines[i].number][:2]
    for total, pieces in lists:
        if 2 < len(pieces) <= PIECES and _adds_up(total, pieces):
            result = parts(total.found.reading, *(one.found.reading for one in pieces))
            if beyond_chance(result, len(lists)):
                yield tied(result, total, *pieces)
                return
    for i in range(1 if lines[0] is before[-1] else 0, len(lines) - 2):
        some = lines[i:]
        if len(some) <= PIECES and _all_lines(window, some):
            totals = [one for one in before if one.paragraph == some[0].paragraph - 1]
            yield from _slipped_lines(totals[:HEADS], some)
            return


def _slipped_lines(totals: list[Statement], lines: list[Statement]) -> Iterator[Result]:
    """A list with a line for each part, and the total in the line before it, apart by a slip."""
    for total in totals:
        apart = slips.sum_apart(total, lines, len(totals), whole=True)
        apart = apart or (len(totals) == 1 and slips.one_slip(total, lines))
        result = parts(total.found.reading, *(one.found.reading for one in lines))
        if apart and result.verdict == INCONSISTENT and near_time(total, *lines):
            yield tied(result, total, *lines)
            return


def _all_lines(window: Window, lines: list[Statement]) -> bool:
    """Whether lines are all of a list: each has its mark, or ends with ；, and the next hasn't."""
    text = window.text
    starts = [text.rfind("\n", 0, one.found.start) + 1 for one in lines]
    ends = [
        end if end >= 0 else len(text) for one in lines if (end := text.find("\n", one.found.end))
    ]
    marks = [bool(BULLET.match(text, start)) for start in (*starts, ends[-1] + 1)]
    open_ends = [text[:end].rstrip()[-1:] in "；;" for end in (starts[0] - 1, *ends)]
    if open_ends[0] or open_ends[-1]:
        return False
    led = BULLET.match(text, text.rfind("\n", 0, starts[0] - 1) + 1)
    return (all(marks[:-1]) and not marks[-1] and not led) or all(open_ends[1:-1])


# How a level may be joined that no list right before it fits, the last where it is an average
WAYS = (_over_lines, _picked, _long, partial(_far, averaged=True))


def _candidates(
    near: list[Statement], last: Statement
) -> Iterator[tuple[Statement, Sequence[Statement]]]:
    """Totals with the lists that may be all of them, the likeliest first."""
    shared = [one for one in (*near, last) if _whole(one) is not None]
    if last in shared:
        whole = _whole(last)
        pieces = [one for one in shared if _whole(one) is whole]
        if whole is not None and len(pieces) > 1:
            yield whole, pieces
    run = [*near[-PIECES - 1 :], last]
    for size in range(2, len(run)):
        pieces = run[-size:]
        yield run[-size - 1], pieces
        if size + 1 < len(run) and pieces[0].within:
            # 总产值 A，增加值 B，其中…: the pieces are of the level before the last
            yield run[-size - 2], pieces
        yield last, run[-size - 1 : -1]
    sentence = [one for one in run if one.sentence == last.sentence]
    if 1 < len(sentence) <= PIECES:
        # 按车型分，A、B、C: the total may stand far before
        for total in near:
            if total.sentence < last.sentence:
                yield total, sentence
    if last.said["rest"] and near:
        # 其余三宗共 B: the rest of any total before, besides a part of it
        for total in near:
            for part in near:
                yield total, (part, last)


def _candidates_apart(
    near: list[Statement], last: Statement
) -> Iterator[tuple[Statement, Sequence[Statement]]]:
    """Totals and lists that something stands between, the likeliest first."""
    run = [*near[-PIECES - 1 :], last]
    for size in (2, 3):
        # 从业人员 A，其中女性 B；二产业 C，三产业 D: the total may stand before other parts of it
        pieces = run[-size:]
        if size < len(run) and pieces[0].sentence == last.sentence:
            for total in reversed(near[:-size]):
                yield total, pieces
    if last.said["summed"] or (near and near[-1].said["besides"]):
        # 受理 A，其中移送 B，连同上年的 C，共 D: the sum may leave out what is part of another
        for i in range(len(near) - 1, 0, -1):
            for one in reversed(near[:i]):
                yield last, (one, near[i])


def _whole(part: Statement) -> Statement | None:
    """The level that a part's share was found to be of."""
    wholes = [one.whole for one in part.told if one.role == "share" and one.whole is not None]
    return wholes[0] if wholes else None


def _called(total: Statement, pieces: Sequence[Statement]) -> bool:
    """Whether words, or the shares that pieces have of it, lead from a total to a list."""
    if pieces[-1].number < total.number:
        more = pieces[-1].said["besides"] and pieces[-1].sentence == total.sentence
        said = SAID["so many summed"].search(total.lead)
        if said and DIGITS.find(said["n"].replace("两", "二")) == len(pieces):
            return pieces[0].sentence == total.sentence
        return bool(more) or (_is_sum(total) and _listed([*pieces]))
    if all(_whole(one) is total for one in pieces):
        return True
    topic, name = core(pieces[0].topic), core(total.name)
    if len(name) > 1 and name in topic and total.sentence < pieces[0].sentence:
        return True  # 医院118个。医院中，公立47个，民营71个
    if _whole_list(total, pieces):
        return True
    near = pieces[0].sentence - total.sentence <= 1
    return pieces[0].within and near and not any(one.within for one in pieces[1:])


def _whole_list(total: Statement, pieces: Sequence[Statement]) -> bool:
    """Whether nothing stands between a total and its list: 推出64宗，成交58宗，流拍6宗."""
    run = [total, *pieces]
    beside = all(two.number - one.number <= 1 + len(one.told) for one, two in pairwise(run))
    return beside and total.sentence == pieces[-1].sentence and not pieces[0].listed


def _counted_twice(window: Window, total: Statement) -> bool:
    """Whether a sum leaves out what is in several of its parts: 两批共180家（其中20家重复支持）."""
    start = total.found.end
    return bool(SAID["counted twice"].match(window.text, start, start + REACH))


def _is_sum(one: Statement) -> bool:
    """Whether words call a level the sum of those before it: 其余货类共94吨 and 两者相差94吨 are
    none.
    """
    none = SAID["rest"].search(one.words) or SAID["left over"].search(one.words)
    return bool(SAID["summed"].search(one.words)) and not none


def _adds_up(total: Statement, pieces: Sequence[Statement]) -> bool:
    """Whether pieces can add up to a total, at a glance."""
    value, room = total.value, total.room
    values = [one.value for one in pieces]
    room += sum(one.room for one in pieces)
    apart = abs(sum(values) - value)
    return room < min(values) and max(values) < value and apart <= room * 1.001


def _claimed(
    window: Window, near: list[Statement], last: Statement, goes_on: bool
) -> Iterator[Result]:
    """A list whose words claim that it is all of its total, and that doesn't add up."""
    said = _count_said(window, last)
    summed = _is_sum(last) or (said is not None and last.said["total"] is not None)
    if summed:
        if AND_OTHERS.search(window.between(near[-1], last)):
            return  # 医疗费7万元及其他费用，共计20万元
        starts = [i for i, one in enumerate(near) if FOLLOWS.search(one.lead)]
        near = near[starts[-1] :] if starts else near
        own = [one for one in near if one.sentence == last.sentence]
        counted = any(o.number == last.number - 1 and said for o in window.since(last.number - 1))
        beside = near[-1].number + 1 + len(near[-1].told) + counted >= last.number
        alone = own if len(own) > 1 and beside else near
        if any(PRINCIPAL.match(window.after_words(one)) for one in near):
            return
        if (
            _left_unread([*near[1:], last])
            or any(THOUSANDS.search(one.lead) for one in near)
            or _leaves_out(last, near)
            or _sum_of_a_kind(window, near, last)
        ):
            return
    if summed and said:
        count = DIGITS.find(said["n"].replace("两", "二"))
        if pieces := _so_many(window, near, last, count):
            result = parts(last.found.reading, *(one.found.reading for one in pieces))
            yield from _unless_other(window, result, last, pieces, led=True, timed=False)
        elif pieces := _so_many_apart(near, last, count):
            result = parts(last.found.reading, *(one.found.reading for one in pieces))
            if result.verdict == INCONSISTENT:
                yield tied(result, last, *pieces)
        return
    if summed:
        near = alone
    if summed and _listed(near) and last.sentence == near[-1].sentence:
        parted = last.lead.startswith(("；", ";")) and not any(map(_parted, near[1:]))
        more = SAID["besides"].search(near[0].lead) or SAID["besides"].search(last.lead)
        if parted or more:
            # 补助A，收入总计B；支出总计C: the sum isn't of the list
            # 售价A，另有运费B、税费C，合计D: it is of more
            return
        result = parts(last.found.reading, *(one.found.reading for one in near))
        sure = not _goes_back(window, near) and (
            slips.sum_apart(last, near)
            or (_sums_the_list(window, last, near) and _of_all(last, near))
        )
        yield from _unless_other(window, result, last, near, sure=sure)
        return
    if summed and (pairs := _alternating(near, last)):
        result = parts(last.found.reading, *(one.found.reading for one in pairs))
        sure = _of_all(last, pairs)
        yield from _unless_other(window, result, last, pairs, led=True, sure=sure)
        return
    for i in range(len(near) - 1, 0, -1):
        first, total = near[i], near[i - 1]
        if not first.within:
            continue
        pieces = [*near[i:], last]
        if any(map(_averaged, window.near(first, first.number - total.number, first.unit))):
            return  # 总花费308亿元，人均1084元，其中城镇居民1138元: parts of an average
        led = last.lead.startswith(("其余", "，其余"))
        if "合计" in window.text[last.found.end : last.found.end + TOGETHER] and not led:
            return  # 其中手足口病A例、其他腹泻病B例，两病合计C例: there are more
        if total.sentence < first.sentence - 1 or not (led or _listed(pieces)):
            return
        result = parts(total.found.reading, *(one.found.reading for one in pieces))
        if last.lead.startswith(("；", ";")) and last.said["besides"]:
            return
        if _leaves_out(total, pieces) or EACH.match(window.after_words(last)):
            return
        if led or last.said["rest"]:
            # 8例（其中2例无症状），甲报告3例，乙报告4例: what is in brackets goes on no further
            closed = bool(IN_BRACKETS.search(first.lead)) and any(
                "）" in o.lead for o in pieces[1:]
            )
            # 37人中，死亡3人，受伤21人，其中重伤5人；其余13人: the rest is of what stands before
            outer = any(o.value > total.value and o.sentence == last.sentence for o in near[:i])
            closed = closed or (outer and bool(PARTED.search(last.lead)))
            sure = not closed and (led or _leaves_nothing(total, pieces))
            yield from _unless_other(window, result, total, pieces, led, sure)
        elif result.verdict == INCONSISTENT and not goes_on and _ends_list(window, last):
            whole = len(pieces) > 2 or total.said["total"]
            # 合同6874件，其中借款2217件、买卖1935件、租赁604件；婚姻2318件: ； ends the list
            marks = {bool(PARTED.search(one.lead)) for one in pieces[1:]}
            if whole and len(marks) == 1 and slip(total, pieces):
                yield tied(result, total, *pieces)
        return


def _alternating(near: list[Statement], last: Statement) -> list[Statement]:
    """The members of a list each of which is told by two figures: 原告的17起，金额15201万元；被告的
    11起，金额6662万元；合计28起.
    """
    told = [one for one in near if one.sentence == last.sentence]
    if len(told) < 2 or "主要" in told[0].lead:
        return []
    even = all(other.number - one.number == 2 for one, other in pairwise([*told, last]))
    said = SAID["summed"].search(last.words)
    alone = said is not None and not named(last.words.replace(said[0], ""))
    marked = all(MARKED.search(one.lead) and not IN_BRACKETS.search(one.lead) for one in told[1:])
    nested = any(one.within for one in told[1:]) or any(map(_averaged, told))
    return told if even and alone and marked and not nested else []


def _sum_of_a_kind(window: Window, pieces: list[Statement], last: Statement) -> bool:
    """Whether a sum is of some of a list: 甲床319张、乙床88张，合计甲床409张; is of what became of
    it; or counts another thing than a list of kinds: 10大类、36小类，总计7173题.
    """
    if BECAME.match(window.text, last.found.end):
        return True
    said = SAID["summed"].search(last.words)
    noun = core(named(IN_MONEY.sub("", last.words[said.end() :]))) if said else ""
    own = [noun in one.words for one in pieces if named(one.words)] if noun else []
    if any(own) and not all(own):
        return True
    after = [window.after_words(one) for one in (*pieces, last)]
    return all(KINDS.search(one) for one in after[:-1]) and not KINDS.search(after[-1])


def _goes_back(window: Window, pieces: list[Statement]) -> bool:
    """Whether a list may begin before the first of its figures that are looked at. One in which ；
    parts all members doesn't begin after it.
    """
    first = pieces[0]
    parted = all(one.lead.startswith(("；", ";")) for one in pieces)
    before = next(window.before(first, first.unit), None)
    if before is None or before.sentence != first.sentence or first.within:
        return False
    ends = ENDS.search(first.lead.lstrip("；;") if parted else first.lead)
    return first.number == before.number + 1 and not ends


def _sums_the_list(window: Window, last: Statement, pieces: list[Statement]) -> bool:
    """Whether what is called a sum is that of the list before it, and of nothing that has a name
    of its own: 付给乙回扣共计64150元 sums what was given to 乙 alone.
    """
    said = SAID["summed"].search(last.words)
    if said is None or any(SAID["summed"].search(one.words) for one in pieces):
        return False
    between = CLAUSE.split(last.lead)[1:-1]
    own = core(named(last.words[: said.start()]))
    # 两批合计: how many they are is no figure between
    counts = [one for one in window.since(last.number - 1) if one.number == last.number - 1]
    counted = any(one.value == len(pieces) and one.unit != last.unit for one in counts)
    beside = last.number == pieces[-1].number + 1 + len(pieces[-1].told) + counted
    called = OF_LIST.fullmatch(own) or _short_for(own, pieces)
    return beside and all(map(unnamed, between)) and bool(called)


def _short_for(own: str, pieces: list[Statement]) -> bool:
    """Whether a name has one sign of each of a list: 风光 of 风电 and 光伏."""
    return len(own) == len(pieces) and all(
        sign in one.name for sign, one in zip(own, pieces, strict=True)
    )


def _of_all(last: Statement, pieces: list[Statement]) -> bool:
    """Whether a sum may be meant of all of a list, and not of all but one (甲640元，实得255元，
    乙154元，共计794元), of more than is new (新增15种，总共638种), or of both multiplied.
    """
    values = [one.value for one in pieces]
    less = any(abs(sum(values) - value - last.value) <= last.room for value in values)
    times = len(values) == 2 and abs(values[0] * values[1] - last.value) <= last.room
    more = SAID["new"].search(pieces[0].words) and "总共" in last.words
    return not (less and len(values) > 2) and not times and not more


def _leaves_nothing(total: Statement, pieces: list[Statement]) -> bool:
    """Whether the last of a list is all that the others leave of a total, as its words say; 另有,
    or 其他 after a part alone, may leave out more, unless a slip explains what is missing.
    """
    last = pieces[-1]
    if not RESTS.search(last.words) and not OPEN_REST.search(last.words):
        return False
    missing = abs(total.value - sum(one.value for one in pieces))
    if RESTS.search(last.words) and (len(pieces) > 2 or not OPEN_REST.search(last.words)):
        return True
    return missing <= CLOSE * total.value or bool(RESTS.search(last.words) and slip(total, pieces))


def _count_said(window: Window, last: Statement) -> re.Match[str] | None:
    """Words before a sum that say how many it is of: 三者合计, 以上两处加起来. Where a clause goes
    before them (转款两笔共) they count what it tells.
    """
    clause = CLAUSE.split(window.before_words(last))[-1]
    said = SAID["so many summed"].search(clause)
    opens = said is not None and OF_THESE.fullmatch(clause[: said.start()])
    return said if opens else SAID["so many summed"].search(last.lead)


def _so_many(window: Window, near: list[Statement], last: Statement, count: int) -> list[Statement]:
    """The levels before a sum that says how many they are (三者合计), where no other stands
    between them but in brackets, or where its sentence has no others.
    """
    told = [one for one in near if one.sentence == last.sentence]
    told = [one for one in told if not _in_brackets(window, one)]
    if not 1 < count <= len(told) or any(_is_sum(one) or one.within for one in told[1 - count :]):
        return []
    pieces = told[-count:]
    if _is_sum(pieces[0]):
        return []
    if len(told) == count and not pieces[0].within and not any(map(_averaged, told)):
        return pieces
    for one, other in pairwise([*pieces, last]):
        between = sum(told.number < other.number for told in one.told)
        if other is last or other.number - one.number > 1 + between:
            aside = [o for o in window.since(one.number + 1) if o.number < other.number]
            between += sum(_in_brackets(window, o) for o in aside)
            # 三项合计: how many they are is no figure between
            between += any(o.value == count and o.number == last.number - 1 for o in aside)
        if other.number - one.number > 1 + between:
            return []
    return pieces


def _in_brackets(window: Window, one: Statement) -> bool:
    """Whether a figure is told in brackets after another one."""
    return bool(IN_BRACKETS.search(window.before_words(one)))


def _so_many_apart(near: list[Statement], last: Statement, count: int) -> list[Statement]:
    """So many levels before a sum that says how many they are, where others stand between them or
    its sentence is a new one, if a slip parts them from it.
    """
    told = [
        one
        for one in near
        if one.sentence == last.sentence
        or (last.sentence - one.sentence == 1 and one.time == last.time)
    ]
    told = [one for one in told if not one.within and not _is_sum(one) and not _averaged(one)]
    if not 1 < count <= len(told):
        return []
    lists = [told[-count:], *(list(some) for some in combinations(told[-PIECES:], count))]
    for i, pieces in enumerate(lists):
        if slips.sum_apart(last, pieces, len(lists) - 1 if i else 1, whole=True):
            return pieces
    return []


def _ends_list(window: Window, last: Statement) -> bool:
    """Whether a list ends with a figure, and nothing says that it leaves something out."""
    after = window.text[last.found.end : last.found.end + TOGETHER]
    # 三类合计占九成 says that there are more
    left_out = "主要" in last.lead or "合计" in after
    return bool(SAID["list ends"].match(after.lstrip("）)"))) and not left_out


def _unless_other(
    window: Window,
    result: Result,
    total: Statement,
    pieces: list[Statement],
    led: bool = False,
    sure: bool = True,
    timed: bool = True,
) -> Iterator[Result]:
    if fits(result):
        yield tied(result, total, *pieces)
    elif result.verdict == INCONSISTENT and "占" not in total.words:
        if AND_SO_ON.match(window.text, pieces[-1].found.end) or any(map(_of_one_each, pieces)):
            return  # 返还123万元，赔偿25万元等，共计192万元; 一人10元，加车10元，一共50元
        if total.sentence < pieces[0].sentence and max(o.value for o in pieces) > total.value:
            return  # 房款共计33万元，其余还贷。双方将44万元还贷，剩余1万元
        # but not 四者合计占全省进出口总值842.3亿元的58.6%, of which they have a share
        sure = sure and (led or _listed(pieces)) and (not timed or near_time(total, *pieces))
        sure = sure and not (total.found.reading.stands_for.exact and _cut(total, pieces))
        sure = sure and "重复" not in total.words  # 两者不重复计算量为1.67亿立方米
        sure = sure and not _counted_twice(window, total) and not _told_again(total, pieces)
        # 概算11.4亿元，已完成7.9亿元，占二期的69.3%，两期合计到位17.2亿元
        sure = sure and not _one_of_another(window, pieces)
        # 10人被救起，1人昏迷，其余9人清醒: these are all of a part
        sure = sure and not (pieces[-1].said["rest"] and _holds_sum([total, *pieces]))
        result = tied(result, total, *pieces)
        yield result if sure else in_doubt(result, "unclaimed", gap=True)


def _of_one_each(one: Statement) -> bool:
    """Whether an amount is that of each of several: 一人10元, 各捐赠500万元."""
    return bool(OF_ONE_EACH.search(one.lead))


def _cut(total: Statement, pieces: Sequence[Statement]) -> bool:
    """Whether a whole number may be a sum with decimals that were left off: 48.8GB and 234GB."""
    apart = abs(total.value - sum(one.value for one in pieces))
    return apart < 1 and any("." in one.found.phrase for one in pieces)


def _listed(pieces: list[Statement]) -> bool:
    """Whether levels stand in one sentence, side by side."""
    if len({one.sentence for one in pieces}) > 1:
        return False
    # 7项承诺只遵行了1项: without a mark between them, one is of the other
    return all(other.number - one.number == 1 for one, other in pairwise(pieces)) and not any(
        one.within or IN_BRACKETS.search(one.lead) or not MARKED.search(one.lead)
        for one in pieces[1:]
    )


def _growth(window: Window, rate: Statement) -> Iterator[Result]:
    """Growth on a level of an earlier time, elsewhere in the paragraph."""
    level = rate.of
    if level is None or level.role != "level" or any(o.role == "prior" for o in level.told):
        return
    near = [
        base
        for base in list(window.levels)[-2 * LOOKED_AT :]
        if base is not level
        and base.unit == level.unit
        and base.role in ("level", "prior")
        and base.time != level.time
        and abs(base.number - level.number) <= LOOKED_AT
        and base.paragraph == level.paragraph
    ]
    # 出口39.8亿美元，环比增长4.5%，8月份出口38.1亿美元: those of its name first
    alike = [base for base in near if _one_series(base, level)]
    for some in (alike, near):
        for base in some:
            if _can_have_grown(base, level, rate):
                result = _grown(base, level, rate)
                if beyond_chance(result, len(some)):
                    yield result
                    return


def _growth_from(window: Window, base: Statement) -> Iterator[Result]:
    """Growth, told before, on a level of an earlier time that comes after it."""
    near = [
        (level, rate)
        for level in list(window.levels)[-2 * LOOKED_AT :]
        if level.unit == base.unit
        and level.role == "level"
        and 0 < base.number - level.number <= LOOKED_AT
        and level.paragraph == base.paragraph
        and base.time == level.time + BEFORE
        for rate in level.told
        if rate.role == "rate" and rate.unit in ("%", "倍") and not rate.worked
        if against(base, rate) and rate.number < base.number
    ]
    for level, rate in near:
        if _can_have_grown(base, level, rate):
            result = _grown(base, level, rate)
            if beyond_chance(result, len(near)):
                yield result
                return
    named = [(level, rate) for level, rate in near if _one_series(base, level)]
    if len(named) == 1 and not window.comparable(named[0][0], base, named[0][1], told=True):
        result = _grown(base, *named[0])
        if result.verdict == INCONSISTENT and base.sentence - named[0][0].sentence <= 1:
            yield result


def _one_series(base: Statement, level: Statement) -> bool:
    """Whether the name of a level is that of another, told of an earlier time."""
    names = core(named(SAID["earlier"].sub("", base.words))), core(level.name)
    alike = all(names) and (names[0] in names[1] or names[1] in names[0])
    return alike and not any(names[0].endswith(money) for money in CURRENCY_NAMES)


def _can_have_grown(base: Statement, level: Statement, rate: Statement) -> bool:
    """Whether a rate can be right, at a glance."""
    value, room = rate.value, rate.room
    whole = 100 if rate.unit == "%" else 1
    times = 1 - value / whole if rate.falling else 1 + value / whole
    a, half, b, other = base.value, base.room, level.value, level.room
    return a > 0 and abs(b / a - times) <= (room / whole + (half + other) / a) * 2


def _grown(base: Statement, level: Statement, rate: Statement) -> Result:
    readings = base.found.reading, level.found.reading, rate.found.reading
    return tied(growth(*readings, falling=rate.falling), base, level, rate)


def _parts_from(statements: list[Statement], i: int) -> bool:
    """Whether the list of shares that holds figure i ends with it."""
    following = [one for one in statements[i + 1 :] if one.role == "share"]
    if not following:
        return True
    # 三个年龄段分别占A、B和C；老年人D，占60岁以上人口的E
    parted = statements[i + 1].lead.startswith(("；", ";"))
    return parted and bool(following[0].base) and not statements[i].base


def _run(statements: list[Statement], last: int) -> list[Statement]:
    """The shares of one list that ends with a share: as many as add up to a hundred at most."""
    run: list[Statement] = []
    total = 0.0
    shares = [one for one in statements[: last + 1] if one.role == "share" and one.unit == "%"]
    for i, one in reversed([*enumerate(shares)]):
        if _sums_others(one, shares[:i]):
            continue
        if i and one.within and one.of is None and shares[i - 1].number == one.number - 1:
            continue  # 60岁及以上占23%，其中65岁及以上占18%
        # 其中 opens the list itself where its first share is of the whole of the others
        opens = one is shares[0] and one.whole is not None and one.whole is shares[-1].whole
        if _nested(one) and not opens:
            continue
        total += one.value
        if total > FULL:
            break
        run.append(one)
    run.reverse()
    return run


def _sums_others(one: Statement, before: list[Statement]) -> bool:
    """Whether a share is that of some before it together: 其中甲、乙两项合计占52.6%."""
    if not one.said["taken up"]:
        return False
    together, room = 0.0, one.room
    for other in reversed(before):
        together, room = together + other.value, room + other.room
        if other is not before[-1] and abs(together - one.value) <= room:
            return True
    return False


def _nested(one: Statement) -> bool:
    """Whether a share is that of a part of a part: 60岁以上占19%，其中65岁以上占13%."""
    return one.of is not None and one.of.within and one.of.lead.startswith(("，其中", "（其中"))


def _whole_not_printed(shares: list[Statement]) -> Iterator[Result]:
    """Shares that add up to a hundred, and the parts that they are of."""
    bases = {one.base for one in shares if one.base}
    if len(shares) < 2 or len(bases) > 1:
        return
    result = hundred(*(one.found.reading for one in shares))
    owners = [one.of for one in shares if one.of and one.of.role == "level"]
    units = {owner.unit for owner in owners}
    whole_list = len(owners) == len(shares) and len(units) == 1
    # 60.8%、24.8%和14.2%, which make 99.8%, leave something out
    exhaust = result.verdict == CONSISTENT and (len(shares) > 2 or beyond_chance(result, 1))
    if whole_list and exhaust:
        yield from _all_of(shares, owners)
    if bases and whole_list and not any(one.joined for one in shares):
        return  # they are of a whole that is named, and need not be all of it
    if result.verdict == CONSISTENT:
        if beyond_chance(result, 1) or len(shares) > 2:
            yield tied(result, *shares)
        if whole_list and not any(one.joined for one in shares):
            yield from _each_of_all(shares, owners, sure=beyond_chance(result, 1))
    elif whole_list and not any(one.joined for one in shares):
        yield from _each_of_all(shares, owners, sure=False)


def _all_of(shares: list[Statement], owners: list[Statement]) -> Iterator[Result]:
    """Parts whose shares add up to a hundred, and that therefore are all of their whole."""
    wholes = {id(one.whole): one.whole for one in shares if one.whole is not None}
    if len(wholes) != 1 or sum(one.whole is None for one in shares) > 1:
        return
    whole = next(iter(wholes.values()))
    for one, owner in zip(shares, owners, strict=True):
        if one.whole is not None:
            readings = owner.found.reading, whole.found.reading, one.found.reading
            if relations.share(*readings).verdict != CONSISTENT:
                return  # 29.08% told as 29.0% is hardly the share of this whole
    if any(one.within for one in owners[1:]) or not near_time(whole, *owners):
        return
    result = parts(whole.found.reading, *(one.found.reading for one in owners))
    if result.verdict == INCONSISTENT:
        yield tied(result, whole, *owners)


def _one_whole(statements: list[Statement]) -> Iterator[Result]:
    """Shares of a whole that isn't printed: each part is to its share as the others are."""
    shares = [one for one in statements if one.role == "share" and one.unit == "%"]
    shares = [one for one in shares if one.sentence == statements[-1].sentence]
    owners = [one.of for one in shares if one.of is not None and one.of.role == "level"]
    if not 1 < len(shares) == len(owners) or len({owner.unit for owner in owners}) > 1:
        return
    bases = {one.base for one in shares if one.base}
    if len(bases) > 1 or any(one.joined or _nested(one) for one in shares):
        return
    if not bases and fits(hundred(*(one.found.reading for one in shares))):
        return
    parted = list(zip(owners, shares, strict=True))
    pairs = {
        (i, j): tied(_alike(parted[i], parted[j]), *parted[i], *parted[j])
        for i in range(len(parted))
        for j in range(i + 1, len(parted))
    }
    if all(fits(result) for result in pairs.values()):
        # One that both are joined to by chance alone is rare
        if all(beyond_chance(pairs[i, i + 1], 1) for i in range(len(parted) - 1)):
            yield from (pairs[i, i + 1] for i in range(len(parted) - 1))
        return
    # One of three or more is no share of what all others are shares of
    for k in range(len(parted)):
        with_it = [result for pair, result in pairs.items() if k in pair]
        without = [result for pair, result in pairs.items() if k not in pair]
        wrong = all(result.verdict == INCONSISTENT for result in with_it)
        if without and wrong and all(beyond_chance(result, len(pairs)) for result in without):
            yield with_it[0]


def _alike(one: tuple[Statement, Statement], other: tuple[Statement, Statement]) -> Result:
    return same_whole(*(figure.found.reading for figure in (*one, *other)))


def _rest_of_hundred(
    window: Window, statements: list[Statement], i: int, rest: bool
) -> Iterator[Result]:
    """Percentages of a sentence, side by side, of which the last may be said to be the rest."""
    run: list[Statement] = []
    for one in reversed(statements[: i + 1]):
        if one.role == "level" and run and (run[-1].of is one or run[-1].words.startswith("的")):
            continue  # 每月一至三次的占41.9% has a number in its name
        if one.role not in ("percent", "share") or one.unit != "%":
            break
        if run and (
            one.sentence != run[-1].sentence or PARTED_BY.match(run[-1].lead.lstrip("，；;"))
        ):
            break  # 到省内就业的占六成多；从单位性质看，企业占61.35%: a list of its own begins
        run.append(one)
    run.reverse()
    run = [one for i, one in enumerate(run) if not _sums_others(one, run[:i])]
    if len(run) < 2 or all(one.joined for one in run):
        return
    if len(run) == 2 and not rest and run[0].role != "share":
        return  # two rates
    if any(SAID["ratio name"].search(one.name) for one in run[:-1]):
        return
    if any(one.within for one in run[1:]):
        return  # 其中 leads to a part of the one before, which is counted with it
    result = hundred(*(one.found.reading for one in run))
    said = SAID["all the rest"].match(run[-1].words)
    claimed = (said and (said["sure"] or len(run) > 2)) or _all_ages(run)
    wrong = result.verdict == INCONSISTENT and claimed
    if wrong and not _are_shares(window, statements, run):
        return
    hardly = beyond_chance(result, 1) if len(run) == 2 else telling(result)
    wrong = wrong or (result.verdict == INCONSISTENT and _slipped_hundred(window, run))
    if wrong or hardly or (said and result.verdict == CONSISTENT):
        yield tied(result, *run)


def _slipped_hundred(window: Window, run: list[Statement]) -> bool:
    """Whether shares that a sentence lists of what it begins with (委托方中，甲占46.8%，乙占33.5%,
    丙占19.7%), or deals out, are all of it but for one slip. What makes less may leave some out.
    """
    among = run[0].topic or AMONG.search(run[0].words) or all(one.listed for one in run[1:])
    alike = len({one.base for one in run}) == 1 and all(one.role == "share" for one in run)
    if len(run) < 3 or not (among and alike) or any(one.of for one in run):
        return False
    if any(one.room > TENTHS for one in run):
        return False  # 纯电动汽车中占65%，而紧凑车型和高档车为15%和28%
    if BOTH.search(window.before_words(run[0]) + window.after_words(run[-1])):
        return False
    more = sum(one.value - one.room for one in run) > ALL
    tried = Fraction(1, 3) if more else 1
    return slips.mended(run, lambda shares: hundred(*shares), _near_hundred, tried)


def _near_hundred(numbers: Sequence[tuple[float, float]]) -> bool:
    return abs(sum(value for value, _ in numbers) - ALL) <= 2 * sum(room for _, room in numbers)


def _bands(window: Window, statements: list[Statement], i: int) -> Iterator[Result]:
    """Shares of bands that leave nothing out: 90平方米以下占A，90至144平方米占B，以上占C, or 首次的
    占A，二次及以上的占B; or of bands that begin above nothing, and make more than all.
    """
    run = [statements[i]]
    label = _label(window, statements, i)
    if not OVER.search(label) or len(bounds := _bounds(label)) != 1:
        return
    low, whole = bounds[0], False
    for j in range(i - 1, -1, -1):
        one = statements[j]
        if one.role == "level" and one.sentence == run[0].sentence:
            continue  # a bound that reads as a level
        if one.role != "share" or one.unit != "%" or one.sentence != run[0].sentence:
            break
        label = _label(window, statements, j)
        bounds = _bounds(label)
        if OVER.search(label) or not 0 < len(bounds) < 3 or low - bounds[-1] not in (0, 1):
            break
        run.append(one)
        low = bounds[0]
        if whole := bool(UNDER.search(label) or low == 0 or FIRST.search(label)):
            break
    if len(run) < 2 or any(one.within or one.value > FULL for one in run):
        return  # 超过8小时的占88%，其中8—10小时的占32%
    run.reverse()
    result = hundred(*(one.found.reading for one in run))
    if whole or (len(run) > 2 and sum(one.value - one.room for one in run) > 100):
        yield tied(result, *run)


def _label(window: Window, statements: list[Statement], i: int) -> str:
    """The words for what a percentage is the share of, back to the percentage before it."""
    one = statements[i]
    shares = [o.found.end for o in statements[:i] if o.unit == "%" and o.sentence == one.sentence]
    start = max([*shares, one.found.start - LABEL])
    words = SENTENCE.split(window.text[max(0, start) : one.found.start])[-1].lstrip("，,、；;")
    words = DATED.sub("", words)
    # What a band is told of comes before it: 从年龄看，10岁以下占
    first = re.search(r"\d|[首一二两三]", words)
    return words[max(0, words.rfind("，", 0, first.start())) :] if first else ""


def _bounds(label: str) -> list[float]:
    """The bounds of a band, or the one number of a kind: 二孩."""
    numbers = re.findall(r"\d+(?:\.\d+)?|[首一二两三四五](?=[次套孩胎])", label)
    return [float(ORDINALS.get(number, number)) for number in numbers]


def _are_shares(window: Window, statements: list[Statement], run: list[Statement]) -> bool:
    """Whether words say that percentages are shares of one whole, and that no more of them follow
    or come before: 占比 of each, or 受访者中 before all. Rates that are listed (综合税率) are none.
    """
    last = run[-1]
    beside = [one for one in statements if one.sentence == last.sentence and one.unit == "%"]
    if any(one.number == last.number + 1 and not PARTED.match(one.lead) for one in beside):
        return False
    before = [one for one in beside if one.number < run[0].number and one.role == "share"]
    if any(not PARTED.search(window.between(one, run[0])) for one in before):
        return False
    if BOUND.search(last.words):
        return False  # 其他的均未达到10%
    # 其他 can be an adjective (其他方式): 占 tells that it is a share
    sure = last.role == "share" or not OPEN_REST.search(last.words)
    if sure and all(one.role == "share" for one in run[:-1]):
        return True
    count = next(
        (o for o in window.since(run[0].number - 1) if o.number == run[0].number - 1), None
    )
    among = count is not None and SAID["among"].match(window.between(count, run[0]))
    return sure and bool(among or run[0].topic)


def _all_ages(run: list[Statement]) -> bool:
    """Whether shares are of ages from 0 up: 0—14岁, 15—64岁, 65岁及以上."""
    names = [one.name or one.words or (one.of.name if one.of else "") for one in run]
    bounds = [[int(age) for age in re.findall(r"\d+", name)] for name in names]
    if any(a[-1:] != [b[0] - 1] for a, b in pairwise(bounds) if b) or not all(bounds):
        return False
    from_birth = bool(SAID["from birth"].match(names[0]))
    return from_birth and len(run) > 2 and "以上" in names[-1] and all("岁" in n for n in names)


def _each_of_all(shares: list[Statement], owners: list[Statement], sure: bool) -> Iterator[Result]:
    """Each part's share of all the parts: surely so, or where all but one of them hold."""
    results = []
    for one, owner in zip(shares, owners, strict=True):
        others = [other for other in owners if other is not owner]
        result = share_of_parts(
            owner.found.reading, one.found.reading, *(other.found.reading for other in others)
        )
        results.append(tied(result, owner, *others, one))
    held = [result for result in results if beyond_chance(result, len(results))]
    if len(held) == len(results) or sure or (held and len(held) >= len(results) - 1):
        yield from results
