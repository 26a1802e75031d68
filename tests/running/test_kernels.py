"""The kernels of strict nbval: charts are drawn by one process for all, and without it too."""

import os
from multiprocessing.connection import Listener
from threading import Thread

import pytest

from reportbook.running import kernels


@pytest.mark.parametrize("ending", ["answers", "says nothing", "was never there"])
def test_a_kernel_draws_by_itself_where_the_process_for_all_does_not(ending):
    def answer(listener):
        with listener, listener.accept() as pipe:
            asked = pipe.recv()
            if ending == "answers":
                pipe.send(("by the other", *asked))

    name = f"test-kernels-{os.getpid()}"
    if ending != "was never there":
        listener = Listener(f"\0{name}-drawings", "AF_UNIX")
        other = Thread(target=answer, args=[listener])
        other.start()
    drawn = kernels._asked(name, "a chart", itself=lambda chart: ("by itself", chart))
    assert drawn == ("by the other" if ending == "answers" else "by itself", "a chart")
    if ending != "was never there":
        other.join()
