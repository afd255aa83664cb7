"""What somebody can be in the course, and what each role may do, as data: for each ability, how far each role reaches.

Pages and functions ask what an actor may, never which role it is; so a new role is a column here, and nowhere an `if`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from course.norms.model import Audience

if TYPE_CHECKING:
    from collections.abc import Mapping


class Role(StrEnum):
    """What somebody is in the course, at one place."""

    PUPIL = "pupil"
    TEACHER = "teacher"
    COACH = "coach"
    """Looks after named groups beside their teacher (in Dutch: intern begeleider)."""
    DIRECTOR = "director"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"
    """Keeps people and settings, and sees nothing of what anybody learns."""

    @property
    def is_staff(self) -> bool:
        """Whether this role signs in by e-mail and password."""
        return self is not Role.PUPIL


class InGroup(StrEnum):
    """What somebody is in a group."""

    PUPIL = "pupil"
    TEACHER = "teacher"
    SUBSTITUTE = "substitute"
    """A teacher for a while."""
    COACH = "coach"


STANDS_IN_FOR: Mapping[InGroup, Role] = {InGroup.SUBSTITUTE: Role.TEACHER}
"""Memberships that belong to a role of another name; each other one belongs to the role of its own."""


class Ability(StrEnum):
    """Something that some may see or do and others not."""

    LEARN = "learn"
    """Do the modules that are meant for oneself."""
    READ_RULES = "read-rules"
    """The protocol, each reader what speaks to them."""
    COMPARE_RULES = "compare-rules"
    """What every protocol holds of an act: for who sets or keeps rules."""
    KEEP_PASSWORD = "keep-password"  # noqa: S105 - the name of an ability
    """Have a password, and change it."""
    OWN_DEVELOPMENT = "own-development"
    """The own professional development, and a certificate of what was completed."""
    GROUP_NAMES = "group-names"
    """A group's pupils by name, with how far they are."""
    TEACH = "teach"
    """Open a group's class session and draw new pictures for its pupils."""
    GUIDE_MODULES = "guide-modules"
    """What who leads the talk about a module reads of it: what it trains, its scenes, a sheet, a letter to parents."""
    GROUP_COUNTS = "group-counts"
    SCHOOL_COUNTS = "school-counts"
    LEAD_SCHOOL = "lead-school"
    """The pages of who leads a school: its groups as counts, and where its protocol stays below the law."""
    STAFF_NAMES = "staff-names"
    """A school's staff by name, with their professional development."""
    BOARD_COUNTS = "board-counts"
    """All schools of the board, as counts."""
    TAKE_SCHOOL = "take-school"
    """Take along as one file all that the own pages show of a school."""
    NOTE_EVIDENCE = "note-evidence"
    """Read how the school is with its goals, and note what shows it: for one's groups, or for all of the school."""
    READ_EVALUATIONS = "read-evaluations"
    """What a school found when it looked back, and the figures as they stood then."""
    SET_GOALS = "set-goals"
    """What the board asks of its schools in a school year, and until when."""
    KEEP_PEOPLE = "keep-people"
    """Who has which role where, without anything of what they learn."""
    KEEP_CONTACTS = "keep-contacts"
    """Say whom one can turn to at a school."""
    EDIT_RULES = "edit-rules"
    """Write the own rules: a draft, its preview, and what it changes."""
    PUBLISH_RULES = "publish-rules"
    """Make a draft the rules that hold from a day: for the own school, or for schools of the board."""
    SIGN_RULES = "sign-rules"
    """Confirm that one has read the rules in force."""


class Reach(StrEnum):
    """How far a role's ability goes."""

    ONESELF = "oneself"
    OWN_GROUPS = "own-groups"
    OWN_SCHOOL = "own-school"
    OWN_BOARD = "own-board"
    OWN_PLACE = "own-place"
    """The school of the role, or the whole board where it names no school."""


_STAFF = (Role.TEACHER, Role.COACH, Role.DIRECTOR, Role.OFFICER, Role.ADMINISTRATOR)

