"""Forms: nothing outside the picture, nothing cut, nothing that overlaps, at both widths."""

import re
import struct
import xml.etree.ElementTree as ET
from functools import cache
from itertools import combinations, pairwise
from math import cos, radians, sin

import pytest

from reportbook import charts, drawing
from reportbook.charts.sheet import apart
from reportbook.data import claims
from reportbook.lettering import LINE, measure, pieces, wrap
from reportbook.palette import CONTEXT, FACES, GRID, NARROW, PALETTE, WIDTH

LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;-–’“”×%→()−≥≈½"
LONG = "A name of the longest kind that a chapter could give to a row of its chart"
LONG_ZH = "全国第一个知识产权质押融资项目在2020年登记的金额，以及开发区发明专利授权量的增长"
WIDTHS = {"wide": WIDTH, "narrow": NARROW}
PRINTED, OUTSIDE = charts.PRINTED, charts.OUTSIDE
NAMES = [LONG, "short", *(f"one of many rows, number {n}" for n in range(12))]
NAMES_ZH = [LONG_ZH, "short", *(f"多项服务中的第{n}项" for n in range(12))]


def many(names, columns):
    """Many rows, the first of them with a long name; each column a value or a list of them."""
    lists = {k: v if isinstance(v, list) else [v] * len(names) for k, v in columns.items()}
    return [{"name": n} | {k: v[i % len(v)] for k, v in lists.items()} for i, n in enumerate(names)]


def ribbon(name, rise):
    return [
        {"name": name, "year": 2015 + k, "low": 100 * k, "high": 100 * k + rise * k * (5 - k) + 1}
        for k in range(6)
    ]


