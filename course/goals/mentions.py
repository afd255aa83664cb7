"""Whether evidence names a pupil: the log is read by the whole team and outlives the year, and children are not in it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, select

from course.calendar import school_day, school_year
from course.errors import Invalid
from course.goals.permissions import may_note_for_group
from course.people.roles import InGroup, Role
from course.people.tables import groups, memberships, persons, roles
from course.people.years import holds, is_present

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from course.people.actor import Actor
    from course.store.store import Store

NAMED = "There is a pupil's name in it. Better leave it out, or press once more to keep it."
"""The message id; a warning, for names are words too."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]{2,})*")
"""A word with what belongs to it: Jan-Willem and D'Angelo, but of Sem's only Sem."""

_in_school = bindparam("in_school", type_=Integer)
_IN_SCHOOL = (
    select(persons.c.name)
    .join_from(roles, persons, persons.c.id == roles.c.person_id)
    .where(roles.c.role == Role.PUPIL.value, roles.c.school_id == _in_school, holds(roles))
)
_IN_GROUP = (
    select(persons.c.name)
    .join_from(memberships, persons, persons.c.id == memberships.c.person_id)
    .join(groups, groups.c.id == memberships.c.group_id)
    .where(
        memberships.c.role == InGroup.PUPIL.value,
        holds(memberships),
        groups.c.school_id == _in_school,
        is_present(),
        groups.c.id == bindparam("in_group", type_=Integer),
    )
)


def warn_of_names(store: Store, actor: Actor, group_id: int | None, words: str, now: datetime) -> None:
    """Raise Invalid where a pupil of the group is named, or of the school where it is about no single group.

    Says nothing of a group that isn't the reader's to name, so that nobody can try out who is in it.
    """
    if group_id is not None and not may_note_for_group(actor, group_id):
        return
    values = {
        "in_school": actor.school_id,
        "in_year": school_year(school_day(now)),
        "today": school_day(now),
        "in_group": group_id,
    }
    with store.read() as conn:
        names = conn.execute(_IN_SCHOOL if group_id is None else _IN_GROUP, values).scalars().all()
    if names_somebody(words, names):
        raise Invalid(words=NAMED)


def names_somebody(words: str, names: Iterable[str]) -> bool:
    """Whether one of these names, without its initial, stands in a text as a word of its own."""
    said = set(_words(words))
    return any(_words(name)[:1] and _words(name)[0] in said for name in names)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())
