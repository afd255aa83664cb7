"""How far a learner is with a module, kept with the write: the progress row, and the counters of the groups.

The counters are those of pupils only; staff are in no group's figures. The order of writing is the same
everywhere (progress, then groups, then first choices): two learners of one class never wait in a ring.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, and_, bindparam, case, update

from course.learning.pages import STUCK_AFTER, State
from course.learning.tables import group_progress, progress
from course.norms.model import Audience
from course.store.metadata import Instant
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.curriculum.model import Module
    from course.people.actor import Actor

FRESH = timedelta(minutes=5)
"""A teacher sees when a pupil was last busy to within five minutes; that saves a write on most answers."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A row of `progress` as it was read."""

    started_at: datetime
    touched_at: datetime
    lessons_completed: int
    attempts: int
    best: int
    quiz_passed_at: datetime | None
    setbacks: int
    completed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Advance:
    """What one answer adds to a learner's standing."""

    lessons: int = 0
    """Lessons completed by it: 0 or 1."""
    setbacks: int = 0
    score: int | None = None
    """Percent of the attempt that it finished."""
    passed: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether only the moment is to be noted."""
        return not (self.lessons or self.setbacks or self.score is not None)


STANDING = tuple(
    progress.c[name].label(f"standing_{name}")
    for name in (
        "started_at",
        "touched_at",
        "lessons_completed",
        "attempts",
        "best",
        "quiz_passed_at",
        "setbacks",
        "completed_at",
    )
)
"""To be selected beside other columns; read back with `standing_of`, from `STANDING_FROM` on."""

_INSERT = Upsert(
    progress, lambda insert: insert.on_conflict_do_nothing().execution_options(preserve_rowcount=True)
)

_now = bindparam("now", type_=Instant)
_lessons = bindparam("lessons", type_=Integer)
_done = progress.c.lessons_completed + _lessons >= bindparam("needed", type_=Integer)
_mine = and_(
    progress.c.person_id == bindparam("person", type_=Integer), progress.c.module == bindparam("in_module")
)
_MOVE = (
    update(progress)
    .where(_mine)
    .values(
        touched_at=_now,
        lessons_completed=progress.c.lessons_completed + _lessons,
        setbacks=case(
            (_lessons > 0, 0), else_=progress.c.setbacks + bindparam("added_setbacks", type_=Integer)
        ),
        completed_at=case(
            (and_(progress.c.completed_at.is_(None), _done, progress.c.quiz_passed_at.is_not(None)), _now),
            else_=progress.c.completed_at,
        ),
    )
    .returning(progress.c.completed_at)
)
_score = bindparam("score", type_=Integer)
_passed = bindparam("passed", type_=Integer) == 1
_FINISH = (
    update(progress)
    .where(_mine)
    .values(
        touched_at=_now,
        attempts=progress.c.attempts + 1,
        best=case((progress.c.best < _score, _score), else_=progress.c.best),
        setbacks=case((_passed, 0), else_=progress.c.setbacks + bindparam("added_setbacks", type_=Integer)),
        quiz_passed_at=case(
            (and_(_passed, progress.c.quiz_passed_at.is_(None)), _now), else_=progress.c.quiz_passed_at
        ),
        completed_at=case(
            (and_(progress.c.completed_at.is_(None), _done, _passed), _now), else_=progress.c.completed_at
        ),
    )
    .returning(progress.c.completed_at)
)

_COUNT = Upsert(
    group_progress,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["group_id", "module"],
        set_={
            "begun": group_progress.c.begun + insert.excluded.begun,
            "completed": group_progress.c.completed + insert.excluded.completed,
        },
    ),
)


def standing_of(row: Any) -> Standing | None:
    """Read the columns of STANDING from a row; None for who hasn't begun the module."""
    if row.standing_started_at is None:
        return None
    return Standing(
        row.standing_started_at,
        row.standing_touched_at,
        row.standing_lessons_completed,
        row.standing_attempts,
        row.standing_best,
        row.standing_quiz_passed_at,
        row.standing_setbacks,
        row.standing_completed_at,
    )


def state_of(standing: Standing | None) -> State:
    """Name how far a learner is with a module."""
    if standing is None:
        return State.NOT_BEGUN
    if standing.completed_at is not None:
        return State.DONE
    return State.STUCK if standing.setbacks >= STUCK_AFTER else State.BUSY


def advance(
    conn: Connection,
    actor: Actor,
    module: Module,
    before: Standing | None,
    gain: Advance,
    now: datetime,
) -> bool:
    """Write what an answer brought, inside its transaction; tells whether the module is done now.

    `before` is what was read before the transaction. Nothing is written when nothing changed and the learner
    was seen less than five minutes ago.
    """
    begun = before is None and _begin(conn, actor, module, gain, now)
    seen = before is not None and now - before.touched_at < FRESH
    completed_at = before.completed_at if before else None
    if not begun and not (seen and gain.is_nothing):
        completed_at = _move(conn, actor, module, gain, now)
    completed = completed_at == now and (before is None or before.completed_at is None)
    if (begun or completed) and counted_groups(actor):
        counts = {"module": module.id, "begun": int(begun), "completed": int(completed)}
        conn.execute(_COUNT.on(conn), [{"group_id": group, **counts} for group in counted_groups(actor)])
    return completed_at is not None


def counted_groups(actor: Actor) -> list[int]:
    """List the groups whose figures this learner is part of, in one order for all; none for staff."""
    return sorted(actor.group_ids) if actor.audience is Audience.PUPIL else []


def _begin(conn: Connection, actor: Actor, module: Module, gain: Advance, now: datetime) -> bool:
    """Begin the module with what the answer brought; False when another answer began it a moment ago."""
    values = {
        "person_id": actor.person_id,
        "module": module.id,
        "started_at": now,
        "touched_at": now,
        "lessons_completed": gain.lessons,
        "attempts": int(gain.score is not None),
        "best": gain.score or 0,
        "quiz_passed_at": now if gain.passed else None,
        "setbacks": gain.setbacks,
    }
    return conn.execute(_INSERT.on(conn), values).rowcount == 1


def _move(conn: Connection, actor: Actor, module: Module, gain: Advance, now: datetime) -> datetime | None:
    values = {
        "person": actor.person_id,
        "in_module": module.id,
        "now": now,
        "lessons": gain.lessons,
        "needed": len(module.lessons),
        "added_setbacks": gain.setbacks,
    }
    if gain.score is not None:
        values |= {"score": gain.score, "passed": int(gain.passed)}
    done: datetime | None = conn.execute(_MOVE if gain.score is None else _FINISH, values).scalar_one()
    return done
