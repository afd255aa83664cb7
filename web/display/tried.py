"""A lesson that is tried: every choice stands in the address, so that nothing is kept and back in time is a link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import request, url_for

from web.http.choices import choice_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.learning.lesson.trying import Walk
    from course.learning.pages import Play

PLACE = "play"
"""Where the story stands on its page."""


@dataclass(frozen=True, slots=True)
class Tried:
    """Where somebody stands who tries a lesson, and the addresses from there."""

    play: Play
    way: tuple[str, ...]
    """The choices made so far."""
    endpoint: str
    path: Mapping[str, Any]
    """What stands in the path of the address."""
    asked: Mapping[str, Any]
    """What else its query carries beside the way."""
    keeps_drawn: bool
    """Whether what is drawn may be kept for the next reader: never of rules that change meanwhile."""

    @property
    def action(self) -> str:
        """Where the form of choices leads."""
        return url_for(self.endpoint, **self.path, _anchor=PLACE)

    @property
    def start(self) -> str:
        """The lesson from its beginning."""
        return url_for(self.endpoint, **self.path, **self.asked)

    @property
    def so_far(self) -> str:
        """The way as an address holds it."""
        return ".".join(self.way)

    def back_to(self, index: int) -> str:
        """The scene in which the choice with this index was made."""
        way = ".".join(self.way[:index])
        return url_for(self.endpoint, **self.path, **self.asked, way=way, _anchor=PLACE)


def way_asked() -> list[str]:
    """Read from the address: `way` holds the choices so far, `choice` the next one."""
    way = [one for one in request.args.get("way", "").split(".") if one]
    if choice := choice_in(request.args):
        way.append(choice)
    return way


def tried(
    walked: Walk,
    endpoint: str,
    path: Mapping[str, Any],
    asked: Mapping[str, Any] | None = None,
    *,
    keeps_drawn: bool = True,
) -> Tried:
    """Show a walk at an address."""
    return Tried(walked.play, walked.way, endpoint, path, asked or {}, keeps_drawn)
