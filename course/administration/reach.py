"""Which people, groups and roles an administrator keeps. Everything else is answered as if it did not exist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.errors import NotFound
from course.people.access import may
from course.people.roles import Ability, Role
from course.people.tables import persons, roles

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from course.people.actor import Actor

_PERSON = select(
    persons.c.id,
    persons.c.name,
    persons.c.given_name,
    persons.c.particle,
    persons.c.surname,
    persons.c.email,
    persons.c.year_group,
).where(persons.c.id == bindparam("person"))
_ROLES = select(roles).where(roles.c.person_id == bindparam("person")).order_by(roles.c.id)


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role that somebody has or had."""

    id: int
    role: Role
    board_id: int
    school_id: int | None
    until_on: date | None

    @property
    def is_open(self) -> bool:
        """Whether it goes on."""
        return self.until_on is None


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """Somebody whom an administrator keeps, with the roles within the reach of this administrator."""

    id: int
    name: str
    given: str
    particle: str
    surname: str
    email: str
    year_group: str
    roles: tuple[HeldRole, ...]
    is_whole: bool
    """Whether all of the open roles are within reach: only then may what opens the account be changed."""

    @property
    def is_pupil(self) -> bool:
        """Whether this is, or was, a pupil and nothing else."""
        return all(one.role is Role.PUPIL for one in self.roles)

    @property
    def open_roles(self) -> tuple[HeldRole, ...]:
        """Roles that go on."""
        return tuple(one for one in self.roles if one.is_open)


def person_in_sight(conn: Connection, actor: Actor, person_id: int) -> KeptPerson:
    """Read somebody with a role, of now or before, within an administrator's reach; NotFound for anybody else."""
    row = conn.execute(_PERSON, {"person": person_id}).first()
    every = tuple(
        HeldRole(one.id, Role(one.role), one.board_id, one.school_id, one.until_on)
        for one in conn.execute(_ROLES, {"person": person_id})
    )
    held = tuple(
        one
        for one in every
        if may(actor, Ability.KEEP_PEOPLE, board_id=one.board_id, school_id=one.school_id)
    )
    if row is None or not held:
        raise NotFound("person", str(person_id))
    return KeptPerson(
        row.id,
        row.name,
        row.given_name,
        row.particle,
        row.surname,
        row.email or "",
        row.year_group or "",
        held,
        all(one in held for one in every if one.is_open),
    )
