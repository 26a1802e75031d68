"""Growths that follow from others: that of a price from those of an amount and a number, and that
of a sum over all years from what this year added to it.

进口1286吨，增长14.6%，货值6843万元，增长21.3%，均价上涨5.8%: the rates alone tell, whatever the
levels are. 缴存额231.7亿元，
缴存总额1986.4亿元，比上年末增加13.2%: the sum was less by what was paid in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from heshu import equations
from heshu.forming.slips import mended, quotient
from heshu.forming.window import Window, beyond_chance, fits, telling, tied
from heshu.reading import CURRENCIES, RATIOS, Reading
from heshu.relations import Result
from heshu.statements import CLAUSE, Statement

# The three rates stand so near to each other, counted in figures
NEAR = 8
# How strong the test of the only three must be that their names tell
ALONE = Fraction(9, 10)
# By so many units of its last place a real growth must miss to be another than words tell
FAR = 5
# What an amount over a number is: a price, or what grew on an acre
PRICE = re.compile("均价|单价|(?<!消费)价格$|人均(?:旅游)?(?:花费|消费)$|(?P<acre>[亩单]产)")
AMOUNT = re.compile(
    "[总货][值额价]|金额|价值|(?:出口|进口|销售|成交|贸易)[值额]|收入|(?P<acre>产量|总产)"
)
NUMBER = re.compile("数量|面积|(?:出口|进口|销售|成交|交易|业务)?(?<!产)量$")
# Of what amount a price is, and what grew on an acre
OF = {"price": "amount", "yield": "harvest"}
A_HEAD = re.compile("人均(?:旅游)?(?:花费|消费)$")
# What is real of a growth, and what is no more than that prices rose
REAL = re.compile("实际$")
INFLATION = re.compile("(?:消费价格|物价|CPI)(?:总?水平|总?指数)?(?:同比|比上年)?$")
# A sum of all years, and what a year adds to it
ALL_YEARS = re.compile("(缴存|归集|提取)总额$")
YEAR_BEFORE = re.compile("^(?:上年末?|去年末?|上年底|年初)$")


# The roles of figures one of which a sentence must have for this to form anything
NEEDED = frozenset(("rate",))


def form(window: Window, statements: list[Statement]) -> Iterator[Result]:
    all_rates = [one for one in statements if one.role == "rate" and one.unit == "%"]
    rates = [one for one in all_rates if not one.worked]
    if len(all_rates) > 2:
        yield from _real(all_rates)
    if len(rates) > 2:
        yield from _prices(rates)
    for rate in rates:
        if rate.of is not None and (said := ALL_YEARS.search(rate.of.name)):
            yield from _of_all_years(window, rate.of, said[1], rate)


def _kind(rate: Statement) -> str:
    """Whether a rate is that of a price, an amount or a number, or of what grew on an acre and on
    all; "" where nothing tells.
    """
    level = rate.of
    # 平均单价下跌9.6% has a name of its own
    words = CLAUSE.split(rate.lead)[-1]
    name = words if level is None else level.name
    if price := PRICE.search(name):
        return "yield" if price["acre"] else "price"
    if level is not None and level.role == "level" and "产" not in name:
        if level.unit in CURRENCIES:
            return "amount"
        return "number" if level.unit not in RATIOS else ""
    if amount := AMOUNT.search(name):
        return "harvest" if amount["acre"] else "amount"
    return "number" if NUMBER.search(name) else ""


def _prices(rates: list[Statement]) -> Iterator[Result]:
    kinds = [(one, _kind(one)) for one in rates]
    prices = [(one, kind) for one, kind in kinds if kind in OF]
    if len(prices) != 1:
        return
    price, sort = prices[0]
    near = [(one, kind) for one, kind in kinds if abs(one.number - price.number) <= NEAR]
    amounts = [one for one, kind in near if kind == OF[sort]]
    numbers = [one for one, kind in near if kind == "number"]
    for amount in amounts:
        for number in numbers:
            figures = (amount, number, price)
            fallen = tuple(one.falling for one in figures)
            result = _growth(fallen, [one.found.reading for one in figures])
            alone = len(amounts) == len(numbers) == 1
            test, glance = partial(_growth, fallen), partial(_glance, fallen)
            per_head = alone and A_HEAD.search(price.of.name if price.of else price.lead)
            sure = telling(result, ALONE) if alone else beyond_chance(result, len(near))
            if sure or (per_head and fits(result)):
                yield tied(result, *figures)
                return
            if alone and mended(figures, test, glance):
                yield tied(result, *figures)


def _real(rates: list[Statement]) -> Iterator[Result]:
    """收入43628元，名义增长6.1%；居民消费价格上涨0.6%，扣除价格因素，实际增长5.5%, as a price
    grows that is an amount over a number.
    """
    inflation = [one for one in rates if INFLATION.search(one.lead)]
    reals = [one for one in rates if REAL.search(one.lead) and one not in inflation]
    if len(inflation) != 1 or len(reals) != 1:
        return
    before = [one for one in rates if one.number < reals[0].number and one not in inflation]
    if not before or before[-1].of is None or before[-1].of.unit not in CURRENCIES:
        return
    # 工业增加值实际增长6% is of another amount
    if "扣除" not in reals[0].lead + inflation[0].lead:
        return
    figures = (before[-1], inflation[0], reals[0])
    fallen = tuple(one.falling for one in figures)
    result = _growth(fallen, [one.found.reading for one in figures])
    # The prices of those in towns, say, may have risen by a few tenths more
    if fits(result) or result.message.off >= FAR:
        yield tied(result, *figures)


def _growth(fallen: tuple[bool, ...], readings: Sequence[Reading]) -> Result:
    amount, number, price = readings
    return equations.grown_price(amount, number, price, fallen)


def _glance(fallen: tuple[bool, ...], numbers: Sequence[tuple[float, float]]) -> bool:
    times = [
        100 - value if fell else 100 + value
        for (value, _), fell in zip(numbers, fallen, strict=True)
    ]
    rooms = [room for _, room in numbers]
    return quotient([(100 * times[0], 100 * rooms[0]), (times[1], rooms[1]), (times[2], rooms[2])])


def _of_all_years(window: Window, level: Statement, noun: str, rate: Statement) -> Iterator[Result]:
    """缴存总额, of which the 缴存额 of the year was told before."""
    flows = [one for one in window.before(level, level.unit) if one.name.endswith(f"{noun}额")]
    if not flows or level.paragraph - flows[0].paragraph > 1 or not YEAR_BEFORE.match(rate.base):
        return
    figures = (level, flows[0], rate)
    result = _sum([one.found.reading for one in figures])
    if beyond_chance(result, 1) or mended(figures, _sum, _near_sum):
        yield tied(result, *figures)


def _sum(readings: Sequence[Reading]) -> Result:
    total, added, told = readings
    return equations.change(total, added, told, falling=False)


def _near_sum(numbers: Sequence[tuple[float, float]]) -> bool:
    (total, wide), (added, room), told = numbers
    return quotient([(100 * added, 100 * room), (total - added, wide + room), told])
