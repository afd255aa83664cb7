"""An officer's board: schools as counts, nobody by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, String, bindparam, func, select

from course.bounded_cache import BoundedCache
from course.calendar import school_year
from course.enrolment.school_counters import Counters, counters_of_board
from course.errors import NotFound
from course.figures.pages import BoardPage, SchoolRow
from course.figures.rows import completion, counts_of, pupils_of, total
from course.figures.schools import gap_counts
from course.learning.tables import progress
from course.norms.model import Audience
from course.people.access import SCHOOL, School, may_see_board
from course.people.roles import STAFF_WHO_LEARN
from course.people.tables import roles, schools
from course.people.years import holds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Any

    from sqlalchemy import Connection

    from course.curriculum.model import Module
    from course.figures.pages import Completion
    from course.figures.rows import Counts
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

_board = bindparam("in_board", type_=Integer)
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
    """All that is read of a board's staff, in two statements however many schools it has."""

    staff: Mapping[int, int]
    staff_counts: Counts
    """By school."""


@dataclass(frozen=True, slots=True)
class _Pupils:
    """What is told of the pupils of one school."""

    groups: int
    pupils: int
    cells: tuple[Completion, ...]


MOST = 512
"""Schools as they stood at some moment, of which the counts of pupils are kept."""
_NO_GROUPS = Counters((), ())
_counted = BoundedCache[_Pupils](MOST)


def board_page(store: Store, library: Library, actor: Actor, today: date) -> BoardPage:
    """Show an officer the board's schools as counts in the school year of `today`; NotFound for others."""
    if not may_see_board(actor):
        raise NotFound("board", str(actor.board_id))
    year = school_year(today)
    modules, staff_modules = library.modules_for(Audience.PUPIL), library.modules_for(Audience.TEACHER)
    values = {"in_board": actor.board_id, "today": today, "modules": [one.id for one in staff_modules]}
    with store.read() as conn:
        shown = [School(*row) for row in conn.execute(_SCHOOLS, values)]
        counters = counters_of_board(conn, actor.board_id, year)
        figures = _read(conn, values)
    return BoardPage(
        board_name=actor.board_name,
        school_year=year,
        counters=counters,
        modules=modules,
        staff_modules=staff_modules,
        schools=tuple(
            _row(library, one, _pupils_of(counters.get(one.id, _NO_GROUPS), modules), figures, staff_modules)
            for one in shown
        ),
    )


def _read(conn: Connection, values: dict[str, Any]) -> Figures:
    staff = conn.execute(_STAFF, values)
    return Figures(
        staff={row.school_id: row.people for row in staff},
        staff_counts={(row[0], row[1]): (row[2], row[3]) for row in conn.execute(_STAFF_COUNTS, values)},
    )


def _pupils_of(counters: Counters, modules: tuple[Module, ...]) -> _Pupils:
    """Count the pupils of one school; anew only when one of its counters changes."""
    key = (counters, modules)
    if (known := _counted.get(key)) is not None:
        return known
    own = pupils_of((group, year, number) for group, _, year, number in counters.sizes).values()
    counts = counts_of(counters.counts, modules)
    cells = tuple(total(module, own, counts) for module in modules)
    return _counted.put(key, _Pupils(len(own), sum(one.all for one in own), cells))


def _row(
    library: Library, school: School, pupils: _Pupils, figures: Figures, staff_modules: Sequence[Module]
) -> SchoolRow:
    staff = figures.staff.get(school.id, 0)
    return SchoolRow(
        school=school,
        groups=pupils.groups,
        pupils=pupils.pupils,
        cells=pupils.cells,
        staff=staff,
        staff_cells=tuple(
            completion(one, staff, *figures.staff_counts.get((school.id, one.id), (0, 0)))
            for one in staff_modules
        ),
        gaps=gap_counts(library, school.protocol),
    )
