"""A lesson as one school's protocol reads it to one kind of reader, worked out once and then looked up.

Pure. Answers come by the hundred a second; what a choice means changes only with the content.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from course.errors import NotFound, Refused
from course.norms.model import Audience, Verdict
from course.scenario.meaning import meaning_of
from course.scenario.walk import Step, reachable, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from course.curriculum.model import Module
    from course.library import Library
    from course.norms.judgement import Judgement
    from course.people.actor import Actor
    from course.scenario.model import Lesson, Piece
    from course.scenario.walk import Path

Key = tuple[str, ...]
"""What a script is made of: lesson, language, edition, rulebook and audience; whatever is drawn of it is kept under it."""


@dataclass(frozen=True, slots=True, eq=False)
class Script:
    """What a lesson says at one school; compared by identity."""

    lesson: Lesson
    module: Module
    judgements: Mapping[Step, Judgement]
    """For every choice that performs an act."""
    hindering: frozenset[Step]
    pieces: Mapping[str, tuple[Piece, ...]]
    """Per scene what this school sees of it."""
    endings: frozenset[str]
    """Scenes that end the story and can be reached without a later-card."""
    meanings: Mapping[str, str]
    """Per scene what it asks, as `scenario.meaning` names it."""
    rulebook: str = ""
    """Reference of the rules by which it was read; empty in a preview."""
    module_edition: str = ""
    key: Key = ()
    """Empty in a preview, where nothing is kept."""

    def is_clean(self, path: Path) -> bool:
        """Whether no act on the path hinders completing here: none that is not allowed or advised against."""
        return self.hindering.isdisjoint(path)

    def is_silent(self, path: Path) -> bool:
        """Whether acts on the path are open here and none is one that may be done."""
        verdicts = {self.judgements[step].verdict for step in path if step in self.judgements}
        return Verdict.OPEN in verdicts and not any(one.permits for one in verdicts)


def script_for(library: Library, actor: Actor, lesson_id: str) -> Script:
    """Find the script of a lesson for this learner; NotFound also where it isn't meant for this pupil."""
    lesson = library.lesson(lesson_id, actor.locale)
    refuse_strangers(actor, library.module(lesson.module), "lesson", lesson_id)
    return script_under(library, lesson_id, actor.protocol or "", actor.audience, actor.locale)


def script_under(
    library: Library, lesson_id: str, protocol: str, audience: Audience, locale: str = "nl"
) -> Script:
    """Find the script of a lesson under a protocol for one audience, whoever reads it."""
    lesson = library.lesson(lesson_id, locale)
    module, rulebook = library.module(lesson.module), library.rulebook(protocol)
    key = (lesson.id, lesson.locale, lesson.edition, rulebook, audience)
    found: Script | None = library.scripts.get(key)
    if found is None:
        read = read_as(lesson, module, lambda act: library.judge(protocol, act, audience))
        kept = replace(read, key=key, rulebook=rulebook, module_edition=library.edition_of(module))
        found = library.scripts.put(key, kept)
    return found


def judge_for(library: Library, actor: Actor) -> Callable[[str], Judgement]:
    """Give the function that judges an act at this person's school."""
    protocol, audience = actor.protocol or "", actor.audience
    return lambda act: library.judge(protocol, act, audience)


def refuse_strangers(actor: Actor, module: Module, kind: str, name: str) -> None:
    """Keep pupils to the modules of their own band, and send away who belongs to no school.

    Staff may do every module: a teacher tries what the own group will get. Raises NotFound and Refused.
    """
    if not actor.protocol:
        raise Refused("only people of a school learn; a board has no protocol of its own")
    if actor.audience is Audience.PUPIL and not is_meant_for(actor, module):
        raise NotFound(kind, name)


def is_meant_for(actor: Actor, module: Module) -> bool:
    """Whether a module is on this person's own list; a pupil whose year nobody knows gets every pupil's."""
    if actor.audience is not Audience.PUPIL:
        return module.audience is not Audience.PUPIL
    return module.audience is Audience.PUPIL and (actor.year_group is None or actor.band in module.bands)


def read_as(lesson: Lesson, module: Module, judge: Callable[[str], Judgement]) -> Script:
    """Work out a script: some hundred look-ups, done once per lesson, protocol and kind of reader."""
    judgements = {
        Step(scene.id, choice.id): judge(choice.act)
        for scene in lesson.scenes.values()
        for choice in scene.choices
        if choice.act
    }
    return Script(
        lesson=lesson,
        module=module,
        judgements=judgements,
        hindering=frozenset(step for step, said in judgements.items() if said.verdict.hinders),
        pieces={
            scene.id: shown(scene.pieces, lambda act: judge(act).stance) for scene in lesson.scenes.values()
        },
        endings=frozenset(scene for scene in reachable(lesson) if lesson.scenes[scene].is_ending),
        meanings={scene.id: meaning_of(scene) for scene in lesson.scenes.values()},
    )
