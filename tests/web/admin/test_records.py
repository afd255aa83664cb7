"""The administrator of a board says where learning records go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders

if TYPE_CHECKING:
    from tests.web.conftest import Visitor

PAGE = "/admin/records"
FORM = {"address": "https://lrs.example/xapi", "username": "deelwijs", "password": "geheim"}


@pytest.fixture
def keeper(visitor: Visitor) -> Visitor:
    visitor.administrator = builders.an_administrator_of(visitor.town.store, visitor.town.board_id)
    return visitor.as_administrator()


def test_a_store_is_named_turned_on_and_off(keeper: Visitor) -> None:
    assert f'href="{PAGE}"' in keeper.get("/admin/settings").text
    assert keeper.post(PAGE, {**FORM, "on": "1"}).status_code == 303
    page = keeper.get(PAGE).text
    assert "checked" in page
    assert "geheim" not in page
    keeper.post(PAGE, {**FORM, "password": ""})
    assert "checked" not in keeper.get(PAGE).text


def test_an_address_that_anybody_could_listen_to_is_told_off(keeper: Visitor) -> None:
    keeper.post(PAGE, {**FORM, "address": "http://lrs.example/xapi"})
    assert "https://" in keeper.page(PAGE).words
    assert "lrs.example" not in keeper.get(PAGE).text


def test_an_administrator_of_one_school_has_no_such_page(visitor: Visitor) -> None:
    visitor.as_administrator()
    assert visitor.get(PAGE).status_code == 404
