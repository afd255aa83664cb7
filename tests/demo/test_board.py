from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Integer, cast, func, select

from cli.demo import sheet
from course.calendar import school_year
from course.classroom.class_sessions import class_door
from course.classroom.sign_in import sign_in_pupil
from course.demo.board import build_board
from course.demo.plan import Size, plan_board
from course.goals.tables import evidence
from course.learning.progress.module_progress import IS_STUCK
from course.learning.tables import attempts, group_progress, marks, progress, runs
from course.library import default_content_root, load_library
from course.norms.model import Audience
from course.people.actor import hash_of
from course.people.posts import choices_of
from course.people.public_password import PASSWORD
from course.people.roles import Role
from course.people.sign_in import sign_in_staff, switch_role
from course.people.tables import memberships, persons, roles, schools
from course.store.store import Store
from tests.builders import identity_of

if TYPE_CHECKING:
    from pathlib import Path

    from course.library import Library

pytestmark = pytest.mark.proof
TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SMALL = Size(schools=2, groups=3, pupils=6)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(default_content_root())


def test_the_default_board_has_five_schools_one_per_protocol_with_three_groups_of_about_25() -> None:
    board = plan_board()
    assert [school.protocol for school in board.schools] == [
        "kom-leren", "verkruisen", "edu-ley", "compass", "cvo-nwf",
    ]  # fmt: skip
    for school in board.schools:
        assert [group.name for group in school.groups] == ["Groep 7", "Groep 7/8", "Groep 8"]
        assert all(24 <= len(group.pupils) <= 26 for group in school.groups)
        assert {place for teacher in school.teachers for place in teacher.groups} == {0, 1, 2}


def test_the_plan_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    assert plan_board(3) == plan_board(3)
    assert plan_board(3) != plan_board(4)


@pytest.mark.parametrize("size", [Size(), Size(20, 20, 25)])
def test_no_two_groups_codes_addresses_or_tiles_clash(size: Size) -> None:
    board = plan_board(size=size)
    emails = [one.email for school in board.schools for one in (*school.teachers, school.director)]
    assert len({*emails, board.officer.email, board.administrator.email}) == len(emails) + 2
    assert all(email.endswith(".example") for email in emails)
    assert len({school.code for school in board.schools}) == len(board.schools)
    for school in board.schools:
        assert len({group.name for group in school.groups}) == len(school.groups)
        for group in school.groups:
            assert len({pupil.name for pupil in group.pupils}) == len(group.pupils)


def test_everybody_on_the_sheet_can_sign_in(store: Store, library: Library) -> None:
    board = build_board(store, library, today=TODAY, size=SMALL)
    printed = sheet(board)
    for school in board.schools:
        pupil = school.groups[0].pupils[0]
        tile = next(t for t in class_door(store, school.code, NOW).tiles if t.name == pupil.name)
        fresh = sign_in_pupil(store, school.code, tile.person_id, pupil.pictures, NOW)
        assert identity_of(store, fresh, NOW).protocol == school.protocol
        for one in (school.teachers[0], school.director):
            fresh = sign_in_staff(store, one.email, PASSWORD, NOW)
            if fresh.role_id is None:
                choices = choices_of(store, fresh.person_id, NOW)
                mine = next(c for c in choices if (c.role, c.place) == (one.role, school.name))
                switch_role(store, fresh.person_id, hash_of(fresh.token), mine.role_id, NOW)
            actor = identity_of(store, fresh, NOW)
            assert (actor.role, actor.school_name) == (one.role, school.name)
            assert one.email in printed
        assert school.code in printed
    officer = identity_of(store, sign_in_staff(store, board.officer.email, PASSWORD, NOW), NOW)
    assert officer.role is Role.OFFICER
    keeper = identity_of(store, sign_in_staff(store, board.administrator.email, PASSWORD, NOW), NOW)
    assert keeper.role is Role.ADMINISTRATOR
    assert board.administrator.email in printed


