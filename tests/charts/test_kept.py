"""The pictures of charts in Chinese: kept while they would be drawn the same, and no longer."""

from __future__ import annotations

import pytest
from charts.test_again import FIRST, STORED

from reportbook import charts
from reportbook.translation import messages, outputs, pictures

BARS = STORED[FIRST['["bars"']]


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "STORE", tmp_path / "drawn")
    return pictures.STORE


@pytest.fixture
def drawings(monkeypatch):
    """Every chart that is drawn, by its headline."""
    found, draw = [], charts.redrawn

    def redrawn(about, words):
        found.append(words["headline"])
        return draw(about, words)

    monkeypatch.setattr(charts, "redrawn", redrawn)
    return found


def test_a_picture_is_drawn_once_and_stays_the_same(store, drawings):
    first, again = (outputs.drawn(BARS) for _ in range(2))
    assert first == again and len(drawings) == 1


@pytest.mark.parametrize("name", ["text of the picture", "headline"])
def test_a_picture_is_drawn_anew_where_it_would_say_something_else(
    store, drawings, monkeypatch, name
):
    outputs.drawn(BARS)
    spoken = next(filter(messages.words, pictures.texts(BARS)))
    said = BARS["headline"] if name == "headline" else spoken
    catalogue = messages.catalogue(messages.home(said))
    message = messages.words(said)
    monkeypatch.setitem(catalogue.texts, message, f"另说{catalogue.texts[message]}")
    told, own = outputs.drawn(BARS)
    assert len(drawings) == 2
    assert "另说" in (told["headline"] if name == "headline" else "".join(own.pictures["wide"]))


def test_another_recipe_is_another_picture(store, drawings):
    outputs.drawn(BARS)
    (recipe,) = BARS["recipes"]
    outputs.drawn(BARS | {"recipes": [recipe.replace('"unit":', '"unit" :')]})
    assert len(drawings) == 2


def test_a_kept_picture_still_asks_for_all_its_texts(store):
    """By what it asks for a page is read anew where a translation changes."""
    asked = [messages.catalogue(domain).asked for domain in (messages.OUTPUTS, messages.DATA)]

    def told():
        for one in asked:
            one.clear()
        outputs.drawn(BARS)
        return [{**one} for one in asked]

    assert told() == told()


@pytest.mark.parametrize("name", sorted(FIRST.values()))
def test_a_drawing_says_the_same_texts_in_both_languages(store, name):
    before = texts(STORED[name])
    outputs.drawn(STORED[name])
    assert texts(STORED[name]) == before


def test_a_damaged_picture_is_drawn_anew(store, drawings):
    first = outputs.drawn(BARS)
    (kept,) = store.glob("*.json")
    kept.write_text(kept.read_text(encoding="utf-8")[:100], encoding="utf-8")
    assert outputs.drawn(BARS) == first and len(drawings) == 2


def test_what_no_chart_shows_any_more_is_not_kept(store):
    outputs.drawn(BARS)
    (kept,) = store.glob("*.json")
    other = store / "other.json"
    other.write_text("{}")
    pictures.prune([BARS])
    assert [*store.iterdir()] == [kept]


def texts(about):
    """The messages of a chart's pictures."""
    return {*filter(None, map(messages.words, pictures.texts(about)))}
