"""Tables as a statistical office prints them, in valid HTML and in plain text."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # pages need only the marks of language
    import pandas as pd

HAN = "\u2e80-\u9fff\uf900-\ufaff"  # the characters, as a range of a regular expression
CHINESE = re.compile(r"[⺀-鿿豈-﫿＀-￯]+(?:[「-】·—“”]*[⺀-鿿豈-﫿＀-￯]+)*")
NUMERIC = re.compile(r"[−+]?[\d,.]+( to [\d,.]+)?\s?%?")


class Table:
    """A table that is shown as HTML in a page and as text elsewhere."""

    def __init__(self, frame: pd.DataFrame, caption: str, note: str = "") -> None:
        self.frame, self.caption, self.note = frame, caption, note

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": self._text()}

    def _text(self) -> str:
        return f"{self.caption}\n\n{self.frame.to_string()}"

    def html(self) -> str:
        """The table as a fragment of a page."""
        frame = self.frame.reset_index()
        numeric = [_numeric(frame[column]) for column in frame]
        head = "".join(
            f'<th scope="col"{" class=num" if right else ""}>{marked(column)}</th>'
            for column, right in zip(frame, numeric, strict=True)
        )
        body = "".join(
            "<tr>"
            + "".join(_cell(*cell) for cell in zip(row, numeric, range(99), strict=False))
            + "</tr>"
            for row in frame.itertuples(index=False, name=None)
        )
        note = f'<p class="table-note">{marked(self.note)}</p>' if self.note else ""
        label = escape(self.caption)
        wide = " wide" if len(frame.columns) > 4 else ""
        return (
            f'<div class="report-table{wide}" role="region" tabindex="0" aria-label="{label}">'
            f"<table><caption>{marked(self.caption)}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{note}"
        )


def show(frame: pd.DataFrame, caption: str, note: str = "") -> Table:
    """A table of text cells, its index as the row headers, with a caption and a note.

    Columns whose cells are all figures are set flush right; Chinese text is marked as such;
    everything is escaped. Raises ValueError without a caption or a named index.
    """
    if not caption:
        raise ValueError("a table needs a caption that says what it shows")
    if frame.index.name is None:
        raise ValueError("name the index: it heads the column of row headers")
    return Table(frame, caption, note)


def marked(text: object) -> str:
    """Text as HTML: escaped, with Chinese marked by its language."""
    return CHINESE.sub(lambda run: f'<span lang="zh-CN">{run[0]}</span>', escape(str(text)))


def _numeric(column: pd.Series) -> bool:
    filled = [str(cell) for cell in column if str(cell).strip() not in ("", "–")]
    return bool(filled) and all(NUMERIC.fullmatch(cell) for cell in filled)


def _cell(value: object, right: bool, position: int) -> str:
    kind = ' class="num"' if right else ""
    if position == 0:
        return f'<th scope="row"{kind}>{marked(value)}</th>'
    return f"<td{kind}>{marked(value)}</td>"
