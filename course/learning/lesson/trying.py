"""A lesson walked through without keeping anything: the way so far comes with every step, and any rules may hold. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.errors import NotFound
from course.learning.lesson.page import play_of
from course.learning.lesson.run import Run, chosen
from course.learning.lesson.script import script_under
from course.library.model import LOCALE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from course.learning.pages import Play
    from course.library import Library
    from course.norms.model import Audience

LONGEST_WAY = 60
"""Choices; no lesson is walked through in more, and an address has an end."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Where somebody who tries a lesson stands."""

    play: Play
    way: tuple[str, ...]
    """The choices made so far."""


def walk(
    library: Library,
    lesson: str,
    protocol: str,
    audience: Audience,
    way: Sequence[str],
    now: datetime,
    locale: str = LOCALE,
) -> Walk:
    """Walk a lesson under a protocol; a way that ends, or that the lesson doesn't have, is cut off there."""
    script = script_under(library, lesson, protocol, audience, locale)
    run, walked = Run(), []
    for choice in way[:LONGEST_WAY]:
        try:
            run = chosen(run, script, choice, now).run
        except NotFound:
            break
        walked.append(run.path[-1].choice)
    return Walk(play_of(script, run, module_done=False), tuple(walked))
