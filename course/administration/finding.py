"""Finding people by a part of their name or address, and what a person's page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, or_, select

from course.administration.pages import PupilLine
from course.administration.pupils import groups_of
from course.administration.reach import KeptPerson, person_in_sight
from course.calendar import school_year
from course.enrolment.merging import merge
from course.errors import Invalid
from course.people.access import group_in_sight, schools_in_sight
from course.people.roles import Ability, InGroup
from course.people.tables import groups, memberships, persons, roles
from course.people.years import holds

if TYPE_CHECKING:
    from course.journal.journal import Origin
    from course.people.access import Group, School
    from course.people.actor import Actor
    from course.store.store import Store

MOST_FOUND = 50
SHORTEST = 2

_FIND = (
    select(persons.c.id, persons.c.name, persons.c.email)
    .where(
        or_(
            func.lower(persons.c.name).like(bindparam("like"), escape="\\"),
            func.lower(persons.c.email).like(bindparam("like"), escape="\\"),
        ),
        persons.c.id.in_(
            select(roles.c.person_id).where(
                roles.c.board_id == bindparam("board"),
                or_(bindparam("anywhere") == 1, roles.c.school_id == bindparam("school")),
            )
        ),
    )
    .order_by(persons.c.sort_key, persons.c.id)
    .limit(MOST_FOUND)
)
_MEMBERS = (
    select(persons.c.id, persons.c.name, persons.c.year_group, memberships.c.role, memberships.c.until_on)
    .join(memberships, memberships.c.person_id == persons.c.id)
    .where(memberships.c.group_id == bindparam("group"), holds(memberships))
    .order_by(persons.c.sort_key, persons.c.id)
)
_GROUPS = (
    select(groups.c.id, groups.c.name, groups.c.school_id)
    .where(
        groups.c.school_id.in_(bindparam("schools", expanding=True)),
        groups.c.school_year == bindparam("in_year"),
    )
    .order_by(groups.c.name, groups.c.id)
)


@dataclass(frozen=True, slots=True)
class GroupMember:
    """Somebody of the staff in a group."""

    id: int
    name: str
    role: InGroup
    last_day: object


@dataclass(frozen=True, slots=True)
class KeptGroup:
    """A group with everybody in it today."""

    group: Group
    pupils: tuple[PupilLine, ...]
    staff: tuple[GroupMember, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Somebody, with the places where a role or a group can be given."""

    person: KeptPerson
    schools: tuple[School, ...]
    groups: tuple[tuple[int, str, int], ...]
    """Groups of this school year as a pupil: id, name, school."""
    all_groups: tuple[tuple[int, str, int], ...]
    """Of the schools within reach."""
    alike: tuple[tuple[int, str], ...]
    """Others of a like name, who may be the same person."""


def find(store: Store, actor: Actor, typed: str) -> tuple[tuple[int, str, str], ...]:
    """Find people within reach by a part of the name or address: id, name, address."""
    words = " ".join(typed.lower().split())
    if len(words) < SHORTEST:
        return ()
    pattern = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    values = {
        "like": f"%{pattern}%",
        "board": actor.board_id,
        "anywhere": int(actor.school_id is None),
        "school": actor.school_id,
    }
    with store.read() as conn:
        return tuple((row.id, row.name, row.email or "") for row in conn.execute(_FIND, values))


def group_page(store: Store, actor: Actor, group_id: int) -> KeptGroup:
    """Show a group with its pupils and staff; nothing of what they learn."""
    with store.read() as conn:
        group = group_in_sight(conn, actor, group_id, Ability.KEEP_PEOPLE)
        rows = conn.execute(_MEMBERS, {"group": group.id, "today": actor.today}).all()
    pupils = tuple(
        PupilLine(row.id, row.name, row.year_group or "") for row in rows if row.role == InGroup.PUPIL
    )
    staff = tuple(
        GroupMember(row.id, row.name, InGroup(row.role), row.until_on)
        for row in rows
        if row.role != InGroup.PUPIL
    )
    return KeptGroup(group, pupils, staff)


def person_page(store: Store, actor: Actor, person_id: int) -> PersonPage:
    """Show somebody within reach."""
    with store.read() as conn:
        person = person_in_sight(conn, actor, person_id)
        schools = schools_in_sight(conn, actor, Ability.KEEP_PEOPLE)
        year = school_year(actor.today)
        values = {"schools": [one.id for one in schools], "in_year": year}
        everywhere = tuple((row.id, row.name, row.school_id) for row in conn.execute(_GROUPS, values))
        own = groups_of(conn, person.id, year)
    like = find(store, actor, person.given or person.name)
    alike = tuple((one, name) for one, name, _email in like if one != person.id)
    return PersonPage(person, schools, own, everywhere, alike)


def merge_people(store: Store, actor: Actor, stays: int, double: int, origin: Origin) -> None:
    """Make one of two entries of one person, both within reach; a pupil is never merged with staff."""
    with store.write() as conn:
        one, other = person_in_sight(conn, actor, stays), person_in_sight(conn, actor, double)
        if one.is_pupil is not other.is_pupil:
            raise Invalid(other="A pupil and a member of staff can't be one person here.")
        if not (one.is_whole and other.is_whole):
            raise Invalid(other="One of the two has a role outside your reach too.")
        merge(conn, one.id, other.id, actor.board_id, origin)
