"""A school's groups by hand: added, called otherwise, and who teaches, coaches or substitutes in them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from course.administration.reach import person_in_sight
from course.calendar import school_day, school_year
from course.enrolment.memberships import join, leave, leave_early
from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Entry, Event
from course.naming import plain_name
from course.people import roster
from course.people.access import group_in_sight, school_in_sight
from course.people.roles import Ability, InGroup, Role
from course.people.tables import groups, memberships
from course.people.years import holds

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from course.journal.journal import Origin
    from course.people.access import Group
    from course.people.actor import Actor
    from course.store.store import Store

LONGEST = 60
_RENAME = update(groups).where(groups.c.id == bindparam("group")).values(name=bindparam("new_name"))
_IS_IN = select(memberships.c.id).where(
    memberships.c.group_id == bindparam("group"),
    memberships.c.person_id == bindparam("person"),
    memberships.c.role == bindparam("as_role"),
    holds(memberships),
)
ROLES = {InGroup.TEACHER: Role.TEACHER, InGroup.SUBSTITUTE: Role.TEACHER, InGroup.COACH: Role.COACH}
"""Which role somebody needs for what they are in a group; it is given with it."""


def add_group(store: Store, actor: Actor, school_id: int, name: str, origin: Origin) -> int:
    """Add a group of this school year; Invalid for a name that is taken or says nothing."""
    with store.write() as conn:
        school = school_in_sight(conn, actor, school_id, Ability.KEEP_PEOPLE)
        year = school_year(school_day(origin.at))
        _refuse_taken(conn, school.id, year, _proper(name))
        group_id = roster.add_group(conn, school.id, _proper(name), year)
        _tell(conn, Event.GROUP_CHANGED, origin, school.board_id, school.id, group_id, "added")
    return group_id


def rename_group(store: Store, actor: Actor, group_id: int, name: str, origin: Origin) -> None:
    """Call a group otherwise; Invalid for a name that is taken or says nothing."""
    with store.write() as conn:
        group = group_in_sight(conn, actor, group_id, Ability.KEEP_PEOPLE)
        if _proper(name) != group.name:
            _refuse_taken(conn, group.school_id, group.school_year, _proper(name))
            conn.execute(_RENAME, {"group": group.id, "new_name": _proper(name)})
            _tell(conn, Event.GROUP_CHANGED, origin, group.board_id, group.school_id, group.id, "renamed")


def let_in(
    store: Store,
    actor: Actor,
    group_id: int,
    person_id: int,
    role: InGroup,
    origin: Origin,
    last_day: date | None = None,
) -> None:
    """Let a member of staff teach or coach a group, or be its substitute up to and with a last day."""
    today = school_day(origin.at)
    if role is InGroup.SUBSTITUTE and (last_day is None or last_day < today):
        raise Invalid(last_day="Choose the last day of the substitute, today or later.")
    with store.write() as conn:
        group = group_in_sight(conn, actor, group_id, Ability.KEEP_PEOPLE)
        person = person_in_sight(conn, actor, person_id)
        if person.is_pupil:
            raise Invalid(person="Choose somebody of the staff.")
        needed = ROLES[role]
        if not any(one.role is needed and one.school_id == group.school_id for one in person.open_roles):
            roster.add_role(conn, person.id, needed, group.board_id, group.school_id, today, origin)
        until = date_after(last_day) if role is InGroup.SUBSTITUTE and last_day else None
        values = {"group": group.id, "person": person.id, "as_role": role.value, "today": today}
        if conn.execute(_IS_IN, values).first():
            raise Invalid(person="This person is that in the group already.")
        join(conn, group.id, [person.id], role, today, until)
        _tell(conn, Event.JOINED, origin, group.board_id, group.school_id, group.id, role, person.id)


def let_out(store: Store, actor: Actor, group_id: int, person_id: int, origin: Origin) -> None:
    """Take somebody, a pupil or of the staff, out of a group; what was learned stays."""
    with store.write() as conn:
        group = group_in_sight(conn, actor, group_id, Ability.KEEP_PEOPLE)
        leave(conn, group.id, [person_id], school_day(origin.at))
        leave_early(conn, group.id, person_id, school_day(origin.at))
        _tell(conn, Event.LEFT, origin, group.board_id, group.school_id, group.id, "", person_id)


def date_after(day: date) -> date:
    """Give the first day on which something holds no more."""
    return day + timedelta(days=1)


def tell_group(conn: Connection, event: Event, origin: Origin, group: Group, about_id: int) -> None:
    """Tell the journal that somebody came into a group or left it."""
    _tell(conn, event, origin, group.board_id, group.school_id, group.id, "", about_id)


def _tell(
    conn: Connection,
    event: Event,
    origin: Origin,
    board_id: int,
    school_id: int,
    group_id: int,
    detail: str,
    about_id: int | None = None,
) -> None:
    line = Entry(
        origin.at, event, origin.person_id, about_id, board_id, school_id, group_id, origin.place, detail
    )
    journal.write(conn, line)


def _proper(name: str) -> str:
    plain = plain_name(name)
    if not plain or len(plain) > LONGEST:
        raise Invalid(name="A group's name has one to sixty characters.")
    return plain


_TAKEN = select(groups.c.name).where(
    groups.c.school_id == bindparam("school"), groups.c.school_year == bindparam("in_year")
)


def _refuse_taken(conn: Connection, school_id: int, year: int, name: str) -> None:
    names = conn.execute(_TAKEN, {"school": school_id, "in_year": year}).scalars()
    if name.casefold() in {one.casefold() for one in names}:
        raise Invalid(name="There is a group of this name already.")
