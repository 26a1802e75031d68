"""How relations are formed: joins over the statements of a text.

Each module has the joins of one sort. A join takes the statements of a sentence and those
before it, as far as the Window reaches, and yields Results. It is formed where the words say so;
a mismatch counts as *inconsistent* only where they leave no other choice, and otherwise as *not
testable*, or the join isn't formed at all.
"""
