"""The learner's first page: every module with what comes next, what was given first, and the later-cards that wait.

Looking completes a module of which all is done by now, as when an author dropped the lesson that was left.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, select

from course.classroom.assignments import assigned_among
from course.errors import Refused, Unavailable
from course.learning.later.cards import Completed, answered_by, due_among
from course.learning.lesson.run import decode_found
from course.learning.lesson.script import is_meant_for, script_for
from course.learning.pages import Home, LessonCard, ModuleCard, NextStep, QuizCard, State
from course.learning.progress.module_progress import (
    PROGRESS,
    ModuleProgress,
    ModuleToday,
    complete,
    progress_of,
    state_of,
)
from course.learning.tables import progress, runs
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from course.classroom.assignments import Given
    from course.curriculum.model import Module
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

_person = bindparam("person", type_=Integer)
_RUNS = (
    select(runs.c.lesson, runs.c.endings, runs.c.completed_at, runs.c.remembered)
    .where(runs.c.person_id == _person)
    .order_by(runs.c.completed_at, runs.c.lesson)
)
_PROGRESS = select(progress.c.module, *PROGRESS).where(progress.c.person_id == _person)


@dataclass(frozen=True, slots=True)
class LessonHistory:
    """What a learner did in one lesson, over all runs."""

    found: frozenset[str]
    completed_at: datetime | None
    remembered: str
    """What later-cards ask about, as the run keeps it."""


def home(store: Store, library: Library, actor: Actor, now: datetime) -> Home:
    """Show a pupil the modules of the own band, and staff those for staff; Refused without a school."""
    if not actor.protocol:
        raise Refused(told("only people of a school learn; a board has no protocol of its own"))
    with store.read() as conn:
        history, progresses = _history(conn, actor), _progress(conn, actor)
        answered, given = answered_by(conn, actor), assigned_among(conn, actor, now)
    if due := _all_done(library, actor, history, progresses):
        progresses = _completed(store, library, actor, due, now) or progresses
    completed = [
        Completed(lesson, one.completed_at, one.remembered)
        for lesson, one in history.items()
        if one.completed_at
    ]
    cards = (
        _module_card(library, actor, module, history, progresses.get(module.id), given.get(module.id))
        for module in modules_of(library, actor)
    )
    return Home(
        modules=tuple(sorted(cards, key=lambda one: one.urgency)),
        due=due_among(completed, answered, library, actor, now),
    )


def modules_of(library: Library, actor: Actor) -> tuple[Module, ...]:
    """List the modules that stand on this person's own list, in the order of the curriculum."""
    return tuple(one for one in library.modules_for(actor.audience) if is_meant_for(actor, one))


def _all_done(
    library: Library,
    actor: Actor,
    history: Mapping[str, LessonHistory],
    progresses: Mapping[str, ModuleProgress | None],
) -> list[Module]:
    """List the modules that are begun, and all of them done, without having been completed."""
    found = ((module, progresses.get(module.id)) for module in modules_of(library, actor))
    done = {lesson for lesson, one in history.items() if one.completed_at}
    return [
        module
        for module, one in found
        if one and one.quiz_passed_at and not one.completed_at and done.issuperset(module.lessons)
    ]


def _completed(
    store: Store, library: Library, actor: Actor, due: list[Module], now: datetime
) -> Mapping[str, ModuleProgress | None]:
    """Complete modules, and read what stands by then; nothing where nothing can be written, until the next look.

    In the order in which everybody writes counters, so that nobody waits in a ring.
    """
    rulebook = library.rulebook(actor.protocol or "")
    with suppress(Unavailable), store.write() as conn:
        for module in sorted(due, key=lambda one: one.id):
            complete(conn, actor, ModuleToday(module, library.edition_of(module), rulebook), now)
        return _progress(conn, actor)
    return {}


def _history(conn: Connection, actor: Actor) -> Mapping[str, LessonHistory]:
    rows = conn.execute(_RUNS, {"person": actor.person_id})
    return {
        lesson: LessonHistory(frozenset(decode_found(endings)), completed_at, remembered)
        for lesson, endings, completed_at, remembered in rows
    }


def _progress(conn: Connection, actor: Actor) -> Mapping[str, ModuleProgress | None]:
    rows = conn.execute(_PROGRESS, {"person": actor.person_id})
    return {row.module: progress_of(row) for row in rows}


def _module_card(
    library: Library,
    actor: Actor,
    module: Module,
    history: Mapping[str, LessonHistory],
    found: ModuleProgress | None,
    given: Given | None,
) -> ModuleCard:
    lessons = tuple(_lesson_card(library, actor, one, history.get(one)) for one in module.lessons)
    quiz = QuizCard(
        quiz=library.quiz(module.quiz),
        best=found.best if found and found.attempts else None,
        passed=found is not None and found.quiz_passed_at is not None,
        attempts=found.attempts if found else 0,
    )
    step, target = next_step(lessons, quiz)
    return ModuleCard(
        module=module,
        state=state_of(found),
        lessons=lessons,
        quiz=quiz,
        next=step,
        target=target,
        touched_at=found.touched_at if found else None,
        due_on=given.due_on if given else None,
        reminded_by=given.reminded_by if given else None,
    )


def _lesson_card(library: Library, actor: Actor, lesson_id: str, history: LessonHistory | None) -> LessonCard:
    script = script_for(library, actor, lesson_id)
    if history is None:
        return LessonCard(script.lesson, State.NOT_BEGUN, 0, len(script.endings))
    state = State.DONE if history.completed_at else State.BUSY
    return LessonCard(script.lesson, state, len(history.found & script.endings), len(script.endings))


def next_step(lessons: tuple[LessonCard, ...], quiz: QuizCard) -> tuple[NextStep | None, str]:
    """Choose what to offer: an unfinished lesson, then the quiz, then endings that are still to be found."""
    for card in lessons:
        if card.state is not State.DONE:
            return NextStep.LESSON, card.lesson.id
    if not quiz.passed:
        return NextStep.QUIZ, quiz.quiz.id
    for card in lessons:
        if card.endings_found < card.endings_total:
            return NextStep.ENDINGS, card.lesson.id
    return None, ""
