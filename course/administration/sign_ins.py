"""Invitations handed over, and sign-ins seen and ended, for accounts whose roles all lie within reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select

from course.administration.reach import person_in_sight
from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people.coming_in import How
from course.people.factors.dropping import drop_all
from course.people.factors.required import factors_of
from course.people.holding import hold
from course.people.invitations import invite
from course.people.mail.queue import Letter, put
from course.people.sign_on.own import accounts_of, drop_link
from course.people.tables import sign_ins

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.administration.reach import KeptPerson
    from course.journal.journal import Origin
    from course.people.actor import Actor
    from course.people.sign_on.own import OwnAccount
    from course.store.store import Store

_OPEN = (
    select(sign_ins.c.created_at, sign_ins.c.seen_at)
    .where(sign_ins.c.person_id == bindparam("person"), sign_ins.c.expires_at > bindparam("now"))
    .order_by(sign_ins.c.seen_at.desc())
)
_END = delete(sign_ins).where(sign_ins.c.person_id == bindparam("person"))


@dataclass(frozen=True, slots=True)
class OpenSignIn:
    """A device on which somebody is in."""

    since: datetime
    seen: datetime


def hand_over(store: Store, actor: Actor, person_id: int, origin: Origin) -> str:
    """Make a link for one use for somebody of the staff, for a first password or a forgotten one."""
    with store.write() as conn:
        person = _whole_account(conn, actor, person_id)
        if not person.open_roles or not person.email:
            raise Invalid(person="Give this person a role and an e-mail address first.")
        return invite(conn, person.id, actor.board_id, origin)


def mail_invitation(store: Store, actor: Actor, person_id: int, site: str, origin: Origin) -> None:
    """Let a letter bring the link to its owner; the link is made when the letter goes."""
    with store.write() as conn:
        person = _whole_account(conn, actor, person_id)
        if not person.open_roles or not person.email:
            raise Invalid(person="Give this person a role and an e-mail address first.")
        put(conn, Letter.INVITATION, person.email, site, "nl", origin.at, person_id=person.id)
        journal.write(conn, Entry.of(Event.INVITED, origin, person.id, actor.board_id, None, "mail"))


def open_sign_ins(store: Store, actor: Actor, person_id: int, now: datetime) -> tuple[OpenSignIn, ...]:
    """List where somebody is in."""
    with store.read() as conn:
        person = person_in_sight(conn, actor, person_id)
        rows = conn.execute(_OPEN, {"person": person.id, "now": now}).all()
    return tuple(OpenSignIn(row.created_at, row.seen_at) for row in rows)


def end_sign_ins(store: Store, actor: Actor, person_id: int, origin: Origin) -> None:
    """Sign somebody out everywhere."""
    with store.write() as conn:
        person = person_in_sight(conn, actor, person_id)
        conn.execute(_END, {"person": person.id})
        journal.write(conn, Entry.of(Event.SIGNED_OUT_BY, origin, person.id, actor.board_id))


def has_second_step(store: Store, actor: Actor, person_id: int) -> bool:
    """Whether somebody's account has an app or a passkey beside its password."""
    with store.read() as conn:
        return any(factors_of(conn, person_in_sight(conn, actor, person_id).id))


def drop_second_step(store: Store, actor: Actor, person_id: int, origin: Origin) -> None:
    """Take the second step off the account of somebody who lost phone and paper, and sign them out everywhere."""
    with store.write() as conn:
        person = _whole_account(conn, actor, person_id)
        drop_all(conn, person.id)
        conn.execute(_END, {"person": person.id})
        journal.write(conn, Entry.of(Event.FACTOR_REMOVED, origin, person.id, actor.board_id, None, "all"))


def linked_accounts(store: Store, actor: Actor, person_id: int) -> tuple[OwnAccount, ...]:
    """List the accounts elsewhere by which somebody comes in."""
    with store.read() as conn:
        person = person_in_sight(conn, actor, person_id)
        return tuple(one for one in accounts_of(conn, person.id, actor.board_id) if one.linked_at)


def unlink_account(store: Store, actor: Actor, person_id: int, provider_id: int, origin: Origin) -> None:
    """Let an account elsewhere open somebody's account no more, and sign them out everywhere.

    Unlike its owner, an administrator may take the only way in: it was lost or taken over, and a link for one use is
    handed over. Nothing happens where it wasn't linked.
    """
    with store.write() as conn:
        person = _whole_account(conn, actor, person_id)
        hold(conn, [person.id])
        if drop_link(conn, person.id, provider_id):
            conn.execute(_END, {"person": person.id})
            at = (person.id, actor.board_id, None)
            journal.write(conn, Entry.of(Event.FACTOR_REMOVED, origin, *at, How.SIGN_ON.value))


def _whole_account(conn: Connection, actor: Actor, person_id: int) -> KeptPerson:
    """Read somebody of the staff of whom all roles lie within reach: what opens the account may be changed."""
    person = person_in_sight(conn, actor, person_id)
    if person.is_pupil:
        raise NotFound("member of staff", str(person_id))
    if not person.is_whole:
        raise Invalid(
            person="This person has a role outside your reach too. An administrator of the board can do this."
        )
    return person
