"""How long a board keeps its journal and its reports: the program's own terms, unless it chose others within bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert

from course.administration.sign_in_rules import refuse_schools
from course.errors import Invalid
from course.feedback.reports import KEPT as REPORTS_KEPT
from course.journal import journal
from course.journal.journal import Entry, Event
from course.journal.tables import board_retention
from course.journal.terms import BoardKept, days_by_board
from course.privacy.retention import Term
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from sqlalchemy import Connection

    from course.journal.journal import Origin
    from course.people.actor import Actor
    from course.store.store import Store

MOST = 1826
"""Days that a board may keep its journal, unless the installation keeps it longer of itself: five years."""
_DROP = delete(board_retention).where(board_retention.c.board_id == bindparam("board"))
_INSERT = insert(board_retention)


def board_terms(journal_kept: timedelta) -> Mapping[BoardKept, Term]:
    """Give the terms between which a board may choose; the installation says for how long a journal is kept otherwise."""
    days, least = journal_kept.days, journal.YOUNGEST.days
    return {
        BoardKept.JOURNAL: Term(days, least, max(days, MOST)),
        BoardKept.REPORTS: Term(REPORTS_KEPT.days, 30, 730),
    }


def board_days(conn: Connection, board_id: int, journal_kept: timedelta) -> Mapping[BoardKept, int]:
    """Give the days for which a board keeps each."""
    terms = board_terms(journal_kept)
    return {kind: days_by_board(conn, kind).get(board_id, term.days) for kind, term in terms.items()}


def set_board_days(
    store: Store, actor: Actor, days: Mapping[BoardKept, int], journal_kept: timedelta, origin: Origin
) -> None:
    """Keep things for so many days at the whole board; Invalid names what is out of bounds."""
    refuse_schools(actor)
    terms = board_terms(journal_kept)
    wrong = {
        kind.value: told("Choose between %(least)s and %(most)s days.", least=term.least, most=term.most)
        for kind, term in terms.items()
        if not term.least <= days.get(kind, term.days) <= term.most
    }
    if wrong:
        raise Invalid(**wrong)
    own = [
        {"board_id": actor.board_id, "kind": kind.value, "days": number}
        for kind, number in days.items()
        if number != terms[kind].days
    ]
    with store.write() as conn:
        conn.execute(_DROP, {"board": actor.board_id})
        if own:
            conn.execute(_INSERT, own)
        journal.write(conn, _line(actor, origin))


def _line(actor: Actor, origin: Origin) -> Entry:
    event, detail = Event.BOARD_CHANGED, "retention"
    return Entry(
        origin.at, event, origin.person_id, board_id=actor.board_id, place=origin.place, detail=detail
    )
