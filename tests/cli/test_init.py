"""`deelwijs init` begins an installation once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from click.testing import CliRunner

from cli.main import main
from course.people.invitations import invited, token_of
from course.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def test_a_board_is_made_with_a_link_that_opens_and_only_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    command = [
        "init",
        "--board",
        "De Kade",
        "--name",
        "Anna de Vries",
        "--email",
        "a@kade.example",
        "--database",
        url,
    ]
    result = CliRunner().invoke(main, [*command, "--url", "https://leren.example/"])
    assert result.exit_code == 0, result.output
    (link,) = [line for line in result.output.splitlines() if line.startswith("https://")]
    store = Store.open(url)
    assert invited(store, token_of(link), datetime.now(UTC)) == "a@kade.example"
    store.close()
    again = CliRunner().invoke(main, command)
    assert again.exit_code == 1
    assert "De Kade" in again.output
