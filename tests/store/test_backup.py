"""What PostgreSQL's own tools are needed for is told where they are lacking; the drill is in tests/administration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import Unavailable
from course.store.backup import BEFORE, copy_to, put_back
from course.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def test_a_missing_tool_is_named_and_no_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _tool: None)
    with pytest.raises(Unavailable, match="postgresql-client"):
        copy_to("postgresql://nobody@127.0.0.1:1/none", tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []


def test_the_file_that_was_there_stays_beside_the_one_put_back(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    store = Store.open(url)
    store.migrate()
    store.close()
    copy_to(url, tmp_path / "copy")
    put_back(url, tmp_path / "copy")
    assert (tmp_path / f"a.db{BEFORE}").exists()
    store = Store.open(url)
    assert store.is_current()
    store.close()
