"""Doing a quiz: open it, answer, see why, see how it went, try again with other questions.

An answer names its attempt and place. The place that waits is marked once; a place answered before is a retry
or a second click and gets its stored mark again; any other is a stale page and gets the question that waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import NotFound
from course.learning.lesson.script import judge_for, refuse_strangers
from course.learning.pages import Notice, QuizPage, ResultPage
from course.learning.progress.standing import Advance, advance
from course.learning.quiz import attempt_rows as attempts
from course.learning.quiz.attempt import (
    Answered,
    Attempt,
    Paper,
    mark_page,
    question_page,
    result_page,
    seed_of,
)
from course.learning.quiz.kept_answers import to_keep
from course.quiz import draw
from course.quiz.mark import mark

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.learning.quiz.attempt_rows import Stored
    from course.library import Library
    from course.people.actor import Actor
    from course.quiz.mark import Answer
    from course.quiz.model import Mark
    from course.store.store import Store


def open_attempt(store: Store, library: Library, actor: Actor, quiz_id: str, now: datetime) -> QuizPage:
    """Ask the question that waits, or tell how the last attempt went; the first visit draws an attempt.

    Raises NotFound for an unknown quiz, or one that isn't meant for this pupil.
    """
    paper = _paper(library, actor, quiz_id)
    with store.read() as conn:
        stored = attempts.read(conn, actor.person_id, paper)
        page = _current(conn, paper, stored)
    return page or _begun(store, actor, paper, stored.attempt, now)


def new_attempt(
    store: Store, library: Library, actor: Actor, quiz_id: str, after: int, now: datetime
) -> QuizPage:
    """Begin the attempt after number `after`, with other questions; asked twice, it is begun once."""
    paper = _paper(library, actor, quiz_id)
    with store.read() as conn:
        stored = attempts.read(conn, actor.person_id, paper)
        latest = stored.attempt
        if latest is not None and (latest.number != after or latest.left(paper)):
            notice = None if latest.number in {after, after + 1} else Notice.STALE
            return question_page(paper, latest, notice) or _result(conn, paper, stored)
    return _begun(store, actor, paper, latest, now)


def answer(
    store: Store,
    library: Library,
    actor: Actor,
    quiz_id: str,
    attempt: int,
    place: int,
    given: Answer | None,
    now: datetime,
) -> QuizPage:
    """Mark one answer and explain it; an answer that can't be read raises Invalid and writes nothing."""
    paper = _paper(library, actor, quiz_id)
    with store.read() as conn:
        stored = attempts.read(conn, actor.person_id, paper, attempt, place)
        page = _answered_before(conn, actor, paper, stored, place)
    found = stored.attempt
    question = paper.question(found.questions[place]) if found is not None and page is None else None
    if page is not None or found is None or question is None:
        return page or open_attempt(store, library, actor, quiz_id, now)
    marking = mark(question, given, paper.judge)
    finished = now if found.left(paper) == (place,) else None
    after = attempts.after_mark(found, place, marking, finished)
    if _write(store, actor, paper, stored, after, given, marking, now):
        again = Answered(question.id, to_keep(question, given), right=marking.right)
        return mark_page(paper, after, place, again) or open_attempt(store, library, actor, quiz_id, now)
    return look_back(store, library, actor, quiz_id, attempt, place)


def look_back(
    store: Store, library: Library, actor: Actor, quiz_id: str, attempt: int, place: int
) -> QuizPage:
    """Show an answered question with its mark again; where none is kept, what waits now.

    Raises NotFound for an attempt that this learner didn't make.
    """
    paper = _paper(library, actor, quiz_id)
    with store.read() as conn:
        stored = attempts.read(conn, actor.person_id, paper, attempt, place)
        page: QuizPage | None = None
        if stored.attempt is not None and stored.answered is not None:
            page = mark_page(paper, stored.attempt, place, stored.answered)
        if page is None and stored.attempt is not None:
            page = _current(conn, paper, attempts.read(conn, actor.person_id, paper))
    if page is None:
        raise NotFound("attempt", str(attempt))
    return page


def _paper(library: Library, actor: Actor, quiz_id: str) -> Paper:
    quiz = library.quiz(quiz_id)
    module = library.module(quiz.module)
    refuse_strangers(actor, module, "quiz", quiz_id)
    return Paper(quiz, module, judge_for(library, actor))


def _current(conn: Connection, paper: Paper, stored: Stored, notice: Notice | None = None) -> QuizPage | None:
    """Show what waits in the latest attempt; None when a new one is to be drawn."""
    if stored.attempt is None:
        return None
    if stored.attempt.finished_at is not None:
        return _result(conn, paper, stored, notice)
    return question_page(paper, stored.attempt, notice)


def _answered_before(
    conn: Connection, actor: Actor, paper: Paper, stored: Stored, place: int
) -> QuizPage | None:
    """Give the page for an answer that is no news: a retry's mark, or where a stale page really is."""
    if stored.attempt is not None:
        if stored.answered is not None:
            page = mark_page(paper, stored.attempt, place, stored.answered)
            return page or _current(conn, paper, stored, Notice.STALE)
        if place in stored.attempt.left(paper)[:1]:
            return None
    latest = attempts.read(conn, actor.person_id, paper)
    if latest.attempt is None:
        raise NotFound("attempt", paper.quiz.id)
    return _current(conn, paper, latest, Notice.STALE)


def _result(conn: Connection, paper: Paper, stored: Stored, notice: Notice | None = None) -> ResultPage:
    if stored.attempt is None:
        raise NotFound("attempt", paper.quiz.id)
    return result_page(
        paper,
        stored.attempt,
        attempts.answers(conn, stored.attempt),
        best=max(stored.attempt.score, stored.standing.best if stored.standing else 0),
        module_done=stored.module_done,
        notice=notice,
    )


def _begun(store: Store, actor: Actor, paper: Paper, latest: Attempt | None, now: datetime) -> QuizPage:
    """Draw the next attempt, questions seen least first, and ask its first question."""
    number = latest.number + 1 if latest else 1
    seed = seed_of(actor.person_id, paper.quiz.id, number)
    with store.read() as conn:
        seen = attempts.seen(conn, actor.person_id, paper) if latest else ()
    drawn = draw.draw(paper.quiz, seed, seen, paper.judge)
    fresh = Attempt(0, number, seed, drawn, answered=0, right=0, last_place=-1, finished_at=None)
    with store.write() as conn:
        attempts.begin(conn, actor.person_id, paper, fresh, now)
    with store.read() as conn:
        stored = attempts.read(conn, actor.person_id, paper)
        page = _current(conn, paper, stored)
    if page is None:
        raise NotFound("question", paper.quiz.id)
    return page


def _write(
    store: Store,
    actor: Actor,
    paper: Paper,
    stored: Stored,
    after: Attempt,
    given: Answer | None,
    marking: Mark,
    now: datetime,
) -> bool:
    """Write a mark with all that it brings, or nothing when this place was marked a moment ago."""
    gain = Advance()
    if after.finished_at is not None:
        gain = Advance(score=after.score, passed=after.is_passed, setbacks=int(not after.is_passed))
    with store.write() as conn:
        if not attempts.keep_mark(conn, after, given, marking):
            return False
        advance(conn, actor, paper.module, stored.standing, gain, now)
    return True