def forms(long, names):
    """Every form with a long name, and many others, in one language."""

    def rows(**columns):
        return many(names, columns)

    crossed = [
        {"row": name, "column": head, "text": "put into operation", "fill": fill}
        for name, head, fill in [(long, "Programme", PRINTED), ("short", "Body", "pale")]
    ]
    return {
        "slope": charts.slope(
            rows(value=[17.66, 8.22, 3.33, 3.3, 2.5], pair="over 6,700 → 22,600 a year")[:5],
            of="measure",
            unit="times",
        ),
        "slope, linear": charts.slope(
            rows(value=[17.66, 3.34, 3.33], pair=long)[:3],
            of="measure",
            unit="times",
            log_scale=False,
        ),
        "slope, with rings": charts.slope(
            rows(value=[16.66, 7.2, 1.5], ring=[17.66, 7.2, 2.5], pair=long)[:3],
            of="measure",
            unit="times",
            rings="where the figures of both years lead",
        ),
        "beside": charts.beside(
            rows(value=[77, 3], other=[105, None], detail=long, group=["", "A group"]),
            of="place",
            unit="% a year",
            text="{:.0f} %",
            ends=("if 5 years", "if 4 years"),
        ),
        "beside, from one": charts.beside(
            rows(value=[3.2, 0.4, 1]),
            of="place",
            unit="times",
            base=1,
            base_words="no change at all",
        ),
        "bars": charts.bars(
            rows(value=list(range(1, 15)), text="a long value in words", low=[1, None], high=14),
            of="product",
            unit="yuan",
        ),
        "columns": charts.columns(
            [{"name": year, "value": year - 2010, "text": "1,234"} for year in range(2015, 2021)],
            of="year",
            unit="grants",
        ),
        "path": charts.path(
            [*ribbon("possible by the article’s two ends and total", 200), *ribbon("still", 80)],
            unit="million yuan",
            lines=[
                {
                    "name": "even",
                    "year": 2015 + k,
                    "value": 110 * k,
                    "words": long if k == 5 else "",
                }
                for k in range(6)
            ],
            points=[
                {"year": 2015, "value": 0, "text": "148"},
                {"year": 2020, "value": 501, "text": "2,613 million"},
                {
                    "year": 2019,
                    "value": 500,
                    "text": "1,715 by November",
                    "words": long,
                    "hue": OUTSIDE,
                },
            ],
        ),
        "path, of a wider axis": charts.path(
            ribbon("possible", 200)[1:],
            unit="million yuan",
            lines=[
                {
                    "name": "even",
                    "year": 2016 + k,
                    "value": 110 * k,
                    "words": long if k == 2 else "",
                }
                for k in range(5)
            ],
            points=[{"year": 2016, "value": 101, "text": "148"}],
            span=(2014, 2022),
            covers=(2021, 2022, "these five years make 6,898"),
        ),
        "board": charts.board(
            rows(column=["these", long], detail=long),
            of="conclusion",
            columns=["these", "an empty one", long],
            hues={"these": PRINTED},
        ),
        "figures": charts.figures(
            rows(
                figure=["21", "6,762 to 6,799"], unit=["years", "sessions or meetings"], detail=long
            ),
            of="event",
        ),
        "timeline": charts.timeline(
            rows(
                date=["2012", "2014-08-31", "2014-12", "2016/2021", "2021-06"],
                detail=["China", long],
                open=[False, False, False, False, True],
                emphasis=[True, False],
            ),
            of="beginning",
            band=("2016-07-14", "2021-07-13", "The pilot’s five years"),
        ),
        "squares": charts.squares(
            [
                {"name": f"thing {n}", "row": row, "series": kind}
                for row, many in (("Overview", 83), ("Cooperation", 20))
                for n in range(many)
                for kind in [("checked", "another kind of thing", "names", "hatched")[n % 4]]
            ],
            of="section",
            order=["Overview", "Cooperation", "Empty"],
            series={
                "checked": PRINTED,
                "another kind of thing": "outline",
                "names": "pale",
                "hatched": "hatch",
            },
        ),
        "shares": charts.shares(rows(value=[100, 1, 42.5], detail="2019"), of="pledges"),
        "shares, of parts": charts.shares(
            [
                {"name": "Firms", "part": part, "value": value, "whole": 35, "sum": "35 of 35"}
                for part, value in (("product of 2019", 3), ("products of 2020", 32))
            ],
            of="total",
            text="{:.0f}",
        ),
        "waffle": charts.waffle(11.7, of="share", words=long, detail=long),
        "grid": charts.grid(
            crossed,
            of="place",
            rows=[long, "short"],
            columns=["Status", "Programme", "Body", "Event"],
        ),
        "grid, with rows that have no cell": charts.grid(
            crossed,
            of="place",
            rows=[long, "short"],
            columns=["Status", "Programme", "Body", "Event"],
            without=("2 have none", [f"{long}, too", "not this one"]),
        ),
        "grid, slanted": charts.grid(
            [{"row": "short", "column": f"An open question, number {n}"} for n in range(5)],
            of="result",
            rows=["short", "not so short", "empty"],
            columns=[f"An open question, number {n}" for n in range(12)],
            without=("2 have none", [f"{long}, too", "not this one"]),
        ),
        "rulers": charts.rulers(
            rows(low=[1.5, 200], high=[1.6, 210], least=[1.4, 0], most=[1.55, 66], face=[None, 66]),
            of="measure",
            unit="times",
        ),
        "rulers, with names beside them on a phone": charts.rulers(
            [{"name": "Patent applications", "low": 1.2, "high": 1.3, "least": 1.22, "most": 1.22}],
            of="measure",
            unit="times",
        ),
        "cuts": charts.cuts(
            rows(low=6700, high=6800, least=[6762, 6700, 6799.9], most=[6799, 6705, 6800]),
            of="measure",
            unit="patents",
        ),
        "field": charts.field(
            [
                {"name": long, "value": 20, "text": "20+"},
                {"name": "few", "value": 7, "fill": "outline"},
            ],
            of="tier",
            unit="agencies",
            total=300,
            words="of 300+ agencies in all",
        ),
    }


