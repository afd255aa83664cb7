"""Passkeys (WebAuthn): made on a device that knows its owner by finger, face or code, and shown in place of a password.

A passkey is both steps at once, for the device asks its owner; so `user verification` is always required. What a browser
answers is checked by py_webauthn, which is loaded by the first who uses one: a start would take a fourteenth longer. What a
browser was asked stands in the database and is taken once.
"""

from __future__ import annotations

import json
import secrets as chance
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from course.errors import Clash, Invalid
from course.people.coming_in import How, come_in
from course.people.factors import recovery
from course.people.factors.challenges import Purpose, ask, take
from course.people.factors.keeping import was_added, was_dropped
from course.people.factors.tables import passkeys
from course.people.holding import hold
from course.people.tables import persons

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.people.coming_in import SignIn
    from course.people.devices import Device
    from course.store.store import Store

WRONG = "This passkey is not known here, or it took too long. Try once more."
MOST = 10
LONGEST_NAME = 60

_own = passkeys.c.person_id == bindparam("person")
_LIST = select(passkeys).where(_own).order_by(passkeys.c.id)
_FIND = select(passkeys).where(passkeys.c.credential_id == bindparam("credential"))
_USED = (
    update(passkeys)
    .where(passkeys.c.id == bindparam("of_id"), passkeys.c.sign_count == bindparam("before"))
    .values(sign_count=bindparam("count"), used_at=bindparam("now"))
)
_RENAME = update(passkeys).where(_own, passkeys.c.id == bindparam("of_id")).values(name=bindparam("called"))
_DROP = delete(passkeys).where(_own, passkeys.c.id == bindparam("of_id"))
_INSERT = insert(passkeys)
_EMAIL = select(persons.c.email).where(persons.c.id == bindparam("person"))


@dataclass(frozen=True, slots=True)
class Site:
    """Of which site a passkey is: a browser shows it to no other."""

    id: str
    """A name such as leren.school.example."""
    origin: str
    """With scheme, and with the port where it is not the usual one."""


@dataclass(frozen=True, slots=True)
class OwnPasskey:
    """One of the own passkeys."""

    id: int
    name: str
    created_at: datetime
    used_at: datetime | None


def own_passkeys(store: Store, actor: Actor) -> tuple[OwnPasskey, ...]:
    """List the own passkeys, the oldest first."""
    with store.read() as conn:
        rows = conn.execute(_LIST, {"person": actor.person_id}).all()
    return tuple(OwnPasskey(row.id, row.name, row.created_at, row.used_at) for row in rows)


def ask_new(store: Store, actor: Actor, site: Site, now: datetime) -> tuple[str, str]:
    """Ask a browser to make a passkey: the name under which that comes back, and what the browser is told."""
    from webauthn import base64url_to_bytes, generate_registration_options, options_to_json
    from webauthn.helpers import bytes_to_base64url
    from webauthn.helpers.structs import (
        AuthenticatorSelectionCriteria,
        PublicKeyCredentialDescriptor,
        ResidentKeyRequirement,
        UserVerificationRequirement,
    )

    with store.write() as conn:
        rows = conn.execute(_LIST, {"person": actor.person_id}).all()
        email: str | None = conn.execute(_EMAIL, {"person": actor.person_id}).scalar()
        handle = rows[0].user_handle if rows else chance.token_urlsafe(32)
        options = generate_registration_options(
            rp_id=site.id,
            rp_name="Deelwijs",
            user_id=base64url_to_bytes(handle),
            user_name=email or actor.name,
            user_display_name=actor.name,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=[
                PublicKeyCredentialDescriptor(id=base64url_to_bytes(row.credential_id)) for row in rows
            ],
        )
        told = f"{bytes_to_base64url(options.challenge)} {handle}"
        token = ask(conn, Purpose.NEW_PASSKEY, actor.person_id, told, now)
    return token, options_to_json(options)


