"""Whoever holds a link for one use chooses a password, with or without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.web.page import Page

if TYPE_CHECKING:
    from tests.web.conftest import Visitor

OWN = "paarse-lantaarn-zwemt-hoog"


def test_a_link_that_was_handed_over_opens_once(visitor: Visitor, hx: bool) -> None:
    visitor.as_administrator()
    answer = visitor.post(f"/admin/people/{visitor.town.teacher.id}/invitation")
    page = Page(answer.text)
    (link,) = [tag["value"] for name, tag in page.tags if name == "input" and tag.get("id") == "link"]
    assert "/account/invited#" in link
    visitor.leave()
    assert visitor.get("/account/invited").status_code == 200
    weak = visitor.post("/account/invited", {"link": link, "wanted": "kort"}, hx=hx)
    assert weak.status_code == 422
    done = visitor.post("/account/invited", {"link": link, "wanted": OWN}, hx=hx)
    assert done.status_code == (204 if hx else 303)
    again = visitor.post("/account/invited", {"link": link, "wanted": OWN}, hx=hx)
    assert again.status_code == 422
    assert visitor.post("/account/invited", {}, hx=hx).status_code == 422
    come_in = visitor.post("/sign-in", {"email": visitor.town.teacher.email, "password": OWN})
    assert come_in.status_code == 303
