"""The second step of signing in is nobody's who did not take the first; see also `tests/web/account/test_second_step.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_who_comes_without_a_password_begins_at_the_beginning(visitor: Visitor, hx: bool) -> None:
    assert visitor.get("/sign-in/second").headers["Location"] == "/sign-in"
    answer = visitor.post("/sign-in/second", {"code": "123456"}, hx=hx)
    assert answer.status_code == (204 if hx else 303)
