"""A lesson as one school's protocol reads it to one kind of reader, worked out once and then looked up.

Pure. Answers come by the hundred a second; what a choice means changes only with the content.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from course.errors import NotFound, Refused
from course.norms.judge import joint
from course.norms.model import Audience, Verdict
from course.reading.told import told
from course.scenario.meaning import meaning_of
from course.scenario.settle import settle
from course.scenario.states import asked_in, asked_later
from course.scenario.walk import Step, explained, memory_of, offered, reachable, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from course.curriculum.model import Module
    from course.library import Library
    from course.norms.judgement import JointJudgement, Judgement
    from course.people.actor import Actor
    from course.scenario.conditions import Memory
    from course.scenario.model import Choice, Lesson, Piece, Scene
    from course.scenario.walk import Path

NOTHING: Memory = frozenset()
"""Remembered of who has chosen nothing, or of whom nothing is kept."""

Key = tuple[str, ...]
"""What a script is made of: lesson, language, edition, rulebook, audience, and a band where that matters."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A scene as somebody sees it who comes there by one way."""

    pieces: tuple[Piece, ...]
    choices: tuple[Choice, ...]
    """Those that are offered, in the order of the text."""
    meaning: str
    """What it asks, as `scenario.meaning` names it."""
    came_by: tuple[str, ...] = ()
    """What of the way the scene asks about: who came by the same sees the same."""


@dataclass(frozen=True, slots=True, eq=False)
class Script:
    """What a lesson says at one school; compared by identity."""

    lesson: Lesson
    """Settled: its conditions ask for choices only."""
    module: Module
    judgements: Mapping[Step, JointJudgement]
    """For every choice that performs an act."""
    hindering: frozenset[Step]
    standings: Mapping[str, Standing]
    """Per scene what who has chosen nothing sees of it."""
    asked: Mapping[str, frozenset[str]]
    """Per scene the choices that it asks about; scenes that ask about none are left out."""
    endings: frozenset[str]
    """Scenes that end the story and can be reached without a later-card."""
    asked_later: frozenset[str]
    """The choices of the story that later-cards ask about: all that is kept of a way once it has completed the lesson."""
    seats: tuple[Lesson, ...] = ()
    """Lessons for the same learners that tell the same incident from another seat."""
    rulebook: str = ""
    """Reference of the rules by which it was read; empty in a preview."""
    module_edition: str = ""
    key: Key = ()
    """Empty in a preview, where nothing is kept."""

    def standing(self, scene: str, path: Path = (), before: Memory = NOTHING) -> Standing:
        """Tell what somebody sees who comes to a scene by a path, and who chose this in the story before a later-card."""
        asked = self.asked.get(scene)
        if asked is None or not (path or before):
            return self.standings[scene]
        memory = (memory_of(path) | before) & asked
        return _standing(self.lesson.scenes[scene], memory) if memory else self.standings[scene]

    def explanation(self, choice: Choice, path: Path, before: Memory = NOTHING) -> str:
        """Give the explanation of a choice for whom a path led to it, as rendered HTML."""
        return explained(choice, memory_of(path) | before if self.asked else NOTHING)

    def is_clean(self, path: Path) -> bool:
        """Whether no act on the path hinders completing here: none that is not allowed or advised against."""
        return self.hindering.isdisjoint(path)

    def is_silent(self, path: Path) -> bool:
        """Whether acts on the path are open here and none is one that may be done."""
        joint = (self.judgements[step] for step in path if step in self.judgements)
        verdicts = {one.verdict for judged in joint for one in judged.each}
        return Verdict.OPEN in verdicts and not any(one.permits for one in verdicts)


def script_for(library: Library, actor: Actor, lesson_id: str) -> Script:
    """Find the script of a lesson for this learner; NotFound also where it isn't meant for this pupil."""
    lesson = library.lesson(lesson_id, actor.locale)
    refuse_strangers(actor, library.module(lesson.module), "lesson", lesson_id)
    return script_under(library, lesson_id, actor.protocol or "", actor.audience, actor.locale, actor.band)


