"""One press reminds the team, on both pages of a director, and each colleague reads it until it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.people.mail.queue import waiting
from course.people.mail.smtp import MailServer
from tests.rulebooks.rules import published

if TYPE_CHECKING:
    import pytest
    from flask import Flask

    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town

BUTTON = "Herinner wie nog niet klaar is"
CONFIRMED = "/rules/confirmed/"


def test_a_director_reminds_of_the_training_and_a_teacher_reads_it(visitor: Visitor, store: Store) -> None:
    assert "Maak je scholing af" not in visitor.as_teacher().page("/learn/").words
    assert BUTTON in visitor.as_director().page("/director/staff").words
    assert visitor.post("/director/staff/reminders").status_code == 303
    words = visitor.page("/director/staff").words
    assert BUTTON not in words
    assert "Laatst herinnerd op 20 november 2026" in words
    visitor.post("/director/staff/reminders")
    assert "minder dan een week geleden" in visitor.page("/director/staff").words
    assert waiting(store) == 0
    assert "Maak je scholing af" in visitor.as_teacher().page("/learn/").words
    assert "Maak je scholing af" not in visitor.as_pupil().page("/learn/").words


def test_a_director_reminds_of_the_protocol_until_it_is_confirmed(
    visitor: Visitor, town: Town, store: Store
) -> None:
    assert BUTTON not in visitor.as_director().page(f"{CONFIRMED}team").words
    version = published(store, town.ours)
    assert BUTTON in visitor.page(f"{CONFIRMED}team").words
    visitor.post(f"{CONFIRMED}team/reminders")
    assert "Laatst herinnerd op" in visitor.page(f"{CONFIRMED}team").words
    assert "Je directeur herinnert je eraan." in visitor.as_teacher().page("/learn/").words
    visitor.post(CONFIRMED, {"version": str(version.id)})
    assert "Je directeur herinnert je eraan." not in visitor.page("/learn/").words


def test_where_mail_is_set_up_letters_go_along(
    visitor: Visitor, app: Flask, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "MAIL", MailServer("127.0.0.1", 25, is_secure=False))
    visitor.as_director()
    assert "en krijgen een mail" in visitor.page("/director/staff").words
    visitor.post("/director/staff/reminders")
    assert "onderweg" in visitor.page("/director/staff").words
    assert waiting(store) >= 1
