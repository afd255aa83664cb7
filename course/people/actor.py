"""Who makes a request: a person in one role at one place, with everything that pages ask about, read in one SELECT."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, false, or_, select, update

from course.calendar import school_day, school_year
from course.curriculum.bands import band_of
from course.people.adoption import in_force
from course.people.roles import AUDIENCES, REACH, STANDS_IN_FOR, Role
from course.people.tables import boards, groups, memberships, persons, roles, schools, sign_ins
from course.people.years import holds, is_present
from course.store.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from course.norms.model import Audience
    from course.people.roles import Ability, Reach
    from course.store.store import Store

IDLE = timedelta(minutes=60)
"""Staff who do nothing for so long are signed out. Pupils stay until their class session ends."""

TOUCH = timedelta(minutes=5)
"""`seen_at` is written no oftener than this, so that reading pages stays reading."""


class Notice(StrEnum):
    """What a screen is to be told, beside the page that was asked for."""

    NOTHING = ""
    ELSEWHERE = "elsewhere"
    """The same pupil came in on another device."""
    OWN_PASSWORD = "own-password"  # noqa: S105 - the name of a notice
    """Somebody else made the password: nothing else opens until there is an own one."""
    SECOND_STEP = "second-step"
    """The board asks a second step of this person's role: nothing else opens until one is set up."""


