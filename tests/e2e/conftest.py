"""A server and a browser per test process, a fresh browser context per test."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from course.library import default_content_root, load_library
from tests.e2e.live import Live, serving
from tests.e2e.steps import Steps
from tests.e2e.year import begun
from tools.ready import browser as installed_browser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from course.library import Library
    from tests.e2e.year import Year

QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
SOON = ("test_pupil", "test_staff", "test_admin")
"""What everybody does every day, in `make test`; every other journey is part of `make proof`."""
SLOWEST = 15_000
"""Milliseconds until a journey gives up waiting; two cores may be shared with everything else."""


def pytest_configure() -> None:
    expect.set_options(timeout=SLOWEST)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/tests/e2e/" in item.path.as_posix():
            item.add_marker(pytest.mark.e2e)
            if item.path.stem not in SOON:
                item.add_marker(pytest.mark.proof)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """An installed Chromium where there is one, else Playwright's own."""
    args = [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    path = installed_browser()
    return {"args": args, **({"executable_path": path} if path else {})}


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(default_content_root())


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Iterator[Live]:
    with serving(tmp_path_factory.mktemp("live"), library) as server:
        yield server


@pytest.fixture
def visit(live: Live, browser: Browser) -> Iterator[Callable[..., Steps]]:
    """`visit(person_id)` gives a page in a browser of its own; keywords go to the browser context."""
    contexts = []

    def visit(person_id: int | None = None, **words: Any) -> Steps:
        context = browser.new_context(**{"base_url": live.url, "locale": "nl-NL", **words})
        context.set_default_timeout(SLOWEST)
        contexts.append(context)
        if person_id is not None:
            live.let_in(context, person_id)
        return Steps(context.new_page(), live)

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture
def year(library: Library, tmp_path: Path, browser: Browser) -> Iterator[Year]:
    """A course of its own, whose clock the journey turns."""
    yield from begun(library, tmp_path, browser)
