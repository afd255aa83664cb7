"""What schools have beside the plan: people with two roles, and groups whose pupils are of several years or groups.

A director who also teaches, a teacher at two schools, a combination group of two bands, and a plus group.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.demo.words import FIRST_NAMES
from course.enrolment.memberships import join
from course.enrolment.people import add_pupils
from course.journal.journal import Origin
from course.naming import look_of
from course.people import roster
from course.people.access import Group
from course.people.roles import InGroup, Role
from course.people.tables import memberships, persons

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from course.demo.plan import PlannedBeside

COMBINATION, PLUS = "Groep 6/7", "Plusgroep"
YEARS = ("6", "7")
OF_EACH_YEAR = 6
OF_EACH_GROUP = 2
"""So many pupils of each group are in the plus group too."""

_PUPILS = (
    select(memberships.c.group_id, persons.c.id, persons.c.name)
    .join_from(memberships, persons)
    .where(
        memberships.c.group_id.in_(bindparam("of_groups", expanding=True)),
        memberships.c.role == InGroup.PUPIL.value,
    )
    .order_by(memberships.c.group_id, persons.c.id)
)


@dataclass(frozen=True, slots=True)
class Built:
    """A school of the demo board that has been built."""

    id: int
    board_id: int
    groups: Sequence[int]
    teachers: Sequence[int]
    director: int


def add_combination(
    conn: Connection, school: Built, year: int, pictures: str, now: datetime
) -> tuple[int, tuple[int, ...]]:
    """Add a group of groep 6 and 7 that the director teaches; gives it, and those of its pupils who have modules."""
    group_id = roster.add_group(conn, school.id, COMBINATION, year)
    group = Group(group_id, school.id, school.board_id, COMBINATION, year)
    years = YEARS * OF_EACH_YEAR
    pupils = [(name, pictures) for name in FIRST_NAMES[: len(years)]]
    ids = add_pupils(conn, group, pupils, now, years)
    roster.add_role(conn, school.director, Role.TEACHER, school.board_id, school.id, now.date(), Origin(now))
    join(conn, group_id, [school.director], InGroup.TEACHER, now.date())
    return group_id, ids[1::2]


def add_plus_group(conn: Connection, school: Built, teacher: int, year: int, now: datetime) -> None:
    """Add a plus group of some pupils of each group, taught by somebody of another school."""
    group_id = roster.add_group(conn, school.id, PLUS, year)
    members = _some_of_each(conn, school.groups)
    join(conn, group_id, members, InGroup.PUPIL, now.date())
    roster.add_role(conn, teacher, Role.TEACHER, school.board_id, school.id, now.date(), Origin(now))
    join(conn, group_id, [teacher], InGroup.TEACHER, now.date())


def add_beside(
    conn: Connection, school: Built, planned: PlannedBeside, pictures: Sequence[str], year: int, now: datetime
) -> tuple[int, tuple[int, ...]]:
    """Add a group of another age that the school's last teacher teaches too; gives it and its pupils."""
    name, pupils = planned.group.name, planned.group.pupils
    group_id = roster.add_group(conn, school.id, name, year)
    rows = [(pupil.name, secret) for pupil, secret in zip(pupils, pictures, strict=True)]
    years = [pupil.year_group for pupil in pupils]
    ids = add_pupils(conn, Group(group_id, school.id, school.board_id, name, year), rows, now, years)
    join(conn, group_id, [school.teachers[-1]], InGroup.TEACHER, now.date())
    return group_id, tuple(ids)


def _some_of_each(conn: Connection, groups: Sequence[int]) -> list[int]:
    """Choose the first pupils of each group, without two that look alike."""
    chosen: list[int] = []
    looks: set[str] = set()
    count = dict.fromkeys(groups, 0)
    for group, person, name in conn.execute(_PUPILS, {"of_groups": list(groups)}):
        if count[group] < OF_EACH_GROUP and look_of(name) not in looks:
            count[group] += 1
            looks.add(look_of(name))
            chosen.append(person)
    return chosen
