"""A lesson played without an account: the way so far stands in the address, so that nothing is kept anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.errors import NotFound
from course.learning.lesson.trying import walk
from course.norms.model import Audience

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from course.learning.lesson.trying import Walk
    from course.library import Library
    from course.norms.model import Protocol


@dataclass(frozen=True, slots=True)
class Trial:
    """Where a visitor stands, and whose rules decide."""

    walk: Walk
    protocol: Protocol
    protocols: tuple[Protocol, ...]


def trial(library: Library, protocol: str, way: Sequence[str], now: datetime) -> Trial:
    """Walk the first lesson for pupils, under a protocol that the visitor chose; a way that ends is cut off there."""
    protocols = library.norms.protocols
    chosen_protocol = protocols.get(protocol) or next(iter(protocols.values()))
    walked = walk(library, first_lesson(library), chosen_protocol.id, Audience.PUPIL, way, now)
    return Trial(walked, chosen_protocol, tuple(protocols.values()))


def first_lesson(library: Library) -> str:
    """Name the lesson that visitors try; NotFound where there is none for pupils."""
    for module in library.modules_for(Audience.PUPIL):
        return module.lessons[0]
    raise NotFound("lesson", "")
