"""A director's school: groups and staff as counts, and on a page of its own staff by name. Never reads answers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, String, and_, bindparam, case, func, select

from course.bounded_cache import BoundedCache
from course.calendar import school_year
from course.enrolment.school_counters import read_counters
from course.enrolment.tables import group_sizes
from course.errors import NotFound
from course.figures.counts import of_all
from course.figures.pages import (
    Completion,
    GapCounts,
    GroupCounts,
    GroupRow,
    PersonRow,
    SchoolPage,
    StaffPage,
    States,
)
from course.figures.rows import (
    COUNTER,
    PERSON,
    SIZE,
    Pupils,
    completion,
    counts_of,
    modules_of,
    people_of,
    plain_completion,
    pupils_of,
    total,
)
from course.learning.pages import State
from course.learning.tables import group_progress, progress
from course.norms.model import Audience, Source
from course.people.access import group_in_sight, may_see_school, school_in_sight
from course.people.roles import REACH, STAFF_WHO_LEARN, Ability
from course.people.tables import persons, roles
from course.people.years import holds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Connection

    from course.curriculum.model import Module
    from course.enrolment.school_counters import Counters
    from course.figures.rows import Counts
    from course.library import Library
    from course.people.access import School
    from course.people.actor import Actor
    from course.store.store import Store

_leads = case((roles.c.role.in_([role.value for role in REACH[Ability.LEAD_SCHOOL]]), 1), else_=0)
STAFF_HERE = (
    select(roles.c.person_id, func.max(_leads).label("leads"))
    .where(
        roles.c.school_id == bindparam("in_school", type_=Integer),
        roles.c.role.in_(STAFF_WHO_LEARN),
        holds(roles),
    )
    .group_by(roles.c.person_id)
    .subquery()
)
"""Everybody once, however many roles they have here."""
_of_staff = and_(
    progress.c.person_id == STAFF_HERE.c.person_id,
    progress.c.module.in_(bindparam("modules", expanding=True, type_=String)),
)
_STAFF = (
    select(*PERSON, STAFF_HERE.c.leads)
    .select_from(
        STAFF_HERE.join(persons, persons.c.id == STAFF_HERE.c.person_id).outerjoin(progress, _of_staff)
    )
    .order_by(persons.c.sort_key, persons.c.id)
)
STAFF_TOTALS = (
    select(progress.c.module, func.count(), func.count(progress.c.completed_at))
    .select_from(STAFF_HERE.join(progress, _of_staff))
    .group_by(progress.c.module)
)
_each = (
    select(func.count(progress.c.completed_at).label("completed"))
    .select_from(STAFF_HERE.outerjoin(progress, _of_staff))
    .group_by(STAFF_HERE.c.person_id)
    .subquery()
)
_STAFF_DONE = select(
    func.count(), func.count(case((_each.c.completed == bindparam("every", type_=Integer), 1)))
).select_from(_each)
_group = bindparam("in_group", type_=Integer)
_SIZES_OF_GROUP = select(*SIZE).where(group_sizes.c.group_id == _group)
_COUNTS_OF_GROUP = select(*COUNTER).where(group_progress.c.group_id == _group)


MOST_CELLS = 60_000
"""Of all schools that are kept, a hundred bytes each."""


@dataclass(frozen=True, slots=True)
class _Groups:
    """What is told of a school's groups."""

    modules: tuple[Module, ...]
    rows: tuple[GroupRow, ...]
    totals: tuple[Completion, ...]


_counted = BoundedCache[_Groups](MOST_CELLS, lambda one: (len(one.rows) + 1) * (len(one.modules) + 1))


def school_page(
    store: Store, library: Library, actor: Actor, today: date, school_id: int | None = None
) -> SchoolPage:
    """Show a school in the school year of `today`: groups and staff by modules, as counts.

    Without `school_id` it is the own school; an officer sees any of the board's. NotFound for a school out of sight.
    """
    wanted = school_id if school_id is not None else actor.school_id
    if wanted is None:
        raise NotFound("school", "")
    with store.read() as conn:
        school = school_in_sight(conn, actor, wanted)
        by_name = may_see_school(actor, school, Ability.STAFF_NAMES)
        return read_school(conn, library, school, today, by_name=by_name)


