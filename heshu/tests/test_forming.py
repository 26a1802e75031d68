"""The relations that statements are joined to: what is formed, and what must never be accused."""

import pytest

from heshu.check import check
from heshu.finding import find
from heshu.relations import Result
from heshu.statements import Teller


def results(text):
    return [one for one in check(text) if isinstance(one, Result)]


def disputed(text):
    """The codes of what is called inconsistent or doubtful, which depends on its figures."""
    wrong = ("inconsistent", "doubtful")
    return [one.code for one in results(text) if one.verdict in wrong]


def told(text):
    return [(result.code, result.verdict, *result.phrases) for result in results(text)]


FORMED = [
    (
        "对两国出口98.5亿元和77.2亿元，二者合计占全省出口842.3亿元的20.9%。",
        [("share", "consistent", "842.3亿元", "98.5亿元", "77.2亿元", "20.9%")],
    ),
    (
        "他1931年出生于石匠家庭。1951年春，刚满20岁的他报名参军。",
        [("duration", "consistent", "1931", "1951", "20岁")],
    ),
    (
        "“双11”自10月21日起至11月11日止，共22天。",
        [("duration", "consistent", "10月21日", "11月11日", "22天")],
    ),
    # A share has a short name for its part, or for several, or is of what answered a question
    (
        "竹业产值37.8亿元，其中种植6.9亿元，竹制品加工24.1亿元，竹旅游6.8亿元，加工环节占63.8%。",
        [
            ("share", "consistent", "24.1亿元", "37.8亿元", "63.8%"),
            ("parts", "consistent", "37.8亿元", "6.9亿元", "24.1亿元", "6.8亿元"),
        ],
    ),
    (
        "普高在校生45.27万人，中等职业教育在校生30.18万人，两者合计75.45万人，其中中职占40.0%。",
        [
            ("share", "consistent", "30.18万人", "75.45万人", "40.0%"),
            ("parts", "consistent", "75.45万人", "45.27万人", "30.18万人"),
        ],
    ),
    (
        "引水2.84亿立方米，其中供农业2.31亿立方米、工业0.37亿立方米，农业用水占81.3%。",
        [("share", "consistent", "2.31亿立方米", "2.84亿立方米", "81.3%")],
    ),
    (
        "教师1247人，其中正高级职称186人、副高级职称427人，具有高级职称者占49.2%。",
        [("share", "consistent", "1247人", "186人", "427人", "49.2%")],
    ),
    (
        "接待28777人，其中成人18436人，优惠票7214人，免票3127人，优惠和免票游客占35.9%。",
        [
            ("share", "consistent", "28777人", "7214人", "3127人", "35.9%"),
            ("parts", "consistent", "28777人", "18436人", "7214人", "3127人"),
        ],
    ),
    (
        "回收有效问卷486份，有效回收率93.5%。214人选择升学，占44.0%。",
        [("share", "consistent", "214人", "486份", "44.0%")],
    ),
    (
        "贷款余额3604.8亿元，小微贷款余额586.2亿元，高出各项贷款9.7个百分点，占贷款余额的16.3%。",
        [("share", "consistent", "586.2亿元", "3604.8亿元", "16.3%")],
    ),
    # How far something is, of what is to be put into it
    (
        "拟投入募集资金7.20亿元，累计投入5.49亿元，投入进度76.25%。",
        [("share", "consistent", "5.49亿元", "7.20亿元", "76.25%")],
    ),
    # Since a time before
    (
        "扩编到520辆。去年是416辆，多出整整四分之一。",
        [("growth", "consistent", "416辆", "520辆", "四分之一")],
    ),
    (
        "共报告传染病8110例，死亡7例；2月报告7218例，环比上升12.36%。",
        [("growth", "consistent", "7218例", "8110例", "上升12.36%")],
    ),
    ("上年总收入2318.60万元，增长14.89%。", []),
    # The rate of what another level was
    (
        "养老金为3268元，比调整前的3204元增加64元，增幅为2.0%。",
        [
            ("difference", "consistent", "3268元", "3204元", "增加64元"),
            ("growth", "consistent", "3204元", "3268元", "2.0%"),
        ],
    ),
    # A share of a sample that was told before
    (
        "回访拨打340人，有效接听286人。\n对于不足之处，59.8%的受访者提到“等候时间长”。",
        [("grim", "consistent", "286人", "59.8%")],
    ),
    # Not impossible: it may be of those who were asked another question first
    ("回访有效接听286人。\n对于不足之处，59.7%的受访者提到“等候时间长”。", []),
    (
        "法庭通报三年来审判情况。2022年至2024年，共受理案件6491件。",
        [("duration", "consistent", "2022", "2024", "三年来")],
    ),
    (
        "公益诉讼白皮书（2020—2024年）\n五年来，共立案5816件。",
        [("duration", "consistent", "2020", "2024", "五年来")],
    ),
    # What a part leaves of the whole that its rate tells
    (
        "受理线索1846条，按时办复1773条，办复率96.0%，剩余78条。",
        [
            ("share", "consistent", "1773条", "1846条", "96.0%"),
            ("difference", "inconsistent", "1846条", "1773条", "78条"),
        ],
    ),
    (
        "接电4820个，当场答复4577个，答复率95.0%，剩下223个。",
        [
            ("share", "consistent", "4577个", "4820个", "95.0%"),
            ("difference", "inconsistent", "4820个", "4577个", "223个"),
        ],
    ),
    # A growth a year over years that no words tell
    (
        "高新技术企业由1571家增加到3846家，年均增长19.6%。",
        [("annual", "consistent", "1571家", "3846家", "增长19.6%")],
    ),
    ("高新技术企业由1571家增加到3846家，年均增长18.8%。", []),
    # Multiples of what words name
    (
        "5月日均客流105.5万人次；1日单日客流168.3万人次，是日均客流的1.6倍。",
        [("multiple", "consistent", "168.3万人次", "105.5万人次", "的1.6倍")],
    ),
    (
        "营业性客运总量6613.9万人次，自驾出行1.12亿人次，是营业性客运总量的1.7倍。",
        [("multiple", "consistent", "1.12亿人次", "6613.9万人次", "的1.7倍")],
    ),
    # Years over which something ran
    (
        "2020年底，全省光伏装机不过812万千瓦，2025年底达2509万千瓦，五年增长2.1倍。",
        [
            ("growth", "consistent", "812万千瓦", "2509万千瓦", "增长2.1倍"),
            ("duration", "consistent", "2020", "2025", "五年"),
        ],
    ),
    (
        "2019年10月揭牌至2024年10月，市破产法庭运行整整五年。",
        [("duration", "consistent", "2019", "2024", "五年")],
    ),
    # Growth a year over years told once, and products
    (
        "平均房价426.8元，客房出租率61.7%，每间可供出租客房收入263.3元。",
        [("share", "consistent", "263.3元", "426.8元", "61.7%")],
    ),
    (
        "2019年，宠物消费市场还只有318亿元；到2024年，这个数字变成702亿元，五年间年均增长17.2%。",
        [
            ("duration", "consistent", "2019", "2024", "五年"),
            ("annual", "consistent", "318亿元", "702亿元", "增长17.2%"),
        ],
    ),
    (
        "床位从2020年的2.31万张增加到3.06万张，年均增长5.8%。",
        [("annual", "consistent", "2.31万张", "3.06万张", "增长5.8%")],
    ),
    (
        "债券发行总额15亿元，共1,500,000手，每手面值1,000元。",
        [("product", "consistent", "1,000元", "1,500,000手", "15亿元")],
    ),
    (
        "惠及居民2.34万户，户均投入1.9万元，总投资4.45亿元。",
        [("average", "consistent", "4.45亿元", "2.34万户", "1.9万元")],
    ),
    # A ratio to one that isn't printed
    (
        "城镇居民人均可支配收入36218元，农村居民19874元，城乡居民收入比值为1.28，比上年缩小。",
        [("ratio", "inconsistent", "36218元", "19874元", "1.28")],
    ),
    (
        "城镇居民收入39874元，农村居民收入19263元，城乡收入比由五年前的2.31缩小为2.07。",
        [("ratio", "consistent", "39874元", "19263元", "2.07")],
    ),
    # The latter of two, a noun between, a sentence between; and a part of the year
    (
        "余额由312.6亿元增至784.9亿元，后者是前者的3.5倍。",
        [("multiple", "inconsistent", "784.9亿元", "312.6亿元", "的3.5倍")],
    ),
    (
        "住宅用地亩均883.3万元，商服用地亩均177.9万元，前者亩均价约为后者的6.0倍。",
        [("multiple", "inconsistent", "883.3万元", "177.9万元", "的6.0倍")],
    ),
    (
        "非私营单位平均工资112487元，私营单位71932元。两者相差40555元，前者是后者的1.86倍。",
        [
            ("difference", "consistent", "112487元", "71932元", "40555元"),
            ("multiple", "inconsistent", "112487元", "71932元", "的1.86倍"),
        ],
    ),
    (
        "一季度净利润0.38亿元，二季度回升到1.56亿元，是一季度的5.1倍。",
        [("multiple", "inconsistent", "1.56亿元", "0.38亿元", "的5.1倍")],
    ),
    # A dividend whose number of shares another clause begins with
    (
        "公司拟以总股本51200万股为基数，每10股派发现金红利2.50元，合计1.82亿元。",
        [("product", "inconsistent", "2.50元", "51200万股", "1.82亿元")],
    ),
    # Years since the one that something is compared with, whose level is told, or multiplied
    (
        "2023年末有单位6284个，比2013年末增加1967个，五年间年均增长7.8%。",
        [("duration", "inconsistent", "2013", "2023", "五年")],
    ),
    (
        "2023年申请2318件，列第7位；2019年为1204件，四年增长迅速。",
        [("duration", "consistent", "2019", "2023", "四年")],
    ),
    (
        "2024年末人口642.37万人。城镇化率五年提高了5.67个百分点——2017年末为62.55%。",
        [("duration", "inconsistent", "2017", "2024", "五年")],
    ),
    (
        "截至2025年底，充电桩43800个，是2019年底12600个的3.5倍，四年间年均增长迅速。",
        [
            ("duration", "inconsistent", "2019", "2025", "四年"),
            ("multiple", "consistent", "43800个", "12600个", "的3.5倍"),
        ],
    ),
    # From when something began to a year that is named, in either order
    (
        "自2008年加入以来，18年间入库登记不断，到2023年实现捐献。",
        [("duration", "inconsistent", "2008", "2023", "18年")],
    ),
    (
        "湿地馆自2007年开馆至2023年，已走过14个年头。",
        [("duration", "inconsistent", "2007", "2023", "14个年头")],
    ),
    (
        "隧道2019年动工，历时三年，于2024年建成通车。",
        [("duration", "inconsistent", "2019", "2024", "三年")],
    ),
    (
        "该计划2020年启动，2024年已进入第三个年头。",
        [("duration", "inconsistent", "2020", "2024", "第三个")],
    ),
    # Years at the head of a sentence can't hold a longer time
    (
        "五年来，有效商标从2016年底的785件增加到2023年底的1264件。",
        [("duration", "inconsistent", "2016", "2023", "五年来")],
    ),
    (
        "十年间，县检察院2013年至2024年起诉的案件不断增多。",
        [("duration", "inconsistent", "2013", "2024", "十年")],
    ),
    (
        "检察白皮书（2020—2024）\n三年来，受理案件不断增多。",
        [("duration", "inconsistent", "2020", "2024", "三年来")],
    ),
    # Anniversaries, and what there is one of each year
    (
        "学校前身是1938年捐建的义塾，2021年迎来建校85周年。",
        [("duration", "inconsistent", "1938", "2021", "85周年")],
    ),
    (
        "各族群众喜迎自治县成立50周年（1956年—2008年）。",
        [("duration", "inconsistent", "1956", "2008", "50周年")],
    ),
    (
        "荷花节始于2006年，一年一届，从未间断，到今年（2024年）恰好21届。",
        [("duration", "inconsistent", "2006", "2024", "21届")],
    ),
    # Years that have gone by, and the former of two
    (
        "航线2016年开通，到2024年已走过5年，现有泊位87个。",
        [("duration", "inconsistent", "2016", "2024", "5年")],
    ),
    (
        "企业清运3120辆，部门清运1250辆，前者是后者的3.5倍。",
        [("multiple", "inconsistent", "3120辆", "1250辆", "的3.5倍")],
    ),
    # Ratios that two characters name, changes that are parts of one, and what ten shares get
    (
        "男生2384人，女生3028人，男女比例为1∶2.27。",
        [("ratio", "inconsistent", "2384人", "3028人", "1∶2.27")],
    ),
    (
        "城镇、农村居民人均可支配收入分别为41286元和22315元，城乡收入比缩小到1.55∶1。",
        [("ratio", "inconsistent", "41286元", "22315元", "1.55∶1")],
    ),
    (
        "住户贷款增加59.63亿元，其中短期贷款增加18.36亿元、中长期贷款增加41.77亿元。",
        [("parts", "inconsistent", "增加59.63亿元", "增加18.36亿元", "增加41.77亿元")],
    ),
    (
        "每10股派发现金红利1.80元（含税），以总股本36.24亿股计算，合计派发6.25亿元。",
        [("product", "inconsistent", "1.80元", "36.24亿股", "6.25亿元")],
    ),
    # A part above its whole, by how much the whole has grown standing between
    (
        "开行班列1236列，同比增加152列，增长14.0%，其中返程班列1548列。",
        [
            ("change", "consistent", "1236列", "增加152列", "增长14.0%"),
            ("part", "inconsistent", "1548列", "1236列"),
        ],
    ),
    # Mean prices of what is counted; the name of a rate before what it was
    (
        "寄递快递18.47亿件，收入142.86亿元，平均单价7.73元。",
        [("average", "consistent", "142.86亿元", "18.47亿件", "7.73元")],
    ),
    (
        "受理案件22759件，审结21690件，结案率由上年的93.1%升至59.3%。",
        [("share", "inconsistent", "21690件", "22759件", "59.3%")],
    ),
    # The level of a time before, in words that tell when it was or by how much it was beyond
    (
        "执结案件3514件，较前一年的3127件上升22.4%。",
        [("growth", "inconsistent", "3127件", "3514件", "上升22.4%")],
    ),
    (
        "落实率92.69%，比2023届同期（90.60%）高3.09个百分点。",
        [("points", "inconsistent", "90.60%", "92.69%", "3.09个百分点")],
    ),
    (
        "机械化率87.6%，高出全省平均水平（84.9%）3.7个百分点。",
        [("points", "inconsistent", "84.9%", "87.6%", "3.7个百分点")],
    ),
    (
        "覆盖率55.54%，比五年前提高0.74个百分点，当时为55.07%。",
        [("points", "inconsistent", "55.07%", "55.54%", "提高0.74个百分点")],
    ),
    (
        "净利润为12846.91万元，同比下降7.37%（上年同期：13720.35万元）。",
        [("growth", "inconsistent", "13720.35万元", "12846.91万元", "下降7.37%")],
    ),
    (
        "人均花费713元，比2019年同期的758元仍低75元。",
        [("difference", "inconsistent", "758元", "713元", "75元")],
    ),
    (
        "2024年败诉率11.3%，2023年这个数字是14.8%，也就是说下降了2.5个百分点。",
        [("points", "inconsistent", "14.8%", "11.3%", "下降了2.5个百分点")],
    ),
    (
        "地铁客运量186.37万人次，比去年除夕创下的单日纪录174.92万人次高出10.45万人次。",
        [("difference", "inconsistent", "186.37万人次", "174.92万人次", "10.45万人次")],
    ),
    # What is new between two levels, and what was done more than the year before
    (
        "登记企业由7612家扩至11243家，新增3361家。",
        [("difference", "inconsistent", "11243家", "7612家", "3361家")],
    ),
    (
        "支出51.3亿元，较上年同期多支出1.4亿元，增长3.8%。",
        [("change", "inconsistent", "51.3亿元", "1.4亿元", "增长3.8%")],
    ),
    # An increase beside that of the year before
    (
        "贷款余额2000.0亿元，比年初增加100.0亿元，比去年同期80.0亿元的增量多30.0亿元。",
        [("difference", "inconsistent", "增加100.0亿元", "80.0亿元", "30.0亿元")],
    ),
    # An average is no part of what its total is a part of
    (
        "募集善款1284.63万元，其中单位捐款803.90万元，个人捐款480.73万元，个人人均130.61元。",
        [("parts", "consistent", "1284.63万元", "803.90万元", "480.73万元")],
    ),
    # Averages of a time, a slip apart; of the count that fits best where there are several
    (
        "国庆假期7天，全区接待游客86.42万人次，日均13.25万人次。",
        [("average", "inconsistent", "86.42万人次", "7天", "13.25万人次")],
    ),
    (
        "商品房销售面积412.83万平方米，其中住宅357.96万平方米；销售额487.36亿元，"
        "平均每平方米11085元。",
        [("average", "inconsistent", "487.36亿元", "412.83万平方米", "11085元")],
    ),
    # Per cent for points between percentages that words hold against each other
    (
        "贷款余额500.2亿元，增长17.4%，增速比各项贷款高8.2%，各项贷款增长9.2%。",
        [("points", "inconsistent", "增长9.2%", "增长17.4%", "8.2%")],
    ),
    (
        "城镇零售额61.8亿元，增长4.9%；乡村零售额12.4亿元，增长6.7%，增速快于城镇1.8个百分点。",
        [("points", "consistent", "增长4.9%", "增长6.7%", "1.8个百分点")],
    ),
    # What is said to have grown to a figure by which it can only have grown
    (
        "存款余额5286.4亿元，比年初增加到371.8亿元。",
        [("difference", "inconsistent", "5286.4亿元", "371.8亿元")],
    ),
    (
        "退税18.93亿元，同比增长到16.3%，上年同期16.27亿元。",
        [("multiple", "inconsistent", "18.93亿元", "16.27亿元", "16.3%")],
    ),
    # Years that the figures contradict
    (
        "最低工资2018年为1650元、2021年为1840元，2024年为2060元，比2018年提高220元。",
        [
            ("difference", "consistent", "2060元", "1840元", "提高220元"),
            ("difference", "inconsistent", "2060元", "1650元", "提高220元"),
        ],
    ),
    (
        "2025年客运量2137万人次，较2025年的1859万人次增长15.0%。",
        [
            ("difference", "inconsistent", "2137万人次", "1859万人次"),
            ("growth", "consistent", "1859万人次", "2137万人次", "增长15.0%"),
        ],
    ),
    (
        "2024年末用户2473.5万人，较2018年末的1802.6万人增长37.2%，四年年均增长8.2%。",
        [
            ("annual", "inconsistent", "1802.6万人", "2473.5万人", "增长8.2%"),
            ("duration", "inconsistent", "2018", "2024", "四年"),
            ("growth", "consistent", "1802.6万人", "2473.5万人", "增长37.2%"),
        ],
    ),
    (
        "三年共受理案件412件，其中2022年157件、2023年339件、2024年116件。",
        [
            ("duration", "consistent", "2022", "2024", "三年"),
            ("parts", "inconsistent", "412件", "157件", "339件", "116件"),
        ],
    ),
    # A rate whose part is told before its name, and one of several wholes
    (
        "对42家诊所开展抽查，46家一次合格，合格率88.1%。",
        [("share", "inconsistent", "46家", "42家", "88.1%")],
    ),
    (
        "常住人口418.26万人，其中城镇常住人口262.24万人，乡村常住人口156.02万人，"
        "常住人口城镇化率为26.70%。",
        [
            ("parts", "consistent", "418.26万人", "262.24万人", "156.02万人"),
            ("share", "inconsistent", "262.24万人", "418.26万人", "26.70%"),
        ],
    ),
    # How long something takes is a level
    (
        "平均审理用时由上年的387天缩短至241天，缩短164天。",
        [("difference", "inconsistent", "387天", "241天", "缩短164天")],
    ),
    # The whole that stands before 中 is no part
    (
        "本省网民规模5143万人，网民中男性占51.4%，女性占48.6%。",
        [("hundred", "consistent", "51.4%", "48.6%")],
    ),
    # A whole in the sentence before, named or not, rates standing between
    (
        "全市共有企业1000家，增长5%。其中，民企600家，增长8%，占比60%；外企150家，占15%。",
        [
            ("share", "consistent", "600家", "1000家", "60%"),
            ("share", "consistent", "150家", "1000家", "15%"),
        ],
    ),
    # The whole is printed inside the share, or after it
    (
        "研发投入3.27亿元，占营业收入41.85亿元的7.81%。",
        [("share", "consistent", "3.27亿元", "41.85亿元", "7.81%")],
    ),
    (
        "研发投入3.27亿元，占营业收入的7.81%，增长6%。营业收入41.85亿元。",
        [("share", "consistent", "3.27亿元", "41.85亿元", "7.81%")],
    ),
    # A part by the name that its share has for it
    (
        "捐款共200.31万元，其中机关80.12万元，企业120.19万元，企业捐款占捐款总额的65%。",
        [
            ("parts", "consistent", "200.31万元", "80.12万元", "120.19万元"),
            ("share", "inconsistent", "120.19万元", "200.31万元", "65%"),
        ],
    ),
    # Parts whose whole isn't printed, and parts that are called the rest
    (
        "男生2318467人，占51.26%；女生2204511人，占48.74%。",
        [
            ("hundred", "consistent", "51.26%", "48.74%"),
            ("share", "consistent", "2318467人", "2204511人", "51.26%"),
            ("share", "consistent", "2204511人", "2318467人", "48.74%"),
        ],
    ),
    (
        "执行案件9874件，其中首次执行7315件、恢复执行1642件、其他案件817件。",
        [("parts", "inconsistent", "9874件", "7315件", "1642件", "817件")],
    ),
    # What was there and what came in are the whole together, unless that is printed
    (
        "旧存案件3907件，新收48762件，审执结43119件，结案率81.87%，期末未结9550件。",
        [
            ("share", "consistent", "43119件", "3907件", "48762件", "81.87%"),
            ("difference", "consistent", "3907件", "48762件", "43119件", "9550件"),
        ],
    ),
    (
        "新收案件48762件，上年结转3907件，审结43119件，结案率88.43%，未结9560件。",
        [
            ("share", "consistent", "43119件", "48762件", "88.43%"),
            ("difference", "inconsistent", "3907件", "48762件", "43119件", "9560件"),
        ],
    ),
    (
        "旧存案件3907件，新收48762件，审执结43119件，结案率81.37%。",
        [("share", "inconsistent", "43119件", "3907件", "48762件", "81.37%")],
    ),
    (
        "受理案件52669件，其中新收48762件，旧存3907件，审结43119件，未结9550件。",
        [
            ("parts", "consistent", "52669件", "48762件", "3907件"),
            ("parts", "consistent", "52669件", "43119件", "9550件"),
        ],
    ),
    # The level of a month that a change follows; the one of several years that a change names
    (
        "5月，住宅网签3862套，比4月的4126套减少264套，下降6.4%。",
        [
            ("difference", "consistent", "4126套", "3862套", "减少264套"),
            ("growth", "consistent", "4126套", "3862套", "下降6.4%"),
        ],
    ),
    (
        "占比由2021年的53.6%、2022年的58.4%升至71.8%，比2021年提高19.2个百分点。",
        [("points", "inconsistent", "53.6%", "71.8%", "提高19.2个百分点")],
    ),
    (
        "企业由2022年的168家、2023年的203家增至247家，比2022年净增79家，增长48.0%。",
        [
            ("difference", "consistent", "247家", "168家", "79家"),
            ("growth", "inconsistent", "168家", "247家", "增长48.0%"),
        ],
    ),
    (
        "2023年，投诉由2021年的500件、2022年的450件降至300件，较上年下降33.3%。",
        [("growth", "consistent", "450件", "300件", "下降33.3%")],
    ),
    # By how many points one is above or below the one beside it, where both are printed in a row
    (
        "资本充足率13.62%，高于10.50%的监管要求3.21个百分点。",
        [("points", "inconsistent", "10.50%", "13.62%", "3.21个百分点")],
    ),
    (
        "税收占比60.2%，低于上年同期的62.9%2.7个百分点。",
        [("points", "consistent", "62.9%", "60.2%", "2.7个百分点")],
    ),
    (
        "城镇就业率84.5%，比全国平均水平81.2%高3.3个百分点。",
        [("points", "consistent", "81.2%", "84.5%", "3.3个百分点")],
    ),
    # Levels and changes in any order
    (
        "产量增加20吨，增长25%，达到100吨。",
        [("change", "consistent", "100吨", "增加20吨", "增长25%")],
    ),
    (
        "销售收入120亿元，同比增长25%，上年同期为100亿元。",
        [("growth", "inconsistent", "100亿元", "120亿元", "增长25%")],
    ),
    (
        "标准由520元、310元提高到710元、560元，分别提高36.5%和80.6%。",
        [
            ("growth", "consistent", "520元", "710元", "提高36.5%"),
            ("growth", "consistent", "310元", "560元", "80.6%"),
        ],
    ),
    # Points, and points that are printed as a percentage
    (
        "利率4.86%，较上年下降27个基点，上年为5.13%。",
        [("points", "consistent", "5.13%", "4.86%", "下降27个基点")],
    ),
    (
        "占比由31.2%提高到34.8%，提高3.6%。",
        [("points", "inconsistent", "31.2%", "34.8%", "提高3.6%")],
    ),
    # Structure ratios against levels
    (
        "第一产业增加值86.44亿元，第二产业增加值701.22亿元，第三产业增加值913.51亿元。"
        "三次产业结构为5.1:41.2:53.7。",
        [
            ("hundred", "consistent", "5.1", "41.2", "53.7"),
            ("share", "consistent", "86.44亿元", "701.22亿元", "913.51亿元", "5.1"),
            ("share", "consistent", "701.22亿元", "86.44亿元", "913.51亿元", "41.2"),
            ("share", "consistent", "913.51亿元", "86.44亿元", "701.22亿元", "53.7"),
        ],
    ),
    # Growth to, where growth by is meant, and the other way round
    (
        "企业由100家增加到150家，增长到50%。",
        [("multiple", "inconsistent", "150家", "100家", "50%")],
    ),
    (
        "价格由3元上涨4.5元，上涨50%。",
        [("growth", "inconsistent", "上涨4.5元", "3元", "上涨50%")],
    ),
    # Averages and prices
    (
        "接待游客412.7万人次，旅游收入35.62亿元，人均消费863元。",
        [("average", "consistent", "35.62亿元", "412.7万人次", "863元")],
    ),
    (
        "成交面积9.59万平方米，成交均价12846元/平方米，成交额12.32亿元。",
        [("product", "consistent", "12846元/平方米", "9.59万平方米", "12.32亿元")],
    ),
    # Differences of two levels that the words don't lead from and to
    (
        "2018年产量1284.6万吨，2020年产量1361.9万吨，2023年达到1538.2万吨，比2018年增加253.6万吨。",
        [("difference", "consistent", "1538.2万吨", "1284.6万吨", "增加253.6万吨")],
    ),
    (
        "完成36726套，五年目标52000套，距目标还差15274套。",
        [("difference", "consistent", "52000套", "36726套", "15274套")],
    ),
    # What is left of a whole, and a part of it and another together
    (
        "营业收入86.37亿元，营业成本62.19亿元，毛利率28.00%。",
        [("share", "consistent", "62.19亿元", "86.37亿元", "28.00%")],
    ),
    (
        "批准逮捕1837人，不捕964人，不捕率34.4%。",
        [("share", "consistent", "964人", "1837人", "34.4%")],
    ),
    # A list whose total stands far before, and one counted in another word for people
    (
        "全市查处酒驾4217起，其中醉驾1026起，罚款52万元。按车型分，客车2734起、摩托车1192起、货车291起。",
        [("parts", "consistent", "4217起", "2734起", "1192起", "291起")],
    ),
    (
        "选手26000名，其中全程12000人、半程9000人、欢乐跑5000人。",
        [("parts", "consistent", "26000名", "12000人", "9000人", "5000人")],
    ),
    # Small numbers, where words lead from the total to its list
    (
        "干警126人，其中法官41人、法官助理37人、书记员32人、法警16人。",
        [("parts", "consistent", "126人", "41人", "37人", "32人", "16人")],
    ),
    # Averages of days, of ten thousand, in a smaller unit, and of what a word names
    (
        "40天春运发送旅客3814.6万人次，日均95.4万人次。",
        [("average", "consistent", "3814.6万人次", "40天", "95.4万人次")],
    ),
    (
        "人口618.3万人，建成基站2.64万个，每万人拥有42.7个。",
        [("average", "consistent", "2.64万个", "618.3万人", "42.7个")],
    ),
    (
        "粮食播种486.3万亩，总产量213.8万吨，平均亩产439.6公斤。",
        [("average", "consistent", "213.8万吨", "486.3万亩", "439.6公斤")],
    ),
    (
        "销售福利彩票18.58亿元，销售站点6318个，站均销售29.4万元。",
        [("average", "consistent", "18.58亿元", "6318个", "29.4万元")],
    ),
    (
        "人口418.2万人，床位31846张，每千常住人口床位7.62张。",
        [("average", "consistent", "31846张", "418.2万人", "7.62张")],
    ),
    # Shares of a whole that isn't printed, one of which is of something else
    (
        "一般贸易2146.5亿元，占全省外贸总值的63.4%；加工贸易812.7亿元，占24.0%。",
        [("share", "consistent", "2146.5亿元", "63.4%", "812.7亿元", "24.0%")],
    ),
    (
        "使用聊天功能的846.2万人，占94.6%；看视频的731.5万人，占81.8%；购物的271.6万人，占36.4%。",
        [("share", "inconsistent", "846.2万人", "94.6%", "271.6万人", "36.4%")],
    ),
    # More than all, and a rate far behind its levels
    (
        "不良贷款余额5.46亿元，贷款减值准备余额13.92亿元，拨备覆盖率254.95%。",
        [("multiple", "consistent", "13.92亿元", "5.46亿元", "254.95%")],
    ),
    # Prices with their numbers
    (
        "大学生186名，每人资助5000元，高中生126名，每人资助2000元，合计118.2万元。",
        [("product", "consistent", "5000元", "186名", "2000元", "126名", "118.2万元")],
    ),
    (
        "棉被6400床、单价128元，计91.92万元。",
        [("product", "inconsistent", "128元", "6400床", "91.92万元")],
    ),
    # A month that something is compared with is over after it
    (
        "5月份网签4126套，4月份为4873套。大户型863套，占20.9%。",
        [("share", "consistent", "863套", "4126套", "20.9%")],
    ),
    # Levels of one series by the times that the words name, dealt out over a list or not
    (
        "2021年、2022年、2023年分别成交318.5万套、274.2万套和196.7万套，2023年较2021年下降68.24%。",
        [("growth", "inconsistent", "318.5万套", "196.7万套", "下降68.24%")],
    ),
    (
        "2020年收案1264件，2021年1578件，2022年1837件，2021年、2022年同比分别增长24.8%、26.4%。",
        [
            ("growth", "inconsistent", "1578件", "1837件", "26.4%"),
            ("growth", "consistent", "1264件", "1578件", "增长24.8%"),
        ],
    ),
    (
        "8月进出口391.6亿元，环比增长15.0%，同比增长6.4%，上月为372.8亿元。",
        [("growth", "inconsistent", "372.8亿元", "391.6亿元", "增长15.0%")],
    ),
    # The share that another is compared with, before its points and after them
    (
        "5G用户389.5万户，占63.6%，占比较上年末的60.8%提高3.8个百分点。",
        [("points", "inconsistent", "60.8%", "63.6%", "提高3.8个百分点")],
    ),
    (
        "产业项目187个，占57.0%，比上年提高4.3个百分点，上年占53.7%。",
        [("points", "inconsistent", "53.7%", "57.0%", "提高4.3个百分点")],
    ),
    # Growth a year: over years that a sentence names once for all, that it counts, or of a list
    (
        "2020年至2025年，游客由312.5万人次增至587.9万人次，收入由18.6亿元增至49.3亿元，年均增长31.5%。",
        [("annual", "inconsistent", "18.6亿元", "49.3亿元", "增长31.5%")],
    ),
    (
        "2019年至2023年，报考人数分别为6127人、7384人、8016人、10452人和11873人，年均增长18.0%。",
        [("annual", "consistent", "6127人", "11873人", "增长18.0%")],
    ),
    # What the words name: a multiple of a level, points between two percentages
    (
        "纸质图书214.63万册，电子图书352.8万册，是纸质图书的1.64倍。",
        [("multiple", "consistent", "352.8万册", "214.63万册", "的1.64倍")],
    ),
    (
        "客车使用率75.9%，货车使用率66.4%，客车高出货车9.5个百分点。",
        [("points", "consistent", "66.4%", "75.9%", "9.5个百分点")],
    ),
    # Changes that have their levels further on, or that are dealt out
    (
        "事故612起，死亡87人。与去年同期相比，事故起数减少74起，下降10.8%；死亡人数减少11人，下降11.2%。",
        [
            ("change", "consistent", "612起", "减少74起", "下降10.8%"),
            ("change", "consistent", "87人", "减少11人", "下降11.2%"),
        ],
    ),
    (
        "发生事故143起、死亡97人，比上年分别减少22起和18人，下降13.3%和15.7%。",
        [
            ("change", "consistent", "143起", "减少22起", "下降13.3%"),
            ("change", "consistent", "97人", "18人", "15.7%"),
        ],
    ),
    # A list in which a part stands between those that have a name
    (
        "粮食产量100.0万吨，夏粮12.0万吨，早稻8.0万吨，秋粮80.0万吨。",
        [("parts", "consistent", "100.0万吨", "12.0万吨", "8.0万吨", "80.0万吨")],
    ),
    # A list of its own begins with a topic, and isn't added to what stands before it
    (
        "收入185.59亿元，其中税收收入127.43亿元，非税收入58.16亿元。"
        "税收收入中，增值税46.58亿元，所得税22.69亿元。",
        [("parts", "consistent", "185.59亿元", "127.43亿元", "58.16亿元")],
    ),
    # Any verb leads from what stands after 由 or 从
    (
        "停车费由每小时5.0元下调到3.0元，降幅50%。",
        [("growth", "inconsistent", "5.0元", "3.0元", "50%")],
    ),
    (
        "2016年至2023年，学校由3所增加到8所，五年间成绩很多。",
        [("duration", "inconsistent", "2016", "2023", "五年")],
    ),
    # What fits only as a growth by, where 到 says to
    (
        "占比41.6%，去年占38.0%，同比提高到3.6个百分点。",
        [("points", "inconsistent", "38.0%", "41.6%", "3.6个百分点")],
    ),
    (
        "企业68家，较2022年增加到29家，增长74.4%。",
        [
            ("growth", "doubtful", "68家", "29家", "增长74.4%"),
            ("difference", "inconsistent", "68家", "增长74.4%", "29家"),
        ],
    ),
    (
        "商标12.84万件，比上年净增0.97万件，增长到8.2%。",
        [("multiple", "inconsistent", "12.84万件", "0.97万件", "8.2%")],
    ),
    # What fits only as the level that was grown to, where 到 is left out
    (
        "普及率由81.7%提升86.4%，提升4.7个百分点。",
        [("points", "inconsistent", "81.7%", "提升4.7个百分点", "提升86.4%")],
    ),
    (
        "读者由151.9万人增加238.4万人，五年增加86.5万人。",
        [("difference", "inconsistent", "151.9万人", "增加86.5万人", "增加238.4万人")],
    ),
    # The level of a time before is what a change began from, and changes are of what they name
    (
        "上年土地价款为331.62亿元，同比减少44.89亿元，下降13.5%。",
        [],
    ),
    (
        "经营活动流入142.83亿元，流出128.67亿元；投资活动净流出9.43亿元。",
        [],
    ),
    (
        "2022年支出2718.4万元，2023年3228.5万元，2023年就业支出增长最快，同比增长34.1%。",
        [],
    ),
    # A share that a slip of the unit explains, one copied from another part, a part above its whole
    (
        "专利共87.62万件，其中发明专利14.38亿件，占16.4%。",
        [("share", "inconsistent", "14.38亿件", "87.62万件", "16.4%")],
    ),
    (
        "收入30.54亿元。甲类9.27亿元，占30.4%；乙类5.06亿元，占30.4%；丙类1.38亿元，占4.5%。",
        [
            ("share", "consistent", "9.27亿元", "30.54亿元", "30.4%"),
            ("share", "inconsistent", "5.06亿元", "30.54亿元", "30.4%"),
            ("share", "consistent", "1.38亿元", "30.54亿元", "4.5%"),
        ],
    ),
    (
        "企业4.17万家，其中民企5.50万家，占企业总数的89.7%。",
        [("share", "inconsistent", "5.50万家", "4.17万家", "89.7%")],
    ),
    # A rate whose part stands right after its whole, unless the part may hold some of before
    (
        "应出庭784件，实际出庭988件，出庭应诉率95.79%。",
        [("share", "inconsistent", "988件", "784件", "95.79%")],
    ),
    (
        "提出建议596件，按期回复720件，回复率99.2%。",
        [],
    ),
    (
        "批准逮捕1843人，不捕1517人，不捕率35.1%。",
        [("share", "inconsistent", "1517人", "1843人", "35.1%")],
    ),
    # A sum that says of how many it is, and parts whose shares are all of their whole
    (
        "纠纷31879件，其中买卖8426件、借款7953件、物业3718件，三者合计20098件。",
        [
            ("parts", "inconsistent", "20098件", "8426件", "7953件", "3718件"),
        ],
    ),
    (
        "收入19685元，其中工资8124元，占41.3%；经营6831元，占34.7%；转移4281元，占21.7%；财产443元，占2.3%。",
        [
            ("share", "consistent", "8124元", "19685元", "41.3%"),
            ("share", "consistent", "6831元", "19685元", "34.7%"),
            ("share", "consistent", "4281元", "19685元", "21.7%"),
            ("share", "consistent", "443元", "19685元", "2.3%"),
            ("parts", "inconsistent", "19685元", "8124元", "6831元", "4281元", "443元"),
            ("hundred", "consistent", "41.3%", "34.7%", "21.7%", "2.3%"),
        ],
    ),
    (
        "案件9874件，其中甲类5315件、乙类2642件、丙类1217件，三类合计占九成。",
        [("share", "consistent", "9874件", "5315件", "2642件", "1217件", "九成")],
    ),
    # Years that are named bare are so many apart; a growth over years need not be of those named
    (
        "2017年至2024年，六年间改造小区1276个。",
        [("duration", "inconsistent", "2017", "2024", "六年")],
    ),
    (
        "2021年收入比2020年增长8.1%，两年平均增长5.1%。",
        [],
    ),
    # What is told first: a rate before its change, a share before its part, what a level was after
    # its rate; and a total a paragraph before its list
    (
        "集装箱21.84万标箱，增长7.5%，比上年同月多1.53万标箱。",
        [("change", "consistent", "21.84万标箱", "1.53万标箱", "增长7.5%")],
    ),
    (
        "水库蓄水87.42亿立方米，比去年同期多蓄9.86亿立方米，偏多12.5%。",
        [("change", "inconsistent", "87.42亿立方米", "9.86亿立方米", "12.5%")],
    ),
    (
        "金额14.73亿元，较上年的12.06亿元多出2.76亿元。",
        [("difference", "inconsistent", "14.73亿元", "12.06亿元", "2.76亿元")],
    ),
    (
        "网民5873万人。\n支付用户5187万人，使用率88.3%。",
        [("share", "consistent", "5187万人", "5873万人", "88.3%")],
    ),
    (
        "实有床位41386张，医院占81.1%，计33572张。",
        [("share", "consistent", "33572张", "41386张", "81.1%")],
    ),
    (
        "投诉1386件，而去年同一时段是2254件，下降38.5%。",
        [("growth", "consistent", "2254件", "1386件", "下降38.5%")],
    ),
    (
        "备案672次，增长31.5%，比全市增幅高13.3个百分点（全市为18.2%）。",
        [("points", "consistent", "18.2%", "增长31.5%", "13.3个百分点")],
    ),
    (
        "审结21618件。\n刑事742件、民商事12385件、行政196件、执行8295件。",
        [("parts", "consistent", "21618件", "742件", "12385件", "196件", "8295件")],
    ),
    (
        "问诊3.86万人次，相当于去年全年（2.94万人次）的1.3倍。",
        [("multiple", "consistent", "3.86万人次", "2.94万人次", "的1.3倍")],
    ),
    (
        "在校生81264人，1973个教学班平均每班41.2人。",
        [("average", "consistent", "81264人", "1973个", "41.2人")],
    ),
    (
        "吞吐量4678.6万吨，内贸、外贸分别为1963.2万吨和2715.4万吨，外贸占58.0%。",
        [
            ("share", "consistent", "2715.4万吨", "4678.6万吨", "58.0%"),
            ("parts", "consistent", "4678.6万吨", "1963.2万吨", "2715.4万吨"),
        ],
    ),
    (
        "利息收入38.62亿元，佣金收入4.17亿元，分别占收入49.35亿元的78.26%和9.45%。",
        [
            ("share", "consistent", "38.62亿元", "49.35亿元", "78.26%"),
            ("share", "inconsistent", "4.17亿元", "49.35亿元", "9.45%"),
        ],
    ),
    (
        "接待读者23.7万人次，日均4.74万人次，比去年同期多3.1万人次，增长15.0%。",
        [("change", "consistent", "23.7万人次", "3.1万人次", "增长15.0%")],
    ),
    (
        "普惠性幼儿园548所，占幼儿园总数（612所）的89.5%。",
        [("share", "consistent", "548所", "612所", "89.5%")],
    ),
    (
        "36名未成年人不起诉，占审结人数的41.4%（审结87人）。",
        [("share", "consistent", "36名", "87人", "41.4%")],
    ),
    (
        "受访的846人中，愿意留任的631人，打算离开的94人，其余721人没有表态。",
        [("parts", "inconsistent", "846人", "631人", "94人", "721人")],
    ),
    (
        "外贸6284.7亿元。东盟1126.9亿元、欧盟874.5亿元，两者合计占全省的31.8%。",
        [("share", "consistent", "6284.7亿元", "1126.9亿元", "874.5亿元", "31.8%")],
    ),
    (
        "产值由2020年的213.7亿元增加到2025年的304.9亿元，按现价计算年均增长7.7%。",
        [("annual", "inconsistent", "213.7亿元", "304.9亿元", "增长7.7%")],
    ),
    (
        "专利9372件，其中发明1406件；按常住人口412.6亿人计算，每万人拥有22.71件。",
        [("average", "inconsistent", "9372件", "412.6亿人", "22.71件")],
    ),
    # A share of a plan is no level, and what follows it is said of what was done
    (
        "收入142.37亿元，完成预算139.5亿元的102.1%，比上年增加9.7亿元，增长7.9%。",
        [
            ("change", "inconsistent", "142.37亿元", "增加9.7亿元", "增长7.9%"),
            ("multiple", "consistent", "142.37亿元", "139.5亿元", "102.1%"),
        ],
    ),
    # A level of a time before that has the name of the last one, or 这一比例
    (
        "流拍率21.7%；去年同期流拍率为34.6%，一年来下降12.9个百分点。",
        [("points", "consistent", "34.6%", "21.7%", "下降12.9个百分点")],
    ),
    (
        "省外观众占38.6%，这一比例去年暑期还只有33.2%，一年间抬升5.8个百分点。",
        [("points", "inconsistent", "33.2%", "38.6%", "抬升5.8个百分点")],
    ),
    # A change without a verb, after the level before it
    (
        "游客8.64万人次，去年同期是7.23万人次，多出1.41万人次，增幅19.5%。",
        [
            ("difference", "consistent", "8.64万人次", "7.23万人次", "1.41万人次"),
            ("growth", "consistent", "7.23万人次", "8.64万人次", "19.5%"),
        ],
    ),
    (
        "今年新增912.4亿元，上年同期新增774.8亿元，同比多增136.7亿元。",
        [("difference", "inconsistent", "912.4亿元", "774.8亿元", "136.7亿元")],
    ),
    (
        "去化周期为14.2个月，而年初为17.8个月，缩短3.6个月。",
        [("difference", "consistent", "17.8个月", "14.2个月", "缩短3.6个月")],
    ),
    # What follows a total and its average may be said of either
    (
        "接待读者23.7万人次，日均4.74万人次，比去年同期多3.1万人次，增长15.0%。",
        [("change", "consistent", "23.7万人次", "3.1万人次", "增长15.0%")],
    ),
    (
        "客运量5730万人次，日均15.7万人次，比上年增加2.0万人次，增长14.6%。",
        [
            ("change", "consistent", "15.7万人次", "增加2.0万人次", "增长14.6%"),
            ("average", "consistent", "5730万人次", "15.7万人次"),
        ],
    ),
    # The level before, told after its multiple
    (
        "贷款86.37亿元，是上年的1.29倍（上年61.92亿元）。",
        [("multiple", "inconsistent", "86.37亿元", "61.92亿元", "的1.29倍")],
    ),
    # An average right after its total and count, by the noun, another unit or a wider one
    (
        "集中安置939人，启用安置点14个，平均每个安置点安置87人。",
        [("average", "inconsistent", "939人", "14个", "87人")],
    ),
    (
        "家庭农场1385家，经营耕地12.86万亩，户均42.9亩。",
        [("average", "inconsistent", "12.86万亩", "1385家", "42.9亩")],
    ),
    (
        "茶叶1.43万吨，产值12.56亿元，平均每公斤87.8元。",
        [("average", "consistent", "12.56亿元", "1.43万吨", "87.8元")],
    ),
    (
        "货值4.16万元，进口大豆12.47万吨，折合每吨3336元。",
        [("average", "inconsistent", "4.16万元", "12.47万吨", "3336元")],
    ),
    # 其中 leads to a part, of which the total isn't
    (
        "夏粮总产量952.0万吨。其中，小麦面积2187.5万亩，单产398.7公斤/亩。",
        [],
    ),
    # A rate of a whole that its words name
    (
        "网民1218.6万人，农村网民352.7万人，普及率达70.0%（常住人口按1542.3万人计算）。",
        [("share", "inconsistent", "1218.6万人", "1542.3万人", "70.0%")],
    ),
    # What is left of a whole, and a part of itself and the other
    (
        "营业收入26.39亿元；营业成本18.65亿元，综合毛利率28.21%。",
        [("share", "inconsistent", "18.65亿元", "26.39亿元", "28.21%")],
    ),
    (
        "审结1352人，其中批准逮捕887人，不捕465人，不捕率34.4%。",
        [
            ("share", "consistent", "465人", "1352人", "34.4%"),
            ("parts", "consistent", "1352人", "887人", "465人"),
        ],
    ),
    # The whole of a rate may stand after its part
    (
        "存款2286.7亿元。一般公共预算收入19.36亿元；一般公共预算支出42.58亿元，财政自给率为54.47%。",
        [("share", "inconsistent", "19.36亿元", "42.58亿元", "54.47%")],
    ),
    # A part right before a rate, of which it hasn't the name
    (
        "判处罪犯2847人，其中五年以上的263人，重刑率9.42%。",
        [("share", "inconsistent", "263人", "2847人", "9.42%")],
    ),
    # A change to which 到 is a slip, by its rate before it
    (
        "登记1274件，专利授权72,705件，同比下降6.7%，减少到5,188件。",
        [("difference", "inconsistent", "72,705件", "下降6.7%", "5,188件")],
    ),
    (
        "平均办理周期由54天压到38天，缩短到29.6%。",
        [("multiple", "inconsistent", "38天", "54天", "29.6%")],
    ),
    (
        "总产13.97万吨，比上年增产到0.46万吨，增幅3.4%。",
        [("difference", "inconsistent", "13.97万吨", "3.4%", "0.46万吨")],
    ),
    # A base in brackets behind its time
    (
        "交货值52.7亿元，与去年同期（38.4亿元）相比增加14.3亿元，增幅47.2%。",
        [
            ("difference", "consistent", "52.7亿元", "38.4亿元", "增加14.3亿元"),
            ("growth", "inconsistent", "38.4亿元", "52.7亿元", "47.2%"),
        ],
    ),
    # A number in the name of a share
    (
        "每周至少一次的占38.4%，每月一至三次的占41.9%，其余29.7%每月不足一次。",
        [("hundred", "inconsistent", "38.4%", "41.9%", "29.7%")],
    ),
    # A change in one word
    (
        "支出386.2亿元，增支11.9亿元，增长3.9%。",
        [("change", "inconsistent", "386.2亿元", "11.9亿元", "增长3.9%")],
    ),
    # A change as a share of that of its whole; shares of all, one of which has a part
    (
        "贷款增加2418.5亿元，其中企业贷款增加2106.9亿元，占新增贷款的84.2%；住户贷款减少5亿元。",
        [("share", "inconsistent", "增加2106.9亿元", "增加2418.5亿元", "84.2%")],
    ),
    (
        "从年龄看，0—15岁占14.83%，16—59岁占61.76%，60岁及以上占23.41%，其中65岁及以上占17.96%。",
        [("hundred", "consistent", "14.83%", "61.76%", "23.41%")],
    ),
    # What 加上 adds; how many are summed, with a long name; the whole of what 其中 leads to, told
    # before it and not after
    (
        "得款560.7元，加上捐款230.5元，共筹得801.2元。",
        [("parts", "inconsistent", "801.2元", "560.7元", "230.5元")],
    ),
    (
        "当期结余3.09亿元，加上年结余12.84亿元，累计结余15.57亿元。",
        [("parts", "inconsistent", "15.57亿元", "3.09亿元", "12.84亿元")],
    ),
    (
        "销售费用11.83亿元、管理费用2.61亿元、财务费用0.19亿元，三项期间费用合计18.63亿元。",
        [("parts", "inconsistent", "18.63亿元", "11.83亿元", "2.61亿元", "0.19亿元")],
    ),
    (
        "学生314人，其中男生163人、女生141人；寄宿生126人。",
        [("parts", "inconsistent", "314人", "163人", "141人")],
    ),
    # Tenths by themselves after a part; a share in what 里 or what the share rose to leads to; of
    # cases that are told by what was done to them; of the same time, and with a date of all
    (
        "审结案件236件，其中抚养类149件，超过七成；发出38份。",
        [("share", "inconsistent", "149件", "236件", "超过七成")],
    ),
    (
        "专利授权26418件。发明专利授权8762件，在专利授权里占到38.2%。",
        [("share", "inconsistent", "8762件", "26418件", "38.2%")],
    ),
    (
        "营业收入38.62亿元。骨料收入4.35亿元，在营业收入中的比重升至21.26%。",
        [("share", "inconsistent", "4.35亿元", "38.62亿元", "21.26%")],
    ),
    (
        "调解7012件、裁决4363件，终局裁决1786件，占裁决案件的49.8%。",
        [("share", "inconsistent", "1786件", "4363件", "49.8%")],
    ),
    (
        "各项贷款余额3286.4亿元，同期普惠小微贷款余额742.8亿元，占各项贷款的26.20%。",
        [("share", "inconsistent", "742.8亿元", "3286.4亿元", "26.20%")],
    ),
    (
        "营业收入1036万元。截至6月30日，总股本4126万股。研发投入131万元，占营业收入的31.02%。",
        [("share", "doubtful", "131万元", "1036万元", "31.02%")],
    ),
    # Parts side by side, behind other parts of their total, paragraphs after it, each a head, and
    # with what 连同 adds; what 相加 sums
    (
        "推出经营性用地64宗，成交58宗，流拍6宗。",
        [("parts", "consistent", "64宗", "58宗", "6宗")],
    ),
    (
        "从业人员93147人，其中女性38206人；二产业47382人，三产业45765人。",
        [("parts", "consistent", "93147人", "47382人", "45765人")],
    ),
    (
        "成交面积3214.6亩。\n各镇另有安排。\n住宅用地1846.3亩，商服用地1368.3亩。",
        [("parts", "consistent", "3214.6亩", "1846.3亩", "1368.3亩")],
    ),
    (
        "人均收入27846元。人均工资15214元，人均经营净收入5873元，人均财产净收入1486元，"
        "人均转移净收入5273元。",
        [("parts", "consistent", "27846元", "15214元", "5873元", "1486元", "5273元")],
    ),
    (
        "裁定受理187件，其中移送的58件，连同上年未结的94件，在办281件。",
        [
            ("parts", "consistent", "281件", "187件", "94件"),
            ("parts", "not testable", "187件", "58件", "94件", "281件"),
        ],
    ),
    (
        "白鹳1326只，白鹤412只，潜鸭89只，三者相加1872只。",
        [("parts", "inconsistent", "1872只", "1326只", "412只", "89只")],
    ),
    # A part above what 中 counts it among, or what 其中 has opened with ： or goes on with 、
    ("25名听证代表中，有消费者代表30名。", [("part", "inconsistent", "30名", "25名")]),
    ("去年捐献的19例里，21例为男性，最小的才两岁。", [("part", "doubtful", "21例", "19例")]),
    (
        "本期支出117.7万元，其中：工资48.6万元（共9人），道路维修122.7万元，慰问21.4万元。",
        [("part", "inconsistent", "122.7万元", "117.7万元")],
    ),
    (
        "新栽果树30.9万株，其中梨树9.8万株、桃树32.4万株，另有苗圃两处。",
        [("part", "inconsistent", "32.4万株", "30.9万株")],
    ),
    (
        "授权专利57项，新增授权专利52项，其中发明专利61项。",
        [("part", "inconsistent", "61项", "52项")],
    ),
    # What is told of the year before, and a part of it
    (
        "去年接待1863420人次，其中境外观众2180201人次，占1.1%。",
        [("share", "inconsistent", "2180201人次", "1863420人次", "1.1%")],
    ),
    (
        "去年受理案件1000件，审结900件，结案率95%。",
        [("share", "inconsistent", "900件", "1000件", "95%")],
    ),
    # A share that is no share of profits, be they net or not
    (
        "净利润8.58亿元。拟派现金红利9.61亿元，占净利润的31.57%。",
        [("share", "inconsistent", "9.61亿元", "8.58亿元", "31.57%")],
    ),
    # By how much two levels differ: of two kinds, of a time before told last, of two flows
    (
        "平均工资12486元，比制造业的9851元多2653元。",
        [("difference", "inconsistent", "12486元", "9851元", "2653元")],
    ),
    (
        "平均用时12.6天，比一审诉讼的平均用时58.3天少45.7天。",
        [("difference", "consistent", "58.3天", "12.6天", "45.7天")],
    ),
    (
        "生猪出栏136420头，上年同期出栏128975头，增加7445头。",
        [("difference", "consistent", "136420头", "128975头", "增加7445头")],
    ),
    (
        "住户存款增加246.1亿元，去年同期增加263.7亿元，同比少增16.7亿元。",
        [("difference", "inconsistent", "增加263.7亿元", "增加246.1亿元", "16.7亿元")],
    ),
    (
        "前腿肉卖14.86元，比上个月同期的13.72元涨了1.41元。",
        [("difference", "inconsistent", "14.86元", "13.72元", "1.41元")],
    ),
    (
        "城镇人均收入36218元，农村19874元。两者相差16334元。",
        [("difference", "inconsistent", "36218元", "19874元", "16334元")],
    ),
    (
        "起拍价9720万元，以21870万元成交，溢价12510万元。",
        [("difference", "inconsistent", "21870万元", "9720万元", "12510万元")],
    ),
    # Of several levels before, that of the same name
    (
        "2009年9月进出口66.01亿美元，其中出口39.84亿美元，环比增长4.5%，8月份出口为38.12亿美元；进口26.17亿美元。",
        [("growth", "consistent", "38.12亿美元", "39.84亿美元", "增长4.5%")],
    ),
    # A count that stands in the paragraph before
    (
        "年末常住人口412.8万人，其中男性210.3万人。\n全市执业医师14237人，每千人口执业医师3.45人。",
        [
            ("average", "consistent", "14237人", "412.8万人", "3.45人"),
        ],
    ),
    # The same measure of a later year, and a survey that is called by its percentage
    (
        "2020年老年人占19.2%；2025年1%人口抽样调查显示，这一比重升到23.5%，提高5.3个百分点。",
        [("points", "inconsistent", "19.2%", "23.5%", "提高5.3个百分点")],
    ),
    (
        "今年新增贷款320亿元增至545亿元，增长22.2%。",
        [("growth", "inconsistent", "320亿元", "545亿元", "增长22.2%")],
    ),
    # The levels of two years right before what grew in the years between
    (
        "2020年底，全省光伏装机为812.6万千瓦，2025年底达2509.4万千瓦，五年增长3.1倍。",
        [
            ("duration", "consistent", "2020", "2025", "五年"),
            ("growth", "inconsistent", "812.6万千瓦", "2509.4万千瓦", "增长3.1倍"),
        ],
    ),
    # Who bought for how much, above the price that it began from
    (
        "起始价25.30亿元，经过53轮竞价，由安禾置地以28.91亿元摘得，溢价率14.3%。",
        [("growth", "consistent", "25.30亿元", "28.91亿元", "14.3%")],
    ),
    (
        "成交地块起始总价81.35亿元，成交总价86.74亿元，整体溢价率6.6%。",
        [("growth", "consistent", "81.35亿元", "86.74亿元", "6.6%")],
    ),
    # What is named in a sentence before, and of which level of the sentence another one is told
    (
        "各项贷款余额2103.6亿元，同比增长7.9%。小微贷款余额418.2亿元，同比增长22.2%，高于各项贷款增速15.3个百分点。",
        [("points", "inconsistent", "增长7.9%", "增长22.2%", "15.3个百分点")],
    ),
    (
        "合格率69.9%。调解成功率74.0%，比合格率还高5.1个百分点。",
        [("points", "inconsistent", "69.9%", "74.0%", "5.1个百分点")],
    ),
    (
        "与上年的34.8%相比，基层诊疗量占比37.2%，提升3.4个百分点。",
        [("points", "inconsistent", "34.8%", "37.2%", "提升3.4个百分点")],
    ),
    (
        "现有备案企业2647家，2022年底还只有1139家，两年净增1608家。",
        [("difference", "inconsistent", "2647家", "1139家", "1608家")],
    ),
    (
        "水产品214.37亿元、蔬菜86.29亿元，水产品出口较2023年的178.64亿元增长30.0%。",
        [("growth", "inconsistent", "178.64亿元", "214.37亿元", "增长30.0%")],
    ),
    (
        "献全血55127人次，捐献血小板13087人次，后者比上年的11386人次增长24.9%。",
        [("growth", "inconsistent", "11386人次", "13087人次", "增长24.9%")],
    ),
    # A long number again, in another sentence, and what words go back to
    (
        "在校生412148人，其中小学263941人、初中148207人。五年间，初中在校生由131460人增加到148207人。",
        [
            ("parts", "consistent", "412148人", "263941人", "148207人"),
            ("same", "consistent", "148207人", "148207人"),
        ],
    ),
    (
        "去年共受理178件，其中行政案件32件。对上述187件，已办结160件。",
        [("same", "inconsistent", "178件", "187件")],
    ),
    (
        "去年共受理178件，其中行政案件32件。这178件中，已办结160件。",
        [("same", "consistent", "178件", "178件")],
    ),
    # One quantity in two units, and what is told of it after both
    (
        "播种面积3214.6千公顷（4811.9万亩），比上年增加18.3千公顷（27.5万亩），增长0.9%。",
        [
            ("change", "inconsistent", "3214.6千公顷", "增加18.3千公顷", "增长0.9%"),
            ("same", "inconsistent", "3214.6千公顷", "4811.9万亩"),
            ("same", "consistent", "增加18.3千公顷", "27.5万亩"),
        ],
    ),
    (
        "面积由120.0公顷（1800亩）增加到150.0公顷（2250亩），增长35%。",
        [
            ("growth", "inconsistent", "120.0公顷", "150.0公顷", "增长35%"),
            ("same", "consistent", "120.0公顷", "1800亩"),
            ("same", "consistent", "150.0公顷", "2250亩"),
        ],
    ),
    (
        "总产量1893.4万吨，折合378.9亿斤，占全国的2.7%。",
        [("same", "inconsistent", "1893.4万吨", "378.9亿斤")],
    ),
    (
        "占地4.86公顷（72.9亩），成交价21870万元，亩均地价300万元。",
        [
            ("average", "consistent", "21870万元", "72.9亩", "300万元"),
            ("same", "consistent", "4.86公顷", "72.9亩"),
        ],
    ),
    # The level of the time before, told after by how much; and one that is no time before
    (
        "女生占46.4%，比去年上升4.6个百分点，去年女生占42.8%。",
        [("points", "inconsistent", "42.8%", "46.4%", "上升4.6个百分点")],
    ),
    (
        "制造业占42.6%，比二季度提高5.2个百分点，二季度这一比重为37.4%。",
        [("points", "consistent", "37.4%", "42.6%", "提高5.2个百分点")],
    ),
    (
        "省内就业占57.9%，较2023届回升4.7个百分点，2023届为54.2%。",
        [("points", "inconsistent", "54.2%", "57.9%", "回升4.7个百分点")],
    ),
    (
        "利率3.06%，比2021年末的高点5.72%低3.66个百分点。",
        [("points", "inconsistent", "5.72%", "3.06%", "3.66个百分点")],
    ),
    (
        "股价26.40元，较年内高点31.20元下跌17.4%。",
        [("growth", "inconsistent", "31.20元", "26.40元", "下跌17.4%")],
    ),
    (
        "总降雨量318.6毫米，较常年286.4毫米偏多11.2%。",
        [("growth", "consistent", "286.4毫米", "318.6毫米", "11.2%")],
    ),
    # By how much a price changed, a measure word before it
    (
        "油麦菜由3.80元涨到4.60元，每斤贵了0.90元。",
        [("difference", "inconsistent", "4.60元", "3.80元", "0.90元")],
    ),
    (
        "平均票价降至39.5元，去年同期为41.7元，一张票便宜了3.2元。",
        [("difference", "inconsistent", "41.7元", "39.5元", "3.2元")],
    ),
    (
        "二季度，公司门店净增17家，其中新开31家、关闭13家。",
        [
            ("difference", "inconsistent", "31家", "13家", "17家"),
            ("parts", "not testable", "17家", "31家", "13家"),
        ],
    ),
    # By how much stands between the level that something grew from and the one it came to
    (
        "收益由2022年的3.914亿元增加15.6%至2023年的4.526亿元，并进一步增加29.7%至2024年的5.417亿元。",
        [
            ("growth", "consistent", "3.914亿元", "4.526亿元", "增加15.6%"),
            ("growth", "inconsistent", "4.526亿元", "5.417亿元", "增加29.7%"),
        ],
    ),
    (
        "毛利率由31.4%上升3.5个百分点至33.9%。",
        [("points", "inconsistent", "31.4%", "33.9%", "上升3.5个百分点")],
    ),
    (
        "销售费用由1.20亿元减少0.30亿元或25.0%至0.90亿元。",
        [
            ("difference", "consistent", "1.20亿元", "0.90亿元", "减少0.30亿元"),
            ("growth", "consistent", "1.20亿元", "0.90亿元", "25.0%"),
        ],
    ),
    (
        "收入较去年同期的3.914亿元增加25.6%至4.526亿元。",
        [("growth", "inconsistent", "3.914亿元", "4.526亿元", "增加25.6%")],
    ),
    (
        "收入同比增加15.6%至4.526亿元（上年同期：3.914亿元）。",
        [("growth", "consistent", "3.914亿元", "4.526亿元", "增加15.6%")],
    ),
    # Other times before, and how long something took to change
    (
        "完赛率92.5%，上一届为87.9%，提高了5.6个百分点。",
        [("points", "inconsistent", "87.9%", "92.5%", "提高了5.6个百分点")],
    ),
    (
        "阳性率41.3%，两周前为38.2%，两周内上升4.1个百分点。",
        [("points", "inconsistent", "38.2%", "41.3%", "上升4.1个百分点")],
    ),
    (
        "收盘价26.40元，上一交易日为25.80元，上涨4.3%。",
        [("growth", "inconsistent", "25.80元", "26.40元", "上涨4.3%")],
    ),
    (
        "库存864.3万吨，前一日为812.6万吨，增加41.7万吨。",
        [("difference", "inconsistent", "864.3万吨", "812.6万吨", "增加41.7万吨")],
    ),
    # Growth and multiples of what other words lead to, of what stands in a sentence before
    (
        "刑事警情由2020年的4431起降到2024年的3862起，下降12.8%。",
        [("growth", "consistent", "4431起", "3862起", "下降12.8%")],
    ),
    (
        "一季度销售7386辆，比上年同期的6820辆多销566辆，增幅8.30%。",
        [
            ("difference", "consistent", "7386辆", "6820辆", "566辆"),
            ("growth", "consistent", "6820辆", "7386辆", "8.30%"),
        ],
    ),
    (
        "全县平均降雨612.8毫米，而常年同期为487.3毫米，偏多25.8%。",
        [("growth", "consistent", "487.3毫米", "612.8毫米", "25.8%")],
    ),
    (
        "企业占比由目前的29.5%提高到30.5%，提高1.0个百分点。",
        [("points", "consistent", "29.5%", "30.5%", "提高1.0个百分点")],
    ),
    (
        "断面流量达到每小时6480辆次，是平日的2.7倍（平日约2400辆次）。",
        [("multiple", "consistent", "6480辆次", "约2400辆次", "的2.7倍")],
    ),
    (
        "社员从2021年的58户增加到如今的203户，是当年的3.5倍。",
        [("multiple", "consistent", "203户", "58户", "的3.5倍")],
    ),
    (
        "旅客128.43万人次，2024年1月为117.06万人次，2019年1月为121.90万人次，同比增长9.71%，较2019年同期增长5.36%。",
        [
            ("growth", "consistent", "117.06万人次", "128.43万人次", "增长9.71%"),
            ("growth", "consistent", "121.90万人次", "128.43万人次", "增长5.36%"),
        ],
    ),
    (
        "接待观众186.4万人次。观众数较2023年的171.5万人次增长8.7%，较2019年的158.3万人次增长17.8%。",
        [
            ("growth", "consistent", "171.5万人次", "186.4万人次", "增长8.7%"),
            ("growth", "consistent", "158.3万人次", "186.4万人次", "增长17.8%"),
        ],
    ),
    (
        "爽约率9.0%。推行新规以来，爽约率比上年的13.1%下降4.1个百分点。",
        [("points", "consistent", "13.1%", "9.0%", "下降4.1个百分点")],
    ),
    (
        "使用率27.4%，2023年12月使用率仅为9.6%，一年间提高17.8个百分点。",
        [("points", "consistent", "9.6%", "27.4%", "提高17.8个百分点")],
    ),
    (
        "地块以36550万元竞得，较起始价34000万元溢价7.5%。",
        [("growth", "consistent", "34000万元", "36550万元", "7.5%")],
    ),
    (
        "以8.20元成交，较前收盘价10.00元折价18.0%。",
        [("growth", "consistent", "10.00元", "8.20元", "18.0%")],
    ),
    (
        "零售额同比增长4.9%，比一季度加快0.6个百分点，一季度为4.3%。",
        [("points", "consistent", "4.3%", "增长4.9%", "0.6个百分点")],
    ),
    # Growth a year over years told once
    (
        "用户规模2020年约为364万人，2024年达到1500万人，4年间年均复合增长42.5%。",
        [
            ("duration", "consistent", "2020", "2024", "4年"),
            ("annual", "consistent", "约为364万人", "1500万人", "增长42.5%"),
        ],
    ),
    (
        "装机4567万千瓦，是2015年（412万千瓦）的11.1倍，8年年均增长35.1%。",
        [
            ("multiple", "consistent", "4567万千瓦", "412万千瓦", "的11.1倍"),
            ("annual", "consistent", "412万千瓦", "4567万千瓦", "增长35.1%"),
        ],
    ),
    (
        "四年间总规模由1305.4亿元增加到1846.3亿元，年均增长9.1%。",
        [("annual", "consistent", "1305.4亿元", "1846.3亿元", "增长9.1%")],
    ),
    # Averages by other words, of what stands in another paragraph, and of a time; products
    (
        "办理援助案件1974件，挽回损失3143万元，平均一件1.59万元。",
        [("average", "consistent", "3143万元", "1974件", "1.59万元")],
    ),
    (
        "公司成本8.742亿元，载客1.863亿人次，人次成本4.69元。",
        [("average", "consistent", "8.742亿元", "1.863亿人次", "4.69元")],
    ),
    (
        "靠泊邮轮38艘次，出入境旅客9.46万人次，艘次平均2489人次。",
        [("average", "consistent", "9.46万人次", "38艘次", "平均2489人次")],
    ),
    (
        "票房1.268亿元，观影249.6万人次，平均票价50.8元。",
        [("average", "consistent", "1.268亿元", "249.6万人次", "50.8元")],
    ),
    (
        "观影人次96.38万，票房4736.2万元，平均票价49.1元。",
        [("average", "consistent", "4736.2万元", "96.38万", "49.1元")],
    ),
    (
        "诈骗案件8412起，损失4.09亿元，案均4.86万元。",
        [("average", "consistent", "4.09亿元", "8412起", "4.86万元")],
    ),
    (
        "来电46.30万件，平均每天1268件（2023年365天，全年无休）。",
        [("average", "consistent", "46.30万件", "365天", "1268件")],
    ),
    (
        "住院次均费用5872.3元，平均住院日7.9天，日均住院费用743.3元。",
        [("average", "consistent", "5872.3元", "7.9天", "743.3元")],
    ),
    (
        "1642.7万名观众一起走过了八年，平均每年接待205.3万人次。",
        [("average", "consistent", "1642.7万名", "八年", "205.3万人次")],
    ),
    (
        "头茬瓜一斤卖3.6元，抢着要。摘了21500斤，毛收入7.74万元。",
        [("product", "consistent", "3.6元", "21500斤", "7.74万元")],
    ),
    (
        "每天发出3.6万单，以每单2.5公斤计，相当于90吨鲜果。",
        [("product", "consistent", "2.5公斤", "3.6万单", "90吨")],
    ),
    (
        "每10股派发现金红利3.20元。公司总股本84350.00万股，以此计算合计派发现金红利26992.00万元。",
        [("product", "consistent", "3.20元", "84350.00万股", "26992.00万元")],
    ),
    (
        "旅客18.46亿人次，其中换乘3.2亿人次。\n票款收入41.72亿元，平均每人次2.26元。",
        [("average", "consistent", "41.72亿元", "18.46亿人次", "2.26元")],
    ),
    (
        "质押登记74.10亿元。\n办理登记512笔，平均每笔1447万元。",
        [("average", "consistent", "74.10亿元", "512笔", "1447万元")],
    ),
    (
        "新房18432套，二手房27916套，比新房多0.51倍。",
        [("growth", "consistent", "18432套", "27916套", "0.51倍")],
    ),
]


