"""Where a class code leads: a child that has not signed in yet finds the contacts of the own school too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.calendar import school_day
from course.classroom.class_sessions import IS_OPEN
from course.people.adoption import in_force
from course.people.tables import class_sessions, groups, schools

if TYPE_CHECKING:
    from datetime import datetime

    from course.store.store import Store

_BEHIND = (
    select(schools.c.id, schools.c.name, in_force().label("protocol"))
    .select_from(
        class_sessions.join(groups, groups.c.id == class_sessions.c.group_id).join(
            schools, schools.c.id == groups.c.school_id
        )
    )
    .where(class_sessions.c.code == bindparam("with_code"), IS_OPEN)
)


@dataclass(frozen=True, slots=True)
class Place:
    """A school, with the protocol by which it goes."""

    school_id: int
    school_name: str
    protocol: str


def school_behind(store: Store, code: str, now: datetime) -> Place | None:
    """Find the school whose lesson a class code opens; None where it opens none any more."""
    values = {"with_code": code, "now": now, "today": school_day(now)}
    with store.read() as conn:
        row = conn.execute(_BEHIND, values).first()
    return None if row is None else Place(*row)
