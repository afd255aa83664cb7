"""What a board is made of: its schools, their groups, the people in them. Everything added gives its id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.people.roles import Role
from course.people.sign_in import plain_email
from course.people.tables import boards, groups, memberships, persons, schools

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from course.people.access import Group


@dataclass(frozen=True, slots=True)
class Staff:
    """A teacher, director or officer to be added."""

    role: Role
    name: str
    email: str
    secret_hash: str
    """From `secrets.hash_password`."""
    board_id: int
    school_id: int | None
    """None for officers."""
    group_ids: tuple[int, ...] = ()


_ADD_BOARD = insert(boards).returning(boards.c.id)
_ADD_SCHOOL = insert(schools).returning(schools.c.id)
_ADD_GROUP = insert(groups).returning(groups.c.id)
_ADD_PERSON = insert(persons).returning(persons.c.id)
_ADD_PERSONS = insert(persons).returning(persons.c.id, sort_by_parameter_order=True)
_JOIN = insert(memberships)


def add_board(conn: Connection, name: str) -> int:
    """Add a board."""
    board_id: int = conn.execute(_ADD_BOARD, {"name": name}).scalar_one()
    return board_id


def add_school(conn: Connection, board_id: int, name: str, protocol: str, adopted_on: date) -> int:
    """Add a school with the protocol that it adopted."""
    values = {"board_id": board_id, "name": name, "protocol": protocol, "adopted_on": adopted_on}
    school_id: int = conn.execute(_ADD_SCHOOL, values).scalar_one()
    return school_id


def add_group(conn: Connection, school_id: int, name: str, band: str, school_year: int) -> int:
    """Add a group of one school year."""
    values = {"school_id": school_id, "name": name, "band": band, "school_year": school_year}
    group_id: int = conn.execute(_ADD_GROUP, values).scalar_one()
    return group_id


def add_staff(conn: Connection, staff: Staff, now: datetime) -> int:
    """Add a teacher, director or officer, with the own groups; Clash when the address is taken."""
    values = {
        "board_id": staff.board_id,
        "school_id": staff.school_id,
        "role": staff.role,
        "name": staff.name,
        "email": plain_email(staff.email),
        "secret_hash": staff.secret_hash,
        "created_at": now,
    }
    person_id: int = conn.execute(_ADD_PERSON, values).scalar_one()
    if staff.group_ids:
        joins = [{"group_id": one, "person_id": person_id, "role": Role.TEACHER} for one in staff.group_ids]
        conn.execute(_JOIN, joins)
    return person_id


def add_pupils(
    conn: Connection, group: Group, pupils: Sequence[tuple[str, str]], now: datetime
) -> tuple[int, ...]:
    """Add pupils to a group, each as (display name, hash of the pictures); ids in the same order.

    Take the display names of a whole group from `names.display_names`.
    """
    if not pupils:
        return ()
    values = [
        {
            "board_id": group.board_id,
            "school_id": group.school_id,
            "role": Role.PUPIL,
            "name": name,
            "secret_hash": secret_hash,
            "created_at": now,
        }
        for name, secret_hash in pupils
    ]
    ids = tuple(conn.execute(_ADD_PERSONS, values).scalars())
    conn.execute(_JOIN, [{"group_id": group.id, "person_id": one, "role": Role.PUPIL} for one in ids])
    return ids
