"""What the pages of teachers, directors and officers are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from course.classroom.class_sessions import ClassSession
    from course.curriculum.model import Module
    from course.enrolment.school_counters import Counters
    from course.figures.counts import Count, Share
    from course.learning.pages import State
    from course.norms.model import Verdict
    from course.people.access import Group, School
    from course.scenario.model import Choice, Lesson, Scene


@dataclass(frozen=True, slots=True)
class Completion:
    """How far a number of people are with one module, as counts."""

    module: Module
    learners: int
    begun: Count
    """Those that completed it included."""
    completed: Count
    percent: int | None
    """Completed, of all learners; None without learners, or where the count is suppressed."""


@dataclass(frozen=True, slots=True)
class GroupCard:
    """One of a teacher's own groups."""

    group: Group
    pupils: int
    session: ClassSession | None
    """The class session that stands open."""
    modules: tuple[Completion, ...]
    stuck: int
    """Pupils that are stuck in one module or more."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How far one person is with one module."""

    state: State
    touched_at: datetime | None
    """To within five minutes; None for who hasn't begun."""
    best: int | None
    """Best attempt at the quiz, in percent; None before the first."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person by name, with a cell for each module of the page, in the page's order."""

    person_id: int
    name: str
    leads: bool
    """Whether this is somebody who leads the school."""
    cells: tuple[Cell | None, ...]
    """None where a module is not meant for this pupil's own year."""
    touched_at: datetime | None
    """The latest of the cells."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How often one choice was a first choice."""

    choice: Choice
    verdict: Verdict | None
    share: Share | None
    """None in a decision without figures."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a group chose first in one scene.

    How many decided is not in it, and neither is why it has no figures: too few, or a majority that is not fine.
    """

    lesson: Lesson
    scene: Scene
    figures: tuple[Figure, ...]
    """In the order of the scene's choices."""

    @property
    def has_shares(self) -> bool:
        """Whether there is anything to show."""
        return any(one.share is not None for one in self.figures)


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A teacher's own group by name."""

    group: Group
    session: ClassSession | None
    modules: tuple[Module, ...]
    pupils: tuple[PersonRow, ...]
    """By name."""


@dataclass(frozen=True, slots=True)
class States:
    """How many pupils of a group are where with one module that is meant for them."""

    module: Module
    pupils: int
    """For whom the module is meant."""
    not_begun: Count
    busy: Count
    """Those who are stuck included."""
    done: Count


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """A director's look at one group: counts, never names."""

    group: Group
    pupils: int
    modules: tuple[States, ...]


@dataclass(frozen=True, slots=True)
class GapCounts:
    """On how many acts a protocol stays below what stands above it."""

    law: int
    agreements: int
    """Made nationally, without being a law."""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group on the director's page, with a cell per module; None where it is meant for none of the group's pupils."""

    group_id: int
    name: str
    pupils: int
    cells: tuple[Completion | None, ...]


@dataclass(frozen=True, slots=True)
class SchoolPage:
    """The director's page of one school, in one school year."""

    school: School
    school_year: int
    counters: Counters
    """From which groups and totals were counted, with these modules: the same until a counter changes."""
    modules: tuple[Module, ...]
    """For pupils."""
    groups: tuple[GroupRow, ...]
    """By name."""
    totals: tuple[Completion, ...]
    """Over all groups that a module is for."""
    staff: int
    staff_done: int
    """Staff who completed every module for staff."""
    staff_totals: tuple[Completion, ...]
    gaps: GapCounts | None
    """None where the content no longer has the school's protocol."""


@dataclass(frozen=True, slots=True)
class StaffPage:
    """A school's staff by name, with their professional development."""

    modules: tuple[Module, ...]
    staff: tuple[PersonRow, ...]
    """By name."""
    totals: tuple[Completion, ...]


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """One school on the officer's page."""

    school: School
    groups: int
    pupils: int
    cells: tuple[Completion, ...]
    staff: int
    staff_cells: tuple[Completion, ...]
    gaps: GapCounts | None
    """None where the content no longer has the school's protocol."""


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The officer's page: schools as counts."""

    board_name: str
    school_year: int
    counters: Mapping[int, Counters]
    """By school, from which its pupils were counted: the same until a counter changes."""
    modules: tuple[Module, ...]
    staff_modules: tuple[Module, ...]
    schools: tuple[SchoolRow, ...]
