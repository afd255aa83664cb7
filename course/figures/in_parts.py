"""A school's groups and staff a part at a time, for what tells of a school of any size and holds little of it.

Counted as on the pages of `schools`; each part is a few short reads, so nobody waits for a long one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, String, and_, bindparam, func, or_, select

from course.enrolment.school_counters import counters_in_parts
from course.figures.rows import PERSON, counts_of, people_of, pupils_of
from course.figures.schools import STAFF_HERE, STAFF_TOTALS, group_row
from course.learning.tables import progress
from course.norms.model import Audience
from course.people.tables import persons

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from course.figures.pages import Completion, GroupRow, PersonRow
    from course.figures.rows import Counted, Whole
    from course.library import Library
    from course.people.access import School
    from course.store.store import Store

PART = 100
"""People that are read at once."""

_NEXT = (
    select(persons.c.id, persons.c.sort_key, STAFF_HERE.c.leads)
    .join(STAFF_HERE, STAFF_HERE.c.person_id == persons.c.id)
    .where(
        or_(
            persons.c.sort_key > bindparam("after", type_=persons.c.sort_key.type),
            and_(
                persons.c.sort_key == bindparam("after", type_=persons.c.sort_key.type),
                persons.c.id > bindparam("after_id", type_=Integer),
            ),
        )
    )
    .order_by(persons.c.sort_key, persons.c.id)
    .limit(PART)
)
_LEARNED = and_(
    progress.c.person_id == persons.c.id,
    progress.c.module.in_(bindparam("modules", expanding=True, type_=String)),
)
_PEOPLE = (
    select(*PERSON)
    .select_from(persons.outerjoin(progress, _LEARNED))
    .where(persons.c.id.in_(bindparam("people", expanding=True, type_=Integer)))
    .order_by(persons.c.sort_key, persons.c.id)
)
_HOW_MANY = select(func.count()).select_from(STAFF_HERE)


def how_many_staff_parts(store: Store, school: School, today: date) -> int:
    """Count in how many parts the staff come."""
    with store.read() as conn:
        people = conn.execute(_HOW_MANY, {"in_school": school.id, "today": today}).scalar_one()
    return -(-int(people) // PART)


def groups_in_parts(
    store: Store, library: Library, school_id: int, year: int, whole: Whole
) -> Iterator[tuple[GroupRow, ...]]:
    """Give a school's groups by name, each with a cell for every module for pupils; `whole` sums them up."""
    modules = library.modules_for(Audience.PUPIL)
    for counters in counters_in_parts(store, school_id, year):
        names = {group: name for group, name, _, _ in counters.sizes}
        pupils = pupils_of((group, of_year, number) for group, _, of_year, number in counters.sizes)
        counts = counts_of(counters.counts, modules)
        for one in pupils.values():
            whole.add(one, counts, modules)
        yield tuple(group_row(names[one.id], one, modules, counts) for one in pupils.values())


def staff_in_parts(
    store: Store, library: Library, school: School, today: date
) -> Iterator[tuple[PersonRow, ...]]:
    """Give a school's staff by name, with their professional development."""
    modules = library.modules_for(Audience.LEADER)
    values = {"in_school": school.id, "today": today, "modules": [one.id for one in modules]}
    after, after_id = "", 0
    while True:
        with store.read() as conn:
            found = conn.execute(_NEXT, {**values, "after": after, "after_id": after_id}).all()
            if not found:
                return
            rows = conn.execute(_PEOPLE, {**values, "people": [one.id for one in found]}).all()
        after, after_id = found[-1].sort_key, found[-1].id
        yield people_of(rows, modules, {one.id for one in found if one.leads})


def staff_counted(
    store: Store, library: Library, school: School, today: date, count: Counted
) -> tuple[Completion, ...]:
    """Count how far a school's staff are with the modules for them; `count` hides what is too small, or doesn't."""
    modules = library.modules_for(Audience.TEACHER)
    values = {"in_school": school.id, "today": today, "modules": [one.id for one in modules]}
    with store.read() as conn:
        people = conn.execute(_HOW_MANY, values).scalar_one()
        counts = {module: (begun, done) for module, begun, done in conn.execute(STAFF_TOTALS, values)}
    return tuple(count(one, people, *counts.get(one.id, (0, 0))) for one in modules)
