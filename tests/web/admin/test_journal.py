"""The journal's page: filters, one person, and a file to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_what_was_done_is_read_filtered_and_taken_along(visitor: Visitor) -> None:
    visitor.as_administrator()
    town = visitor.town
    visitor.post(f"/admin/people/{town.pupil}/year", {"year_group": "8"})
    page = visitor.page("/admin/journal?event=person-changed")
    assert "persoon veranderd (leerjaar)" in page.words
    assert "Aya" in page.words
    assert "Er is hierover niets" in visitor.page("/admin/journal?event=erased").words
    of_one = visitor.page(f"/admin/journal?person={town.pupil}&since=2026-11-20&until=x")
    assert "Aya" in of_one.words
    assert of_one.form("/journal/export").value("person") == str(town.pupil)
    answer = visitor.post("/admin/journal/export", {"event": "person-changed"})
    assert answer.mimetype == "text/csv"
    assert "Aya" in answer.text


def test_a_neighbours_lines_are_not_there(visitor: Visitor) -> None:
    visitor.as_administrator()
    assert "Daan" not in visitor.page(f"/admin/journal?person={visitor.town.their_pupil}").words
