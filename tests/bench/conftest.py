"""What `make bench` may be asked for, and the browser that measures the first page: an installed one, as in the journeys."""

import os
from pathlib import Path

import pytest

from tests.bench.slow_disk import slow_disk
from tests.e2e.conftest import QUIET
from tools.ready import browser as installed_browser

ROOT = Path(__file__).parents[2]


def pytest_addoption(parser):
    group = parser.getgroup("bench")
    group.addoption("--fsync-ms", type=float, default=0.0, help="milliseconds more for every fsync")
    group.addoption("--modules", type=int, default=3, help="modules of the content that is served")
    group.addoption("--rounds", type=int, default=4, help="turns of two seconds for each server")


@pytest.fixture(scope="session")
def browser_type_launch_args():
    path = installed_browser()
    args = [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return {"args": args, **({"executable_path": path} if path else {})}


@pytest.fixture
def disk(request):
    """The disk, or one that is slower by `--fsync-ms`; says which."""
    slower = request.config.getoption("--fsync-ms", 0.0)
    with slow_disk(slower):
        yield f", fsync +{slower:g} ms" if slower else ""


@pytest.fixture
def content(request, tmp_path):
    """The content, or with `--modules` a copy with as many."""
    modules = request.config.getoption("--modules", 3)
    if modules <= 3:
        return ROOT
    from tests.library.many_modules import write_modules

    return write_modules(tmp_path / "content", modules)
