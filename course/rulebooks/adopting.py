"""From which day a school goes by which version: decided once more for each change, and never taken back in the rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, bindparam, insert, select

from course.calendar import school_day
from course.errors import Invalid, NotFound
from course.journal.journal import Entry, Event
from course.journal.journal import write as write_journal
from course.norms.version_key import is_key
from course.people.adoption import adopted_version, in_force
from course.people.holding import hold
from course.people.roles import Ability
from course.people.tables import adoptions, schools
from course.rulebooks.owners import Owner, owner_in_reach
from course.rulebooks.tables import protocol_versions
from course.rulebooks.versions import Origin, find_version, newest_version, version_in_sight

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from course.library import Library
    from course.people.actor import Actor
    from course.rulebooks.versions import Version
    from course.store.store import Store

_SCHOOL = select(
    schools.c.id,
    schools.c.board_id,
    schools.c.name,
    in_force().label("protocol"),
    adopted_version().label("version_id"),
)
_ADOPTIONS = (
    select(adoptions.c.version_id, adoptions.c.from_on, protocol_versions.c.name, protocol_versions.c.number)
    .select_from(adoptions.join(protocol_versions, protocol_versions.c.id == adoptions.c.version_id))
    .where(adoptions.c.school_id == bindparam("at_school"))
    .order_by(adoptions.c.from_on, adoptions.c.id)
)
_COMING = (
    select(schools.c.id, schools.c.name, adoptions.c.version_id, adoptions.c.from_on)
    .select_from(adoptions.join(schools, schools.c.id == adoptions.c.school_id))
    .where(
        schools.c.board_id == bindparam("in_board"),
        adoptions.c.version_id.is_not(None),
        adoptions.c.from_on > bindparam("today", type_=Date),
    )
    .order_by(adoptions.c.from_on, adoptions.c.id)
)
_KNOWN = select(protocol_versions.c.key)
_NEWEST = (
    select(adoptions.c.from_on)
    .where(
        adoptions.c.school_id == bindparam("at_school"),
        adoptions.c.from_on <= bindparam("today", type_=Date),
    )
    .order_by(adoptions.c.from_on.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Adoption:
    """That a school goes by a version from a day."""

    version_id: int
    from_on: date
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Coming:
    """That a school will go by a version from a later day."""

    school_id: int
    school_name: str
    version_id: int
    from_on: date


@dataclass(frozen=True, slots=True)
class SchoolRules:
    """By which rules a school goes on a day."""

    school_id: int
    school_name: str
    protocol: str
    """A version's key, or a starting protocol's id."""
    version: Version | None
    """None where the school goes by a starting protocol of which no version was noted yet."""
    is_missing: bool
    """Whether nobody knows the rules: no such version, and no such starting protocol."""


def adopt(
    store: Store, actor: Actor, version_id: int, school_ids: Sequence[int], from_on: date, now: datetime
) -> None:
    """Let schools go by a version from a day: a director the own school, an officer any of the board's.

    NotFound for a version of another board or a school out of reach; Invalid for a day that something newer holds on.
    """
    with store.write() as conn:
        hold(conn, [actor.person_id])
        version = version_in_sight(conn, actor, version_id)
        for school_id in school_ids:
            if not owner_in_reach(actor, Owner(actor.board_id, school_id), Ability.PUBLISH_RULES):
                raise NotFound("school", str(school_id))
        write_adoptions(conn, version, school_ids, from_on, now, actor.person_id)


def write_adoptions(
    conn: Connection,
    version: Version,
    school_ids: Sequence[int],
    from_on: date,
    now: datetime,
    person_id: int | None = None,
) -> None:
    """Write down that schools of the version's board go by it, and tell the journal; NotFound for another board's school."""
    for school_id in school_ids:
        board = conn.execute(select(schools.c.board_id).where(schools.c.id == school_id)).scalar()
        if board is None or board != version.owner.board_id:
            raise NotFound("school", str(school_id))
        newest = conn.execute(_NEWEST, {"at_school": school_id, "today": school_day(now)}).scalar()
        if newest is not None and from_on < newest:
            raise Invalid(from_on="adoption-before-the-present-one")
        values = {
            "school_id": school_id,
            "version_id": version.id,
            "protocol": version.key,
            "from_on": from_on,
            "decided_by": person_id,
            "decided_at": now,
        }
        conn.execute(insert(adoptions), values)
        told = Entry(
            at=now,
            event=Event.RULES_ADOPTED,
            person_id=person_id,
            board_id=board,
            school_id=school_id,
            detail=f"{version.number} {from_on:%Y-%m-%d}",
        )
        write_journal(conn, told)


def adoptions_of(store: Store, actor: Actor, school_id: int) -> tuple[Adoption, ...]:
    """List what a school of the own board went by and will go by, in order of days."""
    with store.read() as conn:
        board = conn.execute(select(schools.c.board_id).where(schools.c.id == school_id)).scalar()
        if board != actor.board_id:
            raise NotFound("school", str(school_id))
        return tuple(Adoption(*row) for row in conn.execute(_ADOPTIONS, {"at_school": school_id}))


def coming_adoptions(conn: Connection, board_id: int, today: date) -> tuple[Coming, ...]:
    """List what schools of a board will go by from a later day, in order of days."""
    return tuple(Coming(*row) for row in conn.execute(_COMING, {"in_board": board_id, "today": today}))


def rules_of_school(conn: Connection, library: Library, school_id: int, today: date) -> SchoolRules:
    """Tell by which rules a school goes on a day; NotFound for no school of this id."""
    row = conn.execute(
        _SCHOOL.where(schools.c.id == bindparam("school")), {"school": school_id, "today": today}
    )
    found = row.first()
    if found is None:
        raise NotFound("school", str(school_id))
    return _rules(conn, library, found)


def rules_of_board(
    conn: Connection, library: Library, board_id: int | None, today: date
) -> tuple[SchoolRules, ...]:
    """Tell by which rules each school of a board goes, by name; of every board where none is named."""
    wanted = _SCHOOL if board_id is None else _SCHOOL.where(schools.c.board_id == board_id)
    rows = conn.execute(wanted.order_by(schools.c.name, schools.c.id), {"today": today}).all()
    return tuple(_rules(conn, library, row) for row in rows)


def goes_by(conn: Connection, owner: Owner, protocol_id: str, today: date) -> bool:
    """Whether a school, or any of a board, goes by a protocol on a day: then its rules are nobody else's."""
    wanted = select(schools.c.id).where(schools.c.board_id == owner.board_id, in_force() == protocol_id)
    if owner.school_id is not None:
        wanted = wanted.where(schools.c.id == owner.school_id)
    return conn.execute(wanted.limit(1), {"today": today}).first() is not None


