"""The immutable model of the curriculum."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from course.calendar import FIRST_MONTH
from course.curriculum.bands import years_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.norms.model import Audience
    from course.reading.words import Words


LAST_DAY = 31
"""The last day of any month."""


@dataclass(frozen=True, slots=True)
class Module:
    """One theme for one audience: one or two lessons and a quiz."""

    id: str
    words: Words
    summary: Words
    audience: Audience
    """PUPIL, TEACHER for staff (leaders included), LEADER, or PARENT for who plays without an account."""
    bands: tuple[str, ...]
    lessons: tuple[str, ...]
    quiz: str
    picture: str
    """File for the module's card, e.g. `mag-deze-foto/daan.svg`, relative to `lessons/`."""
    line: int = 1
    """Where it stands in `curriculum/modules.toml`."""
    years: tuple[str, ...] = ()
    """Those of its bands in which it suits best, as EDEXML codes them; empty where it suits in all."""

    @property
    def suits(self) -> tuple[str, ...]:
        """The years in which it suits, the youngest first; none where it isn't for pupils."""
        return tuple(sorted(self.years or years_of(self.bands), key=int))


class Measure(StrEnum):
    """How far a goal is gets measured by one of these."""

    EVIDENCE_SCHOOL = "evidence-school"
    """At least `target` pieces of evidence for the school."""
    EVIDENCE_GROUPS = "evidence-groups"
    """At least `target` groups with evidence; target 0 means every group."""
    GROUPS_COMPLETED = "groups-completed"
    """At least `target` groups of which most pupils completed a module, or with evidence; 0: every group."""

    @property
    def counts_groups(self) -> bool:
        """Whether groups are counted, and not what the school noted."""
        return self is not Measure.EVIDENCE_SCHOOL

    @property
    def fewest(self) -> int:
        """The smallest number that a goal can ask for: of groups 0, which is every group."""
        return 0 if self.counts_groups else 1


class Purpose(StrEnum):
    """What a school did something on social media for."""

    PROFILE = "profile"
    """To let itself be seen."""
    PARENTS = "parents"
    """To keep parents informed."""
    TEACHING = "teaching"
    """To reach a teaching goal."""
    TEAM_TALK = "team-talk"
    """To talk with the team about the rules; a director tells of it, with how many were there."""
    EVALUATION = "evaluation"
    """To look back; freezing an evaluation notes it."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A curriculum goal: what it asks, and until when in a school year. Of a set, or as a board set it for its schools."""

    id: str
    """`goal-set:name`, e.g. `kom-leren:doelstellingen.1`; evidence is noted under it."""
    protocol: str
    """Whose article sets it; "" where none does. For schools with another protocol the article says nothing."""
    article: str
    words: Words
    explanation: Words
    """What counts as evidence, in plain words."""
    month: int
    """Calendar month (1-12) in which it must be met."""
    measure: Measure
    target: int
    day: int = LAST_DAY
    """Of the month, the last on which it is met in time; in a month with fewer days its last."""
    line: int = 1
    """Where it stands in `curriculum/goals/<goal-set>.toml`."""
    rhythm: int = 0
    """Where groups with evidence are counted: never more school weeks from one time to the next; 0 where once is enough."""
    purpose: Purpose | None = None
    """What is logged for this purpose counts, beside what is noted for the goal itself; None where nothing else does."""

    def due(self, school_year: int) -> date:
        """Last day to meet the goal in the school year that starts in August of `school_year`."""
        year = school_year if self.month >= FIRST_MONTH else school_year + 1
        return date(year, self.month, min(self.day, calendar.monthrange(year, self.month)[1]))


@dataclass(frozen=True, slots=True)
class GoalSet:
    """Goals that a board may adopt together, in words that any of its schools can read."""

    id: str
    words: Words
    """What it is called."""
    summary: Words
    protocol: str
    """Whose articles set its goals; "" where none do."""
    goals: Mapping[str, Goal]
    """By the id of the goal, in the order of the file."""


_NAMES = {"slo": "SLO", "digcomp": "DigComp"}


@dataclass(frozen=True, slots=True)
class FrameworkItem:
    """A core goal or competence that modules are mapped to."""

    ref: str
    """`slo:po:24A`, `slo:po:24A.u1`, `digcomp:2.2`."""
    words: Words

    @property
    def label(self) -> str:
        """As a teacher knows it: "SLO 24A", "DigComp 2.2"; the sector is plain from the class."""
        framework, _, code = self.ref.partition(":")
        return f"{_NAMES.get(framework, framework)} {code.rpartition(':')[2]}"


@dataclass(frozen=True, slots=True)
class Practised:
    """What of the frameworks is practised by who decides on acts of one theme."""

    items: tuple[str, ...]
    """References to framework items."""
    line: int = 1
    """Where it stands in `curriculum/practised.toml`."""


class Region(StrEnum):
    """A region of school holidays."""

    NOORD = "noord"
    MIDDEN = "midden"
    ZUID = "zuid"


@dataclass(frozen=True, slots=True)
class Holidays:
    """When schools are closed."""

    source: str = ""
    """Address of the page that they are from."""
    years: tuple[int, ...] = ()
    """School years that are known, in order."""
    periods: Mapping[Region, tuple[tuple[date, date], ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """First and last day, in order."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question that a school answers in its profile plan."""

    id: str
    words: Words
    explanation: Words
    """What helps to answer it."""


@dataclass(frozen=True, slots=True)
class ProfileQuestions:
    """What a profile plan asks, in order."""

    source: str = ""
    """Whose questions they are."""
    questions: tuple[Prompt, ...] = ()
    goal: tuple[Prompt, ...] = ()
    """What makes the goal SMART, but for the day until when."""

    @property
    def all(self) -> tuple[Prompt, ...]:
        """Everything that is answered in words."""
        return self.questions + self.goal


@dataclass(frozen=True, slots=True)
class Curriculum:
    """All modules, sets of goals and frameworks."""

    modules: Mapping[str, Module]
    goal_sets: Mapping[str, GoalSet]
    frameworks: Mapping[str, FrameworkItem]
    practised: Mapping[str, Practised] = field(default_factory=lambda: MappingProxyType({}))
    """By the id of a theme of the acts."""
    holidays: Holidays = Holidays()
    profile: ProfileQuestions = ProfileQuestions()
