"""Making a file about a whole school: part by part, each kept as soon as it is there, and told how far it is.

Whoever makes one marks it as its own; who finds the mark gone stops, for the file was let go of or another took over.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from io import RawIOBase
from typing import IO, TYPE_CHECKING, cast

from sqlalchemy import Integer, bindparam, delete, insert, or_, update

from course.reports.whole.asking import SILENT, Format
from course.reports.whole.csv_zip import write_zip
from course.reports.whole.sections import sections_of
from course.reports.whole.tables import export_parts, exports
from course.reports.whole.workbook import write_workbook
from course.store.metadata import Instant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from course.library import Library
    from course.people.access import School
    from course.people.actor import Actor
    from course.reading.told import Speech
    from course.reports.whole.asking import Export
    from course.reports.whole.section import Part, Section
    from course.store.store import Store

PIECE = 256 * 1024
"""Bytes of a file that are kept at once."""

_this = exports.c.id == bindparam("export", type_=Integer)
_mine = (_this, exports.c.maker == bindparam("mark"), exports.c.ready_at.is_(None))
_CLAIM = (
    update(exports)
    .where(
        _this,
        exports.c.ready_at.is_(None),
        exports.c.failed_at.is_(None),
        or_(exports.c.touched_at <= bindparam("silent_since", type_=Instant)),
    )
    .values(maker=bindparam("mark"), touched_at=bindparam("moment", type_=Instant), done=0, steps=0)
)
_CLEAR = delete(export_parts).where(export_parts.c.export_id == bindparam("export", type_=Integer))
_GO_ON = (
    update(exports)
    .where(*_mine)
    .values(
        touched_at=bindparam("moment", type_=Instant),
        done=bindparam("so_far", type_=Integer),
        steps=bindparam("of_all", type_=Integer),
    )
)
_KEEP = insert(export_parts)
_READY = (
    update(exports)
    .where(*_mine)
    .values(ready_at=bindparam("moment", type_=Instant), size=bindparam("bytes", type_=Integer))
)
_FAIL = update(exports).where(*_mine).values(failed_at=bindparam("moment", type_=Instant))


class LetGoOf(Exception):
    """The file that was being made is wanted no more, or another makes it."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asked for a file, and how it is to be said."""

    library: Library
    actor: Actor
    school: School
    locale: str
    speech: Speech


def make(store: Store, export: Export, reader: Reader, clock: Callable[[], datetime]) -> bool:
    """Make a file; False where another makes it already, or it was let go of. What goes wrong is noted, and raised."""
    desk = _Desk(store, export.id, clock)
    if not desk.claim():
        return False
    try:
        sections = sections_of(store, reader.library, reader.actor, reader.school, reader.locale)
        desk.begin(sum(one.steps for one in sections))
        write = write_zip if export.format is Format.CSV else write_workbook
        with _Pieces(desk) as out:
            write(cast("IO[bytes]", out), sections, desk.watch, reader.speech, export.asked_at)
        desk.ready()
    except LetGoOf:
        return False
    except BaseException:
        desk.fail()
        raise
    return True


class _Desk:
    """At which one file is made."""

    def __init__(self, store: Store, export_id: int, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock
        self._values = {"export": export_id, "mark": secrets.token_hex(16)}
        self._done = self._steps = self._place = self._bytes = 0

    def claim(self) -> bool:
        moment = self._clock()
        with self._store.write() as conn:
            values = {**self._values, "moment": moment, "silent_since": moment - SILENT}
            if not conn.execute(_CLAIM, values).rowcount:
                return False
            conn.execute(_CLEAR, self._values)
        return True

    def begin(self, steps: int) -> None:
        self._steps = steps
        self._go_on()

    def watch(self, section: Section) -> Iterator[Part]:
        """Give the parts of a section, and tell after each how far it is; what it promised and lacks is made up for."""
        so_far = self._done
        for part in section.parts():
            yield part
            self._done = min(self._done + part.steps, so_far + section.steps)
            self._go_on()
        self._done = so_far + section.steps
        self._go_on()

    def keep(self, content: bytes) -> None:
        row = {"export_id": self._values["export"], "place": self._place, "content": content}
        with self._store.write() as conn:
            if not conn.execute(_GO_ON, self._told()).rowcount:
                raise LetGoOf
            conn.execute(_KEEP, row)
        self._place += 1
        self._bytes += len(content)

    def ready(self) -> None:
        with self._store.write() as conn:
            values = {**self._values, "moment": self._clock(), "bytes": self._bytes}
            if not conn.execute(_READY, values).rowcount:
                raise LetGoOf

    def fail(self) -> None:
        with self._store.write() as conn:
            conn.execute(_FAIL, {**self._values, "moment": self._clock()})
            conn.execute(_CLEAR, self._values)

    def _go_on(self) -> None:
        with self._store.write(lone=True) as conn:
            if not conn.execute(_GO_ON, self._told()).rowcount:
                raise LetGoOf

    def _told(self) -> dict[str, object]:
        return {**self._values, "moment": self._clock(), "so_far": self._done, "of_all": self._steps}


class _Pieces(RawIOBase):
    """A file to write to, of which every piece is kept as soon as it is full."""

    def __init__(self, desk: _Desk) -> None:
        super().__init__()
        self._desk, self._held = desk, bytearray()

    def writable(self) -> bool:
        return True

    def write(self, content: object, /) -> int:
        new = bytes(content)  # type: ignore[call-overload]
        self._held += new
        while len(self._held) >= PIECE:
            self._desk.keep(bytes(self._held[:PIECE]))
            del self._held[:PIECE]
        return len(new)

    def close(self) -> None:
        if not self.closed and self._held:
            held, self._held = bytes(self._held), bytearray()
            self._desk.keep(held)
        super().close()