def missing_rules(
    store: Store, library: Library, today: date, board_id: int | None = None
) -> tuple[SchoolRules, ...]:
    """List the schools whose rules can't be found: nobody there can learn until they are given some.

    Reads no version: a start with a hundred schools asks this.
    """
    wanted = select(schools.c.id, schools.c.name, in_force().label("protocol")).order_by(
        schools.c.name, schools.c.id
    )
    if board_id is not None:
        wanted = wanted.where(schools.c.board_id == board_id)
    with store.read() as conn:
        rows = conn.execute(wanted, {"today": today}).all()
        known = {*library.norms.protocols}
        if any(is_key(row.protocol) for row in rows):
            known |= {*conn.execute(_KNOWN).scalars()}
    missing = (row for row in rows if row.protocol not in known)
    return tuple(SchoolRules(row.id, row.name, row.protocol, None, is_missing=True) for row in missing)


def _rules(conn: Connection, library: Library, row: Any) -> SchoolRules:
    """Of a starting protocol the version is the newest text of it that the board's schools went by."""
    version = (
        find_version(conn, row.version_id)
        if row.version_id is not None
        else newest_version(conn, Owner(row.board_id), row.protocol, Origin.SHIPPED)
    )
    known = version is not None or row.protocol in library.norms.protocols
    return SchoolRules(row.id, row.name, row.protocol, version, is_missing=not known)
