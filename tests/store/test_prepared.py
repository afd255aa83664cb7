from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import bindparam, func, insert, select, update

from course.errors import Clash
from course.people.tables import boards, schools, sign_ins
from course.store.prepared import Prepared
from course.store.upsert import Upsert
from tests import builders

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.store.store import Store

NOW = datetime(2026, 11, 28, 12, 30, 15, 123456, UTC)
SEEN = (
    select(
        sign_ins.c.person_id, sign_ins.c.seen_at.label("seen"), sign_ins.c.class_session_id, schools.c.name
    )
    .join_from(sign_ins, schools, schools.c.protocol != "none")
    .where(sign_ins.c.token_hash == bindparam("token"), sign_ins.c.expires_at > bindparam("now"))
    .order_by(schools.c.id)
)


@pytest.fixture
def signed_in(store: Store) -> int:
    school = builders.a_school(store)
    person = builders.a_teacher(store, school=school).id
    row = {"token_hash": "t", "person_id": person, "created_at": NOW, "seen_at": NOW}
    with store.write() as conn:
        conn.execute(insert(sign_ins), {**row, "expires_at": NOW.replace(hour=20)})
    return person


def test_rows_are_those_of_sqlalchemy_with_moments_constants_and_nothing(
    store: Store, signed_in: int
) -> None:
    values = {"token": "t", "now": NOW}
    with store.read() as conn:
        plain = [tuple(row) for row in conn.execute(SEEN, values)]
        rows = Prepared(SEEN).all(conn, values)
        first = Prepared(SEEN).first(conn, values)
        nobody = Prepared(SEEN).first(conn, {**values, "token": "other"})
    assert [tuple(row) for row in rows] == plain
    assert first is not None
    assert rows[0] == first
    assert (first.person_id, first.seen, first.class_session_id) == (signed_in, NOW, None)
    assert nobody is None


def test_a_change_tells_how_many_rows_it_changed(store: Store, signed_in: int) -> None:
    later = NOW.replace(minute=45)
    seen = Prepared(update(sign_ins).where(sign_ins.c.person_id == bindparam("who")), sets=("seen_at",))
    with store.write() as conn:
        assert seen.run(conn, {"who": signed_in, "seen_at": later}) == 1
        assert seen.run(conn, {"who": signed_in + 1, "seen_at": later}) == 0
    with store.read() as conn:
        assert conn.execute(select(sign_ins.c.seen_at)).scalar_one() == later


def test_an_insert_may_answer_to_a_clash(store: Store) -> None:
    keep = Upsert(boards, lambda insert: insert.on_conflict_do_nothing())
    add = Prepared(keep, sets=("id", "name"))
    with store.write() as conn:
        assert [add.run(conn, {"id": 1, "name": name}) for name in "ab"] == [1, 0]
    with pytest.raises(Clash), store.write() as conn:
        Prepared(insert(boards), sets=("id", "name")).run(conn, {"id": 1, "name": "c"})


def test_sqlalchemy_writes_it_once_for_a_database(
    store: Store, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    count = Prepared(select(func.count().label("number")).select_from(boards))
    with statements() as seen, store.read() as conn:
        assert [one.number for _ in range(2) for one in count.all(conn, {})] == [0, 0]
        plain = str(select(func.count().label("number")).select_from(boards).compile(dialect=conn.dialect))
    assert seen == [plain, plain]


def test_a_value_that_is_missing_is_told(store: Store) -> None:
    with store.read() as conn, pytest.raises(KeyError, match="token"):
        Prepared(SEEN).all(conn, {"now": NOW})


def test_a_list_of_values_cannot_be_prepared(store: Store) -> None:
    among = select(boards.c.id).where(boards.c.id.in_([1, 2]))
    with store.read() as conn, pytest.raises(ValueError, match="IN"):
        Prepared(among).all(conn, {})
