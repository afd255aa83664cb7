"""The way to a provider and back; what comes back is told in `tests.web.sign_in.test_sign_on`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask import session

from course.errors import NotFound
from course.people.sign_on.asking import Aim, Wanted
from tests.people.sign_on.test_arriving import a_provider
from web.http.sign_on import KEPT, come_back_to, way_to

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_each_provider_has_an_address_of_its_own_to_come_back_to(visitor: Visitor) -> None:
    visitor.app.config["URL"] = "https://leren.school.example"
    with visitor.app.test_request_context():
        assert come_back_to(7) == "https://leren.school.example/sign-in/with/7/back"
    visitor.app.config["URL"] = ""
    with visitor.app.test_request_context(base_url="https://forged.example"), pytest.raises(NotFound):
        come_back_to(7)


def test_the_cookie_keeps_what_the_provider_is_to_send_back(visitor: Visitor) -> None:
    provider = a_provider(visitor.town.store, visitor.town.board_id)
    with visitor.app.test_request_context():
        address = way_to(provider.id, Wanted(Aim.IN))
        assert f"state={session[KEPT]}" in address
