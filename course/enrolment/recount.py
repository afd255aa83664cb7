"""Comparing the counters of a school with the rows that they count, and mending them, while the course is served.

One statement reads both, so that it sees one moment, at which every transaction has done all of what it does or nothing.
What is missing is then added, as every change is: nobody is waited for, and what others add meanwhile is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, func, literal, or_, select, union_all

from course.enrolment.counters import Sums, add
from course.enrolment.tables import group_sizes
from course.learning.progress.group_counters import OWN_YEAR
from course.learning.tables import group_progress, progress
from course.people.tables import groups, memberships, persons, schools
from course.people.years import IS_PUPIL_NOW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Difference:
    """A counter that is not what its rows are; ids only, no names."""

    group_id: int
    module: str
    """Empty for the number of pupils."""
    year_group: str
    what: str
    """pupils, begun or completed."""
    counter: int
    rows: int


WHAT = ("pupils", "begun", "completed")

_school = bindparam("in_school", type_=Integer)
_SCHOOLS = select(schools.c.id).order_by(schools.c.id)
_HOLD = select(schools.c.id).where(schools.c.id == _school).with_for_update(key_share=True)
_none = literal(0)
_members = memberships.join(persons, persons.c.id == memberships.c.person_id).join(
    groups, groups.c.id == memberships.c.group_id
)
_here = groups.c.school_id == _school
_numbers = union_all(
    select(
        memberships.c.group_id,
        literal("").label("module"),
        OWN_YEAR,
        *(_none.label(f"kept_{name}") for name in WHAT),
        func.count().label("pupils"),
        _none.label("begun"),
        _none.label("completed"),
    )
    .select_from(_members)
    .where(_here, IS_PUPIL_NOW)
    .group_by(memberships.c.group_id, OWN_YEAR),
    select(
        memberships.c.group_id,
        progress.c.module,
        OWN_YEAR,
        *(_none for _ in WHAT),
        _none,
        func.count(),
        func.count(progress.c.completed_at),
    )
    .select_from(_members.join(progress, progress.c.person_id == persons.c.id))
    .where(_here, IS_PUPIL_NOW)
    .group_by(memberships.c.group_id, progress.c.module, OWN_YEAR),
    select(
        group_sizes.c.group_id,
        literal(""),
        group_sizes.c.year_group,
        group_sizes.c.pupils,
        *(_none for _ in range(5)),
    )
    .join_from(group_sizes, groups)
    .where(_here),
    select(
        group_progress.c.group_id,
        group_progress.c.module,
        group_progress.c.year_group,
        _none,
        group_progress.c.begun,
        group_progress.c.completed,
        *(_none for _ in WHAT),
    )
    .join_from(group_progress, groups)
    .where(_here),
).subquery()
_BOTH = (
    select(
        _numbers.c.group_id,
        _numbers.c.module,
        _numbers.c.year_group,
        *(func.sum(_numbers.c[f"kept_{name}"]).label(f"kept_{name}") for name in WHAT),
        *(func.sum(_numbers.c[name]).label(name) for name in WHAT),
    )
    .group_by(_numbers.c.group_id, _numbers.c.module, _numbers.c.year_group)
    .having(or_(*(func.sum(_numbers.c[f"kept_{name}"]) != func.sum(_numbers.c[name]) for name in WHAT)))
    .order_by(_numbers.c.group_id, _numbers.c.module, _numbers.c.year_group)
)


def all_schools(conn: Connection) -> Sequence[int]:
    """List the schools of an installation, in one order."""
    return conn.execute(_SCHOOLS).scalars().all()


def differences(conn: Connection, school_id: int) -> tuple[Difference, ...]:
    """Tell which counters of a school's groups are not what their rows are, of all school years; none is as it should be."""
    return tuple(
        Difference(row.group_id, row.module, row.year_group, what, int(kept), int(counted))
        for row in conn.execute(_BOTH, {"in_school": school_id})
        for what in WHAT
        if (kept := getattr(row, f"kept_{what}")) != (counted := getattr(row, what))
    )


def mend(conn: Connection, school_id: int) -> tuple[Difference, ...]:
    """Set the counters of a school right, in its transaction; tells what was not. Two who mend a school take turns."""
    conn.execute(_HOLD, {"in_school": school_id}).all()
    found = differences(conn, school_id)
    sums = Sums()
    for one in found:
        more = one.rows - one.counter
        if one.what == "pupils":
            sums.pupils[one.group_id, one.year_group] += more
        else:
            getattr(sums, one.what)[one.module, one.group_id, one.year_group] += more
    add(conn, sums)
    return found
