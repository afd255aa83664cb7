from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from itsdangerous import URLSafeTimedSerializer

from web.http import cookies
from web.http.cookies import KnownCookies

if TYPE_CHECKING:
    from tests.web.conftest import Town, Visitor

HOUR = 3600
SIGNER = URLSafeTimedSerializer("a key of these tests", salt="cookie")


class Counting(URLSafeTimedSerializer):
    checked = 0

    def loads(self, *cookie: object, **how: object) -> object:
        self.checked += 1
        return super().loads(*cookie, **how)


def test_a_cookie_is_checked_once_and_gives_the_same_again() -> None:
    signer, known = Counting("key", salt="cookie"), KnownCookies()
    cookie = signer.dumps({"token": "t", "locale": "nl"})
    assert [known.read(signer, cookie, HOUR) for _ in range(3)] == [{"token": "t", "locale": "nl"}] * 3
    assert signer.checked == 1


def test_what_a_request_changes_in_its_session_stays_its_own() -> None:
    known = KnownCookies()
    cookie = SIGNER.dumps({"token": "t"})
    for _ in range(2):
        content = known.read(SIGNER, cookie, HOUR)
        assert content == {"token": "t"}
        content["token"] = "another"


def test_content_that_could_be_changed_in_place_is_read_anew() -> None:
    known = KnownCookies()
    cookie = SIGNER.dumps({"said": ["a"]})
    for _ in range(2):
        content = known.read(SIGNER, cookie, HOUR)
        assert content == {"said": ["a"]}
        content["said"].append("b")


@pytest.mark.parametrize(
    "cookie", ["", "x", "e30.x.y", "e30" + SIGNER.dumps({"token": "t"})[3:]], ids=range(4)
)
def test_a_forged_cookie_is_nobodys(cookie: str) -> None:
    known = KnownCookies()
    assert [known.read(SIGNER, cookie, HOUR) for _ in range(2)] == [None, None]


def test_a_known_cookie_grows_too_old_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    known = KnownCookies()
    cookie = SIGNER.dumps({"token": "t"})
    assert known.read(SIGNER, cookie, HOUR) is not None
    later = time.time() + HOUR + 2
    monkeypatch.setattr(time, "time", lambda: later)
    assert known.read(SIGNER, cookie, HOUR) is None


def test_no_more_are_kept_than_their_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cookies, "MOST", 3)
    known = KnownCookies()
    for number in range(10):
        assert known.read(SIGNER, SIGNER.dumps({"n": number}), HOUR) == {"n": number}
        assert len(known._found) <= 3


def test_a_kept_cookie_opens_no_door_after_signing_out(visitor: Visitor, town: Town) -> None:
    visitor.as_teacher()
    assert visitor.get("/teacher/").status_code == 200
    cookie = visitor.client.get_cookie("deelwijs")
    assert cookie is not None
    visitor.post("/sign-out")
    visitor.client.set_cookie("deelwijs", cookie.value)
    assert visitor.get("/teacher/").status_code == 401
