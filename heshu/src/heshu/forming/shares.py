"""Shares: of which whole each is, in words or in the sentence before."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import takewhile

from heshu import equations, relations
from heshu.finding import Found
from heshu.forming.slips import mended, nearly, percentage
from heshu.forming.wholes import beside_in_partition
from heshu.forming.window import (
    YEAR,
    Window,
    beyond_chance,
    fits,
    in_doubt,
    loose,
    near_time,
    one_time,
    same_time,
    telling,
    tied,
)
from heshu.intervals import Interval
from heshu.reading import RATIOS
from heshu.relations import CONDITIONAL, CONSISTENT, INCONSISTENT, Result
from heshu.statements import (
    BEFORE,
    CLAUSE,
    PARTED,
    PLACE,
    SAID,
    SHARE_NAME,
    Statement,
    core,
    held_by,
    held_words,
    named,
    unnamed,
)
from heshu.vocabulary import later, rows

REPEATED = 1 << 9
share = lru_cache(REPEATED)(relations.share)
share_of_sum = lru_cache(REPEATED)(equations.share_of_sum)
multiple = lru_cache(REPEATED)(equations.multiple)
order = lru_cache(REPEATED)(relations.order)
same_whole = lru_cache(REPEATED)(equations.same_whole)
share_of_parts = lru_cache(REPEATED)(equations.share_of_parts)

# What joins a figure to one before it: 379名乘客及16名机员中
AND_MORE = re.compile("^[^，。；：]{1,8}(?:及|和|与|以及)$")
# A part above its whole is a slip, unless it is more than twice as large
TWICE = 2
# So many characters of a noun, or fewer, are said of many things: 预算, 收入
SURE = 2
# So many shares are kept to look back on, and so many parts are added up
KEPT, WAITING = 24, 6
SUMMED = 6
# What is a ratio, though no unit says so; whose a topic's things are; more than what was told
# (展出1260件；加上外借，与观众见面的有2085件); and all there is of something
RATIO_OF = re.compile("(?:率|比|指数|系数|评分|得分)[为达是]?$")
TIER = re.compile("(?:[国省市县区乡镇村]|本)级")
ADDED_TO = re.compile("(?:[加算]上|连同)[^。]*，")
TOTAL_OF = re.compile("总(?P<noun>[^量额数值的]{2,})$")
# So many times its width and more is what hardly meets another by chance
NARROW = 200
# What a whole that the words don't name must leave out: a share in whole per cents fits too much
PRECISE, NEAR = Fraction(99, 100), Fraction(97, 100)
# The whole that a slip hides is looked for so many figures back
NEARBY = 12
# and among so few for a share that is off by little
CLOSEST = 3
# By so much less likely chance must be where no words lead from a whole to its part
OPEN = 5
# and by so much more likely it may be where a list has this whole
LIKELY = Fraction(1, 3)
# What is known to a tenth only is no figure to hold a share against: 90至144平方米
ROUGH = 0.05
# A share that is copied has a decimal at least, and stands by parts that are so far apart
COPIED, ALIKE = 0.051, 0.05
# By so much more than its float a number from 0 up never is
CLOSE = 1.000001
# One person can be counted in both
PEOPLE = ("人", "人次")
# How many paragraphs before a share its whole must stand for a mismatch to count
PARAGRAPHS = 3
# Two names of one thing
SYNONYMS = [(later(row["word"]), row["name"]) for row in rows("synonyms")]
OUTSIDE = re.compile("另|此外|除此")
MONEY = ("元", "美元", "港元", "欧元", "日元")
BOUND = re.compile("以[上下内]")
COUNTED = re.compile("(?:[上前]述|以上|这|其)?[二两三四五六七八九2-9]")
THIS_TIME = re.compile("^(?:[本当全该同]|报告)[年期月季]度?")
RECEIVED = re.compile("^所[收获募得]到?")
# What can stand between a noun and 占
ADVERB = re.compile("[约已仅只共合均各]+$")
OTHER = re.compile("其[他它余]")
CHANGED = re.compile("增[长加幅速]|减少|[同环]比[增减]|比上年[增减]")
ALL_SHARES, STOCK = re.compile("总|全部|股本"), re.compile("总股|股本|总数|总量")
# 全体受访者里
ALL_ASKED = re.compile("(?:全体|所有|全部|总体|整体)[^，。；]{0,8}[里中内]")
ALL_OF = re.compile("各[项类]|全部|所有")
SHARED = re.compile("(?:份额|占比|比重)[^，]*[；;]")
LISTED = re.compile("[）)]?[和及与、]")
REGION = re.compile("[东中西南北]部|东北|[华]?[东南西北][方北南]")
QUARTER = re.compile(r"(?:19|20)\d\d[QH]\d")
EACH, SCALED, REACH = re.compile("[每均价]|单(?![位据])"), re.compile("[百千万亿]"), 160
ASKED = re.compile("报名|报考|应聘|认购|投标|申请")
# Shares that are dealt out to so many
TAKEN_UP = re.compile(
    "(?P<n>[二两三四五六七八九2-9])[者类项种大]?[^，；。占]{0,6}(?:分别|依次)?(?:占|$)"
)
# All that there has been, and what is new in a time, without a name of their own
EVER = re.compile("(?:至此|至今|目前|现|全[省市县区]|总数)?已?累计(?:已?达到?|总数达?|为|共)")
ALONE = re.compile("[，。；、）)]|$")
NEWLY = re.compile(
    r"(?:(?:19|20)\d\d年|[今去当本全]年|[当本]月|\d{1,2}月份?|[今去]年前[两三四五六七八九十]+个月)"
    "(?:新[增建设开添]|增加)(?:了|约)?"
)
# A plan, what is left, and what a contract holds are no parts of what has been in all
UNLIKE = re.compile("净|计划|目标|任务|[拟额应]|承诺|协议|合同|预算|总[投规造资]|余额|限")
# 其中去年完成, 其中2021—2023年新建
SOME_TIME = re.compile(r"^[，；（。]其中[，：]?(?:[去今前当本][年月]|(?:19|20)\d\d|\d{1,2}月)")
YEARS = re.compile(r"(?<!\d)(?:\d{1,2}|[两三四五六七八九十]+)(?:年|个月|季度)[来间里内共]|截[至止]")
# Characters that nouns of all sorts have in common
PLAIN = frozenset("的人数量额类项级上下新中大小其他及和以有为元年月")
# Units of those who have or do so much of something
# What people fill in, one each
FORMS = re.compile("问卷|样本|答卷|报名|调查表|选票")
# What stands between the name of a part and 占
ONE_KIND = re.compile("(?:[一1][项类种]|环节|方面|渠道|部分)?[已约就便仅也只共均的合计]*$")
AND = re.compile("[、和及与]")
# What came in a time, beside what there is of it in all
FLOW = re.compile("[新净]|当[月日周年]|本[月日周]|[日月周]均")
SUMMED_UP = re.compile("共|合计|总|累计|加起来|全部")
# So many levels of its sentence are tried for what a share is of that has no name for it
TOLD = 4
OWNERS = ("家", "户", "个", "人", "名", "位", "所", "座", "村")
CLOSED = re.compile("[^（(]*[）)]")
DAY, STOPPED = re.compile(r"\d月\d{1,2}日"), re.compile("[。！？\n]")
# 教师中硕士, but not 其中 and 初中
AMONG_OTHERS = re.compile("(?P<noun>[^，其]{1,7}[^其初高])中[^，小学央心国型等高低级部医专]")
# What is told as a share of an increase
GROWN = re.compile("新增|增[量加]")
ALL_OF_IT = 100
# After the base of a multiple
BASE_OF_TIMES = re.compile(r"[）)]?的[\d.]+倍")
# A time, which names nothing: 五年合计187件 is no 五年收案总量
PERIOD = re.compile("[一二两三四五六七八九十0-9]+(?:年|季度|个?月|周|天|届|期)")
# What can lead to the name of a level
LED_TO = re.compile("^(?:按照?|以|已|由|从|至)")
# 占裁决案件的: of what was told as 裁决20件
CASES = re.compile("(?<=..)案件$")
AS_OF = re.compile("截[至止][^，。；]*")
# 一般公共预算支出 is no plan of it
PUBLIC = re.compile("预算[^，数]*[收支]")
MEASURED = re.compile("元|米|吨|克|亩|公顷|里|千瓦时?|升|箱$")
IN_MONTH = re.compile(r"^(?:\d{4}年)?(?:\d{1,2}月份?|[上下]半年|[本当]月)")
IN_TIMES = re.compile("[年月日周天]均[约为]*$")
GROWTH = re.compile("增(?!加值|值税)")
HOWEVER = re.compile("[而但则却另]")
PLANNED = re.compile("计划|目标|任务")
HIGHEST = re.compile("最[高低大小多少]|峰值|顶峰")
# Of these no whole has parts
UNADDED = ("℃", "岁", "摄氏度", "毫米", "纳米", "千伏", "英寸", "寸")
TIMES = re.compile("[*×xX]")
# 其中： opens a list that goes on to the end of its sentence, or to ；
OPENED_LIST = re.compile("其中[：:][^；;。]*$")
# What leads from a whole to its parts, and what can stand before 包括
LEADS = re.compile("其中|包括|当中")
# So near to it is what 约占 tells
ABOUT, NEARLY = re.compile("(?:约|大约|差不多|近|接近)占[^，。；]{0,8}$"), 0.05
# 减持323万股，仅剩369万股: what was given away is no whole of what is left
SOLD_OFF = re.compile("减持|卖出|出售|转让|减少")
# 累计完成投资754亿元: what is done, and not all that is to be
DONE = re.compile("完成|累计|到位|已")
# 占当年安葬数的14.2%
OF_A_YEAR = re.compile("[当同该本]年|全年|年度")
# 用血量前5家占57.4%
FIRST_FEW = re.compile("^[前头]|[前头]$")
# 补贴占均价的28.2%
WHOSE = re.compile("(?P<noun>[一-鿿]{2,6})占")
SUBJECT = re.compile("(?:主要|具体|一共|共)$")
# Clauses without a subject, or of four characters, say how the whole was: 增长较快, 居全省首位
SAYS_HOW = re.compile(
    "(?![另还]).{0,4}|(?:完成|实现|总|平均|[人户日]均|创|居|位|列|排|保持|继续|呈|达|为|较|再|占|按"
    "|不?含|涉|分布|覆盖|全部|均|已).*"
)
# A part of a whole is neither what adds up to more, nor what something came to in years
QUALIFIED = re.compile(
    "占[^，。；]*(?:除[^，。；]{1,12}[外后]|不含|不包括|扣除|剔除|不计)[^，。；]*$"
)
# What a list is told to do is none of its parts: 其中：甲区20亿元，带动产值150亿元
EFFECT = re.compile("[带拉]动|撬动|吸引|惠及|受益|服务|覆盖|产[值出]|可|将|计划|预计|累计|实际")
KIND_SHARE = re.compile(r"[^，。；、\d]{0,12}占[^，。；、\d]{0,16}[\d.]+[%％]")
OWN_SHARE = re.compile(r"[^，。；、\d]{0,12}，" + KIND_SHARE.pattern)
DEALT_OUT = re.compile("分别|依次|各占")
SINCE = re.compile("累计|历年|以来|历史|[年月]来|[加合]起来|总共|合共")
INSIDE = re.compile("的?[中里](?:$|[占有，])")
# Measure words for all sorts of things
VAGUE = ("", "个", "项", "次", "种", "倍")
SEVERAL_EACH = re.compile("每|各|人均|平均|累计|先后")
OF_OTHERS = re.compile("(?:^|[，；])其[他它余]")
RANGE = re.compile("[～~—－至]|[0-9]-[0-9]")
# What follows a plan that something is held against
OF_PLAN = re.compile(r"[^，。；、\d]{0,8}的[\d.]+%")
LEVEL_OF_PLACE = "国省市县区州盟旗镇乡村校院所厂行系社球"


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("share", "level"))


@dataclass
class Joined:
    """A share, the whole that it was joined to, and how surely the words say so."""

    share: Statement
    whole: Statement
    result: Result
    sure: bool
    inside: bool = False


class Shares:
    """Forms the shares of a text, and remembers the last ones."""

    def __init__(self) -> None:
        self.last: deque[Joined] = deque(maxlen=KEPT)
        # Shares of a named whole that isn't printed yet
        self.waiting: deque[tuple[Statement, str]] = deque(maxlen=WAITING)
        # The last shares that fit no whole
        self.lost: deque[Statement] = deque(maxlen=WAITING)
        # The last shares that fit no whole that the words leave no doubt of
        self.doubted: deque[tuple[Statement, Result]] = deque(maxlen=WAITING)
        # The last shares that fit a whole of another name than theirs
        self.misnamed: deque[Joined] = deque(maxlen=WAITING)

    def form(self, window: Window, statements: list[Statement]) -> Iterator[Result]:
        formed: list[Joined] = []
        left: list[tuple[Statement, Statement]] = []
        dealt = _dealt_back(window, statements)
        for one in statements:
            if one.role != "share" or one.unit != "%":
                continue
            if _summed(one) and one.number not in dealt:
                yield from self._sum(window, one, formed)
                continue
            part = _told_after(statements, one) or one.of or dealt.get(one.number)
            part = part or _by_name(window, one)
            part = _not_of_the_base(window, part)
            one.of = part
            if part is None and GROWN.search(one.base):
                yield from _of_increase(one, statements)
            if part is None or part.role != "level" or part.unit in RATIOS or "/" in part.unit:
                continue
            if part.unit in UNADDED:
                continue  # 5纳米的出货量占30%，7纳米占23%: they name a kind
            among = bool(one.base) and SAID["in whole"].search(one.words.partition("占")[0])
            earlier = (o for o in part.told if o.role == "share" and o.number < one.number)
            if among and any(earlier):
                continue  # 女生900人，占48%，在新生中占55%: these are others
            if whole := _inside_whole(one, statements):
                joined = self._inside(window, one, part, whole, statements)
            else:
                joined = self._join(window, one, part)
            if joined:
                formed.append(joined)
                self.last.append(joined)
            else:
                left.append((one, part))
                if noun := self._noun_to_come(one):
                    self.waiting.append((one, noun))
        formed += [joined for one, part in left if (joined := _among(formed, one, part))]
        wrong: set[Found] = set()
        # What a share explains by no slip of its own may still be above its whole
        slipped: set[Found] = set()
        for joined in formed:
            for result in self._judged(window, joined, statements):
                if result.verdict == INCONSISTENT:
                    wrong.update(result.found)
                    if result.slips != frozenset():
                        slipped.update(result.found)
                yield result
        for one in statements:
            told = one.role == "share" and one.unit == "%" and not one.joined
            if (
                told
                and one.found not in wrong
                and (short := self._called_shortly(window, one, formed))
            ):
                yield short
            elif told and one.of and one.found not in wrong:
                for result in self._explained(window, one, one.of):
                    wrong.update(result.found)
                    slipped.update(result.found)
                    yield result
        for joined in formed:
            if joined.share.joined:
                yield from self._copied(window, joined)
        for one in statements:
            if one.role != "level" or one.unit in RATIOS or one.found in slipped:
                continue
            yield from _above(window, one) if one.within else _above_listed(window, one)
            yield from _above_ever(window, one)
        for level in statements:
            if level.role == "level" and level.unit not in RATIOS and level.name:
                yield from self._named_later(window, level)
                yield from self._called_later(level)
        yield from self._copied_later(window, statements)
        for one in statements:
            part = one.of
            told = one.role == "share" and one.unit == "%" and not one.joined
            if told and part and not {one.found, part.found} & wrong:
                yield from self._above_all(window, one, part)

    def _above_all(self, window: Window, one: Statement, part: Statement) -> Iterator[Result]:
        """A part with a share above all that stands before it, of which one can be its whole:
        2023年3860人次，2024年4719人次，学生5380人次，占46.8%.
        """
        if part.role != "level" or part.number != one.number - 1 or part.unit in RATIOS:
            return
        if one.value >= ALL_OF_IT or part.unit in UNADDED or part.said["per"] or part.said["net"]:
            return
        if not one.lead.startswith("，") or "/" in part.unit or RANGE.search(part.found.phrase):
            return  # 90平方米户型占40%，120平方米占20%: each names a kind
        if _no_part(window, part) or SUMMED_UP.search(part.words):
            return  # A、B、C，三项共59.35亿元，占营业收入的98.4%
        before = list(window.before(part, part.unit))
        others = [o for o in window.of_unit.get(part.unit, ()) if part.sentence - o.sentence <= 1]
        if not before or any(o.value + o.room >= part.value for o in others if o is not part):
            return
        if _other_wholes(window, one, part, part):
            return
        noun = _whole_noun(one.base)
        if PLACE.match(one.base) or one.base.startswith(("全", "总")):
            return
        near = [o for o in before if _near(o, part) and not o.said["per"] and not _has_share(o)]
        near = [o for o in near if part.value < TWICE * o.value]
        if noun:
            begins = noun[:SURE]  # 占起诉总数 is no share of 收入, and 占营业收入 none of 乳品收入
            near = [
                o
                for o in near
                if begins in o.words or _runs_through(noun, o.words) or _counts_only(one, part)
            ]
        taken = {id(joined.share.of) for joined in self.last}
        near = [o for o in near if id(o) not in taken and one_time(window, part, o)]
        if not near or window.others(near[0], part):
            return
        whole = near[0]
        if KIND_SHARE.match(window.text, whole.found.end) or BOUND.search(part.found.phrase):
            return
        if "中位数" in whole.words:
            return  # 投诉量的中位数为2489件。其中，甲银行3616件，占比12.5%
        if SOLD_OFF.search(whole.words):
            return  # 减持323万股，仅剩369万股，占比0.11%: what is left needn't be less
        if FLOW.search(whole.lead) and not FLOW.search(part.words):
            return  # 本月新发贷款35亿元，小微贷款余额50亿元，占18%: of all that there are
        nouns = core(whole.name)[-SURE:], core(part.name)[-SURE:]
        if part.unit in MONEY and not noun and nouns[0] != nouns[1]:
            return  # 利润2.1亿元，研发投入2.6亿元，占5%: of money there is more than is told
        result = order(part.found.reading, whole.found.reading)
        if result.verdict == INCONSISTENT:
            yield tied(result.but(code="part"), part, whole)

    def _join(self, window: Window, one: Statement, part: Statement) -> Joined | None:
        """The share with the whole that it fits, or else with that which the words name."""
        readings = part.found.reading, one.found.reading
        sure, weak = self._wholes(window, one, part)
        mismatch = None
        for whole in sure:
            if mismatch is not None and not _can_be(part, whole, one):
                continue
            result = share(readings[0], whole.found.reading, readings[1])
            if result.verdict == CONSISTENT:
                return Joined(one, whole, tied(result, part, whole, one), True)
            if mismatch is None or (fits(result) and not fits(mismatch.result)):
                mismatch = Joined(one, whole, tied(result, part, whole, one), True)
        if mismatch and fits(mismatch.result):
            return mismatch
        exact = bool(sure) and one.base and _known(core(sure[0].name)) == _whole_noun(one.base)
        siblings = [] if one.base else _likely(window, one, part)
        for whole in [*weak, *siblings] if not exact else ():
            if not _can_be(part, whole, one):
                continue
            result = share(readings[0], whole.found.reading, readings[1])
            near = whole.paragraph == part.paragraph and part.sentence - whole.sentence <= 1
            near = near and whole not in siblings
            if telling(result, NEAR if near else PRECISE) and same_time(part, whole):
                return Joined(one, whole, tied(result, part, whole, one), False)
        return mismatch

    def _wholes(
        self, window: Window, one: Statement, part: Statement
    ) -> tuple[list[Statement], list[Statement]]:
        """The wholes that the words name, the likeliest first, and those they don't rule out."""
        levels = [
            level for level in window.before(part, part.unit) if not _sibling(level, one, part)
        ]
        if not one.base and (counted := _among_counted(window, part)):
            return counted, [level for level in levels if level not in counted]
        base = _whole_noun(one.base) or (_known(core(one.topic)) if not one.base else "")
        if _counts_only(one, part):
            base = ""
        if one.base:
            # 占总股本W: what has a noun of its own is no whole of another noun
            levels = [level for level in levels if not _of_another(level, base)]
        if (base and one.base) or (base and not part.within):
            named = [
                level
                for level in levels
                if names(base, level) and (_larger(level, part) or _known(core(level.name)) == base)
            ]
            if one.base and not named:
                near = [level for level in levels if level.paragraph == part.paragraph]
                named = [level for level in _told_in(window, base, near) if _larger(level, part)]
            elif not named:
                # 录取4097人。录取新生中，来自农村的1853人，占45.2%
                whole = _of_topic(window, part)
                named = [level for level in levels if level is whole]
            named = [level for level in named if _in_place(one.base, level, part)]
            named = [level for level in named if not _only_held(one.base, level)]
            levels = [level for level in levels if _larger(level, part)]
            named.sort(key=lambda level: (not same_time(level, part), len(core(level.name))))
            return named, [level for level in levels if level not in named]
        levels = [level for level in levels if _larger(level, part)]
        if not one.base and (before := self._inherited(part)):
            return [before], [level for level in levels if level is not before]
        near = [level for level in levels if _near(level, part)]
        if part.within and near:
            first = _scope(part, near)
            return [first], [level for level in levels if level is not first]
        called = [level for level in near[:1] if level.said["total"]]
        if not called and (not one.base or _counts_only(one, part)):
            around = [level for level in window.before(part, part.unit) if _near(level, part)]
            likeliest = [level for level in _likeliest(window, around, part) if level in levels]
            called = [level for level in likeliest if not _share_led(window, level)]
        return called, [level for level in levels if level not in called]

    def _inside(
        self,
        window: Window,
        one: Statement,
        part: Statement,
        whole: Statement,
        statements: list[Statement],
    ) -> Joined | None:
        """The share of a whole that stands inside it, and the part told before them, or in a
        sentence before, by the name that the share has for it.
        """
        told = statements[: statements.index(whole)]
        if subject := _named_before(window, whole):
            of_plan = "占" not in held_words(whole)
            result = _held(subject, whole, one, held_words(whole) + one.lead if of_plan else "")
            one.of = subject
            return Joined(one, whole, tied(result, subject, whole, one), True, inside=True)
        if part is whole:
            # 完工40台，已超去年全年的35台，完成全年60台任务的67%: the 35 are no part of it
            before = (o for o in reversed(told) if not o.time.endswith(BEFORE))
            last = next(before, None)
            last = last if last is None or last.role == "level" else last.of
            if last is None:
                one.of = None  # what it is of isn't told, and no other level is
                return None
            part = last
        if part.role != "level" or part.unit != whole.unit or part.sentence != one.sentence:
            return None
        if SAID["together"].search(whole.lead):
            return _of_several_together(told, whole, one)
        result = _held(part, whole, one, held_words(whole) + one.lead)
        if not fits(result):
            if other := _another_part(told, part, whole, one):
                part, result = other, _held(other, whole, one, held_words(whole) + one.lead)
            elif _another_subject(whole, part) or "；" in whole.lead or ";" in whole.lead:
                return None
        one.of = part
        return Joined(one, whole, tied(result, part, whole, one), True, inside=True)

    def _named_later(self, window: Window, whole: Statement) -> Iterator[Result]:
        """The share of a whole that is printed after it, by the name that the share has for it."""
        for one, base in list(self.waiting):
            part = one.of
            if part is None or whole.paragraph > one.paragraph + 1:
                self.waiting.remove((one, base))
                continue
            if whole.unit != part.unit or whole.number < one.number:
                continue
            if whole.within or not names(base, whole) or not same_time(part, whole):
                continue
            sentence = window.text[part.found.end : whole.found.start]
            clauses = STOPPED.split(sentence)[-1] if STOPPED.search(sentence) else whole.lead
            if SAID["earlier"].match(clauses.lstrip("，；（")):
                continue  # 上年，网上零售额为683亿元; 上年保费4亿元，赔款3亿元
            if whole.value < part.value and one.base.removesuffix("的") not in whole.words:
                continue  # 水泥收入81亿元，占公司收入的72%；骨料收入7亿元
            result = _held(part, whole, one, base)
            nearer = any(
                level.unit == part.unit and one.number < level.number < whole.number
                for level in window.since(one.number)
            )
            if nearer and not fits(result):
                continue  # 开工5230套，完成计划的104.6%，建成3874套，计划4000套
            called = _own(_known(core(whole.name))) == base == _whole_noun(one.base)
            # 外企进出口保持稳定，进出口14万亿元: what is told is of the clause before
            called = called and all(map(unnamed, CLAUSE.split(whole.lead)[1:-1]))
            near = whole.paragraph == one.paragraph
            apart = whole.sentence > one.sentence and not fits(result)
            if apart and not _by_a_slip(window, part, whole, one):
                continue  # 提取额88亿元，占当年缴存额的69%。…缴存总额1184亿元: of another time
            if (near and called) or (fits(result) if near and one.base else telling(result, NEAR)):
                self.waiting.remove((one, base))
                one.joined = fits(result)
                one.whole = whole if one.joined else None
                yield tied(result, part, whole, one)

    def _called_otherwise(self, window: Window, joined: Joined) -> Iterator[Result]:
        """A share that fits a whole of another name, where the one of the name that it has is
        printed: 城镇网民3035万人，占手机网民的72.0%, which are all 4218万 that use the internet.
        """
        one, whole = joined.share, joined.whole
        part = one.of
        if part is None or joined.inside or not one.base or not telling(joined.result):
            return
        if not _is_unnamed(one.base, whole):
            return
        called = [
            level
            for level in window.before(part, part.unit)
            if part.paragraph - level.paragraph <= PARAGRAPHS
            and (_calls(one.base, level) or _is_wider(one.base, level, whole))
        ]
        if not called:
            self.misnamed.append(joined)
        elif len({level.value for level in called}) == 1:
            yield from _of_called(joined, called[0])

    def _called_later(self, level: Statement) -> Iterator[Result]:
        """The whole of the name that a share before has, which is of another one."""
        for joined in list(self.misnamed):
            one = joined.share
            if level.paragraph > one.paragraph + 1:
                self.misnamed.remove(joined)
            elif (
                level.number > one.number
                and level.unit == joined.whole.unit
                and level.found.reading.stands_for.bounded  # 目标是集装箱突破520万标箱
                and _calls(one.base, level)
            ):
                self.misnamed.remove(joined)
                yield from _of_called(joined, level)

    def _noun_to_come(self, one: Statement) -> str:
        """The noun of a whole that isn't told yet: a share's own, its topic, or that of the share
        before in the list.
        """
        if noun := _whole_noun(one.base or one.topic):
            return noun
        last, noun = self.waiting[-1] if self.waiting else (None, "")
        goes_on = last is not None and last.paragraph == one.paragraph and not one.base
        return noun if goes_on and last is not None and one.sentence - last.sentence <= 1 else ""

    def _inherited(self, part: Statement) -> Statement | None:
        """The whole of the share before, where this part goes on with the same list."""
        if not self.last or part.within:
            return None
        joined = self.last[-1]
        # After ；, a list goes on with the whole of what 其中 has opened a part of
        parted = part.lead.startswith(("；", ";"))
        while parted and _nested(joined.share) and _has_share(joined.whole):
            around = [one for one in self.last if one.share.of is joined.whole]
            if not around:
                return None
            joined = around[-1]
        near = joined.share.paragraph == part.paragraph and (
            part.sentence - joined.share.sentence <= 1
        )
        return joined.whole if near and joined.whole.unit == part.unit else None

    def _judged(
        self, window: Window, joined: Joined, statements: list[Statement]
    ) -> Iterator[Result]:
        result, whole, one = joined.result, joined.whole, joined.share
        part = one.of
        assert part is not None
        if result.verdict == CONDITIONAL and "总" in one.base and "总" not in whole.words:
            return  # 公益支出17250万元；管理费用412万元，占全年总支出的2.3%: of more than that
        if "中位数" in whole.words and result.verdict == INCONSISTENT:
            return  # 投诉量的中位数为2489件。其中，甲银行3616件，占比12.5%
        told = 100 * part.value / whole.value if whole.value else 0.0
        if ABOUT.search(one.words) and abs(told - one.value) < NEARLY * one.value:
            return  # 757辆，交付471辆，约占60%
        if part.value == whole.value and result.verdict == INCONSISTENT:
            return  # 计划拆除570个书摊，约占书摊总数的60%: one figure is no part of itself
        if result.verdict != INCONSISTENT:
            one.joined, one.whole = True, whole
            yield from list(self._called_otherwise(window, joined)) or [result]
            return
        if whole.value < part.value and part.sentence < one.sentence and not one.base:
            return  # 供水类612件。…重新办理368件。6月份受理4632件，供水类占4.1%
        if _of_some(one, part) or _of_the_first(one, part, whole):
            return
        if not one.base and not result.slips and _of_one_untold(one, part, statements):
            return  # 回避1.186亿股，同意54710720股，占97.5891%，反对1263400股，占2.2536%
        if not part.within and _only_some(one.base, whole):
            return  # 慈善活动支出4120万元；管理费用212万元，占总支出的4.9%: of more than the former
        bracket = window.text.startswith(("）", ")"), part.found.end)
        if bracket and part.found.phrase.endswith(("以上", "以下", "以内")):
            return  # 改善型需求（120平方米以上）占43.5%: what is counted, and not how many
        if window.text.startswith(("）的", ")的"), part.found.end):
            return  # 占净资产（3128万元）的17.5%，费用占总支出（5816万元）的3.7%: a whole itself
        if one.value > ALL_OF_IT and not part.within and "占" not in one.words:
            # 年度计划21.3亿元，实际完成23.6亿元，为计划的110.8%
            more = multiple(*(each.found.reading for each in (part, whole, one)))
            if fits(more):
                one.joined, one.whole = True, whole
                yield tied(more, part, whole, one)
                return
        among = one.base and SAID["in whole"].search(one.words.partition("占")[0])
        if among and whole.value < part.value:
            return
        if one.value > ALL_OF_IT and part.paragraph != whole.paragraph:
            return  # 赤字1亿元，占预算的108%: a share above all names a whole of its own
        alone = not part.within and not one.base
        if alone and KIND_SHARE.match(window.text, whole.found.end):
            return  # 90平方米户型占40%，120平方米占20%: each names a kind
        if QUALIFIED.search(window.between(part, one)):
            return  # 占服务业（除房地产外）总额的17%: of less than is told
        if part.said["per"] and not whole.said["per"]:
            return  # 个人捐赠3874万元，人次均34元，占63%: an average is no part of a total
        if one.base and _calls(one.base, whole):
            for other in _other_wholes(window, one, part, whole):
                fitting = _of(one, other)
                if not (_is_unnamed(one.base, other) and telling(fitting)):
                    continue
                if whole.value < part.value:
                    # 10月出口7.9亿元。主要商品中，罐头19.4亿元，占出口值的28.3%: of 68.4亿元 before
                    one.joined, one.whole, joined.whole = True, other, other
                    yield fitting
                else:
                    yield from _of_called(Joined(one, other, fitting, False), whole)
                return
        exchanged = share(whole.found.reading, part.found.reading, one.found.reading)
        if not part.within and telling(exchanged, NEAR):
            # 二手房11032套，一、二手房合计19248套，二手房占57.3%
            one.joined, one.whole = True, part
            yield tied(exchanged, whole, part, one)
            return
        far = part.paragraph - whole.paragraph > PARAGRAPHS
        if _is_change(one, part) or not joined.sure or far:
            return
        doubt = "" if joined.inside else self._doubt(window, one, part, whole, statements)
        led = part.within or bool(one.base and one.base.removesuffix("的") == whole.name)
        if not (doubt or led or part.sentence == whole.sentence):
            sure = self._listed(one, whole) or _by_a_slip(window, part, whole, one)
            sure = sure or nearly(result, one) or window.copied(one)
            doubt = "" if sure else "another whole"
        if not doubt:
            yield result
        elif (
            doubt == "another part"
            or not (led or one.base or part.sentence == whole.sentence)
            or _other_wholes(window, one, part, whole)
        ):
            yield in_doubt(result, doubt)
        elif window.copied(one):
            yield result
        else:
            self.doubted.append((one, result))
            yield in_doubt(result, doubt)

    def _copied_later(self, window: Window, statements: list[Statement]) -> Iterator[Result]:
        """What was in doubt, once its share is printed for another thing, too."""
        if self.doubted and any(one.unit == "%" for one in statements):
            for one, result in list(self.doubted):
                if window.copied(one):
                    self.doubted.remove((one, result))
                    yield result

    def _listed(self, one: Statement, whole: Statement) -> bool:
        """Whether the share before in a list has this whole: 甲60件，占60.0%；乙20件，占30.0%."""
        before = [other for other in self.last if other.share.number < one.number]
        last = before[-1] if before else None
        return (
            last is not None
            and last.whole is whole
            and last.result.verdict == CONSISTENT
            and last.share.sentence == one.sentence
            and not one.base
            and not one.name
        )

    def _explained(self, window: Window, one: Statement, part: Statement) -> Iterator[Result]:
        """A share that fits no whole, and fits one once a slip is mended, or a share was copied."""
        if part.role != "level" or part.unit in RATIOS or _summed(one) or _is_change(one, part):
            return
        self.lost.append(one)
        if not one.base and ALL_ASKED.search(part.lead):
            return  # 用过者731人，…。全体受访者里，赞成的862人，占71.6%: of all that were asked
        told_before = part.sentence < one.sentence and not one.base
        near = [
            level
            for level in window.near(part, NEARBY, part.unit)
            if same_time(level, part)
            and not level.said["per"]
            and (one.base or not _has_share(level))
        ]
        base = _whole_noun(one.base or one.topic)
        if base and one.base:
            near = [
                level for level in near if names(base, level) and not _only_some(one.base, level)
            ]
        elif told_before:
            near = [level for level in near if level.value >= part.value]
        for i, whole in enumerate(reversed(near)):
            figures, among = (part, whole, one), (1 if one.base else OPEN) * (i + 1)
            result = tied(share(*(each.found.reading for each in figures)), *figures)
            slipped = mended(figures, lambda readings: share(*readings), percentage, among, False)
            close = i < CLOSEST and whole.value > part.value and nearly(result, one)
            if slipped or (close and not _other_wholes(window, one, part, whole)):
                self.lost.remove(one)
                yield result
                return
        if near and window.copied(one) and not _other_wholes(window, one, part, part):
            whole = near[-1]
            beside = whole.number + len(whole.told) == part.number - 1
            beside = beside and not LISTED.match(window.between(whole, part))
            if len(near) == 1 if one.base else beside and whole.sentence == part.sentence:
                self.lost.remove(one)
                yield _of(one, whole)
                return
        for joined in reversed(self.last):
            if joined.whole is part or (told_before and joined.whole.value < part.value):
                continue  # 供水类612件。…另一类368件，占…。全月4632件，供水类占4.1%
            if joined.share.joined and (_copy(one, joined.share) or _beside(window, one, joined)):
                self.lost.remove(one)
                yield _of(one, joined.whole)
                return

    def _called_shortly(
        self, window: Window, one: Statement, formed: list[Joined]
    ) -> Result | None:
        """The share of a part, or of several, that it has a short name for: 竹制品加工24.1亿元，
        竹旅游6.8亿元，加工环节占63.8%; 中等职业教育30.18万人，…，其中中职占40.0%; 正高级职称186人、
        副高级职称427人，高级职称占49.2%. Words so loose form what fits, and hardly another would.
        """
        near = [
            level
            for level in window.since(one.number - KEPT)
            if level.role == "level"
            and level.number < one.number
            and level.unit not in RATIOS
            and one.paragraph - level.paragraph <= PARAGRAPHS
            and not level.said["per"]
        ]
        called = near
        if one.base and not (PLACE.match(one.base) or one.base.startswith(("全", "总"))):
            called = [level for level in near if names(_whole_noun(one.base), level)]
        taken = {id(joined.share.of) for joined in (*self.last, *formed)} - {id(one.of)}
        parts = _parts_called(one, [level for level in near if id(level) not in taken])
        part_of_list = taken if not one.within else set()
        wholes = [
            (pieces, whole)
            for pieces in parts
            for whole in reversed(called)
            if whole not in pieces
            # 职工500人，其中本科200人，占40%，硕士150人，占75%: not of what is itself a part
            and (one.base or id(whole) not in part_of_list)
            and (whole.value > sum(piece.value for piece in pieces) or not whole.value)
            and all(_counts_alike(piece, whole) for piece in pieces)
        ]
        for tried, (pieces, whole) in enumerate(wholes, 1):
            told = 100 * sum(piece.value for piece in pieces) / whole.value if whole.value else 0.0
            if abs(told - one.value) > 2 * one.room + 0.05 * told:
                continue
            unit = pieces[0].unit
            all_of_it = replace(whole.found.reading, unit=unit)
            if len(pieces) > 1:
                readings = [piece.found.reading for piece in pieces]
                result = share_of_sum(all_of_it, one.found.reading, *readings)
                result = tied(result, whole, *pieces, one)
            else:
                result = share(pieces[0].found.reading, all_of_it, one.found.reading)
                result = tied(result, pieces[0], whole, one)
            if beyond_chance(result, tried):
                one.joined, one.whole = True, whole
                one.of = one.of if len(pieces) > 1 else pieces[0]
                return result
        return None

    def _copied(self, window: Window, joined: Joined) -> Iterator[Result]:
        """A share before that fits no whole, and is printed with another part once more, or stands
        beside one in a list that fits its whole.
        """
        for one in list(self.lost):
            if joined.whole is one.of:
                continue
            if _copy(one, joined.share) or _beside(window, one, joined):
                self.lost.remove(one)
                yield _of(one, joined.whole)

    def _doubt(
        self,
        window: Window,
        one: Statement,
        part: Statement,
        whole: Statement,
        statements: list[Statement],
    ) -> str:
        """Why a share that doesn't follow from part and whole may be right; "" where it can't."""
        base = _whole_noun(one.base)
        called = bool(base) and names(base, whole)
        for its in whole.told:
            alike = its.role == "share" and core(its.base) == core(one.base)
            if (alike or not called) and _of_one_whole(part, one, whole, its):
                return "another whole"
            if "其" in its.base + one.base and "；" in window.between(whole, part):
                return "another whole"  # 甲A，占其总额的60%；乙B，占总额的50%: each of its own
        if SAID["by it"].match(window.after_words(whole)) and whole.lead.lstrip("，；").startswith(
            ("以", "按")
        ):
            return "another whole"  # 以常住人口574万人计，…其中卫生技术人员4.71万人，占84%
        if one.base.endswith("量") and whole.unit in OWNERS and "量" not in whole.words:
            return "another whole"  # 被投诉企业3918家，前50家占投诉量的57%
        if one.base.startswith("总") and DONE.search(whole.words) and "总" not in whole.words:
            return "another whole"  # 累计完成投资754亿元，一期637亿元，占总投资的77%
        far = one.value * whole.value < part.value and not part.within
        if far and part.value > whole.value:
            return "another whole"  # 减持323万股，仅剩369万股，占比0.11%: a hundred times as much
        if OF_A_YEAR.search(one.base) and "累计" in whole.words and "累计" not in part.words:
            return "another whole"  # 累计5138例，2023年962例，占当年安葬数的14.2%
        if beside_in_partition(part, whole):
            return "another whole"  # 城镇网民3034万人，农村网民1183万人，占全省网民的28%
        if _plan_of_another(window, part, whole):
            return "another whole"  # 收入为预算184亿元的101%。基金收入73亿元，完成预算的61%
        beside = part.number == whole.number + 1 and not part.within
        if beside and LISTED.match(window.between(whole, part)):
            return "another whole"  # 甲类（6个）和乙类（5个），占比55%
        places = set(REGION.findall(one.base)), set(REGION.findall(whole.lead))
        if all(places) and not places[0] & places[1]:
            return "another whole"
        later = (o for o in window.since(whole.number + 1) if o.unit == part.unit)
        if (
            not one.base
            and not part.within
            and SHARED.search(window.between(whole, next(later, part)))
        ):
            return "another whole"  # 甲27万瓶，份额降至31%；乙11万瓶，份额为13%
        between = AS_OF.sub("", window.between(whole, part))
        if part.sentence > whole.sentence and DAY.search(STOPPED.split(between)[-1]):
            return "another whole"  # 成交9251万元。5月13日…，当日买入6068万元，占总成交额的8.9%
        if QUARTER.search(whole.lead) and YEAR.search(part.lead):
            return "another whole"  # 2019Q1收入4.7亿元。2018年研发费用1.2亿元，占收入的5%
        if SAID["net"].search(whole.words + part.words) and fits(
            multiple(part.found.reading, whole.found.reading, one.found.reading)
        ):
            return "net"  # others being negative, a part can be 120 % of all
        wider = ALL_OF.search(one.base) and not ALL_OF.search(whole.words)
        if wider and whole.lead[:1] in ("，", "；"):
            return "another whole"  # 小微企业500户，贷款12亿元: these aren't all loans
        if "母公司" in part.lead and "母公司" not in whole.lead:
            return "another whole"  # 营业收入5.9亿元。母公司研发投入0.2亿元，占营业收入的3.3%
        if OUTSIDE.search(part.lead):
            return "another whole"  # 应届生300人，另从社会招聘90人，占25%
        among = AMONG_OTHERS.match(part.name)
        if among and not one.base and not set(among["noun"]) & set(whole.name):
            return "another whole"  # 在校生18.6万人，教师中硕士1200人，占12%
        if _of_several(window, one, part, whole):
            return "another part"
        subject = WHOSE.match(CLAUSE.split(one.lead)[-1])
        if subject and f"{subject['noun']}后" in part.words:
            return "another part"  # 均价15.6元，补贴后自付11.2元，补贴占均价的28.2%
        tier = TIER.match(one.topic)
        if tier and tier[0] not in whole.lead:
            return "another whole"  # 三级建议464件。县级建议中，已解决289件，占68.3%
        near = [level for level in window.before(part, part.unit) if _near(level, part)]
        listed = part.within or whole in _opened(near, part)
        if part.unit in ("", *MONEY) and one.name and not one.base and not listed:
            noun = core(one.name)[-2:]
            if noun and noun not in whole.name:
                return "another whole"  # 营收10.84亿元，毛利5.98亿元，毛利占比37%: of all 毛利
        named = one.name and not one.base and not listed
        after = window.since(part.number + 1) if named else ()
        beside = self._fits_another(one, whole) and _mended(part, whole, one)
        if not beside and any(
            level.unit == part.unit and level.role == "level" and level.number < one.number
            for level in after
        ):
            return "another whole"  # 女生1300人，住校生1800人，女生占55%
        if not one.base and not part.within:
            told = part.found.reading, one.found.reading
            if fits(share_of_parts(*told, whole.found.reading)):
                return "another whole"  # 户籍人口A，流动人口B，占40%: the share of both together
            if self._of_rest(one, part, whole):
                return "another whole"
        others = _other_wholes(window, one, part, whole)
        if part.within and not one.base:
            # 线索1347条，去年同期1198条，其中学校报告219条: 其中 is no part of last year's
            others = [other for other in others if other.role == "level"]
        if one.base and _known(core(whole.name)) == _whole_noun(one.base):
            scoped = any(_within_name(part, level) for level in others)
            timed = one_time(window, part, whole) or (
                not part.time and _by_a_slip(window, part, whole, one)
            )
            return "another whole" if scoped or not timed else ""
        if others or self._is_part(one, part, whole):
            return "another whole"
        called = len(core(one.name)) > 1 and core(one.name) == core(part.name)
        parts = loose(one.found.reading.stands_for) / 100 * loose(whole.found.reading.stands_for)
        nearby = (o for o in statements if o.unit == part.unit and o.number < part.number)
        # 直流桩60台，交流桩40台，交流桩占比60%: its name says which it is of
        if not called and any(
            o.found.reading.stands_for.intersect(parts)
            for o in nearby
            if o.role in ("level", "change") and o is not whole and not _has_share(o)
        ):
            return "another part"
        if not one_time(window, part, whole):
            return "another whole"
        sure = self._evidence(window, one, part, whole) or _mended(part, whole, one)
        sure = sure or nearly(_of(one, whole), one)
        return "" if sure else "another whole"

    def _is_part(self, one: Statement, part: Statement, whole: Statement) -> bool:
        """Whether a whole is itself a part with its share, and no words lead from it to this one:
        一般贸易进出口A，占60%。民营企业B，占50%.
        """
        if one.base or part.within or not _has_share(whole):
            return False
        opened = (
            other.whole is whole and other.share.of is not None and other.share.of.within
            for other in self.last
        )
        return not any(opened)

    def _of_rest(self, one: Statement, part: Statement, whole: Statement) -> bool:
        """Whether a share is of what another part leaves: 260起，其中130起未结，占50%；自首26起，
        比例为20%.
        """
        wholes = _wholes_of(part, one)
        return any(
            other.whole is whole
            and other.share.of is not None
            and other.share.of is not part
            and wholes.intersect(
                whole.found.reading.stands_for - other.share.of.found.reading.stands_for
            )
            for other in self.last
        )

    def _fits_another(self, one: Statement, whole: Statement) -> bool:
        """Whether another share fits a whole."""
        return any(
            other.whole is whole and other.share is not one and other.result.verdict == CONSISTENT
            for other in self.last
        )

    def _evidence(self, window: Window, one: Statement, part: Statement, whole: Statement) -> bool:
        """Whether more than its place tells that this is the whole."""
        if self._fits_another(one, whole) or _called(whole):
            return True
        if not one.base and one.topic and whole is _of_topic(window, part):
            return True
        if not part.within and (not one.base or _counts_only(one, part)):
            near = [level for level in window.before(part, part.unit) if _near(level, part)]
            if whole in (*_likeliest(window, near, part), *_among_counted(window, part)):
                return part.room <= ROUGH * part.value and whole.room <= ROUGH * whole.value
        base = _whole_noun(one.base or one.topic)
        # 其中 leads from the whole to the part, and nothing says that the share is of more
        if part.within and part.sentence - whole.sentence <= 1:
            return not _has_share(whole) if not one.base else bool(base) and names(base, whole)
        told = whole.lead + "，" + _around(window, whole)
        if one.base and len(base) > 1 and _stands_in(base, told):
            return True
        return bool(base) and names(base, whole) and len(core(whole.name)) <= len(base) + 6

    def _sum(self, window: Window, one: Statement, formed: list[Joined]) -> Iterator[Result]:
        """A, B 合计占 X%: the share of the last levels together."""
        levels = [level for level in window.levels if level.number < one.number]
        count = SAID["so many"].search(one.lead)
        # 合计占全省的31.8%: of all there is in the place
        base = "" if PLACE.fullmatch(one.base) else _whole_noun(one.base)
        counts = [_number(count["n"])] if count else list(range(2, SUMMED + 1))
        for n in counts:
            parts = levels[-n:]
            if len(parts) < n or len({part.unit for part in parts}) > 1:
                continue
            if len({part.sentence for part in parts}) > 1 or parts[0].unit in RATIOS:
                continue
            for whole in levels[-n - 1 :: -1]:
                if whole.unit != parts[0].unit or (base and not names(base, whole)):
                    continue
                readings = [level.found.reading for level in parts]
                result = share_of_sum(whole.found.reading, one.found.reading, *readings)
                if result.verdict == CONSISTENT and (base or telling(result)):
                    yield tied(result, whole, *parts, one)
                    return
        yield from self._claimed_sum(one, levels, counts, formed, base)

    def _claimed_sum(
        self,
        one: Statement,
        levels: list[Statement],
        counts: list[int],
        formed: list[Joined],
        base: str,
    ) -> Iterator[Result]:
        """A share of several levels together that is none: they are counted, or each has its
        share right before, and their whole is known.
        """
        held = {id(j.share.of): j.whole for j in formed if j.result.verdict == CONSISTENT}
        wholes = {id(held.get(id(level))) for level in levels[-2:]}
        if len(counts) > 1 and not one.base and len(wholes) == 1 and id(None) not in wholes:
            # A，B，分别占 W 的 X% 和 Y%，合计占 Z%
            run = [level for level in levels if id(level) in held]
            parts, whole = run, held[id(run[-1])]
            if any(held[id(level)] is not whole for level in run) or len(run) < 2:
                return
            yield tied(_of_sum(whole, one, parts), whole, *parts, one)
            return
        # 助医和助困两项合计占: the two need not be the last ones
        if len(counts) > 1 or not COUNTED.match(CLAUSE.split(one.lead)[-1]):
            return
        n = counts[0]
        parts = levels[-n:]
        apart = {part.sentence for part in parts} | {one.sentence}
        if len(parts) < n or len({part.unit for part in parts}) > 1 or len(apart) > 1:
            return
        named = [
            level
            for level in levels[:-n]
            if level.unit == parts[0].unit
            and level.paragraph == one.paragraph
            and level.role == "level"
            and (names(base, level) if base else held.get(id(parts[0])) is level)
        ]
        if (
            len(named) == 1
            and near_time(named[0], *parts)
            and _in_place(one.base, named[0], parts[0])
        ):
            yield tied(_of_sum(named[0], one, parts), named[0], *parts, one)
            return
        # 其中 opens the list, and so many of its parts are counted
        before = levels[-n - 1] if len(levels) > n else None
        if before and before.unit == parts[0].unit and parts[0].within:
            yield tied(_of_sum(before, one, parts), before, *parts, one)


