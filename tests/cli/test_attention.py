"""`deelwijs attention` tells what the home page of an administrator does."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

    from tests.cli.keeping import Kept


def test_what_is_missing_is_told_with_its_page(kept: Kept) -> None:
    told = json.loads(kept.says("attention", "--json"))
    here = f"/schools/{kept.school.id}/contacts"
    assert any(one["page"] == here and "De Linde" in one["words"] for one in told)
    assert "No backup was made this week." in kept.says("attention")


def test_what_was_looked_up_long_ago_is_told_too(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.norms.looked_up.GOOD_FOR", timedelta(days=9999))
    assert "To be looked up again" not in kept.says("attention")
    monkeypatch.setattr("course.norms.looked_up.GOOD_FOR", timedelta(days=-9999))
    assert "To be looked up again: 113" in kept.says("attention")


def test_it_is_told_in_dutch_too(kept: Kept) -> None:
    assert "reservekopie" in kept.says("attention", "--lang", "nl")
