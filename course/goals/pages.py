"""What the pages of goals are given."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from course.curriculum.model import Goal, GoalSet, Purpose, Region


class Progress(StrEnum):
    """How a school stands with a goal."""

    MET = "met"
    MET_LATE = "met-late"
    """By what happened after the last day."""
    ON_TRACK = "on-track"
    DUE_SOON = "due-soon"
    """Four weeks or less to go."""
    LATE = "late"

    @property
    def is_met(self) -> bool:
        """Whether nothing is left to do, in time or not."""
        return self in {Progress.MET, Progress.MET_LATE}


@dataclass(frozen=True, slots=True)
class Review:
    """What the director made of an entry."""

    confirmed_at: datetime | None = None
    asked: str = ""
    """What is asked back; empty where nothing is."""
    asked_at: datetime | None = None
    reply: str = ""

    @property
    def waits_for_reply(self) -> bool:
        """Whether who noted it is to say something first."""
        return bool(self.asked) and not self.reply and self.confirmed_at is None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry of the log."""

    id: int
    school_id: int
    goal_id: str
    group_id: int | None
    group: str
    """The group's name; empty where it is the school's."""
    noted_by_id: int | None
    noted_by: str
    """Name; empty when that person left."""
    happened_on: date
    words: str
    noted_at: datetime
    withdrawn_at: datetime | None
    purpose: Purpose | None = None
    channel: str = ""
    """Its name; empty where none was chosen."""
    channel_id: int | None = None
    link: str = ""
    file: str = ""
    """Name of the file beside it; empty where there is none."""
    people: int | None = None
    """How many were there; of a talk with the team."""
    review: Review = field(default_factory=Review)


@dataclass(frozen=True, slots=True)
class GroupShare:
    """Whether one group does its part of a goal that is counted by groups."""

    group_id: int
    name: str
    is_met: bool
    times: int = 0
    """Entries of this school year that count."""
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class GroupName:
    """A group that evidence may be about."""

    group_id: int
    name: str


@dataclass(frozen=True, slots=True)
class GoalState:
    """How far a school is with one goal in one school year."""

    goal: Goal
    number: int
    """What people call it, from 1."""
    progress: Progress
    due: date
    """Last day to meet it."""
    count: int
    target: int
    """Of `count`: entries, or groups."""
    asked: int
    """Groups of which it is asked; 0 where entries are counted."""
    noted: int
    """Entries that count; what was withdrawn is left out."""
    groups: tuple[GroupShare, ...] = ()
    """By name; empty where entries are counted, and where groups are not named."""
    evidence: tuple[Evidence, ...] = ()
    """The newest happening first; empty where entries are not named."""


@dataclass(frozen=True, slots=True)
class BoardGoal:
    """One goal as a board set it for a school year."""

    goal: Goal
    number: int
    """What people call it, from 1; in one school year it stays the same, whatever is taken out."""
    goal_set: str
    """The set that it was adopted from; "" for a goal of the board's own."""
    school_year: int
    """For which it was set; an earlier one than is asked for where it goes on by itself."""
    revision: int
    changed_by: str
    """Name of who changed it last; empty where nobody did, or that person left."""
    changed_at: datetime | None
    taken_out_at: datetime | None

    @property
    def is_own(self) -> bool:
        """Whether the board made it itself, and may put it in other words."""
        return not self.goal_set


@dataclass(frozen=True, slots=True)
class GoalPlan:
    """The goals that a board has for one school year, and what whoever sets them can do."""

    school_year: int
    this_year: int
    goals: tuple[BoardGoal, ...]
    """In the order of their numbers."""
    taken_out: tuple[BoardGoal, ...]
    since: int | None
    """The earlier school year that these goals go on from by themselves; None where they were set for this one."""
    sets: tuple[GoalSet, ...]
    """Those to adopt: of which the board does not have every goal."""
    evidence: Mapping[str, int]
    """How many pieces of evidence the board's schools noted in this year, by goal."""
    years: tuple[int, ...]
    """That can be looked at, the next one included."""

    @property
    def is_open(self) -> bool:
        """Whether it can be changed: a year that has passed stays as it was."""
        return self.school_year >= self.this_year


@dataclass(frozen=True, slots=True)
class SchoolGoals:
    """How far a school is with all goals, and the groups that it has."""

    states: tuple[GoalState, ...]
    """In the order of the goals."""
    groups: tuple[GroupName, ...]
    """Of this school year, by name."""
    region: Region
    """Whose holidays are no school weeks."""
    knows_holidays: bool
