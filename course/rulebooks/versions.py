"""Published versions as the store has them: kept once, read ever after, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, insert, select

from course.errors import NotFound
from course.people.tables import persons
from course.rulebooks.owners import Owner
from course.rulebooks.tables import protocol_versions
from course.rulebooks.texts import key_of, read_version

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from sqlalchemy import ColumnElement, Connection

    from course.norms.model import Act, Protocol
    from course.people.actor import Actor
    from course.store.store import Store


class ChangeKind(StrEnum):
    """How much a version changes of the one before."""

    MAJOR = "major"
    """Signatures are asked for again, on what changed."""
    MINOR = "minor"
    """Words only: signatures stay."""


class Origin(StrEnum):
    """Where a version comes from."""

    DRAFT = "draft"
    FILE = "file"
    """Imported."""
    SHIPPED = "shipped"
    """What a starting protocol said when a school went by it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided that these are the rules, and until when they are not looked at again."""

    adopted_by: str = ""
    """Name of the body, e.g. "College van bestuur"."""
    consent_on: date | None = None
    """When the participation council consented."""
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A published text of a protocol, with all that is known of its coming about."""

    id: int
    owner: Owner
    slug: str
    name: str
    number: int
    key: str
    kind: ChangeKind
    origin: Origin
    based_on: int | None
    rulebook: str
    decision: Decision
    published_at: datetime
    published_by: str
    """Name; empty for the program itself, and where the person is gone."""
    text: str
    """The protocol file."""

    def protocol(self, acts: Mapping[str, Act]) -> Protocol:
        """Read it as a protocol whose id is the key."""
        return read_version(self.text, self.slug, self.key, acts)


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version to be kept."""

    owner: Owner
    slug: str
    name: str
    number: int
    text: str
    kind: ChangeKind
    origin: Origin
    based_on: int | None
    rulebook: str
    decision: Decision
    published_by: int | None

    @property
    def key(self) -> str:
        """What the library will know it by."""
        return key_of(self.slug, self.text)


_COLUMNS = (*protocol_versions.c, persons.c.name.label("by"))
_VERSIONS = select(*_COLUMNS).select_from(
    protocol_versions.outerjoin(persons, persons.c.id == protocol_versions.c.published_by)
)
_ONE = _VERSIONS.where(protocol_versions.c.id == bindparam("version"))


def keep_version(conn: Connection, new: NewVersion, now: datetime) -> int:
    """Keep a version and give its id; Clash where its owner has one of this number already."""
    values: dict[str, Any] = {
        "board_id": new.owner.board_id,
        "school_id": new.owner.school_id,
        "slug": new.slug,
        "name": new.name,
        "number": new.number,
        "text": new.text,
        "key": new.key,
        "kind": new.kind.value,
        "origin": new.origin.value,
        "based_on": new.based_on,
        "rulebook": new.rulebook,
        "adopted_by": new.decision.adopted_by,
        "consent_on": new.decision.consent_on,
        "review_on": new.decision.review_on,
        "published_at": now,
        "published_by": new.published_by,
    }
    version_id: int = conn.execute(
        insert(protocol_versions).returning(protocol_versions.c.id), values
    ).scalar_one()
    return version_id


def find_version(conn: Connection, version_id: int) -> Version:
    """Read a version; NotFound for none of this id."""
    row = conn.execute(_ONE, {"version": version_id}).first()
    if row is None:
        raise NotFound("version", str(version_id))
    return _version(row)


def newest_version(conn: Connection, owner: Owner, slug: str, origin: Origin | None = None) -> Version | None:
    """Read the newest version of an owner's protocol, of one origin where that is given; None before the first."""
    wanted = _VERSIONS.where(_is_of(owner), protocol_versions.c.slug == slug)
    if origin is not None:
        wanted = wanted.where(protocol_versions.c.origin == origin.value)
    row = conn.execute(wanted.order_by(protocol_versions.c.number.desc()).limit(1)).first()
    return _version(row) if row else None


def next_number(conn: Connection, owner: Owner, slug: str) -> int:
    """Give the number of an owner's next version of a protocol."""
    wanted = select(func.max(protocol_versions.c.number)).where(
        _is_of(owner), protocol_versions.c.slug == slug
    )
    return (conn.execute(wanted).scalar() or 0) + 1


def list_versions(store: Store, actor: Actor) -> tuple[Version, ...]:
    """List the versions of the own board and all its schools, the newest first: what one may read, adopt or begin with."""
    wanted = _VERSIONS.where(protocol_versions.c.board_id == actor.board_id)
    order = (protocol_versions.c.published_at.desc(), protocol_versions.c.id.desc())
    with store.read() as conn:
        return tuple(_version(row) for row in conn.execute(wanted.order_by(*order)))


def version_in_sight(conn: Connection, actor: Actor, version_id: int) -> Version:
    """Read a version of the own board or one of its schools; any other does not exist."""
    version = find_version(conn, version_id)
    if version.owner.board_id != actor.board_id:
        raise NotFound("version", str(version_id))
    return version


def _is_of(owner: Owner) -> ColumnElement[bool]:
    school = protocol_versions.c.school_id
    at = school.is_(None) if owner.school_id is None else school == owner.school_id
    return and_(protocol_versions.c.board_id == owner.board_id, at)


def _version(row: Any) -> Version:
    return Version(
        id=row.id,
        owner=Owner(row.board_id, row.school_id),
        slug=row.slug,
        name=row.name,
        number=row.number,
        key=row.key,
        kind=ChangeKind(row.kind),
        origin=Origin(row.origin),
        based_on=row.based_on,
        rulebook=row.rulebook,
        decision=Decision(row.adopted_by, row.consent_on, row.review_on),
        published_at=row.published_at,
        published_by=row.by or "",
        text=row.text,
    )
