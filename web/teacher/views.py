"""What a teacher's templates are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.classroom.attendance import Attendance
    from course.curriculum.model import Module
    from course.figures.counts import Share
    from course.figures.pages import Decision, GroupCard, GroupPage, PersonRow
    from course.learning.pages import State
    from course.people.pictures import LoginCard
    from course.scenario.model import Lesson


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """An open class session with the time that is left."""

    code: str
    """With a dash in the middle, as one reads it aloud; signing in forgives the dash."""
    until: str
    minutes: int
    """Left, rounded up."""


@dataclass(frozen=True, slots=True)
class MyGroup:
    """One card on the page of own groups."""

    card: GroupCard
    door: OpenDoor | None


@dataclass(frozen=True, slots=True)
class MyGroups:
    """The page of own groups."""

    groups: tuple[MyGroup, ...]


@dataclass(frozen=True, slots=True)
class ModuleCounts:
    """How many pupils are where with one module."""

    module: Module
    done: int
    busy: int
    stuck: int
    not_begun: int


@dataclass(frozen=True, slots=True)
class PupilRow:
    """One pupil, with when the pupil was last busy in words."""

    person: PersonRow
    seen: str


@dataclass(frozen=True, slots=True)
class SortLink:
    """The head of a column that one can sort by."""

    url: str
    label: str
    chosen: bool
    direction: Literal["ascending", "descending"]
    id: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """One own group by name."""

    page: GroupPage
    door: OpenDoor | None
    stuck: tuple[tuple[str, str], ...]
    """Name, and the modules in which this pupil is stuck."""
    counts: tuple[ModuleCounts, ...]
    heads: tuple[SortLink, ...]
    """The columns: name, one for each module, last busy."""
    rows: tuple[PupilRow, ...]
    words: Mapping[State, str]
    """What each state is called, looked up once instead of in every cell."""
    url: str
    """This page, sorted as it is."""


@dataclass(frozen=True, slots=True)
class FiguresView:
    """What a group chose first, lesson by lesson."""

    group_id: int
    group_name: str
    lessons: tuple[tuple[Lesson, tuple[Decision, ...]], ...]
    decided: bool
    """Whether any decision has figures."""
    words: Mapping[Share, str]
    steps: Mapping[Share, int]
    """Of four, filled beside each word."""


@dataclass(frozen=True, slots=True)
class SessionView:
    """What stands on the digiboard while a class comes in."""

    card: GroupCard
    door: OpenDoor | None
    address: str
    """Where pupils go, as they type it."""
    qr: str
    """The way to the names of this class as SVG; empty while the door is shut."""
    attendance: Attendance


@dataclass(frozen=True, slots=True)
class PicturesView:
    """Renewing pictures: the pupils to choose from, or the cards that were just drawn."""

    group_id: int
    group_name: str
    pupils: tuple[PersonRow, ...]
    cards: tuple[LoginCard, ...]
    error: str
    address: str
    words: Mapping[str, str]
    """What each picture is called."""
