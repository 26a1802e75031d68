"""Cells of one chapter follow each other, so that pytest-xdist must not run them apart."""

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Keep what stands in one file together, as `--dist loadscope` does; nbval needs it."""
    if config.getoption("dist") != "load":
        return None
    from xdist.scheduler import LoadScopeScheduling

    return LoadScopeScheduling(config, log)
