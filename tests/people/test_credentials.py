from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from course.people.credentials import Kind, is_still, keep_secrets, rehash, secret_of
from course.people.tables import credentials
from tests.builders import NOW, PASSWORD_HASH, a_teacher

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_new_secret_takes_the_place_of_the_old_one_of_its_kind(store: Store) -> None:
    teacher = a_teacher(store).id
    with store.write() as conn:
        assert is_still(conn, teacher, Kind.PASSWORD, PASSWORD_HASH)
        ends = NOW + timedelta(days=7)
        keep_secrets(conn, {teacher: "new"}, Kind.PASSWORD, NOW, is_temporary=True, expires_at=ends)
        keep_secrets(conn, {teacher: "cats"}, Kind.PICTURES, NOW)
        assert not is_still(conn, teacher, Kind.PASSWORD, PASSWORD_HASH)
        kept_of = {kind: secret_of(conn, teacher, kind) for kind in Kind}
        assert {kind: secret for kind, secret in kept_of.items() if secret} == {
            Kind.PASSWORD: "new",
            Kind.PICTURES: "cats",
        }
        kept = select(credentials.c.is_temporary, credentials.c.expires_at).order_by(credentials.c.kind)
        assert [tuple(row) for row in conn.execute(kept)] == [(True, ends), (False, None)]


def test_hashing_anew_changes_nothing_else(store: Store) -> None:
    teacher = a_teacher(store).id
    with store.write() as conn:
        keep_secrets(conn, {teacher: "drawn"}, Kind.PASSWORD, NOW, is_temporary=True)
        rehash(conn, teacher, Kind.PASSWORD, "again")
        assert conn.execute(select(credentials.c.secret_hash, credentials.c.is_temporary)).one() == (
            "again",
            True,
        )
