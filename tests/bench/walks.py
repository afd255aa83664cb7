"""The clicks of one pupil, worked out from the lesson: a walk that ends badly, back to the start, one that completes it."""

from collections import deque
from dataclasses import dataclass

from course.learning.lesson.script import read_as
from course.norms.model import Audience
from course.scenario.meaning import meaning_of
from tests.bench.classes import LESSON, PROTOCOL


@dataclass(frozen=True, slots=True)
class Move:
    """One saved answer. The floor is told what the application works out: the scene, and what is written beside it."""

    kind: str
    """`choices` or `back`."""
    fields: dict[str, str]

    def body(self, csrf: str, step: int) -> dict[str, str]:
        return {"csrf_token": csrf, "step": str(step), **self.fields}


def laps(library) -> list[list[Move]]:
    """What a pupil does on the first visit, and on every later one; both end where they began, at the start."""
    lesson = library.lesson(LESSON)
    script = read_as(lesson, library.module(LESSON), lambda act: library.judge(PROTOCOL, act, Audience.PUPIL))
    bad, good = _longest(lesson, script, clean=False), _longest(lesson, script, clean=True)
    return [_lap(bad, good, is_first=True), _lap(bad, good, is_first=False)]


def _lap(bad, good, *, is_first: bool) -> list[Move]:
    seen: set[str] = set()
    moves: list[Move] = []
    for walk, is_good in ((bad, False), (good, True)):
        for place, (scene, choice) in enumerate(walk):
            writes = ["run"] if moves or not is_first else ["run", "begun"]
            if is_first and not is_good and scene.id not in seen and len(scene.choices) > 1:
                writes.append("first")
            if is_first and is_good and place == len(walk) - 1:
                writes.append("progress")
            seen.add(scene.id)
            told = {"choice": choice.id, "scene": scene.id, "meaning": meaning_of(scene)}
            moves.append(Move("choices", told | {"writes": " ".join(writes)}))
        moves.append(Move("back", {"to": "0", "writes": "run"}))
    return moves


def _longest(lesson, script, *, clean: bool) -> list[tuple]:
    """Of all ways without a scene twice, one of the longest that is clean, or that isn't."""
    best: list[tuple] = []
    waiting = deque([(lesson.start, [])])
    while waiting:
        scene, walk = waiting.popleft()
        if scene.is_ending and script.is_clean(tuple((at.id, choice.id) for at, choice in walk)) is clean:
            best = max(best, walk, key=len)
        been = {at.id for at, _ in walk}
        for choice in scene.choices:
            if choice.target not in been:
                waiting.append((lesson.scenes[choice.target], [*walk, (scene, choice)]))
    return best
