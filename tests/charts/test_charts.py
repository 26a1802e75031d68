"""Charts: what every one must have, what it knows of itself, and what must never reach a page."""

import re
import xml.etree.ElementTree as ET

import altair as alt
import pandas as pd
import pytest

from reportbook import charts, drawing
from reportbook.charts.theme import PLAIN
from reportbook.data import claims, context
from reportbook.lettering import measure
from reportbook.palette import PALETTE
from reportbook.readings import Readings


@pytest.fixture
def plain():
    return alt.Chart(pd.DataFrame({"a": [1, 2], "b": ["x", "</script><b>"]})).encode(x="a", y="b")


def finished(chart, **changes):
    parts = {
        "headline": "A finding",
        "subtitle": "Measure, unit, place, period",
        "description": 'What the picture shows, "quoted" & <tagged>',
        "claims": claims.load().iloc[:2],
        "table": pd.DataFrame({"b": ["x", "</script><b>"], "a": [1, 2]}),
    }
    return charts.finish(chart, **parts | changes)


@pytest.mark.parametrize("missing", ["headline", "subtitle", "description"])
def test_a_chart_without_its_words_is_refused(plain, missing):
    with pytest.raises(ValueError, match=f"needs a {missing}"):
        finished(plain.mark_bar(), **{missing: " "})


def test_other_charts_that_would_not_fit_are_refused(plain):
    bars = plain.mark_bar()
    with pytest.raises(ValueError, match="71 characters"):
        finished(bars, headline="x" * 71)
    with pytest.raises(ValueError, match="no '龘', in “6700龘”"):
        finished(bars, note="6700龘")
    with pytest.raises(ValueError, match="no '🙂', in “🙂”"):
        finished(bars, table=pd.DataFrame({"a": ["🙂"]}))
    with pytest.raises(ValueError, match="needs a table"):
        finished(bars, table=None)
    with pytest.raises(ValueError, match="no claims"):
        finished(bars, claims=claims.load().iloc[:0])
    with pytest.raises(TypeError, match="one view"):
        finished(bars | bars)


def test_what_the_schema_does_not_know_is_refused_with_the_whole(plain):
    """Parts of a form aren't checked by themselves when it draws them."""
    with alt.utils.schemapi.debug_mode(False):
        bars = plain.mark_bar(size="wide")
    with pytest.raises(alt.utils.schemapi.SchemaValidationError, match="wide"):
        finished(bars)


def test_the_source_line_names_the_paragraphs():
    article = claims.load()
    assert charts.paragraphs(article.loc[["pledge-end", "pledge-total"]]) == "paragraphs 2 and 8"
    assert charts.paragraphs(article.loc[["plan-issued"]]) == "paragraph 14"
    assert charts.paragraphs(article) == "paragraphs 1 to 15"
    outside = context.load().loc[
        ["pledge-2019-may", "pledge-2019-november", "pledge-deals-2019-may"]
    ]
    assert charts.sources(article, outside) == (
        "Sources: the article, paragraphs 1 to 15 (data: Guangzhou Development District); "
        "China Daily 2019; Guangzhou Development District 2020."
    )
    with pytest.raises(ValueError, match="no source"):
        charts.sources(None, None)


def shown(chart):
    """A chart's output: its usermeta and the whole bundle."""
    bundle = chart._repr_mimebundle_()
    return bundle[drawing.MIME]["usermeta"], bundle


def test_a_chart_is_stored_as_its_specification_with_pictures_and_words(plain):
    about, bundle = shown(finished(plain.mark_bar()))
    assert set(bundle) == {drawing.MIME, "image/svg+xml", "text/plain"}, "no PNG"
    assert about["headline"] == "A finding" and about["source"].startswith("Source: the article")
    assert set(about["pictures"]) == {"wide", "narrow"}
    assert about["table"] == {"columns": ["b", "a"], "rows": [["x", 1], ["</script><b>", 2]]}
    assert bundle["text/plain"].startswith("A finding. What the picture shows")
    assert bundle["image/svg+xml"] == drawing.alone(about)
    assert bundle == shown(finished(plain.mark_bar()))[1]


def test_a_picture_that_stands_alone_has_all_its_words(plain):
    root = ET.fromstring(shown(finished(plain.mark_bar(), note="A note"))[1]["image/svg+xml"])
    words = "".join(root.itertext())
    for text in ("A finding", "Measure, unit, place, period", "Source: the article", "A note"):
        assert text in words
    assert drawing.png(ET.tostring(root).decode()).startswith(b"\x89PNG")


