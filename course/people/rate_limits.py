"""How fast secrets may be tried: a try is reserved before it is checked, and each wrong one makes the next wait longer.

Nobody is locked out: where tries were wrong often, the next is taken a little later, and the answer says when. Reserving
comes first, or sixty tries sent at once would all find the count that none of them has raised yet. A try that was right is
given back. The counts stand in the store, so that every process of the program counts together.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Integer, bindparam, case, delete, select, update

from course.errors import TooSoon
from course.people.tables import rate_limits
from course.store.metadata import Instant
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from course.store.store import Store
    from course.store.upsert import Insert

AT_ONCE = timedelta(0)
HOLD = timedelta(seconds=1)
"""So long a try that is being checked keeps others waiting; once it proves wrong, the whole wait begins. A check takes some
thirty milliseconds."""
SKEW = timedelta(minutes=1)
"""Nobody waits for a moment that lies so near in the past: clocks of machines differ, and a request that came earlier may be
counted later."""
MOST_DOUBLINGS = 20


@dataclass(frozen=True, slots=True)
class Pace:
    """How wrong tries slow down the next one."""

    free: int
    """So many wrong ones cost no waiting."""
    first: timedelta
    """The wait after the last free one; it doubles with each that follows."""
    longest: timedelta
    memory: timedelta
    """After so long without a try all is forgotten."""

    def wait_after(self, wrong: int) -> timedelta:
        """How long the next try waits after so many wrong ones."""
        if wrong < self.free:
            return AT_ONCE
        return min(self.longest, self.first * 2 ** min(wrong - self.free, MOST_DOUBLINGS))


class Try(NamedTuple):
    """What a try counts for: somebody's secret, a browser, a class, an address."""

    key: str
    pace: Pace


@dataclass(frozen=True, slots=True)
class Reserved:
    """A try that is counted already: `count_wrong` or `give_back` says how it went."""

    of: Try
    wrong: int
    """So many it is with this one."""
    until: datetime
    """Until when others wait."""

    @property
    def begins_waiting(self) -> bool:
        """Whether this is the try after which others wait for the first time: worth a line in the journal."""
        return self.wrong == self.of.pace.free


def _counted(insert: Insert) -> Insert:
    """Take a try where none need wait any more; the statement gives no row where one must."""
    now, free = bindparam("now", type_=Instant), bindparam("free", type_=Integer)
    is_over = rate_limits.c.expires_at <= now
    hits = case((is_over, 1), else_=rate_limits.c.hits + 1)
    return insert.on_conflict_do_update(
        index_elements=["key"],
        set_={
            "hits": hits,
            "not_before": case(
                (hits < free, bindparam("at_once", type_=Instant)), else_=bindparam("hold", type_=Instant)
            ),
            "expires_at": insert.excluded.expires_at,
        },
        where=is_over | (rate_limits.c.not_before <= now),
    )


_RESERVE = Upsert(rate_limits, _counted)
_READ = select(rate_limits.c.key, rate_limits.c.hits, rate_limits.c.not_before).where(
    rate_limits.c.key.in_(bindparam("keys", expanding=True)), rate_limits.c.expires_at > bindparam("now")
)
_WAIT = (
    update(rate_limits)
    .where(rate_limits.c.key == bindparam("of_key"), rate_limits.c.not_before < bindparam("until"))
    .values(not_before=bindparam("until"))
)
_GIVE_BACK = (
    update(rate_limits)
    .where(rate_limits.c.key == bindparam("of_key"), rate_limits.c.hits > 0)
    .values(
        hits=rate_limits.c.hits - 1,
        not_before=case(
            (
                rate_limits.c.not_before == bindparam("held_until", type_=Instant),
                bindparam("at_once", type_=Instant),
            ),
            else_=rate_limits.c.not_before,
        ),
    )
)
_GRANT = Upsert(
    rate_limits,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["key"],
        set_={name: insert.excluded[name] for name in ("hits", "not_before", "expires_at")},
    ),
)
_FORGET = delete(rate_limits).where(rate_limits.c.key == bindparam("of_key"))
_FORGET_OVER = delete(rate_limits).where(rate_limits.c.expires_at <= bindparam("now"))


