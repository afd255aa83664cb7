"""How far a learner is with a module, kept with the write: the progress row, and the counters of the groups.

A module is completed by one rule: each of its lessons was completed at some time, and its quiz was passed. The lessons
are those of the module as it is today, so an author may drop or replace one; what was once completed stays completed.

The order of writing is the same everywhere (the learner held, run, progress, groups, first choices): two learners of one
class never wait in a ring.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, String, and_, bindparam, case, func, select, update

from course.learning.pages import STUCK_AFTER, State
from course.learning.progress.group_counters import count
from course.learning.tables import progress, runs
from course.norms.model import Audience
from course.people.holding import hold
from course.store.metadata import Instant
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from course.curriculum.model import Module
    from course.people.actor import Actor

FRESH = timedelta(minutes=5)
"""A teacher sees when a pupil was last busy to within five minutes; that saves a write on most answers."""


@dataclass(frozen=True, slots=True)
class ModuleProgress:
    """A row of `progress` as it was read."""

    started_at: datetime
    touched_at: datetime
    attempts: int
    best: int
    quiz_passed_at: datetime | None
    completed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ModuleToday:
    """A module with the names under which its completion is kept."""

    module: Module
    edition: str
    rulebook: str


@dataclass(frozen=True, slots=True)
class Advance:
    """What one answer adds to a learner's progress."""

    lesson_completed: bool = False
    score: int | None = None
    """Percent of the attempt that it finished."""
    passed: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether only the moment is to be noted."""
        return not self.lesson_completed and self.score is None


_NAMES = tuple(ModuleProgress.__dataclass_fields__)
_OF_ROW = attrgetter(*(f"progress_{name}" for name in _NAMES))
PROGRESS = tuple(progress.c[name].label(f"progress_{name}") for name in _NAMES)
"""To be selected beside other columns; read back with `progress_of`, or as a `ModuleProgress` in this order."""

_INSERT = Upsert(
    progress, lambda insert: insert.on_conflict_do_nothing().execution_options(preserve_rowcount=True)
)

_now = bindparam("now", type_=Instant)
_mine = and_(
    progress.c.person_id == bindparam("person", type_=Integer), progress.c.module == bindparam("in_module")
)
_has_all_lessons = (
    select(func.count())
    .where(
        runs.c.person_id == bindparam("person", type_=Integer),
        runs.c.lesson.in_(bindparam("lessons", type_=String, expanding=True)),
        runs.c.completed_at.is_not(None),
    )
    .scalar_subquery()
) >= bindparam("needed", type_=Integer)


def _completing(passed: ColumnElement[bool]) -> dict[str, Any]:
    """Say when a row becomes one of a completed module, and under which edition and rules."""
    now_done = and_(progress.c.completed_at.is_(None), passed, _has_all_lessons)
    names = {"completed_edition": "edition", "completed_rulebook": "rulebook"}
    return {"completed_at": case((now_done, _now), else_=progress.c.completed_at)} | {
        column: case((now_done, bindparam(name, type_=String)), else_=progress.c[column])
        for column, name in names.items()
    }


_passed_before = progress.c.quiz_passed_at.is_not(None)
_TOUCH = update(progress).where(_mine).values(touched_at=_now).returning(progress.c.completed_at)
_LESSON = (
    update(progress)
    .where(_mine)
    .values(touched_at=_now, **_completing(_passed_before))
    .returning(progress.c.completed_at)
)
_score = bindparam("score", type_=Integer)
_passed = bindparam("passed", type_=Integer) == 1
_ATTEMPT = (
    update(progress)
    .where(_mine)
    .values(
        touched_at=_now,
        attempts=progress.c.attempts + 1,
        best=case((progress.c.best < _score, _score), else_=progress.c.best),
        quiz_passed_at=case(
            (and_(_passed, progress.c.quiz_passed_at.is_(None)), _now), else_=progress.c.quiz_passed_at
        ),
        **_completing(_passed_before | _passed),
    )
    .returning(progress.c.completed_at)
)
_LOOK = (
    update(progress)
    .where(_mine, progress.c.completed_at.is_(None), _passed_before, _has_all_lessons)
    .values(
        completed_at=_now,
        completed_edition=bindparam("edition", type_=String),
        completed_rulebook=bindparam("rulebook", type_=String),
    )
)

IS_STUCK = and_(
    progress.c.completed_at.is_(None), progress.c.quiz_passed_at.is_(None), progress.c.attempts >= STUCK_AFTER
)
"""`State.STUCK` in SQL, of a row of `progress`."""


def progress_of(row: Any) -> ModuleProgress | None:
    """Read the columns of PROGRESS from a row; None for who hasn't begun the module."""
    if row.progress_started_at is None:
        return None
    return ModuleProgress(*_OF_ROW(row))


