"""The teacher's page of a module: its lessons with the talk about them, and what it trains at the reader's own school."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.errors import Refused
from course.figures.groups import group_figures, my_groups
from course.learning.lesson.script import script_under
from course.norms.model import Audience
from course.people.roles import Ability
from course.reading.told import told
from course.scenario.walk import Step, reachable
from course.teaching.trained import trained

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from course.curriculum.model import Module
    from course.figures.pages import Decision
    from course.learning.lesson.script import Script
    from course.library import Library
    from course.norms.model import Verdict
    from course.people.access import Group
    from course.people.actor import Actor
    from course.quiz.model import Quiz
    from course.scenario.model import Choice, Lesson, Scene
    from course.store.store import Store
    from course.teaching.trained import Trained


@dataclass(frozen=True, slots=True)
class TalkedChoice:
    """A choice with what the school's rules say of what it does."""

    choice: Choice
    verdicts: tuple[Verdict, ...]
    """The strictest first; empty where it performs no act."""


@dataclass(frozen=True, slots=True)
class TalkedScene:
    """A scene to talk about: one with something to choose, or with words for the teacher."""

    scene: Scene
    choices: tuple[TalkedChoice, ...]
    first_choices: Decision | None
    """What the group chose first, as far as it is let out; None without a group."""


@dataclass(frozen=True, slots=True)
class LessonGuide:
    """One lesson of a module, in the order of its text."""

    lesson: Lesson
    scenes: tuple[TalkedScene, ...]
    seats: tuple[Lesson, ...]
    """Lessons that tell the same incident from another seat."""
    endings: int


@dataclass(frozen=True, slots=True)
class Guide:
    """A module as who leads the talk reads it."""

    module: Module
    audience: Audience
    """As whom its learners meet the rules."""
    lessons: tuple[LessonGuide, ...]
    quiz: Quiz | None
    trained: Trained
    group: Group | None
    groups: tuple[Group, ...]
    """The reader's own groups that the module is meant for."""

    @property
    def minutes(self) -> int:
        """Of all lessons together, without the quiz and the talk."""
        return sum(one.lesson.minutes for one in self.lessons)

    @property
    def is_for_pupils(self) -> bool:
        """Whether a class does it; else a team does."""
        return self.audience is Audience.PUPIL


def guide_of(
    store: Store, library: Library, actor: Actor, module_id: str, group_id: int | None, now: datetime
) -> Guide:
    """Give the page of a module, with the first choices of an own group where one is named.

    `NotFound` for an unknown module and for every group but the own. Looking lets out what is due: see
    `learning.first_choices`.
    """
    module = library.module(module_id)
    if not actor.protocol or not actor.may(Ability.GUIDE_MODULES):
        raise Refused(told("only staff of a school lead the talk about a module"))
    audience = audience_of(module, actor)
    decided = _first_choices(store, library, actor, group_id)
    groups = _groups(store, library, actor, module, now)
    return Guide(
        module=module,
        audience=audience,
        lessons=tuple(_lesson(library, actor, module, one, audience, decided) for one in module.lessons),
        quiz=library.quizzes.get(module.quiz),
        trained=trained(library, module, actor.protocol, audience),
        group=next((one for one in groups if one.id == group_id), None),
        groups=groups,
    )


def audience_of(module: Module, actor: Actor) -> Audience:
    """Tell as whom a module is played by who prepares it: a class's as a pupil, a team's as oneself."""
    return module.audience if module.audience in {Audience.PUPIL, Audience.PARENT} else actor.audience


def _first_choices(
    store: Store, library: Library, actor: Actor, group_id: int | None
) -> Mapping[tuple[str, str], Decision]:
    if group_id is None:
        return {}
    decisions = group_figures(store, library, actor, group_id)
    return {(one.lesson.id, one.scene.id): one for one in decisions}


def _groups(store: Store, library: Library, actor: Actor, module: Module, now: datetime) -> tuple[Group, ...]:
    cards = my_groups(store, library, actor, now)
    return tuple(one.group for one in cards if any(it.module.id == module.id for it in one.modules))


def _lesson(
    library: Library,
    actor: Actor,
    module: Module,
    lesson_id: str,
    audience: Audience,
    decided: Mapping[tuple[str, str], Decision],
) -> LessonGuide:
    script = script_under(
        library, lesson_id, actor.protocol or "", audience, actor.locale, band=module.bands[0]
    )
    return LessonGuide(
        lesson=script.lesson,
        scenes=tuple(_talked(script, decided)),
        seats=script.seats,
        endings=len(script.endings),
    )


def _talked(script: Script, decided: Mapping[tuple[str, str], Decision]) -> Iterator[TalkedScene]:
    lesson = script.lesson
    within = reachable(lesson)
    for scene in lesson.scenes.values():
        if scene.id in within and (scene.talk or len(scene.choices) > 1):
            choices = tuple(_choice(script, scene, one) for one in scene.choices)
            yield TalkedScene(scene, choices, decided.get((lesson.id, scene.id)))


def _choice(script: Script, scene: Scene, choice: Choice) -> TalkedChoice:
    judged = script.judgements.get(Step(scene.id, choice.id))
    verdicts = (judged.leading, *judged.also) if judged else ()
    return TalkedChoice(choice, tuple(one.verdict for one in verdicts))
