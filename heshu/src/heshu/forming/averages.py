"""Averages and prices: a total over a count, or a price times a number.

What an average is for stands in its words (生均, 每件, 日均) or in its unit (元/平方米). Of the
totals and counts near to it the likeliest pair is tried first, and each counts against the
chance of those after it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from heshu import equations
from heshu.finding import Found
from heshu.forming.slips import mended, quotient
from heshu.forming.window import NOUN, Window, beyond_chance, by_it, fits, telling, tied
from heshu.intervals import Interval
from heshu.reading import CURRENCIES, MEASURE, RATIOS, Reading, ReadingError, read
from heshu.relations import INCONSISTENT, Result
from heshu.statements import BEFORE, PARTED, PLACE, SAID, WHOLE, Statement

REPEATED = 1 << 9
average = lru_cache(REPEATED)(equations.average_per)
product = lru_cache(REPEATED)(equations.product)
products = lru_cache(REPEATED)(equations.products)

# The lowest and the highest of several
EXTREME = re.compile("最[高低大小多少]|[上下]限|[开收]盘|股价(?!格)|报收|[市现]价")
HELD = re.compile(r"的[\d.]+[%％‰]")
# and what is many times another: 是去年同期1.08亿元的2.2倍
TIMES_IT = re.compile(r"的[\d.]+(?:个百分点|[%％‰倍])")
# What each gives or gets, in so many words
GIVEN = re.compile(
    "每[人名户位家]?[^，]{0,4}[交给付缴罚赔借退拿]"
    "|(?:给予|发给|发放|奖励|补[助贴]|资助|收取|支付|罚款?|交|缴)(?:给|了)?每[人名户位家]"
)
# A count and what it is divided into stand so near to each other, counted in figures
NEAR = 18
# An average right after its total and count, which names nothing but what these may be of
RIGHT_AFTER = re.compile(
    r"[，、]?(?:[据按由]此|相当于|折合|算下来|[测核推计]?算的?|成交|(?:20\d\d|去|全)年|约)*"
    rf"(?:平均(?:下来)?[每一]?[个名位]?(?:{MEASURE}|[一-鿿]{{1,2}})?|[一-鿿]{{1,2}}均|[每单](?:{MEASURE})(?:平均)?)"
    "(?P<noun>[^，；。]{0,6}?)(?:约|[为达是有合近仅只超高]|可达)*"
)
# 平均每亩采摘面积产油: each of what is named
EACH_OF = re.compile(
    rf"每(?:{MEASURE}|[一-鿿])(?P<noun>[一-鿿]{{2,4}}(?:面积|人口|人员|用户|家庭))"
)
# 每次均为1.5万元: so much each
EACH_IS = re.compile(f"每(?:{MEASURE}|[一-鿿])均[为是达]?$")
# Of fewer than so many hardly anybody tells an average
SEVERAL_OF, BOTH_OF = 3, re.compile("[两二三四五六七八九十几][人家户]均")
# Cases that are closed, and those that came in
DECIDED, NEW_CASES = re.compile("[结办审执]结|结案"), re.compile("受理|新收|收案|立案")
# by how much more or less each has
BY_WHICH = re.compile("[多少][收赚挣交缴付花领支]|增[收产支]|减[收产支]|节[省约支]")
MEANT = re.compile("均|折合|算下来|相当于")
# 公路网密度为每百平方公里125.6公里
HUNDRED_KM = re.compile("百平方公里")
# 每百元营业收入中的成本: what of each hundred yuan of one level is another one
EACH_HUNDRED = re.compile(
    "每百元(?P<whole>[^，中的]{2,8})[中里]?的(?P<part>[^，为是]{2,6})[为是达约]*$"
)
# What is told of one by any total: 人均花费, 户均获赔
OF_ANY = re.compile(
    "花费?|消费|支出|获[得赔贷益助补]?|贷款?|受益|补[助贴]|[领取]到?|捐[赠款]?|得到?|借阅?|拿到|金额|单?价格?|货?值"
)
# How far off a slip can be at most where words join all three
WIDE = (0.04, 25.0)
# A total stands so near to an average of which the count is so many paragraphs before
BESIDE, PARAGRAPHS = 6, 3
COUNTS = ("人次", "架次", "艘次", "车次", "列次", "户", "件", "笔", "案", "场")
# By how many units of its last place an average must miss: totals may have been cut off before
FAR = 5
# and where a slip explains it
SLIPPED = 3
PEOPLE = ("人", "人次")
# A total in the first unit gives an average in the second
SMALLER = {("吨", "公斤"): 1000, ("公斤", "克"): 1000, ("人次", "人"): 1, ("公顷", "平方米"): 10000}
SMALLER |= {("吨", "斤"): 2000, ("公斤", "斤"): 2, ("公顷", "亩"): 15}
# What one is counted by that an average has another word for: 户均 over so many 家
COUNTED_BY = {
    "户": ("户", "家"),
    "家": ("家", "户"),
    "案": ("件", "起", "宗"),
    "校": ("所",),
    "园": ("所",),
}
COUNTED_BY |= {"馆": ("家", "座"), "店": ("家",), "企": ("家",), "村": ("个", "村"), "镇": ("个",)}
COUNTED_BY |= {"单": ("单", "笔", "件"), "票": ("票", "件"), "公斤": ("公斤", "吨")}
COUNTED_BY |= {"批": ("批次", "批"), "宗": ("宗", "件", "起"), "桩": ("个", "桩", "台")}
COUNTED_BY |= {"机": ("台", "架"), "场": ("场", "场次")}
COUNTED_BY |= {"平方米": ("平方米", "公顷")}
# Averages that say by their names what they are of
NAMED = (
    (re.compile("票价$"), ("人次", "张", "人"), ""),
    (re.compile("客单价$"), ("单", "笔", "人次"), ""),
    (re.compile("保险密度[为是达]?$"), PEOPLE, ""),
    (re.compile("住院[日天]数?[为是约达]*$"), ("人次", "例", "人"), ""),
    (re.compile("班额(?:平均)?[为是约达]*$"), ("班",), "班"),
)
# What a price is called by, besides what it is of
SOLD_AS = re.compile("成交|销售|交易|网签|签约|综合|实际|加权|回购|认购|出售")
# What has a mean price
SOLD = ("平方米", "股", "吨", "套", "件", "辆", "台", "张", "人次")
# So far back, in characters, a number of days stands that a daily average is of
MOST_YEARS = 12
DAYS_BACK = 160
# What an acre yields, and its price, stand so near to what it brings
SOLD_NEAR = 6
PAID = re.compile("派发|分配|分红|派现|^(?:合计|共计|总计)[约为]*$|[派付]息?(?:总额)?$")
STOCK = re.compile("总?股本|股份总[数额]")
# A price of one of a thing, and what many of it brought
ONE_FOR = re.compile(
    f"(?:每|一|单)(?P<unit>{MEASURE})(?:卖|收|要|租|售)?(?:价[^，]{{0,2}})?(?:约|为|是)?$"
)
BROUGHT = re.compile("收入|毛收|营收|进账|销售额|货款|卖[了得]|总?计|共计?|花[了费]|支出|补贴")
# What a rent is for a month: 48平方米，每平方米5.5元，每月264元
A_MONTH = re.compile("每[人生户]?每?[月年天日次](?:租金|房租)?[计为是约合]?")
# 12元一份的套餐, 2元每千瓦时
ONE_OF = re.compile(f"[一每](?P<unit>{MEASURE})")
# Words for what a price and a number make, and for what more there is to it
AMOUNTS_TO = re.compile(
    "[合共总小]计|[^统设估预]计$|^，?计|总[价额]|金额|销售额|货款|耗资|相当于|应[为付]|进账|花了"
)
ALL_OF_IT = re.compile("[合共总]计?")
OTHER_AMOUNT = re.compile(
    "累计|历年|另|此外|其他|其余|补贴后|扣除|减去|加上|连同|优惠|折扣|首付|定金|尾款"
    "|含|预算|概算|计划|目标|限价|底价|原价|保证金|节[约省]|上年|去年|同期"
)
TIMES = re.compile("[×xX＊*乘]")
# So many figures from one to the other
SOLD_BESIDE = 5
# 公司拟以总股本3624万股为基数
BY = re.compile("[以按][^，；]*$")
# How strong the test of the only pair in its sentence must be
ALONE = Fraction(9, 10)
# What may be built on so much land
PLOT = re.compile("容积率(?:约?为|是|[:：])?$")
LAND = re.compile("(?:出让|[用净]地|占地|土地|地块|宗地|净地)[^，]{0,4}$|面积$")
FLOORS = re.compile("(?:建筑|可建|计容|开发)[^，]*(?:面积|体量)?|建面")
SAME_AREA = re.compile("[（(，]?(?:折?合|约合?|即|相当于)约?")
FLOOR_PRICE = re.compile("楼面[^，]{0,3}价|楼板价")
FIRST_PRICE = re.compile("起[始拍]|挂牌|周边|区域|此前|最高|限价")
SOLD_FOR = re.compile("竞得|成交|总价|拿下|摘[得牌]|中标|揽[入获]|斩获|竞[买拍]|拍[出得]")
LANDS = {"公顷": Fraction(10**4), "平方米": Fraction(1), "亩": Fraction(20000, 30)}
# What an acre brings, of what grows on it and its price
BRINGS = re.compile("(?:亩均|每亩|[一单]亩|亩)[^，]{0,4}(?:产值|收入|收益|毛收|卖)")
OUTLAY = re.compile("纯|净|成本|利润|补贴|补助|租金|增收")
PRICED = re.compile("每(?P<unit>公斤|千克|斤|吨)[^，]{0,6}$")
# A dividend is told for so many shares
EACH_TEN = re.compile("每?10股")
# How long a stock lasts, by what is sold or paid a month, or in a time that is told
LASTS = re.compile("(?:去化|消化|出清)周期|可?(?:支付|支撑)[^，]{0,4}(?:月数|能力)?|可用|够用")
# what is paid out of it, what is left in it, and another time by which it is reckoned
OUTFLOW = re.compile("支出(?:总额)?$")
LEFT_IN = re.compile("(?:结余|结存|余额|[滚结]存|存量)(?:基金|资金)?$")
OTHER_TIME = re.compile("上年|去年|上一年|剔除|扣除|不含")
YIELD = re.compile("[亩单]产")
LASTS_BACK = 24
# What a patient pays a day, and how long one stays
STAY_COST = re.compile("住院|床日|出院")
EACH_STAY = re.compile("[住出]院[^，]{0,6}[次例人]均|[次例人]均[住出]院")
STAY = re.compile("住院(?:床?[日天]|时[间长])")
# Words before a length of time that all in its paragraph is of
LASTED = re.compile("(?:为期|历时|持续|假期|放假|春运|展期|会期|开放|[^，]共)[共计为的]?$")
# A daily average right after its total
DAILY = re.compile("，?(?:[日月年]均|平均每[天日月年]|每[天日月年]平均)[^，；。]{0,6}")
WHOLE_YEAR = re.compile("全年|[去今上]年|年度|过去一年|一年[来里间]?")
# So far into the brackets after an average its time may stand
ASIDE = 14
NUMERAL = r"(?<![\d第])(?:\d{1,3}|[两二三四五六七八九十]{1,3})"
LENGTHS = {
    "day": re.compile(f"近?{NUMERAL}天"),
    "month": re.compile(f"近?{NUMERAL}个月"),
    "year": re.compile(f"近?{NUMERAL}年来?"),
}

Pair = tuple[Statement, Statement]


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("level",))


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    for i, one in enumerate(statements):
        if one.role != "level":
            continue
        if not one.unit and PLOT.search(one.words):
            yield from _floors(window, one, statements)
            continue
        if formed := list(_floor_price(window, one)):
            yield from formed
            continue
        if hundred := one.unit in CURRENCIES and EACH_HUNDRED.search(one.words):
            yield from _of_each_hundred(window, one, hundred)
            continue
        if one.unit in CURRENCIES and BRINGS.search(one.words):
            yield from _brings(window, one)
        if i and one.unit in CURRENCIES and PAID.search(one.words):
            yield from _dividend_before(window, one, statements[i - 1])
        each_ten = i and EACH_TEN.fullmatch(statements[i - 1].found.phrase)
        if each_ten and one.unit in CURRENCIES:
            yield from _dividend(window, one)
        elif one.said["each day"]:
            yield from _in_time(window, one)
        elif one.unit == "个月" and LASTS.search(one.words):
            yield from _lasting(window, one)
        elif worked_out(one):
            if A_MONTH.fullmatch(one.words):
                yield from _priced_beside(window, one)
            yield from _by_each(window, one) or _average(window, one)
        else:
            yield from _amount(statements, i) if i > 1 else ()
            yield from _priced_beside(window, one)
            if one.unit in CURRENCIES and BROUGHT.search(one.words):
                yield from _sold(window, one)


def worked_out(one: Statement) -> bool:
    if one.found.phrase.startswith("平均") and one.words in COUNTS:
        return True  # 艘次平均2489人次
    return "/" in one.unit or bool(one.said["per"]) or any(of for of, _ in _named(one))


def _named(one: Statement) -> Iterator[tuple[tuple[str, ...], str]]:
    """What an average is of by its name alone, by units and by a noun: 平均票价, 平均班额."""
    return ((of, noun) for name, of, noun in NAMED if name.search(one.words))


# Prices


def _at_most(one: Statement) -> bool:
    return bool(EXTREME.search(one.words))


def _amount(statements: list[Statement], i: int) -> Iterator[Result]:
    """400床、单价120元，计4.8万元: numbers, their prices and the amount, side by side."""
    amount = statements[i]
    said = amount.said["amounts to"]
    if amount.unit not in CURRENCIES or not said:
        return
    bought: list[Pair] = []
    for j in range(i - 2, -1, -2):
        pair = _priced(statements[j : j + 2], amount)
        if pair is None:
            break
        bought.append(pair)
    if not bought or any(map(_at_most, statements[:i])):
        return  # 每部最高奖励20万元，兑现11部共138万元
    bought.reverse()
    factors = [(_nominal(price), _so_many(price, count)) for price, count in bought]
    joined = [one for pair in bought for one in pair]
    result = tied(products(amount.found.reading, *factors), *joined, amount)
    # Of two that were bought the words may tell the amount of the second alone
    last = tied(product(*factors[-1], amount.found.reading), *bought[-1], amount)
    if len(bought) > 1 and fits(last):
        result = last
    alone = amount.lead.strip("，、") == amount.words
    whole = (
        said["sure"]
        and alone
        and (len(bought) == 1 or "合计" in amount.words or "总" in amount.words)
    )
    if fits(result) or (whole and len(bought) * 2 == i):
        yield result


def _priced(pair: list[Statement], amount: Statement) -> Pair | None:
    """A price and the number that it is the price of, in either order."""
    for price, count in (pair, pair[::-1]):
        alike = price.unit == amount.unit and count.unit not in (*RATIOS, amount.unit)
        levels = price.role == count.role == "level" and price.sentence == amount.sentence
        if alike and levels and price.said["price"]:
            return price, count
    return None


def _so_many(price: Statement, count: Statement) -> Reading:
    """A number in the unit that a price is for: 12.4吨, of 每斤45元."""
    each = price.unit.partition("/")[2] or _each_unit(price)
    scale, reading = SMALLER.get((count.unit, each), 1), count.found.reading
    if scale == 1 or reading.interval is None:
        return reading
    return replace(reading, interval=reading.interval * scale)


def _nominal(price: Statement) -> Reading:
    """A price as it is set: 20万元 are no rounded mean."""
    reading = price.found.reading
    return reading if "均" in price.words else _as_set(reading)


def _as_set(reading: Reading) -> Reading:
    """A number that is no rounded one."""
    if reading.qualifier != "rounded":
        return reading
    assert isinstance(reading.value, Fraction)
    return replace(reading, interval=Interval.point(reading.value), qualifier="exact")


def _sold(window: Window, amount: Statement) -> Iterator[Result]:
    """头茬瓜一斤卖3.6元…摘了21500斤，毛收入7.74万元: what one brings, how many there are, and what
    they brought.
    """
    near = [
        one
        for one in window.near(amount, SOLD_BESIDE)
        if amount.sentence - one.sentence <= 2 and one is not amount
    ]
    pairs = [
        (price, count)
        for price in reversed(near)
        for count in reversed(near)
        if price.unit == amount.unit
        and (said := ONE_FOR.search(price.words))
        and count.unit in COUNTED_BY.get(said["unit"], (said["unit"],))
    ]
    for i, (price, count) in enumerate(pairs):
        figures = (price, count, amount)
        readings = _nominal(price), count.found.reading, amount.found.reading
        result = tied(product(*readings), *figures)
        beside = count.number == amount.number - 1 and count.sentence == amount.sentence
        sure = len(pairs) == 1 and beside
        if beyond_chance(result, i + 1) or (
            sure and mended(figures, lambda r: product(*r), _glance_at_product)
        ):
            yield result
            return


def _priced_beside(window: Window, amount: Statement) -> Iterator[Result]:
    """5240把，均价135元，销售额70.74万元, 12元一份的套餐卖出5460份，进账65520元: a price and a
    number of what it is for, in either order, and right after both what they make.
    """
    if amount.within or OUTLAY.search(amount.words) or OTHER_AMOUNT.search(amount.lead):
        return
    near = [
        one
        for one in window.near(amount, SOLD_NEAR)
        if one.sentence == amount.sentence and one.unit not in RATIOS
    ]
    # 186名，每人5000元，126名，每人2000元，合计118.2万元: of all that was told
    if ALL_OF_IT.search(amount.words) and any(_priced_by(window, one) for one in near[:-2]):
        return
    run = near[-2:]
    if len(run) < 2 or PARTED.search(window.between(run[0], amount)):
        return
    if any(one.lead.endswith("各") for one in run):
        return  # 两种培训班各1期，每期40人，合计80人
    for price, count in (run, run[::-1]):
        if price.unit.partition("/")[0] != amount.unit or EXTREME.search(price.words):
            continue
        units = _priced_by(window, price)
        mean = bool(price.said["price"]) and "均" in price.words and price is run[1]
        each = mean or (price is run[1] and price.words.endswith(("单价", "单价为")))
        named = count.unit in units or bool(each and count.unit and not units)
        if not named or count.unit in (*RATIOS, *CURRENCIES) or count.listed or _of_list(count):
            continue
        figures = (price, count, amount)

        test = _amount_of_mean if mean else _amount_of_price
        result = tied(test([one.found.reading for one in figures]), *figures)
        beside = amount.lead == amount.words or amount.lead.lstrip("，、") == amount.words
        sure = beside and AMOUNTS_TO.search(amount.words) and _near_by(*figures)
        if (
            telling(result, ALONE)
            or mended(figures, test, _glance_at_product)
            or (sure and result.verdict == INCONSISTENT and result.message.off >= FAR)
        ):
            yield _with_unit(result, amount)
        return


def _amount_of_mean(readings: Sequence[Reading]) -> Result:
    return product(*map(_bare, readings))


def _amount_of_price(readings: Sequence[Reading]) -> Result:
    price, number, total = map(_bare, readings)
    return product(_as_set(price), number, total)


def _near_by(price: Statement, count: Statement, amount: Statement) -> bool:
    """Whether an amount is not so far off that it must be another one."""
    times = price.value * count.value / amount.value if amount.value else 0
    return any(0.1 <= times * unit <= 10 for unit in (1, 1e4, 1e-4))


def _priced_by(window: Window, price: Statement) -> tuple[str, ...]:
    """The units of what a price is for: 每份12元, 12元/份, 12元一份."""
    each = price.unit.partition("/")[2]
    if not each and (said := price.said["each"]):
        each = said["unit"]
    if not each and (after := ONE_OF.match(window.text, price.found.end)):
        each = after["unit"]
    if not each:
        return ()
    people = each in ("名", "位", "生", *PEOPLE)
    return PEOPLE if people else COUNTED_BY.get(each, (each,))


def _by_each(window: Window, each: Statement) -> list[Result]:
    """发出3.6万单，以每单2.5公斤计，相当于90吨: an amount by what is reckoned for each of a number,
    right between the two.
    """
    by = each.lead.lstrip("，；").startswith(("按", "以"))
    # 按每个泊位2.5米×6米计: how long and how wide each is
    by = by and not TIMES.match(window.text, each.found.end)
    if not by or not SAID["by it"].search(window.after_words(each)):
        return []
    near = {one.number: one for one in window.since(each.number - 1)}
    count, amount = near.get(each.number - 1), near.get(each.number + 1)
    if count is None or amount is None or {count.role, amount.role} != {"level"}:
        return []
    of = _what_for(each)
    if count.sentence != amount.sentence or count.unit not in of.units or worked_out(amount):
        return []
    scale = SMALLER.get((amount.unit, each.unit), 1) if amount.unit != each.unit else 1
    if amount.unit != each.unit and scale == 1:
        return []
    figures = (each, count, amount)

    def test(readings: Sequence[Reading]) -> Result:
        price, number, total = readings
        if total.interval is not None:
            total = replace(total, interval=total.interval * scale, unit=price.unit)
        return product(price, number, total)

    result = tied(test([_nominal(each), count.found.reading, amount.found.reading]), *figures)
    return [result] if fits(result) or result.message.off >= FAR else []


def _dividend(window: Window, one: Statement) -> Iterator[Result]:
    """每10股派发现金红利1.80元，以总股本3624万股为基数，合计派发652.32万元."""
    near = [
        other
        for other in window.since(one.number - NEAR)
        if other.sentence == one.sentence and other is not one and other.role == "level"
    ]
    counts = [other for other in near if other.unit == "股" and other.number != one.number - 1]
    based = [other for other in counts if _is_basis(window, other)]
    amounts = [other for other in near if other.unit in CURRENCIES and PAID.search(other.words)]
    counts = based or [other for other in counts if STOCK.search(other.words)]
    if len(counts) != 1 or len(amounts) != 1:
        return
    figures = (one, counts[0], amounts[0])
    result = tied(_of_ten([each.found.reading for each in figures]), *figures)
    # Of all shares those that were bought back are paid nothing
    if based or fits(result) or mended(figures, _of_ten, _glance_of_ten):
        yield result


def _is_basis(window: Window, count: Statement) -> bool:
    """Whether a number of shares is what a dividend is paid on: 以总股本3624万股为基数."""
    return bool(BY.search(count.lead) and SAID["by it"].search(window.after_words(count)))


def _dividend_before(window: Window, amount: Statement, count: Statement) -> Iterator[Result]:
    """以417500000股为基数，合计派发13360万元, of what an announcement has told before to be paid on
    ten shares.
    """
    if count.unit != "股" or count.sentence != amount.sentence:
        return
    if not _is_basis(window, count) and not STOCK.search(count.words):
        return
    before = [one for one in window.since(count.number - NEAR) if one.number < count.number]
    each = [
        after
        for ten, after in pairwise(before)
        if EACH_TEN.fullmatch(ten.found.phrase) and after.unit == amount.unit
    ]
    if len(each) != 1 or each[0].sentence == amount.sentence:
        return
    if amount.paragraph - each[0].paragraph > PARAGRAPHS:
        return
    figures = (each[0], count, amount)
    result = _of_ten([one.found.reading for one in figures])
    if fits(result) or mended(figures, _of_ten, _glance_of_ten):
        yield tied(result, *figures)


def _of_ten(readings: Sequence[Reading]) -> Result:
    each, count, amount = readings
    each = _as_set(each)
    if each.interval is not None:
        each = replace(each, interval=each.interval / 10)
    return product(each, count, amount)


def _glance_of_ten(numbers: Sequence[tuple[float, float]]) -> bool:
    (each, room), count, amount = numbers
    return quotient([amount, count, (each / 10, room / 10)])


def _floors(window: Window, one: Statement, statements: Sequence[Statement]) -> Iterator[Result]:
    """出让面积5.26公顷，容积率2.4，计容建筑面积12.62万平方米."""
    here = [
        other
        for other in [*window.since(one.number - BESIDE), *statements]
        if other.sentence == one.sentence
        and other.role == "level"
        and other.unit in LANDS
        # 4.82公顷（合72.3亩） is told twice
        and not SAME_AREA.fullmatch(other.lead)
    ]
    here = list(dict.fromkeys(here))
    floors = [other for other in here if FLOORS.search(other.words)]
    lands = [other for other in here if other not in floors and LAND.search(other.words)]
    if not len(floors) == len(lands) == 1 or len(here) > 2 or floors[0].unit == "亩":
        return
    land, ratio = lands[0].found.reading, one.found.reading
    # 容积率 is set, and no rounded number; one from 1.2 to 2.4 is none
    if land.interval is None or not isinstance(ratio.value, Fraction):
        return
    scale = LANDS[lands[0].unit] / LANDS[floors[0].unit]
    meant = replace(land, interval=land.interval * scale)
    result = tied(product(meant, _nominal(one), floors[0].found.reading), lands[0], one, floors[0])
    sure = "计容" in floors[0].words and ratio.qualifier == "rounded"
    if beyond_chance(result, 1) or (sure and not fits(result)):
        yield result  # a ratio of the plots to build on, and not of all land, makes no other floors


def _floor_price(window: Window, one: Statement) -> Iterator[Result]:
    """出让面积43862平方米，容积率2.2，…以6.48亿元竞得，楼面价每平方米6715元: what was paid, over
    the floors that may be built.
    """
    if not FLOOR_PRICE.search(one.words) or FIRST_PRICE.search(one.words):
        return
    near = window.near(one, NEAR)
    ratios = [o for o in near if not o.unit and PLOT.search(o.words)]
    lands = [o for o in near if o.unit in LANDS and LAND.search(o.words)]
    floors = [o for o in near if o.unit in LANDS and FLOORS.search(o.words)]
    paid = [
        o
        for o in near
        if o.unit == one.unit.partition("/")[0]
        and (SOLD_FOR.search(o.words) or SOLD_FOR.match(window.after_words(o)))
    ]
    if len(floors) == len(paid) == 1 and floors[0].unit == "平方米":
        # 规划建筑面积12.05万平方米，以18.92亿元竞得，楼面价15701元
        built = (paid[0], floors[0], one)
        result = _time_average([figure.found.reading for figure in built])
        if beyond_chance(result, 1) or mended(built, _time_average, quotient):
            yield _with_unit(tied(result, *built), one)
        return
    if not len(ratios) == len(lands) == len(paid) == 1 or floors:
        return
    figures = (paid[0], lands[0], ratios[0], one)
    scale = LANDS[lands[0].unit]

    def test(readings: Sequence[Reading]) -> Result:
        total, land, ratio, price = readings
        if land.interval is not None and isinstance(ratio.value, Fraction):
            land = replace(land, interval=land.interval * (scale * ratio.value))
        return average(*map(_bare, (total, land, price)), Fraction(1))

    def glance(numbers: Sequence[tuple[float, float]]) -> bool:
        total, (land, room), (ratio, _), price = numbers
        times = float(scale) * ratio
        return quotient([total, (land * times, room * times), price])

    result = test([figure.found.reading for figure in figures])
    result = result.but(phrases=tuple(figure.found.phrase for figure in figures))
    if fits(result) or mended(figures, test, glance):
        yield _with_unit(tied(result, *figures), one)


def _of_each_hundred(window: Window, one: Statement, said: re.Match[str]) -> Iterator[Result]:
    """营业收入612.48亿元…营业成本523.97亿元，每百元营业收入中的成本为85.55元."""
    before = [
        other
        for other in reversed(window.levels)
        if other.role == "level"
        and other.number < one.number
        and one.paragraph - other.paragraph <= PARAGRAPHS
        and other.unit == one.unit
    ]
    wholes = [other for other in before if other.name.endswith(said["whole"])]
    # 成本 of 营业收入 is 营业成本, and not 销售成本
    called = said["whole"][:2] + said["part"]
    parts = [other for other in before if other.name.endswith((said["part"], called))]
    named = [other for other in parts if other.name.endswith(called)] or parts
    if not wholes or not named or wholes[0].time != named[0].time:
        return
    figures = (named[0], wholes[0], one)
    result = _in_hundred([figure.found.reading for figure in figures])
    if beyond_chance(result, 1) or mended(figures, _in_hundred, _glance_in_hundred):
        yield _with_unit(tied(result, *figures), one)


def _in_hundred(readings: Sequence[Reading]) -> Result:
    return average(*map(_bare, readings), Fraction(100))


def _glance_in_hundred(numbers: Sequence[tuple[float, float]]) -> bool:
    (part, room), *others = numbers
    return quotient([(100 * part, 100 * room), *others])


def _brings(window: Window, one: Statement) -> Iterator[Result]:
    """亩产661.5公斤，每公斤2.78元，亩均产值1839元: what an acre brings."""
    if OUTLAY.search(one.words):
        return
    near = [other for other in window.near(one, SOLD_NEAR) if one.sentence - other.sentence < 2]
    yields = [
        o for o in near if YIELD.search(o.words) or (o.said["each"] or {"unit": ""})["unit"] == "亩"
    ]
    prices = [(o, said["unit"]) for o in near if (said := PRICED.search(o.words))]
    prices = [(o, unit) for o, unit in prices if o.unit == one.unit]
    yields = [o for o in yields if o.unit in ("公斤", "斤", "吨")]
    if len(yields) != 1 or len(prices) != 1 or yields[0].unit != prices[0][1]:
        return
    figures = (yields[0], prices[0][0], one)
    result = tied(product(*(o.found.reading for o in figures)), *figures)
    if fits(result) or mended(figures, lambda r: product(*r), _glance_at_product):
        yield result


def _glance_at_product(numbers: Sequence[tuple[float, float]]) -> bool:
    one, other, told = numbers
    return quotient([told, one, other])


# Averages


def _average(window: Window, one: Statement) -> Iterator[Result]:
    pairs = _pairs(window, one)
    if raised := list(_raised(one, pairs)):
        yield from raised
        return
    if (joined := _told_beside(window, one, pairs)) is not None:
        result = _divided(one, *joined)
        if fits(result) or result.message.off >= FAR:
            yield _with_unit(tied(result, *joined, one), one)
            return
    for i, (total, count) in enumerate(pairs):
        if not _can_be(one, total, count):
            continue
        result = _divided(one, total, count)
        here = len(pairs) == 1 and total.sentence == count.sentence == one.sentence
        if beyond_chance(result, i + 1) or (here and telling(result, ALONE)):
            yield _with_unit(tied(result, total, count, one), one)
            return
        if one.said["price"] and "均" not in one.words:
            readings = _nominal(one), count.found.reading, total.found.reading
            if total.unit == one.unit and beyond_chance(result := product(*readings), i + 1):
                yield tied(result, one, count, total)
                return
    if formed := list(_of_paragraph_before(window, one, alone=not pairs)):
        yield from formed
        return
    yield from _wrong(window, one, pairs)


def _told_beside(window: Window, one: Statement, pairs: list[Pair]) -> Pair | None:
    """The total and the count right before an average that names nothing else: 奖励214名学生，发放
    683.7万元，人均3.19万元; with the count right after it in brackets, the total alone; and an area
    before and what grew on it after: 播种面积151.2万亩，亩产482.9公斤，产量73.02万吨.
    """
    if one.said["no average"] or GIVEN.search(one.words) or EXTREME.search(one.words):
        return None
    here = [
        other
        for other in window.near(one, NEAR)
        if other.sentence == one.sentence
        and not worked_out(other)
        and not TIMES_IT.match(window.text, other.found.end)
    ]
    for total, count in pairs:
        if not _one_time(total, count) or window.worked_out(total, count, one):
            continue
        if YIELD.search(one.words):
            joined = count.number == one.number - 1 and total.number == one.number + 1
            joined = joined and total.sentence == count.sentence == one.sentence
        else:
            # 每次500元 alone is what each costs
            # 来自9664位爱心人士，人均48元: the noun of what was counted stands before it
            lead = one.lead
            if here and here[-1] is count:
                lead = lead.removeprefix(_noun_after(window, count))
            told = RIGHT_AFTER.fullmatch(lead) if MEANT.search(lead) else None
            noun = told["noun"] if told else ""
            own = bool(told) and (
                not noun or bool(OF_ANY.fullmatch(noun)) or noun[-2:] in total.name + total.words
            )
            # 维权37场次，其中全国性9场次，调处纠纷118起，场均3.2起: of all, and of no part
            whole = [other for other in here if not other.within]
            last = ([total, count], [count, total])
            beside = [*here[-2:]] in last or (
                [*whole[-2:]] in last and fits(_divided(one, total, count))
            )
            counted = here[-1:] == [total] and by_it(window, count, one)
            joined = own and (beside or counted) and total.within == count.within
            first = min(total, count, key=lambda other: other.number)
            # 学校58所；巡讲174场，平均每校3场: what ； parts may still be what it is of
            apart = PARTED.search(window.between(first, one))
            joined = joined and (not apart or fits(_divided(one, total, count)))
        joined = joined and (count.unit != "个" or _of_that(window, one, count))
        if not joined or any(_in_list(window, o) or _of_list(o) for o in (total, count)):
            continue
        right = fits(_divided(one, total, count))
        others = [pair for pair in pairs if pair != (total, count) and _can_be(one, *pair)]
        others += [(total, count)] if _of_a_part(window, one, total, count) else []
        if right or (_within_a_slip(one, total, count) and not others):
            return total, count
    return None


def _of_that(window: Window, one: Statement, count: Statement) -> bool:
    """Whether what an average is for, by 个, was counted: 平均一个小时 is of no 十个夜班."""
    noun = one.words.rpartition("个")[2][:1]
    if "个" not in one.words or not noun:
        return True  # 村均, of 268个行政村
    return noun in _noun_after(window, count) + count.name


def _of_list(one: Statement) -> bool:
    """Whether a figure is one of several that have names: 客车100辆、货车25辆."""
    return one.lead.startswith(("、", "和", "及"))


def _one_time(total: Statement, count: Statement) -> bool:
    """Whether what follows in a sentence is of the time that it began with: 去年…."""
    if total.time == count.time:
        return True
    later = max(total, count, key=lambda other: other.number)
    times = {other.time.removesuffix(BEFORE) for other in (total, count)}
    return total.sentence == count.sentence and not later.dates and len(times) == 1


def _within_a_slip(one: Statement, total: Statement, count: Statement) -> bool:
    """Whether an average is not so far off that its total must be another one."""
    scale = float(_times(total, count, one) or 1)
    times = scale * total.value / (count.value * one.value) if count.value and one.value else 0
    return any(WIDE[0] <= times * unit <= WIDE[1] for unit in (1, 1e4, 1e-4))


def _of_paragraph_before(window: Window, one: Statement, alone: bool) -> Iterator[Result]:
    """每千人口护士4.31人: a total beside it, and a count that stands some paragraphs before, or the
    other way round. `alone` tells that its own paragraph has no pair that it could be of.
    """
    of = _what_for(one)
    if not (of.units or of.noun):
        return
    beside = [
        other
        for other in window.near(one, BESIDE)
        if other.sentence >= one.sentence - 1 and not worked_out(other)
    ]
    before = [
        other
        for other in reversed(window.levels)
        if other.role == "level"
        and 0 < one.paragraph - other.paragraph <= PARAGRAPHS
        and not worked_out(other)
    ]
    tried: list[Pair] = []
    # 法人单位6.84万个 is what 平均每个法人单位 is for, before any other
    called = [other for other in before if len(other.name) > 2 and other.name in one.words]
    for counts, totals in (
        (called, beside[::-1]),
        (before, beside[::-1]),
        (beside[::-1], before),
    ):
        for count in counts:
            after = _noun_after(window, count)
            for total in totals:
                if not of.fits(count, total, after) or not _times(total, count, one):
                    continue
                tried.append((total, count))
                result = _divided(one, total, count) if _can_be(one, total, count) else None
                if result is not None and beyond_chance(result, len(tried)):
                    yield _with_unit(tied(result, total, count, one), one)
                    return
    here = [pair for pair in tried if pair[0].sentence == one.sentence]
    apart = [pair for pair in here if alone and _slipped(one, *pair, among=len(tried))]
    if len(apart) == 1 and not GIVEN.search(one.words):
        yield from _missed(one, *apart[0])


def _raised(one: Statement, pairs: list[Pair]) -> Iterator[Result]:
    """发行100股，每股5元，募集500元: a price, where one number and one amount alone are told."""
    price = one.said["price"]
    if len(pairs) != 1 or not price or not SAID["raised"].search(pairs[0][0].lead):
        return
    total, count = pairs[0]
    readings = one.found.reading, count.found.reading, total.found.reading
    result = tied(product(*readings), one, count, total)
    # A price that is a quotient is rounded, though it is printed in whole numbers
    beside = total.sentence == one.sentence and not EXTREME.search(one.words)
    if fits(result) or (beside and price["sure"] and "均" not in one.lead):
        yield result


def _pairs(window: Window, one: Statement) -> list[Pair]:
    """The totals with the counts that an average can be of, the likeliest first."""
    near = [
        other
        for other in window.since(one.number - NEAR)
        if 0 < abs(one.number - other.number) <= NEAR
        and other.paragraph == one.paragraph
        and other.role == "level"
        and other.unit not in RATIOS
        and not worked_out(other)
    ]
    of = _what_for(one)
    counts = [(count, _noun_after(window, count)) for count in near]
    pairs = [
        (total, count)
        for total in near
        for count, after in counts
        if total is not count and of.fits(count, total, after) and _times(total, count, one)
    ]
    noun = one.words.rpartition("均")[2] or one.name

    def unlikely(pair: Pair) -> tuple[bool, bool, bool, int]:
        total, count = pair
        called = bool(noun[:2]) and noun[:2] in total.name
        part = total.within and not count.within
        return not called, total.time != count.time, part, _apart(one, pair)

    return sorted(pairs, key=unlikely)


def _apart(one: Statement, pair: Pair) -> int:
    return sum(abs(one.number - other.number) for other in pair)


class _For:
    """What an average is for each of: of so many of a unit, or of what a name says."""

    def __init__(self, units: tuple[str, ...] = (), noun: str = "") -> None:
        self.units = tuple(by for unit in units for by in COUNTED_BY.get(unit, (unit,)))
        self.noun = noun

    def fits(self, count: Statement, total: Statement, noun: str) -> bool:
        """`noun` is what follows the count: 1973个教学班."""
        if self.units and count.unit in self.units:
            return True
        if not count.unit and any(unit in count.name for unit in self.units):
            return True  # 观影人次96.38万
        if self.noun:
            # 案件涉及劳动者9836人 are no 件
            named = self.noun in count.name and not (self.units and count.unit in PEOPLE)
            return named or self.noun in noun
        return not self.units and count.unit != total.unit


def _what_for(one: Statement) -> _For:
    _, _, each = one.unit.partition("/")
    if HUNDRED_KM.search(one.unit + one.words):
        return _For(("平方公里",))
    if each:
        return _For((each,))
    if many := one.said["each thousand"] or SAID["each ten thousand"].search(one.words):
        noun = many["noun"] or "人"
        return _For(PEOPLE if noun in ("人", "名") else (noun,))
    if match := one.said["each"]:
        unit = match["unit"]
        people = unit in ("名", "位", *PEOPLE)
        # 1973个教学班，平均每班41.2人: a noun may be counted by another word
        return _For(PEOPLE) if people else _For((unit,), unit)
    if match := one.said["each one"]:
        noun = match["unit"]
        people = noun in "人生"
        return _For(PEOPLE if people else (noun,), "" if people else noun)
    if YIELD.search(one.words):
        return _For(("亩", "公顷"))
    if one.words in COUNTS and one.found.phrase.startswith("平均"):
        return _For((one.words,))
    for of, noun in _named(one):
        return _For(of, noun)
    if one.unit in CURRENCIES and one.said["price"]:
        return _For(SOLD) if "均" in one.words else _For()
    return _For()


def _times(total: Statement, count: Statement, one: Statement) -> Fraction | None:
    """By what a total over a count is to be multiplied; None where it is no average in the unit."""
    unit = one.unit.partition("/")[0]
    many = 10**4 if one.said["each ten thousand"] else 1
    many = 10**3 if one.said["each thousand"] else many
    many = 10**2 if HUNDRED_KM.search(one.unit + one.words) else many
    each = one.unit.partition("/")[2] or _each_unit(one)
    if total.unit == unit:
        # 元/公斤 of so many 吨
        smaller = each != count.unit and (count.unit, each) in SMALLER
        return Fraction(many, SMALLER[count.unit, each] if smaller else 1)
    if (total.unit, unit) in SMALLER:
        return Fraction(many * SMALLER[total.unit, unit])
    # 人公里 over 人 are 公里
    carried = total.unit.endswith(unit) and total.unit[: -len(unit)] == count.unit
    return Fraction(many) if carried and unit else None


def _each_unit(one: Statement) -> str:
    said = one.said["each"]
    return said["unit"] if said else ""


def _can_be(one: Statement, total: Statement, count: Statement) -> bool:
    """Whether an average can be right, at a glance."""
    times = _times(total, count, one)
    if not times or not count.value or not total.value:
        return False
    told = float(times) * total.value / count.value
    room = one.room + told * (total.room / total.value + count.room / count.value)
    return abs(told - one.value) <= 1.5 * room + 0.6


def _divided(one: Statement, total: Statement, count: Statement) -> Result:
    readings = total.found.reading, count.found.reading, one.found.reading
    return average(*map(_bare, readings), _times(total, count, one))


@lru_cache(1 << 6)
def _bare(reading: Reading) -> Reading:
    """A figure without its unit."""
    return replace(reading, unit="")


def _with_unit(result: Result, one: Statement) -> Result:
    return result.but(message=replace(result.message, unit=one.unit))


def _wrong(window: Window, one: Statement, pairs: list[Pair]) -> Iterator[Result]:
    """An average that is none of any total and count near to it, and is meant as that of one."""
    of = _what_for(one)
    if GIVEN.search(one.words) and "平均" not in one.words:
        return  # 三人每人交2000元: what each is to give or gets is no average
    if EXTREME.search(one.words):
        return  # 最低价为16.40元/股 is no average
    pairs = [pair for pair in pairs if not window.worked_out(*pair, one)]
    if not (of.units or of.noun) or any(
        _can_be(one, *pair) and fits(_divided(one, *pair)) for pair in pairs
    ):
        return
    pairs = [pair for pair in pairs if not EXTREME.search(pair[0].words)]
    # 其中 leads to a part, which what was told of all is none of
    pairs = [(a, b) for a, b in pairs if a.within == b.within or a.name[:2] == b.name[:2]]
    pairs = [pair for pair in pairs if not _of_a_part(window, one, *pair)]
    # 占总股本402,000,000股的0.32% is but the whole of what was bought
    pairs = [pair for pair in pairs if not any(_is_whole(window, other) for other in pair)]
    pairs = [pair for pair in pairs if not any(_in_list(window, other) for other in pair)]
    groups = [o for o in window.near(one, NEAR, one.unit) if _of_another_group(one, o)]
    # 12000元，三人每人2000元，六人每人1000元: a total of both groups
    pairs = [pair for pair in pairs if all(o.number < pair[0].number for o in groups)]
    if any(_with_more(window, one, *pair) for pair in pairs):
        return
    before = [
        other
        for other in window.near(one, NEAR)
        if other.sentence == one.sentence and not worked_out(other)
    ]
    beside = [pair for pair in pairs if [*before[-2:]] in ([*pair], [*pair[::-1]])]
    counted = [pair for pair in pairs if by_it(window, pair[1], one)]
    of_total = [pair for pair in pairs if pair[0] in before[-1:]]
    of_count = [pair for pair in pairs if pair[1] in before[-1:]]
    alike = [(a, b) for a, b in pairs if a.name[:2] == b.name[:2] and not b.within]
    for some in (beside, counted, pairs if len(pairs) == 1 else alike):
        if len(some) == 1 and _sure_average(one, *some[0]):
            yield from _missed(one, *some[0])
            return
    # Most pairs are a slip apart from nothing, however many are tried
    apart = [pair for pair in pairs if _slipped(one, *pair, among=0)]
    for some in (beside, counted, of_total, of_count, pairs) if apart else ():
        found = [pair for pair in some if pair in apart and _slipped(one, *pair, among=len(some))]
        if len(found) == 1:
            here = all(other.sentence == one.sentence for other in found[0])
            yield from _missed(one, *found[0], SLIPPED if here else FAR)
        if found:
            return


def _of_another_group(one: Statement, other: Statement) -> bool:
    """Whether a sentence tells what each of another group has: 三人每人2000元，六人每人1000元."""
    each = one.said["each"], other.said["each"]
    alike = all(each) and len({said["unit"] for said in each if said}) == 1
    return alike and other.sentence == one.sentence


def _is_whole(window: Window, one: Statement) -> bool:
    """Whether a level is but what something has a share of: 占总股本402,000,000股的0.32%."""
    return bool(HELD.match(window.text, one.found.end)) and "占" in one.words


def _in_list(window: Window, one: Statement) -> bool:
    """Whether a level is one of a list, which an average may be of: 两年分别为30套、40套."""
    around = [other for other in window.since(one.number - 1) if other.unit == one.unit]
    before, after = ({other.number: other for other in around}.get(one.number + i) for i in (-1, 1))
    return (one.listed and before is not None) or (after is not None and after.listed)


def _with_more(window: Window, one: Statement, total: Statement, count: Statement) -> bool:
    """Whether a total has something beside what an average is of: 单价386元，面积1.2万平方米，
    另有移植费62万元，总价525万元.
    """
    beside = [
        other
        for other in window.near(total, NEAR, total.unit)
        if other.sentence == total.sentence and not worked_out(other)
    ]
    scale = float(_times(total, count, one) or 1)
    if not count.value:
        return False
    return any(
        abs(scale * (total.value - other.value) / count.value - one.value)
        <= one.room + scale * (total.room + other.room) / count.value + one.value / 1000
        for other in beside
    )


def _missed(
    one: Statement, total: Statement, count: Statement, least: int = FAR
) -> Iterator[Result]:
    if count.value < SEVERAL_OF or BOTH_OF.search(one.lead):
        return  # 两人均将面临罚款500元: each of them
    if count.unit in CURRENCIES:
        return  # 月工资5800元，小时工资24元，每小时33.33元
    result = _divided(one, total, count)
    if result.verdict == INCONSISTENT and result.message.off >= least:
        yield _with_unit(tied(result, total, count, one), one)


def _of_a_part(window: Window, one: Statement, total: Statement, count: Statement) -> bool:
    """Whether an average names what neither its total nor its count is of: 销售额…，住宅均价."""
    said = SAID["sure average"].search(one.name) or SAID["per"].search(one.name)
    of = EACH_OF.search(one.words)
    if of and of["noun"][:2] not in count.name + _noun_after(window, count):
        return True  # 油茶林38.2万亩，平均每亩采摘面积产油31.5公斤
    if EACH_IS.search(one.words):
        return True  # 87次加价，441.54万元成交，每次均为1.5万元: each is so much
    if DECIDED.search(total.words) and NEW_CASES.search(count.words):
        return True  # 受理纠纷872件；结案标的额7140万元，案均8.6万元
    if BY_WHICH.search(one.words) and not BY_WHICH.search(total.words):
        return True  # 进账88.4万元；73家农家乐平均每家多收1.9万元
    # 全市 alone is no part
    words = SAID["worked out"].sub("", one.name[: said.start()]) if said else ""
    noun = SOLD_AS.sub("", WHOLE.sub("", PLACE.sub("", words)))
    called = total.name + count.name + _noun_after(window, count)
    return len(noun) > 1 and not any(noun[i : i + 2] in called for i in range(len(noun) - 1))


def _noun_after(window: Window, count: Statement) -> str:
    """The noun after a figure: 312名员额法官."""
    after = NOUN.match(window.text, count.found.end)
    return after[0] if after else ""


def _slipped(one: Statement, total: Statement, count: Statement, among: int) -> bool:
    """Whether an average is that of a total and a count, a slip apart, or of one of so many pairs
    `among` which it may be; with 0, whether it is so however likely chance may be.
    """
    times = _times(total, count, one)

    def test(readings: Sequence[Reading]) -> Result:
        return average(*map(_bare, readings), times)

    def glance(numbers: Sequence[tuple[float, float]]) -> bool:
        (value, room), *others = numbers
        scale = float(times) if times else 1.0
        return quotient([(scale * value, scale * room), *others])

    return total.time == count.time and mended((total, count, one), test, glance, among)


def _sure_average(one: Statement, total: Statement, count: Statement) -> bool:
    """Whether an average can be of nothing else: of income a head it can, of a price it can't."""
    if one.said["no average"]:
        return False
    near = one.sentence == total.sentence == count.sentence and total.time == count.time
    of = one.said["average of"]
    named = of is not None and of["noun"] in total.name
    if not near or not (named or one.said["sure average"]):
        return False
    # A slip is one of a digit, or of 万 for 亿; what is further off is another total
    scale = float(_times(total, count, one) or 1)
    times = scale * total.value / (count.value * one.value) if count.value and one.value else 0
    return any(0.1 <= times * unit <= 10 for unit in (1, 1e4, 1e-4))


