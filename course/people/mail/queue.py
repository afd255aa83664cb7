"""Letters that wait: put down in a transaction, taken by one sender each, tried again, and given up in the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select, update

from course.people.mail.tables import letters

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.store.store import Store

LEASE = timedelta(minutes=3)
"""So long a letter is one sender's; it goes to the next where that one died."""
FIRST, LONGEST = timedelta(minutes=1), timedelta(hours=1)
"""The wait after a first failure, which doubles, and the longest."""
GIVEN_UP = timedelta(days=2)
"""After so long a letter that nobody took goes: what it says is old by then."""
AT_ONCE = 20


class Letter(StrEnum):
    """What a letter is for."""

    INVITATION = "invitation"
    FORGOTTEN = "forgotten"
    """To an address that somebody typed; whether an account has it is asked when it goes."""
    TEST = "test"
    WEEKLY = "weekly"
    """The letter of the week, which is written when it is put down."""
    TRAINING = "training"
    """A director reminds of the training."""
    PROTOCOL = "protocol"
    """A director reminds of confirming the protocol."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a letter says that is written when it is put down."""

    subject: str = ""
    body: str = ""
    stop_token: str = ""
    """Stops further ones; see `web.mail.stopping`."""
    school: str = ""
    """Which one reminds, as it is called then; empty in other letters."""


NOTHING = Written()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A letter that is to be sent now."""

    id: int
    kind: Letter
    address: str
    person_id: int | None
    site: str
    locale: str
    tries: int
    made_at: datetime
    words: Written = NOTHING


_INSERT = insert(letters)
_DUE = (
    select(letters)
    .where(letters.c.not_before <= bindparam("now"))
    .order_by(letters.c.not_before, letters.c.id)
    .limit(AT_ONCE)
)
_LEASE = (
    update(letters)
    .where(letters.c.id == bindparam("of_id"), letters.c.not_before == bindparam("as_read"))
    .values(not_before=bindparam("until"), tries=letters.c.tries + 1)
)
_LATER = update(letters).where(letters.c.id == bindparam("of_id")).values(not_before=bindparam("until"))
_DROP = delete(letters).where(letters.c.id == bindparam("of_id"))
_TIDY = delete(letters).where(letters.c.made_at < bindparam("too_old"))
_COUNT = select(func.count()).select_from(letters)


def put(
    conn: Connection,
    kind: Letter,
    address: str,
    site: str,
    locale: str,
    now: datetime,
    *,
    person_id: int | None = None,
    words: Written = NOTHING,
) -> None:
    """Put a letter down, to be sent once this transaction is kept."""
    row = {
        "kind": kind.value,
        "address": address,
        "person_id": person_id,
        "site": site,
        "locale": locale,
        "made_at": now,
        "not_before": now,
        "tries": 0,
        "subject": words.subject,
        "body": words.body,
        "stop_token": words.stop_token,
        "school": words.school,
    }
    conn.execute(_INSERT, row)


def take_due(store: Store, now: datetime) -> tuple[Waiting, ...]:
    """Take the letters whose turn it is; no other sender takes them for a while."""
    with store.read() as conn:
        rows = conn.execute(_DUE, {"now": now}).all()
    if any(row.made_at < now - 2 * GIVEN_UP for row in rows):
        with store.write() as conn:
            conn.execute(_TIDY, {"too_old": now - 2 * GIVEN_UP})
    taken = []
    for row in rows:
        with store.write() as conn:
            values = {"of_id": row.id, "as_read": row.not_before, "until": now + LEASE}
            if conn.execute(_LEASE, values).rowcount == 1:
                taken.append(row)
    return tuple(
        Waiting(
            row.id,
            Letter(row.kind),
            row.address,
            row.person_id,
            row.site,
            row.locale,
            row.tries + 1,
            row.made_at,
            Written(row.subject, row.body, row.stop_token, row.school),
        )
        for row in taken
    )


def was_sent(store: Store, letter: Waiting) -> None:
    """Let a letter go that was sent, or that nobody is to get."""
    with store.write() as conn:
        conn.execute(_DROP, {"of_id": letter.id})


def try_later(store: Store, letter: Waiting, now: datetime) -> bool:
    """Try a letter again later; False where it is given up."""
    if now - letter.made_at > GIVEN_UP:
        was_sent(store, letter)
        return False
    wait = min(LONGEST, FIRST * 2 ** min(letter.tries - 1, 10))
    with store.write() as conn:
        conn.execute(_LATER, {"of_id": letter.id, "until": now + wait})
    return True


def waiting(store: Store) -> int:
    """Count the letters that wait."""
    with store.read() as conn:
        return int(conn.execute(_COUNT).scalar_one())