def _parts_called(one: Statement, near: list[Statement]) -> list[list[Statement]]:
    """What a share may be of: its part, those that its name is short for, the last one first, or
    all of these together, or one for each name that it has: 优惠和免票游客占35.9%.
    """
    name = ONE_KIND.sub("", one.name.removeprefix("其中"))
    found = [level for level in reversed(near) if _short_for(name, level)]
    parts = [[one.of]] if one.of is not None and one.of in near else []
    parts += [[level] for level in found if level is not one.of]
    # 贷款586.2亿元，高出各项贷款增速9.7个百分点，占各项贷款的16.3%: not of 9.7
    told = [level for level in reversed(near) if level.sentence == one.sentence][:TOLD]
    told = [level for level in told if [level] not in parts and not _has_share(level)]
    parts += [[level] for level in told if not name]
    # Up to the first of a list: those of a list stand side by side
    if 1 < len(found) <= SUMMED and found[-1].sentence == found[0].sentence:
        parts.append(found[::-1])
    several = [_last_called(ONE_KIND.sub("", each), near) for each in AND.split(name)]
    pieces = [level for level in several if level is not None]
    if 1 < len(several) == len(pieces) == len({id(level) for level in pieces}):
        parts.insert(0, sorted(pieces, key=lambda level: level.number))
    return parts


