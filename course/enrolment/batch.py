"""Many pupils at once, as a roster or a new school year moves them, with each statement sent for all of them together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, update

from course.enrolment.counters import counted_anew
from course.naming import look_of, sort_key
from course.people.roles import InGroup, Role
from course.people.tables import memberships, persons, roles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection, Executable

    from course.people.access import School


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A pupil to be added, by the name of the tile."""

    name: str
    year_group: str | None
    group_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """What becomes of a pupil who is here already."""

    person_id: int
    name: str
    year_group: str | None
    leaves: tuple[int, ...] = ()
    joins: tuple[int, ...] = ()
    stays: tuple[int, ...] = ()


_open = (
    (memberships.c.group_id == bindparam("of_group"))
    & (memberships.c.person_id == bindparam("person"))
    & (memberships.c.role == InGroup.PUPIL.value)
    & memberships.c.until_on.is_(None)
)
_LEAVE = update(memberships).where(_open).values(until_on=bindparam("day"))
_UNSEEN = update(memberships).where(_open).values(look=None)
_SEEN = update(memberships).where(_open).values(look=bindparam("new_look"))
_CHANGE = (
    update(persons)
    .where(persons.c.id == bindparam("person"))
    .values(
        name=bindparam("shown"),
        given_name=bindparam("shown"),
        sort_key=bindparam("sorted"),
        year_group=bindparam("in_year_group"),
    )
)
_ADD_PERSONS = insert(persons).returning(persons.c.id, sort_by_parameter_order=True)
_ADD_ROLES = insert(roles)
_JOIN = insert(memberships)
_END_ROLES = (
    update(roles)
    .where(
        roles.c.person_id == bindparam("person"),
        roles.c.role == Role.PUPIL.value,
        roles.c.school_id == bindparam("of_school"),
        roles.c.until_on.is_(None),
    )
    .values(until_on=bindparam("day"))
)


def add_newcomers(
    conn: Connection, school: School, newcomers: Sequence[Newcomer], now: datetime, day: date
) -> tuple[int, ...]:
    """Add pupils to a school, who have nothing to come in with yet; ids in order. Clash where two tiles would look alike."""
    if not newcomers:
        return ()
    values = [
        {
            "board_id": school.board_id,
            "name": one.name,
            "given_name": one.name,
            "year_group": one.year_group,
            "sort_key": sort_key(one.name),
            "created_at": now,
        }
        for one in newcomers
    ]
    ids = tuple(conn.execute(_ADD_PERSONS, values).scalars())
    role = {"role": Role.PUPIL, "board_id": school.board_id, "school_id": school.id, "from_on": day}
    conn.execute(_ADD_ROLES, [{**role, "person_id": one} for one in ids])
    with counted_anew(conn, ids):
        _let_in(conn, [(one, new.name, new.group_ids) for one, new in zip(ids, newcomers, strict=True)], day)
    return ids


def move_all(conn: Connection, moves: Sequence[Move], day: date) -> None:
    """Change names, years and groups of pupils together, so that two may swap; Clash where two tiles would look alike."""
    if not moves:
        return
    with counted_anew(conn, [one.person_id for one in moves]):
        _each(
            conn,
            _LEAVE,
            [{"of_group": to, "person": one.person_id, "day": day} for one in moves for to in one.leaves],
        )
        stays = [(one, to) for one in moves for to in one.stays]
        _each(conn, _UNSEEN, [{"of_group": to, "person": one.person_id} for one, to in stays])
        changes = [
            {
                "person": one.person_id,
                "shown": one.name,
                "sorted": sort_key(one.name),
                "in_year_group": one.year_group,
            }
            for one in moves
        ]
        _each(conn, _CHANGE, changes)
        looks = [
            {"of_group": to, "person": one.person_id, "new_look": look_of(one.name)} for one, to in stays
        ]
        _each(conn, _SEEN, looks)
        _let_in(conn, [(one.person_id, one.name, one.joins) for one in moves], day)


def let_go(conn: Connection, school_id: int, gone: Sequence[tuple[int, tuple[int, ...]]], day: date) -> None:
    """End the roles of pupils at a school, each with the groups there; what they learned stays until it is erased."""
    if not gone:
        return
    with counted_anew(conn, [person for person, _ in gone]):
        _each(
            conn,
            _LEAVE,
            [{"of_group": to, "person": one, "day": day} for one, groups in gone for to in groups],
        )
        _each(conn, _END_ROLES, [{"person": one, "of_school": school_id, "day": day} for one, _ in gone])


def _let_in(conn: Connection, people: Sequence[tuple[int, str, tuple[int, ...]]], day: date) -> None:
    row = {"role": InGroup.PUPIL, "from_on": day}
    joins = [
        {**row, "group_id": to, "person_id": person, "look": look_of(name)}
        for person, name, groups in people
        for to in groups
    ]
    _each(conn, _JOIN, joins)


def _each(conn: Connection, statement: Executable, values: Sequence[Mapping[str, object]]) -> None:
    if values:
        conn.execute(statement, values)
