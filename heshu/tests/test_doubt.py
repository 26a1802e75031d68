"""Doubt: what no slip of the hand explains is told, and is no error."""

from fractions import Fraction

import pytest

from heshu import misprints
from heshu.__main__ import main
from heshu.check import check
from heshu.relations import Result


def verdicts(text):
    return [(one.code, one.verdict) for one in check(text) if isinstance(one, Result)]


@pytest.mark.parametrize(
    ("phrase", "before", "is_one"),
    [
        ("1204件", "1284", True),  # another digit
        ("1204件", "204", True),  # a digit too many at the front
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
    befores = [*misprints.slips(phrase), *misprints.MOVED]
    assert (times in [Fraction(one.low, one.over) for one in befores]) == is_one


def test_a_number_without_digits_can_have_moved_at_most():
    assert misprints.slips("三成") == ()


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
    assert main(["check", str(tmp_path / "a.txt"), "--format", "github", *strict]) == status
    told = capsys.readouterr().out
    assert ("::error " in told) == bool(strict) and ("::warning " in told) != bool(strict)
