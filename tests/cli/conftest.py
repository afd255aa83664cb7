"""A test about Dutch asks for what a command speaks when nobody says anything of it; all others read English."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from cli.language import SETTING
from tests.cli.keeping import Kept, a_kept_school_in

if TYPE_CHECKING:
    from pathlib import Path

    from course.store.store import Store


@pytest.fixture
def dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING)


@pytest.fixture
def kept(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """A school on which commands are run, once for each database."""
    monkeypatch.setenv("DEELWIJS_DATA", str(tmp_path))
    return a_kept_school_in(store, datetime.now(UTC))
