"""Figures that words take together: sums of shares and of parts, and shares that wait for a whole.

Each pair is a text in which nothing may be accused, and one in which just one relation must be.
"""

import pytest

from heshu.check import check
from heshu.relations import Result


def told(text):
    return [(one.code, one.verdict, *one.phrases) for one in check(text) if isinstance(one, Result)]


FORMED = [
    # Sums of percentages: counted, named, of a sentence before, and given away by their digits
    (
        "以判决结案的占42.6%，调解的占31.8%，撤诉的占19.7%。调解和撤诉合计51.5%。",
        ("parts", "consistent", "51.5%", "31.8%", "19.7%"),
    ),
    (
        "对东盟、欧盟、美国进出口分别占17.6%、13.9%和10.2%，三者合计占41.7%。",
        ("parts", "consistent", "41.7%", "17.6%", "13.9%", "10.2%"),
    ),
    (
        "50—59岁和60岁及以上网民分别占18.9%和14.9%，50岁及以上网民合计占33.8%。",
        ("parts", "consistent", "33.8%", "18.9%", "14.9%"),
    ),
    # Parts of a level before them are no parts of what that is a part of
    (
        "捐赠收入5716.40万元，其中自然人1908.65万元，法人3807.75万元；补助收入320.00万元；合计6036.40万元。",
        ("parts", "consistent", "6036.40万元", "5716.40万元", "320.00万元"),
    ),
    # 其中 leads back to the last level of its unit; a sum says how many it is of
    (
        "实施项目46个，总投资18.72亿元，完成投资11.36亿元；其中新建项目29个、续建项目17个。",
        ("parts", "consistent", "46个", "29个", "17个"),
    ),
    (
        "自由党获得94席，比上届减少17席；两个盟友农民党和绿党各得31席、12席，三党合计137席。",
        ("parts", "consistent", "137席", "94席", "31席", "12席"),
    ),
    (
        "三年来，起诉嫌疑人每年分别为83人、71人、58人，三年共212人。",
        ("parts", "consistent", "212人", "83人", "71人", "58人"),
    ),
    (
        "重点监测30种蔬菜，均价7.24元。其中价格上涨的19种，下跌的8种，持平的3种。",
        ("parts", "consistent", "30种", "19种", "8种", "3种"),
    ),
    # A list of lines, and averages of which the first says what they are
    (
        "落实去向4796人，其中：\n协议就业2731人\n国内升学1429人\n出国深造188人\n灵活就业448人",
        ("parts", "consistent", "4796人", "2731人", "1429人", "188人", "448人"),
    ),
    (
        "一组出货13.42万台\n二组出货11.87万台\n三组出货10.95万台\n三组共出货36.24万台",
        ("parts", "consistent", "36.24万台", "13.42万台", "11.87万台", "10.95万台"),
    ),
    (
        "居民人均可支配收入19625元。其中，人均工资性收入11246元，经营净收入3318元，财产净收入1104元，转移净收入3957元。",
        ("parts", "consistent", "19625元", "11246元", "3318元", "1104元", "3957元"),
    ),
    # Shares of parts that are counted, a list of them that ； ends, and a rate of two parts
    (
        "常住人口612.4万人，青年278.6万人，老年143.9万人，两个年龄段分别占45.5%和23.5%。",
        ("share", "consistent", "143.9万人", "612.4万人", "23.5%"),
    ),
    (
        "三个年龄段分别占12.8%、63.7%和23.5%；老年人中高龄的31.2万人，占60岁以上人口的21.7%。",
        ("hundred", "consistent", "12.8%", "63.7%", "23.5%"),
    ),
    (
        "入组73例，可评估69例，完全缓解11例，部分缓解26例，疾病稳定22例，客观缓解率53.6%。",
        ("share", "consistent", "69例", "11例", "26例", "53.6%"),
    ),
    # Sums of many digits, and of some of a list; shares of a group that are all the rest
    (
        "公司质押股份15,000,000股，用途为补充流动资金。\n质押前累计质押37,300,000股，质押后累计质押52,300,000股。",
        ("parts", "consistent", "52,300,000股", "37,300,000股", "15,000,000股"),
    ),
    (
        "水电214.7亿千瓦时、核电191.4亿千瓦时、风电171.9亿千瓦时、光伏155.8亿千瓦时，水风光合计542.4亿千瓦时。",
        ("parts", "consistent", "542.4亿千瓦时", "214.7亿千瓦时", "171.9亿千瓦时", "155.8亿千瓦时"),
    ),
    (
        "自主品牌零售131.4万辆，份额为65.0%，合资与豪华品牌合计份额35.0%。",
        ("hundred", "consistent", "65.0%", "35.0%"),
    ),
    (
        "三类用户分别占51.2%、32.4%和16.4%，后两类合计占48.8%。",
        ("hundred", "consistent", "51.2%", "32.4%", "16.4%"),
    ),
    (
        "审结6270件。公安1587件、自然资源1214件、社会保障836件，三个领域占审结总数的58.0%。",
        ("share", "consistent", "6270件", "1587件", "1214件", "836件", "58.0%"),
    ),
    # Changes that are parts of one in the sentence before, and the share of one of them
    (
        "贷款比年初增加421.90亿元。分期限看，短期贷款增加118.63亿元，中长期贷款增加287.44亿元，票据增加15.83亿元。",
        (
            "parts",
            "consistent",
            "增加421.90亿元",
            "增加118.63亿元",
            "增加287.44亿元",
            "增加15.83亿元",
        ),
    ),
    (
        "贷款比年初增加421.90亿元。其中中长期贷款增加287.44亿元，票据增加15.83亿元，中长期贷款增量占全部增量的68.1%。",
        ("share", "consistent", "增加287.44亿元", "增加421.90亿元", "68.1%"),
    ),
    # A median is a percentage of the average that it fits
    (
        "居民人均可支配收入34740元，人均消费支出23885元。\n收入中位数29836元，为平均数的85.9%。",
        ("share", "consistent", "29836元", "34740元", "85.9%"),
    ),
    # A percentage and its amount, or its whole, right after it
    (
        "净额为10.63亿港元。\n净额的45%（约4.78亿港元）用于建设，30%（约3.19亿港元）投入研发。",
        ("share", "consistent", "约3.19亿港元", "10.63亿港元", "30%"),
    ),
    (
        "所得款项净额约为5.20亿元，拟将约60.0%或3.12亿元用于扩产，约40.0%或2.08亿元用于研发。",
        ("share", "consistent", "2.08亿元", "约为5.20亿元", "约40.0%"),
    ),
    (
        "森林面积1287.4万公顷，森林覆盖率59.50%（全省国土面积2163.8万公顷）。",
        ("share", "consistent", "1287.4万公顷", "2163.8万公顷", "59.50%"),
    ),
    # A part that is told after its share, or in a sentence before it
    (
        "收入达到1516.4亿元，其中税收占比71.8%，税收收入为1089.5亿元。",
        ("share", "consistent", "1089.5亿元", "1516.4亿元", "71.8%"),
    ),
    (
        "其中公益支出5512.38万元。\n公益支出占上年总收入5874.06万元的比例为93.84%。",
        ("share", "consistent", "5512.38万元", "5874.06万元", "93.84%"),
    ),
    (
        "去年卖出23.4万瓶，这一项收入667万元，占总收入的61%，总收入有1093万元。",
        ("share", "consistent", "667万元", "1093万元", "61%"),
    ),
    # Of all loans, a paragraph before the loans of one sort
    (
        "各项贷款余额2103.58亿元。\n小微贷款余额418.25亿元。不良贷款余额31.76亿元，不良贷款率1.51%。",
        ("share", "consistent", "31.76亿元", "2103.58亿元", "1.51%"),
    ),
]


