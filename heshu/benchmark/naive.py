"""Baselines: other readers' numbers, and the ratio that a sentence most plainly states.

cn2an and jionlp read numbers and know no relations. A naive checker around them splits a text
into clauses, takes the last two amounts of one unit before a rate, and holds the rate, at its
printed decimals, against part / whole after 占, and against end / base - 1 after a verb of
growth. It knows no interval.
"""

READERS = {}
