"""Write REFERENCE.md, and the codes in both READMEs, from the package: python reference.py."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from heshu import codes

FILE = Path(__file__).with_name("REFERENCE.md")
READMES = {"en": FILE.with_name("README.md"), "zh": FILE.with_name("README.zh.md")}
MARKS = "<!-- codes: written by reference.py -->", "<!-- /codes -->"
MODULES = [
    "reading",
    "intervals",
    "traced",
    "finding",
    "results",
    "testing",
    "relations",
    "equations",
    "messages",
    "statements",
    "check",
]
MODULES += ["grids", "documents", "inputs", "answers", "inference", "words", "claimsfile", "tables"]
HEAD = """# Reference

What other programs may use of `heshu`.
`reference.py` writes this file from the docstrings; change those, and run it.
"""


def reference() -> str:
    """The whole reference, in Markdown."""
    parts = [*_findings(), *(part for name in MODULES for part in _module(f"heshu.{name}"))]
    return HEAD + "".join(parts)


def _findings() -> Iterator[str]:
    """Every code of a finding, with an example that fails and one that holds."""
    yield "\n## Codes of findings\n\n`heshu explain CODE` says what each example gives, too.\n"
    for code, row in codes.codes().items():
        yield f"\n### {code}\n\n{row['meaning'].capitalize()}. {row['meaning_zh']}。\n\n"
        yield f"- {row['gives']}: {row['example']}\n- consistent: {row['holds']}\n"


def readme(text: str, language: str) -> str:
    """A README with all codes between its marks. Raises ValueError where it has none."""
    before, opened, rest = text.partition(MARKS[0])
    _, closed, after = rest.partition(MARKS[1])
    if not (opened and closed):
        raise ValueError(f"a README has no place for the codes: {' … '.join(MARKS)}")
    head = {"en": "| code | what it tests |", "zh": "| 代码 | 检验什么 |"}[language]
    lines = [head, "|---|---|"]
    lines += [f"| `{c}` | {row[codes.MEANING[language]]} |" for c, row in codes.codes().items()]
    table = "\n".join(lines)
    return f"{before}{MARKS[0]}\n\n{table}\n\n{MARKS[1]}{after}"


def _module(name: str) -> Iterator[str]:
    module = importlib.import_module(name)
    yield f"\n## {name}\n\n{inspect.getdoc(module)}\n"
    for key, one in vars(module).items():
        public = not key.startswith("_") and getattr(one, "__module__", None) == name
        if public and callable(one) and inspect.getdoc(one):
            yield from _entry(key, one, "###")
            if inspect.isclass(one) and not issubclass(one, Exception):
                for inner, member in vars(one).items():
                    if not inner.startswith("_") and inspect.getdoc(member):
                        yield from _entry(f"{key}.{inner}", member, "####")


def _entry(name: str, one: Any, level: str) -> Iterator[str]:
    if isinstance(one, property):
        signature = f": {one.fget.__annotations__['return']}" if one.fget else ""
    elif isinstance(one, classmethod):
        signature = _signature(one.__func__)
    elif inspect.isroutine(one) or hasattr(one, "__wrapped__") or inspect.isclass(one):
        signature = _signature(one)
    else:
        return
    yield f"\n{level} `{name}`\n\n```python\n{name}{signature}\n```\n\n{inspect.getdoc(one)}\n"


def _signature(function: Callable[..., Any]) -> str:
    parameters = inspect.signature(function)
    # A function that stands for a default is told by its name, not by its address
    plain = re.sub(r"<function (\w+) at \w+>", r"\1", str(parameters)).replace("'", "")
    return plain.removesuffix(" -> None").replace("(self, ", "(").replace("(cls, ", "(")


if __name__ == "__main__":
    FILE.write_text(reference(), encoding="utf-8")
    for language, file in READMES.items():
        file.write_text(readme(file.read_text(encoding="utf-8"), language), encoding="utf-8")
