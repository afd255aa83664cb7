"""Attempts in the store: one statement reads all that an answer needs, and a mark is written once."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import Integer, String, and_, bindparam, delete, func, select, update

from course.learning.progress.module_progress import PROGRESS, ModuleProgress, progress_of
from course.learning.quiz.attempt import Answered, Attempt
from course.learning.quiz.kept_answers import to_keep
from course.learning.tables import attempts, marks, progress
from course.people.tables import persons
from course.store.metadata import Instant
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Select

    from course.learning.quiz.attempt import Paper
    from course.quiz.kinds.answers import Answer
    from course.quiz.model import Mark

EARLIER = 20
"""Attempts whose questions a new one avoids; further back nobody remembers them."""

_person = bindparam("person", type_=Integer)
_quiz = bindparam("of_quiz", type_=String)
_made = marks.alias("made")
_mine = and_(attempts.c.person_id == _person, attempts.c.quiz == _quiz)


def _read(which: ColumnElement[int]) -> Select[tuple[object, ...]]:
    of_attempt = marks.c.attempt_id == attempts.c.id
    last = select(func.max(marks.c.place)).where(of_attempt).correlate(attempts).scalar_subquery()
    this = and_(marks.c.attempt_id == attempts.c.id, marks.c.place == bindparam("at_place", type_=Integer))
    mine = and_(attempts.c.person_id == persons.c.id, attempts.c.quiz == _quiz, attempts.c.number == which)
    module = and_(progress.c.person_id == persons.c.id, progress.c.module == bindparam("in_module"))
    return (
        select(
            attempts.c.id,
            attempts.c.number,
            attempts.c.seed,
            attempts.c.questions,
            attempts.c.answered,
            attempts.c.right,
            attempts.c.finished_at,
            func.coalesce(last, -1).label("last_place"),
            marks.c.question,
            marks.c.answer,
            marks.c.right.label("marked_right"),
            *PROGRESS,
        )
        .select_from(persons.outerjoin(attempts, mine).outerjoin(marks, this).outerjoin(progress, module))
        .where(persons.c.id == _person)
    )


_numbers = attempts.alias("numbers")
_LATEST = _read(
    select(func.max(_numbers.c.number))
    .where(_numbers.c.person_id == _person, _numbers.c.quiz == _quiz)
    .scalar_subquery()
)
_NUMBERED = _read(bindparam("number", type_=Integer))
_ANSWERS = (
    select(marks.c.question, marks.c.answer, marks.c.right)
    .where(marks.c.attempt_id == bindparam("attempt", type_=Integer))
    .order_by(marks.c.place)
)
_EARLIER = select(attempts.c.questions).where(_mine).order_by(attempts.c.number.desc()).limit(EARLIER)
_BEGIN = Upsert(attempts, lambda insert: insert.on_conflict_do_nothing())
_FORGET = delete(marks).where(
    marks.c.attempt_id.in_(
        select(attempts.c.id).where(
            _mine, attempts.c.finished_at.is_not(None), attempts.c.number < bindparam("before", type_=Integer)
        )
    )
)
_MARK = Upsert(
    marks, lambda insert: insert.on_conflict_do_nothing().execution_options(preserve_rowcount=True)
)
_COUNT = (
    update(attempts)
    .where(attempts.c.id == bindparam("attempt", type_=Integer))
    .values(
        answered=attempts.c.answered + bindparam("counted", type_=Integer),
        right=attempts.c.right + bindparam("gained", type_=Integer),
        edition=bindparam("in_edition", type_=String),
        rulebook=bindparam("by_rules", type_=String),
        finished_at=bindparam("finished", type_=Instant),
    )
)
_FINISH = (
    update(attempts)
    .where(attempts.c.id == bindparam("attempt", type_=Integer), attempts.c.finished_at.is_(None))
    .values(finished_at=bindparam("finished", type_=Instant))
)


@dataclass(frozen=True, slots=True)
class StoredAttempt:
    """What the store knows of one attempt, one answer of it, and the learner's progress."""

    attempt: Attempt | None
    answered: Answered | None
    progress: ModuleProgress | None

    @property
    def module_done(self) -> bool:
        """Whether the whole module was completed before."""
        return self.progress is not None and self.progress.completed_at is not None