@pytest.mark.parametrize("text, expected", FORMED)
def test_statements_are_joined(text, expected):
    key = lambda one: (one[0], one[2:])  # noqa: E731
    assert sorted(told(text), key=key) == sorted(expected, key=key)


@pytest.mark.parametrize(
    "text",
    [
        # Shares of regions leave out servicemen; loans of two sorts aren't all loans
        "分地区看，城区156.72万人，占41.63%；东部118.45万人，占31.47%；西部100.74万人，占26.76%。",
        "各项贷款余额100亿元，其中短期贷款30亿元，中长期贷款50亿元，票据融资5亿元。",
        # An increase is no level of the time before, nor what a level rose to from a high
        "贷款余额2000.0亿元，比年初增加100.0亿元，比去年同期80.0亿元的增量多增20.0亿元。",
        "房价9000元，较年初下降3.0%，较2021年高点12000元下降25.0%，与去年同期9500元相比下降5.3%。",
        # Points are measured against the time that they name
        "失业率5.1%，比上月下降0.1个百分点，比上年同月下降0.3个百分点，上年同月为5.4%。",
        "毛利率32.0%，同比提高1.5个百分点；净利率12.0%，上季度毛利率31.0%。",
        "平均降水600毫米，今年降水690毫米，偏多15.0%，比去年的750毫米偏少8.0%。",
        # The last of a list isn't all that an average is of
        "近三年接待游客分别为120万人次、150万人次和180万人次，总收入45.0亿元，人均消费1000元。",
        # What exports and imports differ by is no whole of them, nor the rest a sum
        "前11个月，全省外贸顺差996.2亿元，出口2207.4亿元，进口1211.2亿元。",
        "公共预算收支差额50.0亿元，税收收入300.0亿元，非税收入80.0亿元。",
        "三大散货分别到港2164.3万吨、3078.6万吨和417.2万吨；其余货类共9430.1万吨。",
        "上级补助50亿元，收入总计200亿元；支出总计195亿元，上解20亿元，年终结余5亿元。",
        "第一批支持企业120家，第二批支持80家，两批合计支持180家（其中20家重复支持）。",
        # A rate of some of the cases, or of more than a part
        "全年新收案件790件，旧存52件，审结800件，法定审限内结案率99.0%。",
        "全年审结案件800件，结案率95.0%，其中旧存案件审结50件；新收案件790件。",
        "资产负债率60.0%，总资产500亿元，带息负债180亿元，带息负债率36.0%。",
        # What is new in a month isn't what a level grew by in a year, nor is 60% of what is in 中
        "办理事项由76项扩至112项。新增36项，其中8月新增9项。",
        "2024年败诉率11.3%，2025年这个数字是14.8%，比2020年下降2.5个百分点。",
        "学生2000人，女生900人，占45%，新生1000人，在新生中占55%。",
        # A ratio of others, or of the year before; changes that are some of all; two dividends
        "男教师240人，女教师360人，学生男女比例为1.1:1。",
        "城镇居民人均可支配收入42000元，农村24000元，城乡收入比由上年的1.80:1缩小到1.75:1。",
        "住户贷款增加59.63亿元，其中短期贷款增加18.36亿元、经营贷款增加11.27亿元。",
        "以总股本1000万股为基数，每10股派3元，派发300万元，连同中期分红全年共分红500万元。",
        "全年净流入120人，同比增加20人，其中青年150人。",
        # A rate of others, or one that brackets say how it was worked out
        "受理案件1000件，审结900件，结案率由93.1%降至90.0%，一审结案率由90.0%升至92.0%。",
        "常住人口100万人，城镇人口60万人，户籍人口城镇化率由38.0%提高到40.0%。",
        "存款余额500亿元，贷款余额400亿元，存贷比由上年的82.0%降至78.5%（按日均余额计算）。",
        "快递业务量8.0亿件，业务收入60.0亿元（含其他收入），平均单价6.8元。",
        # Of more than what a level rose by some may have gone; what then was wasn't last year
        "事项由100项增至150项，新增60项，取消10项。",
        "覆盖率80.0%，比五年前提高10.0个百分点，比上年提高1.0个百分点，当时为70.0%。",
        "少数民族代表60人，占15.0%，在妇女代表中占20.0%，妇女代表120人，代表总数400人。",
        "每10股送3股派1.00元，以总股本2.00亿股为基数，共派发现金0.20亿元，送股0.60亿股。",
        # A part of what is left; the last two of three; a rate that several parts have together,
        # and one told before what is but some of it
        "业务收入15.6亿元，业务支出7.9亿元，增值收益7.7亿元，其中委托贷款增值收益0.5亿元。",
        "甲队200分，乙队100分，丙队50分，前者是后者的4倍。",
        "问卷发放1000份，现场回收600份、邮寄回收320份，回收率92.0%，有效率98.0%。",
        "客房200间，平均入住率70.0%，周末入住180间，节假日满房。",
        "账户2000万户，较上年末增长10.0%，较2020年末增长60.0%，2020年末为1250万户。",
        # What is new besides what was taken over; a rate of the year before
        "床位由500张增至650张，新增100张，另由合并转入50张。",
        "较前一年增长12.0%，达到112亿元，前一年为100亿元，增长8.0%。",
        "2024届就业率94.0%，比2023届提高2.0个百分点，比2022届（90.5%）高3.5个百分点。",
        # Years of something else that began between
        "协会自2003年成立，到2023年换届时，王某任职满10年。",
        "公司2008年成立，到2023年上市已5年。",
        "医院2008年建成，至2023年已连续3年获评先进。",
        "张某2008年入职，到2023年任期已满3年。",
        # Categories leave out old stock, and lists the odd case
        "三年来共受理案件1200件，其中2022年刑事案件300件、2023年400件、2024年350件。",
        "五年共受理案件2000件，其中2020年300件、2021年400件、2022年350件。",
        "受理案件3302件，审结3995件（含上年结转），结案率96.5%。",
        # A level that comes after a rate may be its part; a part's price isn't the whole's
        "发放问卷500份，回收480份，有效回收率92.0%，有效问卷460份。",
        # What grew to a figure may have a name of its own
        "贷款余额500亿元，其中小微企业贷款较年初增加到120亿元。",
        "新增就业5.2万人，登记失业率比上年下降到3.2%，再就业2.1万人。",
        "受理案件6298件，其中民事案件3000件，刑事案件1200件。",
        "办理案件1803件，其中民事1200件、刑事601件。",
        # Growth on a comparable basis beside amounts that aren't adjusted
        "各项存款余额1200亿元，比年初增加100亿元，按可比口径增长8%。",
        "一般公共预算收入100.0亿元，同口径增长6%，上年为98.0亿元。",
        "全年生产总值1000亿元，增长6%，其中第一产业100亿元，增长3%；第二产业400亿元，"
        "增长5%；第三产业500亿元，增长5.5%。",
        # What is compared with is the base, not the level
        "人口141178万人，与2010年的133972万人相比，增加7206万人，增长5.38%。",
        # A change on the beginning of the year, a rate on the year before
        "6月末贷款余额120亿元，比年初增加20亿元，同比增长30%。",
        # A part of a part that has its share in the whole; a share in another place's whole
        "老年人628人，占19.14%，其中65岁及以上431人，占13.16%。",
        "全市进出口1000亿元，其中出口600亿元，占全省出口的12%。",
        "甲市出口100亿元。乙企业出口20亿元，占全国出口的3%。",
        # A month beside the cumulative sum of months
        "1—9月进出口900亿元。9月当月出口60亿元，进口45亿元。",
        # The surplus of another year, a yearly mean, things that only share a measure word
        "出口34.23亿美元，进口30.27亿美元，顺差3.96亿美元，上年顺差为0.92亿美元。",
        "城镇化率由56.8%提高到63.4%，五年提高6.6个百分点，年均提高1.32个百分点。",
        "建设9个电视监控考场，其中甲市的考场有31个考室。",
        "净利润10亿元，其中主业15亿元，占150%。",
        # A goal can be exceeded, a balance holds what was there before
        "新增就业12.46万人，完成目标任务11.5万人的108.3%。",
        "年初结余486万元，收入1355万元，支出1216万元，年末结余625万元。",
        # Shares of different wholes; percentages side by side that are no shares
        "博士431人、硕士559人，分别占36.93%和47.90%。",
        "合格率95.2%，优秀率31.5%，投诉率1.2%。",
        "识字率男性为83.51%，女性为80.47%。",
        "出口增长20%，进口增长5%，进出口增长30%的目标提前实现。",
        # A whole that stands inside the share is no part of another; a reserve can be exceeded
        "销售额900亿元。网店销售额80亿元，增长9%，占大型商场销售额200亿元的40%。",
        "存粮52.0万吨，占全部物资的9.0%，为规定储备量50.0万吨的104.0%。",
        # What is closed in a year is a share of all that was open, old cases too
        "新收执行案件1000件，旧存250件，共办理1250件；执结1000件，执结率80%。"
        "新收执行案件900件，旧存150件，办理1050件；执结840件，执结率80%。",
        # A rate on the year before beside the level of the year's beginning, or of another year
        "存款余额120.0亿元，同比增长30%，比年初增加20.0亿元；年初余额为100.0亿元。",
        "农场150家，比2018年增加50家，增长50%；2019年为120家。",
        "病床80张，较上年的100张下降20%，较2015年的160张下降50%。",
        # Ages with a gap between them, one in the other; shares told beside their parts
        "0—15岁占15.0%，60岁及以上占25.0%，其中70岁及以上占12.0%。",
        "出警1000次，其中火灾500次，占50.0%，水灾占20.0%，其余占30.0%。",
        # After ； a list goes on outside of the part that 其中 opened
        "出口玩具400亿元，占全国出口的40.0%，其中积木100亿元，占25.0%；出口鞋类90亿元，占9.0%。",
        "学生9000人，其中本科生6000人、研究生3000人；另有进修生1200人。",
        # 集中度 has no 中 that leads to a share
        "最大八家客户存款集中度17.42%。",
        # What a level is measured by isn't what grows; nor what another name is compared with
        "销量150吨，恢复至2017年200吨的75.0%，比2018年的100吨增长50.0%。",
        "鸟类300种，其中水鸟较上年的80种增加20种，增长25%。",
        "门店300家，其中东区20家、西区90家，较上年末的200家净增100家，增长50%。",
        "最高气压764.2帕，较去年最高气压706.8帕净增57.4帕，增幅8.1%。",
        # A sum of more than the list before it; a rate that nobody counted; what is only supposed
        "电池另购，价格为305美元，另外还有海运费549美元、码头费528美元、关税1019美元，到手合计为3331美元。",
        "210个交易日中，回报率高达15.54%。",
        "游戏2361个，如果包括旧游戏3200个。",
        # Last year's level is no part of this year's task; a month is no base of a year's growth
        "完工486台，已超去年全年的453台，完成全年600台任务的81%。",
        "5月份网签4126套，同比增长6.2%，4月份为4873套。",
        # A rough price; an amount of more than one thing; days that aren't those of the total
        "硬币11601个，每个市价大概是4000多美元，总金额大约是4700万美元。",
        "奖励甲类20人，每人500元，乙类若干，合计3.6万元。",
        "培训12天，全年接待游客90.0万人次，日均3.1万人次。",
        # A rate of some cases; not all loans; a record that was beaten; the share of another unit
        "受理案件20063件，审结18874件，结案率94.07%，法定期限内结案率99.4%。",
        "小微企业28463户，贷款余额312.74亿元。涉农贷款余额187.60亿元，占各项贷款的28.1%。",
        "最高日供水98.7万立方米，比前一纪录多1.2万立方米，为设计能力110万立方米的89.7%。",
        "机构2318个，其中基层机构2186个。总诊疗3107.5万人次，基层机构占56.3%。",
        # A yearly mean of a change, and the change of a total
        "城镇人口从19.84万人增加到21.97万人，年均增加0.53万人。",
        "城镇人口从19.84万人增加到21.97万人，乡村人口由22.63万人减至20.13万人，人口总量下降，"
        "减少0.37万人。",
        # A mean price is rounded though it is whole; an average is of all, not of 其中
        "成交面积342.62万平方米，总金额586.27亿元，均价17112元/平方米。",
        "旅馆由200家发展到400家，其中星级50家；客房6000间，平均每家15间。",
        # An average of a part that the total and the count aren't of
        "商品房销售面积320万平方米，销售额286亿元，住宅均价9860元/平方米。",
        "快递业务量5.2亿件，业务收入61.3亿元，异地件均价为9.8元。",
        "接待游客100万人次，旅游收入5.00亿元，境外人员人均消费600元。",
        # The month before, the year before and the beginning of the year each have their rate
        "5月签约4126套，同比增长6.2%，环比下降15.3%，4月为4873套，上年同期为3885套。",
        "去年末存款100亿元，今年6月末为120亿元，比年初增加20亿元，比上年同期增长15%。",
        # Another series, another length of time, a later year, some of the years
        "2020年招生1000人，2021年研究生招生300人，同比增长20%。",
        "8月用电100亿千瓦时；1—8月累计用电720亿千瓦时，增长4%；去年8月为95亿千瓦时。",
        "2018年学校100所，2020年为90所，2020年撤并学校20所，比2018年增长50%。",
        "2016年至2023年，公司后五年间累计分红30亿元，年均增长8%。",
        "由2018年的100家增加到2023年的180家，近三年新增60家，年均增长12.5%。",
        # What a level is more than another by is no level; the year of a period is none of its end
        "供水98.7万立方米，比前一纪录多1.2万立方米，为设计供水能力110万立方米的89.7%。",
        "2020年至2025年授权专利14.38万件。申请由2020年的1267件增至2913件，为2020年的2.3倍。",
        # A period may count from the end of the year before it; money in another currency
        "2013—2022年，营业收入由100亿元增加到300亿元，年均增长11.6%。",
        "进出口100亿元，增长5%，其中出口60亿元，增长8%，进口40亿元，增长0.8%，按美元计增长3%。",
        # What may have gone besides; a base among several years that no words choose
        "旧存案件3907件，新收48762件，移送30件，审执结43119件，期末未结9520件。",
        "旧存案件3907件，同类案件5000件，审执结43119件，结案率81.87%，期末未结9550件。",
        "旧存案件3907件。新收48762件。审结43119件，结案率81.87%，未结9550件。",
        "占比由2021年的53.6%、2022年的58.4%升至71.8%，提高18.2个百分点。",
        "2024年，投诉由2021年的500件、2022年的450件降至300件，较上年下降20.0%。",
        "新收案件100件，结转下年20件，审结80件，未结20件，结案率80%。",
        # Points that are dealt out, and a percentage that is of others
        "甲县、乙县分别增长7.9%、8.0%，高于全省5.0%的平均水平2.9和3.0个百分点。",
        "满意率95%，高于90%的企业5%。",
        # A structure of the year before; a list with a part between those that have a name
        "第一产业100.0亿元，第二产业400.0亿元，第三产业500.0亿元。"
        "三次产业结构由上年的12.0:39.0:49.0调整为10.0:40.0:50.0。",
        "粮食产量100.0万吨，夏粮12.0万吨，早稻8.0万吨，秋粮80.0万吨。",
        # A share of several together; all of a kind, of which others are but a part
        "全市现有景区200家，其中5A级10家、4A级40家、3A级150家，4A级以上景区占25.0%。",
        "营业收入100.0亿元，其中利息收入80.0亿元，占营业收入的80.00%，手续费收入12.0亿元，"
        "投资收益等其他非利息收入8.0亿元，非利息收入占比20.00%。",
        # The name of a fall before its points
        "上诉率由51.2%降到44.8%，降幅为6.4个百分点。",
        # People who are counted in persons and in times; a whole that stands nearer to its part
        "限制消费4900人次，拘留310人，其中主动履行的400人。",
        "受理申请3700件，合格3100件；裁决立案276件，结案261件，结案率94.6%。",
        # A part whose share was told by what it rose from is no whole of the next part
        "储能收入9.86亿元，收入占比由上年的43.68%升至48.00%；电源收入6.43亿元，占比31.30%。",
        # What is usual isn't last year's; the points of a margin
        "平均降水量412.6毫米，较常年同期的356.8毫米偏多15.6%，较去年同期偏少近一成。",
        "收益率4.18%，成本率2.31%；净利差1.88%。",
        # Of three percentages 后者 leaves open which; what is new has no rate of its own
        "存款增长8.6%，贷款增长15.3%，保险增长9.1%，后者快1.7个百分点。",
        "年末用户5873万人，其中新增94万人，增长12.6%。",
        "产值由2020年的213.7亿元增加到2025年的304.9亿元，年均增长7.7%。",
        # A part of a part, of which what comes after it is none
        "判处罪犯903人，其中重刑58人，占6.42%，适用缓刑317人；认罪认罚制度适用率89.6%。",
        # What is left need not be of the two levels before, nor two of three be the ones apart;
        # what grew more than before needs two flows, and 相差 tells no sum
        "收购小麦38642吨、玉米25317吨，还剩13200吨库容。",
        "城镇人均收入36218元，农村19874元，山区17204元。两者相差16334元。",
        "存款增加2946.1亿元，其中住户存款增加2633.7亿元，同比多增312.9亿元。",
        "城镇人均收入36218元，农村19874元，两者相差约1.6万元。",
        "工资12486元，比制造业的9851元多，三年累计多2000元。",
        # Of those that are counted not all that is told is one; what comes after is of another time
        "25名志愿者中，有12人是党员，服务居民300人。",
        "25名志愿者中，每人走访居民30人。",
        "8个村中，12个小组完成改造。",
        "全县有12户人家里，共住着30户租客。",
        "债务余额538.6亿元，距562.3亿元的限额尚有23.7亿元空间，其中一般债务214.9亿元、专项债务323.7亿元。",
        "接待100万人次，其中：过夜30万人次，一日游70万人次；酒店接待180万人次。",
        "新增贷款100亿元，其中企业贷款120亿元，住户贷款减少20亿元。",
        "去年招收学生500人，其中男生300人、女生200人，今年计划招收学生800人，其中男生520人。",
        "去年受理案件1000件，今年审结900件，结案率95%。",
        "去年全县收入100亿元，今年支出60亿元，结余50亿元。",
        # Levels that stand side by side need not be all of the first
        "推出经营性用地64宗，成交51宗，流拍6宗。",
        "从业人员93147人，其中女性38206人；二产业47382人，三产业42765人。",
        "裁定受理187件，连同上年未结的94件，全年办结173件。",
        # Tenths of something else than of the whole before; a day's own whole
        "企业100家，其中外企30家，六成来自日本。",
        "企业100家，其中外企30家，员工中六成是本地人。",
        "企业100家，外企30家，六成。",
        "当日成交9251万元。5月13日，买入6068万元，占总成交额的8.9%。",
        "贷款余额386.4亿元，上年同期贷款余额342.8亿元，占各项贷款的22.60%。",
        # More than what 加上 adds, and more than men and women; what belongs to some owners alone
        "售书得款560元，门票340元，加上捐款200元，共1100元。",
        "售书得款560元，每本34元，加上捐款200元，余款1200元。",
        "录取学生314人，其中本省男生163人、女生141人，外省10人。",
        "录取学生314人，其中男生163人、女生141人，另有未报到的10人。",
        "资产总额6.82亿元，负债总额4.17亿元，归属于上市公司股东的净资产2.52亿元。",
        "资产总额6.82亿元，流动负债4.57亿元，净资产1.52亿元。",
        # A share of all that a whole grew by, not of what is told before
        "存款增加300亿元，贷款增加2106.9亿元，占新增贷款的84.2%。",
        "贷款余额2418.5亿元，其中企业贷款增加210.9亿元，占新增贷款的84.2%。",
        "贷款增加100亿元，其中企业贷款增加120亿元，占新增贷款的120%。",
        # A list that was all of its whole goes on no further
        "全市有在校生18.6万人，教师中硕士1200人，占12%。",
        "受理投诉1286件，其中：消费类642件，服务类512件，其他132件，回访1350件。",
        # A multiple that is said of a year, after the sum of all years
        "2020年至2024年，受理分别为312人、387人、451人、498人和566人，累计2214人；"
        "2024年是2020年的1.8倍。",
        # A rate of two before it together; how far a project is, and what it is to cost; of all
        # schools and firms; of one of several years
        "预拨省级资金4800万元，市级1200万元，已下拨5400万元，下拨率90%。",
        "移送调解室335起，另受理群众申请104起，调成412起，调成率93.8%。",
        "项目一承诺投资68000万元，累计52416.8万元，进度77.08%。",
        "项目投资6.8亿元，累计达到5.2亿元。",
        "入库企业3200家，高新技术企业870家，其中新认定高新技术企业1120家。",
        "男生1200人，女生800人，其中住校生1500人。",
        # A whole of its own; a sum of others; a number isn't short of several digits at once
        "抽检2318批次，其中蔬菜1406批次，合格率98.9%；不合格21批次，检出率最高的是豇豆，86批次中不合格6批次。",
        "省交办积案64件化解61件，市级排查218件化解187件，其中有23件与省交办件重合，合并计算共259件。",
        "开发区规上工业企业803家，占全市的62.4%；高新技术企业742家。省对开发区考核中，2家进入前20%，较上年增加1家；1家被黄牌警告。",
    ],
)
def test_what_words_leave_open_is_no_accusation(text):
    assert [one for one in told(text) if one[1] == "inconsistent"] == []


