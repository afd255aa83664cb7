"""Entries of the evidence log as they stand in the store: read by the log, by whoever notes, and by whoever reviews."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Date, Integer, and_, bindparam, func, or_, select

from course.curriculum.model import Purpose
from course.goals.pages import Evidence, Review
from course.goals.tables import channels, evidence, evidence_files
from course.people.tables import groups, persons

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sqlalchemy import Connection

    from course.curriculum.model import Goal
    from course.store.store import Store

PART = 200
"""Entries that are read at once by who tells of a log of any length."""

READ = select(
    *evidence.c,
    groups.c.name.label("group_name"),
    persons.c.name.label("noted_by_name"),
    channels.c.name.label("channel_name"),
    evidence_files.c.name.label("file_name"),
).select_from(
    evidence.outerjoin(groups, groups.c.id == evidence.c.group_id)
    .outerjoin(persons, persons.c.id == evidence.c.noted_by)
    .outerjoin(channels, channels.c.id == evidence.c.channel_id)
    .outerjoin(evidence_files, evidence_files.c.evidence_id == evidence.c.id)
)
_of_log = and_(
    evidence.c.school_id == bindparam("in_school", type_=Integer),
    evidence.c.school_year == bindparam("in_year", type_=Integer),
    evidence.c.withdrawn_at.is_(None),
)
_LOG = READ.where(_of_log).order_by(evidence.c.happened_on.desc(), evidence.c.id.desc())
_before = bindparam("before", type_=Date)
_NEXT = _LOG.where(
    or_(
        evidence.c.happened_on < _before,
        and_(evidence.c.happened_on == _before, evidence.c.id < bindparam("before_id", type_=Integer)),
    )
).limit(PART)
_HOW_MANY = select(func.count()).select_from(evidence).where(_of_log)
_ONE = READ.where(evidence.c.id == bindparam("entry", type_=Integer))


def read_log(conn: Connection, school_id: int, year: int) -> tuple[Evidence, ...]:
    """Read a school's entries of one school year, the newest happening first."""
    rows = conn.execute(_LOG, {"in_school": school_id, "in_year": year})
    return tuple(entry_of(row) for row in rows)


def how_many_entry_parts(store: Store, school_id: int, year: int) -> int:
    """Count in how many parts `log_in_parts` gives a log."""
    with store.read() as conn:
        number = conn.execute(_HOW_MANY, {"in_school": school_id, "in_year": year}).scalar_one()
    return -(-int(number) // PART)


def log_in_parts(store: Store, school_id: int, year: int) -> Iterator[tuple[Evidence, ...]]:
    """Read a school's entries of one school year as `read_log` does, some at a time."""
    before, before_id = date.max, 0
    while True:
        values = {"in_school": school_id, "in_year": year, "before": before, "before_id": before_id}
        with store.read() as conn:
            found = tuple(entry_of(row) for row in conn.execute(_NEXT, values))
        if not found:
            return
        before, before_id = found[-1].happened_on, found[-1].id
        yield found


def find_entry(conn: Connection, evidence_id: int) -> Evidence | None:
    """Find one entry, withdrawn or not; None where there is none."""
    row = conn.execute(_ONE, {"entry": evidence_id}).first()
    return None if row is None else entry_of(row)


def counts_for(entry: Any, goal: Goal) -> bool:
    """Whether an entry counts for a goal: it was noted for it, or for the purpose that the goal asks of."""
    return bool(entry.goal_id == goal.id or (goal.purpose and entry.purpose == goal.purpose))


def entry_of(row: Any) -> Evidence:
    """Give a row of `READ` as plain data."""
    return Evidence(
        id=row.id,
        school_id=row.school_id,
        goal_id=row.goal,
        group_id=row.group_id,
        group=row.group_name or "",
        noted_by_id=row.noted_by,
        noted_by=row.noted_by_name or "",
        happened_on=row.happened_on,
        words=row.words,
        noted_at=row.noted_at,
        withdrawn_at=row.withdrawn_at,
        purpose=Purpose(row.purpose) if row.purpose else None,
        channel=row.channel_name or "",
        channel_id=row.channel_id,
        link=row.link,
        file=row.file_name or "",
        people=row.people,
        review=Review(row.confirmed_at, row.asked, row.asked_at, row.reply),
    )
