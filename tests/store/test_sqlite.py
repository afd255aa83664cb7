"""The file of an SQLite database: whose it is, and that nobody takes its log away while another writes."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from course.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_and_its_log_are_for_their_owner_alone(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 'new.db'}")
    store.migrate()
    made = [one for one in tmp_path.iterdir() if one.name.startswith("new.db")]
    assert {one.name: one.stat().st_mode & 0o077 for one in made} == {one.name: 0 for one in made}
    assert len(made) > 1
    store.close()


def test_opening_a_database_again_in_one_process_leaves_what_others_hold_of_it(tmp_path: Path) -> None:
    """Another process that comes and goes must not take the log away that this one writes to."""
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    store = Store.open(url)
    store.migrate()
    with store.read() as conn:
        conn.exec_driver_sql("SELECT 1 FROM boards").all()
    again = Store.open(url)
    again.close()
    come_and_go = "import sys; from course.store.store import Store; Store.open(sys.argv[1]).close()"
    subprocess.run([sys.executable, "-c", come_and_go, url], check=True)
    with store.write() as conn:
        conn.exec_driver_sql("INSERT INTO boards (name) VALUES ('Hier')")
    counting = (
        "import sys; from course.store.store import Store; store = Store.open(sys.argv[1])\n"
        "with store.read() as conn: print(conn.exec_driver_sql('SELECT count(*) FROM boards').scalar())"
    )
    seen = subprocess.run([sys.executable, "-c", counting, url], check=True, capture_output=True, text=True)
    assert seen.stdout == "1\n"
    store.close()
