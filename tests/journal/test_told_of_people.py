"""The journal tells who gave and ended which role, and who erased whom: ids alone, and nobody's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from course.enrolment.memberships import end_role
from course.enrolment.people import Staff, add_pupils, add_staff, erase_person
from course.errors import Clash
from course.journal import journal
from course.journal.journal import Entry, Event, Origin
from course.people.roles import Role
from course.people.roster import add_role
from tests.builders import NOW, a_group, a_pupil, a_school, a_teacher

if TYPE_CHECKING:
    from course.store.store import Store

BY = 4711
ORIGIN = Origin(NOW, BY, "192.0.2.0/24")


def told(store: Store) -> list[Entry]:
    return [*journal.read(store, since=NOW)]


def test_a_role_that_is_given_is_told_with_who_gave_it(store: Store) -> None:
    school = a_school(store)
    person = a_teacher(store, school=school).id
    with store.write() as conn:
        add_role(conn, person, Role.OFFICER, school.board_id, None, NOW.date(), ORIGIN)
    given = Entry(NOW, Event.ROLE_GIVEN, BY, person, school.board_id, place="192.0.2.0/24", detail="officer")
    assert told(store) == [given]
    with pytest.raises(Clash), store.write() as conn:
        add_role(conn, person, Role.OFFICER, school.board_id, None, NOW.date(), ORIGIN)
    assert told(store) == [given], "what was refused is not told"


def test_whoever_is_added_is_told_with_the_first_role(store: Store) -> None:
    group = a_group(store)
    staff = Staff(Role.COACH, "Jo", "jo@school.example", "", group.board_id, group.school_id)
    with store.write() as conn:
        coach = add_staff(conn, staff, NOW, BY)
        pupils = add_pupils(conn, group, [("Sam", ""), ("Bo", "")], NOW, "7", BY)
    assert told(store) == [
        Entry(NOW, Event.ROLE_GIVEN, BY, one, group.board_id, group.school_id, detail=role)
        for one, role in ((coach, "coach"), *((pupil, "pupil") for pupil in pupils))
    ]


def test_the_end_of_a_role_is_told_once(store: Store) -> None:
    school = a_school(store)
    person = a_teacher(store, school=school).id
    with store.write() as conn:
        role = conn.execute(text("SELECT id FROM roles")).scalar_one()
        end_role(conn, role, ORIGIN)
        end_role(conn, role, ORIGIN)
    place = "192.0.2.0/24"
    ended = Entry(
        NOW, Event.ROLE_ENDED, BY, person, school.board_id, school.id, place=place, detail="teacher"
    )
    assert told(store) == [ended]


def test_an_erasure_is_told_and_leaves_no_name(store: Store) -> None:
    group = a_group(store)
    pupil = a_pupil(store, group, "Zonnebloem")
    with store.write() as conn:
        erase_person(conn, pupil, ORIGIN)
        erase_person(conn, pupil, ORIGIN)
    assert told(store) == [Entry(NOW, Event.ERASED, BY, pupil, group.board_id, place="192.0.2.0/24")]
    with store.read() as conn:
        assert "Zonnebloem" not in str(conn.execute(text("SELECT * FROM journal")).all())
