"""Doing a quiz: open it, answer, see why, see how it went, try again with other questions.

An answer names its attempt and place, and what its page asked. The place that waits is marked once; a place answered
before is a retry or a second click and gets its mark again; any other is a stale page and gets the question that waits,
as does a page that asked something else than the question asks today. An attempt begins with its first answer: looking
at a quiz begins nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from course.errors import NotFound, Unavailable
from course.learning.lesson.script import judge_for, refuse_strangers
from course.learning.pages import Notice, QuizPage, ResultPage
from course.learning.progress.module_progress import Advance, ModuleToday, advance, is_to_hold
from course.learning.quiz import attempt_rows as attempts
from course.learning.quiz.attempt import (
    Attempt,
    Paper,
    mark_page,
    marked,
    question_page,
    result_page,
    seed_of,
)
from course.people.holding import hold
from course.quiz import draw
from course.quiz.mark import mark
from course.quiz.meaning import meaning_of

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.learning.quiz.attempt_rows import StoredAttempt
    from course.library import Library
    from course.people.actor import Actor
    from course.quiz.kinds.answers import Answer
    from course.quiz.model import Mark
    from course.store.store import Store


class Asked(NamedTuple):
    """What a page asked."""

    attempt: int
    place: int
    meaning: str | None = None
    """None where there was no page."""


def open_attempt(store: Store, library: Library, actor: Actor, quiz_id: str, now: datetime) -> QuizPage:
    """Ask the question that waits, or tell how the last attempt went; at the first visit, the first question.

    Raises NotFound for an unknown quiz, or one that isn't meant for this pupil.
    """
    paper = _paper(library, actor, quiz_id)
    return _now(store, actor, paper, _read(store, actor, paper), now)


def new_attempt(
    store: Store, library: Library, actor: Actor, quiz_id: str, after: int, now: datetime
) -> QuizPage:
    """Begin the attempt after number `after`, with other questions; asked twice, it is begun once."""
    paper = _paper(library, actor, quiz_id)
    stored = _finished(store, actor, paper, _read(store, actor, paper), now)
    latest = stored.attempt
    if latest is None or latest.number != after or latest.finished_at is None:
        is_retry = latest is None or latest.number in {after, after + 1}
        return _now(store, actor, paper, stored, now, None if is_retry else Notice.STALE)
    with store.read() as conn:
        fresh = _to_begin(conn, actor, paper, latest)
    with store.write() as conn:
        attempts.begin(conn, actor.person_id, paper, fresh, now)
    return _now(store, actor, paper, _read(store, actor, paper), now)


def answer(
    store: Store,
    library: Library,
    actor: Actor,
    quiz_id: str,
    asked: Asked,
    given: Answer | None,
    now: datetime,
) -> QuizPage:
    """Mark one answer and explain it; an answer that can't be read raises Invalid and writes nothing."""
    attempt, place, meaning = asked
    paper = _paper(library, actor, quiz_id)
    with store.read() as conn:
        stored = attempts.read(conn, actor.person_id, paper, place=place)
        found = _waiting(conn, actor, paper, stored.attempt)
    if stored.attempt is not None and stored.attempt.number == attempt and stored.answered is not None:
        told = marked(paper, stored.answered)
        if told is not None:
            return mark_page(paper, stored.attempt, place, told)
    question = paper.question(found.questions[place]) if place in found.left(paper)[:1] else None
    if question is None or found.number != attempt:
        return _now(store, actor, paper, stored, now, Notice.STALE)
    if meaning is not None and meaning != meaning_of(question, paper.judge):
        return _now(store, actor, paper, stored, now, Notice.CHANGED)
    marking = mark(question, given, paper.judge)
    finished = now if found.left_to_count(paper) == (place,) else found.finished_at
    after = attempts.after_mark(found, place, marking, finished)
    if _write(store, actor, paper, stored, after, given, marking, now):
        return mark_page(paper, after, place, marking)
    return look_back(store, library, actor, quiz_id, attempt, place, now)


def look_back(
    store: Store, library: Library, actor: Actor, quiz_id: str, attempt: int, place: int, now: datetime
) -> QuizPage:
    """Show an answered question with its mark again; where none is kept, what waits now.

    Raises NotFound for an attempt that this learner didn't make.
    """
    paper = _paper(library, actor, quiz_id)
    with store.read() as conn:
        stored = attempts.read(conn, actor.person_id, paper, attempt, place)
        latest = attempts.read(conn, actor.person_id, paper)
        waiting = _waiting(conn, actor, paper, latest.attempt)
    if stored.attempt is not None and stored.answered is not None:
        told = marked(paper, stored.answered)
        if told is not None:
            return mark_page(paper, stored.attempt, place, told)
    if stored.attempt is None and waiting.number != attempt:
        raise NotFound("attempt", str(attempt))
    return _now(store, actor, paper, latest, now)


