"""A new school year for a school: who would go where, shown first, written as it was shown, and undone while it can be.

It works after a roster of the new year came in, and without one. Who is in a group of the new year already stays there, and
only leaves that of the old one.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from course.calendar import school_day, school_year
from course.enrolment.rollover import Step, begin_school_year, is_begun, undo_school_year
from course.enrolment.tables import rollovers
from course.errors import Clash, Invalid, Stale
from course.naming import plain_name
from course.people.roles import InGroup, Role
from course.people.tables import groups, memberships, persons, roles, schools
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from sqlalchemy import Connection, Row

    from course.journal.journal import Origin
    from course.people.access import School
    from course.store.store import Store

LAST_YEARS = frozenset({"8", "16"})
"""After these a school has no year any more."""
FIRST_OF_SECONDARY = 11
LONGEST = 60
ALIKE = (
    "Two pupils with the same name would come into one group. Give one of them a letter of the surname first."
)


@dataclass(frozen=True, slots=True)
class Line:
    """Pupils of one group and one year, who go the same way."""

    key: str
    """Names the line in a form: id of the group and year."""
    group: str
    year_group: str
    pupils: tuple[tuple[int, str], ...]
    """Id and name."""
    next_year: str
    goes_to: str
    """Name of a group of the new year; "" for who leaves the school."""


@dataclass(frozen=True, slots=True)
class Rollover:
    """What a new school year would change."""

    from_year: int
    to_year: int
    lines: tuple[Line, ...]
    placed: tuple[tuple[int, str, str], ...]
    """Who is in a group of the new year already: id, name and year."""
    newcomers: tuple[str, ...]
    """Who is new in the new year."""
    targets: tuple[str, ...]
    """Groups of the new year that are there."""
    is_time: bool
    """Whether the new school year has begun, so that it can be written."""

    @property
    def moving(self) -> int:
        """So many go to another group."""
        return sum(len(one.pupils) for one in self.lines if one.goes_to)

    @property
    def leaving(self) -> int:
        """So many leave the school."""
        return sum(len(one.pupils) for one in self.lines if not one.goes_to)

    @property
    def is_empty(self) -> bool:
        """Whether nobody is in a group of an earlier year any more."""
        return not self.lines and not self.placed

    @property
    def fingerprint(self) -> str:
        """Tells whether what is written is what was shown."""
        shown = [[one.key, one.goes_to, [pupil for pupil, _ in one.pupils]] for one in self.lines]
        whole = json.dumps([self.from_year, self.to_year, shown, [one[0] for one in self.placed]])
        return hashlib.sha256(whole.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class LastRollover:
    """The last new school year of a school that was not undone."""

    id: int
    from_year: int
    to_year: int
    made_at: datetime
    can_be_undone: bool


_OPEN = (
    select(
        groups.c.id,
        groups.c.name.label("group"),
        groups.c.school_year,
        persons.c.id.label("person_id"),
        persons.c.name,
        persons.c.year_group,
    )
    .select_from(
        memberships.join(groups, groups.c.id == memberships.c.group_id).join(
            persons, persons.c.id == memberships.c.person_id
        )
    )
    .where(
        groups.c.school_id == bindparam("school"),
        memberships.c.role == InGroup.PUPIL.value,
        memberships.c.until_on.is_(None),
    )
    .order_by(groups.c.name, groups.c.id, persons.c.sort_key, persons.c.id)
)
_TARGETS = (
    select(groups.c.name)
    .where(groups.c.school_id == bindparam("school"), groups.c.school_year == bindparam("to_year"))
    .order_by(groups.c.name)
)
_HERE = select(roles.c.person_id).where(
    roles.c.school_id == bindparam("school"),
    roles.c.role == Role.PUPIL.value,
    roles.c.until_on.is_(None),
)
_HOLD_SCHOOL = select(schools.c.id).where(schools.c.id == bindparam("school")).with_for_update()
_LAST = (
    select(rollovers)
    .where(rollovers.c.school_id == bindparam("school"), rollovers.c.undone_at.is_(None))
    .order_by(rollovers.c.id.desc())
    .limit(1)
)


def plan(store: Store, school: School, today: date, chosen: Mapping[str, str] | None = None) -> Rollover:
    """Show what a new school year would change, with what was chosen for some lines, by key or by name of the group."""
    with store.read() as conn:
        return _plan(conn, school, today, chosen or {})


def confirm(
    store: Store, school: School, chosen: Mapping[str, str], fingerprint: str | None, origin: Origin
) -> Rollover:
    """Write what was shown.

    Stale where something changed since; Invalid before the new year has begun, and where two tiles would look alike.
    """
    try:
        with store.write() as conn:
            conn.execute(_HOLD_SCHOOL, {"school": school.id}).all()
            found = _plan(conn, school, school_day(origin.at), chosen)
            if fingerprint is not None and found.fingerprint != fingerprint:
                raise Stale(told("the school changed since the new year was shown"))
            if not found.is_time:
                raise Invalid(
                    year="The new school year has not begun yet. You can look, and write it from 1 August."
                )
            if found.is_empty:
                raise Invalid(year="Nobody is in a group of last year any more.")
            here = set(conn.execute(_HERE, {"school": school.id}).scalars())
            begin_school_year(conn, school, found.from_year, found.to_year, _steps(found, here), origin)
    except Clash:
        raise Invalid(groups=ALIKE) from None
    return found


def last_rollover(store: Store, school: School) -> LastRollover | None:
    """Tell of the last new school year that was written, and whether it can be undone still."""
    with store.read() as conn:
        row = conn.execute(_LAST, {"school": school.id}).first()
        if row is None:
            return None
        can = not is_begun(conn, row.id, row.made_at)
        return LastRollover(row.id, row.from_year, row.to_year, row.made_at, can)


def undo(store: Store, school: School, origin: Origin) -> None:
    """Undo the last one; Invalid where there is none, and as `undo_school_year` has it."""
    with store.write() as conn:
        conn.execute(_HOLD_SCHOOL, {"school": school.id}).all()
        row = conn.execute(_LAST, {"school": school.id}).first()
        if row is None:
            raise Invalid(undo="There is no new school year to undo.")
        undo_school_year(conn, school, row, origin)


def next_name(group: str, year: str) -> str:
    """Suggest what a group is called a year later: 7B becomes 8B, and 7/8 stays what it is for who goes from 7 to 8."""
    if not year.isdigit():
        return group
    number = int(year) - FIRST_OF_SECONDARY + 1 if int(year) >= FIRST_OF_SECONDARY else int(year)
    numbers = [int(one) for one in re.findall(r"\d+", group)]
    if number + 1 in numbers or number not in numbers:
        return group
    return re.sub(rf"(?<!\d){number}(?!\d)", str(number + 1), group)


def _plan(conn: Connection, school: School, today: date, chosen: Mapping[str, str]) -> Rollover:
    rows = conn.execute(_OPEN, {"school": school.id}).all()
    present = school_year(today)
    earlier = [row.school_year for row in rows if row.school_year < present]
    to_year = present if earlier or not rows else present + 1
    from_year = max(earlier) if earlier else to_year - 1
    new = {row.person_id: row for row in rows if row.school_year >= to_year}
    old = {row.person_id for row in rows if row.school_year < to_year}
    moving: dict[str, list[Row[*tuple[Any, ...]]]] = {}
    for row in rows:
        if row.school_year < to_year and row.person_id not in new:
            moving.setdefault(f"{row.id}-{row.year_group or ''}", []).append(row)
    lines = tuple(_line(key, of, chosen) for key, of in _once(moving).items())
    return Rollover(
        from_year,
        to_year,
        lines,
        tuple((one, row.name, row.year_group or "") for one, row in new.items() if one in old),
        tuple(row.name for one, row in new.items() if one not in old),
        tuple(conn.execute(_TARGETS, {"school": school.id, "to_year": to_year}).scalars()),
        to_year == present,
    )


def _once(moving: Mapping[str, list[Row[*tuple[Any, ...]]]]) -> dict[str, list[Row[*tuple[Any, ...]]]]:
    """Let who is in two groups of a year go with the first of them."""
    seen: set[int] = set()
    found: dict[str, list[Row[*tuple[Any, ...]]]] = {}
    for key, rows in moving.items():
        if fresh := [row for row in rows if row.person_id not in seen]:
            found[key] = fresh
            seen.update(row.person_id for row in fresh)
    return found


def _line(key: str, rows: list[Row[*tuple[Any, ...]]], chosen: Mapping[str, str]) -> Line:
    group, year = rows[0].group, rows[0].year_group or ""
    leaves = year in LAST_YEARS
    going = str(int(year) + 1) if year.isdigit() and not leaves else year
    wanted = chosen.get(key, chosen.get(f"{group}:{year}", chosen.get(group)))
    goes_to = ("" if leaves else next_name(group, year)) if wanted is None else plain_name(wanted)
    if len(goes_to) > LONGEST:
        raise Invalid(name="A group's name has one to sixty characters.")
    pupils = tuple((row.person_id, row.name) for row in rows)
    return Line(key, group, year, pupils, year if leaves else going, goes_to)


def _steps(found: Rollover, here: set[int]) -> list[Step]:
    """Say what becomes of each; who has no role here any more only leaves the old group."""
    steps = [Step(person, name, year, year, "") for person, name, year in found.placed]
    for line in found.lines:
        going = line.next_year if line.goes_to else line.year_group
        for person, name in line.pupils:
            step = Step(person, name, line.year_group, going, line.goes_to, not line.goes_to)
            steps.append(step if person in here else replace(step, year_group=line.year_group, goes_to=""))
    return steps