def _last_called(name: str, near: list[Statement]) -> Statement | None:
    return next((level for level in reversed(near) if _short_for(name, level)), None)


def _short_for(name: str, level: Statement) -> bool:
    """Whether a name has two characters in a row of a level's, or all of its own in their order:
    加工 for 竹制品加工, 中职 for 中等职业教育.
    """
    own = level.words
    if len(name) < SURE:
        return bool(name) and named(own).startswith(name)
    alike = any(name[i : i + 2] in own for i in range(len(name) - 1))
    return alike or _runs_through(name, own)


def _counts_alike(part: Statement, whole: Statement) -> bool:
    """Whether a part is counted as its whole is: 214人 of 486份有效问卷 answered them."""
    asked = part.unit in PEOPLE and whole.unit == "份" and bool(FORMS.search(whole.words))
    return part.unit == whole.unit or asked


def _not_of_the_base(window: Window, part: Statement | None) -> Statement | None:
    """出口87.52亿元，是2020年21.36亿元的4.1倍，占9.5%: the part is no base of its own multiple."""
    if part is None or not BASE_OF_TIMES.match(window.text, part.found.end):
        return part
    before = next(window.before(part, part.unit), None)
    if before is None or before.sentence != part.sentence:
        return part
    return before if before.number + len(before.told) + 1 == part.number else part


