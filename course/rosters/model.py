"""What a roster says, whatever file it came in: an allow-list of what the course needs of people, and nothing else.

A field that doesn't stand here is never read out of a file: no BSN, birth date, sex, address, country or photo.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RosterKind(StrEnum):
    """In which form a roster came."""

    EDEXML = "edexml"
    CSV = "csv"
    ONEROSTER = "oneroster"


@dataclass(frozen=True, slots=True)
class RosterSchool:
    """The one school that a roster is of."""

    key: str
    """How the file names it: BRIN with its dependance, the key of its own system, or nothing."""
    name: str = ""


@dataclass(frozen=True, slots=True)
class RosterGroup:
    """A group, class or combined group."""

    key: str
    """Unique in the file, as text: 1234 and 001234 are two."""
    name: str
    year_group: str = ""
    """The code of EDEXML's jaargroep; empty for a combined group and where nobody said."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class RosterPupil:
    """A pupil as far as the course needs to know one."""

    key: str
    given: str
    """The name that the child goes by (roepnaam)."""
    surname: str
    """With its small words in front. It tells two of the same first name apart, and is not kept after that."""
    year_group: str = ""
    groups: tuple[str, ...] = ()
    """Keys of groups."""
    eck_id: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class RosterStaff:
    """A member of staff."""

    key: str
    given: str
    particle: str
    surname: str
    email: str = ""
    roles: tuple[str, ...] = ()
    """What the course knows of what somebody does, as a `Role`'s value; empty for who has no part in it."""
    groups: tuple[str, ...] = ()
    eck_id: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class RosterProblem:
    """Something in a file that somebody has to know of; no value of a person's ever stands in it."""

    line: int
    """Counted from 1; 0 for the file as a whole."""
    is_error: bool
    """An error keeps the whole file out; with a warning the rest is taken."""
    message: str
    """A message id with %(name)s in it, for the reader's language."""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """One school in one school year."""

    kind: RosterKind
    school: RosterSchool
    school_year: int
    """The year in which it starts, e.g. 2026."""
    groups: tuple[RosterGroup, ...]
    pupils: tuple[RosterPupil, ...]
    staff: tuple[RosterStaff, ...]


@dataclass(frozen=True, slots=True)
class RosterReading:
    """What became of a file: a roster, or the problems that kept it out; both where only warnings were found."""

    roster: Roster | None
    problems: tuple[RosterProblem, ...]
