"""An administrator sees what would go today, and sets how long the school keeps what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_terms_are_shown_with_what_would_go_and_changed_within_bounds(visitor: Visitor) -> None:
    at = f"/admin/schools/{visitor.as_administrator().town.ours.id}/retention"
    form = visitor.page(at).form(at)
    assert form.value("pupils") == "365"
    assert "Vandaag zou er 0 weggaan." in visitor.page(at).words
    assert visitor.post(at, dict(form.fields) | {"pupils": "60"}).status_code == 303
    assert visitor.page(at).form(at).value("pupils") == "60"
    visitor.post(at, dict(form.fields) | {"pupils": "3"})
    assert "Kies tussen 30 en 730 dagen." in visitor.page(at).words
    assert visitor.page(at).form(at).value("pupils") == "60"
