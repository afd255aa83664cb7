"""The goals of a board as its schools meet them: those of the year, else those of the last year for which any were set.

A policy does not end on 31 July: until somebody sets a new year's goals, the goals of the year before go on by themselves.
A year whose goals were all taken out has none, for its rows are there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, func, select

from course.curriculum.model import Goal, Measure, Purpose
from course.errors import NotFound
from course.goals.pages import BoardGoal
from course.goals.tables import board_goals
from course.people.tables import persons
from course.reading.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

_of_board = board_goals.c.board_id == bindparam("of_board", type_=Integer)
_earlier = board_goals.alias()
_last_set = (
    select(func.max(_earlier.c.school_year))
    .where(
        _earlier.c.board_id == bindparam("of_board", type_=Integer),
        _earlier.c.school_year <= bindparam("in_year", type_=Integer),
    )
    .scalar_subquery()
)
_GOALS = (
    select(board_goals, persons.c.name.label("changed_by_name"))
    .select_from(board_goals.outerjoin(persons, persons.c.id == board_goals.c.changed_by))
    .where(_of_board, board_goals.c.school_year == _last_set)
    .order_by(board_goals.c.place, board_goals.c.id)
)


def goals_of(conn: Connection, board_id: int, year: int) -> tuple[BoardGoal, ...]:
    """Read what a board asks of its schools in a school year, in the order of the numbers."""
    return tuple(one for one in all_goals_of(conn, board_id, year) if one.taken_out_at is None)


def goal_of(conn: Connection, board_id: int, year: int, goal_id: str) -> Goal:
    """Read one goal that a board asks in a school year; NotFound for any other."""
    for one in goals_of(conn, board_id, year):
        if one.goal.id == goal_id:
            return one.goal
    raise NotFound("goal", goal_id)


def all_goals_of(conn: Connection, board_id: int, year: int) -> tuple[BoardGoal, ...]:
    """Read the goals with those that were taken out in this very year, which can be put back."""
    rows = conn.execute(_GOALS, {"of_board": board_id, "in_year": year}).all()
    return tuple(_board_goals(rows, year))


def _board_goals(rows: Iterable[Any], year: int) -> list[BoardGoal]:
    """Number the goals: by their places in the year for which they were set, without holes in a later one."""
    of_before = [row for row in rows if row.school_year != year and row.taken_out_at is None]
    if of_before:
        return [_board_goal(row, number) for number, row in enumerate(of_before, 1)]
    return [_board_goal(row, row.place) for row in rows if row.school_year == year]


def _board_goal(row: Any, number: int) -> BoardGoal:
    return BoardGoal(
        goal=Goal(
            id=row.goal,
            protocol=row.protocol,
            article=row.article,
            words=Words(row.words_nl, row.words_en or row.words_nl),
            explanation=Words(row.explanation_nl, row.explanation_en or row.explanation_nl),
            month=row.month,
            measure=Measure(row.measure),
            target=row.target,
            day=row.day,
            rhythm=row.rhythm,
            purpose=Purpose(row.purpose) if row.purpose else None,
        ),
        number=number,
        goal_set=row.goal_set,
        school_year=row.school_year,
        revision=row.revision,
        changed_by=row.changed_by_name or "",
        changed_at=row.changed_at,
        taken_out_at=row.taken_out_at,
    )
