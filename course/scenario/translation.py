"""Check a translated lesson beside the Dutch one: a run goes on in either, by the names of scenes and choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.findings import Findings, offer
from course.scenario.rules.case import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.reading.findings import Problem
    from course.scenario.model import Lesson, Scene


def audit_translation(dutch: Lesson, other: Lesson) -> tuple[Problem, ...]:
    """List the scenes, choices and acts in which a translation differs from the Dutch lesson, in line order."""
    findings = Findings(other.file)
    for scene_id in dutch.scenes.keys() - other.scenes.keys():
        near = offer(scene_id, other.scenes.keys() - dutch.scenes.keys())
        remedy = f"Keep the Dutch heading, for its words are the scene's name in every language.{near}"
        findings.warning(
            other.start.line, "other-scenes", f"The Dutch scene `{scene_id}` is not here.", remedy
        )
    for scene in other.scenes.values():
        if scene.id in dutch.scenes:
            _compare(dutch.scenes[scene.id], scene, findings)
        else:
            remedy = "Give it the heading of the Dutch scene that it translates, or remove it."
            message = f"The Dutch lesson has no scene `{scene.id}`."
            findings.warning(scene.line, "other-scenes", message, remedy)
    return findings.in_order()


def _compare(dutch: Scene, other: Scene, findings: Findings) -> None:
    if dutch.condition != other.condition:
        remedy = "Give it the same `when`: a run goes on in either language."
        message = f"`{other.id}` is for others than in Dutch."
        findings.error(other.line, "other-condition", message, remedy)
    ours, theirs = {one.id: one for one in dutch.choices}, {one.id: one for one in other.choices}
    if ours.keys() != theirs.keys():
        message = f"`{other.id}` has the choices {_names(theirs)}; in Dutch it has {_names(ours)}."
        remedy = "Let each lead to the same scene, with the same `id=`, as the Dutch choice."
        findings.warning(other.line, "other-choices", message, remedy)
    for choice_id in ours.keys() & theirs.keys():
        acts, meant = theirs[choice_id].acts, ours[choice_id].acts
        if set(acts) != set(meant):
            message = f"The choice `{choice_id}` performs {_acts(acts)}; in Dutch it performs {_acts(meant)}."
            remedy = "Name the same acts in both: a verdict does not depend on the language."
            findings.error(theirs[choice_id].line, "other-act", message, remedy)
        if theirs[choice_id].ways != ours[choice_id].ways:
            message = f"The choice `{choice_id}` is offered on another condition than in Dutch."
            remedy = "Give it the same `when`: a run goes on in either language."
            findings.error(theirs[choice_id].line, "other-condition", message, remedy)


def _names(names: Iterable[str]) -> str:
    return listed(list(names)) or "none"


def _acts(acts: Sequence[str]) -> str:
    return listed(list(acts)) or "no act"
