"""`deelwijs digest` puts the letter of the week down once, and needs a mail server for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from cli.main import main
from course.people.mail.queue import waiting
from course.people.mail.weekly import ask
from course.store.store import Store
from tests import builders

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_each_gets_one_letter_a_week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'school.db'}"
    store = Store.open(url)
    store.migrate()
    board = builders.a_board(store)
    group = builders.a_group(store, builders.a_school(store, board, "kom-leren", "De Eik"), "7B")
    ask(store, builders.a_teacher(store, group).id, builders.NOW)
    monkeypatch.setenv("DEELWIJS_DATA", str(tmp_path))
    command = ["digest", "--database", url]
    assert "1 letter would go" in CliRunner().invoke(main, [*command, "--dry-run"]).output
    assert "No mail server is set" in CliRunner().invoke(main, command).output
    monkeypatch.setenv("DEELWIJS_MAIL", "smtp://127.0.0.1:9")
    monkeypatch.setenv("DEELWIJS_MAIL_FROM", "deelwijs@school.example")
    monkeypatch.setenv("DEELWIJS_URL", "https://leren.example")
    told = [CliRunner().invoke(main, command).output for _ in range(2)]
    assert ["1 letter is put down" in told[0], "0 letters are put down" in told[1]] == [True, True]
    assert waiting(store) == 1
    store.close()
