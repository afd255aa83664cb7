"""A form that is worth stealing waits for a secret, and then goes on with all that was in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import builders
from tests.web.page import Page

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_a_form_goes_on_after_the_secret_with_nothing_lost(visitor: Visitor, hx: bool) -> None:
    town = visitor.town
    visitor.as_administrator()
    address = f"/admin/people/{town.teacher.id}/roles"
    form = {"role": "coach", "school": str(town.ours.id), "more": ("one", "two")}
    visitor.clock.passes(minutes=11)
    asked = visitor.post(address, form, hx=hx)
    assert asked.status_code == 401
    fields = [
        (tag["name"], tag["value"])
        for name, tag in Page(asked.text).tags
        if name == "input" and "value" in tag
    ]
    carried = {key: tuple(v for k, v in fields if k == key) for key, _ in fields}
    assert carried["more"] == ("one", "two")
    wrong = visitor.post(address, carried | {"confirm": "fout"}, hx=hx)
    assert wrong.status_code == 422
    assert "coach" in wrong.text
    assert "fout" not in wrong.text
    assert visitor.post(address, carried | {"confirm": builders.PASSWORD}, hx=hx).status_code in {204, 303}
    assert "Intern begeleider" in visitor.page(f"/admin/people/{town.teacher.id}").words
    assert visitor.post(address, form, hx=hx).status_code in {204, 303}, "and for a while nothing is asked"


def test_where_a_page_and_its_form_share_an_address_reading_is_free(visitor: Visitor) -> None:
    visitor.administrator = builders.an_administrator_of(visitor.town.store, visitor.town.board_id)
    visitor.as_administrator().clock.passes(minutes=11)
    assert visitor.get("/admin/settings").status_code == 200
    assert visitor.post("/admin/settings", {"second_step": "director"}).status_code == 401
