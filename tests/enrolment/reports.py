"""Every report and every list of a teacher's work, beside the raw rows."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from course.classroom.assignments import assign
from course.figures.boards import board_page
from course.figures.groups import group_page
from course.figures.schools import school_page
from course.figures.work import Stage, work_page
from course.goals.states import school_goals
from course.goals.tables import board_goals, evidence
from course.learning.pages import STUCK_AFTER
from course.norms.model import Audience
from course.reports.drawing import ALL_GROUPS, PUPILS, TEAM, board_table, group_table, school_table
from course.reports.table import Hidden
from tests.enrolment.pages import added_up, hidden_when_few
from tests.enrolment.term import counted

if TYPE_CHECKING:
    from course.people.access import Group
    from tests.enrolment.term import Pupil, Term

REGULAR, WEEKS = "streng:ouders", 2
Numbers = tuple[int, int | None, int | None]


def compare_reports(term: Term) -> None:
    """What directors and the officer take along: the rows of the table that every file is drawn from."""
    for place in (0, 1):
        reader = term.reader(term.directors[place])
        page = school_page(term.store, term.library, reader, term.day)
        assert [tuple(one) for one in school_table(page, "nl", term.now).rows] == _of_school(term, place)
    officer = term.reader(term.officer)
    board = board_page(term.store, term.library, officer, term.day)
    found = board_table(board, term.library.norms.protocols, "nl", term.now).rows
    assert [(one[0], *one[2:]) for one in found] == _of_board(term, [one.school.id for one in board.schools])


def compare_work(term: Term) -> None:
    """What a teacher is told of each pupil: in the list of stages, and in the report by name."""
    for place in (0, 1):
        reader = term.reader(term.teachers[place])
        for group in term.groups_of(place):
            work = work_page(term.store, term.library, reader, group.id, term.now)
            names, pupils = _names(term, group), term.pupils(group.id)
            for one in work.modules:
                told = {(name, stage) for stage, all_of_it in one.stages.items() for name in all_of_it}
                meant = [pupil for pupil in pupils if pupil.band in one.module.bands]
                assert told == {(names[pupil.id], _stage(term, pupil, one.module.id)) for pupil in meant}
                assert one.due_on == _due(term, group, one.module.id)
            listed = group_table(
                group_page(term.store, term.library, reader, group.id, term.now), "nl", term.now
            )
            assert {(row[0], row[1], row[3]) for row in listed.rows} == {
                (names[pupil.id], module.id, _best(term, pupil, module.id))
                for module in term.library.modules_for(Audience.PUPIL)
                for pupil in pupils
                if pupil.band in module.bands
            }


def compare_rhythm(term: Term) -> None:
    """Which groups keep the rhythm that a goal sets: twice at least, never more than so many weeks apart, until today."""
    for place in (0, 1):
        reader = term.reader(term.directors[place])
        states = school_goals(term.store, term.library, reader, term.day).states
        (found,) = (one for one in states if one.goal.id == REGULAR)
        met = [_is_regular(term, group) for group in term.groups_of(place)]
        assert [one.is_met for one in found.groups] == met
        assert (found.count, found.asked) == (sum(met), len(met))


def ask_rhythm(term: Term) -> None:
    """Let the board ask for something regularly."""
    with term.store.write() as conn:
        conn.execute(board_goals.update().where(board_goals.c.goal == REGULAR).values(rhythm=WEEKS))


def note(term: Term, group: Group, happened_on: date, *, withdrawn: bool) -> None:
    """Note for a group that it was done on a day."""
    row = {
        "school_id": group.school_id,
        "group_id": group.id,
        "goal": REGULAR,
        "school_year": group.school_year,
        "happened_on": happened_on,
        "words": "Bericht.",
        "noted_at": term.now,
        "withdrawn_at": term.now if withdrawn else None,
    }
    with term.store.write() as conn:
        conn.execute(evidence.insert(), row)


def _is_regular(term: Term, group: Group) -> bool:
    rows = term.rows(
        "SELECT DISTINCT happened_on FROM evidence WHERE group_id = :g AND withdrawn_at IS NULL"
        " ORDER BY happened_on DESC LIMIT 2",
        g=group.id,
    )
    weeks = [_week(term.day), *(_week(date.fromisoformat(str(day))) for (day,) in rows)]
    return len(weeks) == len(("today", "last", "before")) and all(
        later - earlier <= WEEKS for later, earlier in pairwise(weeks)
    )


def _week(day: date) -> int:
    """Number weeks on from Monday to Sunday; the library knows no holidays, so each is one of school."""
    return (day.toordinal() - 1) // 7


def give(term: Term, group: Group, module: str, due_on: date) -> None:
    """Give a group a module, as its teacher does."""
    place = term.schools.index(group.school_id)
    known = [one.id for one in term.library.modules_for(Audience.PUPIL)]
    assign(term.store, term.reader(term.teachers[place]), group.id, module, due_on, known, term.now)


def _of_school(term: Term, place: int) -> list[tuple[object, ...]]:
    modules = term.library.modules_for(Audience.PUPIL)
    groups = {one.name: term.pupils(one.id) for one in term.groups_of(place)}
    rows = [
        (name, one.id, PUPILS, *_told(hidden_when_few(found)))
        for name, pupils in groups.items()
        for one in modules
        if (found := counted(pupils, one))[0]
    ]
    rows += [
        (ALL_GROUPS, one.id, PUPILS, *_told(found))
        for one in modules
        if (found := added_up(groups.values(), one))[0]
    ]
    staff = _staff(term, place)
    return [*rows, *([(TEAM, "vriend", TEAM, *_told(staff))] if staff[0] else [])]


def _of_board(term: Term, schools: list[int]) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for school in schools:
        place = term.schools.index(school)
        ((name,),) = term.rows("SELECT name FROM schools WHERE id = :s", s=school)
        pupils = [term.pupils(group.id) for group in term.groups_of(place)]
        rows += [
            (name, one.id, PUPILS, *_told(found))
            for one in term.library.modules_for(Audience.PUPIL)
            if (found := added_up(pupils, one))[0]
        ]
        staff = _staff(term, place)
        if staff[0]:
            rows.append((name, "vriend", TEAM, *_told(hidden_when_few(staff))))
    return rows


def _staff(term: Term, place: int) -> tuple[int, int, int]:
    learned = [term.learned(one) for one in term.staff(place)]
    return len(learned), sum("vriend" in b for b, _ in learned), sum("vriend" in d for _, d in learned)


def _told(found: Numbers) -> tuple[object, ...]:
    learners, begun, done = found
    if begun is None or done is None:
        return learners, *[Hidden.FEW] * 4
    return learners, learners - begun, begun - done, done, done * 100 // learners


def _stage(term: Term, pupil: Pupil, module: str) -> Stage:
    """How far a pupil is, by the words of the issue."""
    found = term.rows(
        "SELECT attempts, quiz_passed_at, completed_at FROM progress WHERE person_id = :p AND module = :m",
        p=pupil.id,
        m=module,
    )
    if not found:
        return Stage.NOT_BEGUN
    ((attempts, passed, done),) = found
    if done is not None:
        return Stage.DONE
    if passed is None and int(str(attempts)) >= STUCK_AFTER:
        return Stage.STUCK
    lessons = {
        str(one)
        for (one,) in term.rows(
            "SELECT lesson FROM runs WHERE person_id = :p AND completed_at IS NOT NULL", p=pupil.id
        )
    }
    return Stage.LESSON_DONE if lessons.issuperset(term.library.module(module).lessons) else Stage.BUSY


def _best(term: Term, pupil: Pupil, module: str) -> object:
    found = term.rows(
        "SELECT best, attempts FROM progress WHERE person_id = :p AND module = :m", p=pupil.id, m=module
    )
    return found[0][0] if found and found[0][1] else None


def _due(term: Term, group: Group, module: str) -> date | None:
    found = term.rows(
        "SELECT due_on FROM assignments WHERE group_id = :g AND module = :m", g=group.id, m=module
    )
    return date.fromisoformat(str(found[0][0])) if found else None


def _names(term: Term, group: Group) -> dict[int, str]:
    rows = term.rows(
        "SELECT p.id, p.name FROM memberships m JOIN persons p ON p.id = m.person_id WHERE m.group_id = :g",
        g=group.id,
    )
    return {int(str(one)): str(name) for one, name in rows}
