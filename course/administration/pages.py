"""What the pages of an administrator show, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.people.access import School
    from course.people.roles import Role


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """A school with how many people it has."""

    school: School
    groups: int
    pupils: int
    staff: int
    without_teacher: int
    """Groups that nobody teaches."""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group of this school year."""

    id: int
    name: str
    pupils: int
    teachers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role of somebody at a school, or for the whole board."""

    id: int
    role: Role
    school_id: int | None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody of the staff."""

    id: int
    name: str
    email: str
    roles: tuple[RoleLine, ...]
    has_secret: bool
    """Whether there is anything to come in with."""


@dataclass(frozen=True, slots=True)
class PupilLine:
    """A pupil, with the groups of this school year."""

    id: int
    name: str
    year_group: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptSchool:
    """A school as its administrator sees it."""

    school: School
    school_year: int
    groups: tuple[GroupLine, ...]
    staff: tuple[PersonLine, ...]
    without_group: tuple[PupilLine, ...]
    """Pupils of the school who are in no group of this year."""