def add(
    store: Store, actor: Actor, site: Site, token: str, answer: str, now: datetime, device: Device
) -> tuple[str, ...]:
    """Keep the passkey that a browser made, and give recovery codes where there are none yet, this once.

    Raises Invalid for an answer to anything else than what was just asked of this person.
    """
    with store.write() as conn:
        challenge = take(conn, Purpose.NEW_PASSKEY, token, now)
        has_codes = recovery.left(conn, actor.person_id)
    if challenge is None or challenge.person_id != actor.person_id:
        raise Invalid(passkey=WRONG)
    row = _made(site, challenge.told, answer) | {
        "person_id": actor.person_id,
        "name": (device.name or "Passkey")[:LONGEST_NAME],
        "created_at": now,
    }
    codes = () if has_codes else recovery.draw()
    hashes = recovery.hashed(codes)
    try:
        with store.write() as conn:
            hold(conn, [actor.person_id])
            if len(conn.execute(_LIST, {"person": actor.person_id}).all()) >= MOST:
                raise Invalid(passkey="You have ten passkeys. Remove one first.")
            conn.execute(_INSERT, row)
            if codes:
                recovery.keep(conn, actor.person_id, hashes)
            was_added(conn, actor, now, device, "passkey")
    except Clash as error:
        raise Invalid(passkey=WRONG) from error
    return codes


def _made(site: Site, told: str, answer: str) -> dict[str, object]:
    """Check what a browser made, and say what is kept of it."""
    from webauthn import base64url_to_bytes, verify_registration_response
    from webauthn.helpers import bytes_to_base64url
    from webauthn.helpers.exceptions import WebAuthnException

    asked, handle = told.split(" ")
    try:
        made = verify_registration_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(asked),
            expected_rp_id=site.id,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError) as error:
        raise Invalid(passkey=WRONG) from error
    return {
        "credential_id": bytes_to_base64url(made.credential_id),
        "public_key": bytes_to_base64url(made.credential_public_key),
        "user_handle": handle,
        "sign_count": made.sign_count,
    }


def rename(store: Store, actor: Actor, passkey_id: int, name: str) -> None:
    """Call one of the own passkeys otherwise."""
    called = " ".join(name.split())[:LONGEST_NAME]
    if not called:
        raise Invalid(name="Give it a name.")
    with store.write() as conn:
        conn.execute(_RENAME, {"person": actor.person_id, "of_id": passkey_id, "called": called})


def remove(store: Store, actor: Actor, passkey_id: int, now: datetime, device: Device) -> None:
    """Let one of the own passkeys open nothing any more."""
    with store.write() as conn:
        hold(conn, [actor.person_id])
        if conn.execute(_DROP, {"person": actor.person_id, "of_id": passkey_id}).rowcount:
            was_dropped(conn, actor, now, device, "passkey")


def ask_for_one(store: Store, site: Site, now: datetime) -> tuple[str, str]:
    """Ask a browser for a passkey of whoever is there; nobody says who that is before."""
    from webauthn import generate_authentication_options, options_to_json
    from webauthn.helpers import bytes_to_base64url
    from webauthn.helpers.structs import UserVerificationRequirement

    options = generate_authentication_options(
        rp_id=site.id, user_verification=UserVerificationRequirement.REQUIRED
    )
    with store.write() as conn:
        token = ask(conn, Purpose.PASSKEY, None, bytes_to_base64url(options.challenge), now)
    return token, options_to_json(options)


def sign_in_by_passkey(
    store: Store, site: Site, token: str, answer: str, now: datetime, device: Device
) -> SignIn:
    """Let in whose passkey a browser shows; Invalid where it is nobody's, or answers something else."""
    with store.write() as conn:
        challenge = take(conn, Purpose.PASSKEY, token, now)
    if challenge is None:
        raise Invalid(passkey=WRONG)
    with store.write() as conn:
        return come_in(conn, shown(conn, site, challenge.told, answer, now), How.PASSKEY, now, device)


def shown(conn: Connection, site: Site, challenge: str, answer: str, now: datetime) -> int:
    """Say whose passkey a browser shows, and count the use; Invalid for any other answer."""
    from webauthn import base64url_to_bytes, verify_authentication_response
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        credential = str(json.loads(answer)["id"])
        row = conn.execute(_FIND, {"credential": credential}).first()
        if row is None:
            raise Invalid(passkey=WRONG)
        hold(conn, [row.person_id])
        proof = verify_authentication_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=site.id,
            expected_origin=site.origin,
            credential_public_key=base64url_to_bytes(row.public_key),
            credential_current_sign_count=row.sign_count,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise Invalid(passkey=WRONG) from error
    values = {"of_id": row.id, "before": row.sign_count, "count": proof.new_sign_count, "now": now}
    if conn.execute(_USED, values).rowcount != 1:
        raise Invalid(passkey=WRONG)
    return int(row.person_id)