# Averages of a time


def _lasting(window: Window, one: Statement) -> Iterator[Result]:
    """可售面积296万平方米，月均去化15.9万平方米，去化周期18.6个月: how long a stock lasts."""
    near = [other for other in window.near(one, NEAR) if other.unit not in RATIOS]
    monthly = [
        other for other in near if (said := other.said["each day"]) and said.lastgroup == "month"
    ]
    pairs = [
        (stock, each)
        for each in reversed(monthly)
        for stock in reversed(near)
        if stock.unit == each.unit and stock.value > each.value and not worked_out(stock)
    ]
    for i, (stock, each) in enumerate(pairs):
        figures = (stock, each, one)
        result = _time_average([figure.found.reading for figure in figures])
        alone = len(pairs) == 1 and mended(figures, _time_average, quotient)
        if beyond_chance(result, i + 1) or alone:
            yield _with_unit(tied(result, *figures), one)
            return
    if not monthly:
        yield from _paid_from(window, one, near)


def _paid_from(window: Window, one: Statement, near: list[Statement]) -> Iterator[Result]:
    """全年支出271.9亿元，年末累计结余213.8亿元，可支付9.4个月: by what was paid in the year, or in
    so many months of it.
    """
    flows = [other for other in near if OUTFLOW.search(other.name) and not other.within]
    stocks = [
        other
        for other in near
        if LEFT_IN.search(other.name) and (not flows or other.number > flows[-1].number)
    ]
    if not flows or not stocks or flows[-1].unit != stocks[-1].unit:
        return
    figures = (stocks[-1], flows[-1], one)
    months = _span_of_months(flows[-1].time)

    def test(readings: Sequence[Reading]) -> Result:
        return average(*map(_bare, readings), Fraction(months))

    def glance(numbers: Sequence[tuple[float, float]]) -> bool:
        (value, room), *others = numbers
        return quotient([(months * value, months * room), *others])

    result = test([figure.found.reading for figure in figures])
    words = window.before_words(one)[-LASTS_BACK:] + window.after_words(one)
    sure = len(flows) == 1 and one.found.reading.qualifier == "rounded"
    sure = sure and not OTHER_TIME.search(words) and result.message.off >= FAR
    if telling(result, ALONE) or (sure and mended(figures, test, glance)):
        yield _with_unit(tied(result, *figures), one)


