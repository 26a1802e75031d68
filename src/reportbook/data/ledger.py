"""The declared relations of figures: those of data/relations.csv, judged once for all chapters."""

from __future__ import annotations

import json
from math import floor

import pandas as pd

from heshu import relations, words
from heshu.messages import Message
from heshu.reading import read
from heshu.relations import Result
from reportbook.data import assumptions, claims, context, datapackage
from reportbook.data.datapackage import DataError, problem, remembered

# How many figures each kind relates; a relation with something missing names the tested one.
FIGURES = {"growth": 3, "duration": 3, "order": 2, "same": 2, "share": 3, "average": 3}
QUOTES = ("''", '""', "[]")  # how code and sentences name a row
RELATIONS = {
    kind: getattr(relations, kind)
    for kind in ("growth", "order", "same", "share", "parts", "average")
}


def judged() -> pd.DataFrame:
    """The article's own relations with their verdicts, by name, in the order of the article.

    Beside the declared columns: `claims` (the ids it relates), `phrases`, `computed` and
    `printed` (Intervals or None), `verdict`, `strength` (a Fraction or None) and
    `explanation`, as `relations.Result` has them.

    Raises DataError where a relation names a figure that isn't there, or too many or few.
    """
    return _judged(assumptions.assumed()).query("not outside").copy()


def judged_outside() -> pd.DataFrame:
    """The relations that take in figures from outside the article, as `judged` has its own."""
    return _judged(assumptions.assumed()).query("outside").copy()


def shown(rows: pd.DataFrame) -> pd.DataFrame:
    """Relations as text for a table: what is said, its figures, the verdict and its strength."""
    strength = [
        "–" if share is None else words.percent(share, 1, to=floor) for share in rows["strength"]
    ]
    says = rows["says"] + rows["reading"].map(lambda text: f" (if {text})" if text else "")
    return pd.DataFrame(
        {
            "Figures": [", ".join(phrases) for phrases in rows["phrases"]],
            "Verdict": rows["verdict"],
            "Strength": strength,
            "Why": rows["explanation"],
        }
    ).set_axis(says.rename("Relation"))


def narrowed() -> pd.DataFrame:
    """What base, end and growth of each consistent growth can still be, given the others.

    Indexed by relation, with the Intervals `base`, `end` and `growth`.
    """
    growths = judged().query("kind == 'growth' and verdict == @relations.CONSISTENT")
    article = claims.load()
    return pd.DataFrame(
        [relations.narrowed(*article.loc[names, "reading"]) for names in growths["claims"]],
        index=growths.index,
        columns=["base", "end", "growth"],
    )


def chapters(rows: pd.DataFrame) -> pd.Series:
    """The chapters that use each claim or outside figure, by id.

    They are all whose code or sentences name it, and that of the section of a claim.
    """
    code = {
        path.stem: "".join(
            "".join(cell["source"])
            for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
            if cell["cell_type"] == "code"
        )
        for path in sorted((datapackage.ROOT / "chapters").glob("*.ipynb"))
    }
    named = {
        name: [
            chapter
            for chapter, text in code.items()
            if any(f"{a}{name}{b}" in text for a, b in QUOTES)
        ]
        for name in rows.index
    }
    sections = rows.get("section", pd.Series("", index=rows.index))
    own = [
        [chapter for chapter in code if chapter in named[name] or chapter == section]
        for name, section in sections.items()
    ]
    return pd.Series(own, index=rows.index, dtype=object)


@remembered
def _judged(_assumed: str) -> pd.DataFrame:
    """All relations, kept for each assumption under which they are read."""
    article = claims.load()[["reading", "period", "unit"]]
    others = context.load()
    others["period"] = others["value"].where(others["kind"] == "date", "")
    figures = pd.concat([article, others[["reading", "period", "unit"]]])
    declared = assumptions.relations(datapackage.load("relations"), figures.index)
    own = set(article.index)
    results, problems = [], []
    if twice := sorted(set(figures.index[figures.index.duplicated()])):
        message = f"{', '.join(twice)} names a claim too"
        remedy = "give the outside figure another name"
        raise DataError([problem(context.FILE, message, remedy, column="id")])
    for row, relation in enumerate(declared.itertuples(), start=2):
        names = relation.figures.split()
        strangers = [name for name in names if name not in figures.index]
        if strangers:
            message = f"{', '.join(strangers)} is neither a claim nor an outside figure"
            remedy = "name rows of claims.csv or context.csv, parted by spaces"
            problems.append(_at(row, message, remedy))
        elif not relation.missing and len(names) != FIGURES.get(relation.kind, len(names)):
            message = f"{relation.kind} relates {FIGURES[relation.kind]} figures"
            problems.append(_at(row, message, "name the figures, or what is missing"))
        else:
            results.append(_judge(relation, figures.loc[names]))
    if problems:
        raise DataError(problems)
    table = declared.assign(
        claims=declared["figures"].str.split(),
        outside=[not own.issuperset(names.split()) for names in declared["figures"]],
        **{
            name: pd.Series([getattr(result, name) for result in results], dtype=object)
            for name in ("phrases", "computed", "printed", "verdict", "strength", "explanation")
        },
    )
    return table.set_index("relation")


def _judge(relation, related: pd.DataFrame) -> Result:
    figures = list(related["reading"])
    if relation.missing:
        (tested,) = figures
        return Result(
            relation.kind,
            (tested.phrase,),
            None,
            tested.interval,
            relations.NOT_TESTABLE,
            None,
            Message(
                tested.phrase,
                tested.unit,
                missing=("not printed", f"{relation.missing} would be needed"),
            ),
        )
    if relation.kind == "duration":
        start, end = related["period"].iloc[:2]
        return relations.duration(start, end, figures[2])
    if relation.kind == "names":
        printed, *names = related.index
        named = read(f"{len(names)}{related.at[printed, 'unit']}")
        return relations.same(named, related.at[printed, "reading"])
    return RELATIONS[relation.kind](*figures)


def _at(row: int, message: str, remedy: str) -> str:
    return problem("relations.csv", message, remedy, row, "figures")
