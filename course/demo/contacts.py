"""Whom one can turn to at a demo school: somebody for pupils, for parents and for staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.contacts.tables import school_contacts
from course.demo.words import CONTACTS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.demo.plan import PlannedSchool


def fill_contacts(conn: Connection, school_id: int, school: PlannedSchool, now: datetime) -> None:
    """Let a school say whom one can turn to: a teacher whom it trusts with that, its coach and its director."""
    people = (school.teachers[-1], school.teachers[0], school.director)
    conn.execute(
        insert(school_contacts),
        [
            {
                "school_id": school_id,
                "place": place,
                "name": f"{person.name}, {task}",
                "email": person.email if "pupil" not in readers else "",
                "when_where": when,
                **{
                    f"for_{one}s" if one != "staff" else "for_staff": one in readers
                    for one in ("pupil", "parent", "staff")
                },
                "changed_at": now,
            }
            for place, (person, (task, when, readers)) in enumerate(zip(people, CONTACTS, strict=True))
        ],
    )
