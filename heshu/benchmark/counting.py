"""Hits and misses as shares, and rare events as rates, each with its interval of 95 %."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from math import exp, lgamma, log, sqrt
from typing import Any

# A part of what results.json holds
Table = dict[str, Any]


def wilson(hits: int, of: int, z: float = 1.959964) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    if not of:
        return 0.0, 1.0
    share = hits / of
    middle = share + z * z / (2 * of)
    around = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    below, above = ((middle - around), (middle + around))
    scale = 1 + z * z / of
    return max(0.0, below / scale), min(1.0, above / scale)


def poisson(count: int) -> tuple[float, float]:
    """The exact 95 % interval of a rate of rare events (Garwood 1936)."""

    def at_most(rate: float, count: int) -> float:
        # By logarithms, since exp(-rate) alone is nothing from some 745 on
        return sum(exp(i * log(rate) - rate - lgamma(i + 1)) for i in range(count + 1))

    def solve(reached: Callable[[float], bool]) -> float:
        low, high = 0.0, 20.0 + 3 * count
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (low, middle) if reached(middle) else (middle, high)
        return high

    low = solve(lambda rate: 1 - at_most(rate, count - 1) >= 0.025) if count else 0.0
    return low, solve(lambda rate: at_most(rate, count) <= 0.025)


def share(hits: int, of: int) -> Table:
    low, high = wilson(hits, of)
    return {"hits": hits, "of": of, "low": round(low, 4), "high": round(high, 4)}


def shares(hits: Counter[str], others: Counter[str], order: Iterable[str]) -> Table:
    table: Table = {"all": share(hits.total(), hits.total() + others.total())}
    for kind in order:
        if of := hits[kind] + others[kind]:
            table[kind] = share(hits[kind], of)
    return table


def accusations(count: int, characters: int) -> Table:
    low, high = (10_000 * end / characters for end in poisson(count))
    return {
        "count": count,
        "characters": characters,
        "per 10,000": round(10_000 * count / characters, 2),
        "low": round(low, 2),
        "high": round(high, 2),
    }


def pooled(tables: Iterable[Table]) -> Table:
    """What several halves make together, each with its `recall`, `precision` and `slips` by kind
    its `accusations` and `doubts`, and the slips that are `hints` only."""
    tables = list(tables)
    parts: Table = {
        part: {
            kind: share(
                sum(table[part][kind]["hits"] for table in tables if kind in table[part]),
                sum(table[part][kind]["of"] for table in tables if kind in table[part]),
            )
            for kind in dict.fromkeys(kind for table in tables for kind in table[part])
        }
        for part in ("recall", "precision", "slips")
    }
    for part in ("accusations", "doubts"):
        rare = [table[part] for table in tables]
        count, characters = (sum(row[name] for row in rare) for name in ("count", "characters"))
        parts[part] = accusations(count, characters)
    hints = [table["hints"] for table in tables]
    parts["hints"] = share(*(sum(row[name] for row in hints) for name in ("hits", "of")))
    return parts
