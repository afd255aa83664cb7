"""Check a translated lesson beside the Dutch one: a run goes on in either, by the names of scenes and choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.findings import Findings, offer
from course.scenario.rules.case import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    ours, theirs = {one.id: one for one in dutch.choices}, {one.id: one for one in other.choices}
    if ours.keys() != theirs.keys():
        message = f"`{other.id}` has the choices {_names(theirs)}; in Dutch it has {_names(ours)}."
        remedy = "Let each lead to the same scene, with the same `id=`, as the Dutch choice."
        findings.warning(other.line, "other-choices", message, remedy)
    for choice_id in ours.keys() & theirs.keys():
        act, meant = theirs[choice_id].act, ours[choice_id].act
        if act != meant:
            message = f"The choice `{choice_id}` performs {_act(act)}; in Dutch it performs {_act(meant)}."
            remedy = "Name the same act in both: a verdict does not depend on the language."
            findings.error(theirs[choice_id].line, "other-act", message, remedy)


def _names(names: Iterable[str]) -> str:
    return listed(list(names)) or "none"


def _act(act: str | None) -> str:
    return f"`{act}`" if act else "no act"
