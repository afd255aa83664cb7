"""The log of a draft: what was done, by whom and when, what was undone, and whether one more thing can be done.

Nothing in the log is ever changed. To undo is one more entry, after which the draft is the replay without the entry that
it names; so any entry can be undone on which nothing rests that was done later. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from course.errors import DeelwijsError, Invalid, NotFound, Stale
from course.reading.told import told
from course.rulebooks.drafts.applying import apply, count_made
from course.rulebooks.drafts.things import new_ids, things_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from course.rulebooks.drafts.model import Draft
    from course.rulebooks.drafts.operations import Operation
    from course.rulebooks.drafts.things import Names, Things


class Deed(StrEnum):
    """What an entry does."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True)
class Entry:
    """One line of a draft's log."""

    draft_id: int
    revision: int
    """From 1; the draft before it is that of the revision before."""
    person_id: int | None
    """None once the person is gone from the course."""
    at: datetime
    deed: Deed
    operation: Operation | None = None
    """Of an edit."""
    of: int | None = None
    """The revision that is undone or redone."""
    seen: int = 0
    """The revision of the page on which it was done."""

    @cached_property
    def made(self) -> tuple[str, ...]:
        """Ids of the articles that it makes."""
        count = count_made(self.operation) if self.operation else 0
        return new_ids(self.draft_id, self.revision, count)

    @cached_property
    def things(self) -> Things:
        """What an edit touches and uses."""
        if self.operation is None:
            raise ValueError("only an edit touches anything by itself")
        return things_of(self.operation, self.made)


class Overtaken(Stale):
    """The same thing was changed since the page was shown, by whomever; both are told, and nothing was changed."""

    def __init__(
        self, theirs: Entry, things: Names, mine: Sequence[Operation] = (), earlier: Sequence[Entry] = ()
    ) -> None:
        """Keep both: what was done, the newest and the earlier, by which things they meet, and what was to be done."""
        what = ", ".join(sorted(things))
        super().__init__(told("revision %(revision)s changed %(what)s", revision=theirs.revision, what=what))
        self.theirs, self.things, self.mine, self.earlier = theirs, things, tuple(mine), tuple(earlier)


@dataclass(frozen=True)
class History:
    """A draft's beginning and its log."""

    start: Draft
    entries: tuple[Entry, ...] = ()

    @property
    def revision(self) -> int:
        """Of the newest entry; 0 before any."""
        return self.entries[-1].revision if self.entries else 0

    @cached_property
    def undone(self) -> frozenset[int]:
        """Revisions of the edits that don't count."""
        undone: set[int] = set()
        for entry in self.entries:
            if entry.of is not None:
                (undone.add if entry.deed is Deed.UNDO else undone.discard)(entry.of)
        return frozenset(undone)

    @cached_property
    def draft(self) -> Draft:
        """The draft as it stands."""
        return _replayed(self.start, self._counting(self.undone))

    @cached_property
    def last_touched(self) -> Mapping[str, Entry]:
        """Tell of each thing which edit that counts touched it last: who wrote what, and when."""
        return {thing: one for one in self._counting(self.undone) for thing in one.things.touches}

    def as_of(self, revision: int) -> History:
        """Give the history as a page of that revision knew it."""
        return History(self.start, tuple(one for one in self.entries if one.revision <= revision))

    def added(self, *entries: Entry) -> History:
        """Give the history with entries more, done together; NotFound, Invalid or Overtaken where one can't be done."""
        edits = [one for one in entries if one.deed is Deed.EDIT]
        if overtaken := self.overtaken_by(*edits):
            raise overtaken
        draft = self.draft
        for entry in edits:
            draft = apply(draft, _operation(entry), entry.made)
        for entry in entries:
            if entry.deed is not Deed.EDIT:
                self._check_turn(entry)
        return History(self.start, (*self.entries, *entries))

    def repeats(self, *entries: Entry) -> bool:
        """Whether entries are what the same person did last, from the same page: a second click or a retry."""
        if not entries or entries[0].seen >= self.revision:
            return False
        own = [one for one in self.entries if one.person_id == entries[0].person_id]
        last = own[-len(entries) :]
        return len(last) == len(entries) and all(map(_is_same, last, entries))

    def overtaken_by(self, *edits: Entry) -> Overtaken | None:
        """Tell what was done after the page of some edits that they can't go together with; None where nothing.

        Who did it makes no difference: somebody's other window shows what this one doesn't. What the edits would make
        of the draft and stands there already is no loss.
        """
        met: list[Entry] = []
        things: frozenset[str] = frozenset()
        for one in self.entries:
            theirs = self._edit(one.of) if one.of is not None else one
            collisions = [edit.things.collides(theirs.things) for edit in edits if one.revision > edit.seen]
            if any(collisions):
                met.append(one)
                things = things.union(*collisions)
        if not met or self.holds(*edits):
            return None
        return Overtaken(met[-1], things, [_operation(one) for one in edits], met[:-1])

    def holds(self, *edits: Entry) -> bool:
        """Whether edits would change nothing."""
        draft = self.draft
        try:
            for one in edits:
                draft = apply(draft, _operation(one), one.made)
        except DeelwijsError:
            return False
        return draft == self.draft

    def to_undo(self, person_id: int) -> int | None:
        """Give the newest edit of a person that counts; None where there is none."""
        mine = (one for one in self._counting(self.undone) if one.person_id == person_id)
        return max((one.revision for one in mine), default=None)

    def to_redo(self, person_id: int) -> int | None:
        """Give what a person undid last and is undone still; None where there is none."""
        undone = (
            one.of
            for one in reversed(self.entries)
            if one.deed is Deed.UNDO and one.person_id == person_id and one.of in self.undone
        )
        return next(undone, None)

    def _check_turn(self, entry: Entry) -> None:
        """See that an edit can be undone or redone: it is one, stands so, and nothing done later rests on it."""
        edit = self._edit(entry.of or 0)
        is_undo = entry.deed is Deed.UNDO
        if (edit.revision in self.undone) is is_undo:
            raise Invalid(of="undone-already" if is_undo else "not-undone")
        for later in self._counting(self.undone):
            if later.revision > edit.revision and (met := edit.things.collides(later.things)):
                raise Overtaken(later, met)
        undone = self.undone ^ {edit.revision}
        _replayed(self.start, self._counting(undone))

    def _counting(self, undone: frozenset[int]) -> Iterable[Entry]:
        return [one for one in self.entries if one.deed is Deed.EDIT and one.revision not in undone]

    def _edit(self, revision: int) -> Entry:
        found = next((one for one in self.entries if one.revision == revision), None)
        if found is None or found.deed is not Deed.EDIT:
            raise NotFound("edit", str(revision))
        return found


def _is_same(done: Entry, wish: Entry) -> bool:
    if (done.seen, done.deed) != (wish.seen, wish.deed):
        return False
    return done.operation == wish.operation and wish.of in {None, done.of}


def _operation(entry: Entry) -> Operation:
    if entry.operation is None:
        raise ValueError("an edit has an operation")
    return entry.operation


def _replayed(start: Draft, entries: Iterable[Entry]) -> Draft:
    draft = start
    for entry in entries:
        draft = apply(draft, _operation(entry), entry.made)
    return draft
