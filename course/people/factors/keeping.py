"""What staff do with their own second step: look at it, set it up, draw codes on paper, give it up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, update

from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people.actor import Notice
from course.people.factors import app, recovery
from course.people.factors.required import factors_of, lacks_one
from course.people.factors.second_step import SCOPE, WRONG, tries_of
from course.people.holding import hold
from course.people.rate_limits import count_wrong, give_back, reserve
from course.people.tables import sign_ins

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.people.devices import Device
    from course.people.factors.app import Setting
    from course.store.store import Store

_TOLD = (
    update(sign_ins)
    .where(sign_ins.c.token_hash == bindparam("sign_in"), sign_ins.c.notice == Notice.SECOND_STEP.value)
    .values(notice=Notice.NOTHING.value)
)


@dataclass(frozen=True, slots=True)
class OwnFactors:
    """What somebody's account has beside a password."""

    app: bool
    passkey: bool
    codes_left: int
    is_asked: bool
    """Whether the board asks a second step of this person, and there is none."""
    setting: Setting | None
    """What an app is to be told, while it is being set up."""


def own_factors(store: Store, actor: Actor, now: datetime, device: Device) -> OwnFactors:
    """Read what the own account has, and what is being set up."""
    with store.read() as conn:
        has = factors_of(conn, actor.person_id)
        return OwnFactors(
            has.app,
            has.passkey,
            recovery.left(conn, actor.person_id),
            lacks_one(conn, actor.person_id, actor.today),
            app.setting(conn, actor.person_id, device.key, now),
        )


def begin_app(store: Store, actor: Actor, now: datetime, device: Device) -> None:
    """Make a secret for an app; an app that is set up already stays the one."""
    with store.write() as conn:
        app.begin(conn, actor.person_id, device.key, now)


def confirm_app(store: Store, actor: Actor, typed: str, now: datetime, device: Device) -> tuple[str, ...]:
    """Ask codes of the app from now on, of which one was typed, and give the recovery codes, this once.

    Raises Invalid for a wrong code, and TooSoon where wrong ones were tried often. A sheet of codes that somebody has
    already stays good, and none is given then.
    """
    reserved = reserve(store, SCOPE, tries_of(actor.person_id), now)
    with store.read() as conn:
        code = app.right_code(conn, actor.person_id, typed, device.key, now, confirmed=False)
        has_codes = recovery.left(conn, actor.person_id)
    codes = () if has_codes or code is None else recovery.draw()
    hashes = recovery.hashed(codes)
    with store.write() as conn:
        hold(conn, [actor.person_id])
        if code is not None and app.take(conn, actor.person_id, code):
            give_back(conn, reserved, now)
            app.confirm(conn, actor.person_id, now)
            if codes:
                recovery.keep(conn, actor.person_id, hashes)
            was_added(conn, actor, now, device, "app")
            return codes
        count_wrong(conn, reserved, now)
    raise Invalid(code=WRONG)


def new_codes(store: Store, actor: Actor, now: datetime, device: Device) -> tuple[str, ...]:
    """Draw recovery codes anew, and give them, this once; the old ones work no more."""
    codes = recovery.draw()
    hashes = recovery.hashed(codes)
    with store.write() as conn:
        hold(conn, [actor.person_id])
        if not any(factors_of(conn, actor.person_id)):
            raise Invalid(codes="Set up an app or a passkey first.")
        recovery.keep(conn, actor.person_id, hashes)
        journal.write(conn, _entry(actor, now, device, Event.FACTOR_ADDED, "codes"))
    return codes


def drop_app(store: Store, actor: Actor, now: datetime, device: Device) -> None:
    """Ask codes of the app no more; without a passkey beside it the codes on paper go too."""
    with store.write() as conn:
        hold(conn, [actor.person_id])
        app.drop(conn, actor.person_id)
        was_dropped(conn, actor, now, device, "app")


def was_added(conn: Connection, actor: Actor, now: datetime, device: Device, what: str) -> None:
    """Tell the journal, and open what was shut until there was a second step."""
    conn.execute(_TOLD, {"sign_in": actor.sign_in})
    journal.write(conn, _entry(actor, now, device, Event.FACTOR_ADDED, what))


def was_dropped(conn: Connection, actor: Actor, now: datetime, device: Device, what: str) -> None:
    """Tell the journal; codes on paper stand for nothing once nothing is left."""
    if not any(factors_of(conn, actor.person_id)):
        recovery.drop(conn, actor.person_id)
    journal.write(conn, _entry(actor, now, device, Event.FACTOR_REMOVED, what))


def _entry(actor: Actor, now: datetime, device: Device, event: Event, what: str) -> Entry:
    return Entry(
        now,
        event,
        actor.person_id,
        board_id=actor.board_id,
        school_id=actor.school_id,
        place=journal.coarse(device.address),
        detail=what,
    )
