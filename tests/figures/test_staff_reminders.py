"""A director reminds whoever of the team has not done it, once a week, and nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.enrolment.people import erase_person
from course.errors import NotFound, Refused
from course.figures.staff_reminders import AGAIN_AFTER, Kind, last_reminded, remind_staff, reminded_me
from course.journal.journal import Origin
from course.people.mail.queue import Letter, take_due, waiting
from course.rulebooks.attesting import sign
from tests.builders import NOW, a_director, a_school, a_teacher, an_officer, signed_in
from tests.rulebooks.rules import a_text, an_act, library, published, stance

if TYPE_CHECKING:
    from course.people.access import School
    from course.people.actor import Actor
    from course.store.store import Store

SITE = "https://leren.example"
CHANGED = a_text(stances={an_act(): stance("forbidden", "a")})


@pytest.fixture
def school(store: Store) -> School:
    return a_school(store)


@pytest.fixture
def director(store: Store, school: School) -> Actor:
    return signed_in(store, a_director(store, school))


@pytest.fixture
def teacher(store: Store, school: School) -> Actor:
    return signed_in(store, a_teacher(store, school=school))


def test_who_has_training_left_is_reminded_with_a_letter_to_everybody_but_who_pressed(
    store: Store, director: Actor, teacher: Actor
) -> None:
    assert reminded_me(store, library(), teacher, NOW) == frozenset()
    done = remind_staff(store, library(), director, Kind.TRAINING, SITE, NOW)
    assert (done.people, done.letters) == (2, 1)
    (letter,) = take_due(store, NOW)
    assert (letter.kind, letter.person_id, letter.site) == (Letter.TRAINING, teacher.person_id, SITE)
    assert reminded_me(store, library(), teacher, NOW) == {Kind.TRAINING}
    assert last_reminded(store, director) == {Kind.TRAINING: NOW}


def test_without_mail_nothing_waits_to_be_sent(store: Store, director: Actor, teacher: Actor) -> None:
    assert remind_staff(store, library(), director, Kind.TRAINING, None, NOW).letters == 0
    assert take_due(store, NOW) == ()
    assert reminded_me(store, library(), teacher, NOW) == {Kind.TRAINING}


def test_who_confirmed_the_protocol_is_not_reminded_of_it(
    store: Store, school: School, director: Actor, teacher: Actor
) -> None:
    with pytest.raises(Refused):
        remind_staff(store, library(), director, Kind.PROTOCOL, SITE, NOW)
    version = published(store, school)
    other = signed_in(store, a_teacher(store, school=school))
    sign(store, library(), teacher, version.id, NOW)
    done = remind_staff(store, library(), director, Kind.PROTOCOL, SITE, NOW)
    assert (done.people, done.letters) == (2, 1)
    assert [one.person_id for one in take_due(store, NOW)] == [other.person_id]


def test_where_everybody_confirmed_nobody_can_be_reminded(
    store: Store, school: School, director: Actor
) -> None:
    version = published(store, school)
    sign(store, library(), director, version.id, NOW)
    with pytest.raises(Refused):
        remind_staff(store, library(), director, Kind.PROTOCOL, SITE, NOW)
    assert last_reminded(store, director) == {}


def test_a_reminder_of_another_version_is_told_no_more(
    store: Store, school: School, director: Actor, teacher: Actor
) -> None:
    published(store, school)
    remind_staff(store, library(), director, Kind.PROTOCOL, SITE, NOW)
    assert reminded_me(store, library(), teacher, NOW) == {Kind.PROTOCOL}
    published(store, school, text=CHANGED)
    assert reminded_me(store, library(), teacher, NOW) == frozenset()


def test_the_team_is_reminded_of_each_once_a_week(
    store: Store, school: School, director: Actor, teacher: Actor
) -> None:
    published(store, school)
    for kind in Kind:
        remind_staff(store, library(), director, kind, SITE, NOW)
        with pytest.raises(Refused):
            remind_staff(store, library(), director, kind, SITE, NOW + AGAIN_AFTER - timedelta(seconds=1))
        remind_staff(store, library(), director, kind, SITE, NOW + AGAIN_AFTER)
    assert set(last_reminded(store, director).values()) == {NOW + AGAIN_AFTER}
    assert waiting(store) == 4


def test_a_reminder_of_last_school_year_is_told_no_more(
    store: Store, director: Actor, teacher: Actor
) -> None:
    remind_staff(store, library(), director, Kind.TRAINING, SITE, NOW)
    assert reminded_me(store, library(), teacher, NOW + timedelta(days=365)) == frozenset()


def test_nobody_but_who_sees_the_team_by_name_reminds_it(
    store: Store, director: Actor, teacher: Actor
) -> None:
    officer = signed_in(store, an_officer(store, director.board_id))
    for other in (teacher, officer):
        with pytest.raises(NotFound):
            remind_staff(store, library(), other, Kind.TRAINING, SITE, NOW)
        with pytest.raises(NotFound):
            last_reminded(store, other)
    assert take_due(store, NOW) == ()


def test_another_schools_team_is_not_reminded(store: Store, director: Actor) -> None:
    elsewhere = signed_in(store, a_teacher(store))
    remind_staff(store, library(), director, Kind.TRAINING, SITE, NOW)
    assert reminded_me(store, library(), elsewhere, NOW) == frozenset()


def test_a_director_who_is_erased_leaves_when_the_team_was_reminded(
    store: Store, school: School, director: Actor
) -> None:
    remind_staff(store, library(), director, Kind.TRAINING, SITE, NOW)
    with store.write() as conn:
        erase_person(conn, director.person_id, Origin(NOW))
    assert last_reminded(store, signed_in(store, a_director(store, school))) == {Kind.TRAINING: NOW}
