"""People for tests, one plain function each; every one writes to the store and gives what a test needs of it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from course.curriculum.goals import read_goals
from course.enrolment.people import Staff, add_pupils, add_staff
from course.goals.goal_rows import add_rows
from course.library import default_content_root
from course.people import roster
from course.people.access import Group, School
from course.people.actor import Actor, identify
from course.people.roles import Role
from course.people.secrets import hash_password, hash_pictures
from course.people.sign_in import sign_in_staff

if TYPE_CHECKING:
    from course.curriculum.model import GoalSet
    from course.people.coming_in import SignIn
    from course.store.store import Store

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
"""A Friday morning in the autumn term."""
ADDED = datetime(2020, 8, 3, 9, 0, tzinfo=UTC)
"""When everybody was added: long before any test begins."""
SCHOOL_YEAR = 2026
PASSWORD = "samen-wijs-delen"
PASSWORD_HASH = hash_password(PASSWORD)
PICTURES = ("boom", "kat", "slak", "zon")
PICTURES_HASH = hash_pictures(PICTURES)

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A teacher, director or officer as a test needs one."""

    id: int
    email: str


def a_board(store: Store, name: str = "Stichting De Veerkracht") -> int:
    with store.write() as conn:
        return roster.add_board(conn, name)


def the_five() -> GoalSet:
    """The goals of the project's own content that kom Leren's policy sets."""
    file = default_content_root() / "curriculum" / "goals" / "kom-leren.toml"
    return read_goals(file.read_text(encoding="utf-8"), "kom-leren.toml", "kom-leren")[0]


def goals_for(store: Store, board_id: int, goal_set: GoalSet, school_year: int = SCHOOL_YEAR) -> None:
    """Let a board have the goals of a set from a school year on."""
    with store.write() as conn:
        add_rows(conn, board_id, school_year, [(one, goal_set.id) for one in goal_set.goals.values()])


def a_school(
    store: Store, board_id: int | None = None, protocol: str = "kom-leren", name: str | None = None
) -> School:
    board_id = board_id or a_board(store)
    name = name or f"School {next(_numbers)}"
    with store.write() as conn:
        school_id = roster.add_school(conn, board_id, name, protocol, date(2026, 8, 1))
    return School(school_id, board_id, name, protocol, date(2026, 8, 1))


def a_group(
    store: Store,
    school: School | None = None,
    name: str | None = None,
    school_year: int = SCHOOL_YEAR,
) -> Group:
    school = school or a_school(store)
    name = name or f"Groep {next(_numbers)}"
    with store.write() as conn:
        group_id = roster.add_group(conn, school.id, name, school_year)
    return Group(group_id, school.id, school.board_id, name, school_year)


def a_pupil(store: Store, group: Group, name: str | None = None, year_group: str = "7") -> int:
    """A pupil whose pictures are PICTURES; gives the id."""
    name = name or f"Leerling {next(_numbers)}"
    with store.write() as conn:
        return add_pupils(conn, group, [(name, PICTURES_HASH)], ADDED, year_group)[0]


def a_teacher(store: Store, *groups: Group, school: School | None = None) -> StaffMember:
    """A teacher of these groups whose password is PASSWORD."""
    if groups:
        return _staff(store, Role.TEACHER, groups[0].board_id, groups[0].school_id, groups)
    school = school or a_school(store)
    return _staff(store, Role.TEACHER, school.board_id, school.id)


def a_director(store: Store, school: School | None = None) -> StaffMember:
    school = school or a_school(store)
    return _staff(store, Role.DIRECTOR, school.board_id, school.id)


def an_officer(store: Store, board_id: int | None = None) -> StaffMember:
    return _staff(store, Role.OFFICER, board_id or a_board(store), None)


def a_coach(store: Store, *groups: Group) -> StaffMember:
    """An internal coach of these groups."""
    return _staff(store, Role.COACH, groups[0].board_id, groups[0].school_id, groups)


def an_administrator(store: Store, school: School | None = None) -> StaffMember:
    """Of one school, or else of a board of its own."""
    return _staff(
        store, Role.ADMINISTRATOR, school.board_id if school else a_board(store), school and school.id
    )


def an_administrator_of(store: Store, board_id: int) -> StaffMember:
    """Of a whole board."""
    return _staff(store, Role.ADMINISTRATOR, board_id, None)


def signed_in(store: Store, staff: StaffMember, now: datetime = NOW) -> Actor:
    """The actor of a member of staff who has just signed in."""
    return identity_of(store, sign_in_staff(store, staff.email, PASSWORD, now), now)


def identity_of(store: Store, sign_in: SignIn, now: datetime = NOW) -> Actor:
    """The actor behind a fresh sign-in."""
    with store.read() as conn:
        actor = identify(conn, sign_in.token, now)
    assert actor is not None
    return actor


def _staff(
    store: Store, role: Role, board_id: int, school_id: int | None, groups: tuple[Group, ...] = ()
) -> StaffMember:
    number = next(_numbers)
    email = f"{role}.{number}@school.example"
    ids = tuple(group.id for group in groups)
    staff = Staff(role, f"{role} {number}", email, PASSWORD_HASH, board_id, school_id, ids)
    with store.write() as conn:
        return StaffMember(add_staff(conn, staff, ADDED), email)
