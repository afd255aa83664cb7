"""In which order a learner gets the choices of a scene: another for everybody, so that no place gives an answer away."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.scenario.model import Choice, Scene


def in_order(scene: Scene, choices: tuple[Choice, ...], seed: str) -> tuple[Choice, ...]:
    """Shuffle the choices of a scene, the same for the same seed, but where their order says something.

    A choice keeps its place among the others when one of them comes or goes. Without a seed they stand as in the text.
    """
    if scene.fixed or not seed:
        return choices
    return tuple(sorted(choices, key=lambda one: _drawn(f"{seed}/{scene.id}/{one.id}")))


def _drawn(name: str) -> bytes:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
