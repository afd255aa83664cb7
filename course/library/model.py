"""The library: every protocol, lesson, quiz, module and set of goals by its id."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from course.bounded_cache import BoundedCache
from course.errors import NotFound
from course.norms.model import Audience
from course.norms.table import VerdictTable
from course.reading.edition import edition_of
from course.reading.findings import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from course.curriculum.model import Curriculum, GoalSet, Module
    from course.norms.judgement import Judgement
    from course.norms.model import Norms, Protocol
    from course.quiz.model import Quiz
    from course.scenario.model import Lesson

    Thing = TypeVar("Thing")

LOCALE = "nl"
"""Every lesson exists in Dutch; other languages are translations of it."""

MOST_SCRIPTS = 1_024
"""Lessons as a school reads them: more than the classes of one moment play, some 10 kB each."""


@dataclass(frozen=True, slots=True)
class Library:
    """The content of one root; shared by all requests of a process, so nothing of it ever changes."""

    root: Path
    norms: Norms
    table: VerdictTable
    lessons: Mapping[str, Mapping[str, Lesson]]
    """By lesson id, then by locale."""
    quizzes: Mapping[str, Quiz]
    curriculum: Curriculum
    scripts: BoundedCache[Any] = field(
        init=False, repr=False, compare=False, default_factory=lambda: BoundedCache(MOST_SCRIPTS)
    )
    """What `course.learning` works out of this content, by the reference of the rules; with the content it goes."""

    def with_protocols(self, *protocols: Protocol) -> Library:
        """Give a library of the same content in which these protocols hold too, by their ids.

        Scripts are shared with this one, for a reference names the rules whatever library they stand in. Each has its own
        verdicts: what "the others say" depends on who the others are.
        """
        known = MappingProxyType({**self.norms.protocols, **{one.id: one for one in protocols}})
        norms = replace(self.norms, protocols=known)
        beside = replace(self, norms=norms, table=VerdictTable(norms))
        object.__setattr__(beside, "scripts", self.scripts)  # before anybody else has it
        return beside

    def lesson(self, lesson_id: str, locale: str = LOCALE) -> Lesson:
        """Find a lesson in a language, in Dutch where it is not translated; `NotFound` for an unknown id."""
        versions = _find("lesson", lesson_id, self.lessons)
        return versions.get(locale) or versions[LOCALE]

    def quiz(self, quiz_id: str) -> Quiz:
        """Find a question bank; `NotFound` for an unknown id."""
        return _find("quiz", quiz_id, self.quizzes)

    def module(self, module_id: str) -> Module:
        """Find a module; `NotFound` for an unknown id."""
        return _find("module", module_id, self.curriculum.modules)

    def goal_set(self, set_id: str) -> GoalSet:
        """Find a set of goals that boards may adopt; `NotFound` for an unknown id."""
        return _find("goal set", set_id, self.curriculum.goal_sets)

    def modules_for(self, audience: Audience, band: str | None = None) -> tuple[Module, ...]:
        """List the modules of a learner in curriculum order.

        Pupils get those of their band; without a band, all that pupils have. Leaders get what is for teachers too.
        """
        wanted = {audience, Audience.TEACHER} if audience is Audience.LEADER else {audience}
        mine = (one for one in self.curriculum.modules.values() if one.audience in wanted)
        if audience is not Audience.PUPIL:
            return tuple(mine)
        return tuple(one for one in mine if band is None or band in one.bands)

    def judge(self, protocol: str, act: str, audience: Audience | None = None) -> Judgement:
        """Give the verdict on an act with its sources; `NotFound` for an unknown protocol or act."""
        return self.table.judge(protocol, act, audience)

    def rulebook(self, protocol: str) -> str:
        """Give the reference of all that decides at a school; `NotFound` for an unknown protocol."""
        return self.table.rulebook(protocol)

    def edition_of(self, module: Module) -> str:
        """Name what a module asks today: its lessons and its quiz, each in its own edition."""
        lessons = ((one, self.lessons[one][LOCALE].edition) for one in module.lessons if one in self.lessons)
        quiz = self.quizzes.get(module.quiz)
        return edition_of(json.dumps([module.id, *lessons, module.quiz, quiz.edition if quiz else ""]))


def _find(kind: str, name: str, known: Mapping[str, Thing]) -> Thing:
    try:
        return known[name]
    except KeyError:
        raise NotFound(kind, name, nearest(name, known)) from None
