"""The server outlives a worker that crashes, and ends when it is told to."""

from __future__ import annotations

import inspect
import os
import signal
import socket

import pytest
from click.testing import CliRunner
from granian.server.common import AbstractServer

from cli.main import main
from tests.cli.served import PATIENCE, eventually, served
from web.serving.service import wait

pytestmark = pytest.mark.proof


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


def test_a_worker_that_crashes_again_and_again_does_not_end_the_service(tmp_path):
    with served(tmp_path) as running:
        steady, _ = running.workers()
        for _ in range(3):
            (crashing,) = {*running.workers()} - {steady}
            crashing.kill()
            eventually(lambda gone=crashing: len({*running.workers()} - {steady, gone}) == 1)
            assert running.process.poll() is None
        assert running.answers()
        assert steady in running.workers()


def test_workers_end_with_the_service_however_it_ends(tmp_path):
    with served(tmp_path) as running:
        workers = running.workers()
        running.process.kill()
        eventually(lambda: not any(worker.is_running() for worker in workers))
        with socket.socket() as free:
            free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            free.bind(("127.0.0.1", running.port))


def test_a_worker_that_could_not_start_again_is_tried_until_it_can(tmp_path):
    """As while the database is away; here it is the key. The other worker serves on, and the new one says why."""
    key, away = tmp_path / "secret-key", tmp_path / "away"
    with served(tmp_path) as running:
        lost, steady = running.workers()
        key.rename(away)
        key.mkdir()
        lost.kill()
        eventually(lambda: "Deelwijs does not start: can't keep a secret key" in running.said())
        assert running.process.poll() is None
        key.rmdir()
        away.rename(key)
        eventually(lambda: len({*running.workers()} - {lost, steady}) == 1 and running.answers())
        assert steady in running.workers()


@pytest.mark.parametrize(("lost", "seconds"), [(1, 0), (2, 1), (3, 2), (4, 4), (6, 16), (7, 30), (500, 30)])
def test_who_is_lost_often_waits_longer(lost, seconds):
    assert wait(lost) == seconds


def test_the_hook_that_is_overridden_is_the_one_that_granian_calls():
    """It is no public name: a version that renames it would silently go back to its own way."""
    called = inspect.getsource(AbstractServer._serve_loop)
    assert "self._respawn_workers(workers, spawn_target, target_loader)" in called
    assert "self.interrupt_children" in called
    assert "self.respawned_wrks.get(idx, 0)" in called


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
