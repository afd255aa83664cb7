"""Setting the goals of a board: adopt a set, change dates and numbers, add one of its own, take one out, carry them over.

Only this school year's and the next one's can be set; a year that has passed stays as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from course.calendar import school_day, school_year
from course.curriculum.goals import MOST, MOST_WEEKS, OWN
from course.curriculum.model import Goal, Measure
from course.errors import Invalid, NotFound, Refused
from course.goals.evidence import plain
from course.goals.goal_rows import add_rows, change_row, goal_values, ids_ever, open_year
from course.people.access import may
from course.people.roles import Ability
from course.reading.told import told
from course.reading.words import Words

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection

    from course.curriculum.model import Purpose
    from course.goals.pages import BoardGoal
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

MOST_WORDS, MOST_EXPLANATION = 300, 1000
"""Characters of a goal, and of what counts for it."""
MOST_GOALS = 30
"""Of one board in one year; more than anybody looks at."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody fills in for a goal. Of an adopted goal only day and number count: its words are the set's."""

    due: date | None
    target: int | None
    words: str = ""
    explanation: str = ""
    measure: Measure | None = None
    purpose: Purpose | None = None
    """What is logged for it counts too; of an adopted goal it is the set's."""
    rhythm: int | None = 0
    """School weeks; 0 where once is enough, and wherever groups with evidence are not what counts."""


def adopt_set(store: Store, library: Library, actor: Actor, year: int, set_id: str, now: datetime) -> None:
    """Add the goals of a set to the board's, and put back those that had been taken out; twice is once."""
    goal_set = library.goal_set(set_id)
    _may_set(actor, year, now)
    change = _change(actor, now)
    with store.write() as conn:
        there = open_year(conn, actor.board_id, year)
        new = [(goal, set_id) for goal in goal_set.goals.values() if goal.id not in there]
        _room_for(there, len(new))
        add_rows(conn, actor.board_id, year, new, **change)
        for one in there.values():
            if one.goal.id in goal_set.goals and one.taken_out_at:
                change_row(conn, actor.board_id, year, one.goal.id, taken_out_at=None, **change)


def add_goal(store: Store, actor: Actor, year: int, wanted: Wanted, now: datetime) -> str:
    """Add a goal of the board's own, and give its id; sent twice, it is added once. Invalid with every slip of the form."""
    _may_set(actor, year, now)
    _refuse_slips(wanted, year, is_own=True)
    with store.write() as conn:
        there = open_year(conn, actor.board_id, year)
        same = _filled_in(wanted, f"{OWN}:0")
        for one in there.values():
            if one.is_own and not one.taken_out_at and replace(one.goal, id=same.id) == same:
                return one.goal.id
        _room_for(there, 1)
        goal = replace(same, id=_next_id(conn, actor.board_id))
        add_rows(conn, actor.board_id, year, [(goal, "")], **_change(actor, now))
    return goal.id


def change_goal(
    store: Store, actor: Actor, year: int, goal_id: str, wanted: Wanted, revision: int, now: datetime
) -> None:
    """Change a goal as it stood at a `revision`; of what a colleague changed meanwhile nothing is overwritten.

    Invalid with every slip of the form, or under `revision` where the page was older; NotFound for a goal that is not there.
    """
    _may_set(actor, year, now)
    with store.write() as conn:
        one = open_year(conn, actor.board_id, year).get(goal_id)
        if one is None or one.taken_out_at:
            raise NotFound("goal", goal_id)
        wanted = wanted if one.is_own else replace(wanted, measure=one.goal.measure)
        _refuse_slips(wanted, year, is_own=one.is_own)
        goal = _filled_in(wanted, goal_id) if one.is_own else _moved(one.goal, wanted)
        if goal == one.goal:
            return
        if revision != one.revision:
            raise Invalid(
                revision="A colleague changed this goal just now. See how it stands, and save again."
            )
        change_row(conn, actor.board_id, year, goal_id, **goal_values(goal), **_change(actor, now))


def take_out(store: Store, actor: Actor, year: int, goal_id: str, now: datetime) -> None:
    """Ask a goal no more; what schools noted for it is kept, and counts again once it is put back. Twice is once."""
    _mark(store, actor, year, goal_id, now, now)


def put_back(store: Store, actor: Actor, year: int, goal_id: str, now: datetime) -> None:
    """Ask a goal again that was taken out, under the number that it had."""
    _mark(store, actor, year, goal_id, None, now)