@pytest.mark.parametrize(
    "text, code",
    [
        # 94.3 %, two digits changed over; 11386人, one digit; 亿 for 万
        ("起跑11386人，完赛10742人，完赛率93.4%。", "share"),
        # A list that is short of its total by a slip, where hardly what it leaves out would be one
        ("3月销售汽车24859辆，乘用车18342辆、商用车6157辆。", "parts"),
        ("起跑12386人，完赛10742人，完赛率94.34%。", "share"),
        ("签约经费6.82万元，在校生24318人，生均经费2.80万元。", "average"),
        # An average that names what its total or its count is of
        ("商品房销售面积320万平方米，销售额286亿元，商品房均价9860元/平方米。", "average"),
        ("接待游客100万人次，旅游收入5.00亿元，游客人均消费600元。", "average"),
        ("全市每千人口床位7.26张，常住人口418.6万人，床位3.04亿张。", "average"),
        ("商品房销售面积320万平方米，销售额286亿元，销售均价9860元/平方米。", "average"),
        # What is held against a plan that stands inside
        ("一般公共预算收入142.37亿元，完成年初预算139.5亿元的103.1%。", "multiple"),
        # The list that 其中 has opened, the one level there is, what is counted before 中, and
        # what a part is named as
        ("合同额126.4亿元，其中境内81.7亿元，境外34.7亿元，境外占比17.5%。", "share"),
        ("泊位84个，万吨级及以上的37个，占47%。", "share"),
        ("全省7416.8万户用户中，5G用户4873.5万户，占比56.7%。", "share"),
        (
            "招生33.15万人，毕业36.82万人，教师12.47万人，具有本科学历的教师14.84万人，占71.9%。",
            "share",
        ),
        # The share of several that are counted
        (
            "总支出4826.31万元；工资支出201.45万元、办公支出64.27万元，两项合计占总支出的2.51%。",
            "share",
        ),
        # A slip parts a list from the total before it, and a rest from what it is left of
        (
            "旅客2836.4万人次。铁路614.8万人次；公路2104.7万人次；民航115.3万人次；水路3.6万人次。",
            "parts",
        ),
        ("肉类47.3万吨。禽肉12.9亿吨，牛肉3.1万吨、羊肉1.7万吨，猪肉29.6万吨。", "parts"),
        # Words alone leave the whole open
        ("收到建议4318件，采纳2614件，采纳率60.45%。", "share"),
        # By what a total is parted in all of its parts, by a slip or above all that was told
        ("零售总额71.80亿元。按消费类型分，网上零售26.95亿元，门店零售8.85亿元。", "parts"),
        (
            "旅客6613.9万人次。分方式看，铁路7076.9万人次，公路3716.9万人次，民航387.5万人次。",
            "parts",
        ),
        ("立案683件。论类型，生态类256件，食品类118件，国土类73件，新领域326件。", "parts"),
        ("粮食492.6万吨。分品种看，小麦212.4万吨，玉米168.2万吨，稻谷72.0万吨。", "parts"),
        ("研发投入共500.8万元。从来源看，自筹247.8万元，财政226.0万元，社会47.0万元。", "parts"),
        # A list that 含 leads to, with a part above its total
        ("设备52台（含甲型18台、乙型68台）。", "parts"),
        # A sum that says how many it is of, in the next sentence or with others between
        ("读纸质书5023册，多读17本；读电子书3612册。两类合计8735册。", "parts"),
        # Bands that leave nothing out
        ("从价位看，10万元以下的占21.3%，10万至20万元的占42.9%，20万元以上的占31.8%。", "hundred"),
        ("90平方米及以下占17.3%，90至144平方米占69.3%，144平方米以上占18.8%。", "hundred"),
        ("首次申请贷款的职工占87.4%，二次及以上的占19.6%。", "hundred"),
        ("一孩占45.2%，二孩占38.6%，三孩及以上占18.1%。", "hundred"),
        ("5年以下占62.4%，5—10年占21.3%，10年以上占18.3%，其中15年以上占6.1%。", "hundred"),
        # What was there, what came in and what went out
        (
            "期初结存1873.4万元，本期接收捐款2956.8万元，拨付3241.7万元，期末结存1188.5万元。",
            "difference",
        ),
        ("年初结余486万元，本年收入1354万元，本年支出1216万元，年末结余604万元。", "difference"),
        ("月初库存820吨，本月购进460吨，领用390吨，月末库存870吨。", "difference"),
        # Figures that words join, and no choice of others
        (
            "旅客128.43万人次，2024年1月为117.06万人次，2019年1月为121.90万人次，同比增长9.17%。",
            "growth",
        ),
        ("观众186.4万人次。观众数较2023年的171.5万人次增长8.1%。", "growth"),
        ("爽约率9.0%。推行新规以来，爽约率比上年的13.1%下降4.1%。", "points"),
        ("地块以36550万元竞得，较起始价34000万元溢价7.9%。", "growth"),
        ("用户规模2020年为364万人，2024年达到1500万人，年均增长45.5%。", "annual"),
        ("2021年还只有28.6亿元，到2024年已是74.1亿元，年均增长17.3%。", "annual"),
        ("四年间总规模由1305.4亿元增加到1846.3亿元，年均增长3.1%。", "annual"),
        (
            "地区生产总值由2020年的187.6亿元增加到2025年的254.3亿元，年均增长1.3%（名义）。",
            "annual",
        ),
        ("公司成本7.842亿元，载客1.863亿人次，人次成本4.69元。", "average"),
        ("商品房销售面积386.72万平方米，销售额412.86亿元，成交均价每平方米19676元。", "average"),
        ("为期40天的春运结束。车站发送旅客286.5万人次，日均7.61万人次。", "average"),
        ("国庆假期8天，全市接待游客86.4万人次，日均12.8万人次。", "average"),
        ("住院次均费用5782.3元，平均住院日7.9天，日均住院费用743.3元。", "average"),
        ("旅客18.46亿人次，其中换乘3.2亿人次。\n票款收入41.72亿元，平均每人次2.62元。", "average"),
        (
            "每10股派发现金红利3.50元。公司总股本84350.00万股，以此计算合计派发现金红利26992.00万元。",
            "product",
        ),
        ("头茬瓜一斤卖3.6元，抢着要。摘了21500斤，毛收入7.74亿元。", "product"),
        ("每天发出3.6万单，以每单2.5公斤计，相当于70吨鲜果。", "product"),
        ("新房18432套，二手房27916套，比新房多1.51倍。", "growth"),
        ("早稻价21.0元，晚稻价52.5元，后者比前者增长2.5倍。", "growth"),
        ("播种面积62.35万亩，比上年减少0.48万亩，下降到0.8%。", "multiple"),
        ("用户1206万人，净增到82万人。", "difference"),
        ("境内观众286万人次，境外观众7.46万人次，是2023年（2.13万人次）的3.0倍。", "multiple"),
    ],
)
def test_figures_that_one_slip_explains_are_accused(text, code):
    assert [(one[0], one[1]) for one in told(text)] == [(code, "inconsistent")]


@pytest.mark.parametrize(
    "text",
    [
        # Off by more than one slip: the rate is of something else
        "起跑11386人，完赛10742人，完赛率71.8%。",
        "收到建议4318件，采纳2614件，采纳率71.45%。",
        # Of so few figures many a slip would make sense
        "起跑62人，完赛52人，完赛率74%。",
        # A list that leaves something out, and round numbers
        "旅客2836.4万人次。铁路612.8万人次；公路2104.7万人次；民航102.1万人次。",
        "薪水21000元，如今降至16000元，非工程专业降至12000元，实习生8000元。",
        # A share of both together, and of loans that aren't told
        "户籍人口300.0万人，流动人口200.0万人，占40.0%。",
        "新增贷款300.0亿元，制造业贷款余额50.0亿元，占12.0%。",
        # Others than those before; several together, which no word says
        "全年招聘应届生300人，硕士180人，占60%；另从社会招聘90人，占25%。",
        "财政支出300.0亿元，教育50.2亿元，社保60.3亿元，卫生40.1亿元，占支出的50.2%。",
        # 助医和助困 aren't the last two
        "支出5472.6万元，其中助医1986.4万元、助困1538.9万元、助老804.6万元，"
        "助医和助困两项合计占支出的64.4%。",
        # Another part than the last is what the plan was for
        "就业8.74万人，再就业3.16万人，完成年度目标9.5万人的92.0%。",
        # Another whole explains it
        "报名11502人，起跑11386人，完赛10742人，完赛率93.4%。",
        # Parted by what some of many have, of two totals, of each of two, or by what is no kind
        "进出口4821.6亿元。从市场看，对东盟841.6亿元，对欧盟603.4亿元，对美国418.7亿元。",
        "福彩178亿元；体彩130亿元。分类型看，数字型203亿元，竞猜型34亿元，即开型31亿元。",
        "两年收入分别为2870万元、899万元，含甲地1713万元、386万元。",
        "研发129.62亿元。从2018年第一季度财报看，收入288.80亿元，利润16.87亿元。",
        # A list without its total, of which no level is the sum of the others
        "有效样本中，村小教师1406人（36.9%），乡镇教师1573人（41.3%），县城教师833人（21.9%）。",
        # A list that goes on after ；, what holds a total once more, and few figures
        "收入182.71亿元。其中，甲148.73亿元，增长8%；乙26.64亿元，持平；丙4.34亿元；丁2.29亿元。",
        "该省70个产粮县中，43个县收入不足，21个县是贫困县，60个县靠转移支付。",
        "违法所得46800元。甲38600元，乙8300元。",
        # Bands that have rates of their own, that a band holds, or of which some aren't told
        "3000元以下的交0.5%，3000至5000元的交1%，5000元以上的交2%。",
        "超过8小时的占88.3%，其中8—10小时的占31.8%，10—12小时的占27.7%，12小时以上的占28.9%。",
        "期限为1年的占60.5%，签2年的占22.3%，签3年及以上的占10.4%。",
        "18至25岁占37.4%，26至45岁占41.1%，46岁以上占17.5%。",
        # What else went out, and a rest of something else
        "期初结存500万元，本期收入300万元，支出200万元，退款60万元，期末结存540万元。",
        "期初结存500万元，本期收入300万元，期末结存540万元。",
        "接电4820个，当场答复4577个，答复率95.0%，未接的60个。",
    ],
)
def test_figures_that_a_slip_does_not_explain_are_not_accused(text):
    assert [one for one in told(text) if one[1] == "inconsistent"] == []


@pytest.mark.parametrize(
    "text, right",
    [
        ("企业由100家增加到250家，增长2.5倍。", ("增长1.5倍", "增长到2.5倍")),
        ("企业由100家增加到250家，增长到1.5倍。", ("增长1.5倍", "增长到2.5倍")),
        ("合同额由3.2亿元提高到4.0亿元，增长125%。", ("增长25%",)),
        ("占比由31.2%提高到34.8%，提高3.6%。", ("提高3.6个百分点",)),
        ("资本充足率13.62%，高于10.50%的监管要求3.12%。", ("3.12个百分点",)),
        ("专利100件，比上年增加20件，增长52%。", ("增长25%",)),
        ("28名受访者中，19.3%表示满意。", ("17.9%（5/28）", "21.4%（6/28）")),
    ],
)
def test_a_finding_says_what_would_be_right(text, right):
    (result,) = results(text)
    assert result.verdict == "inconsistent" and result.message.right == right


@pytest.mark.parametrize(
    "text, accused",
    [
        # A part with its share is no whole of the next list; 其中 makes it one
        ("一般贸易进出口2317.5亿元，占外贸总值的64.0%。民营企业进出口2296.8亿元，占63.5%。", ()),
        ("进出口总值2317.5亿元。其中民营企业进出口1296.8亿元，占65.9%。", ("share",)),
        # A part whose words name what it is counted in
        ("行政诉讼3628件。2025年立案1052件。行政诉讼中调解的933件，占立案数的25.7%。", ()),
        ("2025年立案1052件。行政诉讼中调解的933件，占立案数的98.7%。", ("share",)),
        # Points that come before another year's base
        ("覆盖率达到43.72%，比上年提高0.36个百分点，比2020年的41.95%提高1.77个百分点。", ()),
        ("覆盖率达到43.72%，比2020年的41.95%提高1.67个百分点。", ("points",)),
        # The noun before 占 is another than the last level's
        ("管理费用86.15万元，慈善活动支出占上年末净资产4037.66万元的43.14%。", ()),
        ("管理费用86.15万元，占上年末净资产4037.66万元的43.14%。", ("multiple",)),
    ],
)  # fmt: skip
def test_another_whole_or_base_is_not_accused(text, accused):
    assert tuple(disputed(text)) == accused


