"""Where every scene of a lesson stands in its picture: in layers from left to right, with few crossings.

A scene's layer is the fewest choices that lead to it, so a way forward never skips a layer. The story, the later-cards and
what cannot be reached each have a band of their own, one below the other. All measures are in SVG user units.
"""

from __future__ import annotations

import itertools
import textwrap
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from course.scenario.model import Choice, Lesson, Scene

WIDTH = 310.0
GAP_X = 150.0
GAP_Y = 34.0
MARGIN = 40.0
CAPTION = 40.0
HEAD = 56.0
LINE = 17.0
LANE = 12.0
BAND_HEAD = 44.0
_PADDING = 10.0
_CHARACTERS = 35
_OF_AN_ACT = 38
"""Characters on a line of a choice and on one of its act, in a font as wide as any that a reader may have instead."""
_SWEEPS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A choice inside its scene's box: its lines of text, and its top from the box's top."""

    choice: Choice
    lines: tuple[str, ...]
    act: tuple[str, ...]
    """The id of its act over as many lines as it needs; empty without one."""
    top: float
    height: float

    @property
    def middle(self) -> float:
        """Where its way leaves, from the box's top."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Box:
    """A scene in the picture."""

    scene: Scene
    rows: tuple[Row, ...]
    title: tuple[str, ...]
    head: float
    height: float
    layer: int = 0
    band: int = 0
    top: float = 0.0

    @property
    def left(self) -> float:
        """Its left side."""
        return MARGIN + self.layer * (WIDTH + GAP_X)

    @property
    def right(self) -> float:
        """Its right side."""
        return self.left + WIDTH

    @property
    def entry(self) -> float:
        """The height at which ways arrive."""
        return self.top + self.head / 2


