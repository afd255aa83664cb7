"""Whose evidence it is: the same answers for the form that is offered and for the row that is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from course.curriculum.model import Measure
from course.goals.pages import Evidence
from course.goals.permissions import (
    may_note_for_any_group,
    may_note_for_group,
    may_note_for_school,
    may_withdraw,
)
from course.people.roles import Role
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.library import Library
    from course.people.actor import Actor
    from tests.figures.scene import Term

OTHERS = 999


def entry(by: Actor) -> Evidence:
    return Evidence(
        1, by.school_id or 0, "streng:profiel", None, "", by.person_id, by.name, NOW.date(), "x", NOW, None
    )


def test_a_teacher_names_the_own_groups_only_and_a_director_all_of_them(here: Term) -> None:
    own = here.teacher.group_ids[0]
    assert may_note_for_group(here.teacher, own)
    assert not may_note_for_group(here.teacher, OTHERS)
    assert may_note_for_group(here.director, OTHERS), "that it is of the school is for the store to say"
    assert (may_note_for_any_group(here.teacher), may_note_for_any_group(here.director)) == (False, True)


@pytest.mark.parametrize("role", [Role.PUPIL, Role.OFFICER, Role.ADMINISTRATOR])
def test_who_keeps_no_evidence_names_no_group_either(here: Term, role: Role) -> None:
    somebody = replace(here.teacher, role=role)
    assert not may_note_for_group(somebody, here.teacher.group_ids[0])
    assert not may_withdraw(somebody, entry(here.teacher))


@pytest.mark.parametrize("measure", Measure)
def test_only_a_director_speaks_for_the_whole_school_and_never_where_groups_are_counted(
    here: Term, library: Library, measure: Measure
) -> None:
    goal = replace(next(iter(library.goal_set("streng").goals.values())), measure=measure)
    assert may_note_for_school(here.director, goal) is (measure is not Measure.EVIDENCE_GROUPS)
    assert not may_note_for_school(here.teacher, goal)


def test_a_teacher_withdraws_the_own_entries_and_a_director_those_of_the_school(here: Term) -> None:
    own, other = entry(here.teacher), replace(entry(here.teacher), noted_by_id=OTHERS)
    assert may_withdraw(here.teacher, own)
    assert not may_withdraw(here.teacher, other)
    assert may_withdraw(here.director, other)


def test_an_entry_of_another_school_is_nobodys_to_withdraw(here: Term) -> None:
    away = replace(entry(here.teacher), school_id=OTHERS)
    assert not may_withdraw(here.teacher, away)
    assert not may_withdraw(here.director, away)
