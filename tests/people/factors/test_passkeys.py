"""What is no answer to what was just asked makes no passkey; one that is, `tests/e2e/test_passkeys.py` walks."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid
from course.people.factors import passkeys
from course.people.factors.passkeys import Site
from tests import builders
from tests.builders import NOW
from tests.people.factors.authenticator import HOME

if TYPE_CHECKING:
    from course.store.store import Store

SITE = Site("leren.school.example", "https://leren.school.example")
NONSENSE = (
    "",
    "{}",
    "[]",
    "null",
    '{"id": 1}',
    '{"id": "AAAA", "rawId": "AAAA", "type": "x", "response": {}}',
)


def test_a_browser_is_asked_for_a_key_that_knows_its_owner(store: Store) -> None:
    actor = builders.signed_in(store, builders.a_teacher(store))
    _, options = passkeys.ask_new(store, actor, SITE, NOW)
    told = json.loads(options)
    assert told["rp"]["id"] == SITE.id
    assert told["authenticatorSelection"]["userVerification"] == "required"
    assert base64.urlsafe_b64decode(told["user"]["id"] + "==") != str(actor.person_id).encode()
    assert len(told["user"]["id"]) > 40
    _, options = passkeys.ask_for_one(store, SITE, NOW)
    assert json.loads(options)["userVerification"] == "required"


@pytest.mark.parametrize("answer", NONSENSE)
def test_nonsense_is_told_off(store: Store, answer: str) -> None:
    actor = builders.signed_in(store, builders.a_teacher(store))
    token, _ = passkeys.ask_new(store, actor, SITE, NOW)
    with pytest.raises(Invalid):
        passkeys.add(store, actor, SITE, token, answer, NOW, HOME)
    token, _ = passkeys.ask_for_one(store, SITE, NOW)
    with pytest.raises(Invalid):
        passkeys.sign_in_by_passkey(store, SITE, token, answer, NOW, HOME)
    with pytest.raises(Invalid):
        passkeys.sign_in_by_passkey(store, SITE, "made up", answer, NOW, HOME)


def test_nobody_elses_is_called_otherwise_or_removed(store: Store) -> None:
    from course.people.factors.tables import passkeys as table

    mine, other = (builders.signed_in(store, builders.a_teacher(store)) for _ in range(2))
    row = {"person_id": mine.person_id, "credential_id": "c", "public_key": "k", "user_handle": "h"}
    with store.write() as conn:
        conn.execute(table.insert(), row | {"sign_count": 0, "name": "Laptop", "created_at": NOW})
    (own,) = passkeys.own_passkeys(store, mine)
    passkeys.rename(store, other, own.id, "Van mij")
    passkeys.remove(store, other, own.id, NOW, HOME)
    passkeys.rename(store, mine, own.id, "  Mijn   laptop ")
    assert [one.name for one in passkeys.own_passkeys(store, mine)] == ["Mijn laptop"]
    passkeys.remove(store, mine, own.id, NOW, HOME)
    assert passkeys.own_passkeys(store, mine) == ()
