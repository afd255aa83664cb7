"""Walking a lesson: a path is a value, so going back in time is cutting it off and nothing is ever lost.

Every function is pure and takes microseconds: they run on each answer that a learner gives. A path begins at
the lesson's first scene and may visit a scene more than once.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from course.errors import Invalid, NotFound, Stale
from course.reading.findings import nearest
from course.scenario.model import Choice, Lesson, Piece, Scene, When

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.norms.model import Stance


class Step(NamedTuple):
    """One choice made: in which scene, and which of its choices."""

    scene: str
    choice: str


Path = tuple[Step, ...]


def scene_named(lesson: Lesson, scene_id: str) -> Scene:
    """Find the scene with this id; raises NotFound (kind "scene") with the nearest id."""
    scene = lesson.scenes.get(scene_id)
    if scene is None:
        raise NotFound("scene", scene_id, nearest(scene_id, lesson.scenes))
    return scene


def choice_named(scene: Scene, choice_id: str) -> Choice:
    """Find the scene's choice with this id; raises NotFound (kind "choice") with the nearest id."""
    choice = scene.choice(choice_id)
    if choice is None:
        raise NotFound("choice", choice_id, nearest(choice_id, (one.id for one in scene.choices)))
    return choice


def scene_at(lesson: Lesson, path: Path) -> Scene:
    """Where a path has led; raises NotFound for a path that this edition doesn't know (see `replay`)."""
    if not path:
        return lesson.start
    step = path[-1]
    return scene_named(lesson, choice_named(scene_named(lesson, step.scene), step.choice).target)


def choose(lesson: Lesson, path: Path, choice_id: str) -> Path:
    """Make one more choice in the scene where a path stands; raises NotFound (kind "choice" or "scene")."""
    scene = scene_at(lesson, path)
    scene_named(lesson, choice_named(scene, choice_id).target)
    return (*path, Step(scene.id, choice_id))


def back(path: Path, to: int) -> Path:
    """Go back in time: keep the first `to` steps.

    Raises Stale for more steps than were taken (an older page than the stored path) and NotFound for a number
    below nought.
    """
    if to < 0:
        raise NotFound("step", str(to))
    if to > len(path):
        raise Stale(f"step {to} of a path of {len(path)} steps")
    return path[:to]


def replay(lesson: Lesson, path: Path) -> Path:
    """Keep the longest beginning of a path that still holds, so that a mended lesson resets nobody."""
    at, kept = lesson.start.id, 0
    for step in path:
        scene = lesson.scenes.get(step.scene) if step.scene == at else None
        choice = scene.choice(step.choice) if scene else None
        if choice is None or choice.target not in lesson.scenes:
            break
        at, kept = choice.target, kept + 1
    return path[:kept]


def reachable(lesson: Lesson, *starts: Scene) -> frozenset[str]:
    """List the scenes that a learner can come to from the first one, or from those named; these included."""
    seen: set[str] = set()
    waiting = [scene.id for scene in starts or (lesson.start,)]
    while waiting:
        scene_id = waiting.pop()
        if scene_id not in seen:
            seen.add(scene_id)
            targets = (choice.target for choice in lesson.scenes[scene_id].choices)
            waiting += [target for target in targets if target in lesson.scenes]
    return frozenset(seen)


def shown(pieces: tuple[Piece, ...], stance_of: Callable[[str], Stance]) -> tuple[Piece, ...]:
    """Give the pieces that this school sees.

    Every `when` is replaced by its pieces, or left out, by the deciding stance on its act.
    """
    seen: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, When):
            seen.append(piece)
        elif stance_of(piece.act) in piece.stances:
            seen.extend(shown(piece.pieces, stance_of))
    return tuple(seen)


def encode(path: Path) -> str:
    """Write a path as compact JSON, e.g. `[["start","online"]]`; `decode` is its inverse."""
    return json.dumps(path, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Path:
    """Read the path that `encode` wrote; raises Invalid (field `path`) for any other text."""
    try:
        steps = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Invalid(path="path-malformed") from error
    if not isinstance(steps, list) or not all(map(_is_step, steps)):
        raise Invalid(path="path-malformed")
    return tuple(Step(scene, choice) for scene, choice in steps)


def _is_step(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(part, str) for part in value)  # noqa: PLR2004 - a scene and a choice
