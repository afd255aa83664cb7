"""What a board is made of: its schools, their groups, and who has which role there. Everything added gives its id.

Who is in which group is changed by `course.enrolment` alone, where the figures of groups are kept right beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select

from course.errors import NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.naming import plain_name
from course.people.access import SCHOOL, School
from course.people.sign_in import plain_email
from course.people.tables import boards, external_keys, groups, persons, roles, schools
from course.reading.findings import nearest

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from course.journal.journal import Origin
    from course.people.roles import Role

_ADD_BOARD = insert(boards).returning(boards.c.id)
_ADD_SCHOOL = insert(schools).returning(schools.c.id)
_ADD_GROUP = insert(groups).returning(groups.c.id)
_ADD_ROLE = insert(roles).returning(roles.c.id)
_ADD_KEY = insert(external_keys)
_BY_EMAIL = select(persons.c.id).where(persons.c.email == bindparam("with_email"))
_SCHOOLS = select(*SCHOOL)
_BY_KEY = select(external_keys.c.person_id).where(
    external_keys.c.system == bindparam("of_system"), external_keys.c.key == bindparam("with_key")
)


def add_board(conn: Connection, name: str) -> int:
    """Add a board."""
    board_id: int = conn.execute(_ADD_BOARD, {"name": name}).scalar_one()
    return board_id


def add_school(conn: Connection, board_id: int, name: str, protocol: str, adopted_on: date) -> int:
    """Add a school with the protocol that it adopted."""
    values = {"board_id": board_id, "name": name, "protocol": protocol, "adopted_on": adopted_on}
    school_id: int = conn.execute(_ADD_SCHOOL, values).scalar_one()
    return school_id


def add_group(conn: Connection, school_id: int, name: str, school_year: int) -> int:
    """Add a group of one school year."""
    values = {"school_id": school_id, "name": name, "school_year": school_year}
    group_id: int = conn.execute(_ADD_GROUP, values).scalar_one()
    return group_id


def find_school(conn: Connection, name: str, today: date) -> School:
    """Give the school of this name, whatever its capitals; NotFound with the nearest name where there is none."""
    rows = {row.name: School(*row) for row in conn.execute(_SCHOOLS, {"today": today})}
    for known, school in rows.items():
        if known.casefold() == plain_name(name).casefold():
            return school
    raise NotFound("school", name, nearest(name, rows))


def find_person(conn: Connection, email: str) -> int | None:
    """Give who has this address; None where nobody does."""
    person: int | None = conn.execute(_BY_EMAIL, {"with_email": plain_email(email)}).scalar()
    return person


def add_role(
    conn: Connection,
    person_id: int,
    role: Role,
    board_id: int,
    school_id: int | None,
    from_on: date,
    origin: Origin,
) -> int:
    """Give somebody a role at a school, or for the whole board; Clash where they have it there already.

    The journal tells who gave it, and when; not from which day it holds, which the role itself keeps.
    """
    values = {
        "person_id": person_id,
        "role": role,
        "board_id": board_id,
        "school_id": school_id,
        "from_on": from_on,
    }
    role_id: int = conn.execute(_ADD_ROLE, values).scalar_one()
    journal.write(conn, Entry.of(Event.ROLE_GIVEN, origin, person_id, board_id, school_id, role))
    return role_id


def add_external_key(conn: Connection, person_id: int, system: str, key: str) -> None:
    """Note by which key another system knows somebody, such as `edexml:12AB00`; Clash when it is another's."""
    conn.execute(_ADD_KEY, {"person_id": person_id, "system": system, "key": key})


def find_by_external_key(conn: Connection, system: str, key: str) -> int | None:
    """Give whom another system knows by this key; None where nobody is."""
    person: int | None = conn.execute(_BY_KEY, {"of_system": system, "with_key": key}).scalar()
    return person
