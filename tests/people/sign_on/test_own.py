"""The own accounts elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete

from course.errors import Invalid
from course.people.devices import SOMEWHERE
from course.people.sign_on.own import own_accounts, unlink
from course.people.tables import credentials
from tests import builders
from tests.builders import NOW
from tests.people.sign_on.test_arriving import a_provider, linked

if TYPE_CHECKING:
    from course.store.store import Store


def test_who_has_another_way_in_undoes_it(store: Store) -> None:
    actor = builders.signed_in(store, builders.a_teacher(store))
    provider = a_provider(store, actor.board_id)
    linked(store, actor, provider)
    assert [(one.name, one.linked_at) for one in own_accounts(store, actor)] == [("Account", NOW)]
    unlink(store, actor, provider.id, NOW, SOMEWHERE)
    assert [one.linked_at for one in own_accounts(store, actor)] == [None]


def test_the_only_way_in_stays(store: Store) -> None:
    actor = builders.signed_in(store, builders.a_teacher(store))
    provider = a_provider(store, actor.board_id)
    linked(store, actor, provider)
    with store.write() as conn:
        conn.execute(delete(credentials))
    with pytest.raises(Invalid):
        unlink(store, actor, provider.id, NOW, SOMEWHERE)
