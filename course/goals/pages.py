"""What the page of goals is given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from course.curriculum.model import Goal


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


@dataclass(frozen=True, slots=True)
class GroupShare:
    """Whether one group does its part of a goal that is counted by groups."""

    group_id: int
    name: str
    is_met: bool


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
    """Its place among the goals, from 1: what people call it."""
    progress: Progress
    due: date
    """Last day to meet it."""
    count: int
    target: int
    """Of `count`: entries, or groups."""
    groups: tuple[GroupShare, ...]
    """By name; empty where entries are counted."""
    evidence: tuple[Evidence, ...]
    """The newest happening first; what was withdrawn is left out."""


@dataclass(frozen=True, slots=True)
class SchoolGoals:
    """How far a school is with all goals, and the groups that it has."""

    states: tuple[GoalState, ...]
    """In the order of the goals."""
    groups: tuple[GroupName, ...]
    """Of this school year, by name."""
