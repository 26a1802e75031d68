"""A small book, by which the machinery is tested: two short chapters and the references.

It has one of each thing that a chapter can have (a sentence with a number, a term, a source, key
figures, a picture, a table, an assert) and the whole of `data/`, so that it is run and built in
the same way as the book, in a fraction of the time. That the chapters of the book come through
the same machinery is held by the tests that read the whole book, and by `make reproduce`.
"""

import json

# What each of the two chapters says, draws and lists: one figure of the article
CLAIMS = {"first": "pledge-end", "second": "pledge-firms"}
CONTENTS = """format: jb-book
root: chapters/first
chapters:
- file: chapters/second
- file: chapters/references
"""
CELLS = [
    ("markdown", "# {title}: a chapter", {}),
    (
        "code",
        "from reportbook import charts, prose, tables\n"
        "from reportbook.data import claims\n\n"
        "prose.magics()",
        {"tags": ["remove-cell"]},
    ),
    (
        "code",
        "article = claims.load()\n"
        'shown = article.loc[["{claim}"]]\n'
        'value = article["interval"]\n'
        'name = shown["subject_en"].iloc[0]',
        {"tags": ["hide-input"]},
    ),
    (
        "code",
        "%%say\n知识产权\n\n*It is about {{name}}.*\n\n"
        "The article says {{value[{claim}]:printed}} {{cite}}`article2021`.",
        {"tags": ["remove-input"]},
    ),
    (
        "code",
        "%%cards\n{{value[{claim}]:printed}}\nof **something**",
        {"tags": ["remove-input"]},
    ),
    ("markdown", "## A finding\n\nWhat {name} finds.", {}),
    (
        "code",
        "charts.finish(\n"
        '    charts.bars([{{"name": name, "value": float(value["{claim}"].low)}}], of="What",'
        ' unit="units"),\n'
        '    headline="A bar",\n    subtitle=name,\n    description=f"A bar for {{name}}",\n'
        "    claims=shown,\n)",
        {
            "mystnb": {"figure": {"caption": "What is drawn.", "name": "fig-{name}"}},
            "tags": ["hide-input"],
        },
    ),
    (
        "code",
        "told = claims.stands_for(shown)\n"
        'told.insert(0, "In the article", shown["printed"])\n'
        'tables.show(told.set_axis(shown["subject_en"].rename("Figure")), caption="A table",'
        " note=name)",
        {"tags": ["hide-input"]},
    ),
    ("code", 'assert value["{claim}"].low > 0, "A finding"', {"tags": ["hide-input"]}),
]


def write(folder):
    """Write contents and the two chapters, without outputs, into a copy of the project."""
    (folder / "_toc.yml").write_text(CONTENTS, encoding="utf-8")
    for name, claim in CLAIMS.items():
        words = {"name": name, "title": name.capitalize(), "claim": claim}
        cells = []
        for number, (kind, source, metadata) in enumerate(CELLS, start=1):
            metadata = json.loads(json.dumps(metadata).replace("{name}", name))
            text = source.format(**words)
            cell = {"cell_type": kind, "id": f"{name}-{number}", "metadata": metadata}
            cell["source"] = text.splitlines(keepends=True)
            if kind == "code":
                cell |= {"execution_count": None, "outputs": []}
            cells.append(cell)
        kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
        notebook = {
            "cells": cells,
            "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        text = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
        (folder / f"chapters/{name}.ipynb").write_text(text, encoding="utf-8")
