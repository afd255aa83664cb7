"""One learner's run through a lesson as a value: what a choice, going back and starting again make of it.

Pure. `step` grows with every move, so that a page can tell whether it is the newest.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from course.scenario import walk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from course.learning.lesson.script import Script
    from course.scenario.model import Lesson, Scene
    from course.scenario.walk import Path, Step


@dataclass(frozen=True, slots=True)
class Run:
    """Where a learner stands in a lesson; `started_at` is None before the first choice."""

    edition: str
    number: int = 1
    step: int = 0
    path: Path = ()
    decided: tuple[str, ...] = ()
    """Scenes in which this learner decided before, in any run."""
    found: Mapping[str, int] | None = None
    """The step at which each ending was found, in order of finding, over all runs."""
    started_at: datetime | None = None
    touched_at: datetime | None = None
    completed_at: datetime | None = None
    was_cut: bool = False
    """The text changed so that the end of the stored path no longer holds."""

    def scene(self, lesson: Lesson) -> Scene:
        """Tell where the path has led."""
        return walk.scene_at(lesson, self.path)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one choice brought about."""

    run: Run
    first: Step | None
    """The choice, if it is this learner's first decision in its scene."""
    setback: bool
    """It led to an ending by a not-fine path, in a lesson that isn't completed yet."""
    completed: bool
    """It completed the lesson."""


def chosen(before: Run, script: Script, choice_id: str, now: datetime) -> Turn:
    """Take a choice in the scene where the learner stands; NotFound (kind "choice") with the nearest one."""
    path = walk.choose(script.lesson, before.path, choice_id)
    step = path[-1]
    is_first = step.scene not in before.decided and len(script.lesson.scenes[step.scene].choices) > 1
    found, completed, setback = before.found or {}, False, False
    scene = walk.scene_at(script.lesson, path)
    if scene.is_ending:
        clean = script.is_clean(path)
        completed = clean and before.completed_at is None
        setback = not clean and before.completed_at is None
        found = found if scene.id in found else {**found, scene.id: before.step + 1}
    after = replace(
        _moved(before, script.lesson, path, now),
        decided=(*before.decided, step.scene) if is_first else before.decided,
        found=found,
        completed_at=now if completed else before.completed_at,
    )
    return Turn(after, step if is_first else None, setback, completed)


def gone_back(before: Run, lesson: Lesson, to: int, now: datetime) -> Run:
    """Go back in time to before choice number `to` (from 0); what was found and decided stays."""
    return _moved(before, lesson, walk.back(before.path, to), now)


def begun_again(before: Run, lesson: Lesson, now: datetime) -> Run:
    """Begin the next run, under today's edition; endings and completion stay."""
    moved = _moved(before, lesson, (), now)
    return replace(moved, number=before.number + 1, edition=lesson.edition, started_at=now)


def under(lesson: Lesson, stored: Run) -> Run:
    """Read a stored run under today's text: only the part of its path that no longer holds is lost."""
    if stored.edition == lesson.edition:
        return stored
    path = walk.replay(lesson, stored.path)
    return replace(stored, path=path, was_cut=len(path) < len(stored.path))


def encode_found(found: Mapping[str, int] | None) -> str:
    """Write the endings as JSON: ending to the step at which it was found."""
    return json.dumps(found or {}, ensure_ascii=False, separators=(",", ":"))


def decode_found(text: str) -> dict[str, int]:
    """Read what `encode_found` wrote; a plain list of endings is read as found long ago."""
    found = json.loads(text)
    return dict(found) if isinstance(found, dict) else dict.fromkeys(found, 0)


def _moved(before: Run, lesson: Lesson, path: Path, now: datetime) -> Run:
    return replace(
        before,
        edition=lesson.edition if before.was_cut or before.started_at is None else before.edition,
        step=before.step + 1,
        path=path,
        started_at=before.started_at or now,
        touched_at=now,
        was_cut=False,
    )