def _span_of_months(time: str) -> int:
    """How many months a time has: 上半年 has six, and a year, or what names none, twelve."""
    if re.fullmatch(r"(?:\d{4}|-)-\d\d", time):
        return 1
    first, last = _months(time)
    return last - first + 1


def _in_time(window: Window, one: Statement) -> Iterator[Result]:
    """日均, 月均 and 年均: a total over the days, months or years of its time."""
    if STAY_COST.search(one.words):
        yield from _of_stay(window, one)
        return
    tried = 0
    units = PEOPLE if one.unit in PEOPLE else (one.unit,)
    totals = [
        total
        for total in reversed(window.near(one, NEAR))
        if total.unit in units and not worked_out(total)
    ]
    for total in totals if one.value else ():
        if total.value <= one.value:
            continue
        for length in _lengths(window, one, total):
            tried += 1
            if not _glance(total, length, one):
                continue
            result = _over_time(total, length, one)
            if beyond_chance(result, tried):
                yield result
                return
    yield from _wrong_in_time(window, one, totals)


def _of_stay(window: Window, one: Statement) -> Iterator[Result]:
    """住院次均费用5872.3元，平均住院日7.9天，日均住院费用743.3元: what a stay costs."""
    near = [o for o in window.since(one.number - BESIDE) if o.role == "level" and o is not one]
    here = [o for o in near if o.paragraph == one.paragraph and one.sentence - o.sentence < 2]
    stays = [o for o in here if o.unit == "天" and STAY.search(o.words)]
    costs = [o for o in here if o.unit == one.unit and EACH_STAY.search(o.words)]
    costs = [o for o in costs if not o.said["each day"]]
    if len(stays) == len(costs) == 1:
        figures = (costs[0], stays[0], one)
        result = _time_average([figure.found.reading for figure in figures])
        yield _with_unit(tied(result, *figures), one)


