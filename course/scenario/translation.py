"""Check a translated lesson beside the Dutch one: a run goes on in either, by the names of scenes and choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.findings import Findings, offer
from course.reading.told import told
from course.scenario.rules.case import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from course.reading.findings import Problem
    from course.reading.told import Told
    from course.scenario.model import Lesson, Scene


def audit_translation(dutch: Lesson, other: Lesson) -> tuple[Problem, ...]:
    """List the scenes, choices and acts in which a translation differs from the Dutch lesson, in line order."""
    findings = Findings(other.file)
    for scene_id in dutch.scenes.keys() - other.scenes.keys():
        near = offer(scene_id, other.scenes.keys() - dutch.scenes.keys())
        remedy = told(
            "Keep the Dutch heading, for its words are the scene's name in every language.%(near)s", near=near
        )
        findings.warning(
            other.start.line,
            "other-scenes",
            told("The Dutch scene `%(scene_id)s` is not here.", scene_id=scene_id),
            remedy,
        )
    for scene in other.scenes.values():
        if scene.id in dutch.scenes:
            _compare(dutch.scenes[scene.id], scene, findings)
        else:
            remedy = told("Give it the heading of the Dutch scene that it translates, or remove it.")
            message = told("The Dutch lesson has no scene `%(id)s`.", id=scene.id)
            findings.warning(scene.line, "other-scenes", message, remedy)
    return findings.in_order()


def _compare(dutch: Scene, other: Scene, findings: Findings) -> None:
    if dutch.condition != other.condition:
        remedy = told("Give it the same `when`: a run goes on in either language.")
        message = told("`%(id)s` is for others than in Dutch.", id=other.id)
        findings.error(other.line, "other-condition", message, remedy)
    ours, theirs = {one.id: one for one in dutch.choices}, {one.id: one for one in other.choices}
    if ours.keys() != theirs.keys():
        message = told(
            "`%(id)s` has the choices %(names)s; in Dutch it has %(dutch)s.",
            id=other.id,
            names=_names(theirs),
            dutch=_names(ours),
        )
        remedy = told("Let each lead to the same scene, with the same `id=`, as the Dutch choice.")
        findings.warning(other.line, "other-choices", message, remedy)
    for choice_id in ours.keys() & theirs.keys():
        acts, meant = theirs[choice_id].acts, ours[choice_id].acts
        if set(acts) != set(meant):
            message = told(
                "The choice `%(choice_id)s` performs %(acts)s; in Dutch it performs %(dutch)s.",
                choice_id=choice_id,
                acts=_acts(acts),
                dutch=_acts(meant),
            )
            remedy = told("Name the same acts in both: a verdict does not depend on the language.")
            findings.error(theirs[choice_id].line, "other-act", message, remedy)
        if theirs[choice_id].ways != ours[choice_id].ways:
            message = told(
                "The choice `%(choice_id)s` is offered on another condition than in Dutch.",
                choice_id=choice_id,
            )
            remedy = told("Give it the same `when`: a run goes on in either language.")
            findings.error(theirs[choice_id].line, "other-condition", message, remedy)


def _names(names: Iterable[str]) -> Told:
    return listed(list(names)) or told("none")


def _acts(acts: Sequence[str]) -> Told:
    return listed(list(acts)) or told("no act")