# What public texts say, told of other places: what must not be accused, and what must, near it
NEAR_BY = [
    # Two together, another company's sum, and the share of others than those told last
    (
        "机上379名乘客及16名机员中，有25人受伤。",
        "机上16名机员中，有25人受伤。",
        "part",
    ),
    (
        "甲公司在西南地区收入为5.69亿元，加上西北地区也不到5.96亿元；乙公司两区合计收入6.3亿元。",
        "公司在西南地区收入为5.69亿元，加上西北地区0.24亿元，合计收入6.33亿元。",
        "parts",
    ),
    (
        "其方三人占公司股份80%，其个人占公司股份65%，段某方二人共占公司股份20%。",
        "甲占公司股份60%，乙占公司股份15%，二人共占公司股份85%。",
        "parts",
    ),
    # A ratio of another year, and of another measure
    (
        "2023年城镇居民人均收入36218元，农村居民19874元。2022年城乡居民收入比为1.72。",
        "2023年城镇居民人均收入36218元，农村居民19874元。城乡居民收入比为1.72。",
        "ratio",
    ),
    (
        "城镇居民人均收入36218元，农村居民人均消费支出9874元，城乡居民收入比为1.72。",
        "城镇居民人均收入36218元，农村居民人均收入9874元，城乡居民收入比为1.72。",
        "ratio",
    ),
    # A multiple of another measure in a part of the year, and of which two of three
    (
        "一季度产量32吨，净利润0.38亿元，二季度营收1.56亿元，是一季度营收的3.1倍。",
        "一季度净利润0.38亿元，二季度净利润1.56亿元，是一季度的3.1倍。",
        "multiple",
    ),
    (
        "甲厂产量300吨，乙厂200吨，丙厂80吨，前者是后者的9.5倍。",
        "甲厂产量300吨，乙厂80吨，前者是后者的9.5倍。",
        "multiple",
    ),
    # One time has one level: what looks like two may be of a building, of today, or a plan
    (
        "2021年建成的图书馆藏书12.3万册，比2021年的10.1万册增长21.8%。",
        "2021年，图书馆开放365天，藏书12.3万册，比2021年的10.1万册增长21.8%。",
        "difference",
    ),
    (
        "2021年建成图书馆，目前藏书12.3万册，比2021年的10.1万册增长21.8%。",
        "2021年底，图书馆藏书12.3万册，比2021年底的10.1万册增长21.8%。",
        "difference",
    ),
    (
        "2025年接待游客684.3万人次，较2025年预算的597.6万人次增长14.5%。",
        "2025年接待游客684.3万人次，同比增长14.5%，2025年为597.6万人次。",
        "difference",
    ),
    (
        "2022年成交38164套，比2021年的44729套减少6565套，比2020年的36285套多1879套。",
        "2022年成交38164套，比上年的44729套减少6565套，比2021年的36285套多1879套。",
        "difference",
    ),
    (
        "2021年至2023年，每立方米亏损1.12元，现行水价已执行11年，仍未调整。",
        "2021年至2023年，每立方米亏损1.12元，现行水价调整历时11年，仍未完成。",
        "duration",
    ),
    # Years that are others than those that are named, or some of those between
    (
        "2021年为80件，2022年为90件，比2021年多10件，四年年均增长5%。",
        "2022年为90件，比2016年多10件，四年年均增长2%。",
        "duration",
    ),
    (
        "2022年投入1.27亿元，今年预计2.86亿元，三年年均增长22.5%。",
        "2024年投入2.86亿元，比2018年的1.27亿元多，三年年均增长22.5%。",
        "duration",
    ),
    (
        "自2015年成立至2023年，公司已连续三年获评先进。",
        "自2015年成立至2023年，公司已走过三年。",
        "duration",
    ),
    (
        "自2015年成立，到2023年历时两年建成新厂区。",
        "厂区2015年动工，历时两年，到2023年建成。",
        "duration",
    ),
    (
        "三年来，我们落实2021年至2025年规划，完成项目8个。",
        "三年来，2021年至2025年完成项目8个。",
        "duration",
    ),
    (
        "五年来，与2010年至2020年的平均水平相比，事故不断减少。",
        "五年来，2010年至2020年的事故不断减少。",
        "duration",
    ),
    (
        "五年来，2016年至2018年完成项目3个。",
        "五年来，2016年至2023年完成项目3个。",
        "duration",
    ),
    (
        "学校创建于1956年，2021年是建党100周年。",
        "学校创建于1956年，2021年是建校100周年。",
        "duration",
    ),
    (
        "学校始建于1952年，1998年与师专合并，2018年迎来建校20周年。",
        "学校始建于1952年，2018年迎来建校20周年。",
        "duration",
    ),
    (
        "电影节创办于2004年，2020年停办，到2024年共举办15届。",
        "电影节创办于2004年，一年一届，到2024年共举办15届。",
        "duration",
    ),
    (
        "展会始于2015年，每年举办，到2024年共7届，吸引上万人。",
        "展会始于2015年，每年举办，到2024年共6届，吸引上万人。",
        "duration",
    ),
    (
        "2022年营收8.6亿元，2017年为3.2亿元，三年复合增长率15%。",
        "2022年营收8.6亿元，2017年为3.2亿元，三年年均增长15%。",
        "duration",
    ),
    (
        "2023年人均收入39218元，比2012年有所增长，十年间年均增长6.2%。",
        "2023年人均收入39218元，比2010年有所增长，十年间年均增长6.2%。",
        "duration",
    ),
    # A list that may begin before what is looked at, or whose sum names something of its own
    (
        "甲村1200.5元、乙村340元、丙村268元、丁村455元、戊村612元、己村"
        "873元、庚村391元、辛村524元，合计5600元。",
        "乙村340元、丙村268元、丁村455元，合计1563元。",
        "parts",
    ),
    (
        "张某付给李某货款共计86400元，李某付给王某运费3.5万元，付给两名工人工钱共计7200元。",
        "李某付给王某运费3.52万元、工钱0.72万元，共计5.24万元。",
        "parts",
    ),
    (
        "甲厂以300亿元居首，乙厂以266亿元次之，前20名收入共计2221亿元。",
        "甲厂300亿元，乙厂266亿元，共计666亿元。",
        "parts",
    ),
    # A figure in the clause of another one is no further part; 另有, and 其他 after one part, may
    # leave out more
    (
        "5项安全承诺只兑现了2项，8项环保承诺兑现了3项，9项用工承诺兑现了6项，合计兑现11项。",
        "安全承诺2项，环保承诺3项，用工承诺6项，合计兑现21项。",
        "parts",
    ),
    (
        "救援队共搜救96人，其中12人送市医院治疗，另有23人送县医院。",
        "救援队共搜救96人，其中12人送市医院治疗，其余83人送县医院。",
        "parts",
    ),
    (
        "共有球场850片，其中网球场120片，其他球类场地360片。",
        "共有球场850片，其中网球场120片，篮球场250片，其他场地180片。",
        "parts",
    ),
    # What is in brackets is no part; 高于其他 leads to no rest; A、B和C have no total
    (
        "共收保证金9600000元，其中：甲公司3200000元；乙公司1400000元"
        "；丙公司1000000元；丁公司4000000元。",
        "共收保证金9617300元，其中：甲公司3214300元；乙公司1403000元；丙公司5050000元。",
        "parts",
    ),
    (
        "3种林木中均以细根为主，其中松树的根长高于其他两种林木，柏树的根量高于其他两种林木。",
        "3种林木共96株，其中松树58株、柏树21株、其他林木27株。",
        "parts",
    ),
    (
        "买入最多的是甲股、乙股和丙股，分别为9.06亿元、8.47亿元和5.59亿元。",
        "买入额24.12亿元，其中甲股9.06亿元、乙股8.47亿元、丙股5.59亿元。",
        "parts",
    ),
    # Percentages that aren't said to be shares of one whole, or of which more come
    (
        "其中，甲公司17.0%，乙公司19.3%，丙公司36.3%，其他公司21.3%。",
        "甲公司占57.0%，乙公司占19.3%，其他公司占21.3%。",
        "hundred",
    ),
    (
        "主营构成为：药品占54.8%，器械占27.3%，其他占1.2%，保健品占16.7%。",
        "主营构成为：药品占54.8%，器械占27.3%，其他占11.2%。",
        "hundred",
    ),
    (
        "省内收入占比25.4%，达5.5亿元，华东、华南销售占比分别为27.4%、32.6%，其余地区占比14.6%。",
        "省内收入占比25.4%，华东、华南销售占比分别为27.4%、32.6%，其余地区占比24.6%。",
        "hundred",
    ),
    (
        "受访者中，读书的占57.3%，看电视的占40.4%，其他的方式均未达到10%。",
        "受访者中，读书的占57.3%，看电视的占40.4%，其他占10.3%。",
        "hundred",
    ),
    # Percentages of something else than what was counted
    (
        "18个行业中，甲行业持仓占股票市值的6.4%。",
        "18个行业中，6.4%出现亏损。",
        "grim",
    ),
    (
        "13种溶液中，只有浓度为80%的溶液可用。",
        "13种溶液中，80%可用。",
        "grim",
    ),
    # A quantile, a bound, a difference from a third
    (
        "毛利率为6.31%，低于同业92%的公司；市净率为12.5，高于上市以来98%的时间。",
        "毛利率为6.31%，低于同业3.1%，同业为9.41%。",
        "points",
    ),
    (
        "上半年，电子制造业和医药产业投资分别同比增长9.3%和9.9%，快于全部投资5.1和5.7个百分点。",
        "电子投资增长9.3%，医药投资增长9.9%，增速快于电子投资1.6个百分点。",
        "points",
    ),
    (
        "股票资产比例不低于基金资产的75%，其中成份股的资产不低于非现金资产的70%，保"
        "持不低于资产净值5%的现金。",
        "股票资产比例为75.2%，低于80.0%的上限3.8个百分点。",
        "points",
    ),
    # 其中 and 包括 that lead to no part of the level before
    (
        "全岛分为两个集团。其中，南集团占地九成，包括首府在内的九个岛属于此集团。",
        "全岛有两个岛。其中，南集团有九个岛。",
        "part",
    ),
    (
        "事故打死两人，其中一个是小孩，重伤九人。",
        "事故打死两人，其中小孩九人。",
        "part",
    ),
    (
        "会两种语言的有100人，只会其中一种语言的有150人。",
        "会两种语言的有100人，其中会手语的有150人。",
        "part",
    ),
    (
        "甲市成交113亿元；乙市等三市都居前列。其中，丙市成交175亿元。",
        "甲市成交113亿元。其中，丙区成交175亿元。",
        "part",
    ),
    (
        "显示前50个标签。该用户共标注271次，其中标注资源95个。",
        "显示前50个标签。其中标注资源95个。",
        "part",
    ),
    # A share of another whole, day, plan or period; prices are no parts
    (
        "授予限制性股票总计640万股（占总股本的3.20%），其中，首次授予600万股（占总股本的3.00%）。",
        "授予限制性股票总计640万股（占总股本的3.20%），其中，首次授予600万股（"
        "占授予总数的95.75%）。",
        "share",
    ),
    (
        "获个人累计买入84.60亿元，占比70.50%；其中，小户累计买入36.12亿元，占比30.10%。",
        "获个人累计买入84.60亿元，占比70.50%；其中，小户累计买入36.12亿元，占比52.70%。",
        "share",
    ),
    (
        "甲公司在重点城市的拿地金额高达1280亿元，约占其全年拿地总额的91.43%；乙"
        "公司在重点城市的拿地金额为630亿元，占总拿地金额的比重为90.00%。",
        "拿地总额1370亿元；乙公司拿地670亿元，占拿地总额的93.4%。",
        "share",
    ),
    (
        "甲药获批27.3万瓶，份额由18年的56.6%降至31.4%；乙药获批11.3万瓶，份额为13%。",
        "共获批27.3万瓶；其中乙药获批11.3万瓶，份额为13%。",
        "share",
    ),
    (
        "全省一般公共预算支出274.6亿元，中央补助收入99.6亿元，为预算的99.4%。",
        "全省预算支出274.6亿元，中央补助收入99.6亿元，占预算支出的39.4%。",
        "share",
    ),
    (
        "交易价为25.63元/股至27.63元/股，比例为2.28%。",
        "售价为27.63元，其中成本25.63元，占售价的72.8%。",
        "share",
    ),
    # What stands beside a level, and not in it
    (
        "拥有45家整车企业和160家配套商，配套率超过80%。",
        "登记整车企业45家，实地检查160家，检查率超过80%。",
        "share",
    ),
    (
        "全年出生38.3万人，出生率为5.80%；死亡44.0万人，死亡率为6.66%。",
        "全年出生38.3万人，其中早产44.0万人，早产率为6.66%。",
        "part",
    ),
    (
        "国土绿化面积16.8亿亩，森林面积达34.6亿亩，森林覆盖率超过24%。",
        "林地16.8亿亩，成林34.6亿亩，成林率为24%。",
        "share",
    ),
    # A base that has another name or is no level; an average, a half-year, a later end
    (
        "其中有息债务964.7亿元，应付账款增加到607.3亿元，比年初增加30.1%。",
        "新城负债964.7亿元，增加到607.3亿元，比年初增加30.1%。",
        "growth",
    ),
    (
        "较“十三五”末的93.2亿元增加43.7亿元，增长33.6%。",
        "收入93.2亿元，增加43.7亿元，增长33.6%。",
        "change",
    ),
    (
        "全市绿地面积222.0公顷，比上年增长22.2公顷，按常住人口计算人均绿地面积比上年增长1.13%。",
        "全市绿地面积222.0公顷，比上年增长22.2公顷，增长1.13%。",
        "change",
    ),
    (
        "需求从2020年的33.4吨，增长至2030年的37.2吨和2060年的130.5吨，年均增长3.5%。",
        "需求从2020年的33.4吨，增长至2030年的37.2吨，年均增长3.5%。",
        "annual",
    ),
    (
        "甲国持有量较4月减少304亿元，乙国降至8467亿元，较4月减少222亿元。",
        "甲国持有量由8800亿元降至8467亿元，减少222亿元。",
        "difference",
    ),
    (
        "2018年实现营业收入5.88亿元，乙公司发布2019年半年报，实现营业收入48"
        "4.3亿元，同比增长14.09%。",
        "2018年实现营业收入5.88亿元，2019年实现营业收入7.31亿元，同比增长14.09%。",
        "growth",
    ),
    # Times that end today, the lowest price, a mixture, and visitors of museums
    (
        "从1956年提出到1986年改名，至今不过70年。",
        "从1956年提出到1986年改名，已历70年。",
        "duration",
    ),
    (
        "回购19920股，最低价为16.40元/股，支付328160.40元。",
        "回购19920股，均价为16.40元/股，支付328160.40元。",
        "average",
    ),
    (
        "研究孔结构，配比为60.5:31.2:9.4:6.1。",
        "产业结构为60.5:31.2:9.4。",
        "hundred",
    ),
    (
        "博物馆接待海内外观众490万人次。全市接待国内游客416万人次、入境游客93万人次。",
        "全市接待总人次490万人次。接待国内游客416万人次、入境游客93万人次。",
        "parts",
    ),
    # Of few, a year of two digits, a list in brackets, sizes, all but one, and another region
    (
        "4个选项中，6.3%受访者选甲。",
        "23名受访者中，6.3%选甲。",
        "grim",
    ),
    (
        "2018—2019年投入数据截至19年的月底，19年增长5%。",
        "2018年至2020年，19年间增长5%。",
        "duration",
    ),
    (
        "甲伙同乙骗得64000元，实得25500元；个人骗得15350元；共计79350元。",
        "甲骗得64000元，乙骗得25500元，丙骗得15350元，共计109850元。",
        "parts",
    ),
    (
        "横向有160个点，纵向有120个点，合计19200个点。",
        "横向有160个点，纵向有120个点，合计19280个点。",
        "parts",
    ),
    (
        "新增药品159种，修订101种，总共6385种。",
        "新增药品159种，修订101种，合计360种。",
        "parts",
    ),
    (
        "新增病例8例（其中2例为无症状者），甲市报告3例；乙市报告4例，2例来自东国，其"
        "余2例来自西国。",
        "新增病例8例，其中甲市报告3例、乙市报告4例，其余2例来自丙市。",
        "parts",
    ),
    (
        "在研的主要为甲类药（6个）和乙类药（5个），占比55%。",
        "在研的为甲类药6个，其中乙类药5个，占比55%。",
        "share",
    ),
    (
        "中部地区进出口2.84万亿元。民营企业进出口1.75万亿元，占同期西部地区外贸总值的54.5%。",
        "西部地区进出口2.84万亿元。民营企业进出口1.75万亿元，占同期西部地区外贸总值的54.5%。",
        "share",
    ),
    (
        "公司净利润8275万元，毛利润为1.61亿元，毛利率22.64%。",
        "营业收入8275万元，毛利润1.61亿元，毛利率22.64%。",
        "share",
    ),
    (
        "投票率由29.76%跌至20.16%，跌幅近一成。",
        "投票率由29.76%跌至20.16%，跌幅9.60%。",
        "points",
    ),
    (
        "主力资金流出为640.20万元，主力资金流入为580.70万元。主力资金在过去3日净流入为-431.50万元。",
        "资金流入613.90万元，流出564.74万元，净流入59.16万元。",
        "difference",
    ),
    # 其中 at the beginning of a sentence, after money of another noun, or after another count
    (
        "全年研发费用为1.72亿元，增长85.5%。其中，四季度营收4.75亿元。",
        "全年研发费用为1.72亿元，增长85.5%。其中，四季度研发费用4.75亿元。",
        "part",
    ),
    (
        "三区新增病例，3名病人到过公园，今年个案增至7宗。其中5名患者曾到公园。",
        "三区新增病例，今年个案增至7宗，3名病人到过公园。其中5名患者曾到公园。",
        "part",
    ),
    (
        "甲种每次2克，乙种每次5克，4次合计17克。",
        "首批120家、次批80家，两批合计180家。",
        "parts",
    ),
    # The figure after 较 or 相比 is the earlier level, in a sentence of its own or by another name
    (
        "本校图书费预算编列62万元。该项预算较113年度法定预算8万5千元增加53万5千元，增幅达629.4%。",
        "本校图书费预算62万元，较113年度法定预算8万5千元增加57万5千元。",
        "difference",
    ),
    (
        "水电费编列204.8万元。相比112年度的121.7万元，增加了83.1万元，增幅达68.3%。",
        "水电费204.8万元，相比112年度的121.7万元，增加了93.1万元。",
        "difference",
    ),
    # A share of 总股本, of all assets, or of another revenue than the one that is told
    (
        "某投资公司拟减持公司股份不超过375万股。该投资公司持有公司股份375万股，占公司总股本的3.75%。",
        "公司总股本为1000万股。该投资公司持有公司股份375万股，占公司总股本的3.75%。",
        "share",
    ),
    (
        "甲、乙合计持有公司股份2.57亿股，占股份总数的30.78%，已累计质押股份2.38亿股，占公司股份总数的28.49%。",
        "甲持有公司股份2.57亿股，占公司总股本的30.78%，已质押股份2.38亿股，占其所持股份的62.61%。",
        "share",
    ),
    (
        "净资产为519.39亿元。存货账面价值为189.54亿元，占资产总额的27.16%。",
        "资产总额为519.39亿元。存货账面价值为189.54亿元，占资产总额的27.16%。",
        "share",
    ),
    (
        "安全业务完成收入7.27亿元，占公司整体收入比重下降至61.72%；云业务完成收入2.88亿元，占整体收入比重上升至24.42%。",
        "公司整体收入11.78亿元，云业务完成收入2.88亿元，占整体收入比重上升至34.42%。",
        "share",
    ),
    (
        "网校上半年实现营业收入10.84亿，增长29.7%；实现毛利5.98亿，增长6.8%；网校在整体营收中占比达33.76%，毛利占比达37.32%。",
        "网校实现营业收入10.84亿元；其中学费收入5.98亿元，学费占比达37.32%。",
        "share",
    ),
    (
        "全年营业收入5.95亿元，增长24%。母公司研发投入1910万元，占营业收入的3.29%。",
        "全年营业收入5.95亿元，增长24%。公司研发投入1910万元，占营业收入的3.92%。",
        "share",
    ),
    # What stands in a bracket, and what a sibling leaves of the whole
    (
        "目前水电装机容量2.3亿千瓦。全国发电设备容量105576万千瓦，其中水电23051万千瓦(含抽水蓄能1836万千瓦)，占全部装机容量的21.83%。",
        "全国装机容量105576万千瓦，其中水电23051万千瓦(含抽水蓄能1836万千瓦)，占全部装机容量的31.83%。",
        "share",
    ),
    (
        "全系统共有26046起案件，其中13216起为未结案件，占比为50.74%。系统起到作用的为1675起，比例为13.06%。",
        "全系统共有26046起案件，其中13216起为未结案件，占比为57.04%。",
        "share",
    ),
    (
        "公司总资产541.54亿元，归母净资产103.90亿元，加权平均净资产收益率为20.11%。",
        "公司总资产541.54亿元，其中净资产103.90亿元，占总资产的20.11%。",
        "share",
    ),
    # Numbers that wide commas group, and 兆
    (
        "基金减持公司股份180，723，253股。本次变动后，甲公司持有公司股份391，560，352股，占公司股份的9.67%。",
        "公司总股本1，000，000，000股，甲公司持有391，560，352股，占总股本的9.67%。",
        "share",
    ),
    (
        "潜在负债破13兆0,400亿元，其中未提存约11兆8,574亿元。",
        "潜在负债400亿元，其中未提存8574亿元。",
        "part",
    ),
    # What is no part: of a net amount, above what something rose to, a highest one, or of a list
    (
        "外资等三大法人合计买超台股138.54亿元。包括外资与陆资买超159.09亿元；投信买超36.78亿元。",
        "三大法人共投入138.54亿元，其中外资投入159.09亿元。",
        "part",
    ),
    (
        "股价最高达484.5元，最新消息包括外资调升目标价至600元。",
        "购书支出484.5元，其中教材600元。",
        "part",
    ),
    (
        "有89个站突破了35℃高温线。其中最高气温出现在城南站，高达39.7℃。",
        "全市有89个站，其中城南有97个站。",
        "part",
    ),
    (
        "展会共设54个展区、179个专区，规模空前。其中，首期展位数量超2.5万个。",
        "展会共设179个展位，其中首期展位超2.5万个。",
        "part",
    ),
    # Years that are how much longer, what a term became, a set phrase, or some of those between
    (
        "从1930年到1987年，他连续57年当选，比前任还多六年，期间成绩很多。",
        "从1930年到1987年，他连续当选，六年间成绩很多。",
        "duration",
    ),
    (
        "自2024年1月起，征集2005年1月以后出生的青年，服役期从4个月延长至1年。",
        "自2005年至2024年，1年间共征集3000人。",
        "duration",
    ),
    (
        "从1975年至1991年，发起了多次调查，所以有了失去的30年。",
        "从1975年至1991年，发起了多次调查，30年。",
        "duration",
    ),
    (
        "从1802年到2012年，任意截出10年，都有盈利。",
        "从1802年到2012年，10年间都有盈利。",
        "duration",
    ),
    (
        "他在1988年至2002年多次行窃，此案破案跨度长达28年。",
        "他在1988年至2002年多次行窃，时间跨度长达28年。",
        "duration",
    ),
    # Points of another rate, and rates that are each held against something else
    (
        "活期利率下调5个基点，由0.15%降至0.10%；三年以及五年期定期利率均下调25个基点。",
        "活期利率由0.15%降至0.10%，下调25个基点。",
        "points",
    ),
    (
        "嚼口香糖的考生焦虑感低20%，甲组比乙组的焦虑感低36%，丙组比丁组的焦虑感低16%。",
        "甲组合格率36%，乙组合格率20%，甲组比乙组高16%。",
        "points",
    ),
    # Losses beside profits
    (
        "净利润亏损174.0万元，上年同期为1257.1万元，同比减少1431.1万元。",
        "净利润174.0万元，上年同期为1257.1万元，同比减少1431.1万元。",
        "difference",
    ),
    (
        "净利润亏损23.6亿元，较2015年的32.07亿元相比下降173.59%。",
        "净利润23.6亿元，较2015年的32.07亿元相比下降73.59%。",
        "growth",
    ),
    # Sums of which some is told twice, left out, or of another thing
    (
        "船上的13名船员全部落水，其中10人被救起，1人昏迷，其余9人清醒。",
        "船上的13名船员全部落水，其中3人被救起，1人昏迷，其余19人失踪。",
        "parts",
    ),
    (
        "我们一行共四人，前台共有4位服务员，其余三位服务员在聊天。",
        "我们一行共四人，其中2人步行，其余三人骑车。",
        "parts",
    ),
    (
        "他领取补偿款1476000元，将1000000元存入银行，将476000元取出，并给村民发放了两年租金共计346000元。",
        "甲交来1000000元，乙交来476000元，两人共计1467000元。",
        "parts",
    ),
    (
        "借款本金为134000元，董某认可尚欠67500元，为此认定该67500元为本金。",
        "借款本金为134000元，董某归还67500元，李某归还67500元。",
        "parts",
    ),
    (
        "支付两笔利息，以3500万元为基数，自9月14日起的利息52.5万元和以1500万元为基数，自9月17日起的利息22.5万元，共计75万元。",
        "第一笔利息7.25万元、第二笔利息2.25万元，共计8.5万元。",
        "parts",
    ),
    (
        "赔付医疗费77591元、交通费655元及其他费用，共计90000元。",
        "赔付医疗费77591元、交通费655元，共计90000元。",
        "parts",
    ),
    (
        "会上表彰了979户五好家庭和98户标兵，揭晓了961户最美家庭。",
        "会上表彰了五好家庭98户、最美家庭961户，合计1095户。",
        "parts",
    ),
    (
        "建设经费合计37.48亿元，预算7.87亿元，服务每年约26亿元，另一项每年约37亿元，其余63亿元为预估。",
        "建设经费合计37.48亿元，土建7.87亿元，设备26.13亿元，其余6.48亿元为软件。",
        "parts",
    ),
    (
        "赔偿：医疗费15000元；营养费5680元；误工费34932元；护理费2400元；残疾金41468元；器具费2200元；生活费4856元；治疗费15000元；交通费500元；慰问金20000元，合计142036元。",
        "赔偿：医疗费15000元；营养费5680元；误工费34932元，合计65612元。",
        "parts",
    ),
    # What each is to give is no average
    (
        "三人身上只有2000元，甲要求三人每人交出人民币3000元。",
        "三人共领取6000元，平均每人3000元。",
        "average",
    ),
    # Times before: a season, a school year, a five-year plan, what was so many years ago
    (
        "票房12.84亿元，上年档期为11.07亿元，增幅15.99%。",
        "票房12.84亿元，上年档期为11.07亿元，增幅19.95%。",
        "growth",
    ),
    (
        "营收5.37亿元，上赛季6.12亿元，降12.3%，门票涨5%。",
        "营收5.37亿元，上赛季6.12亿元，降13.2%。",
        "growth",
    ),
    (
        "学生4200人，较上学年的4000人增加200人，其中女生增长4.0%。",
        "学生4200人，较上学年的4000人增加200人，增长4.0%。",
        "growth",
    ),
    (
        "占比63.4%，较“十三五”末的44.7%提高18.7个百分点。",
        "占比63.4%，较“十三五”末的44.7%提高18.7%。",
        "points",
    ),
    (
        "败诉率9.9%，与前一个五年的13.2%相比下降3.3个百分点。",
        "败诉率9.9%，与前一个五年的13.2%相比下降3.9个百分点。",
        "points",
    ),
    (
        "发明占33.2%，而一年前只占27.2%，提高6.0个百分点。",
        "发明占33.2%，而一年前只占27.2%，提高6.0%。",
        "points",
    ),
    (
        "占比57.3%，而2020年仅为41.5%，四年半间上升15.8个百分点。",
        "占比57.3%，而2020年仅为41.5%，四年半间上升18.5个百分点。",
        "points",
    ),
    (
        "占捐赠的63.3%，2019年这个比例只有27.5%，五年提高35.8个百分点。",
        "占捐赠的63.3%，2019年这个比例只有27.5%，五年提高38.5个百分点。",
        "points",
    ),
    (
        "入境1036284人次，按年（2018年2月：862417人次）上升20.2%。",
        "入境1036284人次，按年（2018年2月：862417人次）上升22.0%。",
        "growth",
    ),
    # A change in other words, and what is told by the way of another part of the year or of a part
    (
        "肉价14.86元，比上月的13.72元涨了1.14元，蛋价涨幅9.3%。",
        "肉价14.86元，比上月的13.72元涨了1.14元，涨幅9.3%。",
        "growth",
    ),
    (
        "工资6470元，比上年的6812元少了342元，女工降幅6.0%。",
        "工资6470元，比上年的6812元少了342元，降幅6.0%。",
        "growth",
    ),
    (
        "水鸟127640只，较上年的98315只增多29325只。",
        "水鸟127640只，较上年的98315只增多29352只。",
        "difference",
    ),
    (
        "出口额20亿元，去年同期16亿元，今年一季度多2亿元。",
        "出口额20亿元，去年同期16亿元，今年多2亿元。",
        "difference",
    ),
    (
        "奖牌32枚，四年前为25枚，女队多了6枚。",
        "奖牌32枚，四年前为25枚，这次多了6枚。",
        "difference",
    ),
    (
        "总产120.0万吨，上年为126.0万吨，夏粮减产3.2%。",
        "总产120.0万吨，上年为126.0万吨，减产3.2%。",
        "growth",
    ),
    (
        "利率由75%下调至60%，一次砍掉15个百分点。",
        "利率由75%下调至60%，一次砍掉25个百分点。",
        "points",
    ),
    # A rate in brackets is that of a change, but no share of it
    (
        "员工1200人，较上年的1120人增加80人（其中女性60.0%）。",
        "员工1200人，较上年的1120人增加80人（6.0%）。",
        "growth",
    ),
    (
        "收入9846万元，较上年的9118万元增加728万元或8.0%。",
        "收入9846万元，较上年的9118万元增加728万元或9.0%。",
        "growth",
    ),
    # Levels that two are compared with, each in its order; a sum is none of the two
    (
        "批捕2763人，起诉5418人，与上年的2981人、5126人相比，分别下降7.3%、上升5.7%。",
        "批捕2763人，起诉5418人，与上年的2981人、5126人相比，分别下降7.3%、上升7.5%。",
        "growth",
    ),
    (
        "建议1124件，意见1377件，两项合计2501件，上年两项分别为937件和1288件，分别增长20.0%和6.9%。",
        "建议1124件，意见1377件，两项合计2501件，上年两项分别为937件和1288件，分别增长20.0%和9.6%。",
        "growth",
    ),
    (
        "甲厂30吨，乙厂20吨，较上年的25吨、18吨和15吨分别增长20%、11.1%和5%。",
        "甲厂30吨，乙厂20吨，较上年的25吨、18吨分别增长20%、21.1%。",
        "growth",
    ),
    # What stands between a level and its points: they name what they are of
    (
        "森林覆盖率56.29%，面积为171.2万亩；与上年的53.86%相比，湿地率提高2.34个百分点。",
        "森林覆盖率56.29%，面积为171.2万亩；与上年的53.86%相比，覆盖率提高2.34个百分点。",
        "points",
    ),
    # A level told of another year's month, and of the time right before
    (
        "12月交付61284辆，环比增长6.9%（2023年12月为52107辆）。",
        "12月交付61284辆，同比增长16.7%（2023年12月为52107辆）。",
        "growth",
    ),
    # 同期 is the same time, too: what is told of it isn't what was there before
    (
        "各项贷款余额3286.4亿元，较年初增长11.23%，同期小微贷款余额742.8亿元。",
        "各项贷款余额3286.4亿元，较年初增长11.23%，年初贷款余额2742.8亿元。",
        "growth",
    ),
    (
        "提出抗诉46件，法院同期审结29件，改变率69.0%。",
        "提出抗诉45件，法院审结29件，审结率46.4%。",
        "share",
    ),
    # 高于 and 低于 compare with a time, and say which way
    (
        "发病占11.8%，高于上周的8.3%，上升3.5个百分点。",
        "发病占11.8%，高于上周的8.3%，上升3.5%。",
        "points",
    ),
    (
        "税收占60.2%，低于上年同期的62.9%2.7个百分点。",
        "税收占60.2%，低于上年同期的62.9%3.7个百分点。",
        "points",
    ),
    (
        "放行率91.42%，高于上年1.67个百分点，上年为89.75%。",
        "放行率91.42%，高于上年1.67%，上年为89.75%。",
        "points",
    ),
    # Rates of several parts together, of a whole a paragraph before, and above a price
    (
        "全长68.42公里，其中桥梁21.74公里、隧道15.93公里，桥梁比31.77%。",
        "全长68.42公里，其中桥梁21.74公里、隧道15.93公里，桥隧比50.56%。",
        "share",
    ),
    (
        "各项贷款736.18亿元。\n不良贷款8.93亿元，小微不良率2.11%。",
        "各项贷款736.18亿元。\n不良贷款8.93亿元，不良率2.11%。",
        "share",
    ),
    (
        "起拍价9720.0万元，成交价21870.0万元，另一宗溢价率152.0%。",
        "起拍价9720.0万元，成交价21870.0万元，溢价率152.0%。",
        "growth",
    ),
    # An average for one, for a ton, and of who came from a place; another sort's is of that alone
    (
        "业务量3.47亿件，业务收入25.13亿元，同城单件平均7.42元。",
        "业务量3.47亿件，业务收入25.13亿元，单件平均7.42元。",
        "average",
    ),
    (
        "销售水泥1286.4万吨，收入32.47亿元，熟料吨售价225.4元。",
        "销售水泥1286.4万吨，收入32.47亿元，吨售价225.4元。",
        "average",
    ),
    (
        "捐赠3874.9万元，由112.6万人次增加而来，人次均34.4元。",
        "捐赠3874.9万元，来自112.6万人次，人次均43.4元。",
        "average",
    ),
    (
        "票房12.84亿元，观影3162.5万人次，爆米花均价46.0元。",
        "票房12.84亿元，观影3162.5万人次，均价46.0元。",
        "average",
    ),
    # What is worked out by the mean people of a year, wherever their number stands
    (
        "地区生产总值120.19亿元，人均地区生产总值29130元。年末常住人口41.26万人，比上年末减少0.38万人。",
        "地区生产总值120.19亿元，人均地区生产总值29896元。年末常住人口41.26万人，比上年末减少0.38万人。",
        "average",
    ),
    (
        "年末户籍人口41.26万人，比上年末减少0.38万人。全年出生人口1986人，出生率4.97‰。",
        "年末常住人口41.26万人，比上年末减少0.38万人。全年出生人口1986人，出生率4.97‰。",
        "average",
    ),
    # So many men to a hundred women
    (
        "男性457902人，女性432806人。城镇人口性别比为108.50。",
        "男性457902人，女性432806人。总人口性别比由107.12降为108.50。",
        "multiple",
    ),
    (
        "男性457902人，女性432806人，出生人口性别比为108.50。",
        "男性457902人，女性432806人，性别比（女性为100）为108.50。",
        "multiple",
    ),
    # Points by which a growth is above that of a time before; another series grew by itself
    (
        "投资增长8.8%，增速比上年回落5.4个百分点，上年工业投资增长12.4%。",
        "投资增长8.8%，增速比上年回落5.4个百分点，上年增速为12.4%。",
        "points",
    ),
    (
        "投资增长8.8%，增速同比回落5.4个百分点（上年增长14.2%）。",
        "投资增长8.8%，增速同比回落4.5个百分点（上年增长14.2%）。",
        "points",
    ),
    (
        "均价下跌4.4%，跌幅较上月的5.2%收窄0.8个百分点。",
        "均价下跌4.4%，跌幅较上月的5.2%收窄1.8个百分点。",
        "points",
    ),
    (
        "覆盖率35.8%，距离38%的目标还差2.2个百分点。",
        "覆盖率35.8%，距离38%的目标还差3.2个百分点。",
        "points",
    ),
    # 生师比 is of pupils and teachers, of whom a paragraph may tell several
    (
        "小学在校生6318人，教师463人，其中女教师301人，生师比13.65∶1。",
        "小学在校生6318人，专任教师463人，生师比16.35∶1。",
        "ratio",
    ),
    # A growth over all years, beside words that tell of a comparable basis further on
    (
        "案件从2021年的1642件降到2024年的587件，可比口径累计下降63.4%。",
        "案件从2021年的1642件降到2024年的587件，累计下降63.4%。当年追发工资1.46亿元。",
        "growth",
    ),
    # The growth of a price follows from those of an amount and a number, of its own goods
    (
        "出口灯具12.3万吨，增加11.8%，价值8.2亿元，增长1.1%，木材木料均价另行下跌。",
        "出口灯具12.3万吨，增加11.8%，价值8.2亿元，增长1.1%，平均单价下跌6.9%。",
        "product",
    ),
    (
        "游客增长8.8%，旅游收入增长1.1%，客房均价上涨7.1%。",
        "销售量增长8.8%，销售额增长1.1%，均价下跌1.7%。",
        "product",
    ),
    # What was paid in over all years, by what a year added
    (
        "缴存额231.74亿元，提取额167.91亿元。年末缴存余额1986.35亿元，比上年末增加12.31%。",
        "缴存额231.74亿元，提取额167.91亿元。年末缴存总额1986.35亿元，比上年末增加12.31%。",
        "change",
    ),
    # How long a stock lasts
    (
        "可售面积296.4万平方米，其中住宅214.5万平方米，月均去化15.9万平方米，去化周期16.8个月。",
        "可售面积296.4万平方米，月均去化15.9万平方米，去化周期16.8个月。",
        "average",
    ),
    # The share of what was told last, by its name, and its level a month before
    (
        "民企出口60.0亿元，占出口的14.4%；与2020年相比，外企出口比重上升1.7个百分点，当时为12.1%。",
        "民企出口60.0亿元，占出口的14.4%；与2020年相比，民企出口比重上升1.7个百分点，当时为12.1%。",
        "points",
    ),
    # A surplus is no part of trade
    (
        "头三个月进出口1216.1亿元，增速前低后高。出口812.4亿元，增长9.7%；贸易顺差408.7亿元。",
        "头三个月进出口1216.1亿元，增速前低后高。出口812.4亿元，进口408.7亿元。",
        "parts",
    ),
    # A level of another time further on, what averages are worked out by, and other people
    (
        "提取额88.31亿元，占当年缴存额的69.29%。截至年末，缴存额累计1184.27亿元。",
        "提取额88.31亿元，占缴存额的69.29%。截至年末，缴存额127.54亿元，余额452亿元。",
        "share",
    ),
    (
        "以年末常住人口574.2万人计，每千人口床位7.21张。其中卫生技术人员4.71万人，占83.7%。",
        "卫生人员5.63万人。其中卫生技术人员4.71万人，占88.7%。",
        "share",
    ),
    (
        "死亡人口3.46万人，死亡率7.13‰。男性人口247.6万人，女性人口238.7万人。",
        "总人口468.3万人。男性人口247.6万人，女性人口238.7万人。",
        "parts",
    ),
    # What isn't printed: the whole of two kinds, of four shares, of a year before and of a topic
    (
        "城镇常住人口412.64万人，乡村常住人口187.29万人，常住人口城镇化率为68.78%。",
        "常住人口412.64万人，城镇常住人口187.29万人，常住人口城镇化率为54.39%。",
        "share",
    ),
    (
        "信用卡1547件，占48.89%；贷款812件，占25.66%；借记卡326件，占10.30%；其他479件，占15.14%。",
        "投诉1617件，其中贷款812件，借记卡326件，其他749件。",
        "parts",
    ),
    (
        "手机网民5809.3万人，占网民的99.7%。城镇网民4137.2万人，占71.0%；农村网民1689.2万人，"
        "占29.0%。",
        "网民5809.3万人。城镇网民4137.2万人，占71.2%；农村网民1689.2万人，占29.1%。",
        "parts",
    ),
    (
        "居民出游总花费308.42亿元，增长19.8%。居民人均每次出游花费1083.58元，其中城镇居民1137.70元，"
        "农村居民925.67元。",
        "居民出游总花费308.42亿元，其中城镇居民241.17亿元，农村居民76.25亿元。",
        "parts",
    ),
    (
        "基本养老保险参保412.4万人。在职工基本养老保险参保人员中，在职职工178.2万人，"
        "离退休人员58.5万人。",
        "职工养老保险参保263.7万人，其中在职职工178.2万人，离退休人员58.5万人。",
        "parts",
    ),
    (
        "前8个月，进出口2809.7亿元。进口947.3亿元。8月当月进出口391.6亿元；当月出口264.9亿元。",
        "前8个月，进出口2809.7亿元，其中进口947.3亿元，出口1826.4亿元。",
        "parts",
    ),
    (
        "非实物商品零售额144.5亿元，占网上零售额的18.9%。上年，网上零售额为682.7亿元。",
        "非实物商品零售额144.5亿元，占网上零售额的18.9%，网上零售额为682.7亿元。",
        "share",
    ),
    (
        "城镇网民3034.2万人，农村网民1183.4万人，农村网民占全省网民的28.1%。",
        "全省网民4217.6万人，农村网民1183.4万人，农村网民占全省网民的21.8%。",
        "share",
    ),
    # People are no cases
    (
        "案件涉及劳动者9836人，结案金额2.17亿元，平均每件3.11万元。",
        "案件涉及9836件，结案金额2.17亿元，平均每件3.11万元。",
        "average",
    ),
    # A whole in another sentence that no slip reconciles is another whole
    (
        "年末缴存总额986.53亿元，增长13.67%。全年提取额84.27亿元，占当年缴存额的71.03%。",
        "年末缴存总额986.53亿元，增长13.67%。全年提取额84.27亿元，占缴存总额的71.03%。",
        "share",
    ),
    (
        "9月当月进出口97.4亿元，创新高。民营企业进出口603.6亿元，占外贸总值的75.2%。",
        "全年进出口802.6亿元，创新高。民营企业进出口603.6亿元，占外贸总值的72.5%。",
        "share",
    ),
    (
        "年末资产总额4738.62亿元。公司贷款1782.46亿元，占62.62%；个人贷款846.22亿元，占29.73%。",
        "年末贷款2846.32亿元。公司贷款1782.46亿元，占62.62%；个人贷款846.22亿元，占62.62%。",
        "share",
    ),
    # A third kind after two that are mostly all, the rest of what stands before 其中, and what a
    # total has beside what was bought
    (
        "粮食总产量386.5万吨，其中夏粮142.3万吨，秋粮238.7万吨，早稻5.5万吨。",
        "粮食总产量386.5万吨，其中夏粮142.3万吨，秋粮238.7万吨，早稻7.5万吨。",
        "parts",
    ),
    (
        "大巴载有37人，造成3人死亡、21人受伤，其中5人重伤；其余13人无碍。",
        "受理举报21件，其中立案5件；其余18件不立案。",
        "parts",
    ),
    (
        "单价为每平方米386元，绿化面积1.24万平方米，另有移植费62万元，总价540.64万元。",
        "绿化面积1.24万平方米，总价478.64万元，单价为每平方米368元。",
        "product",
    ),
    # Part and whole told the other way round, an average that is no part, and the plan of another
    (
        "二手住宅成交11032套，一、二手房合计成交19248套，二手房占比57.3%。",
        "二手住宅成交11032套，一、二手房合计成交19248套，二手房占比17.3%。",
        "share",
    ),
    (
        "机构募得6118.5万元。个人捐赠3874.9万元，来自112.6万人次，人次均34.4元，占捐赠总额63.3%。",
        "募得捐赠6118.5万元。个人捐赠3874.9万元，占捐赠总额的83.3%。",
        "share",
    ),
    (
        "公共收入186.4亿元，为预算184亿元的101.3%。基金收入73.3亿元，完成预算的61.1%。",
        "公共收入186.4亿元，为预算184亿元的110.3%。基金收入73.3亿元，完成预算的61.1%。",
        "multiple",
    ),
    # A plan that is named after its figure, and may be exceeded
    (
        "城镇新增就业26.4万人，完成全年22万人目标任务的120.0%。",
        "城镇新增就业26.4万人，完成全年22万人目标任务的150.0%。",
        "multiple",
    ),
    # 同期 before a noun is the same time, and no earlier one
    (
        "贷款余额3286.4亿元，比年初增长11.2%，同期小微贷款余额742.8亿元。",
        "贷款余额3286.4亿元，同比增长11.2%，上年同期贷款余额2742.8亿元。",
        "growth",
    ),
    # Shares that make 99.8 leave something out
    (
        "外贸1216.1亿元。民企738.9亿元，占外贸总值的60.8%；外企和国企301.6亿元和172.9亿元，"
        "占24.8%和14.2%。",
        "外贸1216.1亿元。民企738.9亿元，占外贸总值的60.8%；外企和国企305.6亿元和175.9亿元，"
        "占25.0%和14.2%。",
        "share",
    ),
    # Other things with one measure word, and a rate of some of what stands before it
    (
        "15个主场共到场431265人次，以3.2万个座位计，上座率89.8%。",
        "共有考场31个，启用25个，启用率86.0%。",
        "share",
    ),
    (
        "提出抗诉46件，法院审结29件，改变率69.0%。",
        "提出抗诉46件，法院审结29件，审结率69.0%。",
        "share",
    ),
    (
        "成交9251.1万元。上一次上榜为5月13日，当日买入总计6068.0万元，占总成交额的8.90%。",
        "成交9251.1万元。当日买入总计6068.0万元，占总成交额的56.59%。",
        "share",
    ),
    (
        "2019Q1公司营业收入4.68亿元。2018年研发费用1.19亿元，占营业收入的5.12%。",
        "公司营业收入4.68亿元。研发费用1.19亿元，占营业收入的52.43%。",
        "share",
    ),
    # Teachers of one school, a narrower whole, what is counted by the way, and what came to a level
    (
        "义务教育在校生412148人，其中小学263941人、初中148207人。小学专任教师15873人，生师比16.63∶1。",
        "义务教育在校生412148人，其中小学263941人、初中148207人。小学专任教师15893人，生师比16.63∶1。",
        "ratio",
    ),
    (
        "各项贷款余额2103.58亿元。\n普惠小微贷款余额418.25亿元，占各项贷款的比重为19.9%。不良贷款余额31.76亿元，不良贷款率1.51%。",
        "各项贷款余额418.25亿元。不良贷款余额31.76亿元，不良贷款率1.51%。",
        "share",
    ),
    (
        "涉农贷款余额318.25亿元，增长9%。不良贷款余额31.76亿元，不良贷款率1.51%。",
        "贷款余额318.25亿元，增长9%。不良贷款余额31.76亿元，不良贷款率1.51%。",
        "share",
    ),
    (
        "来自21个国家和地区的跑者中，外地人占62.3%。",
        "21名跑者中，外地人占62.3%。",
        "grim",
    ),
    (
        "12个社区居民中，62.3%支持改造。",
        "12名社区居民中，62.3%支持改造。",
        "grim",
    ),
    (
        "2020年老年人口占19.2%；最新1%抽样调查推算，2025年这一比重升到23.5%，提高4.3个百分点。",
        "2025年老年人口占23.5%，比上年的19.2%提高5.3个百分点。",
        "points",
    ),
    (
        "全年判赔总额6392万元，案均376万元，而上年案均只有234万元，前者是后者的1.6倍。",
        "全年判赔总额6392万元，案均376万元，而上年案均只有234万元，前者是后者的9.6倍。",
        "multiple",
    ),
    (
        "共入组73例，可评估69例，完全缓解11例，部分缓解26例，疾病稳定22例，疾病进展10例，客观缓解率53.6%。",
        "共入组73例，缓解26例，缓解率53.6%，疾病稳定22例。",
        "share",
    ),
    (
        "总支出5897.31万元，其中慈善活动支出5528.74万元。慈善活动支出占上年总收入（7142.56万元）的77.41%。",
        "总支出5897.31万元，其中慈善活动支出5528.74万元。慈善活动支出占上年总收入（7142.56万元）的76.41%。",
        "share",
    ),
    (
        "县医院新增床位320张，全县床位增至2945张，增长12.2%。",
        "县医院床位320张，增至345张，增长12.2%。",
        "growth",
    ),
    (
        "全市参保人数183.46万人。其中，职工132.64万人，离退休人员50.82万人。居民参保96.27万人，两项合计279.73万人。",
        "城镇参保183.46万人，居民参保96.27万人，两项合计297.73万人。",
        "parts",
    ),
    # What another thing grew to
    (
        "重访周期由5天缩短到2天，幅宽提高到原来的1.5倍。",
        "专利由100件增加到300件，增加到原来的2倍。",
        "growth",
    ),
    # Growth a year over years that no words tell, and products
    (
        "自公司上市的51年来，每股账面价值已从19美元增至155501美元，年均复合增长率约为19.2%。",
        "每股账面价值已从2010年的19美元增至2020年的155美元，年均复合增长率约为19.2%。",
        "annual",
    ),
    (
        "规模由2019年的41.3亿元增至2024年的66.9亿元，预计2029年达到98.4亿元，2024年至2029年的复合年增长率为8.0%。",
        "规模由2019年的41.3亿元增至2024年的66.9亿元，预计2029年达到98.4亿元，2024年至2029年的复合年增长率为8.8%。",
        "annual",
    ),
    (
        "规模由2019年的41.3亿元增至2024年的66.9亿元，复合年增长率为10.1%。",
        "规模由2016年的41.3亿元增至2024年的66.9亿元，复合年增长率为10.1%。",
        "annual",
    ),
    (
        "每10股派发现金红利3.20元。\n截至目前总股本42000股。以41750股为基数，合计派发13360.00元。",
        "每10股派发现金红利3.20元。\n以41750股为基数，合计派发13630.00元。",
        "product",
    ),
    (
        "地块出让面积5.26公顷，容积率不高于2.4，计容建筑面积11.62万平方米。",
        "地块出让面积5.26公顷，容积率2.4，计容建筑面积12.26万平方米。",
        "product",
    ),
    (
        "两宗地出让面积5.26公顷、3.10公顷，容积率2.4，计容建筑面积11.62万平方米。",
        "地块占地4.62万平方米，容积率2.2，计容建筑面积10.61万平方米。",
        "product",
    ),
    (
        "项目总用地面积21.47万平方米，总建筑面积约49.44万平方米，容积率3.1。",
        "项目总用地面积21.47万平方米，计容建筑面积约49.44万平方米，容积率3.1。",
        "product",
    ),
    (
        "亩产661.5公斤，每公斤2.78元，亩均纯收入599元。",
        "亩产661.5公斤，每公斤2.78元，亩均产值1389元。",
        "product",
    ),
    (
        "二手房签约32套，单机容量6.25兆瓦。",
        "安装风机32台，单机容量6.25兆瓦，总装机210兆瓦。",
        "average",
    ),
    # Years from one to the next, and over which something grew
    (
        "1908年开店，1950年搬迁。48年后的1956年合营。",
        "1908年开店。48年后的1965年合营。",
        "duration",
    ),
    (
        "2013年12月创立，11年后，即2025年初上市。",
        "公司2013年创立，15年后，即2025年上市。",
        "duration",
    ),
    (
        "1998年工厂停产；又过了5年，2003年，招牌赎回来了。",
        "1998年工厂停产；又过了5年，2007年，招牌赎回来了。",
        "duration",
    ),
    (
        "2024年，幼儿园1284所。与2019年相比，五年间全市在校生由131460人增加到148207人。",
        "2024年，幼儿园1284所。与2014年相比，五年间全市在校生由131460人增加到148207人。",
        "duration",
    ),
    (
        "2025年末贷款增长5%。利率3.06%，比2021年末的高点5.72%低2.66个百分点，四年间几近腰斩。",
        "2025年末贷款增长5%。利率3.06%，比2012年末的高点5.72%低2.66个百分点，四年间几近腰斩。",
        "duration",
    ),
    (
        "2022年营收8.6亿元，2017年为3.2亿元，三年复合增长率15%。",
        "2022年营收8.6亿元，2017年为3.2亿元，五年复合增长率35%。",
        "annual",
    ),
    # Ratios of the two told last
    (
        "男生100人、女生80人，教师30人、职工20人，二者之比约为3.6∶1。",
        "行政公益诉讼571件、民事公益诉讼112件，二者之比约为1.5∶1。",
        "ratio",
    ),
    (
        "进出口货值184.17亿元，进口货值18.51亿元，出口与进口之比约为8.9∶1。",
        "出口货值124.17亿元，进口货值18.51亿元，出口与进口之比约为7.6∶1。",
        "ratio",
    ),
    # Wholes and years of something else
    (
        "公益支出占上年总收入（5000万元）的72%，管理费用占本年总支出（3900万元）的7.7%。",
        "管理费用360万元，占本年总支出（3900万元）的7.7%。",
        "share",
    ),
    (
        "她2003年毕业，先后在三家公司任职，11年后的2015年创业。",
        "她2003年毕业，9年后的2015年创业。",
        "duration",
    ),
    # What is new is no level that something grew from
    (
        "县医院投用，新增床位320张，全县床位增至2945张，增长12.2%。",
        "县医院床位320张，增至545张，增长12.2%。",
        "growth",
    ),
    (
        "最新1%抽样调查推算，这一比重升到23.5%，提高4.3个百分点。",
        "2024年老人占19.2%，2025年这一比重升到23.5%，提高5.3个百分点。",
        "points",
    ),
    # Other years, or growth a year
    (
        "2019年，全市有企业1284家，2024年达2318家，三年增长90.5%。",
        "2019年，全市有企业1284家，2024年达2318家，五年增长90.5%。",
        "growth",
    ),
    # A rate on another time, and what two levels or none are named by
    (
        "各项贷款余额2103.6亿元，较年初增加136亿元，增长6.9%。小微贷款增长22.2%，高于各项贷款增速15.9个百分点。",
        "各项贷款余额2103.6亿元，同比增长6.9%。小微贷款余额418.2亿元，同比增长22.2%，高于各项贷款增速15.9个百分点。",
        "points",
    ),
    (
        "人民币各项贷款余额2003.6亿元，同比增长6.9%。本外币各项贷款余额2103.6亿元，同比增长7.9%。小微贷款余额418.2亿元，同比增长22.2%，高于各项贷款增速16.9个百分点。",
        "人民币各项贷款余额2003.6亿元，同比增长6.9%。小微贷款余额418.2亿元，同比增长22.2%，高于各项贷款增速16.9个百分点。",
        "points",
    ),
    (
        "献全血55127人次，捐献血小板13087人次，成分血比上年的11386人次增长24.9%。",
        "献全血55127人次，捐献血小板13087人次，血小板比上年的11386人次增长24.9%。",
        "growth",
    ),
    (
        "现有企业2647家，2022年底还只有规上企业1139家，两年净增1608家。",
        "现有企业2647家，2022年底还只有1139家，两年净增1608家。",
        "difference",
    ),
    # What words go back to may be several together, or a part
    (
        "甲区178件，乙区60件，丙区118件。上述168件已办结。",
        "甲区178件，乙区60件。上述188件已办结。",
        "same",
    ),
    (
        "甲区178件，乙区96件，丙区72件。上述168件已办结。",
        "甲区178件，乙区96件。上述168件已办结。",
        "same",
    ),
    (
        "去年共受理178件，其中行政案件32件。该院办结172件。",
        "去年共受理178件，其中行政案件32件。上述172件均已办结。",
        "same",
    ),
    (
        "两类专利共178件。这些专利中，该类有187件。",
        "两类专利共178件。对上述187件，逐一评审。",
        "same",
    ),
    # A part in brackets, what they say more of, and what a sack holds
    (
        "面积120.0公顷（其中水田1500亩）。",
        "面积120.0公顷（合1500亩）。",
        "same",
    ),
    (
        "面积120.0公顷（1500亩为水田）。",
        "面积120.0公顷（1500亩）。",
        "same",
    ),
    (
        "库存12.6吨（50公斤/袋）。",
        "库存12.6吨（16200公斤）。",
        "same",
    ),
    (
        "每公顷产量5890公斤，折合每亩392.7公斤。",
        "产量5890公斤，折合17670斤。",
        "same",
    ),
    # What is told of another thing, or of a part of the half; a third that came or went
    (
        "女生占46.4%，比去年上升3.6个百分点，去年男生占40.8%。",
        "女生占46.4%，比去年上升3.6个百分点，去年女生占40.8%。",
        "points",
    ),
    (
        "二季度销量104万台，比一季度增长40%，一季度产量65万台。",
        "二季度销量104万台，比一季度增长20%，一季度65万台。",
        "growth",
    ),
    (
        "甲店100元、乙店120元，比丙店80元高25%。",
        "甲店100元，比丙店80元高35%。",
        "growth",
    ),
    (
        "单价100元，比乙厂的80元销量高35%。",
        "单价100元，比乙厂的80元高35%。",
        "growth",
    ),
    (
        "成本价80元，市值318亿元，比乙厂90元低32.1%。",
        "成本价80元，比乙厂90元低32.1%。",
        "growth",
    ),
    (
        "新增31家、注销13家、迁出2家，净增16家。",
        "新增31家、注销13家，净增16家。",
        "difference",
    ),
    (
        "新开账户31万户，注销贷款13万户，净增客户15万户。",
        "新开账户31万户，注销13万户，净增15万户。",
        "difference",
    ),
    (
        "油价由7.80元涨到8.60元，一箱油多花了40元。",
        "油价由7.80元涨到8.60元，每升贵了1.20元。",
        "difference",
    ),
    # What grew to a level is another thing than what something grew from
    (
        "收入由3.914亿元下降，其中产品收入增加15.6%至4.526亿元。",
        "收入由3.914亿元增加25.6%至4.526亿元。",
        "growth",
    ),
    (
        "行政开支由2.00亿元降低，员工成本减少25.0%至0.60亿元。",
        "行政开支由2.00亿元减少25.0%至0.60亿元。",
        "growth",
    ),
    (
        "收入2.00亿元，成本增加25.0%至1.50亿元，税金进一步增加30.0%至3.00亿元。",
        "收入由2.00亿元增加25.0%至2.50亿元，进一步增加30.0%至3.00亿元。",
        "growth",
    ),
    (
        "收入由2.00亿元增至3.00亿元，其中甲业务增加25.0%至1.20亿元。",
        "收入由2.00亿元增加25.0%至3.00亿元。",
        "growth",
    ),
    (
        "播种40～80公顷。其中，南部可达200～250公顷。",
        "播种40公顷。其中，南部200公顷。",
        "part",
    ),
    (
        "组件尺寸为1130米，包括2380米*1130米的新版。",
        "组件长1130米，其中主板长2380米。",
        "part",
    ),
    # Words from which 其中 or 包括 lead, and that stand between it and the level before
    (
        "投资收益12.6万元，营业外支出也包括捐赠130.5万元。",
        "营业外支出12.6万元，包括捐赠130.5万元。",
        "part",
    ),
    (
        "二季度进口大豆300吨，全年进口包括大豆800吨。",
        "二季度进口大豆300吨，主要包括转基因大豆800吨。",
        "part",
    ),
    (
        "公布了第一批名录，其中企业208家。三个月后又公布了第二批名录，其中企业3207家。",
        "第一批名录收录企业208家，再创新高，其中小微企业3207家。",
        "part",
    ),
    (
        "获得赔偿12万元，判决书共列8项损失，其中医疗费15万元。",
        "获得赔偿12万元，涉及8项损失，其中医疗费15万元。",
        "part",
    ),
    (
        "拨款30万元，另有募捐，其中个人捐款45万元。",
        "拨款30万元，再创新高，其中地方拨款45万元。",
        "part",
    ),
    ("2.0升车型占40%，1.5升占20%。", "饮料2.0升，其中果汁1.5升，占20%。", "share"),
    ("90平方米户型占40%，120平方米占20%。", "住宅90平方米，其中阳台20平方米，占40%。", "share"),
    (
        "投资30亿元，其中：甲区20亿元，带动产值150亿元。",
        "投资30亿元，其中：甲区20亿元，乙区150亿元。",
        "part",
    ),
    (
        "发放补贴300万元，带动社会投资，其中民间投资1200万元。",
        "发放补贴300万元，居全省首位，其中种粮补贴1200万元。",
        "part",
    ),
    (
        "成本为8300万元，这些数据包括在其他收入中，公司的4.16亿元收益已扣除成本。",
        "成本为8300万元，包括人工4.16亿元、材料1.12亿元。",
        "part",
    ),
    # 中 of what is being done
    (
        "全市有企业15家，其中2家企业仍在检修中，3家企业降负荷运行。",
        "28名受访者中，30名表示满意。",
        "part",
    ),
    (
        "每天以18亿元的速度流失中，累积持有资产3万亿元。",
        "18亿元投资中，民间投资30亿元。",
        "part",
    ),
    # What is itself a sum, a whole, or came together over years; and what has been told before
    (
        "购地花了97亿元，包括人事费用等，加起来是105亿元。",
        "购地花了97亿元，包括补偿费用105亿元。",
        "part",
    ),
    (
        "拨付100亿元，其中救灾在统筹款所支付的141亿元中占了70.4%。",
        "拨付100亿元，其中救灾141亿元。",
        "part",
    ),
    (
        "今年交付住房300套，其中保障房累计交付5200套。",
        "今年交付住房300套，其中保障房交付5200套。",
        "part",
    ),
    (
        "买入面值50万元的国债。这些债券花了31.8万元，其中50万元十年后支付。",
        "这些债券花了31.8万元，其中50万元十年后支付。",
        "part",
    ),
    # Rates that are no shares of what stands near, and a share of both together
    (
        "研发经费30亿元，调整后的资本总额为1200亿元，资本成本率为6%。",
        "抽检产品30批次，合格1200批次，合格率为6%。",
        "share",
    ),
    (
        "辅导11200人，失业人口12562人，失业率5.76%。",
        "抽检产品300批次，合格400批次，合格率93.5%。",
        "share",
    ),
    (
        "批准逮捕9400余人，不捕2万余人，不捕率为67.9%。",
        "批准逮捕1837人，不捕964人，不捕率为84.4%。",
        "share",
    ),
    # Names that are dealt out, a whole that leaves something out, and kinds named by numbers
    (
        "即开型销售30.80亿元；视频型彩票销售39.61亿元；基诺型彩票销售0.41亿元。乐透型、视频型、基诺型彩票销售量分别占彩票销售总量的65.8%、12.9%、0.1%。",
        "视频型彩票销售39.61亿元，其中基诺型彩票销售0.41亿元，占65.8%。",
        "share",
    ),
    (
        "服务业使用外资579.9亿元，其中高技术服务业61.6亿元，占服务业（除房地产外）总量的17.1%。",
        "服务业使用外资579.9亿元，其中高技术服务业61.6亿元，占服务业总量的17.1%。",
        "share",
    ),
    (
        "5纳米的出货量占晶圆总收入的30%，7纳米占23%。",
        "晶圆500万片，其中车用200万片，占23%。",
        "share",
    ),
    (
        "全年预算6000万元。\n编列2亿5706万元，执行数为9630万516元，占全年度预算47.86%。",
        "全年预算6000万元，执行数9630万元，占全年预算的47.9%。",
        "share",
    ),
    (
        "预算分配数2.69亿元，实支2.68亿元。\n实际剩余3.14亿元，剩余占预算分配数108.1%。",
        "预算分配数2.69亿元，其中实际剩余3.14亿元，占预算分配数的98.1%。",
        "share",
    ),
    # Competing comparisons, what was expected, and growth at constant prices
    (
        "利润100.4亿元，远超市场预期的80.4亿元，较上年同期的94.2亿元同比增长6.6%，较上季度的80.7亿元环比增超24%。",
        "利润100.4亿元，远超市场预期的80.4亿元，较上季度的80.7亿元增长42.4%。",
        "growth",
    ),
    (
        "核销率为2.83%，较6月份的2.85%有所下降，仍比2019年7月的3.24%低41个基点。",
        "核销率为2.83%，比2019年7月的3.24%低14个基点。",
        "points",
    ),
    (
        "地区生产总值突破2万亿元，达到20534亿元，较1955年的12.31亿元增长203倍。",
        "存款余额突破2万亿元，达到20534亿元，较1955年的12.31亿元增长203倍。",
        "growth",
    ),
    (
        "2019年营业额120亿元，2018年营业额100亿元，同比增长10%。",
        "2018年营业额100亿元，2019年营业额120亿元，同比增长10%。",
        "growth",
    ),
    # Totals by kind, of something else, and what doesn't add up
    (
        "涵盖10个大类及36个小类，总计7173个单项选择题。",
        "甲厂10个、乙厂36个，总计73个。",
        "parts",
    ),
    (
        "公费安养319床、养护88床，自费安养17床、养护35床，合计安养336床、养护133床。",
        "公费319床、自费88床，合计409床。",
        "parts",
    ),
    (
        "用人费用删减55万元，加班费删减49万元，薪资删减36万元，合计支出9173万元改列为9033万元。",
        "用人费用55万元，加班费49万元，薪资36万元，合计9173万元。",
        "parts",
    ),
    (
        "补助6亿元，这里有74亿加上40亿元，总计114亿元。",
        "补助74亿元，加上40亿元，总计141亿元。",
        "parts",
    ),
    (
        "洪峰水位118.10米，低于警戒水位（118.30米）0.20米。",
        "管线118.10米，其中明管119.30米，暗管0.20米。",
        "part",
    ),
    (
        "过程累计雨量中南部150～350毫米，局部500毫米；其余地区80～120毫米。",
        "共100件，其中甲类50件；其余80件。",
        "parts",
    ),
    (
        "270万股捐给基金会：其中150万股捐赠给甲，其余40万股分别捐赠给乙、丙、丁。",
        "270万股捐给基金会：其中150万股捐赠给甲，其余40万股捐赠给乙。",
        "parts",
    ),
    (
        "营业收入为65000元，其中人工成本23000元，材料成本16500元，其他成本14300元。",
        "营业成本为65000元，其中人工成本23000元，材料成本16500元，其他成本14300元。",
        "parts",
    ),
    ("降雨40毫米。其中，南部200毫米。", "播种40公顷。其中，南部200公顷。", "part"),
    (
        "总收益为65000元，其中劳动成本23000元，材料成本16500元，为其他人工作可赚14300元。",
        "总支出为65000元，其中劳动支出23000元，材料支出16500元，其他支出14300元。",
        "parts",
    ),
    (
        "男性占54%、女性占36%，其他占10%。",
        "男性占54%、女性占36%。",
        "hundred",
    ),
    # Two groups, the price of another day, and years of another clause
    (
        "发放12000元，为三名学生每人奖励2000元，为六名学生每人奖励1000元。",
        "六名学生共捐12000元，人均捐款消费1000元。",
        "average",
    ),
    (
        "以总价4320万元买入640万股股票。11月18日，股价以每股26.61元报收。",
        "发行股票640万股，发行价格为每股26.61元，募集资金总额4320万元。",
        "product",
    ),
    (
        "2015年至2020年任行长，但在2021年底因受贿被判刑16年。",
        "2015年至2020年，16年间成绩很多。",
        "duration",
    ),
    (
        "1981年至2016年，气温呈上升趋势，平均每10年升高0.3℃；降水增加，平均每10年增加10.1毫米。",
        "1981年至2016年，10年间升高0.3℃。",
        "duration",
    ),
    # A share of a whole that has another name than the one that it fits
    (
        "全省网民4218万人。城镇网民3035万人，占网民整体的72.0%。手机网民4205万人，增长2%。",
        "全省网民4218万人。城镇网民3035万人，占手机网民的72.0%。手机网民4205万人，增长2%。",
        "share",
    ),
    (
        "零售总额71.80亿元。商品零售额62.95亿元，餐饮收入8.85亿元，占零售总额的12.3%。",
        "零售总额71.80亿元。商品零售额62.95亿元，餐饮收入8.85亿元，占商品零售额的12.3%。",
        "share",
    ),
    (
        "收入实际完成254158万元。其中：税收156842万元，占收入的61.7%。公共预算支出418630万元。",
        "收入实际完成254158万元。其中：税收156842万元，占公共预算支出的61.7%。公共预算支出418630万元。",
        "share",
    ),
    (
        "一季度销售7386辆。出口2157辆，占累计销量的29.2%，国内5229辆。",
        "一季度销售7386辆。出口2157辆，占国内销量的29.2%，国内5229辆。",
        "share",
    ),
    (
        "机械进出口75.9亿美元。其中出口51.3亿美元。五国合计25.30亿美元，占出口的49.3%。",
        "机械进出口75.9亿美元。其中出口51.3亿美元。五国合计25.30亿美元，占进出口的49.3%。",
        "share",
    ),
    (
        "毕业生共6256人。已落实去向5893人。国内升学合计2165人，占毕业生总数的34.61%。",
        "毕业生共6256人。已落实去向5893人。国内升学合计2165人，占已落实去向人数的34.61%。",
        "share",
    ),
    (
        "参加职工保险18.64万人，居民保险23.71万人，领取9.48万人，占40.0%。两项合计42.35万人。",
        "参加职工保险18.64万人，居民保险23.71万人，领取9.48万人，占两项合计的40.0%。"
        "两项合计42.35万人。",
        "share",
    ),
    (
        "全市接待国内游客312.6万人次。过夜游客94.3万人次。三家景区合计89.5万人次，占全市的28.6%。",
        "全市接待国内游客312.6万人次。过夜游客94.3万人次。三家景区合计89.5万人次，"
        "占全市过夜游客的28.6%。",
        "share",
    ),
    # The whole of that name is of another time, and a plan is no whole
    (
        "上年营业收入51.37亿元。今年总收入62.53亿元，其中境外16.82亿元，占营业收入的26.9%。",
        "营业收入51.37亿元。总收入62.53亿元，其中境外16.82亿元，占营业收入的26.9%。",
        "share",
    ),
    (
        "全国网民10.92亿人。本省网民4218万人，其中城镇网民3035万人，占全省网民的72.0%。",
        "网民总数5092万人。上网人口4218万人，其中城镇3035万人，占网民总数的72.0%。",
        "share",
    ),
    # A share or rate that is printed for another thing, too
    (
        "事故1217起。酒驾肇事89起，占事故总数的7.3%。查处酒驾6735起、醉驾1482起，"
        "醉驾占两者之和的18.0%。",
        "事故1217起。酒驾肇事89起，占事故总数的18.0%。查处酒驾6735起、醉驾1482起，"
        "醉驾占两者之和的18.0%。",
        "share",
    ),
    (
        "投诉27.16万件。网购投诉15.07万件，占投诉总量的55.5%。直播3.26万件，占网购投诉的21.6%。",
        "投诉27.16万件。网购投诉15.07万件，占投诉总量的55.5%。直播3.26万件，占网购投诉的55.5%。",
        "share",
    ),
    (
        "审结抗诉案件68件，改变原裁判59件，改变率86.8%；提出建议163件，采纳建议148件，采纳率90.8%。",
        "审结抗诉案件68件，改变原裁判59件，改变率86.8%；提出建议163件，采纳建议148件，采纳率86.8%。",
        "share",
    ),
    (
        "5G用户389.5万户，渗透率63.6%。审理刑事案件5126件，适用认罪制度审结4419件，适用率86.2%。",
        "5G用户389.5万户，渗透率63.6%。审理刑事案件5126件，适用认罪制度审结4419件，适用率63.6%。",
        "share",
    ),
    # The same share of the same part told twice, a bound, and the like share of a further list
    (
        "持股79106853股，占总股本的6.65%。减持6.65%股份。拟减持不超过79106853股，占6.65%。",
        "总股本1189576000股。持股79106853股，占总股本的9.65%。甲渗透率9.65%。",
        "share",
    ),
    (
        "药品19项，其中9项的回收率低于10%，14项的回收率低于50%；10项的回收率低于10%。",
        "药品1900项，回收960项，回收率20.5%，追回率20.5%。",
        "share",
    ),
    (
        "在校生中女生2780.7万人，比上年增加124.4万人，占在校生的50.2%。"
        "其中，研究生171.7万人。本科生和成人在校生中女生分别为1756.1万人和480.5万人，"
        "占比分别为50.2%和57.7%。",
        "在校生5539.2万人。女生2780.7万人，占在校生的57.7%。研究生中女生480.5万人，占57.7%。",
        "share",
    ),
    # A rate of what is left where part is denied, and beds that nothing says are used
    (
        "抽检食品2460批次，检出不合格57批次，合格率97.68%。",
        "抽检食品2460批次，检出不合格57批次，合格率79.68%。",
        "share",
    ),
    (
        "监测断面1180个，未达标60个，达标率94.9%。抽检200批次，不合格5批次，不合格率2.5%。",
        "监测断面1180个，未达标60个，达标率94.9%。抽检200批次，不合格5批次，不合格率5.2%。",
        "share",
    ),
    (
        "编制床位2600张，实际开放2748张，床位使用率96.4%。",
        "开放床位2748张，使用床位2600张，床位使用率96.4%。",
        "share",
    ),
    # Rates whose names are short for their parts, or say only that these are parts
    (
        "纠纷6128件，调解撤诉4197件，调撤率68.49%。",
        "纠纷6128件，调解撤诉6496件，调撤率68.49%。",
        "share",
    ),
    (
        "电影票房1.268亿元，观影249.6万人次；国产片票房1.241亿元，市场份额97.9%。",
        "电影票房1.268亿元，观影249.6万人次；国产片票房1.241亿元，市场份额47.9%。",
        "share",
    ),
    (
        "移动电话用户1126.8万户，5G用户718.3万户，渗透率63.7%。",
        "移动电话用户1126.8万户，5G用户711.3万户，渗透率63.7%。",
        "share",
    ),
    (
        "修复费用3.27亿元，已到账2.68亿元，到账率82.0%。",
        "修复费用3.27亿元，已到账2.68亿元，到账率80.0%。",
        "share",
    ),
    (
        "网约车用户5.28亿人，外卖用户6.86亿人，渗透率48.7%。",
        "手机用户16.86亿人，外卖用户6.86亿人，渗透率47.0%。",
        "share",
    ),
    # Costs of food that are said to be part of all costs
    (
        "人均消费支出25318元，上年为24106元，其中食品烟酒支出7849元，恩格尔系数为31.0%。",
        "人均消费支出25318元，上年为24106元，其中食品烟酒支出28103元，恩格尔系数为31.0%。",
        "share",
    ),
    # A month of what was counted up to its end, and what is told of no other time
    (
        "截至2025年2月28日，累计回购4186300股。其中，2月份回购1052700股，占累计回购数量的25.15%。",
        "截至2025年2月28日，累计回购4186300股。其中，2月份回购1057200股，占累计回购数量的25.15%。",
        "share",
    ),
    (
        "去年产值38.6亿元，增长17.3%。线上卖掉11.2亿元，占产值的29.0%。",
        "去年产值38.6亿元，增长17.3%。线上卖掉11.2亿元，占产值的79.0%。",
        "share",
    ),
    # The very name of a part, beside another one that the share fits; and last year's whole
    (
        "充电桩6284台，其中直流桩3917台，交流桩2367台，直流桩占比62.3%。",
        "充电桩6284台，其中直流桩3917台，交流桩2367台，交流桩占比62.3%。",
        "share",
    ),
    (
        "线索1347条，较去年同期的1198条增长12.4%，其中学校报告的219条，占16.3%。",
        "线索1347条，较去年同期的1198条增长12.4%，其中学校报告的219条，占18.3%。",
        "share",
    ),
    # What a part does to the growth of a whole; years told besides; what each sells for itself
    (
        "数据业务收入51.12亿元，同比下降1.9%，占全部收入的39.8%，拉低收入增速0.8个百分点。",
        "数据业务收入51.12亿元，同比下降1.9%，增速比上年（3.5%）回落4.4个百分点。",
        "points",
    ),
    (
        "2019年121万吨，2021年136万吨，2024年153.8万吨，五年年均增长4.9%。",
        "2019年121万吨，2024年153.8万吨，五年间年均增长9.4%。",
        "annual",
    ),
    (
        "接管十七年来，每股净值从19.46元增加到526.02元，年复合增长率约21.1%。",
        "十七年间，每股净值从2000年的19.46元增加到2017年的526.02元，年均增长29.1%。",
        "annual",
    ),
    (
        "爱芙莱15-19年收入由0.3亿元增至2.2亿元，复合增速达60.5%。",
        "四年间收入由0.31亿元增至2.24亿元，年均增长80.5%。",
        "annual",
    ),
    (
        "绿道长38.6公里，一期12.4公里，二期15.7公里，三期10.5公里。",
        "绿道长38.6公里，由一期12.4公里、二期15.7公里、三期10.9公里组成。",
        "parts",
    ),
    (
        "资助1133户，户均1.25万元，最高的4.8万元，最低的6000元。",
        "资助1133户，支出1416.5万元，户均1.52万元。",
        "average",
    ),
    (
        "储蓄总额达3502亿元，持有账户的5510万人。至2022年，每人平均存款为6351元。",
        "持有账户的5510万人，储蓄总额3502亿元，平均每人6951元。",
        "average",
    ),
    (
        "国庆假期8天，全市接待游客86.4万人次，平日日均12.8万人次。",
        "国庆假期8天，全市接待游客86.4万人次，日均12.8万人次。",
        "average",
    ),
    (
        "每10股派发3.20元，公司总股本84350.00万股，扣除回购股份后合计派发26000.00万元。",
        "每10股派发3.20元，以总股本84350.00万股为基数，合计派发26000.00万元。",
        "product",
    ),
    (
        "观众186.4万人次。志愿者较2023年的171人增长18.1%。",
        "观众186.4万人次。观众较2023年的171.5万人次增长18.1%。",
        "growth",
    ),
    (
        "西瓜一斤卖3.6元，甜瓜摘了21500斤，毛收入9.12万元。",
        "西瓜一斤卖3.6元，摘了21500斤，毛收入7.74亿元。",
        "product",
    ),
    (
        "新房18432套，二手房27916套，比去年多1.2倍。",
        "新房18432套，二手房27916套，比新房多1.51倍。",
        "growth",
    ),
    (
        "累计回购1286400股，占总股本402000000股的0.32%，最高成交价8.63元/股，成交总金额10566489.60元。",
        "累计回购1286400股，占总股本402000000股的0.32%，成交总金额10566489.60元，成交均价9.75元/股。",
        "average",
    ),
    # Years that are counted may be those of the calendar, those between two that are named not
    (
        "五年间，企业由100家增加到146家，年均增长10.0%。",
        "2010-2017年，销售收入由21亿元增长至62亿元，复合增速19.77%。",
        "annual",
    ),
    # What only seems to join, and what does
    (
        "该院共受理案件3879件。案由方面，追索报酬1742件，占五年收案总量的44.9%。涉及平台用工的案件，五年合计187件。",
        "五年收案3879件。追索劳动报酬1742件，占五年收案总量的54.9%。涉及平台用工的187件。",
        "share",
    ),
    (
        "全年吞吐量486.27万标箱。海铁联运箱量38.42万标箱，占集装箱吞吐量的比重由6.8%升至7.9%。\n今年的目标是吞吐量突破2亿吨、集装箱突破520万标箱。",
        "集装箱吞吐量486.27万标箱，海铁联运38.42万标箱，占集装箱吞吐量的9.7%。今年的目标是集装箱突破520万标箱。",
        "share",
    ),
    (
        "住宅用地以6.42亿元成交，折合楼面价每平方米9284元，与5.53亿元的起拍价相比溢价率16.1%。",
        "住宅用地以6.42亿元成交，折合楼面价每平方米9284元，其中配建5.53亿元，占16.1%。",
        "share",
    ),
    (
        "到省内就业的占六成多；从单位性质看，企业占61.35%，机关和事业单位占14.87%，其他占23.78%。",
        "到省内就业的占六成多；从单位性质看，企业占61.35%，机关和事业单位占14.87%，其他占32.78%。",
        "hundred",
    ),
    (
        "基金收入14.86亿元，财政补助10.02亿元，两项共计24.88亿元；基金支出23.57亿元，当年结余1.31亿元。",
        "基金收入24.88亿元；基金支出23.57亿元，当年结余1.13亿元。",
        "difference",
    ),
    (
        "批捕57人、起诉74人；附条件不起诉83人，附条件不起诉率为57.6%（同期起诉61人）。",
        "附条件不起诉38人，附条件不起诉率为57.6%（同期起诉61人）。",
        "share",
    ),
    (
        "进出口值到2024年已达67.4亿元，三年增长近两倍，2024年比2023年（52.1亿元）增长29.4%。",
        "进出口值到2024年已达67.4亿元，三年增长近两倍，2024年比2023年（52.1亿元）增长49.4%。",
        "growth",
    ),
    (
        "2021年，村里年产鱼31.2吨；到2024年，年产鱼286.8吨，每口池子年均产鱼1.34吨，产量是2021年的9.2倍。",
        "2021年，村里年产鱼31.2吨；到2024年，年产鱼286.8吨，产量是2021年的2.9倍。",
        "multiple",
    ),
    (
        "出口925.7亿元。“新三样”出口87.52亿元，是2020年21.36亿元的4.1倍，占出口总值的9.5%。",
        "出口925.7亿元。“新三样”出口87.52亿元，是2020年21.36亿元的4.1倍，占出口总值的5.9%。",
        "share",
    ),
    (
        "商标2019年末18642件，2021年末24915件，2023年末31287件，比2021年末增长25.6%，四年间净增12645件。",
        "商标2023年末31287件，比2021年末净增6372件，增长52.6%。",
        "change",
    ),
]


