"""Who runs a command on the server: somebody in a role of a whole board, whom the journal has no number for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.calendar import school_day
from course.errors import NotFound
from course.people.actor import Actor
from course.people.roles import Role
from course.people.tables import boards

if TYPE_CHECKING:
    from datetime import datetime

    from course.store.store import Store

_NAME = select(boards.c.name).where(boards.c.id == bindparam("board"))


def at_the_console(store: Store, board_id: int, now: datetime, role: Role = Role.ADMINISTRATOR) -> Actor:
    """Give the actor of a command for a board: whoever may run it reaches the database anyhow.

    The `role` says what is seen: figures as an officer does, people and settings as an administrator.
    """
    with store.read() as conn:
        name = conn.execute(_NAME, {"board": board_id}).scalar()
    if name is None:
        raise NotFound("board", str(board_id))
    return Actor(
        person_id=0,
        role_id=0,
        role=role,
        name="",
        board_id=board_id,
        board_name=name,
        school_id=None,
        school_name="",
        protocol=None,
        group_ids=(),
        year_group=None,
        locale="nl",
        sign_in="",
        expires_at=now,
        seen_at=now,
        today=school_day(now),
    )
