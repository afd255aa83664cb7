"""Asking for a file about a whole school, looking how far it is, taking it along, and letting go of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, and_, bindparam, delete, exists, insert, select

from course.errors import NotFound
from course.figures.snapshots import take_snapshots
from course.journal.journal import Event
from course.journal.tables import journal
from course.people.access import may_see_school, school_in_sight
from course.people.holding import hold
from course.people.roles import Ability
from course.people.tables import schools
from course.reports.whole.tables import export_parts, exports
from course.store.metadata import Instant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from course.library import Library
    from course.people.access import School
    from course.people.actor import Actor
    from course.store.store import Store

KEPT = timedelta(days=1)
"""For so long a file waits to be taken along."""
SILENT = timedelta(seconds=60)
"""After so long without a word its maker is gone, with the process that it was in, and another takes over."""


class Format(StrEnum):
    """As what a file is made."""

    XLSX = "xlsx"
    CSV = "csv"


class Stage(StrEnum):
    """Where a file is."""

    MAKING = "making"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Export:
    """A file that was asked for."""

    id: int
    school_id: int
    format: Format
    asked_at: datetime
    stage: Stage
    done: int
    steps: int
    size: int
    is_silent: bool
    """Whether nobody makes it at the moment, though it is not ready."""

    @property
    def until(self) -> datetime:
        """The moment from which it is gone."""
        return self.asked_at + KEPT


_mine = and_(
    exports.c.school_id == bindparam("school", type_=Integer),
    exports.c.asked_by == bindparam("by", type_=Integer),
    exports.c.role == bindparam("as_role"),
)
_erased_since = exists().where(
    journal.c.event == Event.ERASED.value,
    journal.c.at >= exports.c.asked_at,
    journal.c.board_id
    == select(schools.c.board_id).where(schools.c.id == exports.c.school_id).scalar_subquery(),
)
_STANDS = (
    select(exports)
    .where(_mine, exports.c.asked_at > bindparam("since", type_=Instant), ~_erased_since)
    .order_by(exports.c.id.desc())
    .limit(1)
)
_DROP = delete(exports).where(_mine)
_ASK = insert(exports)
_PART = select(export_parts.c.content).where(
    export_parts.c.export_id == bindparam("export", type_=Integer),
    export_parts.c.place == bindparam("at", type_=Integer),
)


def school_to_take(conn: Connection, actor: Actor, school_id: int) -> School:
    """Read a school that this person may take along; NotFound for any other."""
    return school_in_sight(conn, actor, school_id, Ability.TAKE_SCHOOL)


def ask(
    store: Store, library: Library, actor: Actor, school_id: int, wanted: Format, now: datetime
) -> Export:
    """Ask for a file; pressed twice, it is asked once. An earlier one of the same person goes.

    Writes the month's figures down first, as looking at the year does, so that they are in it.
    """
    with store.read() as conn:
        school = school_to_take(conn, actor, school_id)
    if may_see_school(actor, school):
        take_snapshots(store, lambda _: library, [school], actor.today)
    values = _values(actor, school.id, now)
    with store.write() as conn:
        hold(conn, [actor.person_id], alone=True)
        row = conn.execute(_STANDS, values).first()
        found = _export(row, now) if row else None
        if found is None or found.stage is not Stage.MAKING or found.format is not wanted:
            conn.execute(_DROP, values)
            asked = {
                "school_id": school.id,
                "asked_by": actor.person_id,
                "role": actor.role.value,
                "format": wanted.value,
                "asked_at": now,
                "touched_at": now - SILENT,
            }
            conn.execute(_ASK, asked)
            found = _export(conn.execute(_STANDS, values).one(), now)
    return found


def look(store: Store, actor: Actor, school_id: int, now: datetime) -> tuple[School, Export | None]:
    """Tell how far the own file of a school is; None where there is none, or it is gone.

    A file from before somebody of the board was erased is gone too, for that person may be in it.
    """
    with store.read() as conn:
        school = school_to_take(conn, actor, school_id)
        row = conn.execute(_STANDS, _values(actor, school.id, now)).first()
    return school, _export(row, now) if row else None


def drop(store: Store, actor: Actor, school_id: int, now: datetime) -> None:
    """Let go of the own file of a school; whoever makes it stops."""
    with store.read() as conn:
        school = school_to_take(conn, actor, school_id)
    with store.write() as conn:
        conn.execute(_DROP, _values(actor, school.id, now))


def taken(store: Store, actor: Actor, school_id: int, now: datetime) -> tuple[Export, Iterator[bytes]]:
    """Give the own file of a school, part by part; NotFound where it is not ready, or gone."""
    _, found = look(store, actor, school_id, now)
    if found is None or found.stage is not Stage.READY:
        raise NotFound("export", str(school_id))
    return found, _parts(store, found.id)


def is_over(now: datetime) -> ColumnElement[bool]:
    """Say of an export that its day is over."""
    return exports.c.asked_at <= now - KEPT


def _parts(store: Store, export_id: int) -> Iterator[bytes]:
    place = 0
    while True:
        with store.read() as conn:
            content = conn.execute(_PART, {"export": export_id, "at": place}).scalar()
        if content is None:
            return
        yield bytes(content)
        place += 1


def _values(actor: Actor, school_id: int, now: datetime) -> dict[str, object]:
    return {
        "school": school_id,
        "by": actor.person_id,
        "as_role": actor.role.value,
        "since": now - KEPT,
    }


def _export(row: Any, now: datetime) -> Export:
    stage = Stage.READY if row.ready_at else Stage.FAILED if row.failed_at else Stage.MAKING
    return Export(
        row.id,
        row.school_id,
        Format(row.format),
        row.asked_at,
        stage,
        row.done,
        row.steps,
        row.size,
        is_silent=stage is Stage.MAKING and row.touched_at <= now - SILENT,
    )
