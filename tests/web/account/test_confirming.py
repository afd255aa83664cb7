"""What is only read is gone to after the secret, and never anything that is not ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "/learn/nowhere", "", "/director/"]
)
def test_it_leads_to_own_pages_alone(visitor: Visitor, wanted: str) -> None:
    visitor.as_teacher().clock.passes(minutes=11)
    data = {"next": wanted, "confirm": builders.PASSWORD}
    assert visitor.post("/account/confirm", data).status_code == 422
    answer = visitor.post("/account/confirm", {"next": "/teacher/?a=1"})
    assert answer.headers["Location"] == "/teacher/?a=1"
