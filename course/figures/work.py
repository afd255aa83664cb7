"""What a group was given to do, who is how far with it, and what would help: for its teacher alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Integer, String, bindparam, select

from course.classroom.assignments import assigned_to
from course.classroom.reminders import reminded_of
from course.figures.counts import Share, share
from course.figures.groups import group_page
from course.figures.rules import shares_among
from course.learning.lesson.first_choices import released_choices
from course.learning.lesson.script import script_under
from course.learning.pages import State
from course.learning.tables import runs
from course.norms.model import Audience
from course.people.tables import memberships
from course.people.years import IS_PUPIL_NOW
from course.scenario.walk import Step, reachable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from course.curriculum.model import Module
    from course.figures.pages import GroupPage
    from course.figures.rules import RuleShare
    from course.library import Library
    from course.people.access import Group
    from course.people.actor import Actor
    from course.scenario.model import Lesson, Scene
    from course.store.store import Store

_LESSONS_DONE = (
    select(runs.c.person_id, runs.c.lesson)
    .join(memberships, memberships.c.person_id == runs.c.person_id)
    .where(
        memberships.c.group_id == bindparam("in_group", type_=Integer),
        IS_PUPIL_NOW,
        runs.c.completed_at.is_not(None),
        runs.c.lesson.in_(bindparam("lessons", type_=String, expanding=True)),
    )
    .distinct()
)
OFTEN = frozenset({Share.HALF, Share.MOST})
"""What of a group is worth a talk when it chose something that is not fine."""
SELDOM = frozenset({Share.FEW, Share.SOME})
"""A rule is missed where so many decided well on it."""


class Stage(StrEnum):
    """How far a pupil is, in the order in which a teacher wants to know."""

    STUCK = "stuck"
    NOT_BEGUN = "not-begun"
    BUSY = "busy"
    LESSON_DONE = "lesson-done"
    """Every lesson is completed, and the quiz is not passed yet."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class HardScene:
    """A decision in which about half of the group or more chose at once what is not fine at this school."""

    lesson: Lesson
    scene: Scene
    share: Share


@dataclass(frozen=True, slots=True)
class ModuleWork:
    """One module as a group does it."""

    module: Module
    due_on: date | None
    stages: Mapping[Stage, tuple[str, ...]]
    """Names, of every stage."""
    hard: tuple[HardScene, ...]
    missed: tuple[RuleShare, ...]
    """Rules on which few or some decided well at once."""
    reminded_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether anybody is still to do it."""
        return any(names for stage, names in self.stages.items() if stage is not Stage.DONE)


@dataclass(frozen=True, slots=True)
class WorkPage:
    """All modules that are meant for a group: what was given first, by its day."""

    group: Group
    modules: tuple[ModuleWork, ...]


def work_page(store: Store, library: Library, actor: Actor, group_id: int, now: datetime) -> WorkPage:
    """Show an own group's work by name; NotFound for every other group. Looking releases what is due of first choices."""
    page = group_page(store, library, actor, group_id, now)
    lessons = [lesson for module in page.modules for lesson in module.lessons]
    done = defaultdict[int, set[str]](set)
    with store.read() as conn:
        due, reminded = assigned_to(conn, group_id), reminded_of(conn, group_id)
        for person, lesson in conn.execute(_LESSONS_DONE, {"in_group": group_id, "lessons": lessons}):
            done[person].add(lesson)
    chosen = dict(released_choices(store, library, group_id))
    found = [
        ModuleWork(
            module,
            due.get(module.id),
            _stages(page, place, module, done),
            tuple(_hard(library, actor, module, chosen)),
            tuple(
                one
                for one in shares_among(library, actor.protocol or "", _of(chosen, module))
                if one.share in SELDOM
            ),
            reminded.get(module.id),
        )
        for place, module in enumerate(page.modules)
    ]
    found.sort(key=lambda one: (one.due_on is None, one.due_on or now.date()))
    return WorkPage(page.group, tuple(found))


def _stages(
    page: GroupPage, place: int, module: Module, done: Mapping[int, set[str]]
) -> Mapping[Stage, tuple[str, ...]]:
    stages: dict[Stage, list[str]] = {one: [] for one in Stage}
    for person in page.pupils:
        cell = person.cells[place]
        if cell is not None:
            has_lessons = done.get(person.person_id, set()).issuperset(module.lessons)
            stages[_stage(cell.state, has_lessons=has_lessons)].append(person.name)
    return {stage: tuple(names) for stage, names in stages.items()}


def _stage(state: State, *, has_lessons: bool) -> Stage:
    if state is State.BUSY and has_lessons:
        return Stage.LESSON_DONE
    return Stage(state.value)


def _of(chosen: Mapping[tuple[str, str, str], int], module: Module) -> dict[tuple[str, str, str], int]:
    return {key: number for key, number in chosen.items() if key[0] in module.lessons}


def _hard(
    library: Library, actor: Actor, module: Module, chosen: Mapping[tuple[str, str, str], int]
) -> Iterator[HardScene]:
    """Find the decisions in which about half or more chose what is not fine; of fewer than five nothing is said."""
    for lesson_id in module.lessons:
        script = script_under(
            library, lesson_id, actor.protocol or "", Audience.PUPIL, actor.locale, module.bands[0]
        )
        for scene in script.lesson.scenes.values():
            counts = {one.id: chosen.get((lesson_id, scene.id, one.id), 0) for one in scene.choices}
            wrong = sum(n for one, n in counts.items() if Step(scene.id, one) in script.hindering)
            told = share(wrong, sum(counts.values()))
            if told in OFTEN and told is not None and scene.id in reachable(script.lesson):
                yield HardScene(script.lesson, scene, told)
