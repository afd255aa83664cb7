"""Rules about the ways through a lesson: everything can be reached, and every way can end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.told import told
from course.scenario.rules.case import Case, listed
from course.scenario.walk import reachable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from course.scenario.model import Lesson
    from course.scenario.states import State, States


def has_loose_ends(lesson: Lesson) -> bool:
    """Whether a choice leads to no scene: then it may be meant for one that seems out of reach."""
    return any(c.target not in lesson.scenes for scene in lesson.scenes.values() for c in scene.choices)


def unreachable_scene(case: Case) -> None:
    """See that every scene is reached, from the first one or from a later-card."""
    if has_loose_ends(case.lesson):
        return
    seen = reachable(case.lesson, case.lesson.start, *case.lesson.later)
    for scene in case.scenes:
        if scene.id not in seen:
            remedy = told("Let a choice lead to it (`[…](#%(id)s)`), or remove it.", id=scene.id)
            case.error(
                scene.line, "unreachable-scene", told("No way leads to `%(id)s`.", id=scene.id), remedy
            )


def no_ending(case: Case) -> None:
    """See that the story has an ending that is reached from its start."""
    story = reachable(case.lesson)
    if not has_loose_ends(case.lesson) and not any(case.lesson.scenes[scene].is_ending for scene in story):
        remedy = told("Write a scene without choices and let a choice lead to it.")
        case.error(case.lesson.start.line, "no-ending", told("The story has no ending."), remedy)


def dead_end(case: Case) -> None:
    """See that from every scene there is a way to an ending, so that nobody goes round for ever.

    That is asked of every state at every school: a choice that is offered to some is no way out for all.
    """
    can_end = _static_ends(case.lesson)
    stuck = {scene for walk in case.every_walk for scene in _going_round(case, walk.states)}
    for scene in case.scenes if can_end else ():
        if scene.id in stuck or scene.id not in can_end:
            remedy = told("Let one of its choices lead towards an ending.")
            case.error(
                scene.line, "dead-end", told("From `%(id)s` no ending can be reached.", id=scene.id), remedy
            )


def _going_round(case: Case, states: States) -> Iterable[str]:
    """Name the scenes where somebody has a choice and no way to an ending."""
    can_end = states.leading(lambda _: True, _endings(case, states))
    return (state.scene for state, ways in states.ways.items() if ways and state not in can_end)


def _static_ends(lesson: Lesson) -> frozenset[str]:
    """Find the scenes from which an ending can be reached, whatever conditions say; also of scenes that no way leads to."""
    ends = {scene.id for scene in lesson.scenes.values() if scene.is_ending}
    before = [(choice.target, scene.id) for scene in lesson.scenes.values() for choice in scene.choices]
    ends |= {scene for target, scene in before if target not in lesson.scenes}
    while more := {scene for target, scene in before if target in ends} - ends:
        ends |= more
    return frozenset(ends)


def _endings(case: Case, states: States) -> frozenset[State]:
    return frozenset(state for state in states.ways if case.lesson.scenes[state.scene].is_ending)


def no_good_ending(case: Case) -> None:
    """See that under every protocol an ending can be reached from each scene, without what is not fine there.

    From the first scene that is what completing means, so there it is an error; what comes after it is then
    told only for other schools.
    """
    roots = {scene.id: scene for scene in (case.lesson.start, *case.lesson.later)}
    stuck = _stuck(case)
    shown = {
        (scene_id, protocol)
        for root, scene in roots.items()
        for scene_id in reachable(case.lesson, scene) - roots.keys()
        for protocol in stuck.get(root, ())
    }
    for scene_id, every in stuck.items():
        protocols = [protocol for protocol in every if (scene_id, protocol) not in shown]
        if protocols:
            message = told(
                "From `%(scene_id)s` every way to an ending does what is not fine at %(listed)s.",
                scene_id=scene_id,
                listed=listed(protocols),
            )
            remedy = told("Add a choice that is fine there, or let one lead round it.")
            report = case.error if scene_id in roots else case.warning
            report(case.lesson.scenes[scene_id].line, "no-good-ending", message, remedy)


def _stuck(case: Case) -> Mapping[str, Sequence[str]]:
    """Give the protocols under which, in some state of a scene, no clean way leads to an ending, by scene."""
    stuck: dict[str, list[str]] = {}
    for protocol, walks in case.walks.items():
        for scene_id in dict.fromkeys(
            one for walk in walks for one in _stuck_in(case, protocol, walk.states)
        ):
            stuck.setdefault(scene_id, []).append(protocol)
    return stuck


def _stuck_in(case: Case, protocol: str, states: States) -> Iterable[str]:
    goals = _endings(case, states)
    can_end = states.leading(lambda _: True, goals)
    clean = states.leading(lambda choice: not case.hinders(protocol, choice), goals)
    return (state.scene for state in states.ways if state in can_end and state not in clean)


def sad_without_end(case: Case) -> None:
    """See that only what ends the story is called sad: the mood decides how an ending is received."""
    for scene in case.scenes:
        if scene.sad and not scene.is_ending:
            remedy = told("Remove the `{.sad}` above it, or its choices.")
            message = told("The scene `%(id)s` is sad and does not end the story.", id=scene.id)
            case.error(scene.line, "sad-without-end", message, remedy)


def no_later_card(case: Case) -> None:
    """See that the lesson comes back weeks later; not to parents, of whom nothing is kept."""
    if not case.lesson.later and "parents" not in case.lesson.bands:
        remedy = told("Put `{.later}` above the heading of a scene in which an old choice comes back.")
        case.warning(case.lesson.start.line, "no-later-card", told("The lesson has no later-card."), remedy)


def later_card(case: Case) -> None:
    """See that a later-card asks something, and that what belongs to it stays apart from the story."""
    story = reachable(case.lesson)
    for scene in case.lesson.later:
        if not scene.choices:
            remedy = told("Give it choices; each leads to a short closing scene.")
            case.error(
                scene.line,
                "empty-later-card",
                told("The later-card `%(id)s` asks nothing.", id=scene.id),
                remedy,
            )
        if scene.id in story:
            remedy = told("Remove the way to it, or the `{.later}` above it.")
            message = told("The later-card `%(id)s` is also part of the story.", id=scene.id)
            case.warning(scene.line, "mixed-later-card", message, remedy)
            continue
        for choice in scene.choices:
            if choice.target in story:
                message = told(
                    "The later-card `%(id)s` leads back into the story, to `%(target)s`.",
                    id=scene.id,
                    target=choice.target,
                )
                remedy = told("Let it lead to a closing scene of its own.")
                case.warning(choice.line, "mixed-later-card", message, remedy)
