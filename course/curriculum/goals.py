"""Read one file of `curriculum/goals/`: a set of goals that a board may adopt for its schools."""

from __future__ import annotations

import calendar
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from course.curriculum.model import LAST_DAY, Goal, GoalSet, Measure, Purpose
from course.reading.fields import Reading
from course.reading.told import told
from course.reading.toml_mending import BROKEN

if TYPE_CHECKING:
    from course.reading.fields import Fields
    from course.reading.findings import Problem

MOST = 1000
"""The largest number that a goal can ask for."""
MOST_WEEKS = 20
"""Between two times of a rhythm; what happens more seldom is not regular."""
OWN = "own"
"""Before the colon in the ids of goals that a board made itself; no set can have this name."""
LONGEST_ID = 80
"""Characters of a goal's id, `goal-set:name`; the log of evidence has no room for more."""

_LEAP_YEAR = 2028
_NAME = re.compile(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*")


def read_goals(text: str, file: str, goal_set: str) -> tuple[GoalSet, tuple[Problem, ...]]:
    """Read one set, with every problem in line order; it is named after its file."""
    reading = Reading(file, text)
    top = reading.top
    top.only("protocol", "nl", "en", "summary", "goals")
    protocol = top.text("protocol", optional=True)
    words, summary = top.words(), top.both("summary")
    goals = [_goal(goal_set, protocol, name, fields) for name, fields in top.tables("goals")]
    if goal_set == OWN:
        reading.error(
            1,
            "taken-name",
            told("%(own)s is how the goals of a board itself are named", own=OWN),
            told("rename the file"),
        )
    if not goals and isinstance(top.table.get("goals"), dict):
        top.report("goals", "no-goals", told("the set has no goals"), told('write at least one [goals."…"]'))
    found = MappingProxyType({goal.id: goal for goal in goals})
    return GoalSet(goal_set, words, summary, protocol, found), reading.in_order()


def _goal(goal_set: str, protocol: str, name: str, fields: Fields) -> Goal:
    fields.only(
        "article", "month", "day", "measure", "target", "purpose", "rhythm", "nl", "en", "explanation"
    )
    goal_id, article = f"{goal_set}:{name}", fields.text("article", optional=True)
    if not _NAME.fullmatch(name) or len(goal_id) > LONGEST_ID:
        remedy = told(
            "write letters and digits with . or - between them; with the set's name %(longest_id)s at most",
            longest_id=LONGEST_ID,
        )
        fields.reading.report(
            fields.path, "wrong-name", told("%(name)r can be no name of a goal", name=name), remedy
        )
    if article and not protocol:
        fields.report(
            "article", "no-protocol", told("an article of no protocol"), told('add protocol = "…" at the top')
        )
    month = _number(fields, "month", 1, 12)
    measure = fields.choice("measure", Measure) or Measure.EVIDENCE_SCHOOL
    return Goal(
        id=goal_id,
        protocol=protocol if article else "",
        article=article,
        words=fields.words(),
        explanation=fields.both("explanation"),
        month=month,
        measure=measure,
        target=_number(fields, "target", measure.fewest, MOST),
        day=_number(fields, "day", 1, calendar.monthrange(_LEAP_YEAR, month)[1])
        if "day" in fields.table
        else LAST_DAY,
        line=fields.reading.toml.line(fields.path),
        rhythm=_number(fields, "rhythm", 1, MOST_WEEKS) if "rhythm" in fields.table else 0,
        purpose=fields.choice("purpose", Purpose) if "purpose" in fields.table else None,
    )


def _number(fields: Fields, key: str, lowest: int, highest: int) -> int:
    """Take a whole number between bounds, both included; the lowest, reported, where it is not one."""
    value = fields.table.get(key)
    if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest:
        return value
    if value is not BROKEN:
        said = (
            told("%(key)s is missing", key=key)
            if value is None
            else told("%(key)s is %(value)r", key=key, value=value)
        )
        fields.report(
            key,
            "wrong-number",
            said,
            told("write a whole number from %(lowest)s to %(highest)s", lowest=lowest, highest=highest),
        )
    return lowest
