"""Class sessions: a teacher opens the door of a group for a lesson, and shuts it behind everybody."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, update

from course.calendar import school_day
from course.errors import NotFound
from course.people.access import group_in_sight
from course.people.roles import Ability, InGroup
from course.people.tables import class_sessions, groups, memberships, persons, schools, sign_ins
from course.people.years import holds
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.store.store import Store

ALPHABET = "CDFGHJKMNPQRTVWXY34679"
"""No two that look alike on a digiboard (0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B, U and V), and
no vowel, so that no code spells a word. Six of them are 113 million codes."""
LENGTH = 6
DURATION = timedelta(minutes=90)
EXTENSION = timedelta(minutes=30)
LONGEST = timedelta(hours=8)
"""A session can't be extended beyond one school day."""


@dataclass(frozen=True, slots=True)
class ClassSession:
    """A door that stands open."""

    id: int
    group_id: int
    group_name: str
    code: str
    opened_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Tile:
    """A pupil's name tile."""

    person_id: int
    name: str


@dataclass(frozen=True, slots=True)
class ClassDoor:
    """What a pupil sees who has typed the class code: the group, and everybody's tile by name."""

    session: ClassSession
    school_name: str
    tiles: tuple[Tile, ...]


SESSION = (
    class_sessions.c.id,
    class_sessions.c.group_id,
    groups.c.name,
    class_sessions.c.code,
    class_sessions.c.opened_at,
    class_sessions.c.expires_at,
)
"""To be selected from class sessions, join groups; a `ClassSession` in this order."""

IS_OPEN = class_sessions.c.closed_at.is_(None) & (class_sessions.c.expires_at > bindparam("now"))
_OPEN = (
    select(*SESSION)
    .join_from(class_sessions, groups)
    .where(class_sessions.c.group_id == bindparam("in_group"), IS_OPEN)
    .order_by(class_sessions.c.id.desc())
)
_LOCK_GROUP = select(groups.c.id).where(groups.c.id == bindparam("in_group")).with_for_update()
_INSERT = Upsert(
    class_sessions,
    lambda insert: insert.on_conflict_do_nothing(index_elements=["code"]),
)
_DOOR = (
    select(
        *SESSION,
        schools.c.name.label("school"),
        persons.c.id.label("person_id"),
        persons.c.name.label("person"),
    )
    .select_from(
        class_sessions.join(groups, groups.c.id == class_sessions.c.group_id)
        .join(schools, schools.c.id == groups.c.school_id)
        .outerjoin(
            memberships,
            (memberships.c.group_id == groups.c.id)
            & (memberships.c.role == InGroup.PUPIL.value)
            & holds(memberships),
        )
        .outerjoin(persons, persons.c.id == memberships.c.person_id)
    )
    .where(class_sessions.c.code == bindparam("with_code"), IS_OPEN)
    .order_by(persons.c.sort_key, persons.c.id)
)
_IS_OPEN = select(class_sessions.c.id).where(class_sessions.c.code == bindparam("with_code"), IS_OPEN)
_EXTEND = (
    update(class_sessions)
    .where(class_sessions.c.id == bindparam("session"))
    .values(expires_at=bindparam("until"))
)
_EXTEND_PUPILS = (
    update(sign_ins)
    .where(sign_ins.c.class_session_id == bindparam("session"))
    .values(expires_at=bindparam("until"))
)
_CLOSE = (
    update(class_sessions)
    .where(class_sessions.c.group_id == bindparam("in_group"), class_sessions.c.closed_at.is_(None))
    .values(closed_at=bindparam("now"))
)
_SIGN_OUT_PUPILS = delete(sign_ins).where(
    sign_ins.c.class_session_id.in_(
        select(class_sessions.c.id).where(class_sessions.c.group_id == bindparam("in_group"))
    )
)


def open_class_session(
    store: Store, actor: Actor, group_id: int, now: datetime, duration: timedelta = DURATION
) -> ClassSession:
    """Open an own group's door, or give the one that is open; NotFound for anybody else's group."""
    with store.read() as conn:
        group = group_in_sight(conn, actor, group_id, Ability.TEACH)
    with store.write() as conn:
        conn.execute(_LOCK_GROUP, {"in_group": group_id})
        if found := _find(conn, group_id, now):
            return found
        made, code = _insert(conn, actor, group_id, now, now + duration)
    return ClassSession(made, group_id, group.name, code, now, now + duration)


def current_class_session(conn: Connection, group_id: int, now: datetime) -> ClassSession | None:
    """Read a group's open session; the caller has seen to it that this group may be seen."""
    return _find(conn, group_id, now)


def extend_class_session(store: Store, actor: Actor, group_id: int, now: datetime) -> ClassSession:
    """Keep the door open longer, for the pupils inside too; NotFound when none is open."""
    with store.read() as conn:
        group_in_sight(conn, actor, group_id, Ability.TEACH)
    with store.write() as conn:
        conn.execute(_LOCK_GROUP, {"in_group": group_id})
        found = _find(conn, group_id, now)
        if found is None:
            raise NotFound("class session", str(group_id))
        until = max(found.expires_at, min(found.expires_at + EXTENSION, found.opened_at + LONGEST))
        conn.execute(_EXTEND, {"session": found.id, "until": until})
        conn.execute(_EXTEND_PUPILS, {"session": found.id, "until": until})
    return ClassSession(found.id, group_id, found.group_name, found.code, found.opened_at, until)


def close_class_session(store: Store, actor: Actor, group_id: int, now: datetime) -> None:
    """Shut an own group's door and sign its pupils out; shutting a shut door is fine."""
    with store.read() as conn:
        group_in_sight(conn, actor, group_id, Ability.TEACH)
    with store.write() as conn:
        conn.execute(_CLOSE, {"in_group": group_id, "now": now})
        conn.execute(_SIGN_OUT_PUPILS, {"in_group": group_id})


def class_door(store: Store, code: str, now: datetime) -> ClassDoor:
    """Read what stands behind a class code; NotFound when it is wrong, shut or over (never which)."""
    with store.read() as conn:
        values = {"with_code": plain_code(code), "now": now, "today": school_day(now)}
        rows = conn.execute(_DOOR, values).all()
    if not rows:
        raise NotFound("class code", code)
    tiles = [Tile(row.person_id, row.person) for row in rows if row.person_id]
    return ClassDoor(ClassSession(*rows[0][: len(SESSION)]), rows[0].school, tuple(tiles))


def is_open(store: Store, code: str, now: datetime) -> bool:
    """Whether a class session still goes on."""
    with store.read() as conn:
        return conn.execute(_IS_OPEN, {"with_code": plain_code(code), "now": now}).first() is not None


def plain_code(typed: str) -> str:
    """Forgive how a code is typed: small letters, spaces, dashes."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def _find(conn: Connection, group_id: int, now: datetime) -> ClassSession | None:
    row = conn.execute(_OPEN, {"in_group": group_id, "now": now}).first()
    return ClassSession(*row) if row else None


def _insert(conn: Connection, actor: Actor, group_id: int, now: datetime, until: datetime) -> tuple[int, str]:
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        values = {
            "group_id": group_id,
            "opened_by": actor.person_id,
            "code": code,
            "opened_at": now,
            "expires_at": until,
        }
        made = conn.execute(_INSERT.on(conn).returning(class_sessions.c.id), values).scalar()
        if made is not None:
            return made, code