def test_the_counters_of_the_groups_are_what_their_pupils_did(store: Store, library: Library) -> None:
    build_board(store, library, today=TODAY, size=SMALL)
    banks = library.quizzes.values()
    uncounted = [one.id for bank in banks for one in bank.questions.values() if not one.counts]
    with store.read() as conn:
        kept = conn.execute(
            select(
                group_progress.c.group_id,
                func.sum(group_progress.c.begun),
                func.sum(group_progress.c.completed),
            ).group_by(group_progress.c.group_id)
        ).all()
        counted = conn.execute(
            select(memberships.c.group_id, func.count(), func.count(progress.c.completed_at))
            .join_from(progress, memberships, progress.c.person_id == memberships.c.person_id)
            .where(memberships.c.role == Role.PUPIL.value)
            .group_by(memberships.c.group_id)
        ).all()
        right = conn.execute(
            select(
                attempts.c.right, attempts.c.answered, func.count(), func.sum(cast(marks.c.right, Integer))
            )
            .join_from(attempts, marks)
            .where(marks.c.question.not_in(uncounted))
            .group_by(attempts.c.id, attempts.c.right, attempts.c.answered)
        ).all()
    assert {tuple(row) for row in kept} == {tuple(row) for row in counted}
    assert right
    assert all((row[0], row[1]) == (row[3], row[2]) for row in right)


def test_half_a_term_shows_every_state_and_nothing_of_tomorrow(store: Store, library: Library) -> None:
    board = build_board(store, library, today=TODAY)
    with store.read() as conn:
        rows = conn.execute(
            select(
                roles.c.role, progress.c.completed_at, IS_STUCK.label("stuck"), progress.c.touched_at
            ).join_from(progress, roles, roles.c.person_id == progress.c.person_id)
        ).all()
        pupils = conn.execute(select(func.count()).where(roles.c.role == Role.PUPIL.value)).scalar_one()
        per_school = conn.execute(
            select(schools.c.protocol, func.count(evidence.c.id))
            .outerjoin_from(schools, evidence)
            .group_by(schools.c.protocol)
        ).all()
    states = Counter(
        "done" if row.completed_at else "stuck" if row.stuck else "busy"
        for row in rows
        if row.role == Role.PUPIL
    )
    assert pupils == 375 + 12 + sum(len(one.group.pupils) for one in board.beside)
    assert min(states.values()) >= 10
    modules = sum(one.audience is Audience.PUPIL for one in library.curriculum.modules.values())
    assert pupils * modules - sum(states.values()) >= 30
    assert any(row.role == Role.TEACHER and row.completed_at for row in rows)
    assert max(row.touched_at for row in rows) < datetime(2026, 11, 20, tzinfo=UTC)
    assert min(dict(map(tuple, per_school)).values()) >= 1


def test_what_was_noted_for_a_goal_happened_before_its_last_day(store: Store, library: Library) -> None:
    build_board(store, library, today=TODAY)
    with store.read() as conn:
        noted = conn.execute(select(evidence.c.goal, evidence.c.happened_on)).all()
    assert noted
    goals = library.goal_set("kom-leren").goals
    assert all(day <= goals[goal].due(school_year(TODAY)) for goal, day in noted if goal)
    assert all(date(2026, 8, 1) <= day <= TODAY for _, day in noted)


WALKED = (
    select(persons.c.name, runs.c.lesson, runs.c.path, runs.c.touched_at)
    .join_from(runs, persons)
    .order_by(runs.c.person_id, runs.c.lesson)
)


def test_the_same_seed_and_day_give_the_same_progress_on_another_store(
    store: Store, library: Library, tmp_path: Path
) -> None:
    other = Store.open(f"sqlite:///{tmp_path / 'other.db'}")
    other.migrate()
    walked = []
    for one in (store, other):
        build_board(one, library, today=TODAY, size=SMALL)
        with one.read() as conn:
            walked.append(conn.execute(WALKED).all())
    other.close()
    assert walked[0] == walked[1]


def test_building_it_again_adds_nothing(store: Store, library: Library) -> None:
    counts = []
    for _ in range(2):
        build_board(store, library, today=TODAY, size=SMALL)
        with store.read() as conn:
            counts.append(
                [conn.execute(select(func.count()).select_from(one)).scalar() for one in (persons, runs)]
            )
    assert counts[0] == counts[1]


def test_the_printed_codes_work_again_on_a_later_day(store: Store, library: Library) -> None:
    board = build_board(store, library, today=TODAY, size=Size(1, 1, 2))
    build_board(store, library, today=TODAY + timedelta(days=100), size=Size(1, 1, 2))
    assert class_door(store, board.schools[0].code, NOW + timedelta(days=120)).tiles
