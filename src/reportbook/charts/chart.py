"""A finished chart: one view at each width, with its words, its table and its pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

import altair as alt
import pandas as pd

from heshu.intervals import Interval
from heshu.traced import Traced
from heshu.words import listing
from reportbook import drawing
from reportbook.charts.forms import Form, again
from reportbook.data import origins
from reportbook.data.printed import spread
from reportbook.language import curled
from reportbook.lettering import measure
from reportbook.palette import NARROW, WIDTH
from reportbook.readings import Readings

HEADLINE_LIMIT = 70
SIZES = {"wide": WIDTH, "narrow": NARROW}


@dataclass(frozen=True)
class Words:
    """What is written around a chart, and what stands for it where it can't be seen."""

    headline: str
    subtitle: str
    description: str
    source: str
    note: str


class Chart:
    """A chart that shows itself in a notebook, and hands the book all that it is made of.

    Its output is its specification, as `drawing` describes it, one picture that stands alone
    (SVG) and its words. One that was `checked` when it was drawn first isn't held against the
    schema of Vega-Lite again, which takes longer than to draw it.
    """

    def __init__(
        self,
        form: Form,
        words: Words,
        linear: Form | None = None,
        rests_on: Sequence[str] = (),
        numbers: Sequence[dict[str, Any]] = (),
        checked: bool = False,
    ) -> None:
        self.numbers = [*numbers]
        self.words, self.table, self.filters = words, form.table, form.filters
        self.rests_on = [*rests_on]
        kinds = {"": form} if linear is None else {"as-log": form, "as-linear": linear}
        self.recipes = [drawn.recipe for drawn in kinds.values() if drawn.recipe]
        self.views = {
            f"{kind} {size}".strip(): (width, _spec(drawn, width, told, not checked))
            for kind, drawn in kinds.items()
            for told in ["" if drawn is linear else words.description]
            for size, width in SIZES.items()
        }
        self.spec = next(iter(self.views.values()))[1]

    def pictures(self, reading: str = "") -> dict[str, list[str]]:
        """Its pictures in lines of SVG, by their classes; `reading` is one more class of each."""
        return {
            name: drawing.for_page(
                spec, width, f"{reading} {name}".strip(), self.words.description
            ).split("\n")
            for name, (width, spec) in self.views.items()
        }

    def led(self) -> dict[str, Any]:
        """The numbers of its headline, for outputs; nothing where there is none."""
        numbers = [origins.stored(number, origins.packed) for number in self.numbers]
        return {"numbers": numbers} if numbers else {}

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        words = self.words
        title = {"text": words.headline, "subtitle": words.subtitle, "anchor": "start"}
        usermeta = {**asdict(words), "table": plain(self.table), "pictures": self.pictures()}
        usermeta["rests_on"], usermeta["recipes"] = origins.packed(self.rests_on), self.recipes
        if self.filters:
            usermeta["filters"] = self.filters
        usermeta |= self.led()
        return {
            drawing.MIME: {**self.spec, "title": title, "usermeta": usermeta},
            "image/svg+xml": drawing.alone(usermeta),
            "text/plain": f"{words.headline}. {words.description}",
        }


class Turned:
    """A chart of an open phrase, drawn in each of its readings.

    Its output is that of the first, the book's own, and with it the words and pictures of the
    others, and the table of all.
    """

    def __init__(self, readings: Readings, drawn: Mapping[str, Chart]) -> None:
        self.readings, self.drawn = readings, drawn

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        (first, chart), *others = self.drawn.items()
        bundle = chart._repr_mimebundle_()
        tables = [drawn.table.copy() for drawn in self.drawn.values()]
        for table, name in zip(tables, self.readings.names.values(), strict=True):
            table.insert(0, "reading", name)
        about = bundle[drawing.MIME]["usermeta"]
        about["table"] = plain(pd.concat(tables, ignore_index=True))
        about["reading"] = self.readings.told(first)
        about["others"] = [
            {
                **asdict(drawn.words),
                "reading": self.readings.told(key),
                "pictures": drawn.pictures(f"{self.readings.switch}-{key}"),
                "recipes": drawn.recipes,
                **drawn.led(),
            }
            for key, drawn in others
        ]
        return bundle


def redrawn(about: Mapping[str, Any], words: Mapping[str, str]) -> Chart:
    """A stored chart, drawn again from its recipes, with other words around its pictures.

    `about` and `words` are as its output's `usermeta` has them. Raises ValueError for a chart that
    no form made: it has no recipe.
    """
    forms = [*map(again, about["recipes"])]
    if not forms:
        raise ValueError(
            f"“{about['headline']}” can't be drawn again. Remedy: draw it by a form of `charts`."
        )
    said = Words(**{field.name: words[field.name] for field in fields(Words)})
    return Chart(forms[0], said, *forms[1:], checked=True)


def turned(readings: Readings, drawn: Mapping[str, Chart]) -> Turned:
    """One figure of several finished charts, one for each reading of an open phrase.

    Raises ValueError where a reading lacks its chart or a chart its reading, and where pictures
    differ in size: what is compared by turning has the same axes, and nothing moves.
    """
    if list(drawn) != list(readings.names):
        raise ValueError(f"draw {', '.join(readings.names)}, in this order: {', '.join(drawn)}")
    sizes = {
        key: [(name, width, spec.get("height")) for name, (width, spec) in chart.views.items()]
        for key, chart in drawn.items()
    }
    first, *others = sizes.items()
    for key, size in others:
        if size != first[1]:
            raise ValueError(f"{key} is drawn in another size than {first[0]}: {size}, {first[1]}")
    return Turned(readings, drawn)


