"""Writing the goals of a board: one at a time for each board, and the rows of a year made from what held until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, String, bindparam, func, insert, select, update

from course.goals.board_goals import all_goals_of
from course.goals.tables import board_goals
from course.people.tables import boards

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from course.curriculum.model import Goal
    from course.goals.pages import BoardGoal

_LOCK = select(boards.c.id).where(boards.c.id == bindparam("of_board", type_=Integer)).with_for_update()
_ONE = (
    board_goals.c.board_id == bindparam("of_board", type_=Integer),
    board_goals.c.school_year == bindparam("in_year", type_=Integer),
    board_goals.c.goal == bindparam("of_goal", type_=String),
)
_ADD = insert(board_goals)
_LAST_PLACE = select(func.coalesce(func.max(board_goals.c.place), 0)).where(*_ONE[:2])
_IDS = select(board_goals.c.goal).where(_ONE[0]).distinct()


def open_year(conn: Connection, board_id: int, year: int) -> dict[str, BoardGoal]:
    """Let nobody else set this board's goals now, and give those of the year by id; made from what held until then."""
    conn.execute(_LOCK, {"of_board": board_id}).one()
    found = all_goals_of(conn, board_id, year)
    if found and found[0].school_year != year:
        conn.execute(_ADD, [_row(board_id, year, one) for one in found])
        found = all_goals_of(conn, board_id, year)
    return {one.goal.id: one for one in found}


def add_rows(
    conn: Connection, board_id: int, year: int, goals: list[tuple[Goal, str]], **change: object
) -> None:
    """Add goals behind those that are there, each with the set that it is from."""
    values = {"of_board": board_id, "in_year": year}
    last = conn.execute(_LAST_PLACE, values).scalar_one()
    rows = [
        {
            **goal_values(goal),
            "board_id": board_id,
            "school_year": year,
            "place": last + number,
            "goal": goal.id,
            "goal_set": goal_set,
            "protocol": goal.protocol,
            "article": goal.article,
            "revision": 1,
            **change,
        }
        for number, (goal, goal_set) in enumerate(goals, 1)
    ]
    if rows:
        conn.execute(_ADD, rows)


def change_row(conn: Connection, board_id: int, year: int, goal_id: str, **values: object) -> None:
    """Write what changed of one goal."""
    named = {"of_board": board_id, "in_year": year, "of_goal": goal_id}
    statement = update(board_goals).where(*_ONE).values(**values, revision=board_goals.c.revision + 1)
    conn.execute(statement, named)


def ids_ever(conn: Connection, board_id: int) -> frozenset[str]:
    """Name every goal that a board has had in any year."""
    return frozenset(conn.execute(_IDS, {"of_board": board_id}).scalars())


def goal_values(goal: Goal) -> dict[str, object]:
    """Give the columns of what a goal asks, until when and in which words."""
    return {
        "words_nl": goal.words.nl,
        "words_en": goal.words.en,
        "explanation_nl": goal.explanation.nl,
        "explanation_en": goal.explanation.en,
        "month": goal.month,
        "day": goal.day,
        "measure": goal.measure.value,
        "target": goal.target,
        "rhythm": goal.rhythm,
        "purpose": goal.purpose.value if goal.purpose else "",
    }


def _row(board_id: int, year: int, one: BoardGoal) -> dict[str, object]:
    """A goal of an earlier year as a row of this one, nobody having changed it yet."""
    return {
        **goal_values(one.goal),
        "board_id": board_id,
        "school_year": year,
        "place": one.number,
        "goal": one.goal.id,
        "goal_set": one.goal_set,
        "protocol": one.goal.protocol,
        "article": one.goal.article,
        "revision": one.revision,
    }
