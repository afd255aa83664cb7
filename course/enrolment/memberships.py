"""Joining, leaving and moving, a pupil's own year, and the end of a role. Nothing else changes a membership.

`day`, or that of an `origin`, is the day on which it is done: it holds at once, for figures are those of today's members.
Whoever plans a change for a later day makes it on that day. Only a substitute's end is known before, and no figure counts a
substitute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, insert, or_, select, update

from course.calendar import school_day
from course.enrolment.counters import counted_anew
from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.naming import look_of
from course.people.roles import STANDS_IN_FOR, InGroup, Role
from course.people.tables import groups, memberships, persons, roles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Connection

    from course.journal.journal import Origin

_people = bindparam("people", expanding=True, type_=Integer)
_JOIN = insert(memberships)
_LEAVE = (
    update(memberships)
    .where(
        memberships.c.group_id == bindparam("in_group"),
        memberships.c.person_id.in_(_people),
        memberships.c.until_on.is_(None),
    )
    .values(until_on=bindparam("day"))
)
_LEAVE_EARLIER_YEARS = (
    update(memberships)
    .where(
        memberships.c.person_id.in_(_people),
        memberships.c.role == InGroup.PUPIL.value,
        memberships.c.until_on.is_(None),
        memberships.c.group_id.in_(
            select(groups.c.id).where(groups.c.school_year < bindparam("in_year", type_=Integer))
        ),
    )
    .values(until_on=bindparam("day"))
)
_LEAVE_EARLY = (
    update(memberships)
    .where(
        memberships.c.group_id == bindparam("in_group"),
        memberships.c.person_id == bindparam("person"),
        memberships.c.until_on > bindparam("day"),
    )
    .values(until_on=bindparam("day"))
)
_NAMES = select(persons.c.id, persons.c.name).where(persons.c.id.in_(_people))
_YEAR_OF_GROUP = select(groups.c.school_year).where(groups.c.id == bindparam("in_group"))
_SET_YEAR = update(persons).where(persons.c.id.in_(_people)).values(year_group=bindparam("in_year_group"))
_ROLE = select(roles).where(roles.c.id == bindparam("role"), roles.c.until_on.is_(None))
_END_ROLE = update(roles).where(roles.c.id == bindparam("ended_role")).values(until_on=bindparam("day"))
_LEAVE_SCHOOL = (
    update(memberships)
    .where(
        memberships.c.person_id == bindparam("person"),
        memberships.c.role.in_(bindparam("as_roles", expanding=True)),
        or_(memberships.c.until_on.is_(None), memberships.c.until_on > bindparam("day")),
        memberships.c.group_id.in_(
            select(groups.c.id).where(groups.c.school_id == bindparam("in_school", type_=Integer))
        ),
    )
    .values(until_on=bindparam("day"))
)


def join(
    conn: Connection,
    group_id: int,
    person_ids: Sequence[int],
    role: InGroup,
    day: date,
    until_on: date | None = None,
) -> None:
    """Let people into a group; Clash for who is in it already, and for a pupil who looks like another there."""
    if until_on and role is InGroup.PUPIL:
        raise Invalid(until_on="A pupil leaves on the day itself.")
    if not person_ids:
        return
    if role is InGroup.PUPIL:
        with counted_anew(conn, person_ids):
            _let_in(conn, group_id, person_ids, day)
    else:
        row = {"group_id": group_id, "role": role, "from_on": day, "until_on": until_on}
        conn.execute(_JOIN, [{**row, "person_id": one} for one in person_ids])


def leave(conn: Connection, group_id: int, person_ids: Sequence[int], day: date) -> None:
    """Let people out of a group: from this day on they are in it no more."""
    with counted_anew(conn, person_ids):
        _let_out(conn, group_id, person_ids, day)


def leave_early(conn: Connection, group_id: int, person_id: int, day: date) -> None:
    """Let a substitute out of a group before the day that was set; no figure counts one."""
    conn.execute(_LEAVE_EARLY, {"in_group": group_id, "person": person_id, "day": day})


def move(conn: Connection, person_ids: Sequence[int], from_group: int, to_group: int, day: date) -> None:
    """Move pupils from one group to another of the school; Clash as `join` has it, and then nobody has moved.

    Who goes to another school ends the role at this one, is given one there and joins.
    """
    with counted_anew(conn, person_ids):
        _let_out(conn, from_group, person_ids, day)
        _let_in(conn, to_group, person_ids, day)


def set_year_group(conn: Connection, person_ids: Sequence[int], year_group: str) -> None:
    """Put pupils in another year, which brings the modules of its band."""
    with counted_anew(conn, person_ids):
        conn.execute(_SET_YEAR, {"people": list(person_ids), "in_year_group": year_group})


def begin_year(
    conn: Connection, person_ids: Sequence[int], group_id: int, year_group: str, day: date
) -> None:
    """Let pupils begin a school year: in its group, in their new year, and out of all groups of years before."""
    people = list(person_ids)
    with counted_anew(conn, people):
        year: int = conn.execute(_YEAR_OF_GROUP, {"in_group": group_id}).scalar_one()
        conn.execute(_LEAVE_EARLIER_YEARS, {"people": people, "in_year": year, "day": day})
        conn.execute(_SET_YEAR, {"people": people, "in_year_group": year_group})
        _let_in(conn, group_id, people, day)


def end_role(conn: Connection, role_id: int, origin: Origin) -> None:
    """End a role, and what its holder is by it in groups of that school; who is here in it is out at the next request."""
    role = conn.execute(_ROLE, {"role": role_id}).first()
    if role is None:
        return
    day = school_day(origin.at)
    in_groups = [role.role, *(other for other, name in STANDS_IN_FOR.items() if name == role.role)]
    values = {"person": role.person_id, "in_school": role.school_id, "as_roles": in_groups, "day": day}
    with counted_anew(conn, [role.person_id] if role.role == Role.PUPIL else []):
        conn.execute(_END_ROLE, {"ended_role": role_id, "day": day})
        conn.execute(_LEAVE_SCHOOL, values)
    ended = Entry.of(Event.ROLE_ENDED, origin, role.person_id, role.board_id, role.school_id, role.role)
    journal.write(conn, ended)


def _let_in(conn: Connection, group_id: int, person_ids: Sequence[int], day: date) -> None:
    """Let pupils in, each with the look of the own tile: an index sees to it that no two of a group are alike."""
    names = {row.id: row.name for row in conn.execute(_NAMES, {"people": list(person_ids)})}
    gone = [one for one in person_ids if one not in names]
    if gone:
        raise NotFound("person", str(gone[0]))
    row = {"group_id": group_id, "role": InGroup.PUPIL, "from_on": day}
    conn.execute(_JOIN, [{**row, "person_id": one, "look": look_of(names[one])} for one in person_ids])


def _let_out(conn: Connection, group_id: int, person_ids: Sequence[int], day: date) -> None:
    if person_ids:
        conn.execute(_LEAVE, {"in_group": group_id, "people": list(person_ids), "day": day})
