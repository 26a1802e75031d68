"""Whether a checker's answers are right: held against what is known of an item and its twins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from gold import Item, Relation, Span, change, moved, spans, twin

from heshu.check import check
from heshu.finding import Found
from heshu.relations import CONSISTENT, DOUBTFUL, INCONSISTENT, NOT_TESTABLE


@dataclass(frozen=True)
class Answer:
    """A relation that a checker tested: the places of its figures, and what it says of them."""

    code: str
    places: frozenset[Span]
    verdict: str


@dataclass(frozen=True)
class Answers:
    """What a checker makes of a text: the places of all figures, and the relations.

    `times` are the figures that are dates, periods and durations. A relation may name them or
    not (年均 over named years), so that they don't tell it apart.
    """

    figures: frozenset[Span]
    tested: tuple[Answer, ...]
    times: frozenset[Span] = frozenset()


Checker = Callable[[str], Answers]
Known = TypeVar("Known")


def ours(text: str) -> Answers:
    """heshu's answers."""
    figures, times, tested = set(), set(), []
    for one in check(text):
        if isinstance(one, Found):
            figures.add((one.start, one.end))
            if one.reading.kind in ("date", "period", "duration"):
                times.add((one.start, one.end))
        elif one.verdict != NOT_TESTABLE:
            places = frozenset((found.start, found.end) for found in one.found)
            tested.append(Answer(one.code, places, one.verdict))
    return Answers(frozenset(figures), tuple(tested), frozenset(times))


# What of it is right


def counter() -> Counter[str]:
    return Counter()


@dataclass
class Marks:
    """One item's marks, each a count by kind (of gold, of the answers' codes, or of the slips)."""

    formed: Counter[str] = field(default_factory=counter)
    missed: Counter[str] = field(default_factory=counter)
    right: Counter[str] = field(default_factory=counter)
    wrong: Counter[str] = field(default_factory=counter)
    accused: int = 0
    doubted: int = 0
    found: Counter[str] = field(default_factory=counter)
    passed: Counter[str] = field(default_factory=counter)
    hinted: int = 0
    beside: int = 0
    remarks: list[str] = field(default_factory=list)


def mark(item: Item, checker: Checker) -> Marks:
    """Hold a checker's answers on an item and on its twins against what is known of it."""
    answers = clean = checker(item.text)
    gold = {one: joined(item.text, one.formula, answers.figures) for one in item.relations}
    marks = Marks()
    formed = set()
    for answer in answers.tested:
        stated = states(answer, answers, gold)
        joins = answer.places - answers.times
        part = any(len(joins) > 1 and joins <= places for places in gold.values())
        if answer.verdict == CONSISTENT and (stated or part):
            marks.right[answer.code] += 1
        else:
            marks.wrong[answer.code] += 1
            marks.remarks.append(remark("wrong", item, answer, item.text))
        marks.accused += answer.verdict == INCONSISTENT
        marks.doubted += answer.verdict == DOUBTFUL
        formed.update(stated)
        formed.update(one for one in gold if one.kind == "mix" and mixed(item.text, one, joins))
    for one in item.relations:
        if one.counted:
            (marks.formed if one in formed else marks.missed)[one.kind] += 1
            if one not in formed:
                marks.remarks.append(f"missed  {item.id}  {one.kind}  {one.formula}")
    for slip in item.slips:
        text = twin(item.text, slip)
        answers = checker(text)
        broken = frozenset().union(
            *(joined(text, claim, answers.figures, some=True) for claim in slip.claims)
        )
        # What a checker says of the clean text too is no finding
        known = {
            frozenset(moved(place, *change(item.text, text)) for place in one.places)
            for one in clean.tested
            if one.verdict == INCONSISTENT
        }
        accusations = [
            one for one in answers.tested if one.verdict == INCONSISTENT and one.places not in known
        ]
        met = [one for one in accusations if one.places & broken]
        (marks.found if met else marks.passed)[slip.kind] += 1
        marks.hinted += not met and any(
            one.verdict == DOUBTFUL and one.places & broken for one in answers.tested
        )
        marks.beside += len(accusations) - len(met)
        if not met:
            marks.remarks.append(f"passed  {item.id}  {slip.kind}  {slip.was} > {slip.becomes}")
        beside = [one for one in accusations if one not in met]
        marks.remarks += [remark("beside", item, one, text) for one in beside]
    return marks


def states(answer: Answer, answers: Answers, gold: dict[Known, frozenset[Span]]) -> list[Known]:
    """The relations that an answer states: all those whose figures it joins, if it joins no more.

    An answer may state several at once, such as base, end, change and rate.
    """
    within = [one for one, places in gold.items() if places and places <= answer.places]
    all_of_them = frozenset().union(*(gold[one] for one in within))
    return within if answer.places - answers.times <= all_of_them else []


def remark(what: str, item: Item, answer: Answer, text: str) -> str:
    phrases = " ".join(text[slice(*place)] for place in sorted(answer.places))
    return f"{what}   {item.id}  {answer.code}: {answer.verdict}: {phrases}"


def joined(text: str, formula: str, figures: Iterable[Span], some: bool = False) -> frozenset[Span]:
    """The checker's figures that a formula joins, years apart; none if it didn't find them all.

    With `some`, those that it found.
    """
    places = [place for place in spans(text, formula) if not year(text[slice(*place)])]
    found: set[Span] = set()
    for span in places or spans(text, formula):
        over = [one for one in figures if meet(one, span)]
        if not over and not some:
            return frozenset()
        found.update(over)
    return frozenset(found)


def year(phrase: str) -> bool:
    return len(phrase) > 3 and phrase[:4].isdigit() and phrase[4:] in ("", "年", "年底", "年末")


def mixed(text: str, relation: Relation, joins: frozenset[Span]) -> bool:
    """Whether an answer joins the growth rates of a mix, with or without its levels."""
    places = spans(text, relation.formula)
    rates = spans(text, "".join(re.findall(r"\(1 \+ (\[.*?\])", relation.formula)))
    return all(any(meet(one, rate) for one in joins) for rate in rates) and all(
        any(meet(one, place) for place in places) for one in joins
    )


def meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
