"""What holds for every page: headers, cookies, CSRF, no other host, one shape for htmx, and no query from a template."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from flask import before_render_template, template_rendered
from sqlalchemy import event

from tests import builders
from tests.web import doors
from tests.web.conftest import HX, Visitor
from tests.web.doors import ROLES, ROUTES, every_door, lesson_of
from tests.web.http.test_doors import come
from tests.web.page import Page
from web.display.template_globals import STATIC
from web.http.csrf import ADDRESS_IS_ENOUGH
from web.http.security import HEADERS

OWN_HOST = "localhost"
STRICTER = {"goals.file": {"Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'"}}
"""What somebody sent in is let do nothing at all."""


@pytest.fixture
def world(visitor):
    return doors.build(visitor)


def pages(visitor, app, world, role):
    """Every address that this role may open, with its answer."""
    come(visitor, role)
    for door in every_door(app, world, lesson_of(role)):
        if door.method == "GET" and ROUTES[door.endpoint].is_for(role):
            yield door, visitor.get(door.path)


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_every_answer_is_protected_and_no_page_names_another_host(visitor, app, world, role):
    for door, answer in pages(visitor, app, world, role):
        for name, value in {**HEADERS, **STRICTER.get(door.endpoint, {})}.items():
            assert answer.headers[name] == value, (door.path, name)
        assert "Cache-Control" in answer.headers, door.path
        if answer.mimetype != "text/html" or answer.status_code != 200:
            continue
        assert answer.headers["Cache-Control"] == "no-store, private", door.path
        assert "HX-Request" in answer.vary, door.path
        page = Page(answer.text)
        away = [
            one
            for one in page.addresses
            if one != app.config["EXIT_PAGE"]
            and (
                urlsplit(one).netloc not in {"", "localhost"}
                or urlsplit(one).scheme not in {"", "data", "tel", "http"}
            )
        ]
        assert away == [], door.path
        assert app.config["EXIT_PAGE"] not in page.addresses or door.endpoint == "contacts.talk"
        assert not re.search(r"url\(\s*['\"]?\s*(https?:)?//", answer.text), door.path
        inline = [attrs for tag, attrs in page.tags if "style" in attrs or tag == "style"]
        assert inline == [], door.path


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_no_template_asks_the_store_anything(visitor, app, world, role, store):
    """Everything that a page shows is read before it is drawn; what is drawn reads nothing."""
    drawing, asked = [], []

    def note(_conn, _cursor, statement, *_rest):
        if drawing:
            asked.append((drawing[-1], statement))

    def begins(_app, template, **_):
        drawing.append(template.name)

    def ends(_app, **_):
        drawing.pop()

    event.listen(store.engine, "before_cursor_execute", note)
    with before_render_template.connected_to(begins, app), template_rendered.connected_to(ends, app):
        seen = [door.path for door, _answer in pages(visitor, app, world, role)]
    event.remove(store.engine, "before_cursor_execute", note)
    assert asked == []
    assert seen


@pytest.mark.parametrize(
    "name", sorted(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.css"))
)
def test_no_style_sheet_loads_from_elsewhere(name):
    css = (STATIC / name).read_text(encoding="utf-8")
    loaded = re.findall(r"url\(\s*['\"]?([^'\")]+)", css) + re.findall(r"@import\s+['\"]([^'\"]+)", css)
    assert [one for one in loaded if re.match(r"(\w+:)?//", one) and not one.startswith("data:")] == []


@pytest.mark.parametrize("name", ["js/app.js", "js/play.js", "js/aloud.js"])
def test_no_script_of_ours_calls_elsewhere_or_makes_code(name):
    script = (STATIC / name).read_text(encoding="utf-8")
    assert not re.search(r"https?://|\beval\(|new Function|innerHTML|document\.write|sendBeacon", script)


WHOLE = (
    "account.stop_weekly",
    "sign_in.",
    "visitor.",
    "contacts.talk",
    "account.known",
    "feedback.",
    "protocols.play",
    "modules.play",
    "rules.play",
    "rules.ask",
)
"""Pages that nothing swaps into another: they come whole to everybody."""


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_one_address_has_two_shapes(visitor, app, world, role):
    """Where htmx asks, a piece comes; a boosted link and a history restore get the whole page."""
    for door, whole in pages(visitor, app, world, role):
        if whole.mimetype != "text/html" or whole.status_code != 200 or door.endpoint.startswith(WHOLE):
            continue
        piece = visitor.get(door.path, hx=True)
        assert "<html" not in piece.text, door.path
        assert Page(piece.text).words in Page(whole.text).words, door.path
        for extra in ({"HX-Boosted": "true"}, {"HX-History-Restore-Request": "true"}):
            answer = visitor.client.get(door.path, headers={"HX-Request": "true", **extra})
            assert "<html" in answer.text, door.path


def test_every_post_needs_the_token_of_its_own_session(guarded, town, clock, app, world):
    visitor = Visitor(guarded, town, clock)
    posts = [
        door
        for door in every_door(guarded, world)
        if door.method == "POST" and door.endpoint not in ADDRESS_IS_ENOUGH
    ]
    assert len(posts) > 15
    for door in posts:
        come(visitor, next(role for role in ROLES if ROUTES[door.endpoint].is_for(role)))
        for token in (None, "forged"):
            data = {**door.data, **({"csrf_token": token} if token else {})}
            for hx in (False, True):
                assert visitor.post(door.path, data, hx=hx).status_code == 400, (door.endpoint, token)


def test_the_token_of_a_page_lets_its_form_through(guarded, town, clock):
    visitor = Visitor(guarded, town, clock)
    form = visitor.page("/sign-in").form("")
    token = Page(visitor.get("/sign-in").text).forms[-1].value("csrf_token")
    assert form is not None
    data = {"email": town.teacher.email, "password": builders.PASSWORD, "csrf_token": token}
    assert visitor.post("/sign-in", data).status_code == 303
    stale = {"language": "en", "csrf_token": token}
    assert visitor.post("/language", stale).status_code == 400, "the session is new, and so is its token"


def test_somebody_elses_token_is_worth_nothing(guarded, town, clock):
    mine, other = Visitor(guarded, town, clock).as_teacher(), Visitor(guarded, town, clock).as_director()
    token = Page(other.get("/director/").text).forms[0].value("csrf_token")
    mine.get("/teacher/")
    assert mine.post("/sign-out", {"csrf_token": token}).status_code == 400


def test_a_page_that_is_open_all_day_still_gets_its_answer_through(guarded, town, clock, monkeypatch):
    visitor = Visitor(guarded, town, clock).as_teacher()
    token = Page(visitor.get("/teacher/").text).forms[0].value("csrf_token")
    import time

    later = time.time() + 11 * 3600
    monkeypatch.setattr(time, "time", lambda: later)
    assert visitor.post("/language", {"language": "en", "csrf_token": token}).status_code == 303


def test_errors_are_pages_and_pieces(visitor, hx):
    for method, path, status in (("GET", "/nowhere", 404), ("GET", "/learn/", 401), ("PUT", "/", 405)):
        answer = visitor.client.open(path, method=method, headers=HX if hx else {})
        assert answer.status_code == status
        assert ("<html" in answer.text) is not hx
        assert "HX-Request" in answer.vary
        assert answer.headers.get("HX-Retarget") == ("#notices" if hx else None)
        assert answer.headers.get("HX-Reswap") == ("innerHTML" if hx else None)
        page = Page(answer.text)
        assert any(tag == "a" and "button" in attrs.get("class", "") for tag, attrs in page.tags), "a way on"


def cookies(answer):
    return answer.headers.getlist("Set-Cookie")


@pytest.mark.parametrize(
    ("host", "secure"),
    [
        ("http://localhost:8000", False),
        ("http://127.0.0.1:8000", False),
        ("http://127.9.9.9", False),
        ("http://[::1]:8000", False),
        ("http://deelwijs.school.example", True),
        ("https://deelwijs.school.example", True),
        ("https://127.0.0.1:8000", True),
        ("http://192.168.1.20:8000", True),
        ("http://10.0.0.1", True),
        ("http://localhost.evil.example", True),
        ("http://127.0.0.1.evil.example", True),
    ],
)
def test_the_cookie_is_for_this_site_and_for_encrypted_ways_only(visitor, town, host, secure):
    data = {"email": town.teacher.email, "password": builders.PASSWORD}
    found = {
        cookie.partition("=")[0]: cookie
        for cookie in cookies(visitor.client.post("/sign-in", data=data, base_url=host))
    }
    assert set(found) == (
        {"__Host-deelwijs", "__Secure-deelwijs-devices"} if secure else {"deelwijs", "deelwijs-devices"}
    )
    for name, cookie in found.items():
        assert f"Path={'/sign-in' if 'devices' in name else '/'};" in f"{cookie};"
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert ("Secure" in cookie.split("; ")) is secure
        assert "Domain" not in cookie


@pytest.mark.parametrize(
    ("host", "told"),
    [
        ("https://deelwijs.school.example", True),
        ("http://deelwijs.school.example", False),
        ("https://localhost:8443", False),
        ("http://127.0.0.1:8000", False),
    ],
)
def test_a_browser_is_told_to_stay_on_encrypted_ways(visitor, host, told):
    """Not of this machine: everything else that runs on it would be meant too."""
    answer = visitor.client.get("/", base_url=host)
    assert ("max-age=" in answer.headers.get("Strict-Transport-Security", "")) is told


@pytest.mark.parametrize(
    ("host", "below"),
    [("leren.school.example", True), ("leren.school.example:8443", True), ("school.example", False)],
)
def test_what_stands_below_a_name_of_its_own_stays_encrypted_too(visitor, host, below):
    """Below a board's own name all its other sites stand, which are not ours to decide on."""
    told = visitor.client.get("/", base_url=f"https://{host}").headers["Strict-Transport-Security"]
    assert told.startswith("max-age=31536000")
    assert told.endswith("; includeSubDomains") is below


