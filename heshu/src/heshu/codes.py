"""The codes of findings, each explained by an example that fails and one that holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from heshu import answers, messages, vocabulary
from heshu.documents import Document
from heshu.messages import say
from heshu.output import Checked, shown, tell
from heshu.relations import Result


def codes() -> dict[str, dict[str, str]]:
    """The rows of vocabulary/codes.csv, by their codes."""
    return {row["word"]: row for row in vocabulary.rows("codes")}


def explain(write: Callable[[str], object], asked: Sequence[str], language: str) -> int:
    """Print what codes mean, or of all codes a line each; returns the exit status."""
    known = codes()
    if unknown := [code for code in asked if code not in known]:
        named = " ".join(map(shown, unknown))
        tell(f"heshu: {say(language, 'no code', named=named, codes=' '.join(known))}")
        return 2
    if not asked:
        width = max(map(len, known))
        for code, row in known.items():
            write(f"{code:<{width}}  {row[MEANING[language]]}\n")
        return 0
    for count, code in enumerate(dict.fromkeys(asked)):
        write("\n" * bool(count) + explanation(known[code], language))
    return 0


MEANING = {"en": "meaning", "zh": "meaning_zh"}


def explanation(row: dict[str, str], language: str) -> str:
    """What a code means, and what is said of its examples."""
    lines = [f"{row['word']}: {row[MEANING[language]]}"]
    for key, text in (("example", row["example"]), ("holds", row["holds"])):
        lines += ["", say(language, f"explain {key}"), f"    {text}"]
        checked = Checked("", Document(text), language)
        found = answers.examine(checked.document)
        for result in (one for one in found if isinstance(one, Result)):
            verdict = messages.name(language, "verdict", result.verdict)
            lines.append(f"    {result.code} {verdict}: {checked.sentence(result)}")
        if lines[-1] == f"    {text}":
            lines.append(f"    {say(language, 'explain sound')}")
    return "\n".join(lines) + "\n"