def _glance(total: Statement, length: Statement, one: Statement) -> bool:
    """Whether an average of a time can be right, at a glance."""
    apart = abs(total.value / length.value - one.value)
    return apart <= 2 * one.room + total.room / length.value + 0.6


def _over_time(total: Statement, length: Statement, one: Statement) -> Result:
    figures = (total, length, one)
    result = _time_average([figure.found.reading for figure in figures])
    if length.found.phrase:
        result = tied(result, *figures)
    else:
        result = tied(result.but(phrases=(total.found.phrase, one.found.phrase)), total, one)
    return _with_unit(result, one)


def _time_average(readings: Sequence[Reading]) -> Result:
    return average(*map(_bare, readings), Fraction(1))


def _wrong_in_time(window: Window, one: Statement, totals: list[Statement]) -> Iterator[Result]:
    """An average of the one total and the one time of its sentence, a slip apart."""
    totals = [total for total in totals if total.sentence == one.sentence]
    if len(totals) != 1 or totals[0].role != "level" or totals[0].within:
        return
    lengths = _lengths(window, one, totals[0])
    told = [length for length in lengths if length.found.phrase]
    lengths = told or lengths
    year = not told and len(lengths) == 2 and WHOLE_YEAR.search(window.before_words(totals[0]))
    if len(lengths) != 1 and not year:
        return
    if year:
        # 全年…，日均…: of 365 or of 366 days
        passed = [length for length in lengths if fits(_over_time(totals[0], length, one))]
        figures = (totals[0], lengths[0], one)
        if not passed and (mended(figures, _time_average, quotient) or _right_over(*figures)):
            yield _over_time(*figures)
        return
    figures = (totals[0], lengths[0], one)
    beside = not told or _told_here(window, told[0], one)
    start = lengths[0].found.start
    lasted = told and LASTED.search(window.text[max(0, start - BESIDE) : start])
    if not beside and not lasted:
        return
    sure = beside and lasted and _right_over(*figures)
    # 三年投入2.7亿元，年均9000万元: in so few digits that chance could be right
    sure = sure or (DAILY.fullmatch(one.lead) is not None and fits(_over_time(*figures)))
    if sure or mended(figures, _time_average, quotient) or (not told and _over_others(*figures)):
        yield _over_time(*figures)


