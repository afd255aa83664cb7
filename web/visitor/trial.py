"""A lesson played without an account: the way so far stands in the address, so that nothing is kept anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.errors import NotFound
from course.learning.lesson.page import play_of
from course.learning.lesson.run import Run, chosen
from course.learning.lesson.script import script_under
from course.norms.model import Audience

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from course.learning.pages import Play
    from course.library import Library
    from course.norms.model import Protocol

LONGEST_WAY = 60
"""Choices; no lesson is walked through in more, and an address has an end."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Where a visitor stands, and whose rules decide."""

    play: Play
    protocol: Protocol
    protocols: tuple[Protocol, ...]
    way: tuple[str, ...]
    """The choices made so far."""


def trial(library: Library, protocol: str, way: Sequence[str], now: datetime) -> Trial:
    """Walk the first lesson for pupils, under a protocol that the visitor chose; a way that ends is cut off there."""
    protocols = library.norms.protocols
    chosen_protocol = protocols.get(protocol) or next(iter(protocols.values()))
    script = script_under(library, first_lesson(library), chosen_protocol.id, Audience.PUPIL)
    run, walked = Run(), []
    for choice in way[:LONGEST_WAY]:
        try:
            run = chosen(run, script, choice, now).run
        except NotFound:
            break
        walked.append(run.path[-1].choice)
    play = play_of(script, run, module_done=False)
    return Trial(play, chosen_protocol, tuple(protocols.values()), tuple(walked))


def first_lesson(library: Library) -> str:
    """Name the lesson that visitors try; NotFound where there is none for pupils."""
    for module in library.modules_for(Audience.PUPIL):
        return module.lessons[0]
    raise NotFound("lesson", "")
