"""A search that finds Chinese as well as English, without a dictionary."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from sphinx.search import SearchEnglish

from reportbook.language import HAN

# The same two steps as in `split` below, for what a reader types
SPLITTER = """
function splitQuery(query) {
  const words = query.match(/[\\p{Letter}\\p{Number}_]+/gu) ?? [];
  return words.flatMap((word) => word.match(/[HAN]+|[^HAN]+/gu)).flatMap((run) =>
    /[HAN]/u.test(run) && run.length > 1
      ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
      : [run]);
}
""".replace("HAN", HAN)


class SearchEnglishAndChinese(SearchEnglish):
    """English words, stemmed; Chinese as overlapping pairs of characters.

    Chinese writes no spaces. A phrase of any length is then found as the pairs in it, all of
    which a page must hold, and a word of two characters is a pair itself.
    """

    js_splitter_code = SPLITTER

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self._stem = cache(super().stem)

    def stem(self, word: str) -> str:
        # The same words stand on all pages, and Chinese has no endings
        return word if re.match(f"[{HAN}]", word) else self._stem(word)

    def split(self, input: str) -> list[str]:
        pieces = []
        for word in super().split(input):
            for run in re.findall(f"[{HAN}]+|[^{HAN}]+", word):
                chinese = re.match(f"[{HAN}]", run) and len(run) > 1
                pieces += [a + b for a, b in pairwise(run)] if chinese else [run]
        return pieces
