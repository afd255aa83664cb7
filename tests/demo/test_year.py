"""The demo's schools have a year behind them, so that every page which tells of one has something to show."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from course.classroom.tables import assignments, work_reminders
from course.curriculum.model import Purpose
from course.demo.board import build_board
from course.demo.plan import Size
from course.demo.year_words import ANSWERS, PLANS
from course.evaluation.pages import Kind
from course.evaluation.reading import board_evaluations, read_evaluation
from course.goals.tables import evidence
from course.learning.points import shared_points
from course.learning.tables import learning_points
from course.library import default_content_root, load_library
from course.people.public_password import PASSWORD
from course.people.roles import Role
from course.people.sign_in import sign_in_staff
from course.people.tables import roles
from course.profile.showing import readiness_of
from course.rulebooks.attesting import signers_of
from course.rulebooks.tables import attestations
from tests.builders import identity_of

if TYPE_CHECKING:
    from course.demo.plan import PlannedBoard
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

pytestmark = pytest.mark.proof
TODAY = date(2026, 11, 27)
NOW = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
BOARD = Size(schools=3, groups=3, pupils=6)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(default_content_root())


def entered(store: Store, email: str) -> Actor:
    return identity_of(store, sign_in_staff(store, email, PASSWORD, NOW), NOW)


def test_a_board_has_a_year_behind_it(store: Store, library: Library) -> None:
    """One board for all of it: building one takes seconds."""
    board = build_board(store, library, today=TODAY, size=BOARD)
    schools_looked_back(store, library, board)
    the_team_talked_signed_and_shared(store, library, board)
    groups_were_given_work(store)


def schools_looked_back(store: Store, library: Library, board: PlannedBoard) -> None:
    """The first did twice, so that one compares."""
    officer = entered(store, board.officer.email)
    found = {one.school.name: one.frozen for one in board_evaluations(store, officer)}
    assert [len(found[one.name]) for one in board.schools] == [2, 1, 1]
    newest = read_evaluation(store, officer, found[board.schools[0].name][0].id)
    assert [one.answer for one in newest.evaluation.answers] == list(ANSWERS)
    now, before = newest.evaluation, newest.before
    assert before is not None
    done = [sum(one.count or 0 for one in each.figures if one.kind is Kind.MODULE) for each in (before, now)]
    assert done[0] == 0 < done[1], "at the begin of the year nobody had done anything"
    asked = library.curriculum.profile
    missing = [one.missing for one in readiness_of(store, officer, asked, TODAY)]
    assert missing == [(), (), ()]
    assert all(set(answers) <= {one.id for one in asked.all} for answers in PLANS.values())


def the_team_talked_signed_and_shared(store: Store, library: Library, board: PlannedBoard) -> None:
    """One signature is missing, one point is for the own eyes, one question waits for its reply."""
    director = entered(store, board.schools[0].director.email)
    signers = signers_of(store, library, director)
    assert len(signers.missing) == 1 < len(signers.people)
    assert shared_points(store, director)
    with store.read() as conn:
        talks = conn.execute(select(evidence.c.people).where(evidence.c.purpose == Purpose.TEAM_TALK.value))
        assert len(talks.all()) == 3
        shared = conn.execute(select(func.count()).where(learning_points.c.shared_at.is_not(None))).scalar()
        assert 0 < shared < conn.execute(select(func.count()).select_from(learning_points)).scalar()
        asked = conn.execute(select(evidence.c.reply).where(evidence.c.asked != "")).scalars().all()
    assert len(asked) == 2
    assert [bool(one) for one in sorted(asked)] == [False, True]


def groups_were_given_work(store: Store) -> None:
    """One of each school is late, and was reminded."""
    with store.read() as conn:
        given = conn.execute(select(assignments.c.group_id, assignments.c.due_on)).all()
        reminded = set(conn.execute(select(work_reminders.c.group_id)).scalars())
    assert len(given) == 27
    late = {row.group_id for row in given if row.due_on < TODAY}
    assert late == reminded
    assert len(late) == 3
    assert all(row.due_on.weekday() < 5 for row in given)


@pytest.mark.parametrize("day", [date(2026, 8, 3), date(2026, 9, 7)])
def test_any_day_of_the_year_has_a_board(store: Store, library: Library, day: date) -> None:
    board: PlannedBoard = build_board(store, library, today=day, size=Size(1, 1, 5))
    with store.read() as conn:
        signed = conn.execute(select(func.max(attestations.c.signed_at))).scalar()
        staff = conn.execute(select(func.count()).where(roles.c.role == Role.TEACHER.value)).scalar()
    assert board.schools
    assert staff
    assert signed is None or signed.date() < day
