"""Writes a new school year: pupils go up or leave, and the year before is closed with its figures. It can be undone.

Nothing that anybody learned is touched: progress belongs to the person. The figures of the closed year are written down as
they stood, for those of groups are always those of today's members.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, delete, exists, insert, select, update

from course.calendar import school_day
from course.enrolment.counters import counted_anew
from course.enrolment.tables import group_sizes, rollover_steps, rollovers
from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Entry, Event
from course.journal.tables import journal as lines
from course.learning.tables import group_progress
from course.naming import look_of
from course.people.credentials import Kind
from course.people.roles import InGroup, Role
from course.people.roster import add_group
from course.people.tables import credentials, groups, memberships, persons, roles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection, Executable, Row

    from course.journal.journal import Origin
    from course.people.access import School


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one pupil."""

    person_id: int
    name: str
    year_before: str
    year_group: str
    goes_to: str
    """Name of the group of the new year; "" for who is in one already."""
    leaves_school: bool = False


_people = bindparam("people", expanding=True, type_=Integer)
_ids = bindparam("ids", expanding=True, type_=Integer)
_school = bindparam("school", type_=Integer)
_OPEN = select(memberships.c.id, memberships.c.person_id).where(
    memberships.c.person_id.in_(_people),
    memberships.c.role == InGroup.PUPIL.value,
    memberships.c.until_on.is_(None),
    memberships.c.group_id.in_(
        select(groups.c.id).where(groups.c.school_id == _school, groups.c.school_year < bindparam("to_year"))
    ),
)
_END = update(memberships).where(memberships.c.id.in_(_ids)).values(until_on=bindparam("day"))
_REOPEN = update(memberships).where(memberships.c.id.in_(_ids)).values(until_on=None)
_GO_UP = update(persons).where(persons.c.id == bindparam("person")).values(year_group=bindparam("in_year"))
_JOIN = insert(memberships).returning(memberships.c.id, sort_by_parameter_order=True)
_UNJOIN = delete(memberships).where(memberships.c.id.in_(_ids))
_STILL_IN = select(memberships.c.id).where(memberships.c.id.in_(_ids), memberships.c.until_on.is_(None))
_ROLES = select(roles.c.id, roles.c.person_id).where(
    roles.c.person_id.in_(_people),
    roles.c.role == Role.PUPIL.value,
    roles.c.school_id == _school,
    roles.c.until_on.is_(None),
)
_END_ROLES = update(roles).where(roles.c.id.in_(_ids)).values(until_on=bindparam("day"))
_REOPEN_ROLES = update(roles).where(roles.c.id.in_(_ids)).values(until_on=None)
_GROUPS = select(groups.c.id, groups.c.name).where(
    groups.c.school_id == _school, groups.c.school_year == bindparam("to_year")
)
_DROP_EMPTY = delete(groups).where(
    groups.c.id.in_(_ids), ~exists().where(memberships.c.group_id == groups.c.id)
)
_KEEP = insert(rollovers).returning(rollovers.c.id)
_KEEP_STEPS = insert(rollover_steps)
_STEPS = select(rollover_steps).where(rollover_steps.c.rollover_id == bindparam("rollover"))
_UNDONE = (
    update(rollovers)
    .where(rollovers.c.id == bindparam("rollover"), rollovers.c.undone_at.is_(None))
    .values(undone_at=bindparam("now"))
)
_END_CARDS = delete(credentials).where(
    credentials.c.kind == Kind.CARD.value, credentials.c.person_id.in_(_people)
)
_CAME_IN = select(
    exists().where(
        lines.c.event == Event.SIGNED_IN.value,
        lines.c.at >= bindparam("since"),
        lines.c.person_id.in_(
            select(rollover_steps.c.person_id).where(rollover_steps.c.rollover_id == bindparam("rollover"))
        ),
    )
)
_SIZES = (
    select(groups.c.id, groups.c.name, group_sizes.c.year_group, group_sizes.c.pupils)
    .join(group_sizes, group_sizes.c.group_id == groups.c.id)
    .where(groups.c.school_id == _school, groups.c.school_year == bindparam("of_year"))
    .order_by(groups.c.name, groups.c.id)
)
_COUNTS = (
    select(
        groups.c.id,
        group_progress.c.module,
        group_progress.c.year_group,
        group_progress.c.begun,
        group_progress.c.completed,
    )
    .join(group_progress, group_progress.c.group_id == groups.c.id)
    .where(groups.c.school_id == _school, groups.c.school_year == bindparam("of_year"))
)


def begin_school_year(
    conn: Connection, school: School, from_year: int, to_year: int, steps: Sequence[Step], origin: Origin
) -> int:
    """Write it; the caller holds the school. Clash where two tiles of a group would look alike: then nothing is written."""
    day, people = school_day(origin.at), [one.person_id for one in steps]
    figures = _figures(conn, school.id, from_year)
    with counted_anew(conn, people):
        left = _end(conn, school.id, to_year, people, day)
        ids, made = _groups(conn, school.id, to_year, steps)
        _each(conn, _GO_UP, [{"person": one.person_id, "in_year": one.year_group or None} for one in steps])
        joined = _join(conn, [one for one in steps if one.goes_to], ids, day)
        gone = _leave(conn, school.id, [one.person_id for one in steps if one.leaves_school], day)
    conn.execute(_END_CARDS, {"people": people})
    rollover: int = conn.execute(
        _KEEP,
        {
            "school_id": school.id,
            "from_year": from_year,
            "to_year": to_year,
            "made_by": origin.person_id,
            "made_at": origin.at,
            "new_groups": json.dumps(made),
            "figures": json.dumps(figures),
        },
    ).scalar_one()
    rows = [
        {
            "rollover_id": rollover,
            "person_id": one.person_id,
            "year_before": one.year_before or None,
            "left_ids": json.dumps(left.get(one.person_id, [])),
            "joined_id": joined.get(one.person_id),
            "role_id": gone.get(one.person_id),
        }
        for one in steps
    ]
    _each(conn, _KEEP_STEPS, rows)
    _tell(conn, Event.YEAR_BEGUN, school, origin, f"moved {len(joined)} left {len(gone)}")
    return rollover


