"""What asks a teacher's attention first: given work that is late or due soon, then a group that has not begun."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import format_date
from flask_babel import gettext as _

from course.classroom.assignments import assigned_to
from course.people.access import FEWEST
from web.display.attention import Matter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from course.figures.pages import Completion, GroupCard
    from course.people.actor import Actor
    from course.store.store import Store

SOON = timedelta(days=14)


def attention(store: Store, cards: Sequence[GroupCard], actor: Actor) -> tuple[Matter, ...]:
    """List it, as counts of groups of five or more: what is to be done first stands first."""
    with store.read() as conn:
        due = {card.group.id: assigned_to(conn, card.group.id) for card in cards}
    given = [
        (day, card, one)
        for card in cards
        for one in card.modules
        if (day := due[card.group.id].get(one.module.id)) is not None and _is_open(one)
    ]
    given.sort(key=lambda one: one[0])
    matters = [_of_work(day, card, one, actor) for day, card, one in given if day <= actor.today + SOON]
    waiting = [
        card
        for card in cards
        if card.pupils >= FEWEST and card.modules and not any(one.begun.value for one in card.modules)
    ]
    matters += [
        Matter(_("%(group)s has not begun yet.", group=card.group.name), _to(card)) for card in waiting
    ]
    return tuple(matters)


def _is_open(one: Completion) -> bool:
    return one.learners >= FEWEST and (one.completed.value or 0) < one.learners


def _of_work(day: date, card: GroupCard, one: Completion, actor: Actor) -> Matter:
    told = {
        "module": one.module.words.for_locale(actor.locale),
        "group": card.group.name,
        "day": format_date(day, "d MMMM"),
        "done": one.completed.value or 0,
        "total": one.learners,
    }
    if day < actor.today:
        words = _("%(group)s was to have done ‘%(module)s’ by %(day)s: %(done)s of %(total)s have.", **told)
    else:
        words = _("%(group)s is to have done ‘%(module)s’ by %(day)s: %(done)s of %(total)s have.", **told)
    return Matter(words, url_for("teacher.work", group_id=card.group.id))


def _to(card: GroupCard) -> str:
    return url_for("teacher.group", group_id=card.group.id)