def read_school(
    conn: Connection, library: Library, school: School, today: date, *, by_name: bool
) -> SchoolPage:
    """Count a school whoever asks; `by_name` for who sees its staff by name, of whom no number is too small then."""
    staff_modules = library.modules_for(Audience.TEACHER)
    counters = read_counters(conn, school.id, school_year(today))
    of_staff = {
        "in_school": school.id,
        "modules": [one.id for one in staff_modules],
        "every": len(staff_modules),
        "today": today,
    }
    staff, staff_done = conn.execute(_STAFF_DONE, of_staff).one()
    staff_counts = {module: (begun, done) for module, begun, done in conn.execute(STAFF_TOTALS, of_staff)}
    count = plain_completion if by_name else completion
    groups = _groups_of(counters, library)
    return SchoolPage(
        school=school,
        school_year=school_year(today),
        counters=counters,
        modules=groups.modules,
        groups=groups.rows,
        totals=groups.totals,
        staff=staff,
        staff_done=staff_done if staff_modules else 0,
        staff_totals=tuple(count(one, staff, *staff_counts.get(one.id, (0, 0))) for one in staff_modules),
        gaps=gap_counts(library, school.protocol),
    )


def staff_page(store: Store, library: Library, actor: Actor) -> StaffPage:
    """Show the own school's staff by name; NotFound for who may not see them so."""
    if actor.school_id is None:
        raise NotFound("school", "")
    modules = library.modules_for(Audience.LEADER)
    with store.read() as conn:
        school = school_in_sight(conn, actor, actor.school_id, Ability.STAFF_NAMES)
        values = {
            "in_school": school.id,
            "modules": [one.id for one in modules],
            "today": actor.today,
        }
        rows = conn.execute(_STAFF, values).all()
    staff = people_of(rows, modules, {row.id for row in rows if row.leads})
    return StaffPage(modules, staff, staff_totals(staff, modules))


def group_counts(store: Store, library: Library, actor: Actor, group_id: int) -> GroupCounts:
    """Count where a group's pupils are with each module; NotFound for a group out of sight.

    Who is stuck counts as busy: that is for the teacher, who can sit down beside the child.
    """
    with store.read() as conn:
        group = group_in_sight(conn, actor, group_id, Ability.GROUP_COUNTS)
        values = {"in_group": group_id}
        members = pupils_of(conn.execute(_SIZES_OF_GROUP, values)).get(group_id, Pupils(group_id, {}))
        modules = modules_of(library, [members])
        counts = counts_of(conn.execute(_COUNTS_OF_GROUP, values), modules)
    return GroupCounts(group, members.all, tuple(_states(one, members, counts) for one in modules))


def gap_counts(library: Library, protocol: str) -> GapCounts | None:
    """Count the acts on which a protocol stays below the law; None for one that the content no longer has."""
    if protocol not in library.norms.protocols:
        return None
    sources = Counter(one.gap_source for one in library.table.gaps(protocol))
    return GapCounts(law=sources[Source.LAW], agreements=sources[Source.AGREEMENT])


def staff_totals(staff: Sequence[PersonRow], modules: Sequence[Module]) -> tuple[Completion, ...]:
    """Count how far staff whom one sees by name are with each of the modules that are meant for them."""
    return tuple(_staff_total(module, staff, place) for place, module in enumerate(modules))


def _staff_total(module: Module, staff: Sequence[PersonRow], place: int) -> Completion:
    cells = [cell for one in staff if (cell := one.cells[place])]
    begun = sum(1 for cell in cells if cell.state is not State.NOT_BEGUN)
    return plain_completion(module, len(cells), begun, sum(1 for cell in cells if cell.state is State.DONE))


def _groups_of(counters: Counters, library: Library) -> _Groups:
    """Count a school's groups by module, of those modules that are meant for some pupil of theirs."""
    key = (counters, library.modules_for(Audience.PUPIL))
    if (known := _counted.get(key)) is not None:
        return known
    names = {group: name for group, name, _, _ in counters.sizes}
    pupils = pupils_of((group, year, number) for group, _, year, number in counters.sizes)
    mine = modules_of(library, pupils.values())
    counts = counts_of(counters.counts, mine)
    rows = tuple(group_row(names[one.id], one, mine, counts) for one in pupils.values())
    totals = tuple(total(module, pupils.values(), counts) for module in mine)
    return _counted.put(key, _Groups(mine, rows, totals))


def group_row(name: str, pupils: Pupils, modules: Sequence[Module], counts: Counts) -> GroupRow:
    """Count one group, with a cell for each module."""
    cells = tuple(
        completion(module, number, *counts.get((pupils.id, module.id), (0, 0)))
        if (number := pupils.meant(module))
        else None
        for module in modules
    )
    return GroupRow(pupils.id, name, pupils.all, cells)


def _states(module: Module, members: Pupils, counts: Counts) -> States:
    """Count where the pupils are for whom a module is meant."""
    pupils = members.meant(module)
    begun, done = (min(number, pupils) for number in counts.get((members.id, module.id), (0, 0)))
    return States(
        module=module,
        pupils=pupils,
        not_begun=of_all(pupils - begun, pupils),
        busy=of_all(begun - done, pupils),
        done=of_all(done, pupils),
    )