def is_begun(conn: Connection, rollover: int, since: datetime) -> bool:
    """Whether one of the pupils came in since: from then on nothing is undone."""
    return bool(conn.execute(_CAME_IN, {"rollover": rollover, "since": since}).scalar())


def undo_school_year(conn: Connection, school: School, rollover: Row[Any], origin: Origin) -> None:
    """Put everybody back where they were; Invalid once a pupil has come in, or somebody changed a group by hand since."""
    if is_begun(conn, rollover.id, rollover.made_at):
        raise Invalid(undo="A pupil has signed in since, so the new school year can't be undone any more.")
    steps = conn.execute(_STEPS, {"rollover": rollover.id}).all()
    joined = [one.joined_id for one in steps if one.joined_id is not None]
    if len(conn.execute(_STILL_IN, {"ids": joined}).all()) != len(joined):
        raise Invalid(undo="Somebody was moved by hand since. Undo that first.")
    with counted_anew(conn, [one.person_id for one in steps]):
        conn.execute(_UNJOIN, {"ids": joined})
        conn.execute(_REOPEN, {"ids": [left for one in steps for left in json.loads(one.left_ids)]})
        conn.execute(_REOPEN_ROLES, {"ids": [one.role_id for one in steps if one.role_id is not None]})
        _each(conn, _GO_UP, [{"person": one.person_id, "in_year": one.year_before} for one in steps])
    conn.execute(_DROP_EMPTY, {"ids": json.loads(rollover.new_groups)})
    conn.execute(_UNDONE, {"rollover": rollover.id, "now": origin.at})
    _tell(conn, Event.YEAR_UNDONE, school, origin, "")


def _end(
    conn: Connection, school_id: int, to_year: int, people: Sequence[int], day: date
) -> dict[int, list[int]]:
    left: dict[int, list[int]] = {}
    for row in conn.execute(_OPEN, {"people": list(people), "school": school_id, "to_year": to_year}):
        left.setdefault(row.person_id, []).append(row.id)
    conn.execute(_END, {"ids": [one for ids in left.values() for one in ids], "day": day})
    return left


def _groups(
    conn: Connection, school_id: int, to_year: int, steps: Sequence[Step]
) -> tuple[Mapping[str, int], list[int]]:
    """Give the groups of the new year by name, and the ids of those that had to be made."""
    found = {row.name: row.id for row in conn.execute(_GROUPS, {"school": school_id, "to_year": to_year})}
    made = []
    for name in sorted({one.goes_to for one in steps} - {"", *found}):
        found[name] = add_group(conn, school_id, name, to_year)
        made.append(found[name])
    return found, made


def _join(conn: Connection, steps: Sequence[Step], ids: Mapping[str, int], day: date) -> dict[int, int]:
    if not steps:
        return {}
    rows = [
        {
            "role": InGroup.PUPIL,
            "from_on": day,
            "group_id": ids[one.goes_to],
            "person_id": one.person_id,
            "look": look_of(one.name),
        }
        for one in steps
    ]
    made = conn.execute(_JOIN, rows).scalars()
    return dict(zip((one.person_id for one in steps), made, strict=True))


def _leave(conn: Connection, school_id: int, people: Sequence[int], day: date) -> dict[int, int]:
    held = {
        row.person_id: row.id for row in conn.execute(_ROLES, {"people": list(people), "school": school_id})
    }
    conn.execute(_END_ROLES, {"ids": list(held.values()), "day": day})
    return held


def _figures(conn: Connection, school_id: int, year: int) -> list[dict[str, Any]]:
    """Write down the counts of each group, as figures are made of: pupils by year, and who began and completed what."""
    values = {"school": school_id, "of_year": year}
    found: dict[int, dict[str, Any]] = {}
    for row in conn.execute(_SIZES, values):
        kept = found.setdefault(row.id, {"id": row.id, "name": row.name, "pupils": {}, "modules": []})
        kept["pupils"][row.year_group] = row.pupils
    for group, *counts in conn.execute(_COUNTS, values):
        if group in found:
            found[group]["modules"].append(counts)
    return list(found.values())


def _tell(conn: Connection, event: Event, school: School, origin: Origin, detail: str) -> None:
    line = Entry(
        origin.at,
        event,
        origin.person_id,
        board_id=school.board_id,
        school_id=school.id,
        place=origin.place,
        detail=detail,
    )
    journal.write(conn, line)


def _each(conn: Connection, statement: Executable, values: Sequence[Mapping[str, object]]) -> None:
    if values:
        conn.execute(statement, values)
