"""How the ways between boxes run: curves forward, lanes below the boxes for ways back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.scenario.graph.layout import GAP_X, LANE, Box, Plan, Row, is_aside, is_forward

if TYPE_CHECKING:
    from collections.abc import Iterator

_BADGE = 17.0
_ROUND = 8.0


@dataclass(frozen=True, slots=True)
class Way:
    """One choice's line: SVG path data, and the middle of its badge."""

    row: Row
    path: str
    badge: tuple[float, float]


def ways(plan: Plan) -> Iterator[Way]:
    """Give the way of every choice that leads to a scene."""
    lanes = [0] * len(plan.bands)
    turns: dict[int, int] = {}
    for box in plan.boxes.values():
        for row in box.rows:
            target = plan.boxes.get(row.choice.target)
            if target is None:
                continue
            x, y = box.right, box.top + row.middle
            badge = (x + _BADGE, y)
            if is_forward(box, target):
                yield Way(row, _forward(x, y, target), badge)
                continue
            turn = turns[box.layer] = turns.get(box.layer, -1) + 1
            out = x + 2 * _BADGE + LANE / 2 * (turn % 8)
            if is_aside(box, target):
                yield Way(row, _aside(x, y, out, target), badge)
                continue
            lane = plan.bands[box.band].lanes + LANE * lanes[box.band]
            lanes[box.band] += 1
            into = target.left - _BADGE - LANE / 2 * (turn % 4)
            points = [
                (x, y),
                (out, y),
                (out, lane),
                (into, lane),
                (into, target.entry),
                (target.left, target.entry),
            ]
            yield Way(row, _rounded(points), badge)


def _forward(x: float, y: float, target: Box) -> str:
    bend = GAP_X / 2
    return (
        f"M{x:.0f} {y:.0f}h{2 * _BADGE:.0f}"
        f"C{x + 2 * _BADGE + bend:.0f} {y:.0f} {target.left - bend:.0f} {target.entry:.0f} "
        f"{target.left:.0f} {target.entry:.0f}"
    )


def _aside(x: float, y: float, out: float, target: Box) -> str:
    return _rounded([(x, y), (out, y), (out, target.entry), (target.right, target.entry)])


def _rounded(points: list[tuple[float, float]]) -> str:
    """Draw straight lines between points, with the corners rounded off."""
    path = f"M{points[0][0]:.0f} {points[0][1]:.0f}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        start, end = _towards(corner, before), _towards(corner, after)
        path += f"L{start[0]:.0f} {start[1]:.0f}Q{corner[0]:.0f} {corner[1]:.0f} {end[0]:.0f} {end[1]:.0f}"
    return path + f"L{points[-1][0]:.0f} {points[-1][1]:.0f}"


def _towards(corner: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    across, down = other[0] - corner[0], other[1] - corner[1]
    length = max(abs(across), abs(down)) or 1.0
    part = min(_ROUND, length / 2) / length
    return corner[0] + across * part, corner[1] + down * part
