"""Later-cards: 7, 28 and 84 days after a lesson was completed one of its scenes comes back as one question.

Only the newest return counts: nobody comes back from a holiday to a pile. Days are those of the school's calendar.
What was chosen is told to the sign-in that chose it; that the card was answered is all that stays. What a card asks about
the story was kept when the story completed the lesson: see `lesson.trails`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Integer, and_, bindparam, select

from course.calendar import school_day
from course.errors import NotFound
from course.learning.lesson.order import in_order
from course.learning.lesson.page import feedback_on
from course.learning.lesson.script import Script, is_meant_for, script_for, script_under
from course.learning.lesson.trails import LAST_RETURN
from course.learning.pages import DueCard, LaterPage, Notice
from course.learning.tables import later_answers, runs
from course.scenario.conditions import Memory, holds
from course.scenario.walk import Step, choice_named, scene_named
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Connection

    from course.library import Library
    from course.people.actor import Actor
    from course.scenario.model import Scene
    from course.store.store import Store

RETURNS = (7, 28, LAST_RETURN)
"""Days after completion; a fixed schedule does as well as a clever one (10.1007/s10648-020-09572-8)."""

_person = bindparam("person", type_=Integer)
_COMPLETED = (
    select(runs.c.lesson, runs.c.completed_at, runs.c.remembered)
    .where(runs.c.person_id == _person, runs.c.completed_at.is_not(None))
    .order_by(runs.c.completed_at, runs.c.lesson)
)
_ANSWERED = select(later_answers.c.lesson, later_answers.c.scene, later_answers.c.days).where(
    later_answers.c.person_id == _person
)
_this = and_(
    later_answers.c.person_id == runs.c.person_id,
    later_answers.c.lesson == runs.c.lesson,
    later_answers.c.scene == bindparam("at_scene"),
    later_answers.c.days == bindparam("after_days", type_=Integer),
)
_CARD = (
    select(
        runs.c.completed_at,
        runs.c.remembered,
        later_answers.c.choice,
        later_answers.c.sign_in,
        later_answers.c.answered_at,
    )
    .select_from(runs.outerjoin(later_answers, _this))
    .where(runs.c.person_id == _person, runs.c.lesson == bindparam("in_lesson"))
)
_KEEP = Upsert(
    later_answers, lambda insert: insert.on_conflict_do_nothing().execution_options(preserve_rowcount=True)
)


@dataclass(frozen=True, slots=True)
class Completed:
    """A lesson that a learner completed."""

    lesson: str
    at: datetime
    remembered: str = "[]"
    """As the run keeps it."""


class Card(NamedTuple):
    """One return of one scene, and what its page asked."""

    lesson: str
    scene: str
    days: int
    meaning: str | None = None
    """None where there was no page."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a card."""

    before: Memory
    """What was chosen in the story, as far as its later-cards ask about it."""
    is_answered: bool = False
    choice: str | None = None
    """None where it isn't kept any more, or belongs to another sign-in."""


def due(store: Store, library: Library, actor: Actor, now: datetime) -> tuple[DueCard, ...]:
    """List the cards that wait for this learner, at most one per lesson, those of the oldest lesson first."""
    with store.read() as conn:
        return due_among(completed_by(conn, actor), answered_by(conn, actor), library, actor, now)


def completed_by(conn: Connection, actor: Actor) -> tuple[Completed, ...]:
    """Read which lessons a learner completed, the oldest first."""
    return tuple(Completed(*row) for row in conn.execute(_COMPLETED, {"person": actor.person_id}))


def answered_by(conn: Connection, actor: Actor) -> frozenset[tuple[str, str, int]]:
    """Read which cards a learner answered: lesson, scene and days."""
    rows = conn.execute(_ANSWERED, {"person": actor.person_id})
    return frozenset((lesson, scene, days) for lesson, scene, days in rows)


def due_among(
    completed: Collection[Completed],
    answered: Collection[tuple[str, str, int]],
    library: Library,
    actor: Actor,
    now: datetime,
) -> tuple[DueCard, ...]:
    """Work out which cards wait; lessons that are gone, or meant for others by now, are passed over."""
    cards = (
        _due(library, actor, one, newest, answered)
        for one in completed
        if (newest := newest_return(one.at, now)) is not None
    )
    return tuple(card for card in cards if card is not None)


def newest_return(completed_at: datetime, now: datetime) -> int | None:
    """Give the last of RETURNS that has come; None in the first week."""
    days = (school_day(now) - school_day(completed_at)).days
    return max((one for one in RETURNS if one <= days), default=None)


def open_card(
    store: Store,
    library: Library,
    actor: Actor,
    card: Card,
    now: datetime,
) -> LaterPage:
    """Show a card, or its feedback once answered; NotFound for one that isn't due or isn't there."""
    script = script_for(library, actor, card.lesson)
    scene = _later_scene(script, card.scene)
    kept = _kept(store, actor, script, scene, card.days, now)
    return _shuffled(_page(script, scene, card.days, kept), actor)


