"""A file beside an entry of the log: kept in the database, seen by whoever sees the entry, gone with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, func, insert, select

from course.errors import Invalid, NotFound
from course.goals.entries import find_entry
from course.goals.file_kinds import FileKind
from course.goals.tables import evidence, evidence_files
from course.people.roles import Ability

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from course.goals.file_kinds import NewFile
    from course.people.actor import Actor
    from course.store.store import Store

ROOM = 500 * 1024 * 1024
"""Bytes of all files of a school: a thousand pictures."""
WITHDRAWN_KEPT = timedelta(days=7)
"""For so long the file of an entry that was withdrawn waits for it to be put back."""
FULL = (
    "There is no room for more files of your school. Add a link, or withdraw older evidence that has a file."
)

_TAKEN = select(func.coalesce(func.sum(evidence_files.c.size), 0)).where(
    evidence_files.c.school_id == bindparam("in_school", type_=Integer)
)
_THERE = select(evidence_files.c.id).where(evidence_files.c.evidence_id == bindparam("entry", type_=Integer))
_KEEP = insert(evidence_files)
_READ = select(evidence_files.c.name, evidence_files.c.kind, evidence_files.c.content).where(
    evidence_files.c.evidence_id == bindparam("entry", type_=Integer)
)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as it is given."""

    name: str
    kind: FileKind
    content: bytes


def keep_file(
    conn: Connection, school_id: int, entry_id: int, person_id: int, file: NewFile, now: datetime
) -> None:
    """Keep the file of an entry, in the transaction that notes it and holds the school; one that is there stays.

    Invalid under `file` where the school has no room for it.
    """
    if conn.execute(_THERE, {"entry": entry_id}).first():
        return
    taken = int(conn.execute(_TAKEN, {"in_school": school_id}).scalar_one())
    if taken + len(file.content) > ROOM:
        raise Invalid(file=FULL)
    row = {
        "evidence_id": entry_id,
        "school_id": school_id,
        "added_by": person_id,
        "added_at": now,
        "name": file.name,
        "kind": file.kind.value,
        "size": len(file.content),
        "content": file.content,
    }
    conn.execute(_KEEP, row)


def file_of(store: Store, actor: Actor, entry_id: int) -> KeptFile:
    """Give the file of an entry to who reads the log in which it stands; NotFound for all others, and where none is."""
    with store.read() as conn:
        entry = find_entry(conn, entry_id)
        sees = actor.may(Ability.NOTE_EVIDENCE) and entry is not None and entry.school_id == actor.school_id
        row = conn.execute(_READ, {"entry": entry_id}).first() if sees else None
    if entry is None or entry.withdrawn_at is not None or row is None:
        raise NotFound("file", str(entry_id))
    return KeptFile(row.name, FileKind(row.kind), bytes(row.content))


def is_over(now: datetime) -> ColumnElement[bool]:
    """Say of a file that its entry was withdrawn, and is not to be put back any more with it."""
    gone = select(evidence.c.id).where(evidence.c.withdrawn_at <= now - WITHDRAWN_KEPT)
    return evidence_files.c.evidence_id.in_(gone)
