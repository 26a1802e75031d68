"""Figures in running text: where each stands, what it prints, and nothing that isn't one.

Precision comes before recall. A figure needs a unit, a date's or an ordinal's form, or a
place in the sentence that leaves no doubt. What a careful reader passes over is passed over:

- names: anything in short quotation marks or, dates apart, in book-title marks, the slogans
  and terms of NAMES, and numbers that belong to letters (U40, 5G, A380);
- the indefinite 一 (一个新时代, 一条道路) unless something qualifies it, a bare 百 or 千
  (百家争鸣), and 二 before a measure word, which counts with 两 (二期工程, 二次创业);
- Chinese numerals before measure words that make names of them (三门峡, 十九届, 二元结构);
- a unit that is only the beginning of a longer word (300人民币, 90年代, 3名单);
- references (第11条) and times of day (8时32分, 8点30分);
- whole numbers before a word that is no known unit, since 12345热线 can't be told from 5筐.

What has the form of a figure but no certain reading (三七家, 5、6家, 翻了3倍, 2.5筐) is found too,
with the kind unreadable and no interval: it is never passed over in silence.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from heshu import reading
from heshu.reading import (
    AFTER,
    AFTER_GE,
    ARABIC,
    BEFORE,
    FALLS,
    MORE,
    NUMBER,
    NUMERALS,
    RATIOS,
    RISES,
    SPACE,
    TO,
    UNIT,
    UNITS,
    VERB,
    Reading,
    ReadingError,
    read,
)


class Sentence(NamedTuple):
    """A sentence's place: its number in the text and in its paragraph, and its offsets.

    Numbers count from 1. A heading, which ends without punctuation, belongs to no paragraph:
    its `paragraph` is 0.
    """

    number: int
    paragraph: int
    within: int
    start: int
    end: int


class Found(NamedTuple):
    """A figure in a text: the number of its sentence, its offsets, its phrase and its reading."""

    sentence: int
    start: int
    end: int
    phrase: str
    reading: Reading


# A line's end, or the two wide spaces that indent a paragraph where the lines' ends are lost
BREAK = re.compile(r"\n|\r|　　")
STOP = re.compile(r"[。！？!?]+[”’」』）)]*")
INK = re.compile(r"\S")


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, one at a time, ended by 。！？ or by the paragraph's end."""
    number = paragraph = 0
    for start, end in _blocks(text):
        heading = text[end - 1] not in "。！？!?；;：:，,…”’」』）)" and not any(
            text.find(mark, start, end) >= 0 for mark in "。：；"
        )
        paragraph += not heading
        within = 0
        while start < end:
            stop = STOP.search(text, start, end)
            close = stop.end() if stop else end
            if first := INK.search(text, start, close):
                number, within = number + 1, within + 1
                yield Sentence(number, 0 if heading else paragraph, within, first.start(), close)
            start = close


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs and headings begin and end, without the white space around them."""
    start, length = 0, len(text)
    while start < length:
        cut = BREAK.search(text, start)
        end = cut.start() if cut else length
        if first := INK.search(text, start, end):
            last = end
            while text[last - 1].isspace():
                last -= 1
            yield first.start(), last
        start = cut.end() if cut else length


# What makes a measure word the beginning of another word
LONGER = {
    "年": "级|代|轻|龄|味|画|货|计划|行动|规划|制|义务|历史|的历史",
    "周": "边|期|年|围|末|转|刊|报",
    "天": "津|然|气|猫|下|空|河|山",
    "秒": "级|表|杀",
    "分钟": "级",
    "小时": "级|工",
    "倍": "增|率|速|数",
    "人": "民|大|才|力|员|口|均|物|工|类|格|社|寿|行|大代表|居",
    "家": "庭|长|园|居|电|具|族|政|渠|乡|属|底",
    "个": "人(?!次|工|[^，。；、]{0,3}[参获])|体|性|税(?!种)|股|别|基点",
    "名": "单|录|牌|义|额|称|列|校|企|优|城|镇|胜",
    "位": "数|置|于|列|居|次|一体|值",
    "件": "套",
    "项": "目标|规定",
    "条": "例|件|款|约|线",
    "种": "植|子|业|质|源",
    "类": "型|别|似|股|地区",
    "部": "门|委|分|队|长|署|曲|件",
    "本": "市|省|区|地|次|年|月|科|级|报|届|轮|土|身|质|条|国|金|息|色",
    "字": "头|形|样|经",
    "张": "家|江|北",
    "片": "区|面|段",
    "块": "钱|头",
    "台": "湾|风|州|阶|山|河|县|区|账|商|胞|北|中|南",
    "列": "为|入|车|举|支|席|出|表",
    "班": "子|组|车|级|次|主",
    "批": "准|复|发|评|示|改|量|办|捕|文|次(?!次)",
    "次": "元|方|数|产业|日|序|要|于|贷|新|区域|高|生|年|月|级",
    "场": "所|景|地|馆|面|域|站|均",
    "期": "间|货|权|限|待|望|末|初|刊|工程|项目",
    "轮": "换|船|胎|流|岗|廓|值|训|椅|毂",
    "处": "理|于|级|长|置|罚|分|境|在|女",
    "座": "谈|位|标|椅|舱",
    "间": "接|隔|距|谍|断|歇",
    "层": "级|面|次|出",
    "所": "有|谓|以|得|在|属|需|长|能",
    "站": "点|位|长|台|在|稳|立",
    "门": "户|类|店|槛|票|诊|前|口|禁|峡|头",
    "组": "织|建|成|合|长|团|装",
    "对": "于|接|外|口|标|比|内|象|照|应|策|中|美|华|俄|欧|方|此|其|我|重|企|全|该",
    "双": "方|向|边|重|创|百|碳|语|一流|休|循",
    "队": "伍|员|长|友",
    "支": "持|付|撑|出|行|部|援|局|柱|队(?!伍)",
    "首": "先|次|个|批|家|届|都|位|席|发|创|店|府|要|付|领|套|期",
    "例": "如|外|会|子|行",
    "起": "来|到|步|草|点|航|义|诉|码|始|源|初|重|降|伏|薪|施|实|执|正|将|全|开|在|，|至|就|每",
    "笔": "者|试|记|画|下",
    "单": "位|独|个|元|一|价|日|月|季|边|向|品|打|纯|车|笔|户|体|项|晶|机",
    "股": "份|东|权|票|市|价|指|民|改|本|息",
    "床": "位(?!.)|垫|单",
    "口": "径|岸|号|碑|头|罩|岛|腔|味|感",
    "根": "据|本|源|治|植|基",
    "面": "向|对|积|临|板|试|料|粉|貌|世|上|议|值|前|的",
    "吨": "级|位",
    "克": "服|隆|拉|里|勒|什",
    "米": "级|线|粉|兰|其|字",
    "升": "级|至|到|高|温|值|学|降|任|幅|旗",
    "亩": "均|产",
    "度": "过|假|的|以|和|、|，|来|与|内|报|末|计|预|全|财|工|绩|电价|考|总",
    "瓦": "房|斯|片|工|解",
    "岁": "月|末",
    "分": "别|析|布|享|为|会|行|公|部|之|类|级|工|散|层|期|批|步|配|管|支|数线|区|钟|阶|两|三|成"
    "|年|论|院",
    "元": "素|旦|宇|首|件|器|老|月|代|朝|宵|年|气|帅|勋|谋|阳|培",
    "镇": "江|海|痛|静|政府|党委|长|域",
    "村": "民|委|庄|级|支|里|落|镇|史|长|规",
    "县": "级|城|域|长|委|政府|处",
    "版": "权|图|面|块|本|画|税",
    "km": "[A-Za-z]",
    "kg": "[A-Za-z]",
}


def _measured(unit: str) -> str:
    longer = LONGER.get(unit)
    return re.escape(unit) + (f"(?!{longer})" if longer else "")


UNIT_IN_TEXT = (
    rf"(?:个(?={AFTER_GE.replace(' ', '|')}))?(?:"
    + "|".join(_measured(unit) for unit in sorted(UNITS, key=len, reverse=True))
    + r"|％|百分点)(?:人民币)?"
)

# Terms and slogans whose numerals count nothing that the text says
NAMES = (
    r"“[^“”。]{1,12}”|「[^「」。]{1,12}」|‘[^‘’。]{1,12}’"
    r"|[一二三四五六七八九十两]个(?:维护|确立|意识|自信|全面|代表|一百年|毫不动摇|务必|结合|文明|"
    r"明确|统筹|坚持|面向|倡议|一|革命|伟大|必须|时代|中心任务|没有变|不变|凡是|基本)"
    r"|[一二三四五六七八九十]项(?:规定|禁令|原则|基本)|三次产业"
    r"|[一二三]次(?:创业|元|函数|污染|分配|供水|能源)"
    r"|两位数|[一二三四五六七八九]位数|三位一体|五位一体|第?[一二三四五六七八九十]{1,3}个五年(?:规划|计划)"
    r"|五台山|三只松鼠|三件套|三天两头|三年五载|三家分晋|三个和尚|两条腿|一家人|一站式|一次性|一条龙"
    r"|一条心|一家三口|[一二三四]口之家|百分百|十年树木|万件|个个|三个月大|两张皮|两张网|十个指头"
    r"|两个轮子|二人转|二人台|三人成虎|三人行|四人帮|两级政府"
    rf"|(?<![0-9{NUMERALS}])(?:[0-9]{{1,2}}|[{NUMERALS}十]{{1,3}})[点时]"
    rf"(?:(?:[0-9]{{1,2}}|[{NUMERALS}十]{{1,3}})分(?!之)|半|整|许)"
)

# A number's left neighbour must not be a part of the same number, name or code
ALONE = (
    rf"(?<![A-Za-zＡ-Ｚａ-ｚ0-9０-９.．/_+·#＃\-－−{NUMERALS}十百千万亿第几图])"
    r"(?<!(?<!代)表)"
    r"(?<![0-9０-９][:：时点,，])"
)
HAN = r"\u4e00-\u9fff"
RATED = r"(?:[%％‰]|个?百分点)"
MINUS = (
    rf"(?<![A-Za-z0-9０-９)）%％年月日\-－−])[-−－](?={ARABIC}{RATED})"
    rf"|(?<!正)负(?={NUMBER}{RATED})|(?<=[{HAN}][+＋])(?={ARABIC}{RATED})"
)
ONE_CHARACTER_VERBS = r"(?<![新倍递激])增|(?<![毫公])升|涨|(?<![削递缩])减|降|跌"
LONG_VERBS = "|".join(verb for verb in RISES + FALLS if len(verb) > 1)
RATIO = rf"(?:{'|'.join(RATIOS.split())}|％|百分点|分之|成)"
SURE_BEFORE = "|".join(
    # 节约100万元 and 最近三年 hold no qualifier
    {
        "约": "(?<![节契公条签特预违简制])(?<!(?<!复)合)约",
        "近": "(?<![最附接临邻靠亲远贴])近",
        "超": "(?<![赶反])超",
    }.get(word, word)
    for word in BEFORE.split("|")
)
LEAD = (
    rf"(?:(?:{LONG_VERBS})了?"
    rf"|(?:{ONE_CHARACTER_VERBS})了?(?=(?:{BEFORE})?{NUMBER}(?:{MORE})?{RATIO}))?"
    rf"(?:{SURE_BEFORE})?(?:平均)?(?:人民币)?"
)
NO_TAIL = "元|样|种|个|次|方|项|家|年|层|维|功|媒|地|边|点|部|数|云|式"
TAIL = rf"(?:多(?!{NO_TAIL})|余(?!额|地|热|杭|姚|家|年))?"
BEYOND = rf"(?:(?:{AFTER})(?!游|级|联|班|文|车|午|[可多昌诺愿]))?"
TENTHS = r"成(?![为立果员本长功就熟型份都品绩绩语分交不群])"
SINCE = r"(?:(?<=[年月周天时])来(?!自|到|源|说|看|临|访|华|往|电|料))?"


def _plain(pattern: re.Pattern) -> str:
    """A pattern of `figures` without its names, to stand beside others."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern)


