from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from course.errors import Unavailable
from course.store.metadata import metadata
from course.store.migrate import FOLDER, downgrade, upgrade
from course.store.migrations import HEAD, revisions
from course.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def differs(
    _context: object,
    _column: object,
    _declared_column: object,
    found: str | None,
    _declared: object,
    rendered: str | None,
) -> bool:
    """Alembic's own comparison takes an empty text on SQLite for another than itself."""
    plain = [None if text is None else text.split("::")[0].strip("()'") for text in (found, rendered)]
    return plain[0] != plain[1]


def test_the_migrations_make_exactly_the_declared_tables(empty_url: str) -> None:
    store = Store.open(empty_url)
    store.migrate()
    with store.read() as conn:
        context = MigrationContext.configure(conn, opts={"compare_server_default": differs})
        assert compare_metadata(context, metadata) == []
    store.close()


def test_a_store_is_current_only_after_migrating(empty_url: str) -> None:
    store = Store.open(empty_url)
    assert not store.is_current()
    store.migrate()
    assert store.is_current()
    with store.write() as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    assert not store.is_current()
    assert "deelwijs migrate" in store.unfit()
    store.close()


def test_a_database_of_a_newer_program_is_told_from_an_older_one_and_left_alone(empty_url: str) -> None:
    store = Store.open(empty_url)
    store.migrate()
    with store.write() as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    assert "newer version" in store.unfit()
    assert "migrate" not in store.unfit()
    with pytest.raises(Unavailable, match="newer version"):
        store.migrate()
    store.close()


def test_the_revisions_are_known_without_alembic() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    assert {one.revision for one in ScriptDirectory.from_config(config).walk_revisions()} == revisions()


def test_migrating_twice_changes_nothing(empty_url: str) -> None:
    store = Store.open(empty_url)
    store.migrate()
    with store.write() as conn:
        conn.execute(text("INSERT INTO boards (name) VALUES ('De Veerkracht')"))
    store.migrate()
    with store.read() as conn:
        assert conn.execute(text("SELECT count(*) FROM boards")).scalar() == 1
    store.close()


def test_two_programs_that_migrate_at_once_do_it_once(empty_url: str) -> None:
    program = (
        "import sys; from course.store.store import Store; from course.store.migrate import upgrade\n"
        "upgrade(Store.open(sys.argv[1]))"
    )
    both = [subprocess.Popen([sys.executable, "-c", program, empty_url]) for _ in range(2)]
    assert [process.wait(timeout=30) for process in both] == [0, 0]
    store = Store.open(empty_url)
    assert store.is_current()
    store.close()


def test_going_down_leaves_no_table(empty_url: str) -> None:
    store = Store.open(empty_url)
    store.migrate()
    downgrade(store, "base")
    with store.read() as conn:
        assert set(inspect(conn).get_table_names()) <= {"alembic_version"}
    assert not store.is_current()
    store.close()


def test_figures_from_before_they_were_released_in_steps_are_kept_and_not_yet_released(
    empty_url: str,
) -> None:
    store = Store.open(empty_url)
    upgrade(store, "0001")
    with store.write() as conn:
        for row in (
            "boards (name) VALUES ('De Veerkracht')",
            "schools (board_id, name, protocol, adopted_on) VALUES (1, 'De Eik', 'kom-leren', '2026-08-01')",
            "groups (school_id, name, band, school_year) VALUES (1, '7B', 'po-7-8', 2026)",
            "first_choices (group_id, lesson, scene, choice, count) VALUES (1, 'foto', 'begin', 'gedeeld', 7)",
        ):
            conn.execute(text(f"INSERT INTO {row}"))
    store.migrate()
    with store.read() as conn:
        assert conn.execute(text("SELECT count, released FROM first_choices")).all() == [(7, 0)]
    downgrade(store, "0001")
    with store.read() as conn:
        assert conn.execute(text("SELECT count FROM first_choices")).scalar() == 7
    store.close()


def test_the_written_head_is_alembics_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_opening_a_current_store_never_imports_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'quick.db'}"
    store = Store.open(url)
    store.migrate()
    store.close()
    program = (
        "import sys; from course.store.store import Store\n"
        "store = Store.open(sys.argv[1]); store.migrate()\n"
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program, url], check=False).returncode == 0