@dataclass(frozen=True, slots=True)
class Post:
    """A role at a place that somebody has, to be chosen or switched to."""

    role_id: int
    role: Role
    place: str
    """Name of the school, or of the board."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person in one role, as plain data."""

    person_id: int
    role_id: int
    role: Role
    name: str
    board_id: int
    board_name: str
    school_id: int | None
    """None for a role that holds for the whole board."""
    school_name: str
    protocol: str | None
    """The protocol by which the school goes on this day: a version's key, or a starting one's id; None without a school."""
    group_ids: tuple[int, ...]
    """Groups by name: of this role's school and of the present school year, in which this person is on this day."""
    year_group: str | None
    """Pupils: the own year, as EDEXML's jaargroep has it."""
    locale: str
    sign_in: str
    """SHA-256 of the token, which names the row of this sign-in."""
    expires_at: datetime
    seen_at: datetime
    today: date
    """The day at school on which the request is made."""
    notice: Notice = Notice.NOTHING
    confirmed_at: datetime | None = None
    """Staff: when this sign-in last showed a secret; see `door(…, fresh=True)`."""
    others: tuple[Post, ...] = ()
    """The other roles of the same person, to switch to."""

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

    @property
    def band(self) -> str | None:
        """Pupils: the band of the own year, which decides the own modules."""
        return band_of(self.year_group)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A signed-in person who still has to choose in which role to be here, or whose role has ended."""

    person_id: int
    name: str
    locale: str
    sign_in: str
    seen_at: datetime
    posts: tuple[Post, ...]


def hash_of(token: str) -> str:
    """Name a sign-in by its token; the token itself is never stored."""
    return hashlib.sha256(token.encode()).hexdigest()


OPENS = or_(sign_ins.c.pupil_only.is_(false()), roles.c.role == Role.PUPIL.value)
"""A sign-in opens a role: where pictures, a card or a teacher let somebody in, that of a pupil alone."""
_chosen = or_(sign_ins.c.role_id == roles.c.id, sign_ins.c.role_id.is_(None))
IN_ROLE = or_(
    memberships.c.role == roles.c.role,
    *(and_(memberships.c.role == other, roles.c.role == role.value) for other, role in STANDS_IN_FOR.items()),
)
"""A membership belongs to a role: to be used where both tables are."""
_IDENTIFY = Prepared(
    select(
        persons.c.id,
        persons.c.name,
        persons.c.year_group,
        persons.c.locale,
        sign_ins.c.role_id.label("chosen_id"),
        sign_ins.c.expires_at,
        sign_ins.c.seen_at,
        sign_ins.c.notice,
        sign_ins.c.confirmed_at,
        roles.c.id.label("role_id"),
        roles.c.role,
        roles.c.board_id,
        boards.c.name.label("board_name"),
        roles.c.school_id,
        schools.c.name.label("school_name"),
        in_force().label("protocol"),
        groups.c.id.label("group_id"),
    )
    .select_from(
        sign_ins.join(persons, persons.c.id == sign_ins.c.person_id)
        .join(roles, and_(roles.c.person_id == persons.c.id, holds(roles), OPENS))
        .join(boards, boards.c.id == roles.c.board_id)
        .outerjoin(schools, schools.c.id == roles.c.school_id)
        .outerjoin(
            memberships,
            and_(memberships.c.person_id == persons.c.id, IN_ROLE, holds(memberships), _chosen),
        )
        .outerjoin(
            groups,
            and_(
                groups.c.id == memberships.c.group_id,
                groups.c.school_id == roles.c.school_id,
                is_present(),
            ),
        ),
    )
    .where(sign_ins.c.token_hash == bindparam("sign_in"), sign_ins.c.expires_at > bindparam("now"))
    .order_by(roles.c.id, groups.c.name, groups.c.id)
)

_TOUCH = (
    update(sign_ins)
    .where(sign_ins.c.token_hash == bindparam("sign_in"), sign_ins.c.seen_at < bindparam("now"))
    .values(seen_at=bindparam("now"))
)


_TOLD = (
    update(sign_ins).where(sign_ins.c.token_hash == bindparam("sign_in")).values(notice=Notice.NOTHING.value)
)


def identify(conn: Connection, token: str, now: datetime) -> Actor | None:
    """Read who holds this token, in the role chosen; None where nobody does, or who does is still to choose."""
    found = recognise(conn, token, now)
    return found if isinstance(found, Actor) else None


def recognise(conn: Connection, token: str, now: datetime) -> Actor | Arrival | None:
    """Read who holds this token; None when it is unknown, ended, its holder too long away or without any role.

    Who has one role is in it without having chosen.
    """
    sign_in, today = hash_of(token), school_day(now)
    values = {"sign_in": sign_in, "now": now, "today": today, "in_year": school_year(today)}
    rows = _IDENTIFY.all(conn, values)
    if not rows:
        return None
    if rows[0].role != Role.PUPIL and now - rows[0].seen_at > IDLE:
        return None
    posts = _posts(rows)
    wanted = rows[0].chosen_id or (posts[0].role_id if len(posts) == 1 else None)
    own = [row for row in rows if row.role_id == wanted]
    if own:
        return _actor(sign_in, own, tuple(one for one in posts if one.role_id != wanted), today)
    first = rows[0]
    return Arrival(first.id, first.name, first.locale, sign_in, first.seen_at, posts)


def touch(store: Store, actor: Actor | Arrival, now: datetime) -> None:
    """Note that the person is still there; a write at most once per `TOUCH`, mostly nothing."""
    if now - actor.seen_at >= TOUCH:
        with store.write() as conn:
            conn.execute(_TOUCH, {"sign_in": actor.sign_in, "now": now})


def was_told(store: Store, actor: Actor) -> None:
    """Tell a screen its notice no more."""
    with store.write() as conn:
        conn.execute(_TOLD, {"sign_in": actor.sign_in})


def _posts(rows: Sequence[Any]) -> tuple[Post, ...]:
    if len(rows) == 1:
        row = rows[0]
        return (Post(row.role_id, Role(row.role), row.school_name or row.board_name),)
    found = {
        row.role_id: Post(row.role_id, Role(row.role), row.school_name or row.board_name) for row in rows
    }
    return tuple(found.values())


def _actor(sign_in: str, own: Sequence[Any], others: tuple[Post, ...], today: date) -> Actor:
    first = own[0]
    return Actor(
        person_id=first.id,
        role_id=first.role_id,
        role=Role(first.role),
        name=first.name,
        board_id=first.board_id,
        board_name=first.board_name,
        school_id=first.school_id,
        school_name=first.school_name or "",
        protocol=first.protocol,
        group_ids=tuple(row.group_id for row in own if row.group_id),
        year_group=first.year_group,
        locale=first.locale,
        sign_in=sign_in,
        expires_at=first.expires_at,
        seen_at=first.seen_at,
        today=today,
        notice=Notice(first.notice),
        confirmed_at=first.confirmed_at,
        others=others,
    )
