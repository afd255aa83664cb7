"""A copy of the whole database in one file, made while the course is served, and put back while it isn't.

SQLite copies itself page by page, at one moment of its writers; PostgreSQL brings `pg_dump` and `pg_restore` for it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from course.errors import Unavailable
from course.reading.foreign import in_our_words
from course.reading.told import Told, told
from course.store.address import parse
from course.store.driver_words import in_our_words as of_driver
from course.store.migrations import revisions

if TYPE_CHECKING:
    from sqlalchemy import URL

BEFORE = ".before-restore"
"""What is put beside an SQLite file: the one that was there."""
WAIT_MS = 1_000


def copy_to(url: str, target: Path) -> None:
    """Write a copy; Unavailable where the file is there already, or PostgreSQL's own tool isn't."""
    if target.exists():
        raise Unavailable(told("%(file)s is there already; name a new file", file=str(target)))
    address = parse(url)
    half = target.with_name(f"{target.name}.part")
    try:
        os.close(os.open(half, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
        if address.get_backend_name() == "sqlite":
            _copy_file(Path(str(address.database)), half)
        else:
            _call("pg_dump", address, "--format=custom", "--no-owner", f"--file={half}")
        half.replace(target)
    except sqlite3.Error as error:
        why = of_driver(error)
        raise Unavailable(
            told("%(file)s can't be copied: %(why)s", file=address.database, why=why)
        ) from error
    except OSError as error:
        raise Unavailable(
            told("can't write %(file)s: %(why)s", file=str(target), why=in_our_words(error.strerror or ""))
        ) from error
    finally:
        half.unlink(missing_ok=True)


def refuse_in_use(url: str) -> None:
    """Unavailable while anything else has the database open, as the course does that is served."""
    address = parse(url)
    if address.get_backend_name() == "sqlite":
        path = Path(str(address.database))
        if path.exists() and _is_open_elsewhere(path):
            raise Unavailable(_in_use())
    elif _others(address):
        raise Unavailable(_in_use())


def put_back(url: str, source: Path) -> None:
    """Put a copy in the place of the database; what was there in a file of SQLite stays beside it.

    Unavailable where the file is no copy of ours, and then nothing was changed.
    """
    address = parse(url)
    if not source.is_file():
        raise Unavailable(told("there is no file %(file)s", file=str(source)))
    if address.get_backend_name() == "sqlite":
        _put_file_back(source, Path(str(address.database)))
    else:
        _refuse_other_dump(source)
        options = ("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error")
        _call("pg_restore", address, *options, str(source), by_name="--dbname")


def _copy_file(path: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _put_file_back(source: Path, path: Path) -> None:
    half = path.with_name(f"{path.name}.restoring")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _copy_file(source, half)
        half.chmod(0o600)
        _refuse_other_file(half, source)
        if path.exists():
            path.replace(f"{path}{BEFORE}")
        for rest in ("-wal", "-shm"):
            Path(f"{path}{rest}").unlink(missing_ok=True)
        half.replace(path)
    except sqlite3.Error as error:
        raise Unavailable(
            told(
                "%(file)s is no copy of a database of Deelwijs: %(why)s",
                file=str(source),
                why=of_driver(error),
            )
        ) from error
    finally:
        half.unlink(missing_ok=True)


def _refuse_other_file(half: Path, source: Path) -> None:
    with closing(sqlite3.connect(half)) as conn:
        if conn.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise Unavailable(told("%(file)s is damaged", file=str(source)))
        version = conn.execute("SELECT version_num FROM alembic_version").fetchone()
    if version is None or version[0] not in revisions():
        raise Unavailable(
            told("%(file)s is of a newer version of the program than this one", file=str(source))
        )


def _refuse_other_dump(source: Path) -> None:
    with source.open("rb") as file:
        if file.read(5) != b"PGDMP":
            raise Unavailable(told("%(file)s is no copy that pg_dump made", file=str(source)))


def _is_open_elsewhere(path: Path) -> bool:
    """Ask for the file alone: SQLite lets nobody out of its write-ahead log while somebody else has it open."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute(f"PRAGMA busy_timeout={WAIT_MS}")
        try:
            (mode,) = conn.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.OperationalError:
            return True
        if mode == "delete":
            with suppress(sqlite3.Error):
                conn.execute("PRAGMA journal_mode=WAL")
    return bool(mode != "delete")


def _others(address: URL) -> int:
    import psycopg

    plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
    asked = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    try:
        with psycopg.connect(plain, autocommit=True) as conn:
            row = conn.execute(asked).fetchone()
    except psycopg.Error as error:
        raise Unavailable(told("the database can't be reached: %(why)s", why=of_driver(error))) from error
    return int(row[0]) if row else 0


def _in_use() -> Told:
    return told("the database is in use: stop `deelwijs serve` first, and whatever else has it open")


def _call(tool: str, address: URL, *options: str, by_name: str = "--dbname") -> None:
    """Call a tool of PostgreSQL; the password goes by the environment, for anybody may list commands."""
    path = shutil.which(tool)
    if path is None:
        raise Unavailable(
            told(
                "%(tool)s is not here: install the client programs of PostgreSQL (postgresql-client)",
                tool=tool,
            )
        )
    plain = address.set(drivername="postgresql", password=None)
    environment = {**os.environ, **({"PGPASSWORD": str(address.password)} if address.password else {})}
    command = [path, f"{by_name}={plain.render_as_string(hide_password=False)}", *options]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - a tool of our own choice, no shell
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or [told("no reason given")]
        raise Unavailable(told("%(tool)s failed: %(why)s", tool=tool, why=last[0]))
