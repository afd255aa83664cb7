"""Read one file of `curriculum/goals/`: the goals that a board's policy sets for its schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.curriculum.model import Goal, Measure
from course.reading.fields import Reading
from course.reading.toml_mending import BROKEN

if TYPE_CHECKING:
    from course.reading.fields import Fields
    from course.reading.findings import Problem

_MOST = 1000


def read_goals(text: str, file: str, goal_set: str) -> tuple[dict[str, Goal], tuple[Problem, ...]]:
    """Read the goals of one set by id (`goal-set:article`), with every problem in line order."""
    reading = Reading(file, text)
    reading.top.only("protocol", "goals")
    protocol = reading.top.text("protocol")
    goals = [_goal(goal_set, protocol, article, fields) for article, fields in reading.top.tables("goals")]
    return {goal.id: goal for goal in goals}, reading.in_order()


def _goal(goal_set: str, protocol: str, article: str, fields: Fields) -> Goal:
    fields.only("month", "measure", "target", "nl", "en", "explanation")
    return Goal(
        id=f"{goal_set}:{article}",
        protocol=protocol,
        article=article,
        words=fields.words(),
        explanation=fields.both("explanation"),
        month=_number(fields, "month", 1, 12),
        measure=fields.choice("measure", Measure) or Measure.EVIDENCE_SCHOOL,
        target=_number(fields, "target", 0, _MOST),
        line=fields.reading.toml.line(fields.path),
    )


def _number(fields: Fields, key: str, lowest: int, highest: int) -> int:
    """Take a whole number between bounds, both included; the lowest, reported, where it is not one."""
    value = fields.table.get(key)
    if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest:
        return value
    if value is not BROKEN:
        said = f"{key} is missing" if value is None else f"{key} is {value!r}"
        fields.report(key, "wrong-number", said, f"write a whole number from {lowest} to {highest}")
    return lowest
