"""A director's school: groups and staff as counts, and on a page of its own staff by name. Never reads answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import Integer, String, and_, bindparam, case, func, select

from course.calendar import school_year
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
from course.figures.rows import PERSON, completion, people_of, plain_completion, total
from course.learning.pages import State
from course.learning.tables import group_progress, progress
from course.norms.model import Audience, LawKind
from course.people.access import group_in_sight, may_see_school, school_in_sight
from course.people.roles import Ability, Role
from course.people.tables import groups, memberships, persons
from course.people.years import is_lived_in, lived_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Any

    from sqlalchemy import Row

    from course.curriculum.model import Module
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

_this_year = and_(groups.c.school_id == bindparam("in_school", type_=Integer), is_lived_in())
_is_pupil = memberships.c.role == Role.PUPIL.value
_GROUPS = (
    select(
        groups.c.id,
        groups.c.name,
        groups.c.band,
        groups.c.school_year,
        func.count(memberships.c.group_id).label("pupils"),
    )
    .select_from(groups.outerjoin(memberships, and_(memberships.c.group_id == groups.c.id, _is_pupil)))
    .where(_this_year)
    .group_by(groups.c.id)
    .order_by(groups.c.name, groups.c.id)
)
_COUNTS = (
    select(
        group_progress.c.group_id,
        group_progress.c.module,
        group_progress.c.begun,
        group_progress.c.completed,
    )
    .join_from(groups, group_progress)
    .where(_this_year)
)
_is_staff = and_(
    persons.c.school_id == bindparam("in_school", type_=Integer),
    persons.c.role.in_([Role.TEACHER.value, Role.DIRECTOR.value]),
)
_staff_progress = persons.outerjoin(
    progress,
    and_(
        progress.c.person_id == persons.c.id,
        progress.c.module.in_(bindparam("modules", expanding=True, type_=String)),
    ),
)
_STAFF = select(*PERSON).select_from(_staff_progress).where(_is_staff)
_STAFF_TOTALS = (
    select(progress.c.module, func.count(), func.count(progress.c.completed_at))
    .select_from(_staff_progress)
    .where(_is_staff, progress.c.module.is_not(None))
    .group_by(progress.c.module)
)
_each = (
    select(func.count(progress.c.completed_at).label("completed"))
    .select_from(_staff_progress)
    .where(_is_staff)
    .group_by(persons.c.id)
    .subquery()
)
_STAFF_DONE = select(
    func.count(), func.count(case((_each.c.completed == bindparam("every", type_=Integer), 1)))
).select_from(_each)
_IN_GROUP = (
    select(
        progress.c.module,
        func.count().label("begun"),
        func.count(progress.c.completed_at).label("done"),
    )
    .join_from(memberships, progress, progress.c.person_id == memberships.c.person_id)
    .where(memberships.c.group_id == bindparam("in_group", type_=Integer), _is_pupil)
    .group_by(progress.c.module)
)
_PUPILS = select(func.count()).where(
    memberships.c.group_id == bindparam("in_group", type_=Integer), _is_pupil
)


def school_page(
    store: Store, library: Library, actor: Actor, today: date, school_id: int | None = None
) -> SchoolPage:
    """Show a school in the school year that it lives in `today`: groups and staff by modules, as counts.

    Without `school_id` it is the own school; an officer sees any of the board's. NotFound for a school out of sight.
    """
    wanted = school_id if school_id is not None else actor.school_id
    if wanted is None:
        raise NotFound("school", "")
    staff_modules = library.modules_for(Audience.TEACHER)
    with store.read() as conn:
        school = school_in_sight(conn, actor, wanted)
        values = {"in_school": school.id, "in_year": school_year(today)}
        rows = conn.execute(_GROUPS, values).all()
        counts = {
            (group, module): (begun, done) for group, module, begun, done in conn.execute(_COUNTS, values)
        }
        of_staff = {
            "in_school": school.id,
            "modules": [one.id for one in staff_modules],
            "every": len(staff_modules),
        }
        staff, staff_done = conn.execute(_STAFF_DONE, of_staff).one()
        staff_counts = {
            module: (begun, done) for module, begun, done in conn.execute(_STAFF_TOTALS, of_staff)
        }
    count = plain_completion if may_see_school(actor, school, Ability.STAFF_NAMES) else completion
    bands = {row.band for row in rows}
    modules = tuple(one for one in library.modules_for(Audience.PUPIL) if not bands.isdisjoint(one.bands))
    return SchoolPage(
        school=school,
        school_year=lived_in((row.school_year for row in rows), school_year(today)),
        modules=modules,
        groups=tuple(_group_row(row, modules, counts) for row in rows),
        totals=tuple(total(module, rows, counts) for module in modules),
        staff=staff,
        staff_done=staff_done if staff_modules else 0,
        staff_totals=tuple(count(one, staff, *staff_counts.get(one.id, (0, 0))) for one in staff_modules),
        gaps=gap_counts(library, school.protocol),
    )


def staff_page(store: Store, library: Library, actor: Actor) -> StaffPage:
    """Show the own school's staff by name; NotFound for who may not see them so."""
    if actor.school_id is None:
        raise NotFound("school", "")
    modules = library.modules_for(Audience.TEACHER)
    with store.read() as conn:
        school = school_in_sight(conn, actor, actor.school_id, Ability.STAFF_NAMES)
        values = {"in_school": school.id, "modules": [one.id for one in modules]}
        staff = people_of(conn.execute(_STAFF, values), modules)
    return StaffPage(modules, staff, staff_totals(staff, modules))