def _of_the_first(one: Statement, part: Statement, whole: Statement) -> bool:
    """Whether a count names who has a share of something else: 47家中，用血量前5家占57.4%; 七家中两
    家占展期部分的58.4%.
    """
    if not one.lead.startswith("占"):
        return False
    first = FIRST_FEW.search(part.words) or FIRST_FEW.match(part.found.phrase)
    return bool(first or one.base) and not (one.base and names(one.base, whole))


def _of_called(joined: Joined, called: Statement) -> Iterator[Result]:
    """What a share that fits a whole is of the one that has the name that it has."""
    one, whole = joined.share, joined.whole
    if called.value == whole.value or not same_time(called, whole):
        return
    if ALL_OF.search(one.base) and one.of is not None and called.value < one.of.value:
        return  # 本科通过689人；专科通过2187人，占全部通过者的58.3%: that was of some
    result = _of(one, called)
    if result.verdict == INCONSISTENT:
        message = result.message
        if message.weight in ("digits", "last digit"):
            message = replace(message, weight="other whole", fits=whole.found.phrase)
        yield result.but(message=message)


def _mended(part: Statement, whole: Statement, one: Statement) -> bool:
    """Whether a slip in one figure explains why a share is wrong."""
    return mended((part, whole, one), lambda readings: share(*readings), percentage)


