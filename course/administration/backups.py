"""Backups of an installation, and their return, after which nobody who was erased is there again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, select

from course.enrolment.people import erase_person
from course.errors import Unavailable
from course.journal import journal
from course.journal.journal import Entry, Event, Origin
from course.people.tables import persons
from course.store.backup import copy_to, put_back, refuse_in_use
from course.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

_HERE = select(persons.c.id).where(persons.c.id == bindparam("person", type_=Integer))


def back_up(url: str, target: Path, now: datetime) -> None:
    """Write a copy of the whole database, also while it is served, and note that it was made."""
    copy_to(url, target)
    store = Store.open(url)
    try:
        with store.write() as conn:
            journal.write(conn, Entry(now, Event.BACKED_UP))
    finally:
        store.close()


def restore(url: str, source: Path, now: datetime) -> int:
    """Put a copy back, bring its tables up to date, and erase again who was erased since; gives how many that were.

    Unavailable while anything has the database open, or where the file is no copy; nothing was changed then.
    """
    refuse_in_use(url)
    erased = _erased(url)
    put_back(url, source)
    store = Store.open(url)
    try:
        store.migrate()
        with store.write() as conn:
            again = [one for one in erased if conn.execute(_HERE, {"person": one}).first()]
            for person in again:
                erase_person(conn, person, Origin(now))
            journal.write(conn, Entry(now, Event.RESTORED, detail=f"erasures={len(again)}"))
    finally:
        store.close()
    return len(again)


def _erased(url: str) -> Sequence[int]:
    """Read who was erased, where the database that is replaced can still tell; who was merged is another matter."""
    with suppress(Unavailable):
        store = Store.open(url)
        try:
            if store.unfit():
                return ()
            told = tuple(journal.read(store, events=[Event.ERASED, Event.MERGED]))
        finally:
            store.close()
        merged = {int(one.detail) for one in told if one.event is Event.MERGED}
        found = (one.about_id for one in told if one.event is Event.ERASED)
        return sorted({one for one in found if one and one not in merged})
    return ()
