"""What a board is made of: its schools, their groups, the people in them with their roles. Everything added gives its id.

Every change of who is in which group goes through `join` and `leave`, so that what hangs on it stands at one gate.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select, update

from course.calendar import school_day
from course.errors import Invalid
from course.naming import LONGEST, Parts, look_of, plain_name, sort_key, sort_key_of_staff, split_name
from course.people.credentials import Kind, keep_secrets
from course.people.roles import InGroup, Role
from course.people.sign_in import plain_email
from course.people.tables import boards, external_keys, groups, memberships, persons, roles, schools

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from course.people.access import Group


@dataclass(frozen=True, slots=True)
class Staff:
    """A member of staff to be added, in the first of the own roles."""

    role: Role
    name: str
    email: str
    secret_hash: str
    """From `secrets.hash_password`."""
    board_id: int
    school_id: int | None
    """None for a role that holds for the whole board."""
    group_ids: tuple[int, ...] = ()
    parts: Parts | None = None
    """How the name is looked up; told from the name itself unless given."""


_ADD_BOARD = insert(boards).returning(boards.c.id)
_ADD_SCHOOL = insert(schools).returning(schools.c.id)
_ADD_GROUP = insert(groups).returning(groups.c.id)
_ADD_PERSON = insert(persons).returning(persons.c.id)
_ADD_PERSONS = insert(persons).returning(persons.c.id, sort_by_parameter_order=True)
_ADD_ROLE = insert(roles).returning(roles.c.id)
_ADD_ROLES = insert(roles)
_ADD_KEY = insert(external_keys)
_JOIN = insert(memberships)
_LEAVE = (
    update(memberships)
    .where(
        memberships.c.group_id == bindparam("in_group"),
        memberships.c.person_id == bindparam("person"),
        memberships.c.until_on.is_(None),
    )
    .values(until_on=bindparam("day"))
)
_END_ROLE = (
    update(roles)
    .where(roles.c.id == bindparam("of_role"), roles.c.until_on.is_(None))
    .values(until_on=bindparam("day"))
)
_BY_EMAIL = select(persons.c.id).where(persons.c.email == bindparam("with_email"))
_BY_KEY = select(external_keys.c.person_id).where(
    external_keys.c.system == bindparam("of_system"), external_keys.c.key == bindparam("with_key")
)
_RENAME = (
    update(persons)
    .where(persons.c.id == bindparam("person"))
    .values(
        name=bindparam("shown"),
        given_name=bindparam("given"),
        particle=bindparam("small"),
        surname=bindparam("last"),
        sort_key=bindparam("sorted"),
    )
)
_LOOK_ANEW = (
    update(memberships)
    .where(
        memberships.c.person_id == bindparam("person"),
        memberships.c.role == InGroup.PUPIL.value,
        memberships.c.until_on.is_(None),
    )
    .values(look=bindparam("new_look"))
)
_MOVE_UP = (
    update(persons).where(persons.c.id == bindparam("person")).values(year_group=bindparam("in_year_group"))
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


def add_staff(conn: Connection, staff: Staff, now: datetime) -> int:
    """Add a member of staff in one role, with the own groups; Clash when the address is somebody's already.

    Who has an account already gets a role more with `add_role`: the same address is the same person.
    """
    name = _proper(staff.name)
    parts = staff.parts or split_name(name)
    values = {
        "board_id": staff.board_id,
        "name": name,
        "given_name": parts.given,
        "particle": parts.particle,
        "surname": parts.surname,
        "email": plain_email(staff.email),
        "sort_key": sort_key_of_staff(parts),
        "created_at": now,
    }
    person_id: int = conn.execute(_ADD_PERSON, values).scalar_one()
    keep_secrets(conn, {person_id: staff.secret_hash}, Kind.PASSWORD, now)
    add_role(conn, person_id, staff.role, staff.board_id, staff.school_id, school_day(now))
    for group_id in staff.group_ids:
        join(conn, group_id, [person_id], _in_group(staff.role), school_day(now))
    return person_id


def find_person(conn: Connection, email: str) -> int | None:
    """Give who has this address; None where nobody does."""
    person: int | None = conn.execute(_BY_EMAIL, {"with_email": plain_email(email)}).scalar()
    return person


def add_role(
    conn: Connection, person_id: int, role: Role, board_id: int, school_id: int | None, from_on: date
) -> int:
    """Give somebody a role at a school, or for the whole board; Clash where they have it there already."""
    values = {
        "person_id": person_id,
        "role": role,
        "board_id": board_id,
        "school_id": school_id,
        "from_on": from_on,
    }
    role_id: int = conn.execute(_ADD_ROLE, values).scalar_one()
    return role_id


def end_role(conn: Connection, role_id: int, day: date) -> None:
    """End a role: from this day on it holds no more, and who is here in it is out at the next request."""
    conn.execute(_END_ROLE, {"of_role": role_id, "day": day})


def add_pupils(
    conn: Connection,
    group: Group,
    pupils: Sequence[tuple[str, str]],
    now: datetime,
    year_group: str | Sequence[str],
) -> tuple[int, ...]:
    """Add pupils to a group, each as (display name, hash of the pictures), all of one year or each of the own; ids in order.

    Take the display names of a whole group from `names.display_names`: Clash where two tiles would look alike.
    """
    if not pupils:
        return ()
    years = [year_group] * len(pupils) if isinstance(year_group, str) else year_group
    names = [_proper(name) for name, _ in pupils]
    values = [
        {
            "board_id": group.board_id,
            "name": name,
            "given_name": name,
            "year_group": year,
            "sort_key": sort_key(name),
            "created_at": now,
        }
        for name, year in zip(names, years, strict=True)
    ]
    ids = tuple(conn.execute(_ADD_PERSONS, values).scalars())
    day = school_day(now)
    role = {"role": Role.PUPIL, "board_id": group.board_id, "school_id": group.school_id, "from_on": day}
    conn.execute(_ADD_ROLES, [{**role, "person_id": one} for one in ids])
    secrets = zip(ids, (secret for _, secret in pupils), strict=True)
    keep_secrets(conn, {one: secret for one, secret in secrets if secret}, Kind.PICTURES, now)
    join(conn, group.id, ids, InGroup.PUPIL, day, dict(zip(ids, names, strict=True)))
    return ids


def join(
    conn: Connection,
    group_id: int,
    person_ids: Sequence[int],
    role: InGroup,
    from_on: date,
    names: Mapping[int, str] | None = None,
    until_on: date | None = None,
) -> None:
    """Let people into a group from a day on; Clash for who is in it already, and for a pupil who looks like another there.

    Of pupils the `names` are needed: two tiles of a group never look alike.
    """
    looks = {one: look_of(names[one]) for one in person_ids} if names else {}
    rows = [
        {
            "group_id": group_id,
            "person_id": one,
            "role": role,
            "from_on": from_on,
            "until_on": until_on,
            "look": looks.get(one),
        }
        for one in person_ids
    ]
    if rows:
        conn.execute(_JOIN, rows)


def leave(conn: Connection, group_id: int, person_ids: Sequence[int], day: date) -> None:
    """Let people out of a group: from this day on they are in it no more."""
    if person_ids:
        conn.execute(_LEAVE, [{"in_group": group_id, "person": one, "day": day} for one in person_ids])


def rename_pupil(conn: Connection, person_id: int, name: str) -> None:
    """Call a pupil otherwise; Clash where the new tile looks like another's in one of the own groups."""
    shown = _proper(name)
    values = {"shown": shown, "given": shown, "small": "", "last": "", "sorted": sort_key(shown)}
    conn.execute(_RENAME, {"person": person_id, **values})
    conn.execute(_LOOK_ANEW, {"person": person_id, "new_look": look_of(shown)})


def set_year_group(conn: Connection, person_id: int, year_group: str) -> None:
    """Put a pupil in another year, which brings the modules of its band."""
    conn.execute(_MOVE_UP, {"person": person_id, "in_year_group": year_group})


def add_external_key(conn: Connection, person_id: int, system: str, key: str) -> None:
    """Note by which key another system knows somebody, such as `edexml:12AB00`; Clash when it is another's."""
    conn.execute(_ADD_KEY, {"person_id": person_id, "system": system, "key": key})


def find_by_external_key(conn: Connection, system: str, key: str) -> int | None:
    """Give whom another system knows by this key; None where nobody is."""
    person: int | None = conn.execute(_BY_KEY, {"of_system": system, "with_key": key}).scalar()
    return person


def _proper(name: str) -> str:
    """Write a name as it is kept; Invalid for one that says nothing or too much."""
    plain = plain_name(name)
    if not plain or len(plain) > LONGEST:
        raise Invalid(name="A name has one to eighty characters.")
    return plain


def _in_group(role: Role) -> InGroup:
    return InGroup.COACH if role is Role.COACH else InGroup.TEACHER
