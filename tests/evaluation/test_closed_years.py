"""A year that is over is read back as it stood, by who may, whatever became of the people since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, update

from course.administration.rollover import confirm
from course.enrolment.people import erase_person
from course.errors import NotFound
from course.evaluation.closed_years import closed_year, years_over
from course.figures.tables import snapshot_groups
from course.goals.tables import evidence
from course.journal.journal import Origin
from course.people.access import FEWEST, School
from course.people.roles import Role
from course.people.tables import groups
from tests.figures.scene import term

if TYPE_CHECKING:
    from course.evaluation.closed_years import ClosedYear
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store
    from tests.figures.scene import Term

AUGUST = date(2027, 8, 20)
THEN = Origin(datetime(2027, 8, 20, 9, tzinfo=UTC))


def later(actor: Actor) -> Actor:
    return replace(actor, today=AUGUST)


def looked(store: Store, library: Library, actor: Actor, school: int | None = None) -> ClosedYear:
    return closed_year(store, library, later(actor), 2026, school)


@pytest.fixture
def small(here: Term) -> int:
    """A second group, too small to be told."""
    group = here.world.group(here.school, "8A")
    for number in range(FEWEST - 1):
        here.world.person(Role.PUPIL, here.school, group, name=f"klein {number}", year_group="8")
    return group


def test_a_director_reads_groups_members_completion_team_and_goals_as_they_stood(
    store: Store, library: Library, here: Term, small: int
) -> None:
    here.finish(0)
    here.begin(1)
    found = looked(store, library, here.director)
    assert (found.school_year, found.taken_on, found.groups, found.pupils, found.staff) == (
        2026,
        AUGUST,
        2,
        10,
        2,
    )
    place = [one.id for one in found.modules].index("kort")
    told, few = found.rows
    assert [(one.name, one.pupils) for one in found.rows] == [("7B", 6), ("8A", 4)]
    cell, hidden, whole = told.cells[place], few.cells[place], found.totals[place]
    assert cell is not None
    assert (cell.learners, cell.begun, cell.completed) == (6, 2, 1)
    assert hidden is not None
    assert (hidden.learners, hidden.begun, hidden.completed) == (4, None, None)
    assert whole is not None
    assert (whole.learners, whole.completed) == (6, 1)
    assert [one.completed for one in found.staff_cells] == [0] * len(found.staff_modules)
    assert [one.number for one in found.goals] == [1, 2, 3]


def test_moves_answers_erasures_and_evidence_of_later_leave_it_as_it_was_without_a_name(
    store: Store, library: Library, here: Term, small: int
) -> None:
    here.finish(0)
    before = looked(store, library, here.director)
    school = School(here.school, here.world.board, "De Eik", "streng", date(2014, 6, 4))
    confirm(store, school, {}, None, THEN)
    here.finish(1)
    with store.write() as conn:
        for pupil in here.pupils[:3]:
            erase_person(conn, pupil.person_id, THEN)
        conn.execute(delete(evidence))
        conn.execute(update(groups).where(groups.c.id == small).values(name="Anders"))
    after = looked(store, library, here.director)
    assert after == before
    assert not [pupil for pupil in here.pupils if pupil.name in repr(after)]
    with store.write() as conn:
        conn.execute(delete(groups).where(groups.c.school_year == 2026))
    assert looked(store, library, here.director) == before


def test_who_looks_first_after_the_groups_are_empty_finds_nothing_rather_than_nought(
    store: Store, library: Library, here: Term
) -> None:
    """The step that moves everybody up closes the year before; here it is passed by."""
    school = School(here.school, here.world.board, "De Eik", "streng", date(2014, 6, 4))
    confirm(store, school, {}, None, THEN)
    with pytest.raises(NotFound):
        looked(store, library, here.director)


def test_an_officer_reads_the_school_without_groups_and_no_small_team(
    store: Store, library: Library, here: Term, small: int
) -> None:
    here.finish(0)
    officer = here.world.person(Role.OFFICER, None, name="Bo")
    found = looked(store, library, officer, here.school)
    assert (found.rows, found.groups, found.pupils) == ((), 2, 10)
    assert all(one.completed is None and one.begun is None for one in found.staff_cells)
    assert any(one and one.completed == 1 for one in found.totals)
    assert years_over(store, later(officer), [here.school]) == {here.school: (2026,)}


def test_out_of_sight_still_running_or_never_written_is_not_there(
    store: Store, library: Library, here: Term
) -> None:
    there = term(here.world, library, 5, school="De Beuk")
    for actor, year, school in (
        (later(here.director), 2026, there.school),
        (later(here.director), 2027, None),
        (here.director, 2026, None),
        (later(here.director), 2020, None),
        (later(here.world.person(Role.OFFICER, None, name="Bo")), 2026, None),
    ):
        with pytest.raises(NotFound):
            closed_year(store, library, actor, year, school)


def test_a_module_that_the_course_has_no_more_is_still_told(
    store: Store, library: Library, here: Term
) -> None:
    here.finish(0)
    looked(store, library, here.director)
    without = replace(library, curriculum=replace(library.curriculum, modules={}))
    found = looked(store, without, here.director)
    assert "kort" in [one.words.nl for one in found.modules]


def test_a_year_from_before_groups_were_counted_whole_says_so(
    store: Store, library: Library, here: Term
) -> None:
    looked(store, library, here.director)
    with store.write() as conn:
        conn.execute(delete(snapshot_groups))
    found = looked(store, library, here.director)
    assert (found.groups, found.pupils, [one.pupils for one in found.rows]) == (None, None, [None])
