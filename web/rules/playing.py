"""A lesson that a school gives to its parents: played without an account, under the school's rules.

The way so far stands signed in the address and nowhere else; that a play came to an end is counted once, by a mark that was
drawn when it began.
"""

from __future__ import annotations

from dataclasses import dataclass
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from flask import current_app, request, url_for
from itsdangerous import BadData, URLSafeSerializer

from course.calendar import school_day
from course.learning.lesson.trying import walk
from course.learning.plays import count_play, lesson_for_parents
from course.norms.judge import find_protocol
from course.norms.model import Audience
from course.rulebooks.public_links import open_rules
from web.display.tried import PLACE, Tried
from web.http.choices import choice_in
from web.http.doors import ANYBODY, door
from web.http.hypermedia import shown
from web.http.identity import library_under, now, the_store
from web.http.limits import address
from web.rules.area import area
from web.rules.open_to_all import STAYS_OUT

if TYPE_CHECKING:
    from flask import Response

MARK = 16
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Way:
    """A play so far: the mark by which it counts once, and the choices made."""

    mark: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signed(Tried):
    """Where a parent stands; the way in the addresses is signed, and holds the mark of the play."""

    mark: str

    @property
    def so_far(self) -> str:
        """The way as an address holds it."""
        return _signed(Way(self.mark, self.way), self.play.lesson.id)

    def back_to(self, index: int) -> str:
        """The scene in which the choice with this index was made."""
        way = _signed(Way(self.mark, self.way[:index]), self.play.lesson.id)
        return url_for(self.endpoint, **self.path, way=way, _anchor=PLACE)


@area.get("/onze-regels/<token>/lessons/<lesson>")
@door(ANYBODY)
def play(token: str, lesson: str) -> Response:
    """Show where a parent stands; `way` holds the signed way so far, `choice` the next one."""
    moment = now()
    opened = open_rules(the_store(), token, school_day(moment), moment, address())
    library = library_under(opened.protocol)
    find_protocol(library.norms, opened.protocol)
    module = lesson_for_parents(library, lesson)
    before = _read(request.args.get("way", ""), lesson)
    choices = (*before.choices, choice_in(request.args)) if choice_in(request.args) else before.choices
    walked = walk(library, lesson, opened.protocol, Audience.PARENT, choices, moment)
    if walked.play.ending is not None:
        count_play(the_store(), opened.school_id, module.id, before.mark, school_day(moment))
    seen = Signed(
        walked.play,
        walked.way,
        "rules.play",
        path={"token": token, "lesson": lesson},
        asked={},
        keeps_drawn=True,
        mark=before.mark,
    )
    response = shown(
        "rules/play.html",
        "rules/play.html",
        tried=seen,
        school_name=opened.school_name,
        token=token,
        quiz=module.quiz,
        others=tuple(library.lesson(one) for one in module.lessons if one != lesson),
    )
    response.headers["X-Robots-Tag"] = STAYS_OUT
    return response


def _read(signed: str, lesson: str) -> Way:
    """Read a way that we signed, of this lesson; any other begins anew."""
    try:
        of_lesson, mark, *choices = _signer().loads(signed)
    except (BadData, ValueError, TypeError):
        of_lesson, mark, choices = "", "", []
    return Way(mark, tuple(choices)) if of_lesson == lesson else Way(token_urlsafe(MARK))


def _signed(way: Way, lesson: str) -> str:
    return str(_signer().dumps([lesson, way.mark, *way.choices]))


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="plays")
