"""Staff by hand: added, given roles at places, and never past one's own reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.administration.finding import person_page
from course.administration.staff import add_member, change_member, give_role, take_role
from course.errors import Invalid, NotFound
from course.journal.journal import Origin
from course.naming import Parts
from course.people.roles import Role
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.people.access import School
    from course.people.actor import Actor
    from course.store.store import Store

ORIGIN = Origin(NOW)
BRAM = Parts("Bram", "de", "Vries")


def kept(store: Store) -> tuple[School, Actor, Actor]:
    """A school, its administrator, and the board's."""
    school = builders.a_school(store)
    own = builders.signed_in(store, builders.an_administrator(store, school))
    person = add_board_administrator(store, school)
    return school, own, person


def add_board_administrator(store: Store, school: School) -> Actor:
    from course.enrolment.people import Staff, add_staff

    staff = Staff(
        Role.ADMINISTRATOR, "Baas", "baas@board.example", builders.PASSWORD_HASH, school.board_id, None
    )
    with store.write() as conn:
        person = add_staff(conn, staff, builders.ADDED)
    return builders.signed_in(store, builders.StaffMember(person, "baas@board.example"))


def test_an_address_that_is_there_already_is_the_same_person(store: Store) -> None:
    school, own, _ = kept(store)
    first = add_member(store, own, BRAM, "B@school.example", Role.TEACHER, school.id, ORIGIN)
    again = add_member(store, own, BRAM, "b@school.example", Role.COACH, school.id, ORIGIN)
    assert first == again
    give_role(store, own, first, Role.COACH, school.id, ORIGIN)
    assert {one.role for one in person_page(store, own, first).person.open_roles} == {
        Role.TEACHER,
        Role.COACH,
    }


@pytest.mark.parametrize(
    ("given", "email"), [("", "a@b.example"), ("Bram", "bram"), ("Bram", "a b@c.example")]
)
def test_a_name_and_an_address_are_needed(store: Store, given: str, email: str) -> None:
    school, own, _ = kept(store)
    with pytest.raises(Invalid):
        add_member(store, own, Parts(given, "", ""), email, Role.TEACHER, school.id, ORIGIN)


def test_roles_of_the_board_are_given_by_its_administrator_alone(store: Store) -> None:
    school, own, of_board = kept(store)
    with pytest.raises(NotFound):
        add_member(store, own, BRAM, "b@school.example", Role.OFFICER, None, ORIGIN)
    with pytest.raises(Invalid):
        add_member(store, of_board, BRAM, "b@school.example", Role.TEACHER, None, ORIGIN)
    with pytest.raises(Invalid):
        add_member(store, own, BRAM, "b@school.example", Role.OFFICER, school.id, ORIGIN)
    person = add_member(store, of_board, BRAM, "b@school.example", Role.OFFICER, None, ORIGIN)
    with pytest.raises(NotFound):
        person_page(store, own, person)


def test_what_opens_an_account_is_not_changed_by_who_keeps_a_part_of_its_roles(store: Store) -> None:
    school, own, of_board = kept(store)
    give_role(store, of_board, of_board.person_id, Role.DIRECTOR, school.id, ORIGIN)
    with pytest.raises(Invalid):
        change_member(store, own, of_board.person_id, BRAM, "mine@school.example", ORIGIN)
    change_member(store, of_board, own.person_id, BRAM, "new@school.example", ORIGIN)
    assert person_page(store, own, own.person_id).person.email == "new@school.example"
    with pytest.raises(Invalid):
        change_member(store, of_board, own.person_id, BRAM, "baas@board.example", ORIGIN)


def test_a_role_is_ended_but_not_the_own_administration(store: Store) -> None:
    school, own, of_board = kept(store)
    person = add_member(store, own, BRAM, "b@school.example", Role.TEACHER, school.id, ORIGIN)
    (role,) = person_page(store, own, person).person.open_roles
    take_role(store, own, person, role.id, ORIGIN)
    assert not person_page(store, own, person).person.open_roles
    with pytest.raises(NotFound):
        take_role(store, own, person, role.id, ORIGIN)
    with pytest.raises(Invalid):
        take_role(store, own, own.person_id, own.role_id, ORIGIN)
    take_role(store, of_board, own.person_id, own.role_id, ORIGIN)
