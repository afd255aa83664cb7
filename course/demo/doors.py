"""The class codes and accounts that the demo prints: which boards have them, and how the codes stay good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from course.people.roster import find_person
from course.people.secrets import fit_pictures
from course.people.tables import class_sessions, credentials, memberships, persons

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.demo.plan import PlannedBeside, PlannedBoard, PlannedStaff
    from course.store.store import Store

_FIRST = (
    select(credentials.c.secret_hash)
    .select_from(
        class_sessions.join(memberships, memberships.c.group_id == class_sessions.c.group_id)
        .join(persons, persons.c.id == memberships.c.person_id)
        .join(credentials, credentials.c.person_id == persons.c.id)
    )
    .where(class_sessions.c.code == bindparam("with_code"), persons.c.name == bindparam("with_name"))
)
_CODE = select(class_sessions.c.id).where(class_sessions.c.code == bindparam("with_code"))
_REOPEN = (
    update(class_sessions)
    .where(class_sessions.c.code == bindparam("with_code"))
    .values(expires_at=bindparam("until"), closed_at=None)
)


def is_of_before(conn: Connection, plan: PlannedBoard) -> bool:
    """Whether the board was built when a card had three pictures: its sheet has to tell those."""
    first = plan.schools[0].groups[0].pupils[0]
    kept = conn.execute(_FIRST, {"with_code": plan.schools[0].code, "with_name": first.name}).scalar()
    return kept is not None and fit_pictures(kept, first.pictures)


def beside_of(store: Store, plan: PlannedBoard) -> tuple[PlannedBeside, ...]:
    """Give the groups of other ages that a board which stands already has."""
    with store.read() as conn:
        return tuple(one for one in plan.beside if conn.execute(_CODE, {"with_code": one.code}).first())


def administrator_of(store: Store, plan: PlannedBoard) -> PlannedStaff | None:
    """Give the planned administrator where a board which stands already has one."""
    planned = plan.administrator
    with store.read() as conn:
        return planned if planned and find_person(conn, planned.email) else None


def open_doors(store: Store, plan: PlannedBoard, until: datetime) -> None:
    """Keep the printed codes valid, however long ago the board was built."""
    with store.write() as conn:
        codes = [*(one.code for one in plan.schools), *(one.code for one in plan.beside)]
        conn.execute(_REOPEN, [{"with_code": code, "until": until} for code in codes])