def _told_here(window: Window, length: Statement, one: Statement) -> bool:
    """Whether a length of time is told in the sentence of an average, before it or in brackets."""
    after = length.found.start > one.found.start
    return after or length.found.phrase in window.before_words(one)


def _right_over(total: Statement, length: Statement, one: Statement) -> bool:
    """Whether an average right after the total of a time that its sentence tells can be of no
    other: 假期8天，接待1206.4万人次，日均150.8万人次. What is further off is another total.
    """
    result = _time_average([figure.found.reading for figure in (total, length, one)])
    far = total.value / (length.value * one.value) if one.value else 0
    right_after = one.number == total.number + 1 + len(total.told)
    near = any(0.1 <= far * unit <= 10 for unit in (1, 1e4, 1e-4))
    alone = DAILY.fullmatch(one.lead) is not None
    return right_after and near and alone and result.message.off >= FAR


def _over_others(total: Statement, length: Statement, one: Statement) -> bool:
    """Whether an average over the years of a period is one over fewer or more: 2015年至2023年投入
    48.37万元，年均9.67万元. 2018年至2023年 may be five years, as they pass.
    """
    if not one.said["each day"] or one.said["each day"].lastgroup != "year":
        return False
    passed = _time(max(1, int(length.value) - 1), one)
    others = (_time(number, one) for number in range(2, MOST_YEARS + 1))
    apart = not any(fits(_over_time(total, time, one)) for time in (length, passed))
    return apart and any(beyond_chance(_over_time(total, time, one), MOST_YEARS) for time in others)


