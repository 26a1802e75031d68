"""Doubt: what no slip of the hand explains is told, and is no error."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest

from heshu import equations, misprints, relations
from heshu.__main__ import main
from heshu.check import check
from heshu.reading import read
from heshu.relations import Result

DISPUTED = ("inconsistent", "doubtful")


def verdicts(text):
    return [(one.code, one.verdict) for one in check(text) if isinstance(one, Result)]


@pytest.mark.parametrize(
    ("phrase", "before", "is_one"),
    [
        ("1204件", "1284", True),  # another digit
        ("1204件", "204", True),  # a digit too many at the front
        ("1004件", "4", False),
        ("1204件", "2104", True),  # two digits changed over
        ("71.6%", "76.1", True),
        ("1,204.5万元", "1240.5", True),
        ("12.04亿元", "0.001204", True),  # 万 for 亿
        ("1204件", "12040", True),
        ("1204件", "1285", False),
        ("1204件", "4201", False),
        ("71.6%", "16.7", False),
    ],
)
def test_a_slip_is_one_digit_two_changed_over_or_a_unit(phrase, before, is_one):
    printed = Fraction(misprints.DIGITS.search(phrase)[0].replace(",", ""))
    times = Fraction(before) / printed
    # What is kept would hide what is changed
    befores = [*misprints.slips.__wrapped__(phrase), *misprints.MOVED]
    assert (times in [Fraction(one.low, one.over) for one in befores]) == is_one


def test_a_number_without_digits_can_have_moved_at_most():
    assert misprints.slips.__wrapped__("三成") == ()
    assert misprints.slips.__wrapped__("0.00%") == ()


def others(printed):
    """What a number can have been, by its signs: one digit, two neighbours, or the point."""
    for i, sign in enumerate(printed):
        if sign.isdigit():
            yield from (f"{printed[:i]}{other}{printed[i + 1 :]}" for other in "0123456789")
            rest = re.sub(r"^(\.?)(\d)(.*)", rf"\2\g<1>{sign}\3", printed[i + 1 :])
            yield printed[:i] + rest if rest != printed[i + 1 :] else printed
    for power in (1, 4, 8):
        yield from (str(Decimal(printed).scaleb(sign * power)) for sign in (1, -1))


@pytest.mark.parametrize(
    "share",
    [
        ("3921件", "8427件", "46.8%"),
        ("3921件", "8427件", "64.5%"),
        ("392件", "8427件", "46.5%"),
        ("3921件", "8427件", "53.5%"),  # that of the rest
        ("3921件", "8427件", "71.2%"),
        ("21.36亿元", "925.7亿元", "9.5%"),
        ("12.4万人", "38.6万人", "23.1%"),
    ],
)
def test_a_result_names_the_figures_of_which_a_slip_explains_it(share):
    numbers = [misprints.DIGITS.search(phrase)[0] for phrase in share]
    places = [Fraction(1, 10 ** len(one.partition(".")[2])) / 2 for one in numbers]
    rooms = [
        place if "万" in one or "亿" in one or "%" in one else 0
        for one, place in zip(share, places, strict=True)
    ]

    def holds(part, whole, told):
        (a, b, c), (d, e, f) = (part, whole, told), rooms
        low, high = 100 * (a - d) / (b + e), 100 * (a + d) / (b - e) if b > e else 10**9
        return low <= c + f and c - f <= high

    explained = set()
    powers = [Fraction(10) ** power for power in (1, -1, 4, -4, 8, -8)]
    for i, printed in enumerate(numbers):
        for before in others(printed):
            meant = [Fraction(one) for one in numbers]
            meant[i] = Fraction(before)
            times, wide = meant[i] / Fraction(printed), rooms[i]
            # Where the point has moved, so has what rounding leaves open
            rooms[i] = wide * (times if times in powers else 1)
            if meant[i] > 0 and holds(*meant):
                explained.add(i)
            rooms[i] = wide
    if holds(*(Fraction(one) for one in (*numbers[:2], str(100 - Decimal(numbers[2]))))):
        explained.add(2)
    result = relations.share(*map(read, share))
    assert result.verdict == "inconsistent" and result.slips == explained


@pytest.mark.parametrize(
    ("result", "explained"),
    [
        # to for by, in 倍, and what is left for a fall
        (relations.growth(read("2171家"), read("23775家"), read("增长到9.95倍")), {2}),
        (equations.multiple(read("9358家"), read("6173家"), read("51.6%")), {2}),
        (equations.multiple(read("6173家"), read("9358家"), read("34.0%")), {2}),
        # Points as per cent
        (equations.points(read("61.73%"), read("93.58%"), read("51.6%"), falling=False), {2}),
        (equations.points(read("93.58%"), read("61.73%"), read("34.0%"), falling=True), {2}),
        (relations.growth(read("6173家"), read("9358家"), read("增长17.2%")), set()),
        # Of a total and its parts, by their places
        (relations.parts(read("1204件"), read("862件"), read("324件")), {2}),
        (relations.parts(read("1204件"), read("826件"), read("342件")), {1}),
        (relations.parts(read("1304件"), read("862件"), read("342件")), {0, 1, 2}),
        # Of a floor the number slips, too; 1342 alone are more than 1204, but not than 12040
        (relations.parts(read("1204件"), read("至少862件"), read("1342件")), {0, 2}),
        (relations.parts(read("1204件"), read("至少1862件"), read("342件")), {0, 1}),
    ],
)
def test_usual_confusions_are_known(result, explained):
    assert result.verdict == "inconsistent" and result.slips == explained


# A share of a whole two sentences before, and other figures between
FAR = "全年受理案件8427件。法官312名，人均结案25.1件。其中民事案件{}件，占全部案件的{}。"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (FAR.format(3921, "46.5%"), "consistent"),
        (FAR.format(3921, "46.8%"), "inconsistent"),  # a digit
        (FAR.format(3921, "64.5%"), "inconsistent"),  # changed over
        (FAR.format(3291, "46.5%"), "inconsistent"),
        (FAR.format(3921, "71.2%"), "doubtful"),  # nothing makes 46.5 of it
        # Of the neighbour, which has it too
        (FAR.format(3921, "38.7%") + "刑事案件3261件，占38.7%。", "doubtful"),
        (FAR.format(3921, "38.7%").replace("其中", "其中刑事3261件，占38.7%，"), "inconsistent"),
        # With nothing between, words leave no choice
        ("全年受理案件8427件，其中民事案件3921件，占71.2%。", "inconsistent"),
    ],
)
def test_what_no_slip_explains_is_doubtful(text, verdict):
    assert ("share", verdict) in verdicts(text)


# A total, a share of it, and figures nearby of which one may belong there
APPLIED = "2025年考生1164人，上线783人，占67.3%，2024年是{}人里上线787人，上线率71.8%。"


VISITORS = "去年进馆{}万人次，暑假占了61.2万。外地人104.5万，占56.0%。"


@pytest.mark.parametrize(
    ("text", "verdict", "other"),
    [
        # In the place of a whole and of a total, and of what is added to the one beside
        (APPLIED.format(1096), "doubtful", "1096人"),
        (APPLIED.format(1196), "inconsistent", ""),
        (
            "本科招生3260名，较去年的3080名增加180名。省内2282名，占总计划的70%，省外978名。"
            "去年的计划中，理工类1560名，文史类920名，其余600名为艺术类。",
            "doubtful",
            "3080名",
        ),
        (
            "中央和省级预拨4800万元，市级1200万元，已下拨到县5400万元，下拨率90.0%；报案1.94万件。",
            "doubtful",
            "4800万元",
        ),
        # Who answered, in sheets, and what is told without a unit
        (
            "样本1200户，有效问卷1146份。有购房打算的家庭占16.5%，即189户。",
            "doubtful",
            "1146份",
        ),
        (VISITORS.format("186.6"), "doubtful", "186.6万人次"),
        (VISITORS.format("196.6"), "inconsistent", ""),
        # Where a figure was tested as another unit than it is printed in
        (
            "去年118家书房（年内新开的8家不计）接待684.3万人次，平均每家5.8万人次。",
            "doubtful",
            "118家",
        ),
        # A count by its own measure word, of which 次 counts the same
        (
            "信访12384件次，其中来信5106件、来访3278件次、网络2643件。属管辖的4852件，占39.2%。",
            "doubtful",
            "12384件次",
        ),
        # What fits in a relation of its own belongs there
        ("企业由200家增加到300家，增长50%。企业由200家增加到300家，增长80%。", "inconsistent", ""),
        # The year that is named is another's
        (
            "最低工资2018年为1650元、2021年为1840元，2024年为2060元，比2018年增长12.0%。",
            "inconsistent",
            "",
        ),
        # A share that was copied fits its own part
        (
            "案件8427件，其中民事3921件，占46.5%，刑事3261件，占46.5%。",
            "inconsistent",
            "",
        ),
    ],
)
def test_another_figure_that_fits_leaves_doubt(text, verdict, other):
    (one,) = (one for one in check(text) if isinstance(one, Result) and one.verdict in DISPUTED)
    assert (one.verdict, one.message.fits if one.verdict == "doubtful" else "") == (verdict, other)


# A total and its parts by their names, of which 193.40 isn't a slip away from fitting
TRADE = "全年进出口218.80亿元{}出口107.18亿元，进口193.40亿元。"


@pytest.mark.parametrize(
    ("between", "verdict"),
    [
        ("，其中", "inconsistent"),
        ("，增长8.2%，其中", "inconsistent"),
        ("，增长8.2%；企业4200家，职工52万人，其中", "doubtful"),
    ],
)
def test_a_list_is_doubtful_where_more_than_rates_stand_between(between, verdict):
    assert ("parts", verdict) in verdicts(TRADE.format(between))


def test_a_multiple_may_be_of_the_figures_beside_those_that_it_seems_to_be_of():
    told = "男性461人，检出率36.10%，女性126人，检出率{}，前者约为后者的{}倍。"
    assert ("multiple", "doubtful") in verdicts(told.format("11.59%", "3.1"))
    assert ("multiple", "inconsistent") in verdicts(told.format("11.59%", "2.1"))
    assert ("multiple", "inconsistent") in verdicts(told.format("15.19%", "3.1"))


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("全年出口8012亿美元，进口6618亿美元，顺差{}亿美元。", "difference"),
        ("专利{}件，比上年减少20件，下降16.7%。", "change"),
        ("门票收入{}万元，接待13.52万人次，平均每人次48.6元。", "average"),
    ],
)
def test_what_words_join_loosely_is_doubtful_where_no_slip_explains_it(told, code):
    right, slip, wrong = {
        "difference": ("1394", "1349", "512"),
        "change": ("100", "10", "263"),
        "average": ("657", "675", "412"),
    }[code]
    assert (code, "consistent") in verdicts(told.format(right))
    assert verdicts(told.format(slip)) == [(code, "inconsistent")]
    assert verdicts(told.format(wrong)) == [(code, "doubtful")]


LISTED = "年末账户余额0.64亿元，理财余额4.00亿元，补充流动资金0.05亿元，{}亿元。"
COPIED = "戴镜率{}；上年近视率51.2%，今年近视率68.9%，同比下降2.6个百分点。"


@pytest.mark.parametrize(
    ("text", "code", "verdict"),
    [
        # A base in the clause of its points, and one that is told elsewhere
        ("近视率48.6%，比上年的51.2%下降17.3个百分点。", "points", "inconsistent"),
        ("上年近视率51.2%，今年近视率48.6%，同比下降17.3个百分点。", "points", "doubtful"),
        # a share that was copied, and one that wasn't
        (COPIED.format("68.9%"), "points", "inconsistent"),
        (COPIED.format("62.9%"), "points", "doubtful"),
        # A level that is lower for a growth: in its clause, and told elsewhere
        ("企业由100家增加到80家，增长20%。", "growth", "inconsistent"),
        ("上年企业100家，今年企业80家，同比增长20%。", "growth", "doubtful"),
        # Years that are a slip apart from what is told, and that are no more those that are meant
        ("企业2009年成立，到2024年已有20年。", "duration", "inconsistent"),
        ("企业1985年成立，到2024年已有20年。", "duration", "doubtful"),
        # Amounts of money of one person, and of all
        ("支出5441元，其中工资5879元。", "part", "doubtful"),
        ("支出5441万元，其中工资5879万元。", "part", "inconsistent"),
        # and marks
        ("城区满意度82.6分，其中移动84.1分。", "part", "doubtful"),
        # of few, and depths
        ("主场活动包括开幕式等3项内容，各单位活动包括音乐会等10项。", "part", "doubtful"),
        # and what has no unit
        ("发送486.2万人，节前走了168.9万，节后317.3万，占65.3%。", "part", "doubtful"),
        # Parts of which only some have their shares, which hardly are of one whole
        (
            "教师1482人。其中博士1063人，占71.7%，正高级261人，副高级518人，高级职称占52.6%。",
            "parts",
            "doubtful",
        ),
        ("教师1482人。其中博士1063人，正高级261人，副高级518人。", "parts", "inconsistent"),
        # A list by no words, and a total that is named for what it is
        (LISTED.format("三者含利息净额0.31"), "parts", "doubtful"),
        (LISTED.format("三者合计4.96"), "parts", "inconsistent"),
        (LISTED.format("合计0.31"), "parts", "inconsistent"),
        ("出口额64.1亿元，进口额60.3亿元，进出口总额310.2亿元。", "parts", "inconsistent"),
    ],
)
def test_what_no_slip_explains_is_an_error_where_words_leave_no_doubt(text, code, verdict):
    assert (code, verdict) in verdicts(text)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # A rate known to a tenth, and one that too many slips would lead to
        ("抗诉580件，改变460件，改变率97.3%。", "inconsistent"),
        ("抗诉58件，改变46件，改变率97%。", "doubtful"),
    ],
)
def test_figures_that_no_words_join_are_an_error_where_chance_is_unlikely(text, verdict):
    assert [verdict] == [told for _, told in verdicts(text)]


@pytest.mark.parametrize(("stop", "verdict"), [("，", "inconsistent"), ("；", "doubtful")])
def test_points_that_no_slip_explains_are_doubtful_beyond_the_end_of_a_clause(stop, verdict):
    told = f"近视率48.6%{stop}比上年的51.2%下降17.3个百分点。"
    assert ("points", verdict) in verdicts(told)


@pytest.mark.parametrize(
    ("told", "verdict"),
    [("6000万元", "doubtful"), ("6018万元", "inconsistent"), ("600万元", "inconsistent")],
)
def test_round_numbers_are_known_to_the_digit_before_their_nought(told, verdict):
    assert [("growth", verdict)] == verdicts(f"费用由{told}增加到9770万元，增长62.7%。")


def test_a_figure_that_a_sum_holds_is_no_slip():
    sums = "进出口925.7亿元，其中出口465.0亿元，进口460.7亿元。"
    told = "2020年以来企业增至312家。其中机电产品21.36亿元，占进出口的{}。"
    # 925.7 would be 225.7, but the sum holds it
    assert ("share", "doubtful") in verdicts(sums + told.format("9.5%"))
    assert ("share", "inconsistent") in verdicts(sums[:10] + "。" + told.format("9.5%"))
    assert ("share", "inconsistent") in verdicts(sums + told.format("2.8%"))


@pytest.mark.parametrize(("strict", "status"), [([], 0), (["--strict"], 1)])
def test_doubt_is_told_and_is_an_error_where_it_is_to_be(tmp_path, capsys, strict, status):
    (tmp_path / "a.txt").write_text(FAR.format(3921, "71.2%"), encoding="utf-8")
    assert main(["check", str(tmp_path / "a.txt"), "--lang", "en", *strict]) == status
    told = capsys.readouterr().out
    assert "share doubtful “8427件" in told
    assert "no slip of one digit or unit explains that: these figures may not belong" in told
    (tmp_path / "b.txt").write_text("抗诉58件，改变46件，改变率97%。", encoding="utf-8")
    assert main(["check", str(tmp_path / "b.txt"), "--lang", "en", *strict]) == status
    # 79% is a slip away, so that it would be untrue that none explains it
    assert "a slip may explain that, and so may rougher rounding" in capsys.readouterr().out
    assert main(["check", str(tmp_path / "a.txt"), "--format", "github", *strict]) == status
    told = capsys.readouterr().out
    assert ("::error " in told) == bool(strict) and ("::warning " in told) != bool(strict)
