"""Walking a lesson: a path is a value, so going back in time is cutting it off and nothing is ever lost.

Every function is pure and takes microseconds: they run on each answer that a learner gives. A path begins at
the lesson's first scene and may visit a scene more than once. What a lesson remembers is the path itself: of conditions
only what was chosen is asked here, for `settle` has asked the rules and the band.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from course.errors import Invalid, NotFound, Stale
from course.reading.findings import nearest
from course.reading.told import told
from course.scenario.conditions import Memory, holds, remembered
from course.scenario.model import Choice, Lesson, Piece, Scene, When

if TYPE_CHECKING:
    from collections.abc import Iterable


class Step(NamedTuple):
    """One choice made: in which scene, and which of its choices."""

    scene: str
    choice: str


Path = tuple[Step, ...]

_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


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


def memory_of(path: Iterable[Step]) -> Memory:
    """Give what was chosen on a path, as conditions ask for it."""
    memory: Memory = frozenset()
    for step in path:
        memory = remembered(memory, *step)
    return memory


def offered(scene: Scene, memory: Memory) -> tuple[Choice, ...]:
    """Give the choices of a scene for who made these choices before.

    Where none would be left all are offered, so that nobody is ever stuck; an audit reports it as an error.
    """
    kept = tuple(one for one in scene.choices if is_offered(one, memory))
    return kept or scene.choices


def is_offered(choice: Choice, memory: Memory) -> bool:
    """Whether a choice is offered to who made these choices before."""
    return not choice.ways or any(holds(way, memory) for way in choice.ways)


def choose(lesson: Lesson, path: Path, choice_id: str) -> Path:
    """Make one more choice of those that are offered; raises NotFound (kind "choice" or "scene")."""
    scene = scene_at(lesson, path)
    choice = choice_named(scene, choice_id)
    if choice not in offered(scene, memory_of(path)):
        raise NotFound("choice", choice_id)
    scene_named(lesson, choice.target)
    return (*path, Step(scene.id, choice_id))


def back(path: Path, to: int) -> Path:
    """Go back in time: keep the first `to` steps.

    Raises Stale for more steps than were taken (an older page than the stored path) and NotFound for a number
    below nought.
    """
    if to < 0:
        raise NotFound("step", str(to))
    if to > len(path):
        raise Stale(told("step %(step)s of a path of %(length)s steps", step=to, length=len(path)))
    return path[:to]


def replay(lesson: Lesson, path: Path) -> Path:
    """Keep the longest beginning of a path that still holds, so that a mended lesson resets nobody."""
    at, kept = lesson.start.id, 0
    memory: Memory = frozenset()
    for step in path:
        scene = lesson.scenes.get(step.scene) if step.scene == at else None
        choice = scene.choice(step.choice) if scene else None
        if scene is None or choice is None or choice.target not in lesson.scenes:
            break
        if choice.ways and choice not in offered(scene, memory):
            break
        at, kept, memory = choice.target, kept + 1, remembered(memory, *step)
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


def shown(pieces: tuple[Piece, ...], memory: Memory) -> tuple[Piece, ...]:
    """Give the pieces for who made these choices before: every `when` is replaced by its pieces, or left out."""
    seen: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, When):
            seen.append(piece)
        elif holds(piece.condition, memory):
            seen.extend(shown(piece.pieces, memory))
    return tuple(seen)


def explained(choice: Choice, memory: Memory) -> str:
    """Give the explanation of a choice, as HTML, for who made these choices before it."""
    return "\n".join(one.html for one in choice.passages if holds(one.condition, memory))


def encode(path: Path) -> str:
    """Write a path as compact JSON, e.g. `[["start","online"]]`; `decode` is its inverse."""
    return _written(path)


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
