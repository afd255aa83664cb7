"""What the pages of evaluations are given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from course.goals.pages import Progress
    from course.people.access import School
    from course.reading.words import Words


class Kind(StrEnum):
    """What a figure counts."""

    MODULE = "module"
    """Pupils who completed a module, of those for whom it is meant."""
    STAFF_MODULE = "staff-module"
    """Staff who completed a module."""
    STAFF = "staff"
    """Staff who completed every module for staff."""
    GOALS = "goals"
    """Goals that are met."""
    GOAL = "goal"
    """What counts for one goal, of what it asks."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it stood."""

    kind: Kind
    key: str
    """Of the module or the goal; empty where the kind says it all."""
    words: Words
    """As it was called then; empty where the kind says it all."""
    count: int | None
    """None where it is of too few people to be shown."""
    total: int
    progress: Progress | None = None
    """Of a goal."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure then and now; None where there was or is no such figure."""

    then: Figure | None
    now: Figure | None

    @property
    def either(self) -> Figure:
        """The newest of the two, which says what it is called."""
        found = self.now or self.then
        if found is None:
            raise ValueError("a figure is compared with nothing on both sides")
        return found

    @property
    def difference(self) -> int | None:
        """How much more there is now; None where that can't be told."""
        if not self.then or not self.now or self.then.count is None or self.now.count is None:
            return None
        return self.now.count - self.then.count


@dataclass(frozen=True, slots=True)
class Answer:
    """A question in the words of the moment, with what the school says to it."""

    goal_id: str
    question: Words
    answer: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One evaluation; a draft until it is frozen."""

    id: int | None
    """None for a draft of which nothing was kept yet."""
    school_id: int
    school_year: int
    revision: int
    answers: tuple[Answer, ...]
    decisions: str
    new_goals: tuple[str, ...]
    figures: tuple[Figure, ...]
    """As they stood when it was frozen; of a draft none are kept."""
    frozen_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReadEvaluation:
    """A frozen evaluation, with the one before it of the same school to compare it with."""

    school: School
    evaluation: Evaluation
    before: Evaluation | None


@dataclass(frozen=True, slots=True)
class Line:
    """One frozen evaluation in a list."""

    id: int
    school_year: int
    frozen_at: datetime


@dataclass(frozen=True, slots=True)
class SchoolEvaluations:
    """One school for who looks whether its evaluation is in."""

    school: School
    frozen: tuple[Line, ...]
    """The newest first."""

    def of_year(self, year: int) -> Line | None:
        """The newest of a school year; None where it is missing."""
        return next((one for one in self.frozen if one.school_year == year), None)
