"""Staff confirm that they have read the rules in force: what is asked of whom, signing, and who has not yet.

Nothing is kept of a request: whoever belongs to a school's staff and has no signature that holds is asked. So a minor
change moves every request and keeps every signature, and a major one asks again, but only on what changed since the
version that the same person signed last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Integer, and_, bindparam, exists, func, select

from course.errors import NotFound, Refused, Stale
from course.people.access import school_in_sight
from course.people.holding import hold
from course.people.roles import REACH, Ability
from course.people.tables import adoptions, persons, roles
from course.people.years import holds
from course.reading.told import told
from course.rulebooks.adopting import rules_of_school
from course.rulebooks.comparison import compare_versions
from course.rulebooks.concerned import concerned_by
from course.rulebooks.tables import attestations, protocol_versions
from course.rulebooks.versions import ChangeKind, find_version
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from course.library import Library
    from course.people.actor import Actor
    from course.rulebooks.comparison import Comparison
    from course.rulebooks.concerned import Concerned
    from course.rulebooks.versions import Version
    from course.store.store import Store

SIGNERS = tuple(role.value for role in REACH[Ability.SIGN_RULES])
"""Roles of the staff of a school who are asked."""

_SIGN = Upsert(attestations, lambda insert: insert.on_conflict_do_nothing())
_MINE = (
    select(
        attestations.c.version_id,
        attestations.c.signed_at,
        protocol_versions.c.name,
        protocol_versions.c.number,
    )
    .select_from(attestations.join(protocol_versions, protocol_versions.c.id == attestations.c.version_id))
    .where(attestations.c.person_id == bindparam("person"), attestations.c.school_id == bindparam("school"))
    .order_by(attestations.c.signed_at, attestations.c.id)
)
_STAFF = (
    select(
        persons.c.id, persons.c.name, persons.c.sort_key, attestations.c.version_id, attestations.c.signed_at
    )
    .select_from(
        roles.join(persons, persons.c.id == roles.c.person_id).outerjoin(
            attestations,
            and_(attestations.c.person_id == persons.c.id, attestations.c.school_id == roles.c.school_id),
        )
    )
    .where(roles.c.school_id == bindparam("school"), roles.c.role.in_(SIGNERS), holds(roles))
    .order_by(persons.c.sort_key, persons.c.id, attestations.c.signed_at)
)
_SIGNED = (
    select(attestations.c.person_id, func.max(attestations.c.signed_at).label("at"))
    .where(
        attestations.c.school_id == bindparam("school"),
        attestations.c.version_id.in_(bindparam("valid", expanding=True, type_=Integer)),
        attestations.c.person_id.in_(bindparam("people", expanding=True, type_=Integer)),
    )
    .group_by(attestations.c.person_id)
)
_UNSIGNED = select(func.count(roles.c.person_id.distinct())).where(
    roles.c.school_id == bindparam("school"),
    roles.c.role.in_(SIGNERS),
    holds(roles),
    ~exists().where(
        attestations.c.person_id == roles.c.person_id,
        attestations.c.school_id == roles.c.school_id,
        attestations.c.version_id.in_(bindparam("valid", expanding=True, type_=Integer)),
    ),
)
_SINCE = (
    select(adoptions.c.from_on)
    .where(
        adoptions.c.school_id == bindparam("school"),
        adoptions.c.version_id == bindparam("version"),
        adoptions.c.from_on <= bindparam("today", type_=Date),
    )
    .order_by(adoptions.c.from_on)
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Signature:
    """That somebody confirmed a version; it stays readable whatever holds now."""

    version_id: int
    signed_at: datetime
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody is asked to confirm, or confirmed."""

    version: Version
    """The one in force."""
    signed_at: datetime | None
    """When it was confirmed, or the version of which it only changes words; None while it is still asked."""
    since: date | None
    """From when the school has gone by it; None for a starting protocol."""
    difference: Comparison | None
    """What changed since the version that this person confirmed last; None for who confirmed none, or nothing to ask."""
    concerned: tuple[Concerned, ...]
    """Scenes and questions on what changed; of the whole protocol for who confirmed none before: none."""
    before: tuple[Signature, ...]
    """All that this person confirmed at this school, the oldest first."""


@dataclass(frozen=True, slots=True)
class Signer:
    """One of a school's staff."""

    person_id: int
    name: str
    signed_at: datetime | None
    """None while it is still asked."""


@dataclass(frozen=True, slots=True)
class Signers:
    """Who of a school's staff has confirmed the version in force, by name."""

    version: Version | None
    """None where the school goes by a starting protocol of which no version was noted, and nobody is asked."""
    people: tuple[Signer, ...]

    @property
    def missing(self) -> tuple[Signer, ...]:
        """Who has not yet."""
        return tuple(one for one in self.people if one.signed_at is None)


