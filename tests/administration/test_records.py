"""Where records go is said by an administrator of the whole board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.administration.records import keep_records, kept_records
from course.errors import NotFound
from course.journal.journal import Origin
from tests import builders

if TYPE_CHECKING:
    from course.store.store import Store

HERE = Origin(builders.NOW)
GIVEN = ("https://lrs.example/xapi", "deelwijs", "geheim")


def test_it_is_kept_for_the_board(store: Store) -> None:
    board = builders.a_board(store)
    keeper = builders.signed_in(store, builders.an_administrator_of(store, board))
    assert kept_records(store, keeper).target is None
    keep_records(store, keeper, GIVEN, b"x" * 32, HERE, is_on=True)
    kept = kept_records(store, keeper)
    assert kept.target is not None
    assert kept.target.address == GIVEN[0]
    assert (kept.sent, kept.waiting, kept.given_up) == (0, 0, 0)


def test_who_keeps_one_school_has_no_say_in_it(store: Store) -> None:
    keeper = builders.signed_in(store, builders.an_administrator(store, builders.a_school(store)))
    with pytest.raises(NotFound):
        kept_records(store, keeper)
    with pytest.raises(NotFound):
        keep_records(store, keeper, GIVEN, b"x" * 32, HERE, is_on=True)
