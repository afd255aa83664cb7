"""What several reports share: people by name with a cell per module, and completion as counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.curriculum.bands import band_of, years_of
from course.enrolment.tables import group_sizes
from course.figures.counts import SUPPRESSED, count, percent
from course.figures.pages import Cell, Completion, PersonRow
from course.learning.pages import State
from course.learning.progress.module_progress import PROGRESS, ModuleProgress, state_of
from course.learning.tables import group_progress, progress
from course.norms.model import Audience
from course.people.access import FEWEST
from course.people.tables import persons

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from sqlalchemy import Row

    from course.curriculum.model import Module
    from course.library import Library

PERSON = (persons.c.id, persons.c.name, persons.c.year_group, progress.c.module, *PROGRESS)
"""To be selected from persons, outer join progress, in the order of their sort keys; read back with `people_of`."""

COUNTER = (
    group_progress.c.group_id,
    group_progress.c.module,
    group_progress.c.year_group,
    group_progress.c.begun,
    group_progress.c.completed,
)
"""To be selected of some groups; read back with `counts_of`."""
SIZE = (group_sizes.c.group_id, group_sizes.c.year_group, group_sizes.c.pupils)
"""To be selected of some groups; read back with `pupils_of`."""

Counts = Mapping[tuple[int, str], tuple[int, int]]
"""Begun and completed, by group (or school) and module."""
Counted = Callable[["Module", int, int, int], Completion]
"""Makes a completion of a module, learners, begun and completed: what is too small hidden, or told."""

_FIRST_OF_PROGRESS = len(PERSON) - len(PROGRESS)
_NOT_BEGUN = Cell(State.NOT_BEGUN, touched_at=None, best=None)


def people_of(
    rows: Iterable[Row[*tuple[Any, ...]]], modules: Sequence[Module], leaders: Container[int] = ()
) -> tuple[PersonRow, ...]:
    """Gather one row per person and module into one per person, in the order of the rows; `leaders` are marked."""
    places = {module.id: place for place, module in enumerate(modules)}
    people: dict[int, tuple[str, list[Cell | None]]] = {}
    for row in rows:
        person_id, name, year, module = row[:_FIRST_OF_PROGRESS]
        found = people.get(person_id)
        if found is None:
            leads = person_id in leaders
            found = people[person_id] = (name, [_blank(one, band_of(year), leads=leads) for one in modules])
        place = places.get(module)
        if place is not None and found[1][place] is not None:
            found[1][place] = _cell(ModuleProgress(*row[_FIRST_OF_PROGRESS : len(PERSON)]))
    return tuple(
        _person(person_id, name, cells, leads=person_id in leaders)
        for person_id, (name, cells) in people.items()
    )


@dataclass(frozen=True, slots=True)
class Pupils:
    """How many pupils a group has, by the band of each pupil's own year."""

    id: int
    """Of the group."""
    by_band: Mapping[str | None, int]

    @property
    def all(self) -> int:
        """Count every pupil."""
        return sum(self.by_band.values())

    def meant(self, module: Module) -> int:
        """Count those for whom a module is meant."""
        number = 0
        for band, of_band in self.by_band.items():
            if band in module.bands:
                number += of_band
        return number


def pupils_of(rows: Iterable[Any]) -> Mapping[int, Pupils]:
    """Gather rows of group, year and number of pupils by group."""
    found: dict[int, dict[str | None, int]] = {}
    for group_id, year, number in rows:
        band, by_band = band_of(year), found.get(group_id)
        if by_band is None:
            found[group_id] = {band: number}
        else:
            by_band[band] = by_band.get(band, 0) + number
    return {group: Pupils(group, by_band) for group, by_band in found.items()}


def meant_years(modules: Iterable[Module]) -> set[tuple[str, str]]:
    """List each module with each year that it is meant for."""
    return {(module.id, year) for module in modules for year in years_of(module.bands)}


