"""The counters of a school's groups, read once for all that a page tells of them.

As long as no counter changes, a process gives the same `Counters`, so that what was worked out from them can be kept
beside them: a director looks again more often than that a group gets on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, and_, bindparam, func, or_, select

from course.bounded_cache import BoundedCache
from course.enrolment.tables import group_sizes
from course.learning.tables import group_progress
from course.people.tables import groups, schools
from course.people.years import is_present
from course.store.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection

    from course.store.store import Store

    Size = tuple[int, str, str | None, int]
    """Group, its name, a year, and how many of its pupils are in that year; without pupils no year and 0."""
    Counter = tuple[int, str, str, int, int]
    """Group, module, a year, and how many of its pupils began and completed the module."""

PART = 50
"""Groups that are read at once by who tells of a school of any size."""
MOST_ROWS = 40_000
"""Of all schools that are kept, some 150 bytes each: sixteen of four hundred groups, or hundreds of a usual size."""

_sizes = (
    select(
        groups.c.id,
        groups.c.name,
        group_sizes.c.year_group,
        func.coalesce(group_sizes.c.pupils, 0).label("pupils"),
    )
    .select_from(groups.outerjoin(group_sizes))
    .where(is_present())
    .order_by(groups.c.name, groups.c.id, group_sizes.c.year_group)
)
_counts = (
    select(
        group_progress.c.group_id,
        group_progress.c.module,
        group_progress.c.year_group,
        group_progress.c.begun,
        group_progress.c.completed,
    )
    .join_from(groups, group_progress)
    .where(is_present())
)
_of_school = groups.c.school_id == bindparam("in_school", type_=Integer)
_of_board = and_(
    schools.c.id == groups.c.school_id, schools.c.board_id == bindparam("in_board", type_=Integer)
)
_SIZES, _COUNTS = Prepared(_sizes.where(_of_school)), Prepared(_counts.where(_of_school))
_in_turn = select(groups.c.id, groups.c.name).where(_of_school, is_present())
_after = bindparam("after", type_=groups.c.name.type)
_NEXT = (
    _in_turn.where(
        or_(
            groups.c.name > _after,
            and_(groups.c.name == _after, groups.c.id > bindparam("after_id", type_=Integer)),
        )
    )
    .order_by(groups.c.name, groups.c.id)
    .limit(PART)
)
_HOW_MANY = select(func.count()).select_from(groups).where(_of_school, is_present())
_these = groups.c.id.in_(bindparam("of_groups", expanding=True, type_=Integer))
_SOME_SIZES, _SOME_COUNTS = _sizes.where(_these), _counts.where(_these)
_BOARD_SIZES = Prepared(_sizes.add_columns(groups.c.school_id).join(schools, _of_board))
_BOARD_COUNTS = Prepared(_counts.join(schools, _of_board))


@dataclass(frozen=True, slots=True, eq=False)
class Counters:
    """Of the groups of one school in one school year; each is only equal to itself, and may be a key."""

    sizes: tuple[Size, ...]
    """By the groups' names."""
    counts: tuple[Counter, ...]


_known = BoundedCache[Counters](MOST_ROWS, lambda one: len(one.sizes) + len(one.counts))


def read_counters(conn: Connection, school_id: int, year: int) -> Counters:
    """Read a school's counters in two statements."""
    values = {"in_school": school_id, "in_year": year}
    return _counters(tuple(_SIZES.plain(conn, values)), tuple(_COUNTS.plain(conn, values)))


def how_many_parts(store: Store, school_id: int, year: int) -> int:
    """Count in how many parts `counters_in_parts` gives a school."""
    with store.read() as conn:
        number = conn.execute(_HOW_MANY, {"in_school": school_id, "in_year": year}).scalar_one()
    return -(-int(number) // PART)


def counters_in_parts(store: Store, school_id: int, year: int) -> Iterator[Counters]:
    """Give a school's counters by the names of its groups, some groups at a time; none of them is kept."""
    values = {"in_school": school_id, "in_year": year}
    after, after_id = "", 0
    while True:
        with store.read() as conn:
            found = conn.execute(_NEXT, {**values, "after": after, "after_id": after_id}).all()
            if not found:
                return
            these = {**values, "of_groups": [one.id for one in found]}
            sizes = tuple(tuple(row) for row in conn.execute(_SOME_SIZES, these))
            counts = tuple(tuple(row) for row in conn.execute(_SOME_COUNTS, these))
        after, after_id = found[-1].name, found[-1].id
        yield Counters(sizes, counts)


def counters_of_board(conn: Connection, board_id: int, year: int) -> Mapping[int, Counters]:
    """Read the counters of every school of a board that has groups, by school, in two statements."""
    values = {"in_board": board_id, "in_year": year}
    sizes: dict[int, list[Size]] = {}
    school_of: dict[int, int] = {}
    for group, name, of_year, pupils, school in _BOARD_SIZES.plain(conn, values):
        sizes.setdefault(school, []).append((group, name, of_year, pupils))
        school_of[group] = school
    counts: dict[int, list[Counter]] = {}
    for one in _BOARD_COUNTS.plain(conn, values):
        if (of_school := school_of.get(one[0])) is not None:
            counts.setdefault(of_school, []).append(one)
    return {school: _counters(tuple(found), tuple(counts.get(school, ()))) for school, found in sizes.items()}


def _counters(sizes: tuple[Size, ...], counts: tuple[Counter, ...]) -> Counters:
    key = (sizes, counts)
    return _known.get(key) or _known.put(key, Counters(sizes, counts))
