"""Mutation proof of the words: change one word, or exchange two numbers, and list what passes.

`make mutate` runs it. Every sentence with a number, every heading and every text of a chart is
changed in each of these ways, one at a time:

- antonyms: a word that claims becomes its opposite (`words.csv`);
- negations: a “not” is put in, or a negation taken out;
- number words: in headings and charts, two becomes three, half a third;
- swapped numbers: two placeholders change places;
- units and scales: what is counted becomes something counted otherwise, million billion, a year a
  month.

A mutant is noticed if the rules of the words (`wording.faults`) or those of typed figures object.
The findings in the README are changed likewise, and held against the first page. Each change is
made once more in the assert's message too, wherever that quotes it: then only the condition can
tell, and how often it does is printed as well.

Exits with 1 where a mutant passes that survivors.toml doesn't explain, or an explanation is idle.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import test_chapters
import test_readme
import wording
from conftest import NOTEBOOKS
from wording import COMPUTED, GAP, Guard, Passage, Section

EXPLAINED = Path(__file__).with_name("survivors.toml")
# Behind these a “not” can stand
AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|had|have|can|could|may|must|did|does|do|will)\b", re.IGNORECASE
)
NEGATIONS = re.compile(r"\b(\w+)n't\b|\b(?:not|never) |\b(without)\b|\b([Nn]o) ")
POSITIVE = {"ca": "can", "wo": "will"}  # what is left of can't and won't
NUMBERS = {
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("half", "third", "fifths", "quarters", "twice", "thrice"),
}
OTHER_UNITS = {
    **{"million": "billion", "billion": "million", "thousand": "million", "a year": "a month"},
    **{"per cent": "times", "times": "per cent", "days": "months", "%": "times"},
}
UNITS = re.compile(r"\b(?:million|billion|thousand|a year|per cent|times|days)\b|%")


@dataclass
class Mutant:
    """A passage with one change: how it reads then, and which characters were replaced by what."""

    kind: str
    section: Section
    passage: Passage
    start: int
    end: int
    new: str

    @property
    def text(self) -> str:
        return self.passage.text[: self.start] + self.new + self.passage.text[self.end :]

    def __str__(self) -> str:
        place = f"{self.section.chapter}, {self.passage.kind}"
        return f"{self.kind}: {place}: “{self.passage.text}” → “{self.text}”".replace("\n", " ")


def mutants(section: Section) -> Iterator[Mutant]:
    for passage in section.passages:
        for change in changes(passage):
            yield Mutant(change[0], section, passage, *change[1:])


def changes(passage: Passage) -> Iterator[tuple[str, int, int, str]]:
    """The kind of each change, the characters that it replaces, and what by."""
    text, bare = passage.text, wording.bare(passage.text)
    for word, row in wording.vocabulary().items():
        if row["needs"] and row["opposite"]:
            kind = "number words" if word in NUMBERS else "antonyms"
            for found in re.finditer(rf"\b{word}\b", bare, re.IGNORECASE):
                yield kind, *found.span(), like(found[0], row["opposite"])
    for found in AUXILIARY.finditer(bare):
        yield "negations", *found.span(), f"{found[0]} not"
    for found in NEGATIONS.finditer(bare):
        whole = found[1] and POSITIVE.get(found[1], found[1])
        yield (
            "negations",
            *found.span(),
            whole or ("with" if found[2] else "a " if found[3] else ""),
        )
    for one, other in combinations(COMPUTED.finditer(text), 2):
        if one[0] != other[0]:
            new = other[0] + text[one.end() : other.start()] + one[0]
            yield "swapped numbers", one.start(), other.end(), new
    for found in UNITS.finditer(bare):
        yield "units and scales", *found.span(), like(found[0], OTHER_UNITS[found[0]])
    for found in COMPUTED.finditer(text) if passage.numbers else ():
        if noun := wording.followed(text[found.end() :]):
            start = text.index(noun, found.end())
            yield "units and scales", start, start + len(noun), otherwise(noun)


def like(word: str, new: str) -> str:
    return new[:1].upper() + new[1:] if word[:1].isupper() else new


def otherwise(noun: str) -> str:
    """The first noun that counts in another unit."""
    units = wording.counted()
    return next(other for other in units if not units[other] & units[noun])


def noticed(mutant: Mutant, in_message: bool = False) -> bool:
    """Whether a rule objects; with `in_message` the asserts' messages are changed alike."""
    old, section = mutant.passage, mutant.section
    if old.text in wording.PLAIN_HEADINGS:
        return mutant.text not in wording.PLAIN_HEADINGS  # and is bound to an assert then
    headings = old.kind in ("heading", "headline")
    patterns = [test_chapters.DIGITS, *([] if headings else [test_chapters.WORDS])]
    if test_chapters.typed(mutant.text, patterns) and not test_chapters.typed(old.text, patterns):
        return True
    known = {number["name"]: number for number in old.numbers}
    names = [name for name in wording.placeholders(mutant.text) if name in known]
    new = replace(old, text=mutant.text, numbers=[known[name] for name in names])
    changed = replace(
        section,
        passages=[new if passage is old else passage for passage in section.passages],
        others=[text.replace(old.text, mutant.text) for text in section.others],
        guards=[following(guard, mutant) for guard in section.guards]
        if in_message
        else section.guards,
    )
    return next(wording.faults(changed), None) is not None


