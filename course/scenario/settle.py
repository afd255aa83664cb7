"""A lesson as it is at one school for one band: what rules and band decide is decided, what was chosen is left to ask.

A school's rules change seldom and a learner's path at every answer, so the first is worked out once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from course.scenario import conditions
from course.scenario.conditions import Chose, InBand, Ruled
from course.scenario.model import BANDS, When
from course.scenario.parts import conditions_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from course.scenario.conditions import Condition, StanceOf
    from course.scenario.model import Choice, Lesson, Passage, Piece, Scene


Left = Callable[["Condition"], "Condition | None"]
"""What is left to ask of a condition; None where it can't hold."""


def settle(lesson: Lesson, stance_of: StanceOf, band: str | None = None) -> Lesson:
    """Give a lesson whose conditions ask for choices only.

    `stance_of` tells what decides at the school. Who is of no band reads what the youngest do whom the lesson is for.
    Choices that lead where this reader may not come are left out, but where none would be left all stay.
    """
    if not any(conditions_of_all(lesson)):
        return lesson
    return _settled(lesson, _left_for(stance_of, band or youngest(lesson.bands)))


def settle_for_anybody(lesson: Lesson) -> Lesson:
    """Give a lesson as if every rule and every band were the one that it asks for: whatever can be, can be there."""
    return _settled(lesson, lambda condition: tuple(one for one in condition if isinstance(one, Chose)))


def scenes_left_bare(lesson: Lesson, stance_of: StanceOf, band: str) -> frozenset[str]:
    """Name the scenes of whose choices the rules and the band leave none."""
    left = _left_for(stance_of, band)
    return frozenset(
        scene.id
        for scene in lesson.scenes.values()
        if scene.choices and not _kept(scene, lesson.scenes, left)
    )


def _left_for(stance_of: StanceOf, band: str) -> Left:
    return lambda condition: conditions.settled(condition, stance_of, band)


def _settled(lesson: Lesson, left: Left) -> Lesson:
    scenes = {scene.id: _scene(scene, lesson.scenes, left) for scene in lesson.scenes.values()}
    return replace(lesson, scenes=MappingProxyType(scenes))


def youngest(bands: Iterable[str]) -> str:
    """Give the first of some bands in order of age; empty where there is none."""
    return min(bands, key=BANDS.index, default="")


def conditions_of_all(lesson: Lesson) -> Iterator[Condition]:
    """Every condition of a lesson."""
    return (one for scene in lesson.scenes.values() for one in conditions_of(scene))


def rules_asked(lesson: Lesson) -> tuple[Ruled, ...]:
    """Give what a lesson asks of the rules of a school: two that answer alike are shown the same lesson."""
    return tuple(one for one in conditions.tests_in(conditions_of_all(lesson)) if isinstance(one, Ruled))


def bands_asked(lesson: Lesson) -> bool:
    """Whether a lesson differs from band to band."""
    return any(isinstance(one, InBand) for one in conditions.tests_in(conditions_of_all(lesson)))


def _scene(scene: Scene, scenes: Mapping[str, Scene], left: Left) -> Scene:
    return replace(
        scene,
        pieces=tuple(_pieces(scene.pieces, left)),
        choices=_kept(scene, scenes, left) or tuple(_always(choice, left) for choice in scene.choices),
        later=scene.later and left(scene.condition) is not None,
        condition=left(scene.condition) or (),
    )


def _kept(scene: Scene, scenes: Mapping[str, Scene], left: Left) -> tuple[Choice, ...]:
    return tuple(one for choice in scene.choices for one in _choice(choice, scene.id, scenes, left))


def _pieces(pieces: tuple[Piece, ...], left: Left) -> Iterator[Piece]:
    for piece in pieces:
        if not isinstance(piece, When):
            yield piece
            continue
        asked = left(piece.condition)
        if asked == ():
            yield from _pieces(piece.pieces, left)
        elif asked is not None:
            yield replace(piece, condition=asked, pieces=tuple(_pieces(piece.pieces, left)))


def _choice(choice: Choice, scene: str, scenes: Mapping[str, Scene], left: Left) -> Iterator[Choice]:
    """Give a choice with all that it hangs on, that of the scene where it leads included; nothing where it can't be made."""
    target = scenes.get(choice.target)
    there = left(target.condition) if target else ()
    after = conditions.just_chosen(there, scene, choice.id) if there is not None else None
    own = [left(way) for way in choice.ways or ((),)]
    ways = tuple((*way, *after) for way in own if way is not None and after is not None)
    if ways:
        yield replace(_always(choice, left), ways=() if () in ways else ways)


def _always(choice: Choice, left: Left) -> Choice:
    return replace(choice, passages=tuple(_passages(choice.passages, left)), ways=())


def _passages(passages: tuple[Passage, ...], left: Left) -> Iterator[Passage]:
    for passage in passages:
        asked = left(passage.condition)
        if asked is not None:
            yield replace(passage, condition=asked)
