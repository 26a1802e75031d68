"""What a chapter publishes for its prose."""

import pytest

from reportbook.prose import publish


def test_only_text_is_published():
    with pytest.raises(TypeError) as caught:
        publish(share=0.5)
    assert str(caught.value) == "share is 0.5: format it with a function of heshu.words first"
    with pytest.raises(ValueError) as caught:
        publish(share=" ")
    assert str(caught.value) == "share is empty"


def test_what_is_published_is_glued_by_its_name_and_not_shown(monkeypatch):
    glued = []
    monkeypatch.setattr("myst_nb.glue", lambda *figure, **how: glued.append((figure, how)))
    publish(share="5 %", total="9")
    assert glued == [(("share", "5 %"), {"display": False}), (("total", "9"), {"display": False})]
