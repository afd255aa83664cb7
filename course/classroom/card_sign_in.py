"""A pupil comes in with the QR code of the own card: into the lesson that is open, or at home where the school allows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from course.calendar import school_day, school_year
from course.classroom.class_sessions import IS_OPEN
from course.classroom.sign_in import tell_elsewhere
from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people import secrets
from course.people.cards import hash_of_card
from course.people.coming_in import SignIn, Told, keep_sign_in
from course.people.credentials import Kind, is_still
from course.people.devices import SOMEWHERE
from course.people.rate_limits import Pace, Try, count_wrong, give_back, reserve
from course.people.roles import InGroup, Role
from course.people.tables import class_sessions, credentials, groups, memberships, roles, sign_in_settings
from course.people.years import holds, is_present

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from course.people.devices import Device
    from course.store.store import Store

CARDS = "cards"
"""What tries at cards are told as."""
CARD = "card"
"""What they are journalled as."""
HOME_STAY = timedelta(hours=2)
"""At home one comes in anew after this."""
BROWSER = Pace(20, timedelta(seconds=5), timedelta(minutes=5), timedelta(minutes=30))
"""Cards from one browser that don't work; no search, for a card has 128 bits, but a flood costs as much as any other."""
ADDRESS = Pace(300, timedelta(seconds=1), timedelta(seconds=3), timedelta(minutes=15))


@dataclass(frozen=True, slots=True)
class CameIn:
    """A fresh sign-in, and the code of the lesson that it ends with; "" at home."""

    sign_in: SignIn
    code: str


_HOLDER = (
    select(
        credentials.c.person_id,
        roles.c.id.label("role_id"),
        roles.c.board_id,
        roles.c.school_id,
        func.coalesce(sign_in_settings.c.at_home, False).label("at_home"),
    )
    .join(roles, roles.c.person_id == credentials.c.person_id)
    .outerjoin(sign_in_settings, sign_in_settings.c.school_id == roles.c.school_id)
    .where(
        credentials.c.kind == Kind.CARD.value,
        credentials.c.secret_hash == bindparam("card"),
        credentials.c.expires_at > bindparam("now"),
        roles.c.role == Role.PUPIL.value,
        holds(roles),
    )
    .order_by(roles.c.id)
)
_LESSONS = (
    select(
        class_sessions.c.id,
        class_sessions.c.code,
        class_sessions.c.group_id,
        class_sessions.c.expires_at,
        groups.c.school_id,
    )
    .join(groups, groups.c.id == class_sessions.c.group_id)
    .join(memberships, memberships.c.group_id == groups.c.id)
    .where(
        memberships.c.person_id == bindparam("person"),
        memberships.c.role == InGroup.PUPIL.value,
        holds(memberships),
        is_present(),
        IS_OPEN,
    )
    .order_by(class_sessions.c.id.desc())
    .with_for_update(read=True, of=class_sessions)
)


def sign_in_by_card(store: Store, token: str, now: datetime, device: Device = SOMEWHERE) -> CameIn:
    """Let the holder of a card in: until the lesson of an own group ends, or for a while at home.

    Raises NotFound for a card that is not known, ended or of another school year, Invalid (`no-lesson`) where no lesson is
    open and the school lets nobody in without one, and TooSoon after many cards that don't work.
    """
    card = hash_of_card(token)
    reserved = reserve(store, CARDS, _tries(device), now)
    with store.write() as conn:
        holders = conn.execute(_HOLDER, {"card": card, "now": now, "today": school_day(now)}).all()
        if holders and is_still(conn, holders[0].person_id, Kind.CARD, card):
            give_back(conn, reserved, now)
            found = _let_in(conn, holders, now, device)
        else:
            count_wrong(conn, reserved, now)
            refusal = Entry(now, Event.REFUSED, place=journal.coarse(device.address), detail=CARD)
            journal.write(conn, refusal)
            found = None
    if found is None:
        raise NotFound("card", "")
    if not isinstance(found, CameIn):
        raise found
    return found


def _let_in(
    conn: Connection, holders: Sequence[Row[*tuple[Any, ...]]], now: datetime, device: Device
) -> CameIn | Invalid:
    """Say what a card that works opens now; what is refused is given, so that the count of the try is kept all the same."""
    today = school_day(now)
    values = {
        "person": holders[0].person_id,
        "now": now,
        "today": today,
        "in_year": school_year(today),
    }
    by_school = {one.school_id: one for one in reversed(holders)}
    lesson = next((one for one in conn.execute(_LESSONS, values) if one.school_id in by_school), None)
    holder = by_school[lesson.school_id] if lesson else next((one for one in holders if one.at_home), None)
    if holder is None:
        return Invalid(card="no-lesson")
    until = lesson.expires_at if lesson else now + HOME_STAY
    told = (Told.ELSEWHERE,) if tell_elsewhere(conn, holder.person_id, device, now) else ()
    fresh = SignIn(secrets.new_token(), holder.person_id, until, holder.role_id, told=told)
    keep_sign_in(conn, fresh, lesson.id if lesson else None, now, pupil_only=True)
    line = Entry(
        now,
        Event.SIGNED_IN,
        holder.person_id,
        board_id=holder.board_id,
        school_id=holder.school_id,
        group_id=lesson.group_id if lesson else None,
        place=journal.coarse(device.address),
        detail=CARD,
    )
    journal.write(conn, line)
    return CameIn(fresh, lesson.code if lesson else "")


def _tries(device: Device) -> tuple[Try, ...]:
    return (
        Try(f"cards-browser:{device.browser}", BROWSER),
        Try(f"cards-address:{device.address}", ADDRESS),
    )
