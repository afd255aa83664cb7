"""How far a school is with each goal: measured by the log, or by the counters that learning keeps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Integer, and_, bindparam, func, select

from course.calendar import school_year
from course.curriculum.bands import band_of, years_of
from course.curriculum.model import Measure, Region
from course.enrolment.tables import group_sizes
from course.errors import NotFound
from course.goals.board_goals import goals_of
from course.goals.entries import counts_for, read_log
from course.goals.pages import GoalState, GroupName, GroupShare, Progress, SchoolGoals
from course.goals.rhythm import are_known, regular_since, weeks_of
from course.goals.tables import evidence
from course.learning.tables import group_progress
from course.norms.model import Audience
from course.people.access import FEWEST, may_see_board, school_in_sight
from course.people.roles import Ability
from course.people.tables import groups, schools

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from sqlalchemy import Connection

    from course.curriculum.model import Goal
    from course.goals.pages import BoardGoal, Evidence
    from course.goals.rhythm import Weeks
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

SOON = timedelta(weeks=4)

_counted = schools.outerjoin(
    groups,
    and_(groups.c.school_id == schools.c.id, groups.c.school_year == bindparam("in_year", type_=Integer)),
).outerjoin(group_progress, group_progress.c.group_id == groups.c.id)
"""A school without groups has one row, which tells its region."""
_pupils = (
    select(func.coalesce(func.sum(group_sizes.c.pupils), 0))
    .where(group_sizes.c.group_id == groups.c.id)
    .scalar_subquery()
)
_COLUMNS = (
    groups.c.id,
    groups.c.name,
    schools.c.id.label("school_id"),
    schools.c.region,
    _pupils.label("pupils"),
    group_progress.c.module,
    group_progress.c.year_group,
    group_progress.c.completed,
)
_in_board = schools.c.board_id == bindparam("in_board", type_=Integer)
_GROUPS = (
    select(*_COLUMNS)
    .select_from(_counted)
    .where(schools.c.id == bindparam("in_school", type_=Integer))
    .order_by(groups.c.name, groups.c.id)
)
_BOARD_GROUPS = select(*_COLUMNS).select_from(_counted).where(_in_board).order_by(groups.c.name, groups.c.id)
_BOARD_LOG = (
    select(
        evidence.c.school_id,
        evidence.c.goal.label("goal_id"),
        evidence.c.group_id,
        evidence.c.happened_on,
        evidence.c.purpose,
    )
    .join_from(evidence, schools)
    .where(
        _in_board,
        evidence.c.school_year == bindparam("in_year", type_=Integer),
        evidence.c.withdrawn_at.is_(None),
    )
)


def goal_states(
    store: Store, library: Library, actor: Actor, today: date, school_id: int | None = None
) -> tuple[GoalState, ...]:
    """Tell how far a school is with every goal, in the school year of `today`, in the order of the goals.

    Staff see their own school; an officer names one of the board with `school_id`. NotFound for anybody else.
    """
    return school_goals(store, library, actor, today, school_id).states


def school_goals(
    store: Store, library: Library, actor: Actor, today: date, school_id: int | None = None
) -> SchoolGoals:
    """Tell how far a school is with every goal, as `goal_states` does, and which groups it has."""
    year = school_year(today)
    with store.read() as conn:
        school = _school_in_sight(conn, actor, school_id)
        goals = goals_of(conn, actor.board_id, year)
        log = read_log(conn, school, year)
        found = conn.execute(_GROUPS, {"in_school": school, "in_year": year}).all()
    rows, region = _groups_of(library, found), Region(found[0].region)
    return SchoolGoals(
        states=_states(goals, log, rows, today, weeks_of(library.curriculum.holidays, region), log),
        groups=tuple(GroupName(row.id, row.name) for row in rows),
        region=region,
        knows_holidays=are_known(library.curriculum.holidays, today),
    )


def board_goals(
    store: Store, library: Library, actor: Actor, today: date, schools_shown: Iterable[int]
) -> Mapping[int, tuple[GoalState, ...]]:
    """Tell an officer how far each of these schools is with every goal: counts and dates, not what was written.

    Three statements however many schools there are. NotFound for anybody else; schools of another board have nothing.
    """
    if not may_see_board(actor):
        raise NotFound("board", str(actor.board_id))
    values = {"in_board": actor.board_id, "in_year": school_year(today)}
    with store.read() as conn:
        goals = goals_of(conn, actor.board_id, values["in_year"])
        noted = conn.execute(_BOARD_LOG, values).all()
        found = conn.execute(_BOARD_GROUPS, values).all()
    rows, regions = _groups_of(library, found), {row.school_id: Region(row.region) for row in found}
    return {
        school: _states(
            goals,
            [one for one in noted if one.school_id == school],
            [one for one in rows if one.school_id == school],
            today,
            weeks_of(library.curriculum.holidays, regions.get(school, Region.MIDDEN)),
        )
        for school in schools_shown
    }


def progress_of(met_on: Sequence[date], target: int, due: date, today: date) -> Progress:
    """Name how a school stands, by the days on which what counts happened; on the very last day it is not late yet."""
    if len(met_on) >= target:
        return Progress.MET if sorted(met_on)[target - 1] <= due else Progress.MET_LATE
    if today > due:
        return Progress.LATE
    return Progress.DUE_SOON if due - today <= SOON else Progress.ON_TRACK


@dataclass(frozen=True, slots=True)
class _Group:
    """What is measured of a group."""

    id: int
    name: str
    school_id: int
    pupils: int
    completed: int
    """Pupils of whom it is sure that they completed a module that is meant for them."""


def _groups_of(library: Library, rows: Iterable[Any]) -> list[_Group]:
    """Gather the counters of groups, in the order of the rows.

    Counters don't tell whether it was the same pupils who completed two modules; so of each band that module counts which
    most completed, and bands of a combination group add up.
    """
    meant = {
        (module.id, year): band_of(year)
        for module in library.modules_for(Audience.PUPIL)
        for year in years_of(module.bands)
    }
    found: dict[int, tuple[tuple[int, str, int, int], dict[tuple[str | None, str], int]]] = {}
    for group, name, school, _, pupils, module, year, completed in rows:
        if group is None:
            continue
        if group not in found:
            found[group] = (group, name, school, pupils), {}
        if (module, year) in meant:
            by_module, key = found[group][1], (meant[module, year], module)
            by_module[key] = by_module.get(key, 0) + completed
    return [_Group(*told, _surely_completed(by_module)) for told, by_module in found.values()]


def _surely_completed(completed: Mapping[tuple[str | None, str], int]) -> int:
    most: dict[str | None, int] = {}
    for (band, _), number in completed.items():
        most[band] = max(number, most.get(band, 0))
    return sum(most.values())


def _school_in_sight(conn: Connection, actor: Actor, school_id: int | None) -> int:
    wanted = actor.school_id if school_id is None else school_id
    if wanted is None:
        raise NotFound("school", str(school_id or ""))
    if wanted == actor.school_id and actor.may(Ability.NOTE_EVIDENCE):
        return wanted
    return school_in_sight(conn, actor, wanted).id


def _states(
    goals: Sequence[BoardGoal],
    noted: Sequence[Any],
    rows: Sequence[_Group],
    today: date,
    weeks: Weeks,
    told: Sequence[Evidence] = (),
) -> tuple[GoalState, ...]:
    """Measure every goal of one school by what was `noted` and by its groups; `told` is what its pages show."""
    return tuple(
        replace(
            _state(asked, [one for one in noted if counts_for(one, asked.goal)], rows, today, weeks),
            evidence=tuple(one for one in told if counts_for(one, asked.goal)),
        )
        for asked in goals
    )


def _state(
    asked: BoardGoal, noted: Sequence[Any], rows: Sequence[_Group], today: date, weeks: Weeks
) -> GoalState:
    goal = asked.goal
    due = goal.due(school_year(today))
    shares: tuple[GroupShare, ...] = ()
    met_on, target = [one.happened_on for one in noted], max(1, goal.target)
    if goal.measure.counts_groups:
        days = _regular_days(goal, noted, rows, today, weeks) if goal.rhythm else _days(goal, noted, rows)
        shares = tuple(_share(row, noted, is_met=row.id in days) for row in rows)
        met_on, target = list(days.values()), goal.target or max(1, len(shares))
    return GoalState(
        goal=goal,
        number=asked.number,
        progress=progress_of(met_on, target, due, today),
        due=due,
        count=len(met_on),
        target=target,
        groups=shares,
        evidence=(),
    )


def _share(row: _Group, noted: Sequence[Any], *, is_met: bool) -> GroupShare:
    days = [one.happened_on for one in noted if one.group_id == row.id]
    return GroupShare(row.id, row.name, is_met, len(days), max(days, default=None))


def _regular_days(
    goal: Goal, noted: Sequence[Any], rows: Sequence[_Group], today: date, weeks: Weeks
) -> dict[int, date]:
    """Tell since when each group that keeps the rhythm of a goal has kept it."""
    found = {
        row.id: regular_since(
            [one.happened_on for one in noted if one.group_id == row.id], goal.rhythm, weeks, today
        )
        for row in rows
    }
    return {group: day for group, day in found.items() if day is not None}


def _days(goal: Goal, noted: Sequence[Any], rows: Sequence[_Group]) -> dict[int, date]:
    """Tell since when each group that does its part has done so.

    When most of a group had completed a module isn't kept: that counts as in time.
    """
    counts_progress = goal.measure is Measure.GROUPS_COMPLETED
    first: dict[int | None, date] = {}
    for one in noted:
        first[one.group_id] = min(one.happened_on, first.get(one.group_id, date.max))
    days: dict[int, date] = {}
    for row in rows:
        if counts_progress and _most_completed(row):
            days[row.id] = date.min
        elif row.id in first:
            days[row.id] = first[row.id]
    return days


def _most_completed(row: _Group) -> bool:
    """Whether most of a group completed a module; of a small group that would tell what its counts don't."""
    return row.pupils >= FEWEST and row.completed * 2 > row.pupils
