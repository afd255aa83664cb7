"""The counters of groups, kept right beside a change: what some pupils count for before it, and after it.

A group's figures are those of today's members, each counted under the own year: pupils whose membership is open. The
difference is added, never a new sum written, so that answers of classmates in flight are neither lost nor waited for.

Whoever counts holds the row of the person (`people.holding`), the gate alone. So either the change sees all of an
answer, or the answer sees the change. All write the counters in one order, of module, group and year: none wait in a ring.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, func, select

from course.enrolment.tables import group_sizes
from course.learning.progress.group_counters import ADD_PROGRESS, OWN_YEAR
from course.learning.tables import progress
from course.people.holding import MOST_AT_ONCE, hold
from course.people.tables import memberships, persons
from course.people.years import IS_PUPIL_NOW
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

_people = bindparam("people", expanding=True, type_=Integer)
_pupils = memberships.join(persons, persons.c.id == memberships.c.person_id)
_SIZES = (
    select(memberships.c.group_id, OWN_YEAR, func.count())
    .select_from(_pupils)
    .where(IS_PUPIL_NOW, persons.c.id.in_(_people))
    .group_by(memberships.c.group_id, OWN_YEAR)
)
_PROGRESS = (
    select(
        memberships.c.group_id,
        progress.c.module,
        OWN_YEAR,
        func.count(),
        func.count(progress.c.completed_at),
    )
    .select_from(_pupils.join(progress, progress.c.person_id == persons.c.id))
    .where(IS_PUPIL_NOW, persons.c.id.in_(_people))
    .group_by(memberships.c.group_id, progress.c.module, OWN_YEAR)
)
_ADD_PUPILS = Upsert(
    group_sizes,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["group_id", "year_group"],
        set_={"pupils": group_sizes.c.pupils + insert.excluded.pupils},
    ),
)


@dataclass(frozen=True, slots=True)
class Sums:
    """What some pupils count for, or by how much that changed."""

    pupils: Counter[tuple[int, str]] = field(default_factory=Counter)
    """By group and year."""
    begun: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    """By module, group and year."""
    completed: Counter[tuple[str, int, str]] = field(default_factory=Counter)

    def less(self, before: Sums) -> Sums:
        """Tell by how much these differ from those of before."""
        sums = Sums(Counter(self.pupils), Counter(self.begun), Counter(self.completed))
        sums.pupils.subtract(before.pupils)
        sums.begun.subtract(before.begun)
        sums.completed.subtract(before.completed)
        return sums


@contextmanager
def counted_anew(conn: Connection, person_ids: Iterable[int]) -> Iterator[None]:
    """Keep the counters right around a change to memberships, years or the people themselves, in its transaction."""
    ids = sorted(set(person_ids))
    parts = [ids[first : first + MOST_AT_ONCE] for first in range(0, len(ids), MOST_AT_ONCE)]
    hold(conn, ids, alone=True)
    before = _read(conn, parts)
    yield
    add(conn, _read(conn, parts).less(before))


def add(conn: Connection, sums: Sums) -> None:
    """Add to the counters, in the order in which everybody writes them."""
    changed = sorted(
        key for key in sums.begun.keys() | sums.completed.keys() if sums.begun[key] or sums.completed[key]
    )
    if changed:
        rows = [
            {
                "group_id": group,
                "module": module,
                "year_group": year,
                "begun": sums.begun[module, group, year],
                "completed": sums.completed[module, group, year],
            }
            for module, group, year in changed
        ]
        conn.execute(ADD_PROGRESS.on(conn), rows)
    sizes = sorted(key for key, number in sums.pupils.items() if number)
    if sizes:
        conn.execute(
            _ADD_PUPILS.on(conn),
            [
                {"group_id": group, "year_group": year, "pupils": sums.pupils[group, year]}
                for group, year in sizes
            ],
        )


def _read(conn: Connection, parts: Iterable[Sequence[int]]) -> Sums:
    sums = Sums()
    for part in parts:
        for group, year, pupils in conn.execute(_SIZES, {"people": part}):
            sums.pupils[group, year] += pupils
        for group, module, year, begun, completed in conn.execute(_PROGRESS, {"people": part}):
            sums.begun[module, group, year] += begun
            sums.completed[module, group, year] += completed
    return sums
