"""Rules about what hangs on earlier choices, rules and band: it can come about, and leaves nobody without a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.told import told
from course.scenario.conditions import Chose, holds
from course.scenario.parts import conditions_of
from course.scenario.rules.case import Case, listed
from course.scenario.rules.ways import has_loose_ends
from course.scenario.states import MOST
from course.scenario.walk import reachable

if TYPE_CHECKING:
    from course.scenario.rules.case import Walk


def unreached_scene(case: Case) -> None:
    """See that somebody comes to every scene: what they chose, and what their school says, lets them."""
    if has_loose_ends(case.lesson):
        return
    seen = reachable(case.lesson, case.lesson.start, *case.lesson.later) - case.whole.scenes()
    somewhere = frozenset().union(*(walk.states.scenes() for walk in case.every_walk))
    for scene in case.scenes:
        if scene.id in seen:
            remedy = told(
                "No way there has made, or left, the choices that its condition asks for; mend one of them."
            )
            case.error(
                scene.line, "unreached-scene", told("Nobody ever comes to `%(id)s`.", id=scene.id), remedy
            )
        elif scene.id in case.whole.scenes() - somewhere and case.walks:
            remedy = told(
                "Nothing is wrong where a school's own rules may say otherwise; else mend its condition."
            )
            case.hint(
                scene.line,
                "unreached-scene",
                told("Under no protocol here somebody comes to `%(id)s`.", id=scene.id),
                remedy,
            )


def never_holds(case: Case) -> None:
    """See that what hangs on an earlier choice can come about: that choice is made on some way there."""
    for scene in case.scenes:
        memories = [state.memory for state in case.whole.ways if state.scene == scene.id]
        for condition in conditions_of(scene) if memories else ():
            if condition == scene.condition or any(holds(condition, memory) for memory in memories):
                continue
            tests = [one for one in condition if isinstance(one, Chose)]
            remedy = told("Ask for a choice that comes before this scene, or remove what nobody is shown.")
            message = told("In `%(id)s` this holds for nobody: no way there fits its `chose`.", id=scene.id)
            case.error(tests[0].line, "never-holds", message, remedy)


def too_many_states(case: Case) -> None:
    """See that a lesson remembers no more than can be overseen, and walked."""
    if not all(states.is_whole for states in (case.whole, *(walk.states for walk in case.every_walk))):
        message = told("The lesson remembers so much that it has more than %(most)s states.", most=MOST)
        remedy = told("Ask about fewer earlier choices, or ask sooner: what is asked no more is forgotten.")
        case.error(case.lesson.start.line, "too-many-states", message, remedy)


def nothing_offered(case: Case) -> None:
    """See that in every state of a scene with choices at least one of them is offered."""
    for scene in case.scenes:
        lacking = [
            protocol
            for protocol, walks in case.walks.items()
            if any(_has_nothing(walk, scene.id) for walk in walks)
        ]
        if scene.choices and lacking:
            message = told(
                "In `%(id)s` no choice is offered to some who come there at %(listed)s.",
                id=scene.id,
                listed=listed(lacking),
            )
            remedy = told("Add a choice without a condition, or one for them.")
            case.error(scene.line, "nothing-offered", message, remedy)


def _has_nothing(walk: Walk, scene_id: str) -> bool:
    """Whether somebody comes to a scene to whom the rules, or the way there, leave no choice."""
    ways = [choices for state, choices in walk.states.ways.items() if state.scene == scene_id]
    return bool(ways) and (scene_id in walk.bare or not all(ways))
