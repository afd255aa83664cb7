"""`deelwijs attention` tells what the home page of an administrator does."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.cli.keeping import Kept, a_kept_school

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    monkeypatch.setenv("DEELWIJS_DATA", str(tmp_path))
    kept = a_kept_school(tmp_path, datetime.now(UTC))
    yield kept
    kept.store.close()


def test_what_is_missing_is_told_with_its_page(kept: Kept) -> None:
    told = json.loads(kept.says("attention", "--json"))
    here = f"/schools/{kept.school.id}/contacts"
    assert any(one["page"] == here and "De Linde" in one["words"] for one in told)
    assert "No backup was made this week." in kept.says("attention")


def test_it_is_told_in_dutch_too(kept: Kept) -> None:
    assert "reservekopie" in kept.says("attention", "--lang", "nl")
