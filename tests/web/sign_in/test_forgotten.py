"""Who forgot a password gets the same answer whoever has the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.people.mail.queue import waiting
from course.people.mail.smtp import MailServer

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_the_answer_is_the_same_for_every_address(visitor: Visitor, hx: bool) -> None:
    visitor.app.config.update(MAIL=MailServer.at("smtp://127.0.0.1:1"), URL="https://leren.example")
    assert "/sign-in/forgotten" in visitor.page("/sign-in").addresses
    answers = [
        visitor.post("/sign-in/forgotten", {"email": address}, hx=hx)
        for address in (visitor.town.teacher.email, "stranger@school.example")
    ]
    assert len({(one.status_code, one.text, one.headers.get("Location")) for one in answers}) == 1
    assert waiting(visitor.town.store) == 2
    assert visitor.post("/sign-in/forgotten", {"email": "geen"}, hx=hx).status_code == 422


def test_without_a_mail_server_the_page_says_whom_to_ask(visitor: Visitor) -> None:
    assert "Vraag je beheerder om een link" in visitor.page("/sign-in/forgotten").words
    visitor.post("/sign-in/forgotten", {"email": visitor.town.teacher.email})
    assert waiting(visitor.town.store) == 0


def test_an_administrator_mails_a_link_and_tries_mail_out(visitor: Visitor) -> None:
    from tests import builders

    visitor.app.config.update(MAIL=MailServer.at("smtp://u:geheim@127.0.0.1:1"), MAIL_FROM="d@s.example")
    visitor.administrator = builders.an_administrator_of(visitor.town.store, visitor.town.board_id)
    visitor.as_administrator().post(f"/admin/people/{visitor.town.teacher.id}/invitation/mail")
    visitor.post("/admin/settings/test-mail")
    assert waiting(visitor.town.store) == 2
    page = visitor.page("/admin/settings")
    assert "Er wachten 2 mails" in page.words
    assert "geheim" not in visitor.get("/admin/settings").text