def asked_of(store: Store, library: Library, actor: Actor) -> Asked | None:
    """Tell what this person is asked to confirm at the own school; None for who is never asked, or without a version."""
    if actor.school_id is None or not actor.may(Ability.SIGN_RULES):
        return None
    with store.read() as conn:
        version = rules_of_school(conn, library, actor.school_id, actor.today).version
        if version is None:
            return None
        mine = _signed(conn, actor)
        valid = {one.id for one in holding(conn, version)}
        since = conn.execute(
            _SINCE, {"school": actor.school_id, "version": version.id, "today": actor.today}
        ).scalar()
        last = find_version(conn, mine[-1].version_id) if mine else None
    signed = next((one.signed_at for one in reversed(mine) if one.version_id in valid), None)
    if signed is not None or last is None:
        return Asked(version, signed, since, None, (), mine)
    acts = library.norms.acts
    difference = compare_versions(last.protocol(acts), version.protocol(acts), acts)
    concerned = concerned_by(library, difference.acts_changed)
    return Asked(version, None, since, difference, concerned, mine)


def is_asked(store: Store, library: Library, actor: Actor) -> bool:
    """Whether this person has something to confirm at the own school; cheaper than `asked_of`, for a first page."""
    if actor.school_id is None or not actor.may(Ability.SIGN_RULES):
        return False
    with store.read() as conn:
        version = rules_of_school(conn, library, actor.school_id, actor.today).version
        if version is None:
            return False
        mine = {one.version_id for one in _signed(conn, actor)}
        return not any(one.id in mine for one in holding(conn, version))


def sign(store: Store, library: Library, actor: Actor, version_id: int, now: datetime) -> None:
    """Confirm the version in force at the own school; twice is once.

    Refused for who is never asked; Stale for a version that isn't, or no longer is, the one in force.
    """
    if actor.school_id is None or not actor.may(Ability.SIGN_RULES):
        raise Refused(told("only a school's staff confirm its rules"))
    with store.write() as conn:
        hold(conn, [actor.person_id])
        version = rules_of_school(conn, library, actor.school_id, actor.today).version
        if version is None or version.id != version_id:
            raise Stale(told("another version is in force"))
        values = {
            "person_id": actor.person_id,
            "school_id": actor.school_id,
            "version_id": version_id,
            "rulebook": version.rulebook,
            "signed_at": now,
        }
        conn.execute(_SIGN.on(conn), values)


def signatures_of(store: Store, actor: Actor) -> tuple[Signature, ...]:
    """List what this person confirmed at the own school, the oldest first."""
    with store.read() as conn:
        return _signed(conn, actor)


def signers_of(store: Store, library: Library, actor: Actor, school_id: int | None = None) -> Signers:
    """Tell who of a school's staff has confirmed the version in force, for who sees them by name; NotFound for others."""
    wanted = school_id or actor.school_id
    if wanted is None:
        raise NotFound("school", "")
    with store.read() as conn:
        school_in_sight(conn, actor, wanted, Ability.STAFF_NAMES)
        version = rules_of_school(conn, library, wanted, actor.today).version
        valid = {one.id for one in holding(conn, version)} if version else set()
        rows = conn.execute(_STAFF, {"school": wanted, "today": actor.today}).all()
    people: dict[int, Signer] = {}
    for row in rows:
        known = people.get(row.id)
        signed = row.signed_at if row.version_id in valid else None
        people[row.id] = Signer(row.id, row.name, signed or (known.signed_at if known else None))
    return Signers(version, tuple(people.values()))


def signed_by(
    conn: Connection, school_id: int, valid: Sequence[int], people: Sequence[int]
) -> Mapping[int, datetime]:
    """Tell when each of these people confirmed one of these versions at a school; who did not is left out."""
    values = {"school": school_id, "valid": list(valid), "people": list(people)}
    return {row.person_id: row.at for row in conn.execute(_SIGNED, values)}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a school stands with the version in force, as counts."""

    unsigned: int
    """How many of its staff have not confirmed it."""
    review_on: date | None
    """When it is to be looked at again; None where that was not said."""


def standing_of(store: Store, library: Library, actor: Actor) -> Standing:
    """Tell how the own school stands with the version in force, for who sees its staff by name."""
    if actor.school_id is None:
        raise NotFound("school", "")
    with store.read() as conn:
        school_in_sight(conn, actor, actor.school_id, Ability.STAFF_NAMES)
        version = rules_of_school(conn, library, actor.school_id, actor.today).version
        valid = [one.id for one in holding(conn, version)] if version else []
        values = {"school": actor.school_id, "today": actor.today, "valid": valid}
        unsigned = int(conn.execute(_UNSIGNED, values).scalar_one())
    return Standing(unsigned, version.decision.review_on if version else None)


def holding(conn: Connection, version: Version) -> Iterator[Version]:
    """Give the versions of which a signature holds for this one: itself, and what it only words otherwise."""
    seen: set[int] = set()
    while version.id not in seen:
        seen.add(version.id)
        yield version
        if version.kind is ChangeKind.MAJOR or version.based_on is None:
            return
        version = find_version(conn, version.based_on)


def _signed(conn: Connection, actor: Actor) -> tuple[Signature, ...]:
    values: dict[str, Any] = {"person": actor.person_id, "school": actor.school_id}
    return tuple(Signature(*row) for row in conn.execute(_MINE, values))
