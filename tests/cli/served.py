"""`deelwijs serve` as a process of its own, whose workers a test may count, kill and ask."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import psutil

from course.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
PATIENCE = 60
"""Seconds; a loaded machine may need some."""


@dataclass(frozen=True, slots=True)
class Served:
    """A server of two workers, first in a process group of its own as a command in a terminal is."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    def workers(self) -> list[psutil.Process]:
        return [one for one in psutil.Process(self.process.pid).children() if _works(one)]

    def said(self) -> str:
        """What it has printed until now."""
        return self.log.read_text(encoding="utf-8")

    def answers(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, ConnectionError, TimeoutError):
            return False


@contextmanager
def served(folder: Path, fill: Callable[[Store], object] = lambda _: None) -> Iterator[Served]:
    """Serve a fresh database on a free port, and see to it that nothing is left of it."""
    database = f"sqlite:///{folder / 'deelwijs.db'}"
    store = Store.open(database)
    store.migrate()
    fill(store)
    store.close()
    port = free_port()
    command = [Path(sys.executable).parent / "deelwijs", "serve", "--port", str(port), "--workers", "2"]
    log = folder / "log"
    with log.open("wb") as printed:
        process = subprocess.Popen(
            command,
            env={**os.environ, "DEELWIJS_DATABASE": database, "DEELWIJS_DATA": str(folder)},
            stdout=printed,
            stderr=printed,
            cwd=ROOT,
            start_new_session=True,
        )
    try:
        running = Served(process, port, log)
        eventually(running.answers)
        eventually(lambda: len(running.workers()) == 2)
        yield running
    finally:
        left = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
        process.kill()
        process.wait()
        for one in left:
            with suppress(psutil.NoSuchProcess):
                one.kill()
                one.wait(PATIENCE)


def eventually(happens: Callable[[], bool]) -> None:
    """Wait until something happens that other processes do."""
    until = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < until, "it never happened"
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _works(process: psutil.Process) -> bool:
    """Whether this is a worker that lives, not the process that tidies up after multiprocessing."""
    try:
        living = process.status() != psutil.STATUS_ZOMBIE
        return living and not any("resource_tracker" in word for word in process.cmdline())
    except psutil.NoSuchProcess:
        return False
