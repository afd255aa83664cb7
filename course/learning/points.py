"""Learning points of staff for their own development: taken up, planned, and shared with the director only on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from course.errors import Invalid, NotFound, Refused
from course.learning.missed import missed_by
from course.learning.tables import learning_points
from course.people.access import school_in_sight
from course.people.holding import hold
from course.people.roles import STAFF_WHO_LEARN, Ability
from course.people.tables import persons, roles
from course.reading.told import told

if TYPE_CHECKING:
    from datetime import datetime

    from course.learning.missed import Missed
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

LONGEST = 500
"""Characters of a plan: what fits on the line of a form for a talk."""
TOO_LONG = "This is too long; keep it under 500 characters."


@dataclass(frozen=True, slots=True)
class Point:
    """One learning point."""

    id: int
    article: str
    """Id in the protocol of then; it may be another one's by now."""
    title: str
    plan: str
    taken_at: datetime
    shared_at: datetime | None
    """None for the own eyes alone."""


@dataclass(frozen=True, slots=True)
class OwnPoints:
    """Everything that somebody has for the own development plan."""

    points: tuple[Point, ...]
    missed: tuple[Missed, ...]
    """What is not a point yet."""


@dataclass(frozen=True, slots=True)
class SharedPoint:
    """A point that somebody shared with the director of the own school."""

    person_id: int
    name: str
    title: str
    plan: str


_mine = learning_points.c.person_id == bindparam("person")
_one = _mine & (learning_points.c.id == bindparam("point"))
_POINTS = select(learning_points).where(_mine).order_by(learning_points.c.id)
_HAS = select(learning_points.c.id).where(_mine, learning_points.c.article == bindparam("of_article"))
_ADD = insert(learning_points)
_PLAN = update(learning_points).where(_one).values(plan=bindparam("new_plan"))
_SHARE = (
    update(learning_points).where(_one).values(shared_with=bindparam("school"), shared_at=bindparam("since"))
)
_DROP = delete(learning_points).where(_one)
_works_here = (
    select(roles.c.person_id)
    .where(
        roles.c.person_id == learning_points.c.person_id,
        roles.c.school_id == bindparam("school"),
        roles.c.role.in_(STAFF_WHO_LEARN),
        roles.c.until_on.is_(None),
    )
    .exists()
)
_SHARED = (
    select(persons.c.id, persons.c.name, learning_points.c.title, learning_points.c.plan)
    .join(persons, persons.c.id == learning_points.c.person_id)
    .where(learning_points.c.shared_with == bindparam("school"), _works_here)
    .order_by(persons.c.sort_key, persons.c.id, learning_points.c.id)
)


def own_points(store: Store, library: Library, actor: Actor) -> OwnPoints:
    """Give the own points, and what was missed beside them; Refused for who isn't staff of a school."""
    _refuse_others(actor)
    with store.read() as conn:
        rows = conn.execute(_POINTS, {"person": actor.person_id})
        points = tuple(
            Point(row.id, row.article, row.title, row.plan, row.taken_at, row.shared_at) for row in rows
        )
        missed = missed_by(conn, library, actor)
    known = {one.article for one in points}
    return OwnPoints(points, tuple(one for one in missed if one.article.id not in known))


def take_up(store: Store, library: Library, actor: Actor, article_id: str, now: datetime) -> None:
    """Make an article that was missed a learning point; done twice, it is one. NotFound for what was not missed."""
    _refuse_others(actor)
    with store.write() as conn:
        hold(conn, [actor.person_id])
        if conn.execute(_HAS, {"person": actor.person_id, "of_article": article_id}).first():
            return
        missed = {one.article.id: one.article for one in missed_by(conn, library, actor)}
        article = missed.get(article_id)
        if article is None:
            raise NotFound("article", article_id)
        row = {
            "person_id": actor.person_id,
            "article": article.id,
            "title": article.words.for_locale(actor.locale),
            "taken_at": now,
        }
        conn.execute(_ADD, row)


def plan(store: Store, actor: Actor, point_id: int, words: str) -> None:
    """Say what one means to do about an own point; Invalid for more than fits."""
    plain = " ".join(words.split())
    if len(plain) > LONGEST:
        raise Invalid(plan=TOO_LONG)
    with store.write() as conn:
        values = {"person": actor.person_id, "point": point_id, "new_plan": plain}
        _refuse_missing(conn.execute(_PLAN, values).rowcount, point_id)


def share(store: Store, actor: Actor, point_id: int, now: datetime | None) -> None:
    """Let the director of the own school read an own point, or with None no longer."""
    _refuse_others(actor)
    with store.write() as conn:
        school = actor.school_id if now else None
        values = {"person": actor.person_id, "point": point_id, "school": school, "since": now}
        _refuse_missing(conn.execute(_SHARE, values).rowcount, point_id)


def drop(store: Store, actor: Actor, point_id: int) -> None:
    """Let an own point go, for the director too."""
    with store.write() as conn:
        values = {"person": actor.person_id, "point": point_id}
        _refuse_missing(conn.execute(_DROP, values).rowcount, point_id)


def shared_points(store: Store, actor: Actor) -> tuple[SharedPoint, ...]:
    """List what the team of the own school shared with its director, who still works there; by name."""
    with store.read() as conn:
        school = school_in_sight(conn, actor, actor.school_id or 0, Ability.STAFF_NAMES)
        return tuple(SharedPoint(*row) for row in conn.execute(_SHARED, {"school": school.id}))


def _refuse_others(actor: Actor) -> None:
    if not actor.protocol or not actor.may(Ability.OWN_DEVELOPMENT):
        raise Refused(told("professional development is of a school's staff"))


def _refuse_missing(changed: int, point_id: int) -> None:
    if not changed:
        raise NotFound("learning point", str(point_id))
