"""A plan is saved in versions, and what somebody else saved is never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, select

from course.curriculum.model import ProfileQuestions, Prompt
from course.errors import Clash, Invalid, NotFound, Refused
from course.people.roles import Role
from course.people.tables import persons
from course.profile.plans import LONGEST, Plan, plan_page, save_plan
from course.profile.tables import profile_plans
from course.reading.words import Words
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.figures.scene import Term

ASKED = ProfileQuestions(
    "",
    (Prompt("message", Words("Wat?", "What?"), Words("", "")),),
    (Prompt("specific", Words("Wat dan?", "Then what?"), Words("", "")),),
)
FIRST = Plan({"message": "Vallen mag.", "specific": "Elke groep."}, date(2027, 6, 1))
SECOND = replace(FIRST, answers={"message": "Opstaan ook."})
YEAR = timedelta(days=365)


def save(store: Store, here: Term, plan: Plan, based_on: int) -> int:
    return save_plan(store, here.director, ASKED, plan, based_on, NOW)


def test_every_saving_is_a_version_and_the_older_ones_stay_as_they_were(store: Store, here: Term) -> None:
    kept = replace(FIRST, kept_by_id=here.teacher.person_id)
    assert save(store, here, kept, 0) == 1
    assert save(store, here, SECOND, 1) == 2
    page = plan_page(store, here.teacher)
    assert [one.number for one in page.versions] == [2, 1]
    assert page.newest == page.version(2026, 2)
    first = page.version(2026, 1)
    assert (first.plan, first.kept_by, first.saved_at) == (kept, "Jo", NOW)
    assert page.version(2026, 2).plan.answers == {"message": "Opstaan ook."}


def test_sent_twice_it_is_saved_once(store: Store, here: Term) -> None:
    assert [save(store, here, FIRST, 0) for _ in range(2)] == [1, 1]
    assert len(plan_page(store, here.director).versions) == 1


def test_who_did_not_see_the_newest_version_overwrites_nothing(store: Store, here: Term) -> None:
    save(store, here, FIRST, 0)
    with pytest.raises(Clash):
        save(store, here, SECOND, 0)
    assert plan_page(store, here.director).newest.plan == FIRST  # type: ignore[union-attr]


def test_a_new_school_year_begins_anew_and_keeps_the_old_one(store: Store, here: Term) -> None:
    save(store, here, FIRST, 0)
    later = replace(here.director, today=NOW.date() + YEAR)
    assert plan_page(store, later).number == 0
    assert save_plan(store, later, ASKED, replace(SECOND, until_on=None), 0, NOW + YEAR) == 1
    page = plan_page(store, later)
    assert [(one.school_year, one.number) for one in page.versions] == [(2027, 1), (2026, 1)]


def test_only_what_is_asked_is_kept_and_every_slip_is_told(store: Store, here: Term) -> None:
    save(store, here, Plan({"message": " Vallen\r\nmag. ", "else": "x", "specific": " "}), 0)
    assert plan_page(store, here.director).newest.plan.answers == {"message": "Vallen\nmag."}  # type: ignore[union-attr]
    with pytest.raises(Invalid) as told:
        save(store, here, Plan({"message": "x" * (LONGEST + 1)}, date(2026, 7, 31)), 1)
    assert set(told.value.fields) == {"message", "until_on"}
    with pytest.raises(Invalid):
        save(store, here, Plan({"message": " "}), 1)


def test_a_teacher_reads_and_only_the_director_writes(store: Store, here: Term) -> None:
    with pytest.raises(Refused):
        save_plan(store, here.teacher, ASKED, FIRST, 0, NOW)
    with pytest.raises(NotFound):
        save(store, here, replace(FIRST, kept_by_id=here.pupils[0].person_id), 0)
    with pytest.raises(NotFound):
        plan_page(store, here.pupils[0])


def test_an_officer_reads_the_schools_of_the_own_board_alone(store: Store, here: Term) -> None:
    save(store, here, FIRST, 0)
    officer = replace(here.director, role=Role.OFFICER, school_id=None)
    assert plan_page(store, officer, here.school).newest.plan == FIRST  # type: ignore[union-attr]
    for stranger, school in (
        (replace(officer, board_id=officer.board_id + 1), here.school),
        (replace(here.teacher, school_id=here.school + 1), here.school),
        (officer, None),
        (officer, here.school + 99),
    ):
        with pytest.raises(NotFound):
            plan_page(store, stranger, school)


def test_whoever_is_erased_leaves_the_plan_to_the_school_without_a_name(store: Store, here: Term) -> None:
    save(store, here, replace(FIRST, kept_by_id=here.teacher.person_id), 0)
    with store.write() as conn:
        conn.execute(delete(persons).where(persons.c.id == here.teacher.person_id))
        assert conn.execute(select(profile_plans.c.kept_by)).scalar_one() is None
    newest = plan_page(store, here.director).newest
    assert newest is not None
    assert (newest.kept_by, newest.plan.answers) == ("", FIRST.answers)
