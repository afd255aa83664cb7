"""Counts of tries, kept in the store, so that every process of the program counts together.

A storage for the `limits` library under the scheme `deelwijs`, for fixed windows; importing this module
registers it.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from limits import parse_many
from limits.storage import Storage
from sqlalchemy import bindparam, case, delete, select

from course.errors import Unavailable
from course.people.tables import rate_limits
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Connection

    from course.store.store import Store
    from course.store.upsert import Insert

SCHEME = "deelwijs"
PUPIL_TRIES = "5 per 5 minutes; 12 per 4 hours"
"""Wrong sets of pictures for one pupil. There are 220 sets, and a classmate sits in the room for a whole lesson: the second
window leaves 12 of them a morning, one chance in eighteen, where the first alone would leave 90 in a lesson."""
PUPIL_SCOPE = "pictures"
"""What the tries of a pupil are counted under, wherever they are made."""


def _counted(insert: Insert) -> Insert:
    """Add to a window that runs; begin anew where it is over."""
    over = rate_limits.c.expires_at <= bindparam("now", type_=rate_limits.c.expires_at.type)
    return insert.on_conflict_do_update(
        index_elements=["key"],
        set_={
            "hits": case((over, insert.excluded.hits), else_=rate_limits.c.hits + insert.excluded.hits),
            "expires_at": case((over, insert.excluded.expires_at), else_=rate_limits.c.expires_at),
        },
    )


_COUNT = Upsert(rate_limits, _counted)
_READ = select(rate_limits.c.hits, rate_limits.c.expires_at).where(
    rate_limits.c.key == bindparam("of_key"), rate_limits.c.expires_at > bindparam("now")
)
_CLEAR = delete(rate_limits).where(rate_limits.c.key == bindparam("of_key"))
_RESET = delete(rate_limits)


class StoredLimits(Storage):
    """Give the store as the storage option `store`; a `clock` too, in tests."""

    STORAGE_SCHEME = [SCHEME]  # noqa: RUF012 - the library's registry reads a list

    def __init__(
        self,
        uri: str | None = None,
        wrap_exceptions: bool = False,  # noqa: FBT001, FBT002 - the base class's signature
        *,
        store: Store,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Count in this store."""
        super().__init__(uri, wrap_exceptions)
        self._store, self._clock = store, clock

    @property
    def base_exceptions(self) -> type[Exception]:
        """What the library takes for a storage that is away."""
        return Unavailable

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Add to a key's window of `expiry` seconds, and give the count."""
        now = self._clock()
        values = {
            "key": _plain(key),
            "hits": amount,
            "expires_at": now + timedelta(seconds=expiry),
            "now": now,
        }
        with self._store.write() as conn:
            statement = _COUNT.on(conn).returning(rate_limits.c.hits)
            hits: int = conn.execute(statement, values).scalar_one()
        return hits

    def get(self, key: str) -> int:
        """Give a key's count; 0 when its window is over."""
        with self._store.read() as conn:
            row = conn.execute(_READ, {"of_key": _plain(key), "now": self._clock()}).first()
        return row.hits if row else 0

    def get_expiry(self, key: str) -> float:
        """Give when a key's window ends, in seconds since 1970; now when it is over."""
        now = self._clock()
        with self._store.read() as conn:
            row = conn.execute(_READ, {"of_key": _plain(key), "now": now}).first()
        return (row.expires_at if row else now).timestamp()

    def check(self) -> bool:
        """Whether the store can be read."""
        try:
            self.get("check")
        except Unavailable:
            return False
        return True

    def reset(self) -> int | None:
        """Forget every count; gives how many there were."""
        with self._store.write() as conn:
            return conn.execute(_RESET).rowcount

    def clear(self, key: str) -> None:
        """Forget a key's count."""
        with self._store.write() as conn:
            conn.execute(_CLEAR, {"of_key": _plain(key)})


def pupil_key(person_id: int) -> str:
    """Name the pupil that somebody tries to be."""
    return f"pupil:{person_id}"


def forget_tries(conn: Connection, pupils: Iterable[int]) -> None:
    """Begin anew for these pupils: tries at their old pictures say nothing of their new ones."""
    windows = parse_many(PUPIL_TRIES)
    keys = [_plain(one.key_for(pupil_key(pupil), PUPIL_SCOPE)) for pupil in pupils for one in windows]
    conn.execute(_CLEAR, [{"of_key": key} for key in keys])


def _plain(key: str) -> str:
    """Keys hold addresses of people and machines, and may be long: keep only their digest."""
    return hashlib.sha256(key.encode()).hexdigest()
