"""The accounts elsewhere that a board takes, as an administrator of the whole board keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.administration.sign_in_rules import refuse_schools
from course.people.sign_on import providers

if TYPE_CHECKING:
    from course.journal.journal import Origin
    from course.people.actor import Actor
    from course.people.sign_on.providers import Provider, Settings
    from course.store.store import Store


@dataclass(frozen=True, slots=True)
class KeptProvider:
    """A provider, and how many come in by it."""

    provider: Provider
    people: int


def kept_providers(store: Store, actor: Actor) -> tuple[KeptProvider, ...]:
    """List the providers of the board."""
    refuse_schools(actor)
    found = providers.offered(store, actor.board_id)
    with store.read() as conn:
        return tuple(KeptProvider(one, providers.linked_to(conn, one.id)) for one in found)


def kept_provider(store: Store, actor: Actor, provider_id: int) -> KeptProvider:
    """Read one; NotFound for one that is not the board's."""
    refuse_schools(actor)
    with store.read() as conn:
        provider = providers.provider_at(conn, provider_id, actor.board_id)
        return KeptProvider(provider, providers.linked_to(conn, provider_id))


def add(store: Store, actor: Actor, issuer: str, given: Settings, key: bytes, origin: Origin) -> int:
    """Add a provider that answers."""
    refuse_schools(actor)
    return providers.add_provider(store, actor.board_id, issuer, given, key, origin)


def change(store: Store, actor: Actor, provider_id: int, given: Settings, key: bytes, origin: Origin) -> None:
    """Change one, all but its issuer."""
    refuse_schools(actor)
    providers.change_provider(store, actor.board_id, provider_id, given, key, origin)


def remove(store: Store, actor: Actor, provider_id: int, origin: Origin) -> None:
    """Let nobody in by it any more."""
    refuse_schools(actor)
    providers.remove_provider(store, actor.board_id, provider_id, origin)
