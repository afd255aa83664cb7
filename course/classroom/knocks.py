"""A pupil who forgot what opens the door knocks; the teacher lets that pupil in on that device, once, for this lesson.

Anybody in the class could tap the name of somebody else. So the device shows a picture, and the teacher is shown the same
one beside the name: who is let in is who holds the device with that picture.
"""

from __future__ import annotations

import secrets as chance
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from course.calendar import school_day
from course.classroom.class_sessions import IS_OPEN, plain_code
from course.classroom.sign_in import tell_elsewhere
from course.errors import NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people import secrets
from course.people.access import group_in_sight
from course.people.actor import hash_of
from course.people.coming_in import SignIn, Told, keep_sign_in
from course.people.devices import SOMEWHERE
from course.people.holding import hold
from course.people.rate_limits import Pace, Try, count_wrong, forget_tries, reserve
from course.people.roles import Ability, InGroup, Role
from course.people.tables import class_sessions, groups, knocks, memberships, persons, roles
from course.people.years import holds

if TYPE_CHECKING:
    from datetime import datetime

    from course.people.actor import Actor
    from course.people.devices import Device
    from course.store.store import Store

KNOCKS = "knocks"
"""What knocking is told as where somebody has to wait."""
BY_TEACHER = "teacher"
"""What coming in so is journalled as."""
WAITS = timedelta(minutes=10)
"""So long a knock can be answered."""
OPENS = timedelta(minutes=3)
"""So long the door stands open once the teacher has opened it."""
PUPIL = Pace(5, timedelta(seconds=15), timedelta(minutes=4), timedelta(minutes=30))
"""Knocks as one pupil: more than a teacher wants to see."""
BROWSER = Pace(6, timedelta(seconds=10), timedelta(minutes=4), timedelta(minutes=30))
"""Knocks from one browser, whoever somebody says to be."""


@dataclass(frozen=True, slots=True)
class Knock:
    """What a device that waits knows."""

    token: str
    """For the cookie; told only here."""
    picture: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """How it stands with a knock."""

    person_id: int
    name: str
    picture: str
    is_admitted: bool


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """Who knocks, as the teacher is told."""

    id: int
    name: str
    picture: str


_PUPIL = (
    select(class_sessions.c.id, roles.c.id.label("role_id"), groups.c.id.label("group_id"))
    .select_from(
        class_sessions.join(groups, groups.c.id == class_sessions.c.group_id)
        .join(memberships, memberships.c.group_id == groups.c.id)
        .join(
            roles, (roles.c.person_id == memberships.c.person_id) & (roles.c.school_id == groups.c.school_id)
        )
    )
    .where(
        memberships.c.person_id == bindparam("person"),
        memberships.c.role == InGroup.PUPIL.value,
        holds(memberships),
        roles.c.role == Role.PUPIL.value,
        holds(roles),
        IS_OPEN,
    )
)
_BY_CODE = _PUPIL.where(class_sessions.c.code == bindparam("with_code"))
_BY_SESSION = _PUPIL.add_columns(
    class_sessions.c.code, class_sessions.c.expires_at, groups.c.school_id, roles.c.board_id
).where(class_sessions.c.id == bindparam("session"))
_ADD = insert(knocks)
_OF_DEVICE = (
    select(knocks.c.person_id, persons.c.name, knocks.c.picture, knocks.c.admitted_at)
    .join(persons, persons.c.id == knocks.c.person_id)
    .where(knocks.c.token_hash == bindparam("token"), knocks.c.expires_at > bindparam("now"))
)
_FORGET = delete(knocks).where(knocks.c.token_hash == bindparam("token"))
_FORGET_OLD = delete(knocks).where(knocks.c.expires_at <= bindparam("now"))
_IN_GROUP = (
    select(knocks.c.id, persons.c.name, knocks.c.picture)
    .join(persons, persons.c.id == knocks.c.person_id)
    .join(class_sessions, class_sessions.c.id == knocks.c.class_session_id)
    .where(
        class_sessions.c.group_id == bindparam("in_group"),
        IS_OPEN,
        knocks.c.admitted_at.is_(None),
        knocks.c.expires_at > bindparam("now"),
    )
    .order_by(knocks.c.asked_at, knocks.c.id)
)
_of_group = knocks.c.class_session_id.in_(
    select(class_sessions.c.id).where(class_sessions.c.group_id == bindparam("in_group"))
)
_OPEN = (
    update(knocks)
    .where(
        knocks.c.id == bindparam("knock"),
        _of_group,
        knocks.c.admitted_at.is_(None),
        knocks.c.expires_at > bindparam("now"),
    )
    .values(admitted_at=bindparam("now"), expires_at=bindparam("until"))
    .returning(knocks.c.person_id)
)
_SEND_AWAY = delete(knocks).where(knocks.c.id == bindparam("knock"), _of_group)
_WHO = select(knocks.c.person_id).where(knocks.c.token_hash == bindparam("token"))
_TAKE = (
    delete(knocks)
    .where(
        knocks.c.token_hash == bindparam("token"),
        knocks.c.admitted_at.is_not(None),
        knocks.c.expires_at > bindparam("now"),
    )
    .returning(knocks.c.class_session_id)
)