def state_of(found: ModuleProgress | None) -> State:
    """Name how far a learner is with a module."""
    if found is None:
        return State.NOT_BEGUN
    if found.completed_at is not None:
        return State.DONE
    is_stuck = found.quiz_passed_at is None and found.attempts >= STUCK_AFTER
    return State.STUCK if is_stuck else State.BUSY


def advance(
    conn: Connection,
    actor: Actor,
    module: ModuleToday,
    before: ModuleProgress | None,
    gain: Advance,
    now: datetime,
) -> bool:
    """Write what an answer brought, inside its transaction; tells whether the module is done now.

    `before` is what was read before the transaction, and whoever `is_to_hold` is held in it already. Nothing
    is written when nothing changed and the learner was seen less than five minutes ago.
    """
    begun = before is None and _begin(conn, actor, module, gain, now)
    completed_at = before.completed_at if before else None
    if begun and gain.passed:
        completed_at = now if _look(conn, actor, module, now) else None
    elif not begun and not is_as_before(before, gain, now):
        completed_at = _move(conn, actor, module, gain, now)
    completed = completed_at == now and (before is None or before.completed_at is None)
    if begun or completed:
        count(conn, actor.person_id, module.module.id, begun=begun, completed=completed)
    return completed_at is not None


def is_as_before(before: ModuleProgress | None, gain: Advance, now: datetime) -> bool:
    """Whether an answer changes nothing here: it brought nothing, and the learner was seen a moment ago."""
    return before is not None and gain.is_nothing and now - before.touched_at < FRESH


def is_to_hold(before: ModuleProgress | None, gain: Advance) -> bool:
    """Whether an answer may count in the learner's groups, or begins a module: then it holds the learner first of all.

    Where its first row points at the learner and is new, that row does it.
    """
    return before is None or not gain.is_nothing


def complete(conn: Connection, actor: Actor, module: ModuleToday, now: datetime) -> bool:
    """Complete a module of which all is done by now, as when an author dropped the lesson that was left."""
    hold(conn, [actor.person_id])
    done = _look(conn, actor, module, now)
    if done:
        count(conn, actor.person_id, module.module.id, completed=True)
    return done


def counted_groups(actor: Actor) -> list[int]:
    """List the groups that count this learner's first choices, in one order for all; none for staff."""
    return sorted(actor.group_ids) if actor.audience is Audience.PUPIL else []


def _begin(conn: Connection, actor: Actor, module: ModuleToday, gain: Advance, now: datetime) -> bool:
    """Begin the module with what the answer brought; False when another answer began it a moment ago."""
    values = {
        "person_id": actor.person_id,
        "module": module.module.id,
        "started_at": now,
        "touched_at": now,
        "attempts": int(gain.score is not None),
        "best": gain.score or 0,
        "quiz_passed_at": now if gain.passed else None,
    }
    return conn.execute(_INSERT.on(conn), values).rowcount == 1


def _move(
    conn: Connection, actor: Actor, module: ModuleToday, gain: Advance, now: datetime
) -> datetime | None:
    if gain.is_nothing:
        values = {"person": actor.person_id, "in_module": module.module.id, "now": now}
        done: datetime | None = conn.execute(_TOUCH, values).scalar_one()
        return done
    values = _asked(actor, module, now)
    if gain.score is None:
        done = conn.execute(_LESSON, values).scalar_one()
    else:
        values |= {"score": gain.score, "passed": int(gain.passed)}
        done = conn.execute(_ATTEMPT, values).scalar_one()
    return done


def _look(conn: Connection, actor: Actor, module: ModuleToday, now: datetime) -> bool:
    """Complete the module if all of it is done, and only once."""
    return conn.execute(_LOOK, _asked(actor, module, now)).rowcount == 1


def _asked(actor: Actor, module: ModuleToday, now: datetime) -> dict[str, Any]:
    return {
        "person": actor.person_id,
        "in_module": module.module.id,
        "now": now,
        "lessons": list(module.module.lessons),
        "needed": len(set(module.module.lessons)),
        "edition": module.edition,
        "rulebook": module.rulebook,
    }
