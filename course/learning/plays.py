"""How often what is meant for parents was played to the end at a school. Nothing is kept of who plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, String, bindparam, func, select

from course.calendar import school_year
from course.errors import NotFound
from course.learning.tables import plays
from course.norms.model import Audience
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from course.curriculum.model import Module
    from course.library import Library
    from course.store.store import Store

STEP = 5
"""A school sees the number in steps of five, so that it never tells of one family."""
MOST = 5000
"""Per school, module and school year; no school has more parents, and no script fills a disk."""

_COUNT = Upsert(plays, lambda insert: insert.on_conflict_do_nothing())
_THESE = (plays.c.school_year == bindparam("in_year", type_=Integer),)
_SO_FAR = select(func.count()).where(
    plays.c.school_id == bindparam("at_school", type_=Integer),
    plays.c.module == bindparam("of_module", type_=String),
    *_THESE,
)
_COUNTS = (
    select(plays.c.school_id, plays.c.module, func.count())
    .where(plays.c.school_id.in_(bindparam("at_schools", expanding=True, type_=Integer)), *_THESE)
    .group_by(plays.c.school_id, plays.c.module)
)


def lesson_for_parents(library: Library, lesson: str) -> Module:
    """Find the module of a lesson that is meant for parents; NotFound for any other lesson."""
    module = library.module(library.lesson(lesson).module)
    if module.audience is not Audience.PARENT or lesson not in module.lessons:
        raise NotFound("lesson", lesson)
    return module


def count_play(store: Store, school_id: int, module: str, mark: str, today: date) -> None:
    """Count one play that came to an end; the same play again is the same one."""
    year = school_year(today)
    row = {"school_id": school_id, "school_year": year, "module": module, "mark": mark}
    here = {"at_school": school_id, "in_year": year, "of_module": module}
    with store.write() as conn:
        if (conn.execute(_SO_FAR, here).scalar() or 0) < MOST:
            conn.execute(_COUNT.on(conn), row)


def plays_of(store: Store, school_ids: Collection[int], today: date) -> Mapping[tuple[int, str], int]:
    """Tell by school and module how often it was played to the end this school year, rounded down to steps of five."""
    values = {"at_schools": list(school_ids), "in_year": school_year(today)}
    with store.read() as conn:
        rows = conn.execute(_COUNTS, values).all()
    return {(school, module): number // STEP * STEP for school, module, number in rows}
