"""How far a school is with each goal: measured by the log, or by the counters that learning keeps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, func, select

from course.curriculum.model import Measure
from course.curriculum.school_year import school_year
from course.errors import NotFound
from course.goals.log import read_log
from course.goals.views import GoalState, GroupName, GroupShare, Progress, SchoolGoals
from course.learning.tables import group_progress
from course.people.access import FEWEST, school_in_sight
from course.people.identity import Role
from course.people.tables import groups, memberships

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from sqlalchemy import Connection

    from course.curriculum.model import Goal
    from course.goals.views import Evidence
    from course.library import Library
    from course.people.identity import Identity
    from course.store.store import Store

SOON = timedelta(weeks=4)

_pupils = (
    select(func.count())
    .where(memberships.c.group_id == groups.c.id, memberships.c.role == Role.PUPIL.value)
    .scalar_subquery()
)
_completed = (
    select(func.coalesce(func.max(group_progress.c.completed), 0))
    .where(group_progress.c.group_id == groups.c.id)
    .scalar_subquery()
)
_GROUPS = (
    select(groups.c.id, groups.c.name, _pupils.label("pupils"), _completed.label("completed"))
    .where(
        groups.c.school_id == bindparam("in_school", type_=Integer),
        groups.c.school_year == bindparam("in_year", type_=Integer),
    )
    .order_by(groups.c.name, groups.c.id)
)


def goal_states(
    store: Store, library: Library, identity: Identity, today: date, school_id: int | None = None
) -> tuple[GoalState, ...]:
    """Tell how far a school is with every goal, in the school year of `today`, in the order of the goals.

    Staff see their own school; an officer names one of the board with `school_id`. NotFound for anybody else.
    """
    return school_goals(store, library, identity, today, school_id).states


def school_goals(
    store: Store, library: Library, identity: Identity, today: date, school_id: int | None = None
) -> SchoolGoals:
    """Tell how far a school is with every goal, as `goal_states` does, and which groups it has."""
    year = school_year(today)
    with store.read() as conn:
        school = _school_in_sight(conn, identity, school_id)
        log = read_log(conn, school, year)
        rows = conn.execute(_GROUPS, {"in_school": school, "in_year": year}).all()
    return SchoolGoals(
        states=tuple(
            _state(goal, number, tuple(one for one in log if one.goal_id == goal.id), rows, today)
            for number, goal in enumerate(library.curriculum.goals.values(), 1)
        ),
        groups=tuple(GroupName(row.id, row.name) for row in rows),
    )


def progress_of(met_on: Sequence[date], target: int, due: date, today: date) -> Progress:
    """Name how a school stands, by the days on which what counts happened; on the very last day it is not late yet."""
    if len(met_on) >= target:
        return Progress.MET if sorted(met_on)[target - 1] <= due else Progress.MET_LATE
    if today > due:
        return Progress.LATE
    return Progress.DUE_SOON if due - today <= SOON else Progress.ON_TRACK


def _school_in_sight(conn: Connection, identity: Identity, school_id: int | None) -> int:
    wanted = identity.school_id if school_id is None else school_id
    if wanted is None or identity.role is Role.PUPIL:
        raise NotFound("school", str(school_id or ""))
    if wanted == identity.school_id:
        return wanted
    return school_in_sight(conn, identity, wanted).id


def _state(
    goal: Goal, number: int, evidence: tuple[Evidence, ...], rows: Sequence[Any], today: date
) -> GoalState:
    due = goal.due(school_year(today))
    shares: tuple[GroupShare, ...] = ()
    met_on, target = [one.happened_on for one in evidence], max(1, goal.target)
    if goal.measure is not Measure.EVIDENCE_SCHOOL:
        days = _days(goal, evidence, rows)
        shares = tuple(GroupShare(row.id, row.name, row.id in days) for row in rows)
        met_on, target = list(days.values()), goal.target or max(1, len(shares))
    return GoalState(
        goal=goal,
        number=number,
        progress=progress_of(met_on, target, due, today),
        due=due,
        count=len(met_on),
        target=target,
        groups=shares,
        evidence=evidence,
    )


def _days(goal: Goal, evidence: tuple[Evidence, ...], rows: Sequence[Any]) -> dict[int, date]:
    """Tell since when each group that does its part has done so.

    When most of a group had completed a module isn't kept: that counts as in time.
    """
    counts_progress = goal.measure is Measure.GROUPS_COMPLETED
    days: dict[int, date] = {}
    for row in rows:
        noted = [one.happened_on for one in evidence if one.group_id == row.id]
        if counts_progress and _most_completed(row):
            days[row.id] = date.min
        elif noted:
            days[row.id] = min(noted)
    return days


def _most_completed(row: Any) -> bool:
    """Whether most of a group completed a module; of a small group that would tell what its counts don't."""
    return bool(row.pupils >= FEWEST and row.completed * 2 > row.pupils)
