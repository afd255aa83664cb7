"""Thin routes of the own learning points: what was missed, what one takes up, and what the director may read of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import flash, request, url_for
from flask_babel import format_date, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from course.calendar import school_day
from course.learning import points
from course.norms.model import Article
from course.people.roles import Ability
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_library, the_store
from web.learn.routes import area

if TYPE_CHECKING:
    from flask import Response

    from course.learning.missed import Missed
    from course.learning.points import OwnPoints, Point

SLIPS = (_l("This is too long; keep it under 500 characters."),)
"""What `course.learning.points` may find wrong, listed so that the catalogs know it."""


@dataclass(frozen=True, slots=True)
class PointView:
    """An own point, with its days in words."""

    point: Point
    day: str
    shared: str
    """The day since which the director may read it; empty for the own eyes alone."""


@dataclass(frozen=True, slots=True)
class MissedView:
    """What was missed, with where and how often in words."""

    missed: Missed
    often: str
    url: str
    """Where the school's own protocol says it; empty for what others say."""


@dataclass(frozen=True, slots=True)
class PointsView:
    """The own learning points in words."""

    points: tuple[PointView, ...]
    missed: tuple[MissedView, ...]


@area.get("/development/points")
@door(Ability.OWN_DEVELOPMENT)
def learning_points() -> Response:
    """Show the own learning points, and what was missed."""
    view = points_view(points.own_points(the_store(), the_library(), me()))
    return shown("learn/points.html", "learn/_points.html", view=view, longest=points.LONGEST)


@area.post("/development/points")
@door(Ability.OWN_DEVELOPMENT)
def take_up() -> Response:
    """Make a missed article a learning point."""
    points.take_up(the_store(), the_library(), me(), request.form.get("article", ""), now())
    flash(_("It is a learning point now. Nobody but you sees it."), "good")
    return _back()


@area.post("/development/points/<int:point_id>")
@door(Ability.OWN_DEVELOPMENT, page="learn.learning_points")
def change_point(point_id: int) -> Response:
    """Write what one means to do, share a point with the director, take that back, or let it go."""
    store, actor = the_store(), me()
    match request.form.get("do"):
        case "share":
            points.share(store, actor, point_id, now())
            flash(_("Your director can read this point now. You can take that back whenever you like."))
        case "withdraw":
            points.share(store, actor, point_id, None)
            flash(_("Your director cannot read this point any more."), "good")
        case "drop":
            points.drop(store, actor, point_id)
            flash(_("The point is gone."), "good")
        case _:
            points.plan(store, actor, point_id, request.form.get("plan", ""))
            flash(_("Saved."), "good")
    return _back()


def points_view(found: OwnPoints) -> PointsView:
    """Put the own learning points in words."""
    return PointsView(tuple(map(_point, found.points)), tuple(map(_missed, found.missed)))


def _point(one: Point) -> PointView:
    shared = format_date(school_day(one.shared_at), "long") if one.shared_at else ""
    return PointView(one, format_date(school_day(one.taken_at), "long"), shared)


def _missed(one: Missed) -> MissedView:
    parts = (
        (one.answers, ngettext("%(num)s wrong answer", "%(num)s wrong answers", one.answers)),
        (one.choices, ngettext("%(num)s choice in a story", "%(num)s choices in a story", one.choices)),
    )
    is_own = isinstance(one.article, Article)
    url = url_for("rules.protocol", _anchor=one.article.id) if is_own else ""
    return MissedView(one, ", ".join(words for number, words in parts if number), url)


def _back() -> Response:
    return gone_to(url_for("learn.learning_points"))
