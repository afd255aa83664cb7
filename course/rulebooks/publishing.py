"""Making rules of a draft or of a file: a version that never changes, and the day from which schools go by it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from course.calendar import school_day
from course.errors import ContentBroken, Invalid, NotFound
from course.journal.journal import Entry, Event
from course.journal.journal import write as write_journal
from course.norms.write import write_tree
from course.people.holding import hold
from course.people.roles import Ability
from course.people.tables import schools
from course.rulebooks.adopting import rules_of_board, write_adoptions
from course.rulebooks.comparison import compare_versions
from course.rulebooks.drafts.history import Overtaken
from course.rulebooks.drafts.rows import opened
from course.rulebooks.drafts.tree import tree_of
from course.rulebooks.owners import Owner, owner_in_reach
from course.rulebooks.references import note_reference
from course.rulebooks.tables import drafts
from course.rulebooks.texts import is_fit, read_text, read_version
from course.rulebooks.versions import (
    ChangeKind,
    Decision,
    NewVersion,
    Origin,
    Version,
    find_version,
    keep_version,
    newest_version,
    next_number,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from typing import Any

    from sqlalchemy import Connection

    from course.library import Library
    from course.people.actor import Actor
    from course.rulebooks.drafts.rows import OpenDraft
    from course.store.store import Store


@dataclass(frozen=True, slots=True)
class Publication:
    """What is decided with a version."""

    from_on: date
    """From this day it holds."""
    kind: ChangeKind = ChangeKind.MAJOR
    decision: Decision = field(default_factory=Decision)
    school_ids: Sequence[int] | None = None
    """Which schools go by it; None for the own school, or for those of the board that go by an older version of it."""


def publish(
    store: Store, library: Library, actor: Actor, draft_id: int, seen: int, what: Publication, now: datetime
) -> Version:
    """Publish a draft as its page of revision `seen` showed it, and let schools go by it from a day.

    Raises NotFound for who may not, Overtaken where somebody wrote in it since, ContentBroken with every problem where
    the draft is no whole protocol, and Invalid for what can't be: anything foreign left unconfirmed, nothing in it, a
    day in the past, or a minor change that lets somebody do other things than before. Published twice is once.
    """
    with store.read() as conn:
        if done := _published(conn, actor, draft_id):
            return done
        draft = _fit(opened(conn, actor, draft_id), actor, seen, what, now)
        number = next_number(conn, draft.row.owner, draft.row.slug)
        before = _before(conn, draft)
    text = text_of(draft, number, what.from_on)
    _check(library, draft.row.slug, text)
    with store.write() as conn:
        hold(conn, [actor.person_id])
        if opened(conn, actor, draft_id).revision != seen:
            raise Overtaken(draft.history.entries[-1], frozenset())
        new = NewVersion(
            owner=draft.row.owner,
            slug=draft.row.slug,
            name=draft.draft.name,
            number=number,
            text=text,
            kind=_kind(library, before, draft.row.slug, text, what.kind),
            origin=Origin.DRAFT,
            based_on=before.id if before else None,
            rulebook="",
            decision=what.decision,
            published_by=actor.person_id,
        )
        school_ids = _schools(conn, library, new, what, school_day(now))
        version = put_in_force(conn, library, new, what.from_on, school_ids, now)
        conn.execute(
            update(drafts).where(drafts.c.id == draft_id).values(closed_at=now, version_id=version.id)
        )
    return version


def import_file(
    store: Store, library: Library, text: str, school_ids: Sequence[int], from_on: date, now: datetime
) -> Version:
    """Give schools of one board a protocol from a file, for whoever runs the program.

    Of one school it is the school's own, of several the board's. ContentBroken with every problem where it has one.
    """
    slug = _slug(text)
    _check(library, slug, text)
    with store.write() as conn:
        owner = _owner(conn, school_ids)
        number = next_number(conn, owner, slug)
        before = newest_version(conn, owner, slug)
        text = write_tree(tomllib.loads(text) | {"id": slug, "version": str(number), "adopted": from_on})
        new = NewVersion(
            owner=owner,
            slug=slug,
            name=str(tomllib.loads(text)["name"]),
            number=number,
            text=text,
            kind=_kind(library, before, slug, text, None),
            origin=Origin.FILE,
            based_on=before.id if before else None,
            rulebook="",
            decision=Decision(),
            published_by=None,
        )
        return put_in_force(conn, library, new, from_on, school_ids, now)


def put_in_force(
    conn: Connection,
    library: Library,
    new: NewVersion,
    from_on: date,
    school_ids: Sequence[int],
    now: datetime,
) -> Version:
    """Keep a version, note what its reference names, tell the journal, and let schools go by it from a day."""
    protocol = read_version(new.text, new.slug, new.key, library.norms.acts)
    reference = library.with_protocols(protocol).rulebook(new.key)
    version_id = keep_version(conn, replace(new, rulebook=reference), now)
    note_reference(conn, reference, new.key, now)
    told = Entry(
        at=now,
        event=Event.RULES_PUBLISHED,
        person_id=new.published_by,
        board_id=new.owner.board_id,
        school_id=new.owner.school_id,
        detail=f"{new.number} {new.kind}",
    )
    write_journal(conn, told)
    version = find_version(conn, version_id)
    write_adoptions(conn, version, school_ids, from_on, now, new.published_by)
    return version


def text_of(draft: OpenDraft, number: int, from_on: date | None) -> str:
    """Write a draft as the protocol file that a version of this number would be."""
    return write_tree(tree_of(draft.draft, draft.row.slug, str(number), from_on))


def _published(conn: Connection, actor: Actor, draft_id: int) -> Version | None:
    """Give what this person published the draft as already: a second click publishes nothing twice."""
    wanted = select(drafts.c.version_id).where(drafts.c.id == draft_id, drafts.c.board_id == actor.board_id)
    version_id = conn.execute(wanted).scalar()
    version = find_version(conn, version_id) if version_id is not None else None
    return version if version and owner_in_reach(actor, version.owner, Ability.PUBLISH_RULES) else None


def _fit(draft: OpenDraft, actor: Actor, seen: int, what: Publication, now: datetime) -> OpenDraft:
    if not owner_in_reach(actor, draft.row.owner, Ability.PUBLISH_RULES):
        raise NotFound("draft", str(draft.row.id))
    if draft.revision != seen:
        raise (
            Overtaken(draft.history.entries[-1], frozenset())
            if draft.history.entries
            else Invalid(seen="draft-revision-unknown")
        )
    if draft.draft.foreign:
        raise Invalid(draft="foreign-left")
    if not draft.draft.standing or not draft.draft.answers:
        raise Invalid(draft="draft-empty")
    if what.from_on < school_day(now):
        raise Invalid(from_on="day-in-the-past")
    return draft


def _before(conn: Connection, draft: OpenDraft) -> Version | None:
    """The version that is changed: the newest of this owner, or the board's that the draft began with; else none."""
    own = newest_version(conn, draft.row.owner, draft.row.slug)
    begun = draft.row.based_on
    return own or (find_version(conn, begun) if begun is not None else None)


