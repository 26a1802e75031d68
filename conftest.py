"""How pytest runs chapters: the cells of one follow each other, and kernels start warm if asked."""

import os

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
