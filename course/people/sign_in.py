"""Coming in and going out. Every moment is an argument.

A secret is checked outside any transaction, for that takes long, and must still be the same inside: who was given a new
one meanwhile, and was signed out, does not come in with the old one.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, delete, select, update

from course.calendar import school_day
from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people import secrets
from course.people.actor import IDLE, OPENS, hash_of
from course.people.coming_in import How, SecondStep, come_in
from course.people.credentials import Kind, is_still, rehash
from course.people.devices import SOMEWHERE
from course.people.factors.challenges import Purpose, ask
from course.people.factors.required import factors_of
from course.people.rate_limits import Pace, Try, count_wrong, forget_what_is_over, give_back, reserve
from course.people.roles import Role
from course.people.tables import class_sessions, credentials, persons, roles, sign_ins
from course.people.tries import tell_refusal
from course.people.years import holds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from course.people.coming_in import SignIn
    from course.people.devices import Device
    from course.store.store import Store

SESSIONS_STAY = timedelta(days=366)
"""So long after its end a class session can be found in the database."""


PASSWORDS = How.PASSWORD.value
"""What tries at passwords are told and journalled as."""
ACCOUNT_HERE = Pace(8, timedelta(seconds=15), timedelta(minutes=10), timedelta(hours=1))
"""Wrong passwords for one account from one address."""
ACCOUNT = Pace(60, timedelta(seconds=5), timedelta(minutes=1), timedelta(hours=1))
"""Wrong passwords for one account from everywhere: a search from many addresses gets no further than 1,440 a day."""
ADDRESS = Pace(200, timedelta(seconds=1), timedelta(seconds=5), timedelta(minutes=15))
"""Wrong passwords from one address: a whole team signs in from a school's on a study day, and pupils sit there too."""
KNOWN = Pace(8, timedelta(seconds=15), timedelta(minutes=5), timedelta(hours=1))
"""Wrong passwords where the owner came in before: counted apart, so that what others try elsewhere holds up nobody."""


_STAFF = (
    select(
        persons.c.id,
        credentials.c.secret_hash,
        credentials.c.expires_at,
        roles.c.board_id,
        roles.c.school_id,
    )
    .select_from(
        persons.join(
            credentials,
            and_(credentials.c.person_id == persons.c.id, credentials.c.kind == Kind.PASSWORD.value),
        ).join(
            roles,
            and_(roles.c.person_id == persons.c.id, roles.c.role != Role.PUPIL.value, holds(roles)),
        )
    )
    .where(persons.c.email == bindparam("with_email"))
    .order_by(roles.c.id)
)
_ROLES = (
    select(roles.c.id)
    .join(sign_ins, sign_ins.c.person_id == roles.c.person_id)
    .where(
        roles.c.person_id == bindparam("person"),
        sign_ins.c.token_hash == bindparam("sign_in"),
        OPENS,
        holds(roles),
    )
)
_SWITCH = (
    update(sign_ins).where(sign_ins.c.token_hash == bindparam("sign_in")).values(role_id=bindparam("in_role"))
)
_SIGN_OUT = delete(sign_ins).where(sign_ins.c.token_hash == bindparam("sign_in"))
_PURGE = (
    delete(sign_ins).where(sign_ins.c.expires_at <= bindparam("now")),
    delete(sign_ins).where(
        sign_ins.c.class_session_id.is_(None), sign_ins.c.seen_at < bindparam("idle_since")
    ),
    delete(class_sessions).where(class_sessions.c.expires_at < bindparam("a_year_ago")),
)


