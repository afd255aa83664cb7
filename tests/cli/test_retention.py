"""`deelwijs retention` shows how long a school keeps what, and changes it within bounds."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.cli.keeping import a_kept_school

if TYPE_CHECKING:
    from pathlib import Path


def test_terms_are_shown_and_set_within_their_bounds(tmp_path: Path) -> None:
    kept = a_kept_school(tmp_path, datetime.now(UTC))
    at = ("retention", "--school", "De Linde")
    assert "pupils: 365 (30-730)" in kept.says(*at)
    kept.says(*at, "--set", "pupils=300", "--set", "lessons=90")
    found = json.loads(kept.says(*at, "--json"))
    assert (found["pupils"], found["lessons"], found["staff"]) == (300, 90, 365)
    for wrong in ("pupils=3", "pupils=soon", "songs=300", "pupils"):
        assert kept.run(*at, "--set", wrong).exit_code in {1, 2}
    assert json.loads(kept.says(*at, "--json")) == found
    kept.store.close()


def test_a_board_keeps_journal_and_reports_as_it_chose(tmp_path: Path) -> None:
    kept = a_kept_school(tmp_path, datetime.now(UTC))
    assert json.loads(kept.says("retention", "--json")) == {"journal": 365, "reports": 365}
    kept.says("retention", "--set", "journal=730")
    assert json.loads(kept.says("retention", "--json")) == {"journal": 730, "reports": 365}
    for wrong in ("journal=3", "pupils=300"):
        assert kept.run("retention", "--set", wrong).exit_code in {1, 2}
    kept.store.close()
