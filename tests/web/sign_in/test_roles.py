"""Who has several roles chooses one after signing in, and switches without signing in again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.enrolment.memberships import end_role, join
from course.journal.journal import Origin
from course.people.roles import InGroup, Role
from course.people.roster import add_role, find_person
from course.people.tables import roles
from tests import builders

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.builders import StaffMember
    from tests.web.conftest import Visitor
    from tests.web.town import Town

DAY = builders.NOW.date()


@pytest.fixture
def both(town: Town, store: Store) -> StaffMember:
    """The director of our school, who also teaches a group at theirs: the same address is the same person."""
    with store.write() as conn:
        person = find_person(conn, town.director.email)
        assert person == town.director.id
        add_role(conn, person, Role.TEACHER, town.board_id, town.theirs.id, DAY, Origin(builders.NOW))
        join(conn, town.their_group.id, [person], InGroup.TEACHER, DAY)
    return town.director


def sign_in(visitor: Visitor, who: StaffMember) -> None:
    answer = visitor.post("/sign-in", {"email": who.email, "password": builders.PASSWORD})
    assert answer.status_code == 303


def role_of(store: Store, who: StaffMember, role: Role) -> int:
    with store.read() as conn:
        found = select(roles.c.id).where(roles.c.person_id == who.id, roles.c.role == role)
        return int(conn.execute(found).scalar_one())


def test_one_person_at_two_schools_works_in_each_and_switches(
    visitor: Visitor, town: Town, store: Store, both: StaffMember
) -> None:
    sign_in(visitor, both)
    page = visitor.page("/")
    assert "Directeur De Eik" in page.words
    assert "Leerkracht 7C, De Beuk" in page.words
    assert visitor.get("/director/").headers["Location"].endswith("/roles"), "first one chooses"
    visitor.post("/roles", {"role": role_of(store, both, Role.TEACHER)})
    words = visitor.page("/").words
    assert "7C" in words
    assert "7B" not in words
    assert visitor.get("/director/").status_code == 403
    assert "/roles" in visitor.page("/teacher/").addresses
    visitor.post("/roles", {"role": role_of(store, both, Role.DIRECTOR)})
    assert "De Eik" in visitor.page("/director/").words
    assert visitor.get("/teacher/").status_code == 403
    assert visitor.get(f"/director/groups/{town.their_group.id}").status_code == 404


def test_the_page_that_was_asked_for_comes_after_the_choice(
    visitor: Visitor, store: Store, both: StaffMember
) -> None:
    assert visitor.get("/director/staff").status_code == 401
    sign_in(visitor, both)
    visitor.get("/", follow_redirects=True)
    answer = visitor.post("/roles", {"role": role_of(store, both, Role.DIRECTOR)}, follow_redirects=True)
    assert answer.request.path == "/director/staff"


def test_a_role_that_ended_is_out_at_the_next_request(
    visitor: Visitor, town: Town, store: Store, both: StaffMember
) -> None:
    sign_in(visitor, both)
    director = role_of(store, both, Role.DIRECTOR)
    visitor.post("/roles", {"role": director})
    assert visitor.get("/director/").status_code == 200
    with store.write() as conn:
        end_role(conn, director, Origin(builders.NOW))
    assert visitor.get("/director/").headers["Location"].endswith("/roles")
    assert visitor.post("/roles", {"role": director}).status_code == 404
    with store.write() as conn:
        end_role(conn, role_of(store, both, Role.TEACHER), Origin(builders.NOW))
    assert visitor.get("/director/").status_code == 401, "who has no role left is out"
    assert visitor.post("/sign-in", {"email": both.email, "password": builders.PASSWORD}).status_code == 422
    assert town


def test_nobody_takes_the_role_of_somebody_else(visitor: Visitor, town: Town, store: Store) -> None:
    visitor.as_teacher()
    for role in (role_of(store, town.director, Role.DIRECTOR), 999_999):
        assert visitor.post("/roles", {"role": role}).status_code == 404
    assert visitor.get("/director/").status_code == 403


def test_a_role_begins_on_its_day(visitor: Visitor, town: Town, store: Store) -> None:
    with store.write() as conn:
        add_role(
            conn,
            town.teacher.id,
            Role.DIRECTOR,
            town.board_id,
            town.ours.id,
            DAY + timedelta(days=1),
            Origin(builders.NOW),
        )
    assert "/roles" not in visitor.as_teacher().page("/teacher/").addresses


def test_a_coach_sees_who_is_where_and_opens_no_lesson(visitor: Visitor, town: Town, store: Store) -> None:
    coach = builders.a_coach(store, town.our_group)
    page = visitor.as_staff(coach).page("/")
    assert "7B" in page.words
    assert not page.has_form("/session")
    group = f"/teacher/groups/{town.our_group.id}"
    assert "Aya" in visitor.page(group).words
    assert f"{group}/pictures" not in visitor.page(group).addresses
    assert visitor.post(f"{group}/session").status_code == 403
    assert visitor.get(f"{group}/pictures").status_code == 403
    assert visitor.get(f"/teacher/groups/{town.next_group.id}").status_code == 404


def test_the_head_tells_the_role_apart_from_the_school(
    visitor: Visitor, store: Store, both: StaffMember
) -> None:
    """It read "LeerkrachtDe Beuk"."""
    sign_in(visitor, both)
    chooser = visitor.page("/").words
    assert "Wat je kiest" not in chooser, "who has not chosen a role yet is no pupil for that"
    visitor.post("/roles", {"role": role_of(store, both, Role.TEACHER)})
    assert "Leerkracht · De Beuk" in visitor.page("/teacher/").words.replace("\xa0", " ").replace("  ", " ")