PERIOD = f"{ALONE}(?:{_plain(reading.YEARS)}|{_plain(reading.MONTHS)}|{_plain(reading.QUARTERS)})"
DATE = (
    rf"{ALONE}(?:{_plain(reading.DATE)}|{_plain(reading.ISO)}(?![0-9-]))(?!代|级|轻|历史|的历史|来)"
)
WHEN = re.compile(f"{PERIOD}|{DATE}")
CLOSE = r"(?=[，。；、！？,;)）\s]|[：:](?![0-9０-９])|\Z)"
REACHED = "(?:(?<=达)|(?<=达到)|(?<=[增升降减]至)|(?<=[加高升长降少]到)|(?<=[加高升长降少]至))"

POINTED = rf"[0-9０-９]+[.．](?!0[{HAN}])[0-9０-９]+"
SHORT = rf"(?:[0-9０-９]{{1,4}}|[{NUMERALS}十]{{1,3}})"

_NUMERAL = f"0-9０-９{NUMERALS}十百千万亿"
_WORDS = [*RISES, *FALLS, *BEFORE.split("|"), "连续", "平均", "人民币"]
_LEADING = "".join(sorted(set("".join(_WORDS) + "了")))

# Most figures have one of two forms, and nothing about them that another form could want: these
# are tried before all others, which would find the same. Neither ends before what could go on
# with it: a second number, a qualifier, a range or half a unit more.
_GOES_ON = rf"{_NUMERAL}—–―~～－\-至到多余来及以左上下许半钱"
PLAIN = (
    rf"(?:连续)?{LEAD}{ALONE}[0-9]{{1,9}}+(?:[.][0-9]{{1,9}}+)?+[万亿]{{0,2}}+"
    rf"(?![年季版{_GOES_ON}])(?>{UNIT_IN_TEXT})(?![{_GOES_ON}])"
    rf"|{ALONE}[12][0-9]{{3}}年(?:{reading.MONTH}(?![份底末]))?(?![{_GOES_ON}前第底末代级轻历的])"
)

