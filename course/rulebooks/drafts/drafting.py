"""Drafts in the store: edited by several at once, undone, done again, put away. `beginning` begins one.

Every change names the revision that its page showed. What two people do to different things goes together; a change to
what somebody else changed since is refused with `Overtaken`, which tells of both. A second click changes nothing.
"""

from __future__ import annotations

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
    from datetime import datetime

    from course.people.actor import Actor
    from course.rulebooks.drafts.operations import Operation
    from course.rulebooks.drafts.rows import DraftRow, OpenDraft
    from course.store.store import Store

MOST = 5_000
"""Entries in one log: whoever has done so much publishes first."""
TRIES = 5
"""At a revision that others reach first."""


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

    Raises Overtaken where somebody else changed the same thing since, NotFound where it names what is gone, Invalid
    where it can't be done or its words can't be kept.
    """
    return _add(store, actor, draft_id, Deed.EDIT, seen, now, operation=cleaned(operation))


def undo(
    store: Store, actor: Actor, draft_id: int, seen: int, now: datetime, of: int | None = None
) -> OpenDraft:
    """Undo an edit: the one named, by whomever, or this person's newest. Invalid where there is none.

    Overtaken where something rests on it that was done later; that can be undone first.
    """
    return _add(store, actor, draft_id, Deed.UNDO, seen, now, of=of)


def redo(
    store: Store, actor: Actor, draft_id: int, seen: int, now: datetime, of: int | None = None
) -> OpenDraft:
    """Do an edit again that was undone: the one named, or what this person undid last. Refused as `undo` is."""
    return _add(store, actor, draft_id, Deed.REDO, seen, now, of=of)


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
    store: Store,
    actor: Actor,
    draft_id: int,
    deed: Deed,
    seen: int,
    now: datetime,
    *,
    operation: Operation | None = None,
    of: int | None = None,
) -> OpenDraft:
    for _ in range(TRIES):
        with store.write() as conn:
            hold(conn, [actor.person_id])
            found = opened(conn, actor, draft_id)
            wish = Entry(draft_id, found.revision + 1, actor.person_id, now, deed, operation, of, seen)
            if found.history.repeats(wish):
                return found
            entry = _named(found, wish)
            history = found.history.added(entry)
            if keep(conn, entry):
                return found.with_history(actor, history)
    raise Clash(told("others wrote in this draft at the same moment, again and again"))


def _named(found: OpenDraft, wish: Entry) -> Entry:
    """See that an entry can be taken, and name what it undoes where it says only "undo"."""
    if not 0 <= wish.seen <= found.revision:
        raise Invalid(seen="draft-revision-unknown")
    if found.revision >= MOST:
        raise Invalid(seen="draft-too-long")
    if wish.deed is Deed.EDIT or wish.of is not None:
        return wish
    of = found.undoes if wish.deed is Deed.UNDO else found.redoes
    if of is None:
        raise Invalid(of="nothing-to-undo" if wish.deed is Deed.UNDO else "nothing-to-redo")
    return Entry(wish.draft_id, wish.revision, wish.person_id, wish.at, wish.deed, None, of, wish.seen)