def sign_in_staff(
    store: Store,
    email: str,
    password: str,
    now: datetime,
    device: Device = SOMEWHERE,
    journal_kept: timedelta = journal.KEPT,
) -> SignIn | SecondStep:
    """Let a member of staff in, or to the second step where the account has one.

    Raises Invalid with the same message, after the same work, for an unknown address, a wrong password, a drawn one that
    was not used in time and somebody whose roles have all ended, and TooSoon where wrong ones were tried often. Nothing
    typed is no try. Who has several roles chooses one with `switch_role`.
    """
    wrong = Invalid(password="wrong-email-or-password")  # noqa: S106 - a message id
    if not email.strip() or not password:
        raise wrong
    with store.read() as conn:
        rows = conn.execute(_STAFF, {"with_email": plain_email(email), "today": school_day(now)}).all()
    row = rows[0] if rows else None
    reserved = reserve(store, PASSWORDS, _tries(email, row, device), now)
    if not secrets.is_password(_secret(row, now), password) or row is None:
        with store.write() as conn:
            count_wrong(conn, reserved, now)
            tell_refusal(conn, PASSWORDS, reserved, _entry(Event.REFUSED, row, device, now))
        raise wrong
    renewed = secrets.hash_password(password) if secrets.is_outdated(row.secret_hash) else None
    with store.write() as conn:
        tidy(conn, now, journal_kept)
        if not is_still(conn, row.id, Kind.PASSWORD, row.secret_hash):
            raise wrong
        give_back(conn, reserved, now)
        if renewed:
            rehash(conn, row.id, Kind.PASSWORD, renewed)
        if any(factors_of(conn, row.id)):
            return SecondStep(ask(conn, Purpose.SECOND_STEP, row.id, renewed or row.secret_hash, now))
        return come_in(conn, row.id, How.PASSWORD, now, device)


def _secret(row: Row[*tuple[Any, ...]] | None, now: datetime) -> str | None:
    """Give what the password is checked against; nothing where there is none, or a drawn one was left lying too long."""
    if row is None or (row.expires_at is not None and row.expires_at <= now):
        return None
    return str(row.secret_hash)


def _tries(email: str, row: Row[*tuple[Any, ...]] | None, device: Device) -> Sequence[Try]:
    """Say what a password counts for: on a device of the account's owner, apart from what anybody else tries."""
    if row is not None and device.knows(row.id, row.secret_hash):
        return (Try(f"known:{row.id}", KNOWN),)
    account = f"staff:{plain_email(email)[:254]}"
    return (
        Try(f"{account} {device.address}", ACCOUNT_HERE),
        Try(account, ACCOUNT),
        Try(f"staff-address:{device.address}", ADDRESS),
    )


def _entry(event: Event, row: Row[*tuple[Any, ...]] | None, device: Device, now: datetime) -> Entry:
    place = journal.coarse(device.address)
    if row is None:
        return Entry(now, event, place=place, detail=PASSWORDS)
    return Entry(
        now, event, row.id, board_id=row.board_id, school_id=row.school_id, place=place, detail=PASSWORDS
    )


def sign_out(store: Store, token: str) -> None:
    """End one sign-in; an unknown token is fine."""
    with store.write() as conn:
        conn.execute(_SIGN_OUT, {"sign_in": hash_of(token)})


def switch_role(store: Store, person_id: int, sign_in: str, role_id: int, now: datetime) -> None:
    """Be here in another of one's own roles from now on; NotFound for one that is not theirs, or has ended."""
    with store.write() as conn:
        values = {"person": person_id, "sign_in": sign_in, "today": school_day(now)}
        own = conn.execute(_ROLES, values).scalars()
        if role_id not in set(own):
            raise NotFound("role", str(role_id))
        conn.execute(_SWITCH, {"sign_in": sign_in, "in_role": role_id})


def tidy(conn: Connection, now: datetime, journal_kept: timedelta) -> None:
    """Delete what is over, as decision 0003 says; staff come in seldom enough to do it then."""
    values = ({"now": now}, {"idle_since": now - IDLE}, {"a_year_ago": now - SESSIONS_STAY})
    for statement, moments in zip(_PURGE, values, strict=True):
        conn.execute(statement, moments)
    forget_what_is_over(conn, now)
    journal.prune(conn, now, journal_kept)


def plain_email(typed: str) -> str:
    """Forgive how an address is typed: spaces around it, capitals in it."""
    return typed.strip().lower()