def _time(number: int, one: Statement, found: Found | None = None) -> Statement:
    """A length of time as a figure: one that the text has, or that follows from a time."""
    value, phrase = Fraction(number), found.phrase if found else ""
    reading = Reading(phrase or str(number), "quantity", value, Interval.point(value), "", "exact")
    found = (found or one.found)._replace(phrase=phrase, reading=reading)
    return Statement(found, one.number, one.paragraph, "length", "", "", "")


def _named_times(window: Window, one: Statement, unit: str) -> list[Statement]:
    """The lengths of time that the words before an average tell, the nearest first."""
    start, end = max(0, one.found.start - DAYS_BACK), one.found.start
    times = []
    if window.text[one.found.end : one.found.end + 1] in ("（", "("):
        end = one.found.end + ASIDE  # 平均每天1268通（2023年365天，全年无休）
    for match in LENGTHS[unit].finditer(window.text, start, end):
        try:
            number = read(match[0]).value
        except ReadingError:
            continue  # 五八天
        if isinstance(number, Fraction) and number.denominator == 1 and number > 1:
            place = Found(one.sentence, *match.span(), match[0], one.found.reading)
            times.append(_time(int(number), one, place))
    return times[:-3:-1]


def _lengths(window: Window, one: Statement, total: Statement) -> list[Statement]:
    """How many days, months or years the time of a total may have."""
    said = one.said["each day"]
    unit = said.lastgroup if said else ""
    named = _named_times(window, one, unit) if unit else []
    counted: list[int] = []
    years = re.search(r"^(\d{4})[\d-]*/(\d{4})", total.time)
    if unit == "day":
        counted = _days(total.time)
    elif unit == "year" and years:
        counted = [int(years[2]) - int(years[1]) + 1]
    elif unit == "month":
        months = _months(total.time)
        counted = [months[1] - months[0] + 1]
    return [*named, *(_time(number, one) for number in counted)]


def _months(time: str) -> tuple[int, int]:
    """The first and the last month of a time within a year."""
    found = re.fullmatch(r"(?:\d{4}|-)-(\d\d)/(?:\d{4}|-)-(\d\d)", time)
    return (int(found[1]), int(found[2])) if found else (1, 12)


def _days(time: str) -> list[int]:
    """How many days a time can have: a year, or from one month to another."""
    named = re.match(r"\d{4}", time)
    years = [int(named[0])] if named else [2023, 2024]
    if month := re.fullmatch(r"(?:\d{4}|-)-(\d\d)", time):
        first = last = int(month[1])
    else:
        first, last = _months(time)
    if not 1 <= first <= last <= 12:
        return []
    return [
        sum(calendar.monthrange(year, month)[1] for month in range(first, last + 1))
        for year in years
    ]