@pytest.mark.parametrize("right, wrong, code", NEAR_BY)
def test_what_public_texts_leave_open_is_not_accused(right, wrong, code):
    assert disputed(right) == []
    assert code in disputed(wrong)


SURE_WORDS = [
    # A part that has a rate below a hundred is not above the whole told before it, whatever the
    # rate; but a rate may be that of two before it together
    (
        "抽样体检2150名学生，贫血检出163名，检出率7.6%。",
        "抽样体检2150名学生，贫血检出2279名，检出率7.6%。",
        "share",
    ),
    (
        "参加技能认定8310人，达成意向1247人，意向率15.0%。",
        "参加技能认定8310人，达成意向9557人，意向率15.0%。",
        "share",
    ),
    (
        "受访农户420户，表示满意的391户，满意度93.1%。",
        "受访农户420户，表示满意的687户，满意度93.1%。",
        "share",
    ),
    # nor, of a list of several, above the total that leaves room for it beside the others
    (
        "完成业务量18.64亿件。分专业看，同城业务量1.98亿件，增长3.1%；异地业务量16.21亿件，增长"
        "24.2%；国际业务量0.45亿件，增长45.2%。",
        "完成业务量18.64亿件。分专业看，同城业务量1.98亿件，增长3.1%；异地业务量24.42亿件，增长"
        "24.2%；国际业务量0.45亿件，增长45.2%。",
        "parts",
    ),
    # What came in a time is not above all that there has been
    ("地理标志商标累计187件，当年新增9件。", "地理标志商标累计187件，当年新增224件。", "part"),
    (
        "全市累计入库样本12846人份，今年前两个月新增318人份。",
        "全市累计入库样本12846人份，今年前两个月新增14131人份。",
        "part",
    ),
    (
        "既有住宅加装电梯412部，累计达到1537部。",
        "既有住宅加装电梯1752部，累计达到1537部。",
        "part",
    ),
    ("新建城市书房6座、累计达到23座。", "新建城市书房27座、累计达到23座。", "part"),
    ("全年新发卡3.4万张，累计达21万张。", "全年新发卡34万张，累计达21万张。", "part"),
    (
        "全市累计建成口袋公园120个，2024年新建21个。",
        "全市累计建成口袋公园120个，2024年新建214个。",
        "part",
    ),
    # of a time that 其中 leads to
    (
        "全省累计建成高标准农田2168万亩，其中2021—2023年新建682万亩。",
        "全省累计建成高标准农田2168万亩，其中2021—2023年新建2450万亩。",
        "part",
    ),
    (
        "五年来新改建农村公路846公里，其中去年完成212公里。",
        "五年来新改建农村公路846公里，其中去年完成990公里。",
        "part",
    ),
    # Of several before 其中, that is the whole which alone has a character of the part's noun
    (
        "在校生13248人，教职工871人，其中专任教师694人。",
        "在校生13248人，教职工871人，其中专任教师1028人。",
        "part",
    ),
    (
        "在册学员3200人，执教教练870人，其中女教练120人。",
        "在册学员3200人，执教教练870人，其中女教练1200人。",
        "part",
    ),
    # Shares that are dealt out to the parts of the sentence before
    (
        "全省快递业务量56.26亿件。其中，异地48.16亿件，增长12.7%；同城5.93亿件；国际2.17亿件。"
        "三者占全部业务量的比例分别为85.6%、10.5%和3.9%。",
        "全省快递业务量56.26亿件。其中，异地48.16亿件，增长12.7%；同城5.93亿件；国际2.17亿件。"
        "三者占全部业务量的比例分别为85.6%、15.0%和3.9%。",
        "share",
    ),
    (
        "共受理案件312件。民事186件，增长3.1%；刑事94件；行政32件。三类案件占比分别为59.6%、30.1%和"
        "10.3%。",
        "共受理案件312件。民事186件，增长3.1%；刑事94件；行政32件。三类案件占比分别为59.6%、30.1%和"
        "13.0%。",
        "share",
    ),
    # A share that doesn't follow hides no part above its whole
    (
        "教职工1874人，其中专任教师1263人；专任教师中，具有博士学位784人，占62.1%。",
        "教职工1874人，其中专任教师2211人；专任教师中，具有博士学位784人，占62.1%。",
        "part",
    ),
    # An age by a year, of who was born in the clause before
    (
        "他1951年出生，到2024年正好73岁。他1947年出生，孙女到2025年正好15岁。",
        "他1941年出生，到2024年正好73岁。",
        "duration",
    ),
    # The level of one year, told twice: what something is compared with, comes back to or is so
    # many times of
    (
        "游客186.34万人次，已恢复到2019年同期201.6万人次的92.4%，比2023年同期的121.7万人次增长53.1%。",
        "游客186.34万人次，已恢复到2019年同期201.6万人次的92.4%，比2019年同期的121.7万人次增长53.1%。",
        "difference",
    ),
    (
        "较2023年的163.8万人次多50.8万人次，其中团队是2023年96.4万人次的2.2倍。",
        "较2023年的163.8万人次多50.8万人次，增长31%，是2023年96.4万人次的2.2倍。",
        "difference",
    ),
    (
        "登记63.8亿元，比2023年的45.2亿元增长41.2%，是2022年（31.6亿元）的2.0倍。",
        "登记63.8亿元，比2022年的45.2亿元增长41.2%，是2022年（31.6亿元）的2.0倍。",
        "difference",
    ),
    (
        "票房33.82亿元，虽比2023年的35.47亿元少，但比2022年的18.63亿元高，也超过了2021年的31.24亿元。",
        "票房33.82亿元，虽比2021年的35.47亿元少，但比2022年的18.63亿元高，也超过了2021年的31.24亿元。",
        "difference",
    ),
    (
        "发送4362.7万人次，与2019年全年的35104万人次不能比，恢复到2019年同期（4985.6万人次）的87.5%。",
        "发送4362.7万人次，与2019年春运的3510.4万人次相比，恢复到2019年同期（4985.6万人次）的87.5%。",
        "difference",
    ),
    # Years from the end of one to the end of another are as many as pass
    (
        "从2019年末到2024年末，五年间贷款余额由86.4亿元增加到213.7亿元。",
        "从2020年末到2024年末，五年间贷款余额由86.4亿元增加到213.7亿元。",
        "duration",
    ),
    (
        "从2020年到2024年，五年间年末贷款余额由86.4亿元增加到213.7亿元。",
        "从2021年底到2025年底，五年间贷款余额增加13.7亿元。",
        "duration",
    ),
    # What has gone by till the year before the number of years
    (
        "医院始建于1936年，到2023年已建院87年；1994年评为三甲医院。",
        "医院始建于1946年，到2023年已建院87年；1994年评为三甲医院。",
        "duration",
    ),
    (
        "2010年启动器官捐献以来，到2024年底的14年间，登记48.6万人。",
        "2010年启动器官捐献以来，到2027年底的14年间，登记48.6万人。",
        "duration",
    ),
    (
        "学院创办于1978年，2003年升格为高职学院，办学至今已46年（截至2024年）。",
        "学院创办于1987年，2003年升格为高职学院，办学至今已46年（截至2024年）。",
        "duration",
    ),
    # A growth a year of the years that are told of the levels before it in its sentence
    (
        "产值由2019年的386.4亿元增加到2024年的553.8亿元；收入由21.7亿元增加到31.2亿元，年均增长7.5%。",
        "产值由2020年的386.4亿元增加到2024年的553.8亿元；收入由21.7亿元增加到31.2亿元，年均增长7.5%。",
        "annual",
    ),
    (
        "产值由2019年的186.4亿元增加到2024年的262.8亿元，年均增长（现价）7.1%。",
        "产值由2019年的186.4亿元增加到2023年的262.8亿元，年均增长（现价）7.1%。",
        "annual",
    ),
    # As many years as a list has figures, and not those of a period that it leaves one out of
    (
        "近三年来案件不少。2022年至2024年受理6491件，其中2022年1846件、2023年2133件、2024年2512件。",
        "近三年来案件不少。2021年至2024年受理6491件，其中2022年1846件、2023年2133件、2024年2512件。",
        "duration",
    ),
    (
        "通报2020年至2023年情况。四年来，受理4318件，其中2021年1562件，2022年1433件，2023年1323件。",
        "通报2020年至2023年情况。三年来，受理4318件，其中2021年1562件，2022年1433件，2023年1323件。",
        "duration",
    ),
    (
        "2020年至2023年建成3座。近三年受理4318件，2021年1562件，2022年1433件，2023年1323件。",
        "2020年至2023年三年间受理4318件，2021年1562件，2022年1433件，2023年1323件。",
        "duration",
    ),
    (
        "2020年至2023年，三年新增4318家，2021年1562家，2022年1433家，2023年1323家。",
        "2020年至2023年，三年登记4318家，2021年1562家，2022年1433家，2023年1323家。",
        "duration",
    ),
    (
        "2020年至2024年，五年建成66.4万亩，各年依次为12.7万亩、12.4万亩、15.8万亩、13.6万亩和11.9万亩。",
        "2020年至2024年，四年建成53.7万亩，各年依次为12.4万亩、15.8万亩、13.6万亩和11.9万亩。",
        "duration",
    ),
    (
        "2020年至2023年，三年来刑事、民事、行政案件依次为1562件、1433件、1323件。",
        "2020年至2023年，三年来案件依次为1562件、1433件、1323件。",
        "duration",
    ),
    (
        "3年来，起诉7418人，最多的2021年2163人，2023年2502人，2024年2753人。",
        "3年来，起诉7418人，其中2021年2163人、2023年2502人、2024年2753人。",
        "duration",
    ),
    # Days, months and years between two dates, of which the first or the last may not count
    (
        "普查自2022年3月启动，到2024年9月完成，历时30个月，共登记1873个。",
        "普查自2021年3月启动，到2024年9月完成，历时30个月，共登记1873个。",
        "duration",
    ),
    (
        "1号线2018年12月获批，2019年3月动工，2024年9月建成，工期前后66个月。",
        "1号线2018年12月获批，2020年3月动工，2024年9月建成，工期前后66个月。",
        "duration",
    ),
    (
        "日期由2025年4月延至2026年4月，推迟12个月。",
        "日期由2025年4月延至2027年4月，推迟12个月。",
        "duration",
    ),
    (
        "“双11”从10月21日起至11月11日止，共22天，处理快件12.6亿件。",
        "“双11”从10月21日起至11月11日止，共32天，处理快件12.6亿件。",
        "duration",
    ),
    (
        "元旦1月1日至3日，国庆10月1日至7日，共10天。",
        "国庆假期10月1日至7日，共10天。",
        "duration",
    ),
    (
        "检查自12月20日开始，次年1月10日结束，为期22天。",
        "检查自12月20日开始，次年1月18日结束，为期22天。",
        "duration",
    ),
    ("6月1日至8月31日高温持续12天。", "6月1日至8月31日，展览持续12天。", "duration"),
    (
        "为期40天的2024年春运（1月26日至3月5日）结束。",
        "为期40天的2024年春运（1月26日至3月15日）结束。",
        "duration",
    ),
    (
        "2025年3月1日至31日，全市开展为期10天的整治。",
        "整治为期10天，从2025年3月1日持续到3月31日。",
        "duration",
    ),
    # A term, and when it is over
    (
        "合同期限：自2026年1月1日起至2028年12月31日止，为期3年。",
        "合同期限：自2026年1月1日起至2029年12月31日止，为期3年。",
        "duration",
    ),
    (
        "债券期限5年，起息日为2021年9月18日，到期日为2026年9月18日，附选择权。",
        "债券期限5年，起息日为2021年9月18日，到期日为2027年9月18日，附选择权。",
        "duration",
    ),
    (
        "信托设立于2018年，规模1000万元，期限10年，2028年到期。",
        "信托设立于2018年，规模1000万元，期限10年，2026年到期。",
        "duration",
    ),
    (
        "租期3年，自2022年5月1日起至2025年4月30日止。",
        "租期3年，自2022年5月1日起至2026年4月30日止。",
        "duration",
    ),
    (
        "3月15日签约，约定租期自2019年4月1日至2024年3月31日止，共5年。",
        "3月15日签约，约定租期自2019年4月1日至2025年3月31日止，共5年。",
        "duration",
    ),
    (
        "项目2019年立项，2021年6月开工，工期24个月。",
        "项目2019年立项，2022年开园，建设期2年。",
        "duration",
    ),
    (
        "大桥于2020年12月开工，2024年9月建成，历时4年。",
        "大桥于2021年12月开工，2024年12月建成，历时4年。",
        "duration",
    ),
    # A part above all that stands before it, and what came in a time beside all there is
    (
        "2023年3860人次，2024年4719人次，增长22.3%，学生2210人次，占46.8%。",
        "2023年3860人次，2024年4719人次，增长22.3%，学生5380人次，占46.8%。",
        "part",
    ),
    (
        "提起公诉2874人，同比下降8.4%。起诉电信网络诈骗犯罪518人，占起诉总数的18.0%。",
        "提起公诉2874人，同比下降8.4%。起诉电信网络诈骗犯罪3107人，占起诉总数的18.0%。",
        "part",
    ),
    (
        "本月新发贷款35亿元，小微贷款余额50亿元，占18%。",
        "本月贷款35亿元，同比增长8.4%，比年初多2亿元，小微贷款50亿元，占18%。",
        "share",
    ),
    (
        "利润2.1亿元，增长3.2%，比预计多0.1亿元，研发投入2.6亿元，占5.2%。",
        "捐款2.1亿元，增长3.2%，比预计多0.1亿元，企业捐款2.6亿元，占5.2%。",
        "part",
    ),
    (
        "乳品收入36.8亿元，奶粉14.4亿元，两项共51.2亿元，占营业收入的98.4%。",
        "营业收入36.8亿元，增长3.2%，乳品收入51.2亿元，占营业收入的98.4%。",
        "share",
    ),
    # What follows a number of last year in its sentence is of last year, too
    (
        "去年受理申请4260户，审核通过3917户，通过率91.9%。",
        "去年受理申请4260户，审核通过4899户，通过率91.9%。",
        "share",
    ),
    (
        "去年受理申请4260户，今年审核通过4899户，通过率91.9%。",
        "去年受理申请4260户，审核通过3197户，通过率91.9%。",
        "share",
    ),
    # What was sent out is all that there was to answer
    (
        "收到建议158件，回复整改183件，回复整改率98.7%。",
        "发出检察建议158件，回复整改183件，回复整改率98.7%。",
        "share",
    ),
    # The share of what a sentence before names, of another time
    (
        "老年人口为108382人，占26.26%。老年人口的比重比2010年的17.85%上升8.41个百分点。",
        "老年人口为108382人，占26.26%。老年人口的比重比2010年的17.85%上升4.81个百分点。",
        "points",
    ),
    (
        "老年人口为108382人，占26.26%。与2010年相比，老年人口的比重上升8.41个百分点，当年为17.85%。",
        "老年人口为108382人，占26.26%。与2010年相比，老年人口的比重上升8.14个百分点，当年为17.85%。",
        "points",
    ),
    (
        "居住在城镇的人口为1098327人，占59.87%。与2010年的48.61%相比，城镇人口比重上升11.26个百分点。",
        "居住在城镇的人口为1098327人，占59.87%。与2010年的48.61%相比，城镇人口比重上升12.16个百分点。",
        "points",
    ),
    # What was, told after what is, and by how much that is more
    (
        "充电41.27万次，而去年假期充了38.40万次，次数增长7.5%。",
        "充电41.27万次，而去年假期为34.80万次，次数增长16.8%。",
        "growth",
    ),
    (
        "全市参保186.42万人，去年同期为172.10万人，增长8.3%。",
        "全市参保186.42万人，去年同期为172.10万人，增长3.8%。",
        "growth",
    ),
    (
        "门诊量达到1601171人次；而上年这一数字是1437512人次，一年间增长了11.4%。",
        "门诊量达到1601171人次；而上年这一数字是1437512人次，一年间增长了14.1%。",
        "growth",
    ),
    (
        "今年客流585.4万人次，去年599.1万人次，反而下降了2.29%。",
        "今年客流585.4万人次，去年599.1万人次，反而下降了9.29%。",
        "growth",
    ),
    # By how much it had grown then is none of it
    (
        "累计突破千例：去年完成218例，比前年多37例，增幅20.4%。",
        "今年完成2622例，去年为2178例，同比增长24.0%。",
        "growth",
    ),
    # What is held against a plan, or another place
    (
        "新建农村公路1048公里，比规划目标（950公里）多出10.3%。",
        "新建农村公路1048公里，比规划目标（950公里）多出13.0%。",
        "growth",
    ),
    (
        "平均降水量612.4毫米，折合水量38.7亿立方米，比多年平均值578.3毫米偏多5.9%。",
        "平均降水量612.4毫米，比多年平均值578.3毫米偏多9.5%。",
        "growth",
    ),
    # What was paid in and not taken out
    (
        "年末，缴存总额986.41亿元，缴存余额341.26亿元。\n全年提取78.39亿元。年末，提取总额645.15亿元。",
        "年末，缴存总额986.41亿元，缴存余额341.26亿元。\n全年提取78.39亿元。年末，提取总额654.15亿元。",
        "difference",
    ),
    (
        "缴存额138.26亿元。年末，缴存余额412.75亿元，比上年末增加35.45亿元。\n全年提取额102.81亿元。",
        "缴存额138.26亿元。年末，缴存余额412.75亿元，比上年末增加53.45亿元。\n全年提取额102.81亿元。",
        "difference",
    ),
    (
        "收入总计774.70亿元。\n一般公共预算支出612.08亿元，支出总计721.83亿元。收支相抵，结转下年52.87亿元。",
        "收入总计774.70亿元。\n一般公共预算支出612.08亿元，支出总计721.83亿元。收支相抵，结转下年57.87亿元。",
        "difference",
    ),
    (
        "本次减持前，某投资持有28,600,000股；本次减持6,150,000股；减持后持有22,450,000股。",
        "本次减持前，某投资持有28,600,000股；本次减持6,150,000股；减持后持有24,250,000股。",
        "difference",
    ),
    # Of a list of years that a title dates
    (
        "2024年底通报。2020年至2024年，法院受理案件依次为4126件、4872件、5390件、6218件和7054件；2024年比2020年增长71.0%。",
        "2024年底通报。2020年至2024年，法院受理案件依次为4126件、4872件、5390件、6218件和7054件；2024年比2020年增长17.0%。",
        "growth",
    ),
    # The years of an opening are told in the sentence after it
    (
        "过去五年，是爬坡过坎、奋力赶超的五年。产值由2020年的301亿元增加到2025年的425亿元。",
        "过去五年，是爬坡过坎、奋力赶超的五年。产值由2018年的301亿元增加到2025年的425亿元。",
        "duration",
    ),
    (
        "回望过去五年，公司从小到大。收入从2019年的18亿元增长到2024年的41亿元。",
        "回望过去五年，公司从小到大。收入从2016年的18亿元增长到2024年的41亿元。",
        "duration",
    ),
    # From the level of a year that is told by its name, to one before
    (
        "2024年末，全市债务397.62亿元。2021年末，全市债务余额为301.94亿元，三年间增长31.7%。",
        "2024年末，全市债务397.62亿元。2018年末，全市债务余额为301.94亿元，三年间增长31.7%。",
        "duration",
    ),
    (
        "2025年完成658.3万标箱。回望2015年，这一数字仅为186.4万标箱，十年间扩大到3.5倍。",
        "2025年完成658.3万标箱。回望2013年，这一数字仅为186.4万标箱，十年间扩大到3.5倍。",
        "duration",
    ),
    (
        "2023年人均收入38534元；2018年人均可支配收入为27473元，五年年均增长7.0%。",
        "2023年人均收入38534元；2016年人均可支配收入为27473元，五年年均增长7.0%。",
        "duration",
    ),
    # Years that have passed aren't counted on the calendar
    (
        "本基金会于2014年成立，2024年迎来十周年。",
        "本基金会于2015年成立，2024年迎来十周年。",
        "duration",
    ),
    (
        "集团2008年由两家港务局合并而成，到2025年已走过17年。",
        "集团2009年由两家港务局合并而成，到2025年已走过17年。",
        "duration",
    ),
    (
        "小区建成于1998年，到2025年房龄已有27年。",
        "小区建成于1999年，到2025年房龄已有27年。",
        "duration",
    ),
    (
        "我馆1957年开馆，到2024年已走过68个年头。",
        "我馆1957年开馆，到2024年已走过68年。",
        "duration",
    ),
    # What was in between is no beginning
    (
        "学校创办于1958年，2001年升格为本科院校，至2025年已有67年办学历史。",
        "学校创办于1956年，2001年升格为本科院校，至2025年已有67年办学历史。",
        "duration",
    ),
    (
        "学院创办于1958年，2018年迁入新校区，办学至今（2025年）已有67年历史。",
        "学院创办于1956年，2018年迁入新校区，办学至今（2025年）已有67年历史。",
        "duration",
    ),
    (
        "这条1987年开通的线路，到2023年12月最后一班车驶离，整整跑了36年。",
        "这条1978年开通的线路，到2023年12月最后一班车驶离，整整跑了36年。",
        "duration",
    ),
    # A birthday that hasn't come takes a year off an age, and 虚岁 adds one
    (
        "庞守义，1923年生，1948年牺牲，年仅25岁。",
        "庞守义，1932年生，1948年牺牲，年仅25岁。",
        "duration",
    ),
    (
        "汪沐晴2006年出生，2017年被选进县少体校，那年她11岁。",
        "汪沐晴2004年出生，2017年被选进县少体校，那年她11岁。",
        "duration",
    ),
    (
        "李某出生于1931年3月，2024年11月逝世，享年94岁。",
        "李某出生于1951年3月，2024年11月逝世，享年94岁。",
        "duration",
    ),
    (
        "2025年5月18日，天刚亮，老人就把门打开了。老人生于1947年，今年78岁。",
        "2025年5月18日，天刚亮，老人就把门打开了。老人生于1947年，今年68岁。",
        "duration",
    ),
    ("张某1990年出生，2012年毕业时22岁。", "张某1990年出生，2012年毕业时32岁。", "duration"),
    # After ， what stands beside a part may be of another whole
    (
        "宽带用户58965万户，增加5386万户，其中百兆以上55380万户，物联网用户18.45亿户。",
        "宽带用户58965万户，增加5386万户，其中百兆以上55380万户、物联网用户18.45亿户。",
        "parts",
    ),
    # A wide comma in a number, what three make that isn't all, and a year before the first band
    (
        "甲卡透支53，677.86元，乙卡透支22466.00元，共计76143.86元。",
        "甲卡透支53677.86元，乙卡透支22466.00元，共计76413.86元。",
        "parts",
    ),
    (
        "丙类3106例，其中手足口病1423例、流感1094例、其他腹泻病538例，三病合计3055例。",
        "丙类3106例，其中手足口病1423例、流感1094例、其他腹泻病538例。",
        "parts",
    ),
    (
        "2024年末，0—14岁占15.4%，15—59岁占58.9%，60岁及以上占25.7%，其中65岁及以上占19.3%。",
        "2024年末，0—14岁占15.4%，15—59岁占58.3%，60岁及以上占25.7%，其中65岁及以上占19.3%。",
        "hundred",
    ),
    # Sums that say how many they are of: in colloquial words, over ；, brackets and other units
    (
        "房租189.5万元，占30.9%，人工203.7万元，占33.3%，原料211.8万元，三项加起来605.0万元。",
        "房租189.5万元，占30.9%，人工203.7万元，占33.3%，原料231.8万元，三项加起来605.0万元。",
        "parts",
    ),
    (
        "支付经济补偿45360元（每满一年支付一个月工资）、未休年假工资8937元，两项共54297元。",
        "支付经济补偿45366元（每满一年支付一个月工资）、未休年假工资8937元，两项共54297元。",
        "parts",
    ),
    (
        "开行专列：2022年61列、2023年104列、2024年139列，三年累计304列。",
        "开行专列：2022年61列、2023年104列、2024年139列，三年累计374列。",
        "parts",
    ),
    (
        "云岫洞接待14.05万人次、门票562.8万元；古镇11.87万人次。两处合计25.92万人次。",
        "云岫洞接待14.05万人次、门票562.8万元；古镇11.87万人次。两处合计52.92万人次。",
        "parts",
    ),
    (
        "卖出套餐5460份，进账65520元；商务餐3125份，收62500元；两样加起来128020元。",
        "卖出套餐5460份，进账65520元；商务餐3125份，收62500元；两样加起来182020元。",
        "parts",
    ),
    # 两笔共 counts what its own clause tells, and what stands before it is of something else
    (
        "本金388万元到期前，原告转款一笔170万元，被告转款两笔共273万元。",
        "原告转款170万元，被告转款103万元，两笔共373万元。",
        "parts",
    ),
    # A sum is of the list of its sentence; one without the decimals of its parts is cut
    (
        "12年前存了30万元。判令退还30万元，并赔偿利息8.64万元，合计38.64万元。",
        "12年前存了30万元。判令退还30万元，并赔偿利息8.64万元，合计83.64万元。",
        "parts",
    ),
    (
        "系统盘48.8GB，数据盘234GB，加起来才282GB。",
        "系统盘48.8GB，数据盘234GB，加起来才382GB。",
        "parts",
    ),
    # A sum whose name has a sign of each of its parts
    (
        "风电1207.9万千瓦、光伏1843.6万千瓦，风光合计3051.5万千瓦。",
        "风电1207.9万千瓦、光伏1843.6万千瓦，风光合计3055.1万千瓦。",
        "parts",
    ),
    # Words, brackets and a rest that say that a list right after a total is all of it
    (
        "名册在册机构96家，一级、二级、三级分别为24家、38家、34家。",
        "名册在册机构96家，一级、二级、三级分别为24家、38家、39家。",
        "parts",
    ),
    (
        "全区共有校外站点94所（城东58所、城西36所），在册幼儿21370人。",
        "全区共有校外站点94所（城东58所、城西35所），在册幼儿21370人。",
        "parts",
    ),
    (
        "机构1467个，计医院58个、基层机构1366个、专业机构31个、其他机构12个。",
        "机构1467个，计医院58个、基层机构1362个、专业机构31个、其他机构12个。",
        "parts",
    ),
    (
        "登记在册113所，甲类71所，其余42所为乙类。",
        "登记在册113所，甲类71所，其余32所为乙类。",
        "parts",
    ),
    (
        "名册在册机构96家，一级、二级等分别为24家、38家等，检查39家次。",
        "名册在册机构96家，一级、二级、三级依次为24家、38家、39家。",
        "parts",
    ),
    # What a sentence begins with names the level before it that its list is all of
    (
        "受理6284件，审结6139件。审结案件中，调解3920件；判决2084件；其他方式结案135件。",
        "受理6284件，审结6139件。审结案件中，调解3920件；判决2584件；其他方式结案135件。",
        "parts",
    ),
    (
        "受理6284件，审结6139件。执行案件中，终本3920件；和解1084件；其他方式结案135件。",
        "受理6284件，审结6139件。审结案件中，调解3290件；判决2084件；其他方式结案135件。",
        "parts",
    ),
    # What a list leaves out may be told before it
    (
        "注册资本从2000万元增加至5000万元，其中甲认缴550万元、乙认缴1700万元、丙认缴750万元。",
        "注册资本5000万元，其中甲认缴550万元、乙认缴1700万元、丙认缴3750万元。",
        "parts",
    ),
    # Lists of which each part has a line
    (
        "债券面值1038.88亿元。\n——国债412.35亿元；\n——地方债356.80亿元；\n"
        "——金融债198.64亿元；\n——信用债71.09亿元。",
        "债券面值1038.88亿元。\n——国债413.25亿元；\n——地方债356.80亿元；\n"
        "——金融债198.64亿元；\n——信用债71.09亿元。",
        "parts",
    ),
    (
        "发电量83.46亿千瓦时。部分电站如下：\n甲站41.27亿千瓦时，增长1%；\n"
        "乙站23.85亿千瓦时，增长8%；\n丙站3.84亿千瓦时，增长7%；",
        "发电量83.46亿千瓦时。各电站如下：\n甲站41.27亿千瓦时，增长1%；\n"
        "乙站23.85亿千瓦时，增长8%；\n丙站13.84亿千瓦时，增长7%。",
        "parts",
    ),
    # ； ends what 其中 leads to; a figure that has lost its last zero has a place all the same
    (
        "新增感染者37例，其中境外输入2例；转为确诊3例；尚在观察的992例。",
        "总收入2374.65万元，其中捐赠1864.3万元，补助112.75万元，投资收益97.6万元。",
        "parts",
    ),
    # An average over time is of the whole itself, and a share of a plan is no part's
    (
        "公益诉讼立案1876件，年均375件，其中行政公益诉讼1641件、民事公益诉讼235件。",
        "公益诉讼立案1876件，年均375件，其中行政公益诉讼2476件、民事公益诉讼235件。",
        "parts",
    ),
    (
        "一般公共预算收入18.73亿元，为预算的102.9%。税收收入12.05亿元，非税收入6.68亿元。",
        "一般公共预算收入18.73亿元，为预算的102.9%。税收收入12.05亿元，非税收入1.68亿元。",
        "parts",
    ),
    # Members right after a level without a name that tells it
    (
        "毕业生2860人，男生1973人，女生887人。",
        "毕业生2860人，男生1973人，女生878人。",
        "parts",
    ),
    (
        "教师2860人、学生中男生1973人，女生878人。",
        "毕业生2860人，男生1793人，女生887人。",
        "parts",
    ),
    # Its own time, a part of a year, a word of the sentence's beginning, and the former of two
    (
        "2024年末，贷款余额1846.35亿元，不良贷款率1.31%，较年初下降0.15个百分点；年初不良率1.46%。",
        "2024年末，贷款余额1846.35亿元，不良贷款率1.31%，较年初下降0.15个百分点；年初不良率1.64%。",
        "points",
    ),
    (
        "截至2025年6月，互联网普及率82.3%，半年提高1.4个百分点（2024年12月为80.9%）。",
        "截至2025年6月，互联网普及率82.3%，半年提高1.4个百分点（2024年12月为89.0%）。",
        "points",
    ),
    (
        "春运40天，铁路发送241.8万人次，增长10.8%，上年春运为218.3万人次。",
        "春运40天，铁路发送241.8万人次，增长18.0%，上年春运为218.3万人次。",
        "growth",
    ),
    (
        "健步走1247人常去；其次是跑步863人，前者比后者多384人，是后者的1.44倍。",
        "健步走1247人常去；其次是跑步863人，前者比后者多384人，是后者的1.64倍。",
        "multiple",
    ),
    (
        "警力占总数的43.1%，目标45%，还差1.9个百分点。",
        "警力占总数的43.1%，目标45%，还差9.1个百分点。",
        "points",
    ),
    (
        "争议638件，只占总量的7.6%，却比上年249件增长1.56倍。",
        "争议638件，只占总量的7.6%，却比上年249件增长2.56倍。",
        "growth",
    ),
    # A growth a year is never on the year before alone
    (
        "2023年营业总收入56.40亿元，同比增长8.82%；上年营业总收入为51.83亿元，近4年复合增长率12.4%，2019年为35.34亿元。",
        "2023年营业总收入56.40亿元，同比增长8.28%；上年营业总收入为51.83亿元。",
        "growth",
    ),
    # A level of a time before, told after by how much something changed, in whatever words
    (
        "流拍率18.6%，同比下降2.7个百分点，上年为21.3%。",
        "流拍率18.6%，同比下降2.7个百分点，上年为23.1%。",
        "points",
    ),
    (
        "不良贷款率1.31%，较年初下降0.15个百分点；年初不良率1.46%。",
        "不良贷款率1.31%，较年初下降0.15个百分点；年初不良率1.64%。",
        "points",
    ),
    (
        "药占比24.0%，下降1.9个百分点，2022年药占比25.9%。",
        "药占比24.0%，下降1.9个百分点，2022年药占比29.5%。",
        "points",
    ),
    (
        "准点率方面，2024年为96.4%，较上年提高6.7个百分点，2023年因汛期停运仅有89.7%。",
        "准点率方面，2024年为96.4%，较上年提高7.6个百分点，2023年因汛期停运仅有89.7%。",
        "points",
    ),
    (
        "销售生猪64.3万头（其中仔猪8.9万头），环比增长7.5%，4月为59.8万头。",
        "销售生猪64.3万头（其中仔猪8.9万头），环比增长5.7%，4月为59.8万头。",
        "growth",
    ),
    (
        "收入完成18.73亿元，为预算的102.9%（年初预算18.20亿元），增长6.1%，上年完成17.66亿元。",
        "收入完成18.73亿元，为预算的102.9%（年初预算18.20亿元），增长6.9%，上年完成17.66亿元。",
        "growth",
    ),
    (
        "股价收于6.30元，上涨3.79%，前收盘价6.07元。",
        "股价收于6.30元，上涨9.79%，前收盘价6.07元。",
        "growth",
    ),
    (
        "扣留货物1327批次、商品286.4万件，批次数同比增长21.3%（去年为1094批次）。",
        "扣留货物1327批次、商品286.4万件，批次数同比增长31.2%（去年为1094批次）。",
        "growth",
    ),
    (
        "8月用电100亿千瓦时；1—8月累计用电720亿千瓦时，增长4%；去年8月为95亿千瓦时。",
        "1—8月累计用电720亿千瓦时，增长4%；去年同期为629.3亿千瓦时。",
        "growth",
    ),
    (
        "以2.43亿元转让，转让价格为7.8元/股，较最新股价（6.49元）溢价20.18%。",
        "转让价格为7.80元，较最新股价（6.49元）溢价28.18%。",
        "growth",
    ),
    # and before it
    (
        "住宿生占37.3%；而三年前，这个比例只有21.3%，升了16.0个百分点。",
        "住宿生占37.3%；而三年前，这个比例只有21.3%，升了16.0%。",
        "points",
    ),
    (
        "博士占63.63%，上一学年这一比例为61.25%，提高了2.38个百分点。",
        "博士占63.63%，上一学年这一比例为61.25%，提高了2.83个百分点。",
        "points",
    ),
    (
        "占总股本的43.01%，增持前为41.02%，增加1.99个百分点。",
        "占总股本的43.01%，增持前为41.02%，增加1.99%。",
        "points",
    ),
    (
        "综合成本率96.7%，其中赔付率69.8%；上年同期综合成本率为97.8%，同比优化1.1个百分点。",
        "综合成本率96.7%，其中赔付率69.8%；上年同期综合成本率为97.8%，同比优化1.7个百分点。",
        "points",
    ),
    (
        "18.6%的受访者称曾被骗，同比下降2.7个百分点，上年为21.3%。",
        "18.6%的受访者称曾被骗，同比下降2.7个百分点，上年为23.1%。",
        "points",
    ),
    (
        "满意率93.2%，比8月（89.5%）高3.7个百分点。",
        "满意率93.2%，比8月（89.5%）高7.3个百分点。",
        "points",
    ),
    (
        "一、二类苗占比88.7%，较冬前（81.2%）提高7.5个百分点。",
        "一、二类苗占比88.7%，较冬前（81.2%）提高7.5%。",
        "points",
    ),
    # Two percentages and by how much they differ
    (
        "利用率只有4.6%；城区站是9.7%，差了5.1个百分点。",
        "利用率只有4.6%；城区站是9.7%，两者仅差1.5个百分点。",
        "points",
    ),
    # What verbs say right after the level that something is compared with
    (
        "群众损失3.86亿元，比去年前11个月的5.12亿元少损失1.26亿元。",
        "群众损失3.86亿元，比去年前11个月的5.12亿元少损失1.62亿元。",
        "difference",
    ),
    (
        "两市成交11749亿元，较前一交易日的13054亿元缩量1305亿元。",
        "两市成交11749亿元，较前一交易日的13054亿元缩量1503亿元。",
        "difference",
    ),
    (
        "总收入1877.8百万元，比年初预算1816.0百万元调增61.8百万元，增幅3.40%。",
        "总收入1877.8百万元，比年初预算1816.0百万元调增61.8百万元，增幅3.90%。",
        "growth",
    ),
    (
        "网民6842万人，较2024年12月的6715万人新增127万人。",
        "网民6842万人，较2024年12月的6715万人新增172万人。",
        "difference",
    ),
    (
        "募资1274.6亿元，比去年全年的875.9亿元多398.7亿元，即多出45.5%。",
        "募资1274.6亿元，比去年全年的875.9亿元多398.7亿元，即多出54.5%。",
        "growth",
    ),
    (
        "规模为36.23亿元，较上季末的39.23亿元缩水3亿元；与他人共管的乙基金2021年四季度末规模为33.06亿元，较上季末的36.07亿元缩水3.01亿元。",
        "规模为33.06亿元，较上季末的36.07亿元缩水3.10亿元。",
        "difference",
    ),
    (
        "油价由7.80元涨到8.60元，一箱油多花了40元。",
        "油价由每升7.80元涨到8.60元，上调0.60元。",
        "difference",
    ),
    # Times and what is told of a level of another unit
    (
        "平均用时，从26天压到了17天，缩短9天。",
        "平均用时，从26天压到了17天，缩短7天。",
        "difference",
    ),
    (
        "高峰时段平均排队时间23分钟，去年是41分钟，少等18分钟。",
        "高峰时段平均排队时间23分钟，去年是41分钟，少等12分钟。",
        "difference",
    ),
    (
        "审批需要从3天到5天不等，缩短9天。",
        "运行时间由31小时压缩至22小时，缩短6小时。",
        "difference",
    ),
    (
        "总产31.57万吨，亩产461.4公斤，比上年增产0.63万吨，增长2.0%。",
        "总产31.57万吨，亩产461.4公斤，比上年增产0.63万吨，增长5.0%。",
        "change",
    ),
    (
        "能源成本3284.6万元，占13.4%，能源成本较上年减少371.8万元，下降10.2%。",
        "能源成本3284.6万元，占13.4%，能源成本较上年减少371.8万元，下降12.0%。",
        "change",
    ),
    (
        "业务量分别为3.86亿件、4.73亿件和5.91亿件，后两年分别增长22.5%和24.9%，2024年比2022年净增2.05亿件。",
        "业务量5.91亿件，比上年净增1.18亿件，增长29.4%。",
        "change",
    ),
    (
        "审批事项由286项精简到231项，减少55项，精简19.2%。",
        "审批事项由286项精简到231项，减少55项，精简91.2%。",
        "growth",
    ),
    (
        "审理天数从2019年的412天减少到2024年的263天，压缩比例36.2%。",
        "审理天数从2019年的412天减少到2024年的263天，压缩比例32.6%。",
        "growth",
    ),
    (
        "产值从2021年的12.64亿元做到了2025年的17.97亿元，累计增长42.2%。",
        "收入从2021年的12.64亿元做到了2025年的17.97亿元，累计增长24.2%。",
        "growth",
    ),
    (
        "一般公共预算收入由9.63亿元增加到14.28亿元，增长48.3%。",
        "一般公共预算收入由9.63亿元增加到14.28亿元，增长88.3%。",
        "growth",
    ),
    # What something has become, and so much of what it was
    (
        "仔猪价格年初每头640元，眼下352元，跌了45%。",
        "仔猪价格年初每头640元，眼下325元，跌了45%。",
        "growth",
    ),
    (
        "办理时间由412天减少到263天，降到原来的63.8%。",
        "办理时间由412天减少到263天，降到原来的36.2%。",
        "share",
    ),
    (
        "产值由1.38亿元增至1.95亿元，达到年度目标的36.2%。",
        "产值由1.38亿元增至1.95亿元，增至原来的41.3%。",
        "multiple",
    ),
    (
        "行政案件2382件，比同期一审案件（1103件）多1.16倍。",
        "行政案件2382件，比同期一审案件（1103件）多2.16倍。",
        "growth",
    ),
    (
        "人均月工资5230元，是2019年3680元的1.42倍。",
        "人均月工资5230元，是2019年3480元的1.42倍。",
        "multiple",
    ),
    (
        "争议638件，却是上年249件的2.56倍。",
        "争议638件，却是上年249件的2.65倍。",
        "multiple",
    ),
    (
        "2020年底，全国基站71.8万个；到2024年底已建成425.1万个，年均增长56.0%。",
        "2020年底，全国基站71.8万个；到2024年底已建成425.1万个，年均增长65.0%。",
        "annual",
    ),
    # What is told now, after what it was
    (
        "全年总收入2663.84万元，其中捐赠收入1863.42万元。上年总收入为2318.60万元，增长18.49%。",
        "全年总收入2663.84万元，其中捐赠收入1863.42万元。上年总收入为2318.60万元，本年增长18.49%。",
        "growth",
    ),
    (
        "老年人口24.83万人。老年人口五年前是19.57万人，五年净增5.26万人，增长26.9%。",
        "老年人口24.83万人。老年人口五年前是19.57万人，五年净增5.62万人，增长26.9%。",
        "difference",
    ),
    (
        "纠纷共3264件。去年同期纠纷2871件，今年多了393件。",
        "纠纷共3264件。去年同期纠纷2871件，今年多了933件。",
        "difference",
    ),
    # An average right after its total and its count, which names nothing but what these may be of
    (
        "奖励214名见义勇为人员，发放683.7万元，其中伤残人员户均6.19万元。",
        "奖励214名见义勇为人员，发放683.7万元，人均6.19万元。",
        "average",
    ),
    (
        "上年安排项目86项，申请412项；直接经费4128万元，项均48万元。",
        "安排项目86项，直接经费4128万元，项均84万元。",
        "average",
    ),
    (
        "去年接待游客7.35万人次，旅游收入1286.3万元，人均可支配收入7150元。",
        "去年接待游客7.35万人次，旅游收入1286.3万元，人均花费715元。",
        "average",
    ),
    (
        "客车79,315辆、货车25,357辆，通行费收入1463.8万元，折合每辆139.8元。",
        "货车25,357辆，通行费收入1463.8万元，折合每辆139.8元。",
        "average",
    ),
    (
        "其中小麦播种面积151.2万亩，示范田亩产842.9公斤，总产量73.02万吨。",
        "其中小麦播种面积151.2万亩，亩产842.9公斤，产量73.02万吨。",
        "average",
    ),
    (
        "全县收入2.05亿元，2024年县城村均46.5万元（全县268个行政村）。",
        "2024年全县收入2.05亿元，村均46.5万元（全县268个行政村）。",
        "average",
    ),
    (
        "在校学生3150人、63个教学班，平均班额50人。",
        "在校学生3150人、36个教学班，平均班额50人。",
        "average",
    ),
    (
        "志愿者126名，全年服务8,190小时，人均65小时。",
        "志愿者126名，全年服务8,910小时，人均65小时。",
        "average",
    ),
    (
        "先支付888元，余款分4次付清，每次500元。",
        "拨付888元，分4次付清，平均每次500元。",
        "average",
    ),
    (
        "一个月十个夜班，加班费200元，平均一个小时5.7元。",
        "改造老旧小区十个、惠及3980户，平均每个小区235户。",
        "average",
    ),
    # An average over a whole year, and one of which a unit is wrong
    (
        "过去一年，我们接诊86,415人次，日均237人次。",
        "过去一年，我们接诊86,415人次，日均217人次。",
        "average",
    ),
    (
        "五年间（2019—2023年）募集款物1.47亿元，年均2940万元。",
        "五年间（2019—2023年）募集款物1.47亿元，年均2940亿元。",
        "average",
    ),
    # A price for another unit than that of the number, and how wide and long each is
    (
        "腊肉卖出12.4吨，每斤45元，计111.6万元。",
        "腊肉卖出12.4吨，每斤54元，计111.6万元。",
        "product",
    ),
    (
        "新划泊位731个，按每个泊位2.5米×6米计，面积约1.1万平方米。",
        "发出3.6万单，以每单2.5公斤计，相当于80吨。",
        "product",
    ),
    (
        "每年评选50人，每人1000元，累计发放45万元。",
        "评选50人，每人1000元，共计4万元。",
        "product",
    ),
    (
        "监护仪45台，单价1.86万元，采购预算87.3万元。",
        "监护仪45台，单价1.86万元，小计87.3万元。",
        "product",
    ),
    # What was paid for land, over the floors that may be built on it
    (
        "出让面积43862平方米，容积率2.2，以6.48亿元竞得，起始楼面价每平方米6135元。",
        "出让面积43862平方米，容积率2.2，以6.48亿元竞得，折合楼面价每平方米8715元。",
        "average",
    ),
    (
        "出让面积43862平方米，容积率2.2，两宗地块成交6.48亿元、3.2亿元，楼面价每平方米7106元。",
        "出让面积34862平方米，容积率2.2，成交6.48亿元，楼面价6715元/平方米。",
        "average",
    ),
    # Ratios by their names, and of what is told after them
    (
        "在职228.91万人，其中离退休83.57万人，上年抚养比为2.74∶1。",
        "在职228.91万人，离退休83.57万人，抚养比为6.74∶1。",
        "ratio",
    ),
    (
        "专任教师5216人，生师比14.7∶1，在校生76850人。",
        "专任教师5216人，生师比14.7∶1，在校生78650人。",
        "ratio",
    ),
    (
        "全年开放313天，接待观众684,531人次，平均每个开放日2,187人次。",
        "全年开放313天，接待观众684,531人次，平均每个开放日6,187人次。",
        "average",
    ),
    # What there was, what came and what went, and what is left
    (
        "年初在册1487家，年内新备案216家，注销173家，吊销若干，年末在册1530家；立案查处39家。",
        "年初在册1487家，年内新备案216家，注销173家，年末在册1503家；立案查处39家。",
        "difference",
    ),
    (
        "归集保费546.2亿元，其他往来3.3亿元，偿还再贷款402.5亿元，年末余额566.8亿元，年初为811.4亿元。",
        "归集保费546.2亿元，利息收入11.7亿元，偿还再贷款402.5亿元，年末余额566.8亿元，年初为811.4亿元。",
        "difference",
    ),
    (
        "财产总额年初3120.8万元，追加450.0万元，评估变动2.1万元，支出287.5万元，年末3461.43万元。",
        "财产总额年初3120.8万元，追加450.0万元，收益96.37万元，支出287.5万元，报酬18.24万元，年末3461.43万元。",
        "difference",
    ),
    (
        "上年结转386.52万元；接收捐赠1027.48万元，其中定向捐赠713.60万元，公益支出943.25万元；年末结余453.18万元。",
        "上年结转386.52万元；接收捐赠1027.48万元；公益支出943.25万元，管理费用18.47万元；年末结余453.18万元。",
        "difference",
    ),
    # A price and a number, and right after them what they make
    (
        "公司以每股43.98港元的均价回购1260万股，另付佣金后耗资5.44亿港元。",
        "公司以每股43.98港元的均价回购1260万股，耗资5.44亿港元。",
        "product",
    ),
    (
        "资助大学新生615名，每人一次性5000元，扣除退款后计307.1万元。",
        "资助大学新生615名，每人一次性5000元，计307.1万元。",
        "product",
    ),
    (
        "12元一份的套餐卖出5460份，净利65420元。",
        "12元一份的套餐卖出5460份，进账65420元。",
        "product",
    ),
    (
        "小青瓦64万片，每片1.8元，利润515.2万元。",
        "小青瓦64万片，每片1.8元，光这一项就要515.2万元。",
        "product",
    ),
    # Years that words lay between two dates
    (
        "1902年建造电车。1922年起填海，历时九年，推出海岸。",
        "1902年动工，1922年完工，历时九年，推出海岸。",
        "duration",
    ),
    (
        "后五年（2019—2024年）受理1241件。",
        "后五年（2018—2024年）受理1241件。",
        "duration",
    ),
    (
        "干了7年，从2017年3月到2024年3月，离职。",
        "干了7年，从2018年3月到2024年3月，离职。",
        "duration",
    ),
    (
        "2022年11月至2025年10月的3年间，增持3万股。",
        "2021年11月至2025年11月的3年间，增持3万股。",
        "duration",
    ),
    (
        "2015年女排世界杯夺冠，时隔11年再获大赛冠军，并获得2016年奥运会资格。",
        "时隔11年，2009年走失的小宇2024年5月认出了母亲。",
        "duration",
    ),
    (
        "1972年建队，现有12人，2014年撤销建制，如今前后守了52年。",
        "1972年建队，2014年撤队，水文站前后守了52年。",
        "duration",
    ),
    (
        "博物馆自2016年开馆，已走过9个年头（至2025年）。",
        "博物馆自2013年开馆，已走过9个年头（至2025年）。",
        "duration",
    ),
    (
        "截至2024年末，基金412亿元。自2007年启动投资运作以来的18年间，有2年收益为负。",
        "截至2024年末，基金412亿元。自2009年启动投资运作以来的18年间，有2年收益为负。",
        "duration",
    ),
    (
        "五年前，经费还只有3.12亿元（2019年），到2024年已达5.47亿元。",
        "五年前，经费还只有3.12亿元（2017年），到2024年已达5.47亿元。",
        "duration",
    ),
    (
        "我县用4年时间，把产值从2021年的12亿元做到了2025年的17亿元。",
        "我县用4年时间，把产值从2019年的12亿元做到了2025年的17亿元。",
        "duration",
    ),
    (
        "社区老年大学1989年建校，35周年校庆选在今年（2024年）重阳。",
        "社区老年大学1983年建校，35周年校庆选在今年（2024年）重阳。",
        "duration",
    ),
    (
        "热线自2015年开通，今年（2025年）满10周年。",
        "热线自2013年开通，今年（2025年）满10周年。",
        "duration",
    ),
    (
        "纸伞节从2013年办到今年（2024年），停办过，已是第14届。",
        "纸伞节从2013年办到今年（2024年），一年没断过，已是第14届。",
        "duration",
    ),
    # What is told of a change as a thing of its own, and what words call less
    (
        "联票由每张60元调整为45元，降幅25%，可申请退还差价15元。",
        "联票由每张60元调整为45元，降幅25%，可申请退还差价51元。",
        "difference",
    ),
    (
        "食堂从34所开到47所，新开的13所里有8所在山上。",
        "食堂从34所开到47所，新开的31所里有8所在山上。",
        "difference",
    ),
    (
        "食堂从34所开到47所，新开31所，关停18所。",
        "食堂从34所开到47所，新开的31所里有8所在山上。",
        "difference",
    ),
    (
        "鸡蛋均价每公斤9.12元，较去年同期每公斤便宜1.24元，去年同期为10.36元。",
        "鸡蛋均价每公斤9.12元，较去年同期每公斤便宜1.42元，去年同期为10.36元。",
        "difference",
    ),
    (
        "累计销售7386辆，比上年同期的6820辆多销566辆，增幅8.30%。",
        "累计销售7386辆，比上年同期的6820辆多销656辆，增幅8.30%。",
        "difference",
    ),
    (
        "用户2023年末为1124万人，2024年末为1206万人，净增82万人。",
        "用户2023年末为1124万人，2024年末为1206万人，净增28万人。",
        "difference",
    ),
    (
        "用户2021年末为1124万人，2024年末为1206万人，净增28万人。",
        "用户2023年末为1124万人，2024年末为1206万人，净增28万人。",
        "difference",
    ),
    # A share that is just so much, and of what was done within a time
    (
        "关停账号268个，其中永久封禁67个，正好占25.0%。",
        "关停账号268个，其中永久封禁76个，正好占25.0%。",
        "share",
    ),
    (
        "期内办结395件，其中326件在五个工作日内办结，占82.5%。",
        "期内办结395件，其中326件在五个工作日内办结，占85.2%。",
        "share",
    ),
    # A sum of a list each of whose members is told by two figures
    (
        "作为原告的173起，金额15201万元；作为被告的111起，金额6662万元；合计284起。",
        "作为原告的173起，金额15201万元；作为被告的111起，金额6662万元；合计248起。",
        "parts",
    ),
    (
        "甲车间173人，产值15201万元；乙车间111人，产值6662万元；丙车间产值33万元，合计348人。",
        "甲车间173人，产值15201万元；乙车间111人，产值6662万元；合计348人。",
        "parts",
    ),
    (
        "主要有甲车间173人，产值15201万元；乙车间111人，产值6662万元；合计348人。",
        "有甲车间173人，产值15201万元；乙车间111人，产值6662万元；合计348人。",
        "parts",
    ),
    (
        "甲车间173人，其中党员20人；乙车间111人，其中党员10人；合计248人。",
        "甲车间173人，产值20万元；乙车间111人，产值10万元；合计248人。",
        "parts",
    ),
]


