"""How far a long import is, told outside its one transaction, so that any process of the server can say it.

PostgreSQL takes it from a connection of its own. SQLite lets one transaction write at a time, so there it stands in a file
beside the database, which all processes share.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from course.rosters.tables import roster_imports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.rosters.apply import Progress
    from course.store.store import Store

_this = roster_imports.c.id == bindparam("import")
_NOTE = update(roster_imports).where(_this).values(done=bindparam("so_far"), everybody=bindparam("of_all"))
_READ = select(roster_imports.c.done, roster_imports.c.everybody).where(_this)


@contextmanager
def noted(store: Store, import_id: int) -> Iterator[Progress]:
    """Give what an import tells its progress to, for as long as it runs."""
    if path := _file(store, import_id):
        try:
            yield lambda done, of: _write(path, done, of)
        finally:
            path.unlink(missing_ok=True)
        return
    with store.engine.connect() as conn:

        def note(done: int, of: int) -> None:
            conn.execute(_NOTE, {"import": import_id, "so_far": done, "of_all": of})

        yield note


def how_far(store: Store, import_id: int) -> tuple[int, int]:
    """Tell how many of how many people are written; (0, 0) where nothing was told."""
    if path := _file(store, import_id):
        with suppress(OSError, ValueError):
            done, of = path.read_text(encoding="ascii").split()
            return int(done), int(of)
        return 0, 0
    with store.read() as conn:
        row = conn.execute(_READ, {"import": import_id}).first()
    return (row.done, row.everybody) if row else (0, 0)


def _file(store: Store, import_id: int) -> Path | None:
    if store.queue is None:
        return None
    return Path(f"{store.engine.url.database}.import-{import_id}")


def _write(path: Path, done: int, of: int) -> None:
    """Put the numbers there at once; a disk that is full keeps no import back."""
    half = path.with_name(f"{path.name}.new")
    with suppress(OSError):
        half.write_text(f"{done} {of}", encoding="ascii")
        half.replace(path)
