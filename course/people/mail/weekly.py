"""The letter of the week: who wants it, and that each gets it once a week. What it says is written elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, and_, bindparam, delete, select, update

from course.calendar import school_day, school_year
from course.people.actor import IN_ROLE, Actor
from course.people.adoption import in_force
from course.people.mail.queue import Letter, put
from course.people.mail.tables import weekly_letters
from course.people.roles import REACH, Ability, Role
from course.people.tables import boards, groups, memberships, persons, roles, schools
from course.people.years import holds, is_present
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from course.people.mail.queue import Written
    from course.store.store import Store

TOLD = tuple(
    role
    for role in Role
    if any(role in REACH[one] for one in (Ability.GROUP_NAMES, Ability.LEAD_SCHOOL, Ability.BOARD_COUNTS))
)
"""Roles of which there is something to tell: who has groups, leads a school or sees the board."""

_person = bindparam("person", type_=Integer)
_WANTS = select(weekly_letters.c.person_id).where(weekly_letters.c.person_id == _person)
_CHOOSE = Upsert(weekly_letters, lambda insert: insert.on_conflict_do_nothing())
_STOP = delete(weekly_letters).where(weekly_letters.c.person_id == _person)
_ONCE = (
    update(weekly_letters)
    .where(weekly_letters.c.person_id == _person, weekly_letters.c.sent_week != bindparam("week"))
    .values(sent_week=bindparam("week"))
)
_READERS = (
    select(
        persons.c.id,
        persons.c.name,
        persons.c.email,
        persons.c.locale,
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
        weekly_letters.join(persons, persons.c.id == weekly_letters.c.person_id)
        .join(roles, and_(roles.c.person_id == persons.c.id, holds(roles)))
        .join(boards, boards.c.id == roles.c.board_id)
        .outerjoin(schools, schools.c.id == roles.c.school_id)
        .outerjoin(memberships, and_(memberships.c.person_id == persons.c.id, IN_ROLE, holds(memberships)))
        .outerjoin(
            groups,
            and_(
                groups.c.id == memberships.c.group_id, groups.c.school_id == roles.c.school_id, is_present()
            ),
        )
    )
    .where(
        weekly_letters.c.sent_week != bindparam("week"),
        roles.c.role.in_([one.value for one in TOLD]),
        persons.c.email.is_not(None),
    )
    .order_by(persons.c.id, roles.c.id, groups.c.name, groups.c.id)
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who is to get this week's letter, in each role of which there is something to tell."""

    person_id: int
    name: str
    address: str
    locale: str
    actors: tuple[Actor, ...]


def week_of(day: date) -> str:
    """Name the week of a day, as in `2026-W48`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def may_want(actor: Actor) -> bool:
    """Whether there is anything to tell to somebody in this role."""
    return actor.role in TOLD


def wants(store: Store, person_id: int) -> bool:
    """Whether somebody asked for the letter."""
    with store.read() as conn:
        return is_wanted(conn, person_id)


def is_wanted(conn: Connection, person_id: int) -> bool:
    """Whether somebody asked for the letter, within a transaction."""
    return conn.execute(_WANTS, {"person": person_id}).first() is not None


def ask(store: Store, person_id: int, now: datetime) -> None:
    """Send it from now on; twice is once."""
    with store.write() as conn:
        conn.execute(_CHOOSE.on(conn), {"person_id": person_id, "asked_at": now})


def stop(store: Store, person_id: int) -> None:
    """Send it no more."""
    with store.write() as conn:
        conn.execute(_STOP, {"person": person_id})


def readers(store: Store, now: datetime) -> tuple[Reader, ...]:
    """List who is to get this week's letter and did not yet; who has no role any more is passed over."""
    today = school_day(now)
    values = {"week": week_of(today), "today": today, "in_year": school_year(today)}
    with store.read() as conn:
        rows = conn.execute(_READERS, values).all()
    found = []
    for _, mine in groupby(rows, key=lambda row: row.id):
        own = list(mine)
        by_role = [list(of_role) for _, of_role in groupby(own, key=lambda row: row.role_id)]
        actors = tuple(_actor(one, now) for one in by_role)
        found.append(Reader(own[0].id, own[0].name, own[0].email, own[0].locale, actors))
    return tuple(found)


def put_down(store: Store, reader: Reader, words: Written, site: str, now: datetime) -> bool:
    """Put the letter down to be sent, and note the week with it; False where that was done, or it is not wanted any more."""
    with store.write() as conn:
        values = {"person": reader.person_id, "week": week_of(school_day(now))}
        if conn.execute(_ONCE, values).rowcount != 1:
            return False
        put(
            conn,
            Letter.WEEKLY,
            reader.address,
            site,
            reader.locale,
            now,
            person_id=reader.person_id,
            words=words,
        )
        return True


def _actor(own: Sequence[Any], now: datetime) -> Actor:
    """See with the eyes of somebody who is not signed in."""
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
        year_group=None,
        locale=first.locale,
        sign_in="",
        expires_at=now,
        seen_at=now,
        today=school_day(now),
    )
