from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from course.people.tables import boards
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from course.store.store import Store

RENAME = Upsert(
    boards,
    lambda insert: insert.on_conflict_do_update(index_elements=["id"], set_={"name": insert.excluded.name}),
)
KEEP = Upsert(boards, lambda insert: insert.on_conflict_do_nothing())
NAME = select(boards.c.name).where(boards.c.id == 1)


def test_a_second_insert_may_change_the_row(store: Store) -> None:
    with store.write() as conn:
        conn.execute(RENAME.on(conn), {"id": 1, "name": "eerst"})
        conn.execute(RENAME.on(conn), {"id": 1, "name": "daarna"})
        assert conn.execute(NAME).scalar_one() == "daarna"


def test_a_second_insert_may_leave_the_row(store: Store) -> None:
    with store.write() as conn:
        conn.execute(KEEP.on(conn), {"id": 1, "name": "eerst"})
        conn.execute(KEEP.on(conn), {"id": 1, "name": "daarna"})
        assert conn.execute(NAME).scalar_one() == "eerst"
