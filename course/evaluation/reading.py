"""Reading what was frozen: the school's own team, and the board's officer, who also sees where one is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, select

from course.errors import NotFound
from course.evaluation.pages import Evaluation, Line, ReadEvaluation, SchoolEvaluations
from course.evaluation.rows import evaluation_of
from course.evaluation.tables import evaluations
from course.people.access import may_see_board, school_in_sight, schools_in_sight
from course.people.roles import Ability
from course.people.tables import schools

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.store.store import Store

_frozen = evaluations.c.frozen_at.is_not(None)
_newest_first = (evaluations.c.frozen_at.desc(), evaluations.c.id.desc())
_ONE = select(evaluations).where(evaluations.c.id == bindparam("one", type_=Integer), _frozen)
_OF_SCHOOL = (
    select(evaluations)
    .where(evaluations.c.school_id == bindparam("in_school", type_=Integer), _frozen)
    .order_by(*_newest_first)
)
_LINES = (
    select(evaluations.c.school_id, evaluations.c.id, evaluations.c.school_year, evaluations.c.frozen_at)
    .join_from(evaluations, schools)
    .where(schools.c.board_id == bindparam("in_board", type_=Integer), _frozen)
    .order_by(*_newest_first)
)


def frozen_of(store: Store, actor: Actor) -> tuple[Line, ...]:
    """List what the own school froze, the newest first."""
    with store.read() as conn:
        school = school_in_sight(conn, actor, actor.school_id or 0, Ability.READ_EVALUATIONS)
        rows = conn.execute(_OF_SCHOOL, {"in_school": school.id}).all()
    return tuple(Line(row.id, row.school_year, row.frozen_at) for row in rows)


def last_frozen(store: Store, actor: Actor) -> Evaluation | None:
    """Give the newest that the own school froze, with which a draft is compared."""
    with store.read() as conn:
        school = school_in_sight(conn, actor, actor.school_id or 0, Ability.READ_EVALUATIONS)
        row = conn.execute(_OF_SCHOOL.limit(1), {"in_school": school.id}).first()
    return evaluation_of(row) if row else None


def read_evaluation(store: Store, actor: Actor, evaluation_id: int) -> ReadEvaluation:
    """Read a frozen evaluation with the one before it; NotFound for a draft, and for one of a school out of sight."""
    with store.read() as conn:
        row = conn.execute(_ONE, {"one": evaluation_id}).first()
        if row is None:
            raise NotFound("evaluation", str(evaluation_id))
        school = school_in_sight(conn, actor, row.school_id, Ability.READ_EVALUATIONS)
        return ReadEvaluation(school, evaluation_of(row), _before(conn, row.school_id, evaluation_id))


def board_evaluations(store: Store, actor: Actor) -> tuple[SchoolEvaluations, ...]:
    """List the schools of the board by name with what each froze; NotFound for who does not see them side by side."""
    if not may_see_board(actor):
        raise NotFound("board", str(actor.board_id))
    with store.read() as conn:
        found = schools_in_sight(conn, actor, Ability.READ_EVALUATIONS)
        rows = conn.execute(_LINES, {"in_board": actor.board_id}).all()
    by_school: dict[int, list[Line]] = {one.id: [] for one in found}
    for row in rows:
        by_school[row.school_id].append(Line(row.id, row.school_year, row.frozen_at))
    return tuple(SchoolEvaluations(one, tuple(by_school[one.id])) for one in found)


def _before(conn: Connection, school_id: int, evaluation_id: int) -> Evaluation | None:
    rows = conn.execute(_OF_SCHOOL, {"in_school": school_id}).all()
    place = next(place for place, row in enumerate(rows) if row.id == evaluation_id)
    return evaluation_of(rows[place + 1]) if place + 1 < len(rows) else None
