"""`deelwijs xapi` sends what waits, for cron."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner
from sqlalchemy import insert

from cli.main import main
from course.journal.journal import Origin
from course.learning.records import settings
from course.learning.tables import progress
from course.store.store import Store
from tests import builders
from tests.learning.records.lrs import PASSWORD, USER, open_lrs

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SECRET = "x" * 40


def test_it_tells_what_it_sent_and_what_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'school.db'}"
    store = Store.open(url)
    store.migrate()
    group = builders.a_group(store)
    pupil = builders.a_pupil(store, group, "Aya")
    row = {"person_id": pupil, "module": "mag-deze-foto"}
    moments = dict.fromkeys(("started_at", "touched_at", "completed_at"), builders.NOW)
    monkeypatch.setenv("DEELWIJS_DATA", str(tmp_path))
    monkeypatch.setenv("DEELWIJS_SECRET_KEY", SECRET)
    with open_lrs() as lrs:
        settings.keep(
            store,
            group.board_id,
            lrs.address,
            USER,
            PASSWORD,
            SECRET.encode(),
            Origin(builders.NOW),
            is_on=True,
        )
        with store.write() as conn:
            conn.execute(insert(progress), row | moments)
        store.close()
        command = ["xapi", "--database", url]
        assert "Say DEELWIJS_URL first" in CliRunner().invoke(main, command).output
        monkeypatch.setenv("DEELWIJS_URL", "https://leren.example")
        assert "records that wait: 1" in CliRunner().invoke(main, [*command, "--dry-run"]).output
        assert lrs.kept == {}
        result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    assert "sent: 1, tried again later: 0, given up: 0" in result.output
    assert "records that wait: 0" in result.output
    assert len(lrs.kept) == 1