def _check(library: Library, slug: str, text: str) -> None:
    """See that the reader of protocol files takes a text."""
    _, problems = read_text(text, slug, library.norms.acts)
    if not is_fit(problems):
        raise ContentBroken(problems)


def _kind(
    library: Library, before: Version | None, slug: str, text: str, wanted: ChangeKind | None
) -> ChangeKind:
    """Take a change for minor only where nobody may do other things than before; without a wish it is what it can be."""
    if before is None:
        return ChangeKind.MAJOR
    acts = library.norms.acts
    is_minor = compare_versions(before.protocol(acts), read_version(text, slug, slug, acts), acts).is_minor
    if wanted is ChangeKind.MINOR and not is_minor:
        raise Invalid(kind="change-is-major")
    return wanted or (ChangeKind.MINOR if is_minor else ChangeKind.MAJOR)


def _schools(
    conn: Connection, library: Library, new: NewVersion, what: Publication, today: date
) -> Sequence[int]:
    owner = new.owner
    if owner.school_id is not None:
        if what.school_ids is not None and set(what.school_ids) != {owner.school_id}:
            raise NotFound("school", str(next(iter(what.school_ids), "")))
        return (owner.school_id,)
    if what.school_ids is not None:
        return what.school_ids
    going = rules_of_board(conn, library, owner.board_id, today)
    return [
        one.school_id
        for one in going
        if one.version and (one.version.owner, one.version.slug) == (owner, new.slug)
    ]


def _owner(conn: Connection, school_ids: Sequence[int]) -> Owner:
    wanted = select(schools.c.board_id).where(schools.c.id.in_(school_ids)).distinct()
    found = conn.execute(wanted).scalars().all()
    if len(found) != 1:
        raise NotFound("school", ", ".join(str(one) for one in school_ids))
    return Owner(found[0], school_ids[0] if len(school_ids) == 1 else None)


def _slug(text: str) -> str:
    try:
        tree: Mapping[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return "protocol"
    return str(tree.get("id", "protocol"))