def _by_a_slip(window: Window, part: Statement, whole: Statement, one: Statement) -> bool:
    """Whether one slip explains why a share is wrong whose whole stands in another sentence, and
    is led to by neither 其中 nor its very name: a digit, two digits changed over, 万 for 亿, the
    share of another part, or a part above its whole.

    Where a sentence with the whole is left out of a right text, another level looks like the
    whole. Of 27 accusations that came of that, in 3281 such texts, a slip explained 4; of 310
    slips that were planted, 265.
    """
    noun = _whole_noun(one.base)
    called = _known(core(whole.name)) == noun or len(noun) > SURE or one.base in whole.name
    # 全年预算6000万元。编列2.57亿元，执行9630万元，占全年预算的47.86%: of what stands nearer
    nearer = any(
        level.sentence == part.sentence and level.value > part.value
        for level in window.before(part, part.unit)
    )
    called = called and not nearer
    near = not one.base or part.paragraph == whole.paragraph or called
    if near and whole.value < part.value < TWICE * whole.value:
        return True
    copied = any(
        _can_be(other, whole, one)
        and fits(share(other.found.reading, whole.found.reading, one.found.reading))
        for other in window.since(part.number - KEPT)
        if other is not whole and (other.role, other.unit) == ("level", part.unit)
    )
    return copied or mended(
        (part, whole, one), lambda readings: share(*readings), percentage, among=0
    )


def _of_one_whole(part: Statement, one: Statement, whole: Statement, told: Statement) -> bool:
    """Whether a share is of what its whole is itself a share of: 850万股，占总股本的4.88%，其中
    首次800万股，占4.59%.
    """
    if told.role not in ("share", "percent") or told.unit != "%":
        return False
    readings = part, one, whole, told
    return fits(same_whole(*(each.found.reading for each in readings)))


def _plan_of_another(window: Window, part: Statement, whole: Statement) -> bool:
    """Whether a whole is what another level was held against as its plan."""
    after = OF_PLAN.match(window.text, whole.found.end)
    if after is None or next(window.before(whole, whole.unit), None) is part:
        return False
    words = held_words(whole)
    return bool(SAID["share of"].search(words) and SAID["plan"].search(words + after[0]))


def _of_several(window: Window, one: Statement, part: Statement, whole: Statement) -> bool:
    """Whether a share is that of the last levels together, which no words say: 教育A，社保B，
    卫生C，占支出的一半.
    """
    last = [
        level
        for level in window.near(one, KEPT, part.unit)
        if level.sentence == one.sentence and level.number > whole.number and not level.said["per"]
    ][-SUMMED:]
    return any(fits(_of_sum(whole, one, last[-n:])) for n in range(2, len(last) + 1))


def _of_sum(whole: Statement, one: Statement, parts: list[Statement]) -> Result:
    readings = [part.found.reading for part in parts]
    return share_of_sum(whole.found.reading, one.found.reading, *readings)


def _of_some(one: Statement, part: Statement) -> bool:
    """Whether a share names its part again, and some of it: 其中省级资金1.12亿元，实施项目137个，
    省级资金用于产业的占66.8%; 开工11380套。开工项目中存量改建占套数的37.2%.
    """
    noun, clause = core(part.name), CLAUSE.split(one.lead)[-1].partition("占")[0]
    before, again, said = clause.partition(noun) if len(noun) > 1 else ("", "", "")
    inside = not before and "中" in said[: len("项目中") + 1]
    return bool(again) and len(said) > len("的占") and (said.endswith("的") or inside)


def _is_narrow(wholes: Interval) -> bool:
    """Whether chance hardly makes another interval meet this one."""
    return wholes.bounded and wholes.width * NARROW < wholes.middle


def _of_one_untold(one: Statement, part: Statement, statements: Sequence[Statement]) -> bool:
    """Whether a share and another one of its sentence, with their parts, are of one whole to the
    last digit.
    """
    wholes = _wholes_of(part, one)
    return any(
        other.role == "share"
        and other is not one
        and other.sentence == one.sentence
        and other.base == one.base
        and other.of is not None
        and other.of.unit == part.unit
        and other.of is not part
        and wholes.intersect(_wholes_of(other.of, other))
        and all(map(_is_narrow, (wholes, _wholes_of(other.of, other))))
        for other in statements
    )


def _copy(one: Statement, other: Statement) -> bool:
    """Whether a share is that of another part of one list: two parts of a whole have one share
    only where they are alike.
    """
    first, second = one.of, other.of
    if first is None or second is None or first is second or first.unit != second.unit:
        return False
    alike = one.found.reading.interval == other.found.reading.interval and one.room <= COPIED
    near = abs(one.paragraph - other.paragraph) <= 1 and abs(one.sentence - other.sentence) <= 1
    apart = abs(first.value - second.value) > ALIKE * max(first.value, second.value)
    return alike and near and apart and core(one.base) == core(other.base)


def _beside(window: Window, one: Statement, joined: Joined) -> bool:
    """Whether a share stands beside one in a list whose whole it would have but for a slip: 甲30
    亿元，占30.0%；乙45亿元，占54.0%, of 100亿元.
    """
    other, whole = joined.share, joined.whole
    first, second = sorted((one, other), key=lambda share: share.number)
    if first.of is None or second.of is None or joined.inside or one.of is None:
        return False
    parts = [part for part in (first.of, second.of) if part.unit == whole.unit]
    if len(parts) < 2 or whole.number > first.of.number or any(p.within for p in parts[1:]):
        return False
    near = second.paragraph - first.paragraph <= 1 and second.sentence - first.sentence <= 1
    if first.of.within and _has_share(whole):
        return False  # 出口甲387亿元，占64%，其中新品74亿元，占甲的19%；乙107亿元，占18%
    alike = core(one.base) == core(other.base) or not second.base
    between = [
        level
        for level in window.since(first.of.number + 1)
        if level.number < second.of.number and level.role == "level" and level.unit == whole.unit
    ]
    if not near or not alike or between or not telling(joined.result, PRECISE):
        return False
    if first.of.time != second.of.time and not one_time(window, one.of, whole):
        return False
    if _other_wholes(window, one, one.of, whole):
        return False
    figures = one.of, whole, one
    above = whole.value < one.of.value < TWICE * whole.value
    return above or mended(figures, lambda readings: share(*readings), percentage, LIKELY)


def _of(one: Statement, whole: Statement) -> Result:
    """A share of a whole."""
    assert one.of is not None
    result = share(one.of.found.reading, whole.found.reading, one.found.reading)
    return tied(result, one.of, whole, one)


