"""Somebody who reads every page and file with figures of a board, day after day, and subtracts one from the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from course.evaluation.figures import figures_now
from course.evaluation.pages import Kind
from course.figures.boards import board_page
from course.figures.schools import group_counts, school_page
from course.figures.trend import board_trend, school_trend
from course.norms.model import Audience
from course.people.access import FEWEST
from course.reading.told import ENGLISH
from course.reports.drawing import ALL_GROUPS, PUPILS, board_table, school_table
from course.reports.over_time import trend_table
from course.reports.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from course.figures.pages import Completion
    from course.figures.trend import Line
    from course.people.actor import Actor
    from tests.enrolment.term import Term

    Place = int | None
    """The first school, the second, or None for the whole board."""


@dataclass(frozen=True, slots=True)
class Told:
    """One number that somebody reads: so many of so many pupils began a module, and completed it."""

    where: str
    day: date
    """On which it stood so."""
    place: Place
    group: int | None
    """None for a sum of groups."""
    module: str
    learners: int
    begun: int | None
    completed: int


class Attacker:
    """What was gathered so far, and beside it what nobody outside a class may know: who was in which group on which day."""

    def __init__(self, term: Term) -> None:
        self.term = term
        self.told: dict[Told, None] = {}
        self._meant: dict[tuple[date, str], dict[int, frozenset[int]]] = {}
        self._begun: dict[tuple[date, str], frozenset[int]] = {}
        self._done: dict[tuple[date, str], frozenset[int]] = {}
        self._place: dict[int, int] = {}

    def look(self) -> None:
        """Read all of today with the eyes of both directors and of the officer."""
        self._note_who_is_where()
        for place in (0, 1):
            self._direct(place, self.term.reader(self.term.directors[place]))
        self._oversee(self.term.reader(self.term.officer))

    def of_whom(self, one: Told) -> dict[int, frozenset[int]]:
        """Tell of which groups a number is, each with its pupils; a sum is of the shown ones, or of all, by its size."""
        meant = self._meant[one.day, one.module]
        if one.group is not None:
            return {one.group: meant.get(one.group, frozenset())}
        mine = {group: who for group, who in meant.items() if one.place in {None, self._place[group]}}
        shown = {group: who for group, who in mine.items() if len(who) >= FEWEST}
        return shown if sum(map(len, shown.values())) == one.learners else mine

    def truth(self, one: Told) -> tuple[int, int, int]:
        """Count the same from the rows that stood there on that day."""
        who = frozenset().union(*self.of_whom(one).values())
        key = (one.day, one.module)
        return len(who), len(who & self._begun[key]), len(who & self._done[key])

    def differences(self) -> Iterator[tuple[Told, Told, frozenset[int]]]:
        """Subtract each number from every other of which it is a part, and give of whom that leaves few."""
        groups = {one: self.of_whom(one) for one in self.told}
        by_people: dict[tuple[str, frozenset[int]], Told] = {}
        for one, parts in groups.items():
            by_people.setdefault((one.module, frozenset().union(*parts.values())), one)
        for (whole, all_of_it), (part, some) in permutations(
            ((told, who) for (_, who), told in by_people.items()), 2
        ):
            left = all_of_it - some if whole.module == part.module and some < all_of_it else frozenset()
            is_known = self._is_of_shown(groups[whole]) and self._is_of_shown(groups[part])
            if 0 < len(left) < FEWEST and (whole.day == part.day or not is_known):
                yield whole, part, left

    @staticmethod
    def _is_of_shown(parts: dict[int, frozenset[int]]) -> bool:
        """Whether a number tells no more than those of the groups of which it is made, each of which is shown itself."""
        return all(len(who) >= FEWEST for who in parts.values())

    def _note_who_is_where(self) -> None:
        for place in (0, 1):
            for group in self.term.groups_of(place):
                self._place[group.id] = place
                pupils = self.term.pupils(group.id)
                for one in self.term.library.modules_for(Audience.PUPIL):
                    key = (self.term.day, one.id)
                    mine = [pupil for pupil in pupils if pupil.band in one.bands]
                    if mine:
                        self._meant.setdefault(key, {})[group.id] = frozenset(pupil.id for pupil in mine)
                    for found, kept in (("begun", self._begun), ("done", self._done)):
                        who = frozenset(pupil.id for pupil in mine if one.id in getattr(pupil, found))
                        kept[key] = kept.get(key, frozenset()) | who

    def _direct(self, place: int, reader: Actor) -> None:
        term, names = self.term, {one.name: one.id for one in self.term.groups_of(place)}
        page = school_page(term.store, term.library, reader, term.day)
        for row in page.groups:
            self._cells("school", place, row.group_id, row.cells)
            for one in group_counts(term.store, term.library, reader, row.group_id).modules:
                if one.pupils and one.done.value is not None and one.busy.value is not None:
                    begun = one.busy.value + one.done.value
                    self._add("group", place, row.group_id, one.module.id, one.pupils, begun, one.done.value)
        self._cells("school", place, None, page.totals)
        self._rows(
            place, plain(school_table(page, "nl", term.now), ENGLISH)["rows"], names | {ALL_GROUPS: None}
        )
        for figure in figures_now(term.store, term.library, reader, term.day):
            if figure.kind is Kind.MODULE and figure.count is not None and figure.total:
                self._add("evaluation", place, None, figure.key, figure.total, None, figure.count)
        self._trend(place, reader)

    def _oversee(self, reader: Actor) -> None:
        term = self.term
        page = board_page(term.store, term.library, reader, term.day)
        for row in page.schools:
            self._cells("board", term.schools.index(row.school.id), None, row.cells)
        table = plain(board_table(page, term.library.norms.protocols, "nl", term.now), ENGLISH)
        for place, school in enumerate(term.schools):
            name = next(row.school.name for row in page.schools if row.school.id == school)
            rows = [row for row in table["rows"] if row["school"] == name]
            self._rows(place, rows, {name: None})
        for one in term.library.modules_for(Audience.PUPIL):
            found = board_trend(term.store, lambda _: term.library, term.library, reader, one.id)
            if found.module is not None:
                for line in found.parts:
                    self._line("board-trend", term.schools.index(line.id), None, one.id, line)

    def _trend(self, place: int, reader: Actor) -> None:
        term = self.term
        for one in term.library.modules_for(Audience.PUPIL):
            found = school_trend(term.store, term.library, reader, module=one.id)
            if found.module is None:
                continue
            self._line("trend", place, None, one.id, found.pupils)
            for line in found.parts:
                self._line("trend", place, line.id, one.id, line)
            rows = plain(trend_table(found, "nl", term.now, of_board=False), ENGLISH)["rows"]
            told = {
                (point.learners, point.completed) for line in found.parts for point in line.points.values()
            }
            mine = {line.name for line in found.parts}
            assert {(row["to_do"], row["done"]) for row in rows if row["group"] in mine} <= told | {
                (None, None)
            }

    def _line(self, where: str, place: Place, group: int | None, module: str, line: Line) -> None:
        for point in line.points.values():
            if point.learners and point.completed is not None:
                self._add(
                    where, place, group, module, point.learners, point.begun, point.completed, point.taken_on
                )

    def _cells(self, where: str, place: Place, group: int | None, cells: Sequence[Completion | None]) -> None:
        for cell in cells:
            if cell is not None and cell.learners and cell.completed.value is not None:
                self._add(
                    where, place, group, cell.module.id, cell.learners, cell.begun.value, cell.completed.value
                )

    def _rows(self, place: int, rows: Sequence[dict[str, object]], names: dict[str, int | None]) -> None:
        """Read a table as it is written for machines."""
        for row in rows:
            if row["for"] == PUPILS and "hidden" not in row:
                name = str(row.get("group", row.get("school")))
                numbers = [int(str(row[one])) for one in ("people", "busy", "done")]
                self._add(
                    "file",
                    place,
                    names[name],
                    str(row["module"]),
                    numbers[0],
                    numbers[1] + numbers[2],
                    numbers[2],
                )

    def _add(
        self,
        where: str,
        place: Place,
        group: int | None,
        module: str,
        learners: int,
        begun: int | None,
        completed: int,
        day: date | None = None,
    ) -> None:
        self.told[Told(where, day or self.term.day, place, group, module, learners, begun, completed)] = None
