"""An officer's board: schools as counts, nobody by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, String, and_, bindparam, func, select

from course.calendar import school_year
from course.enrolment.tables import group_sizes
from course.errors import NotFound
from course.figures.pages import BoardPage, SchoolRow
from course.figures.rows import COUNTER, Pupils, completion, counts_of, pupils_of, total
from course.figures.schools import gap_counts
from course.learning.tables import group_progress, progress
from course.norms.model import Audience
from course.people.access import SCHOOL, School, may_see_board
from course.people.roles import STAFF_WHO_LEARN
from course.people.tables import groups, roles, schools
from course.people.years import holds, is_present

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Any

    from sqlalchemy import Connection

    from course.curriculum.model import Module
    from course.figures.rows import Counts
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

_board = bindparam("in_board", type_=Integer)
_this_year = and_(schools.c.board_id == _board, is_present())
_staff = (
    select(roles.c.school_id, roles.c.person_id)
    .where(
        roles.c.board_id == _board,
        roles.c.school_id.is_not(None),
        roles.c.role.in_(STAFF_WHO_LEARN),
        holds(roles),
    )
    .distinct()
    .subquery()
)
"""Everybody once at each of their schools, however many roles they have there."""
_SCHOOLS = select(*SCHOOL).where(schools.c.board_id == _board).order_by(schools.c.name, schools.c.id)
_GROUPS = (
    select(
        groups.c.id,
        groups.c.school_id,
        group_sizes.c.year_group,
        func.coalesce(group_sizes.c.pupils, 0).label("pupils"),
    )
    .select_from(groups.join(schools, schools.c.id == groups.c.school_id).outerjoin(group_sizes))
    .where(_this_year)
)
_COUNTS = (
    select(*COUNTER)
    .select_from(
        group_progress.join(groups, groups.c.id == group_progress.c.group_id).join(
            schools, schools.c.id == groups.c.school_id
        )
    )
    .where(_this_year)
)
_STAFF = select(_staff.c.school_id, func.count().label("people")).group_by(_staff.c.school_id)
_STAFF_COUNTS = (
    select(
        _staff.c.school_id,
        progress.c.module,
        func.count().label("begun"),
        func.count(progress.c.completed_at).label("completed"),
    )
    .join_from(_staff, progress, progress.c.person_id == _staff.c.person_id)
    .where(progress.c.module.in_(bindparam("modules", expanding=True, type_=String)))
    .group_by(_staff.c.school_id, progress.c.module)
)


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is read for a board, in five statements however many schools and pupils it has."""

    schools: tuple[School, ...]
    groups: Mapping[int, Sequence[Pupils]]
    """By school."""
    counts: Counts
    """By group."""
    staff: Mapping[int, int]
    staff_counts: Counts
    """By school."""


def board_page(store: Store, library: Library, actor: Actor, today: date) -> BoardPage:
    """Show an officer the board's schools as counts in the school year of `today`; NotFound for others."""
    if not may_see_board(actor):
        raise NotFound("board", str(actor.board_id))
    modules, staff_modules = library.modules_for(Audience.PUPIL), library.modules_for(Audience.TEACHER)
    values = {
        "in_board": actor.board_id,
        "in_year": school_year(today),
        "today": today,
        "modules": [one.id for one in staff_modules],
    }
    with store.read() as conn:
        figures = _read(conn, values, modules)
    return BoardPage(
        board_name=actor.board_name,
        school_year=school_year(today),
        modules=modules,
        staff_modules=staff_modules,
        schools=tuple(_row(library, one, figures, modules, staff_modules) for one in figures.schools),
    )


def _read(conn: Connection, values: dict[str, Any], modules: Sequence[Module]) -> Figures:
    rows = conn.execute(_GROUPS, values).all()
    school_of = {row.id: row.school_id for row in rows}
    groups_of: dict[int, list[Pupils]] = {}
    for one in pupils_of((row.id, row.year_group, row.pupils) for row in rows).values():
        groups_of.setdefault(school_of[one.id], []).append(one)
    staff = conn.execute(_STAFF, values)
    return Figures(
        schools=tuple(School(*row) for row in conn.execute(_SCHOOLS, values)),
        groups=groups_of,
        counts=counts_of(conn.execute(_COUNTS, values), modules),
        staff={row.school_id: row.people for row in staff},
        staff_counts={(row[0], row[1]): (row[2], row[3]) for row in conn.execute(_STAFF_COUNTS, values)},
    )


def _row(
    library: Library,
    school: School,
    figures: Figures,
    modules: Sequence[Module],
    staff_modules: Sequence[Module],
) -> SchoolRow:
    own = figures.groups.get(school.id, ())
    staff = figures.staff.get(school.id, 0)
    return SchoolRow(
        school=school,
        groups=len(own),
        pupils=sum(one.all for one in own),
        cells=tuple(total(module, own, figures.counts) for module in modules),
        staff=staff,
        staff_cells=tuple(
            completion(one, staff, *figures.staff_counts.get((school.id, one.id), (0, 0)))
            for one in staff_modules
        ),
        gaps=gap_counts(library, school.protocol),
    )
