"""The accounts elsewhere by which somebody comes in, told to and undone by the owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, select

from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people.coming_in import How
from course.people.credentials import Kind, secret_of
from course.people.factors.required import factors_of
from course.people.holding import hold
from course.people.sign_on.tables import sign_on_links, sign_on_providers

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.people.devices import Device
    from course.store.store import Store

ONLY_WAY = "You have no password and no passkey: without this account you could not come in any more."

_LIST = (
    select(
        sign_on_providers.c.id,
        sign_on_providers.c.name,
        sign_on_links.c.linked_at,
        sign_on_links.c.used_at,
    )
    .select_from(
        sign_on_providers.outerjoin(
            sign_on_links,
            and_(
                sign_on_links.c.provider_id == sign_on_providers.c.id,
                sign_on_links.c.person_id == bindparam("person"),
            ),
        )
    )
    .where(sign_on_providers.c.board_id == bindparam("board"))
    .order_by(sign_on_providers.c.name)
)
_COUNT = select(sign_on_links.c.id).where(sign_on_links.c.person_id == bindparam("person"))
_DROP = delete(sign_on_links).where(
    sign_on_links.c.person_id == bindparam("person"), sign_on_links.c.provider_id == bindparam("provider")
)


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """A provider of the board, and whether one comes in by it."""

    provider_id: int
    name: str
    linked_at: datetime | None
    used_at: datetime | None


def own_accounts(store: Store, actor: Actor) -> tuple[OwnAccount, ...]:
    """List the providers of one's board."""
    with store.read() as conn:
        return accounts_of(conn, actor.person_id, actor.board_id)


def accounts_of(conn: Connection, person_id: int, board_id: int) -> tuple[OwnAccount, ...]:
    """List the providers of a board, and by which of them somebody comes in."""
    rows = conn.execute(_LIST, {"person": person_id, "board": board_id}).all()
    return tuple(OwnAccount(*row) for row in rows)


def drop_link(conn: Connection, person_id: int, provider_id: int) -> bool:
    """Let an account elsewhere open this account no more; whether it did."""
    return conn.execute(_DROP, {"person": person_id, "provider": provider_id}).rowcount > 0


def unlink(store: Store, actor: Actor, provider_id: int, now: datetime, device: Device) -> None:
    """Come in by this account no more; Invalid where nothing else would let its owner in."""
    with store.write() as conn:
        hold(conn, [actor.person_id])
        others = len(conn.execute(_COUNT, {"person": actor.person_id}).all()) - 1
        has_other = (
            secret_of(conn, actor.person_id, Kind.PASSWORD) or factors_of(conn, actor.person_id).passkey
        )
        if not has_other and others < 1:
            raise Invalid(sign_on=ONLY_WAY)
        if drop_link(conn, actor.person_id, provider_id):
            told = Entry(
                now,
                Event.FACTOR_REMOVED,
                actor.person_id,
                board_id=actor.board_id,
                school_id=actor.school_id,
                place=journal.coarse(device.address),
                detail=How.SIGN_ON.value,
            )
            journal.write(conn, told)
