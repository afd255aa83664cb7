"""Where a board wants its learning records, as an administrator of the whole board keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.administration.sign_in_rules import refuse_schools
from course.learning.records import settings
from course.learning.records.sending import counts_of

if TYPE_CHECKING:
    from course.journal.journal import Origin
    from course.learning.records.settings import Target
    from course.people.actor import Actor
    from course.store.store import Store


@dataclass(frozen=True, slots=True)
class KeptRecords:
    """The store that a board named, and how many records it was told."""

    target: Target | None
    sent: int
    waiting: int
    given_up: int


def kept_records(store: Store, actor: Actor) -> KeptRecords:
    """Tell where the board wants its records; NotFound for who keeps one school alone."""
    refuse_schools(actor)
    return KeptRecords(settings.target_of(store, actor.board_id), *counts_of(store, actor.board_id))


def keep_records(
    store: Store,
    actor: Actor,
    given: tuple[str, str, str],
    key: bytes,
    origin: Origin,
    *,
    is_on: bool,
) -> None:
    """Name the store by (address, user name, password), and turn it on or off."""
    refuse_schools(actor)
    settings.keep(store, actor.board_id, *given, key, origin, is_on=is_on)
