"""Drafts in the store: edited by several at once, undone, done again, put away. `beginning` begins one.

Every change names the revision that its page showed. What is done to different things goes together; a change to what was
changed since, by somebody else or in one's own other window, is refused with `Overtaken`, which tells of both. A second
click changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import update

from course.errors import Clash, Invalid, NotFound
from course.people.holding import hold
from course.reading.told import told
from course.rulebooks.drafts.cleaning import cleaned
from course.rulebooks.drafts.history import Deed, Entry
from course.rulebooks.drafts.rows import find_owner, keep, listed, opened
from course.rulebooks.owners import owner_in_reach
from course.rulebooks.tables import drafts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from course.people.actor import Actor
    from course.rulebooks.drafts.operations import Operation
    from course.rulebooks.drafts.rows import DraftRow, OpenDraft
    from course.store.store import Store

MOST = 5_000
"""Entries in one log: whoever has done so much publishes first."""
TRIES = 5
"""At a revision that others reach first."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done to a draft, before it is known under which revision."""

    deed: Deed
    operation: Operation | None = None
    of: int | None = None


def open_draft(store: Store, actor: Actor, draft_id: int) -> OpenDraft:
    """Open a draft that this person may edit; NotFound for any other, and for one that was published or put away."""
    with store.read() as conn:
        return opened(conn, actor, draft_id)


def list_drafts(store: Store, actor: Actor) -> tuple[DraftRow, ...]:
    """List what this person may edit and is not published, the one touched last first."""
    with store.read() as conn:
        return listed(conn, actor)


def edit(
    store: Store, actor: Actor, draft_id: int, seen: int, operation: Operation, now: datetime
) -> OpenDraft:
    """Do something to a draft; `seen` is the revision of the page on which it was done.

    Raises Overtaken where the same thing was changed since, NotFound where it names what is gone, Invalid where it
    can't be done or its words can't be kept.
    """
    return edit_together(store, actor, draft_id, seen, (operation,), now)


def edit_together(
    store: Store, actor: Actor, draft_id: int, seen: int, operations: Sequence[Operation], now: datetime
) -> OpenDraft:
    """Do all that one form wants, as `edit` does: everything or, where one thing of it is refused, nothing."""
    wishes = [Wish(Deed.EDIT, cleaned(one)) for one in operations]
    return _add(store, actor, draft_id, wishes, seen, now)


def undo(
    store: Store, actor: Actor, draft_id: int, seen: int, now: datetime, of: int | None = None
) -> OpenDraft:
    """Undo an edit: the one named, by whomever, or this person's newest that the page knew. Invalid where there is none.

    Overtaken where something rests on it that was done later; that can be undone first.
    """
    return _add(store, actor, draft_id, [Wish(Deed.UNDO, of=of)], seen, now)


def redo(
    store: Store, actor: Actor, draft_id: int, seen: int, now: datetime, of: int | None = None
) -> OpenDraft:
    """Do an edit again that was undone: the one named, or what this person undid last. Refused as `undo` is."""
    return _add(store, actor, draft_id, [Wish(Deed.REDO, of=of)], seen, now)


def put_away(store: Store, actor: Actor, draft_id: int, now: datetime) -> None:
    """Close a draft without publishing it; its log is kept. Twice is once."""
    with store.write() as conn:
        owner = find_owner(conn, draft_id)
        if owner is None or not owner_in_reach(actor, owner):
            raise NotFound("draft", str(draft_id))
        conn.execute(
            update(drafts).where(drafts.c.id == draft_id, drafts.c.closed_at.is_(None)).values(closed_at=now)
        )


def _add(
    store: Store, actor: Actor, draft_id: int, wishes: Sequence[Wish], seen: int, now: datetime
) -> OpenDraft:
    for _ in range(TRIES):
        with store.write() as conn:
            hold(conn, [actor.person_id])
            found = opened(conn, actor, draft_id)
            entries = [
                Entry(draft_id, revision, actor.person_id, now, wish.deed, wish.operation, wish.of, seen)
                for revision, wish in enumerate(wishes, start=found.revision + 1)
            ]
            if not entries or found.history.repeats(*entries):
                return found
            entries = [_named(found, one) for one in entries]
            history = found.history.added(*entries)
            if all(keep(conn, one) for one in entries):
                return found.with_history(actor, history)
    raise Clash(told("others wrote in this draft at the same moment, again and again"))


def _named(found: OpenDraft, wish: Entry) -> Entry:
    """See that an entry can be taken, and name what it undoes where it says only "undo": what its page would undo."""
    if not 0 <= max(wish.seen, wish.of or 0) <= found.revision:
        raise Invalid(seen="draft-revision-unknown")
    if wish.revision > MOST:
        raise Invalid(seen="draft-too-long")
    if wish.deed is Deed.EDIT or wish.of is not None:
        return wish
    known = found.history.as_of(wish.seen)
    turns = known.to_undo if wish.deed is Deed.UNDO else known.to_redo
    of = turns(wish.person_id or 0)
    if of is None:
        raise Invalid(of="nothing-to-undo" if wish.deed is Deed.UNDO else "nothing-to-redo")
    return replace(wish, of=of)
