"""What the page of one's own rules is given: what holds where, what is being written, what was published, how to begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.version_key import is_key
from course.people.roles import Ability
from course.rulebooks.adopting import coming_adoptions, rules_of_board
from course.rulebooks.drafts.drafting import list_drafts
from course.rulebooks.owners import owner_in_reach
from course.rulebooks.versions import Origin, list_versions

if TYPE_CHECKING:
    from course.library import Library
    from course.norms.model import Protocol
    from course.people.actor import Actor
    from course.rulebooks.adopting import Coming
    from course.rulebooks.drafts.rows import DraftRow
    from course.rulebooks.versions import Version
    from course.store.store import Store


@dataclass(frozen=True, slots=True)
class InForce:
    """By which rules one school goes."""

    school: str
    name: str
    """Of the protocol; empty where nobody can find it."""
    version: Version | None
    """None where it goes by a protocol that came with the course, as it came."""
    protocol: str = ""
    """Id of the protocol that came with the course; empty for a version."""


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One published version, and whose it is."""

    version: Version
    owner: str
    is_own: bool
    in_force_at: tuple[str, ...]
    """Schools."""


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The own rules at a glance."""

    is_board: bool
    in_force: tuple[InForce, ...]
    drafts: tuple[DraftRow, ...]
    versions: tuple[VersionLine, ...]
    coming: tuple[Coming, ...]
    """What will hold from a later day."""
    own_version: Version | None
    """The newest version of the own rules, which is the usual thing to go on with."""


@dataclass(frozen=True, slots=True)
class BeginView:
    """What one can begin with."""

    name: str
    starting: tuple[Protocol, ...]
    own: tuple[VersionLine, ...]
    others: tuple[VersionLine, ...]
    refused: str = ""
    """Why what was pasted or sent could not be taken, in the reader's language."""
    text: str = ""
    """What was pasted then: it stands there still."""


def overview_view(store: Store, library: Library, actor: Actor) -> OverviewView:
    """Gather what is to be seen: a director the own school's, an officer every school's."""
    with store.read() as conn:
        rules = rules_of_board(conn, library, actor.board_id, actor.today)
        coming = coming_adoptions(conn, actor.board_id, actor.today)
    mine = [one for one in rules if actor.school_id in {None, one.school_id}]
    protocols = library.norms.protocols
    in_force = tuple(
        InForce(
            one.school_name,
            protocols[one.protocol].name if one.protocol in protocols else "",
            one.version if one.version and one.version.origin is not Origin.SHIPPED else None,
            "" if is_key(one.protocol) else one.protocol,
        )
        for one in mine
    )
    lines = _lines(store, library, actor)
    own = [one for one in lines if one.is_own]
    shown = own if actor.school_id else list(lines)
    return OverviewView(
        is_board=actor.school_id is None,
        in_force=in_force,
        drafts=list_drafts(store, actor),
        versions=tuple(shown),
        coming=tuple(one for one in coming if actor.school_id in {None, one.school_id}),
        own_version=own[0].version if own else None,
    )


def begin_view(store: Store, library: Library, actor: Actor) -> BeginView:
    """Gather what one can begin with."""
    lines = _lines(store, library, actor)
    return BeginView(
        name=actor.school_name or actor.board_name,
        starting=tuple(one for one in library.norms.protocols.values() if not is_key(one.id)),
        own=tuple(one for one in lines if one.is_own),
        others=tuple(one for one in lines if not one.is_own),
    )


def _lines(store: Store, library: Library, actor: Actor) -> tuple[VersionLine, ...]:
    """List the published versions of the board and its schools; what only notes a starting protocol is left out."""
    with store.read() as conn:
        rules = rules_of_board(conn, library, actor.board_id, actor.today)
    names = {one.school_id: one.school_name for one in rules}
    return tuple(
        VersionLine(
            one,
            names.get(one.owner.school_id or 0, "") or actor.board_name,
            owner_in_reach(actor, one.owner, Ability.EDIT_RULES) and one.owner.school_id == actor.school_id,
            tuple(rule.school_name for rule in rules if rule.version and rule.version.id == one.id),
        )
        for one in list_versions(store, actor)
        if one.origin is not Origin.SHIPPED
    )
