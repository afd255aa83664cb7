"""One learner's run through a lesson as a value: what a choice, going back and starting again make of it.

Pure. `step` grows with every move, so that a page can tell whether it is the newest.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from course.scenario import walk
from course.scenario.composing import made_choice

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from course.learning.lesson.script import Script
    from course.scenario.model import Lesson, Scene
    from course.scenario.walk import Path, Step


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Run:
    """Where a learner stands in a lesson; `started_at` is None before the first choice."""

    number: int = 1
    step: int = 0
    path: Path = ()
    """Empty, too, after an ending for whoever may not look back on it: see `learning.lesson.trails`."""
    ending: str | None = None
    """Where the run ended; None while it goes on."""
    decided: tuple[str, ...] = ()
    """Scenes in which this learner decided before, as long as first choices are counted."""
    found: Mapping[str, int] | None = None
    """The step at which each ending was found, in order of finding, over all runs."""
    started_at: datetime | None = None
    touched_at: datetime | None = None
    completed_at: datetime | None = None
    completed_under: tuple[str, str] = ("", "")
    """Edition and rules by which it was completed; empty where they were not kept yet."""
    remembered: tuple[str, ...] = ()
    """Of the way that completed it what later-cards ask about, as conditions name it; goes with the last of them."""
    seed: str = ""
    """Whose run it is, for the order of choices; empty for the order of the text."""
    was_cut: bool = False
    """The text changed so that the end of the stored path no longer holds."""

    def scene(self, lesson: Lesson) -> Scene:
        """Tell where the path has led; where nothing is kept of it, at which ending the run stopped."""
        if not self.path and self.ending is not None:
            return walk.scene_named(lesson, self.ending)
        return walk.scene_at(lesson, self.path)

    @property
    def shuffled_by(self) -> str:
        """What the order of choices is drawn by: it stays the same in one run, also on the way back in time."""
        return f"{self.seed}/{self.number}" if self.seed else ""

    @property
    def counts_first_choices(self) -> bool:
        """Whether a first choice is one still: who has seen an ending, or begins again, knows what comes of it."""
        return self.number == 1 and not self.found


@dataclass(frozen=True, slots=True)
class Turn:
    """What one choice brought about."""

    run: Run
    first: Step | None
    """The choice, if it is this learner's first decision in its scene."""
    completed: bool
    """It completed the lesson."""


def chosen(before: Run, script: Script, choice_id: str, now: datetime) -> Turn:
    """Take a choice in the scene where the learner stands; NotFound (kind "choice") with the nearest one."""
    scene = before.scene(script.lesson)
    choice_id = made_choice(scene, choice_id)
    walk.choice_named(scene, choice_id)
    path = walk.choose(script.lesson, before.path, choice_id)
    decides = len(script.standing(scene.id, before.path).choices) > 1
    is_first = before.counts_first_choices and scene.id not in before.decided and decides
    after = _moved(before, path, now)
    if is_first:
        after = replace(after, decided=(*before.decided, scene.id))
    end, completed = walk.scene_at(script.lesson, path), False
    if end.is_ending:
        completed = before.completed_at is None and script.is_clean(path)
        after = _ended(after, end.id)
        if completed:
            after = replace(
                after,
                completed_at=now,
                completed_under=(script.lesson.edition, script.rulebook),
                remembered=tuple(sorted(walk.memory_of(path) & script.asked_later)),
            )
    return Turn(after, path[-1] if is_first else None, completed)


def gone_back(before: Run, to: int, now: datetime) -> Run:
    """Go back in time to before choice number `to` (from 0); what was found and decided stays."""
    return _moved(before, walk.back(before.path, to), now)


def begun_again(before: Run, now: datetime) -> Run:
    """Begin the next run; endings and completion stay."""
    return replace(_moved(before, (), now), number=before.number + 1, decided=(), started_at=now)


def under(lesson: Lesson, stored: Run) -> Run:
    """Read a stored run under today's text, always: only the part of its path that no longer holds is left out.

    An author may have gone back to an older text since, so no edition tells that a path holds. Nothing is written, so
    an edit that is undone gives the whole path back.
    """
    path = walk.replay(lesson, stored.path)
    was_cut = len(path) < len(stored.path)
    ending = stored.ending
    if ending is not None:
        here = walk.scene_at(lesson, path) if path else lesson.scenes.get(ending)
        if was_cut or here is None or here.id != ending or not here.is_ending:
            ending, was_cut = None, was_cut or not path
    if not was_cut and ending == stored.ending and not stored.was_cut:
        return stored
    return replace(stored, path=path, ending=ending, was_cut=was_cut)


def encode_found(found: Mapping[str, int] | None) -> str:
    """Write the endings as JSON: ending to the step at which it was found."""
    return _written(found or {})


def decode_found(text: str) -> dict[str, int]:
    """Read what `encode_found` wrote; a plain list of endings is read as found long ago."""
    found = json.loads(text)
    return dict(found) if isinstance(found, dict) else dict.fromkeys(found, 0)


def _moved(before: Run, path: Path, now: datetime) -> Run:
    return replace(
        before,
        step=before.step + 1,
        path=path,
        ending=None,
        started_at=before.started_at or now,
        touched_at=now,
        was_cut=False,
    )


def _ended(after: Run, ending: str) -> Run:
    """Note where a run ended: first choices are counted no longer, so where it decided is not kept either."""
    found = after.found or {}
    return replace(
        after,
        ending=ending,
        decided=(),
        found=found if ending in found else {**found, ending: after.step},
    )