def script_under(
    library: Library,
    lesson_id: str,
    protocol: str,
    audience: Audience,
    locale: str = "nl",
    band: str | None = None,
) -> Script:
    """Find the script of a lesson under a protocol for one audience, and for a band where the lesson differs by band."""
    lesson = library.lesson(lesson_id, locale)
    module, rulebook = library.module(lesson.module), library.rulebook(protocol)
    read_by = band if lesson.by_band and band in lesson.bands else None
    key: Key = (lesson.id, lesson.locale, lesson.edition, rulebook, audience, *([read_by] if read_by else []))
    found: Script | None = library.scripts.get(key)
    if found is None:
        read = read_as(lesson, module, lambda act: library.judge(protocol, act, audience), read_by)
        kept = replace(
            read,
            key=key,
            rulebook=rulebook,
            module_edition=library.edition_of(module),
            seats=tuple(_seats(library, lesson, module)),
        )
        found = library.scripts.put(key, kept)
    return found


def _seats(library: Library, lesson: Lesson, module: Module) -> Iterator[Lesson]:
    """Find the other seats of a lesson's incident, for learners of a band of its module."""
    for other_id in library.lessons if lesson.incident else ():
        other = library.lesson(other_id, lesson.locale)
        its = library.curriculum.modules.get(other.module)
        is_seat = other.incident == lesson.incident and other.id != lesson.id
        if is_seat and its and its.audience is module.audience and set(module.bands) <= set(its.bands):
            yield other


def judge_for(library: Library, actor: Actor) -> Callable[[str], Judgement]:
    """Give the function that judges an act at this person's school."""
    protocol, audience = actor.protocol or "", actor.audience
    return lambda act: library.judge(protocol, act, audience)


def refuse_strangers(actor: Actor, module: Module, kind: str, name: str) -> None:
    """Keep pupils to the modules of their own band, and send away who belongs to no school.

    Staff may do every module: a teacher tries what the own group will get. Raises NotFound and Refused.
    """
    if not actor.protocol:
        raise Refused(told("only people of a school learn; a board has no protocol of its own"))
    if actor.audience is Audience.PUPIL and not is_meant_for(actor, module):
        raise NotFound(kind, name)


def is_meant_for(actor: Actor, module: Module) -> bool:
    """Whether a module is on this person's own list; a pupil whose year nobody knows gets every pupil's."""
    if actor.audience is Audience.PUPIL:
        return module.audience is Audience.PUPIL and (actor.year_group is None or actor.band in module.bands)
    return module.audience is Audience.TEACHER or module.audience is actor.audience


def read_as(
    lesson: Lesson, module: Module, judge: Callable[[str], Judgement], band: str | None = None
) -> Script:
    """Work out a script: some hundred look-ups, done once per lesson, protocol and kind of reader."""
    here = settle(lesson, lambda act: judge(act).stance, band)
    scenes = here.scenes.values()
    judgements = {
        Step(scene.id, choice.id): joint([judge(act) for act in choice.acts])
        for scene in scenes
        for choice in scene.choices
        if choice.acts
    }
    return Script(
        lesson=here,
        module=module,
        judgements=judgements,
        hindering=frozenset(step for step, said in judgements.items() if said.hinders),
        standings={scene.id: _standing(scene, frozenset()) for scene in scenes},
        asked={scene.id: asked for scene in scenes if (asked := asked_in(scene))},
        endings=frozenset(scene for scene in reachable(here) if here.scenes[scene].is_ending),
        asked_later=asked_later(here),
    )


def _standing(scene: Scene, memory: Memory) -> Standing:
    choices = offered(scene, memory)
    pieces = shown(scene.pieces, memory)
    return Standing(pieces, choices, meaning_of(scene, choices), tuple(sorted(memory)))
