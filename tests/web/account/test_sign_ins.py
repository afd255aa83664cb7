"""The account page tells where one is in, and ends what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import builders

if TYPE_CHECKING:
    from tests.web.conftest import Visitor

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


def test_other_devices_are_named_and_ended(visitor: Visitor) -> None:
    data = {"email": visitor.town.teacher.email, "password": builders.PASSWORD}
    other = visitor.app.test_client()
    for client in (other, visitor.app.test_client()):
        client.post("/sign-in", data=data, headers={"User-Agent": WINDOWS})
    page = visitor.as_teacher().page("/account")
    assert "Firefox, Windows" in page.words
    visitor.post("/account/sign-ins/end", dict(page.form("/sign-ins/end").fields))
    visitor.post("/account/sign-ins/others/end")
    assert other.get("/account").status_code == 401
    page = visitor.page("/account")
    assert "Firefox, Windows" not in page.words
    assert not page.has_form("/sign-ins/others/end")