@pytest.mark.parametrize("text, expected", FORMED)
def test_figures_are_taken_together(text, expected):
    assert expected in told(text)


SILENT = [
    # An average that the median isn't of
    ("居民人均可支配收入34740元。\n收入29836元，为平均数的85.9%。", "share", 0),
    # A sum that is told once more; two percentages of which none is a share
    (
        "收入191264万元。税收124018万元；非税67246万元。\n当年收入191264万元，支出180000万元。",
        "parts",
        1,
    ),
    ("满意率为65.0%，续订率为35.0%。", "hundred", 0),
    # 其他 and a group are no sum of what stands before
    ("工学占48.3%、管理学占37.6%，其他学科合计占14.1%。", "parts", 0),
]


@pytest.mark.parametrize("text, code, count", SILENT)
def test_what_is_no_sum_is_not_formed(text, code, count):
    assert [one[0] for one in told(text)].count(code) == count


PAIRS = [
    (
        "以判决结案的占42.6%，调解的占31.8%，撤诉的占19.7%。调解和撤诉合计51.5%。",
        "以判决结案的占42.6%，调解的占31.8%，撤诉的占19.7%。调解和撤诉合计55.1%。",
        "parts",
    ),
    (
        "21.4%的受访者“非常支持”，43.7%“比较支持”，两项合计65.1%。",
        "21.4%的受访者“非常支持”，43.7%“比较支持”，两项合计56.1%。",
        "parts",
    ),
    # One of three that are told isn't meant, which two isn't said; two rates have no sum
    (
        "甲级占30.5%，乙级占20.1%，丙级占12.2%，两者合计占52.6%。",
        "甲级占30.5%，乙级占20.1%，两者合计占52.6%。",
        "parts",
    ),
    (
        "甲厂合格率95.3%，乙厂合格率96.1%，两厂合计为95.8%。",
        "甲厂持股25.3%，乙厂持股16.1%，两厂合计持股42.4%。",
        "parts",
    ),
    # Another whole that fits stands before, and what 个 counts are no people
    (
        "各项贷款余额2103.58亿元。\n小微贷款余额418.25亿元。不良贷款余额31.76亿元，不良贷款率1.51%。",
        "贷款余额418.25亿元。不良贷款余额31.76亿元，不良贷款率1.51%。",
        "share",
    ),
    (
        "来自21个国家和地区的跑者中，外地人占62.3%。",
        "来自外地的21名跑者中，青年占62.3%。",
        "grim",
    ),
    (
        "入组73例，可评估69例，完全缓解11例，部分缓解26例，客观缓解率53.6%。",
        "入组73例，可评估69例，部分缓解62例，客观缓解率98.9%。",
        "share",
    ),
    # The share of a sum that somebody is liable for; the one of a list that others fit
    (
        "医疗费38416.50元、误工费12600.00元，合计51016.50元，被告承担70%的责任，即35711.55元。",
        "医疗费38416.50元、误工费12600.00元，合计51016.50元，被告承担70%的责任，即37511.55元。",
        "share",
    ),
    (
        "净额为10.63亿元。\n45%（约4.78亿元）用于建设，30%（约3.19亿元）投入研发，其中10%（约0.32亿元）外购。",
        "净额为10.63亿元。\n45%（约4.78亿元）用于建设，30%（约3.19亿元）投入研发，10%（约1.59亿元）外购。",
        "share",
    ),
    (
        "支出100.5万元，其中管理费用3.25万元。公益支出占上年收入（80.20万元）的40.5%。",
        "支出100.5万元，其中管理费用3.25万元。管理费用占上年收入（80.20万元）的40.5%。",
        "share",
    ),
    # The share before in a list has the whole that this one must have
    (
        "全年提取额136.92亿元，占缴存额的73.04%。其中，住房类107.63亿元，占提取额的78.61%；其他类29.29亿元，占21.39%。",
        "全年提取额136.92亿元，占缴存额的73.04%。其中，住房类107.63亿元，占提取额的78.61%；其他类29.29亿元，占73.04%。",
        "share",
    ),
    (
        "全年提取额136.92亿元。其中，住房类107.63亿元，占提取额的78.61%；公积金贷款29.29亿元，占贷款的73.04%。",
        "全年提取额136.92亿元。其中，住房类107.63亿元，占提取额的78.61%；其他类29.29亿元，占73.04%。",
        "share",
    ),
    # A month that ends with the time of its whole, and one that is of another year
    (
        "截至2023年10月31日，累计回购股份3864200股。其中2022年10月份回购4327904股，占累计回购数量的26.6%。",
        "截至2023年10月31日，累计回购股份3864200股。其中2023年10月份回购4327904股，占累计回购数量的26.6%。",
        "share",
    ),
    # What was received; ages; loans and places are never less than a part of them
    (
        "接收资金1842.30万元、物资474.17万元；已拨付资金1605.4万元，占所收资金的87.1%。",
        "接收资金1842.30万元、物资474.17万元；已拨付资金1984.6万元，占所收资金的87.1%。",
        "share",
    ),
    (
        "60岁及以上143.9万人；65岁及以上104.3万人，占60岁以上人口的72.5%。",
        "60岁及以上143.9万人；65岁及以上168.4万人，占60岁以上人口的72.5%。",
        "share",
    ),
    (
        "收支余额87.1亿元，其中基金余额107.2亿元。",
        "本外币贷款余额87.1亿元，其中住户贷款107.2亿元。",
        "part",
    ),
    (
        "新增企业4860个，其中小学5443个。",
        "新增学位4860个，其中小学5443个。",
        "part",
    ),
    # Of another whole
    (
        "甲方持股25.3%，乙方持股16.1%，两者合计占董事会席位的60.0%。",
        "甲方持股25.3%，乙方持股16.1%，两者合计持股60.0%。",
        "parts",
    ),
]


@pytest.mark.parametrize("right, wrong, code", PAIRS)
def test_what_is_taken_together_is_accused_where_words_leave_no_choice(right, wrong, code):
    disputed = ("inconsistent", "doubtful")
    assert [one for one in told(right) if one[1] in disputed] == []
    assert [one[0] for one in told(wrong) if one[1] in disputed] == [code]
