"""Runs in the store: one statement reads all that a click needs, one guarded statement moves on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, and_, bindparam, select, update

from course.learning.lesson.run import Run, decode_found, encode_found, under
from course.learning.progress.module_progress import PROGRESS, ModuleProgress, counted_groups, progress_of
from course.learning.tables import first_choices, progress, runs
from course.people.holding import HELD_PERSON
from course.people.tables import persons
from course.scenario.walk import decode, encode
from course.store.prepared import Prepared
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import Connection

    from course.learning.lesson.script import Script
    from course.people.actor import Actor
    from course.scenario.walk import Step

_written = json.JSONEncoder(separators=(",", ":")).encode
"""`json.dumps` makes an encoder at every call that wants no spaces."""
_person = bindparam("person", type_=Integer)
_READ = Prepared(
    select(
        runs.c.number,
        runs.c.step,
        runs.c.path,
        runs.c.decided,
        runs.c.endings,
        runs.c.ending,
        runs.c.sign_in,
        runs.c.started_at,
        runs.c.touched_at,
        runs.c.completed_at,
        runs.c.completed_edition,
        runs.c.completed_rulebook,
        runs.c.remembered,
        *PROGRESS,
    )
    .select_from(
        persons.outerjoin(
            runs, and_(runs.c.person_id == persons.c.id, runs.c.lesson == bindparam("in_lesson"))
        ).outerjoin(
            progress, and_(progress.c.person_id == persons.c.id, progress.c.module == bindparam("in_module"))
        )
    )
    .where(persons.c.id == _person)
)
_BEGIN = Upsert(
    runs, lambda insert: insert.on_conflict_do_nothing().execution_options(preserve_rowcount=True)
)
_move = update(runs).where(
    runs.c.lesson == bindparam("in_lesson"), runs.c.step == bindparam("from_step", type_=Integer)
)
_MOVED = (
    "edition",
    "rulebook",
    "number",
    "step",
    "path",
    "decided",
    "endings",
    "ending",
    "sign_in",
    "started_at",
    "touched_at",
    "completed_at",
    "completed_edition",
    "completed_rulebook",
    "remembered",
)
_MOVE = Prepared(_move.where(runs.c.person_id == _person), sets=_MOVED)
_MOVE_HELD = Prepared(_move.where(runs.c.person_id == HELD_PERSON), sets=_MOVED)
_COUNT_FIRST = Prepared(
    Upsert(
        first_choices,
        lambda insert: insert.on_conflict_do_update(
            index_elements=["group_id", "lesson", "scene", "choice"],
            set_={"count": first_choices.c["count"] + insert.excluded["count"]},
        ),
    ),
    sets=("group_id", "lesson", "scene", "choice", "count"),
)


@dataclass(frozen=True, slots=True)
class StoredRun:
    """What the store knows of a learner in a lesson, read under today's text."""

    run: Run
    progress: ModuleProgress | None

    @property
    def module_done(self) -> bool:
        """Whether the whole module was completed before."""
        return self.progress is not None and self.progress.completed_at is not None


def read(conn: Connection, actor: Actor, script: Script) -> StoredRun:
    """Read the learner's run and progress in one statement; a run that wasn't begun is a fresh one."""
    row = _READ.first(
        conn, {"person": actor.person_id, "in_lesson": script.lesson.id, "in_module": script.module.id}
    )
    if row is None or row.step is None:
        return StoredRun(Run(seed=_seed(actor, script)), progress_of(row) if row is not None else None)
    may_look_back = row.ending is None or row.sign_in == actor.sign_in
    stored = Run(
        number=row.number,
        step=row.step,
        path=decode(row.path) if may_look_back else (),
        ending=row.ending,
        decided=tuple(json.loads(row.decided)),
        found=decode_found(row.endings),
        started_at=row.started_at,
        touched_at=row.touched_at,
        completed_at=row.completed_at,
        completed_under=(row.completed_edition, row.completed_rulebook),
        remembered=tuple(json.loads(row.remembered)),
        seed=_seed(actor, script),
    )
    return StoredRun(under(script.lesson, stored), progress_of(row))


def _seed(actor: Actor, script: Script) -> str:
    return f"{actor.person_id}/{script.lesson.id}"


def move(conn: Connection, actor: Actor, script: Script, before: Run, after: Run, *, holding: bool) -> bool:
    """Store a move; False, with nothing written, when another request moved this learner first.

    `holding` holds the learner before the run, in the same statement: an answer has none to spare.
    """
    values: dict[str, Any] = {
        "edition": script.lesson.edition,
        "rulebook": script.rulebook,
        "number": after.number,
        "step": after.step,
        "path": encode(after.path),
        "decided": _written(after.decided),
        "endings": encode_found(after.found),
        "ending": after.ending,
        "sign_in": actor.sign_in if after.ending is not None else None,
        "started_at": after.started_at,
        "touched_at": after.touched_at,
        "completed_at": after.completed_at,
        "completed_edition": after.completed_under[0],
        "completed_rulebook": after.completed_under[1],
        "remembered": _written(after.remembered),
    }
    if before.started_at is None:
        values |= {"person_id": actor.person_id, "lesson": script.lesson.id}
        return conn.execute(_BEGIN.on(conn), values).rowcount == 1
    values |= {"person": actor.person_id, "in_lesson": script.lesson.id, "from_step": before.step}
    return (_MOVE_HELD if holding else _MOVE).run(conn, values) == 1


def count_first(conn: Connection, actor: Actor, script: Script, first: Step) -> None:
    """Add a pupil's first choice to the figures of the own groups; the pupil is not kept with it."""
    counted = {"lesson": script.lesson.id, "scene": first.scene, "choice": first.choice, "count": 1}
    for group in counted_groups(actor):
        _COUNT_FIRST.run(conn, {"group_id": group, **counted})
