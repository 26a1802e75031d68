"""Whether every word of the vocabulary is needed: each is forgotten in turn.

    python tests/forget.py [TABLE…]

Prints the words whose own example gives the same without them, and exits with 1 if there are
any: such a word teaches nothing, or its example doesn't show what. It takes a minute or two.
"""

from __future__ import annotations

import importlib
import sys
from multiprocessing import Pool

from test_vocabulary import TABLES, given

from heshu import check, finding, grids, reading, statements, vocabulary
from heshu.forming import (
    across,
    amounts,
    apart,
    averages,
    changes,
    counted,
    discovered,
    grown,
    pairs,
    ratios,
    sentence,
    series,
    shares,
    together,
    wholes,
    window,
    yearly,
    years,
)

# Those that hold words, in the order in which they use each other
MODULES = [reading, finding, statements, window, wholes, discovered, shares, sentence, changes]
MODULES += [across, averages, series, yearly, pairs, ratios, apart, grown, years, counted]
MODULES += [amounts, together, check, grids]
# A code is no word that is looked for
ALL = {table: vocabulary.rows(table) for table in TABLES if table != "codes"}


def needed(place: tuple[str, int]) -> bool:
    """Whether the example of a row gives something else once the row is forgotten."""
    table, number = place
    kept = ALL | {table: [row for i, row in enumerate(ALL[table]) if i != number]}
    if "pattern" in TABLES[table]:
        # The code asks for each of them: one that is forgotten matches nothing
        kept[table] = [
            row | {"pattern": "(?!)"} if i == number else row for i, row in enumerate(ALL[table])
        ]
    vocabulary.rows = kept.__getitem__
    vocabulary._longer.cache_clear()
    for module in MODULES:
        importlib.reload(module)
    try:
        return given(table, ALL[table][number]) != ALL[table][number]["gives"]
    except reading.ReadingError:
        return True


def main() -> int:
    places = [(table, i) for table in sys.argv[1:] or ALL for i in range(len(ALL[table]))]
    with Pool() as pool:
        verdicts = pool.map(needed, places, chunksize=8)
    idle = [place for place, verdict in zip(places, verdicts, strict=True) if not verdict]
    for table, number in idle:
        row = ALL[table][number]
        print(f"{table}.csv: {row['word']} isn't needed for “{row['example']}”")
    print(f"{len(places) - len(idle)} of {len(places)} words are needed")
    return 1 if idle else 0


if __name__ == "__main__":
    sys.exit(main())
