"""Drafts and their logs as the store has them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from course.errors import NotFound
from course.people.tables import persons
from course.rulebooks.drafts.history import Deed, Entry, History
from course.rulebooks.drafts.operations import decode, encode
from course.rulebooks.drafts.tree import draft_of
from course.rulebooks.owners import Owner, owner_in_reach
from course.rulebooks.tables import draft_operations, drafts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.rulebooks.drafts.model import Draft

_ROWS = select(drafts, persons.c.name.label("begun_by_name")).select_from(
    drafts.outerjoin(persons, persons.c.id == drafts.c.begun_by)
)
_ROW = _ROWS.where(drafts.c.id == bindparam("draft"))
_LOG = (
    select(draft_operations, persons.c.name)
    .select_from(draft_operations.outerjoin(persons, persons.c.id == draft_operations.c.person_id))
    .where(draft_operations.c.draft_id == bindparam("draft"))
    .order_by(draft_operations.c.revision)
)
_MOVE = update(drafts).where(
    drafts.c.id == bindparam("draft"), drafts.c.revision == bindparam("before"), drafts.c.closed_at.is_(None)
)


@dataclass(frozen=True, slots=True)
class DraftRow:
    """What a list of drafts shows of one."""

    id: int
    owner: Owner
    slug: str
    name: str
    """Of the protocol, as it stands."""
    based_on: int | None
    """The own version that it changes."""
    origin_name: str
    """Whose protocol was carried over; empty for none."""
    revision: int
    begun_by: str
    """Name; empty where the person is gone."""
    begun_at: datetime
    touched_at: datetime


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft with its log, ready to be shown and edited."""

    row: DraftRow
    history: History
    names: Mapping[int, str]
    """Who wrote in it, by person."""
    undoes: int | None
    """The revision that this person's "undo" would undo; None where there is nothing of one's own to undo."""
    redoes: int | None

    @property
    def draft(self) -> Draft:
        """The draft as it stands."""
        return self.history.draft

    @property
    def revision(self) -> int:
        """To be sent along with the next change."""
        return self.history.revision

    def as_of(self, revision: int) -> OpenDraft:
        """Give the draft as a page of that revision showed it."""
        return replace(self, history=self.history.as_of(revision))

    def with_history(self, actor: Actor, history: History) -> OpenDraft:
        """Give the same draft after one more entry, by this person."""
        person = actor.person_id
        names = {**self.names, person: actor.name}
        return replace(
            self, history=history, names=names, undoes=history.to_undo(person), redoes=history.to_redo(person)
        )


def opened(conn: Connection, actor: Actor, draft_id: int) -> OpenDraft:
    """Read a draft that this person may edit; NotFound for any other, and for one that is closed."""
    row = conn.execute(_ROW, {"draft": draft_id}).first()
    if row is None or row.closed_at is not None or not owner_in_reach(actor, owner_of(row)):
        raise NotFound("draft", str(draft_id))
    history, names = _history(conn, row)
    person = actor.person_id
    shown = _shown(row, history.draft)
    return OpenDraft(shown, history, names, history.to_undo(person), history.to_redo(person))


def listed(conn: Connection, actor: Actor) -> tuple[DraftRow, ...]:
    """Read the drafts that are open and that this person may edit, the one touched last first."""
    wanted = _ROWS.where(drafts.c.board_id == actor.board_id, drafts.c.closed_at.is_(None)).order_by(
        drafts.c.touched_at.desc(), drafts.c.id.desc()
    )
    rows = [row for row in conn.execute(wanted).all() if owner_in_reach(actor, owner_of(row))]
    return tuple(_shown(row, _history(conn, row)[0].draft) for row in rows)


def find_owner(conn: Connection, draft_id: int) -> Owner | None:
    """Give whose draft it is, open or not; None where there is none."""
    row = conn.execute(_ROW, {"draft": draft_id}).first()
    return None if row is None else owner_of(row)


def owner_of(row: Any) -> Owner:
    """Read whose a draft or a version is."""
    return Owner(row.board_id, row.school_id)


def keep(conn: Connection, entry: Entry) -> bool:
    """Write an entry; False, with nothing written, where somebody else had this revision first."""
    at = {"draft": entry.draft_id, "before": entry.revision - 1}
    moved = conn.execute(_MOVE.values(revision=entry.revision, touched_at=entry.at), at)
    if moved.rowcount != 1:
        return False
    values = {
        "draft_id": entry.draft_id,
        "revision": entry.revision,
        "person_id": entry.person_id,
        "at": entry.at,
        "deed": entry.deed.value,
        "operation": encode(entry.operation) if entry.operation else None,
        "of": entry.of,
        "seen": entry.seen,
    }
    conn.execute(insert(draft_operations), values)
    return True


def _history(conn: Connection, row: Any) -> tuple[History, Mapping[int, str]]:
    log = conn.execute(_LOG, {"draft": row.id}).all()
    start = draft_of(tomllib.loads(row.start), is_foreign=row.is_foreign)
    entries = tuple(
        Entry(
            one.draft_id,
            one.revision,
            one.person_id,
            one.at,
            Deed(one.deed),
            decode(one.operation) if one.operation else None,
            one.of,
            one.seen,
        )
        for one in log
    )
    return History(start, entries), {one.person_id: one.name for one in log if one.person_id is not None}


def _shown(row: Any, draft: Draft) -> DraftRow:
    return DraftRow(
        id=row.id,
        owner=owner_of(row),
        slug=row.slug,
        name=draft.name,
        based_on=row.based_on,
        origin_name=row.origin_name,
        revision=row.revision,
        begun_by=row.begun_by_name or "",
        begun_at=row.begun_at,
        touched_at=row.touched_at,
    )
