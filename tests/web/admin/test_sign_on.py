"""The administrator of a board keeps the accounts elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders

if TYPE_CHECKING:
    from tests.people.sign_on.provider import Elsewhere
    from tests.web.conftest import Visitor


@pytest.fixture
def keeper(visitor: Visitor) -> Visitor:
    visitor.administrator = builders.an_administrator_of(visitor.town.store, visitor.town.board_id)
    return visitor.as_administrator()


def test_a_provider_is_added_changed_and_removed(keeper: Visitor, elsewhere: Elsewhere) -> None:
    form = {
        "name": "Bestuursaccount",
        "issuer": elsewhere.issuer,
        "client_id": "deelwijs",
        "secret": "geheim",
    }
    assert keeper.post("/admin/sign-on", form).status_code == 303
    page = keeper.page("/admin/sign-on")
    (where,) = [one for one in page.addresses if one.startswith("/admin/sign-on/")]
    one = keeper.page(where)
    assert "http://localhost/sign-in/with/" in one.words
    assert "geheim" not in keeper.get(where).text
    fields = dict(one.form("/sign-on/change").fields)
    assert keeper.post("/admin/sign-on/change", fields | {"name": "Microsoft"}).status_code == 303
    assert "Nu: Microsoft." in keeper.page("/admin/settings").words
    keeper.post("/admin/sign-on/remove", {"provider": where.rpartition("/")[2]})
    assert keeper.get(where).status_code == 404


def test_a_provider_that_is_not_there_is_told(keeper: Visitor) -> None:
    for issuer, why in (("http://school.example", "https://"), ("http://127.0.0.1:9", "niet bereikbaar")):
        form = {"name": "A", "issuer": issuer, "client_id": "deelwijs", "secret": "geheim"}
        keeper.post("/admin/sign-on", form)
        assert why in keeper.page("/admin/sign-on").words


def test_an_administrator_of_one_school_keeps_none(visitor: Visitor) -> None:
    visitor.as_administrator()
    assert visitor.get("/admin/sign-on").status_code == 404
    assert visitor.post("/admin/sign-on", {"name": "A"}).status_code == 404
