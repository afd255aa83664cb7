"""A board's key is made once, is no other board's, and stays to be checked when the installation's secret is another one."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, select

from course.errors import NotFound
from course.people.keys import keeping
from course.people.keys.tables import board_keys
from course.people.tables import boards
from tests.learning.world import NOW, at_once

if TYPE_CHECKING:
    from course.store.store import Store

SECRET, ANOTHER = b"x" * 32, b"y" * 32


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of real length take a second each."""
    monkeypatch.setattr(keeping, "BITS", 2048)


def board(store: Store) -> int:
    with store.write() as conn:
        made: int = conn.execute(insert(boards).returning(boards.c.id), {"name": "Bestuur"}).scalar_one()
    return made


def test_a_key_is_made_once_and_told_without_its_secret(store: Store) -> None:
    here = board(store)
    first, second = (keeping.signing_key(store, here, SECRET, NOW) for _ in range(2))
    assert first.thumbprint() == second.thumbprint()
    told = keeping.issuer(store, here)
    assert (told.name, list(told.keys)) == ("Bestuur", [first.thumbprint()])
    assert set(told.keys[first.thumbprint()]) == {"kty", "n", "e", "kid", "use", "alg"}


def test_what_is_kept_opens_nothing_by_itself(store: Store) -> None:
    here = board(store)
    key = keeping.signing_key(store, here, SECRET, NOW).as_dict(private=True)
    secret = keeping.pseudonym_key(store, here, SECRET, NOW).hex()
    with store.read() as conn:
        kept = repr(conn.execute(select(board_keys)).all())
    assert str(key["d"]) not in kept
    assert secret not in kept


def test_boards_and_purposes_have_keys_of_their_own(store: Store) -> None:
    here, there = board(store), board(store)
    assert keeping.pseudonym_key(store, here, SECRET, NOW) == keeping.pseudonym_key(store, here, SECRET, NOW)
    assert keeping.pseudonym_key(store, here, SECRET, NOW) != keeping.pseudonym_key(store, there, SECRET, NOW)
    with pytest.raises(NotFound):
        keeping.issuer(store, here)


def test_under_another_secret_a_new_key_signs_and_the_old_one_can_still_be_checked(store: Store) -> None:
    here = board(store)
    old = keeping.signing_key(store, here, SECRET, NOW)
    new = keeping.signing_key(store, here, ANOTHER, NOW + timedelta(days=1))
    assert list(keeping.issuer(store, here).keys) == [old.thumbprint(), new.thumbprint()]


def test_two_who_ask_first_at_once_get_one_key(store: Store) -> None:
    here = board(store)
    ask = partial(keeping.pseudonym_key, store, here, SECRET, NOW)
    first, second = at_once(ask, ask)
    assert first == second
    assert isinstance(first, bytes)


def test_a_board_that_is_not_there_has_none(store: Store) -> None:
    with pytest.raises(NotFound):
        keeping.issuer(store, 404)
