"""What the tests share: examples that come out the same, and a count of calls."""

import gc
import os
import sys
from collections import deque

import pytest
from hypothesis import Phase, settings

# Drawn anew on every run, the examples would make a red build that nobody can repeat.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")
# A mutant is caught by any counterexample; to look for a simpler one takes the most time.
settings.register_profile(
    "mutants", settings.get_profile("repeatable"), phases=[Phase.explicit, Phase.generate]
)


# What heshu says of inputs is in the language of the locale; a test that asks for another sets it
os.environ["LC_ALL"] = "C.UTF-8"


@pytest.fixture
def calls():
    """Counts the calls that a function makes, Python's and C's: work without a clock."""

    def count(function):
        made = 0

        def note(frame, event, argument):
            nonlocal made
            made += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(note)
        try:
            function()
        finally:
            sys.setprofile(before)
        return made

    return count


@pytest.fixture
def blocks():
    """Counts the blocks of memory that stay in use after what a function yields is used up."""

    def count(function, text):
        before = sys.getallocatedblocks()
        deque(function(text), maxlen=0)
        gc.collect()
        return sys.getallocatedblocks() - before

    return count
