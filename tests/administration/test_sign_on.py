"""The accounts elsewhere of a board are its administrator's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.administration import sign_on
from course.errors import NotFound
from course.journal.journal import Origin
from course.people.sign_on.providers import Settings
from tests import builders
from tests.people.sign_on.provider import KEY

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.people.sign_on.provider import Elsewhere

HERE = Origin(builders.NOW)
GIVEN = Settings("Bestuursaccount", "deelwijs", "geheim")


def test_a_provider_is_kept_for_the_board_with_how_many_come_in_by_it(
    store: Store, elsewhere: Elsewhere
) -> None:
    board = builders.a_board(store)
    keeper = builders.signed_in(store, builders.an_administrator_of(store, board))
    made = sign_on.add(store, keeper, elsewhere.issuer, GIVEN, KEY, HERE)
    sign_on.change(store, keeper, made, Settings("Anders", "deelwijs"), KEY, HERE)
    (kept,) = sign_on.kept_providers(store, keeper)
    assert (kept.provider.name, kept.people) == ("Anders", 0)
    sign_on.remove(store, keeper, made, HERE)
    with pytest.raises(NotFound):
        sign_on.kept_provider(store, keeper, made)


def test_who_keeps_one_school_keeps_none(store: Store) -> None:
    keeper = builders.signed_in(store, builders.an_administrator(store, builders.a_school(store)))
    with pytest.raises(NotFound):
        sign_on.kept_providers(store, keeper)
    with pytest.raises(NotFound):
        sign_on.add(store, keeper, "https://school.example", GIVEN, KEY, HERE)
