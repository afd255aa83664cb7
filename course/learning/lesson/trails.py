"""What is kept of a learner's choices, and when it goes.

The path of a run is there to go on with it. Once the run has ended the path is for looking back, by the sign-in that
walked it and nobody else, and is deleted when that sign-in is over; so is the choice on a later-card. Quiz answers can be
looked back on for a week. Of a way that completed a lesson stays what its later-cards come back to, until the last of
them was answered. Decision 0003 tells why, and a pupil's pages tell it in the same words.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, delete, select, update

from course.learning.tables import attempts, later_answers, marks, runs
from course.people.actor import IDLE
from course.people.tables import sign_ins
from course.store.metadata import Instant

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Connection, Table, Update

    from course.store.store import Store

RESUME = timedelta(days=180)
"""A run, and an attempt at a quiz, that was begun longer ago can't be gone on with where it stood."""

LAST_RETURN = 84
"""Days after which a later-card comes for the last time."""

LOOK_BACK = timedelta(days=7)
"""So long after an attempt its answers can be read with their explanations, unless another is begun before."""

_now = bindparam("now", type_=Instant)
_ENDED_ANEW: dict[str, Any] = {
    "path": "[]",
    "decided": "[]",
    "sign_in": None,
    "number": runs.c.number + 1,
    "step": runs.c.step + 1,
}
"""A run without its path begins again at the start, and no first choice of it is counted any more."""

_is_going_on = runs.c.ending.is_(None)
_persons = bindparam("persons", type_=Integer, expanding=True)
_FORGET = (
    update(runs).where(runs.c.person_id.in_(_persons), _is_going_on, runs.c.path != "[]").values(_ENDED_ANEW),
    update(runs)
    .where(runs.c.person_id.in_(_persons), runs.c.ending.is_not(None))
    .values(path="[]", sign_in=None),
    update(later_answers).where(later_answers.c.person_id.in_(_persons)).values(choice=None, sign_in=None),
    update(runs).where(runs.c.person_id.in_(_persons), runs.c.remembered != "[]").values(remembered="[]"),
    update(marks)
    .where(marks.c.attempt_id.in_(select(attempts.c.id).where(attempts.c.person_id.in_(_persons))))
    .values(answer="null"),
)


def _is_over(table: Table) -> Update:
    """Begin a statement on what a sign-in might look back on until it ended."""
    alive = (
        sign_ins.c.token_hash == table.c.sign_in,
        sign_ins.c.expires_at > _now,
        sign_ins.c.class_session_id.is_not(None)
        | (sign_ins.c.seen_at >= bindparam("idle_since", type_=Instant)),
    )
    return update(table).where(
        table.c.sign_in.is_not(None), ~select(sign_ins.c.token_hash).where(*alive).exists()
    )


_TIDY = (
    _is_over(runs).values(path="[]", sign_in=None),
    _is_over(later_answers).values(choice=None, sign_in=None),
)
_begun_before = bindparam("begun_before", type_=Instant)
_OLD_RUNS = (
    update(runs)
    .where(_is_going_on, runs.c.started_at < _begun_before)
    .values(_ENDED_ANEW | {"started_at": bindparam("begun_anew", type_=Instant)})
)
_LAST_RETURN = select(later_answers.c.lesson).where(
    later_answers.c.person_id == runs.c.person_id,
    later_answers.c.lesson == runs.c.lesson,
    later_answers.c.days == LAST_RETURN,
    later_answers.c.sign_in.is_(None),
)
_ASKED_NO_MORE = (
    update(runs)
    .where(
        runs.c.remembered != "[]",
        _LAST_RETURN.exists() | (runs.c.completed_at < bindparam("completed_before", type_=Instant)),
    )
    .values(remembered="[]")
)
_of_old_attempt = marks.c.attempt_id == attempts.c.id
_OLD_ANSWERS = delete(marks).where(
    marks.c.attempt_id.in_(
        select(marks.c.attempt_id)
        .join(attempts, _of_old_attempt)
        .where(attempts.c.finished_at < bindparam("finished_before", type_=Instant))
    )
)
_LEFT_ANSWERS = (
    update(marks)
    .where(
        marks.c.answer != "null",
        marks.c.attempt_id.in_(
            select(marks.c.attempt_id)
            .join(attempts, _of_old_attempt)
            .where(attempts.c.finished_at.is_(None), attempts.c.started_at < _begun_before)
        ),
    )
    .values(answer="null")
)


def forget_trails(conn: Connection, person_ids: Collection[int]) -> None:
    """Delete what these people chose, as when they get new pictures: who draws them could sign in and read it.

    What they reached stays: completed lessons, endings found, scores. A story that they were in begins again at its
    start, for the scene where somebody stands tells what was chosen before it.
    """
    for statement in _FORGET:
        conn.execute(statement, {"persons": list(person_ids)})


def tidy(store: Store, now: datetime) -> None:
    """Delete what nobody may look back on any more; call it wherever sign-ins end."""
    over = {"now": now, "idle_since": now - IDLE}
    with store.write() as conn:
        for statement in _TIDY:
            conn.execute(statement, over)


def tidy_old(store: Store, now: datetime) -> None:
    """Delete what was left lying too long; a member of staff who signs in is occasion enough."""
    with store.write() as conn:
        conn.execute(_OLD_RUNS, {"begun_before": now - RESUME, "begun_anew": now})
        conn.execute(_ASKED_NO_MORE, {"completed_before": now - RESUME})
        conn.execute(_OLD_ANSWERS, {"finished_before": now - LOOK_BACK})
        conn.execute(_LEFT_ANSWERS, {"begun_before": now - RESUME})
