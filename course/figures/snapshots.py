"""Writing down a school's figures month by month, so that a year can be looked back on: see docs/decisions/0037.

Written down is what its director may be told, groups of fewer than five as a blank, and how pupils decided in words only.
The present month is written anew on a later day; once it is over nothing changes it any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, delete, insert, select

from course.calendar import school_year
from course.figures.rules import read_shares
from course.figures.schools import read_school
from course.figures.tables import snapshot_counts, snapshot_groups, snapshot_shares, snapshots
from course.norms.version_key import slug_of
from course.people.access import SCHOOL, School
from course.people.tables import schools
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from sqlalchemy import Connection

    from course.figures.pages import Completion, SchoolPage
    from course.library import Library
    from course.store.store import Store

PUPIL, STAFF = "pupil", "staff"
WHOLE = 0
"""In place of a group: the whole school."""
_school = bindparam("school", type_=Integer)
_SCHOOLS = select(*SCHOOL).order_by(schools.c.id)
_TAKEN = select(snapshots.c.school_id, snapshots.c.taken_on).where(
    snapshots.c.school_id.in_(bindparam("of_schools", expanding=True, type_=Integer)),
    snapshots.c.month_on == bindparam("month"),
)
_BEGIN = Upsert(
    snapshots,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["school_id", "month_on"], set_={"taken_on": insert.excluded.taken_on}
    ),
)
_DROP = [
    delete(table).where(table.c.snapshot_id == bindparam("of_snapshot", type_=Integer))
    for table in (snapshot_counts, snapshot_groups, snapshot_shares)
]


def all_schools(conn: Connection, today: date) -> tuple[School, ...]:
    """List every school of the installation."""
    return tuple(School(*row) for row in conn.execute(_SCHOOLS, {"today": today}))


def take_snapshots(
    store: Store,
    library_of: Callable[[School], Library],
    of: Iterable[School],
    today: date,
    *,
    monthly: bool = False,
) -> int:
    """Write down the figures of those schools of which today's are not; tells of how many. A transaction for each school.

    `monthly` passes over a school of which anything of this month is written already, where somebody waits for a page.
    """
    places = tuple(of)
    with store.read() as conn:
        values = {"of_schools": [one.id for one in places], "month": today.replace(day=1)}
        taken: dict[int, date] = {row.school_id: row.taken_on for row in conn.execute(_TAKEN, values)}
    due = [one for one in places if one.id not in taken or (not monthly and taken[one.id] < today)]
    for one in due:
        take_snapshot(store, library_of(one), one, today, today)
    return len(due)


def with_snapshot(conn: Connection, schools: Sequence[int], month: date) -> frozenset[int]:
    """Tell of which of these schools anything of a month is written down."""
    return frozenset(row.school_id for row in conn.execute(_TAKEN, {"of_schools": schools, "month": month}))


def take_snapshot(store: Store, library: Library, school: School, today: date, taken_on: date) -> None:
    """Write down the figures of one school as those of the month of `today`, with the day on which they are counted."""
    with store.read() as conn:
        page = read_school(conn, library, school, today, by_name=True)
        shares = read_shares(conn, library, school.id, school.protocol, today)
    row = {
        "school_id": school.id,
        "month_on": today.replace(day=1),
        "school_year": school_year(today),
        "taken_on": taken_on,
    }
    with store.write() as conn:
        snapshot: int = conn.execute(_BEGIN.on(conn).returning(snapshots.c.id), row).scalar_one()
        for statement in _DROP:
            conn.execute(statement, {"of_snapshot": snapshot})
        counts = [{"snapshot_id": snapshot, **one} for one in count_rows(page)]
        if counts:
            conn.execute(insert(snapshot_counts), counts)
        sizes = [
            {"snapshot_id": snapshot, "group_id": one.group_id, "name": one.name, "pupils": one.pupils}
            for one in page.groups
        ]
        if sizes:
            conn.execute(insert(snapshot_groups), sizes)
        words = [
            {
                "snapshot_id": snapshot,
                "protocol": slug_of(one.article.protocol),
                "article": one.article.id,
                "share": one.share.value,
            }
            for one in shares
        ]
        if words:
            conn.execute(insert(snapshot_shares), words)


def count_rows(page: SchoolPage) -> Iterator[dict[str, Any]]:
    """Say what is written down of a school: its groups, its pupils together, and its team.

    The pupils together are those of the groups that are told, so that no difference between months, or between the whole
    and its parts, is a group of fewer than five.
    """
    for group in page.groups:
        for one in group.cells:
            if one is not None and one.learners:
                yield _row(PUPIL, group.group_id, group.name, one)
    for place, module in enumerate(page.modules):
        cells = [cell for group in page.groups if (cell := group.cells[place]) is not None]
        told = [one for one in cells if one.learners and one.completed.value is not None]
        if told:
            yield {
                "audience": PUPIL,
                "group_id": WHOLE,
                "group_name": "",
                "module": module.id,
                "learners": sum(one.learners for one in told),
                "begun": sum(one.begun.value or 0 for one in told),
                "completed": sum(one.completed.value or 0 for one in told),
            }
    for one in page.staff_totals:
        if one.learners:
            yield _row(STAFF, WHOLE, "", one)


def _row(audience: str, group_id: int, name: str, one: Completion) -> dict[str, Any]:
    return {
        "audience": audience,
        "group_id": group_id,
        "group_name": name,
        "module": one.module.id,
        "learners": one.learners,
        "begun": one.begun.value,
        "completed": one.completed.value,
    }