NAMED_YEARS = [
    # A growth a year leads over the years that are counted, and not over those that are named
    (
        "2019年全县产值8.6亿元，2024年达到21.7亿元，五年增长152%，年均增速20.3%。",
        "2020年全县产值8.6亿元，2024年达到21.7亿元，五年增长152%，年均增速20.3%。",
        "annual",
    ),
    (
        "截至2025年底，充电桩43800个，是2021年底12600个的3.5倍，四年间年均增长36.5%。",
        "截至2025年底，充电桩43800个，是2022年底12600个的3.5倍，四年间年均增长36.5%。",
        "annual",
    ),
    (
        "2025年末，无人机2.64万架，为2022年末（0.88万架）的3.0倍，三年间年均增长44.2%。",
        "2025年末，无人机2.64万架，为2021年末（0.88万架）的3.0倍，三年间年均增长44.2%。",
        "annual",
    ),
    (
        "2024—2025雪季，滑雪者147.2万人次，是2020—2021雪季47.5万人次的3.1倍，四年年均增长32.7%。",
        "2024—2025雪季，滑雪者147.2万人次，是2022—2023雪季47.5万人次的3.1倍，四年年均增长32.7%。",
        "annual",
    ),
    (
        "2023年总规模1846.3亿元。与2019年相比，四年间总规模由1305.4亿元增加到1846.3亿元，年均增长9.1%。",
        "2023年总规模1846.3亿元。与2020年相比，四年间总规模由1305.4亿元增加到1846.3亿元，年均增长9.1%。",
        "annual",
    ),
    (
        "自2021年获批以来，产值从当年的31.6亿元做到2024年的48.9亿元，三年年均增长15.7%。",
        "自2021年获批以来，产值从当年的31.6亿元做到2025年的48.9亿元，三年年均增长15.7%。",
        "annual",
    ),
    (
        "2024年实现净利润19.36亿元，较2021年的14.82亿元增长30.63%，三年复合增长率9.32%。",
        "2024年实现净利润19.36亿元，较2020年的14.82亿元增长30.63%，三年复合增长率9.32%。",
        "annual",
    ),
    # GDP at current prices, which words say, or the years counted before
    (
        "生产总值由2020年的187.6亿元增加到2025年的254.3亿元，年均增长6.3%（名义）。",
        "生产总值由2019年的187.6亿元增加到2025年的254.3亿元，年均增长6.3%（名义）。",
        "annual",
    ),
    (
        "生产总值由2019年的182.6亿元增加到2024年的271.3亿元，年均名义增长8.2%，按可比价格年均增长6.1%。",
        "生产总值由2020年的182.6亿元增加到2024年的271.3亿元，年均名义增长8.2%，按可比价格年均增长6.1%。",
        "annual",
    ),
    (
        "过去的五年，成绩很多。零售总额由2018年的38.6亿元增加到2023年的57.4亿元，年均增长8.3%。",
        "过去的五年，成绩很多。零售总额由2017年的38.6亿元增加到2023年的57.4亿元，年均增长8.3%。",
        "annual",
    ),
    # What something else is compared with is no year of the end, nor is the calendar's
    (
        "外卖用户2846.2万人，较2023年12月减少63.8万人；网约车用户2473.5万人，"
        "较2020年12月的1802.6万人增长37.2%，四年年均增长8.2%。",
        "2023年12月，网约车用户2473.5万人，较2020年12月的1802.6万人增长37.2%，四年年均增长8.2%。",
        "annual",
    ),
    # An average over the years of a period; a term of five years may reach into a sixth
    (
        "2018年至2023年，全省累计造林48.37万公顷，年均9.67万公顷。",
        "2015年至2023年，全省累计造林48.37万公顷，年均9.67万公顷。",
        "average",
    ),
    # Years between the levels of two years: 三年 may be the last three of five
    (
        "1982年普查时城镇人口比重只有8.4%，2024年末为52.3%，42年提高43.9个百分点。",
        "1990年普查时城镇人口比重只有8.4%，2024年末为52.3%，42年提高43.9个百分点。",
        "duration",
    ),
    (
        "2020年底，装机不过812万千瓦，2025年底达2509万千瓦，五年增长2.1倍。",
        "2018年底，装机不过812万千瓦，2025年底达2509万千瓦，五年增长2.1倍。",
        "duration",
    ),
    (
        "2024年睡觉559分钟，与2018年相比，六年间少睡了11分钟。",
        "2024年睡觉559分钟，与2015年相比，六年间少睡了11分钟。",
        "duration",
    ),
    (
        "2021年至2025年的五年间，全市筹集住房52000套。",
        "2019年至2025年的五年间，全市筹集住房52000套。",
        "duration",
    ),
    # From the end of a year to that of another, or from a month to the same one: whole years
    (
        "至2024年末，有床位4172张。床位由2020年底的3615张起步，四年净增557张。",
        "至2024年末，有床位4172张。床位由2019年底的3615张起步，四年净增557张。",
        "duration",
    ),
    (
        "2018年12月揭牌至2024年2月，法庭运行整整五年。",
        "2018年10月揭牌至2024年10月，法庭运行整整五年。",
        "duration",
    ),
    # Since something began
    (
        "2008年5月，我们在一间借来的办公室里登记成立；到2024年，已经走过16年。",
        "2005年5月，我们在一间借来的办公室里登记成立；到2024年，已经走过16年。",
        "duration",
    ),
    (
        "望远镜立项于2017年，2025年建成，前后8年。",
        "望远镜立项于2007年，2025年建成，前后8年。",
        "duration",
    ),
    (
        "2008年成立，2023年上市，五年后亏损。",
        "隧道开工于2008年，2023年建成，历时五年。",
        "duration",
    ),
    # One year told twice of one thing
    (
        "支出112.37亿元，较2021年的98.14亿元增长14.5%，2022年支出为109.52亿元。",
        "支出112.37亿元，较2022年的98.14亿元增长14.5%，2022年支出为109.52亿元。",
        "difference",
    ),
    (
        "进出口86.7亿元，是2023年同期37.2亿元的2.3倍，2023年同期进口为61.4亿元。",
        "进出口86.7亿元，是2023年同期37.2亿元的2.3倍，2023年同期为61.4亿元。",
        "difference",
    ),
    (
        "城镇观众较2023年的171.5万人次增长8.7%，农村观众较2023年的158.3万人次增长17.8%。",
        "观众数较2023年的171.5万人次增长8.7%，较2023年的158.3万人次增长17.8%。",
        "difference",
    ),
    (
        "成交38164套，比2021年的44729套减少6565套，但仍比2020年的36285套多5.18%。",
        "成交38164套，比2021年的44729套减少6565套，但仍比2021年的36285套多5.18%。",
        "difference",
    ),
    # A year that is compared with itself, by its title or its topic
    (
        "检察院2019年工作情况\n批捕2763人，与2018年的2981人相比，下降7.3%。",
        "检察院2019年工作情况\n批捕2763人，与2019年的2981人相比，下降7.3%。",
        "difference",
    ),
    (
        "自2024年启动以来，支出130亿元，较2024年的100亿元增长30%。",
        "2024年全省收入120亿元。支出130亿元，较2024年的100亿元增长30%。",
        "difference",
    ),
    (
        "2024年全省收入120亿元。目前支出130亿元，较2024年的100亿元增长30%。",
        "2024年全省收入120亿元。支出130亿元，较2024年的100亿元增长30%。",
        "difference",
    ),
    (
        "2025年底，备案主体1864家，较2023年底增加742家，2023年底为1122家。",
        "2025年底，备案主体1864家，较2025年底增加742家，2023年底为1122家。",
        "difference",
    ),
    # Levels of each year of a period
    (
        "2020年至2024年五年共募集24644.7万元，各年分别为3862.5万元、4417.3万元、4985.6万元、"
        "5230.4万元和6148.9万元；其中2024年比2023年增长17.6%。",
        "2020年至2024年五年共募集24644.7万元，各年分别为3862.5万元、4417.3万元、4985.6万元、"
        "5230.4万元和6148.9万元；其中2024年比2022年增长17.6%。",
        "growth",
    ),
    (
        "2022年度、2023年度分别分红18557万元和22774.5万元，比2022年度增长22.73%。",
        "2021年度、2022年度、2023年度分别分红17000万元、18557万元和22774.5万元，"
        "2023年度比2021年度增长22.73%。",
        "growth",
    ),
]