FORMS = forms(LONG, NAMES) | {
    f"{name}, in Chinese": form for name, form in forms(LONG_ZH, NAMES_ZH).items()
}


@cache
def drawn(name, size):
    """A form's picture as a page has it, parsed, and the specification that it is drawn from."""
    spec = FORMS[name].draw(WIDTHS[size]).to_dict(validate=False)
    picture = drawing.for_page(spec, WIDTHS[size], size, "A picture")
    return ET.fromstring(picture), spec


def placed(element, x=0.0, y=0.0, turned=0.0):
    """All elements of a drawing with where their coordinates begin, and how far they are turned."""
    transform = element.get("transform", "")
    if shift := re.search(r"translate\((-?[\d.]+),(-?[\d.]+)\)", transform):
        x, y = x + float(shift[1]), y + float(shift[2])
    if turn := re.search(r"rotate\(([\d.]+)\)", transform):
        turned = radians(360 - float(turn[1]))
    if tag(element) == "text":
        x, y = x + float(element.get("x", 0)), y + float(element.get("y", 0))
    yield element, x, y, turned
    for child in element:
        yield from placed(child, x, y, turned)


def tag(element):
    return element.tag.rpartition("}")[2]


def texts(root):
    """The text of a drawing: words, and box as left, top, right, bottom (None where turned)."""
    for element, x, y, turned in placed(root):
        if tag(element) != "text":
            continue
        size, words = (
            float(element.get("font-size").removesuffix("px")),
            "".join(element.itertext()),
        )
        # A little less than what the forms reckon with, so that rounding doesn't matter
        room = measure(words, size, element.get("font-weight") == "600") * 0.985
        left = x - {"end": room, "middle": room / 2}.get(element.get("text-anchor"), 0)
        if turned:  # upwards from its lower left end
            box = (x, y - room * sin(turned), x + room * cos(turned), y)
        else:
            box = (left, y - size * 0.75, left + room, y + size * 0.2)
        yield words, size, box, turned


def extents(element, x, y):
    """The corners of a mark: of a path its points, of a line its ends."""
    if tag(element) == "path":
        numbers = r"-?[\d.]+(?:e-?\d+)?"
        for command, rest in re.findall(r"([MLHVhv])([^A-Za-z]*)", element.get("d") or ""):
            found = [float(n) for n in re.findall(numbers, rest)]
            if command in "ML":
                for px, py in zip(found[::2], found[1::2], strict=True):
                    yield x + px, y + py
    elif tag(element) == "circle":
        cx, cy, r = (float(element.get(name)) for name in ("cx", "cy", "r"))
        yield from ((x + cx + dx, y + cy + dy) for dx in (-r, r) for dy in (-r, r))
    elif tag(element) == "line":
        yield x, y
        yield x + float(element.get("x2", 0)), y + float(element.get("y2", 0))


EVERY = [(name, size) for name in FORMS for size in WIDTHS]


@pytest.mark.parametrize(("name", "size"), EVERY)
def test_nothing_lies_outside_the_picture(name, size):
    root = drawn(name, size)[0]
    *_, width, height = (float(n) for n in root.get("viewBox").split())
    assert width == WIDTHS[size], "the picture has the width that was asked for"
    for words, _, (left, top, right, bottom), _ in texts(root):
        inside = left >= -1 and top >= -1 and right <= width + 1 and bottom <= height + 1
        assert inside, (words, left, top, right, bottom, width, height)
    for element, x, y, _ in placed(root):
        for px, py in extents(element, x, y):
            assert -1 <= px <= width + 1 and -1 <= py <= height + 1, ET.tostring(element)


@pytest.mark.parametrize(("name", "size"), EVERY)
def test_no_words_run_into_others(name, size):
    boxes = [(words, box) for words, _, box, turned in texts(drawn(name, size)[0]) if not turned]
    for (one, a), (other, b) in combinations(boxes, 2):
        across, down = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        assert across <= 1 or down <= 1, (one, a, other, b)