# Looks ahead that spare a form where it can't be: at its first character, at what follows a
# word and a number, and at what follows a unit
IS_NUMBER = f"(?=[{_NUMERAL}半])"
IS_DATE = f"(?=[{_NUMERAL}今本当去前明同次上下第年])"
IS_FRACTION = (
    rf"(?=[{_NUMERAL}{_LEADING}点.．,{reading.GAPS}]{{0,40}}+[{_NUMERAL}{_LEADING}点.．,分成半])"
)
IS_RANGE = f"(?=[{''.join(sorted({*''.join(UNITS), *'人民币％百分点成多余'}))}]{{0,12}}+{TO})"

# In the order in which they are tried at each place, the longer before the shorter
FORMS = {
    "plain": PLAIN,
    "name": NAMES,
    "title": "《[^《》]{1,60}》",
    "period": IS_DATE + PERIOD,
    "date": IS_DATE + DATE,
    "version": IS_NUMBER + ALONE + _plain(reading.VERSION),
    "halves": rf"{IS_NUMBER}(?:{ALONE}{NUMBER}(?:个半(?:月|小时|星期)|(?:年|小时)半)"
    r"|(?<![上下前后大小多一每])半(?:年|个月|小时|个小时))(?!报|度|线|径)",
    "fraction": rf"{IS_FRACTION}{LEAD}{ALONE}(?:{NUMBER}分之{NUMBER}|{NUMBER}(?:成[五半]|{TENTHS})"
    rf"|一半|半数)(?:多(?!数))?{BEYOND}",
    "range": rf"{LEAD}(?<![从由自]){ALONE}{NUMBER}{IS_RANGE}[多余]?(?P<own>{UNIT_IN_TEXT}|成)?"
    rf"{TO}{NUMBER}[多余]?(?(own)(?P=own)|(?:{UNIT_IN_TEXT}|{TENTHS}))(?:左右|上下)?",
    "to": rf"(?:{LONG_VERBS}|增|升|降)[到至](?:{BEFORE})?{NUMBER}(?:{MORE})?倍{TAIL}{BEYOND}"
    rf"|翻了?(?:{BEFORE})?(?:[1-9一二两三四五六]?番(?!半)|一?倍|{NUMBER}倍){TAIL}{BEYOND}",
    "ordinal": rf"第{NUMBER}(?:(?![条款章节项])(?:{reading.ORDINAL_UNIT}))"
    r"(?!课堂|线|户|个五年|时间)"
    rf"|(?<=[列居名国省市区球洲界])第{NUMBER}{CLOSE}",
    "first": r"(?:全国)?首(?:个|批|次|家|届)",
    "vague": rf"(?<![第新这那下上每首同后前分])一批(?!次|复)|一系列"
    rf"|(?:[几数上][十百千万亿]{{1,3}}|[一二三四五六七八九]?[十百]几[万亿]{{0,2}})[余多]?(?:{UNIT_IN_TEXT})",
    "either": rf"{IS_NUMBER}(?:(?<=[^\s])|(?=[12][0-9]{{3}})){ALONE}{SHORT}(?:、{SHORT})+"
    rf"(?:{UNIT_IN_TEXT}|[年月日])",
    "coins": rf"{IS_NUMBER}{ALONE}(?:(?:{NUMBER}元)?{SHORT}角{SHORT}分钱?|{NUMBER}[角分毛块]钱)",
    "quantity": rf"(?:连续)?{LEAD}(?:{MINUS}|{ALONE}){NUMBER}(?:{MORE})?"
    rf"{UNIT_IN_TEXT}{TAIL}{BEYOND}{SINCE}",
    "bare": rf"{LEAD}{ALONE}{ARABIC}(?:[百千]?[万亿]{{1,2}}|{MORE}){CLOSE}"
    rf"|{REACHED}{ALONE}{ARABIC}{CLOSE}"
    rf"|(?<=[由从]){ALONE}{ARABIC}(?=[增提上下降减扩升跃])",
    # A decimal, 万, 多 or a qualifier says that a word which is no known unit is counted
    "unknown": rf"(?<=[^\s])(?:{LEAD}{ALONE}(?:{POINTED}[百千]?[万亿]{{0,2}}"
    rf"|{ARABIC}(?:[百千]?[万亿]{{1,2}}|{MORE}))|(?:{SURE_BEFORE}){ALONE}{ARABIC})(?=[{HAN}])",
}
# Most characters can't begin any of them, which a look at the next ones tells: a word that
# leads to a number is followed by a number, after few characters
FIRST = (
    rf"(?=[{_NUMERAL}{_LEADING}“「‘《半翻\-−－负第几数上下前年首全今本当去明同次个])(?="
    rf"[{_NUMERAL}“「‘《半翻]"
    rf"|(?>{'|'.join(_WORDS)})[{_LEADING}]{{0,14}}+[-−－负{_NUMERAL}半]"
    rf"|[-−－负第几数上前][{_NUMERAL}]|{reading.THIS}|[上下]半年|年底|首|全国首|一系列|个个)"
)
SCAN = re.compile(FIRST + "(?:" + "|".join(f"(?P<{k}>{form})" for k, form in FORMS.items()) + ")")

