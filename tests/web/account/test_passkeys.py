"""Passkeys are offered where the site goes by a name; a browser with a key is in `tests/e2e/test_passkeys.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_a_passkey_is_asked_for_under_the_name_of_the_site(visitor: Visitor) -> None:
    visitor.app.config["URL"] = "https://leren.school.example"
    asked = visitor.as_teacher().post("/account/passkeys/options")
    assert asked.json["rp"]["id"] == "leren.school.example"
    assert visitor.post("/account/passkeys", {"passkey_answer": "{}"}).status_code == 303
    assert "Probeer het nog eens" in visitor.page("/account/second-step").words
    visitor.clock.passes(minutes=11)
    assert visitor.post("/account/passkeys/options").status_code == 401


def test_without_a_name_none_are_offered(visitor: Visitor) -> None:
    visitor.app.config["HOSTS"] = ()
    page = visitor.as_teacher().get("/account/second-step", base_url="http://127.0.0.1:8000")
    assert "data-passkey" not in page.text
