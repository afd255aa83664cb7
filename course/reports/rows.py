"""What several reports share: people by name with a cell per module, and completion as counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.learning.standing import STANDING, standing_of, state_of
from course.learning.tables import progress
from course.people.identity import Role
from course.people.tables import persons
from course.reports.figures import of_all, percent
from course.reports.views import Cell, Completion, PersonRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.curriculum.model import Module
    from course.learning.standing import Standing

PERSON = (persons.c.id, persons.c.name, persons.c.avatar, persons.c.role, progress.c.module, *STANDING)
"""To be selected from persons, outer join progress; read back with `people_of`."""


def people_of(rows: Iterable[Any], modules: Sequence[Module]) -> tuple[PersonRow, ...]:
    """Gather one row per person and module into one per person, by name without regard to case."""
    people: dict[int, Any] = {}
    standings: dict[tuple[int, str], Standing | None] = {}
    for row in rows:
        people.setdefault(row.id, row)
        standings[row.id, row.module] = standing_of(row)
    gathered = (
        _person(row, [standings.get((row.id, module.id)) for module in modules]) for row in people.values()
    )
    return tuple(sorted(gathered, key=lambda one: (one.name.casefold(), one.person_id)))


def completion(module: Module, learners: int, begun: int, completed: int) -> Completion:
    """Count how far a number of people are, suppressed where they are too few.

    Counters may run ahead when somebody left a group: nobody is shown twice.
    """
    completed = min(completed, learners)
    shown = of_all(completed, learners)
    return Completion(
        module=module,
        learners=learners,
        begun=of_all(min(begun, learners), learners),
        completed=shown,
        percent=None if shown.suppressed else percent(completed, learners),
    )


def _person(row: Any, standings: list[Standing | None]) -> PersonRow:
    cells = tuple(
        Cell(
            state=state_of(one),
            touched_at=one.touched_at if one else None,
            best=one.best if one and one.attempts else None,
        )
        for one in standings
    )
    touched = (cell.touched_at for cell in cells if cell.touched_at)
    return PersonRow(row.id, row.name, row.avatar, Role(row.role), cells, max(touched, default=None))
