"""The parts of a scene, one inside the other: every piece, and every condition that something hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.scenario.model import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.scenario.conditions import Condition
    from course.scenario.model import Piece, Scene


def flat(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Every piece, those inside a `when` included, and the `when` itself."""
    for piece in pieces:
        yield piece
        if isinstance(piece, When):
            yield from flat(piece.pieces)


def conditions_of(scene: Scene) -> Iterator[Condition]:
    """Every condition in a scene: on coming there, on its pieces, on its choices and on what explains them."""
    yield scene.condition
    yield from (piece.condition for piece in flat(scene.pieces) if isinstance(piece, When))
    for choice in scene.choices:
        yield from choice.ways
        yield from (passage.condition for passage in choice.passages)