def knock(
    store: Store, code: str, person_id: int, now: datetime, device: Device = SOMEWHERE, before: str = ""
) -> Knock:
    """Ask the teacher to let this pupil in on this device, in place of what it asked `before`.

    NotFound for a class code that is over and for a pupil of another group, TooSoon for who knocks again and again.
    """
    values = {"with_code": plain_code(code), "person": person_id, "now": now, "today": school_day(now)}
    with store.read() as conn:
        row = conn.execute(_BY_CODE, values).first()
    if row is None:
        raise NotFound("pupil", str(person_id))
    tries = (Try(_key(person_id), PUPIL), Try(f"knock-browser:{device.browser}", BROWSER))
    reserved = reserve(store, KNOCKS, tries, now)
    fresh = Knock(secrets.new_token(), chance.choice(secrets.PICTURES))
    with store.write() as conn:
        hold(conn, [person_id])
        count_wrong(conn, reserved, now)
        conn.execute(_FORGET_OLD, {"now": now})
        if before:
            conn.execute(_FORGET, {"token": hash_of(before)})
        asked = {
            "class_session_id": row.id,
            "person_id": person_id,
            "token_hash": hash_of(fresh.token),
            "picture": fresh.picture,
            "asked_at": now,
            "expires_at": now + WAITS,
        }
        conn.execute(_ADD, asked)
    return fresh


def waiting(store: Store, token: str, now: datetime) -> Waiting | None:
    """Tell a device how it stands; None where nobody answered in time, or the teacher sent it away."""
    with store.read() as conn:
        row = conn.execute(_OF_DEVICE, {"token": hash_of(token), "now": now}).first()
    return Waiting(row.person_id, row.name, row.picture, row.admitted_at is not None) if row else None


def at_the_door(store: Store, actor: Actor, group_id: int, now: datetime) -> tuple[AtTheDoor, ...]:
    """Tell a teacher who of an own group knocks, who came first first; NotFound for anybody else's group."""
    with store.read() as conn:
        group_in_sight(conn, actor, group_id, Ability.TEACH)
        rows = conn.execute(_IN_GROUP, {"in_group": group_id, "now": now}).all()
    return tuple(AtTheDoor(*row) for row in rows)


def let_in(store: Store, actor: Actor, group_id: int, knock_id: int, now: datetime) -> bool:
    """Open the door for who knocked; whether somebody still waited. NotFound for anybody else's group."""
    with store.write() as conn:
        group = group_in_sight(conn, actor, group_id, Ability.TEACH)
        values = {"knock": knock_id, "in_group": group_id, "now": now, "until": now + OPENS}
        person: int | None = conn.execute(_OPEN, values).scalar()
        if person is None:
            return False
        forget_tries(conn, [_key(person)])
        told = Entry(now, Event.LET_IN, actor.person_id, person, group.board_id, group.school_id, group_id)
        journal.write(conn, told)
    return True


def send_away(store: Store, actor: Actor, group_id: int, knock_id: int) -> None:
    """Leave the door shut for who knocked; NotFound for anybody else's group."""
    with store.write() as conn:
        group_in_sight(conn, actor, group_id, Ability.TEACH)
        conn.execute(_SEND_AWAY, {"knock": knock_id, "in_group": group_id})


def come_in(store: Store, token: str, now: datetime, device: Device = SOMEWHERE) -> SignIn:
    """Go through the door that a teacher opened, once, until the lesson ends; NotFound where none stands open."""
    with store.write() as conn:
        person: int | None = conn.execute(_WHO, {"token": hash_of(token)}).scalar()
        hold(conn, [person] if person is not None else [])
        session = conn.execute(_TAKE, {"token": hash_of(token), "now": now}).scalar()
        values = {"session": session, "person": person, "now": now, "today": school_day(now)}
        row = conn.execute(_BY_SESSION, values).first() if session is not None else None
        if row is None or person is None:
            raise NotFound("knock", "")
        told = (Told.ELSEWHERE,) if tell_elsewhere(conn, person, device, now) else ()
        fresh = SignIn(secrets.new_token(), person, row.expires_at, row.role_id, told=told)
        keep_sign_in(conn, fresh, row.id, now, pupil_only=True)
        line = Entry(
            now,
            Event.SIGNED_IN,
            person,
            board_id=row.board_id,
            school_id=row.school_id,
            group_id=row.group_id,
            place=journal.coarse(device.address),
            detail=BY_TEACHER,
        )
        journal.write(conn, line)
    return fresh


def _key(person_id: int) -> str:
    return f"knock-pupil:{person_id}"
