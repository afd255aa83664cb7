"""The providers of a board: added, changed, looked up again, removed; and what a page needs of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select, update

from course.errors import Clash, Invalid, NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people.factors.sealing import seal
from course.people.sign_on.discovery import look_up
from course.people.sign_on.tables import sign_on_links, sign_on_providers

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from course.journal.journal import Origin
    from course.store.store import Store


class Stands(StrEnum):
    """Whether a second step at the provider stands for one here."""

    TOLD = "told"
    """Where the provider says that it asked one."""
    TRUSTED = "trusted"
    """Always: the provider lets nobody in without."""
    OWN = "own"
    """Never: ours is asked as well."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What somebody fills in of a provider."""

    name: str
    client_id: str
    secret: str = ""
    """Empty where the one that is kept stays."""
    scopes: str = "openid"
    subject_claim: str = "sub"
    second_step: str = Stands.TOLD.value
    second_claim: str = "amr"
    second_values: str = "mfa"


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider, as it is asked."""

    id: int
    board_id: int
    name: str
    issuer: str
    client_id: str
    sealed: str
    scopes: str
    subject_claim: str
    second_step: str
    second_claim: str
    second_values: str
    authorize_at: str
    token_at: str
    keys_at: str
    token_method: str


_COLUMNS = [sign_on_providers.c[name] for name in Provider.__dataclass_fields__]
_ALL = select(*_COLUMNS).order_by(sign_on_providers.c.name, sign_on_providers.c.id)
_ONE = select(*_COLUMNS).where(sign_on_providers.c.id == bindparam("provider"))
_here = (sign_on_providers.c.id == bindparam("provider")) & (
    sign_on_providers.c.board_id == bindparam("board")
)
_DROP = delete(sign_on_providers).where(_here)
_LINKED = (
    select(func.count())
    .select_from(sign_on_links)
    .where(sign_on_links.c.provider_id == bindparam("provider"))
)
_LONGEST = {"name": 60, "client_id": 255, "scopes": 255, "subject_claim": 60, "second_claim": 60}
TAKEN = "There is one with this name, or with this issuer and number, already."
EMPTY = "Fill in a name, the issuer, the number of the application and its secret."
LONG = "One of the fields is too long, or has a word that is not known."


def offered(store: Store, board_id: int | None = None) -> tuple[Provider, ...]:
    """List the providers, of all boards or of one."""
    chosen = _ALL if board_id is None else _ALL.where(sign_on_providers.c.board_id == board_id)
    with store.read() as conn:
        return tuple(Provider(*row) for row in conn.execute(chosen))


def provider_at(conn: Connection, provider_id: int, board_id: int | None = None) -> Provider:
    """Read one; NotFound where there is none, or another board's."""
    row = conn.execute(_ONE, {"provider": provider_id}).first()
    if row is None or board_id not in {None, row.board_id}:
        raise NotFound("page", "")
    return Provider(*row)


def add_provider(
    store: Store, board_id: int, issuer: str, given: Settings, key: bytes, origin: Origin
) -> int:
    """Add a provider that is there and answers; Invalid where something can't be taken."""
    values = _plain(given)
    if not given.secret.strip() or not issuer.strip():
        raise Invalid(name=EMPTY)
    places = look_up(issuer.strip())
    row = values | _looked_up(places, origin) | {"sealed": seal(key, given.secret.strip())}
    row |= {"board_id": board_id, "issuer": issuer.strip()}
    try:
        with store.write() as conn:
            made: int = conn.execute(
                insert(sign_on_providers).returning(sign_on_providers.c.id), row
            ).scalar_one()
            _tell(conn, board_id, origin)
    except Clash as error:
        raise Invalid(name=TAKEN) from error
    return made


def change_provider(
    store: Store, board_id: int, provider_id: int, given: Settings, key: bytes, origin: Origin
) -> None:
    """Change all but the issuer, and look up anew where the provider does what."""
    values = _plain(given)
    with store.read() as conn:
        issuer = provider_at(conn, provider_id, board_id).issuer
    values |= _looked_up(look_up(issuer), origin)
    if given.secret.strip():
        values["sealed"] = seal(key, given.secret.strip())
    try:
        with store.write() as conn:
            conn.execute(
                update(sign_on_providers).where(_here).values(**values), _named(provider_id, board_id)
            )
            _tell(conn, board_id, origin)
    except Clash as error:
        raise Invalid(name=TAKEN) from error


def remove_provider(store: Store, board_id: int, provider_id: int, origin: Origin) -> None:
    """Let nobody in by it any more; who is whom there goes too."""
    with store.write() as conn:
        if conn.execute(_DROP, _named(provider_id, board_id)).rowcount:
            _tell(conn, board_id, origin)


def linked_to(conn: Connection, provider_id: int) -> int:
    """Count who comes in by it."""
    return int(conn.execute(_LINKED, {"provider": provider_id}).scalar_one())


def _named(provider_id: int, board_id: int) -> dict[str, int]:
    return {"provider": provider_id, "board": board_id}


def _looked_up(places: object, origin: Origin) -> dict[str, object]:
    names = ("authorize_at", "token_at", "keys_at", "token_method")
    return {name: getattr(places, name) for name in names} | {"looked_up_at": origin.at}


def _plain(given: Settings) -> dict[str, object]:
    names = ("name", "client_id", "scopes", "subject_claim", "second_step", "second_claim", "second_values")
    values = {name: " ".join(str(getattr(given, name)).split()) for name in names}
    if not values["name"] or not values["client_id"] or not values["subject_claim"]:
        raise Invalid(name=EMPTY)
    is_long = any(len(values[name]) > _LONGEST.get(name, 255) for name in names)
    if is_long or values["second_step"] not in set(Stands):
        raise Invalid(name=LONG)
    if "openid" not in values["scopes"].split():
        values["scopes"] = f"openid {values['scopes']}".strip()
    return dict(values)


def _tell(conn: Connection, board_id: int, origin: Origin) -> None:
    told = Entry(
        origin.at,
        Event.SIGN_IN_CHANGED,
        origin.person_id,
        board_id=board_id,
        place=origin.place,
        detail="sign-on",
    )
    journal.write(conn, told)
