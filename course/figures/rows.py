"""What several reports share: people by name with a cell per module, and completion as counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.figures.counts import SUPPRESSED, count, percent
from course.figures.pages import Cell, Completion, PersonRow
from course.learning.pages import State
from course.learning.progress.standing import STANDING, Standing, state_of
from course.learning.tables import progress
from course.people.access import FEWEST
from course.people.roles import Role
from course.people.tables import persons

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Row

    from course.curriculum.model import Module

PERSON = (persons.c.id, persons.c.name, persons.c.role, progress.c.module, *STANDING)
"""To be selected from persons, outer join progress; read back with `people_of`."""

Counts = dict[tuple[int, str], tuple[int, int]]
"""Begun and completed, by group (or school) and module."""

_FIRST_OF_STANDING = len(PERSON) - len(STANDING)
_NOT_BEGUN = Cell(State.NOT_BEGUN, touched_at=None, best=None)


def people_of(rows: Iterable[Row[Any]], modules: Sequence[Module]) -> tuple[PersonRow, ...]:
    """Gather one row per person and module into one per person, by name without regard to case."""
    places = {module.id: place for place, module in enumerate(modules)}
    people: dict[int, tuple[str, Role, list[Cell]]] = {}
    for row in rows:
        person_id, name, role, module = row[:_FIRST_OF_STANDING]
        found = people.get(person_id)
        if found is None:
            found = people[person_id] = (name, Role(role), [_NOT_BEGUN] * len(modules))
        if module in places:
            found[2][places[module]] = _cell(Standing(*row[_FIRST_OF_STANDING:]))
    gathered = (_person(person_id, *found) for person_id, found in people.items())
    return tuple(sorted(gathered, key=lambda one: (one.name.casefold(), one.person_id)))


def completion(module: Module, learners: int, begun: int, completed: int) -> Completion:
    """Count how far a number of people are, suppressed where they are too few.

    Counters may run ahead when somebody left a group: nobody is shown twice.
    """
    if 0 < learners < FEWEST:
        return Completion(module, learners, SUPPRESSED, SUPPRESSED, None)
    return plain_completion(module, learners, begun, completed)


def plain_completion(module: Module, learners: int, begun: int, completed: int) -> Completion:
    """Count how far people are whom the reader sees by name: of them no number is too small."""
    begun, completed = min(begun, learners), min(completed, learners)
    return Completion(module, learners, count(begun), count(completed), percent(completed, learners))


def total(
    module: Module, groups: Sequence[Any], counts: Mapping[tuple[int, str], tuple[int, int]]
) -> Completion:
    """Count how far the groups that a module is for are together; `groups` have an id, a band and pupils.

    Groups too small to be shown are left out where they are fewer than five pupils together: who takes the groups
    that are shown from the total would have them.
    """
    mine = [one for one in groups if one.band in module.bands]
    shown = [one for one in mine if not 0 < one.pupils < FEWEST]
    hidden = sum(one.pupils for one in mine) - sum(one.pupils for one in shown)
    told = shown if hidden < FEWEST and any(one.pupils for one in shown) else mine
    learners = begun = completed = 0
    for one in told:
        some_begun, some_completed = counts.get((one.id, module.id), (0, 0))
        learners += one.pupils
        begun += min(some_begun, one.pupils)
        completed += min(some_completed, one.pupils)
    return completion(module, learners, begun, completed)


def _cell(standing: Standing) -> Cell:
    return Cell(state_of(standing), standing.touched_at, standing.best if standing.attempts else None)


def _person(person_id: int, name: str, role: Role, cells: list[Cell]) -> PersonRow:
    touched = max((cell.touched_at for cell in cells if cell.touched_at), default=None)
    return PersonRow(person_id, name, role, tuple(cells), touched)
