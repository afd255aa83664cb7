"""Whose rules they are: a school's own, or the board's; and who may write and publish them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.errors import NotFound
from course.people.access import may
from course.people.roles import Ability, Reach

if TYPE_CHECKING:
    from course.people.actor import Actor


@dataclass(frozen=True, slots=True)
class Owner:
    """A school, or the board where it names none."""

    board_id: int
    school_id: int | None = None


def own_place(actor: Actor, ability: Ability = Ability.EDIT_RULES) -> Owner:
    """Give whose rules this person writes: the own school's or the board's; NotFound for who writes none."""
    reach = actor.reach(ability)
    if reach is None:
        raise NotFound("draft", "")
    return Owner(actor.board_id, None if reach is Reach.OWN_BOARD else actor.school_id)


def owner_in_reach(actor: Actor, owner: Owner, ability: Ability = Ability.EDIT_RULES) -> bool:
    """Whether this person may write, or publish, the rules of a school or of the board."""
    return may(actor, ability, board_id=owner.board_id, school_id=owner.school_id)