@pytest.mark.parametrize(("name", "size"), EVERY)
def test_words_are_whole_legible_and_in_the_books_colours(name, size):
    root = drawn(name, size)[0]
    told = " ".join(words for words, *_ in texts(root))
    assert "…" not in told
    assert min(size for _, size, *_ in texts(root)) >= 12.5
    known = {light for light, _ in PALETTE.values()} | {"none", "transparent"}
    for element in root.iter():
        for side in ("fill", "stroke"):
            assert element.get(side, "none") in known, (element.tag, element.get(side))


@pytest.mark.parametrize("name", FORMS)
def test_every_row_of_the_table_is_in_the_picture_and_told_when_touched(name):
    for size in WIDTHS:
        root = drawn(name, size)[0]
        told = "".join(words for words, *_ in texts(root)).replace(" ", "")
        shown = {str(cell) for cell in FORMS[name].table.iloc[:, 0]} - {"", "nan"}
        tips = " ".join(mark.get("data-tip") for mark in root.iter() if mark.get("data-tip"))
        assert tips, "a mark says what it is"
        kept = name.removesuffix(", in Chinese")
        if kept not in ("path", "path, of a wider axis", "slope, linear", "slope, with rings"):
            for cell in shown:
                assert all(piece.strip() in told for piece in pieces(cell)), cell


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_drawn_the_same_each_time(name):
    assert FORMS[name].draw(NARROW).to_dict(validate=False) == drawn(name, "narrow")[1]


def test_names_stand_on_the_row_of_their_mark_where_there_is_room():
    def distances(size):
        root = drawn("shares", size)[0]
        names = {words: box for words, _, box, _ in texts(root)}
        marks = [y for element, _, y, _ in placed(root) if "short" in element.get("data-tip", "")]
        assert marks
        box = names["short"]
        bar = next(e for e in root.iter() if "short" in e.get("data-tip", ""))
        top = float(re.match(r"M[\d.]+,([\d.]+)", bar.get("d"))[1])
        return (box[1] + box[3]) / 2 - top

    assert 0 < distances("wide") < 24, "on the row, within the height of its bar"
    assert distances("narrow") < 0, "above its bar"


def test_the_specification_that_is_stored_is_the_wide_one():
    chart = charts.finish(
        FORMS["bars"],
        headline="A finding",
        subtitle="Measure, unit, place, period",
        description="What it shows",
        claims=claims.load().iloc[:2],
        linear=FORMS["beside"],
    )
    assert chart.spec["width"] == WIDTH
    assert list(chart.views) == [
        "as-log wide",
        "as-log narrow",
        "as-linear wide",
        "as-linear narrow",
    ]
    assert list(chart.table) == ["product", "yuan", "low, yuan", "high, yuan"]


def test_a_log_scale_reaches_below_the_first_values_for_what_fell():
    rows = [{"name": "rose", "value": 20.0}, {"name": "fell", "value": 0.8}]
    form = charts.slope(rows, of="measure", unit="times", text="{:.2f}×")
    words = {words for words, *_ in texts(ET.fromstring(drawing.svg(form.draw(WIDTH).to_dict())))}
    assert {"0.50×", "1×", "20×", "0.80×", "20.00×"} <= words


def test_a_table_says_whose_figures_it_shows():
    form = charts.bars(
        [
            {"name": "here", "value": 2, "hue": PRINTED},
            {"name": "there", "value": 1, "hue": OUTSIDE},
        ],
        of="place",
        unit="million yuan",
    )
    assert list(form.table) == ["place", "million yuan", "whose"]
    assert list(form.table["whose"]) == ["the article", "from elsewhere"]


