"""Commands are asked in English, the language of the sources, unless a test is about Dutch."""

import pytest

from cli.language import SETTING


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "en")


@pytest.fixture
def dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING)
