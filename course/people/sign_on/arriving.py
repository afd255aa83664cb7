"""Who came back from a provider comes in, is linked, or takes an invitation up; whoever is nobody here stays outside.

Somebody is found by provider and subject alone. An e-mail address of theirs is not even read: who may make one up at the
provider would be anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from course.errors import Clash, Invalid
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people.coming_in import How, SecondStep, come_in
from course.people.factors.challenges import Purpose, ask
from course.people.factors.required import factors_of
from course.people.fresh import LASTS
from course.people.holding import hold
from course.people.invitations import take_up
from course.people.sign_on.asking import Aim
from course.people.sign_on.providers import Stands
from course.people.sign_on.tables import sign_on_links
from course.people.tables import persons

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.people.coming_in import SignIn
    from course.people.devices import Device
    from course.people.sign_on.asking import Answered
    from course.store.store import Store

NOBODY = "This account is not linked to anybody here. Sign in with your password, and link it on the page My account."
OTHERS = "This account is linked to somebody else here, or you have another one linked. Undo that first."
ELSEWHERE = "You are not signed in here any more as who you were. Begin once more."

_FIND = select(sign_on_links.c.id, sign_on_links.c.person_id).where(
    sign_on_links.c.provider_id == bindparam("provider"), sign_on_links.c.subject == bindparam("who")
)
_USED = update(sign_on_links).where(sign_on_links.c.id == bindparam("link")).values(used_at=bindparam("now"))
_LINK = insert(sign_on_links).returning(sign_on_links.c.id)
_OWN = delete(sign_on_links).where(
    sign_on_links.c.provider_id == bindparam("provider"), sign_on_links.c.person_id == bindparam("person")
)
_BOARD = select(persons.c.board_id).where(persons.c.id == bindparam("person"))


def arrive(store: Store, found: Answered, now: datetime, device: Device) -> SignIn | SecondStep:
    """Let in whose account it is; Invalid for an account of nobody."""
    who = {"provider": found.provider.id, "who": found.identity.subject}
    with store.write() as conn:
        link = conn.execute(_FIND, who).first()
        if link is not None:
            hold(conn, [link.person_id])
            if conn.execute(_USED, {"link": link.id, "now": now}).rowcount == 1:
                return _let_in(conn, found, link.id, link.person_id, now, device)
        at = found.provider.board_id
        place = journal.coarse(device.address)
        journal.write(conn, Entry(now, Event.REFUSED, board_id=at, place=place, detail=How.SIGN_ON.value))
    raise Invalid(sign_on=NOBODY)


def link(store: Store, actor: Actor | None, found: Answered, now: datetime, device: Device) -> None:
    """Let somebody who is signed in come in by this account too; Invalid for who began as somebody else."""
    person_id = found.wanted.person_id
    if actor is None or person_id != actor.person_id or found.provider.board_id != actor.board_id:
        raise Invalid(sign_on=ELSEWHERE)
    try:
        with store.write() as conn:
            hold(conn, [actor.person_id])
            _linked(conn, found, actor.person_id, now, device)
    except Clash as error:
        raise Invalid(sign_on=OTHERS) from error


def take_invitation_up(store: Store, found: Answered, now: datetime, device: Device) -> SignIn | SecondStep:
    """Link who holds an invitation, and let in; NotFound for one that was used meanwhile."""
    try:
        with store.write() as conn:
            person_id = take_up(conn, found.wanted.invitation, now)
            if conn.execute(_BOARD, {"person": person_id}).scalar() != found.provider.board_id:
                raise Invalid(sign_on=ELSEWHERE)
            hold(conn, [person_id])
            conn.execute(_OWN, {"provider": found.provider.id, "person": person_id})
            link_id = _linked(conn, found, person_id, now, device)
            return _let_in(conn, found, link_id, person_id, now, device)
    except Clash as error:
        raise Invalid(sign_on=OTHERS) from error


def _linked(conn: Connection, found: Answered, person_id: int, now: datetime, device: Device) -> int:
    row = {
        "person_id": person_id,
        "provider_id": found.provider.id,
        "subject": found.identity.subject,
        "linked_at": now,
        "used_at": now,
    }
    made: int = conn.execute(_LINK, row).scalar_one()
    place, board = journal.coarse(device.address), found.provider.board_id
    journal.write(
        conn, Entry(now, Event.FACTOR_ADDED, person_id, board_id=board, place=place, detail=How.SIGN_ON.value)
    )
    return made


def _let_in(
    conn: Connection, found: Answered, link_id: int, person_id: int, now: datetime, device: Device
) -> SignIn | SecondStep:
    """Ask our own second step where the provider asked none that stands for it."""
    stands = found.provider.second_step
    is_whole = stands == Stands.TRUSTED or (stands == Stands.TOLD and found.identity.has_second_step)
    if not is_whole and any(factors_of(conn, person_id)):
        return SecondStep(ask(conn, Purpose.SECOND_STEP, person_id, f"{How.SIGN_ON.value} {link_id}", now))
    return come_in(
        conn, person_id, How.SIGN_ON, now, device, is_whole=is_whole, is_fresh=_is_fresh(found, now)
    )


def _is_fresh(found: Answered, now: datetime) -> bool:
    """Whether a secret was shown just now, and not by a sign-in there of this morning."""
    if found.identity.shown_at is not None:
        return now - found.identity.shown_at < LASTS
    return found.wanted.aim is Aim.AGAIN