def carry_over(store: Store, actor: Actor, year: int, now: datetime) -> None:
    """Set for a year what holds until then, so that later changes of the year before leave it alone; twice is once."""
    _may_set(actor, year, now)
    with store.write() as conn:
        open_year(conn, actor.board_id, year)


def _mark(
    store: Store, actor: Actor, year: int, goal_id: str, moment: datetime | None, now: datetime
) -> None:
    _may_set(actor, year, now)
    with store.write() as conn:
        one = open_year(conn, actor.board_id, year).get(goal_id)
        if one is None:
            raise NotFound("goal", goal_id)
        if (one.taken_out_at is None) is not (moment is None):
            change_row(conn, actor.board_id, year, goal_id, taken_out_at=moment, **_change(actor, now))


def _may_set(actor: Actor, year: int, now: datetime) -> None:
    if not may(actor, Ability.SET_GOALS, board_id=actor.board_id):
        raise Refused(told("only a board's officer sets its goals"))
    this_year = school_year(school_day(now))
    if year not in {this_year, this_year + 1}:
        raise NotFound("school year", str(year))


def _room_for(there: dict[str, BoardGoal], more: int) -> None:
    if sum(one.taken_out_at is None for one in there.values()) + more > MOST_GOALS:
        raise Invalid(words="There are thirty goals already. Take one out first.")


def _next_id(conn: Connection, board_id: int) -> str:
    """Name a new goal as no goal of this board ever was: evidence of an older one must not count for it."""
    numbers = [int(one.partition(":")[2]) for one in ids_ever(conn, board_id) if one.startswith(f"{OWN}:")]
    return f"{OWN}:{max(numbers, default=0) + 1}"


def _change(actor: Actor, now: datetime) -> dict[str, object]:
    return {"changed_by": actor.person_id, "changed_at": now}


def _moved(goal: Goal, wanted: Wanted) -> Goal:
    if wanted.due is None or wanted.target is None:
        return goal
    due = goal.due(school_year(wanted.due))
    kept = goal if due == wanted.due else replace(goal, month=wanted.due.month, day=wanted.due.day)
    return replace(kept, target=wanted.target, rhythm=_rhythm(wanted, goal.measure))


def _filled_in(wanted: Wanted, goal_id: str) -> Goal:
    if wanted.due is None or wanted.target is None or wanted.measure is None:
        raise Invalid(words="Fill in the whole form.")
    return Goal(
        id=goal_id,
        protocol="",
        article="",
        words=Words(plain(wanted.words), plain(wanted.words)),
        explanation=Words(plain(wanted.explanation), plain(wanted.explanation)),
        month=wanted.due.month,
        measure=wanted.measure,
        target=wanted.target,
        day=wanted.due.day,
        rhythm=_rhythm(wanted, wanted.measure),
        purpose=wanted.purpose,
    )


def _rhythm(wanted: Wanted, measure: Measure) -> int:
    return wanted.rhythm or 0 if measure is Measure.EVIDENCE_GROUPS else 0


def _refuse_slips(wanted: Wanted, year: int, *, is_own: bool) -> None:
    """Raise Invalid with every slip of the form at once."""
    slips: dict[str, str] = {}
    if is_own and not plain(wanted.words):
        slips["words"] = "Say what you ask of every school."
    elif len(plain(wanted.words)) > MOST_WORDS:
        slips["words"] = "This is too long; keep it under 300 characters."
    if len(plain(wanted.explanation)) > MOST_EXPLANATION:
        slips["explanation"] = "This is too long; keep it under 1000 characters."
    if wanted.rhythm is None or not 0 <= wanted.rhythm <= MOST_WEEKS:
        slips["rhythm"] = "Fill in a whole number of weeks up to 20; 0 means once is enough."
    if wanted.due is None:
        slips["due"] = "Choose the last day."
    elif school_year(wanted.due) != year:
        slips["due"] = "Choose a day in the school year that these goals are for."
    if wanted.measure is None:
        slips["measure"] = "Choose what counts."
    elif wanted.target is None or not wanted.measure.fewest <= wanted.target <= MOST:
        fewest = wanted.measure.fewest
        slips["target"] = (
            "Fill in a whole number from 1 to 1000."
            if fewest
            else "Fill in a whole number up to 1000; 0 means every group."
        )
    if slips:
        raise Invalid(**slips)
