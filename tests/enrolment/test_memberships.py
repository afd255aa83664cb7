"""Moving, leaving, a new year: the figures go with the pupils, and what a group chose first stays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from course.enrolment.memberships import begin_year, end_role, join, leave, move, set_year_group
from course.enrolment.people import erase_person
from course.errors import Clash, Invalid
from course.figures.counts import Count
from course.figures.groups import group_page, my_groups
from course.figures.schools import group_counts, school_page
from course.journal.journal import Origin
from course.learning.pages import State
from course.people.roles import InGroup
from tests.builders import NOW, a_group, a_pupil, a_teacher
from tests.enrolment.term import Term, a_library_of_two_bands

if TYPE_CHECKING:
    from course.store.store import Store

LIBRARY = a_library_of_two_bands()
TODAY = NOW.date()


@pytest.fixture
def term(store: Store) -> Term:
    return Term(store, LIBRARY)


def complete(term: Term, person: int) -> None:
    term.play(term.reader(person), "kort", "stil")
    term.sit(term.reader(person), "kort", "a")


def kort(term: Term, group: int) -> tuple[int, Count, Count]:
    """What the director's page says of a group and the module: for how many it is, how many began, how many are done."""
    page = school_page(term.store, term.library, term.reader(term.directors[0]), term.day)
    (row,) = (one for one in page.groups if one.group_id == group)
    cell = row.cells[[one.id for one in page.modules].index("kort")]
    assert cell
    return cell.learners, cell.begun, cell.completed


def test_last_years_class_takes_its_figures_along_to_the_new_year(term: Term) -> None:
    old = term.groups[1]
    pupils = [one.id for one in term.pupils(old.id)]
    for one in pupils:
        complete(term, one)
    term.day = date(2027, 8, 20)
    new = term.new_group(0)
    with term.store.write() as conn:
        begin_year(conn, pupils, new.id, "8", term.day)
    assert kort(term, new.id) == (7, Count(7), Count(7))
    teacher = term.reader(term.teachers[0])
    (card,) = my_groups(term.store, term.library, teacher, term.now)
    assert [(one.begun, one.completed) for one in card.modules if one.module.id == "kort"] == [
        (Count(7), Count(7))
    ]
    page = group_page(term.store, term.library, teacher, new.id, term.now)
    assert [State.DONE in [cell and cell.state for cell in row.cells] for row in page.pupils] == [True] * 7
    assert term.pupils(old.id) == []


def test_who_leaves_or_is_erased_counts_no_more_and_who_returns_counts_again(term: Term) -> None:
    group = term.groups[1].id
    pupils = [one.id for one in term.pupils(group)]
    for one in pupils[:4]:
        complete(term, one)
    with term.store.write() as conn:
        leave(conn, group, pupils[:1], term.day)
        erase_person(conn, pupils[1], Origin(NOW))
    assert kort(term, group) == (5, Count(2), Count(2))
    states = group_counts(term.store, term.library, term.reader(term.directors[0]), group).modules
    assert [(one.not_begun, one.done) for one in states if one.module.id == "kort"] == [(Count(3), Count(2))]
    with term.store.write() as conn:
        join(conn, group, pupils[:1], InGroup.PUPIL, term.day)
    assert kort(term, group) == (6, Count(3), Count(3))


def test_what_was_chosen_first_stays_with_the_group_in_which_it_was(term: Term) -> None:
    old, new = term.groups[1].id, term.groups[0].id
    pupils = [one.id for one in term.pupils(old)]
    for one in pupils[:2]:
        complete(term, one)
    before = term.rows("SELECT group_id, scene, choice, count FROM first_choices ORDER BY scene")
    with term.store.write() as conn:
        move(conn, pupils[:1], old, new, term.day)
        erase_person(conn, pupils[1], Origin(NOW))
    assert term.rows("SELECT group_id, scene, choice, count FROM first_choices ORDER BY scene") == before
    assert {one[0] for one in before} == {old}


def test_a_combination_group_counts_each_module_among_those_for_whom_it_is_meant(term: Term) -> None:
    group = term.groups[0].id
    six, seven = [[one.id for one in term.pupils(group) if one.band == band] for band in ("po-5-6", "po-7-8")]
    for one in seven[:2]:
        complete(term, one)
    assert kort(term, group) == (5, Count(2), Count(2))
    with term.store.write() as conn:
        set_year_group(conn, six[:1], "7")
    assert kort(term, group) == (6, Count(2), Count(2))
    with term.store.write() as conn:
        set_year_group(conn, seven[:1], "6")
    assert kort(term, group) == (5, Count(1), Count(1))


def test_the_end_of_a_role_ends_what_one_was_by_it_in_groups_of_that_school(store: Store) -> None:
    group = a_group(store)
    pupil, teacher = a_pupil(store, group), a_teacher(store, group).id
    with store.write() as conn:
        for role in conn.exec_driver_sql("SELECT id FROM roles").scalars().all():
            end_role(conn, role, Origin(NOW))
        open_ones = conn.exec_driver_sql("SELECT count(*) FROM memberships WHERE until_on IS NULL").scalar()
        pupils = conn.exec_driver_sql("SELECT sum(pupils) FROM group_sizes").scalar()
    assert pupil
    assert teacher
    assert (open_ones, pupils) == (0, 0)


def test_nobody_moves_where_one_of_them_cannot(term: Term) -> None:
    old, new = term.groups[0].id, term.groups[1].id
    first, second = (one.id for one in term.pupils(old)[:2])
    with term.store.write() as conn:
        join(conn, new, [second], InGroup.PUPIL, term.day)
    before = [len(term.pupils(group)) for group in (old, new)]
    with pytest.raises(Clash), term.store.write() as conn:
        move(conn, [first, second], old, new, term.day)
    assert [len(term.pupils(group)) for group in (old, new)] == before
    assert kort(term, old)[0] == 5


def test_a_pupils_leaving_is_not_written_ahead(store: Store) -> None:
    group, pupil = a_group(store), a_pupil(store, a_group(store))
    with pytest.raises(Invalid) as refused, store.write() as conn:
        join(conn, group.id, [pupil], InGroup.PUPIL, TODAY, until_on=TODAY)
    assert set(refused.value.fields) == {"until_on"}