def group_counts(store: Store, library: Library, actor: Actor, group_id: int) -> GroupCounts:
    """Count where a group's pupils are with each module; NotFound for a group out of sight.

    Who is stuck counts as busy: that is for the teacher, who can sit down beside the child.
    """
    with store.read() as conn:
        group = group_in_sight(conn, actor, group_id, Ability.GROUP_COUNTS)
        pupils = conn.execute(_PUPILS, {"in_group": group_id}).scalar_one()
        found = {row.module: row for row in conn.execute(_IN_GROUP, {"in_group": group_id})}
    modules = library.modules_for(Audience.PUPIL, group.band)
    return GroupCounts(group, pupils, tuple(_states(one, pupils, found.get(one.id)) for one in modules))


def gap_counts(library: Library, protocol: str) -> GapCounts | None:
    """Count the acts on which a protocol stays below the law; None for one that the content no longer has."""
    if protocol not in library.norms.protocols:
        return None
    judged = (library.judge(protocol, act) for act in library.norms.acts)
    kinds = Counter(one.law_kind for one in judged if one.gap)
    return GapCounts(law=kinds[LawKind.LAW], agreements=kinds[LawKind.AGREEMENT])


def staff_totals(staff: Sequence[PersonRow], modules: Sequence[Module]) -> tuple[Completion, ...]:
    """Count how far staff whom one sees by name are with each of the modules that the rows have cells for."""
    return tuple(
        plain_completion(
            module,
            len(staff),
            sum(1 for one in staff if one.cells[place].state is not State.NOT_BEGUN),
            sum(1 for one in staff if one.cells[place].state is State.DONE),
        )
        for place, module in enumerate(modules)
    )


def _group_row(
    row: Row[int, str, str, int, int],
    modules: Sequence[Module],
    counts: Mapping[tuple[int, str], tuple[int, int]],
) -> GroupRow:
    group_id, name, band, _, pupils = row
    cells = tuple(
        completion(module, pupils, *counts.get((group_id, module.id), (0, 0)))
        if band in module.bands
        else None
        for module in modules
    )
    return GroupRow(group_id, name, band, pupils, cells)


def _states(module: Module, pupils: int, row: Any | None) -> States:
    begun, done = (row.begun, row.done) if row is not None else (0, 0)
    return States(
        module=module,
        not_begun=of_all(pupils - begun, pupils),
        busy=of_all(begun - done, pupils),
        done=of_all(done, pupils),
    )
