from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Event
from course.people.coming_in import How, come_in
from course.people.devices import Device
from course.people.tables import roles
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store

HERE = Device(address="192.0.2.7", key=b"key", name="Firefox, Linux")


def test_a_sign_in_tells_how_and_when_a_secret_was_shown(store: Store) -> None:
    teacher = builders.a_teacher(store)
    with store.write() as conn:
        fresh = come_in(conn, teacher.id, How.PASSKEY, NOW, HERE)
    actor = builders.identity_of(store, fresh)
    assert (actor.confirmed_at, fresh.device) == (NOW, "Firefox, Linux")
    (told,) = journal.read(store, events=[Event.SIGNED_IN])
    assert (told.detail, told.place) == ("passkey", "192.0.2.0/24")


def test_whose_roles_have_all_ended_does_not_come_in(store: Store) -> None:
    teacher = builders.a_teacher(store)
    with store.write() as conn:
        conn.execute(roles.update().values(until_on=NOW.date() - timedelta(days=1)))
        with pytest.raises(Invalid):
            come_in(conn, teacher.id, How.PASSKEY, NOW, HERE)
