"""A board keeps its journal as long as it chose; another board's lines go by the program's own term."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.journal import journal
from course.journal.journal import Entry, Event
from course.journal.tables import board_retention
from course.journal.terms import BoardKept, days_by_board
from tests.builders import ADDED, a_board

if TYPE_CHECKING:
    from course.store.store import Store


def test_each_board_lets_its_own_lines_go_when_it_chose(store: Store) -> None:
    short, long, usual = (a_board(store, name) for name in ("Kort", "Lang", "Gewoon"))
    chosen = [{"board_id": one, "kind": "journal", "days": days} for one, days in ((short, 40), (long, 900))]
    with store.write() as conn:
        conn.execute(insert(board_retention), chosen)
        assert days_by_board(conn, BoardKept.JOURNAL) == {short: 40, long: 900}
        assert days_by_board(conn, BoardKept.REPORTS) == {}
        boards = (short, long, usual, None)
        journal.write(conn, *(Entry(ADDED, Event.REFUSED, board_id=one) for one in boards))

    def left(days: int) -> set[int | None]:
        with store.write() as conn:
            journal.prune(conn, ADDED + timedelta(days=days), timedelta(days=365))
        return {one.board_id for one in journal.read(store, events=[Event.REFUSED])}

    assert left(39) == {short, long, usual, None}
    assert left(41) == {long, usual, None}
    assert left(366) == {long}
    assert left(901) == set()