def test_rows_that_a_form_can_not_draw_are_refused():
    with pytest.raises(ValueError, match="a lies below"):
        charts.bars([{"name": "a", "value": -1}], of="place", unit="yuan")
    with pytest.raises(ValueError, match="lack value"):
        charts.bars([{"name": "a"}], of="place", unit="yuan")
    with pytest.raises(ValueError, match="a has no value"):
        charts.bars([{"name": "a", "value": None}], of="place", unit="yuan")
    with pytest.raises(ValueError, match="no use for colour"):
        charts.bars([{"name": "a", "value": 1, "colour": "red"}], of="place", unit="yuan")
    with pytest.raises(ValueError, match="no cell a, z"):
        charts.grid([{"row": "a", "column": "z"}], of="place", rows=["a"], columns=["b"])
    with pytest.raises(ValueError, match="no fill for the series b"):
        charts.squares(
            [{"name": "x", "row": "a", "series": "b"}], of="s", order=["a"], series={"c": PRINTED}
        )


def test_a_bar_that_has_no_value_has_its_words_alone():
    rows = [{"name": "a", "value": 1}, {"name": "b", "value": None, "text": "no number"}]
    shown = charts.bars(rows, of="place", unit="yuan")
    assert shown.table["yuan"].isna().tolist() == [False, True]
    assert "no number" in drawing.svg(shown.draw(WIDTH).to_dict())


@pytest.mark.parametrize("width", WIDTHS.values())
def test_a_grid_counts_the_rows_that_have_no_cell_and_tells_them_in_its_table(width):
    """On a wide sheet their names stand in two columns, below the cells."""
    columns = [f"An open question, number {n}" for n in range(12)]
    cells = [{"row": "a", "column": columns[0], "fill": PRINTED}]

    def drawn_(**more):
        form = charts.grid(cells, of="result", rows=["a"], columns=columns, **more)
        spec = form.draw(width).to_dict(validate=False)
        picture = drawing.for_page(spec, width, "wide", "A grid")
        return form.table, ET.fromstring(picture)

    held = {"without": ("2 hold", ["b", "c"]), "fills": {"fails": PRINTED}}
    (_, before), (table, root) = drawn_(), drawn_(**held)
    at = {words: box[1] for words, _, box, *_ in texts(root)}
    assert max(box[1] for _, _, box, *_ in texts(before)) < at["2 hold"] < at["b"]
    assert (at["b"] == at["c"]) is (width == WIDTH)
    assert table["result"].tolist() == ["a", "b", "c"]
    assert table["outcome"].tolist() == ["fails", "2 hold", "2 hold"]
    assert table["column"].dropna().tolist() == [columns[0]]
    assert {"2 hold", "b", "c"} <= {words for words, *_ in texts(root)}


def test_counts_at_the_ends_of_rows_say_of_what():
    """By the name of the first series, in a line above them; words of one's own need none."""
    rows = [{"name": f"thing {n}", "row": "r", "series": "st"[n > 2]} for n in range(5)]
    given = {"of": "section", "order": ["r"], "series": {"s": "outline", "t": "pale"}}
    for ends, many in ({}, 2), ({"ends": {"r": "3 of 5"}}, 1):
        spec = charts.squares(rows, **given, **ends).draw(WIDTH).to_dict(validate=False)
        root = ET.fromstring(drawing.for_page(spec, WIDTH, "wide", "Squares"))
        words = [text for text, *_ in texts(root)]
        assert "3 of 5" in words and sum("s" in text.split() for text in words) == many


def test_squares_say_how_many_there_are_and_which_could_never_be_of_the_first_series():
    rows = [{"name": f"thing {n}", "row": "r", "series": "stu"[n % 3]} for n in range(7)]
    series = {"s": "outline", "t": "hatch", "u": "pale"}
    given = {"of": "section", "order": ["r", "q"], "series": series, "every": "things"}
    form = charts.squares(rows, **given, among={"of those that count": ["s", "t"]})
    root = ET.fromstring(drawing.for_page(form.draw(WIDTH).to_dict(), WIDTH, "wide", "Squares"))
    words = [text for text, *_ in texts(root)]
    assert words[:4] == ["7 things, a square each:", "3 s", "2 t", "2 u"]
    assert {*words[4:]} == {"s, of those that count", "r", "3 of 5", "q", "none"}