def reserve(store: Store, scope: str, tries: Sequence[Try], now: datetime) -> tuple[Reserved, ...]:
    """Count a try for all of these before its secret is checked, or for none.

    Raises TooSoon with the moment at which all of them can be tried again. Who must wait costs one SELECT: only a try
    that may be made waits for the turn of a writer.
    """
    ordered = sorted(tries, key=lambda one: one.key)
    with store.read() as conn:
        _refuse_early(conn, scope, ordered, now)
    with store.write() as conn:
        return tuple(_reserved(conn, scope, one, now) for one in ordered)


def count_wrong(conn: Connection, reserved: Iterable[Reserved], now: datetime) -> None:
    """Let the next try wait as long as this many wrong ones ask."""
    for one in reserved:
        if wait := one.of.pace.wait_after(one.wrong):
            conn.execute(_WAIT, {"of_key": _digest(one.of.key), "until": now + wait})


def give_back(conn: Connection, reserved: Iterable[Reserved], now: datetime) -> None:
    """Take a try out of the counts again: the secret was right."""
    for one in reserved:
        conn.execute(
            _GIVE_BACK, {"of_key": _digest(one.of.key), "held_until": one.until, "at_once": now - SKEW}
        )


def wrong_tries(conn: Connection, keys: Iterable[str], now: datetime) -> Mapping[str, int]:
    """Count the wrong tries that are remembered, by key; a key without any is not in it."""
    digests = {_digest(key): key for key in keys}
    rows = conn.execute(_READ, {"keys": list(digests), "now": now})
    return {digests[row.key]: row.hits for row in rows if row.hits}


def forget_tries(conn: Connection, keys: Iterable[str]) -> None:
    """Begin anew for these keys."""
    if values := [{"of_key": _digest(key)} for key in keys]:
        conn.execute(_FORGET, values)


def grant(conn: Connection, key: str, until: datetime, now: datetime) -> None:
    """Let something be for a while; `is_granted` tells until when."""
    conn.execute(_GRANT.on(conn), {"key": _digest(key), "hits": 0, "not_before": now, "expires_at": until})


def is_granted(conn: Connection, key: str, now: datetime) -> bool:
    """Whether this was granted, and is still."""
    return conn.execute(_READ, {"keys": [_digest(key)], "now": now}).first() is not None


def forget_what_is_over(conn: Connection, now: datetime) -> None:
    """Delete counts that nobody waits for any more."""
    conn.execute(_FORGET_OVER, {"now": now})


def pupil_key(person_id: int) -> str:
    """Name what is tried where nobody knows the device: this pupil."""
    return f"pupil:{person_id}"


def known_key(person_id: int) -> str:
    """Name what is tried on a device on which this pupil came in before."""
    return f"known:{person_id}"


def lifted_key(person_id: int) -> str:
    """Name what a teacher grants who lets this pupil try again."""
    return f"lifted:{person_id}"


def tries_of(pupils: Iterable[int]) -> list[str]:
    """Name every count of wrong pictures that is a pupil's own."""
    return [name(pupil) for pupil in pupils for name in (pupil_key, known_key)]


def _refuse_early(conn: Connection, scope: str, tries: Sequence[Try], now: datetime) -> None:
    rows = conn.execute(_READ, {"keys": [_digest(one.key) for one in tries], "now": now})
    until = max((row.not_before for row in rows), default=now)
    if until > now:
        raise TooSoon(scope, until)


def _reserved(conn: Connection, scope: str, one: Try, now: datetime) -> Reserved:
    values = {
        "key": _digest(one.key),
        "hits": 1,
        "not_before": now - SKEW if one.pace.free > 1 else now + HOLD,
        "expires_at": now + one.pace.memory,
        "now": now,
        "at_once": now - SKEW,
        "free": one.pace.free,
        "hold": now + HOLD,
    }
    statement = _RESERVE.on(conn).returning(rate_limits.c.hits, rate_limits.c.not_before)
    row = conn.execute(statement, values).first()
    if row is None:  # somebody was faster; what was counted already is undone with the transaction
        raise TooSoon(scope, now + HOLD)
    return Reserved(one, row.hits, row.not_before)


def _digest(key: str) -> str:
    """Keys hold addresses of people and machines, and may be long: keep only their digest."""
    return hashlib.sha256(key.encode()).hexdigest()