# Phrases of the right form that count nothing all the same
ORDINARY = f"(?!批$|季度$|{'|'.join(RATIOS.split())})(?:{UNIT})"
NAMING = (
    "元|分|部|门|口|头|面|匹|期|届|层|组|双|对|卷|集|队|度|点|字|首|只|尾|股|席|斤|本|页|级|县|镇"
)
UNCOUNTED = re.compile(
    rf"(?:{VERB})?(?:[一二]{ORDINARY}|一一{ORDINARY}|零(?:{UNIT})|[百千万亿]+(?:{UNIT}))|{reading.THIS}"
    rf"|[{NUMERALS}十百千、]+(?:{NAMING})"
    r"|(?:[一二三四五六七八九]|一?十)(?:村|站|列|班|起|单|道|部|片|床|根|版|例)"
)


@lru_cache(maxsize=1 << 12)
def _figure(phrase: str) -> Reading | None:
    if UNCOUNTED.fullmatch(phrase):
        return None
    try:
        return read(phrase)
    except ReadingError:
        return _unreadable(phrase)


def _unreadable(phrase: str) -> Reading:
    return Reading(phrase, "unreadable", None, None, "", "")


def find(text: str) -> Iterator[Found]:
    """Every figure of a text, in its order, the longest phrase at each place.

    One pass of one pattern, sentence by sentence, so that time is linear in the text and the
    memory beside it that of one sentence at most.
    """
    space = -1
    for sentence in sentences(text):
        start, end = sentence.start, sentence.end
        if space < start:
            # The next such space anywhere: most texts have none, and are looked through once
            gap = SPACE.search(text, start)
            space = gap.start() if gap else len(text)
        if space >= end:
            yield from _found(sentence.number, text, start, end)
            continue
        # Without the spaces between digits and characters, then put back in place
        squeezed = SPACE.sub("", text[start:end])
        gaps = [
            space.start() - start - before
            for before, space in enumerate(SPACE.finditer(text, start, end))
        ]
        for one in _found(sentence.number, squeezed, 0, len(squeezed)):
            first = start + one.start + bisect(gaps, one.start)
            last = start + one.end + bisect(gaps, one.end - 1)
            phrase = text[first:last]
            yield Found(one.sentence, first, last, phrase, replace(one.reading, phrase=phrase))


def _found(sentence: int, text: str, start: int, end: int) -> Iterator[Found]:
    """The figures of a sentence, which is all of the text or stands at these offsets of it."""
    for match in SCAN.finditer(text, start, end):
        form = match.lastgroup
        if form == "title":
            for date in WHEN.finditer(text, *match.span()):
                if figure := _figure(date[0]):
                    yield Found(sentence, *date.span(), date[0], figure)
        elif form != "name":
            first, last = match.span()
            phrase = match[0]
            if "倍" in phrase and first > start and text[first - 1] == "的":
                # 的3倍 says to, not by, how much
                first, phrase = first - 1, f"的{phrase}"
            if figure := _figure(phrase) if form != "unknown" else _unreadable(phrase):
                yield Found(sentence, first, last, phrase, figure)