def following(guard: Guard, mutant: Mutant) -> Guard:
    """An assert with the change made where its message quotes what changes."""
    phrases = guard.says.split(GAP)
    for place, phrase in enumerate(phrases):
        for found in re.finditer(re.escape(phrase), mutant.passage.text) if phrase else ():
            if found.start() <= mutant.start and mutant.end <= found.end():
                start, end = mutant.start - found.start(), mutant.end - found.start()
                phrases[place] = phrase[:start] + mutant.new + phrase[end:]
    return replace(guard, says=GAP.join(phrases))


def of_the_readme() -> Iterator[tuple[str, bool]]:
    """Each change of the findings in the README, and whether its tests object."""
    before, heading, rest = test_readme.README.partition("## What it found")
    told, head, after = rest.partition("## ")
    findings = Passage("sentence", re.sub(r"!\[.*?\]\(.*?\)", "", told), 0)
    for kind, start, end, new in changes(findings):
        text = findings.text[:start] + new + findings.text[end:]
        test_readme.README = before + heading + text + head + after
        try:
            test_readme.test_every_sentence_of_the_findings_is_one_of_the_first_page()
            test_readme.test_every_figure_of_the_findings_is_one_that_a_chapter_says()
        except AssertionError:
            yield kind, True
        else:
            yield f"{kind}: README: {findings.text[max(0, start - 40) : end + 40]}", False
    test_readme.README = before + heading + rest


def main() -> int:
    explained = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))
    used, made, passed, conditions = set(), Counter(), [], Counter()
    for path in NOTEBOOKS:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for section in wording.sections(notebook, path.stem):
            for mutant in mutants(section):
                made[mutant.kind] += 1
                if not noticed(mutant):
                    reason = next((key for key in explained if key in str(mutant)), None)
                    used.add(reason)
                    passed += [] if reason else [str(mutant)]
                quoted = [following(guard, mutant) for guard in section.guards] != section.guards
                if quoted and mutant.kind in ("antonyms", "number words"):
                    conditions[noticed(mutant, in_message=True)] += 1
    for kind, caught in of_the_readme():
        made["README"] += 1
        passed += [] if caught else [kind]
    for mutant in passed:
        print(f"passes: {mutant}")
    for kind, count in made.items():
        print(f"{count:6,} {kind}")
    idle = set(explained) - used
    for key in idle:
        print(f"no mutant needs this explanation any more: {key}", file=sys.stderr)
    total, told = sum(conditions.values()), conditions[True]
    print(f"changed in the message too: {told} of {total} still refused, by the condition")
    print(
        f"{sum(made.values()):,} mutants of words, {len(passed)} pass unexplained, "
        f"{len(explained)} explanations"
    )
    return 1 if passed or idle else 0


if __name__ == "__main__":
    sys.exit(main())
