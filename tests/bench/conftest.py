"""The browser that measures the first page: an installed one where there is one, as in the journeys."""

import os

import pytest

from tests.e2e.conftest import QUIET
from tools.ready import browser as installed_browser


@pytest.fixture(scope="session")
def browser_type_launch_args():
    path = installed_browser()
    args = [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return {"args": args, **({"executable_path": path} if path else {})}
