"""What a school shows the others at the meeting in January: its message, its channels, and what it did this school year.

Made from what stands there already, so that nobody writes anything for it: of the logbook only what the director confirmed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, select

from course.calendar import school_year
from course.curriculum.model import Purpose
from course.errors import NotFound
from course.goals.channels import channels_of
from course.goals.entries import read_log
from course.goals.tables import channels, evidence
from course.people.access import may_see_board, school_in_sight, schools_in_sight
from course.people.tables import schools
from course.profile.plans import version_of
from course.profile.tables import profile_plans

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from course.curriculum.model import ProfileQuestions
    from course.goals.channels import KeptChannel
    from course.goals.pages import Evidence
    from course.people.access import School
    from course.people.actor import Actor
    from course.profile.plans import Version
    from course.store.store import Store


class Part(StrEnum):
    """What a page for the meeting is made of."""

    PLAN = "plan"
    CHANNELS = "channels"
    ENTRIES = "entries"


@dataclass(frozen=True, slots=True)
class Show:
    """What one school shows."""

    school: School
    school_year: int
    message: str
    """What the plan answers to its first question; empty where it doesn't."""
    goal: str
    """What the plan wants to reach."""
    channels: tuple[KeptChannel, ...]
    """Those in use, by name."""
    entries: tuple[Evidence, ...]
    """Confirmed, of this school year, the newest happening first; what the team talked about stays with the school."""

    @property
    def missing(self) -> tuple[Part, ...]:
        """Which parts have nothing to show yet."""
        parts = ((Part.PLAN, self.message), (Part.CHANNELS, self.channels), (Part.ENTRIES, self.entries))
        return tuple(part for part, there in parts if not there)

    @property
    def times(self) -> Mapping[Purpose, int]:
        """How often something was done for each purpose."""
        return Counter(one.purpose for one in self.entries if one.purpose)

    @property
    def groups(self) -> int:
        """How many groups did something."""
        return len({one.group_id for one in self.entries if one.group_id is not None})


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether the page of one school has everything to show."""

    school: School
    missing: tuple[Part, ...]


NOT_SHOWN = (Purpose.TEAM_TALK, Purpose.EVALUATION)
"""What the school did for itself, not for others to see."""

_in_school = bindparam("in_school", type_=Integer)
_NEWEST = (
    select(profile_plans)
    .where(profile_plans.c.school_id == _in_school)
    .order_by(profile_plans.c.school_year.desc(), profile_plans.c.number.desc())
    .limit(1)
)
_of_board = schools.c.board_id == bindparam("in_board", type_=Integer)
_PLANS = (
    select(profile_plans)
    .join_from(profile_plans, schools)
    .where(_of_board)
    .order_by(profile_plans.c.school_year, profile_plans.c.number)
)
_CHANNELS = (
    select(channels.c.school_id)
    .join_from(channels, schools)
    .where(_of_board, channels.c.closed_at.is_(None))
    .distinct()
)
_CONFIRMED = (
    select(evidence.c.school_id)
    .join_from(evidence, schools)
    .where(
        _of_board,
        evidence.c.school_year == bindparam("in_year", type_=Integer),
        evidence.c.confirmed_at.is_not(None),
        evidence.c.purpose.not_in([one.value for one in NOT_SHOWN]),
        evidence.c.withdrawn_at.is_(None),
    )
    .distinct()
)


def show_of(
    store: Store, actor: Actor, asked: ProfileQuestions, today: date, school_id: int | None = None
) -> Show:
    """Give the page of the own school to its director, of a school of the board to an officer; NotFound for any other."""
    wanted, year = actor.school_id if school_id is None else school_id, school_year(today)
    with store.read() as conn:
        school = school_in_sight(conn, actor, wanted or 0)
        row = conn.execute(_NEWEST, {"in_school": school.id}).first()
        log, kept = read_log(conn, school.id, year), channels_of(conn, school.id)
    plan = version_of(row) if row else None
    return Show(
        school=school,
        school_year=year,
        message=_answer(plan, asked.questions[0].id if asked.questions else ""),
        goal=_answer(plan, asked.goal[0].id if asked.goal else ""),
        channels=tuple(one for one in kept if one.closed_at is None),
        entries=tuple(one for one in log if one.review.confirmed_at and one.purpose not in NOT_SHOWN),
    )


def readiness_of(store: Store, actor: Actor, asked: ProfileQuestions, today: date) -> tuple[Readiness, ...]:
    """Tell an officer of every school, by name, what its page still misses; four statements. NotFound for any other."""
    if not may_see_board(actor):
        raise NotFound("board", str(actor.board_id))
    values = {"in_board": actor.board_id, "in_year": school_year(today)}
    with store.read() as conn:
        found = schools_in_sight(conn, actor)
        newest = {row.school_id: version_of(row) for row in conn.execute(_PLANS, values)}
        there = {
            Part.CHANNELS: set(conn.execute(_CHANNELS, values).scalars()),
            Part.ENTRIES: set(conn.execute(_CONFIRMED, values).scalars()),
        }
    first = asked.questions[0].id if asked.questions else ""
    there[Part.PLAN] = {school for school, plan in newest.items() if _answer(plan, first)}
    return tuple(Readiness(one, tuple(part for part in Part if one.id not in there[part])) for one in found)


def _answer(plan: Version | None, question: str) -> str:
    return plan.plan.answers.get(question, "") if plan else ""