@dataclass(frozen=True, slots=True)
class Band:
    """One part of the picture: its name in `marks.WORDS`, its top, and where the lanes below its boxes begin."""

    name: str
    top: float
    lanes: float


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole picture."""

    boxes: Mapping[str, Box]
    bands: tuple[Band, ...]
    width: float
    height: float


def plan(lesson: Lesson) -> Plan:
    """Place every scene of a lesson."""
    boxes: dict[str, Box] = {}
    bands: list[Band] = []
    top = MARGIN + CAPTION
    for name, layers in _parts(lesson):
        inner = top + BAND_HEAD
        for box in _stacked(lesson, _ordered(lesson, layers)):
            boxes[box.scene.id] = replace(box, top=box.top + inner, band=len(bands))
        lanes = max(boxes[scene].top + boxes[scene].height for layer in layers for scene in layer) + GAP_Y
        bands.append(Band(name, top, lanes))
        top = lanes + LANE * _ways_back(boxes, len(bands) - 1) + GAP_Y
    right = max(box.right for box in boxes.values())
    return Plan(boxes, tuple(bands), right + MARGIN + GAP_X / 2, top)


def is_forward(box: Box, target: Box) -> bool:
    """Tell whether a way goes to the next layer: the only kind that may run straight through a gap."""
    return target.band == box.band and target.layer == box.layer + 1


def is_aside(box: Box, target: Box) -> bool:
    """Tell whether a way stays in its layer."""
    return target.band == box.band and target.layer == box.layer


def _ways_back(boxes: Mapping[str, Box], band: int) -> int:
    """Count the ways that need a lane below a band; a target in a band still to come needs one too."""
    count = 0
    for box in (box for box in boxes.values() if box.band == band):
        targets = (boxes.get(row.choice.target) for row in box.rows)
        count += sum(one is None or not (is_forward(box, one) or is_aside(box, one)) for one in targets)
    return count


def _parts(lesson: Lesson) -> Iterable[tuple[str, list[list[str]]]]:
    """Part the scenes into the story, what belongs to later-cards, and the rest, each in layers."""
    seen: set[str] = set()
    later = [scene.id for scene in lesson.later if scene is not lesson.start]
    for name, roots in (("story", [lesson.start.id]), ("comes-back", later), ("unreachable", None)):
        starts = [scene for scene in (lesson.scenes if roots is None else roots) if scene not in seen]
        layers = _layers(lesson, starts, seen)
        if layers:
            yield name, layers


def _layers(lesson: Lesson, roots: Sequence[str], seen: set[str]) -> list[list[str]]:
    layers: list[list[str]] = []
    layer = list(roots)
    seen.update(layer)
    while layer:
        layers.append(layer)
        following = [choice.target for scene in layer for choice in lesson.scenes[scene].choices]
        layer = [scene for scene in dict.fromkeys(following) if scene in lesson.scenes and scene not in seen]
        seen.update(layer)
    return layers


def _ordered(lesson: Lesson, layers: list[list[str]]) -> list[list[str]]:
    """Sweep forth and back, putting each scene at the barycentre of its neighbours; keep the fewest crossings."""
    best, current = layers, layers
    for sweep in range(_SWEEPS):
        current = _swept(lesson, current, forth=sweep % 2 == 0)
        if crossings(lesson, current) < crossings(lesson, best):
            best = current
    return best


def _swept(lesson: Lesson, layers: list[list[str]], *, forth: bool) -> list[list[str]]:
    result: list[list[str]] = []
    before: dict[str, list[float]] = {}
    for layer in layers if forth else reversed(layers):
        rank = {scene: index for index, scene in enumerate(layer)}
        centre = {scene: _mean(before.get(scene, []), rank[scene]) for scene in layer}
        ordered = sorted(layer, key=lambda scene, at=centre: at[scene])  # type: ignore[misc]
        result.append(ordered)
        before = {}
        for index, scene in enumerate(ordered):
            for neighbour, part in _neighbours(lesson, scene, layers, forth=forth):
                before.setdefault(neighbour, []).append(index + part)
    return result if forth else result[::-1]


def _neighbours(
    lesson: Lesson, scene: str, layers: list[list[str]], *, forth: bool
) -> Iterable[tuple[str, float]]:
    """The scenes that the ways of a scene go to (or come from), with how far down its box the way leaves."""
    if forth:
        choices = lesson.scenes[scene].choices
        yield from ((choice.target, index / len(choices)) for index, choice in enumerate(choices))
        return
    for other in (one for layer in layers for one in layer):
        if any(choice.target == scene for choice in lesson.scenes[other].choices):
            yield other, 0.0


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def crossings(lesson: Lesson, layers: list[list[str]]) -> int:
    """Count the pairs of ways between neighbouring layers that cross."""
    total = 0
    for layer, following in itertools.pairwise(layers):
        rank = {scene: index for index, scene in enumerate(following)}
        ends = [rank[c.target] for scene in layer for c in lesson.scenes[scene].choices if c.target in rank]
        total += sum(end > other for index, end in enumerate(ends) for other in ends[index + 1 :])
    return total


def _stacked(lesson: Lesson, layers: list[list[str]]) -> list[Box]:
    """Stack each layer, every box as near as may be to the ways that come into it; the highest stands at 0."""
    placed: dict[str, Box] = {}
    for number, layer in enumerate(layers):
        boxes = [replace(_box(lesson.scenes[scene]), layer=number) for scene in layer]
        wishes = [_wish(placed, box) for box in boxes]
        top, tops = float("-inf"), []
        for box, wish in zip(boxes, wishes, strict=True):
            top = max(top, wish)
            tops.append(top)
            top += box.height + GAP_Y
        shift = _mean([wish - at for wish, at in zip(wishes, tops, strict=True)], 0.0)
        placed |= {box.scene.id: replace(box, top=at + shift) for box, at in zip(boxes, tops, strict=True)}
    highest = min(box.top for box in placed.values())
    return [replace(box, top=box.top - highest) for box in placed.values()]


def _wish(placed: Mapping[str, Box], box: Box) -> float:
    ways = [
        other.top + row.middle
        for other in placed.values()
        for row in other.rows
        if row.choice.target == box.scene.id
    ]
    return _mean(ways, 0.0) - box.head / 2


def _box(scene: Scene) -> Box:
    title = tuple(textwrap.wrap(scene.title, _CHARACTERS - 8) or [scene.id])
    head = HEAD + LINE * (len(title) - 1)
    rows: list[Row] = []
    top = head
    for choice in scene.choices:
        lines = tuple(textwrap.wrap(choice.text, _CHARACTERS)) or ("…",)
        act = tuple(textwrap.wrap(choice.act or "", _OF_AN_ACT))
        height = 2 * _PADDING + LINE * (len(lines) + len(act))
        rows.append(Row(choice, lines, act, top, height))
        top += height
    return Box(scene, tuple(rows), title, head, top)
