"""What `deelwijs serve` takes to answer its first page, and what a cold browser fetches for its first two."""

import pytest

from course.store.store import Store
from tests.bench.classes import LESSON, some_classes
from tests.bench.servers import deelwijs
from tests.bench.table import printed

pytestmark = pytest.mark.bench

STARTS = 5


@pytest.fixture
def database(tmp_path):
    address = f"sqlite:///{tmp_path / 'deelwijs.db'}"
    store = Store.open(address)
    store.migrate()
    store.close()
    return address


def test_serve_answers_its_first_page_soon(database, capsys):
    seconds = []
    for _ in range(STARTS):
        with deelwijs(database) as served:
            seconds.append(served.seconds)
    with capsys.disabled():
        rows = [("fastest", min(seconds)), ("slowest", max(seconds))]
        printed(f"from `deelwijs serve` to the first page, of {STARTS} starts (aim 0.6 s)", ("", "s"), rows)


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
