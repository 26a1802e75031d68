"""How often cn2an and jionlp give the printed value of tests/phrases.csv: run by hand.

Neither is a dependency: pip install cn2an jionlp, then python tests/compare_readers.py. Each
gets what it is made for: cn2an the numerals alone, jionlp the phrase as a time, or its numerals
as an amount of money. Intervals, qualifiers and kinds neither has.
"""

import csv
import re
from fractions import Fraction
from pathlib import Path

import cn2an
import jionlp

from heshu.reading import NUMBER, ReadingError, read

DATED = {"date", "period"}


def ours(phrase, kind):
    return read(phrase).text


def by_cn2an(phrase, kind):
    if kind in DATED:
        return None
    numerals = re.search(NUMBER, phrase)[0].replace(",", "")
    return Fraction(str(cn2an.cn2an(numerals, "smart")))


def by_jionlp(phrase, kind):
    if kind in DATED:
        return jionlp.parse_time(phrase, time_base={"year": 2021})["time"]
    return Fraction(str(jionlp.parse_money(re.search(NUMBER, phrase)[0] + "元")["num"]))


def right(given, row):
    """Whether a reader gave the value; of a time the first day, as far as it is printed."""
    if row["kind"] in DATED and isinstance(given, list):
        first = row["value"].partition("/")[0].replace("--", "2021-")
        return given[0].startswith(first)
    if isinstance(given, str):
        return given == row["value"]
    return given is not None and given == Fraction(row["value"])


def main():
    with (Path(__file__).parent / "phrases.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["value"] and ".." not in row["value"]]
    for reader in (ours, by_cn2an, by_jionlp):
        count = {True: [0, 0], False: [0, 0]}
        for row in rows:
            try:
                given = reader(row["phrase"], row["kind"])
                hit = right(given, row)
            except (ReadingError, ValueError, TypeError, KeyError, AttributeError, IndexError):
                hit = False
            tally = count[row["kind"] in DATED]
            tally[0] += hit
            tally[1] += 1
        (numbers, of_numbers), (dates, of_dates) = count[False], count[True]
        print(f"{reader.__name__}: {numbers} of {of_numbers} numbers, {dates} of {of_dates} dates")


if __name__ == "__main__":
    main()
