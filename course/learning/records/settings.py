"""Where a board wants its learning records: named by an administrator, off until then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select

from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Entry, Event
from course.learning.records.tables import record_stores, statements
from course.people.factors.sealing import seal
from course.people.sign_on.discovery import refuse_plain
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from course.journal.journal import Origin
    from course.store.store import Store

LONGEST = 255
EMPTY = "Fill in an address, a user name and a password."
LONG = "One of the fields is too long."


@dataclass(frozen=True, slots=True)
class Target:
    """A store of learning records."""

    board_id: int
    address: str
    username: str
    sealed: str
    is_on: bool


_ONE = select(
    record_stores.c.board_id,
    record_stores.c.address,
    record_stores.c.username,
    record_stores.c.sealed,
    record_stores.c.is_on,
)
_OF_BOARD = _ONE.where(record_stores.c.board_id == bindparam("board"))
_ON = _ONE.where(record_stores.c.is_on).order_by(record_stores.c.board_id)
_KEEP = Upsert(
    record_stores,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["board_id"],
        set_={name: insert.excluded[name] for name in ("address", "username", "sealed", "is_on", "since")},
    ),
)
_SINCE = select(record_stores.c.since).where(
    record_stores.c.board_id == bindparam("board"), record_stores.c.is_on
)
_DROP_WAITING = delete(statements).where(
    statements.c.board_id == bindparam("board"), statements.c.sent_at.is_(None)
)


def target_of(store: Store, board_id: int) -> Target | None:
    """Give the store that a board named, on or off; None where it never named one."""
    with store.read() as conn:
        return _read(conn, board_id)


def targets(store: Store) -> tuple[Target, ...]:
    """List the stores of all boards that want records now."""
    with store.read() as conn:
        return tuple(Target(*row) for row in conn.execute(_ON))


def keep(
    store: Store,
    board_id: int,
    address: str,
    username: str,
    password: str,
    key: bytes,
    origin: Origin,
    *,
    is_on: bool,
) -> None:
    """Name the store and turn it on or off; Invalid for what can't be taken. An empty password stays the one that is kept.

    What is completed from now on is told; turned off, what waits goes.
    """
    plain, name = address.strip().rstrip("/"), username.strip()
    with store.write() as conn:
        before = _read(conn, board_id)
        sealed = seal(key, password) if password else before.sealed if before else ""
        if not plain or not name or not sealed:
            raise Invalid(address=EMPTY)
        if max(len(plain), len(name), len(password)) > LONGEST:
            raise Invalid(address=LONG)
        if before and before.address != plain and not password:
            raise Invalid(address=EMPTY)
        refuse_plain(plain)
        since = conn.execute(_SINCE, {"board": board_id}).scalar() or origin.at
        row = {"board_id": board_id, "address": plain, "username": name, "sealed": sealed}
        conn.execute(_KEEP.on(conn), {**row, "is_on": is_on, "since": since})
        if not is_on:
            conn.execute(_DROP_WAITING, {"board": board_id})
        _tell(conn, board_id, origin, is_on=is_on)


def _read(conn: Connection, board_id: int) -> Target | None:
    row = conn.execute(_OF_BOARD, {"board": board_id}).first()
    return Target(*row) if row else None


def _tell(conn: Connection, board_id: int, origin: Origin, *, is_on: bool) -> None:
    told = Entry(
        origin.at,
        Event.RECORDS_CHANGED,
        origin.person_id,
        board_id=board_id,
        place=origin.place,
        detail="on" if is_on else "off",
    )
    journal.write(conn, told)
