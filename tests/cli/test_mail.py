"""`deelwijs mail` sends what waits, and tries whether mail works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from cli.main import main
from course.store.store import Store
from tests.people.mail.post_office import open_office

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_test_letter_goes_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'school.db'}"
    store = Store.open(url)
    store.migrate()
    store.close()
    command = ["mail", "--test", "anna@school.example", "--database", url]
    monkeypatch.setenv("DEELWIJS_DATA", str(tmp_path))
    assert "No mail server is set" in CliRunner().invoke(main, command).output
    with open_office() as office:
        monkeypatch.setenv("DEELWIJS_MAIL", f"smtp://127.0.0.1:{office.server.port}")
        monkeypatch.setenv("DEELWIJS_MAIL_FROM", "deelwijs@school.example")
        monkeypatch.setenv("DEELWIJS_URL", "https://leren.example")
        result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    assert "sent: 1" in result.output
    assert len(office.letters) == 1
