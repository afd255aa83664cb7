"""What is told over months, of a team by name, and in an evaluation, beside the raw rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from course.evaluation.figures import figures_now
from course.evaluation.pages import Kind
from course.figures.schools import staff_page
from course.figures.trend import board_trend, school_trend
from course.learning.pages import STUCK_AFTER, State
from course.norms.model import Audience
from course.reports.drawing import STATES, staff_table
from course.rulebooks.attesting import signers_of
from tests.enrolment.pages import added_up, hidden_when_few, most_completed
from tests.enrolment.term import counted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from course.evaluation.pages import Figure
    from course.figures.trend import Line
    from tests.enrolment.term import Term

Numbers = tuple[int, int | None, int | None]
WHOLE, TEAM = "whole", "team"
HOLDING = """
WITH RECURSIVE holds(id, kind, based_on) AS (
  SELECT v.id, v.kind, v.based_on FROM protocol_versions v WHERE v.id = (
    SELECT version_id FROM adoptions WHERE school_id = :s AND from_on <= :today ORDER BY from_on DESC, id DESC LIMIT 1)
  UNION ALL
  SELECT v.id, v.kind, v.based_on FROM protocol_versions v JOIN holds h ON v.id = h.based_on WHERE h.kind <> 'major')
SELECT a.person_id, MAX(a.signed_at) FROM attestations a JOIN holds h ON h.id = a.version_id
WHERE a.school_id = :s GROUP BY a.person_id
"""
"""When somebody confirmed the version in force, or one of which it only changes words."""


class Months:
    """What stood in the rows on the day of each month on which figures were written down last."""

    def __init__(self, term: Term) -> None:
        self.term = term
        self._kept: dict[tuple[int, date], tuple[date, int, dict[tuple[object, str], Numbers]]] = {}

    def compare(self) -> None:
        """Read the year of both schools and of the board, which writes today's figures down, and compare each month."""
        for place in (0, 1):
            month = self.term.day.replace(day=1)
            if (place, month) not in self._kept or self._kept[place, month][0] < self.term.day:
                self._kept[place, month] = (self.term.day, self.term.school_year, self._now(place))
        for module in ("", "kort", "klein", "vriend"):
            for place in (0, 1):
                self._compare_school(place, module)
            self._compare_board(module)

    def _now(self, place: int) -> dict[tuple[object, str], Numbers]:
        """By group, the whole and the team, and by module: of how many, begun, and completed; None for what is not told."""
        found: dict[tuple[object, str], Numbers] = {}
        groups = {one.id: self.term.pupils(one.id) for one in self.term.groups_of(place)}
        for one in self.term.library.modules_for(Audience.PUPIL):
            for group, pupils in groups.items():
                if (numbers := counted(pupils, one))[0]:
                    found[group, one.id] = hidden_when_few(numbers)
            whole = added_up(groups.values(), one)
            if whole[1] is not None and whole[0]:
                found[WHOLE, one.id] = whole
        staff = [self.term.learned(one) for one in self.term.staff(place)]
        if staff:
            begun, done = (sum("vriend" in one[part] for one in staff) for part in (0, 1))
            found[TEAM, "vriend"] = (len(staff), begun, done)
        return found

    def _line(self, place: int, of: object, module: str, *, few: bool) -> dict[date, Numbers]:
        """Add up the modules of a line by month; `few` for who is told of a small team too."""
        line: dict[date, Numbers] = {}
        for (where, month), (_, _, rows) in self._kept.items():
            mine = [
                (one if few or of != TEAM else hidden_when_few(one))
                for (name, what), one in rows.items()
                if name == of and module in {"", what}
            ]
            if where == place and mine:
                told = [one for one in mine if one[1] is not None]
                line[month] = (
                    sum(one[0] for one in told),
                    sum(one[1] or 0 for one in told) if told else None,
                    sum(one[2] or 0 for one in told) if told else None,
                )
        return line

    def _compare_school(self, place: int, module: str) -> None:
        term = self.term
        found = school_trend(term.store, term.library, term.reader(term.directors[place]), module=module)
        is_told = any(self._line(place, of, module, few=True) for of in (WHOLE, TEAM))
        assert (found.module is not None) == bool(module and is_told)
        chosen = module if found.module else ""
        assert _points(found.pupils) == self._line(place, WHOLE, chosen, few=True)
        assert _points(found.team) == self._line(place, TEAM, chosen, few=True)
        groups = {
            of
            for (where, _), (_, year, rows) in self._kept.items()
            for of, what in rows
            if where == place and year == term.school_year and chosen in {"", what} and isinstance(of, int)
        }
        assert {one.id for one in found.parts} == groups
        for one in found.parts:
            assert _points(one) == self._line(place, one.id, chosen, few=True)

    def _compare_board(self, module: str) -> None:
        term = self.term
        library = term.library
        found = board_trend(term.store, lambda _: library, library, term.reader(term.officer), module)
        chosen = found.module.id if found.module else ""
        of = TEAM if chosen == "vriend" else WHOLE
        lines = {place: self._line(place, of, chosen, few=False) for place in (0, 1)}
        for one in found.parts:
            assert _points(one) == lines[term.schools.index(one.id)]
        together = {
            month: tuple(sum(told) for told in zip(*both, strict=True))
            for month in {month for line in lines.values() for month in line}
            if (
                both := [
                    line[month] for line in lines.values() if month in line and line[month][1] is not None
                ]
            )
        }
        assert _points(found.team if of == TEAM else found.pupils) == together


