"""Servers and the clients beside them, each in processes of their own on this machine's loopback."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import psutil

from tests.bench.classes import SECRET

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Served:
    """A server under measurement."""

    process: psutil.Process
    port: int
    seconds: float
    """From the start of the command to the first page answered."""

    def workers(self) -> list[psutil.Process]:
        return self.process.children(recursive=True)

    def memory(self) -> float:
        """MiB that the workers hold, with what they share counted once (PSS)."""
        return sum(worker.memory_full_info().pss for worker in self.workers()) / 2**20

    def cpu(self) -> float:
        """Seconds of processor that the workers have used until now."""
        times = [worker.cpu_times() for worker in self.workers()]
        return sum(one.user + one.system for one in times)


@contextmanager
def deelwijs(database: str, content: Path = ROOT) -> Iterator[Served]:
    """`deelwijs serve` with two workers."""
    command = [str(Path(sys.executable).with_name("deelwijs")), "--content", str(content)]
    command += ["serve", "--workers", "2"]
    with _started(command, {"DEELWIJS_DATABASE": database, "DEELWIJS_SECRET_KEY": SECRET}) as served:
        yield served


@contextmanager
def the_floor(database: str, size: int, *, frozen: bool) -> Iterator[Served]:
    """The bare endpoint under the very same server and settings, on the application's store or on the frozen one."""
    program = (
        "import sys; from cli.serve import server_of;"
        "server_of('tests.bench.floor:make', '127.0.0.1', int(sys.argv[-1]), 2, threads=4).serve()"
    )
    command = [sys.executable, "-c", program]
    settings = {
        "DEELWIJS_DATABASE": database,
        "FLOOR_BYTES": str(size),
        "FLOOR_STORE": "frozen" if frozen else "same",
    }
    with _started(command, settings) as served:
        yield served


@contextmanager
def the_bare_site() -> Iterator[Served]:
    """Flask with SQLAlchemy and one page under the same server: what a start costs at the very least."""
    program = (
        "import sys; from cli.serve import server_of;"
        "server_of('tests.bench.bare:make', '127.0.0.1', int(sys.argv[-1]), 2, threads=4).serve()"
    )
    with _started([sys.executable, "-c", program], {}) as served:
        yield served


@contextmanager
def _started(command: list[str], settings: dict[str, str]) -> Iterator[Served]:
    port = _free_port()
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--port", str(port)], cwd=ROOT, env=_as_installed() | settings, stdout=subprocess.DEVNULL
    )
    try:
        _first_page(port, process)
        yield Served(psutil.Process(process.pid), port, time.perf_counter() - begun)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)


def _as_installed() -> dict[str, str]:
    """The environment of an installation: compiled Python is kept, whatever holds for this run of the tests."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _first_page(port: int, process: subprocess.Popen) -> None:
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", "/")
            answer = connection.getresponse()
            answer.read()
        except OSError:
            time.sleep(0.005)
        else:
            assert answer.status == 200, answer.status
            return
        finally:
            connection.close()
    raise AssertionError("the server did not come up")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Clients:
    """The process with the browsers, split evenly over the workers; `click(seconds)` gives what they saw."""

    def __init__(
        self, served: Served, clients: list[list[dict]], lessons: list[str], laps: list[list[dict]]
    ) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.clients"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        workers = [one.pid for one in served.workers()]
        job = {"port": served.port, "workers": workers, "lessons": lessons, "clients": clients, "laps": laps}
        self._say(job)
        self.split = self._heard()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.stdin.close()
        self._process.stdout.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        self._process.kill()
        self._process.wait()

    def click(self, seconds: float) -> dict:
        self._say(seconds)
        return self._heard()

    def _heard(self):
        answer = self._process.stdout.readline()
        assert answer, "the clients stopped: an answer went wrong, see above"
        return json.loads(answer)

    def _say(self, what: object) -> None:
        self._process.stdin.write(f"{json.dumps(what)}\n")
        self._process.stdin.flush()
