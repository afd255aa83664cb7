"""Reads what an administrator's pages show of schools: groups, pupils and staff."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import Integer, and_, bindparam, exists, func, select

from course.administration.pages import (
    GroupLine,
    KeptSchool,
    PersonLine,
    PupilLine,
    RoleLine,
    SchoolLine,
)
from course.calendar import school_year
from course.people.access import school_in_sight, schools_in_sight
from course.people.roles import Ability, InGroup, Role
from course.people.tables import credentials, groups, memberships, persons, roles
from course.people.years import holds

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.store.store import Store

_schools = bindparam("schools", expanding=True, type_=Integer)
_year = bindparam("in_year", type_=Integer)
_ROLES = (
    select(roles.c.school_id, roles.c.role, func.count(roles.c.person_id.distinct()))
    .where(roles.c.school_id.in_(_schools), holds(roles))
    .group_by(roles.c.school_id, roles.c.role)
)
_STAFF = (
    select(roles.c.school_id, func.count(roles.c.person_id.distinct()))
    .where(roles.c.school_id.in_(_schools), roles.c.role != Role.PUPIL.value, holds(roles))
    .group_by(roles.c.school_id)
)
_taught = exists().where(
    memberships.c.group_id == groups.c.id,
    memberships.c.role.in_([InGroup.TEACHER.value, InGroup.SUBSTITUTE.value]),
    holds(memberships),
)
_GROUPS = (
    select(groups.c.school_id, groups.c.id, groups.c.name, _taught.label("is_taught"))
    .where(groups.c.school_id.in_(_schools), groups.c.school_year == _year)
    .order_by(groups.c.name, groups.c.id)
)
_MEMBERS = (
    select(memberships.c.group_id, memberships.c.role, persons.c.id, persons.c.name)
    .join(persons, persons.c.id == memberships.c.person_id)
    .join(groups, groups.c.id == memberships.c.group_id)
    .where(groups.c.school_id.in_(_schools), groups.c.school_year == _year, holds(memberships))
    .order_by(persons.c.sort_key, persons.c.id)
)
_PEOPLE = (
    select(
        persons.c.id,
        persons.c.name,
        persons.c.email,
        roles.c.id.label("role_id"),
        roles.c.role,
        roles.c.school_id,
        exists().where(credentials.c.person_id == persons.c.id).label("has_secret"),
    )
    .join(roles, roles.c.person_id == persons.c.id)
    .where(roles.c.role != Role.PUPIL.value, holds(roles), roles.c.school_id.in_(_schools))
    .order_by(persons.c.sort_key, persons.c.id, roles.c.id)
)
_in_group = (
    select(memberships.c.person_id)
    .join(groups, groups.c.id == memberships.c.group_id)
    .where(
        groups.c.school_id.in_(_schools),
        groups.c.school_year == _year,
        memberships.c.role == InGroup.PUPIL.value,
        memberships.c.until_on.is_(None),
    )
)
_WITHOUT_GROUP = (
    select(persons.c.id, persons.c.name, persons.c.year_group)
    .join(roles, and_(roles.c.person_id == persons.c.id, roles.c.role == Role.PUPIL.value))
    .where(roles.c.school_id.in_(_schools), holds(roles), persons.c.id.not_in(_in_group))
    .order_by(persons.c.sort_key, persons.c.id)
)


def kept_schools(store: Store, actor: Actor) -> tuple[SchoolLine, ...]:
    """List the schools that an administrator keeps, with how many people each has."""
    with store.read() as conn:
        found = schools_in_sight(conn, actor, Ability.KEEP_PEOPLE)
        values = _values([one.id for one in found], actor.today)
        pupils = {school: count for school, role, count in conn.execute(_ROLES, values) if role == Role.PUPIL}
        staff = dict(tuple(row) for row in conn.execute(_STAFF, values))
        taught: dict[int, list[bool]] = defaultdict(list)
        for row in conn.execute(_GROUPS, values):
            taught[row.school_id].append(bool(row.is_taught))
    return tuple(
        SchoolLine(
            one,
            len(taught[one.id]),
            pupils.get(one.id, 0),
            staff.get(one.id, 0),
            taught[one.id].count(False),
        )
        for one in found
    )


def kept_school(store: Store, actor: Actor, school_id: int) -> KeptSchool:
    """Show one school with its groups and staff; NotFound for one that isn't this administrator's."""
    with store.read() as conn:
        school = school_in_sight(conn, actor, school_id, Ability.KEEP_PEOPLE)
        values = _values([school.id], actor.today)
        return KeptSchool(
            school,
            school_year(actor.today),
            _groups(conn, values),
            _staff(conn, values),
            tuple(
                PupilLine(row.id, row.name, row.year_group or "")
                for row in conn.execute(_WITHOUT_GROUP, values)
            ),
        )


def _groups(conn: Connection, values: dict[str, object]) -> tuple[GroupLine, ...]:
    pupils: Counter[int] = Counter()
    teachers: dict[int, list[str]] = defaultdict(list)
    for row in conn.execute(_MEMBERS, values):
        if row.role == InGroup.PUPIL:
            pupils[row.group_id] += 1
        elif row.role in {InGroup.TEACHER, InGroup.SUBSTITUTE}:
            teachers[row.group_id].append(row.name)
    return tuple(
        GroupLine(row.id, row.name, pupils[row.id], tuple(teachers[row.id]))
        for row in conn.execute(_GROUPS, values)
    )


def _staff(conn: Connection, values: dict[str, object]) -> tuple[PersonLine, ...]:
    found: dict[int, PersonLine] = {}
    for row in conn.execute(_PEOPLE, values):
        before = found.get(row.id)
        one = RoleLine(row.role_id, Role(row.role), row.school_id)
        held = (*(before.roles if before else ()), one)
        found[row.id] = PersonLine(row.id, row.name, row.email or "", held, bool(row.has_secret))
    return tuple(found.values())


def _values(schools: list[int], today: date) -> dict[str, object]:
    return {"schools": schools, "today": today, "in_year": school_year(today)}
