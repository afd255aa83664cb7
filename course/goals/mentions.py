"""Whether evidence names a pupil: the log is read by the whole team and outlives the year, and children are not in it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.errors import Invalid
from course.people.roles import Ability, InGroup, Reach
from course.people.tables import memberships, persons
from course.people.years import holds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.people.actor import Actor
    from course.store.store import Store

NAMED = "There is a pupil's name in it. Better leave it out, or press once more to keep it."
"""The message id; a warning, for names are words too."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]{2,})*")
"""A word with what belongs to it: Jan-Willem and D'Angelo, but of Sem's only Sem."""

_IN_GROUPS = (
    select(persons.c.name)
    .join_from(memberships, persons, persons.c.id == memberships.c.person_id)
    .where(
        memberships.c.role == InGroup.PUPIL.value,
        holds(memberships),
        memberships.c.group_id.in_(bindparam("in_groups", expanding=True)),
    )
)


def warn_of_names(store: Store, actor: Actor, group_id: int | None, words: str) -> None:
    """Raise Invalid where a pupil is named whom this actor may see by name: of the group, or of all of them.

    Of everybody else nothing is looked up, or the warning would tell who asks whether a name is in a group that they may
    not see; the form reminds everybody to leave names out.
    """
    own = actor.group_ids if actor.reach(Ability.GROUP_NAMES) is Reach.OWN_GROUPS else ()
    looked_through = [one for one in own if group_id in {None, one}]
    if not looked_through:
        return
    with store.read() as conn:
        names = conn.execute(_IN_GROUPS, {"in_groups": looked_through, "today": actor.today}).scalars().all()
    if names_somebody(words, names):
        raise Invalid(words=NAMED)


def names_somebody(words: str, names: Iterable[str]) -> bool:
    """Whether one of these names, without its initial, stands in a text as a word of its own."""
    said = set(_words(words))
    return any(_words(name)[:1] and _words(name)[0] in said for name in names)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())
