"""New people with what they come in with, their names, and their going. Everything added gives its id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, update

from course.calendar import school_day
from course.enrolment.counters import counted_anew
from course.enrolment.memberships import join
from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Entry, Event, Origin
from course.learning.tables import attempts, later_answers, runs
from course.naming import LONGEST, Parts, look_of, plain_name, sort_key, sort_key_of_staff, split_name
from course.people.credentials import Kind, keep_secrets
from course.people.roles import InGroup, Role
from course.people.roster import add_role
from course.people.sign_in import plain_email
from course.people.tables import memberships, persons, roles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

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


_ADD_PERSON = insert(persons).returning(persons.c.id)
_ADD_PERSONS = insert(persons).returning(persons.c.id, sort_by_parameter_order=True)
_ADD_ROLES = insert(roles)
_ERASE_LEARNED = [
    delete(table).where(table.c.person_id == bindparam("person")) for table in (runs, later_answers, attempts)
]
"""In the order in which `lesson.trails` goes through everybody's."""
_ERASE = delete(persons).where(persons.c.id == bindparam("person")).returning(persons.c.board_id)
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


def add_staff(conn: Connection, staff: Staff, now: datetime, by: int | None = None) -> int:
    """Add a member of staff in one role, with the own groups; Clash when the address is somebody's already.

    `by` is who adds them, for the journal; None for the program itself.

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
    origin = Origin(now, by)
    add_role(conn, person_id, staff.role, staff.board_id, staff.school_id, school_day(now), origin)
    for group_id in staff.group_ids:
        join(conn, group_id, [person_id], _in_group(staff.role), school_day(now))
    return person_id


def add_pupils(
    conn: Connection,
    group: Group,
    pupils: Sequence[tuple[str, str]],
    now: datetime,
    year_group: str | Sequence[str],
    by: int | None = None,
) -> tuple[int, ...]:
    """Add pupils to a group, each as (display name, hash of the pictures), all of one year or each of the own; ids in order.

    Take the display names of a whole group from `names.display_names`: Clash where two tiles would look alike.
    `by` is who adds them, for the journal; None for the program itself.
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
    given = (Event.ROLE_GIVEN, Origin(now, by))
    journal.write(conn, *(Entry.of(*given, one, group.board_id, group.school_id, Role.PUPIL) for one in ids))
    secrets = zip(ids, (secret for _, secret in pupils), strict=True)
    keep_secrets(conn, {one: secret for one, secret in secrets if secret}, Kind.PICTURES, now)
    join(conn, group.id, ids, InGroup.PUPIL, day)
    return ids


def add_invited(conn: Connection, parts: Parts, email: str, board_id: int, now: datetime) -> int:
    """Add a member of staff who has nothing to come in with yet; Clash when the address is somebody's already."""
    values = {
        "board_id": board_id,
        "name": _proper(" ".join(part for part in parts if part)),
        "given_name": parts.given,
        "particle": parts.particle,
        "surname": parts.surname,
        "email": plain_email(email) if email else None,
        "sort_key": sort_key_of_staff(parts),
        "created_at": now,
    }
    person_id: int = conn.execute(_ADD_PERSON, values).scalar_one()
    return person_id


def rename_staff(conn: Connection, person_id: int, parts: Parts) -> None:
    """Call a member of staff otherwise."""
    shown = _proper(" ".join(part for part in parts if part))
    values = {"shown": shown, "given": parts.given, "small": parts.particle, "last": parts.surname}
    conn.execute(_RENAME, {"person": person_id, "sorted": sort_key_of_staff(parts), **values})


def rename_pupil(conn: Connection, person_id: int, name: str) -> None:
    """Call a pupil otherwise; Clash where the new tile looks like another's in one of the own groups."""
    shown = _proper(name)
    values = {"shown": shown, "given": shown, "small": "", "last": "", "sorted": sort_key(shown)}
    conn.execute(_RENAME, {"person": person_id, **values})
    conn.execute(_LOOK_ANEW, {"person": person_id, "new_look": look_of(shown)})


def erase_person(conn: Connection, person_id: int, origin: Origin) -> None:
    """Let a person go with everything that was theirs; what a group chose first stays with the group, for it names nobody.

    In the journal stays that an id was erased, and by whom. An answer of this person at the same moment is taken before it,
    or not at all.
    """
    with counted_anew(conn, [person_id]):
        for statement in _ERASE_LEARNED:
            conn.execute(statement, {"person": person_id})
        board_id = conn.execute(_ERASE, {"person": person_id}).scalar()
    if board_id is not None:
        journal.write(conn, Entry.of(Event.ERASED, origin, person_id, board_id))


def _proper(name: str) -> str:
    """Write a name as it is kept; Invalid for one that says nothing or too much."""
    plain = plain_name(name)
    if not plain or len(plain) > LONGEST:
        raise Invalid(name="A name has one to eighty characters.")
    return plain


def _in_group(role: Role) -> InGroup:
    return InGroup.COACH if role is Role.COACH else InGroup.TEACHER
