"""A board's store of records is off until an administrator names one, and its password is kept closed away."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Event, Origin
from course.learning.records import settings
from course.learning.records.tables import record_stores
from course.people.factors.sealing import unseal
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.learning.world import World

KEY = b"x" * 32
LRS = "https://lrs.example/xapi"


def keep(store: Store, world: World, address: str = LRS, password: str = "geheim", **given: object) -> None:
    at = given.pop("at", NOW)
    user = str(given.pop("user", "deelwijs"))
    settings.keep(
        store, world.board, address, user, password, KEY, Origin(at), is_on=bool(given.get("is_on", True))
    )  # type: ignore[arg-type]


def test_nothing_goes_anywhere_until_a_store_is_named(store: Store, world: World) -> None:
    assert settings.target_of(store, world.board) is None
    assert settings.targets(store) == ()


def test_it_is_kept_with_its_password_closed_away_and_told_to_the_journal(store: Store, world: World) -> None:
    keep(store, world, f" {LRS}/ ")
    (found,) = settings.targets(store)
    assert (found.address, found.username, found.is_on) == (LRS, "deelwijs", True)
    assert "geheim" not in found.sealed
    assert unseal(KEY, found.sealed) == "geheim"
    assert [one.detail for one in journal.read(store, events=[Event.RECORDS_CHANGED])] == ["on"]


def test_turned_off_it_is_no_target_any_more(store: Store, world: World) -> None:
    keep(store, world)
    keep(store, world, password="", is_on=False)
    assert settings.targets(store) == ()
    kept = settings.target_of(store, world.board)
    assert kept is not None
    assert not kept.is_on


def test_a_password_stays_for_the_same_address_alone(store: Store, world: World) -> None:
    """Who names another address would get the password of the first."""
    keep(store, world)
    keep(store, world, password="", user="anders")
    kept = settings.target_of(store, world.board)
    assert kept is not None
    assert (kept.username, unseal(KEY, kept.sealed)) == ("anders", "geheim")
    with pytest.raises(Invalid):
        keep(store, world, "https://elders.example/xapi", password="")


@pytest.mark.parametrize(
    "address", ["", "http://lrs.example/xapi", "https://u:p@lrs.example", "ftp://lrs.example", "x" * 300]
)
def test_what_anybody_could_read_on_the_way_is_refused(store: Store, world: World, address: str) -> None:
    with pytest.raises(Invalid):
        keep(store, world, address)
    assert settings.target_of(store, world.board) is None


def test_it_counts_from_when_it_was_turned_on(store: Store, world: World) -> None:
    def since() -> object:
        with store.read() as conn:
            return conn.execute(select(record_stores.c.since)).scalar_one()

    keep(store, world)
    keep(store, world, password="", at=NOW + timedelta(days=1))
    assert since() == NOW
    keep(store, world, password="", at=NOW + timedelta(days=2), is_on=False)
    keep(store, world, password="", at=NOW + timedelta(days=3))
    assert since() == NOW + timedelta(days=3)
