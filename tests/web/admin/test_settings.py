"""The administrator of a board says who can't do without a second step, and takes one off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import builders
from tests.people.factors.authenticator import set_up

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_a_director_who_is_asked_sets_one_up_before_anything_else(visitor: Visitor) -> None:
    town = visitor.town
    visitor.administrator = builders.an_administrator_of(town.store, town.board_id)
    visitor.as_administrator()
    assert visitor.post("/admin/settings", {"second_step": ("director", "pupil")}).status_code == 303
    page = visitor.page("/admin/settings")
    assert [tag["value"] for name, tag in page.tags if name == "input" and "checked" in tag] == ["director"]
    visitor.leave()
    visitor.post("/sign-in", {"email": town.director.email, "password": builders.PASSWORD})
    assert visitor.get("/director/").headers["Location"] == "/account/second-step"
    assert "Je bestuur vraagt" in visitor.page("/account/second-step").words


def test_an_administrator_of_one_school_has_no_settings_of_the_board(visitor: Visitor) -> None:
    assert visitor.as_administrator().get("/admin/settings").status_code == 404


def test_a_lost_second_step_is_taken_off(visitor: Visitor) -> None:
    town = visitor.town
    actor = builders.signed_in(town.store, town.teacher)
    set_up(town.store, actor, visitor.clock())
    here = f"/admin/people/{town.teacher.id}"
    page = visitor.as_administrator().page(here)
    visitor.post(f"{here}/second-step/remove", dict(page.form("/second-step/remove").fields))
    assert not visitor.page(here).has_form("/second-step/remove")


def test_a_board_says_how_long_it_keeps_journal_and_reports(visitor, town):
    visitor.administrator = builders.an_administrator_of(town.store, town.board_id)
    visitor.as_administrator()
    assert (
        visitor.post("/admin/settings/retention", {"journal": 60, "reports": 90}).location
        == "/admin/settings"
    )
    words = visitor.page(f"/admin/schools/{town.ours.id}/retention").words
    assert "60 dagen" in words
    assert "90 dagen" in words
    assert visitor.post("/admin/settings/retention", {"journal": 3, "reports": 90}).status_code in {303, 422}
    assert "60 dagen" in visitor.page(f"/admin/schools/{town.ours.id}/retention").words
