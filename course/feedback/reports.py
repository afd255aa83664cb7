"""Taking a report, listing the open ones for a board, and being done with one, which takes it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, or_, select

from course.errors import Invalid, NotFound
from course.feedback.tables import reports
from course.journal.terms import BoardKept, days_by_board, is_old
from course.people.access import may_see_board
from course.people.rate_limits import Pace, Try, count_wrong, reserve

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from course.people.actor import Actor
    from course.store.store import Store

LONGEST, LONGEST_NAME = 2000, 80
"""Characters."""
KEPT = timedelta(days=365)
"""What nobody dealt with in a year is gone, unless the board chose another term."""
SCOPE = "reports"
OF_A_BROWSER = Pace(
    free=5, first=timedelta(minutes=1), longest=timedelta(minutes=30), memory=timedelta(hours=2)
)
OF_AN_ADDRESS = Pace(
    free=60, first=timedelta(minutes=1), longest=timedelta(minutes=30), memory=timedelta(hours=2)
)
"""A whole school has one address."""


@dataclass(frozen=True, slots=True)
class Report:
    """One thing that a reader says is wrong."""

    id: int
    about: str
    words: str
    name: str
    """Empty unless the reader wrote one."""
    reported_at: datetime


def send(
    store: Store,
    actor: Actor | None,
    about: str,
    words: str,
    name: str,
    now: datetime,
    whence: tuple[str, str],
) -> None:
    """Keep a report, and clear what is older than a year; of the sender only the board is kept.

    `whence` are the address and the browser, which slow down who sends many: TooSoon. Invalid without words, or with too
    many of them.
    """
    words, name = words.strip(), " ".join(name.split())
    if not words:
        raise Invalid(words="report-empty")
    if len(words) > LONGEST or len(name) > LONGEST_NAME:
        raise Invalid(words="report-too-long")
    row = {
        "board_id": actor.board_id if actor else None,
        "about": about[:200],
        "words": words,
        "name": name,
        "reported_at": now,
    }
    address, browser = whence
    tries = [Try(f"report-address:{address}", OF_AN_ADDRESS), Try(f"report-browser:{browser}", OF_A_BROWSER)]
    reserved = reserve(store, SCOPE, tries, now)
    with store.write() as conn:
        conn.execute(delete(reports).where(is_over(conn, now)))
        conn.execute(insert(reports), row)
        count_wrong(conn, reserved, now)


def is_over(conn: Connection, now: datetime) -> ColumnElement[bool]:
    """Say of a report that its board keeps it no longer."""
    return is_old(reports, "reported_at", days_by_board(conn, BoardKept.REPORTS), KEPT, now)


def open_reports(store: Store, actor: Actor) -> tuple[Report, ...]:
    """List a board's reports and those of visitors, the newest first; NotFound for who may not see the board."""
    columns = (reports.c.id, reports.c.about, reports.c.words, reports.c.name, reports.c.reported_at)
    with store.read() as conn:
        rows = conn.execute(select(*columns).where(_of_board(actor)).order_by(reports.c.id.desc()))
        return tuple(Report(*row) for row in rows)


def count_open(store: Store, actor: Actor) -> int:
    """Count them."""
    with store.read() as conn:
        counted: int = conn.execute(select(func.count()).where(_of_board(actor))).scalar_one()
    return counted


def deal_with(store: Store, actor: Actor, report: int) -> None:
    """Take a report out; NotFound for one of another board. One that is gone already is no error: twice is once."""
    with store.write() as conn:
        conn.execute(delete(reports).where(reports.c.id == report, _of_board(actor)))


def _of_board(actor: Actor) -> ColumnElement[bool]:
    if not may_see_board(actor):
        raise NotFound("board", str(actor.board_id))
    return or_(reports.c.board_id == actor.board_id, reports.c.board_id.is_(None))
