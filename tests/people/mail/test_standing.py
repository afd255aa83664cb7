"""A letter that waits is looked at once more before it goes: to whom, and whether what it says is still so."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.calendar import school_day
from course.enrolment.memberships import end_role, join, leave
from course.journal.journal import Origin
from course.people.invitations import accept, invite
from course.people.mail import weekly
from course.people.mail.queue import Letter, put, take_due
from course.people.mail.standing import goes_to
from course.people.roles import InGroup, Role
from course.people.roster import add_role
from course.people.tables import roles
from tests import builders
from tests.builders import NOW
from tests.people.sign_on.links import a_link

if TYPE_CHECKING:
    from course.people.mail.queue import Waiting
    from course.store.store import Store
    from tests.builders import StaffMember

LATER = NOW + timedelta(minutes=5)
OWN = "paarse-lantaarn-zwemt-hoog"
OF_A_PLACE = (Letter.WEEKLY, Letter.TRAINING, Letter.PROTOCOL)


def a_letter(store: Store, kind: Letter, who: StaffMember) -> Waiting:
    with store.write() as conn:
        put(conn, kind, who.email, "https://leren.example", "nl", NOW, person_id=who.id)
    return take_due(store, NOW)[-1]


def goes(store: Store, letter: Waiting) -> bool:
    with store.read() as conn:
        return goes_to(conn, letter, LATER) is not None


def a_second_school(store: Store, who: StaffMember) -> int:
    """Gives the role that somebody has there."""
    school = builders.a_school(store)
    with store.write() as conn:
        return add_role(conn, who.id, Role.TEACHER, school.board_id, school.id, school_day(NOW), Origin(NOW))


def end(store: Store, role_id: int) -> None:
    with store.write() as conn:
        end_role(conn, role_id, Origin(LATER))


def only_role(store: Store, who: StaffMember) -> int:
    with store.read() as conn:
        return conn.execute(roles.select().where(roles.c.person_id == who.id)).one().id


@pytest.mark.parametrize("kind", list(Letter))
def test_nothing_goes_to_who_has_no_role_any_more_and_all_to_who_has(store: Store, kind: Letter) -> None:
    teacher = builders.a_teacher(store)
    weekly.ask(store, teacher.id, NOW)
    letter = a_letter(store, kind, teacher)
    assert goes(store, letter)
    end(store, only_role(store, teacher))
    assert not goes(store, letter)


@pytest.mark.parametrize("kind", [Letter.INVITATION, Letter.FORGOTTEN])
def test_a_link_that_was_handed_over_since_is_not_killed_by_a_letter(store: Store, kind: Letter) -> None:
    teacher = builders.a_teacher(store)
    letter, board = a_letter(store, kind, teacher), builders.a_board(store)
    with store.write() as conn:
        token = invite(conn, teacher.id, board, Origin(LATER))
    assert not goes(store, letter)
    accept(store, token, OWN, LATER)
    assert not goes(store, letter), "the link was used: there is nothing left to choose"


def test_who_linked_an_account_elsewhere_since_needs_no_invitation(store: Store) -> None:
    school = builders.a_school(store)
    teacher = builders.a_teacher(store, school=school)
    letter = a_letter(store, Letter.INVITATION, teacher)
    a_link(store, teacher.id, school.board_id, "Microsoft", LATER)
    assert not goes(store, letter)


def test_of_two_letters_with_a_link_the_newest_goes(store: Store) -> None:
    teacher = builders.a_teacher(store)
    old, new = a_letter(store, Letter.FORGOTTEN, teacher), a_letter(store, Letter.FORGOTTEN, teacher)
    assert (goes(store, old), goes(store, new)) == (False, True)


@pytest.mark.parametrize("kind", OF_A_PLACE)
def test_what_is_said_of_a_school_goes_to_nobody_who_left_it_since(store: Store, kind: Letter) -> None:
    teacher = builders.a_teacher(store)
    weekly.ask(store, teacher.id, NOW)
    role = a_second_school(store, teacher)
    letter = a_letter(store, kind, teacher)
    assert goes(store, letter)
    end(store, role)
    assert not goes(store, letter), "of which school it speaks is not known any more"


def test_the_letter_of_the_week_tells_nobody_of_a_group_that_was_left(store: Store) -> None:
    group = builders.a_group(store)
    teacher = builders.a_teacher(store, group)
    weekly.ask(store, teacher.id, NOW)
    week, reminder = a_letter(store, Letter.WEEKLY, teacher), a_letter(store, Letter.TRAINING, teacher)
    with store.write() as conn:
        leave(conn, group.id, [teacher.id], school_day(LATER))
    assert (goes(store, week), goes(store, reminder)) == (False, True)


def test_a_substitute_whose_last_day_is_still_to_come_gets_the_letter(store: Store) -> None:
    group = builders.a_group(store)
    teacher = builders.a_teacher(store, school=builders.a_school(store))
    weekly.ask(store, teacher.id, NOW)
    with store.write() as conn:
        ends = school_day(NOW) + timedelta(days=2)
        join(conn, group.id, [teacher.id], InGroup.SUBSTITUTE, school_day(NOW), ends)
    assert goes(store, a_letter(store, Letter.WEEKLY, teacher))


def test_who_stopped_the_letter_of_the_week_does_not_get_the_one_that_waits(store: Store) -> None:
    teacher = builders.a_teacher(store)
    weekly.ask(store, teacher.id, NOW)
    letter = a_letter(store, Letter.WEEKLY, teacher)
    weekly.stop(store, teacher.id)
    assert not goes(store, letter)
