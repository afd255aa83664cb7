"""Which choice a completed message is: the first of which all parts are in it, else the one that asks for none."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from course.scenario.model import Choice, Compose, Scene

JOINT = "+"
"""Before each key of the parts picked, as a form gives them: no key and no id holds it."""


def made_choice(scene: Scene, chosen: str) -> str:
    """Give the id of the choice that a form made: a completed message is told by its parts, all else is an id already.

    A message with a place left open, or with a part that it doesn't have, is no choice: the text comes back as it is.
    """
    message = scene.compose
    if message is None or not chosen.startswith(JOINT):
        return chosen
    picked = chosen.split(JOINT)[1:]
    fits = len(picked) == len(message.places) and all(
        key in {part.key for part in place} for key, place in zip(picked, message.places, strict=True)
    )
    choice = choice_of(scene.choices, picked) if fits else None
    return choice.id if choice else chosen


def choice_of(choices: Collection[Choice], picked: Collection[str]) -> Choice | None:
    """Give the choice that a message with these parts is."""
    return next((one for one in choices if one.parts and set(one.parts) <= set(picked)), None) or next(
        (one for one in choices if not one.parts), None
    )


def messages(message: Compose) -> Iterator[tuple[str, ...]]:
    """Give every message that can be made, by the keys of its parts."""
    return product(*(tuple(part.key for part in place) for place in message.places))