def _points(line: Line) -> dict[date, Numbers]:
    return {month: (one.learners, one.begun, one.completed) for month, one in line.points.items()}


def compare_team(term: Term) -> None:
    """The team by name: how far each is with the training, and when each confirmed the protocol in force."""
    for place in (0, 1):
        reader, school = term.reader(term.directors[place]), term.schools[place]
        signed = {int(str(one)): str(at)[:10] for one, at in term.rows(HOLDING, s=school)}
        signers = signers_of(term.store, term.library, reader)
        version = term.rows(
            "SELECT version_id FROM adoptions WHERE school_id = :s AND from_on <= :today"
            " ORDER BY from_on DESC, id DESC LIMIT 1",
            s=school,
        )
        assert [signers.version.id if signers.version else None] == [one for (one,) in version] or [None]
        assert {one.person_id for one in signers.people} == set(term.staff(place))
        assert {one.person_id for one in signers.missing} == set(term.staff(place)) - set(signed)
        page = staff_page(term.store, term.library, reader)
        expected = set()
        for one in term.staff(place):
            ((name,),) = term.rows("SELECT name FROM persons WHERE id = :p", p=one)
            expected.add((name, signed.get(one), "vriend", _state(term, one)))
        table = staff_table(page, signers, "Eik", "nl", term.now)
        told = {(row[0], row[1] and str(row[1]), row[2], row[3]) for row in table.rows}
        assert told == expected


def _state(term: Term, person: int) -> str:
    found = term.rows(
        "SELECT attempts, quiz_passed_at, completed_at FROM progress WHERE person_id = :p AND module = 'vriend'",
        p=person,
    )
    if not found:
        return STATES[State.NOT_BEGUN]
    ((attempts, passed, done),) = found
    if done is not None:
        return STATES[State.DONE]
    return STATES[State.STUCK if passed is None and int(str(attempts)) >= STUCK_AFTER else State.BUSY]


Expected = Mapping[tuple[Kind, str], tuple[int | None, int]]


def compare_evaluation(term: Term, place: int) -> Expected:
    """The figures that an evaluation of today would keep; gives them as the rows have them, for a later day."""
    reader, pupils = (
        term.reader(term.directors[place]),
        [term.pupils(one.id) for one in term.groups_of(place)],
    )
    expected: dict[tuple[Kind, str], tuple[int | None, int]] = {}
    for one in term.library.modules_for(Audience.PUPIL):
        if any(counted(group, one)[0] for group in pupils):
            learners, _, done = added_up(pupils, one)
            expected[Kind.MODULE, one.id] = (done, learners)
    learned = [term.learned(one) for one in term.staff(place)]
    staff, _, ready = hidden_when_few((len(learned), 0, sum("vriend" in done for _, done in learned)))
    expected[Kind.STAFF_MODULE, "vriend"] = expected[Kind.STAFF, ""] = (ready, staff)
    met = sum(most_completed(term, group) for group in term.groups_of(place))
    expected[Kind.GOAL, "streng:groepen"] = (met, 2)
    assert frozen_of(figures_now(term.store, term.library, reader, term.day), expected) == expected
    return expected


def frozen_of(figures: Iterable[Figure], expected: Expected) -> Expected:
    """Give those figures that were worked out from rows; every one of a module is among them."""
    found = {(one.kind, one.key): (one.count, one.total) for one in figures}
    return {key: one for key, one in found.items() if key in expected or key[0] is Kind.MODULE}
