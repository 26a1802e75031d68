"""Charts and tables: what every one must have, and what must never reach a page."""

import base64
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import altair as alt
import pandas as pd
import pytest

from reportbook import charts, tables
from reportbook.charts import drawing
from reportbook.data import claims, context
from reportbook.site import drawings, figures


@pytest.fixture
def plain():
    return alt.Chart(pd.DataFrame({"a": [1, 2], "b": ["x", "</script><b>"]})).encode(x="a", y="b")


def finished(chart, **changes):
    parts = {
        "headline": "A finding",
        "subtitle": "Measure, unit, place, period",
        "description": 'What the picture shows, "quoted" & <tagged>',
        "claims": claims.load().iloc[:2],
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
    with pytest.raises(ValueError, match="Latin"):
        finished(bars, note="6700多")
    chinese = alt.Chart(pd.DataFrame({"a": ["质押"]})).mark_text().encode(text="a")
    with pytest.raises(ValueError, match="Latin"):
        finished(chinese)._repr_mimebundle_()
    with pytest.raises(ValueError, match="no claims"):
        finished(bars, claims=claims.load().iloc[:0])
    with pytest.raises(TypeError, match="one view"):
        finished(bars | bars)


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


def test_a_chart_is_stored_as_its_specification_with_a_picture_and_words(plain):
    shown = finished(plain.mark_bar())._repr_mimebundle_()
    assert shown[charts.MIME]["usermeta"]["headline"] == "A finding"
    picture = base64.b64decode(shown["image/png"])
    assert picture == pictures.png(pictures.alone(shown[charts.MIME]))  # as a build draws it
    assert picture.startswith(b"\x89PNG")
    assert shown["text/plain"].startswith("A finding. What the picture shows")
    assert shown == finished(plain.mark_bar())._repr_mimebundle_()


class Outline(HTMLParser):
    """The tags and ids of a fragment, and the raw text of its scripts."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.ids, self.scripts, self.inside = [], [], [], None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.ids += [value for name, value in attributes if name == "id"]
        self.inside = tag

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, data):
        if self.inside == "script":
            self.scripts.append(data)


def test_a_page_carries_each_chart_as_pictures_never_as_markup(plain):
    html = frames.figure(finished(plain.mark_bar(clip=True).encode(tooltip="b")).to_dict())
    outline = Outline(html)
    assert outline.tags.count("svg") == 2 and not outline.scripts
    assert "b" not in outline.tags
    assert len(outline.ids) == len(set(outline.ids))
    for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL):
        root = ET.fromstring(svg)
        assert root.get("role") == "img"
        assert root.get("aria-label") == 'What the picture shows, "quoted" & <tagged>'
        told = [mark.get("data-tip") for mark in root.iter() if mark.get("data-tip")]
        assert told == ["b: x", "b: </script><b>"]


def test_a_chart_on_a_log_scale_can_be_seen_on_a_linear_one():
    plain = alt.Chart(pd.DataFrame({"a": [1, 1000], "b": ["x", "y"]})).encode(x="a", y="b")
    x = alt.X("a:Q", title="things, log scale", scale=alt.Scale(type="log"))
    html = frames.figure(finished(plain.mark_bar().encode(x=x)).to_dict())
    as_log, as_linear = re.findall(r'<svg [^>]*class="marks as-\w+ wide".*?</svg>', html)
    assert "things, log scale" in as_log and "log scale" not in as_linear
    assert 'type="checkbox"' in html
    assert 'type="checkbox"' not in frames.figure(finished(plain.mark_bar()).to_dict())


def test_the_data_of_a_chart_is_one_table_with_units_and_without_helpers():
    groups = ["p", "q", "r"]
    table = pd.DataFrame({"place": ["q", "q", "p"], "name": ["x", "y", "z"], "series": "s"})
    series = {"s": charts.PRINTED}
    drawn = charts.dots(table, row="place", rows=groups, series=series)
    data = frames.data(finished(drawn).to_dict())
    assert list(data) == ["place", "name", "series", "count"]
    assert list(data["place"]) == ["p", "q", "q", "r"], "a group without a member is a row"
    rows = pd.DataFrame({"row": ["a"], "text": "1 to 2", "low": [1.0], "high": [2.0]})
    line = alt.Chart(pd.DataFrame({"total": [7]})).mark_rule().encode(x="total:Q")
    bars = charts.bands(rows, row="row", x=alt.X("low:Q", title="yuan"))
    data = frames.data(finished(alt.layer(line, bars)).to_dict())
    assert list(data) == ["row", "value", "total", "low, yuan", "high, yuan"]
    assert data.iloc[0].tolist() == ["a", "1 to 2", 7, 1.0, 2.0]


def test_a_chart_is_written_as_data_pictures_and_specification(plain, tmp_path):
    spec = finished(plain.mark_bar().encode(tooltip=["b", "a"])).to_dict()
    frames.write({"name": "fig-x", "spec": spec}, tmp_path)
    assert (tmp_path / "fig-x.csv").read_text().splitlines()[0] == "b,a"
    assert json.loads((tmp_path / "fig-x.json").read_text()) == spec
    assert (tmp_path / "fig-x.png").read_bytes().startswith(b"\x89PNG")
    svg = (tmp_path / "fig-x.svg").read_text()
    assert "A finding" in svg and "Source: the article" in svg


def test_a_chart_is_drawn_once_and_again_when_it_changes(plain, tmp_path, monkeypatch):
    chart = {"name": "fig-x", "spec": finished(plain.mark_bar()).to_dict()}
    ordered = drawing.Drawings(tmp_path / "kept")
    ordered.order([chart])
    html = ordered.frame(chart)
    ordered.copy_files(chart, tmp_path)
    ordered.stop()
    assert html == frames.figure(chart["spec"], "fig-x")
    assert sorted(path.suffix for path in tmp_path.glob("fig-x.*")) == sorted(frames.FILES)
    monkeypatch.setattr(drawing, "draw", lambda *_: pytest.fail("drawn again"))
    monkeypatch.setattr(drawing.subprocess, "Popen", lambda *_, **__: pytest.fail("ordered again"))
    kept = drawing.Drawings(tmp_path / "kept")
    kept.order([chart])
    assert kept.frame(chart) == html
    changed = {"name": "fig-x", "spec": finished(plain.mark_line()).to_dict()}
    with pytest.raises(pytest.fail.Exception, match="ordered again"):
        kept.order([changed])


def test_numbers_are_written_with_as_many_decimals_as_one_of_them_needs():
    written = [
        ([1, 2000], ["1", "2,000"]),
        ([0.5, -2.25, None], ["0.50", "−2.25", "–"]),
        ([1 / 3, 20], ["0.333", "20.000"]),
        ([2016.5, 2021], ["2016.5", "2021.0"]),
        (["x", None], ["x", "–"]),
    ]
    for cells, texts in written:
        assert frames.written(pd.Series(cells)) == texts


def test_no_text_of_a_chart_is_cut():
    """Names as long as the longest that the book draws must not end in an ellipsis."""
    names = ["x" * 45, "y"]
    table = pd.DataFrame({"row": names, "text": "1", "low": 1.0, "high": 2.0})
    table["series"] = ["a name of a series that is rather long", "another one of its kind"]
    chart = charts.bands(table, row="row", x=alt.X("low:Q"))
    assert "…" not in frames.figure(finished(chart).to_dict())


def test_tables_escape_mark_chinese_and_head_their_rows():
    frame = pd.DataFrame({"Phrase": ["6700多件", "<b>&"], "Share": ["1.5", "–"]})
    html = tables.show(frame.set_index("Phrase"), caption="A & B", note="注")._repr_mimebundle_()
    html = html["text/html"]
    assert '<th scope="row">6700<span lang="zh-CN">多件</span></th>' in html
    assert '<th scope="row">&lt;b&gt;&amp;</th>' in html
    assert '<td class="num">1.5</td>' in html
    assert "<caption>A &amp; B</caption>" in html


def test_a_table_without_caption_or_row_headers_is_refused():
    frame = pd.DataFrame({"a": ["1"]})
    with pytest.raises(ValueError, match="caption"):
        tables.show(frame.rename_axis("Row"), caption="")
    with pytest.raises(ValueError, match="index"):
        tables.show(frame, caption="A")


def test_text_in_the_palette_is_readable():
    """WCAG contrast of 4.5:1 for what carries text, 3:1 for what carries meaning."""

    def light(colour):
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for side in (0, 1):
        paper = light(charts.PALETTE["paper"][side])
        for name, least in {
            "ink": 4.5,
            "muted": 4.5,
            "printed": 4.5,
            "computed": 4.5,
            "outside": 4.5,
            "context": 3,
        }.items():
            other = light(charts.PALETTE[name][side])
            high, low = max(paper, other), min(paper, other)
            assert (high + 0.05) / (low + 0.05) >= least, (name, side)