@pytest.mark.parametrize("width", WIDTHS.values())
def test_the_key_of_a_grid_tells_an_empty_cell_where_there_are_cells(width):
    """On a narrow sheet the rows list what they have, and nothing is empty."""
    columns = [f"An open question, number {n}" for n in range(12)]
    form = charts.grid(
        [{"row": "a", "column": columns[0], "fill": PRINTED}],
        of="result", rows=["a"], columns=columns, fills={"holds": "empty", "falls": PRINTED},
    )  # fmt: skip
    root = ET.fromstring(drawing.for_page(form.draw(width).to_dict(), width, "wide", "A grid"))
    words = [text for text, *_ in texts(root)]
    assert "falls" in words and ("holds" in words) is (width == WIDTH)


def test_slanted_heads_stand_a_line_apart():
    heads = [(box, turn) for _, _, box, turn in texts(drawn("grid, slanted", "wide")[0]) if turn]
    apart = [(b[0] - a[0]) * sin(turn) for (a, turn), (b, _) in pairwise(heads)]
    assert len(apart) == 11 and min(apart) >= LINE


@pytest.mark.parametrize(("fills", "hue"), [({"holds": "empty"}, CONTEXT), (None, GRID)])
def test_an_empty_cell_is_drawn_to_be_seen_where_it_says_something(fills, hue):
    cells = [{"row": "a", "column": "b"}]
    form = charts.grid(cells, of="result", rows=["a"], columns=["b", "c"], fills=fills)
    root = ET.fromstring(drawing.for_page(form.draw(WIDTH).to_dict(), WIDTH, "wide", "A grid"))
    outlines = {element.get("stroke") for element, *_ in placed(root)} - {None}
    assert outlines & {CONTEXT, GRID} == {hue}


@pytest.mark.parametrize("width", WIDTHS.values())
def test_a_path_names_its_unit_its_ribbons_and_the_path_that_was_tried(width):
    ribbon = [{"name": "possible", "year": year, "low": 1, "high": 9} for year in (2015, 2016)]
    tried = [{"name": "even growth", "year": year, "value": 5} for year in (2015, 2016)]
    form = charts.path(ribbon, unit="million yuan", lines=tried)
    root = ET.fromstring(drawing.for_page(form.draw(width).to_dict(), width, "wide", "A path"))
    assert [text for text, *_ in texts(root)][:3] == ["possible", "even growth", "million yuan"]


@pytest.mark.parametrize("width", WIDTHS.values())
def test_a_diamond_has_its_value_beside_it_and_what_it_stands_for_in_the_key(width):
    ribbon = [{"name": "so", "year": year, "low": 1, "high": 9} for year in (2015, 2016, 2017)]
    known = {"year": 2016, "value": 4, "text": "4,321", "words": LONG, "hue": OUTSIDE}
    form = charts.path(ribbon, unit="million yuan", points=[known])
    root = ET.fromstring(drawing.for_page(form.draw(width).to_dict(), width, "wide", "A path"))
    told = {text: box for text, _, box, _ in texts(root)}
    keyed, drawn = [
        [*extents(element, x, y)]
        for element, x, y, _ in placed(root)
        if "4,321" in element.get("data-tip", "")
    ]
    words = [box for text, box in told.items() if text in LONG and len(text) > 20]
    assert words and words[0][0] > max(x for x, _ in keyed), "its words stand right of it"
    assert words[0][1] < keyed[0][1] < words[0][3], "at its height"
    (left, top, right, bottom), (x, y) = told["4,321"], drawn[0]
    assert max(left - x, x - right, 0) + max(top - y, y - bottom, 0) < 40


def test_things_are_pushed_apart_no_further_than_they_must():
    assert apart([10, 50], [20, 20], 0, 100) == [10, 50], "they don't touch"
    assert apart([50, 50], [20, 20], 0, 100) == [40, 60]
    assert apart([98, 99], [20, 20], 0, 100) == [70, 90], "they stay inside"
    assert apart([60, 50], [20, 20], 0, 100) == [65, 45], "in their order"


