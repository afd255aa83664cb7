"""Counting the groups' figures anew, for when pupils came or left by another way than learning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, and_, bindparam, delete, func, insert, select

from course.learning.tables import group_progress, progress
from course.people.identity import Role
from course.people.tables import groups, memberships

if TYPE_CHECKING:
    from sqlalchemy import Connection

_of_year = select(groups.c.id).where(groups.c.school_year == bindparam("in_year", type_=Integer))
_CLEAR = delete(group_progress).where(group_progress.c.group_id.in_(_of_year))
_COUNT = insert(group_progress).from_select(
    ["group_id", "module", "begun", "completed"],
    select(
        memberships.c.group_id,
        progress.c.module,
        func.count(),
        func.count(progress.c.completed_at),
    )
    .join_from(memberships, progress, progress.c.person_id == memberships.c.person_id)
    .where(and_(memberships.c.role == Role.PUPIL.value, memberships.c.group_id.in_(_of_year)))
    .group_by(memberships.c.group_id, progress.c.module),
)


def recount_groups(conn: Connection, school_year: int) -> None:
    """Make `group_progress` of one school year what the pupils' own progress adds up to.

    Call it inside the write transaction that moved, added or removed pupils, or that wrote progress in bulk.
    """
    conn.execute(_CLEAR, {"in_year": school_year})
    conn.execute(_COUNT, {"in_year": school_year})
