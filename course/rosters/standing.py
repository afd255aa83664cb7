"""What is known of a school before a roster comes in: its groups of one year, its pupils and its staff."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, or_, select

from course.people.roles import InGroup, Role
from course.people.tables import external_keys, groups, memberships, persons, roles
from course.rosters.tables import group_keys

if TYPE_CHECKING:
    from sqlalchemy import Connection

ECK = "eck"
"""The system of keys that the whole country shares (ECK iD)."""


def system_of(school_id: int) -> str:
    """Name the keys by which a school's administration knows people."""
    return f"roster:{school_id}"


@dataclass(frozen=True, slots=True)
class KnownGroup:
    """A group of the school in the year of the roster."""

    id: int
    name: str
    key: str | None


@dataclass(slots=True)
class KnownPerson:
    """Somebody who is, or was, at the school."""

    id: int
    name: str
    given: str
    particle: str
    surname: str
    email: str
    year_group: str
    key: str | None = None
    eck_id: str | None = None
    roles: frozenset[str] = frozenset()
    """Open ones at this school."""
    groups: dict[int, str] = field(default_factory=dict)
    """Open memberships in groups of this school, of whatever year: the group and what one is in it."""

    @property
    def is_pupil(self) -> bool:
        """Whether this is one of the school's pupils."""
        return Role.PUPIL.value in self.roles


@dataclass(frozen=True, slots=True)
class Standing:
    """A school before a roster comes in."""

    school_id: int
    groups: tuple[KnownGroup, ...]
    people: tuple[KnownPerson, ...]
    """Everybody with an open role or a key of this school's administration: who comes back keeps what was learned."""


_GROUPS = (
    select(groups.c.id, groups.c.name, group_keys.c.key)
    .outerjoin(group_keys, group_keys.c.group_id == groups.c.id)
    .where(groups.c.school_id == bindparam("school"), groups.c.school_year == bindparam("in_year"))
    .order_by(groups.c.id)
)
_here = select(roles.c.person_id).where(roles.c.school_id == bindparam("school"), roles.c.until_on.is_(None))
_keyed = select(external_keys.c.person_id).where(external_keys.c.system == bindparam("system"))
_concerned = or_(persons.c.id.in_(_here), persons.c.id.in_(_keyed))
_PEOPLE = (
    select(
        persons.c.id,
        persons.c.name,
        persons.c.given_name,
        persons.c.particle,
        persons.c.surname,
        persons.c.email,
        persons.c.year_group,
    )
    .where(_concerned)
    .order_by(persons.c.id)
)
_KEYS = select(external_keys.c.person_id, external_keys.c.system, external_keys.c.key).where(
    external_keys.c.system.in_([bindparam("system"), ECK]),
    external_keys.c.person_id.in_(select(persons.c.id).where(_concerned)),
)
_ROLES = select(roles.c.person_id, roles.c.role).where(
    roles.c.school_id == bindparam("school"), roles.c.until_on.is_(None)
)
_MEMBERSHIPS = (
    select(memberships.c.person_id, memberships.c.group_id, memberships.c.role)
    .join(groups, groups.c.id == memberships.c.group_id)
    .where(
        groups.c.school_id == bindparam("school"),
        memberships.c.until_on.is_(None),
        memberships.c.role.in_([InGroup.PUPIL.value, InGroup.TEACHER.value, InGroup.COACH.value]),
    )
)


def read_standing(conn: Connection, school_id: int, school_year: int) -> Standing:
    """Read a school in five statements, however large it is."""
    values = {"school": school_id, "in_year": school_year, "system": system_of(school_id)}
    people = {
        row.id: KnownPerson(
            row.id, row.name, row.given_name, row.particle, row.surname, row.email or "", row.year_group or ""
        )
        for row in conn.execute(_PEOPLE, values)
    }
    for person, system, key in conn.execute(_KEYS, values):
        if system == ECK:
            people[person].eck_id = key
        else:
            people[person].key = key
    for person, role in conn.execute(_ROLES, values):
        if person in people:
            people[person].roles |= {role}
    for person, group, role in conn.execute(_MEMBERSHIPS, values):
        if person in people:
            people[person].groups[group] = role
    found = tuple(KnownGroup(row.id, row.name, row.key) for row in conn.execute(_GROUPS, values))
    return Standing(school_id, found, tuple(people.values()))
