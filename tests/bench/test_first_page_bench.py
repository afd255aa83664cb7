"""What `deelwijs serve` takes to answer its first page, and what a cold browser fetches for its first two."""

import statistics
import time

import pytest

from course.store.store import Store
from tests.bench.classes import LESSON, some_classes
from tests.bench.servers import deelwijs, the_bare_site
from tests.bench.table import printed
from tests.library.many_modules import write_modules

pytestmark = pytest.mark.bench

STARTS = 7
MODULES = 40
SETTLED = 1
"""Seconds after the first page, until both workers have started and lie still."""


@pytest.fixture
def database(tmp_path):
    address = f"sqlite:///{tmp_path / 'deelwijs.db'}"
    store = Store.open(address)
    store.migrate()
    store.close()
    return address


def test_serve_answers_its_first_page_as_soon_with_forty_modules(database, tmp_path, capsys):
    """In turns, so that the ratios hold whatever else the machine does; the first start of each compiles."""
    many = write_modules(tmp_path / "content", MODULES)
    starts = {
        "bare Flask with SQLAlchemy": the_bare_site,
        "3 modules": lambda: deelwijs(database),
        f"{MODULES} modules": lambda: deelwijs(database, many),
    }
    seen = {name: [] for name in starts}
    for _ in range(STARTS + 1):
        for name, start in starts.items():
            with start() as served:
                time.sleep(SETTLED)
                seen[name].append((served.seconds, served.cpu() / 2, served.memory()))
    first = {name: rows.pop(0)[0] for name, rows in seen.items()}
    middle = {
        name: [statistics.median(column) for column in zip(*rows, strict=True)] for name, rows in seen.items()
    }
    floor = middle["bare Flask with SQLAlchemy"]
    rows = [
        (name, first[name], *figures, figures[0] / floor[0], figures[1] / floor[1])
        for name, figures in middle.items()
    ]
    heads = (
        "",
        "first, s",
        "s",
        "processor of a worker, s",
        "two workers, MiB",
        "s / bare",
        "processor / bare",
    )
    with capsys.disabled():
        printed(f"to the first page, median of {STARTS} starts (aim 0.6 / 0.35 = 1.7)", heads, rows)


def test_a_cold_browser_fetches_little(database, browser, capsys):
    store = Store.open(database)
    pupil = some_classes(store, 1, 2)[0]
    store.close()
    with deelwijs(database) as served:
        site = f"http://127.0.0.1:{served.port}"
        rows = [
            ("class code, /", *fetched(browser, site, "/", "")),
            ("first lesson page", *fetched(browser, site, f"/learn/lessons/{LESSON}", pupil.cookie)),
        ]
    with capsys.disabled():
        heads = ("", "requests", "kB bodies", "kB in all", "kB scripts, styles, pages")
        printed("first page, cold, compressed (aim 6 requests, 60 kB)", heads, rows)
    assert all(requests for _, requests, *_ in rows)


def fetched(browser, site: str, path: str, cookie: str) -> tuple[int, float, float, float]:
    """Requests and bytes of a page in a fresh browser, as they crossed the wire."""
    context = browser.new_context()
    if cookie:
        name, value = cookie.split("=", 1)
        context.add_cookies([{"name": name, "value": value, "url": site}])
    page, seen = context.new_page(), []
    page.on("requestfinished", lambda request: seen.append(request))  # noqa: PLW0108 - Playwright marks its listeners
    page.goto(site + path, wait_until="networkidle")
    assert all(request.url.startswith(site) for request in seen)
    sizes = [request.sizes() for request in seen]
    words = [size for request, size in zip(seen, sizes, strict=True) if request.resource_type != "font"]
    context.close()
    return (
        len(seen),
        sum(size["responseBodySize"] for size in sizes) / 1000,
        sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) / 1000,
        sum(size["responseBodySize"] for size in words) / 1000,
    )
