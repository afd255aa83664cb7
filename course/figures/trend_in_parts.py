"""What was written down of a school month by month, some groups at a time: all modules together, and each by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, func, select

from course.calendar import school_year
from course.figures.snapshots import PUPIL, WHOLE
from course.figures.tables import snapshot_counts, snapshots
from course.figures.trend import lines_of, read_points, values_of
from course.norms.model import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from course.curriculum.model import Module
    from course.figures.trend import Line
    from course.library import Library
    from course.people.access import School
    from course.store.store import Store

PART = 10
"""Groups that are read at once: seventeen modules over two years are four thousand points."""

_counts = snapshot_counts.c
_these = _counts.group_id.in_(bindparam("of_groups", expanding=True, type_=Integer))
_TOGETHER = read_points(_counts.group_id).where(_these)
_EACH = read_points(_counts.group_id, _counts.module).where(_these)
_this_year = (
    snapshots.c.school_id == bindparam("school", type_=Integer),
    snapshots.c.school_year == bindparam("year", type_=Integer),
    _counts.audience == PUPIL,
    _counts.group_id != WHOLE,
)
_NEXT = (
    select(_counts.group_id)
    .distinct()
    .join_from(snapshots, snapshot_counts)
    .where(*_this_year, _counts.group_id > bindparam("after", type_=Integer))
    .order_by(_counts.group_id)
    .limit(PART)
)
_HOW_MANY = (
    select(func.count(_counts.group_id.distinct())).join_from(snapshots, snapshot_counts).where(*_this_year)
)


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a school: of a group, of all groups, or of the team."""

    audience: str
    group_id: int
    """`snapshots.WHOLE` for all groups, and for the team."""
    module: Module | None
    """None for all modules together."""
    line: Line


def how_many_group_parts(store: Store, school: School, today: date) -> int:
    """Count in how many parts the groups come of which something is written down this school year."""
    values = {"school": school.id, "year": school_year(today)}
    with store.read() as conn:
        return -(-int(conn.execute(_HOW_MANY, values).scalar_one()) // PART)


def wholes(store: Store, library: Library, school: School, today: date, least: int) -> tuple[Told, ...]:
    """Tell of all groups together and of the team, as far as at least so many colleagues are counted."""
    return _told(store, library, values_of([school], school_year(today), least), [WHOLE])


def groups_over_time(
    store: Store, library: Library, school: School, today: date, least: int
) -> Iterator[tuple[Told, ...]]:
    """Tell of the groups of this school year, some at a time."""
    year, after = school_year(today), 0
    while True:
        with store.read() as conn:
            values = {"school": school.id, "year": year, "after": after}
            found = list(conn.execute(_NEXT, values).scalars())
        if not found:
            return
        after = found[-1]
        yield _told(store, library, values_of([school], year, least), found)


def _told(store: Store, library: Library, values: Mapping[str, Any], groups: list[int]) -> tuple[Told, ...]:
    known = {
        one.id: one
        for audience in (Audience.PUPIL, Audience.TEACHER)
        for one in library.modules_for(audience)
    }
    wanted = {**values, "of_groups": groups, "of_module": ""}
    with store.read() as conn:
        together = lines_of(conn.execute(_TOGETHER, wanted))
        rows: dict[str, list[tuple[Any, ...]]] = {}
        for group, module, *rest in conn.execute(_EACH, wanted):
            rows.setdefault(module, []).append((group, *rest))
    found = [Told(audience, group, None, line) for (audience, group), line in together.items()]
    for module in (one for one in known if one in rows):
        each = lines_of(rows[module])
        found += (Told(audience, group, known[module], line) for (audience, group), line in each.items())
    return tuple(sorted(found, key=lambda one: (one.audience, one.line.name, one.group_id)))
