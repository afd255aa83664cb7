"""How far a school is with its goals, some groups at a time: measured as its page measures them, and little of it held."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.calendar import school_year
from course.enrolment.school_counters import counters_in_parts
from course.goals.board_goals import goals_of
from course.goals.counted import gather_groups, noted_of
from course.goals.rhythm import weeks_of
from course.goals.states import days_met, region_of, share_of, state_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from course.goals.counted import CountedGroup, Noted
    from course.goals.pages import BoardGoal, GoalState, GroupShare
    from course.goals.rhythm import Weeks
    from course.library import Library
    from course.people.access import School
    from course.store.store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a school this year, and by which weeks it is counted."""

    goals: tuple[BoardGoal, ...]
    weeks: Weeks
    today: date


def asked_of(store: Store, library: Library, school: School, today: date) -> Asked:
    """Read the goals of a school's board, and the region of its holidays."""
    with store.read() as conn:
        goals = goals_of(conn, school.board_id, school_year(today))
        region = region_of(conn, school.id)
    return Asked(goals, weeks_of(library.curriculum.holidays, region), today)


class Standing:
    """How a school stands with each goal, of groups that come a part at a time."""

    def __init__(self, asked: Asked) -> None:
        """Begin with nothing."""
        self._asked, self._groups = asked, 0
        self._met: dict[str, Counter[date]] = {one.goal.id: Counter() for one in asked.goals}
        self._noted: Counter[str] = Counter()

    def add(self, groups: tuple[CountedGroup, ...], noted: Noted) -> None:
        """Count some groups with what was noted of them, or what was noted of no group at all."""
        self._groups += len(groups)
        for one in self._asked.goals:
            days = noted.days(one.goal)
            self._noted[one.goal.id] += sum(len(some) for some in days.values())
            if one.goal.measure.counts_groups:
                met = days_met(one.goal, days, groups, self._asked.today, self._asked.weeks)
                self._met[one.goal.id].update(met.values())
            else:
                self._met[one.goal.id].update(day for some in days.values() for day in some)

    def told(self) -> tuple[GoalState, ...]:
        """Tell how it stands, in the order of the goals."""
        return tuple(
            state_of(
                one,
                list(self._met[one.goal.id].elements()),
                self._groups,
                self._noted[one.goal.id],
                self._asked.today,
            )
            for one in self._asked.goals
        )


def groups_of(
    store: Store, library: Library, school: School, today: date
) -> Iterator[tuple[tuple[CountedGroup, ...], Noted]]:
    """Give a school's groups by name, some at a time, with what was noted of them this year."""
    year = school_year(today)
    for counters in counters_in_parts(store, school.id, year):
        groups = gather_groups(library, counters)
        with store.read() as conn:
            yield groups, noted_of(conn, school.id, year, [one.id for one in groups])


def stand(store: Store, library: Library, school: School, asked: Asked) -> Standing:
    """Count a whole school."""
    standing = Standing(asked)
    for groups, noted in groups_of(store, library, school, asked.today):
        standing.add(groups, noted)
    with store.read() as conn:
        standing.add((), noted_of(conn, school.id, school_year(asked.today), None))
    return standing


def shares_in(
    asked: Asked, goal: BoardGoal, groups: tuple[CountedGroup, ...], noted: Noted
) -> tuple[GroupShare, ...]:
    """Tell of some groups whether each does its part of a goal."""
    days = noted.days(goal.goal)
    met = days_met(goal.goal, days, groups, asked.today, asked.weeks)
    return tuple(share_of(one, days.get(one.id, ()), is_met=one.id in met) for one in groups)
