"""A test about Dutch asks for what a command speaks when nobody says anything of it; all others read English."""

import pytest

from cli.language import SETTING


@pytest.fixture
def dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING)
