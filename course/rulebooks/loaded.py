"""The libraries of one process: the content with the starting protocols, and the same content with versions that hold.

Nothing is told when a version is published: an actor comes with its key, and a process that lacks the key reads the
version once. A key names its text, so nothing here ever has to be thrown away but for room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.bounded_cache import BoundedCache
from course.norms.version_key import is_key
from course.people.adoption import in_force
from course.people.tables import schools
from course.rulebooks.tables import protocol_versions
from course.rulebooks.texts import read_version

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from course.library import Library
    from course.norms.model import Protocol
    from course.store.store import Store

MOST = 128
"""Libraries: one for each version in force at the schools of a big board, old ones beside them, and the board's own."""

_TEXT = (
    select(protocol_versions.c.slug, protocol_versions.c.text)
    .where(protocol_versions.c.key == bindparam("of_key"))
    .limit(1)
)
_OF_BOARD = select(in_force().label("protocol")).where(schools.c.board_id == bindparam("in_board")).distinct()


class LoadedRules:
    """Gives each actor a library in which the own rules hold. Threads need no lock: two that miss at once load the same."""

    __slots__ = ("_libraries", "_store", "base")

    def __init__(self, base: Library, store: Store) -> None:
        """Take the content as it came with the course."""
        self.base, self._store = base, store
        self._libraries: BoundedCache[Library] = BoundedCache(MOST)

    def library_for(self, protocol_id: str | None) -> Library:
        """Give the library of who goes by a protocol; without it in it where no such version is to be found."""
        if protocol_id is None or not is_key(protocol_id):
            return self.base
        return self.library_with((protocol_id,))

    def library_of_board(self, board_id: int, today: date) -> Library:
        """Give the library with every version by which a school of the board goes: one SELECT."""
        with self._store.read() as conn:
            found = conn.execute(_OF_BOARD, {"in_board": board_id, "today": today}).scalars().all()
        return self.library_with(found)

    def library_with(self, protocol_ids: Iterable[str]) -> Library:
        """Give the library with these versions too; what is no key, or no version, is passed over."""
        keys = tuple(sorted({one for one in protocol_ids if is_key(one)}))
        if not keys:
            return self.base
        found = self._libraries.get(keys)
        if found is None:
            versions = [one for one in map(self._load, keys) if one]
            found = self.base.with_protocols(*versions)
            if len(versions) == len(keys):
                self._libraries.put(keys, found)
        return found

    def _load(self, key: str) -> Protocol | None:
        with self._store.read() as conn:
            row = conn.execute(_TEXT, {"of_key": key}).first()
        return read_version(row.text, row.slug, key, self.base.norms.acts) if row else None
