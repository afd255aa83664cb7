"""The letter of the week says what asks attention and some counts, and nothing about a pupil."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from course.people.mail.queue import take_due
from course.people.mail.weekly import ask
from course.people.tables import persons
from tests.builders import NOW
from tests.people.mail.post_office import open_office
from tests.web.term import a_term
from web.mail.sending import send_due
from web.mail.weekly import write_letters

if TYPE_CHECKING:
    from flask import Flask

    from course.store.store import Store
    from tests.web.town import Town

SITE, SENDER = "https://leren.example", "Deelwijs <deelwijs@school.example>"


def asked(store: Store, town: Town) -> None:
    """A term in a group, and a teacher, director and officer who asked for the letter."""
    a_term(store, town.our_group, done=6, busy=2, stuck=1)
    for one in (town.teacher, town.director, town.officer):
        ask(store, one.id, NOW)


def test_each_role_reads_what_asks_attention_first_and_where_to_see_it(
    app: Flask, store: Store, town: Town
) -> None:
    asked(store, town)
    assert write_letters(app, store, SITE, NOW, dry=True) == 3
    assert write_letters(app, store, SITE, NOW, dry=False) == 3
    assert write_letters(app, store, SITE, NOW, dry=False) == 0
    bodies = {one.person_id: one.words.body for one in take_due(store, NOW)}
    assert "7B, ‘Mag deze foto?’: 6 van 11 klaar" in bodies[town.teacher.id]
    assert f"{SITE}/director/" in bodies[town.director.id] or f"{SITE}/goals/" in bodies[town.director.id]
    assert "klaar met de scholing" in bodies[town.director.id]
    assert f"{SITE}/board/" in bodies[town.officer.id]
    assert town.ours.name in bodies[town.officer.id]


def test_no_letter_holds_a_pupils_name_or_a_count_of_a_small_group(
    app: Flask, store: Store, town: Town
) -> None:
    asked(store, town)
    a_term(store, town.next_group, done=1, busy=1)
    ask(store, town.next_teacher.id, NOW)
    write_letters(app, store, SITE, NOW, dry=False)
    with store.read() as conn:
        pupils = conn.execute(select(persons.c.name).where(persons.c.email.is_(None))).scalars().all()
    letters = take_due(store, NOW)
    assert len(pupils) > 10
    assert len(letters) == 4
    for letter in letters:
        words = letter.words.body.replace(",", " ").split()
        assert not [name for name in pupils if name in letter.words.body and name.split()[-1] in words]
        assert "Kind " not in letter.words.body
    (next_one,) = [one for one in letters if one.person_id == town.next_teacher.id]
    assert " van " not in next_one.words.body


def test_it_says_how_it_stops_to_people_and_to_programs(app: Flask, store: Store, town: Town) -> None:
    asked(store, town)
    write_letters(app, store, SITE, NOW, dry=False)
    with open_office() as office:
        assert send_due(store, office.server, SENDER, NOW).sent == 3
    for letter in office.letters:
        assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        link = letter["List-Unsubscribe"].strip(" <>")
        plain = letter.get_body(("plain",)).get_content()
        html = letter.get_body(("html",)).get_content()
        assert link.startswith(f"{SITE}/account/stop?t=")
        assert link in plain.replace("=\n", "")
        assert f'<a href="{link}">' in html
        assert "<script" not in html
        assert "src=" not in html


def test_who_stopped_meanwhile_gets_none(app: Flask, store: Store, town: Town) -> None:
    ask(store, town.teacher.id, NOW)
    write_letters(app, store, SITE, NOW, dry=False)
    (letter,) = take_due(store, NOW)
    path = f"/account/stop?t={letter.words.stop_token}"
    client = app.test_client()
    assert client.get(path).status_code == 200
    assert client.post(path, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    with open_office() as office:
        done = send_due(store, office.server, SENDER, NOW + timedelta(minutes=5))
    assert (done.sent, done.dropped) == (0, 1)
