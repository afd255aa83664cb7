"""An administrator hands over links, and signs somebody out everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.people.sign_on.links import a_link
from tests.web.page import Page

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_the_link_is_shown_once_and_sign_ins_are_ended(visitor: Visitor) -> None:
    town = visitor.town
    visitor.as_administrator()
    town.token(town.teacher.id)
    url = f"/admin/people/{town.teacher.id}"
    assert visitor.page(url).has_form("/sign-ins/end")
    handed = visitor.post(f"{url}/invitation").text
    assert "/account/invited#" in handed
    assert 'data-copies="link"' in handed
    assert f"/admin/schools/{town.ours.id}#staff" in handed
    visitor.post(f"{url}/sign-ins/end")
    assert not visitor.page(url).has_form("/sign-ins/end")


def test_who_has_no_address_gets_no_link_and_a_neighbour_is_not_there(visitor: Visitor) -> None:
    town = visitor.town
    visitor.as_administrator()
    for person in (town.their_teacher.id, town.pupil):
        assert visitor.post(f"/admin/people/{person}/invitation").status_code == 404
    assert visitor.post(f"/admin/people/{town.their_teacher.id}/sign-ins/end").status_code == 404


def test_staff_who_have_nothing_to_come_in_with_are_told_of(visitor: Visitor) -> None:
    visitor.as_administrator()
    home = f"/admin/schools/{visitor.town.ours.id}"
    new = {"given": "Bram", "email": "b@school.example", "role": "teacher"}
    page = Page(visitor.post(f"{home}/staff", new, follow_redirects=True).text)
    assert "nog niet binnen geweest" in page.words
    assert "De Eik: 1 medewerker" in visitor.page("/admin/").words
    assert sum(address.endswith("#account") for address in page.addresses) == 1


def test_an_account_elsewhere_is_unlinked_on_the_page_of_its_owner(visitor, town):
    path = f"/admin/people/{town.teacher.id}"
    provider = a_link(town.store, town.teacher.id, town.board_id)
    visitor.as_administrator()
    assert "Microsoft" in visitor.page(path).words
    assert visitor.post(f"{path}/accounts/{provider}/unlink").location == path
    words = visitor.page(path).words
    assert "opent dit account niet meer" in words
    assert "Losmaken" not in words