def _closed_off(window: Window, level: Statement, part: Statement) -> bool:
    """Whether 其中 refers to what stands between a level and the part: another clause, or what its
    own sentence has begun with.
    """
    between = window.between(level, part).rstrip()
    if PARTED.search(between.rpartition("其中")[0].rstrip("；;。 ")):
        return True
    others = [one for one in window.since(level.number + 1) if one.number < part.number]
    if part.sentence > level.sentence:
        # 费用1.7亿元，利润下滑。其中，四季度营收4.8亿元: of money there is more than is told
        nouns = core(level.name), core(part.name)
        alike = any(nouns[0][i : i + 2] in nouns[1] for i in range(len(nouns[0]) - 1))
        if level.value <= 0 or (part.unit in MONEY and not alike):
            return True
    # 网签9055套，成交面积94万平方米。其中中心城区6745套: no part of square metres
    counted = part.unit not in VAGUE and not part.unit.endswith("元")
    counted = counted and part.value < TWICE * level.value
    return any(
        one.role == "level"
        and (not one.unit or (part.sentence > level.sentence and one.unit != part.unit))
        and not (counted and MEASURED.search(one.unit))
        for one in others
    )


def _above(window: Window, part: Statement) -> Iterator[Result]:
    """A part that 其中 leads to, above its whole and all else that it could be of."""
    if any(one.role == "share" and one.joined for one in part.told):
        return
    if part.said["net"] or part.said["per"] or part.said["reached"] or part.unit in UNADDED:
        return  # 目标价上调至600元: what something rose to is no part
    if _no_part(window, part) or ADDED_TO.search(part.lead):
        return
    if not part.unit and RATIO_OF.search(part.words):
        return  # 求人倍率1.58，其中技术工人2.31: no part of it
    near = [level for level in window.before(part, part.unit) if _near(level, part)]
    if any(level.value == part.value for level in near):
        return  # 面值50万元，花了32万元，其中50万元十年后支付: it has been told before
    near = [level for level in near if level.sentence >= near[0].sentence]
    opened = near
    # 受理1876件，年均375件，其中: an average of the same figures is no other whole
    near = [level for level in near if not IN_TIMES.search(level.words)] or near
    near = [level for level in near if not _closed_off(window, level, part)]
    # 弃权47500股（其中因未投票12000股），占0.02%。其中，中小股东: what brackets hold is no whole
    near = [level for level in near if not CLOSED.match(window.between(level, part))]
    if not near or not (same_time(part, *near) or _in_some_years(part, near)):
        return
    if part.sentence > near[0].sentence and any(level.value >= part.value for level in opened):
        return  # 同意2.7亿股；弃权4万股。其中，中小股东同意1782万股: of all that was told before
    if _leads_elsewhere(window, part, near[0]):
        return
    if any(RANGE.search(one.found.phrase) or OF_OTHERS.search(one.lead) for one in (part, *near)):
        return  # 雨量40～80毫米，其中局地200毫米: a range is no whole, nor is what 其他 have
    # 1236列，增加152列: by how much the whole grew makes no net amount of it
    words = "".join(level.words for level in near) + CHANGED.sub("", part.lead)
    if SAID["net"].search(words) or any(level.said["per"] for level in near):
        return
    if part.sentence > near[0].sentence and len(near) > 1 and "、" in near[0].lead:
        return  # 54个展区、179个专区。其中，展位2.5万个: of several things no one is the whole
    if HIGHEST.search(part.words) or any(
        HIGHEST.search(level.words) or "中位数" in level.words for level in near
    ):
        return  # 最高484.5元, 薪酬中位数279802美元
    if any(TIMES.match(window.text, one.found.end) for one in (part, *near)):
        return  # 2384mm*1134mm
    results = [order(part.found.reading, level.found.reading) for level in near]
    if any(window.others(level, part) for level in near):
        return
    if part.unit in PEOPLE and any(
        level.sentence == part.sentence and level.value + level.room >= part.value
        for unit in PEOPLE
        if unit != part.unit
        for level in window.before(part, unit)
    ):
        return  # 限制出境4902人次，拘留318人，其中履行义务的407人: these may be of all
    if _together(part, near):
        return
    bound = results[0].verdict == INCONSISTENT and _bound_by_noun(part, near)
    if bound or all(result.verdict == INCONSISTENT for result in results):
        yield tied(results[0].but(code="part"), part, near[0])


def _together(part: Statement, near: list[Statement]) -> bool:
    """Whether a part may be that of several alike before it together: 男生1200人，女生800人，其中
    住校生1500人.
    """
    last = core(near[0].name)[-1:]
    alike = [one for one in near if last and core(one.name).endswith(last) and not one.within]
    nouns = [core(one.name) for one in alike]
    # 授权专利57项，新增授权专利52项，其中发明专利61项: the one is a part of the other itself
    if any(a is not b and (a in b) for a in nouns for b in nouns):
        return False
    return len(alike) > 1 and sum(one.value for one in alike) >= part.value


def _in_some_years(part: Statement, near: list[Statement]) -> bool:
    """Whether 其中 leads from what came in all to what came in some of its time: 累计建成2168万亩，
    其中2021—2023年新建682万亩.
    """
    if len(near) > 1 or near[0].sentence != part.sentence or BEFORE in near[0].time:
        return False
    whole = near[0]
    since = SINCE.search(whole.lead) or YEARS.search(whole.lead)
    return bool(SOME_TIME.search(part.lead) and since and not whole.said["earlier"])


def _bound_by_noun(part: Statement, near: list[Statement]) -> bool:
    """Whether of several levels before 其中 the one right before it alone has a character of the
    part's noun: 在校生13248人，教职工871人，其中专任教师694人.
    """
    whole, *others = near
    noun, own = set(core(part.name)) - PLAIN, set(core(whole.name))
    beside = part.number - whole.number == 1 + len(whole.told)
    if not beside or whole.sentence != part.sentence or whole.lead[:1] not in ("，", "；"):
        return False
    return bool(noun & own) and not any(noun & set(other.words) for other in others)


def _above_listed(window: Window, part: Statement) -> Iterator[Result]:
    """A part above its whole, that a count with 中 leads to (25人中，有代表30人), or that a mark of
    a list or ： joins to what 其中 has opened: 其中：甲30亿元，乙150亿元.
    """
    if part.said["net"] or part.said["per"] or part.unit in UNADDED or part.joined:
        return
    if _no_part(window, part) or HIGHEST.search(part.words):
        return
    wholes = [] if part.unit in VAGUE else _among_counted(window, part)
    if not wholes and part.topic and (whole := _of_topic(window, part)):
        if part.value >= TWICE * whole.value or EFFECT.match(part.words) or whole.said["per"]:
            return
        if whole.within and whole.sentence == part.sentence:
            return  # 其中，2715只在动物园，3744只在饲养机构: one is no part of the other
        if part.said["reached"] or part.found.phrase.startswith("突破"):
            return
        if part.lead.endswith(("（", "(")):
            return  # 十强城市中，上海（21390亿元）、北京（20621亿元）: each its own
        wholes = [whole]
    elif wholes:
        between = window.between(wholes[0], part)
        first = next(o for o in window.since(wholes[0].number + 1) if o.unit == part.unit)
        if first is not part or PARTED.search(between) or SEVERAL_EACH.search(between):
            return  # 25人中，每人走访30人; 25人中，12人是党员，服务居民300人
        if wholes[0].listed or AND_MORE.search(wholes[0].lead) or between.count("，") > 2:
            return  # 379名乘客及16名机员中，有25人受伤; 3枚棋子中，…，…，黑棋子有22枚
    else:
        before = window.before(part, part.unit)
        near = list(takewhile(lambda level: _near(level, part), before))
        wholes = _opened(near, part)
        if not wholes or EFFECT.match(part.words):
            return
        if not (_marked(window, wholes[0], part) or _alike_parts(window, wholes[0], part, near)):
            return
        own, opener = core(wholes[0].name), next((o for o in near if o.within), None)
        if own and opener and own in opener.name and own not in part.name:
            return  # 换电站1638座，其中高速公路换电站449座，充电站2892座: of another noun
        near = [one for one in near if one.sentence >= wholes[0].sentence]
        if any(one.value + one.room >= part.value for one in near):
            return  # 限额562亿元，尚有24亿元空间，其中一般债务215亿元、专项债务324亿元
        listed = [one.value for one in near if one.number > wholes[0].number]
        if sum(listed) >= wholes[0].value - wholes[0].room:
            return  # 投诉100件，其中：甲60件，乙40件，回访135件: the list was all of it
        if wholes[0].said["net"] or wholes[0].said["per"] or window.others(wholes[0], part):
            return
    whole = wholes[0]
    if any(one.role == "share" and one.joined for one in part.told):
        return
    if any(RANGE.search(one.found.phrase) for one in (whole, part)):
        return
    result = order(part.found.reading, whole.found.reading)
    if result.verdict == INCONSISTENT and one_time(window, part, whole):
        yield tied(result.but(code="part"), part, whole)


def _above_ever(window: Window, one: Statement) -> Iterator[Result]:
    """What came in a time above all that there has been, which needs no name of its own:
    累计187件，当年新增224件, or 加装电梯1752部，累计达到1537部.
    """
    before = next(window.before(one, one.unit), None)
    if before is None or before.sentence != one.sentence or one.unit in UNADDED:
        return
    if one.number - before.number != 1 + len(before.told) or one.within:
        return
    if EVER.fullmatch(one.words):
        part, whole = before, one
    elif "累计" in before.words and NEWLY.fullmatch(one.words):
        part, whole = one, before
    else:
        return
    alone = ALONE.match(window.text, one.found.end) or one is part
    if not alone or HIGHEST.search(one.words):
        return  # 平台50多个，累计为40个领域服务: of something else
    if any(each.said["per"] or UNLIKE.search(each.words) for each in (part, whole)):
        return
    if part.unit in MONEY and not FLOW.search(part.lead):
        return  # 项目投资6.8亿元，累计达到5.2亿元: so much is to be spent
    if part.listed or "累计" in part.words or PARTED.search(window.between(before, one)):
        return
    if window.others(before, one) or any(RANGE.search(each.found.phrase) for each in (one, before)):
        return
    result = order(part.found.reading, whole.found.reading)
    if result.verdict == INCONSISTENT:
        yield tied(result.but(code="part"), part, whole)


def _no_part(window: Window, part: Statement) -> bool:
    """Whether a figure is itself called a sum or a whole: 加起来是105亿元, 所支付的141亿元中，, or
    counts since a time before.
    """
    after = window.after_words(part)
    among = SAID["among"].match(after + "，") or INSIDE.match(after)
    sentence = STOPPED.split(window.text[max(0, part.found.start - REACH) : part.found.start])[-1]
    each = EACH.search(sentence) or "." in part.found.phrase
    if part.unit == "元" and each and not SCALED.search(part.found.phrase):
        return True  # 月均收入5092元，外出的5441元，其中跨省的5879元: of one each
    asked = ASKED.search(part.words)  # 计划招生8640人，报名11736人: more may ask than there is
    return bool(among or asked or part.said["summed"] or SINCE.search(part.words))


def _leads_elsewhere(window: Window, part: Statement, whole: Statement) -> bool:
    """Whether 其中 or 包括 may lead to a part from other words than the level before it: a clause
    of its own (发布名录，其中), or what has 包括 for its verb (营业外支出包括).
    """
    said = [match for match in LEADS.finditer(part.lead) if part.lead[match.end() :]][-1:]
    if not said:
        return False
    *before, own = CLAUSE.split(part.lead[: said[0].start()])
    own = SUBJECT.sub("", own.lstrip("（("))
    if said[0][0] == "包括" and own and (own != named(own) or own[-2:] not in whole.words):
        return True
    # The first clause goes on with the figure before, unless the sentence begins with it
    told = before[1:] if part.sentence == whole.sentence else before
    # 赔偿12万元，判决书共列8项损失，其中: what is counted in between may be it
    counted = [one for one in window.since(whole.number + 1) if one.number < part.number]
    counted = [one for one in counted if (one.role, one.sentence) == ("level", part.sentence)]
    told += [one.words for one in counted if CLAUSE.search(one.lead)]
    # 高校及其他8亿元，企业占82.4%，其中规上企业86亿元: of whose share stands between
    for one in window.percentages:
        whose = WHOSE.match(CLAUSE.split(one.lead)[-1]) if one.role == "share" else None
        if whose and whole.number < one.number < part.number and whose["noun"] not in whole.words:
            return True
    return not all(unnamed(clause) or SAYS_HOW.fullmatch(clause) for clause in told)