def test_what_was_sent_is_not_sent_back_for_tracing(visitor):
    assert visitor.client.open("/", method="TRACE").status_code == 405


def test_the_cookie_tells_nothing_of_who_it_is(visitor, town):
    data = {"email": town.teacher.email, "password": builders.PASSWORD}
    visitor.post("/sign-in", data)
    with visitor.client.session_transaction() as session:
        assert set(session) <= {"token", "_permanent", "csrf_token", "locale", "owner", "browser"}


@pytest.mark.parametrize("name", ["css/app.css", "js/app.js", "js/play.js", "vendor/htmx.org/htmx.min.js"])
def test_static_files_are_kept_long_under_an_address_of_their_content(visitor, name):
    page = Page(visitor.as_pupil().get("/learn/lessons/mag-deze-foto").text)
    (address,) = {one for one in page.addresses if one.startswith(f"/static/{name}")}
    assert re.search(r"\?v=[0-9a-f]{10}$", address)
    assert "max-age=31536000" in visitor.get(address).headers["Cache-Control"]


def test_everything_a_page_loads_is_there(visitor, app, world):
    """No picture, script or style of any page is missing."""
    missing = set()
    for role in ROLES:
        for door, answer in pages(visitor, app, world, role):
            if answer.mimetype != "text/html" or answer.status_code != 200:
                continue
            loads = {
                attrs.get("src") or attrs.get("href", "")
                for tag, attrs in Page(answer.text).tags
                if tag in {"img", "script", "link"}
            }
            missing |= {
                (door.path, one)
                for one in loads
                if one and not one.startswith("data:") and visitor.get(one).status_code != 200
            }
    assert missing == set()


def test_pages_travel_compressed(visitor):
    answer = visitor.as_pupil().client.get("/learn/lessons/mag-deze-foto", headers={"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert {"Accept-Encoding", "HX-Request"} <= set(answer.vary)


def test_health_is_told_in_one_word(visitor):
    assert visitor.get("/health").text == "fine\n"