def _spec(form: Form, width: int, description: str, check: bool) -> dict[str, Any]:
    view = form.draw(width)
    if not isinstance(view, alt.Chart | alt.LayerChart):
        raise TypeError(f"draw one view, not a {type(view).__name__}")
    told = view.properties(description=description) if description else view
    return told.to_dict(validate=check)


def plain(table: pd.DataFrame) -> dict[str, list]:
    """A table as JSON has it: heads, and rows of numbers, text and None."""
    cells = table.astype(object).where(table.notna(), None)
    rows = [[_cell(cell) for cell in row] for row in cells.itertuples(index=False, name=None)]
    return {"columns": [str(column) for column in table], "rows": rows}


def _cell(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value


def finish(
    chart: Form | alt.Chart | alt.LayerChart,
    *,
    headline: str,
    subtitle: str,
    description: str,
    claims: pd.DataFrame | None = None,
    outside: pd.DataFrame | None = None,
    note: str = "",
    table: pd.DataFrame | None = None,
    linear: Form | alt.Chart | alt.LayerChart | None = None,
    numbers: Mapping[str, Traced | Interval] | None = None,
) -> Chart:
    """Give a chart what every chart of the book has; a chapter shows nothing else.

    `headline` states the finding in a sentence of 70 characters at most, `subtitle` the
    measure, unit, place and period, `description` what a sighted reader takes from the
    picture; `claims` and `outside` are the rows drawn of the article and of
    `context.load`, from which the source line follows. `table` is what the chart shows, its
    columns named with their units: a form knows its own. `linear` is the same chart on a linear
    scale, where `chart` has a logarithmic one, for readers to turn to. `numbers` are those of the
    headline, as it says them, with what each is: they lead to what they rest on.

    Raises ValueError where one is missing or the headline too long, where it doesn't say a number
    that is handed over or that rests on nothing, or where a text has a character that the book's
    faces don't have, and TypeError for a chart of several views: one picture must fit a page and a
    phone.
    """
    form = chart if isinstance(chart, Form) else Form(lambda _: chart, table)
    if (table := form.table) is None:
        raise ValueError("every chart needs a table of what it shows: pass table=…")
    told = (headline, subtitle, description, sources(claims, outside), note)
    words = Words(*map(curled, told))
    for name in ("headline", "subtitle", "description"):
        if not getattr(words, name).strip():
            raise ValueError(f"every chart needs a {name}")
    for text in (*told, *_texts(table)):
        measure(curled(text).replace("\n", " "))  # refuses what the faces can't set
    if len(headline) > HEADLINE_LIMIT:
        raise ValueError(
            f"the headline has {len(headline)} characters, {HEADLINE_LIMIT} at most: {headline}"
        )
    turned = linear if linear is None or isinstance(linear, Form) else Form(lambda _: linear, table)
    drawn = [name for rows in (claims, outside) if rows is not None for name in rows.index]
    whole = replace(form, table=table.reset_index(drop=True))
    led = [_led(words.headline, text, number) for text, number in (numbers or {}).items()]
    return Chart(whole, words, turned, drawn, led)


def _led(headline: str, text: str, number: Traced | Interval) -> dict[str, Any]:
    """What is known of a number of a headline."""
    if not isinstance(number, Interval):
        number = Interval.point(number)
    ends = [end for end in (number.low, number.high) if end is not None]
    known = [end for end in ends if isinstance(end, Traced) and end.rests_on]
    if text not in headline or len(known) < len(ends):
        raise ValueError(
            f"“{text}” is no number of the headline “{headline}” that knows what it rests on. "
            "Remedy: hand over the words as the headline has them, and the number as computed."
        )
    unit = known[0].unit
    form = {"元": "million", "": "percent" if text.endswith("%") else "times"}.get(unit, "count")
    range_ = spread(number, unit, form)
    return {"said": text, **({"range": range_} if range_ else {})} | origins.known(known)


def _texts(table: pd.DataFrame) -> list[str]:
    return [str(cell) for column in table for cell in (column, *table[column])]


def sources(claims: pd.DataFrame | None, outside: pd.DataFrame | None) -> str:
    """The source line: the article's paragraphs, and who printed the outside figures, and when.

    Raises ValueError where neither is given, or no row of either.
    """
    named = []
    if claims is not None:
        named.append(f"the article, {paragraphs(claims)} (data: Guangzhou Development District)")
    if outside is not None:
        years = outside.groupby("publisher")["year"].agg(lambda group: sorted(set(group)))
        named += [f"{publisher} {', '.join(told)}".strip() for publisher, told in years.items()]
    if not named:
        raise ValueError("no source given: every chart and table names its source")
    return f"Source{'s' if len(named) > 1 else ''}: {'; '.join(named)}."


def place(chapter: str, heading: str) -> str:
    """The link from a picture to a section of a chapter."""
    from docutils.nodes import make_id  # by which pages name their sections

    return f"{chapter}.ipynb#{make_id(heading)}"


def paragraphs(claims: pd.DataFrame) -> str:
    """Where claims stand in the article: paragraph 2; paragraphs 2, 5 to 8 and 13."""
    numbers = sorted(set(claims["paragraph"]))
    if not numbers:
        raise ValueError("no claims given: every chart and table names its source")
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    # A run of two is written as two
    names = [
        name
        for run in runs
        for name in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(n) for n in run])
    ]
    return f"paragraph{'s' if len(numbers) > 1 else ''} {listing(names)}"
