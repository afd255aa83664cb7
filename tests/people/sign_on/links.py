"""A link with an account elsewhere, as it stands in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.people.sign_on.tables import sign_on_links, sign_on_providers
from tests.builders import NOW

if TYPE_CHECKING:
    from datetime import datetime

    from course.store.store import Store


def a_link(
    store: Store, person_id: int, board_id: int, name: str = "Microsoft", linked_at: datetime = NOW
) -> int:
    """Let somebody come in by an account with a provider of this name; gives the provider's id."""
    provider = {
        "board_id": board_id,
        "name": name,
        "issuer": f"https://{name.lower()}.example",
        "client_id": "1",
        "sealed": "",
        "scopes": "openid",
        "subject_claim": "sub",
        "second_step": "told",
        "second_claim": "",
        "second_values": "",
        "authorize_at": "",
        "token_at": "",
        "keys_at": "",
        "token_method": "",
        "looked_up_at": NOW,
    }
    with store.write() as conn:
        made = conn.execute(insert(sign_on_providers).returning(sign_on_providers.c.id), provider)
        provider_id: int = made.scalar_one()
        link = {"person_id": person_id, "provider_id": provider_id, "subject": "jo", "linked_at": linked_at}
        conn.execute(insert(sign_on_links), link)
    return provider_id
