"""The journal as an administrator reads it: of the own place, newest first, with the names that there still are."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import Integer, bindparam, or_, select

from course.calendar import TIME_ZONE
from course.errors import NotFound
from course.journal import journal as telling
from course.journal.journal import Entry, Event
from course.journal.tables import journal
from course.people.access import may
from course.people.roles import Ability
from course.people.tables import groups, persons, schools
from course.reports.csv_file import harmless

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sqlalchemy import Connection, Select

    from course.journal.journal import Origin
    from course.people.actor import Actor
    from course.store.store import Store

ON_A_PAGE = 100
MOST_EXPORTED = 100_000
_ids = bindparam("ids", expanding=True, type_=Integer)
_NAMES = {
    "person": select(persons.c.id, persons.c.name).where(persons.c.id.in_(_ids)),
    "school": select(schools.c.id, schools.c.name).where(schools.c.id.in_(_ids)),
    "group": select(groups.c.id, groups.c.name).where(groups.c.id.in_(_ids)),
}
_ZONE = ZoneInfo(TIME_ZONE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are asked for; what is empty leaves nothing out."""

    event: Event | None = None
    since: date | None = None
    until: date | None = None
    """The last day."""
    person_id: int | None = None
    """As who did it, and as whom it was done to."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with names in the place of ids; who is gone keeps a number."""

    id: int
    at: datetime
    event: str
    person: str
    about: str
    place: str
    """School and group."""
    network: str
    detail: str


@dataclass(frozen=True, slots=True)
class JournalPage:
    """A part of the journal, and from which line the next part goes on."""

    lines: tuple[Line, ...]
    next_before: int | None


def journal_page(store: Store, actor: Actor, wanted: Wanted, before: int | None = None) -> JournalPage:
    """Read a page of the journal within an administrator's reach."""
    with store.read() as conn:
        lines = _lines(conn, actor, wanted, before, ON_A_PAGE + 1)
    more = len(lines) > ON_A_PAGE
    return JournalPage(lines[:ON_A_PAGE], lines[ON_A_PAGE - 1].id if more else None)


def export_journal(store: Store, actor: Actor, wanted: Wanted, origin: Origin) -> bytes:
    """Give the lines as CSV for a spreadsheet, newest first, and tell the journal that somebody did."""
    with store.write() as conn:
        lines = _lines(conn, actor, wanted, None, MOST_EXPORTED)
        told = Entry(
            origin.at,
            Event.EXPORTED,
            origin.person_id,
            board_id=actor.board_id,
            school_id=actor.school_id,
            place=origin.place,
            detail="journal",
        )
        telling.write(conn, told)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(("moment", "event", "person", "about", "place", "network", "detail"))
    for one in lines:
        moment = one.at.astimezone(_ZONE).isoformat(sep=" ", timespec="seconds")
        cells = (moment, one.event, one.person, one.about, one.place, one.network, one.detail)
        writer.writerow([harmless(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def _lines(conn: Connection, actor: Actor, wanted: Wanted, before: int | None, most: int) -> tuple[Line, ...]:
    rows = conn.execute(_select(actor, wanted, before).limit(most)).all()
    names = _names(conn, rows)
    return tuple(_line(row, names) for row in rows)


def _select(actor: Actor, wanted: Wanted, before: int | None) -> Select[Any]:
    found = select(journal).order_by(journal.c.id.desc())
    if may(actor, Ability.KEEP_PEOPLE, board_id=actor.board_id):
        found = found.where(or_(journal.c.board_id == actor.board_id, journal.c.board_id.is_(None)))
    elif actor.school_id is not None:
        found = found.where(journal.c.school_id == actor.school_id)
    else:
        raise NotFound("journal", "")
    if before is not None:
        found = found.where(journal.c.id < before)
    if wanted.event:
        found = found.where(journal.c.event == wanted.event.value)
    if wanted.since:
        found = found.where(journal.c.at >= _midnight(wanted.since))
    if wanted.until:
        found = found.where(journal.c.at < _midnight(wanted.until + timedelta(days=1)))
    if wanted.person_id:
        one = wanted.person_id
        found = found.where(or_(journal.c.person_id == one, journal.c.about_id == one))
    return found


def _midnight(day: date) -> datetime:
    """Give the moment at which a day begins at school."""
    return datetime.combine(day, time(), _ZONE).astimezone(UTC)


def _names(conn: Connection, rows: Sequence[Any]) -> Mapping[str, Mapping[int, str]]:
    wanted = {
        "person": {one for row in rows for one in (row.person_id, row.about_id) if one},
        "school": {row.school_id for row in rows if row.school_id},
        "group": {row.group_id for row in rows if row.group_id},
    }
    found: dict[str, dict[int, str]] = {}
    for kind, ids in wanted.items():
        ordered = sorted(ids)
        found[kind] = {}
        for first in range(0, len(ordered), 1000):
            part = {"ids": ordered[first : first + 1000]}
            found[kind].update(dict(tuple(row) for row in conn.execute(_NAMES[kind], part)))
    return found


def _line(row: Any, names: Mapping[str, Mapping[int, str]]) -> Line:
    def called(kind: str, one: int | None) -> str:
        return "" if one is None else names[kind].get(one, f"#{one}")

    place = ", ".join(
        part for part in (called("group", row.group_id), called("school", row.school_id)) if part
    )
    return Line(
        row.id,
        row.at,
        row.event,
        called("person", row.person_id),
        called("person", row.about_id),
        place,
        row.place,
        row.detail,
    )
