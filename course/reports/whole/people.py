"""Who is at a school, as its administrator's pages show: groups, staff and pupils, and nothing of what they learn."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, and_, bindparam, exists, func, or_, select

from course.calendar import school_year
from course.enrolment.school_counters import counters_in_parts, how_many_parts
from course.people.roles import Role
from course.people.tables import groups, memberships, persons, roles
from course.people.years import IS_PUPIL_NOW, holds
from course.reading.told import told
from course.reports import columns
from course.reports.drawing import BY_NAME
from course.reports.whole.section import Part, Section

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy import ColumnElement, Connection, Select

    from course.people.access import School
    from course.store.store import Store

PART = 200
"""People that are read at once."""
ROLES = {
    Role.PUPIL: told("Pupil"),
    Role.TEACHER: told("Teacher"),
    Role.COACH: told("Internal coach"),
    Role.DIRECTOR: told("Director"),
    Role.OFFICER: told("Policy officer of the board"),
    Role.ADMINISTRATOR: told("Administrator"),
}
_IS_PUPIL = roles.c.role == Role.PUPIL.value
_these = bindparam("people", expanding=True, type_=Integer)


def _here(of_role: ColumnElement[bool]) -> ColumnElement[bool]:
    """Say of a person that such a role is held at the school today."""
    return exists().where(
        roles.c.person_id == persons.c.id,
        roles.c.school_id == bindparam("school", type_=Integer),
        of_role,
        holds(roles),
    )


def _next(of_role: ColumnElement[bool]) -> Select[Any]:
    after = bindparam("after", type_=persons.c.sort_key.type)
    later = or_(
        persons.c.sort_key > after,
        and_(persons.c.sort_key == after, persons.c.id > bindparam("after_id", type_=Integer)),
    )
    chosen = (persons.c.id, persons.c.name, persons.c.email, persons.c.year_group, persons.c.sort_key)
    return select(*chosen).where(_here(of_role), later).order_by(persons.c.sort_key, persons.c.id).limit(PART)


_NEXT_PUPILS, _NEXT_STAFF = _next(_IS_PUPIL), _next(~_IS_PUPIL)
_PUPILS, _STAFF = (
    select(func.count()).select_from(persons).where(_here(one)) for one in (_IS_PUPIL, ~_IS_PUPIL)
)
_in_groups = (
    select(memberships.c.person_id, groups.c.name)
    .join_from(memberships, groups)
    .where(
        memberships.c.person_id.in_(_these),
        groups.c.school_id == bindparam("school", type_=Integer),
        groups.c.school_year == bindparam("in_year", type_=Integer),
    )
    .order_by(groups.c.name, groups.c.id)
)
_GROUPS_OF_PUPILS = _in_groups.where(IS_PUPIL_NOW)
_GROUPS_OF_STAFF = _in_groups.where(memberships.c.role != Role.PUPIL.value, holds(memberships))
_ROLES = (
    select(roles.c.person_id, roles.c.role)
    .where(
        roles.c.person_id.in_(_these),
        roles.c.school_id == bindparam("school", type_=Integer),
        ~_IS_PUPIL,
        holds(roles),
    )
    .order_by(roles.c.id)
)


def sections(store: Store, school: School, today: date) -> Iterator[Section]:
    """Give the groups, the staff and the pupils of a school."""
    values = {"school": school.id, "today": today, "in_year": school_year(today)}
    with store.read() as conn:
        staff, pupils = (_parts(conn.execute(one, values).scalar_one()) for one in (_STAFF, _PUPILS))
    yield Section(
        "all-groups",
        told("All groups"),
        (columns.GROUP, columns.PUPILS_HERE),
        partial(_all_groups, store, school.id, school_year(today)),
        how_many_parts(store, school.id, school_year(today)),
    )
    yield Section(
        "all-staff",
        told("All staff"),
        (columns.NAME, columns.ROLES, columns.EMAIL, columns.GROUPS),
        partial(_all_staff, store, values),
        staff,
        (BY_NAME,),
    )
    yield Section(
        "all-pupils",
        told("All pupils"),
        (columns.NAME, columns.YEAR, columns.GROUPS),
        partial(_all_pupils, store, values),
        pupils,
        (BY_NAME,),
    )


def _parts(people: int) -> int:
    return -(-people // PART)


def _all_groups(store: Store, school_id: int, year: int) -> Iterator[Part]:
    for counters in counters_in_parts(store, school_id, year):
        pupils: dict[tuple[int, str], int] = defaultdict(int)
        for group, name, _, number in counters.sizes:
            pupils[group, name] += number
        yield Part([(name, number) for (_, name), number in pupils.items()])


def _all_staff(store: Store, values: dict[str, Any]) -> Iterator[Part]:
    for found in _in_turn(store, _NEXT_STAFF, values):
        with store.read() as conn:
            these = {**values, "people": [one.id for one in found]}
            held = _by_person(conn, _ROLES, these)
            of_group = _by_person(conn, _GROUPS_OF_STAFF, these)
        yield Part(
            [
                (one.name, ROLES[Role(role)], one.email, ", ".join(dict.fromkeys(of_group[one.id])) or None)
                for one in found
                for role in dict.fromkeys(held[one.id])
            ]
        )


def _all_pupils(store: Store, values: dict[str, Any]) -> Iterator[Part]:
    for found in _in_turn(store, _NEXT_PUPILS, values):
        with store.read() as conn:
            of_group = _by_person(conn, _GROUPS_OF_PUPILS, {**values, "people": [one.id for one in found]})
        yield Part([(one.name, one.year_group, ", ".join(of_group.get(one.id, ())) or None) for one in found])


def _in_turn(store: Store, statement: Select[Any], values: dict[str, Any]) -> Iterator[list[Any]]:
    after, after_id = "", 0
    while True:
        with store.read() as conn:
            found = list(conn.execute(statement, {**values, "after": after, "after_id": after_id}))
        if not found:
            return
        after, after_id = found[-1].sort_key, found[-1].id
        yield found


def _by_person(conn: Connection, statement: Select[Any], values: dict[str, Any]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for person, word in conn.execute(statement, values):
        found[person].append(word)
    return found
