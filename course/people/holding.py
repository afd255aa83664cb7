"""The row of a person, which whoever writes rows that belong to a person holds before any of them.

An erasure takes it alone and then deletes all that points at it; so does whoever changes which groups count somebody. All
others share it, so that nobody waits for an answer of a classmate. A new row that points at a person shares it by its
foreign key, too late for who has written another row before: two that each hold what the other wants wait in a ring, until
PostgreSQL ends one of them. SQLite lets one write at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, select

from course.people.tables import persons

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

MOST_AT_ONCE = 1000
"""People per statement: databases bound the number of parameters."""

HELD_PERSON = (
    select(persons.c.id)
    .where(persons.c.id == bindparam("person", type_=Integer))
    .with_for_update(read=True, key_share=True)
    .scalar_subquery()
)
"""For a WHERE of what would write first: the id of `person`, whose row is held by then."""

_THESE = (
    select(persons.c.id)
    .where(persons.c.id.in_(bindparam("people", expanding=True, type_=Integer)))
    .order_by(persons.c.id)
)
_SHARED = _THESE.with_for_update(read=True, key_share=True)
_ALONE = _THESE.with_for_update()


def hold(conn: Connection, person_ids: Iterable[int], *, alone: bool = False) -> None:
    """Hold these people until the end of the transaction, in one order for all."""
    ids = sorted(set(person_ids))
    for first in range(0, len(ids), MOST_AT_ONCE):
        conn.execute(_ALONE if alone else _SHARED, {"people": ids[first : first + MOST_AT_ONCE]}).all()
