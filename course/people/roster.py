"""Who and what comes in: a board, its schools, their groups, and the people in them. Each gives the new ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.people.identity import Role
from course.people.sign_in import plain_email
from course.people.tables import boards, groups, memberships, persons, schools

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from course.people.access import Group

_ADD_BOARD = insert(boards).returning(boards.c.id)
_ADD_SCHOOL = insert(schools).returning(schools.c.id)
_ADD_GROUP = insert(groups).returning(groups.c.id)
_ADD_PERSON = insert(persons).returning(persons.c.id)
_ADD_PERSONS = insert(persons).returning(persons.c.id, sort_by_parameter_order=True)
_JOIN = insert(memberships)


def add_board(conn: Connection, name: str) -> int:
    """Add a board."""
    return conn.execute(_ADD_BOARD, {"name": name}).scalar_one()


def add_school(conn: Connection, board_id: int, name: str, protocol: str, adopted_on: date) -> int:
    """Add a school with the protocol that it adopted."""
    values = {"board_id": board_id, "name": name, "protocol": protocol, "adopted_on": adopted_on}
    return conn.execute(_ADD_SCHOOL, values).scalar_one()


def add_group(conn: Connection, school_id: int, name: str, band: str, school_year: int) -> int:
    """Add a group of one school year."""
    values = {"school_id": school_id, "name": name, "band": band, "school_year": school_year}
    return conn.execute(_ADD_GROUP, values).scalar_one()


def add_staff(  # noqa: PLR0913 - a person is what it is
    conn: Connection,
    role: Role,
    name: str,
    email: str,
    secret_hash: str,
    now: datetime,
    *,
    board_id: int,
    school_id: int | None,
    group_ids: Sequence[int] = (),
) -> int:
    """Add a teacher, director or officer, with the own groups; Clash when the address is taken."""
    values = {
        "board_id": board_id,
        "school_id": school_id,
        "role": role,
        "name": name,
        "email": plain_email(email),
        "secret_hash": secret_hash,
        "created_at": now,
    }
    person_id = conn.execute(_ADD_PERSON, values).scalar_one()
    if group_ids:
        joins = [{"group_id": one, "person_id": person_id, "role": Role.TEACHER} for one in group_ids]
        conn.execute(_JOIN, joins)
    return person_id


def add_pupils(
    conn: Connection, group: Group, pupils: Sequence[tuple[str, str, str]], now: datetime
) -> tuple[int, ...]:
    """Add pupils to a group, each as (display name, avatar, hash of the pictures); ids in the same order.

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
            "avatar": avatar,
            "secret_hash": secret_hash,
            "created_at": now,
        }
        for name, avatar, secret_hash in pupils
    ]
    ids = tuple(conn.execute(_ADD_PERSONS, values).scalars())
    conn.execute(_JOIN, [{"group_id": group.id, "person_id": one, "role": Role.PUPIL} for one in ids])
    return ids
