"""What holds on a day: roles and memberships with a beginning and an end, and the groups of the present school year.

Nobody is moved on 1 August: last year's groups are simply no longer those of the present year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Date, Integer, and_, bindparam, or_

from course.people.roles import InGroup
from course.people.tables import groups, memberships

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause


IS_PUPIL_NOW = and_(memberships.c.role == InGroup.PUPIL.value, memberships.c.until_on.is_(None))
"""Of a membership: its person is one of the group's pupils today. Figures count these, on whatever day they are read: pupils
join and leave on the day on which it is written, see `course.enrolment.memberships`."""


def holds(table: FromClause) -> ColumnElement[bool]:
    """Say of a role or a membership that it holds on the day of the parameter `today`."""
    day = bindparam("today", type_=Date)
    return (table.c.from_on <= day) & or_(table.c.until_on.is_(None), table.c.until_on > day)


def is_present() -> ColumnElement[bool]:
    """Say of a group that it is of the school year of the parameter `in_year`."""
    return groups.c.school_year == bindparam("in_year", type_=Integer)
