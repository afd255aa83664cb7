"""That somebody took a report along is told in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.journal import journal
from course.journal.journal import Entry, Event

if TYPE_CHECKING:
    from course.journal.journal import Origin
    from course.people.actor import Actor
    from course.reports.table import Table
    from course.store.store import Store


def note(store: Store, actor: Actor, table: Table, origin: Origin, group_id: int | None = None) -> None:
    """Tell that a table left the course as a file, and of which group where it names its pupils."""
    note_export(store, actor, actor.school_id, f"report-{table.key}", origin, group_id)


def note_export(
    store: Store,
    actor: Actor,
    school_id: int | None,
    detail: str,
    origin: Origin,
    group_id: int | None = None,
) -> None:
    """Tell that a file left the course, of which school and which group."""
    entry = Entry(
        origin.at,
        Event.EXPORTED,
        origin.person_id,
        board_id=actor.board_id,
        school_id=school_id,
        group_id=group_id,
        place=origin.place,
        detail=detail,
    )
    with store.write() as conn:
        journal.write(conn, entry)