def _paper(library: Library, actor: Actor, quiz_id: str) -> Paper:
    quiz = library.quiz(quiz_id)
    module = library.module(quiz.module)
    refuse_strangers(actor, module, "quiz", quiz_id)
    today = ModuleToday(module, library.edition_of(module), library.rulebook(actor.protocol or ""))
    protocol = library.norms.protocols.get(actor.protocol or "")
    return Paper(quiz, today, judge_for(library, actor), protocol, actor.audience)


def _read(store: Store, actor: Actor, paper: Paper) -> StoredAttempt:
    with store.read() as conn:
        return attempts.read(conn, actor.person_id, paper)


def _now(
    store: Store,
    actor: Actor,
    paper: Paper,
    stored: StoredAttempt,
    now: datetime,
    notice: Notice | None = None,
) -> QuizPage:
    """Show what waits: a question of the latest attempt or of the one to begin, or the result."""
    stored = _finished(store, actor, paper, stored, now)
    with store.read() as conn:
        latest = stored.attempt
        if latest is not None and latest.finished_at is not None and not latest.left(paper):
            return _result(conn, paper, stored, latest, notice)
        page = question_page(paper, _waiting(conn, actor, paper, stored.attempt), notice)
    if page is None:
        raise NotFound("question", paper.quiz.id)
    return page


def _waiting(conn: Connection, actor: Actor, paper: Paper, latest: Attempt | None) -> Attempt:
    """Give the attempt in which an answer is awaited: the latest, or the one that begins with it."""
    is_empty = latest is not None and latest.answered == 0 and latest.has_run_out(paper)
    return _to_begin(conn, actor, paper, latest) if latest is None or is_empty else latest


def _to_begin(conn: Connection, actor: Actor, paper: Paper, latest: Attempt | None) -> Attempt:
    """Draw the next attempt, questions seen least first; drawn again, it is the same."""
    number = latest.number + 1 if latest else 1
    seed = seed_of(actor.person_id, paper.quiz.id, number)
    seen = attempts.seen(conn, actor.person_id, paper) if latest else ()
    drawn = draw.draw(paper.quiz, seed, seen, paper.judge)
    return Attempt(None, number, seed, drawn, answered=0, right=0, last_place=-1, finished_at=None)


def _result(
    conn: Connection, paper: Paper, stored: StoredAttempt, attempt: Attempt, notice: Notice | None
) -> ResultPage:
    return result_page(
        paper,
        attempt,
        attempts.answers(conn, attempt),
        best=max(attempt.score, stored.progress.best if stored.progress else 0),
        module_done=stored.module_done,
        notice=notice,
    )


def _finished(
    store: Store, actor: Actor, paper: Paper, stored: StoredAttempt, now: datetime
) -> StoredAttempt:
    """Finish an attempt of which the last questions left the bank: what was answered counts."""
    open_one = stored.attempt
    if open_one is None or open_one.answered == 0 or not open_one.has_run_out(paper):
        return stored
    after = replace(open_one, finished_at=now)
    try:
        with store.write() as conn:
            hold(conn, [actor.person_id])
            if attempts.finish(conn, open_one, now):
                advance(conn, actor, paper.module, stored.progress, _gain(after), now)
    except Unavailable:
        return replace(stored, attempt=after)
    return _read(store, actor, paper)


def _gain(after: Attempt) -> Advance:
    if after.finished_at is None:
        return Advance()
    return Advance(score=after.score, passed=after.is_passed)


def _write(
    store: Store,
    actor: Actor,
    paper: Paper,
    stored: StoredAttempt,
    after: Attempt,
    given: Answer | None,
    marking: Mark,
    now: datetime,
) -> bool:
    """Write a mark with all that it brings, or nothing when this place was marked a moment ago."""
    was_finished = stored.attempt is not None and stored.attempt.finished_at is not None
    gain = Advance() if was_finished else _gain(after)
    with store.write() as conn:
        if after.id is not None and is_to_hold(stored.progress, gain):
            hold(conn, [actor.person_id])
        if not attempts.keep_mark(conn, actor.person_id, paper, after, given, marking, now):
            return False
        advance(conn, actor, paper.module, stored.progress, gain, now)
    return True
