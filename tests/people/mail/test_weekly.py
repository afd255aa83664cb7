"""The letter of the week goes to who asked for it, once a week, in each role of which there is something to tell."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from course.enrolment.people import erase_person
from course.journal.journal import Origin
from course.people.mail.queue import Written, take_due
from course.people.mail.weekly import ask, put_down, readers, stop, wants, week_of
from course.people.roles import Role
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store

SITE = "https://leren.example"
WORDS = Written("Deelwijs", "Hallo", "x.y")


def test_a_week_is_named_by_its_monday() -> None:
    assert week_of(date(2026, 11, 29)) == "2026-W48"
    assert week_of(date(2026, 11, 30)) == "2026-W49"
    assert week_of(date(2027, 1, 1)) == "2026-W53"


def test_who_asked_gets_it_once_a_week_and_who_stopped_no_more(store: Store) -> None:
    group = builders.a_group(store)
    teacher = builders.a_teacher(store, group)
    builders.a_teacher(store, group)
    assert readers(store, NOW) == ()
    for _ in range(2):
        ask(store, teacher.id, NOW)
    (reader,) = readers(store, NOW)
    assert (reader.person_id, reader.address) == (teacher.id, teacher.email)
    (actor,) = reader.actors
    assert (actor.role, actor.group_ids) == (Role.TEACHER, (group.id,))
    assert put_down(store, reader, WORDS, SITE, NOW)
    assert not put_down(store, reader, WORDS, SITE, NOW)
    assert readers(store, NOW) == ()
    (letter,) = take_due(store, NOW)
    assert letter.words == WORDS
    assert readers(store, NOW + timedelta(days=7))
    stop(store, teacher.id)
    assert not wants(store, teacher.id)
    assert readers(store, NOW + timedelta(days=7)) == ()


def test_who_is_erased_gets_nothing(store: Store) -> None:
    teacher = builders.a_teacher(store, builders.a_group(store))
    ask(store, teacher.id, NOW)
    with store.write() as conn:
        erase_person(conn, teacher.id, Origin(NOW))
    assert readers(store, NOW) == ()