REACH: Mapping[Ability, Mapping[Role, Reach]] = {
    Ability.LEARN: dict.fromkeys((Role.PUPIL, Role.TEACHER, Role.COACH, Role.DIRECTOR), Reach.ONESELF),
    Ability.READ_RULES: dict.fromkeys(Role, Reach.ONESELF),
    Ability.COMPARE_RULES: dict.fromkeys(_STAFF, Reach.ONESELF),
    Ability.KEEP_PASSWORD: dict.fromkeys(_STAFF, Reach.ONESELF),
    Ability.OWN_DEVELOPMENT: dict.fromkeys((Role.TEACHER, Role.COACH, Role.DIRECTOR), Reach.ONESELF),
    Ability.GROUP_NAMES: {Role.TEACHER: Reach.OWN_GROUPS, Role.COACH: Reach.OWN_GROUPS},
    Ability.TEACH: {Role.TEACHER: Reach.OWN_GROUPS},
    Ability.GUIDE_MODULES: dict.fromkeys((Role.TEACHER, Role.COACH, Role.DIRECTOR), Reach.ONESELF),
    Ability.GROUP_COUNTS: {
        Role.TEACHER: Reach.OWN_GROUPS,
        Role.COACH: Reach.OWN_GROUPS,
        Role.DIRECTOR: Reach.OWN_SCHOOL,
    },
    Ability.SCHOOL_COUNTS: {Role.DIRECTOR: Reach.OWN_SCHOOL, Role.OFFICER: Reach.OWN_BOARD},
    Ability.LEAD_SCHOOL: {Role.DIRECTOR: Reach.OWN_SCHOOL},
    Ability.STAFF_NAMES: {Role.DIRECTOR: Reach.OWN_SCHOOL},
    Ability.BOARD_COUNTS: {Role.OFFICER: Reach.OWN_BOARD},
    Ability.TAKE_SCHOOL: {
        Role.DIRECTOR: Reach.OWN_SCHOOL,
        Role.OFFICER: Reach.OWN_BOARD,
        Role.ADMINISTRATOR: Reach.OWN_PLACE,
    },
    Ability.NOTE_EVIDENCE: {Role.TEACHER: Reach.OWN_GROUPS, Role.DIRECTOR: Reach.OWN_SCHOOL},
    Ability.READ_EVALUATIONS: {
        Role.TEACHER: Reach.OWN_SCHOOL,
        Role.DIRECTOR: Reach.OWN_SCHOOL,
        Role.OFFICER: Reach.OWN_BOARD,
    },
    Ability.SET_GOALS: {Role.OFFICER: Reach.OWN_BOARD},
    Ability.KEEP_PEOPLE: {Role.ADMINISTRATOR: Reach.OWN_PLACE},
    Ability.KEEP_CONTACTS: {Role.DIRECTOR: Reach.OWN_SCHOOL, Role.ADMINISTRATOR: Reach.OWN_PLACE},
    Ability.EDIT_RULES: {Role.DIRECTOR: Reach.OWN_SCHOOL, Role.OFFICER: Reach.OWN_BOARD},
    Ability.PUBLISH_RULES: {Role.DIRECTOR: Reach.OWN_SCHOOL, Role.OFFICER: Reach.OWN_BOARD},
    Ability.SIGN_RULES: dict.fromkeys((Role.TEACHER, Role.COACH, Role.DIRECTOR), Reach.ONESELF),
}

STAFF_WHO_LEARN = tuple(role.value for role in REACH[Ability.LEARN] if role.is_staff)
"""Roles of those who are counted as a school's staff in its professional development."""

AUDIENCES: Mapping[Role, Audience] = {
    Role.PUPIL: Audience.PUPIL,
    Role.TEACHER: Audience.TEACHER,
    Role.COACH: Audience.TEACHER,
    Role.DIRECTOR: Audience.LEADER,
    Role.OFFICER: Audience.LEADER,
    Role.ADMINISTRATOR: Audience.TEACHER,
}
"""As whom a person meets the rules, and in whose tone pages speak."""
