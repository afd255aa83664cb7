"""How long a board keeps what is of the whole board: the journal, and reports of what is wrong."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, or_, select

from course.journal.tables import board_retention

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Table


class BoardKept(StrEnum):
    """What goes after a while at the whole board."""

    JOURNAL = "journal"
    REPORTS = "reports"
    """Of what is wrong, which nobody dealt with."""


_BY_BOARD = select(board_retention.c.board_id, board_retention.c.days).where(
    board_retention.c.kind == bindparam("of_kind")
)


def days_by_board(conn: Connection, kind: BoardKept) -> Mapping[int, int]:
    """Give the days that boards chose themselves."""
    return {row.board_id: row.days for row in conn.execute(_BY_BOARD, {"of_kind": kind.value})}


def is_old(
    table: Table, at: str, own: Mapping[int, int], kept: timedelta, now: datetime
) -> ColumnElement[bool]:
    """Say of a row, by the column of its moment, that its board keeps it no longer; `kept` where no board chose."""
    moment, board = table.c[at], table.c.board_id
    usual = moment < now - kept
    if not own:
        return usual
    chosen = (and_(board == one, moment < now - timedelta(days=days)) for one, days in own.items())
    return or_(*chosen, and_(or_(board.is_(None), board.not_in(own)), usual))
