"""The months that a demo board has behind it: this school year's up to today, and all of the last.

Today's figures are written down as the course does it; each earlier month is a smaller part of them, drawn by chance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select

from course.calendar import school_year
from course.figures.counts import Share
from course.figures.snapshots import WHOLE, all_schools, take_snapshots
from course.figures.tables import snapshot_counts, snapshot_shares, snapshots
from course.figures.trend import months_of
from course.learning.lesson.first_choices import released_choices
from course.people.tables import groups

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Connection, Row

    from course.library import Library
    from course.store.store import Store

LAST_YEAR = (0, 2, 8, 15, 21, 30, 38, 47, 58, 64, 70, 71)
"""Of those who were there, so many in a hundred were done with a module at the end of each month, about."""
_GROUPS = select(groups.c.id).where(groups.c.school_id == bindparam("in_school")).order_by(groups.c.id)


def fill_history(store: Store, library: Library, today: date, chance: random.Random) -> None:
    """Let every teacher have looked, write down today's figures of every school, and add the months before."""
    with store.read() as conn:
        schools = all_schools(conn, today)
        looked = [
            one for school in schools for one in conn.execute(_GROUPS, {"in_school": school.id}).scalars()
        ]
    for group in looked:
        released_choices(store, library, group)
    take_snapshots(store, lambda _: library, schools, today)
    with store.write() as conn:
        for school in schools:
            _before(conn, school.id, today, chance)


def _before(conn: Connection, school_id: int, today: date, chance: random.Random) -> None:
    """Add the months before to one school: of this year its groups too, of the last the school alone."""
    mine = snapshots.c.school_id == school_id
    (now,) = conn.execute(select(snapshots.c.id).where(mine)).scalars()
    counts = conn.execute(select(snapshot_counts).where(snapshot_counts.c.snapshot_id == now)).all()
    shares = conn.execute(select(snapshot_shares).where(snapshot_shares.c.snapshot_id == now)).all()
    year = school_year(today)
    behind = [month for month in months_of(year) if month < today.replace(day=1)]
    pace, luck = chance.uniform(0.7, 1), chance.uniform(0.8, 1.15)
    parts = [pace * (place + 1) / (len(behind) + 1) for place in range(len(behind))]
    for month, part in zip(behind, parts, strict=True):
        rows = [_less(row, part) for row in counts]
        _write(conn, school_id, month, rows, [_word(row, lower=month != behind[-1]) for row in shares])
    for month, done in zip(months_of(year - 1), LAST_YEAR, strict=True):
        rows = [_of_last_year(row, done * luck) for row in counts if row.group_id == WHOLE]
        _write(conn, school_id, month, rows, ())


def _write(
    conn: Connection,
    school_id: int,
    month: date,
    counts: Sequence[dict[str, Any]],
    shares: Sequence[dict[str, Any]],
) -> None:
    row = {
        "school_id": school_id,
        "month_on": month,
        "school_year": school_year(month),
        "taken_on": month.replace(day=28),
    }
    made: int = conn.execute(insert(snapshots).returning(snapshots.c.id), row).scalar_one()
    for table, rows in ((snapshot_counts, counts), (snapshot_shares, shares)):
        if rows:
            conn.execute(insert(table), [{**one, "snapshot_id": made} for one in rows])


def _less(row: Row[Any], part: float) -> dict[str, Any]:
    """Give a smaller part of what a line counts today."""
    counts = (
        {}
        if row.completed is None
        else {"begun": round(row.begun * part), "completed": round(row.completed * part)}
    )
    return {**row._asdict(), **counts}


def _of_last_year(row: Row[Any], done: float) -> dict[str, Any]:
    completed = round(row.learners * done / 100)
    begun = min(row.learners, completed + round(row.learners * 0.1))
    return {**row._asdict(), "begun": begun, "completed": min(begun, completed)}


def _word(row: Row[Any], *, lower: bool) -> dict[str, Any]:
    """Give the word of a rule, or the one below it."""
    steps = list(Share)
    place = steps.index(Share(row.share))
    return {**row._asdict(), "share": steps[max(0, place - lower)].value}
