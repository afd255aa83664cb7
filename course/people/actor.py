"""Who is at the door: everything a request needs to know of a person, read in one SELECT."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, update

from course.calendar import school_day, school_year
from course.people.roles import AUDIENCES, REACH, Role
from course.people.tables import boards, groups, memberships, persons, schools, sign_ins
from course.people.years import lived_in
from course.store.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from course.norms.model import Audience
    from course.people.roles import Ability, Reach
    from course.store.store import Store

IDLE = timedelta(minutes=60)
"""Staff who do nothing for so long are signed out. Pupils stay until their class session ends."""

TOUCH = timedelta(minutes=5)
"""`seen_at` is written no oftener than this, so that reading pages stays reading."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person, as plain data."""

    person_id: int
    role: Role
    name: str
    board_id: int
    board_name: str
    school_id: int | None
    """None for officers."""
    school_name: str
    protocol: str | None
    """Id of the protocol that the school adopted; None for officers."""
    group_ids: tuple[int, ...]
    """Own groups by name, of the school year that this person lives in: see `people.years`."""
    band: str | None
    """Pupils: the band of the own group."""
    locale: str
    sign_in: str
    """SHA-256 of the token, which names the row of this sign-in."""
    expires_at: datetime
    seen_at: datetime

    def may(self, ability: Ability) -> bool:
        """Whether this person has an ability somewhere; `access.may` says whether it covers a place."""
        return self.role in REACH[ability]

    def reach(self, ability: Ability) -> Reach | None:
        """How far an ability goes; None for who doesn't have it."""
        return REACH[ability].get(self.role)

    @property
    def audience(self) -> Audience:
        """As whom this person meets the rules, and in whose tone pages speak."""
        return AUDIENCES[self.role]


def hash_of(token: str) -> str:
    """Name a sign-in by its token; the token itself is never stored."""
    return hashlib.sha256(token.encode()).hexdigest()


_IDENTIFY = Prepared(
    select(
        persons.c.id,
        persons.c.role,
        persons.c.name,
        persons.c.board_id,
        boards.c.name.label("board_name"),
        persons.c.school_id,
        schools.c.name.label("school_name"),
        schools.c.protocol,
        persons.c.locale,
        sign_ins.c.expires_at,
        sign_ins.c.seen_at,
        memberships.c.group_id,
        groups.c.band,
        groups.c.school_year,
    )
    .select_from(
        sign_ins.join(persons, persons.c.id == sign_ins.c.person_id)
        .join(boards, boards.c.id == persons.c.board_id)
        .outerjoin(schools, schools.c.id == persons.c.school_id)
        .outerjoin(memberships, memberships.c.person_id == persons.c.id)
        .outerjoin(groups, groups.c.id == memberships.c.group_id),
    )
    .where(sign_ins.c.token_hash == bindparam("sign_in"), sign_ins.c.expires_at > bindparam("now"))
    .order_by(groups.c.school_year.desc(), groups.c.name, groups.c.id)
)

_TOUCH = (
    update(sign_ins)
    .where(sign_ins.c.token_hash == bindparam("sign_in"), sign_ins.c.seen_at < bindparam("now"))
    .values(seen_at=bindparam("now"))
)


def identify(conn: Connection, token: str, now: datetime) -> Actor | None:
    """Read who holds this token; None when it is unknown, ended, or its holder too long away."""
    sign_in = hash_of(token)
    rows = _IDENTIFY.all(conn, {"sign_in": sign_in, "now": now})
    return _actor(sign_in, rows, now) if rows else None


def touch(store: Store, actor: Actor, now: datetime) -> None:
    """Note that the person is still there; a write at most once per `TOUCH`, mostly nothing."""
    if now - actor.seen_at >= TOUCH:
        with store.write() as conn:
            conn.execute(_TOUCH, {"sign_in": actor.sign_in, "now": now})


def _actor(sign_in: str, rows: Sequence[Any], now: datetime) -> Actor | None:
    first = rows[0]
    role = Role(first.role)
    if role.is_staff and now - first.seen_at > IDLE:
        return None
    year = lived_in((row.school_year for row in rows), school_year(school_day(now)))
    own = [row for row in rows if row.group_id and row.school_year == year]
    return Actor(
        person_id=first.id,
        role=role,
        name=first.name,
        board_id=first.board_id,
        board_name=first.board_name,
        school_id=first.school_id,
        school_name=first.school_name or "",
        protocol=first.protocol,
        group_ids=tuple(row.group_id for row in own),
        band=own[0].band if own and role is Role.PUPIL else None,
        locale=first.locale,
        sign_in=sign_in,
        expires_at=first.expires_at,
        seen_at=first.seen_at,
    )