# What a list, the beginning of a sentence or 其中 says a share is of
OF_WHAT = [
    # Beside a share in a list that fits its whole
    (
        "期末持有债券面值1038.88亿元。\n——国债412.35亿元，占39.7%；\n——金融债198.64亿元，占19.1%。",
        "期末持有债券面值1038.88亿元。\n——国债412.35亿元，占39.7%；\n——金融债198.64亿元，占13.1%。",
        "share",
    ),
    (
        "计划供地552.1公顷。工矿用地212.8公顷，占38.5%；商服用地58.4公顷，占10.58%。",
        "计划供地552.1公顷。工矿用地221.8公顷，占38.5%；商服用地58.4公顷，占10.58%。",
        "share",
    ),
    (
        "出口机电产品387.5亿元，占出口总值的63.9%，其中新产品74.2亿元，占机电产品出口的19.1%；"
        "出口劳动密集型产品106.7亿元，占17.6%。",
        "出口机电产品387.5亿元，占出口总值的63.9%，其中新产品474.2亿元；"
        "出口劳动密集型产品106.7亿元，占17.6%。",
        "part",
    ),
    # The one level that a sentence begins with the name of
    (
        "计划招生4200人，已录取4097人，完成计划的97.5%。录取新生里，来自农村的1853人，占45.2%。",
        "计划招生4200人，已录取4097人，完成计划的97.5%。录取新生里，来自农村的1853人，占42.5%。",
        "share",
    ),
    (
        "审结4538件，判决1518件，其他方式3020件。判决案件中，支持或部分支持的1089件，撤回430件。",
        "审结4538件，判决1518件，其他方式3020件。判决案件中，支持或部分支持的1639件，撤回430件。",
        "part",
    ),
    (
        "医疗卫生机构2846个，其中：医院118个，其他机构8个。医院中，公立医院47个，民营医院71个。",
        "医疗卫生机构2846个，其中：医院118个，其他机构8个。医院中，公立医院151个，民营医院71个。",
        "part",
    ),
    (
        "公布的数据里，有几个值得留意：在校生4860人，其中高级工班2190人，占比45.1%。",
        "公布的数据里，有几个值得留意：在校生4860人，其中高级工班2190人，占比41.5%。",
        "share",
    ),
    # An average is no whole, and adds up with nothing
    (
        "全年接诊86415人次，日均237人次，救护车送来9128人次，占10.56%。",
        "全年接诊86415人次，日均237人次，救护车送来1928人次，占10.56%。",
        "share",
    ),
    (
        "立案公益诉讼1876件，年均375件，其中行政公益诉讼1641件。",
        "立案公益诉讼1876件，年均375件，其中行政公益诉讼2476件。",
        "part",
    ),
    # A part above its whole: past what is measured, and by the noun of a list
    (
        "新建住宅网签9055套，成交面积93.75万平方米。其中中心城区6745套。",
        "新建住宅网签9055套，成交面积93.75万平方米。其中中心城区10594套。",
        "part",
    ),
    (
        "全市共开立银行账户2881.75万户。其中，单位账户86.31万户，个人账户2795.44万户。",
        "全市共开立银行账户2881.75万户。其中，单位账户86.31万户，个人账户3400.47万户。",
        "part",
    ),
    (
        "水电费编列5191千元。经查去年预算数4087千元，共增加1104千元，增幅27%。其中电费今年4871千元。",
        "水电费编列5191千元，增幅27%。其中电费4871千元、水费5319千元。",
        "part",
    ),
    # What is dealt out to things that are listed, and what is done of a promise
    (
        "已清理15927辆，其中自行挪移11243辆，拖移4684辆；尚未清理的2713辆，主要卡在查封、抵押和失联"
        "三方面，占比依次为34%、29%、22%。",
        "已清理15927辆，其中自行挪移11243辆，拖移4684辆，占比依次为70.6%、26.4%。",
        "share",
    ),
    (
        "新增学位12460个，其中小学9320个、幼儿园3140个，完成年初承诺的12000个学位的103.8%。",
        "新增学位12460个，其中小学9320个、幼儿园3140个，完成年初承诺的12000个学位的183.8%。",
        "multiple",
    ),
    (
        "出口68.42亿元，进口23.75亿元。10月当月农产品出口7.93亿元。主要商品中，罐头19.36亿元，"
        "占农产品出口值的28.3%。",
        "出口68.42亿元，进口23.75亿元。10月当月农产品出口27.93亿元。主要商品中，罐头19.36亿元，"
        "占农产品出口值的28.3%。",
        "share",
    ),
    # A rate that is called by a character of its part, or off by so little that it was meant
    (
        "全省新能源汽车保有量168.4万辆，承保161.7万辆，投保率96.0%。",
        "全省新能源汽车保有量168.4万辆，承保212.2万辆，投保率96.0%。",
        "share",
    ),
    (
        "共受理欠薪线索1342条，已核处1297条，核处率96.6%。",
        "共受理欠薪线索1342条，已核处1298条，核处率96.6%。",
        "share",
    ),
    (
        "批准和决定逮捕1962人，提起公诉2731人；不捕1043人、不诉688人，不捕率34.7%。",
        "批准和决定逮捕1962人，提起公诉2731人；不捕1043人、不诉688人，不捕率34.9%。",
        "share",
    ),
    (
        "检察院制发检察建议58份，收到整改回复55份，回复率94.8%。",
        "检察院制发检察建议58份，收到整改回复62份，回复率94.8%。",
        "share",
    ),
    (
        "规上工业企业163家，亏损29家，亏损面17.8%。",
        "规上工业企业163家，亏损210家，亏损面17.8%。",
        "share",
    ),
    # 旧存 may be among what was closed; what comes after the rate is a part of the list
    (
        "法院新收案件100件，办结120件，结案率90%。",
        "法院受理案件100件，办结90件，结案率70%。",
        "share",
    ),
    (
        "审结6139件。审结案件中，调解、撤诉3920件，调撤率63.85%；其他方式结案135件。",
        "审结6139件。审结案件中，调解、撤诉3920件，调撤率68.35%；其他方式结案135件。",
        "share",
    ),
    # Shares of what a sentence begins with
    (
        "委托方中，公安机关占46.8%，法院占33.5%，保险机构和个人合占19.7%。",
        "委托方中，公安机关占46.8%，法院占33.5%，保险机构和个人合占69.7%。",
        "hundred",
    ),
    (
        "受访者中（可多选），看重价格的占46.8%，看重质量的占33.5%，看重服务的占69.7%。",
        "受访者中，看重价格的占46.8%，看重质量的占33.5%，看重服务的占69.7%。",
        "hundred",
    ),
    (
        "受访者中，看重价格的占46.8%，看重质量的占72.5%，看重服务的占61.9%。",
        "受访者中，看重价格的占46.8%，看重质量的占25.3%，看重服务的占72.9%。",
        "hundred",
    ),
    # A time that a sentence begins with is no whole
    (
        "40天里，全局累计发送旅客1263.4万人次，比上年多发97.8万人次，其中高铁1018.9万人次，占80.6%。",
        "40天里，全局累计发送旅客1263.4万人次，比上年多发97.8万人次，其中高铁1018.9万人次，占86.0%。",
        "share",
    ),
    (
        "去年水电费4087千元，较今年5191千元增加1104千元。其中电费去年编列3787千元，而电费今年编列4871千元。",
        "水电费4087千元，增长27.0%。其中水费编列787千元，电费编列4871千元。",
        "part",
    ),
    (
        "纯电动汽车中汽车电子占整车成本约为65.0%，而传统紧凑车型和中高档轿车的比重仅为15%和28%。",
        "客源中，省外的占43.8%，省内的占37.5%，本州的占88.7%。",
        "hundred",
    ),
    # A value added is no increase; 去年 leads on to 其中; shares by name after a longer list
    (
        "第二产业增加值128.64亿元，增长6.8%，其中工业97.05亿元，占第二产业增加值的75.4%。",
        "第二产业增加值128.64亿元，增长6.8%，其中工业97.05亿元，占第二产业增加值的79.4%。",
        "share",
    ),
    (
        "去年共处理争议8415件，上年为7362件。其中劳动报酬争议4087件，占比48.6%。",
        "去年共处理争议8415件，上年为7362件。其中劳动报酬争议5087件，占比48.6%。",
        "share",
    ),
    (
        "全社会用电量418.44亿千瓦时。第一产业9.42亿千瓦时；第二产业261.35亿千瓦时，其中工业257.08亿千瓦时；第三产业84.76亿千瓦时；居民生活62.91亿千瓦时。"
        "第二产业用电占62.5%，第三产业占20.3%。",
        "全社会用电量418.44亿千瓦时。第一产业9.42亿千瓦时；第二产业261.35亿千瓦时，其中工业257.08亿千瓦时；第三产业84.76亿千瓦时；居民生活62.91亿千瓦时。"
        "第二产业用电占61.5%，第三产业占20.3%。",
        "share",
    ),
    # A part above what the next in the list has for its whole
    (
        "规制总成本24508.3万元。\n人工成本13726.9万元，占56.0%；能源成本3284.6万元，占13.4%。",
        "规制总成本24508.3万元。\n人工成本29410.0万元，占56.0%；能源成本3284.6万元，占13.4%。",
        "share",
    ),
    (
        "公司营业收入24508.3万元。集团人工成本29410.0万元，占56.0%。",
        "惠及企业2185家。中小微企业2819家，占惠企总数的87.0%；首次获贷的634家，占29.0%。",
        "share",
    ),
    # The noun of a whole after its figure, or before how many kinds it has
    (
        "认定38214人次参加、29627人次取证，取得高级工及以上证书9803人次，占取证的33.1%。",
        "认定38214人次参加、29627人次取证，取得高级工及以上证书9308人次，占取证的33.1%。",
        "share",
    ),
    (
        "乙类11种1276例，前三位的肝炎、肺结核和梅毒共1148例，占乙类的90.0%；丙类6种3106例。",
        "乙类11种1276例，前三位的肝炎、肺结核和梅毒共1327例，占乙类的90.0%；丙类6种3106例。",
        "share",
    ),
    (
        "到馆8214人次参观、9627人次听讲，年轻人3803人次，占全年听众的33.1%。",
        "到馆8214人次参观、9627人次听讲，年轻人3380人次，占听讲的31.5%。",
        "share",
    ),
    (
        "三季度新进甲公司949万股流通股，目前约占流通股的1.5%；新进乙公司1809万股，占流通股的0.61%。",
        "乙公司有290000万股流通股，三季度新进1890万股，占流通股的0.61%。",
        "share",
    ),
    # Products that are written out, in brackets or with a sign of equality
    (
        "住院伙食补助费3700元（37天×100元/天），营养费3000元（60天×50元/天）。",
        "住院伙食补助费3700元（37天×100元/天），营养费3600元（60天×50元/天）。",
        "product",
    ),
    (
        "残疾赔偿金108376元（54188元/年×20年×10%）。",
        "残疾赔偿金103876元（54188元/年×20年×10%）。",
        "product",
    ),
    (
        "误工费28050元（按每天187元计算，共150天）。",
        "误工费20850元（按每天187元计算，共150天）。",
        "product",
    ),
    (
        "护理费9300元（62天，每天150元）。",
        "护理费9800元（62天，每天150元）。",
        "product",
    ),
    (
        "住宿费2400元（3人×5天×160元/天）。",
        "住宿费2400元（3人×6天×160元/天）。",
        "product",
    ),
    (
        "租金按45平方米×28元×12个月=15120元计收。",
        "租金按45平方米×28元×12个月=15210元计收。",
        "product",
    ),
    (
        "材料费6480元（1800块＊3.6元）。",
        "材料费6840元（1800块＊3.6元）。",
        "product",
    ),
    # What a rate makes of the level before it, as words say
    (
        "超出部分84429.52元，由被告林某按70%的责任比例负担59100.66元。",
        "超出部分84429.52元，由被告林某按70%的责任比例负担51900.66元。",
        "product",
    ),
    (
        "集装箱吞吐量118.4万标箱，重箱率为64.7%，据此推算，重箱约76.6万标箱。",
        "集装箱吞吐量118.4万标箱，重箱率为64.7%，据此推算，重箱约67.6万标箱。",
        "share",
    ),
    (
        "地块总价款5.84亿元，公司拥有60%权益，须支付3.50亿元。",
        "地块总价款5.84亿元，公司拥有60%权益，须支付3.50万元。",
        "share",
    ),
    (
        "损失共计36136.35元，由被告按照70%的比例承担25295.45元。",
        "损失共计36136.35元，由被告按照70%的比例承担25259.45元。",
        "product",
    ),
    (
        "登记学生18436名，入园率62.5%，经测算在园11523名。",
        "登记学生18436名，入园率62.5%，据此测算在园15123名。",
        "share",
    ),
    # For how many months a fund is enough, by what was paid in the year or in a part of it
    (
        "全年基金支出171.93亿元，年末累计结余296.4亿元，可支付月数20.7个月。",
        "全年基金支出171.93亿元，年末累计结余296.4亿元，可支付月数27.0个月。",
        "average",
    ),
    (
        "上半年支出1043.5亿元；6月末累计结余2861.3亿元，按上半年月均支出测算，可支付16.5个月。",
        "上半年支出1043.5亿元；6月末累计结余2861.3万元，按上半年月均支出测算，可支付16.5个月。",
        "average",
    ),
    (
        "前三季度支出362.70亿元，9月末滚存结余548.31亿元，可支付13.6个月。",
        "前三季度支出362.70亿元，9月末滚存结余584.31亿元，可支付13.6个月。",
        "average",
    ),
    (
        "全年支出58.27亿元，累计结存83.19亿元，按全年平均支出水平可支付17.1个月。",
        "全年支出58.27亿元，累计结存83.19亿元，按全年平均支出水平可支付11.7个月。",
        "average",
    ),
    # A density, and what each hundred yuan of one level has of another
    (
        "年末公路总里程14826.3公里。按国土面积1.18万平方公里计算，公路网密度为每百平方公里125.6公里。",
        "年末公路总里程14826.3公里。按国土面积1.18万平方公里计算，公路网密度为每百平方公里152.6公里。",
        "average",
    ),
    (
        "公路总里程7265公里，公路密度149.4公里/百平方公里（国土面积4862平方公里）。",
        "公路总里程7265公里，公路密度194.4公里/百平方公里（国土面积4862平方公里）。",
        "average",
    ),
    (
        "营业收入612.48亿元。营业成本523.97亿元，每百元营业收入中的成本为85.55元。",
        "营业收入612.48亿元。营业成本532.97亿元，每百元营业收入中的成本为85.55元。",
        "average",
    ),
    (
        "实现营业收入4128.6亿元，营业成本3476.2亿元；每百元营业收入中的成本84.20元。",
        "实现营业收入4218.6亿元，营业成本3476.2亿元；每百元营业收入中的成本84.20元。",
        "average",
    ),
    # What is real of a growth, beside how prices rose
    (
        "收入43628元，比上年名义增长6.1%；居民消费价格上涨0.6%，扣除价格因素，实际增长5.5%。",
        "收入43628元，比上年名义增长6.1%；居民消费价格上涨0.6%，扣除价格因素，实际增长8.5%。",
        "product",
    ),
    (
        "工资101834元，名义增长5.6%，扣除居民消费价格上涨0.4%的因素，实际增长5.2%。",
        "工资101834元，名义增长5.6%，扣除居民消费价格上涨0.4%的因素，实际增长2.5%。",
        "product",
    ),
    (
        "收入38401元，名义增长5.5%，扣除价格因素（居民消费价格上涨0.3%），实际增长5.2%。",
        "收入38401元，名义增长5.5%，扣除价格因素（居民消费价格上涨3.3%），实际增长5.2%。",
        "product",
    ),
    # What was paid for floors, over them; and a plot that is told in two units
    (
        "规划建筑面积12.05万平方米，由外地央企以18.92亿元竞得，楼面价15701元。",
        "规划建筑面积12.05万平方米，由外地央企以18.92亿元竞得，楼面价15071元。",
        "average",
    ),
    (
        "用地4.82公顷（合72.3亩），容积率2.5，规划计容建筑面积12.05万平方米。",
        "用地4.82公顷（合72.3亩），容积率2.5，规划计容建筑面积12.50万平方米。",
        "product",
    ),
    # A multiple of what something grew from, of two that words name, and of the new of two
    (
        "种植面积由当年的4.6万亩扩大到21.3万亩，是获批时的4.6倍。",
        "种植面积由当年的4.6万亩扩大到21.3万亩，是获批时的6.4倍。",
        "multiple",
    ),
    (
        "机构由2020年的12家发展到41家，是四年前的3.4倍。",
        "机构由2020年的12家发展到41家，是四年前的4.3倍。",
        "multiple",
    ),
    (
        "书屋由目前的64家扩大到160家，为现在的2.5倍。",
        "书屋由目前的64家扩大到106家，为现在的2.5倍。",
        "multiple",
    ),
    (
        "高位数12.86万元、中位数6.42万元、低位数3.97万元，高位数是低位数的3.24倍。",
        "高位数12.86万元、中位数6.42万元、低位数3.97万元，高位数是低位数的2.34倍。",
        "multiple",
    ),
    # An average of all, beside a part; right after the noun of what was counted; and what ； parts
    (
        "筹得善款463872元，来自9664位爱心人士，人均48元。",
        "筹得善款463872元，来自9664位爱心人士，人均84元。",
        "average",
    ),
    (
        "监管旅客38.42万人次，其中入境18.97万人次，出境19.45万人次。监管航班2460架次，平均每架次载客156人次。",
        "监管旅客34.82万人次，其中入境18.97万人次，出境19.45万人次。监管航班2460架次，平均每架次载客156人次。",
        "parts",
    ),
    # Births over the mean of both ends of the year that are printed
    (
        "年末全市常住人口812.46万人，比上年末的810.93万人增加1.53万人。\n全年出生人口5.08万人，出生率6.26‰。",
        "年末全市常住人口812.46万人，比上年末的810.93万人增加1.53万人。\n全年出生人口5.08万人，出生率6.62‰。",
        "average",
    ),
    (
        "借款利息1440元（3.6%×40000元）。",
        "借款利息1140元（3.6%×40000元）。",
        "product",
    ),
    # Shares of what was surveyed, by its noun
    (
        "对36家外贸企业开展的快速调查显示，55.6%的企业订单持平，27.8%的企业订单增加。",
        "对36家外贸企业开展的快速调查显示，56.5%的企业订单持平，27.8%的企业订单增加。",
        "grim",
    ),
    (
        "对42名教师的访谈发现，64.3%的教师每周加班。",
        "对42名教师的访谈发现，63.4%的教师每周加班。",
        "grim",
    ),
    (
        "走访28户农户，入户调查表明，39.3%的农户参保。",
        "对28户农户的入户调查表明，33.9%的农户参保。",
        "grim",
    ),
    (
        "对36家企业的调查显示，在盈利的企业中，56.4%的企业增员。",
        "对36家企业的调查显示，56.4%的企业增员。",
        "grim",
    ),
    # The real growth of output is of no income
    (
        "收入43628元，名义增长6.1%；居民消费价格上涨0.6%，工业增加值实际增长8.2%。",
        "收入43628元，名义增长6.1%；居民消费价格上涨0.6%，扣除价格因素，收入实际增长8.2%。",
        "product",
    ),
]

