"""Who may see what, as data: for each sight, how far each role's eyes reach.

Everything outside one's reach is answered as if it did not exist, so that a neighbour's numbers tell nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.errors import NotFound
from course.people.actor import Role
from course.people.tables import groups, schools

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import Connection

    from course.people.actor import Actor


FEWEST = 5
"""A count of fewer learners could name a child: who doesn't see them by name gets no number."""


class Sight(StrEnum):
    """Something that some may see or do and others not."""

    GROUP_NAMES = "group-names"
    """A group's pupils by name; opening its class session and renewing pictures come with it."""
    GROUP_COUNTS = "group-counts"
    SCHOOL_COUNTS = "school-counts"
    STAFF_NAMES = "staff-names"
    """A school's staff by name, with their professional development."""
    BOARD_COUNTS = "board-counts"
    """All schools of the board, as counts."""


class Reach(StrEnum):
    """How far a role may look."""

    OWN_GROUPS = "own-groups"
    OWN_SCHOOL = "own-school"
    OWN_BOARD = "own-board"


REACH: Mapping[Sight, Mapping[Role, Reach]] = {
    Sight.GROUP_NAMES: {Role.TEACHER: Reach.OWN_GROUPS},
    Sight.GROUP_COUNTS: {Role.TEACHER: Reach.OWN_GROUPS, Role.DIRECTOR: Reach.OWN_SCHOOL},
    Sight.SCHOOL_COUNTS: {Role.DIRECTOR: Reach.OWN_SCHOOL, Role.OFFICER: Reach.OWN_BOARD},
    Sight.STAFF_NAMES: {Role.DIRECTOR: Reach.OWN_SCHOOL},
    Sight.BOARD_COUNTS: {Role.OFFICER: Reach.OWN_BOARD},
}


@dataclass(frozen=True, slots=True)
class School:
    """A school with the protocol that it adopted."""

    id: int
    board_id: int
    name: str
    protocol: str
    adopted_on: date


@dataclass(frozen=True, slots=True)
class Group:
    """A group of one school year, with where it belongs."""

    id: int
    school_id: int
    board_id: int
    name: str
    band: str
    school_year: int


def may(
    actor: Actor,
    sight: Sight,
    *,
    board_id: int,
    school_id: int | None = None,
    group_id: int | None = None,
) -> bool:
    """Whether this person's reach for a sight covers a place; name the place as precisely as it is known."""
    match REACH[sight].get(actor.role):
        case Reach.OWN_GROUPS:
            return group_id is not None and group_id in actor.group_ids
        case Reach.OWN_SCHOOL:
            return school_id is not None and school_id == actor.school_id
        case Reach.OWN_BOARD:
            return board_id == actor.board_id
        case None:
            return False


def may_see_group(actor: Actor, group: Group, sight: Sight = Sight.GROUP_COUNTS) -> bool:
    """Whether this person may see a group: as counts, or with `Sight.GROUP_NAMES` by name."""
    return may(actor, sight, board_id=group.board_id, school_id=group.school_id, group_id=group.id)


def may_see_school(actor: Actor, school: School, sight: Sight = Sight.SCHOOL_COUNTS) -> bool:
    """Whether this person may see a school: as counts, or with `Sight.STAFF_NAMES` its staff by name."""
    return may(actor, sight, board_id=school.board_id, school_id=school.id)


def may_see_board(actor: Actor) -> bool:
    """Whether this person may see the own board's schools side by side."""
    return may(actor, Sight.BOARD_COUNTS, board_id=actor.board_id)


GROUP = (
    groups.c.id,
    groups.c.school_id,
    schools.c.board_id,
    groups.c.name,
    groups.c.band,
    groups.c.school_year,
)
"""To be selected from groups, join schools; a `Group` in this order."""

SCHOOL = (schools.c.id, schools.c.board_id, schools.c.name, schools.c.protocol, schools.c.adopted_on)
"""To be selected; a `School` in this order."""

_GROUP = select(*GROUP).join_from(groups, schools).where(groups.c.id == bindparam("id"))
_SCHOOL = select(*SCHOOL).where(schools.c.id == bindparam("id"))


def group_in_sight(conn: Connection, actor: Actor, group_id: int, sight: Sight = Sight.GROUP_COUNTS) -> Group:
    """Read a group that this person may see; NotFound for any other, existing or not."""
    row = conn.execute(_GROUP, {"id": group_id}).first()
    group = Group(*row) if row else None
    if group is None or not may_see_group(actor, group, sight):
        raise NotFound("group", str(group_id))
    return group


def school_in_sight(
    conn: Connection, actor: Actor, school_id: int, sight: Sight = Sight.SCHOOL_COUNTS
) -> School:
    """Read a school that this person may see; NotFound for any other, existing or not."""
    row = conn.execute(_SCHOOL, {"id": school_id}).first()
    school = School(*row) if row else None
    if school is None or not may_see_school(actor, school, sight):
        raise NotFound("school", str(school_id))
    return school
