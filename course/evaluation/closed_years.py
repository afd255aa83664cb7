"""A school year that is over, read back as it stood: nothing of it is counted again.

A director reads the own school with its groups, an officer any school of the board without them. Hidden stays what was
hidden when it was written down: of a group of fewer than five no count was kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, select

from course.calendar import school_year
from course.errors import NotFound
from course.evaluation.closing import close_years
from course.figures.snapshots import PUPIL, STAFF, WHOLE
from course.figures.tables import snapshot_counts, snapshot_groups, snapshots
from course.figures.trend import Point
from course.goals.year_end import goals_kept_of
from course.norms.model import Audience
from course.people.access import FEWEST, may_see_school, school_in_sight
from course.people.roles import Ability
from course.reading.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from sqlalchemy import Connection

    from course.goals.year_end import KeptGoal
    from course.library import Library
    from course.people.access import School
    from course.people.actor import Actor
    from course.store.store import Store

_LAST = (
    select(snapshots.c.id, snapshots.c.taken_on)
    .where(
        snapshots.c.school_id == bindparam("in_school", type_=Integer),
        snapshots.c.school_year == bindparam("in_year", type_=Integer),
    )
    .order_by(snapshots.c.month_on.desc())
    .limit(1)
)
_snapshot = bindparam("of_snapshot", type_=Integer)
_COUNTS = select(snapshot_counts).where(snapshot_counts.c.snapshot_id == _snapshot)
_GROUPS = select(snapshot_groups).where(snapshot_groups.c.snapshot_id == _snapshot)
_YEARS = (
    select(snapshots.c.school_id, snapshots.c.school_year)
    .distinct()
    .where(
        snapshots.c.school_id.in_(bindparam("of_schools", expanding=True, type_=Integer)),
        snapshots.c.school_year < bindparam("this_year", type_=Integer),
    )
    .order_by(snapshots.c.school_year.desc())
)


@dataclass(frozen=True, slots=True)
class ClosedModule:
    """A module of then; by its id where the course has it no more."""

    id: str
    words: Words


@dataclass(frozen=True, slots=True)
class ClosedGroup:
    """A group of then."""

    name: str
    pupils: int | None
    """None where it was written down before groups were counted as a whole."""
    cells: tuple[Point | None, ...]
    """By module; None where it was meant for nobody of the group."""


@dataclass(frozen=True, slots=True)
class ClosedYear:
    """A school as it stood at the end of a school year."""

    school: School
    school_year: int
    taken_on: date
    """The day as of which it tells."""
    groups: int | None
    """How many there were; None as at `pupils` of a group."""
    pupils: int | None
    staff: int
    modules: tuple[ClosedModule, ...]
    rows: tuple[ClosedGroup, ...]
    """By name; none for who reads no groups."""
    totals: tuple[Point | None, ...]
    """By module, over the groups that are told."""
    staff_modules: tuple[ClosedModule, ...]
    staff_cells: tuple[Point, ...]
    goals: tuple[KeptGoal, ...]


def closed_year(
    store: Store, library: Library, actor: Actor, year: int, school_id: int | None = None
) -> ClosedYear:
    """Show a year that is over at the own school, or at `school_id`; NotFound out of sight, and where nothing was kept."""
    wanted = school_id if school_id is not None else actor.school_id
    present = school_year(actor.today)
    if wanted is None or year >= present:
        raise NotFound("school year", str(year))
    with store.read() as conn:
        school = school_in_sight(conn, actor, wanted)
    by_name = may_see_school(actor, school, Ability.STAFF_NAMES)
    if year == present - 1:
        close_years(store, lambda _: library, [school], actor.today)
    with store.read() as conn:
        last = conn.execute(_LAST, {"in_school": school.id, "in_year": year}).first()
        if last is None:
            raise NotFound("school year", str(year))
        return _read(conn, library, school, year, last, by_name=by_name)


def years_over(store: Store, actor: Actor, schools: Iterable[int]) -> Mapping[int, tuple[int, ...]]:
    """List, for each of these schools, the years that are over and can be read back, the newest first."""
    found: dict[int, list[int]] = {}
    values = {"of_schools": [*schools], "this_year": school_year(actor.today)}
    with store.read() as conn:
        for school, year in conn.execute(_YEARS, values):
            found.setdefault(school, []).append(year)
    return {school: tuple(years) for school, years in found.items()}


def _read(
    conn: Connection, library: Library, school: School, year: int, last: Any, *, by_name: bool
) -> ClosedYear:
    counts = conn.execute(_COUNTS, {"of_snapshot": last.id}).all()
    groups = conn.execute(_GROUPS, {"of_snapshot": last.id}).all()
    pupils = [row for row in counts if row.audience == PUPIL]
    staff = {row.module: row for row in counts if row.audience == STAFF}
    modules = _modules(library, Audience.PUPIL, {row.module for row in pupils})
    staff_modules = _modules(library, Audience.TEACHER, set(staff))
    whole = {row.module: _point(row, last.taken_on) for row in pupils if row.group_id == WHOLE}
    return ClosedYear(
        school=school,
        school_year=year,
        taken_on=last.taken_on,
        groups=len(groups) if groups else None,
        pupils=sum(row.pupils for row in groups) if groups else None,
        staff=max((row.learners for row in staff.values()), default=0),
        modules=modules,
        rows=_rows(pupils, groups, modules, last.taken_on) if by_name else (),
        totals=tuple(whole.get(one.id) for one in modules),
        staff_modules=staff_modules,
        staff_cells=tuple(
            _point(staff[one.id], last.taken_on, least=1 if by_name else FEWEST) for one in staff_modules
        ),
        goals=goals_kept_of(conn, school.id, year),
    )


def _modules(library: Library, audience: Audience, wanted: set[str]) -> tuple[ClosedModule, ...]:
    known = [ClosedModule(one.id, one.words) for one in library.modules_for(audience) if one.id in wanted]
    gone = sorted(wanted - {one.id for one in known})
    return (*known, *(ClosedModule(one, Words(one, one)) for one in gone))


def _rows(
    counts: Sequence[Any], groups: Sequence[Any], modules: Sequence[ClosedModule], day: date
) -> tuple[ClosedGroup, ...]:
    names = {row.group_id: row.group_name for row in counts if row.group_id != WHOLE}
    names |= {row.group_id: row.name for row in groups}
    pupils = {row.group_id: row.pupils for row in groups}
    cells = {(row.group_id, row.module): _point(row, day) for row in counts}
    return tuple(
        ClosedGroup(name, pupils.get(group), tuple(cells.get((group, one.id)) for one in modules))
        for group, name in sorted(names.items(), key=lambda one: (one[1], one[0]))
    )


def _point(row: Any, day: date, least: int = 1) -> Point:
    if row.completed is None or row.learners < least:
        return Point(day, row.learners, None, None)
    return Point(day, row.learners, row.begun, row.completed)