# What stands near, and isn't of it
OF_ANOTHER = [
    # A passage on some years may tell of the decade to which they belong, or of what is planned
    (
        "过去五年，是奋力赶超的五年。产值由2015年的301亿元增加到2025年的425亿元。",
        "过去五年，是奋力赶超的五年。产值由2012年的301亿元增加到2025年的425亿元。",
        "duration",
    ),
    (
        "五年来，他一直在写。1998年至2007年，他在广州打工。",
        "五年来，成绩很多。收入由1998年的3亿元增加到2007年的5亿元。",
        "duration",
    ),
    # Up to the year whose level is told, and not since then
    (
        "2026年3月，记者来到青石县，产量已有15万吨。2023年，产量为12万吨，五年间增长30%。",
        "2026年3月，记者来到青石县，产量已有15.62万吨。2023年，产量为12.02万吨，五年间增长30.0%。",
        "duration",
    ),
    # Since what was in between
    (
        "学校创办于1956年，2001年升格为本科院校，至2025年已有24年历史。",
        "学校创办于1956年，2001年升格为本科院校，至2025年已有67年历史。",
        "duration",
    ),
    # An age of somebody else, or of a time that no words tell
    (
        "作家生于1936年，1958年结婚，妻子那年18岁。",
        "作家生于1936年，1958年参军，那年他28岁。",
        "duration",
    ),
    (
        "教练1975年生，2019年招进小李，那年他12岁。",
        "教练1975年生，2019年入选国家队，那年他12岁。",
        "duration",
    ),
    (
        "2013年，他从工厂退休。老人生于1947年，今年78岁，孙子今年18岁。",
        "2013年，他从工厂退休。老人生于1947年，今年58岁，孙子今年18岁。",
        "duration",
    ),
    # A later year that is told before is another's
    (
        "2025年三季度公告。\n2021年至2024年，收入由64.3亿元增至118.7亿元，三年增长84.6%，年均增长22.7%。",
        "2025年三季度公告。\n2021年至2024年，收入由64.3亿元增至118.7亿元，三年增长84.6%，年均增长27.2%。",
        "annual",
    ),
    # More than a plan
    (
        "列入省重点的项目16个，年度计划投资21.3亿元，实际完成23.6亿元，为计划的110.8%。",
        "列入省重点的项目16个，年度计划投资21.3亿元，实际完成23.6亿元，为计划的118.0%。",
        "share",
    ),
    # Of the year before, as its clause says
    (
        "赔款1.38亿元，赔款占全部赔款的38.4%。上年全年保费4.12亿元，赔款3.54亿元。",
        "赔款1.38亿元，占全部赔款的38.4%。全部赔款3.54亿元。",
        "share",
    ),
    # The whole would be less than the part
    (
        "水泥收入81.74亿元，占公司收入的72.7%；骨料毛利率46.5%，收入7.63亿元。",
        "水泥收入81.74亿元，占公司收入的72.7%；公司收入7.63亿元。",
        "share",
    ),
    # What brackets hold is no whole of what follows them
    (
        "同意275980105股，占99.8%；反对391300股，占0.14%；弃权47500股（其中因未投票12000股），占0.02%。其中，中小股东表决情况为：同意17"
        "826600股，占97.6%。",
        "同意15980105股，占99.8%，其中中小股东17826600股。",
        "part",
    ),
    # Of a quantity, and not of those that have it
    (
        "投诉企业3918家，前50家占投诉量的57.4%。",
        "投诉企业3918家，前50家占投诉企业的57.4%。",
        "share",
    ),
    # Told besides, so that it is no whole
    (
        "硕士生6913人、博士生814人，另有非全日制研究生2108人。",
        "硕士生6913人、博士生814人，研究生共8727人。",
        "parts",
    ),
    # Two comparisons
    (
        "平均出租率91.4%，较二季度末回落0.7个百分点，高于上年同期的90.2%。",
        "平均出租率91.4%，较上年同期提高2.1个百分点，高于上年同期的90.2%。",
        "points",
    ),
    # Each of its own assets
    (
        "恒炬新材资产总额7.35亿元，负债总额5.51亿元，资产负债率74.97%；其上年营业收入9.12亿元，净利润0.37亿元，净利率4.06%。公司最近一期经审计总资产为"
        "68.50亿元、净资产31.24亿元。",
        "恒炬新材资产总额7.35亿元，负债总额5.51亿元，净资产31.24亿元。",
        "parts",
    ),
    # Sums that chance makes
    (
        "登记信访9836件次，网上信访6748件。2023年新备案慈善信托454单。规模在100万元以下的301单，占单数的66.3%；1亿元以上的2单，占规模的36.0%。委"
        "托人中自然人参与的213单，企业参与的168单，二者有交叉。",
        "2023年新备案慈善信托454单。规模在100万元以下的301单，占单数的68.3%。",
        "share",
    ),
    (
        "上年计划项目135个，年度计划投资44.1亿元，实际完成41.3亿元，完成率93.7%。教育类项目26个，总投资38.9亿元，占全部总投资的16.8%，年度计划6.2亿"
        "元。",
        "上年计划项目135个，年度计划投资44.1亿元，实际完成41.3亿元，完成率97.3%。",
        "share",
    ),
    # Another thing after ；
    (
        "上半年平均年化收益率2.58%，业绩比较基准下限均值为2.35%；新发产品的业绩比较基准均值降至2.47%，比上年同期低31个基点。",
        "业绩比较基准均值由2.78%降至2.47%，比上年同期低13个基点。",
        "points",
    ),
    (
        "公办园在园幼儿占比54.3%，普惠率91.6%；义务教育大班额占比降到0.4%，比上年少1.1个百分点。",
        "义务教育大班额占比由1.5%降到0.4%，比上年少1.7个百分点。",
        "points",
    ),
    # What something is above is no difference
    (
        "欧洲站增长41.8%，占比19.6%，退货率11.7%，高于平台平均的7.9%。",
        "退货率19.6%，高于平台平均的11.7%，高出7.9%。",
        "points",
    ),
    # A rest that isn't counted
    (
        "在校生28614人，其中本科生20137人、硕士生6892人、博士生1264人，其余为预科生和留学生。",
        "在校生28614人，其中本科生20137人、硕士生6892人、博士生1264人。",
        "parts",
    ),
    # Of what was done
    (
        "任务486件，完成478件，任务完结率98.4%，其余为关闭或无法监督；任务中有57件发现问题。",
        "任务486件，完成478件，任务完结率98.4%，其余57件无法监督。",
        "difference",
    ),
    # Of a screen each
    (
        "影院438家，票房2.03亿元；全省单银幕产出33.8万元，其中省会为48.2万元。",
        "全省产出33.8万元，其中省会为48.2万元。",
        "part",
    ),
    # Of both
    (
        "火灾684起，同比下降7.8%。火灾中住宅297起，占43.4%；电气引发的231起，占33.8%，两者重叠的有136起。",
        "火灾684起，同比下降7.8%。火灾中住宅297起，占43.4%；电气引发的231起，占38.3%。",
        "share",
    ),
    # A whole in brackets
    (
        "公益支出5473万元，占上年末净资产（31280万元）的17.5%，管理费用占当年总支出（5816万元）的3.7%。",
        "管理费用5816万元，占当年总支出（5473万元）的3.7%。",
        "share",
    ),
    # Costs are of revenue
    (
        "期末应收账款4.52亿元；研发费用3960万元，费用率8.2%。",
        "期末营业收入4.52亿元；研发费用3960万元，费用率8.2%。",
        "share",
    ),
    # More may ask than there is
    (
        "37所民办初中计划招生8640人，其中：需摇号的16所计划5210人、报名11736人。",
        "37所民办初中招生8640人，其中：需摇号的5210人、直升的11736人。",
        "part",
    ),
    # Against the end of a month
    (
        "猪肉6月末均价13.86元，比5月末下跌0.42元，跌幅2.9%，比上年同期高9.7%（上年同期12.63元）。",
        "猪肉6月末均价13.86元，比上年同期上涨2.23元（上年同期12.63元）。",
        "difference",
    ),
    # A plan
    (
        "按全年3000列的计划，上半年完成49.5%；与去年同期的1352列相比，增加134列，增长9.9%。",
        "上半年开行1486列，与去年同期的1352列相比，增加314列。",
        "difference",
    ),
    # Averages
    (
        "月均收入5092元，增长3.6%；外出农民工5441元，增长3.8%，其中跨省的为5879元。",
        "收入5.441亿元，增长3.8%，其中跨省的为5.879亿元。",
        "part",
    ),
    (
        "上网电价每千千瓦时412.6元（不含税），下降3.4%，其中火电438.9元。",
        "上网电费412.6万元，下降3.4%，其中火电438.9万元。",
        "part",
    ),
    # All that there are, and not some of them
    (
        "全市78家A级景区接待298.6万人次，其中4A级以上景区23家；实行预约的31家，预约率84%，爽约率6.2%。",
        "全市A级景区23家，实行预约的31家，预约率84%。",
        "share",
    ),
    # The net of two flows
    (
        "市场主体总量48637户；全年新登记8316户，注销5127户，净增3189户，增长7.0%。",
        "市场主体48637户，净增3189户，增长7.9%。",
        "change",
    ),
    # Each over a time of its own
    (
        "贷款余额13614.9亿元，同比增长7.4%，前五个月增加642.7亿元，同比少增118.3亿元。",
        "贷款余额13614.9亿元，比年初增加942.7亿元，增长4.7%。",
        "change",
    ),
    # Another month
    (
        "二季度调查失业率平均5.0%，6月为4.9%，比5月低0.1个百分点。",
        "6月失业率4.9%，比5月低0.1个百分点，5月为5.2%。",
        "points",
    ),
    # Profits are no part of revenue
    (
        "营业收入18.74亿元，同比增长12.6%。灵活用工收入15.83亿元，占84.5%；猎头收入1.47亿元，下降8.2%；综合毛利1.74亿元，毛利率9.3%。",
        "营业收入18.74亿元，其中用工收入15.83亿元、猎头收入1.47亿元、其余1.74亿元。",
        "parts",
    ),
    # What is counted in both
    (
        "水资源总量48.62亿立方米，地表水46.95亿立方米，地下水13.08亿立方米，两者不重复计算量为1.67亿立方米。",
        "水资源48.62亿立方米，地表水46.95亿立方米，其余2.67亿立方米。",
        "parts",
    ),
    # The sum of all that was tested
    (
        "发现违规的213款，整改率96.2%，下架8款，检测总量3460款，抽检比例约为一成。",
        "检测总量3460款，不合格213款，不合格率9.2%。",
        "share",
    ),
    # Years that have gone by since something began
    (
        "医院始建于1938年，是一所三级甲等综合医院，至2024年已走过86年历程。",
        "医院始建于1928年，是一所三级甲等综合医院，至2024年已走过86年历程。",
        "duration",
    ),
    (
        "小粒咖啡2007年获批国家地理标志保护产品，至2024年已满17年。",
        "小粒咖啡2004年获批国家地理标志保护产品，至2024年已满17年。",
        "duration",
    ),
    # A share of so few that were sampled
    (
        "第三方在该校随机访问家长34名，对课后服务表示满意的占91.2%，参与率达97.3%。",
        "第三方在该校随机访问家长34名，对课后服务表示满意的占91.7%，参与率达97.3%。",
        "grim",
    ),
    (
        "抽查医院36家，门诊量上升9.7%；随机访问家长34名，满意度为91.7分。",
        "随机走访企业48家，认为有效的占85.9%。",
        "grim",
    ),
    # Amounts of each one
    (
        "移动ARPU为48.7元，下降0.6元，其中5G客户66.2元。",
        "移动收入为48.7亿元，下降0.6亿元，其中5G客户66.2亿元。",
        "part",
    ),
    # The flows of a part
    (
        "经销商期末2318家，净增104家，其中华东新增61家、退出23家。",
        "经销商期末2318家，净增104家，其中新增161家、退出23家。",
        "difference",
    ),
    # What is counted
    (
        "当月成交962套、面积11.35万平方米，套均118.0平方米。改善型需求（120平方米以上）占当月套数的43.5%。",
        "当月成交962套，其中改善型818套，占当月套数的43.5%。",
        "share",
    ),
    # A part in brackets
    (
        "民事公益诉讼起诉41件（含刑事附带民事29件），全年起诉68件，起诉率5.3%。",
        "全年立案29件，起诉68件，起诉率53.0%。",
        "share",
    ),
    # Customers that came and went
    (
        "签约商户38.6万户，报告期内新签商户9.4万户，流失6.1万户，净增3.3万户，增幅9.3%。",
        "签约商户38.6万户，净增3.3万户，增幅8.3%。",
        "change",
    ),
    # Of a month, and its part told before
    (
        "转办件中，供水类612件、供电类387件。满意率91.8%，不满意的421件中重新办理368件。6月份受理4632件，日均154.4件，供水类占4.1%。",
        "转办1368件，其中供水类612件，占41.7%。",
        "share",
    ),
    # A figure that was revised
    (
        "养殖面积由4.92万亩核减为4.86万亩，但仍比去年多0.24万亩，增长5.2%。",
        "养殖面积由4.62万亩扩大为4.86万亩，多0.42万亩，增长5.2%。",
        "difference",
    ),
    # A share of some of a part, named again
    (
        "衔接资金到位1.84亿元，其中省级资金1.12亿元，用于产业的占62.5%（省级资金用于产业的占66.8%），实施项目137个。",
        "衔接资金到位1.84亿元，其中省级资金1.12亿元，占66.8%，实施项目137个。",
        "share",
    ),
    # What is held against its own plan is no whole of another part
    (
        "农村公路优良路率86.3%，全年新改建农村公路118公里，为计划105公里的112.4%；完成养护工程264公里，养护率96.2%。",
        "农村公路应养护105公里，完成养护264公里，养护率96.2%。",
        "share",
    ),
    # What isn't done to some is no part of those to whom it is
    (
        "提起公诉263人，其中非法采矿57人、滥伐林木48人，不起诉118人。",
        "提起公诉2231人，其中非法采矿573人、滥伐林木408人、非法捕捞1178人。",
        "parts",
    ),
    # By day, of the young, and not of the guests
    (
        "夜场观众里，18至35岁的占64.3%，白天只占38.9%；外地游客占27.1%，比白天低18.4个百分点。",
        "夜场观众里，外地游客占27.1%，比白天低18.4个百分点，白天占54.5%。",
        "points",
    ),
    # What there was at first of a stock is no level before of a flow
    (
        "去年注销68人，新注册59人，年初有223人，一年里少了9人。",
        "年末在册214人，年初有223人，一年里少了6人。",
        "difference",
    ),
    # By the month, and by the year
    (
        "城市低保标准每月860元，农村7920元（每年），城乡比1.3∶1。",
        "城市低保标准每月860元，农村每月792元，城乡比1.3∶1。",
        "ratio",
    ),
    # Two shares of other names
    (
        "首次执行案件执行完毕率41.6%，终本案件占比下降到37.5%，降幅达4.3个百分点。",
        "终本案件占比由41.6%下降到37.5%，降幅达4.3个百分点。",
        "points",
    ),
    # A rate of what isn't printed is none of the figure itself
    (
        "一般公共预算收入完成186.3亿元，为调整预算的100.7%，同口径增长3.2%。税收收入132.4亿元，占71.1%，非税收入53.9亿元。",
        "一般公共预算收入完成186.3亿元，为调整预算185.0亿元的107.0%。",
        "multiple",
    ),
    # Trade in services, after that in goods
    (
        "一季度货物出口8012亿美元，进口6618亿美元，顺差1394亿美元；服务贸易收入827亿美元，支出1339亿美元，逆差512亿美元。",
        "一季度货物出口8012亿美元，进口6618亿美元，顺差1349亿美元。",
        "difference",
    ),
    # Two members of a partition in one share
    (
        "受访者中，来自一线城市的占26.9%，二线城市的占44.3%，三四线城市的占23.6%，县城和城镇、农村的占5.2%。",
        "受访者中，来自城镇的占64.8%，来自农村的占53.2%。",
        "hundred",
    ),
    # Each of two has its own whole beyond the end of a clause
    (
        "甲法庭审结1207件，结案率84.5%；乙法庭审结601件，结案率89.8%。",
        "两个法庭受理1207件；共审结601件，结案率48.9%。",
        "share",
    ),
    # Of the men, and of the women, who
    (
        "做家务时间比父辈多的，男性占62.7%，女性占17.4%；觉得分工公平的，男性占74.9%，女性占53.6%。",
        "受访者中，男性占62.7%，女性占17.4%。",
        "hundred",
    ),
    # Of another thing that a clause has begun
    (
        "食品烟酒支出占消费的比重城镇28.6%，农村32.4%，居住占比相反，城镇24.1%，比农村高3.4个百分点。",
        "城镇居民消费增长5.1%，农村居民消费增长7.9%，比城镇居民快2.6个百分点。",
        "points",
    ),
    # Each of two is held against what it was itself
    (
        "民事提出检察建议312件，行政146件，采纳率为98.7%和99.3%，前者比上年低0.4个百分点，后者高1.1个百分点。",
        "民事采纳率98.7%，行政采纳率99.3%，前者比后者低0.9个百分点。",
        "points",
    ),
    # All there was, and not one sort of it
    (
        "慈善活动支出4120.7万元，占净资产的71.8%；管理费用212.4万元，占当年总支出的4.9%，另有筹资费用9.6万元。",
        "当年总支出4120.7万元，其中管理费用212.4万元，占当年总支出的4.9%。",
        "share",
    ),
    # A ratio from which another leads
    (
        "参保1482300人，其中在职职工1063400人，离退休418900人，抚养比由上年末的2.61∶1降为2.54∶1。",
        "参保1482300人，其中在职职工1063400人，离退休418900人，抚养比为2.61∶1。",
        "ratio",
    ),
    # Over years that its own words name
    (
        "2020年常住人口412685人，与2010年的447312人相比，减少34627人，年平均下降0.80%；2000年至2010年年平均增长0.31%。",
        "2020年常住人口412685人，与2010年的447312人相比，减少34627人，年平均下降0.31%。",
        "annual",
    ),
    # What isn't one of two is no total of them
    (
        "在校生21473人，其中本科生16208人、硕士研究生4326人、博士研究生939人；非全日制研究生1358人、来华留学生412人。",
        "硕士研究生4326人、博士研究生939人；研究生共5285人。",
        "parts",
    ),
    # Of whose things a topic says it is
    (
        "承办省、市、县三级人大代表建议和政协提案合计464件。县级建议提案中，已解决289件，占68.3%，正在解决104件。",
        "承办县级建议提案合计464件。县级建议提案中，已解决289件，占63.2%，正在解决104件。",
        "share",
    ),
    # One of each, dealt out
    (
        "发放司法救助金286.4万元，救助134人，较上一年分别增长22.7%和增加29人。",
        "救助134人，较上一年增加29人，增长22.7%。",
        "change",
    ),
    # Growths of the years that are named before them
    (
        "起诉7418人，其中2022年2163人、2023年2502人、2024年2753人，2023年和2024年同比分别上升15.7%、10.0%。",
        "2022年起诉2163人，2023年起诉2502人，比2022年上升17.5%。",
        "growth",
    ),
    # Two years of two things
    (
        "汇票签发于1919年，出票的钱庄1934年歇业，前后开了41年。",
        "钱庄1919年开业，1934年歇业，前后开了41年。",
        "duration",
    ),
    # What has a name of its own
    (
        "机耕率、机播率和机收率分别为96.1%、78.5%和84.4%，综合机械化率高出全省平均水平3.4个百分点（全省83.9%）。",
        "机收率84.4%，高出全省平均水平3.4个百分点（全省83.9%）。",
        "points",
    ),
    # Two shares of a whole that isn't printed
    (
        "关联股东持有的118600000股回避表决，同意54710720股，占97.5891%，反对1263400股，占2.2536%。",
        "出席会议的股东持有56062320股，同意54710720股，占97.8591%，反对1263400股，占2.2536%。",
        "share",
    ),
    # No level before is below what something has fallen to
    (
        "存货跌价计提6.37亿元，转回0.42亿元，存货账面价值降到58.2亿元，比年初减少21.4%。",
        "存货账面价值由74.04亿元降到58.2亿元，减少24.1%。",
        "growth",
    ),
    # More than what was told, with something added
    (
        "陈列展出文物1260件；加上临展和外借，全年与观众见面的藏品有2085件，其中三级以上的占了近六成。",
        "陈列展出文物1260件，其中三级以上2085件。",
        "part",
    ),
    # Of a year further back than the last
    (
        "本区2023年办理结婚登记8426对，较上年增加914对，增长12.2%，系九年连降后首次回升，2013年为14870对。",
        "本区2023年办理结婚登记8426对，较上年增加914对，2022年为7215对。",
        "difference",
    ),
    # The first of two years is another's
    (
        "某县自2021年1月1日起全面禁捕，为期十年，而甲湖早在2018年初即已先行，到年底满七年。",
        "某县自2018年1月1日起禁捕，到2024年底已满九年。",
        "duration",
    ),
    # How long something is to be
    (
        "最低缴费年限自2030年起由15年每年提高六个月，2039年达到20年。",
        "自2030年起，到2039年已连续实施20年。",
        "duration",
    ),
    # A decade or so
    (
        "森林覆盖率由1999年的28.4%升至2023年的61.2%，十年来增加林地6.7万亩。",
        "森林覆盖率由1999年的28.4%升至2023年的61.2%，16年间提高32.8个百分点。",
        "duration",
    ),
    # What was there before came to it
    (
        "基金上年结转91.06万元，收入57.30万元，支出22.18万元，结余126.18万元。",
        "基金全年收入57.30万元，支出22.18万元，结余126.18万元。",
        "difference",
    ),
    # No ratio is a part of another
    (
        "求人倍率1.58，其中技术工人求人倍率2.31，办公室文员0.64。",
        "登记求职1.58万人，其中技术工人2.31万人。",
        "part",
    ),
    # Some of a part that is named again
    (
        "今年计划筹集保障房1.2万套，至9月末开工11380套，开工率94.8%。开工项目中存量改建占套数的37.2%，占投资的21.5%。",
        "开工项目12000套，其中存量改建4464套，占总套数的32.7%。",
        "share",
    ),
    # What another noun is compared with
    (
        "代表团以41金33银28铜、共102枚奖牌列第4，金牌比上届的36枚多5枚。",
        "代表团共获奖牌102枚，比上届的96枚多5枚。",
        "difference",
    ),
    # A whole that is told right after another part
    (
        "保障性租赁住房开工5230套，完成计划的104.6%，基本建成3874套，计划4000套。",
        "保障性租赁住房开工5230套，完成计划的104.6%，计划4000套。",
        "share",
    ),
    # By how much a price rose is no price
    (
        "垂钓园每斤8.9元，比前一周贵2.4元，涨幅36.9%。",
        "垂钓园每斤8.9元，比前一周贵2.4元，涨幅39.6%。",
        "change",
    ),
    # What is to be kept lies below
    (
        "资本充足率10.94%，距监管底线7.5%有3.44个百分点。",
        "资本充足率10.94%，距监管底线7.5%有3.84个百分点。",
        "points",
    ),
    # A share of what is taken off
    (
        "午餐均价15.6元，补贴后自付11.2元，补贴占均价的28.2%。",
        "午餐均价15.6元，老人自付11.2元，自付占均价的78.2%。",
        "share",
    ),
    # What came in may be pending
    (
        "审查逮捕受理214人，批捕79人，不捕131人。",
        "审查逮捕审结214人，批捕79人，不捕131人。",
        "parts",
    ),
    # Each of an area that isn't told
    (
        "油茶林38.2万亩，茶油1.04万吨，平均每亩采摘面积产油31.5公斤。",
        "油茶林38.2万亩，茶油1.04万吨，平均每亩产油31.5公斤。",
        "average",
    ),
    # ；ends what 其中 leads to
    (
        "研发费用13.5亿元，其中大模型投入称“约占四成”；销售费用21.8亿元。",
        "研发费用13.5亿元，其中大模型投入21.8亿元。",
        "part",
    ),
    # Of what was found, and not of all that is suspected
    (
        "涉嫌违规金额2935万元，其中骨科占34.1%；截至发稿，核实1862万元，已退回1673万元，占核实金额的89.8%。",
        "涉嫌违规金额2935万元，其中骨科1862万元、心内科1673万元。",
        "parts",
    ),
    # A structure as it was worked out first
    (
        "2022年生产总值1486.23亿元，其中第一产业187.35亿元，第二产业592.46亿元，第三产业706.42亿元。三次产业结构由初步核算的12.5∶40.3∶47"
        ".2调整为12.6∶39.9∶47.5。",
        "2022年生产总值1486.23亿元，其中第一产业187.35亿元，第二产业592.46亿元，第三产业706.42亿元。三次产业结构为12.5∶40.3∶47.2。",
        "share",
    ),
    # What nearly any figures would pass tells nothing of rounding
    (
        "用户38.14万户，占全部62.38万户的61.1%。回购1260万美元，完成1亿美元计划的42.6%（累计）。",
        "投资462.29亿元，其中制造业265.53亿元，占57.4%；研发298.34亿元，占462.29亿元的64.6%。",
        "reading",
    ),
    # By how much more each has
    (
        "门票收入88.4万元；接待商户73家，平均每家多收1.9万元。",
        "门票收入88.4万元；接待商户73家，平均每家消费1.9万元。",
        "average",
    ),
    # Of all that were asked
    (
        "收回1204份，用过的731人，占60.7%。全体受访者里，赞成862人，占71.6%。",
        "收回1204份，用过的731人，占60.7%。用过者里，赞成862人，占71.6%。",
        "part",
    ),
    # Of the level that fits, and not of the one right before
    (
        "9月均价3.55元，8月3.51元，去年9月还有3.94元，同比低了9.9%。",
        "9月均价3.55元，去年9月还有3.94元，同比低了9.0%。",
        "growth",
    ),
    # The growth of a total before its list
    (
        "投放单车2670辆，配额分别为1200辆、850辆和620辆，比整治前的4100辆压减了34.9%。",
        "投放单车2670辆，比整治前的4100辆压减了39.4%。",
        "growth",
    ),
    # From the first month of a year to the last of another
    (
        "法庭自2019年1月单独建制，至2023年底运行满5年。",
        "法庭自2019年1月单独建制，至2021年底运行满5年。",
        "duration",
    ),
    # Of what has the share that stands between
    (
        "高校8.16亿元，企业占82.4%，其中规上企业86.53亿元。",
        "高校8.16亿元，其中独立学院86.53亿元。",
        "part",
    ),
    # What is done is one of what was planned
    (
        "一期8.7亿元，二期概算11.4亿元，已完成7.9亿元，占二期的69.3%，两期合计到位17.2亿元。",
        "一期11.4亿元，二期7.9亿元，两期合计17.2亿元。",
        "parts",
    ),
    # Growth of a year and not of all that it is one of
    (
        "五年净利润累计86.3亿元，2023年为20.4亿元，占23.6%，同比增长7.2%。",
        "2024年净利润86.3亿元，2023年为20.4亿元，同比增长7.2%。",
        "growth",
    ),
    # What 另有 adds to a list
    (
        "职工2846人，三档分别为1102人、971人、573人，另有200人不满一年。",
        "职工2646人，三档分别为1102人、971人、537人。",
        "parts",
    ),
    # Some of the years of a period
    (
        "五年过渡期（2021—2025年）已过三年，其间消除风险1247户。",
        "五年过渡期（2021—2025年）的三年间，消除风险1247户。",
        "duration",
    ),
    # Of the graves of one year
    (
        "生态安葬累计5138例，2023年962例，占当年安葬数的14.2%。",
        "生态安葬累计5138例，2023年962例，占安葬总数的14.2%。",
        "share",
    ),
    # What lasts says how long by itself
    (
        "稻种从1983年开始选育，到1996年审定，用了13年；第七号只用八年。",
        "稻种从1983年开始选育，到1996年审定，用了八年。",
        "duration",
    ),
    # and so does what is left of it
    (
        "1998年至2001年他调到陆上三年，实际在岛37年。",
        "1998年至2001年他在陆上，前后37年。",
        "duration",
    ),
    # Several together are a share of the whole
    (
        "分别进出口186.4亿元、131.7亿元、98.5亿元和77.2亿元，四者合计占全省进出口总值842.3亿元的58.6%。",
        "分别进出口186.4亿元、131.7亿元、98.5亿元和77.2亿元，四者合计842.3亿元。",
        "parts",
    ),
    (
        "分别进出口186.4亿元、131.7亿元、98.5亿元和77.2亿元，四者合计占全省进出口总值842.3亿元的58.6%。",
        "分别进出口186.4亿元、131.7亿元、98.5亿元和77.2亿元，四者合计842.3亿元。",
        "parts",
    ),
    # Who has a share of something else
    (
        "47家医院中，用血量前5家占57.4%。",
        "47家医院，其中三甲27家，占75.4%。",
        "share",
    ),
    # A share of all is of no smaller part
    (
        "本科712人，通过689人；专科2841人，通过2187人，占全部通过者的58.3%。",
        "考生712人，通过698人，通过率96.8%。",
        "share",
    ),
    # The first by its kind is one of a list
    (
        "按病种，甲31起，乙14起，丙9起，其余10起。",
        "病例31起，其中甲12起，乙9起，其余13起。",
        "parts",
    ),
    # A share that stands between makes one a part of the other
    (
        "送检1126份，阳性718份，其中甲型占阳性的62.4%，即448份。",
        "送检1126份，阳性718份，阴性448份。",
        "parts",
    ),
    # Money is divided by no money
    (
        "月工资5800元，小时工资为24元；申请人要求每小时33.33元。",
        "门票收入5800元，游客24人，人均33.33元。",
        "average",
    ),
    # Growth since the same time of a year before
    (
        "前11个月出口整车213456辆，同比增长34.5%，比去年全年的189905辆还多23551辆。",
        "出口整车213456辆，比去年的189905辆增长34.5%。",
        "growth",
    ),
    # What brackets hold doesn't change
    (
        "门店2148家，较年初净增113家（新开168家、关闭55家），较去年同期增加172家，增长8.7%。",
        "门店2148家，较去年同期增加172家，增长7.8%。",
        "change",
    ),
    # Points since the same time
    (
        "占有率12.1%，比去年同期提高0.7个百分点，比去年全年的11.7%提高0.4个百分点。",
        "占有率12.1%，比去年同期的11.7%提高0.7个百分点。",
        "points",
    ),
    # ； ends a list of 、
    (
        "合同6874件，其中借款2217件、买卖1935件、租赁604件；婚姻2318件。",
        "合同6874件，其中借款2217件、买卖1935件、租赁604件、婚姻2318件。",
        "parts",
    ),
    # Each of several
    (
        "法庭19个（在册17个，另有交通、旅游法庭各1个）。",
        "法庭1920个（在册1719个，巡回101个）。",
        "parts",
    ),
    # Each is so much, which is no average
    (
        "经过87次加价，以441.54万元成交，每次均为1.5万元。",
        "经过87次加价，以441.54万元成交，平均每次1.5万元。",
        "average",
    ),
    # What is decided is divided by what is decided
    (
        "受理纠纷872件；结案标的额7140万元，案均8.6万元。",
        "审结纠纷872件，结案标的额7140万元，案均8.6万元。",
        "average",
    ),
    # When something else was
    (
        "公司自2009年成立以来13年间未发生逾期，曾于2015年利息迟付。",
        "公司自2009年成立以来13年间未发生逾期，到2015年利息迟付。",
        "duration",
    ),
    # News: a share is of its own months
    (
        "8月份，进出口总值2.04万亿元。前8个月，一般贸易8.63万亿元，占外贸总值的55.1%。加工贸易2.66万亿元，占17%。",
        "8月份，进出口总值2.04万亿元。一般贸易1.63万亿元，占进出口总值的55.1%。",
        "share",
    ),
    # One figure is no part of itself
    (
        "计划拆除570个书摊，约占书摊总数的60%，沿岸570个书摊存在了400年。",
        "计划拆除书摊570个，占书摊总数950个的66%。",
        "share",
    ),
    # What is done is not all that is to be
    (
        "累计完成投资754.13亿元。其中，一期完成637.58亿元，占总投资的77.21%。",
        "总投资754.13亿元。其中，一期637.58亿元，占总投资的77.21%。",
        "share",
    ),
    # Of more than the first of a list
    (
        "诺如8人可能在甲医院感染，1人在乙医院，其余5人待查。",
        "感染者80人，甲医院68人，其余10人在乙医院。",
        "parts",
    ),
    # Those of former times
    (
        "国家馆达到16家，远超过前两届（首届9家，第二届5家）。",
        "国家馆160家（欧洲98家，亚洲52家）。",
        "parts",
    ),
    # One that isn't counted in numbers
    (
        "70个城市中，6个城市上涨，赣州持平，其余63个城市下跌。",
        "70个城市中，6个城市上涨，其余63个城市下跌。",
        "parts",
    ),
    # There is more than is told
    (
        "返还房款123万元，赔偿损失35万元、装修费25万元等，共计192万元。",
        "返还房款123万元，赔偿损失35万元、装修费25万元，共计192万元。",
        "parts",
    ),
    # Of each one
    (
        "一人10元，加车10元，一共50元。",
        "门票10元，车位10元，一共50元。",
        "parts",
    ),
    # Until today
    (
        "1991年解体后，2001年发生袭击，从此打了20年。",
        "1991年开战，2001年停战，前后打了20年。",
        "duration",
    ),
    # Each of two
    (
        "两名驾驶人被罚款2000元，另两人均将面临罚款500元。",
        "20名驾驶人共罚款2000元，人均罚款500元。",
        "average",
    ),
    # Each of several courses
    (
        "两种培训班各1期，每期40人，合计80人。",
        "培训班4期，每期40人，合计180人。",
        "product",
    ),
    # A share of others than are counted
    (
        "在45个城市中，仅50%通勤人口可以实现。",
        "在45个城市中，50%表示可以实现。",
        "grim",
    ),
    # What is converted is rounded
    (
        "应控制在197.56公顷（2963亩）以内。",
        "应控制在197.56公顷（2936亩）以内。",
        "same",
    ),
    # Since the close of the day before
    (
        "股价今日开盘37.65元，之后升至41.6元，上涨10.05%。",
        "股价由昨日的37.65元升至41.6元，上涨15.05%。",
        "growth",
    ),
    # Points on another base
    (
        "担保费率1.19%，较行业平均水平（1.75%）低0.56个百分点，较2020年下降0.31个百分点。",
        "担保费率1.19%，较行业平均水平（1.75%）低0.31个百分点。",
        "points",
    ),
    # Years that end before those that are named
    (
        "在错失的十年间，产值年增2.4%，占比也从2004年的66.1%降至2022年的60.8%。",
        "自2004年起步，到2022年的十年间，占比降至60.8%。",
        "duration",
    ),
    # What is told twice has not grown
    (
        "公司供应用地106宗，同比增长51%，106宗都在城区。",
        "公司供应用地由101宗增至106宗，增长51%。",
        "growth",
    ),
    # A rate of what isn't told
    (
        "财报显示，净利润5820.93万元；扣非净利润4724.53万元；负债率21.16%。",
        "资产总额5820.93万元，负债总额4724.53万元，资产负债率18.16%。",
        "share",
    ),
    # A rate beside another, which it isn't more than
    (
        "7月CPI同比增长3.2%，较6月增速3.0%略有加快，核心CPI环比增长0.2%。",
        "个人贷款增长17.4%，增速比各项贷款的12.3%高5.1%。",
        "points",
    ),
    # Until now
    (
        "代码早在2019年就弃用。在2020年的更新中，已经删除，而时隔3年，将彻底清理。",
        "他2010年离开，2020年归来，前后隔了3年，历时3年。",
        "duration",
    ),
    # Of another noun than all that is told
    (
        "换电站1638座，其中高速公路换电站449座，充电站2892座。",
        "换电站1638座，其中高速公路换电站449座，国道换电站2892座。",
        "part",
    ),
    # A median is no whole
    (
        "投诉量的中位数为2489件。其中，甲银行3616件，占比12.5%。",
        "投诉量为2489件。其中，甲银行3616件，占比12.5%。",
        "share",
    ),
    # What 约占 tells is near
    (
        "承诺提供757辆坦克，实际交付471辆，约占60%。",
        "承诺提供757辆坦克，实际交付471辆，占60.2%。",
        "share",
    ),
    # What is told again has not grown
    (
        "1月至7月供应用地106宗，同比增长51%。2023年1至7月，全市供应用地106宗，同比增长51%。",
        "供应用地106宗，上年同期为96宗，增长51%。",
        "growth",
    ),
    # The highest is no part
    (
        "截至目前有44万人正在游戏中，其中中国12万人，首日在线峰值47万人。",
        "截至目前有44万人正在游戏中，其中中国47万人。",
        "part",
    ),
]


@pytest.mark.parametrize("right, wrong, code", [*NAMED_YEARS, *SURE_WORDS, *OF_WHAT, *OF_ANOTHER])
def test_what_words_join_is_accused_and_what_they_leave_open_is_not(right, wrong, code):
    assert disputed(right) == []
    assert code in disputed(wrong)


def test_a_list_that_does_not_add_up_is_not_testable_and_says_the_gap():
    (result,) = results("共100家，其中高新30家、上市20家。")
    assert result.verdict == "not testable"
    assert result.message.gap.ends == (50, 50)


def test_every_finding_has_the_places_of_its_figures():
    for text, _ in FORMED:
        for result in results(text):
            assert result.found and all(
                text[one.start : one.end] == one.phrase for one in result.found
            )
            assert -len(result.found) <= result.tested < len(result.found)


@pytest.mark.parametrize(
    "text, needs",
    [
        (
            "企业由3家增加到8家，增长1.66倍。职工由9人增加到26人，增长1.89倍。",
            ["truncation", "nearest"],
        ),
        ("企业由3家增加到8家，增长1.67倍。职工由9人增加到26人，增长1.89倍。", None),
        ("企业由3家增加到8家，增长1.66倍。职工由3人增加到8人，增长1.66倍。", None),
    ],
)  # fmt: skip
def test_one_text_has_one_reading(text, needs):
    last = results(text)[-1]
    assert (last.code == "reading") == (needs is not None)
    if needs:
        assert [need for _, need in last.message.sides] == needs
        assert len(last.found) == 6


@pytest.mark.parametrize(
    "text, statement",
    [
        ("出口100亿元，增长5%。", ("rate", "出口")),
        ("降幅达5%。", ("rate", "")),
        ("占比为60%。", ("share", "")),
        ("比重提高3个百分点。", ("points", "")),
        ("结案率95%。", ("percent", "")),
        ("比上年的80家多。", ("prior", "")),
        ("由80家增加。", ("led", "")),
        ("是去年的3倍。", ("multiple", "")),
        ("比例为1.5:1。", ("ratio", "")),
        ("比上年多20件。", ("change", "")),
    ],
)
def test_a_figure_is_told_what_it_is(text, statement):
    last = Teller(text).statements(list(find(text)))[-1]
    assert (last.role, last.of.name if last.of else "") == statement


# What growths tell of the time before, what a report's sections leave, and ratios by their names:
# a right text, what it joins, a slip in it, and words that leave it open
BEFORE = [
    (
        "上半年全市外贸进出口999.9亿元，增长6.7%。锂电池出口264.8亿元，增长34.1%，"
        "拉动外贸增长7.2个百分点。",
        ("points", "264.8亿元", "增长34.1%", "999.9亿元", "增长6.7%", "增长7.2个百分点"),
        ("7.2个", "2.7个"),
        ("锂电池出口264.8亿元，增长34.1%，", "锂电池出口264.8亿元，增长34.1%，汽车出口更快，"),
    ),
    (
        "全市用电量410.7亿千瓦时，增长5.8%。数据中心用电86.4亿千瓦时，去年同期71.9亿千瓦时，"
        "拉动全市用电增长3.73个百分点。",
        ("points", "86.4亿千瓦时", "71.9亿千瓦时", "410.7亿千瓦时", "增长5.8%", "增长3.73个百分点"),
        ("3.73个", "7.33个"),
        ("拉动全市用电增长3.73个", "拉动工业用电增长7.33个"),
    ),
    (
        "全省进出口2029.2亿元，增长4.2%。对美进出口187.6亿元，下降12.3%，"
        "拖累进出口增速1.35个百分点。",
        ("points", "187.6亿元", "下降12.3%", "2029.2亿元", "增长4.2%", "1.35个百分点"),
        ("1.35个", "3.15个"),
        ("增长4.2%", "实际增长14.2%"),
    ),
    (
        "全市进出口1935.0亿元，增长6.0%。民营企业进出口1204.7亿元，增长11.2%，占62.3%，"
        "比重提升2.9个百分点。",
        ("points", "1204.7亿元", "增长11.2%", "1935.0亿元", "增长6.0%", "62.3%", "提升2.9个百分点"),
        None,
        ("2.9个", "9.2个"),
    ),
    (
        "营业收入18.73亿元，比上年增长14.1%，境外收入6.08亿元，增长41.3%，占比由上年的26.2%"
        "上升到32.5%。",
        ("share", "6.08亿元", "增长41.3%", "18.73亿元", "增长14.1%", "32.5%", "26.2%"),
        ("26.2%", "62.2%"),
        ("由上年的26.2%", "由2019年的22.6%"),
    ),
    (
        "业务量56.26亿件，增长11.5%；业务收入426.38亿元，增长6.2%，平均单价7.58元，上年为7.96元。",
        ("average", "426.38亿元", "增长6.2%", "56.26亿件", "增长11.5%", "7.58元", "7.96元"),
        ("7.96元", "9.76元"),
        ("增长6.2%，平均单价7.58元，上年", "按可比口径增长6.7%，平均单价7.58元，上年"),
    ),
    (
        "年初净资产1264.38万元。\n全年总收入918.66万元。\n总支出670.84万元。\n年末净资产1512.20万元。",
        ("difference", "1264.38万元", "918.66万元", "670.84万元", "1512.20万元"),
        ("1512.20", "1512.02"),
        ("年末净资产1512.20", "年末固定资产1512.02"),
    ),
    (
        "上季结存186204.50元。\n本季收入621210.30元。\n本季支出682870.80元。\n本季末结存124544.00元。",
        ("difference", "186204.50元", "621210.30元", "682870.80元", "124544.00元"),
        ("124544", "134544"),
        ("本季末结存124544", "上年末结存134544"),
    ),
    (
        "仲裁机构立案受理84423件。\n上期结转3918件，当期审结84065件，期末未结4276件。",
        ("difference", "3918件", "84423件", "84065件", "4276件"),
        ("4276件", "4726件"),
        ("期末未结4276件", "其中调解4726件"),
    ),
    (
        "职工养老保险参保213.5万人，离退休人员61.4万人，抚养比2.48∶1。",
        ("ratio", "213.5万人", "61.4万人", "2.48∶1"),
        None,
        ("参保213.5万人", "在职缴费人员152.3万人"),
    ),
    (
        "三季度登记招聘岗位18.64万个，登记求职14.92万人，求人倍率1.25。",
        ("ratio", "18.64万个", "14.92万人", "1.25"),
        ("1.25", "1.52"),
        ("求人倍率1.25", "焊工求人倍率2.51"),
    ),
    (
        "普通高中在校生87150人，中职在校生40210人，普职比约为2.2∶1。",
        ("ratio", "87150人", "40210人", "2.2∶1"),
        None,
        ("普通高中在校生87150人，中职在校生40210人", "普通高中21所，中职学校24所"),
    ),
    (
        "开放床位1320张，注册护士912人，床护比1∶0.69。",
        ("ratio", "1320张", "912人", "1∶0.69"),
        None,
        ("开放床位1320张", "编制床位1200张"),
    ),
    (
        "硕士研究生报考18427人，录取2757人，报录比约为6.7∶1。",
        ("ratio", "18427人", "2757人", "6.7∶1"),
        ("2757人", "2577人"),
        ("报录比约为6.7∶1", "上年报录比约为7.6∶1"),
    ),
    (
        "城乡居民人均可支配收入分别为29716元和16842元，城乡收入比为1.76∶1。",
        ("ratio", "29716元", "16842元", "1.76∶1"),
        ("1.76", "1.67"),
        ("城乡收入比为1.76∶1", "城乡消费比为1.67∶1"),
    ),
    (
        "全年出生婴儿8426人，男婴4387人、女婴4039人，性别比为108.6（女婴为100）。",
        ("multiple", "4387人", "4039人", "108.6"),
        ("108.6", "106.8"),
        ("性别比为108.6", "二孩性别比为106.8"),
    ),
]


@pytest.mark.parametrize("right, joins, slip, opened", BEFORE)
def test_what_was_before_and_what_names_leave_is_joined(right, joins, slip, opened):
    found = [(one.code, *(place.phrase for place in one.found)) for one in results(right)]
    assert joins in found
    assert disputed(right) == disputed(right.replace(*opened)) == []
    assert slip is None or joins[0] in disputed(right.replace(*slip))
