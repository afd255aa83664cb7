"""How far a school is with each goal: measured by the log, or by the counters that learning keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, select

from course.bounded_cache import BoundedCache
from course.calendar import school_year
from course.curriculum.model import Measure, Region
from course.enrolment.school_counters import Counters, counters_of_board, read_counters
from course.errors import NotFound
from course.goals.board_goals import goals_of
from course.goals.counted import Noted, counted_groups, noted_at, noted_in_board
from course.goals.entries import counts_for, read_log
from course.goals.pages import GoalState, GroupName, GroupShare, Progress, SchoolGoals
from course.goals.rhythm import are_known, regular_since, weeks_of
from course.norms.model import Audience
from course.people.access import may_see_board, school_in_sight
from course.people.roles import Ability
from course.people.tables import schools

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from course.curriculum.model import Goal
    from course.goals.counted import CountedGroup, Days
    from course.goals.pages import BoardGoal, Evidence
    from course.goals.rhythm import Weeks
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

SOON = timedelta(weeks=4)
MOST = 256
"""Schools as they stood at some moment, of which it is kept how far they were."""
NOTHING, NO_GROUPS = Noted(), Counters((), ())

_REGION = select(schools.c.region).where(schools.c.id == bindparam("of_school", type_=Integer))
_REGIONS = select(schools.c.id, schools.c.region).where(
    schools.c.board_id == bindparam("in_board", type_=Integer)
)


_measured = BoundedCache[tuple[GoalState, ...]](MOST)


def goal_states(
    store: Store,
    library: Library,
    actor: Actor,
    today: date,
    school_id: int | None = None,
    counters: Counters | None = None,
) -> tuple[GoalState, ...]:
    """Tell how far a school is with every goal, in the school year of `today`, in the order of the goals.

    Staff see their own school; an officer names one of the board with `school_id`. NotFound for anybody else. Groups and
    evidence are only counted here: `school_goals` names them. `counters` are the school's, where they were read already.
    """
    with store.read() as conn:
        school = _school_in_sight(conn, actor, school_id)
        return states_at(conn, library, actor.board_id, school, today, counters)


def states_at(
    conn: Connection,
    library: Library,
    board_id: int,
    school_id: int,
    today: date,
    counters: Counters | None = None,
) -> tuple[GoalState, ...]:
    """Tell how far a school is with every goal on a day, whoever asks."""
    year = school_year(today)
    goals = goals_of(conn, board_id, year)
    noted = noted_at(conn, school_id, year)
    counters = counters or read_counters(conn, school_id, year)
    return _states(library, goals, noted, counters, region_of(conn, school_id), today)


def school_goals(
    store: Store, library: Library, actor: Actor, today: date, school_id: int | None = None
) -> SchoolGoals:
    """Tell how far a school is with every goal, as `goal_states` does, with its groups and its evidence."""
    year = school_year(today)
    with store.read() as conn:
        school = _school_in_sight(conn, actor, school_id)
        goals = goals_of(conn, actor.board_id, year)
        log = read_log(conn, school, year)
        counters = read_counters(conn, school, year)
        region = region_of(conn, school)
    noted = Noted((one.goal_id, one.purpose or "", one.group_id, one.happened_on) for one in log)
    groups = counted_groups(library, counters)
    weeks = weeks_of(library.curriculum.holidays, region)
    return SchoolGoals(
        states=tuple(_told(one, noted.days(one.goal), groups, today, weeks, log) for one in goals),
        groups=tuple(GroupName(one.id, one.name) for one in groups),
        region=region,
        knows_holidays=are_known(library.curriculum.holidays, today),
    )


def board_goals(
    store: Store,
    library: Library,
    actor: Actor,
    today: date,
    schools_shown: Iterable[int],
    counters: Mapping[int, Counters] | None = None,
) -> Mapping[int, tuple[GoalState, ...]]:
    """Tell an officer how far each of these schools is with every goal: counts and dates, not what was written.

    Five statements however many schools there are, three where their `counters` were read already. NotFound for anybody
    else; schools of another board have nothing.
    """
    if not may_see_board(actor):
        raise NotFound("board", str(actor.board_id))
    year, shown = school_year(today), tuple(schools_shown)
    with store.read() as conn:
        goals = goals_of(conn, actor.board_id, year)
        noted = noted_in_board(conn, actor.board_id, year)
        if counters is None:
            counters = counters_of_board(conn, actor.board_id, year)
        regions = {
            school: Region(one) for school, one in conn.execute(_REGIONS, {"in_board": actor.board_id})
        }
    return {
        school: _states(
            library,
            goals,
            noted.get(school, NOTHING),
            counters.get(school, NO_GROUPS),
            regions.get(school, Region.MIDDEN),
            today,
        )
        for school in shown
    }


def progress_of(met_on: Sequence[date], target: int, due: date, today: date) -> Progress:
    """Name how a school stands, by the days on which what counts happened; on the very last day it is not late yet."""
    if len(met_on) >= target:
        return Progress.MET if sorted(met_on)[target - 1] <= due else Progress.MET_LATE
    if today > due:
        return Progress.LATE
    return Progress.DUE_SOON if due - today <= SOON else Progress.ON_TRACK


def _school_in_sight(conn: Connection, actor: Actor, school_id: int | None) -> int:
    wanted = actor.school_id if school_id is None else school_id
    if wanted is None:
        raise NotFound("school", str(school_id or ""))
    if wanted == actor.school_id and actor.may(Ability.NOTE_EVIDENCE):
        return wanted
    return school_in_sight(conn, actor, wanted).id


def region_of(conn: Connection, school_id: int) -> Region:
    """Read by whose holidays a school goes."""
    return Region(conn.execute(_REGION, {"of_school": school_id}).scalar_one())


def _states(
    library: Library,
    goals: tuple[BoardGoal, ...],
    noted: Noted,
    counters: Counters,
    region: Region,
    today: date,
) -> tuple[GoalState, ...]:
    """Measure every goal of one school; anew only when something is noted, a counter changes, or the day."""
    holidays = library.curriculum.holidays
    free = tuple(holidays.periods.get(region, ()))
    key = (goals, noted, counters, region, free, today, library.modules_for(Audience.PUPIL))
    if (known := _measured.get(key)) is not None:
        return known
    weeks, groups = weeks_of(holidays, region), counted_groups(library, counters)
    return _measured.put(key, tuple(_state(one, noted.days(one.goal), groups, today, weeks) for one in goals))


def _state(
    asked: BoardGoal, noted: Days, groups: Sequence[CountedGroup], today: date, weeks: Weeks
) -> GoalState:
    """Measure one goal of one school."""
    goal = asked.goal
    if goal.measure.counts_groups:
        met_on: Sequence[date] = list(days_met(goal, noted, groups, today, weeks).values())
    else:
        met_on = [day for days in noted.values() for day in days]
    return state_of(asked, met_on, len(groups), sum(len(days) for days in noted.values()), today)


def state_of(asked: BoardGoal, met_on: Sequence[date], groups: int, noted: int, today: date) -> GoalState:
    """Tell how a school of so many groups stands, by the days on which what counts happened, of so many entries."""
    goal = asked.goal
    due = goal.due(school_year(today))
    target = (goal.target or max(1, groups)) if goal.measure.counts_groups else max(1, goal.target)
    return GoalState(
        goal=goal,
        number=asked.number,
        progress=progress_of(met_on, target, due, today),
        due=due,
        count=len(met_on),
        target=target,
        asked=groups if goal.measure.counts_groups else 0,
        noted=noted,
    )


def _told(
    asked: BoardGoal,
    noted: Days,
    groups: Sequence[CountedGroup],
    today: date,
    weeks: Weeks,
    log: Sequence[Evidence],
) -> GoalState:
    """Measure one goal, and name its groups and its evidence."""
    goal, shares = asked.goal, tuple[GroupShare, ...]()
    if goal.measure.counts_groups:
        met = days_met(goal, noted, groups, today, weeks)
        shares = tuple(share_of(one, noted.get(one.id, ()), is_met=one.id in met) for one in groups)
    return replace(
        _state(asked, noted, groups, today, weeks),
        groups=shares,
        evidence=tuple(one for one in log if counts_for(one, goal)),
    )


def share_of(group: CountedGroup, days: Sequence[date], *, is_met: bool) -> GroupShare:
    """Tell how often a group did something for a goal, and when last."""
    return GroupShare(group.id, group.name, is_met, len(days), max(days, default=None))


def days_met(
    goal: Goal, noted: Days, groups: Sequence[CountedGroup], today: date, weeks: Weeks
) -> dict[int, date]:
    """Tell since when each group that does its part, or keeps the rhythm that a goal sets, has done so.

    When most of a group had completed a module isn't kept: that counts as in time.
    """
    counts_progress = goal.measure is Measure.GROUPS_COMPLETED
    found: dict[int, date] = {}
    for one in groups:
        days = noted.get(one.id, ())
        if goal.rhythm:
            if (since := regular_since(days, goal.rhythm, weeks, today)) is not None:
                found[one.id] = since
        elif counts_progress and one.most_completed:
            found[one.id] = date.min
        elif days:
            found[one.id] = min(days)
    return found
