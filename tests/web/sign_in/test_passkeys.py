from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_what_is_no_passkey_leads_back_to_the_page(visitor: Visitor) -> None:
    visitor.app.config["URL"] = "https://leren.school.example"
    assert "data-passkey" in visitor.get("/sign-in").text
    assert visitor.post("/sign-in/passkey/options").json["rpId"] == "leren.school.example"
    answer = visitor.post("/sign-in/passkey", {"passkey_answer": "{}"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in")
