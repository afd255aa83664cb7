"""What was acknowledged is saved once, also where the worker that did it is killed a moment later."""

from __future__ import annotations

import http.client
import itertools
import random
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from sqlalchemy import select

from course.learning.tables import runs
from course.library import default_content_root, load_library
from course.store.store import Store
from tests.bench.classes import LESSON, SECRET, some_classes
from tests.bench.walks import laps
from tests.cli.served import eventually, served

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.classes import Pupil
    from tests.bench.walks import Move

pytestmark = pytest.mark.proof

PUPILS, EACH, PATIENCE = 12, 3, 50.0


class Clicker(threading.Thread):
    """A pupil who clicks on and on, and sends the same click again where no answer came."""

    def __init__(self, port: int, pupil: Pupil, moves: list[list[Move]]) -> None:
        super().__init__()
        self.pupil, self.acknowledged, self.wrong = pupil, 0, ""
        self.stops = threading.Event()
        self._moves = moves
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def run(self) -> None:
        with closing(self._connection):
            self._click()

    def _click(self) -> None:
        lap, again = self._moves
        for step, move in enumerate(itertools.chain(lap, itertools.cycle(again))):
            if self.stops.is_set():
                return
            path, body = (
                f"/learn/lessons/{LESSON}/{move.kind}",
                urlencode(move.body(self.pupil.csrf, step)),
            )
            until = time.monotonic() + PATIENCE
            while (status := self._sent(path, body)) != 200:
                if status is not None or time.monotonic() > until:
                    self.wrong = f"{status} at step {step} after {self.acknowledged} answers"
                    return
                time.sleep(0.02)
            self.acknowledged += 1

    def _sent(self, path: str, body: str) -> int | None:
        """Give the status, or None where the connection broke."""
        head = {
            "Cookie": self.pupil.cookie,
            "HX-Request": "true",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        try:
            self._connection.request("POST", path, body, head)
            answer = self._connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            return None
        return answer.status


@pytest.mark.parametrize("seed", range(2))
def test_no_answer_is_lost_or_doubled_when_workers_are_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setenv("DEELWIJS_SECRET_KEY", SECRET)
    moves, chance = laps(load_library(default_content_root())), random.Random(seed)
    with served(tmp_path) as program:
        store = Store.open(f"sqlite:///{tmp_path / 'deelwijs.db'}")
        clickers = [Clicker(program.port, pupil, moves) for pupil in some_classes(store, 1, PUPILS)]
        for one in clickers:
            one.start()
        for worker in program.workers():
            _answer_more(clickers)
            time.sleep(chance.uniform(0.0, 0.1))
            worker.kill()
        _answer_more(clickers)
        for one in clickers:
            one.stops.set()
        for one in clickers:
            one.join(PATIENCE)
    with store.read() as conn:
        steps = {row.person_id: row.step for row in conn.execute(select(runs.c.person_id, runs.c.step))}
    store.close()
    assert [one.wrong for one in clickers if one.wrong] == []
    assert {one.pupil.id: one.acknowledged for one in clickers} == steps


def _answer_more(clickers: list[Clicker]) -> None:
    """Wait until everybody has had some answers more, or has given up."""
    wanted = [one.acknowledged + EACH for one in clickers]
    eventually(
        lambda: all(
            one.acknowledged >= least or not one.is_alive()
            for one, least in zip(clickers, wanted, strict=True)
        )
    )