def answer_card(
    store: Store,
    library: Library,
    actor: Actor,
    card: Card,
    choice_id: str,
    now: datetime,
) -> LaterPage:
    """Take the choice on a card, once; a retry or a second click gets the first answer's feedback again.

    Another choice, as from a second device, is told to be too late; on a page that asked something else than the card
    asks today, nothing is taken.
    """
    lesson_id, scene_id, days, meaning = card
    script = script_for(library, actor, lesson_id)
    scene = _later_scene(script, scene_id)
    kept = _kept(store, actor, script, scene, days, now)
    if kept.is_answered:
        return _page(script, scene, days, kept, asked=choice_id)
    standing = script.standing(scene.id, before=kept.before)
    if meaning is not None and meaning != standing.meaning:
        return _shuffled(_page(script, scene, days, kept, notice=Notice.CHANGED), actor)
    choice = choice_named(scene, choice_id)
    if choice not in standing.choices:
        raise NotFound("choice", choice_id)
    values = {
        "person_id": actor.person_id,
        "lesson": lesson_id,
        "scene": scene_id,
        "days": days,
        "choice": choice.id,
        "sign_in": actor.sign_in,
        "edition": script.lesson.edition,
        "rulebook": script.rulebook,
        "answered_at": now,
    }
    with store.write() as conn:
        is_first = conn.execute(_KEEP.on(conn), values).rowcount == 1
    if is_first:
        kept = Kept(kept.before, is_answered=True, choice=choice.id)
    else:
        kept = _kept(store, actor, script, scene, days, now)
    return _page(script, scene, days, kept, asked=choice.id)


def _shuffled(page: LaterPage, actor: Actor) -> LaterPage:
    """Put the choices of a card in this learner's order, another at each return."""
    card = page.card
    seed = f"{actor.person_id}/{card.lesson.id}/{card.days}"
    return replace(page, choices=in_order(card.scene, page.choices, seed))


def _due(
    library: Library,
    actor: Actor,
    completed: Completed,
    days: int,
    answered: Collection[tuple[str, str, int]],
) -> DueCard | None:
    lesson_id, before = completed.lesson, _memory(completed.remembered)
    try:
        script = script_under(
            library, lesson_id, actor.protocol or "", actor.audience, actor.locale, actor.band
        )
    except NotFound:
        return None
    cards = (scene for scene in script.lesson.later if holds(scene.condition, before))
    waiting = (scene for scene in cards if (lesson_id, scene.id, days) not in answered)
    scene = next(waiting, None)
    if scene is None or not is_meant_for(actor, script.module):
        return None
    return DueCard(script.lesson, script.module, scene, days)


def _later_scene(script: Script, scene_id: str) -> Scene:
    scene = scene_named(script.lesson, scene_id)
    if not scene.later:
        raise NotFound("later-card", scene_id)
    return scene


def _memory(remembered: str) -> Memory:
    return frozenset(json.loads(remembered))


def _kept(store: Store, actor: Actor, script: Script, scene: Scene, days: int, now: datetime) -> Kept:
    """Give what is kept of a card; NotFound where it doesn't come, or doesn't yet."""
    values = {
        "person": actor.person_id,
        "in_lesson": script.lesson.id,
        "at_scene": scene.id,
        "after_days": days,
    }
    with store.read() as conn:
        row = conn.execute(_CARD, values).one_or_none()
    newest = newest_return(row.completed_at, now) if row is not None and row.completed_at else None
    if row is None or days not in RETURNS or newest is None or days > newest:
        raise NotFound("later-card", scene.id)
    before = _memory(row.remembered)
    if row.answered_at is None:
        if not holds(scene.condition, before):
            raise NotFound("later-card", scene.id)
        return Kept(before)
    return Kept(before, is_answered=True, choice=row.choice if row.sign_in == actor.sign_in else None)


def _page(
    script: Script,
    scene: Scene,
    days: int,
    kept: Kept,
    *,
    asked: str | None = None,
    notice: Notice | None = None,
) -> LaterPage:
    """Show the card as it is kept; who `asked` for another choice than that is told so."""
    lesson, before, choice = script.lesson, kept.before, kept.choice
    path = (Step(scene.id, choice),) if choice is not None else ()
    feedback = feedback_on(script, path, before) if path else None
    closing = lesson.scenes.get(feedback.choice.target) if feedback else None
    ended = script.standing(closing.id, path, before) if closing else None
    standing = script.standing(scene.id, before=before)
    return LaterPage(
        card=DueCard(lesson, script.module, scene, days),
        pieces=standing.pieces,
        choices=() if kept.is_answered else standing.choices,
        meaning=standing.meaning,
        feedback=feedback,
        closing=closing,
        closing_pieces=ended.pieces if ended else (),
        came_by=(ended or standing).came_by,
        notice=Notice.STALE if asked is not None and asked != choice else notice,
        key=script.key,
    )