def test_a_picture_that_stands_alone_is_as_wide_in_any_face(plain):
    """Outside the book a viewer may lack its faces, and one in their place is wider or narrower."""
    about, bundle = shown(finished(plain.mark_bar(), note="6700多, and more"))
    lines = [it for it in ET.fromstring(bundle["image/svg+xml"]).iter() if it.tag.endswith("}text")]
    assert len(lines) > 5
    for line in lines:
        size = float(line.get("font-size").removesuffix("px"))
        bold = line.get("font-weight") == "600"
        assert not (line.text or "").strip(), "no part of a line is left to the viewer"
        for part in line:
            wide = measure(part.text, size, bold)
            assert float(part.get("textLength")) == pytest.approx(wide, abs=0.1), part.text
    assert "textLength" not in str(about["pictures"]), "pages have the faces"
    assert drawing.png(bundle["image/svg+xml"]) == drawing.png(
        drawing.HELD.sub("", bundle["image/svg+xml"])
    )


@pytest.mark.parametrize(("anchor", "begins"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_letters_and_chinese_of_a_line_are_placed_one_after_the_other(anchor, begins):
    """What draws for paper would set both in one face, or in a face of the system."""
    line = f'<text text-anchor="{anchor}" font-size="20px">in 2020年<tspan/></text>'
    drawn = ET.fromstring(drawing.dressed(f"<svg >{line}</svg>", "Latin", "Han"))
    (text,) = drawn
    assert drawn.get("font-family") == "Latin" and text.get("text-anchor") is None
    start = -begins * measure("in 2020年", 20)
    placed = [(part.text, part.get("font-family"), float(part.get("x"))) for part in text]
    assert placed == [
        ("in 2020", None, pytest.approx(start, abs=0.01)),
        ("年", "Han", pytest.approx(start + measure("in 2020", 20), abs=0.01)),
    ]


def test_a_picture_is_named_once_tells_its_marks_and_is_never_markup(plain):
    chart = finished(plain.mark_bar(clip=True).encode(tooltip="b"))
    about, _ = shown(chart)
    ids = []
    for lines in about["pictures"].values():
        root = ET.fromstring("\n".join(lines))
        assert root.get("role") == "img"
        assert root.get("aria-label") == "What the picture shows, “quoted” & <tagged>"
        told = [mark.get("data-tip") for mark in root.iter() if mark.get("data-tip")]
        assert told == ["b: x", "b: </script><b>"]
        ids += [mark.get("id") for mark in root.iter() if mark.get("id")]
    assert ids and len(ids) == len(set(ids)), "two pictures of one page share an id"


def test_lengths_are_written_to_a_hundredth(plain):
    """Processors differ in the last bits, and stored pictures are compared as text."""
    thirds = alt.Chart(pd.DataFrame({"a": [1 / 3, 2 / 3, 10]})).mark_bar().encode(x="a:Q")
    for lines in shown(finished(thirds))[0]["pictures"].values():
        drawn = re.sub(r'(?:data-tip|aria-label)="[^"]*"', "", "\n".join(lines))
        assert not re.findall(r"\d\.\d{3,}", drawn)


def test_a_chart_on_a_log_scale_can_be_seen_on_a_linear_one():
    plain = alt.Chart(pd.DataFrame({"a": [1, 1000], "b": ["x", "y"]})).mark_bar().encode(y="b")
    log = plain.encode(x=alt.X("a:Q", title="things, log scale", scale=alt.Scale(type="log")))
    linear = plain.encode(x=alt.X("a:Q", title="things"))
    pictures = shown(finished(log, linear=linear))[0]["pictures"]
    assert list(pictures) == ["as-log wide", "as-log narrow", "as-linear wide", "as-linear narrow"]
    assert "log scale" in "".join(pictures["as-log wide"])
    assert "log scale" not in "".join(pictures["as-linear wide"])


@pytest.mark.parametrize(("link", "keys"), [("#row-x", "-1"), ("finance.ipynb#much-of-it", None)])
def test_a_mark_that_leads_somewhere_is_a_link_with_a_name_on_its_page_alone(link, keys):
    """One to a row of the same page isn't in the way of the keys: the row stands there anyway."""
    rows = [{"name": "A & b", "row": "r", "series": "s", "link": link}]
    form = charts.squares(rows, of="section", order=["r"], series={"s": "outline"}, kind="tested")
    about, bundle = shown(finished(form, table=None))
    assert about["filters"] == ("section", "tested")
    for lines in about["pictures"].values():
        root = ET.fromstring("\n".join(lines))
        assert root.get("role") is None, "a picture that holds links is no single thing"
        (led,) = [part for part in root.iter() if part.tag.endswith("}a")]
        assert (led.get("href"), led.get("tabindex")) == (link, keys)
        assert led.get("aria-label") == "section: r; name: A & b; tested: s"
        assert [part.get("data-tip") for part in led] == [led.get("aria-label")]
    assert "<a " not in bundle["image/svg+xml"] and link not in bundle["image/svg+xml"]
    assert "<a " not in drawing.without_links("\n".join(about["pictures"]["wide"]))


def test_only_squares_that_all_lead_somewhere_can_be_chosen_among():
    rows = [{"name": name, "row": "r", "series": "s", "link": link} for name, link in ("ax", "b ")]
    form = charts.squares(
        [row | {"link": row["link"].strip()} for row in rows],
        of="section", order=["r"], series={"s": "outline"},
    )  # fmt: skip
    assert "filters" not in shown(finished(form, table=None))[0]


def test_a_place_is_named_as_pages_name_it():
    assert charts.place("finance", "What can't be told, again") == (
        "finance.ipynb#what-can-t-be-told-again"
    )


WHICH = Readings("which", "Which?", {"one": "The one", "other": "The other"})


def test_a_turned_chart_is_its_first_reading_and_knows_the_others(plain):
    """Whatever shows one picture shows the first; ids and classes tell the others apart."""
    drawn = {
        key: finished(plain.mark_bar(), headline=key, table=pd.DataFrame({"a": [place]}))
        for place, key in enumerate(WHICH.names)
    }
    about, bundle = shown(charts.turned(WHICH, drawn))
    first, alone = shown(drawn["one"])
    assert bundle["image/svg+xml"] == alone["image/svg+xml"]
    assert {name: about[name] for name in first if name != "table"} == {
        name: first[name] for name in first if name != "table"
    }
    assert about["reading"] == WHICH.told("one")
    (other,) = about["others"]
    assert other["reading"] == WHICH.told("other") and other["headline"] == "other"
    assert about["table"]["columns"] == ["reading", "a"]
    assert about["table"]["rows"] == [["The one", 0], ["The other", 1]]
    pictures = [*about["pictures"].values(), *other["pictures"].values()]
    roots = [ET.fromstring("\n".join(lines)) for lines in pictures]
    ids = [mark.get("id") for root in roots for mark in root.iter() if mark.get("id")]
    assert len(ids) == len(set(ids)), "alike pictures of one page share no id"
    assert ["which-other" in root.get("class") for root in roots] == [False, False, True, True]


def test_readings_that_could_not_be_compared_are_refused(plain):
    low, high = (finished(plain.mark_bar().properties(height=height)) for height in (90, 100))
    with pytest.raises(ValueError, match="draw one, other, in this order: other, one"):
        charts.turned(WHICH, {"other": low, "one": low})
    with pytest.raises(ValueError, match="other is drawn in another size than one"):
        charts.turned(WHICH, {"one": low, "other": high})
    charts.turned(WHICH, {"one": low, "other": low})


def test_a_form_knows_its_table_with_units_and_whose_each_figure_is():
    rows = [{"name": "q", "value": 2, "text": "about 2", "hue": charts.OUTSIDE}]
    form = charts.bars(rows, of="place", unit="yuan")
    assert shown(finished(form, table=None))[0]["table"] == {
        "columns": ["place", "yuan", "whose"],
        "rows": [["q", 2, "from elsewhere"]],
    }


def test_a_plain_chart_is_shown_and_says_what_it_lacks(plain):
    bundle = plain.mark_bar()._repr_mimebundle_()
    bundle = bundle[0] if isinstance(bundle, tuple) else bundle
    assert bundle["text/plain"] == PLAIN and "charts.finish" in PLAIN
    words = "".join(ET.fromstring(bundle["image/svg+xml"]).itertext())
    assert PLAIN in words, "the picture itself says so"


def test_text_in_the_palette_is_readable():
    """WCAG contrast of 4.5:1 for what carries text, 3:1 for what carries meaning."""

    def light(colour):
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for side in (0, 1):
        paper = light(PALETTE["paper"][side])
        for name, least in {
            "ink": 4.5,
            "muted": 4.5,
            "printed": 4.5,
            "computed": 4.5,
            "outside": 4.5,
            "context": 3,
        }.items():
            other = light(PALETTE[name][side])
            high, low = max(paper, other), min(paper, other)
            assert (high + 0.05) / (low + 0.05) >= least, (name, side)
