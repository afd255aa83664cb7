"""A group by hand, in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.web.page import Page

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_a_group_is_added_filled_and_given_a_teacher(visitor: Visitor) -> None:
    visitor.as_administrator()
    town = visitor.town
    home = f"/admin/schools/{town.ours.id}"
    visitor.post(f"{home}/groups", {"name": "6 Zee"})
    assert "6 Zee" in visitor.page(home).words
    url = f"/admin/groups/{town.our_group.id}"
    answer = visitor.post(
        f"{url}/pupils", {"names": "Noor van Dam\r\nSam", "year_group": "7"}, follow_redirects=True
    )
    assert "Noor, Sam" in Page(answer.text).words
    for name in ("Noor", "Sam", "Aya"):
        assert name in visitor.page(url).words
    visitor.post(
        f"{url}/staff", {"person": town.next_teacher.id, "role": "substitute", "last_day": "2026-12-01"}
    )
    page = visitor.page(url)
    assert "teacher" in page.words
    assert "2 december" in page.words
    visitor.post(f"{url}/out", {"person": town.next_teacher.id})
    assert "2 december" not in visitor.page(url).words
    visitor.post(f"{url}/name", {"name": "7 Zon"})
    assert "7 Zon" in visitor.page(url).words


def test_names_that_can_not_be_taken_come_back_as_they_were_typed(visitor: Visitor, hx: bool) -> None:
    visitor.as_administrator()
    url = f"/admin/groups/{visitor.town.our_group.id}/pupils"
    answer = visitor.post(url, {"names": "Noor\r\nSam", "year_group": ""}, hx=hx)
    assert answer.status_code == 422
    assert "Noor\nSam" in answer.text.replace("\r", "")


def test_a_slip_is_told_and_changes_nothing(visitor: Visitor) -> None:
    visitor.as_administrator()
    home = f"/admin/schools/{visitor.town.ours.id}"
    answer = visitor.post(f"{home}/groups", {"name": "7b"}, follow_redirects=True)
    assert "Er is al een groep met deze naam." in Page(answer.text).words


def test_a_neighbours_group_is_not_there(visitor: Visitor) -> None:
    visitor.as_administrator()
    url = f"/admin/groups/{visitor.town.their_group.id}"
    assert visitor.get(url).status_code == 404
    for path in ("name", "out", "staff", "pupils"):
        data = {"person": "1", "name": "X", "names": "X", "year_group": "7"}
        assert visitor.post(f"{url}/{path}", data).status_code == 404, path
