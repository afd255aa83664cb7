"""How staff of a board sign in: what an administrator of the whole board decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.errors import NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people.factors.required import ask_of, asked_by
from course.people.mail.queue import Letter, put
from course.people.tables import persons

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from course.journal.journal import Origin
    from course.people.actor import Actor
    from course.people.roles import Role
    from course.store.store import Store

_EMAIL = select(persons.c.email).where(persons.c.id == bindparam("person"))


def second_step_for(store: Store, actor: Actor) -> frozenset[Role]:
    """Say of which roles the board asks a second step."""
    refuse_schools(actor)
    with store.read() as conn:
        return asked_by(conn, actor.board_id)


def ask_second_step_of(store: Store, actor: Actor, whom: Collection[Role], origin: Origin) -> None:
    """Ask a second step of these roles, from everybody's next sign-in on."""
    refuse_schools(actor)
    with store.write() as conn:
        ask_of(conn, actor.board_id, whom)
        told = Entry(
            origin.at,
            Event.SIGN_IN_CHANGED,
            origin.person_id,
            board_id=actor.board_id,
            place=origin.place,
            detail="second-step",
        )
        journal.write(conn, told)


def refuse_schools(actor: Actor) -> None:
    """Settings of the board are not those of one school's administrator."""
    if actor.school_id is not None:
        raise NotFound("page", "")


def letter_to_me(store: Store, actor: Actor, site: str, now: datetime) -> str:
    """Put a test letter down for whoever asks for it, and give the address."""
    refuse_schools(actor)
    with store.write() as conn:
        address: str = conn.execute(_EMAIL, {"person": actor.person_id}).scalar() or ""
        put(conn, Letter.TEST, address, site, actor.locale, now, person_id=actor.person_id)
    return address