def counts_of(rows: Iterable[Any], modules: Iterable[Module]) -> Counts:
    """Sum counters by group and module, of those pupils for whom the module is meant."""
    meant, counts = meant_years(modules), dict[tuple[int, str], tuple[int, int]]()
    for group, module, year, begun, completed in rows:
        if (module, year) in meant:
            some_begun, some_completed = counts.get((group, module), (0, 0))
            counts[group, module] = (some_begun + begun, some_completed + completed)
    return counts


def modules_of(library: Library, groups: Iterable[Pupils]) -> tuple[Module, ...]:
    """List the modules that are meant for some pupil of these groups."""
    bands = {band for one in groups for band, number in one.by_band.items() if number}
    return tuple(one for one in library.modules_for(Audience.PUPIL) if not bands.isdisjoint(one.bands))


def completion(module: Module, learners: int, begun: int, completed: int) -> Completion:
    """Count how far a number of people are, suppressed where they are too few."""
    if 0 < learners < FEWEST:
        return Completion(module, learners, SUPPRESSED, SUPPRESSED, None)
    return plain_completion(module, learners, begun, completed)


def plain_completion(module: Module, learners: int, begun: int, completed: int) -> Completion:
    """Count how far people are whom the reader sees by name: of them no number is too small.

    Never more than there are: a change between the two statements of a page may leave one of them a moment behind.
    """
    begun, completed = min(begun, learners), min(completed, learners)
    return Completion(module, learners, count(begun), count(completed), percent(completed, learners))


class Whole:
    """Sums how far pupils are over the groups that are shown and no others, of groups that come one after another.

    So the whole says nothing that its parts don't, on no day: small groups are left out also where they are five and more
    together, for one that grows and is shown tomorrow would give away the rest. Where none is shown, there is no whole.
    """

    def __init__(self) -> None:
        """Begin with no groups."""
        self._shown: dict[str, _Sum] = {}
        self._hidden: Counter[str] = Counter()

    def add(self, group: Pupils, counts: Counts, modules: Iterable[Module]) -> None:
        """Count one group more."""
        for module in modules:
            number = group.meant(module)
            if number >= FEWEST:
                mine = self._shown.setdefault(module.id, _Sum())
                mine.add(number, *counts.get((group.id, module.id), (0, 0)))
            else:
                self._hidden[module.id] += number

    def told(self, module: Module) -> Completion:
        """Tell how far the pupils are for whom a module is meant."""
        if shown := self._shown.get(module.id):
            return completion(module, shown.learners, shown.begun, shown.completed)
        few = self._hidden[module.id]
        return completion(module, few if few < FEWEST else 0, 0, 0)


@dataclass(slots=True)
class _Sum:
    learners: int = 0
    begun: int = 0
    completed: int = 0

    def add(self, learners: int, begun: int, completed: int) -> None:
        self.learners += learners
        self.begun += min(begun, learners)
        self.completed += min(completed, learners)


def total(module: Module, groups: Iterable[Pupils], counts: Counts) -> Completion:
    """Count how far the pupils for whom a module is meant are, over the groups that are shown."""
    whole = Whole()
    for one in groups:
        whole.add(one, counts, (module,))
    return whole.told(module)


def _cell(found: ModuleProgress) -> Cell:
    return Cell(state_of(found), found.touched_at, found.best if found.attempts else None)


def _blank(module: Module, band: str | None, *, leads: bool) -> Cell | None:
    """Begin with nothing begun; a pupil's module of another band, and a leader's for others, is nothing at all."""
    if module.audience is Audience.PUPIL:
        return _NOT_BEGUN if band in module.bands else None
    return _NOT_BEGUN if leads or module.audience is not Audience.LEADER else None


def _person(person_id: int, name: str, cells: list[Cell | None], *, leads: bool) -> PersonRow:
    touched = max((cell.touched_at for cell in cells if cell and cell.touched_at), default=None)
    return PersonRow(person_id, name, leads, tuple(cells), touched)
