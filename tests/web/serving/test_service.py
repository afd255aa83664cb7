"""The server outlives a worker that crashes, and ends when it is told to."""

from __future__ import annotations

import os
import signal
import socket

import pytest
from click.testing import CliRunner

from cli.main import main
from tests.cli.served import PATIENCE, eventually, served


@pytest.mark.parametrize("time", range(3))
def test_ctrl_c_ends_the_server_and_its_workers(tmp_path, time):
    """A terminal sends it to all of them at once, which hung often enough to be seen in three times."""
    with served(tmp_path) as running:
        workers = running.workers()
        os.killpg(running.process.pid, signal.SIGINT)
        running.process.wait(PATIENCE)
        assert not any(worker.is_running() for worker in workers)


def test_a_worker_that_crashes_is_replaced(tmp_path):
    with served(tmp_path) as running:
        crashed, other = running.workers()
        crashed.kill()
        eventually(lambda: len({*running.workers()} - {crashed}) == 2)
        assert other in running.workers()
        eventually(running.answers)
        assert running.process.poll() is None


def test_a_second_server_on_the_same_port_is_refused(tmp_path, monkeypatch):
    """The server shares its port between its workers; who comes later must not share it too."""
    monkeypatch.setenv("DEELWIJS_DATA", str(tmp_path))
    with served(tmp_path) as running:
        result = CliRunner().invoke(main, ["serve", "--port", str(running.port)])
    assert result.exit_code == 1
    assert f"Port {running.port} of 127.0.0.1 is in use" in result.output
    assert "http://" not in result.output
    with socket.socket() as free:
        assert free.connect_ex(("127.0.0.1", running.port)) != 0
