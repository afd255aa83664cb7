"""What whoever sets a board's goals sees: those of one school year, what there is to adopt, and the years to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, func, select

from course.calendar import school_year
from course.errors import NotFound
from course.goals.board_goals import all_goals_of
from course.goals.entries import counts_for
from course.goals.pages import GoalPlan
from course.goals.tables import board_goals, evidence
from course.people.access import may
from course.people.roles import Ability
from course.people.tables import schools

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Any

    from course.curriculum.model import GoalSet
    from course.goals.pages import BoardGoal
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

_FIRST_YEAR = select(func.min(board_goals.c.school_year)).where(
    board_goals.c.board_id == bindparam("of_board", type_=Integer)
)
_NOTED = (
    select(evidence.c.goal.label("goal_id"), evidence.c.purpose, func.count().label("entries"))
    .join_from(evidence, schools)
    .where(
        schools.c.board_id == bindparam("of_board", type_=Integer),
        evidence.c.school_year == bindparam("in_year", type_=Integer),
        evidence.c.withdrawn_at.is_(None),
    )
    .group_by(evidence.c.goal, evidence.c.purpose)
)


def goal_plan(store: Store, library: Library, actor: Actor, today: date, year: int | None = None) -> GoalPlan:
    """Show a board's goals of one school year, the present one unless another is named; three statements.

    NotFound for who doesn't set them, and for a year before the first goals or after the next school year.
    """
    if not may(actor, Ability.SET_GOALS, board_id=actor.board_id):
        raise NotFound("board", str(actor.board_id))
    this_year = school_year(today)
    year = this_year if year is None else year
    values = {"of_board": actor.board_id, "in_year": year}
    with store.read() as conn:
        first: int | None = conn.execute(_FIRST_YEAR, values).scalar()
        years = tuple(range(min(first or this_year, this_year), this_year + 2))
        if year not in years:
            raise NotFound("school year", str(year))
        found = all_goals_of(conn, actor.board_id, year)
        counts = conn.execute(_NOTED, values).all()
    asked = tuple(one for one in found if one.taken_out_at is None)
    return GoalPlan(
        school_year=year,
        this_year=this_year,
        goals=asked,
        taken_out=tuple(one for one in found if one.taken_out_at is not None),
        since=found[0].school_year if found and found[0].school_year != year else None,
        sets=_to_adopt(library, asked) if year >= this_year else (),
        evidence=_noted(found, counts),
        years=years,
    )


def refuse_closed(plan: GoalPlan) -> None:
    """Raise NotFound for a year that has passed: it stays as it was."""
    if not plan.is_open:
        raise NotFound("school year", str(plan.school_year))


def find_board_goal(plan: GoalPlan, goal_id: str) -> BoardGoal:
    """Find a goal of a plan that can be changed; NotFound for any other."""
    refuse_closed(plan)
    for one in plan.goals:
        if one.goal.id == goal_id:
            return one
    raise NotFound("goal", goal_id)


def _noted(goals: tuple[BoardGoal, ...], counts: Sequence[Any]) -> dict[str, int]:
    """Count what was noted for each goal, or for the purpose that it asks of; those for which nothing was are left out."""
    sums = {one.goal.id: sum(row.entries for row in counts if counts_for(row, one.goal)) for one in goals}
    return {goal: entries for goal, entries in sums.items() if entries}


def _to_adopt(library: Library, asked: tuple[BoardGoal, ...]) -> tuple[GoalSet, ...]:
    there = {one.goal.id for one in asked}
    return tuple(one for one in library.curriculum.goal_sets.values() if not there.issuperset(one.goals))