def read(
    conn: Connection, person_id: int, paper: Paper, number: int | None = None, place: int = -1
) -> StoredAttempt:
    """Read the attempt of this number, or the latest one, with the answer at `place` if it was given."""
    values = {
        "person": person_id,
        "of_quiz": paper.quiz.id,
        "in_module": paper.module.module.id,
        "at_place": place,
    }
    row = conn.execute(_LATEST if number is None else _NUMBERED, values | {"number": number}).one_or_none()
    if row is None or row.id is None:
        return StoredAttempt(None, None, progress_of(row) if row is not None else None)
    attempt = Attempt(
        id=row.id,
        number=row.number,
        seed=row.seed,
        questions=tuple(json.loads(row.questions)),
        answered=row.answered,
        right=row.right,
        last_place=row.last_place,
        finished_at=row.finished_at,
    )
    answered = (
        Answered(row.question, row.answer, right=row.marked_right) if row.question is not None else None
    )
    return StoredAttempt(attempt, answered, progress_of(row))


def answers(conn: Connection, attempt: Attempt) -> tuple[Answered, ...]:
    """Read every answer of an attempt, in the order asked."""
    rows = conn.execute(_ANSWERS, {"attempt": attempt.id})
    return tuple(Answered(row.question, row.answer, right=row.right) for row in rows)


def seen(conn: Connection, person_id: int, paper: Paper) -> tuple[str, ...]:
    """Read which questions the learner's latest attempts asked."""
    rows = conn.execute(_EARLIER, {"person": person_id, "of_quiz": paper.quiz.id}).scalars()
    return tuple(question for row in rows for question in json.loads(row))


def begin(conn: Connection, person_id: int, paper: Paper, attempt: Attempt, now: datetime) -> int | None:
    """Store a new attempt, and forget the answers of those before it; None when another request began it."""
    values = {
        "person_id": person_id,
        "quiz": paper.quiz.id,
        "edition": paper.quiz.edition,
        "rulebook": paper.module.rulebook,
        "number": attempt.number,
        "seed": attempt.seed,
        "questions": json.dumps(attempt.questions, ensure_ascii=False, separators=(",", ":")),
        "answered": attempt.answered,
        "right": attempt.right,
        "started_at": now,
        "finished_at": attempt.finished_at,
    }
    made: int | None = conn.execute(_BEGIN.on(conn).returning(attempts.c.id), values).scalar()
    if made is not None and attempt.number > 1:
        conn.execute(_FORGET, {"person": person_id, "of_quiz": paper.quiz.id, "before": attempt.number})
    return made


def keep_mark(
    conn: Connection,
    person_id: int,
    paper: Paper,
    after: Attempt,
    answer: Answer | None,
    marking: Mark,
    now: datetime,
) -> bool:
    """Store the last answer of `after`; False, with nothing written, when its place was answered before.

    An attempt begins with its first answer, which its row then counts already.
    """
    begins = after.id is None
    attempt_id = begin(conn, person_id, paper, after, now) if begins else after.id
    if attempt_id is None:
        return False
    values = {
        "attempt_id": attempt_id,
        "place": after.last_place,
        "question": marking.question.id,
        "answer": to_keep(answer),
        "right": marking.right,
        "edition": paper.quiz.edition,
        "rulebook": paper.module.rulebook,
    }
    if conn.execute(_MARK.on(conn), values).rowcount != 1:
        return False
    if not begins:
        counts = marking.question.counts
        gained = {"counted": int(counts), "gained": int(counts and marking.right)}
        where = {"attempt": attempt_id, "finished": after.finished_at}
        by = {"in_edition": paper.quiz.edition, "by_rules": paper.module.rulebook}
        conn.execute(_COUNT, gained | where | by)
    return True


def finish(conn: Connection, attempt: Attempt, now: datetime) -> bool:
    """Finish an attempt of which nothing is left to ask; False when another request did."""
    return conn.execute(_FINISH, {"attempt": attempt.id, "finished": now}).rowcount == 1


def after_mark(attempt: Attempt, place: int, marking: Mark, finished: datetime | None) -> Attempt:
    """Tell what an attempt is after one more mark."""
    counts = marking.question.counts
    return replace(
        attempt,
        answered=attempt.answered + counts,
        right=attempt.right + (counts and marking.right),
        last_place=place,
        finished_at=finished,
    )
