"""How pytest runs chapters: the cells of one follow each other, and kernels start warm if asked."""

import os
import sys

import pytest


def pytest_configure(config):
    """Let the process that kernels are forked from get ready while tests are collected."""
    if os.environ.get("JUPYTER_DEFAULT_PROVISIONER_NAME") == "warm":
        from reportbook.running import kernels

        kernels.begin()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Keep what stands in one file together, as `--dist loadscope` does; nbval needs it."""
    if config.getoption("dist") != "load":
        return None
    from xdist.scheduler import LoadScopeScheduling

    return LoadScopeScheduling(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session):
    """Spare a run of chapters alone Hypothesis, which its plugin loads at the end in any case.

    It takes each process more than a second.
    """
    if "hypothesis" not in sys.modules:
        session.config.pluginmanager.unregister(name="hypothesispytest")
