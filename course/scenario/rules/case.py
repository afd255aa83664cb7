"""What every rule looks at and reports to: the lesson, the norms, the picture files, and the verdicts worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.decide import SEVERITY, VERDICTS
from course.norms.judge import find_protocol, stance_on
from course.norms.model import Stance
from course.reading.findings import Findings
from course.reading.told import one_after_another, told
from course.scenario.settle import rules_asked, scenes_left_bare, settle, settle_for_anybody, youngest
from course.scenario.states import States, states_of

if TYPE_CHECKING:
    from course.norms.model import Audience, Norms, Verdict
    from course.reading.told import Told
    from course.scenario.model import Choice, Lesson, Scene


@dataclass(frozen=True, slots=True)
class Walk:
    """A lesson as it is at one school for one band, and all that can happen in it there."""

    lesson: Lesson
    states: States
    bare: frozenset[str]
    """Scenes of whose choices the rules and the band leave none."""


@dataclass(slots=True)
class Case(Findings):
    """One lesson before the audit, and what the rules find in it."""

    lesson: Lesson
    norms: Norms
    pictures: frozenset[str]
    """The names of the picture files in the lesson's folder."""
    verdicts: Mapping[tuple[str, str], Verdict]
    """By protocol id and act id, for the known acts of the lesson."""

    whole: States
    """Every state, whatever the rules and the band."""
    walks: Mapping[str, tuple[Walk, ...]]
    """By protocol id the states that there are at a school with it, for each band where they differ."""

    def verdict(self, protocol: str, choice: Choice) -> Verdict | None:
        """Tell what a school with this protocol says of a choice: the strictest word on its known acts, None without one."""
        known = (self.verdicts.get((protocol, act)) for act in choice.acts)
        return max((one for one in known if one), key=SEVERITY.__getitem__, default=None)

    def hinders(self, protocol: str, choice: Choice) -> bool:
        """Whether a school with this protocol does not want a choice."""
        verdict = self.verdict(protocol, choice)
        return verdict is not None and verdict.hinders

    def permits(self, protocol: str, choice: Choice) -> bool:
        """Whether a choice may be made at a school with this protocol, without asking."""
        verdict = self.verdict(protocol, choice)
        return verdict is not None and verdict.permits

    @property
    def every_walk(self) -> Iterator[Walk]:
        """Every walk once, for protocols that answer alike share theirs."""
        return iter({id(walk): walk for walks in self.walks.values() for walk in walks}.values())

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """Every scene, in the order of the text."""
        return tuple(self.lesson.scenes.values())

    @property
    def choices(self) -> Iterator[Choice]:
        """Every choice, in the order of the text."""
        return (choice for scene in self.scenes for choice in scene.choices)

    @property
    def decisions(self) -> Iterator[Scene]:
        """Every scene in which there is something to decide."""
        return (scene for scene in self.scenes if len(scene.choices) > 1)


Rule = Callable[[Case], None]


def case_of(lesson: Lesson, norms: Norms, pictures: frozenset[str], audience: Audience | None = None) -> Case:
    """Work out every verdict that the rules ask for, and every state that they look at."""
    asked = rules_asked(lesson)
    acts = lesson.acts() | {one.act for one in asked}
    stances = {
        (protocol, act): stance_on(norms, find_protocol(norms, protocol), norms.acts[act], audience)
        for protocol in norms.protocols
        for act in acts
        if act in norms.acts
    }
    walks: dict[tuple[bool, ...], tuple[Walk, ...]] = {}
    by_protocol: dict[str, tuple[Walk, ...]] = {}
    for protocol in norms.protocols:
        here = {act: stances.get((protocol, act), Stance.SILENT) for act in acts}
        answers = tuple(one.holds(here[one.act]) for one in asked)
        if answers not in walks:
            walks[answers] = tuple(_walks(lesson, here))
        by_protocol[protocol] = walks[answers]
    verdicts = {key: VERDICTS[stance] for key, stance in stances.items()}
    whole = states_of(settle_for_anybody(lesson), lesson.start, *lesson.later)
    return Case(lesson.file, lesson, norms, pictures, verdicts, whole, by_protocol)


def _walks(lesson: Lesson, stances: Mapping[str, Stance]) -> Iterator[Walk]:
    """Walk a lesson under some rules; once for all bands where it is the same for all."""
    for band in lesson.bands if lesson.by_band else (youngest(lesson.bands),):
        here = settle(lesson, stances.__getitem__, band)
        bare = scenes_left_bare(lesson, stances.__getitem__, band)
        yield Walk(here, states_of(here, here.start, *lesson.later), bare)


def listed(names: list[str]) -> Told:
    """Names as they stand in a sentence: `a`, `b` and `c`."""
    quoted = [f"`{name}`" for name in names]
    if len(quoted) <= 1:
        return one_after_another(*quoted)
    return told("%(some)s and %(last)s", some=", ".join(quoted[:-1]), last=quoted[-1])
