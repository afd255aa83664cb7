"""The letter of the week is asked for and stopped at one's account, and stopped by its link without signing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.people.mail.smtp import MailServer
from course.people.mail.weekly import ask, wants
from tests.builders import NOW
from web.mail.stopping import stop_token

if TYPE_CHECKING:
    from flask import Flask

    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town


@pytest.fixture
def with_mail(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that can send letters."""
    monkeypatch.setitem(app.config, "MAIL", MailServer("127.0.0.1", 25, is_secure=False))


@pytest.mark.usefixtures("with_mail")
def test_a_teacher_asks_for_it_and_stops_it_again(visitor: Visitor, store: Store, town: Town) -> None:
    visitor.as_teacher()
    assert "Stuur mij de wekelijkse brief" in visitor.page("/account").words
    assert visitor.post("/account/weekly", {"wanted": "yes"}).status_code == 303
    assert wants(store, town.teacher.id)
    assert "Stop de brief" in visitor.page("/account").words
    visitor.post("/account/weekly", {"wanted": "no"})
    assert not wants(store, town.teacher.id)


def test_without_a_mail_server_nothing_is_offered(visitor: Visitor) -> None:
    assert "wekelijkse brief" not in visitor.as_teacher().page("/account").words


@pytest.mark.usefixtures("with_mail")
def test_an_administrator_has_nothing_to_read_in_it(visitor: Visitor, store: Store, town: Town) -> None:
    visitor.as_administrator()
    assert "wekelijkse brief" not in visitor.page("/account").words


def test_the_link_stops_it_when_pressed_and_not_when_a_program_looks(
    visitor: Visitor, app: Flask, store: Store, town: Town
) -> None:
    ask(store, town.teacher.id, NOW)
    path = f"/account/stop?t={stop_token(str(app.secret_key), town.teacher.id)}"
    assert "Stop de brief" in visitor.page(path).words
    assert wants(store, town.teacher.id)
    assert "niet meer" in visitor.post(path).text
    assert not wants(store, town.teacher.id)


def test_a_link_that_this_site_never_signed_stops_nothing(visitor: Visitor, store: Store, town: Town) -> None:
    ask(store, town.teacher.id, NOW)
    for path in (
        "/account/stop",
        "/account/stop?t=7",
        f"/account/stop?t={stop_token('x' * 32, town.teacher.id)}",
    ):
        assert "niet heel" in visitor.post(path).text
    assert wants(store, town.teacher.id)
