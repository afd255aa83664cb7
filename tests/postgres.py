"""A PostgreSQL server of the tests' own: one per test run, on loopback, gone at the end.

Every process of a run (pytest-xdist has several) finds it in one folder; the first that needs it starts it.
"""

from __future__ import annotations

import fcntl
import os
import pwd
import shutil
import socket
import subprocess
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

REQUIRED = "DEELWIJS_REQUIRE_POSTGRES"
MISSING = (
    "no PostgreSQL server here (initdb is neither on PATH nor in /usr/lib/postgresql/*/bin); "
    "on Debian: apt-get install postgresql"
)
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB")
"""A test's data may be lost with the power."""
TRIES = 5
"""Between finding a free port and taking it, somebody else may."""


def binaries() -> Path | None:
    """Find the folder with the server's programs, the newest version first; None when there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    port: int

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://deelwijs@127.0.0.1:{self.port}/{database}"

    @contextmanager
    def database(self, name: str) -> Iterator[str]:
        """An empty database for the block; gives its address."""
        self._run(f'DROP DATABASE IF EXISTS "{name}"')
        self._run(f'CREATE DATABASE "{name}"')
        try:
            yield self.url(name)
        finally:
            self._run(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _run(self, statement: str) -> None:
        address = f"host=127.0.0.1 port={self.port} user=deelwijs dbname=postgres"
        with closing(psycopg.connect(address, autocommit=True)) as conn:
            conn.execute(statement)


def running(folder: Path, settings: tuple[str, ...] = FAST) -> Server:
    """The server of this test run, started when nobody has yet; a measurement gives other settings."""
    note = folder / "port"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not note.exists():
            note.write_text(str(_start(folder, settings)))
    return Server(int(note.read_text()))


def stop(folder: Path) -> None:
    """Stop the server by the pid in its own data folder, if it was started; then remove the folder."""
    if (folder / "data" / "postmaster.pid").exists():
        _call(folder, "pg_ctl", "stop", "-D", "data", "-m", "immediate", "-w")
    shutil.rmtree(folder, ignore_errors=True)


def _start(folder: Path, settings: tuple[str, ...]) -> int:
    _give_away(folder)
    _call(folder, "initdb", "-D", "data", "-U", "deelwijs", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    given = " ".join(f"-c {setting}" for setting in settings)
    for _ in range(TRIES):
        port = _free_port()
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' {given}"
        started = _call(
            folder, "pg_ctl", "start", "-D", "data", "-l", "log", "-w", "-o", options, check=False
        )
        if started:
            return port
    raise RuntimeError((folder / "log").read_text())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _give_away(folder: Path) -> None:
    """PostgreSQL refuses to run as root; then the folder goes to the user that it will run as."""
    owner = _owner()
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)


def _owner() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _call(folder: Path, program: str, *arguments: str, check: bool = True) -> bool:
    where = binaries()
    assert where is not None, MISSING
    owner = _owner()
    done = subprocess.run(
        [where / program, *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        user=owner.pw_uid if owner else None,
        group=owner.pw_gid if owner else None,
        extra_groups=[] if owner else None,
    )
    if check and done.returncode:
        raise RuntimeError(f"{program}: {done.stderr or done.stdout}")
    return done.returncode == 0