def _of_topic(window: Window, part: Statement) -> Statement | None:
    """The one level that a sentence begins with the name of: 录取4097人。录取新生中，男生2000人;
    集装箱吞吐量182万箱。7月集装箱中，重箱122万箱.
    """
    noun = _plain_noun(IN_MONTH.sub("", part.topic)).removesuffix(part.unit)
    if len(noun) < SURE:
        return None
    found: dict[float, Statement] = {}
    for level in window.before(part, part.unit):
        if level.paragraph != part.paragraph or part.sentence - level.sentence > PARAGRAPHS:
            break
        own = _plain_noun(level.name)
        begins = own.startswith(noun) and len(own) <= len(noun) + SUMMED
        if level.topic != part.topic and len(own) >= SURE and (begins or noun.startswith(own)):
            found[level.value] = level
    return next(iter(found.values())) if len(found) == 1 else None


def _alike_parts(window: Window, whole: Statement, part: Statement, near: list[Statement]) -> bool:
    """Whether a part goes on with the list that 其中 has opened by the noun of what is before it:
    其中，单位账户86户，个人账户2795户.
    """
    last, noun = core(near[0].name), core(part.name)
    alike = last[-SURE:] == noun[-SURE:] and last != noun and len(noun) > SURE
    if HOWEVER.search(part.lead) or any(
        one.unit == part.unit and one.value >= part.value
        for one in window.since(whole.number)
        if one.number < part.number
    ):
        return False  # 去年4087元，今年5191元。其中电费去年编列3787元，而今年编列4871元
    return alike and part.value < TWICE * whole.value and near[0].sentence == part.sentence


def _marked(window: Window, whole: Statement, part: Statement) -> bool:
    """Whether marks of a list lead from what 其中 has opened to a part."""
    if OPENED_LIST.search(window.between(whole, part)):
        return True
    return part.lead.startswith(("、", "和", "及", "以及"))


def _of_increase(one: Statement, statements: list[Statement]) -> Iterator[Result]:
    """贷款增加200亿元，其中企业贷款增加100亿元，占新增贷款的50%: a change as a share of that of its
    whole.
    """
    at = statements.index(one)
    if at < 2:
        return
    whole, part = statements[at - 2 : at]
    if part.role != "change" or part.falling or not part.within:
        return
    grown = (whole.role == "change" and not whole.falling) or GROWN.search(whole.words)
    if not grown or whole.unit != part.unit or whole.sentence != part.sentence:
        return
    # Others being negative, a part can have grown by more than all
    test = multiple if one.value > ALL_OF_IT else share
    result = test(part.found.reading, whole.found.reading, one.found.reading)
    one.joined = fits(result)
    yield tied(result, part, whole, one)


def _held(part: Statement, whole: Statement, one: Statement, base: str) -> Result:
    """A share, or, of a plan or target, the part of it that was done, which may be more."""
    beyond = SAID["plan"].search(base) or SAID["held against"].search(base) or "完成" in base
    test = multiple if beyond else share
    return test(part.found.reading, whole.found.reading, one.found.reading)


def _among(formed: list[Joined], one: Statement, part: Statement) -> Joined | None:
    """A share in a list of which two others at least have one whole."""
    alike = [
        joined
        for joined in formed
        if joined.share.sentence == one.sentence
        and joined.whole.unit == part.unit
        and joined.result.verdict == CONSISTENT
        and not joined.share.base
    ]
    if one.base or part.within or len(alike) < 2 or len({id(j.whole) for j in alike}) > 1:
        return None
    whole = alike[0].whole
    result = share(part.found.reading, whole.found.reading, one.found.reading)
    return Joined(one, whole, tied(result, part, whole, one), True)


def _dealt_back(window: Window, statements: list[Statement]) -> dict[int, Statement]:
    """The parts of the sentence before that shares are dealt out to, by the numbers of these:
    异地48.16亿件，增长12.7%；同城5.93亿件；国际2.17亿件。三者分别占85.6%、10.5%和3.9%.
    All but one of them at most are shares of one level before.
    """
    for i, first in enumerate(statements):
        said = TAKEN_UP.search(first.lead) if first.role == "share" and first.unit == "%" else None
        if not said or first.of is not None:
            continue
        shares = [first, *takewhile(lambda o: o.listed and o.unit == "%", statements[i + 1 :])]
        levels = [one for one in window.near(first, NEARBY) if one.unit not in RATIOS]
        before = [one for one in levels if one.sentence == first.sentence - 1]
        parts = before[-len(shares) :]
        units = {one.unit for one in parts}
        if not len(shares) == len(parts) == _number(said["n"]) or len(units) > 1:
            continue
        if any(one.sentence == first.sentence for one in levels):
            continue
        for whole in window.before(parts[0], parts[0].unit):
            if first.paragraph - whole.paragraph > 1:
                break
            fitting = [
                fits(share(part.found.reading, whole.found.reading, one.found.reading))
                for one, part in zip(shares, parts, strict=True)
            ]
            if sum(fitting) >= max(len(shares) - 1, 2):
                return {one.number: part for one, part in zip(shares, parts, strict=True)}
    return {}


def _of_several_together(
    told: Sequence[Statement], whole: Statement, one: Statement
) -> Joined | None:
    """The share of the last of several together, as far back as it fits: 甲186亿元、乙131亿元，二者
    合计占总值842亿元的37.7%.
    """
    levels = [
        level
        for level in told
        if (level.role, level.unit, level.sentence) == ("level", whole.unit, one.sentence)
    ]
    for many in range(2, len(levels) + 1):
        parts = levels[-many:]
        readings = [part.found.reading for part in parts]
        result = share_of_sum(whole.found.reading, one.found.reading, *readings)
        if fits(result):
            one.of = parts[-1]
            return Joined(one, whole, tied(result, whole, *parts, one), True, inside=True)
    return None


def _summed(one: Statement) -> bool:
    return bool(SAID["together"].search(one.lead))


def _number(word: str) -> int:
    return (
        int(word)
        if word.isdigit()
        else "零一二三四五六七八九十".replace("两", "二").find(word.replace("两", "二"))
    )


def _can_be(part: Statement, whole: Statement, one: Statement) -> bool:
    """Whether a share can be right under some rule of rounding, at a glance."""
    if not whole.value or not part.value:
        return not whole.room
    told = 100 * part.value / whole.value
    room = one.room + told * (part.room / part.value + whole.room / whole.value)
    return abs(told - one.value) <= 3 * room + 1e-9


def _larger(level: Statement, part: Statement) -> bool:
    """Whether a level may be a whole, at a glance; one that is half its part can be a slip."""
    return not level.value or level.value * 2 >= part.value


def _told_after(statements: list[Statement], one: Statement) -> Statement | None:
    """The part that is told after its share: 医院占81.1%，计33572张."""
    after = next((other for other in statements if other.number == one.number + 1), None)
    if after is None or after.role != "level":
        return None
    # 其中税收占比71.8%，税收收入为1089.5亿元
    name = core(named(SHARE_NAME.sub("", one.name)))
    called = one.of is None and not one.base and len(name) > 1 and after.lead.startswith("，")
    called = called and core(after.name).startswith(name) and after.sentence == one.sentence
    return after if called or SAID["told after"].match(after.lead) else None


def _by_name(window: Window, one: Statement) -> Statement | None:
    """The part that a share has another name for: 企业捐款占捐款总额的60%, after 企业526万元."""
    name = core(one.name)
    if len(name) < 2:
        return None
    if "、" in one.lead and DEALT_OUT.search(one.words):
        return None  # 甲类、乙类和丙类分别占: the names are those of the list that is dealt out
    near = [
        level
        for level in window.since(one.number - KEPT)
        if level.role == "level"
        and one.paragraph - level.paragraph <= 1
        and 0 < one.number - level.number <= KEPT
        and len(core(level.name)) > 1
    ]
    far = [level for level in near if level.paragraph < one.paragraph]
    near = [level for level in near if level not in far]
    # 机构12家，诊疗90万人次，机构占56%: the share is of what was told last
    last = next((level for level in reversed(near) if level.sentence == one.sentence), None)
    if last is not None and not one.base:
        near = [level for level in near if level.unit == last.unit]
    # 4A级57家，4A级以上占19%: the share is of several levels
    if BOUND.search(one.name):
        near = [level for level in near if BOUND.search(level.name)]
    if not OTHER.search(one.name):
        # 其他非利息收入 is a part of 非利息收入, and no word for it
        near = [level for level in near if not OTHER.search(level.name)]
    # 网民中男性占51.4%: the whole stands before 中, and is no part
    near = [level for level in near if not name.startswith(core(level.name) + "中")]
    for alike in (str.__eq__, _begins_or_ends):
        found = [level for level in near if alike(core(level.name), name)]
        if found:
            return found[-1] if len({level.found.reading for level in found}) == 1 else None
    # A paragraph before, it is the one that has just this name, and whose whole is named
    found = [level for level in far if one.base and core(level.name) == name]
    return found[0] if len(found) == 1 else None


def _begins_or_ends(own: str, name: str) -> bool:
    """Whether a level's noun is a longer or a shorter word for a name: 税收 for 税收收入."""
    return own.startswith(name) or own.endswith(name) or name.startswith(own)


def _nested(one: Statement) -> bool:
    """Whether a share is that of a part of a part: 占60%，其中高新60家，占50%."""
    return one.of is not None and one.of.within and one.of.lead.startswith(("，其中", "（其中"))


def _has_share(level: Statement) -> bool:
    """Whether a level is told as a part: 完成任务9.5万人的92.0% tells no part of one."""
    shares = (one for one in level.told if one.role == "share" and not one.of_plan)
    return any(not PLANNED.search(one.base) for one in shares)


def _share_led(window: Window, level: Statement) -> bool:
    """Whether a level is told as a part by what its share rose from: 收入占比由43.68%升至48%."""
    for other in window.since(level.number + 1):
        if other.role == "level":
            break
        if other.role == "led" and other.base and other.sentence == level.sentence:
            return True
    return False


def _sibling(level: Statement, one: Statement, part: Statement) -> bool:
    """Whether a level is another part of the same whole."""
    if level.sentence == part.sentence and level.topic == one.topic != "" and not one.base:
        return True
    shares = [told for told in level.told if told.role == "share" and not told.of_plan]
    if part.within or not shares:
        return False
    same = level.sentence == part.sentence and not one.base
    return same or any(_of_alike(told.base, one.base) for told in shares)


def _of_alike(base: str, other: str) -> bool:
    """Whether two shares are of one whole by their words: 公司整体收入 and 整体收入."""
    nouns = [core(_whole_noun(one)) for one in (base, other)]
    return core(base) == core(other) or bool(nouns[0] and nouns[0] == nouns[1])


def _likely(window: Window, one: Statement, part: Statement) -> list[Statement]:
    """The larger levels of a sentence that have shares of a whole that is named, and so may be
    parts beside, or the whole: 各项贷款A，占资产的58%；公司贷款B，占61%.
    """
    return [
        level
        for level in window.before(part, part.unit)
        if level.sentence == part.sentence
        and level.value > part.value
        and any(told.role == "share" and told.base for told in level.told)
        and _sibling(level, one, part)
    ]


def _near(level: Statement, part: Statement) -> bool:
    return level.paragraph == part.paragraph and part.sentence - level.sentence <= 1


def _scope(part: Statement, near: list[Statement]) -> Statement:
    """The level that 其中 opens: the nearest in its sentence, else the first of the one before."""
    same = [level for level in near if level.sentence == part.sentence]
    if same:
        return same[0]
    sentence = [level for level in near if level.sentence == near[0].sentence]
    return sentence[-1]


def _opened(near: list[Statement], part: Statement) -> list[Statement]:
    """The whole of the list that a part goes on with, and that 其中 has opened: A，其中B，C.

    `near` are the levels of its unit before it, the nearest first. A list in which ； parts its
    members has 其中 at the beginning of its sentence.
    """
    parted = part.lead.startswith(("；", ";"))
    for i, level in enumerate(near):
        if level.sentence != part.sentence:
            return []
        if level.within:
            goes_on = not parted or level.lead.startswith("其中")
            return near[i + 1 : i + 2] if goes_on else []
        parted = parted or level.lead.startswith(("；", ";"))
    return []