def test_text_is_wrapped_by_its_width():
    assert wrap("one two three", measure("one two")) == ["one two", "three"]
    assert wrap("", 100) == [] and wrap("one\ntwo", 100) == ["one", "two"]
    assert wrap("unbreakable", 10) == ["unbreakable"]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("专利质押融资", ["专利质", "押融资"]),
        ("专利，质押融资", ["专利，", "质押融", "资"]),  # no line begins with a mark
        ("专利（质押）", ["专利", "（质", "押）"]),  # and none ends with one that opens
        ("在2020年", ["在", "2020年"]),  # a number keeps its unit
        ("增长2.5倍", ["增长", "2.5倍"]),
        ("有13万件", ["有", "13万件"]),  # and what counts in it
        ("见第5章", ["见", "第5章"]),
        ("don’t break", ["don’t", "break"]),
    ],
)
def test_chinese_is_wrapped_between_its_characters_as_printers_do(words, lines):
    assert wrap(words, 46) == lines


@pytest.mark.parametrize(
    ("file", "bold", "letters"),
    [
        ("ReportSans-Regular.ttf", False, LATIN),
        ("ReportSans-SemiBold.ttf", True, LATIN),
        ("ReportSansSC.otf", False, LONG_ZH.replace("2020", "")),
        ("ReportSansSC.otf", True, LONG_ZH.replace("2020", "")),
    ],
)
def test_text_is_measured_as_wide_as_the_font_sets_it(file, bold, letters):
    """Else all that the forms hold apart and inside is so by their own reckoning only."""
    font = (FACES / file).read_bytes()
    for letter in letters:
        width = advance(font, letter)
        assert measure(letter, 1000, bold) == pytest.approx(width, abs=0.01), (letter, file)


def test_a_sign_that_no_face_has_is_refused_with_the_remedy():
    for words, face in (("a 🙂", "Report Sans has no '🙂'"), ("龘", "Report Sans SC has no '龘'")):
        with pytest.raises(ValueError, match=f"{face}, in “{words}”.*`make fonts`"):
            measure(words)


def advance(font, letter):
    """The advance width of a letter in thousandths, from a TrueType font's own tables."""
    number = struct.unpack(">H", font[4:6])[0]
    entries = (struct.unpack(">4sIII", font[12 + 16 * i : 28 + 16 * i]) for i in range(number))
    tables = {name.decode(): font[start : start + length] for name, _, start, length in entries}
    cmap, unicode = tables["cmap"], ord(letter)
    starts = [struct.unpack(">HHI", cmap[4 + 8 * i : 12 + 8 * i])[2] for i in range(cmap[3])]
    part = next(cmap[at:] for at in starts if cmap[at : at + 2] == b"\0\4")
    count = struct.unpack(">H", part[6:8])[0] // 2
    lists = [
        struct.unpack(f">{count}{kind}", part[16 + 2 * count * k - 2 * (k == 0) :][: 2 * count])
        for k, kind in enumerate("HHhH")
    ]
    ends, begins, shifts, offsets = lists
    place = next(i for i, end in enumerate(ends) if end >= unicode)
    assert begins[place] <= unicode, f"the font has no {letter}"
    glyph = (unicode + shifts[place]) & 0xFFFF
    if offsets[place]:
        at = 16 + 6 * count + 2 * place + offsets[place] + 2 * (unicode - begins[place])
        glyph = struct.unpack(">H", part[at : at + 2])[0]
    units = struct.unpack(">H", tables["head"][18:20])[0]
    # The last glyphs share an advance
    glyph = min(glyph, struct.unpack(">H", tables["hhea"][34:36])[0] - 1)
    return struct.unpack(">H", tables["hmtx"][4 * glyph : 4 * glyph + 2])[0] * 1000 / units
