"""How pytest runs chapters: the cells of one follow each other, and kernels start warm if asked."""

import os
import re
import sys

import pytest

APART = (
    "test_book.py",
    "test_browser.py",
    "test_builders.py",
    "test_freshness.py",
)
# Of a test of forms, "[name-wide]": the name of the form, if it has one
FORM = re.compile(r"(?:\[(.+?)(?:-wide|-narrow)?\])?$")


def pytest_configure(config):
    """Let the process that kernels are forked from get ready while tests are collected."""
    if os.environ.get("JUPYTER_DEFAULT_PROVISIONER_NAME") == "warm":
        from reportbook.running import kernels

        kernels.begin()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Keep what stands in one file together, as `--dist loadscope` does; nbval needs it.

    Not so the tests of the files in APART: these take long, and share nothing that a worker of
    its own would have to make anew. Those of one form of chart share its pictures.
    """
    if config.getoption("dist") != "load":
        return None
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            file = nodeid.partition("::")[0]
            if file.endswith("test_forms.py"):
                return f"{file}::{FORM.search(nodeid)[1]}"
            return nodeid if file.endswith(APART) else super()._split_scope(nodeid)

    return Scheduling(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session):
    """Spare a run of chapters alone Hypothesis, which its plugin loads at the end in any case.

    It takes each process more than a second.
    """
    if "hypothesis" not in sys.modules:
        session.config.pluginmanager.unregister(name="hypothesispytest")