def _alone(window: Window, near: list[Statement], part: Statement) -> list[Statement]:
    """The level before a part that alone can be its whole: no other one of its unit stands in the
    paragraph, but parts of it that 其中 leads to. Of sums of money there are more than are told,
    so that the nouns must agree: 新增贷款A，制造业贷款余额B.
    """
    before = [one for one in window.before(part, part.unit) if one.paragraph == part.paragraph]
    # 接诊8.6万人次，日均237人次，救护车送来9128人次: an average is no whole
    levels = [one for one in before if not (_member(one, near) or one.said["per"])]
    if part.within or len(levels) != 1 or levels[0] not in near:
        return []
    if part.listed:
        return []  # 男生、女生分别为A和B: the one before is another part
    nouns = core(levels[0].name)[-2:], core(part.name)[-2:]
    return levels if part.unit not in MONEY or nouns[0] == nouns[1] else []


def _likeliest(window: Window, near: list[Statement], part: Statement) -> list[Statement]:
    """The whole of a part that no words lead to, where its place or its noun leave one alone."""
    return _opened(near, part) or _alone(window, near, part) or _same_noun(near, part)


def _among_counted(window: Window, part: Statement) -> list[Statement]:
    """The whole that a sentence begins with, and 中 after what is counted: 846人中，A人，B人."""
    for level in window.before(part, part.unit):
        if level.sentence != part.sentence:
            return []
        if SAID["among"].match(window.text, level.found.end):
            return [level]
    return []


def _counts_only(one: Statement, part: Statement) -> bool:
    """Whether a share is of all of what is counted, without a noun: 占全部笔数的71.6%."""
    return one.base.endswith(part.unit + "数") and _whole_noun(one.base) == part.unit


def _same_noun(near: list[Statement], part: Statement) -> list[Statement]:
    """The level that a part is named as, with words before it: 海外有效发明专利 of 有效发明专利."""
    name = core(part.name)
    found = [
        level
        for level in near
        if len(noun := core(level.name)) > 1 and name != noun and name.endswith(noun)
    ]
    return found if len(found) == 1 else []


def _of_another(level: Statement, base: str) -> bool:
    """Whether a level was told as the whole of another noun than the base."""
    said = SAID["share of"].search(held_words(level))
    noun = _whole_noun(said["base"]) if said and said[0].startswith("占") else ""
    return bool(noun and base) and noun not in base and base not in noun


def _only_held(base: str, level: Statement) -> bool:
    """Whether shares that somebody holds or sells are taken for all there are: 占公司股份总数的."""
    return level.unit == "股" and bool(ALL_SHARES.search(base)) and not STOCK.search(level.words)


def _member(one: Statement, near: list[Statement]) -> bool:
    """Whether a level is of a list that 其中 opens."""
    before = [level for level in near if level.number < one.number]
    return one.within or bool(_opened(before, one))


def _called(whole: Statement) -> bool:
    return bool(whole.said["total"])


def _is_change(one: Statement, part: Statement) -> bool:
    """Whether the share may be that of a change: 比年初增加20亿元，占全部增量的45%."""
    last = part.told[part.told.index(one) - 1] if one in part.told[1:] else None
    return GROWTH.search(one.base) is not None or (
        last is not None and last.role == "change" and "量" in one.base
    )


@lru_cache(1 << 10)
def _known(noun: str) -> str:
    for other, name in SYNONYMS:
        noun = other.sub(name, noun)
    return noun


@lru_cache(1 << 10)
def _whole_noun(base: str) -> str:
    """The noun of what a share is of: 股份 of 其所持股份, 净利润 of 本年度净利润."""
    noun = _known(core(RECEIVED.sub("", THIS_TIME.sub("", base))).removeprefix("所"))
    return _own(CASES.sub("", noun))


def _own(noun: str) -> str:
    """A noun without 公司, of which a text mostly knows one: 股本 of 公司股本, but not 公司."""
    own = noun.removeprefix("公司")
    return own if len(own) > 1 else noun


def _told_in(window: Window, base: str, levels: list[Statement]) -> list[Statement]:
    """The one level whose clauses have the noun of a whole, though its name hasn't, or whose noun
    stands after it or before a count of kinds: 住宅火灾最多，达612起; 2.9万人次取证; 乙类11种127例.
    """
    if len(base) < 2 or SAID["plan"].search(base):
        return []
    found = [level for level in levels if _stands_in(base, level.lead)]
    # 949万股流通股，占流通股的1.5%: a part, which has a share of its own
    ends = [(level, level.found.end) for level in levels]
    wholes = [level for level, end in ends if not OWN_SHARE.match(window.text, end)]
    found = found or [level for level in wholes if _stands_in(base, _around(window, level))]
    return found if len(found) == 1 else []


def _around(window: Window, level: Statement) -> str:
    """The words right after a level, and those before a count that stands right before it."""
    before = window.since(level.number - 1)[0] if not level.lead else level
    beside = before.number == level.number - 1 and before.sentence == level.sentence
    return (before.words + "，" if beside else "") + window.after_words(level)


def _stands_in(noun: str, words: str) -> bool:
    """Whether words hold a noun, and not one that it is but a part of: 出口 in 进出口."""
    at = words.rfind(noun)
    return at == 0 or (at > 0 and words[at - 1] not in "非不未无进净")


def names(base: str, level: Statement) -> bool:
    """Whether a level's name holds the noun of a whole."""
    name = _known(core(level.name or level.words))
    if base == "预算" and PUBLIC.search(name):
        return False
    at = name.rfind(base)
    if at < 0 and name.endswith("岁以上") and base.startswith(name):
        return True  # 60岁及以上144万人，65岁及以上104万人，占60岁以上人口的72%
    if at < 0:
        return len(base) > 2 and _runs_through(base, name)
    # 净资产 are not all 资产, 净利润 not all 利润
    return at == 0 or name[at - 1] not in "非不未无净" + ("进" if base.startswith("出口") else "")


def _is_unnamed(base: str, whole: Statement) -> bool:
    """Whether a whole has another name than a share has for it, and isn't a plan."""
    plan = SAID["plan"].search(base) and not PUBLIC.search(base)
    return not (plan or names(_whole_noun(base), whole) or _calls(base, whole))


def _is_wider(base: str, level: Statement, whole: Statement) -> bool:
    """Whether a level has a name for what 其中 leads from to a whole: 纺织机械进出口总额75.9亿元，
    其中出口51.3亿元.
    """
    noun, own = _plain_noun(base), _plain_noun(level.name)
    led = whole.within and level.number < whole.number and not level.within
    return led and len(noun) > SURE and own.endswith(noun)


def _calls(base: str, level: Statement) -> bool:
    """Whether a whole's name is just that of a level, or with the noun that its list leaves out:
    国内销量, of 出口2157辆、国内5229辆.
    """
    noun, places, its = _plain_noun(base), _places(base), _places(level.name)
    if places and not places & (its or set(LEVEL_OF_PLACE) - set("国球")):
        return False
    for name in (level.name, level.words):
        own = _plain_noun(name)
        rest = noun.removeprefix(own)
        named_so = len(own) > 1 and not PERIOD.fullmatch(own) and noun.startswith(own)
        if len(noun) > SURE and named_so and len(rest) <= SURE:
            return True
    return bool(SAID["so many summed"].search(base)) and level.words == base


@lru_cache(1 << 10)
def _plain_noun(words: str) -> str:
    """A noun without what only leads to it: 常住人口 of 按常住人口, 落实去向 of 已落实去向人数."""
    return _whole_noun(LED_TO.sub("", named(words)))


def _runs_through(base: str, name: str) -> bool:
    """Whether all characters of a noun come in a name, in their order: 在校生 in 在校学生."""
    rest = iter(name)
    return all(character in rest for character in base)


def _places(words: str) -> set[str]:
    return {match[0][-1] for match in PLACE.finditer(words)} & set(LEVEL_OF_PLACE)


def _other_wholes(
    window: Window, one: Statement, part: Statement, whole: Statement
) -> list[Statement]:
    """The levels before a share, other than its whole, that it fits."""
    wholes = _wholes_of(part, one)
    return [
        level
        for level in window.of_unit.get(part.unit, ())
        if _meets(level, wholes)
        and part.paragraph - level.paragraph <= PARAGRAPHS
        and level is not whole
        and level is not part
        and level.number < one.number
        and level.found.reading.stands_for.intersect(wholes)
    ]


def _meets(level: Statement, wholes: Interval) -> bool:
    """Whether a level can be one of some wholes, at a glance."""
    if not level.value and not level.room:
        return True  # it may have no bounds
    above = wholes.low is None or (level.value + level.room) * CLOSE >= float(wholes.low)
    return above and (wholes.high is None or level.value - level.room <= float(wholes.high) * CLOSE)


def _only_some(base: str, level: Statement) -> bool:
    """Whether a level has the noun of a whole and words before it that make it less than all."""
    total = TOTAL_OF.search(base)
    if total is None or "总" in level.words:
        return False
    name = core(level.name)
    return name.endswith(total["noun"]) and len(name) > len(total["noun"]) + 1


def _within_name(part: Statement, level: Statement) -> bool:
    """Whether a part's words say what it is counted in: 行政诉讼中调解的9件 of 行政诉讼30件."""
    name = core(level.name)
    return len(name) > 1 and name + "中" in part.words


def _inside_whole(one: Statement, statements: list[Statement]) -> Statement | None:
    """The whole that stands between 占 and its share: B，占 W 的 X%; or its shares: A，B，分别占 W
    的 X% 和 Y%.
    """
    first = statements.index(one)
    while first and statements[first].listed and statements[first - 1].role == "share":
        first -= 1
    if first < 1 or not held_by(statements[first - 1], statements[first]):
        return None
    return statements[first - 1]


def _subject(whole: Statement) -> str:
    """The noun before 占 or 完成, where a whole is named with its figure."""
    words = held_words(whole)
    said = SAID["share of"].search(words)
    return ADVERB.sub("", words[: said.start()]) if said else ""


def _named_before(window: Window, whole: Statement) -> Statement | None:
    """The part that a sentence before has told, and that a clause begins with: 支出100万元，其中
    管理费用3万元。管理费用占上年收入（80万元）的4%.
    """
    name = core(_subject(whole))
    if len(name) < 2:
        return None
    called = [
        level
        for level in window.before(whole, whole.unit)
        if core(level.name) == name and whole.paragraph - level.paragraph <= 1
    ]
    same = len({level.found.reading for level in called}) == 1
    return called[0] if same and called[0].sentence < whole.sentence else None


def _another_subject(whole: Statement, part: Statement) -> bool:
    """Whether the noun before 占 or 完成, where a whole is named with its figure, isn't the
    part's.
    """
    subject = core(_subject(whole))
    if subject and _subject(part):
        return True  # 公益支出占收入（5000万元）的72%，管理费用占支出（3900万元）的7.7%
    return len(subject) > 2 and subject not in part.words and core(part.name) not in subject


def _another_part(
    told: list[Statement], part: Statement, whole: Statement, one: Statement
) -> Statement | None:
    """The level of a sentence that is what a whole is held against, where the last isn't."""
    return next(
        (
            other
            for other in told
            if other is not part
            and other.role == "level"
            and other.unit == whole.unit
            and other.sentence == one.sentence
            and not _has_share(other)
            and fits(_held(other, whole, one, held_words(whole) + one.lead))
        ),
        None,
    )


def _in_place(base: str, level: Statement, part: Statement) -> bool:
    """Whether a whole of a named place can be this level: 占全国的 is no share of 全市."""
    named = _places(base)
    if not named:
        return True
    own = _places(level.name)
    if own:
        return bool(named & own)
    return not named & set("国球") and (not _places(part.name) or bool(named & _places(part.name)))


def _wholes_of(part: Statement, printed: Statement) -> Interval:
    """All that a part can be the printed share of, wherever between its neighbours each lies."""
    told = loose(printed.found.reading.stands_for)
    piece = loose(part.found.reading.stands_for)
    return piece / (told / 100) if told.low else Interval(0, None)
